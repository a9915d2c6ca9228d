//! A person at the keyboard: real keys, the real world on the spot, and what is on the screen.
//!
//! No thread and no sleep: a key becomes effects, the world performs them, its reports come back,
//! until nothing is left to do. [`Flow::hold`] holds the world, so that a screen can be looked at
//! while something is being done. Paths are those of a [`Disk`], the day is 14 May 2026.
//!
//! - here: how a session begins, what is pressed, typed and pasted, and where one is
//! - `doing`: what the world does meanwhile
//! - `page`: what is on the screen, and the story that is told of it

mod doing;
mod page;

use std::collections::{HashSet, VecDeque};

use instroom::app::desk::Sight;
use instroom::app::key::Key;
use instroom::app::model::{Purpose, Setting};
use instroom::app::{Effect, Job, Model, Msg, Screen};
use instroom::domain::customer::CustomerId;
use instroom::domain::draft::{Draft, Seed, Step};
use instroom::domain::task_flow::TaskFlowId;
use instroom::view::{Frames, Look, Theme};
use instroom::words::ScreenLanguage;
use instroom::world::mailroom::Mail;
use instroom::world::perform::World;
use instroom::world::store::Store as _;
use instroom::world::workbook::Reader;

pub(crate) use page::{accept, draw, text_of};

use super::disk::Disk;
use super::office::{SAMPLE, demo_store, empty_store, world};
use super::shared_store::SharedStore;

/// Frames and colours as on most terminals.
pub(crate) const LOOK: Look = Look { frames: Frames::Lines, theme: Theme::Dark };

thread_local! {
    /// The language in which sessions begin.
    static LANGUAGE: std::cell::Cell<ScreenLanguage> = const { std::cell::Cell::new(ScreenLanguage::English) };
}

/// What is done by sessions that begin in another language than English.
pub(crate) fn speaking<T>(language: ScreenLanguage, work: impl FnOnce() -> T) -> T {
    LANGUAGE.set(language);
    let done = work();
    LANGUAGE.set(ScreenLanguage::English);
    done
}

/// A session with a person at the keyboard.
pub(crate) struct Flow {
    pub(crate) model: Model,
    pub(crate) store: SharedStore,
    pub(crate) disk: Disk,
    world: World,
    waiting: VecDeque<Effect>,
    is_held: bool,
    stops: HashSet<Job>,
    heard_after: u64,
    left: bool,
    clipboard: Option<String>,
    pressed: Vec<String>,
    story: String,
}

impl Flow {
    /// The start screen of a session in English, 80x24, in `/srv/office`.
    pub(crate) fn over(store: SharedStore, disk: Disk, reader: Reader) -> Self {
        let world = World { drafts: disk.drafts(), ..world(&store, reader) };
        Self::of(store, disk, world, Purpose::Work)
    }

    /// The same, of an office that sends mail so.
    pub(crate) fn mailing(store: SharedStore, mail: Mail, clock: std::sync::Arc<dyn instroom::world::clock::Clock>) -> Self {
        let disk = Disk::new();
        let world = World { drafts: disk.drafts(), mail, clock, ..world(&store, Reader::here()) };
        Self::of(store, disk, world, Purpose::Work)
    }

    fn of(store: SharedStore, disk: Disk, world: World, purpose: Purpose) -> Self {
        disk.put_folder("office");
        let setting = Setting {
            sight: Sight::first(LANGUAGE.get()),
            folder: "/srv/office".into(),
            seed: Seed::new([7; 32]),
            user: "els".into(),
            catalogue: super::office::office().catalogue,
            faults: Vec::new(),
            log: instroom::app::log_place::LogPlace::default(),
            purpose,
        };
        let (model, effects) = Model::begin(setting, (80, 24), None);
        let mut flow = Self {
            model,
            store,
            disk,
            world,
            waiting: VecDeque::new(),
            is_held: false,
            stops: HashSet::new(),
            heard_after: 0,
            left: false,
            clipboard: None,
            pressed: Vec::new(),
            story: String::new(),
        };
        flow.hand_out(effects);
        flow
    }

    /// The start screen over an empty store, with workbooks lying in `/srv/office`.
    pub(crate) fn at_start(files: &[(&str, &[u8])]) -> Self {
        let disk = Disk::new();
        for (day, (name, bytes)) in (1..).zip(files) {
            disk.put(&format!("office/{name}"), bytes, day, 9);
        }
        Self::over(empty_store(), disk, Reader::here())
    }

    /// This workbook, open on the four tabs over that store.
    pub(crate) fn open(store: SharedStore, bytes: &[u8]) -> Self {
        let disk = Disk::new();
        disk.put("office/customers.xlsx", bytes, 14, 13);
        let mut flow = Self::over(store, disk, Reader::here());
        flow.paste("/srv/office/customers.xlsx");
        assert!(flow.model.desk().is_some(), "{}", flow.screen());
        flow.pressed.clear();
        flow
    }

    /// The sample, open on the four tabs over the demonstration's store.
    pub(crate) fn sample() -> Self {
        Self::open(demo_store(), SAMPLE)
    }

    /// The sample over the demonstration's store, with the guided tour at its first step.
    pub(crate) fn tour() -> Self {
        let (store, disk) = (demo_store(), Disk::new());
        disk.put("office/customers.xlsx", SAMPLE, 14, 13);
        let world = World { drafts: disk.drafts(), ..world(&store, Reader::here()) };
        let mut flow = Self::of(store, disk, world, Purpose::Tour);
        flow.opening("customers.xlsx");
        assert!(flow.model.desk().is_some(), "{}", flow.screen());
        flow.pressed.clear();
        flow
    }

    /// Presses keys by their names, one after the other.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            self.press_key(name.parse().unwrap());
        }
        self.pressed.push(keys.to_owned());
        self
    }

    /// Presses one key, without writing it down.
    pub(crate) fn press_key(&mut self, key: Key) {
        self.take_in(Msg::Key(key));
    }

    /// Types a text.
    pub(crate) fn type_text(&mut self, text: &str) -> &mut Self {
        for character in text.chars() {
            self.press_key(if character == ' ' { Key::Space } else { Key::Char(character) });
        }
        self.pressed.push(format!("{text:?}"));
        self
    }

    /// Pastes a text.
    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        self.take_in(Msg::Paste(text.to_owned()));
        self.pressed.push(format!("(paste {text:?})"));
        self
    }

    /// Makes the window that large.
    pub(crate) fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.take_in(Msg::Resize(width, height));
        self.pressed.push(format!("(window {width}x{height})"));
        self
    }

    /// Chooses the language of the screen, as `--lang` does.
    pub(crate) fn speak(&mut self, language: ScreenLanguage) -> &mut Self {
        self.model.sight.language = language;
        self
    }

    /// Opens the dossier of a customer in the season of 2026.
    pub(crate) fn open_dossier(&mut self, customer: u64) -> &mut Self {
        let effects = self.model.open_dossier(TaskFlowId("pit-2026".into()), CustomerId(customer));
        self.hand_out(effects);
        self.pressed.push(format!("(dossier of {})", CustomerId(customer)));
        self
    }

    /// The draft on the desk.
    pub(crate) fn draft(&self) -> &Draft {
        &self.model.desk().expect("a workbook is open").draft
    }

    /// Decides on the desk what no key of this screen decides.
    pub(crate) fn decide(&mut self, step: Step) -> &mut Self {
        if let Screen::Desk(desk) = &mut self.model.screen {
            desk.decide(step);
        }
        self.pressed.push("(decided)".to_owned());
        self
    }

    /// What was offered to the clipboard last.
    pub(crate) fn clipboard(&self) -> Option<&str> {
        self.clipboard.as_deref()
    }

    /// Whether the program was left.
    pub(crate) fn has_left(&self) -> bool {
        self.left
    }

    /// How many imports the store has seen.
    pub(crate) fn commits(&self) -> usize {
        self.store.snapshot().expect("nobody holds the store").imports.len()
    }

    /// Drops a workbook of the office on the window: a terminal pastes its path.
    pub(crate) fn opening(&mut self, name: &str) -> &mut Self {
        self.paste(&format!("/srv/office/{name}"))
    }

    /// How many rows of the tab that is shown are selected.
    pub(crate) fn selected_here(&self) -> usize {
        let desk = self.model.desk().expect("a workbook is open");
        self.draft().rows_in(desk.tab).into_iter().filter(|&row| desk.draft.is_selected(row)).count()
    }
}
