//! What is left when headings and values have spoken: the column beside the postal code, and the names,
//! which nothing tells from other words.

use super::proposal::{Certainty, ColumnProposal, Doubt, Ground, Proposal};
use super::sample::Sampled;
use super::values::is_name_like;
use crate::domain::field::Field;
use crate::domain::sheet::Cell;
use crate::domain::template::near::{About, about};
use crate::domain::tidy::trim;

/// Words that family names begin with in Belgium.
const PARTICLES: [&str; 14] = ["van", "vanden", "vander", "de", "den", "der", "du", "le", "la", "des", "del", "di", "el", "ben"];

/// Fills in what can be told from what the other columns hold.
pub(super) fn fill_remaining(columns: &[Sampled<'_>], proposals: &mut [ColumnProposal]) {
    beside(columns, proposals, Field::PostalCode, Field::City, is_name_like);
    beside(columns, proposals, Field::Street, Field::HouseNumber, is_house_number);
    if !doubt_whole_names(columns, proposals) {
        names(columns, proposals);
    }
}

/// The neighbour of a column, right before left, if it is free and its values look right.
fn beside(columns: &[Sampled<'_>], proposals: &mut [ColumnProposal], of: Field, field: Field, looks: impl Fn(&Cell<'_>) -> bool) {
    if holder(proposals, field).is_some() {
        return;
    }
    let Some(at) = holder(proposals, of) else { return };
    for neighbour in [Some(at + 1), at.checked_sub(1)].into_iter().flatten() {
        let fits = columns.get(neighbour).is_some_and(|column| column.mostly(80, &looks));
        if let Some(proposal) = proposals.get_mut(neighbour).filter(|proposal| fits && is_free(proposal)) {
            proposal.best = Some(Proposal { field: Some(field), certainty: Certainty::of(45), ground: Ground::Beside { field: of } });
            return;
        }
    }
}

fn holder(proposals: &[ColumnProposal], field: Field) -> Option<usize> {
    proposals.iter().position(|column| column.field() == Some(field))
}

/// Nothing is proposed for it, and its heading does not speak of anybody else.
fn is_free(proposal: &ColumnProposal) -> bool {
    proposal.best.is_none() && proposal.doubt.is_none() && about(&proposal.heading) == About::Customer
}

fn is_house_number(cell: &Cell<'_>) -> bool {
    let text = trim(cell.text);
    text.len() <= 8 && text.starts_with(|first: char| first.is_ascii_digit())
}

/// A column of family names that holds both names in one cell, without a column of first names: taken as
/// it is, every row would miss its first name and have a wrong family name.
fn doubt_whole_names(columns: &[Sampled<'_>], proposals: &mut [ColumnProposal]) -> bool {
    if holder(proposals, Field::FirstName).is_some() {
        return false;
    }
    let Some(at) = holder(proposals, Field::LastName) else { return false };
    let whole = columns.get(at).is_some_and(|column| column.mostly(70, holds_both_names));
    if let Some(proposal) = proposals.get_mut(at).filter(|_| whole) {
        proposal.doubt = Some(Doubt::WholeName);
        if let Some(best) = &mut proposal.best {
            best.certainty = best.certainty.min(Certainty::FLOOR);
        }
    }
    whole
}

/// Two words, not counting what family names begin with.
fn holds_both_names(cell: &Cell<'_>) -> bool {
    let words = trim(cell.text).split([' ', ',']).filter(|word| !word.is_empty());
    words.filter(|word| !PARTICLES.iter().any(|particle| particle.eq_ignore_ascii_case(word))).count() >= 2
}

/// First and family name by elimination, with little certainty.
fn names(columns: &[Sampled<'_>], proposals: &mut [ColumnProposal]) {
    let fullest = columns.iter().map(Sampled::filled).max().unwrap_or(0);
    let is_names = |column: &Sampled<'_>| {
        let differs = column.filled() < 10 || column.different() * 4 >= column.filled();
        let long = column.mostly(60, |cell| trim(cell.text).chars().count() > 2);
        column.filled() * 2 > fullest && column.mostly(85, is_name_like) && differs && long
    };
    let free = |&at: &usize| columns.get(at).is_some_and(is_names) && proposals.get(at).is_some_and(is_free);
    let left: Vec<usize> = (0..columns.len()).filter(free).collect();
    let nearest = |to: usize| left.iter().copied().min_by_key(|at| at.abs_diff(to));
    let found = match (holder(proposals, Field::FirstName), holder(proposals, Field::LastName), left.as_slice()) {
        (Some(_), Some(_), _) => [None, None],
        (Some(first), None, _) => [nearest(first).map(|at| (at, Field::LastName)), None],
        (None, Some(last), _) => [nearest(last).map(|at| (at, Field::FirstName)), None],
        (None, None, &[one, other, ..]) => {
            let (last, first) = if columns.get(other).map(family) > columns.get(one).map(family) { (other, one) } else { (one, other) };
            [Some((last, Field::LastName)), Some((first, Field::FirstName))]
        }
        (None, None, &[only]) => [Some((only, Field::LastName)), None],
        (None, None, []) => [None, None],
    };
    for (at, field) in found.into_iter().flatten() {
        if let Some(proposal) = proposals.get_mut(at) {
            let certainty = Certainty::of(if left.len() <= 2 { 40 } else { 30 });
            proposal.best = Some(Proposal { field: Some(field), certainty, ground: Ground::Elimination });
        }
    }
    doubt_whole_names(columns, proposals);
}

/// How much a column looks like family names rather than first names, in hundredths: particles, and
/// capitals throughout.
fn family(column: &Sampled<'_>) -> u32 {
    let is_family = |cell: &Cell<'_>| {
        let text = trim(cell.text);
        let particle =
            text.split([' ', '\'']).next().is_some_and(|word| PARTICLES.iter().any(|particle| particle.eq_ignore_ascii_case(word)));
        particle || (text.chars().count() > 2 && !text.chars().any(char::is_lowercase))
    };
    // Under five in a hundred says nothing.
    (column.count(is_family) * 100).checked_div(column.filled()).filter(|share| *share >= 5).unwrap_or(0)
}
