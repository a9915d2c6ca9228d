//! The rules in English.

use super::{RuleWords, words};
use crate::domain::finding::Rule;

/// The text that users know for every fault of a national number, and the precise cause behind it.
macro_rules! number {
    ($cause:literal) => {
        concat!("Enter Valid Registration Number: ", $cause)
    };
}

/// The text that users know for every fault of a mobile number, and the precise cause behind it.
macro_rules! mobile {
    ($cause:literal) => {
        concat!("Mobile number is invalid or enter mobile number with country code: ", $cause)
    };
}

/// A table: one entry for each rule.
pub(super) const fn rule_words(rule: Rule) -> RuleWords {
    match rule {
        Rule::NameMissing => {
            words("name missing", "The name is empty; a customer needs a first and a last name.", "Type the name as it is registered.")
        }
        Rule::EmailMissing => {
            words("e-mail missing", "The e-mail address is empty; every customer needs one.", "Type the customer's e-mail address.")
        }
        Rule::EmailShape => {
            words("no e-mail address", "This does not have the shape of an e-mail address.", "Type one address, such as name@example.com.")
        }
        Rule::EmailTooLong => words(
            "e-mail too long",
            "The e-mail address is longer than mail allows: 64 characters before the @ and 254 in all.",
            "Check whether other text has got into the address, and shorten it.",
        ),
        Rule::EmailSeveral => words(
            "several addresses",
            "The cell holds more than one e-mail address.",
            "Keep only the address that the questionnaire should go to.",
        ),
        Rule::EmailNearMiss => words(
            "domain misspelt?",
            "The part behind the @ looks like a slip in a well-known domain.",
            "Take the suggestion, or leave the address if it is right.",
        ),
        Rule::NationalNumberPunctuation => words(
            "spaces or punctuation",
            number!("there is punctuation or white space in it, and only the 11 digits belong there."),
            "Take the suggestion, or type only the 11 digits.",
        ),
        Rule::NationalNumberLeadingZeros => words(
            "leading zeros lost",
            number!("the cell is a number, and a number loses the zeros in front."),
            "Take the suggestion, or type all 11 digits; in the file, format the column as text.",
        ),
        Rule::NationalNumberNotDigits => {
            words("not only digits", number!("there is something else than digits in it."), "Type the 11 digits of the number.")
        }
        Rule::NationalNumberScientific => words(
            "digits lost (E+10)",
            number!("the file has kept only some of its digits, as in 8.5073E+10."),
            "Look the number up and type all 11 digits; the lost ones cannot be brought back.",
        ),
        Rule::NationalNumberLength => {
            words("not 11 digits", number!("it does not have 11 digits."), "Type all 11 digits, the zeros in front included.")
        }
        Rule::NationalNumberCheckDigits => words(
            "check digits wrong",
            number!("the last two digits do not fit the first nine, so a digit is wrong or two have changed places."),
            "Compare the number with the identity card, digit by digit.",
        ),
        Rule::NationalNumberMonth => words(
            "month impossible",
            number!("the month (third and fourth digit) does not exist, not for a BIS number either."),
            "Compare the first six digits with the birth date.",
        ),
        Rule::NationalNumberDay => words(
            "day impossible",
            number!("the day (fifth and sixth digit) does not exist in that month."),
            "Compare the first six digits with the birth date.",
        ),
        Rule::NationalNumberFuture => words(
            "born in the future",
            number!("the birth date in it lies in the future."),
            "Compare the first six digits with the birth date.",
        ),
        Rule::NationalNumberSequence => words(
            "sequence impossible",
            number!("the sequence (seventh to ninth digit) is 000 or 999, which nobody is given."),
            "Compare the number with the identity card, digit by digit.",
        ),
        Rule::NationalNumberSameAsPartner => words(
            "same as the partner's",
            number!("customer and partner have one and the same number."),
            "Correct the one that is wrong, or empty the partner's if there is no partner.",
        ),
        Rule::MobileCountryCode => words(
            "country code missing",
            mobile!("it has to begin with + and the country code, without the 0 of inland calls."),
            "Take the suggestion, or type the number as +32471123456.",
        ),
        Rule::MobilePunctuation => words(
            "spaces or punctuation",
            mobile!("there is white space or punctuation between the digits."),
            "Take the suggestion, or type only + and the digits.",
        ),
        Rule::MobileNumberCell => words(
            "plus sign lost",
            mobile!("the cell is a number, and a number loses the + and the 0 in front."),
            "Take the suggestion, or type the number as +32471123456; in the file, format the column as text.",
        ),
        Rule::MobileNotMobile => words(
            "not a mobile number",
            mobile!("it is a Belgian number, but not that of a mobile phone."),
            "Type a mobile number, or empty the cell.",
        ),
        Rule::MobileShape => {
            words("no phone number", mobile!("it cannot be a telephone number."), "Type one number as +32471123456, or empty the cell.")
        }
        Rule::MobileForeign => {
            words("foreign number", "This is a foreign number; only its length could be checked.", "Check it, and leave it if it is right.")
        }
        Rule::EnterpriseNumberPunctuation => words(
            "BE or punctuation",
            "There are letters, white space or punctuation in the enterprise number, and only the 10 digits belong there.",
            "Take the suggestion, or type only the 10 digits.",
        ),
        Rule::EnterpriseNumberLeadingZeros => words(
            "leading zero lost",
            "The cell of the enterprise number is a number, and a number loses the zero in front.",
            "Take the suggestion, or type all 10 digits; in the file, format the column as text.",
        ),
        Rule::EnterpriseNumberNotDigits => {
            words("not only digits", "There is something else than digits in the enterprise number.", "Type the 10 digits of the number.")
        }
        Rule::EnterpriseNumberLength => words(
            "not 10 digits",
            "The enterprise number does not have 10 digits.",
            "Type all 10 digits; an older number of 9 digits gets a 0 in front.",
        ),
        Rule::EnterpriseNumberFirstDigit => words(
            "must begin with 0 or 1",
            "The enterprise number begins with another digit than 0 or 1.",
            "Look the number up in the Crossroads Bank for Enterprises.",
        ),
        Rule::EnterpriseNumberCheckDigits => words(
            "check digits wrong",
            "The last two digits of the enterprise number do not fit the first eight.",
            "Look the number up in the Crossroads Bank for Enterprises.",
        ),
        Rule::LanguageUnknown => words(
            "language unknown",
            "This word names no language that we know.",
            "Write dutch, french or english, or empty the cell to use the language chosen for the import.",
        ),
        Rule::LanguageNotOffered => words(
            "not in this language",
            "The chosen questionnaire does not exist in this language.",
            "Choose another language for the customer, or another questionnaire for the import.",
        ),
        Rule::DeadlineNotADate => words(
            "no date",
            "The deadline is not a date that exists.",
            "Type it as day/month/year or as 2026-07-15, or empty the cell to use the usual deadline.",
        ),
        Rule::DeadlineTooEarly => words(
            "before assessment year",
            "The deadline lies before the assessment year.",
            "Correct the year, or empty the cell to use the usual deadline.",
        ),
        Rule::ResponsibleShape => words(
            "no e-mail address",
            "The responsible has to be given as one e-mail address.",
            "Type the colleague's e-mail address, or empty the cell.",
        ),
        Rule::ResponsibleUnknown => words(
            "colleague unknown",
            "This address is not on the office's list of colleagues.",
            "Correct the address, or leave it and add the colleague to the list.",
        ),
        Rule::PostalCodeShape => words(
            "no Belgian postal code",
            "A Belgian postal code has four digits, from 1000 to 9999.",
            "Correct the postal code, or fill in the country if it is not Belgium.",
        ),
        Rule::PersonUnknown => words(
            "not a private person",
            "Only private persons can be imported, and this names another type.",
            "Write person if the customer is one, or leave the row out.",
        ),
        Rule::SendInvitationUnknown => words(
            "neither yes nor no",
            "Whether an invitation has to be sent is answered by yes or no only.",
            "Write yes or no, or empty the cell.",
        ),
        Rule::LabelsSpaces => words(
            "spaces around commas",
            "There is white space around the commas between the labels; it is left out.",
            "Nothing has to be done; the suggestion shows the labels as they are imported.",
        ),
        Rule::ColumnStaysEmpty => words(
            "should stay empty",
            "This column has to stay empty; what stands in it is not imported.",
            "Nothing has to be done; empty the column in the file to be rid of the warning.",
        ),
        Rule::CellError => words(
            "error in the file",
            "The file shows an error in this cell instead of a value.",
            "Type the value here, or correct the formula in the file.",
        ),
        Rule::RowSameNationalNumber => words(
            "same national number",
            "Row {row} has the same national number.",
            "Correct the number that is wrong, or leave one of the two rows out.",
        ),
        Rule::RowSameClientCode => words(
            "same client code",
            "Row {row} has the same client code.",
            "Correct the code that is wrong, or leave one of the two rows out.",
        ),
        Rule::RowSameEmailAndName => words(
            "same e-mail and name",
            "Row {row} has the same e-mail address and name, and nothing tells the two apart.",
            "If they are two people, fill in both national numbers; if not, leave one row out.",
        ),
        Rule::RowPartnerElsewhere => words(
            "partner in another row",
            "This customer stands as the partner in row {row}: a couple that files together is one row.",
            "Join the two rows, or leave them if the partners file separately.",
        ),
        Rule::RowPartnerOfTwo => words(
            "partner of two",
            "Row {row} names the same partner, and nobody files with two.",
            "Correct the partner's number that is wrong, or empty it.",
        ),
        Rule::RowSameHousehold => words(
            "same household",
            "Row {row} has the same address and e-mail address, under another name: it may be the partner.",
            "Join the two rows if they file together; leave them if not.",
        ),
        Rule::ClientCodeTaken => words(
            "client code in use",
            "A stored customer, whom this row is not, has this client code.",
            "Give the row another code, or leave the code empty.",
        ),
        Rule::RowJoinedToAnother => words(
            "other partner joined",
            "The partner's number is not that of row {row}, which was joined as the partner's.",
            "Give the number of that row again, or part the two rows with P first.",
        ),
        Rule::RowSeparated => words(
            "partner on their own",
            "This customer is stored as the partner of the customer in row {row}, and now has a row of their own.",
            "Import it as a new customer if the two have separated, or leave it out if they still file together.",
        ),
        Rule::RowMatchTaken => words(
            "other row fits better",
            "Row {row} fits the same stored customer better.",
            "Leave this row out, or correct it if it is another customer.",
        ),
    }
}
