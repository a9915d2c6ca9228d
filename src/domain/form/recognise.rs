//! From the cells of a workbook that came back to whose it is and what is answered in it.
//!
//! Nothing is believed but marks: rows may have been moved, sorted, deleted or copied, columns put in
//! between, the sheets renamed. A row is known by its mark; where that is gone, by its number, which is said.

use std::collections::BTreeSet;

use super::layout::{ANSWER, KEPT_FORMAT, KEPT_QUESTIONNAIRE, KEPT_TOKEN, MARK, is_token, marked_question, referenced};
use super::words::FormWords;
use crate::domain::fold::fold;
use crate::domain::language::Language;
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::sheet::{CellKind, Sheet, column_letters};

/// A form that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// The token of the dossier.
    pub token: String,
    /// The questionnaire that it was made of, where the workbook still says so.
    pub questionnaire: Option<QuestionnaireId>,
    /// What is given, in the order of the workbook; an emptied cell gives an empty text. Texts that were given to
    /// no question stand among them, headings of sections too.
    pub given: Vec<Given>,
}

/// What is given to one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Which question.
    pub asked: Asked,
    /// The text of the cell; empty where it is.
    pub text: String,
    /// What the cell was; text where it is empty.
    pub kind: CellKind,
    /// Where it stands.
    pub place: CellPlace,
}

/// How a row says which question it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// By its mark.
    Id(String),
    /// The mark is gone; by the number in front, counted from 1.
    Number(usize),
    /// Not at all: a text between the questions, beside them, or on a sheet of its own.
    Nothing,
}

/// A cell of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellPlace {
    /// Name of the sheet, neutralised.
    pub sheet: String,
    /// Row, counted from 1.
    pub row: u32,
    /// Column, counted from 0.
    pub column: u16,
}

impl std::fmt::Display for CellPlace {
    /// `C12`.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}{}", column_letters(self.column), self.row)
    }
}

/// Why a workbook is no form that can be taken in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unrecognised {
    /// No reference of a dossier stands in it.
    #[error("no reference of a dossier stands in it")]
    NoToken,
    /// References of several dossiers stand in it: it was put together from several forms.
    #[error("references of {count} dossiers stand in it")]
    SeveralTokens {
        /// How many.
        count: usize,
    },
    /// It was made by a newer program.
    #[error("the form has format {found}")]
    Newer {
        /// Its version.
        found: String,
    },
    /// Marks of two questionnaires stand in it.
    #[error("it is put together from several questionnaires")]
    SeveralQuestionnaires,
    /// A dossier's reference stands in it, but no row of questions.
    #[error("no questions stand in it")]
    NoQuestions,
}

/// What the sheets of a workbook say.
///
/// # Errors
/// [`Unrecognised`] where it is no form, or not one alone.
pub fn recognise(sheets: &[Sheet]) -> Result<Returned, Unrecognised> {
    let mut tokens = BTreeSet::new();
    let mut questionnaires = BTreeSet::new();
    for sheet in sheets {
        kept(sheet, &mut tokens, &mut questionnaires)?;
        tokens.extend(texts(sheet).filter_map(referenced).map(str::to_owned));
    }
    let token = match tokens.len() {
        0 => return Err(Unrecognised::NoToken),
        1 => tokens.pop_first().unwrap_or_default(),
        count => return Err(Unrecognised::SeveralTokens { count }),
    };
    if questionnaires.len() > 1 {
        return Err(Unrecognised::SeveralQuestionnaires);
    }
    let given: Vec<Given> = sheets.iter().filter(|sheet| !is_kept(sheet)).flat_map(rows).collect();
    if given.iter().all(|given| given.asked == Asked::Nothing) {
        return Err(Unrecognised::NoQuestions);
    }
    Ok(Returned { token, questionnaire: questionnaires.pop_first().map(QuestionnaireId), given })
}

fn texts(sheet: &Sheet) -> impl Iterator<Item = &str> {
    (0..sheet.row_count()).flat_map(|row| sheet.cells(row).map(|cell| cell.text))
}

/// The cell behind the one that holds exactly this text.
fn beside<'a>(sheet: &'a Sheet, name: &str) -> Option<&'a str> {
    (0..sheet.row_count()).find_map(|row| {
        let column = sheet.cells(row).find(|cell| cell.text == name)?.column;
        sheet.cell(row, column.checked_add(1)?).map(|cell| cell.text)
    })
}

/// Whether it is the sheet that is kept out of sight.
fn is_kept(sheet: &Sheet) -> bool {
    (0..sheet.row_count().min(1)).any(|row| sheet.cells(row).any(|cell| cell.text == KEPT_FORMAT))
}

fn kept(sheet: &Sheet, tokens: &mut BTreeSet<String>, questionnaires: &mut BTreeSet<String>) -> Result<(), Unrecognised> {
    if !is_kept(sheet) {
        return Ok(());
    }
    let found = beside(sheet, KEPT_FORMAT).unwrap_or_default();
    if found.parse::<u32>() != Ok(super::layout::FORMAT) {
        return Err(Unrecognised::Newer { found: found.chars().take(20).collect() });
    }
    tokens.extend(beside(sheet, KEPT_TOKEN).filter(|token| is_token(token)).map(str::to_owned));
    questionnaires.extend(beside(sheet, KEPT_QUESTIONNAIRE).map(str::to_owned));
    Ok(())
}

/// The row of headings of a sheet: its index, and the columns below them.
struct Headings {
    row: usize,
    number: Option<u16>,
    question: u16,
    answer: u16,
    codes: Option<u16>,
}

impl Headings {
    /// Whether a column is one of the form's own.
    fn has(&self, column: u16) -> bool {
        self.columns().contains(&column)
    }

    /// Whether a column is below the explanation, which reaches over all of them.
    fn spans(&self, column: u16) -> bool {
        self.columns().iter().any(|own| *own <= column) && self.columns().iter().any(|own| *own >= column)
    }

    fn columns(&self) -> Vec<u16> {
        [self.number, Some(self.question), Some(self.answer), self.codes].into_iter().flatten().collect()
    }
}

fn headings(sheet: &Sheet) -> Option<Headings> {
    let named = |of: fn(&FormWords) -> &'static str| Language::ALL.map(|language| fold(of(FormWords::of(language))));
    let (numbers, questions) = (named(|words| words.number), named(|words| words.question));
    let (answers, codes) = (named(|words| words.answer), named(|words| words.codes));
    (0..sheet.row_count()).find_map(|row| {
        let column = |names: &[String]| sheet.cells(row).find(|cell| names.contains(&fold(cell.text))).map(|cell| cell.column);
        let question = column(&questions)?;
        let answer = column(&answers)?;
        Some(Headings { row, number: column(&numbers), question, answer, codes: column(&codes) })
    })
}

/// The rows of a sheet that are about a question, and what stands beside and between them.
fn rows(sheet: &Sheet) -> Vec<Given> {
    let headings = headings(sheet);
    let marked = |index: usize| sheet.cells(index).find_map(|cell| Some((cell.column, marked_question(cell.text)?)));
    let asked = |index: usize| {
        let number = || {
            let headings = headings.as_ref().filter(|headings| index > headings.row)?;
            let text = sheet.cell(index, headings.number?)?.text;
            text.trim().trim_end_matches('.').parse().ok().filter(|number| *number > 0)
        };
        match (marked(index), &headings) {
            (Some((_, id)), Some(headings)) => Some((Asked::Id(id.to_owned()), headings.answer)),
            // The headings are gone: the answer stands as far in front of the mark as it did.
            (Some((column, id)), None) => Some((Asked::Id(id.to_owned()), column.checked_sub(MARK - ANSWER)?)),
            (None, Some(headings)) => Some((Asked::Number(number()?), headings.answer)),
            (None, None) => None,
        }
    };
    let row = |index: usize| {
        let given = asked(index).map(|(asked, column)| {
            let cell = sheet.cell(index, column);
            let text = cell.map_or_else(String::new, |cell| cell.text.to_owned());
            let kind = cell.map_or(CellKind::Text, |cell| cell.kind);
            Given { asked, text, kind, place: place(sheet, index, column) }
        });
        let stray = match (&headings, marked(index)) {
            (Some(headings), _) if index <= headings.row => stray(sheet, index, |column| headings.spans(column)),
            (Some(headings), _) => stray(sheet, index, |column| given.is_some() && headings.has(column)),
            (None, Some((mark, _))) => stray(sheet, index, |column| (mark.saturating_sub(MARK)..mark).contains(&column)),
            // What the form says on top, or a sheet that the customer added.
            (None, None) => stray(sheet, index, |_| false),
        };
        given.into_iter().chain(stray)
    };
    (0..sheet.row_count()).flat_map(row).collect()
}

fn place(sheet: &Sheet, index: usize, column: u16) -> CellPlace {
    CellPlace { sheet: sheet.name().to_owned(), row: sheet.row_number(index), column }
}

/// What stands in a row where the form has nothing, one text behind the other.
fn stray(sheet: &Sheet, index: usize, is_own: impl Fn(u16) -> bool) -> Option<Given> {
    let is_said = |text: &str| marked_question(text).is_some() || referenced(text).is_some() || FormWords::says(text);
    let mut cells = sheet.cells(index).filter(|cell| !is_own(cell.column) && !is_said(cell.text) && !cell.text.trim().is_empty());
    let first = cells.next()?;
    let text = cells.fold(first.text.to_owned(), |text, cell| text + "  " + cell.text);
    Some(Given { asked: Asked::Nothing, text, kind: first.kind, place: place(sheet, index, first.column) })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "0123456789abcdef0123456789abcdef";

    fn sheet(name: &str, cells: &[(u32, u16, &str)]) -> Sheet {
        let mut sheet = Sheet::new(name);
        cells.iter().for_each(|&(row, column, text)| sheet.push(row, column, CellKind::Text, text).unwrap());
        sheet
    }

    fn reference() -> String {
        format!("Reference: instroom-{TOKEN}")
    }

    #[test]
    fn rows_are_known_by_their_marks_wherever_they_stand() {
        let reference = reference();
        let answers = sheet(
            "Blad",
            &[(1, 3, &reference), (3, 1, "Vraag"), (3, 4, "UW ANTWOORD"), (4, 4, "9000"), (4, 9, "instroom:city"), (7, 9, "instroom:name")],
        );
        let returned = recognise(&[answers]).unwrap();
        assert_eq!((returned.token.as_str(), returned.questionnaire), (TOKEN, None));
        let read: Vec<_> = returned.given.iter().map(|given| (&given.asked, given.text.as_str(), given.place.to_string())).collect();
        assert_eq!(read, [(&Asked::Id("city".into()), "9000", "E4".to_owned()), (&Asked::Id("name".into()), "", "E7".to_owned())]);
    }

    #[test]
    fn without_marks_the_number_counts_and_without_headings_the_distance() {
        let reference = reference();
        let numbered =
            sheet("Blad", &[(1, 0, &reference), (2, 0, "N°"), (2, 1, "Question"), (2, 2, "Votre réponse"), (3, 0, "7"), (3, 2, "Gent")]);
        let given = recognise(&[numbered]).unwrap().given;
        assert_eq!((given.len(), &given[0].asked, given[0].text.as_str()), (1, &Asked::Number(7), "Gent"));
        let bare = sheet("Blad", &[(1, 0, &reference), (2, 3, "Gent"), (2, 5, "instroom:city"), (3, 1, "instroom:no-room")]);
        let given = recognise(&[bare]).unwrap().given;
        assert_eq!((given.len(), given[0].text.as_str()), (1, "Gent"));
    }

    #[test]
    fn what_stands_beside_and_between_the_questions_is_given_to_none() {
        let reference = reference();
        let form = sheet(
            "Blad",
            &[
                (1, 0, &reference),
                (1, 5, "dringend"),
                (2, 0, "Nr."),
                (2, 1, "Vraag"),
                (2, 2, "Uw antwoord"),
                (2, 6, "en hier?"),
                (3, 1, "Gezin"),
                (4, 0, "1"),
                (4, 1, "Uw gemeente"),
                (4, 2, "Gent"),
                (4, 4, "instroom:city"),
                (4, 6, "sinds juni"),
                (6, 2, "bel"),
                (6, 3, "mij"),
            ],
        );
        let own = sheet("Giften", &[(1, 0, "WWF"), (1, 1, "40")]);
        let given = recognise(&[form, own]).unwrap().given;
        let stray: Vec<_> =
            given.iter().filter(|one| one.asked == Asked::Nothing).map(|one| (one.text.as_str(), one.place.to_string())).collect();
        let wanted = [("dringend", "F1"), ("en hier?", "G2"), ("Gezin", "B3"), ("sinds juni", "G4"), ("bel  mij", "C6"), ("WWF  40", "A1")];
        assert_eq!(stray, wanted.map(|(text, place)| (text, place.to_owned())));
        assert_eq!(given.len(), stray.len() + 1);
    }

    #[test]
    fn what_the_form_says_on_top_is_no_word_of_the_customer() {
        let reference = reference();
        let words = FormWords::of(Language::French);
        let (office, explanation) = (format!("{}\u{a0}: Maes", words.office), format!("{} renvoyez-le.", words.explanation));
        // The headings are gone, and a column was put in front of the rest.
        let top = [(1, 1, office.as_str()), (2, 1, &explanation), (3, 1, &reference), (3, 7, "merci")];
        let bare = sheet("Blad", &[&top[..], &[(4, 4, "Gent"), (4, 6, "instroom:city"), (4, 8, "à Noël")]].concat());
        let given = recognise(&[bare]).unwrap().given;
        let read: Vec<_> = given.iter().map(|one| (one.asked == Asked::Nothing, one.text.as_str())).collect();
        assert_eq!(read, [(true, "merci"), (false, "Gent"), (true, "à Noël")]);
    }

    #[test]
    fn what_is_no_form_or_several_is_refused() {
        let other = "f".repeat(32);
        let kept = |token: &str, format: &str, id: &str| {
            sheet(
                "instroom",
                &[(1, 0, KEPT_FORMAT), (1, 1, format), (2, 0, KEPT_TOKEN), (2, 1, token), (3, 0, KEPT_QUESTIONNAIRE), (3, 1, id)],
            )
        };
        let row = sheet("Blad", &[(1, 2, "x"), (1, 4, "instroom:city")]);
        let seen = |sheets: &[Sheet]| recognise(sheets).unwrap_err();
        assert_eq!(seen(&[]), Unrecognised::NoToken);
        assert_eq!(seen(std::slice::from_ref(&row)), Unrecognised::NoToken);
        assert_eq!(seen(&[kept(TOKEN, "1", "pit-2026")]), Unrecognised::NoQuestions);
        assert_eq!(seen(&[kept(TOKEN, "2", "pit-2026"), row.clone()]), Unrecognised::Newer { found: "2".into() });
        assert_eq!(
            seen(&[kept(TOKEN, "1", "pit-2026"), kept(&other, "1", "pit-2026"), row.clone()]),
            Unrecognised::SeveralTokens { count: 2 }
        );
        assert_eq!(seen(&[kept(TOKEN, "1", "pit-2026"), kept(TOKEN, "1", "pit-2025"), row.clone()]), Unrecognised::SeveralQuestionnaires);
        let told = recognise(&[kept(TOKEN, "1", "pit-2026"), row]).unwrap();
        assert_eq!(told.questionnaire, Some(QuestionnaireId("pit-2026".into())));
    }
}
