//! From what every column may be to what is proposed: a field goes to one column only.

use super::meanings::Meanings;
use super::proposal::{Certainty, ColumnProposal, Doubt, Ground, Proposal};
use super::sample::Sampled;
use crate::domain::field::Field;

/// How certain a field is at most when another column could hold it as well.
const RIVALLED: u8 = 60;

/// Gives every field to the column that is most certain to hold it; of equals the fuller one gets it, since
/// the partner's number is missing more often than one's own, then the left one.
pub(super) fn settle(columns: &[Sampled<'_>], meanings: Vec<Meanings>) -> Vec<ColumnProposal> {
    let mut entries: Vec<(usize, usize)> =
        meanings.iter().enumerate().flat_map(|(at, column)| (0..column.candidates.len()).map(move |candidate| (at, candidate))).collect();
    let candidate = |&(at, candidate): &(usize, usize)| meanings.get(at).and_then(|column| column.candidates.get(candidate));
    entries.sort_by_key(|entry| {
        let filled = columns.get(entry.0).map_or(0, Sampled::filled);
        (std::cmp::Reverse(candidate(entry).map(|proposal| proposal.certainty)), std::cmp::Reverse(filled), entry.0)
    });
    let mut chosen: Vec<Option<usize>> = vec![None; meanings.len()];
    let mut holders: Vec<(Field, usize)> = Vec::new();
    let mut lost: Vec<Option<(Field, usize)>> = vec![None; meanings.len()];
    for entry in &entries {
        let Some(proposal) = candidate(entry).filter(|proposal| proposal.certainty >= Certainty::FLOOR) else { break };
        let (Some(choice), Some(loss)) = (chosen.get_mut(entry.0), lost.get_mut(entry.0)) else { continue };
        if choice.is_some() {
            continue;
        }
        match proposal.field.and_then(|field| holders.iter().find(|(held, _)| *held == field)) {
            Some(&(field, holder)) => *loss = loss.or(Some((field, holder))),
            None => {
                *choice = Some(entry.1);
                holders.extend(proposal.field.map(|field| (field, entry.0)));
            }
        }
    }
    let rivals = rivals(&meanings, &lost);
    let number = |at: usize| columns.get(at).map_or(0, |column| column.column);
    let each = meanings.into_iter().enumerate().map(|(at, Meanings { mut candidates, doubt })| {
        let best = chosen.get(at).copied().flatten().map(|choice| candidates.remove(choice));
        let rival = rivals.get(at).copied().flatten();
        let best = best
            .map(|best| if rival.is_some() { Proposal { certainty: best.certainty.min(Certainty::of(RIVALLED)), ..best } } else { best });
        let taken = lost.get(at).copied().flatten().map(|(field, holder)| Doubt::Taken { field, column: number(holder) });
        // Where the values won over the heading, the heading needs no excuse.
        let overruled = best.as_ref().is_some_and(|best| matches!(best.ground, Ground::Values { .. }));
        let doubt = doubt.filter(|_| !overruled).or(taken).or(rival.map(|rival| Doubt::Rival { column: number(rival) }));
        let heading = columns.get(at).map_or_else(String::new, |column| column.heading.to_owned());
        ColumnProposal { column: number(at), heading, best, doubt, others: candidates }
    });
    each.collect()
}

/// For each column the first one that looked like the field that it holds and lost it; values alone are no match
/// for a heading that says it.
fn rivals(meanings: &[Meanings], lost: &[Option<(Field, usize)>]) -> Vec<Option<usize>> {
    let firm = |at: usize, field: Field| {
        let says = |proposal: &Proposal| proposal.field == Some(field) && is_by_heading(&proposal.ground);
        meanings.get(at).is_some_and(|column| column.candidates.iter().any(says))
    };
    (0..meanings.len())
        .map(|holder| {
            (0..meanings.len()).find(|&loser| {
                lost.get(loser).copied().flatten().is_some_and(|(field, at)| at == holder && (firm(loser, field) || !firm(holder, field)))
            })
        })
        .collect()
}

/// Whether the heading itself says it, or a list that is known by its headings.
const fn is_by_heading(ground: &Ground) -> bool {
    matches!(ground, Ground::Template | Ground::Synonym | Ground::Saved { .. } | Ground::AdminPulse)
}
