//! A post without a server: it takes letters, or answers as it is told to.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use instroom::domain::letter::Letter;
use instroom::world::clock::Clock;
use instroom::world::config::{ConfigFault, Configuration};
use instroom::world::mailroom::Posts;
use instroom::world::post::{Offered, Post};
use instroom::world::sending::Pace;
use jiff::Timestamp;
use jiff::civil::Date;

use super::office::StandingClock;

/// Takes letters, except those to somebody for whom it has other answers; each answer is used up. A clone is the same post.
#[derive(Clone, Default)]
pub(crate) struct FakePost {
    answers: Arc<Mutex<BTreeMap<String, Vec<Offered>>>>,
    taken: Arc<Mutex<Vec<Letter>>>,
    meanwhile: Arc<Mutex<BTreeMap<String, Meanwhile>>>,
}

/// What happens elsewhere while a letter is being offered.
type Meanwhile = Box<dyn FnOnce() + Send>;

impl FakePost {
    /// The next letters to somebody are answered so.
    pub(crate) fn answering(self, address: &str, answers: Vec<Offered>) -> Self {
        self.answers.lock().unwrap().insert(address.to_owned(), answers);
        self
    }

    /// While the letter to somebody is being offered, this happens elsewhere; once.
    pub(crate) fn meanwhile(self, address: &str, happens: impl FnOnce() + Send + 'static) -> Self {
        self.meanwhile.lock().unwrap().insert(address.to_owned(), Box::new(happens));
        self
    }

    /// The letters that were taken.
    pub(crate) fn taken(&self) -> Vec<Letter> {
        self.taken.lock().unwrap().clone()
    }
}

impl Post for FakePost {
    fn offer(&self, letter: &Letter) -> Offered {
        let meanwhile = self.meanwhile.lock().unwrap().remove(letter.to.address.as_str());
        if let Some(happens) = meanwhile {
            happens();
        }
        let mut answers = self.answers.lock().unwrap();
        if let Some(answers) = answers.get_mut(letter.to.address.as_str()).filter(|answers| !answers.is_empty()) {
            let answer = answers.remove(0);
            if !matches!(answer, Offered::Taken { .. }) {
                return answer;
            }
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

/// Time from 14 May 2026, 14:02 UTC, that passes only where somebody waits. A clone is the same time.
#[derive(Clone)]
pub(crate) struct PassingTime(Arc<Mutex<Timestamp>>);

impl PassingTime {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Mutex::new(StandingClock.now())))
    }
}

impl Clock for PassingTime {
    fn today(&self) -> Date {
        StandingClock.today()
    }

    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

impl Pace for PassingTime {
    fn pause(&self, duration: Duration) {
        let mut now = self.0.lock().unwrap();
        *now = now.checked_add(duration).unwrap();
    }
}
