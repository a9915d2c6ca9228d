//! Storyboards: one journey each, key by key, accepted screen by screen in `snapshots/`.

mod choosing;
mod compare;
mod detail;
mod faults;
mod fixing;
mod headings;
mod hostile;
mod importing;
mod picker;
mod reading;
mod replacing;
mod selection;
mod start;
mod suggestions;
mod tabs;
