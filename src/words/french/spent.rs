//! What a run has spent, in French.

use super::noun;
use crate::words::spent::SpentWords;

pub(super) const WORDS: SpentWords = SpentWords {
    rows: |count| noun(count, "ligne lue", "lignes lues"),
    customers: |count| noun(count, "client dans la base", "clients dans la base"),
    others: "Tout le reste",
    in_all: "en tout",
    processor: "de temps processeur",
    processor_readers: "de temps processeur pour lire les classeurs, dans un processus à part",
    memory: "de mémoire au plus",
    memory_readers: "de mémoire au plus pour lire les classeurs, dans un processus à part",
    frames: |count| noun(count, "image dessinée", "images dessinées"),
    bytes: |count| noun(count, "octet vers le terminal", "octets vers le terminal"),
};
