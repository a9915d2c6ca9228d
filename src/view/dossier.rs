//! The questionnaire of one customer with its answers, section by section.

use super::canvas::{Canvas, Part};
use super::heard::Role;
use super::pane;
use crate::app::Model;
use crate::app::desk::Sight;
use crate::app::detail::{Tone, cut, width_of};
use crate::app::dossier::{Binder, Line};
use crate::app::geometry::{self, Pane};
use crate::app::keymap::Layer;
use crate::domain::completion::Matter;
use crate::domain::dossier::Dossier;
use crate::domain::field::Field;
use crate::domain::questionnaire::{Question, SectionProgress, in_all, progress};

/// Columns in front of a question: cursor, and whether something came back that is no answer, or it was changed.
const LEAD: u16 = 3;
/// Columns of the word that says where an answer came from.
const ORIGIN: u16 = 10;
/// Columns of the codes of the form: one, and whether there are more.
const CODES: u16 = 8;
/// From this width of the list on there is room for the codes.
const WITH_CODES: u16 = 72;
/// First line of the list: customer, questionnaire, state and rule stand above.
const FIRST: u16 = 4;

pub(super) fn draw(model: &Model, binder: &Binder, canvas: &mut Canvas<'_>) {
    let (width, height) = (canvas.width(), canvas.height());
    head(model, binder, canvas);
    canvas.rule(3);
    if binder.zoom {
        pane(model, binder, Part { x: 0, y: FIRST, width, height: height.saturating_sub(FIRST + 2) }, canvas);
        return;
    }
    match geometry::pane(width, height, binder.pane) {
        Pane::Hidden => list(model, binder, width, canvas),
        Pane::Below(lines) => {
            list(model, binder, width, canvas);
            pane(model, binder, Part { x: 0, y: height.saturating_sub(2 + lines), width, height: lines }, canvas);
        }
        Pane::Beside(columns) => {
            list(model, binder, width.saturating_sub(columns + 1), canvas);
            pane(model, binder, Part { x: width - columns, y: FIRST, width: columns, height: height.saturating_sub(FIRST + 2) }, canvas);
        }
    }
}

/// Whose it is and of which season; what is asked and how far it is; its state.
fn head(model: &Model, binder: &Binder, canvas: &mut Canvas<'_>) {
    let sight = model.sight;
    let words = &sight.words().dossier;
    let dossier = binder.dossier();
    let year = binder.opened.flow.assessment_year;
    let flow = if canvas.width() < 80 { (sight.words().flow_short)(year) } else { (sight.words().flow)(year) };
    let right = |text: &str| u16::try_from(width_of(text)).unwrap_or(u16::MAX).saturating_add(3);
    let name = format!("{}  {}", sight.name(&binder.opened.values.full_name()), binder.opened.customer);
    canvas.title(&name, &flow);
    let (answered, asked) = binder.questionnaire().map_or((0, 0), |list| in_all(&progress(list, &dossier.answers)));
    let far = (words.answered_of)(answered, asked);
    canvas.put(0, 1, canvas.width(), "", canvas.look.plain());
    let title = format!(" {}", binder.title_of(dossier, sight));
    canvas.cell(0, 1, canvas.width().saturating_sub(right(&far)), &title, canvas.look.plain());
    canvas.put_right(1, &far, canvas.look.strong());
    state(binder, sight, canvas);
}

/// The language of the dossier: its code, or for whoever hears it its name.
fn language(dossier: &Dossier, sight: Sight, canvas: &Canvas<'_>) -> String {
    let words = sight.words();
    if canvas.is_heard() {
        format!("{}{}{}", (words.heard.field)(Field::Language), words.colon(), (words.language)(dossier.language))
    } else {
        dossier.language.code().to_uppercase()
    }
}

/// Language, status with its day, deadline, invitation; on the right what is not saved.
fn state(binder: &Binder, sight: Sight, canvas: &mut Canvas<'_>) {
    let words = &sight.words().dossier;
    let dossier = binder.dossier();
    let since = dossier.course.since.filter(|_| dossier.status == binder.completion.stored().status);
    let status = match since {
        Some(when) => format!("{} {}", (sight.words().register.status)(dossier.status), (words.since)(&sight.day(when))),
        None => (sight.words().register.status)(dossier.status).to_owned(),
    };
    let deadline = (words.deadline)(&binder.says(dossier, &Matter::Deadline, sight));
    let mut parts = vec![language(dossier, sight, canvas), status, deadline];
    let to_look_at = binder.to_look_at();
    if to_look_at > 0 {
        // In front of the deadline: the list of the dossier's own matters says that too.
        parts.insert(2, format!("{} (a)", (words.to_look_at)(to_look_at)));
    }
    if dossier.invitation_wanted {
        parts.push(words.invitation_wanted.to_owned());
    }
    canvas.put(0, 2, canvas.width(), "", canvas.look.plain());
    let changes = binder.changes().len();
    let unsaved = if changes > 0 { (words.unsaved)(changes) } else { String::new() };
    let room = usize::from(canvas.width()).saturating_sub(width_of(&unsaved) + 4);
    // The status without its day, where the window is narrow.
    if width_of(&parts.join("   ")) > room {
        if let Some(part) = parts.get_mut(1) {
            (sight.words().register.status)(dossier.status).clone_into(part);
        }
        // The list of the dossier's own matters (d) says it too.
        if width_of(&parts.join("   ")) > room {
            parts.truncate(3);
        }
    }
    canvas.write(1, 2, &cut(&parts.join("   "), room), canvas.look.plain());
    if changes > 0 {
        canvas.put_right(2, &unsaved, canvas.look.tone(Tone::Chosen));
    }
}

/// The questions under the headings of their sections.
fn list(model: &Model, binder: &Binder, width: u16, canvas: &mut Canvas<'_>) {
    let sight = model.sight;
    let Some(questionnaire) = binder.questionnaire() else {
        let text = sight.keyed(Layer::Dossier, &(sight.words().dossier.no_list)(&binder.dossier().questionnaire.0));
        canvas.put(LEAD, FIRST, width.saturating_sub(LEAD + 1), &text, canvas.look.tone(Tone::Warning));
        return;
    };
    let lines = binder.lines();
    if lines.is_empty() {
        canvas.put(LEAD, FIRST, width.saturating_sub(LEAD), sight.words().listing.nothing_fits, canvas.look.dim());
    }
    let questions: Vec<&Question> = questionnaire.questions().collect();
    let far = progress(questionnaire, &binder.dossier().answers);
    let outside = canvas.put_as(Role::Line);
    for (y, line) in (FIRST..).zip(lines.iter().skip(binder.top).take(binder.seen(model.size))) {
        canvas.put_as(if matches!(line, Line::Heading(_)) { Role::Heading } else { Role::Line });
        match *line {
            Line::Heading(section) => heading(binder, sight, (section, far.get(section)), (y, width), canvas),
            Line::Question { place, at } => {
                if let Some(question) = questions.get(at) {
                    row(binder, sight, question, (y, width), canvas);
                }
                if place == binder.cursor {
                    canvas.put(0, y, 1, ">", canvas.look.plain());
                    canvas.restyle(0, y, LEAD, canvas.look.current());
                    canvas.set_cursor(0, y);
                }
            }
        }
    }
    canvas.put_as(outside);
}

/// The heading of a section with its progress at the right edge of the list.
fn heading(
    binder: &Binder,
    sight: Sight,
    (section, far): (usize, Option<&SectionProgress>),
    (y, width): (u16, u16),
    canvas: &mut Canvas<'_>,
) {
    let Some(section) = binder.questionnaire().and_then(|list| list.sections.get(section)) else { return };
    let title = section.title.get(binder.language(sight.language)).unwrap_or(&section.id);
    let heard = |far: &SectionProgress| (sight.words().dossier.answered_of)(far.answered, far.asked);
    let seen = |far: &SectionProgress| format!("{}/{}", far.answered, far.asked);
    let far = far.map_or_else(String::new, |far| if canvas.is_heard() { heard(far) } else { seen(far) });
    let room = width.saturating_sub(1 + u16::try_from(width_of(&far)).unwrap_or(0) + 2);
    canvas.put(0, y, width, "", canvas.look.plain());
    canvas.cell(1, y, room, title, canvas.look.strong());
    canvas.write(width.saturating_sub(u16::try_from(width_of(&far)).unwrap_or(0) + 1), y, &far, canvas.look.dim());
}

/// A question, its codes, its answer, and where that came from.
fn row(binder: &Binder, sight: Sight, question: &Question, (y, width): (u16, u16), canvas: &mut Canvas<'_>) {
    let words = &sight.words().dossier;
    let answer = binder.dossier().answer(&question.id);
    let changed = answer != binder.completion.stored().answer(&question.id);
    let is_marked = changed || binder.is_decided_anew(&question.id);
    let codes = if width >= WITH_CODES { CODES + 1 } else { 0 };
    // A third and a little more is for the answer.
    let room = width.saturating_sub(LEAD + codes + ORIGIN + 3);
    let for_answer = room * 2 / 5;
    let for_question = room - for_answer;
    canvas.put(0, y, width, "", canvas.look.plain());
    if binder.is_to_look_at(&question.id) {
        canvas.put(1, y, 1, "!", canvas.look.tone(Tone::Warning));
    } else if is_marked {
        canvas.put(1, y, 1, "~", canvas.look.tone(Tone::Chosen));
    }
    let mut x = LEAD;
    canvas.cell(x, y, for_question, &binder.asks(question, sight), canvas.look.plain());
    x += for_question + 1;
    if codes > 0 {
        canvas.cell(x, y, CODES, &short_codes(question), canvas.look.dim());
        x += codes;
    }
    let Some(answer) = answer else {
        canvas.put(x, y, for_answer, "-", canvas.look.dim());
        return;
    };
    let style = if changed { canvas.look.tone(Tone::Chosen) } else { canvas.look.plain() };
    canvas.cell(x, y, for_answer, &binder.reads(question, answer, sight), style);
    x += for_answer + 1;
    canvas.put(x, y, ORIGIN, (words.origin)(answer.origin), canvas.look.dim());
}

/// The first code of the form, with a plus where there are more.
fn short_codes(question: &Question) -> String {
    match question.codes.as_slice() {
        [] => String::new(),
        [one] => one.to_string(),
        [first, ..] => format!("{first}+"),
    }
}

/// Everything about the question under the cursor.
fn pane(model: &Model, binder: &Binder, part: Part, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let (title, lines) = binder.told(model.sight, canvas.unbroken(usize::from(part.width.saturating_sub(4))));
    let below = if binder.zoom { words.person.lines_by_j } else { words.listing.lines_below };
    pane::framed(model, part, (&title, &lines), (binder.pane_top, below), canvas);
}
