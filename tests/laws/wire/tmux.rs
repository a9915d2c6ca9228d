//! The same frames in a real tmux, where one is installed: `cargo test laws::wire::tmux`. It reads what the wire sends with
//! its own eyes, scrolls its own lines and knows widths of its own.

use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use instroom::terminal::frames::Pace;
use instroom::view::Drawn;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};

use crate::support::flow::Flow;
use crate::support::wired::{Screen, Wired};

/// Longer than it takes on a busy machine; only a failure waits this long.
const PATIENCE: Duration = Duration::from_secs(30);

/// A tmux of its own, with one window without a status line.
struct Tmux<'a> {
    folder: &'a Path,
}

impl Tmux<'_> {
    fn run(&self, arguments: &[&str]) -> Output {
        let mut tmux = Command::new("tmux");
        tmux.args(["-u", "-S"]).arg(self.folder.join("socket")).args(["-f", "/dev/null"]).args(arguments);
        tmux.env_remove("TMUX").env("LC_ALL", "C.UTF-8").env("TERM", "xterm-256color").output().unwrap()
    }

    /// What a pane shows after these bytes, as soon as it shows what is wanted. Fails with the last that it showed.
    fn shows(&self, bytes: &[u8], (width, height): (u16, u16), wanted: &Screen) {
        let file = self.folder.join("bytes");
        std::fs::write(&file, bytes).unwrap();
        // Raw, as the program has it; and nothing happens afterwards.
        let shell = format!("stty raw -echo; cat '{}'; exec sleep 600", file.display());
        let (width, height) = (width.to_string(), height.to_string());
        self.run(&["new-session", "-d", "-x", &width, "-y", &height, "sleep 600", ";", "set", "-g", "status", "off"]);
        self.run(&["respawn-pane", "-k", &shell]);
        let deadline = Instant::now() + PATIENCE;
        loop {
            let captured = self.run(&["capture-pane", "-p", "-e", "-N"]).stdout;
            let place = self.run(&["display-message", "-p", "#{cursor_y} #{cursor_x} #{cursor_flag}"]).stdout;
            let shown = Screen::captured(&captured, &String::from_utf8_lossy(&place), wanted);
            if shown == *wanted {
                break;
            }
            assert!(Instant::now() < deadline, "{:#?}\n{:#?}\n{:?}", shown.lines(), wanted.lines(), shown.first_other(wanted));
            std::thread::sleep(Duration::from_millis(20));
        }
        self.run(&["kill-server"]);
    }
}

impl Drop for Tmux<'_> {
    fn drop(&mut self) {
        self.run(&["kill-server"]);
    }
}

fn is_installed() -> bool {
    let is_there = Command::new("tmux").arg("-V").output().is_ok();
    if !is_there {
        println!("there is no tmux here: nothing was looked at");
    }
    is_there
}

#[test]
fn the_program_looks_in_tmux_as_it_should() {
    if !is_installed() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let keys = "j j j k p j j j j j j j j j j j j j j j j j j j k k k k k k k k k k k k k k k k k k Space v j j p";
    for end in ["", "Tab j", "z", "?", "I", "Tab Tab Enter"] {
        let mut flow = Flow::sample();
        let mut wired = Wired::new(80, 24);
        wired.show(&flow);
        let mut bytes = wired.bytes.clone();
        for key in keys.split(' ').chain(end.split_whitespace()) {
            wired.show(flow.press(key));
            bytes.extend_from_slice(&wired.bytes);
        }
        Tmux { folder: folder.path() }.shows(&bytes, (80, 24), &wired.screen());
    }
}

#[test]
fn lines_that_scroll_and_signs_of_any_width_are_in_tmux_where_they_belong() {
    if !is_installed() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut wired = Wired::new(40, 10);
    let mut bytes = Vec::new();
    let texts = ["王小明 Wang", "Be\u{301}atrice", "plain and simple", "서울 Seoul 😀", "a      b             c", "│ Gent │"];
    let styles = [Style::new(), Style::new().fg(Color::Red), Style::new().add_modifier(Modifier::REVERSED), Style::new().bg(Color::Blue)];
    for step in 0..60_usize {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 10));
        buffer.set_string(0, 0, "title", Style::new().add_modifier(Modifier::DIM));
        for y in 2..9_u16 {
            // Up for a while, then down, by one and by two.
            let row = usize::from(y) + if step < 30 { step } else { 150 - 2 * step };
            buffer.set_string(0, y, format!("{row} {} {}", texts[row % 6], texts[(row * 7) % 5]), styles[row % 4]);
        }
        buffer.set_string(0, 9, format!("{step} of 60"), Style::new());
        wired.draw(Pace::Settled, |drawn, _| {
            drawn.clone_from(&buffer);
            Drawn { cursor: Some(Position::new(3, u16::try_from(step % 10).unwrap())), aside: None }
        });
        bytes.extend_from_slice(&wired.bytes);
        wired.is_as_ratatui_draws_it(40, 10, |frame| {
            frame.buffer_mut().clone_from(&buffer);
            frame.set_cursor_position((3, u16::try_from(step % 10).unwrap()));
        });
        if step % 20 == 19 {
            Tmux { folder: folder.path() }.shows(&bytes, (40, 10), &wired.screen());
        }
    }
}
