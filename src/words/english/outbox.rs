//! Mails, in English.

use super::trade;
use crate::domain::email::EmailFault;
use crate::domain::invitation::WhyNot;
use crate::domain::letter::Occasion;
use crate::domain::outbox::{Doubt, Failure, Line, Misstep, State, TRIES, Tally, Withdrawal};
use crate::words::outbox::{OutboxWords, seen};
use crate::words::plural;

pub(super) const WORDS: OutboxWords = OutboxWords {
    get_mail: |count| plural(count, "customer gets a mail", "customers get a mail"),
    get_none: |count| plural(count, "customer gets none", "customers get none"),
    nothing_queued: "Nothing was sent and nothing was queued.",
    say_number: |count| format!("To send them, say --yes {count}."),
    number_differs: |there, said| {
        let mails = plural(there, "customer gets", "customers get");
        format!("Nothing was sent: {mails} a mail, and --yes says {said}.")
    },
    none_to_send: "Nothing is queued: there is nothing to send.",
    stopped: |left| format!("Stopped. {}. They leave with: instroom outbox send.", plural(left, "mail stays queued", "mails stay queued")),
    put_off_until: |until, left| {
        let mails = plural(left, "mail was", "mails were");
        format!("{mails} put off by the server until {until}. Later: instroom outbox send.")
    },
    halted: |detail, left| {
        let mails = plural(left, "mail stays queued", "mails stay queued");
        format!("Sending was broken off: {detail}. {mails}. When that is settled: instroom outbox send.")
    },
    lines_lost: |detail, left| {
        let mails = plural(left, "mail stays queued", "mails stay queued");
        format!(
            "Sending was broken off: several times in a row the mail server did not take a mail in ({detail}). Nothing of these mails left. {mails}. When the server answers again: instroom outbox send --now."
        )
    },
    letters_written: |count, folder| format!("{} written to {folder}. Nothing was sent.", plural(count, "mail was", "mails were")),
    tested: |address, reply| format!("The test mail went to {address}: {reply}"),
    not_in_order: "The dossiers do not show yet how far their mails are. The next start does that.",
    why_not,
    occasion: |occasion| match occasion {
        Occasion::Invitation => "invitation",
        Occasion::Reminder => "reminder",
    },
    state,
    line,
    tally,
    empty: "The outbox is empty.",
    sending: |who, since| format!("{who} has been sending since {since}."),
    still_left: |left| format!("{} to be sent.", plural(left, "mail is left", "mails are left")),
    to_decide: |count| {
        let mails = plural(count, "mail is", "mails are");
        format!("{mails} unsure. Ask the customer or look on the mail server, then decide: instroom outbox decide ID arrived|again --yes.")
    },
    tried: |tries, until| match tries {
        0 => format!("next try after {until}"),
        tries => format!("tried {}, next try after {until}", plural(tries, "time", "times")),
    },
    put_off_each_time: |count, command| {
        let mails = plural(count, "mail was", "mails were");
        format!(
            "{mails} put off by the server {TRIES} times. That may be over another day, a full mailbox for example. To try again: {command}."
        )
    },
    failed_for_good: |count, command| {
        let mails = plural(count, "mail does", "mails do");
        format!("{mails} not leave any more. Settle what is said above; to try again then: {command}.")
    },
    misstep: |misstep| match misstep {
        Misstep::Over => "This mail is done with: nothing about it changes any more.",
        Misstep::Undecided => "This mail may have left. Decide first: instroom outbox decide ID arrived|again --yes.",
        Misstep::Underway => "This mail is being sent right now. Try again in a moment.",
        Misstep::NotUnderway => "This mail is not being sent now.",
        Misstep::NoDoubt => "There is no doubt about this mail: nothing has to be decided.",
    },
    arrived: |id| format!("{id} counts as arrived."),
    again: |id| format!("{id} is queued to leave again."),
    taken_back: |id| format!("{id} is withdrawn and does not leave."),
    would_arrive: |id| format!("{id} would count as arrived."),
    would_again: |id| format!("{id} would be queued to leave again."),
    would_take_back: |id| format!("{id} would be withdrawn and not leave."),
};

fn why_not(why: &WhyNot) -> String {
    match why {
        WhyNot::FlowArchived => "the task flow is archived".to_owned(),
        WhyNot::NoCustomer => "there is no customer of this number".to_owned(),
        WhyNot::Unreadable => "what is stored of the customer cannot be read".to_owned(),
        WhyNot::NoDossier => "no dossier in this task flow".to_owned(),
        WhyNot::Closed => "the dossier is closed".to_owned(),
        WhyNot::Answered => "has answered already".to_owned(),
        WhyNot::Unsure { .. } => "an earlier mail is unsure: decide first whether it arrived".to_owned(),
        WhyNot::InOutbox { .. } => "is in the outbox already".to_owned(),
        WhyNot::Sent { .. } => "the invitation was sent already".to_owned(),
        WhyNot::FailedBefore => "the last mail failed".to_owned(),
        WhyNot::NotInvited => "not invited yet".to_owned(),
        WhyNot::Past { .. } => "the last day for reminders is over".to_owned(),
        WhyNot::TooSoon { .. } => "the last mail is too recent".to_owned(),
        WhyNot::NoQuestionnaire(id) => format!("there is no questionnaire {id}"),
        WhyNot::OtherYear(id, year) => format!("the questionnaire {id} is of assessment year {year}"),
        WhyNot::NotInLanguage(language) => format!("the questionnaire does not exist in {}", trade::language(*language)),
        WhyNot::NoAddress => "no e-mail address".to_owned(),
        WhyNot::BadAddress(fault) => match fault {
            EmailFault::Shape => "the e-mail address is no address".to_owned(),
            EmailFault::TooLong => "the e-mail address is too long".to_owned(),
            EmailFault::Several => "more than one e-mail address".to_owned(),
        },
        WhyNot::DeadlinePast { deadline } => format!("the deadline {} is past", deadline.strftime("%d/%m/%Y")),
        WhyNot::Mistyped { domain, meant } => format!("the address ends in {domain}: is that {meant}?"),
        WhyNot::Partner { other, name } => format!("one return with partner {name} ({other})"),
        WhyNot::SameAddress { other, name } => format!("same address as {name} ({other})"),
    }
}

fn state(state: &State) -> String {
    match state {
        State::Queued => "queued".to_owned(),
        State::Sending { .. } => "being sent".to_owned(),
        State::Sent { reply, .. } if reply.is_empty() => "arrived, a colleague says".to_owned(),
        State::Sent { .. } => "sent".to_owned(),
        State::Failed { why: Failure::PutOff, reply, .. } => format!("failed, put off {TRIES} times: {}", seen(reply, line)),
        State::Failed { reply, .. } => format!("failed: {}", seen(reply, line)),
        State::Waiting { reply, .. } => format!("put off: {}", seen(reply, line)),
        State::Unsure { why: Doubt::Stopped, .. } => "unsure: the program ended while it was sent".to_owned(),
        State::Unsure { why: Doubt::Forgotten, .. } => "unsure: the outbox has lost what became of it".to_owned(),
        State::Unsure { why: Doubt::LineLost { detail }, .. } => format!("unsure: the connection was lost ({})", seen(detail, line)),
        State::Withdrawn { why, .. } => format!("withdrawn: {}", withdrawal(*why)),
    }
}

pub(super) const fn line(line: Line) -> &'static str {
    match line {
        Line::Garbled => "the server's answer cannot be understood",
        Line::Endless => "the server's answer had no end",
        Line::Slow => "no answer came in time",
        Line::Closed => "the server closed the connection without an answer",
        Line::Bare => "the server does not offer STARTTLS",
        Line::Early => "the server spoke before the line was encrypted",
        Line::NoLogin => "the server offers no way to tell it a name and password (AUTH PLAIN or LOGIN)",
    }
}

const fn withdrawal(why: Withdrawal) -> &'static str {
    match why {
        Withdrawal::ByPerson => "by a colleague",
        Withdrawal::CustomerGone => "the customer was removed",
        Withdrawal::Unlinked => "the customer was taken out of the task flow",
        Withdrawal::AddressChanged => "the customer has another address now",
        Withdrawal::Answered => "the customer has answered",
        Withdrawal::Closed => "the dossier is closed",
        Withdrawal::FlowArchived => "the task flow is archived",
        Withdrawal::OtherStore => "another store lies here now",
    }
}

fn tally(tally: &Tally) -> String {
    let Tally { queued, sending, sent, failed, waiting, unsure, withdrawn } = tally;
    let named = [
        (sent, "sent"),
        (queued, "queued"),
        (sending, "being sent"),
        (waiting, "put off"),
        (unsure, "unsure"),
        (failed, "failed"),
        (withdrawn, "withdrawn"),
    ];
    crate::words::outbox::counts(&named).unwrap_or_else(|| "no mails".to_owned())
}
