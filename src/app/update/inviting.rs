//! Keys of the invite screen: from who gets mail to the number that sends it.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::app::action::Action;
use crate::app::chooser::{Choice as Choosing, Chooser, Line, Question};
use crate::app::digit_row::digit;
use crate::app::effect::{Effect, Job};
use crate::app::fault::Fault;
use crate::app::inviting::{Inviting, Mail, Part, Round, Whence, whole_view};
use crate::app::key::Key;
use crate::app::mailing::{LetterSeen, MailNotice, Queue};
use crate::app::model::{Glance, Model, Overlay, PathEntry, PathFor, Screen};
use crate::app::notice::Notice;
use crate::app::register::TabKind;
use crate::app::text_field::TextField;
use crate::domain::customer::CustomerId;
use crate::domain::invitation::{Choice, LeftOut, Recipient, Wanted, WhyNot, Wish};
use crate::domain::letter::Occasion;
use crate::domain::matching::Stock;
use crate::domain::task_flow::TaskFlowId;

/// Lines of a whole mail that one page key scrolls.
const PAGE: usize = 10;

impl Model {
    /// Opens the invite screen, and reads outbox and store again: colleagues work in them too.
    pub(super) fn open_inviting(&mut self, whence: Whence, wanted: Wanted) -> Vec<Effect> {
        self.enter(Screen::Inviting(Box::new(Inviting::new(whence, wanted))));
        let mut effects = self.count_again();
        let (outbox, store) = (self.job(), self.job());
        effects.extend([Effect::ReadOutbox(outbox), Effect::ReadStore(store)]);
        effects
    }

    /// From a list: the marked ones, else what a filter leaves, else the row; for reminders, where nothing is
    /// chosen, everybody of the task flow.
    pub(super) fn invite_from_list(&mut self, occasion: Occasion) -> Vec<Effect> {
        let Some(register) = self.register() else { return Vec::new() };
        let customers = |items: &[u32]| items.iter().filter_map(|&item| register.customer_of(item)).collect::<BTreeSet<CustomerId>>();
        let (whence, chosen) = if register.marked_count() > 0 {
            (Whence::Marked, Some(register.chosen_customers().into_iter().collect()))
        } else if register.table().is_narrowed() {
            (Whence::Narrowed, Some(customers(&register.table().order)))
        } else if occasion == Occasion::Reminder || register.tab == TabKind::Outbox {
            (Whence::Season, None)
        } else {
            (Whence::One, Some(customers(&register.chosen())))
        };
        let flow = match register.tab {
            // A mail belongs to one task flow, whichever is chosen in the lists of customers.
            TabKind::Outbox => register.table().current().and_then(|item| register.shelf.message(item)).map(|message| message.flow.clone()),
            TabKind::Customers | TabKind::Dossiers | TabKind::Flows | TabKind::Imports => register.shelf.flow_id().cloned(),
        };
        let stock = Arc::clone(register.shelf.stock());
        let Some(flow) = flow.or_else(|| newest(&stock)) else { return self.say_mail(MailNotice::NoFlow) };
        self.invite(whence, flow, occasion, Choice { customers: chosen, ..Choice::default() })
    }

    /// From the start screen: everybody of the newest task flow who was not sent anything yet.
    pub(super) fn invite_season(&mut self) -> Vec<Effect> {
        let Glance::Known(stock) = &self.store else { return self.say(Notice::StillReading) };
        let Some(flow) = newest(stock) else { return self.say_mail(MailNotice::NoFlow) };
        self.invite(Whence::Season, flow, Occasion::Invitation, Choice::default())
    }

    /// From the report of an import: the dossiers that it made; or those of them whose row asked for it.
    pub(super) fn invite_imported(&mut self, wish: Wish) -> Vec<Effect> {
        let Some((flow, customers)) = self.imported() else { return self.say_mail(MailNotice::NoFlow) };
        let whence = if wish == Wish::Any { Whence::Import } else { Whence::Asked };
        self.invite(whence, flow, Occasion::Invitation, Choice { customers: Some(customers), label: None, wish })
    }

    /// The task flow of the import whose report is shown, and the customers who got a dossier by it.
    fn imported(&self) -> Option<(TaskFlowId, BTreeSet<CustomerId>)> {
        let desk = self.desk()?;
        let crate::app::desk::Face::Report(done) = &desk.face else { return None };
        let Glance::Known(stock) = &self.store else { return None };
        let flow = desk.draft.flow()?.id.clone();
        let made = stock.snapshot.dossiers(&flow).filter(|(_, head)| head.version == done.receipt.revision);
        let customers = made.map(|(customer, _)| customer).collect();
        Some((flow, customers))
    }

    fn invite(&mut self, whence: Whence, flow: TaskFlowId, occasion: Occasion, choice: Choice) -> Vec<Effect> {
        // The moment and the day come with the outbox.
        let wanted = Wanted { choice, ..Wanted::of(flow, occasion, jiff::Timestamp::UNIX_EPOCH, jiff::civil::Date::ZERO) };
        self.open_inviting(whence, wanted)
    }

    /// Tries those again whose last mail was refused.
    pub(super) fn try_again(&mut self, flow: TaskFlowId, customers: BTreeSet<CustomerId>) -> Vec<Effect> {
        let choice = Choice { customers: Some(customers), ..Choice::default() };
        let wanted = Wanted {
            choice,
            failed: crate::domain::invitation::Failed::TryAgain,
            ..Wanted::of(flow, Occasion::Invitation, jiff::Timestamp::UNIX_EPOCH, jiff::civil::Date::ZERO)
        };
        self.open_inviting(Whence::Refused, wanted)
    }

    /// Computes who gets mail by what is known now, and asks for the mail that is looked at.
    pub(super) fn count_again(&mut self) -> Vec<Effect> {
        let (Glance::Known(stock), Some(read)) = (&self.store, self.mails.known()) else { return Vec::new() };
        let Screen::Inviting(inviting) = &mut self.screen else { return Vec::new() };
        let before = inviting.current().cloned();
        inviting.count(&stock.snapshot, read, &self.catalogue);
        self.look_unless(before)
    }

    /// Asks for the mail that is looked at, unless it is that of the same recipient as before.
    fn look_unless(&mut self, before: Option<Recipient>) -> Vec<Effect> {
        let job = self.job();
        let Some(inviting) = self.inviting_mut() else { return Vec::new() };
        let Some(asked) = inviting.asked() else {
            inviting.mail = Mail::None;
            return Vec::new();
        };
        if before.as_ref() == Some(&asked.recipient) && inviting.mail != Mail::None {
            return Vec::new();
        }
        inviting.mail = Mail::Making(job);
        vec![Effect::ShowLetter(job, asked)]
    }

    pub(super) fn letter_seen(&mut self, job: Job, seen: Result<Box<LetterSeen>, Fault>) {
        let Some(inviting) = self.inviting_mut().filter(|inviting| inviting.mail == Mail::Making(job)) else { return };
        inviting.mail = seen.map_or_else(Mail::Fault, Mail::Seen);
    }

    pub(super) fn act_on_inviting(&mut self, action: Action) -> Vec<Effect> {
        if let Some(notice) = self.obstacle(action) {
            return self.say(notice);
        }
        let Some(inviting) = self.inviting_mut() else { return Vec::new() };
        let last = inviting.lots.len().saturating_sub(1);
        match action {
            Action::Down => inviting.cursor = (inviting.cursor + 1).min(last),
            Action::Up => inviting.cursor = inviting.cursor.saturating_sub(1),
            Action::First => inviting.cursor = 0,
            Action::Last => inviting.cursor = last,
            Action::Left => return self.look_at_other(-1),
            Action::Right => return self.look_at_other(1),
            Action::Zoom => inviting.whole = Some(0),
            Action::Toggle => return self.toggle_part(),
            Action::Open => return self.open_part(),
            Action::TestMail => return self.ask_test_address(),
            Action::WriteMails => return self.ask_mail_folder(),
            _ => {}
        }
        Vec::new()
    }

    /// The whole mail: it scrolls, and that of another recipient can be looked at.
    pub(super) fn act_on_mail(&mut self, action: Action) -> Vec<Effect> {
        let (height, width) = (usize::from(self.size.1.saturating_sub(4)), usize::from(self.size.0.saturating_sub(2)));
        let most = self.inviting().map_or(0, |inviting| whole_view(self, inviting, width).len().saturating_sub(height));
        let Some(inviting) = self.inviting_mut() else { return Vec::new() };
        let top = inviting.whole.unwrap_or(0);
        let top = match action {
            Action::PaneDown => top + 1,
            Action::PaneUp => top.saturating_sub(1),
            Action::PageDown => top + PAGE,
            Action::PageUp => top.saturating_sub(PAGE),
            Action::First => 0,
            Action::Last => most,
            Action::Zoom => {
                inviting.whole = None;
                return Vec::new();
            }
            Action::Left => return self.look_at_other(-1),
            Action::Right => return self.look_at_other(1),
            _ => top,
        };
        inviting.whole = Some(top.min(most));
        Vec::new()
    }

    fn look_at_other(&mut self, by: isize) -> Vec<Effect> {
        let Some(inviting) = self.inviting_mut() else { return Vec::new() };
        let before = inviting.current().cloned();
        inviting.look_by(by);
        if inviting.whole.is_some() {
            inviting.whole = Some(0);
        }
        self.look_unless(before)
    }

    fn toggle_part(&mut self) -> Vec<Effect> {
        let Some(inviting) = self.inviting_mut() else { return Vec::new() };
        if !inviting.toggle() {
            return self.say(Notice::NotHere);
        }
        // Another number is to be typed now.
        inviting.typed.clear();
        self.count_again()
    }

    /// Enter: what was typed counts before what the cursor is on.
    fn open_part(&mut self) -> Vec<Effect> {
        let Some(inviting) = self.inviting() else { return Vec::new() };
        if !inviting.typed.is_empty() {
            return self.send_invited();
        }
        match inviting.part() {
            Some(Part::Days) => {
                let text = inviting.wanted.days.to_string();
                self.ask_text(PathFor::ReminderDays, &text);
            }
            Some(Part::End) => {
                let text = inviting.wanted.end.map_or_else(String::new, |end| end.strftime("%d/%m/%Y").to_string());
                self.ask_text(PathFor::ReminderEnd, &text);
            }
            Some(part @ (Part::Reason(_) | Part::Caution(_) | Part::SameAddress | Part::Refused)) => self.list_left_out(part),
            Some(Part::Admitted | Part::Despite(_) | Part::Again | Part::Language(_)) => return self.toggle_part(),
            None => return self.say(Notice::NotHere),
        }
        Vec::new()
    }

    fn list_left_out(&mut self, part: Part) {
        let sight = self.sight;
        let Some(inviting) = self.inviting() else { return };
        let line = |left_out: &LeftOut| Line {
            lead: left_out.customer.to_string(),
            label: sight.name(&left_out.name),
            note: sight.text(&(sight.words().outbox.why_not)(&left_out.why)),
            // A mistyped address is mended rather than tried.
            choice: match &left_out.why {
                why if why.can_be_admitted() && !matches!(why, WhyNot::Mistyped { .. }) => Choosing::Admit(left_out.customer),
                _ => Choosing::Customer(left_out.customer),
            },
        };
        let lines = inviting.left_out(part).into_iter().map(line).collect();
        self.overlay = Some(Overlay::Chooser(Chooser::new(Question::LeftOut, lines, None)));
    }

    /// Sends to one customer although a caution holds, or the address gets another one's mail.
    pub(super) fn admit(&mut self, customer: CustomerId) -> Vec<Effect> {
        if let Some(inviting) = self.inviting_mut() {
            inviting.wanted.admitted.insert(customer);
            inviting.typed.clear();
        }
        self.count_again()
    }

    /// A key that is no command here: a digit of the number of mails, or its taking back.
    pub(super) fn type_digit(&mut self, key: Key) -> Vec<Effect> {
        let Some(inviting) = self.inviting_mut() else { return Vec::new() };
        match key {
            Key::Backspace => _ = inviting.typed.pop(),
            Key::Char(character) => match digit(character) {
                // Where nobody gets mail no number is asked for; one that is not seen would keep Enter from opening a line.
                Some(_) if inviting.recipients.is_empty() => return self.say_mail(MailNotice::Nobody),
                // No store has a number of customers of ten digits.
                Some(digit) if inviting.typed.len() < 9 => inviting.typed.push(digit),
                Some(_) => {}
                None => return self.say(Notice::NotHere),
            },
            _ => return self.say(Notice::NotHere),
        }
        self.notice = None;
        Vec::new()
    }

    /// Sends, where the number of mails was typed and nothing stands in the way.
    fn send_invited(&mut self) -> Vec<Effect> {
        let Some(inviting) = self.inviting() else { return Vec::new() };
        let count = inviting.recipients.len();
        if count == 0 {
            return self.say_mail(MailNotice::Nobody);
        }
        if !inviting.is_typed() {
            let typed = inviting.typed.clone();
            if let Some(inviting) = self.inviting_mut() {
                inviting.typed.clear();
            }
            return self.say_mail(MailNotice::WrongNumber(typed, count));
        }
        let queue =
            Queue { flow: inviting.wanted.flow.clone(), occasion: inviting.wanted.occasion, recipients: inviting.recipients.clone() };
        self.send(Some(Box::new(queue)))
    }

    /// Begins to send, where nothing stands in the way.
    pub(super) fn send(&mut self, queue: Option<Box<Queue>>) -> Vec<Effect> {
        if self.mails.going().is_some() {
            return self.say_mail(MailNotice::Underway);
        }
        match &self.mails.read {
            None => return self.say(Notice::StillReading),
            Some(Err(fault)) => {
                let fault = fault.clone();
                self.fail(fault, crate::app::model::WayOut::None);
                return Vec::new();
            }
            Some(Ok(read)) => {
                if let Err(fault) = &read.posting {
                    let fault = Fault::Mail(fault.clone());
                    self.fail(fault, crate::app::model::WayOut::None);
                    return Vec::new();
                }
                if let Some(elsewhere) = &read.elsewhere {
                    let notice = MailNotice::Elsewhere(self.sight.text(&elsewhere.who), self.sight.moment(elsewhere.since));
                    return self.say_mail(notice);
                }
            }
        }
        let job = self.job();
        self.mails.round = Some(Round { job, far: None, stopping: false, ended: None });
        match self.screen {
            // Whom it went to was chosen; that is done.
            Screen::Inviting(_) => self.screen = Screen::Sending,
            _ => self.enter(Screen::Sending),
        }
        vec![Effect::Send { job, queue }]
    }

    fn ask_test_address(&mut self) -> Vec<Effect> {
        match self.mails.known().map(|read| read.posting.as_ref().map(|posting| posting.address.clone()).map_err(Clone::clone)) {
            None => return self.say(Notice::StillReading),
            Some(Err(fault)) => self.fail(Fault::Mail(fault), crate::app::model::WayOut::None),
            Some(Ok(address)) => self.ask_text(PathFor::TestAddress, &address),
        }
        Vec::new()
    }

    fn ask_mail_folder(&mut self) -> Vec<Effect> {
        let folder = format!("{}/mails", self.folder.trim_end_matches('/'));
        self.ask_text(PathFor::MailFolder, &folder);
        Vec::new()
    }

    fn ask_text(&mut self, purpose: PathFor, text: &str) {
        self.overlay = Some(Overlay::Path(PathEntry { purpose, field: TextField::with(text), candidates: Vec::new() }));
    }

    pub(super) fn say_mail(&mut self, notice: MailNotice) -> Vec<Effect> {
        self.say(Notice::Mail(notice))
    }
}

/// The newest task flow that is not archived and has dossiers, else the newest.
fn newest(stock: &Stock) -> Option<TaskFlowId> {
    let snapshot = &stock.snapshot;
    let open = || snapshot.flows.iter().filter(|flow| !flow.archived);
    open().find(|flow| snapshot.dossier_count(&flow.id) > 0).or_else(|| open().next()).map(|flow| flow.id.clone())
}
