//! What each command does, in the one list of them all: a few answer by themselves, the others work in a session.

use std::process::ExitCode;

use super::arguments::{Arguments, Command, CompletionsArguments, ConfigArguments, ManArguments};
use super::{
    Session, answers, apply, check, customers, demo, drafts, flows, import, invite, keys, outbox, past, plan, screen, store, template, undo,
};
use crate::app::model::Purpose;

/// What is done in a session.
pub(super) type InSession<'a> = Box<dyn FnOnce(&Session) -> color_eyre::Result<ExitCode> + 'a>;

/// What was asked for.
pub(super) enum Deed<'a> {
    /// What the shell knows of the command line: neither a store nor settings are needed, nor is it logged.
    Completions(&'a CompletionsArguments),
    /// What the manual knows of it; neither.
    Man(&'a ManArguments),
    /// The rest, which is logged.
    Logged(Logged<'a>),
}

/// What is done with a log of it.
pub(super) enum Logged<'a> {
    /// To look at the settings. It also tells what keeps every session from beginning.
    Config(&'a ConfigArguments),
    /// What needs a session.
    InSession(InSession<'a>),
}

impl<'a> Deed<'a> {
    /// What a command line asks for.
    pub(super) fn of(arguments: &'a Arguments) -> Self {
        let Some(command) = &arguments.command else { return within(move |session| screen::run(session, arguments.front.file.clone())) };
        match command {
            Command::Completions(asked) => Self::Completions(asked),
            Command::Man(asked) => Self::Man(asked),
            Command::Config(asked) => Self::Logged(Logged::Config(asked)),
            Command::Demo => within(move |session| demo::run(session, Purpose::Demonstration)),
            Command::Tutor => within(move |session| demo::run(session, Purpose::Tour)),
            Command::Keys(asked) => within(move |session| keys::run(session, asked)),
            Command::Template(asked) => within(move |session| Ok(template::run(session, asked))),
            Command::Check(asked) => within(move |session| check::run(session, asked)),
            Command::Import(asked) => within(move |session| Ok(import::run(session, asked))),
            Command::Plan(asked) => within(move |session| plan::run(session, asked)),
            Command::Apply(asked) => within(move |session| apply::run(session, asked)),
            Command::Answers(asked) => within(move |session| answers::run(session, asked)),
            Command::Drafts(asked) => within(move |session| drafts::run(session, asked)),
            Command::History(asked) => within(move |session| past::run(session, asked)),
            Command::Undo(asked) => within(move |session| undo::run(session, asked)),
            Command::Store { command } => within(move |session| store::run(session, command)),
            Command::Invite(asked) => within(move |session| invite::run(session, asked)),
            Command::Outbox(asked) => within(move |session| outbox::run(session, asked)),
            Command::Flows(asked) => within(move |session| flows::run(session, asked)),
            Command::Customers(asked) => within(move |session| customers::run(session, asked)),
            Command::Export(asked) => within(move |session| Ok(customers::export(session, asked))),
        }
    }
}

fn within<'a>(work: impl FnOnce(&Session) -> color_eyre::Result<ExitCode> + 'a) -> Deed<'a> {
    Deed::Logged(Logged::InSession(Box::new(work)))
}
