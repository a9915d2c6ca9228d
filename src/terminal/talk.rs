//! The dialogue on plain lines: lines in, lines out, on a terminal in its ordinary state, or through pipes.
//!
//! An answer is taken once everything that the last one set going has ended, so that a script goes the same way as a person.

use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError, channel};
use std::time::{Duration, Instant};

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM};

use super::answers::{self, Answer};
use super::ending::{self, Ended};
use super::lanes::Lanes;
use super::{LOOK, Leaving, Wake, signals};
use crate::app::desk::Naming;
use crate::app::effect::{Opening, Report};
use crate::app::fault::Fault;
use crate::app::key::Key;
use crate::app::model::Setting;
use crate::app::{Effect, Model, Msg};
use crate::plain::{Dialogue, Outcome, Reply, WINDOW};
use crate::world::perform::{Trace, World};

/// What ends a dialogue. Ctrl+C stops what is being done, as on the screens.
const ENDING: [i32; 3] = [SIGTERM, SIGHUP, SIGQUIT];

/// How often it is looked whether something that is being done has ended.
const SOON: Duration = Duration::from_millis(20);

/// Runs the program as a dialogue on plain lines until it is left, or nothing more is answered.
///
/// # Errors
/// What the system refuses.
pub fn converse(mut setting: Setting, opening: Option<Opening>, world: &World) -> color_eyre::Result<Ended> {
    let is_on_terminal = io::stdout().is_terminal();
    let (sender, wakes) = channel();
    setting.sight.naming = Naming::Heard;
    let (model, effects) = Model::begin(setting, WINDOW, opening);
    let lanes = Lanes::start(world, &sender);
    signals::watch(sender.clone(), &ENDING, &[SIGINT, SIGCONT], lanes.finishing())?;
    let answers = answers::listen(sender.clone());
    let mut talk = Talk {
        model,
        dialogue: Dialogue::new(),
        lanes,
        world: world.clone(),
        answers,
        outcome: Outcome::default(),
        ended: false,
        waits: false,
        // A terminal shows what is typed there.
        echoes: !io::stdin().is_terminal(),
        asked: false,
        began: None,
        trace: world.trace(),
        looked: Instant::now(),
    };
    let mut leaving = talk.hand_out(effects);
    let leaving = loop {
        match leaving {
            Ok(None) => leaving = talk.turn(&wakes),
            Ok(Some(leaving)) => break Ok(leaving),
            // Nobody reads on; of a terminal that is gone the system says it in other words.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe || is_on_terminal => break Ok(Leaving::HungUp),
            Err(error) => break Err(Fault::Output { detail: error.to_string() }),
        }
    };
    tracing::info!("dialogue left: {leaving:?}");
    talk.lanes.finishing().wait();
    // What was decided last need not wait for its turn.
    let lost = ending::lost(world, |report| talk.outcome.hear(report, &talk.model));
    Ok(match (leaving, talk.outcome.undone(&talk.model)) {
        (Err(fault), _) => Ended::Untold(std::iter::once(fault).chain(lost).collect()),
        // The dialogue is over: nobody was told.
        (Ok(Leaving::Quit), _) if !lost.is_empty() => Ended::Untold(lost),
        (Ok(Leaving::Quit), Some(undone)) => Ended::Undone(undone),
        (Ok(leaving), _) => Ended::Left(ExitCode::from(leaving.code())),
    })
}

struct Talk {
    model: Model,
    dialogue: Dialogue,
    lanes: Lanes,
    world: World,
    /// What was answered and not taken yet.
    answers: Receiver<Answer>,
    /// What was asked and failed.
    outcome: Outcome,
    /// Nothing more will be answered.
    ended: bool,
    /// The next answer waits until everything is sent.
    waits: bool,
    /// What is answered is written down, since no terminal shows it.
    echoes: bool,
    /// The question stands on the last line.
    asked: bool,
    /// Since when something has been done.
    began: Option<Instant>,
    /// How the store stood when what was told was asked for.
    trace: Trace,
    /// When that was looked at last.
    looked: Instant,
}

impl Talk {
    /// Takes in what waits; then tells what is new and takes an answer, where nothing is under way.
    fn turn(&mut self, wakes: &Receiver<Wake>) -> io::Result<Option<Leaving>> {
        let was_quiet = self.is_quiet();
        let mut anything = false;
        for wake in wakes.try_iter() {
            anything = true;
            if let Some(leaving) = self.take_in(wake)? {
                return Ok(Some(leaving));
            }
        }
        // What was in hand when it was looked may have reported since.
        if was_quiet && !anything {
            if self.began.take().is_some() || !self.asked {
                self.tell()?;
            }
            return self.next(wakes);
        }
        let since = self.began.get_or_insert_with(Instant::now).elapsed();
        let lines = self.dialogue.progress(&self.model, since);
        self.say(&lines)?;
        self.wait(wakes, SOON)
    }

    fn is_quiet(&self) -> bool {
        self.lanes.is_quiet() && (!self.waits || self.lanes.is_still())
    }

    /// The next answer, or the wait for it.
    fn next(&mut self, wakes: &Receiver<Wake>) -> io::Result<Option<Leaving>> {
        self.waits = false;
        let others = self.notice_others();
        if !others.is_empty() {
            self.began = Some(Instant::now());
            return self.hand_out(others);
        }
        match self.answers.try_recv() {
            Ok(Answer::Line(answer)) => return self.answer(&answer),
            Ok(Answer::TooLong) => {
                let line = (self.model.sight.words().plain.too_long)(answers::LONGEST / 1024);
                self.say(&[line])?;
                return Ok(None);
            }
            Ok(Answer::End) | Err(TryRecvError::Disconnected) => self.ended = true,
            Err(TryRecvError::Empty) => {}
        }
        if self.ended {
            if self.asked {
                writeln!(io::stdout())?;
            }
            return Ok(Some(Leaving::Quit));
        }
        self.wait(wakes, LOOK)
    }

    fn wait(&mut self, wakes: &Receiver<Wake>, long: Duration) -> io::Result<Option<Leaving>> {
        match wakes.recv_timeout(long) {
            Ok(wake) => {
                let is_report = matches!(wake, Wake::Msg(_));
                let leaving = self.take_in(wake)?;
                if is_report && self.lanes.is_quiet() {
                    // Mails that are being sent, or something that ended meanwhile.
                    let lines = self.dialogue.progress(&self.model, Duration::ZERO);
                    self.say(&lines)?;
                    if self.model.mails.going().is_none() {
                        self.began.get_or_insert_with(Instant::now);
                    }
                }
                Ok(leaving)
            }
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => Ok(Some(Leaving::HungUp)),
        }
    }

    fn take_in(&mut self, wake: Wake) -> io::Result<Option<Leaving>> {
        let effects = match wake {
            Wake::Msg(Msg::Report(report)) => self.hear(report),
            Wake::Msg(msg) => self.model.update(msg),
            Wake::Burst(burst) => burst.into_iter().flat_map(|msg| self.model.update(msg)).collect(),
            // It is taken when its turn comes.
            Wake::Answered => Vec::new(),
            Wake::Signal(SIGINT) => return self.stop(),
            Wake::Signal(SIGCONT) => {
                self.asked = false;
                Vec::new()
            }
            Wake::Signal(signal) => return Ok(Some(Leaving::by(signal))),
        };
        self.sift();
        self.hand_out(effects)
    }

    /// What is told of a list is told of all of it.
    fn sift(&mut self) {
        while self.model.is_sifting() {
            let _nothing_to_do = self.model.update(Msg::SiftOn);
        }
    }

    /// What the world answers; of what was asked and failed it is known how the dialogue ends.
    fn hear(&mut self, report: Box<Report>) -> Vec<Effect> {
        self.outcome.hear(&report, &self.model);
        self.model.update(Msg::Report(report))
    }

    /// Ctrl+C means what it means on the screens, and never loses anything.
    fn stop(&mut self) -> io::Result<Option<Leaving>> {
        let could_stop = self.model.running.is_some() || self.model.overlay.is_some() || self.model.mails.going().is_some();
        let effects = self.model.update(Msg::Key(Key::Ctrl('c')));
        self.ended |= self.answers.try_iter().any(|answer| answer == Answer::End);
        if !could_stop {
            let words = self.model.sight.words().plain.nothing_runs;
            let line = self.model.sight.keyed(self.model.layer(), words);
            self.say(&[line])?;
        }
        self.asked = false;
        self.hand_out(effects)
    }

    /// Takes an answer in, and everything that follows from it.
    fn answer(&mut self, answer: &str) -> io::Result<Option<Leaving>> {
        if self.echoes {
            writeln!(io::stdout(), "{}", crate::plain::tidy(answer))?;
        }
        self.asked = false;
        let messages = match self.dialogue.answer(&self.model, answer) {
            Reply::Do(messages) => messages,
            Reply::Say(lines) => {
                self.say(&lines)?;
                return Ok(None);
            }
            Reply::Wait => {
                self.waits = true;
                return Ok(None);
            }
        };
        let mut effects: Vec<Effect> = messages.into_iter().flat_map(|msg| self.model.update(msg)).collect();
        self.sift();
        let more = self.dialogue.follow_up(&self.model);
        effects.extend(more.into_iter().flat_map(|msg| self.model.update(msg)));
        self.sift();
        self.outcome.look(&self.model);
        let leaving = self.hand_out(effects);
        if let Some((draft, whereabouts)) = self.model.whereabouts() {
            self.world.remember(draft, &whereabouts);
        }
        leaving
    }

    fn hand_out(&mut self, effects: Vec<Effect>) -> io::Result<Option<Leaving>> {
        for effect in effects {
            match effect {
                Effect::Quit => return Ok(Some(Leaving::Quit)),
                // Who is not stopped goes on.
                Effect::Suspend => drop(signals::stop()),
                Effect::Redraw => self.dialogue.forget(),
                // What was copied is told: it can be taken from there.
                Effect::Copy(_) => {}
                effect @ (Effect::Journal(..) | Effect::KeepUnsaved(_) | Effect::DropUnsaved(..)) => self.write_down(effect),
                effect => self.lanes.give(effect),
            }
        }
        Ok(None)
    }

    /// What was decided is written before anything is told of it: a killed program loses none of it.
    fn write_down(&mut self, journal: Effect) {
        let mut reports = Vec::new();
        self.world.perform(journal, &|_| false, &mut |report| reports.push(report));
        for report in reports {
            // That something could not be kept asks for nothing more.
            let _nothing = self.hear(Box::new(report));
        }
        self.lanes.secure_soon();
    }

    /// Reads store and outbox again where somebody else has written since. Looks at most once a second.
    fn notice_others(&mut self) -> Vec<Effect> {
        if self.looked.elapsed() < LOOK {
            return Vec::new();
        }
        self.looked = Instant::now();
        let trace = self.world.trace();
        if trace == self.trace {
            return Vec::new();
        }
        let effects = self.model.follow_others();
        if effects.is_some() {
            self.trace = trace;
        }
        effects.unwrap_or_default()
    }

    /// Tells what is new, and asks.
    fn tell(&mut self) -> io::Result<()> {
        let lines = self.dialogue.tell(&self.model);
        self.say(&lines)?;
        if !self.asked {
            let mut out = io::stdout().lock();
            write!(out, "{}", self.dialogue.prompt(&self.model))?;
            out.flush()?;
            self.asked = true;
        }
        Ok(())
    }

    /// Puts lines on standard output; one that was asked a question is asked it again behind them.
    fn say(&mut self, lines: &[String]) -> io::Result<()> {
        if lines.is_empty() {
            return Ok(());
        }
        let mut out = io::stdout().lock();
        if std::mem::take(&mut self.asked) {
            writeln!(out)?;
        }
        for line in lines {
            writeln!(out, "{line}")?;
        }
        out.flush()
    }
}
