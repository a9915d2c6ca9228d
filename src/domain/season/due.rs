//! How near a deadline is.

use jiff::civil::{Date, Weekday};

/// How near a deadline is, seen from a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Due {
    /// It has passed.
    Overdue,
    /// It is today or in what is left of this week, which ends on Sunday.
    ThisWeek,
    /// It is in what is left of this month.
    ThisMonth,
    /// It is later.
    Later,
}

impl Due {
    /// Every nearness, the most pressing first.
    pub const ALL: [Self; 4] = [Self::Overdue, Self::ThisWeek, Self::ThisMonth, Self::Later];

    /// How near a deadline is on that day.
    #[must_use]
    pub fn of(deadline: Date, today: Date) -> Self {
        let left = i32::from(today.weekday().until(Weekday::Sunday));
        if deadline < today {
            Self::Overdue
        } else if days_until(deadline, today) <= left {
            Self::ThisWeek
        } else if (deadline.year(), deadline.month()) == (today.year(), today.month()) {
            Self::ThisMonth
        } else {
            Self::Later
        }
    }
}

/// Days from today to a deadline; negative where it has passed.
fn days_until(deadline: Date, today: Date) -> i32 {
    // Dates in whole days never fail to be told apart.
    today.until(deadline).map_or(i32::MAX, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_week_ends_on_sunday_and_the_month_on_its_last_day() {
        // A Thursday.
        let today = date(2026, 5, 14);
        for (deadline, due) in [
            (date(2026, 5, 13), Due::Overdue),
            (date(2025, 7, 15), Due::Overdue),
            (date(2026, 5, 14), Due::ThisWeek),
            (date(2026, 5, 17), Due::ThisWeek),
            (date(2026, 5, 18), Due::ThisMonth),
            (date(2026, 5, 31), Due::ThisMonth),
            (date(2026, 6, 1), Due::Later),
            (date(2027, 5, 14), Due::Later),
        ] {
            assert_eq!(Due::of(deadline, today), due, "{deadline}");
        }
        assert_eq!(Due::of(date(2026, 6, 1), date(2026, 5, 29)), Due::Later, "Monday after this week");
        assert_eq!(Due::of(date(2026, 5, 31), date(2026, 5, 31)), Due::ThisWeek, "a Sunday is the last day of its week");
        assert_eq!(Due::of(date(2026, 1, 2), date(2025, 12, 31)), Due::ThisWeek, "a week goes over the end of a year");
    }
}
