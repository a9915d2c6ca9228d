//! The sheet that the customer sees: what to do, and every question under the heading of its section.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, ProtectionOptions, Worksheet, XlsxError};

use super::height::{Print, height};
use super::{About, cells};
use crate::domain::dossier::Dossier;
use crate::domain::form::layout::{ANSWER, CODES, HEADINGS, MARK, NUMBER, QUESTION, question_mark, reference};
use crate::domain::form::shown_masked;
use crate::domain::form::words::FormWords;
use crate::domain::language::Language;
use crate::domain::questionnaire::{AnswerKind, Question, Questionnaire, Section};

/// A4 in the numbers of workbooks (ECMA-376 part 1, 18.3.1.63).
const A4: u8 = 9;

/// The columns with their widths, in signs: together what fits across the page in the size that they are
/// written in, so that paper is as easy to read as the screen.
const WIDTHS: [(u16, f64); 5] = [(NUMBER, 5.0), (QUESTION, 49.0), (ANSWER, 38.0), (CODES, 9.0), (MARK, 4.0)];
/// Those that hold texts, as whole signs.
const QUESTION_SIGNS: usize = 49;
const ANSWER_SIGNS: usize = 38;
/// From the first column to the last.
const ALL_SIGNS: usize = 101;

/// Margins of the page, in inches.
const SIDE: f64 = 0.45;
const EDGE: f64 = 0.6;
const WITHIN: f64 = 0.3;

/// Lines that a long answer has room for from the beginning.
const LINES: usize = 4;
/// The most signs of all choices together that are set out under a question.
const CHOICES: usize = 400;

const DARK: Color = Color::RGB(0x00_1F_4E_78);
const LIGHT: Color = Color::RGB(0x00_DC_E6_F1);
const GREY: Color = Color::RGB(0x00_59_59_59);
/// Of the thin line between two questions.
pub(super) const RULE: Color = Color::RGB(0x00_BF_BF_BF);

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
        for (column, width) in WIDTHS {
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
        // On paper the headings come again. On screen they do not stay: what stands above them would stay too, and
        // leave little room on a small screen.
        sheet.set_repeat_rows(HEADINGS, HEADINGS)?;
        sheet.set_paper_size(A4).set_portrait().set_print_fit_to_pages(1, 0).set_footer("&L&A&R&P / &N");
        sheet.set_margins(SIDE, SIDE, EDGE, EDGE, WITHIN, WITHIN);
        let width_and_height = ProtectionOptions { format_columns: true, format_rows: true, ..ProtectionOptions::default() };
        sheet.protect_with_options(&width_and_height);
        Ok(())
    }

    /// The title, whom it is for, what to do, the reference, and the headings.
    fn top(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let words = self.words;
        let wide = |size: f64| Format::new().set_text_wrap().set_align(FormatAlign::VerticalCenter).set_font_size(size);
        let title = self.questionnaire.title.get(self.language).unwrap_or_default();
        let colon = self.colon();
        let named = [(words.office, self.about.office), (words.customer, self.about.customer)];
        let named: Vec<_> =
            named.into_iter().filter(|(_, name)| !name.is_empty()).map(|(what, name)| format!("{what}{colon}{name}")).collect();
        let back = self.about.answer_by.unwrap_or(words.send_back);
        let explanation = format!("{} {back}\n{}", words.explanation, words.codes_told);
        let mark = format!("{}{colon}{} {}", words.reference, reference(&self.dossier.token), words.keep);
        let rows = [
            (title.to_owned(), wide(14.0).set_bold().set_font_color(DARK), Print::Title),
            (named.join("   ·   "), wide(11.0), Print::Body),
            (explanation, wide(11.0), Print::Body),
            (mark, wide(9.0).set_font_color(GREY), Print::Small),
        ];
        for (row, (text, format, print)) in (0_u32..).zip(&rows) {
            sheet.merge_range(row, NUMBER, row, CODES, text, format)?;
            // Merged cells do not find their height themselves.
            sheet.set_row_height(row, height(&[(text, *print)], ALL_SIGNS) + 4.0)?;
        }
        sheet.set_row_height(HEADINGS, 20.0)?;
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
        let plain =
            Format::new().set_text_wrap().set_align(FormatAlign::Top).set_border_bottom(FormatBorder::Thin).set_border_bottom_color(RULE);
        let grey = plain.clone().set_font_color(GREY);
        sheet.write_number_with_format(row, NUMBER, number, &grey.clone().set_align(FormatAlign::Center))?;
        let kept = self.dossier.answer(&question.id).map(|answer| answer.value.as_str());
        let text = question.text.get(self.language).unwrap_or_default();
        let notes = self.notes(question, kept);
        if notes.is_empty() {
            sheet.write_string_with_format(row, QUESTION, text, &plain)?;
        } else {
            let small = Format::new().set_font_size(10.0).set_font_color(GREY);
            let parts = [(&Format::default(), text), (&small, &format!("\n{notes}"))];
            sheet.write_rich_string_with_format(row, QUESTION, &parts, &plain)?;
        }
        let codes = question.codes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        sheet.write_string_with_format(row, CODES, &codes, &grey)?;
        sheet.write_string(row, MARK, question_mark(&question.id))?;
        cells::write(sheet, (row, ANSWER), question, kept, self.language)?;
        let least = if question.kind == AnswerKind::LongText { LINES } else { 1 };
        let answer = kept.unwrap_or_default();
        let tallest = [
            height(&[(text, Print::Body), (&notes, Print::Note)], QUESTION_SIGNS),
            height(&[(answer, Print::Body)], ANSWER_SIGNS),
            height(&[(&codes, Print::Body)], ALL_SIGNS),
            height(&[("\n".repeat(least - 1).as_str(), Print::Body)], ALL_SIGNS),
        ];
        sheet.set_row_height(row, tallest.into_iter().fold(0.0, f64::max) + 3.0)?;
        Ok(())
    }

    /// What stands small under a question: its explanation, what there is to choose from (paper and some programs have
    /// no lists), and what the stars in a number are.
    fn notes(&self, question: &Question, kept: Option<&str>) -> String {
        let help = question.help.get(self.language).map(str::to_owned);
        let choices = cells::choices(question, self.language).join(" / ");
        let choices =
            (!choices.is_empty() && choices.chars().count() <= CHOICES).then(|| format!("{}{}{choices}", self.words.choices, self.colon()));
        let masked = kept.is_some_and(|kept| shown_masked(question, kept) != kept).then(|| self.words.masked.to_owned());
        [help, choices, masked].into_iter().flatten().collect::<Vec<_>>().join("\n")
    }

    const fn colon(&self) -> &'static str {
        match self.language {
            Language::French => "\u{a0}: ",
            Language::Dutch | Language::English | Language::German => ": ",
        }
    }
}
