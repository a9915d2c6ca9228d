//! What is reversed, what is kept, and why.

use std::sync::Arc;

use super::*;
use crate::domain::amendment::AmendmentTally;
use crate::domain::customer::Customer;
use crate::domain::dossier_record::Head;
use crate::domain::language::Language;
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::record::encode;
use crate::domain::snapshot::{DossierHead, JournalLine, PastImport};
use crate::domain::task_flow::TaskFlow;

const IMPORT: Revision = Revision(2);

fn flow(year: i16) -> TaskFlowId {
    TaskFlowId(format!("pit-{year}"))
}

fn when() -> Timestamp {
    Timestamp::from_second(1_780_000_000).unwrap()
}

fn head(version: u64, status: Status) -> DossierHead {
    let about = Head {
        status,
        language: Language::Dutch,
        deadline: jiff::civil::date(2026, 7, 15),
        deadline_origin: crate::domain::dossier::Origin::Default,
        invitation_wanted: false,
        answers: 3,
        reminders: 0,
        since: None,
        sent: None,
        reminded: None,
    };
    DossierHead { version: Revision(version), questionnaire: Arc::new(QuestionnaireId("pit-2026".into())), about }
}

fn snapshot() -> Snapshot {
    let flows = [2025, 2026].map(|year| TaskFlow::personal_income_tax(year, Vec::new()));
    let mut snapshot = Snapshot::of_no_store(flows.into());
    (snapshot.store, snapshot.revision) = ("ab".into(), Revision(9));
    snapshot.imports = vec![PastImport {
        revision: IMPORT,
        when: when(),
        who: "an".into(),
        file: "klanten.xlsx".into(),
        added: 1,
        dossiers: 0,
        updated: 0,
        fingerprint: String::new(),
        sheet: String::new(),
        header_row: 1,
        rows: crate::domain::change_set::Tally::default(),
        lessons: 0,
        flow: flow(2026),
        taken_back: None,
    }];
    let line = |revision, deed| JournalLine {
        revision: Revision(revision),
        when: when(),
        who: "jo".into(),
        deed,
        tally: AmendmentTally::default(),
        flow: None,
        file: String::new(),
    };
    snapshot.journal = vec![line(9, Deed::Edited), line(2, Deed::Import)];
    snapshot
}

fn added(customer: u64, changed: Option<u64>) -> CustomerTrace {
    let now = Some(Revision(changed.unwrap_or(IMPORT.0)));
    CustomerTrace { customer: CustomerId(customer), now, wrote: Wrote::Added { changed: changed.map(Revision).into_iter().collect() } }
}

fn made(customer: u64, now: Option<DossierHead>) -> DossierTrace {
    DossierTrace { flow: flow(2026), customer: CustomerId(customer), now }
}

fn traces(customers: Vec<CustomerTrace>, dossiers: Vec<DossierTrace>) -> Traces {
    Traces { store: "ab".into(), import: IMPORT, revision: Revision(9), customers, dossiers, erased: 0 }
}

fn take(traces: &Traces, snapshot: &Snapshot) -> TakingBack {
    taking_back(traces, snapshot, CommitId("back".into()), &|_, _| false).unwrap()
}

#[test]
fn an_untouched_import_goes_whole() {
    let taking = take(&traces(vec![added(5, None)], vec![made(5, Some(head(2, Status::NotSentYet)))]), &snapshot());
    assert_eq!(taking.reverses, [Reverse::Customer(CustomerId(5)), Reverse::Dossier(flow(2026), CustomerId(5))]);
    assert_eq!((&taking.keeps[..], taking.gone, taking.erased), (&[][..], 0, 0));
    let amendment = &taking.amendment;
    assert_eq!(amendment.deed, Deed::TakenBack { import: IMPORT });
    assert_eq!((amendment.store.as_str(), amendment.based_on), ("ab", Some(Revision(9))));
    assert_eq!(amendment.customers, [CustomerChange { customer: CustomerId(5), seen: IMPORT, becomes: Becomes::Gone }]);
    assert_eq!(amendment.dossiers.len(), 1);
    assert_eq!(taking.counts(), Counts { customers: 1, dossiers: 1, ..Counts::default() });
}

#[test]
fn a_dossier_that_somebody_worked_on_keeps_its_customer() {
    let progressed = Status::ALL.into_iter().filter(|status| *status != Status::NotSentYet);
    let mut cases: Vec<_> = progressed.map(|status| (head(7, status), false, WhyKept::Progressed(flow(2026), status))).collect();
    cases.push((head(7, Status::NotSentYet), false, WhyKept::Completed(flow(2026), Revision(7))));
    cases.push((head(2, Status::NotSentYet), true, WhyKept::InOutbox(flow(2026))));
    for (now, is_busy, why) in cases {
        let traces = traces(vec![added(5, Some(6)), added(6, None)], vec![made(5, Some(now)), made(6, Some(head(2, Status::NotSentYet)))]);
        let busy = |_: &TaskFlowId, customer: CustomerId| is_busy && customer == CustomerId(5);
        let taking = taking_back(&traces, &snapshot(), CommitId("back".into()), &busy).unwrap();
        let kept = |what| Kept { customer: CustomerId(5), what, why: why.clone() };
        assert_eq!(taking.keeps, [kept(Part::Customer), kept(Part::Dossier(flow(2026)))]);
        assert_eq!(taking.reverses, [Reverse::Customer(CustomerId(6)), Reverse::Dossier(flow(2026), CustomerId(6))]);
    }
}

#[test]
fn a_dossier_whose_mail_was_withdrawn_goes_whatever_happened_to_others_meanwhile() {
    let mut meanwhile = snapshot();
    let touching = |revision, deed, dossiers| JournalLine {
        revision: Revision(revision),
        deed,
        tally: AmendmentTally { dossiers, ..AmendmentTally::default() },
        ..meanwhile.journal[0].clone()
    };
    meanwhile.journal = vec![
        touching(8, Deed::Mailed(flow(2026)), 1),
        touching(7, Deed::Completed(flow(2025)), 1),
        touching(6, Deed::Edited, 0),
        touching(5, Deed::Linked(flow(2026)), 3),
        touching(4, Deed::Mailed(flow(2026)), 1),
        touching(2, Deed::Import, 1),
    ];
    let traces = traces(vec![added(5, None)], vec![made(5, Some(head(8, Status::NotSentYet)))]);
    assert_eq!(take(&traces, &meanwhile).keeps, []);
    // An edit that dossiers followed may have been this one's.
    meanwhile.journal[2].tally.dossiers = 1;
    let why = WhyKept::Completed(flow(2026), Revision(8));
    assert!(take(&traces, &meanwhile).keeps.iter().all(|kept| kept.why == why));
    assert_eq!(take(&traces, &meanwhile).keeps.len(), 2);
}

#[test]
fn a_customer_that_was_changed_is_kept_whole_and_one_linked_elsewhere_leaves_this_task_flow() {
    let mut linked = snapshot();
    linked.add_dossier(&flow(2025), CustomerId(6), head(8, Status::NotSentYet));
    let untouched = |customer| made(customer, Some(head(2, Status::NotSentYet)));
    let taking = take(&traces(vec![added(5, Some(4)), added(6, None)], vec![untouched(5), untouched(6)]), &linked);
    let why = [
        (5, Part::Customer, WhyKept::Changed(Revision(4))),
        (6, Part::Customer, WhyKept::Linked(flow(2025))),
        (5, Part::Dossier(flow(2026)), WhyKept::WithCustomer(flow(2026))),
    ];
    assert_eq!(taking.keeps, why.map(|(customer, what, why)| Kept { customer: CustomerId(customer), what, why }));
    assert_eq!(taking.reverses, [Reverse::Dossier(flow(2026), CustomerId(6))]);
    assert!(taking.amendment.customers.is_empty());
}

#[test]
fn a_dossier_of_the_archive_stays_with_its_customer_and_says_so() {
    let mut archived = snapshot();
    archived.flows.iter_mut().for_each(|flow| flow.archived = flow.assessment_year == 2026);
    let untouched = |customer| made(customer, Some(head(2, Status::NotSentYet)));
    let taking = take(&traces(vec![added(5, None)], vec![untouched(5), untouched(7)]), &archived);
    let kept = |customer, what| Kept { customer: CustomerId(customer), what, why: WhyKept::Archived(flow(2026)) };
    let dossier = || Part::Dossier(flow(2026));
    assert_eq!(taking.keeps, [kept(5, Part::Customer), kept(5, dossier()), kept(7, dossier())]);
    assert!(taking.reverses.is_empty() && taking.amendment.is_empty());
}

#[test]
fn earlier_values_come_back_field_by_field() {
    let values = |city: &str, street: &str, mail: &str| -> Values {
        [(Field::City, city), (Field::Street, street), (Field::Email, mail)].into_iter().collect()
    };
    let wrote = Wrote::Changed {
        before: values("Gent", "", "a@x.be"),
        after: values("Aalst", "Markt", "a@x.be"),
        // The town was changed and put back as the import had it: whoever did that means it.
        since: vec![(Revision(4), values("Ninove", "Markt", "b@x.be")), (Revision(6), values("Aalst", "Markt", "b@x.be"))],
    };
    let trace = CustomerTrace { customer: CustomerId(5), now: Some(Revision(6)), wrote };
    let taking = take(&traces(vec![trace], Vec::new()), &snapshot());
    let change = FieldChange { field: Field::Street, before: "Markt".into(), after: String::new() };
    assert_eq!(taking.reverses, [Reverse::Values(CustomerId(5), vec![change])]);
    let why = WhyKept::Changed(Revision(4));
    assert_eq!(taking.keeps, [Kept { customer: CustomerId(5), what: Part::Field(Field::City), why }]);
    let becomes = Becomes::Values(values("Aalst", "", "b@x.be"));
    assert_eq!(taking.amendment.customers, [CustomerChange { customer: CustomerId(5), seen: Revision(6), becomes }]);
}

#[test]
fn what_a_later_import_changed_and_gave_back_stands_in_nobodys_way() {
    let mut snapshot = snapshot();
    snapshot.imports.insert(0, PastImport { revision: Revision(4), taken_back: Some(Revision(6)), ..snapshot.imports[0].clone() });
    let values = |city: &str| -> Values { [(Field::City, city)].into_iter().collect() };
    let since = vec![(Revision(4), values("Ninove")), (Revision(6), values("Aalst"))];
    let wrote = Wrote::Changed { before: values("Gent"), after: values("Aalst"), since };
    let changed = CustomerTrace { customer: CustomerId(7), now: Some(Revision(6)), wrote };
    let taking = take(&traces(vec![added(5, Some(4)), changed], Vec::new()), &snapshot);
    let back = FieldChange { field: Field::City, before: "Aalst".into(), after: "Gent".into() };
    assert_eq!(taking.reverses, [Reverse::Customer(CustomerId(5)), Reverse::Values(CustomerId(7), vec![back])]);
    assert_eq!(taking.keeps, []);
}

#[test]
fn who_is_gone_stays_gone_and_is_counted() {
    let gone = CustomerTrace { now: None, ..added(5, None) };
    let traces = Traces { erased: 3, ..traces(vec![gone], vec![made(5, None)]) };
    let taking = take(&traces, &snapshot());
    assert_eq!((taking.gone, taking.erased, taking.reverses.len(), taking.keeps.len()), (1, 3, 0, 0));
    assert!(taking.amendment.is_empty(), "it is still written: its lessons stop counting, and the journal says so");
}

#[test]
fn what_cannot_be_taken_back_says_why() {
    let mut snapshot = snapshot();
    assert_eq!(can_be_taken_back(&snapshot, Revision(7)), Err(Untakable::NoSuchImport(Revision(7))));
    assert_eq!(can_be_taken_back(&snapshot, Revision(9)), Err(Untakable::NotAnImport(Revision(9))));
    snapshot.imports[0].taken_back = Some(Revision(9));
    let already = Untakable::Already { import: IMPORT, by: Revision(9), when: when(), who: "jo".into() };
    assert_eq!(can_be_taken_back(&snapshot, IMPORT), Err(already.clone()));
    let again = taking_back(&traces(Vec::new(), Vec::new()), &snapshot, CommitId("again".into()), &|_, _| false);
    assert_eq!(again, Err(already));
}

#[test]
fn traces_tell_additions_from_changes_and_what_came_since() {
    let record = |city: &str| encode(&Customer { values: [(Field::City, city)].into_iter().collect(), row: None }).unwrap();
    let (gent, aalst) = (record("Gent"), record("Aalst"));
    let (gent, aalst) = (Some(gent.as_slice()), Some(aalst.as_slice()));
    let of = |versions: &[(u64, Option<&[u8]>)]| {
        let versions: Vec<_> = versions.iter().map(|(revision, record)| (Revision(*revision), *record)).collect();
        CustomerTrace::of(CustomerId(5), IMPORT, &versions).unwrap()
    };
    assert_eq!(of(&[(1, gent), (3, aalst)]), None);
    assert_eq!(of(&[(2, None)]), None);
    assert_eq!(of(&[(2, gent)]), Some(added(5, None)));
    assert_eq!(of(&[(2, gent), (3, gent), (4, aalst)]), Some(added(5, Some(4))));
    assert_eq!(of(&[(2, gent), (3, gent)]).map(|trace| trace.wrote), Some(Wrote::Added { changed: Vec::new() }), "the same values again");
    assert_eq!(of(&[(2, gent), (3, None)]).map(|trace| trace.now), Some(None));
    let changed = of(&[(1, gent), (2, aalst), (5, gent)]).unwrap();
    assert_eq!(changed.now, Some(Revision(5)));
    assert!(matches!(changed.wrote, Wrote::Changed { since, .. } if since.len() == 1));
}
