//! From an event to a line: the one place through which everything that is logged goes.

use std::fmt::{self, Write as _};

use jiff::{Timestamp, Unit};
use tracing::field::{Field, Visit};
use tracing::level_filters::LevelFilter;
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use super::book::Book;
use super::level::Level;
use crate::domain::mask::mask_logged;

/// Most characters of what one line tells.
const LINE: usize = 2_000;
/// Most characters that are looked at for it.
const LOOKED_AT: usize = 4 * LINE;

/// Writes what this program says of itself; what its libraries say is left out, since nobody here knows what stands in it.
pub(super) struct Scribe {
    book: Book,
    level: Level,
}

impl Scribe {
    pub(super) const fn new(book: Book, level: Level) -> Self {
        Self { book, level }
    }
}

impl Subscriber for Scribe {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.is_event() && *metadata.level() <= self.level.filter() && metadata.target().starts_with(env!("CARGO_PKG_NAME"))
    }

    fn max_level_hint(&self) -> Option<LevelFilter> {
        Some(self.level.filter())
    }

    fn event(&self, event: &Event<'_>) {
        let mut told = Told::default();
        event.record(&mut told);
        let level = event.metadata().level().as_str();
        self.book.write(&line(Timestamp::now(), level, &told.text));
    }

    // Nothing here is set apart in spans; each line says whose it is.
    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// `2026-05-14T14:02:00Z p4711 INFO commit done customers=300`. Moment and process end in letters, so that they are part of no
/// number that follows.
pub(super) fn line(when: Timestamp, level: &str, text: &str) -> String {
    let when = when.round(Unit::Second).unwrap_or(when);
    let looked_at: String = text.chars().take(LOOKED_AT).collect();
    let masked = mask_logged(&looked_at);
    let mut told: String = masked.chars().take(LINE).collect();
    if told.len() < masked.len() || looked_at.len() < text.len() {
        told.push_str(" ...");
    }
    format!("{when} p{} {level} {told}", std::process::id())
}

/// What an event says: its message, then its fields.
#[derive(Default)]
struct Told {
    text: String,
}

impl Visit for Told {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        // Writing into a String does not fail.
        let _never = match field.name() {
            "message" => write!(self.text, "{value:?}"),
            name => write!(self.text, " {name}={value:?}"),
        };
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.record_debug(field, &format_args!("{value}"));
    }
}
