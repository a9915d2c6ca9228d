//! The day and the moment.

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// What the machine says its time zone is, where nobody has set another.
const LOCAL: &str = "/etc/localtime";

/// The time zone of this computer. Never changes while the program runs.
static ZONE: LazyLock<TimeZone> = LazyLock::new(|| {
    // By its name it would be looked for among all the zones of the world, which are read for it folder by folder.
    let is_set = std::env::var_os("TZ").is_some();
    let local = || TimeZone::tzif("", &std::fs::read(LOCAL).ok()?).ok();
    if is_set { None } else { local() }.unwrap_or_else(TimeZone::system)
});

/// The time zone of this computer.
#[must_use]
pub fn zone() -> TimeZone {
    ZONE.clone()
}

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
        self.now().to_zoned(zone()).date()
    }

    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}
