//! Every cure that is promised comes, with the proof that it is right.

use jiff::civil::date;

use super::*;
use crate::domain::finding::Proof;

/// The rule, the suggestion and the proof of the one finding of a cell.
fn cured(field: Field, kind: CellKind, text: &str) -> Option<(&'static str, String, Proof)> {
    let colleagues = ["els@kantoor.be".to_owned()];
    let context = FieldContext {
        today: date(2026, 5, 14),
        earliest_deadline_year: Some(2026),
        languages_offered: None,
        colleagues: &colleagues,
        country: "",
    };
    let mut findings = Vec::new();
    judge(field, GivenCell { text, kind }, &context, &mut findings);
    let [finding] = findings.as_slice() else { return None };
    Some((finding.rule.id(), finding.suggestion.as_ref()?.value().to_owned(), finding.proof()?))
}

#[test]
fn what_can_be_put_right_is_offered_with_its_proof() {
    use CellKind::{Number, Text};
    let domain = |name: &str| Proof::Domain(name.to_owned());
    for (field, kind, text, rule, value, proof) in [
        (Field::NationalNumber, Number, "4010151164", "national-number.leading-zeros", "04010151164", Proof::NationalNumber),
        (Field::NationalNumber, Text, "85.07.30-033.28", "national-number.punctuation", "85073003328", Proof::NationalNumber),
        (Field::SpouseNationalNumber, Text, "850730 033 28", "national-number.punctuation", "85073003328", Proof::NationalNumber),
        (Field::EnterpriseNumber, Number, "403019261", "enterprise-number.leading-zeros", "0403019261", Proof::EnterpriseNumber),
        (Field::EnterpriseNumber, Text, "BE 0403.019.261", "enterprise-number.punctuation", "0403019261", Proof::EnterpriseNumber),
        (Field::Mobile, Text, "0471/62.53.68", "mobile.country-code", "+32471625368", Proof::BelgianMobile),
        (Field::Mobile, Text, "0032471625368", "mobile.country-code", "+32471625368", Proof::BelgianMobile),
        (Field::Mobile, Text, "+32 (0) 471 62 53 68", "mobile.punctuation", "+32471625368", Proof::BelgianMobile),
        (Field::Mobile, Text, "+31 6 12 34 56 78", "mobile.punctuation", "+31612345678", Proof::ForeignMobile),
        (Field::Email, Text, "an@gmial.com", "email.near-miss", "an@gmail.com", domain("gmail.com")),
        (Field::Email, Text, "mailto:an@example.be", "email.shape", "an@example.be", Proof::Address),
        (Field::Responsible, Text, "els@kantor.be", "responsible.unknown", "els@kantoor.be", Proof::Colleague("els@kantoor.be".into())),
        (Field::Labels, Text, "VIP , Gent", "labels.spaces", "VIP,Gent", Proof::SameWords),
        (Field::Language, Text, "N", "language.unknown", "nl", Proof::Language("nl".into())),
        (Field::PostalCode, Text, "B-9000", "postal-code.shape", "9000", Proof::PostalCode),
        (Field::Deadline, Text, "15 / 07 / 2026", "deadline.not-a-date", "2026-07-15", Proof::Date),
    ] {
        assert_eq!(cured(field, kind, text), Some((rule, value.to_owned(), proof)), "{text}");
    }
    for (field, text) in [(Field::Deadline, "15 / 07 / 2025"), (Field::Deadline, "15 07 2026"), (Field::Deadline, "half juli")] {
        assert_eq!(cured(field, Text, text), None, "{text}: nothing is guessed");
    }
}

#[test]
fn a_no_break_space_anywhere_does_no_harm_or_is_put_right() {
    use CellKind::Text;
    for (field, text, value) in [
        (Field::NationalNumber, "85.07.30\u{a0}033\u{a0}28", "85073003328"),
        (Field::EnterpriseNumber, "BE\u{a0}0403\u{a0}019\u{a0}261", "0403019261"),
        (Field::Mobile, "+32\u{a0}471\u{202f}62\u{a0}53\u{a0}68", "+32471625368"),
        (Field::Email, "an\u{a0}@example.be", "an@example.be"),
        (Field::Responsible, "els@\u{a0}kantoor.be", "els@kantoor.be"),
        (Field::Labels, "VIP,\u{a0}Gent", "VIP,Gent"),
        (Field::PostalCode, "B\u{a0}9000", "9000"),
        (Field::Deadline, "15\u{a0}/\u{a0}07/2026", "2026-07-15"),
    ] {
        assert_eq!(cured(field, Text, text).map(|(_, value, _)| value), Some(value.to_owned()), "{field:?}");
        assert_eq!(cured(field, Text, &format!("\u{a0}{value}\u{a0}")), None, "{field:?}: at the edges it never counts");
    }
    let context = FieldContext {
        today: date(2026, 5, 14),
        earliest_deadline_year: None,
        languages_offered: None,
        colleagues: &[],
        country: "\u{a0}België",
    };
    for (field, text, value) in [
        (Field::LastName, "Van\u{a0}den Berg", "Van den Berg"),
        (Field::Street, "Grote\u{a0}Markt", "Grote Markt"),
        (Field::Person, "private\u{a0}person", "person"),
        (Field::Language, "\u{a0}Nederlands\u{a0}", "nl"),
        (Field::SendInvitation, "ja\u{a0}", "yes"),
        (Field::ClientCode, "K\u{a0}12", "K 12"),
    ] {
        let mut findings = Vec::new();
        let judged = judge(field, GivenCell { text, kind: Text }, &context, &mut findings);
        assert_eq!((judged.as_deref(), findings), (Some(value), Vec::new()), "{field:?}");
    }
}
