//! Random keys with the guided tour on: nothing breaks, the window stays whole, and from wherever somebody wandered its strip leads
//! through to the end.

use instroom::app::Msg;
use instroom::app::key::Key;
use instroom::app::keymap::KEYMAP;
use instroom::app::tour::TourStep;

use crate::generate::random::Random;
use crate::support::flow::Flow;
use crate::support::guide::{step, walk_or_skip};

const KEYS: u64 = 700;
const SEEDS: [u64; 3] = [7, 88, 999];
const SIZES: [(u16, u16); 5] = [(80, 24), (60, 15), (61, 19), (120, 40), (30, 5)];

/// Every key of the keymap but the one that leaves the tour.
fn keys() -> Vec<Key> {
    let presses = KEYMAP.iter().flat_map(|binding| binding.keys).flat_map(|keys| keys.split(' ')).filter(|name| *name != "F9");
    presses.map(|name| name.parse().unwrap()).collect()
}

#[test]
fn wherever_somebody_wanders_the_strip_leads_to_the_end() {
    let keys = keys();
    for seed in SEEDS {
        let mut random = Random::of(seed, 0);
        let mut flow = Flow::tour();
        for at in 0..KEYS {
            match random.below(60) {
                0 => {
                    let (width, height) = random.one_of(&SIZES);
                    flow.take_in(Msg::Resize(width, height));
                    assert_eq!(flow.model.window(), (width, height));
                }
                1 => flow.take_in(Msg::Paste("/srv/office/customers.xlsx".to_owned())),
                _ => flow.take_in(Msg::Key(keys[usize::try_from(random.below(keys.len() as u64)).unwrap()])),
            }
            if at % 20 == 0 {
                let screen = flow.screen();
                assert_eq!(screen.lines().count(), usize::from(flow.model.window().1), "seed {seed}, key {at}:\n{screen}");
            }
        }
        if flow.has_left() {
            continue;
        }
        flow.resize(80, 24);
        walk_or_skip(&mut flow);
        assert!(flow.has_left(), "seed {seed}");
        assert_eq!(step(&flow), TourStep::Leave, "seed {seed}");
    }
}
