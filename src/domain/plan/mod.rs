//! A plan: a draft as plain data, to be looked at, kept, and committed later without a screen.
//!
//! A plan names what it was made from (workbook, store, day, rules), the steps that were decided, and
//! what a commit would have written then. Applying it makes the same steps again over the workbook and
//! the store as they are now, and goes through only where the outcome is the same, row by row.
//!
//! Rows in the steps are indexes of the draft, from 0; rows in the outcomes are numbers of the
//! workbook, from 1. A plan holds what was typed and the names of stored customers: personal data.
//!
//! A plan comes from a file, and anybody can write a file: `bounds` looks at it before it is used.

mod bounds;
mod misfit;
mod outcomes;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use misfit::{Choice, Count, Misfit};
pub use outcomes::{Fate, Outcomes};

use super::change_set::{ChangeSet, SourceMark, Tally};
use super::draft::{Decision, Deed, Draft, Entry, Refusal, Seed, Step};
use super::finding::RULES_VERSION;
use super::language::Language;
use super::questionnaire::QuestionnaireId;
use super::snapshot::Revision;
use super::task_flow::TaskFlowId;

/// The version of the format that this program writes, and the newest that it reads.
pub const VERSION: u32 = 1;

/// The most bytes that a plan may have: 256 MiB. One of a million rows, each edited, has half of it.
pub const CAP: u64 = 256 << 20;

/// The workbook that a plan is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlannedWorkbook {
    /// Where it lay; `-` where it came by standard input.
    pub path: String,
    /// File name without its folder.
    pub file: String,
    /// SHA-256 of the bytes, in hexadecimal.
    pub fingerprint: String,
    /// Name of the sheet.
    pub sheet: String,
    /// Row number of the headings, from 1.
    pub header_row: u32,
    /// Rows that are in a bucket, or joined.
    pub rows: u32,
}

/// The store that a plan was made against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlannedStore {
    /// Its random name; empty where there was none yet.
    pub id: String,
    /// Its last visible commit.
    pub revision: Revision,
}

/// What was chosen for the whole import when the plan was made: to be read; the steps say how it came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlannedChoices {
    /// The task flow.
    pub task_flow: Option<TaskFlowId>,
    /// The language of customers whose row names none.
    pub language: Option<Language>,
    /// The questionnaire.
    pub questionnaire: Option<QuestionnaireId>,
}

/// How many rows and customers stood where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlannedBuckets {
    /// Valid rows that match nobody in the store.
    pub only_in_import: u32,
    /// Stored customers that no row matches.
    pub only_in_store: u32,
    /// Rows that match a stored customer.
    pub duplicates: u32,
    /// Rows with an error.
    pub invalid: u32,
    /// Rows that are part of the return of another row.
    pub joined: u32,
}

/// A draft as plain data. The names are those of the file and are stable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Version of the format: [`VERSION`].
    pub plan: u32,
    /// The workbook.
    pub workbook: PlannedWorkbook,
    /// The store.
    pub store: PlannedStore,
    /// The day on which the plan was made.
    pub day: Date,
    /// The version of the rules that the rows were judged by.
    pub rules: u32,
    /// What was chosen.
    pub choices: PlannedChoices,
    /// Where rows and customers stood.
    pub buckets: PlannedBuckets,
    /// What a commit would have written then.
    pub writes: Tally,
    /// What would have become of each row.
    pub outcomes: Outcomes,
    /// What was decided, in order.
    pub steps: Vec<Step>,
}

/// Why a text is no plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoPlan {
    /// Written by a newer program.
    #[error("the plan has version {found}, and versions up to {VERSION} are known")]
    Newer {
        /// The version found.
        found: u32,
    },
    /// Not JSON, or not in the form of a plan.
    #[error("{detail}")]
    Malformed {
        /// What was found where.
        detail: String,
    },
}

/// The plan of a draft whose workbook lies at `path`.
///
/// # Errors
/// [`Refusal`] where a commit would be refused: something has to be chosen or selected first.
pub fn plan_of(draft: &Draft, path: &str) -> Result<Plan, Refusal> {
    // The seed names commits and dossiers; a plan holds neither.
    let set = draft.change_set(Seed::new([0; 32]))?;
    let SourceMark { file, fingerprint, sheet, header_row } = draft.source().mark.clone();
    let snapshot = &draft.stock().snapshot;
    let choices = draft.choices();
    let steps = draft.steps().get(..draft.steps_in_force()).unwrap_or(&[]);
    Ok(Plan {
        plan: VERSION,
        workbook: PlannedWorkbook { path: path.to_owned(), file, fingerprint, sheet, header_row, rows: draft.row_count() },
        store: PlannedStore { id: snapshot.store.clone(), revision: snapshot.revision },
        day: draft.office().today,
        rules: RULES_VERSION,
        choices: PlannedChoices {
            task_flow: choices.flow.clone(),
            language: choices.language,
            questionnaire: choices.questionnaire.clone(),
        },
        buckets: buckets_of(draft),
        writes: set.tally,
        outcomes: Outcomes::of(&set.outcomes),
        steps: settled_step(draft).into_iter().chain(steps.iter().cloned()).collect(),
    })
}

/// What the office has settled and was therefore chosen when the draft was opened, as a step: whoever applies the plan may
/// have settled something else.
fn settled_step(draft: &Draft) -> Option<Step> {
    let begun = draft.begun_with();
    let language = begun.language.map(|language| Decision::Language { from: None, to: Some(language) });
    let asked = begun.questionnaire.clone().map(|id| Decision::Questionnaire { from: None, to: Some(id) });
    let decisions: Vec<Decision> = language.into_iter().chain(asked).collect();
    (!decisions.is_empty()).then(|| Step::new(Deed::Choose, decisions))
}

fn buckets_of(draft: &Draft) -> PlannedBuckets {
    let counts = draft.counts();
    PlannedBuckets {
        only_in_import: counts.only_in_import,
        only_in_store: counts.only_in_store,
        duplicates: counts.duplicates,
        invalid: counts.invalid,
        joined: counts.joined,
    }
}

impl Plan {
    /// Reads a plan from the text of its file.
    ///
    /// # Errors
    /// [`NoPlan`]: no JSON, a field that is missing, unknown or of another kind, or a newer version.
    pub fn from_json(text: &[u8]) -> Result<Self, NoPlan> {
        /// The version is looked at first: a newer plan may have fields that are not known here.
        #[derive(Deserialize)]
        struct Versioned {
            plan: u32,
        }
        let malformed = |error: serde_json::Error| NoPlan::Malformed { detail: error.to_string() };
        let Versioned { plan: found } = serde_json::from_slice(text).map_err(malformed)?;
        if found > VERSION {
            return Err(NoPlan::Newer { found });
        }
        if found < VERSION {
            return Err(NoPlan::Malformed { detail: format!("there is no version {found}") });
        }
        serde_json::from_slice(text).map_err(malformed)
    }

    /// The text of its file.
    ///
    /// # Errors
    /// Where the plan cannot be told as JSON, which no plan of a draft is.
    pub fn to_json(&self) -> Result<Vec<u8>, serde_json::Error> {
        let mut text = serde_json::to_vec_pretty(self)?;
        text.push(b'\n');
        Ok(text)
    }

    /// Makes the steps again over a draft that was just opened, and gives what a commit would write:
    /// the same as when the plan was made.
    ///
    /// # Errors
    /// Every [`Misfit`] that there is; then nothing should be written. The draft may have taken steps.
    pub fn apply_to(&self, draft: &mut Draft, seed: Seed) -> Result<ChangeSet, Vec<Misfit>> {
        let misfits = self.misfits_of_source(draft);
        if !misfits.is_empty() {
            return Err(misfits);
        }
        bounds::judge(&self.steps, draft).map_err(|misfit| vec![misfit])?;
        let replayed = draft.replay(self.journal(draft));
        let mut misfits: Vec<Misfit> = replayed.unfit.iter().filter_map(|unfit| Misfit::of_unfit(unfit, draft)).collect();
        // Where a choice could not be made, that is said already.
        if misfits.is_empty() {
            misfits.extend(self.misfits_of_choices(draft));
        }
        if let Err(fault) = draft.layout().judge() {
            misfits.push(Misfit::Columns { detail: fault.to_string() });
        }
        match draft.change_set(seed) {
            Ok(set) => {
                misfits.extend(self.misfits_of_outcome(draft, &set));
                if misfits.is_empty() { Ok(set) } else { Err(misfits) }
            }
            Err(refusal) => {
                misfits.push(Misfit::Refused(refusal));
                Err(misfits)
            }
        }
    }

    /// What the plan says is chosen, and its steps do not choose: whoever reads the plan is not misled.
    fn misfits_of_choices(&self, draft: &Draft) -> Vec<Misfit> {
        let (planned, found) = (&self.choices, draft.choices());
        let same = [
            (Choice::Flow, planned.task_flow == found.flow),
            (Choice::Language, planned.language == found.language),
            (Choice::Questionnaire, planned.questionnaire == found.questionnaire),
        ];
        same.into_iter().filter(|(_, same)| !same).map(|(choice, _)| Misfit::Choice(choice)).collect()
    }

    /// What no longer is what the plan was made from.
    fn misfits_of_source(&self, draft: &Draft) -> Vec<Misfit> {
        let mark = &draft.source().mark;
        let planned = &self.workbook;
        let store = &draft.stock().snapshot.store;
        let text = |planned: &str, found: &str| (planned.to_owned(), found.to_owned());
        let mut misfits = Vec::new();
        if planned.fingerprint != mark.fingerprint {
            misfits.push(Misfit::Workbook { planned: planned.file.clone(), found: mark.file.clone() });
        } else if planned.sheet != mark.sheet {
            let (planned, found) = text(&planned.sheet, &mark.sheet);
            misfits.push(Misfit::Sheet { planned, found });
        } else if planned.header_row != mark.header_row {
            misfits.push(Misfit::HeaderRow { planned: planned.header_row, found: mark.header_row });
        } else if planned.rows != draft.row_count() {
            misfits.push(Misfit::Rows { planned: planned.rows, found: draft.row_count() });
        }
        if self.store.id != *store {
            let (planned, found) = text(&self.store.id, store);
            misfits.push(Misfit::Store { planned, found });
        } else if self.store.revision > draft.stock().snapshot.revision {
            misfits.push(Misfit::Revision { planned: self.store.revision.0, found: draft.stock().snapshot.revision.0 });
        }
        if self.rules != RULES_VERSION {
            misfits.push(Misfit::Rules { planned: self.rules, found: RULES_VERSION });
        }
        misfits
    }

    /// The steps as a journal. Something is chosen by itself when a draft opens, the newest task flow and what the office
    /// has settled: where that is not what the steps were decided beside, it is put right first.
    fn journal(&self, draft: &Draft) -> Vec<Entry> {
        let flows = self.steps.iter().flat_map(|step| &step.decisions).filter_map(|decision| match decision {
            Decision::Flow { from, .. } => Some(from),
            _ => None,
        });
        let began = flows.map(Option::as_ref).next().unwrap_or(self.choices.task_flow.as_ref());
        let now = draft.choices().clone();
        let mut first = Vec::new();
        if began != now.flow.as_ref() {
            first.push(Decision::Flow { from: now.flow, to: began.cloned() });
        }
        // What was settled where the plan was made stands in its steps.
        if now.language.is_some() {
            first.push(Decision::Language { from: now.language, to: None });
        }
        if now.questionnaire.is_some() {
            first.push(Decision::Questionnaire { from: now.questionnaire, to: None });
        }
        let first = Some(Step::new(Deed::Choose, first)).filter(|step| !step.is_empty());
        first.into_iter().chain(self.steps.iter().cloned()).map(Entry::Decided).collect()
    }

    /// What a commit would write otherwise than the plan says: the counts, and then each row.
    fn misfits_of_outcome(&self, draft: &Draft, set: &ChangeSet) -> Vec<Misfit> {
        let now = buckets_of(draft);
        let buckets = [
            (Count::OnlyInImport, self.buckets.only_in_import, now.only_in_import),
            (Count::OnlyInStore, self.buckets.only_in_store, now.only_in_store),
            (Count::Duplicates, self.buckets.duplicates, now.duplicates),
            (Count::Invalid, self.buckets.invalid, now.invalid),
            (Count::Joined, self.buckets.joined, now.joined),
        ];
        let (planned, found) = (&self.writes, &set.tally);
        let written = [
            (Count::Added, planned.added, found.added),
            (Count::Updated, planned.updated, found.updated),
            (Count::Fields, planned.fields, found.fields),
            (Count::Linked, planned.linked, found.linked),
        ];
        let buckets = buckets.map(|(count, planned, found)| (count, u64::from(planned), u64::from(found)));
        let differing = buckets.into_iter().chain(written).filter(|(_, planned, found)| planned != found);
        let mut misfits: Vec<Misfit> = differing.map(|(count, planned, found)| Misfit::Count { count, planned, found }).collect();
        misfits.extend(self.outcomes.differences(&set.outcomes));
        if misfits.is_empty() && planned != found {
            misfits.push(Misfit::Tally);
        }
        misfits
    }
}

#[cfg(test)]
mod tests;
