//! Names on the command line that are to be known: customers, labels, task flows. One that is not is an error, and the nearest is
//! named: what nobody has would otherwise look like "nobody has to be told".

use std::collections::BTreeMap;
use std::process::ExitCode;

use super::{Session, exit};
use crate::domain::customer::CustomerId;
use crate::domain::field::Field;
use crate::domain::fold::fold;
use crate::domain::mask;
use crate::domain::near;
use crate::domain::neutral::neutralise;
use crate::domain::snapshot::Snapshot;
use crate::words::Thing;

/// The name that was most probably meant: one that holds what was given, or is near it; none where all of them are far.
pub(super) fn nearest<'a>(given: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = fold(given.trim());
    let known: Vec<(String, &str)> = known.into_iter().map(|name| (fold(name), name)).collect();
    let near = near::nearest(&wanted, &known, |(folded, _)| folded);
    let holding = || known.iter().find(|(folded, _)| wanted.chars().count() > 1 && folded.contains(&wanted));
    near.or_else(holding).map(|(_, name)| *name)
}

/// Most names that are listed where none is near.
const LISTED: usize = 12;

/// Says that there is no such name, and the nearest one or those that there are. All of them can hold what acts on a
/// terminal.
pub(super) fn unknown<'a>(session: &Session, thing: Thing, given: &str, known: impl IntoIterator<Item = &'a str>) -> ExitCode {
    let words = &session.words().command;
    let known: Vec<&str> = known.into_iter().collect();
    // A name of nothing has to be seen.
    let quoted = given.trim().is_empty().then(|| format!("\"{given}\""));
    let given = quoted.as_deref().unwrap_or(given);
    let told = match nearest(given, known.iter().copied()) {
        Some(near) => vec![(words.unknown)(thing, given), (words.nearest)(near)],
        None if known.is_empty() => vec![(words.unknown)(thing, given), (words.none_of_them)(thing).to_owned()],
        None => {
            let more = if known.len() > LISTED { ", …" } else { "" };
            let listed = known.into_iter().take(LISTED).collect::<Vec<_>>().join(", ");
            vec![(words.unknown)(thing, given), (words.known)(&format!("{listed}{more}"))]
        }
    };
    say(&told)
}

/// Refuses customers who are not there: the first of them is named, with the nearest number that there is.
pub(super) fn all_there(session: &Session, snapshot: &Snapshot, named: &[CustomerId]) -> Result<(), ExitCode> {
    let Some(missing) = named.iter().find(|id| snapshot.index_of(**id).is_none()) else { return Ok(()) };
    let ids = (0..snapshot.customer_count()).filter_map(|index| snapshot.customer_id(index));
    let near = ids.min_by_key(|id| id.0.abs_diff(missing.0)).map(|id| id.to_string());
    let words = &session.words().command;
    let hint = near.map_or_else(|| (words.none_of_them)(Thing::Customer).to_owned(), |near| (words.nearest)(&near));
    let told = [(words.unknown)(Thing::Customer, &missing.to_string()), hint];
    Err(say(&told))
}

/// Refuses a value of a field that no customer has: a label, a responsible.
pub(super) fn somebody_has(session: &Session, snapshot: &Snapshot, field: Field, wanted: &[&str]) -> Result<(), ExitCode> {
    if wanted.is_empty() {
        return Ok(());
    }
    let known = values(snapshot, field);
    match wanted.iter().find(|name| !known.contains_key(&fold(name))) {
        Some(missing) => Err(unknown(
            session,
            if field == Field::Labels { Thing::Label } else { Thing::Responsible },
            missing,
            known.values().map(String::as_str),
        )),
        None => Ok(()),
    }
}

/// Every value of a field once, by its folded text; of labels each one.
fn values(snapshot: &Snapshot, field: Field) -> BTreeMap<String, String> {
    let mut values = BTreeMap::new();
    for customer in (0..snapshot.customer_count()).filter_map(|index| snapshot.customer(index).ok()) {
        let text = customer.values.text(field);
        let parts: Vec<&str> = if field == Field::Labels { text.split(',').map(str::trim).collect() } else { vec![text.trim()] };
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            values.entry(fold(part)).or_insert_with(|| part.to_owned());
        }
    }
    values
}

fn say(told: &[String]) -> ExitCode {
    for (place, line) in told.iter().enumerate() {
        // What was typed may be the number of somebody, and what is said here may be mailed or logged.
        tell!("{}{}", if place == 0 { "instroom: " } else { "  " }, mask::file_name(&neutralise(line)));
    }
    ExitCode::from(exit::NO_INPUT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_named_and_a_far_one_is_not() {
        let commands = ["check", "import", "history", "customers", "outbox"];
        for (given, near) in [
            ("chekc", Some("check")),
            ("imprt", Some("import")),
            ("Histroy", Some("history")),
            ("klanten", None),
            ("customer", Some("customers")),
        ] {
            assert_eq!(nearest(given, commands), near, "{given}");
        }
        assert_eq!(nearest("vip", ["VIP", "VIPs"]), Some("VIP"));
    }
}
