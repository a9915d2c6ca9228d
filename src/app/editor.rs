//! One field of a row being put right: what is typed, what is on offer, and what would come of it.

use super::desk::{Desk, Sight};
use super::digit_row::Number;
use super::key::Key;
use super::text_field::TextField;
use crate::domain::draft::{Cure, Deed, Draft, Rehearsal, RowIndex, Step};
use crate::domain::field::Field;
use crate::domain::finding::{Finding, Proof};
use crate::domain::language::Language;

/// A value that can be chosen instead of typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The value.
    pub text: String,
    /// Where it comes from.
    pub source: Source,
}

/// Where an offered value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// It would cure a finding, and this shows that it is right.
    Suggested(Proof),
    /// The field can do without.
    Nothing,
    /// The workbook says so; something else was put in its place.
    File,
    /// The field reads so now.
    Now,
    /// It is one of the few values that the field can have.
    Listed(Listed),
}

/// One of the values of a field that can have only a few.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    /// A language.
    Language(Language),
    /// Whether something is wanted.
    Wanted(bool),
    /// The only kind of customer there is.
    Person,
    /// A colleague of the office.
    Colleague,
}

/// One field of a row being put right.
#[derive(Debug, Clone)]
pub struct Editor {
    /// The row.
    pub row: RowIndex,
    /// The field.
    pub field: Field,
    /// What is wrong with the field as it now reads.
    pub problems: Vec<Finding>,
    /// The new value so far.
    pub input: TextField,
    /// What can be chosen instead: what would put the typed text right first.
    pub offers: Vec<Offer>,
    /// Which of them the new value is; none once something was typed.
    pub chosen: Option<usize>,
    /// Whether a person has typed or chosen anything.
    pub touched: bool,
    /// What would come of the new value.
    pub rehearsal: Rehearsal,
}

/// Types a key for a field: where only a number can stand, the unshifted row gives its digits.
pub(super) fn press_for(field: Field, input: &mut TextField, key: Key) -> bool {
    match Number::of(field) {
        Some(number) => input.press_number(number, key),
        None => input.press(key),
    }
}

impl Editor {
    /// Opens a field of a row. It begins with what is suggested, or as it now reads.
    #[must_use]
    pub fn open(desk: &mut Desk, row: RowIndex, field: Field) -> Option<Self> {
        let account = desk.draft.account(row)?;
        let problems: Vec<Finding> = account.findings.into_iter().filter(|finding| finding.field == field).collect();
        let offers = offers(&desk.draft, row, field, &[], &problems);
        let first = offers.iter().position(|offer| matches!(offer.source, Source::Suggested(_) | Source::Now))?;
        let input = TextField::with(offers.get(first).map_or("", |offer| offer.text.as_str()));
        let rehearsal = desk.rehearse(&Step::new(Deed::Type, Vec::new()), row);
        let mut editor = Self { row, field, problems, input, offers, chosen: Some(first), touched: false, rehearsal };
        editor.rehearse(desk);
        Some(editor)
    }

    /// Types a key. A value that is masked gives way to it as a whole, as a selected text does: so a wrong
    /// key never shows what the mask hides.
    pub fn press(&mut self, key: Key, sight: Sight, desk: &mut Desk) {
        let changes = matches!(key, Key::Char(_) | Key::Space | Key::Backspace | Key::Delete | Key::Ctrl('u' | 'w'));
        let gives_way = changes && self.is_masked(sight);
        if gives_way {
            self.input = TextField::default();
        }
        if press_for(self.field, &mut self.input, key) || gives_way {
            self.typed(desk);
        }
    }

    /// Whether the new value is shown masked: it was put there, not typed.
    #[must_use]
    pub fn is_masked(&self, sight: Sight) -> bool {
        self.chosen.is_some() && self.field.is_national_number() && !sight.shows_numbers
    }

    /// Whether a person typed something that the field does not read yet. What was chosen is chosen again as fast.
    #[must_use]
    pub fn is_typed(&self, draft: &Draft) -> bool {
        self.touched && self.chosen.is_none() && self.input.text() != draft.given(self.row, self.field)
    }

    /// Puts pasted text in; gives how many characters there was no room for.
    #[must_use = "a person has to be told what was left out"]
    pub fn paste(&mut self, text: &str, sight: Sight, desk: &mut Desk) -> usize {
        if self.is_masked(sight) {
            self.input = TextField::default();
        }
        let left_out = self.input.paste(text);
        self.typed(desk);
        left_out
    }

    fn typed(&mut self, desk: &mut Desk) {
        self.chosen = None;
        self.touched = true;
        self.rehearse(desk);
        // Only here: an offer that is chosen has nothing wrong any more, and would be gone from the list.
        let typed: Vec<Finding> = self.wrong().cloned().collect();
        self.offers = offers(&desk.draft, self.row, self.field, &typed, &self.problems);
    }

    /// Chooses the next offer, or the one before; none stands above the first.
    pub fn choose(&mut self, forward: bool, desk: &mut Desk) {
        let last = self.offers.len().saturating_sub(1);
        let place = match (self.chosen, forward) {
            (Some(place), true) => (place + 1).min(last),
            (Some(place), false) => place.saturating_sub(1),
            (None, true) => 0,
            (None, false) => last,
        };
        if let Some(offer) = self.offers.get(place) {
            self.input = TextField::with(&offer.text);
            self.chosen = Some(place);
            self.touched = true;
            self.rehearse(desk);
        }
    }

    /// What accepting the new value would decide.
    #[must_use]
    pub fn step(&self, draft: &Draft) -> Step {
        let text = self.input.text();
        match self.chosen.and_then(|place| self.offers.get(place)).map(|offer| &offer.source) {
            Some(Source::Now) => Step::new(Deed::Type, Vec::new()),
            Some(Source::File) => draft.restoring(self.row, self.field),
            Some(Source::Suggested(_)) => draft.curing(Deed::TakeSuggestion, &[self.cure(draft)]),
            None if text == draft.given(self.row, self.field) => Step::new(Deed::Type, Vec::new()),
            Some(Source::Nothing | Source::Listed(_)) | None => draft.typing(self.row, self.field, text),
        }
    }

    /// The field before and after.
    #[must_use]
    pub fn cure(&self, draft: &Draft) -> Cure {
        let before = draft.given(self.row, self.field).to_owned();
        Cure { row: self.row, field: self.field, before, after: self.input.text().to_owned() }
    }

    /// What would still be wrong with the field.
    pub fn wrong(&self) -> impl Iterator<Item = &Finding> {
        self.findings().filter(|finding| finding.field == self.field)
    }

    /// What would still be wrong with other fields of the row.
    pub fn wrong_elsewhere(&self) -> impl Iterator<Item = &Finding> {
        self.findings().filter(|finding| finding.field != self.field)
    }

    fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.rehearsal.account.iter().flat_map(|account| &account.findings)
    }

    fn rehearse(&mut self, desk: &mut Desk) {
        let step = self.step(&desk.draft);
        self.rehearsal = desk.rehearse(&step, self.row);
    }
}

/// What can be chosen: what cures the findings of the typed text, then those of the field as it reads, then the rest.
fn offers(draft: &Draft, row: RowIndex, field: Field, typed: &[Finding], problems: &[Finding]) -> Vec<Offer> {
    let mut offers: Vec<Offer> = Vec::new();
    let now = draft.given(row, field);
    for finding in typed.iter().chain(problems) {
        if let (Some(remedy), Some(proof)) = (&finding.suggestion, finding.proof())
            && remedy.value() != now
            && offers.iter().all(|offer| offer.text != remedy.value())
        {
            offers.push(Offer { text: remedy.value().to_owned(), source: Source::Suggested(proof) });
        }
    }
    let is_offered = |offers: &[Offer]| offers.iter().any(|offer| offer.text.is_empty());
    if !field.is_required() && !now.is_empty() && !is_offered(&offers) {
        offers.push(Offer { text: String::new(), source: Source::Nothing });
    }
    if draft.is_edited(row, field) && offers.iter().all(|offer| offer.text != draft.in_workbook(row, field)) {
        offers.push(Offer { text: draft.in_workbook(row, field).to_owned(), source: Source::File });
    }
    offers.push(Offer { text: now.to_owned(), source: Source::Now });
    for (text, listed) in values(draft, field) {
        if offers.iter().all(|offer| offer.text != text) {
            offers.push(Offer { text, source: Source::Listed(listed) });
        }
    }
    offers
}

/// Every value of a field that can have only a few; none of one where anything can stand.
fn values(draft: &Draft, field: Field) -> Vec<(String, Listed)> {
    match field {
        Field::Language => draft.languages().into_iter().map(|language| (language.code().to_owned(), Listed::Language(language))).collect(),
        Field::SendInvitation => vec![("yes".to_owned(), Listed::Wanted(true)), ("no".to_owned(), Listed::Wanted(false))],
        Field::Person => vec![("person".to_owned(), Listed::Person)],
        Field::Responsible => draft.colleagues().iter().map(|address| (address.clone(), Listed::Colleague)).collect(),
        _ => Vec::new(),
    }
}
