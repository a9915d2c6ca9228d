//! `instroom keys --check`: what is said of each press, in lines of the terminal's width.

use unicode_width::UnicodeWidthStr as _;

use super::screen::Arrived;
use super::{help, looks};
use crate::app::digit_row::{Number, digit, meant};
use crate::app::key::Key;
use crate::app::keymap::{Keymap, Layer, Meaning, shown};
use crate::domain::neutral::neutralise;
use crate::words::{KeysWords, Words};

/// Columns in front of what is said of a press, and more of them in front of a line that goes on.
const INDENT: usize = 4;

/// What is said of something that arrived, in a terminal of so many columns.
pub(super) fn told(words: &Words, keymap: &Keymap, arrived: &Arrived, width: usize) -> Vec<String> {
    let own = &words.keys;
    match arrived {
        Arrived::Nothing(columns, rows) => laid(&surroundings(own, *columns, *rows), 0, width),
        Arrived::Paste(count) => laid(&[(own.pasted)(*count)], 0, width),
        Arrived::Resize(columns, rows) => laid(&[(own.resized)(*columns, *rows)], 0, width),
        Arrived::Press { key, code, modifiers } => {
            let held = if modifiers.is_empty() { own.no_modifiers } else { modifiers };
            let name = key.map_or_else(|| combined(code, modifiers), |key| key.to_string());
            let mut lines = laid(&[format!("{}  {code}  {held}", neutralise(&name))], 0, width);
            let meanings = key.map_or_else(|| vec![own.not_understood.to_owned()], |key| meanings(words, keymap, key));
            // Whoever presses one of these wants to leave, and the first lines are long out of sight.
            let to_stop = matches!(key, Some(Key::Esc | Key::Ctrl('c'))).then(|| own.to_stop.to_owned());
            lines.extend(laid(&meanings.into_iter().chain(to_stop).collect::<Vec<_>>(), INDENT, width));
            lines
        }
    }
}

/// A press that the program has no name for, as it is written on a keyboard: `Alt+X`. A dash where it is no character, or nothing was
/// held down with it: what arrived stands behind it.
fn combined(code: &str, modifiers: &str) -> String {
    let mut signs = code.strip_prefix('\'').unwrap_or_default().chars();
    match (signs.next(), signs.next()) {
        (Some(sign), Some('\'')) if !modifiers.is_empty() => {
            format!("{}+{}", modifiers.replace("Control", "Ctrl"), sign.to_uppercase())
        }
        _ => "-".to_owned(),
    }
}

/// Texts below each other, broken between words where they are wider than the terminal. What fits on a line stays as it is.
fn laid(texts: &[String], indent: usize, width: usize) -> Vec<String> {
    let room = width.saturating_sub(indent);
    let broken = |text: &String| {
        if text.width() <= room { vec![text.clone()] } else { help::wrap(text, room.saturating_sub(INDENT)) }
    };
    let placed = |(at, line): (usize, String)| format!("{:indent$}{line}", "", indent = indent + if at == 0 { 0 } else { INDENT });
    texts.iter().flat_map(|text| broken(text).into_iter().enumerate().map(placed)).collect()
}

/// What a key does, and on which screens: as the help calls both, the action with the name that keys.toml wants.
fn meanings(words: &Words, keymap: &Keymap, key: Key) -> Vec<String> {
    let mut does: Vec<(String, Vec<&'static str>)> = Vec::new();
    for (layer, meaning) in places(keymap, key) {
        let what = match meaning {
            Meaning::Act(action) => format!("{} ({})", words.key_does(layer, action), action.id()),
            Meaning::Prefix => (words.keys.begins)(&begun(keymap, layer, key)),
            Meaning::None => continue,
        };
        let place = (words.layer)(layer);
        match does.iter_mut().find(|(said, _)| *said == what) {
            Some((_, places)) => places.push(place),
            None => does.push((what, vec![place])),
        }
    }
    let does = does.into_iter().map(|(what, places)| format!("{what}{}{}", words.colon(), places.join(words.semicolon())));
    let typed = matches!(key, Key::Char(_) | Key::Space).then(|| words.keys.typed_elsewhere.to_owned());
    let lines: Vec<String> = does.chain(typed).chain(number(&words.keys, key)).collect();
    if lines.is_empty() { vec![words.keys.no_action.to_owned()] } else { lines }
}

/// Where a key means something. What it means everywhere is not said of each screen once more.
fn places(keymap: &Keymap, key: Key) -> Vec<(Layer, Meaning)> {
    let of = |layer: Layer| keymap.meaning(layer, None, key);
    let is_shared = |layer: Layer| layer != Layer::Everywhere && !layer.takes_text() && !layer.is_beside();
    let everywhere = of(Layer::Everywhere);
    // A screen with other keys for the same does not take it from everywhere: then each that does is named.
    let holds =
        everywhere != Meaning::None && Layer::ALL.into_iter().filter(|layer| is_shared(*layer)).all(|layer| of(layer) != Meaning::None);
    let is_said = |(layer, meaning): &(Layer, Meaning)| match layer {
        Layer::Everywhere => holds,
        layer => *meaning != Meaning::None && !(holds && is_shared(*layer) && *meaning == everywhere),
    };
    Layer::ALL.into_iter().map(|layer| (layer, of(layer))).filter(is_said).collect()
}

/// The sequences of a layer that a key begins.
fn begun(keymap: &Keymap, layer: Layer, key: Key) -> String {
    let key = key.to_string();
    let is_begun = |keys: &&String| keys.split_once(' ').is_some_and(|(first, _)| first == key);
    keymap.bindings(layer).flat_map(|row| &row.keys).filter(is_begun).map(|keys| shown(keys)).collect::<Vec<_>>().join(" ")
}

/// What a key gives where a number is typed, if that is another sign than its own.
fn number(words: &KeysWords, key: Key) -> Option<String> {
    let Key::Char(sign) = key else { return None };
    let digit = digit(sign).filter(|digit| *digit != sign)?;
    // At the beginning, or behind a digit.
    let stays = Number::ALL.into_iter().any(|number| ["", "1"].iter().any(|before| meant(number, before, key) == key));
    let (digit, sign) = (digit.to_string(), sign.to_string());
    Some(if stays { (words.number_or_sign)(&digit, &sign) } else { (words.number)(&digit) })
}

/// Where the presses come from, and what to press.
fn surroundings(words: &KeysWords, width: u16, height: u16) -> Vec<String> {
    let value = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let (term, colour) = (value("TERM").unwrap_or_default(), value("COLORTERM").unwrap_or_default());
    let colours = match (value("NO_COLOR").is_some(), colour.as_str(), term.as_str()) {
        (true, ..) | (false, _, "" | "dumb") => words.no_colours.to_owned(),
        (false, "truecolor" | "24bit", _) => words.true_colours.to_owned(),
        (false, _, term) => (words.colours)(if term.contains("256color") { 256 } else { 16 }),
    };
    let between = [
        (value("TMUX").is_some(), words.in_tmux),
        (value("STY").is_some(), words.in_screen),
        (value("SSH_CONNECTION").or_else(|| value("SSH_TTY")).is_some(), words.over_ssh),
    ];
    let mut lines = vec![format!("TERM={}  {width}x{height}  {colours}", neutralise(&term))];
    lines.extend(between.iter().filter(|(is_there, _)| *is_there).map(|(_, said)| (*said).to_owned()));
    if lines.len() == 1 {
        lines.push(words.nothing_between.to_owned());
    }
    if !looks::is_utf8(&looks::in_environment) {
        lines.push(words.no_utf8.to_owned());
    }
    lines.push(words.press_keys.to_owned());
    lines
}

#[cfg(test)]
mod tests;
