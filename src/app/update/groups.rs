//! Grouping the rows of a tab, and showing one group.

use crate::app::chooser::{Choice, Chooser, Line, Question};
use crate::app::desk::Desk;
use crate::app::effect::Effect;
use crate::app::grouping::{Group, Grouping};
use crate::app::model::{Model, Overlay};
use crate::app::notice::Notice;
use crate::words::Words;

/// The most groups that are listed: a list that is filtered while typing has to answer at once.
const MOST: usize = 1_000;

impl Model {
    /// Offers the groups, the largest first.
    pub(super) fn ask_group(&mut self, by: Grouping) -> Vec<Effect> {
        let (sight, chosen) = (self.sight, self.chosen(Question::Group));
        let Some(desk) = self.desk_mut() else { return Vec::new() };
        let mut groups = desk.groups(by);
        let smaller = groups.split_off(groups.len().min(MOST));
        let line = |(group, rows): (Group, usize)| Line {
            lead: rows.to_string(),
            label: Desk::group_name(&group, sight),
            note: String::new(),
            choice: Choice::Group(group),
        };
        let mut lines: Vec<Line> = groups.into_iter().map(line).collect();
        if !smaller.is_empty() {
            let label = (sight.words().small_groups)(smaller.len());
            lines.push(Line { lead: "/".to_owned(), label, note: String::new(), choice: Choice::SmallGroups });
        }
        if lines.is_empty() {
            self.notice = Some(Notice::NoGroups);
            return Vec::new();
        }
        self.overlay = Some(Overlay::Chooser(Chooser::new(Question::Group, lines, chosen.as_ref())));
        Vec::new()
    }

    /// Shows one group. The cursor stays on its row where that is in the group, else it goes to the first.
    pub(super) fn show_group(&mut self, group: Group) -> Vec<Effect> {
        let size = self.size;
        let Some(desk) = self.desk_mut() else { return Vec::new() };
        let before = desk.table().current();
        desk.table_mut().group = Some(group);
        desk.relist(size);
        if desk.table().current() != before {
            let seen = desk.seen(size);
            desk.table_mut().go_to(0, seen);
            desk.pane_top = 0;
        }
        Vec::new()
    }

    /// Begins to type a filter.
    pub(super) fn type_filter(&mut self) -> Vec<Effect> {
        if let Some(desk) = self.desk_mut() {
            desk.is_filtering = true;
        }
        Vec::new()
    }
}

pub(super) fn grouping_lines(desk: &Desk, words: &Words) -> Vec<Line> {
    let line = |by: Grouping| Line {
        lead: String::new(),
        label: (words.grouping)(by).to_owned(),
        note: String::new(),
        choice: Choice::GroupBy(by),
    };
    desk.groupings().into_iter().map(line).collect()
}
