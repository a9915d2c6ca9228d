//! Which lessons tell of people whose data goes.

use std::collections::HashSet;

use super::{Lesson, PersonKey};
use crate::domain::customer::{CustomerId, Values};
use crate::domain::field::Field;
use crate::domain::matching::MatchKeys;

/// Shortest text that tells of a person wherever it stands: a shorter one stands for too much else.
const SHORTEST_MARK: usize = 6;

/// Last digits in which the ways to write a telephone number agree.
const NUMBER_END: usize = 8;

/// People whose data goes, in every version that was kept of them: asked of each lesson, in one look into a
/// few tables, however many people they are.
#[derive(Debug, Default)]
pub struct Telling {
    customers: HashSet<CustomerId>,
    rows: HashSet<PersonKey>,
    /// What stood in fields that belong to one person, squeezed.
    own: HashSet<(Field, String)>,
    /// Numbers and addresses that nobody else has, squeezed, in whatever field they were typed.
    marks: HashSet<String>,
    /// The ends of telephone numbers.
    telephones: HashSet<String>,
}

impl Telling {
    /// Takes a person up, as one version of the customer has it.
    pub fn add(&mut self, customer: CustomerId, values: &Values) {
        self.customers.insert(customer);
        let MatchKeys { national, email, name, .. } = MatchKeys::of(values);
        if national != 0 {
            self.rows.insert(PersonKey::National(national));
        }
        if email != 0 && name != 0 {
            self.rows.insert(PersonKey::EmailAndName { email, name });
        }
        for (field, value) in values.iter().filter(|(field, _)| field.is_of_one_person()) {
            let squeezed = squeeze(value);
            match field {
                Field::Mobile | Field::SpouseMobile => {
                    self.telephones.extend(number_end(&squeezed));
                }
                Field::NationalNumber
                | Field::SpouseNationalNumber
                | Field::EnterpriseNumber
                | Field::SpouseEnterpriseNumber
                | Field::Email
                | Field::SpouseEmail
                    if squeezed.len() >= SHORTEST_MARK =>
                {
                    self.marks.insert(squeezed.clone());
                }
                _ => {}
            }
            self.own.insert((field, squeezed));
        }
    }

    /// Whether this lesson tells of one of them: a row that was held apart from them or is theirs, or a cell
    /// that held, or was put right as, what is theirs.
    #[must_use]
    pub fn tells(&self, lesson: &Lesson) -> bool {
        match lesson {
            Lesson::Apart { customer, row } => self.customers.contains(customer) || self.rows.contains(row),
            Lesson::Fix { field, before, after } => [before, after].into_iter().any(|text| self.is_theirs(*field, text)),
        }
    }

    fn is_theirs(&self, field: Field, text: &str) -> bool {
        let whole = squeeze(text);
        if whole.is_empty() {
            return false;
        }
        let marked =
            |squeezed: &str| self.marks.contains(squeezed) || number_end(squeezed).is_some_and(|end| self.telephones.contains(&end));
        if marked(&whole) {
            return true;
        }
        let parted = |sign: char| sign.is_whitespace() || [',', ';', '<', '>', '(', ')', ':'].contains(&sign);
        text.split(parted).any(|part| marked(&squeeze(part))) || self.own.contains(&(field, whole))
    }
}

/// Letters and digits alone, small: as a number or an address is the same however it is punctuated.
fn squeeze(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The last digits of what is nothing but digits, and enough of them to be a telephone number.
fn number_end(squeezed: &str) -> Option<String> {
    let is_number = squeezed.len() > NUMBER_END && squeezed.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { squeezed.get(squeezed.len() - NUMBER_END..).map(str::to_owned) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn telling() -> Telling {
        let values = [
            (Field::FirstName, "An"),
            (Field::LastName, "Peeters"),
            (Field::NationalNumber, "85073003328"),
            (Field::Email, "an.peeters@example.be"),
            (Field::Mobile, "+32471625368"),
            (Field::City, "Gent"),
        ];
        let mut telling = Telling::default();
        telling.add(CustomerId(7), &values.into_iter().collect());
        telling
    }

    fn fix(field: Field, before: &str, after: &str) -> bool {
        telling().tells(&Lesson::fix(field, before, after).unwrap())
    }

    #[test]
    fn what_is_theirs_is_found_however_it_is_written_and_wherever_it_was_typed() {
        assert!(fix(Field::NationalNumber, "85.07.30-033.82", "85.07.30-033.28"));
        assert!(fix(Field::ClientCode, "85 07 30 033 28", "K17"), "a number in the wrong column");
        assert!(fix(Field::Email, "an.peeters@exmaple.be", "AN.PEETERS@example.be"));
        assert!(fix(Field::LastName, "An Peeters <an.peeters@example.be>", "P."));
        assert!(fix(Field::Mobile, "0471/625368", "0471 62 53 68"));
        assert!(fix(Field::LastName, "Peters", "peeters"));
    }

    #[test]
    fn what_is_everybodys_stays() {
        assert!(!fix(Field::City, "Gnet", "Gent"));
        assert!(!fix(Field::Email, "jo@exmaple.be", "jo@example.be"));
        assert!(!fix(Field::FirstName, "peeters", "Peter"), "a family name in another field is not theirs alone");
        assert!(!fix(Field::Mobile, "0471 62 53 67", "0471 62 53 66"));
        assert!(!fix(Field::Box, "---", "3"));
    }

    #[test]
    fn rows_that_are_theirs_or_were_held_apart_from_them_are_found() {
        let apart = |customer, row| telling().tells(&Lesson::Apart { customer: CustomerId(customer), row });
        let somebody = PersonKey::National(1);
        assert!(apart(7, somebody) && apart(1, PersonKey::National(85_073_003_328)) && !apart(1, somebody));
        let keys = MatchKeys::of(
            &[(Field::FirstName, "An"), (Field::LastName, "Peeters"), (Field::Email, "an.peeters@example.be")].into_iter().collect(),
        );
        assert!(apart(1, PersonKey::EmailAndName { email: keys.email, name: keys.name }));
        assert!(!apart(1, PersonKey::EmailAndName { email: keys.email, name: 5 }));
    }
}
