//! The file picker and its preview.

use super::canvas::{Canvas, Part};
use super::heard::Role;
use crate::app::Model;
use crate::app::desk::Sight;
use crate::app::detail::{TextLine, Tone, line, quoted, width_of, wrap};
use crate::app::effect::{Entry, Preview};
use crate::app::picker::{Picker, Wanted};
use crate::app::update::{picker_rows, preview_lines};

pub(super) fn draw(model: &Model, picker: &Picker, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let width = canvas.width();
    let title = match picker.wanted {
        Wanted::Import => words.picker.title,
        Wanted::Answers => words.arrived.choose_files,
    };
    canvas.title(title, &model.sight.language.code().to_uppercase());
    canvas.rule(1);
    let Some(folder) = &picker.folder else {
        canvas.put(2, 3, width, words.picker.folder_reading, canvas.look.dim());
        canvas.set_cursor(2, 3);
        return;
    };
    let filter = picker.filter.text().trim();
    let filter = if filter.is_empty() { String::new() } else { format!("{} {} ", words.listing.filter, quoted(&model.sight.text(filter))) };
    let path = width.saturating_sub(2).saturating_sub(u16::try_from(width_of(&filter)).unwrap_or(0));
    canvas.cell(1, 2, path, &format!("{} {}", words.picker.folder, model.sight.file(&folder.path)), canvas.look.plain());
    canvas.put_right(2, &filter, canvas.look.tone(Tone::Chosen));
    let name = width.saturating_sub(36);
    let outside = canvas.put_as(Role::Mute);
    canvas.put(3, 4, name, words.picker.file_name, canvas.look.dim());
    canvas.put(4 + name, 4, 18, words.picker.file_changed, canvas.look.dim());
    canvas.put(22 + name, 4, 12, words.picker.file_size, canvas.look.dim());
    canvas.put_as(outside);
    let seen = picker_rows(model.size, picker.wants_preview);
    if picker.order.is_empty() {
        let told = if filter.is_empty() {
            model.sight.keyed(model.layer(), words.picker.none)
        } else {
            model.sight.keyed(model.layer(), &(words.picker.none_fits)(&quoted(&model.sight.text(picker.filter.text()))))
        };
        let lines = wrap(line(Tone::Dim, told), canvas.unbroken(usize::from(width.saturating_sub(4))));
        canvas.lines(3, (5, canvas.height().saturating_sub(2)), width.saturating_sub(4), &lines);
        canvas.set_cursor(3, 5);
    }
    for (row, (place, entry)) in (5..).zip(picker.shown().enumerate().skip(picker.top).take(seen)) {
        let here = place == picker.cursor;
        let mark = (picker.wanted == Wanted::Answers).then(|| picker.ticked.contains(&entry.path));
        canvas.put_as(Role::Line);
        self::entry(entry, here, mark, (row, name), model.sight, canvas);
        canvas.put_as(outside);
        if here {
            canvas.set_cursor(1, row);
        }
    }
    if picker.wants_preview {
        let height = preview_lines(canvas.height());
        let part = Part { x: 1, y: canvas.height().saturating_sub(2 + height), width: width.saturating_sub(2), height };
        canvas.put_as(Role::Pane);
        preview(picker.preview.as_ref(), part, model.sight, canvas);
        canvas.put_as(outside);
    }
}

/// One line: where several can be ticked, each file has its mark and the names of all begin in one column.
fn entry(entry: &Entry, here: bool, mark: Option<bool>, (row, name): (u16, u16), sight: Sight, canvas: &mut Canvas<'_>) {
    canvas.put(1, row, 2, if here { "> " } else { "  " }, canvas.look.strong());
    let style = if here { canvas.look.current() } else { canvas.look.plain() };
    let shown = match (entry.is_folder, mark) {
        (true, None) => format!("{}/", sight.file(&entry.name)),
        (true, Some(_)) => format!("    {}/", sight.file(&entry.name)),
        (false, None) => sight.file(&entry.name),
        (false, Some(ticked)) => format!("[{}] {}", if ticked { "x" } else { " " }, sight.file(&entry.name)),
    };
    canvas.cell(3, row, name, &shown, style);
    canvas.put(4 + name, row, 18, &entry.changed, canvas.look.dim());
    if !entry.is_folder {
        canvas.put(22 + name, row, 12, &(sight.words().picker.bytes)(entry.size), canvas.look.dim());
    }
}

/// The sheets, the headings that would be used, or why none are found.
fn preview(preview: Option<&Preview>, part: Part, sight: Sight, canvas: &mut Canvas<'_>) {
    let words = sight.words();
    canvas.frame(part, words.picker.preview, "");
    let (x, width) = (part.x + 2, part.width.saturating_sub(4));
    let Some(preview) = preview else {
        canvas.put(x, part.y + 1, width, words.picker.preview_none, canvas.look.dim());
        return;
    };
    let mut lines: Vec<TextLine> = Vec::new();
    let names: Vec<String> = preview
        .heads
        .iter()
        .map(|head| if head.hidden { format!("{} ({})", head.sheet, words.picker.hidden_sheet) } else { head.sheet.clone() })
        .map(|sheet| sight.text(&sheet))
        .collect();
    if !names.is_empty() {
        lines.push(line(Tone::Plain, format!("{} {}", words.picker.sheets, names.join(", "))));
    }
    if let Some((sheet, header_row)) = &preview.found {
        lines.push(line(Tone::Good, (words.picker.headings_on)(&sight.text(sheet), *header_row)));
        let head = preview.heads.iter().find(|head| head.sheet == *sheet);
        let rows = head.map_or(&[][..], |head| &head.rows).iter().filter(|(number, _)| number >= header_row);
        lines.extend(rows.map(|(number, cells)| line(Tone::Dim, format!("{number:>4}  {}", sight.raw_row(cells)))));
    }
    if let Some(fault) = &preview.fault {
        let told = words.fault(fault);
        let texts = [(Tone::Error, told.what), (Tone::Plain, told.why), (Tone::Plain, told.remedy)];
        lines.extend(texts.into_iter().flat_map(|(tone, text)| wrap(line(tone, sight.file(&text)), canvas.unbroken(usize::from(width)))));
    }
    // What of the workbook has no room here is seen once it is opened; a fault is told whole then too.
    for (y, line) in (part.y + 1..part.y + part.height.saturating_sub(1)).zip(&lines) {
        canvas.cell_line(x, y, width, line);
    }
}
