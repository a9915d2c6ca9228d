//! Inviting and sending, in English.

use crate::app::inviting::Whence;
use crate::app::mailing::{MailNotice, MailStage};
use crate::domain::invitation::Caution;
use crate::domain::letter::Occasion;
use crate::domain::outbox::Ending;
use crate::words::inviting::InvitingWords;
use crate::words::outbox::seen;
use crate::words::plural;

pub(super) const WORDS: InvitingWords = InvitingWords {
    title: |occasion, flow| match occasion {
        Occasion::Invitation => format!("Invite customers, {flow}"),
        Occasion::Reminder => format!("Remind customers, {flow}"),
    },
    nothing_yet: "nothing sent yet",
    whence,
    reading: "Reading the outbox ...",
    deadlines: |days| format!("deadline {days}"),
    caution: |caution| match caution {
        Caution::OtherYear => "the questionnaire is of another year",
        Caution::DeadlinePast => "the deadline is past",
        Caution::Mistyped => "the address looks mistyped",
        Caution::Partner => "the partner gets the mail, or has had it",
    },
    same_address: "the same address as another customer",
    admitted: "all the same: let in by you",
    refused: "the last mail was refused",
    again: "try refused mails again",
    days: |days| format!("At least {} after the last mail", plural(u64::from(days), "day", "days")),
    end: |end| match end {
        Some(day) => format!("Until {day}, that day included"),
        None => "Until the deadline of each dossier".to_owned(),
    },
    terms: |sender, reply_to| match reply_to {
        Some(to) => format!("From {sender}, reply to {to}"),
        None => format!("From {sender}"),
    },
    pace: |host, each, taken| format!("By {host}, {each} a minute: about {taken}"),
    settle: |path| format!("Put these lines into {path}, with your own details:"),
    settle_key: "{zoom} shows which lines settle that, and where.",
    mail_of: |name, at, all| format!("The mail as {name} gets it ({at} of {all})"),
    mail_keys: "{left} {right} other recipient, {zoom} whole mail",
    nobody: "Nobody gets mail. Above it says why.",
    making: "Making the mail ...",
    mail_from: "From",
    mail_reply_to: "Reply to",
    mail_to: "To",
    mail_subject: "Subject",
    enclosed: |name, size| format!("Enclosed: {name}, {size} kB"),
    filled: |answers, questions| format!("{answers} of {} filled in already", plural(questions as u64, "question", "questions")),
    type_number: "Type the number of mails:",
    of_count: |count| format!("of {count}"),
    enter_sends: |count| format!("{{open}} sends {}", plural(count as u64, "mail", "mails")),
    do_inviting: "Type the number of mails, then {open}; nothing else sends.",
    do_outbox: "{decide} decides about a mail, {send-outbox} sends what is queued.",
    test_title: "Test mail to which address?",
    folder_title: "Folder for the mails (.eml)",
    days_title: "Days since the last mail",
    end_title: "Last day (dd/mm/yyyy), empty: the deadline",
    text_keys: "{choose} takes it, {close} closes",
    key_open: "send the number typed, or open the line",
    key_toggle: "let these in, or leave them out",
    key_before: "mail of the recipient before",
    key_next: "mail of the next recipient",
    key_whole: "the whole mail, and back",
    key_digits: "the number of mails: {open} then sends",
    key_outbox: "the outbox with these mails",
    testing: "Sending the test mail",
    writing: "Writing the mails",
    notice,
    stage: |stage| match stage {
        MailStage::Unsure => "unsure",
        MailStage::Failed => "failed",
        MailStage::Waiting => "put off",
        MailStage::Queued => "queued",
        MailStage::Sending => "sending",
        MailStage::Sent => "sent",
        MailStage::Withdrawn => "withdrawn",
    },
    what_is_known: "This mail may have arrived. Ask the customer or look on the mail server, then press {decide}.",
    put_off_each_time: "The server put it off each time. That may be over another day: press {decide} to try again.",
    next_try: |until| format!("Put off: next try after {until}."),
    left_until: |until| format!("The rest is put off. Next try after {until}."),
    it_arrived: "The mail arrived",
    it_arrived_note: "counts as sent",
    send_again: "Send it again",
    send_again_note: "the customer may get it twice",
    send_now: "Do not wait any longer",
    send_now_note: "it leaves with the next sending",
    withdraw: "Withdraw it",
    withdraw_note: "it does not leave any more",
    try_again: "Try again",
    try_again_note: "shows first who gets mail",
    whole_line: "Everything about this mail",
    to_customer: "Go to the customer",
    send_title: "Send what is queued",
    send_text: |count| {
        let mails = plural(count, "mail waits", "mails wait");
        format!("{mails} in the outbox, counted and confirmed before. Whoever has answered meanwhile gets nothing.")
    },
    send_button: "Send",
    withdraw_title: "Withdraw mails",
    withdraw_text: |count| {
        let (mails, customers) = (plural(count, "mail", "mails"), if count == 1 { "customer" } else { "customers" });
        format!("{mails} will not leave then. The {customers} can be invited again later.")
    },
    leave_title: "Leave while mails are being sent",
    leave_text: "The mail in flight still leaves. The rest stays in the outbox, and leaves when you go on sending there.",
    sending_title: "Sending mails",
    sent: "sent",
    failed: "failed",
    put_off: "put off",
    unsure: "unsure",
    withdrawn: "withdrawn",
    left: "still to be sent",
    queueing: "Queueing the mails ...",
    about: |taken, left| format!("Busy for {taken}, about {left} to go"),
    stopping: "Stops as soon as the mail in flight has left. The rest stays in the outbox.",
    goes_on: "{cancel} stops between two mails. {back} leaves this screen, and the sending goes on. If the line drops, go on from the outbox.",
    ending,
    see_outbox: "{open} shows which in the outbox, with the server's answer.",
    first_line_begins: "sending begins",
    first_line: |sent, all| format!("sending {sent}/{all}"),
    not_in_order: |why| format!("The outbox is not in order. {why}"),
    start_unsure: |count| format!("{} unsure: {{tab-outbox}} shows the outbox", plural(count, "mail is", "mails are")),
    start_queued: |count| format!("{} still queued: {{tab-outbox}} shows the outbox", plural(count, "mail is", "mails are")),
    start_unsent: |count| format!("{} not invited yet: {{invite}} shows who", plural(count as u64, "dossier is", "dossiers are")),
    next_invite: |count| match count {
        1 => "Invite the one customer of this import".to_owned(),
        count => format!("Invite the {count} customers of this import"),
    },
    next_asked: |count| format!("Invite only those who asked for it ({count})"),
};

fn whence(whence: Whence, count: usize) -> String {
    let customers = plural(count as u64, "customer", "customers");
    match whence {
        Whence::Marked => format!("Your selection: {customers}"),
        Whence::Narrowed => format!("The filtered rows: {customers}"),
        Whence::One => format!("The row under the cursor: {customers}"),
        Whence::Season => format!("All dossiers of the task flow: {customers}"),
        Whence::Import => format!("This import: {customers}"),
        Whence::Asked => format!("This import, those who asked: {customers}"),
        Whence::Refused => format!("Refused mails: {customers}"),
    }
}

fn notice(notice: &MailNotice) -> String {
    match notice {
        MailNotice::WrongNumber(typed, count) => {
            format!("{typed} is not the number: it is {}.", plural(*count as u64, "mail", "mails"))
        }
        MailNotice::Nobody => "Nobody gets mail.".to_owned(),
        MailNotice::Underway => "Mails are being sent already. Wait until that is done.".to_owned(),
        MailNotice::Elsewhere(who, since) => format!("{who} has been sending since {since}. Wait a little."),
        MailNotice::Tested(to) => format!("The server took the test mail for {to}."),
        MailNotice::Written(count, folder) => format!("{} in {folder}; nothing is sent.", plural(*count, "mail", "mails")),
        MailNotice::NoAddress => "That is no e-mail address.".to_owned(),
        MailNotice::NoDays => "Type a number of days, such as 14.".to_owned(),
        MailNotice::NoDay => "Type a day, such as 01/07/2026.".to_owned(),
        MailNotice::NothingAhead => "Nothing is queued to be sent.".to_owned(),
        MailNotice::NothingToWithdraw => "None of these mails can be withdrawn any more.".to_owned(),
        MailNotice::Changed => "Noted in the outbox.".to_owned(),
        MailNotice::Ended(sent, failed, unsure) => format!("Sending is done: {sent} sent, {failed} failed, {unsure} unsure."),
        MailNotice::NoFlow => "There is nobody to invite here.".to_owned(),
        MailNotice::NotInOrder(why) => (WORDS.not_in_order)(why),
    }
}

fn ending(ending: &Ending, until: &str) -> String {
    match ending {
        Ending::Done => "Done: nothing is left to send.".to_owned(),
        Ending::Stopped => "Stopped. The rest stays in the outbox; go on from there.".to_owned(),
        Ending::Waiting { .. } => format!("The server puts the rest off. Go on from the outbox after {until}."),
        Ending::NotOffered { detail } => {
            let detail = seen(detail, super::outbox::line);
            format!("The mail server takes nothing now ({detail}). Check the settings and go on from the outbox.")
        }
        Ending::NoLetter { detail } => format!("The mails cannot be made now ({detail}). Go on later from the outbox."),
        Ending::LinesLost { detail } => {
            let detail = seen(detail, super::outbox::line);
            format!("The mail server was lost several times before it took a mail ({detail}). None of these left. Go on from the outbox.")
        }
        Ending::Doubts { detail } => {
            let detail = seen(detail, super::outbox::line);
            format!("The line broke several times in the middle of a mail ({detail}). Look at the mail server before you go on.")
        }
    }
}
