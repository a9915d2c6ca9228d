//! The drop-down lists: what is on offer, and what choosing means.

use super::groups::grouping_lines;
use super::listing::sort;
use super::register::{flow_lines as flow_lines_of_register, narrowing_lines};
use super::steps::step_lines;
use crate::app::action::Action;
use crate::app::chooser::{Choice, Chooser, Line, Question};
use crate::app::desk::{Desk, Sight};
use crate::app::effect::{Effect, Head, Opening, Preview};
use crate::app::keymap::{KEYMAP, Layer};
use crate::app::listing::Listing as _;
use crate::app::listing::with_list;
use crate::app::model::{Ask, Document, Model, Overlay};
use crate::app::table::{Column, Table};
use crate::domain::draft::{SheetName, Step};
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::workbook::Visibility;
use crate::words::{ScreenLanguage, Words};

/// How many rows of a sheet are offered as headings.
const HEADING_ROWS: usize = 40;

impl Model {
    /// Opens a drop-down list.
    pub(super) fn ask(&mut self, question: Question) -> Vec<Effect> {
        let words = self.sight.words();
        // What is asked about is the open workbook, not one that was pointed at before.
        self.unopened = None;
        let chosen = self.chosen(question);
        let lines = match question {
            Question::Language => Language::ALL.map(|language| language_line(language, words)).to_vec(),
            Question::TemplateLanguage => Language::ALL
                .into_iter()
                .filter(|language| *language != Language::German)
                .map(|language| language_line(language, words))
                .collect(),
            Question::ScreenLanguage => ScreenLanguage::ALL.map(screen_language_line).to_vec(),
            Question::Questionnaire => self.desk().map_or_else(Vec::new, |desk| questionnaire_lines(desk, words, self.sight.language)),
            Question::TaskFlow => self.desk().map_or_else(Vec::new, |desk| flow_lines(desk, words)),
            Question::Sort => with_list!(&self.screen, list => column_lines(list.table(), words)).unwrap_or_default(),
            Question::Help => self.help_lines(words),
            // Asked with what was found, by whoever found it.
            Question::SameWorkbook | Question::ChangedWorkbook | Question::Misfits | Question::Dossier(_) => Vec::new(),
            // The mapping makes its own lines, for the column under its cursor.
            Question::MappedField => Vec::new(),
            Question::Export => self.export_lines(),
            Question::Steps => self.desk().map_or_else(Vec::new, |desk| step_lines(desk, self.sight)),
            Question::GroupBy => with_list!(&self.screen, list => grouping_lines(list.groupings(), words)).unwrap_or_default(),
            Question::FlowShown => self.register().map_or_else(Vec::new, |register| flow_lines_of_register(register, words)),
            Question::NarrowBy => self.register().map_or_else(Vec::new, |register| narrowing_lines(register, words)),
            // Asked with its own lines, about the customers that are chosen.
            Question::NarrowTo | Question::Matter | Question::LeftOut | Question::OneMail | Question::Hidden | Question::Saving => {
                Vec::new()
            }
            Question::Group => Vec::new(),
            // Asked for those that are selected, by whoever knows them.
            Question::Wish => Vec::new(),
            Question::FieldToEdit | Question::FieldToReplace => self.desk().map_or_else(Vec::new, |desk| field_lines(desk, self.sight)),
            Question::SheetAndHeadings => match self.desk() {
                Some(desk) => heading_lines(&heads_of(desk), self.sight),
                None => Vec::new(),
            },
        };
        let lines = self.with_settled(lines);
        self.cover(Overlay::Chooser(Chooser::new(question, lines, chosen.as_ref())));
        Vec::new()
    }

    /// The same lines, with a word at those that the office has settled.
    fn with_settled(&self, mut lines: Vec<Line>) -> Vec<Line> {
        let Some(settled) = self.desk().map(|desk| &desk.draft.office().defaults) else { return lines };
        let note = self.sight.words().config.in_settings;
        for line in &mut lines {
            let is_settled = match &line.choice {
                Choice::Language(language) => settled.language == Some(*language),
                Choice::Questionnaire(id) => settled.questionnaire.as_ref() == Some(id),
                Choice::TaskFlow(id) => settled.flow.as_ref() == Some(id),
                _ => false,
            };
            if is_settled {
                line.note = if line.note.is_empty() { note.to_owned() } else { format!("{}  {note}", line.note) };
            }
        }
        lines
    }

    /// Offers the sheets and rows of a workbook that was looked into.
    pub(super) fn ask_headings(&mut self, preview: &Preview) {
        self.unopened = Some(preview.path.clone());
        let lines = heading_lines(&preview.heads, self.sight);
        let chosen = preview.found.clone().map(|(sheet, row)| Choice::HeaderRow(sheet, row));
        self.overlay = Some(Overlay::Chooser(Chooser::new(Question::SheetAndHeadings, lines, chosen.as_ref())));
    }

    pub(super) fn chosen(&self, question: Question) -> Option<Choice> {
        let choices = self.desk().map(|desk| desk.draft.choices());
        match question {
            Question::Language => choices?.language.map(Choice::Language),
            Question::Questionnaire => choices?.questionnaire.clone().map(Choice::Questionnaire),
            Question::TaskFlow => choices?.flow.clone().map(Choice::TaskFlow),
            Question::ScreenLanguage => Some(Choice::ScreenLanguage(self.sight.language)),
            Question::TemplateLanguage => Some(Choice::Language(self.sight.language.of_customers())),
            Question::Sort => {
                with_list!(&self.screen, list => list.table().current_column().map(|setting| Choice::Column(setting.column)))?
            }
            Question::FlowShown => Some(Choice::FlowShown(self.register()?.shelf.flow_id().cloned())),
            Question::SheetAndHeadings => {
                let mark = &self.desk()?.draft.source().mark;
                Some(Choice::HeaderRow(mark.sheet.clone(), mark.header_row))
            }
            Question::FieldToEdit | Question::FieldToReplace => {
                let field = self.desk()?.finding_in_question().map(|finding| finding.field);
                // The column of the customer shows both names, family name first.
                Some(Choice::Field(field.unwrap_or(Field::LastName)))
            }
            Question::Steps => Some(Choice::Step(self.desk()?.draft.steps_in_force())),
            Question::GroupBy => with_list!(&self.screen, list => list.table().group.as_ref().map(|group| Choice::GroupBy(group.by)))?,
            Question::Group => with_list!(&self.screen, list => list.table().group.clone().map(Choice::Group))?,
            Question::Help
            | Question::Wish
            | Question::NarrowBy
            | Question::NarrowTo
            | Question::Matter
            | Question::LeftOut
            | Question::OneMail
            | Question::Hidden
            | Question::Saving
            | Question::MappedField
            | Question::Export
            | Question::SameWorkbook
            | Question::ChangedWorkbook
            | Question::Misfits
            | Question::Dossier(_) => None,
        }
    }

    fn help_lines(&self, words: &Words) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        if self.layer() == Layer::Inviting {
            // What is typed here belongs to no binding: every row of digits counts, shifted or not.
            let label = self.sight.keyed(Layer::Inviting, words.inviting.key_digits);
            lines.push(Line { lead: "0-9".to_owned(), label, note: String::new(), choice: Choice::Nothing });
        }
        // Those of the tour hold beside them, but not those that the screen has for something else.
        let of_tour = self.sight.keys.rows().iter().filter(|row| row.layer == Layer::Tour && self.tour_key(row.action).is_some());
        for binding in self.sight.keys.bindings(self.layer()).chain(of_tour) {
            lines.push(Line {
                lead: binding.keys.iter().map(|keys| self.sight.written(keys)).collect::<Vec<_>>().join("  "),
                label: words.key_does(binding.layer, binding.action).to_owned(),
                note: String::new(),
                choice: Choice::Action(binding.action),
            });
        }
        lines
    }

    /// Chooses the line under the cursor.
    pub(super) fn act_on_chooser(&mut self, action: Action) -> Vec<Effect> {
        let rows = self.size.1;
        let Some(Overlay::Chooser(chooser)) = &mut self.overlay else { return Vec::new() };
        match action {
            Action::Down if chooser.is_preview() => chooser.scroll(1, rows),
            Action::Up if chooser.is_preview() => chooser.scroll(-1, rows),
            Action::PageDown if chooser.is_preview() => chooser.scroll(10, rows),
            Action::PageUp if chooser.is_preview() => chooser.scroll(-10, rows),
            Action::First if chooser.is_preview() => chooser.scroll(isize::MIN, rows),
            Action::Last if chooser.is_preview() => chooser.scroll(isize::MAX, rows),
            Action::Down => chooser.go_by(1),
            Action::Up => chooser.go_by(-1),
            Action::PageDown => chooser.go_by(10),
            Action::PageUp => chooser.go_by(-10),
            Action::First => chooser.go_by(isize::MIN),
            Action::Last => chooser.go_by(isize::MAX),
            Action::Choose => {
                let question = chooser.question;
                let choice = chooser.current().map(|line| line.choice.clone());
                self.uncover();
                return choice.map_or_else(Vec::new, |choice| self.choose(question, choice));
            }
            _ => {}
        }
        Vec::new()
    }

    fn choose(&mut self, question: Question, choice: Choice) -> Vec<Effect> {
        match choice {
            Choice::Language(language) if question == Question::TemplateLanguage => self.ask_template_path(language),
            Choice::Language(language) => self.decide(|desk| desk.draft.choosing_language(language)),
            Choice::Questionnaire(id) => self.decide(|desk| desk.draft.choosing_questionnaire(id)),
            Choice::TaskFlow(id) => self.decide(|desk| desk.draft.choosing_flow(&id)),
            Choice::ScreenLanguage(language) => {
                self.sight.language = language;
                Vec::new()
            }
            Choice::Column(column) => {
                let size = self.size;
                self.notice = with_list!(&mut self.screen, list => sort(&mut **list, column, size));
                Vec::new()
            }
            Choice::MapTo(field) => self.take_column_for(field),
            Choice::Step(in_force) => self.go_to_step(in_force),
            Choice::Imported => self.stay_at_commit(),
            Choice::GroupBy(by) => self.ask_group(by),
            Choice::Group(group) => self.show_group(group),
            Choice::SmallGroups => self.type_filter(),
            Choice::FlowShown(flow) => self.show_flow(flow),
            Choice::NarrowBy(by) => self.ask_narrowing(by),
            Choice::NarrowTo(group) => self.narrow(group),
            Choice::Widen => self.widen(),
            Choice::Matter(matter) => self.fill_in(matter),
            Choice::Field(field) => {
                match question {
                    Question::FieldToReplace => self.replace(field),
                    _ => self.edit(field),
                }
                Vec::new()
            }
            Choice::Sheet(sheet) => self.reopen(Some(sheet), None),
            Choice::HeaderRow(sheet, row) => self.reopen(Some(sheet), Some(row)),
            Choice::Export(kind) => self.ask_export_path(kind),
            Choice::Opening(opening) => self.open(opening),
            Choice::Row(row) => {
                let size = self.size;
                if let Some(desk) = self.desk_mut() {
                    desk.go_to_row(row, size);
                }
                Vec::new()
            }
            Choice::Dossier(choice) => self.choose_in_dossier(choice),
            Choice::Wish(wish, customers) => self.type_wish(wish, customers),
            Choice::SavePage => self.save_page(),
            Choice::Reaching(action, reach) => self.reach(action, reach),
            Choice::Customer(customer) => self.go_to_customer(customer),
            Choice::Admit(customer) => self.admit(customer),
            Choice::Decide(message, decision) => self.decide_message(message, decision),
            Choice::Withdraw(message) => self.withdraw(vec![message]),
            Choice::TryAgain(flow, customer) => self.try_again(flow, [customer].into()),
            Choice::Nothing => Vec::new(),
            Choice::Action(action) => {
                let layer = self.layer();
                if KEYMAP.iter().any(|binding| binding.action == action) { self.act(layer, action) } else { Vec::new() }
            }
        }
    }

    fn ask_template_path(&mut self, language: Language) -> Vec<Effect> {
        let name = match language {
            Language::Dutch => "klanten",
            Language::French => "clients",
            Language::English | Language::German => "customers",
        };
        let path = format!("{}/{name}.xlsx", self.folder.trim_end_matches('/'));
        self.ask_path(path, Document::Template(language))
    }

    fn decide(&mut self, step: impl FnOnce(&Desk) -> Step) -> Vec<Effect> {
        if let Some(desk) = self.desk_mut() {
            let step = step(desk);
            desk.decide(step);
        }
        Vec::new()
    }

    /// Opens the workbook again with another sheet or header row; decisions are asked about first.
    fn reopen(&mut self, sheet: Option<String>, header_row: Option<u32>) -> Vec<Effect> {
        // It may have been typed or pasted, so that it is not the one under the picker's cursor.
        let Some(path) = self.unopened.take().or_else(|| self.desk().map(|desk| desk.path.clone())) else { return Vec::new() };
        let opening = Opening { path, sheet, header_row, ..Opening::default() };
        if self.desk().is_some_and(|desk| desk.draft.has_uncommitted_steps() && !desk.is_kept()) {
            self.overlay = Some(Overlay::Ask(Ask::Reopen(opening), false));
            return Vec::new();
        }
        self.open(opening)
    }
}

fn language_line(language: Language, words: &Words) -> Line {
    Line {
        lead: language.code().to_owned(),
        label: (words.language)(language).to_owned(),
        note: String::new(),
        choice: Choice::Language(language),
    }
}

fn screen_language_line(language: ScreenLanguage) -> Line {
    Line {
        lead: language.code().to_owned(),
        label: Words::of(language).own_name.to_owned(),
        note: String::new(),
        choice: Choice::ScreenLanguage(language),
    }
}

fn questionnaire_lines(desk: &Desk, words: &Words, screen: ScreenLanguage) -> Vec<Line> {
    let line = |questionnaire: &crate::domain::questionnaire::Questionnaire| {
        let codes: Vec<&str> = questionnaire.languages.iter().map(|language| language.code()).collect();
        let questions: usize = questionnaire.sections.iter().map(|section| section.questions.len()).sum();
        Line {
            lead: String::new(),
            label: questionnaire.title.get(screen.of_customers()).unwrap_or(&questionnaire.id.0).to_owned(),
            note: format!("{}  {}", (words.questions)(questions), codes.join(" ")),
            choice: Choice::Questionnaire(questionnaire.id.clone()),
        }
    };
    desk.draft.questionnaires_on_offer().map(line).collect()
}

fn flow_lines(desk: &Desk, words: &Words) -> Vec<Line> {
    let snapshot = &desk.draft.stock().snapshot;
    let flows = snapshot.flows.iter().filter(|flow| !flow.archived);
    let line = |flow: &crate::domain::task_flow::TaskFlow| Line {
        lead: String::new(),
        label: (words.flow)(flow.assessment_year),
        note: (words.dossiers)(snapshot.dossier_count(&flow.id)),
        choice: Choice::TaskFlow(flow.id.clone()),
    };
    flows.map(line).collect()
}

fn column_lines(table: &Table, words: &Words) -> Vec<Line> {
    let line = |setting: &crate::app::table::ColumnSetting| Line {
        lead: String::new(),
        label: (words.column)(setting.column).to_owned(),
        note: String::new(),
        choice: Choice::Column(setting.column),
    };
    table.shown().map(line).collect()
}

/// The fields that the current row could have, with what it gives for each. The column of the customer
/// is about the two names only.
fn field_lines(desk: &Desk, sight: Sight) -> Vec<Line> {
    let words = sight.words();
    let Some(row) = desk.current_row() else { return Vec::new() };
    let names = desk.table().current_column().is_some_and(|setting| setting.column == Column::Customer);
    let fits = |field: &Field| match names {
        true => matches!(field, Field::LastName | Field::FirstName),
        false => !field.stays_empty() || desk.draft.layout().column_of(*field).is_some(),
    };
    let line = |field: Field| Line {
        lead: String::new(),
        label: (words.field)(field).to_owned(),
        note: crate::app::detail::cut(&sight.value(field, desk.draft.given(row, field).trim()), 40),
        choice: Choice::Field(field),
    };
    Field::ALL.into_iter().filter(fits).map(line).collect()
}

/// The sheet that is open with its first rows, and the names of the others.
fn heads_of(desk: &Desk) -> Vec<Head> {
    let source = desk.draft.source();
    let sheet = &source.sheet;
    let rows = (0..sheet.row_count().min(HEADING_ROWS))
        .map(|at| (sheet.row_number(at), sheet.cells(at).map(|cell| cell.text.to_owned()).collect()));
    let hidden = |sheet: &SheetName| sheet.visibility == Visibility::Hidden;
    let is_hidden = source.sheets.iter().any(|sheet| sheet.name == source.mark.sheet && hidden(sheet));
    let open = Head { sheet: source.mark.sheet.clone(), hidden: is_hidden, rows: rows.collect() };
    let others = source.sheets.iter().filter(|sheet| sheet.name != source.mark.sheet);
    let other = |sheet: &SheetName| Head { sheet: sheet.name.clone(), hidden: hidden(sheet), rows: Vec::new() };
    std::iter::once(open).chain(others.map(other)).collect()
}

fn heading_lines(heads: &[Head], sight: Sight) -> Vec<Line> {
    let words = sight.words();
    let mut lines = Vec::new();
    for head in heads {
        lines.push(Line {
            lead: words.picker.sheet.to_owned(),
            label: head.sheet.clone(),
            note: if head.hidden { words.picker.hidden_sheet.to_owned() } else { words.picker.headings_looked_for.to_owned() },
            choice: Choice::Sheet(head.sheet.clone()),
        });
        for (number, cells) in &head.rows {
            lines.push(Line {
                lead: (words.row)(*number),
                label: sight.raw_row(cells),
                note: String::new(),
                choice: Choice::HeaderRow(head.sheet.clone(), *number),
            });
        }
    }
    lines
}
