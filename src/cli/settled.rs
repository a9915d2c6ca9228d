//! What counts of what is said on the command line, in the environment and in the files of settings, and where it came from.
//! Flags come before variables, those before the person's own file, that before the files of the machine, and those before
//! the defaults.

use std::path::{Path, PathBuf};

use super::arguments::Arguments;
use crate::words::ScreenLanguage;
use crate::world::config::{Gathered, Spot};
use crate::world::log::default_directory as state_directory;
use crate::world::store::default_directory as store_directory;

/// Where a value came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Origin {
    /// This flag.
    Flag(&'static str),
    /// This variable.
    Variable(&'static str),
    /// This line of this file.
    File(Spot),
    /// It is what the program does where nobody says anything.
    Usual,
}

/// A value that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Counts<T> {
    pub(super) value: T,
    pub(super) origin: Origin,
}

impl<T> Counts<T> {
    pub(super) fn map<U>(self, other: impl FnOnce(T) -> U) -> Counts<U> {
        Counts { value: other(self.value), origin: self.origin }
    }
}

/// The folder of the store; none without a home folder.
pub(super) fn store(arguments: &Arguments, gathered: &Gathered) -> Option<Counts<PathBuf>> {
    let settled = gathered.configuration.settings.folders.store.as_deref();
    let named = Named { id: "store", flag: "--store", variable: "INSTROOM_STORE", key: "folders.store" };
    named.counts(arguments.front.store.as_deref(), settled, (arguments, gathered), store_directory)
}

/// The folder of what is kept between sessions; none without a home folder.
pub(super) fn state(arguments: &Arguments, gathered: &Gathered) -> Option<Counts<PathBuf>> {
    let settled = gathered.configuration.settings.folders.state.as_deref();
    let named = Named { id: "state", flag: "--state", variable: "INSTROOM_STATE", key: "folders.state" };
    named.counts(arguments.front.state.as_deref(), settled, (arguments, gathered), state_directory)
}

/// The folder in which the choice of a workbook begins; none where the current one cannot be told.
pub(super) fn workbooks(gathered: &Gathered) -> Option<Counts<PathBuf>> {
    let settled = gathered.configuration.settings.folders.workbooks.as_deref();
    let of_file = settled.and_then(|text| of_file(gathered, "folders.workbooks", gathered.configuration.folder_at(text)));
    of_file.or_else(|| Some(Counts { value: std::env::current_dir().ok()?, origin: Origin::Usual }))
}

/// The language of screens and messages.
pub(super) fn language(arguments: &Arguments, gathered: &Gathered) -> Counts<ScreenLanguage> {
    let said = arguments.front.lang.map(|value| by_line(arguments, "lang", "--lang", "INSTROOM_LANG", value));
    said.unwrap_or_else(|| language_unless_said(gathered))
}

/// The language where the line says none. The locale is no wish for this program: it comes behind the settings.
pub(super) fn language_unless_said(gathered: &Gathered) -> Counts<ScreenLanguage> {
    let value = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let by_variable = |name: &'static str| {
        let language = ScreenLanguage::from_locale(&value(name)?)?;
        Some(Counts { value: language, origin: Origin::Variable(name) })
    };
    let by_file = || {
        let language = ScreenLanguage::from_code(gathered.configuration.settings.language?.code())?;
        of_file(gathered, "screen.language", language)
    };
    // As POSIX orders them: the first that says anything counts, whether or not it is spoken here.
    let by_locale = || ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find(|name| value(name).is_some()).and_then(by_variable);
    let found = by_variable("INSTROOM_LANG").or_else(by_file).or_else(by_locale);
    found.unwrap_or(Counts { value: ScreenLanguage::default(), origin: Origin::Usual })
}

/// The file of settings that is named in the environment.
pub(super) fn named_in_environment() -> Option<PathBuf> {
    std::env::var_os("INSTROOM_CONFIG").filter(|path| !path.is_empty()).map(PathBuf::from)
}

/// A value that a file says.
pub(super) fn of_file<T>(gathered: &Gathered, key: &str, value: T) -> Option<Counts<T>> {
    Some(Counts { value, origin: Origin::File(gathered.spots.get(key)?.clone()) })
}

/// A value that was said as a flag, or in the environment by the variable that stands for it.
pub(super) fn by_line<T>(arguments: &Arguments, id: &str, flag: &'static str, variable: &'static str, value: T) -> Counts<T> {
    Counts { value, origin: if arguments.typed.has(id) { Origin::Flag(flag) } else { Origin::Variable(variable) } }
}

/// A folder or file by the names that it has where it can be said.
struct Named {
    id: &'static str,
    flag: &'static str,
    variable: &'static str,
    key: &'static str,
}

impl Named {
    fn counts(
        &self,
        given: Option<&Path>,
        settled: Option<&str>,
        (arguments, gathered): (&Arguments, &Gathered),
        usual: impl FnOnce() -> Option<PathBuf>,
    ) -> Option<Counts<PathBuf>> {
        let by_file = || of_file(gathered, self.key, gathered.configuration.folder_at(settled?));
        let by_default = || Some(Counts { value: usual()?, origin: Origin::Usual });
        let by_line = |path: &Path| by_line(arguments, self.id, self.flag, self.variable, path.to_owned());
        given.map(by_line).or_else(by_file).or_else(by_default)
    }
}
