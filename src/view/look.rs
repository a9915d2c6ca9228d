//! Colours by role on the terminal's own ground, and the signs that frames are drawn with.

use ratatui::style::{Color, Modifier, Style};

use crate::app::detail::Tone;

/// What frames and rules are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frames {
    /// Light box lines.
    Lines,
    /// `+`, `-` and `|`, where the locale is not UTF-8.
    Ascii,
}

/// How everything looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// What frames are drawn with.
    pub frames: Frames,
    /// Whether colours are used; bold, dim and reverse are used in any case.
    pub colours: bool,
}

impl Look {
    /// As it is.
    #[must_use]
    pub const fn plain(self) -> Style {
        Style::new()
    }

    /// Names, borders, what is beside the point.
    #[must_use]
    pub const fn dim(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// Headings.
    #[must_use]
    pub const fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// The row or line under the cursor.
    #[must_use]
    pub const fn current(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// A key in the footer.
    #[must_use]
    pub const fn key(self) -> Style {
        self.coloured(Color::Cyan).add_modifier(Modifier::BOLD)
    }

    /// The style of a tone.
    #[must_use]
    pub const fn tone(self, tone: Tone) -> Style {
        match tone {
            Tone::Plain => Style::new(),
            Tone::Dim | Tone::Name => self.dim(),
            Tone::Head => self.strong(),
            Tone::Error => self.coloured(Color::Red).add_modifier(Modifier::BOLD),
            Tone::Warning => self.coloured(Color::Yellow),
            Tone::Good => self.coloured(Color::Green),
            Tone::Chosen => self.coloured(Color::Cyan).add_modifier(Modifier::BOLD),
        }
    }

    const fn coloured(self, colour: Color) -> Style {
        if self.colours { Style::new().fg(colour) } else { Style::new() }
    }
}
