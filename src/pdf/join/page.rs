//! Pages with their own attributes, their content in brackets, and stamps as artifacts.

use std::fmt::Write;

use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::geometry::{Geometry, INHERITED, LETTER, Matrix, PageSize, attribute, has_sheet, numbers};
use super::import::Import;
use super::target::Target;
use super::{PageChange, Source};
use crate::pdf::file::File;
use crate::pdf::operations::{Operations, closing};

/// The identifier of the mark around the whole content of an untagged page: one that its content does not use, though
/// content without tags may have marks.
pub(super) fn mark_of_whole(file: &File, page: ObjectId) -> i64 {
    let page = file.objects().get_dictionary(page).ok();
    let content = page.and_then(|page| content(file, page)).unwrap_or_default();
    let marked = Operations::new(&content).filter(|written| written.operator == b"BDC");
    let numbers = marked.filter_map(|written| {
        let text = String::from_utf8_lossy(written.bytes);
        let digits = text.split_once("/MCID")?.1.trim_start();
        digits.split(|sign: char| !sign.is_ascii_digit()).next()?.parse::<i64>().ok()
    });
    numbers.filter(|number| *number < GREATEST_MARK).max().map_or(0, |greatest| greatest + 1)
}

/// The greatest identifier of marked content; lists by identifier grow with it.
pub(super) const GREATEST_MARK: i64 = 100_000;

/// Drawings of stamps in the joined file.
#[derive(Default)]
pub(super) struct Stamps(Vec<(ObjectId, PageSize)>);

impl Stamps {
    /// Copies each page of a file as a drawing without tags.
    pub(super) fn new<'a>(source: &'a Source, target: &mut Target<'a>) -> Self {
        let file = &source.file;
        let mut import = Import::new(file, String::new(), &[], None, target);
        let mut stamps = Vec::new();
        for page in file.pages() {
            let Ok(page) = file.objects().get_dictionary(*page) else { continue };
            let size = Geometry::of(file, page).size();
            let mut form = Dictionary::from_iter([
                ("Type", Object::Name(b"XObject".to_vec())),
                ("Subtype", Object::Name(b"Form".to_vec())),
                ("BBox", vec![0.into(), 0.into(), Object::Real(size.width), Object::Real(size.height)].into()),
            ]);
            if let Some(Object::Dictionary(resources)) =
                attribute(file, page, b"Resources").and_then(|resources| file.resolved(resources))
            {
                form.set("Resources", import.copy_dictionary(resources, target));
            }
            let content = unmarked(&content(file, page).unwrap_or_default());
            stamps.push((target.add(Stream::new(form, content).with_compression(false)), size));
        }
        import.run(target);
        Self(stamps)
    }
}

/// Content without the operators that mark it; the whole is an artifact.
fn unmarked(content: &[u8]) -> Vec<u8> {
    let kept = Operations::new(content)
        .filter(|written| !matches!(written.operator, b"BDC" | b"BMC" | b"EMC" | b"DP" | b"MP"));
    kept.flat_map(|written| [written.bytes, b"\n"].concat()).collect()
}

/// Copies the pages of a part and returns the node above them.
pub(super) fn copy(
    import: &mut Import<'_>,
    changes: &[PageChange],
    stamps: &Stamps,
    is_tagged: bool,
    tree: ObjectId,
    target: &mut Target<'_>,
) -> ObjectId {
    let node = target.reserve();
    let file = import.file;
    let no_change = PageChange::default();
    for (index, (old, new)) in file.pages().iter().zip(import.pages.clone()).enumerate() {
        let empty = Dictionary::new();
        let page = file.objects().get_dictionary(*old).unwrap_or(&empty);
        let change = changes.get(index).unwrap_or(&no_change);
        let mut copy = one(import, page, *old, target);
        copy.set("Parent", node);
        if is_tagged {
            copy.set("Tabs", Object::Name(b"S".to_vec()));
        }
        let whole = (is_tagged && file.tag_root().is_err()).then(|| mark_of_whole(file, *old));
        put_in_brackets(import, page, change, stamps, whole, &mut copy, target);
        target.put(new, copy);
    }
    let kids = import.pages.iter().map(|page| Object::Reference(*page)).collect::<Vec<_>>();
    write_node(node, Some(tree), kids, import.pages.len(), target);
    node
}

fn write_node(id: ObjectId, parent: Option<ObjectId>, kids: Vec<Object>, count: usize, target: &mut Target<'_>) {
    let mut node = Dictionary::from_iter([
        ("Type", Object::Name(b"Pages".to_vec())),
        ("Kids", Object::Array(kids)),
        ("Count", Object::Integer(i64::try_from(count).unwrap_or_default())),
    ]);
    if let Some(parent) = parent {
        node.set("Parent", parent);
    }
    target.put(id, node);
}

/// Writes the root above the nodes of the parts.
pub(super) fn write_tree(tree: ObjectId, nodes: &[(ObjectId, usize)], count: usize, target: &mut Target<'_>) {
    let kids = nodes.iter().map(|(node, _)| Object::Reference(*node)).collect();
    write_node(tree, None, kids, count, target);
}

/// An empty page as large as a part’s first one.
pub(super) fn empty(tree: ObjectId, file: &File, target: &mut Target<'_>) -> ObjectId {
    let first = file.pages().first().and_then(|page| file.objects().get_dictionary(*page).ok());
    let size = first.map_or(PageSize { width: 595.276, height: 841.89 }, |page| Geometry::of(file, page).size());
    let (node, page) = (target.reserve(), target.reserve());
    let sheet = vec![0.into(), 0.into(), Object::Real(size.width), Object::Real(size.height)];
    target.put(
        page,
        Dictionary::from_iter([
            ("Type", Object::Name(b"Page".to_vec())),
            ("MediaBox", Object::Array(sheet)),
            ("Resources", Object::Dictionary(Dictionary::new())),
            ("Parent", Object::Reference(node)),
            ("Tabs", Object::Name(b"S".to_vec())),
        ]),
    );
    write_node(node, Some(tree), vec![Object::Reference(page)], 1, target);
    node
}

/// A page with the attributes that it inherited, without its content.
fn one(import: &mut Import<'_>, page: &Dictionary, id: ObjectId, target: &mut Target<'_>) -> Dictionary {
    /// Actions that run by themselves, and what is set anew.
    const LEFT_OUT: [&[u8]; 8] =
        [b"Parent", b"Contents", b"Resources", b"AA", b"StructParents", b"Tabs", b"Annots", b"Thumb"];
    let file = import.file;
    let mut copy = Dictionary::new();
    for (key, value) in page.iter().filter(|(key, _)| !LEFT_OUT.contains(&key.as_slice())) {
        let value = import.copy(value, target);
        copy.set(key.clone(), value);
    }
    copy.set("Type", Object::Name(b"Page".to_vec()));
    for key in INHERITED {
        if let Some(value) = attribute(file, page, key).filter(|_| key != b"Resources") {
            let value = import.copy(value, target);
            copy.set(key.to_vec(), value);
        }
    }
    if !has_sheet(file, page) {
        // Readers assume one size or another.
        copy.set("MediaBox", LETTER.map(Object::Real).to_vec());
    }
    let annotations: Vec<Object> = file.array(page, b"Annots").to_vec();
    if !annotations.is_empty() {
        let matrix = import.shrunk.get(&id).copied();
        let mut copies = Vec::new();
        for annotation in &annotations {
            copies.push(match annotation {
                Object::Reference(_) => import.copy(annotation, target),
                // Written by itself, so that an element can own it.
                other => {
                    let mut other = import.copy(other, target);
                    if let (Some(matrix), Object::Dictionary(annotation)) = (matrix, &mut other) {
                        super::annotation::transform(annotation, matrix);
                    }
                    Object::Reference(target.add(other))
                }
            });
        }
        copies.retain(|annotation| !annotation.is_null());
        copy.set("Annots", copies);
    }
    copy
}

/// Puts the content in brackets, so that what it leaves behind does not reach the stamps, and adds these.
fn put_in_brackets(
    import: &mut Import<'_>,
    page: &Dictionary,
    change: &PageChange,
    stamps: &Stamps,
    whole: Option<i64>,
    copy: &mut Dictionary,
    target: &mut Target<'_>,
) {
    let file = import.file;
    let geometry = Geometry::of(file, page);
    let original = attribute(file, page, b"Resources").and_then(|resources| file.resolved(resources)?.as_dict().ok());
    let mut resources = original.map(|original| import.copy_dictionary(original, target)).unwrap_or_default();
    import.default_colour(original, &mut resources, target);
    let balance = Balance::of(&content(file, page).unwrap_or_default());
    let mut before = String::from("q\n");
    if let Some(shrink) = &change.shrink {
        let matrix = geometry.shrunk(shrink);
        // What is beyond the page stays hidden.
        let _ = writeln!(before, "{} cm {} re W n", matrix.operands(), geometry.visible_operands());
        shrink_patterns(import, original, matrix, &mut resources, target);
    }
    // The content may go back as far as here.
    before.push_str(&"q\n".repeat(balance.missing_saves));
    if let Some(mark) = whole {
        let _ = writeln!(before, "/P <</MCID {mark}>> BDC");
    }
    let mut after = format!("\n{}\n", balance.closing);
    after.push_str(if balance.is_in_text { "ET\n" } else { "" });
    after.push_str(&"EMC\n".repeat(balance.open_marks + usize::from(whole.is_some())));
    after.push_str(&"Q\n".repeat(balance.missing_restores + 1));
    let drawings = original.and_then(|original| file.dictionary(original, b"XObject"));
    let mut drawings = drawings.map(|drawings| import.copy_dictionary(drawings, target)).unwrap_or_default();
    for stamp in &change.stamps {
        let Some((drawing, size)) = stamps.0.get(stamp.index) else { continue };
        let name = free_name(&drawings);
        let matrix = geometry.placed(stamp.left, stamp.top, size.height).operands();
        let _ = writeln!(after, "/Artifact <</Type /Pagination>> BDC q {matrix} cm /{name} Do Q EMC");
        drawings.set(name, *drawing);
    }
    if !drawings.is_empty() {
        resources.set("XObject", drawings);
    }
    copy.set("Resources", resources);
    let mut contents = vec![Object::Reference(target.bracket(before))];
    match page.get(b"Contents").ok().map(|value| (value, file.resolved(value))) {
        Some((_, Some(Object::Array(streams)))) => {
            let streams = streams.clone();
            contents.extend(streams.iter().map(|stream| import.copy(stream, target)));
        }
        Some((stream, Some(Object::Stream(_)))) => contents.push(import.copy(stream, target)),
        _ => {}
    }
    contents.retain(|stream| !stream.is_null());
    contents.push(Object::Reference(target.bracket(after)));
    copy.set("Contents", contents);
}

/// Patterns are fixed to the page, whatever its content is transformed by.
fn shrink_patterns(
    import: &mut Import<'_>,
    original: Option<&Dictionary>,
    matrix: Matrix,
    resources: &mut Dictionary,
    target: &mut Target<'_>,
) {
    let file = import.file;
    let patterns = original.and_then(|original| file.dictionary(original, b"Pattern")).into_iter();
    let mut copies = Dictionary::new();
    for (name, pattern) in patterns.flat_map(Dictionary::iter) {
        let Some(pattern) = file.resolved(pattern) else { continue };
        let mut copy = import.copy(pattern, target);
        let dictionary = match &mut copy {
            Object::Dictionary(dictionary) => dictionary,
            Object::Stream(stream) => &mut stream.dict,
            _ => continue,
        };
        let own = match pattern {
            Object::Dictionary(pattern) => numbers(file, pattern.get(b"Matrix").ok()),
            Object::Stream(pattern) => numbers(file, pattern.dict.get(b"Matrix").ok()),
            _ => None,
        };
        let own = own.unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
        dictionary.set("Matrix", Object::Array(Matrix(own).then(matrix).0.map(Object::Real).to_vec()));
        copies.set(name.clone(), target.add(copy));
    }
    if !copies.is_empty() {
        resources.set("Pattern", copies);
    }
}

fn free_name(drawings: &Dictionary) -> String {
    let mut number = 1_usize;
    loop {
        let name = format!("Stamp{number}");
        if !drawings.has(name.as_bytes()) {
            return name;
        }
        number += 1;
    }
}

/// The content of a page; `None` if it cannot be unpacked.
pub(super) fn content(file: &File, page: &Dictionary) -> Option<Vec<u8>> {
    let mut content = Vec::new();
    for stream in file.content_streams(page) {
        let left = file.allowance().saturating_sub(content.len());
        content.extend(File::unpacked(stream, left).ok()?);
        content.push(b'\n');
    }
    Some(content)
}

/// What content leaves open, and what it closes without having opened it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Balance {
    missing_saves: usize,
    missing_restores: usize,
    open_marks: usize,
    is_in_text: bool,
    /// What ends its last operands.
    closing: String,
}

impl Balance {
    fn of(content: &[u8]) -> Self {
        let mut balance = Self::default();
        let mut operations = Operations::new(content);
        while let Some(written) = operations.next() {
            match written.operator {
                b"BI" if operations.is_at_end() => "EI".clone_into(&mut balance.closing),
                b"" => balance.closing = closing(written.bytes),
                b"q" => balance.missing_restores += 1,
                b"Q" if balance.missing_restores == 0 => balance.missing_saves += 1,
                b"Q" => balance.missing_restores -= 1,
                b"BDC" | b"BMC" => balance.open_marks += 1,
                b"EMC" => balance.open_marks = balance.open_marks.saturating_sub(1),
                b"BT" => balance.is_in_text = true,
                b"ET" => balance.is_in_text = false,
                _ => {}
            }
        }
        balance
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_content_leaves_open_is_found() {
        assert_eq!(Balance::of(b"q Q q 1 0 0 1 0 0 cm"), Balance { missing_restores: 1, ..Balance::default() });
        assert_eq!(Balance::of(b"Q Q q"), Balance { missing_saves: 2, missing_restores: 1, ..Balance::default() });
        let open = Balance { open_marks: 1, is_in_text: true, ..Balance::default() };
        assert_eq!(Balance::of(b"/P <</MCID 0>> BDC BT (q) Tj"), open);
        let closing = ")".to_owned();
        assert_eq!(Balance::of(b"BT (q) Tj (Q q"), Balance { is_in_text: true, closing, ..Balance::default() });
        assert_eq!(Balance::of(b"BI /W 1 ID q q\n").closing, "EI");
        assert_eq!(Balance::of(b"BI /W 1 ID q q\nEI\n").closing, "");
    }

    #[test]
    fn stamps_lose_their_marks_and_keep_their_drawing() {
        let content = unmarked(b"/P <</MCID 0>> BDC\nq 0 g BT (EMC) Tj ET Q\nEMC\n");
        assert_eq!(
            String::from_utf8_lossy(&content).split_whitespace().collect::<Vec<_>>().join(" "),
            "q 0 g BT (EMC) Tj ET Q"
        );
    }
}
