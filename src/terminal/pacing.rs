//! Whether keys repeat. A key that is held down comes some thirty times a second: the row under the cursor changes with each,
//! the text about it in the detail pane is read by nobody before they pause.

use std::time::{Duration, Instant};

use super::frames::{Follows, Pace};

/// Without a key for so long, keys do not repeat any more.
pub(super) const PAUSE: Duration = Duration::from_millis(50);

/// When keys came, and whether something did not follow them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Pacing {
    /// When the last key came.
    last: Option<Instant>,
    /// Whether the pane on screen is not that of the row under the cursor.
    is_behind: bool,
}

impl Pacing {
    /// The pace of the frame that is drawn now, after so many keys since the last one.
    pub(super) fn after(&mut self, keys: usize, now: Instant) -> Pace {
        let is_close = self.left(now) > Duration::ZERO;
        if keys > 0 {
            self.last = Some(now);
        }
        let repeats = keys > 1 || (is_close && (keys > 0 || self.is_behind));
        if repeats { Pace::Moving } else { Pace::Settled }
    }

    /// A frame was drawn.
    pub(super) fn drawn(&mut self, follows: Follows) {
        self.is_behind = follows == Follows::AllButPane;
    }

    /// Whether something has still to follow.
    pub(super) const fn is_behind(self) -> bool {
        self.is_behind
    }

    /// How long to wait for more keys before that follows; none where nothing has to.
    pub(super) fn patience(self, now: Instant) -> Option<Duration> {
        self.is_behind.then(|| self.left(now))
    }

    /// What is left of the pause.
    fn left(self, now: Instant) -> Duration {
        self.last.map_or(Duration::ZERO, |last| PAUSE.saturating_sub(now.saturating_duration_since(last)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn milliseconds(count: u64) -> Duration {
        Duration::from_millis(count)
    }

    #[test]
    fn the_pane_follows_one_key_at_once_and_many_when_they_pause() {
        let begun = Instant::now();
        let mut pacing = Pacing::default();
        assert_eq!(pacing.after(1, begun), Pace::Settled);
        pacing.drawn(Follows::All);
        assert_eq!(pacing.patience(begun), None, "nothing wakes the loop");
        // The first repetition of a key comes late, the others do not.
        let mut now = begun + milliseconds(400);
        assert_eq!(pacing.after(1, now), Pace::Settled);
        for _ in 0..10 {
            now += milliseconds(33);
            assert_eq!(pacing.after(1, now), Pace::Moving);
            pacing.drawn(Follows::AllButPane);
        }
        assert_eq!(pacing.patience(now + milliseconds(20)), Some(milliseconds(30)));
        assert_eq!(pacing.after(0, now + milliseconds(20)), Pace::Moving, "a report between two keys does not end it");
        assert_eq!(pacing.after(0, now + milliseconds(50)), Pace::Settled);
        pacing.drawn(Follows::All);
        assert_eq!(pacing.patience(now + milliseconds(60)), None);
    }

    #[test]
    fn keys_that_come_at_once_repeat() {
        let begun = Instant::now();
        let mut pacing = Pacing::default();
        assert_eq!(pacing.after(500, begun), Pace::Moving);
        pacing.drawn(Follows::All);
        assert_eq!(pacing.after(0, begun), Pace::Settled, "where nothing is behind, nothing waits");
    }
}
