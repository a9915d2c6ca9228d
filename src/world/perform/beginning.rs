//! A draft afresh, taken up again, or taken over to a workbook that has changed.

use std::borrow::Cow;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use super::faults::of_no_draft;
use super::folders::expanded;
use super::opening::{Refused, Unfamiliar, Wanted, Watch, refused, taken_in};
use super::{Opened, Stopping, World, of_draft, of_read, of_store};
use crate::app::effect::{Far, Opening, PASTED, Stage, has_no_place};
use crate::app::fault::Fault;
use crate::app::keeping::{DraftId, KeptDraft, Likeness, OpenedDraft, TakenUp, Taking};
use crate::app::{Job, Report};
use crate::domain::draft::{Draft, Entry, Unfit};
use crate::domain::finding::RULES_VERSION;
use crate::domain::path_text::text_of;
use crate::world::drafts::{Head, Stored};
use crate::world::ids::random_hex;
use crate::world::workbook::Source;

/// What came of beginning.
enum Begun {
    Opened(Box<OpenedDraft>),
    Found(Box<KeptDraft>, Likeness),
    Stopped,
}

impl World {
    /// Opens a workbook or a draft, and tells what came of it.
    pub(super) fn open(&self, job: Job, asked: &Opening, stopping: Stopping<'_>, tell: &mut dyn FnMut(Report)) {
        let mut far = |stage, done, all| {
            tell(Report::Far(job, Far { stage, done, all }));
            if stopping(job) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let begun = self.begun(asked, &mut far);
        tell(match begun {
            Ok(Begun::Opened(opened)) => Report::Opened(job, Ok(opened)),
            Ok(Begun::Found(draft, likeness)) => Report::DraftFound(job, draft, likeness),
            Ok(Begun::Stopped) => Report::Stopped(job),
            Err(refused) => Report::Opened(job, Err(*refused)),
        });
    }

    fn begun(&self, asked: &Opening, far: Watch<'_>) -> Result<Begun, Refused> {
        if let Taking::Up(id) = &asked.taking {
            return self.taken_up(id, far);
        }
        let source = match &self.standard_input {
            Some(bytes) if asked.path == "-" => {
                Source::from_bytes("stdin", bytes.to_vec()).map_err(|fault| refused(of_read(fault, Path::new("-"))))?
            }
            Some(_) | None if asked.path == PASTED => super::pasting::taken_in(asked)?,
            Some(_) | None => self.spent.during(Stage::Reading, || taken_in(asked))?,
        };
        let (source, asked) = self.with_headings(source, asked);
        let asked = &asked;
        if asked.taking == Taking::Ask {
            match self.alike(&source, asked) {
                // Somebody has only looked into it so far: no question is worth asking.
                Some((draft, Likeness::Same)) if !draft.is_decided => return self.taken_up(&draft.id, far),
                Some((draft, Likeness::Changed)) if !draft.is_decided => {
                    // What cannot be thrown away is in the list.
                    let _in_the_list = self.throw_away(&draft.id);
                }
                Some((draft, likeness)) => return Ok(Begun::Found(Box::new(draft), likeness)),
                None => {}
            }
        }
        let Opened::Draft(mut draft) = self.opened(Cow::Borrowed(&source), &Wanted::Asked(asked, Unfamiliar::Mapped), far)? else {
            return Ok(Begun::Stopped);
        };
        let taken_up = match &asked.taking {
            Taking::Over(old) => match self.taken_over(old, &mut draft, far)? {
                Some(taken_up) => Some(taken_up),
                None => return Ok(Begun::Stopped),
            },
            Taking::Ask | Taking::Afresh | Taking::Up(_) => None,
        };
        let entries: Vec<Entry> = draft.steps().iter().cloned().map(Entry::Decided).collect();
        let kept =
            self.head_of(&draft, &asked.path).and_then(|head| self.drafts.create(head, source.bytes(), &entries).map_err(of_no_draft));
        if let (Taking::Over(old), Ok(_), Some(TakenUp { unfit, .. })) = (&asked.taking, &kept, &taken_up)
            && unfit.is_empty()
        {
            // All of it is in the new one. Where something did not fit, the old one stays in the list.
            let _in_the_list = self.throw_away(old);
        }
        Ok(Begun::Opened(Box::new(OpenedDraft { draft: Arc::from(draft), path: asked.path.clone(), kept, taken_up })))
    }

    /// What a new draft is made from.
    fn head_of(&self, draft: &Draft, path: &str) -> Result<Head, Fault> {
        let source = draft.source();
        let snapshot = &draft.stock().snapshot;
        let begun = draft.begun_with().clone();
        Ok(Head {
            id: random_hex(16).map_err(|error| Fault::System { detail: error.to_string() })?,
            path: full_path(path),
            mark: source.mark.clone(),
            columns: source.layout.columns.iter().map(|column| (column.column, column.field)).collect(),
            store: snapshot.store.clone(),
            revision: snapshot.revision,
            flow: begun.flow,
            language: begun.language,
            questionnaire: begun.questionnaire,
            day: draft.office().today,
            rules: RULES_VERSION,
            rows: u64::from(draft.row_count()),
            who: self.user.clone(),
            when: self.clock.now(),
        })
    }

    /// The draft that was made from this workbook, or from the same file before it changed.
    fn alike(&self, source: &Source, asked: &Opening) -> Option<(KeptDraft, Likeness)> {
        let path = full_path(&asked.path);
        let drafts = self.drafts.list(of_draft).ok()?;
        let open_here = |kept: &KeptDraft| self.drafts.holds(&kept.id) || (kept.open_by.is_some() && !kept.is_decided);
        let likeness = |head: &Head| {
            let mark = &head.mark;
            let as_asked =
                asked.sheet.as_ref().is_none_or(|sheet| *sheet == mark.sheet) && asked.header_row.is_none_or(|row| row == mark.header_row);
            match (mark.fingerprint == source.fingerprint(), head.path == path && !has_no_place(&path)) {
                _ if !as_asked => None,
                (true, _) => Some(Likeness::Same),
                (false, true) => Some(Likeness::Changed),
                (false, false) => None,
            }
        };
        let mut alike: Vec<(KeptDraft, Likeness)> =
            (drafts.into_iter()).filter(|one| !open_here(&one.kept)).filter_map(|one| Some((one.kept, likeness(&one.head?)?))).collect();
        alike.sort_by_key(|(_, likeness)| *likeness == Likeness::Changed);
        alike.into_iter().next()
    }

    /// Goes on with a draft, over its own copy of the workbook and the store as it is now.
    fn taken_up(&self, id: &DraftId, far: Watch<'_>) -> Result<Begun, Refused> {
        let stored = self.drafts.open(id, &self.tag()).map_err(|fault| refused(of_draft(fault)))?;
        let path = stored.head.path.clone();
        let opened = match self.replayed(stored, far) {
            Ok(Some((draft, taken_up))) => {
                Ok(Begun::Opened(Box::new(OpenedDraft { draft: Arc::new(draft), path, kept: Ok(id.clone()), taken_up: Some(taken_up) })))
            }
            Ok(None) => Ok(Begun::Stopped),
            Err(refused) => Err(refused),
        };
        if !matches!(opened, Ok(Begun::Opened(_))) {
            // Nobody has it open after all; as it was, it stays.
            let _kept = self.drafts.leave(id, crate::app::keeping::Leaving::Lose);
        }
        opened
    }

    /// A kept draft with everything that was decided in it, over the store as it is now, and what of it no
    /// longer fits. It stays as it is kept.
    ///
    /// # Errors
    /// The [`Fault`]: no such draft, open elsewhere, or not to be read.
    pub fn kept_draft(&self, id: &DraftId) -> Result<(Draft, Vec<Unfit>), Fault> {
        let stored = self.drafts.look_into(id, &self.tag()).map_err(of_draft)?;
        let replayed = self.replayed(stored, &mut |_, _, _| ControlFlow::Continue(())).map_err(|refused| refused.0)?;
        replayed.map(|(draft, taken_up)| (draft, taken_up.unfit)).ok_or(Fault::NoSuchDraft)
    }

    /// The draft as it was left. None where it was stopped.
    fn replayed(&self, stored: Stored, far: Watch<'_>) -> Result<Option<(Draft, TakenUp)>, Refused> {
        let Stored { head, source, entries, cut, missing, view } = stored;
        let file = Path::new(&head.mark.file);
        let source = Source::from_bytes(&head.mark.file, source).map_err(|fault| refused(of_read(fault, file)))?;
        if source.fingerprint() != head.mark.fingerprint {
            return Err(refused(Fault::DraftDamaged { detail: "its copy of the workbook has changed".to_owned() }));
        }
        let Opened::Draft(mut draft) = self.opened(Cow::Owned(source), &Wanted::Kept(&head), far)? else { return Ok(None) };
        let entries = self.with_commits(entries).map_err(refused)?;
        let replayed = draft.replay(entries);
        let taken_up = TakenUp {
            when: view.as_ref().map_or(head.when, |(_, when)| *when),
            whereabouts: view.map(|(view, _)| view),
            unfit: replayed.unfit,
            cut,
            missing,
            other_rules: head.rules != RULES_VERSION,
            other_store: !head.store.is_empty() && head.store != draft.stock().snapshot.store,
        };
        Ok(Some((*draft, taken_up)))
    }

    /// The entries, with every commit ended of which only the store knows that it was written. Asked anew
    /// each time, since what was committed is for the store to say.
    fn with_commits(&self, entries: Vec<Entry>) -> Result<Vec<Entry>, Fault> {
        let ended: Vec<Entry> = entries.iter().filter(|entry| matches!(entry, Entry::Committed(_))).cloned().collect();
        let mut told = Vec::with_capacity(entries.len());
        for entry in entries {
            let begun = if let Entry::Committing(commit) = &entry { Some(commit.clone()) } else { None };
            told.push(entry);
            if let Some(commit) = begun
                && !ended.contains(&Entry::Committed(commit.clone()))
                && self.store.has_commit(&commit).map_err(of_store)?
            {
                told.push(Entry::Committed(commit));
            }
        }
        Ok(told)
    }

    /// Takes the decisions of an older draft over. None where it was stopped.
    fn taken_over(&self, id: &DraftId, draft: &mut Draft, far: Watch<'_>) -> Result<Option<TakenUp>, Refused> {
        let stored = self.drafts.look_into(id, &self.tag()).map_err(|fault| refused(of_draft(fault)))?;
        let Some((old, mut taken_up)) = self.replayed(stored, far)? else { return Ok(None) };
        let mut unfit: Vec<Unfit> = std::mem::take(&mut taken_up.unfit).into_iter().map(|one| one.of_old(&old)).collect();
        unfit.extend(draft.carry_over(&old));
        Ok(Some(TakenUp { unfit, ..taken_up }))
    }
}

/// The path by which a draft knows its workbook.
fn full_path(path: &str) -> String {
    if has_no_place(path) {
        return path.to_owned();
    }
    let path = expanded(path);
    let full = std::fs::canonicalize(&path).or_else(|_| std::path::absolute(&path)).unwrap_or(path);
    text_of(&full)
}
