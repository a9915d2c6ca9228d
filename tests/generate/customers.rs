//! Inventing one customer, in the form in which a customer is stored.

use instroom::domain::customer::Values;
use instroom::domain::field::Field;
use instroom::domain::fold::fold;
use instroom::domain::language::Language;

use super::names::{first_names, last_names};
use super::numbers::{Register, enterprise_number};
use super::places::Community;
use super::random::Random;

/// The colleagues of the invented office.
pub(crate) const COLLEAGUES: [&str; 6] = [
    "an.claes@example.com",
    "bert.dewit@example.com",
    "celine.marchal@example.com",
    "dries.lammens@example.com",
    "eva.thoma@example.com",
    "farid.haddad@example.com",
];

const LABELS: [&str; 8] = ["PB", "VIP", "nieuw", "huurinkomsten", "buitenland", "pensioen", "à relancer", "papier"];

/// Customers that follow from a seed.
pub(crate) struct Customers {
    seed: u64,
    register: Register,
}

impl Customers {
    /// The customers of a seed; no more than `rows` of them have numbers of their own.
    pub(crate) fn new(rows: u64, seed: u64) -> Self {
        Self { seed, register: Register::for_rows(rows, seed) }
    }

    /// Random numbers for something about the customer at that index that is not the customer itself.
    pub(crate) fn random(&self, index: u64) -> Random {
        Random::of(!self.seed, index)
    }

    /// The customer at that index, each value in its canonical form; with a deadline in some.
    pub(crate) fn customer(&self, index: u64) -> Values {
        let mut random = Random::of(self.seed, index);
        let numbers = self.register.numbers(index, Random::of(self.seed, index / 2).percent(50));
        let community = match random.below(100) {
            0..57 => Community::Dutch,
            57..96 => Community::French,
            _ => Community::German,
        };
        let first = random.one_of(&first_names(community, numbers.sex));
        let last = random.one_of(&last_names(community));
        let has_number = !random.percent(2);

        let mut values = Values::new();
        values.set(Field::FirstName, first);
        values.set(Field::LastName, last);
        values.set(Field::Email, email(&mut random, first, last, has_number.then_some(numbers.born.year()), index));
        if random.percent(95) {
            values.set(Field::Mobile, mobile(&mut random));
        }
        if has_number {
            values.set(Field::NationalNumber, numbers.own.as_str());
        }
        address(&mut random, community, &mut values);
        values.set(Field::Labels, labels(&mut random));
        if let Some(partner) = &numbers.partner {
            values.set(Field::SpouseNationalNumber, partner.as_str());
        }
        if random.percent(98) {
            values.set(Field::Language, language(&mut random, community).code());
        }
        if random.percent(88) {
            values.set(Field::ClientCode, format!("K{:05}", index + 1));
        }
        self.trade(&mut random, numbers.partner.is_some(), index, &mut values);
        if random.percent(95) {
            values.set(Field::Responsible, random.one_of(&COLLEAGUES));
        }
        values
    }

    /// Sole traders have an enterprise number, and most of them a deadline of their own.
    fn trade(&self, random: &mut Random, joint: bool, index: u64, values: &mut Values) {
        let number = (index * 7919 + self.seed) % 1_000_000;
        if random.percent(12) {
            values.set(Field::EnterpriseNumber, enterprise_number(9_000_000 + number));
            if random.percent(30) {
                values.set(Field::Deadline, "2026-10-16");
            }
        }
        if joint && random.percent(6) {
            values.set(Field::SpouseEnterpriseNumber, enterprise_number(19_000_000 + number));
        }
    }
}

/// First and last name with the year of birth, or, for somebody without a national number to be told
/// apart by, with the index.
fn email(random: &mut Random, first: &str, last: &str, year: Option<i16>, index: u64) -> String {
    let plain = |name: &str| -> String { fold(name).chars().filter(char::is_ascii_alphanumeric).collect() };
    let tail = year.map_or_else(|| format!(".{index}"), |year| format!("{:02}", year % 100));
    let domain = random.one_of(&["example.com", "example.net", "example.org"]);
    format!("{}.{}{tail}@{domain}", plain(first), plain(last))
}

/// A Belgian mobile number in the range +32 450 to +32 454.
fn mobile(random: &mut Random) -> String {
    format!("+3245{}{:06}", random.below(5), random.below(1_000_000))
}

fn address(random: &mut Random, community: Community, values: &mut Values) {
    let (code, city) = random.one_of(community.towns());
    values.set(Field::Street, random.one_of(community.streets()));
    let letter = if random.percent(10) { random.one_of(&["A", "B", "C"]) } else { "" };
    values.set(Field::HouseNumber, format!("{}{letter}", 1 + random.below(180)));
    if random.percent(25) {
        let number = if random.percent(50) { format!("{:04}", 1 + random.below(500)) } else { (1 + random.below(30)).to_string() };
        values.set(Field::Box, number);
    }
    values.set(Field::PostalCode, code);
    values.set(Field::City, city);
    if random.percent(80) {
        values.set(Field::Country, community.country());
    }
}

fn labels(random: &mut Random) -> String {
    let mut chosen: Vec<&str> = Vec::new();
    for _ in 0..random.below(3) {
        let label = random.one_of(&LABELS);
        if !chosen.contains(&label) {
            chosen.push(label);
        }
    }
    chosen.join(",")
}

/// German is not among the words of the template: German speakers are written to in French.
fn language(random: &mut Random, community: Community) -> Language {
    if random.percent(3) {
        return Language::English;
    }
    match community {
        Community::Dutch => Language::Dutch,
        Community::French | Community::German => Language::French,
    }
}
