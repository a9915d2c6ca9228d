//! How the program ended, once the terminal is given back or the dialogue is over.

use std::process::ExitCode;

use crate::app::effect::Report;
use crate::app::fault::Fault;
use crate::plain::Undone;
use crate::world::perform::World;

/// How the screens, or a dialogue, ended.
#[derive(Debug)]
pub enum Ended {
    /// By a signal, or with everything done that was asked.
    Left(ExitCode),
    /// The dialogue was left, and this was asked, was told there to have failed, and was not done after all.
    Undone(Undone),
    /// This failed when nothing could be told any more, which somebody is still to be told.
    Untold(Vec<Fault>),
}

/// Makes durable what was decided or changed last, which need not wait for its turn, and gives what is lost of it. Whatever comes
/// of each is also told to `hear`.
pub(super) fn lost(world: &World, mut hear: impl FnMut(&Report)) -> Vec<Fault> {
    let mut lost: Vec<Fault> = Vec::new();
    world.secure_drafts(&mut |report| {
        hear(&report);
        // Said once for what failed in several places alike.
        lost.extend(report.fault().and_then(Fault::at_the_end).filter(|fault| !lost.contains(fault)));
    });
    lost
}
