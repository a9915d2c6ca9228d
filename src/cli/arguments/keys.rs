//! What `keys` is told.

use clap::Args;

/// `keys`.
#[derive(Debug, Args)]
pub(in crate::cli) struct KeysArguments {
    /// Print them as JSON.
    #[arg(long, conflicts_with = "check")]
    pub(in crate::cli) json: bool,
    /// Show for each press what arrives and what it would do; q twice ends.
    #[arg(long)]
    pub(in crate::cli) check: bool,
}
