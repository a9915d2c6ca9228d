//! A mapping that an office gave a name, so that the same list is recognised the next time.

use serde::{Deserialize, Serialize};

use crate::domain::field::Field;
use crate::domain::fold::fold;
use crate::domain::template::layout::Layout;

/// How many of the saved headings that hold a field a sheet has to have: three quarters, since
/// offices drop a column now and then, and two at least.
const FEWEST_HEADINGS: usize = 2;

/// One heading of a saved mapping.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SavedColumn {
    /// The heading, [folded](fold): case, accents and runs of white space do not count.
    pub heading: String,
    /// What the column holds; none for a column that is left out on purpose.
    pub field: Option<Field>,
}

/// Headings and what they mean, under a name. The place of a column is not kept: lists are recognised by
/// their headings in whatever order they stand.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SavedMapping {
    /// The name that a person gave it, trimmed and never empty. Saving under the same name replaces.
    pub name: String,
    /// The headings, as they stood from left to right. Of two with the same text the first is the first.
    pub columns: Vec<SavedColumn>,
}

impl SavedMapping {
    /// Longest name, in characters.
    pub const LONGEST_NAME: usize = 60;

    /// The mapping of a layout under a name. None where the name is blank or too long, or where fewer
    /// than two columns with a heading hold a field: nothing could be recognised by it.
    #[must_use]
    pub fn of(name: &str, layout: &Layout) -> Option<Self> {
        let name = name.trim();
        let columns: Vec<SavedColumn> = layout
            .columns
            .iter()
            .map(|column| SavedColumn { heading: fold(&column.heading), field: column.field })
            .filter(|column| !column.heading.is_empty())
            .collect();
        let fits = !name.is_empty() && name.chars().count() <= Self::LONGEST_NAME;
        let saved = Self { name: name.to_owned(), columns };
        (fits && saved.fields() >= FEWEST_HEADINGS).then_some(saved)
    }

    /// What each of a sheet's headings means by this mapping: `None` for a heading that it does not
    /// know, `Some(None)` for one that is left out on purpose. `None` altogether where too few of the
    /// saved headings stand in the sheet to call it the same list.
    #[must_use]
    pub fn recognise<'h>(&self, headings: impl IntoIterator<Item = &'h str>) -> Option<Vec<Option<Option<Field>>>> {
        let mut left: Vec<&SavedColumn> = self.columns.iter().collect();
        let mut found = 0;
        let meanings: Vec<_> = headings
            .into_iter()
            .map(|heading| {
                let heading = fold(heading);
                let at = left.iter().position(|saved| saved.heading == heading)?;
                let field = left.remove(at).field;
                found += usize::from(field.is_some());
                Some(field)
            })
            .collect();
        (found >= FEWEST_HEADINGS && found * 4 >= self.fields() * 3).then_some(meanings)
    }

    /// How many columns hold a field.
    fn fields(&self) -> usize {
        self.columns.iter().filter(|column| column.field.is_some()).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::template::layout::{Column, Generation};

    fn layout(columns: &[(&str, Option<Field>)]) -> Layout {
        let columns = (0_u16..).zip(columns).map(|(column, &(heading, field))| Column { column, heading: heading.to_owned(), field });
        Layout { header_row: 1, columns: columns.collect(), generation: Generation::Own }
    }

    fn saved() -> SavedMapping {
        let columns = [
            ("Wie", Some(Field::LastName)),
            ("Roepnaam ", Some(Field::FirstName)),
            ("Bereikbaar", Some(Field::Email)),
            ("Bereikbaar", Some(Field::Mobile)),
            ("Kleur", None),
            ("", Some(Field::City)),
        ];
        SavedMapping::of("  Kantoor Gent ", &layout(&columns)).unwrap()
    }

    #[test]
    fn headings_are_kept_folded_and_the_name_trimmed() {
        let saved = saved();
        assert_eq!(saved.name, "Kantoor Gent");
        let headings: Vec<&str> = saved.columns.iter().map(|column| column.heading.as_str()).collect();
        assert_eq!(headings, ["wie", "roepnaam", "bereikbaar", "bereikbaar", "kleur"]);
        let bytes = rmp_serde::to_vec_named(&saved).unwrap();
        assert_eq!(rmp_serde::from_slice::<SavedMapping>(&bytes).unwrap(), saved);
    }

    #[test]
    fn the_list_is_recognised_in_any_order_and_with_columns_more_or_less() {
        let saved = saved();
        let meanings = saved.recognise(["Nieuw", "BEREIKBAAR", "Kleur", "roepnaam", "Bereikbaar"]).unwrap();
        assert_eq!(
            meanings,
            [None, Some(Some(Field::Email)), Some(None), Some(Some(Field::FirstName)), Some(Some(Field::Mobile))],
            "three of four fields are there, and of two alike the first is the first"
        );
        assert_eq!(saved.recognise(["Wie", "Roepnaam", "Kleur"]), None, "two of four are too few");
    }

    #[test]
    fn what_could_never_be_recognised_is_not_saved() {
        let two = layout(&[("Wie", Some(Field::LastName)), ("Roepnaam", Some(Field::FirstName))]);
        assert!(SavedMapping::of("x", &two).is_some());
        assert_eq!(SavedMapping::of(" ", &two), None);
        assert_eq!(SavedMapping::of(&"x".repeat(61), &two), None);
        assert_eq!(SavedMapping::of("x", &layout(&[("Wie", Some(Field::LastName)), ("Roepnaam", None)])), None);
    }
}
