//! What is said of mails: who gets one, who does not and why, and how far those in the outbox are.

use crate::domain::invitation::WhyNot;
use crate::domain::letter::Occasion;
use crate::domain::outbox::{Line, Misstep, State, Tally};

phrases! { OutboxWords {
    get_mail: fn(u64) -> String,
    get_none: fn(u64) -> String,
    nothing_queued: &'static str,
    say_number: fn(u64) -> String,
    number_differs: fn(u64, u64) -> String,
    none_to_send: &'static str,
    stopped: fn(u64) -> String,
    put_off_until: fn(&str, usize) -> String,
    halted: fn(&str, usize) -> String,
    lines_lost: fn(&str, usize) -> String,
    letters_written: fn(u64, &str) -> String,
    tested: fn(&str, &str) -> String,
    not_in_order: &'static str,
    why_not: fn(&WhyNot) -> String,
    occasion: fn(Occasion) -> &'static str,
    state: fn(&State) -> String,
    line: fn(Line) -> &'static str,
    tally: fn(&Tally) -> String,
    empty: &'static str,
    sending: fn(&str, &str) -> String,
    still_left: fn(u64) -> String,
    to_decide: fn(u64) -> String,
    tried: fn(u64, &str) -> String,
    put_off_each_time: fn(u64, &str) -> String,
    failed_for_good: fn(u64, &str) -> String,
    misstep: fn(Misstep) -> &'static str,
    arrived: fn(&str) -> String,
    again: fn(&str) -> String,
    taken_back: fn(&str) -> String,
    would_arrive: fn(&str) -> String,
    would_again: fn(&str) -> String,
    would_take_back: fn(&str) -> String,
} }

/// Counts with their names, those of which there are none left out; none where there is nothing at all.
pub(super) fn counts(named: &[(&u64, &str)]) -> Option<String> {
    let told: Vec<String> = named.iter().filter(|(count, _)| **count > 0).map(|(count, name)| format!("{count} {name}")).collect();
    (!told.is_empty()).then(|| told.join(", "))
}

/// What an outbox keeps of a server's answer, to be shown: the server's own words, or what was seen of the line.
pub(super) fn seen(kept: &str, line: fn(Line) -> &'static str) -> String {
    match Line::read(kept) {
        None => kept.to_owned(),
        Some((found, "")) => line(found).to_owned(),
        Some((found, rest)) => format!("{} [{rest}]", line(found)),
    }
}

impl OutboxWords {
    /// What an outbox keeps of a server's answer, to be shown.
    #[must_use]
    pub fn seen(&self, kept: &str) -> String {
        seen(kept, self.line)
    }
}
