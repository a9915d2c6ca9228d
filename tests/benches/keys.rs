//! What a key costs with a million rows on the desk: `cargo bench --bench keys`. From the key to the last byte for the terminal, on the
//! path that ships: update, view, wire. Beside it the same keys in a minimal table, made with ratatui's own widget and backend: the rows that
//! are seen, as they stand in the workbook, and nothing else on screen.
//!
//! Both by turns in one process, several rounds, of each the best; CPU time of the thread, so that others on the machine do not count. It
//! fails where something costs more than its budget.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on should stop loudly")]

#[path = "../generate/mod.rs"]
#[expect(dead_code, reason = "the generator uses the rest")]
mod generate;
#[expect(dead_code, reason = "the other benches use the rest")]
#[path = "scene/mod.rs"]
mod scene;

use std::io::{self, BufWriter, Write};
use std::time::{Duration, Instant};

use instroom::app::key::Key;
use instroom::app::table::Column;
use instroom::app::{Model, Msg};
use instroom::domain::draft::Draft;
use instroom::domain::field::Field;
use instroom::terminal::frames::{Frames, Pace};
use instroom::terminal::wire::Wire;
use instroom::view::{self, Look, Theme};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Constraint, Rect, Size};
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{Row, Table, TableState};
use ratatui::{Terminal, TerminalOptions, Viewport};
use scene::{computed, press, told};

const ROWS: u32 = 1_000_000;
const KEYS: usize = 1_000;
const ROUNDS: usize = 5;
/// Of what the minimal table takes.
const BUDGET: f64 = 1.1;
/// So slowly that the pane follows each key.
const KEY_BY_KEY: &str = "pane shown, key by key";
const SIZES: [(u16, u16); 2] = [(80, 24), (200, 60)];

/// Takes everything, and counts it.
#[derive(Debug, Default)]
struct Line(usize);

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The program as it ships.
struct Ours {
    model: Model,
    frames: Frames<Line>,
}

impl Ours {
    fn of(mut model: Model, (width, height): (u16, u16)) -> Self {
        model.update(Msg::Resize(width, height));
        let frames = Frames::over(Wire::of_size(Line::default(), Size::new(width, height)).unwrap()).unwrap();
        Self { model, frames }
    }

    fn key(&mut self, key: char, pace: Pace) {
        let _asked_of_the_world = self.model.update(Msg::Key(Key::Char(key)));
        let (model, look) = (&self.model, LOOK);
        self.frames.draw(pace, |buffer, stays| view::draw_on(model, look, buffer, stays)).unwrap();
    }
}

const LOOK: Look = Look { theme: Theme::Dark, frames: view::Frames::Lines };

/// A table with a cursor.
struct Minimal<'a> {
    draft: &'a Draft,
    columns: Vec<(Column, u16)>,
    rows: usize,
    state: TableState,
    top: usize,
    seen: usize,
    terminal: Terminal<CrosstermBackend<BufWriter<Line>>>,
}

impl<'a> Minimal<'a> {
    /// With the columns that the desk shows in such a window.
    fn of(draft: &'a Draft, columns: Vec<(Column, u16)>, rows: usize, (width, height): (u16, u16)) -> Self {
        let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
        let backend = CrosstermBackend::new(BufWriter::with_capacity(1 << 18, Line::default()));
        let terminal = Terminal::with_options(backend, TerminalOptions { viewport }).unwrap();
        Self { draft, columns, rows, state: TableState::default().with_selected(0), top: 0, seen: usize::from(height) - 1, terminal }
    }

    fn key(&mut self, key: char) {
        let cursor = self.state.selected().unwrap_or(0) + self.top;
        let cursor = match key {
            'j' => (cursor + 1).min(self.rows - 1),
            'k' => cursor.saturating_sub(1),
            _ => cursor,
        };
        self.top = self.top.clamp((cursor + 1).saturating_sub(self.seen), cursor);
        self.state.select(Some(cursor - self.top));
        let draft = self.draft;
        let rows = (self.top..self.rows.min(self.top + self.seen)).map(|row| {
            let row = u32::try_from(row).unwrap();
            Row::new(self.columns.iter().map(move |(column, _)| match column {
                Column::Row => draft.row_number(row).to_string(),
                Column::Customer => format!("{} {}", draft.given(row, Field::LastName), draft.given(row, Field::FirstName)),
                Column::Field(field) => draft.given(row, *field).to_owned(),
                _ => String::new(),
            }))
        });
        let heads = Row::new(self.columns.iter().map(|(column, _)| format!("{column:?}")));
        let widths = self.columns.iter().map(|(_, width)| Constraint::Length(*width));
        let highlight = Style::default().add_modifier(Modifier::REVERSED);
        let table = Table::new(rows, widths).header(heads).row_highlight_style(highlight);
        let state = &mut self.state;
        self.terminal.draw(|frame| frame.render_stateful_widget(table, frame.area(), state)).unwrap();
    }
}

/// Wall time of each key, and CPU time of all.
fn keys(mut key: impl FnMut()) -> (Duration, Duration) {
    let began = computed();
    let mut each: Vec<Duration> = (0..KEYS)
        .map(|_| {
            let began = Instant::now();
            key();
            began.elapsed()
        })
        .collect();
    let all = computed() - began;
    each.sort_unstable();
    (each[each.len() / 2], all)
}

fn least((one, other): (Duration, Duration), (first, second): (Duration, Duration)) -> (Duration, Duration) {
    (one.min(first), other.min(second))
}

/// Ours and the minimal one by turns. False where something is over.
fn measure(model: &Model, draft: &Draft, size: (u16, u16)) -> bool {
    let [mut hidden, mut moving, mut settled] = [(); 3].map(|()| Ours::of(model.clone(), size));
    press(&mut hidden.model, &["p"]);
    let table = hidden.model.desk().unwrap().table();
    let columns: Vec<(Column, u16)> = table.window(size.0).into_iter().map(|(_, setting, given)| (setting.column, given)).collect();
    let mut minimal = Minimal::of(draft, columns, table.order.len(), size);
    let ways = ["down through the list", "up and down within the window"];
    let mut within = true;
    for (way, told_way) in ways.into_iter().enumerate() {
        let mut best = [(Duration::MAX, Duration::MAX); 4];
        for _ in 0..ROUNDS {
            let mut place = 0;
            let mut key = || {
                place += 1;
                if way == 0 || place % 2 == 0 { 'j' } else { 'k' }
            };
            best[0] = least(best[0], keys(|| minimal.key(key())));
            best[1] = least(best[1], keys(|| hidden.key(key(), Pace::Moving)));
            best[2] = least(best[2], keys(|| moving.key(key(), Pace::Moving)));
            best[3] = least(best[3], keys(|| settled.key(key(), Pace::Settled)));
        }
        println!(
            "{}x{}, {told_way}: a minimal table takes {} a key, {} of CPU for {KEYS}",
            size.0,
            size.1,
            told(best[0].0),
            told(best[0].1)
        );
        for (what, (key, cpu)) in ["pane hidden", "pane shown, keys repeat", KEY_BY_KEY].into_iter().zip(&best[1..]) {
            let share = |ours: Duration, theirs: Duration| ours.as_secs_f64() / theirs.as_secs_f64();
            let (key_share, cpu_share) = (share(*key, best[0].0), share(*cpu, best[0].1));
            let is_within = key_share <= BUDGET && cpu_share <= BUDGET;
            // The text about a row, which follows when keys pause, is something that no table has.
            let word = match (what, is_within) {
                (KEY_BY_KEY, _) => "no budget".to_owned(),
                (_, true) => format!("within {BUDGET}"),
                (_, false) => format!("OVER {BUDGET}"),
            };
            within &= is_within || what == KEY_BY_KEY;
            println!("  {what:<28} {:>8} a key {key_share:.2}   {:>8} of CPU {cpu_share:.2}   {word}", told(*key), told(*cpu));
        }
    }
    within
}

fn main() {
    // Among the tests, where it would be in a debug build, there is nothing to measure.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let rows = std::env::var("ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(ROWS);
    let draft = scene::draft(rows);
    let model = scene::on_the_desk(draft.clone(), (80, 24));
    println!("{} rows on the desk", model.desk().unwrap().table().order.len());
    let within = SIZES.map(|size| measure(&model, &draft, size));
    assert!(within.into_iter().all(|within| within), "something costs more than its budget");
}
