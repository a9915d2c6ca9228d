//! `instroom keys`: the keys that hold. The keys that a person chose are read here; `presses` says what arrives of each press.

use std::path::Path;
use std::process::ExitCode;

use serde::Serialize;

use super::arguments::KeysArguments;
use super::document::Document;
use super::presses::told;
use super::screen;
use super::{Session, failed, print};
use crate::app::fault::Fault;
use crate::app::keymap::{Bound, Keymap, KeysFault, KeysWarning, KeysWrong, Own, Whose, shown};
use crate::domain::neutral::neutralise;
use crate::words::Words;
use crate::world::config::{keys_beside, read_keys};

/// The keys of this session.
#[derive(Debug)]
pub(super) struct Keys {
    /// The table that holds.
    pub(super) keymap: &'static Keymap,
    /// What of it will not come easily.
    warnings: Vec<KeysWarning>,
    /// Everything for which those that a person chose do not hold.
    pub(super) faults: Vec<Fault>,
}

impl Keys {
    /// The standard keys with what the file beside the settings changes in them; where that cannot be used, the standard ones.
    pub(super) fn beside(settings: Option<&Path>) -> Self {
        let standard = |faults| Self { keymap: Keymap::standard(), warnings: Vec::new(), faults };
        let Some(file) = settings.map(keys_beside) else { return standard(Vec::new()) };
        let unreadable = |detail| vec![KeysFault { line: None, wrong: KeysWrong::Unreadable(detail) }];
        let own = match read_keys(&file).map_err(unreadable) {
            Ok(None) => return standard(Vec::new()),
            Ok(Some(text)) => Own::parse(&text),
            Err(faults) => Err(faults),
        };
        match own {
            // One table for as long as the program runs.
            Ok(own) => Self { keymap: Box::leak(Box::new(own.keymap)), warnings: own.warnings, faults: Vec::new() },
            Err(faults) => {
                let fit = |text: &str| neutralise(text).into_owned();
                let path = fit(&file.to_string_lossy());
                standard(faults.into_iter().map(|fault| Fault::Keys { path: path.clone(), why: Box::new(fault.with_texts(fit)) }).collect())
            }
        }
    }
}

/// What `keys --json` prints. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    keys: Vec<KeyLine<'a>>,
}

/// A row in `--json`. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct KeyLine<'a> {
    /// The name of the screen, as in keys.toml.
    screen: &'static str,
    /// The keys, the one that is shown first; a sequence with a space between.
    keys: &'a [String],
    /// The name of the action, as in keys.toml.
    action: &'static str,
    /// What it does, in the language of the screen.
    does: &'a str,
    /// Whether a person chose the keys.
    own: bool,
}

pub(super) fn run(session: &Session, asked: &KeysArguments) -> color_eyre::Result<ExitCode> {
    let words = session.words();
    let refused = session.keys.faults.iter().fold(None, |_, fault| Some(failed(fault, words)));
    for warning in &session.keys.warnings {
        tell!("instroom: {}", (words.keys.warning)(warning));
    }
    if asked.check {
        return screen::watch_keys(session, |arrived, width| told(session.words(), session.keys.keymap, arrived, usize::from(width)));
    }
    let rows = session.keys.keymap.rows();
    let text = if asked.json {
        let lines: Vec<KeyLine<'_>> = rows.iter().map(|row| line(row, words)).collect();
        Document::Keys.text(&Answer { keys: lines })?
    } else {
        table(rows, words)
    };
    if let Err(code) = print(session, &text) {
        return Ok(code);
    }
    Ok(refused.unwrap_or(ExitCode::SUCCESS))
}

fn line<'a>(row: &'a Bound, words: &'static Words) -> KeyLine<'a> {
    KeyLine {
        screen: row.layer.id(),
        keys: &row.keys,
        action: row.action.id(),
        does: words.key_does(row.layer, row.action),
        own: row.whose == Whose::Own,
    }
}

/// The table in columns, each as wide as what is in it.
fn table(rows: &[Bound], words: &'static Words) -> String {
    let keys = |row: &Bound| match row.keys.as_slice() {
        [] => words.keys.no_key.to_owned(),
        keys => keys.iter().map(|keys| shown(keys)).collect::<Vec<_>>().join(" "),
    };
    let cells = |row: &Bound| {
        let own = if row.whose == Whose::Own { format!(" ({})", words.keys.own) } else { String::new() };
        let does = format!("{}{own}", words.key_does(row.layer, row.action));
        [row.layer.id().to_owned(), keys(row), row.action.id().to_owned(), does]
    };
    let lines: Vec<[String; 4]> = std::iter::once(words.keys.headings.map(str::to_owned)).chain(rows.iter().map(cells)).collect();
    let width = |at: usize| lines.iter().filter_map(|line| line.get(at)).map(|cell| cell.chars().count()).max().unwrap_or(0);
    let (screen, key, name) = (width(0), width(1), width(2));
    let line = |[one, two, three, four]: &[String; 4]| format!("{one:screen$}  {two:key$}  {three:name$}  {four}\n");
    lines.iter().map(line).collect()
}
