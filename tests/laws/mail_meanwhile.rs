//! What happens to dossiers between queueing and sending, by a colleague or by this session: a mail goes to nobody any more to
//! whom it should not, whenever that happened.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use instroom::domain::amendment::{Amendment, Becomes, Deed};
use instroom::domain::customer::CustomerId;
use instroom::domain::dossier::{Answer, Dossier, Origin, Status};
use instroom::domain::field::Field;
use instroom::domain::invitation::{NewRound, Wanted, mailing};
use instroom::domain::language::Language;
use instroom::domain::letter::Occasion;
use instroom::domain::outbox::{Ending, Entry, Event, MessageNumber, NewMessage, Round, RoundId, State, Withdrawal};
use instroom::domain::snapshot::Snapshot;
use instroom::domain::task_flow::TaskFlow;
use instroom::world::clock::Clock;
use instroom::world::mailroom::{Dispatched, Mailroom};
use instroom::world::outbox::KeptOutbox;
use instroom::world::store::{SledStore, Store};

use crate::support::amendments::{amend, amendment, becoming, editing, progressed, putting};
use crate::support::house::commit;
use crate::support::imports::{Import, flow, founding, person};
use crate::support::mail_posts::FakePost;
use crate::support::office::office;
use crate::support::posting_office::PostingOffice;

/// An office with so many customers of 2026, on disk.
struct Scene(PostingOffice);

impl Scene {
    fn of(count: u64) -> Self {
        let office = PostingOffice::new(FakePost::default());
        let store = door(office.path());
        let set = Import::new("first", &store.snapshot().unwrap(), flow(2026)).adding((1..=count).map(person)).done();
        commit(&store, &set);
        Self(office)
    }

    /// While the letter to a customer is being offered, this happens elsewhere.
    fn meanwhile(mut self, customer: u64, happens: impl FnOnce() + Send + 'static) -> Self {
        self.0.post = self.0.post.meanwhile(&address(customer), happens);
        self
    }

    fn path(&self) -> PathBuf {
        self.0.path().to_owned()
    }

    fn in_room<T>(&self, does: impl FnOnce(&Mailroom<'_>) -> T) -> T {
        let (store, catalogue, mail) = (door(self.0.path()), office().catalogue, self.0.mail());
        does(&Mailroom { store: &store, catalogue: &catalogue, mail: &mail, clock: Arc::new(self.0.time.clone()), user: "els" })
    }

    /// Everybody who would get an invitation now.
    fn round(&self) -> NewRound {
        self.in_room(|room| {
            let wanted = Wanted::of(flow(2026), Occasion::Invitation, self.0.time.now(), self.0.time.today());
            let mailing = mailing(&wanted, &room.store.snapshot().unwrap(), &room.outbox().unwrap(), room.catalogue);
            NewRound { flow: flow(2026), occasion: Occasion::Invitation, recipients: mailing.recipients }
        })
    }

    fn send(&self, round: Option<&NewRound>, stopping: &dyn Fn() -> bool) -> Dispatched {
        self.in_room(|room| room.send(round, Duration::ZERO, stopping, &mut |_| {}).unwrap())
    }

    fn taken(&self) -> Vec<String> {
        self.0.post.taken().iter().map(|letter| letter.to.address.to_string()).collect()
    }
}

/// A door to the store of a folder; each is a session of its own.
fn door(folder: &Path) -> SledStore {
    SledStore::new(folder.join("store"), founding())
}

fn address(customer: u64) -> String {
    format!("klant.{customer}@example.be")
}

/// One amendment by a colleague.
fn colleague(folder: &Path, name: &str, deed: Deed, change: impl FnOnce(&SledStore, &Snapshot, &mut Amendment)) {
    let store = door(folder);
    let seen = store.snapshot().unwrap();
    let mut amendment = amendment(name, &seen, deed);
    change(&store, &seen, &mut amendment);
    amend(&store, &amendment).unwrap();
}

/// Everything that keeps a mail from leaving happens to one customer each: 2 answers, 3 gets another address, 4 is closed, 5 is
/// unlinked, 6 is removed. Of 7 an answer is completed.
fn much_happens(folder: &Path) {
    let pit = || flow(2026);
    colleague(folder, "answers", Deed::Answered(pit()), |store, seen, amendment| {
        amendment.dossiers.push(progressed(store, seen, &pit(), 2, Status::Answered));
    });
    colleague(folder, "moves", Deed::Edited, |_, seen, amendment| {
        amendment.customers.push(editing(seen, 3, Field::Email, "nieuw@example.be"));
    });
    colleague(folder, "closes", Deed::Closed(pit()), |store, seen, amendment| {
        amendment.dossiers.push(progressed(store, seen, &pit(), 4, Status::Closed));
    });
    colleague(folder, "unlinks", Deed::Unlinked(pit()), |_, seen, amendment| {
        amendment.dossiers.push(putting(seen, &pit(), 5, None));
    });
    colleague(folder, "removes", Deed::Removed, |_, seen, amendment| {
        amendment.customers.push(becoming(seen, 6, Becomes::Erased));
    });
    colleague(folder, "completes", Deed::Completed(pit()), |store, seen, amendment| {
        let dossier = store.dossier(&pit(), CustomerId(7)).unwrap().unwrap();
        let questionnaire = office().catalogue.get(&dossier.questionnaire).unwrap().clone();
        let question = questionnaire.questions().find(|question| question.kind.key() == "text").unwrap().id.clone();
        let answers = vec![Answer { question, value: "Wat er nu staat".into(), origin: Origin::Typed }];
        amendment.dossiers.push(putting(seen, &pit(), 7, Some(Dossier { answers, ..dossier })));
    });
}

/// Who got mail, and why the others did not.
fn judge(scene: &Scene, dispatched: &Dispatched, before: &[u64]) {
    let gone = scene.taken().split_off(before.len());
    assert_eq!(gone, [7, 8].map(address), "nobody else");
    let states: BTreeMap<u64, State> = dispatched.messages.iter().map(|message| (message.customer.0, message.state.clone())).collect();
    let why = |customer: u64| match &states[&customer] {
        State::Withdrawn { why, .. } => *why,
        other => panic!("{customer}: {other:?}"),
    };
    assert_eq!(
        [2, 3, 4, 5, 6].map(why),
        [Withdrawal::Answered, Withdrawal::AddressChanged, Withdrawal::Closed, Withdrawal::Unlinked, Withdrawal::CustomerGone]
    );
    let letter = scene.0.post.taken().into_iter().find(|letter| letter.to.address.as_str() == address(7)).unwrap();
    let sheets = crate::support::cells(letter.enclosures[0].bytes.clone());
    let holds = sheets.iter().flat_map(|(_, cells)| cells).any(|(_, _, cell)| *cell == *"Wat er nu staat");
    assert!(holds, "the questionnaire carries what is known when it leaves");
    // Whoever was not written to can be invited again, at the new address too.
    scene.in_room(|room| room.begin(&room.store.snapshot().unwrap()).unwrap());
    let again: Vec<(u64, String)> = scene.round().recipients.into_iter().map(|one| (one.customer.0, one.to)).collect();
    assert_eq!(again, [(3, "nieuw@example.be".to_owned())]);
}

#[test]
fn what_a_colleague_changes_while_mails_leave_keeps_theirs_back() {
    let scene = Scene::of(8);
    let folder = scene.path();
    let scene = scene.meanwhile(1, move || much_happens(&folder));
    let dispatched = scene.send(Some(&scene.round()), &|| false);
    assert_eq!(dispatched.ending, Ending::Done);
    assert_eq!(scene.taken()[0], address(1), "its mail had left");
    judge(&scene, &dispatched, &[1]);
}

#[test]
fn what_changes_between_a_stop_and_going_on_keeps_mails_back_too() {
    let scene = Scene::of(8);
    let round = scene.round();
    let dispatched = scene.send(Some(&round), &|| !scene.taken().is_empty());
    assert_eq!((dispatched.ending, scene.taken().len()), (Ending::Stopped, 1));
    much_happens(&scene.path());
    let dispatched = scene.send(None, &|| false);
    judge(&scene, &dispatched, &[1]);
}

#[test]
fn what_was_looked_at_and_has_changed_is_not_queued() {
    let scene = Scene::of(8);
    let round = scene.round();
    much_happens(&scene.path());
    let fault = scene.in_room(|room| room.send(Some(&round), Duration::ZERO, &|| false, &mut |_| {}).unwrap_err());
    assert!(matches!(fault, instroom::world::mailroom::MailroomFault::Moved { count: 5 }), "{fault:?}");
    assert!(scene.taken().is_empty() && scene.in_room(|room| room.outbox().unwrap().messages().is_empty()));
}

#[test]
fn a_task_flow_that_is_archived_while_its_mails_leave_sends_no_more() {
    let scene = Scene::of(4);
    let folder = scene.path();
    let archives = move || {
        colleague(&folder, "archives", Deed::FlowChanged(flow(2026)), |_, seen, amendment| {
            let now = seen.flow(&flow(2026)).unwrap().clone();
            amendment
                .flows
                .push(instroom::domain::amendment::FlowChange { seen: Some(now.clone()), becomes: TaskFlow { archived: true, ..now } });
        });
    };
    let scene = scene.meanwhile(2, archives);
    scene.send(Some(&scene.round()), &|| false);
    assert_eq!(scene.taken(), [1, 2].map(address));
}

#[test]
fn a_store_that_a_colleague_holds_for_long_stops_the_round_and_loses_nothing() {
    let scene = Scene::of(3);
    let lock = scene.0.path().join("store/lock");
    let held: Arc<std::sync::Mutex<Option<std::fs::File>>> = Arc::default();
    let (holds, folder) = (Arc::clone(&held), scene.path());
    let takes = move || {
        // Something is written, and then the store is held for longer than anybody waits.
        colleague(&folder, "edits", Deed::Edited, |_, seen, amendment| {
            amendment.customers.push(editing(seen, 3, Field::City, "Aalst"));
        });
        let file = std::fs::File::options().read(true).write(true).open(&lock).unwrap();
        file.try_lock().unwrap();
        *holds.lock().unwrap() = Some(file);
    };
    let scene = scene.meanwhile(1, takes);
    let impatient = door(scene.0.path()).waiting(Duration::ZERO);
    let (round, catalogue) = (scene.round(), office().catalogue);
    let dispatched = scene.in_room(|room| {
        let room = Mailroom { store: &impatient, catalogue: &catalogue, mail: room.mail, clock: Arc::clone(&room.clock), user: "els" };
        room.send(Some(&round), Duration::ZERO, &|| false, &mut |_| {}).unwrap()
    });
    assert!(matches!(dispatched.ending, Ending::NoLetter { .. }), "{:?}", dispatched.ending);
    let states: Vec<&str> = dispatched.messages.iter().map(|message| message.state.word()).collect();
    assert_eq!(states, ["sent", "queued", "queued"]);
    held.lock().unwrap().take();
    assert_eq!(scene.send(None, &|| false).ending, Ending::Done);
    assert_eq!(scene.taken(), [1, 2, 3].map(address));
}

#[test]
fn a_mail_that_comes_into_the_outbox_while_others_leave_is_judged_as_they_are() {
    let scene = Scene::of(2);
    let round =
        NewRound { recipients: scene.round().recipients.into_iter().filter(|to| to.customer == CustomerId(1)).collect(), ..scene.round() };
    let (folder, when) = (scene.path(), scene.0.time.now());
    let comes = move || {
        // What was lost came back, is to be sent again, and has another address by then.
        let seen = door(&folder).snapshot().unwrap();
        let lost = Round {
            id: RoundId("lost".into()),
            store: seen.store,
            flow: flow(2026),
            occasion: Occasion::Invitation,
            who: "tom".into(),
            when,
        };
        let message_id = "lost.2@kantoor.be".to_owned();
        let messages = vec![NewMessage { customer: CustomerId(2), to: address(2), language: Language::Dutch, message_id }];
        let again = Entry::Turned { message: MessageNumber(2), when, event: Event::Again };
        KeptOutbox::of_store(&folder.join("store")).open().unwrap().write(vec![Entry::Forgotten { round: lost, messages }, again]).unwrap();
        colleague(&folder, "moves", Deed::Edited, |_, seen, amendment| {
            amendment.customers.push(editing(seen, 2, Field::Email, "nieuw@example.be"));
        });
    };
    let scene = scene.meanwhile(1, comes);
    assert_eq!(scene.send(Some(&round), &|| false).ending, Ending::Done);
    assert_eq!(scene.taken(), [address(1)]);
    let outbox = scene.in_room(|room| room.outbox().unwrap());
    assert!(matches!(outbox.message(MessageNumber(2)).unwrap().state, State::Withdrawn { why: Withdrawal::AddressChanged, .. }));
}

#[test]
fn many_are_hurried_and_taken_back_at_once() {
    let scene = Scene::of(2_000);
    scene.send(Some(&scene.round()), &|| true);
    let all: Vec<MessageNumber> = scene.in_room(|room| room.outbox().unwrap().messages().iter().map(|message| message.id).collect());
    let writes = || KeptOutbox::of_store(&scene.path().join("store")).open().unwrap().entries();
    let put_off = |number: u64| {
        let turned = |event| Entry::Turned { message: MessageNumber(number), when: scene.0.time.now(), event };
        [turned(Event::Offering), turned(Event::PutOff { reply: "451".into(), until: Some(scene.0.time.now()) })]
    };
    KeptOutbox::of_store(&scene.path().join("store")).open().unwrap().write((1..=500).flat_map(put_off).collect()).unwrap();
    assert_eq!(scene.in_room(|room| room.hurry().unwrap()), 500);
    let before = writes();
    assert_eq!(scene.in_room(|room| (room.hurry().unwrap(), room.withdraw(&all).unwrap(), room.withdraw(&all).unwrap())), (0, 2_000, 0));
    assert_eq!(writes(), before + 2_000);
    assert_eq!(scene.in_room(|room| room.outbox().unwrap().tally(|_| true).withdrawn), 2_000);
}
