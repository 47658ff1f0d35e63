//! Files that would take all memory or all time: they are refused, or drawn no larger than others.

use std::fmt::Write;
use std::time::{Duration, Instant};

use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use nenpo::pdf::ink;
use nenpo::pdf::join::{self, Conformance, Joining, MOST_PAGES, Opening, Part, Refusal, Source};
use nenpo::pdf::{LARGEST_PART, MOST_PACKED, MOST_VALUES_OF_PART};

use super::{about, bytes, corpus, open, reason, title};

/// What a debug build may take for one of these files on a busy machine; without bounds, they take minutes or hours.
const LONGEST: Duration = Duration::from_secs(60);

fn opened(bytes: &[u8]) -> Result<Source, &'static str> {
    Source::open(bytes, &Opening::default()).map_err(|refusal| reason(&refusal))
}

/// A file of pages, changed before it is written.
fn file(pages: usize, change: impl FnOnce(&mut Document, &mut Dictionary)) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let root = document.new_object_id();
    let mut page = dictionary! {
        "Type" => "Page", "Parent" => root, "MediaBox" => vec![0.into(), 0.into(), 200.into(), 200.into()],
    };
    change(&mut document, &mut page);
    let kids: Vec<Object> = (0..pages).map(|_| document.add_object(page.clone()).into()).collect();
    let count = i64::try_from(pages).unwrap();
    document.set_object(root, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count });
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => root });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    // The library writes no packed objects that it has not packed.
    for place in 0..bytes.len().saturating_sub(7) {
        if bytes[place..].starts_with(b"/ObjXtm") {
            bytes[place..place + 7].copy_from_slice(b"/ObjStm");
        }
    }
    bytes
}

/// Draws the pages as a packet does.
fn drawn(bytes: &[u8]) -> Option<Vec<ink::Ink>> {
    let source = Source::open(bytes, &Opening::default()).ok()?;
    source.can_be_drawn().then(|| ink::pages(bytes)).flatten()
}

fn content(document: &mut Document, content: &str) -> Object {
    let mut stream = Stream::new(Dictionary::new(), content.as_bytes().to_vec());
    stream.compress().unwrap();
    document.add_object(stream).into()
}

/// A stream of packed objects: all of them stand at the places given.
fn packed(objects: &str, places: &[usize]) -> Stream {
    let mut index = String::new();
    for (number, place) in places.iter().enumerate() {
        write!(index, "{} {place} ", 100_000 + number).unwrap();
    }
    let kind = dictionary! {
        "Type" => "ObjXtm", "N" => i64::try_from(places.len()).unwrap(), "First" => i64::try_from(index.len()).unwrap(),
    };
    let mut stream = Stream::new(kind, (index + objects).into_bytes());
    stream.compress().unwrap();
    stream
}

#[test]
fn values_without_end_are_not_parsed() {
    let values = usize::try_from(MOST_VALUES_OF_PART).unwrap();
    let array = format!("[{}]", "0 ".repeat(values));
    let before = b"%PDF-1.7\n1 0 obj\n".to_vec();
    // In an object, in one behind others of which each contains the next, in a trailer.
    let in_object = [&before[..], array.as_bytes(), b"\nendobj\n"].concat();
    assert_eq!(opened(&in_object).err(), Some("too-large"));
    let nested = [&before[..], "[1 0 obj ".repeat(5_000).as_bytes(), b"0 ".repeat(5_000).as_slice()].concat();
    assert!(opened(&nested).is_err());
    let in_trailer = [b"%PDF-1.7\ntrailer << /A ", array.as_bytes(), b" >>\n%%EOF"].concat();
    assert_eq!(opened(&in_trailer).err(), Some("too-large"));
    let glued = [&before[..], b"[", "-1".repeat(values).as_bytes(), b"]\nendobj\n"].concat();
    assert_eq!(opened(&glued).err(), Some("too-large"));
}

#[test]
fn packed_objects_without_end_are_not_unpacked() {
    // One that is too large, one with too many values, one whose objects are one and the same, and many together.
    let zeros = |count: usize| format!("[{}]", "0 ".repeat(count));
    let large = file(1, |document, _| {
        document.add_object(packed(&" ".repeat(MOST_PACKED), &[0]));
    });
    assert_eq!(opened(&large).err(), Some("too-large"));
    let many = file(1, |document, _| {
        document.add_object(packed(&zeros(6_000_000), &[0]));
    });
    assert_eq!(opened(&many).err(), Some("too-large"));
    let same = file(1, |document, _| {
        document.add_object(packed(&zeros(1_000_000), &[0; 1_000]));
    });
    assert_eq!(opened(&same).err(), Some("too-large"));
    let together = file(1, |document, _| {
        for _ in 0..40 {
            let first = u32::try_from(document.objects.len()).unwrap();
            let mut stream = packed(&zeros(1_000_000), &[0]);
            let content = stream.get_plain_content().unwrap();
            // Each has a number of its own, so that all would be kept.
            stream.set_plain_content(
                String::from_utf8(content).unwrap().replacen("100000", &(200_000 + first).to_string(), 1).into_bytes(),
            );
            stream.compress().unwrap();
            document.add_object(stream);
        }
    });
    assert!(together.len() < 1_000_000);
    assert_eq!(opened(&together).err(), Some("too-large"));
    let few = file(1, |document, _| {
        document.add_object(packed(&zeros(1_000), &[0]));
    });
    assert!(opened(&few).is_ok());
}

/// One object that a table names ten thousand times.
#[test]
fn an_object_of_many_numbers_is_not_parsed_for_each() {
    let mut bytes =
        format!("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /A [{}] >>\nendobj\n", "0 ".repeat(100_000))
            .into_bytes();
    let start = bytes.len();
    let mut table = String::from("xref\n0 10001\n0000000000 65535 f \n");
    for _ in 0..10_000 {
        table.push_str("0000000009 00000 n \n");
    }
    write!(table, "trailer << /Size 10001 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").unwrap();
    bytes.extend(table.into_bytes());
    assert_eq!(opened(&bytes).err(), Some("too-large"));
}

#[test]
fn files_beyond_the_bounds_are_refused_and_large_ones_join() {
    let mut large = bytes("roles-a");
    large.resize(LARGEST_PART + 1, b'\n');
    assert_eq!(opened(&large).err(), Some("too-large"));
    let pages = |count| Source::open(&file(count, |_, _| {}), &Opening::default());
    assert_eq!(pages(MOST_PAGES + 1).err(), Some(Refusal::TooManyPages));
    let source = pages(1_000).unwrap();
    let part = || Part {
        source: &source,
        title: title(0),
        label: String::new(),
        language: None,
        continues: false,
        pages: Vec::new(),
    };
    let about = about(Conformance { archive: None, accessible: false });
    let parts = vec![part(), part()];
    let joined = join::join(&Joining { about, parts, stamps: None, links: Vec::new(), duplex: true }).unwrap();
    assert_eq!(opened(&joined).unwrap().sizes().len(), 2_000);
}

/// In a release, a panic of the library that draws would end the program; in tests it fails the test.
#[test]
fn every_file_is_drawn_or_cannot_be() {
    for (name, expected) in corpus::all() {
        let drawn = drawn(&bytes(name));
        if let (Ok(source), corpus::Expected::Tagged(_) | corpus::Expected::Untagged(_)) = (open(name, false), expected)
        {
            let Some(drawn) = drawn else {
                // Forms that draw themselves.
                assert_eq!(name, "forms-in-a-circle");
                continue;
            };
            // A packet takes the pages of such a file as not drawn.
            if name == "pages-with-null" {
                continue;
            }
            assert_eq!(source.sizes().len(), drawn.len(), "{name}");
            // Programs disagree about pages that do not say their size.
            let mut pages = drawn.iter().zip(source.sizes());
            let is_known = pages.all(|(ink, size)| ink.has_size(size.width, size.height));
            assert_eq!(is_known, name != "pages-inherit-nothing", "{name}");
        }
    }
}

/// A page with a box, a unit and a content, with drawings in its resources.
fn page(sides: [f32; 2], unit: f32, drawing: &str, resources: impl FnOnce(&mut Document) -> Dictionary) -> Vec<u8> {
    file(1, |document, page| {
        let resources = resources(document);
        let content = content(document, drawing);
        page.set("MediaBox", vec![0.into(), 0.into(), Object::Real(sides[0]), Object::Real(sides[1])]);
        page.set("UserUnit", Object::Real(unit));
        page.set("Contents", content);
        page.set("Resources", resources);
    })
}

/// Forms of which each draws the next so often.
fn forms(document: &mut Document, depth: usize, often: usize) -> Dictionary {
    let square = "0 0 100 100 re f\n";
    let mut next: Option<Object> = None;
    for _ in 0..depth {
        let (drawing, resources) = match next.take() {
            Some(form) => ("/F Do\n".repeat(often), dictionary! { "XObject" => dictionary! { "F" => form } }),
            None => (square.to_owned(), Dictionary::new()),
        };
        let form = dictionary! {
            "Type" => "XObject", "Subtype" => "Form", "Resources" => resources,
            "BBox" => vec![0.into(), 0.into(), 200.into(), 200.into()],
        };
        next = Some(document.add_object(Stream::new(form, drawing.into_bytes())).into());
    }
    dictionary! { "XObject" => dictionary! { "F" => next.unwrap() } }
}

#[test]
fn pages_of_any_size_are_drawn_small() {
    for (sides, unit) in [
        ([14_400.0, 14_400.0], 75.0),
        ([14_400.0, 1.0], 1.0),
        ([0.01, 14_400.0], 1.0),
        ([0.5, 0.5], 1.0),
        ([1e9, 1e9], 1e9),
        ([1e30, 1.0], 1e-30),
        ([3.4e38, 3.4e38], 1.0),
    ] {
        let bytes = page(sides, unit, "0 0 100 100 re f 0 0 m 1e30 1e30 l S", |_| Dictionary::new());
        let drawn = drawn(&bytes);
        assert!(drawn.is_none_or(|drawn| drawn.len() == 1), "{sides:?}");
    }
}

/// What the library that draws does not survive is a page that is not drawn.
#[test]
fn a_panic_of_the_library_is_a_page_that_is_not_drawn() {
    let bytes = page([595.0, 842.0], 1.0, "/Pattern cs /P scn 0 0 595 842 re f", |file| {
        let pattern = dictionary! {
            "Type" => "Pattern", "PatternType" => 1, "PaintType" => 1, "TilingType" => 1,
            "BBox" => vec![0.into(), 0.into(), 1.into(), 1.into()],
            "XStep" => Object::Real(0.01), "YStep" => Object::Real(0.01), "Resources" => Dictionary::new(),
        };
        let pattern = file.add_object(Stream::new(pattern, b"0 0 1 1 re f".to_vec()));
        dictionary! { "Pattern" => dictionary! { "P" => pattern } }
    });
    assert!(Source::open(&bytes, &Opening::default()).unwrap().can_be_drawn());
    assert!(ink::pages(&bytes).is_none_or(|pages| pages.len() == 1));
}

#[test]
#[expect(clippy::disallowed_methods, reason = "what takes too long fails")]
fn drawings_without_end_come_to_an_end() {
    let none = |_: &mut Document| Dictionary::new();
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("forms that draw each other a billion times", page([200.0, 200.0], 1.0, "/F Do", |file| forms(file, 31, 2))),
        ("a million paths", page([200.0, 200.0], 1.0, &"0 0 m 200 200 l S\n".repeat(1_000_000), none)),
        ("curves into the far", page([595.0, 842.0], 1.0, "88.8 w 9 99999999 m 483 683 115 1000000 4 617 c h S", none)),
        ("lines without end in width", page([595.0, 842.0], 1.0, "99999999 w 9 9 m 483 683 115 900 4 617 c S", none)),
        (
            "curves that are counted",
            page([595.0, 842.0], 1.0, &"0 0 m 100 900 500 -100 595 842 c S\n".repeat(60_000), none),
        ),
        (
            "groups that are counted",
            page([595.0, 842.0], 1.0, &"/F Do\n".repeat(5_000), |file| {
                let form = dictionary! {
                    "Type" => "XObject", "Subtype" => "Form", "Group" => dictionary! { "S" => "Transparency" },
                    "BBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
                };
                let form = file.add_object(Stream::new(form, b"0 0 595 842 re f".to_vec()));
                dictionary! { "XObject" => dictionary! { "F" => form } }
            }),
        ),
        ("many lines", page([1_000.0; 2], 1.0, &"0 0 m 1000 1000 l S\n".repeat(10_000), none)),
        (
            "dashes as far as may be drawn",
            page([1_000.0; 2], 1.0, &format!("[0.1] 0 d {}", "0 0 m 99999 99999 l S\n".repeat(10)), none),
        ),
        ("dashes into the far", page([1_000.0; 2], 1.0, "[3] 0 d 0 0 m 1000000000 1000000000 l S", none)),
        ("dashes without end", page([14_400.0, 200.0], 1.0, "[0.00001] 0 d 0 0 m 14400 200 l S", none)),
        (
            "an image of a billion points",
            page([200.0, 200.0], 1.0, "200 0 0 200 0 0 cm /F Do", |file| {
                let image = dictionary! {
                    "Type" => "XObject", "Subtype" => "Image", "Width" => 100_000, "Height" => 100_000,
                    "ColorSpace" => "DeviceRGB", "BitsPerComponent" => 8,
                };
                let image = file.add_object(Stream::new(image, vec![0; 100]));
                dictionary! { "XObject" => dictionary! { "F" => image } }
            }),
        ),
        (
            "an image of a billion points between the lines",
            page([200.0, 200.0], 1.0, "200 0 0 200 0 0 cm BI/W 100000/H 100000/BPC 8/CS/RGB ID 0 EI ", none),
        ),
        (
            "letters that are drawings",
            page([200.0, 200.0], 1.0, &format!("BT /T 9 Tf ({}) Tj ET", "a".repeat(50_000)), |file| {
                let letter = file.add_object(Stream::new(Dictionary::new(), b"9 0 d0 0 0 m 9 9 l S\n".repeat(9_000)));
                let font = dictionary! {
                    "Type" => "Font", "Subtype" => "Type3", "FirstChar" => 97, "LastChar" => 97,
                    "FontBBox" => vec![0.into(), 0.into(), 9.into(), 9.into()], "Widths" => vec![9.into()],
                    "FontMatrix" => vec![1.into(), 0.into(), 0.into(), 1.into(), 0.into(), 0.into()],
                    "CharProcs" => dictionary! { "a" => letter },
                    "Encoding" => dictionary! { "Differences" => vec![97.into(), Object::Name(b"a".to_vec())] },
                };
                dictionary! { "Font" => dictionary! { "T" => file.add_object(font) } }
            }),
        ),
        (
            "a gradient of rows without vertices",
            page([595.0, 842.0], 1.0, "/S sh", |file| {
                let shading = dictionary! {
                    "ShadingType" => 5, "ColorSpace" => "DeviceGray", "VerticesPerRow" => 0, "BitsPerCoordinate" => 8,
                    "BitsPerComponent" => 8,
                    "Decode" => vec![0.into(), 595.into(), 0.into(), 842.into(), 0.into(), 1.into()],
                };
                let shading = file.add_object(Stream::new(shading, vec![7; 2_000]));
                dictionary! { "Shading" => dictionary! { "S" => shading } }
            }),
        ),
        (
            "gradients without end",
            page([1_000.0; 2], 1.0, &"/S sh\n".repeat(20_000), |file| {
                let code = format!("{{{}}}", "sin ".repeat(50_000));
                let function = dictionary! {
                    "FunctionType" => 4, "Domain" => vec![0.into(), 1.into()],
                    "Range" => vec![0.into(), 1.into()],
                };
                let function = file.add_object(Stream::new(function, code.into_bytes()));
                let shading = dictionary! {
                    "ShadingType" => 2, "ColorSpace" => "DeviceGray", "Function" => function,
                    "Coords" => vec![0.into(), 0.into(), 1_000.into(), 1_000.into()],
                };
                dictionary! { "Shading" => dictionary! { "S" => shading } }
            }),
        ),
        ("saves without end", page([200.0, 200.0], 1.0, &"q ".repeat(2_000_000), none)),
    ];
    for (what, bytes) in cases {
        let start = Instant::now();
        drawn(&bytes);
        assert!(start.elapsed() < LONGEST, "{what}: {:?}", start.elapsed());
    }
}
