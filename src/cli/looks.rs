//! How the screens look and listen: what is asked for on the command line, in the environment and in the settings, and what the
//! terminal says of itself.

use super::arguments::Arguments;
use super::settled::{Counts, Origin, by_line, of_file};
use crate::domain::settings::{FrameStyle, MouseUse, PlainUse, ThemeName};
pub(super) use crate::terminal::Manner;
use crate::terminal::{Mouse, Way};
use crate::view::{Frames, Look, Theme};
use crate::world::config::Gathered;

/// What a variable of the environment says; none where it is empty.
pub(super) fn in_environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// How the program behaves in the terminal.
pub(super) fn manner(arguments: &Arguments, gathered: &Gathered) -> Manner {
    let look =
        Look { frames: frames(arguments, gathered, &in_environment).value, theme: theme(arguments, gathered, &in_environment).value };
    Manner { look, mouse: mouse(arguments, gathered).value, way: way(arguments, gathered, &in_environment).value }
}

/// What counts for a key of the settings about looks, by its word; none of other keys.
pub(super) fn word(key: &str, arguments: &Arguments, gathered: &Gathered) -> Option<Counts<&'static str>> {
    Some(match key {
        "screen.theme" => theme(arguments, gathered, &in_environment).map(Theme::name),
        "screen.frames" => frames(arguments, gathered, &in_environment).map(Frames::name),
        "screen.mouse" => mouse(arguments, gathered).map(Mouse::name),
        "screen.plain" => way(arguments, gathered, &in_environment).map(|way| if way == Way::Lines { "on" } else { "off" }),
        _ => return None,
    })
}

/// The theme. One that was asked for goes before NO_COLOR (no-color.org), that before the settings, and those before what the
/// terminal says of its ground.
fn theme(arguments: &Arguments, gathered: &Gathered, variable: &impl Fn(&str) -> Option<String>) -> Counts<Theme> {
    let said = |name: ThemeName, theme| by_line(arguments, "theme", "--theme", "INSTROOM_THEME", named(name).unwrap_or(theme));
    let without = || variable("NO_COLOR").map(|_| Counts { value: Theme::Mono, origin: Origin::Variable("NO_COLOR") });
    let settled = || of_file(gathered, "screen.theme", named(gathered.configuration.settings.theme)?);
    let ground = || Some(Counts { value: Theme::of_ground(&variable("COLORFGBG")?)?, origin: Origin::Variable("COLORFGBG") });
    let usual = || Counts { value: Theme::Dark, origin: Origin::Usual };
    match arguments.front.theme {
        // Whoever asks for what the terminal says does not ask for what is settled.
        Some(ThemeName::Auto) => without().or_else(ground).unwrap_or_else(|| said(ThemeName::Auto, Theme::Dark)),
        Some(name) => said(name, Theme::Dark),
        None => without().or_else(settled).or_else(ground).unwrap_or_else(usual),
    }
}

/// The theme of a name in the settings; none where the terminal is to say.
const fn named(name: ThemeName) -> Option<Theme> {
    match name {
        ThemeName::Auto => None,
        ThemeName::Light => Some(Theme::Light),
        ThemeName::Dark => Some(Theme::Dark),
        ThemeName::Mono => Some(Theme::Mono),
    }
}

/// What frames are drawn with: lines only where the locale can show them, unless the settings know better.
fn frames(arguments: &Arguments, gathered: &Gathered, variable: &impl Fn(&str) -> Option<String>) -> Counts<Frames> {
    let drawn = |style| match style {
        FrameStyle::Auto => None,
        FrameStyle::Lines => Some(Frames::Lines),
        FrameStyle::Ascii => Some(Frames::Ascii),
    };
    let settled = drawn(gathered.configuration.settings.frames).filter(|_| arguments.front.frames != Some(FrameStyle::Auto));
    let short = arguments.front.ascii.then_some(Counts { value: Frames::Ascii, origin: Origin::Flag("--ascii") });
    let asked = || short.or_else(|| Some(Counts { value: drawn(arguments.front.frames?)?, origin: Origin::Flag("--frames") }));
    let by_locale = || {
        let (name, _) = locale(variable)?;
        let value = if is_utf8(variable) { Frames::Lines } else { Frames::Ascii };
        Some(Counts { value, origin: Origin::Variable(name) })
    };
    let usual = Counts { value: Frames::Ascii, origin: Origin::Usual };
    asked().or_else(|| of_file(gathered, "screen.frames", settled?)).or_else(by_locale).unwrap_or(usual)
}

/// Whether there are screens: not where lines are asked for or settled, nor on a terminal that cannot put a cursor anywhere.
fn way(arguments: &Arguments, gathered: &Gathered, variable: &impl Fn(&str) -> Option<String>) -> Counts<Way> {
    let shown = |wish| match wish {
        PlainUse::Off => Way::Screens,
        PlainUse::On => Way::Lines,
    };
    let asked = arguments.front.plain.map(|wish| by_line(arguments, "plain", "--plain", "INSTROOM_PLAIN", shown(wish)));
    let dumb = || variable("TERM").filter(|terminal| terminal == "dumb");
    let settled = || of_file(gathered, "screen.plain", shown(gathered.configuration.settings.plain));
    // Screens that are settled are none on a terminal that has no place for them.
    let only_prints = || dumb().map(|_| Counts { value: Way::Lines, origin: Origin::Variable("TERM") });
    asked
        .or_else(|| settled().filter(|counts| counts.value == Way::Lines))
        .or_else(only_prints)
        .or_else(settled)
        .unwrap_or(Counts { value: Way::Screens, origin: Origin::Usual })
}

/// Whether the mouse is listened to.
fn mouse(arguments: &Arguments, gathered: &Gathered) -> Counts<Mouse> {
    let used = |wish| match wish {
        MouseUse::Off => Mouse::Off,
        MouseUse::On => Mouse::On,
    };
    let asked = arguments.front.mouse.map(|wish| Counts { value: used(wish), origin: Origin::Flag("--mouse") });
    asked
        .or_else(|| of_file(gathered, "screen.mouse", used(gathered.configuration.settings.mouse)))
        .unwrap_or(Counts { value: Mouse::Off, origin: Origin::Usual })
}

/// Whether the locale can show and send more than ASCII.
pub(super) fn is_utf8(variable: &impl Fn(&str) -> Option<String>) -> bool {
    locale(variable).is_some_and(|(_, locale)| locale.contains("utf-8") || locale.contains("utf8"))
}

/// The locale of characters, as POSIX orders its variables: the name of the one that counts, and its value in small letters.
fn locale(variable: &impl Fn(&str) -> Option<String>) -> Option<(&'static str, String)> {
    ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(|name| Some((name, variable(name)?.to_lowercase())))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use clap::Parser as _;

    use super::*;
    use crate::world::config::{candidates, gather};

    /// What is typed and what is settled.
    fn asked(line: &str, file: &str) -> (Arguments, Gathered) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        fs::write(&path, file).unwrap();
        let gathered = gather(candidates(Some(&path)).into_iter().take(1).collect());
        assert!(gathered.faults.is_empty(), "{:?}", gathered.faults);
        (Arguments::parse_from(std::iter::once("instroom").chain(line.split_whitespace())), gathered)
    }

    fn said(line: &str, file: &str, environment: &[(&str, &str)]) -> (Theme, Frames, Mouse) {
        let (arguments, gathered) = asked(line, file);
        let variable = |name: &str| {
            let found = environment.iter().find(|(known, value)| *known == name && !value.is_empty());
            found.map(|(_, value)| (*value).to_owned())
        };
        let (theme, frames) = (theme(&arguments, &gathered, &variable), frames(&arguments, &gathered, &variable));
        (theme.value, frames.value, mouse(&arguments, &gathered).value)
    }

    #[test]
    fn the_theme_that_was_asked_for_goes_before_what_the_environment_says() {
        let theme = |line, file, environment: &[(&str, &str)]| said(line, file, environment).0;
        let settled = "[screen]\ntheme = 'light'\n";
        assert_eq!(theme("", "", &[]), Theme::Dark);
        assert_eq!(theme("", "", &[("COLORFGBG", "0;15")]), Theme::Light);
        assert_eq!(theme("", "", &[("COLORFGBG", "0;15"), ("NO_COLOR", "1")]), Theme::Mono);
        assert_eq!(theme("", "", &[("NO_COLOR", "")]), Theme::Dark, "empty is not set");
        assert_eq!(theme("", settled, &[("COLORFGBG", "15;0")]), Theme::Light);
        assert_eq!(theme("", "[screen]\ntheme = 'auto'\n", &[("COLORFGBG", "0;15")]), Theme::Light);
        assert_eq!(theme("", settled, &[("NO_COLOR", "1")]), Theme::Mono);
        assert_eq!(theme("--theme dark", settled, &[("NO_COLOR", "1")]), Theme::Dark);
        assert_eq!(theme("--theme auto", settled, &[("COLORFGBG", "15;0")]), Theme::Dark, "what is settled is set aside");
        assert_eq!(theme("--theme AUTO", settled, &[]), Theme::Dark);
        assert_eq!(theme("--theme auto", settled, &[("NO_COLOR", "1"), ("COLORFGBG", "0;15")]), Theme::Mono);
    }

    #[test]
    fn frames_are_lines_where_the_locale_can_show_them_unless_somebody_knows_better() {
        let frames = |line, file, environment: &[(&str, &str)]| said(line, file, environment).1;
        let (ascii, lines) = ("[screen]\nframes = 'ascii'\n", "[screen]\nframes = 'lines'\n");
        assert_eq!(frames("", "", &[("LANG", "nl_BE.UTF-8")]), Frames::Lines);
        assert_eq!(frames("", "", &[("LC_ALL", "C"), ("LANG", "nl_BE.UTF-8")]), Frames::Ascii);
        assert_eq!(frames("", "", &[("LANG", "fr_BE@euro")]), Frames::Ascii);
        assert_eq!(frames("", "", &[]), Frames::Ascii);
        assert_eq!(frames("", lines, &[]), Frames::Lines);
        assert_eq!(frames("", ascii, &[("LANG", "nl_BE.UTF-8")]), Frames::Ascii);
        assert_eq!(frames("--ascii", lines, &[("LANG", "nl_BE.UTF-8")]), Frames::Ascii);
        assert_eq!(frames("--frames lines", ascii, &[]), Frames::Lines);
        assert_eq!(frames("--frames ascii", lines, &[("LANG", "nl_BE.UTF-8")]), Frames::Ascii);
        assert_eq!(frames("--frames auto", ascii, &[("LANG", "nl_BE.UTF-8")]), Frames::Lines, "what is settled is set aside");
    }

    #[test]
    fn the_mouse_is_the_terminals_unless_it_is_asked_for() {
        let mouse = |line, file| said(line, file, &[]).2;
        assert_eq!(mouse("", ""), Mouse::Off);
        assert_eq!(mouse("--mouse", "[screen]\nmouse = 'off'\n"), Mouse::On);
        assert_eq!(mouse("", "[screen]\nmouse = 'on'\n"), Mouse::On);
        assert_eq!(mouse("--mouse=off", "[screen]\nmouse = 'on'\n"), Mouse::Off);
        assert_eq!(mouse("--mouse=on", ""), Mouse::On);
    }

    #[test]
    fn lines_take_the_place_of_screens_where_they_are_asked_for_or_settled() {
        let way = |line: &str, file: &str, terminal: &str| {
            let (arguments, gathered) = asked(line, file);
            super::way(&arguments, &gathered, &|name| (name == "TERM").then(|| terminal.to_owned())).value
        };
        let (on, off) = ("[screen]\nplain = 'on'\n", "[screen]\nplain = 'off'\n");
        assert_eq!(way("", "", "xterm"), Way::Screens);
        assert_eq!(way("", "", "dumb"), Way::Lines);
        assert_eq!(way("", off, "dumb"), Way::Lines, "there is no place for screens");
        assert_eq!(way("", on, "xterm"), Way::Lines);
        assert_eq!(way("--plain", off, "xterm"), Way::Lines);
        assert_eq!(way("--plain=off", on, "xterm"), Way::Screens);
        assert_eq!(way("--plain=off", "", "dumb"), Way::Screens, "whoever says so knows better");
        assert_eq!(way("--plain=ON", "", "xterm"), Way::Lines);
    }
}
