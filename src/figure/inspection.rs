//! Looks through a drawing before it is drawn: what a PDF cannot show or would leave out without a word, what text it prints,
//! and how much work it is. Draws nothing.

use std::collections::HashMap;

use data_url::DataUrl;
use usvg::roxmltree::{Document, Node, NodeId, NodeType, ParsingOptions};

use super::FigureError;
use super::bound::{Bound, MOST_COMPARISONS, MOST_DEPTH, MOST_ELEMENTS, MOST_LETTERS};
use super::drawing::LABEL_ATTRIBUTE;
use super::style::{Styles, references};

/// The namespace of drawings.
const SVG: &str = "http://www.w3.org/2000/svg";

/// The namespace of links in older drawings.
const XLINK: &str = "http://www.w3.org/1999/xlink";

/// The namespaces of web pages and formulas, whose content can only be shown by browsers.
const OF_BROWSERS: [&str; 2] = ["http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"];

/// With this begin the names of what SVG 1.1 lets a drawing ask for.
const FEATURE: &str = "http://www.w3.org/TR/SVG11/feature#";

/// What a drawing may ask for and the compiler has; an element that asks for anything else is left out.
const FEATURES: [&str; 26] = [
    "BasicClip",
    "BasicFilter",
    "BasicGraphicsAttribute",
    "BasicPaintAttribute",
    "BasicStructure",
    "BasicText",
    "Clip",
    "ConditionalProcessing",
    "ContainerAttribute",
    "CoreAttribute",
    "Filter",
    "Gradient",
    "GraphicsAttribute",
    "Image",
    "Marker",
    "Mask",
    "OpacityAttribute",
    "PaintAttribute",
    "Pattern",
    "SVG-static",
    "SVGDOM-static",
    "Shape",
    "Structure",
    "Style",
    "Text",
    "XlinkAttribute",
];

/// Elements that are drawn only where something refers to them.
const NOT_DRAWN: [&str; 14] = [
    "clipPath",
    "cursor",
    "defs",
    "desc",
    "filter",
    "linearGradient",
    "marker",
    "mask",
    "metadata",
    "pattern",
    "radialGradient",
    "style",
    "symbol",
    "title",
];

/// Elements that draw lines or areas.
const SHAPES: [&str; 7] = ["circle", "ellipse", "line", "path", "polygon", "polyline", "rect"];

/// Properties that the elements inside an element share.
const INHERITED: [&str; 6] = ["fill", "marker", "marker-end", "marker-mid", "marker-start", "stroke"];

/// What a drawing holds besides its shapes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inspection {
    /// What a PDF cannot show.
    pub problems: Vec<FigureError>,
    /// Images inside, which have still to be looked at, with the kind that the drawing says they are.
    pub images: Vec<(String, Vec<u8>)>,
    /// The text that gets no label.
    pub text: String,
    /// How many elements are drawn.
    pub elements: u64,
}

/// Looks through a drawing that has no document type.
///
/// # Errors
/// Fails where it is not well-formed, or more work than any drawing is.
pub fn inspect_svg(svg: &str) -> Result<Inspection, FigureError> {
    let options = ParsingOptions {
        allow_dtd: false,
        // With the texts between elements.
        nodes_limit: u32::try_from(4 * MOST_ELEMENTS).unwrap_or(u32::MAX),
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(svg, options).map_err(|error| match error {
        usvg::roxmltree::Error::NodesLimitReached => FigureError::TooMuch(Bound::Elements),
        other => FigureError::Broken(other.to_string()),
    })?;
    let mut inspection = Inspection::default();
    for node in document.root().children().filter(Node::is_pi) {
        let is_style = node.pi().is_some_and(|instruction| instruction.target == "xml-stylesheet");
        if is_style {
            inspection.problem(FigureError::Style("xml-stylesheet".to_owned()));
        }
    }
    let ids: HashMap<&str, Node<'_, '_>> =
        document.descendants().filter_map(|node| Some((node.attribute("id")?, node))).collect();
    let sheets: Vec<Node<'_, '_>> =
        document.descendants().filter(|node| node.is_element() && node.tag_name().name() == "style").collect();
    sheets.iter().for_each(|sheet| inspection.sheet(*sheet));
    inspection.element(document.root_element(), &ids, false)?;
    let styles = Styles::new(sheets.iter().filter_map(Node::text));
    let mut work = Work { ids: &ids, styles: &styles, known: HashMap::new(), elements: 0, letters: 0 };
    // How often each rule will be compared with each element.
    let elements = document.descendants().filter(Node::is_element).count() as u64;
    if styles.count.saturating_mul(elements) > MOST_COMPARISONS {
        return Err(FigureError::TooMuch(Bound::Styles));
    }
    work.visit(document.root_element(), &Context::default(), 0)?;
    if styles.count.saturating_mul(work.elements) > MOST_COMPARISONS {
        return Err(FigureError::TooMuch(Bound::Styles));
    }
    inspection.elements = work.elements;
    Ok(inspection)
}

impl Inspection {
    /// Looks at an element and those inside. `is_printed` tells whether the text inside is printed.
    fn element(
        &mut self,
        node: Node<'_, '_>,
        ids: &HashMap<&str, Node<'_, '_>>,
        is_printed: bool,
    ) -> Result<(), FigureError> {
        if !is_of_svg(node) {
            return Ok(());
        }
        let name = node.tag_name().name();
        match name {
            "metadata" | "title" | "desc" => return Ok(()),
            "foreignObject" => {
                if !is_void(node) {
                    self.problem(FigureError::ForeignObject);
                }
                return Ok(());
            }
            "script" | "animate" | "animateColor" | "animateMotion" | "animateTransform" | "set" => {
                self.problem(FigureError::Moving(name.to_owned()));
            }
            _ => {}
        }
        if node.attribute("systemLanguage").is_some_and(|languages| !languages.trim().is_empty()) {
            self.problem(FigureError::Conditional("systemLanguage".to_owned()));
        } else if !passes(node) {
            self.problem(FigureError::Conditional("requiredFeatures, requiredExtensions".to_owned()));
        }
        self.links(node, ids);
        for attribute in node.attributes().filter(|attribute| attribute.namespace().is_none()) {
            let is_style = attribute.name() == "style" || super::style::PROPERTIES.contains(&attribute.name());
            if is_style {
                self.style(attribute.value());
            }
        }
        let is_label = node.attribute(LABEL_ATTRIBUTE).is_some();
        let is_printed = (is_printed || name == "text") && !is_label;
        if name == "switch" {
            return self.switch(node, ids, is_printed);
        }
        for child in node.children() {
            match child.node_type() {
                NodeType::Text if is_printed => self.text.push_str(child.text().unwrap_or_default()),
                NodeType::Element => self.element(child, ids, is_printed)?,
                _ => {}
            }
        }
        Ok(())
    }

    /// Looks at the one part of a choice that is drawn. What browsers would show in its place may only be empty, as drawing
    /// programs leave it for themselves, or be drawn as a picture.
    fn switch(
        &mut self,
        node: Node<'_, '_>,
        ids: &HashMap<&str, Node<'_, '_>>,
        is_printed: bool,
    ) -> Result<(), FigureError> {
        let parts = || node.children().filter(|child| child.is_element() && is_of_svg(*child));
        let drawn = parts().find(|part| passes(*part));
        if let Some(part) = parts().find(|part| part.attribute("systemLanguage").is_some()) {
            let languages = part.attribute("systemLanguage").unwrap_or_default();
            if !languages.trim().is_empty() {
                self.problem(FigureError::Conditional("systemLanguage".to_owned()));
            }
        }
        let is_picture = drawn.is_some_and(|part| part.tag_name().name() == "image");
        let is_web_content = |part: &Node<'_, '_>| part.tag_name().name() == "foreignObject" && !is_void(*part);
        if parts().any(|part| is_web_content(&part)) && !is_picture {
            self.problem(FigureError::ForeignObject);
        }
        match drawn {
            Some(part) => self.element(part, ids, is_printed),
            None => {
                if parts().any(|part| part.tag_name().name() != "foreignObject") {
                    self.problem(FigureError::Conditional("switch".to_owned()));
                }
                Ok(())
            }
        }
    }

    /// Looks at what an element takes from elsewhere.
    fn links(&mut self, node: Node<'_, '_>, ids: &HashMap<&str, Node<'_, '_>>) {
        let name = node.tag_name().name();
        if name == "a" {
            return;
        }
        for link in hrefs(node) {
            let holds_picture = matches!(name, "image" | "feImage");
            match link.strip_prefix('#') {
                Some(id) if name != "image" => {
                    if matches!(name, "use" | "textPath" | "tref") && !ids.contains_key(id) {
                        self.problem(FigureError::Linked(link.to_owned()));
                    }
                }
                None if holds_picture && link.starts_with("data:") => self.picture(link),
                _ => self.problem(FigureError::Linked(shortened(link))),
            }
        }
    }

    fn picture(&mut self, link: &str) {
        let read = DataUrl::process(link).ok().and_then(|url| {
            let (data, _) = url.decode_to_vec().ok()?;
            Some((url.mime_type().subtype.clone(), data))
        });
        match read {
            Some(image) => self.images.push(image),
            None => self.problem(FigureError::Embedded),
        }
    }

    /// Looks at a style sheet.
    fn sheet(&mut self, node: Node<'_, '_>) {
        // Of several pieces only the first is read, and a comment hides all of it.
        let is_whole = node.children().count() <= 1 && node.children().all(|child| child.is_text());
        if !is_whole {
            self.problem(FigureError::Style("<!-- -->".to_owned()));
        }
        node.children().filter_map(|child| child.text()).for_each(|text| self.style(text));
    }

    fn style(&mut self, style: &str) {
        let (references, takes_more) = references(style);
        if takes_more {
            self.problem(FigureError::Style("@import".to_owned()));
        }
        for target in references.into_iter().filter(|target| !target.starts_with('#')) {
            self.problem(FigureError::Style(shortened(&target)));
        }
    }

    /// Adds a problem that is not known yet.
    fn problem(&mut self, problem: FigureError) {
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }
}

/// Cuts an address to what can be read in a message.
fn shortened(address: &str) -> String {
    const MOST: usize = 80;
    match address.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &address[..end]),
        None => address.to_owned(),
    }
}

/// Returns whether an element is one of drawings.
fn is_of_svg(node: Node<'_, '_>) -> bool {
    matches!(node.tag_name().namespace(), None | Some(SVG))
}

/// Returns what an element refers to.
fn hrefs<'a>(node: Node<'a, 'a>) -> impl Iterator<Item = &'a str> {
    [node.attribute("href"), node.attribute((XLINK, "href"))].into_iter().flatten().map(str::trim)
}

/// Returns whether nothing in an element could be seen: neither text nor elements of drawings or web pages.
fn is_void(node: Node<'_, '_>) -> bool {
    node.descendants().skip(1).all(|inside| match inside.node_type() {
        NodeType::Text => inside.text().is_none_or(|text| text.trim().is_empty()),
        NodeType::Element => {
            inside.tag_name().namespace().is_some_and(|namespace| namespace != SVG && !OF_BROWSERS.contains(&namespace))
        }
        _ => true,
    })
}

/// Returns whether the compiler draws an element, whatever it asks for.
fn passes(node: Node<'_, '_>) -> bool {
    let has = |feature: &str| feature.strip_prefix(FEATURE).is_some_and(|name| FEATURES.contains(&name));
    node.attribute("requiredExtensions").is_none()
        && node.attribute("requiredFeatures").is_none_or(|features| features.split(' ').all(has))
}

/// What elements inside an element share.
type Context = Vec<(String, Vec<NodeId>)>;

/// Counts what is drawn, each time that it is drawn.
struct Work<'a> {
    ids: &'a HashMap<&'a str, Node<'a, 'a>>,
    styles: &'a Styles<'a>,
    /// What elements refer to, which is found out once.
    known: HashMap<NodeId, Context>,
    elements: u64,
    letters: u64,
}

impl<'a> Work<'a> {
    fn visit(&mut self, node: Node<'a, 'a>, shared: &Context, depth: usize) -> Result<(), FigureError> {
        if !is_of_svg(node) {
            return Ok(());
        }
        self.elements += 1;
        if self.elements > MOST_ELEMENTS {
            return Err(FigureError::TooMuch(Bound::Elements));
        }
        if depth > MOST_DEPTH {
            return Err(FigureError::TooMuch(Bound::Depth));
        }
        let name = node.tag_name().name();
        let own = self.references(node);
        let mut inside = shared.clone();
        for (property, targets) in own {
            if INHERITED.contains(&property.as_str()) {
                inside.retain(|(known, _)| *known != property);
                inside.push((property, targets));
            } else {
                self.visit_all(node, &targets, depth)?;
            }
        }
        if name == "text" {
            let texts = node.descendants().filter(Node::is_text).filter_map(|text| text.text());
            self.letters += texts.map(|text| text.chars().count() as u64).sum::<u64>();
            if self.letters > MOST_LETTERS {
                return Err(FigureError::TooMuch(Bound::Letters));
            }
        }
        if SHAPES.contains(&name) || name == "text" {
            self.paint(node, &inside, depth)?;
        }
        if name == "use" || name == "feImage" {
            let targets: Vec<Node<'a, 'a>> = hrefs(node).filter_map(|link| self.target(link)).collect();
            for target in targets {
                self.visit(target, &inside, depth + 1)?;
            }
        }
        for child in node.children().filter(Node::is_element) {
            if !NOT_DRAWN.contains(&child.tag_name().name()) {
                self.visit(child, &inside, depth + 1)?;
            }
        }
        Ok(())
    }

    /// Counts what a shape is painted with: patterns, gradients, and markers at each of its corners.
    fn paint(&mut self, node: Node<'a, 'a>, shared: &Context, depth: usize) -> Result<(), FigureError> {
        for (property, targets) in shared {
            let before = self.elements;
            self.visit_all(node, targets, depth)?;
            if matches!(property.as_str(), "marker" | "marker-mid") {
                let taken = (self.elements - before).saturating_mul(corners(node));
                self.elements = before.saturating_add(taken);
            }
            if self.elements > MOST_ELEMENTS {
                return Err(FigureError::TooMuch(Bound::Elements));
            }
        }
        Ok(())
    }

    /// Counts the elements inside of others that something refers to, and of those that these take theirs from.
    fn visit_all(&mut self, from: Node<'a, 'a>, targets: &[NodeId], depth: usize) -> Result<(), FigureError> {
        for id in targets {
            let Some(target) = from.document().get_node(*id) else { continue };
            let mut source = Some(target);
            // As deep as elements lie, others may lend theirs.
            for _ in 0..MOST_DEPTH {
                let Some(lender) = source else { break };
                for child in lender.children().filter(Node::is_element) {
                    self.visit(child, &Context::new(), depth + 1)?;
                }
                for (_, targets) in self.references(lender) {
                    self.visit_all(lender, &targets, depth + 1)?;
                }
                self.elements += 1;
                if self.elements > MOST_ELEMENTS || depth > MOST_DEPTH {
                    return Err(FigureError::TooMuch(Bound::Elements));
                }
                source = hrefs(lender).find_map(|link| self.target(link));
            }
        }
        Ok(())
    }

    fn target(&self, link: &str) -> Option<Node<'a, 'a>> {
        self.ids.get(link.strip_prefix('#')?).copied()
    }

    /// Returns what an element refers to by its properties.
    fn references(&mut self, node: Node<'a, 'a>) -> Context {
        if let Some(known) = self.known.get(&node.id()) {
            return known.clone();
        }
        let properties = self.styles.properties(node);
        let found: Context = properties
            .into_iter()
            .map(|(name, targets)| {
                let targets = targets.iter().filter_map(|target| Some(self.target(target)?.id()));
                (name.to_owned(), targets.collect())
            })
            .collect();
        self.known.insert(node.id(), found.clone());
        found
    }
}

/// Returns the most corners that a shape can have: as many as its outline has numbers and commands.
fn corners(node: Node<'_, '_>) -> u64 {
    let outline = node.attribute("d").or(node.attribute("points")).unwrap_or("0 0 0 0");
    let mut count = 0;
    let mut is_number = false;
    for byte in outline.bytes() {
        let is_digit = byte.is_ascii_digit();
        // Each of these begins another number, even without a space before it.
        if (is_digit && !is_number) || byte.is_ascii_alphabetic() || byte == b'.' {
            count += 1;
        }
        is_number = is_digit;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEGINNING: &str = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' \
        xmlns:i='http://ns.adobe.com/AdobeIllustrator/10.0/'>";

    fn inspected(inside: &str) -> Inspection {
        inspect_svg(&format!("{BEGINNING}{inside}</svg>")).unwrap()
    }

    fn problems(inside: &str) -> Vec<FigureError> {
        inspected(inside).problems
    }

    fn too_much(inside: &str) -> FigureError {
        inspect_svg(&format!("{BEGINNING}{inside}</svg>")).unwrap_err()
    }

    #[test]
    fn what_a_pdf_cannot_show_is_found() {
        let inspection = inspected(
            "<g id='a'/><foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>b</p></foreignObject><use href='#a'/>\
             <use href='b.svg#a'/><g><animate/></g><image xlink:href='photo.png'/>\
             <image href='data:image/png;base64,AAAA&#10;AAAA'/><image href='data:x'/>",
        );
        assert_eq!(
            inspection.problems,
            [
                FigureError::ForeignObject,
                FigureError::Linked("b.svg#a".to_owned()),
                FigureError::Moving("animate".to_owned()),
                FigureError::Linked("photo.png".to_owned()),
                FigureError::Embedded,
            ]
        );
        assert_eq!(inspection.images, [("png".to_owned(), vec![0; 6])]);
    }

    #[test]
    fn whatever_is_taken_from_elsewhere_is_found() {
        for inside in [
            "<rect fill='url(other.svg#a)'/>",
            "<rect style='fill:ur\\6c (other.svg#a)'/>",
            "<rect mask='url( \"file:///etc/passwd\" )'/>",
            "<style>@import 'a.css';</style>",
            "<style><![CDATA[ .a { filter: url(http://example.org/a#b) } ]]></style>",
            "<style><!-- .a { fill: red } --></style>",
            "<style xmlns='x'>.a { fill: url(b.svg#c) }</style>",
            "<style>@font-face { font-family: a; src: url(https://example.org/a.woff2) }</style>",
        ] {
            assert!(matches!(problems(inside)[..], [FigureError::Style(_), ..]), "{inside}: {:?}", problems(inside));
        }
        for inside in [
            "<linearGradient href='other.svg#a'/>",
            "<pattern xlink:href='other.svg#a'/>",
            "<text><textPath href='other.svg#a'>b</textPath></text>",
            "<filter><feImage href='photo.png'/></filter>",
            "<use href='#nothing'/>",
            "<use href='data:image/svg+xml,a#b'/>",
            "<image href='#a'/>",
            "<s:use xmlns:s='http://www.w3.org/2000/svg' href='b.svg'/>",
        ] {
            assert!(matches!(problems(inside)[..], [FigureError::Linked(_)]), "{inside}: {:?}", problems(inside));
        }
        let style = inspect_svg(&format!("<?xml-stylesheet href='a.css'?>{BEGINNING}</svg>")).unwrap();
        assert_eq!(style.problems, [FigureError::Style("xml-stylesheet".to_owned())]);
        assert!(
            problems("<style>.a{fill:url(#b)}</style><linearGradient id='b'/><rect class='a' fill='url(#b)'/>")
                .is_empty()
        );
        assert!(problems("<a href='https://example.org'><rect/></a><x:use xmlns:x='x' href='b'/>").is_empty());
    }

    #[test]
    fn a_choice_with_an_empty_part_for_its_own_program_is_drawn() {
        let choice = |foreign: &str, fallback: &str| {
            problems(&format!(
                "<switch><foreignObject requiredExtensions='http://ns.adobe.com/a'>{foreign}</foreignObject>{fallback}</switch>"
            ))
        };
        assert!(choice("", "<g i:extraneous='self'><rect/></g>").is_empty());
        assert!(choice("\n<i:pgfRef xlink:href='#p'/>\n", "<g><rect/></g>").is_empty());
        assert!(problems("<i:pgf id='p'>eJzs</i:pgf><i:aipgfRef/>").is_empty());
        let content = "<div xmlns='http://www.w3.org/1999/xhtml'>b</div>";
        assert_eq!(choice(content, "<text>b…</text>"), [FigureError::ForeignObject]);
        assert!(choice(content, "<image href='data:image/png;base64,AAAA'/>").is_empty());
        assert_eq!(problems("<foreignObject>a</foreignObject>"), [FigureError::ForeignObject]);
    }

    #[test]
    fn what_is_drawn_for_some_readers_only_is_found() {
        for inside in [
            "<switch><text systemLanguage='ja'>川</text><text>river</text></switch>",
            "<text systemLanguage='ja'>川</text>",
            "<g requiredExtensions='x'><rect/></g>",
            "<g requiredFeatures='http://www.w3.org/TR/SVG11/feature#Script'><rect/></g>",
            "<switch><g requiredExtensions='x'><rect/></g></switch>",
        ] {
            assert!(matches!(problems(inside)[..], [FigureError::Conditional(_), ..]), "{inside}");
        }
        assert!(problems("<g requiredFeatures='http://www.w3.org/TR/SVG11/feature#Shape'><rect/></g>").is_empty());
    }

    #[test]
    fn text_without_a_label_is_known() {
        let text = "<title>t</title><text data-l10n-id='figure-a'>a<tspan>b</tspan></text><text>c<tspan>d</tspan>&#x5ddd;</text>";
        assert_eq!(inspected(text).text, "cd川");
    }

    #[test]
    fn elements_are_counted_as_often_as_they_are_drawn() {
        let doubled = |levels: usize| {
            let uses = |level: usize| format!("<g id='a{level}'><use href='#a{0}'/><use href='#a{0}'/></g>", level + 1);
            format!("<defs>{}<rect id='a{levels}'/></defs><use href='#a0'/>", (0..levels).map(uses).collect::<String>())
        };
        assert!(inspected(&doubled(4)).elements > 32);
        assert_eq!(too_much(&doubled(40)), FigureError::TooMuch(Bound::Elements));
        let many = "<rect/>".repeat(1_000);
        for inside in [
            format!("<pattern id='a'>{many}</pattern><g fill='url(#a)'>{}</g>", "<rect/>".repeat(200)),
            format!(
                "<pattern id='a'>{many}</pattern><style>rect.b{{fill:url(#a)}}</style>{}",
                "<rect class='b'/>".repeat(200)
            ),
            format!("<mask id='a'>{many}</mask>{}", "<rect style='mask:url(#a)'/>".repeat(200)),
            format!("<marker id='a'>{many}</marker><path marker-mid='url(#a)' d='m0 0{}'/>", "h1".repeat(200)),
            format!("<marker id='a'>{many}</marker><path style='marker:url(#a)' d='m0 0{}'/>", "h.1.1".repeat(200)),
            format!(
                "<radialGradient id='a'>{many}</radialGradient><radialGradient id='b' href='#a'/>{}",
                "<rect fill='url(#b)'/>".repeat(200)
            ),
            format!(
                "<g id='b'>{many}</g><filter id='a'><feImage href='#b'/></filter>{}",
                "<rect filter='url(#a)'/>".repeat(200)
            ),
        ] {
            assert_eq!(too_much(&inside), FigureError::TooMuch(Bound::Elements), "{}", &inside[..80]);
        }
        assert!(matches!(too_much("<g id='a'><use href='#a'/></g>"), FigureError::TooMuch(_)));
        assert!(matches!(
            too_much("<pattern id='a'><rect fill='url(#a)'/></pattern><rect fill='url(#a)'/>"),
            FigureError::TooMuch(_)
        ));
    }

    #[test]
    fn letters_and_style_rules_are_counted() {
        let letters = |count: u64| format!("<text>{}</text>", "川".repeat(count as usize));
        assert!(problems(&letters(MOST_LETTERS)).is_empty());
        assert_eq!(too_much(&letters(MOST_LETTERS + 1)), FigureError::TooMuch(Bound::Letters));
        let repeated = format!("<text id='a'>{}</text><use href='#a'/>", "川".repeat(MOST_LETTERS as usize / 2 + 1));
        assert_eq!(too_much(&repeated), FigureError::TooMuch(Bound::Letters));
        let rules = format!("<style>{}</style>{}", "a{b:c}".repeat(10_000), "<rect/>".repeat(3_000));
        assert_eq!(too_much(&rules), FigureError::TooMuch(Bound::Styles));
    }
}
