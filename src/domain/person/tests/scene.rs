//! A store of a few people, and one of them on the page.

use std::sync::{Arc, LazyLock};

use jiff::civil::date;

use crate::domain::customer::{Customer, CustomerId, Values};
use crate::domain::dossier::{Course, Dossier, Origin, Status};
use crate::domain::draft::{Cure, Deed, Draft, Office, Seed};
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::matching::Stock;
use crate::domain::person::{Person, ROW, Unsent};
use crate::domain::questionnaire::{Catalogue, Known, QuestionnaireId, ToldByNumber, built_in, prefill};
use crate::domain::record::encode;
use crate::domain::snapshot::{DossierHead, Revision, Snapshot};
use crate::domain::task_flow::TaskFlow;

pub(super) const AN: &str = "85073003328";
pub(super) const BO: &str = "93051822361";
pub(super) const CY: &str = "42012205181";

pub(super) const SEED: Seed = Seed::new([3; 32]);

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(built_in);

pub(super) fn office() -> Office {
    Office {
        catalogue: CATALOGUE.clone(),
        colleagues: vec!["els@office.be".into()],
        defaults: crate::domain::draft::Choices::default(),
        today: date(2026, 5, 14),
    }
}

pub(super) fn flow() -> TaskFlow {
    TaskFlow::personal_income_tax(2026, vec![QuestionnaireId("pit-2026".into())])
}

pub(super) fn values(fields: &[(Field, &str)]) -> Values {
    fields.iter().copied().collect()
}

/// An Janssens, married to Bo, with everything that an edit can meet.
pub(super) fn an() -> Values {
    values(&[
        (Field::FirstName, "An"),
        (Field::LastName, "Janssens"),
        (Field::Email, "an@example.be"),
        (Field::Mobile, "+32471625368"),
        (Field::NationalNumber, AN),
        (Field::Street, "Molenstraat"),
        (Field::HouseNumber, "12"),
        (Field::PostalCode, "9000"),
        (Field::City, "Gent"),
        (Field::Labels, "Gent,VIP"),
        (Field::SpouseNationalNumber, BO),
        (Field::SpouseFirstName, "Bo"),
        (Field::SpouseLastName, "Peeters"),
        (Field::Language, "nl"),
        (Field::ClientCode, "J-1"),
        (Field::Responsible, "els@office.be"),
    ])
}

/// Cy Peeters, with a client code of their own.
pub(super) fn cy() -> Values {
    values(&[
        (Field::FirstName, "Cy"),
        (Field::LastName, "Peeters"),
        (Field::Email, "cy@example.be"),
        (Field::NationalNumber, CY),
        (Field::ClientCode, "P-7"),
    ])
}

/// A dossier as an import makes it for somebody with these values.
pub(super) fn dossier(values: &Values) -> Dossier {
    let questionnaire = CATALOGUE.get(&QuestionnaireId("pit-2026".into())).unwrap();
    let (language, deadline, deadline_origin) = (Language::Dutch, date(2026, 7, 15), Origin::Default);
    let told = ToldByNumber::of(values);
    let known = Known { customer: values, row: &Values::new(), language, deadline, deadline_origin, told };
    Dossier {
        questionnaire: questionnaire.id.clone(),
        language,
        status: Status::NotSentYet,
        deadline,
        deadline_origin,
        invitation_wanted: false,
        token: "ab".repeat(16),
        answers: prefill(questionnaire, &known),
        course: Course::default(),
    }
}

/// A store with these customers, ids from 1, the first with a dossier.
pub(super) fn stock(customers: &[Values]) -> Arc<Stock> {
    let mut snapshot = Snapshot::of_no_store(vec![flow()]);
    snapshot.store = "5".repeat(32);
    snapshot.revision = Revision(4);
    for (id, values) in (1..).zip(customers) {
        let bytes = encode(&Customer { values: values.clone(), row: Some(2) }).unwrap();
        snapshot.add_customer(CustomerId(id), Revision(id), &bytes).unwrap();
    }
    if let Some(first) = customers.first() {
        snapshot.add_dossier(&flow().id, CustomerId(1), DossierHead::of(&dossier(first), Revision(2)));
    }
    Arc::new(Stock::new(snapshot))
}

/// The page of the first of these customers.
pub(super) fn page(customers: &[Values]) -> (Person, Draft) {
    let unsent = Unsent { flow: flow().id, seen: Revision(2), dossier: dossier(&customers[0]) };
    Person::of_stored(&stock(customers), CustomerId(1), vec![unsent], Arc::new(office())).unwrap()
}

/// Types a value, as the editor does.
pub(super) fn typed(person: &Person, draft: &mut Draft, field: Field, text: &str) {
    let cure = Cure { row: ROW, field, before: draft.given(ROW, field).to_owned(), after: text.to_owned() };
    let step = draft.typing(ROW, field, text);
    let (step, _) = person.with_separation(draft, step, &cure);
    assert_eq!(step.deed, Deed::Type);
    draft.decide(step);
}
