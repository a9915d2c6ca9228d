//! All drafts that there are.

use std::time::SystemTime;

use jiff::Timestamp;

use super::place::{HEAD, JOURNAL, LOCK, VIEW};
use super::{DraftFault, Drafts, Head, MOST, journal, lock, place};
use crate::app::fault::Fault;
use crate::app::keeping::{DraftId, KeptDraft, Whereabouts};
use crate::domain::draft::Entry;
use crate::domain::neutral::neutralise;
use crate::world::frame::only;

/// What was found of a draft.
pub struct Listed {
    /// What a list says of it.
    pub kept: KeptDraft,
    /// What it was made from, where that can be read.
    pub head: Option<Head>,
    /// When its journal was last written, by the file system.
    touched: Option<SystemTime>,
}

impl Drafts {
    /// Every draft, the one changed last first. Creates nothing.
    ///
    /// # Errors
    /// [`DraftFault`] where the folder cannot be read. A draft that cannot be read is listed as such.
    pub fn list(&self, told: impl Fn(DraftFault) -> Fault) -> Result<Vec<Listed>, DraftFault> {
        let Some(place) = &self.place else { return Ok(Vec::new()) };
        let mut drafts: Vec<Listed> = place.ids()?.into_iter().map(|id| self.listed(id, &told)).collect();
        drafts.sort_by_key(|one| std::cmp::Reverse((one.kept.when, one.touched)));
        Ok(drafts)
    }

    fn listed(&self, id: DraftId, told: &impl Fn(DraftFault) -> Fault) -> Listed {
        let read = || -> Result<(Head, bool), DraftFault> {
            let path = self.place()?.existing(&id)?;
            let head = only(&place::bytes(&path.join(HEAD), MOST)?)?;
            let journal = journal::read(&place::bytes(&path.join(JOURNAL), MOST)?)?;
            Ok((head, journal.entries.iter().any(|entry| matches!(entry, Entry::Decided(_)))))
        };
        let path = self.place().map(|place| place.of(&id)).unwrap_or_default();
        // That we have it open ourselves is no news.
        let open_by = if self.held().contains_key(&id) { None } else { lock::holder(&path.join(LOCK)) };
        let touched = std::fs::symlink_metadata(path.join(JOURNAL)).and_then(|found| found.modified()).ok();
        match read() {
            Ok((head, is_decided)) => {
                let view = place::bytes(&path.join(VIEW), MOST).ok().and_then(|bytes| only::<(Whereabouts, Timestamp)>(&bytes).ok());
                let kept = KeptDraft {
                    id,
                    file: neutralise(&head.mark.file).into_owned(),
                    path: head.path.clone(),
                    sheet: neutralise(&head.mark.sheet).into_owned(),
                    rows: head.rows,
                    invalid: view.as_ref().map(|(view, _)| view.invalid),
                    // A journal that lost everything is one in which something was decided.
                    is_decided: is_decided || view.as_ref().is_some_and(|(view, _)| view.steps > 0),
                    when: view.map_or(head.when, |(_, when)| when.max(head.when)),
                    who: neutralise(&head.who).into_owned(),
                    open_by,
                    fault: None,
                };
                Listed { kept, head: Some(head), touched }
            }
            Err(fault) => Listed {
                kept: KeptDraft {
                    file: id.as_str().to_owned(),
                    id,
                    path: String::new(),
                    sheet: String::new(),
                    rows: 0,
                    invalid: None,
                    is_decided: true,
                    when: Timestamp::UNIX_EPOCH,
                    who: String::new(),
                    open_by,
                    fault: Some(Box::new(told(fault))),
                },
                head: None,
                touched,
            },
        }
    }

    /// Whether this program has the draft open itself.
    #[must_use]
    pub fn holds(&self, id: &DraftId) -> bool {
        self.held().contains_key(id)
    }
}
