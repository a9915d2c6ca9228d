//! Every kept input is given to its target once more.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::targets::{TARGETS, run};

/// The most bytes of all inputs of a target: they are for keeping, not for searching.
const MOST: usize = 96 * 1024;

pub(super) fn house() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz")
}

/// The inputs of a target, in the order of their names.
pub(super) fn inputs(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let files = fs::read_dir(house().join("corpus").join(target)).unwrap_or_else(|error| panic!("{target}: {error}"));
    let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read(&path).unwrap())).collect()
}

#[test]
fn every_kept_input_of_every_target_is_answered() {
    for (target, _) in TARGETS {
        for (path, bytes) in inputs(target) {
            let answered = std::panic::catch_unwind(|| run(target, &bytes));
            assert!(answered.is_ok(), "{}", path.display());
        }
    }
}

#[test]
fn every_target_can_be_fuzzed_and_has_inputs_that_are_small() {
    let manifest: toml::Table = fs::read_to_string(house().join("Cargo.toml")).unwrap().parse().unwrap();
    let fuzzed: BTreeSet<&str> = manifest["bin"].as_array().unwrap().iter().map(|bin| bin["name"].as_str().unwrap()).collect();
    assert_eq!(fuzzed, TARGETS.iter().map(|(name, _)| *name).collect());
    let folders = fs::read_dir(house().join("corpus")).unwrap();
    let kept: BTreeSet<String> = folders.map(|folder| folder.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(kept, TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect());
    for (target, _) in TARGETS {
        let sizes: Vec<usize> = inputs(target).iter().map(|(_, bytes)| bytes.len()).collect();
        assert!(!sizes.is_empty() && sizes.iter().sum::<usize>() <= MOST, "{target}: {sizes:?}");
    }
}
