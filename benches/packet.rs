//! Joining twenty copies of an edition, stamped, against one stock compilation of that edition: the part of `nenpo packet`
//! that is not compiling. Drawing the pages, by which free space is found, is reported apart.
//!
//! `cargo bench --bench packet` prints ratios of times measured in turn. It needs the stock compiler (`TYPST`, or `typst`),
//! and compares with what joins the same files where it is installed: `qpdf` and `pdfcpu` (`PDFCPU`), which lose the tags,
//! and PDFBox, which keeps some (`PDFBOX`, the file of its command line). Those are whole processes, and joining is not.
//! Peak memory is that of this process on Linux, after joining and before drawing. Nothing is asserted.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
#![expect(clippy::print_stdout, reason = "a benchmark's output is its result")]
#![expect(clippy::expect_used, reason = "a benchmark that cannot run has nothing to report")]

#[path = "timing/stock.rs"]
mod stock;
mod timing;

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use nenpo::pdf::ink;
use nenpo::pdf::join::{About, Conformance, Joining, Level, Opening, PageChange, Part, Source, Stamp, join};
use stock::stock;
use timing::{milliseconds, report, time};

/// The sample and its edition.
const SAMPLE: &str = "examples/medical-rd-fy2022";
const EDITION: &str = "medical-rd-fy2022-followup-en";
/// The parts of the joined file.
const PARTS: usize = 20;
/// Counted runs; the first is not counted.
const RUNS: usize = 10;

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (out, sources) = (folder.path().join("out"), folder.path().join("sources"));
    let mut emit = Command::new(env!("CARGO_BIN_EXE_nenpo"));
    emit.current_dir(env!("CARGO_MANIFEST_DIR")).args(["build", SAMPLE, "--template", "followup", "--lang", "en"]);
    time(emit.arg("--out").arg(&out).arg("--emit-sources").arg(&sources)).expect("the sample builds");
    let path = out.join(format!("{EDITION}.pdf"));
    let bytes = fs::read(&path).expect("the sample is there");

    let start = Instant::now();
    let joined = joined(&bytes);
    let first = start.elapsed();
    let pages = Source::open(&bytes, &Opening::default()).expect("the sample opens").sizes().len();
    println!("{PARTS} parts of {pages} pages: {} KB in, {} KB out", PARTS * bytes.len() / 1024, joined.len() / 1024);
    println!("first join {:.0} ms{}", milliseconds(first), peak());

    type Joiner<'a> = (&'a str, &'a dyn Fn(&Path) -> Command);
    let others: [Joiner<'_>; 4] = [
        ("one stock compilation", &|output| stock("compile", &sources.join(EDITION), "followup", output)),
        ("qpdf, which loses the tags", &|output| qpdf(&path, output)),
        ("pdfcpu, which loses the tags", &|output| pdfcpu(&path, output)),
        ("PDFBox", &|output| pdfbox(&path, output)),
    ];
    let mut ours = Vec::new();
    let mut theirs = others.map(|_| Vec::new());
    for run in 0..=RUNS {
        let start = Instant::now();
        self::joined(&bytes);
        ours.push(start.elapsed());
        for (index, ((_, command), times)) in others.iter().zip(&mut theirs).enumerate() {
            // Some do not write over a file.
            times.extend(time(&mut command(&folder.path().join(format!("{run}-{index}.pdf")))));
        }
    }
    // The first time is not counted.
    let counted = |times: &[Duration]| times.get(1..).unwrap_or_default().to_vec();
    for ((name, _), times) in others.iter().zip(&theirs) {
        report(&format!("joining ÷ {name}"), &counted(&ours), &counted(times));
    }
    let start = Instant::now();
    ink::pages(&bytes).expect("the sample can be drawn");
    println!("drawing {pages} pages: {:.0} ms{}", milliseconds(start.elapsed()), peak());
}

/// Opens the parts and joins them, with a stamp on every page.
fn joined(bytes: &[u8]) -> Vec<u8> {
    let sources: Vec<Source> =
        (0..PARTS).map(|_| Source::open(bytes, &Opening::default()).expect("the sample opens")).collect();
    let stamp = PageChange { shrink: None, stamps: vec![Stamp { index: 0, left: 20.0, top: 10.0 }] };
    let part = |(index, source): (usize, &'_ Source)| {
        (format!("Document {}", index + 1), vec![stamp.clone(); source.sizes().len()])
    };
    let about: Vec<(String, Vec<PageChange>)> = sources.iter().enumerate().map(part).collect();
    let parts = sources.iter().zip(&about).map(|(source, (label, pages))| Part {
        source,
        title: label.clone(),
        label: label.clone(),
        language: Some("en".to_owned()),
        continues: false,
        pages: pages.clone(),
    });
    join(&Joining {
        about: About {
            title: "Packet".to_owned(),
            author: None,
            language: "en".to_owned(),
            creator: "nenpo".to_owned(),
            date: (2025, 9, 12),
            identifier: "packet-en".to_owned(),
            conformance: Conformance { archive: Some((2, Level::A)), accessible: true },
        },
        parts: parts.collect(),
        stamps: sources.first(),
        links: Vec::new(),
        duplex: false,
    })
    .expect("the parts are joined")
}

fn qpdf(path: &Path, output: &Path) -> Command {
    let mut command = Command::new("qpdf");
    command.args(["--empty", "--pages"]).args([path; PARTS]).arg("--").arg(output);
    command
}

fn pdfcpu(path: &Path, output: &Path) -> Command {
    let mut command = Command::new(env::var_os("PDFCPU").unwrap_or_else(|| "pdfcpu".into()));
    command.arg("merge").arg(output).args([path; PARTS]);
    command
}

fn pdfbox(path: &Path, output: &Path) -> Command {
    let mut command = Command::new("java");
    command.arg("-jar").arg(env::var_os("PDFBOX").unwrap_or_else(|| OsString::from("pdfbox-app.jar"))).arg("merge");
    for _ in 0..PARTS {
        command.arg("-i").arg(path);
    }
    command.arg("-o").arg(output);
    command
}

/// The resident set's high-water mark that Linux keeps.
fn peak() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map(|size| format!(", peak memory {}", size.trim())).unwrap_or_default()
}
