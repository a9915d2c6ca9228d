//! A text with places that are filled in for each customer.

/// What a place in a text stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Placeholder {
    /// Name of the office.
    Office,
    /// First and last name of the customer.
    Customer,
    /// First name of the customer.
    FirstName,
    /// Last name of the customer.
    LastName,
    /// Title of the questionnaire.
    Questionnaire,
    /// Assessment year.
    Year,
    /// The year before it, whose income is declared.
    IncomeYear,
    /// Last day to file, in words.
    Deadline,
    /// Where the answer goes.
    ReplyAddress,
    /// Name of the enclosed workbook.
    File,
    /// How the answer comes back, a whole sentence: the office's own, or to reply to the letter.
    Answer,
    /// Why numbers are masked, a whole paragraph; empty where none is.
    Masked,
}

impl Placeholder {
    /// Every placeholder.
    pub const ALL: [Self; 12] = [
        Self::Office,
        Self::Customer,
        Self::FirstName,
        Self::LastName,
        Self::Questionnaire,
        Self::Year,
        Self::IncomeYear,
        Self::Deadline,
        Self::ReplyAddress,
        Self::File,
        Self::Answer,
        Self::Masked,
    ];

    /// What stands between the braces.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Customer => "customer",
            Self::FirstName => "first-name",
            Self::LastName => "last-name",
            Self::Questionnaire => "questionnaire",
            Self::Year => "year",
            Self::IncomeYear => "income-year",
            Self::Deadline => "deadline",
            Self::ReplyAddress => "reply-address",
            Self::File => "file",
            Self::Answer => "answer",
            Self::Masked => "masked",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Place(Placeholder),
}

/// A text with places that are filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Template(Vec<Piece>);

/// What is wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum BadTemplate {
    UnknownPlaceholder(String),
    LoneBrace,
}

impl Template {
    pub(super) fn parse(text: &str) -> Result<Self, BadTemplate> {
        let mut pieces = Vec::new();
        let mut plain = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            let (before, behind) = rest.split_at(at);
            plain.push_str(before);
            rest = match behind.get(..2) {
                Some("{{" | "}}") => {
                    plain.extend(behind.chars().next());
                    behind.get(2..).unwrap_or_default()
                }
                _ => {
                    let (name, after) = behind.strip_prefix('{').and_then(|name| name.split_once('}')).ok_or(BadTemplate::LoneBrace)?;
                    if name.contains(['{', '\n']) {
                        return Err(BadTemplate::LoneBrace);
                    }
                    let known = Placeholder::ALL.into_iter().find(|placeholder| placeholder.key() == name);
                    let placeholder = known.ok_or_else(|| BadTemplate::UnknownPlaceholder(name.to_owned()))?;
                    pieces.extend([Piece::Text(std::mem::take(&mut plain)), Piece::Place(placeholder)]);
                    after
                }
            };
        }
        plain.push_str(rest);
        pieces.push(Piece::Text(plain));
        Ok(Self(pieces))
    }

    pub(super) fn holds(&self, placeholder: Placeholder) -> bool {
        self.0.contains(&Piece::Place(placeholder))
    }

    /// The text with every place filled in. What is filled in is never looked at for places again.
    pub(super) fn filled(&self, value: &dyn Fn(Placeholder) -> String) -> String {
        let text = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Place(placeholder) => value(*placeholder),
        };
        self.0.iter().map(text).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_in_once_and_braces_can_be_written() {
        let template = Template::parse("{{{year}}} {office}é").unwrap();
        let value = |placeholder: Placeholder| format!("<{}{{year}}>", placeholder.key());
        assert_eq!(template.filled(&value), "{<year{year}>} <office{year}>é");
        assert!(template.holds(Placeholder::Year) && !template.holds(Placeholder::File));
    }

    #[test]
    fn braces_that_mean_nothing_are_refused() {
        for text in ["{", "}", "a } b", "{year", "{ye{ar}", "{\nyear}"] {
            assert_eq!(Template::parse(text), Err(BadTemplate::LoneBrace), "{text:?}");
        }
        for name in ["", "Year", " year", "naam"] {
            assert_eq!(Template::parse(&format!("{{{name}}}")), Err(BadTemplate::UnknownPlaceholder(name.to_owned())));
        }
    }
}
