//! Rewrites styles that browsers support but the compiler does not into equivalent ones that it does.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};

use super::FigureError;
use super::css::until;

/// The font size for `rem` in browsers.
const ROOT_SIZE: f64 = 16.0;

/// The superscript offset of browsers, in the text's own size; the built-in fonts do not specify it.
const RAISED: &str = "50%";

/// The attributes that can contain such styles.
const STYLED: [&str; 8] =
    ["baseline-shift", "color", "fill", "flood-color", "font-size", "stop-color", "stroke", "style"];

/// Rewrites `light-dark()` to its light colour, `rem` to pixels, and `super` to an explicit offset.
///
/// # Errors
/// If the file is not XML.
pub fn adapted(svg: &str) -> Result<Cow<'_, str>, FigureError> {
    if !["light-dark(", "rem", "super", "currentcolor"].iter().any(|word| svg.contains(word)) {
        return Ok(Cow::Borrowed(svg));
    }
    let mut reader = Reader::from_str(svg);
    let mut written = String::with_capacity(svg.len());
    let mut is_style = false;
    let mut start = 0;
    loop {
        let event = reader.read_event().map_err(|error| FigureError::Broken(error.to_string()))?;
        let end = usize::try_from(reader.buffer_position()).unwrap_or(svg.len());
        let raw = svg.get(start..end).unwrap_or_default();
        match event {
            Event::Eof => return Ok(Cow::Owned(written)),
            Event::Start(element) => {
                is_style = element.local_name().as_ref() == "style";
                written.extend(["<", &with_styles(&element), ">"]);
            }
            Event::Empty(element) => written.extend(["<", &with_styles(&element), "/>"]),
            Event::Text(_) | Event::CData(_) if is_style => written.push_str(&style(raw)),
            Event::End(_) => {
                is_style = false;
                written.push_str(raw);
            }
            _ => written.push_str(raw),
        }
        start = end;
    }
}

fn with_styles(element: &BytesStart<'_>) -> String {
    let mut adapted = BytesStart::new(element.name().as_ref().to_owned());
    for mut attribute in element.attributes().with_checks(false).flatten() {
        let name = attribute.key.as_ref().to_owned();
        if STYLED.contains(&name.as_str()) {
            let value = style(&attribute.value);
            let value = if name == "baseline-shift" && value.trim() == "super" { RAISED.to_owned() } else { value };
            attribute.value = Cow::Owned(value);
        }
        // The attribute is written in double quotes.
        let value = attribute.value.replace('"', "&quot;");
        adapted.push_attribute(Attribute { key: attribute.key, value: Cow::Owned(value) });
    }
    adapted.to_string()
}

fn style(style: &str) -> String {
    raised(&in_pixels(&in_the_light(style))).replace("currentcolor", "currentColor")
}

/// Replaces each `light-dark()` with its first colour.
fn in_the_light(style: &str) -> String {
    let mut light = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, behind)) = rest.split_once("light-dark(") {
        let (colours, behind) = until(behind, b")");
        light.extend([before, until(colours, b",").0.trim()]);
        rest = behind.get(1..).unwrap_or_default();
    }
    light + rest
}

fn in_pixels(style: &str) -> String {
    let mut plain = String::with_capacity(style.len());
    let mut rest = style;
    while let Some(index) = rest.find("rem") {
        let (before, behind) = (&rest[..index], &rest[index + "rem".len()..]);
        let number = before.rfind(|character: char| !character.is_ascii_digit() && character != '.');
        let number = number.map_or(0, |index| index + before[index..].chars().next().map_or(1, char::len_utf8));
        let is_alone = before[..number].chars().next_back().is_none_or(|character| " :,\t\n\r".contains(character))
            && !behind.starts_with(|character: char| character.is_alphanumeric() || character == '-');
        match before[number..].parse::<f64>() {
            Ok(size) if is_alone => plain.extend([&before[..number], &format!("{}px", size * ROOT_SIZE)]),
            _ => plain.extend([before, "rem"]),
        }
        rest = behind;
    }
    plain + rest
}

fn raised(style: &str) -> String {
    let mut plain = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, behind)) = rest.split_once("baseline-shift") {
        plain.extend([before, "baseline-shift"]);
        let value = behind.trim_start().strip_prefix(':').map(str::trim_start);
        rest = match value.and_then(|value| value.strip_prefix("super")) {
            Some(behind) => {
                plain.extend([":", RAISED]);
                behind
            }
            None => behind,
        };
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_browsers_show_is_said_in_other_words() {
        let svg = "<?xml version='1.0'?><svg style='color-scheme: light dark; font-size: 1.5rem'><style><![CDATA[.rem{a:2rem}]]></style>\
            <g id=\"1rem\" fill='light-dark(rgb(1, 2, 3), var(--a, #fff))' style='stroke:light-dark(#fff,#000);font-family:\"a\"'/>\
            <text>light-dark(a, b) 2rem &amp; super<tspan style='baseline-shift : super;x:y'>2</tspan><tspan baseline-shift='super'/></text></svg>";
        assert_eq!(
            adapted(svg).unwrap(),
            "<?xml version='1.0'?><svg style=\"color-scheme: light dark; font-size: 24px\"><style><![CDATA[.rem{a:32px}]]></style>\
            <g id=\"1rem\" fill=\"rgb(1, 2, 3)\" style=\"stroke:#fff;font-family:&quot;a&quot;\"/>\
            <text>light-dark(a, b) 2rem &amp; super<tspan style=\"baseline-shift:50%;x:y\">2</tspan><tspan baseline-shift=\"50%\"/></text></svg>"
        );
        assert!(matches!(adapted("<svg a='b'/>"), Ok(Cow::Borrowed(_))));
    }

    #[test]
    fn what_is_no_such_style_stays_as_it_is() {
        for style in
            ["a:light-dark(", "theorem 1rema 1rem-b .c1rem 川rem rem 1.2.3rem", "baseline-shift", "baseline-shift:sub"]
        {
            assert_eq!(super::style(style).trim_end_matches(['(']), style.trim_end_matches("light-dark("), "{style}");
        }
    }
}
