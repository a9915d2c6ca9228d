//! A workbook and a store in few words.

use std::ops::ControlFlow;
use std::sync::{Arc, LazyLock};

use jiff::civil::date;

use crate::domain::change_set::{ChangeSet, RowOutcome, SourceMark};
use crate::domain::customer::{Customer, CustomerId, Values};
use crate::domain::dossier::{Origin, Status};
use crate::domain::dossier_record::Head;
use crate::domain::draft::{Account, Bucket, Draft, Office, RowIndex, Seed, SheetName, Source};
use crate::domain::field::Field;
use crate::domain::finding::{Rule, Severity};
use crate::domain::language::Language;
use crate::domain::matching::Stock;
use crate::domain::memory::{Lesson, Remembered};
use crate::domain::questionnaire::{Catalogue, QuestionnaireId, built_in};
use crate::domain::record::encode;
use crate::domain::sheet::{CellKind, Sheet};
use crate::domain::snapshot::{DossierHead, Revision, Snapshot};
use crate::domain::task_flow::{TaskFlow, TaskFlowId};
use crate::domain::template::layout::{Column, Generation, Layout};
use crate::domain::workbook::Visibility;

/// Register numbers of five people, and the BIS number that An had before.
pub(super) const AN: &str = "85073003328";
pub(super) const BO: &str = "93051822361";
pub(super) const CY: &str = "42012205181";
pub(super) const DI: &str = "75060898009";
pub(super) const ED: &str = "90022742191";
pub(super) const AN_BIS: &str = "85473000149";

/// A questionnaire in German and French only.
pub(super) const GERMAN: &str = "german-2026";

/// A cell: its field, its text, what it was.
pub(super) type Cell = (Field, &'static str, CellKind);

/// First name, last name and e-mail address, and what else the row says.
pub(super) fn person(first: &'static str, last: &'static str, email: &'static str, others: &[(Field, &'static str)]) -> Vec<Cell> {
    let names = [(Field::FirstName, first), (Field::LastName, last), (Field::Email, email)];
    names.into_iter().chain(others.iter().copied()).map(|(field, text)| (field, text, CellKind::Text)).collect()
}

/// Somebody of their own with this number and partner.
pub(super) fn numbered(first: &'static str, own: &'static str, partner: &'static str) -> Vec<Cell> {
    let email = match first {
        "An" => "an@example.be",
        "Bo" => "bo@example.be",
        "Cy" => "cy@example.be",
        "Di" => "di@example.be",
        "Ed" => "ed@example.be",
        _ => "x@example.be",
    };
    person(first, "Peeters", email, &[(Field::NationalNumber, own), (Field::SpouseNationalNumber, partner)])
}

/// What a row of cells is as a stored customer, its values being canonical ones.
pub(super) fn stored(cells: &[Cell]) -> Values {
    cells.iter().map(|(field, text, _)| (*field, *text)).collect()
}

/// A workbook and a store.
#[derive(Debug, Clone)]
pub(super) struct Scene {
    sheet: Sheet,
    next: u32,
    snapshot: Snapshot,
    colleagues: Vec<String>,
}

pub(super) fn flow(year: i16) -> TaskFlowId {
    TaskFlowId(format!("pit-{year}"))
}

pub(super) fn questionnaire(name: &str) -> QuestionnaireId {
    QuestionnaireId(name.to_owned())
}

/// Read once: every draft of every test has the same.
static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let built_in = built_in();
    let mut german = built_in.get(&questionnaire("pit-2026")).unwrap().clone();
    german.id = questionnaire(GERMAN);
    german.languages = vec![Language::German, Language::French];
    Catalogue::new(built_in.iter().cloned().chain([german]).collect())
});

impl Scene {
    /// Headings on row 1 with a column for every field, nothing below; a store of two seasons.
    pub(super) fn new() -> Self {
        let flows = vec![
            TaskFlow::personal_income_tax(2026, [GERMAN, "pit-2026", "self-employed-2026"].map(questionnaire).into()),
            TaskFlow::personal_income_tax(2025, ["pit-2025"].map(questionnaire).into()),
        ];
        let mut snapshot = Snapshot::of_no_store(flows);
        snapshot.store = "5".repeat(32);
        snapshot.revision = Revision(1);
        Self { sheet: Sheet::new("Klanten"), next: 2, snapshot, colleagues: Vec::new() }
    }

    /// Adds a row below the last one.
    pub(super) fn row(mut self, cells: &[Cell]) -> Self {
        for (column, field) in (0..).zip(Field::ALL) {
            for (_, text, kind) in cells.iter().filter(|(of, ..)| *of == field) {
                self.sheet.push(self.next, column, *kind, text).unwrap();
            }
        }
        self.next += 1;
        self
    }

    /// Leaves rows open.
    pub(super) fn gap(mut self, rows: u32) -> Self {
        self.next += rows;
        self
    }

    /// Adds a stored customer without a dossier; ids count from 1.
    pub(super) fn customer(self, values: &Values) -> Self {
        self.linked(values, &[])
    }

    /// Adds a stored customer with dossiers in the task flows of these years.
    pub(super) fn linked(mut self, values: &Values, years: &[i16]) -> Self {
        let id = CustomerId(self.snapshot.customer_count() as u64 + 1);
        let bytes = encode(&Customer { values: values.clone(), row: None }).unwrap();
        self.snapshot.add_customer(id, Revision(1), &bytes).unwrap();
        for year in years {
            self.snapshot.add_dossier(&flow(*year), id, unsent_head());
        }
        self
    }

    pub(super) fn colleague(mut self, address: &str) -> Self {
        self.colleagues.push(address.to_owned());
        self
    }

    /// The store remembers these lessons.
    pub(super) fn remembering(mut self, lessons: impl Iterator<Item = Remembered<Lesson>>) -> Self {
        lessons.for_each(|lesson| self.snapshot.memory.learn(lesson));
        self
    }

    pub(super) fn stock(&self) -> Arc<Stock> {
        Arc::new(Stock::new(self.snapshot.clone()))
    }

    /// The draft as it opens.
    pub(super) fn open(&self) -> Draft {
        let (source, office) = self.source();
        Draft::open(Arc::new(source), Arc::new(office), self.stock(), &mut |_| ControlFlow::Continue(())).unwrap()
    }

    /// What the draft is made from.
    pub(super) fn source(&self) -> (Source, Office) {
        let mark = SourceMark { file: "klanten.xlsx".into(), fingerprint: "f".repeat(64), sheet: "Klanten".into(), header_row: 1 };
        let columns = (0..).zip(Field::ALL).map(|(column, field)| Column { column, heading: field.key().to_owned(), field: Some(field) });
        let layout = Layout { header_row: 1, columns: columns.collect(), generation: Generation::Own };
        let source = Source {
            mark,
            sheet: self.sheet.clone(),
            layout,
            sheets: vec![SheetName { name: "Klanten".into(), visibility: Visibility::Visible }],
            columns_left_out: 0,
        };
        let office = Office {
            catalogue: CATALOGUE.clone(),
            colleagues: self.colleagues.clone(),
            defaults: crate::domain::draft::Choices::default(),
            today: date(2026, 5, 14),
        };
        (source, office)
    }

    /// The draft with language and questionnaire chosen, so that it can be committed.
    pub(super) fn chosen(&self) -> Draft {
        let mut draft = self.open();
        choose(&mut draft, Language::Dutch, "pit-2026");
        draft
    }
}

pub(super) fn choose(draft: &mut Draft, language: Language, name: &str) {
    let mut step = draft.choosing_language(language);
    step.decisions.extend(draft.choosing_questionnaire(questionnaire(name)).decisions);
    draft.decide(step);
}

pub(super) fn seed() -> Seed {
    Seed::new([7; 32])
}

/// The buckets of all rows that are in one, in the order of the workbook.
pub(super) fn buckets(draft: &Draft) -> Vec<Bucket> {
    (0..draft.row_count()).filter_map(|row| draft.bucket(row)).collect()
}

/// Which rows are selected.
pub(super) fn selected(draft: &Draft) -> Vec<RowIndex> {
    (0..draft.row_count()).filter(|row| draft.is_selected(*row)).collect()
}

pub(super) fn account(draft: &Draft, row: RowIndex) -> Account {
    draft.account(row).unwrap()
}

/// The rules that a row breaks, each with the number of the row that it names.
pub(super) fn rules(draft: &Draft, row: RowIndex) -> Vec<(Rule, Option<u32>)> {
    account(draft, row).findings.iter().map(|finding| (finding.rule, finding.other_row)).collect()
}

pub(super) fn has_error(account: &Account) -> bool {
    account.findings.iter().any(|finding| finding.severity() == Severity::Error)
}

/// The store after a commit, written by hand: no store of the project takes part.
pub(super) fn committed(before: &Snapshot, set: &ChangeSet) -> Arc<Stock> {
    let revision = Revision(before.revision.0 + 1);
    let mut after = Snapshot::of_no_store(before.flows.clone());
    after.store.clone_from(&before.store);
    after.revision = revision;
    let mut dossiers = Vec::new();
    let mut next = 1;
    for index in 0..before.customer_count() {
        let id = before.customer_id(index).unwrap();
        let mut customer = before.customer(index).unwrap();
        let mut version = before.version(index);
        for update in set.updates.iter().filter(|update| update.customer == id) {
            assert_eq!(update.seen, version, "looked at as it is stored");
            assert!(update.changes.iter().all(|change| customer.values.text(change.field) == change.before), "{update:?}");
            update.apply_to(&mut customer.values);
            version = revision;
            dossiers.extend(update.dossier.iter().map(|_| id));
        }
        after.add_customer(id, version, &encode(&customer).unwrap()).unwrap();
        dossiers.extend(before.dossier(&set.flow, id).map(|_| id));
        next = id.0 + 1;
    }
    for (id, addition) in (next..).zip(&set.additions) {
        let customer = Customer { values: addition.values.clone(), row: Some(addition.row) };
        after.add_customer(CustomerId(id), revision, &encode(&customer).unwrap()).unwrap();
        dossiers.push(CustomerId(id));
    }
    for id in dossiers {
        after.add_dossier(&set.flow, id, unsent_head());
    }
    Arc::new(Stock::new(after))
}

/// What the change set says of a row of the workbook.
pub(super) fn outcome(set: &ChangeSet, number: u32) -> &RowOutcome {
    &set.outcomes.iter().find(|(row, _)| *row == number).unwrap().1
}

/// What a list knows of a dossier that nothing was sent of.
fn unsent_head() -> DossierHead {
    let about = Head {
        status: Status::NotSentYet,
        language: Language::Dutch,
        deadline: jiff::civil::date(2026, 7, 15),
        deadline_origin: Origin::Default,
        invitation_wanted: false,
        answers: 0,
        reminders: 0,
        since: None,
        sent: None,
        reminded: None,
    };
    DossierHead { version: Revision(1), questionnaire: Arc::new(QuestionnaireId("pit-2026".into())), about }
}
