//! How what a key asks of the store grows with the customers in it: `cargo bench --bench growth_store` (Linux; minutes). Prints
//! processor time of each at 1,000, 10,000 and 100,000 customers, each with a dossier; more sizes can be named behind `--bench`.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a measurement that cannot go on should stop loudly")]

#[path = "../support/imports.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod imports;
#[expect(dead_code, reason = "the other benches use the rest")]
mod spending;

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use instroom::app::register::{Register, TabKind};
use instroom::domain::amendment::{Amendment, Becomes, CustomerChange, Deed, FlowChange};
use instroom::domain::change_set::CommitId;
use instroom::domain::customer::CustomerId;
use instroom::domain::field::Field;
use instroom::domain::matching::Stock;
use instroom::domain::snapshot::{Revision, Snapshot};
use instroom::domain::taking_back::taking_back;
use instroom::domain::task_flow::TaskFlow;
use instroom::world::store::{CommitProgress, SledStore, Store as _};

use imports::{Import, flow, founding, hand, person};
use spending::{apart, least, spent, tell};

const SIZES: [u64; 3] = [1_000, 10_000, 100_000];
const ROUNDS: usize = 2;

const OPERATIONS: [&str; 12] = [
    "the first import",
    "whether the store has changed",
    "opening the list of customers",
    "filling its rows",
    "the page of a customer",
    "editing a customer",
    "removing a customer",
    "putting a task flow into the archive",
    "the rows of the import",
    "what taking it back would do",
    "taking it back",
    "checking the store",
];

fn main() {
    let told: Vec<String> = std::env::args().skip(1).collect();
    // Among the tests, where it would be in a debug build, there is nothing to measure.
    if !told.iter().any(|argument| argument == "--bench") {
        return;
    }
    let named: Vec<u64> = told.iter().filter_map(|argument| argument.parse().ok()).collect();
    if let Some(place) = told.last().filter(|last| last.starts_with('/')) {
        return measure(Path::new(place), named[0]);
    }
    let sizes = if named.is_empty() { SIZES.to_vec() } else { named };
    let folder = tempfile::tempdir().unwrap();
    let mut best: Vec<BTreeMap<String, f64>> = Vec::new();
    for size in &sizes {
        let mut figures = BTreeMap::new();
        for round in 0..ROUNDS {
            least(&mut figures, apart(&size.to_string(), &folder.path().join(format!("{size}-{round}"))));
        }
        best.push(figures);
    }
    println!("{:<40}{}   grows by", "milliseconds of processor time", sizes.iter().map(|size| format!("{size:>12}")).collect::<String>());
    for (at, name) in OPERATIONS.iter().enumerate() {
        let figures: Vec<f64> = best.iter().map(|figures| figures[&at.to_string()] * 1e3).collect();
        let cells: String = figures.iter().map(|figure| format!("{figure:>12.1}")).collect();
        let growth: String = figures.windows(2).map(|pair| format!("{:>8.1}", pair[1] / pair[0].max(1.0))).collect();
        println!("{name:<40}{cells}   {growth}");
    }
}

fn quietly(_: CommitProgress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn changing(store: &SledStore, name: &str, deed: Deed, change: impl FnOnce(&Snapshot, &mut Amendment)) -> f64 {
    let seen = store.snapshot().unwrap();
    let mut amendment = Amendment::new(CommitId(name.into()), seen.store.clone(), deed);
    change(&seen, &mut amendment);
    drop(seen);
    spent(|| store.amend(&amendment, &hand("an"), &mut quietly).unwrap()).1.cpu
}

fn becoming(seen: &Snapshot, at: usize, becomes: Becomes) -> CustomerChange {
    CustomerChange { customer: seen.customer_id(at).unwrap(), seen: seen.version(at), becomes }
}

/// Each operation as often as it takes for a clock of hundredths.
fn each(mut work: impl FnMut()) -> f64 {
    const TIMES: u32 = 10;
    spent(|| (0..TIMES).for_each(|_| work())).1.cpu / f64::from(TIMES)
}

fn measure(place: &Path, people: u64) {
    let store = SledStore::new(place, founding()).keeping(5);
    let set = Import::new("one", &store.snapshot().unwrap(), flow(2025)).adding((0..people).map(person)).done();
    let middle = usize::try_from(people / 2).unwrap();
    let mut figures = vec![spent(|| store.commit(&set, &hand("an"), &mut quietly).unwrap()).1.cpu];
    drop(set);
    store.snapshot().unwrap();
    figures.push(each(|| assert!(store.mark().is_some())));
    let (stock, opening) = spent(|| Arc::new(Stock::new(store.snapshot().unwrap())));
    figures.push(opening.cpu);
    figures.push(spent(|| Register::new(Some(Arc::clone(&stock)), TabKind::Customers)).1.cpu);
    drop(stock);
    let id = CustomerId(people / 2);
    figures.push(each(|| {
        store.versions(id).unwrap();
        store.dossiers(&[(flow(2025), id)]).unwrap();
    }));
    figures.push(changing(&store, "edited", Deed::Edited, |seen, amendment| {
        let mut values = seen.customer(middle).unwrap().values;
        values.set(Field::City, "Aalst");
        amendment.customers.push(becoming(seen, middle, Becomes::Values(values)));
    }));
    figures.push(changing(&store, "removed", Deed::Removed, |seen, amendment| {
        amendment.customers.push(becoming(seen, middle / 2, Becomes::Gone));
    }));
    figures.push(changing(&store, "archived", Deed::FlowChanged(flow(2026)), |seen, amendment| {
        let known = seen.flow(&flow(2026)).unwrap().clone();
        let becomes = TaskFlow { archived: true, ..known.clone() };
        amendment.flows.push(FlowChange { seen: Some(known), becomes });
    }));
    figures.push(each(|| drop(store.outcomes(Revision(1)).unwrap())));
    let weigh = || taking_back(&store.traces(Revision(1)).unwrap(), &store.snapshot().unwrap(), CommitId("back".into()), &|_, _| false);
    let (taking, weighing) = spent(|| weigh().unwrap());
    figures.push(weighing.cpu);
    figures.push(spent(|| store.amend(&taking.amendment, &hand("an"), &mut quietly).unwrap()).1.cpu);
    figures.push(spent(|| assert_eq!(store.check().unwrap().unwrap().troubles, [])).1.cpu);
    for (at, figure) in figures.into_iter().enumerate() {
        tell(&at.to_string(), figure);
    }
}
