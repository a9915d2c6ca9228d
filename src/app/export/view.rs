//! A tab as it is shown: its rows as they are filtered and sorted, or those of the range; its columns
//! in their order; every value whole.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Caption, heading};
use crate::app::desk::{Desk, Sight};
use crate::app::listing::Listing as _;
use crate::app::table::Column;
use crate::domain::draft::{Account, Bucket, Comparison, Difference, Draft, Side};
use crate::domain::export::{Cell, Details, Entry, Heading, Numbers, Table};
use crate::domain::field::Field;
use crate::domain::finding::{Finding, Severity};
use crate::domain::sheet::column_letters;

/// A tab as it was when it was asked for.
#[derive(Debug)]
pub struct View {
    draft: Arc<Draft>,
    tab: Bucket,
    items: Vec<u32>,
    columns: Vec<Column>,
    sight: Sight,
}

impl View {
    pub(super) fn of(desk: &Desk, sight: Sight) -> Self {
        let table = desk.table();
        let items = if table.anchor.is_some() { table.in_range() } else { &table.order };
        let columns = table.shown().map(|setting| setting.column).collect();
        Self { draft: Arc::clone(&desk.draft), tab: desk.tab, items: items.to_vec(), columns, sight }
    }

    pub(super) fn row_count(&self) -> u64 {
        self.items.len() as u64
    }

    pub(super) fn table(&self) -> Table<'_> {
        let words = self.sight.words();
        let mark = &self.draft.source().mark;
        // A desk stays on its thread, so that the one to ask is made where the rows are written.
        let desk = Desk::unlisted(String::new(), Arc::clone(&self.draft), self.tab);
        Table {
            key: self.tab.word(),
            title: (words.bucket)(self.tab).to_owned(),
            file: mark.file.clone(),
            sheet: mark.sheet.clone(),
            numbers: numbers(self.sight),
            counts_title: String::new(),
            counts: Vec::new(),
            headings: self.columns.iter().map(|column| self.heading(*column)).collect(),
            details: self.details(),
            row_count: self.row_count(),
            rows: Box::new(self.items.iter().map(move |item| self.entry(&desk, *item))),
        }
    }

    fn heading(&self, column: Column) -> Heading {
        let words = self.sight.words();
        // On screen a column has little room for its name.
        let word = if let Column::Field(field) = column { (words.field)(field) } else { (words.column)(column) };
        let is_in_details = matches!(column, Column::FindingField | Column::FindingValue | Column::FindingReason);
        Heading { key: key(column), word: word.to_owned(), is_in_details }
    }

    fn details(&self) -> Option<Details> {
        let captions = |captions: &[(&'static str, Caption)]| {
            captions.iter().map(|(key, caption)| heading(key, (self.sight.words().exports.caption)(*caption))).collect()
        };
        let (key, title, headings) = match self.tab {
            Bucket::OnlyInImport | Bucket::OnlyInStore => return None,
            Bucket::Invalid => (
                "findings",
                Caption::Findings,
                captions(&[
                    ("severity", Caption::Weight),
                    ("field", Caption::Field),
                    ("cell", Caption::Cell),
                    ("value", Caption::Value),
                    ("reason", Caption::Reason),
                    ("rule", Caption::Rule),
                    ("suggestion", Caption::Suggestion),
                ]),
            ),
            Bucket::Duplicates => (
                "fields",
                Caption::Fields,
                captions(&[
                    ("field", Caption::Field),
                    ("store", Caption::InStore),
                    ("import", Caption::InImport),
                    ("taken_from", Caption::TakenFrom),
                ]),
            ),
        };
        let title = (self.sight.words().exports.caption)(title).to_owned();
        Some(Details { key, title, identity: vec![self.heading(Column::Row), self.heading(Column::Customer)], headings })
    }

    fn entry(&self, desk: &Desk, item: u32) -> Entry {
        let account = match self.tab {
            Bucket::Invalid | Bucket::Duplicates => self.draft.account(item),
            Bucket::OnlyInImport | Bucket::OnlyInStore => None,
        };
        let mut texts = desk.cells(item, &self.columns, self.sight.leaving()).into_iter();
        // A record that cannot be read has one text only.
        let cells = self.columns.iter().map(|column| self.cell(item, *column, texts.next().unwrap_or_default(), account.as_ref()));
        let cells = cells.collect();
        let Some(account) = account else { return Entry { cells, ..Entry::default() } };
        let name = desk.cells(item, &[Column::Customer], self.sight.leaving()).into_iter().next().unwrap_or_default();
        let identity = vec![Cell::Number(u64::from(account.number)), Cell::text(name)];
        let details = if self.tab == Bucket::Invalid {
            account.findings.iter().map(|finding| self.finding(&account, finding)).collect()
        } else {
            // What is the same to the letter stands in the row itself.
            let differing = account.comparisons(&self.draft).into_iter().filter(|one| one.store != one.import);
            differing.map(|one| self.both_sides(&one)).collect()
        };
        Entry { cells, identity, details }
    }

    /// What the screen shows, as the kind of thing that it is.
    fn cell(&self, item: u32, column: Column, text: String, account: Option<&Account>) -> Cell {
        let draft = &self.draft;
        match column {
            Column::Row => Cell::Number(u64::from(draft.row_number(item))),
            Column::Taken => Cell::Number(draft.overwrite_count(item) as u64),
            Column::Differences => {
                let comparisons = account.map(|account| account.comparisons(draft)).unwrap_or_default();
                Cell::Number(comparisons.iter().filter(|one| one.difference.can_be_taken()).count() as u64)
            }
            Column::Field(Field::Deadline) if self.tab != Bucket::OnlyInStore => match text.parse::<Date>() {
                Ok(date) => Cell::Date(date),
                Err(_) => Cell::text(text),
            },
            Column::LastChange => Date::strptime("%d/%m/%Y", &text).map_or_else(|_| Cell::text(text), Cell::Date),
            _ => Cell::text(text),
        }
    }

    fn finding(&self, account: &Account, finding: &Finding) -> Vec<Cell> {
        let words = self.sight.words();
        let caption = |key, caption| Cell::Named { key, word: (words.exports.caption)(caption).to_owned() };
        let weight = match finding.severity() {
            Severity::Error => caption("error", Caption::Error),
            Severity::Warning => caption("warning", Caption::Warning),
        };
        let column = account.given.iter().find(|given| given.field == finding.field).and_then(|given| given.column).map(column_letters);
        vec![
            weight,
            self.field(finding.field),
            column.map_or(Cell::Empty, |letters| Cell::Text(format!("{letters}{}", account.number))),
            Cell::text(self.sight.value(finding.field, &finding.value)),
            Cell::Text(reason(finding, self.sight)),
            Cell::Text(finding.rule.id().to_owned()),
            finding.suggestion.as_ref().map_or(Cell::Empty, |remedy| Cell::text(self.sight.value(finding.field, remedy.value()))),
        ]
    }

    fn both_sides(&self, one: &Comparison) -> Vec<Cell> {
        let (key, caption) = match (one.difference, one.side) {
            (Difference::Same, _) => ("same", Caption::Same),
            (Difference::OnlyImport | Difference::Differs, Side::Import) => ("import", Caption::Import),
            (Difference::OnlyImport | Difference::Differs, Side::Both) => ("both", Caption::Both),
            (Difference::OnlyStore, _) | (Difference::OnlyImport | Difference::Differs, Side::Store) => ("store", Caption::Store),
        };
        vec![
            self.field(one.field),
            Cell::text(self.sight.value(one.field, &one.store)),
            Cell::text(self.sight.value(one.field, &one.import)),
            Cell::Named { key, word: (self.sight.words().exports.caption)(caption).to_owned() },
        ]
    }

    fn field(&self, field: Field) -> Cell {
        Cell::Named { key: field.key(), word: (self.sight.words().field)(field).to_owned() }
    }
}

/// What is wrong, in one sentence.
fn reason(finding: &Finding, sight: Sight) -> String {
    let other = finding.other_row.map_or_else(String::new, |row| row.to_string());
    sight.words().rule(finding.rule).what.replace("{row}", &other)
}

pub(super) const fn numbers(sight: Sight) -> Numbers {
    if sight.shows_numbers { Numbers::Shown } else { Numbers::Masked }
}

/// The stable name of a column.
pub(super) const fn key(column: Column) -> &'static str {
    match column {
        Column::Row => "row",
        Column::Customer => "customer",
        Column::Field(field) => field.key(),
        Column::FindingField => "finding_field",
        Column::FindingValue => "finding_value",
        Column::FindingReason => "finding_reason",
        Column::Certainty => "certainty",
        Column::Differences => "differences",
        Column::Taken => "taken",
        Column::Looked => "looked_at",
        Column::Dossier => "dossier",
        Column::Absence => "absence",
        Column::LastChange => "last_change",
        Column::CustomerId => "customer_id",
        Column::Status => "status",
        Column::DaysLeft => "days_left",
        Column::Since => "since",
        Column::Progress => "progress",
        Column::Questionnaire => "questionnaire",
        Column::Reminders => "reminders",
        Column::ChangedBy => "changed_by",
        Column::Flow => "task_flow",
        Column::Dossiers => "dossiers",
        Column::Simple => "deadline_simple",
        Column::Specific => "deadline_specific",
        Column::Told(column) => column.key(),
        Column::Message => "message",
        Column::MailState => "state",
        Column::Attempts => "attempts",
        Column::Answer => "answer",
        Column::Round => "round",
        Column::Occasion => "occasion",
    }
}
