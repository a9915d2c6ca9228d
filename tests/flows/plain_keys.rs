//! The dialogue on plain lines: what is pressed or named where something else is asked, in the three languages.

use instroom::words::ScreenLanguage;
use instroom::world::workbook::Reader;

use crate::support::disk::Disk;
use crate::support::flow::Flow;
use crate::support::office::demo_store;
use crate::support::talk::Talk;

/// What is told after the answers, by each of the languages.
fn after(flow: impl Fn() -> Flow, before: &[&str], answers: &[&str]) -> Vec<String> {
    let told = |language| {
        let mut talk = Talk::of(flow(), language);
        let known = talk.say(before).transcript().len();
        talk.say(answers).transcript().get(known..).unwrap_or_default().to_owned()
    };
    ScreenLanguage::ALL.into_iter().map(told).collect()
}

fn customers() -> Flow {
    Flow::over(demo_store(), Disk::new(), Reader::here())
}

/// To the first name of the first customer, where text is asked.
const FIRST_NAME: &[&str] = &["customers", "e", "row 2", "Enter"];

#[test]
fn a_key_is_never_the_text_that_is_asked() {
    for key in ["\u{1b}[A", "\u{1b}[D", "\u{1b}[18~", "An\u{1b}[D", "An\u{7f}", "\u{1b}[31m", "\t", "\u{15}"] {
        for told in after(customers, FIRST_NAME, &[key, ":here"]) {
            assert!(told.contains(": Käthe\n"), "{key:?} changed the value:\n{told}");
            let refused = ["That was a key, not text", "Dat was een toets, geen tekst", "C'était une touche, pas du texte"];
            assert!(refused.iter().any(|refused| told.contains(refused)), "{key:?}:\n{told}");
        }
    }
}

#[test]
fn what_asks_for_help_or_gives_up_is_not_taken_for_the_text() {
    let named =
        [["?", "?", "?"], ["F1", "f1", "\u{1b}OP"], ["help", "help", "aide"], ["vraagteken", "question mark", "point d'interrogation"]];
    for (place, language) in [ScreenLanguage::Dutch, ScreenLanguage::English, ScreenLanguage::French].into_iter().enumerate() {
        for names in named {
            let mut talk = Talk::of(customers(), language);
            let known = talk.say(FIRST_NAME).transcript().len();
            let told = &talk.say(&[names[place], ":here"]).transcript()[known..];
            assert!(told.contains(": Käthe\n") && told.contains("Ctrl+C"), "{:?}:\n{told}", names[place]);
        }
        let word = language.words_for_giving_up();
        for leaves in ["Esc", "\u{1b}", word] {
            let mut talk = Talk::of(customers(), language);
            let known = talk.say(FIRST_NAME).transcript().len();
            let told = &talk.say(&[leaves]).transcript()[known..];
            assert!(told.contains("C00001") && told.contains(": Käthe\n"), "{leaves:?}:\n{told}");
        }
    }
}

#[test]
fn a_number_is_answered_without_shift_too() {
    let page = ["customers", "e"];
    for (before, shifted, unshifted) in
        [(&[][..], "2", "é"), (&page, "row 3", "row \""), (&page, "3", "\""), (&page, "12", "&é"), (&page, "list 2", "list é")]
    {
        // Behind the line with the answer itself.
        let behind = |told: &String| told.split_once('\n').map(|(_, told)| told.to_owned());
        let told = |answer: &str| after(customers, before, &[answer]).iter().map(behind).collect::<Vec<_>>();
        assert_eq!(told(shifted), told(unshifted), "{shifted}");
    }
    for told in after(customers, &["customers", "e", "row 2", "Enter"], &["&é", ":here"]) {
        assert!(told.contains("&é"), "a first name is text:\n{told}");
    }
}

trait GivingUp {
    fn words_for_giving_up(self) -> &'static str;
}

impl GivingUp for ScreenLanguage {
    fn words_for_giving_up(self) -> &'static str {
        instroom::words::Words::of(self).plain.word_cancel
    }
}

#[test]
fn a_second_colon_makes_it_text() {
    for (typed, becomes) in [("::?", "?"), ("::F1", "F1"), ("::Esc", "Esc"), ("::x", ":x")] {
        for told in after(customers, FIRST_NAME, &[typed, ":here"]) {
            assert!(
                told.lines().any(|line| line.ends_with(&format!(": {becomes}")) || line.contains(&format!(" {becomes}"))),
                "{typed}:\n{told}"
            );
            assert!(!told.contains("Ctrl+C"), "{typed}:\n{told}");
        }
    }
}

#[test]
fn a_key_of_the_terminal_does_what_it_does_on_the_screens() {
    for told in after(Flow::sample, &[], &["\u{1b}[B", "\u{1b}OB\u{1b}OB", "\u{1b}[A"]) {
        for place in [" 2 ", " 4 ", " 3 "] {
            assert!(
                told.lines().any(|line| line.contains(&format!("{place}van 83"))
                    || line.contains(&format!("{place}of 83"))
                    || line.contains(&format!("{place}sur 83"))),
                "{place}:\n{told}"
            );
        }
    }
    for told in after(Flow::tour, &[], &["\u{1b}[18~"]) {
        assert!(["Step 2 of 15", "Stap 2 van 15", "Étape 2 sur 15"].iter().any(|step| told.contains(step)), "{told}");
    }
    for told in after(Flow::sample, &[], &["\u{1b}[99~"]) {
        assert!(told.contains("F7"), "{told}");
    }
    // One that means nothing here is told by its name.
    for told in after(Flow::sample, &[], &["\u{1b}[24~"]) {
        assert!(told.contains("\"F12\"") || told.contains("«\u{a0}F12\u{a0}»"), "{told}");
    }
}

#[test]
fn what_was_refused_is_not_taken_by_an_empty_line() {
    for told in after(customers, &["customers", "3", "n"], &["nonsense", "", "15/07/2027"]) {
        let asked: Vec<&str> = told.lines().filter(|line| line.contains(": nonsense. ") || line.contains("\u{a0}: nonsense. ")).collect();
        assert_eq!(asked.len(), 2, "it is asked again:\n{told}");
        let faults = ["error:", "fout:", "erreur\u{a0}:"];
        assert_eq!(told.lines().filter(|line| faults.iter().any(|fault| line.starts_with(fault))).count(), 2, "{told}");
        assert!(told.contains("15/07/2027"), "{told}");
    }
    for told in after(customers, &["customers", "e", "row 3", "Enter"], &["Testelaar", "Tester", "", ":here"]) {
        let faults = ["error:", "fout:", "erreur\u{a0}:"];
        assert!(told.lines().filter(|line| faults.iter().any(|fault| line.starts_with(fault))).count() >= 3, "each time:\n{told}");
        assert!(told.contains(":Enter") || told.contains(":Entrée"), "{told}");
        assert!(told.lines().last().is_some_and(|line| !line.contains("C00001")), "it is still asked:\n{told}");
    }
    for told in after(customers, &["customers", "e", "row 3", "Enter"], &["Testelaar", ":cancel", "no", "", ":here"]) {
        assert!(!told.contains("C00001"), "nor once one went on typing:\n{told}");
    }
    for told in after(customers, &["customers", "e", "row 3", "Enter"], &["Testelaar", ":Enter"]) {
        assert!(told.contains("Testelaar, "), "what is wanted all the same is taken:\n{told}");
    }
}

#[test]
fn what_yes_throws_away_is_said() {
    let typed = ["customers", "row 5", "d", "3", "Enter", "93.05.18-223.60"];
    for told in after(customers, &typed, &[":cancel"]) {
        let said = ["Yes means: Throw it away.", "Ja is: ", "Oui veut dire\u{a0}: "];
        assert!(said.iter().any(|said| told.contains(said)), "{told}");
    }
}

#[test]
fn the_case_of_a_letter_is_heard() {
    for told in after(Flow::sample, &[], &["t"]) {
        assert!(told.contains("Shift+T: ") || told.contains("Maj+T\u{a0}: "), "{told}");
    }
    for told in after(Flow::sample, &["4"], &["more"]) {
        assert!(told.contains("Shift+F") || told.contains("Maj+F"), "{told}");
        assert!(!told.contains(" F "), "{told}");
    }
}

#[test]
fn the_tour_says_what_can_be_answered() {
    for told in after(Flow::tour, &["4", "edit"], &[":here"]) {
        let cancel = [":cancel", ":annuleer", ":annuler"];
        assert!(!told.contains("Esc") && cancel.iter().any(|cancel| told.contains(cancel)), "{told}");
    }
}

#[test]
fn each_step_of_the_tour_is_told_whole() {
    for language in ScreenLanguage::ALL {
        let mut talk = Talk::of(Flow::tour(), language);
        for _ in 0..14 {
            let known = talk.transcript().len();
            let told = talk.say(&["F7"]).transcript()[known..].to_owned();
            let same = instroom::words::Words::of(language).plain.same;
            assert!(!told.contains(same), "{told}");
            // The answer, the step, what to do now, why.
            assert_eq!(told.lines().count(), 4, "{told}");
        }
    }
}

#[test]
fn everything_about_a_row_is_a_place_of_its_own() {
    let titles = ["Row 2 of 18, everything about it.", "Rij 2 van 18, alles erover.", "Ligne 2 sur 18, tout à son sujet."];
    for told in after(Flow::sample, &["4", "row 2"], &["z"]) {
        assert!(titles.iter().any(|title| told.contains(title)), "{told}");
        assert!(told.lines().any(|line| line.starts_with("q ")), "{told}");
    }
    // What is put right there tells which row is read now, and how many are left.
    for told in after(Flow::sample, &["4", "row 2", "z"], &["f"]) {
        assert!(["Row 2 of 17, ", "Rij 2 van 17, ", "Ligne 2 sur 17, "].iter().any(|title| told.contains(title)), "{told}");
        assert!(["Invalid 17", "Ongeldig 17", "Invalides 17"].iter().any(|left| told.contains(left)), "{told}");
    }
}

#[test]
fn why_says_where_a_key_means_something() {
    for told in after(Flow::sample, &["4", "z"], &["why Q", "Q"]) {
        let known: Vec<&str> = told.lines().filter(|line| line.contains(" q,") || line.contains(" q:")).collect();
        assert_eq!(known.len(), 2, "both times: {told}");
        for nothing in ["That key does nothing", "Die toets doet", "Cette touche ne fait"] {
            assert!(!told.contains(nothing), "{told}");
        }
    }
    for told in after(Flow::sample, &[], &["why R"]) {
        let nothing = ["There is nothing to do it with", "Hier valt er nu niets mee", "Il n'y a rien à quoi"];
        assert!(nothing.iter().any(|nothing| told.contains(nothing)), "{told}");
    }
}

#[test]
fn a_button_is_pressed_by_its_name() {
    let chosen = ["T", "1", "task-flow", "", "Q", "1", "I"];
    for (language, name) in [
        (ScreenLanguage::English, "Import: 83 new, 14 known"),
        (ScreenLanguage::English, "Import"),
        (ScreenLanguage::Dutch, "importeer"),
        (ScreenLanguage::French, "importer"),
    ] {
        let mut talk = Talk::of(Flow::sample(), language);
        let known = talk.say(&chosen).transcript().len();
        let told = talk.say(&[name]).transcript()[known..].to_owned();
        assert!(told.contains("114"), "{told}");
    }
}

#[test]
fn days_and_errors_are_said_in_words() {
    for told in after(customers, &["customers", "2"], &["list 40"]) {
        assert!(!told.contains(": -"), "{told}");
    }
    for told in after(Flow::sample, &["4"], &["list 20", "s"]) {
        assert!(!told.contains(" +1"), "{told}");
        assert!([", sorted by this", ", hierop gesorteerd", ", trié sur ceci"].iter().any(|sorted| told.contains(sorted)), "{told}");
    }
}
