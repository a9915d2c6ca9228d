//! Names of files, which offices give after the customer inside: `maes_85.07.30-033.28.xlsx`.

use super::mask_in_text;

/// The name of a file, or a path to it, with every national number in it masked as [`mask_in_text`] does; in a name `_` stands between
/// the groups of a number as well, and so does whatever else is neither letter nor digit: a comma, or what is left of a dash that came
/// in another encoding. A name without one comes back as it is; masking what is masked changes nothing.
#[must_use]
pub fn file_name(name: &str) -> String {
    let given: Vec<char> = name.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| given.get(at)).is_some_and(|sign| sign.is_ascii_digit() || *sign == '*');
    let joined: String = given
        .iter()
        .enumerate()
        .map(|(at, &sign)| match sign {
            '_' => '-',
            '.' | '-' | '/' | '*' => sign,
            sign if sign.is_alphanumeric() || sign.is_whitespace() => sign,
            _ if is_digit(at.checked_sub(1)) && is_digit(Some(at + 1)) => '-',
            sign => sign,
        })
        .collect();
    // Masking puts one sign in the place of one: the two walk along together.
    mask_in_text(&joined).chars().zip(given).map(|(masked, given)| if masked == '-' { given } else { masked }).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_national_number_in_a_file_name_is_masked_however_it_is_written() {
        for (name, masked) in [
            ("maes_85073003328.xlsx", "maes_850730*****.xlsx"),
            ("85.07.30-033.28.xlsx", "85.07.30-***.**.xlsx"),
            ("85_07_30_033_28.csv", "85_07_30_***_**.csv"),
            ("An Maes 850730_033_28.csv", "An Maes 850730_***_**.csv"),
            ("/mnt/klanten/85073003399/aangifte.ods", "/mnt/klanten/850730*****/aangifte.ods"),
            ("850730 033 28", "850730 *** **"),
            ("85.07.30\u{fffd}033.28 Jan.xlsx", "85.07.30\u{fffd}***.** Jan.xlsx"),
            ("85.07.30\u{ef96}033.28", "85.07.30\u{ef96}***.**"),
            ("85.07.30,033.28.xlsx", "85.07.30,***.**.xlsx"),
            ("85.07.30+033'28.xlsx", "85.07.30+***'**.xlsx"),
            ("élève_85.07.30_033.28_é", "élève_85.07.30_***.**_é"),
        ] {
            assert_eq!(file_name(name), masked);
        }
    }

    #[test]
    fn other_numbers_in_file_names_stay() {
        for name in [
            "klanten_2026-05-12.xlsx",
            "klanten_202605121530.xlsx",
            "20260512153012.csv",
            "export_20260512_1530.csv",
            "0403.019.261.xlsx",
            "klanten_0471_62_53_68.csv",
            "_.xlsx",
            "-",
            "",
        ] {
            assert_eq!(file_name(name), name);
        }
    }

    proptest! {
        #[test]
        fn whatever_stands_between_the_groups_the_number_is_masked(between in any::<char>().prop_filter("no letter", |sign| !sign.is_alphanumeric() && *sign != '*')) {
            let name = format!("85.07.30{between}033.28.xlsx");
            prop_assert_eq!(file_name(&name), format!("85.07.30{between}***.**.xlsx"));
        }

        #[test]
        fn masking_twice_is_masking_once(name in "([0-9]{1,11}|[-_. a-zé]){0,9}") {
            let once = file_name(&name);
            prop_assert_eq!(file_name(&once), once.clone());
            prop_assert_eq!(once.chars().count(), name.chars().count());
        }
    }
}
