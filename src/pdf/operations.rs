//! Splits a content stream into operations without parsing operands: most operations draw lines and are skipped.

/// An operation's bytes; the operator is empty if the content ends before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written<'a> {
    pub(super) operator: &'a [u8],
    pub(super) bytes: &'a [u8],
}

pub(super) struct Operations<'a> {
    content: &'a [u8],
    position: usize,
}

impl<'a> Operations<'a> {
    pub(super) fn new(content: &'a [u8]) -> Self {
        Self { content, position: 0 }
    }

    fn byte(&self, ahead: usize) -> Option<u8> {
        self.content.get(self.position + ahead).copied()
    }

    fn skip_while(&mut self, condition: impl Fn(u8) -> bool) {
        let rest = self.content.get(self.position..).unwrap_or_default();
        self.position += rest.iter().position(|byte| !condition(*byte)).unwrap_or(rest.len());
    }

    /// Returns how many brackets do not end.
    fn skip_string(&mut self) -> usize {
        let mut depth = 0_usize;
        while let Some(byte) = self.byte(0) {
            self.position += 1;
            match byte {
                b'\\' => self.position += 1,
                b'(' => depth += 1,
                b')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        depth
    }

    fn skip_image(&mut self) {
        let rest = self.content.get(self.position..).unwrap_or_default();
        let ends =
            |window: &[u8]| matches!(window, [before, b'E', b'I', after] if is_space(*before) && is_space(*after));
        self.position += rest.windows(4).position(ends).map_or(rest.len(), |position| position + 3);
    }
}

impl Operations<'_> {
    /// Whether an image that has just begun does not end, or everything has been read.
    pub(super) fn is_at_end(&self) -> bool {
        self.position >= self.content.len()
    }

    fn close(&mut self) -> String {
        let mut open = Vec::new();
        while let Some(byte) = self.byte(0) {
            match byte {
                b'%' => self.skip_while(|byte| !matches!(byte, b'\n' | b'\r')),
                b'(' => open.extend(std::iter::repeat_n(")", self.skip_string())),
                b'<' if self.byte(1) == Some(b'<') => {
                    self.position += 2;
                    open.push(">>");
                }
                b'<' => {
                    self.skip_while(|byte| byte != b'>');
                    if self.is_at_end() {
                        open.push(">");
                    }
                    self.position += 1;
                }
                b'[' => {
                    self.position += 1;
                    open.push("]");
                }
                b']' => {
                    self.position += 1;
                    open.pop();
                }
                b'>' => {
                    self.position += 2;
                    open.pop();
                }
                _ => self.position += 1,
            }
        }
        open.reverse();
        open.concat()
    }
}

/// What ends the strings, arrays and dictionaries that are left open behind the last operator, so that what follows is
/// not part of them.
pub(super) fn closing(rest: &[u8]) -> String {
    Operations::new(rest).close()
}

impl<'a> Iterator for Operations<'a> {
    type Item = Written<'a>;

    fn next(&mut self) -> Option<Written<'a>> {
        let start = self.position;
        let mut operands = false;
        while let Some(byte) = self.byte(0) {
            let token = self.position;
            match byte {
                b'%' => self.skip_while(|byte| !matches!(byte, b'\n' | b'\r')),
                byte if is_space(byte) => self.position += 1,
                b'(' => {
                    self.skip_string();
                }
                // A dictionary, which may contain a string with a `>`.
                b'<' if self.byte(1) == Some(b'<') => self.position += 2,
                b'<' => {
                    self.skip_while(|byte| byte != b'>');
                    self.position += 1;
                }
                b'/' => {
                    self.position += 1;
                    self.skip_while(is_regular);
                }
                byte if is_regular(byte) => {
                    self.skip_while(is_regular);
                    let word = &self.content[token..self.position];
                    let operand = matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.');
                    if !operand && !matches!(word, b"true" | b"false" | b"null") {
                        if word == b"BI" {
                            self.skip_image();
                        }
                        return Some(Written { operator: word, bytes: &self.content[start..self.position] });
                    }
                }
                _ => self.position += 1,
            }
            operands |= !is_space(byte) && byte != b'%';
        }
        operands.then(|| Written { operator: &[], bytes: &self.content[start..] })
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b'\0' | b'\t' | b'\n' | b'\x0C' | b'\r' | b' ')
}

/// A lookup table makes it cheap to skip half a megabyte of lines.
const REGULAR: [bool; 256] = {
    let mut regular = [true; 256];
    let mut others = b"\0\t\n\x0C\r ()<>[]{}/%".as_slice();
    while let [first, rest @ ..] = others {
        regular[*first as usize] = false;
        others = rest;
    }
    regular
};

fn is_regular(byte: u8) -> bool {
    REGULAR[byte as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn operators(content: &[u8]) -> Vec<String> {
        Operations::new(content).map(|written| String::from_utf8_lossy(written.operator).into_owned()).collect()
    }

    #[test]
    fn words_in_strings_names_comments_and_images_are_no_operations() {
        let content =
            b"/Span<</MCID 0/Alt(a > \\) BT (Tj) x)>>BDC [<41>-12.5(S)]TJ % f Q\n/true true gs BI /W 1 ID f f\nEI Q EMC";
        assert_eq!(operators(content), ["BDC", "TJ", "gs", "BI", "Q", "EMC"].map(str::to_owned));
    }

    #[test]
    fn an_operation_has_its_operands() {
        let bytes: Vec<&[u8]> = Operations::new(b"1 0 0 RG\n0 0 m").map(|written| written.bytes).collect();
        assert_eq!(bytes, [&b"1 0 0 RG"[..], b"\n0 0 m"]);
    }

    #[test]
    fn what_is_left_open_is_closed_in_turn() {
        for (rest, expected) in [
            (&b"/F 1 (a \\) b"[..], ")"),
            (b"/Span << /A ((x) [", ")>>"),
            (b"[(a) <41", ">]"),
            (b"[<</A [1 2]>> 3", "]"),
            (b"1 (done) << >> % (", ""),
        ] {
            assert_eq!(closing(rest), expected);
        }
    }

    #[test]
    fn what_never_ends_ends_with_the_content() {
        for content in [&b"(((("[..], b"<4", b"(\\", b"BI ID", b"/", b"<<", b"% f"] {
            assert_eq!(operators(content).len(), usize::from(content != b"% f"), "{content:?}");
        }
    }
}
