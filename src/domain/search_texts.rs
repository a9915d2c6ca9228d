//! What is typed to find a customer, and what customers are sorted and grouped by: every value of every
//! stored customer, folded once, in one piece.
//!
//! ```text
//!  \x01de smet\x02an\x06an.desmet@…\x1fde smet an de smet\x01…
//!   field  value                  name, in both orders      next customer
//! ```
//!
//! A control character stands before each value and says of which field it is; none stands in a value. So one
//! search through the whole finds nothing across two values, and a value is found by its field without
//! decoding the record.

use std::ops::{ControlFlow, Range};

use memchr::memmem::Finder;

use super::customer::CustomerId;
use super::field::Field;
use super::fold::fold_into;
use super::record;
use super::snapshot::Snapshot;

/// Stands before the name in both orders.
const NAME: u8 = 0x1f;

/// Stands before the number of the customer, with which its text begins: the fields have all the others.
const NUMBER: u8 = 0x7f;

/// After how many customers it is asked whether to go on.
const STRIDE: usize = 1_000;

/// The folded texts of the customers of a snapshot.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SearchTexts {
    text: String,
    /// Where each customer's text begins.
    starts: Vec<usize>,
    /// The number of each customer.
    numbers: Vec<CustomerId>,
}

/// The customers in whose texts something was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    has: Vec<bool>,
}

impl Found {
    /// Whether a customer is among them.
    #[must_use]
    pub fn has(&self, customer: u32) -> bool {
        self.has.get(customer as usize).copied().unwrap_or(false)
    }
}

impl SearchTexts {
    /// The texts of a snapshot. A record that cannot be read has none.
    #[must_use]
    pub fn of(snapshot: &Snapshot) -> Self {
        Self::made(snapshot, &mut |_| ControlFlow::Continue(())).unwrap_or_default()
    }

    /// The same; `far` hears how many customers are done, and breaks it off.
    pub fn made(snapshot: &Snapshot, far: &mut dyn FnMut(usize) -> ControlFlow<()>) -> Option<Self> {
        let count = snapshot.customer_count();
        let mut made =
            Self { text: String::with_capacity(count * 192), starts: Vec::with_capacity(count), numbers: Vec::with_capacity(count) };
        for customer in 0..count {
            if customer.is_multiple_of(STRIDE) && far(customer).is_break() {
                return None;
            }
            made.starts.push(made.text.len());
            let number = snapshot.customer_id(customer).unwrap_or(CustomerId(0));
            made.numbers.push(number);
            made.put(NUMBER, &[&number.to_string()]);
            // A damaged record is told where it is shown; here it is a customer without a text.
            let values = snapshot.record(customer).and_then(|bytes| record::borrowed(bytes).ok()).unwrap_or_default();
            let named = |wanted: Field| values.iter().find(|(field, _)| *field == wanted).map_or("", |(_, value)| *value);
            for (field, value) in &values {
                made.put(mark(*field), &[value]);
            }
            let (last, first) = (named(Field::LastName), named(Field::FirstName));
            // Both orders of the name: people type either.
            made.put(NAME, &[last, first, last]);
        }
        Some(made)
    }

    /// Adds a value, its parts with a space between.
    fn put(&mut self, mark: u8, parts: &[&str]) {
        self.text.push(char::from(mark));
        let start = self.text.len();
        for part in parts.iter().filter(|part| !part.is_empty()) {
            if self.text.len() > start {
                self.text.push(' ');
            }
            if part.chars().any(char::is_control) {
                let tidied: String = part.chars().map(|character| if character.is_control() { ' ' } else { character }).collect();
                fold_into(&tidied, &mut self.text);
            } else {
                fold_into(part, &mut self.text);
            }
        }
    }

    /// How many customers there are.
    #[must_use]
    pub fn customer_count(&self) -> usize {
        self.starts.len()
    }

    /// How many bytes the texts take.
    #[must_use]
    pub fn size(&self) -> usize {
        self.text.len() + self.starts.len() * (size_of::<usize>() + size_of::<CustomerId>())
    }

    fn range(&self, customer: usize) -> Range<usize> {
        let end = self.starts.get(customer + 1).copied().unwrap_or(self.text.len());
        self.starts.get(customer).copied().unwrap_or(end)..end
    }

    /// A field of a customer, folded; empty where it is not filled.
    #[must_use]
    pub fn value(&self, customer: u32, field: Field) -> &str {
        self.after(customer, mark(field))
    }

    /// Family name, first name and family name again, folded: as names are sorted.
    #[must_use]
    pub fn name(&self, customer: u32) -> &str {
        self.after(customer, NAME)
    }

    fn after(&self, customer: u32, mark: u8) -> &str {
        let text = self.text.get(self.range(customer as usize)).unwrap_or("");
        let Some(at) = memchr::memchr(mark, text.as_bytes()) else { return "" };
        let value = text.get(at + 1..).unwrap_or("");
        let end = value.bytes().position(|byte| byte <= NAME).unwrap_or(value.len());
        value.get(..end).unwrap_or("")
    }

    /// The customers with a value that holds this text, which is folded, and the one whose number it is, without zeros too: `c12`.
    #[must_use]
    pub fn holding(&self, wanted: &str) -> Found {
        let mut found = Found { has: vec![false; self.starts.len()] };
        let bytes = self.text.as_bytes();
        let digits = wanted.strip_prefix('c').filter(|digits| !digits.starts_with('0'));
        let whole = digits.and_then(|digits| digits.parse().ok()).map(CustomerId);
        if let Some(has) = whole.and_then(|number| self.numbers.binary_search(&number).ok()).and_then(|at| found.has.get_mut(at)) {
            *has = true;
        }
        let finder = Finder::new(wanted);
        let (mut from, mut customer) = (0, 0);
        while let Some(at) = bytes.get(from..).and_then(|rest| finder.find(rest)).map(|at| from + at) {
            // The customer is found among those that follow; it is mostly near where hits are many.
            customer += self.starts.get(customer + 1..).map_or(0, |later| reach(later, at));
            if let Some(has) = found.has.get_mut(customer) {
                *has = true;
            }
            // One hit is enough.
            from = self.range(customer).end;
            if from <= at {
                break;
            }
        }
        found
    }
}

/// How many of the ascending `starts` are at or before `at`: near ones are found at once, far ones in leaps.
fn reach(starts: &[usize], at: usize) -> usize {
    let mut leap = 1;
    while starts.get(leap - 1).is_some_and(|start| *start <= at) {
        leap *= 2;
    }
    let known = leap / 2;
    let rest = starts.get(known..starts.len().min(leap)).unwrap_or(&[]);
    known + rest.partition_point(|start| *start <= at)
}

/// The control character before the values of a field.
const fn mark(field: Field) -> u8 {
    // There are fewer fields than control characters, which a test holds.
    field as u8 + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::customer::{Customer, Values};
    use crate::domain::fold::fold;
    use crate::domain::snapshot::Revision;
    use proptest::prelude::*;

    fn snapshot(customers: &[Values]) -> Snapshot {
        let mut snapshot = Snapshot::of_no_store(Vec::new());
        for (id, values) in (1..).zip(customers) {
            let customer = Customer { values: values.clone(), row: None };
            snapshot.add_customer(CustomerId(id), Revision(1), &record::encode(&customer).unwrap()).unwrap();
        }
        snapshot
    }

    fn values(pairs: &[(Field, &str)]) -> Values {
        pairs.iter().copied().collect()
    }

    #[test]
    fn a_customer_is_found_by_its_number_whole_or_in_part() {
        let named = |name: &str| values(&[(Field::LastName, name)]);
        let many: Vec<Values> = (0..120).map(|_| named("Bos")).chain([named("C7 ")]).collect();
        let texts = SearchTexts::of(&snapshot(&many));
        let found = |wanted: &str| (0..121).filter(|customer| texts.holding(wanted).has(*customer)).collect::<Vec<u32>>();
        assert_eq!((found("c00001"), found("c1"), found("c120"), found("c0012")), (vec![0], vec![0], vec![119], vec![119, 120]));
        assert_eq!(found("c7"), [6, 120], "a value that holds it is found beside the number");
        assert_eq!((found("c999"), found("c")), (vec![], (0..121).collect()));
    }

    #[test]
    fn every_field_has_a_mark_of_its_own_below_the_names() {
        assert!(Field::ALL.iter().all(|field| mark(*field) > 0 && mark(*field) < NAME));
        let marks: std::collections::BTreeSet<u8> = Field::ALL.iter().map(|field| mark(*field)).collect();
        assert_eq!(marks.len(), Field::ALL.len());
    }

    #[test]
    fn values_are_found_by_their_field_and_names_in_both_orders() {
        let texts = SearchTexts::of(&snapshot(&[
            values(&[(Field::FirstName, "Élise"), (Field::LastName, "D’Hondt"), (Field::City, "Gent")]),
            values(&[(Field::Email, "an@example.com")]),
            values(&[(Field::LastName, "Gent\u{1}\u{1f}x")]),
        ]));
        assert_eq!((texts.customer_count(), texts.value(0, Field::City), texts.value(1, Field::City)), (3, "gent", ""));
        assert_eq!((texts.name(0), texts.name(1)), ("d'hondt elise d'hondt", ""));
        let found = |wanted| (0..3).filter(|customer| texts.holding(wanted).has(*customer)).collect::<Vec<u32>>();
        assert_eq!((found("gent"), found("elise d'h"), found("example"), found("gentan")), (vec![0, 2], vec![0], vec![1], vec![]));
    }

    proptest! {
        #[test]
        fn what_is_found_is_what_a_look_at_each_value_finds(
            customers in prop::collection::vec(prop::collection::vec("[abAB éÉ\u{1}\u{1f}]{0,5}", 3), 0..40),
            wanted in "[ab e]{1,3}",
        ) {
            let fields = [Field::FirstName, Field::LastName, Field::City];
            let customers: Vec<Values> = customers
                .iter()
                .map(|texts| fields.into_iter().zip(texts).map(|(field, text)| (field, text.as_str())).collect())
                .collect();
            let texts = SearchTexts::of(&snapshot(&customers));
            let wanted = fold(&wanted);
            prop_assume!(!wanted.is_empty());
            let found = texts.holding(&wanted);
            for (at, values) in (0..).zip(&customers) {
                let clean = |text: &str| fold(&text.replace(char::is_control, " "));
                let both = [values.text(Field::LastName), values.text(Field::FirstName), values.text(Field::LastName)];
                let both: Vec<String> = both.into_iter().filter(|part| !part.is_empty()).map(clean).collect();
                let expected = both.join(" ").contains(&wanted) || values.iter().any(|(_, value)| clean(value).contains(&wanted));
                prop_assert_eq!(found.has(at), expected, "{:?} in {:?}", wanted, values);
            }
        }
    }
}
