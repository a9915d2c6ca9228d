//! Saving the page of a customer: what would change is looked at first, as before everything that is written.

use crate::app::effect::Effect;
use crate::app::geometry;
use crate::app::model::{Ask, Model, Overlay};
use crate::app::notice::Notice;
use crate::app::person::{PersonAsk, PersonNotice, PersonTask, to_save};
use crate::domain::field::Field;
use crate::domain::person::Bar;

impl Model {
    /// Shows what saving the page writes, where nothing bars it.
    pub(super) fn review_page(&mut self) -> Vec<Effect> {
        let sight = self.sight;
        let Some(page) = self.person() else { return Vec::new() };
        let bars = page.person.bars(page.draft());
        if bars.is_empty() {
            self.overlay = Some(Overlay::Chooser(to_save(page, sight)));
            return Vec::new();
        }
        let mut fields: Vec<Field> = bars.iter().map(barred_field).collect();
        fields.dedup();
        if let Some(first) = fields.first().copied() {
            self.go_to_page_field(first);
        }
        self.say_of_person(PersonNotice::Barred(fields));
        Vec::new()
    }

    /// Puts the cursor of the page on a field.
    pub(super) fn go_to_page_field(&mut self, field: Field) -> Vec<Effect> {
        let seen = geometry::person_rows(self.size.0, self.size.1);
        if let Some(page) = self.person_mut()
            && let Some(place) = page.fields.iter().position(|listed| *listed == field)
        {
            page.go_to(place, seen);
        }
        Vec::new()
    }

    /// Saves what is on the page; somebody who may be the same is asked about first.
    pub(super) fn save_page(&mut self) -> Vec<Effect> {
        let Some(page) = self.person() else { return Vec::new() };
        match page.person.doubt(page.draft()) {
            Some(doubt) => {
                self.overlay = Some(Overlay::Ask(Ask::Person(PersonAsk::Save(doubt)), false));
                Vec::new()
            }
            None => self.write_page(),
        }
    }

    pub(super) fn write_page(&mut self) -> Vec<Effect> {
        let seed = self.next_seed();
        let Some(page) = self.person() else { return Vec::new() };
        match page.person.amendment(page.draft(), seed) {
            Ok(amendment) => self.amend_customers(PersonTask::Saving, amendment),
            Err(refusal) => {
                self.notice = Some(Notice::Refused(refusal));
                Vec::new()
            }
        }
    }
}

const fn barred_field(bar: &Bar) -> Field {
    match bar {
        Bar::Wrong(finding) => finding.field,
        Bar::Taken { field, .. } => *field,
    }
}
