//! Dossiers follow their mails; and the outbox through the built program.

use std::cell::Cell;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Mutex;

use instroom::domain::amendment::{Amendment, Becomes, CustomerChange, Deed, DossierChange};
use instroom::domain::change_set::{ChangeSet, CommitId, Hand, Receipt};
use instroom::domain::customer::{CustomerId, Values};
use instroom::domain::dossier::{Dossier, Status};
use instroom::domain::field::Field;
use instroom::domain::history::{RowStory, Version};
use instroom::domain::language::Language;
use instroom::domain::letter::Occasion;
use instroom::domain::mapping::SavedMapping;
use instroom::domain::outbox::{Doubt, Entry, Event, Message, MessageNumber, NewMessage, Round, RoundId};
use instroom::domain::snapshot::{Revision, Snapshot};
use instroom::domain::taking_back::Traces;
use instroom::domain::task_flow::TaskFlowId;
use instroom::world::outbox::{KeptOutbox, OpenOutbox};
use instroom::world::sending::{Composer, NoLetter, Read, reconcile, tidy};
use instroom::world::store::{CommitFault, CommitProgress, SledStore, Store, StoreFault, TokenHolder};
use jiff::ToSpan as _;
use serde_json::Value;

use crate::support::house::commit;
use crate::support::imports::{Import, flow, founding, hand, person};
use crate::support::program::{ahead, instroom};

type Watch<'a> = &'a mut dyn FnMut(CommitProgress) -> ControlFlow<()>;

/// A store of so many customers, all linked to 2026.
fn store(directory: &Path, count: u64) -> (SledStore, Snapshot) {
    let store = SledStore::new(directory, founding());
    let set = Import::new("first", &store.snapshot().unwrap(), flow(2026)).adding((0..count).map(person)).filing_by(ahead()).done();
    commit(&store, &set);
    let snapshot = store.snapshot().unwrap();
    (store, snapshot)
}

fn queue(directory: &Path, snapshot: &Snapshot, count: u64) -> OpenOutbox {
    let occasion = Occasion::Invitation;
    let round = Round {
        id: RoundId("a".into()),
        store: snapshot.store.clone(),
        flow: flow(2026),
        occasion,
        who: "els".into(),
        when: hand("els").when,
    };
    let message = |customer: u64| NewMessage {
        customer: CustomerId(customer),
        to: format!("klant.{}@example.be", customer - 1),
        language: Language::Dutch,
        message_id: format!("a.{customer}@office.example"),
    };
    let mut open = KeptOutbox::of_store(directory).open().unwrap();
    open.write(vec![Entry::Queued { round, messages: (1..=count).map(message).collect() }]).unwrap();
    open
}

fn turned(message: u64, event: Event) -> Entry {
    Entry::Turned { message: MessageNumber(message), when: hand("els").when, event }
}

fn offered(message: u64, event: Event) -> [Entry; 2] {
    [turned(message, Event::Offering), turned(message, event)]
}

fn taken() -> Event {
    Event::Taken { reply: "250 ok".into() }
}

fn status(store: &dyn Store, customer: u64) -> Status {
    store.dossier(&flow(2026), CustomerId(customer)).unwrap().unwrap().status
}

/// A colleague answers for a customer.
fn answer(store: &dyn Store, customer: u64) {
    let customer = CustomerId(customer);
    let (seen, dossier) = store.dossiers(&[(flow(2026), customer)]).unwrap().remove(0).unwrap();
    let becomes = Some(Dossier { status: Status::Answered, ..dossier });
    let mut amendment =
        Amendment::new(CommitId(format!("answer {customer} {}", seen.0)), store.snapshot().unwrap().store, Deed::Answered(flow(2026)));
    amendment.dossiers.push(DossierChange { flow: flow(2026), customer, seen: Some(seen), becomes });
    store.amend(&amendment, &hand("tom"), &mut |_| ControlFlow::Continue(())).unwrap();
}

#[test]
fn dossiers_follow_their_mails_in_one_commit_and_once() {
    let folder = tempfile::tempdir().unwrap();
    let (store, snapshot) = store(folder.path(), 5);
    let mut outbox = queue(folder.path(), &snapshot, 5);
    outbox.write(offered(1, taken()).into()).unwrap();
    outbox.write(offered(2, Event::Refused { reply: "550 unknown".into() }).into()).unwrap();
    outbox.write(offered(3, Event::Doubted(Doubt::Stopped)).into()).unwrap();
    outbox.write(offered(5, taken()).into()).unwrap();
    answer(&store, 5);
    let before = store.snapshot().unwrap().revision;
    assert_eq!(reconcile(&store, &snapshot.store, &mut outbox, &hand("els")).unwrap(), 5);
    let after = store.snapshot().unwrap();
    assert_eq!(after.revision, Revision(before.0 + 1), "one commit");
    assert_eq!(after.journal[0].deed, Deed::Mailed(flow(2026)));
    assert_eq!(
        [1, 2, 3, 4, 5].map(|id| status(&store, id)),
        [Status::Sent, Status::Failed, Status::Unsure, Status::Queued, Status::Answered]
    );
    let course = |id| store.dossier(&flow(2026), CustomerId(id)).unwrap().unwrap().course;
    assert_eq!((course(1).sent, course(5).sent), (Some(hand("els").when), Some(hand("els").when)));
    assert_eq!(course(2).refusal.as_deref(), Some("550 unknown"));
    assert_eq!(reconcile(&store, &snapshot.store, &mut outbox, &hand("els")).unwrap(), 0);
    assert_eq!(store.snapshot().unwrap().revision, after.revision, "nothing is written where nothing happened");

    outbox.write(vec![turned(3, Event::Again), turned(4, Event::Withdrawn(instroom::domain::outbox::Withdrawal::ByPerson))]).unwrap();
    assert_eq!(reconcile(&store, &snapshot.store, &mut outbox, &hand("els")).unwrap(), 2);
    assert_eq!([3, 4].map(|id| status(&store, id)), [Status::Queued, Status::NotSentYet]);
    assert_eq!(reconcile(&store, "another store", &mut outbox, &hand("els")).unwrap(), 0);
}

/// A store in which a colleague answers for customer 1 right after its dossiers were looked at, the first time.
struct Meddled<'a> {
    store: &'a SledStore,
    is_done: Mutex<Cell<bool>>,
}

impl Store for Meddled<'_> {
    fn exists(&self) -> Result<bool, StoreFault> {
        self.store.exists()
    }
    fn snapshot(&self) -> Result<Snapshot, StoreFault> {
        self.store.snapshot()
    }
    fn dossier(&self, flow: &TaskFlowId, customer: CustomerId) -> Result<Option<Dossier>, StoreFault> {
        self.store.dossier(flow, customer)
    }
    fn has_commit(&self, commit: &CommitId) -> Result<bool, StoreFault> {
        self.store.has_commit(commit)
    }
    fn commit(&self, set: &ChangeSet, hand: &Hand, watch: Watch<'_>) -> Result<Receipt, CommitFault> {
        self.store.commit(set, hand, watch)
    }
    fn amend(&self, amendment: &Amendment, hand: &Hand, watch: Watch<'_>) -> Result<Receipt, CommitFault> {
        self.store.amend(amendment, hand, watch)
    }
    fn dossiers(&self, wanted: &[(TaskFlowId, CustomerId)]) -> Result<Vec<Option<(Revision, Dossier)>>, StoreFault> {
        let seen = self.store.dossiers(wanted)?;
        if !self.is_done.lock().unwrap().replace(true) {
            answer(self.store, 1);
        }
        Ok(seen)
    }
    fn versions(&self, customer: CustomerId) -> Result<Vec<Version>, StoreFault> {
        self.store.versions(customer)
    }
    fn traces(&self, import: Revision) -> Result<Traces, StoreFault> {
        self.store.traces(import)
    }
    fn outcomes(&self, import: Revision) -> Result<Vec<RowStory>, StoreFault> {
        self.store.outcomes(import)
    }
    fn dossiers_with_tokens(&self, tokens: &[String]) -> Result<Vec<Option<TokenHolder>>, StoreFault> {
        self.store.dossiers_with_tokens(tokens)
    }
    fn remember_mapping(&self, mapping: &SavedMapping, hand: &Hand) -> Result<(), StoreFault> {
        self.store.remember_mapping(mapping, hand)
    }
    fn forget_mapping(&self, name: &str) -> Result<(), StoreFault> {
        self.store.forget_mapping(name)
    }
}

#[test]
fn a_dossier_that_changes_meanwhile_is_taken_as_it_is_by_then() {
    let folder = tempfile::tempdir().unwrap();
    let (store, snapshot) = store(folder.path(), 2);
    let mut outbox = queue(folder.path(), &snapshot, 2);
    outbox.write(offered(1, taken()).into()).unwrap();
    let meddled = Meddled { store: &store, is_done: Mutex::default() };
    assert_eq!(reconcile(&meddled, &snapshot.store, &mut outbox, &hand("els")).unwrap(), 2);
    assert_eq!([1, 2].map(|id| status(&store, id)), [Status::Answered, Status::Queued], "the answer of a colleague is not lost");
    assert!(store.dossier(&flow(2026), CustomerId(1)).unwrap().unwrap().course.sent.is_some());
}

#[test]
fn the_address_of_an_erased_customer_leaves_the_outbox_too() {
    let folder = tempfile::tempdir().unwrap();
    let (store, snapshot) = store(folder.path(), 2);
    let mut outbox = queue(folder.path(), &snapshot, 2);
    outbox.write(offered(1, taken()).into()).unwrap();
    assert!(!tidy(&mut outbox, &snapshot).unwrap());
    let mut amendment = Amendment::new(CommitId("erase".into()), snapshot.store.clone(), Deed::Removed);
    let seen = snapshot.version(snapshot.index_of(CustomerId(1)).unwrap());
    amendment.customers.push(CustomerChange { customer: CustomerId(1), seen, becomes: Becomes::Erased });
    store.amend(&amendment, &hand("els"), &mut |_| ControlFlow::Continue(())).unwrap();
    assert!(tidy(&mut outbox, &store.snapshot().unwrap()).unwrap());
    let bytes = std::fs::read(folder.path().join("outbox/journal")).unwrap();
    let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(!holds("klant.0@example.be") && holds("klant.1@example.be"));
    assert_eq!(outbox.outbox().messages().len(), 1);
}

#[test]
fn letters_are_made_of_what_is_stored_without_opening_the_store_for_each() {
    let folder = tempfile::tempdir().unwrap();
    let (store, snapshot) = store(folder.path(), 5);
    let mut outbox = queue(folder.path(), &snapshot, 4);
    outbox.write(vec![turned(3, Event::Withdrawn(instroom::domain::outbox::Withdrawal::ByPerson))]).unwrap();
    let told = Mutex::new(Vec::new());
    let write = |message: &Message, values: &Values, dossier: &Dossier| {
        told.lock().unwrap().push((message.customer, values.text(Field::FirstName).to_owned(), dossier.token.len()));
        Err(NoLetter::OfThisOne("not wanted here".into()))
    };
    let composer = Composer::new(&store, Read::of(&store).unwrap(), &write);
    let messages = outbox.outbox().messages();
    let _none = composer.compose(&messages[0], outbox.outbox());
    assert_eq!(composer.withdrawn(&messages[0], outbox.outbox()), Ok(None));
    // What was read ahead needs no store any more.
    std::fs::rename(folder.path().join("sled"), folder.path().join("elsewhere")).unwrap();
    let _none = composer.compose(&messages[1], outbox.outbox());
    let _none = composer.compose(&messages[3], outbox.outbox());
    assert_eq!(*told.lock().unwrap(), [(1, 0), (2, 1), (4, 3)].map(|(id, number)| (CustomerId(id), format!("Voornaam{number}"), 32)));
    assert!(matches!(composer.compose(&messages[0], outbox.outbox()), Err(NoLetter::OfAny(_))), "the store is not there");
}

#[test]
fn whose_deadline_is_past_gets_mail_only_where_the_program_is_told_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store");
    let (store, seen) = store(&path, 2);
    let late = ahead() - 90.days();
    commit(&store, &Import::new("late", &seen, flow(2026)).adding([person(7)]).filing_by(late).done());
    let of = |arguments: &[&str]| {
        let told = json(&path, &[&["invite", "-n", "--json"], arguments].concat());
        let left_out: Vec<_> = told["left_out"].as_array().unwrap().iter().map(|one| one["why"].clone()).collect();
        (told["recipients"].as_array().unwrap().len(), left_out)
    };
    assert_eq!((of(&[]), of(&["--past"])), ((2, vec!["deadline_past".into()]), (3, Vec::new())));
}

fn json(store: &Path, arguments: &[&str]) -> Value {
    let answer = instroom(store, arguments);
    assert_eq!(answer.code, 0, "{answer:?}");
    serde_json::from_str(&answer.out).unwrap()
}

#[test]
fn the_program_says_who_would_get_mail_and_decides_what_is_unsure() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store");
    let none = instroom(&path, &["outbox"]);
    assert!(none.code == 0 && none.told.contains("The outbox is empty.") && !path.exists(), "{none:?}");
    let (store, snapshot) = store(&path, 4);
    let mut outbox = queue(&path, &snapshot, 2);
    outbox.write(offered(1, Event::Doubted(Doubt::Stopped)).into()).unwrap();
    drop(outbox);

    let invited = json(&path, &["invite", "--flow", "pit-2026", "--label", "PAPIER", "-n", "--json"]);
    let of = |list: &str, name: &str| {
        invited[list].as_array().unwrap().iter().map(|one| one[name].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(of("recipients", "customer"), ["C00003", "C00004"]);
    assert_eq!(of("left_out", "why"), ["unsure", "in_outbox"]);
    let told = instroom(&path, &["invite", "--customer", "C00003"]);
    assert!(told.out.contains("1 customer gets a mail\n") && told.out.contains("Nothing was sent"), "{told:?}");
    assert!(told.code == 64 && told.told.contains("--yes 1"), "{told:?}");
    let unknown = instroom(&path, &["invite", "--customer", "C00003", "--customer", "99"]);
    assert!(unknown.code == 66 && unknown.told.contains("C00099") && unknown.told.contains("Did you mean C00004?"), "{unknown:?}");
    assert_eq!(instroom(&path, &["invite", "--flow", "pit-1999"]).code, 66);
    assert_eq!(json(&path, &["invite", "--remind", "-n", "--json"])["left_out"][2]["why"], "not_invited");

    let listed = instroom(&path, &["outbox"]);
    assert!(listed.out.contains("1 queued, 1 unsure") && listed.told.contains("instroom outbox decide"), "{listed:?}");
    assert_eq!(instroom(&path, &["outbox", "decide", "M00002", "arrived"]).code, 64, "there is no doubt about it");
    assert_eq!(instroom(&path, &["outbox", "withdraw", "M00009"]).code, 66);
    let (decide, withdraw) = (["outbox", "decide", "M00001", "arrived"], ["outbox", "withdraw", "2"]);
    for looked in [&decide[..], &withdraw] {
        let (asked, dry) = (instroom(&path, looked), instroom(&path, &[looked, &["-n"]].concat()));
        assert_eq!((asked.code, dry.code, &asked.out), (64, 0, &dry.out), "{asked:?}");
        assert!(dry.out.contains("nothing was written") && dry.told.is_empty() && asked.told.contains("--yes"), "{dry:?}");
    }
    let would = instroom(&path, &["outbox", "send", "-n"]);
    assert!(would.code == 0 && would.out.contains("M00002") && !would.out.contains("M00001"), "{would:?}");
    assert_eq!(json(&path, &["outbox", "--json"])["messages"][1]["state"], "queued", "a look changes nothing");
    assert_eq!(instroom(&path, &[&decide[..], &["--yes"]].concat()).code, 0);
    assert_eq!(instroom(&path, &[&withdraw[..], &["--yes"]].concat()).code, 0);
    let nothing = instroom(&path, &["outbox", "send", "-n"]);
    assert_eq!((nothing.code, nothing.out.as_str()), (0, ""), "{nothing:?}");
    let listed = json(&path, &["outbox", "--json"]);
    assert_eq!(listed["rounds"][0]["task_flow"], listed["messages"][0]["task_flow"], "one shape");
    assert_eq!((&listed["messages"][0]["state"], &listed["messages"][1]["state"]), (&"sent".into(), &"withdrawn".into()));
    assert_eq!([1, 2].map(|id| status(&store, id)), [Status::Sent, Status::NotSentYet]);
}
