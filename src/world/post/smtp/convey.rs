//! One letter over one line, command by command.

use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::client::SmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Noop, Rcpt, Rset};

use super::reply::{self, said};
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
pub(super) fn convey(connection: &mut SmtpConnection, envelope: &Envelope, bytes: &[u8]) -> (Offered, After) {
    if let Err(error) = connection.command(Mail::new(Some(envelope.from.clone()), Vec::new())) {
        return unaccepted(connection, &error, reply::of_sender(&error));
    }
    if let Err(error) = connection.command(Rcpt::new(envelope.to.clone(), Vec::new())) {
        return unaccepted(connection, &error, reply::of_recipient(&error));
    }
    match connection.command(Data) {
        Err(error) => return unaccepted(connection, &error, reply::of_recipient(&error)),
        Ok(response) if !response.has_code(354) => {
            // The letter would be read as commands.
            let detail = format!("the server answered DATA with {}", said(&response));
            return (Offered::NotOffered { detail, is_for_all: true }, After::Gone);
        }
        Ok(_) => {}
    }
    match connection.message(bytes) {
        Ok(response) if u16::from(response.code()) / 100 == 2 => (Offered::Taken { reply: said(&response) }, After::Open),
        Ok(response) => (Offered::Unsure { detail: said(&response) }, After::Gone),
        Err(error) => unaccepted(connection, &error, reply::of_letter(&error)),
    }
}

/// Whether the server at the other end of a kept line still answers. Asked before a letter, since a server
/// that has closed an idle line is no fault of the letter.
pub(super) fn is_awake(connection: &mut SmtpConnection) -> bool {
    connection.command(Noop).is_ok()
}

/// A letter was not accepted: the line is cleared for the next one, where it still stands.
fn unaccepted(connection: &mut SmtpConnection, error: &Error, offered: Offered) -> (Offered, After) {
    let stands = error.status().is_some_and(|code| u16::from(code) != 421);
    let after = if stands && connection.command(Rset).is_ok() { After::Open } else { After::Gone };
    (offered, after)
}
