//! The outbox, what is typed about mails, and a round that goes out.

use crate::app::action::Action;
use crate::app::chooser::{Choice, Chooser, Line, Question};
use crate::app::effect::{Effect, Job};
use crate::app::fault::Fault;
use crate::app::inviting::Inviting;
use crate::app::mailing::{Decision, MailNotice, OutboxRead, SendingFar, Sent};
use crate::app::model::{Ask, Model, Overlay, Running, Screen, Task, WayOut};
use crate::app::notice::Notice;
use crate::app::register::TabKind;
use crate::domain::deadline;
use crate::domain::email::Email;
use crate::domain::outbox::{Doubt, Message, MessageNumber, State};

impl Model {
    /// The outbox as it is now: what is on screen follows it.
    pub(super) fn outbox_read(&mut self, job: Job, read: Result<Box<OutboxRead>, Fault>) -> Vec<Effect> {
        let changed = self.mails.changing.take_if(|changing| *changing == job).is_some();
        match read {
            // What was asked did not happen; the outbox is as it was.
            Err(fault) if changed => {
                self.fail(fault, WayOut::None);
                Vec::new()
            }
            read => {
                let is_good = read.is_ok();
                self.mails.read = Some(read);
                self.say_not_in_order();
                let mut effects = self.follow_outbox();
                if changed && is_good {
                    self.notice = Some(Notice::Mail(MailNotice::Changed));
                    let store = self.job();
                    effects.push(Effect::ReadStore(store));
                }
                effects
            }
        }
    }

    /// Says why the outbox cannot be read or put in order, if so; on the start screen it stands until it is.
    fn say_not_in_order(&mut self) {
        if let Some(fault) = self.mails.trouble() {
            let why = self.sight.words().fault(fault).what;
            self.notice = Some(Notice::Mail(MailNotice::NotInOrder(self.sight.text(&why))));
        }
    }

    fn follow_outbox(&mut self) -> Vec<Effect> {
        let outbox = self.mails.known().map(|read| std::sync::Arc::clone(&read.outbox));
        if let (Some(outbox), Some(register)) = (outbox, self.register_mut()) {
            register.post(outbox);
        }
        self.count_again()
    }

    pub(super) fn sending_goes_on(&mut self, job: Job, far: SendingFar) {
        if let Some(round) = self.mails.round.as_mut().filter(|round| round.job == job && round.goes_on()) {
            round.far = Some(far);
        }
    }

    /// The sending has ended. Where something else is on screen by now, it is said there.
    pub(super) fn sending_ended(&mut self, job: Job, ended: Result<Sent, Fault>) -> Vec<Effect> {
        let Some(round) = self.mails.round.as_mut().filter(|round| round.job == job) else { return Vec::new() };
        let mut effects = Vec::new();
        round.ended = Some(ended.clone());
        // It has stopped.
        self.notice.take_if(|notice| *notice == Notice::Stopping);
        match ended {
            Ok(sent) => {
                if !matches!(self.screen, Screen::Sending) {
                    self.notice = Some(Notice::Mail(MailNotice::Ended(sent.far.sent, sent.far.failed, sent.far.unsure)));
                }
                self.mails.read = Some(Ok(sent.read));
                self.say_not_in_order();
                effects.extend(self.follow_outbox());
            }
            Err(fault) => {
                if !matches!(self.screen, Screen::Sending) {
                    self.fail(fault, WayOut::None);
                }
                let outbox = self.job();
                effects.push(Effect::ReadOutbox(outbox));
            }
        }
        // The dossiers have followed their mails.
        let store = self.job();
        effects.push(Effect::ReadStore(store));
        effects
    }

    pub(super) fn act_on_sending(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Open => self.open_register(TabKind::Outbox),
            _ => Vec::new(),
        }
    }

    /// Asks the round to stop between two mails. False where none goes on.
    pub(super) fn stop_sending(&mut self) -> Option<Effect> {
        let round = self.mails.round.as_mut().filter(|round| round.goes_on())?;
        round.stopping = true;
        Some(Effect::Cancel(round.job))
    }

    /// What only the outbox does. None where the action means the same as in other lists.
    pub(super) fn act_on_outbox(&mut self, action: Action) -> Option<Vec<Effect>> {
        Some(match action {
            Action::Decide | Action::Open => self.ask_about_mail(),
            Action::SendOutbox => self.ask_to_send(),
            Action::Withdraw => self.ask_to_withdraw(),
            _ => return None,
        })
    }

    fn ask_to_send(&mut self) -> Vec<Effect> {
        let ahead = self.mails.known().map_or(0, |read| read.tally.ahead());
        if ahead == 0 {
            return self.say_mail(MailNotice::NothingAhead);
        }
        self.overlay = Some(Overlay::Ask(Ask::SendOutbox(ahead), false));
        Vec::new()
    }

    fn ask_to_withdraw(&mut self) -> Vec<Effect> {
        let Some(register) = self.register() else { return Vec::new() };
        let ahead = |message: &&Message| message.state.can_be_withdrawn();
        let messages: Vec<MessageNumber> = register.chosen_messages().into_iter().filter(ahead).map(|message| message.id).collect();
        if messages.is_empty() {
            return self.say_mail(MailNotice::NothingToWithdraw);
        }
        self.overlay = Some(Overlay::Ask(Ask::Withdraw(messages), false));
        Vec::new()
    }

    /// What can be done with the mail under the cursor.
    fn ask_about_mail(&mut self) -> Vec<Effect> {
        let words = &self.sight.words().inviting;
        let Some(register) = self.register() else { return Vec::new() };
        let Some(message) = register.table().current().and_then(|item| register.shelf.message(item)) else {
            return self.say(Notice::NotHere);
        };
        let line = |label: &str, note: &str, choice| Line { lead: String::new(), label: label.to_owned(), note: note.to_owned(), choice };
        let mut lines = match &message.state {
            State::Unsure { why, .. } => {
                let mut lines = vec![
                    line(words.it_arrived, words.it_arrived_note, Choice::Decide(message.id, Decision::Arrived)),
                    line(words.send_again, words.send_again_note, Choice::Decide(message.id, Decision::Again)),
                ];
                if *why == Doubt::Forgotten {
                    lines.push(line(words.withdraw, words.withdraw_note, Choice::Withdraw(message.id)));
                }
                lines
            }
            State::Waiting { .. } => vec![
                line(words.send_now, words.send_now_note, Choice::Decide(message.id, Decision::Again)),
                line(words.withdraw, words.withdraw_note, Choice::Withdraw(message.id)),
            ],
            State::Queued => vec![line(words.withdraw, words.withdraw_note, Choice::Withdraw(message.id))],
            State::Failed { .. } => {
                vec![line(words.try_again, words.try_again_note, Choice::TryAgain(message.flow.clone(), message.customer))]
            }
            State::Sending { .. } | State::Sent { .. } | State::Withdrawn { .. } => Vec::new(),
        };
        if !register.showing.zoom {
            lines.push(line(words.whole_line, "", Choice::Action(Action::Zoom)));
        }
        let at = register.table().current();
        if at.and_then(|item| register.customer_of(item)).is_some() {
            lines.push(line(words.to_customer, "", Choice::Customer(message.customer)));
        }
        self.overlay = Some(Overlay::Chooser(Chooser::new(Question::OneMail, lines, None)));
        Vec::new()
    }

    pub(super) fn decide_message(&mut self, message: MessageNumber, decision: Decision) -> Vec<Effect> {
        let job = self.job();
        self.mails.changing = Some(job);
        vec![Effect::DecideMessage { job, message, decision }]
    }

    pub(super) fn withdraw(&mut self, messages: Vec<MessageNumber>) -> Vec<Effect> {
        let job = self.job();
        self.mails.changing = Some(job);
        vec![Effect::WithdrawMessages { job, messages }]
    }

    /// Sends the mail that is looked at to an address that was typed.
    pub(super) fn test_letter_to(&mut self, to: String) -> Vec<Effect> {
        let Some(asked) = self.inviting().and_then(Inviting::asked) else { return Vec::new() };
        if Email::parse(&to).is_err() {
            return self.say_mail(MailNotice::NoAddress);
        }
        self.overlay = None;
        let job = self.run(Task::TestMail);
        vec![Effect::TestLetter { job, asked, to }]
    }

    /// Writes the mails into a folder instead of sending them.
    pub(super) fn write_letters(&mut self, folder: String) -> Vec<Effect> {
        let Some(inviting) = self.inviting() else { return Vec::new() };
        let (flow, occasion) = (inviting.wanted.flow.clone(), inviting.wanted.occasion);
        let recipients = inviting.recipients.clone();
        self.overlay = None;
        let job = self.run(Task::WriteMails);
        vec![Effect::WriteLetters { job, flow, occasion, recipients, folder }]
    }

    /// Reminds so many days after the last mail.
    pub(super) fn remind_after(&mut self, days: &str) -> Vec<Effect> {
        match days.parse() {
            Ok(days) => self.recount(|wanted| wanted.days = days),
            Err(_) => self.say_mail(MailNotice::NoDays),
        }
    }

    /// Reminds until a day; for good where none was typed.
    pub(super) fn remind_until(&mut self, day: &str) -> Vec<Effect> {
        if day.is_empty() {
            return self.recount(|wanted| wanted.end = None);
        }
        match deadline::parse(day) {
            Some(day) => self.recount(|wanted| wanted.end = Some(day)),
            None => self.say_mail(MailNotice::NoDay),
        }
    }

    fn recount(&mut self, change: impl FnOnce(&mut crate::domain::invitation::Wanted)) -> Vec<Effect> {
        self.overlay = None;
        if let Some(inviting) = self.inviting_mut() {
            change(&mut inviting.wanted);
            inviting.typed.clear();
        }
        self.count_again()
    }

    pub(super) fn tested(&mut self, job: Job, tested: Result<String, Fault>) {
        let Some(Running { task: Task::TestMail, .. }) = self.end(job) else { return };
        match tested {
            Ok(address) => self.notice = Some(Notice::Mail(MailNotice::Tested(address))),
            Err(fault) => self.fail(fault, WayOut::None),
        }
    }

    pub(super) fn letters_written(&mut self, job: Job, written: Result<(u64, String), Fault>) {
        let Some(Running { task: Task::WriteMails, .. }) = self.end(job) else { return };
        match written {
            Ok((count, folder)) => self.notice = Some(Notice::Mail(MailNotice::Written(count, folder))),
            Err(fault) => self.fail(fault, WayOut::None),
        }
    }
}
