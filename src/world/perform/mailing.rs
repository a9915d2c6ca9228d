//! Mail: looking at the outbox, letters to be looked at, sending, deciding.

use std::path::Path;
use std::time::Duration;

use jiff::Timestamp;

use super::faults::shown as shown_path;
use super::{Stopping, World, folders, of_config, of_outbox, of_output, of_reconcile, of_store, with_causes};
use crate::app::effect::{Far, Stage};
use crate::app::fault::Fault;
use crate::app::mail_fault::MailFault;
use crate::app::mailing::{Decision, Elsewhere, LetterAsked, LetterSeen, OutboxRead, Posting, Queue, SendingFar, Sent};
use crate::app::{Effect, Job, Report};
use crate::domain::answering::shown;
use crate::domain::dossier::Dossier;
use crate::domain::form::shown_masked;
use crate::domain::invitation::NewRound;
use crate::domain::letter::{Letter, Mailbox};
use crate::domain::outbox::{Ending, Event};
use crate::world::mailroom::MailroomFault;
use crate::world::sending::Progress;
use crate::world::store::StoreFault;
use crate::world::workbook::questionnaire::form_language;

/// How long a session waits for mails that the server put off, once nothing else is left: greylisting is over by then. What is put
/// off for longer stays in the outbox.
const PATIENCE: Duration = Duration::from_secs(60 * 60);

impl World {
    /// Does what an effect about mail asks for. Any other is not for this room.
    pub(super) fn perform_mail(&self, effect: Effect, stopping: Stopping<'_>, tell: &mut dyn FnMut(Report)) {
        let room = self.mailroom();
        match effect {
            Effect::ReadOutbox(job) => {
                tell(Report::Outbox(job, self.outbox_after()));
            }
            Effect::ShowLetter(job, asked) => {
                let LetterAsked { flow, occasion, recipient } = &*asked;
                let letter = room.letter(recipient, flow, *occasion).map(|(letter, dossier)| Box::new(self.seen(letter, &dossier)));
                tell(Report::Letter(job, letter.map_err(of_mailroom)));
            }
            Effect::TestLetter { job, asked, to } => {
                let tested = room.test(&asked.recipient, &asked.flow, asked.occasion, &to).map(|_| to).map_err(of_mailroom);
                tell(Report::Tested(job, tested));
            }
            Effect::WriteLetters { job, flow, occasion, recipients, folder } => {
                let path = folders::expanded(&folder);
                let all = recipients.len() as u64;
                let mut far = |done| tell(Report::Far(job, Far { stage: Stage::Letters, done, all }));
                far(0);
                let written = self.keep_out(&path).and_then(|()| {
                    room.write_letters(&recipients, &flow, occasion, &path, &|| stopping(job), &mut far).map_err(of_mailroom)
                });
                tell(Report::LettersWritten(job, written.map(|count| (count, folder))));
            }
            Effect::Send { job, queue } => self.send_mails(job, queue.map(|queue| *queue), stopping, tell),
            Effect::DecideMessage { job, message, decision } => {
                let event = match decision {
                    Decision::Arrived => Event::Arrived,
                    Decision::Again => Event::Again,
                };
                let decided = room.decide(&[message], &event).map_err(of_outbox);
                tell(Report::Outbox(job, decided.and_then(|()| self.outbox_after())));
            }
            Effect::WithdrawMessages { job, messages } => {
                let withdrawn = room.withdraw(&messages).map_err(of_outbox);
                tell(Report::Outbox(job, withdrawn.and_then(|_| self.outbox_after())));
            }
            _ => {}
        }
    }

    fn send_mails(&self, job: Job, queue: Option<Queue>, stopping: Stopping<'_>, tell: &mut dyn FnMut(Report)) {
        let begun = self.clock.now();
        let round = queue.map(|Queue { flow, occasion, recipients }| NewRound { flow, occasion, recipients: (*recipients).clone() });
        let mut last = SendingFar::default();
        let sent = self.spent.during(Stage::Sending, || {
            self.mailroom().send(round.as_ref(), PATIENCE, &|| stopping(job), &mut |progress| {
                last = far(progress, begun, self.clock.now());
                tell(Report::Sending(job, last));
            })
        });
        // Whoever stopped it may be leaving, and waits for the one mail in flight only: the dossiers follow the next time that the
        // outbox is read.
        let is_stopped = matches!(&sent, Ok(dispatched) if dispatched.ending == Ending::Stopped);
        let unsettled = if is_stopped { None } else { self.put_mails_in_order().err() };
        let sent = sent.map_err(of_mailroom).and_then(|dispatched| {
            let read = self.outbox_read(unsettled)?;
            Ok(Sent { ending: dispatched.ending, far: last, read })
        });
        tell(Report::Sent(job, sent));
    }

    /// Lets the dossiers follow their mails, and asks about mails that the outbox has lost. What cannot be done now is told and done
    /// the next time, and lists show what the outbox says all the same. Where nothing was written since it was done, the store is
    /// not read again for it.
    fn put_mails_in_order(&self) -> Result<(), Fault> {
        let (room, then) = (self.mailroom(), self.trace());
        if self.in_order.holds(&then) {
            return Ok(());
        }
        let snapshot = self.store.snapshot().map_err(of_store)?;
        room.begin(&snapshot).map_err(of_mailroom)?;
        // Whoever is sending can be killed, and no file tells.
        if room.outbox().map_err(of_outbox)?.tally(|_| true).sending == 0 {
            self.in_order.note(then);
        }
        Ok(())
    }

    fn outbox_after(&self) -> Result<Box<OutboxRead>, Fault> {
        let unsettled = self.put_mails_in_order().err();
        self.outbox_read(unsettled)
    }

    /// The outbox, and what has to be known before mail is sent.
    fn outbox_read(&self, unsettled: Option<Fault>) -> Result<Box<OutboxRead>, Fault> {
        let room = self.mailroom();
        let outbox = room.outbox().map_err(of_outbox)?;
        let elsewhere = room.sender().map(|by| Elsewhere { who: by.who, since: by.since });
        let (now, today) = (self.clock.now(), self.clock.today());
        // Whoever is sending puts it in order too.
        let unsettled = unsettled.filter(|_| elsewhere.is_none());
        Ok(Box::new(OutboxRead {
            tally: outbox.tally(|_| true),
            outbox: outbox.into(),
            posting: self.posting(),
            elsewhere,
            unsettled,
            now,
            today,
        }))
    }

    /// What is settled about mail. The password is fetched only when something is sent: the command that gives it may ask for another.
    fn posting(&self) -> Result<Posting, MailFault> {
        let configuration = &self.mail.configuration;
        let refused = |fault| match of_config(fault) {
            Fault::Mail(fault) => fault,
            other => MailFault::Server { detail: format!("{other:?}") },
        };
        let mail = configuration.mail().map_err(refused)?;
        configuration.wordings().map_err(refused)?;
        let shown = |mailbox: &Mailbox| match mailbox.name.is_empty() {
            true => mailbox.address.to_string(),
            false => format!("{} <{}>", mailbox.name, mailbox.address),
        };
        Ok(Posting {
            sender: shown(&mail.sender),
            address: mail.sender.address.to_string(),
            reply_to: mail.reply_to.as_ref().map(shown),
            host: mail.host.clone(),
            per_minute: mail.per_minute,
        })
    }

    /// A letter with what its questionnaire carries filled in, as it stands in the workbook.
    fn seen(&self, letter: Letter, dossier: &Dossier) -> LetterSeen {
        let Some(questionnaire) = self.office.catalogue.get(&dossier.questionnaire) else {
            return LetterSeen { letter, answers: Vec::new(), questions: 0 };
        };
        let language = form_language(questionnaire, dossier);
        let answers = questionnaire.questions().filter_map(|question| {
            let value = shown_masked(question, &dossier.answer(&question.id)?.value).into_owned();
            Some((question.text.get(language).unwrap_or(&question.id).to_owned(), shown(question, &value, language)))
        });
        LetterSeen { letter, answers: answers.collect(), questions: questionnaire.questions().count() }
    }
}

fn far(progress: Progress, begun: Timestamp, now: Timestamp) -> SendingFar {
    let Progress { sent, failed, put_off: _, unsure, withdrawn, left, waiting, about, until } = progress;
    let seconds = u64::try_from(now.duration_since(begun).as_secs()).unwrap_or(0);
    SendingFar { sent, failed, waiting, unsure, withdrawn, left, seconds, seconds_left: about.as_secs(), until }
}

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
        MailroomFault::Folder { path, source } => of_folder(&path, source),
        MailroomFault::File(fault) => of_output(fault),
        MailroomFault::Name(_) => Fault::System { detail: with_causes(&fault) },
    }
}

fn of_folder(path: &Path, source: std::io::Error) -> Fault {
    use std::io::ErrorKind;
    match source.kind() {
        // Something else lies there, or nothing can be made there.
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory | ErrorKind::NotFound => Fault::NoFolder { path: shown_path(path) },
        _ => of_store(StoreFault::from_io(source, path)),
    }
}
