//! What is changed on pages: stamps, pages that are made smaller, empty pages before parts.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf as Drawable;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Stream, dictionary};
use nenpo::pdf::join::{self, Conformance, Joining, Opening, PageChange, PageSize, Part, Shrink, Source, Stamp};
use nenpo::pdf::soundness::{self, Kind};
use nenpo::pdf::{TaggedPdf, ink};

use super::pdf::{Geometry, Pdf, Target};
use super::{about, corpus, label, open, title};

/// The stamp of the tests: an L, so that it is seen which way it stands, with a bar of a third of its height.
const STAMP: PageSize = PageSize { width: 60.0, height: 18.0 };
const BAR: f32 = 6.0;
/// A word that is in the stamp and in no part.
const WORD: &str = "Stamped";

/// A file whose only page is the stamp, with tags.
fn stamp() -> Source {
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let font = document.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" });
    let content = format!("/P <</MCID 0>> BDC 0 g 0 0 6 18 re 0 0 60 6 re f BT 3 Tr /F 8 Tf ({WORD}) Tj ET EMC");
    Content::decode(content.as_bytes()).unwrap();
    let content = document.add_object(Stream::new(Dictionary::new(), content.into_bytes()));
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content,
        "MediaBox" => vec![0.into(), 0.into(), 60.into(), 18.into()],
        "Resources" => dictionary! { "Font" => dictionary! { "F" => font } },
    });
    document.set_object(pages, dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 });
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    Source::open(&bytes, &Opening::default()).unwrap()
}

/// A file alone, with the same change on each page as far as it depends on the size only.
fn changed(name: &str, change: impl Fn(usize, PageSize) -> PageChange) -> Vec<u8> {
    let (source, stamp) = (open(name, false).unwrap(), stamp());
    let pages = source.sizes().iter().enumerate().map(|(index, size)| change(index, *size)).collect();
    let part = Part { source: &source, title: title(0), label: label(0), language: None, continues: false, pages };
    let about = about(Conformance { archive: None, accessible: false });
    join::join(&Joining { about, parts: vec![part], stamps: Some(&stamp), links: Vec::new(), duplex: false }).unwrap()
}

fn unchanged(name: &str) -> Vec<u8> {
    changed(name, |_, _| PageChange::default())
}

/// Where the stamp stands on a page of the tests.
fn place(size: PageSize) -> Stamp {
    Stamp { index: 0, left: (size.width * 0.6).round(), top: (size.height * 0.3).round() }
}

fn stamped(name: &str) -> Vec<u8> {
    changed(name, |_, size| PageChange { shrink: None, stamps: vec![place(size)] })
}

/// A page in shades of grey.
struct Picture {
    width: usize,
    height: usize,
    levels: Vec<u8>,
    /// Pixels to a unit of the page.
    scale: f32,
}

/// The pages as they are drawn, so that the greater side has as many pixels at most, and one to a unit, by the factor.
fn pictures(bytes: &[u8], most: f32, factor: f32) -> Vec<Picture> {
    let pdf = Drawable::new(bytes.to_vec()).unwrap();
    let drawn = pdf.pages().iter().map(|page| {
        let (width, height) = page.render_dimensions();
        let scale = (most / width.max(height)).min(1.0) * factor;
        let sizes = RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..RenderSettings::default() };
        let image = render(page, &RenderCache::new(), &InterpreterSettings::default(), &sizes);
        let grey = image.data().iter().map(|pixel| {
            let sum = u32::from(pixel.r) + u32::from(pixel.g) + u32::from(pixel.b);
            u8::try_from(sum / 3).unwrap()
        });
        Picture { width: image.width().into(), height: image.height().into(), levels: grey.collect(), scale }
    });
    drawn.collect()
}

/// The files whose pages are drawn; one has three hundred of them.
fn drawn() -> impl Iterator<Item = &'static str> {
    corpus::joining().filter(|name| *name != "pages-300")
}

#[test]
fn stamps_stand_upright_where_they_are_put_and_nowhere_else() {
    for name in drawn() {
        let (before, after) = (unchanged(name), stamped(name));
        let geometry = Pdf::read(&after).geometry();
        let sizes = open(name, false).unwrap().sizes().to_vec();
        let (before, after) = (pictures(&before, 1_000.0, 1.0), pictures(&after, 1_000.0, 1.0));
        assert_eq!(before.len(), sizes.len(), "{name}");
        for (page, (before, after)) in before.iter().zip(&after).enumerate() {
            let scale = after.scale / geometry[page].unit as f32;
            let Stamp { left, top, .. } = place(sizes[page]);
            let mut is_seen = false;
            for y in 0..after.height {
                for x in 0..after.width {
                    let (found, other) = (after.levels[y * after.width + x], before.levels[y * after.width + x]);
                    let across = (x as f32 + 0.5) / scale - left;
                    let down = (y as f32 + 0.5) / scale - top;
                    let pixel = 1.0 / scale;
                    if is_in_stamp(across, down, -pixel) {
                        is_seen = true;
                        assert!(found < 64, "{name}, page {page}: {across} {down} is {found}");
                    } else if !is_in_stamp(across, down, pixel) {
                        assert!(found.abs_diff(other) < 4, "{name}, page {page}: {across} {down}: {other} {found}");
                    }
                }
            }
            assert!(is_seen || scale < 0.5 || sizes[page].width < 200.0, "{name}, page {page}");
        }
    }
}

/// Whether a point, in points from the top left corner, is in the stamp, widened by a distance.
fn is_in_stamp(across: f32, down: f32, wider: f32) -> bool {
    let is_within = |value: f32, from: f32, to: f32| value > from - wider && value < to + wider;
    let is_in_height = is_within(down, 0.0, STAMP.height) && is_within(across, 0.0, BAR);
    is_in_height || is_within(across, 0.0, STAMP.width) && is_within(down, STAMP.height - BAR, STAMP.height)
}

/// The ink of a page is where the stamp is put, in the same points.
#[test]
fn what_is_free_is_known_in_points_of_the_displayed_page() {
    let mut seen = 0;
    for name in drawn() {
        let sizes = open(name, false).unwrap().sizes().to_vec();
        let (before, after) = (ink::pages(&unchanged(name)).unwrap(), ink::pages(&stamped(name)).unwrap());
        for ((before, after), size) in before.iter().zip(&after).zip(sizes) {
            let Stamp { left, top, .. } = place(size);
            let is_large = size.width > 200.0 && size.width.max(size.height) < 1_600.0;
            if !is_large || !before.is_free(left - 6.0, top - 6.0, STAMP.width + 12.0, STAMP.height + 12.0) {
                continue;
            }
            seen += 1;
            assert!(!after.is_free(left - 2.0, top - 2.0, STAMP.width, STAMP.height), "{name}");
            assert!(after.is_free(left + BAR + 2.0, top - 6.0, STAMP.width - BAR, STAMP.height - BAR + 4.0), "{name}");
            assert!(after.is_free(left - 6.0, top - 6.0, 4.0, STAMP.height + 12.0), "{name}");
            assert!(after.is_free(left + STAMP.width + 2.0, top - 6.0, 4.0, STAMP.height + 12.0), "{name}");
        }
    }
    assert!(seen > 100, "{seen}");
}

/// Half as large, a page is what it was at half the size; around it, there is nothing.
#[test]
fn smaller_pages_show_the_same_where_they_are_put() {
    const BLOCK: usize = 8;
    for name in drawn() {
        let geometry = Pdf::read(&unchanged(name)).geometry();
        let before = pictures(&unchanged(name), 400.0, 1.0);
        let places: Vec<(usize, usize)> = before.iter().map(|page| (page.width / 4, page.height / 2)).collect();
        let after = changed(name, |index, _| {
            let scale = before[index].scale * 2.0 / geometry[index].unit as f32;
            let (left, top) = places[index];
            let shrink = Shrink { factor: 0.5, left: left as f32 / scale, top: top as f32 / scale };
            PageChange { shrink: Some(shrink), stamps: Vec::new() }
        });
        let after = pictures(&after, 400.0, 2.0);
        for (page, (before, after)) in before.iter().zip(&after).enumerate() {
            let (left, top) = places[page];
            let block = |picture: &Picture, from_x: usize, from_y: usize, across: usize, down: usize| {
                let rows = (from_y..from_y + down).map(|y| {
                    picture.levels[y * picture.width + from_x..][..across]
                        .iter()
                        .map(|level| u32::from(*level))
                        .sum::<u32>()
                });
                rows.sum::<u32>() / u32::try_from(across * down).unwrap()
            };
            for y in (0..before.height).step_by(BLOCK) {
                for x in (0..before.width).step_by(BLOCK) {
                    let (across, down) = (BLOCK.min(before.width - x), BLOCK.min(before.height - y));
                    let expected = block(before, x, y, across, down);
                    let found = block(after, left + x, top + y, across, down);
                    assert!(found.abs_diff(expected) < 24, "{name}, page {page}: {x} {y}: {expected} {found}");
                }
            }
            for (index, level) in after.levels.iter().enumerate() {
                let (x, y) = (index % after.width, index / after.width);
                let is_within = (left..left + before.width + 2).contains(&(x + 1))
                    && (top..top + before.height + 2).contains(&(y + 1));
                assert!(is_within || *level > 250, "{name}, page {page}: {x} {y} of {left} {top} is {level}");
            }
        }
    }
}

/// A place of user space on the displayed page, in points from its top left corner.
fn displayed(geometry: &Geometry, x: f64, y: f64) -> (f64, f64) {
    let [left, bottom, right, top] = geometry.crop[..] else { panic!("no box") };
    let (across, down) = match geometry.rotation {
        0 => (x - left, top - y),
        90 => (y - bottom, x - left),
        180 => (right - x, y - bottom),
        _ => (top - y, right - x),
    };
    (across * geometry.unit, down * geometry.unit)
}

const SMALLER: Shrink = Shrink { factor: 0.8, left: 10.0, top: 20.0 };

fn is_moved(before: (f64, f64), after: (f64, f64)) -> bool {
    let moved = (10.0 + before.0 * 0.8, 20.0 + before.1 * 0.8);
    (moved.0 - after.0).abs() < 0.1 && (moved.1 - after.1).abs() < 0.1
}

/// The pieces of articles, and the places that figures say of themselves.
#[test]
fn articles_and_figures_move_with_smaller_pages() {
    for (name, key, count) in [("threads", "R", 2), ("form-with-marks", "BBox", 1)] {
        let boxes = |bytes: &[u8]| -> Vec<[f64; 4]> {
            let pdf = Pdf::read(bytes);
            let mut boxes = Vec::new();
            for object in pdf.document.objects.values().filter_map(|object| object.as_dict().ok()) {
                let attributes = pdf.dictionary(object, "A").filter(|attributes| attributes.has(b"O"));
                let holder = attributes.unwrap_or(object);
                let Ok(sides) = pdf.get(holder, key).as_array() else { continue };
                let sides: Vec<f64> = sides.iter().map(|side| f64::from(side.as_float().unwrap())).collect();
                boxes.push(sides.try_into().unwrap());
            }
            boxes
        };
        let geometry = Pdf::read(&unchanged(name)).geometry();
        let before = boxes(&unchanged(name));
        let after = boxes(&changed(name, |_, _| PageChange { shrink: Some(SMALLER), stamps: Vec::new() }));
        assert_eq!((before.len(), after.len()), (count, count), "{name}");
        for (before, after) in before.into_iter().zip(after) {
            for corner in 0..2 {
                let at = |sides: [f64; 4]| displayed(&geometry[0], sides[2 * corner], sides[2 * corner + 1]);
                assert!(is_moved(at(before), at(after)), "{name}: {before:?} {after:?}");
            }
        }
    }
}

fn numbers(view: &str) -> Vec<Option<f64>> {
    view.trim_matches(['[', ']']).split(", ").skip(1).map(|number| number.trim().parse().ok()).collect()
}

#[test]
fn links_and_their_places_move_with_smaller_pages() {
    let (mut places, mut targets) = (0, 0);
    for name in corpus::joining() {
        let before = Pdf::read(&unchanged(name));
        let after = changed(name, |_, _| PageChange { shrink: Some(SMALLER), stamps: Vec::new() });
        let after = Pdf::read(&after);
        let geometry = before.geometry();
        let corners = |pdf: &Pdf, annotation: &Dictionary, page: usize| {
            let Ok(corners) = pdf.get(annotation, "Rect").as_array() else { return Vec::new() };
            let numbers: Vec<f64> = corners.iter().filter_map(|side| Some(f64::from(side.as_float().ok()?))).collect();
            numbers.chunks_exact(2).map(|corner| displayed(&geometry[page], corner[0], corner[1])).collect()
        };
        for page in 0..before.pages.len() {
            let (all_before, all_after) = (before.annotations(page), after.annotations(page));
            assert_eq!(all_before.len(), all_after.len(), "{name}");
            for (one, other) in all_before.into_iter().zip(all_after) {
                for (one, other) in corners(&before, one, page).into_iter().zip(corners(&after, other, page)) {
                    places += 1;
                    assert!(is_moved(one, other), "{name}, page {page}: {one:?} {other:?}");
                }
            }
        }
        let bookmarks =
            |pdf: &Pdf| pdf.bookmarks().into_iter().flat_map(|part| part.below).map(|bookmark| bookmark.target);
        let all = |pdf: &Pdf| pdf.links().into_iter().map(|link| link.target).chain(bookmarks(pdf)).collect::<Vec<_>>();
        for (one, other) in all(&before).into_iter().zip(all(&after)) {
            let (Target::Page(page, view), Target::Page(other_page, other_view)) = (&one, &other) else {
                assert_eq!(one, other, "{name}");
                continue;
            };
            assert_eq!(page, other_page, "{name}");
            let (numbers, other_numbers) = (numbers(view), numbers(other_view));
            match (numbers.as_slice(), other_numbers.as_slice()) {
                ([Some(x), Some(y), ..], [Some(other_x), Some(other_y), ..]) => {
                    targets += 1;
                    let geometry = &geometry[*page];
                    let (one, other) = (displayed(geometry, *x, *y), displayed(geometry, *other_x, *other_y));
                    assert!(is_moved(one, other), "{name}: {view} {other_view}");
                }
                _ => assert_eq!(numbers.len(), other_numbers.len(), "{name}: {view} {other_view}"),
            }
        }
    }
    assert!(places > 100 && targets > 20, "{places} {targets}");
}

#[test]
fn stamps_and_sizes_change_nothing_of_what_is_said() {
    for name in corpus::tagged() {
        let before = unchanged(name);
        let after =
            changed(name, |_, size| PageChange { shrink: Some(SMALLER), stamps: vec![place(size), place(size)] });
        let (Ok(before), Ok(changed)) = (TaggedPdf::read(&before), TaggedPdf::read(&after)) else {
            panic!("{name} cannot be read");
        };
        assert_eq!(before.tags().text(), changed.tags().text(), "{name}");
        assert!(!changed.tags().text().contains(WORD), "{name}");
        let kinds =
            |pdf: &TaggedPdf| soundness::findings(pdf).into_iter().map(|found| found.kind).collect::<Vec<Kind>>();
        assert_eq!(kinds(&before), kinds(&changed), "{name}");
        // Both stamps are on the page, each by itself an artifact, with its word and without marks of its own.
        let pdf = Pdf::read(&after);
        let content = String::from_utf8_lossy(&pdf.content(0)).into_owned();
        let (_, behind) = content.split_once("/Artifact <</Type /Pagination>> BDC q").unwrap();
        assert_eq!(behind.matches("/Artifact <</Type /Pagination>> BDC q").count(), 1, "{name}");
    }
}

#[test]
fn a_stamp_is_drawn_once_in_the_file_and_without_marks() {
    let document = Document::load_mem(&stamped("pages-300")).unwrap();
    let drawings = document.objects.values().filter_map(|object| object.as_stream().ok()).filter(|stream| {
        stream.get_plain_content().is_ok_and(|content| content.windows(WORD.len()).any(|part| part == WORD.as_bytes()))
    });
    let drawings: Vec<&Stream> = drawings.collect();
    let [drawing] = drawings.as_slice() else { panic!("{}", drawings.len()) };
    let content = drawing.get_plain_content().unwrap();
    assert!(!content.windows(3).any(|part| part == b"BDC" || part == b"EMC"));
}

/// Of pages that begin a sheet: every part but those that continue another.
#[test]
fn parts_begin_on_odd_pages_where_both_sides_are_printed() {
    let names = ["pages-rotated", "roles-a", "pages-cropped", "cairo-tagged", "roles-b", "pages-of-many-sizes"];
    let sources: Vec<Source> = names.iter().map(|name| open(name, false).unwrap()).collect();
    let continues = [false, false, true, false, true, false];
    let parts = sources.iter().enumerate().map(|(index, source)| Part {
        source,
        title: title(index),
        label: label(index),
        language: None,
        continues: continues[index],
        pages: source.sizes().iter().map(|size| PageChange { shrink: None, stamps: vec![place(*size)] }).collect(),
    });
    let about = about(Conformance { archive: None, accessible: false });
    let stamp = stamp();
    let joining = Joining { about, parts: parts.collect(), stamps: Some(&stamp), links: Vec::new(), duplex: true };
    let bytes = join::join(&joining).unwrap();
    let pdf = Pdf::read(&bytes);
    let mut firsts = Vec::new();
    let mut empty = Vec::new();
    let mut count = 0;
    for (index, source) in sources.iter().enumerate() {
        if !continues[index] && count % 2 == 1 {
            empty.push(count);
            count += 1;
        }
        firsts.push(count);
        count += source.sizes().len();
    }
    assert_eq!(pdf.pages.len(), count);
    assert!(!empty.is_empty());
    let inks = ink::pages(&bytes).unwrap();
    let whole = Source::open(&bytes, &Opening::default()).unwrap();
    for page in empty {
        assert_eq!(pdf.content(page), b"", "{page}");
        assert!(inks[page].is_free(0.0, 0.0, 20_000.0, 20_000.0));
        // As large as the page behind it.
        assert_eq!(whole.sizes()[page], whole.sizes()[page + 1]);
    }
    // Bookmarks lead to the first pages; those of parts that continue others are below these.
    let bookmarks = pdf.bookmarks();
    let first_of = |index: usize| bookmarks.iter().find(|bookmark| bookmark.title == title(index));
    for (index, first) in firsts.iter().enumerate() {
        assert_eq!(first_of(index).is_some(), !continues[index], "{index}");
        if let Some(bookmark) = first_of(index) {
            assert!(matches!(bookmark.target, Target::Page(page, _) if page == *first), "{index}: {bookmark:?}");
        }
    }
    let labels = pdf.labels();
    assert!(firsts.iter().enumerate().all(|(index, first)| labels[*first].starts_with(&label(index))), "{labels:?}");
    let tagged = TaggedPdf::read(&bytes).unwrap();
    assert!(!tagged.tags().text().contains(WORD));
}
