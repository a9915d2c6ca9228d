//! `instroom template`.

use std::path::Path;
use std::process::ExitCode;

use super::arguments::TemplateArguments;
use super::going::{Going, Preview};
use super::{Session, exit, failed, keep_out, print, print_workbook, unwritable};
use crate::app::fault::Fault;
use crate::domain::neutral::neutralise;
use crate::world::perform::template_name;
use crate::world::whole_file::could_write;
use crate::world::workbook::template::{Existing, template_bytes, write_template};

pub(super) fn run(session: &Session, asked: &TemplateArguments) -> ExitCode {
    let to_standard_output = asked.output == Path::new("-");
    let existing = if asked.force { Existing::Replace } else { Existing::Keep };
    let language = session.language.of_customers();
    let path = neutralise(&asked.output.to_string_lossy()).into_owned();
    if let Err(code) = keep_out(session, &asked.output) {
        return code;
    }
    if !to_standard_output && let Err(fault) = template_name(&asked.output) {
        return failed(&fault, session.words());
    }
    if asked.dry_run {
        return match could_write(&asked.output, existing) {
            Err(fault) if !to_standard_output => unwritable(session, fault),
            Ok(()) | Err(_) => Preview::Lines(vec![format!("  {path}")]).show(session, Going::Look, ""),
        };
    }
    if to_standard_output {
        return match template_bytes(language) {
            Ok(bytes) => print_workbook(session, &bytes),
            Err(error) => failed(&Fault::Output { detail: error.to_string() }, session.words()),
        };
    }
    match write_template(&asked.output, language, existing) {
        Ok(()) => print(session, &format!("{path}\n")).map_or_else(|code| code, |()| ExitCode::from(exit::SOUND)),
        Err(fault) => unwritable(session, fault),
    }
}
