//! `instroom template`.

use std::process::ExitCode;

use super::arguments::TemplateArguments;
use super::{Session, exit, print, unwritable};
use crate::domain::neutral::neutralise;
use crate::world::workbook::template::{Existing, write_template};

pub(super) fn run(session: &Session, asked: &TemplateArguments) -> ExitCode {
    let existing = if asked.force { Existing::Replace } else { Existing::Keep };
    match write_template(&asked.output, session.language.of_customers(), existing) {
        Ok(()) => match print(session, &format!("{}\n", neutralise(&asked.output.to_string_lossy()))) {
            Ok(()) => ExitCode::from(exit::SOUND),
            Err(code) => code,
        },
        Err(fault) => unwritable(session, fault),
    }
}
