//! Mail against a real server on loopback: every manner of it, and what is known of the letter then.

use std::time::Duration;

use instroom::domain::letter::{Enclosure, Letter, Mailbox, MessageId};
use instroom::domain::settings::Security;
use instroom::world::config::Password;
use instroom::world::post::{Login, Offered, Post as _, Server, Smtp, SmtpFault};

use crate::support::mail_server::{Conduct, Encryption, Greeting, MailServer, Manners};

const AN: &str = "an@example.be";
const BOB: &str = "bob@example.be";

/// A letter to somebody, with something enclosed.
pub(crate) fn letter_to(address: &str) -> Letter {
    Letter {
        from: Mailbox::parse("Kantoor Peeters", "info@kantoor.be").unwrap(),
        reply_to: Some(Mailbox::parse("", "antwoord@kantoor.be").unwrap()),
        to: Mailbox::parse("An Janssens", address).unwrap(),
        message_id: MessageId::of("1", address, "kantoor.be").unwrap(),
        date: "2026-05-14T11:00:00Z".parse().unwrap(),
        subject: "Uw vragenlijst".into(),
        text: "Beste An\n\n.een punt vooraan\n".to_owned(),
        html: "<p>Beste An</p>".to_owned(),
        enclosures: vec![Enclosure { name: "vragenlijst.xlsx".into(), bytes: b"PK\x03\x04".to_vec() }],
    }
}

/// How the server is spoken to; the tests that let it hang do not wait long.
pub(super) fn described(server: &MailServer, security: Security) -> Server {
    Server {
        host: MailServer::HOST.to_owned(),
        port: server.port(),
        security,
        trusted: Some(std::fs::read(server.ca_file()).unwrap()),
        patience: Duration::from_secs(20),
        letters_per_line: 50,
    }
}

pub(super) fn smtp(server: &MailServer, security: Security) -> Smtp {
    Smtp::new(described(server, security), None).unwrap()
}

/// What an impatient client makes of a server that says nothing.
pub(super) fn impatient(server: &MailServer) -> Smtp {
    let patience = Duration::from_millis(300);
    Smtp::new(Server { patience, ..described(server, Security::StartTls) }, None).unwrap()
}

fn login(password: &str) -> Option<Login> {
    Some(Login { user: "kantoor".to_owned(), password: Password::in_first_line(password).unwrap() })
}

pub(super) fn names(server: &MailServer) -> Vec<String> {
    server.taken().into_iter().map(|(recipient, _)| recipient).collect()
}

#[test]
fn letters_arrive_encrypted_either_way_and_in_the_open_on_this_machine_only() {
    for (encryption, security) in
        [(Encryption::StartTls, Security::StartTls), (Encryption::Tls, Security::Tls), (Encryption::Open, Security::Open)]
    {
        let server = MailServer::start(Manners { encryption, ..Manners::default() });
        let smtp = smtp(&server, security);
        for address in [AN, BOB] {
            assert!(matches!(smtp.offer(&letter_to(address)), Offered::Taken { reply } if reply.starts_with("250")), "{security:?}");
        }
        smtp.rest();
        let expected: Vec<_> =
            [AN, BOB].map(|address| (address.to_owned(), letter_to(address).message_id.to_string())).into_iter().collect();
        assert_eq!(server.taken(), expected);
        assert_eq!(server.lines(), 1, "one line for both letters");
    }
    let server = MailServer::start(Manners::default());
    let abroad = Server { host: "mail.example.com".to_owned(), ..described(&server, Security::Open) };
    assert!(matches!(Smtp::new(abroad, None), Err(SmtpFault::OpenLine { .. })));
}

#[test]
fn nothing_is_said_to_a_server_that_does_not_encrypt_or_that_nobody_vouches_for() {
    let open = MailServer::start(Manners { encryption: Encryption::Open, ..Manners::default() });
    let refused = smtp(&open, Security::StartTls).offer(&letter_to(AN));
    assert!(matches!(refused, Offered::NotOffered { is_for_all: true, .. }), "{refused:?}");

    for (encryption, security) in [(Encryption::StartTls, Security::StartTls), (Encryption::Tls, Security::Tls)] {
        let server = MailServer::start(Manners { encryption, ..Manners::default() });
        let other = MailServer::start(Manners::default());
        for trusted in [None, Some(std::fs::read(other.ca_file()).unwrap())] {
            let smtp = Smtp::new(Server { trusted, ..described(&server, security) }, None).unwrap();
            let refused = smtp.offer(&letter_to(AN));
            let Offered::NotOffered { detail, is_for_all: true } = &refused else { panic!("{refused:?}") };
            assert!(detail.contains("UnknownIssuer") || detail.contains("certificate"), "{detail}");
        }
        assert_eq!(server.taken(), []);
    }
    let server = MailServer::start(Manners::default());
    let garbage = Server { trusted: Some(b"not a certificate".to_vec()), ..described(&server, Security::Tls) };
    assert!(matches!(Smtp::new(garbage, None), Err(SmtpFault::Certificates { .. })));
}

#[test]
fn a_name_and_password_open_the_door_and_a_wrong_one_closes_it_for_all() {
    for (encryption, security) in
        [(Encryption::StartTls, Security::StartTls), (Encryption::Tls, Security::Tls), (Encryption::Open, Security::Open)]
    {
        let known = Some(("kantoor".to_owned(), "juist".to_owned()));
        let server = MailServer::start(Manners { encryption, login: known, ..Manners::default() });
        let with = |login| Smtp::new(described(&server, security), login).unwrap();
        let wrong = with(login("fout")).offer(&letter_to(AN));
        assert!(matches!(&wrong, Offered::NotOffered { is_for_all: true, detail } if detail.starts_with("535")), "{wrong:?}");
        let nobody = with(None).offer(&letter_to(AN));
        assert!(matches!(&nobody, Offered::NotOffered { is_for_all: true, .. }), "{nobody:?}");
        assert_eq!(server.taken(), []);
        assert!(matches!(with(login("juist")).offer(&letter_to(AN)), Offered::Taken { .. }));
    }
}

#[test]
fn each_answer_of_the_server_is_told_for_what_it_is_and_the_next_letter_goes_all_the_same() {
    let later = |offered: &Offered, code: &str| matches!(offered, Offered::Later { reply } if reply.starts_with(code));
    let refused = |offered: &Offered, code: &str| matches!(offered, Offered::Refused { reply } if reply.starts_with(code));
    for (conduct, code, is_right) in [
        (Conduct::Refuse, "550", &refused as &dyn Fn(&Offered, &str) -> bool),
        (Conduct::RefuseLetter, "554", &refused),
        (Conduct::PutOff, "451", &later),
        (Conduct::PutOffLetter, "452", &later),
        (Conduct::Leave, "421", &later),
    ] {
        let server = MailServer::start(Manners::default().towards(AN, conduct));
        let smtp = smtp(&server, Security::StartTls);
        let offered = smtp.offer(&letter_to(AN));
        assert!(is_right(&offered, code), "{conduct:?}: {offered:?}");
        assert!(matches!(smtp.offer(&letter_to(BOB)), Offered::Taken { .. }), "{conduct:?}");
        assert_eq!(names(&server), [BOB]);
        assert_eq!(server.lines(), if conduct == Conduct::Leave { 2 } else { 1 }, "{conduct:?}");
    }
}

#[test]
fn what_is_put_off_is_taken_when_it_comes_again() {
    let server = MailServer::start(Manners::default().first_times(2, AN, Conduct::PutOff));
    let smtp = smtp(&server, Security::StartTls);
    for _ in 0..2 {
        assert!(matches!(smtp.offer(&letter_to(AN)), Offered::Later { .. }));
    }
    assert!(matches!(smtp.offer(&letter_to(AN)), Offered::Taken { .. }));
    assert_eq!(names(&server), [AN]);
}

#[test]
fn a_line_that_is_lost_behind_the_beginning_of_a_letter_leaves_it_unsure() {
    for (conduct, arrived) in [(Conduct::DropInLetter, false), (Conduct::DropAfterLetter, true), (Conduct::HangAfterLetter, true)] {
        let server = MailServer::start(Manners::default().towards(AN, conduct));
        let smtp = impatient(&server);
        let offered = smtp.offer(&letter_to(AN));
        assert!(matches!(offered, Offered::Unsure { .. }), "{conduct:?}: {offered:?}");
        assert_eq!(!server.taken().is_empty(), arrived, "{conduct:?}");
        assert!(matches!(smtp.offer(&letter_to(BOB)), Offered::Taken { .. }), "{conduct:?}");
    }
}

#[test]
fn a_line_that_is_lost_before_the_letter_is_no_doubt() {
    let server = MailServer::start(Manners::default().towards(AN, Conduct::Hang));
    let smtp = impatient(&server);
    let offered = smtp.offer(&letter_to(AN));
    assert!(matches!(&offered, Offered::NotOffered { is_for_all: false, detail } if detail.contains("in time")), "{offered:?}");
    assert!(matches!(smtp.offer(&letter_to(BOB)), Offered::Taken { .. }));
    assert_eq!(names(&server), [BOB]);
}

#[test]
fn a_server_that_receives_nobody_is_told_from_one_that_refuses_a_letter() {
    for greeting in [Greeting::Busy, Greeting::Barred, Greeting::Silent] {
        let server = MailServer::start(Manners { greeting, ..Manners::default() });
        let offered = impatient(&server).offer(&letter_to(AN));
        let is_right = match greeting {
            Greeting::Busy => matches!(&offered, Offered::Later { reply } if reply.starts_with("421")),
            Greeting::Barred => matches!(&offered, Offered::NotOffered { is_for_all: true, detail } if detail.starts_with("554")),
            Greeting::Silent => matches!(&offered, Offered::NotOffered { is_for_all: true, .. }),
            Greeting::Friendly | Greeting::DripInTls => false,
        };
        assert!(is_right, "{greeting:?}: {offered:?}");
    }
    let gone = MailServer::start(Manners::default());
    let smtp = smtp(&gone, Security::StartTls);
    drop(gone);
    let offered = smtp.offer(&letter_to(AN));
    assert!(matches!(offered, Offered::NotOffered { is_for_all: true, .. }), "{offered:?}");
}

#[test]
fn a_sender_whom_the_server_does_not_want_is_no_fault_of_the_customers() {
    let server = MailServer::start(Manners { barred_sender: Some("info@kantoor.be".to_owned()), ..Manners::default() });
    let offered = smtp(&server, Security::StartTls).offer(&letter_to(AN));
    assert!(matches!(&offered, Offered::NotOffered { is_for_all: true, detail } if detail.starts_with("553")), "{offered:?}");
}

#[test]
fn a_line_is_opened_anew_after_so_many_letters_and_where_the_server_closed_it() {
    let server = MailServer::start(Manners { letters_per_line: Some(2), ..Manners::default() });
    let client = smtp(&server, Security::StartTls);
    for number in 0..5 {
        let offered = client.offer(&letter_to(&format!("nr{number}@example.be")));
        assert!(matches!(offered, Offered::Taken { .. }), "{number}: {offered:?}");
    }
    assert_eq!((server.taken().len(), server.lines()), (5, 3));

    let server = MailServer::start(Manners::default());
    let two = Server { letters_per_line: 2, ..described(&server, Security::StartTls) };
    let client = Smtp::new(two, None).unwrap();
    for number in 0..5 {
        assert!(matches!(client.offer(&letter_to(&format!("nr{number}@example.be"))), Offered::Taken { .. }));
    }
    assert_eq!((server.taken().len(), server.lines()), (5, 3));
}
