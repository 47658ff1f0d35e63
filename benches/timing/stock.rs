//! The stock compiler.

use std::path::Path;
use std::process::Command;

/// The stock compiler with the sources of an edition that nenpo has written: `compile` or `watch`.
pub(crate) fn stock(verb: &str, root: &Path, template: &str, output: &Path) -> Command {
    let sources = root.parent().unwrap_or(root);
    let mut command = Command::new(std::env::var_os("TYPST").unwrap_or_else(|| "typst".into()));
    command
        .args([verb, "--ignore-system-fonts", "--features", "a11y-extras", "--pdf-standard", "a-2a,ua-1"])
        .arg("--font-path")
        .arg(sources.join("fonts"))
        .arg("--root")
        .arg(root)
        .arg(root.join(format!("templates/{template}/main.typ")))
        .arg(output);
    command
}
