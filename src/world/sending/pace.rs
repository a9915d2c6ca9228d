//! Waiting between letters.

use std::time::Duration;

/// Lets time pass. The tests have one in which it passes at once.
pub trait Pace: Send + Sync {
    /// Comes back after so long.
    fn pause(&self, duration: Duration);
}

/// Real time.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemPace;

impl Pace for SystemPace {
    fn pause(&self, duration: Duration) {
        std::thread::sleep(duration);
    }
}
