//! Joined files as other programs see them: qpdf, poppler. `scripts/packet.sh` runs these tests, which are ignored otherwise,
//! and gives what they have joined to veraPDF.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use nenpo::pdf::join::{Conformance, Level};
use tempfile::TempDir;

use super::corpus::{self, Expected, Holds};
use super::{among_others, bytes, join_claiming};

/// Files whose pages poppler shows otherwise once their content is in brackets or apart, since it is broken: an operator
/// that is split between two streams, `Q` and `EMC` before anything else.
///
/// Or since the profile of their output intent is now that of their colours, which poppler heeds only there.
const SHOWN_OTHERWISE: [&str; 3] = ["content-split-in-a-token", "content-unbalanced-early", "ghostscript-2b-cmyk"];

/// Files whose content qpdf complains of, joined or not.
const COMPLAINED_OF: [&str; 1] = ["content-unbalanced"];

/// What a program prints; it has to be there and to succeed.
fn printed(program: &str, arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(program).args(arguments).output().unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(output.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn written(folder: &TempDir, name: &str, content: &[u8]) -> String {
    let path = folder.path().join(name);
    fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
#[ignore = "needs qpdf; scripts/packet.sh runs it"]
fn qpdf_finds_no_fault() {
    let folder = tempfile::tempdir().unwrap();
    for name in corpus::joining().filter(|name| !COMPLAINED_OF.contains(name)) {
        printed("qpdf", &["--check", &written(&folder, "joined.pdf", &among_others(name).bytes)]);
    }
}

/// Without the Document of a part alone, and without Document and Parts of the joined file.
fn structure(path: &str) -> Vec<String> {
    let text = printed("pdfinfo", &["-struct-text", path]);
    // Titles of elements are printed as they are in the file.
    let text = String::from_utf8_lossy(&text);
    // The numbers of annotations and the prefixes of identifiers differ.
    let plain = |line: &str| {
        let line = line.trim();
        let line = line.split(" <").next().unwrap_or(line);
        match line.split(' ').next() {
            Some(first @ ("Object" | "/Headers")) => first.to_owned(),
            _ => line.to_owned(),
        }
    };
    text.lines().map(plain).filter(|line| !line.starts_with("Document") && !line.starts_with("Part")).collect()
}

#[test]
#[ignore = "needs poppler; scripts/packet.sh runs it"]
fn poppler_reads_the_structures_of_the_parts_in_order() {
    let folder = tempfile::tempdir().unwrap();
    for (name, expected) in corpus::all() {
        if !matches!(expected, Expected::Tagged(holds) if holds != Holds::Nothing || corpus::PROGRAMS.iter().any(|known| known.0 == name))
        {
            continue;
        }
        let joined = among_others(name);
        let parts = joined.parts.iter().flat_map(|part| structure(&written(&folder, "part.pdf", &bytes(part))));
        assert_eq!(structure(&written(&folder, "joined.pdf", &joined.bytes)), parts.collect::<Vec<_>>(), "{name}");
    }
}

/// The pages of a file as grey pictures: width, height and levels.
fn pictures(path: &str) -> Vec<(usize, usize, Vec<u8>)> {
    let printed = printed("pdftoppm", &["-r", "60", "-gray", path]);
    let mut pages = Vec::new();
    let mut rest = printed.as_slice();
    while !rest.is_empty() {
        let header: Vec<&[u8]> = rest.splitn(4, |byte| *byte == b'\n').collect();
        let [b"P5", size, b"255", levels] = header.as_slice() else { panic!("no picture") };
        let size = std::str::from_utf8(size).unwrap();
        let (width, height) = size.split_once(' ').unwrap();
        let (width, height): (usize, usize) = (width.parse().unwrap(), height.parse().unwrap());
        let (page, behind) = levels.split_at(width * height);
        pages.push((width, height, page.to_vec()));
        rest = behind;
    }
    pages
}

/// How far two pictures are apart, in levels: the greatest difference between means of eight by eight points, so that a
/// letter that moved by a fraction of a point does not count, and one that is missing does.
fn distance(one: &(usize, usize, Vec<u8>), other: &(usize, usize, Vec<u8>)) -> u32 {
    const BLOCK: usize = 8;
    if (one.0, one.1) != (other.0, other.1) {
        return u32::MAX;
    }
    let (width, height) = (one.0, one.1);
    let mean = |levels: &[u8], left: usize, top: usize| {
        let (right, bottom) = ((left + BLOCK).min(width), (top + BLOCK).min(height));
        let rows = (top..bottom).map(|row| {
            levels[row * width + left..row * width + right].iter().map(|level| u32::from(*level)).sum::<u32>()
        });
        rows.sum::<u32>() / u32::try_from((right - left) * (bottom - top)).unwrap()
    };
    let blocks = (0..height).step_by(BLOCK).flat_map(|top| (0..width).step_by(BLOCK).map(move |left| (left, top)));
    blocks.map(|(left, top)| mean(&one.2, left, top).abs_diff(mean(&other.2, left, top))).max().unwrap_or(0)
}

/// A sixteenth of black against white, in a block of eight by eight points.
const MOST_DISTANCE: u32 = 16;

#[test]
#[ignore = "needs poppler; scripts/packet.sh runs it"]
fn pages_look_as_those_of_their_parts() {
    let folder = tempfile::tempdir().unwrap();
    let pictures_of = |content: &[u8]| pictures(&written(&folder, "file.pdf", content));
    let (before, after) = (pictures_of(&bytes("identifiers-a")), pictures_of(&bytes("roles-b")));
    for name in corpus::joining().filter(|name| !SHOWN_OTHERWISE.contains(name) && *name != "pages-300") {
        // Poppler counts null among the pages, as the file says.
        if name == "pages-with-null" {
            continue;
        }
        let own = pictures_of(&bytes(name));
        let expected = before.iter().chain(&own).chain(&own).chain(&after);
        let found = pictures_of(&among_others(name).bytes);
        for (page, (found, expected)) in found.iter().zip(expected).enumerate() {
            assert!(distance(found, expected) <= MOST_DISTANCE, "{name}, page {page}: {}", distance(found, expected));
        }
        assert_eq!(found.len(), 2 + 2 * own.len(), "{name}");
    }
}

/// That the comparison can fail: a page with one word more, and one of another size.
#[test]
#[ignore = "needs poppler; scripts/packet.sh runs it"]
fn pages_that_differ_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let page = |name: &str, index: usize| pictures(&written(&folder, "file.pdf", &bytes(name)))[index].clone();
    assert!(distance(&page("roles-a", 0), &page("roles-b", 0)) > MOST_DISTANCE);
    assert!(distance(&page("pages-rotated", 0), &page("roles-b", 0)) > MOST_DISTANCE);
    let (first, second) = (page("pages-300", 0), page("pages-300", 1));
    assert_eq!(distance(&first, &second), 0);
}

/// Writes packets of parts that conform into the folder that the script gives to veraPDF.
#[test]
#[ignore = "scripts/packet.sh runs it"]
fn packets_for_validation_are_written() {
    let Some(folder) = std::env::var_os("NENPO_JOINED").map(PathBuf::from) else { return };
    let write = |name: &str, parts: &[&str], archive| {
        let joined = join_claiming(parts, Conformance { archive: Some(archive), accessible: archive.1 == Level::A });
        fs::write(Path::new(&folder).join(name), joined.bytes).unwrap();
    };
    let of = |wanted: &[Holds]| -> Vec<&str> {
        let holds = |expected: &Expected| matches!(expected, Expected::Tagged(holds) | Expected::Untagged(holds) if wanted.contains(holds));
        corpus::all().filter(|(_, expected)| holds(expected)).map(|(name, _)| name).collect()
    };
    let both = of(&[Holds::Both]);
    write("all.2a.pdf", &both, (2, Level::A));
    write("all.3a.pdf", &of(&[Holds::Both, Holds::BothWithFiles]), (3, Level::A));
    write("all.2b.pdf", &[of(&[Holds::Both]), vec!["ghostscript-2b", "ghostscript-2b"]].concat(), (2, Level::B));
    for name in both {
        write(&format!("{name}.2a.pdf"), &["identifiers-a", name, name, "roles-b"], (2, Level::A));
    }
    for name in of(&[Holds::BothWithFiles]) {
        write(&format!("{name}.3a.pdf"), &["identifiers-a", name, name, "roles-b"], (3, Level::A));
    }
}
