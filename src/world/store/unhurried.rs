//! Threads that need not be punctual.
//!
//! sled begins seven threads with the first store that a process opens, keeps them for good, and has each of them look once a second
//! whether there is work for it; nothing of that can be set. Work wakes them at once, so that a look is never needed. Linux lets a thread
//! say by how much its timers may be late, and threads that it begins inherit that: these sleep until there is work.

use std::num::NonZeroU64;

use rustix::thread::{current_timer_slack, set_current_timer_slack};

/// By how much their timers may be late, in nanoseconds: a day.
const LATE: u64 = 86_400_000_000_000;

/// What is begun meanwhile need not be punctual. The thread itself is again when this is dropped, and must not wait for a moment before.
#[derive(Debug)]
pub(super) struct Unhurried {
    before: Option<NonZeroU64>,
}

impl Unhurried {
    pub(super) fn begin() -> Self {
        let before = current_timer_slack().ok().and_then(NonZeroU64::new);
        // Where the system does not know of it, they look once a second.
        let _not_here = set_current_timer_slack(NonZeroU64::new(LATE));
        Self { before }
    }
}

impl Drop for Unhurried {
    fn drop(&mut self) {
        // None is what the thread began with.
        let _not_here = set_current_timer_slack(self.before);
    }
}
