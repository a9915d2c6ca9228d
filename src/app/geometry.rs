//! How many rows and columns the parts of a screen get: the one place where sizes are decided,
//! shared by scrolling (here) and drawing (the view).

/// Below this nothing but a request for more room is shown.
pub const SMALLEST: (u16, u16) = (60, 15);

/// From this width on the detail pane stands beside the list.
const BESIDE: u16 = 110;

/// From this height on there is room for the pane below the list.
const BELOW: u16 = 20;

/// Lines of the four tabs that are neither list nor pane: title, tabs, choices, rule, headings,
/// message, keys.
const FRAME_LINES: u16 = 7;

/// First line of every list: title, tabs, choices, rule and headings stand above.
pub const FIRST_ROW: u16 = 5;

/// Where the detail pane is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// Not shown.
    Hidden,
    /// Below the list, this many lines with its frame.
    Below(u16),
    /// Beside the list, this many columns with its frame.
    Beside(u16),
}

/// Whether the window is too small to be of use.
#[must_use]
pub const fn is_too_small(width: u16, height: u16) -> bool {
    width < SMALLEST.0 || height < SMALLEST.1
}

/// From this height on the strip of the tour has a line more, for why a step is worth it.
const ROOMY_STRIP: u16 = 20;

/// Lines at the foot of the window that the strip of the guided tour takes: none where nothing fits.
#[must_use]
pub const fn strip(width: u16, height: u16) -> u16 {
    if is_too_small(width, height) {
        0
    } else if height < ROOMY_STRIP {
        3
    } else {
        4
    }
}

/// From this width on what to press takes one line of the strip, and why two.
const WIDE_STRIP: u16 = 80;

/// Whether the strip may have no lines left for why a step is worth it.
#[must_use]
pub const fn strip_is_short_of_room(width: u16, height: u16) -> bool {
    width < WIDE_STRIP || height < ROOMY_STRIP
}

/// Lines of the strip that says everything: its heading, what to press, and why.
#[must_use]
pub const fn whole_strip(width: u16, height: u16) -> u16 {
    if is_too_small(width, height) {
        0
    } else if width < WIDE_STRIP {
        6
    } else {
        4
    }
}

/// Lines of a list of changes that are not changes: title, frame, sums with air around them, message, keys.
const PROPOSAL_LINES: u16 = 8;

/// How many lines of a list of changes are seen, below so many that say why.
#[must_use]
pub fn proposal_rows(height: u16, why: usize) -> usize {
    usize::from(height.saturating_sub(PROPOSAL_LINES)).saturating_sub(why).max(1)
}

/// Columns that have to be left on each side of a box, or else it takes them: fewer show stray letters of what is beneath, and say nothing.
const BESIDE_A_BOX: u16 = 12;

/// How wide a box is that has use for so many columns: all there are where it would leave but a few.
#[must_use]
pub const fn box_columns(width: u16, most: u16) -> u16 {
    if width < most.saturating_add(2 * BESIDE_A_BOX) { width } else { most }
}

/// The widest that a list of changes is.
pub const PROPOSAL: u16 = 116;

/// Columns inside the box of a list of changes.
#[must_use]
pub fn proposal_columns(width: u16) -> usize {
    usize::from(box_columns(width, PROPOSAL).saturating_sub(4))
}

/// Where the detail pane goes.
#[must_use]
pub fn pane(width: u16, height: u16, wanted: bool) -> Pane {
    let body = height.saturating_sub(FRAME_LINES);
    if !wanted || (width < BESIDE && height < BELOW) {
        Pane::Hidden
    } else if width >= BESIDE {
        Pane::Beside((width / 8 * 3).clamp(44, 72))
    } else {
        Pane::Below((body / 2).clamp(8, 16))
    }
}

/// How many lines of the summary are seen: title, rule, buttons, message and keys stand around them.
#[must_use]
pub fn summary_rows(height: u16) -> usize {
    usize::from(height.saturating_sub(5)).max(1)
}

/// Lines of the page of a customer that are neither list nor pane: title, rule, message, keys.
const PERSON_LINES: u16 = 4;

/// Where the pane of the page of a customer goes.
#[must_use]
pub fn person_pane(width: u16, height: u16) -> Pane {
    match pane(width, height, true) {
        Pane::Below(lines) => Pane::Below(lines.min(height.saturating_sub(PERSON_LINES) / 2)),
        other => other,
    }
}

/// How many lines of the fields of a customer are seen.
#[must_use]
pub fn person_rows(width: u16, height: u16) -> usize {
    let body = height.saturating_sub(PERSON_LINES);
    usize::from(match person_pane(width, height) {
        Pane::Below(lines) => body.saturating_sub(lines),
        Pane::Hidden | Pane::Beside(_) => body,
    })
}

/// How many lines of a history are seen: title, frame, message and keys stand around it.
#[must_use]
pub fn history_rows(height: u16) -> usize {
    usize::from(height.saturating_sub(5)).max(1)
}

/// From this height on there is room for a line that tells the largest groups.
const GROUPS: u16 = 30;

/// Whether a window has room for a line that tells the largest groups.
#[must_use]
pub const fn has_line_of_groups(height: u16) -> bool {
    height >= GROUPS
}

/// Columns inside the box of what was copied.
#[must_use]
pub fn copied_columns(width: u16) -> usize {
    usize::from(width.saturating_sub(4))
}

/// Lines for what was copied, inside its box: title, frame, so many lines that say what this is, air, message and keys stand around it.
#[must_use]
pub fn copied_rows(height: u16, said: usize) -> usize {
    usize::from(height.saturating_sub(6)).saturating_sub(said).max(1)
}

/// How many rows of a table are seen.
#[must_use]
pub fn list_rows(width: u16, height: u16, pane_wanted: bool) -> usize {
    let body = height.saturating_sub(FRAME_LINES);
    usize::from(match pane(width, height, pane_wanted) {
        Pane::Below(lines) => body.saturating_sub(lines),
        Pane::Hidden | Pane::Beside(_) => body,
    })
}

/// The first row to show so that `cursor` is seen, changing as little as possible.
#[must_use]
pub const fn scrolled(top: usize, cursor: usize, seen: usize, all: usize) -> usize {
    let last_top = all.saturating_sub(seen);
    let top = if top > last_top { last_top } else { top };
    if cursor < top {
        cursor
    } else if seen > 0 && cursor >= top + seen {
        cursor + 1 - seen
    } else {
        top
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pane_is_beside_from_110_columns_and_below_where_there_is_room() {
        assert_eq!(pane(80, 24, true), Pane::Below(8));
        assert_eq!(pane(109, 40, true), Pane::Below(16));
        assert_eq!(pane(120, 40, true), Pane::Beside(45));
        assert_eq!(pane(60, 15, true), Pane::Hidden);
        assert_eq!(pane(120, 40, false), Pane::Hidden);
        assert_eq!(list_rows(80, 24, true), 9);
        assert_eq!(list_rows(120, 40, true), 33);
    }

    #[test]
    fn the_list_scrolls_no_further_than_the_cursor_asks() {
        assert_eq!(scrolled(0, 4, 5, 10), 0);
        assert_eq!(scrolled(0, 5, 5, 10), 1);
        assert_eq!(scrolled(3, 1, 5, 10), 1);
        assert_eq!(scrolled(9, 9, 5, 10), 5, "no empty lines below the last row");
        assert_eq!(scrolled(7, 0, 0, 0), 0);
    }
}
