//! Listens to the system's messages about a folder, and passes on those that may concern a build.

use std::fs;
use std::path::{Path, PathBuf};

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Config, ErrorKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::inbox::Inbox;
use super::snapshot::{Scope, name_of};

/// Listens until it is dropped.
pub(super) struct Observer(#[expect(dead_code, reason = "kept, since it stops when it is dropped")] RecommendedWatcher);

impl Observer {
    /// Fails with the system's message if it cannot report changes.
    pub(super) fn new(scope: &Scope, inbox: &Inbox) -> Result<Self, String> {
        let folder = fs::canonicalize(scope.folder()).map_err(|error| error.to_string())?;
        let (listener, root, own) = (inbox.clone(), folder.clone(), scope.clone());
        let heard = move |event: notify::Result<notify::Event>| match event {
            Ok(event) if is_about_content(&event.kind) => pass_on(&listener, &root, &own, &event.paths),
            Ok(_) => {}
            Err(error) => match error.kind {
                // A folder that is gone; it is looked for from time to time.
                ErrorKind::PathNotFound | ErrorKind::WatchNotFound => listener.look(),
                _ => listener.fail(&error.to_string()),
            },
        };
        let refused = |error: notify::Error| error.to_string();
        let mut watcher = RecommendedWatcher::new(heard, Config::default()).map_err(refused)?;
        watcher.watch(&folder, RecursiveMode::Recursive).map_err(refused)?;
        Ok(Self(watcher))
    }
}

/// Files that are only opened are not of interest: nenpo itself opens them.
fn is_about_content(kind: &EventKind) -> bool {
    !matches!(kind, EventKind::Access(kind) if !matches!(kind, AccessKind::Close(AccessMode::Write)))
}

fn pass_on(inbox: &Inbox, root: &Path, scope: &Scope, paths: &[PathBuf]) {
    if paths.is_empty() {
        inbox.look();
    }
    for path in paths {
        match path.strip_prefix(root).map(name_of) {
            Ok(name) if name.is_empty() => inbox.look(),
            Ok(name) if scope.has(&name) => inbox.touch(&name),
            Ok(_) => {}
            Err(_) => inbox.look(),
        }
    }
}
