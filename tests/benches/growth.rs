//! How every key of the desk grows with the rows: `cargo bench --bench growth`. Each key with the frame behind it, CPU time, the best of
//! several. It fails where a key that is about one row, or about what is seen, costs noticeably more on a million rows than on a thousand.
//!
//! Measured on a busy machine with `ROWS=100000`, where the figures of one line compare and those of two lines hardly do; the bench prints
//! more:
//!
//! | key, and its frame                   |       1000 |      10000 |     100000 |
//! |---|---:|---:|---:|
//! | down                                 |     556 us |     555 us |     560 us |
//! | to the last row                      |    2553 us |    4124 us |    2815 us |
//! | a page                               |    2000 us |    2007 us |    2003 us |
//! | the next column                      |     313 us |     386 us |     309 us |
//! | the next tab                         |    3178 us |    1894 us |    1880 us |
//! | the tab of the store                 |    3179 us |    1879 us |    1883 us |
//! | the tab of duplicates                |    4274 us |    4685 us |    2318 us |
//! | the tab of invalid rows              |    4151 us |    5471 us |    5540 us |
//! | the pane                             |    1969 us |    1918 us |    1924 us |
//! | a whole row                          |    1506 us |    1432 us |    1417 us |
//! | mark one                             |     568 us |     568 us |     573 us |
//! | its undo                             |     601 us |     582 us |     591 us |
//! | its redo                             |     322 us |     317 us |     319 us |
//! | mark one far below                   |     307 us |     315 us |     313 us |
//! | mark a range of ten                  |     394 us |     393 us |     398 us |
//! | mark one, sorted                     |     581 us |     617 us |     633 us |
//! | mark all                             |     481 us |     927 us |    5544 us |
//! | its undo                             |     501 us |     755 us |    2796 us |
//! | invert all marks                     |     519 us |    1009 us |    5311 us |
//! | sort by name                         |    1890 us |    6560 us |      60 ms |
//! | sort by row                          |     373 us |     592 us |    2990 us |
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on should stop loudly")]

#[path = "../generate/mod.rs"]
#[expect(dead_code, reason = "the generator uses the rest")]
mod generate;
#[path = "scene/mod.rs"]
mod scene;

use std::io::{self, Write};
use std::time::Duration;

use instroom::app::{Model, Msg};
use instroom::terminal::frames::{Frames, Pace};
use instroom::terminal::wire::Wire;
use instroom::view::{self, Look, Theme};
use ratatui::layout::Size;
use scene::{press, timed, told};

const SIZES: [u32; 4] = [1_000, 10_000, 100_000, 1_000_000];
const WINDOW: (u16, u16) = (120, 40);
const LOOK: Look = Look { theme: Theme::Dark, frames: view::Frames::Lines };
/// What is about one row may cost so much more on a million rows than on a thousand: memory is farther away.
const GROWTH: f64 = 3.0;
/// And so much in any case: looking at a list of a million numbers is a matter of a moment.
const MOMENT: Duration = Duration::from_millis(2);

/// What a key is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    /// A row, or what is seen.
    One,
    /// Every row.
    All,
}

/// What is pressed before, what is measured, and what takes it back.
struct Case {
    name: &'static str,
    before: &'static str,
    keys: &'static str,
    behind: &'static str,
    about: About,
}

const fn case(name: &'static str, before: &'static str, keys: &'static str, behind: &'static str, about: About) -> Case {
    Case { name, before, keys, behind, about }
}

const CASES: [Case; 40] = [
    case("down", "1 g g", "j", "k", About::One),
    case("to the last row", "1 g g", "G", "g g", About::One),
    case("a page", "1 g g", "PgDn", "PgUp", About::One),
    case("the next column", "1 0", "l", "h", About::One),
    case("the next tab", "1", "Tab", "1", About::One),
    case("the tab of the store", "1", "2", "1", About::One),
    case("the tab of duplicates", "1", "3", "1", About::One),
    case("the tab of invalid rows", "1", "4", "1", About::One),
    case("the pane", "1", "p", "p", About::One),
    case("a whole row", "1", "z", "z", About::One),
    case("mark one", "1 g g", "Space", "u g g", About::One),
    case("its undo", "1 g g Space", "u", "g g", About::One),
    case("its redo", "1 g g Space u", "U", "u g g", About::One),
    case("mark one far below", "1 G", "Space", "u", About::One),
    case("mark a range of ten", "1 g g v j j j j j j j j j", "Space", "u", About::One),
    case("open a field", "4 g g", "e", "Esc", About::One),
    case("a key typed into it", "4 g g e Ctrl+U", "0", "Esc", About::One),
    case("take a suggestion", "4 g g", "f", "u", About::One),
    case("its undo", "4 g g f", "u", "", About::One),
    case("the next row with something wrong", "4 g g", "n", "g g", About::One),
    case("the next duplicate that differs", "3 g g", "n", "g g", About::One),
    case("compare a duplicate", "3 g g", "Enter", "Esc", About::One),
    case("take a value of it", "3 g g Enter", "Space", "u Esc", About::One),
    case("the columns of the workbook", "1", "M", "Esc", About::One),
    case("the list of steps", "1", "g u", "Esc", About::One),
    case("the question for the language", "1", "T", "Esc", About::One),
    case("find and replace", "1", "r", "Esc", About::One),
    case("copy a cell", "1", "y", "", About::One),
    case("a first letter into the filter", "1 /", "e", "Esc", About::One),
    case("a second letter", "1 / e", "n", "Esc", About::One),
    case("a letter that nothing fits", "1 /", "%", "Esc", About::One),
    case("the filter dropped", "1 / e Enter", "Esc", "", About::One),
    case("mark one, sorted", "1 0 l s g g", "Space", "u", About::One),
    case("mark all", "1 -", "a", "u u", About::All),
    case("its undo", "1 - a", "u", "u", About::All),
    case("invert all marks", "1", "*", "u", About::All),
    case("sort by name", "1 0 l", "s", "s s", About::All),
    case("sort by row", "1 0", "s", "s s", About::All),
    case("groups", "1", "b", "Esc", About::All),
    case("choose a language for all", "1 T", "Enter", "u", About::All),
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

/// The best of several: a key about all rows is pressed less often.
fn measure(model: &mut Model, case: &Case, times: usize) -> Duration {
    let mut frames = Frames::over(Wire::of_size(Nowhere, Size::new(WINDOW.0, WINDOW.1)).unwrap()).unwrap();
    let mut best = Duration::MAX;
    for _ in 0..times {
        pressed(model, case.before);
        frames.draw(Pace::Settled, |buffer, stays| view::draw_on(model, LOOK, buffer, stays)).unwrap();
        let ((), took) = timed(|| {
            press(model, &case.keys.split_whitespace().collect::<Vec<_>>());
            frames.draw(Pace::Settled, |buffer, stays| view::draw_on(model, LOOK, buffer, stays)).unwrap();
        });
        best = best.min(took);
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
            let times = if case.about == About::One { 15 } else { 3 };
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
        let is_over = case.about == About::One && last > MOMENT && last.as_secs_f64() > GROWTH * first.as_secs_f64();
        within &= !is_over;
        println!("//! | {:<36} | {} |{}", case.name, figures.join(" | "), if is_over { "   OVER" } else { "" });
    }
    assert!(within, "a key about one row costs more where there are more of them");
}
