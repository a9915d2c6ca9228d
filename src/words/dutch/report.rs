//! The report, in Dutch.

use crate::words::report::ReportWords;

pub(super) const WORDS: ReportWords = ReportWords {
    title: "Verslag",
    import_number: |number| format!("import nummer {number}"),
    done: |added, known, before, after| format!("Klaar. {added} nieuw, {known} bekend. In Instroom: {before} -> {after}."),
    added: "toegevoegd",
    updated: "bekende klanten",
    left_alone: "ongemoeid gelaten",
    not_selected: "niet gekozen",
    invalid_rows: "ongeldige rijen",
    total: "rijen in bestand",
    added_note: |flow| format!("{flow}: niet verzonden"),
    can_be_fixed: "niet geïmporteerd: tabblad {tab-4} zegt wat te doen",
    next: "Hierna",
    next_rows: "Terug naar de rijen: wat overbleef, kan nog geïmporteerd worden",
    next_invalid: "Bekijk de ongeldige rijen",
    next_another: "Importeer een andere werkmap",
    next_start: "Naar het startscherm",
};
