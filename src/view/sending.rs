//! Mails on their way out: how far they are, and how it ended.

use super::canvas::Canvas;
use super::inviting::taking;
use crate::app::detail::{Tone, line, wrap};
use crate::app::inviting::Round;
use crate::app::keymap::Layer;
use crate::app::mailing::SendingFar;
use crate::app::{Model, Screen};
use crate::domain::outbox::Ending;

pub(super) fn draw(model: &Model, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let width = canvas.width();
    canvas.title(words.inviting.sending_title, &model.sight.language.code().to_uppercase());
    canvas.rule(1);
    let Some(round) = &model.mails.round else {
        canvas.set_cursor(1, 0);
        return;
    };
    canvas.set_cursor(2, 8);
    let far = round.far();
    let counts = [
        (far.sent, words.inviting.sent, Tone::Good),
        (far.failed, words.inviting.failed, Tone::Error),
        (far.waiting, words.inviting.put_off, Tone::Warning),
        (far.unsure, words.inviting.unsure, Tone::Warning),
        (far.withdrawn, words.inviting.withdrawn, Tone::Plain),
        // Each mail stands in one of these lines: those put off have theirs.
        (far.left.saturating_sub(far.waiting), words.inviting.left, Tone::Plain),
    ];
    for (y, (count, name, tone)) in (2..).zip(counts) {
        let tone = if count == 0 { Tone::Dim } else { tone };
        canvas.put(2, y, 8, &format!("{count:>7}"), canvas.look.strong());
        canvas.put(11, y, width.saturating_sub(12), name, canvas.look.tone(tone));
    }
    let done = far.sent + far.failed + far.unsure + far.withdrawn;
    canvas.bar(2, 8, width.saturating_sub(4), (done, done + far.left));
    let mut y = 9;
    if round.goes_on() {
        let about = match round.far {
            None => words.inviting.queueing.to_owned(),
            Some(SendingFar { until: Some(until), .. }) => (words.inviting.left_until)(&model.sight.moment(until)),
            Some(far) => (words.inviting.about)(&taking(far.seconds), &taking(far.seconds_left)),
        };
        canvas.put(2, y, width.saturating_sub(3), &about, canvas.look.plain());
        y += 1;
    }
    for (text, tone) in told(model, round) {
        for piece in wrap(line(tone, text), usize::from(width.saturating_sub(3))) {
            if y < canvas.height().saturating_sub(2) {
                canvas.line(2, y, width.saturating_sub(3), &piece);
                y += 1;
            }
        }
    }
}

/// What can be done meanwhile, or how it ended and what to do now.
fn told(model: &Model, round: &Round) -> Vec<(String, Tone)> {
    let words = model.sight.words();
    match &round.ended {
        None if round.stopping => vec![(words.inviting.stopping.to_owned(), Tone::Warning)],
        None => vec![(model.sight.keyed(Layer::Sending, words.inviting.goes_on), Tone::Dim)],
        Some(Err(fault)) => {
            let told = words.fault(fault);
            vec![(told.what, Tone::Error), (told.why, Tone::Plain), (told.remedy, Tone::Good)]
        }
        Some(Ok(sent)) => {
            let until = if let Ending::Waiting { until } = sent.ending { model.sight.moment(until) } else { String::new() };
            let tone = if sent.far.left == 0 && sent.far.failed == 0 && sent.far.unsure == 0 { Tone::Good } else { Tone::Warning };
            let mut lines = vec![((words.inviting.ending)(&sent.ending, &until), tone)];
            if sent.far.failed + sent.far.unsure > 0 {
                lines.push((model.sight.keyed(Layer::Sending, words.inviting.see_outbox), Tone::Plain));
            }
            lines
        }
    }
}

/// On every other screen the first line says that mails are being sent.
pub(super) fn notice(model: &Model, canvas: &mut Canvas<'_>) {
    let Some(round) = model.mails.going().filter(|_| !matches!(model.screen, Screen::Sending)) else { return };
    let words = &model.sight.words().inviting;
    let far = round.far();
    let text = match round.far {
        None => format!(" {} ", words.first_line_begins),
        Some(_) => format!(" {} ", (words.first_line)(far.sent, far.sent + far.failed + far.unsure + far.withdrawn + far.left)),
    };
    canvas.put_over_right(0, &text, canvas.look.tone(Tone::Chosen));
}
