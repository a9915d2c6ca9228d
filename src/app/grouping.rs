//! Rows that have something in common, as groups to look at one by one.

use jiff::Timestamp;

use super::desk::{Absence, Sight};
use super::export::Caption;
use super::mailing::MailStage;
use super::past::Fate;
use super::table::Column;
use crate::domain::dossier::Status;
use crate::domain::field::Field;
use crate::domain::finding::Rule;
use crate::domain::letter::Occasion;
use crate::domain::matching::Certainty;
use crate::domain::season::Due;

/// By what the rows of a tab are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// The rules that a row breaks: each counts.
    Reason,
    /// How sure a match is.
    Certainty,
    /// What stands in a column.
    Value(Column),
    /// The labels of a row: each counts.
    Label,
    /// The responsible.
    Responsible,
    /// The language that a row names.
    Language,
    /// How far a dossier is.
    Status,
    /// Whether there is a dossier in the chosen task flow.
    Linked,
    /// Whether the customer or the partner has an enterprise number: income is specific then.
    SelfEmployed,
    /// The month of a dossier's deadline.
    Month,
    /// How near a dossier's deadline is.
    Due,
}

impl Grouping {
    /// The field whose text is grouped by, if it is one.
    #[must_use]
    pub const fn field(self) -> Option<Field> {
        match self {
            Self::Value(Column::Field(field)) => Some(field),
            Self::Label => Some(Field::Labels),
            Self::Responsible => Some(Field::Responsible),
            Self::Language => Some(Field::Language),
            // Names are looked up among the family names, as everywhere.
            Self::Value(Column::Customer) => Some(Field::LastName),
            Self::Reason
            | Self::Certainty
            | Self::Status
            | Self::Linked
            | Self::SelfEmployed
            | Self::Month
            | Self::Due
            | Self::Value(_) => None,
        }
    }
}

/// What the rows of one group have in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Common {
    /// They break this rule.
    Rule(Rule),
    /// Their match is this sure.
    Certainty(Certainty),
    /// Their text, folded, so that capitals and accents make no other group; empty where nothing is given.
    Text(Box<str>),
    /// Whether their customer has a dossier in the chosen task flow.
    Dossier(bool),
    /// Why they are only in the store.
    Absence(Absence),
    /// How far their dossier is; none where there is none.
    Status(Option<Status>),
    /// Year and month of their deadline; none where there is no dossier.
    Month(Option<(i16, i8)>),
    /// Whether an invitation is wanted.
    Wanted(bool),
    /// Whether they or their partner have an enterprise number.
    SelfEmployed(bool),
    /// How near their deadline is.
    Due(Due),
    /// What became of their row in an import.
    Caption(Caption),
    /// What becomes of them when an import is taken back.
    Fate(Fate),
    /// How far their mail is.
    Mail(MailStage),
    /// What their mail is sent for.
    Occasion(Occasion),
    /// When, and by whom, their mail was queued.
    Round(Timestamp, Box<str>),
}

/// One group.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Group {
    /// By what it was made.
    pub by: Grouping,
    /// What its rows have in common.
    pub common: Common,
    /// How the first of its rows spells that, where it is a text.
    pub spelling: String,
}

impl Group {
    /// What the group is called.
    #[must_use]
    pub fn name(&self, sight: Sight) -> String {
        let words = sight.words();
        match &self.common {
            Common::Rule(rule) => words.rule(*rule).reason.to_owned(),
            Common::Certainty(certainty) => (words.certainty)(*certainty).to_owned(),
            Common::Dossier(has) => if *has { words.desk.has_dossier } else { words.desk.no_dossier_yet }.to_owned(),
            Common::Absence(Absence::NotInFile) => words.desk.not_in_file.to_owned(),
            Common::Absence(Absence::NotLinked) => words.desk.not_linked.to_owned(),
            Common::Absence(Absence::PartnerOfRow) => words.desk.partner_of_row.to_owned(),
            Common::Status(status) => status.map_or(words.register.no_dossier, words.register.status).to_owned(),
            Common::Due(due) => (words.flows.due)(*due).to_owned(),
            Common::Month(None) => words.register.no_dossier.to_owned(),
            Common::Month(Some((year, month))) => format!("{month:02}/{year}"),
            Common::Wanted(wanted) => if *wanted { words.register.wanted } else { words.register.not_wanted }.to_owned(),
            Common::SelfEmployed(is) => if *is { words.register.self_employed } else { words.register.not_self_employed }.to_owned(),
            Common::Caption(caption) => (words.exports.caption)(*caption).to_owned(),
            Common::Fate(fate) => (words.told.fate)(*fate).to_owned(),
            Common::Mail(stage) => (words.inviting.stage)(*stage).to_owned(),
            Common::Occasion(occasion) => (words.outbox.occasion)(*occasion).to_owned(),
            Common::Round(when, who) => format!("{} {}", sight.moment(*when), sight.text(who)),
            Common::Text(text) if text.is_empty() => words.empty_value.to_owned(),
            Common::Text(_) => match self.by.field() {
                Some(field) => sight.value(field, &self.spelling),
                None => sight.file(&self.spelling),
            },
        }
    }

    /// By what the group was made and what it is called, in one piece.
    #[must_use]
    pub fn title(&self, sight: Sight) -> String {
        let words = sight.words();
        format!("{}{}{}", (words.listing.grouping)(self.by), words.colon(), self.name(sight))
    }
}
