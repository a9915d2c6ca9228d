//! What is not possible where one is, and where it is: behind what stands in front, or on another screen.

use super::offer::{LONGEST_NAME, is_called, keyed};
use crate::app::action::Action;
use crate::app::keymap::{Bound, Layer};
use crate::app::palette::{Command, Palette, Standing};
use crate::app::{Model, Screen};
use crate::domain::fold::fold;

/// The most actions that a key of other screens is told to mean.
const TOLD: usize = 3;

/// That an answer would mean something once one went back, and how: nothing where it would not.
pub(super) fn behind(model: &Model, answer: &str) -> Option<String> {
    let back = went_back(model)?;
    let layer = back.layer();
    let row = model.sight.keys.bindings(layer).find(|row| is_asked(&back, layer, row, answer))?;
    let words = model.sight.words();
    let place = (words.palette.elsewhere)((words.layer)(layer));
    let first = keyed(model, if model.overlay.is_some() { words.plain.first_close } else { words.plain.first_back });
    Some(format!("{}{}{place}. {first}", words.key_does(layer, row.action), words.colon()))
}

/// Where an answer means something, as the palette of commands says it: each action with its screens.
pub(super) fn everywhere(model: &Model, answer: &str) -> Vec<String> {
    if answer.len() > LONGEST_NAME {
        return Vec::new();
    }
    if let Some(line) = behind(model, answer) {
        return vec![line];
    }
    let (sight, words) = (model.sight, model.sight.words());
    let rows = sight.keys.rows().iter().filter(|row| !row.layer.takes_text() && is_asked(model, row.layer, row, answer));
    let mut actions: Vec<Action> = Vec::new();
    for row in rows {
        if !actions.contains(&row.action) {
            actions.push(row.action);
        }
    }
    let palette = Palette::new(model.layer(), sight, |action| model.obstacle(action));
    let is_elsewhere = |command: &&Command| matches!(command.standing, Standing::Elsewhere(..)) && actions.contains(&command.action);
    let told = palette.commands().iter().filter(is_elsewhere).map(|command| {
        let why = command.standing.why(command.action, model.layer(), sight);
        format!("{}{}{}", command.name(sight), words.colon(), crate::view::aloud(&why, words))
    });
    told.take(TOLD).collect()
}

/// Whether an answer asks for a row of the table of keys: by its key, its stable name, or its name there.
fn is_asked(model: &Model, layer: Layer, row: &Bound, answer: &str) -> bool {
    let wanted = fold(answer);
    row.keys.iter().any(|keys| is_called(model, keys, answer))
        || row.action.id() == wanted
        || fold(model.sight.words().key_does(layer, row.action)) == wanted
}

/// The model once one went back from what stands in front, or from all about one row. Only to be asked, never to be kept.
fn went_back(model: &Model) -> Option<Model> {
    let mut back = model.clone();
    if back.overlay.take().is_some() {
        return Some(back);
    }
    let zoom = match &mut back.screen {
        Screen::Desk(desk) => &mut desk.showing.zoom,
        Screen::Register(register) => &mut register.showing.zoom,
        Screen::Dossier(binder) => &mut binder.zoom,
        Screen::Start(_)
        | Screen::Picker(_)
        | Screen::Person(_)
        | Screen::Past(_)
        | Screen::Arrived(_)
        | Screen::Inviting(_)
        | Screen::Sending => {
            return None;
        }
    };
    std::mem::take(zoom).then_some(back)
}

/// The tabs, where everything about one of their rows is read: what changes there is told all the same.
pub(super) fn tabs(model: &Model) -> Option<Model> {
    if model.overlay.is_some() || !matches!(model.screen, Screen::Desk(_)) { None } else { went_back(model) }
}
