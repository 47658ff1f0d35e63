//! Removes the document type of a drawing: entities that stand for plain text are expanded, as drawing programs
//! declare them for namespaces; others are refused. Later readers have nothing to expand.

use std::borrow::Cow;
use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::FigureError;
use super::bound::{
    Bound, MOST_ATTRIBUTES, MOST_DEPTH, MOST_DRAWING_BYTES, MOST_ELEMENTS, MOST_ENTITY, MOST_EXPANSION,
};

type Entities<'a> = BTreeMap<&'a str, &'a str>;

const PREDEFINED: [&str; 5] = ["amp", "lt", "gt", "quot", "apos"];

/// Reads a drawing as XML within the bounds, and removes its document type.
///
/// # Errors
/// If it is not XML, exceeds a bound, or declares entities that contain more than text.
pub fn plain(svg: &[u8]) -> Result<Cow<'_, str>, FigureError> {
    if svg.len() > MOST_DRAWING_BYTES {
        return Err(FigureError::TooMuch(Bound::Bytes));
    }
    let svg = std::str::from_utf8(svg).map_err(|_| FigureError::Encoding)?;
    let svg = svg.strip_prefix('\u{FEFF}').unwrap_or(svg);
    let mut reader = Reader::from_str(svg);
    let (mut elements, mut depth) = (0_u64, 0_usize);
    let mut entities = Entities::new();
    let mut written: Option<String> = None;
    let mut start = 0;
    loop {
        let event = reader.read_event().map_err(|error| FigureError::Broken(error.to_string()))?;
        let end = usize::try_from(reader.buffer_position()).unwrap_or(svg.len());
        let raw = svg.get(start..end).unwrap_or_default();
        match &event {
            Event::Eof => break,
            Event::DocType(_) => {
                // Keep the preceding text unchanged.
                let before = svg.get(..start).unwrap_or_default();
                written.get_or_insert_with(|| before.to_owned());
                for (name, value) in declared(raw)? {
                    entities.entry(name).or_insert(value);
                }
                start = end;
                continue;
            }
            Event::Start(element) => {
                (elements, depth) = (elements + 1, depth + 1);
                require_bounds(element, elements, depth)?;
            }
            Event::Empty(element) => {
                elements += 1;
                require_bounds(element, elements, depth)?;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if let Some(written) = &mut written {
            match &event {
                Event::Start(_) | Event::Empty(_) | Event::GeneralRef(_) => expand(raw, &entities, written)?,
                _ => written.push_str(raw),
            }
            if written.len() > svg.len() + MOST_EXPANSION {
                return Err(FigureError::TooMuch(Bound::Entities));
            }
        }
        start = end;
    }
    Ok(written.map_or(Cow::Borrowed(svg), Cow::Owned))
}

fn require_bounds(element: &BytesStart<'_>, elements: u64, depth: usize) -> Result<(), FigureError> {
    let attributes = element.attributes().with_checks(false).take(MOST_ATTRIBUTES + 1).count();
    let passed = [
        (elements > MOST_ELEMENTS, Bound::Elements),
        (depth > MOST_DEPTH, Bound::Depth),
        (attributes > MOST_ATTRIBUTES, Bound::Attributes),
    ];
    match passed.into_iter().find(|(is_passed, _)| *is_passed) {
        Some((_, bound)) => Err(FigureError::TooMuch(bound)),
        None => Ok(()),
    }
}

fn expand(raw: &str, entities: &Entities<'_>, written: &mut String) -> Result<(), FigureError> {
    let most = written.len() + raw.len() + MOST_EXPANSION;
    let mut rest = raw;
    while let Some((before, after)) = rest.split_once('&') {
        written.push_str(before);
        let (name, behind) = after.split_once(';').unwrap_or((after, ""));
        match entities.get(name) {
            Some(value) if !PREDEFINED.contains(&name) => escape(value, written),
            _ if name.starts_with('#') || PREDEFINED.contains(&name) => {
                written.extend(["&", name, ";"]);
            }
            _ => return Err(FigureError::Broken(format!("&{name};"))),
        }
        if written.len() > most {
            return Err(FigureError::TooMuch(Bound::Entities));
        }
        rest = behind;
    }
    written.push_str(rest);
    Ok(())
}

fn escape(text: &str, written: &mut String) {
    for character in text.chars() {
        match character {
            '"' => written.push_str("&quot;"),
            '\'' => written.push_str("&apos;"),
            '>' => written.push_str("&gt;"),
            other => written.push(other),
        }
    }
}

fn declared(document_type: &str) -> Result<Vec<(&str, &str)>, FigureError> {
    let mut found = Vec::new();
    let Some(mut rest) = subset(document_type) else { return Ok(found) };
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return Ok(found);
        } else if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").ok_or(FigureError::Entities)?.1;
        } else if let Some(instruction) = rest.strip_prefix("<?") {
            rest = instruction.split_once("?>").ok_or(FigureError::Entities)?.1;
        } else if let Some(entity) = rest.strip_prefix("<!ENTITY") {
            let (name, value) = entity.trim_start().split_once(char::is_whitespace).ok_or(FigureError::Entities)?;
            let (value, behind) = quoted(value.trim_start()).ok_or(FigureError::Entities)?;
            rest = behind.trim_start().strip_prefix('>').ok_or(FigureError::Entities)?;
            if name == "%" || value.contains(['<', '&']) || value.chars().nth(MOST_ENTITY).is_some() {
                return Err(FigureError::Entities);
            }
            found.push((name, value));
        } else if rest.starts_with("<!") {
            rest = after_declaration(rest).ok_or(FigureError::Entities)?;
        } else {
            // A parameter entity: it stands for external declarations.
            return Err(FigureError::Entities);
        }
    }
}

fn subset(document_type: &str) -> Option<&str> {
    let mut quote = None;
    let open = document_type.char_indices().find(|(_, character)| match (quote, character) {
        (None, '"' | '\'') => {
            quote = Some(*character);
            false
        }
        (None, '[') => true,
        (Some(open), other) if open == *other => {
            quote = None;
            false
        }
        _ => false,
    })?;
    let inside = &document_type[open.0 + 1..];
    Some(&inside[..inside.rfind(']')?])
}

fn quoted(text: &str) -> Option<(&str, &str)> {
    let quote = text.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    text[1..].split_once(quote)
}

/// The text after a declaration, whose strings may contain its end.
fn after_declaration(mut text: &str) -> Option<&str> {
    loop {
        let stop = text.find(['"', '\'', '>'])?;
        if text[stop..].starts_with('>') {
            return Some(&text[stop + 1..]);
        }
        text = quoted(&text[stop..])?.1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(svg: &str) -> Result<String, FigureError> {
        plain(svg.as_bytes()).map(Cow::into_owned)
    }

    #[test]
    fn entities_that_stand_for_text_are_replaced_and_the_document_type_is_gone() {
        let svg = "<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/[/svg11.dtd\" [\n\
            <!-- <!ENTITY no \"<a>\"> -->\n<!ELEMENT a (b)>\n<!ATTLIST svg x CDATA \">\">\n\
            <!ENTITY ns_ai \"http://ns.adobe.com/a\">\n<!ENTITY t '川>\"'>\n]>\n\
            <svg xmlns:i=\"&ns_ai;\" a=\"&amp;\"><text>&t;&#65;&lt;</text></svg>";
        assert_eq!(
            text(svg).unwrap(),
            "<?xml version=\"1.0\"?>\n\n<svg xmlns:i=\"http://ns.adobe.com/a\" a=\"&amp;\"><text>川&gt;&quot;&#65;&lt;</text></svg>"
        );
        let untouched = "<svg><text>&amp;</text></svg>";
        assert!(matches!(plain(untouched.as_bytes()), Ok(Cow::Borrowed(same)) if same == untouched));
    }

    #[test]
    fn entities_that_hold_more_than_text_are_refused() {
        let long = "x".repeat(MOST_ENTITY + 1);
        for subset in [
            "<!ENTITY a '<foreignObject/>'>",
            "<!ENTITY a 'b'><!ENTITY c '&a;&a;'>",
            "<!ENTITY a '&#60;g/>'>",
            "<!ENTITY a SYSTEM 'file:///etc/passwd'>",
            "<!ENTITY a PUBLIC 'x' 'y'>",
            "<!ENTITY % a 'b'>",
            "%a;",
            &format!("<!ENTITY a '{long}'>"),
        ] {
            let svg = format!("<!DOCTYPE svg [{subset}]><svg>&a;</svg>");
            assert_eq!(text(&svg), Err(FigureError::Entities), "{subset}");
        }
        assert!(matches!(text("<!DOCTYPE svg []><svg>&a;</svg>"), Err(FigureError::Broken(_))));
    }

    #[test]
    fn what_entities_become_is_counted() {
        let entity = "x".repeat(MOST_ENTITY);
        for inside in ["&a;".repeat(MOST_EXPANSION / MOST_ENTITY + 20), format!("<a b='{}'/>", "&a;".repeat(2_000))] {
            let svg = format!("<!DOCTYPE svg [<!ENTITY a '{entity}'>]><svg>{inside}</svg>");
            assert!(text(&svg) == Err(FigureError::TooMuch(Bound::Entities)));
        }
    }

    #[test]
    fn elements_depth_attributes_and_bytes_are_counted() {
        let elements = |count: u64| format!("<svg>{}</svg>", "<g/>".repeat(count as usize - 1));
        let deep = |depth: usize| format!("{}{}", "<g>".repeat(depth), "</g>".repeat(depth));
        let attributes = |count: usize| {
            format!("<svg {}/>", (0..count).map(|index| format!("a{index}=''")).collect::<Vec<_>>().join(" "))
        };
        assert!(text(&elements(MOST_ELEMENTS)).is_ok());
        assert!(text(&deep(MOST_DEPTH)).is_ok());
        assert!(text(&attributes(MOST_ATTRIBUTES)).is_ok());
        for (svg, bound) in [
            (elements(MOST_ELEMENTS + 1), Bound::Elements),
            (deep(MOST_DEPTH + 1), Bound::Depth),
            (attributes(MOST_ATTRIBUTES + 1), Bound::Attributes),
            (" ".repeat(MOST_DRAWING_BYTES + 1), Bound::Bytes),
        ] {
            assert_eq!(text(&svg), Err(FigureError::TooMuch(bound)));
        }
    }
}
