//! The fields of a customer as the templates name them.

use serde::{Deserialize, Serialize};

/// One field of a customer, whichever template generation it came in with.
///
/// The order is the order of the current template (columns A to U), then the fields that only the
/// first template has, then what no template has; screens and exports follow it. The stored form is [`Field::key`], so the
/// variants may be reordered but a key is never reused for another meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// What kind of customer the row is: always a private person.
    Person,
    /// Given name of the main filer, as registered.
    FirstName,
    /// Family name of the main filer, as registered, particles included.
    LastName,
    /// E-mail address of the main filer.
    Email,
    /// Mobile number of the main filer in international form.
    Mobile,
    /// National (or BIS) number of the main filer, 11 digits.
    NationalNumber,
    /// Street of the address.
    Street,
    /// House number: text, "12A" and "0101" are both real.
    HouseNumber,
    /// Box: text.
    Box,
    /// Postal code: four digits in Belgium, text elsewhere.
    PostalCode,
    /// City or municipality.
    City,
    /// Country, as written by the office.
    Country,
    /// A column that has to stay empty.
    ExtraPb,
    /// The office's own tags, separated by commas.
    Labels,
    /// National number of the partner in a joint return.
    SpouseNationalNumber,
    /// Language of the customer.
    Language,
    /// The office's own code for the customer.
    ClientCode,
    /// Enterprise number of a sole trader.
    EnterpriseNumber,
    /// Enterprise number of the partner.
    SpouseEnterpriseNumber,
    /// Date by which the return has to be filed.
    Deadline,
    /// E-mail address of the colleague in charge.
    Responsible,
    /// Whole address in one cell (first template only), kept where it cannot be taken apart.
    Address,
    /// Name of the customer's company (first template only).
    Company,
    /// Whether an invitation mail is wanted (first template only).
    SendInvitation,
    /// A column that has to stay empty (first template only).
    LoopVariable,
    /// A column that has to stay empty (first template only).
    LoopPlaceholder,
    /// Given name of the partner, kept from a row that was joined. In no template.
    SpouseFirstName,
    /// Family name of the partner, kept from a row that was joined. In no template.
    SpouseLastName,
    /// E-mail address of the partner, kept from a row that was joined. In no template.
    SpouseEmail,
    /// Mobile number of the partner, kept from a row that was joined. In no template.
    SpouseMobile,
}

impl Field {
    /// Every field, in the order of the templates.
    pub const ALL: [Self; 30] = [
        Self::Person,
        Self::FirstName,
        Self::LastName,
        Self::Email,
        Self::Mobile,
        Self::NationalNumber,
        Self::Street,
        Self::HouseNumber,
        Self::Box,
        Self::PostalCode,
        Self::City,
        Self::Country,
        Self::ExtraPb,
        Self::Labels,
        Self::SpouseNationalNumber,
        Self::Language,
        Self::ClientCode,
        Self::EnterpriseNumber,
        Self::SpouseEnterpriseNumber,
        Self::Deadline,
        Self::Responsible,
        Self::Address,
        Self::Company,
        Self::SendInvitation,
        Self::LoopVariable,
        Self::LoopPlaceholder,
        Self::SpouseFirstName,
        Self::SpouseLastName,
        Self::SpouseEmail,
        Self::SpouseMobile,
    ];

    /// The 21 columns A to U of the current template, in order.
    pub const TEMPLATE: [Self; 21] = [
        Self::Person,
        Self::FirstName,
        Self::LastName,
        Self::Email,
        Self::Mobile,
        Self::NationalNumber,
        Self::Street,
        Self::HouseNumber,
        Self::Box,
        Self::PostalCode,
        Self::City,
        Self::Country,
        Self::ExtraPb,
        Self::Labels,
        Self::SpouseNationalNumber,
        Self::Language,
        Self::ClientCode,
        Self::EnterpriseNumber,
        Self::SpouseEnterpriseNumber,
        Self::Deadline,
        Self::Responsible,
    ];

    /// Name of the field in `--json`, in stored records and in exports. Stable.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::Email => "email",
            Self::Mobile => "mobile",
            Self::NationalNumber => "national_number",
            Self::Street => "street",
            Self::HouseNumber => "house_number",
            Self::Box => "box",
            Self::PostalCode => "postal_code",
            Self::City => "city",
            Self::Country => "country",
            Self::ExtraPb => "extra_pb",
            Self::Labels => "labels",
            Self::SpouseNationalNumber => "spouse_national_number",
            Self::Language => "language",
            Self::ClientCode => "client_code",
            Self::EnterpriseNumber => "enterprise_number",
            Self::SpouseEnterpriseNumber => "spouse_enterprise_number",
            Self::Deadline => "deadline",
            Self::Responsible => "responsible",
            Self::Address => "address",
            Self::Company => "company",
            Self::SendInvitation => "send_invitation",
            Self::LoopVariable => "loop_variable",
            Self::LoopPlaceholder => "loop_placeholder",
            Self::SpouseFirstName => "spouse_first_name",
            Self::SpouseLastName => "spouse_last_name",
            Self::SpouseEmail => "spouse_email",
            Self::SpouseMobile => "spouse_mobile",
        }
    }

    /// The field of a stable name, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.key() == key)
    }

    /// A column that the office's platform fills itself: content is a warning, never stored.
    #[must_use]
    pub const fn stays_empty(self) -> bool {
        matches!(self, Self::ExtraPb | Self::LoopVariable | Self::LoopPlaceholder)
    }

    /// Whether the field is part of a stored customer. The others speak about the row or the import.
    #[must_use]
    pub const fn is_stored(self) -> bool {
        !self.stays_empty() && !matches!(self, Self::Person | Self::SendInvitation | Self::Deadline)
    }

    /// A required column of the templates (marked with a star there).
    #[must_use]
    pub const fn is_required(self) -> bool {
        matches!(self, Self::FirstName | Self::LastName | Self::Email)
    }

    /// A list, to which an import can add without taking anything away.
    #[must_use]
    pub const fn is_list(self) -> bool {
        matches!(self, Self::Labels)
    }

    /// Belongs to one person: the same text in the row of another means nothing. Words of the office or
    /// of everybody, such as a label, a language or a town, do not.
    #[must_use]
    pub const fn is_of_one_person(self) -> bool {
        matches!(
            self,
            Self::FirstName
                | Self::LastName
                | Self::Email
                | Self::Mobile
                | Self::NationalNumber
                | Self::HouseNumber
                | Self::Box
                | Self::SpouseNationalNumber
                | Self::ClientCode
                | Self::EnterpriseNumber
                | Self::SpouseEnterpriseNumber
                | Self::Address
                | Self::SpouseFirstName
                | Self::SpouseLastName
                | Self::SpouseEmail
                | Self::SpouseMobile
        )
    }

    /// Holds a national number, so that it is masked unless asked for.
    #[must_use]
    pub const fn is_national_number(self) -> bool {
        matches!(self, Self::NationalNumber | Self::SpouseNationalNumber)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_leads_back_to_its_field_and_is_the_serde_name() {
        for field in Field::ALL {
            assert_eq!(Field::from_key(field.key()), Some(field));
            assert_eq!(serde_json::to_string(&field).ok(), Some(format!("\"{}\"", field.key())));
        }
    }

    #[test]
    fn the_order_is_the_templates() {
        assert!(Field::ALL.is_sorted());
        assert!(Field::ALL.starts_with(&Field::TEMPLATE));
    }
}
