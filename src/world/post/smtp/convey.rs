//! One letter over one line, command by command.

use lettre::Address;
use lettre::transport::smtp::commands::{Data, Mail, Noop, Rcpt, Rset};

use super::dialogue::Dialogue;
use super::reply::{self, Trouble};
use crate::world::post::Offered;

/// From whom and to whom, for the server.
pub(super) struct Envelope {
    pub(super) from: Address,
    pub(super) to: Address,
}

/// What became of the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// It can take another letter.
    Open,
    /// It is broken, or the server closes it.
    Gone,
}

/// Gives one letter. Until the server has answered DATA with 354 nothing of the letter has left; from
/// then on only its answer tells what became of it.
pub(super) fn convey(dialogue: &mut Dialogue, envelope: &Envelope, bytes: &[u8]) -> (Offered, After) {
    if let Err(trouble) = dialogue.ask(&Mail::new(Some(envelope.from.clone()), Vec::new()), 2) {
        return unaccepted(dialogue, &trouble, reply::of_sender(&trouble));
    }
    if let Err(trouble) = dialogue.ask(&Rcpt::new(envelope.to.clone(), Vec::new()), 2) {
        return unaccepted(dialogue, &trouble, reply::of_recipient(&trouble));
    }
    match dialogue.ask(&Data, 3) {
        Ok(reply) if reply.code == 354 => {}
        // The letter would be read as commands.
        Ok(_) | Err(Trouble::Answer { code: 200..400, .. }) => {
            let detail = "the server answered DATA with something else than 354".to_owned();
            return (Offered::NotOffered { detail, is_for_all: true }, After::Gone);
        }
        Err(trouble) => return unaccepted(dialogue, &trouble, reply::of_recipient(&trouble)),
    }
    match dialogue.give(bytes) {
        Ok(reply) => (Offered::Taken { reply: dialogue.said(&reply) }, After::Open),
        Err(trouble) => unaccepted(dialogue, &trouble, reply::of_letter(&trouble)),
    }
}

/// Whether the server at the other end of a kept line still answers. Asked before a letter, since a server
/// that has closed an idle line is no fault of the letter.
pub(super) fn is_awake(dialogue: &mut Dialogue) -> bool {
    dialogue.ask(&Noop, 2).is_ok()
}

/// A letter was not accepted: the line is cleared for the next one, where it still stands.
fn unaccepted(dialogue: &mut Dialogue, trouble: &Trouble, offered: Offered) -> (Offered, After) {
    let after = if trouble.leaves_the_line() && dialogue.ask(&Rset, 2).is_ok() { After::Open } else { After::Gone };
    (offered, after)
}
