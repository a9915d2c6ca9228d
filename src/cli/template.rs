//! `instroom template`.

use std::process::ExitCode;

use super::arguments::TemplateArguments;
use super::{Session, exit, failed, print};
use crate::app::fault::Fault;
use crate::domain::neutral::neutralise;
use crate::world::perform::of_write;
use crate::world::workbook::template::{Existing, write_template};

pub(super) fn run(session: &Session, asked: &TemplateArguments) -> ExitCode {
    match write_template(&asked.output, session.language.of_customers(), Existing::Keep) {
        Ok(()) => {
            match print(session, &format!("{}\n", neutralise(&asked.output.to_string_lossy()))) {
                Ok(()) => ExitCode::from(exit::SOUND),
                Err(code) => code,
            }
        }
        Err(fault) => {
            let fault = of_write(fault);
            let code = failed(&fault, session.words());
            // What is missing is the folder to write to, not something to read.
            if matches!(fault, Fault::NotFound { .. }) { ExitCode::from(exit::CANNOT_CREATE) } else { code }
        }
    }
}
