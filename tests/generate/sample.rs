//! The sample: a workbook as an office sends it, with what offices get wrong.

use instroom::domain::customer::Values;
use instroom::domain::field::Field;
use instroom::domain::language::Language;
use instroom::world::workbook::template::sheets;
use rust_xlsxwriter::{Workbook, XlsxError};

use super::customers::Customers;
use super::faults::Fault;
use super::rows::{Format, Row};
use super::workbook::{Formats, new_workbook, write_row};

/// How many customers the sample has; two of them have a second row.
pub(crate) const CUSTOMERS: u64 = 120;
/// The row (as the workbook shows it) that is left empty.
pub(crate) const EMPTY_ROW: u32 = 62;
/// A seed under which the sample has enough people born after 1999.
const SEED: u64 = 2026;
/// How many national numbers have lost their zeros.
const LOST_ZEROS: usize = 7;

/// The customers behind the sample, each value as it should have been.
pub(crate) fn customers() -> Customers {
    // Room for the customers whom only the demo's store knows.
    Customers::new(2 * CUSTOMERS, SEED)
}

/// What was done to which customer, by index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Deed {
    /// Got wrong: an error.
    Spoilt(Fault),
    /// An e-mail address with a slip in the domain: a warning.
    Misspelt(&'static str),
    /// Labels with spaces behind the commas: a warning.
    SpacedLabels,
    /// The partner has a row too.
    PartnerRow,
    /// The row stands there once more.
    Repeated,
}

/// What is wrong with the sample, by the index of the customer. Each customer bears one deed at most.
pub(crate) fn deeds() -> Vec<(u64, Deed)> {
    let customers = customers();
    let mut deeds: Vec<(u64, Deed)> = Vec::new();
    let lost = [Deed::Spoilt(Fault::NationalNumberLostZeros); LOST_ZEROS];
    let others = [
        Deed::Spoilt(Fault::NationalNumberPunctuation),
        Deed::Spoilt(Fault::MobileNational),
        Deed::Spoilt(Fault::MobileZeros),
        Deed::Spoilt(Fault::MobileNumberCell),
        Deed::Misspelt("gmial.com"),
        Deed::Spoilt(Fault::EmailEmpty),
        Deed::Spoilt(Fault::PartnerIsSelf),
        Deed::Spoilt(Fault::LanguageUnknown),
        Deed::PartnerRow,
        Deed::Spoilt(Fault::EnterpriseNumberLostZero),
        Deed::Misspelt("hotmial.com"),
        Deed::Spoilt(Fault::ErrorCell),
        Deed::Spoilt(Fault::NationalNumberScientific),
        Deed::SpacedLabels,
        Deed::Repeated,
    ];
    for (at, deed) in (0_u64..).zip(lost).chain((0_u64..).zip(others)) {
        // Spread over the sheet: each kind starts looking further down.
        let start = at * CUSTOMERS / if matches!(deed, Deed::Spoilt(Fault::NationalNumberLostZeros)) { 9 } else { 16 } + 3;
        let found = (start..CUSTOMERS).chain(0..start).find(|&index| {
            let free = deeds.iter().all(|(taken, _)| *taken != index);
            free && bears(&customers.customer(index), deed)
        });
        deeds.extend(found.map(|index| (index, deed)));
    }
    deeds.sort_by_key(|(index, _)| *index);
    deeds
}

/// Whether a deed can be done to a customer.
fn bears(customer: &Values, deed: Deed) -> bool {
    match deed {
        Deed::Spoilt(Fault::NationalNumberLostZeros) => customer.text(Field::NationalNumber).starts_with('0'),
        Deed::Spoilt(Fault::PartnerIsSelf) => {
            customer.get(Field::NationalNumber).is_some() && customer.get(Field::SpouseNationalNumber).is_none()
        }
        Deed::Spoilt(Fault::NationalNumberScientific) => {
            !customer.text(Field::NationalNumber).starts_with('0') && customer.get(Field::NationalNumber).is_some()
        }
        Deed::Spoilt(fault) => customer.get(fault.field()).is_some(),
        Deed::SpacedLabels => customer.text(Field::Labels).contains(','),
        Deed::PartnerRow => customer.get(Field::SpouseNationalNumber).is_some() && customer.get(Field::NationalNumber).is_some(),
        Deed::Repeated => customer.get(Field::NationalNumber).is_some(),
        Deed::Misspelt(_) => true,
    }
}

/// The rows of the sample in order, without the empty one.
pub(crate) fn rows() -> Vec<Row> {
    let customers = customers();
    let deeds = deeds();
    let mut rows = Vec::new();
    let mut late = Vec::new();
    for index in 0..CUSTOMERS {
        let customer = customers.customer(index);
        let mut row = Row::of(&customer, Format::Second);
        match deeds.iter().find(|(done_to, _)| *done_to == index).map(|(_, deed)| *deed) {
            None => {}
            Some(Deed::Spoilt(fault)) => {
                fault.spoil(&mut row, &mut customers.random(index));
            }
            Some(Deed::Misspelt(domain)) => {
                let local = customer.text(Field::Email).split('@').next().unwrap_or_default();
                row.text(Field::Email, format!("{local}@{domain}"));
            }
            Some(Deed::SpacedLabels) => row.text(Field::Labels, customer.text(Field::Labels).replace(',', ", ")),
            // The two rows that should not be there come at the end, where a colleague added them.
            Some(Deed::PartnerRow) => late.push(Row::of(&partner(&customer), Format::Second)),
            Some(Deed::Repeated) => late.push(row.clone()),
        }
        rows.push(row);
    }
    rows.extend(late);
    rows
}

/// The partner of a customer as a row of its own: same address, own name and number.
fn partner(customer: &Values) -> Values {
    let number = customer.text(Field::SpouseNationalNumber).to_owned();
    let is_man = number.get(8..9).and_then(|digit| digit.parse::<u8>().ok()).is_some_and(|digit| digit % 2 == 1);
    let (first, email) = if is_man { ("Maarten", "maarten") } else { ("Lise", "lise") };
    let last = if is_man { ("De Vos", "devos") } else { ("Declerck", "declerck") };
    let mut partner = customer.clone();
    partner.set(Field::FirstName, first);
    partner.set(Field::LastName, last.0);
    partner.set(Field::Email, format!("{email}.{}@example.com", last.1));
    partner.set(Field::NationalNumber, number);
    for field in [
        Field::SpouseNationalNumber,
        Field::ClientCode,
        Field::EnterpriseNumber,
        Field::SpouseEnterpriseNumber,
        Field::Mobile,
        Field::Deadline,
    ] {
        partner.set(field, "");
    }
    partner
}

/// The sample as a workbook: the template without its example row, filled in.
pub(crate) fn workbook() -> Result<Workbook, XlsxError> {
    let mut workbook = new_workbook()?;
    let sheet = workbook.add_worksheet();
    sheets::customers(sheet, Language::English)?;
    let formats = Formats::new();
    for (number, row) in (2_u32..).filter(|&number| number != EMPTY_ROW).zip(rows()) {
        write_row(sheet, number - 1, &row, Format::Second, &formats)?;
    }
    sheets::explanation(workbook.add_worksheet(), Language::English)?;
    Ok(workbook)
}
