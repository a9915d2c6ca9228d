//! The summary before an import: what will be written, what will not, and that the sums agree.

use super::canvas::Canvas;
use super::heard::Role;
use crate::app::Model;
use crate::app::desk::Sight;
use crate::app::detail::Tone;
use crate::app::keymap::Layer;
use crate::app::summary::{Button, Summary};
use crate::domain::change_set::Tally;
use crate::words::Words;

pub(super) fn draw(model: &Model, summary: &Summary, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let (width, height) = (canvas.width(), canvas.height());
    for y in 0..height.saturating_sub(2) {
        canvas.put(0, y, width, "", canvas.look.plain());
    }
    canvas.put(0, 0, width, &format!(" {}", words.summary.title), canvas.look.strong());
    canvas.put_right(0, words.summary.nothing_written_yet, canvas.look.dim());
    canvas.rule(1);
    let tally = &summary.set.tally;
    let questionnaire = model
        .desk()
        .and_then(|desk| desk.draft.questionnaire())
        .map_or("", |questionnaire| questionnaire.title.get(model.sight.language.of_customers()).unwrap_or(&questionnaire.id.0));
    let flow = model.desk().and_then(|desk| desk.draft.flow()).map_or_else(String::new, |flow| (words.flow)(flow.assessment_year));
    let mut y = if height < 20 { 2 } else { 3 };
    for (count, name, note) in lines(tally, model.sight, &flow, questionnaire, summary) {
        if y < height.saturating_sub(6) {
            canvas.put(2, y, 8, &format!("{count:>7}"), canvas.look.strong());
            canvas.put(11, y, 24, &name, canvas.look.plain());
            canvas.put(36, y, width.saturating_sub(37), &note, canvas.look.dim());
            y += 1;
        }
    }
    let (new, double) = (tally.added + tally.not_selected, tally.updated + tally.left_alone);
    let agree = tally.rows == new + double + tally.invalid + tally.joined;
    let sums = match tally.joined {
        0 => (words.summary.sums)(tally.rows, new, double, tally.invalid, agree),
        joined => (words.summary.sums_joined)(tally.rows, new, double, tally.invalid, joined, agree),
    };
    canvas.put(2, y + 1, width.saturating_sub(3), &sums, canvas.look.tone(if agree { Tone::Good } else { Tone::Error }));
    let note = if tally.invitations_wanted > 0 {
        (words.summary.invitations_wanted)(tally.invitations_wanted)
    } else {
        words.summary.nothing_sent.to_owned()
    };
    canvas.put(2, y + 2, width.saturating_sub(3), &note, canvas.look.plain());
    if summary.hidden > 0 {
        canvas.put(
            2,
            y + 3,
            width.saturating_sub(3),
            &format!("i {}", (words.summary.hidden_by_filter)(summary.hidden)),
            canvas.look.tone(Tone::Warning),
        );
    }
    buttons(summary, words, canvas, (y + 4).min(height.saturating_sub(3)));
}

fn lines(tally: &Tally, sight: Sight, flow: &str, questionnaire: &str, summary: &Summary) -> Vec<(u64, String, String)> {
    let words = sight.words();
    let mut per_language: std::collections::BTreeMap<crate::domain::language::Language, u64> = std::collections::BTreeMap::new();
    let dossiers = summary
        .set
        .additions
        .iter()
        .map(|addition| &addition.dossier)
        .chain(summary.set.updates.iter().filter_map(|update| update.dossier.as_ref()));
    for dossier in dossiers {
        *per_language.entry(dossier.language).or_default() += 1;
    }
    let languages: Vec<String> = per_language.iter().map(|(language, count)| format!("{count} {}", language.code())).collect();
    vec![
        (
            tally.added,
            words.summary.to_add.to_owned(),
            if tally.partners_apart > 0 {
                sight.keyed(Layer::Tabs, &(words.summary.partners_apart)(tally.partners_apart))
            } else {
                flow.to_owned()
            },
        ),
        (tally.added + tally.linked, words.summary.with_questionnaire.to_owned(), format!("{}   {questionnaire}", languages.join(", "))),
        (tally.joint, words.summary.joint.to_owned(), joined(tally, words)),
        (tally.updated, words.summary.to_update.to_owned(), (words.summary.updated_note)(tally.fields, tally.linked)),
        (tally.left_alone, words.summary.to_leave.to_owned(), String::new()),
        (tally.not_selected, words.report.not_selected.to_owned(), words.summary.can_follow.to_owned()),
        (tally.invalid, words.report.invalid_rows.to_owned(), words.summary.stay_behind.to_owned()),
    ]
}

/// How many rows have no line of their own, because they are part of the return of another row.
pub(super) fn joined(tally: &Tally, words: &Words) -> String {
    if tally.joined == 0 { String::new() } else { (words.summary.rows_joined)(tally.joined) }
}

fn buttons(summary: &Summary, words: &Words, canvas: &mut Canvas<'_>, y: u16) {
    let tally = &summary.set.tally;
    let mut x = 3;
    let outside = canvas.put_as(Role::Button);
    for (button, text) in
        [(Button::Back, words.front.button_back.to_owned()), (Button::Import, (words.summary.button_import)(tally.added, tally.updated))]
    {
        let here = button == summary.button;
        if here {
            canvas.write(x, y, ">", canvas.look.strong());
            canvas.set_cursor(x, y);
        }
        let style = if here { canvas.look.current() } else { canvas.look.plain() };
        x += canvas.write(x + 2, y, &format!("[ {text} ]"), style) + 5;
    }
    canvas.put_as(outside);
}
