//! What somebody may do with a store, and how often it was really done.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use instroom::domain::amendment::{Amendment, Becomes, Deed, FlowChange};
use instroom::domain::change_set::ChangeSet;
use instroom::domain::customer::CustomerId;
use instroom::domain::dossier::{Answer, Dossier, Origin, Status};
use instroom::domain::field::Field;
use instroom::domain::snapshot::Snapshot;
use instroom::domain::task_flow::{TaskFlow, TaskFlowId};
use instroom::world::store::Store;
use proptest::prelude::*;

use crate::support::amendments::{amendment, becoming, editing, newcomer, putting, weigh};
use crate::support::imports::{Import, dossier, flow, lesson, person, stored};

/// One thing that somebody may do. Numbers stand for whoever is there by then.
#[derive(Debug, Clone)]
pub(super) enum Turn {
    Import(Importing),
    Edit { id: u64, field: usize },
    EditSeveral { ids: Vec<u64> },
    Add { person: u64, linked: bool },
    Remove { id: u64, erased: bool },
    Link { id: u64 },
    Unlink { dossier: u64 },
    Complete { dossier: u64 },
    Answer { dossier: u64 },
    Close { dossier: u64 },
    Mail { dossier: u64, fate: u8 },
    Season { season: i16, fate: u8 },
    Archive { dossier: u64 },
    TakeBack { import: u64 },
}

/// A workbook that is brought in.
#[derive(Debug, Clone)]
pub(super) struct Importing {
    season: u64,
    people: Vec<u64>,
    change: Vec<(u64, usize)>,
    link: Vec<u64>,
    learn: Vec<u64>,
}

/// What a turn writes.
pub(super) enum Writes {
    Import(ChangeSet),
    Amendment(Amendment),
}

/// Fields by which people are found again, and one by which they are not.
const FIELDS: [Field; 5] = [Field::City, Field::ClientCode, Field::Email, Field::NationalNumber, Field::SpouseNationalNumber];

pub(super) fn importing(people: std::ops::Range<u64>) -> impl Strategy<Value = Importing> {
    let some = |most: usize| prop::collection::vec(0_u64..30, 0..most);
    let people = prop::collection::vec(people, 1..5);
    let change = prop::collection::vec((0_u64..30, 0..FIELDS.len()), 0..3);
    (0_u64..9, people, change, some(3), prop::collection::vec(0_u64..9, 0..4)).prop_map(|(season, people, change, link, learn)| Importing {
        season,
        people,
        change,
        link,
        learn,
    })
}

/// Each kind of turn.
fn kinds() -> Vec<BoxedStrategy<Turn>> {
    let any_of = || 0_u64..30;
    vec![
        importing(0..30).prop_map(Turn::Import).boxed(),
        (any_of(), 0..FIELDS.len()).prop_map(|(id, field)| Turn::Edit { id, field }).boxed(),
        prop::collection::vec(any_of(), 2..5).prop_map(|ids| Turn::EditSeveral { ids }).boxed(),
        (30_u64..60, any::<bool>()).prop_map(|(person, linked)| Turn::Add { person, linked }).boxed(),
        (any_of(), any::<bool>()).prop_map(|(id, erased)| Turn::Remove { id, erased }).boxed(),
        any_of().prop_map(|id| Turn::Link { id }).boxed(),
        any_of().prop_map(|dossier| Turn::Unlink { dossier }).boxed(),
        any_of().prop_map(|dossier| Turn::Complete { dossier }).boxed(),
        any_of().prop_map(|dossier| Turn::Answer { dossier }).boxed(),
        any_of().prop_map(|dossier| Turn::Close { dossier }).boxed(),
        (any_of(), 0_u8..4).prop_map(|(dossier, fate)| Turn::Mail { dossier, fate }).boxed(),
        (2025_i16..2028, 0_u8..4).prop_map(|(season, fate)| Turn::Season { season, fate }).boxed(),
        any_of().prop_map(|dossier| Turn::Archive { dossier }).boxed(),
        (0_u64..9).prop_map(|import| Turn::TakeBack { import }).boxed(),
    ]
}

/// An import to begin with, then each kind of turn once in any order, and a few more.
pub(super) fn turns() -> impl Strategy<Value = Vec<Turn>> {
    let any_kind = prop::strategy::Union::new(kinds());
    let first = importing(0..30).prop_map(Turn::Import);
    (first, kinds().prop_shuffle(), prop::collection::vec(any_kind, 0..4))
        .prop_map(|(first, each, more)| [first].into_iter().chain(each).chain(more).collect())
}

/// The customer that a number stands for, of those that are there.
fn somebody(seen: &Snapshot, number: u64) -> Option<u64> {
    let index = usize::try_from(number).unwrap().checked_rem(seen.customer_count())?;
    seen.customer_id(index).map(|id| id.0)
}

/// The dossier that a number stands for, of those that are there; two times out of three not of the archive.
fn some_dossier(store: &dyn Store, seen: &Snapshot, number: u64) -> Option<(TaskFlowId, u64, Dossier)> {
    let flows = seen.flows.iter().filter(|flow| number.is_multiple_of(3) || flow.open().is_ok());
    let all: Vec<_> = flows.flat_map(|flow| seen.dossiers(&flow.id).map(|(id, _)| (flow.id.clone(), id))).collect();
    let (flow, id) = all.get(usize::try_from(number).unwrap().checked_rem(all.len())?)?.clone();
    let dossier = store.dossier(&flow, id).unwrap()?;
    Some((flow, id.0, dossier))
}

/// Another value for a field, another one for each turn and number.
fn value(field: Field, name: &str, number: u64) -> String {
    let turn = name.bytes().fold(7, |sum, byte| (sum * 31 + u64::from(byte)) % 1_000_000);
    let nine = 900_000_000 + turn * 50 + number % 50;
    if field.is_national_number() { format!("{nine:09}{:02}", 97 - nine % 97) } else { name.to_owned() }
}

impl Importing {
    /// The change set, into a task flow that is there; into an open one where there is one.
    pub(super) fn set(&self, name: &str, seen: &Snapshot) -> ChangeSet {
        let open: Vec<&TaskFlow> = seen.flows.iter().filter(|flow| flow.open().is_ok()).collect();
        let flows = if open.is_empty() { seen.flows.iter().collect() } else { open };
        let season = &flows[usize::try_from(self.season).unwrap() % flows.len()].id;
        let known: BTreeSet<u64> = (0..seen.customer_count()).map(|index| seen.keys(index).national).collect();
        let mut people = self.people.clone();
        people.sort_unstable();
        people.dedup();
        people.retain(|&n| !known.contains(&person(n).text(Field::NationalNumber).parse().unwrap()));
        let lessons = self.learn.iter().map(|&n| lesson(n));
        let mut import = Import::new(name, seen, season.clone()).adding(people.into_iter().map(person)).learning(lessons);
        let mut taken = BTreeSet::new();
        for &(id, field) in &self.change {
            if let Some(id) = somebody(seen, id).filter(|id| taken.insert(*id)) {
                let changes = [FIELDS[field], Field::Box].map(|field| (field, value(field, name, id)));
                let changes: Vec<_> = changes.iter().map(|(field, value)| (*field, value.as_str())).collect();
                import = import.changing(seen, id, &changes);
            }
        }
        for &id in &self.link {
            let free = |id: &u64| seen.dossier(season, CustomerId(*id)).is_none();
            if let Some(id) = somebody(seen, id).filter(free).filter(|id| taken.insert(*id)) {
                import = import.linking(seen, id);
            }
        }
        import.done()
    }
}

impl Turn {
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Import(_) => "import",
            Self::Edit { .. } => "edit",
            Self::EditSeveral { .. } => "edit several",
            Self::Add { .. } => "add",
            Self::Remove { .. } => "remove",
            Self::Link { .. } => "link",
            Self::Unlink { .. } => "unlink",
            Self::Complete { .. } => "complete",
            Self::Answer { .. } => "answer",
            Self::Close { .. } => "close",
            Self::Mail { .. } => "mail",
            Self::Season { .. } => "season",
            Self::Archive { .. } => "archive",
            Self::TakeBack { .. } => "take back",
        }
    }

    /// What it writes; none where there is nothing to do it with.
    pub(super) fn writes(&self, name: &str, store: &dyn Store, seen: &Snapshot) -> Option<Writes> {
        match self {
            Self::Import(importing) => Some(Writes::Import(importing.set(name, seen))),
            Self::TakeBack { import } => {
                let open: Vec<_> = seen.imports.iter().filter(|past| past.taken_back.is_none()).collect();
                let past = open.get(usize::try_from(*import).unwrap().checked_rem(open.len())?)?;
                Some(Writes::Amendment(weigh(store, name, past.revision).amendment))
            }
            Self::Edit { .. } | Self::EditSeveral { .. } | Self::Add { .. } | Self::Remove { .. } => {
                self.about_customers(name, seen).map(Writes::Amendment)
            }
            Self::Season { season, fate } => Some(Writes::Amendment(another_season(name, seen, *season, *fate))),
            Self::Archive { dossier } => {
                let (flow, ..) = some_dossier(store, seen, *dossier)?;
                let before = seen.flow(&flow).filter(|flow| flow.open().is_ok())?.clone();
                let becomes = TaskFlow { archived: true, ..before.clone() };
                let flows = vec![FlowChange { seen: Some(before), becomes }];
                Some(Writes::Amendment(Amendment { flows, ..amendment(name, seen, Deed::FlowChanged(flow)) }))
            }
            _ => self.about_a_dossier(name, store, seen).map(Writes::Amendment),
        }
    }

    fn about_customers(&self, name: &str, seen: &Snapshot) -> Option<Amendment> {
        match self {
            Self::Edit { id, field } => {
                let (id, field) = (somebody(seen, *id)?, FIELDS[*field]);
                let customers = vec![editing(seen, id, field, &value(field, name, id))];
                Some(Amendment { customers, ..amendment(name, seen, Deed::Edited) })
            }
            Self::EditSeveral { ids } => {
                let ids: BTreeSet<u64> = ids.iter().filter_map(|id| somebody(seen, *id)).collect();
                let customers: Vec<_> = ids.into_iter().map(|id| editing(seen, id, Field::Labels, name)).collect();
                (!customers.is_empty()).then(|| Amendment { customers, ..amendment(name, seen, Deed::Edited) })
            }
            Self::Add { person: n, linked } => {
                let dossiers = if *linked { vec![(flow(2026), dossier(&person(*n)))] } else { Vec::new() };
                Some(Amendment { newcomers: vec![newcomer(person(*n), dossiers)], ..amendment(name, seen, Deed::Added) })
            }
            Self::Remove { id, erased } => {
                let becomes = if *erased { Becomes::Erased } else { Becomes::Gone };
                let customers = vec![becoming(seen, somebody(seen, *id)?, becomes)];
                Some(Amendment { customers, ..amendment(name, seen, Deed::Removed) })
            }
            _ => None,
        }
    }

    fn about_a_dossier(&self, name: &str, store: &dyn Store, seen: &Snapshot) -> Option<Amendment> {
        let becoming = |deed: fn(TaskFlowId) -> Deed, number: u64, becomes: &dyn Fn(Dossier) -> Option<Dossier>| {
            let (flow, id, dossier) = some_dossier(store, seen, number)?;
            let dossiers = vec![putting(seen, &flow, id, becomes(dossier))];
            Some(Amendment { dossiers, ..amendment(name, seen, deed(flow)) })
        };
        match *self {
            Self::Link { id } => {
                let id = somebody(seen, id)?;
                let flow = seen.flows.iter().find(|flow| seen.dossier(&flow.id, CustomerId(id)).is_none())?.id.clone();
                let dossiers = vec![putting(seen, &flow, id, Some(dossier(&stored(seen, id))))];
                Some(Amendment { dossiers, ..amendment(name, seen, Deed::Linked(flow)) })
            }
            Self::Unlink { dossier } => becoming(Deed::Unlinked, dossier, &|_| None),
            Self::Complete { dossier } => becoming(Deed::Completed, dossier, &|mut dossier| {
                dossier.deadline = jiff::civil::date(2026, 10, 16);
                dossier.answers.push(answer(name, Origin::Typed));
                Some(dossier)
            }),
            Self::Close { dossier } => becoming(Deed::Closed, dossier, &|dossier| Some(Dossier { status: Status::Closed, ..dossier })),
            Self::Mail { dossier, fate } => becoming(Deed::Mailed, dossier, &|dossier| Some(mailed(dossier, fate))),
            Self::Answer { dossier } => {
                // Whoever has a dossier in several seasons answers in all of them at once.
                let (_, id, _) = some_dossier(store, seen, dossier)?;
                let flows: BTreeSet<TaskFlowId> = seen.flows.iter().map(|flow| flow.id.clone()).collect();
                let theirs = |flow: &TaskFlowId| store.dossier(flow, CustomerId(id)).unwrap();
                let answered = flows.into_iter().filter_map(|flow| Some((theirs(&flow)?, flow)));
                let answered: Vec<(Dossier, TaskFlowId)> = answered.collect();
                let deed = Deed::answered(answered.iter().map(|(_, flow)| flow.clone()).collect());
                let dossiers = answered.into_iter().map(|(mut dossier, flow)| {
                    dossier.status = Status::Answered;
                    dossier.answers.push(answer(name, Origin::Returned));
                    putting(seen, &flow, id, Some(dossier))
                });
                Some(Amendment { dossiers: dossiers.collect(), ..amendment(name, seen, deed) })
            }
            _ => None,
        }
    }
}

fn answer(name: &str, origin: Origin) -> Answer {
    Answer { question: name.replace(' ', "-"), value: name.to_owned(), origin }
}

/// A dossier with what became of its mail.
fn mailed(mut dossier: Dossier, fate: u8) -> Dossier {
    let when = Some(jiff::Timestamp::from_second(1_780_000_000).unwrap());
    dossier.course.since = when;
    match fate {
        0 => (dossier.status, dossier.course.sent) = (Status::Sent, when),
        1 => dossier.status = Status::Unsure,
        2 => (dossier.status, dossier.course.refusal) = (Status::Failed, Some("550 no such user".into())),
        _ => (dossier.course.reminders, dossier.course.reminded) = (dossier.course.reminders + 1, when),
    }
    dossier
}

/// A season that is made; one that is there gets another deadline, goes into the archive or comes out.
fn another_season(name: &str, seen: &Snapshot, season: i16, fate: u8) -> Amendment {
    let before = seen.flow(&flow(season)).cloned();
    let now = before.clone().unwrap_or_else(|| TaskFlow::personal_income_tax(season, Vec::new()));
    let deed = if before.is_none() { Deed::FlowMade(flow(season)) } else { Deed::FlowChanged(flow(season)) };
    let becomes = match (&before, fate) {
        (None, _) => now,
        (Some(_), 0) => TaskFlow { deadline_simple: jiff::civil::date(season, 8, 31), ..now },
        (Some(_), 1) => TaskFlow { archived: false, ..now },
        (Some(_), _) => TaskFlow { archived: !now.archived, ..now },
    };
    Amendment { flows: vec![FlowChange { seen: before, becomes }], ..amendment(name, seen, deed) }
}

/// What came of a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Done,
    /// The archive is read only.
    Refused,
    /// There was nothing to do it with.
    Nothing,
}

/// What came of all turns, by their kinds: a law over turns of which hardly one does anything says nothing.
#[derive(Debug, Default)]
pub(super) struct Told(RefCell<BTreeMap<&'static str, [u32; 3]>>);

impl Told {
    pub(super) fn note(&self, kind: &'static str, end: End) {
        self.0.borrow_mut().entry(kind).or_default()[end as usize] += 1;
    }

    /// Each kind was done, and most turns did something; some met the archive.
    pub(super) fn judge(&self) {
        let told = self.0.borrow();
        let all: u32 = told.values().flatten().sum();
        let sum = |end: End| told.values().map(|counts| counts[end as usize]).sum::<u32>();
        println!("done, refused, nothing to do: {told:?}");
        assert_eq!(told.len(), kinds().len(), "{told:?}");
        assert!(told.values().all(|counts| counts[End::Done as usize] > 0), "{told:?}");
        assert!(sum(End::Done) * 2 >= all && sum(End::Refused) > 0, "{told:?}");
    }
}
