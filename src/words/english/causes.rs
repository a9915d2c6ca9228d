//! Causes that have a name of their own, in English.

use crate::app::fault::{Doing, Holding};
use crate::domain::workbook::{Excess, LooksLike};

pub(super) const fn looks_like(looks_like: LooksLike) -> &'static str {
    match looks_like {
        LooksLike::WebPage => "a web page",
        LooksLike::WebArchive => "a web archive",
        LooksLike::Xml => "an XML document",
        LooksLike::Pdf => "a PDF document",
        LooksLike::TextDocument => "a text document",
        LooksLike::Presentation => "a presentation",
        LooksLike::Numbers => "an Apple Numbers spreadsheet",
        LooksLike::OldExcel => "an Excel file from before 1993",
        LooksLike::Json => "a JSON document",
        LooksLike::Picture => "a picture",
        LooksLike::Archive => "an archive",
        LooksLike::Binary => "data of a program",
    }
}

pub(super) const fn excess(excess: Excess) -> &'static str {
    match excess {
        Excess::Parts => "It is made of more parts than any workbook.",
        Excess::Unpacked => "It unpacks to more bytes than any list of customers.",
        Excess::Sheets => "It has more sheets than any workbook.",
        Excess::Cells => "It has more filled cells than any list of customers.",
        Excess::Text => "It has more text than any list of customers.",
        Excess::Work => "It asks for more memory or time than is given.",
    }
}

/// Who holds the store, since when and what for.
pub(super) fn held(holding: Option<&Holding>) -> String {
    let Some(Holding { who, pid, since, doing }) = holding else { return "Somebody else holds it.".to_owned() };
    format!("{who} (process {pid}), since {since}: {}.", self::doing(*doing))
}

const fn doing(doing: Doing) -> &'static str {
    match doing {
        Doing::Reading => "reading the customers",
        Doing::Committing => "writing an import",
        Doing::Amending => "changing customers or dossiers",
        Doing::Sharing => "opening it to colleagues",
        Doing::Checking => "checking it",
        Doing::Remembering => "saving a column mapping",
        Doing::BackingUp => "writing a backup",
        Doing::PuttingBack => "putting a backup or copy back",
        Doing::Sending => "sending mails",
    }
}
