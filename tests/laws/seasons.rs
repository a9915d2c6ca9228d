//! Task flows, linking and deadlines on every store: what is planned is what is written.

use std::ops::ControlFlow;

use instroom::domain::customer::CustomerId;
use instroom::domain::dossier::{Origin, Status};
use instroom::domain::draft::Seed;
use instroom::domain::field::Field;
use instroom::domain::language::Language;
use instroom::domain::questionnaire::{Catalogue, QuestionnaireId, built_in};
use instroom::domain::season::{
    LanguageRule, LastAnswers, Link, Planned, Reach, Records, Refused, WholeDossiers, WhyNot, Wish, needed, next_season, plan,
};
use instroom::domain::task_flow::TaskFlow;
use instroom::world::store::{CommitFault, Store};
use jiff::civil::date;

use crate::support::house::{House, add, commit, contract, quietly};
use crate::support::imports::{Import, flow, hand};

contract![
    a_next_season_is_made_once_and_taken_by_an_import,
    who_is_linked_is_found_with_the_dossier_and_unlinked_is_as_before,
    default_deadlines_move_with_the_task_flow,
    an_archived_task_flow_keeps_its_dossiers,
    what_was_planned_on_another_state_is_not_written,
];

fn catalogue() -> Catalogue {
    built_in()
}

fn planned(store: &dyn Store, wish: &Wish, seed: u8) -> Result<Planned, Refused> {
    let snapshot = store.snapshot().unwrap();
    let wanted = needed(wish, &snapshot);
    let read = store.dossiers(&wanted).unwrap();
    let dossiers: WholeDossiers = wanted.into_iter().zip(read).filter_map(|(key, read)| Some((key, read?))).collect();
    let (catalogue, in_outbox) = (catalogue(), |_: &_, _| false);
    let seed = Seed::new([seed; 32]);
    plan(wish, &Records { snapshot: &snapshot, dossiers: &dossiers, catalogue: &catalogue, in_outbox: &in_outbox, seed })
}

/// Plans and writes; each with a seed of its own.
fn does(store: &dyn Store, wish: &Wish, seed: u8) -> Planned {
    let planned = planned(store, wish, seed).unwrap();
    store.amend(&planned.amendment, &hand("an"), &mut quietly).unwrap();
    planned
}

fn link(year: i16, ids: impl IntoIterator<Item = u64>) -> Wish {
    let questionnaire = QuestionnaireId("pit-2026".into());
    let language = LanguageRule::TheirOwn { otherwise: Language::French };
    let customers = ids.into_iter().map(CustomerId).collect();
    Wish::Link(flow(year), customers, Link { questionnaire, language, answers: LastAnswers::TakenAlong })
}

fn a_next_season_is_made_once_and_taken_by_an_import(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..3);
    let before = store.snapshot().unwrap();
    let (next, _) = next_season(&before.flows[0], &before.flows, &catalogue()).unwrap();
    let made = does(&*store, &Wish::Make(next.clone()), 1);
    let after = store.snapshot().unwrap();
    assert_eq!((after.flows.len(), after.flows[0].clone()), (3, next.clone()));
    assert_eq!(next_season(&before.flows[0], &after.flows, &catalogue()), Err(Refused::YearExists(2027, flow(2027))));
    assert_eq!(planned(&*store, &Wish::Make(next), 2), Err(Refused::FlowExists(flow(2027))));
    let again = store.amend(&made.amendment, &hand("an"), &mut quietly).unwrap();
    assert!(again.repeated, "the same plan again changes nothing");
    commit(&*store, &Import::new("2027", &after, flow(2027)).linking(&after, 2).done());
    assert_eq!(store.snapshot().unwrap().dossier_count(&flow(2027)), 1);
}

fn who_is_linked_is_found_with_the_dossier_and_unlinked_is_as_before(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..4);
    let linked = does(&*store, &link(2026, [1, 3, 9]), 1);
    assert_eq!((linked.tally.dossiers, linked.left_out()), (2, vec![(WhyNot::Gone, 1)]));
    let snapshot = store.snapshot().unwrap();
    assert_eq!((snapshot.dossier_count(&flow(2026)), snapshot.dossier_count(&flow(2025))), (2, 4));
    for change in &linked.amendment.dossiers {
        let stored = store.dossier(&flow(2026), change.customer).unwrap();
        assert_eq!(stored, change.becomes);
        let dossier = stored.unwrap();
        assert_eq!((dossier.status, dossier.language, dossier.token.len()), (Status::NotSentYet, Language::Dutch, 32));
        assert_eq!(dossier.deadline_origin, Origin::Default);
    }
    let unlinked = does(&*store, &Wish::Unlink(flow(2026), vec![CustomerId(1), CustomerId(2), CustomerId(3)], Reach::NothingSent), 2);
    assert_eq!((unlinked.tally.dossiers, unlinked.left_out()), (2, vec![(WhyNot::NoDossier, 1)]));
    let snapshot = store.snapshot().unwrap();
    assert_eq!((snapshot.dossier_count(&flow(2026)), snapshot.dossier_count(&flow(2025)), snapshot.customer_count()), (0, 4, 4));
    let again = does(&*store, &link(2026, [1]), 3);
    let tokens = [&linked, &again].map(|planned| planned.amendment.dossiers[0].becomes.as_ref().unwrap().token.clone());
    assert_ne!(tokens[0], tokens[1], "a questionnaire of before is not taken for the new dossier's");
    assert_eq!(snapshot.journal.len(), 3);
}

fn default_deadlines_move_with_the_task_flow(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..3);
    let seen = store.snapshot().unwrap();
    commit(&*store, &Import::new("trade", &seen, flow(2025)).changing(&seen, 2, &[(Field::EnterpriseNumber, "0403019261")]).done());
    does(&*store, &link(2026, 1..=3), 1);
    does(&*store, &Wish::Deadline(flow(2026), vec![CustomerId(3)], Some(date(2026, 9, 1))), 2);
    let now = store.snapshot().unwrap().flow(&flow(2026)).unwrap().clone();
    let later = TaskFlow { deadline_simple: date(2026, 7, 31), deadline_specific: date(2026, 11, 2), ..now };
    let moved = does(&*store, &Wish::Change(later.clone()), 3);
    assert_eq!(moved.tally.dossiers, 2);
    let snapshot = store.snapshot().unwrap();
    assert_eq!(snapshot.flow(&flow(2026)), Some(&later));
    let deadline = |id| snapshot.dossier(&flow(2026), CustomerId(id)).map(|head| head.about.deadline);
    assert_eq!([1, 2, 3].map(deadline), [date(2026, 7, 31), date(2026, 11, 2), date(2026, 9, 1)].map(Some));
}

fn an_archived_task_flow_keeps_its_dossiers(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..2);
    let open = store.snapshot().unwrap().flow(&flow(2025)).unwrap().clone();
    does(&*store, &Wish::Change(TaskFlow { archived: true, ..open.clone() }), 1);
    let snapshot = store.snapshot().unwrap();
    assert_eq!((snapshot.dossier_count(&flow(2025)), snapshot.flow(&flow(2025)).unwrap().archived), (2, true));
    let unlink = Wish::Unlink(flow(2025), vec![CustomerId(1)], Reach::AlsoSent);
    assert_eq!(planned(&*store, &unlink, 2), Err(Refused::Archived(flow(2025))));
    does(&*store, &Wish::Change(open.clone()), 3);
    assert_eq!(store.snapshot().unwrap().flow(&flow(2025)), Some(&open));
    assert_eq!(planned(&*store, &unlink, 4).unwrap().tally.dossiers, 1);
}

fn what_was_planned_on_another_state_is_not_written(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..3);
    let plans = [link(2026, 1..=3), Wish::Unlink(flow(2025), vec![CustomerId(1)], Reach::NothingSent)];
    let [stale_link, stale_unlink] = plans.map(|wish| planned(&*store, &wish, 1).unwrap());
    does(&*store, &link(2026, [2]), 2);
    does(&*store, &Wish::Deadline(flow(2025), vec![CustomerId(1)], Some(date(2025, 9, 1))), 3);
    let before = store.snapshot().unwrap();
    for stale in [stale_link, stale_unlink] {
        let refused = store.amend(&stale.amendment, &hand("an"), &mut |_| ControlFlow::Continue(()));
        match refused {
            Err(CommitFault::Changed(conflicts)) => assert_eq!(conflicts.len(), 1, "{conflicts:?}"),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(store.snapshot().unwrap(), before);
}
