//! Reads workbooks that real programs wrote, and such as no program would write.

use std::io::{Cursor, Write};

use calamine::{Data, Reader};
use zip::write::{SimpleFileOptions, ZipWriter};

use super::*;
use crate::diagnostic::Severity;

const TRICKY: [(&str, &[u8]); 3] = [
    ("xlsx", include_bytes!("fixtures/tricky.xlsx")),
    ("xls", include_bytes!("fixtures/tricky.xls")),
    ("ods", include_bytes!("fixtures/tricky.ods")),
];

fn all(bytes: &[u8]) -> Result<Vec<Sheet>, Failure> {
    sheets(bytes, &|_| true)
}

#[test]
fn dump() {
    for (name, bytes) in TRICKY {
        println!("{name}: {:#?}", all(bytes).unwrap());
    }
}
