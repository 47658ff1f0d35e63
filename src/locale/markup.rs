//! Parses CommonMark into a tree of paragraphs, lists and runs of text for templates. Unsupported markup is a problem.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use schemars::JsonSchema;
use serde::Serialize;

use super::delimiter::{is_unspaced, prepared, without_edges};
use super::escape::unescape;
use super::foreign::foreign;
use super::unsupported::{Unsupported, is_address};
use crate::report::Language;

/// Text with paragraphs and lists.
pub type Rich = Vec<Block>;

/// A run of text with emphasis and links.
pub type Inline = Vec<Run>;

/// A paragraph or a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Its text.
        body: Inline,
    },
    /// A list.
    List {
        /// Whether its items are numbered.
        ordered: bool,
        /// Its items.
        items: Vec<Rich>,
    },
}

/// A piece of a run of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Run {
    /// Plain text.
    Text {
        /// The text.
        text: String,
    },
    /// Stressed text.
    Emphasis {
        /// What is stressed.
        body: Inline,
    },
    /// Important text.
    Strong {
        /// What is important.
        body: Inline,
    },
    /// Raised text.
    Superscript {
        /// What is raised.
        body: Inline,
    },
    /// Lowered text.
    Subscript {
        /// What is lowered.
        body: Inline,
    },
    /// A link.
    Link {
        /// The address.
        target: String,
        /// What says where it goes.
        body: Inline,
    },
    /// Text in another language than the document's.
    Language {
        /// The language, without region.
        language: String,
        /// Its region.
        region: Option<String>,
        /// What is said in it.
        body: Inline,
    },
    /// A line break within a paragraph.
    Break,
}

/// Parses CommonMark with `^superscript^` and `~subscript~`; the text of a link to `lang:en` is in English.
pub(super) fn parse(source: &str) -> (Rich, Vec<Unsupported>) {
    let options = Options::ENABLE_SUPERSCRIPT | Options::ENABLE_SUBSCRIPT;
    let (ready, mut unsupported) = prepared(source);
    unsupported.extend(unsupported_events(&ready, options));
    unsupported.extend(foreign(source));
    for found in &mut unsupported {
        found.excerpt = without_edges(&found.excerpt);
    }
    unsupported.sort_by_key(|found| found.name);
    unsupported.dedup_by_key(|found| found.name);
    // Functions that walk the tree are recursive.
    if unsupported.iter().any(|found| found.name == NESTING) {
        return (Rich::new(), unsupported);
    }
    let mut builder = Builder::default();
    for event in Parser::new_ext(&ready, options) {
        builder.take(event);
    }
    (builder.into_blocks(), unsupported)
}

const NESTING: &str = "nesting";

/// A link to anything but a web page or a mailbox.
const ADDRESS: &str = "address";

/// The prefix of a link's address that names the language of its text.
const LANGUAGE_SCHEME: &str = "lang:";

/// The language that a link's address names, if any; an error if a document cannot be in it.
fn language_of(address: &str) -> Option<Result<Language, &'static str>> {
    let tag = address.strip_prefix(LANGUAGE_SCHEME)?;
    let is_usual = |language: &Language| {
        (2..=3).contains(&language.primary().len()) && language.region().is_none_or(|region| region.len() == 2)
    };
    Some(Language::new(tag).filter(is_usual).ok_or("language"))
}

const DEEPEST: usize = 24;

/// The text without markup.
#[must_use]
pub fn plain_text(inline: &[Run]) -> String {
    inline
        .iter()
        .map(|run| match run {
            Run::Text { text } => text.clone(),
            Run::Break => " ".to_owned(),
            Run::Emphasis { body }
            | Run::Strong { body }
            | Run::Superscript { body }
            | Run::Subscript { body }
            | Run::Link { body, .. }
            | Run::Language { body, .. } => plain_text(body),
        })
        .collect()
}

pub(super) fn has_longer_paragraph(rich: &[Block], most: usize) -> bool {
    rich.iter().any(|block| match block {
        Block::Paragraph { body } => plain_text(body).chars().nth(most).is_some(),
        Block::List { items, .. } => items.iter().any(|item| has_longer_paragraph(item, most)),
    })
}

fn unsupported_events(source: &str, options: Options) -> Vec<Unsupported> {
    let mut depth = 0_usize;
    let mut found = Vec::new();
    let mut left_over = LeftOver::default();
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        let name = if depth > DEEPEST { Some(NESTING) } else { name_of_unsupported(&event) };
        found.extend(name.map(|name| Unsupported::at(name, source, range.start)));
        match event {
            Event::Text(_) => left_over.text(source, range),
            Event::End(TagEnd::Paragraph | TagEnd::Item) => found.extend(left_over.end_of_block(source)),
            _ => {}
        }
    }
    found
}

/// Signs of emphasis in a block without a counterpart, which would be printed.
#[derive(Debug, Default)]
struct LeftOver {
    strong: Vec<usize>,
    single: Vec<usize>,
    low: Vec<usize>,
}

impl LeftOver {
    /// Records the signs in a text that the parser did not interpret.
    fn text(&mut self, source: &str, range: std::ops::Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            let Some(character) = source.get(at..).and_then(|rest| rest.chars().next()) else { return };
            let start = at;
            at += character.len_utf8();
            if !matches!(character, '*' | '_') || source[..start].ends_with('\\') {
                continue;
            }
            let length = source[start..].len() - source[start..].trim_start_matches(character).len();
            at = start + length;
            let is_blank = |side: Option<char>| side.is_none_or(char::is_whitespace);
            if is_blank(source[..start].chars().next_back()) && is_blank(source[at..].chars().next()) {
                continue;
            }
            match (character, length) {
                ('*', 1) => self.single.push(start),
                ('*', _) => self.strong.push(start),
                (_, 2) => self.low.push(start),
                _ => {}
            }
        }
    }

    /// The intended emphasis. One asterisk alone is a sign, and so are underscores for fields to fill in.
    fn end_of_block(&mut self, source: &str) -> Option<Unsupported> {
        let Self { strong, single, low } = std::mem::take(self);
        let pair = |found: Vec<usize>| if found.len() > 1 { found.first().copied() } else { None };
        let start = strong.first().copied().or_else(|| pair(single)).or_else(|| pair(low))?;
        Some(Unsupported::at("emphasis", source, start))
    }
}

fn name_of_unsupported(event: &Event<'_>) -> Option<&'static str> {
    match event {
        Event::Start(Tag::Heading { .. }) => Some("heading"),
        Event::Start(Tag::BlockQuote(_)) => Some("block-quote"),
        Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => Some("code"),
        Event::Start(Tag::Image { .. }) => Some("image"),
        Event::Rule => Some("thematic-break"),
        Event::Start(Tag::Link { dest_url, link_type, .. }) => match language_of(dest_url) {
            Some(language) => language.err(),
            None if *link_type == LinkType::Email || is_address(&unescape(dest_url)) => None,
            None => Some(ADDRESS),
        },
        _ => None,
    }
}

#[derive(Debug)]
enum Open {
    Blocks { list: Option<bool>, items: Vec<Rich>, blocks: Rich },
    Inline { kind: Kind, body: Inline },
}

#[derive(Debug)]
enum Kind {
    Paragraph,
    /// Inline content of a list item without a paragraph.
    Tight,
    Emphasis,
    Strong,
    Superscript,
    Subscript,
    Link(String),
    Language(Language),
}

#[derive(Debug)]
struct Builder {
    stack: Vec<Open>,
}

impl Default for Builder {
    fn default() -> Self {
        Self { stack: vec![Open::Blocks { list: None, items: Vec::new(), blocks: Vec::new() }] }
    }
}

impl Builder {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.text(&unescape(&without_edges(&text)));
            }
            Event::SoftBreak => self.soft_break(),
            Event::HardBreak => self.push_run(Run::Break),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::List(first) => {
                self.close_tight();
                self.stack.push(Open::Blocks { list: Some(first.is_some()), items: Vec::new(), blocks: Vec::new() });
            }
            Tag::Paragraph | Tag::Heading { .. } | Tag::HtmlBlock | Tag::CodeBlock(_) => self.open(Kind::Paragraph),
            Tag::Emphasis => self.open_inline(Kind::Emphasis),
            Tag::Strong => self.open_inline(Kind::Strong),
            Tag::Superscript => self.open_inline(Kind::Superscript),
            Tag::Subscript => self.open_inline(Kind::Subscript),
            // Only the text of an autolink needs no message.
            Tag::Link { dest_url, link_type, .. } => self.open_inline(match (link_type, language_of(&dest_url)) {
                (LinkType::Email, _) => Kind::Link(format!("mailto:{}", unescape(&dest_url))),
                (_, Some(Ok(language))) => Kind::Language(language),
                _ => Kind::Link(unescape(&without_edges(&dest_url))),
            }),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Item => {
                self.close_tight();
                if let Some(Open::Blocks { items, blocks, .. }) = self.stack.last_mut() {
                    items.push(std::mem::take(blocks));
                }
            }
            TagEnd::List(_) => {
                self.close_tight();
                if let Some(Open::Blocks { list: Some(ordered), items, .. }) = self.stack.pop() {
                    self.push_block(Block::List { ordered, items });
                }
            }
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::HtmlBlock | TagEnd::CodeBlock => self.close(),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Superscript | TagEnd::Subscript | TagEnd::Link => self.close(),
            _ => {}
        }
    }

    fn open(&mut self, kind: Kind) {
        self.stack.push(Open::Inline { kind, body: Vec::new() });
    }

    /// Opens inline content; directly in a list item, opens the item's text first.
    fn open_inline(&mut self, kind: Kind) {
        if matches!(self.stack.last(), Some(Open::Blocks { .. })) {
            self.open(Kind::Tight);
        }
        self.open(kind);
    }

    fn close_tight(&mut self) {
        if matches!(self.stack.last(), Some(Open::Inline { kind: Kind::Tight, .. })) {
            self.close();
        }
    }

    fn close(&mut self) {
        let Some(Open::Inline { kind, body }) = self.stack.pop() else { return };
        match kind {
            Kind::Paragraph | Kind::Tight => self.push_block(Block::Paragraph { body }),
            Kind::Emphasis => self.push_run(Run::Emphasis { body }),
            Kind::Strong => self.push_run(Run::Strong { body }),
            Kind::Superscript => self.push_run(Run::Superscript { body }),
            Kind::Subscript => self.push_run(Run::Subscript { body }),
            Kind::Link(target) => self.push_run(Run::Link { target, body }),
            Kind::Language(language) => self.push_run(Run::Language {
                language: language.primary().to_owned(),
                region: language.region().map(str::to_owned),
                body,
            }),
        }
    }

    fn push_block(&mut self, block: Block) {
        if let Some(Open::Blocks { blocks, .. }) = self.stack.last_mut() {
            blocks.push(block);
        }
    }

    fn push_run(&mut self, run: Run) {
        if matches!(self.stack.last(), Some(Open::Blocks { .. })) {
            self.open(Kind::Tight);
        }
        if let Some(Open::Inline { body, .. }) = self.stack.last_mut() {
            body.push(run);
        }
    }

    fn text(&mut self, new: &str) {
        if new.is_empty() {
            return;
        }
        if let Some(Open::Inline { body, .. }) = self.stack.last_mut()
            && let Some(Run::Text { text }) = body.last_mut()
        {
            if text.ends_with(SOFT_BREAK) {
                text.pop();
                if !is_seamless(text.chars().last(), new.chars().next()) {
                    text.push(' ');
                }
            }
            text.push_str(new);
        } else {
            self.push_run(Run::Text { text: new.to_owned() });
        }
    }

    /// The end of a source line; the characters on both sides decide what replaces it.
    fn soft_break(&mut self) {
        self.text(&SOFT_BREAK.to_string());
    }

    fn into_blocks(mut self) -> Rich {
        self.close_tight();
        let Some(Open::Blocks { mut blocks, .. }) = self.stack.pop() else { return Vec::new() };
        blocks.iter_mut().for_each(settle_breaks);
        blocks
    }
}

/// The end of a source line, until the next character is known.
const SOFT_BREAK: char = '\n';

/// Replaces line ends at the edges of markup by spaces.
fn settle_breaks(block: &mut Block) {
    fn settle(inline: &mut Inline) {
        for run in inline {
            match run {
                Run::Text { text } => *text = text.replace(SOFT_BREAK, " "),
                Run::Emphasis { body }
                | Run::Strong { body }
                | Run::Superscript { body }
                | Run::Subscript { body }
                | Run::Link { body, .. }
                | Run::Language { body, .. } => settle(body),
                Run::Break => {}
            }
        }
    }
    match block {
        Block::Paragraph { body } => settle(body),
        Block::List { items, .. } => items.iter_mut().flatten().for_each(settle_breaks),
    }
}

/// Whether two lines are joined without a space: between characters of scripts without spaces.
fn is_seamless(before: Option<char>, after: Option<char>) -> bool {
    before.is_some_and(is_unspaced) && after.is_some_and(is_unspaced)
}

#[cfg(test)]
mod tests {
    use super::super::escape::escape;
    use super::*;

    fn paragraph(text: &str) -> Block {
        Block::Paragraph { body: vec![Run::Text { text: text.to_owned() }] }
    }

    #[test]
    fn paragraphs_lists_and_emphasis_become_a_tree() {
        let (rich, unsupported) = parse("a *b*\n\n- c\n- d\n");
        assert!(unsupported.is_empty());
        assert_eq!(
            rich,
            [
                Block::Paragraph {
                    body: vec![
                        Run::Text { text: "a ".into() },
                        Run::Emphasis { body: vec![Run::Text { text: "b".into() }] }
                    ]
                },
                Block::List { ordered: false, items: vec![vec![paragraph("c")], vec![paragraph("d")]] },
            ]
        );
    }

    #[test]
    fn an_item_may_hold_paragraphs_and_a_list() {
        let (rich, _) = parse("1. a\n\n   b\n   - c\n2. **d**\n");
        let Block::List { ordered: true, items } = &rich[0] else { panic!("{rich:?}") };
        assert_eq!(items.len(), 2);
        assert_eq!(items[0][0], paragraph("a"));
        assert_eq!(items[0][1], paragraph("b"));
        assert!(matches!(items[0][2], Block::List { ordered: false, .. }));
    }

    #[test]
    fn japanese_lines_join_without_a_space_and_english_lines_with_one() {
        assert_eq!(parse("順調に\n進捗").0, [paragraph("順調に進捗")]);
        assert_eq!(parse("on\ntrack").0, [paragraph("on track")]);
        assert_eq!(parse("AMEDの\nAMED").0, [paragraph("AMEDの AMED")]);
    }

    #[test]
    fn data_that_looks_like_markup_prints_as_itself() {
        let data = "*a* #b $c$ <d> [e](f) \\g @h `i` ^j^ ~k~ ]";
        assert_eq!(parse(&escape(data)).0, [paragraph(data)]);
    }

    fn names(source: &str) -> Vec<&'static str> {
        parse(source).1.into_iter().map(|found| found.name).collect()
    }

    #[test]
    fn words_in_angle_brackets_print_as_themselves() {
        assert_eq!(parse("a <d>c</d>"), (vec![paragraph("a <d>c</d>")], Vec::new()));
    }

    #[test]
    fn markup_that_a_report_cannot_show_is_named() {
        assert_eq!(names("# a"), ["heading"]);
        assert_eq!(names("a\n==="), ["heading"]);
        assert_eq!(names("> a"), ["block-quote"]);
        assert_eq!(names("![a](b.png)"), ["image"]);
        assert_eq!(names("`a`"), ["code"]);
        assert_eq!(names("a <b>c</b>"), ["html"]);
    }

    /// The texts of a paragraph, with brackets around emphasis.
    fn stressed(source: &str) -> String {
        let (rich, unsupported) = parse(source);
        assert_eq!(unsupported, [], "{source}");
        let [Block::Paragraph { body }] = rich.as_slice() else { panic!("{rich:?}") };
        let said = |run: &Run| match run {
            Run::Strong { body } | Run::Emphasis { body } => format!("[{}]", plain_text(body)),
            run => plain_text(std::slice::from_ref(run)),
        };
        body.iter().map(said).collect()
    }

    #[test]
    fn emphasis_closes_beside_japanese_letters() {
        for (source, said) in [
            ("**重要**です", "[重要]です"),
            ("**「重要」**です", "[「重要」]です"),
            ("これは**「重要」**です", "これは[「重要」]です"),
            ("**重要。**次の文", "[重要。]次の文"),
            ("これは**（注）**と**100%**の", "これは[（注）]と[100%]の"),
            ("これは*「重要」*です", "これは[「重要」]です"),
            ("計画は**「達成」**、**「順調」**だ", "計画は[「達成」]、[「順調」]だ"),
            ("**「A」**と**「B」**と", "[「A」]と[「B」]と"),
            ("the **“plan”** is", "the [“plan”] is"),
            ("**마크다운(Markdown)**을", "[마크다운(Markdown)]을"),
            ("私は**⻲田太郎**と", "私は[⻲田太郎]と"),
            ("5 * 3 * 2", "5 * 3 * 2"),
            ("実績*", "実績*"),
            (r"\*\*a\*\*", "**a**"),
            ("a_b_c と __ と ____", "a_b_c と __ と ____"),
        ] {
            assert_eq!(stressed(source), said, "{source}");
        }
    }

    #[test]
    fn emphasis_that_does_not_close_is_named() {
        for source in ["これは**重要です", "これは** 重要 **です", "**重要*です", "は*重要 *です", "これは__重要__です"]
        {
            assert_eq!(names(source), ["emphasis"], "{source}");
        }
    }

    #[test]
    fn an_address_keeps_its_tildes() {
        let Block::Paragraph { body } = &parse("[a](https://a.jp/~b~c)").0[0] else { panic!() };
        assert!(matches!(&body[0], Run::Link { target, .. } if target == "https://a.jp/~b~c"), "{body:?}");
    }

    #[test]
    fn markup_is_not_followed_without_end() {
        let nested = |depth: usize| (0..depth).map(|level| format!("{}- a\n", "  ".repeat(level))).collect::<String>();
        assert_eq!(names(&nested(30)), ["nesting"]);
        assert!(parse(&nested(4)).1.is_empty());
    }

    #[test]
    fn a_text_says_its_language() {
        let (rich, unsupported) = parse("a [*b* c](lang:en-GB)");
        let Block::Paragraph { body } = &rich[0] else { panic!("{rich:?}") };
        let Run::Language { language, region, body } = &body[1] else { panic!("{body:?}") };
        assert_eq!((language.as_str(), region.as_deref(), plain_text(body).as_str()), ("en", Some("GB"), "b c"));
        assert!(unsupported.is_empty());
        for unknown in ["a [b](lang:)", "a [b](lang:english)", "a [b](lang:e)", "a [b](lang:en-001)"] {
            assert_eq!(names(unknown), ["language"], "{unknown}");
        }
    }

    #[test]
    fn links_lead_to_the_web_or_a_mailbox_and_nowhere_else() {
        for address in ["https://example.org/a?b=c#d", "HTTP://example.org", "mailto:a@example.org"] {
            assert!(parse(&format!("[a]({address})")).1.is_empty(), "{address}");
        }
        assert!(parse("<https://example.org> <a@example.org>").1.is_empty());
        for address in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "java&#115;cript:alert(1)",
            "javascript&colon;alert(1)",
            "<java&#9;script:alert(1)>",
            "&#1;javascript:alert(1)",
            "<\u{a0}https://example.org>",
            "file:///etc/passwd",
            "data:text/html,a",
            "vbscript:a",
            "//example.org",
            "a.pdf",
            "#a",
            "https:",
            "https://",
            "",
        ] {
            assert!(names(&format!("[a]({address})")).contains(&ADDRESS), "{address}");
        }
        for text in ["<javascript:alert(1)>", "[a][b]\n\n[b]: file:///a", "[b]\n\n[b]: data:a"] {
            assert!(names(text).contains(&ADDRESS), "{text}");
        }
        let shielded = escape("javascript:alert(1)");
        assert!(names(&format!("[a]({shielded})")).contains(&ADDRESS));
    }

    #[test]
    fn raised_and_lowered_text_is_kept() {
        let (rich, _) = parse("H~2~O^a^");
        let Block::Paragraph { body } = &rich[0] else { panic!("{rich:?}") };
        assert!(matches!(body[1], Run::Subscript { .. }));
        assert!(matches!(body[3], Run::Superscript { .. }));
    }
}
