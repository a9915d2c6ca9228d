//! What a file is, by its content. Names lie: web pages called `.xls` and separated text called
//! `.xlsx` are everyday mail.

use super::package;
use crate::domain::workbook::{Format, LooksLike, ReadFault};

/// First bytes of a package (zip): an entry, or the end record of an empty one.
const PACKAGE_HEADS: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];

/// First bytes of a compound file ([MS-CFB] 2.2).
const COMPOUND_HEAD: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// How much of a text is looked at to tell what it is.
const HEAD: usize = 8 * 1024;

/// First bytes of what is neither text nor a workbook.
const BINARY_HEADS: [(&[u8], LooksLike); 14] = [
    (b"%PDF-", LooksLike::Pdf),
    (b"{\\rtf", LooksLike::TextDocument),
    (b"\x89PNG", LooksLike::Picture),
    (b"\xff\xd8\xff", LooksLike::Picture),
    (b"GIF8", LooksLike::Picture),
    (b"\x1f\x8b", LooksLike::Archive),
    (b"7z\xbc\xaf\x27\x1c", LooksLike::Archive),
    (b"Rar!", LooksLike::Archive),
    (b"BZh", LooksLike::Archive),
    (b"\xfd7zXZ", LooksLike::Archive),
    // The records with which sheets of Excel 2, 3 and 4 begin.
    (b"\x09\x00\x04\x00", LooksLike::OldExcel),
    (b"\x09\x02\x06\x00", LooksLike::OldExcel),
    (b"\x09\x04\x06\x00", LooksLike::OldExcel),
    (b"\x7fELF", LooksLike::Binary),
];

/// What kind of workbook the bytes are.
///
/// # Errors
/// What they are instead, encrypted, or a package that cannot be opened.
pub(super) fn detect(bytes: &[u8]) -> Result<Format, ReadFault> {
    if PACKAGE_HEADS.iter().any(|head| bytes.starts_with(head)) {
        return package_format(bytes);
    }
    if bytes.starts_with(COMPOUND_HEAD) {
        return compound_format(bytes);
    }
    for (head, looks_like) in BINARY_HEADS {
        if bytes.starts_with(head) {
            return Err(ReadFault::NotAWorkbook { looks_like });
        }
    }
    match text_head(bytes.get(..HEAD).unwrap_or(bytes)) {
        Some(looks_like) => Err(ReadFault::NotAWorkbook { looks_like }),
        None => Ok(Format::Separated),
    }
}

fn package_format(bytes: &[u8]) -> Result<Format, ReadFault> {
    let mut archive = package::open(bytes)?;
    let names = package::names(&archive);
    let has = |name: &str| names.iter().any(|seen| seen == name);
    let under = |folder: &str| names.iter().any(|seen| seen.starts_with(folder));
    let not = |looks_like| Err(ReadFault::NotAWorkbook { looks_like });
    if has("xl/workbook.bin") {
        return Ok(Format::Xlsb);
    }
    if has("[content_types].xml") || has("_rels/.rels") {
        if under("word/") {
            return not(LooksLike::TextDocument);
        }
        if under("ppt/") {
            return not(LooksLike::Presentation);
        }
        return Ok(Format::Xlsx);
    }
    if has("content.xml") && has("mimetype") {
        if package::part(&mut archive, "meta-inf/manifest.xml")?.is_some_and(|manifest| find(&manifest, b"encryption-data")) {
            return Err(ReadFault::Encrypted);
        }
        let kind = package::part(&mut archive, "mimetype")?.unwrap_or_default();
        return match kind.strip_prefix(b"application/vnd.oasis.opendocument.").unwrap_or_default() {
            kind if kind.starts_with(b"spreadsheet") => Ok(Format::Ods),
            kind if kind.starts_with(b"text") => not(LooksLike::TextDocument),
            kind if kind.starts_with(b"presentation") => not(LooksLike::Presentation),
            _ => not(LooksLike::Archive),
        };
    }
    if under("index/") && names.iter().any(|name| name.ends_with(".iwa")) || has("index.zip") {
        return not(LooksLike::Numbers);
    }
    not(LooksLike::Archive)
}

fn compound_format(bytes: &[u8]) -> Result<Format, ReadFault> {
    // The directory's entries are 128 bytes each and lie on such bounds wherever the sectors are
    // ([MS-CFB] 2.6.1): looking at every bound needs no chain of sectors, which can be made to loop.
    let has = |name: &str| bytes.chunks_exact(128).any(|entry| is_directory_entry(entry, name));
    if has("EncryptedPackage") || has("EncryptionInfo") {
        return Err(ReadFault::Encrypted);
    }
    if has("Workbook") || has("Book") {
        return Ok(Format::Xls);
    }
    let looks_like = match () {
        () if has("WordDocument") => LooksLike::TextDocument,
        () if has("PowerPoint Document") => LooksLike::Presentation,
        () => LooksLike::Binary,
    };
    Err(ReadFault::NotAWorkbook { looks_like })
}

fn is_directory_entry(entry: &[u8], name: &str) -> bool {
    // The name in UTF-16 with its closing zero, then at 64 the length of both in bytes.
    let length = (name.len() + 1) * 2;
    let Some((&[low, high], _)) = entry.get(64..).and_then(<[u8]>::split_first_chunk) else { return false };
    usize::from(u16::from_le_bytes([low, high])) == length
        && entry.iter().step_by(2).zip(name.bytes()).all(|(&found, wanted)| found.eq_ignore_ascii_case(&wanted))
}

/// What the beginning of a text says that it is, if it says anything.
fn text_head(head: &[u8]) -> Option<LooksLike> {
    let decoded = match encoding_rs::Encoding::for_bom(head) {
        Some((encoding, length)) => encoding.decode_without_bom_handling(head.get(length..)?).0,
        None => String::from_utf8_lossy(head),
    };
    let text = decoded.trim_start().to_ascii_lowercase();
    let starts = |heads: &[&str]| heads.iter().any(|head| text.starts_with(head));
    if starts(&["<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<div", "<style"]) {
        return Some(LooksLike::WebPage);
    }
    if starts(&["<?xml", "<!--", "<workbook", "<office:", "<!doctype"]) {
        return Some(if text.contains("<html") { LooksLike::WebPage } else { LooksLike::Xml });
    }
    if starts(&["mime-version:", "x-mime-version:", "content-type:", "from: <saved by"]) {
        return Some(LooksLike::WebArchive);
    }
    let inside = text.strip_prefix(['{', '[']).map(str::trim_start);
    if inside.is_some_and(|inside| inside.starts_with(['"', '{', '[', '}', ']'])) {
        return Some(LooksLike::Json);
    }
    // Bytes without meaning at the start, many of them: no text in any encoding of one byte.
    let strange = head.iter().filter(|&&byte| matches!(byte, 1..=8 | 14..=25 | 28..=31)).count();
    (strange * 20 > head.len()).then_some(LooksLike::Binary)
}

fn find(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::workbook::test_books::{compound, package};

    fn looks_like(bytes: &[u8]) -> LooksLike {
        match detect(bytes) {
            Err(ReadFault::NotAWorkbook { looks_like }) => looks_like,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn other_documents_are_refused_by_name() {
        for (bytes, expected) in [
            (&b"%PDF-1.7\n"[..], LooksLike::Pdf),
            (b"\xef\xbb\xbf \n<HTML><body>", LooksLike::WebPage),
            (b"<table><tr><td>1", LooksLike::WebPage),
            (b"<?xml version='1.0'?><!DOCTYPE html><html>", LooksLike::WebPage),
            (b"<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?>", LooksLike::Xml),
            (b"\xff\xfe<\0h\0t\0m\0l\0>\0", LooksLike::WebPage),
            (b"MIME-Version: 1.0\r\nX-Document-Type: Workbook", LooksLike::WebArchive),
            (b"{\\rtf1\\ansi", LooksLike::TextDocument),
            (b"[{\"name\": 1}]", LooksLike::Json),
            (b"{ \"name\": 1}", LooksLike::Json),
            (b"\x09\x04\x06\x00\x00\x00\x10\x00", LooksLike::OldExcel),
            (b"\x89PNG\r\n", LooksLike::Picture),
            (b"\x01\x02\x03\x04\x05abc", LooksLike::Binary),
        ] {
            assert_eq!(looks_like(bytes), expected, "{:?}", bytes.escape_ascii().to_string());
        }
    }

    #[test]
    fn separated_text_stays_text() {
        for text in ["Naam;Voornaam", "[x],y", "{a}", "<5 jaar;x", "sep=;\na;b", "\"a\",b"] {
            assert_eq!(detect(text.as_bytes()), Ok(Format::Separated), "{text}");
        }
    }

    #[test]
    fn packages_are_told_apart_by_their_parts() {
        let ods = |kind: &str| package(&[("mimetype", kind.as_bytes()), ("content.xml", b"<x/>")]);
        assert_eq!(detect(&package(&[("[Content_Types].xml", b""), ("xl/workbook.xml", b"")])), Ok(Format::Xlsx));
        assert_eq!(detect(&package(&[("[Content_Types].xml", b""), ("XL\\Workbook.bin", b"")])), Ok(Format::Xlsb));
        assert_eq!(detect(&ods("application/vnd.oasis.opendocument.spreadsheet")), Ok(Format::Ods));
        assert_eq!(looks_like(&ods("application/vnd.oasis.opendocument.text")), LooksLike::TextDocument);
        assert_eq!(looks_like(&package(&[("[Content_Types].xml", b""), ("word/document.xml", b"")])), LooksLike::TextDocument);
        assert_eq!(looks_like(&package(&[("[Content_Types].xml", b""), ("ppt/presentation.xml", b"")])), LooksLike::Presentation);
        assert_eq!(looks_like(&package(&[("Index/Document.iwa", b"")])), LooksLike::Numbers);
        assert_eq!(looks_like(&package(&[("klanten.xlsx", b"")])), LooksLike::Archive);
        assert_eq!(looks_like(&package(&[])), LooksLike::Archive);
    }

    #[test]
    fn compound_files_are_told_apart_by_their_streams() {
        assert_eq!(detect(&compound("Workbook", b"x")), Ok(Format::Xls));
        assert_eq!(detect(&compound("Book", b"x")), Ok(Format::Xls));
        assert_eq!(detect(&compound("EncryptedPackage", b"x")), Err(ReadFault::Encrypted));
        assert_eq!(looks_like(&compound("WordDocument", b"x")), LooksLike::TextDocument);
        assert_eq!(looks_like(&compound("Contents", b"x")), LooksLike::Binary);
    }

    #[test]
    fn an_encrypted_open_document_says_so() {
        let manifest = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
        let kind = b"application/vnd.oasis.opendocument.spreadsheet";
        let book = package(&[("mimetype", kind), ("content.xml", b"\x01"), ("META-INF/manifest.xml", manifest)]);
        assert_eq!(detect(&book), Err(ReadFault::Encrypted));
    }

    #[test]
    fn a_package_that_was_cut_off_says_so() {
        let whole = package(&[("[Content_Types].xml", b"abc"), ("xl/workbook.xml", &[7; 2_000])]);
        for cut in [10, whole.len() / 2, whole.len() - 1] {
            assert_eq!(detect(&whole[..cut]), Err(ReadFault::TruncatedZip), "{cut}");
        }
    }
}
