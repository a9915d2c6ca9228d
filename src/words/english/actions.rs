//! What keys do, in English.

use crate::app::action::Action;
use crate::app::chooser::Question;
use crate::app::keymap::Layer;

/// A line of the help.
pub(super) fn action(action: Action) -> &'static str {
    match action {
        Action::Help => "keys of this screen",
        Action::Back => "back one screen; leave from the first",
        Action::Close => "close what is in front, then range, then filter",
        Action::Cancel => "stop what is running",
        Action::Redraw => "draw the screen anew",
        Action::Suspend => "to the shell, fg comes back",
        Action::ShowNumbers => "show or mask national numbers",
        Action::ScreenLanguage => "language of the screen",
        Action::Undo => "take the last decision back",
        Action::Redo => "make it again",
        Action::Down => "down",
        Action::Up => "up",
        Action::Left => "left",
        Action::Right => "right",
        Action::First => "first",
        Action::Last => "last",
        Action::PageDown => "page down",
        Action::PageUp => "page up",
        Action::FirstColumn => "first column",
        Action::LastColumn => "last column",
        Action::NewImport => "new import",
        Action::Template => "download the template",
        Action::Open => "open",
        Action::Choose => "choose or press",
        Action::Preview => "look into the file",
        Action::Parent => "folder above",
        Action::TypePath => "type a path",
        Action::NextTab => "next tab",
        Action::PreviousTab => "previous tab",
        Action::TabOnlyInImport => "tab 1: only in import",
        Action::TabOnlyInStore => "tab 2: only in store",
        Action::TabDuplicates => "tab 3: duplicates",
        Action::TabInvalid => "tab 4: invalid",
        Action::Toggle => "select or deselect",
        Action::Range => "range on or off",
        Action::ExtendDown => "extend the range down",
        Action::ExtendUp => "extend the range up",
        Action::SelectAll => "select all shown",
        Action::Invert => "turn the selection around",
        Action::SelectNone => "deselect all shown",
        Action::Filter => "filter while typing",
        Action::Sort => "sort by this column, again: reverse",
        Action::SortMenu => "choose the column to sort by",
        Action::Columns => "show and hide columns",
        Action::Narrower => "this column narrower",
        Action::Wider => "this column wider",
        Action::Pane => "detail pane on or off",
        Action::Zoom => "detail pane whole, and back",
        Action::PaneDown => "scroll the pane down",
        Action::PaneUp => "scroll the pane up",
        Action::NextFinding => "next to look at: warning, difference, error",
        Action::PreviousFinding => "previous to look at",
        Action::Language => "language of customers whose row names none",
        Action::Questionnaire => "questionnaire",
        Action::TaskFlow => "task flow",
        Action::SheetAndHeadings => "other sheet or heading row",
        Action::Import => "import: the summary first",
        Action::Export => "export what is shown",
        Action::TakeAll => "every difference from the import",
        Action::TakeNone => "every field from the store",
        Action::FillBlanks => "only what the store does not have",
        Action::TakeStore => "the store's value",
        Action::TakeImport => "the import's value",
    }
}

/// A word in the footer.
pub(super) fn hint(action: Action) -> &'static str {
    match action {
        Action::Help => "help",
        Action::Back => "back",
        Action::Close => "close",
        Action::Open => "open",
        Action::Choose => "choose",
        Action::NewImport => "import",
        Action::Template => "template",
        Action::Preview => "preview",
        Action::Parent => "up",
        Action::TypePath => "path",
        Action::Filter => "filter",
        Action::SheetAndHeadings => "headings",
        Action::Toggle => "select",
        Action::Language => "language",
        Action::Questionnaire => "questions",
        Action::Import => "import",
        Action::NextFinding => "next",
        Action::PreviousFinding => "previous",
        Action::Sort => "sort",
        Action::Export => "export",
        Action::TakeStore => "store",
        Action::TakeImport => "import",
        Action::TakeAll => "all",
        Action::TakeNone => "none",
        Action::FillBlanks => "blanks",
        Action::Zoom => "smaller",
        Action::PaneDown | Action::Down => "down",
        Action::PaneUp | Action::Up => "up",
        Action::Left => "left",
        Action::Right => "other",
        other => self::action(other),
    }
}

/// The title of a drop-down list.
pub(super) fn question(question: Question) -> &'static str {
    match question {
        Question::Language => "Language, where a row names none",
        Question::Questionnaire => "Questionnaire of the new dossiers",
        Question::TaskFlow => "Task flow",
        Question::ScreenLanguage => "Language of the screen",
        Question::SheetAndHeadings => "Which sheet, or which row holds the headings?",
        Question::Sort => "Sort by",
        Question::Help => "Keys here",
        Question::TemplateLanguage => "Language of the template",
        Question::Export => "What to export?",
    }
}

/// The heading of a layer in the table of keys.
pub(super) fn layer(layer: Layer) -> &'static str {
    match layer {
        Layer::Everywhere => "Everywhere (not while typing)",
        Layer::Start => "Start screen",
        Layer::Picker => "File picker",
        Layer::Running => "While something runs",
        Layer::Tabs => "The four tabs",
        Layer::Compare => "A duplicate, field by field",
        Layer::Zoom => "Detail pane, whole",
        Layer::Summary => "Summary",
        Layer::Report => "Report",
        Layer::Columns => "Columns",
        Layer::Box => "Questions and errors",
        Layer::Choosing => "Drop-down lists",
        Layer::Filtering => "Typing a filter",
        Layer::Typing => "Typing a path",
    }
}
