//! A piece of work that is logged when it begins and when it ends.

use std::error::Error;
use std::fmt::Display;
use std::time::Instant;

use super::with_causes;

/// A piece of work that was begun. It says itself how it ended, and that it was broken off where nobody said.
#[derive(Debug)]
#[must_use = "how it ended is to be said"]
pub struct Deed {
    name: &'static str,
    begun: Instant,
    is_told: bool,
}

impl Deed {
    /// Begins it: what it is, and what about.
    pub fn begin(name: &'static str, about: impl Display) -> Self {
        tracing::info!("{name} begins {about}");
        Self { name, begun: Instant::now(), is_told: false }
    }

    /// It is done; what came of it.
    pub fn done(mut self, came: impl Display) {
        tracing::info!("{} done {came} took={:.3}s", self.name, self.seconds());
        self.is_told = true;
    }

    /// It was stopped because somebody asked for that.
    pub fn stopped(mut self) {
        tracing::info!("{} stopped took={:.3}s", self.name, self.seconds());
        self.is_told = true;
    }

    /// It failed.
    pub fn failed(mut self, error: &dyn Error) {
        tracing::error!("{} failed: {} took={:.3}s", self.name, with_causes(error), self.seconds());
        self.is_told = true;
    }

    /// It ended so; `came` says what came of it, and `is_stop` whether somebody asked it to stop.
    pub fn ended<T, E: Error + 'static>(self, result: &Result<T, E>, came: impl FnOnce(&T) -> String, is_stop: impl FnOnce(&E) -> bool) {
        match result {
            Ok(given) => self.done(came(given)),
            Err(fault) if is_stop(fault) => self.stopped(),
            Err(fault) => self.failed(fault),
        }
    }

    fn seconds(&self) -> f64 {
        self.begun.elapsed().as_secs_f64()
    }
}

impl Drop for Deed {
    fn drop(&mut self) {
        if !self.is_told {
            tracing::error!("{} broken off took={:.3}s", self.name, self.seconds());
        }
    }
}
