//! Two rows for one stored customer.

use super::scene::{
    AN, AN_BIS, BO, CY, Scene, account, buckets, choose, committed, numbered, outcome, person, rules, seed, selected, stored,
};
use crate::domain::change_set::RowOutcome;
use crate::domain::draft::Bucket::{Duplicates, Invalid, OnlyInImport};
use crate::domain::draft::{Draft, Mark, Side};
use crate::domain::field::Field;
use crate::domain::finding::Rule;
use crate::domain::language::Language;
use crate::domain::matching::{Certainty, Ground};
use crate::domain::sheet::CellKind;

const HOME: [(Field, &str); 2] = [(Field::Street, "Kerkstraat 12"), (Field::PostalCode, "9000")];

#[test]
fn the_strongest_match_takes_the_customer_and_the_loser_names_the_winner() {
    let known = stored(&person("An", "Peeters", "an@example.be", &[(Field::NationalNumber, AN), (Field::ClientCode, "K1")]));
    let by_code = person("Bo", "Claes", "bo@example.be", &[(Field::ClientCode, "K1")]);
    let by_number = person("Cy", "Maes", "cy@example.be", &[(Field::NationalNumber, AN)]);
    let by_email = person("An", "Peeters", "an@example.be", &[]);
    let draft = Scene::new().row(&by_email).row(&by_code).row(&by_number).customer(&known).open();
    assert_eq!(buckets(&draft), [Invalid, Invalid, Duplicates]);
    assert_eq!(rules(&draft, 0), [(Rule::RowMatchTaken, Some(4))]);
    assert_eq!(account(&draft, 0).findings[0].field, Field::Email);
    assert_eq!(rules(&draft, 1), [(Rule::RowMatchTaken, Some(4))]);
    assert_eq!(account(&draft, 1).findings[0].field, Field::ClientCode);
    assert_eq!((draft.certainty(2), rules(&draft, 2)), (Some(Certainty::Sure), Vec::new()));
    assert!(!account(&draft, 2).found.unwrap().tied);
}

#[test]
fn an_invalid_row_claims_nobody() {
    let known = stored(&numbered("An", AN, ""));
    let mut strong = person("Cy", "Maes", "cy@example.be", &[(Field::NationalNumber, AN)]);
    strong.push((Field::Mobile, "0471", CellKind::Text));
    let draft = Scene::new().row(&strong).row(&numbered("An", "", "")).customer(&known).open();
    assert_eq!(buckets(&draft), [Invalid, Duplicates]);
    assert_eq!(draft.ground(1), Some(Ground::EmailAndName));
}

/// Two rows under other addresses that are both nearly the stored customer.
fn tied() -> Scene {
    let like = |first, email, city| person(first, "Peeters", email, &[HOME[0], HOME[1], (Field::City, city)]);
    Scene::new()
        .row(&like("Anne", "a@example.be", "Gent"))
        .row(&like("Anna", "b@example.be", "Aalst"))
        .row(&numbered("Cy", CY, ""))
        .customer(&stored(&person("Ann", "Peeters", "x@example.be", &HOME)))
}

#[test]
fn equals_are_both_unsure_and_neither_is_selected() {
    let draft = tied().open();
    assert_eq!(buckets(&draft), [Duplicates, Duplicates, OnlyInImport]);
    for row in [0, 1] {
        assert_eq!(draft.certainty(row), Some(Certainty::Unsure));
        assert!(account(&draft, row).found.unwrap().tied);
        assert!(draft.is_selectable(row));
    }
    assert_eq!(selected(&draft), [2]);
}

#[test]
fn a_tie_makes_even_a_sure_ground_unsure() {
    // Two rows cannot have one number or code, but one can have the number that the other writes wrongly.
    let known = stored(&person("An", "Peeters", "an@example.be", &[(Field::NationalNumber, AN)]));
    let draft = Scene::new().row(&numbered("An", AN, "")).row(&numbered("Ann", AN, "")).customer(&known).open();
    assert_eq!(buckets(&draft), [Duplicates, Invalid], "in the file already");
    let likely = person("Jan", "Maes", "jan@example.be", &[(Field::NationalNumber, CY)]);
    let other = person("Jan", "Maes", "jan@example.be", &[(Field::NationalNumber, BO)]);
    let both = Scene::new().row(&likely).row(&other).customer(&stored(&person("Jan", "Maes", "jan@example.be", &[]))).open();
    assert_eq!(buckets(&both), [Duplicates; 2]);
    assert_eq!((both.ground(0), both.certainty(0)), (Some(Ground::EmailAndName), Some(Certainty::Unsure)));
}

fn write_of(draft: &Draft) -> Vec<(u32, u64)> {
    let set = draft.change_set(seed()).unwrap();
    committed(&draft.stock().snapshot, &set);
    set.updates.iter().map(|update| (update.row, update.customer.0)).collect()
}

#[test]
fn of_tied_rows_one_at_most_is_written() {
    let mut draft = tied().chosen();
    draft.decide(draft.marking([0], Mark::Selected));
    assert_eq!(selected(&draft), [0, 2]);
    assert_eq!(write_of(&draft), [(2, 1)]);
    draft.decide(draft.marking([1], Mark::Selected));
    assert_eq!(selected(&draft), [1, 2], "choosing the other lets go of the first");
    assert_eq!(write_of(&draft), [(3, 1)]);
    assert_eq!(draft.counts().selected, 2);
    draft.undo();
    assert_eq!(selected(&draft), [0, 2]);
    draft.decide(draft.taking(1, [Field::City], Side::Import));
    assert_eq!(selected(&draft), [2], "so does taking a field");
    assert_eq!(write_of(&draft), [(3, 1)]);
    draft.decide(draft.marking([0], Mark::Selected));
    assert_eq!((draft.overwrite_count(1), draft.side(1, Field::City)), (0, Side::Store));
    assert_eq!(write_of(&draft), [(2, 1)]);
}

#[test]
fn selecting_all_selects_one_of_the_tied_and_keeps_the_one_that_was() {
    let mut draft = tied().chosen();
    draft.decide(draft.marking(0..3, Mark::Selected));
    assert_eq!(selected(&draft), [0, 2]);
    draft.decide(draft.marking([1], Mark::Selected));
    assert_eq!(draft.marking(0..3, Mark::Selected).row_count(), 0);
    draft.decide(draft.inverting(0..3));
    assert_eq!(selected(&draft), [] as [u32; 0]);
    assert_eq!(draft.counts().selected, 0);
}

#[test]
fn marks_from_before_a_tie_write_one_row_only() {
    let alone =
        Scene::new().row(&numbered("An", AN, "")).row(&person("An", "Peeters", "an2@example.be", &[(Field::NationalNumber, AN_BIS)]));
    let mut draft = alone.chosen();
    draft.decide(draft.marking([0, 1], Mark::Deselected));
    draft.decide(draft.marking([0, 1], Mark::Selected));
    assert_eq!(selected(&draft), [0, 1]);
    let other_number = person("An", "Peeters", "z@example.be", &[(Field::NationalNumber, "85073003526")]);
    assert_eq!(97 - 850_730_035 % 97, 26, "the same birthday");
    draft.rebase(Scene::new().customer(&stored(&other_number)).stock());
    assert_eq!(buckets(&draft), [Duplicates; 2]);
    assert_eq!(selected(&draft), [] as [u32; 0], "they were selected as new, and not as that customer");
    draft.decide(draft.marking([0, 1], Mark::Selected));
    assert_eq!(selected(&draft), [0], "two rows are not written to one customer");
    assert_eq!(draft.counts().selected, 1);
    assert_eq!(outcome(&draft.change_set(seed()).unwrap(), 3), &RowOutcome::LeftAlone(crate::domain::customer::CustomerId(1)));
    draft.decide(draft.marking([1], Mark::Selected));
    assert_eq!(selected(&draft), [1]);
    assert_eq!(draft.counts().selected, 1);
}

#[test]
fn nobody_is_chosen_among_a_crowd_of_tied_rows() {
    let mut scene = Scene::new().customer(&stored(&person("Ann", "Peeters", "x@example.be", &HOME)));
    for at in 0..120 {
        scene = scene.row(&person("Anne", "Peeters", String::leak(format!("a{at}@example.be")), &HOME));
    }
    let mut draft = scene.chosen();
    assert_eq!(draft.counts().duplicates, 120);
    assert!(!draft.is_selectable(5));
    draft.decide(draft.marking(0..120, Mark::Selected));
    draft.decide(draft.taking(5, [Field::Email], Side::Import));
    assert_eq!((draft.counts().selected, draft.side(5, Field::Email)), (0, Side::Store));
}

#[test]
fn after_a_separation_each_has_a_row() {
    let couple = stored(&numbered("An", AN, BO));
    let apart = Scene::new().row(&numbered("Bo", BO, "")).row(&numbered("An", AN, "")).customer(&couple).open();
    assert_eq!(buckets(&apart), [OnlyInImport, Duplicates], "the former partner is a new customer");
    assert_eq!(rules(&apart, 0), [(Rule::RowSeparated, Some(3))]);
    assert!(apart.has_warning(0) && apart.is_selectable(0) && !apart.is_selected(0), "somebody has to say so");
    assert_eq!((apart.ground(0), account(&apart, 0).found), (None, None));
    let together = Scene::new().row(&numbered("Bo", BO, "")).row(&numbered("An", AN, BO)).customer(&couple).open();
    assert_eq!(buckets(&together), [Invalid, Duplicates], "a row for the partner of a couple would be a second dossier");
    assert_eq!(rules(&together, 0), [(Rule::RowPartnerElsewhere, Some(3)), (Rule::RowMatchTaken, Some(3))]);
}

#[test]
fn a_row_that_would_join_the_customer_of_another_row_is_invalid() {
    let draft = Scene::new().row(&numbered("An", AN, BO)).row(&numbered("Bo", BO, "")).customer(&stored(&numbered("Bo", BO, ""))).open();
    assert_eq!(buckets(&draft), [Invalid, Duplicates]);
    assert_eq!(rules(&draft, 0), [(Rule::RowMatchTaken, Some(3))]);
    assert_eq!(account(&draft, 0).findings[0].field, Field::SpouseNationalNumber);
}

#[test]
fn a_loser_becomes_valid_when_the_winner_falls_out() {
    let mut winner = person("Cy", "Maes", "cy@example.be", &[(Field::NationalNumber, AN)]);
    winner.push((Field::Language, "german", CellKind::Text));
    let mut draft = Scene::new().row(&winner).row(&numbered("An", "", "")).customer(&stored(&numbered("An", AN, ""))).open();
    assert_eq!(buckets(&draft), [Duplicates, Invalid]);
    choose(&mut draft, Language::Dutch, "pit-2026");
    assert_eq!(buckets(&draft), [Invalid, Duplicates]);
    assert!(draft.undo().is_some());
    assert_eq!(buckets(&draft), [Duplicates, Invalid]);
}
