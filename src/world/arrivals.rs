//! Workbooks that arrived: read, recognised, and set beside the dossiers that they are of.

use std::collections::HashMap;
use std::ops::ControlFlow;

use crate::domain::field::Field;
use crate::domain::form::Returned;
use crate::domain::questionnaire::Catalogue;
use crate::domain::returned::{Arrival, ArrivalFault, Matched, Refused, compare};
use crate::domain::snapshot::Snapshot;
use crate::domain::task_flow::TaskFlow;
use crate::world::log::Deed;
use crate::world::store::{Store, StoreFault, TokenHolder};
use crate::world::workbook::questionnaire::{ReturnedFault, read_form};
use crate::world::workbook::{ReadFault, Reader, Source};

/// A file that arrived, with its name to show; or why it could not be taken in.
pub type Parcel = (String, Result<Source, ReadFault>);

/// What became of each of the files, in their order. One that cannot be taken in does not stop the others.
///
/// # Errors
/// [`StoreFault`] where the store cannot be read.
pub fn arrivals(
    reader: &Reader,
    store: &dyn Store,
    catalogue: &Catalogue,
    parcels: Vec<Parcel>,
    watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Option<Vec<Arrival>>, StoreFault> {
    let mut same = Earlier::default();
    let read = |(file, source): Parcel| {
        let returned =
            source.map_err(ArrivalFault::Read).and_then(|source| same.check(&file, &source).map(|()| source)).and_then(|source| {
                read_form(reader, &source).map_err(|fault| match fault {
                    ReturnedFault::Read(fault) => ArrivalFault::Read(fault),
                    ReturnedFault::Unrecognised(why) => ArrivalFault::Refused(why.into()),
                })
            });
        (file, returned)
    };
    let deed = Deed::begin("reading answers", format!("files={}", parcels.len()));
    let mut read_so_far: Vec<(String, Result<Returned, ArrivalFault>)> = Vec::with_capacity(parcels.len());
    let mut read = read;
    for parcel in parcels {
        if watch(read_so_far.len() as u64).is_break() {
            deed.stopped();
            return Ok(None);
        }
        read_so_far.push(read(parcel));
    }
    let read = read_so_far;
    deed.done(format!("understood={}", read.iter().filter(|(_, returned)| returned.is_ok()).count()));
    let tokens: Vec<String> =
        read.iter().map(|(_, returned)| returned.as_ref().map_or_else(|_| String::new(), |returned| returned.token.clone())).collect();
    if tokens.iter().all(String::is_empty) {
        let nothing =
            |(file, returned): (String, Result<Returned, ArrivalFault>)| returned.err().map(|fault| Arrival { file, found: Err(fault) });
        return Ok(Some(read.into_iter().filter_map(nothing).collect()));
    }
    let holders = store.dossiers_with_tokens(&tokens)?;
    let snapshot = store.snapshot()?;
    let matched = |((file, returned), holder): ((String, Result<Returned, ArrivalFault>), Option<TokenHolder>)| {
        let found = returned.and_then(|returned| {
            same.dossier(&file, &returned.token)?;
            matched(&returned, holder, catalogue, &snapshot).map(Box::new).map_err(ArrivalFault::Refused)
        });
        Arrival { file, found }
    };
    Ok(Some(read.into_iter().zip(holders).map(matched).collect()))
}

/// What was given before, by its bytes and by its dossier.
#[derive(Default)]
struct Earlier {
    files: HashMap<String, String>,
    dossiers: HashMap<String, String>,
}

impl Earlier {
    fn check(&mut self, file: &str, source: &Source) -> Result<(), ArrivalFault> {
        match self.files.insert(source.fingerprint().to_owned(), file.to_owned()) {
            Some(earlier) => Err(Refused::SameFile { earlier }.into()),
            None => Ok(()),
        }
    }

    fn dossier(&mut self, file: &str, token: &str) -> Result<(), ArrivalFault> {
        match self.dossiers.insert(token.to_owned(), file.to_owned()) {
            Some(earlier) => Err(Refused::SameDossier { earlier }.into()),
            None => Ok(()),
        }
    }
}

fn matched(returned: &Returned, holder: Option<TokenHolder>, catalogue: &Catalogue, snapshot: &Snapshot) -> Result<Matched, Refused> {
    let (flow, customer, version, dossier) = holder.ok_or(Refused::UnknownToken)?;
    snapshot.flow(&flow).map(TaskFlow::open).transpose()?;
    let questionnaire = catalogue.get(&dossier.questionnaire);
    let questionnaire = questionnaire.ok_or_else(|| Refused::NoQuestionnaire { id: dossier.questionnaire.clone() })?;
    let compared = compare(questionnaire, &dossier, returned)
        .map_err(|other| Refused::OtherQuestionnaire { found: other.found, wanted: other.wanted })?;
    // A customer that went between the two looks at the store is gone: so is the dossier.
    let index = snapshot.index_of(customer).ok_or(Refused::UnknownToken)?;
    let name = snapshot.customer(index).map_err(|_| Refused::UnknownToken)?;
    let name = [Field::LastName, Field::FirstName].map(|field| name.values.text(field).to_owned()).join(" ").trim().to_owned();
    Ok(Matched { flow, customer, name, version, dossier, questionnaire: questionnaire.clone(), compared })
}
