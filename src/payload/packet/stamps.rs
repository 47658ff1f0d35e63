//! What is stamped on the pages of a packet, and which page of the stamps shows what.

use super::{PacketIngredients, StampData, StampsData};

/// The stamps of a packet. Each is a page of the document that `templates/packet/stamps.typ` makes of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamps {
    /// What the template reads.
    pub data: StampsData,
    /// The index of the page with the label of the first pages; `None` if they have none.
    pub front: Option<usize>,
    /// The same for each material of the packet.
    pub materials: Vec<Option<usize>>,
}

impl Stamps {
    /// The index of the page with the number of a page, counted from 1.
    #[must_use]
    pub fn number(&self, page: usize) -> Option<usize> {
        let index = page.checked_sub(1).filter(|index| *index < self.data.numbers.len())?;
        Some(self.data.labels.len() + index)
    }
}

impl PacketIngredients<'_> {
    /// The stamps of a packet with this number of pages.
    #[must_use]
    pub fn stamps(&self, page_count: usize) -> Stamps {
        let draft = self.packet.is_draft.then(|| self.text("packet-draft", &[]));
        let mut labels: Vec<StampData> = Vec::new();
        let mut index_of = |label: Option<String>| {
            let stamp = StampData { label, draft: draft.clone() };
            if stamp.label.is_none() && stamp.draft.is_none() {
                return None;
            }
            let known = labels.iter().position(|known| *known == stamp);
            Some(known.unwrap_or_else(|| {
                labels.push(stamp);
                labels.len() - 1
            }))
        };
        let front = index_of(None);
        let materials = self.packet.materials.iter().map(|material| index_of(self.label(material))).collect();
        let numbers = (1..=page_count).map(|page| self.words.digits(page)).collect();
        Stamps { data: StampsData { labels, numbers }, front, materials }
    }
}
