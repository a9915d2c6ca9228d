//! The name that was probably meant by one that there is not.

/// The nearest of the known to a name: one that goes on where it ends, or of which at most a third of its signs have to be put right, or
/// one of a short name. None where all of
/// them are further: a guess that is none helps nobody. Capitals do not matter.
#[must_use]
pub fn nearest<T>(given: &str, known: impl IntoIterator<Item = T>, name: impl Fn(&T) -> &str) -> Option<T> {
    let given = given.trim().to_lowercase();
    let most = (given.chars().count() / 3).max(1);
    let far = |known: &T| {
        let known = name(known).to_lowercase();
        let goes_on = given.chars().count() > 2 && known.starts_with(&given);
        if goes_on { 1 } else { strsim::osa_distance(&known, &given) }
    };
    let near = known.into_iter().map(|one| (far(&one), one)).filter(|(far, _)| *far <= most && !given.is_empty());
    near.min_by_key(|(far, _)| *far).map(|(_, one)| one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_leads_to_the_name_and_another_word_to_none() {
        let known = ["host", "port", "sender", "sender_name", "import", "history", "sort-menu"];
        let nearest = |given: &str| nearest(given, known, |name| name);
        for (given, near) in [
            ("hots", Some("host")),
            ("send", Some("sender")),
            ("Sneder", Some("sender")),
            ("imprt", Some("import")),
            ("histroy", Some("history")),
            ("sort menu", Some("sort-menu")),
            ("sender-name", Some("sender_name")),
            ("password", None),
            ("histo", Some("history")),
            ("theme", None),
            ("zzz", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(nearest(given), near, "{given}");
        }
    }
}
