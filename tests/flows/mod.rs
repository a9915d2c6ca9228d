//! Storyboards: one journey each, key by key, accepted screen by screen in `snapshots/`.

mod choosing;
mod compare;
mod detail;
mod drafts;
mod faults;
mod headings;
mod hostile;
mod importing;
mod picker;
mod reading;
mod selection;
mod start;
mod tabs;
