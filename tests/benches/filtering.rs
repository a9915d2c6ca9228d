//! What typing into the filter costs with a million rows on the desk: `cargo bench --bench filtering`. Each key until its frame is drawn,
//! with the first screenful in it where there is one near; the rest as the loop does it while nothing waits. It fails where something costs
//! more than its budget.
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

const ROWS: u32 = 1_000_000;
const SIZE: (u16, u16) = (120, 40);
/// A frame of a screen that is drawn sixty times a second.
const FRAME: Duration = Duration::from_millis(16);
const LOOK: Look = Look { theme: Theme::Dark, frames: view::Frames::Lines };

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

fn draw(frames: &mut Frames<Nowhere>, model: &Model) {
    frames.draw(Pace::Settled, |buffer, stays| view::draw_on(model, LOOK, buffer, stays)).unwrap();
}

/// The time of some keys, of which the worst counts, beside its budget. False where it is over.
fn judge(what: &str, times: &[Duration], found: usize, budget: Duration) -> bool {
    let worst = times.iter().max().copied().unwrap_or_default();
    let within = worst <= budget;
    let word = if within { "within" } else { "OVER" };
    println!(
        "{what:<52} {:>9}   {:>8} rows   {:.2} of {}   {word}",
        told(worst),
        found,
        worst.as_secs_f64() / budget.as_secs_f64(),
        told(budget)
    );
    within
}

/// Types a filter key by key, and looks through the rest behind the last, or behind each.
fn typed(model: &mut Model, frames: &mut Frames<Nowhere>, text: &str, waits: bool) -> bool {
    press(model, &["/"]);
    let (mut keys, mut goes, mut rest) = (Vec::new(), Vec::new(), Duration::ZERO);
    let mut first = 0;
    for letter in text.chars() {
        let letter = if letter == ' ' { "Space".to_owned() } else { letter.to_string() };
        let ((), time) = timed(|| {
            press(model, &[&letter]);
            draw(frames, model);
        });
        keys.push(time);
        first = model.table().unwrap().order.len();
        while waits && model.is_sifting() {
            let ((), time) = timed(|| drop(model.update(Msg::SiftOn)));
            goes.push(time);
            rest += time;
        }
    }
    let found = model.table().unwrap().order.len();
    let ((), dropped) = timed(|| {
        press(model, &["Esc"]);
        draw(frames, model);
    });
    let mut within = judge(&format!("  {text:?}: a key and its frame"), &keys, first, FRAME);
    within &= !waits || judge("    a key waits for a go through more rows at most", &goes, found, FRAME);
    within &= judge("    Esc and its frame", &[dropped], model.table().unwrap().order.len(), FRAME);
    println!("    all of the rest: {} in {} goes", told(rest), goes.len());
    within
}

fn main() {
    // Among the tests, where it would be in a debug build, there is nothing to measure.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let rows = std::env::var("ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(ROWS);
    let mut model = scene::on_the_desk(scene::draft(rows), SIZE);
    let mut frames = Frames::over(Wire::of_size(Nowhere, Size::new(SIZE.0, SIZE.1)).unwrap()).unwrap();
    draw(&mut frames, &model);
    let mut within = true;
    for sorted in [false, true] {
        if sorted {
            press(&mut model, &["l", "s"]);
        }
        println!("{} rows{}", model.table().unwrap().order.len(), if sorted { ", sorted by name" } else { "" });
        for text in ["e", "janssens", "de smet", "k09", "nobody is called so", "élise"] {
            for waits in [true, false] {
                within &= typed(&mut model, &mut frames, text, waits);
            }
        }
    }
    assert!(within, "something costs more than its budget");
}
