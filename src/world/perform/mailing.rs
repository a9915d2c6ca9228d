//! Mail: looking at the outbox, letters to be looked at, sending, deciding.

use super::{of_config, of_outbox, of_reconcile, of_store, with_causes};
use crate::app::fault::Fault;
use crate::app::mail_fault::MailFault;
use crate::world::mailroom::MailroomFault;

/// What a fault of the mailroom means.
#[must_use]
pub fn of_mailroom(fault: MailroomFault) -> Fault {
    match fault {
        MailroomFault::Config(fault) => of_config(fault),
        MailroomFault::Outbox(fault) => of_outbox(fault),
        MailroomFault::Store(fault) => of_store(fault),
        MailroomFault::Reconcile(fault) => of_reconcile(fault),
        MailroomFault::Moved { count } => Fault::Changed { count },
        MailroomFault::NoLetter { detail } => Fault::Mail(MailFault::NoLetter { detail }),
        MailroomFault::NotTaken { detail } => Fault::Mail(MailFault::NotTaken { detail }),
        MailroomFault::Folder { .. } | MailroomFault::Name(_) => Fault::System { detail: with_causes(&fault) },
    }
}
