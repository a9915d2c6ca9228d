//! Rows that were pasted from a spreadsheet, taken in as a file would be.

use std::path::Path;

use super::opening::{Refused, looked_at, refused};
use super::{World, of_read};
use crate::app::effect::{Opening, PASTED};
use crate::domain::sheet::column_letters;
use crate::domain::workbook::ReadFault;
use crate::world::workbook::Source;

impl World {
    /// Pasted rows are often copied without their headings. Then each column gets its letter as one, and a person says which field it is.
    pub(super) fn with_headings(&self, source: Source, asked: &Opening) -> (Source, Opening) {
        let as_it_is = |source| (source, asked.clone());
        let Some(text) = asked.pasted.as_ref().filter(|_| asked.path == PASTED && asked.header_row.is_none()) else {
            return as_it_is(source);
        };
        match looked_at(&self.reader, &source) {
            Ok(preview) if preview.found.is_none() => {}
            Ok(_) | Err(_) => return as_it_is(source),
        }
        let columns = text.lines().take(HEAD_LINES).map(|line| line.split('\t').count()).max().unwrap_or(0);
        let letters: Vec<String> = (0..u16::try_from(columns).unwrap_or(u16::MAX)).map(column_letters).collect();
        match Source::from_bytes(PASTED_NAME, format!("{SEPARATED}{}\n{text}", letters.join("\t")).into_bytes()) {
            Ok(lettered) => (lettered, Opening { header_row: Some(1), ..asked.clone() }),
            Err(_) => as_it_is(source),
        }
    }
}

/// What pasted rows are called where a workbook has the name of its file.
const PASTED_NAME: &str = "pasted.tsv";

/// Says to whoever reads the rows what stands between their cells, whatever stands in them.
const SEPARATED: &str = "sep=\t\n";

/// How many lines of pasted rows tell how many columns there are.
const HEAD_LINES: usize = 100;

/// Takes in rows that were pasted. A draft of them that was taken up again has its own copy, and the rows themselves are gone.
pub(super) fn taken_in(asked: &Opening) -> Result<Source, Refused> {
    let name = Path::new(PASTED_NAME);
    let text = asked.pasted.as_ref().ok_or_else(|| refused(of_read(ReadFault::NotFound, name)))?;
    Source::from_bytes(PASTED_NAME, format!("{SEPARATED}{text}").into_bytes()).map_err(|fault| refused(of_read(fault, name)))
}
