//! The shape of the commands about the shell: completions, man.

use std::path::PathBuf;

use clap::Args;
use clap_complete::Shell;

/// `instroom completions`.
#[derive(Debug, Args)]
pub(in crate::cli) struct CompletionsArguments {
    /// The shell.
    pub(in crate::cli) shell: Shell,
}

/// `instroom man`.
#[derive(Debug, Args)]
pub(in crate::cli) struct ManArguments {
    /// Write a page for every command into this folder instead; what is there already is written anew.
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) all: Option<PathBuf>,
    /// With --all: only say which pages would be written.
    #[arg(short = 'n', long, requires = "all")]
    pub(in crate::cli) dry_run: bool,
}
