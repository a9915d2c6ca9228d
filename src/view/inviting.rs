//! The invite screen: who gets mail, who does not, the mail itself, and the number to type.

use crate::app::keymap::Layer;
use jiff::civil::Date;

use super::canvas::{Canvas, Part as Place};
use super::heard::Role;
use crate::app::Model;
use crate::app::desk::Sight;
use crate::app::detail::{TextLine, Tone, cut, line, width_of, wrap};
use crate::app::fault::Fault;
use crate::app::geometry::scrolled;
use crate::app::inviting::{Inviting, Lot, Mail, Part, is_short_of_room, unsettled, whole_mail, whole_view};
use crate::app::mailing::{LetterSeen, Posting};
use crate::domain::invitation::{LeftOut, WhyNot};
use crate::words::Words;

/// Fewest lines of the mail with its frame: its address and subject are seen.
const PREVIEW: u16 = 3;

pub(super) fn draw(model: &Model, inviting: &Inviting, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let (width, height) = (canvas.width(), canvas.height());
    let flow = model.flow_name(&inviting.wanted.flow);
    canvas.title(&(words.inviting.title)(inviting.wanted.occasion, &flow), words.inviting.nothing_yet);
    canvas.rule(1);
    if inviting.whole.is_some() {
        whole(model, inviting, canvas);
        return;
    }
    // The number to type at the bottom; the lines of what is chosen get what they need, the mail what is left.
    let ask = height.saturating_sub(3);
    let from = terms(model, inviting);
    let room = ask.saturating_sub(PREVIEW + u16::try_from(from.len()).unwrap_or(0));
    let wanted = u16::try_from(inviting.lots.len() + 4).unwrap_or(u16::MAX);
    // With a line of air behind them, where there is room.
    let wanted = if room > wanted + 5 { wanted + 1 } else { wanted };
    let parts_end = wanted.min(room).max(5);
    parts(model, inviting, Place { x: 0, y: 2, width, height: parts_end.saturating_sub(2) }, canvas);
    canvas.lines(2, (parts_end, ask), width.saturating_sub(3), &from);
    canvas.set_cursor_at_last(2, 3);
    // Nobody gets one: there is no mail to look at, and no number to type.
    if inviting.recipients.is_empty() {
        return;
    }
    let top = parts_end + u16::try_from(from.len()).unwrap_or(0);
    mail(model, inviting, Place { x: 0, y: top, width, height: ask.saturating_sub(top) }, canvas);
    number(model, inviting, ask, canvas);
}

/// From where, how many, and the lines that the cursor goes over.
fn parts(model: &Model, inviting: &Inviting, place: Place, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let width = place.width.saturating_sub(3);
    let chosen = inviting.mailing.recipients.len() + inviting.mailing.left_out.len();
    canvas.put(2, place.y, width, &(words.inviting.whence)(inviting.whence, chosen), canvas.look.dim());
    let count = if inviting.is_read {
        (words.outbox.get_mail)(inviting.recipients.len() as u64)
    } else {
        match &model.mails.read {
            Some(Err(fault)) => words.fault(fault).what,
            Some(Ok(_)) | None => words.inviting.reading.to_owned(),
        }
    };
    let shown = &inviting.lots;
    let seen = usize::from(place.height.saturating_sub(2));
    let top = scrolled(0, inviting.cursor, seen, shown.len());
    let below = shown.len().saturating_sub(top + seen);
    let more = if below > 0 { (words.listing.lines_more)(below) } else { String::new() };
    // How many lines of the list are not seen stands beside how many get mail.
    let room = width.saturating_sub(u16::try_from(width_of(&more)).unwrap_or(0) + if below > 0 { 2 } else { 0 });
    canvas.put_right(place.y + 1, &more, canvas.look.dim());
    let taken = canvas.write(2, place.y + 1, &cut(&count, usize::from(room)), canvas.look.strong());
    if !inviting.recipients.is_empty() {
        let days = (words.inviting.deadlines)(&deadlines(inviting, canvas.is_heard().then_some(words)));
        // A day that is cut is another day: where they have no room, the list of whoever gets mail says them.
        if width_of(&days) <= usize::from(room.saturating_sub(taken + 2)) {
            canvas.put(2 + taken + 2, place.y + 1, room.saturating_sub(taken + 2), &days, canvas.look.dim());
        }
    }
    let outside = canvas.put_as(Role::Line);
    for (y, (at, lot)) in (place.y + 2..).zip(shown.iter().enumerate().skip(top).take(seen)) {
        let here = at == inviting.cursor;
        let (text, note) = told(model, inviting, lot);
        let (text, note) = if canvas.is_heard() { (counted_last(&text, lot.count, &note, words), String::new()) } else { (text, note) };
        let style = if here { canvas.look.current() } else { canvas.look.plain() };
        canvas.put(2, y, 2, if here { ">" } else { "" }, canvas.look.strong());
        let room = canvas.unbroken(usize::from(width.saturating_sub(4)));
        let taken = canvas.write(4, y, &cut(&text, room), style);
        canvas.cell(4 + taken + 2, y, width.saturating_sub(taken + 5), &note, canvas.look.dim());
        if here {
            canvas.set_cursor(2, y);
        }
    }
    canvas.put_as(outside);
}

/// A line for whoever hears it: what it is about first, then how many they are, then who.
fn counted_last(text: &str, count: usize, note: &str, words: &Words) -> String {
    let text = text.trim_start();
    match text.split_once("  ").filter(|(number, _)| *number == count.to_string()) {
        Some((_, rest)) => [rest.trim(), &(words.flows.customers)(count as u64), note].join("  ").trim().to_owned(),
        None => [text, note].join("  ").trim().to_owned(),
    }
}

/// What a line says, and what is said behind it.
fn told(model: &Model, inviting: &Inviting, lot: &Lot) -> (String, String) {
    let (sight, words) = (model.sight, model.sight.words());
    let names = || {
        let about = |left_out: &LeftOut| match &left_out.why {
            WhyNot::DeadlinePast { deadline } => deadline.strftime("%d/%m/%Y").to_string(),
            WhyNot::Mistyped { domain, meant } => sight.text(&format!("{domain} > {meant}?")),
            _ => sight.name(&left_out.name),
        };
        lot.first.iter().map(about).collect::<Vec<_>>().join(", ")
    };
    let count = lot.count;
    match lot.part {
        Part::Days => ((words.inviting.days)(inviting.wanted.days), String::new()),
        Part::End => {
            let end = inviting.wanted.end.map(|end| end.strftime("%d/%m/%Y").to_string());
            ((words.inviting.end)(end.as_deref()), String::new())
        }
        Part::Reason(_) => {
            let why = lot.first.first().map(|left_out| (words.outbox.why_not)(&left_out.why)).unwrap_or_default();
            (format!("{count:>6}  {}", sight.text(&why)), names())
        }
        Part::Caution(caution) => (format!("{count:>6}  [ ] {}", (words.inviting.caution)(caution)), names()),
        Part::Despite(caution) => (format!("{count:>6}  [x] {}", (words.inviting.caution)(caution)), String::new()),
        Part::SameAddress => (format!("{count:>6}  [ ] {}", words.inviting.same_address), names()),
        Part::Admitted => (format!("{count:>6}  [x] {}", words.inviting.admitted), String::new()),
        Part::Refused => (format!("{count:>6}  [ ] {}", words.inviting.refused), names()),
        Part::Again => (format!("{:>6}  [x] {}", "", words.inviting.again), String::new()),
        Part::Language(language) => {
            let mark = if inviting.without.contains(&language) { "[ ]" } else { "[x]" };
            (format!("{count:>6}  {mark} {}", (words.language)(language)), String::new())
        }
    }
}

/// The last days to file of those who get mail, the first day first: `15/07/2026 (106), 16/10/2026 (12)`.
/// With words, as it is heard.
fn deadlines(inviting: &Inviting, heard: Option<&Words>) -> String {
    let told = |(day, count): (&Date, &usize)| {
        let many = heard.map_or_else(|| format!("({count})"), |words| format!("({})", (words.flows.customers)(*count as u64)));
        format!("{} {many}", day.strftime("%d/%m/%Y"))
    };
    inviting.deadlines.iter().map(told).collect::<Vec<_>>().join(", ")
}

/// From whom and how fast; or what stands in the way, with the very lines that settle it.
fn terms(model: &Model, inviting: &Inviting) -> Vec<TextLine> {
    let (sight, words) = (model.sight, model.sight.words());
    let Some(read) = model.mails.known() else { return Vec::new() };
    match &read.posting {
        Ok(posting) => {
            let mut lines = vec![line(Tone::Plain, addresses(posting, sight, usize::from(model.size.0.saturating_sub(3))))];
            if !inviting.recipients.is_empty() {
                let seconds = inviting.recipients.len() as u64 * 60 / u64::from(posting.per_minute.max(1));
                lines.push(line(Tone::Dim, (words.inviting.pace)(&sight.text(&posting.host), posting.per_minute, &taking(seconds))));
            }
            if let Some(elsewhere) = &read.elsewhere {
                let told = (words.outbox.sending)(&sight.text(&elsewhere.who), &sight.moment(elsewhere.since));
                lines.push(line(Tone::Warning, told));
            }
            lines
        }
        Err(fault) if is_short_of_room(model) => {
            let width = usize::from(model.size.0.saturating_sub(3));
            let told = words.fault(&Fault::Mail(fault.clone()));
            let how = sight.keyed(Layer::Inviting, words.inviting.settle_key);
            [(Tone::Warning, told.what), (Tone::Plain, how)].into_iter().flat_map(|(tone, text)| wrap(line(tone, text), width)).collect()
        }
        Err(_) => unsettled(model, usize::from(model.size.0.saturating_sub(3))),
    }
}

/// From whom, and where answers go. Where both are too long with their names, the addresses are what matters; that of the answers first.
fn addresses(posting: &Posting, sight: Sight, width: usize) -> String {
    let bare = |mailbox: &str| mailbox.rsplit_once('<').map_or(mailbox, |(_, address)| address.trim_end_matches('>')).to_owned();
    let told = |sender: &str, reply_to: Option<&str>| {
        (sight.words().inviting.terms)(&sight.text(sender), reply_to.map(|to| sight.text(to)).as_deref())
    };
    let (sender, reply_to) = (posting.sender.as_str(), posting.reply_to.as_deref());
    let ways = [told(sender, reply_to), told(sender, reply_to.map(bare).as_deref())];
    ways.into_iter().find(|text| width_of(text) <= width).unwrap_or_else(|| told(&posting.address, reply_to.map(bare).as_deref()))
}

/// The beginning of the mail, as the recipient in question gets it.
fn mail(model: &Model, inviting: &Inviting, place: Place, canvas: &mut Canvas<'_>) {
    if place.height < 3 {
        return;
    }
    let (sight, words) = (model.sight, model.sight.words());
    let title = inviting.current().map_or_else(String::new, |recipient| {
        let name = sight.name(&recipient.name);
        (words.inviting.mail_of)(&name, inviting.at + 1, inviting.recipients.len())
    });
    let outside = canvas.put_as(Role::Pane);
    canvas.frame(place, &title, &sight.keyed(Layer::Inviting, words.inviting.mail_keys));
    let width = place.width.saturating_sub(4);
    let lines = match &inviting.mail {
        Mail::Seen(seen) => beginning(inviting, seen, sight, (usize::from(width), usize::from(place.height.saturating_sub(4)))),
        Mail::None | Mail::Making(_) | Mail::Fault(_) => whole_mail(inviting, sight, usize::from(width)),
    };
    for (y, line) in (place.y + 1..place.y + place.height.saturating_sub(1)).zip(&lines) {
        canvas.cell_line(place.x + 2, y, width, line);
    }
    canvas.put_as(outside);
}

/// The most lines of headers, the enclosure and the head of what is filled in, with the blank ones between.
const AROUND: usize = 10;

/// What is seen of a mail. A tall window shows headers, text and what is enclosed, and of the answers what fits; a low one only what says
/// something: the address, the subject, and how it begins.
fn beginning(inviting: &Inviting, seen: &LetterSeen, sight: Sight, (width, room): (usize, usize)) -> Vec<TextLine> {
    let letter = &seen.letter;
    let wrapped = |is_short: bool| {
        let text = letter.text.lines().filter(|text| !is_short || !text.trim().is_empty());
        text.map(|text| line(Tone::Plain, sight.text(text))).flat_map(|text| wrap(text, width)).collect::<Vec<TextLine>>()
    };
    let text = wrapped(false);
    if text.len() + AROUND <= room {
        return whole_mail(inviting, sight, width);
    }
    let text = if text.len() <= room { text } else { wrapped(true) };
    let to = sight.text(&format!("{}  {}", letter.to.address.as_str(), letter.subject.as_str()));
    let filled = (sight.words().inviting.filled)(seen.answers.len(), seen.questions);
    let head = std::iter::once(line(Tone::Head, to));
    head.chain(text.into_iter().take(room)).chain(std::iter::once(line(Tone::Dim, filled))).collect()
}

/// Where the number is typed, and what Enter does.
fn number(model: &Model, inviting: &Inviting, y: u16, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    canvas.put(0, y, canvas.width(), "", canvas.look.plain());
    let count = inviting.recipients.len();
    let mut x = 2 + canvas.write(2, y, words.inviting.type_number, canvas.look.plain()) + 1;
    let digits = u16::try_from(count.to_string().len().max(inviting.typed.len()) + 2).unwrap_or(12);
    canvas.field(x, y, digits + 1, &inviting.typed, inviting.typed.len(), !inviting.typed.is_empty());
    x += digits + 2;
    let (text, tone) = if inviting.is_typed() {
        (model.sight.keyed(Layer::Inviting, &(words.inviting.enter_sends)(count)), Tone::Warning)
    } else {
        ((words.inviting.of_count)(count), Tone::Dim)
    };
    canvas.put(x, y, canvas.width().saturating_sub(x), &text, canvas.look.tone(tone));
}

fn whole(model: &Model, inviting: &Inviting, canvas: &mut Canvas<'_>) {
    let (width, height) = (canvas.width(), canvas.height());
    let lines = whole_view(model, inviting, usize::from(width.saturating_sub(2)));
    // A window that has grown shows no blank lines behind the end.
    let most = lines.len().saturating_sub(usize::from(height.saturating_sub(4)));
    let top = inviting.whole.unwrap_or(0).min(most);
    let outside = canvas.put_as(Role::Pane);
    for (y, line) in (2..height.saturating_sub(2)).zip(lines.iter().skip(top)) {
        canvas.line(1, y, width.saturating_sub(2), line);
    }
    canvas.put_as(outside);
    let below = lines.len().saturating_sub(top + usize::from(height.saturating_sub(4)));
    if below > 0 || top > 0 {
        let listing = &model.sight.words().listing;
        let text = if below > 0 { (model.sight.words().person.lines_by_j)(below) } else { listing.lines_end.to_owned() };
        let text = model.sight.keyed(model.layer(), &text);
        let x = width.saturating_sub(u16::try_from(width_of(&text)).unwrap_or(0) + 2);
        canvas.write(x, 1, &format!(" {text} "), canvas.look.dim());
    }
    canvas.set_cursor(0, 2);
}

/// How long something takes, in the units that all languages share: `8 s`, `3 min 22 s`, `1 h 40 min`.
pub(super) fn taking(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match (hours, minutes, seconds) {
        (0, 0, seconds) => format!("{seconds} s"),
        (0, minutes, 0) => format!("{minutes} min"),
        (0, minutes, seconds) => format!("{minutes} min {seconds} s"),
        (hours, 0, _) => format!("{hours} h"),
        (hours, minutes, _) => format!("{hours} h {minutes} min"),
    }
}
