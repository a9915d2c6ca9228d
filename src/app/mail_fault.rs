//! What stands in the way of sending mail, as data: settings, password, wording, server.

use crate::domain::settings::SettingsWrong;

/// What has to stand in config.toml before mail can be sent.
pub const TO_SETTLE: [&str; 6] = [
    "[mail]",
    "sender = \"info@kantoor.be\"",
    "host = \"smtp.kantoor.be\"",
    "security = \"starttls\"",
    "user = \"info@kantoor.be\"",
    "password_file = \"~/.config/instroom/password\"",
];

/// Why mail cannot be sent. Paths and names are neutralised before they come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailFault {
    /// The file of settings is wrong.
    Settings {
        /// The file.
        path: String,
        /// The line, counted from 1, where it is known.
        line: Option<u64>,
        /// What is wrong.
        wrong: SettingsWrong,
    },
    /// Nobody has settled by which server mail goes out.
    NotSettled {
        /// The file that would say.
        path: String,
    },
    /// A file that the settings name cannot be read.
    Unreadable {
        /// The file.
        path: String,
        /// What the system says.
        detail: String,
    },
    /// The wording of letters is wrong.
    Wording {
        /// The file.
        path: String,
        /// What is wrong and where.
        detail: String,
    },
    /// Others can read the file with the password.
    PasswordOpen {
        /// The file.
        path: String,
    },
    /// What should give the password gives none.
    NoPassword {
        /// The file or the command.
        from: String,
    },
    /// The command that should give the password failed.
    PasswordCommand {
        /// The command.
        command: String,
        /// What the system says.
        detail: String,
    },
    /// The command that should give the password did not end in time.
    PasswordSlow {
        /// The command.
        command: String,
        /// Seconds that were waited.
        seconds: u64,
    },
    /// The mail server cannot be used as it is described.
    Server {
        /// What is wrong.
        detail: String,
    },
    /// No letter can be made of what is stored.
    NoLetter {
        /// Why.
        detail: String,
    },
    /// The mail server, or the folder, did not take a letter that is not in the outbox.
    NotTaken {
        /// What it said.
        detail: String,
    },
}
