//! Bars on standard error: what is being done, how far it is and how long it takes yet. They are drawn on a terminal that can
//! write over a line, and only where the work takes long enough to be waited for; they are gone when it is done.

use std::io::IsTerminal as _;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use indicatif::{FormattedDuration, ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Session;
use crate::app::effect::Stage;
use crate::app::fault::Fault;
use crate::domain::amendment::Amendment;
use crate::domain::change_set::Receipt;
use crate::words::Words;
use crate::world::spent::Going;
use crate::world::store::CommitProgress;

/// Work that is over by then has no bar: it would only flicker.
const QUIET: Duration = Duration::from_millis(300);

/// So often a bar is drawn at most, in a second.
const A_SECOND: u8 = 5;

/// Signs of a bar that every terminal has: done, being done, not done.
const SIGNS: &str = "=> ";

/// Whether standard error is a terminal on which a line can be written over.
pub(super) fn can_be_drawn() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("TERM").is_none_or(|kind| kind != "dumb")
}

/// The bar of one piece of work, whatever stages it has; what each takes is counted. Dropping it clears its line.
pub(super) struct Bar {
    words: &'static Words,
    begun: Instant,
    stage: Option<Stage>,
    /// None where nothing can be drawn, or not yet.
    drawn: Option<ProgressBar>,
    is_terminal: bool,
    going: Going,
}

impl Bar {
    pub(super) fn new(session: &Session) -> Self {
        Self {
            words: session.words(),
            begun: Instant::now(),
            stage: None,
            drawn: None,
            is_terminal: can_be_drawn(),
            going: session.world.spent.follow(),
        }
    }

    /// The bar of a piece of work that begins with a stage.
    pub(super) fn of(session: &Session, stage: Stage) -> Self {
        let mut bar = Self::new(session);
        bar.going.at(stage);
        bar
    }

    /// Hears how far a stage is; a total of 0 is one that is not known. Nothing is ever broken off by it.
    pub(super) fn far(&mut self, stage: Stage, done: u64, all: u64) -> ControlFlow<()> {
        self.going.at(stage);
        if self.is_terminal && self.begun.elapsed() >= QUIET {
            let bar = self.drawn.get_or_insert_with(|| drawn(all));
            // Nothing is drawn before it looks as it has to.
            bar.set_style(style(all > 0));
            if self.stage.replace(stage) != Some(stage) {
                bar.set_message(self.words.stage(stage));
                bar.reset();
            }
            if bar.length() != Some(all) {
                bar.set_length(all);
            }
            bar.set_position(done);
        }
        ControlFlow::Continue(())
    }

    /// Hears how far a commit is.
    pub(super) fn commit(&mut self, far: CommitProgress) -> ControlFlow<()> {
        self.far(far.stage.into(), far.done, far.total)
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if let Some(bar) = &self.drawn {
            bar.finish_and_clear();
        }
    }
}

/// Writes an amendment, and tells on a terminal how far that is; gives what was written, where anything was.
pub(super) fn amend(session: &Session, amendment: &Amendment) -> Result<Option<Receipt>, Fault> {
    let mut bar = Bar::new(session);
    session.world.amend(amendment, &mut |far| bar.commit(far))
}

/// The bar of mails that leave; how long that takes yet is known from the pace of the server.
pub(super) struct Mails {
    drawn: ProgressBar,
}

impl Mails {
    pub(super) fn new() -> Self {
        let bar = drawn(0);
        bar.set_style(bare("[{bar:24}] {pos}/{len}  {msg}"));
        Self { drawn: bar }
    }

    /// Shows how many have left or never will, of how many, and what becomes of them.
    pub(super) fn tell(&self, done: u64, all: u64, about: Duration, text: &str) {
        let left = if about.is_zero() { String::new() } else { format!("  ~{}", FormattedDuration(about)) };
        self.drawn.set_length(all);
        self.drawn.set_position(done);
        self.drawn.set_message(format!("{text}{left}"));
    }

    /// Clears the line.
    pub(super) fn end(&self) {
        self.drawn.finish_and_clear();
    }
}

fn drawn(all: u64) -> ProgressBar {
    ProgressBar::with_draw_target(Some(all), ProgressDrawTarget::stderr_with_hz(A_SECOND))
}

/// With a bar where the total is known, else with what is done alone.
fn style(is_known: bool) -> ProgressStyle {
    bare(if is_known { "{msg}  [{bar:24}] {pos}/{len}  ~{eta_precise}" } else { "{msg}  {pos}" })
}

/// A style by its template; the plain one where the template cannot be read, which no test lets happen.
fn bare(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars(SIGNS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_can_be_read() {
        for template in ["[{bar:24}] {pos}/{len}  {msg}", "{msg}  [{bar:24}] {pos}/{len}  ~{eta_precise}", "{msg}  {pos}"] {
            assert!(ProgressStyle::with_template(template).is_ok(), "{template}");
        }
    }
}
