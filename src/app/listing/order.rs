//! Rows in the order of what they are sorted by. A million of them are to be in order in a moment: their texts lie in one piece, and the
//! first bytes of each stand beside its row, where most comparisons end.

use std::cmp::Ordering;
use std::ops::Range;

use super::SortKey;

/// A row, and what it is sorted by.
struct Placed {
    is_empty: bool,
    number: u64,
    /// The first bytes of the text; what is shorter has zeros behind it.
    head: u64,
    text: Range<usize>,
    item: u32,
}

/// Puts items in order by their keys; those of one key by themselves.
pub(super) fn sort<'a>(items: &mut [u32], key: impl Fn(u32) -> SortKey<'a>) {
    let mut texts = String::new();
    let place = |item: u32| {
        let (is_empty, number, text) = key(item);
        let begun = texts.len();
        texts.push_str(&text);
        Placed { is_empty, number, head: head(&text), text: begun..texts.len(), item }
    };
    let mut placed: Vec<Placed> = items.iter().copied().map(place).collect();
    let text = |placed: &Placed| texts.get(placed.text.clone()).unwrap_or_default();
    let by_text = |one: &Placed, other: &Placed| one.head.cmp(&other.head).then_with(|| text(one).cmp(text(other)));
    placed.sort_unstable_by(|one, other| -> Ordering {
        let by_size = (one.is_empty, one.number).cmp(&(other.is_empty, other.number));
        by_size.then_with(|| by_text(one, other)).then_with(|| one.item.cmp(&other.item))
    });
    for (item, placed) in items.iter_mut().zip(placed) {
        *item = placed.item;
    }
}

fn head(text: &str) -> u64 {
    let mut head = [0; 8];
    head.iter_mut().zip(text.bytes()).for_each(|(place, byte)| *place = byte);
    u64::from_be_bytes(head)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::borrow::Cow;

    proptest! {
        #[test]
        fn the_order_is_that_of_the_keys(keys in proptest::collection::vec((any::<bool>(), 0_u64..3, "[ab\u{0}é]{0,10}"), 0..60)) {
            let key = |item: u32| keys.get(item as usize).map(|(empty, number, text)| (*empty, *number, Cow::Borrowed(text.as_str()))).unwrap();
            let mut items: Vec<u32> = (0..u32::try_from(keys.len()).unwrap()).rev().collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| (key(*item), *item));
            sort(&mut items, key);
            prop_assert_eq!(items, expected);
        }
    }
}
