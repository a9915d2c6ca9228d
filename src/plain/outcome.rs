//! What of all that was asked failed and was not done after all: whoever answers from a script learns of it when the dialogue ends.

use crate::app::Model;
use crate::app::effect::Report;
use crate::app::fault::Fault;
use crate::app::notice::Notice;

/// Something that was asked and not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undone {
    /// It failed.
    Failed(Fault),
    /// It was refused: something has to be chosen first.
    Refused,
    /// Some mails did not leave.
    Mails,
}

/// What is asked of the world. A later deed of the same kind mends one that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Open,
    ReadStore,
    Import,
    Change,
    Look,
    ReadAnswers,
    Write,
    Send,
    /// To keep a decision in its draft.
    Decide,
    /// To keep what is not saved yet.
    KeepUnsaved,
}

/// What failed so far and was not mended, the latest last.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    undone: Vec<(Deed, Undone)>,
}

impl Outcome {
    /// Takes in what the world answers, before the model does.
    pub fn hear(&mut self, report: &Report, model: &Model) {
        match report {
            Report::Opened(_, opened) => self.note(Deed::Open, opened.as_ref().map_err(|(fault, _)| fault)),
            Report::Store(_, read) | Report::Refreshed(_, read) => self.note(Deed::ReadStore, read.as_ref()),
            Report::Committed(_, written) => {
                self.note(Deed::Import, written.as_ref());
                self.is_stored(written.is_ok(), Deed::Decide);
            }
            Report::Amended(_, written) => {
                self.note(Deed::Change, written.as_ref());
                self.is_stored(written.is_ok(), Deed::KeepUnsaved);
            }
            // It goes on, but what was decided is lost when it ends.
            Report::NotKept(_, fault) => self.put(Deed::Decide, Undone::Failed(fault.clone())),
            Report::Saved(..) => self.is_stored(true, Deed::Decide),
            Report::UnsavedNotKept(fault) => self.put(Deed::KeepUnsaved, Undone::Failed(fault.clone())),
            Report::MappingSaved(_, saved) => self.note(Deed::Change, saved.as_ref()),
            Report::DossierRead(_, read) => self.note(Deed::Look, read.as_ref()),
            Report::SeasonPlanned(_, planned) => self.note(Deed::Look, planned.as_ref()),
            Report::Person(_, seen) => self.note(Deed::Look, seen.as_ref()),
            Report::LookedBack(_, looked) => self.note(Deed::Look, looked.as_ref()),
            Report::Arrived(_, parcel) => self.note(Deed::ReadAnswers, parcel.as_ref()),
            Report::Written(_, written) => self.note(Deed::Write, written.as_ref()),
            Report::Corrected(_, written) => self.note(Deed::Write, written.as_ref()),
            // It is read now and then without being asked.
            Report::Outbox(job, changed) if model.mails.is_changed_by(*job) => self.note(Deed::Change, changed.as_ref()),
            Report::Letter(_, seen) => self.note(Deed::Look, seen.as_ref()),
            Report::Tested(_, tested) => self.note(Deed::Send, tested.as_ref()),
            Report::LettersWritten(_, written) => self.note(Deed::Write, written.as_ref()),
            Report::Sent(_, Ok(sent)) if sent.far.failed + sent.far.unsure + sent.far.left > 0 => self.put(Deed::Send, Undone::Mails),
            Report::Sent(_, ended) => self.note(Deed::Send, ended.as_ref()),
            // Nothing is missing any more; whether it is written is another question.
            Report::Prepared(..) => self.undone.retain(|kept| *kept != (Deed::Import, Undone::Refused)),
            Report::Far(..)
            | Report::Left(..)
            | Report::Gathered(..)
            | Report::Folder(..)
            | Report::Preview(..)
            | Report::Completed(..)
            | Report::DraftFound(..)
            | Report::Drafts(_)
            | Report::DraftKept
            | Report::LeftBehind(_)
            | Report::Counted(..)
            | Report::Weighed(..)
            | Report::Stopped(_)
            | Report::Outbox(..)
            | Report::Sending(..) => {}
        }
    }

    /// Looks what came of an answer.
    pub fn look(&mut self, model: &Model) {
        if matches!(model.notice, Some(Notice::Refused(_))) {
            self.put(Deed::Import, Undone::Refused);
        }
    }

    /// What failed last and was not mended. Mails that still go out are not waited for.
    #[must_use]
    pub fn undone(mut self, model: &Model) -> Option<Undone> {
        if model.mails.going().is_some() {
            self.put(Deed::Send, Undone::Mails);
        }
        self.undone.pop().map(|(_, undone)| undone)
    }

    /// What could not be kept is in the store now, or in its draft after all.
    fn is_stored(&mut self, is_written: bool, kept: Deed) {
        self.undone.retain(|(of, _)| !is_written || *of != kept);
    }

    fn note<T>(&mut self, deed: Deed, done: Result<T, &Fault>) {
        match done {
            Ok(_) => self.undone.retain(|(of, _)| *of != deed),
            Err(fault) => self.put(deed, Undone::Failed(fault.clone())),
        }
    }

    fn put(&mut self, deed: Deed, undone: Undone) {
        self.undone.retain(|(of, _)| *of != deed);
        self.undone.push((deed, undone));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::fault::Unkept;
    use crate::app::keeping::DraftId;
    use crate::app::model::Setting;

    #[test]
    fn what_could_not_be_kept_is_undone_until_it_is() {
        let (model, _) = Model::begin(Setting::for_tests(), (80, 24), None);
        let fault = || Fault::NotKept { why: Unkept::DiskFull };
        let id = || DraftId::parse(&"0".repeat(32)).unwrap();
        let after = |reports: &[Report]| {
            let mut outcome = Outcome::default();
            reports.iter().for_each(|report| outcome.hear(report, &model));
            outcome.undone(&model)
        };
        let failed = Some(Undone::Failed(fault()));
        assert_eq!(after(&[Report::NotKept(id(), fault())]), failed);
        assert_eq!(after(&[Report::UnsavedNotKept(fault())]), failed);
        assert_eq!(after(&[Report::NotKept(id(), fault()), Report::Saved(id(), 1, jiff::Timestamp::UNIX_EPOCH)]), None);
        assert_eq!(after(&[Report::UnsavedNotKept(fault()), Report::Saved(id(), 1, jiff::Timestamp::UNIX_EPOCH)]), failed);
    }
}
