//! A draft's files: for the person alone, whole after a fault, and gone when thrown away.

use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::path::Path;

use super::*;
use crate::app::fault::Fault;
use crate::domain::change_set::SourceMark;
use crate::domain::draft::{Decision, Deed, Step};
use crate::domain::language::Language;
use crate::domain::snapshot::Revision;

const ID: &str = "0123456789abcdef0123456789abcdef";

fn head(id: &str) -> Head {
    Head {
        id: id.into(),
        path: "/srv/klanten.xlsx".into(),
        mark: SourceMark { file: "klanten.xlsx".into(), fingerprint: "f".repeat(64), sheet: "Klanten".into(), header_row: 1 },
        columns: vec![(0, None)],
        store: String::new(),
        revision: Revision(0),
        flow: None,
        language: None,
        questionnaire: None,
        day: jiff::civil::date(2026, 5, 14),
        rules: 1,
        rows: 122,
        who: "els".into(),
        when: "2026-05-14T14:02:00Z".parse().unwrap(),
    }
}

fn tag() -> OpenBy {
    OpenBy { who: "els".into(), pid: 7, since: "2026-05-14T14:02:00Z".parse().unwrap() }
}

fn choice(to: Language) -> Entry {
    Entry::Decided(Step::new(Deed::Choose, vec![Decision::Language { from: None, to: Some(to) }]))
}

fn drafts(folder: &Path) -> Drafts {
    Drafts::new(Some(folder.join("state/instroom/drafts")))
}

fn listed(drafts: &Drafts) -> Vec<KeptLine> {
    let told = |fault: DraftFault| Fault::System { detail: fault.to_string() };
    drafts.list(told).unwrap().into_iter().map(|one| (one.kept.file, one.kept.is_decided, one.kept.open_by.map(|by| by.who))).collect()
}

type KeptLine = (String, bool, Option<String>);

#[test]
fn a_draft_is_kept_taken_up_and_thrown_away() {
    let folder = tempfile::tempdir().unwrap();
    let mine = drafts(folder.path());
    assert_eq!(listed(&mine), []);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "looking creates nothing");
    let id = mine.create(head(ID), b"rows", &[]).unwrap();
    mine.write(&id, &[choice(Language::Dutch)]).unwrap();
    mine.write(&id, &[choice(Language::French), Entry::StoodAt(1)]).unwrap();
    assert_eq!(mine.secure().into_iter().map(|(id, count)| (id, count.unwrap())).collect::<Vec<_>>(), [(id.clone(), 3)]);
    assert!(mine.secure().is_empty(), "nothing new");

    let another = drafts(folder.path());
    assert_eq!(listed(&another), [("klanten.xlsx".into(), true, Some("els".into()))]);
    assert!(matches!(another.open(&id, &tag()), Err(DraftFault::InUse { by: Some(by) }) if by.who == "els"));
    assert!(matches!(another.remove(&id, &tag()), Err(DraftFault::InUse { .. })));
    mine.leave(&id, Leaving::Keep).unwrap();
    let stored = another.open(&id, &tag()).unwrap();
    assert_eq!((stored.head, stored.source, stored.cut), (head(ID), b"rows".to_vec(), None));
    assert_eq!(stored.entries, [choice(Language::Dutch), choice(Language::French), Entry::StoodAt(1)]);
    another.leave(&id, Leaving::Keep).unwrap();
    mine.remove(&id, &tag()).unwrap();
    assert_eq!(fs::read_dir(folder.path().join("state/instroom/drafts")).unwrap().count(), 0, "nothing stays behind");
    assert!(matches!(mine.open(&id, &tag()), Err(DraftFault::Gone)));
}

#[test]
fn everything_is_for_the_person_alone() {
    let folder = tempfile::tempdir().unwrap();
    let drafts = drafts(folder.path());
    let id = drafts.create(head(ID), b"rows", &[]).unwrap();
    drafts.write(&id, &[choice(Language::Dutch)]).unwrap();
    let place = folder.path().join("state/instroom/drafts");
    let mode = |path: &Path| fs::symlink_metadata(path).unwrap().permissions().mode() & 0o7777;
    assert_eq!((mode(&place), mode(&place.join(ID))), (0o700, 0o700));
    let files: Vec<_> = fs::read_dir(place.join(ID)).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(files.len(), 5, "{files:?}");
    for file in files {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
}

#[test]
fn no_link_is_followed() {
    let folder = tempfile::tempdir().unwrap();
    let drafts = drafts(folder.path());
    let id = drafts.create(head(ID), b"rows", &[]).unwrap();
    drafts.leave(&id, Leaving::Keep).unwrap();
    let path = folder.path().join("state/instroom/drafts").join(ID);
    let mine = folder.path().join("mine");
    for name in [JOURNAL, SOURCE, HEAD, LOCK] {
        let file = path.join(name);
        fs::rename(&file, &mine).unwrap();
        let before = fs::read(&mine).unwrap();
        symlink(&mine, &file).unwrap();
        assert!(drafts.open(&id, &tag()).is_err(), "{name}");
        assert_eq!((fs::read(&mine).unwrap(), fs::metadata(&mine).unwrap().nlink()), (before, 1), "{name}");
        fs::rename(&mine, &file).unwrap();
    }
    assert!(drafts.open(&id, &tag()).is_ok());
    drafts.leave(&id, Leaving::Keep).unwrap();
    // A draft that is a link to a folder is no draft, and throwing it away leaves the folder alone.
    fs::rename(&path, &mine).unwrap();
    symlink(&mine, &path).unwrap();
    assert!(drafts.open(&id, &tag()).is_err() && drafts.remove(&id, &tag()).is_err());
    assert_eq!(listed(&drafts), []);
    assert!(mine.join(SOURCE).exists());
}

#[test]
fn a_damaged_middle_is_put_aside_and_a_torn_end_cut_off() {
    let folder = tempfile::tempdir().unwrap();
    let drafts = drafts(folder.path());
    let id = drafts.create(head(ID), b"rows", &[choice(Language::Dutch), choice(Language::French)]).unwrap();
    drafts.leave(&id, Leaving::Keep).unwrap();
    let path = folder.path().join("state/instroom/drafts").join(ID);
    let whole = fs::read(path.join(JOURNAL)).unwrap();
    fs::write(path.join(JOURNAL), &whole[..whole.len() - 1]).unwrap();
    let stored = drafts.open(&id, &tag()).unwrap();
    assert_eq!((stored.entries.as_slice(), stored.cut), (&[choice(Language::Dutch)][..], Some(Cut::Torn)));
    // What is decided now stands where the torn entry stood.
    drafts.write(&id, &[choice(Language::English)]).unwrap();
    drafts.leave(&id, Leaving::Keep).unwrap();
    let mut bytes = fs::read(path.join(JOURNAL)).unwrap();
    bytes[12] ^= 1;
    fs::write(path.join(JOURNAL), &bytes).unwrap();
    let stored = drafts.open(&id, &tag()).unwrap();
    assert_eq!((stored.entries.len(), stored.cut), (0, Some(Cut::Damaged)));
    assert_eq!(fs::read(path.join("journal.aside-1")).unwrap(), bytes);
    drafts.write(&id, &[choice(Language::German)]).unwrap();
    drafts.leave(&id, Leaving::Keep).unwrap();
    let stored = drafts.open(&id, &tag()).unwrap();
    assert_eq!((stored.entries.as_slice(), stored.cut), (&[choice(Language::German)][..], None));
}

#[test]
fn what_a_killed_program_left_half_done_goes_and_what_another_makes_stays() {
    let folder = tempfile::tempdir().unwrap();
    let drafts = drafts(folder.path());
    let place = folder.path().join("state/instroom/drafts");
    fs::create_dir_all(place.join(format!(".new-{ID}"))).unwrap();
    fs::create_dir_all(place.join(format!(".gone-{}", "a".repeat(32)))).unwrap();
    fs::create_dir_all(place.join("photos")).unwrap();
    let making = place.join(format!(".new-{}", "b".repeat(32)));
    fs::create_dir_all(&making).unwrap();
    let lock = Lock::take(&making.join(LOCK), &tag()).unwrap();
    assert_eq!(listed(&drafts), []);
    let mut left: Vec<_> = fs::read_dir(&place).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    left.sort();
    assert_eq!(left, [format!(".new-{}", "b".repeat(32)), "photos".to_owned()]);
    drop(lock);
}

#[test]
fn a_newer_draft_is_refused_and_listed() {
    let folder = tempfile::tempdir().unwrap();
    let drafts = drafts(folder.path());
    let id = drafts.create(head(ID), b"rows", &[]).unwrap();
    drafts.leave(&id, Leaving::Keep).unwrap();
    let path = folder.path().join("state/instroom/drafts").join(ID).join(HEAD);
    let mut body = vec![frame::VERSION + 1];
    body.extend(b"whatever");
    let length = u32::try_from(body.len()).unwrap().to_le_bytes();
    fs::write(&path, [&length[..], &crc32fast::hash(&body).to_le_bytes(), &body].concat()).unwrap();
    assert!(matches!(drafts.open(&id, &tag()), Err(DraftFault::Newer { .. })));
    assert_eq!(listed(&drafts), [(ID.to_owned(), true, None)]);
    drafts.remove(&id, &tag()).unwrap();
}

#[test]
fn what_could_not_be_written_comes_with_the_next_entry() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(ID);
    fs::create_dir(&path).unwrap();
    let mut held = fill(&path, &head(ID), b"rows", &[choice(Language::Dutch)]).unwrap();
    let good = fs::read(path.join(JOURNAL)).unwrap();
    let journal = path.join(JOURNAL);
    // A file that is open for reading only refuses as a full disk does.
    held.replace_journal(fs::File::open(&journal).unwrap());
    let entries = [choice(Language::French), choice(Language::German), choice(Language::English)];
    for entry in &entries[..2] {
        assert!(held.write(&journal::written(std::slice::from_ref(entry)).unwrap(), 1).is_err());
    }
    assert_eq!(fs::read(&journal).unwrap(), good, "what was there is there");
    held.replace_journal(place::open(&journal).unwrap());
    held.write(&journal::written(&entries[2..]).unwrap(), 1).unwrap();
    let told = journal::read(&fs::read(&journal).unwrap()).unwrap();
    assert_eq!(told.entries[1..], entries);
    assert_eq!(held.unsynced().map(|(_, _, count)| count), Some(3));
}

#[test]
fn a_pipe_is_waited_for_nowhere_and_hides_no_other_draft() {
    for name in [HEAD, JOURNAL, SOURCE, VIEW, LOCK] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state/instroom/drafts").join(ID);
        let other = "b".repeat(32);
        let (told, answer) = std::sync::mpsc::channel();
        let drafts = drafts(folder.path());
        for id in [ID, &other] {
            let id = drafts.create(head(id), b"rows", &[]).unwrap();
            drafts.leave(&id, Leaving::Keep).unwrap();
        }
        fs::remove_file(path.join(name)).unwrap();
        rustix::fs::mknodat(rustix::fs::CWD, path.join(name), rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
        // Whoever waited would wait for ever.
        std::thread::spawn(move || {
            let id = DraftId::parse(ID).unwrap();
            let seen = (listed(&drafts).len(), drafts.open(&id, &tag()).is_ok());
            drafts.leave(&id, Leaving::Keep).unwrap();
            drafts.remove(&id, &tag()).unwrap();
            told.send((seen, listed(&drafts).len())).unwrap();
        });
        let seen = answer.recv_timeout(std::time::Duration::from_secs(20)).unwrap();
        assert_eq!(seen, ((2, name == VIEW), 1), "{name}");
    }
}

#[test]
fn a_draft_is_thrown_away_whatever_its_files_are() {
    let folder = tempfile::tempdir().unwrap();
    let drafts = drafts(folder.path());
    let path = folder.path().join("state/instroom/drafts").join(ID);
    let mine = folder.path().join("mine");
    fs::create_dir(&mine).unwrap();
    fs::write(mine.join("photo"), b"jpg").unwrap();
    for name in [HEAD, JOURNAL, SOURCE, VIEW, LOCK] {
        for is_link in [false, true] {
            let id = drafts.create(head(ID), b"rows", &[]).unwrap();
            drafts.leave(&id, Leaving::Keep).unwrap();
            fs::remove_file(path.join(name)).unwrap();
            if is_link {
                symlink(&mine, path.join(name)).unwrap();
            } else {
                fs::create_dir_all(path.join(name).join("deeper")).unwrap();
            }
            drafts.remove(&id, &tag()).unwrap();
            assert_eq!(listed(&drafts), [], "{name}");
            assert!(mine.join("photo").exists(), "{name}");
        }
    }
}

#[test]
fn a_draft_removed_under_an_open_one_is_neither_saved_nor_kept() {
    let folder = tempfile::tempdir().unwrap();
    let drafts = drafts(folder.path());
    let id = drafts.create(head(ID), b"rows", &[]).unwrap();
    drafts.write(&id, &[choice(Language::Dutch)]).unwrap();
    fs::remove_dir_all(folder.path().join("state/instroom/drafts").join(ID)).unwrap();
    assert!(matches!(drafts.secure().as_slice(), [(_, Err(DraftFault::Gone))]));
    assert!(matches!(drafts.leave(&id, Leaving::Keep), Err(DraftFault::Gone)));
    assert_eq!(drafts.leave(&id, Leaving::Lose).unwrap(), Left::Lost);
}

#[test]
fn a_draft_that_cannot_be_kept_is_held_until_it_can_or_is_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let drafts = drafts(folder.path());
    let id = drafts.create(head(ID), b"rows", &[]).unwrap();
    let journal = folder.path().join("state/instroom/drafts").join(ID).join(JOURNAL);
    // A file that is open for reading only refuses as a full disk does.
    drafts.replace_journal(&id, fs::File::open(&journal).unwrap());
    assert!(drafts.write(&id, &[choice(Language::Dutch)]).is_err());
    assert!(matches!(drafts.leave(&id, Leaving::Keep), Err(DraftFault::Io { .. })));
    assert!(matches!(drafts.secure().as_slice(), [(_, Err(DraftFault::Io { .. }))]), "it is still held");
    drafts.replace_journal(&id, place::open(&journal).unwrap());
    assert_eq!(drafts.leave(&id, Leaving::Keep).unwrap(), Left::Kept);
    assert!(drafts.secure().is_empty());
    assert_eq!(drafts.open(&id, &tag()).unwrap().entries, [choice(Language::Dutch)], "with what was behind");
    drafts.replace_journal(&id, fs::File::open(&journal).unwrap());
    assert!(drafts.write(&id, &[choice(Language::French)]).is_err());
    assert_eq!(drafts.leave(&id, Leaving::Lose).unwrap(), Left::Lost);
    assert_eq!(drafts.open(&id, &tag()).unwrap().entries, [choice(Language::Dutch)]);
}

#[test]
fn decisions_that_are_gone_are_counted() {
    use crate::domain::draft::Bucket;
    let folder = tempfile::tempdir().unwrap();
    let drafts = drafts(folder.path());
    let path = folder.path().join("state/instroom/drafts").join(ID);
    let entries = [choice(Language::Dutch), choice(Language::French), choice(Language::English)];
    let ends: Vec<usize> = (0..=3).map(|count| journal::written(&entries[..count]).unwrap().len()).collect();
    let view = Whereabouts { tab: Bucket::OnlyInImport, pane: true, tabs: Vec::new(), invalid: 0, steps: 3 };
    let cases = [
        (ends[3], None, 0),
        (ends[3] - 1, Some(Cut::Torn), 0),
        (ends[2], None, 1),
        (ends[2] - 1, Some(Cut::Damaged), 2),
        (1, Some(Cut::Damaged), 3),
        (0, None, 3),
    ];
    for (length, cut, missing) in cases {
        let id = drafts.create(head(ID), b"rows", &entries).unwrap();
        drafts.remember(&id, &view, "2026-05-14T14:02:00Z".parse().unwrap());
        drafts.leave(&id, Leaving::Keep).unwrap();
        let bytes = fs::read(path.join(JOURNAL)).unwrap();
        fs::write(path.join(JOURNAL), &bytes[..length]).unwrap();
        assert!(listed(&drafts)[0].1, "{length}");
        let stored = drafts.open(&id, &tag()).unwrap();
        assert_eq!((stored.cut, stored.missing), (cut, missing), "{length}");
        assert_eq!(path.join("journal.aside-1").exists(), cut == Some(Cut::Damaged), "{length}");
        drafts.leave(&id, Leaving::Remove).unwrap();
    }
}
