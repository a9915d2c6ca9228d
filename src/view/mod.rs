//! How the model looks: a pure function from `&Model` to one frame.
//!
//! Only what is seen is built. Every state is text first; colour and reverse repeat it.
//!
//! - `look`, `canvas`: colours by role, frames, and the few ways to put text on the screen
//! - `footer`: message and keys, the same below every screen
//! - `aside`: the part of a frame that may follow the cursor a moment later
//! - `listing`: a list of many rows with its pane, the same on every screen
//! - one room for each screen, and `front` and `proposals` for what stands before it

mod answer;
mod arrived;
mod aside;
mod canvas;
mod compare;
mod copied;
mod desk;
mod dossier;
mod drafts;
mod editor;
mod footer;
mod front;
mod inviting;
mod listing;
mod look;
mod mapping;
mod pane;
mod past;
mod person;
mod picker;
mod proposal;
mod proposals;
mod register;
mod replacing;
mod report;
mod season;
mod sending;
mod start;
mod summary;

pub use aside::Aside;
pub use look::{Frames, Look, Theme};

use ratatui::Frame;

use crate::app::desk::Face;
use crate::app::detail::cut;
use crate::app::geometry;
use crate::app::{Model, Overlay, Screen};
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
    format!("{} - Instroom", cut(&neutralise(file), LONGEST_TITLE))
}

/// Draws the model.
pub fn draw(model: &Model, look: Look, frame: &mut Frame<'_>) {
    let _it_is_drawn = draw_aside(model, look, frame);
}

/// The same, and says where the detail pane of a list is, if one can be seen: while keys repeat it need not follow each of them.
pub fn draw_aside(model: &Model, look: Look, frame: &mut Frame<'_>) -> Option<Aside> {
    let area = frame.area();
    let mut canvas = Canvas::new(frame.buffer_mut(), look);
    if geometry::is_too_small(area.width, area.height) {
        too_small(model, &mut canvas);
    } else {
        match &model.screen {
            Screen::Start(start) => start::draw(model, *start, &mut canvas),
            Screen::Picker(picker) => picker::draw(model, picker, &mut canvas),
            Screen::Register(register) => register::draw(model, register, &mut canvas),
            Screen::Dossier(binder) => dossier::draw(model, binder, &mut canvas),
            Screen::Past(past) => past::draw(model, past, &mut canvas),
            Screen::Arrived(arrived) => arrived::draw(model, arrived, &mut canvas),
            Screen::Inviting(inviting) => inviting::draw(model, inviting, &mut canvas),
            Screen::Sending => sending::draw(model, &mut canvas),
            Screen::Desk(desk) => match &desk.face {
                Face::Tabs => desk::draw(model, desk, &mut canvas),
                Face::Compare(compare) => compare::draw(model, desk, compare, &mut canvas),
                Face::Mapping(mapping) => mapping::draw(model, desk, mapping, &mut canvas),
                Face::Report(done) => report::draw(model, desk, done, &mut canvas),
            },
            Screen::Person(page) => person::draw(model, page, &mut canvas),
        }
        sending::notice(model, &mut canvas);
        match &model.overlay {
            Some(Overlay::Summary(summary)) => summary::draw(model, summary, &mut canvas),
            Some(Overlay::Replacing(replacing)) => replacing::draw(model, replacing, &mut canvas),
            Some(Overlay::Editor(editor)) => {
                if let Some(desk) = model.desk() {
                    editor::draw(model, desk, editor, &mut canvas);
                }
            }
            Some(Overlay::Proposal(proposal)) => {
                if let Some(desk) = model.desk() {
                    proposal::draw(model, desk, proposal, &mut canvas);
                }
            }
            Some(Overlay::Answer(entry)) => answer::draw(model, entry, &mut canvas),
            Some(Overlay::Person(front)) => person::front(model, front, &mut canvas),
            Some(overlay) => front::draw(model, overlay, &mut canvas),
            None => {
                if let Some(running) = &model.running {
                    front::running(model, running, &mut canvas);
                }
            }
        }
        footer::draw(model, &mut canvas);
    }
    let (cursor, pane) = (canvas.cursor(), canvas.pane());
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
    Aside::of(model, pane?)
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
