//! PDFs that somebody has changed after they were made.

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, EncryptionState, EncryptionVersion, Object, ObjectId, Permissions, Stream};
use nenpo::pdf::{Element, Node, TaggedPdf, Text};

/// Prints the text of one marked piece where another stood.
pub(crate) fn with_text_of(document: &mut Document, old: &str, new: &str) {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    let read = TaggedPdf::read(&bytes).unwrap();
    let mut texts = Vec::new();
    gather(read.tags(), false, &mut texts);
    let find = |wanted: &str| {
        texts.iter().find(|text| text.text.trim_end() == wanted).unwrap_or_else(|| unreachable!("{wanted}"))
    };
    let (old, new) = (find(old), find(new));
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let shown = shown(&operations(document, pages[new.page - 1]), new.mark);
    let page = pages[old.page - 1];
    let mut changed = operations(document, page);
    let places = places(&changed, old.mark);
    let mut shown = shown.into_iter();
    for place in places.into_iter().rev() {
        match shown.next() {
            Some(operation) => changed[place] = operation,
            None => drop(changed.remove(place)),
        }
    }
    let content = Content { operations: changed }.encode().unwrap();
    document.change_page_content(page, content).unwrap();
}

/// Gathers the texts of tables.
fn gather(element: &Element, is_table: bool, texts: &mut Vec<Text>) {
    let is_table = is_table || element.standard_role == "Table";
    for child in &element.children {
        match child {
            Node::Element(element) => gather(element, is_table, texts),
            Node::Text(text) if is_table => texts.push(text.clone()),
            _ => {}
        }
    }
}

fn operations(document: &Document, page: ObjectId) -> Vec<Operation> {
    Content::decode(&document.get_page_content(page)).unwrap().operations
}

/// Returns where the operations that show a marked piece's text stand.
fn places(operations: &[Operation], mark: i64) -> Vec<usize> {
    let mut marks = Vec::new();
    let mut places = Vec::new();
    for (place, operation) in operations.iter().enumerate() {
        match operation.operator.as_str() {
            "BDC" => marks.push(
                operation.operands[1].as_dict().ok().and_then(|list| list.get(b"MCID").and_then(Object::as_i64).ok()),
            ),
            "BMC" => marks.push(None),
            "EMC" => drop(marks.pop()),
            "Tj" | "TJ" if marks.last() == Some(&Some(mark)) => places.push(place),
            _ => {}
        }
    }
    places
}

fn shown(operations: &[Operation], mark: i64) -> Vec<Operation> {
    places(operations, mark).into_iter().map(|place| operations[place].clone()).collect()
}

/// Changes the rows of the table with the most of them.
pub(crate) fn with_rows(document: &mut Document, change: impl FnOnce(&mut Vec<Object>)) {
    let is_table = |object: &Object| {
        object.as_dict().is_ok_and(|list| list.get(b"S").and_then(Object::as_name).is_ok_and(|role| role == b"Table"))
    };
    let rows = |object: &Object| object.as_dict().unwrap().get(b"K").unwrap().as_array().unwrap().len();
    let tables = document.objects.iter().filter(|(_, object)| is_table(object));
    let (id, _) = tables.max_by_key(|(id, object)| (rows(object), std::cmp::Reverse(**id))).unwrap();
    let id = *id;
    let table = document.get_object_mut(id).unwrap().as_dict_mut().unwrap();
    change(table.get_mut(b"K").unwrap().as_array_mut().unwrap());
}

/// Returns the specifications of the attached files with their names.
fn specifications(document: &Document) -> Vec<(ObjectId, String)> {
    let is_specification = |object: &Object| object.as_dict().is_ok_and(|list| list.has(b"EF"));
    let found = document.objects.iter().filter(|(_, object)| is_specification(object));
    found
        .map(|(id, object)| (*id, lopdf::decode_text_string(object.as_dict().unwrap().get(b"UF").unwrap()).unwrap()))
        .collect()
}

/// Changes the text of an attached file.
pub(crate) fn with_attachment(document: &mut Document, name: &str, change: impl FnOnce(&str) -> String) {
    let (id, _) = specifications(document).into_iter().find(|(_, found)| found == name).unwrap();
    let embedded = document.get_dictionary(id).unwrap().get(b"EF").unwrap().as_dict().unwrap();
    let stream = embedded.get(b"UF").or_else(|_| embedded.get(b"F")).unwrap().as_reference().unwrap();
    let stream = document.get_object_mut(stream).unwrap().as_stream_mut().unwrap();
    let old = String::from_utf8(stream.decompressed_content().unwrap_or_else(|_| stream.content.clone())).unwrap();
    let new = change(&old);
    assert_ne!(old, new, "{name} was to be changed");
    stream.dict.remove(b"Filter");
    stream.set_plain_content(new.into_bytes());
}

/// Attaches many more files.
pub(crate) fn with_attachments(document: &mut Document, count: usize) {
    let data = document.add_object(Stream::new(Dictionary::new(), b"x".to_vec()));
    let embedded: Dictionary = [("F", Object::from(data))].into_iter().collect();
    let files: Vec<Object> = (0..count)
        .map(|index| {
            let name = Object::string_literal(format!("n{index}"));
            let file = [("F", name.clone()), ("UF", name), ("EF", embedded.clone().into())];
            document.add_object(file.into_iter().collect::<Dictionary>()).into()
        })
        .collect();
    let associated = document.catalog_mut().unwrap().get_mut(b"AF").unwrap();
    let associated = match associated.as_reference() {
        Ok(id) => document.get_object_mut(id).unwrap(),
        Err(_) => document.catalog_mut().unwrap().get_mut(b"AF").unwrap(),
    };
    associated.as_array_mut().unwrap().extend(files);
}

/// Gives an attached file another name.
pub(crate) fn rename_attachment(document: &mut Document, old: &str, new: &str) {
    let (id, _) = specifications(document).into_iter().find(|(_, found)| found == old).unwrap();
    let list = document.get_object_mut(id).unwrap().as_dict_mut().unwrap();
    list.set("UF", Object::string_literal(new));
    list.set("F", Object::string_literal(new));
}

/// Gives all attached files the name of one that another program attaches.
pub(crate) fn rename_attachments(document: &mut Document, name: &str) {
    for (id, _) in specifications(document) {
        let list = document.get_object_mut(id).unwrap().as_dict_mut().unwrap();
        list.set("UF", Object::string_literal(name));
        list.set("F", Object::string_literal(name));
    }
}

/// Encrypts a PDF so that it opens without a password, as office programs do when they only forbid changes.
pub(crate) fn encrypted(bytes: &[u8]) -> Vec<u8> {
    let mut document = Document::load_mem(bytes).unwrap();
    let version = EncryptionVersion::V2 {
        document: &document,
        owner_password: "owner",
        user_password: "",
        key_length: 128,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).unwrap();
    document.encrypt(&state).unwrap();
    saved(document)
}

/// Takes the tags out of a PDF, as printing it to another PDF does.
pub(crate) fn without_tags(bytes: &[u8]) -> Vec<u8> {
    let mut document = Document::load_mem(bytes).unwrap();
    let catalog: &mut Dictionary = document.catalog_mut().unwrap();
    catalog.remove(b"StructTreeRoot");
    catalog.remove(b"MarkInfo");
    saved(document)
}

fn saved(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}
