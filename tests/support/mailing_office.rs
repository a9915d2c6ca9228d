//! An office that sends mail: a store, settings, and a mail server with TLS of its own.

use std::collections::BTreeMap;
use std::process::{Child, Stdio};

use instroom::domain::change_set::Founding;
use instroom::domain::customer::CustomerId;
use instroom::domain::dossier::{Dossier, Status};
use instroom::domain::field::Field;
use instroom::domain::outbox::{Outbox, State};
use instroom::domain::questionnaire::built_in;
use instroom::domain::task_flow::TaskFlowId;
use instroom::world::outbox::KeptOutbox;
use instroom::world::store::{SledStore, Store as _};
use serde_json::Value;

use super::mail_server::{MailServer, Manners};
use super::office::workbook_of;
use super::program::{Answer, ahead, instroom, start};
use crate::generate::sample;

/// The office, in a folder of its own that is its home.
pub(crate) struct MailingOffice {
    folder: tempfile::TempDir,
    pub(crate) server: MailServer,
}

impl MailingOffice {
    /// An office with so many customers of 2026, each with an address of its own and some weeks left to file, imported by the program;
    /// nothing is settled about mail yet.
    pub(crate) fn of(customers: u64, manners: Manners) -> Self {
        let office = Self { folder: tempfile::tempdir().unwrap(), server: MailServer::start(manners) };
        let sample = sample::customers();
        let workbook = workbook_of((0..customers).map(|index| {
            let mut values = sample.customer(index);
            values.set(Field::Email, address(index + 1));
            values.set(Field::Deadline, ahead().to_string());
            values
        }));
        let path = office.path("customers.xlsx");
        std::fs::write(&path, workbook).unwrap();
        let answer = office.run(&["import", &path, "--language", "nl", "--questionnaire", "pit-2026", "--yes"]);
        assert_eq!(answer.code, 0, "{answer:?}");
        office
    }

    /// Settles by which server mail goes out.
    pub(crate) fn settle(&self) {
        self.settle_at(self.server.port());
    }

    /// Settles that the server is behind another port.
    pub(crate) fn settle_at(&self, port: u16) {
        let folder = self.folder.path().join(".config/instroom");
        std::fs::create_dir_all(&folder).unwrap();
        let text = format!(
            "[office]\nname = \"Kantoor Peeters\"\n[mail]\nsender = \"info@kantoor.be\"\nhost = \"{}\"\nport = {}\nsecurity = \"starttls\"\n\
             ca_file = \"{}\"\nper_minute = 600\ntimeout = 2\n",
            MailServer::HOST,
            port,
            self.server.ca_file().display()
        );
        std::fs::write(folder.join("config.toml"), text).unwrap();
    }

    /// The path of a file in the office's home.
    pub(crate) fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Answer {
        instroom(&self.folder.path().join("store"), arguments)
    }

    pub(crate) fn start(&self, arguments: &[&str]) -> Child {
        start(&self.folder.path().join("store"), arguments, Stdio::null())
    }

    /// Starts the program; what it says on standard error can be read.
    pub(crate) fn start_told(&self, arguments: &[&str]) -> Child {
        start(&self.folder.path().join("store"), arguments, Stdio::piped())
    }

    /// What the program prints as JSON.
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let answer = self.run(arguments);
        serde_json::from_str(&answer.out).unwrap_or_else(|error| panic!("{error}: {answer:?}"))
    }

    pub(crate) fn store(&self) -> SledStore {
        SledStore::new(self.folder.path().join("store"), Founding::of(&built_in()))
    }

    pub(crate) fn dossier(&self, customer: u64) -> Dossier {
        self.store().dossier(&TaskFlowId("pit-2026".into()), CustomerId(customer)).unwrap().unwrap()
    }

    pub(crate) fn statuses(&self, customers: u64) -> Vec<Status> {
        let wanted: Vec<_> = (1..=customers).map(|customer| (TaskFlowId("pit-2026".into()), CustomerId(customer))).collect();
        self.store().dossiers(&wanted).unwrap().into_iter().map(|found| found.unwrap().1.status).collect()
    }

    pub(crate) fn outbox(&self) -> Outbox {
        KeptOutbox::of_store(&self.folder.path().join("store")).read().unwrap()
    }

    /// How often the server took the mail of each message, by its Message-ID.
    pub(crate) fn taken(&self) -> BTreeMap<String, u32> {
        self.server.taken().into_iter().fold(BTreeMap::new(), |mut counts, (_, message_id)| {
            *counts.entry(message_id).or_default() += 1;
            counts
        })
    }

    /// Whether outbox and server say the same of every mail; of the unsure ones nothing is said. Gives how many are unsure.
    pub(crate) fn agree(&self) -> usize {
        let (taken, outbox) = (self.taken(), self.outbox());
        assert!(taken.values().all(|count| *count == 1), "somebody got it twice");
        let is_unsure = |state: &State| matches!(state, State::Unsure { .. });
        for message in outbox.messages().iter().filter(|message| !is_unsure(&message.state)) {
            let is_sent = matches!(message.state, State::Sent { .. });
            assert_eq!(is_sent, taken.contains_key(&message.message_id), "{}: {:?}", message.id, message.state);
        }
        outbox.messages().iter().filter(|message| is_unsure(&message.state)).count()
    }
}

/// The address of a customer.
pub(crate) fn address(customer: u64) -> String {
    format!("klant{customer}@example.be")
}
