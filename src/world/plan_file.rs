//! Plans as files: written whole or not at all, for their owner alone, and read with care.

use std::fs::File;
use std::io::{Read, Write as _};
use std::path::Path;

use rustix::fs::{Mode, OFlags};

use super::whole_file::{Existing, Readers, Unfinished, WriteFault, is_same_file, write_whole};
use crate::app::fault::Fault;
use crate::domain::mask::mask_in_text;
use crate::domain::neutral::neutralise;
use crate::domain::plan::{CAP, NoPlan, Plan, VERSION};
use crate::domain::workbook::ReadFault;
use crate::world::perform::of_read;

/// Writes the text of a plan. It holds personal data: nobody but its owner may read it (0600).
///
/// # Errors
/// [`WriteFault`]; then the folder is as it was. [`WriteFault::Original`] where the path leads to
/// the workbook that the plan is made from, by whatever name.
pub fn write_plan(path: &Path, workbook: &Path, text: &[u8], existing: Existing) -> Result<(), WriteFault> {
    if is_same_file(path, workbook) {
        return Err(WriteFault::Original { path: path.to_owned() });
    }
    write_whole(path, existing, Readers::Owner, |file| file.write_all(text).map_err(Unfinished::Io))
}

/// Reads a plan; `-` is standard input. A pipe or a device in the place of the file is not waited for.
///
/// # Errors
/// [`Fault`]: no such file, not permitted, no file, larger than [`CAP`], or no plan.
pub fn read_plan(path: &Path) -> Result<Plan, Fault> {
    let told = |fault: ReadFault| of_read(fault, path);
    let text = if path == Path::new("-") { taken_in(std::io::stdin().lock()) } else { opened(path).and_then(taken_in) };
    Plan::from_json(&text.map_err(told)?).map_err(of_no_plan)
}

fn opened(path: &Path) -> Result<File, ReadFault> {
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let file = match rustix::fs::open(path, flags, Mode::empty()) {
        Ok(descriptor) => File::from(descriptor),
        // What opening a socket answers.
        Err(rustix::io::Errno::NXIO | rustix::io::Errno::NODEV) => return Err(ReadFault::NotRegular),
        Err(error) => return Err(std::io::Error::from(error).into()),
    };
    let found = file.metadata()?;
    match (found.is_dir(), found.is_file()) {
        (true, _) => Err(ReadFault::Directory),
        (false, false) => Err(ReadFault::NotRegular),
        (false, true) if found.len() > CAP => Err(ReadFault::TooLarge { cap: CAP }),
        (false, true) => Ok(file),
    }
}

fn taken_in(reader: impl Read) -> Result<Vec<u8>, ReadFault> {
    let mut text = Vec::new();
    reader.take(CAP + 1).read_to_end(&mut text)?;
    match text.len() as u64 {
        0 => Err(ReadFault::Empty),
        size if size > CAP => Err(ReadFault::TooLarge { cap: CAP }),
        _ => Ok(text),
    }
}

/// What is no plan may be a list of customers: national numbers in what is said of it are masked.
fn of_no_plan(fault: NoPlan) -> Fault {
    match fault {
        NoPlan::Newer { found } => Fault::PlanNewer { found, known: VERSION },
        NoPlan::Malformed { detail } => Fault::PlanUnreadable { detail: neutralise(&mask_in_text(&detail)).into_owned() },
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn a_plan_is_its_owners_alone_and_replaces_only_what_it_may() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("one.plan.json");
        let workbook = folder.path().join("one.xlsx");
        write_plan(&path, &workbook, b"first", Existing::Keep).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(matches!(write_plan(&path, &workbook, b"second", Existing::Keep), Err(WriteFault::Exists { .. })));
        assert_eq!(std::fs::read(&path).unwrap(), b"first");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        write_plan(&path, &workbook, b"third", Existing::Replace).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"third");
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600, "whoever could read the old one");
        assert!(matches!(
            write_plan(&folder.path().join("no/where.json"), &workbook, b"x", Existing::Keep),
            Err(WriteFault::Folder { .. })
        ));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left lying about");
    }

    #[test]
    fn a_plan_never_takes_the_place_of_its_workbook() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("a.xlsx"), "customers").unwrap();
        std::os::unix::fs::symlink(at("a.xlsx"), at("link.json")).unwrap();
        std::fs::hard_link(at("a.xlsx"), at("hard.json")).unwrap();
        for name in ["a.xlsx", "./a.xlsx", "link.json", "hard.json"] {
            let written = write_plan(&at(name), &at("a.xlsx"), b"plan", Existing::Replace);
            assert!(matches!(written, Err(WriteFault::Original { .. })), "{name}");
            assert_eq!(std::fs::read(at(name)).unwrap(), b"customers", "{name}");
        }
    }

    #[test]
    fn what_is_no_plan_is_refused_without_waiting_and_without_its_numbers() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        assert!(matches!(read_plan(&at("none.json")), Err(Fault::NotFound { .. })));
        assert!(matches!(read_plan(folder.path()), Err(Fault::IsFolder { .. })));
        assert!(matches!(read_plan(Path::new("/dev/zero")), Err(Fault::NotRegular { .. })));
        std::fs::write(at("empty.json"), "").unwrap();
        assert!(matches!(read_plan(&at("empty.json")), Err(Fault::EmptyFile { .. })));
        File::create(at("big.json")).unwrap().set_len(CAP + 1).unwrap();
        assert!(matches!(read_plan(&at("big.json")), Err(Fault::TooLarge { .. })));
        std::fs::write(at("newer.json"), r#"{"plan": 7, "moods": []}"#).unwrap();
        assert_eq!(read_plan(&at("newer.json")), Err(Fault::PlanNewer { found: 7, known: VERSION }));
        std::fs::write(at("number.json"), r#"{"plan": 1, "85073003328\u001b": []}"#).unwrap();
        let Err(Fault::PlanUnreadable { detail }) = read_plan(&at("number.json")) else { panic!("it is no plan") };
        assert!(detail.contains("unknown field") && !detail.contains("85073003328") && !detail.contains('\u{1b}'), "{detail}");
    }
}
