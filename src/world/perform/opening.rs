//! From a path to a draft: outline, headings, sheet, store, buckets.

use std::borrow::Cow;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use super::folders::expanded;
use super::{World, of_layout, of_read};
use crate::app::effect::{self, Opening, Preview, Stage};
use crate::app::fault::Fault;
use crate::domain::change_set::SourceMark;
use crate::domain::draft::{self, Choices, Draft, Judged, Office, SheetName};
use crate::domain::mapping;
use crate::domain::sheet::Sheet;
use crate::domain::template::layout::{Layout, LayoutFault, Place, SheetHead, find, of_row, unjudged_row};
use crate::domain::workbook::{Outline, ReadFault, ReadProgress, SheetOutline, Visibility};
use crate::world::drafts::Head;
use crate::world::spent::Spent;
use crate::world::workbook::{Follow, Reader, Source};

/// What came of opening a workbook.
#[derive(Debug)]
pub enum Opened {
    /// A draft.
    Draft(Box<Draft>),
    /// Stopped by the person.
    Stopped,
}

/// What is done where the headings do not tell all that is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfamiliar {
    /// It is refused: nobody is there to say what the columns are.
    Refused,
    /// It is opened, and a person says what the columns are.
    Mapped,
}

/// A workbook that could not be opened, and what can be seen of it. Boxed: a fault is many times as
/// big as what comes of an opening that succeeds.
pub(super) type Refused = Box<(Fault, Option<Preview>)>;

pub(super) fn refused(fault: Fault) -> Refused {
    Box::new((fault, None))
}

/// Hears the stage, what is done and of how much; breaks off.
pub(super) type Watch<'a> = &'a mut dyn FnMut(Stage, u64, u64) -> ControlFlow<()>;

/// Which sheet is wanted, and which column of it is which field.
pub(super) enum Wanted<'a> {
    /// What a person asked for; what is not said is found.
    Asked(&'a Opening, Unfamiliar),
    /// What a draft was made from: nothing is found anew, since its decisions are about these rows.
    Kept(&'a Head),
}

impl World {
    /// Makes the draft of a workbook that was taken in; `far` hears the stage, what is done and of how much. One that is given
    /// away is let go of as soon as it is read.
    ///
    /// # Errors
    /// The [`Fault`], and where the workbook could be looked into, what is in it.
    pub(super) fn opened(&self, source: Cow<'_, Source>, sheet: &Wanted<'_>, far: Watch<'_>) -> Result<Opened, Refused> {
        if far(Stage::Reading, 0, 0).is_break() {
            return Ok(Opened::Stopped);
        }
        let office = Arc::new(Office { today: self.clock.today(), defaults: self.defaults_of(sheet), ..self.office.clone() });
        let (source, judged) = match read_source(&self.reader, source, sheet, Some(&office), far) {
            Ok((mut source, judged)) => {
                if let Wanted::Asked(..) = sheet {
                    mapping::complete(&mut source.layout, &source.sheet, self.clock.today());
                }
                (source, judged)
            }
            Err(refused) => {
                return match &refused.0 {
                    Fault::System { detail } if *detail == ReadFault::Cancelled.to_string() => Ok(Opened::Stopped),
                    _ => Err(refused),
                };
            }
        };
        if far(Stage::ReadingStore, 0, 0).is_break() {
            return Ok(Opened::Stopped);
        }
        let stock = self.stock().map_err(refused)?;
        let judged = judged.unwrap_or_else(|| Judged::new(Arc::new(source.layout.clone()), office));
        let opened = Draft::open_judged(Arc::new(source), judged, stock, &mut |progress| {
            let stage = match progress.stage {
                draft::Stage::Judging => Stage::Judging,
                draft::Stage::Matching => Stage::Matching,
            };
            far(stage, u64::from(progress.done), u64::from(progress.all))
        });
        if let Ok(draft) = &opened {
            self.spent.rows(u64::from(draft.row_count()));
        }
        Ok(opened.map_or(Opened::Stopped, |draft| Opened::Draft(Box::new(draft))))
    }
}

impl World {
    /// What is chosen to begin with: as it is settled now, or as it was when a draft was made, since its decisions were made
    /// beside that.
    fn defaults_of(&self, wanted: &Wanted<'_>) -> Choices {
        match wanted {
            Wanted::Asked(..) => self.office.defaults.clone(),
            Wanted::Kept(head) => Choices { flow: head.flow.clone(), language: head.language, questionnaire: head.questionnaire.clone() },
        }
    }
}

/// Takes in the bytes of a workbook.
///
/// # Errors
/// The [`Fault`].
pub(super) fn taken_in(asked: &Opening) -> Result<Source, Refused> {
    let path = expanded(&asked.path);
    let source = if asked.path == "-" { Source::from_reader("stdin", std::io::stdin().lock()) } else { Source::open(&path) };
    source.map_err(|fault| refused(of_read(fault, &path)))
}

/// Takes in a workbook, finds the sheet and the headings of it and reads the sheet.
///
/// # Errors
/// The [`Fault`], and where the workbook could be looked into, what is in it.
pub fn open_source(
    reader: &Reader,
    asked: &Opening,
    unfamiliar: Unfamiliar,
    far: &mut dyn FnMut(Stage, u64, u64) -> ControlFlow<()>,
) -> Result<draft::Source, Box<(Fault, Option<Preview>)>> {
    Ok(read_source(reader, Cow::Owned(taken_in(asked)?), &Wanted::Asked(asked, unfamiliar), None, far)?.0)
}

/// Finds the sheet and the headings of a workbook and reads the sheet; for an office, its rows are judged meanwhile.
fn read_source(
    reader: &Reader,
    source: Cow<'_, Source>,
    wanted: &Wanted<'_>,
    office: Option<&Arc<Office>>,
    far: Watch<'_>,
) -> Result<(draft::Source, Option<Judged>), Refused> {
    let path = match wanted {
        Wanted::Asked(asked, _) => asked.path.as_str(),
        Wanted::Kept(head) => head.path.as_str(),
    };
    let mut following = Following { wanted, path, office, far, found: None, judged: None, spent: reader.spent() };
    let (file, fingerprint) = (source.name().to_owned(), source.fingerprint().to_owned());
    let read = reader.chosen(source, &mut following).map_err(|fault| refused(of_read(fault, &expanded(path))))?;
    let Following { found, judged, .. } = following;
    let (Found { at, layout, sheets }, reading) = match (found, read) {
        (Some(Ok(found)), Some(reading)) => (found, reading),
        (Some(Err(refused)), _) => return Err(refused),
        (None | Some(Ok(_)), _) => return Err(refused(Fault::NoSheets)),
    };
    let mark = SourceMark {
        file,
        fingerprint,
        sheet: sheets.get(at).map_or_else(String::new, |sheet| sheet.name.clone()),
        header_row: layout.header_row,
    };
    Ok((draft::Source { mark, sheet: reading.sheet, layout, sheets, columns_left_out: reading.notes.columns_left_out }, judged))
}

/// One who says which sheet is read as soon as it is known what there is, and has its rows judged while they come.
struct Following<'a, 'w> {
    wanted: &'a Wanted<'w>,
    path: &'a str,
    /// For whom rows are judged; nobody where only the source is wanted.
    office: Option<&'a Arc<Office>>,
    far: Watch<'a>,
    found: Option<Result<Found, Refused>>,
    judged: Option<Judged>,
    /// Judging is no reading, though it is done meanwhile.
    spent: &'a Spent,
}

/// The sheet that is read, and which column of it is which field.
struct Found {
    at: usize,
    layout: Layout,
    sheets: Vec<SheetName>,
}

impl Follow for Following<'_, '_> {
    fn choose(&mut self, outline: &Outline) -> Option<usize> {
        let placed = match self.wanted {
            Wanted::Asked(asked, unfamiliar) => place(outline, asked, *unfamiliar),
            Wanted::Kept(head) => kept_place(outline, head),
        };
        let (at, layout) = match placed {
            Ok(placed) => placed,
            Err(fault) => {
                self.found = Some(Err(Box::new((fault, Some(preview_of(self.path, outline))))));
                return None;
            }
        };
        self.judged = self.office.map(|office| Judged::new(Arc::new(layout.clone()), Arc::clone(office)));
        let named = |sheet: &SheetOutline| SheetName { name: sheet.name.clone(), visibility: sheet.visibility };
        self.found = Some(Ok(Found { at, layout, sheets: outline.sheets.iter().map(named).collect() }));
        Some(at)
    }

    fn far(&mut self, progress: ReadProgress, sheet: &Sheet) -> ControlFlow<()> {
        if let Some(judged) = &mut self.judged {
            self.spent.during(Stage::Judging, || judged.follow(sheet));
        }
        (self.far)(Stage::Reading, progress.done, progress.total.unwrap_or(0))
    }
}

/// The sheet and headings that a draft was made from.
fn kept_place(outline: &Outline, head: &Head) -> Result<(usize, Layout), Fault> {
    let mark = &head.mark;
    let named = outline.sheets.iter().enumerate().find(|(_, sheet)| sheet.name == mark.sheet);
    let names = || outline.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let (at, sheet) = named.ok_or_else(|| Fault::NoSuchSheet { name: mark.sheet.clone(), seen: names() })?;
    let mut layout =
        unjudged_row(&sheet.head, mark.header_row).map_err(|fault| of_layout(fault, headings(outline, at, Some(mark.header_row))))?;
    for (column, field) in &head.columns {
        let known = layout.columns.iter().find(|known| known.column == *column).and_then(|known| known.field);
        if known != *field {
            layout.assign(*column, *field);
        }
    }
    Ok((at, layout))
}

/// The sheet and headings that were asked for, or else those that are found.
fn place(outline: &Outline, asked: &Opening, unfamiliar: Unfamiliar) -> Result<(usize, Layout), Fault> {
    let names = || outline.sheets.iter().map(|sheet| sheet.name.clone()).collect::<Vec<_>>();
    let named = match &asked.sheet {
        None => None,
        Some(name) => {
            let exact = outline.sheets.iter().position(|sheet| sheet.name == *name);
            let alike = || outline.sheets.iter().position(|sheet| sheet.name.eq_ignore_ascii_case(name));
            Some(exact.or_else(alike).ok_or_else(|| Fault::NoSuchSheet { name: name.clone(), seen: names() })?)
        }
    };
    match (named, asked.header_row) {
        (at, Some(row)) => {
            let at = at.unwrap_or(0);
            let head = outline.sheets.get(at).ok_or(Fault::NoSheets)?;
            let layout = match unfamiliar {
                Unfamiliar::Refused => of_row(&head.head, row),
                Unfamiliar::Mapped => unjudged_row(&head.head, row),
            };
            let layout = layout.map_err(|fault| missed_in(head, fault, headings(outline, at, Some(row))))?;
            Ok((at, layout))
        }
        (Some(at), None) => {
            let head = outline.sheets.get(at).ok_or(Fault::NoSheets)?;
            let heads = [SheetHead { sheet: &head.head, visibility: crate::domain::template::layout::Visibility::Visible }];
            let place = search(&heads, unfamiliar).map_err(|fault| missed_in(head, fault, headings(outline, at, None)))?;
            Ok((at, place.layout))
        }
        (None, None) => {
            let place = search(&heads(outline), unfamiliar).map_err(|fault| missed(fault, outline))?;
            Ok((place.sheet, place.layout))
        }
    }
}

fn search(heads: &[SheetHead<'_>], unfamiliar: Unfamiliar) -> Result<Place, LayoutFault> {
    match unfamiliar {
        Unfamiliar::Refused => find(heads),
        Unfamiliar::Mapped => mapping::place(heads),
    }
}

fn heads(outline: &Outline) -> Vec<SheetHead<'_>> {
    let visibility = |visibility| match visibility {
        Visibility::Visible => crate::domain::template::layout::Visibility::Visible,
        Visibility::Hidden => crate::domain::template::layout::Visibility::Hidden,
    };
    outline.sheets.iter().map(|sheet| SheetHead { sheet: &sheet.head, visibility: visibility(sheet.visibility) }).collect()
}

/// A fault of the headings of that sheet, or why it cannot be read.
fn missed_in(sheet: &SheetOutline, fault: LayoutFault, seen: Vec<String>) -> Fault {
    sheet.fault.clone().map_or_else(|| of_layout(fault, seen), |unread| of_read(unread, Path::new("")))
}

/// A fault of the headings, with the headings of the sheet that came nearest.
fn missed(fault: LayoutFault, outline: &Outline) -> Fault {
    let nearest = crate::domain::template::layout::candidate(&heads(outline)).ok();
    // A sheet that cannot be read has no headings either: where no other came near, or it did itself, that is why.
    let unread = match &nearest {
        Some(place) => outline.sheets.get(place.sheet).and_then(|sheet| sheet.fault.clone()),
        None => outline.sheets.iter().find_map(|sheet| sheet.fault.clone()),
    };
    if let Some(unread) = unread {
        return of_read(unread, Path::new(""));
    }
    let seen = nearest.map(|place| place.layout.columns.into_iter().map(|column| column.heading).collect());
    of_layout(fault, seen.unwrap_or_else(|| headings(outline, 0, None)))
}

/// The texts of a row of a sheet, or of its first.
fn headings(outline: &Outline, at: usize, row: Option<u32>) -> Vec<String> {
    let Some(head) = outline.sheets.get(at).map(|sheet| &sheet.head) else { return Vec::new() };
    let index = row.and_then(|row| head.index_of(row)).unwrap_or(0);
    head.cells(index).map(|cell| cell.text.to_owned()).collect()
}

/// Looks into a workbook without opening it.
///
/// # Errors
/// [`Fault`] where it cannot even be looked into.
pub fn looked_into(reader: &Reader, path: &str) -> Result<Preview, Fault> {
    let real = expanded(path);
    let look = |real: &Path| reader.outline(&Source::open(real)?);
    let outline = look(&real).map_err(|fault| of_read(fault, &real))?;
    Ok(preview_of(path, &outline))
}

/// Looks into a workbook that was taken in.
///
/// # Errors
/// What cannot be read.
pub(super) fn looked_at(reader: &Reader, source: &Source) -> Result<Preview, ReadFault> {
    Ok(preview_of(source.name(), &reader.outline(source)?))
}

fn preview_of(path: &str, outline: &Outline) -> Preview {
    let found = place(outline, &Opening::default(), Unfamiliar::Mapped);
    let heads = outline.sheets.iter().map(|sheet| {
        let rows = (0..sheet.head.row_count())
            .map(|at| (sheet.head.row_number(at), sheet.head.cells(at).map(|cell| cell.text.to_owned()).collect()));
        effect::Head { sheet: sheet.name.clone(), hidden: sheet.visibility == Visibility::Hidden, rows: rows.collect() }
    });
    let heads = heads.collect();
    match found {
        Ok((at, layout)) => {
            let name = outline.sheets.get(at).map_or_else(String::new, |sheet| sheet.name.clone());
            Preview { path: path.to_owned(), heads, found: Some((name, layout.header_row)), fault: None }
        }
        Err(fault) => Preview { path: path.to_owned(), heads, found: None, fault: Some(fault) },
    }
}

/// Opens a workbook for a command without a screen; `far` hears the stage, what is done and of how much.
///
/// # Errors
/// The [`Fault`] alone.
pub fn opened(world: &World, asked: &Opening, far: &mut dyn FnMut(Stage, u64, u64) -> ControlFlow<()>) -> Result<Draft, Fault> {
    let source = world.spent.during(Stage::Reading, || taken_in(asked)).map_err(|refused| refused.0)?;
    match world.opened(Cow::Owned(source), &Wanted::Asked(asked, Unfamiliar::Refused), far) {
        Ok(Opened::Draft(draft)) => Ok(*draft),
        Ok(Opened::Stopped) => Err(Fault::System { detail: draft::BrokenOff.to_string() }),
        Err(refused) => Err(refused.0),
    }
}
