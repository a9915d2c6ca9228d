//! The phrases of couples: two rows that become one joint return, and are parted again.

use crate::domain::draft::Bond;

phrases! { CoupleWords {
    title: &'static str,
    joined: &'static str,
    main_filer: &'static str,
    partner: &'static str,
    bond: fn(Bond) -> &'static str,
    joint_return: &'static str,
    not_kept: &'static str,
    all_kept: &'static str,
    partner_is_stored: fn(&str) -> String,
    pair_place: fn(usize, usize) -> String,
    enter_joins: &'static str,
    enter_parts: &'static str,
} }
