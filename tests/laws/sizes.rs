//! Every screen and everything that can stand in front of it draws at every size.

use instroom::app::effect::Stage;
use instroom::app::geometry::is_too_small;
use instroom::app::keymap::Layer;
use instroom::app::tour::Tour;
use instroom::app::{Model, Msg};
use instroom::view;
use instroom::world::post::Offered;
use instroom::world::workbook::Reader;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::support::couples::couple;
use crate::support::disk::Disk;
use crate::support::flow::{Flow, LOOK, text_of};
use crate::support::mail_posts::FakePost;
use crate::support::office::{SAMPLE, demo_store, empty_store, workbook_of, workbook_of_texts};
use crate::support::posting_office::{PostingOffice, six};

/// Where keys lead from the tabs, one after the other.
const ON_THE_TABS: &[&str] = &[
    "1",
    "z",
    "z 2",
    "3",
    "l l l l s",
    "Enter",
    "a",
    "e",
    "Esc p",
    "j j",
    "Esc Esc 4",
    "e",
    "x",
    "Tab",
    "Esc Right Enter u k F",
    "G",
    "Esc r",
    "Enter",
    "( Tab Tab Tab space",
    "Esc",
    "Right Enter",
    "c",
    "Esc S",
    "Esc H",
    "Esc ?",
    "Esc b",
    "Enter",
    "Enter",
    "g u",
    "Esc Esc I",
    "T",
    "Enter W",
    "Esc Q",
    "Enter I",
    "P",
    "Enter",
    "P Enter",
    "Esc Right",
    "Esc / q q",
    "Esc 1 v j j",
    "Y",
    "Esc v",
    "Esc I Right Enter",
    "j",
    "q",
    "d",
    "x",
];

/// Where keys lead from an open dossier, one after the other.
const DOSSIER: &[&str] = &[
    "G",
    "g g Enter",
    "x",
    "Enter d",
    "Down Down Down Down Enter",
    "Esc s",
    "Esc W",
    "Esc / 1 2 5 0",
    "Enter Enter",
    "a Enter b Tab W",
    "Esc q",
    "Esc ?",
];

/// Where keys lead from the start to the page of a customer, and to what stands in front of customers.
const PEOPLE: &[&str] = &[
    "c x",
    "Esc space space x",
    "Esc B",
    "Enter",
    "V I P Enter",
    "G",
    "Esc H",
    "G",
    "/",
    "Esc Esc e",
    "Enter",
    "x y z Enter",
    "W",
    "G",
    "q",
    "Esc u n",
    "q q q",
    "n",
    "W",
    "Q",
];

/// One of everything, by what leads there.
pub(crate) fn screens() -> Vec<(String, Model)> {
    let mut screens = Vec::new();
    let mut keep = |name: &str, flow: &Flow| screens.push((name.to_owned(), flow.model.clone()));
    let mut flow = Flow::at_start(&[("customers.xlsx", SAMPLE), ("geen.xlsx", &workbook_of_texts(&[("Leeg", &[&["x"]])]))]);
    for keys in ["", "t", "Enter", "Enter", "t Enter Enter", "Esc n", "space", "k", "/ x", "Esc : c Tab", "Esc Enter", "L", "Esc ?"] {
        keep(&format!("from the start, {keys}"), flow.press(keys));
    }
    flow.press("Esc Esc q q").hold().opening("customers.xlsx");
    keep("opening", &flow);
    keep("reading", flow.far(Stage::Matching, 1, 2));
    let mut flow = Flow::sample();
    for keys in ON_THE_TABS {
        keep(&format!("on the tabs, {keys}"), flow.press(keys));
    }
    let mut people = Flow::over(demo_store(), Disk::new(), Reader::here());
    for keys in PEOPLE {
        keep(&format!("among customers, {keys}"), people.press(keys));
    }
    let mut arrived = Flow::over(demo_store(), Disk::new(), Reader::here());
    keep("which files came back", arrived.press("a"));
    arrived.press("p").type_text("/srv/office/nowhere.xlsx");
    for keys in ["Enter", "z", "z e", "I", "Esc q"] {
        keep(&format!("what came back, {keys}"), arrived.press(keys));
    }
    let mut past = Flow::over(demo_store(), Disk::new(), Reader::here());
    for keys in ["c 5", "o", "z", "Esc o Enter", "z", "Esc b", "Enter", "Esc / x", "Esc Esc x", "z", "Esc x", "Right Enter", "q q"] {
        keep(&format!("in the imports, {keys}"), past.press(keys));
    }
    let mut register = Flow::over(demo_store(), Disk::new(), Reader::here());
    for keys in ["c", "z", "z / g", "Esc Esc +", "Enter", "Enter", "c", "Esc W", "Esc v j space", "2", "z", "z b", "Esc E"] {
        keep(&format!("in the register, {keys}"), register.press(keys));
    }
    let mut season = Flow::over(demo_store(), Disk::new(), Reader::here());
    for keys in
        ["c 3", "z", "Esc n", "Ctrl+U", "1 5 / 7 / 2 0 2 7 Enter", "Esc Esc A", "Esc 1 a t", "Enter", "Enter", "Esc Esc t Down Down Enter"]
    {
        keep(&format!("in the task flows, {keys}"), season.press(keys));
    }
    let mut mails = Flow::over(demo_store(), Disk::new(), Reader::here());
    for keys in ["o", "q i", "j Enter", "Esc 1", "z", "z D"] {
        keep(&format!("about mails, {keys}"), mails.press(keys));
    }
    mails.model.screen = instroom::app::Screen::Sending;
    mails.model.overlay = None;
    keep("sending", &mails);
    let lost = Offered::Unsure { detail: "the connection was closed before the answer".into() };
    let office = PostingOffice::new(FakePost::default().answering("klant.4@example.be", vec![lost]));
    let mut posted = office.flow(six());
    posted.press("i").type_text("4");
    for keys in ["Enter", "q o g g z", "d", "Down Enter", "x"] {
        keep(&format!("in the outbox, {keys}"), posted.press(keys));
    }
    let rows: &[&[&str]] = &[&["Wie", "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字", "Nummer"], &["Maes", "an@maes.be", "85073003328"]];
    let mut mapping = Flow::at_start(&[("wie.xlsx", &workbook_of_texts(&[("Blad1", rows)]))]);
    mapping.opening("wie.xlsx");
    for keys in ["G", "o", "o Enter", "Esc W", "Esc space k space", "?"] {
        keep(&format!("on the mapping, {keys}"), mapping.press(keys));
    }
    let mut couple = Flow::open(empty_store(), &workbook_of(couple()));
    for keys in ["P", "l", "Enter", "P"] {
        keep(&format!("two rows as one return, {keys}"), couple.press(keys));
    }
    let mut dossier = Flow::over(demo_store(), Disk::new(), Reader::here());
    dossier.open_dossier(5);
    for keys in DOSSIER {
        keep(&format!("in a dossier, {keys}"), dossier.press(keys));
    }
    dossier.press("Esc Esc z");
    keep("a question of a dossier, whole", &dossier);
    let mut long =
        Flow::at_start(&[("twee.xlsx", &workbook_of_texts(&[("漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字", &[&["naam", "漢字"]])]))]);
    keep("wide characters in a fault", long.opening("twee.xlsx"));
    keep("wide characters in a list", long.press("Right Enter"));
    screens
}

fn draw(name: &str, model: &Model, width: u16, height: u16) {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    let frame = terminal.draw(|frame| view::draw(model, LOOK, frame)).unwrap();
    assert_eq!((frame.buffer.area.width, frame.buffer.area.height), (width, height));
    let text = text_of(frame.buffer);
    assert_eq!(text.lines().count(), usize::from(height), "{name}");
    let at = terminal.backend().cursor_position();
    assert!(!terminal.backend().cursor_visible() || (at.x < width && at.y < height), "{name} at {width}x{height}: cursor {at:?}");
    if width > 0 && height > 0 {
        assert!(!text.trim().is_empty(), "{name} at {width}x{height}");
    }
}

#[test]
fn every_layer_of_keys_is_among_the_screens() {
    let screens = screens();
    for layer in Layer::ALL.into_iter().filter(|layer| !matches!(layer, Layer::Everywhere | Layer::Tour)) {
        assert!(screens.iter().any(|(_, model)| model.layer() == layer), "{layer:?}");
    }
}

#[test]
fn every_screen_draws_at_every_size() {
    let coarse = (0..=100).step_by(9).flat_map(|width| (0..=40).step_by(5).map(move |height| (width, height)));
    // Around the smallest window and where the pane comes and goes.
    let fine = (59..=62).chain(108..=111).flat_map(|width| (14..=22).map(move |height| (width, height)));
    let tiny = (0..=5).flat_map(|width| (0..=5).map(move |height| (width, height)));
    let sizes: Vec<(u16, u16)> = coarse.chain(fine).chain(tiny).chain([(300, 100)]).collect();
    for (name, model) in screens() {
        for &(width, height) in &sizes {
            let mut resized = model.clone();
            resized.update(Msg::Resize(width, height));
            draw(&name, &resized, width, height);
        }
        // The window is already of another size than the model knows.
        for (width, height) in [(0, 0), (10, 3), (60, 15), (61, 40), (200, 15), (200, 60)] {
            draw(&name, &model, width, height);
        }
    }
}

/// What a screen shows in a window of that size.
fn text_at(model: &Model, width: u16, height: u16) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    text_of(terminal.draw(|frame| view::draw(model, LOOK, frame)).unwrap().buffer)
}

#[test]
fn every_screen_draws_with_the_strip_of_the_tour_below_it() {
    let sizes = [(0, 0), (59, 15), (60, 15), (61, 20), (80, 24), (120, 40)];
    for (name, model) in screens() {
        for (width, height) in sizes {
            let mut toured = model.clone();
            toured.tour = Some(Tour::default());
            toured.update(Msg::Resize(width, height));
            assert_eq!(toured.window(), (width, height), "{name}");
            draw(&name, &toured, width, height);
            if is_too_small(width, height) {
                continue;
            }
            // The screen is what it would be in a window of that many lines less, and the strip is whole below it.
            let left = toured.size.1;
            let text = text_at(&toured, width, height);
            assert!(text.lines().nth(usize::from(left)).unwrap().contains("F9"), "{name} at {width}x{height}:\n{text}");
            if !is_too_small(width, left) {
                let mut alone = model.clone();
                alone.update(Msg::Resize(width, left));
                let alone = text_at(&alone, width, left);
                assert!(text.starts_with(&alone), "{name} at {width}x{height}:\n{text}\n{alone}");
            }
        }
    }
}

#[test]
fn whatever_the_size_was_the_row_under_the_cursor_is_seen() {
    let mut flow = Flow::sample();
    flow.press("G");
    for (width, height) in [(60, 15), (200, 60), (80, 24), (120, 16), (70, 20)] {
        flow.resize(width, height);
        let table = flow.model.desk().unwrap().table();
        let seen = flow.model.desk().unwrap().seen((width, height));
        assert!(table.top <= table.cursor && table.cursor < table.top + seen, "{width}x{height}: {} {} {seen}", table.top, table.cursor);
        let at = flow.drawn().1.expect("the cursor is on the row");
        assert!(at.x == 0 && at.y < height - 2, "{width}x{height}: {at:?}");
    }
}
