//! An import that is looked back on: what became of its rows, or what taking it back does.

use super::canvas::Canvas;
use super::listing;
use crate::app::Model;
use crate::app::detail::Tone;
use crate::app::past::{Page, Past};

pub(super) fn draw(model: &Model, past: &Past, canvas: &mut Canvas<'_>) {
    head(model, past, canvas);
    if listing::zoomed(model, past, canvas) {
        return;
    }
    listing::draw(model, past, canvas);
}

/// What it is, who did it when, and the sums.
fn head(model: &Model, past: &Past, canvas: &mut Canvas<'_>) {
    let (sight, words) = (model.sight, model.sight.words());
    let told = &words.told;
    let (number, file) = (past.import.revision.0, sight.file(&past.import.file));
    let title = match &past.page {
        Page::Rows => (told.import)(number, &file),
        Page::TakingBack(_) => (told.takes_back)(number, &file),
        Page::TakenBack(_, receipt) => (told.took_back)(number, receipt.revision.0),
    };
    let width = canvas.width();
    canvas.title(&title, &sight.language.code().to_uppercase());
    let [first, second] = match &past.page {
        Page::Rows => {
            let rows = &past.import.rows;
            let sums = (words.past.tally)(past.import.added, past.import.updated, 0, past.import.dossiers);
            [(told.by)(&sight.text(&past.import.who), &sight.moment(past.import.when)), format!("{}  {sums}", (words.rows)(rows.rows))]
        }
        Page::TakingBack(taking) | Page::TakenBack(taking, _) => {
            let counts = past.counts;
            let keeps = (told.keeps)(counts.kept_customers, counts.kept_fields, counts.kept_dossiers);
            let gone = if taking.gone + taking.erased > 0 { (told.gone)(taking.gone, taking.erased) } else { String::new() };
            [(told.reverses)(counts.customers, counts.fields, counts.dossiers), format!("{keeps} {gone}")]
        }
    };
    canvas.put(0, 1, width, &format!(" {first}"), canvas.look.plain());
    let style = match &past.page {
        Page::TakingBack(taking) if !taking.keeps.is_empty() => canvas.look.tone(Tone::Warning),
        Page::Rows | Page::TakingBack(_) | Page::TakenBack(..) => canvas.look.plain(),
    };
    canvas.put(0, 2, width, &format!(" {}", second.trim_end()), style);
}
