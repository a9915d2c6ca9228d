//! Why an action cannot run now. Its line in the footer and the help is dimmed, and pressing it
//! says why.

use super::action::Action;
use super::desk::{Desk, Face};
use super::inviting::is_short_of_room;
use super::keymap::Layer;
use super::mailing::MailNotice;
use super::model::{Model, Overlay, PathEntry, WayOut};
use super::notice::Notice;
use super::person::{PersonNotice, PersonPage};
use super::register::{Reading, Register, TabKind};
use super::update::refused;
use crate::domain::draft::{Bucket, Refusal};
use crate::domain::person::Subject;

impl Model {
    /// Why an action cannot run now, if so.
    #[must_use]
    pub fn obstacle(&self, action: Action) -> Option<Notice> {
        if let (Action::Left | Action::Right, Some(Overlay::Fault(_, WayOut::None, _) | Overlay::Corrected(..))) = (action, &self.overlay) {
            return Some(Notice::NotHere);
        }
        if let (Action::Right, Some(Overlay::Path(PathEntry { purpose, .. }))) = (action, &self.overlay)
            && !purpose.is_path()
        {
            return Some(Notice::NotHere);
        }
        if action == Action::Right && matches!(self.overlay, Some(Overlay::Value(_) | Overlay::Answer(_) | Overlay::Person(_))) {
            return Some(Notice::NotHere);
        }
        if matches!(action, Action::TourBack | Action::TourSkip | Action::TourWhy | Action::TourLeave) {
            return (!self.can_tour(action)).then_some(Notice::NotHere);
        }
        if let (Action::Up | Action::Down, Some(0)) = (action, self.summary_last()) {
            return Some(Notice::NotHere);
        }
        if let (
            Action::Up | Action::Down | Action::PageUp | Action::PageDown | Action::First | Action::Last,
            Some(Overlay::Chooser(chooser)),
        ) = (action, &self.overlay)
            && chooser.is_preview()
            && chooser.last_top(self.size.1) == 0
        {
            return Some(Notice::NotHere);
        }
        let nothing_kept = match action {
            Action::Resume => self.drafts.is_empty(),
            Action::Drafts => self.kept().next().is_none(),
            _ => false,
        };
        if nothing_kept {
            return Some(Notice::NoDrafts);
        }
        if self.layer() == Layer::Whole
            && let Some(notice) = self.barred_when_whole(action)
        {
            return Some(notice);
        }
        if let Some(page) = self.person() {
            return if self.layer() == Layer::Person { barred_on_page(page, action) } else { None };
        }
        if let Some(register) = self
            .register()
            .filter(|_| matches!(self.layer(), Layer::Register | Layer::Whole | Layer::Flows | Layer::Outbox | Layer::Posted))
        {
            return self.barred_in_register(register, action);
        }
        if self.layer() == Layer::Inviting {
            // Where nobody gets mail there is none to look at, and none to write.
            let is_of_mail = matches!(action, Action::Left | Action::Right | Action::Zoom | Action::TestMail | Action::WriteMails);
            let nobody = self.inviting().is_some_and(|inviting| inviting.current().is_none());
            let is_to_settle = action == Action::Zoom && is_short_of_room(self);
            return (is_of_mail && nobody && !is_to_settle).then_some(Notice::Mail(MailNotice::Nobody));
        }
        if let Some(binder) = self.binder() {
            return self.overlay.is_none().then(|| binder.obstacle(action)).flatten();
        }
        let desk = self.desk()?;
        if let Some(proposal) = self.overlay.as_ref().filter(|_| self.layer() == Layer::Proposal) {
            return barred(desk, proposal, action);
        }
        match action {
            Action::Partner if desk.tab == Bucket::OnlyInStore => Some(Notice::OnlyLook),
            Action::Rule if desk.tab != Bucket::Duplicates => Some(Notice::NotHere),
            Action::Toggle | Action::SelectAll | Action::SelectNone | Action::Invert if self.layer() == Layer::Tabs => {
                unmarkable(desk, action)
            }
            Action::Edit | Action::TakeSuggestion | Action::TakeAlike | Action::Replace | Action::Repeat => unfixable(desk, action),
            Action::Questionnaire if desk.draft.flow().is_none() => Some(Notice::ChooseFlowFirst),
            Action::GoOn => match &desk.face {
                Face::Mapping(mapping) => Some(mapping.missing()).filter(|missing| !missing.is_empty()).map(Notice::NoColumnFor),
                Face::Tabs | Face::Compare(_) | Face::Report(_) => None,
            },
            // What has to be chosen for the new ones is not what is missing where there are none.
            Action::Import if desk.draft.writes_nothing() => Some(Notice::Refused(Refusal::Nothing)),
            Action::Import => desk.draft.refusal().map(Notice::Refused),
            _ => None,
        }
    }
}

/// Why an action cannot run on the page of a customer, if so.
fn barred_on_page(page: &PersonPage, action: Action) -> Option<Notice> {
    let is_new = page.person.subject == Subject::Newcomer;
    match action {
        Action::TakeSuggestion => {
            let findings = page.findings(page.field());
            let Some(first) = findings.first() else { return Some(Notice::NothingWrong) };
            let can_be_cured = findings.iter().any(|finding| finding.suggestion.is_some());
            (!can_be_cured).then_some(Notice::NoSuggestion(first.rule))
        }
        Action::SaveCustomer if !is_new && page.person.changes(page.draft()).is_empty() => {
            Some(Notice::Person(PersonNotice::NothingToSave))
        }
        Action::Language | Action::Questionnaire | Action::TaskFlow if !is_new => Some(Notice::Person(PersonNotice::OnlyNewcomers)),
        Action::Questionnaire if page.draft().flow().is_none() => Some(Notice::ChooseFlowFirst),
        Action::RemoveCustomer | Action::History if is_new => Some(Notice::NotHere),
        _ => None,
    }
}

impl Model {
    /// Why an action cannot run where one line of a list is shown in full, if so: not every line is a customer.
    fn barred_when_whole(&self, action: Action) -> Option<Notice> {
        let tab = self.register().map(|register| register.tab);
        let is_customer = matches!(tab, Some(TabKind::Customers | TabKind::Dossiers));
        let can = match action {
            Action::Edit => is_customer || self.arrived().is_some(),
            Action::ToDossier | Action::History | Action::Season | Action::Undo | Action::Redo => is_customer,
            _ => true,
        };
        (!can).then_some(Notice::NotHere)
    }

    /// Why an action cannot run in the register, if so.
    fn barred_in_register(&self, register: &Register, action: Action) -> Option<Notice> {
        match action {
            // Groups are made of the texts that are not there yet.
            Action::Group | Action::Narrow if !matches!(register.reading, Reading::Done) => Some(Notice::StillReading),
            Action::Edit | Action::History | Action::RemoveCustomer | Action::ChangeMany | Action::AddCustomer if !register.is_read() => {
                Some(Notice::StillReading)
            }
            Action::Edit | Action::History if register.table().current().is_none() => Some(Notice::NotHere),
            Action::Open | Action::Zoom if register.table().current().is_none() && !register.showing.zoom => Some(Notice::NotHere),
            Action::NextSeason | Action::EditFlow | Action::Archive if register.current_flow().is_none() => Some(Notice::NotHere),
            Action::Season if register.table().current().is_none() => Some(Notice::NoRow),
            Action::TaskFlow | Action::Invite | Action::Remind if !register.is_read() => Some(Notice::StillReading),
            Action::Decide if register.table().current().is_none() => Some(Notice::NotHere),
            Action::Withdraw if register.table().current().is_none() && register.marked_count() == 0 => Some(Notice::NoRow),
            Action::SendOutbox if self.mails.known().is_some_and(|read| read.tally.ahead() == 0) => {
                Some(Notice::Mail(MailNotice::NothingAhead))
            }
            _ => None,
        }
    }
}

/// Why an action cannot run on what is proposed, if so.
fn barred(desk: &Desk, proposal: &Overlay, action: Action) -> Option<Notice> {
    let (can_swap, can_choose) = match proposal {
        Overlay::Couple(couple) => (couple.can_swap(&desk.draft), couple.place().is_some()),
        _ => (false, true),
    };
    if let (Action::Choose, Overlay::Couple(couple)) = (action, proposal) {
        return couple.refusal(&desk.draft).map(|refusal| refused(desk, refusal));
    }
    match action {
        Action::Swap if !can_swap => Some(Notice::NotHere),
        Action::Up | Action::Down if !can_choose => Some(Notice::NotHere),
        _ => None,
    }
}

/// Why no value can be put right so.
fn unfixable(desk: &Desk, action: Action) -> Option<Notice> {
    if desk.tab == Bucket::OnlyInStore {
        return Some(Notice::OnlyLook);
    }
    if desk.current_row().is_none() {
        return Some(Notice::NoRow);
    }
    match action {
        Action::TakeSuggestion | Action::TakeAlike => match desk.finding_in_question() {
            None => Some(Notice::NothingWrong),
            Some(finding) if finding.suggestion.is_none() => Some(Notice::NoSuggestion(finding.rule)),
            Some(_) => None,
        },
        Action::Repeat if desk.last_edit().is_none() => Some(Notice::NothingToRepeat),
        _ => None,
    }
}

fn unmarkable(desk: &Desk, action: Action) -> Option<Notice> {
    match desk.tab {
        Bucket::OnlyInStore => Some(Notice::OnlyLook),
        Bucket::Invalid => Some(Notice::InvalidRow),
        Bucket::OnlyInImport => None,
        Bucket::Duplicates => {
            let table = desk.table();
            let items = if action == Action::Toggle { table.in_range() } else { &table.order };
            let none = !items.is_empty() && !items.iter().any(|&row| desk.draft.is_selectable(row));
            none.then_some(Notice::HasDossier)
        }
    }
}
