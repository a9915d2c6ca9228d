//! The report, in Dutch.

use crate::words::noun;
use crate::words::report::ReportWords;

pub(super) const WORDS: ReportWords = ReportWords {
    title: "Verslag",
    import_number: |number| format!("import nummer {number}"),
    done: |added, known, before, after| format!("Klaar. {added} nieuw, {known} bekend. Klanten: van {before} naar {after}."),
    added: |_| "toegevoegd",
    updated: |count| noun(count, "bekende klant", "bekende klanten"),
    left_alone: |_| "ongemoeid gelaten",
    not_selected: |_| "niet gekozen",
    invalid_rows: |count| noun(count, "ongeldige rij", "ongeldige rijen"),
    total: |count| noun(count, "rij in bestand", "rijen in bestand"),
    added_note: |flow| format!("{flow}: niet verzonden"),
    can_be_fixed: "nog te verbeteren: zie tab {tab-4}",
    next: "Hierna",
    next_rows: "Terug naar de rijen: de rest kan nog geïmporteerd worden",
    next_invalid: "Bekijk de ongeldige rijen",
    next_another: "Importeer een andere werkmap",
    next_start: "Naar het startscherm",
};
