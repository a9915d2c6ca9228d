//! An office that sends by a post of the tests' own, and a person at its keyboard.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use instroom::domain::customer::Values;
use instroom::domain::field::Field;
use instroom::world::config::{Configuration, Standing};
use instroom::world::mailroom::Mail;
use instroom::world::store::Store as _;

use super::flow::Flow;
use super::imports::{Import, flow as season, hand, person};
use super::mail_posts::{FakePost, PassingTime};
use super::office::empty_store;
use super::shared_store::SharedStore;

const SETTINGS: &str = "[office]\nname = \"Kantoor Peeters\"\n[mail]\nsender = \"info@kantoor.be\"\nreply_to = \"pb@kantoor.be\"\nhost = \"mail.kantoor.be\"\n";

/// An office that can send, in a folder of its own; time passes only where somebody waits.
pub(crate) struct PostingOffice {
    folder: tempfile::TempDir,
    pub(crate) post: FakePost,
    pub(crate) time: PassingTime,
}

impl PostingOffice {
    pub(crate) fn new(post: FakePost) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("config.toml"), SETTINGS).unwrap();
        Self { folder, post, time: PassingTime::new() }
    }

    /// How its mail leaves.
    pub(crate) fn mail(&self) -> Mail {
        let configuration = Configuration::read(&self.folder.path().join("config.toml"), Standing::Named).unwrap();
        Mail {
            directory: self.folder.path().join("store"),
            configuration: Arc::new(configuration),
            posts: Arc::new(self.post.clone()),
            pace: Arc::new(self.time.clone()),
        }
    }

    /// A session of its own.
    pub(crate) fn flow(&self, store: SharedStore) -> Flow {
        Flow::mailing(store, self.mail(), Arc::new(self.time.clone()))
    }

    /// Nobody's temporary folder is part of a story.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// Six customers of 2026: two share an address, one has none, one asked for French.
pub(crate) fn six() -> SharedStore {
    store_of((0..6).map(|number| {
        let mut values = person(number);
        match number {
            1 => values.set(Field::Email, "klant.0@example.be"),
            2 => values.set(Field::Email, String::new()),
            3 => values.set(Field::Language, "fr"),
            _ => {}
        }
        values
    }))
}

pub(crate) fn store_of(customers: impl IntoIterator<Item = Values>) -> SharedStore {
    let store = empty_store();
    let set = Import::new("first", &store.snapshot().unwrap(), season(2026)).adding(customers).done();
    store.commit(&set, &hand("tom"), &mut |_| ControlFlow::Continue(())).unwrap();
    store
}

pub(crate) fn states(flow: &Flow) -> Vec<&'static str> {
    let read = flow.model.mails.known().expect("the outbox was read");
    read.outbox.messages().iter().map(|message| message.state.word()).collect()
}
