//! The sheet of customers: passed on piece by piece, with other cells where the plan says so.
//! What happens beside the cells is here, the cells are in `rows`.

mod rows;

use std::collections::BTreeMap;
use std::io::{BufRead, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesStart, Event};

use super::bounded::Pieces;
use super::cell;
use super::plan::Plan;
use super::stop::Stop;
use super::styles::Styles;
use super::text;
use crate::domain::correction::{Content, Obstacle};
use crate::world::workbook::fault::damaged;

/// What stands behind the reference to the drawings of remarks ([ECMA-376] 18.3.1.99).
const BEHIND: [&str; 8] = ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"];

/// Name space of the sheets.
const SPACE: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// Beginning of the name spaces of the strict form.
const STRICT: &str = "http://purl.oclc.org/ooxml/";

/// What was found while the sheet was passed on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Found {
    /// The relationship that leads to the drawings of remarks, if there is one.
    pub(super) drawings: Option<String>,
    /// First filled cells of the rows of which they were sought.
    pub(super) first: BTreeMap<u32, u16>,
    /// How many cells were written.
    pub(super) written: usize,
    /// Whether a formula gave way.
    pub(super) formula_gone: bool,
}

/// Passes a sheet on.
pub(super) struct Patch<'p, W: Write> {
    writer: Writer<W>,
    plan: &'p Plan,
    styles: &'p mut Styles,
    from_1904: bool,
    /// Name of the relationship to put in for the drawings, if the sheet has none.
    drawings: Option<&'p str>,
    prefix: String,
    next: usize,
    columns: Vec<(u32, u32, u32)>,
    /// Format of the last heading.
    heading: u32,
    /// Whether the reference to the drawings was put in.
    put: bool,
    found: Found,
}

impl<'p, W: Write> Patch<'p, W> {
    /// Nothing passed on yet. `drawings` names the relationship to use where the sheet has none.
    pub(super) fn new(into: W, plan: &'p Plan, styles: &'p mut Styles, from_1904: bool, drawings: Option<&'p str>) -> Self {
        Self {
            writer: Writer::new(into),
            plan,
            styles,
            from_1904,
            drawings,
            prefix: String::new(),
            next: 0,
            columns: Vec::new(),
            heading: 0,
            put: false,
            found: Found::default(),
        }
    }

    /// Passes the whole sheet on.
    ///
    /// # Errors
    /// No well-formed sheet, or one that cannot be changed without harm.
    pub(super) fn run<R: BufRead>(&mut self, pieces: &mut Pieces<R>) -> Result<(), Stop> {
        let (mut buffer, mut depth, mut passed_cells) = (Vec::new(), 0_usize, false);
        loop {
            let event = pieces.next(&mut buffer)?;
            match &event {
                Event::Start(tag) if depth == 0 => {
                    self.root(tag)?;
                    depth = 1;
                }
                Event::Start(tag) if depth == 1 && tag.local_name().as_ref() == "sheetData" => {
                    passed_cells = true;
                    self.writer.write_event(event)?;
                    self.cells(pieces)?;
                    continue;
                }
                Event::Empty(tag) if depth == 1 && tag.local_name().as_ref() == "sheetData" => {
                    passed_cells = true;
                    self.writer.write_event(Event::Start(tag.borrow()))?;
                    self.rows_before(u32::MAX)?;
                    self.writer.write_event(Event::End(tag.to_end()))?;
                    continue;
                }
                Event::Start(tag) | Event::Empty(tag) if depth == 1 => {
                    if let Some(changed) = self.beside_cells(tag, passed_cells)? {
                        let is_start = matches!(event, Event::Start(_));
                        self.writer.write_event(if is_start { Event::Start(changed) } else { Event::Empty(changed) })?;
                        depth += usize::from(is_start);
                        continue;
                    }
                    depth += usize::from(matches!(event, Event::Start(_)));
                }
                Event::Start(_) => depth += 1,
                Event::Empty(tag) if depth == 2 && !passed_cells && tag.local_name().as_ref() == "col" => self.column(tag)?,
                Event::End(_) => {
                    depth = depth.checked_sub(1).ok_or_else(|| damaged("an element ends that never began"))?;
                    if depth == 0 {
                        self.put_drawings()?;
                    }
                }
                Event::Eof if depth == 0 && passed_cells => return Ok(()),
                Event::Eof => return Err(damaged("a sheet that ends in its middle").into()),
                _ => {}
            }
            self.writer.write_event(event)?;
        }
    }

    /// What was found; everything has been passed on.
    pub(super) fn finish(mut self) -> Result<Found, Stop> {
        self.writer.get_mut().flush()?;
        Ok(self.found)
    }

    fn root(&mut self, tag: &BytesStart<'_>) -> Result<(), Stop> {
        if tag.local_name().as_ref() != "worksheet" {
            return Err(Obstacle::Unknown.into());
        }
        let name = tag.name();
        let prefix = name.as_ref().rfind(':').and_then(|at| name.as_ref().get(..=at)).unwrap_or_default();
        let declaration = if prefix.is_empty() { "xmlns".to_owned() } else { format!("xmlns:{}", prefix.trim_end_matches(':')) };
        match cell::attribute(tag, &declaration)?.as_deref() {
            None | Some(SPACE) => {}
            Some(space) if space.starts_with(STRICT) => return Err(Obstacle::Strict.into()),
            Some(_) => return Err(Obstacle::Unknown.into()),
        }
        prefix.clone_into(&mut self.prefix);
        Ok(())
    }

    /// Looks at an element beside the cells; gives another one in its place where it has to change.
    fn beside_cells<'t>(&mut self, tag: &BytesStart<'t>, passed_cells: bool) -> Result<Option<BytesStart<'t>>, Stop> {
        match tag.local_name().as_ref() {
            "dimension" if !passed_cells => self.dimension(tag),
            "legacyDrawing" if self.put => Err(Obstacle::Unknown.into()),
            "legacyDrawing" => {
                self.found.drawings = cell::local_attribute(tag, "id")?;
                Ok(None)
            }
            name if passed_cells && (BEHIND.contains(&name) || name == "AlternateContent") => {
                self.put_drawings()?;
                Ok(None)
            }
            // Behind the place where the drawings went, nothing may follow that belongs before it.
            "drawing" if self.put => Err(Obstacle::Unknown.into()),
            _ => Ok(None),
        }
    }

    fn put_drawings(&mut self) -> Result<(), Stop> {
        if let (None, Some(id)) = (&self.found.drawings, self.drawings) {
            let office = super::directory::OFFICE;
            write!(self.writer.get_mut(), "<{}legacyDrawing xmlns:r=\"{office}\" r:id=\"{id}\"/>", self.prefix)?;
            self.found.drawings = Some(id.to_owned());
            self.put = true;
        }
        Ok(())
    }

    /// Widens the claim of where cells are.
    fn dimension<'t>(&self, tag: &BytesStart<'t>) -> Result<Option<BytesStart<'t>>, Stop> {
        let Some((mut first, mut last)) = cell::attribute(tag, "ref")?.and_then(|range| text::parse_range(&range)) else { return Ok(None) };
        let claimed = (first, last);
        for target in self.plan.targets.iter().filter(|target| target.content != Content::Empty) {
            first = (first.0.min(target.place.row), first.1.min(target.place.column));
            last = (last.0.max(target.place.row), last.1.max(target.place.column));
        }
        if (first, last) == claimed {
            return Ok(None);
        }
        let range = format!("{}:{}", text::place(first.0, first.1), text::place(last.0, last.1));
        Ok(Some(cell::with_attribute(tag, "ref", &range)?))
    }

    /// Remembers the format of a column: new cells in it take it.
    fn column(&mut self, tag: &BytesStart<'_>) -> Result<(), Stop> {
        let number = |name: &str| Ok::<_, Stop>(cell::attribute(tag, name)?.and_then(|value| value.parse::<u32>().ok()));
        if let (Some(first), Some(last), Some(style)) = (number("min")?, number("max")?, number("style")?) {
            self.columns.push((first, last, style));
        }
        Ok(())
    }
}

/// One past the last column that holds anything.
///
/// # Errors
/// No well-formed sheet, or one of which the cells are not in order.
pub(super) fn width<R: BufRead>(pieces: &mut Pieces<R>) -> Result<u32, Stop> {
    let (mut buffer, mut width, mut row, mut last) = (Vec::new(), 0, 0_u32, None);
    loop {
        match pieces.next(&mut buffer)? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "row" => {
                row = cell::attribute(&tag, "r")?.and_then(|number| number.parse().ok()).unwrap_or_else(|| row.saturating_add(1));
                last = None;
            }
            Event::Start(tag) if tag.local_name().as_ref() == "c" => {
                last = Some(cell::column(&tag, row, last)?);
                width = width.max(last.map_or(0, |column| u32::from(column) + 1));
            }
            Event::Empty(tag) if tag.local_name().as_ref() == "c" => last = Some(cell::column(&tag, row, last)?),
            Event::End(tag) if tag.local_name().as_ref() == "sheetData" => return Ok(width),
            Event::Eof => return Ok(width),
            _ => {}
        }
    }
}
