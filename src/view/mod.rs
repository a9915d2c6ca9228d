//! How the model looks: a pure function from `&Model` to one frame.
//!
//! Only what is seen is built. Every state is text first; colour and reverse repeat it.
//!
//! - `look`, `canvas`, `boxes`: colours by role, frames, and the few ways to put text on the screen
//! - `footer`: message and keys, the same below every screen
//! - `heard`: the same screens for whoever hears them; `aloud`: their texts in words
//! - `tour`: the strip of the guided tour, below the screen
//! - `aside`: the part of a frame that may follow the cursor a moment later
//! - `listing`: a list of many rows with its pane, the same on every screen
//! - one room for each screen, and `front` and `proposals` for what stands before it

mod aloud;
mod answer;
mod arrived;
mod aside;
mod boxes;
mod canvas;
mod compare;
mod copied;
mod desk;
mod dossier;
mod drafts;
mod editor;
mod footer;
mod front;
mod heard;
mod inviting;
mod listing;
mod look;
mod mapping;
mod palette;
mod pane;
mod past;
mod person;
mod picker;
mod preview;
mod proposal;
mod proposals;
mod register;
mod replacing;
mod report;
mod season;
mod sending;
mod start;
mod summary;
mod tour;

pub use aloud::{aloud, capital, spoken};
pub use aside::Aside;
pub use heard::{Heard, Line, Role, WINDOW, hear};
pub use look::{Frames, Look, Theme};

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::compare::Sight;
use crate::app::desk::Face;
use crate::app::detail::cut;
use crate::app::geometry;
use crate::app::tour::Reason;
use crate::app::{Model, Overlay, Screen};
use crate::domain::mask;
use crate::domain::neutral::neutralise;
use canvas::Canvas;

/// Longest name of a file in the title of the window, in columns.
const LONGEST_TITLE: usize = 60;

/// The title of the window: the workbook that is open. It is on the task bar and in lists of windows, so it names no customer.
#[must_use]
pub fn window_title(model: &Model) -> String {
    let file = match &model.screen {
        Screen::Desk(desk) => desk.draft.source().mark.file.as_str(),
        _ => return "Instroom".to_owned(),
    };
    // Also where numbers are shown: this window is not the only place where its title is read.
    format!("{} - Instroom", cut(&neutralise(&mask::file_name(file)), LONGEST_TITLE))
}

/// What a frame is beside its cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Drawn {
    /// Where the terminal's cursor is; none where it is hidden.
    pub cursor: Option<Position>,
    /// Where the detail pane of a list is, if one can be seen: while keys repeat it need not follow each of them.
    pub aside: Option<Aside>,
}

/// Draws the model.
pub fn draw(model: &Model, look: Look, frame: &mut Frame<'_>) {
    if let Some(cursor) = draw_on(model, look, frame.buffer_mut(), None).cursor {
        frame.set_cursor_position(cursor);
    }
}

/// The same on an empty buffer. The detail pane is left out where it is the one that stays: whoever has it puts it back.
pub fn draw_on(model: &Model, look: Look, buffer: &mut Buffer, stays: Option<Aside>) -> Drawn {
    let area = buffer.area;
    let tour = model.tour.as_ref().filter(|_| !geometry::is_too_small(area.width, area.height));
    let Some(tour) = tour else { return painted(model, Canvas::new(buffer, look).with_pane_that_stays(stays), area) };
    // The screens have the window less the strip, as the model counts it.
    let lines = match tour.reason() {
        Reason::WhereThereIsRoom => geometry::strip(area.width, area.height),
        Reason::Whole => geometry::whole_strip(area.width, area.height),
    };
    let mut room = Buffer::empty(Rect { height: area.height.saturating_sub(lines), ..area });
    let drawn = painted(model, Canvas::new(&mut room, look).with_pane_that_stays(stays), area);
    buffer.merge(&room);
    tour::draw(model, tour, lines, &mut Canvas::new(buffer, look));
    drawn
}

/// The texts that have not enough room in the window as it is, each whole: for whoever judges the screens.
#[must_use]
pub fn clipped(model: &Model, look: Look) -> Vec<String> {
    let (width, height) = model.size;
    let mut buffer = Buffer::empty(Rect { x: 0, y: 0, width, height });
    let mut canvas = Canvas::new(&mut buffer, look).that_tells_what_is_cut();
    paint(model, &mut canvas, Rect::new(0, 0, width, height));
    canvas.into_clipped()
}

/// Puts everything on a canvas, in a window of that size.
fn painted(model: &Model, mut canvas: Canvas<'_>, window: Rect) -> Drawn {
    paint(model, &mut canvas, window);
    Drawn { cursor: canvas.cursor(), aside: canvas.aside() }
}

fn paint(model: &Model, canvas: &mut Canvas<'_>, window: Rect) {
    if geometry::is_too_small(window.width, window.height) {
        too_small(model, canvas);
    } else {
        // A duplicate is judged once, however many places tell of it.
        let sight = model.compared();
        screen(model, sight.as_ref(), canvas);
        sending::notice(model, canvas);
        front(model, canvas);
        footer::draw(model, sight.as_ref(), canvas);
    }
}

/// The screen behind whatever stands in front.
fn screen(model: &Model, sight: Option<&Sight>, canvas: &mut Canvas<'_>) {
    match &model.screen {
        Screen::Start(start) => start::draw(model, *start, canvas),
        Screen::Picker(picker) => picker::draw(model, picker, canvas),
        Screen::Register(register) => register::draw(model, register, canvas),
        Screen::Dossier(binder) => dossier::draw(model, binder, canvas),
        Screen::Past(past) => past::draw(model, past, canvas),
        Screen::Arrived(arrived) => arrived::draw(model, arrived, canvas),
        Screen::Inviting(inviting) => inviting::draw(model, inviting, canvas),
        Screen::Sending => sending::draw(model, canvas),
        Screen::Desk(desk) => match &desk.face {
            Face::Tabs => desk::draw(model, desk, canvas),
            Face::Compare(compare) => {
                if let Some(sight) = sight {
                    compare::draw(model, desk, compare, sight, canvas);
                }
            }
            Face::Mapping(mapping) => mapping::draw(model, desk, mapping, canvas),
            Face::Report(done) => report::draw(model, desk, done, canvas),
        },
        Screen::Person(page) => person::draw(model, page, canvas),
    }
}

/// What stands in front of the screen, or what is being done.
fn front(model: &Model, canvas: &mut Canvas<'_>) {
    if model.overlay.is_some() || model.running.is_some() {
        canvas.forget_cursor();
    }
    match &model.overlay {
        Some(Overlay::Summary(summary)) => summary::draw(model, summary, canvas),
        Some(Overlay::Replacing(replacing)) => replacing::draw(model, replacing, canvas),
        Some(Overlay::Editor(editor)) => {
            if let Some(desk) = model.desk() {
                editor::draw(model, desk, editor, canvas);
            }
        }
        Some(Overlay::Proposal(proposal)) => {
            if let Some(desk) = model.desk() {
                proposal::draw(model, desk, proposal, canvas);
            }
        }
        Some(Overlay::Answer(entry)) => answer::draw(model, entry, canvas),
        Some(Overlay::Person(front)) => person::front(model, front, canvas),
        Some(overlay) => front::draw(model, overlay, canvas),
        None => {
            if let Some(running) = &model.running {
                front::running(model, running, canvas);
            }
        }
    }
}

fn too_small(model: &Model, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let (width, height) = (canvas.width(), canvas.height());
    let (least_width, least_height) = geometry::SMALLEST;
    let larger = if model.layer().takes_text() { words.make_larger_typing } else { words.make_larger };
    let lines = [(words.too_small)(width, height), (words.needed)(least_width, least_height), model.sight.keyed(model.layer(), larger)];
    for (row, text) in (0..height).zip(lines) {
        canvas.put(0, row, width, &text, canvas.look.plain());
    }
}
