//! A folder of its own: a home with a store in it, and the built program run there.

use std::ops::Range;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::office::workbook_of;
use super::program::{Answer, instroom};
use crate::generate::sample;

/// The folder; it goes with the value.
pub(crate) struct Place(tempfile::TempDir);

impl Place {
    /// With nothing in it.
    pub(crate) fn empty() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// With a store of three customers, brought in by the program from a workbook of that name.
    pub(crate) fn with_three(workbook: &str) -> Self {
        let place = Self::empty();
        let workbook = place.put(workbook, &some(0..3));
        let answer = place.run(&["import", &workbook, "--language", "nl", "--questionnaire", "pit-2026", "--yes"]);
        assert_eq!(answer.code, 0, "{answer:?}");
        place
    }

    /// The home.
    pub(crate) fn home(&self) -> &Path {
        self.0.path()
    }

    /// Where the store is, or would be.
    pub(crate) fn store(&self) -> PathBuf {
        self.home().join("store")
    }

    /// The path of a file of the home.
    pub(crate) fn at(&self, name: &str) -> String {
        self.home().join(name).to_str().unwrap().to_owned()
    }

    /// Puts a file into the home, and the folders above it.
    pub(crate) fn put(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.at(name);
        std::fs::create_dir_all(Path::new(&path).parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Answer {
        instroom(&self.store(), arguments)
    }

    /// What the program prints as JSON.
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        parsed(&self.run(&[arguments, &["--json"]].concat()))
    }
}

/// What was printed, as JSON.
pub(crate) fn parsed(answer: &Answer) -> Value {
    serde_json::from_str(&answer.out).unwrap_or_else(|error| panic!("{error}: {answer:?}"))
}

/// A workbook of these customers of the sample.
pub(crate) fn some(customers: Range<u64>) -> Vec<u8> {
    workbook_of(customers.map(|index| sample::customers().customer(index)))
}
