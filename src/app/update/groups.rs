//! Grouping the rows of a list, and showing one group.

use super::listing::show_group;
use crate::app::chooser::{Choice, Chooser, Line, Question};
use crate::app::effect::Effect;
use crate::app::grouping::{Group, Grouping};
use crate::app::listing::Listing as _;
use crate::app::listing::with_list;
use crate::app::model::{Model, Overlay};
use crate::app::notice::Notice;
use crate::words::Words;

/// The most groups that are listed: a list that is filtered while typing has to answer at once.
pub(super) const MOST: usize = 1_000;

impl Model {
    /// Offers the groups, the largest first.
    pub(super) fn ask_group(&mut self, by: Grouping) -> Vec<Effect> {
        let (sight, chosen) = (self.sight, self.chosen(Question::Group));
        let Some(mut groups) = with_list!(&mut self.screen, list => list.groups(by)) else { return Vec::new() };
        let smaller = groups.split_off(groups.len().min(MOST));
        let line = |(group, rows): (Group, usize)| Line {
            lead: rows.to_string(),
            label: group.name(sight),
            note: String::new(),
            choice: Choice::Group(group),
        };
        let mut lines: Vec<Line> = groups.into_iter().map(line).collect();
        if !smaller.is_empty() {
            let label = (sight.words().listing.small_groups)(smaller.len());
            lines.push(Line { lead: "/".to_owned(), label, note: String::new(), choice: Choice::SmallGroups });
        }
        if lines.is_empty() {
            self.notice = Some(Notice::NoGroups);
            return Vec::new();
        }
        self.overlay = Some(Overlay::Chooser(Chooser::new(Question::Group, lines, chosen.as_ref())));
        Vec::new()
    }

    /// Shows one group.
    pub(super) fn show_group(&mut self, group: Group) -> Vec<Effect> {
        let size = self.size;
        with_list!(&mut self.screen, list => show_group(&mut **list, group, size));
        Vec::new()
    }
}

pub(super) fn grouping_lines(groupings: Vec<Grouping>, words: &Words) -> Vec<Line> {
    let line = |by: Grouping| Line {
        lead: String::new(),
        label: (words.listing.grouping)(by).to_owned(),
        note: String::new(),
        choice: Choice::GroupBy(by),
    };
    groupings.into_iter().map(line).collect()
}
