//! Form fields: those of each part below one field, so that fields of one name stay apart, and with the fonts in which they
//! are filled in.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use lopdf::{Dictionary, Object, ObjectId, StringFormat};

use super::import::Import;
use super::target::Target;
use crate::pdf::file::File;

/// The fonts of the parts’ forms, by the names that fields use for them.
#[derive(Default)]
pub(super) struct FontNames(BTreeMap<Vec<u8>, u64>);

impl FontNames {
    /// The names of a part’s fonts that are other fonts in earlier parts, with the new names.
    pub(super) fn renamed(&mut self, file: &File, prefix: &str) -> BTreeMap<Vec<u8>, Vec<u8>> {
        let form = file.dictionary(file.catalog(), b"AcroForm");
        let fonts = form.and_then(|form| file.dictionary(file.dictionary(form, b"DR")?, b"Font"));
        let mut renamed = BTreeMap::new();
        for (name, font) in fonts.into_iter().flat_map(Dictionary::iter) {
            let font = fingerprint(file, font);
            if *self.0.entry(name.clone()).or_insert(font) != font {
                let new = [prefix.as_bytes(), name].concat();
                self.0.insert(new.clone(), font);
                renamed.insert(name.clone(), new);
            }
        }
        renamed
    }
}

/// The same for objects that say the same, as far as they are followed.
fn fingerprint(file: &File, object: &Object) -> u64 {
    fn follow(file: &File, object: &Object, depth: usize, left: &mut usize, hasher: &mut DefaultHasher) {
        const MOST_NESTING: usize = 16;
        let Some(object) = file.resolved(object).filter(|_| depth < MOST_NESTING && *left > 0) else { return };
        *left -= 1;
        std::mem::discriminant(object).hash(hasher);
        let dictionary = match object {
            Object::Array(items) => return items.iter().for_each(|item| follow(file, item, depth + 1, left, hasher)),
            Object::Dictionary(dictionary) => dictionary,
            Object::Stream(stream) => {
                stream.content.hash(hasher);
                &stream.dict
            }
            Object::Name(bytes) | Object::String(bytes, _) => return bytes.hash(hasher),
            other => return format!("{other:?}").hash(hasher),
        };
        for (key, value) in dictionary {
            key.hash(hasher);
            follow(file, value, depth + 1, left, hasher);
        }
    }
    const MOST_VALUES: usize = 10_000;
    let mut hasher = DefaultHasher::new();
    follow(file, object, 0, &mut MOST_VALUES.clone(), &mut hasher);
    hasher.finish()
}

/// How a field is filled in, with the new names of its fonts.
pub(super) fn with_new_names(appearance: &[u8], renamed: &BTreeMap<Vec<u8>, Vec<u8>>) -> Vec<u8> {
    let is_delimiter = |byte: &u8| byte.is_ascii_whitespace() || b"()<>[]{}/%".contains(byte);
    let mut new = Vec::new();
    let mut rest = appearance;
    while let Some(slash) = rest.iter().position(|byte| *byte == b'/') {
        let (before, name) = rest.split_at(slash + 1);
        let (name, behind) = name.split_at(name.iter().position(is_delimiter).unwrap_or(name.len()));
        new.extend_from_slice(before);
        new.extend_from_slice(renamed.get(name).map_or(name, Vec::as_slice));
        rest = behind;
    }
    [&new, rest].concat()
}

/// The form of the joined file.
#[derive(Default)]
pub(super) struct Form {
    fields: Vec<Object>,
    resources: Dictionary,
    appearance: Option<Object>,
    /// Whether programs have to draw the values of fields themselves.
    needs_appearances: bool,
}

impl Form {
    /// Adds the fields of a part.
    pub(super) fn add<'a>(&mut self, import: &mut Import<'a>, target: &mut Target<'a>) {
        let file = import.file;
        let Some(form) = file.dictionary(file.catalog(), b"AcroForm") else { return };
        let olds: Vec<ObjectId> =
            file.array(form, b"Fields").iter().filter_map(|field| field.as_reference().ok()).collect();
        let parent = target.reserve();
        let mut fields = Vec::new();
        for old in olds {
            let Ok(field) = file.objects().get_dictionary(old) else { continue };
            let Object::Reference(new) = import.reference(old, target) else { continue };
            import.run(target);
            if let Some(copy) = target.dictionary_mut(new) {
                if !import.prefix.is_empty() {
                    copy.set("Parent", parent);
                }
                // A signature of the part does not hold for the joined file.
                if field.get(b"FT").is_ok_and(|kind| kind.as_name().is_ok_and(|kind| kind == b"Sig")) {
                    copy.remove(b"V");
                }
            }
            fields.push(Object::Reference(new));
        }
        if fields.is_empty() {
            return;
        }
        if import.prefix.is_empty() {
            self.fields.extend(fields);
        } else {
            let name = format!("part-{}", import.prefix.trim_end_matches('.')).into_bytes();
            let mut above = Dictionary::from_iter([("T", Object::String(name, StringFormat::Literal))]);
            above.set("Kids", fields);
            // What the part’s form says of all its fields, which the joined form can say only once.
            if let Ok(appearance) = form.get(b"DA") {
                above.set("DA", import.appearance(appearance));
            }
            if let Some(Object::Integer(alignment)) = file.value(form, b"Q") {
                above.set("Q", *alignment);
            }
            target.put(parent, above);
            self.fields.push(Object::Reference(parent));
        }
        self.add_resources(import, form, target);
        if let Ok(appearance) = form.get(b"DA") {
            self.appearance.get_or_insert_with(|| import.appearance(appearance));
        }
        self.needs_appearances |= matches!(file.value(form, b"NeedAppearances"), Some(Object::Boolean(true)));
    }

    /// Unites the resources by kind. Fields name fonts only; of two others with one name, that of the first part stays.
    fn add_resources(&mut self, import: &mut Import<'_>, form: &Dictionary, target: &mut Target<'_>) {
        let file = import.file;
        let Some(resources) = file.dictionary(form, b"DR") else { return };
        for (kind, known) in resources {
            let Some(Object::Dictionary(known)) = file.resolved(known) else { continue };
            if !self.resources.has(kind) {
                self.resources.set(kind.clone(), Dictionary::new());
            }
            let Ok(Object::Dictionary(united)) = self.resources.get_mut(kind) else { continue };
            for (name, value) in known {
                let name = if kind == b"Font" { import.new_name(name) } else { name.clone() };
                if !united.has(&name) {
                    united.set(name, import.copy(value, target));
                }
            }
        }
    }

    /// Archives do not allow that programs draw values themselves.
    pub(super) fn write(self, is_archive: bool, catalog: &mut Dictionary) {
        if self.fields.is_empty() {
            return;
        }
        let mut form = Dictionary::from_iter([("Fields", Object::Array(self.fields))]);
        if !self.resources.is_empty() {
            form.set("DR", self.resources);
        }
        if let Some(appearance) = self.appearance {
            form.set("DA", appearance);
        }
        if self.needs_appearances && !is_archive {
            form.set("NeedAppearances", true);
        }
        catalog.set("AcroForm", form);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_get_their_new_names_and_nothing_else_changes() {
        let renamed = BTreeMap::from([(b"F1".to_vec(), b"2.F1".to_vec())]);
        for (old, new) in [
            ("/F1 12 Tf 0 g", "/2.F1 12 Tf 0 g"),
            ("0 g/F1 0 Tf/F10 9 Tf", "0 g/2.F1 0 Tf/F10 9 Tf"),
            ("0 g", "0 g"),
            ("/F1", "/2.F1"),
            ("/", "/"),
        ] {
            assert_eq!(String::from_utf8_lossy(&with_new_names(old.as_bytes(), &renamed)), new);
        }
    }
}
