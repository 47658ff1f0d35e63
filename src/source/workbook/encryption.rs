//! Decrypts workbooks with a well-known password, as programs use it to protect only the structure.

use md5::{Digest, Md5};
use rc4::{KeyInit, Rc4, StreamCipher, consts::U16};
use sha1::Sha1;

use super::compound::{long, short};

/// The well-known password ([MS-XLS], 2.2.10).
const PASSWORD: &str = "VelvetSweatshop";

/// Decrypts a new workbook in a compound file. `None` if it has another password.
pub(super) fn package(bytes: &[u8]) -> Option<Vec<u8>> {
    office_crypto::decrypt_from_bytes(bytes.to_vec(), PASSWORD).ok()
}

/// Decrypts an old workbook with the encryption record `how`. `None` if it has another password.
pub(super) fn records(stream: &[u8], how: &[u8]) -> Option<Vec<u8>> {
    let key = Key::of(how)?;
    let mut decrypted = stream.to_vec();
    let mut at = 0;
    while let (Some(kind), Some(length)) = (short(stream, at), short(stream, at + 2)) {
        let start = at + HEAD;
        let end = (start + usize::from(length)).min(decrypted.len());
        let from = start + plain_bytes(kind, usize::from(length));
        if from < end {
            key.apply(&mut decrypted[from..end], from);
        }
        at = start + usize::from(length);
    }
    Some(decrypted)
}

/// The header of a record (kind and length), which is never encrypted.
const HEAD: usize = 4;

const BLOCK: usize = 1024;

/// The number of bytes of a record that are not encrypted: descriptions of the file, and offsets of sheets.
fn plain_bytes(kind: u16, length: usize) -> usize {
    match kind {
        0x0809 | 0x002F | 0x00E1 | 0x0194 | 0x0195 | 0x0196 | 0x0138 => length,
        0x0085 => 4,
        _ => 0,
    }
}

/// The hash from which the keys of blocks are derived.
enum Key {
    /// Excel 97, MD5.
    Old([u8; 5]),
    /// Excel 2002, SHA-1, with the key length in bytes.
    New([u8; 20], usize),
}

impl Key {
    /// Reads the encryption parameters, and verifies the well-known password.
    fn of(how: &[u8]) -> Option<Self> {
        const RC4: u16 = 1;
        if short(how, 0)? != RC4 {
            return None;
        }
        let (key, verifier, hash) = match (short(how, 2)?, short(how, 4)?) {
            (1, 1) => (Self::old(how.get(6..22)?), how.get(22..38)?, how.get(38..54)?),
            (2..=4, 2) => {
                let header = 14;
                let behind = header + usize::try_from(long(how, 10)?).ok()?;
                // The default is 40 bits.
                let bits = match long(how, header + 16)? {
                    0 => 40,
                    bits => usize::try_from(bits).ok()?,
                };
                let at = |from: usize, to: usize| how.get(behind.checked_add(from)?..behind.checked_add(to)?);
                (Self::new(at(4, 20)?, bits / 8), at(20, 36)?, at(40, 60)?)
            }
            _ => return None,
        };
        let mut decrypted = [verifier, hash].concat();
        key.cipher(0)?.apply_keystream(&mut decrypted);
        let (verifier, hash) = decrypted.split_at(verifier.len());
        let expected = match key {
            Self::Old(_) => Md5::digest(verifier).to_vec(),
            Self::New(..) => Sha1::digest(verifier).to_vec(),
        };
        (expected == hash).then_some(key)
    }

    fn old(salt: &[u8]) -> Self {
        let hash = first_five(&Md5::digest(password()));
        let salted = [&hash[..], salt].concat().repeat(16);
        Self::Old(first_five(&Md5::digest(salted)))
    }

    fn new(salt: &[u8], bytes: usize) -> Self {
        Self::New(Sha1::digest([salt, &password()].concat()).into(), bytes.clamp(1, 16))
    }

    fn cipher(&self, block: u32) -> Option<Rc4<U16>> {
        let number = block.to_le_bytes();
        let mut key = [0; 16];
        match self {
            Self::Old(hash) => key.copy_from_slice(&Md5::digest([&hash[..], &number].concat())),
            Self::New(hash, bytes) => {
                let digest = Sha1::digest([&hash[..], &number].concat());
                // A key of 40 bits is padded with zeros; others, which have 128 bits, are used as they are.
                key[..*bytes].copy_from_slice(digest.get(..*bytes)?);
            }
        }
        Rc4::new_from_slice(&key).ok()
    }

    fn apply(&self, mut bytes: &mut [u8], mut position: usize) {
        while !bytes.is_empty() {
            let within = position % BLOCK;
            let (now, later) = bytes.split_at_mut(bytes.len().min(BLOCK - within));
            let Some(mut cipher) = u32::try_from(position / BLOCK).ok().and_then(|block| self.cipher(block)) else {
                return;
            };
            cipher.apply_keystream(&mut [0; BLOCK][..within]);
            cipher.apply_keystream(now);
            position += now.len();
            bytes = later;
        }
    }
}

fn password() -> Vec<u8> {
    PASSWORD.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn first_five(hash: &[u8]) -> [u8; 5] {
    let mut first = [0; 5];
    first.copy_from_slice(&hash[..5]);
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Streams encrypted as in Excel 2002 with keys of 128 and 40 bits, made by the Python package msoffcrypto: the
    /// beginning, the encryption parameters, and a record with "decrypted".
    const STREAMS: [&str; 2] = [
        "09081000000605000000000000000000000000002f006e000100020002000400000024000000040000000000000001680000048000008000\
        00000100000000000000000000007800000010000000000102030405060708090a0b0c0d0e0fd450d6e1a56ca0ad1f5f1dbdb3837575140000\
        0002d09feac72b2b48ed3d4117812c077ce90f780e04020900e95bfca38405577d36",
        "09081000000605000000000000000000000000002f006e000100020002000400000024000000040000000000000001680000048000002800\
        00000100000000000000000000007800000010000000000102030405060708090a0b0c0d0e0fbc0606fb68c921f8ef09aa4b1091facb140000\
        00a39158377977ad737cd5412d4628c95f94f2794e040209005c96f544595b3311e6",
    ];

    #[test]
    fn records_of_both_lengths_of_keys_are_decrypted() {
        for hexadecimal in STREAMS {
            let byte = |index: usize| u8::from_str_radix(&hexadecimal[index..index + 2], 16).unwrap();
            let mut stream: Vec<u8> = (0..hexadecimal.len()).step_by(2).map(byte).collect();
            let how = stream[24..24 + 110].to_vec();
            assert!(records(&stream, &how).unwrap().ends_with(b"decrypted"));
            // With another salt, the password does not match.
            stream[24 + 60] ^= 1;
            assert_eq!(records(&stream, &stream[24..24 + 110]), None);
        }
    }

    #[test]
    fn what_is_cut_short_is_not_decrypted() {
        for end in 0..60 {
            assert_eq!(
                records(&[9, 8, 0, 0], &[1, 0, 2, 0, 2, 0, 4, 0, 0, 0, 255, 255, 255, 255].repeat(5)[..end]),
                None
            );
        }
    }
}
