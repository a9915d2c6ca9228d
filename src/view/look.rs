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

impl Frames {
    /// Their word, as in the settings.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lines => "lines",
            Self::Ascii => "ascii",
        }
    }
}

/// Which of the sixteen colours of the terminal say what. The ground is always the terminal's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// For a dark ground.
    Dark,
    /// For a light ground: without yellow and cyan, which cannot be read on it.
    Light,
    /// Without colours: bold, dim, underlined and reverse alone.
    Mono,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 3] = [Self::Dark, Self::Light, Self::Mono];

    /// Its name, as it is typed.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Mono => "mono",
        }
    }

    /// The theme of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// The theme for the ground that a terminal says it has: `15;0` is white on black (rxvt, Konsole and others set `COLORFGBG`).
    #[must_use]
    pub fn of_ground(colours: &str) -> Option<Self> {
        match colours.rsplit(';').next()?.parse::<u8>().ok()? {
            7 | 15 => Some(Self::Light),
            0..=15 => Some(Self::Dark),
            _ => None,
        }
    }

    /// The colour of a role.
    const fn colour(self, role: Role) -> Option<Color> {
        Some(match (self, role) {
            (Self::Mono, _) => return None,
            (Self::Dark | Self::Light, Role::Error) => Color::Red,
            (Self::Dark | Self::Light, Role::Good) => Color::Green,
            (Self::Dark, Role::Warning) => Color::Yellow,
            (Self::Light, Role::Warning) => Color::Magenta,
            (Self::Dark, Role::Key) => Color::Cyan,
            (Self::Light, Role::Key) => Color::Blue,
        })
    }
}

/// What a colour says. It only repeats what signs and words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Wrong.
    Error,
    /// Worth a look.
    Warning,
    /// In order, or what to do now.
    Good,
    /// A key, or what was chosen.
    Key,
}

/// How everything looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// What frames are drawn with.
    pub frames: Frames,
    /// Which colours say what.
    pub theme: Theme,
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

    /// Letters that fit what is sought, on any colour.
    #[must_use]
    pub const fn found(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED))
    }

    /// A key in the footer.
    #[must_use]
    pub const fn key(self) -> Style {
        self.of(Role::Key).add_modifier(Modifier::BOLD)
    }

    /// The style of a tone.
    #[must_use]
    pub const fn tone(self, tone: Tone) -> Style {
        match tone {
            Tone::Plain => Style::new(),
            Tone::Dim | Tone::Name => self.dim(),
            Tone::Head => self.strong(),
            Tone::Error => self.of(Role::Error).add_modifier(Modifier::BOLD),
            Tone::Warning => self.of(Role::Warning),
            Tone::Good => self.of(Role::Good),
            Tone::Chosen => self.of(Role::Key).add_modifier(Modifier::BOLD),
        }
    }

    const fn of(self, role: Role) -> Style {
        match (self.theme.colour(role), role) {
            (Some(colour), _) => Style::new().fg(colour),
            (None, Role::Warning) => Style::new().add_modifier(Modifier::UNDERLINED),
            (None, Role::Error | Role::Good | Role::Key) => Style::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_has_a_name_and_the_ground_one_of_its_own() {
        for theme in Theme::ALL {
            assert_eq!(Theme::from_name(theme.name()), Some(theme));
        }
        assert_eq!(Theme::from_name("solarized"), None);
        let grounds =
            [("15;0", Some(Theme::Dark)), ("0;15", Some(Theme::Light)), ("0;default;15", Some(Theme::Light)), ("0;default", None)];
        for (colours, theme) in grounds {
            assert_eq!(Theme::of_ground(colours), theme, "{colours}");
        }
    }

    #[test]
    fn no_colour_is_unreadable_on_its_ground_and_mono_has_none() {
        let roles = [Role::Error, Role::Warning, Role::Good, Role::Key];
        let colours = |theme: Theme| roles.map(|role| theme.colour(role));
        assert!(!colours(Theme::Dark).iter().any(|colour| matches!(colour, Some(Color::Black | Color::Blue) | None)));
        assert!(!colours(Theme::Light).iter().any(|colour| matches!(colour, Some(Color::White | Color::Yellow | Color::Cyan) | None)));
        assert_eq!(colours(Theme::Mono), [None; 4]);
    }
}
