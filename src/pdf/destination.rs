//! Where links and bookmarks lead. Knows no page's content.

use lopdf::{Dictionary, Object};

use super::Target;
use super::file::{self, File};

/// Levels of a tree of names, at most.
const MOST_NESTING: usize = 32;

/// Returns where an annotation or a bookmark leads; none where it is not meant to lead anywhere.
pub(super) fn target(file: &File, holder: &Dictionary) -> Option<Target> {
    if let Some(destination) = file.value(holder, b"Dest") {
        return Some(destination_target(file, destination));
    }
    let action = file.dictionary(holder, b"A")?;
    match file.value(action, b"S").and_then(file::name)?.as_str() {
        "GoTo" => Some(match file.value(action, b"D") {
            Some(destination) => destination_target(file, destination),
            None => Target::Nowhere(String::new()),
        }),
        "URI" => Some(match file.text(action, b"URI") {
            Some(address) if !address.trim().is_empty() => Target::Uri(address),
            _ => Target::Nowhere(String::new()),
        }),
        _ => None,
    }
}

fn destination_target(file: &File, destination: &Object) -> Target {
    let (name, place) = match destination {
        Object::Name(name) => {
            (name.as_slice(), file.dictionary(file.catalog(), b"Dests").and_then(|names| file.value(names, name)))
        }
        Object::String(name, _) => (name.as_slice(), named(file, name)),
        other => (&[][..], Some(other)),
    };
    let nowhere = || Target::Nowhere(String::from_utf8_lossy(name).into_owned());
    let place = match place {
        Some(Object::Dictionary(place)) => file.value(place, b"D"),
        place => place,
    };
    let Some(Object::Array(place)) = place else { return nowhere() };
    let page = place.first().and_then(|page| page.as_reference().ok()).and_then(|page| file.page_number(page));
    page.map_or_else(nowhere, Target::Page)
}

fn named<'a>(file: &'a File, name: &[u8]) -> Option<&'a Object> {
    let names = file.dictionary(file.catalog(), b"Names")?;
    let mut node = file.dictionary(names, b"Dests")?;
    for _ in 0..MOST_NESTING {
        let pairs = file.array(node, b"Names").as_chunks::<2>().0;
        if let Some([_, value]) =
            pairs.iter().find(|[key, _]| file.resolved(key).and_then(|key| key.as_str().ok()) == Some(name))
        {
            return file.resolved(value);
        }
        let holds = |kid: &&'a Dictionary| {
            let limits: Vec<&[u8]> =
                file.array(kid, b"Limits").iter().filter_map(|limit| file.resolved(limit)?.as_str().ok()).collect();
            matches!(limits.as_slice(), [least, most] if *least <= name && name <= *most)
        };
        let mut kids = file.array(node, b"Kids").iter().filter_map(|kid| file.resolved(kid)?.as_dict().ok());
        node = kids.find(holds)?;
    }
    None
}
