//! The rows of the sheet, and the cells that change in them.

use std::io::{BufRead, Write};

use quick_xml::events::{BytesStart, Event};

use super::Patch;
use crate::domain::correction::{Content, Obstacle};
use crate::world::workbook::corrected::bounded::Pieces;
use crate::world::workbook::corrected::cell::{self, Cell};
use crate::world::workbook::corrected::plan::{Look, Target};
use crate::world::workbook::corrected::stop::Stop;
use crate::world::workbook::corrected::text;
use crate::world::workbook::fault::damaged;

impl<'p, W: Write> Patch<'p, W> {
    /// Passes on what is in the element of all cells, to its end.
    pub(super) fn cells<R: BufRead>(&mut self, pieces: &mut Pieces<R>) -> Result<(), Stop> {
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
    pub(super) fn rows_before(&mut self, row: u32) -> Result<(), Stop> {
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
