//! The corrected copy: what was put right is in it, what is still wrong is found in it again.

use std::path::Path;

use instroom::app::correction::correction_of;
use instroom::app::desk::Sight;
use instroom::app::effect::Opening;
use instroom::domain::correction::Manner;
use instroom::domain::draft::{Account, Deed, Draft};
use instroom::domain::field::Field;
use instroom::domain::finding::Rule;
use instroom::words::ScreenLanguage;
use instroom::world::perform::{World, opened};
use instroom::world::workbook::Source;
use instroom::world::workbook::corrected::{Original, write_corrected};
use instroom::world::workbook::template::Existing;

use crate::support::office::{SAMPLE, empty_store, reader_in_process, world};

fn sight() -> Sight {
    Sight::first(ScreenLanguage::Dutch)
}

/// Everything that is wrong: the row's number, the field, the rule.
fn findings(draft: &Draft) -> Vec<(u32, Field, Rule)> {
    let accounts = (0..draft.row_count()).filter_map(|row| draft.account(row));
    let told = |account: Account| account.findings.into_iter().map(move |finding| (account.number, finding.field, finding.rule));
    accounts.flat_map(told).collect()
}

fn open(world: &World, path: &Path) -> Draft {
    let asked = Opening { path: path.display().to_string(), ..Opening::default() };
    opened(world, &asked, &mut |_, _, _| std::ops::ControlFlow::Continue(())).unwrap()
}

#[test]
fn what_is_still_wrong_in_the_corrected_copy_is_found_in_it_again_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let (original, copy) = (folder.path().join("klanten.xlsx"), folder.path().join("klanten-corrected.xlsx"));
    std::fs::write(&original, SAMPLE).unwrap();
    let world = world(&empty_store(), reader_in_process());
    let mut draft = open(&world, &original);
    let curable: Vec<_> = (0..draft.row_count()).filter_map(|row| draft.account(row)).flat_map(|account| account.findings).collect();
    let before = draft.counts().invalid;
    // Half of what can be cured is, and one row is made worse.
    for finding in curable.iter().filter(|finding| finding.suggestion.is_some()).step_by(2) {
        draft.decide(draft.curing(Deed::TakeSuggestion, &draft.alike(finding)));
    }
    draft.decide(draft.typing(0, Field::Mobile, "=1+2"));
    assert!(draft.counts().invalid < before && draft.counts().invalid > 1);

    let source = Source::open(&original).unwrap();
    let asked = Original { source: &source, sheet: &draft.source().sheet, path: Some(&original) };
    let corrected = write_corrected(asked, &correction_of(&draft, sight()), &copy, Existing::Keep).unwrap();
    assert_eq!((corrected.manner, corrected.cells_changed), (Manner::Kept, draft.edits().count()));

    let again = open(&world, &copy);
    assert_eq!(findings(&again), findings(&draft));
    assert_eq!(again.counts(), draft.counts());
    assert_eq!(again.source().mark.sheet, draft.source().mark.sheet);
    for (row, field, text) in draft.edits() {
        assert_eq!(again.given(row, field), text, "row {} {field:?}", draft.row_number(row));
    }
    assert_eq!(std::fs::read(&original).unwrap(), SAMPLE, "the original is never written");
}
