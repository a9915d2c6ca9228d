//! The phrases of the list of steps: what was decided, and what of it was taken back.

use crate::app::made::Made;

phrases! { StepsWords {
    made: fn(&Made) -> String,
    none: &'static str,
    here: &'static str,
    taken_back: &'static str,
    imported: &'static str,
    commit: &'static str,
} }
