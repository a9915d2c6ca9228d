//! No national number is shown in full where one looks back: at questionnaires that came back, and at past imports.

use std::collections::BTreeSet;

use instroom::app::listing::Listing as _;
use instroom::domain::task_flow::TaskFlowId;
use instroom::world::store::Store as _;

use super::masking::{secrets, told};
use crate::support::flow::Flow;
use crate::support::office::{SAMPLE, demo_store, form_of_rows};

/// The sample is imported over the demonstration's store, and a questionnaire came back with numbers in it where they are
/// asked, where they are not, half and wrong.
fn with_a_past() -> (Flow, BTreeSet<String>) {
    let mut flow = Flow::open(demo_store(), SAMPLE);
    flow.resize(200, 60).press("T Enter Q Enter I Right Enter q");
    let season = TaskFlowId("pit-2026".into());
    let snapshot = flow.store.snapshot().unwrap();
    let customer = snapshot.dossiers(&season).map(|(id, _)| id).min().unwrap();
    let (_, dossier) = flow.store.dossiers(&[(season, customer)]).unwrap().remove(0).unwrap();
    let answers = [
        ("spouse-national-number", "93.05.18-223.61"),
        ("national-number", "85073003329"),
        ("remarks", "Onze zoon is 66041066660\nen 85.07.30-033.28 is zijn zus"),
        ("gifts", "42012205181"),
        ("unknown-question", "75060898009"),
    ];
    flow.disk.put("office/back.xlsx", &form_of_rows(&dossier.token, &answers), 20, 9);
    let mut secrets = secrets();
    secrets.extend(["93051822361", "85073003329", "66041066660", "85073003328", "42012205181", "75060898009"].map(str::to_owned));
    (flow, secrets)
}

#[test]
fn what_came_back_and_what_was_imported_tell_none_unless_asked_for() {
    let (mut flow, secrets) = with_a_past();
    let look = |flow: &mut Flow, keys: &str| {
        let screen = flow.press(keys).screen();
        assert_eq!(told(&screen, &secrets), [""; 0], "{keys}\n{screen}");
    };
    look(&mut flow, "a");
    look(&mut flow, "Enter");
    look(&mut flow, "z");
    look(&mut flow, "z Enter");
    let rows = flow.model.arrived().unwrap().items().len();
    for _ in 0..rows {
        look(&mut flow, "z");
        look(&mut flow, "z e");
        if flow.model.overlay.is_some() {
            look(&mut flow, "Esc");
        }
        look(&mut flow, "S");
        look(&mut flow, "Esc /");
        look(&mut flow, "Enter j");
    }
    assert!(flow.model.arrived().is_some_and(|arrived| arrived.file().is_some()), "{}", flow.screen());
    look(&mut flow, "a I");
    look(&mut flow, "Right Enter");
    flow.press("g g m");
    let mut seen = false;
    for _ in 0..rows {
        seen |= !told(&flow.press("j").screen(), &secrets).is_empty();
    }
    assert!(seen, "the law can tell:\n{}", flow.screen());
    flow.press("m q q c 5 g g");
    for _ in 0..4 {
        for keys in ["", "z", "z o", "G", "z", "z q", "j"] {
            look(&mut flow, keys);
        }
    }
    // Every row of the import, and what taking it back does.
    look(&mut flow, "g g j Enter");
    for _ in 0..80 {
        look(&mut flow, "z j");
    }
    look(&mut flow, "z x");
    for _ in 0..80 {
        look(&mut flow, "j");
    }
}
