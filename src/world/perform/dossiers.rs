//! One dossier, read with what has to be known to complete it.

use super::{World, of_draft, of_store};
use crate::app::dossier::OpenedDossier;
use crate::app::fault::Fault;
use crate::app::unsaved::About;
use crate::domain::customer::CustomerId;
use crate::domain::task_flow::TaskFlowId;

impl World {
    /// The dossier of a customer in a task flow as it is now.
    ///
    /// # Errors
    /// [`Fault::NoDossier`] where there is none, and those of the store.
    pub fn read_dossier(&self, flow: &TaskFlowId, customer: CustomerId) -> Result<Box<OpenedDossier>, Fault> {
        let snapshot = self.store.snapshot().map_err(of_store)?;
        let dossiers = self.store.dossiers(&[(flow.clone(), customer)]).map_err(of_store)?;
        let (version, dossier) = dossiers.into_iter().flatten().next().ok_or(Fault::NoDossier)?;
        let flow = snapshot.flow(flow).cloned().ok_or(Fault::NoDossier)?;
        let index = snapshot.index_of(customer).ok_or(Fault::NoDossier)?;
        let values = snapshot.customer(index).map_err(|bad| Fault::StoreDamaged { detail: bad.to_string() })?.values;
        let offered = |id| flow.questionnaires.contains(id) || *id == dossier.questionnaire;
        let questionnaires = self.office.catalogue.iter().filter(|known| offered(&known.id)).cloned().collect();
        let about = About::Dossier(flow.id.clone(), customer);
        let (record, customer_version) = (self.undecided(&dossier, &values), snapshot.version(index));
        let left = self.drafts.left_behind(&snapshot.store, &about).map_err(of_draft);
        let store = snapshot.store.clone();
        Ok(Box::new(OpenedDossier { store, flow, customer, values, customer_version, version, dossier, record, questionnaires, left }))
    }
}
