//! Every variant of what the store's past is told with.

use crate::domain::amendment::Deed;
use crate::domain::change_set::CommitId;
use crate::domain::customer::CustomerId;
use crate::domain::dossier::Status;
use crate::domain::field::Field;
use crate::domain::history::{DossierEvent, Source};
use crate::domain::snapshot::Revision;
use crate::domain::taking_back::{Counts, Part, Release, Untakable, WhyKept};
use crate::domain::task_flow::TaskFlowId;
use crate::domain::trouble::Trouble;

fn flow() -> TaskFlowId {
    TaskFlowId("pit-2026".into())
}

fn detail() -> String {
    "2 < 3".into()
}

/// Nothing, one of each, two of each, many of each; what goes alone, and what stays alone.
pub(super) fn counts() -> Vec<Counts> {
    let of = |goes, stays| Counts {
        customers: goes,
        restored: goes,
        fields: goes,
        dossiers: goes,
        kept_customers: stays,
        kept_fields: stays,
        kept_dossiers: stays,
    };
    let one = |customers, kept_customers| Counts { customers, kept_customers, ..Counts::default() };
    vec![of(0, 0), of(1, 1), of(2, 2), of(12_345, 12_345), of(2, 0), of(0, 2), one(1, 0), one(0, 1)]
}

every! {
    sources: Source {
        Source::Import { .. } => [
            Source::Import { file: "map.xlsx".into(), row: Some(7) }, Source::Import { file: "map.xlsx".into(), row: None },
        ],
        Source::TakenBack { .. } => [Source::TakenBack { import: Revision(3) }],
        Source::Returned { .. } => [
            Source::Returned { flow: flow(), file: Some("antwoorden.xlsx".into()) }, Source::Returned { flow: flow(), file: None },
        ],
        Source::Deed(_) => [Source::Deed(Deed::Edited)],
        Source::Unknown => [Source::Unknown],
    }
    dossier_events: DossierEvent {
        DossierEvent::Linked { .. } => [DossierEvent::Linked { answers: 0 }, DossierEvent::Linked { answers: 1 }],
        DossierEvent::Unlinked => [DossierEvent::Unlinked],
        DossierEvent::Status { .. } => [DossierEvent::Status { before: Status::Sent, after: Status::Answered }],
        DossierEvent::Reminded { .. } => [DossierEvent::Reminded { reminders: 2 }],
        DossierEvent::Deadline { .. } => [
            DossierEvent::Deadline { before: jiff::civil::date(2026, 7, 15), after: jiff::civil::date(2026, 10, 16) },
        ],
        DossierEvent::Answers { .. } => [DossierEvent::Answers { changed: 1 }, DossierEvent::Answers { changed: 2 }],
        DossierEvent::Form => [DossierEvent::Form],
    }
    parts: Part {
        Part::Customer => [Part::Customer],
        Part::Field(_) => [Part::Field(Field::LastName)],
        Part::Dossier(_) => [Part::Dossier(flow())],
    }
    why_kept: WhyKept {
        WhyKept::Changed(_) => [WhyKept::Changed(Revision(7))],
        WhyKept::Linked(_) => [WhyKept::Linked(flow())],
        WhyKept::Progressed(..) => [WhyKept::Progressed(flow(), Status::Sent)],
        WhyKept::InOutbox(_) => [WhyKept::InOutbox(flow())],
        WhyKept::Archived(_) => [WhyKept::Archived(flow())],
        WhyKept::WithCustomer(_) => [WhyKept::WithCustomer(flow())],
        WhyKept::Completed(..) => [WhyKept::Completed(flow(), Revision(7))],
    }
    releases: Release {
        Release::Withdraw => [Release::Withdraw],
        Release::TakeBack(_) => [Release::TakeBack(Revision(3))],
        Release::Unlink(_) => [Release::Unlink(flow())],
        Release::BringBack(_) => [Release::BringBack(flow())],
    }
    untakables: Untakable {
        Untakable::NoSuchImport(_) => [Untakable::NoSuchImport(Revision(3))],
        Untakable::NotAnImport(_) => [Untakable::NotAnImport(Revision(3))],
        Untakable::Already { .. } => [
            Untakable::Already { import: Revision(3), by: Revision(5), when: jiff::Timestamp::UNIX_EPOCH, who: "els".into() },
        ],
    }
    troubles: Trouble {
        Trouble::Record { .. } => [Trouble::Record { customer: CustomerId(1), version: Revision(2), detail: detail() }],
        Trouble::Keys { .. } => [Trouble::Keys { customer: CustomerId(1), version: Revision(2) }],
        Trouble::Customers { .. } => [Trouble::Customers { said: 2, found: 3 }],
        Trouble::NextNumber { .. } => [Trouble::NextNumber { customer: CustomerId(1) }],
        Trouble::Stranded { .. } => [Trouble::Stranded { flow: flow(), customer: CustomerId(1) }],
        Trouble::Dossier { .. } => [Trouble::Dossier { flow: flow(), customer: CustomerId(1), detail: detail() }],
        Trouble::Journal { .. } => [Trouble::Journal { revision: Revision(2), detail: detail() }],
        Trouble::Outcomes { .. } => [Trouble::Outcomes { revision: Revision(2), detail: detail() }],
        Trouble::Name { .. } => [Trouble::Name { commit: CommitId("ab".into()) }],
        Trouble::Lesson { .. } => [Trouble::Lesson { revision: Revision(2), detail: detail() }],
        Trouble::Mapping { .. } => [Trouble::Mapping { detail: detail() }],
        Trouble::Above { .. } => [
            Trouble::Above { tree: "flows".into(), count: 1 }, Trouble::Above { tree: "flows".into(), count: 2 },
        ],
    }
}
