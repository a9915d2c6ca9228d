//! What kind of place a person is at. Exhaustive over what can be on screen and in front of it, so that nothing new can be
//! shown without being told.

use crate::app::desk::Face;
use crate::app::listing::Listing as _;
use crate::app::person::Front;
use crate::app::{Model, Overlay, Screen};

/// What kind of place a person is at: how it is told, and what an answer means there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// Many rows with columns.
    Table,
    /// A few lines; the number of one does it.
    Menu,
    /// Lines to go over; the number of one goes there.
    Lines,
    /// Lines to go over, and a number to type that confirms.
    Count,
    /// Text to read, perhaps with buttons.
    Box,
    /// Much text to read.
    Reading,
    /// One of many, by its number or by searching.
    Choice,
    /// One line is typed.
    Field,
    /// Several lines are typed.
    Writing,
    /// Several parts are filled in, one after the other.
    Form,
    /// Something is being done.
    Going,
}

impl Manner {
    /// Where the model stands.
    pub(super) fn of(model: &Model) -> Self {
        match (&model.overlay, &model.running) {
            (Some(overlay), _) => of_overlay(overlay),
            (None, Some(_)) => Self::Going,
            (None, None) => of_screen(&model.screen),
        }
    }

    /// Whether what is answered is text.
    pub(super) const fn is_typed(self) -> bool {
        match self {
            Self::Field | Self::Writing | Self::Form => true,
            Self::Table | Self::Menu | Self::Lines | Self::Count | Self::Box | Self::Reading | Self::Choice | Self::Going => false,
        }
    }

    /// Whether coming back to it is no arrival: of the others, all is told anew.
    pub(super) const fn is_kept(self) -> bool {
        matches!(self, Self::Table | Self::Lines | Self::Count)
    }

    /// Whether what is answered is text, or text to search by: a word that does something stands behind a colon.
    pub(super) const fn takes_text(self) -> bool {
        self.is_typed() || matches!(self, Self::Choice)
    }
}

fn of_overlay(overlay: &Overlay) -> Manner {
    match overlay {
        // What is only to be looked at is no list to choose from.
        Overlay::Chooser(chooser) if chooser.is_preview() => Manner::Box,
        Overlay::Chooser(_) => Manner::Choice,
        Overlay::Columns(_) => Manner::Lines,
        Overlay::Drafts(_) | Overlay::Rules(_) => Manner::Menu,
        Overlay::Path(_) | Overlay::Value(_) | Overlay::Editor(_) => Manner::Field,
        Overlay::Answer(entry) => match entry.input {
            crate::app::answer::Input::Line(_) => Manner::Field,
            crate::app::answer::Input::Lines(_) => Manner::Writing,
        },
        Overlay::Person(front) => match front.as_ref() {
            Front::Removing(_) | Front::Wishing(_) => Manner::Field,
            Front::Many { .. } => Manner::Box,
            Front::History(history) if history.is_filtering => Manner::Field,
            Front::History(_) => Manner::Reading,
        },
        Overlay::Replacing(_) | Overlay::Season(_) => Manner::Form,
        Overlay::SeasonPreview(preview) if preview.confirmation().is_some() && !preview.goes_on => Manner::Field,
        Overlay::Summary(_)
        | Overlay::Proposal(_)
        | Overlay::Ask(..)
        | Overlay::Fault(..)
        | Overlay::Corrected(..)
        | Overlay::Couple(_)
        | Overlay::SeasonPreview(_) => Manner::Box,
        // Whoever answers by name needs no list to find one in: the palette opens for nobody here.
        Overlay::Copied(_) | Overlay::Palette(_) => Manner::Reading,
    }
}

fn of_screen(screen: &Screen) -> Manner {
    let table = |is_filtering: bool, zoom: bool| match (is_filtering, zoom) {
        (true, _) => Manner::Field,
        (false, true) => Manner::Reading,
        (false, false) => Manner::Table,
    };
    match screen {
        Screen::Start(_) => Manner::Menu,
        Screen::Picker(picker) if picker.is_filtering => Manner::Field,
        Screen::Picker(_) | Screen::Person(_) => Manner::Lines,
        Screen::Desk(desk) => match desk.face {
            Face::Tabs => table(desk.showing.is_filtering, desk.showing.zoom),
            Face::Compare(_) | Face::Mapping(_) => Manner::Lines,
            Face::Report(_) => Manner::Menu,
        },
        Screen::Register(register) => table(register.showing.is_filtering, register.showing.zoom),
        Screen::Past(past) => table(past.showing().is_filtering, past.showing().zoom),
        Screen::Arrived(arrived) => table(arrived.showing().is_filtering, arrived.showing().zoom),
        Screen::Dossier(binder) if binder.is_filtering => Manner::Field,
        Screen::Dossier(binder) if binder.zoom => Manner::Reading,
        Screen::Dossier(_) => Manner::Lines,
        Screen::Inviting(inviting) if inviting.whole.is_some() => Manner::Reading,
        Screen::Inviting(inviting) if inviting.recipients.is_empty() => Manner::Lines,
        Screen::Inviting(_) => Manner::Count,
        Screen::Sending => Manner::Box,
    }
}
