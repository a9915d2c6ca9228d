//! Groups: what rows have in common, counted, and one group shown alone.

use instroom::domain::draft::{Bucket, Cure, Deed};
use instroom::domain::field::Field;
use instroom::domain::finding::Rule;
use instroom::words::ScreenLanguage;

use crate::support::flow::Flow;

fn shown(flow: &Flow) -> Vec<u32> {
    flow.model.desk().unwrap().table().order.clone()
}

#[test]
fn invalid_rows_by_reason() {
    let mut flow = Flow::sample();
    flow.press("4 b")
        .see("by what? The likeliest is under the cursor")
        .press("Enter")
        .see("the reasons, the largest group first (2 presses)");
    flow.press("Enter").see("one group alone, and its name above the list (3 presses)");
    let (draft, rows) = (flow.draft(), shown(&flow));
    let desk = flow.model.desk().unwrap();
    let (largest, count) = desk.reasons()[0];
    assert_eq!(rows.len(), usize::try_from(count).unwrap());
    assert!(rows.iter().all(|row| draft.rules(*row).contains(largest)));
    let of_all = draft.rows_in(Bucket::Invalid).into_iter().filter(|row| draft.rules(*row).contains(largest)).count();
    assert_eq!(rows.len(), of_all, "and all of them");
    flow.press("/").type_text("hanne").press("Enter").see("a typed filter narrows the group");
    assert!(shown(&flow).iter().all(|row| rows.contains(row)));
    flow.press("Esc").see("Esc drops what was typed");
    assert_eq!(shown(&flow), rows);
    flow.press("b Enter").see("b again counts all groups, not only this one").press("Down Enter").see("and shows another");
    assert_ne!(shown(&flow), rows);
    flow.press("Esc").see("Esc drops the group");
    assert_eq!(shown(&flow).len(), usize::try_from(flow.draft().counts().invalid).unwrap());
    flow.tell("grouping");
}

#[test]
fn duplicates_by_certainty_and_others_by_value() {
    let mut flow = Flow::sample();
    flow.press("3 b").see("duplicates: how sure").press("Enter").see("three degrees").press("Enter").see("one of them");
    flow.press("1 $ b").see("by the column of the cursor").press("Enter").see("its values").press("Enter").see("one value");
    let all = flow.draft().counts().only_in_import;
    assert!(shown(&flow).len() < usize::try_from(all).unwrap());
    flow.press("Esc b").type_text("label").press("Enter").see("each label of a row counts").press("Down Enter").see("rows with that label");
    flow.press("2 b Enter Enter").see("stored customers too");
    flow.press("1 Esc 0 l l l b Enter").see("by national number: masked").press("Down Enter").see("one number, masked above the list too");
    let number = flow.draft().given(shown(&flow)[0], Field::NationalNumber).to_owned();
    assert!(number.len() == 11 && !flow.screen().contains(&number));
    flow.tell("grouping-by-value");
}

#[test]
fn a_row_that_is_cured_leaves_its_group_and_the_line_of_reasons_follows() {
    let mut flow = Flow::sample();
    flow.press("4").resize(120, 40).see("in a tall window a line says why rows are invalid");
    let zeros = |flow: &Flow| {
        let reasons = flow.model.desk().unwrap().reasons();
        reasons.iter().find(|(rule, _)| *rule == Rule::NationalNumberLeadingZeros).map_or(0, |(_, count)| *count)
    };
    let before = zeros(&flow);
    assert!(before > 1);
    flow.press("b Enter").type_text("leading zeros").press("Enter").see("those that lost their zeros");
    assert_eq!(shown(&flow).len(), usize::try_from(before).unwrap());
    let row = shown(&flow)[0];
    let draft = flow.draft();
    let account = draft.account(row).unwrap();
    let finding = account.findings.iter().find(|finding| finding.rule == Rule::NationalNumberLeadingZeros).unwrap();
    let cures: Vec<Cure> = draft.cure(row, finding).into_iter().collect();
    let step = draft.curing(Deed::TakeSuggestion, &cures);
    flow.decide(step).see("one is cured: it has left, and there is one less");
    assert!(!shown(&flow).contains(&row));
    assert_eq!(zeros(&flow), before - 1);
    flow.press("u").see("taken back: it is there again, under the cursor");
    assert_eq!((zeros(&flow), flow.model.desk().unwrap().table().current()), (before, Some(row)));
    let desk = flow.model.desk().unwrap();
    for (rule, count) in desk.reasons() {
        let rows = flow.draft().rows_in(Bucket::Invalid).into_iter().filter(|row| flow.draft().rules(*row).contains(rule)).count();
        assert_eq!(usize::try_from(count).unwrap(), rows, "{rule:?}");
    }
    flow.speak(ScreenLanguage::Dutch).press("Esc").see("op reden").speak(ScreenLanguage::French).see("par raison");
    flow.tell("grouping-large");
}

#[test]
fn what_goes_along_though_its_group_is_not_shown_is_said_in_the_summary() {
    let mut flow = Flow::sample();
    flow.press("T Enter Q Enter b").type_text("label").press("Enter Enter");
    let hidden = flow.model.desk().unwrap().hidden_selected();
    assert!(hidden > 0);
    flow.press("I");
    assert!(flow.screen().contains(&hidden.to_string()), "{}", flow.screen());
}
