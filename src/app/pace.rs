//! How long a job takes yet: said once it means something, and rounded to what can be known.

use jiff::Timestamp;

use super::effect::{Far, Stage};

/// Seconds that a stage has to be under way before anything is said of it: reading ahead and warming up would be taken for its pace.
const FIRST: u64 = 3;

/// What has to be done of it by then: one part in so many.
const PARTS: u64 = 50;

/// The pace of one job, stage by stage.
#[derive(Debug, Clone, Default)]
pub struct Pace {
    /// The stage, since when, and how much of it was done then.
    begun: Option<(Stage, Timestamp, u64)>,
}

impl Pace {
    /// About how many seconds this stage takes yet. None as long as that would be a guess, where nobody knows how much there is,
    /// and at its end.
    #[must_use]
    pub fn left(&mut self, far: Far, now: Timestamp) -> Option<u64> {
        let begun = self.begun.filter(|(stage, since, done)| *stage == far.stage && *since <= now && *done <= far.done);
        let Some((_, since, before)) = begun else {
            self.begun = Some((far.stage, now, far.done));
            return None;
        };
        let rest = far.all.checked_sub(far.done).filter(|rest| *rest > 0)?;
        let (done, gone) = (far.done - before, u64::try_from(now.duration_since(since).as_millis()).ok()?);
        if gone < FIRST * 1000 || done == 0 || done.saturating_mul(PARTS) < done.saturating_add(rest) {
            return None;
        }
        let left = u128::from(gone) * u128::from(rest) / u128::from(done) / 1000;
        Some(rounded(u64::try_from(left).unwrap_or(u64::MAX)))
    }
}

/// Seconds by fives, from a minute on by half minutes, from ten minutes on by minutes; never none.
const fn rounded(seconds: u64) -> u64 {
    let step = match seconds {
        0..=60 => 5,
        61..=600 => 30,
        _ => 60,
    };
    if seconds == 0 { step } else { seconds.div_ceil(step).saturating_mul(step) }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan as _;
    use proptest::prelude::*;

    use super::*;

    fn at(milliseconds: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + milliseconds.milliseconds()
    }

    fn far(stage: Stage, done: u64, all: u64) -> Far {
        Far { stage, done, all }
    }

    #[test]
    fn nothing_is_said_before_it_means_something() {
        let mut pace = Pace::default();
        assert_eq!(pace.left(far(Stage::Reading, 0, 1000), at(0)), None);
        assert_eq!(pace.left(far(Stage::Reading, 500, 1000), at(2_999)), None, "too soon");
        assert_eq!(pace.left(far(Stage::Reading, 19, 1000), at(9_000)), None, "too little");
        assert_eq!(pace.left(far(Stage::Reading, 200, 1000), at(10_000)), Some(40));
        assert_eq!(pace.left(far(Stage::Reading, 990, 1000), at(11_000)), Some(5), "never none");
        assert_eq!(pace.left(far(Stage::Reading, 1000, 1000), at(12_000)), None, "the end");
        assert_eq!(pace.left(far(Stage::Reading, 1200, 0), at(13_000)), None, "nobody knows how much there is");
    }

    #[test]
    fn each_stage_has_its_own_pace() {
        let mut pace = Pace::default();
        assert_eq!(pace.left(far(Stage::Reading, 0, 100), at(0)), None);
        assert_eq!(pace.left(far(Stage::Reading, 50, 100), at(10_000)), Some(10));
        assert_eq!(pace.left(far(Stage::Matching, 60, 100), at(11_000)), None);
        assert_eq!(pace.left(far(Stage::Matching, 70, 100), at(21_000)), Some(30), "what was done before its first word does not count");
        assert_eq!(pace.left(far(Stage::Matching, 10, 100), at(22_000)), None, "it began anew");
        assert_eq!(pace.left(far(Stage::Matching, 60, 100), at(1_000)), None, "a clock that was set back");
    }

    proptest! {
        #[test]
        fn at_an_even_pace_it_is_right_but_for_the_rounding(all in 100u64..1_000_000, seconds in 10u64..10_000, part in 3u64..100) {
            let mut pace = Pace::default();
            let _begun = pace.left(far(Stage::Exporting, 0, all), at(0));
            let done = all * part / 100;
            let gone = i64::try_from(seconds * 1000 * done / all).unwrap();
            if let Some(left) = pace.left(far(Stage::Exporting, done, all), at(gone)) {
                let truth = seconds * (all - done) / all;
                prop_assert!(left + 2 >= truth && left <= truth + 62, "{} for {}", left, truth);
            } else {
                prop_assert!(gone < 3000 || done == all || done * PARTS < all, "nothing was said");
            }
        }
    }
}
