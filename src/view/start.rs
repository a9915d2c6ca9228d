//! The start screen: what can be done, and what is in the store.

use super::canvas::Canvas;
use super::heard::Role;
use crate::app::Model;
use crate::app::action::Action;
use crate::app::detail::{Tone, clauses, line, width_of, wrap};
use crate::app::keymap::Layer;
use crate::app::model::Glance;
use crate::app::register::TabKind;
use crate::app::start::{Entry, Start};
use crate::app::unsaved::About;
use crate::app::update::draft_told;
use crate::domain::matching::Stock;
use crate::words::Words;

/// From this height on each entry is explained below it; where there is less room, the message line explains the current one.
const EXPLAINED: u16 = 30;

/// From this height on there is air between the entries.
const AIRY: u16 = 40;

/// Below this height the entries begin at once.
const LOW: u16 = 20;

pub(super) fn draw(model: &Model, start: Start, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let width = canvas.width();
    canvas.put(0, 0, width, &format!(" Instroom   {}", words.start.tagline), canvas.look.strong());
    let user = if canvas.is_heard() { (words.plain.user)(&model.user) } else { model.user.clone() };
    canvas.put_right(0, &format!("{user}  {}", model.sight.language.code().to_uppercase()), canvas.look.dim());
    canvas.rule(1);
    canvas.put(2, if canvas.height() < LOW { 2 } else { 3 }, width, words.start.what_to_do, canvas.look.plain());
    let y = entries(model, start, canvas);
    canvas.rule(y);
    store(model, words, canvas, y + 1);
}

/// What can be done, an entry below the other; the line below them comes back.
fn entries(model: &Model, start: Start, canvas: &mut Canvas<'_>) -> u16 {
    let width = canvas.width();
    let lines = match canvas.height() {
        ..EXPLAINED => 1,
        EXPLAINED..AIRY => 2,
        AIRY.. => 3,
    };
    let mut y = if canvas.height() < LOW { 3 } else { 5 };
    for entry in model.entries() {
        let (name, note, key) = told(model, entry);
        let here = model.entry_at(start) == Some(entry);
        let style = if here { canvas.look.current() } else { canvas.look.strong() };
        canvas.put(2, y, 2, if here { "> " } else { "  " }, canvas.look.strong());
        let outside = canvas.put_as(Role::Line);
        canvas.put(4, y, width.saturating_sub(10), &name, style);
        let wide = u16::try_from(width_of(&key)).unwrap_or(1);
        canvas.key(width.saturating_sub(3 + wide), y, &key);
        if here {
            canvas.set_cursor(2, y);
        }
        if lines > 1 {
            canvas.put_as(Role::Note);
            canvas.put(6, y + 1, width.saturating_sub(8), &note, canvas.look.dim());
        }
        canvas.put_as(outside);
        y += lines;
    }
    y
}

/// What the entry under the cursor is for, where there is no room to say it below each.
pub(super) fn explained(model: &Model, start: Start) -> String {
    let entry = model.entry_at(start).filter(|_| model.size.1 < EXPLAINED);
    entry.map_or_else(String::new, |entry| told(model, entry).1)
}

/// What an entry is called, what it is for, and its key.
fn told(model: &Model, entry: Entry) -> (String, String, String) {
    let words = model.sight.words();
    let key = |action| model.sight.key(Layer::Start, action);
    let plain = |name: &str, note: &str, action| (name.to_owned(), note.to_owned(), key(action));
    match entry {
        Entry::Resume => {
            let draft = model.offered_draft();
            let (name, note) = draft
                .map(|draft| ((words.drafts.resume)(&model.sight.file(&draft.file)), draft_told(draft, model.sight)))
                .unwrap_or_default();
            (name, note, key(Action::Resume))
        }
        Entry::Unsaved => {
            let dossiers = model.unsaved.iter().filter(|left| matches!(left.about, About::Dossier(..))).count();
            let name = (words.start.unsaved)(dossiers, model.unsaved.len() - dossiers);
            (name, model.sight.keyed(Layer::Start, words.start.unsaved_note), key(Action::Drafts))
        }
        Entry::NewImport => plain(words.start.new_import, words.start.new_import_note, Action::NewImport),
        Entry::Customers => plain(words.register.title, words.register.note, Action::Customers),
        Entry::Invite => plain(words.start.invite, words.start.invite_note, Action::Invite),
        Entry::Answers => plain(words.start.answers, words.start.answers_note, Action::Answers),
        Entry::Outbox => plain((words.register.tab)(TabKind::Outbox), words.start.outbox_note, Action::TabOutbox),
        Entry::Template => plain(words.start.template, words.start.template_note, Action::Template),
    }
}

fn store(model: &Model, words: &Words, canvas: &mut Canvas<'_>, y: u16) {
    let width = canvas.width().saturating_sub(4);
    match &model.store {
        Glance::Reading => canvas.put(2, y, width, words.start.store_reading, canvas.look.dim()),
        Glance::Fault(fault) => {
            let told = words.fault(fault);
            let (room, last) = (canvas.unbroken(usize::from(width)), canvas.height().saturating_sub(2));
            let texts = [(Tone::Error, told.what), (Tone::Plain, told.why), (Tone::Plain, told.remedy)];
            let lines: Vec<_> = texts.into_iter().flat_map(|(tone, text)| wrap(line(tone, model.sight.file(&text)), room)).collect();
            canvas.lines(2, (y, last), width, &lines);
        }
        Glance::Known(stock) => known(stock, model, canvas, y, width),
    }
}

fn known(stock: &Stock, model: &Model, canvas: &mut Canvas<'_>, y: u16, width: u16) {
    let (sight, words) = (model.sight, model.sight.words());
    let snapshot = &stock.snapshot;
    let head =
        if snapshot.store.is_empty() { words.start.store_none.to_owned() } else { (words.start.store_holds)(snapshot.customer_count()) };
    canvas.put(2, y, width, &clauses(&head, canvas.unbroken(usize::from(width))), canvas.look.strong());
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
    if y + 2 < last && !snapshot.imports.is_empty() {
        canvas.put(2, y + 1, width, words.start.last_imports, canvas.look.strong());
        y += 2;
        for import in &snapshot.imports {
            if y >= last {
                break;
            }
            let when = sight.day(import.when);
            let told = (words.start.import_line)(
                &when,
                &sight.file(&import.file),
                &sight.text(&import.who),
                import.added,
                import.dossiers,
                import.updated,
            );
            canvas.put(2, y, width, &clauses(&told, canvas.unbroken(usize::from(width))), canvas.look.plain());
            y += 1;
        }
    }
}

/// What the outbox wants of a person, and who was not sent anything yet in the newest task flow.
fn mails(stock: &Stock, model: &Model) -> Vec<(String, Tone)> {
    let words = &model.sight.words().inviting;
    let keyed = |phrase: &str| model.sight.keyed(Layer::Start, phrase);
    let mut lines = Vec::new();
    if let Some(fault) = model.mails.trouble() {
        let why = model.sight.text(&model.sight.words().fault(fault).what);
        lines.push(((words.not_in_order)(&why), Tone::Warning));
    }
    if let Some(read) = model.mails.known() {
        let tally = read.tally;
        if tally.unsure > 0 {
            lines.push((keyed(&(words.start_unsure)(tally.unsure)), Tone::Warning));
        }
        if tally.ahead() > 0 && model.mails.going().is_none() {
            lines.push((keyed(&(words.start_queued)(tally.ahead())), Tone::Warning));
        }
    }
    if stock.unsent() > 0 {
        lines.push((keyed(&(words.start_unsent)(stock.unsent())), Tone::Plain));
    }
    lines
}
