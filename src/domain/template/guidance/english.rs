//! The template in English.

use super::{Guidance, SheetWords};
use crate::domain::field::Field;

pub(super) const SHEET: SheetWords = SheetWords {
    customers: "Customers",
    explanation: "Explanation",
    columns: ["Column", "Heading", "Required", "What goes in", "Example"],
    required: "yes",
    optional: "no",
    notes: &[
        "One row is one return. A married or legally cohabiting couple is one row: the partner is there with the registration number in column O only. A row of its own would become a second dossier.",
        "Leave the headings as they are. The grey row is an example: type over it or leave it, it is not imported.",
        "When pasting from another workbook, paste values only: pasting formats removes the checks, and leading zeros with them.",
    ],
    reasons: "What is still wrong (Instroom)",
};

pub(super) const fn guidance(field: Field) -> Option<Guidance> {
    let (title, entry, refusal) = match field {
        Field::Person => ("Person", "Always the word person: only private persons are imported.", "Choose person from the list."),
        Field::FirstName => ("First name", "First name of the main filer, as registered.", ""),
        Field::LastName => ("Last name", "Last name of the main filer, as registered, with its particles: Van den Berg, d'Hondt.", ""),
        Field::Email => (
            "E-mail address",
            "One e-mail address of the main filer. The questionnaire goes there.",
            "Enter one e-mail address, such as name@example.com, without spaces.",
        ),
        Field::Mobile => (
            "Mobile number",
            "With a plus and the country code, digits only, no spaces: +32475112233. A fixed line is not a mobile number.",
            "Mobile number is invalid or enter mobile number with country code, such as +32475112233, without spaces.",
        ),
        Field::NationalNumber => (
            "Registration number",
            "National register number or BIS number of the main filer: 11 digits, no dots, dashes or spaces. Leading zeros stay.",
            "Enter Valid Registration Number: 11 digits without punctuation, with the right check digits, and not the partner's number.",
        ),
        Field::Street => ("Street", "Street without house number.", ""),
        Field::HouseNumber => ("House number", "House number without box. It is text: 12A is fine.", ""),
        Field::Box => ("Box", "Box, without the word box. It is text: leading zeros stay.", ""),
        Field::PostalCode => (
            "Postal code",
            "Four digits in Belgium; abroad as it is written there.",
            "A Belgian postal code has four digits, from 1000 to 9999. Keep it anyway?",
        ),
        Field::City => ("City", "City or municipality.", ""),
        Field::Country => ("Country", "Country of the address. Empty means Belgium. One that is not in the list may be typed.", ""),
        Field::ExtraPb => {
            ("Extra PB", "This column stays empty.", "This column stays empty: what is in it is not imported. Keep it anyway?")
        }
        Field::Labels => (
            "Labels",
            "The office's own labels, separated by commas without spaces around them: VIP,new.",
            "Separate labels by commas without spaces around them: VIP,new. Keep it anyway?",
        ),
        Field::SpouseNationalNumber => (
            "Registration number of partner",
            "Only for a joint return (married or legally cohabiting): the partner's number, 11 digits, no punctuation. The partner gets no row of their own.",
            "Enter Valid Registration Number of the partner: 11 digits without punctuation, with the right check digits, and not the main filer's number.",
        ),
        Field::Language => (
            "Language",
            "Language of the customer: dutch, french or english. Left empty, the language chosen for the import applies.",
            "Choose dutch, french or english from the list.",
        ),
        Field::ClientCode => ("Client code", "The office's own code for the customer. Two customers never share one.", ""),
        Field::EnterpriseNumber => (
            "Enterprise number",
            "Only for sole traders: 10 digits, no BE, no dots. The first digit is 0 or 1.",
            "Enter a valid enterprise number: 10 digits without BE or dots, the first one 0 or 1, with the right check digits.",
        ),
        Field::SpouseEnterpriseNumber => (
            "Enterprise number of the partner",
            "Only when the partner is a sole trader: 10 digits, no BE, no dots.",
            "Enter a valid enterprise number: 10 digits without BE or dots, the first one 0 or 1, with the right check digits.",
        ),
        Field::Deadline => (
            "Declaration deadline",
            "Date by which the return has to be filed. Left empty, the date of the season applies.",
            "Enter a date, such as 16/10/2026.",
        ),
        Field::Responsible => (
            "Main responsible",
            "E-mail address of the colleague in charge of the customer.",
            "Enter one e-mail address of a colleague, not a name.",
        ),
        Field::Address
        | Field::Company
        | Field::SendInvitation
        | Field::LoopVariable
        | Field::LoopPlaceholder
        | Field::SpouseFirstName
        | Field::SpouseLastName
        | Field::SpouseEmail
        | Field::SpouseMobile => return None,
    };
    Some(Guidance { title, entry, refusal })
}
