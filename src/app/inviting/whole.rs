//! The whole mail of the recipient that is looked at, as lines: made here and not in the view, because how
//! far it scrolls depends on how many there are.

use super::{Inviting, Mail};
use crate::app::Model;
use crate::app::desk::Sight;
use crate::app::detail::{TextLine, Tone, fit, line, wrap};
use crate::app::fault::Fault;
use crate::app::mail_fault::{MailFault, TO_SETTLE};
use crate::app::mailing::LetterSeen;
use crate::domain::letter::Mailbox;

/// Width of the names of headers and of what is enclosed.
const NAMES: usize = 15;

/// From this height on the invite screen itself has room for what settles how mail is sent.
const SETTLES: u16 = 24;

/// Whether something stands in the way of sending that the invite screen has no room to show whole.
#[must_use]
pub fn is_short_of_room(model: &Model) -> bool {
    model.size.1 < SETTLES && model.mails.known().is_some_and(|read| read.posting.is_err())
}

/// What is read over the whole screen: in a low window what has to be settled first, then the mail.
#[must_use]
pub fn whole_view(model: &Model, inviting: &Inviting, width: usize) -> Vec<TextLine> {
    let mut lines = if is_short_of_room(model) { unsettled(model, width) } else { Vec::new() };
    if !lines.is_empty() {
        lines.push(Vec::new());
    }
    lines.extend(whole_mail(inviting, model.sight, width));
    lines
}

/// What stands in the way of sending, with the very lines that settle it; nothing where nothing does.
#[must_use]
pub fn unsettled(model: &Model, width: usize) -> Vec<TextLine> {
    let words = model.sight.words();
    let Some(Err(fault)) = model.mails.known().map(|read| &read.posting) else { return Vec::new() };
    let told = words.fault(&Fault::Mail(fault.clone()));
    let mut lines = wrap(line(Tone::Warning, told.what), width);
    if let MailFault::NotSettled { path } = fault {
        lines.extend(wrap(line(Tone::Plain, (words.inviting.settle)(path)), width));
        lines.extend(TO_SETTLE.iter().map(|text| line(Tone::Good, format!("  {text}"))));
    } else {
        lines.extend(wrap(line(Tone::Plain, told.why), width));
    }
    lines
}

/// The lines of the whole mail as the recipient in question gets it, no wider than that.
#[must_use]
pub fn whole_mail(inviting: &Inviting, sight: Sight, width: usize) -> Vec<TextLine> {
    let words = &sight.words().inviting;
    let lines = match &inviting.mail {
        Mail::None => vec![line(Tone::Dim, words.nobody)],
        Mail::Making(_) => vec![line(Tone::Dim, words.making)],
        Mail::Fault(fault) => {
            let told = sight.words().fault(fault);
            let told = [(Tone::Error, told.what), (Tone::Plain, told.why), (Tone::Good, told.remedy)];
            told.into_iter().filter(|(_, text)| !text.is_empty()).map(|(tone, text)| line(tone, text)).collect()
        }
        Mail::Seen(seen) => of(seen, sight),
    };
    lines.into_iter().flat_map(|line| wrap(line, width)).collect()
}

fn of(seen: &LetterSeen, sight: Sight) -> Vec<TextLine> {
    let (words, letter) = (&sight.words().inviting, &seen.letter);
    let header =
        |name: &str, value: String| vec![(Tone::Name, fit(&format!("{name}{}", sight.words().colon()), NAMES)), (Tone::Plain, value)];
    let mut lines = vec![header(words.mail_from, shown(&letter.from, sight))];
    if let Some(reply_to) = &letter.reply_to {
        lines.push(header(words.mail_reply_to, shown(reply_to, sight)));
    }
    lines.push(header(words.mail_to, shown(&letter.to, sight)));
    lines.push(header(words.mail_subject, sight.text(letter.subject.as_str())));
    lines.push(Vec::new());
    lines.extend(letter.text.lines().map(|text| line(Tone::Plain, sight.text(text))));
    lines.push(Vec::new());
    for enclosure in &letter.enclosures {
        let size = enclosure.bytes.len().div_ceil(1024);
        lines.push(vec![(Tone::Head, (words.enclosed)(&sight.text(enclosure.name.as_str()), size))]);
    }
    lines.push(line(Tone::Dim, (words.filled)(seen.answers.len(), seen.questions)));
    lines.extend(seen.answers.iter().map(|(question, answer)| {
        vec![(Tone::Plain, "  ".to_owned()), (Tone::Dim, sight.text(question)), (Tone::Plain, format!("  {}", sight.text(answer)))]
    }));
    lines
}

/// A mailbox as mail programs show it.
fn shown(mailbox: &Mailbox, sight: Sight) -> String {
    let address = mailbox.address.as_str();
    match mailbox.name.as_str() {
        "" => sight.text(address),
        name => sight.text(&format!("{name} <{address}>")),
    }
}
