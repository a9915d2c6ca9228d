//! The page of a customer, and what a wish for many comes to.

use std::sync::Arc;

use super::{World, of_draft, of_store};
use crate::app::fault::Fault;
use crate::app::person::{History, OpenedPerson, PersonEffect, PersonReport, Wanted};
use crate::app::text_field::TextField;
use crate::app::unsaved::{About, Work};
use crate::app::{Job, Report};
use crate::domain::customer::CustomerId;
use crate::domain::draft::{Choices, Office};
use crate::domain::history::{dossier_history, field_history};
use crate::domain::matching::Stock;
use crate::domain::person::{Again, Many, NotOpened, Person, Unsent, unsent};
use crate::domain::task_flow::TaskFlowId;

impl World {
    /// Does what is asked about customers. Nothing is written here.
    pub(super) fn perform_about_person(&self, job: Job, effect: PersonEffect, tell: &mut dyn FnMut(Report)) {
        let report = match effect {
            PersonEffect::Open(stock, wanted) => {
                self.open_person(stock.map(|stock| stock.0), &wanted).map(|opened| PersonReport::Opened(Box::new(opened)))
            }
            PersonEffect::Prepare(stock, customers, wish, value, seed) => {
                let office = self.office_today();
                let whole = |wanted: &[(TaskFlowId, CustomerId)]| self.unsent_of(wanted);
                Many::of(&stock.snapshot, &office, &customers, (wish, &value), seed, whole)
                    .map(|many| PersonReport::Prepared(Box::new(many)))
            }
            PersonEffect::History(stock, customer) => {
                self.history(&stock, customer).map(|history| PersonReport::History(Box::new(history)))
            }
        };
        tell(Report::Person(job, report));
    }

    fn office_today(&self) -> Office {
        Office { today: self.clock.today(), defaults: Choices::default(), ..self.office.clone() }
    }

    fn open_person(&self, known: Option<Arc<Stock>>, wanted: &Wanted) -> Result<OpenedPerson, Fault> {
        let (stock, read) = match known {
            Some(stock) => (stock, None),
            None => {
                let read = self.stock()?;
                (Arc::clone(&read), Some(read))
            }
        };
        let office = Arc::new(self.office_today());
        let stored = |id: CustomerId| {
            let flows: Vec<(TaskFlowId, CustomerId)> = unsent(&stock.snapshot, id).map(|flow| (flow, id)).collect();
            let unsent = self.unsent_of(&flows)?.into_iter().flatten().collect();
            Person::of_stored(&stock, id, unsent, Arc::clone(&office)).map_err(|fault| not_opened(&fault))
        };
        let (person, mut draft) = match wanted {
            Wanted::Stored(id) => stored(*id)?,
            Wanted::Again(again) => stored(again.customer)?,
            Wanted::Newcomer => Person::newcomer(Arc::clone(&stock), Arc::clone(&office)).map_err(|fault| not_opened(&fault))?,
        };
        let left = match wanted {
            Wanted::Stored(id) => self.edits_left(&stock, &About::Customer(*id)),
            Wanted::Newcomer => self.edits_left(&stock, &About::Newcomer),
            Wanted::Again(_) => Ok(None),
        };
        let again = match (wanted, &left) {
            (Wanted::Again(again), _) => Some(again.clone()),
            (_, Ok(Some((Work::Page { stored, edits }, _)))) => {
                let customer = person.id().unwrap_or(CustomerId(0));
                Some(Again { customer, stored: (**stored).clone(), edits: edits.clone() })
            }
            _ => None,
        };
        let mut unapplied = Vec::new();
        if let Some(again) = again {
            let (step, lost) = person.reapplying(&draft, &again);
            draft.decide(step);
            unapplied = lost;
        }
        Ok(OpenedPerson { person, draft: Arc::new(draft), stock: read, unapplied, left })
    }

    /// The edits of a page that were left behind without saving, and when.
    fn edits_left(&self, stock: &Stock, about: &About) -> Result<Option<(Work, jiff::Timestamp)>, Fault> {
        let found = self.drafts.left_behind(&stock.snapshot.store, about).map_err(of_draft)?;
        Ok(found.map(|found| (found.unsaved.work, found.when)))
    }

    fn history(&self, stock: &Stock, customer: CustomerId) -> Result<History, Fault> {
        let versions = self.store.versions(customer).map_err(of_store)?;
        let known = stock.snapshot.index_of(customer).and_then(|at| stock.snapshot.customer(at).ok());
        // Somebody may have written since the store was read: then its journal is read, too.
        let newest = versions.iter().map(|version| version.revision).max();
        let read = if newest > Some(stock.snapshot.revision) { Some(self.stock()?) } else { None };
        let journal = read.as_ref().map_or(&stock.snapshot.journal, |read| &read.snapshot.journal);
        Ok(History {
            customer,
            name: known.map_or_else(String::new, |customer| customer.values.full_name()),
            fields: field_history(&versions, journal),
            dossiers: dossier_history(&versions, journal),
            filter: TextField::default(),
            is_filtering: false,
            top: 0,
        })
    }

    /// Whole dossiers as they are stored now, each where it is there.
    fn unsent_of(&self, wanted: &[(TaskFlowId, CustomerId)]) -> Result<Vec<Option<Unsent>>, Fault> {
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let read = self.store.dossiers(wanted).map_err(of_store)?;
        let unsent =
            |(flow, dossier): (&TaskFlowId, Option<_>)| dossier.map(|(seen, dossier)| Unsent { flow: flow.clone(), seen, dossier });
        Ok(wanted.iter().map(|(flow, _)| flow).zip(read).map(unsent).collect())
    }
}

fn not_opened(fault: &NotOpened) -> Fault {
    match fault {
        NotOpened::Gone(id) => Fault::CustomerGone { customer: id.to_string() },
        NotOpened::Damaged(..) | NotOpened::BrokenOff(_) => Fault::System { detail: fault.to_string() },
    }
}
