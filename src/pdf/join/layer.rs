//! Layers (optional content) of all parts.

use lopdf::{Dictionary, Object, text_string};

use super::import::Import;
use super::target::Target;

/// The layers of the joined file.
#[derive(Default)]
pub(super) struct Layers {
    all: Vec<Object>,
    order: Vec<Object>,
    hidden: Vec<Object>,
    locked: Vec<Object>,
    exclusive: Vec<Object>,
    usage: Vec<Object>,
}

impl Layers {
    /// Adds the layers of a part in their initial state.
    pub(super) fn add(&mut self, import: &mut Import<'_>, title: &str, target: &mut Target<'_>) {
        let file = import.file;
        let Some(properties) = file.dictionary(file.catalog(), b"OCProperties") else { return };
        let layers: Vec<Object> = file.array(properties, b"OCGs").to_vec();
        let empty = Dictionary::new();
        let state = file.dictionary(properties, b"D").unwrap_or(&empty);
        let listed = |key: &[u8]| file.array(state, key).to_vec();
        let are_hidden = file.value(state, b"BaseState").and_then(|state| state.as_name().ok()) == Some(b"OFF");
        let hidden: Vec<Object> = if are_hidden {
            let shown = listed(b"ON");
            layers.iter().filter(|layer| !shown.contains(layer)).cloned().collect()
        } else {
            listed(b"OFF")
        };
        let mut copies = |objects: &[Object]| -> Vec<Object> {
            let copies = objects.iter().map(|object| import.copy(object, target));
            copies.filter(|object| !object.is_null()).collect()
        };
        self.hidden.extend(copies(&hidden));
        self.locked.extend(copies(&listed(b"Locked")));
        self.exclusive.extend(copies(&listed(b"RBGroups")));
        self.usage.extend(copies(&listed(b"AS")));
        let order = listed(b"Order");
        let order = copies(if order.is_empty() { &layers } else { &order });
        if !order.is_empty() {
            // A text before a list is its heading.
            let mut headed = vec![text_string(title)];
            headed.extend(order);
            self.order.push(Object::Array(headed));
        }
        self.all.extend(copies(&layers));
    }

    pub(super) fn write(self, catalog: &mut Dictionary) {
        if self.all.is_empty() {
            return;
        }
        // PDF/A requires a name.
        let mut state = Dictionary::from_iter([("Name", text_string("Layers"))]);
        for (key, objects) in [
            ("Order", self.order),
            ("OFF", self.hidden),
            ("Locked", self.locked),
            ("RBGroups", self.exclusive),
            ("AS", self.usage),
        ] {
            if !objects.is_empty() {
                state.set(key, objects);
            }
        }
        let mut properties = Dictionary::from_iter([("OCGs", Object::Array(self.all))]);
        properties.set("D", state);
        catalog.set("OCProperties", properties);
    }
}
