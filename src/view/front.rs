//! What stands before a screen: drop-downs, columns, a typed path, questions, faults, progress.

use ratatui::style::Style;

use super::canvas::{Canvas, Part};
use super::heard::Role;
use super::inviting::taking;
use crate::app::chooser::{Choice, Chooser, Question};
use crate::app::detail::{Tone, clauses, line, width_of, wrap};
use crate::app::dossier::{DossierAsk, Errand};
use crate::app::export::ExportKind;
use crate::app::fault::Fault;
use crate::app::geometry::scrolled;
use crate::app::model::{Ask, Document, PathEntry, PathFor, Running, Stopping, Task, WayOut};
use crate::app::past::Asked;
use crate::app::season::{Doing, Waiting};
use crate::app::text_field::TextField;
use crate::app::{Model, Overlay};
use crate::domain::correction::Corrected;

pub(super) fn draw(model: &Model, overlay: &Overlay, canvas: &mut Canvas<'_>) {
    match overlay {
        Overlay::Chooser(chooser) if chooser.is_preview() => super::preview::draw(model, chooser, canvas),
        Overlay::Chooser(chooser) => self::chooser(model, chooser, canvas),
        Overlay::Palette(palette) => super::palette::draw(model, palette, canvas),
        Overlay::Columns(cursor) => columns(model, *cursor, canvas),
        Overlay::Drafts(cursor) => super::drafts::list(model, *cursor, canvas),
        Overlay::Path(entry) => path(model, entry, canvas),
        Overlay::Ask(ask, yes) => self::ask(model, ask, *yes, canvas),
        Overlay::Corrected(path, corrected) => self::corrected(model, path, corrected, canvas),
        Overlay::Fault(fault, way, yes) => self::fault(model, fault, way, *yes, canvas),
        Overlay::Value(entry) => super::proposals::value(model, entry, canvas),
        Overlay::Rules(rules) => super::proposals::rules(model, rules, canvas),
        Overlay::Couple(couple) => super::proposals::couple(model, couple, canvas),
        Overlay::Season(form) => super::season::form(model, form, canvas),
        Overlay::SeasonPreview(preview) => super::season::preview(model, preview, canvas),
        Overlay::Copied(copied) => super::copied::draw(model, copied, canvas),
        Overlay::Person(_)
        | Overlay::Answer(_)
        | Overlay::Summary(_)
        | Overlay::Editor(_)
        | Overlay::Replacing(_)
        | Overlay::Proposal(_) => {}
    }
}

/// From this width on the keys in the help stand in front of what they do.
const KEYS_IN_FRONT: u16 = 70;

fn chooser(model: &Model, chooser: &Chooser, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let shown = chooser.shown();
    let lead = chooser.lines.iter().map(|line| width_of(&line.lead)).max().unwrap_or(0);
    // In a narrow window the keys stand behind what they do: it is that which is read, and it is not cut.
    let keys_behind = chooser.question == Question::Help && canvas.width() < KEYS_IN_FRONT && !canvas.is_heard();
    let lead = if keys_behind { 0 } else { u16::try_from(lead).unwrap_or(0) };
    let most = match chooser.question {
        Question::Help | Question::SheetAndHeadings | Question::Misfits => canvas.width(),
        Question::SameWorkbook | Question::ChangedWorkbook => 80,
        Question::Dossier(_) | Question::Questionnaire => 104,
        _ => 72,
    };
    let height = u16::try_from(chooser.lines.len()).unwrap_or(u16::MAX).saturating_add(4);
    let part = canvas.middle(most, height.min(canvas.height().saturating_sub(4)));
    let title = model.sight.keyed(model.layer(), (words.question)(chooser.question));
    canvas.frame(part, &title, &(words.listing.of_all)(shown.len(), chooser.lines.len()));
    let (x, width) = (part.x + 2, part.width.saturating_sub(4));
    let sign = format!("/ {}", chooser.filter.text());
    canvas.put(x, part.y + 1, width, &sign, canvas.look.strong());
    let before: String = chooser.filter.text().chars().take(chooser.filter.cursor()).collect();
    let typed = u16::try_from(width_of(&before)).unwrap_or(u16::MAX).min(width.saturating_sub(3));
    canvas.set_cursor(x + 2 + typed, part.y + 1);
    if shown.is_empty() {
        canvas.put(x, part.y + 3, width, words.listing.nothing_fits, canvas.look.dim());
    }
    let seen = usize::from(part.height.saturating_sub(4));
    let top = scrolled(0, chooser.cursor, seen, shown.len());
    if seen < shown.len() {
        canvas.place_in(part, &(words.listing.place)(chooser.cursor + 1, shown.len()));
    }
    for (y, (place, row)) in (part.y + 3..).zip(shown.iter().enumerate().skip(top).take(seen)) {
        let here = place == chooser.cursor;
        let barred = matches!(row.choice, Choice::Action(action) if model.obstacle(action).is_some());
        let style = if here {
            canvas.look.current()
        } else if barred {
            canvas.look.dim()
        } else {
            canvas.look.plain()
        };
        canvas.put(x, y, 2, if here { ">" } else { " " }, canvas.look.strong());
        if !keys_behind {
            canvas.put(x + 2, y, lead, &row.lead, if here { style } else { canvas.look.key() });
        }
        let label_at = x + 2 + if lead > 0 { lead + 2 } else { 0 };
        let told = if keys_behind {
            first_keys(&row.lead, usize::from(width).saturating_sub(4 + width_of(&row.label)))
        } else {
            row.note.as_str()
        };
        let note = u16::try_from(width_of(told)).unwrap_or(0);
        let label = (x + width).saturating_sub(label_at + if note > 0 { note + 2 } else { 0 });
        canvas.cell(label_at, y, label, &clauses(&model.sight.file(&row.label), canvas.unbroken(usize::from(label))), style);
        canvas.cell(label_at + label + 2, y, note, told, if keys_behind { canvas.look.key() } else { canvas.look.dim() });
    }
}

/// As many of the keys of a line as have room, whole, the first in any case.
fn first_keys(keys: &str, room: usize) -> &str {
    let ends = keys.match_indices("  ").map(|(at, _)| at).chain(std::iter::once(keys.len()));
    let first = keys.find("  ").unwrap_or(keys.len());
    let most = ends.take_while(|end| keys.get(..*end).is_some_and(|keys| width_of(keys) <= room)).last();
    keys.get(..most.unwrap_or(first)).unwrap_or(keys)
}

fn columns(model: &Model, cursor: usize, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let Some(settings) = model.table().map(|table| &table.columns) else { return };
    let height = u16::try_from(settings.len()).unwrap_or(u16::MAX).saturating_add(2);
    let part = canvas.middle(44, height);
    let seen = usize::from(part.height.saturating_sub(2));
    let foot = if seen < settings.len() { (words.listing.place)(cursor + 1, settings.len()) } else { String::new() };
    canvas.frame(part, &model.sight.keyed(model.layer(), words.desk.columns), &foot);
    let top = scrolled(0, cursor, seen, settings.len());
    let outside = canvas.put_as(Role::Line);
    for (y, (place, setting)) in (part.y + 1..).zip(settings.iter().enumerate().skip(top).take(seen)) {
        let here = place == cursor;
        let mark = if setting.shown { "[x]" } else { "[ ]" };
        let style = if here { canvas.look.current() } else { canvas.look.plain() };
        canvas.put(part.x + 2, y, 2, if here { ">" } else { " " }, canvas.look.strong());
        let name = if canvas.is_heard() { words.heard.column } else { words.column };
        canvas.put(part.x + 4, y, part.width.saturating_sub(6), &format!("{mark} {}", name(setting.column)), style);
        if here {
            canvas.set_cursor(part.x + 2, y);
        }
    }
    canvas.put_as(outside);
}

fn path(model: &Model, entry: &PathEntry, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let note = numbers_in(model, &entry.purpose);
    let below = if note.is_some() { 2 } else { 0 };
    let shown = entry.candidates.len().min(8).min(usize::from(canvas.height().saturating_sub(8 + below)));
    let part = canvas.middle(canvas.width(), 5 + below + u16::try_from(shown).unwrap_or(0));
    let title = match entry.purpose {
        PathFor::Workbook | PathFor::Answers => words.front.path_of_workbook,
        PathFor::Document(Document::Template(_)) => words.front.path_of_template,
        PathFor::Document(Document::Export(_)) => words.front.path_of_export,
        PathFor::MappingName => words.mapping.name,
        PathFor::TestAddress => words.inviting.test_title,
        PathFor::MailFolder => words.inviting.folder_title,
        PathFor::ReminderDays => words.inviting.days_title,
        PathFor::ReminderEnd => words.inviting.end_title,
        PathFor::Document(Document::Plan) => words.front.path_of_plan,
    };
    let foot = match entry.purpose {
        PathFor::MappingName => words.mapping.name_keys,
        PathFor::TestAddress | PathFor::ReminderDays | PathFor::ReminderEnd => words.inviting.text_keys,
        PathFor::Workbook | PathFor::Answers | PathFor::Document(_) | PathFor::MailFolder => words.front.tab_completes,
    };
    canvas.frame(part, title, &model.sight.keyed(model.layer(), foot));
    let (x, width) = (part.x + 2, part.width.saturating_sub(4));
    typed(&entry.field, Part { x, y: part.y + 2, width, height: 1 }, canvas);
    if let Some((note, tone)) = note {
        canvas.put(x, part.y + 4, width, &model.sight.keyed(model.layer(), note), canvas.look.tone(tone));
    }
    for (y, candidate) in (part.y + 4 + below..).zip(entry.candidates.iter().take(shown)) {
        canvas.put(x, y, width, candidate, canvas.look.dim());
    }
}

/// Whether national numbers will be read in what is about to be written. It is said before.
fn numbers_in(model: &Model, purpose: &PathFor) -> Option<(&'static str, Tone)> {
    let words = model.sight.words();
    let PathFor::Document(Document::Export(kind)) = purpose else { return None };
    Some(match (kind, model.sight.shows_numbers) {
        (ExportKind::InvalidRows | ExportKind::Corrected, _) => (words.exports.whole, Tone::Warning),
        // The report has names only; but in a name, too, somebody may have typed a number.
        (ExportKind::View(_) | ExportKind::Report(_), true) => (words.exports.shown, Tone::Warning),
        (ExportKind::View(_) | ExportKind::Report(_), false) => (words.exports.masked, Tone::Plain),
    })
}

/// A line that is being typed. The end of a long one is what is being typed, so it is the beginning
/// that goes.
pub(super) fn typed(field: &TextField, part: Part, canvas: &mut Canvas<'_>) {
    if canvas.is_heard() {
        return canvas.field(part.x, part.y, part.width, field.text(), field.cursor(), true);
    }
    let text = field.text();
    let before: String = text.chars().take(field.cursor()).collect();
    let hidden = width_of(&before).saturating_sub(usize::from(part.width.saturating_sub(1)));
    let visible: String = text.chars().skip(hidden).collect();
    canvas.put(part.x, part.y, part.width, &visible, canvas.look.strong());
    canvas.set_cursor(part.x + u16::try_from(width_of(&before) - hidden).unwrap_or(0), part.y);
}

fn ask(model: &Model, ask: &Ask, yes: bool, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let own = &words.dossier;
    let keyed = |phrase: &str| model.sight.keyed(model.layer(), phrase);
    let (title, text, button) = match ask {
        Ask::LeaveImport => (words.front.leave_title, words.front.leave_text.to_owned(), words.front.leave_button),
        Ask::Reopen(_) => (words.front.reopen_title, words.front.reopen_text.to_owned(), words.front.reopen_button),
        Ask::TakeOver(answers, dossiers, customers) => {
            (words.arrived.ask_title, (words.arrived.ask_text)(*answers, *dossiers, *customers), words.arrived.ask_button)
        }
        Ask::LeaveAnswers => (words.arrived.leave_title, words.arrived.leave_text.to_owned(), words.arrived.leave_button),
        Ask::TakeBack(import, counts) => (words.told.ask_title, (words.told.ask_text)(*import, counts), words.told.ask_button),
        Ask::ThrowAway(_, file) => {
            (words.drafts.throw_away_title, (words.drafts.throw_away_text)(&model.sight.file(file)), words.drafts.throw_away_button)
        }
        Ask::DropUnsaved(_, name) => (words.drafts.unsaved_title, (words.drafts.unsaved_text)(name), words.drafts.throw_away_button),
        Ask::Dossier(DossierAsk::Leave(count)) => (own.leave_title, keyed(&(own.leave_text)(*count)), own.leave_button),
        Ask::Dossier(DossierAsk::Close) => (own.close_title, own.close_text.to_owned(), own.close_button),
        Ask::Dossier(DossierAsk::Reopen) => (own.reopen_title, own.reopen_text.to_owned(), own.reopen_button),
        Ask::SendOutbox(count) => (words.inviting.send_title, (words.inviting.send_text)(*count), words.inviting.send_button),
        Ask::Withdraw(messages) => {
            (words.inviting.withdraw_title, (words.inviting.withdraw_text)(messages.len() as u64), words.inviting.withdraw)
        }
        Ask::LeaveTyped => (words.front.typed_title, keyed(words.front.typed_text), words.front.typed_button),
        Ask::LeaveSending => (words.inviting.leave_title, words.inviting.leave_text.to_owned(), words.front.leave_button),
        Ask::Replace(path, _) => {
            (words.front.replace_title, (words.front.replace_text)(&model.sight.file(path)), words.front.replace_button)
        }
        Ask::Person(ask) => super::person::asked(model, ask),
    };
    let safe = if *ask == Ask::LeaveTyped { words.front.typed_on } else { words.front.button_back };
    boxed(title, "", &[(text, canvas.look.plain())], safe, Some(button), yes, canvas);
}

fn fault(model: &Model, fault: &Fault, way: &WayOut, yes: bool, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let told = words.fault(fault);
    let button = match way {
        WayOut::None => None,
        WayOut::ChooseHeadings(_) => Some(words.front.button_headings),
        WayOut::Commit | WayOut::SaveDossier | WayOut::Open(_) => Some(words.front.button_again),
        WayOut::Refresh => Some(words.front.button_refresh),
        WayOut::ReadAnswers(_) => Some(words.arrived.again_button),
        WayOut::LookBack(_) => Some(words.told.again_button),
    };
    let texts = [
        (model.sight.file(&told.what), canvas.look.tone(Tone::Error)),
        (model.sight.file(&told.why), canvas.look.plain()),
        (told.remedy, canvas.look.tone(Tone::Good)),
    ];
    let log = (words.front.log)(&model.log);
    boxed(words.front.fault_title, &log, &texts, words.front.button_back, button, yes, canvas);
}

/// What became of the corrected copy.
fn corrected(model: &Model, path: &str, corrected: &Corrected, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let told = (words.exports.corrected)(corrected);
    let plain = canvas.look.plain();
    let texts = [
        (model.sight.file(path), canvas.look.strong()),
        (told.what, plain),
        (told.why, plain),
        (told.remedy, canvas.look.tone(Tone::Good)),
    ];
    boxed(words.exports.corrected_title, "", &texts, words.front.button_back, None, false, canvas);
}

/// A box with paragraphs, one or two buttons, the safe one first, and a line in its lower edge. One that is too long for that is
/// its last paragraph.
fn boxed(title: &str, foot: &str, texts: &[(String, Style)], safe: &str, other: Option<&str>, on_other: bool, canvas: &mut Canvas<'_>) {
    let width = canvas.box_columns(76);
    let inner = canvas.unbroken(usize::from(width.saturating_sub(6)));
    let mut lines: Vec<(String, Style)> = Vec::new();
    let (foot, last) = if width_of(foot) > inner { ("", Some((foot.to_owned(), canvas.look.dim()))) } else { (foot, None) };
    for (text, style) in texts.iter().chain(&last).filter(|(text, _)| !text.is_empty()) {
        for piece in wrap(line(Tone::Plain, text.clone()), inner) {
            lines.push((piece.into_iter().map(|(_, text)| text).collect(), *style));
        }
        lines.push((String::new(), *style));
    }
    let room = usize::from(canvas.height().saturating_sub(3));
    // Where there is little room, the air goes first: between the paragraphs, then around them.
    if lines.len() + 4 > room {
        lines.retain(|(text, _)| !text.is_empty());
    }
    let (above, below) = if lines.len() + 4 > room { (1, 2) } else { (2, 3) };
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(above + below - 1);
    let part = canvas.middle(width, height.min(canvas.height().saturating_sub(3)));
    canvas.frame(part, title, foot);
    let end = part.y + part.height.saturating_sub(below);
    for (y, (text, style)) in (part.y + above..).zip(&lines) {
        canvas.put(part.x + 3, if y < end { y } else { u16::MAX }, part.width.saturating_sub(6), text, *style);
    }
    let mut x = part.x + 3;
    let y = part.y + part.height.saturating_sub(2);
    let outside = canvas.put_as(Role::Button);
    for (text, here) in [(Some(safe), !on_other || other.is_none()), (other, on_other)] {
        let Some(text) = text else { continue };
        if here {
            canvas.write(x, y, ">", canvas.look.strong());
            canvas.set_cursor(x, y);
        }
        let style = if here { canvas.look.current() } else { canvas.look.plain() };
        x += canvas.write(x + 2, y, &format!("[ {text} ]"), style) + 4;
    }
    canvas.put_as(outside);
}

/// What is being done, and how far it is.
pub(super) fn running(model: &Model, running: &Running, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let part = canvas.middle(64, 7);
    let title = match &running.task {
        Task::Open(opening) => (words.progress.opening)(&model.sight.file(opening.path.rsplit('/').next().unwrap_or(&opening.path))),
        Task::Prepare => words.progress.preparing.to_owned(),
        Task::Commit(_) => words.progress.committing.to_owned(),
        Task::LookBack(Asked::Rows) => words.told.looking_back.to_owned(),
        Task::LookBack(Asked::TakingBack) => words.told.weighing.to_owned(),
        Task::ReadAnswers(_) => words.arrived.reading.to_owned(),
        Task::TakeOver(_) => words.arrived.writing.to_owned(),
        Task::TakeBack(_) => words.told.taking_back.to_owned(),
        Task::Dossier(Errand::Save(..)) => words.dossier.saving.to_owned(),
        Task::Dossier(Errand::Read | Errand::ReadAgain) => words.dossier.reading.to_owned(),
        Task::Weigh => words.progress.weighing.to_owned(),
        Task::Person(task) => (words.person.task)(*task).to_owned(),
        Task::Refresh => words.progress.refreshing.to_owned(),
        Task::Season(Waiting { doing: Doing::Planning, .. }) => words.flows.planning.to_owned(),
        Task::Season(Waiting { doing: Doing::Writing, .. }) => words.flows.writing.to_owned(),
        Task::TestMail => words.inviting.testing.to_owned(),
        Task::WriteMails => words.inviting.writing.to_owned(),
        Task::Write(Document::Template(_)) => words.progress.writing_template.to_owned(),
        Task::Write(Document::Export(_)) => words.progress.exporting.to_owned(),
        Task::Write(Document::Plan) => words.progress.writing_plan.to_owned(),
    };
    let foot = match running.task.stopping() {
        Stopping::Stops => words.progress.can_be_stopped,
        Stopping::UntilItCounts => words.progress.ends_whole,
        Stopping::EndsByItself => words.progress.ends_by_itself,
    };
    canvas.frame(part, &title, &model.sight.keyed(model.layer(), foot));
    let (x, width) = (part.x + 3, part.width.saturating_sub(6));
    canvas.set_cursor(x, part.y + 2);
    let Some(far) = running.far else {
        canvas.put(x, part.y + 2, width, words.progress.beginning, canvas.look.plain());
        return;
    };
    let stage = words.stage(far.stage);
    let count = if far.all > 0 { (words.progress.done_of)(far.done, far.all) } else { (words.rows)(far.done) };
    canvas.put(x, part.y + 2, width, &format!("{stage}   {count}"), canvas.look.plain());
    canvas.bar(x, part.y + 4, width, (far.done, far.all));
    if let Some(seconds) = running.left {
        canvas.put(x, part.y + 5, width, &(words.progress.left)(&taking(seconds)), canvas.look.dim());
    }
}
