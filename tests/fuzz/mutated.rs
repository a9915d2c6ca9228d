//! Kept inputs changed at random, for whoever has no fuzzer: a few on every run, and for long with `INSTROOM_FUZZ=SECONDS`, which
//! prints what it did. A fuzzer sees which bytes lead on; this does not.

use std::time::{Duration, Instant};

use super::replay::{house, inputs};
use super::targets::{TARGETS, run};
use crate::generate::random::Random;

/// Inputs of each target where nobody asked for more.
const FEW: u64 = 25;

/// Numbers at which programs go wrong.
const EDGES: [u64; 8] = [0, 1, 0x7f, 0x80, 0xff, 0xffff, 0x7fff_ffff, 0xffff_ffff];

/// Changes an input in one to four places; other inputs lend it pieces.
fn mutated(random: &mut Random, kept: &[Vec<u8>]) -> Vec<u8> {
    let place = |random: &mut Random, length: usize| usize::try_from(random.below(length as u64 + 1)).unwrap();
    let mut bytes = kept[place(random, kept.len() - 1)].clone();
    for _ in 0..=random.below(4) {
        let at = place(random, bytes.len());
        let until = (at + place(random, 16)).min(bytes.len());
        match random.below(6) {
            0 => drop(bytes.drain(at..until)),
            1 => bytes.splice(at..at, bytes[at..until].repeat(9)).for_each(drop),
            2 => {
                let other = &kept[place(random, kept.len() - 1)];
                let from = place(random, other.len());
                let to = (from + place(random, 64)).min(other.len());
                bytes.splice(at..until, other[from..to].iter().copied());
            }
            3 => {
                let edge = EDGES[place(random, EDGES.len() - 1)].to_le_bytes();
                let until = (at + 4).min(bytes.len());
                bytes.splice(at..until, edge.into_iter().take(4));
            }
            4 => bytes.insert(at, u8::try_from(random.below(256)).unwrap()),
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << random.below(8);
                }
            }
        }
    }
    bytes
}

#[test]
fn kept_inputs_changed_at_random_are_answered() {
    let seconds: Option<u64> = std::env::var("INSTROOM_FUZZ").ok().map(|seconds| seconds.parse().unwrap());
    for (target, _) in TARGETS {
        let kept: Vec<Vec<u8>> = inputs(target).into_iter().map(|(_, bytes)| bytes).collect();
        let seed = seconds.map_or(1, |_| u64::from(std::process::id()));
        let (mut random, started, mut runs) = (Random::of(seed, 0), Instant::now(), 0);
        let goes_on = |runs| seconds.map_or(runs < FEW, |seconds| started.elapsed() < Duration::from_secs(seconds));
        while goes_on(runs) {
            let bytes = mutated(&mut random, &kept);
            if std::panic::catch_unwind(|| run(target, &bytes)).is_err() {
                let found = house().join("../../target/fuzz-found").join(format!("{target}-{seed}-{runs}"));
                std::fs::create_dir_all(found.parent().unwrap()).unwrap();
                std::fs::write(&found, bytes).unwrap();
                panic!("{}", found.display());
            }
            runs += 1;
        }
        println!("| `{target}` | {} | {runs} |", started.elapsed().as_secs());
    }
}
