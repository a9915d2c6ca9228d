//! The office's own workbook, in which only what the correction names is another.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, BufWriter, Write as _};
use std::path::Path;

use super::assembly::Assembly;
use super::bounded::Pieces;
use super::directory::{CONTENT_TYPES, ContentTypes, Relationships};
use super::drawing;
use super::plan::{self, Ground, Plan};
use super::problems;
use super::register::{Listed, Register};
use super::remarks::{self, Remarked};
use super::sheet::{self, Found, Patch};
use super::stop::Stop;
use super::styles::Styles;
use super::text;
use super::tree::Tree;
use crate::domain::correction::{Corrected, Correction, Manner, Obstacle, Place, Signature};
use crate::world::workbook::fault::damaged;
use crate::world::workbook::package::{self, Archive, LARGE_CAP};

/// Kinds of content of the parts that are added.
const SHEET_KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const STYLES_KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
const REMARKS_KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const DRAWING_KIND: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";

/// The ending that a workbook's name has to have, by the kind of its main part: Excel opens no
/// workbook with macros under a name without.
pub(super) fn ending(bytes: &[u8]) -> Result<&'static str, Stop> {
    let mut archive = package::open(bytes)?;
    let register = Register::of(&mut archive)?;
    let kind = ContentTypes::of(&mut archive)?.kind(&register.part).unwrap_or_default().to_ascii_lowercase();
    Ok(match (kind.contains("macroenabled"), kind.contains("template")) {
        (false, false) => "xlsx",
        (true, false) => "xlsm",
        (false, true) => "xltx",
        (true, true) => "xltm",
    })
}

/// Writes the copy into a file; what else has to be kept meanwhile is kept in a nameless file in the folder.
///
/// # Errors
/// [`Stop`]; what the file holds then is worth nothing.
pub(super) fn write(bytes: &[u8], correction: &Correction, folder: &Path, into: &mut File) -> Result<Corrected, Stop> {
    let mut work = Work::open(bytes, correction, folder)?;
    let added = work.free_columns()?;
    let plan = Plan::of(correction, &added);
    work.check_tables(&plan)?;
    let wants_remarks = !correction.remarks.is_empty();
    let found = work.sheet(&plan, wants_remarks)?;
    let ground = Ground { added, first: found.first.clone() };
    let remarked = work.remarks(&ground.remarks(correction), &found)?;
    let problems = work.problems(&ground)?;
    let signature = work.rest(&found)?;
    work.assembly.write(&mut work.archive, into)?;
    let listed = correction.problems.as_ref().map_or(0, |problems| problems.rows.len());
    Ok(Corrected {
        manner: Manner::Kept,
        cells_changed: found.written,
        remarks: remarked.remarks,
        remarks_left_out: remarked.left_out,
        problems,
        problems_left_out: listed.saturating_sub(problems::PROBLEM_CAP),
        added: ground.added,
        signature,
    })
}

/// One copy in the making.
struct Work<'b, 'c> {
    archive: Archive<'b>,
    correction: &'c Correction,
    register: Register,
    types: ContentTypes,
    listed: Listed,
    beside: Relationships,
    styles: Styles,
    styles_part: Option<String>,
    assembly: Assembly,
}

impl<'b, 'c> Work<'b, 'c> {
    fn open(bytes: &'b [u8], correction: &'c Correction, folder: &Path) -> Result<Self, Stop> {
        let mut archive = package::open(bytes)?;
        let register = Register::of(&mut archive)?;
        let types = ContentTypes::of(&mut archive)?;
        let listed = register.find(&correction.sheet).ok_or(Obstacle::Unknown)?;
        let beside = Relationships::of(&mut archive, &listed.part)?;
        let styles_part = register.relationships.first("styles").and_then(|found| found.target);
        let part = match &styles_part {
            Some(part) => package::part(&mut archive, part)?,
            None => None,
        };
        let styles = Styles::of(part.as_deref())?;
        Ok(Self { archive, correction, register, types, listed, beside, styles, styles_part, assembly: Assembly::new(folder)? })
    }

    /// Places for the columns to be added.
    fn free_columns(&mut self) -> Result<Vec<u16>, Stop> {
        if self.correction.added.is_empty() {
            return Ok(Vec::new());
        }
        let width = sheet::width(&mut pieces(&mut self.archive, &self.listed.part)?)?;
        Ok(plan::free_columns(width, self.correction)?)
    }

    /// The description of a table repeats its headings: none of them may become another.
    fn check_tables(&mut self, plan: &Plan) -> Result<(), Stop> {
        for table in self.beside.all().into_iter().filter(|found| found.is("table")) {
            let Some(bytes) = table.target.map(|part| package::part(&mut self.archive, &part)).transpose()?.flatten() else { continue };
            let tree = Tree::parse(&bytes)?;
            let rows = tree.root.get("headerRowCount").and_then(|rows| rows.parse::<u32>().ok()).unwrap_or(1);
            let range = tree.root.get("ref").and_then(|range| text::parse_range(&range));
            if let Some((first, last)) = range
                && rows > 0
                && plan.touches((first, (first.0.saturating_add(rows - 1), last.1)))
            {
                return Err(Obstacle::TableHeading.into());
            }
        }
        Ok(())
    }

    fn sheet(&mut self, plan: &Plan, wants_remarks: bool) -> Result<Found, Stop> {
        let from_1904 = self.register.counts_from_1904();
        let id = self.beside.free_id();
        let into = BufWriter::with_capacity(1 << 16, self.assembly.begin(&self.archive, &self.listed.part)?);
        let mut patch = Patch::new(into, plan, &mut self.styles, from_1904, wants_remarks.then_some(id.as_str()));
        patch.run(&mut pieces(&mut self.archive, &self.listed.part)?)?;
        patch.finish()
    }

    fn remarks(&mut self, wanted: &BTreeMap<Place, Vec<&str>>, found: &Found) -> Result<Remarked, Stop> {
        let known = self.beside.first("comments").and_then(|known| known.target);
        let before = match &known {
            Some(part) => package::part(&mut self.archive, part)?,
            None => None,
        };
        if before.is_none() && wanted.is_empty() {
            return Ok(Remarked::default());
        }
        let (bytes, remarked) = remarks::put(before.as_deref(), wanted)?;
        // First the drawings: the sheet leads to them by a name that is not to be given to anything else.
        self.draw(&remarked, found)?;
        if !remarked.changed {
            return Ok(remarked);
        }
        let part = match known.filter(|_| before.is_some()) {
            Some(part) => part,
            None => {
                let part = self.assembly.free_name(&self.archive, "xl/comments", ".xml")?;
                self.types.add(&part, REMARKS_KIND);
                self.beside.add("comments", &part);
                part
            }
        };
        self.assembly.put(&self.archive, &part, &bytes)?;
        Ok(remarked)
    }

    fn draw(&mut self, remarked: &Remarked, found: &Found) -> Result<(), Stop> {
        let Some(id) = &found.drawings else { return Ok(()) };
        let known = self.beside.all().into_iter().find(|known| known.id == *id);
        let (part, before) = match known {
            Some(_) if remarked.drawn.is_empty() && remarked.erased.is_empty() => return Ok(()),
            Some(known) => {
                let part = known.target.ok_or(Obstacle::Drawing)?;
                let before = package::part(&mut self.archive, &part)?.ok_or(Obstacle::Drawing)?;
                (part, Some(before))
            }
            None => {
                let part = self.assembly.free_name(&self.archive, "xl/drawings/vmlDrawing", ".vml")?;
                self.types.add_ending("vml", DRAWING_KIND);
                self.beside.add_as(id, "vmlDrawing", &part);
                (part, None)
            }
        };
        let bytes = drawing::put(before, &remarked.erased, &remarked.drawn)?;
        self.assembly.put(&self.archive, &part, &bytes)
    }

    fn problems(&mut self, ground: &Ground) -> Result<Option<String>, Stop> {
        let Some(problems) = &self.correction.problems else { return Ok(None) };
        let part = self.assembly.free_name(&self.archive, "xl/worksheets/sheet", ".xml")?;
        let name = self.register.free_name(&problems.name);
        let formats = self.styles.list()?;
        let mut into = BufWriter::with_capacity(1 << 16, self.assembly.begin(&self.archive, &part)?);
        problems::write(&mut into, problems, formats, ground, &self.listed.name)?;
        into.flush()?;
        drop(into);
        self.types.add(&part, SHEET_KIND);
        self.register.add(&name, &part, problems::filtered(problems).as_deref())?;
        Ok(Some(name))
    }

    /// What binds the parts together, and what a changed workbook cannot keep.
    fn rest(&mut self, found: &Found) -> Result<Signature, Stop> {
        if self.styles.are_changed() {
            self.write_styles()?;
        }
        if found.formula_gone
            && let Some(chain) = self.register.relationships.first("calcChain")
        {
            self.register.relationships.remove(&chain.id);
            self.leave_out(chain.target.as_deref().unwrap_or_default());
        }
        if found.written > 0 {
            self.register.compute_on_opening()?;
        }
        let signature = self.drop_signature()?;
        if self.register.changed {
            self.assembly.put(&self.archive, &self.register.part, &self.register.bytes())?;
        }
        for relationships in [&self.register.relationships, &self.beside] {
            if relationships.changed {
                self.assembly.put(&self.archive, &relationships.part, &relationships.bytes())?;
            }
        }
        if self.types.changed {
            self.assembly.put(&self.archive, CONTENT_TYPES, &self.types.bytes())?;
        }
        Ok(signature)
    }

    fn write_styles(&mut self) -> Result<(), Stop> {
        let styles_part = match self.styles_part.take() {
            Some(part) => part,
            None => {
                let part = self.assembly.free_name(&self.archive, "xl/styles", ".xml")?;
                self.types.add(&part, STYLES_KIND);
                self.register.relationships.add("styles", &part);
                part
            }
        };
        self.assembly.put(&self.archive, &styles_part, &self.styles.bytes()?)?;
        Ok(())
    }

    fn leave_out(&mut self, part: &str) {
        self.assembly.leave_out(&self.archive, part);
        self.types.remove(part);
    }

    /// A signature says that nothing was changed: it goes, as it does when Excel saves.
    fn drop_signature(&mut self) -> Result<Signature, Stop> {
        let mut package = Relationships::of(&mut self.archive, "")?;
        let signed: Vec<_> = package.all().into_iter().filter(|found| found.is("origin")).collect();
        if signed.is_empty() {
            return Ok(Signature::None);
        }
        for origin in signed {
            package.remove(&origin.id);
            let Some(part) = origin.target else { continue };
            let signatures = Relationships::of(&mut self.archive, &part)?;
            for target in signatures.all().into_iter().filter_map(|signature| signature.target) {
                self.leave_out(&target);
            }
            self.leave_out(&signatures.part);
            self.leave_out(&part);
        }
        self.assembly.put(&self.archive, &package.part, &package.bytes())?;
        Ok(Signature::Dropped)
    }
}

/// A large part, piece by piece.
fn pieces<'a>(archive: &'a mut Archive<'_>, part: &str) -> Result<Pieces<BufReader<impl std::io::Read + 'a>>, Stop> {
    let place = package::place(archive, part).ok_or_else(|| damaged("a sheet that is not there"))?;
    let part = archive.by_index(place)?;
    Ok(Pieces::new(BufReader::with_capacity(1 << 16, part), LARGE_CAP))
}
