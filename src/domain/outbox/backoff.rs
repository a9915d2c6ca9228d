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
}
