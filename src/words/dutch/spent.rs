//! What a run has spent, in Dutch.

use crate::words::noun;
use crate::words::spent::SpentWords;

pub(super) const WORDS: SpentWords = SpentWords {
    rows: |count| noun(count, "rij gelezen", "rijen gelezen"),
    customers: |count| noun(count, "klant in de opslag", "klanten in de opslag"),
    others: "Al het andere",
    in_all: "in totaal",
    processor: "processortijd",
    processor_readers: "processortijd om werkmappen te lezen, in een eigen proces",
    memory: "geheugen op zijn hoogst",
    memory_readers: "geheugen op zijn hoogst om werkmappen te lezen, in een eigen proces",
    frames: |count| noun(count, "beeld getekend", "beelden getekend"),
    bytes: |count| noun(count, "byte naar de terminal", "bytes naar de terminal"),
};
