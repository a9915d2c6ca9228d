//! A drop-down list, filtered as you type.

use super::text_field::TextField;
use crate::domain::customer::CustomerId;
use crate::domain::field::Field;
use crate::domain::fold::fold;
use crate::domain::language::Language;
use crate::domain::outbox::MessageNumber;
use crate::domain::person::Wish;
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::task_flow::TaskFlowId;
use crate::words::ScreenLanguage;

use super::action::Action;
use super::dossier::{Asked, DossierChoice};
use super::effect::Opening;
use super::export::ExportKind;
use super::grouping::{Group, Grouping};
use super::mailing::Decision;
use super::register::Reach;
use super::season::Matter;
use super::table::Column;

/// Rows of the window that a preview leaves free.
const AROUND: u16 = 4;

/// Rows that a preview takes beside the lines that are read: its edges, its button and the air below that.
pub const FRAME: u16 = 4;

/// What is being chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Question {
    /// The language of customers whose row names none.
    Language,
    /// The questionnaire.
    Questionnaire,
    /// The task flow.
    TaskFlow,
    /// The language of the screen.
    ScreenLanguage,
    /// The sheet or the row of the headings.
    SheetAndHeadings,
    /// The column to sort by.
    Sort,
    /// The keys of this screen; choosing one does it.
    Help,
    /// The language of the template.
    TemplateLanguage,
    /// The field that a column holds.
    MappedField,
    /// What to export, and how.
    Export,
    /// Where in the list of steps to go.
    Steps,
    /// By what to group the rows.
    GroupBy,
    /// Which group to show.
    Group,
    /// The field to put right.
    FieldToEdit,
    /// The field to find and replace in.
    FieldToReplace,
    /// There is a draft of this workbook: go on with it?
    SameWorkbook,
    /// There is a draft of the workbook as it was before: what of it?
    ChangedWorkbook,
    /// What of a draft no longer fits; choosing one goes to its row.
    Misfits,
    /// What many customers are to get or lose.
    Wish,
    /// The task flow whose dossiers the register shows.
    FlowShown,
    /// By what to narrow the list.
    NarrowBy,
    /// To what to narrow it.
    NarrowTo,
    /// Something about a dossier.
    Dossier(Asked),
    /// What to do about customers in a task flow.
    Matter,
    /// Who gets no mail, for one reason; choosing one goes to the customer.
    LeftOut,
    /// What to do with a mail.
    OneMail,
    /// Whether to take marked ones too that a filter hides.
    Hidden,
    /// What of a customer would be saved.
    Saving,
}

/// One of the things to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// A customer's language.
    Language(Language),
    /// A questionnaire.
    Questionnaire(QuestionnaireId),
    /// A task flow.
    TaskFlow(TaskFlowId),
    /// A language of the screen.
    ScreenLanguage(ScreenLanguage),
    /// A sheet; its headings are found.
    Sheet(String),
    /// A row of a sheet as the headings.
    HeaderRow(String, u32),
    /// A column.
    Column(Column),
    /// An action.
    Action(Action),
    /// A field that a column holds; none leaves it out.
    MapTo(Option<Field>),
    /// Something to export.
    Export(ExportKind),
    /// Where so many steps are in force.
    Step(usize),
    /// A step that was imported: nobody goes back behind it.
    Imported,
    /// A grouping.
    GroupBy(Grouping),
    /// A group.
    Group(Group),
    /// Groups too small to be listed: typing finds them.
    SmallGroups,
    /// A field of the row.
    Field(Field),
    /// To open a workbook or a draft.
    Opening(Opening),
    /// To go to a row.
    Row(u32),
    /// These customers are to get or lose something.
    Wish(Wish, Vec<CustomerId>),
    /// To show the dossiers of a task flow, or of all.
    FlowShown(Option<TaskFlowId>),
    /// To narrow the list by something.
    NarrowBy(Grouping),
    /// To narrow the list to a group, or no longer.
    NarrowTo(Group),
    /// To list everything again that the narrowing left out.
    Widen,
    /// Something about a dossier.
    Dossier(DossierChoice),
    /// Something to do about customers in a task flow.
    Matter(Matter),
    /// To go to a customer.
    Customer(CustomerId),
    /// To send to a customer although another one has the same address.
    Admit(CustomerId),
    /// What became of a mail that may have left.
    Decide(MessageNumber, Decision),
    /// To take a mail back.
    Withdraw(MessageNumber),
    /// To try again whom a mail was refused for.
    TryAgain(TaskFlowId, CustomerId),
    /// To save what is on the page of a customer.
    SavePage,
    /// To do something about the marked ones, so far.
    Reaching(Action, Reach),
    /// Nothing: it was only to be read.
    Nothing,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What stands in front: a key, a code.
    pub lead: String,
    /// What it is called.
    pub label: String,
    /// What is said behind it.
    pub note: String,
    /// What choosing it means.
    pub choice: Choice,
}

/// A drop-down list, filtered as you type.
#[derive(Debug, Clone)]
pub struct Chooser {
    /// What is being chosen.
    pub question: Question,
    /// Everything to choose from.
    pub lines: Vec<Line>,
    /// What is typed.
    pub filter: TextField,
    /// Place of the cursor among the lines shown; in a preview the button's, where it stays.
    pub cursor: usize,
    /// First line seen below the button of a preview.
    pub top: usize,
}

impl Chooser {
    /// A list with the cursor on the line that is chosen now.
    #[must_use]
    pub fn new(question: Question, lines: Vec<Line>, chosen: Option<&Choice>) -> Self {
        let cursor = lines.iter().position(|line| Some(&line.choice) == chosen).unwrap_or(0);
        Self { question, lines, filter: TextField::default(), cursor, top: 0 }
    }

    /// The lines that the filter leaves: every word typed stands somewhere in the line.
    #[must_use]
    pub fn shown(&self) -> Vec<&Line> {
        let wanted = fold(self.filter.text());
        let fits = |line: &&Line| {
            let text = fold(&format!("{} {} {}", line.lead, line.label, line.note));
            wanted.split(' ').all(|word| text.contains(word))
        };
        self.lines.iter().filter(fits).collect()
    }

    /// The line under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&Line> {
        self.shown().get(self.cursor).copied()
    }

    /// Moves the cursor.
    pub fn go_by(&mut self, by: isize) {
        let last = self.shown().len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
    }

    /// Whether the list is there to be looked at before something is done: it has no filter, its first line is the button, and what
    /// stands below is read.
    #[must_use]
    pub const fn is_preview(&self) -> bool {
        matches!(self.question, Question::Saving)
    }

    /// How many lines of a preview are seen below its button, in a window of so many rows.
    #[must_use]
    pub fn seen(&self, rows: u16) -> usize {
        self.read().min(usize::from(rows.saturating_sub(AROUND + FRAME)))
    }

    /// How far a preview can be scrolled.
    #[must_use]
    pub fn last_top(&self, rows: u16) -> usize {
        self.read().saturating_sub(self.seen(rows))
    }

    /// The lines of a preview that are only read.
    fn read(&self) -> usize {
        self.lines.len().saturating_sub(1)
    }

    /// Scrolls a preview, no further than its last line.
    pub fn scroll(&mut self, by: isize, rows: u16) {
        let last = self.last_top(rows);
        self.top = self.top.min(last).saturating_add_signed(by).min(last);
    }

    /// Types a key into the filter.
    pub fn press(&mut self, key: super::key::Key) {
        if self.filter.press(key) {
            self.cursor = 0;
        }
    }

    /// Puts pasted text into the filter; gives how many characters there was no room for.
    #[must_use = "a person has to be told what was left out"]
    pub fn paste(&mut self, text: &str) -> usize {
        self.cursor = 0;
        self.filter.paste(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chooser() -> Chooser {
        let line = |language: Language, label: &str| Line {
            lead: language.code().to_owned(),
            label: label.to_owned(),
            note: String::new(),
            choice: Choice::Language(language),
        };
        let lines = vec![line(Language::Dutch, "Nederlands"), line(Language::French, "Français"), line(Language::English, "English")];
        Chooser::new(Question::Language, lines, Some(&Choice::Language(Language::French)))
    }

    #[test]
    fn it_opens_on_what_is_chosen_and_filters_without_accents() {
        let mut chooser = chooser();
        assert_eq!(chooser.current().map(|line| line.lead.as_str()), Some("fr"));
        for key in "FRANC".chars() {
            chooser.press(super::super::key::Key::Char(key));
        }
        assert_eq!(chooser.shown().len(), 1);
        chooser.press(super::super::key::Key::Char('x'));
        assert_eq!(chooser.current(), None);
        chooser.go_by(1);
        assert_eq!(chooser.cursor, 0);
    }
}
