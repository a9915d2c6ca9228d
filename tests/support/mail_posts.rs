//! A post without a server: it takes letters, or answers as it is told to.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use instroom::domain::letter::Letter;
use instroom::world::config::{ConfigFault, Configuration};
use instroom::world::mailroom::Posts;
use instroom::world::post::{Offered, Post};
use instroom::world::sending::Pace;

/// Takes letters, except those to somebody for whom it has other answers; each answer is used up. A clone is the same post.
#[derive(Clone, Default)]
pub(crate) struct FakePost {
    answers: Arc<Mutex<BTreeMap<String, Vec<Offered>>>>,
    taken: Arc<Mutex<Vec<Letter>>>,
}

impl FakePost {
    /// The next letters to somebody are answered so.
    pub(crate) fn answering(self, address: &str, answers: Vec<Offered>) -> Self {
        self.answers.lock().unwrap().insert(address.to_owned(), answers);
        self
    }

    /// The letters that were taken.
    pub(crate) fn taken(&self) -> Vec<Letter> {
        self.taken.lock().unwrap().clone()
    }
}

impl Post for FakePost {
    fn offer(&self, letter: &Letter) -> Offered {
        let mut answers = self.answers.lock().unwrap();
        if let Some(answers) = answers.get_mut(letter.to.address.as_str()).filter(|answers| !answers.is_empty()) {
            return answers.remove(0);
        }
        self.taken.lock().unwrap().push(letter.clone());
        Offered::Taken { reply: "250 ok".into() }
    }
}

impl Posts for FakePost {
    fn open(&self, configuration: &Configuration) -> Result<Box<dyn Post>, ConfigFault> {
        // What is not settled is told as the real one tells it.
        configuration.mail()?;
        Ok(Box::new(self.clone()))
    }
}

/// Time that does not pass.
pub(crate) struct NoPause;

impl Pace for NoPause {
    fn pause(&self, _: Duration) {}
}
