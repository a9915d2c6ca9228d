//! The palette of commands: what is sought, what fits it, and why the one under the cursor cannot run, if so.

use super::canvas::{Canvas, Part};
use crate::app::Model;
use crate::app::detail::{Tone, line, width_of, wrap};
use crate::app::geometry::scrolled;
use crate::app::palette::{Command, Hit, Palette, Standing};

/// The widest that the box is, and the highest.
const MOST: (u16, u16) = (104, 30);
/// Lines of the box beside those of the list: frame, what is sought, and two that say why.
const AROUND: u16 = 5;
/// From this height on there is air above and below the list.
const AIRY: u16 = 15;
/// The least columns that are worth a few words why.
const LEAST_NOTE: usize = 12;

/// From this width on the keys of a command stand in front of its name.
const KEYS_IN_FRONT: u16 = 70;

pub(super) fn draw(model: &Model, palette: &Palette, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let hits = palette.hits(model.sight);
    let part = canvas.middle(MOST.0, MOST.1.min(canvas.height().saturating_sub(3)));
    canvas.frame(part, words.palette.title, &(words.listing.of_all)(hits.len(), palette.commands().len()));
    let air = u16::from(part.height >= AIRY);
    let (x, width) = (part.x + 2, part.width.saturating_sub(4));
    search(palette, (x, part.y + 1, width), canvas);
    let list = Part { x, y: part.y + 2 + air, width, height: part.height.saturating_sub(AROUND + 2 * air) };
    if hits.is_empty() {
        canvas.put(x, list.y, width, words.listing.nothing_fits, canvas.look.dim());
    }
    // In a narrow window the names need the room: the keys stand behind them.
    let lead = if width < KEYS_IN_FRONT { 0 } else { lead(palette.commands(), usize::from(width / 4)) };
    let top = scrolled(0, palette.cursor, usize::from(list.height), hits.len());
    if usize::from(list.height) < hits.len() {
        canvas.place_in(part, &(words.listing.place)(palette.cursor + 1, hits.len()));
    }
    for (y, (place, hit)) in (list.y..).zip(hits.iter().enumerate().skip(top).take(usize::from(list.height))) {
        command(model, palette, (hit, place == palette.cursor), Part { y, ..list }, lead, canvas);
    }
    let said = match hits.get(palette.cursor).map(|hit| hit.command) {
        Some(Command { standing: Standing::Here, .. }) if palette.search.text().is_empty() => (Tone::Dim, words.palette.typing.to_owned()),
        Some(command) => (Tone::Plain, command.standing.why(command.action, palette.layer(), model.sight)),
        None => return,
    };
    let below = (part.y + part.height).saturating_sub(3);
    for (y, text) in (below..below + 2).zip(wrap(line(said.0, said.1), usize::from(width))) {
        canvas.line(x, y, width, &text);
    }
}

/// What is sought, and the terminal's cursor in it.
fn search(palette: &Palette, (x, y, width): (u16, u16, u16), canvas: &mut Canvas<'_>) {
    canvas.put(x, y, width, &format!(": {}", palette.search.text()), canvas.look.strong());
    let before: String = palette.search.text().chars().take(palette.search.cursor()).collect();
    let typed = u16::try_from(width_of(&before)).unwrap_or(u16::MAX).min(width.saturating_sub(3));
    canvas.set_cursor(x + 2 + typed, y);
}

/// The columns of the keys: as wide as the widest, in so far as there is room.
fn lead(commands: &[Command], most: usize) -> u16 {
    let widest = commands.iter().map(|command| width_of(&keys_of(command, most))).max().unwrap_or(0);
    u16::try_from(widest).unwrap_or(u16::MAX)
}

/// The keys of a command, as many as fit whole, the first in any case.
fn keys_of(command: &Command, most: usize) -> String {
    let mut text = String::new();
    for key in &command.keys {
        if text.is_empty() {
            text.push_str(key);
        } else if width_of(&text) + 2 + width_of(key) <= most {
            text.push_str("  ");
            text.push_str(key);
        }
    }
    text
}

/// One line of the list: whether it is under the cursor, whether it can run, keys, name, and in a few words why not.
fn command(model: &Model, palette: &Palette, (hit, here): (&Hit<'_>, bool), part: Part, lead: u16, canvas: &mut Canvas<'_>) {
    let look = canvas.look;
    let Part { x, y, width, .. } = part;
    let bars = hit.command.standing != Standing::Here;
    let style = match (here, bars) {
        (true, _) => look.current(),
        (false, true) => look.dim(),
        (false, false) => look.plain(),
    };
    canvas.put(x, y, 1, if here { ">" } else { " " }, look.strong());
    canvas.put(x + 1, y, 1, if bars { "-" } else { " " }, style);
    let keys = keys_of(hit.command, usize::from(width / 4));
    let key_style = if here || bars { style } else { look.key() };
    canvas.put(x + 2, y, 1, "", if here { style } else { look.plain() });
    if lead > 0 {
        canvas.put(x + 3, y, lead, &keys, key_style);
    }
    let at = x + 3 + if lead > 0 { lead + 2 } else { 0 };
    let room = (x + width).saturating_sub(at);
    let name = hit.command.name(model.sight);
    let (alias, in_alias) = hit.alias.as_ref().map_or(("", &[][..]), |(alias, places)| (*alias, places));
    let both = if alias.is_empty() { name.to_owned() } else { format!("{name}  {alias}") };
    let (alias, in_alias, both) =
        if width_of(&both) > usize::from(room) { ("", &[][..], name.to_owned()) } else { (alias, in_alias, both) };
    canvas.put(at, y, room, &both, style);
    let taken = width_of(&both) + 2;
    let left = usize::from(room).saturating_sub(taken);
    let note = hit.command.standing.brief(hit.command.action, palette.layer(), model.sight);
    if lead == 0 {
        let wide = width_of(&keys);
        if wide <= left {
            canvas.put(x + width - u16::try_from(wide).unwrap_or(0), y, u16::try_from(wide).unwrap_or(0), &keys, key_style);
        }
    } else if left >= LEAST_NOTE && width_of(&note) <= left {
        let (note_at, left) = (at + u16::try_from(taken).unwrap_or(u16::MAX), u16::try_from(left).unwrap_or(u16::MAX));
        canvas.put(note_at, y, left, &note, if here { style } else { look.dim() });
    }
    mark((at, y), room, name, &hit.in_name, canvas);
    let behind = u16::try_from(width_of(name) + 2).unwrap_or(u16::MAX).min(room);
    mark((at + behind, y), room - behind, alias, in_alias, canvas);
}

/// Marks the letters of a text that fit, in so far as they are shown.
fn mark((x, y): (u16, u16), room: u16, text: &str, places: &[usize], canvas: &mut Canvas<'_>) {
    let mut column = 0;
    for (place, letter) in text.chars().enumerate() {
        let wide = u16::try_from(width_of(letter.encode_utf8(&mut [0; 4]))).unwrap_or(0);
        if places.binary_search(&place).is_ok() && column + wide <= room {
            canvas.restyle(x + column, y, wide, canvas.look.found());
        }
        column = column.saturating_add(wide);
    }
}
