//! What holds of any seasons and any links.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn linked_and_unlinked_again_is_as_before(
        linked_before in proptest::collection::btree_set(1_u64..20, 0..8),
        linked in proptest::collection::btree_set(1_u64..24, 0..12),
    ) {
        let mut office = Office::of(20);
        office.does(&link(2026, ids(linked_before.iter().copied())));
        let before = office.dossiers.clone();
        let planned = office.does(&link(2026, ids(linked.iter().copied())));
        let new: Vec<CustomerId> = planned.amendment.dossiers.iter().map(|change| change.customer).collect();
        prop_assert_eq!(planned.tally.dossiers as usize + planned.not.len(), linked.len());
        prop_assert_eq!(office.dossiers.len(), before.len() + new.len());
        let planned = office.does(&Wish::Unlink(flow(2026), new, Reach::NothingSent));
        prop_assert!(planned.not.is_empty());
        prop_assert_eq!(&office.dossiers, &before);
    }

    #[test]
    fn a_default_is_always_the_task_flows_and_a_set_deadline_never_moves(
        steps in proptest::collection::vec((0_u8..3, 1_u64..8, 1_i8..=12, 1_i8..=28), 1..12),
    ) {
        let mut office = Office::of(7);
        office.does(&link(2026, ids(1..=7)));
        for (what, number, month, day) in steps {
            let date = date(2026, month, day);
            let set: BTreeMap<_, _> = office.dossiers.iter().filter(|(_, dossier)| dossier.deadline_origin != Origin::Default)
                .map(|(key, dossier)| (key.clone(), dossier.deadline)).collect();
            match what {
                0 => { office.does(&Wish::Change(TaskFlow { deadline_simple: date, ..office.flow(2026) })); }
                1 => { office.does(&Wish::Change(TaskFlow { deadline_specific: date, ..office.flow(2026) })); }
                _ => { office.does(&Wish::Deadline(flow(2026), ids([number]), Some(date).filter(|_| day.rem_euclid(2) == 0))); continue; }
            }
            for (key, deadline) in set {
                prop_assert_eq!(office.dossiers[&key].deadline, deadline);
            }
        }
        let now = office.flow(2026);
        for ((_, customer), dossier) in &office.dossiers {
            let says = dossier.answer("deadline").map(|answer| answer.value.clone());
            prop_assert_eq!(says, Some(dossier.deadline.to_string()));
            if dossier.deadline_origin == Origin::Default {
                prop_assert_eq!(dossier.deadline, now.default_deadline(office.customers[customer].has_enterprise_number()));
            }
        }
    }

    #[test]
    fn the_year_after_is_never_made_twice(years in proptest::collection::btree_set(2020_i16..2035, 1..6)) {
        let mut flows: Vec<TaskFlow> = years.iter().map(|year| TaskFlow::personal_income_tax(*year, vec![questionnaire("pit-2026")])).collect();
        for _ in 0..8 {
            let Some(last) = flows.iter().find(|flow| next_season(flow, &flows, &CATALOGUE).is_ok()).cloned() else { break };
            let (next, _) = next_season(&last, &flows, &CATALOGUE).unwrap();
            flows.push(next);
            prop_assert!(matches!(next_season(&last, &flows, &CATALOGUE), Err(Refused::YearExists(..))));
        }
        let all: std::collections::BTreeSet<_> = flows.iter().map(|flow| flow.id.clone()).collect();
        prop_assert_eq!(all.len(), flows.len());
    }
}
