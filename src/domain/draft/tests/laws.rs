//! What holds whatever is decided.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::scene::{
    AN, AN_BIS, BO, CY, DI, ED, GERMAN, Scene, account, committed, flow, has_error, numbered, person, questionnaire, seed, stored,
};
use crate::domain::change_set::RowOutcome;
use crate::domain::customer::CustomerId;
use crate::domain::draft::standing::Standing;
use crate::domain::draft::{Bucket, Choices, Counts, Cure, Deed, Draft, Entry, Mark, Overwrites, RowIndex, Side, SidesRule, Step, Unfit};
use crate::domain::field::Field;
use crate::domain::finding::{RuleSet, Severity};
use crate::domain::language::Language;
use crate::domain::sheet::CellKind;

/// Rows of every bucket, ties and separations among them.
fn scene() -> Scene {
    let home = [(Field::Street, "Kerkstraat"), (Field::PostalCode, "9000")];
    let extra = |mut cells: Vec<super::scene::Cell>, field, text| {
        cells.push((field, text, CellKind::Text));
        cells
    };
    Scene::new()
        .row(&extra(numbered("An", AN, BO), Field::City, "Gent"))
        .row(&numbered("Bo", BO, ""))
        .row(&extra(numbered("Cy", CY, ""), Field::Language, "german"))
        .row(&extra(numbered("Di", DI, ""), Field::Deadline, "2025-09-01"))
        .row(&extra(numbered("Ed", ED, ""), Field::Mobile, "0471625368"))
        .row(&person("Anne", "Claes", "a@example.be", &home))
        .row(&person("Anna", "Claes", "b@example.be", &home))
        .row(&person("Jan", "Maes", "jan@example.be", &[(Field::City, "Aalst")]))
        .row(&person("Jan", "Maes", "jan@example.be", &[]))
        .row(&person("An", "Peeters", "z@example.be", &[(Field::NationalNumber, AN_BIS)]))
        .customer(&stored(&extra(numbered("An", AN, ""), Field::City, "Brugge")))
        .linked(&stored(&person("Ann", "Claes", "x@example.be", &home)), &[2025])
        .linked(&stored(&person("Jan", "Maes", "jan@example.be", &[(Field::City, "Gent")])), &[2026])
        .linked(&stored(&numbered("Zz", "66041066660", CY)), &[2026])
        .customer(&stored(&numbered("Di", DI, "")))
}

/// Everything that a draft keeps, save the list of steps.
#[derive(Debug, Clone, PartialEq)]
struct State {
    choices: Choices,
    rows: Vec<Standing>,
    counts: Counts,
    overwrites: Overwrites,
    edits: Vec<(RowIndex, Field, String)>,
    partings: Vec<(RowIndex, CustomerId)>,
    joins: Vec<(RowIndex, RowIndex)>,
    marked_for: Vec<(RowIndex, CustomerId)>,
    looked: Vec<(RowIndex, CustomerId)>,
    columns: Vec<Option<Field>>,
    only_in_store: Vec<u32>,
}

fn state(draft: &Draft) -> State {
    State {
        choices: draft.choices.clone(),
        rows: draft.rows.clone(),
        counts: draft.counts,
        overwrites: draft.overwrites.clone(),
        edits: draft.edits().map(|(row, field, text)| (row, field, text.to_owned())).collect(),
        partings: draft.partings().collect(),
        joins: draft.joins().collect(),
        marked_for: draft.marked_for.iter().collect(),
        looked: draft.looked.iter().collect(),
        columns: draft.layout().columns.iter().map(|column| column.field).collect(),
        only_in_store: draft.only_in_store(),
    }
}

/// What a person may press.
#[derive(Debug, Clone)]
enum Press {
    Mark(Vec<RowIndex>, Mark),
    Invert(Vec<RowIndex>),
    Language(Language),
    Questionnaire(&'static str),
    Flow(i16),
    Take(RowIndex, Vec<Field>, Side),
    Edit(RowIndex, Field, &'static str),
    /// Several rows at once, as finding and replacing does.
    Replace(Vec<RowIndex>, Field, &'static str),
    Restore(RowIndex, Field),
    CureAlike(RowIndex),
    Join(RowIndex),
    Separate(RowIndex),
    HoldApart(RowIndex),
    Accept(RowIndex),
    Settle(SidesRule),
    Map(u16, Option<Field>),
    GoTo(usize),
    Undo,
    Redo,
}

/// Does what is pressed; tells what a journal would be told.
fn press(draft: &mut Draft, press: &Press) -> Option<Entry> {
    let none = || Step::new(Deed::Type, Vec::new());
    let step = match press {
        Press::Undo => {
            draft.undo();
            return Some(Entry::StoodAt(draft.steps_in_force()));
        }
        Press::Redo => {
            draft.redo();
            return Some(Entry::StoodAt(draft.steps_in_force()));
        }
        Press::GoTo(in_force) => {
            draft.go_to_step(*in_force);
            return Some(Entry::StoodAt(draft.steps_in_force()));
        }
        Press::Edit(row, field, text) => draft.typing(*row, *field, text),
        Press::Replace(rows, field, text) => {
            let cure =
                |&row: &RowIndex| Cure { row, field: *field, before: draft.given(row, *field).to_owned(), after: (*text).to_owned() };
            let rows: BTreeSet<RowIndex> = rows.iter().copied().collect();
            draft.curing(Deed::Replace, &rows.iter().map(cure).collect::<Vec<_>>())
        }
        Press::Restore(row, field) => draft.restoring(*row, *field),
        Press::CureAlike(row) => {
            let findings = draft.account(*row).map(|account| account.findings).unwrap_or_default();
            let curable = findings.iter().find(|finding| finding.suggestion.is_some());
            curable.map_or_else(none, |finding| draft.curing(Deed::TakeSuggestion, &draft.alike(finding)))
        }
        Press::Join(row) => draft.pairs(*row).first().and_then(|pair| draft.joining(*pair).ok()).unwrap_or_else(none),
        Press::Separate(row) => draft.separating(*row),
        Press::HoldApart(row) => draft.holding_apart(*row).unwrap_or_else(|_| none()),
        Press::Accept(row) => draft.accepting(*row),
        Press::Settle(rule) => draft.settling(*rule).step,
        Press::Map(column, field) => draft.mapping_columns([(*column, *field)]),
        Press::Mark(rows, mark) => draft.marking(rows.iter().copied(), *mark),
        Press::Invert(rows) => draft.inverting(rows.iter().copied()),
        Press::Language(language) => draft.choosing_language(*language),
        Press::Questionnaire(name) => draft.choosing_questionnaire(questionnaire(name)),
        Press::Flow(year) => draft.choosing_flow(&flow(*year)),
        Press::Take(row, fields, side) => draft.taking(*row, fields.iter().copied(), *side),
    };
    let step = if matches!(press, Press::Mark(rows, _) if rows.len() == 1) { step.continuing() } else { step };
    draft.decide(step.clone());
    (!step.is_empty()).then_some(Entry::Decided(step))
}

/// What is kept up to date row by row is what reading and matching everything anew would give.
fn is_as_if_read_anew(draft: &Draft) {
    let mut anew = draft.clone();
    anew.read_again();
    assert_eq!(state(draft), state(&anew));
}

fn presses() -> impl Strategy<Value = Vec<Press>> {
    let rows = || prop::collection::vec(0_u32..11, 0..6);
    let mark = prop_oneof![Just(Mark::Selected), Just(Mark::Deselected)];
    let field = prop_oneof![Just(Field::City), Just(Field::SpouseNationalNumber), Just(Field::FirstName), Just(Field::Email)];
    let side = prop_oneof![Just(Side::Store), Just(Side::Import), Just(Side::Both)];
    let row = || 0_u32..13;
    let rule = prop_oneof![Just(SidesRule::Leave), Just(SidesRule::FillBlanks), Just(SidesRule::ImportWins)];
    let mapped = prop_oneof![Just(None), Just(Some(Field::City)), Just(Some(Field::ClientCode)), Just(Some(Field::SpouseNationalNumber))];
    let column = prop_oneof![Just(5_u16), Just(10), Just(13), Just(14)];
    let restored = prop_oneof![Just(Field::NationalNumber), Just(Field::Email), Just(Field::SpouseNationalNumber)];
    let one = prop_oneof![
        8 => (row(), typed()).prop_map(|(row, (field, text))| Press::Edit(row, field, text)),
        3 => (rows(), typed()).prop_map(|(rows, (field, text))| Press::Replace(rows, field, text)),
        1 => (row(), restored).prop_map(|(row, field)| Press::Restore(row, field)),
        1 => row().prop_map(Press::CureAlike),
        3 => row().prop_map(Press::Join),
        1 => row().prop_map(Press::Separate),
        2 => row().prop_map(Press::HoldApart),
        2 => row().prop_map(Press::Accept),
        1 => rule.prop_map(Press::Settle),
        1 => (column, mapped).prop_map(|(column, field)| Press::Map(column, field)),
        1 => (0_usize..12).prop_map(Press::GoTo),
        4 => (rows(), mark).prop_map(|(rows, mark)| Press::Mark(rows, mark)),
        2 => rows().prop_map(Press::Invert),
        1 => prop_oneof![Just(Language::Dutch), Just(Language::French), Just(Language::German)].prop_map(Press::Language),
        1 => prop_oneof![Just("pit-2026"), Just(GERMAN), Just("pit-2025")].prop_map(Press::Questionnaire),
        1 => prop_oneof![Just(2025_i16), Just(2026)].prop_map(Press::Flow),
        3 => (0_u32..11, prop::collection::vec(field, 0..4), side).prop_map(|(row, fields, side)| Press::Take(row, fields, side)),
        2 => Just(Press::Undo),
        1 => Just(Press::Redo),
    ];
    prop::collection::vec(one, 0..24)
}

/// What may be typed: values that make rows meet, part, break rules and be cured.
fn typed() -> impl Strategy<Value = (Field, &'static str)> {
    let number =
        || prop_oneof![Just(AN), Just(BO), Just(CY), Just(DI), Just(ED), Just(AN_BIS), Just("85.07.30-033.28"), Just("12"), Just("")];
    prop_oneof![
        3 => number().prop_map(|text| (Field::NationalNumber, text)),
        3 => number().prop_map(|text| (Field::SpouseNationalNumber, text)),
        1 => prop_oneof![Just("K1"), Just("K2"), Just("")].prop_map(|text| (Field::ClientCode, text)),
        2 => prop_oneof![Just("a@example.be"), Just("b@example.be"), Just("b@gmial.com"), Just("")].prop_map(|text| (Field::Email, text)),
        1 => prop_oneof![Just("An"), Just("Bo"), Just("")].prop_map(|text| (Field::FirstName, text)),
        1 => prop_oneof![Just("Peeters"), Just("Claes")].prop_map(|text| (Field::LastName, text)),
        1 => prop_oneof![Just("Kerkstraat"), Just("")].prop_map(|text| (Field::Street, text)),
        1 => prop_oneof![Just("9000"), Just("1000")].prop_map(|text| (Field::PostalCode, text)),
        1 => prop_oneof![Just("0471625368"), Just("+32471625368")].prop_map(|text| (Field::Mobile, text)),
        1 => prop_oneof![Just("vip, gent"), Just("gent,oud")].prop_map(|text| (Field::Labels, text)),
    ]
}

/// Counted over what every row says of itself.
fn counted(draft: &Draft) -> Counts {
    let of = |bucket| u32::try_from(draft.rows_in(bucket).len()).unwrap();
    let chosen: Vec<RowIndex> = (0..draft.row_count()).filter(|row| draft.is_selected(*row)).collect();
    let new = chosen.iter().filter(|row| draft.bucket(**row) == Some(Bucket::OnlyInImport)).count();
    Counts {
        rows: draft.row_count(),
        only_in_import: of(Bucket::OnlyInImport),
        only_in_store: u32::try_from(draft.only_in_store().len()).unwrap(),
        duplicates: of(Bucket::Duplicates),
        invalid: of(Bucket::Invalid),
        selected: u32::try_from(chosen.len()).unwrap(),
        selected_new: u32::try_from(new).unwrap(),
        joined: u32::try_from((0..draft.row_count()).filter(|row| draft.bucket(*row).is_none()).count()).unwrap(),
    }
}

fn agrees_with_its_accounts(draft: &Draft) {
    for row in 0..draft.row_count() {
        let account = account(draft, row);
        assert_eq!(account.bucket, draft.bucket(row));
        let Some(bucket) = draft.bucket(row) else {
            assert!(draft.main_row(row).is_some_and(|main| draft.bucket(main).is_some() && draft.partner_row(main) == Some(row)));
            continue;
        };
        let rules: RuleSet = account.findings.iter().map(|finding| finding.rule).collect();
        assert_eq!(draft.rules(row), rules, "row {row}");
        assert_eq!(has_error(&account), bucket == Bucket::Invalid, "row {row}: {:?}", account.findings);
        let warned = account.findings.iter().any(|finding| finding.severity() == Severity::Warning);
        assert_eq!(draft.has_warning(row), warned && bucket != Bucket::Invalid, "row {row}: {:?}", account.findings);
        assert_eq!(account.found.as_ref().map(|found| found.certainty), draft.certainty(row));
        assert_eq!(account.found.as_ref().map(|found| found.ground), draft.ground(row));
        assert!(account.found.is_some() || bucket != Bucket::Duplicates);
        assert!(account.found.is_none() || bucket != Bucket::OnlyInImport);
        assert!(!draft.is_selected(row) || draft.is_selectable(row));
        assert!(account.findings.is_sorted_by_key(|finding| finding.field));
    }
}

fn commits_what_it_counts(draft: &Draft) {
    let Ok(set) = draft.change_set(seed()) else { return };
    let tally = set.tally;
    let counts = draft.counts();
    assert_eq!(tally.rows, tally.added + tally.not_selected + tally.updated + tally.left_alone + tally.invalid + tally.joined);
    assert_eq!((tally.rows, tally.invalid, tally.joined), (u64::from(counts.rows), u64::from(counts.invalid), u64::from(counts.joined)));
    assert_eq!((tally.added, tally.added + tally.linked), (u64::from(counts.selected_new), u64::from(counts.selected)));
    assert_eq!((tally.added, tally.updated), (set.additions.len() as u64, set.updates.len() as u64));
    assert!(tally.added + tally.updated > 0);
    let mut customers: Vec<_> = set.updates.iter().map(|update| update.customer).collect();
    customers.sort_unstable();
    customers.dedup();
    assert_eq!(customers.len(), set.updates.len(), "nobody is written twice");
    assert!(set.updates.iter().all(|update| update.dossier.is_some() || !update.changes.is_empty()));
    assert!(set.updates.iter().flat_map(|update| &update.changes).all(|change| !change.after.is_empty() && change.after != change.before));
    let stock = committed(&draft.stock().snapshot, &set);
    let mut after = draft.clone();
    after.settle_commit(stock);
    agrees_with_its_accounts(&after);
    assert_eq!(after.counts(), counted(&after));
    for (number, outcome) in &set.outcomes {
        let row = after.row_of_number(*number).unwrap();
        let account = account(&after, row);
        let wrote = matches!(outcome, RowOutcome::Added);
        let differs = account.comparisons(&after).iter().any(|one| one.difference.can_be_taken());
        assert!(!wrote || (account.bucket == Some(Bucket::Duplicates) && !differs), "row {number}: {account:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_pressed_counts_accounts_and_change_sets_agree(presses in presses()) {
        let mut draft = scene().open();
        for one in &presses {
            press(&mut draft, one);
            prop_assert_eq!(draft.counts(), counted(&draft), "after {:?}", one);
            is_as_if_read_anew(&draft);
        }
        agrees_with_its_accounts(&draft);
        commits_what_it_counts(&draft);
    }

    #[test]
    fn undo_leads_back_to_the_start_and_redo_to_the_end(presses in presses()) {
        let untouched = scene().open();
        let mut draft = untouched.clone();
        for one in &presses {
            press(&mut draft, one);
        }
        let end = state(&draft);
        let mut back = Vec::new();
        loop {
            let before = state(&draft);
            if draft.undo().is_none() {
                break;
            }
            back.push(before);
        }
        prop_assert_eq!(state(&draft), state(&untouched));
        prop_assert!(!draft.has_uncommitted_steps());
        for expected in back.iter().rev() {
            prop_assert!(draft.redo().is_some());
            prop_assert_eq!(&state(&draft), expected);
        }
        prop_assert_eq!(state(&draft), end);
    }

    #[test]
    fn what_is_taken_over_to_the_same_workbook_is_there_or_named(presses in presses()) {
        let mut old = scene().open();
        for one in &presses {
            press(&mut old, one);
        }
        let mut new = scene().open();
        let unfit = new.carry_over(&old);
        let told = |number: u32| unfit.iter().any(|one| matches!(one, Unfit::Lost { number: other, .. } if *other == number));
        // A return that is two rows again is told of by the partner's.
        let parted = |row: RowIndex| old.joins.partner_of(row).is_some_and(|partner| told(old.row_number(partner)));
        // As a row of its own again the partner may be the same customer as a later row, which says so itself.
        let meets_one_parted = |row: RowIndex| new.bucket(row) == Some(Bucket::Invalid) && (0..row).any(parted);
        let named = |row: RowIndex| told(old.row_number(row)) || parted(row) || meets_one_parted(row);
        prop_assert_eq!(&new.choices, &old.choices);
        // Under another mapping the workbook may say itself what was typed.
        let typed = |(row, field, text): &(RowIndex, Field, String)| old.in_workbook(*row, *field) != text;
        let typed = |draft: &Draft| state(draft).edits.into_iter().filter(typed).collect::<Vec<_>>();
        prop_assert_eq!(typed(&new), typed(&old));
        prop_assert_eq!(state(&new).partings, state(&old).partings);
        for row in 0..old.row_count() {
            prop_assert!(new.is_selected(row) == old.is_selected(row) || named(row), "row {}: {:?}", row, unfit);
        }
        is_as_if_read_anew(&new);
    }

    #[test]
    fn a_journal_played_again_gives_the_same(presses in presses()) {
        let mut draft = scene().open();
        let mut journal = Vec::new();
        for one in &presses {
            journal.extend(press(&mut draft, one));
        }
        let text = serde_json::to_string(&journal).unwrap();
        let mut replayed = scene().open();
        let told = replayed.replay(serde_json::from_str::<Vec<Entry>>(&text).unwrap());
        prop_assert_eq!(told.unfit.iter().filter(|unfit| !matches!(unfit, Unfit::Selection { .. })).count(), 0);
        prop_assert_eq!(&replayed.steps, &draft.steps);
        prop_assert_eq!(replayed.in_force, draft.in_force);
        prop_assert_eq!(state(&replayed), state(&draft));
        // What was taken back can still be made again.
        draft.go_to_step(usize::MAX);
        replayed.go_to_step(usize::MAX);
        prop_assert_eq!(state(&replayed), state(&draft));
    }

    #[test]
    fn a_rehearsal_tells_what_would_happen_and_changes_nothing(presses in presses(), row in 0_u32..11, (field, text) in typed()) {
        let mut draft = scene().open();
        presses.iter().for_each(|one| drop(press(&mut draft, one)));
        let (before, steps) = (state(&draft), draft.steps.clone());
        let step = draft.typing(row, field, text);
        let told = draft.rehearse(&step, row);
        prop_assert_eq!(state(&draft), before);
        prop_assert_eq!(&draft.steps, &steps, "what was taken back can come again");
        draft.decide(step);
        prop_assert_eq!((told.after, told.account), (draft.counts(), draft.account(row)));
    }
}
