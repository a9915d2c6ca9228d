//! Find and replace: what is looked for, what comes in its place, in which rows, and how it is meant.

use super::canvas::Canvas;
use crate::app::Model;
use crate::app::detail::{Tone, clauses, line, wrap};
use crate::app::replacing::{Part, Replacing};
use crate::domain::replacement::{Case, Unclear, Wording};

/// Columns that the names of the parts take.
const NAMES: u16 = 14;

pub(super) fn draw(model: &Model, replacing: &Replacing, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let part = canvas.middle(92, 12);
    let foot = model.sight.keyed(model.layer(), words.fixing.replace_foot);
    canvas.frame(
        part,
        &(words.fixing.replace_in)(if canvas.is_heard() { (words.heard.field)(replacing.field) } else { (words.field)(replacing.field) }),
        &foot,
    );
    let (x, width) = (part.x + 2, part.width.saturating_sub(4));
    let here = |wanted: Part| replacing.part == wanted;
    let mut y = part.y + 1;
    for (wanted, name, field) in
        [(Part::Find, words.fixing.find, &replacing.find), (Part::With, words.fixing.replace_with, &replacing.with)]
    {
        canvas.name(x, y, NAMES, name, if here(wanted) { canvas.look.strong() } else { canvas.look.dim() });
        canvas.field(x + NAMES, y, width.saturating_sub(NAMES + 2), field.text(), field.cursor(), here(wanted));
        y += 1;
    }
    y += 1;
    for (place, (scope, rows)) in replacing.scopes.iter().enumerate() {
        let chosen = *scope == replacing.scope;
        let name = if place == 0 { words.fixing.in_rows } else { "" };
        let current = here(Part::Scope) && chosen;
        canvas.name(x, y, NAMES, name, if here(Part::Scope) { canvas.look.strong() } else { canvas.look.dim() });
        let text = format!("{} {}", if chosen { "(o)" } else { "( )" }, (words.fixing.scope)(*scope, *rows));
        canvas.put(x + NAMES, y, width.saturating_sub(NAMES), &text, if current { canvas.look.current() } else { canvas.look.plain() });
        if current {
            canvas.set_cursor(x + NAMES, y);
        }
        y += 1;
    }
    for (wanted, ticked, text) in [
        (Part::Wording, replacing.wording == Wording::Expression, words.fixing.is_expression),
        (Part::Case, replacing.case == Case::Ignored, words.fixing.ignores_case),
    ] {
        let text = format!("{} {text}", if ticked { "[x]" } else { "[ ]" });
        let room = width.saturating_sub(NAMES);
        canvas.put(
            x + NAMES,
            y,
            room,
            &clauses(&text, canvas.unbroken(usize::from(room))),
            if here(wanted) { canvas.look.current() } else { canvas.look.plain() },
        );
        if here(wanted) {
            canvas.set_cursor(x + NAMES, y);
        }
        y += 1;
    }
    // Nothing typed yet is no fault.
    if let Some(unclear) = replacing.unclear().filter(|unclear| *unclear != Unclear::Nothing) {
        let lines = wrap(line(Tone::Warning, format!("! {}", (words.fixing.unclear)(&unclear))), canvas.unbroken(usize::from(width)));
        for (y, line) in (y..part.y + part.height.saturating_sub(1)).zip(&lines) {
            canvas.line(x, y, width, line);
        }
    }
}
