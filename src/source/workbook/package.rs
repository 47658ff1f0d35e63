//! The zip archive of a new workbook; parts are unpacked within a limit.

use std::io::{Cursor, Read};

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use zip::ZipArchive;
use zip::result::ZipError;

use super::bound::Allowance;
use super::failure::{Failure, Reason};

pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    allowance: Allowance,
}

impl<'a> Package<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Result<Self, Failure> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Reason::Damaged)?;
        Ok(Self { archive, allowance: Allowance::default() })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.index(name).is_some()
    }

    pub(super) fn part(&mut self, name: &str) -> Result<Vec<u8>, Failure> {
        let index = self.index(name).ok_or(Reason::Damaged)?;
        let file = self.archive.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Reason::Encrypted,
            _ => Reason::Damaged,
        })?;
        let mut part = Vec::new();
        // The sizes stated in the archive may be wrong: count the unpacked bytes.
        file.take(self.allowance.bytes() + 1).read_to_end(&mut part).map_err(|_| Reason::Damaged)?;
        self.allowance.take_bytes(part.len())?;
        // The standards permit UTF-16, which some programs use.
        for encoding in [UTF_16LE, UTF_16BE] {
            if Encoding::for_bom(&part).is_some_and(|(found, _)| found == encoding) {
                let (text, _) = encoding.decode_with_bom_removal(&part);
                self.allowance.take_bytes(text.len())?;
                return Ok(text.into_owned().into_bytes());
            }
        }
        Ok(part)
    }

    /// Finds a part. Some programs refer to it with different case, or use backslashes.
    fn index(&self, name: &str) -> Option<usize> {
        let is_same = |known: &str| {
            let known = known.trim_start_matches(['/', '\\']);
            known.len() == name.len()
                && known
                    .bytes()
                    .zip(name.bytes())
                    .all(|(known, byte)| known.eq_ignore_ascii_case(&byte) || (known == b'\\' && byte == b'/'))
        };
        self.archive.index_for_name(name).or_else(|| {
            (0..self.archive.len()).find(|index| {
                self.archive.name_for_index(*index).is_some_and(|known| known.is_ok_and(|known| is_same(&known)))
            })
        })
    }
}
