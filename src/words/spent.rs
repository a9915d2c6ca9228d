//! The phrases of what a run has spent: what stands behind each figure.

use super::{ScreenLanguage, Words};

phrases! { SpentWords {
    rows: fn(u64) -> &'static str,
    customers: fn(u64) -> &'static str,
    others: &'static str,
    in_all: &'static str,
    processor: &'static str,
    processor_readers: &'static str,
    memory: &'static str,
    memory_readers: &'static str,
    frames: fn(u64) -> &'static str,
    bytes: fn(u64) -> &'static str,
} }

impl Words {
    /// So many milliseconds as seconds, in the same form whatever their number.
    #[must_use]
    pub fn seconds(&self, milliseconds: u64) -> String {
        let sign = match self.screen {
            ScreenLanguage::English => '.',
            ScreenLanguage::Dutch | ScreenLanguage::French => ',',
        };
        format!("{}{sign}{:03} s", milliseconds / 1000, milliseconds % 1000)
    }
}
