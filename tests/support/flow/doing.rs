//! What the world does in a session, on the spot: held and let go, safe within a second, killed and started again.

use instroom::app::effect::{Far, Stage};
use instroom::app::{Effect, Msg, Report};
use instroom::world::workbook::Reader;

use super::Flow;

impl Flow {
    /// From now on the world does nothing until [`Flow::go_on`].
    pub(crate) fn hold(&mut self) -> &mut Self {
        self.is_held = true;
        self
    }

    /// The held world says how far it is.
    pub(crate) fn far(&mut self, stage: Stage, done: u64, all: u64) -> &mut Self {
        let job = self.model.running.as_ref().expect("something is being done").job;
        self.take_in(Msg::Report(Box::new(Report::Far(job, Far { stage, done, all }))));
        self
    }

    /// The held world says how many seconds its step takes yet.
    pub(crate) fn takes(&mut self, seconds: Option<u64>) -> &mut Self {
        let job = self.model.running.as_ref().expect("something is being done").job;
        self.take_in(Msg::Report(Box::new(Report::Left(job, seconds))));
        self
    }

    /// Whoever sends mails hears that it is to stop once so many have left.
    pub(crate) fn stopping_after(&mut self, sent: u64) -> &mut Self {
        self.heard_after = sent;
        self
    }

    /// The held world says how far the sending is.
    pub(crate) fn sends(&mut self, far: instroom::app::mailing::SendingFar) -> &mut Self {
        let job = self.model.mails.going().expect("mails are being sent").job;
        self.take_in(Msg::Report(Box::new(Report::Sending(job, far))));
        self
    }

    /// The world does what was asked of it while it was held.
    pub(crate) fn go_on(&mut self) -> &mut Self {
        self.is_held = false;
        self.work();
        self.pressed.push("(the world goes on)".to_owned());
        self
    }

    /// Takes in a message and does in the world what follows from it.
    pub(crate) fn take_in(&mut self, msg: Msg) {
        let effects = self.model.update(msg);
        self.hand_out(effects);
        if let Some((draft, whereabouts)) = self.model.whereabouts() {
            self.world.remember(draft, &whereabouts);
        }
    }

    /// The world makes durable what was decided, as it does within a second.
    pub(crate) fn save(&mut self) -> &mut Self {
        let mut reports = Vec::new();
        self.world.secure_drafts(&mut |report| reports.push(report));
        for report in reports {
            self.take_in(Msg::Report(Box::new(report)));
        }
        self.pressed.push("(a second goes by)".to_owned());
        self
    }

    /// The program is killed, and started again: over the same disk and store, with nothing else left.
    pub(crate) fn kill_and_start(self) -> Self {
        let Self { store, disk, model, world, story, .. } = self;
        drop(world);
        let mut flow = Self::over(store, disk, Reader::here());
        flow.model.sight.language = model.sight.language;
        let (width, height) = model.window();
        flow.resize(width, height);
        flow.story = story;
        flow.pressed = vec!["(killed, and started again)".to_owned()];
        flow
    }

    /// The held world does what was asked of it, and nobody hears what came of it.
    pub(crate) fn work_unheard(&mut self) {
        while let Some(effect) = self.waiting.pop_front() {
            self.world.perform(self.disk.asked(effect), &|_| false, &mut |_| {});
        }
    }

    pub(super) fn hand_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                effect @ Effect::Journal(..) => self.write_down(effect),
                Effect::Quit => self.left = true,
                Effect::Suspend | Effect::Redraw => {}
                Effect::Copy(text) => self.clipboard = Some(text),
                Effect::Cancel(job) => {
                    self.stops.insert(job);
                }
                effect => self.waiting.push_back(effect),
            }
        }
        if !self.is_held {
            self.work();
        }
    }

    /// At once, as in the program: before anything is drawn.
    fn write_down(&mut self, journal: Effect) {
        let mut reports = Vec::new();
        self.world.perform(journal, &|_| false, &mut |report| reports.push(report));
        for report in reports {
            self.model.update(Msg::Report(Box::new(report)));
        }
    }

    fn work(&mut self) {
        while let Some(effect) = self.waiting.pop_front() {
            let mut reports = Vec::new();
            let (stops, heard_after, sent) = (&self.stops, self.heard_after, std::cell::Cell::new(0));
            self.world.perform(self.disk.asked(effect), &|job| stops.contains(&job) && sent.get() >= heard_after, &mut |report| {
                if let Report::Sending(_, far) = &report {
                    sent.set(far.sent);
                }
                reports.push(report);
            });
            for report in reports {
                let effects = self.model.update(Msg::Report(Box::new(self.disk.told(report))));
                self.hand_out_later(effects);
            }
        }
    }

    fn hand_out_later(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                effect @ Effect::Journal(..) => self.write_down(effect),
                effect => self.waiting.push_back(effect),
            }
        }
    }
}
