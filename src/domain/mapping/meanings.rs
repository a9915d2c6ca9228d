//! What every single column may be: by a known list, by its heading, by its values.

use jiff::civil::Date;

use super::adminpulse;
use super::proposal::{Certainty, Doubt, Ground, KnownList, Proposal};
use super::sample::Sampled;
use super::saved::SavedMapping;
use super::values::{by_values, is_told_by_values, passing};
use crate::domain::field::Field;
use crate::domain::fold::fold;
use crate::domain::language::Language;
use crate::domain::template::headings::{first_generation_heading, heading};
use crate::domain::template::layout::Layout;
use crate::domain::template::near::{About, Nearness, about, near};
use crate::domain::template::recognition::{Claim, recognise};

/// Fewest values that can speak against a heading.
const FEWEST_AGAINST: u32 = 3;

/// What one column may be, the more certain first.
#[derive(Debug)]
pub(super) struct Meanings {
    pub(super) candidates: Vec<Proposal>,
    pub(super) doubt: Option<Doubt>,
}

/// A list that the headings are known as, and what it says of each heading.
pub(super) struct Recognised {
    pub(super) list: KnownList,
    columns: Vec<Option<Option<Field>>>,
}

/// The office's own saved mapping goes before the built-in one; of several the one that knows most headings.
pub(super) fn known_list(columns: &[Sampled<'_>], saved: &[&SavedMapping]) -> Option<Recognised> {
    let headings = || columns.iter().map(|column| column.heading);
    let of_office = saved.iter().copied().filter_map(|mapping| Some((mapping, mapping.recognise(headings())?)));
    let known = |meanings: &[Option<Option<Field>>]| meanings.iter().flatten().count();
    // `max_by_key` would take the last of equals; the first one is as it was listed.
    let best = of_office.fold(None, |best: Option<(&SavedMapping, Vec<_>)>, next| match best {
        Some(best) if known(&best.1) >= known(&next.1) => Some(best),
        _ => Some(next),
    });
    if let Some((mapping, columns)) = best {
        return Some(Recognised { list: KnownList::Saved { name: mapping.name.clone() }, columns });
    }
    Some(Recognised { list: KnownList::AdminPulse, columns: adminpulse::recognise(headings())? })
}

/// What a column may be. `at` is its place among the columns.
pub(super) fn meanings(column: &Sampled<'_>, at: usize, layout: Option<&Layout>, list: Option<&Recognised>, today: Date) -> Meanings {
    let mut doubt = None;
    let mut candidates = Vec::new();
    let said = by_list(at, list).or_else(|| by_heading(column, layout));
    if let Some(mut said) = said {
        if let Some(field) = said.field.filter(|field| is_told_by_values(*field) && column.filled() >= FEWEST_AGAINST) {
            let (passing, of) = (passing(column, field, today), column.filled());
            if u64::from(passing) * 2 < u64::from(of) {
                doubt = Some(Doubt::OtherValues { field, passing, of });
                said = contradicted(said);
            } else if matches!(said.ground, Ground::Near { .. }) && u64::from(passing) * 5 >= u64::from(of) * 4 {
                said.certainty = said.certainty.raised(15, 95);
            }
        }
        candidates.push(said);
    }
    let firm = candidates.first().is_some_and(|said| said.field.is_none());
    for proposal in by_values(column, today).into_iter().filter_map(|proposal| for_whom(proposal, about(column.heading))) {
        if firm {
            // A known list leaves the column out on purpose: the values only say what it could be.
            candidates.push(Proposal { certainty: Certainty::of(proposal.certainty.hundredths().min(29)), ..proposal });
        } else if !candidates.iter().any(|known| known.field == proposal.field) {
            candidates.push(proposal);
        }
    }
    candidates.sort_by_key(|proposal| std::cmp::Reverse(proposal.certainty));
    Meanings { candidates, doubt }
}

/// What a heading says after the values spoke against it.
fn contradicted(said: Proposal) -> Proposal {
    match said.ground {
        Ground::Template | Ground::Saved { .. } => said,
        // Colleagues stand there by name or initials as often as by address, and those cannot be taken.
        Ground::AdminPulse if said.field == Some(Field::Responsible) => Proposal { field: None, ..said },
        Ground::AdminPulse => said,
        _ => Proposal { certainty: said.certainty.halved(), ..said },
    }
}

fn by_list(at: usize, list: Option<&Recognised>) -> Option<Proposal> {
    let list = list?;
    let field = (*list.columns.get(at)?)?;
    Some(match &list.list {
        KnownList::Saved { name } => Proposal { field, certainty: Certainty::of(99), ground: Ground::Saved { name: name.clone() } },
        KnownList::AdminPulse => Proposal { field, certainty: Certainty::of(95), ground: Ground::AdminPulse },
    })
}

fn by_heading(column: &Sampled<'_>, layout: Option<&Layout>) -> Option<Proposal> {
    let here = layout.and_then(|layout| layout.columns.iter().find(|known| known.column == column.column));
    if let Some(field) = here.and_then(|known| known.field) {
        let (certainty, ground) = if is_templates(column.heading, field) {
            (Certainty::WHOLE, Ground::Template)
        } else if recognise(column.heading).is_some_and(|(_, claim)| claim == Claim::Sure) {
            (Certainty::of(98), Ground::Synonym)
        } else {
            (Certainty::of(90), Ground::Synonym)
        };
        return Some(Proposal { field: Some(field), certainty, ground });
    }
    let near = near(column.heading)?;
    let certainty = match near.how {
        Nearness::Slips(0..=1) => 85,
        Nearness::Slips(2) => 75,
        Nearness::Slips(_) => 65,
        Nearness::Qualified => 80,
        Nearness::AmongOthers => 50,
    };
    Some(Proposal {
        field: Some(near.field),
        certainty: Certainty::of(certainty),
        ground: Ground::Near { known: near.known, how: near.how },
    })
}

/// Whether the heading is the one that a template writes, but for case, stars and quotes.
fn is_templates(text: &str, field: Field) -> bool {
    let letters = |text: &str| fold(text).chars().filter(|character| character.is_alphanumeric()).collect::<String>();
    let text = letters(text);
    [Language::Dutch, Language::French, Language::English].into_iter().any(|language| {
        [heading(field, language), first_generation_heading(field, language)].into_iter().flatten().any(|known| letters(known) == text)
    })
}

/// Values under a heading that speaks of the partner are the partner's, of whom numbers and addresses are
/// kept; under a heading that speaks of somebody else they are nobody's.
fn for_whom(proposal: Proposal, about: About) -> Option<Proposal> {
    match (about, proposal.field?) {
        (About::Customer, _) => Some(proposal),
        (About::Partner, Field::NationalNumber) => Some(Proposal { field: Some(Field::SpouseNationalNumber), ..proposal }),
        (About::Partner, Field::EnterpriseNumber) => Some(Proposal { field: Some(Field::SpouseEnterpriseNumber), ..proposal }),
        (About::Partner, Field::Email) => Some(Proposal { field: Some(Field::SpouseEmail), ..proposal }),
        (About::Partner, Field::Mobile) => Some(Proposal { field: Some(Field::SpouseMobile), ..proposal }),
        (About::Partner | About::Another, _) => None,
    }
}
