//! The keys of the guided tour. They hold beside those of whatever screen is shown, also where text is typed, so they are keys that
//! no screen has and that are no text: function keys, direct on every keyboard, below those that terminals keep for themselves.

use super::{Binding, Layer, bind};
use crate::app::action::Action;

/// This part of the keymap.
pub(super) const KEYS: &[Binding] = &[
    bind(Layer::Tour, &["F6"], Action::TourBack, 1),
    bind(Layer::Tour, &["F7"], Action::TourSkip, 2),
    bind(Layer::Tour, &["F8"], Action::TourWhy, 3),
    bind(Layer::Tour, &["F9"], Action::TourLeave, 4),
];
