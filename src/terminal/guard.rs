//! What a panic does: the terminal is given back before anything is said, and the log keeps it.

use super::give_back;
use crate::world::guarded::is_silenced;
use crate::world::log::panicked;

/// From now on a panic on any thread is logged, gives the terminal back and ends the program with `code`, except inside guarded
/// calls into foreign code, where it is an ordinary error. `told` is called once it was reported.
///
/// # Errors
/// Where reports of panics were installed already.
pub fn guard_panics(code: u8, told: impl Fn() + Send + Sync + 'static) -> color_eyre::Result<()> {
    color_eyre::install()?;
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        panicked(panic, is_silenced());
        if is_silenced() {
            return;
        }
        give_back();
        report(panic);
        told();
        std::process::exit(i32::from(code));
    }));
    Ok(())
}
