//! The phrases of plan files: made, checked, applied.

use crate::domain::plan::Misfit;

phrases! { PlansWords {
    misfit: fn(&Misfit) -> String,
    more: fn(usize) -> String,
    personal: &'static str,
    give_workbook: &'static str,
    fits: &'static str,
    unfit: &'static str,
    remedy: &'static str,
} }
