//! Couples, in English.

use crate::domain::draft::Bond;
use crate::words::couple::CoupleWords;

pub(super) const WORDS: CoupleWords = CoupleWords {
    title: "Join two rows into one return",
    joined: "Two rows, one return: part them again?",
    main_filer: "main filer",
    partner: "partner",
    bond,
    joint_return: "The joint return",
    not_kept: "Not kept of the partner's row",
    all_kept: "Everything of the partner's row is kept.",
    partner_is_stored: |id| format!("i The partner is {id} in the store: that customer stays, without a row."),
    pair_place: |at, all| format!("pair {at} of {all}"),
    enter_joins: "{choose} joins them; {undo} takes it back.",
    enter_parts: "{choose} gives each row a return of its own again.",
};

/// Why two rows are held to be one return.
fn bond(bond: Bond) -> &'static str {
    match bond {
        Bond::NamedPartner => "the one names the other as partner",
        Bond::StoredCouple => "stored as a couple before",
        Bond::Household => "same address and e-mail, neither names a partner",
    }
}
