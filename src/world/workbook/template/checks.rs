//! What the cells of the template refuse, and the notes beside them.
//!
//! The checks are for typing: a workbook does not check what is pasted. They are those that a formula
//! of at most 255 characters can say; the program's own rules judge every row again.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Formula, XlsxError};

use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::sheet::column_letters;
use crate::domain::template::guidance::{Guidance, countries};

/// The year of the earliest season that the program knows deadlines of.
const EARLIEST_DEADLINE: u16 = 2024;

/// The check and the notes of a column; none for a column that speaks for itself.
pub(super) fn of(field: Field, language: Language, words: &Guidance) -> Result<Option<DataValidation>, XlsxError> {
    if matches!(field, Field::FirstName | Field::Street | Field::City) {
        return Ok(None);
    }
    let check = check(field, language)?.set_input_title(words.title)?.set_input_message(words.entry)?;
    if words.refusal.is_empty() {
        return Ok(Some(check.show_error_message(false)));
    }
    // What the import only warns about, the workbook only asks about.
    let style = match field {
        Field::PostalCode | Field::ExtraPb | Field::Labels => DataValidationErrorStyle::Warning,
        _ => DataValidationErrorStyle::Stop,
    };
    Ok(Some(check.set_error_title(words.title)?.set_error_message(words.refusal)?.set_error_style(style)))
}

fn check(field: Field, language: Language) -> Result<DataValidation, XlsxError> {
    let check = DataValidation::new();
    Ok(match field {
        Field::Person => check.allow_list_strings(&["person"])?,
        Field::Language => {
            let words = [Language::Dutch, Language::French, Language::English].map(Language::template_word);
            check.allow_list_strings(&words)?
        }
        Field::Country => check.allow_list_strings(&countries(language))?,
        Field::Deadline => check.allow_date(DataValidationRule::GreaterThanOrEqualTo(ExcelDateTime::from_ymd(EARLIEST_DEADLINE, 1, 1)?)),
        _ => match formula(field) {
            Some(formula) => check.allow_custom(Formula::new(formula)),
            None => check.allow_any_value(),
        },
    })
}

/// The formula that a typed value has to make true, written for row 2; an error in it refuses too.
pub(super) fn formula(field: Field) -> Option<String> {
    let cell = cell(field)?;
    Some(match field {
        Field::Email | Field::Responsible => email(&cell),
        Field::Mobile => mobile(&cell),
        Field::NationalNumber => national_number(&cell, &self::cell(Field::SpouseNationalNumber)?),
        Field::SpouseNationalNumber => national_number(&cell, &self::cell(Field::NationalNumber)?),
        Field::EnterpriseNumber | Field::SpouseEnterpriseNumber => enterprise_number(&cell),
        Field::PostalCode => postal_code(&cell, &self::cell(Field::Country)?),
        Field::Labels => format!(r#"=AND(ISERROR(FIND(", ",{cell})),ISERROR(FIND(" ,",{cell})))"#),
        Field::ExtraPb => format!("=LEN({cell})=0"),
        Field::Person
        | Field::FirstName
        | Field::LastName
        | Field::Street
        | Field::HouseNumber
        | Field::Box
        | Field::City
        | Field::Country
        | Field::Language
        | Field::ClientCode
        | Field::Deadline
        | Field::Address
        | Field::Company
        | Field::SendInvitation
        | Field::LoopVariable
        | Field::LoopPlaceholder
        | Field::SpouseFirstName
        | Field::SpouseLastName
        | Field::SpouseEmail
        | Field::SpouseMobile => return None,
    })
}

/// The column's cell in row 2, relative, so that the check moves along with its row.
fn cell(field: Field) -> Option<String> {
    let column = Field::TEMPLATE.iter().position(|&known| known == field)?;
    Some(format!("{}2", column_letters(u16::try_from(column).ok()?)))
}

/// One @, a dot behind it, nothing that separates two addresses.
fn email(cell: &str) -> String {
    format!(
        "=AND(LEN(SUBSTITUTE({cell},\"@\",\"\"))=LEN({cell})-1,FIND(\"@\",{cell})>1,\
         ISNUMBER(FIND(\".\",{cell},FIND(\"@\",{cell})+2)),ISERROR(FIND(\" \",{cell})),\
         ISERROR(FIND(\";\",{cell})),ISERROR(FIND(\",\",{cell})))"
    )
}

/// Plus, 8 to 15 digits; in Belgium 4, 5 to 9 and seven more. Writing the number back with as many
/// digits tells digits from anything else that reads as a number.
fn mobile(cell: &str) -> String {
    format!(
        "=AND(LEFT({cell},1)=\"+\",MID({cell},2,1)<>\"0\",LEN({cell})>=9,LEN({cell})<=16,\
         TEXT(VALUE(MID({cell},2,15)),REPT(\"0\",LEN({cell})-1))=MID({cell},2,15),\
         OR(LEFT({cell},3)<>\"+32\",AND(LEN({cell})=12,MID({cell},4,1)=\"4\",MID({cell},5,1)>=\"5\")))"
    )
}

/// 11 digits, check digits of either century, not the number of the other.
fn national_number(cell: &str, other: &str) -> String {
    format!(
        "=AND(LEN({cell})=11,TEXT(VALUE({cell}),\"00000000000\")={cell}&\"\",{cell}<>{other},\
         OR(97-MOD(VALUE(LEFT({cell},9)),97)=VALUE(RIGHT({cell},2)),97-MOD(VALUE(\"2\"&LEFT({cell},9)),97)=VALUE(RIGHT({cell},2))))"
    )
}

/// 10 digits, the first 0 or 1, check digits.
fn enterprise_number(cell: &str) -> String {
    format!(
        "=AND(LEN({cell})=10,TEXT(VALUE({cell}),\"0000000000\")={cell}&\"\",VALUE(LEFT({cell},1))<=1,\
         97-MOD(VALUE(LEFT({cell},8)),97)=VALUE(RIGHT({cell},2)))"
    )
}

/// Four digits, unless the country is another than Belgium.
fn postal_code(cell: &str, country: &str) -> String {
    format!(
        "=OR(AND({country}<>\"\",{country}<>\"België\",{country}<>\"Belgique\",{country}<>\"Belgium\",{country}<>\"BE\"),\
         AND(LEN({cell})=4,IFERROR(VALUE({cell}),0)>=1000))"
    )
}
