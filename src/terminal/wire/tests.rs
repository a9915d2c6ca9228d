use super::*;

/// Keeps what is written, and in how many writes.
#[derive(Debug, Default)]
struct Line {
    bytes: Vec<u8>,
    writes: usize,
}

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        self.writes += 1;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A wire of ten columns and four lines.
fn wire() -> Wire<Line> {
    Wire::of_size(Line::default(), Size::new(10, 4)).unwrap()
}

fn put(wire: &mut Wire<Line>, x: u16, y: u16, text: &str) {
    let cells: Vec<Cell> = text.chars().map(|sign| Cell::default().set_char(sign).clone()).collect();
    wire.draw((x..).zip(&cells).map(|(x, cell)| (x, y, cell))).unwrap();
}

/// What the next frame sends.
fn frame(wire: &mut Wire<Line>) -> String {
    Backend::flush(wire).unwrap();
    wire.line.writes = 0;
    String::from_utf8(std::mem::take(&mut wire.line.bytes)).unwrap().replace('\u{1b}', "^")
}

#[test]
fn only_what_differs_is_sent_and_nothing_where_nothing_does() {
    let mut wire = wire();
    put(&mut wire, 0, 0, "title");
    put(&mut wire, 2, 2, "row");
    wire.set_cursor_position((2, 2)).unwrap();
    assert_eq!(frame(&mut wire), "^[m^[r^[H^[2Jtitle\u{8}\u{8}\u{8}\n\nrow\u{8}\u{8}\u{8}^[?25h");
    assert_eq!(frame(&mut wire), "");
    // A frame that begins with an empty screen, and puts everything back.
    wire.clear().unwrap();
    wire.hide_cursor().unwrap();
    put(&mut wire, 0, 0, "title");
    put(&mut wire, 2, 2, "row");
    wire.show_cursor().unwrap();
    assert_eq!(frame(&mut wire), "");
    put(&mut wire, 4, 2, "d");
    assert_eq!(frame(&mut wire), "rod\u{8}\u{8}\u{8}", "two cells sent again are shorter than a move");
    wire.hide_cursor().unwrap();
    assert_eq!(frame(&mut wire), "^[?25l");
    wire.set_cursor_position((0, 0)).unwrap();
    assert_eq!(frame(&mut wire), "", "nobody sees where it is");
    assert_eq!(wire.sent(), Sent { frames: 3, bytes: 47 });
}

#[test]
fn a_frame_is_one_write_and_what_was_written_goes_before_it() {
    let mut wire = wire();
    wire.write_all(b"^title").unwrap();
    put(&mut wire, 0, 0, "row");
    Backend::flush(&mut wire).unwrap();
    assert_eq!(wire.line.writes, 1);
    assert!(wire.line.bytes.starts_with(b"^title\x1b[m"));
}

#[test]
fn what_was_forgotten_is_sent_again() {
    let mut wire = wire();
    put(&mut wire, 0, 0, "row");
    let whole = frame(&mut wire);
    wire.forget();
    assert_eq!(frame(&mut wire), whole);
    wire.resize(Size::new(20, 4));
    wire.clear().unwrap();
    put(&mut wire, 0, 0, "row");
    assert_eq!(frame(&mut wire), whole);
}

#[test]
fn a_line_that_is_gone_is_said_and_what_it_shows_is_not_known_any_more() {
    struct Gone(bool);
    impl Write for Gone {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.0 { Err(io::Error::other("gone")) } else { Ok(bytes.len()) }
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut wire = Wire::of_size(Gone(true), Size::new(10, 4)).unwrap();
    assert!(Backend::flush(&mut wire).is_err());
    wire.line.0 = false;
    let before = wire.sent().bytes;
    Backend::flush(&mut wire).unwrap();
    assert!(wire.sent().bytes > before + 8);
}

#[test]
fn the_end_of_a_line_is_erased_and_blanks_are_skipped() {
    let mut wire = wire();
    put(&mut wire, 0, 1, "a bcdefghi");
    wire.hide_cursor().unwrap();
    frame(&mut wire);
    put(&mut wire, 0, 1, "x         ");
    assert_eq!(frame(&mut wire), "\rx^[K");
    put(&mut wire, 9, 1, "z");
    assert_eq!(frame(&mut wire), "^[8Cz");
    put(&mut wire, 9, 1, "y");
    assert_eq!(frame(&mut wire), "\r^[9Cy", "behind the last column nobody knows where the cursor is");
}

#[test]
fn lines_that_move_are_moved_by_the_terminal() {
    let mut wire = Wire::of_size(Line::default(), Size::new(40, 6)).unwrap();
    let rows = ["Janssens An, Gent", "Peeters Luc, Aalst", "De Smet Karel, Brugge", "Claes Sofie, Hasselt", "Maes Jan, Tienen"];
    wire.hide_cursor().unwrap();
    for (y, row) in (1..5).zip(&rows) {
        put(&mut wire, 0, y, row);
    }
    frame(&mut wire);
    for (y, row) in (1..5).zip(&rows[1..]) {
        put(&mut wire, 0, y, &format!("{row:40}"));
    }
    assert_eq!(frame(&mut wire), "^[2;5r^[5H\nMaes Jan, Tienen^[r");
}

#[test]
fn a_sign_of_unsure_width_is_followed_by_an_absolute_place() {
    let mut wire = wire();
    wire.hide_cursor().unwrap();
    frame(&mut wire);
    let cells = [Cell::default().set_symbol("e\u{301}").clone(), Cell::default().set_char('x').clone()];
    wire.draw((3..).zip(&cells).map(|(x, cell)| (x, 1, cell))).unwrap();
    assert_eq!(frame(&mut wire), "\n   e\u{301}^[2;5Hx^[K");
    put(&mut wire, 4, 1, "yz");
    assert_eq!(frame(&mut wire), "\u{8}\u{8}e\u{301}^[2;5Hyz^[K", "from there on the line is sent");
}

#[test]
fn regions_are_cleared_as_a_terminal_clears_them() {
    let full = |wire: &mut Wire<Line>| (0..4).for_each(|y| put(wire, 0, y, "abcdefghij"));
    for (region, expected) in [
        (ClearType::All, ["", "", "", ""]),
        (ClearType::AfterCursor, ["abcdefghij", "abc", "", ""]),
        (ClearType::BeforeCursor, ["", "    efghij", "abcdefghij", "abcdefghij"]),
        (ClearType::CurrentLine, ["abcdefghij", "", "abcdefghij", "abcdefghij"]),
        (ClearType::UntilNewLine, ["abcdefghij", "abc", "abcdefghij", "abcdefghij"]),
    ] {
        let mut wire = wire();
        full(&mut wire);
        wire.set_cursor_position((3, 1)).unwrap();
        wire.clear_region(region).unwrap();
        let mut other = self::wire();
        (0..).zip(expected).for_each(|(y, line)| put(&mut other, 0, y, line));
        assert_eq!(wire.wanted, other.wanted, "{region:?}");
    }
    let mut wire = wire();
    full(&mut wire);
    wire.set_cursor_position((3, 2)).unwrap();
    wire.append_lines(3).unwrap();
    assert_eq!(wire.get_cursor_position().unwrap(), Position::new(0, 3));
    let mut other = self::wire();
    (0..2).for_each(|y| put(&mut other, 0, y, "abcdefghij"));
    assert_eq!(wire.wanted, other.wanted);
}
