//! Deeds in the world, in lanes: each first in first out, so that no write overtakes another and a
//! look into a folder never waits behind a workbook of a million rows.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::Wake;
use crate::app::effect::Report;
use crate::app::{Effect, Job, Msg};
use crate::world::perform::World;

/// How long decisions are gathered before they are synced. With the sync itself that stays well
/// below a second.
const GATHERING: Duration = Duration::from_millis(400);

/// Time between two tries where a disk takes nothing.
const RETRY: Duration = Duration::from_secs(1);

/// Jobs that were asked to stop.
#[derive(Debug, Clone, Default)]
struct Stops {
    jobs: Arc<Mutex<HashSet<Job>>>,
    /// The program is being left.
    leaving: Arc<AtomicBool>,
}

impl Stops {
    fn jobs(&self) -> MutexGuard<'_, HashSet<Job>> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Writes that were given out and have not ended.
#[derive(Debug, Clone, Default)]
struct Writes(Arc<(Mutex<u32>, Condvar)>);

impl Writes {
    fn change(&self, change: impl FnOnce(&mut u32)) {
        let (count, ended) = &*self.0;
        change(&mut count.lock().unwrap_or_else(PoisonError::into_inner));
        ended.notify_all();
    }

    fn wait(&self) {
        let (count, ended) = &*self.0;
        let mut count = count.lock().unwrap_or_else(PoisonError::into_inner);
        while *count > 0 {
            count = ended.wait(count).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// What is waited for before the program ends.
#[derive(Debug, Clone)]
pub(super) struct Finishing {
    stops: Stops,
    writes: Writes,
}

impl Finishing {
    /// Waits until every write that was given out has ended; of a round that is being sent, the one mail in flight.
    pub(super) fn wait(&self) {
        self.stops.leaving.store(true, Ordering::Relaxed);
        self.writes.wait();
    }
}

/// Deeds that were given out and have not ended: those of the sending, which may take hours, apart.
#[derive(Debug, Clone, Default)]
struct InHand {
    all: Arc<AtomicUsize>,
    sending: Arc<AtomicUsize>,
}

impl InHand {
    fn of(&self, effect: &Effect) -> &AtomicUsize {
        if lane_of(effect) == Lane::Sending { &self.sending } else { &self.all }
    }
}

/// The lanes.
pub(super) struct Lanes {
    store: Sender<Effect>,
    reading: Sender<Effect>,
    looking: Sender<Effect>,
    /// A round may take hours.
    sending: Sender<Effect>,
    /// Letters that are looked at, and tests: a mail server may take its time, and so may a workbook.
    letters: Sender<Effect>,
    securing: Sender<()>,
    stops: Stops,
    writes: Writes,
    in_hand: InHand,
}

impl Lanes {
    /// Starts the lanes; reports go to `sender`.
    pub(super) fn start(world: &World, sender: &Sender<Wake>) -> Self {
        let stops = Stops::default();
        let writes = Writes::default();
        let in_hand = InHand::default();
        let lane = || {
            let (give, take) = channel::<Effect>();
            let (world, sender, stops, writes) = (world.clone(), sender.clone(), stops.clone(), writes.clone());
            let in_hand = in_hand.clone();
            std::thread::spawn(move || {
                for effect in take {
                    let is_write = is_write(&effect);
                    let goes_on_later = goes_on_later(&effect);
                    let ended = Arc::clone(if lane_of(&effect) == Lane::Sending { &in_hand.sending } else { &in_hand.all });
                    let stopping = |job: Job| stops.jobs().contains(&job) || (goes_on_later && stops.leaving.load(Ordering::Relaxed));
                    world.perform(effect, &stopping, &mut |report: Report| {
                        // The loop is gone only when the program ends; then nobody listens.
                        let _nobody_listens = sender.send(Wake::Msg(Msg::Report(Box::new(report))));
                    });
                    if is_write {
                        writes.change(|count| *count -= 1);
                    }
                    // Behind its reports: whoever sees that nothing is in hand has them all.
                    ended.fetch_sub(1, Ordering::SeqCst);
                }
            });
            give
        };
        let (store, reading, looking) = (lane(), lane(), lane());
        let (sending, letters) = (lane(), lane());
        let securing = secure(world, sender);
        Self { store, reading, looking, sending, letters, securing, stops, writes, in_hand }
    }

    /// Whether everything that was given out has ended and its reports are on their way; what is being sent does not count.
    pub(super) fn is_quiet(&self) -> bool {
        self.in_hand.all.load(Ordering::SeqCst) == 0
    }

    /// Whether nothing is being sent either.
    pub(super) fn is_still(&self) -> bool {
        self.is_quiet() && self.in_hand.sending.load(Ordering::SeqCst) == 0
    }

    /// Gives an effect to its lane.
    pub(super) fn give(&self, effect: Effect) {
        if let Effect::Cancel(job) = effect {
            self.stops.jobs().insert(job);
            return;
        }
        if is_write(&effect) {
            self.writes.change(|count| *count += 1);
        }
        self.in_hand.of(&effect).fetch_add(1, Ordering::SeqCst);
        let lane = match lane_of(&effect) {
            Lane::Store => &self.store,
            Lane::Reading => &self.reading,
            Lane::Looking => &self.looking,
            Lane::Sending => &self.sending,
            Lane::Letters => &self.letters,
        };
        // A lane ends with the program only.
        let _ended = lane.send(effect);
    }

    /// Something was written to a journal: it is made durable soon, with what else comes until then.
    pub(super) fn secure_soon(&self) {
        // A lane ends with the program only.
        let _ended = self.securing.send(());
    }

    /// What is waited for before the program ends.
    pub(super) fn finishing(&self) -> Finishing {
        Finishing { stops: self.stops.clone(), writes: self.writes.clone() }
    }
}

/// The lane in which journals are made durable: it sleeps until something was written, and then waits
/// a moment for more.
fn secure(world: &World, sender: &Sender<Wake>) -> Sender<()> {
    let (give, take) = channel::<()>();
    let (world, sender) = (world.clone(), sender.clone());
    std::thread::spawn(move || {
        while take.recv().is_ok() {
            std::thread::sleep(GATHERING);
            while take.try_recv().is_ok() {}
            let mut tell = |report: Report| {
                // The loop is gone only when the program ends; then nobody listens.
                let _nobody_listens = sender.send(Wake::Msg(Msg::Report(Box::new(report))));
            };
            // A full disk has room again some time.
            while !world.secure_drafts(&mut tell) {
                std::thread::sleep(RETRY);
            }
        }
    });
    give
}

/// Whether the rest of it can wait for another session: what is not sent stays queued.
const fn goes_on_later(effect: &Effect) -> bool {
    matches!(effect, Effect::Send { .. } | Effect::WriteLetters { .. })
}

/// Which lane an effect takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lane {
    Store,
    Reading,
    Looking,
    Sending,
    Letters,
}

const fn lane_of(effect: &Effect) -> Lane {
    match effect {
        Effect::ReadStore(_)
        | Effect::Refresh(_)
        | Effect::Commit(..)
        | Effect::Amend(..)
        | Effect::LookBack(..)
        | Effect::TakeOver(..)
        | Effect::ReadDossier(..)
        | Effect::PlanSeason(..)
        | Effect::Person(..)
        | Effect::SaveMapping(..)
        | Effect::ReadOutbox(_)
        | Effect::DecideMessage { .. }
        | Effect::WithdrawMessages { .. } => Lane::Store,
        Effect::Send { .. } => Lane::Sending,
        Effect::ShowLetter(..) | Effect::TestLetter { .. } | Effect::WriteLetters { .. } => Lane::Letters,
        // Drafts go with the workbooks: one that is left is let go before the next is opened.
        Effect::Open(..)
        | Effect::ReadAnswers(..)
        | Effect::Prepare(..)
        | Effect::CountColumns(..)
        | Effect::Weigh(..)
        | Effect::Gather(..)
        | Effect::Export { .. }
        | Effect::Correct { .. }
        | Effect::WritePlan { .. }
        | Effect::ListDrafts
        | Effect::RemoveDraft(_)
        | Effect::LeaveDraft(..) => Lane::Reading,
        Effect::ListFolder(..) | Effect::Preview(..) | Effect::Complete(..) | Effect::WriteTemplate { .. } => Lane::Looking,
        // The loop does these itself.
        Effect::Quit
        | Effect::Suspend
        | Effect::Redraw
        | Effect::Copy(_)
        | Effect::Cancel(_)
        | Effect::Journal(..)
        | Effect::KeepUnsaved(_)
        | Effect::DropUnsaved(..) => Lane::Looking,
    }
}

/// Whether whoever leaves waits for it to end.
const fn is_write(effect: &Effect) -> bool {
    match effect {
        Effect::Commit(..)
        | Effect::Amend(..)
        | Effect::TakeOver(..)
        | Effect::SaveMapping(..)
        | Effect::WriteTemplate { .. }
        | Effect::Export { .. }
        | Effect::Correct { .. }
        | Effect::WritePlan { .. }
        | Effect::RemoveDraft(_)
        | Effect::LeaveDraft(..)
        | Effect::ReadOutbox(_)
        | Effect::WriteLetters { .. }
        | Effect::Send { .. }
        | Effect::DecideMessage { .. }
        | Effect::WithdrawMessages { .. } => true,
        Effect::Quit
        | Effect::Suspend
        | Effect::Redraw
        | Effect::Copy(_)
        | Effect::Cancel(_)
        | Effect::Journal(..)
        | Effect::KeepUnsaved(_)
        | Effect::DropUnsaved(..)
        | Effect::ReadStore(_)
        | Effect::Refresh(_)
        | Effect::Gather(..)
        | Effect::ListFolder(..)
        | Effect::Preview(..)
        | Effect::Complete(..)
        | Effect::Open(..)
        | Effect::CountColumns(..)
        | Effect::Prepare(..)
        | Effect::Weigh(..)
        | Effect::ReadDossier(..)
        | Effect::PlanSeason(..)
        | Effect::Person(..)
        | Effect::ReadAnswers(..)
        | Effect::LookBack(..)
        | Effect::ListDrafts
        | Effect::ShowLetter(..)
        | Effect::TestLetter { .. } => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::arrived::TakingOver;
    use crate::app::effect::Shared;

    #[test]
    fn whoever_leaves_waits_for_everything_that_writes_to_the_store() {
        let nothing = TakingOver { store: String::new(), taken: Vec::new(), customers: Vec::new() };
        let answers = Effect::TakeOver(Job(1), Shared(Arc::new(nothing)));
        assert!(is_write(&answers) && lane_of(&answers) == Lane::Store);
        let look = Effect::ReadStore(Job(1));
        assert!(!is_write(&look) && lane_of(&look) == Lane::Store);
    }
}
