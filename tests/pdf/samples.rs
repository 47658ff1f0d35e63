//! The PDFs of both samples, built once for all tests.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use assert_cmd::Command;

/// A PDF of a sample.
pub(crate) struct Sample {
    /// Its file's name without the ending.
    pub(crate) name: String,
    /// What is in it.
    pub(crate) bytes: Vec<u8>,
}

/// Returns every PDF that the samples produce.
pub(crate) fn all() -> &'static [Sample] {
    static ALL: OnceLock<Vec<Sample>> = OnceLock::new();
    ALL.get_or_init(|| {
        ["medical-rd-fy2022", "fictional-city-plan"]
            .iter()
            .flat_map(|sample| build(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(sample)))
            .collect()
    })
}

/// Returns what is in a PDF by its file's name without the ending.
pub(crate) fn bytes(name: &str) -> Vec<u8> {
    all().iter().find(|sample| sample.name == name).unwrap().bytes.clone()
}

/// Builds a report into a folder of its own and returns its PDFs.
pub(crate) fn build(report: &Path) -> Vec<Sample> {
    let out = tempfile::tempdir().unwrap();
    Command::cargo_bin("nenpo").unwrap().arg("build").arg(report).arg("--out").arg(out.path()).assert().success();
    let read = |path: std::path::PathBuf| Sample {
        name: path.file_stem().unwrap().to_str().unwrap().to_owned(),
        bytes: fs::read(path).unwrap(),
    };
    fs::read_dir(out.path()).unwrap().map(|entry| read(entry.unwrap().path())).collect()
}
