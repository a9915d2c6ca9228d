//! The customers that the demonstration's store begins with, so that all four tabs have something.

use serde::Deserialize;

use super::ids::random_bits;
use super::store::{Store, StoreFault};
use crate::domain::change_set::{Addition, ChangeSet, CommitId, RowOutcome, SourceMark, Tally, Update};
use crate::domain::customer::Values;
use crate::domain::dossier::{Course, Dossier, Origin, Status};
use crate::domain::draft::Office;
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::questionnaire::{Known, QuestionnaireId, ToldByNumber, prefill};
use crate::domain::snapshot::Snapshot;
use crate::domain::task_flow::{TaskFlow, TaskFlowId};

/// Made by `cargo run --example generate -- --demo-store`.
const STORED: &str = include_str!("../../assets/sample/stored.json");

/// One customer of the demonstration.
#[derive(Debug, Deserialize)]
struct Stored {
    values: Values,
    flows: Vec<TaskFlowId>,
}

/// The demonstration's customers cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum DemoFault {
    /// The list of customers is not what it should be.
    #[error("the demonstration's customers cannot be read")]
    List(#[from] serde_json::Error),
    /// A task flow or questionnaire that the list needs is missing.
    #[error("the demonstration needs task flow and questionnaire {0}")]
    Missing(String),
    /// The operating system has no randomness to give.
    #[error("no random bits")]
    Random(#[from] std::io::Error),
    /// The store cannot be looked at.
    #[error(transparent)]
    Store(#[from] StoreFault),
}

/// Fills an empty store with the demonstration's customers: last season for all of them, then this
/// season for those who are linked to it.
///
/// # Errors
/// [`DemoFault`]; `commit` gives those of writing.
pub fn fill<E: From<DemoFault>>(office: &Office, store: &dyn Store, mut commit: impl FnMut(&ChangeSet) -> Result<(), E>) -> Result<(), E> {
    let stored: Vec<Stored> = serde_json::from_str(STORED).map_err(DemoFault::from)?;
    let snapshot = store.snapshot().map_err(DemoFault::from)?;
    let mut set = empty_set(&snapshot, "pit-2025")?;
    for (row, one) in (2..).zip(&stored) {
        let dossier = dossier(office, &snapshot, "pit-2025", &one.values)?;
        set.additions.push(Addition { row, values: one.values.clone(), dossier });
    }
    set.outcomes = set.additions.iter().map(|addition| (addition.row, RowOutcome::Added)).collect();
    set.tally = Tally { rows: stored.len() as u64, added: stored.len() as u64, ..Tally::default() };
    commit(&set)?;
    let snapshot = store.snapshot().map_err(DemoFault::from)?;
    let mut set = empty_set(&snapshot, "pit-2026")?;
    for (index, one) in stored.iter().enumerate() {
        let linked = one.flows.iter().any(|flow| flow.0 == "pit-2026");
        if let (true, Some(customer)) = (linked, snapshot.customer_id(index)) {
            let dossier = Some(dossier(office, &snapshot, "pit-2026", &one.values)?);
            let row = u32::try_from(index).unwrap_or(0) + 2;
            set.updates.push(Update { row, customer, seen: snapshot.version(index), changes: Vec::new(), dossier });
        }
    }
    let linked = set.updates.len() as u64;
    set.tally = Tally { rows: linked, updated: linked, linked, ..Tally::default() };
    set.outcomes = set.updates.iter().map(|update| (update.row, RowOutcome::Updated(update.customer))).collect();
    commit(&set)
}

fn empty_set(snapshot: &Snapshot, flow: &str) -> Result<ChangeSet, DemoFault> {
    let bits = random_bits()?;
    Ok(ChangeSet {
        commit: CommitId(super::ids::hex(bits.get(..16).unwrap_or(&bits))),
        store: snapshot.store.clone(),
        based_on: snapshot.revision,
        source: SourceMark {
            file: format!("klanten-{flow}.xlsx"),
            fingerprint: super::ids::hex(&bits),
            sheet: "Customers".to_owned(),
            header_row: 1,
        },
        flow: TaskFlowId(flow.to_owned()),
        additions: Vec::new(),
        updates: Vec::new(),
        outcomes: Vec::new(),
        tally: Tally::default(),
        lessons: Vec::new(),
    })
}

fn dossier(office: &Office, snapshot: &Snapshot, name: &str, values: &Values) -> Result<Dossier, DemoFault> {
    let missing = || DemoFault::Missing(name.to_owned());
    let id = QuestionnaireId(name.to_owned());
    let questionnaire = office.catalogue.get(&id).ok_or_else(missing)?;
    let flow: &TaskFlow = snapshot.flow(&TaskFlowId(name.to_owned())).ok_or_else(missing)?;
    let language = values.get(Field::Language).and_then(Language::from_word).unwrap_or(Language::Dutch);
    let deadline = flow.default_deadline(values.has_enterprise_number());
    let known =
        Known { customer: values, row: values, language, deadline, deadline_origin: Origin::Default, told: ToldByNumber::default() };
    Ok(Dossier {
        questionnaire: id,
        language,
        status: Status::NotSentYet,
        deadline,
        deadline_origin: Origin::Default,
        invitation_wanted: false,
        token: super::ids::random_hex(16)?,
        answers: prefill(questionnaire, &known),
        course: Course::default(),
    })
}
