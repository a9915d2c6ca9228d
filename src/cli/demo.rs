//! `instroom demo` and `instroom tutor`: the sample workbook beside a throw-away store that holds some of its customers, to look
//! around in alone, or to be shown around in.

use std::ops::ControlFlow;
use std::process::ExitCode;
use std::sync::Arc;

use color_eyre::eyre::WrapErr as _;

use super::Session;
use super::screen::{show, somebody_is_there};
use crate::app::effect::Opening;
use crate::app::model::Purpose;
use crate::domain::draft::{Choices, Office};
use crate::domain::path_text::text_of;
use crate::domain::settings::Settings;
use crate::world::config::Configuration;
use crate::world::demo::fill;
use crate::world::drafts::Drafts;
use crate::world::mailroom::Mail;
use crate::world::perform::{InOrder, World};
use crate::world::store::{SledStore, Store as _};

/// The sample workbook; made by `cargo run --example generate -- --sample`.
const SAMPLE: &[u8] = include_bytes!("../../assets/sample/customers.xlsx");

/// Opens the sample. Everything that is written goes with the folder it lies in.
pub(super) fn run(session: &Session, purpose: Purpose) -> color_eyre::Result<ExitCode> {
    // Nothing is made for nobody.
    if let Err(code) = somebody_is_there(session) {
        return Ok(code);
    }
    let folder = tempfile::Builder::new().prefix("instroom-demo-").tempdir().wrap_err("the demonstration needs a temporary folder")?;
    let path = folder.path().join("customers.xlsx");
    std::fs::write(&path, SAMPLE).wrap_err("the sample workbook cannot be written")?;
    let store = SledStore::new(folder.path().join("store"), session.founding.clone()).counting(session.world.spent.clone());
    let hand = crate::domain::change_set::Hand { who: session.world.user.clone(), when: session.world.clock.now() };
    fill(&session.world.office, &store, |set| -> color_eyre::Result<()> {
        store.commit(set, &hand, &mut |_| ControlFlow::Continue(()))?;
        Ok(())
    })?;
    // Its mails would lie in its own outbox; nobody gets one of a demonstration.
    let nothing_settled = Configuration { file: session.world.mail.configuration.file.clone(), settings: Settings::default() };
    let mail = Mail::settled(store.directory(), nothing_settled);
    // Everything is left to be chosen, whatever the office has settled.
    let office = Office { defaults: Choices::default(), ..session.world.office.clone() };
    let drafts = Drafts::new(Some(folder.path().join("drafts")));
    let world = World { mail, store: Arc::new(store), drafts, office, in_order: InOrder::default(), ..session.world.clone() };
    let opening = Opening { path: text_of(&path), ..Opening::default() };
    show(session, &world, Some(opening), purpose)
}
