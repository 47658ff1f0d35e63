//! Resolves the targets of links and bookmarks.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object};

use super::Target;
use super::entries::entries;
use super::file::{self, File, LONGEST_NAME};

#[derive(Debug, Default)]
pub(super) struct Destinations {
    /// Those of the tree of names, which strings name.
    by_string: BTreeMap<Vec<u8>, Target>,
    /// Those of the catalog’s own dictionary, which names name.
    by_name: BTreeMap<Vec<u8>, Target>,
}

impl Destinations {
    pub(super) fn read(file: &File) -> Self {
        let (mut by_string, mut by_name) = (BTreeMap::new(), BTreeMap::new());
        if let Some(places) = file.dictionary(file.catalog(), b"Dests") {
            by_name.extend(places.iter().map(|(name, place)| (name.clone(), Self::place(file, name, place))));
        }
        if let Some(names) = file.dictionary(file.catalog(), b"Names")
            && let Some(root) = file.dictionary(names, b"Dests")
        {
            for (name, place) in entries(file, root, b"Names") {
                if let Ok(name) = name.as_str() {
                    by_string.insert(name.to_vec(), Self::place(file, name, place));
                }
            }
        }
        Self { by_string, by_name }
    }

    pub(super) fn targets(&self) -> impl Iterator<Item = &Target> {
        self.by_string.values().chain(self.by_name.values())
    }

    /// The target of an annotation or bookmark; `None` if it has neither a destination nor a `GoTo`, `GoToR` or `URI` action.
    pub(super) fn target(&self, file: &File, holder: &Dictionary) -> Option<Target> {
        if let Ok(destination) = holder.get(b"Dest") {
            return Some(self.resolved(file, destination));
        }
        let action = file.dictionary(holder, b"A")?;
        match file.value(action, b"S").and_then(file::name)?.as_str() {
            "GoTo" => Some(match action.get(b"D") {
                Ok(destination) => self.resolved(file, destination),
                Err(_) => Target::Nowhere(String::new()),
            }),
            "GoToR" => Some(match file_name(file, action) {
                Some(path) => Target::File(path),
                None => Target::Nowhere(String::new()),
            }),
            "URI" => Some(match file.text(action, b"URI") {
                Some(address) if !address.trim().is_empty() => Target::Uri(address),
                _ => Target::Nowhere(String::new()),
            }),
            _ => None,
        }
    }

    fn resolved(&self, file: &File, destination: &Object) -> Target {
        match file.resolved(destination) {
            // Other programs also look among the others.
            Some(Object::Name(name)) => Self::first_of(name, [&self.by_name, &self.by_string]),
            Some(Object::String(name, _)) => Self::first_of(name, [&self.by_string, &self.by_name]),
            Some(place) => Self::place(file, b"", place),
            None => nowhere(b""),
        }
    }

    fn first_of(name: &[u8], maps: [&BTreeMap<Vec<u8>, Target>; 2]) -> Target {
        maps.into_iter().find_map(|map| map.get(name)).cloned().unwrap_or_else(|| nowhere(name))
    }

    fn place(file: &File, name: &[u8], place: &Object) -> Target {
        let place = match file.resolved(place) {
            Some(Object::Dictionary(place)) => file.value(place, b"D"),
            place => place,
        };
        let page = place.and_then(|place| place.as_array().ok()?.first()?.as_reference().ok());
        page.and_then(|page| file.page_number(page)).map_or_else(|| nowhere(name), Target::Page)
    }
}

/// The path of another file, written as a text or in a file specification.
fn file_name(file: &File, action: &Dictionary) -> Option<String> {
    let name = match file.dictionary(action, b"F") {
        Some(specification) => file.text(specification, b"UF").or_else(|| file.text(specification, b"F")),
        None => file.text(action, b"F"),
    };
    name.filter(|name| !name.trim().is_empty())
}

fn nowhere(name: &[u8]) -> Target {
    Target::Nowhere(String::from_utf8_lossy(&name[..name.len().min(LONGEST_NAME)]).into_owned())
}
