use std::ops::ControlFlow;

use super::*;
use crate::domain::field::Field;
use crate::domain::field_rules::FieldContext;
use crate::domain::finding::Rule;
use crate::domain::sheet::CellKind;
use crate::domain::template::layout::{LayoutFault, SheetHead, Visibility};
use crate::domain::template::near::Nearness;

const TODAY: Date = jiff::civil::date(2026, 6, 1);

/// A sheet from rows of cells with `|` between; the first row is row 1.
fn sheet(rows: &[&str]) -> Sheet {
    let mut sheet = Sheet::new("Blad1");
    for (row, cells) in (1..).zip(rows) {
        for (column, text) in (0..).zip(cells.split('|')) {
            let kind = if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) { CellKind::Number } else { CellKind::Text };
            sheet.push(row, column, kind, text).unwrap();
        }
    }
    sheet
}

fn proposed(rows: &[&str]) -> Proposals {
    propose(&sheet(rows), 1, &[], TODAY)
}

fn fields(proposals: &Proposals) -> Vec<Option<Field>> {
    proposals.columns.iter().map(ColumnProposal::field).collect()
}

/// Customers with everything that values can tell, in the order of the headings below.
const CUSTOMERS: [&str; 6] = [
    "Janssens|An|an.janssens@telenet.be|0471625368|85.07.30-033.28|Kerkstraat 1|9000|Gent|nl|0403019261|x1",
    "Van den Berg|Luc|luc@skynet.be|+32475112233|42012205181|Dorpsplein 4|9300|Aalst|fr|0428759497|x2",
    "D'Hondt|Marie-Claire|mc.dhondt@gmail.com|0032475112244|93051822361|Rue Haute 12|1000|Bruxelles|nl||x3",
    "Peeters|Jef|jef@peeters.be|0475 11 22 55|66041066660|Bondgenotenlaan 7|3000|Leuven|nl||x4",
    "Vander Elst|Sofie|sofie@telenet.be||90022742191|Grote Markt 1|2000|Antwerpen|fr||x5",
    "Maes|Tom|tom.maes@proximus.be|+32496112233|17073003384|Statiestraat 9|9000|Gent|nl|0417497106|x6",
];

fn under(headings: &str) -> Vec<&str> {
    [headings].into_iter().chain(CUSTOMERS).collect()
}

#[test]
fn known_headings_are_whole_certain_and_leave_nothing_to_check() {
    let proposals = proposed(&under("Achternaam|Voornaam|E-mail|GSM|INSZ|straat|postcode|gemeente|taal|Ondernemingsnummer|Opmerking"));
    assert_eq!(
        fields(&proposals),
        [
            Some(Field::LastName),
            Some(Field::FirstName),
            Some(Field::Email),
            Some(Field::Mobile),
            Some(Field::NationalNumber),
            Some(Field::Street),
            Some(Field::PostalCode),
            Some(Field::City),
            Some(Field::Language),
            Some(Field::EnterpriseNumber),
            None
        ]
    );
    assert!(proposals.columns.iter().all(|column| !column.to_check()), "{proposals:#?}");
    let best = |at: usize| proposals.columns[at].best.clone().unwrap();
    assert_eq!(best(0), Proposal { field: Some(Field::LastName), certainty: Certainty::WHOLE, ground: Ground::Template });
    assert_eq!(best(4).ground, Ground::Synonym);
    assert_eq!(proposals.list, None);
}

#[test]
fn headings_near_a_known_name_are_proposed_with_how_near_they_are() {
    let proposals = proposed(&under("Achternam|Vornaam|E-mailadres zelf|Gsmnr privé|Rijksregistenumer|a|Code postal domicile|b|c|d|e"));
    let ground = |at: usize| proposals.columns[at].best.as_ref().map(|best| (best.field, best.ground.clone()));
    let near = |field, known, how| Some((Some(field), Ground::Near { known, how }));
    assert_eq!(ground(0), near(Field::LastName, "achternaam", Nearness::Slips(1)));
    assert_eq!(ground(1), near(Field::FirstName, "voornaam", Nearness::Slips(1)));
    assert_eq!(ground(2), near(Field::Email, "emailadres", Nearness::AmongOthers));
    assert_eq!(ground(3), near(Field::Mobile, "gsmnr", Nearness::Qualified));
    assert_eq!(ground(4), near(Field::NationalNumber, "rijksregisternummer", Nearness::Slips(2)));
    assert_eq!(ground(6), near(Field::PostalCode, "codepostal", Nearness::Qualified));
    let certainty = |at: usize| proposals.columns[at].best.as_ref().unwrap().certainty.hundredths();
    assert_eq!(certainty(2), 65, "the values confirm a heading that is only near");
    assert_eq!(certainty(4), 90);
}

#[test]
fn without_a_heading_the_values_speak_and_names_are_what_is_left() {
    let proposals = proposed(&under("A1|B1|C1|D1|E1|F1|G1|H1|I1|J1|K1"));
    assert_eq!(
        fields(&proposals),
        [
            Some(Field::LastName),
            Some(Field::FirstName),
            Some(Field::Email),
            Some(Field::Mobile),
            Some(Field::NationalNumber),
            Some(Field::Street),
            Some(Field::PostalCode),
            Some(Field::City),
            Some(Field::Language),
            Some(Field::EnterpriseNumber),
            None
        ]
    );
    let best = |at: usize| proposals.columns[at].best.clone().unwrap();
    assert_eq!(best(0).ground, Ground::Elimination);
    assert!(best(0).certainty < Certainty::of(50));
    assert_eq!(best(4).ground, Ground::Values { passing: 6, of: 6 }, "a number with dots is one");
    assert_eq!(best(4).certainty.hundredths(), 95);
    assert_eq!(best(3).ground, Ground::Values { passing: 5, of: 5 }, "empty cells say nothing");
    assert_eq!(best(7).ground, Ground::Beside { field: Field::PostalCode });
    assert!(proposals.columns[0].to_check() && !proposals.columns[4].to_check());
}

#[test]
fn family_names_are_told_by_what_they_begin_with_wherever_they_stand() {
    let turned: Vec<String> = under("a|b|c")
        .iter()
        .map(|row| {
            let cells: Vec<&str> = row.split('|').collect();
            format!("{}|{}|{}", cells[1], cells[0], cells[2])
        })
        .collect();
    let rows: Vec<&str> = turned.iter().map(String::as_str).collect();
    assert_eq!(fields(&proposed(&rows)), [Some(Field::FirstName), Some(Field::LastName), Some(Field::Email)]);
}

#[test]
fn of_two_columns_of_national_numbers_the_heading_or_the_fuller_one_decides() {
    let by_heading = proposed(&["n1|n2 echtgeno(o)t(e)|naam", "93051822361|42012205181|x", "85073003328|66041066660|y"]);
    assert_eq!(fields(&by_heading)[..2], [Some(Field::NationalNumber), Some(Field::SpouseNationalNumber)]);
    assert_eq!(by_heading.columns[1].best.as_ref().unwrap().certainty.hundredths(), 95);
    assert_eq!(by_heading.columns[0].doubt, None);

    let by_filling = proposed(&["n1|n2|x", "|42012205181|x", "85073003328|66041066660|y"]);
    assert_eq!(fields(&by_filling)[..2], [Some(Field::SpouseNationalNumber), Some(Field::NationalNumber)]);
    assert_eq!(by_filling.columns[0].doubt, Some(Doubt::Taken { field: Field::NationalNumber, column: 1 }));
    assert_eq!(by_filling.columns[1].doubt, Some(Doubt::Rival { column: 0 }));
    assert_eq!(by_filling.columns[1].best.as_ref().unwrap().certainty.hundredths(), 60);
}

#[test]
fn two_headings_for_one_field_are_both_in_doubt() {
    let proposals = proposed(&["Voornaam|Naam|E-mail|Mail", "An|Maes|an@maes.be|", "Tom|Maes|tom@maes.be|info@maes.be"]);
    assert_eq!(fields(&proposals), [Some(Field::FirstName), Some(Field::LastName), Some(Field::Email), None]);
    assert_eq!(proposals.columns[2].doubt, Some(Doubt::Rival { column: 3 }));
    assert_eq!(proposals.columns[3].doubt, Some(Doubt::Taken { field: Field::Email, column: 2 }));
}

#[test]
fn values_that_are_something_else_speak_against_a_heading() {
    let proposals = proposed(&["Voornaam|Naam|Mail naar|E-mailadressen|c", "A|B|ja|x|a@b.be", "C|D|nee|y|c@d.be", "E|F|ja|z|e@f.be"]);
    assert_eq!(proposals.columns[3].doubt, Some(Doubt::OtherValues { field: Field::Email, passing: 0, of: 3 }));
    assert_eq!(proposals.column_of(Field::Email).map(|column| column.column), Some(4));
}

#[test]
fn a_column_with_both_names_is_never_silently_a_family_name() {
    let rows = ["Naam|E-mail", "Janssens An|an@j.be", "Van den Berg Luc|luc@b.be", "Maes Tom|t@m.be"];
    let proposals = proposed(&rows);
    assert_eq!(proposals.columns[0].field(), Some(Field::LastName));
    assert_eq!(proposals.columns[0].doubt, Some(Doubt::WholeName));
    assert_eq!(proposals.columns[0].best.as_ref().unwrap().certainty, Certainty::FLOOR);
    let family_only = proposed(&["Naam|E-mail", "Janssens|an@j.be", "Van den Berg|luc@b.be", "Maes|t@m.be"]);
    assert_eq!(family_only.columns[0].doubt, None);
}

#[test]
fn what_only_looks_like_a_field_is_not_proposed() {
    let rows = [
        "a|b|c|d|e",
        "1985|12/03/1985|N|M|a@x.be",
        "1990|01/02/1990|N|V|a@x.be",
        "1974|05/06/1974|N|M|a@x.be",
        "1966|05/06/1966|N|V|a@x.be",
        "1966|07/06/1966|N|V|a@x.be",
    ];
    let proposals = proposed(&rows);
    assert_eq!(fields(&proposals)[..4], [None, None, None, None], "years, dates of birth, one letter and sexes");
    assert_eq!(proposals.columns[4].field(), Some(Field::Responsible), "the same address in every row is a colleague's");
    let another = proposed(&["Voornaam|Naam|E-mail boekhouder|Contact echtgenote", "A|B|x@y.be|z@y.be"]);
    assert_eq!(fields(&another)[2..], [None, Some(Field::SpouseEmail)], "the accountant's address is nobody's");
}

#[test]
fn adminpulse_is_known_and_colleagues_count_only_by_address() {
    let headings =
        "Status|Type|Naam|Voornaam|Klantcode|Ondernemingsnummer|BTW-nummer|Rijksregisternummer|E-mail|E-mail factuur|Dossiermedewerkers";
    let row = "Klant|Persoon|Maes|Tom|K1|0403019261|BE0403019261|17073003384|tom@maes.be|info@maes.be|";
    let with = |who: &str| [headings.to_owned(), format!("{row}{who}"), format!("{row}{who}"), format!("{row}{who}")];
    let of = |rows: &[String]| proposed(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    let (addresses, initials) = (of(&with("els@kantoor.be")), of(&with("EVD")));
    assert_eq!(addresses.list, Some(KnownList::AdminPulse));
    assert_eq!(
        fields(&addresses),
        [
            None,
            Some(Field::Person),
            Some(Field::LastName),
            Some(Field::FirstName),
            Some(Field::ClientCode),
            Some(Field::EnterpriseNumber),
            None,
            Some(Field::NationalNumber),
            Some(Field::Email),
            None,
            Some(Field::Responsible)
        ]
    );
    assert_eq!(initials.columns[10].field(), None);
    assert_eq!(initials.columns[10].doubt, Some(Doubt::OtherValues { field: Field::Responsible, passing: 0, of: 3 }));

    let rows = with("els@kantoor.be");
    let sheet = sheet(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    let mut layout = unjudged_row(&sheet, 1).unwrap();
    assert_eq!(layout.column_of(Field::Responsible), None);
    complete(&mut layout, &sheet, TODAY);
    assert_eq!(layout.column_of(Field::Responsible), Some(10));
}

#[test]
fn a_saved_mapping_goes_before_everything_and_keeps_what_was_left_out() {
    let first = sheet(&under("Wie|Roepnaam|Bereikbaar|Lijn|Nummertje|Waar|Zone|Oord|Spreekt|Firma|Kleur"));
    let mut layout = unjudged_row(&first, 1).unwrap();
    for (column, field) in [(0, Field::LastName), (1, Field::FirstName), (2, Field::Email), (4, Field::NationalNumber)] {
        layout.assign(column, Some(field));
    }
    layout.assign(9, None);
    let saved = [SavedMapping::of("Gent", &layout).unwrap()];
    let proposals = propose(&first, 1, &saved.each_ref(), TODAY);
    assert_eq!(proposals.list, Some(KnownList::Saved { name: "Gent".to_owned() }));
    assert_eq!(proposals.columns[0].best.as_ref().unwrap().ground, Ground::Saved { name: "Gent".to_owned() });
    assert_eq!(proposals.columns[3].field(), None, "a mobile that was left out on purpose stays out");
    assert!(proposals.columns[3].others.iter().any(|other| other.field == Some(Field::Mobile)));
}

#[test]
fn counts_are_those_of_the_rules() {
    let sheet = sheet(&[
        "a|b|c",
        "85073003328||Gent",
        "85.07.30-033.28|an@x.be|Gent",
        "| |",
        "|an|Aalst",
        "123|an@x.be|Gent",
        "85073003328|an@x.be|Gent",
    ]);
    let context = FieldContext { today: TODAY, earliest_deadline_year: None, languages_offered: None, colleagues: &[], country: "" };
    let columns = [
        Counted { column: 0, field: Some(Field::NationalNumber) },
        Counted { column: 1, field: Some(Field::Email) },
        Counted { column: 2, field: None },
    ];
    let counts = count(&sheet, 1, &columns, &context, &mut || ControlFlow::Continue(())).unwrap();
    let numbers = |count: &Count| (count.rows, count.filled, count.valid, count.invalid);
    assert_eq!(counts.iter().map(numbers).collect::<Vec<_>>(), [(5, 4, 2, 2), (5, 4, 3, 2), (5, 5, 0, 0)]);
    let texts = |values: &[Shown]| values.iter().map(|shown| shown.text.clone()).collect::<Vec<_>>();
    assert_eq!(texts(&counts[0].values), ["85073003328", "85.07.30-033.28", "123"]);
    assert_eq!(counts[0].wrong[0], Shown { text: "85.07.30-033.28".to_owned(), rule: Some(Rule::NationalNumberPunctuation) });
    assert_eq!(texts(&counts[0].wrong), ["85.07.30-033.28", "123"]);
    assert_eq!(texts(&counts[2].values), ["Gent", "Aalst"]);
    assert_eq!(count(&sheet, 1, &columns, &context, &mut || ControlFlow::Break(())), None);
}

#[test]
fn a_foreign_postal_code_makes_no_row_invalid() {
    let sheet = sheet(&["cp|pays", "75001|France", "99999|België"]);
    let context = FieldContext { today: TODAY, earliest_deadline_year: None, languages_offered: None, colleagues: &[], country: "" };
    let columns = [Counted { column: 0, field: Some(Field::PostalCode) }];
    let counts = count(&sheet, 1, &columns, &context, &mut || ControlFlow::Continue(())).unwrap();
    assert_eq!((counts[0].valid, counts[0].invalid), (2, 0), "an odd postal code is a warning");
}

#[test]
fn headings_are_found_where_none_is_known() {
    let visible = |sheet| SheetHead { sheet, visibility: Visibility::Visible };
    let titled: Vec<&str> =
        ["Klantenbestand 2026", ""].into_iter().chain(under("Wie|Roep|Bereikbaar|Lijn|Nr|Waar|Zone|Oord|Spreekt|Zaak|X")).collect();
    let titled = sheet(&titled);
    let found = place(&[visible(&titled)]).unwrap();
    assert_eq!(found.layout.header_row, 3);
    assert!(found.layout.columns.iter().all(|column| column.field.is_none()));

    let guidance = sheet(&["Uitleg|Meer", "Vul dit in|Met zorg", "En dat|Ook"]);
    assert_eq!(probable_row(&guidance), None, "words below words are no list");
    assert_eq!(place(&[visible(&guidance), visible(&titled)]).map(|place| place.sheet), Ok(1));
    assert_eq!(probable_row(&sheet(&CUSTOMERS)), None, "customers without headings");
    let bare = sheet(&CUSTOMERS);
    assert!(matches!(place(&[visible(&bare)]), Err(LayoutFault::NoHeading { .. })));
    assert_eq!(place(&[]), Err(LayoutFault::EmptySheet));

    let half = sheet(&under("Wie|Voornaam|E-mail|Lijn|Nr|Waar|Zone|Oord|Spreekt|Firma|X"));
    let found = place(&[visible(&half)]).unwrap();
    assert_eq!(found.layout.column_of(Field::FirstName), Some(1));
    assert!(found.layout.judge().is_err());
}
