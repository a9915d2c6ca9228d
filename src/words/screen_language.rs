//! The language that the screens speak. What language a customer is written to in is the domain's.

use crate::domain::language::Language;

/// A language of the screens, the command line and the manual.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ScreenLanguage {
    /// Dutch, as it is spoken in Belgium.
    Dutch,
    /// French, as it is spoken in Belgium.
    French,
    /// English; also where nothing tells the language.
    #[default]
    English,
}

impl ScreenLanguage {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Dutch, Self::French, Self::English];

    /// ISO 639-1 code: `nl`, `fr`, `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// The same language, as one that customers are written to in.
    #[must_use]
    pub const fn of_customers(self) -> Language {
        match self {
            Self::Dutch => Language::Dutch,
            Self::French => Language::French,
            Self::English => Language::English,
        }
    }

    /// The language of a code, in any case.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(code))
    }

    /// The language of a POSIX locale such as `nl_BE.UTF-8`, `fr` or `en_GB@euro`. None for `C`,
    /// `POSIX`, and languages that the screens do not speak.
    #[must_use]
    pub fn from_locale(locale: &str) -> Option<Self> {
        let code = locale.split(['_', '-', '.', '@']).next()?;
        Self::from_code(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_lead_back_to_their_language() {
        for language in ScreenLanguage::ALL {
            assert_eq!(ScreenLanguage::from_code(language.code()), Some(language));
        }
        assert_eq!(ScreenLanguage::from_code("NL"), Some(ScreenLanguage::Dutch));
        assert_eq!(ScreenLanguage::from_code("nl_BE"), None);
        assert_eq!(ScreenLanguage::from_code(""), None);
    }

    #[test]
    fn locales_tell_their_language() {
        for (locale, language) in [
            ("nl_BE.UTF-8", Some(ScreenLanguage::Dutch)),
            ("fr_BE", Some(ScreenLanguage::French)),
            ("fr", Some(ScreenLanguage::French)),
            ("en-GB", Some(ScreenLanguage::English)),
            ("nl_BE@euro", Some(ScreenLanguage::Dutch)),
            ("C.UTF-8", None),
            ("POSIX", None),
            ("de_BE.UTF-8", None),
            ("nld", None),
            ("", None),
        ] {
            assert_eq!(ScreenLanguage::from_locale(locale), language, "{locale}");
        }
    }
}
