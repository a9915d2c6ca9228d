//! The decisions of a draft taken over to another version of the same workbook.
//!
//! Rows are found again by what stands in them, else by who they are about. What was decided about a
//! row fits where the new row says what the old one said then; everything else is named, never guessed.

use std::collections::{BTreeSet, HashMap};

use super::{Cure, Decision, Deed, Draft, Mark, Pair, Parting, RowIndex, Step, Unfit};
use crate::domain::draft::Bond;
use crate::domain::field::Field;
use crate::domain::fold::fold;

/// What of a row's decisions could not be taken over to another workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lost {
    /// The row is not there any more, and with it everything that was decided about it.
    Row,
    /// The cell that was corrected says something else now.
    Edit(Field),
    /// The side that a field was taken from: the row or the store says something else now.
    Side(Field),
    /// It is not taken along, or left out, as it was.
    Selection,
    /// It was joined with another row.
    Join,
    /// It was accepted beside a stored customer, and now matches another or nobody.
    Look,
}

/// How a row is found again: the text by which it is known, if it has one.
type Likeness = fn(&Draft, RowIndex) -> Option<String>;

/// From the surest to the least sure. Numbers, codes and names are looked for as the workbook has them,
/// then as they were corrected: the new workbook may have the correction in it.
const LIKENESSES: [Likeness; 7] = [
    whole_row,
    |draft, row| number(draft.in_workbook(row, Field::NationalNumber)),
    |draft, row| number(draft.given(row, Field::NationalNumber)),
    |draft, row| code(draft.in_workbook(row, Field::ClientCode)),
    |draft, row| code(draft.given(row, Field::ClientCode)),
    |draft, row| person(|field| draft.in_workbook(row, field)),
    |draft, row| person(|field| draft.given(row, field)),
];

fn whole_row(draft: &Draft, row: RowIndex) -> Option<String> {
    let at = draft.rows.get(row as usize)?.at as usize;
    let mut text = String::new();
    for cell in draft.source.sheet.cells(at) {
        text.push_str(cell.text);
        text.push('\u{1f}');
    }
    Some(text)
}

fn number(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    (digits.len() == 11).then_some(digits)
}

fn code(text: &str) -> Option<String> {
    let code = fold(text);
    (!code.is_empty()).then_some(code)
}

fn person<'a>(says: impl Fn(Field) -> &'a str) -> Option<String> {
    let email = fold(says(Field::Email));
    let name = fold(&format!("{} {}", says(Field::LastName), says(Field::FirstName)));
    (!email.is_empty() && !name.is_empty()).then(|| format!("{email}\u{1f}{name}"))
}

/// The rows that are known by each text.
fn known_by(draft: &Draft, likeness: Likeness, open: impl Fn(RowIndex) -> bool) -> HashMap<String, Vec<RowIndex>> {
    let mut known: HashMap<String, Vec<RowIndex>> = HashMap::new();
    for row in (0..draft.row_count()).filter(|row| open(*row)) {
        if let Some(text) = likeness(draft, row) {
            known.entry(text).or_default().push(row);
        }
    }
    known
}

/// The new row of each old one. Several rows that are known by one text are told apart by their order,
/// where both workbooks have as many of them and they are alike in every cell.
fn translated(old: &Draft, new: &Draft) -> Vec<Option<RowIndex>> {
    let mut rows = vec![None; old.rows.len()];
    let mut taken = vec![false; new.rows.len()];
    for (at, likeness) in LIKENESSES.into_iter().enumerate() {
        let here = known_by(old, likeness, |row| rows.get(row as usize).is_some_and(Option::is_none));
        let there = known_by(new, likeness, |row| taken.get(row as usize) == Some(&false));
        for (text, before) in here {
            let Some(after) = there.get(&text).filter(|after| after.len() == before.len()) else { continue };
            if at > 0 && before.len() > 1 {
                continue;
            }
            for (before, after) in before.iter().zip(after) {
                if let (Some(slot), Some(taken)) = (rows.get_mut(*before as usize), taken.get_mut(*after as usize)) {
                    *slot = Some(*after);
                    *taken = true;
                }
            }
        }
    }
    rows
}

/// A draft being taken over.
struct Carrying<'a> {
    old: &'a Draft,
    rows: Vec<Option<RowIndex>>,
    lost: BTreeSet<(RowIndex, Lost)>,
}

impl Carrying<'_> {
    /// The new row of an old one about which something was decided.
    fn row(&mut self, old: RowIndex) -> Option<RowIndex> {
        let found = self.rows.get(old as usize).copied().flatten();
        if found.is_none() {
            self.lost.insert((old, Lost::Row));
        }
        found
    }

    fn edits(&mut self, new: &mut Draft) {
        let mut cures = Vec::new();
        for (before, field, text) in self.old.edits() {
            let Some(row) = self.row(before) else { continue };
            let (was, is) = (self.old.in_workbook(before, field), new.in_workbook(row, field));
            if was == is {
                cures.push(Cure { row, field, before: is.to_owned(), after: text.to_owned() });
            } else if is != text {
                self.lost.insert((before, Lost::Edit(field)));
            }
        }
        let step = new.curing(Deed::Type, &cures);
        new.decide(step);
    }

    fn joins(&mut self, new: &mut Draft) {
        for (before, main) in self.old.joins() {
            let (Some(partner), Some(main)) = (self.row(before), self.row(main)) else { continue };
            match new.joining(Pair { main, partner, bond: Bond::NamedPartner }) {
                Ok(step) => {
                    new.decide(step.continuing());
                }
                Err(_) => {
                    self.lost.insert((before, Lost::Join));
                }
            }
        }
    }

    fn partings(&mut self, new: &mut Draft) {
        let mut decisions = Vec::new();
        for (before, customer) in self.old.partings() {
            // Who is not in the store any more needs no parting.
            if let Some(row) = self.row(before).filter(|_| new.stock.snapshot.index_of(customer).is_some()) {
                decisions.push(Decision::Part(Parting { row, customer, apart: true }));
            }
        }
        new.decide(Step::new(Deed::HoldApart, decisions));
    }

    fn sides(&mut self, new: &mut Draft) {
        for (before, customer, known) in self.old.overwrites.iter() {
            let Some(row) = self.row(before) else { continue };
            let same_customer = new.rows.get(row as usize).and_then(|standing| new.customer_of(standing)) == Some(customer);
            let same_row = self.old.given(before, known.field) == new.given(row, known.field);
            let same_store = new.held(customer, known.field).as_deref() == Some(&known.held);
            if same_customer && same_row && same_store {
                let step = new.taking(row, [known.field], known.side);
                new.decide(step.continuing());
            } else {
                self.lost.insert((before, Lost::Side(known.field)));
            }
        }
    }

    fn marks(&mut self, new: &mut Draft) {
        let mut marked: [Vec<(RowIndex, RowIndex)>; 2] = Default::default();
        let [selected, deselected] = &mut marked;
        for (before, standing) in (0..).zip(&self.old.rows) {
            let Some(mark) = standing.marked else { continue };
            let Some(row) = self.row(before) else { continue };
            match mark {
                Mark::Selected => selected.push((before, row)),
                Mark::Deselected => deselected.push((before, row)),
            }
        }
        for (rows, mark) in marked.iter().zip([Mark::Selected, Mark::Deselected]) {
            let step = new.marking(rows.iter().map(|(_, row)| *row), mark);
            new.decide(step.continuing());
        }
        let otherwise = |(before, row): &&(RowIndex, RowIndex)| self.old.is_selected(*before) != new.is_selected(*row);
        let lost: Vec<RowIndex> = marked.iter().flatten().filter(otherwise).map(|(before, _)| *before).collect();
        self.lost.extend(lost.into_iter().map(|before| (before, Lost::Selection)));
    }

    fn looks(&mut self, new: &mut Draft) {
        for (before, customer) in self.old.looked.iter() {
            let Some(row) = self.row(before) else { continue };
            if new.rows.get(row as usize).and_then(|standing| new.customer_of(standing)) == Some(customer) {
                let step = new.accepting(row);
                new.decide(step.continuing());
            } else {
                self.lost.insert((before, Lost::Look));
            }
        }
    }

    fn named(self) -> impl Iterator<Item = Unfit> {
        let gone: BTreeSet<RowIndex> = self.lost.iter().filter(|(_, what)| *what == Lost::Row).map(|(row, _)| *row).collect();
        let told: Vec<Unfit> = (self.lost.iter())
            .filter(|(row, what)| *what == Lost::Row || !gone.contains(row))
            .map(|&(row, what)| Unfit::Lost {
                number: self.old.row_number(row),
                row: self.rows.get(row as usize).copied().flatten(),
                name: self.old.name_in(row),
                what,
            })
            .collect();
        told.into_iter()
    }
}

impl Draft {
    /// Takes the decisions in force of a draft of an earlier version of the workbook over to this one,
    /// which has just been opened. Tells what does not fit any more; that is not in force.
    pub fn carry_over(&mut self, old: &Self) -> Vec<Unfit> {
        let mut unfit = self.carry_choices(old);
        unfit.extend(self.carry_mapping(old));
        let mut carrying = Carrying { old, rows: translated(old, self), lost: BTreeSet::new() };
        carrying.partings(self);
        carrying.edits(self);
        carrying.joins(self);
        carrying.sides(self);
        carrying.marks(self);
        carrying.looks(self);
        unfit.extend(carrying.named());
        unfit
    }

    fn carry_choices(&mut self, old: &Self) -> Vec<Unfit> {
        let mut unfit = Vec::new();
        let mut step = Step::new(Deed::Choose, Vec::new());
        if let Some(flow) = &old.choices.flow {
            if self.stock.snapshot.flow(flow).is_some() {
                step = step.and(self.choosing_flow(flow));
            } else {
                unfit.push(Unfit::Flow(flow.clone()));
            }
        }
        if let Some(language) = old.choices.language {
            step = step.and(self.choosing_language(language));
        }
        if let Some(questionnaire) = &old.choices.questionnaire {
            if self.office.catalogue.get(questionnaire).is_some() {
                step = step.and(self.choosing_questionnaire(questionnaire.clone()));
            } else {
                unfit.push(Unfit::Questionnaire(questionnaire.clone()));
            }
        }
        self.decide(step);
        unfit
    }

    /// Columns that a person gave another field than was found: known again by their headings.
    fn carry_mapping(&mut self, old: &Self) -> Vec<Unfit> {
        let found = |column| old.source.layout.columns.iter().find(|known| known.column == column).and_then(|known| known.field);
        let mapped = old.layout.columns.iter().filter(|known| found(known.column) != known.field);
        let (mut wanted, mut unfit) = (Vec::new(), Vec::new());
        for column in mapped {
            let heading = fold(&column.heading);
            let mut alike = self.layout.columns.iter().filter(|known| fold(&known.heading) == heading && !heading.is_empty());
            match (alike.next(), alike.next()) {
                (Some(one), None) => wanted.push((one.column, column.field)),
                _ => unfit.push(Unfit::Column(column.heading.clone())),
            }
        }
        let step = self.mapping_columns(wanted);
        self.decide(step);
        unfit
    }
}

impl Unfit {
    /// The same, said of a draft whose workbook is not the one that is open.
    #[must_use]
    pub fn of_old(self, old: &Draft) -> Self {
        let lost = |row, what| Self::Lost { number: old.row_number(row), row: None, name: old.name_in(row), what };
        match self {
            Self::Overwrite { row, field } => lost(row, Lost::Side(field)),
            Self::Selection { row } => lost(row, Lost::Selection),
            Self::Questionnaire(_) | Self::Flow(_) | Self::Column(_) | Self::Lost { .. } => self,
        }
    }
}

impl Draft {
    /// Whom a row is about, family name first, as it now reads.
    #[must_use]
    pub fn name_in(&self, row: RowIndex) -> String {
        format!("{} {}", self.given(row, Field::LastName).trim(), self.given(row, Field::FirstName).trim()).trim().to_owned()
    }
}
