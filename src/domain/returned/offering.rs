//! What answers may be news for the customer's own record: e-mail, mobile number, address, partner's name and the like.
//!
//! An answer is one text; the record may keep it in several fields. It is taken apart where every piece is told without
//! doubt, judged by the rules of its fields, and offered as a whole: half an address is nobody's. What cannot be told without
//! doubt, or breaks a rule, is shown all the same, to be put right by hand on the customer's page.

use super::{Difference, Matched, Outcome};
use crate::domain::address::take_apart;
use crate::domain::amendment::{Becomes, CustomerChange};
use crate::domain::change_set::FieldChange;
use crate::domain::customer::{CustomerId, Values};
use crate::domain::dossier::{Answer, Dossier, Origin, Settled, Settlement};
use crate::domain::field::Field;
use crate::domain::field_rules::{FieldContext, GivenCell, judge};
use crate::domain::finding::{Finding, Severity};
use crate::domain::fold::fold;
use crate::domain::language::Language;
use crate::domain::postal_code::is_belgium;
use crate::domain::questionnaire::{Prefill, Questionnaire, address_line};
use crate::domain::sheet::CellKind;
use crate::domain::snapshot::Snapshot;
use crate::domain::tidy::tidy;

/// Something of the customer's own record that an answer would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The question that was answered.
    pub question: String,
    /// The answer, as it is kept.
    pub answer: String,
    /// What it is about: the field; [`Field::Address`] for an address, [`Field::SpouseLastName`] for the partner's name.
    pub about: Field,
    /// How the record reads now; empty where it says nothing.
    pub before: String,
    /// How it would read, or what was answered where that is for a person to put right.
    pub after: String,
    /// The values that change, all of them together. None where it is for a person to put right.
    pub changes: Vec<FieldChange>,
}

impl Offer {
    /// Whether it can be taken over as it is; else it is for a person to put right.
    #[must_use]
    pub const fn is_sure(&self) -> bool {
        !self.changes.is_empty()
    }

    /// Takes it over into the record.
    pub fn take_over(&self, values: &mut Values) {
        self.changes.iter().for_each(|change| values.set(change.field, change.after.as_str()));
    }

    /// Gives the record back what it said before.
    pub fn take_back(&self, values: &mut Values) {
        self.changes.iter().for_each(|change| values.set(change.field, change.before.as_str()));
    }

    /// The decision that the record stays as it is, or gets it.
    #[must_use]
    pub fn settled(&self, how: Settlement) -> Settled {
        Settled { question: self.question.clone(), answer: self.answer.clone(), how }
    }
}

/// Adds what is taken over into the record of a customer to what changes: a customer with several files changes once.
pub fn change_record(offers: &[Offer], customer: CustomerId, snapshot: &Snapshot, changes: &mut Vec<CustomerChange>) {
    let stored = snapshot.index_of(customer).and_then(|index| Some((snapshot.version(index), snapshot.customer(index).ok()?.values)));
    let Some((seen, stored)) = stored.filter(|_| offers.iter().any(Offer::is_sure)) else { return };
    let at = changes.iter().position(|change| change.customer == customer);
    let mut values = match at.map(|at| changes.swap_remove(at).becomes) {
        Some(Becomes::Values(values)) => values,
        Some(Becomes::Gone | Becomes::Erased) | None => stored,
    };
    offers.iter().for_each(|offer| offer.take_over(&mut values));
    changes.push(CustomerChange { customer, seen, becomes: Becomes::Values(values) });
}

/// What somebody answered.
struct Said<'a> {
    question: &'a str,
    answer: &'a str,
}

impl Said<'_> {
    fn offer(&self, about: Field, before: String, after: String, changes: Vec<FieldChange>) -> Offer {
        Offer { question: self.question.to_owned(), answer: self.answer.to_owned(), about, before, after, changes }
    }

    fn by_hand(&self, about: Field, before: String) -> Offer {
        self.offer(about, before, self.answer.to_owned(), Vec::new())
    }
}

/// The fields of an address, in the order in which it is written.
const ADDRESS: [Field; 7] = [Field::Street, Field::HouseNumber, Field::Box, Field::PostalCode, Field::City, Field::Country, Field::Address];

/// The fields of the partner's name, in the order in which the form shows it.
const PARTNER: [Field; 2] = [Field::SpouseFirstName, Field::SpouseLastName];

/// What the answers of a form would change of the record, each thing once; also those that the dossier took over
/// before and the record did not. `values` are what is stored of the customer; the country of `context` is that of the
/// record.
#[must_use]
pub fn offers<'a>(matched: &'a Matched, values: &Values, context: &FieldContext<'_>) -> Vec<Offer> {
    let answered = |one: &'a Difference| {
        let value = match (&one.outcome, &one.known) {
            (Outcome::New(value) | Outcome::Changed(value), _) => value,
            (Outcome::Same, Some(known)) if is_undecided(&matched.dossier, known) => &known.value,
            _ => return None,
        };
        Some((matched.questionnaire.question(&one.question)?.prefill?, Said { question: &one.question, answer: value }))
    };
    gathered(matched.compared.questions.iter().filter_map(answered), matched.dossier.language, values, context)
}

/// What the customer answered in a dossier and the record says otherwise: nobody decided about it yet. It ends when it is
/// decided, when the record says the same, or when a colleague types the answer.
#[must_use]
pub fn undecided(questionnaire: &Questionnaire, dossier: &Dossier, values: &Values, context: &FieldContext<'_>) -> Vec<Offer> {
    let said = |answer: &Answer| questionnaire.question(&answer.question)?.prefill;
    let answered = dossier.answers.iter().filter(|answer| is_undecided(dossier, answer));
    let answered = answered.filter_map(|answer| Some((said(answer)?, Said { question: &answer.question, answer: &answer.value })));
    gathered(answered, dossier.language, values, context)
}

/// Whether it is the customer's own answer, about which nobody decided anything for the record.
fn is_undecided(dossier: &Dossier, answer: &Answer) -> bool {
    answer.origin == Origin::Returned && dossier.settlement(&answer.question, &answer.value).is_none()
}

fn gathered<'a>(
    answers: impl Iterator<Item = (Prefill, Said<'a>)>,
    language: Language,
    values: &Values,
    context: &FieldContext<'_>,
) -> Vec<Offer> {
    let mut offers: Vec<Offer> = Vec::new();
    for (prefill, said) in answers.filter(|(prefill, _)| !prefill.is_told()) {
        let offer = match prefill {
            Prefill::Field(field) => of_field(field, &said, values, context),
            Prefill::AddressLine => of_address(language, &said, values, context),
            Prefill::SpouseName => of_partner(&said, values, context),
            Prefill::BirthDate | Prefill::SpouseBirthDate | Prefill::Sex => None,
        };
        offers.extend(offer.filter(|offer| offers.iter().all(|known| known.about != offer.about)));
    }
    offers
}

fn of_field(field: Field, said: &Said<'_>, values: &Values, context: &FieldContext<'_>) -> Option<Offer> {
    let before = values.text(field).to_owned();
    // By these customers are told apart: on the customer's page they are held against everybody else's.
    if matches!(field, Field::NationalNumber | Field::ClientCode) {
        return (before != said.answer).then(|| said.by_hand(field, before));
    }
    let Some(changes) = changes(&[(field, said.answer.to_owned())], values, context) else { return Some(said.by_hand(field, before)) };
    let after = changes.first()?.after.clone();
    Some(said.offer(field, before, after, changes))
}

fn of_address(language: Language, said: &Said<'_>, values: &Values, context: &FieldContext<'_>) -> Option<Offer> {
    let before = address_line(values, language).unwrap_or_default();
    let pieces = address_pieces(said.answer, values);
    let judged = pieces.and_then(|pieces| {
        let country = pieces.iter().find(|(field, _)| *field == Field::Country).map_or("", |(_, country)| country.as_str());
        changes(&pieces, values, &FieldContext { country, ..*context })
    });
    let Some(changes) = judged else { return Some(said.by_hand(Field::Address, before)) };
    let after = address_line(&changed(values, &changes), language).unwrap_or_default();
    (!changes.is_empty()).then(|| said.offer(Field::Address, before, after, changes))
}

/// The record with these changes.
fn changed(values: &Values, changes: &[FieldChange]) -> Values {
    let mut becomes = values.clone();
    changes.iter().for_each(|change| becomes.set(change.field, change.after.as_str()));
    becomes
}

/// The fields of an address. An address that cannot be taken apart is kept in one, where the record has it so or has
/// none; one that is in its pieces is not put back together. None where that is so.
fn address_pieces(given: &str, values: &Values) -> Option<Vec<(Field, String)>> {
    let line = tidy(given);
    let Some(parts) = take_apart(&line) else {
        let in_pieces = ADDRESS.iter().any(|field| *field != Field::Address && values.get(*field).is_some());
        return (!in_pieces).then(|| vec![(Field::Address, line.into_owned())]);
    };
    // A Belgian address does not say so; a country that no longer fits goes.
    let stored = values.text(Field::Country);
    let country = parts.country.unwrap_or(if is_belgium(stored) { stored } else { "" });
    let whole = if values.get(Field::Address).is_some() { &line } else { "" };
    let pieces = [parts.street, parts.house_number, parts.mailbox.unwrap_or_default(), parts.postal_code, parts.city, country, whole];
    Some(ADDRESS.into_iter().zip(pieces.map(str::to_owned)).collect())
}

fn of_partner(said: &Said<'_>, values: &Values, context: &FieldContext<'_>) -> Option<Offer> {
    let about = Field::SpouseLastName;
    let joined = |values: &Values| PARTNER.iter().filter_map(|field| values.get(*field)).collect::<Vec<_>>().join(" ");
    let pieces = name_pieces(said.answer, PARTNER.map(|field| values.text(field)));
    let judged = pieces.and_then(|[first, last]| {
        let [forename, surname] = PARTNER;
        changes(&[(forename, first), (surname, last)], values, context)
    });
    let Some(changes) = judged else { return Some(said.by_hand(about, joined(values))) };
    let after = joined(&changed(values, &changes));
    (!changes.is_empty()).then(|| said.offer(about, joined(values), after, changes))
}

/// First and last name of a whole name: by the one of them that was known and has stayed, whichever comes first; else two
/// words in the order in which the form shows a name. More words do not say where the last name begins.
fn name_pieces(given: &str, known: [&str; 2]) -> Option<[String; 2]> {
    let line = tidy(given);
    let words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
    let [known_first, known_last] = known.map(fold);
    let is = |text: &str, known: &str| !known.is_empty() && fold(text) == known;
    for (front, back) in (1..words.len()).filter_map(|at| words.split_at_checked(at)) {
        let (front, back) = (front.join(" "), back.join(" "));
        if is(&front, &known_first) || is(&back, &known_last) {
            return Some([front, back]);
        }
        if is(&front, &known_last) || is(&back, &known_first) {
            return Some([back, front]);
        }
    }
    match words.as_slice() {
        [first, last] => Some([(*first).to_owned(), (*last).to_owned()]),
        _ => None,
    }
}

/// What changes by these values; none where one of them breaks a rule of its field.
fn changes(pieces: &[(Field, String)], values: &Values, context: &FieldContext<'_>) -> Option<Vec<FieldChange>> {
    let mut changes = Vec::new();
    for (field, given) in pieces {
        let before = values.text(*field);
        let after = if given.is_empty() { String::new() } else { judged(*field, given, context)? };
        if before != after {
            changes.push(FieldChange { field: *field, before: before.to_owned(), after });
        }
    }
    Some(changes)
}

/// A value as its field keeps it; where it breaks a rule that has a sure cure, such as a mobile number written as people
/// write it, the cured one. Whoever chooses the offer sees it so.
fn judged(field: Field, given: &str, context: &FieldContext<'_>) -> Option<String> {
    let clean = |text: &str, findings: &mut Vec<Finding>| {
        let value = judge(field, GivenCell { text, kind: CellKind::Text }, context, findings)?.into_owned();
        findings.iter().all(|finding| finding.severity() != Severity::Error).then_some(value)
    };
    let mut findings = Vec::new();
    clean(given, &mut findings).or_else(|| {
        let cures = findings.iter().filter_map(|finding| finding.suggestion.as_ref()).map(|remedy| remedy.value().to_owned());
        cures.filter(|cure| !cure.is_empty()).find_map(|cure| clean(&cure, &mut Vec::new()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored(fields: &[(Field, &str)]) -> Values {
        fields.iter().copied().collect()
    }

    fn context() -> FieldContext<'static> {
        let today = jiff::civil::date(2026, 5, 14);
        FieldContext { today, earliest_deadline_year: None, languages_offered: None, colleagues: &[], country: "" }
    }

    fn told(changes: &[FieldChange]) -> Vec<(Field, &str, &str)> {
        changes.iter().map(|change| (change.field, change.before.as_str(), change.after.as_str())).collect()
    }

    fn address(given: &str, values: &Values) -> Option<Vec<FieldChange>> {
        let pieces = address_pieces(given, values)?;
        let country = pieces.iter().find(|(field, _)| *field == Field::Country).map_or("", |(_, country)| country.as_str());
        changes(&pieces, values, &FieldContext { country, ..context() })
    }

    const HOME: [(Field, &str); 5] =
        [(Field::Street, "Molenstraat"), (Field::HouseNumber, "12"), (Field::Box, "3"), (Field::PostalCode, "9000"), (Field::City, "Gent")];

    #[test]
    fn an_address_comes_into_its_fields_and_a_box_that_is_gone_goes() {
        let moved = address("Kerkplein 1A, 3000 Leuven", &stored(&HOME)).unwrap();
        let expected = [
            (Field::Street, "Molenstraat", "Kerkplein"),
            (Field::HouseNumber, "12", "1A"),
            (Field::Box, "3", ""),
            (Field::PostalCode, "9000", "3000"),
            (Field::City, "Gent", "Leuven"),
        ];
        assert_eq!(told(&moved), expected);
        assert_eq!(address("Molenstraat 12 bus 3, 9000 Gent", &stored(&HOME)), Some(Vec::new()), "the same address is no news");
        let belgian = [&HOME[..], &[(Field::Country, "België")]].concat();
        assert_eq!(address("Molenstraat 12 bus 3, 9000 Gent", &stored(&belgian)), Some(Vec::new()), "nobody writes their own country");
        let abroad = [&HOME[..], &[(Field::Country, "France")]].concat();
        assert_eq!(told(&address("Molenstraat 12 bus 3, 9000 Gent", &stored(&abroad)).unwrap()), [(Field::Country, "France", "")]);
    }

    #[test]
    fn an_address_that_is_not_told_without_doubt_tears_none() {
        assert_eq!(address("bij mijn dochter in Gent", &stored(&HOME)), None);
        let whole = "12 rue Basse, Lille (France)";
        assert_eq!(told(&address(whole, &Values::new()).unwrap()), [(Field::Address, "", whole)]);
        let kept = stored(&[(Field::Address, "Oude Weg, Lille")]);
        assert_eq!(told(&address(whole, &kept).unwrap()), [(Field::Address, "Oude Weg, Lille", whole)]);
        // Taken apart now, the cell that was kept whole says the same.
        let parts = address("Kerkplein 1, 3000 Leuven", &kept).unwrap();
        assert!(told(&parts).contains(&(Field::Address, "Oude Weg, Lille", "Kerkplein 1, 3000 Leuven")), "{parts:?}");
    }

    #[test]
    fn a_partners_name_is_told_by_the_part_of_it_that_stayed() {
        let pieces = |given: &str, first: &str, last: &str| name_pieces(given, [first, last]);
        let is = |first: &str, last: &str| Some([first.to_owned(), last.to_owned()]);
        assert_eq!(pieces("Jan Van den Berg", "Jan", "Maes"), is("Jan", "Van den Berg"));
        assert_eq!(pieces("Jan Pieter  Maes", "Jan", "Maes"), is("Jan", "Pieter Maes"), "the forename stayed");
        assert_eq!(pieces("Anna Maria Maes", "Jan", "Maes"), is("Anna Maria", "Maes"));
        assert_eq!(pieces("MAES Anna", "Jan", "Maes"), is("Anna", "MAES"), "turned round");
        assert_eq!(pieces("Anna Peeters", "", ""), is("Anna", "Peeters"));
        for unclear in ["Anna Maria Peeters", "Anna", ""] {
            assert_eq!(pieces(unclear, "", ""), None, "{unclear}");
        }
    }

    #[test]
    fn what_breaks_a_rule_is_left_to_a_person() {
        let values = stored(&[(Field::Email, "an@example.be"), (Field::Mobile, "+32471625368")]);
        let of = |field, given| of_field(field, &Said { question: "asked", answer: given }, &values, &context());
        let offer = of(Field::Email, "nieuw@example.be").unwrap();
        assert_eq!(
            (told(&offer.changes), offer.after.as_str()),
            (vec![(Field::Email, "an@example.be", "nieuw@example.be")], "nieuw@example.be")
        );
        let by_hand = of(Field::Email, "vraag mijn zoon").unwrap();
        assert_eq!((by_hand.changes, by_hand.before.as_str(), by_hand.after.as_str()), (vec![], "an@example.be", "vraag mijn zoon"));
        assert_eq!(of(Field::Mobile, "0471 62 53 68"), None, "the same number, written otherwise");
        assert_eq!(of(Field::Mobile, "0475/12.34.56").map(|offer| offer.after), Some("+32475123456".to_owned()));
    }

    #[test]
    fn a_number_by_which_customers_are_told_apart_is_left_to_a_person() {
        let of = |field, given| of_field(field, &Said { question: "asked", answer: given }, &stored(&[]), &context());
        assert!(!of(Field::NationalNumber, "93051822361").unwrap().is_sure(), "somebody else may have it");
        assert!(of(Field::SpouseNationalNumber, "93051822361").unwrap().is_sure());
        let known = stored(&[(Field::NationalNumber, "93051822361")]);
        let same = of_field(Field::NationalNumber, &Said { question: "asked", answer: "93051822361" }, &known, &context());
        assert_eq!(same, None);
    }

    #[test]
    fn what_was_answered_and_the_record_does_not_say_stays_undecided() {
        let catalogue = crate::domain::questionnaire::built_in();
        let questionnaire = catalogue.iter().next().unwrap();
        let answer = |question: &str, value: &str, origin| Answer { question: question.into(), value: value.into(), origin };
        let mut dossier = Dossier {
            questionnaire: questionnaire.id.clone(),
            language: Language::Dutch,
            status: crate::domain::dossier::Status::Answered,
            deadline: jiff::civil::date(2026, 7, 15),
            deadline_origin: Origin::Default,
            invitation_wanted: false,
            token: "ab".repeat(16),
            answers: vec![
                answer("email", "nieuw@example.be", Origin::Returned),
                answer("mobile", "+32475123456", Origin::Typed),
                answer("deadline", "2026-09-30", Origin::Returned),
            ],
            course: crate::domain::dossier::Course::default(),
        };
        let mut values = stored(&[(Field::Email, "an@example.be")]);
        let left = undecided(questionnaire, &dossier, &values, &context());
        assert_eq!(left.iter().map(|offer| (offer.about, offer.after.as_str())).collect::<Vec<_>>(), [(Field::Email, "nieuw@example.be")]);
        values.set(Field::Email, "nieuw@example.be");
        assert_eq!(undecided(questionnaire, &dossier, &values, &context()), []);
        values.set(Field::Email, "an@example.be");
        dossier.course.settled = vec![left[0].settled(Settlement::Dismissed)];
        assert_eq!(undecided(questionnaire, &dossier, &values, &context()), [], "decided");
        dossier.answers[0].value = "weer-nieuw@example.be".into();
        assert_eq!(undecided(questionnaire, &dossier, &values, &context()).len(), 1, "another answer than what was decided about");
        dossier.answers[0].origin = Origin::Typed;
        assert_eq!(undecided(questionnaire, &dossier, &values, &context()), []);
    }
}
