//! A list of many rows, its pane and what it is narrowed to: drawn the same for every screen that has one.

use super::aside::Aside;
use super::canvas::{Canvas, Part};
use super::look::Frames;
use super::pane;
use crate::app::Model;
use crate::app::detail::{Tone, cut, width_of};
use crate::app::geometry::{self, Pane};
use crate::app::lending::{lend, measured};
use crate::app::listing::{Listing, Sign};
use crate::app::table::{Column, ColumnSetting, Direction};
use crate::domain::draft::Mark;
use crate::domain::neutral::neutralise;

/// Columns in front of the first column of the table: cursor, mark, sign.
const LEAD: u16 = 7;

/// Draws the pane over everything below the tabs, where it is zoomed. False where it is not.
pub(super) fn zoomed<L: Listing>(model: &Model, list: &L, canvas: &mut Canvas<'_>) -> bool {
    let is_whole = list.showing().zoom && !list.table().order.is_empty();
    if is_whole {
        canvas.rule(2);
        let part = Part { x: 0, y: 3, width: canvas.width(), height: canvas.height().saturating_sub(5) };
        pane::draw(model, list, part, canvas);
    }
    is_whole
}

/// Draws the rule above the list with what it is narrowed to, the list and its pane.
pub(super) fn draw<L: Listing>(model: &Model, list: &L, canvas: &mut Canvas<'_>) {
    canvas.rule(3);
    chip(model, list, canvas);
    if canvas.is_heard() {
        return heard(model, list, canvas);
    }
    let (width, height) = (canvas.width(), canvas.height());
    let rows = list.seen(model.size);
    match geometry::pane(width, height, list.showing().pane) {
        Pane::Hidden => table(model, list, width, rows, canvas),
        Pane::Below(lines) => {
            table(model, list, width, rows, canvas);
            let y = height.saturating_sub(2 + lines);
            aside(model, list, Part { x: 0, y, width, height: lines }, canvas);
        }
        Pane::Beside(columns) => {
            table(model, list, width.saturating_sub(columns + 1), rows, canvas);
            aside(model, list, Part { x: width - columns, y: 4, width: columns, height: height.saturating_sub(6) }, canvas);
        }
    }
}

/// All about the current row; the rows are told by whoever tells lists.
fn heard<L: Listing>(model: &Model, list: &L, canvas: &mut Canvas<'_>) {
    let (width, height) = (canvas.width(), canvas.height());
    if list.table().order.is_empty() {
        canvas.put(LEAD, geometry::FIRST_ROW, width, &nothing(model, list), canvas.look.dim());
    }
    pane::draw(model, list, Part { x: 0, y: geometry::FIRST_ROW, width, height: height.saturating_sub(7) }, canvas);
}

/// Why nothing is listed.
fn nothing<L: Listing>(model: &Model, list: &L) -> String {
    if list.table().sifting.far().is_some() {
        return model.sight.words().listing.sifting.to_owned();
    }
    if list.table().is_narrowed() { model.sight.words().listing.nothing_fits.to_owned() } else { list.nothing(model.sight) }
}

/// The pane of the current row, which may follow the cursor a moment later.
fn aside<L: Listing>(model: &Model, list: &L, part: Part, canvas: &mut Canvas<'_>) {
    if !list.table().order.is_empty() && !canvas.leaves_out(Aside::of(model, part)) {
        pane::draw(model, list, part, canvas);
    }
}

/// What the list is narrowed to, on the rule above it: a message below may hide what is said there.
fn chip<L: Listing>(model: &Model, list: &L, canvas: &mut Canvas<'_>) {
    let title = list.narrowed_to(model.sight);
    if !title.is_empty() && canvas.is_heard() {
        canvas.write(1, 3, &title, canvas.look.plain());
    } else if !title.is_empty() {
        let cross = if canvas.look.frames == Frames::Ascii { "x" } else { "×" };
        let room = usize::from(canvas.width().saturating_sub(8));
        canvas.write(1, 3, &format!(" {} {cross} ", cut(&title, room)), canvas.look.tone(Tone::Chosen));
    }
}

fn table<L: Listing>(model: &Model, list: &L, width: u16, rows: usize, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let table = list.table();
    let mut window = table.window(width.saturating_sub(LEAD));
    if list.lends() {
        let needs = needs(model, list, &window, rows);
        lend(&mut window, &needs, width.saturating_sub(LEAD), |setting| table.is_resized(setting.column));
    }
    canvas.put(0, 4, width, "", canvas.look.plain());
    let mut x = LEAD;
    for (place, setting, given) in &window {
        let sign = match table.sort {
            Some((column, Direction::Ascending)) if column == setting.column => "+",
            Some((column, Direction::Descending)) if column == setting.column => "-",
            _ => "",
        };
        let current = *place == table.column;
        let lead = if current { ">" } else { "" };
        let style = if current { canvas.look.strong() } else { canvas.look.dim() };
        canvas.cell(x, 4, *given, &format!("{lead}{}{sign}", (words.column)(setting.column)), style);
        x += given + 1;
    }
    if table.order.is_empty() {
        canvas.put(LEAD, geometry::FIRST_ROW, width.saturating_sub(LEAD), &nothing(model, list), canvas.look.dim());
        canvas.set_cursor(LEAD, geometry::FIRST_ROW);
        return;
    }
    let columns: Vec<Column> = window.iter().map(|(_, setting, _)| setting.column).collect();
    for (y, (place, item)) in (geometry::FIRST_ROW..).zip(table.order.iter().enumerate().skip(table.top).take(rows)) {
        let here = place == table.cursor;
        let sign = list.sign(*item);
        canvas.put(0, y, LEAD, &lead(list, *item, place, sign), canvas.look.plain());
        match sign {
            Sign::Error => canvas.restyle(5, y, 1, canvas.look.tone(Tone::Error)),
            Sign::Warning => canvas.restyle(5, y, 1, canvas.look.tone(Tone::Warning)),
            Sign::None => {}
        }
        let mut x = LEAD;
        for ((_, _, given), text) in window.iter().zip(list.cells(*item, &columns, model.sight)) {
            canvas.cell(x, y, *given, &text, canvas.look.plain());
            x += given + 1;
        }
        if here {
            // Only the front of the row: a whole row in reverse costs some 400 bytes for each key press.
            canvas.restyle(0, y, 4, canvas.look.current());
            canvas.set_cursor(0, y);
        }
    }
}

/// How wide each column of a window would have to be for its texts to be whole.
fn needs<L: Listing>(model: &Model, list: &L, window: &[(usize, ColumnSetting, u16)], rows: usize) -> Vec<u16> {
    let (table, words) = (list.table(), model.sight.words());
    let columns: Vec<Column> = window.iter().map(|(_, setting, _)| setting.column).collect();
    // The heading with its signs: where one is, and how it is sorted.
    let heading = |(place, setting, _): &(usize, ColumnSetting, u16)| {
        let is_sorted = table.sort.is_some_and(|(column, _)| column == setting.column);
        width_of((words.column)(setting.column)) + usize::from(*place == table.column) + usize::from(is_sorted)
    };
    let mut needs: Vec<usize> = window.iter().map(heading).collect();
    let block = measured(table.top, rows);
    for item in table.order.iter().skip(block.start).take(block.len()) {
        for (need, text) in needs.iter_mut().zip(list.cells(*item, &columns, model.sight)) {
            *need = (*need).max(width_of(&neutralise(&text)));
        }
    }
    needs.into_iter().map(|need| u16::try_from(need).unwrap_or(u16::MAX)).collect()
}

/// Cursor or range, mark, and whether there is something to look at.
fn lead<L: Listing>(list: &L, item: u32, place: usize, sign: Sign) -> String {
    let table = list.table();
    let cursor = if place == table.cursor {
        '>'
    } else if table.anchor.is_some() && table.range().contains(&place) {
        '+'
    } else {
        ' '
    };
    let mark = match list.mark(item) {
        Some(Mark::Selected) => "[x]",
        Some(Mark::Deselected) => "[ ]",
        None => "   ",
    };
    // Two people in one return, as on a letter to a couple.
    let joint = if list.is_joint(item) { '&' } else { ' ' };
    let sign = match sign {
        Sign::Error => '!',
        Sign::Warning => 'i',
        Sign::None => ' ',
    };
    format!("{cursor}{mark}{joint}{sign} ")
}
