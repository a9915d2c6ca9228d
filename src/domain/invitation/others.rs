//! What others of the task flow mean for a recipient: a couple files one return, and an address gets one mail.
//!
//! Not only the other recipients count, but whoever was mailed before or has answered: a second round does not
//! forget what the first one knew.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Caution, LeftOut, Recipient, Wanted, WhyNot};
use crate::domain::customer::{CustomerId, Values};
use crate::domain::dossier::Status;
use crate::domain::field::Field;
use crate::domain::letter::Occasion;
use crate::domain::outbox::{Message, State};
use crate::domain::snapshot::Snapshot;
use crate::domain::task_flow::TaskFlowId;

/// Somebody who can get mail, as far as others do not matter.
pub(super) struct Candidate {
    pub(super) recipient: Recipient,
    numbers: Numbers,
    /// The cautions that hold and are set aside.
    despite: Vec<Caution>,
}

impl Candidate {
    pub(super) fn of(recipient: Recipient, values: &Values, despite: Vec<Caution>) -> Self {
        Self { recipient, numbers: Numbers::of(values), despite }
    }
}

/// The national number of a customer and that of the partner, as digits; none where there is no whole one.
struct Numbers {
    own: Option<String>,
    partner: Option<String>,
}

impl Numbers {
    fn of(values: &Values) -> Self {
        let digits = |field| {
            let digits: String = values.text(field).chars().filter(char::is_ascii_digit).collect();
            (digits.len() == 11).then_some(digits)
        };
        Self { own: digits(Field::NationalNumber), partner: digits(Field::SpouseNationalNumber) }
    }
}

/// Another customer: who, and the name.
type Other = (CustomerId, String);

/// Whoever of the task flow was mailed before or has answered.
#[derive(Default)]
pub(super) struct Earlier {
    addresses: HashMap<String, Other>,
    own: HashMap<String, Other>,
    partners: HashMap<String, Other>,
}

impl Earlier {
    pub(super) fn of(wanted: &Wanted, snapshot: &Snapshot, messages: &HashMap<(&TaskFlowId, CustomerId), &Message>) -> Self {
        let mut earlier = Self::default();
        for (id, dossier) in snapshot.dossiers(&wanted.flow) {
            let message = messages.get(&(&wanted.flow, id)).copied();
            let counts = match wanted.occasion {
                Occasion::Invitation => is_mailed(dossier.about.status, dossier.about.sent.is_some(), message),
                // Whoever is reminded was mailed deliberately; only an answer makes that needless.
                Occasion::Reminder => dossier.about.status == Status::Answered,
            };
            let values = snapshot.index_of(id).filter(|_| counts).and_then(|index| snapshot.customer(index).ok());
            let Some(values) = values.map(|customer| customer.values) else { continue };
            let other = (id, values.full_name());
            let Numbers { own, partner } = Numbers::of(&values);
            if wanted.occasion == Occasion::Invitation {
                // Where the mail went counts, whatever the address is by now.
                let address = message.map_or_else(|| values.text(Field::Email), |message| &message.to).to_lowercase();
                if !address.is_empty() {
                    earlier.addresses.entry(address).or_insert_with(|| other.clone());
                }
            }
            if let Some(own) = own {
                earlier.own.entry(own).or_insert_with(|| other.clone());
            }
            if let Some(partner) = partner {
                earlier.partners.entry(partner).or_insert(other);
            }
        }
        earlier
    }

    fn partner_of(&self, numbers: &Numbers, me: CustomerId) -> Option<&Other> {
        let named = numbers.partner.as_ref().and_then(|partner| self.own.get(partner));
        let naming = || numbers.own.as_ref().and_then(|own| self.partners.get(own));
        named.or_else(naming).filter(|(other, _)| *other != me)
    }
}

/// Whether a mail went out, may have, or is about to; or the customer has answered without one.
fn is_mailed(status: Status, was_sent: bool, message: Option<&Message>) -> bool {
    let by_outbox = message.is_some_and(|message| match message.state {
        State::Queued | State::Waiting { .. } | State::Sending { .. } | State::Sent { .. } | State::Unsure { .. } => true,
        State::Failed { .. } | State::Withdrawn { .. } => false,
    });
    by_outbox
        || match status {
            Status::Sent | Status::Queued | Status::Unsure | Status::Answered => true,
            Status::NotSentYet | Status::Failed | Status::Closed => was_sent,
        }
}

/// Who of the candidates, in their order, gets mail, and for how many of them each caution is set aside; the others are told about in
/// `left_out`.
pub(super) fn part(
    candidates: Vec<Candidate>,
    earlier: &Earlier,
    wanted: &Wanted,
    left_out: &mut Vec<LeftOut>,
) -> (Vec<Recipient>, BTreeMap<Caution, usize>) {
    let (couples, verdicts) = verdicts(&candidates, earlier, wanted);
    let (mut recipients, mut counts) = (Vec::with_capacity(candidates.len()), BTreeMap::new());
    for ((Candidate { recipient, mut despite, .. }, partner), verdict) in candidates.into_iter().zip(couples.left).zip(verdicts) {
        if let Some(why) = verdict {
            left_out.push(LeftOut { customer: recipient.customer, name: recipient.name, why });
            continue;
        }
        if partner.is_some() && !wanted.admitted.contains(&recipient.customer) {
            despite.push(Caution::Partner);
        }
        recipients.push(recipient);
        for caution in despite {
            *counts.entry(caution).or_default() += 1;
        }
    }
    (recipients, counts)
}

/// For each candidate why it gets no mail, if so. Whoever gets none, since its address gets another's, leaves no partner without
/// one: the couples are looked at again without it.
fn verdicts(candidates: &[Candidate], earlier: &Earlier, wanted: &Wanted) -> (Couples, Vec<Option<WhyNot>>) {
    let mut crowded_out = HashSet::new();
    loop {
        let couples = Couples::of(candidates, earlier, &crowded_out);
        let verdicts = one_for_each_address(candidates, &couples, earlier, wanted);
        let keeps_in_vain = |at: &usize| couples.keeps.get(*at) == Some(&true) && verdicts.get(*at).is_some_and(Option::is_some);
        let before = crowded_out.len();
        crowded_out.extend((0..candidates.len()).filter(keeps_in_vain));
        if crowded_out.len() == before {
            return (couples, verdicts);
        }
    }
}

fn one_for_each_address(candidates: &[Candidate], couples: &Couples, earlier: &Earlier, wanted: &Wanted) -> Vec<Option<WhyNot>> {
    let mut first: HashMap<String, Other> = HashMap::new();
    let verdict = |(Candidate { recipient, .. }, partner): (&Candidate, &Option<Other>)| {
        let admitted = wanted.admitted.contains(&recipient.customer);
        let counts = !admitted && !wanted.despite.contains(&Caution::Partner);
        if let Some((other, name)) = partner.as_ref().filter(|_| counts) {
            return Some(WhyNot::Partner { other: *other, name: name.clone() });
        }
        let address = recipient.to.to_lowercase();
        if let Some((other, name)) = earlier.addresses.get(&address).or_else(|| first.get(&address)).filter(|_| !admitted) {
            return Some(WhyNot::SameAddress { other: *other, name: name.clone() });
        }
        first.entry(address).or_insert_with(|| (recipient.customer, recipient.name.clone()));
        None
    };
    candidates.iter().zip(&couples.left).map(verdict).collect()
}

/// The candidates whose partner gets the mail, or got it.
struct Couples {
    /// For each candidate that other one.
    left: Vec<Option<Other>>,
    /// Whether each candidate is that other one for another candidate.
    keeps: Vec<bool>,
}

impl Couples {
    /// Of two candidates the one who names the partner gets the mail, since the return is that one's; where both do, the first by name.
    /// Those who are crowded out get none anyway.
    fn of(candidates: &[Candidate], earlier: &Earlier, crowded_out: &HashSet<usize>) -> Self {
        let before = |candidate: &Candidate| earlier.partner_of(&candidate.numbers, candidate.recipient.customer).cloned();
        let mut couples = Self { left: candidates.iter().map(before).collect(), keeps: vec![false; candidates.len()] };
        let mut by_number: HashMap<&str, usize> = HashMap::new();
        for (at, candidate) in candidates.iter().enumerate() {
            if let Some(own) = &candidate.numbers.own {
                by_number.entry(own).or_insert(at);
            }
        }
        let named = |at: usize| candidates.get(at)?.numbers.partner.as_deref().and_then(|partner| by_number.get(partner)).copied();
        for at in 0..candidates.len() {
            let Some(other) = named(at).filter(|other| *other != at) else { continue };
            let is_mutual = named(other) == Some(at);
            let (keeps, loses) = if is_mutual && other < at { (other, at) } else { (at, other) };
            if let Some(keeper) = candidates.get(keeps).filter(|_| !crowded_out.contains(&keeps)) {
                couples.join((keeps, &keeper.recipient), loses);
            }
        }
        couples
    }

    /// Somebody who is left out leaves nobody else out, and nobody is left out twice.
    fn join(&mut self, (keeps, keeper): (usize, &Recipient), loses: usize) {
        let is_free = |at: usize| self.left.get(at).is_some_and(Option::is_none);
        if !is_free(keeps) || !is_free(loses) || self.keeps.get(loses) != Some(&false) {
            return;
        }
        if let (Some(keeps), Some(left)) = (self.keeps.get_mut(keeps), self.left.get_mut(loses)) {
            *keeps = true;
            *left = Some((keeper.customer, keeper.name.clone()));
        }
    }
}
