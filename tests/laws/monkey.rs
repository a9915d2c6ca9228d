//! Twenty thousand random keys: nothing breaks, and the sums agree all the time.

use std::collections::BTreeSet;

use instroom::app::desk::Face;
use instroom::app::key::Key;
use instroom::app::keymap::KEYMAP;
use instroom::app::{Msg, Screen};
use instroom::domain::draft::Bucket;

use crate::generate::random::Random;
use crate::support::disk::Disk;
use crate::support::flow::Flow;
use crate::support::office::{SAMPLE, demo_store, workbook_of_texts};
use instroom::world::workbook::Reader;

const KEYS: u64 = 20_000;
const SEEDS: [u64; 4] = [1, 22, 333, 4_444];

/// Windows that people have, and some that nobody has.
const SIZES: [(u16, u16); 8] = [(80, 24), (120, 40), (60, 15), (200, 60), (61, 19), (30, 5), (1, 1), (109, 21)];

const PASTES: [&str; 5] =
    ["/srv/office/customers.xlsx", "/srv/office/notes.csv", "Gent\nAalst", "\u{1b}[A\u{202e}", "'/srv/office/nowhere.xlsx'"];

/// Every key of the keymap, one press at a time.
fn keys() -> Vec<Key> {
    let presses = KEYMAP.iter().flat_map(|binding| binding.keys).flat_map(|keys| keys.split(' '));
    presses.map(|name| name.parse().unwrap()).collect()
}

/// What comes next: nearly always a key of the keymap; sometimes a few that belong together.
fn next(random: &mut Random, keys: &[Key]) -> Vec<Msg> {
    match random.below(200) {
        0 => {
            let (width, height) = random.one_of(&SIZES);
            vec![Msg::Resize(width, height)]
        }
        1 => vec![Msg::Paste(random.one_of(&PASTES).to_owned())],
        2..12 => vec![Msg::Key(Key::Char(char::from_u32(u32::try_from(random.below(0x250)).unwrap()).unwrap()))],
        12..14 => vec![Msg::Paste(PASTES[0].to_owned())],
        14 => together("Esc Esc 1 T Enter Q Enter I"),
        16 => together("Esc Esc 1 g g n P Enter"),
        17 => together("Esc Esc 3 Enter Enter x u p j j j Enter"),
        20 => {
            let mut there: Vec<Msg> = together("Esc Esc q q q q c 5 Enter b Enter Enter Esc x x Right Enter q q q q");
            there.push(Msg::Paste(PASTES[0].to_owned()));
            there
        }
        21 => together(random.one_of(&[
            ": Down Down Enter",
            ": u n d o Enter",
            ": i n v Down Enter",
            ": F1 Esc PgDn Enter Esc",
            ": q u Enter",
        ])),
        18 => together("Esc Esc 4 b Enter Enter"),
        19 => together("Esc Esc g u Up Up Enter"),
        15 => together("Esc Esc 3 Enter a Esc T Enter Q Enter I Right Enter"),
        _ => vec![Msg::Key(keys[usize::try_from(random.below(keys.len() as u64)).unwrap()])],
    }
}

pub(super) fn together(keys: &str) -> Vec<Msg> {
    keys.split(' ').map(|name| Msg::Key(name.parse().unwrap())).collect()
}

/// What has to hold at any moment.
fn judge(flow: &Flow, told: &str) {
    let Some(desk) = flow.model.desk() else { return };
    let counts = desk.draft.counts();
    assert_eq!(counts.rows, counts.only_in_import + counts.duplicates + counts.invalid + counts.joined, "{told}");
    assert_eq!(counts.rows, desk.draft.row_count(), "{told}");
    for bucket in Bucket::ALL {
        let table = desk.table_of(bucket);
        assert!(table.cursor < table.order.len().max(1), "{told}: {bucket:?} {} of {}", table.cursor, table.order.len());
        assert!(table.top <= table.cursor, "{told}: {bucket:?} begins at {} behind {}", table.top, table.cursor);
        assert!(table.column < table.shown().count(), "{told}: {bucket:?}");
        assert!(table.order.len() <= usize::try_from(counts.of(bucket)).unwrap(), "{told}: {bucket:?}");
        let unfiltered = table.filter.text().trim().is_empty() && table.group.is_none();
        assert!(!unfiltered || table.order.len() == usize::try_from(counts.of(bucket)).unwrap(), "{told}: {bucket:?}");
    }
    let (table, seen) = (desk.table(), desk.seen(flow.model.size));
    assert!(seen == 0 || table.cursor < table.top + seen, "{told}: row {} is below {} rows from {}", table.cursor, seen, table.top);
    for (rule, count) in desk.reasons() {
        let rows = desk.draft.rows_in(Bucket::Invalid).into_iter().filter(|row| desk.draft.rules(*row).contains(rule)).count();
        assert_eq!(usize::try_from(count).unwrap(), rows, "{told}: {rule:?}");
    }
    let selected = (0..desk.draft.row_count()).filter(|&row| desk.draft.is_selected(row)).count();
    assert_eq!(usize::try_from(counts.selected).unwrap(), selected, "{told}");
    if let Face::Report(done) = &desk.face {
        let tally = &done.set.tally;
        let listed = tally.added + tally.not_selected + tally.updated + tally.left_alone + tally.invalid;
        assert_eq!(tally.rows, listed + tally.joined, "{told}");
    }
    if let Face::Compare(compare) = &desk.face {
        assert_eq!(desk.draft.bucket(compare.row), Some(Bucket::Duplicates), "{told}: only a duplicate is compared");
    }
}

fn play(seed: u64) {
    let disk = Disk::new();
    disk.put("office/customers.xlsx", SAMPLE, 14, 13);
    disk.put("office/notes.csv", b"first name;last name;email\nAn;Maes;an@example.com\n", 13, 9);
    disk.put("office/empty.xlsx", &workbook_of_texts(&[("Leeg", &[])]), 12, 9);
    let mut flow = Flow::over(demo_store(), disk, Reader::here());
    let keys = keys();
    let mut random = Random::of(seed, 0);
    let (mut layers, mut on_the_desk) = (BTreeSet::new(), 0);
    let (mut number, mut held) = (0, 0);
    while number < KEYS / u64::try_from(SEEDS.len()).unwrap() {
        // Pages that ask before they are left hold whoever presses at random: after a while the way out is pressed.
        let is_held = matches!(flow.model.screen, Screen::Person(_) | Screen::Dossier(_) | Screen::Inviting(_) | Screen::Arrived(_));
        held = if is_held { held + 1 } else { 0 };
        let way_out = ["Esc Esc Esc q", "Esc Esc Esc q Right Enter", "Esc Esc Esc q q"];
        let msgs = if held > 60 { together(random.one_of(&way_out)) } else { next(&mut random, &keys) };
        for msg in msgs {
            number += 1;
            let told = format!("seed {seed}, message {number}: {msg:?}");
            flow.take_in(msg);
            judge(&flow, &told);
            layers.insert(flow.model.layer());
            on_the_desk += u64::from(flow.model.desk().is_some());
            if number % 8 == 0 {
                let (_, cursor) = flow.drawn();
                let (width, height) = flow.model.size;
                assert!(cursor.is_none_or(|at| at.x < width && at.y < height), "{told}: {cursor:?}\n{}", flow.screen());
            }
        }
    }
    assert!(flow.model.running.is_none(), "what was begun has ended");
    assert!(layers.len() >= 10, "it came round: {layers:?}");
    assert!(on_the_desk > 400, "a good part of it among rows: {on_the_desk}");
    // Two were there before.
    assert!(flow.commits() > 2, "and something was imported");
    println!("seed {seed}: {} layers, {on_the_desk} messages with rows, {} commits", layers.len(), flow.commits());
}

#[test]
fn random_keys_break_nothing_1() {
    play(SEEDS[0]);
}

#[test]
fn random_keys_break_nothing_2() {
    play(SEEDS[1]);
}

#[test]
fn random_keys_break_nothing_3() {
    play(SEEDS[2]);
}

#[test]
fn random_keys_break_nothing_4() {
    play(SEEDS[3]);
}
