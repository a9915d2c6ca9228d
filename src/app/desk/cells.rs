//! What stands in a cell, made for the rows that are seen and no others.

use jiff::Timestamp;
use jiff::tz::Offset;

use super::Desk;
use super::telling::{Judged, OfRow, OfStored, Telling, telling};
use crate::app::action::Action;
use crate::app::keymap::{Keymap, Layer};
use crate::app::table::Column;
use crate::domain::draft::{Account, Bucket, Draft, RowIndex};
use crate::domain::field::Field;
use crate::domain::finding::{Finding, Severity};
use crate::domain::form::typed_masked;
use crate::domain::language::Language;
use crate::domain::mask;
use crate::domain::national_number::NationalNumber;
use crate::domain::questionnaire::Question;
use crate::words::{ScreenLanguage, Words};

/// Why a stored customer is listed as only in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Absence {
    /// Linked to the task flow, and this file lacks it.
    NotInFile,
    /// Not in this file, and not linked to the task flow either.
    NotLinked,
    /// No row is theirs, and a row of this file names them as the partner.
    PartnerOfRow,
}

/// What stands before a value that is not the workbook's any more.
const EDITED: char = '~';

/// Whether values that are not the workbook's any more bear their sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Signs {
    /// As on the screen.
    Shown,
    /// The values alone.
    Left,
}

/// How text is shown: in which language, and whether national numbers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sight {
    /// The language of the screen.
    pub language: ScreenLanguage,
    /// Whether national numbers are shown in full.
    pub shows_numbers: bool,
    /// How far the office's clock is from UTC, so that a day is the office's day.
    pub offset: Offset,
    /// The keys that hold, so that phrases name those.
    pub keys: &'static Keymap,
    /// How phrases name those.
    pub naming: Naming,
    /// What stands where a customer has no name.
    pub nameless: Nameless,
}

/// What stands where a customer has no name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Nameless {
    /// That there is none: a title with a hole in it looks broken.
    #[default]
    Said,
    /// Nothing: in a file, or on a clipboard, words of the program would be taken for the name.
    Blank,
}

/// How keys are named in phrases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Naming {
    /// As they are written: `F`.
    #[default]
    Written,
    /// So that it is heard which they are: `Shift+F`.
    Heard,
}

impl Sight {
    /// As everything begins: numbers hidden, days of UTC, the standard keys.
    #[must_use]
    pub fn first(language: ScreenLanguage) -> Self {
        Self {
            language,
            shows_numbers: false,
            offset: Offset::UTC,
            keys: Keymap::standard(),
            naming: Naming::Written,
            nameless: Nameless::Said,
        }
    }

    /// The phrases of the screen's language.
    #[must_use]
    pub fn words(self) -> &'static Words {
        Words::of(self.language)
    }

    /// A phrase with the keys that hold on a screen in the place of the `{action}`s in it.
    #[must_use]
    pub fn keyed(self, layer: Layer, phrase: &str) -> String {
        self.keys.fill_with(layer, phrase, |keys| self.written(keys))
    }

    /// The key that an action is shown with on a screen; nothing where it has none.
    #[must_use]
    pub fn key(self, layer: Layer, action: Action) -> String {
        self.keys.key_of(layer, action).map(|keys| self.written(keys)).unwrap_or_default()
    }

    /// Keys of the table as the language of the screen calls them.
    #[must_use]
    pub fn written(self, keys: &str) -> String {
        let names = &self.words().key_names;
        match self.naming {
            Naming::Written => names.written(keys),
            Naming::Heard => names.heard(keys),
        }
    }

    /// The day of a moment, where the office is.
    #[must_use]
    pub fn day(self, when: Timestamp) -> String {
        when.to_zoned(self.offset.to_time_zone()).strftime("%d/%m/%Y").to_string()
    }

    /// The same as a date.
    #[must_use]
    pub fn date(self, when: Timestamp) -> jiff::civil::Date {
        when.to_zoned(self.offset.to_time_zone()).date()
    }

    /// The time of day of a moment, where the office is.
    #[must_use]
    pub fn time(self, when: Timestamp) -> String {
        when.to_zoned(self.offset.to_time_zone()).strftime("%H:%M").to_string()
    }

    /// The day and time of a moment, where the office is.
    #[must_use]
    pub fn moment(self, when: Timestamp) -> String {
        format!("{} {}", self.day(when), self.time(when))
    }

    /// The value of a field, its national number masked unless asked for.
    #[must_use]
    pub fn value(self, field: Field, value: &str) -> String {
        if field.is_national_number() && !self.shows_numbers { mask::mask_number(value) } else { self.text(value) }
    }

    /// The name of a customer; where nobody gave one, that it is missing.
    #[must_use]
    pub fn name(self, name: &str) -> String {
        match self.nameless {
            Nameless::Said if name.trim().is_empty() => self.words().no_name.to_owned(),
            Nameless::Said | Nameless::Blank => self.value(Field::LastName, name),
        }
    }

    /// The same for what leaves the program: a file, a clipboard.
    #[must_use]
    pub const fn leaving(self) -> Self {
        Self { nameless: Nameless::Blank, ..self }
    }

    /// The value of a field as it was edited. Editing may have moved digits that the mask hides to where
    /// it shows them: a national number that is none is hidden whole.
    #[must_use]
    pub fn edited(self, field: Field, value: &str) -> String {
        let digits = || value.chars().filter(|character| character.is_numeric()).collect::<String>();
        if field.is_national_number() && !self.shows_numbers && NationalNumber::parse_stored(&digits()).is_err() {
            return mask::mask_whole(value);
        }
        self.value(field, value)
    }

    /// The value of a field as it now reads, edited or not.
    #[must_use]
    pub fn given(self, draft: &Draft, row: RowIndex, field: Field, value: &str) -> String {
        if draft.is_edited(row, field) { self.edited(field, value) } else { self.value(field, value) }
    }

    /// A text of which it is not known what field it is, national numbers in it masked unless asked
    /// for: people write them everywhere.
    #[must_use]
    pub fn text(self, text: &str) -> String {
        if self.shows_numbers { text.to_owned() } else { mask::mask_in_text(text).into_owned() }
    }

    /// The name of a file, or a path to one, national numbers in it masked unless asked for: offices name files after the customer inside.
    #[must_use]
    pub fn file(self, name: &str) -> String {
        if self.shows_numbers { name.to_owned() } else { mask::file_name(name) }
    }

    /// What somebody wrote for a question, or for none: whatever could be meant as a national number is masked unless asked for.
    #[must_use]
    pub fn typed(self, question: Option<&Question>, text: &str) -> String {
        if self.shows_numbers { text.to_owned() } else { typed_masked(question, text).into_owned() }
    }

    /// The cells of a row of which nobody knows yet what they are, one behind the other.
    #[must_use]
    pub fn raw_row(self, cells: &[String]) -> String {
        cells.iter().map(|cell| self.text(cell.trim())).collect::<Vec<_>>().join(" | ")
    }
}

impl Desk {
    /// Whether a stored customer has a dossier in the chosen task flow.
    #[must_use]
    pub fn is_linked(&self, stored: u32) -> bool {
        let snapshot = &self.draft.stock().snapshot;
        match (&self.draft.choices().flow, snapshot.customer_id(stored as usize)) {
            (Some(flow), Some(id)) => snapshot.dossier(flow, id).is_some(),
            (None, _) | (_, None) => false,
        }
    }

    /// Why a stored customer is listed as only in the store.
    #[must_use]
    pub fn absence(&self, stored: u32) -> Absence {
        match (self.draft.row_of_stored_partner(stored), self.is_linked(stored)) {
            (Some(_), _) => Absence::PartnerOfRow,
            (None, true) => Absence::NotInFile,
            (None, false) => Absence::NotLinked,
        }
    }

    /// The texts of one row of the tab.
    pub(super) fn cells_of(&self, item: u32, columns: &[Column], signs: Signs, sight: Sight) -> Vec<String> {
        if self.tab == Bucket::OnlyInStore {
            return self.stored_cells(item, columns, sight);
        }
        // Judging the row again is cheap, but not for nothing.
        let mut account: Option<Account> = None;
        let mut cells = Vec::with_capacity(columns.len());
        for column in columns {
            let told = telling(*column);
            let text = match told {
                Some(Telling::Customer) => sight.value(Field::LastName, &self.given_name(item)),
                Some(Telling::Field(Field::Language)) => {
                    let given = self.draft.given(item, Field::Language);
                    Language::from_word(given).map_or_else(|| sight.text(given), |language| language.code().to_owned())
                }
                Some(Telling::Field(field)) => sight.given(&self.draft, item, field, self.draft.given(item, field)),
                Some(Telling::Row(wanted)) => self.told_of_row(item, wanted, sight),
                Some(Telling::Judged(wanted)) => {
                    if account.is_none() {
                        account = self.draft.account(item);
                    }
                    account.as_ref().map_or_else(String::new, |account| self.told_by_account(account, wanted, sight))
                }
                Some(Telling::Stored(_)) | None => String::new(),
            };
            let edited = match told {
                Some(Telling::Customer) => self.is_edited(item, Field::LastName) || self.is_edited(item, Field::FirstName),
                Some(Telling::Field(field)) => self.is_edited(item, field),
                Some(Telling::Judged(Judged::FindingValue)) => {
                    account.as_ref().and_then(first_error).is_some_and(|finding| self.is_edited(item, finding.field))
                }
                Some(Telling::Row(_) | Telling::Judged(_) | Telling::Stored(_)) | None => false,
            };
            cells.push(if edited && signs == Signs::Shown { format!("{EDITED}{text}") } else { text });
        }
        cells
    }

    fn is_edited(&self, row: u32, field: Field) -> bool {
        self.draft.is_edited(row, field)
    }

    pub(super) fn given_name(&self, row: u32) -> String {
        let (last, first) = (self.draft.given(row, Field::LastName), self.draft.given(row, Field::FirstName));
        [last.trim(), first.trim()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn told_of_row(&self, row: u32, wanted: OfRow, sight: Sight) -> String {
        let words = sight.words();
        match wanted {
            OfRow::Number => self.draft.row_number(row).to_string(),
            OfRow::Looked if self.draft.is_looked_at(row) => (words.column)(Column::Looked).to_owned(),
            OfRow::Looked => String::new(),
            OfRow::Certainty => self.draft.certainty(row).map_or_else(String::new, |certainty| (words.certainty)(certainty).to_owned()),
            OfRow::Taken => match self.draft.overwrite_count(row) {
                0 => String::new(),
                count => count.to_string(),
            },
            OfRow::Dossier if self.draft.is_selectable(row) => words.desk.no_dossier_yet.to_owned(),
            OfRow::Dossier => words.desk.has_dossier.to_owned(),
        }
    }

    fn told_by_account(&self, account: &Account, wanted: Judged, sight: Sight) -> String {
        let words = sight.words();
        let wrong = |told: &dyn Fn(&Finding) -> String| first_error(account).map_or_else(String::new, told);
        match wanted {
            Judged::Differences => {
                let differ = account.comparisons(&self.draft).iter().filter(|one| one.difference.can_be_taken()).count();
                if differ == 0 { "=".to_owned() } else { differ.to_string() }
            }
            Judged::FindingField => wrong(&|finding| (words.field)(finding.field).to_owned()),
            Judged::FindingValue => wrong(&|finding| {
                let empty = finding.value.is_empty();
                if empty { words.empty_value.to_owned() } else { sight.given(&self.draft, account.row, finding.field, &finding.value) }
            }),
            Judged::FindingReason => wrong(&|finding| {
                let reason = words.rule(finding.rule).reason;
                let errors = account.findings.iter().filter(|finding| finding.severity() == Severity::Error).count();
                if errors > 1 { format!("{reason} +{}", errors - 1) } else { reason.to_owned() }
            }),
        }
    }

    fn stored_cells(&self, stored: u32, columns: &[Column], sight: Sight) -> Vec<String> {
        let snapshot = &self.draft.stock().snapshot;
        let index = stored as usize;
        let Ok(customer) = snapshot.customer(index) else { return vec![sight.words().damaged_record.to_owned()] };
        let cell = |column: &Column| match telling(*column) {
            Some(Telling::Customer) => sight.name(&customer.values.full_name()),
            Some(Telling::Field(field)) => sight.value(field, customer.values.text(field)),
            Some(Telling::Stored(OfStored::Absence)) => match self.absence(stored) {
                Absence::NotInFile => sight.words().desk.not_in_file,
                Absence::NotLinked => sight.words().desk.not_linked,
                Absence::PartnerOfRow => sight.words().desk.partner_of_row,
            }
            .to_owned(),
            Some(Telling::Stored(OfStored::LastChange)) => self.last_change(stored, sight),
            Some(Telling::Stored(OfStored::Number)) => snapshot.customer_id(index).map_or_else(String::new, |id| id.to_string()),
            Some(Telling::Row(_) | Telling::Judged(_)) | None => String::new(),
        };
        columns.iter().map(cell).collect()
    }

    /// The day of the commit that last changed a stored customer.
    #[must_use]
    pub fn last_change(&self, stored: u32, sight: Sight) -> String {
        let snapshot = &self.draft.stock().snapshot;
        let version = snapshot.version(stored as usize);
        snapshot.imports.iter().find(|import| import.revision == version).map_or_else(String::new, |import| sight.day(import.when))
    }
}

/// The finding that the list of invalid rows tells.
fn first_error(account: &Account) -> Option<&Finding> {
    account.findings.iter().find(|finding| finding.severity() == Severity::Error)
}
