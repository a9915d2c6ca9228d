//! Which column is which field, where the headings alone do not say it.

use instroom::app::desk::Face;
use instroom::domain::draft::Bucket;
use instroom::domain::field::Field;
use instroom::words::ScreenLanguage;

use crate::support::flow::Flow;
use crate::support::office::workbook_of_texts;

/// The values of six customers, in the order of the headings of each list.
const VALUES: [&[&str]; 6] = [
    &["Janssens", "An", "an.janssens@telenet.be", "+32471625368", "85073003328", "Kerkstraat 1", "9000", "Gent", "nl", "0403019261", "x1"],
    &["Van den Berg", "Luc", "luc@skynet.be", "+32475112233", "42012205181", "Dorpsplein 4", "9300", "Aalst", "fr", "", "x2"],
    &["D'Hondt", "Marie", "mc.dhondt@gmail.com", "0475 11 22 44", "93.05.18-223.61", "Rue Haute 12", "1000", "Bruxelles", "nl", "", "x3"],
    &["Peeters", "Jef", "jef@peeters.be", "+32475112255", "66041066660", "Bondgenotenlaan 7", "3000", "Leuven", "nl", "0428759497", "x4"],
    &["Vander Elst", "Sofie", "sofie@telenet.be", "", "90022742191", "Grote Markt 1", "2000", "Antwerpen", "fr", "", "x5"],
    &["Maes", "Tom", "tom.maes@proximus.be", "+32496112233", "17073003384", "Statiestraat 9", "9000", "Gent", "nl", "", "x6"],
];

fn list(headings: &[&str]) -> Vec<u8> {
    let rows: Vec<&[&str]> = [headings].into_iter().chain(VALUES.map(|row| &row[..headings.len()])).collect();
    workbook_of_texts(&[("Blad1", &rows)])
}

/// Headings that are near what is known.
const NEAR: [&str; 11] = [
    "Achternam",
    "Vornaam",
    "E-mailadres zelf",
    "Gsm privé",
    "Rijksregistenr",
    "Waar",
    "Code postal domicile",
    "Oord",
    "Spreekt",
    "Zaak",
    "Ref",
];

fn is_mapping(flow: &Flow) -> bool {
    flow.model.desk().is_some_and(|desk| matches!(desk.face, Face::Mapping(_)))
}

#[test]
fn unfamiliar_headings_are_proposed_for_and_checked() {
    let mut flow = Flow::at_start(&[("lijst.xlsx", &list(&NEAR))]);
    flow.opening("lijst.xlsx").see("the columns, each with what it may be and why");
    assert!(is_mapping(&flow));
    flow.press("n").see("the next column to check").press("n").see("and the next").press("N").see("and back");
    flow.press("G n").see("nothing more to check").press("I").see("read by these columns, in one key");
    assert_eq!(flow.draft().counts().of(Bucket::OnlyInImport), 5, "one row has punctuation in its numbers");
    flow.press("M").see("the columns again, as they are read").press("g g space I").see("not without a last name");
    flow.press("q").see("left as they were").press("u").see("taken back: nothing is read yet");
    flow.tell("mapping-unfamiliar");
}

#[test]
fn without_headings_worth_the_name_the_values_speak() {
    let headings: Vec<String> = (1..=11).map(|number| format!("Veld{number}")).collect();
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    let mut flow = Flow::at_start(&[("waarden.xlsx", &list(&headings))]);
    flow.resize(120, 40).opening("waarden.xlsx").see("by the values alone");
    flow.press("j j j j").see("a national number: masked, like its values").press("o").see("more of it").press("o");
    flow.press("m").see("shown when asked for").press("m");
    flow.resize(80, 24).see("the same at 80 columns").press("I").see("the rows");
    assert_eq!(flow.draft().layout().column_of(Field::NationalNumber), Some(4));
    flow.tell("mapping-values");
}

#[test]
fn a_column_is_chosen_skipped_and_taken_from_another() {
    let mut flow = Flow::at_start(&[("lijst.xlsx", &list(&["Wie", "Roepnaam", "Bereikbaar", "Lijn", "Nummertje"]))]);
    flow.opening("lijst.xlsx").see("names are what is left");
    flow.press("g g").press("Enter").see("what does this column hold?").type_text("first").see("filtered");
    flow.press("Enter").see("the other column gives it up, and the last name is missing");
    flow.press("I").see("not without a column for each required field");
    flow.press("j Enter")
        .type_text("last")
        .press("Enter")
        .see("now the other way round")
        .press("g g space k space")
        .see("left out and taken again");
    flow.press("Enter").type_text("last").press("Enter j Enter").type_text("first").press("Enter").see("as it should be");
    flow.press("G space").see("the national number is left out").press("I").see("the rows without it");
    flow.press("u").see("taken back in one step: the columns come first again");
    flow.press("U").see("made again").press("u q").see("nothing decided: back to the start");
    flow.tell("mapping-choosing");
}

#[test]
fn two_columns_claim_a_field() {
    let rows: &[&[&str]] = &[
        &["Voornaam", "Naam", "E-mail", "Mail", "INSZ 1", "INSZ 2"],
        &["An", "Maes", "an@maes.be", "", "93051822361", ""],
        &["Tom", "Claes", "tom@claes.be", "info@claes.be", "85073003328", "42012205181"],
    ];
    let mut flow = Flow::at_start(&[("twee.xlsx", &workbook_of_texts(&[("Blad1", rows)]))]);
    flow.opening("twee.xlsx").see("the better one has it, the other says so").press("n").see("the other");
    flow.press("n n").see("own and partner's national number, the fuller one is the own").press("I").see("the rows");
    assert_eq!(flow.draft().layout().column_of(Field::SpouseNationalNumber), Some(5));
    flow.tell("mapping-two-claims");
}

#[test]
fn adminpulse_is_recognised_by_its_headings() {
    let rows: &[&[&str]] = &[
        &[
            "Status",
            "Type",
            "Voornaam",
            "Naam",
            "Klantcode",
            "Nr. boekhouding",
            "BTW-nummer",
            "Rijksregisternummer",
            "E-mail",
            "Dossiermedewerkers",
        ],
        &["Klant", "Persoon", "An", "Maes", "K1", "400001", "", "93051822361", "an@maes.be", "els@kantoor.be"],
        &["Klant", "Persoon", "Tom", "Claes", "K2", "400002", "", "85073003328", "tom@claes.be", "els@kantoor.be"],
        &["Klant", "Bedrijf", "", "Claes BV", "K3", "400003", "BE0403019261", "", "info@claes.be", "els@kantoor.be"],
    ];
    let mut flow = Flow::at_start(&[("adminpulse.xlsx", &workbook_of_texts(&[("Relaties", rows)]))]);
    flow.opening("adminpulse.xlsx").see("straight to the rows, since its headings say it all");
    assert!(!is_mapping(&flow));
    assert_eq!(flow.draft().layout().column_of(Field::Responsible), Some(9));
    flow.press("M").see("what is read of it").press("G").see("whose work it is").resize(120, 40).see("in a large window");
    flow.tell("mapping-adminpulse");
}

#[test]
fn a_mapping_is_saved_and_recognised_by_a_colleague() {
    let headings = ["Wie", "Roepnaam", "Bereikbaar", "Lijn", "Nummertje"];
    let mut other = headings;
    other.reverse();
    let reversed: Vec<Vec<&str>> = [other.to_vec()].into_iter().chain(VALUES.map(|row| row[..5].iter().rev().copied().collect())).collect();
    let reversed: Vec<&[&str]> = reversed.iter().map(Vec::as_slice).collect();
    let mut flow = Flow::at_start(&[("mei.xlsx", &list(&headings)), ("juni.xlsx", &workbook_of_texts(&[("Blad1", &reversed)]))]);
    flow.opening("mei.xlsx").press("W").see("under which name?").press("Enter").see("not without a name");
    flow.type_text("Kantoor Gent").press("Enter").see("saved for the office");
    flow.press("q").opening("juni.xlsx").see("recognised in another order, in two keys to the rows: drop the file, I");
    flow.press("I").see("the rows");
    assert_eq!(flow.draft().layout().column_of(Field::LastName), Some(4));
    flow.press("M W").see("its name is there to be saved again");
    flow.tell("mapping-saved");
}

#[test]
fn both_names_in_one_cell_are_not_taken_silently() {
    let rows: &[&[&str]] = &[
        &["Naam", "E-mail", "Rijksregisternummer"],
        &["Janssens An", "an@j.be", "93051822361"],
        &["Van den Berg Luc", "luc@b.be", "85073003328"],
        &["Maes Tom", "tom@m.be", "42012205181"],
    ];
    let mut flow = Flow::at_start(&[("namen.xlsx", &workbook_of_texts(&[("Blad1", rows)]))]);
    flow.opening("namen.xlsx").see("one column with both names").press("I").see("and no first name anywhere");
    flow.tell("mapping-whole-names");
}

#[test]
fn it_is_said_in_french_and_in_a_small_window() {
    let mut flow = Flow::at_start(&[("liste.xlsx", &list(&NEAR))]);
    flow.speak(ScreenLanguage::French).opening("liste.xlsx").see("en français").press("n n n").see("une colonne à vérifier");
    flow.press("Enter").see("le champ").press("Esc").resize(60, 15).see("petite fenêtre").press("o").see("les valeurs");
    flow.press("g g j j j j J").see("plus bas").press("J J J J J J J J J J J J").see("la fin").press("K").see("et retour");
    flow.press("Esc").resize(120, 40).see("grande fenêtre");
    flow.tell("mapping-fr");
}

#[test]
fn counting_is_waited_for_by_nobody() {
    let mut flow = Flow::at_start(&[("lijst.xlsx", &list(&NEAR))]);
    flow.opening("lijst.xlsx");
    flow.hold().press("g g Enter").type_text("city").press("Enter").see("not counted yet").press("j").see("other keys work");
    flow.press("k").go_on().see("counted");
    flow.tell("mapping-counting");
}

#[test]
fn a_column_that_is_read_with_doubt_is_told_when_the_workbook_opens() {
    let headings = ["Familienaam", "Voornaam", "E-mail", "Gsm", "Dossierbeheerder", "Ref"];
    let names = ["Wim", "Piet", "Wim", "Piet", "Wim", "Piet"];
    let values: Vec<[&str; 6]> = VALUES.iter().zip(names).map(|(row, name)| [row[0], row[1], row[2], row[3], name, row[10]]).collect();
    let rows: Vec<&[&str]> = std::iter::once(&headings[..]).chain(values.iter().map(|row| &row[..])).collect();
    let mut flow = Flow::at_start(&[("lijst.xlsx", &workbook_of_texts(&[("Blad1", &rows)]))]);
    flow.opening("lijst.xlsx").see("the tabs, and which column is to be checked");
    assert!(!is_mapping(&flow) && flow.screen().contains("1 column to check (E): M. Not read: Ref"), "{}", flow.screen());
    flow.press("M").see("that column, with a key for its values").press("o").see("each value once, and the key that goes back");
    assert_eq!(flow.screen().matches("Piet").count(), 1, "{}", flow.screen());
    flow.press("o").press("u").see("nothing was changed here").press("space").press("u").see("the change is taken back");
    assert_eq!(flow.screen().matches("read as: responsible").count(), 1, "{}", flow.screen());
    flow.press("U").see("and made again").tell("mapping-doubtful");
}
