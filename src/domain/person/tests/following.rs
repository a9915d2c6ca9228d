use jiff::civil::date;

use super::scene::{an, dossier, flow, office};
use crate::domain::customer::Values;
use crate::domain::dossier::{Answer, Dossier, Origin, Status};
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::person::follow;

fn with(field: Field, value: &str) -> Values {
    let mut values = an();
    values.set(field, value);
    values
}

fn followed(dossier: &Dossier, after: &Values) -> Option<Dossier> {
    let office = office();
    let questionnaire = office.catalogue.get(&dossier.questionnaire).unwrap();
    follow(dossier, &flow(), questionnaire, &an(), after)
}

fn answer<'a>(dossier: &'a Dossier, question: &str) -> Option<(&'a str, Origin)> {
    dossier.answer(question).map(|answer| (answer.value.as_str(), answer.origin))
}

#[test]
fn what_was_prefilled_follows_and_the_rest_stays() {
    let before = dossier(&an());
    let after = followed(&before, &with(Field::Email, "an@other.be")).unwrap();
    assert_eq!(answer(&after, "email"), Some(("an@other.be", Origin::Stored)));
    let others = |dossier: &Dossier| dossier.answers.iter().filter(|answer| answer.question != "email").cloned().collect::<Vec<_>>();
    assert_eq!(others(&after), others(&before));
    assert_eq!(followed(&before, &with(Field::Labels, "other")), None, "nothing is prefilled with a label");
}

#[test]
fn what_is_emptied_goes_and_what_is_new_comes_in_the_order_of_the_questions() {
    let before = dossier(&an());
    let after = followed(&before, &with(Field::Mobile, "")).unwrap();
    assert_eq!(answer(&after, "mobile"), None);
    let back = {
        let office = office();
        let questionnaire = office.catalogue.get(&after.questionnaire).unwrap();
        follow(&after, &flow(), questionnaire, &with(Field::Mobile, ""), &an()).unwrap()
    };
    assert_eq!(back, before);
}

#[test]
fn what_a_colleague_typed_or_the_customer_answered_stays() {
    for origin in [Origin::Typed, Origin::Returned] {
        let mut before = dossier(&an());
        for answer in before.answers.iter_mut().filter(|answer| answer.question == "email") {
            *answer = Answer { question: "email".into(), value: "theirs@example.be".into(), origin };
        }
        assert_eq!(followed(&before, &with(Field::Email, "an@other.be")), None);
    }
    let mut emptied = dossier(&an());
    emptied.answers.retain(|answer| answer.question != "email");
    assert_eq!(followed(&emptied, &with(Field::Email, "an@other.be")), None, "somebody took the answer away");
}

#[test]
fn the_national_number_tells_birth_date_and_sex_anew() {
    let after = followed(&dossier(&an()), &with(Field::NationalNumber, "75060898009")).unwrap();
    assert_eq!(answer(&after, "birth-date"), Some(("1975-06-08", Origin::Derived)));
}

#[test]
fn the_language_follows_where_the_dossier_had_the_customers() {
    let before = dossier(&an());
    let after = followed(&before, &with(Field::Language, "fr")).unwrap();
    assert_eq!((after.language, answer(&after, "language")), (Language::French, Some(("fr", Origin::Stored))));
    let chosen = Dossier { language: Language::English, ..before.clone() };
    assert_eq!(followed(&chosen, &with(Field::Language, "fr")).map_or(Language::English, |after| after.language), Language::English);
    let german = followed(&before, &with(Field::Language, "de")).map_or(Language::Dutch, |after| after.language);
    assert_eq!(german, Language::Dutch, "the questionnaire does not exist in German");
}

#[test]
fn a_default_deadline_follows_the_kind_of_income_and_a_given_one_does_not() {
    let before = dossier(&an());
    let after = followed(&before, &with(Field::EnterpriseNumber, "0403019261")).unwrap();
    assert_eq!(after.deadline, date(2026, 10, 16));
    assert_eq!(answer(&after, "deadline"), Some(("2026-10-16", Origin::Default)));
    let given = Dossier { deadline_origin: Origin::Imported, ..before };
    assert_eq!(followed(&given, &with(Field::EnterpriseNumber, "0403019261")).unwrap().deadline, date(2026, 7, 15));
}

#[test]
fn what_has_left_the_office_stays_as_it_left() {
    for status in Status::ALL.into_iter().filter(|status| *status != Status::NotSentYet) {
        let sent = Dossier { status, ..dossier(&an()) };
        assert_eq!(followed(&sent, &with(Field::Email, "an@other.be")), None, "{status:?}");
    }
    let mut archived = flow();
    archived.archived = true;
    let office = office();
    let before = dossier(&an());
    let questionnaire = office.catalogue.get(&before.questionnaire).unwrap();
    assert_eq!(follow(&before, &archived, questionnaire, &an(), &with(Field::Email, "an@other.be")), None);
}
