//! `instroom template`.

use std::process::ExitCode;

use super::arguments::TemplateArguments;
use super::{Session, exit, failed};
use crate::world::perform::of_write;
use crate::world::workbook::template::{Existing, write_template};

pub(super) fn run(session: &Session, asked: &TemplateArguments) -> ExitCode {
    match write_template(&asked.output, session.language.of_customers(), Existing::Keep) {
        Ok(()) => {
            println!("{}", crate::domain::neutral::neutralise(&asked.output.to_string_lossy()));
            ExitCode::from(exit::SOUND)
        }
        Err(fault) => failed(&of_write(fault), session.words()),
    }
}
