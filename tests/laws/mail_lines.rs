//! Lines that are lost, answers that are no good: against a real server on loopback.

use std::time::{Duration, Instant};

use instroom::domain::settings::Security;
use instroom::world::config::Password;
use instroom::world::post::{Login, Offered, Post as _, Server, Smtp};

use super::mail::{described, impatient, letter_to, names, smtp};
use crate::support::mail_server::{Conduct, Encryption, Greeting, MailServer, Manners};

const AN: &str = "an@example.be";
const BOB: &str = "bob@example.be";

/// No test waits longer for a server that would keep it for ever. Far more than the patience of its client.
const FAR_TOO_LONG: Duration = Duration::from_secs(30);

#[test]
fn a_line_that_is_dropped_before_the_letter_leaves_it_to_be_offered_again() {
    let server = MailServer::start(Manners::default().first_times(1, AN, Conduct::DropAtRecipient));
    let smtp = smtp(&server, Security::StartTls);
    let offered = smtp.offer(&letter_to(AN));
    assert!(matches!(&offered, Offered::NotOffered { is_for_all: false, detail } if detail.contains("closed")), "{offered:?}");
    assert!(matches!(smtp.offer(&letter_to(AN)), Offered::Taken { .. }));
    assert_eq!(names(&server), [AN]);
}

#[test]
fn an_answer_counts_by_its_code_whatever_its_text_is_written_in() {
    let to = |conduct| {
        let server = MailServer::start(Manners::default().towards(AN, conduct));
        let offered = smtp(&server, Security::StartTls).offer(&letter_to(AN));
        (offered, names(&server))
    };
    let (full, _) = to(Conduct::AnswerRecipient(b"450 4.2.1 Bo\xeete pleine\r\n"));
    assert!(matches!(&full, Offered::Later { reply } if reply.starts_with("450 4.2.1 Bo") && reply.ends_with("te pleine")), "{full:?}");
    let (unknown, _) = to(Conduct::AnswerRecipient(b"550-5.1.1 Bo\xeete\r\n550 inconnue\r\n"));
    assert!(matches!(&unknown, Offered::Refused { reply } if reply.starts_with("550 5.1.1")), "{unknown:?}");
    let (taken, who) = to(Conduct::AnswerLetter(b"250 2.0.0 accept\xe9\r\n"));
    assert!(matches!(&taken, Offered::Taken { reply } if reply.starts_with("250 2.0.0")), "{taken:?}");
    assert_eq!(who, [AN]);
    let (nonsense, who) = to(Conduct::AnswerLetter(b"merci\r\n"));
    assert!(matches!(&nonsense, Offered::Unsure { .. }), "{nonsense:?}");
    assert_eq!(who, [AN]);
    let (nonsense, who) = to(Conduct::AnswerRecipient(b"merci\r\n"));
    assert!(matches!(&nonsense, Offered::NotOffered { is_for_all: false, .. }), "{nonsense:?}");
    assert_eq!(who, Vec::<String>::new());
}

#[test]
fn an_answer_without_end_is_given_up() {
    for (encryption, security) in [(Encryption::StartTls, Security::StartTls), (Encryption::Open, Security::Open)] {
        for (conduct, seen) in [(Conduct::Flood, "no end"), (Conduct::Drip, "in time")] {
            let server = MailServer::start(Manners { encryption, ..Manners::default() }.towards(AN, conduct));
            let patience = if conduct == Conduct::Drip { Duration::from_millis(500) } else { Duration::from_secs(20) };
            let smtp = Smtp::new(Server { patience, ..described(&server, security) }, None).unwrap();
            let begun = Instant::now();
            let offered = smtp.offer(&letter_to(AN));
            assert!(matches!(&offered, Offered::NotOffered { is_for_all: false, detail } if detail.contains(seen)), "{offered:?}");
            assert!(begun.elapsed() < FAR_TOO_LONG, "{:?}", begun.elapsed());
            assert!(matches!(smtp.offer(&letter_to(BOB)), Offered::Taken { .. }));
        }
    }
}

#[test]
fn a_handshake_that_trickles_is_given_up() {
    let server = MailServer::start(Manners { greeting: Greeting::DripInTls, ..Manners::default() });
    let begun = Instant::now();
    let patience = Duration::from_millis(500);
    let offered = Smtp::new(Server { patience, ..described(&server, Security::Tls) }, None).unwrap().offer(&letter_to(AN));
    assert!(matches!(&offered, Offered::NotOffered { is_for_all: true, detail } if detail.contains("in time")), "{offered:?}");
    assert!(begun.elapsed() < FAR_TOO_LONG, "{:?}", begun.elapsed());
    assert!(matches!(impatient(&server).offer(&letter_to(AN)), Offered::NotOffered { is_for_all: true, .. }));
}

#[test]
fn a_server_that_quotes_the_password_does_not_bring_it_to_a_screen() {
    let known = Some(("kantoor".to_owned(), "juist".to_owned()));
    for quotes in [b"refus\xe9: ".as_slice(), b"Geheim2026! is wrong, said ", b"R2VoZWltMjAyNiE= is wrong, said "] {
        let manners = Manners { login: known.clone(), quotes: Some(quotes), ..Manners::default() };
        let server = MailServer::start(manners);
        let login = Login { user: "kantoor".to_owned(), password: Password::in_first_line("Geheim2026!").unwrap() };
        let offered = Smtp::new(described(&server, Security::StartTls), Some(login)).unwrap().offer(&letter_to(AN));
        let Offered::NotOffered { detail, is_for_all: true } = &offered else { panic!("{offered:?}") };
        assert!(detail.starts_with("535 5.7.8") && detail.contains("***"), "{detail}");
        for secret in ["Geheim2026!", "R2VoZWltMjAyNiE", "AGthbnRvb3IAR2VoZWltMjAyNiE"] {
            assert!(!detail.contains(secret), "{detail}");
        }
    }
}
