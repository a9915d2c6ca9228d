//! Filtering many rows: the first screenful is there before all of them were looked at.

use std::fmt::Write as _;
use std::sync::LazyLock;

use instroom::app::Msg;
use instroom::app::sifting::{FIRST_GOES, STRIDE};
use instroom::domain::field::Field;
use instroom::domain::language::Language;
use instroom::domain::template::headings::heading;

use crate::support::books::xlsx;
use crate::support::flow::Flow;
use crate::support::office::empty_store;

/// More rows than are looked at for one key.
const ROWS: usize = 12_000;

/// Customers with their number in their code: every tenth is an Els.
static BOOK: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let fields = [Field::FirstName, Field::LastName, Field::Email, Field::NationalNumber, Field::Language, Field::ClientCode];
    let mut rows = String::new();
    let mut row = |number: usize, cells: [&str; 6]| {
        let cells = cells.map(|text| format!("<c t='inlineStr'><is><t>{text}</t></is></c>")).concat();
        write!(rows, "<row r='{number}'>{cells}</row>").unwrap();
    };
    row(1, fields.map(|field| heading(field, Language::English).unwrap()));
    for number in 1..=ROWS {
        let first = if number % 10 == 0 { "Els" } else { "Jan" };
        row(number + 1, [first, "Peeters", &format!("p{number}@example.be"), "", "nl", &format!("K{number:05}")]);
    }
    xlsx(&rows, None)
});

fn opened() -> Flow {
    Flow::open(empty_store(), &BOOK)
}

fn listed(flow: &Flow) -> usize {
    flow.model.desk().unwrap().table().order.len()
}

/// Looks through the rest, as the loop does while nothing waits. Says in how many goes.
fn to_the_end(flow: &mut Flow) -> usize {
    let mut goes = 0;
    while flow.model.is_sifting() {
        flow.model.update(Msg::SiftOn);
        goes += 1;
    }
    goes
}

#[test]
fn the_first_screenful_is_there_before_the_rest_was_looked_at() {
    let mut flow = opened();
    let all = listed(&flow);
    flow.press("/ e");
    let desk = flow.model.desk().unwrap();
    let seen = desk.seen(flow.model.size);
    assert!(desk.table().order.len() >= seen, "a screenful");
    assert!(desk.table().order.len() <= STRIDE, "and no more rows were looked at than it takes");
    let far = format!("+ {}%", STRIDE * 100 / all);
    assert!(flow.screen().contains(&far) && flow.model.is_sifting(), "{far}: {}", flow.screen());
    assert_eq!(to_the_end(&mut flow), all.div_ceil(STRIDE) - 1);
    assert!(!flow.screen().contains('%') && listed(&flow) == all, "every row has an address with an e in it");
}

#[test]
fn what_is_nowhere_near_is_looked_for_in_the_background() {
    let mut flow = opened();
    flow.press("/").paste(&format!("k{ROWS:05}"));
    assert!(flow.screen().contains("Looking through the rows..."), "{}", flow.screen());
    assert_eq!(to_the_end(&mut flow), ROWS.div_ceil(STRIDE) - FIRST_GOES);
    assert_eq!(listed(&flow), 1);
    flow.press("Esc");
    // Typed on before the end: what was looked at for the first letters and did not fit is not looked at again.
    flow.press("/").type_text(&format!("k{ROWS:05}"));
    assert!(to_the_end(&mut flow) < ROWS.div_ceil(STRIDE) - FIRST_GOES && listed(&flow) == 1);
    flow.press("/").type_text("x");
    to_the_end(&mut flow);
    assert!(flow.screen().contains("Nothing fits the filter."));
}

#[test]
fn a_newer_key_makes_what_was_looked_for_before_void() {
    let (mut one, mut other) = (opened(), opened());
    // The last that is typed counts, however far the first ones came.
    one.press("/ a n");
    one.model.update(Msg::SiftOn);
    one.press("Backspace Backspace e l s");
    other.press("/ e l s");
    to_the_end(&mut one);
    to_the_end(&mut other);
    let order = |flow: &Flow| flow.model.desk().unwrap().table().order.clone();
    assert_eq!(order(&one), order(&other));
    let draft = one.draft();
    let holds = |row: u32| Field::ALL.iter().any(|field| draft.given(row, *field).to_lowercase().contains("els"));
    assert!(!order(&one).is_empty() && order(&one).into_iter().all(holds));
    one.press("Esc");
    assert_eq!(listed(&one), listed(&opened()), "everything is there again");
}

#[test]
fn whoever_marks_what_a_filter_leaves_marks_all_of_it() {
    let mut flow = opened();
    let selected = |flow: &Flow| flow.draft().counts().selected as usize;
    assert_eq!(selected(&flow), listed(&flow));
    flow.press("/ e Enter");
    assert!(flow.model.is_sifting());
    flow.press("-");
    assert_eq!((selected(&flow), flow.model.is_sifting()), (0, false));
    flow.press("u Esc");
    assert_eq!(selected(&flow), listed(&flow));
}

#[test]
fn what_is_done_while_it_looks_is_done_to_the_row_that_was_seen_under_the_cursor() {
    let mut flow = opened();
    flow.press("G / e Enter");
    assert!(flow.model.is_sifting(), "the row that the cursor was on is not found yet");
    let under = |flow: &Flow| flow.screen().lines().nth(5).unwrap().to_owned();
    let seen = under(&flow);
    assert!(seen.starts_with(">[x]"), "{seen}");
    flow.press("Space");
    assert_eq!(under(&flow).replace("[ ]", "[x]").trim_start_matches([' ', '>']), seen.trim_start_matches('>'), "{}", flow.screen());
    assert!(under(&flow).contains("[ ]"), "{}", flow.screen());
}

#[test]
fn who_types_on_before_the_row_is_found_that_the_cursor_was_on_comes_back_to_it() {
    let mut flow = opened();
    let current = |flow: &Flow| flow.model.desk().unwrap().table().current();
    flow.press("G");
    let from = current(&flow);
    flow.press("/").type_text("k1");
    assert!(flow.model.is_sifting() && current(&flow) != from);
    to_the_end(&mut flow);
    assert_eq!(current(&flow), from);
}

#[test]
fn rows_that_change_are_found_where_they_are_when_the_filter_is_taken_back() {
    let mut flow = opened();
    flow.press("s / e l s Enter");
    to_the_end(&mut flow);
    let before = flow.screen();
    flow.press("Space k Space k");
    to_the_end(&mut flow);
    assert_eq!(flow.draft().counts().selected as usize, listed(&opened()), "marked and marked again");
    assert_eq!(before.lines().nth(6), flow.screen().lines().nth(6));
    flow.press("Esc");
    let desk = flow.model.desk().unwrap();
    let mut sorted = desk.table().order.clone();
    sorted.sort_by_cached_key(|row| (flow_key(&flow, *row), *row));
    assert_eq!(desk.table().order, sorted);
}

/// The number of a row: the tabs are sorted by their first column.
fn flow_key(flow: &Flow, row: u32) -> u32 {
    flow.draft().row_number(row)
}
