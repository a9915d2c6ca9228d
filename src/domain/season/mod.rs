//! A season's work as an office sets it up: task flows, who is linked to them, until when.
//!
//! What a person asks is a [`Wish`]: a new task flow, another default deadline, customers to link or to
//! unlink, another deadline, language or questionnaire for some. [`plan`] makes of it a [`Planned`]: the
//! [amendment](super::amendment::Amendment) that would be written, what it comes to, and who is left out and
//! why. What was shown is the very value that is committed. Screens and command line run the same code.
//!
//! # Rules
//! - The dossier of a customer that is linked is made as an import makes it ([`Beginning`]): prefilled from
//!   the stored values, in the customer's language where the questionnaire exists in it, with the default
//!   deadline by the kind of income.
//! - Answers of the season before are taken along only where they are [stable facts](carried).
//! - A dossier of which nothing has left the office is unlinked without further ado; one of which something
//!   has, only where that is asked for expressly; one that is in the outbox, not at all.
//! - The dossiers of an archived task flow are [read only](super::archive).
//! - A default deadline that changes moves the dossiers that have it as their default, while nothing of them
//!   has left the office; a deadline that somebody set stays.
//!
//! The rooms: `next` the task flow of the year after, `beginning` a dossier as it starts, `carried` what is
//! taken along from the season before, `linking` and `unlinking` who takes part, `changing` the task flow
//! itself, `reworking` dossiers that get another deadline, language or questionnaire, `due` how near
//! a deadline is.

mod beginning;
mod carried;
mod changing;
mod due;
mod linking;
mod next;
mod reworking;
#[cfg(test)]
mod tests;
mod unlinking;

use std::collections::HashMap;

use jiff::civil::Date;

use super::amendment::{Amendment, Deed};
use super::archive::Archived;
use super::customer::CustomerId;
use super::dossier::{Dossier, Status};
use super::draft::Seed;
use super::language::Language;
use super::questionnaire::{Catalogue, QuestionnaireId};
use super::snapshot::{Revision, Snapshot};
use super::task_flow::{TaskFlow, TaskFlowId};

pub use beginning::Beginning;
pub use carried::carried;
pub use due::Due;
pub use next::{Remark, mismatch, next_season, not_there, offerable};
pub use reworking::{with_deadline, with_language, with_questionnaire};

/// In which language the dossiers of those who are linked go out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LanguageRule {
    /// The customer's own where the questionnaire exists in it, else this one.
    TheirOwn {
        /// For everybody else.
        otherwise: Language,
    },
    /// This one for all.
    Always(Language),
}

impl LanguageRule {
    /// The language that is chosen.
    #[must_use]
    pub const fn chosen(self) -> Language {
        match self {
            Self::TheirOwn { otherwise } => otherwise,
            Self::Always(language) => language,
        }
    }
}

/// Whether the stable answers of the season before are taken along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LastAnswers {
    /// They are, marked as of last season.
    TakenAlong,
    /// The questionnaire begins with what is known of the customer alone.
    LeftBehind,
}

/// How customers are linked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The questionnaire that each of them gets, one of the task flow's.
    pub questionnaire: QuestionnaireId,
    /// In which language.
    pub language: LanguageRule,
    /// What becomes of last season's answers.
    pub answers: LastAnswers,
}

/// Which dossiers are unlinked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reach {
    /// Only those of which nothing has left the office.
    NothingSent,
    /// Also those of which something was sent; their answers go.
    AlsoSent,
}

/// What a person asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// A task flow that is not there yet.
    Make(TaskFlow),
    /// The task flow of that name as it should be: deadlines, questionnaires, archived or not.
    Change(TaskFlow),
    /// Customers get a dossier.
    Link(TaskFlowId, Vec<CustomerId>, Link),
    /// Customers lose their dossier.
    Unlink(TaskFlowId, Vec<CustomerId>, Reach),
    /// Dossiers get this deadline; none stands for the task flow's default.
    Deadline(TaskFlowId, Vec<CustomerId>, Option<Date>),
    /// Dossiers go out in this language.
    Language(TaskFlowId, Vec<CustomerId>, Language),
    /// Dossiers get this questionnaire.
    Questionnaire(TaskFlowId, Vec<CustomerId>, QuestionnaireId),
}

impl Wish {
    /// The task flow that it is about.
    #[must_use]
    pub const fn flow(&self) -> &TaskFlowId {
        match self {
            Self::Make(flow) | Self::Change(flow) => &flow.id,
            Self::Link(flow, ..)
            | Self::Unlink(flow, ..)
            | Self::Deadline(flow, ..)
            | Self::Language(flow, ..)
            | Self::Questionnaire(flow, ..) => flow,
        }
    }

    fn deed(&self) -> Deed {
        let flow = self.flow().clone();
        match self {
            Self::Make(_) => Deed::FlowMade(flow),
            Self::Change(_) => Deed::FlowChanged(flow),
            Self::Link(..) => Deed::Linked(flow),
            Self::Unlink(..) => Deed::Unlinked(flow),
            Self::Deadline(..) => Deed::Rescheduled(flow),
            Self::Language(..) | Self::Questionnaire(..) => Deed::Reworked(flow),
        }
    }
}

/// Why one customer is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WhyNot {
    /// Has a dossier in the task flow already.
    HasDossier,
    /// Has no dossier in the task flow.
    NoDossier,
    /// It is as asked for already.
    AsAskedFor,
    /// Stands in the outbox: its mail may leave at any moment.
    InOutbox,
    /// Something of it has left the office.
    Sent,
    /// Is closed.
    Closed,
    /// Its questionnaire does not exist in the language.
    NotInLanguage,
    /// The customer is no longer in the store.
    Gone,
    /// What is stored of the customer cannot be read.
    Unreadable,
}

impl WhyNot {
    /// Every reason, in the order in which they are told.
    pub const ALL: [Self; 9] = [
        Self::HasDossier,
        Self::NoDossier,
        Self::AsAskedFor,
        Self::InOutbox,
        Self::Sent,
        Self::Closed,
        Self::NotInLanguage,
        Self::Gone,
        Self::Unreadable,
    ];

    /// The word in `--json`. Stable.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::HasDossier => "has_dossier",
            Self::NoDossier => "no_dossier",
            Self::AsAskedFor => "as_asked_for",
            Self::InOutbox => "in_outbox",
            Self::Sent => "sent",
            Self::Closed => "closed",
            Self::NotInLanguage => "not_in_language",
            Self::Gone => "gone",
            Self::Unreadable => "unreadable",
        }
    }
}

/// Why nothing of it can be done.
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refused {
    /// There is no task flow of that name.
    #[error("there is no task flow {0}")]
    NoSuchFlow(TaskFlowId),
    /// There is a task flow of that name already.
    #[error("there is a task flow {0} already")]
    FlowExists(TaskFlowId),
    /// There is a task flow of that assessment year already.
    #[error("assessment year {0} has its task flow {1} already")]
    YearExists(i16, TaskFlowId),
    /// The task flow is archived.
    #[error("task flow {0} is archived")]
    Archived(TaskFlowId),
    /// A task flow has to offer a questionnaire.
    #[error("no questionnaire is chosen")]
    NoQuestionnaire,
    /// A questionnaire that the task flow does not offer.
    #[error("there is no questionnaire {0} in the task flow")]
    NoSuchQuestionnaire(QuestionnaireId),
    /// A questionnaire that is neither built in nor in the office's folder.
    #[error("there is no questionnaire {0}")]
    QuestionnaireNotThere(QuestionnaireId),
    /// The questionnaire does not exist in that language.
    #[error("questionnaire {0} does not exist in {code}", code = .1.code())]
    NotInLanguage(QuestionnaireId, Language),
    /// A deadline before the assessment year, or after the year behind it.
    #[error("deadline {0} is no deadline of assessment year {1}")]
    DeadlineOutside(Date, i16),
}

impl From<Archived> for Refused {
    fn from(Archived(flow): Archived) -> Self {
        Self::Archived(flow)
    }
}

/// What a plan comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Dossiers that are made, changed or taken away.
    pub dossiers: u64,
    /// Of those that are made: in the customer's own language.
    pub own_language: u64,
    /// With the default deadline for specific income.
    pub specific: u64,
    /// Customers whose answers of the season before are taken along.
    pub carrying: u64,
    /// So many answers are taken along.
    pub carried: u64,
    /// Dossiers that lose answers which a colleague or the customer gave.
    pub losing: u64,
    /// So many answers are lost.
    pub lost: u64,
    /// Dossiers among them of which something had left the office.
    pub sent: u64,
}

/// What would be done, computed once: what is shown is what is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// What was asked.
    pub wish: Wish,
    /// What would be written.
    pub amendment: Amendment,
    /// What it comes to.
    pub tally: Tally,
    /// Who is left out, in the order asked for.
    pub not: Vec<(CustomerId, WhyNot)>,
}

impl Planned {
    /// How many are left out for each reason, in the order of the reasons.
    #[must_use]
    pub fn left_out(&self) -> Vec<(WhyNot, u64)> {
        let count = |why: WhyNot| self.not.iter().filter(|(_, because)| *because == why).count() as u64;
        WhyNot::ALL.into_iter().map(|why| (why, count(why))).filter(|(_, count)| *count > 0).collect()
    }
}

/// Whole dossiers that were read for a plan, each with the commit that wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WholeDossiers(HashMap<TaskFlowId, HashMap<CustomerId, (Revision, Dossier)>>);

impl WholeDossiers {
    fn get(&self, flow: &TaskFlowId, customer: CustomerId) -> Option<&(Revision, Dossier)> {
        self.0.get(flow)?.get(&customer)
    }
}

impl FromIterator<((TaskFlowId, CustomerId), (Revision, Dossier))> for WholeDossiers {
    fn from_iter<I: IntoIterator<Item = ((TaskFlowId, CustomerId), (Revision, Dossier))>>(read: I) -> Self {
        let mut dossiers = Self::default();
        for ((flow, customer), dossier) in read {
            dossiers.0.entry(flow).or_default().insert(customer, dossier);
        }
        dossiers
    }
}

/// What a plan is made from.
#[derive(Clone, Copy)]
pub struct Records<'a> {
    /// The store as it was read.
    pub snapshot: &'a Snapshot,
    /// The dossiers that [`needed`] names, those of them that are there.
    pub dossiers: &'a WholeDossiers,
    /// The questionnaires.
    pub catalogue: &'a Catalogue,
    /// Whether the outbox has a message of a dossier that has not come to its end.
    pub in_outbox: &'a dyn Fn(&TaskFlowId, CustomerId) -> bool,
    /// Random bits: they name the commit and make tokens unguessable.
    pub seed: Seed,
}

impl Records<'_> {
    /// A task flow whose dossiers may change.
    fn open_flow(&self, id: &TaskFlowId) -> Result<&TaskFlow, Refused> {
        let flow = self.snapshot.flow(id).ok_or_else(|| Refused::NoSuchFlow(id.clone()))?;
        Ok(flow.open()?)
    }

    /// Whether the mail of a dossier may leave at any moment.
    fn is_in_outbox(&self, flow: &TaskFlowId, customer: CustomerId, dossier: &Dossier) -> bool {
        dossier.status == Status::Queued || (self.in_outbox)(flow, customer)
    }
}

/// The dossiers that have to be read whole before a wish can be planned.
#[must_use]
pub fn needed(wish: &Wish, snapshot: &Snapshot) -> Vec<(TaskFlowId, CustomerId)> {
    match wish {
        Wish::Make(_) => Vec::new(),
        Wish::Change(flow) => changing::needed(flow, snapshot),
        Wish::Link(flow, customers, link) => match link.answers {
            LastAnswers::TakenAlong => linking::needed(flow, customers, snapshot),
            LastAnswers::LeftBehind => Vec::new(),
        },
        Wish::Unlink(flow, customers, _)
        | Wish::Deadline(flow, customers, _)
        | Wish::Language(flow, customers, _)
        | Wish::Questionnaire(flow, customers, _) => customers.iter().map(|customer| (flow.clone(), *customer)).collect(),
    }
}

/// What would be done of a wish.
///
/// # Errors
/// [`Refused`] where nothing of it can be done.
pub fn plan(wish: &Wish, records: &Records<'_>) -> Result<Planned, Refused> {
    let amendment = Amendment::new(records.seed.commit(), records.snapshot.store.clone(), wish.deed());
    let mut planned = Planned { wish: wish.clone(), amendment, tally: Tally::default(), not: Vec::new() };
    match wish {
        Wish::Make(flow) => changing::make(flow, records, &mut planned)?,
        Wish::Change(flow) => changing::change(flow, records, &mut planned)?,
        Wish::Link(flow, customers, link) => linking::link(flow, customers, link, records, &mut planned)?,
        Wish::Unlink(flow, customers, reach) => unlinking::unlink(flow, customers, *reach, records, &mut planned)?,
        Wish::Deadline(flow, customers, to) => reworking::deadlines(flow, customers, *to, records, &mut planned)?,
        Wish::Language(flow, customers, to) => reworking::languages(flow, customers, *to, records, &mut planned)?,
        Wish::Questionnaire(flow, customers, to) => reworking::questionnaires(flow, customers, to, records, &mut planned)?,
    }
    planned.tally.dossiers = planned.amendment.dossiers.len() as u64;
    Ok(planned)
}

/// Whether something of a dossier has left the office, or may have.
#[must_use]
pub const fn has_left(dossier: &Dossier) -> bool {
    dossier.course.sent.is_some() || matches!(dossier.status, Status::Sent | Status::Unsure | Status::Answered)
}
