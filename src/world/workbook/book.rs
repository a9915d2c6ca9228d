//! What every format of workbook can do, and what is asked of it.

use std::collections::HashSet;

use super::binary::{BinaryPackage, Compound};
use super::intake::{Extent, Intake, Outlet};
use super::ods::OpenDocument;
use super::separated::Separated;
use super::source::Source;
use super::xlsx::Package;
use crate::domain::fold::fold;
use crate::domain::neutral::neutralise;
use crate::domain::workbook::{Format, Notes, ReadFault, Visibility, Which};

/// What is wanted of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(super) enum Task {
    /// Its sheets with their first rows.
    Outline,
    /// Its sheets with their first rows, then all of the one that is chosen by them.
    Chosen,
    /// All of one sheet.
    Sheet(Which),
    /// All of every sheet, line breaks in cells kept: a form that came back.
    Every,
}

/// A sheet in the list of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Title {
    /// Name as the file has it.
    pub(super) name: String,
    /// Whether it shows.
    pub(super) visibility: Visibility,
}

/// An opened workbook.
pub(super) trait Book {
    /// Its sheets with cells, in its own order.
    fn titles(&self) -> &[Title];

    /// Hands in the cells of the sheet at that place, as many as the intake wants.
    fn cells(&mut self, at: usize, intake: &mut Intake<'_, '_>) -> Result<(), ReadFault>;

    /// Hands in every sheet, as much of each as the intake wants.
    fn outline(&mut self, intake: &mut Intake<'_, '_>) -> Result<(), ReadFault> {
        for (at, title) in self.titles().to_vec().iter().enumerate() {
            intake.begin(&title.name, title.visibility)?;
            if let Err(fault) = self.cells(at, intake) {
                intake.fail(fault)?;
            }
        }
        Ok(())
    }

    /// Hands in all of one sheet.
    fn sheet(&mut self, which: &Which, intake: &mut Intake<'_, '_>) -> Result<(), ReadFault> {
        let at = choose(which, self.titles())?;
        if let Some(title) = self.titles().get(at) {
            intake.begin(&title.name, title.visibility)?;
        }
        self.cells(at, intake)
    }
}

/// Does the task in this process, whatever the format.
///
/// # Errors
/// Every [`ReadFault`] about content, and what the outlet answers.
pub(super) fn perform(source: &Source, task: &Task, outlet: &mut dyn Outlet) -> Result<Notes, ReadFault> {
    let extent = match task {
        Task::Outline | Task::Chosen => Extent::Head,
        Task::Sheet(_) | Task::Every => Extent::Whole,
    };
    let mut intake = Intake::new(source.format(), extent, source.size(), outlet);
    if *task == Task::Every {
        intake.keep_lines();
    }
    let bytes = source.bytes();
    match source.format() {
        Format::Xlsx => run(&mut Package::open(bytes)?, task, &mut intake)?,
        Format::Xlsb => run(&mut BinaryPackage::open(bytes)?, task, &mut intake)?,
        Format::Xls => run(&mut Compound::open(bytes)?, task, &mut intake)?,
        Format::Ods => run(&mut OpenDocument::open(bytes)?, task, &mut intake)?,
        Format::Separated => run(&mut Separated::open(source.name(), bytes)?, task, &mut intake)?,
    }
    Ok(intake.notes)
}

fn run(book: &mut dyn Book, task: &Task, intake: &mut Intake<'_, '_>) -> Result<(), ReadFault> {
    if book.titles().is_empty() {
        return Err(ReadFault::NoSheets);
    }
    match task {
        Task::Outline | Task::Every => book.outline(intake),
        Task::Chosen => {
            book.outline(intake)?;
            intake.choose()?.map_or(Ok(()), |at| book.sheet(&Which::At(at), intake))
        }
        Task::Sheet(which) => book.sheet(which, intake),
    }
}

/// Checks that every name is there once. Excel never makes two of one name, calamine gives the
/// cells of either for both.
pub(super) fn distinct<'t>(titles: impl IntoIterator<Item = &'t Title>) -> Result<(), ReadFault> {
    let mut seen = HashSet::new();
    match titles.into_iter().find(|title| !seen.insert(title.name.as_str())) {
        Some(twice) => Err(ReadFault::SameSheetName { name: neutralise(&twice.name).into_owned() }),
        None => Ok(()),
    }
}

/// Place of the sheet that was asked for.
fn choose(which: &Which, titles: &[Title]) -> Result<usize, ReadFault> {
    let names: Vec<String> = titles.iter().map(|title| neutralise(&title.name).into_owned()).collect();
    let found = match which {
        Which::At(at) => (*at < names.len()).then_some(*at),
        Which::Named(wanted) => {
            let same = |seen: &String| seen == wanted;
            let alike = |seen: &String| fold(seen) == fold(wanted);
            names.iter().position(same).or_else(|| names.iter().position(alike))
        }
    };
    found.ok_or_else(|| {
        let name = match which {
            Which::At(at) => (at + 1).to_string(),
            Which::Named(name) => neutralise(name).into_owned(),
        };
        ReadFault::NoSuchSheet { name, seen: names }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(names: &[&str]) -> Vec<Title> {
        names.iter().map(|&name| Title { name: name.to_owned(), visibility: Visibility::Visible }).collect()
    }

    #[test]
    fn a_sheet_is_found_by_place_by_name_and_by_nearly_its_name() {
        let titles = titles(&["klanten", "KLANTEN", "Blad\u{202e}2"]);
        let named = |name: &str| choose(&Which::Named(name.to_owned()), &titles);
        assert_eq!(named("KLANTEN"), Ok(1));
        assert_eq!(named("Klanten"), Ok(0));
        assert_eq!(named("Blad‹U+202E›2"), Ok(2));
        assert_eq!(choose(&Which::At(2), &titles), Ok(2));
        let seen = vec!["klanten".to_owned(), "KLANTEN".to_owned(), "Blad‹U+202E›2".to_owned()];
        assert_eq!(named("x"), Err(ReadFault::NoSuchSheet { name: "x".to_owned(), seen: seen.clone() }));
        assert_eq!(choose(&Which::At(3), &titles), Err(ReadFault::NoSuchSheet { name: "4".to_owned(), seen }));
    }

    #[test]
    fn one_name_twice_is_refused() {
        assert_eq!(distinct(&titles(&["a", "b"])), Ok(()));
        assert_eq!(distinct(&titles(&["a", "b", "a"])), Err(ReadFault::SameSheetName { name: "a".to_owned() }));
    }
}
