//! `instroom [FILE]`: full screen.

use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::process::ExitCode;

use super::{Session, exit, failed};
use crate::app::effect::Opening;
use crate::app::fault::Fault;
use crate::app::model::Setting;
use crate::domain::draft::Seed;
use crate::terminal;
use crate::view::{Frames, Look};
use crate::world::ids::random_bits;
use crate::world::perform::World;

/// Opens the start screen, or a workbook on the four tabs.
pub(super) fn run(session: &Session, file: Option<PathBuf>) -> color_eyre::Result<ExitCode> {
    if let Some(path) = &file
        && !path.exists()
    {
        return Ok(failed(&Fault::NotFound { path: path.to_string_lossy().into_owned() }, session.words()));
    }
    let opening = file.map(|path| Opening { path: path.to_string_lossy().into_owned(), ..Opening::default() });
    show(session, &session.world, opening, false)
}

/// Shows the screens until they are left.
pub(super) fn show(session: &Session, world: &World, opening: Option<Opening>, demo: bool) -> color_eyre::Result<ExitCode> {
    if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        eprintln!("instroom: {}", session.words().no_terminal);
        return Ok(ExitCode::from(exit::USAGE));
    }
    let folder = std::env::current_dir().map_or_else(|_| "/".to_owned(), |folder| folder.to_string_lossy().into_owned());
    let setting = Setting { sight: session.sight(), folder, seed: Seed::new(random_bits()?), user: session.world.user.clone(), demo };
    terminal::run(setting, opening, world, look())
}

/// Lines where the locale can show them; colours unless NO_COLOR asks for none (no-color.org).
fn look() -> Look {
    let value = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(value).unwrap_or_default().to_lowercase();
    let utf8 = locale.contains("utf-8") || locale.contains("utf8");
    Look { frames: if utf8 { Frames::Lines } else { Frames::Ascii }, colours: value("NO_COLOR").is_none() }
}
