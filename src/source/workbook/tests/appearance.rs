//! Cells that hide their content or show something else because of colours and conditional formatting.

use super::super::bound::Bound;
use super::super::conditional::{Rule, Rules};
use super::super::sheet::{Area, Cover};
use super::*;

/// An Excel workbook with the sheet `actuals`, from the XML of worksheet and styles, and a table or theme.
fn styled(worksheet: &str, styles: &str, besides: &str) -> Vec<u8> {
    let relationship = |kind: &str, target: &str| {
        format!(r#"<Relationship Id="{kind}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/>"#)
    };
    let relationships = |list: &[(&str, &str)]| {
        let list: String = list.iter().map(|(kind, target)| relationship(kind, target)).collect();
        format!("<Relationships>{list}</Relationships>")
    };
    let (root, sheet) = (relationships(&[("officeDocument", "xl/book.xml")]), relationships(&[("table", "table.xml")]));
    let book = relationships(&[("worksheet", "sheet.xml"), ("styles", "styles.xml"), ("theme", "theme.xml")]);
    let worksheet = format!("<worksheet>{worksheet}</worksheet>");
    archive(&[
        ("_rels/.rels", root.as_bytes()),
        ("xl/book.xml", br#"<workbook><sheets><sheet name="actuals" r:id="worksheet"/></sheets></workbook>"#),
        ("xl/_rels/book.xml.rels", book.as_bytes()),
        ("xl/styles.xml", format!("<styleSheet>{styles}</styleSheet>").as_bytes()),
        ("xl/sheet.xml", worksheet.as_bytes()),
        ("xl/_rels/sheet.xml.rels", sheet.as_bytes()),
        (if besides.starts_with("<table") { "xl/table.xml" } else { "xl/theme.xml" }, besides.as_bytes()),
    ])
}

fn said(content: &Content) -> String {
    match content {
        Content::Unclear(obscurity, text) => format!("?{} {text}", obscurity.word()),
        Content::Hidden(cover, text) => format!("hidden by {} {text}", cover.word()),
        other => other.text().to_owned(),
    }
}

fn cells(bytes: &[u8]) -> Vec<String> {
    all(bytes).unwrap()[0].cells.iter().map(|cell| said(&cell.content)).collect()
}

/// One row per cell, each with a number or text and the number of its style.
fn rows(cells: &[(&str, u32)]) -> String {
    let cell = |(value, style): &(&str, u32)| match value.parse::<f64>() {
        Ok(_) => format!(r#"<row><c s="{style}"><v>{value}</v></c></row>"#),
        Err(_) => format!(r#"<row><c s="{style}" t="inlineStr"><is>{value}</is></c></row>"#),
    };
    format!("<sheetData>{}</sheetData>", cells.iter().map(cell).collect::<String>())
}

/// Fonts and fills; each style has those with its number.
fn colours(pairs: &[(&str, &str)], behind: &str) -> String {
    let fonts: String = pairs.iter().map(|(font, _)| format!("<font>{font}</font>")).collect();
    let fills: String = pairs.iter().map(|(_, fill)| format!("<fill>{fill}</fill>")).collect();
    let styles = (0..pairs.len()).map(|index| format!(r#"<xf fontId="{index}" fillId="{index}"/>"#));
    let styles: String = styles.collect();
    format!("<fonts>{fonts}</fonts><fills>{fills}</fills><cellXfs>{styles}</cellXfs>{behind}")
}

fn solid(colour: &str) -> String {
    format!(r#"<patternFill patternType="solid"><fgColor {colour}/><bgColor indexed="64"/></patternFill>"#)
}

#[test]
fn letters_in_the_colour_of_their_ground_are_hidden_data() {
    let none = r#"<patternFill patternType="none"/>"#;
    let (blue, tinted, striped) = (
        solid(r#"rgb="FF4472C4""#),
        solid(r#"theme="4" tint="-0.25""#),
        r#"<patternFill patternType="lightUp"><fgColor rgb="FFFFFFFF"/></patternFill>"#,
    );
    let gradient = r#"<gradientFill><stop position="0"><color rgb="FFFFFFFF"/></stop></gradientFill>"#;
    let own = r#"<colors><indexedColors><rgbColor rgb="00000000"/><rgbColor rgb="00FFFFFF"/><rgbColor/><rgbColor/>
        <rgbColor/><rgbColor/><rgbColor/><rgbColor/><rgbColor rgb="00FFFFFF"/></indexedColors></colors>"#;
    let accent = r#"<a:accent1><a:srgbClr val="4472C4"/></a:accent1>"#;
    let theme = format!(
        r#"<a:theme><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr
        val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/>
        </a:lt2>{accent}</a:clrScheme><a:srgbClr val="FFFFFF"/></a:theme>"#
    );
    let cases = [
        (r#"<color rgb="FFFFFFFF"/>"#, none, "hidden by colour"),
        (r#"<color rgb="00FDFEFF"/>"#, none, "hidden by colour"),
        (r#"<color theme="0"/>"#, none, "hidden by colour"),
        (r#"<color indexed="9"/>"#, none, "hidden by colour"),
        // The first custom colour.
        (r#"<color indexed="8"/>"#, none, "hidden by colour"),
        (r#"<color rgb="FF4472C4"/>"#, &blue, "hidden by colour"),
        (r#"<color theme="4"/>"#, &blue, "hidden by colour"),
        (r#"<color theme="4" tint="-0.25"/>"#, &tinted, "hidden by colour"),
        (r#"<color rgb="FFFFFFFF"/>"#, &blue, ""),
        (r#"<color theme="0"/>"#, &tinted, ""),
        (r#"<color theme="0" tint="-0.5"/>"#, none, ""),
        (r#"<color theme="1"/>"#, none, ""),
        (r#"<color auto="1"/>"#, none, ""),
        ("", none, ""),
        (r#"<color rgb="FFFFFFFF"/>"#, striped, ""),
        (r#"<color rgb="FFFFFFFF"/>"#, gradient, ""),
    ];
    let styles = colours(&cases.map(|(font, fill, _)| (font, fill)), own);
    let numbers: Vec<(&str, u32)> = (0..).take(cases.len()).map(|style| ("57", style)).collect();
    let expected = cases.map(|(.., hidden)| format!("{hidden} 57").trim().to_owned());
    assert_eq!(cells(&styled(&rows(&numbers), &styles, &theme)), expected);
    let blank: Vec<(&str, u32)> = (0..3).map(|style| ("<t> </t>", style)).collect();
    assert_eq!(cells(&styled(&rows(&blank), &styles, &theme)), [" "; 3], "nothing is hidden");
}

#[test]
fn a_part_of_a_text_can_be_hidden_alone() {
    let white = r#"<color rgb="FFFFFFFF"/>"#;
    let styles = colours(&[("", ""), (white, "")], "");
    let run = |properties: &str, text: &str| format!("<r>{properties}<t>{text}</t></r>");
    let colour = |rgb: &str| format!(r#"<rPr><color rgb="{rgb}"/></rPr>"#);
    let (hidden, red) = (colour("FFFFFFFF"), colour("FFFF0000"));
    let texts = [
        run("", "57") + &run(&hidden, "（暫定）"),
        run("", "57") + &run(&hidden, " "),
        run(&red, "57"),
        run("<rPr><b/></rPr>", "57"),
    ];
    let cases: Vec<(&str, u32)> =
        [(0, 0), (1, 0), (2, 1), (3, 1)].map(|(text, style)| (texts[text].as_str(), style)).into();
    assert_eq!(cells(&styled(&rows(&cases), &styles, "")), ["hidden by colour 57（暫定）", "57 ", "57", "57"]);
    let whole = [("<t>57</t>", 1), (texts[1].as_str(), 1)];
    assert_eq!(cells(&styled(&rows(&whole), &styles, "")), ["hidden by colour 57", "hidden by colour 57 "]);
}

#[test]
fn the_style_of_a_table_paints_its_head() {
    let styles = colours(&[(r#"<color theme="0"/>"#, "")], "");
    let numbers = rows(&[("2022", 0), ("57", 0), ("58", 0)]);
    let table = |style: &str| {
        let style = format!(r#"<tableStyleInfo {style} showRowStripes="1"/>"#);
        cells(&styled(&numbers, &styles, &format!(r#"<table ref="A1:B3" totalsRowCount="1">{style}</table>"#)))
    };
    assert_eq!(table(r#"name="TableStyleMedium2""#), ["2022", "hidden by colour 57", "58"]);
    assert_eq!(table(r#"name="TableStyleMedium2" showFirstColumn="1""#), ["2022", "57", "58"]);
    assert_eq!(table(r#"name="TableStyleDark1""#), ["2022", "57", "58"]);
    assert_eq!(table("").concat(), "hidden by colour 2022hidden by colour 57hidden by colour 58");
}

/// Excel rules for the first column: number and style of a cell, and the expected content.
#[test]
fn what_conditional_formatting_shows_otherwise_is_unclear() {
    let percent = r#"<numFmts><numFmt numFmtId="170" formatCode="0.0%"/></numFmts><cellXfs><xf numFmtId="0"/>
        <xf numFmtId="9"/><xf numFmtId="170"/></cellXfs>"#;
    let dxf = |inside: &str| format!("{percent}<dxfs><dxf/><dxf>{inside}</dxf></dxfs>");
    let format = |code: &str| dxf(&format!(r#"<numFmt numFmtId="171" formatCode="{code}"/>"#));
    let expression = r#"<cfRule type="expression" dxfId="1"><formula>A1&gt;$B$1</formula></cfRule>"#;
    let compared = |operator: &str, formulas: &[&str]| {
        let formulas: String = formulas.iter().map(|formula| format!("<formula>{formula}</formula>")).collect();
        format!(r#"<cfRule type="cellIs" dxfId="1" operator="{operator}">{formulas}</cfRule>"#)
    };
    let under = |cell: (&str, u32), rule: &str, styles: &str| {
        let rule = format!(r#"<conditionalFormatting sqref="C5 A1:A9">{rule}</conditionalFormatting>"#);
        cells(&styled(&(rows(&[cell]) + &rule), styles, "")).concat()
    };
    for (cell, rule, styles, expected) in [
        // 0.5% is shown for what the cell alone shows as 0%.
        (("0.0045", 1), expression, &format("0.0%"), "?conditional 0%"),
        (("0.0045", 2), expression, &format("0.0%"), "0.5%"),
        (("57", 0), expression, &format("#,##0"), "57"),
        (("57", 0), expression, &format(";;;"), "?conditional 57"),
        (("57", 0), expression, &format("0&quot;件&quot;"), "?conditional 57"),
        (("<t>令和5</t>", 0), expression, &format("0.0%"), "令和5"),
        (("<t>令和5</t>", 0), expression, &format(";;;"), "?conditional 令和5"),
        (("57", 0), expression, &dxf(r#"<font><color rgb="FFFFFFFF"/></font>"#), "?conditional 57"),
        (("57", 0), expression, &dxf("<font><strike/></font>"), "?conditional 57"),
        (("57", 0), expression, &dxf(r#"<font><b/><color rgb="FFFF0000"/></font>"#), "57"),
        (
            ("57", 0),
            expression,
            &dxf(r#"<font><color theme="0"/></font><fill><patternFill><bgColor rgb="FF0000FF"/></patternFill></fill>"#),
            "57",
        ),
        (("57", 0), r#"<cfRule type="duplicateValues" dxfId="0"/>"#, &format(";;;"), "57"),
        (("0.0045", 1), &compared("lessThan", &["0.01"]), &format("0.0%"), "?conditional 0%"),
        (("0.5", 1), &compared("lessThan", &["0.01"]), &format("0.0%"), "50%"),
        (("0.5", 1), &compared("between", &["0", "1"]), &format("0.0%"), "?conditional 50%"),
        (("0.5", 1), &compared("notBetween", &["0", "1"]), &format("0.0%"), "50%"),
        (("0.5", 1), &compared("equal", &["$B$1"]), &format("0.0%"), "?conditional 50%"),
        (("57", 0), r#"<cfRule type="dataBar"><dataBar showValue="0"/></cfRule>"#, &dxf(""), "hidden by graphic 57"),
        (("57", 0), r#"<cfRule type="iconSet"><iconSet showValue="0"/></cfRule>"#, &dxf(""), "hidden by graphic 57"),
        (("57", 0), r#"<cfRule type="dataBar"><dataBar><color rgb="FFFFFFFF"/></dataBar></cfRule>"#, &dxf(""), "57"),
        (("57", 0), r#"<cfRule type="iconSet"><iconSet/></cfRule>"#, &dxf(""), "57"),
        (("<t>x</t>", 0), r#"<cfRule type="dataBar"><dataBar showValue="0"/></cfRule>"#, &dxf(""), "x"),
    ] {
        assert_eq!(under(cell, rule, styles), expected, "{cell:?} {rule} {styles}");
    }
    // Rules of Excel 2010 are stored elsewhere, with their style and areas.
    let later = |rule: &str, areas: &str| {
        let formats = format!(
            "<extLst><ext><x14:conditionalFormattings><x14:conditionalFormatting>{rule}<xm:sqref>{areas}</xm:sqref>\
            </x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>"
        );
        cells(&styled(&(rows(&[("57", 0)]) + &formats), percent, "")).concat()
    };
    let rule = r#"<x14:cfRule type="expression"><xm:f>other!A1&gt;1</xm:f><x14:dxf><numFmt numFmtId="171"
        formatCode="0.0"/></x14:dxf></x14:cfRule>"#;
    assert_eq!(later(rule, "A1:A5"), "?conditional 57");
    assert_eq!(later(rule, "B1 A2"), "57");
    let bar = r#"<x14:cfRule type="dataBar"><x14:dataBar showValue="0"><x14:cfvo type="formula"><xm:f>1</xm:f></x14:cfvo>
        </x14:dataBar></x14:cfRule>"#;
    assert_eq!(later(bar, "A1"), "hidden by graphic 57");
}

/// A cell that is only visible because of a rule is not certainly hidden.
#[test]
fn white_letters_on_what_a_rule_paints_are_unclear() {
    let styles = colours(&[(r#"<color rgb="FFFFFFFF"/>"#, "")], "");
    let scale =
        r#"<conditionalFormatting sqref="A1"><cfRule type="colorScale"><colorScale/></cfRule></conditionalFormatting>"#;
    assert_eq!(
        cells(&styled(&(rows(&[("57", 0), ("58", 0)]) + scale), &styles, "")),
        ["?conditional 57", "hidden by colour 58"]
    );
}

/// An OpenDocument spreadsheet with named styles, automatic styles and one sheet, `actuals`.
fn open_styled(named: &str, automatic: &str, table: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:automatic-styles>{automatic}</office:automatic-styles><table:table table:name="actuals">{table}
        </table:table>"#
    );
    archive(&[("styles.xml", named.as_bytes()), ("content.xml", content.as_bytes())])
}

#[test]
fn open_spreadsheets_have_colours_too() {
    let style = |name: &str, text: &str, ground: &str| {
        format!(
            r#"<style:style style:name="{name}" style:parent-style-name="p"><style:table-cell-properties {ground}/>
            <style:text-properties {text}/></style:style>"#
        )
    };
    let white = r##"fo:color="#ffffff""##;
    let blue = r##"fo:background-color="#4472c4""##;
    let styles = style("w", white, "")
        + &style("t", white, r#"fo:background-color="transparent""#)
        + &style("b", white, blue)
        + &style("s", r##"fo:color="#4472c4""##, blue)
        + &style("a", r#"fo:color="ffffff" style:use-window-font-color="true""#, "")
        + r##"<style:style style:name="r"><style:text-properties fo:color="#ff0000"/></style:style>"##;
    let cell = |style: &str, text: &str| {
        format!(
            r#"<table:table-row><table:table-cell table:style-name="{style}" office:value-type="string"><text:p>{text}
            </text:p></table:table-cell></table:table-row>"#
        )
        .replace("\n            ", "")
    };
    let table = ["w", "t", "b", "s", "a"].map(|style| cell(style, "57")).concat()
        + &cell("w", r#"<text:span text:style-name="r">57</text:span>"#)
        + &cell("r", r#"57<text:span text:style-name="w">8</text:span>"#);
    let expected =
        ["hidden by colour 57", "hidden by colour 57", "57", "hidden by colour 57", "57", "57", "hidden by colour 578"];
    assert_eq!(cells(&open_styled("", &styles, &table)), expected);
}

#[test]
fn open_spreadsheets_have_conditional_formats_too() {
    let number = |name: &str, places: &str, around: &str| {
        format!(
            r#"<number:number-style style:name="{name}"><number:number number:min-integer-digits="1" {places}/>{around}
            </number:number-style>"#
        )
    };
    let percentage = |name: &str, decimals: u32| {
        format!(
            r#"<number:percentage-style style:name="{name}"><number:number number:decimal-places="{decimals}"
            number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>"#
        )
    };
    let style = |name: &str, format: &str| {
        format!(r#"<style:style style:name="{name}" style:display-name="{name}_" style:data-style-name="{format}"/>"#)
    };
    let nothing = r#"<number:text-style style:name="n"><number:text/><style:map style:condition="value()&gt;0"
        style:apply-style-name="n0"/></number:text-style>"#;
    let named = percentage("p0", 0)
        + &percentage("p1", 1)
        + &number("g", "", "")
        + &number("d0", r#"number:decimal-places="0" number:grouping="true""#, "")
        + &number("t", r#"number:decimal-places="0" number:display-factor="1000""#, "<number:text>千</number:text>")
        + r#"<number:number-style style:name="n0"><number:text/></number:number-style>"#
        + nothing
        + &["p0", "p1", "g", "d0", "t", "n"].map(|format| style(&format!("s{format}"), format)).concat()
        + r##"<style:style style:name="w"><style:text-properties fo:color="#ffffff"/></style:style>"##;
    let cell = |own: &str, kind: &str, value: &str, shown: &str| {
        format!(
            r#"<table:table-row table:number-rows-repeated="2"><table:table-cell table:style-name="{own}"
            office:value-type="{kind}" office:value="{value}"><text:p>{shown}</text:p></table:table-cell></table:table-row>"#
        )
    };
    let rule = |inside: &str| {
        let area = "'a b.c'.A1:'a b.c'.A1 actuals.$C$1";
        format!(
            r#"<calcext:conditional-format calcext:target-range-address="{area}">{inside}</calcext:conditional-format>"#
        )
    };
    let taken = |style: &str, value: &str| {
        rule(&format!(r#"<calcext:condition calcext:apply-style-name="{style}" calcext:value="{value}"/>"#))
    };
    let share = cell("sp0", "percentage", "0.0045", "0%");
    let count = cell("sg", "float", "57", "57");
    for (cell, rule, expected) in [
        (&share, taken("sp1_", "&lt;0.01"), ["?conditional 0%", "0%"]),
        (&share, taken("sp1", "&gt;0.01"), ["0%", "0%"]),
        (&share, taken("sp0_", "formula-is(1)"), ["0%", "0%"]),
        (&count, taken("sd0", "formula-is(1)"), ["57", "57"]),
        (&count, taken("sg", "formula-is(1)"), ["57", "57"]),
        (&count, taken("st", "formula-is(1)"), ["?conditional 57", "57"]),
        (&count, taken("sn", "formula-is(1)"), ["?conditional 57", "57"]),
        (&count, taken("w", "formula-is(1)"), ["?conditional 57", "57"]),
        (&count, rule(r#"<calcext:data-bar calcext:show-value="false"/>"#), ["hidden by graphic 57", "57"]),
        (&count, rule("<calcext:data-bar/>"), ["57", "57"]),
        (
            &count,
            rule(r#"<calcext:icon-set><calcext:formatting-entry calcext:show-value="false"/></calcext:icon-set>"#),
            ["hidden by graphic 57", "57"],
        ),
    ] {
        let formats = format!("<calcext:conditional-formats>{rule}</calcext:conditional-formats>");
        assert_eq!(cells(&open_styled(&named, "", &(cell.clone() + &formats))), expected, "{rule}");
    }
    let mapped = r#"<style:style style:name="m" style:data-style-name="p0"><style:map
        style:condition="cell-content()&lt;0.01" style:apply-style-name="sp1"/></style:style>"#;
    let shares = cell("m", "percentage", "0.0045", "0%") + &cell("m", "percentage", "0.5", "50%");
    let expected = ["?conditional 0%", "?conditional 0%", "50%", "50%"];
    assert_eq!(cells(&open_styled(&named, mapped, &shares)), expected);
}

/// White text, rules and bars, saved by LibreOffice, which omits number formats of rules, bars and icons from xls.
#[test]
fn three_formats_of_one_workbook_hide_alike() {
    for (format, bytes) in COVERED {
        let found = cells(bytes);
        let lost = format == "xls";
        assert_eq!(found[..4], ["head", "81%", if lost { "0%" } else { "?conditional 0%" }, "50%"], "{format}");
        assert_eq!(found[4..6], if lost { ["57", "58"] } else { ["hidden by graphic 57", "hidden by graphic 58"] });
        assert_eq!(found[6..8], ["hidden by colour 59", "?conditional 60"], "{format}");
        assert_eq!(found[8], if lost { "61" } else { "?conditional 61" }, "{format}");
        assert_eq!(found[9..], ["62", "?conditional 63"], "{format}");
    }
}

#[test]
fn comparisons_with_areas_have_an_end() {
    let mut allowance = super::super::bound::Allowance::default();
    let (mut rules, whole) = (Rules::default(), Area { rows: (0, 1_000_000), columns: (0, 9) });
    let rule = Rule { is_graphic: true, ..Rule::default() };
    rules.add(rule, std::iter::repeat_n(whole, 490_000), &mut allowance).unwrap();
    let refused = (0..100_000).find_map(|row| rules.of(row, 0, &mut allowance).err());
    assert_eq!(refused, Some(Failure::TooLarge(Bound::Comparisons, None)));
    let (mut rules, many) = (Rules::default(), std::iter::repeat_n(whole, 1_000_000));
    assert!(rules.add(Rule { is_graphic: true, ..Rule::default() }, many, &mut allowance).is_err());
    assert_eq!(Cover::Graphic.word(), "graphic");
}
