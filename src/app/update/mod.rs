//! The one way for the model to change. This door only routes; the work is done by the room of
//! each screen.

mod arrived;
mod boxes;
mod closing;
mod compare;
mod copying;
mod customers;
mod desk;
mod dossier;
mod dossiers;
mod drafts;
mod exports;
mod fixing;
mod groups;
mod inviting;
mod listing;
mod mails;
mod mapping;
mod moving;
mod palette;
mod past;
mod pasting;
mod person;
mod person_saving;
mod picker;
mod plans;
mod proposals;
mod questions;
mod register;
mod reports;
mod season;
mod start;
mod steps;
mod tour;
mod unsaved;

pub(crate) use drafts::{Kept, told as draft_told};
pub(crate) use mapping::{last_top as mapping_last_top, pane_lines as mapping_pane, seen as mapping_rows};
pub(crate) use picker::{preview_lines, seen as picker_rows};
pub(crate) use proposals::refused;

use super::action::Action;
use super::chooser::Question;
use super::dossier::Asked;
use super::editor::press_for;
use super::effect::{Effect, Msg};
use super::geometry;
use super::key::Key;
use super::keymap::{Layer, Meaning};
use super::listing::Listing as _;
use super::model::{Model, Overlay, Screen};
use super::notice::Notice;
use crate::app::listing::with_list;

impl Model {
    /// Takes in what happened; what has to be done in the world comes back.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        let before = self.on_desk();
        let effects = match msg {
            Msg::Key(key) => self.press(key),
            Msg::Act(action) => self.act_by_name(action),
            Msg::Paste(text) => self.paste(&text),
            Msg::Resize(width, height) => {
                self.fit((width, height));
                Vec::new()
            }
            Msg::Click(column, row) => self.click(column, row),
            Msg::Report(report) => {
                let effects = self.hear(*report);
                self.follow_in_palette();
                effects
            }
        };
        self.bring_summary_back();
        self.keep_cursor_in_sight();
        let effects = self.with_unsaved(effects);
        self.not_left_any_more(&effects);
        self.follow_tour();
        self.with_journal(before, effects)
    }

    fn press(&mut self, key: Key) -> Vec<Effect> {
        if self.overlay.is_none() {
            self.behind.clear();
        }
        let layer = self.layer();
        let before = self.pending.take();
        let meaning = self.sight.keys.meaning(layer, before, key);
        // In a window too small to show what a key does, a key only leads out.
        let leads_out = match meaning {
            Meaning::Act(Action::Back | Action::Cancel | Action::Redraw | Action::Suspend) => true,
            // Where keys are text, q is one.
            Meaning::Act(Action::Close) => layer.takes_text(),
            _ => false,
        };
        let (width, height) = self.window();
        if geometry::is_too_small(width, height) && !leads_out {
            return Vec::new();
        }
        // What a key means on the screen itself goes before what it means for the tour.
        if let (Meaning::None, Some(action)) = (meaning, self.of_tour(key)) {
            return self.act_on_tour(action);
        }
        match meaning {
            Meaning::Act(action) => {
                // What only draws anew, or comes back later, leaves what was said where it is.
                if !matches!(action, Action::Redraw | Action::Suspend) {
                    self.notice = None;
                }
                self.act(layer, action)
            }
            Meaning::Prefix => {
                self.pending = Some(key);
                Vec::new()
            }
            Meaning::None if layer.takes_text() => self.type_key(key),
            Meaning::None if layer == Layer::Inviting => self.type_digit(key),
            Meaning::None => {
                self.notice = Some(Notice::NotHere);
                Vec::new()
            }
        }
    }

    /// An action that was asked for by its name instead of its key.
    fn act_by_name(&mut self, action: Action) -> Vec<Effect> {
        if self.overlay.is_none() {
            self.behind.clear();
        }
        self.pending = None;
        if !matches!(action, Action::Redraw | Action::Suspend) {
            self.notice = None;
        }
        self.act(self.layer(), action)
    }

    /// Does what an action means in a layer.
    pub(super) fn act(&mut self, layer: Layer, action: Action) -> Vec<Effect> {
        self.end_run_of_marks(action);
        match action {
            Action::Help => self.ask(Question::Help),
            Action::Palette => self.open_palette(),
            Action::ScreenLanguage => self.ask(Question::ScreenLanguage),
            Action::ShowNumbers => self.show_numbers(),
            Action::Redraw => vec![Effect::Redraw],
            Action::CopyCell => self.copy_cell(),
            Action::CopyRows => self.copy_rows(),
            Action::Suspend => vec![Effect::Suspend],
            Action::Cancel => self.cancel(),
            Action::Close => self.close(),
            Action::Back => self.back(),
            Action::TourBack | Action::TourSkip | Action::TourWhy | Action::TourLeave => self.act_on_tour(action),
            _ => self.act_in(layer, action),
        }
    }

    fn act_in(&mut self, layer: Layer, action: Action) -> Vec<Effect> {
        if layer == Layer::Whole
            && let Some(notice) = self.obstacle(action)
        {
            return self.say(notice);
        }
        match layer {
            Layer::Start => self.act_on_start(action),
            Layer::Picker | Layer::Parcels | Layer::Filtering if matches!(self.screen, Screen::Picker(_)) => self.act_on_picker(action),
            Layer::Dossier | Layer::Zoom | Layer::Filtering if matches!(self.screen, Screen::Dossier(_)) => self.act_on_dossier(action),
            Layer::Typing | Layer::Preview | Layer::History | Layer::Filtering if matches!(self.overlay, Some(Overlay::Person(_))) => {
                self.act_on_person_front(action)
            }
            Layer::Filtering if self.register().is_some() => self.act_on_register(action),
            Layer::Filtering | Layer::Whole | Layer::Arrived if self.arrived().is_some() => self.act_on_arrived(action),
            Layer::Filtering | Layer::Whole | Layer::Past if self.past().is_some() => self.act_on_past(action),
            Layer::Register | Layer::Imports | Layer::Whole | Layer::Flows | Layer::Outbox | Layer::Posted => self.act_on_register(action),
            Layer::Inviting => self.act_on_inviting(action),
            Layer::Mail => self.act_on_mail(action),
            Layer::Sending => self.act_on_sending(action),
            Layer::Season => self.act_on_season(action),
            Layer::Tabs | Layer::Zoom | Layer::Filtering => self.act_on_desk(action),
            Layer::Compare => self.act_on_compare(action),
            Layer::Mapping => self.act_on_mapping(action),
            Layer::Choosing if matches!(self.overlay, Some(Overlay::Palette(_))) => self.act_on_palette(action),
            Layer::Choosing => self.act_on_chooser(action),
            Layer::Columns => self.act_on_columns(action),
            Layer::Typing if matches!(self.overlay, Some(Overlay::Value(_))) => self.act_on_value(action),
            Layer::Typing | Layer::Writing if matches!(self.overlay, Some(Overlay::Answer(_))) => self.act_on_answer(action),
            Layer::Person => self.act_on_person(action),
            Layer::Drafts => self.act_on_drafts(action),
            Layer::Typing => self.act_on_path(action),
            Layer::Proposal => self.act_on_proposal(action),
            Layer::Summary => self.act_on_summary(action),
            Layer::Fixing => self.act_on_editor(action),
            Layer::Replacing => self.act_on_replacing(action),
            Layer::Preview if matches!(self.overlay, Some(Overlay::Chooser(_))) => self.act_on_chooser(action),
            Layer::Preview => self.act_on_preview(action),
            Layer::Copied => self.act_on_copied(action),
            Layer::Box => self.act_on_box(action),
            Layer::Report => self.act_on_report(action),
            Layer::Picker
            | Layer::Parcels
            | Layer::Running
            | Layer::Everywhere
            | Layer::Tour
            | Layer::Dossier
            | Layer::Writing
            | Layer::History
            | Layer::Past
            | Layer::Arrived => Vec::new(),
        }
    }

    /// Says something on the line above the keys.
    pub(super) fn say(&mut self, notice: Notice) -> Vec<Effect> {
        self.notice = Some(notice);
        Vec::new()
    }

    pub(super) fn nothing_here(&mut self) -> Vec<Effect> {
        self.say(Notice::NotHere)
    }

    fn show_numbers(&mut self) -> Vec<Effect> {
        self.sight.shows_numbers = !self.sight.shows_numbers;
        self.notice = Some(Notice::Numbers(self.sight.shows_numbers));
        Vec::new()
    }

    /// A key that is text: it goes where text is typed.
    fn type_key(&mut self, key: Key) -> Vec<Effect> {
        let size = self.size;
        if matches!(&self.overlay, Some(Overlay::Chooser(chooser)) if chooser.question == Question::Dossier(Asked::YesNo))
            && self.says_yes_or_no(key)
        {
            return Vec::new();
        }
        match &mut self.overlay {
            Some(Overlay::Chooser(chooser)) => chooser.press(key),
            Some(Overlay::Palette(palette)) => {
                palette.press(key);
                self.notice = None;
            }
            Some(Overlay::Path(entry)) => {
                let changed = match entry.purpose.number() {
                    Some(number) => entry.field.press_number(number, key),
                    None => entry.field.press(key),
                };
                if changed {
                    entry.candidates.clear();
                }
            }
            Some(Overlay::Value(entry)) => {
                press_for(entry.field, &mut entry.input, key);
                self.notice = None;
            }
            Some(Overlay::Editor(editor)) => {
                if let Some(desk) = self.screen.desk_mut() {
                    editor.press(key, self.sight, desk);
                }
            }
            Some(Overlay::Person(front)) => front.press(key),
            Some(Overlay::Replacing(replacing)) => replacing.press(key),
            Some(Overlay::Answer(entry)) => {
                entry.press(key);
                self.notice = None;
            }
            Some(Overlay::Season(form)) => form.press(key),
            Some(Overlay::SeasonPreview(preview)) => preview.press(key),
            _ => match &mut self.screen {
                Screen::Picker(picker) => {
                    if picker.filter.press(key) {
                        picker.refilter();
                    }
                }
                Screen::Dossier(binder) => {
                    if binder.filter.press(key) {
                        binder.relist(self.sight);
                    }
                }
                screen => {
                    with_list!(screen, list => {
                        let before = list.table().filter.text().to_owned();
                        if list.table_mut().filter.press(key) {
                            list.refilter(&before, size);
                        }
                    });
                }
            },
        }
        Vec::new()
    }
}
