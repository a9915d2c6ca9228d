//! What saving the page writes, as a list to look at before it is written.

use super::PersonPage;
use super::pane::dossier;
use crate::app::chooser::{Choice, Chooser, Line, Question};
use crate::app::desk::{Naming, Sight};
use crate::app::detail::cut;
use crate::domain::field::Field;
use crate::domain::person::{ROW, Subject};

/// Columns that each of two values takes behind the name of its field.
const SIDE: usize = 23;

/// What would be saved, to be read below the button that saves it.
#[must_use]
pub fn to_save(page: &PersonPage, sight: Sight) -> Chooser {
    let words = sight.words();
    let draft = page.draft();
    let line = |label: String, note: String, choice| Line { lead: String::new(), label, note, choice };
    let value = |field: Field, text: &str| {
        let text = if text.is_empty() { words.empty_value.to_owned() } else { sight.edited(field, text) };
        // Whoever hears it has room for all of it.
        if sight.naming == Naming::Heard { text } else { cut(&text, SIDE) }
    };
    let mut lines = Vec::new();
    if page.person.subject == Subject::Newcomer {
        lines.push(line((words.person.add_button)(&sight.text(&page.name())), String::new(), Choice::SavePage));
        let values = draft.account(ROW).map(|account| account.values).unwrap_or_default();
        let filled = values.iter().filter(|(field, _)| field.is_stored());
        lines.extend(filled.map(|(field, text)| line((words.field)(field).to_owned(), value(field, text), Choice::Nothing)));
        lines.push(line(dossier(page, sight), String::new(), Choice::Nothing));
    } else {
        let changes = page.person.changes(draft);
        lines.push(line((words.person.save_changes)(changes.len()), String::new(), Choice::SavePage));
        lines.extend(changes.iter().map(|change| {
            let note = format!("{} -> {}", value(change.field, &change.before), value(change.field, &change.after));
            line((words.field)(change.field).to_owned(), note, Choice::Nothing)
        }));
        for following in page.person.following(draft) {
            let year = draft.stock().snapshot.flow(&following.flow).map_or(0, |flow| flow.assessment_year);
            lines.push(line((words.person.follows)(&(words.flow_short)(year), following.answers), String::new(), Choice::Nothing));
        }
    }
    Chooser::new(Question::Saving, lines, None)
}
