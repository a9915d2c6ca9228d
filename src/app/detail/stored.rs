//! A customer of the store that no row matches.

use super::{TextLine, Tone, line, proof};
use crate::app::desk::{Absence, Desk, Sight};

pub(super) fn told(desk: &Desk, stored: u32, sight: Sight) -> (String, Vec<TextLine>) {
    let words = sight.words();
    let snapshot = &desk.draft.stock().snapshot;
    let index = stored as usize;
    let Ok(customer) = snapshot.customer(index) else { return (words.damaged_record.to_owned(), Vec::new()) };
    let id = snapshot.customer_id(index).map_or_else(String::new, |id| id.to_string());
    let title = format!("{id}  {}", sight.name(&customer.values.full_name()));
    let flow = desk.draft.flow().map_or_else(String::new, |flow| (words.flow)(flow.assessment_year));
    let mut lines = vec![match desk.absence(stored) {
        Absence::NotInFile => line(Tone::Warning, (words.detail.why_not_in_file)(&flow)),
        Absence::NotLinked => line(Tone::Plain, (words.detail.why_not_linked)(&flow)),
        Absence::PartnerOfRow => {
            let row = desk.draft.row_of_stored_partner(stored).map_or(0, |row| desk.draft.row_number(row));
            line(Tone::Plain, (words.detail.why_partner_of_row)(row))
        }
    }];
    let version = snapshot.version(index);
    if let Some(import) = snapshot.imports.iter().find(|import| import.revision == version) {
        lines.push(line(
            Tone::Dim,
            (words.detail.last_imported)(&desk.last_change(stored, sight), &sight.file(&import.file), &sight.text(&import.who)),
        ));
    }
    lines.push(Vec::new());
    for (field, value) in customer.values.iter() {
        lines.push(vec![(Tone::Name, super::fit((words.field)(field), 18)), (Tone::Plain, sight.value(field, value))]);
        if field.is_national_number() {
            lines.extend(proof(value, sight).into_iter().map(|text| line(Tone::Good, format!("{}{text}", " ".repeat(18)))));
        }
    }
    (title, lines)
}
