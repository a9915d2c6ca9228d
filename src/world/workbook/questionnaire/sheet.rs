//! The sheet that the customer sees: what to do, and every question under the heading of its section.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, ProtectionOptions, Worksheet, XlsxError};

use super::{About, cells};
use crate::domain::dossier::Dossier;
use crate::domain::form::layout::{ANSWER, CODES, HEADINGS, MARK, NUMBER, QUESTION, question_mark, reference};
use crate::domain::form::shows_masked;
use crate::domain::form::words::FormWords;
use crate::domain::language::Language;
use crate::domain::questionnaire::{AnswerKind, Question, Questionnaire, Section};

/// A4 in the numbers of workbooks (ECMA-376 part 1, 18.3.1.63).
const A4: u8 = 9;

const DARK: Color = Color::RGB(0x00_1F_4E_78);
const LIGHT: Color = Color::RGB(0x00_DC_E6_F1);
const GREY: Color = Color::RGB(0x00_59_59_59);

/// All that a form is made of.
pub(super) struct Page<'a> {
    pub(super) questionnaire: &'a Questionnaire,
    pub(super) dossier: &'a Dossier,
    pub(super) about: &'a About<'a>,
    pub(super) language: Language,
    pub(super) words: &'static FormWords,
}

/// A line of the form.
#[derive(Clone, Copy)]
pub(super) enum Line<'a> {
    Section(&'a Section),
    Question { number: u32, question: &'a Question },
}

impl<'a> Page<'a> {
    /// Every line with its row, counted from 0.
    pub(super) fn lines(&self) -> Vec<(u32, Line<'a>)> {
        let mut number = 0;
        let mut lines = Vec::new();
        for section in &self.questionnaire.sections {
            lines.push(Line::Section(section));
            for question in &section.questions {
                number += 1;
                lines.push(Line::Question { number, question });
            }
        }
        (HEADINGS + 1..).zip(lines).collect()
    }

    /// Lays out the sheet.
    pub(super) fn lay_out(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(self.words.sheet)?;
        for (column, width) in [(NUMBER, 5.0), (QUESTION, 58.0), (ANSWER, 44.0), (CODES, 10.0), (MARK, 4.0)] {
            sheet.set_column_width(column, width)?;
        }
        self.top(sheet)?;
        let mut first = None;
        for (row, line) in self.lines() {
            match line {
                Line::Section(section) => self.section(sheet, row, section)?,
                Line::Question { number, question } => {
                    first.get_or_insert(row);
                    self.question(sheet, row, number, question)?;
                }
            }
        }
        sheet.set_column_hidden(MARK)?;
        let first = first.unwrap_or(HEADINGS + 1);
        sheet.set_selection(first, ANSWER, first, ANSWER)?;
        sheet.set_freeze_panes(HEADINGS + 1, 0)?.set_repeat_rows(HEADINGS, HEADINGS)?;
        sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer("&L&A&R&P / &N");
        let width_and_height = ProtectionOptions { format_columns: true, format_rows: true, ..ProtectionOptions::default() };
        sheet.protect_with_options(&width_and_height);
        Ok(())
    }

    /// The title, whom it is for, what to do, the reference, and the headings.
    fn top(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let words = self.words;
        let wide = |size: f64| Format::new().set_text_wrap().set_align(FormatAlign::VerticalCenter).set_font_size(size);
        let title = self.questionnaire.title.get(self.language).unwrap_or_default();
        sheet.merge_range(0, NUMBER, 0, CODES, title, &wide(14.0).set_bold().set_font_color(DARK))?;
        let colon = if self.language == Language::French { "\u{a0}: " } else { ": " };
        let named = [(words.office, self.about.office), (words.customer, self.about.customer)];
        let named: Vec<_> =
            named.into_iter().filter(|(_, name)| !name.is_empty()).map(|(what, name)| format!("{what}{colon}{name}")).collect();
        sheet.merge_range(1, NUMBER, 1, CODES, &named.join("   ·   "), &wide(11.0))?;
        let back = self.about.answer_by.unwrap_or(words.send_back);
        let masked = if shows_masked(self.questionnaire, self.dossier) { words.masked } else { "" };
        let explanation = format!("{} {back} {masked}", words.explanation);
        sheet.merge_range(2, NUMBER, 2, CODES, explanation.trim_end(), &wide(11.0))?;
        let mark = format!("{}{colon}{} {}", words.reference, reference(&self.dossier.token), words.keep);
        sheet.merge_range(3, NUMBER, 3, CODES, &mark, &wide(9.0).set_font_color(GREY))?;
        // Merged cells do not find their height themselves.
        for (row, height) in [(0, 24.0), (1, 18.0), (2, 50.0), (3, 15.0), (HEADINGS, 20.0)] {
            sheet.set_row_height(row, height)?;
        }
        let heading = Format::new()
            .set_bold()
            .set_align(FormatAlign::VerticalCenter)
            .set_font_color(Color::White)
            .set_background_color(DARK)
            .set_border(FormatBorder::Thin);
        for (column, text) in [(NUMBER, words.number), (QUESTION, words.question), (ANSWER, words.answer), (CODES, words.codes)] {
            sheet.write_string_with_format(HEADINGS, column, text, &heading)?;
        }
        Ok(())
    }

    fn section(&self, sheet: &mut Worksheet, row: u32, section: &Section) -> Result<(), XlsxError> {
        let bar = Format::new().set_bold().set_background_color(LIGHT).set_align(FormatAlign::VerticalCenter);
        for column in [NUMBER, ANSWER, CODES] {
            sheet.write_blank(row, column, &bar)?;
        }
        sheet.write_string_with_format(row, QUESTION, section.title.get(self.language).unwrap_or_default(), &bar)?;
        sheet.set_row_height(row, 20.0)?;
        Ok(())
    }

    fn question(&self, sheet: &mut Worksheet, row: u32, number: u32, question: &Question) -> Result<(), XlsxError> {
        let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let grey = Format::new().set_font_color(GREY).set_align(FormatAlign::Top).set_text_wrap();
        sheet.write_number_with_format(row, NUMBER, number, &grey)?;
        let text = question.text.get(self.language).unwrap_or_default();
        match question.help.get(self.language) {
            Some(help) => {
                let small = Format::new().set_italic().set_font_size(9.0).set_font_color(GREY);
                let parts = [(&Format::default(), text), (&small, &format!("\n{help}"))];
                sheet.write_rich_string_with_format(row, QUESTION, &parts, &plain)?;
            }
            None => {
                sheet.write_string_with_format(row, QUESTION, text, &plain)?;
            }
        }
        let codes = question.codes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        sheet.write_string_with_format(row, CODES, codes, &grey)?;
        sheet.write_string(row, MARK, question_mark(&question.id))?;
        let kept = self.dossier.answer(&question.id).map(|answer| answer.value.as_str());
        cells::write(sheet, (row, ANSWER), question, kept, self.language)?;
        if question.kind == AnswerKind::LongText && kept.is_none() {
            sheet.set_row_height(row, 60.0)?;
        }
        Ok(())
    }
}
