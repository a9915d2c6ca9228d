//! Storyboards: one journey each, key by key, accepted screen by screen in `snapshots/`.

mod choosing;
mod compare;
mod correcting;
mod detail;
mod drafts;
mod exports;
mod faults;
mod fixing;
mod grouping;
mod headings;
mod hostile;
mod importing;
mod mapping;
mod merging;
mod partners;
mod picker;
mod planning;
mod reading;
mod register;
mod replacing;
mod season_memory;
mod selection;
mod start;
mod steps;
mod suggestions;
mod tabs;
