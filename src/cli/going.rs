//! How commands that write go about it: one rule for all of them.
//!
//! | said | standard output | standard error | exit code |
//! |---|---|---|---|
//! | `-n` | what would be written, and that nothing was | | 0 |
//! | nothing | the same | what to say to write it | 64 |
//! | `--yes` | what was written, for programs | the same in words | 0 |
//!
//! Where there is nothing to write, the exit code is 0 without `-n` too; but `undo` of an import that is all kept is refused
//! with 65, since it does not become what was asked. `apply` and `outbox send` go on with what was
//! decided before and need no `--yes`.

use std::process::ExitCode;

use super::arguments::WritingArguments;
use super::{Session, exit, print};
use crate::domain::neutral::neutralise;

/// How far a command goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Going {
    /// It only looks.
    Look,
    /// It looks, and says how to go on.
    Ask,
    /// It writes.
    Write,
}

impl Going {
    pub(super) const fn of(dry_run: bool, yes: bool) -> Self {
        match (dry_run, yes) {
            (true, _) => Self::Look,
            (false, true) => Self::Write,
            (false, false) => Self::Ask,
        }
    }
}

impl WritingArguments {
    pub(super) const fn going(&self) -> Going {
        Going::of(self.dry_run, self.yes)
    }
}

/// What would be written.
pub(super) enum Preview {
    /// For a program.
    Json(String),
    /// For a person, line by line.
    Lines(Vec<String>),
}

impl Preview {
    /// Puts it on standard output, and says on standard error what to type where that was not told.
    pub(super) fn show(self, session: &Session, going: Going, how: &str) -> ExitCode {
        let words = session.words();
        let text = match self {
            Self::Json(text) => text,
            Self::Lines(lines) => {
                let all = [words.command.would.to_owned()].into_iter().chain(lines).chain([words.past.dry_run.to_owned()]);
                all.map(|line| neutralise(&line).into_owned() + "\n").collect()
            }
        };
        if let Err(code) = print(session, &text) {
            return code;
        }
        match going {
            Going::Ask => {
                tell!("{how}");
                ExitCode::from(exit::USAGE)
            }
            Going::Look | Going::Write => ExitCode::from(exit::SOUND),
        }
    }
}
