//! The start screen: what can be done, and what is in the store.

use super::canvas::Canvas;
use crate::app::Model;
use crate::app::detail::Tone;
use crate::app::model::Glance;
use crate::app::start::{Entry, Start};
use crate::app::update::draft_told;
use crate::domain::matching::Stock;
use crate::words::Words;

/// From this height on there is air between the entries.
const ROOMY: u16 = 30;

pub(super) fn draw(model: &Model, start: Start, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let width = canvas.width();
    canvas.put(0, 0, width, &format!(" Instroom   {}", words.start.tagline), canvas.look.strong());
    canvas.put_right(0, &format!("{}  {}", model.user, model.sight.language.code().to_uppercase()), canvas.look.dim());
    canvas.rule(1);
    canvas.put(2, 3, width, words.start.what_to_do, canvas.look.plain());
    let mut y = 5;
    let draft = model.offered_draft();
    let resume = draft.map(|draft| ((words.drafts.resume)(&draft.file), draft_told(draft, model.sight))).unwrap_or_default();
    for (place, entry) in Entry::all(draft.is_some()).iter().enumerate() {
        let (name, note, key) = match entry {
            Entry::Resume => (resume.0.as_str(), resume.1.as_str(), "r"),
            Entry::NewImport => (words.start.new_import, words.start.new_import_note, "n"),
            Entry::Customers => (words.register.title, words.register.note, "c"),
            Entry::Template => (words.start.template, words.start.template_note, "t"),
        };
        let here = start.cursor == place;
        let style = if here { canvas.look.current() } else { canvas.look.strong() };
        canvas.put(2, y, 2, if here { "> " } else { "  " }, canvas.look.strong());
        canvas.put(4, y, width.saturating_sub(10), name, style);
        canvas.put(width.saturating_sub(4), y, 1, key, canvas.look.key());
        canvas.put(6, y + 1, width.saturating_sub(8), note, canvas.look.dim());
        if here {
            canvas.set_cursor(2, y);
        }
        // Where there is little room, the air between them gives way before what is in the store does.
        y += if canvas.height() < ROOMY { 2 } else { 3 };
    }
    canvas.rule(y);
    store(model, words, canvas, y + 1);
}

fn store(model: &Model, words: &Words, canvas: &mut Canvas<'_>, y: u16) {
    let width = canvas.width().saturating_sub(4);
    match &model.store {
        Glance::Reading => canvas.put(2, y, width, words.start.store_reading, canvas.look.dim()),
        Glance::Fault(fault) => {
            let told = words.fault(fault);
            canvas.put(2, y, width, &told.what, canvas.look.tone(Tone::Error));
            canvas.put(2, y + 1, width, &told.why, canvas.look.plain());
            canvas.put(2, y + 2, width, &told.remedy, canvas.look.plain());
        }
        Glance::Known(stock) => known(stock, model, canvas, y, width),
    }
}

fn known(stock: &Stock, model: &Model, canvas: &mut Canvas<'_>, y: u16, width: u16) {
    let (sight, words) = (model.sight, model.sight.words());
    let snapshot = &stock.snapshot;
    let head =
        if snapshot.store.is_empty() { words.start.store_none.to_owned() } else { (words.start.store_holds)(snapshot.customer_count()) };
    canvas.put(2, y, width, &head, canvas.look.strong());
    let last = canvas.height().saturating_sub(2);
    let mut y = y + 1;
    // What wants a person comes before what is only good to know.
    for (text, tone) in mails(stock, model) {
        if y < last {
            canvas.put(2, y, width, &format!("  {text}"), canvas.look.tone(tone));
            y += 1;
        }
    }
    for flow in &snapshot.flows {
        if y < last && !flow.archived {
            let text = format!("  {}   {}", (words.flow)(flow.assessment_year), (words.dossiers)(snapshot.dossier_count(&flow.id)));
            canvas.put(2, y, width, &text, canvas.look.plain());
            y += 1;
        }
    }
    if y + 1 < last && !snapshot.imports.is_empty() {
        canvas.put(2, y + 1, width, words.start.last_imports, canvas.look.strong());
        y += 2;
        for import in &snapshot.imports {
            if y >= last {
                break;
            }
            let when = sight.day(import.when);
            canvas.put(
                2,
                y,
                width,
                &(words.start.import_line)(&when, &import.file, &import.who, import.added, import.dossiers, import.updated),
                canvas.look.plain(),
            );
            y += 1;
        }
    }
}

/// What the outbox wants of a person, and who was not sent anything yet in the newest task flow.
fn mails(stock: &Stock, model: &Model) -> Vec<(String, Tone)> {
    let words = &model.sight.words().inviting;
    let mut lines = Vec::new();
    if let Some(fault) = model.mails.trouble() {
        let why = model.sight.text(&model.sight.words().fault(fault).what);
        lines.push(((words.not_in_order)(&why), Tone::Warning));
    }
    if let Some(read) = model.mails.known() {
        let tally = read.tally;
        if tally.unsure > 0 {
            lines.push(((words.start_unsure)(tally.unsure), Tone::Warning));
        }
        if tally.ahead() > 0 && model.mails.going().is_none() {
            lines.push(((words.start_queued)(tally.ahead()), Tone::Warning));
        }
    }
    if stock.unsent() > 0 {
        lines.push(((words.start_unsent)(stock.unsent()), Tone::Plain));
    }
    lines
}
