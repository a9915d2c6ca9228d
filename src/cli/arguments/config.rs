//! The shape of the command about settings: config.

use clap::{Args, Subcommand};

/// `instroom config`.
#[derive(Debug, Args)]
pub(in crate::cli) struct ConfigArguments {
    /// What to do with the settings.
    #[command(subcommand)]
    pub(in crate::cli) command: ConfigCommand,
}

/// What to do with the settings.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum ConfigCommand {
    /// List every setting with the value that counts and where it came from: a flag, a variable, a line of a file, or the default.
    Show {
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// List the files of settings that are looked at, the most important first, and whether they are there.
    Path {
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Judge all settings, and what they name: folders, questionnaires, wording of letters, password, certificates.
    Check {
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
}
