//! The table of shared texts ([ECMA-376] 18.4.9), all of them in one piece. What it claims to hold is not asked.

use std::io::Read;

use super::super::fault::excess;
use super::events;
use super::markup::{InTag, in_tag, passed, raw_text, resolved, trimmed};
use super::window::Window;
use super::{escapes, plain};
use crate::domain::workbook::{Excess, ReadFault};

/// The shared texts.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Texts {
    all: String,
    /// Where each text ends.
    ends: Vec<u32>,
}

impl Texts {
    /// Reads a table.
    ///
    /// # Errors
    /// Damaged, or more than 4 GiB of text.
    pub(super) fn read<R: Read>(mut window: Window<R>) -> Result<Self, ReadFault> {
        let mut texts = Self::default();
        if events::enter(&mut window, "sst", |_| Ok(()))? {
            while texts.next(&mut window)? {}
        }
        window.finish()?;
        texts.all.shrink_to_fit();
        texts.ends.shrink_to_fit();
        Ok(texts)
    }

    /// The text at a place.
    pub(super) fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)?;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.all.get(start as usize..end as usize)
    }

    /// Takes in what is next; false at the end of the table.
    fn next<R: Read>(&mut self, window: &mut Window<R>) -> Result<bool, ReadFault> {
        loop {
            let seen = window.seen();
            let mut rest = seen;
            while let Some(()) = self.take(&mut rest) {
                self.end()?;
            }
            // Within a text that was given up nothing has been passed.
            let (taken, left) = (seen.len() - rest.len(), rest.len());
            window.pass(taken);
            if left >= plain::LONGEST || !window.more()? {
                break;
            }
        }
        if !events::text(window, "si", "sst", &mut self.all)? {
            return Ok(false);
        }
        self.end()?;
        Ok(true)
    }

    /// Takes in a text that is written in the usual way.
    fn take(&mut self, rest: &mut &[u8]) -> Option<()> {
        let mut at = *rest;
        passed(&mut at, b"<si><t")?;
        let mut keeps_space = false;
        loop {
            match in_tag(&mut at)? {
                InTag::Attribute(name, value) => keeps_space |= name == b"xml:space" && value == b"preserve",
                InTag::Open => break,
                InTag::Closed => return None,
            }
        }
        let text = resolved(raw_text(&mut at)?)?;
        passed(&mut at, b"</t></si>")?;
        self.all.push_str(&escapes::decoded(if keeps_space { &text } else { trimmed(&text) }));
        *rest = at;
        Some(())
    }

    fn end(&mut self) -> Result<(), ReadFault> {
        self.ends.push(u32::try_from(self.all.len()).map_err(|_| excess(Excess::Text))?);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(table: &str) -> Result<Vec<String>, ReadFault> {
        let texts = Texts::read(Window::new(table.as_bytes()))?;
        Ok((0..).map_while(|at| texts.get(at).map(str::to_owned)).collect())
    }

    #[test]
    fn texts_are_read_however_they_are_written() {
        let table = "<?xml version='1.0'?><!-- x --><sst count='9' uniqueCount='99999999999'><si><t>Van den Berg</t></si>\
                     <si><t xml:space=\"preserve\"> a&amp;b </t></si><si><t> trimmed </t></si><si/><si><t/></si>\
                     <si><r><t>Van</t></r><r><rPr/><t xml:space='preserve'> Dam</t></r><rPh sb='0' eb='1'><t>ヴ</t></rPh></si>\
                     \n  <si>\n<t>indented</t></si><si><t><![CDATA[<c>]]></t></si><si><t>a_x000A_b</t></si><si><t>last</t></si></sst>";
        assert_eq!(texts(table).unwrap(), ["Van den Berg", " a&b ", "trimmed", "", "", "Van Dam", "indented", "<c>", "a\nb", "last"]);
        assert_eq!(texts("<sst/>").unwrap(), [""; 0]);
        assert_eq!(texts("<x:sst><x:si><x:t>a</x:t></x:si></x:sst>").unwrap(), ["a"]);
    }

    #[test]
    fn a_table_that_ends_in_the_middle_is_damaged() {
        for table in ["", "<sst>", "<sst><si><t>a</t></si>", "<sst><si><t>a", "<sst><si><t>&nbsp;</t></si></sst>"] {
            assert!(matches!(texts(table), Err(ReadFault::Damaged { .. })), "{table}");
        }
    }

    #[test]
    fn a_table_that_is_longer_than_what_is_in_memory_at_a_time_is_read_whole() {
        let long = "x".repeat(300_000);
        let table: String = (0..40_000).map(|at| format!("<si><t>text {at}</t></si>")).collect();
        let read = texts(&format!("<sst>{table}<si><t>{long}</t></si><si><t>end</t></si></sst>")).unwrap();
        assert_eq!((read.len(), read[39_999].as_str(), read[40_000].len(), read[40_001].as_str()), (40_002, "text 39999", 300_000, "end"));
    }
}
