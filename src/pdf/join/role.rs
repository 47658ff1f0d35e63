//! Roles and classes of elements: names that parts define differently get a name of their part.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object};

use super::import::Import;
use super::target::Target;
use crate::pdf::file::File;

/// The longest chain of roles that stand for each other.
const LONGEST_CHAIN: usize = 16;

/// The roles and classes of the joined file.
#[derive(Default)]
pub(super) struct Roles {
    /// The names in use, with what each stands for in turn; a standard role stands for itself.
    chains: BTreeMap<Vec<u8>, Vec<Vec<u8>>>,
    map: BTreeMap<Vec<u8>, Vec<u8>>,
    classes: BTreeMap<Vec<u8>, Object>,
}

/// The names of a part’s roles and classes in the joined file, where they are not the same.
#[derive(Debug, Default)]
pub(super) struct Renamed {
    roles: BTreeMap<Vec<u8>, Vec<u8>>,
    classes: BTreeMap<Vec<u8>, Vec<u8>>,
}

impl Renamed {
    pub(super) fn role(&self, role: &[u8]) -> Object {
        Object::Name(self.roles.get(role).map_or(role, Vec::as_slice).to_vec())
    }

    /// The classes of an element: a name, or names with revision numbers between them.
    pub(super) fn classes(&self, file: &File, classes: &Object) -> Object {
        match file.resolved(classes) {
            Some(Object::Name(name)) => Object::Name(self.classes.get(name).unwrap_or(name).clone()),
            Some(Object::Array(names)) => Object::Array(names.iter().map(|name| self.class(file, name)).collect()),
            _ => Object::Null,
        }
    }

    fn class(&self, file: &File, name: &Object) -> Object {
        match file.resolved(name) {
            Some(Object::Name(name)) => Object::Name(self.classes.get(name).unwrap_or(name).clone()),
            Some(Object::Integer(revision)) => Object::Integer(*revision),
            _ => Object::Null,
        }
    }
}

impl Roles {
    /// Adds the roles and classes of a part; `used` are the roles of its elements.
    pub(super) fn add(
        &mut self,
        import: &mut Import<'_>,
        root: Option<&Dictionary>,
        used: &BTreeSet<Vec<u8>>,
        target: &mut Target<'_>,
    ) -> Renamed {
        let file = import.file;
        let map = root.and_then(|root| file.dictionary(root, b"RoleMap"));
        let map: BTreeMap<Vec<u8>, Vec<u8>> = map
            .into_iter()
            .flat_map(Dictionary::iter)
            .filter_map(|(role, other)| Some((role.clone(), file.resolved(other)?.as_name().ok()?.to_vec())))
            .collect();
        let mut renamed = Renamed::default();
        // What a role stands for is named first.
        let mut names: BTreeSet<&Vec<u8>> = map.keys().chain(map.values()).chain(used).collect();
        names.extend(used);
        let chains: BTreeMap<&Vec<u8>, Vec<Vec<u8>>> =
            names.into_iter().map(|name| (name, chain(&map, name))).collect();
        for (name, chain) in &chains {
            let new = match self.chains.get(*name) {
                Some(known) if known == chain => (*name).clone(),
                Some(_) => self.free_name(name, chain, &import.prefix),
                None => (*name).clone(),
            };
            self.chains.insert(new.clone(), chain.clone());
            if new != **name {
                renamed.roles.insert((*name).clone(), new);
            }
        }
        for (role, other) in &map {
            let new = |name: &Vec<u8>| renamed.roles.get(name).unwrap_or(name).clone();
            self.map.entry(new(role)).or_insert_with(|| new(other));
        }
        let classes = root.and_then(|root| file.dictionary(root, b"ClassMap"));
        for (name, attributes) in classes.into_iter().flat_map(Dictionary::iter) {
            let Some(attributes) = file.resolved(attributes) else { continue };
            let copy = import.copy(attributes, target);
            let mut new = name.clone();
            if self.classes.get(&new).is_some_and(|known| *known != copy) {
                new = suffixed(name, &import.prefix, |name| self.classes.contains_key(name));
                renamed.classes.insert(name.clone(), new.clone());
            }
            self.classes.insert(new, copy);
        }
        renamed
    }

    fn free_name(&self, name: &[u8], chain: &[Vec<u8>], prefix: &str) -> Vec<u8> {
        suffixed(name, prefix, |name| self.chains.get(name).is_some_and(|known| known != chain))
    }

    /// Registers a standard role that the joined file uses by itself.
    pub(super) fn keep(&mut self, role: &str) {
        self.chains.insert(role.as_bytes().to_vec(), Vec::new());
    }

    pub(super) fn write(&self, root: &mut Dictionary) {
        if !self.map.is_empty() {
            let map = self.map.iter().map(|(role, other)| (role.clone(), Object::Name(other.clone())));
            root.set("RoleMap", map.collect::<Dictionary>());
        }
        if !self.classes.is_empty() {
            let classes = self.classes.iter().map(|(name, attributes)| (name.clone(), attributes.clone()));
            root.set("ClassMap", classes.collect::<Dictionary>());
        }
    }
}

/// What a role stands for, step by step; circles end where they close.
fn chain(map: &BTreeMap<Vec<u8>, Vec<u8>>, role: &[u8]) -> Vec<Vec<u8>> {
    let mut chain: Vec<Vec<u8>> = Vec::new();
    let mut role = role;
    while let Some(other) = map.get(role).filter(|other| chain.len() < LONGEST_CHAIN && !chain.contains(*other)) {
        chain.push(other.clone());
        role = other;
    }
    chain
}

fn suffixed(name: &[u8], prefix: &str, is_taken: impl Fn(&[u8]) -> bool) -> Vec<u8> {
    let part = prefix.trim_end_matches('.');
    let mut new = [name, b"-", part.as_bytes()].concat();
    while is_taken(&new) {
        new.push(b'_');
    }
    new
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chains_end_at_standard_roles_and_where_they_close() {
        let map = [("Note0", "Note1"), ("Note1", "P"), ("A", "B"), ("B", "A")];
        let map = map.map(|(role, other)| (role.as_bytes().to_vec(), other.as_bytes().to_vec())).into();
        assert_eq!(chain(&map, b"Note0"), [b"Note1".to_vec(), b"P".to_vec()]);
        assert_eq!(chain(&map, b"P"), Vec::<Vec<u8>>::new());
        assert_eq!(chain(&map, b"A"), [b"B".to_vec(), b"A".to_vec()]);
    }
}
