//! Whether keys that were chosen go together with all others, and the table that comes of them.

use std::collections::{BTreeMap, BTreeSet};

use super::Own;
use super::fault::{Hindrance, KeysFault, KeysWarning, KeysWrong};
use super::read::Chosen;
use crate::app::action::Action;
use crate::app::digit_row::digit;
use crate::app::key::Key;
use crate::app::keymap::{Bound, Keymap, Layer, Whose};

/// With `AltGr` only on a Belgian or a French keyboard.
const WITH_ALTGR: &str = "[]{}|\\~^@#`";
/// The prefixes of screen and tmux, and flow control.
const TAKEN_WITH_CTRL: &str = "absq";
/// The function keys from which on terminals and desktops keep them for themselves.
const TAKEN_FROM: u8 = 10;

/// In which lines the keys of which rows stand.
type Lines = BTreeMap<(Layer, Action), u64>;

/// The table with what was chosen in it, or everything that does not go together: of a line the first.
pub(super) fn apply(chosen: &[Chosen]) -> Result<Own, Vec<KeysFault>> {
    let mut keymap = Keymap::standard().clone();
    let (mut lines, mut faults) = (Lines::new(), Vec::new());
    for one in chosen {
        match one.layer {
            Some(layer) => faults.extend(put_on(&mut keymap, layer, one, &mut lines).err()),
            None => put_everywhere(&mut keymap, one, &mut lines),
        }
    }
    for layer in Layer::ALL {
        faults.extend(keys_twice(&keymap, layer, &lines));
        if !layer.is_beside() {
            faults.extend(a_way_out(&keymap, layer, &lines).err());
        }
    }
    // What holds on several screens is wrong on each of them.
    let mut told = BTreeSet::new();
    faults.retain(|fault| told.insert(fault.line));
    if faults.is_empty() { Ok(Own { keymap, warnings: chosen.iter().flat_map(hindered).collect() }) } else { Err(faults) }
}

fn written(keys: &[Key]) -> String {
    keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// Whether the first of the keys is typed on this screen, so that it can be no command there.
fn is_typed(layer: Layer, keys: &[Key]) -> bool {
    match keys.first() {
        Some(Key::Char(_) | Key::Space) if layer.takes_text() => true,
        // What cannot be typed behind the first key would be lost.
        Some(_) if layer.takes_text() => keys.len() > 1,
        Some(Key::Char(character)) => layer == Layer::Inviting && digit(*character).is_some(),
        _ => false,
    }
}

/// Every row of the action takes the keys. Where text is typed only those that are no text.
fn put_everywhere(keymap: &mut Keymap, chosen: &Chosen, lines: &mut Lines) {
    for row in keymap.rows_mut().iter_mut().filter(|row| row.action == chosen.action) {
        let usable: Vec<String> = chosen.keys.iter().filter(|keys| !is_typed(row.layer, keys)).map(|keys| written(keys)).collect();
        if usable.is_empty() && !chosen.keys.is_empty() {
            continue;
        }
        (row.keys, row.whose) = (usable, Whose::Own);
        lines.insert((row.layer, row.action), chosen.line);
    }
}

/// The row of the action on one screen takes the keys. What holds everywhere gets a row of its own there.
fn put_on(keymap: &mut Keymap, layer: Layer, chosen: &Chosen, lines: &mut Lines) -> Result<(), KeysFault> {
    let fault = |wrong| KeysFault { line: Some(chosen.line), wrong };
    if let Some(keys) = chosen.keys.iter().find(|keys| is_typed(layer, keys)) {
        return Err(fault(KeysWrong::IsText { action: chosen.action, layer, key: written(keys) }));
    }
    let keys: Vec<String> = chosen.keys.iter().map(|keys| written(keys)).collect();
    let held = keymap.bindings(layer).find(|row| row.action == chosen.action).map(|row| (row.layer, row.footer));
    let Some((held, footer)) = held else {
        return Err(fault(KeysWrong::NotThere { action: chosen.action, layer }));
    };
    lines.insert((layer, chosen.action), chosen.line);
    let row = Bound { layer, keys, action: chosen.action, footer, whose: Whose::Own };
    let own = keymap.rows_mut().iter_mut().find(|row| held == layer && row.layer == layer && row.action == chosen.action);
    match own {
        Some(own) => *own = row,
        None => keymap.rows_mut().push(row),
    }
    Ok(())
}

/// The line of whichever of the rows a person wrote, the later one of both.
fn line_of(lines: &Lines, rows: [&Bound; 2]) -> Option<u64> {
    rows.into_iter().filter_map(|row| lines.get(&(row.layer, row.action))).max().copied()
}

/// Every key of a screen that would do two things, or that begins what does another.
fn keys_twice(keymap: &Keymap, layer: Layer, lines: &Lines) -> Vec<KeysFault> {
    let mut faults = Vec::new();
    let all: Vec<(&str, &Bound)> = keymap.bindings(layer).flat_map(|row| row.keys.iter().map(move |keys| (keys.as_str(), row))).collect();
    for (at, (keys, row)) in all.iter().enumerate() {
        for (other_keys, other) in all.iter().skip(at + 1) {
            let mut fault = |wrong| faults.push(KeysFault { line: line_of(lines, [row, other]), wrong });
            let begins = |short: (&str, &Bound), long: (&str, &Bound)| KeysWrong::Begins {
                layer,
                key: short.0.to_owned(),
                one: short.1.action,
                longer: long.0.to_owned(),
                other: long.1.action,
            };
            if keys == other_keys {
                fault(KeysWrong::Twice { layer, keys: (*keys).to_owned(), one: row.action, other: other.action });
            } else if other_keys.split_once(' ').is_some_and(|(first, _)| first == *keys) {
                fault(begins((keys, row), (other_keys, other)));
            } else if keys.split_once(' ').is_some_and(|(first, _)| first == *other_keys) {
                fault(begins((other_keys, other), (keys, row)));
            }
        }
    }
    faults
}

/// Every screen keeps a key that leads out and one that shows the keys.
fn a_way_out(keymap: &Keymap, layer: Layer, lines: &Lines) -> Result<(), KeysFault> {
    let out = if layer.takes_text() { Action::Close } else { Action::Back };
    for action in [out, Action::Help] {
        if keymap.bindings(layer).any(|row| row.action == action && !row.keys.is_empty()) {
            continue;
        }
        let line = lines.get(&(layer, action)).or_else(|| lines.get(&(Layer::Everywhere, action))).copied();
        return Err(KeysFault { line, wrong: KeysWrong::Unbound { layer, action } });
    }
    Ok(())
}

fn hindered(chosen: &Chosen) -> Vec<KeysWarning> {
    let warning = |key: &Key| {
        let why = match key {
            Key::Char(character) if WITH_ALTGR.contains(*character) => Hindrance::AltGr,
            Key::Ctrl(letter) if TAKEN_WITH_CTRL.contains(*letter) => Hindrance::Taken,
            Key::Function(number) if *number >= TAKEN_FROM => Hindrance::Taken,
            _ => return None,
        };
        Some(KeysWarning { line: chosen.line, action: chosen.action, key: key.to_string(), why })
    };
    chosen.keys.iter().flatten().filter_map(warning).collect()
}
