//! Somebody who takes the guided tour and presses what its strip says.

use instroom::app::action::Action;
use instroom::app::key::Key;
use instroom::app::tour::{Advice, TourStep};
use instroom::words::{ScreenLanguage, Words};

use super::flow::Flow;

/// More than anybody needs who follows the strip.
const PATIENCE: usize = 200;

/// More presses than any step needs.
const STAYS: usize = 24;

/// The step that the tour is at.
pub(crate) fn step(flow: &Flow) -> TourStep {
    flow.model.tour.as_ref().expect("the tour is taken").step()
}

/// The actions that a line of advice names, in the order in which they are to be done. Where it names several of one kind, to choose
/// from, the first.
fn actions(advice: Advice) -> Vec<Action> {
    let phrase = (Words::of(ScreenLanguage::English).tour.advice)(advice);
    let named = phrase.split('{').skip(1).map(|behind| Action::from_id(behind.split('}').next().unwrap()).unwrap());
    let all: Vec<Action> = named.collect();
    match advice {
        Advice::SeeDuplicate | Advice::SeeRow | Advice::DecideFirst | Advice::TypeFilter => all,
        _ => all.into_iter().take(1).collect(),
    }
}

/// The keys of an action where somebody is, as the strip names them: also those of a sequence.
fn keys(flow: &Flow, action: Action) -> Vec<Key> {
    let keys = flow.model.sight.keys.key_of(flow.model.layer(), action).expect("what is advised has a key");
    keys.split(' ').map(|key| key.parse().unwrap()).collect()
}

/// Does what the strip says now, and says which advice that was.
fn follow(flow: &mut Flow) -> Advice {
    let advice = flow.model.tour.as_ref().unwrap().advice(&flow.model);
    assert_ne!(advice, Advice::Wait, "nothing is being done");
    if advice == Advice::TypeFilter {
        flow.type_text("ma");
    }
    for action in actions(advice) {
        let pressed: Vec<String> = keys(flow, action).iter().map(ToString::to_string).collect();
        flow.press(&pressed.join(" "));
    }
    advice
}

/// Follows the strip until the tour is left, and tells what was advised after each time that was done.
pub(crate) fn walk(flow: &mut Flow, after: &mut dyn FnMut(&mut Flow, TourStep, Advice)) {
    for _ in 0..PATIENCE {
        let before = step(flow);
        let advice = follow(flow);
        if flow.has_left() {
            return;
        }
        after(flow, before, advice);
    }
    panic!("the advice leads nowhere: {:?}\n{}", flow.model.tour.as_ref().unwrap().advice(&flow.model), flow.screen());
}

/// The same for somebody who leaves a step out that cannot be done any more: no duplicate is left, or no import to take back.
pub(crate) fn walk_or_skip(flow: &mut Flow) {
    let mut stayed = (step(flow), 0);
    for _ in 0..PATIENCE * 2 {
        follow(flow);
        if flow.has_left() {
            return;
        }
        stayed = if stayed.0 == step(flow) { (stayed.0, stayed.1 + 1) } else { (step(flow), 0) };
        if stayed.1 > STAYS && stayed.0 != TourStep::Leave {
            flow.press("F7");
        }
    }
    panic!("the advice leads nowhere: {:?}\n{}", flow.model.tour.as_ref().unwrap().advice(&flow.model), flow.screen());
}
