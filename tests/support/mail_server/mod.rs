//! A mail server on loopback, in the test's own process: its SMTP is that of the crate mailin, its TLS
//! that of rustls with certificates made on the spot, and its line is the tests' own, so that it can be
//! broken wherever they like. It remembers who got what, whatever the client thinks.

mod certificates;
mod line;
mod talk;

use std::collections::BTreeMap;
use std::io;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread::JoinHandle;

use rustls::ServerConfig;

/// How the line to the server is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Encryption {
    /// Begins in the open, STARTTLS is on offer.
    #[default]
    StartTls,
    /// From the beginning.
    Tls,
    /// Never.
    Open,
}

/// How the server receives whoever connects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Greeting {
    /// 220.
    #[default]
    Friendly,
    /// 421, and the line is closed.
    Busy,
    /// 554, and the line is closed.
    Barred,
    /// Nothing at all; the line stays open.
    Silent,
    /// Bytes that are no TLS, one at a time without end, where TLS should begin.
    DripInTls,
}

/// What befalls a letter to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Conduct {
    /// 550 at RCPT.
    Refuse,
    /// 451 at RCPT.
    PutOff,
    /// 554 once the letter is there.
    RefuseLetter,
    /// 452 once the letter is there.
    PutOffLetter,
    /// 421 at RCPT, and the line is closed.
    Leave,
    /// No answer to RCPT.
    Hang,
    /// The line is dropped at RCPT.
    DropAtRecipient,
    /// These bytes answer RCPT, as they are.
    AnswerRecipient(&'static [u8]),
    /// The letter is taken, and these bytes say so.
    AnswerLetter(&'static [u8]),
    /// An answer to RCPT of which a byte comes every twenty milliseconds, without end.
    Drip,
    /// An answer to RCPT that never ends, as fast as it can be read.
    Flood,
    /// The line is dropped in the middle of the letter, which is lost.
    DropInLetter,
    /// The letter is taken and the line dropped before that is said.
    DropAfterLetter,
    /// The letter is taken and nothing is said.
    HangAfterLetter,
}

/// How a server behaves.
#[derive(Debug, Clone, Default)]
pub(crate) struct Manners {
    /// How the line is encrypted.
    pub(crate) encryption: Encryption,
    /// How it receives whoever connects.
    pub(crate) greeting: Greeting,
    /// The name and password that it asks for.
    pub(crate) login: Option<(String, String)>,
    /// The sender whom it refuses with 553.
    pub(crate) barred_sender: Option<String>,
    /// It closes each line after so many letters, without a word.
    pub(crate) letters_per_line: Option<u32>,
    /// It answers a wrong password with these words, and the line that it was told.
    pub(crate) quotes: Option<&'static [u8]>,
    /// What befalls letters to whom, and how many times.
    pub(crate) conduct: BTreeMap<String, (Conduct, u32)>,
}

impl Manners {
    /// Letters to somebody fare so, every time.
    pub(crate) fn towards(self, recipient: &str, conduct: Conduct) -> Self {
        self.first_times(u32::MAX, recipient, conduct)
    }

    /// Letters to somebody fare so the first times; later ones are taken.
    pub(crate) fn first_times(mut self, times: u32, recipient: &str, conduct: Conduct) -> Self {
        self.conduct.insert(recipient.to_owned(), (conduct, times));
        self
    }
}

/// A letter that the server took.
#[derive(Debug, Clone)]
pub(crate) struct Taken {
    /// To whom, as RCPT said.
    pub(crate) recipient: String,
    /// Its Message-ID, without the angle brackets.
    pub(crate) message_id: String,
    /// The whole of it.
    pub(crate) bytes: Vec<u8>,
}

/// What the lines of a server share.
struct House {
    manners: Manners,
    tls: Arc<ServerConfig>,
    conduct: Mutex<BTreeMap<String, (Conduct, u32)>>,
    taken: Mutex<Vec<Taken>>,
    lines: AtomicU32,
    is_closing: AtomicBool,
}

impl House {
    /// What befalls the next letter to somebody, counted down.
    fn conduct_at(&self, recipient: &str, is_at: impl Fn(Conduct) -> bool) -> Option<Conduct> {
        let mut all = locked(&self.conduct);
        let (conduct, times) = all.get_mut(recipient).filter(|(conduct, times)| *times > 0 && is_at(*conduct))?;
        *times = if *times == u32::MAX { u32::MAX } else { *times - 1 };
        Some(*conduct)
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().expect("no line of the mail server panicked")
}

/// A server that runs until it is dropped.
pub(crate) struct MailServer {
    port: u16,
    folder: tempfile::TempDir,
    house: Arc<House>,
    door: Option<JoinHandle<()>>,
}

impl MailServer {
    /// The host, in the certificate too.
    pub(crate) const HOST: &str = "127.0.0.1";

    /// Starts a server on a free port.
    pub(crate) fn start(manners: Manners) -> Self {
        let made = certificates::make(Self::HOST);
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("ca.pem"), made.authority).unwrap();
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let house = Arc::new(House {
            conduct: Mutex::new(manners.conduct.clone()),
            manners,
            tls: made.server,
            taken: Mutex::default(),
            lines: AtomicU32::new(0),
            is_closing: AtomicBool::new(false),
        });
        let door = std::thread::spawn({
            let house = Arc::clone(&house);
            move || receive(&listener, &house)
        });
        Self { port, folder, house, door: Some(door) }
    }

    /// The port it listens on.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// The certificate of its authority, in PEM.
    pub(crate) fn ca_file(&self) -> PathBuf {
        self.folder.path().join("ca.pem")
    }

    /// Who got which letter, in order: recipient and Message-ID.
    pub(crate) fn taken(&self) -> Vec<(String, String)> {
        locked(&self.house.taken).iter().map(|taken| (taken.recipient.clone(), taken.message_id.clone())).collect()
    }

    /// The letters that were taken, whole.
    pub(crate) fn letters(&self) -> Vec<Taken> {
        locked(&self.house.taken).clone()
    }

    /// How many lines were opened.
    pub(crate) fn lines(&self) -> u32 {
        self.house.lines.load(Ordering::SeqCst)
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.house.is_closing.store(true, Ordering::SeqCst);
        // The door waits for somebody to come in.
        let _knock = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
        if let Some(door) = self.door.take() {
            let _ended = door.join();
        }
    }
}

/// Lets in whoever comes, each on a thread. A thread ends with its line; a client that is killed ends its own.
fn receive(listener: &TcpListener, house: &Arc<House>) {
    for stream in listener.incoming() {
        if house.is_closing.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        house.lines.fetch_add(1, Ordering::SeqCst);
        let house = Arc::clone(house);
        std::thread::spawn(move || {
            // A line that breaks is what many a test is about.
            let _broken: io::Result<()> = talk::talk(stream, &house);
        });
    }
}
