//! What a copy is called: when it was taken, how far the store was, and before what.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;

use crate::domain::snapshot::Revision;
pub use crate::domain::store_copy::Before;

/// The name of a copy: when, how far the store was, and before what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CopyName {
    /// When it was taken, in whole seconds.
    pub when: Timestamp,
    /// The last commit in it.
    pub revision: Revision,
    /// Before what.
    pub before: Before,
}

const MOMENT: &str = "%Y-%m-%dT%H-%M-%SZ";
const MOMENT_LENGTH: usize = "2026-11-22T15-17-02Z".len();

impl fmt::Display for CopyName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { when, revision, before } = self;
        write!(formatter, "{}-{}-{}", when.strftime(MOMENT), revision.0, before.word())
    }
}

impl FromStr for CopyName {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (moment, rest) = text.split_at_checked(MOMENT_LENGTH).ok_or(())?;
        let mut civil = moment.bytes().enumerate();
        // Written with hyphens where a moment has colons, which some disks do not take in names.
        let moment: String =
            civil.by_ref().map(|(at, byte)| if matches!(at, 13 | 16) && byte == b'-' { ':' } else { byte.into() }).collect();
        let when = moment.parse().map_err(|_| ())?;
        let (revision, word) = rest.strip_prefix('-').and_then(|rest| rest.split_once('-')).ok_or(())?;
        let revision = Revision(revision.parse().map_err(|_| ())?);
        let before = Before::ALL.into_iter().find(|before| before.word() == word).ok_or(())?;
        let name = Self { when, revision, before };
        if name.to_string() == text { Ok(name) } else { Err(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_they_are_written_and_nothing_else_is_one() {
        for before in Before::ALL {
            let name = CopyName { when: "2026-11-22T15:17:02Z".parse().unwrap(), revision: Revision(12), before };
            let text = name.to_string();
            assert_eq!(text, format!("2026-11-22T15-17-02Z-12-{}", before.word()));
            assert_eq!(text.parse(), Ok(name));
            for wrong in [format!("{text}.new"), format!("{text}.gone"), format!("x{text}"), text.replace("-12-", "-012-")] {
                assert_eq!(wrong.parse::<CopyName>(), Err(()), "{wrong}");
            }
        }
        for wrong in ["", "2026-11-22T15-17-02Z", "2026-11-22T15-17-02Z-12", "2026-13-22T15-17-02Z-12-import", "ééééééééééééééééé"]
        {
            assert_eq!(wrong.parse::<CopyName>(), Err(()), "{wrong}");
        }
    }
}
