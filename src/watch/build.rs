//! What a watcher reports.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::payload::Origins;
use crate::pipeline::{ChangedDocument, Outcome, PreviewDocument};
use crate::source::Texts;

/// What a watcher reports, in the order in which it happens.
#[derive(Debug)]
pub enum Event {
    /// The system no longer reports changes, so that the folder is looked at in short intervals.
    Looking {
        /// Why.
        silence: Silence,
        /// How often.
        interval: Duration,
    },
    /// A build begins, for these files or folders; of none at the start. Its result may be withheld, if a file is still
    /// being saved; then another build begins.
    Begun(Vec<String>),
    /// A build has ended.
    Built(Box<Build>),
}

/// Why the system does not report changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Silence {
    /// It does not say why: there were changes without a message, as on many network drives.
    Unknown,
    /// It refused, with its own message.
    Refused(String),
}

/// A build, and how it differs from the one before.
#[derive(Debug, Default)]
pub struct Build {
    /// The files and folders that changed, relative to the report's folder, with forward slashes.
    pub changed: Vec<String>,
    /// All problems that there are now.
    pub diagnostics: Diagnostics,
    /// Those that there were not before.
    pub appeared: Diagnostics,
    /// Those that there are no longer.
    pub gone: Vec<Diagnostic>,
    /// The texts that problems of this build refer to.
    pub texts: Texts,
    /// The files that were written, because their content has changed.
    pub written: Vec<PathBuf>,
    /// All output files, those included that are as before; none if there is an error.
    pub outputs: Vec<PathBuf>,
    /// The documents with other pages than before.
    pub documents: Vec<ChangedDocument>,
    /// All documents, if pages are shown; empty if their pages cannot be laid out.
    pub previewed: Vec<PreviewDocument>,
    /// Where what is on these pages was written.
    pub origins: Option<Arc<Origins>>,
    /// How long it took.
    pub took: Duration,
}

impl Build {
    pub(super) fn new(outcome: Outcome, changed: Vec<String>, took: Duration) -> Self {
        Self {
            changed,
            diagnostics: outcome.diagnostics,
            texts: outcome.texts,
            written: outcome.written,
            outputs: outcome.outputs,
            documents: outcome.changed,
            previewed: outcome.previewed,
            origins: outcome.origins,
            took,
            ..Self::default()
        }
    }
}
