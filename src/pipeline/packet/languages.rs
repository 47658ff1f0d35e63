//! Builds a packet in each of its languages, for each audience.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::bound::{Audience, Binder, Bound};
use super::edition::{self, Edition};
use super::material::{self, Opened};
use super::typeset::{PacketPress, PacketProblems};
use super::{Folder, PacketRequest, claim};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place};
use crate::locale::Words;
use crate::packet::{MaterialSource, Packet};
use crate::payload::PacketIngredients;
use crate::pdf::join::Opening;
use crate::pipeline::root_causes::pinned_down;
use crate::report::Language;
use crate::resources::{ReadyTemplate, locale_files, place_of_family, read_fonts, read_packet_template, typeface};
use crate::source::{PACKET_FILE, Project};
use crate::typeset::{Families, Fonts};

/// The name of the page for the web.
const WEB_PAGE: &str = "index.html";

/// A packet in one language, before it is bound.
struct Edited<'a> {
    language: &'a Located<Language>,
    words: Words,
    families: Families,
    opened: Vec<Opened>,
}

/// Binds a packet in every wanted language, for everybody and, if it has materials for members, for these.
pub(super) fn build(
    packet: &Packet,
    request: &PacketRequest,
    project: &mut Project,
    diagnostics: &mut Diagnostics,
) -> Vec<Folder> {
    let is_wanted =
        |language: &&Located<Language>| request.languages.is_empty() || request.languages.contains(&language.value);
    let languages: Vec<&Located<Language>> = packet.languages.iter().filter(is_wanted).collect();
    let fonts = read_fonts(project, None, diagnostics);
    let settings = Place::whole(&PACKET_FILE.into());
    let template = read_packet_template(project, &packet.look, &settings, diagnostics);
    let editions = editions(packet, &languages, project, diagnostics);
    let Some(template) = template.filter(|_| !diagnostics.has_errors()) else { return Vec::new() };
    let mut edited = Vec::new();
    for language in languages {
        edited.extend(edit(packet, language, &template, &fonts, &editions, request, project, diagnostics));
    }
    if diagnostics.has_errors() {
        return Vec::new();
    }
    let mut problems = PacketProblems::default();
    let mut folders = Vec::new();
    for audience in [Audience::Public, Audience::Members] {
        if audience == Audience::Public || packet.materials.iter().any(|material| material.for_members) {
            folders.extend(bind(packet, audience, &edited, &template, &fonts, &mut problems, diagnostics));
        }
    }
    let failed = problems.has_errors();
    let mut of_words = Diagnostics::default();
    for edited in edited {
        of_words.append(edited.words.finish().problems);
    }
    // The compiler would say again that a character has no glyph, and not where it stands.
    if !of_words.has_errors() {
        problems.show(project, diagnostics);
    }
    diagnostics.append(pinned_down(of_words, project.texts()));
    if failed { Vec::new() } else { folders }
}

/// The edition of each material that is a report; each report is built once.
fn editions<'a>(
    packet: &'a Packet,
    languages: &[&Located<Language>],
    project: &mut Project,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<(&'a str, Option<&'a str>), Edition> {
    let mut editions = BTreeMap::new();
    for material in &packet.materials {
        if let MaterialSource::Report { folder, template } = &material.source {
            let key = (folder.value.as_str(), template.as_ref().map(|template| template.value.as_str()));
            editions
                .entry(key)
                .or_insert_with(|| edition::build(folder, template.as_ref(), languages, project, diagnostics));
        }
    }
    editions
}

/// Reads the words of a language and opens all materials.
#[expect(clippy::too_many_arguments, reason = "what all languages share is made once")]
fn edit<'a>(
    packet: &Packet,
    language: &'a Located<Language>,
    template: &ReadyTemplate,
    fonts: &Fonts,
    editions: &BTreeMap<(&str, Option<&str>), Edition>,
    request: &PacketRequest,
    project: &mut Project,
    diagnostics: &mut Diagnostics,
) -> Option<Edited<'a>> {
    let files = locale_files(project, language, diagnostics)?;
    let families = template.template.theme.families(&language.value);
    let place_of = |family: &str| place_of_family(&packet.look, family).unwrap_or(&template.theme).clone();
    let typeface = typeface(&families, fonts, place_of, diagnostics)?;
    let printable = move |character: char, selector: Option<char>| typeface.sets(character, selector);
    let words = Words::new(language.value.clone(), &files, Arc::new(printable));
    let opening = Opening { allow_signed: request.allow_signed };
    let opened: Vec<Option<Opened>> = packet
        .materials
        .iter()
        .map(|material| {
            let edition = match &material.source {
                MaterialSource::Report { folder, template } => {
                    editions.get(&(folder.value.as_str(), template.as_ref().map(|template| template.value.as_str())))
                }
                MaterialSource::File(_) => None,
            };
            material::open(material, edition, &language.value, &opening, project, diagnostics)
        })
        .collect();
    let opened: Vec<Opened> = opened.into_iter().collect::<Option<_>>()?;
    let with_audience = opened.iter().zip(&packet.materials).map(|(opened, material)| (opened, material.for_members));
    diagnostics.extend(
        with_audience.filter_map(|(opened, for_members)| claim::problem(opened, for_members, &request.require)),
    );
    Some(Edited { language, words, families, opened })
}

impl Edited<'_> {
    fn ingredients<'b>(&'b self, packet: &'b Packet, ready: &'b ReadyTemplate) -> PacketIngredients<'b> {
        let (template, template_place) = (&ready.template, &ready.place);
        PacketIngredients { packet, words: &self.words, template, template_place, families: &self.families }
    }

    fn ingredients_for_web<'b>(&'b self, packet: &'b Packet, ready: &'b ReadyTemplate) -> PacketIngredients<'b> {
        let template = ready.html.as_ref().unwrap_or(&ready.template);
        PacketIngredients { template, ..self.ingredients(packet, ready) }
    }
}

/// The folders of all languages for an audience, with web pages that link to each other.
fn bind(
    packet: &Packet,
    audience: Audience,
    edited: &[Edited<'_>],
    template: &ReadyTemplate,
    fonts: &Fonts,
    problems: &mut PacketProblems,
    diagnostics: &mut Diagnostics,
) -> Vec<Folder> {
    let mut all: Vec<(PacketPress<'_>, Bound)> = Vec::new();
    let mut failed = false;
    for edited in edited {
        let name = name(packet, audience, &edited.language.value);
        let Some(press) = PacketPress::new(template, fonts, name.clone(), diagnostics) else { return Vec::new() };
        let ingredients = edited.ingredients(packet, template);
        let binder = Binder { packet, ingredients, press: &press, opened: &edited.opened, audience };
        match binder.bind(name, problems) {
            Ok(Some(bound)) => all.push((press, bound)),
            // The other languages may have further problems.
            Ok(None) => failed = true,
            Err(error) => {
                diagnostics.push(Diagnostic::without_place(Code::FileUnwritable).with_detail(error));
                return Vec::new();
            }
        }
    }
    if failed {
        return Vec::new();
    }
    let links: Vec<_> = edited
        .iter()
        .zip(&all)
        .map(|(edited, (_, bound))| {
            edited.ingredients(packet, template).language_link(format!("../{}/{WEB_PAGE}", bound.name))
        })
        .collect();
    let mut folders = Vec::new();
    for (index, (edited, (press, bound))) in edited.iter().zip(all).enumerate() {
        let others = links.iter().enumerate().filter(|(other, _)| *other != index);
        let others: Vec<_> = others.map(|(_, link)| link.clone()).collect();
        let data = edited.ingredients_for_web(packet, template).web_data(
            &bound.facts,
            Some(&bound.agenda),
            Some(&bound.whole),
            &others,
        );
        let Bound { name, mut files, shrunk, .. } = bound;
        files.extend(press.web_page(&data, problems).map(|page| (WEB_PAGE.to_owned(), page.into_bytes())));
        diagnostics.extend(shrunk);
        folders.push(Folder { name, files });
    }
    folders
}

/// The name of a packet’s folder.
fn name(packet: &Packet, audience: Audience, language: &Language) -> String {
    match audience {
        Audience::Public => format!("{}-{language}", packet.id),
        Audience::Members => format!("{}-members-{language}", packet.id),
    }
}
