//! What a run has spent, in English.

use crate::words::noun;
use crate::words::spent::SpentWords;

pub(super) const WORDS: SpentWords = SpentWords {
    rows: |count| noun(count, "row read", "rows read"),
    customers: |count| noun(count, "customer in the store", "customers in the store"),
    others: "Everything else",
    in_all: "in all",
    processor: "of processor time",
    processor_readers: "of processor time for reading workbooks, in a process of its own",
    memory: "of memory at most",
    memory_readers: "of memory at most for reading workbooks, in a process of its own",
    frames: |count| noun(count, "frame drawn", "frames drawn"),
    bytes: |count| noun(count, "byte to the terminal", "bytes to the terminal"),
};
