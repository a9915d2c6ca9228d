//! What the page of a customer costs among a hundred thousand: `cargo bench --bench people` (some seconds, 400 MiB).

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement stops at the first surprise and prints its result")]

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Instant;

use instroom::domain::customer::{Customer, CustomerId, Values};
use instroom::domain::draft::{Office, Seed};
use instroom::domain::field::Field;
use instroom::domain::matching::Stock;
use instroom::domain::person::{Many, Person, ROW, Removal, Wish};
use instroom::domain::questionnaire::built_in;
use instroom::domain::record::encode;
use instroom::domain::snapshot::{Revision, Snapshot};
use instroom::domain::task_flow::TaskFlow;

const PEOPLE: u64 = 100_000;
const ROUNDS: u32 = 5;

fn values(id: u64) -> Values {
    let nine = 600_101_000 + id % 300_000 * 1_000 % 300_000_000 + id % 900 + 1;
    let number = format!("{nine:09}{:02}", 97 - nine % 97);
    let fields = [
        (Field::FirstName, format!("An{}", id % 700)),
        (Field::LastName, format!("Janssens{}", id % 5_000)),
        (Field::Email, format!("an.janssens{id}@telenet.be")),
        (Field::NationalNumber, number),
        (Field::Street, "Kerkstraat".to_owned()),
        (Field::HouseNumber, format!("{}", id % 200)),
        (Field::PostalCode, format!("{}", 1_000 + id % 8_000)),
        (Field::City, "Gent".to_owned()),
        (Field::Labels, "Gent,VIP".to_owned()),
        (Field::ClientCode, format!("K{id}")),
        (Field::Language, "nl".to_owned()),
    ];
    fields.into_iter().collect()
}

fn timed<T>(what: &str, mut work: impl FnMut() -> T) -> T {
    let mut last = work();
    let started = Instant::now();
    for _ in 0..ROUNDS {
        last = work();
    }
    println!("{what}: {:.1} ms", started.elapsed().as_secs_f64() * 1_000.0 / f64::from(ROUNDS));
    last
}

fn main() {
    // Among the tests, where it would be in a debug build, there is nothing to measure.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let mut snapshot = Snapshot::of_no_store(vec![TaskFlow::personal_income_tax(2026, Vec::new())]);
    for id in 1..=PEOPLE {
        snapshot.add_customer(CustomerId(id), Revision(1), &encode(&Customer { values: values(id), row: None }).unwrap()).unwrap();
    }
    let stock = Stock::new(snapshot);
    let office = Arc::new(Office {
        catalogue: built_in(),
        colleagues: Vec::new(),
        defaults: instroom::domain::draft::Choices::default(),
        today: jiff::civil::date(2026, 6, 1),
    });
    let middle = CustomerId(PEOPLE / 2);
    timed("the store without one customer", || stock.snapshot.without(middle));
    let (person, mut draft) = timed("a page opened", || Person::of_stored(&stock, middle, Vec::new(), Arc::clone(&office)).unwrap());
    draft.decide(draft.typing(ROW, Field::City, "Ledeberg"));
    timed("what bars saving, and who may be the same", || (person.bars(&draft), person.doubt(&draft)));
    let everybody: Vec<CustomerId> = (1..=PEOPLE).map(CustomerId).collect();
    let label =
        timed("a label for everybody", || {
            Many::of(&stock.snapshot, &office, &everybody, (Wish::AddLabels, "PB 2026"), Seed::new([1; 32]), |_| {
                Ok::<_, Infallible>(Vec::new())
            })
            .unwrap()
        });
    assert_eq!(label.changes.len() as u64, PEOPLE);
    timed("a removal of one", || Removal::of(&stock, &[middle]));
}
