//! The templates: their headings, how a sheet is recognised as one, their example row, what they say.
//!
//! Two generations are read, in Dutch, French and English and with the names that offices give their
//! own columns; only the second generation is written. What is here is words and rules about words;
//! the workbook itself is made and read in `world`.

pub mod example;
pub mod guidance;
pub mod headings;
pub mod layout;
pub mod near;
pub mod recognition;
mod synonyms;
