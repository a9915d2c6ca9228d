//! Which screen is shown, whose keys hold on it, and the screens by their names.

use super::answer::Input;
use super::arrived::Arrived;
use super::compare::Sight as Seen;
use super::desk::{Desk, Face};
use super::effect::Effect;
use super::inviting::Inviting;
use super::keeping::Leaving;
use super::keymap::Layer;
use super::listing::{Listing as _, with_list};
use super::model::{Glance, Model, Overlay, Screen};
use super::past::Past;
use super::person::PersonPage;
use super::picker::Wanted;
use super::register::{Register, TabKind};
use super::start::Start;
use super::table::Table;
use crate::domain::task_flow::TaskFlowId;

/// The most screens that back leads through. Whoever goes on and on forgets the first.
const DEPTH: usize = 16;

impl Screen {
    /// The desk. A customer is a draft of one row, so the page of one has a desk too.
    pub(super) fn desk(&self) -> Option<&Desk> {
        match self {
            Self::Desk(desk) => Some(desk),
            Self::Person(page) => Some(&page.desk),
            _ => None,
        }
    }

    pub(super) fn desk_mut(&mut self) -> Option<&mut Desk> {
        match self {
            Self::Desk(desk) => Some(desk),
            Self::Person(page) => Some(&mut page.desk),
            _ => None,
        }
    }
}

impl Model {
    /// Goes to a screen; back leads to the one that is left, exactly as it is.
    pub(super) fn enter(&mut self, screen: Screen) {
        let left = std::mem::replace(&mut self.screen, screen);
        if self.through.len() == DEPTH {
            // The first is where the program began.
            let forgotten = self.through.remove(1);
            self.part_with(forgotten);
        }
        self.through.push(left);
    }

    /// Back to the screen that one came from, which shows the store and the outbox as they are known by now.
    pub(super) fn leave(&mut self) -> Vec<Effect> {
        let back = self.through.pop().unwrap_or(Screen::Start(Start::default()));
        let left = std::mem::replace(&mut self.screen, back);
        let dropped = Self::left_for_good(&left);
        self.part_with(left);
        dropped.into_iter().chain(self.show_store_again()).collect()
    }

    /// To the start screen, whatever one came through.
    pub(super) fn leave_all(&mut self) {
        let mut through = std::mem::take(&mut self.through).into_iter();
        let left = std::mem::replace(&mut self.screen, through.next().unwrap_or(Screen::Start(Start::default())));
        through.chain([left]).for_each(|screen| self.part_with(screen));
    }

    /// A screen is left for good. An import whose draft is to be kept stays at hand until it is.
    pub(super) fn part_with(&mut self, screen: Screen) {
        if let Screen::Desk(desk) = screen
            && let Some((_, Leaving::Keep)) = desk.leaving()
        {
            self.parting.push(desk);
        }
    }

    /// Every screen, the one that is shown first.
    pub(super) fn screens(&self) -> impl Iterator<Item = &Screen> {
        std::iter::once(&self.screen).chain(self.through.iter().rev())
    }

    pub(super) fn screens_mut(&mut self) -> impl Iterator<Item = &mut Screen> {
        std::iter::once(&mut self.screen).chain(self.through.iter_mut().rev())
    }

    /// The layer whose keys hold.
    #[must_use]
    pub fn layer(&self) -> Layer {
        match (&self.overlay, &self.running) {
            (Some(Overlay::Chooser(chooser)), _) if chooser.is_preview() => Layer::Preview,
            (Some(Overlay::Chooser(_) | Overlay::Palette(_)), _) => Layer::Choosing,
            (Some(Overlay::Columns(_)), _) => Layer::Columns,
            (Some(Overlay::Drafts(_)), _) => Layer::Drafts,
            (Some(Overlay::Path(_) | Overlay::Value(_)), _) => Layer::Typing,
            (Some(Overlay::Answer(entry)), _) => match entry.input {
                Input::Line(_) => Layer::Typing,
                Input::Lines(_) => Layer::Writing,
            },
            (Some(Overlay::Rules(_) | Overlay::Couple(_)), _) => Layer::Proposal,
            (Some(Overlay::Summary(_)), _) => Layer::Summary,
            (Some(Overlay::Editor(_)), _) => Layer::Fixing,
            (Some(Overlay::Person(front)), _) => front.layer(),
            (Some(Overlay::Replacing(_)), _) => Layer::Replacing,
            (Some(Overlay::Proposal(_)), _) => Layer::Preview,
            (Some(Overlay::Ask(..) | Overlay::Fault(..) | Overlay::Corrected(..)), _) => Layer::Box,
            (Some(Overlay::Season(_) | Overlay::SeasonPreview(_)), _) => Layer::Season,
            (Some(Overlay::Copied(_)), _) => Layer::Copied,
            (None, Some(_)) => Layer::Running,
            (None, None) => match &self.screen {
                Screen::Start(_) => Layer::Start,
                Screen::Picker(picker) if picker.is_filtering => Layer::Filtering,
                Screen::Dossier(binder) if binder.is_filtering => Layer::Filtering,
                Screen::Dossier(binder) if binder.zoom => Layer::Zoom,
                Screen::Dossier(_) => Layer::Dossier,
                Screen::Picker(picker) => match picker.wanted {
                    Wanted::Import => Layer::Picker,
                    Wanted::Answers => Layer::Parcels,
                },
                Screen::Desk(desk) => match desk.face {
                    Face::Compare(_) => Layer::Compare,
                    Face::Mapping(_) => Layer::Mapping,
                    Face::Report(_) => Layer::Report,
                    Face::Tabs if desk.showing.is_filtering => Layer::Filtering,
                    Face::Tabs if desk.showing.zoom => Layer::Zoom,
                    Face::Tabs => Layer::Tabs,
                },
                Screen::Person(_) => Layer::Person,
                Screen::Register(register) if register.showing.is_filtering => Layer::Filtering,
                Screen::Register(register) if register.showing.zoom && register.tab == TabKind::Outbox => Layer::Posted,
                Screen::Register(register) if register.showing.zoom => Layer::Whole,
                Screen::Register(register) if register.tab == TabKind::Flows => Layer::Flows,
                Screen::Register(register) if register.tab == TabKind::Imports => Layer::Imports,
                Screen::Register(register) if register.tab == TabKind::Outbox => Layer::Outbox,
                Screen::Register(_) => Layer::Register,
                Screen::Past(past) if past.showing().is_filtering => Layer::Filtering,
                Screen::Past(past) if past.showing().zoom => Layer::Whole,
                Screen::Past(_) => Layer::Past,
                Screen::Arrived(arrived) if arrived.showing().is_filtering => Layer::Filtering,
                Screen::Arrived(arrived) if arrived.showing().zoom => Layer::Whole,
                Screen::Arrived(_) => Layer::Arrived,
                Screen::Inviting(inviting) if inviting.whole.is_some() => Layer::Mail,
                Screen::Inviting(_) => Layer::Inviting,
                Screen::Sending => Layer::Sending,
            },
        }
    }

    /// The desk, where it is on screen.
    #[must_use]
    pub fn desk(&self) -> Option<&Desk> {
        self.screen.desk()
    }

    /// What is seen of the duplicate that is looked at field by field, where one is. It is judged anew: once is enough for a frame.
    #[must_use]
    pub fn compared(&self) -> Option<Seen> {
        let desk = self.desk()?;
        if let Face::Compare(compare) = &desk.face { compare.sight(&desk.draft) } else { None }
    }

    pub(super) fn desk_mut(&mut self) -> Option<&mut Desk> {
        self.screen.desk_mut()
    }

    /// The page of a customer, where it is on screen.
    #[must_use]
    pub fn person(&self) -> Option<&PersonPage> {
        if let Screen::Person(page) = &self.screen { Some(page) } else { None }
    }

    pub(super) fn person_mut(&mut self) -> Option<&mut PersonPage> {
        if let Screen::Person(page) = &mut self.screen { Some(page) } else { None }
    }

    /// The register, where it is on screen.
    #[must_use]
    pub fn register(&self) -> Option<&Register> {
        if let Screen::Register(register) = &self.screen { Some(register) } else { None }
    }

    /// The register, on screen or nearest behind it: it goes on following the store.
    pub(super) fn register_mut(&mut self) -> Option<&mut Register> {
        self.screens_mut().find_map(|screen| if let Screen::Register(register) = screen { Some(&mut **register) } else { None })
    }

    /// The import that is looked back on, where it is on screen.
    #[must_use]
    pub fn past(&self) -> Option<&Past> {
        if let Screen::Past(past) = &self.screen { Some(past) } else { None }
    }

    pub(super) fn past_mut(&mut self) -> Option<&mut Past> {
        if let Screen::Past(past) = &mut self.screen { Some(past) } else { None }
    }

    /// Questionnaires that came back, where they are on screen.
    #[must_use]
    pub fn arrived(&self) -> Option<&Arrived> {
        if let Screen::Arrived(arrived) = &self.screen { Some(arrived) } else { None }
    }

    pub(super) fn arrived_mut(&mut self) -> Option<&mut Arrived> {
        if let Screen::Arrived(arrived) = &mut self.screen { Some(arrived) } else { None }
    }

    /// The table of the list that is on screen, whichever it is.
    #[must_use]
    pub fn table(&self) -> Option<&Table> {
        with_list!(&self.screen, list => list.table())
    }

    /// What a task flow is called in the language of the screen.
    #[must_use]
    pub fn flow_name(&self, id: &TaskFlowId) -> String {
        let known = if let Glance::Known(stock) = &self.store { stock.snapshot.flow(id) } else { None };
        known.map_or_else(|| self.sight.text(&id.0), |flow| (self.sight.words().flow_short)(flow.assessment_year))
    }

    /// The invite screen, where it is on screen.
    #[must_use]
    pub fn inviting(&self) -> Option<&Inviting> {
        if let Screen::Inviting(inviting) = &self.screen { Some(inviting) } else { None }
    }

    pub(super) fn inviting_mut(&mut self) -> Option<&mut Inviting> {
        if let Screen::Inviting(inviting) = &mut self.screen { Some(inviting) } else { None }
    }
}
