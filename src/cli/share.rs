//! `instroom store share`.

use std::process::ExitCode;

use super::arguments::StoreCommand;
use super::{Session, exit, failed};
use crate::world::perform::of_store;

pub(super) fn run(session: &Session, command: &StoreCommand) -> ExitCode {
    let StoreCommand::Share { group } = command;
    match session.store.share(group) {
        Ok(()) => {
            let directory = session.store.directory().to_string_lossy();
            eprintln!("{}", (session.words().shared_with)(&crate::domain::neutral::neutralise(&directory), group));
            ExitCode::from(exit::SOUND)
        }
        Err(fault) => failed(&of_store(fault), session.words()),
    }
}
