//! What the form says, in the languages of customers.

use crate::domain::language::Language;
use crate::domain::questionnaire::AnswerKind;

/// The words of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormWords {
    /// Name of the sheet and, in lower case without accents, of the file.
    pub sheet: &'static str,
    /// Heading of the numbers.
    pub number: &'static str,
    /// Heading of the questions.
    pub question: &'static str,
    /// Heading of the answers.
    pub answer: &'static str,
    /// Heading of the codes of the tax form.
    pub codes: &'static str,
    /// In front of the name of the office.
    pub office: &'static str,
    /// In front of the name of the customer.
    pub customer: &'static str,
    /// What to do with the form, step by step, the last of them begun.
    pub explanation: &'static str,
    /// How the file comes back, where the office has no sentence of its own.
    pub send_back: &'static str,
    /// What the stars in a number are.
    pub masked: &'static str,
    /// What the codes are.
    pub codes_told: &'static str,
    /// In front of the reference.
    pub reference: &'static str,
    /// Behind the reference.
    pub keep: &'static str,
    /// Yes.
    pub yes: &'static str,
    /// No.
    pub no: &'static str,
    /// Title of the notes beside a cell.
    pub note: &'static str,
    /// Title of the notes when something cannot be taken.
    pub sorry: &'static str,
    /// In front of what there is to choose from.
    pub choices: &'static str,
    /// What goes in a cell with a list.
    pub choose: &'static str,
    /// What goes in a cell with a date.
    pub date: &'static str,
    /// What goes in a cell with an amount.
    pub amount: &'static str,
    /// What goes in a cell with a number.
    pub whole: &'static str,
    /// What goes in a cell with an account.
    pub account: &'static str,
}

impl FormWords {
    /// The words in a language.
    #[must_use]
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::Dutch => &DUTCH,
            Language::French => &FRENCH,
            Language::English => &ENGLISH,
            Language::German => &GERMAN,
        }
    }

    /// Whether a text is one that a form in any language has above its questions.
    #[must_use]
    pub fn says(text: &str) -> bool {
        let named = |name: &str| text.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with(':'));
        let explained = |words: &Self| words.explanation.lines().next().is_some_and(|first| text.starts_with(first));
        Language::ALL.map(Self::of).iter().any(|words| explained(words) || named(words.office) || named(words.customer))
    }

    /// What goes in a cell of that kind; texts need no word.
    #[must_use]
    pub const fn entry(&self, kind: AnswerKind) -> Option<&'static str> {
        match kind {
            AnswerKind::Text | AnswerKind::LongText => None,
            AnswerKind::YesNo | AnswerKind::Choice => Some(self.choose),
            AnswerKind::Date => Some(self.date),
            AnswerKind::Amount => Some(self.amount),
            AnswerKind::Number => Some(self.whole),
            AnswerKind::Account => Some(self.account),
        }
    }
}

const DUTCH: FormWords = FormWords {
    sheet: "Vragenlijst",
    number: "Nr.",
    question: "Vraag",
    answer: "Uw antwoord",
    codes: "Code",
    office: "Kantoor",
    customer: "Klant",
    explanation: "1. Vul de gele vakken in, of pas aan wat er al staat. Staat er een pijltje naast het vak? Dan kunt u een antwoord kiezen.\n\
2. Een vraag die niet op u van toepassing is, laat u leeg.\n\
3. Bewaar het bestand.",
    send_back: "Stuur het terug: beantwoord onze e-mail en voeg het als bijlage toe.",
    masked: "Van rijksregister- en rekeningnummers tonen we maar een deel. Klopt het? Laat het dan staan, met de sterretjes.",
    codes_told: "De codes rechts zijn die van de belastingaangifte. U hoeft er niets mee te doen.",
    reference: "Referentie",
    keep: "(laten staan, zo herkennen we uw dossier)",
    yes: "Ja",
    no: "Nee",
    note: "Uw antwoord",
    sorry: "Dit past hier niet",
    choices: "Keuze",
    choose: "Kies een antwoord uit de lijst.",
    date: "Een datum: dag/maand/jaar, bijvoorbeeld 15/07/2025.",
    amount: "Een bedrag in euro, bijvoorbeeld 1234,50.",
    whole: "Een geheel getal, bijvoorbeeld 2.",
    account: "Een rekeningnummer (IBAN), bijvoorbeeld BE68 5390 0754 7034.",
};

const FRENCH: FormWords = FormWords {
    sheet: "Questionnaire",
    number: "N°",
    question: "Question",
    answer: "Votre réponse",
    codes: "Code",
    office: "Bureau",
    customer: "Client",
    explanation: "1. Remplissez les cases jaunes, ou corrigez ce qui s'y trouve déjà. Si une flèche apparaît à côté de la case, choisissez dans la liste.\n\
2. Laissez vide une question qui ne vous concerne pas.\n\
3. Enregistrez le fichier.",
    send_back: "Renvoyez-le\u{a0}: répondez à notre e-mail et joignez-le.",
    masked: "Des numéros de registre national et de compte, nous ne montrons qu'une partie. Si elle est exacte, laissez-la telle quelle, avec les astérisques.",
    codes_told: "Les codes à droite sont ceux de la déclaration fiscale. Vous n'avez rien à en faire.",
    reference: "Référence",
    keep: "(à laisser, elle identifie votre dossier)",
    yes: "Oui",
    no: "Non",
    note: "Votre réponse",
    sorry: "Ceci ne convient pas ici",
    choices: "Choix",
    choose: "Choisissez une réponse dans la liste.",
    date: "Une date\u{a0}: jour/mois/année, par exemple 15/07/2025.",
    amount: "Un montant en euros, par exemple 1234,50.",
    whole: "Un nombre entier, par exemple 2.",
    account: "Un numéro de compte (IBAN), par exemple BE68 5390 0754 7034.",
};

const ENGLISH: FormWords = FormWords {
    sheet: "Questions",
    number: "No.",
    question: "Question",
    answer: "Your answer",
    codes: "Code",
    office: "Office",
    customer: "Customer",
    explanation: "1. Fill in the yellow cells, or correct what is there already. Where an arrow appears beside the cell, you can choose from a list.\n\
2. Leave a question empty if it does not concern you.\n\
3. Save the file.",
    send_back: "Send it back: answer our e-mail and attach it.",
    masked: "We show only a part of national and account numbers. If it is right, leave it as it is, with the stars.",
    codes_told: "The codes on the right are those of the tax return. You do not need them.",
    reference: "Reference",
    keep: "(leave it here, we recognise your file by it)",
    yes: "Yes",
    no: "No",
    note: "Your answer",
    sorry: "This does not fit here",
    choices: "Choice",
    choose: "Choose an answer from the list.",
    date: "A date: day/month/year, for example 15/07/2025.",
    amount: "An amount in euro, for example 1234.50.",
    whole: "A whole number, for example 2.",
    account: "An account number (IBAN), for example BE68 5390 0754 7034.",
};

const GERMAN: FormWords = FormWords {
    sheet: "Fragebogen",
    number: "Nr.",
    question: "Frage",
    answer: "Ihre Antwort",
    codes: "Code",
    office: "Büro",
    customer: "Kunde",
    explanation: "1. Füllen Sie die gelben Felder aus, oder berichtigen Sie, was schon dort steht. Erscheint ein Pfeil neben dem Feld, können Sie wählen.\n\
2. Eine Frage, die Sie nicht betrifft, lassen Sie leer.\n\
3. Speichern Sie die Datei.",
    send_back: "Senden Sie sie zurück: Antworten Sie auf unsere E-Mail und hängen Sie sie an.",
    masked: "Von Nationalregister- und Kontonummern zeigen wir nur einen Teil. Stimmt er, lassen Sie ihn mit den Sternchen stehen.",
    codes_told: "Die Codes rechts sind die der Steuererklärung. Sie brauchen sie nicht.",
    reference: "Referenz",
    keep: "(bitte stehen lassen, daran erkennen wir Ihre Akte)",
    yes: "Ja",
    no: "Nein",
    note: "Ihre Antwort",
    sorry: "Das passt hier nicht",
    choices: "Auswahl",
    choose: "Wählen Sie eine Antwort aus der Liste.",
    date: "Ein Datum: Tag/Monat/Jahr, zum Beispiel 15/07/2025.",
    amount: "Ein Betrag in Euro, zum Beispiel 1234,50.",
    whole: "Eine ganze Zahl, zum Beispiel 2.",
    account: "Eine Kontonummer (IBAN), zum Beispiel BE68 5390 0754 7034.",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answer_words::yes_or_no;

    #[test]
    fn yes_and_no_are_read_again_and_notes_fit_their_boxes() {
        for language in Language::ALL {
            let words = FormWords::of(language);
            assert_eq!((yes_or_no(words.yes), yes_or_no(words.no)), (Some(true), Some(false)), "{language:?}");
            // The limits of Excel for the title and the text of a note, and for the name of a sheet.
            assert!([words.note, words.sorry].iter().all(|title| title.chars().count() <= 32));
            assert!(AnswerKind::ALL.into_iter().filter_map(|kind| words.entry(kind)).all(|text| text.chars().count() <= 255));
            assert!(words.sheet.chars().count() <= 31 && words.sheet.is_ascii());
        }
    }
}
