//! When a server that did not want a letter just now is asked again.

use jiff::{SignedDuration, Timestamp};

/// How often a letter is offered at most before it counts as refused for good.
pub const TRIES: u16 = 6;

/// How long is waited after the first, second, … time that the server put a letter off, in minutes. The
/// first is what greylisting asks for; in all some eight hours, so that a full mailbox or a server at rest at night is outlived.
const MINUTES: [i64; 5] = [5, 15, 60, 120, 300];

/// Until when a letter waits that was offered so many times and put off each time; none where it
/// was offered often enough.
#[must_use]
pub fn wait(attempts: u16, now: Timestamp) -> Option<Timestamp> {
    let minutes = MINUTES.get(usize::from(attempts.max(1)) - 1)?;
    now.checked_add(SignedDuration::from_mins(*minutes)).ok()
}

/// Until when a letter waits before which the line was lost, by how often [something happened](super::Message::turns) to it. Nobody
/// refused it: this never comes to an end.
#[must_use]
pub fn wait_for_line(turns: u32, now: Timestamp) -> Timestamp {
    // Each time it is offered, and the line is lost.
    let before = usize::try_from(turns / 2).unwrap_or(usize::MAX);
    let minutes = MINUTES.get(before).or(MINUTES.last()).copied().unwrap_or_default();
    now.checked_add(SignedDuration::from_mins(minutes)).unwrap_or(now)
}

/// When a letter is due that was put off until then. A moment further than the longest wait was set by a clock that was wrong: it
/// is due now.
#[must_use]
pub fn due(until: Timestamp, now: Timestamp) -> Timestamp {
    let longest = MINUTES.last().copied().map_or(SignedDuration::ZERO, SignedDuration::from_mins);
    if until.duration_since(now) > longest { now } else { until }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wait_is_longer_and_the_tries_come_to_an_end() {
        let now = Timestamp::UNIX_EPOCH;
        let waits: Vec<_> = (1..TRIES).map(|attempts| wait(attempts, now).unwrap()).collect();
        assert!(waits.is_sorted() && waits.first() > Some(&now));
        assert_eq!(wait(TRIES, now), None);
        assert_eq!(wait(u16::MAX, now), None);
        assert_eq!(wait(0, now), wait(1, now));
    }

    #[test]
    fn a_lost_line_is_waited_for_longer_each_time_and_for_ever() {
        let now = Timestamp::UNIX_EPOCH;
        assert_eq!(Some(wait_for_line(1, now)), wait(1, now));
        assert_eq!(Some(wait_for_line(3, now)), wait(2, now));
        assert_eq!(Some(wait_for_line(u32::MAX, now)), wait(TRIES - 1, now));
    }

    #[test]
    fn what_a_wrong_clock_set_is_due_at_once() {
        let now: Timestamp = "2026-05-14T14:02:00Z".parse().unwrap();
        assert_eq!(due("2036-05-14T14:02:00Z".parse().unwrap(), now), now);
        let soon = wait(TRIES - 1, now).unwrap();
        assert_eq!(due(soon, now), soon);
    }
}
