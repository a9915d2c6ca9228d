//! Changes of a dossier or of a customer's page: on disk before the frame that shows them.

use crate::app::answer::Entry;
use crate::app::effect::Effect;
use crate::app::fault::Fault;
use crate::app::model::{Model, Overlay, Screen, WayOut};
use crate::app::unsaved::{About, Unsaved, Work};

impl Model {
    /// What became of what is not saved goes before everything else that is to be done.
    pub(super) fn with_unsaved(&mut self, effects: Vec<Effect>) -> Vec<Effect> {
        let entry = self.entry().cloned();
        let (store, about, now, kept) = match &mut self.screen {
            Screen::Dossier(binder) => {
                let now = binder.unsaved(entry.as_ref());
                (binder.opened.store.clone(), binder.kept_as(), now, &mut binder.kept)
            }
            Screen::Person(page) => {
                let store = page.draft().stock().snapshot.store.clone();
                (store, page.kept_as(), page.unsaved(), &mut page.kept)
            }
            _ => return effects,
        };
        if *kept == now {
            return effects;
        }
        kept.clone_from(&now);
        std::iter::once(kept_or_dropped(store, about, now)).chain(effects).collect()
    }

    /// The answer that is being typed, in front or behind a question about it.
    fn entry(&self) -> Option<&Entry> {
        let front = self.overlay.iter().chain(self.behind.iter().rev());
        front.filter_map(|overlay| if let Overlay::Answer(entry) = overlay { Some(&**entry) } else { None }).next()
    }

    /// A screen that is left on purpose leaves nothing behind.
    pub(in crate::app) fn left_for_good(screen: &Screen) -> Option<Effect> {
        match screen {
            Screen::Dossier(binder) if binder.kept.is_some() => Some(kept_or_dropped(binder.opened.store.clone(), binder.kept_as(), None)),
            Screen::Person(page) if page.kept.is_some() => {
                Some(kept_or_dropped(page.draft().stock().snapshot.store.clone(), page.kept_as(), None))
            }
            _ => None,
        }
    }

    /// Said once, until they can be kept again: it would be said with every key else.
    pub(super) fn unsaved_not_kept(&mut self, about: About, fault: Fault) {
        if self.unkept.insert(about) {
            self.cover(Overlay::Fault(fault, WayOut::None, false));
        }
    }

    pub(super) fn unsaved_kept(&mut self, about: &About) {
        self.unkept.remove(about);
    }
}

fn kept_or_dropped(store: String, about: About, work: Option<Work>) -> Effect {
    match work {
        Some(work) => Effect::KeepUnsaved(Box::new(Unsaved { store, about, work })),
        None => Effect::DropUnsaved(store, about),
    }
}
