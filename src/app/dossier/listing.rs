//! The list of questions: which are shown, under which heading, and where the cursor goes.

use super::Binder;
use crate::app::desk::Sight;
use crate::app::geometry::{self, Pane};
use crate::domain::fold::fold;
use crate::domain::questionnaire::{Question, Section};

/// Lines of the screen that are neither list nor pane: customer, questionnaire, state, rule, message, keys.
pub(super) const FRAME_LINES: u16 = 6;

/// One line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// The heading of the section in this place.
    Heading(usize),
    /// The question in this place of the list, which is in this place of the questionnaire.
    Question {
        /// Place in the list.
        place: usize,
        /// Place in the questionnaire.
        at: usize,
    },
}

impl Binder {
    /// How many lines of the list are seen.
    #[must_use]
    pub fn seen(&self, (width, height): (u16, u16)) -> usize {
        let body = height.saturating_sub(FRAME_LINES);
        usize::from(match geometry::pane(width, height, self.pane) {
            Pane::Below(lines) => body.saturating_sub(lines),
            Pane::Hidden | Pane::Beside(_) => body,
        })
    }

    /// Every line of the list.
    #[must_use]
    pub fn lines(&self) -> Vec<Line> {
        let Some(list) = self.questionnaire() else { return Vec::new() };
        let sections = list.sections.iter().enumerate();
        let of: Vec<usize> = sections.flat_map(|(at, section)| std::iter::repeat_n(at, section.questions.len())).collect();
        let mut lines = Vec::new();
        let mut under = None;
        for (place, &at) in self.order.iter().enumerate() {
            let section = of.get(at).copied();
            if section != under {
                lines.extend(section.map(Line::Heading));
                under = section;
            }
            lines.push(Line::Question { place, at });
        }
        lines
    }

    /// How many questions are listed.
    #[must_use]
    pub fn listed(&self) -> usize {
        self.order.len()
    }

    /// The place of the section under the cursor, and the section.
    #[must_use]
    pub fn section(&self) -> Option<(usize, &Section)> {
        let mut at = *self.order.get(self.cursor)?;
        for (place, section) in self.questionnaire()?.sections.iter().enumerate() {
            match at.checked_sub(section.questions.len()) {
                Some(rest) => at = rest,
                None => return Some((place, section)),
            }
        }
        None
    }

    /// Lists the questions that the filter leaves. The cursor stays on its question where that is listed.
    pub(crate) fn relist(&mut self, sight: Sight) {
        let here = self.order.get(self.cursor).copied();
        let wanted = fold(self.filter.text());
        let order: Vec<usize> = match self.questionnaire() {
            None => Vec::new(),
            Some(list) => {
                let fits = |section: &Section, question: &Question| {
                    wanted.is_empty() || {
                        let text = fold(&self.words_of(section, question, sight));
                        wanted.split(' ').all(|word| text.contains(word))
                    }
                };
                let pairs = list.sections.iter().flat_map(|section| section.questions.iter().map(move |question| (section, question)));
                pairs.enumerate().filter(|(_, (section, question))| fits(section, question)).map(|(at, _)| at).collect()
            }
        };
        let here = here.unwrap_or(0);
        self.cursor = order.iter().position(|at| *at >= here).unwrap_or(order.len().saturating_sub(1));
        self.order = order;
    }

    /// What a question can be found by: as it reads, its section, its codes, and its answer as it is shown.
    fn words_of(&self, section: &Section, question: &Question, sight: Sight) -> String {
        let language = self.language(sight.language);
        let codes: Vec<String> = question.codes.iter().map(ToString::to_string).collect();
        let answer = self.dossier().answer(&question.id).map_or_else(String::new, |answer| self.reads(question, answer, sight));
        let asks = question.text.get(language).unwrap_or_default();
        format!("{asks} {} {} {answer}", section.title.get(language).unwrap_or_default(), codes.join(" "))
    }

    /// Whatever happened to list and window, the question under the cursor is seen, the first of a section
    /// with its heading.
    pub(crate) fn keep_in_sight(&mut self, size: (u16, u16)) {
        self.cursor = self.cursor.min(self.order.len().saturating_sub(1));
        let (lines, seen) = (self.lines(), self.seen(size));
        let at = lines.iter().position(|line| matches!(line, Line::Question { place, .. } if *place == self.cursor)).unwrap_or(0);
        let headed = at > 0 && seen > 1 && matches!(lines.get(at - 1), Some(Line::Heading(_)));
        self.top = geometry::scrolled(self.top, at, seen, lines.len());
        if headed {
            self.top = self.top.min(at - 1);
        }
    }

    /// Puts the cursor there.
    pub(crate) fn go_to(&mut self, place: usize) {
        self.cursor = place.min(self.order.len().saturating_sub(1));
        self.pane_top = 0;
    }

    /// Moves the cursor.
    pub(crate) fn go_by(&mut self, by: isize) {
        self.go_to(self.cursor.saturating_add_signed(by));
    }

    /// Puts the cursor on the question of that name. One that the filter hides ends the filter.
    pub(crate) fn go_to_question(&mut self, id: &str, sight: Sight) {
        let Some(at) = self.questionnaire().and_then(|list| list.questions().position(|question| question.id == id)) else { return };
        if !self.order.contains(&at) {
            self.filter = crate::app::text_field::TextField::default();
            self.relist(sight);
        }
        if let Some(place) = self.order.iter().position(|known| *known == at) {
            self.go_to(place);
        }
    }

    /// Puts the cursor on the first listed question of a section. False where none is listed.
    pub(crate) fn go_to_section(&mut self, section: usize) -> bool {
        let lines = self.lines();
        let heading = lines.iter().position(|line| *line == Line::Heading(section));
        let first = heading.and_then(|at| lines.get(at + 1));
        match first {
            Some(Line::Question { place, .. }) => {
                self.go_to(*place);
                true
            }
            _ => false,
        }
    }

    /// To the next or the previous section that has listed questions.
    /// False where there is none.
    pub(crate) fn section_by(&mut self, forward: bool) -> bool {
        let Some((here, _)) = self.section() else { return false };
        let lines = self.lines();
        let headings = lines.iter().filter_map(|line| if let Line::Heading(section) = line { Some(*section) } else { None });
        let to = if forward {
            headings.into_iter().find(|section| *section > here)
        } else {
            headings.into_iter().rfind(|section| *section < here)
        };
        to.is_some_and(|to| self.go_to_section(to))
    }

    /// To the next or the previous listed question without an answer. False where there is none.
    pub(crate) fn unanswered_by(&mut self, forward: bool) -> bool {
        let Some(list) = self.questionnaire() else { return false };
        let questions: Vec<&Question> = list.questions().collect();
        let is_open = |place: &usize| {
            let question = self.order.get(*place).and_then(|at| questions.get(*at));
            question.is_some_and(|question| self.dossier().answer(&question.id).is_none())
        };
        let found = if forward { (self.cursor + 1..self.order.len()).find(is_open) } else { (0..self.cursor).rev().find(is_open) };
        found.is_some_and(|place| {
            self.go_to(place);
            true
        })
    }
}
