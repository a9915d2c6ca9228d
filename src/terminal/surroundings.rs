//! What stands between the program and the person, as far as the environment tells.

/// What the terminal is, and what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Surroundings {
    /// What takes our bytes before the terminal does.
    pub(super) between: Between,
    /// Whose the title of the window is.
    pub(super) title: Title,
}

/// What takes our bytes before the terminal does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Between {
    /// Nothing that is known of.
    Nothing,
    /// tmux.
    Tmux,
    /// GNU screen.
    Screen,
}

/// Whose the title of the window is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Title {
    /// Ours, as long as the program runs.
    Ours,
    /// It stays as it is: there is none, or it could not be given back.
    Left,
}

impl Surroundings {
    /// By the environment of the program.
    pub(super) fn of_environment() -> Self {
        Self::of(|name| std::env::var(name).ok())
    }

    fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let is_set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
        let terminal = variable("TERM").unwrap_or_default();
        let between = if is_set("TMUX") || terminal.starts_with("tmux") {
            Between::Tmux
        } else if is_set("STY") || terminal.starts_with("screen") {
            Between::Screen
        } else {
            Between::Nothing
        };
        let has_none = matches!(terminal.as_str(), "" | "dumb" | "linux");
        // GNU screen keeps no stack of titles.
        let title = if has_none || between == Between::Screen { Title::Left } else { Title::Ours };
        Self { between, title }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(variables: &[(&str, &str)]) -> Surroundings {
        Surroundings::of(|name| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn a_multiplexer_is_known_by_its_variables_and_over_ssh_by_its_terminal() {
        assert_eq!(of(&[("TERM", "xterm-256color")]), Surroundings { between: Between::Nothing, title: Title::Ours });
        assert_eq!(of(&[("TERM", "screen-256color"), ("TMUX", "/tmp/1")]).between, Between::Tmux);
        assert_eq!(of(&[("TERM", "tmux-256color")]).between, Between::Tmux);
        assert_eq!(of(&[("TERM", "screen")]), Surroundings { between: Between::Screen, title: Title::Left });
        assert_eq!(of(&[("TERM", "xterm"), ("STY", "1.pts")]).between, Between::Screen);
        assert_eq!(of(&[("TERM", "linux")]).title, Title::Left);
        assert_eq!(of(&[]).title, Title::Left);
    }
}
