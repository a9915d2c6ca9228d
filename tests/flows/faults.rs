//! Deeds that fail: what, why, and what to do.

use instroom::app::log_place::LogPlace;
use instroom::domain::field::Field;

use crate::support::disk::Disk;
use crate::support::flow::Flow;
use crate::support::office::{
    SAMPLE, colleague_changes, demo_store, empty_store, protected_workbook, reader_in_process, workbook_of_texts,
};

#[test]
fn a_workbook_that_cannot_be_opened_says_why() {
    let disk = Disk::new();
    let files: [(&str, &str, &[u8]); 7] = [
        ("protected.xlsx", "protected by a password", &protected_workbook()),
        ("picture.xlsx", "a picture with a workbook's name", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("letter.csv", "a document with a list's name", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"),
        ("cut-off.xlsx", "a download that was broken off", &SAMPLE[..SAMPLE.len() / 2]),
        ("empty-sheet.xlsx", "a workbook with nothing in it", &workbook_of_texts(&[("Leeg", &[])])),
        ("empty.csv", "a file of no bytes", b""),
        ("unclosed.csv", "a quotation mark that is never closed", b"First name;Last name;Email\nAn;\"Maes;an@example.com\n"),
    ];
    for (name, _, bytes) in &files {
        disk.put(&format!("office/{name}"), bytes, 1, 9);
    }
    let mut flow = Flow::over(empty_store(), disk, reader_in_process());
    for (name, caption, _) in &files {
        flow.opening(name).see(caption).press("Enter");
        assert!(flow.model.desk().is_none() && flow.model.overlay.is_none(), "{name}");
    }
    flow.opening("nowhere.xlsx").see("no such file").press("Esc");
    flow.paste("/srv/office").see("a folder").press("q");
    flow.paste("two\nlines").see("pasted text that is no path");
    flow.tell("faults-workbooks");
}

#[test]
fn the_box_of_what_failed_says_where_the_log_is() {
    let mut flow = Flow::at_start(&[]);
    flow.model.log = LogPlace::Kept("~/.local/state/instroom/instroom.log".into());
    flow.opening("nowhere.xlsx").see("the log stands in the lower edge of the box").press("Enter");
    flow.model.log = LogPlace::Kept("/srv/office/shared/people/els/state/instroom/instroom.log".into());
    flow.resize(60, 15).opening("nowhere.xlsx").see("a long path in a small window stands in the box").press("Enter");
    flow.model.log = LogPlace::Refused("/srv/state/instroom.log".into(), "Read-only file system (os error 30)".into());
    flow.resize(80, 24).opening("nowhere.xlsx").see("there is no log, and why").press("Enter");
    flow.tell("faults-log");
}

#[test]
fn a_store_in_use_is_waited_for() {
    let store = demo_store();
    store.hold();
    let disk = Disk::new();
    disk.put("office/customers.xlsx", SAMPLE, 14, 13);
    let mut flow = Flow::over(store.clone(), disk, reader_in_process());
    flow.see("the start screen says who has the store").opening("customers.xlsx").see("no workbook without the store");
    store.let_go();
    flow.press("Right Enter").see("free again, and tried again").press("T Enter Q Enter I");
    store.hold();
    flow.press("Right Enter").see("in use just when it should be written").press("Right Enter").see("still");
    store.let_go();
    flow.press("Right Enter").see("written, the very same change set");
    flow.tell("faults-store-in-use");
}

#[test]
fn a_store_that_moved_under_the_summary_is_looked_at_again() {
    let mut flow = Flow::sample();
    flow.press("T Enter Q Enter 3 l l l s s Enter a");
    let row = flow.model.desk().unwrap().table().current().unwrap();
    let account = flow.draft().account(row).unwrap();
    let comparison = account.comparisons(flow.draft()).into_iter().find(|one| one.difference.can_be_taken()).unwrap();
    let id = account.found.unwrap().id;
    flow.see("one duplicate is updated").press("Esc I").see("the summary");
    let other = if comparison.field == Field::Email { "somebody.else@example.com" } else { "anders" };
    colleague_changes(&flow.store, id.0, comparison.field, other);
    flow.press("Right Enter").see("meanwhile a colleague changed that very field");
    flow.press("Right Enter").see("the store is read again").press("Enter");
    flow.see("what the store holds now; the choice was for another value, so it is open again");
    flow.press("a").see("chosen again").press("Esc I").see("a new summary").press("Right Enter").see("written");
    flow.tell("faults-moved");
}
