//! `instroom [FILE]`: full screen.

use std::fs::File;
use std::io::{IsTerminal as _, Read as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use super::{Session, exit, failed, line};
use crate::app::effect::Opening;
use crate::app::fault::Fault;
use crate::app::model::Setting;
use crate::domain::draft::Seed;
use crate::terminal::{self, Manner, Mouse};
use crate::view::{Frames, Look, Theme};
use crate::world::ids::random_bits;
use crate::world::perform::World;
use crate::world::workbook::SOURCE_CAP;

/// Opens the start screen, or a workbook on the four tabs.
pub(super) fn run(session: &Session, file: Option<PathBuf>) -> color_eyre::Result<ExitCode> {
    if file.as_deref() == Some(Path::new("-")) {
        return from_standard_input(session);
    }
    if let Some(path) = &file
        && !path.exists()
    {
        if line::is_command_perhaps(path.as_os_str()) {
            line::say_no_such(&path.to_string_lossy(), session.words());
            return Ok(ExitCode::from(exit::NO_INPUT));
        }
        return Ok(failed(&Fault::NotFound { path: path.to_string_lossy().into_owned() }, session.words()));
    }
    let opening = file.map(|path| Opening { path: path.to_string_lossy().into_owned(), ..Opening::default() });
    show(session, &session.world, opening, false)
}

/// Opens a workbook that comes in on standard input. It is taken in whole; then the terminal takes its
/// place, so that keys are read from there. The draft keeps its own copy, as of every workbook.
fn from_standard_input(session: &Session) -> color_eyre::Result<ExitCode> {
    let refuse = || {
        tell!("instroom: {}", session.words().command.no_terminal);
        Ok(ExitCode::from(exit::USAGE))
    };
    if std::io::stdin().is_terminal() {
        return refuse();
    }
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(SOURCE_CAP + 1).read_to_end(&mut bytes)?;
    let Ok(terminal) = File::open("/dev/tty") else { return refuse() };
    rustix::stdio::dup2_stdin(&terminal)?;
    let world = World { standard_input: Some(Arc::new(bytes)), ..session.world.clone() };
    show(session, &world, Some(Opening { path: "-".to_owned(), ..Opening::default() }), false)
}

/// Shows the screens until they are left.
pub(super) fn show(session: &Session, world: &World, opening: Option<Opening>, demo: bool) -> color_eyre::Result<ExitCode> {
    if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        tell!("instroom: {}", session.words().command.no_terminal);
        return Ok(ExitCode::from(exit::USAGE));
    }
    let folder = std::env::current_dir().map_or_else(|_| "/".to_owned(), |folder| folder.to_string_lossy().into_owned());
    let fault =
        session.unused.first().map(|first| Fault::Questionnaire { unused: Box::new(first.clone()), more: session.unused.len() - 1 });
    let setting = Setting {
        sight: session.sight(),
        folder,
        seed: Seed::new(random_bits()?),
        user: session.world.user.clone(),
        catalogue: Arc::new(session.world.office.catalogue.clone()),
        fault,
        demo,
    };
    let looks = session.looks;
    let mouse = if looks.mouse { Mouse::On } else { Mouse::Off };
    terminal::run(setting, opening, world, Manner { look: looks.look(|name| std::env::var(name).ok()), mouse })
}

/// How the screens are to look, as far as it was asked for.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Looks {
    /// The theme, by `--theme` or `INSTROOM_THEME`.
    theme: Option<Theme>,
    /// The theme of the settings.
    pub(super) settled: Option<Theme>,
    /// Frames of ASCII, whatever the locale.
    pub(super) ascii: bool,
    /// Whether the mouse is listened to.
    pub(super) mouse: bool,
}

impl Looks {
    /// What the command line asks for.
    pub(super) fn of(theme: Option<&str>, ascii: bool, mouse: bool) -> Self {
        Self { theme: theme.and_then(Theme::from_name), settled: None, ascii, mouse }
    }

    /// The look in an environment. A theme that was asked for goes before NO_COLOR (no-color.org), that before the settings, and those
    /// before what the terminal says of its ground.
    fn look(self, variable: impl Fn(&str) -> Option<String>) -> Look {
        let value = |name: &str| variable(name).filter(|value| !value.is_empty());
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(value).unwrap_or_default().to_lowercase();
        let utf8 = locale.contains("utf-8") || locale.contains("utf8");
        let frames = if utf8 && !self.ascii { Frames::Lines } else { Frames::Ascii };
        let without = value("NO_COLOR").map(|_| Theme::Mono);
        let ground = || Theme::of_ground(&value("COLORFGBG")?);
        let theme = self.theme.or(without).or(self.settled).or_else(ground).unwrap_or(Theme::Dark);
        Look { frames, theme }
    }
}

/// The names of the themes, for the command line.
pub(super) fn theme_names() -> [&'static str; 3] {
    Theme::ALL.map(Theme::name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(looks: Looks, environment: &[(&str, &str)]) -> Look {
        looks.look(|name| environment.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn what_was_asked_for_goes_before_what_the_environment_says() {
        let theme = |looks, environment: &[(&str, &str)]| look(looks, environment).theme;
        let asked = |name: &str| Looks::of(Some(name), false, false);
        let settled = Looks { settled: Some(Theme::Light), ..Looks::default() };
        assert_eq!(theme(Looks::default(), &[]), Theme::Dark);
        assert_eq!(theme(Looks::default(), &[("COLORFGBG", "0;15")]), Theme::Light);
        assert_eq!(theme(Looks::default(), &[("COLORFGBG", "0;15"), ("NO_COLOR", "1")]), Theme::Mono);
        assert_eq!(theme(Looks::default(), &[("NO_COLOR", "")]), Theme::Dark, "empty is not set");
        assert_eq!(theme(settled, &[("COLORFGBG", "15;0")]), Theme::Light);
        assert_eq!(theme(settled, &[("NO_COLOR", "1")]), Theme::Mono);
        assert_eq!(theme(asked("dark"), &[("NO_COLOR", "1")]), Theme::Dark);
        assert_eq!(theme(Looks { settled: Some(Theme::Light), ..asked("mono") }, &[]), Theme::Mono);
    }

    #[test]
    fn frames_are_lines_only_where_the_locale_can_show_them_and_nobody_asked_for_ascii() {
        let frames = |ascii, environment: &[(&str, &str)]| look(Looks::of(None, ascii, false), environment).frames;
        assert_eq!(frames(false, &[("LANG", "nl_BE.UTF-8")]), Frames::Lines);
        assert_eq!(frames(false, &[("LC_ALL", "C"), ("LANG", "nl_BE.UTF-8")]), Frames::Ascii);
        assert_eq!(frames(false, &[("LANG", "fr_BE@euro")]), Frames::Ascii);
        assert_eq!(frames(false, &[]), Frames::Ascii);
        assert_eq!(frames(true, &[("LANG", "nl_BE.UTF-8")]), Frames::Ascii);
    }
}
