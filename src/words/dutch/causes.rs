//! Causes that have a name of their own, in Dutch.

use crate::app::fault::{Doing, Holding};
use crate::domain::workbook::{Excess, LooksLike};

pub(super) const fn looks_like(looks_like: LooksLike) -> &'static str {
    match looks_like {
        LooksLike::WebPage => "een webpagina",
        LooksLike::WebArchive => "een webarchief",
        LooksLike::Xml => "een XML-document",
        LooksLike::Pdf => "een PDF-document",
        LooksLike::TextDocument => "een tekstdocument",
        LooksLike::Presentation => "een presentatie",
        LooksLike::Numbers => "een rekenblad van Apple Numbers",
        LooksLike::OldExcel => "een Excel-bestand van voor 1993",
        LooksLike::Json => "een JSON-document",
        LooksLike::Picture => "een afbeelding",
        LooksLike::Archive => "een archief",
        LooksLike::Binary => "gegevens van een programma",
    }
}

pub(super) const fn excess(excess: Excess) -> &'static str {
    match excess {
        Excess::Parts => "Ze bestaat uit meer delen dan een echte werkmap.",
        Excess::Unpacked => "Uitgepakt is ze groter dan welke klantenlijst ook.",
        Excess::Sheets => "Ze heeft meer bladen dan een echte werkmap.",
        Excess::Cells => "Ze heeft meer ingevulde cellen dan welke klantenlijst ook.",
        Excess::Text => "Ze heeft meer tekst dan welke klantenlijst ook.",
        Excess::Work => "Ze vraagt meer geheugen of tijd dan toegestaan is.",
    }
}

/// Who holds the store, since when and what for.
pub(super) fn held(holding: Option<&Holding>) -> String {
    let Some(Holding { who, pid, since, doing }) = holding else { return "Iemand anders houdt ze bezet.".to_owned() };
    format!("{who} (proces {pid}), sinds {since}: {}.", self::doing(*doing))
}

const fn doing(doing: Doing) -> &'static str {
    match doing {
        Doing::Reading => "de klanten lezen",
        Doing::Committing => "een import schrijven",
        Doing::Amending => "klanten of dossiers wijzigen",
        Doing::Sharing => "openstellen voor collega's",
        Doing::Checking => "controleren",
        Doing::Remembering => "een kolomkeuze bewaren",
        Doing::BackingUp => "een back-up schrijven",
        Doing::PuttingBack => "een back-up of kopie terugzetten",
        Doing::Sending => "mails verzenden",
    }
}
