//! The loop: one channel, one frame for everything that waits, nothing while nothing happens.
//!
//! - `keyboard`: the terminal's events as messages; `torn`: keys that a slow line tears, joined again
//! - `screen`: raw mode and alternate screen, entered and always left
//! - `talk`: the dialogue on plain lines, in the place of the screen
//! - [`wire`]: frames as the fewest bytes; [`frames`]: what is drawn, whole or with the pane as it was
//! - `pacing`: whether keys repeat, so that the pane follows when they pause
//! - `whereabouts`: where the person is in a draft, written down when keys pause
//! - `presses`: what arrives of each press, for whoever wants to know
//! - `guard`: what a panic does to the terminal, and to whoever looks at it
//! - `answers`: lines that are answered in the dialogue
//! - `ending`: how it ended, and what is lost with it
//! - `clipboard`: text for the clipboard of whoever sits at the other end of the line
//! - `signals`: what ends the program or stops it, and with which exit code
//! - `surroundings`: what stands between the program and the person, as far as the environment tells
//! - `lanes`: deeds in the world, each lane first in first out, so that no write overtakes another

mod answers;
mod clipboard;
mod ending;
pub mod frames;
mod guard;
mod keyboard;
mod lanes;
mod pacing;
mod presses;
mod screen;
mod signals;
mod surroundings;
mod talk;
mod torn;
mod whereabouts;
pub mod wire;

use std::io::IsTerminal as _;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use color_eyre::eyre::WrapErr as _;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGTSTP};

use crate::app::effect::Opening;
use crate::app::model::Setting;
use crate::app::{Effect, Model, Msg};
use crate::view::{self, Look, Theme};
use crate::world::perform::{Trace, World};
pub use ending::Ended;
use frames::Pace;
pub use guard::guard_panics;
pub use keyboard::told_by as keys_told_by;
use lanes::Lanes;
use pacing::{PAUSE, Pacing};
pub use presses::{Arrived, watch_keys};
use screen::Screen;
use signals::Stop;
use surroundings::Surroundings;
pub use talk::converse;
use whereabouts::Whereabouts;

/// How often the loop looks whether the line is still there, while nothing happens.
const LOOK: Duration = Duration::from_secs(1);

/// Time between two frames that only show how far something is.
const BETWEEN: Duration = Duration::from_millis(200);

/// What wakes the loop.
pub(crate) enum Wake {
    /// Something for the model.
    Msg(Msg),
    /// Keys that came at once: one frame for all of them.
    Burst(Vec<Msg>),
    /// A signal: the program has to end or to stop, or was called back by `fg`.
    Signal(i32),
    /// A line was answered in the dialogue, or nothing more will be.
    Answered,
}

/// How the program behaves in the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manner {
    /// How everything looks.
    pub look: Look,
    /// Whether the mouse is listened to.
    pub mouse: Mouse,
    /// Whether there are screens at all.
    pub way: Way,
}

/// How the program is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Full screen.
    Screens,
    /// As a dialogue on plain lines.
    Lines,
}

/// Whether the mouse is listened to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouse {
    /// It is the terminal's own, which selects and copies with it.
    Off,
    /// The wheel scrolls, and a click goes to a row.
    On,
}

impl Mouse {
    /// Its word, as in the settings.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::On => "on",
        }
    }
}

/// Runs the program full screen until it is left.
///
/// # Errors
/// What the terminal refuses.
pub fn run(setting: Setting, opening: Option<Opening>, world: &World, manner: Manner) -> color_eyre::Result<Ended> {
    let (sender, wakes) = channel();
    let look = manner.look;
    // A theme that was asked for goes before NO_COLOR, which the library would follow whatever is drawn.
    crossterm::style::force_color_output(look.theme != Theme::Mono);
    let mut screen = Screen::enter(manner.mouse, Surroundings::of_environment()).wrap_err("the terminal cannot be used")?;
    let size = screen.size()?;
    let (mut model, effects) = Model::begin(setting, size, opening);
    screen.draw(&view::window_title(&model), Pace::Settled, |buffer, stays| view::draw_on(&model, look, buffer, stays))?;
    let lanes = Lanes::start(world, &sender);
    signals::watch(sender.clone(), &signals::ENDING, &[SIGTSTP, SIGCONT], lanes.finishing())?;
    keyboard::listen(sender);
    let (trace, looked) = (world.trace(), Instant::now());
    let mut house = House {
        lanes,
        world: world.clone(),
        screen,
        look,
        pacing: Pacing::default(),
        asleep: false,
        trace,
        looked,
        shown: looked,
        whereabouts: Whereabouts::default(),
    };
    let mut leaving = house.hand_out(&mut model, effects)?;
    while leaving.is_none() {
        leaving = house.turn(&mut model, &wakes)?;
    }
    tracing::info!("screens left: {leaving:?}");
    house.whereabouts.write(world);
    // Whatever is being written is written to its end, and nothing else is waited for.
    house.lanes.finishing().wait();
    let lost = ending::lost(world, |_| {});
    // Also where nobody seems to be there to see it: perhaps only the signal was sent.
    let left = house.screen.leave().map(|sent| world.spent.terminal(sent));
    match (left, leaving.unwrap_or(Leaving::Quit)) {
        (Ok(()), Leaving::Quit) if !lost.is_empty() => Ok(Ended::Untold(lost)),
        (Ok(()), leaving @ (Leaving::Quit | Leaving::Asked(_))) => Ok(Ended::Left(ExitCode::from(leaving.code()))),
        (_, Leaving::HungUp) | (Err(_), Leaving::Quit) => std::process::exit(i32::from(Leaving::HungUp.code())),
        (Err(_), asked @ Leaving::Asked(_)) => std::process::exit(i32::from(asked.code())),
    }
}

/// Why the loop ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leaving {
    Quit,
    HungUp,
    /// By a signal other than that of a lost line.
    Asked(i32),
}

impl Leaving {
    const fn by(signal: i32) -> Self {
        if signal == SIGHUP { Self::HungUp } else { Self::Asked(signal) }
    }

    fn code(self) -> u8 {
        match self {
            Self::Quit => 0,
            Self::HungUp => signals::code(SIGHUP),
            Self::Asked(signal) => signals::code(signal),
        }
    }
}

struct House {
    lanes: Lanes,
    world: World,
    screen: Screen,
    look: Look,
    pacing: Pacing,
    /// The shell has the terminal. The stop reaches the threads when it likes, so nothing is drawn
    /// until the system says that the program goes on.
    asleep: bool,
    /// How the store stood when what is on screen was asked for.
    trace: Trace,
    /// When that was looked at last.
    looked: Instant,
    /// When a frame was drawn last.
    shown: Instant,
    whereabouts: Whereabouts,
}

impl House {
    /// Waits for something, takes in everything that waits, draws once.
    fn turn(&mut self, model: &mut Model, wakes: &Receiver<Wake>) -> color_eyre::Result<Option<Leaving>> {
        let first = match wakes.recv_timeout(self.patience(model)) {
            Ok(wake) => wake,
            Err(RecvTimeoutError::Timeout) if model.is_sifting() => return Ok(self.sift(model)),
            // Keys repeated and have paused: what did not follow them does now.
            Err(RecvTimeoutError::Timeout) if self.pacing.is_behind() => return Ok(self.draw(model, 0)),
            Err(RecvTimeoutError::Timeout) if self.whereabouts.is_waiting() => {
                self.whereabouts.write(&self.world);
                return Ok(None);
            }
            Err(RecvTimeoutError::Timeout) if std::io::stdin().is_terminal() => {
                let effects = self.notice_others(model);
                return self.hand_out(model, effects);
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return Ok(Some(Leaving::HungUp)),
        };
        let (mut effects, mut keys) = (Vec::new(), 0);
        for wake in std::iter::once(first).chain(wakes.try_iter()) {
            match wake {
                Wake::Msg(msg) => effects.extend(model.update(msg)),
                Wake::Burst(burst) => {
                    keys += burst.iter().filter(|msg| matches!(msg, Msg::Key(_))).count();
                    if burst.iter().any(|msg| matches!(msg, Msg::Resize(..))) {
                        // Whatever a terminal makes of its lines when its window changes, also where it changes back.
                        self.screen.forget();
                    }
                    effects.extend(burst.into_iter().flat_map(|msg| model.update(msg)));
                }
                Wake::Signal(SIGTSTP) => effects.push(Effect::Suspend),
                // A line that is lost sends this one too, now and then before the other.
                Wake::Signal(SIGCONT) if self.wake_up(model).is_err() => return Ok(Some(Leaving::HungUp)),
                // Nobody answers lines where there are screens.
                Wake::Signal(SIGCONT) | Wake::Answered => {}
                Wake::Signal(signal) => return Ok(Some(Leaving::by(signal))),
            }
        }
        self.whereabouts.follow(model, &self.world);
        effects.extend(self.notice_others(model));
        let mut leaving = self.hand_out(model, effects)?;
        if leaving.is_none() {
            leaving = self.draw(model, keys);
        }
        Ok(leaving)
    }

    /// How long to wait for something to happen.
    fn patience(&self, model: &Model) -> Duration {
        if model.is_sifting() {
            return Duration::ZERO;
        }
        let waits = self.whereabouts.is_waiting().then_some(PAUSE);
        self.pacing.patience(Instant::now()).or(waits).unwrap_or(LOOK)
    }

    /// Nothing waits: more rows are looked through. How far that is shows a few times a second.
    fn sift(&mut self, model: &mut Model) -> Option<Leaving> {
        let _nothing_to_do = model.update(Msg::SiftOn);
        if model.is_sifting() && self.shown.elapsed() < BETWEEN { None } else { self.draw(model, 0) }
    }

    /// Draws one frame after so many keys.
    fn draw(&mut self, model: &Model, keys: usize) -> Option<Leaving> {
        if self.asleep {
            return None;
        }
        let now = Instant::now();
        self.shown = now;
        let (look, pace) = (self.look, self.pacing.after(keys, now));
        match self.screen.draw(&view::window_title(model), pace, |buffer, stays| view::draw_on(model, look, buffer, stays)) {
            Ok(follows) => {
                self.pacing.drawn(follows);
                None
            }
            // A terminal that takes no more bytes is gone, whether or not the signal has come yet.
            Err(_) => Some(Leaving::HungUp),
        }
    }

    /// Reads store and outbox again where somebody else has written since. Looks at most once a second.
    fn notice_others(&mut self, model: &mut Model) -> Vec<Effect> {
        if self.looked.elapsed() < LOOK || self.asleep {
            return Vec::new();
        }
        self.looked = Instant::now();
        let trace = self.world.trace();
        if trace == self.trace {
            return Vec::new();
        }
        match model.follow_others() {
            Some(effects) => {
                self.trace = trace;
                effects
            }
            // Something is under way that reads it again itself, or must not be disturbed.
            None => Vec::new(),
        }
    }

    /// Takes the terminal again; its window may have changed meanwhile.
    fn wake_up(&mut self, model: &mut Model) -> color_eyre::Result<()> {
        self.asleep = false;
        self.screen.resume()?;
        let (width, height) = self.screen.size()?;
        model.update(Msg::Resize(width, height));
        Ok(())
    }

    fn hand_out(&mut self, model: &mut Model, effects: Vec<Effect>) -> color_eyre::Result<Option<Leaving>> {
        for effect in effects {
            match effect {
                Effect::Quit => return Ok(Some(Leaving::Quit)),
                // Who was stopped need not be stopped again.
                Effect::Suspend if self.asleep => {}
                Effect::Suspend => {
                    self.asleep = true;
                    self.pacing = Pacing::default();
                    let goes_on = self.screen.suspend().map_err(Into::into).and_then(|stop| match stop {
                        Stop::Stopped => Ok(()),
                        Stop::NoShell => self.wake_up(model),
                    });
                    if goes_on.is_err() {
                        return Ok(Some(Leaving::HungUp));
                    }
                }
                Effect::Redraw => self.screen.forget(),
                Effect::Copy(text) => self.screen.copy(&text)?,
                effect @ (Effect::Journal(..) | Effect::KeepUnsaved(_) | Effect::DropUnsaved(..)) => self.write_down(model, effect),
                effect => self.lanes.give(effect),
            }
        }
        Ok(None)
    }
}

impl House {
    /// What was decided is written before anything is drawn that shows it: a killed program loses none of it.
    fn write_down(&mut self, model: &mut Model, journal: Effect) {
        let mut reports = Vec::new();
        self.world.perform(journal, &|_| false, &mut |report| reports.push(report));
        for report in reports {
            // That something could not be kept asks for nothing more.
            let _nothing = model.update(Msg::Report(Box::new(report)));
        }
        self.lanes.secure_soon();
    }
}

/// Gives the terminal back as it was, if it is in our hands.
pub fn give_back() {
    // A terminal that is gone needs nothing back.
    let _gone = screen::give_back();
}
