//! Which rows hold what is typed, looked at a few at a time.

use super::Listing;
use crate::app::sifting::{Ahead, FIRST_GOES, Sifting};
use crate::domain::fold::fold;

/// Lists the rows anew after the filter was typed on: what a longer filter leaves is among what the shorter one left, and in the same
/// order. What a shorter filter leaves is looked for among everything, in the order that is known.
pub(super) fn begin<L: Listing + ?Sized>(list: &mut L, before: &str, size: (u16, u16)) {
    let (wanted, before) = (fold(list.table().filter.text()), fold(before));
    let table = list.table_mut();
    // Who types on before the row is found again that the cursor was on still comes from there.
    let awaited = table.sifting.ahead.as_ref().and_then(|ahead| ahead.current);
    let (current, cursor) = (awaited.or_else(|| table.current()), table.cursor);
    let order = std::mem::take(&mut table.order);
    let Sifting { all, ahead } = std::mem::take(&mut table.sifting);
    let goes_on = !before.is_empty() && wanted.starts_with(&before);
    let (all, among) = if goes_on {
        let left = ahead.map(|mut ahead| ahead.next(usize::MAX));
        (all, order.into_iter().chain(left.into_iter().flatten()).collect())
    } else {
        let all = all.unwrap_or_else(|| if before.is_empty() { order } else { unfiltered(list) });
        let among = all.clone();
        (Some(all), among)
    };
    let seen = list.seen(size);
    if wanted.is_empty() {
        let place = current.and_then(|item| among.iter().position(|other| *other == item));
        list.table_mut().put(among, seen);
        list.table_mut().go_to(place.unwrap_or(cursor), seen);
        return;
    }
    let table = list.table_mut();
    table.sifting = Sifting { all, ahead: Some(Ahead { wanted, among, looked: 0, current }) };
    table.anchor = None;
    table.go_to(0, seen);
    for _ in 0..FIRST_GOES {
        if list.table().order.len() < seen {
            list.sift_on(size);
        }
    }
    let table = list.table_mut();
    // Where its row is gone the cursor stays where it was, unless the list is only getting shorter.
    if table.sifting.ahead.is_none() && table.current() != current && !goes_on {
        table.go_to(cursor, seen);
    }
}

/// Looks through so many more rows.
pub(super) fn go_on<L: Listing + ?Sized>(list: &mut L, rows: usize, size: (u16, u16)) {
    let Some(mut ahead) = list.table_mut().sifting.ahead.take() else { return };
    let mut found = ahead.next(rows);
    list.sift(&mut found, &ahead.wanted);
    let seen = list.seen(size);
    let table = list.table_mut();
    let here = ahead.current.and_then(|current| found.iter().position(|item| *item == current));
    if let Some(place) = here.map(|place| table.order.len() + place) {
        ahead.current = None;
        table.order.append(&mut found);
        table.go_to(place, seen);
    }
    table.order.append(&mut found);
    table.go_to(table.cursor, seen);
    if !ahead.is_through() {
        table.sifting.ahead = Some(ahead);
    }
}

/// Everything that is shown without the filter, in the order of the list.
fn unfiltered<L: Listing + ?Sized>(list: &L) -> Vec<u32> {
    let mut items = list.items();
    list.keep_narrow(&mut items, true);
    list.sort(&mut items);
    items
}
