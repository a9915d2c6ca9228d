//! From wording and customer to a letter.

use jiff::Timestamp;
use jiff::civil::Date;

use super::template::{Placeholder, Template};
use super::wording::{Notes, Wordings};
use super::{Address, Enclosure, HeaderText, Letter, Mailbox, MessageId, Occasion};
use crate::domain::language::Language;

/// What a letter is about. No token and no number of the customer is in it: those are in the workbook
/// alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Name of the office.
    pub office: HeaderText,
    /// From whom.
    pub from: Mailbox,
    /// Where answers go, if elsewhere.
    pub reply_to: Option<Mailbox>,
    /// The customer's address.
    pub to: Address,
    /// First name of the customer; may be empty.
    pub first_name: HeaderText,
    /// Last name of the customer.
    pub last_name: HeaderText,
    /// The language of the letter.
    pub language: Language,
    /// Title of the questionnaire in that language.
    pub questionnaire: HeaderText,
    /// The assessment year of the task flow: the year in which the income of the year before is declared.
    pub assessment_year: i16,
    /// Last day to file.
    pub deadline: Date,
    /// The office's own sentence about how the answer comes back, where it has one.
    pub answer_by: Option<String>,
    /// Whether the enclosed workbook shows numbers masked.
    pub masks: Masks,
    /// Name of the letter.
    pub message_id: MessageId,
    /// Its moment.
    pub date: Timestamp,
}

/// Whether an enclosed workbook shows numbers masked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Masks {
    /// None is known that would be.
    Nothing,
    /// At least one.
    Numbers,
}

impl About {
    fn customer(&self) -> HeaderText {
        HeaderText::of(&format!("{} {}", self.first_name, self.last_name))
    }

    fn value(&self, placeholder: Placeholder, enclosure: &Enclosure, notes: Option<&Notes>) -> String {
        // A note holds no notes.
        let note = |note: &dyn Fn(&Notes) -> &Template| {
            notes.map(|notes| note(notes).filled(&|placeholder| self.value(placeholder, enclosure, None))).unwrap_or_default()
        };
        match placeholder {
            Placeholder::Answer => self.answer_by.clone().unwrap_or_else(|| note(&|notes| &notes.reply)),
            Placeholder::Masked => match self.masks {
                Masks::Nothing => String::new(),
                Masks::Numbers => note(&|notes| &notes.masked),
            },
            Placeholder::Office => self.office.to_string(),
            Placeholder::Customer => self.customer().to_string(),
            Placeholder::FirstName => self.first_name.to_string(),
            Placeholder::LastName => self.last_name.to_string(),
            Placeholder::Questionnaire => self.questionnaire.to_string(),
            Placeholder::Year => self.assessment_year.to_string(),
            Placeholder::IncomeYear => self.assessment_year.saturating_sub(1).to_string(),
            Placeholder::Deadline => in_words(self.deadline, self.language),
            Placeholder::ReplyAddress => self.reply_to.as_ref().unwrap_or(&self.from).address.to_string(),
            Placeholder::File => enclosure.name.to_string(),
        }
    }
}

/// The letter of an occasion about a customer, with the questionnaire enclosed. The HTML is made from the
/// same paragraphs as the text; every value and every word in it is escaped.
#[must_use]
pub fn compose(wordings: &Wordings, occasion: Occasion, about: &About, enclosure: Enclosure) -> Letter {
    let notes = wordings.notes(about.language);
    let value = |placeholder| about.value(placeholder, &enclosure, notes);
    let form = wordings.form(about.language, occasion);
    let subject = form.map(|form| form.subject.filled(&value)).unwrap_or_default();
    let filled = form.into_iter().flat_map(|form| &form.paragraphs).map(|paragraph| paragraph.filled(&value));
    let paragraphs: Vec<String> = filled.filter(|paragraph| !paragraph.trim().is_empty()).collect();
    let subject = HeaderText::from(subject);
    let html = html(about.language, subject.as_str(), &paragraphs);
    Letter {
        from: about.from.clone(),
        reply_to: about.reply_to.clone(),
        to: Mailbox { name: about.customer(), address: about.to.clone() },
        message_id: about.message_id.clone(),
        date: about.date,
        subject,
        text: paragraphs.join("\n\n") + "\n",
        html,
        enclosures: vec![enclosure],
    }
}

fn html(language: Language, subject: &str, paragraphs: &[String]) -> String {
    let paragraphs: String =
        paragraphs.iter().map(|paragraph| format!("<p>{}</p>\n", escaped(paragraph).replace('\n', "<br>\n"))).collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n</head>\n<body>\n{paragraphs}</body>\n</html>\n",
        language.code(),
        escaped(subject),
    )
}

/// The text with everything that HTML reads as its own written out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// A day as a person writes it: `16 oktober 2026`, `1er juillet 2026`, `16. Oktober 2026`.
fn in_words(date: Date, language: Language) -> String {
    let months = match language {
        Language::Dutch => {
            ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"]
        }
        Language::French => {
            ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]
        }
        Language::English => {
            ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
        }
        Language::German => {
            ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"]
        }
    };
    let month = usize::try_from(date.month() - 1).ok().and_then(|at| months.get(at)).copied().unwrap_or_default();
    let day = match (language, date.day()) {
        (Language::French, 1) => "1er".to_owned(),
        (Language::German, day) => format!("{day}."),
        (Language::Dutch | Language::French | Language::English, day) => day.to_string(),
    };
    format!("{day} {month} {}", date.year())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn about(language: Language, last_name: &str) -> About {
        About {
            office: "Kantoor Peeters".into(),
            from: Mailbox::parse("Kantoor Peeters", "info@kantoor.be").unwrap(),
            reply_to: Some(Mailbox::parse("", "antwoord@kantoor.be").unwrap()),
            to: Address::parse("an@example.be").unwrap(),
            first_name: "An".into(),
            last_name: last_name.into(),
            language,
            questionnaire: "Checklist personenbelasting".into(),
            assessment_year: 2026,
            deadline: date(2026, 10, 16),
            answer_by: None,
            masks: Masks::Numbers,
            message_id: MessageId::of("1", "token", "kantoor.be").unwrap(),
            date: "2026-05-14T11:00:00Z".parse().unwrap(),
        }
    }

    fn letter(language: Language, occasion: Occasion, last_name: &str) -> Letter {
        let enclosure = Enclosure { name: "vragenlijst.xlsx".into(), bytes: vec![1] };
        compose(&Wordings::built_in().unwrap(), occasion, &about(language, last_name), enclosure)
    }

    #[test]
    fn a_letter_says_who_what_until_when_and_how() {
        for language in Language::ALL {
            for occasion in Occasion::ALL {
                let letter = letter(language, occasion, "Janssens");
                for said in ["An Janssens", "Kantoor Peeters", "2026", "vragenlijst.xlsx", "antwoord@kantoor.be"] {
                    assert!(letter.text.contains(said) && letter.html.contains(said), "{language:?} {occasion:?}: {said}\n{}", letter.text);
                }
                assert!(letter.text.contains(&in_words(date(2026, 10, 16), language)));
                assert!(letter.text.contains("2025"), "{language:?} {occasion:?}: whose income it is about\n{}", letter.text);
                assert!(letter.text.contains('*'), "{language:?} {occasion:?}: masked numbers are explained");
                assert!(!letter.text.contains(['{', '}']) && !letter.subject.as_str().contains(['{', '}']));
                assert!(letter.html.contains(&format!("lang=\"{}\"", language.code())));
                assert_eq!(letter.to.name.as_str(), "An Janssens");
            }
        }
    }

    #[test]
    fn the_way_back_is_the_offices_own_and_masks_are_told_of_where_there_are_some() {
        for (language, occasion) in Language::ALL.into_iter().flat_map(|language| Occasion::ALL.map(|occasion| (language, occasion))) {
            let enclosure = Enclosure { name: "vragenlijst.xlsx".into(), bytes: vec![1] };
            let portal = "Kantoor & portaal: https://portaal.example/<in>";
            let about = About { answer_by: Some(portal.into()), masks: Masks::Nothing, ..about(language, "Janssens") };
            let letter = compose(&Wordings::built_in().unwrap(), occasion, &about, enclosure);
            assert!(letter.text.contains(portal) && letter.html.contains(&escaped(portal)), "{}", letter.text);
            assert!(!letter.text.contains("antwoord@kantoor.be"), "{language:?}: one way back\n{}", letter.text);
            assert!(!letter.text.contains('*') && !letter.text.contains("\n\n\n") && !letter.html.contains("<p></p>"), "{}", letter.text);
        }
    }

    #[test]
    fn no_letter_frightens_or_names_the_year_of_a_questionnaire() {
        for (language, occasion) in Language::ALL.into_iter().flat_map(|language| Occasion::ALL.map(|occasion| (language, occasion))) {
            let text = letter(language, occasion, "Janssens").text;
            for alarming in ["onderweg", "en chemin", "on its way", "unterwegs", "Checklist"] {
                assert!(!text.contains(alarming), "{language:?}: {text}");
            }
        }
    }

    #[test]
    fn days_are_written_as_each_language_writes_them() {
        let days = Language::ALL.map(|language| (in_words(date(2026, 7, 1), language), in_words(date(2026, 3, 16), language)));
        assert_eq!(
            days.map(|(first, later)| format!("{first} / {later}")),
            [
                "1 juli 2026 / 16 maart 2026",
                "1er juillet 2026 / 16 mars 2026",
                "1 July 2026 / 16 March 2026",
                "1. Juli 2026 / 16. März 2026"
            ]
        );
    }

    #[test]
    fn hostile_names_stay_text_everywhere() {
        for name in ["<script>alert('x')</script>", "&lt;b&gt; \"x\"", "x\r\nBcc: all@example.com\n\nDear", "{deadline}", "a\u{202e}b"] {
            let letter = letter(Language::Dutch, Occasion::Invitation, name);
            let plain = letter_without_name();
            assert!(!letter.html.contains("<script") && !letter.html.contains("<b>"), "{}", letter.html);
            assert_eq!(letter.html.matches('<').count(), plain.html.matches('<').count(), "{name:?} adds no tag");
            assert_eq!(letter.text.lines().count(), plain.text.lines().count(), "{name:?} adds no line");
            assert!(!letter.text.contains('\u{202e}') && !letter.to.name.as_str().contains(['\r', '\n', '\u{202e}']));
        }
        assert!(letter(Language::Dutch, Occasion::Invitation, "{deadline}").text.contains("An {deadline}"));
    }

    fn letter_without_name() -> Letter {
        letter(Language::Dutch, Occasion::Invitation, "Janssens")
    }
}
