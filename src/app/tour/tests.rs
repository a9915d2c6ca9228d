use super::*;

#[test]
fn the_steps_are_numbered_as_they_follow_each_other() {
    for (number, step) in (1..).zip(TourStep::ALL) {
        assert_eq!(step.number(), number);
        assert_eq!(step.next().and_then(TourStep::before), step.next().map(|_| step));
    }
    assert_eq!((TourStep::Tabs.before(), TourStep::Leave.next()), (None, None));
}

#[test]
fn a_step_is_left_out_and_gone_back_to_but_not_beyond_the_ends() {
    let mut tour = Tour { lines: 4, ..Tour::default() };
    assert!(!tour.go_back(), "there is none before the first");
    for step in TourStep::ALL.into_iter().skip(1) {
        assert!(tour.skip());
        assert_eq!((tour.step(), tour.lines), (step, 4));
    }
    assert!(!tour.skip(), "there is none behind the last");
    assert!(tour.go_back());
    assert_eq!(tour.step(), TourStep::Help);
}
