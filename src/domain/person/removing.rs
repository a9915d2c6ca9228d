//! Removing customers: what goes, what stays, and what has to be typed first.

use crate::domain::amendment::{Amendment, Becomes, CustomerChange, Deed};
use crate::domain::customer::CustomerId;
use crate::domain::dossier::Status;
use crate::domain::draft::Seed;
use crate::domain::fold::fold;
use crate::domain::matching::Stock;
use crate::domain::neutral::neutralise;
use crate::domain::snapshot::Revision;
use crate::domain::task_flow::TaskFlowId;

/// Somebody who is to be removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaver {
    /// The customer.
    pub customer: CustomerId,
    /// The version that was looked at.
    pub seen: Revision,
    /// Family name and first name; empty where the record cannot be read.
    pub name: String,
    /// The dossiers that go along, in the order of the task flows, with how far each is.
    pub dossiers: Vec<(TaskFlowId, Status)>,
    /// Customers whose returns name this one as the partner: they keep that number.
    pub partner_of: Vec<String>,
}

/// Customers to be removed with everything that is kept of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removal {
    /// Who; none who is no longer there.
    pub leavers: Vec<Leaver>,
    store: String,
}

impl Removal {
    /// What removing these customers comes to.
    #[must_use]
    pub fn of(stock: &Stock, customers: &[CustomerId]) -> Self {
        let snapshot = &stock.snapshot;
        let name = |at: usize| snapshot.customer(at).map(|customer| customer.values.full_name()).unwrap_or_default();
        let leaver = |&customer: &CustomerId| {
            let at = snapshot.index_of(customer)?;
            let dossiers = snapshot
                .flows
                .iter()
                .filter_map(|flow| snapshot.dossier(&flow.id, customer).map(|head| (flow.id.clone(), head.about.status)));
            let naming = stock.with_partner(snapshot.keys(at).national).iter().map(|other| *other as usize);
            let partner_of = naming.filter(|other| !snapshot.customer_id(*other).is_some_and(|id| customers.contains(&id)));
            Some(Leaver {
                customer,
                seen: snapshot.version(at),
                name: name(at),
                dossiers: dossiers.collect(),
                partner_of: partner_of.map(name).collect(),
            })
        };
        Self { leavers: customers.iter().filter_map(leaver).collect(), store: snapshot.store.clone() }
    }

    /// How many dossiers go along.
    #[must_use]
    pub fn dossiers(&self) -> usize {
        self.leavers.iter().map(|leaver| leaver.dossiers.len()).sum()
    }

    /// Those of whom mail waits to be sent, or may have left: nobody is removed under a letter.
    pub fn in_the_mail(&self) -> impl Iterator<Item = &Leaver> {
        let waits = |(_, status): &(TaskFlowId, Status)| matches!(status, Status::Queued | Status::Unsure);
        self.leavers.iter().filter(move |leaver| leaver.dossiers.iter().any(waits))
    }

    /// What has to be typed: the name of one customer; of several, how many they are. Nobody types ten
    /// names, and a name alone would not say that nine others go along. A customer without a name that
    /// can be read and typed is named by the number it has in the store.
    #[must_use]
    pub fn to_type(&self) -> String {
        match self.leavers.as_slice() {
            [one] if fold(&one.name).is_empty() || neutralise(&one.name) != one.name => one.customer.to_string(),
            [one] => one.name.clone(),
            many => many.len().to_string(),
        }
    }

    /// Whether that was typed: a name as people write it, whatever its capitals, accents and spaces, and
    /// the first name may come first.
    #[must_use]
    pub fn is_confirmed_by(&self, typed: &str) -> bool {
        let (typed, wanted) = (fold(typed), fold(&self.to_type()));
        if typed.is_empty() || self.leavers.is_empty() {
            return false;
        }
        let turned = || {
            let words: Vec<&str> = wanted.split(' ').collect();
            self.leavers.len() == 1
                && (1..words.len()).any(|at| {
                    let (front, back) = words.split_at(at.min(words.len()));
                    back.iter().chain(front).copied().collect::<Vec<_>>().join(" ") == typed
                })
        };
        typed == wanted || turned()
    }

    /// What removing them writes.
    #[must_use]
    pub fn amendment(&self, seed: Seed) -> Amendment {
        let mut amendment = Amendment::new(seed.commit(), self.store.clone(), Deed::Removed);
        let erased = |leaver: &Leaver| CustomerChange { customer: leaver.customer, seen: leaver.seen, becomes: Becomes::Erased };
        amendment.customers = self.leavers.iter().map(erased).collect();
        amendment
    }
}
