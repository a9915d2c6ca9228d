//! One client, from its greeting to its farewell.

use std::cell::RefCell;
use std::io;
use std::net::{IpAddr, Ipv4Addr, TcpStream};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use mail_parser::MessageParser;
use mailin::response::{AUTH_OK, BAD_MAILBOX, INVALID_CREDENTIALS, NO_MAILBOX, NO_SERVICE, OK};
use mailin::{Action, AuthMechanism, Handler, Response, Session, SessionBuilder};

use super::line::Line;
use super::{Conduct, Encryption, Greeting, House, Taken, locked};

/// The letter under way.
#[derive(Default)]
struct Letter {
    recipient: String,
    bytes: Vec<u8>,
    /// What happens at RCPT instead of an answer by the protocol.
    instead: Option<Conduct>,
}

/// What mailin asks of us.
struct Office<'a> {
    house: &'a House,
    letter: Rc<RefCell<Letter>>,
}

impl Handler for Office<'_> {
    fn mail(&mut self, _: IpAddr, _: &str, from: &str) -> Response {
        if self.house.manners.barred_sender.as_deref() == Some(from) { BAD_MAILBOX } else { OK }
    }

    fn rcpt(&mut self, to: &str) -> Response {
        match self.house.conduct_at(to, is_at_recipient) {
            Some(Conduct::Refuse) => NO_MAILBOX,
            Some(Conduct::PutOff) => Response::custom(451, "4.7.1 Greylisted, come back later".to_owned()),
            Some(Conduct::Leave) => NO_SERVICE,
            Some(instead) => {
                self.letter.borrow_mut().instead = Some(instead);
                OK
            }
            None => {
                *self.letter.borrow_mut() = Letter { recipient: to.to_owned(), ..Letter::default() };
                OK
            }
        }
    }

    fn data(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.letter.borrow_mut().bytes.extend_from_slice(bytes);
        Ok(())
    }

    fn auth_plain(&mut self, _: &str, user: &str, password: &str) -> Response {
        let known = self.house.manners.login.as_ref().is_some_and(|known| (known.0.as_str(), known.1.as_str()) == (user, password));
        if known { AUTH_OK } else { INVALID_CREDENTIALS }
    }
}

fn session<'a>(house: &'a House, letter: &Rc<RefCell<Letter>>) -> Session<Office<'a>> {
    let mut builder = SessionBuilder::new("mail.test");
    if house.manners.encryption == Encryption::StartTls {
        builder.enable_start_tls();
    } else {
        // Encrypted already, or never: what mailin knows of is only STARTTLS.
        builder.insecure_enable_plaintext_auth();
    }
    if house.manners.login.is_some() {
        builder.enable_auth(AuthMechanism::Plain);
    }
    builder.build(Ipv4Addr::LOCALHOST.into(), Office { house, letter: Rc::clone(letter) })
}

const fn is_at_recipient(conduct: Conduct) -> bool {
    matches!(
        conduct,
        Conduct::Refuse
            | Conduct::PutOff
            | Conduct::Leave
            | Conduct::Hang
            | Conduct::DropAtRecipient
            | Conduct::AnswerRecipient(_)
            | Conduct::Drip
            | Conduct::Flood
    )
}

const fn is_at_end(conduct: Conduct) -> bool {
    matches!(
        conduct,
        Conduct::RefuseLetter | Conduct::PutOffLetter | Conduct::DropAfterLetter | Conduct::HangAfterLetter | Conduct::AnswerLetter(_)
    )
}

pub(super) fn talk(stream: TcpStream, house: &Arc<House>) -> io::Result<()> {
    let mut line = Line::open(stream);
    if house.manners.greeting == Greeting::DripInTls {
        // The head of a handshake record of 16 KiB, and then its bytes.
        line.say(&[0x16, 3, 3, 0x40, 0])?;
        return line.say_without_end(&[0], Duration::from_millis(20));
    }
    if house.manners.encryption == Encryption::Tls {
        line = line.encrypted(&house.tls)?;
    }
    let letter = Rc::new(RefCell::new(Letter::default()));
    let mut session = session(house, &letter);
    match house.manners.greeting {
        Greeting::Friendly => line.say(&session.greeting().buffer()?)?,
        Greeting::Busy => return line.say(b"421 4.3.2 Too many connections\r\n"),
        Greeting::Barred => return line.say(b"554 5.7.1 No mail from you\r\n"),
        Greeting::Silent | Greeting::DripInTls => return line.hang(),
    }
    let mut letters = 0;
    while let Some(words) = line.next()? {
        let response = session.process(&words);
        let instead = letter.borrow_mut().instead.take();
        match instead {
            None => {}
            Some(Conduct::AnswerRecipient(bytes)) => {
                line.say(bytes)?;
                continue;
            }
            Some(Conduct::DropAtRecipient) => return line.drop_it(),
            Some(Conduct::Drip) => return line.say_without_end(b"2", Duration::from_millis(20)),
            Some(Conduct::Flood) => return line.say_without_end(&[b'2'; 64 * 1024], Duration::ZERO),
            Some(_) => return line.hang(),
        }
        if let (535, Some(quotes)) = (response.code, house.manners.quotes) {
            line.say(&[b"535 5.7.8 ", quotes, words.trim_ascii_end(), b"\r\n"].concat())?;
            continue;
        }
        line.say(&response.buffer()?)?;
        match response.action {
            Action::Close => return line.drop_it(),
            Action::UpgradeTls => {
                line = line.encrypted(&house.tls)?;
                session.tls_active();
            }
            Action::NoReply | Action::Reply if response.code == 354 => {
                let (open, ends) = (take(line, &mut session, house, &letter)?, house.manners.letters_per_line);
                let Some(open) = open else { return Ok(()) };
                letters += 1;
                if ends == Some(letters) {
                    return open.drop_it();
                }
                line = open;
            }
            Action::NoReply | Action::Reply => {}
        }
    }
    Ok(())
}

/// Takes in a letter and answers; none where the line is no more.
fn take(mut line: Line, session: &mut Session<Office<'_>>, house: &House, letter: &RefCell<Letter>) -> io::Result<Option<Line>> {
    let recipient = letter.borrow().recipient.clone();
    if house.conduct_at(&recipient, |conduct| conduct == Conduct::DropInLetter).is_some() {
        let _first_line = line.next()?;
        return line.drop_it().map(|()| None);
    }
    loop {
        let Some(words) = line.next()? else { return Ok(None) };
        let response = session.process(&words);
        if words != b".\r\n" {
            continue;
        }
        match house.conduct_at(&recipient, is_at_end) {
            Some(Conduct::RefuseLetter) => line.say(b"554 5.7.1 Looks like spam\r\n")?,
            Some(Conduct::PutOffLetter) => line.say(b"452 4.3.1 The disk is full\r\n")?,
            Some(Conduct::DropAfterLetter) => {
                remember(house, letter);
                return line.drop_it().map(|()| None);
            }
            Some(Conduct::AnswerLetter(bytes)) => {
                remember(house, letter);
                line.say(bytes)?;
            }
            Some(_) => {
                remember(house, letter);
                return line.hang().map(|()| None);
            }
            None => {
                // Written down before it is said, as an honest server does.
                remember(house, letter);
                line.say(&response.buffer()?)?;
            }
        }
        return Ok(Some(line));
    }
}

fn remember(house: &House, letter: &RefCell<Letter>) {
    let letter = letter.take();
    let parsed = MessageParser::default().parse(&letter.bytes).expect("what was taken is a mail");
    let message_id = parsed.message_id().unwrap_or_default().to_owned();
    locked(&house.taken).push(Taken { recipient: letter.recipient, message_id, bytes: letter.bytes });
}
