//! Storyboards: one journey each, key by key, accepted screen by screen in `snapshots/`.

mod start;
