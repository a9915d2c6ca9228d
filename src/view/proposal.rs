//! Many changes before they are made: why these, each before and after, and what they come to.

use super::canvas::{Canvas, Part};
use super::heard::Role;
use crate::app::Model;
use crate::app::desk::Desk;
use crate::app::detail::Tone;
use crate::app::geometry;
use crate::app::proposal::Proposal;
use crate::domain::draft::{Bucket, Cure};
use crate::domain::field::Field;

/// Lines of the box that are neither changes nor why: the frame, the sums, and air.
const AROUND: u16 = 5;

pub(super) fn draw(model: &Model, desk: &Desk, proposal: &Proposal, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let why = proposal.reason(model.sight, canvas.unbroken(geometry::proposal_columns(canvas.width())));
    let above = u16::try_from(why.len()).unwrap_or(u16::MAX);
    let seen = geometry::proposal_rows(canvas.height(), why.len());
    let height = u16::try_from(proposal.cures.len().min(seen)).unwrap_or(u16::MAX).saturating_add(above).saturating_add(AROUND);
    let part = canvas.middle(geometry::PROPOSAL, height);
    let last = (proposal.top + seen).min(proposal.cures.len());
    let foot =
        format!("{}   {}", model.sight.keyed(model.layer(), words.fixing.proposal_foot), (words.listing.place)(last, proposal.cures.len()));
    canvas.frame(part, &(words.fixing.changes_to_come)(proposal.cures.len()), &foot);
    let (x, width) = (part.x + 2, part.width.saturating_sub(4));
    canvas.lines(x, (part.y + 1, part.y + 1 + above), width, &why);
    let widths = Widths::of(width, proposal.is_of_many_fields());
    let first = part.y + 2 + above;
    let bottom = part.y + part.height.saturating_sub(3);
    let outside = canvas.put_as(Role::Pane);
    for (y, cure) in (first..bottom).zip(proposal.cures.iter().skip(proposal.top).take(seen)) {
        change(model, desk, cure, Part { x, y, width, height: 1 }, widths, canvas);
    }
    canvas.put_as(outside);
    canvas.set_cursor(x, first);
    let y = part.y + part.height.saturating_sub(2);
    let mut at = x;
    if proposal.wrong > 0 {
        at += canvas.write(at, y, &(words.fixing.new_values_wrong)(proposal.wrong), canvas.look.tone(Tone::Error)) + 3;
    }
    for bucket in [Bucket::Invalid, Bucket::OnlyInImport, Bucket::Duplicates] {
        let (before, after) = (proposal.before.of(bucket), proposal.after.of(bucket));
        if before != after || bucket == Bucket::Invalid {
            let tone = match (bucket, after.cmp(&before)) {
                (_, std::cmp::Ordering::Equal) => Tone::Plain,
                (Bucket::Invalid, std::cmp::Ordering::Less) => Tone::Good,
                (Bucket::Invalid, std::cmp::Ordering::Greater) => Tone::Error,
                _ => Tone::Plain,
            };
            let rows = (words.fixing.rows_become)(before.into(), after.into());
            let text = format!("{}{}{rows}", (words.bucket_middle)(bucket), words.colon());
            at += canvas.write(at, y, &text, canvas.look.tone(tone)) + 3;
        }
    }
}

/// How the width is shared out.
#[derive(Debug, Clone, Copy)]
struct Widths {
    row: u16,
    name: u16,
    field: u16,
    side: u16,
}

impl Widths {
    fn of(width: u16, many_fields: bool) -> Self {
        let (row, field) = (7, if many_fields { 14 } else { 0 });
        let name = (width / 4).min(28);
        let arrow = 3;
        let taken = row + 1 + name + 1 + field + if many_fields { 1 } else { 0 } + arrow;
        Self { row, name, field, side: width.saturating_sub(taken + 1) / 2 }
    }
}

fn change(model: &Model, desk: &Desk, cure: &Cure, part: Part, widths: Widths, canvas: &mut Canvas<'_>) {
    let (words, sight) = (model.sight.words(), model.sight);
    let or_empty = |text: &str, shown: String| if text.is_empty() { words.empty_value.to_owned() } else { shown };
    let before = or_empty(&cure.before, sight.given(&desk.draft, cure.row, cure.field, &cure.before));
    let after = or_empty(&cure.after, sight.edited(cure.field, &cure.after));
    let given = |field| desk.draft.given(cure.row, field).trim();
    let name = format!("{} {}", given(Field::LastName), given(Field::FirstName));
    let mut x = part.x;
    canvas.put(x, part.y, widths.row, &format!("{:>6}", desk.draft.row_number(cure.row)), canvas.look.dim());
    x += widths.row + 1;
    canvas.cell(x, part.y, widths.name, &sight.name(name.trim()), canvas.look.plain());
    x += widths.name + 1;
    if widths.field > 0 {
        canvas.cell(x, part.y, widths.field, (words.field)(cure.field), canvas.look.dim());
        x += widths.field + 1;
    }
    canvas.cell(x, part.y, widths.side, &before, canvas.look.plain());
    x += widths.side + 1;
    x += canvas.write(x, part.y, "->", canvas.look.dim()) + 1;
    canvas.cell(x, part.y, widths.side, &after, canvas.look.tone(Tone::Good));
}
