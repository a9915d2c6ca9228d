//! Calls into foreign code that may panic on damaged bytes, with the panic hook kept silent.
//!
//! Panic hooks run before `catch_unwind` gets to see anything, and the program's hook restores
//! the terminal: without this flag a damaged store would tear down the screen under a program that
//! goes on.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    static SILENCED: Cell<bool> = const { Cell::new(false) };
}

/// The guarded call panicked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Panicked {
    /// What the panic said, where it said something.
    pub message: String,
}

/// Whether this thread is inside a [`guarded`] call, so that the panic hook has to stay silent.
#[must_use]
pub fn is_silenced() -> bool {
    SILENCED.get()
}

/// Runs foreign code; a panic in it, on this thread, becomes an error. What `call` had borrowed
/// mutably should be dropped after an error.
///
/// # Errors
/// [`Panicked`] with the words of the panic.
pub fn guarded<T>(call: impl FnOnce() -> T) -> Result<T, Panicked> {
    let _silence = Silence { before: SILENCED.replace(true) };
    catch_unwind(AssertUnwindSafe(call)).map_err(|payload| {
        let message = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
        let message = message.or_else(|| payload.downcast_ref::<String>().cloned());
        Panicked { message: message.unwrap_or_else(|| "a panic without words".to_owned()) }
    })
}

/// Ends the silence, also when unwinding; an outer guarded call stays silent.
struct Silence {
    before: bool,
}

impl Drop for Silence {
    fn drop(&mut self) {
        SILENCED.set(self.before);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fail(text: &str) -> Result<(), Panicked> {
        guarded(|| {
            assert!(is_silenced());
            std::panic::resume_unwind(Box::new(text.to_owned()))
        })
    }

    #[test]
    fn a_panic_becomes_an_error_and_the_silence_ends() {
        assert!(!is_silenced());
        assert_eq!(fail("bad page"), Err(Panicked { message: "bad page".into() }));
        assert!(!is_silenced());
        assert_eq!(guarded(|| 7), Ok(7));
    }

    #[test]
    fn an_outer_silence_outlasts_an_inner_one() {
        let outer = guarded(|| {
            let inner = fail("inner");
            (inner.is_err(), is_silenced())
        });
        assert_eq!(outer, Ok((true, true)));
        assert!(!is_silenced());
    }

    #[test]
    fn other_threads_are_not_silenced() {
        let elsewhere = guarded(|| std::thread::spawn(is_silenced).join().unwrap());
        assert_eq!(elsewhere, Ok(false));
    }
}
