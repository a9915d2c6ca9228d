//! The lines of what is told of an import: what became of its rows, or what taking it back does.

use crate::app::export::{self, Caption};
use crate::domain::change_set::{FieldChange, RowOutcome};
use crate::domain::customer::CustomerId;
use crate::domain::fold::fold;
use crate::domain::history::RowStory;
use crate::domain::snapshot::Snapshot;
use crate::domain::taking_back::{Kept, Part, Reverse, TakingBack, WhyKept};
use crate::domain::task_flow::TaskFlowId;

/// Whether something goes, comes back or stays when an import is taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// It goes.
    Goes,
    /// What was there before comes back.
    ComesBack,
    /// It stays.
    Stays,
}

impl Fate {
    /// Every fate.
    pub const ALL: [Self; 3] = [Self::Goes, Self::ComesBack, Self::Stays];

    /// The stable name in an export.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Goes => "goes",
            Self::ComesBack => "comes_back",
            Self::Stays => "stays",
        }
    }
}

/// What a line is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A row of the workbook.
    Row(u32, RowOutcome),
    /// A customer that goes.
    Customer,
    /// A value that comes back.
    Value(FieldChange),
    /// A dossier that goes.
    Dossier(TaskFlowId),
    /// A part that stays.
    Kept(Part, WhyKept),
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Of whom, where it is known.
    pub customer: Option<CustomerId>,
    /// The name as it is stored now; none for who is no longer there.
    pub name: Option<String>,
    /// What it is about.
    pub about: About,
    /// By what it is found.
    pub(super) folded: Box<str>,
}

impl Line {
    fn of(snapshot: &Snapshot, customer: Option<CustomerId>, about: About) -> Self {
        let known = customer.and_then(|id| snapshot.customer(snapshot.index_of(id)?).ok());
        let name = known.map(|customer| customer.values.full_name());
        let number = customer.map(|id| id.to_string()).unwrap_or_default();
        let rest = match &about {
            About::Row(row, RowOutcome::Invalid(rules)) => format!("{row} {}", rules.join(" ")),
            About::Row(row, _) => row.to_string(),
            About::Value(change) => format!("{} {}", change.before, change.after),
            About::Dossier(flow) | About::Kept(Part::Dossier(flow), _) => flow.0.clone(),
            About::Customer | About::Kept(..) => String::new(),
        };
        let folded = fold(&format!("{} {number} {rest}", name.as_deref().unwrap_or_default())).into_boxed_str();
        Self { customer, name, about, folded }
    }

    /// What becomes of it; none for a row of the workbook.
    #[must_use]
    pub const fn fate(&self) -> Option<Fate> {
        match &self.about {
            About::Row(..) => None,
            About::Customer | About::Dossier(_) => Some(Fate::Goes),
            About::Value(_) => Some(Fate::ComesBack),
            About::Kept(..) => Some(Fate::Stays),
        }
    }

    /// What became of the row, and the stable name of that; none where it is about no row.
    #[must_use]
    pub const fn outcome(&self) -> Option<(&'static str, Caption)> {
        match &self.about {
            About::Row(_, outcome) => Some(export::told(outcome)),
            About::Customer | About::Value(_) | About::Dossier(_) | About::Kept(..) => None,
        }
    }
}

/// The lines of what became of the rows, in the order of the workbook.
#[must_use]
pub fn lines_of_rows(snapshot: &Snapshot, rows: Vec<RowStory>) -> Vec<Line> {
    rows.into_iter().map(|story| Line::of(snapshot, story.customer, About::Row(story.row, story.outcome))).collect()
}

/// The lines of what taking an import back does: what stays first, since somebody may want to look at that.
#[must_use]
pub fn lines_of_taking_back(snapshot: &Snapshot, taking: &TakingBack) -> Vec<Line> {
    let kept = |kept: &Kept| Line::of(snapshot, Some(kept.customer), About::Kept(kept.what.clone(), kept.why.clone()));
    let reversed = |reverse: &Reverse| match reverse {
        Reverse::Customer(customer) => vec![Line::of(snapshot, Some(*customer), About::Customer)],
        Reverse::Values(customer, changes) => {
            changes.iter().map(|change| Line::of(snapshot, Some(*customer), About::Value(change.clone()))).collect()
        }
        Reverse::Dossier(flow, customer) => vec![Line::of(snapshot, Some(*customer), About::Dossier(flow.clone()))],
    };
    taking.keeps.iter().map(kept).chain(taking.reverses.iter().flat_map(reversed)).collect()
}
