use super::*;
use crate::domain::mapping::Ground;

fn proposal(column: u16, best: Option<(Field, u8)>, others: &[(Field, u8)], doubt: Option<Doubt>) -> ColumnProposal {
    let of = |&(field, certainty): &(Field, u8)| Proposal {
        field: Some(field),
        certainty: Certainty::of(certainty),
        ground: Ground::Values { passing: 1, of: 1 },
    };
    let others = others.iter().map(of).collect();
    ColumnProposal { column, heading: format!("h{column}"), best: best.as_ref().map(of), doubt, others }
}

fn mapping() -> Mapping {
    let columns = vec![
        proposal(0, Some((Field::FirstName, 100)), &[], None),
        proposal(1, Some((Field::Email, 88)), &[], None),
        proposal(3, None, &[(Field::Mobile, 20)], None),
        proposal(4, Some((Field::NationalNumber, 60)), &[(Field::SpouseNationalNumber, 50)], Some(Doubt::Rival { column: 5 })),
        proposal(5, Some((Field::SpouseNationalNumber, 50)), &[], Some(Doubt::Taken { field: Field::NationalNumber, column: 4 })),
    ];
    Mapping::proposed(Proposals { columns, list: None })
}

#[test]
fn the_cursor_begins_where_something_is_to_be_checked_and_walks_there() {
    let mut mapping = mapping();
    assert_eq!((mapping.cursor, mapping.to_check()), (3, 2));
    assert_eq!((mapping.next_to_check(true), mapping.next_to_check(false)), (Some(4), None));
    mapping.choose(Some(Field::NationalNumber));
    assert_eq!(mapping.to_check(), 1, "what a person said is not to be checked");
    assert_eq!(mapping.missing(), [Field::LastName]);
}

#[test]
fn a_field_that_is_taken_leaves_the_column_that_held_it() {
    let mut mapping = mapping();
    mapping.go_to(4, 10);
    assert_eq!(mapping.choose(Some(Field::NationalNumber)), Some(4));
    let fields: Vec<_> = mapping.assignments().map(|(_, field)| field).collect();
    assert_eq!(fields, [Some(Field::FirstName), Some(Field::Email), None, None, Some(Field::NationalNumber)]);
    assert_eq!(mapping.choose(None), None);
}

#[test]
fn leaving_out_and_taking_again_goes_back_and_forth() {
    let mut mapping = mapping();
    mapping.go_to(1, 10);
    assert!(mapping.toggle());
    assert_eq!(mapping.current().unwrap().field, None);
    assert!(mapping.toggle());
    assert_eq!(mapping.current().unwrap().field, Some(Field::Email));
    mapping.go_to(2, 10);
    assert!(mapping.toggle(), "even what is hardly certain, since a person asks for it");
    assert_eq!(mapping.current().unwrap().field, Some(Field::Mobile));
    mapping.go_to(4, 10);
    mapping.choose(Some(Field::FirstName));
    mapping.go_to(0, 10);
    assert!(!mapping.toggle(), "its only field is held by another column");
}

#[test]
fn what_was_counted_is_not_asked_for_again() {
    let mut mapping = mapping();
    let all = mapping.uncounted();
    assert_eq!(all.len(), 5);
    mapping.hear(all.iter().map(|counted| (*counted, Count { filled: 1, ..Count::default() })).collect());
    assert!(mapping.uncounted().is_empty());
    mapping.go_to(0, 10);
    mapping.choose(Some(Field::LastName));
    assert_eq!(mapping.uncounted(), [Counted { column: 0, field: Some(Field::LastName) }]);
    mapping.choose(Some(Field::FirstName));
    assert_eq!(mapping.count_of(&mapping.columns[0]).map(|count| count.filled), Some(1));
}

#[test]
fn the_last_change_of_a_column_is_taken_back_and_made_again() {
    let mut mapping = mapping();
    assert_eq!((mapping.take_back(), mapping.can_make_again()), (None, false));
    mapping.go_to(4, 10);
    mapping.choose(Some(Field::NationalNumber));
    let after = mapping.clone();
    mapping.toggle();
    assert_eq!(mapping.take_back(), Some(4));
    assert_eq!(mapping.columns, after.columns);
    assert_eq!(mapping.take_back(), Some(3), "the column that it was taken from holds it again");
    assert_eq!(mapping.columns, self::mapping().columns);
    assert_eq!(mapping.make_again(), Some(3));
    assert_eq!(mapping.columns, after.columns);
    mapping.choose(Some(Field::City));
    assert!(!mapping.can_make_again(), "who changed something else goes on from there");
}
