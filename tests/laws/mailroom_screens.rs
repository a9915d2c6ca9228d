//! What the screens ask of the world about mail, and what it answers; with a post of the tests' own.

use std::cell::Cell;
use std::sync::Arc;

use instroom::app::effect::{Shared, Stage};
use instroom::app::fault::Fault;
use instroom::app::mail_fault::MailFault;
use instroom::app::mailing::{Decision, LetterAsked, OutboxRead, Queue, SendingFar};
use instroom::app::{Effect, Job, Report};
use instroom::domain::customer::CustomerId;
use instroom::domain::dossier::Status;
use instroom::domain::invitation::{Recipient, Wanted, mailing};
use instroom::domain::letter::Occasion;
use instroom::domain::outbox::{Ending, MessageNumber};
use instroom::domain::settings::Settings;
use instroom::world::config::Configuration;
use instroom::world::mailroom::Mail;
use instroom::world::outbox::KeptOutbox;
use instroom::world::perform::World;
use instroom::world::post::Offered;
use instroom::world::workbook::Reader;

use crate::support::imports::{flow, person};
use crate::support::mail_posts::FakePost;
use crate::support::office::world;
use crate::support::posting_office::{PostingOffice, store_of};

struct Scene {
    office: PostingOffice,
    world: World,
}

impl Scene {
    /// Three customers of 2026.
    fn new(post: FakePost) -> Self {
        let (office, store) = (PostingOffice::new(post), store_of((0..3).map(person)));
        let world = World { mail: office.mail(), clock: Arc::new(office.time.clone()), ..world(&store, Reader::here()) };
        Self { office, world }
    }

    fn perform(&self, effect: Effect) -> Vec<Report> {
        self.perform_until(effect, |_| false)
    }

    /// Performs an effect; it is asked to stop once that holds of how far the sending is.
    fn perform_until(&self, effect: Effect, stops: impl Fn(SendingFar) -> bool) -> Vec<Report> {
        let (stopped, mut reports) = (Cell::new(false), Vec::new());
        self.world.perform(effect, &|_| stopped.get(), &mut |report| {
            if let Report::Sending(_, far) = &report {
                stopped.set(stops(*far));
            }
            reports.push(report);
        });
        reports
    }

    /// Those who get an invitation by what the screens know.
    fn recipients(&self) -> Vec<Recipient> {
        let (clock, stock) = (&self.world.clock, self.world.stock().unwrap());
        let wanted = Wanted::of(flow(2026), Occasion::Invitation, clock.now(), clock.today());
        mailing(&wanted, &stock.snapshot, &self.read().outbox, &self.world.office.catalogue).recipients
    }

    fn read(&self) -> OutboxRead {
        match self.perform(Effect::ReadOutbox(Job(1))).remove(0) {
            Report::Outbox(_, Ok(read)) => *read,
            other => panic!("{other:?}"),
        }
    }

    fn words(&self) -> Vec<&'static str> {
        self.read().outbox.messages().iter().map(|message| message.state.word()).collect()
    }

    fn send(&self, recipients: Vec<Recipient>) -> Effect {
        let queue = Queue { flow: flow(2026), occasion: Occasion::Invitation, recipients: Shared(Arc::new(recipients)) };
        Effect::Send { job: Job(2), queue: Some(Box::new(queue)) }
    }

    /// The statuses as the lists show them.
    fn listed(&self) -> Vec<Status> {
        let stock = self.world.stock().unwrap();
        let status = |customer| stock.snapshot.dossier(&flow(2026), CustomerId(customer)).unwrap().about.status;
        [1, 2, 3].map(status).into()
    }
}

fn sent(reports: &[Report]) -> (&Ending, SendingFar) {
    match reports.last() {
        Some(Report::Sent(_, Ok(sent))) => (&sent.ending, sent.far),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_round_is_queued_sent_stopped_resumed_and_decided() {
    let doubt = Offered::Unsure { detail: "the line broke".into() };
    let scene = Scene::new(FakePost::default().answering("klant.1@example.be", vec![doubt]));
    let all = scene.recipients();
    assert_eq!(all.len(), 3);
    let reports = scene.perform_until(scene.send(all.clone()), |far| far.sent == 1);
    assert!(matches!(reports[0], Report::Sending(_, SendingFar { sent: 0, left: 3, .. })), "the first says that it is queued");
    assert_eq!((sent(&reports).0, sent(&reports).1.sent), (&Ending::Stopped, 1));
    assert_eq!(scene.listed(), [Status::Sent, Status::Queued, Status::Queued], "lists show what the outbox knows");
    assert_eq!(scene.words(), ["sent", "queued", "queued"]);

    // What was looked at before is not sent again.
    let again = scene.perform(scene.send(all));
    assert!(matches!(again.last(), Some(Report::Sent(_, Err(Fault::Changed { count: 3 })))), "{again:?}");
    let reports = scene.perform(Effect::Send { job: Job(3), queue: None });
    assert_eq!((sent(&reports).0, sent(&reports).1.unsure), (&Ending::Done, 1));
    assert_eq!(scene.words(), ["sent", "unsure", "sent"]);
    let stored = |customer| scene.world.store.dossier(&flow(2026), CustomerId(customer)).unwrap().unwrap().status;
    assert_eq!([1, 2, 3].map(stored), [Status::Sent, Status::Unsure, Status::Sent], "dossiers follow by themselves");

    let decide = |message| Effect::DecideMessage { job: Job(4), message: MessageNumber(message), decision: Decision::Again };
    assert!(matches!(scene.perform(decide(1))[0], Report::Outbox(_, Err(Fault::Changed { count: 1 }))), "nobody doubts the first");
    assert!(matches!(scene.perform(decide(2))[0], Report::Outbox(_, Ok(_))));
    let withdraw = Effect::WithdrawMessages { job: Job(5), messages: [1, 2].map(MessageNumber).into() };
    assert!(matches!(scene.perform(withdraw)[0], Report::Outbox(_, Ok(_))), "what has left is left out");
    assert_eq!((scene.words(), stored(2)), (vec!["sent", "withdrawn", "sent"], Status::NotSentYet));
    assert_eq!(scene.office.post.taken().len(), 2);
}

#[test]
fn letters_are_looked_at_tested_and_written_and_the_outbox_knows_nothing_of_it() {
    let scene = Scene::new(FakePost::default());
    let recipient = scene.recipients().remove(0);
    let asked = || Box::new(LetterAsked { flow: flow(2026), occasion: Occasion::Invitation, recipient: recipient.clone() });
    let Report::Letter(_, Ok(seen)) = scene.perform(Effect::ShowLetter(Job(1), asked())).remove(0) else { panic!("no letter") };
    assert_eq!((seen.letter.to.address.as_str(), seen.letter.enclosures.len()), ("klant.0@example.be", 1));
    assert!(seen.questions > seen.answers.len());
    let test = |to: &str| scene.perform(Effect::TestLetter { job: Job(1), asked: asked(), to: to.into() }).remove(0);
    assert!(matches!(test("els@kantoor.be"), Report::Tested(_, Ok(to)) if to == "els@kantoor.be"));
    assert!(matches!(test("els@kantoor.be\r\nBcc: x@y.be"), Report::Tested(_, Err(Fault::Mail(MailFault::NoLetter { .. })))));
    let taken = scene.office.post.taken().remove(0);
    assert!(taken.subject.as_str().starts_with("[TEST] ") && taken.message_id != seen.letter.message_id);
    let folder = scene.office.path().join("eml");
    let write = Effect::WriteLetters {
        job: Job(1),
        flow: flow(2026),
        occasion: Occasion::Invitation,
        recipients: Shared(Arc::new(scene.recipients())),
        folder: folder.to_str().unwrap().into(),
    };
    let told = scene.perform(write);
    assert!(matches!(told.last(), Some(Report::LettersWritten(_, Ok((3, _))))));
    let far = told.iter().filter_map(|report| if let Report::Far(_, far) = report { Some((far.stage, far.done, far.all)) } else { None });
    assert_eq!(far.collect::<Vec<_>>(), [0, 1, 2, 3].map(|done| (Stage::Letters, done, 3)), "each is told");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 3);
    assert_eq!((scene.words(), scene.listed()), (vec![], vec![Status::NotSentYet; 3]));
    assert!(!scene.office.path().join("store").exists(), "looking makes no outbox");
}

#[test]
fn what_stands_in_the_way_is_told_and_queues_nothing() {
    let scene = Scene::new(FakePost::default());
    let all = scene.recipients();
    assert_eq!(scene.read().posting.unwrap().per_minute, 30);
    // Somebody else sends.
    let kept = KeptOutbox::of_store(&scene.world.mail.directory);
    let lease = kept.lease("tom", Arc::clone(&scene.world.clock)).unwrap();
    let busy = scene.perform(scene.send(all.clone()));
    assert!(matches!(busy.last(), Some(Report::Sent(_, Err(Fault::OutboxInUse { holding: Some(by), .. }))) if by.who == "tom"), "{busy:?}");
    assert_eq!(scene.read().elsewhere.map(|by| by.who).as_deref(), Some("tom"));
    drop(lease);
    assert_eq!(scene.words(), [""; 0]);
    // Nothing is settled: letters can be looked at all the same.
    let nothing = Configuration { file: "/home/els/.config/instroom/config.toml".into(), settings: Settings::default() };
    let mail = Mail { configuration: Arc::new(nothing), ..scene.world.mail.clone() };
    let scene = Scene { world: World { mail, ..scene.world.clone() }, ..scene };
    assert!(matches!(scene.read().posting, Err(MailFault::NotSettled { .. })));
    let refused = scene.perform(scene.send(all.clone()));
    assert!(matches!(refused.last(), Some(Report::Sent(_, Err(Fault::Mail(MailFault::NotSettled { .. }))))), "{refused:?}");
    let asked = LetterAsked { flow: flow(2026), occasion: Occasion::Invitation, recipient: all[0].clone() };
    assert!(matches!(scene.perform(Effect::ShowLetter(Job(1), Box::new(asked)))[0], Report::Letter(_, Ok(_))));
    assert_eq!(scene.words(), [""; 0]);
}

#[test]
fn an_outbox_that_was_lost_is_asked_about_on_screen_too() {
    let scene = Scene::new(FakePost::default());
    let reports = scene.perform_until(scene.send(scene.recipients()), |far| far.left == 3);
    assert_eq!(sent(&reports).0, &Ending::Stopped);
    assert_eq!(scene.words(), ["queued"; 3]);
    std::fs::remove_dir_all(scene.world.mail.directory.join("outbox")).unwrap();
    assert_eq!(scene.words(), ["unsure"; 3], "the dossiers know of them");
}
