//! A label, or the responsible colleague, for many customers at once.

use super::following::{Following, followed};
use super::opening::{Unsent, unsent};
use crate::domain::amendment::{Amendment, Becomes, CustomerChange, Deed, DossierChange};
use crate::domain::customer::{CustomerId, Values};
use crate::domain::draft::{Office, Seed};
use crate::domain::field::Field;
use crate::domain::field_rules::{self, FieldContext, GivenCell};
use crate::domain::finding::{Finding, Severity};
use crate::domain::fold::fold;
use crate::domain::labels;
use crate::domain::questionnaire::Prefill;
use crate::domain::sheet::CellKind;
use crate::domain::snapshot::{Revision, Snapshot};
use crate::domain::task_flow::TaskFlowId;

/// What many customers get or lose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Wish {
    /// Labels beside those that they have.
    AddLabels,
    /// These labels no longer.
    RemoveLabels,
    /// Another colleague in charge; an empty text leaves nobody.
    Responsible,
}

impl Wish {
    /// Every wish.
    pub const ALL: [Self; 3] = [Self::AddLabels, Self::RemoveLabels, Self::Responsible];

    /// The field that it changes.
    #[must_use]
    pub const fn field(self) -> Field {
        match self {
            Self::AddLabels | Self::RemoveLabels => Field::Labels,
            Self::Responsible => Field::Responsible,
        }
    }

    /// What was typed, in the form in which it is stored, and the warning that it raises. Nothing typed is
    /// something only where nobody is to be in charge any more.
    ///
    /// # Errors
    /// The error that the field's rules find.
    pub fn understood(self, text: &str, colleagues: &[String]) -> Result<(String, Option<Finding>), Finding> {
        let context = FieldContext {
            // Neither a label nor an address has to do with the day.
            today: jiff::civil::Date::ZERO,
            earliest_deadline_year: None,
            languages_offered: None,
            colleagues,
            country: "",
        };
        let mut findings = Vec::new();
        let given = GivenCell { text, kind: CellKind::Text };
        let value = field_rules::judge(self.field(), given, &context, &mut findings);
        let value = value.map_or_else(String::new, |value| labels_or_text(self, &value));
        match findings.into_iter().max_by_key(|finding| finding.severity() == Severity::Error) {
            Some(finding) if finding.severity() == Severity::Error => Err(finding),
            warning => Ok((value, warning)),
        }
    }

    /// What becomes of what a customer has.
    fn after(self, before: &str, value: &str) -> String {
        let listed = |text: &str| text.split(',').filter(|label| !label.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        let alike = |one: &str, other: &str| fold(one) == fold(other);
        match self {
            Self::Responsible => value.to_owned(),
            Self::AddLabels => {
                let mut all = listed(before);
                for label in listed(value) {
                    if !all.iter().any(|known| alike(known, &label)) {
                        all.push(label);
                    }
                }
                all.join(",")
            }
            Self::RemoveLabels => {
                let gone = listed(value);
                let mut all = listed(before);
                all.retain(|label| !gone.iter().any(|gone| alike(gone, label)));
                all.join(",")
            }
        }
    }
}

fn labels_or_text(wish: Wish, value: &str) -> String {
    match wish.field() {
        Field::Labels => labels::joined(value).into_owned(),
        _ => value.to_owned(),
    }
}

/// One customer among many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManyChange {
    /// The customer.
    pub customer: CustomerId,
    /// Family name and first name.
    pub name: String,
    /// The version that was looked at.
    pub seen: Revision,
    /// What the field holds.
    pub before: String,
    /// What it will hold.
    pub after: String,
}

/// What a wish comes to for many customers: shown, and written as it was shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Many {
    /// What they get or lose.
    pub wish: Wish,
    /// The labels or the address, as they are stored.
    pub value: String,
    /// Those who change, in the order in which they were chosen.
    pub changes: Vec<ManyChange>,
    /// How many have it so already.
    pub unchanged: usize,
    /// How many are no longer there or cannot be read.
    pub unreadable: usize,
    /// How many dossiers that have not left yet follow.
    pub dossiers: usize,
    /// What has to be known of what was typed, such as that nobody of the office has that address.
    pub warning: Option<Finding>,
    /// What is written.
    pub amendment: Amendment,
}

impl Many {
    /// What a wish comes to. `dossiers` gives the unsent dossiers of whoever changes; it is asked once,
    /// and only where a questionnaire is prefilled with the field.
    ///
    /// # Errors
    /// What `dossiers` gives as one.
    pub fn of<E>(
        snapshot: &Snapshot,
        office: &Office,
        customers: &[CustomerId],
        (wish, value): (Wish, &str),
        seed: Seed,
        dossiers: impl FnOnce(&[(TaskFlowId, CustomerId)]) -> Result<Vec<Option<Unsent>>, E>,
    ) -> Result<Self, E> {
        let amendment = Amendment::new(seed.commit(), snapshot.store.clone(), Deed::Edited);
        let warning = wish.understood(value, &office.colleagues).ok().and_then(|(_, warning)| warning);
        let mut many =
            Self { wish, value: value.to_owned(), changes: Vec::new(), unchanged: 0, unreadable: 0, dossiers: 0, warning, amendment };
        let mut values: Vec<(Values, Values)> = Vec::new();
        for &id in customers {
            let at = snapshot.index_of(id);
            let Some((at, customer)) = at.and_then(|at| Some((at, snapshot.customer(at).ok()?))) else {
                many.unreadable += 1;
                continue;
            };
            let before = customer.values.text(wish.field()).to_owned();
            let after = wish.after(&before, value);
            if after == before {
                many.unchanged += 1;
                continue;
            }
            let mut becomes = customer.values.clone();
            becomes.set(wish.field(), after.as_str());
            let seen = snapshot.version(at);
            let name = customer.values.full_name();
            many.changes.push(ManyChange { customer: id, name, seen, before, after });
            many.amendment.customers.push(CustomerChange { customer: id, seen, becomes: Becomes::Values(becomes.clone()) });
            values.push((customer.values, becomes));
        }
        if is_prefilled(office, wish.field()) {
            many.follow(snapshot, office, &values, dossiers)?;
        }
        Ok(many)
    }

    fn follow<E>(
        &mut self,
        snapshot: &Snapshot,
        office: &Office,
        values: &[(Values, Values)],
        dossiers: impl FnOnce(&[(TaskFlowId, CustomerId)]) -> Result<Vec<Option<Unsent>>, E>,
    ) -> Result<(), E> {
        let waiting = self.changes.iter().zip(values);
        let waiting =
            waiting.flat_map(|(change, values)| unsent(snapshot, change.customer).map(move |flow| (flow, change.customer, values)));
        let waiting: Vec<(TaskFlowId, CustomerId, &(Values, Values))> = waiting.collect();
        if waiting.is_empty() {
            return Ok(());
        }
        let wanted: Vec<(TaskFlowId, CustomerId)> = waiting.iter().map(|(flow, customer, _)| (flow.clone(), *customer)).collect();
        for ((_, customer, (before, after)), unsent) in waiting.into_iter().zip(dossiers(&wanted)?) {
            let unsent: Vec<Unsent> = unsent.into_iter().collect();
            for Following { flow, seen, becomes, .. } in followed(&unsent, &snapshot.flows, &office.catalogue, before, after) {
                self.dossiers += 1;
                self.amendment.dossiers.push(DossierChange { flow, customer, seen: Some(seen), becomes: Some(becomes) });
            }
        }
        Ok(())
    }
}

/// Whether any questionnaire is prefilled with a field.
fn is_prefilled(office: &Office, field: Field) -> bool {
    let mut questions = office.catalogue.iter().flat_map(|questionnaire| questionnaire.questions());
    questions.any(|question| question.prefill == Some(Prefill::Field(field)))
}
