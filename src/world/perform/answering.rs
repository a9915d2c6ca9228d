//! Questionnaires that came back, for the screen: read beside what is known, and taken over.

use std::ops::ControlFlow;
use std::path::Path;

use super::{Stopping, World, folders, of_store};
use crate::app::arrived::{Parcel, TakingOver};
use crate::app::effect::{Far, Stage};
use crate::app::fault::Fault;
use crate::app::{Job, Report, Shared};
use crate::domain::amendment::{Amendment, Deed, DossierChange};
use crate::domain::change_set::CommitId;
use crate::domain::customer::Values;
use crate::domain::dossier::{Dossier, Origin};
use crate::domain::field::Field;
use crate::domain::field_rules::FieldContext;
use crate::domain::neutral::neutralise;
use crate::domain::returned::{Arrival, Offer, offers, undecided};
use crate::domain::snapshot::Snapshot;
use crate::world::arrivals::arrivals;
use crate::world::ids::random_hex;
use crate::world::workbook::Source;

impl World {
    /// Reads workbooks that came back, and tells how far it is, file by file. `-` is what came in on standard input.
    pub(super) fn read_answers(&self, job: Job, paths: &[String], stopping: Stopping<'_>, tell: &mut dyn FnMut(Report)) {
        let all = paths.len() as u64;
        let read = self.parcel(paths, &mut |done| {
            tell(Report::Far(job, Far { stage: Stage::Answers, done, all }));
            if stopping(job) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        tell(match read {
            Ok(Some(parcel)) => Report::Arrived(job, Ok(parcel)),
            Ok(None) => Report::Stopped(job),
            Err(fault) => Report::Arrived(job, Err(fault)),
        });
    }

    /// What came back, beside what is known. None where it was stopped.
    fn parcel(&self, paths: &[String], watch: &mut dyn FnMut(u64) -> ControlFlow<()>) -> Result<Option<Box<Parcel>>, Fault> {
        let parcel = |path: &String| {
            let source = match &self.standard_input {
                Some(bytes) if path == "-" => Source::from_bytes("stdin", bytes.to_vec()),
                Some(_) | None => Source::open(&folders::expanded(path)),
            };
            let name = Path::new(path).file_name().map_or_else(|| path.clone(), |name| name.to_string_lossy().into_owned());
            (neutralise(&name).into_owned(), source)
        };
        let parcels = paths.iter().map(parcel).collect();
        let read = arrivals(&self.reader, &*self.store, &self.office.catalogue, parcels, watch).map_err(of_store)?;
        let Some(arrivals) = read else { return Ok(None) };
        let stock = self.stock()?;
        let records = arrivals.iter().map(|arrival| self.records(arrival, &stock.snapshot)).collect();
        Ok(Some(Box::new(Parcel { arrivals, stock: Shared(stock), records })))
    }

    /// What the answers of a file would change of the customer's own record.
    #[must_use]
    pub fn records(&self, arrival: &Arrival, snapshot: &Snapshot) -> Vec<Offer> {
        let Ok(matched) = &arrival.found else { return Vec::new() };
        let stored = snapshot.index_of(matched.customer).and_then(|index| snapshot.customer(index).ok());
        stored.map_or_else(Vec::new, |customer| offers(matched, &customer.values, &self.judging(&customer.values)))
    }

    /// What the customer answered in a dossier and the record says otherwise, where nobody decided about it. Nothing where there is no
    /// file of the questionnaire any more.
    #[must_use]
    pub fn undecided(&self, dossier: &Dossier, values: &Values) -> Vec<Offer> {
        let questionnaire = self.office.catalogue.get(&dossier.questionnaire);
        questionnaire.map_or_else(Vec::new, |questionnaire| undecided(questionnaire, dossier, values, &self.judging(values)))
    }

    /// What the fields of a customer's record are judged by.
    fn judging<'a>(&'a self, values: &'a Values) -> FieldContext<'a> {
        FieldContext {
            today: self.clock.today(),
            earliest_deadline_year: None,
            languages_offered: None,
            colleagues: &self.office.colleagues,
            country: values.text(Field::Country),
        }
    }

    /// Takes over what was chosen: all of it or nothing.
    pub(super) fn take_over(&self, job: Job, taking: &TakingOver, stopping: Stopping<'_>, tell: &mut dyn FnMut(Report)) {
        match self.amendment_of(taking) {
            Ok(amendment) => self.perform_amend(job, &amendment, stopping, tell),
            Err(fault) => tell(Report::Amended(job, Err(fault))),
        }
    }

    fn amendment_of(&self, taking: &TakingOver) -> Result<Amendment, Fault> {
        let name = random_hex(16).map_err(|error| Fault::System { detail: error.to_string() })?;
        let now = self.clock.now();
        let mut dossiers: Vec<DossierChange> = Vec::new();
        for taken in &taking.taken {
            let Some(mut change) = taken.matched.change(&taken.chosen, &taken.record, &taken.file, now) else { continue };
            // What a person of the office made of it is not what the customer wrote.
            let answers = change.becomes.iter_mut().flat_map(|dossier| &mut dossier.answers);
            answers.filter(|answer| taken.typed.contains(&answer.question)).for_each(|answer| answer.origin = Origin::Typed);
            dossiers.push(change);
        }
        let deed = Deed::answered(dossiers.iter().map(|change| change.flow.clone()).collect());
        Ok(Amendment { dossiers, customers: taking.customers.clone(), ..Amendment::new(CommitId(name), taking.store.clone(), deed) })
    }
}
