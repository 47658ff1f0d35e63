//! Damages workbooks in thousands of ways.

use super::*;

/// A pseudo-random generator with the same numbers on every machine (Steele, Lea, Flood: SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(end).unwrap()).unwrap()
    }

    fn spoil(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(6) {
            let at = self.below(bytes.len());
            match self.below(4) {
                0 => bytes[at] = [0, 1, 0x7F, 0x80, 0xFE, 0xFF, b'<', b'9'][self.below(8)],
                1 => bytes[at] ^= 1 << self.below(8),
                2 => bytes[at] = u8::try_from(self.below(256)).unwrap(),
                _ => drop(bytes.drain(at..(at + self.below(9)).min(bytes.len().saturating_sub(1)).max(at))),
            }
        }
    }
}

/// Reads a damaged workbook as a report does. It may be rejected, but must not panic.
fn survive(bytes: &[u8]) {
    if let Ok(sheets) = all(bytes) {
        let folder = tempfile::tempdir().unwrap();
        let mut project = Project::new(folder.path());
        for sheet in &sheets {
            find(&sheets, &[&sheet.name], &"a.xlsx".into(), &mut project, &mut Diagnostics::default());
        }
    }
}

#[test]
fn no_damage_stops_the_program() {
    let mut dice = Dice(2022);
    for (_, bytes) in TRICKY {
        for _ in 0..1500 {
            let mut spoilt = bytes.to_vec();
            dice.spoil(&mut spoilt);
            survive(&spoilt);
        }
    }
}

#[test]
fn no_damage_within_the_parts_stops_the_program() {
    use std::io::Read;
    let mut dice = Dice(2023);
    for (_, bytes) in TRICKY.iter().filter(|(_, bytes)| bytes.starts_with(b"PK")) {
        let mut original = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
        for index in 0..original.len() {
            let mut file = original.by_index(index).unwrap();
            let mut part = Vec::new();
            file.read_to_end(&mut part).unwrap();
            parts.push((file.name().unwrap().into_owned(), part));
        }
        for _ in 0..1500 {
            let spoilt = dice.below(parts.len());
            let mut part = parts[spoilt].1.clone();
            if part.is_empty() {
                continue;
            }
            dice.spoil(&mut part);
            let named: Vec<(&str, &[u8])> = parts
                .iter()
                .enumerate()
                .map(|(index, (name, bytes))| (name.as_str(), if index == spoilt { &part[..] } else { &bytes[..] }))
                .collect();
            survive(&archive(&named));
        }
    }
}
