//! Binds a packet in one language for one audience: first pages, covers and stamps are made, and everything is joined.

use std::io;

use super::claim::BEST;
use super::material::Opened;
use super::stamping::{self, Drawn, EDGE, Wanted};
use super::typeset::{PacketPress, PacketProblems};
use crate::diagnostic::{Code, Diagnostic};
use crate::packet::{Packet, PacketMaterial, first_pages};
use crate::payload::{FileFacts, MaterialFacts, PacketData, PacketIngredients, Stamps};
use crate::pdf::ink::{self, Ink};
use crate::pdf::join::{
    About, Conformance, DescribedLink, InnerLink, Joining, Opening, PageChange, PageSize, Part, Source, join,
};
use crate::report::{MaterialSeries, name_of};

/// The name of the file with the first pages.
pub(super) const AGENDA_FILE: &str = "00-agenda.pdf";

/// Who gets a packet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Audience {
    /// Everybody; materials for members are only listed.
    Public,
    /// The members of the committee, with all materials.
    Members,
}

/// A packet in one language for one audience.
pub(super) struct Bound {
    /// The name of its folder and, with an extension, of the whole packet.
    pub(super) name: String,
    /// The files of its folder by name, without the web page.
    pub(super) files: Vec<(String, Vec<u8>)>,
    pub(super) facts: Vec<MaterialFacts>,
    pub(super) agenda: FileFacts,
    pub(super) whole: FileFacts,
    /// Pages that were made smaller.
    pub(super) shrunk: Vec<Diagnostic>,
}

/// What a packet is bound from.
pub(super) struct Binder<'a> {
    pub(super) packet: &'a Packet,
    pub(super) ingredients: PacketIngredients<'a>,
    pub(super) press: &'a PacketPress<'a>,
    /// In the order of the packet.
    pub(super) opened: &'a [Opened],
    pub(super) audience: Audience,
}

/// Pages that nenpo makes for the packet.
struct OwnPages {
    source: Source,
    ink: Option<Vec<Ink>>,
}

/// Pages of the packet in the order in which they are joined.
struct Section<'a> {
    source: &'a Source,
    ink: Option<&'a [Ink]>,
    /// The material that it belongs to; `None` for the first pages.
    material: Option<usize>,
    /// Whether it is the cover of its material.
    is_cover: bool,
    continues: bool,
    /// The page of the packet on which it begins, from 1.
    first: usize,
}

impl Audience {
    pub(super) fn includes(self, material: &PacketMaterial) -> bool {
        self == Self::Members || !material.for_members
    }
}

impl OwnPages {
    fn new(pdf: &[u8]) -> Option<Self> {
        let source = Source::open(pdf, &Opening::default()).ok()?;
        Some(Self { source, ink: ink::edges(pdf.to_vec(), EDGE) })
    }

    fn count(&self) -> usize {
        self.source.sizes().len()
    }
}

impl Binder<'_> {
    /// `None` if the template cannot be compiled, with its problems.
    pub(super) fn bind(&self, name: String, problems: &mut PacketProblems) -> io::Result<Option<Bound>> {
        let Some(covers) = self.covers(problems) else { return Ok(None) };
        let page_counts: Vec<Option<usize>> = self.page_counts(&covers);
        let facts_after = |front: usize| self.facts(&first_pages(front, &page_counts, self.packet.duplex), &covers);
        let front = self.press.front(|count| self.ingredients.data(&facts_after(count)), problems);
        let Some(front) = front.and_then(|front| OwnPages::new(&front.pdf)) else { return Ok(None) };
        let mut facts = facts_after(front.count());
        let data = self.ingredients.data(&facts);
        let stamps = self.ingredients.stamps(last_page(front.count(), &facts));
        let drawn = self.press.stamps(&data, &stamps.data, problems).and_then(|pages| OwnPages::new(&pages.pdf));
        let Some(drawn) = drawn else { return Ok(None) };
        let sections = self.sections(&front, &covers, &facts);
        let changes: Vec<Vec<PageChange>> =
            sections.iter().map(|section| changes(section, &stamps, drawn.source.sizes())).collect();
        let titles = self.titles();
        let joined = |wanted: &dyn Fn(&Section<'_>) -> bool, title: &str, name: &str, links: Vec<DescribedLink>| {
            let wanted: Vec<_> = sections.iter().zip(&changes).filter(|(section, _)| wanted(section)).collect();
            let conformance = wanted.iter().map(|(section, _)| self.conformance(section));
            join(&Joining {
                about: self.about(title, name, conformance.fold(BEST, Conformance::and)),
                parts: wanted.iter().map(|(section, changes)| self.part(section, changes, &data, &titles)).collect(),
                stamps: Some(&drawn.source),
                links,
                duplex: self.packet.duplex,
            })
        };
        let is_front = |section: &Section<'_>| section.material.is_none();
        let agenda = joined(&is_front, &data.document.title, &format!("{name}-agenda"), self.outer_links(&titles))?;
        let agenda_file = FileFacts { name: AGENDA_FILE.to_owned(), bytes: agenda.len() as u64 };
        let mut files = vec![(agenda_file.name.clone(), agenda)];
        for (index, facts) in facts.iter_mut().enumerate().filter(|(_, facts)| facts.first_page.is_some()) {
            let file = file_name(index, &self.packet.materials);
            let is_material = |section: &Section<'_>| section.material == Some(index);
            let alone = joined(&is_material, &titles[index], &format!("{name}-{}", index + 1), Vec::new())?;
            facts.file = Some(FileFacts { name: file.clone(), bytes: alone.len() as u64 });
            files.push((file, alone));
        }
        let joined = joined(&|_| true, &data.title, &name, self.inner_links(&sections, &titles))?;
        let whole = FileFacts { name: format!("{name}.pdf"), bytes: joined.len() as u64 };
        files.push((whole.name.clone(), joined));
        let shrunk = self.shrunk(&sections, &changes);
        Ok(Some(Bound { name, files, facts, agenda: agenda_file, whole, shrunk }))
    }

    /// The number and title of each material.
    fn titles(&self) -> Vec<String> {
        let materials = self.packet.materials.iter().zip(self.opened);
        materials.map(|(material, opened)| self.ingredients.cover(material, &opened.title).document_title).collect()
    }
}

fn described(targets: impl Iterator<Item = InnerLink>, titles: &[String]) -> Vec<DescribedLink> {
    let links = targets.zip(titles);
    links.map(|(target, title)| DescribedLink { target, description: title.clone() }).collect()
}

/// The number of pages of the packet.
fn last_page(front: usize, facts: &[MaterialFacts]) -> usize {
    let ends = facts.iter().filter_map(|facts| Some(facts.first_page? + facts.page_count - 1));
    ends.max().unwrap_or(front).max(front)
}

/// The name of a material’s own file: its place among all, by which files sort, and its number.
fn file_name(index: usize, all: &[PacketMaterial]) -> String {
    let material = &all[index];
    let width = all.len().to_string().len().max(2);
    let number = match &material.number {
        Some(number) => {
            let series = name_of(&MaterialSeries::NAMES, &number.series);
            let plain = |sign: char| if sign.is_ascii_alphanumeric() || sign == '-' { sign } else { '_' };
            format!("{series}-{}", number.number.chars().map(plain).collect::<String>())
        }
        None => "unnumbered".to_owned(),
    };
    format!("{:0width$}-{number}.pdf", index + 1)
}

fn changes(section: &Section<'_>, stamps: &Stamps, sizes: &[PageSize]) -> Vec<PageChange> {
    let drawn = |index: usize| sizes.get(index).map(|size| Drawn { index, size: *size });
    let label = match section.material {
        Some(material) => stamps.materials.get(material).copied().flatten(),
        None => stamps.front,
    };
    // Programs may disagree about which pages there are.
    let ink = section.ink.filter(|ink| ink.len() == section.source.sizes().len());
    let pages = section.source.sizes().iter().enumerate().map(|(index, page)| Wanted {
        page: *page,
        ink: ink.and_then(|ink| ink.get(index)).filter(|ink| ink.has_size(page.width, page.height)),
        covered: section.source.covered().get(index).map_or(&[], Vec::as_slice),
        label: label.and_then(drawn),
        number: stamps.number(section.first + index).and_then(drawn),
    });
    stamping::changes(&pages.collect::<Vec<_>>())
}

impl Binder<'_> {
    /// The covers of the materials that have one. `None` if one cannot be compiled.
    fn covers(&self, problems: &mut PacketProblems) -> Option<Vec<Option<OwnPages>>> {
        let materials = &self.packet.materials;
        let none: Vec<Option<OwnPages>> = materials.iter().map(|_| None).collect();
        let facts = self.facts(&vec![None; materials.len()], &none);
        let data = self.ingredients.data(&facts);
        let covers = materials.iter().zip(self.opened).enumerate().map(|(index, (material, opened))| {
            if !material.has_cover || !self.audience.includes(material) {
                return Some(None);
            }
            let cover = self.ingredients.cover(material, &opened.title);
            let pages = self.press.cover(&data, index, &cover, problems)?;
            OwnPages::new(&pages.pdf).map(Some)
        });
        covers.collect()
    }

    fn page_counts(&self, covers: &[Option<OwnPages>]) -> Vec<Option<usize>> {
        let materials = self.packet.materials.iter().zip(self.opened).zip(covers);
        let counts = materials.map(|((material, opened), cover)| {
            let count = opened.source.sizes().len() + cover.as_ref().map_or(0, OwnPages::count);
            self.audience.includes(material).then_some(count)
        });
        counts.collect()
    }

    fn facts(&self, first_pages: &[Option<usize>], covers: &[Option<OwnPages>]) -> Vec<MaterialFacts> {
        let materials = self.opened.iter().zip(first_pages).zip(covers);
        let facts = materials.map(|((opened, first_page), cover)| MaterialFacts {
            title: opened.title.clone(),
            page_count: opened.source.sizes().len() + cover.as_ref().map_or(0, OwnPages::count),
            first_page: *first_page,
            file: None,
        });
        facts.collect()
    }

    fn sections<'s>(
        &'s self,
        front: &'s OwnPages,
        covers: &'s [Option<OwnPages>],
        facts: &[MaterialFacts],
    ) -> Vec<Section<'s>> {
        let own = |pages: &'s OwnPages, material, first| Section {
            source: &pages.source,
            ink: pages.ink.as_deref(),
            material,
            is_cover: material.is_some(),
            continues: false,
            first,
        };
        let mut sections = vec![own(front, None, 1)];
        for (index, ((opened, cover), facts)) in self.opened.iter().zip(covers).zip(facts).enumerate() {
            let Some(first) = facts.first_page else { continue };
            let before = cover.as_ref().map_or(0, OwnPages::count);
            sections.extend(cover.as_ref().map(|cover| own(cover, Some(index), first)));
            sections.push(Section {
                source: &opened.source,
                ink: opened.ink.as_deref(),
                material: Some(index),
                is_cover: false,
                continues: cover.is_some(),
                first: first + before,
            });
        }
        sections
    }

    fn part<'s>(
        &self,
        section: &Section<'s>,
        changes: &[PageChange],
        data: &PacketData,
        titles: &[String],
    ) -> Part<'s> {
        let language = self.ingredients.words.language().to_string();
        let (title, label, language) = match section.material {
            None => {
                let title = data.words.get("packet-agenda").cloned().unwrap_or_default();
                (title, String::new(), Some(language))
            }
            Some(index) => {
                // Without a number, pages are told from those of the packet by the title.
                let label = self.ingredients.label(&self.packet.materials[index]);
                let label = label.unwrap_or_else(|| self.opened[index].title.clone());
                let label = if section.is_cover { self.ingredients.cover_label(&label) } else { label };
                (titles[index].clone(), label, self.opened[index].language.clone())
            }
        };
        Part { source: section.source, title, label, language, continues: section.continues, pages: changes.to_vec() }
    }

    fn conformance(&self, section: &Section<'_>) -> Conformance {
        section.material.map_or(BEST, |index| self.opened[index].conformance)
    }

    fn about(&self, title: &str, identifier: &str, conformance: Conformance) -> About {
        let language = self.ingredients.words.language();
        let date = self.packet.meeting.date;
        About {
            title: title.to_owned(),
            author: Some(self.packet.meeting.name.of(language).to_owned()),
            language: language.to_string(),
            creator: concat!("nenpo ", env!("CARGO_PKG_VERSION")).to_owned(),
            date: (u16::try_from(date.year).unwrap_or_default(), date.month, date.day),
            identifier: identifier.to_owned(),
            conformance,
        }
    }

    /// Links from the first pages to the materials behind them.
    fn inner_links(&self, sections: &[Section<'_>], titles: &[String]) -> Vec<DescribedLink> {
        let first = |index| sections.iter().position(|section| section.material == Some(index));
        let targets =
            (0..self.packet.materials.len()).map(|index| first(index).map_or(InnerLink::Nowhere, InnerLink::Part));
        described(targets, titles)
    }

    /// Links from the first pages to the files of the materials.
    fn outer_links(&self, titles: &[String]) -> Vec<DescribedLink> {
        let materials = &self.packet.materials;
        described((0..materials.len()).map(|index| InnerLink::File(file_name(index, materials))), titles)
    }

    /// A warning for each material of which pages were made smaller.
    fn shrunk(&self, sections: &[Section<'_>], changes: &[Vec<PageChange>]) -> Vec<Diagnostic> {
        let problem = |(section, changes): (&Section<'_>, &Vec<PageChange>)| {
            let path = &self.opened[section.material?].path;
            let pages = (1..).zip(changes).filter(|(_, change)| change.shrink.is_some());
            let pages: Vec<usize> = pages.map(|(page, _)| page).collect();
            let problem = Diagnostic::at(Code::PagesMadeSmaller, &path.place).with("material", &path.value);
            Some(problem.with("page", pages.first()?).with("count", pages.len()))
        };
        sections.iter().zip(changes).filter_map(problem).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;
    use crate::packet::{MaterialFile, MaterialSource};
    use crate::report::Material;

    #[test]
    fn files_are_named_by_place_series_and_number() {
        let place = Place::whole(&"packet.toml".into());
        let path = crate::diagnostic::Located::new("a.pdf".to_owned(), place.clone());
        let material = |number: Option<&str>| PacketMaterial {
            number: number.map(|number| Material::new(number, None).unwrap()),
            title: None,
            source: MaterialSource::File(MaterialFile::Same(path.clone(), None)),
            for_members: false,
            has_cover: false,
            place: place.clone(),
        };
        let numbers = [Some("1-1"), None, Some("reference:第2号")];
        let few: Vec<_> = numbers.map(material).into();
        let names = [0, 1, 2].map(|index| file_name(index, &few));
        assert_eq!(names, ["01-main-1-1.pdf", "02-unnumbered.pdf", "03-reference-_2_.pdf"]);
        let many: Vec<_> = (0..100).map(|_| material(Some("3"))).collect();
        assert_eq!([8, 99].map(|index| file_name(index, &many)), ["009-main-3.pdf", "100-main-3.pdf"]);
    }
}
