//! Letters as mail: read back by a parser that is not the library that wrote them, with hostile names.

use std::os::unix::fs::PermissionsExt as _;

use instroom::domain::letter::{Enclosure, HeaderText, Letter, Mailbox};
use instroom::domain::settings::Security;
use instroom::world::post::{Eml, EmlFault, Offered, Post as _, Server, Smtp, encode};
use mail_parser::{Address, Message, MessageParser, MimeHeaders as _};
use proptest::prelude::*;

use super::mail::letter_to;
use crate::support::mail_server::{MailServer, Manners};

fn parsed(bytes: &[u8]) -> Message<'_> {
    MessageParser::default().parse(bytes).expect("a mail")
}

/// The one name and address of a header.
fn one(address: Option<&Address<'_>>) -> (String, String) {
    let all: Vec<_> = address.expect("the header").iter().collect();
    assert_eq!(all.len(), 1, "one address");
    (all[0].name().unwrap_or_default().to_owned(), all[0].address().unwrap_or_default().to_owned())
}

fn named(name: &str, subject: &str) -> Letter {
    let letter = letter_to("an@example.be");
    Letter { to: Mailbox::parse(name, "an@example.be").unwrap(), subject: subject.into(), ..letter }
}

const HOSTILE: [&str; 9] = [
    "<script>alert(1)</script>",
    "An\r\nBcc: all@example.com",
    "An\nSubject: other\n\nbody",
    "\u{202e}moc.elpmaxe@knab\u{202c}",
    "Élise \"Zoë\" Çelik, Müller; <x@example.com>",
    "👩‍💻 Peeters",
    "=?utf-8?q?An?= (x)",
    "\\\" \u{0}\u{1b}[31m",
    "Ан Янссенс 安",
];

#[test]
fn a_letter_is_read_back_as_it_was_written() {
    let letter = Letter {
        text: "Beste An\n\nUw vragenlijst — vóór 16 oktober.\n.\nGroeten".to_owned(),
        html: "<p>Beste An</p><p>vóór 16 oktober</p>".to_owned(),
        enclosures: vec![Enclosure { name: "vragenlijst Élise.xlsx".into(), bytes: (0..=255).cycle().take(10_000).collect() }],
        ..named("Élise Müller", "Uw vragenlijst — aanslagjaar 2026")
    };
    let bytes = encode(&letter).unwrap();
    assert!(bytes.is_ascii());
    assert!(bytes.split(|byte| *byte == b'\n').all(|line| line.len() <= 998), "no line longer than mail allows");
    let mail = parsed(&bytes);
    assert_eq!(one(mail.from()), ("Kantoor Peeters".to_owned(), "info@kantoor.be".to_owned()));
    assert_eq!(one(mail.reply_to()).1, "antwoord@kantoor.be");
    assert_eq!(one(mail.to()), ("Élise Müller".to_owned(), "an@example.be".to_owned()));
    assert_eq!(mail.subject(), Some("Uw vragenlijst — aanslagjaar 2026"));
    assert_eq!(mail.message_id(), Some(letter.message_id.as_str()));
    assert_eq!(mail.date().map(mail_parser::DateTime::to_timestamp), Some(letter.date.as_second()));
    assert_eq!(mail.body_text(0).unwrap().replace("\r\n", "\n"), letter.text);
    assert_eq!(mail.body_html(0).unwrap().replace("\r\n", "\n"), letter.html);
    assert!(mail.bcc().is_none() && mail.header("Auto-Submitted").is_none());
    assert_eq!(mail.attachment_count(), 1);
    let enclosed = mail.attachment(0).unwrap();
    assert_eq!(enclosed.attachment_name(), Some("vragenlijst Élise.xlsx"));
    assert_eq!(enclosed.contents(), letter.enclosures[0].bytes);
    let kind = enclosed.content_type().unwrap();
    assert_eq!(kind.subtype(), Some("vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
    assert_eq!(mail.content_type().and_then(|kind| kind.subtype()), Some("mixed"));
}

/// The names of the headers of a mail, in its own bytes.
fn header_names(bytes: &[u8]) -> Vec<String> {
    let text = std::str::from_utf8(bytes).unwrap();
    let head = text.split("\r\n\r\n").next().unwrap();
    let own = head.split("\r\n").filter(|line| !line.starts_with([' ', '\t']));
    own.map(|line| line.split(':').next().unwrap().to_ascii_lowercase()).collect()
}

fn injects_nothing(name: &str, subject: &str) {
    let letter = named(name, subject);
    let bytes = encode(&letter).unwrap();
    let mut names = header_names(&bytes);
    names.sort();
    let expected = ["content-type", "date", "from", "message-id", "mime-version", "reply-to", "subject", "to"];
    assert_eq!(names, expected, "{name:?} {subject:?}");
    let mail = parsed(&bytes);
    assert_eq!(one(mail.to()).1, "an@example.be", "{name:?}");
    assert_eq!(mail.body_html(0).unwrap().replace("\r\n", "\n"), letter.html);
}

#[test]
fn hostile_names_stay_names() {
    for name in HOSTILE {
        injects_nothing(name, name);
        let letter = named(name, name);
        let bytes = encode(&letter).unwrap();
        let mail = parsed(&bytes);
        assert_eq!(mail.subject().unwrap_or_default(), HeaderText::of(name).as_str());
    }
}

proptest! {
    #[test]
    fn no_name_and_no_subject_puts_in_a_header(name in any::<String>(), subject in any::<String>()) {
        injects_nothing(&name, &subject);
    }
}

#[test]
fn what_the_server_took_is_what_was_written() {
    let server = MailServer::start(Manners::default());
    let trusted = Some(std::fs::read(server.ca_file()).unwrap());
    let patience = std::time::Duration::from_secs(20);
    let described = Server {
        host: MailServer::HOST.to_owned(),
        port: server.port(),
        security: Security::StartTls,
        trusted,
        patience,
        letters_per_line: 50,
    };
    let letter = Letter { text: ".\n..\n.een punt vooraan\n\nlaatste".to_owned(), ..named(HOSTILE[4], HOSTILE[0]) };
    assert!(matches!(Smtp::new(described, None).unwrap().offer(&letter), Offered::Taken { .. }));
    let taken = &server.letters()[0];
    let mail = parsed(&taken.bytes);
    assert_eq!((taken.recipient.as_str(), taken.message_id.as_str()), ("an@example.be", letter.message_id.as_str()));
    assert_eq!(mail.body_text(0).unwrap().replace("\r\n", "\n"), letter.text);
    assert_eq!(mail.attachment(0).unwrap().contents(), letter.enclosures[0].bytes);
}

#[test]
fn a_folder_takes_letters_as_files_for_their_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    let eml = Eml::into(&folder.path().join("mail")).unwrap();
    for address in ["an@example.be", "/etc/o'hara+x=y@example.be", "-rf@example.be"] {
        let letter = letter_to(address);
        let path = eml.write(&letter).unwrap();
        assert_eq!(eml.write(&letter).unwrap(), path, "a second look replaces the first");
        assert_eq!(path.parent(), Some(folder.path().join("mail").as_path()));
        assert!(!path.file_name().unwrap().to_str().unwrap().starts_with('-'));
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(one(parsed(&std::fs::read(&path).unwrap()).to()).1, address);
    }
    assert_eq!(folder.path().join("mail").metadata().unwrap().permissions().mode() & 0o777, 0o700);
    assert_eq!(std::fs::read_dir(folder.path().join("mail")).unwrap().count(), 3);
    std::fs::remove_dir_all(folder.path().join("mail")).unwrap();
    assert!(matches!(eml.write(&letter_to("an@example.be")), Err(EmlFault::File(_))));
}
