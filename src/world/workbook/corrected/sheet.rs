//! The sheet of customers: passed on piece by piece, with other cells where the plan says so.

use std::collections::BTreeMap;
use std::io::{BufRead, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesStart, Event};

use super::bounded::Pieces;
use super::cell::{self, Cell};
use super::plan::{Look, Plan, Target};
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

    fn cells<R: BufRead>(&mut self, pieces: &mut Pieces<R>) -> Result<(), Stop> {
        let (mut buffer, mut row) = (Vec::new(), 0_u32);
        loop {
            let event = pieces.next(&mut buffer)?;
            let (tag, is_empty) = match &event {
                Event::Start(tag) if tag.local_name().as_ref() == "row" => (tag, false),
                Event::Empty(tag) if tag.local_name().as_ref() == "row" => (tag, true),
                Event::Start(_) => return Err(Obstacle::Unknown.into()),
                Event::End(_) => {
                    self.rows_before(u32::MAX)?;
                    self.writer.write_event(event)?;
                    return Ok(());
                }
                Event::Eof => return Err(damaged("a sheet that ends in its middle").into()),
                _ => {
                    self.writer.write_event(event)?;
                    continue;
                }
            };
            let number = match cell::attribute(tag, "r")? {
                Some(number) => number.trim().parse::<u32>().map_err(|_| damaged("row number"))?,
                None => row.saturating_add(1),
            };
            if number <= row || number > text::LAST.0 + 1 {
                return Err(Obstacle::Disorder.into());
            }
            row = number;
            self.rows_before(row)?;
            if !self.concerns(row) {
                self.writer.write_event(event.borrow())?;
                if !is_empty {
                    self.pass_row(pieces)?;
                }
                continue;
            }
            let tag = self.row_tag(tag, row)?;
            if is_empty {
                self.writer.write_event(Event::Start(tag.borrow()))?;
                self.new_cells(row, u16::MAX, cell::number(&tag, "s")?)?;
                self.writer.write_event(Event::End(tag.to_end()))?;
            } else {
                self.writer.write_event(Event::Start(tag.borrow()))?;
                self.row(pieces, row, cell::number(&tag, "s")?)?;
            }
        }
    }

    fn concerns(&self, row: u32) -> bool {
        self.targets_left().first().is_some_and(|target| target.place.row == row)
            || self.plan.seek_first.contains(&row)
            || row == self.plan.header_row
    }

    fn targets_left(&self) -> &'p [Target] {
        self.plan.targets.get(self.next..).unwrap_or_default()
    }

    /// The row without its claim of where cells are, if it does not hold any more.
    fn row_tag<'t>(&self, tag: &BytesStart<'t>, row: u32) -> Result<BytesStart<'t>, Stop> {
        let Some(spans) = cell::attribute(tag, "spans")? else { return Ok(tag.clone()) };
        let claim = spans.split_once(':').and_then(|(first, last)| Some((first.parse::<u32>().ok()?, last.parse::<u32>().ok()?)));
        let mut here = self.targets_left().iter().take_while(|target| target.place.row == row);
        let inside = |column: u16| claim.is_some_and(|(first, last)| (first..=last).contains(&(u32::from(column) + 1)));
        if here.all(|target| inside(target.place.column)) { Ok(tag.clone()) } else { cell::without_attribute(tag, "spans") }
    }

    /// Passes a row on in which nothing changes. Formulas are looked at all the same.
    fn pass_row<R: BufRead>(&mut self, pieces: &mut Pieces<R>) -> Result<(), Stop> {
        let (mut buffer, mut depth) = (Vec::new(), 0_usize);
        loop {
            let event = pieces.next(&mut buffer)?;
            match &event {
                Event::Start(tag) => {
                    depth += 1;
                    self.formula(tag)?;
                }
                Event::Empty(tag) => self.formula(tag)?,
                Event::End(_) if depth == 0 => return Ok(self.writer.write_event(event)?),
                Event::End(_) => depth -= 1,
                Event::Eof => return Err(damaged("a sheet that ends in its middle").into()),
                _ => {}
            }
            self.writer.write_event(event)?;
        }
    }

    /// A formula that fills several cells cannot lose one of them.
    fn formula(&self, tag: &BytesStart<'_>) -> Result<(), Stop> {
        if tag.local_name().as_ref() != "f" {
            return Ok(());
        }
        let spreads = matches!(cell::attribute(tag, "t")?.as_deref(), Some("array" | "dataTable"));
        let range = cell::attribute(tag, "ref")?.filter(|_| spreads).and_then(|range| text::parse_range(&range));
        match range {
            Some(range) if range.0 != range.1 && self.plan.touches(range) => Err(Obstacle::SpreadFormula.into()),
            _ => Ok(()),
        }
    }

    /// Passes a row on in which cells change.
    fn row<R: BufRead>(&mut self, pieces: &mut Pieces<R>, row: u32, row_style: u32) -> Result<(), Stop> {
        let (mut buffer, mut last) = (Vec::new(), None);
        loop {
            let event = pieces.next(&mut buffer)?;
            let (tag, is_empty) = match &event {
                Event::Start(tag) if tag.local_name().as_ref() == "c" => (tag, false),
                Event::Empty(tag) if tag.local_name().as_ref() == "c" => (tag, true),
                Event::End(_) => {
                    self.new_cells(row, u16::MAX, row_style)?;
                    self.writer.write_event(event)?;
                    return Ok(());
                }
                Event::Start(_) => return Err(Obstacle::Unknown.into()),
                Event::Eof => return Err(damaged("a sheet that ends in its middle").into()),
                _ => {
                    self.writer.write_event(event)?;
                    continue;
                }
            };
            let column = cell::column(tag, row, last)?;
            last = Some(column);
            self.new_cells(row, column, row_style)?;
            let old = Cell::of(tag)?;
            match self.targets_left().first().filter(|target| (target.place.row, target.place.column) == (row, column)) {
                Some(target) => {
                    if !is_empty {
                        self.drop_cell(pieces)?;
                    }
                    self.write(target, Some(&old), row_style)?;
                }
                None => {
                    self.writer.write_event(event)?;
                    if !is_empty {
                        self.filled(row, column, Some(old.style));
                        self.pass_row(pieces)?;
                    }
                }
            }
        }
    }

    /// A cell that holds something: perhaps the first of its row, perhaps a heading.
    fn filled(&mut self, row: u32, column: u16, heading: Option<u32>) {
        if self.plan.seek_first.contains(&row) {
            self.found.first.entry(row).or_insert(column);
        }
        match heading {
            Some(style) if row == self.plan.header_row => self.heading = style,
            _ => {}
        }
    }

    /// Reads the rest of a cell that gives way.
    fn drop_cell<R: BufRead>(&mut self, pieces: &mut Pieces<R>) -> Result<(), Stop> {
        let (mut buffer, mut depth) = (Vec::new(), 0_usize);
        loop {
            let event = pieces.next(&mut buffer)?;
            match &event {
                Event::Start(tag) | Event::Empty(tag) => {
                    if tag.local_name().as_ref() == "f" {
                        self.formula_gives_way(tag)?;
                    }
                    depth += usize::from(matches!(event, Event::Start(_)));
                }
                Event::End(_) if depth == 0 => return Ok(()),
                Event::End(_) => depth -= 1,
                Event::Eof => return Err(damaged("a sheet that ends in its middle").into()),
                _ => {}
            }
        }
    }

    /// The cell in which a formula stands that others share cannot give way; the others can.
    fn formula_gives_way(&mut self, tag: &BytesStart<'_>) -> Result<(), Stop> {
        self.found.formula_gone = true;
        let range = cell::attribute(tag, "ref")?.map(|range| text::parse_range(&range));
        match range {
            None => Ok(()),
            Some(Some((first, last))) if first == last => Ok(()),
            Some(_) => Err(Obstacle::SpreadFormula.into()),
        }
    }

    /// Writes what is to stand in rows before that one and of which the sheet has nothing.
    fn rows_before(&mut self, row: u32) -> Result<(), Stop> {
        while let Some(target) = self.targets_left().first().filter(|target| target.place.row < row) {
            let number = target.place.row;
            write!(self.writer.get_mut(), "<{}row r=\"{number}\">", self.prefix)?;
            self.new_cells(number, u16::MAX, 0)?;
            write!(self.writer.get_mut(), "</{}row>", self.prefix)?;
        }
        Ok(())
    }

    /// Writes what is to stand in the row before that column and of which the row has nothing.
    fn new_cells(&mut self, row: u32, before: u16, row_style: u32) -> Result<(), Stop> {
        while let Some(target) = self.targets_left().first().filter(|target| target.place.row == row && target.place.column < before) {
            self.write(target, None, row_style)?;
        }
        Ok(())
    }

    fn write(&mut self, target: &Target, old: Option<&Cell>, row_style: u32) -> Result<(), Stop> {
        self.next += 1;
        if old.is_none() && target.content == Content::Empty {
            return Ok(());
        }
        let place = target.place;
        let number = u32::from(place.column) + 1;
        let of_column = || self.columns.iter().find(|(first, last, _)| (*first..=*last).contains(&number)).map_or(0, |found| found.2);
        let before = match old {
            Some(old) => old.style,
            None if row_style != 0 => row_style,
            None => of_column(),
        };
        let style = match target.look {
            Look::Changed => self.styles.changed(before)?,
            Look::Heading => self.styles.changed(self.heading)?,
            Look::Added => self.styles.added()?,
        };
        if target.content != Content::Empty {
            self.filled(place.row, place.column, (target.look == Look::Changed).then_some(before));
        }
        cell::write(self.writer.get_mut(), &self.prefix, target, style, old, self.from_1904)?;
        self.found.written += 1;
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
