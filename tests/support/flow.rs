//! A person at the keyboard: real keys, the real world on the spot, and what is on the screen.
//!
//! No thread and no sleep: a key becomes effects, the world performs them, its reports come back,
//! until nothing is left to do. [`Flow::hold`] holds the world, so that a screen can be looked at
//! while something is being done. Paths are those of a [`Disk`], the day is 14 May 2026.

use std::collections::{HashSet, VecDeque};

use instroom::app::desk::Sight;
use instroom::app::effect::{Far, Stage};
use instroom::app::geometry::is_too_small;
use instroom::app::key::Key;
use instroom::app::model::{Purpose, Setting};
use instroom::app::{Effect, Job, Model, Msg, Report, Screen};
use instroom::domain::customer::CustomerId;
use instroom::domain::draft::{Draft, Seed, Step};
use instroom::domain::task_flow::TaskFlowId;
use instroom::view::{self, Frames, Look, Theme};
use instroom::words::ScreenLanguage;
use instroom::world::mailroom::Mail;
use instroom::world::perform::World;
use instroom::world::store::Store as _;
use instroom::world::workbook::Reader;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use unicode_width::UnicodeWidthStr as _;

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
            catalogue: std::sync::Arc::new(super::office::office().catalogue),
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

    /// From now on the world does nothing until [`Flow::go_on`].
    pub(crate) fn hold(&mut self) -> &mut Self {
        self.is_held = true;
        self
    }

    /// The held world says how far it is.
    pub(crate) fn far(&mut self, stage: Stage, done: u64, all: u64) -> &mut Self {
        let job = self.model.running.as_ref().expect("something is being done").job;
        self.take_in(Msg::Report(Box::new(Report::Far(job, Far { stage, done, all }))));
        self
    }

    /// The held world says how many seconds its step takes yet.
    pub(crate) fn takes(&mut self, seconds: Option<u64>) -> &mut Self {
        let job = self.model.running.as_ref().expect("something is being done").job;
        self.take_in(Msg::Report(Box::new(Report::Left(job, seconds))));
        self
    }

    /// Whoever sends mails hears that it is to stop once so many have left.
    pub(crate) fn stopping_after(&mut self, sent: u64) -> &mut Self {
        self.heard_after = sent;
        self
    }

    /// The held world says how far the sending is.
    pub(crate) fn sends(&mut self, far: instroom::app::mailing::SendingFar) -> &mut Self {
        let job = self.model.mails.going().expect("mails are being sent").job;
        self.take_in(Msg::Report(Box::new(Report::Sending(job, far))));
        self
    }

    /// The world does what was asked of it while it was held.
    pub(crate) fn go_on(&mut self) -> &mut Self {
        self.is_held = false;
        self.work();
        self.pressed.push("(the world goes on)".to_owned());
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

    /// Takes in a message and does in the world what follows from it.
    pub(crate) fn take_in(&mut self, msg: Msg) {
        let effects = self.model.update(msg);
        self.hand_out(effects);
        if let Some((draft, whereabouts)) = self.model.whereabouts() {
            self.world.remember(draft, &whereabouts);
        }
    }

    /// The world makes durable what was decided, as it does within a second.
    pub(crate) fn save(&mut self) -> &mut Self {
        let mut reports = Vec::new();
        self.world.secure_drafts(&mut |report| reports.push(report));
        for report in reports {
            self.take_in(Msg::Report(Box::new(report)));
        }
        self.pressed.push("(a second goes by)".to_owned());
        self
    }

    /// The program is killed, and started again: over the same disk and store, with nothing else left.
    pub(crate) fn kill_and_start(self) -> Self {
        let Self { store, disk, model, world, story, .. } = self;
        drop(world);
        let mut flow = Self::over(store, disk, Reader::here());
        flow.model.sight.language = model.sight.language;
        let (width, height) = model.window();
        flow.resize(width, height);
        flow.story = story;
        flow.pressed = vec!["(killed, and started again)".to_owned()];
        flow
    }

    /// The held world does what was asked of it, and nobody hears what came of it.
    pub(crate) fn work_unheard(&mut self) {
        while let Some(effect) = self.waiting.pop_front() {
            self.world.perform(self.disk.asked(effect), &|_| false, &mut |_| {});
        }
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

    fn hand_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                effect @ Effect::Journal(..) => self.write_down(effect),
                Effect::Quit => self.left = true,
                Effect::Suspend | Effect::Redraw => {}
                Effect::Copy(text) => self.clipboard = Some(text),
                Effect::Cancel(job) => {
                    self.stops.insert(job);
                }
                effect => self.waiting.push_back(effect),
            }
        }
        if !self.is_held {
            self.work();
        }
    }

    /// At once, as in the program: before anything is drawn.
    fn write_down(&mut self, journal: Effect) {
        let mut reports = Vec::new();
        self.world.perform(journal, &|_| false, &mut |report| reports.push(report));
        for report in reports {
            self.model.update(Msg::Report(Box::new(report)));
        }
    }

    fn work(&mut self) {
        while let Some(effect) = self.waiting.pop_front() {
            let mut reports = Vec::new();
            let (stops, heard_after, sent) = (&self.stops, self.heard_after, std::cell::Cell::new(0));
            self.world.perform(self.disk.asked(effect), &|job| stops.contains(&job) && sent.get() >= heard_after, &mut |report| {
                if let Report::Sending(_, far) = &report {
                    sent.set(far.sent);
                }
                reports.push(report);
            });
            for report in reports {
                let effects = self.model.update(Msg::Report(Box::new(self.disk.told(report))));
                self.hand_out_later(effects);
            }
        }
    }

    fn hand_out_later(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                effect @ Effect::Journal(..) => self.write_down(effect),
                effect => self.waiting.push_back(effect),
            }
        }
    }

    /// Draws the screen. Whatever stands in front of a screen and takes its keys has to be seen there.
    pub(crate) fn drawn(&self) -> (Buffer, Option<Position>) {
        let (buffer, cursor) = draw(&self.model);
        let (width, height) = self.model.window();
        if self.model.overlay.is_some() && !is_too_small(width, height) {
            let mut without = self.model.clone();
            without.overlay = None;
            let behind = draw(&without).0;
            // The last two lines name the keys, which are others already; so does the strip of the tour.
            let body = usize::from(width) * usize::from(self.model.size.1 - 2);
            assert_ne!(buffer.content[..body], behind.content[..body], "nothing is seen of {:?}", self.model.layer());
        }
        (buffer, cursor)
    }

    /// The text of the screen, line by line, without the spaces at their ends.
    pub(crate) fn screen(&self) -> String {
        text_of(&self.drawn().0)
    }

    /// Writes down what is on the screen now, under a caption.
    pub(crate) fn see(&mut self, caption: &str) -> &mut Self {
        let (buffer, cursor) = self.drawn();
        let text = text_of(&buffer);
        let text = super::rounds::without_names(&text);
        let (width, height) = self.model.window();
        let neutral = instroom::domain::neutral::neutralise(&text.replace('\n', " ")).into_owned();
        assert_eq!(neutral, text.replace('\n', " "), "{caption}: nothing that acts on a terminal is drawn");
        let keys = std::mem::take(&mut self.pressed).join(" ");
        let cursor = cursor.map_or_else(|| "no cursor".to_owned(), |at| format!("cursor {},{}", at.x, at.y));
        self.story.push_str(&format!("## {caption}\n"));
        if !keys.is_empty() {
            self.story.push_str(&format!("keys: {keys}\n"));
        }
        self.story.push_str(&format!("{width}x{height}, {cursor}\n{}\n{text}\n", "·".repeat(usize::from(width))));
        self
    }

    /// The story of another session behind this one.
    pub(crate) fn then(&mut self, mut other: Self) -> &mut Self {
        self.story.push_str(&std::mem::take(&mut other.story));
        self
    }

    /// Holds the story against the one that was accepted, `snapshots/<name>.snap`.
    pub(crate) fn tell(&mut self, name: &str) {
        accept(name, &std::mem::take(&mut self.story));
    }
}

/// Draws a model, and says where the cursor stands.
pub(crate) fn draw(model: &Model) -> (Buffer, Option<Position>) {
    let (width, height) = model.window();
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.hide_cursor().unwrap();
    let buffer = terminal.draw(|frame| view::draw(model, LOOK, frame)).unwrap().buffer.clone();
    let cursor = terminal.backend().cursor_visible().then(|| terminal.backend().cursor_position());
    (buffer, cursor)
}

/// Holds a text against the one that was accepted. `INSTA_UPDATE=always cargo test` accepts it.
pub(crate) fn accept(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// The text of a buffer, line by line, without the spaces at their ends.
pub(crate) fn text_of(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            // A wide character covers the cell behind it.
            x += u16::try_from(symbol.width().max(1)).unwrap();
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
