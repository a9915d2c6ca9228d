//! The phrases of the guided tour.

use crate::app::tour::{Advice, TourStep};

phrases! { TourWords {
    step: fn(usize, usize) -> String,
    title: fn(TourStep) -> &'static str,
    why: fn(TourStep) -> &'static str,
    advice: fn(Advice) -> &'static str,
} }
