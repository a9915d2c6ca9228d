//! Two rows as one return, a rule for the rest, and values that are typed: what the screens show of it
//! beforehand is what happens.

use std::ops::ControlFlow;

use super::scene::{AN, BO, CY, DI, Scene, account, buckets, numbered, person, seed, stored};
use crate::domain::change_set::RowOutcome;
use crate::domain::draft::Bucket::{Duplicates, Invalid, OnlyInImport};
use crate::domain::draft::{Bond, NoJoin, Pair, Side, SidesRule};
use crate::domain::field::Field;
use crate::domain::matching::{Certainty, Ground};

#[test]
fn a_couple_of_the_store_with_two_rows_can_be_one_return_again() {
    let couple = stored(&numbered("An", AN, BO));
    let mut draft = Scene::new().row(&numbered("Bo", BO, "")).row(&numbered("An", AN, "")).customer(&couple).chosen();
    let pair = Pair { main: 1, partner: 0, bond: Bond::StoredCouple };
    assert_eq!((draft.pairs(0), draft.pairs(1)), (vec![pair], vec![pair]), "told from either row");
    draft.decide(draft.joining(pair).unwrap());
    assert_eq!((buckets(&draft), draft.certainty(1)), (vec![Duplicates], Some(Certainty::Sure)));
    assert!(draft.account(1).unwrap().comparisons(&draft).iter().all(|one| one.field != Field::SpouseNationalNumber || !one.changes()));
    assert_eq!(draft.pairs(1), [], "they are one already");
    draft.undo();
    assert_eq!(buckets(&draft), [OnlyInImport, Duplicates]);
    // Named in the row again, it is that which tells, and the pair is told once.
    let named = Scene::new().row(&numbered("Bo", BO, "")).row(&numbered("An", AN, BO)).customer(&couple).open();
    assert_eq!(named.pairs(0), [Pair { bond: Bond::NamedPartner, ..pair }]);
}

#[test]
fn what_is_shown_of_a_joint_return_is_what_it_is() {
    let mut an = numbered("An", AN, BO);
    an.extend(person("An", "Peeters", "", &[(Field::City, "Gent")]).split_off(3));
    let mut bo = numbered("Bo", BO, AN);
    let others = [(Field::City, "Gent"), (Field::Labels, "vip"), (Field::Mobile, "+32475220000"), (Field::Language, "nl")];
    bo.extend(person("Bo", "", "", &others).split_off(3));
    let mut draft = Scene::new().row(&an).row(&bo).chosen();
    let joint = draft.joint(0, 1).unwrap();
    let lost: Vec<Field> = joint.not_kept.iter().map(|(field, _)| *field).collect();
    assert_eq!(lost, [Field::Labels, Field::Language], "town and numbers are kept: the main filer's row says the same");
    let pair = draft.pairs(0)[0];
    draft.decide(draft.joining(pair).unwrap());
    assert_eq!(account(&draft, 0).values, joint.joined);
    assert_eq!(draft.joint(0, 1), Some(joint), "and it says so of a couple that is joined");
    assert_eq!(draft.change_set(seed()).unwrap().outcomes[1].1, RowOutcome::Joined(2));
}

#[test]
fn a_partner_who_is_part_of_another_return_is_said_to_be() {
    let mut draft = Scene::new().row(&numbered("An", AN, BO)).row(&numbered("Bo", BO, "")).row(&numbered("Cy", CY, BO)).open();
    assert_eq!(draft.pairs(1).len(), 2, "two name Bo");
    assert_eq!(draft.partner_taken_by(2), None);
    draft.decide(draft.joining(draft.pairs(1)[0]).unwrap());
    assert_eq!((draft.pairs(2), draft.partner_taken_by(2)), (Vec::new(), Some(0)));
    let refused = draft.joining(Pair { main: 2, partner: 0, bond: Bond::NamedPartner });
    assert_eq!(refused, Err(NoJoin::OtherPartner { row: 0 }));
}

/// Three customers, of whom a rule is for two.
fn three() -> Scene {
    let likely = person("Di", "Peeters", "di@example.be", &[]);
    let near = [(Field::Street, "Kerkstraat 12"), (Field::PostalCode, "9000")];
    let row = |first, others: &[(Field, &'static str)]| {
        let mut cells = numbered(first, if first == "An" { AN } else { DI }, "");
        cells.extend(person(first, "", "", others).split_off(3));
        cells
    };
    Scene::new()
        .row(&row("An", &[(Field::City, "Gent"), (Field::Labels, "pb,vip"), (Field::Mobile, "+32475110000")]))
        .row(&row("Di", &[(Field::City, "Aalst")]))
        .row(&person("Anne", "Maes", "m@example.be", &near))
        .customer(&stored(&row("An", &[(Field::City, "Aalst"), (Field::Labels, "vip")])))
        .customer(&stored(&likely))
        .customer(&stored(&person("Ann", "Maes", "n@example.be", &near)))
}

#[test]
fn every_rule_is_weighed_in_one_pass_and_does_what_it_counts() {
    let draft = three().chosen();
    assert_eq!(draft.ground(2), Some(Ground::NearNameAndAddress));
    let mut asked = Vec::new();
    let weighed = draft
        .weighing(&mut |done, all| {
            asked.push((done, all));
            ControlFlow::Continue(())
        })
        .unwrap();
    assert_eq!(asked, [(0, 3)]);
    let counts = SidesRule::ALL.map(|rule| {
        let settled = weighed.of(rule);
        assert_eq!(*settled, draft.settling(rule), "{rule:?}");
        let mut after = draft.clone();
        after.decide(settled.step.clone());
        let changing = (0..3).map(|row| after.account(row).unwrap().comparisons(&after).iter().filter(|one| one.changes()).count());
        assert_eq!(changing.sum::<usize>(), settled.fields, "{rule:?}");
        assert_eq!(after.overwrite_count(2), 0, "nobody can be sure of the third");
        (settled.rows, settled.written, settled.fields, settled.unsure)
    });
    assert_eq!(counts, [(2, 0, 0, 1), (2, 2, 3, 1), (2, 2, 5, 1)]);
    let labels = draft.settling(SidesRule::ImportWins).step;
    let mut after = draft.clone();
    after.decide(labels);
    assert_eq!(account(&after, 0).merged(&after).get(Field::Labels), Some("vip,pb"), "labels are added to");
    assert!(draft.weighing(&mut |_, _| ControlFlow::Break(())).is_none());
}

#[test]
fn a_part_of_an_address_in_one_cell_is_typed_without_losing_the_others() {
    let whole = person("An", "Peeters", "an@example.be", &[(Field::Address, "Kerkstraat 12 bus 3, 9000 Gent")]);
    let mut draft = Scene::new().row(&whole).row(&numbered("Bo", BO, "")).open();
    let parts = [Field::Street, Field::HouseNumber, Field::Box, Field::PostalCode, Field::City, Field::Address];
    let read = |draft: &crate::domain::draft::Draft| parts.map(|field| account(draft, 0).values.text(field).to_owned());
    assert_eq!(read(&draft), ["Kerkstraat", "12", "3", "9000", "Gent", ""]);
    let trial = draft.trying(0, Field::HouseNumber, "14A").unwrap();
    draft.decide(draft.typing(0, Field::HouseNumber, "14A"));
    assert_eq!(read(&draft), ["Kerkstraat", "14A", "3", "9000", "Gent", ""]);
    assert_eq!(account(&draft, 0).values, trial.values, "as it was tried");
    draft.undo();
    assert_eq!((read(&draft)[1].as_str(), draft.edits().count()), ("12", 0));
}

#[test]
fn a_trial_says_whose_row_it_would_be() {
    let (an, bo) = (numbered("An", AN, ""), numbered("Bo", BO, ""));
    let draft = Scene::new().row(&an).customer(&stored(&an)).customer(&stored(&bo)).open();
    let customer = |text| draft.trying(0, Field::NationalNumber, text).and_then(|trial| trial.customer).map(|id| id.0);
    assert_eq!((customer(AN), customer(BO), customer("1")), (Some(1), Some(2), None));
    assert_eq!(draft.trying(0, Field::NationalNumber, "1").unwrap().bucket, Invalid);
    // Taking the import's side of a value that is typed in the same step.
    let mut typed = draft.clone();
    typed.decide(typed.typing(0, Field::City, "Gent").and(typed.taking(0, [Field::City], Side::Import)));
    assert_eq!((typed.steps().len(), account(&typed, 0).merged(&typed).text(Field::City)), (1, "Gent"));
}
