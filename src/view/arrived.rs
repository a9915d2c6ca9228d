//! Questionnaires that came back: the files, and the differences of one of them.

use super::canvas::Canvas;
use super::listing;
use crate::app::Model;
use crate::app::arrived::Arrived;

pub(super) fn draw(model: &Model, arrived: &Arrived, canvas: &mut Canvas<'_>) {
    head(model, arrived, canvas);
    if listing::zoomed(model, arrived, canvas) {
        return;
    }
    listing::draw(model, arrived, canvas);
}

/// Whose it is and what would be taken over.
fn head(model: &Model, arrived: &Arrived, canvas: &mut Canvas<'_>) {
    let (sight, words) = (model.sight, model.sight.words());
    let width = canvas.width();
    canvas.title(words.arrived.title, &sight.language.code().to_uppercase());
    let matched = arrived.file().and_then(|file| file.matched());
    let first = match matched {
        Some(matched) => format!("{} {}  {}", matched.customer, sight.name(&matched.name), matched.flow.0),
        None => {
            (words.arrived.files)(arrived.files.len() as u64, arrived.files.iter().filter(|file| file.matched().is_none()).count() as u64)
        }
    };
    canvas.put(0, 1, width, &format!(" {first}"), canvas.look.plain());
    let (answers, dossiers) = arrived.counts();
    let second =
        if arrived.written.is_some() { (words.answers.taken_over)(answers, dossiers) } else { (words.arrived.chosen)(answers, dossiers) };
    canvas.put(0, 2, width, &format!(" {second}"), canvas.look.plain());
}
