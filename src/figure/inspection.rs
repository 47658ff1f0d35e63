//! Inspects a drawing before it is drawn: features that a PDF cannot show or would silently omit, the text that it
//! prints, and the cost of drawing it.

use std::collections::{HashMap, HashSet};

use data_url::DataUrl;
use usvg::roxmltree::{Document, Node, NodeType, ParsingOptions};

use super::FigureError;
use super::bound::{Bound, Demand, MOST_COMPARISONS, MOST_ELEMENTS, MOST_PROBLEMS};
use super::css::without_comments;
use super::drawing::LABEL_ATTRIBUTE;
use super::drawing_cost::{Context, Work};
use super::element::{SHAPES, SVG, hrefs, is_of_svg};
use super::style::{Steps, Styles, references};
use super::unread::{Unread, widened};

/// The namespaces of XHTML and MathML, which only browsers can show.
const OF_BROWSERS: [&str; 2] = ["http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"];

/// The prefix of SVG 1.1 feature names.
const FEATURE: &str = "http://www.w3.org/TR/SVG11/feature#";

/// The features that the compiler supports; elements that require others are omitted.
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

/// The result of inspecting a drawing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inspection {
    /// Features that a PDF cannot show.
    pub problems: Vec<FigureError>,
    /// Embedded images, which are not inspected yet, with the format that the drawing declares.
    pub images: Vec<(String, Vec<u8>)>,
    /// The text that is not a label.
    pub text: String,
    /// The resources needed, without embedded images.
    pub demand: Demand,
}

/// Inspects a drawing without document type.
///
/// # Errors
/// If it is not well-formed or exceeds a bound.
pub fn inspect_svg(svg: &str) -> Result<Inspection, FigureError> {
    let options = ParsingOptions {
        allow_dtd: false,
        // Text nodes count too.
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
            inspection.report(FigureError::Style("xml-stylesheet".to_owned()));
        }
    }
    let mut ids: HashMap<&str, Node<'_, '_>> = HashMap::new();
    let mut twice = HashSet::new();
    for node in document.descendants() {
        let Some(id) = node.attribute("id") else { continue };
        if ids.insert(id, node).is_some() {
            twice.insert(id);
        }
    }
    let sheets: Vec<Node<'_, '_>> =
        document.descendants().filter(|node| node.is_element() && node.tag_name().name() == "style").collect();
    sheets.iter().for_each(|sheet| inspection.sheet(*sheet));
    let steps = Steps::default();
    let styles = Styles::new(sheets.iter().filter_map(Node::text), &steps);
    let mut work = Work::new(&ids, &twice);
    let elements = document.descendants().filter(Node::is_element).count() as u64;
    if steps.count().saturating_add(styles.count().saturating_mul(elements)) > MOST_COMPARISONS {
        return Err(FigureError::TooMuch(Bound::Styles));
    }
    for node in document.descendants().filter(Node::is_element) {
        work.know(node, &styles, &steps)?;
    }
    let texts: Vec<String> = sheets.iter().filter_map(Node::text).map(without_comments).collect();
    let widened = widened(&texts);
    let unread = Unread::new(&texts, &widened);
    if unread.count().saturating_mul(elements) > MOST_COMPARISONS {
        return Err(FigureError::TooMuch(Bound::Styles));
    }
    unread.groups.iter().for_each(|group| inspection.unread(group));
    let scope =
        Scope { ids: &ids, unread: &unread, steps: &Steps::default(), has_dashes: svg.contains("stroke-dasharray") };
    inspection.element(document.root_element(), &scope, false)?;
    work.visit(document.root_element(), &Context::default(), 0)?;
    inspection.demand = work.demand();
    work.missing.into_iter().for_each(|target| inspection.report(FigureError::Missing(target)));
    Ok(inspection)
}

/// Facts about the whole drawing for inspecting its elements.
struct Scope<'a> {
    ids: &'a HashMap<&'a str, Node<'a, 'a>>,
    unread: &'a Unread<'a>,
    steps: &'a Steps,
    has_dashes: bool,
}

impl Inspection {
    /// Inspects an element and its descendants. `is_printed` is whether text in it is printed.
    fn element(&mut self, node: Node<'_, '_>, scope: &Scope<'_>, is_printed: bool) -> Result<(), FigureError> {
        if !is_of_svg(node) {
            return Ok(());
        }
        let name = node.tag_name().name();
        match name {
            "metadata" | "title" | "desc" => return Ok(()),
            "foreignObject" => {
                if !is_void(node) {
                    self.report(FigureError::ForeignObject);
                }
                return Ok(());
            }
            "script" | "animate" | "animateColor" | "animateMotion" | "animateTransform" | "set" => {
                self.report(FigureError::Moving(name.to_owned()));
            }
            _ => {}
        }
        if node.attribute("systemLanguage").is_some_and(|languages| !languages.trim().is_empty()) {
            self.report(FigureError::Conditional("systemLanguage".to_owned()));
        } else if !passes(node) {
            self.report(FigureError::Conditional("requiredFeatures, requiredExtensions".to_owned()));
        }
        self.links(node, scope.ids);
        scope.unread.of(node, scope.steps).iter().for_each(|style| self.unread(style));
        if scope.steps.count() > MOST_COMPARISONS {
            return Err(FigureError::TooMuch(Bound::Styles));
        }
        // The compiler ignores `pathLength` when it draws dashes.
        if scope.has_dashes && node.attribute("pathLength").is_some() {
            self.unread("pathLength");
        }
        for attribute in node.attributes().filter(|attribute| attribute.namespace().is_none()) {
            let is_style = attribute.name() == "style" || super::style::PROPERTIES.contains(&attribute.name());
            if is_style {
                self.style(attribute.value());
            }
        }
        let is_label = node.attribute(LABEL_ATTRIBUTE).is_some();
        let is_printed = (is_printed || name == "text") && !is_label;
        if name == "switch" {
            return self.switch(node, scope, is_printed);
        }
        for child in node.children() {
            match child.node_type() {
                NodeType::Text if is_printed => self.text.push_str(child.text().unwrap_or_default()),
                NodeType::Element => self.element(child, scope, is_printed)?,
                _ => {}
            }
        }
        Ok(())
    }

    /// Inspects the alternative of a `switch` that is drawn. The alternative for browsers has to be empty, as drawing
    /// programs write it, or be drawn as a picture.
    fn switch(&mut self, node: Node<'_, '_>, scope: &Scope<'_>, is_printed: bool) -> Result<(), FigureError> {
        let parts = || node.children().filter(|child| child.is_element() && is_of_svg(*child));
        let drawn = parts().find(|part| passes(*part));
        if let Some(part) = parts().find(|part| part.attribute("systemLanguage").is_some()) {
            let languages = part.attribute("systemLanguage").unwrap_or_default();
            if !languages.trim().is_empty() {
                self.report(FigureError::Conditional("systemLanguage".to_owned()));
            }
        }
        let is_picture = drawn.is_some_and(|part| part.tag_name().name() == "image");
        let is_web_content = |part: &Node<'_, '_>| part.tag_name().name() == "foreignObject" && !is_void(*part);
        if parts().any(|part| is_web_content(&part)) && !is_picture {
            self.report(FigureError::ForeignObject);
        }
        match drawn {
            Some(part) => self.element(part, scope, is_printed),
            None => {
                if parts().any(|part| part.tag_name().name() != "foreignObject") {
                    self.report(FigureError::Conditional("switch".to_owned()));
                }
                Ok(())
            }
        }
    }

    fn links(&mut self, node: Node<'_, '_>, ids: &HashMap<&str, Node<'_, '_>>) {
        let name = node.tag_name().name();
        if name == "a" {
            return;
        }
        // The compiler only draws text on a path if the `text` contains the `textPath` directly.
        let is_of_text = node.parent_element().is_some_and(|above| above.tag_name().name() == "text");
        if name == "textPath" && !(is_of_text && hrefs(node).next().is_some()) {
            self.unread("textPath");
        }
        for link in hrefs(node) {
            let holds_picture = matches!(name, "image" | "feImage");
            match link.strip_prefix('#') {
                Some(id) if name != "image" => {
                    let target = ids.get(id).map(|target| target.tag_name().name());
                    let is_missing = match name {
                        "use" | "tref" => target.is_none(),
                        "textPath" => target.is_none_or(|target| !SHAPES.contains(&target)),
                        _ => false,
                    };
                    if is_missing {
                        self.report(FigureError::Missing(shortened(link)));
                    }
                }
                None if holds_picture && link.starts_with("data:") => self.picture(link),
                _ => self.report(FigureError::Linked(shortened(link))),
            }
        }
    }

    fn unread(&mut self, style: &str) {
        self.report(FigureError::Unread(shortened(style)));
    }

    fn picture(&mut self, link: &str) {
        let read = DataUrl::process(link).ok().and_then(|url| {
            let (data, _) = url.decode_to_vec().ok()?;
            Some((url.mime_type().subtype.clone(), data))
        });
        match read {
            Some(image) => self.images.push(image),
            None => self.report(FigureError::Embedded),
        }
    }

    fn sheet(&mut self, node: Node<'_, '_>) {
        // The compiler only reads the first text node, and nothing if there is a comment.
        let given = |name: &str, usual: &[&str]| {
            node.attribute(name).filter(|value| !usual.contains(value)).map(|value| format!("{name}: {value}"))
        };
        let is_css = node.attribute("type").is_none_or(|kind| kind.eq_ignore_ascii_case("text/css"));
        let media = given("media", &["", "all", "screen"]);
        let kind = given("type", &["text/css"]).filter(|_| is_css);
        media.into_iter().chain(kind).for_each(|style| self.unread(&style));
        let is_whole = node.children().count() <= 1 && node.children().all(|child| child.is_text());
        if !is_whole {
            self.report(FigureError::Style("<!-- -->".to_owned()));
        }
        node.children().filter_map(|child| child.text()).for_each(|text| self.style(text));
    }

    fn style(&mut self, style: &str) {
        let (references, takes_more) = references(style);
        if takes_more {
            self.report(FigureError::Style("@import".to_owned()));
        }
        for target in references.into_iter().filter(|target| !target.starts_with('#')) {
            self.report(FigureError::Style(shortened(&target)));
        }
    }

    fn report(&mut self, problem: FigureError) {
        if self.problems.len() < MOST_PROBLEMS && !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }
}

fn shortened(address: &str) -> String {
    const MOST: usize = 80;
    match address.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &address[..end]),
        None => address.to_owned(),
    }
}

/// Whether an element has neither text nor elements of SVG or HTML.
fn is_void(node: Node<'_, '_>) -> bool {
    node.descendants().skip(1).all(|inside| match inside.node_type() {
        NodeType::Text => inside.text().is_none_or(|text| text.trim().is_empty()),
        NodeType::Element => {
            inside.tag_name().namespace().is_some_and(|namespace| namespace != SVG && !OF_BROWSERS.contains(&namespace))
        }
        _ => true,
    })
}

/// Whether the compiler draws an element, given its conditional attributes.
fn passes(node: Node<'_, '_>) -> bool {
    let has = |feature: &str| feature.strip_prefix(FEATURE).is_some_and(|name| FEATURES.contains(&name));
    node.attribute("requiredExtensions").is_none()
        && node.attribute("requiredFeatures").is_none_or(|features| features.split(' ').all(has))
}

#[cfg(test)]
mod tests {
    use super::super::bound::{MOST_CORNERS, MOST_LETTERS};
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
            let found = problems(inside);
            assert!(found.iter().any(|problem| matches!(problem, FigureError::Style(_))), "{inside}: {found:?}");
        }
        for inside in [
            "<linearGradient href='other.svg#a'/>",
            "<pattern xlink:href='other.svg#a'/>",
            "<text><textPath href='other.svg#a'>b</textPath></text>",
            "<filter><feImage href='photo.png'/></filter>",
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
        assert!(inspected(&doubled(4)).demand.elements > 32);
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
    fn references_in_vain_are_found_where_something_would_be_missing() {
        for (inside, target) in [
            ("<use href='#nothing'/>", "#nothing"),
            ("<text><textPath href='#a'>b</textPath></text><g id='a'/>", "#a"),
            ("<rect fill='url(#a)'/>", "#a"),
            ("<style>text{stroke:url( \"#a\" )}</style><text>b</text>", "#a"),
            ("<g id='a'/><rect fill='url(#a) red'/>", "#a"),
            ("<rect style='filter:url(#a)'/>", "#a"),
            ("<g id='a'/><rect clip-path='url(#a)'/>", "#a"),
            ("<g id='a'/><rect mask='url(#a)'/>", "#a"),
            ("<pattern id='a'/><pattern id='a'/><rect fill='url(#a)'/>", "#a"),
        ] {
            assert_eq!(problems(inside), [FigureError::Missing(target.to_owned())], "{inside}");
        }
        for inside in [
            "<rect fill='url(#a) red'/>",
            "<rect clip-path='url(#a)' mask='url(#b)' marker-end='url(#c)'/>",
            "<defs><rect fill='url(#a)'/></defs><style>.b{fill:url(#a)}</style>",
            "<rect fill='url(#a)' style='fill:red'/>",
            "<linearGradient id='a'/><rect fill='url(#a)'/><g id='b'/><g id='b'/>",
        ] {
            assert_eq!(problems(inside), [], "{inside}");
        }
    }

    #[test]
    fn what_only_browsers_draw_is_found() {
        for (inside, style) in [
            ("<style>@media print{rect{fill:red}}</style>", "@media print"),
            ("<style>@supports (display:grid) {rect{fill:red}}</style>", "@supports (display:grid)"),
            ("<style media='print'>rect{fill:red}</style>", "media: print"),
            ("<style>rect:nth-child(2){fill:red}</style><rect/>", "rect:nth-child(2)"),
            ("<style>.b:not(.c),rect{fill:red}</style><rect/>", "rect"),
            ("<style>[class^='a']{fill:red}</style><rect class='ab'/>", "[class^='a']"),
            ("<style>rect ~ text{fill:red}</style><rect/><text/>", "rect ~ text"),
            ("<style>g{rect{fill:red}}</style><g/>", "rect"),
            ("<style>rect{--a:1;fill:red}</style><rect/>", "fill: red"),
            ("<rect style='a:b(c());fill:red'/>", "fill: red"),
            ("<rect style='FILL:red'/>", "FILL: red"),
            ("<rect style='display:NONE'/>", "display: NONE"),
            ("<rect style='transform:rotate(45deg)'/>", "transform: rotate(45deg)"),
            ("<rect style='transform:translate(9,9)'/>", "transform: translate(9,9)"),
            ("<rect transform='scale(2)' style='transform-box:fill-box'/>", "transform-box: fill-box"),
            ("<rect style='width:9px'/>", "width: 9px"),
            ("<style>circle{r:9px}</style><circle/>", "r: 9px"),
            ("<path style='d:path(\"M0 0h9\")'/>", "d: path(\"M0 0h9\")"),
            ("<g style='text-transform:uppercase'><text>a</text></g>", "text-transform: uppercase"),
            ("<text style='text-decoration-line:line-through'>a</text>", "text-decoration-line: line-through"),
            ("<text direction='rtl'>a</text>", "direction: rtl"),
            ("<text x='2rem'>a</text>", "x: 2rem"),
            ("<text><a><textPath href='#a'>b</textPath></a></text><path id='a'/>", "textPath"),
            ("<style>.a{animation:b 1s}</style><rect class='a'/>", "animation: b 1s"),
            (
                "<g transform='scale(9)'><path style='vector-effect:non-scaling-stroke'/></g>",
                "vector-effect: non-scaling-stroke",
            ),
            ("<circle pathLength='100' stroke-dasharray='30 70'/>", "pathLength"),
        ] {
            assert_eq!(problems(inside), [FigureError::Unread(style.to_owned())], "{inside}");
        }
        let root = |style: &str| {
            inspect_svg(&BEGINNING.replace("<svg ", &format!("<svg style='{style}' "))[..].replace("'>", "'/>"))
                .unwrap()
                .problems
        };
        assert_eq!(root("background:#000"), [FigureError::Unread("background: #000".to_owned())]);
        assert_eq!(root("color-scheme:dark"), [FigureError::Unread("color-scheme: dark".to_owned())]);
        assert_eq!(root("background: #FFF; color-scheme: light dark; width:9px; max-width:100%"), []);
    }

    #[test]
    fn what_drawing_programs_write_is_drawn() {
        for inside in [
            "<style type='text/css'>*{stroke-linejoin: round; stroke-linecap: butt}</style><rect/>",
            "<style>.st0{font-family:'A-B';font-size:24px;letter-spacing:-.03em;fill:url(#c)}.st1{enable-background:new    ;}</style>\
             <text class='st1'>a</text>",
            "<style><![CDATA[ .a line, .a text { fill: none; stroke: #000000; } .a text { white-space: pre; } ]]></style>",
            "<style>@media (prefers-color-scheme: dark) { svg[style^='b'], svg { fill: #000 !important; } }</style>",
            "<style>@font-face { font-family:'A';font-variant:normal } @keyframes a{from{b:c}} :root{--a:b} g :root{--c:d}</style>",
            "<style>.a:hover, .b:focus-visible{fill:red} text::selection{fill:blue} .x:not(.web) text[transform]{text-anchor:start}</style>\
             <rect class='a b'/>",
            "<style>.a{animation:b 1s}.c{transform:none}</style><rect class='c' style='animation:none 0s;all:revert2'/>",
            "<text style='font-size:12px;-inkscape-font-specification:\"A, B\";font-variant-ligatures:normal;white-space:pre;\
             display:inline;shape-inside:url(#a)' x='1.5e3,2' dy='1.2em'>a</text><rect id='a'/>",
            "<g transform='matrix(0.5,0,0,0.5,0,0)'><polyline vector-effect='non-scaling-stroke'/></g>",
            "<rect width='9' x='1' style='width:9px;x:1px;transform:matrix(1, 0, 0, 1, 2, 3)'/>",
            "<path style='vector-effect: non-scaling-stroke; stroke: rgb(99, 110, 250); opacity: 1;'/>",
        ] {
            let found: Vec<FigureError> = problems(inside)
                .into_iter()
                .filter(|problem| *problem != FigureError::Unread("all: revert2".to_owned()))
                .collect();
            assert_eq!(found, [], "{inside}");
        }
    }

    #[test]
    fn long_values_are_counted_as_often_as_they_are_read() {
        let line = format!("M0 0{}", "h1v1".repeat(100_000));
        let long = "1 ".repeat(100_000);
        let rects = "<rect/>".repeat(200);
        for inside in [
            format!("<path id='a' d='{line}'/>{}", "<use href='#a'/>".repeat(100)),
            format!("<g stroke-dasharray='{long}'>{rects}</g>"),
            format!("<style>rect{{fill:{}}}</style>{rects}", "x".repeat(200_000)),
            format!("<g stroke-dasharray='{long}'><pattern id='a'>{rects}</pattern></g><rect fill='url(#a)'/>"),
            format!(
                "<marker id='a'><path d='{line}'/></marker><path marker-mid='url(#a)' d='m0 0{}'/>",
                "h1".repeat(100)
            ),
            format!("<path d='M0 0h{}'/>", "1 ".repeat(MOST_CORNERS as usize)),
            format!("<polyline points='{}'/>", "1.5.5-1 ".repeat(MOST_CORNERS as usize / 2)),
        ] {
            assert_eq!(too_much(&inside), FigureError::TooMuch(Bound::Read), "{}", &inside[..40]);
        }
        assert_eq!(problems(&format!("<path id='a' d='{line}'/>{}", "<use href='#a'/>".repeat(8))), []);
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
        let deep = format!("{}<rect/>{}", "<g>".repeat(150), "</g>".repeat(150));
        let declarations = "fill:red;".repeat(100_000);
        for inside in [
            format!("<style>x {} rect{{a:b}}</style>{deep}", "g ".repeat(8)),
            format!("<style>*{{{}}}</style>{}", "a:b;".repeat(5_000), "<rect/>".repeat(5_000)),
            format!("<rect style='{declarations}'/>"),
            format!("<rect style='stroke-dasharray:{}'/>", "1 ".repeat(100_000)),
            format!("<style>rect{{{declarations}}}</style>"),
            format!("<rect id='a' style='{}'/>{}", &declarations[..9_000], "<use href='#a'/>".repeat(2_000)),
            format!("<style>{}</style><rect class='{}'/>", ".b{c:d}".repeat(1_000), "a ".repeat(100_000)),
            format!("<style>{}</style>{}", ".b:not(c){fill:red}".repeat(10_000), "<rect class='b'/>".repeat(3_000)),
        ] {
            assert_eq!(too_much(&inside), FigureError::TooMuch(Bound::Styles), "{}", &inside[..40]);
        }
    }
}
