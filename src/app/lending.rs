//! Columns lend blank room to those whose texts are cut.
//!
//! A column is as wide as it begins with or as a person made it; what is in it is not known then. Where a name is cut while the column beside it is
//! half empty, the name gets that room.

use super::table::ColumnSetting;

/// Rows are measured by so many at a time: columns move when the list is scrolled that far, and not with every row.
pub const BLOCK: usize = 50;

/// The places of the rows that are measured where these are seen: whole blocks.
#[must_use]
pub const fn measured(top: usize, seen: usize) -> std::ops::Range<usize> {
    top / BLOCK * BLOCK..(top + seen).div_ceil(BLOCK) * BLOCK
}

/// Gives the columns of a window, each with its place, its setting and the width it has, the width that their texts need, as far
/// as others have blank room or the window, `width` wide, has. Those that lack least get theirs first: more of them are whole then.
/// `is_own` says which widths a person has set: those stay.
pub fn lend(window: &mut [(usize, ColumnSetting, u16)], needs: &[u16], width: u16, is_own: impl Fn(&ColumnSetting) -> bool) {
    let taken: u16 = window.iter().fold(0, |sum, (_, _, given)| sum.saturating_add(*given).saturating_add(1));
    let mut free = (width + 1).saturating_sub(taken);
    let mut blank: Vec<u16> =
        window.iter().zip(needs).map(|((_, setting, given), need)| if is_own(setting) { 0 } else { given.saturating_sub(*need) }).collect();
    let lacks = |(place, (given, need)): (usize, (&(usize, ColumnSetting, u16), &u16))| {
        let (_, setting, given) = given;
        // The last one may be cut by the edge of the window: narrower than anybody set it.
        let need = if is_own(setting) { (*need).min(setting.width) } else { *need };
        let missing = need.saturating_sub(*given);
        (missing > 0).then_some((missing, place))
    };
    let mut cut: Vec<(u16, usize)> = window.iter().zip(needs).enumerate().filter_map(lacks).collect();
    cut.sort_unstable();
    for (mut missing, place) in cut {
        let mut got = missing.min(free);
        free -= got;
        missing -= got;
        // From the right: what stands there says less.
        for (lender, blank) in blank.iter_mut().enumerate().rev() {
            let lent = missing.min(*blank);
            *blank -= lent;
            missing -= lent;
            got += lent;
            if let Some((_, _, given)) = window.get_mut(lender).filter(|_| lent > 0) {
                *given -= lent;
            }
        }
        if let Some((_, _, given)) = window.get_mut(place) {
            *given += got;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::table::Column;

    fn window(widths: &[u16]) -> Vec<(usize, ColumnSetting, u16)> {
        let setting = |width| ColumnSetting { column: Column::Customer, width, shown: true };
        widths.iter().enumerate().map(|(place, &width)| (place, setting(width), width)).collect()
    }

    fn lent(widths: &[u16], needs: &[u16], width: u16) -> Vec<u16> {
        let mut window = window(widths);
        lend(&mut window, needs, width, |setting| setting.width == 7);
        window.into_iter().map(|(_, _, given)| given).collect()
    }

    #[test]
    fn a_cut_column_gets_what_is_free_and_then_what_is_blank() {
        assert_eq!(lent(&[10, 20], &[10, 20], 31), [10, 20], "nothing is cut");
        assert_eq!(lent(&[10, 20], &[10, 5], 31), [10, 20], "blank room stays where nobody wants it");
        assert_eq!(lent(&[10, 20], &[14, 20], 40), [14, 20], "what is free");
        assert_eq!(lent(&[10, 20], &[14, 12], 31), [14, 16], "what is blank");
        assert_eq!(lent(&[10, 20, 9], &[30, 12, 9], 41), [18, 12, 9], "no more than there is");
        assert_eq!(lent(&[10, 20, 9], &[30, 17, 10], 41), [12, 17, 10], "what lacks least is whole");
        assert_eq!(lent(&[], &[], 10), [0_u16; 0]);
    }

    #[test]
    fn a_width_that_a_person_has_set_stays() {
        assert_eq!(lent(&[7, 20], &[14, 5], 31), [7, 20]);
        assert_eq!(lent(&[10, 7], &[14, 2], 18), [10, 7]);
        let mut cut = window(&[20, 7]);
        cut[1].2 = 5;
        lend(&mut cut, &[6, 30], 26, |setting| setting.width == 7);
        assert_eq!((cut[0].2, cut[1].2), (18, 7), "only the edge of the window cut it");
    }

    #[test]
    fn whole_blocks_are_measured() {
        assert_eq!((measured(0, 10), measured(49, 10), measured(120, 30)), (0..50, 0..100, 100..150));
    }
}
