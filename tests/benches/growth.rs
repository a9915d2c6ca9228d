//! How every key of the desk grows with the rows: `cargo bench --bench growth`. Each key with the frame behind it, CPU time, the best of
//! several. It fails where a key that is about one row, or about what is seen, costs noticeably more on a million rows than on a thousand.
//!
//! Each key is seen to lead from the same screen to the same other one, every time.
//!
//! Measured beside other work, so that the figures of one line may differ by half; what takes longer with more rows stands out all the
//! same. What is about all rows goes with them; sorting by a text, which is the slowest, has a million rows in order within a second.
//!
//! | key, and its frame                   |       1000 |      10000 |     100000 |    1000000 |
//! |---|---:|---:|---:|---:|
//! | down                                 |     739 us |     686 us |     667 us |     465 us |
//! | to the last row                      |    1506 us |    1737 us |    1227 us |     884 us |
//! | a page                               |     791 us |     789 us |     851 us |     791 us |
//! | the next column                      |     331 us |     342 us |     326 us |     424 us |
//! | the next tab                         |    1571 us |    1169 us |     718 us |    1632 us |
//! | the tab of the store                 |    1580 us |    1246 us |     716 us |    1264 us |
//! | the tab of duplicates                |    2567 us |    3282 us |    1113 us |    1272 us |
//! | the tab of invalid rows              |    1847 us |    2444 us |    2089 us |    1738 us |
//! | the pane                             |     642 us |     747 us |     747 us |     511 us |
//! | a whole row                          |     715 us |     913 us |     870 us |     589 us |
//! | mark one                             |     758 us |     712 us |     729 us |     487 us |
//! | its undo                             |     767 us |     691 us |     779 us |     508 us |
//! | its redo                             |     319 us |     520 us |     551 us |     373 us |
//! | mark one far below                   |     318 us |     348 us |     548 us |     330 us |
//! | mark a range of ten                  |     414 us |     400 us |     653 us |     368 us |
//! | open a field                         |     672 us |     789 us |     794 us |    1412 us |
//! | a key typed into it                  |     603 us |    1143 us |     754 us |    1330 us |
//! | take a suggestion                    |     998 us |    1972 us |    1728 us |    3517 us |
//! | its undo                             |    1031 us |    1595 us |    1716 us |    3454 us |
//! | the next row with something wrong    |     717 us |     772 us |     956 us |    1321 us |
//! | the next duplicate that differs      |    1691 us |      13 ms |    1338 us |    1352 us |
//! | compare a duplicate                  |     916 us |    1357 us |    1104 us |    1665 us |
//! | take a value of it                   |     278 us |     284 us |     301 us |     507 us |
//! | the columns of the workbook          |      15 ms |      20 ms |      19 ms |      17 ms |
//! | the list of steps                    |     603 us |     365 us |     560 us |     358 us |
//! | the question for the language        |     474 us |     376 us |     548 us |     365 us |
//! | the fields to replace in             |     995 us |     597 us |     848 us |     648 us |
//! | copy a cell                          |     586 us |     554 us |     514 us |     563 us |
//! | a first letter into the filter       |    2134 us |    4403 us |    2302 us |    4212 us |
//! | a second letter                      |    4200 us |    4624 us |    4909 us |    8206 us |
//! | a letter that nothing fits           |    2007 us |    4051 us |    4077 us |    5485 us |
//! | the filter dropped                   |     590 us |     385 us |     434 us |     804 us |
//! | mark one, sorted                     |     487 us |     568 us |     532 us |     630 us |
//! | mark all                             |     586 us |    1384 us |    6310 us |      57 ms |
//! | its undo                             |     541 us |    1221 us |    2871 us |      27 ms |
//! | invert all marks                     |     528 us |    1687 us |    5517 us |      45 ms |
//! | sort by name                         |    1152 us |      10 ms |      56 ms |     704 ms |
//! | sort by row                          |     627 us |    1097 us |    3968 us |      60 ms |
//! | groups                               |     635 us |     632 us |     386 us |     435 us |
//! | choose a language for all            |     789 us |     686 us |     613 us |     446 us |
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on should stop loudly")]

#[path = "../generate/mod.rs"]
#[expect(dead_code, reason = "the generator uses the rest")]
mod generate;
#[path = "scene/mod.rs"]
mod scene;

use std::io::{self, Write};
use std::time::Duration;

use instroom::app::keymap::Layer;
use instroom::app::{Model, Msg};
use instroom::terminal::frames::{Frames, Pace};
use instroom::terminal::wire::Wire;
use instroom::view::{self, Look, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use scene::{press, timed, told};

const SIZES: [u32; 4] = [1_000, 10_000, 100_000, 1_000_000];
const WINDOW: (u16, u16) = (120, 40);
const LOOK: Look = Look { theme: Theme::Dark, frames: view::Frames::Lines };
/// What looks through some rows takes no longer than a frame of a screen that is drawn sixty times a second.
const FRAME: Duration = Duration::from_millis(16);
/// What is about one row may cost so much more on a million rows than on a thousand: memory is farther away.
const GROWTH: f64 = 3.0;
/// And so much in any case: what takes no longer is not felt, and a list of a million numbers has to be looked at.
const MOMENT: Duration = Duration::from_millis(5);

/// What a key is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    /// A row, or what is seen.
    One,
    /// So many rows as are looked through in one go.
    Some,
    /// Every row.
    All,
}

/// What is pressed before, what is measured, where that has to lead, and what takes it back.
struct Case {
    name: &'static str,
    before: &'static str,
    keys: &'static str,
    behind: &'static str,
    about: About,
    lands: Layer,
}

const fn case(name: &'static str, before: &'static str, keys: &'static str, behind: &'static str, about: About) -> Case {
    Case { name, before, keys, behind, about, lands: Layer::Tabs }
}

impl Case {
    const fn on(self, lands: Layer) -> Self {
        Self { lands, ..self }
    }
}

const CASES: [Case; 40] = [
    case("down", "1 g g", "j", "k", About::One),
    case("to the last row", "1 g g", "G", "g g", About::One),
    case("a page", "1 g g", "PgDn", "PgUp", About::One),
    case("the next column", "1 g g 0", "l", "h", About::One),
    case("the next tab", "1 g g", "Tab", "1", About::One),
    case("the tab of the store", "1 g g", "2", "1", About::One),
    case("the tab of duplicates", "1 g g", "3", "1", About::One),
    case("the tab of invalid rows", "1 g g", "4", "1", About::One),
    case("the pane", "1 g g", "p", "p", About::One),
    case("a whole row", "1 g g", "z", "z", About::One).on(Layer::Zoom),
    case("mark one", "1 g g", "Space", "u g g", About::One),
    case("its undo", "1 g g Space", "u", "g g", About::One),
    case("its redo", "1 g g Space u", "U", "u g g", About::One),
    case("mark one far below", "1 G", "Space", "u", About::One),
    case("mark a range of ten", "1 g g v j j j j j j j j j", "Space", "u", About::One),
    case("open a field", "4 g g", "e", "Esc", About::One).on(Layer::Fixing),
    case("a key typed into it", "4 g g e Ctrl+U", "0", "Esc Right Enter", About::One).on(Layer::Fixing),
    case("take a suggestion", "4 g g", "f", "u", About::One),
    case("its undo", "4 g g f", "u", "", About::One),
    case("the next row with something wrong", "4 g g", "n", "g g", About::One),
    case("the next duplicate that differs", "3 g g", "n", "g g", About::One),
    case("compare a duplicate", "3 g g", "Enter", "Esc", About::One).on(Layer::Compare),
    case("take a value of it", "3 g g Enter", "Space", "u Esc", About::One).on(Layer::Compare),
    case("the columns of the workbook", "1 g g", "M", "Esc", About::One).on(Layer::Mapping),
    case("the list of steps", "1 g g", "g u", "Esc", About::One).on(Layer::Choosing),
    case("the question for the language", "1 g g", "T", "Esc", About::One).on(Layer::Choosing),
    case("the fields to replace in", "1 g g", "r", "Esc", About::One).on(Layer::Choosing),
    case("copy a cell", "1 g g", "y", "Esc", About::One).on(Layer::Copied),
    case("a first letter into the filter", "1 g g /", "e", "Esc", About::Some).on(Layer::Filtering),
    case("a second letter", "1 g g / e", "n", "Esc", About::Some).on(Layer::Filtering),
    case("a letter that nothing fits", "1 g g /", "%", "Esc", About::Some).on(Layer::Filtering),
    case("the filter dropped", "1 g g / e Enter", "Esc", "", About::One),
    case("mark one, sorted", "1 g g 0 l s g g", "Space", "u s s", About::One),
    case("mark all", "1 g g -", "a", "u u", About::All),
    case("its undo", "1 g g - a", "u", "u", About::All),
    case("invert all marks", "1 g g", "*", "u", About::All),
    case("sort by name", "1 g g 0 l", "s", "s s", About::All),
    case("sort by row", "1 g g 0", "s", "s s", About::All),
    case("groups", "1 g g", "b", "Esc", About::All).on(Layer::Choosing),
    case("choose a language for all", "1 g g T", "Enter", "u", About::All),
];

/// Where frames go.
struct Nowhere;

impl Write for Nowhere {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn pressed(model: &mut Model, keys: &str) {
    press(model, &keys.split_whitespace().filter(|key| !key.is_empty()).collect::<Vec<_>>());
    // `g g` and `g u` are sequences, which are the same key by key.
    while model.is_sifting() {
        model.update(Msg::SiftOn);
    }
}

/// What a person sees.
fn seen(model: &Model) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, WINDOW.0, WINDOW.1));
    view::draw_on(model, LOOK, &mut buffer, None);
    buffer
}

fn text(screen: &Buffer) -> String {
    let lines = screen.content.chunks(usize::from(screen.area.width));
    lines
        .map(|line| line.iter().map(ratatui::buffer::Cell::symbol).collect::<String>().trim_end().to_owned())
        .collect::<Vec<_>>()
        .join("\n")
}

/// The best of several: a key about all rows is pressed less often. Each time it leads from the same screen to the same other one.
fn measure(model: &mut Model, case: &Case, times: usize) -> Duration {
    let mut frames = Frames::over(Wire::of_size(Nowhere, Size::new(WINDOW.0, WINDOW.1)).unwrap()).unwrap();
    let mut best = Duration::MAX;
    let mut first: Option<[Buffer; 2]> = None;
    for _ in 0..times {
        pressed(model, case.before);
        frames.draw(Pace::Settled, |buffer, stays| view::draw_on(model, LOOK, buffer, stays)).unwrap();
        let from = seen(model);
        let ((), took) = timed(|| {
            press(model, &case.keys.split_whitespace().collect::<Vec<_>>());
            frames.draw(Pace::Settled, |buffer, stays| view::draw_on(model, LOOK, buffer, stays)).unwrap();
        });
        best = best.min(took);
        let screens = [from, seen(model)];
        let expected = first.get_or_insert_with(|| screens.clone());
        assert!(
            screens[0] != screens[1] && model.layer() == case.lands && *expected == screens,
            "{} leads to {:?}; expected\n{}\nseen\n{}",
            case.name,
            model.layer(),
            expected.each_ref().map(text).join("\nthen\n"),
            screens.each_ref().map(text).join("\nthen\n")
        );
        pressed(model, case.behind);
    }
    best
}

fn main() {
    // Among the tests, where it would be in a debug build, there is nothing to measure.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let most = std::env::var("ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(u32::MAX);
    let sizes: Vec<u32> = SIZES.into_iter().filter(|rows| *rows <= most).collect();
    let mut taken: Vec<Vec<Duration>> = CASES.iter().map(|_| Vec::new()).collect();
    for rows in &sizes {
        let mut model = scene::on_the_desk(scene::draft(*rows), WINDOW);
        for (case, taken) in CASES.iter().zip(&mut taken) {
            let times = if case.about == About::All { 3 } else { 15 };
            taken.push(measure(&mut model, case, times));
        }
    }
    let heads: Vec<String> = sizes.iter().map(|rows| format!("{rows:>10}")).collect();
    println!("//! | {:<36} | {} |", "key, and its frame", heads.join(" | "));
    println!("//! |---|{}", "---:|".repeat(sizes.len()));
    let mut within = true;
    for (case, taken) in CASES.iter().zip(&taken) {
        let figures: Vec<String> = taken.iter().map(|time| format!("{:>10}", told(*time))).collect();
        let (first, last) = (taken[0], taken[taken.len() - 1]);
        let is_over = match case.about {
            About::One => last > MOMENT && last.as_secs_f64() > GROWTH * first.as_secs_f64(),
            About::Some => last > FRAME,
            About::All => false,
        };
        within &= !is_over;
        println!("//! | {:<36} | {} |{}", case.name, figures.join(" | "), if is_over { "   OVER" } else { "" });
    }
    assert!(within, "a key about one row costs more where there are more of them");
}
