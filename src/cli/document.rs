//! What `--json` prints: one object, which begins with what it is and in which version of its shape.
//!
//! Within a version keys may be added. A key that goes, or begins to mean something else, makes a new version of that one
//! document. Lists stand under a key of their own: a bare list has no place for a version, nor for anything that is to be told beside it.

use serde::Serialize;

/// What is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Document {
    Answers,
    Apply,
    Check,
    Customers,
    Customer,
    Drafts,
    Draft,
    Flows,
    Flow,
    History,
    Import,
    Invite,
    Letters,
    TestMail,
    Keys,
    Outbox,
    Mail,
    Sent,
    Stats,
    ToSend,
    Undo,
    StoreCheck,
    StoreInfo,
    StoreBackup,
    StoreRestore,
    StoreShare,
    BackupCheck,
    Settings,
    SettingsFiles,
    SettingsCheck,
}

impl Document {
    /// Its name and the version of its shape. Stable.
    const fn format(self) -> (&'static str, u32) {
        match self {
            Self::Answers => ("instroom-answers", 1),
            Self::Apply => ("instroom-apply", 1),
            Self::Check => ("instroom-check", 1),
            Self::Customers => ("instroom-customers", 1),
            Self::Customer => ("instroom-customer", 1),
            Self::Drafts => ("instroom-drafts", 1),
            Self::Draft => ("instroom-draft", 1),
            Self::Flows => ("instroom-flows", 1),
            Self::Flow => ("instroom-flow", 1),
            Self::History => ("instroom-history", 1),
            Self::Import => ("instroom-import", 1),
            Self::Invite => ("instroom-invite", 1),
            Self::Letters => ("instroom-letters", 1),
            Self::TestMail => ("instroom-test-mail", 1),
            Self::Keys => ("instroom-keys", 1),
            Self::Outbox => ("instroom-outbox", 1),
            Self::Mail => ("instroom-mail", 1),
            Self::Sent => ("instroom-sent", 1),
            Self::Stats => ("instroom-stats", 1),
            Self::ToSend => ("instroom-to-send", 1),
            Self::Undo => ("instroom-undo", 1),
            Self::StoreCheck => ("instroom-store-check", 1),
            Self::StoreInfo => ("instroom-store-info", 1),
            Self::StoreBackup => ("instroom-store-backup", 1),
            Self::StoreRestore => ("instroom-store-restore", 1),
            Self::StoreShare => ("instroom-store-share", 1),
            Self::BackupCheck => ("instroom-backup-check", 1),
            Self::Settings => ("instroom-settings", 1),
            Self::SettingsFiles => ("instroom-settings-files", 1),
            Self::SettingsCheck => ("instroom-settings-check", 1),
        }
    }

    /// The text of it, with a line break at the end.
    ///
    /// # Errors
    /// What the writer of JSON says.
    pub(super) fn text(self, told: &impl Serialize) -> serde_json::Result<String> {
        let (format, version) = self.format();
        serde_json::to_string_pretty(&Headed { format, version, told }).map(|text| text + "\n")
    }

    /// The text of it in one line, without a break: for where other lines stand around it.
    ///
    /// # Errors
    /// What the writer of JSON says.
    pub(super) fn line(self, told: &impl Serialize) -> serde_json::Result<String> {
        let (format, version) = self.format();
        serde_json::to_string(&Headed { format, version, told })
    }
}

/// A document with its head.
#[derive(Debug, Serialize)]
struct Headed<'a, T> {
    format: &'static str,
    version: u32,
    #[serde(flatten)]
    told: &'a T,
}
