//! Coming in: the lock, the engine, and the sweeping of what never became visible.

use std::fs;
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use super::erasing::erase;
use super::fault::{At as _, StoreFault};
use super::founding::found;
use super::layout::{HEAD, Head, INTENT, Intent, SCHEMA, Schema, pack, unpack};
use super::lock::{Holder, Lock, RETRY};
use super::modes::{Access, Umask};
use super::place::{About, FORMAT, Ground, Place};
use super::sweep::sweep;
use super::unhurried::Unhurried;
use crate::domain::change_set::Founding;
use crate::domain::snapshot::Revision;
use crate::world::bench::Bench;
use crate::world::guarded::guarded;

/// How much of the store sled keeps in memory. More gains nothing, since everything here walks its
/// keys in order: 100,000 new customers cost 52 MiB with 16 MiB of it, 236 MiB with 512, in the same time.
const CACHE_BYTES: u64 = 32 * 1024 * 1024;

/// How long sled's own lock is waited for when ours is held: threads of a store that was just
/// let go may still close its file.
const ENGINE_PATIENCE: Duration = Duration::from_secs(2);

/// The trees of a store; `layout` says what is in them.
#[derive(Debug)]
pub(super) struct Trees {
    pub(super) customers: sled::Tree,
    pub(super) dossiers: sled::Tree,
    pub(super) flows: sled::Tree,
    pub(super) journal: sled::Tree,
    pub(super) outcomes: sled::Tree,
    pub(super) commits: sled::Tree,
    pub(super) lessons: sled::Tree,
    pub(super) mappings: sled::Tree,
}

impl Trees {
    pub(super) fn open(db: &sled::Db) -> sled::Result<Self> {
        Ok(Self {
            customers: db.open_tree("customers")?,
            dossiers: db.open_tree("dossiers")?,
            flows: db.open_tree("flows")?,
            journal: db.open_tree("journal")?,
            outcomes: db.open_tree("outcomes")?,
            commits: db.open_tree("commits")?,
            lessons: db.open_tree("lessons")?,
            mappings: db.open_tree("mappings")?,
        })
    }
}

/// A store, open and held. The fields are dropped in this order: first the engine, then the
/// umask under which it makes files, and the lock last.
pub(super) struct Opened {
    pub(super) trees: Trees,
    pub(super) db: Engine,
    pub(super) schema: Schema,
    pub(super) head: Head,
    pub(super) intent: Option<Intent>,
    pub(super) place: Place,
    pub(super) access: Access,
    /// How many copies are kept of what lay before a commit; 0 where nobody asked for any.
    pub(super) copies: u16,
    umask: Umask,
    lock: Lock,
    /// Where it is a private copy that is thrown away.
    _bench: Option<Bench>,
}

impl Opened {
    /// Closes the engine and goes on holding the store.
    pub(super) fn close(self) -> Lock {
        let Self { trees, db, umask, lock, .. } = self;
        drop((trees, db));
        drop(umask);
        lock
    }

    /// The same, keeping so many copies.
    pub(super) fn keeping(self, copies: u16) -> Self {
        Self { copies, ..self }
    }

    /// The same, thrown away with its bench.
    pub(super) fn on(self, bench: Bench) -> Self {
        Self { _bench: Some(bench), ..self }
    }

    /// Makes everything written so far survive a power cut.
    pub(super) fn secure(&self) -> Result<(), StoreFault> {
        super::durable::secure(&self.db, &self.place.sled())
    }

    /// Says of a store of an older format that it is of this one from now on. Done before the first
    /// write of something that older programs would take for damage.
    pub(super) fn raise_format(&self) -> Result<(), StoreFault> {
        if self.schema.format == FORMAT {
            return Ok(());
        }
        let Ground::Built(about) = self.place.look()? else { return Ok(()) };
        self.place.write_about(About { format: FORMAT, ..about })?;
        self.db.insert(SCHEMA, pack(&Schema { format: FORMAT, ..self.schema.clone() })?).at(&self.place.sled())?;
        self.secure()
    }

    /// The number of the next commit: above every number that was ever given out.
    pub(super) fn next_number(&self) -> Revision {
        let given = self.intent.as_ref().map_or(self.head.revision, |intent| intent.number.max(self.head.revision));
        Revision(given.0 + 1)
    }
}

/// Opens the store of a place; none where there is none. Creates nothing then.
pub(super) fn enter(place: &Place, holder: &Holder, patience: Duration) -> Result<Option<Opened>, StoreFault> {
    let Ground::Built(about) = place.look()? else { return Ok(None) };
    let lock = Lock::take(&place.lock(), about.access, holder, Instant::now() + patience)?;
    // Again, since it may have been opened to colleagues while we waited.
    match place.look_now()? {
        Ground::Bare => Ok(None),
        Ground::Built(about) => open(place, about.access, lock).map(Some),
    }
}

/// Opens the store of a place, founding it where there is none.
pub(super) fn enter_or_found(place: &Place, holder: &Holder, patience: Duration, founding: &Founding) -> Result<Opened, StoreFault> {
    let deadline = Instant::now() + patience;
    let access = match place.look()? {
        Ground::Built(about) => about.access,
        Ground::Bare => {
            place.make()?;
            Access::Private
        }
    };
    let lock = Lock::take(&place.lock(), access, holder, deadline)?;
    let access = match place.look_now()? {
        Ground::Built(about) => about.access,
        Ground::Bare => {
            found(place, founding)?;
            Access::Private
        }
    };
    open(place, access, lock)
}

pub(super) fn open(place: &Place, access: Access, lock: Lock) -> Result<Opened, StoreFault> {
    let umask = Umask::set(access);
    let sled = place.sled();
    for file in ["db", "conf"] {
        // sled would make what is missing, and with it an empty store in the place of the real one.
        if !fs::exists(sled.join(file)).at(&sled)? {
            return Err(StoreFault::damaged(format!("{} is missing", sled.join(file).display())));
        }
    }
    remove_unfinished_snapshots(&sled)?;
    let db = engine(&sled)?;
    // `store.toml` says that it is one of ours, so that it is not somebody else's database.
    let schema = db.get(SCHEMA).at(&sled)?.ok_or_else(|| StoreFault::damaged("nothing says which store it is"))?;
    let schema: Schema = unpack(&schema)?;
    if schema.format > FORMAT {
        return Err(StoreFault::NewerFormat { found: schema.format, known: FORMAT });
    }
    let head = db.get(HEAD).at(&sled)?.ok_or_else(|| StoreFault::damaged("nothing says what is visible"))?;
    let head = unpack(&head)?;
    let intent = db.get(INTENT).at(&sled)?.map(|bytes| unpack(&bytes)).transpose()?;
    let trees = Trees::open(&db).at(&sled)?;
    let mut opened = Opened { trees, db, schema, head, intent, place: place.clone(), access, copies: 0, umask, lock, _bench: None };
    opened.intent = sweep(&opened)?;
    erase(&opened)?;
    Ok(opened)
}

/// sled itself. It is dropped behind its trees.
#[derive(Debug)]
pub(super) struct Engine {
    db: sled::Db,
    _last: LastHold,
}

impl std::ops::Deref for Engine {
    type Target = sled::Db;

    fn deref(&self) -> &sled::Db {
        &self.db
    }
}

/// Lets go of sled last: it syncs once more then, and panics where the disk does not take that. By then everything that counts was made durable by
/// `secure`, which says what it could not.
#[derive(Debug)]
struct LastHold(Option<sled::Db>);

impl Drop for LastHold {
    fn drop(&mut self) {
        let db = self.0.take();
        if let Err(panicked) = guarded(|| drop(db)) {
            tracing::warn!("the engine could not be closed: {panicked}");
        }
    }
}

/// Opens sled itself. Damaged bytes can make it panic.
pub(super) fn engine(sled: &Path) -> Result<Engine, StoreFault> {
    let deadline = Instant::now() + ENGINE_PATIENCE;
    loop {
        // No flushing in the background: what is durable when is said by `secure` alone.
        let config = sled::Config::new().path(sled).cache_capacity(CACHE_BYTES).flush_every_ms(None);
        let opened = guarded(|| {
            let _meanwhile = Unhurried::begin();
            config.open()
        });
        match opened.map_err(|panicked| StoreFault::damaged(panicked.to_string()))? {
            Ok(db) => return Ok(Engine { _last: LastHold(Some(db.clone())), db }),
            Err(error) if !is_held(&error) => return Err(StoreFault::from_sled(error, sled)),
            Err(_) if Instant::now() >= deadline => return Err(StoreFault::InUse { holder: None }),
            Err(_) => std::thread::sleep(RETRY),
        }
    }
}

/// Whether sled says that its lock is held. It has no error of its own for that.
fn is_held(error: &sled::Error) -> bool {
    match error {
        sled::Error::Io(error) => error.kind() == io::ErrorKind::Other && error.to_string().contains("could not acquire lock"),
        _ => false,
    }
}

/// Removes what a program left that was killed while it wrote a `snap.*`: sled would take it for
/// the newest one and find it corrupt (sled issues 1527 and 1533). The log has everything in it.
fn remove_unfinished_snapshots(sled: &Path) -> Result<(), StoreFault> {
    for entry in fs::read_dir(sled).at(sled)? {
        let path = entry.at(sled)?.path();
        if path.extension().is_some_and(|extension| extension == "generating") {
            fs::remove_file(&path).at(&path)?;
        }
    }
    Ok(())
}
