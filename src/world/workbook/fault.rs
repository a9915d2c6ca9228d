//! Errors of the system and of the parsers, as the faults that a person is told about.

use std::io;

use crate::domain::neutral::neutralise;
use crate::domain::sheet::SheetFull;
use crate::domain::workbook::{Excess, ReadFault};

/// The longest detail that is kept: parsers quote the file, and a file can hold megabytes.
const DETAIL_CAP: usize = 200;

/// A damaged workbook, with the parser's own words neutralised and kept short.
pub(super) fn damaged(detail: impl std::fmt::Display) -> ReadFault {
    ReadFault::Damaged { detail: short(&detail.to_string()) }
}

/// A bound that was broken.
pub(super) fn excess(excess: Excess) -> ReadFault {
    ReadFault::TooComplex { excess }
}

/// Foreign text, neutralised and kept short.
pub(super) fn short(text: &str) -> String {
    let text = neutralise(text);
    match text.char_indices().nth(DETAIL_CAP) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.into_owned(),
    }
}

impl From<io::Error> for ReadFault {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::NotFound,
            io::ErrorKind::PermissionDenied => Self::NoPermission,
            io::ErrorKind::IsADirectory => Self::Directory,
            _ => Self::Io { reason: short(&error.to_string()) },
        }
    }
}

impl From<zip::result::ZipError> for ReadFault {
    fn from(error: zip::result::ZipError) -> Self {
        match error {
            zip::result::ZipError::InvalidPassword => Self::Encrypted,
            // Also its errors of input: packages are read from memory, which has none of its own.
            other => damaged(other),
        }
    }
}

impl From<quick_xml::Error> for ReadFault {
    fn from(error: quick_xml::Error) -> Self {
        damaged(error)
    }
}

impl From<quick_xml::events::attributes::AttrError> for ReadFault {
    fn from(error: quick_xml::events::attributes::AttrError) -> Self {
        damaged(error)
    }
}

impl From<calamine::XlsxError> for ReadFault {
    fn from(error: calamine::XlsxError) -> Self {
        match error {
            calamine::XlsxError::Password => Self::Encrypted,
            calamine::XlsxError::Zip(error) => error.into(),
            other => damaged(other),
        }
    }
}

impl From<calamine::XlsbError> for ReadFault {
    fn from(error: calamine::XlsbError) -> Self {
        match error {
            calamine::XlsbError::Password => Self::Encrypted,
            calamine::XlsbError::Zip(error) => error.into(),
            other => damaged(other),
        }
    }
}

impl From<calamine::XlsError> for ReadFault {
    fn from(error: calamine::XlsError) -> Self {
        match error {
            calamine::XlsError::Password => Self::Encrypted,
            other => damaged(other),
        }
    }
}

impl From<SheetFull> for ReadFault {
    fn from(SheetFull: SheetFull) -> Self {
        excess(Excess::Text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn details_that_quote_the_file_are_harmless_and_short() {
        let fault = damaged(format!("unexpected \u{1b}[2J{}", "x".repeat(5_000)));
        let ReadFault::Damaged { detail } = fault else { panic!("{fault:?}") };
        assert!(detail.starts_with("unexpected ␛[2Jxxx"));
        assert_eq!(detail.chars().count(), DETAIL_CAP + 1);
    }
}
