//! The day and the moment.

use jiff::Timestamp;
use jiff::civil::Date;

/// Tells the day and the moment. The tests have one that stands still.
pub trait Clock: Send + Sync {
    /// Today, where the office is.
    fn today(&self) -> Date;

    /// This moment.
    fn now(&self) -> Timestamp;
}

/// The computer's own clock and time zone.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn today(&self) -> Date {
        jiff::Zoned::now().date()
    }

    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}
