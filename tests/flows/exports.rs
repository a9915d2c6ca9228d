//! What is shown becomes a file.

use instroom::app::effect::Stage;
use instroom::words::ScreenLanguage;

use crate::support::flow::Flow;

fn bytes(flow: &Flow, name: &str) -> Vec<u8> {
    std::fs::read(flow.disk.path(&format!("office/{name}"))).unwrap()
}

fn lines(flow: &Flow, name: &str) -> usize {
    String::from_utf8(bytes(flow, name)).unwrap().lines().count()
}

#[test]
fn a_view_is_exported_as_it_is_shown_and_an_old_file_is_kept_unless_said() {
    let mut flow = Flow::sample();
    flow.press("1 /").type_text("gent").press("Enter").see("some of the new customers");
    let shown = flow.model.desk().unwrap().table().order.len();
    flow.press("E").see("what to export?").press("Down Enter").see("and where to? It says whether numbers can be read").press("Enter");
    flow.see("4 presses from the rows to the file: E Down Enter Enter");
    assert_eq!(lines(&flow, "customers-new.csv"), shown + 1, "the rows that the filter leaves, and the headings");
    flow.press("Esc E Down Enter Enter").see("there is one already: back is the default").press("Enter").see("nothing happened");
    assert_eq!(lines(&flow, "customers-new.csv"), shown + 1);
    flow.press("E Down Enter Enter Right Enter").see("replaced by all of them, since that was said");
    let all = flow.model.desk().unwrap().table().order.len();
    assert_eq!(lines(&flow, "customers-new.csv"), all + 1);
    flow.press("g g j v j j E").see("a range bounds it").press("Down Enter Ctrl+U").type_text("/srv/office/three.csv").press("Enter");
    flow.see("the range is still there");
    assert_eq!(lines(&flow, "three.csv"), 4);
    flow.press("Esc m E Enter").see("numbers that are on the screen will be in the file").press("Ctrl+U");
    flow.type_text("/srv/office/customers.xlsx").press("Enter").see("not in the place of the workbook itself").press("Enter");
    assert_eq!(bytes(&flow, "customers.xlsx"), crate::support::office::SAMPLE);
    flow.press("E Enter Ctrl+U").type_text("/srv/nowhere/list.xlsx").press("Enter").see("no such folder").press("Enter");
    flow.press("/").type_text("nobody at all").press("Enter E").see("nothing is shown: only the invalid rows can go");
    flow.tell("exports");
}

#[test]
fn a_file_is_not_called_what_it_is_not() {
    let mut flow = Flow::sample();
    flow.press("1 E Enter Ctrl+U").type_text("/srv/office/list.CSV").press("Enter");
    assert!(flow.screen().contains("The name has to end in .xlsx"), "{}", flow.screen());
    assert!(!std::path::Path::new(&flow.disk.path("office/list.CSV")).exists());
    flow.press("Enter E Down Enter Ctrl+U").type_text("/srv/office/list.xlsx").press("Enter");
    let screen = flow.screen();
    assert!(screen.contains("The name has to end in .csv") && screen.contains("programs take it for something else"), "{screen}");
    // An ending that is of no format says nothing else.
    flow.press("Enter E Down Enter Ctrl+U").type_text("/srv/office/list.txt").press("Enter");
    assert!(lines(&flow, "list.txt") > 1, "{}", flow.screen());
}

#[test]
fn invalid_rows_go_out_as_a_template_and_come_back() {
    let mut flow = Flow::sample();
    flow.press("4 E").see("the invalid rows").press("Down Down Down Enter").see("numbers are whole, and it says why").hold().press("Enter");
    flow.far(Stage::Exporting, 10, 18).see("how far it is").press("Ctrl+C").see("a stop was asked for").go_on().see("nothing was written");
    assert!(!flow.disk.path("office/customers-to-correct.xlsx").exists());
    let findings = flow.draft().counts().invalid;
    flow.press("E Down Down Down Enter Enter").see("written").press("q");
    flow.opening("customers-to-correct.xlsx").see("read again: nothing is wondered at").press("4 z").see("the same is wrong with it");
    let counts = flow.draft().counts();
    assert!(counts.invalid > 10 && counts.invalid <= findings, "{counts:?}");
    flow.tell("exports-invalid-rows");
}

#[test]
fn the_report_is_exported_in_every_language() {
    let mut flow = Flow::sample();
    flow.press("T Enter Q Enter I Right Enter").see("the report").press("E").see("what to export?").press("Enter").see("and where to?");
    flow.press("Enter").see("written");
    let sheets = crate::support::cells(bytes(&flow, "customers-report.xlsx"));
    let rows = flow.draft().row_count() as usize;
    assert_eq!(sheets[0].1.iter().filter(|(row, column, _)| *row > 0 && *column == 2).count(), rows, "an outcome for each row");
    flow.press("Enter 3 g g v j");
    for (language, name) in [(ScreenLanguage::Dutch, "in Dutch"), (ScreenLanguage::French, "in French")] {
        flow.speak(language).press("E").see(name).press("Down Enter").see(name).press("Enter").see(name);
    }
    let text = String::from_utf8(bytes(&flow, "customers-doublons.csv")).unwrap();
    let headings = "lig.;client;ok;ressemblance;diff.;pris;dossier";
    assert!(text.trim_start_matches('\u{feff}').starts_with(headings), "{text}");
    assert!(text.lines().next().unwrap().ends_with("champ;dans Instroom;dans le fichier;repris de"), "{text}");
    flow.tell("exports-report");
}
