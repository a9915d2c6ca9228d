//! What a person has to set aside before a mail goes out: days that are past, slips in addresses, couples, addresses mailed before.

use super::tests::{Scene, catalogue, queued, told, turned, wanted};
use super::*;
use crate::domain::dossier::Status;
use crate::domain::field::Field;
use crate::domain::outbox::{Event, Outbox};
use jiff::civil::date;

const NUMBER: &str = "85073003328";
const PARTNERS: &str = "86021503435";

fn married(scene: &mut Scene, name: &str, own: &str, partner: &str, status: Status) -> CustomerId {
    let email = format!("{}@example.be", name.to_lowercase());
    let fields = [(Field::NationalNumber, own), (Field::SpouseNationalNumber, partner)];
    scene.linked_with(name, &email, &fields, |dossier| dossier.status = status)
}

#[test]
fn nobody_is_asked_for_what_is_past_unless_a_person_says_so() {
    let mut scene = Scene::new();
    scene.linked("Laat", "laat@example.be", |dossier| dossier.deadline = date(2026, 6, 9));
    scene.linked("Vandaag", "vandaag@example.be", |dossier| dossier.deadline = date(2026, 6, 10));
    let mut wanted = wanted(Occasion::Invitation);
    let past = WhyNot::DeadlinePast { deadline: date(2026, 6, 9) };
    assert_eq!(told(&scene.mailing(&wanted)), (vec!["Vandaag"], vec![("Laat", &past)]));
    wanted.despite.insert(Caution::DeadlinePast);
    let mailing = scene.mailing(&wanted);
    assert_eq!((told(&mailing).0, mailing.despite.clone()), (vec!["Laat", "Vandaag"], [(Caution::DeadlinePast, 1)].into()));
}

#[test]
fn a_mistyped_domain_is_asked_about_first() {
    let mut scene = Scene::new();
    let slip = scene.linked("Slip", "an@gmial.com", |_| {});
    scene.linked("Juist", "an@gmail.com", |_| {});
    let mut wanted = wanted(Occasion::Invitation);
    let why = WhyNot::Mistyped { domain: "gmial.com".into(), meant: "gmail.com".into() };
    assert_eq!(told(&scene.mailing(&wanted)), (vec!["Juist"], vec![("Slip", &why)]));
    wanted.admitted.insert(slip);
    assert_eq!(told(&scene.mailing(&wanted)).0, ["Juist", "Slip"]);
    wanted.admitted.clear();
    wanted.despite.insert(Caution::Mistyped);
    assert_eq!(scene.mailing(&wanted).despite, [(Caution::Mistyped, 1)].into());
}

#[test]
fn a_couple_gets_one_mail_and_the_one_who_names_the_partner_gets_it() {
    let mut scene = Scene::new();
    let other = married(&mut scene, "Aerts", PARTNERS, "", Status::NotSentYet);
    let filer = married(&mut scene, "Zegers", NUMBER, "86.02.15-034.35", Status::NotSentYet);
    scene.linked("Alleen", "alleen@example.be", |_| {});
    let mut wanted = wanted(Occasion::Invitation);
    let why = WhyNot::Partner { other: filer, name: "Zegers".into() };
    assert_eq!(told(&scene.mailing(&wanted)), (vec!["Alleen", "Zegers"], vec![("Aerts", &why)]));
    // Chosen alone, the other one is asked: nobody is forgotten.
    wanted.choice.customers = Some([other].into());
    assert_eq!(told(&scene.mailing(&wanted)).0, ["Aerts"]);
    wanted.choice.customers = None;
    wanted.despite.insert(Caution::Partner);
    let mailing = scene.mailing(&wanted);
    assert_eq!((told(&mailing).0.len(), mailing.despite.clone()), (3, [(Caution::Partner, 1)].into()));
}

#[test]
fn partners_who_name_each_other_and_partners_mailed_before_get_one_mail() {
    let mut scene = Scene::new();
    married(&mut scene, "Zegers", NUMBER, PARTNERS, Status::NotSentYet);
    let first = married(&mut scene, "Aerts", PARTNERS, NUMBER, Status::NotSentYet);
    let wanted = wanted(Occasion::Invitation);
    let why = WhyNot::Partner { other: first, name: "Aerts".into() };
    assert_eq!(told(&scene.mailing(&wanted)), (vec!["Aerts"], vec![("Zegers", &why)]));
    for status in [Status::Sent, Status::Queued, Status::Unsure, Status::Answered] {
        let mut scene = Scene::new();
        married(&mut scene, "Zegers", NUMBER, PARTNERS, Status::NotSentYet);
        married(&mut scene, "Aerts", PARTNERS, "", status);
        let mailing = scene.mailing(&wanted);
        let zegers = mailing.left_out.iter().find(|left_out| left_out.name == "Zegers").map(|left_out| left_out.why.word());
        assert_eq!(zegers, Some("partner"), "{status:?}");
    }
}

#[test]
fn whoever_has_answered_spares_the_partner_the_reminder() {
    let mut scene = Scene::new();
    let sent = |dossier: &mut crate::domain::dossier::Dossier| {
        dossier.status = Status::Sent;
        dossier.course.sent = Some("2026-05-01T09:00:00Z".parse().unwrap());
    };
    scene.linked_with("Zegers", "z@example.be", &[(Field::NationalNumber, NUMBER)], sent);
    let partner = [(Field::NationalNumber, PARTNERS), (Field::SpouseNationalNumber, NUMBER)];
    scene.linked_with("Aerts", "a@example.be", &partner, |dossier| dossier.status = Status::Answered);
    let mailing = scene.mailing(&wanted(Occasion::Reminder));
    let words: Vec<_> = mailing.left_out.iter().map(|left_out| left_out.why.word()).collect();
    assert_eq!((mailing.recipients.len(), words), (0, vec!["answered", "partner"]));
}

#[test]
fn whoever_gets_no_mail_leaves_no_partner_without_one() {
    let mut scene = Scene::new();
    let father = scene.linked("Aerts", "thuis@example.be", |_| {});
    let son = [(Field::NationalNumber, NUMBER), (Field::SpouseNationalNumber, PARTNERS)];
    scene.linked_with("Aerts Jan", "thuis@example.be", &son, |_| {});
    scene.linked_with("Wouters", "w@example.be", &[(Field::NationalNumber, PARTNERS)], |_| {});
    let why = WhyNot::SameAddress { other: father, name: "Aerts".into() };
    assert_eq!(told(&scene.mailing(&wanted(Occasion::Invitation))), (vec!["Aerts", "Wouters"], vec![("Aerts Jan", &why)]));
}

#[test]
fn an_address_that_was_mailed_for_somebody_else_counts_in_later_rounds() {
    for status in [Status::Sent, Status::Queued, Status::Unsure, Status::Answered] {
        let mut scene = Scene::new();
        let first = scene.linked("Zegers", "thuis@example.be", |dossier| dossier.status = status);
        let other = scene.linked("Aerts", "Thuis@example.be", |_| {});
        let mut wanted = wanted(Occasion::Invitation);
        let mailing = scene.mailing(&wanted);
        let aerts = mailing.left_out.iter().find(|left_out| left_out.customer == other).map(|left_out| &left_out.why);
        assert_eq!(aerts, Some(&WhyNot::SameAddress { other: first, name: "Zegers".into() }), "{status:?}");
        wanted.admitted.insert(other);
        assert_eq!(told(&scene.mailing(&wanted)).0, ["Aerts"]);
    }
    let mut scene = Scene::new();
    scene.linked("Zegers", "thuis@example.be", |dossier| dossier.status = Status::Failed);
    scene.linked("Aerts", "thuis@example.be", |_| {});
    assert_eq!(told(&scene.mailing(&wanted(Occasion::Invitation))).0, ["Aerts"], "a mail that was refused reached nobody");
}

#[test]
fn where_the_mail_went_counts_though_the_customer_has_another_address_by_now() {
    let mut scene = Scene::new();
    let moved = scene.linked("Zegers", "nieuw@example.be", |_| {});
    scene.linked("Aerts", "thuis@example.be", |_| {});
    let recipients = scene.mailing(&wanted(Occasion::Invitation)).recipients;
    let mut messages = queueable(&recipients, |to| format!("{}@office.example", to.customer));
    messages.retain(|message| message.customer == moved);
    messages.iter_mut().for_each(|message| message.to = "thuis@example.be".into());
    let entries = [queued(messages), turned(1, Event::Offering), turned(1, Event::Taken { reply: "250".into() })];
    let mailing = mailing(&wanted(Occasion::Invitation), &scene.0, &Outbox::of(entries).unwrap(), &catalogue());
    assert_eq!(mailing.left_out.iter().map(|left_out| left_out.why.word()).collect::<Vec<_>>(), ["same_address", "sent"]);
}
