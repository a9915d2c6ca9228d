//! What the terminal writes with, and the fewest bytes from one such state to another.

use std::io::Write as _;

use ratatui::style::{Color, Modifier};

/// What shows on a cell without a sign. Blinking does where something is underlined; some consoles show it on blanks too.
const SHOWS_ON_BLANKS: Modifier =
    Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT).union(Modifier::SLOW_BLINK).union(Modifier::RAPID_BLINK);

/// Attributes, the number that sets each, and the one that ends it. 22 ends bold and dim alike, 25 both kinds of blinking.
const ATTRIBUTES: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// Colours and attributes of a cell, or of what is written next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Pen {
    pub(super) ink: Color,
    pub(super) ground: Color,
    pub(super) attributes: Modifier,
}

impl Pen {
    /// The terminal's own colours, without attributes.
    pub(super) const PLAIN: Self = Self { ink: Color::Reset, ground: Color::Reset, attributes: Modifier::empty() };

    /// What can be seen of the pen on a blank: two blanks that look the same are the same.
    pub(super) fn on_blank(self) -> Self {
        if self.attributes.intersects(SHOWS_ON_BLANKS) { self } else { Self { ground: self.ground, ..Self::PLAIN } }
    }

    /// Whether a blank that is to look like `blank` may be written with this pen.
    pub(super) fn leaves(self, blank: Self) -> bool {
        self.on_blank() == blank
    }

    /// Writes what makes `to` of a pen, which may not be known.
    pub(super) fn change(from: Option<Self>, to: Self, bytes: &mut Vec<u8>) {
        if from == Some(to) {
            return;
        }
        let anew = Self::numbers_anew(to);
        let numbers = match from.map(|from| from.numbers_to(to)) {
            Some(changed) if length(&changed) < length(&anew) => changed,
            _ => anew,
        };
        bytes.extend_from_slice(b"\x1b[");
        for (place, number) in numbers.iter().enumerate() {
            let between = if place == 0 { "" } else { ";" };
            // Writing to memory does not fail.
            let _in_memory = write!(bytes, "{between}{number}");
        }
        bytes.push(b'm');
    }

    /// From nothing: 0 first, and no number at all where that is all.
    fn numbers_anew(to: Self) -> Vec<u8> {
        let mut numbers = Self::PLAIN.numbers_to(to);
        if !numbers.is_empty() {
            numbers.insert(0, 0);
        }
        numbers
    }

    fn numbers_to(self, to: Self) -> Vec<u8> {
        let mut numbers = Vec::new();
        let mut left = self.attributes;
        for (attribute, _, end) in ATTRIBUTES {
            if left.contains(attribute) && !to.attributes.contains(attribute) {
                numbers.push(end);
                // What ends with it has to be set again.
                for (other, _, _) in ATTRIBUTES.iter().filter(|(_, _, ends)| *ends == end) {
                    left.remove(*other);
                }
            }
        }
        let begun = ATTRIBUTES.iter().filter(|(attribute, _, _)| to.attributes.contains(*attribute) && !left.contains(*attribute));
        numbers.extend(begun.map(|(_, begin, _)| *begin));
        if self.ink != to.ink {
            colour(to.ink, 30, &mut numbers);
        }
        if self.ground != to.ground {
            colour(to.ground, 40, &mut numbers);
        }
        numbers
    }
}

/// How many bytes numbers take with what stands between them.
fn length(numbers: &[u8]) -> usize {
    numbers
        .iter()
        .map(|number| {
            if *number < 10 {
                2
            } else if *number < 100 {
                3
            } else {
                4
            }
        })
        .sum()
}

/// The numbers of a colour; `base` is 30 for the ink and 40 for the ground. The eight that every terminal has are short.
/// Bright ones go by their place in the table of 256, which GNU screen knows as well.
fn colour(colour: Color, base: u8, numbers: &mut Vec<u8>) {
    let place = match colour {
        Color::Reset => return numbers.push(base + 9),
        Color::Rgb(red, green, blue) => return numbers.extend([base + 8, 2, red, green, blue]),
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Indexed(place) => place,
    };
    if place < 8 { numbers.push(base + place) } else { numbers.extend([base + 8, 5, place]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(from: Option<Pen>, to: Pen) -> String {
        let mut bytes = Vec::new();
        Pen::change(from, to, &mut bytes);
        String::from_utf8(bytes).unwrap().replace('\u{1b}', "^")
    }

    fn with(attributes: Modifier) -> Pen {
        Pen { attributes, ..Pen::PLAIN }
    }

    #[test]
    fn only_what_differs_is_said_and_everything_anew_where_that_is_shorter() {
        let red = Pen { ink: Color::Red, ..Pen::PLAIN };
        let (dim, bold) = (with(Modifier::DIM), with(Modifier::BOLD));
        assert_eq!(change(Some(dim), dim), "");
        assert_eq!(change(Some(dim), Pen::PLAIN), "^[m");
        assert_eq!(change(None, Pen::PLAIN), "^[m");
        assert_eq!(change(None, red), "^[0;31m");
        assert_eq!(change(Some(Pen::PLAIN), red), "^[31m");
        assert_eq!(change(Some(dim), bold), "^[0;1m");
        assert_eq!(change(Some(with(Modifier::DIM | Modifier::BOLD)), bold), "^[0;1m");
        assert_eq!(change(Some(Pen { ink: Color::Red, ..dim }), Pen { ink: Color::Red, ..bold }), "^[22;1m");
        assert_eq!(change(Some(Pen { ink: Color::Rgb(1, 2, 3), ..bold }), Pen { ink: Color::Rgb(1, 2, 3), ..Pen::PLAIN }), "^[22m");
        assert_eq!(change(Some(red), Pen { ground: Color::White, ..red }), "^[48;5;15m");
        assert_eq!(change(Some(with(Modifier::RAPID_BLINK | Modifier::ITALIC)), with(Modifier::ITALIC)), "^[25m");
    }

    #[test]
    fn a_blank_shows_its_ground_and_lines_but_no_ink() {
        let dim = Pen { ink: Color::Red, ..with(Modifier::DIM) };
        assert!(dim.leaves(Pen::PLAIN) && dim.on_blank() == Pen::PLAIN);
        assert!(!with(Modifier::REVERSED).leaves(Pen::PLAIN));
        let ground = Pen { ground: Color::Blue, ..Pen::PLAIN };
        assert!(Pen { ground: Color::Blue, ..dim }.leaves(ground) && !dim.leaves(ground));
    }
}
