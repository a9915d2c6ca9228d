//! Unsaved changes on disk: the last state that is whole, and nothing of who is gone.

use std::os::unix::fs::PermissionsExt as _;

use super::*;
use crate::app::unsaved::Work;
use crate::domain::customer::{CustomerId, Values};
use crate::domain::field::Field;

fn edits(text: &str) -> Unsaved {
    let work = Work::Page { stored: Box::new(Values::new()), edits: vec![(Field::City, text.to_owned())] };
    Unsaved { store: "0f".repeat(16), about: About::Customer(CustomerId(7)), work }
}

fn tag() -> OpenBy {
    OpenBy { who: "els".into(), pid: 1, since: Timestamp::UNIX_EPOCH }
}

#[test]
fn the_last_state_is_found_by_the_next_program_and_only_by_it() {
    let folder = tempfile::tempdir().unwrap();
    let first = Drafts::new(Some(folder.path().join("drafts")));
    for text in ["Gent", "Aalst"] {
        first.keep_unsaved(&edits(text), Timestamp::UNIX_EPOCH, &tag()).unwrap();
    }
    assert!(matches!(first.secure_unsaved().as_slice(), [(About::Customer(_), Ok(()))]));
    assert!(first.secure_unsaved().is_empty(), "once");
    let wanted = edits("Aalst");
    assert_eq!(first.left_behind(&wanted.store, &wanted.about).unwrap(), None, "it is being made here");
    let second = Drafts::new(Some(folder.path().join("drafts")));
    assert_eq!(second.left_behind(&wanted.store, &wanted.about).unwrap(), None, "it is being made elsewhere");
    assert!(matches!(second.keep_unsaved(&wanted, Timestamp::UNIX_EPOCH, &tag()), Err(DraftFault::InUse { .. })));
    drop(first);
    let found = second.left_behind(&wanted.store, &wanted.about).unwrap().unwrap();
    assert_eq!(found.unsaved, wanted);
    assert_eq!(second.all_left_behind(), [found]);
    second.drop_unsaved(&wanted.store, &wanted.about).unwrap();
    assert_eq!(second.left_behind(&wanted.store, &wanted.about).unwrap(), None);
    assert_eq!(fs::read_dir(folder.path().join("drafts/unsaved")).unwrap().count(), 0, "nothing stays");
}

#[test]
fn what_the_disk_does_not_take_is_written_once_it_does() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("drafts");
    // Nothing can be made where a file stands.
    fs::write(&place, b"").unwrap();
    let drafts = Drafts::new(Some(place.clone()));
    let unsaved = edits("Gent");
    assert!(matches!(drafts.keep_unsaved(&unsaved, Timestamp::UNIX_EPOCH, &tag()), Err(DraftFault::Io { .. })));
    assert!(matches!(drafts.secure_unsaved().as_slice(), [(About::Customer(_), Err(DraftFault::Io { .. }))]));
    fs::remove_file(&place).unwrap();
    assert!(matches!(drafts.secure_unsaved().as_slice(), [(About::Customer(_), Ok(()))]));
    drop(drafts);
    let found = Drafts::new(Some(place)).left_behind(&unsaved.store, &unsaved.about).unwrap().unwrap();
    assert_eq!(found.unsaved, unsaved);
}

#[test]
fn of_a_customer_who_is_gone_nothing_stays() {
    let folder = tempfile::tempdir().unwrap();
    let drafts = Drafts::new(Some(folder.path().join("drafts")));
    let (gone, stays) = (edits("Gent"), Unsaved { about: About::Customer(CustomerId(8)), ..edits("Aalst") });
    for unsaved in [&gone, &stays] {
        drafts.keep_unsaved(unsaved, Timestamp::UNIX_EPOCH, &tag()).unwrap();
    }
    drop(drafts);
    let place = folder.path().join("drafts/unsaved");
    let path = place.join(name_of(&gone.store, &gone.about));
    fs::write(path.with_extension("aside-1"), b"Gent, torn").unwrap();
    fs::write(path.with_extension("new"), b"Gent, half").unwrap();
    let drafts = Drafts::new(Some(folder.path().join("drafts")));
    drafts.erase_unsaved(&gone.store, [gone.about].into_iter());
    let found: Vec<Unsaved> = drafts.all_left_behind().into_iter().map(|found| found.unsaved).collect();
    assert_eq!(found, [stays]);
    let names = fs::read_dir(&place).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let erased = path.file_name().unwrap().to_str().unwrap();
    assert_eq!(names.filter(|name| name.starts_with(erased)).count(), 0);
}

#[test]
fn it_is_for_the_person_alone_and_damage_is_said_once() {
    let folder = tempfile::tempdir().unwrap();
    let drafts = Drafts::new(Some(folder.path().join("drafts")));
    let unsaved = edits("Gent");
    drafts.keep_unsaved(&unsaved, Timestamp::UNIX_EPOCH, &tag()).unwrap();
    let place = folder.path().join("drafts/unsaved");
    let path = place.join(name_of(&unsaved.store, &unsaved.about)).with_extension(FRESH);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&place), mode(&path)), (0o700, 0o600));
    drop(drafts);
    fs::write(&path, b"torn").unwrap();
    let drafts = Drafts::new(Some(folder.path().join("drafts")));
    assert!(drafts.all_left_behind().is_empty());
    assert!(matches!(drafts.left_behind(&unsaved.store, &unsaved.about), Err(DraftFault::Damaged { .. })));
    assert_eq!(drafts.left_behind(&unsaved.store, &unsaved.about).unwrap(), None);
    assert_eq!(fs::read(path.with_extension("aside-1")).unwrap(), b"torn", "it is put aside");
}

#[test]
fn a_fresh_state_that_a_power_cut_tore_gives_way_to_the_durable_one() {
    let folder = tempfile::tempdir().unwrap();
    let fresh_drafts = || Drafts::new(Some(folder.path().join("drafts")));
    let (drafts, safe) = (fresh_drafts(), edits("Gent"));
    let keep = |text: &str| drafts.keep_unsaved(&edits(text), Timestamp::UNIX_EPOCH, &tag()).unwrap();
    keep("Gent");
    assert!(matches!(drafts.secure_unsaved().as_slice(), [(_, Ok(()))]));
    let path = folder.path().join("drafts/unsaved").join(name_of(&safe.store, &safe.about));
    let durable = fs::read(&path).unwrap();
    keep("Aalst");
    assert_eq!(fs::read(&path).unwrap(), durable, "it stays until the next is as safe");
    drop(drafts);
    assert_eq!(fresh_drafts().all_left_behind()[0].unsaved, edits("Aalst"));
    for ending in UNSAFE {
        fs::write(beside(&path, ending), b"").unwrap();
    }
    assert_eq!(fresh_drafts().all_left_behind()[0].unsaved, safe);
    assert_eq!(fresh_drafts().left_behind(&safe.store, &safe.about).unwrap().unwrap().unsaved, safe);
    assert!(!states(&path)[..2].iter().any(|torn| torn.exists()), "they are put aside");
    fresh_drafts().drop_unsaved(&safe.store, &safe.about).unwrap();
    assert_eq!(fresh_drafts().left_behind(&safe.store, &safe.about).unwrap(), None);
}
