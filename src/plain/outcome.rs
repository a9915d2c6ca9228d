//! What of all that was asked failed and was not done after all: whoever answers from a script learns of it when the dialogue ends.

use crate::app::Model;
use crate::app::effect::Report;
use crate::app::fault::Fault;
use crate::app::keeping::DraftId;
use crate::app::notice::Notice;
use crate::app::unsaved::About;

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
#[derive(Debug, Clone, PartialEq, Eq)]
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
    Decide(DraftId),
    /// To keep what is not saved yet, or to throw it away.
    KeepUnsaved(About),
    ListDrafts,
    ThrowAway(DraftId),
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
                if let (Ok(_), Some((id, _))) = (written, model.whereabouts()) {
                    self.mended(&Deed::Decide(id.clone()));
                }
            }
            // What was saved is thrown away from where it was kept, which is told too.
            Report::Amended(_, written) => self.note(Deed::Change, written.as_ref()),
            // It goes on, but what was decided is lost when it ends.
            Report::NotKept(id, fault) | Report::NotLeft(id, fault) => self.put(Deed::Decide(id.clone()), Undone::Failed(fault.clone())),
            // What of a draft that was left is lost was asked about.
            Report::Saved(id, ..) | Report::DraftLeft(id, _) => self.mended(&Deed::Decide(id.clone())),
            Report::UnsavedNotKept(about, fault) => self.put(Deed::KeepUnsaved(about.clone()), Undone::Failed(fault.clone())),
            Report::UnsavedKept(about) => self.mended(&Deed::KeepUnsaved(about.clone())),
            Report::Drafts(listed) => self.note(Deed::ListDrafts, listed.as_ref()),
            Report::ThrownAway(id, done) => self.note(Deed::ThrowAway(id.clone()), done.as_ref()),
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

    fn note<T>(&mut self, deed: Deed, done: Result<T, &Fault>) {
        match done {
            Ok(_) => self.mended(&deed),
            Err(fault) => self.put(deed, Undone::Failed(fault.clone())),
        }
    }

    fn put(&mut self, deed: Deed, undone: Undone) {
        self.mended(&deed);
        self.undone.push((deed, undone));
    }

    /// It is done after all, or wanted no more.
    fn mended(&mut self, deed: &Deed) {
        self.undone.retain(|(of, _)| of != deed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::fault::Unkept;
    use crate::app::keeping::Left;
    use crate::app::model::Setting;
    use crate::domain::customer::CustomerId;

    #[test]
    fn what_could_not_be_kept_is_undone_until_it_is() {
        let (model, _) = Model::begin(Setting::for_tests(), (80, 24), None);
        let fault = || Fault::NotKept { why: Unkept::DiskFull };
        let id = |digit: &str| DraftId::parse(&digit.repeat(32)).unwrap();
        let after = |reports: &[Report]| {
            let mut outcome = Outcome::default();
            reports.iter().for_each(|report| outcome.hear(report, &model));
            outcome.undone(&model)
        };
        let failed = Some(Undone::Failed(fault()));
        let saved = |digit: &str| Report::Saved(id(digit), 1, jiff::Timestamp::UNIX_EPOCH);
        let (els, tom) = (|| About::Customer(CustomerId(1)), || About::Customer(CustomerId(2)));
        let not_decided = || Report::NotKept(id("0"), fault());
        let not_changed = || Report::UnsavedNotKept(els(), fault());
        for (reports, wanted) in [
            (vec![not_decided()], &failed),
            (vec![not_decided(), saved("0")], &None),
            (vec![not_decided(), saved("1")], &failed),
            (vec![not_decided(), Report::DraftLeft(id("0"), Left::Kept)], &None),
            (vec![not_decided(), Report::DraftLeft(id("0"), Left::Lost)], &None),
            (vec![Report::NotLeft(id("0"), fault()), Report::Drafts(Ok(Vec::new()))], &failed),
            (vec![Report::NotLeft(id("0"), fault()), saved("0")], &None),
            (vec![not_changed()], &failed),
            (vec![not_changed(), Report::UnsavedKept(els())], &None),
            (vec![not_changed(), Report::UnsavedKept(tom())], &failed),
            (vec![not_changed(), saved("0")], &failed),
            (vec![Report::Drafts(Err(fault()))], &failed),
            (vec![Report::ThrownAway(id("0"), Err(fault())), Report::Drafts(Ok(Vec::new()))], &failed),
            (vec![Report::ThrownAway(id("0"), Err(fault())), Report::ThrownAway(id("0"), Ok(()))], &None),
        ] {
            assert_eq!(after(&reports), *wanted, "{reports:?}");
        }
    }
}
