//! A dossier's questionnaire as a workbook for the customer, out and back.
//!
//! [`form_bytes`] makes it; [`read_form`] takes one in again, whatever program saved it last. `sheet` lays
//! out what the customer sees, `height` finds how tall its rows are, `kept` what is out of sight, `cells` one answer, `coming_back` reads.

mod cells;
mod coming_back;
mod height;
mod kept;
mod sheet;
#[cfg(test)]
mod tests;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

pub use coming_back::{ReturnedFault, read_form};

use crate::domain::customer::CustomerId;
use crate::domain::dossier::Dossier;
use crate::domain::fold::fold;
use crate::domain::form::layout;
use crate::domain::form::words::FormWords;
use crate::domain::language::Language;
use crate::domain::questionnaire::Questionnaire;

/// Whom a form names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct About<'a> {
    /// Name of the office; may be empty.
    pub office: &'a str,
    /// Name of the customer; may be empty.
    pub customer: &'a str,
    /// Number of the customer: two customers of one name have files of two names.
    pub number: Option<CustomerId>,
    /// Assessment year of the task flow; that of the questionnaire where it is not known.
    pub assessment_year: Option<i16>,
    /// The office's own sentence about how the file comes back, where it has one.
    pub answer_by: Option<&'a str>,
}

/// The language of a dossier's form: the dossier's own where the questionnaire exists in it, else the
/// questionnaire's first.
#[must_use]
pub fn form_language(questionnaire: &Questionnaire, dossier: &Dossier) -> Language {
    let languages = &questionnaire.languages;
    if languages.contains(&dossier.language) { dossier.language } else { languages.first().copied().unwrap_or(dossier.language) }
}

/// The questionnaire of a dossier with its known answers filled in, as the bytes of an .xlsx file; the
/// same bytes each time. National numbers are masked.
///
/// # Errors
/// What the writer of workbooks says.
pub fn form_bytes(questionnaire: &Questionnaire, dossier: &Dossier, about: &About<'_>) -> Result<Vec<u8>, XlsxError> {
    let language = form_language(questionnaire, dossier);
    let mut workbook = Workbook::new();
    // The writer would put the clock's time in.
    let year = u16::try_from(questionnaire.assessment_year).unwrap_or(2026);
    let properties = DocProperties::new()
        .set_title(questionnaire.title.get(language).unwrap_or_default())
        .set_company(about.office)
        .set_custom_property("instroom", layout::reference(&dossier.token))
        .set_creation_datetime(&ExcelDateTime::from_ymd(year, 1, 1)?);
    workbook.set_properties(&properties);
    let page = sheet::Page { questionnaire, dossier, about, language, words: FormWords::of(language) };
    page.lay_out(workbook.add_worksheet())?;
    for (name, range) in kept::lay_out(workbook.add_worksheet(), &page)? {
        workbook.define_name(name, &range)?;
    }
    height::growing(&workbook.save_to_buffer()?)
}

/// A text without the marks that [`neutralise`](crate::domain::neutral::neutralise) sets for what is unseen, such as `‹U+200D›` in a
/// family of signs.
fn without_marks(text: &str) -> String {
    let mut parts = text.split("‹U+");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let behind = part.split_once('›').filter(|(code, _)| code.bytes().all(|digit| digit.is_ascii_hexdigit()));
        kept += behind.map_or(part, |(_, behind)| behind);
    }
    kept
}

/// Name of a form's file: letters, digits and hyphens alone, so that every mail program and disk takes it:
/// `vragenlijst-2026-van-den-berg-jan-C00030.xlsx`.
#[must_use]
pub fn form_name(questionnaire: &Questionnaire, dossier: &Dossier, about: &About<'_>) -> String {
    let sheet = FormWords::of(form_language(questionnaire, dossier)).sheet;
    let year = about.assessment_year.unwrap_or(questionnaire.assessment_year);
    let text = fold(&format!("{sheet} {year} {}", without_marks(about.customer)));
    let words = text.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name = words.collect::<Vec<_>>().join("-");
    let number = about.number.map(|number| format!("-{number}")).unwrap_or_default();
    // All ASCII, so that any place is between two signs.
    format!("{}{number}.xlsx", name.get(..72).unwrap_or(&name).trim_end_matches('-'))
}
