//! The world says how far it is and how long it takes yet, and stops where it is asked to.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use instroom::app::effect::{Far, Stage};
use instroom::app::{Effect, Job, Report};
use instroom::world::clock::Clock;
use instroom::world::perform::World;
use instroom::world::workbook::Reader;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};

use crate::support::office::{StandingClock, empty_store, world};

/// A clock on which two seconds go by each time that somebody looks.
#[derive(Debug, Default)]
struct GoingClock(AtomicI64);

impl Clock for GoingClock {
    fn today(&self) -> Date {
        StandingClock.today()
    }

    fn now(&self) -> Timestamp {
        StandingClock.now() + self.0.fetch_add(2, Ordering::Relaxed).seconds()
    }
}

/// What is told while ten files are read, of which none is there, by somebody who stops it after so many.
fn told(clock: Arc<dyn Clock>, stop_after: u64) -> Vec<Report> {
    let world = World { clock, ..world(&empty_store(), Reader::here()) };
    let paths = (0..10).map(|number| format!("/nowhere/{number}.xlsx")).collect();
    let (mut told, read) = (Vec::new(), AtomicI64::new(0));
    let is_stopping = |_: Job| read.load(Ordering::Relaxed) > i64::try_from(stop_after).unwrap();
    world.perform(Effect::ReadAnswers(Job(7), paths), &is_stopping, &mut |report| {
        if let Report::Far(_, far) = &report {
            read.store(i64::try_from(far.done).unwrap() + 1, Ordering::Relaxed);
        }
        told.push(report);
    });
    told
}

#[test]
fn the_time_that_is_left_is_told_behind_how_far_it_is_and_only_when_it_changes() {
    let told = told(Arc::new(GoingClock::default()), 99);
    let far: Vec<u64> = told.iter().filter_map(|report| far(report).map(|far| far.done)).collect();
    assert_eq!(far, (0..10).collect::<Vec<_>>());
    let left: Vec<Option<u64>> =
        told.iter().filter_map(|report| if let Report::Left(Job(7), left) = report { Some(*left) } else { None }).collect();
    assert_eq!(left, [20, 15, 10, 5].map(Some), "two seconds a file, by fives; nothing of the first two files");
    assert!(matches!(told.last(), Some(Report::Arrived(Job(7), Ok(_)))), "{:?}", told.last());
}

#[test]
fn where_no_time_goes_by_nothing_is_guessed() {
    assert!(!told(Arc::new(StandingClock), 99).iter().any(|report| matches!(report, Report::Left(..))));
}

#[test]
fn a_stop_ends_the_reading_of_answers_before_the_next_file() {
    let told = told(Arc::new(StandingClock), 3);
    assert_eq!(told.iter().filter_map(far).map(|far| far.done).max(), Some(3));
    assert!(matches!(told.last(), Some(Report::Stopped(Job(7)))), "{:?}", told.last());
}

fn far(report: &Report) -> Option<Far> {
    match report {
        Report::Far(Job(7), far) => {
            assert_eq!((far.stage, far.all), (Stage::Answers, 10));
            Some(*far)
        }
        _ => None,
    }
}
