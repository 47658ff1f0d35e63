//! Form fields: those of each part below one field, so that fields of one name stay apart.

use lopdf::{Dictionary, Object, ObjectId, StringFormat};

use super::import::Import;
use super::target::Target;

/// The form of the joined file.
#[derive(Default)]
pub(super) struct Form {
    fields: Vec<Object>,
    resources: Dictionary,
    appearance: Option<Object>,
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
            for key in [&b"DA"[..], b"Q"] {
                if let Some(value @ (Object::String(..) | Object::Integer(_))) = file.value(form, key) {
                    above.set(key, value.clone());
                }
            }
            target.put(parent, above);
            self.fields.push(Object::Reference(parent));
        }
        self.add_resources(import, form, target);
        if let Ok(appearance @ Object::String(..)) = form.get(b"DA") {
            self.appearance.get_or_insert_with(|| appearance.clone());
        }
    }

    /// Unites the resources by kind; of two with one name, that of the first part stays.
    fn add_resources(&mut self, import: &mut Import<'_>, form: &Dictionary, target: &mut Target<'_>) {
        let file = import.file;
        let Some(resources) = file.dictionary(form, b"DR") else { return };
        for (kind, known) in resources {
            let Some(Object::Dictionary(known)) = file.resolved(known) else { continue };
            let copy = import.copy_dictionary(known, target);
            match self.resources.get_mut(kind) {
                Ok(Object::Dictionary(united)) => {
                    for (name, value) in &copy {
                        if !united.has(name) {
                            united.set(name.clone(), value.clone());
                        }
                    }
                }
                _ => self.resources.set(kind.clone(), copy),
            }
        }
    }

    pub(super) fn write(self, catalog: &mut Dictionary) {
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
        catalog.set("AcroForm", form);
    }
}
