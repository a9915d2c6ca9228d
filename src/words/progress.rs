//! The phrases of work under way: what is being done, and how far it is.

use super::Words;
use crate::app::effect::Stage;

phrases! { ProgressWords {
    opening: fn(&str) -> String,
    preparing: &'static str,
    weighing: &'static str,
    committing: &'static str,
    refreshing: &'static str,
    writing_template: &'static str,
    writing_plan: &'static str,
    exporting: &'static str,
    can_be_stopped: &'static str,
    ends_whole: &'static str,
    ends_by_itself: &'static str,
    left: fn(&str) -> String,
    beginning: &'static str,
    stage_reading: &'static str,
    stage_reading_store: &'static str,
    stage_judging: &'static str,
    stage_matching: &'static str,
    stage_weighing: &'static str,
    stage_preparing: &'static str,
    stage_writing: &'static str,
    stage_syncing: &'static str,
    stage_exporting: &'static str,
    stage_answers: &'static str,
    stage_backup: &'static str,
    stage_letters: &'static str,
    stage_sending: &'static str,
    done_of: fn(u64, u64) -> String,
} }

impl Words {
    /// What a job is doing.
    #[must_use]
    pub const fn stage(&self, stage: Stage) -> &'static str {
        match stage {
            Stage::Reading => self.progress.stage_reading,
            Stage::ReadingStore => self.progress.stage_reading_store,
            Stage::Judging => self.progress.stage_judging,
            Stage::Matching => self.progress.stage_matching,
            Stage::Preparing => self.progress.stage_preparing,
            Stage::Weighing => self.progress.stage_weighing,
            Stage::Writing => self.progress.stage_writing,
            Stage::Syncing => self.progress.stage_syncing,
            Stage::Exporting => self.progress.stage_exporting,
            Stage::Gathering => self.register.stage,
            Stage::Answers => self.progress.stage_answers,
            Stage::Backup => self.progress.stage_backup,
            Stage::Letters => self.progress.stage_letters,
            Stage::Sending => self.progress.stage_sending,
        }
    }
}
