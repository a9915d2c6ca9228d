//! Storyboards: one journey each, key by key, accepted screen by screen in `snapshots/`.

mod choosing;
mod compare;
mod detail;
mod faults;
mod grouping;
mod headings;
mod hostile;
mod importing;
mod picker;
mod planning;
mod reading;
mod selection;
mod start;
mod steps;
mod tabs;
