//! The PDFs of both samples, built once for all tests.

use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use crate::support::{repository, run};

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
        ["examples/medical-rd-fy2022", "examples/fictional-city-plan"].into_iter().flat_map(build).collect()
    })
}

/// Returns what is in a PDF by its file's name without the ending.
pub(crate) fn bytes(name: &str) -> Vec<u8> {
    all().iter().find(|sample| sample.name == name).unwrap().bytes.clone()
}

/// Builds a report into a folder of its own and returns its PDFs.
pub(crate) fn build(report: &str) -> Vec<Sample> {
    let out = tempfile::tempdir().unwrap();
    run(&repository(report), &["build", "--out", out.path().to_str().unwrap()]);
    let read = |path: PathBuf| Sample {
        name: path.file_stem().unwrap().to_str().unwrap().to_owned(),
        bytes: fs::read(path).unwrap(),
    };
    fs::read_dir(out.path()).unwrap().map(|entry| read(entry.unwrap().path())).collect()
}
