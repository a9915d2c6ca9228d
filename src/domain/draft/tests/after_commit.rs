//! What a draft is once its change set was written.

use super::scene::{AN, BO, CY, DI, Scene, account, buckets, choose, committed, flow, numbered, person, seed, selected, stored};
use crate::domain::draft::Bucket::{Duplicates, Invalid, OnlyInImport};
use crate::domain::draft::{Mark, Refusal, Side};
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::matching::Certainty;
use crate::domain::sheet::CellKind;

/// Rows that are hard to keep apart, each valid.
fn rows() -> Scene {
    let home = [(Field::Street, "Kerkstraat"), (Field::HouseNumber, "1"), (Field::PostalCode, "9000")];
    let address = [(Field::Address, "Hof ter Linden, Gent"), (Field::ClientCode, "K 1")];
    Scene::new()
        .row(&numbered("An", AN, BO))
        .row(&numbered("Bo", BO, ""))
        .row(&person("Jan", "Maes", "maes@example.be", &[(Field::NationalNumber, CY)]))
        .row(&person("Jan", "Maes", "maes@example.be", &[(Field::NationalNumber, DI)]))
        .row(&person("Ann", "Claes", "a@example.be", &home))
        .row(&person("Anne", "Claes", "b@example.be", &home))
        .row(&person("Eva", "Bos", "eva@example.be", &[(Field::SpouseNationalNumber, BO)]))
        .row(&person("Lou", "Bos", "lou@example.be", &address))
}

#[test]
fn committed_rows_are_duplicates_without_differences_also_when_the_file_is_read_again() {
    let scene = rows();
    let mut draft = scene.chosen();
    assert_eq!(buckets(&draft), [OnlyInImport; 8]);
    let set = draft.change_set(seed()).unwrap();
    assert_eq!(set.additions.len(), 8);
    let stock = committed(&draft.stock().snapshot, &set);
    draft.settle_commit(stock.clone());
    let mut again = scene.open();
    again.rebase(stock);
    choose(&mut again, Language::French, "self-employed-2026");
    for draft in [&draft, &again] {
        assert_eq!(buckets(draft), [Duplicates; 8]);
        assert_eq!((draft.counts().only_in_store, draft.counts().selected), (0, 0));
        assert_eq!(draft.refusal(), Some(Refusal::Nothing));
        for row in 0..8 {
            let account = account(draft, row);
            let found = account.found.clone().unwrap();
            assert_eq!(found.id.0, u64::from(row) + 1, "{:?}", found.ground);
            assert!(found.has_dossier && !found.tied && found.certainty >= Certainty::Likely, "{found:?}");
            assert!(account.comparisons(draft).iter().all(|one| !one.difference.can_be_taken()), "{account:?}");
        }
    }
}

#[test]
fn what_was_left_over_stays_and_can_be_committed_later() {
    let mut wrong = numbered("Cy", CY, "");
    wrong.push((Field::Mobile, "1", CellKind::Text));
    let mut draft = Scene::new().row(&numbered("An", AN, "")).row(&numbered("Bo", BO, "")).row(&wrong).chosen();
    draft.decide(draft.marking([1], Mark::Deselected));
    let set = draft.change_set(seed()).unwrap();
    draft.settle_commit(committed(&draft.stock().snapshot, &set));
    assert_eq!(buckets(&draft), [Duplicates, OnlyInImport, Invalid]);
    assert_eq!((selected(&draft), draft.refusal()), (vec![], Some(Refusal::Nothing)));
    assert!(draft.undo().is_none() && draft.redo().is_none(), "a commit is not taken back by undo");
    assert!(draft.stands_on_commit() && !draft.has_uncommitted_steps());
    draft.decide(draft.marking([1], Mark::Selected));
    assert!(!draft.stands_on_commit() && draft.has_uncommitted_steps());
    let second = draft.change_set(seed().next()).unwrap();
    assert_eq!(second.additions.iter().map(|addition| addition.row).collect::<Vec<_>>(), [3]);
    assert_eq!((second.tally.left_alone, second.tally.invalid), (1, 1));
    assert_ne!(second.commit, set.commit);
    assert!(draft.undo().is_some() && draft.stands_on_commit());
    assert!(draft.undo().is_none());
    assert!(draft.redo().is_some());
    draft.settle_commit(committed(&draft.stock().snapshot, &second));
    assert_eq!(buckets(&draft), [Duplicates, Duplicates, Invalid]);
    assert!(draft.undo().is_none());
}

#[test]
fn fields_that_were_written_are_the_same_and_others_wait_for_the_next_commit() {
    let mut an = numbered("An", AN, "");
    an.push((Field::City, "Aalst", CellKind::Text));
    let mut bo = numbered("Bo", BO, "");
    bo.extend([(Field::City, "Aalst", CellKind::Text), (Field::Deadline, "2025-12-31", CellKind::Date)]);
    let mut draft =
        Scene::new().row(&an).row(&bo).customer(&stored(&numbered("An", AN, ""))).customer(&stored(&numbered("Bo", BO, ""))).open();
    draft.decide(draft.choosing_flow(&flow(2025)));
    draft.decide(draft.taking(0, [Field::City], Side::Import));
    draft.decide(draft.taking(1, [Field::City], Side::Import));
    draft.decide(draft.choosing_flow(&flow(2026)));
    choose(&mut draft, Language::Dutch, "pit-2026");
    assert_eq!(buckets(&draft), [Duplicates, Invalid]);
    let set = draft.change_set(seed()).unwrap();
    draft.settle_commit(committed(&draft.stock().snapshot, &set));
    assert_eq!((draft.overwrite_count(0), draft.overwrite_count(1)), (0, 1));
    assert_eq!(account(&draft, 0).found.unwrap().values.text(Field::City), "Aalst");
    assert_eq!(draft.refusal(), Some(Refusal::Nothing), "an invalid row writes nothing");
}

#[test]
fn a_second_season_links_everybody_once() {
    let scene = rows();
    let mut first = scene.open();
    first.decide(first.choosing_flow(&flow(2025)));
    choose(&mut first, Language::Dutch, "pit-2025");
    let stock = committed(&first.stock().snapshot, &first.change_set(seed()).unwrap());
    let mut second = scene.chosen();
    second.rebase(stock);
    assert_eq!(buckets(&second), [Duplicates; 8]);
    assert_eq!(selected(&second), [0, 1, 2, 3, 7], "who has a number or a code");
    second.decide(second.marking(0..8, Mark::Selected));
    let set = second.change_set(seed()).unwrap();
    assert_eq!((set.tally.linked, set.tally.updated, set.tally.fields, set.tally.added), (8, 8, 0, 0));
    assert!(set.updates.iter().all(|update| update.dossier.as_ref().is_some_and(|dossier| dossier.questionnaire.0 == "pit-2026")));
    second.settle_commit(committed(&second.stock().snapshot, &set));
    assert_eq!((second.counts().selected, second.refusal()), (0, Some(Refusal::Nothing)));
}
