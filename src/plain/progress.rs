//! How far long work is, told at sensible distances: when it begins, at every other step of it, and every tenth of the way.

use std::time::Duration;

use super::Dialogue;
use crate::app::Model;
use crate::app::effect::{Job, Stage};
use crate::app::model::Stopping;
use crate::view::{Role, hear};

/// Work that takes no longer than this is not worth a word.
const SOON: Duration = Duration::from_millis(700);

/// The longest that nothing is said.
const SILENCE: Duration = Duration::from_secs(10);

/// What was told of work that is under way.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    job: Option<Job>,
    stage: Option<Stage>,
    tenth: u64,
    /// For how long the work had been under way when something was told last.
    when: Duration,
    /// Mails of a round that were told as sent, in tenths of all.
    sent: Option<u64>,
}

impl Dialogue {
    /// What is worth telling of work that has been under way for so long; nothing where it just goes on.
    pub fn progress(&mut self, model: &Model, since: Duration) -> Vec<String> {
        let Some(running) = model.running.as_ref().filter(|_| model.overlay.is_none()) else { return self.sending(model) };
        let words = model.sight.words();
        let told = &mut self.progress;
        if told.job != Some(running.job) {
            *told = Told { sent: told.sent, ..Told::default() };
            if since < SOON {
                return Vec::new();
            }
            told.job = Some(running.job);
            told.when = since;
            let mut lines = vec![format!("{}.", hear(model).title)];
            if running.task.stopping() != Stopping::EndsByItself {
                lines.push(words.plain.can_stop.to_owned());
            }
            return lines;
        }
        let Some(far) = running.far else { return Vec::new() };
        let percent = far.done.saturating_mul(100).checked_div(far.all);
        let tenth = percent.unwrap_or(0) / 10;
        let is_news = told.stage != Some(far.stage) || tenth > told.tenth || since.saturating_sub(told.when) >= SILENCE;
        if !is_news {
            return Vec::new();
        }
        (told.stage, told.tenth, told.when) = (Some(far.stage), tenth, since);
        let how_far = percent.map_or_else(|| (words.rows)(far.done), words.plain.percent);
        vec![format!("{}{}{how_far}", words.stage(far.stage), words.colon())]
    }

    /// How many mails were sent, at every tenth of all.
    fn sending(&mut self, model: &Model) -> Vec<String> {
        let Some(round) = model.mails.going() else {
            self.progress.sent = None;
            return Vec::new();
        };
        let far = round.far();
        let all = far.sent + far.failed + far.unsure + far.withdrawn + far.left;
        let tenth = far.sent.saturating_mul(10).checked_div(all).unwrap_or(0);
        if self.progress.sent.replace(tenth).is_none_or(|told| told == tenth) {
            return Vec::new();
        }
        // The screen of the sending says the same once it is told again.
        if let Some((_, heard)) = &mut self.heard {
            heard.lines.retain(|line| line.role != Role::Text);
            heard.lines.extend(hear(model).lines);
        }
        vec![format!("{}.", (model.sight.words().plain.sent_of)(far.sent, all))]
    }
}
