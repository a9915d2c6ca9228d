//! How far something is that takes time.

/// How far a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Far {
    /// What is being done.
    pub stage: Stage,
    /// Steps done.
    pub done: u64,
    /// Steps in all; 0 where that is not known.
    pub all: u64,
}

/// What a job is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// The workbook is read.
    Reading,
    /// The store is read.
    ReadingStore,
    /// Rows are judged by the rules.
    Judging,
    /// Rows are compared with each other and the store.
    Matching,
    /// The change set is computed.
    Preparing,
    /// Duplicates are weighed by rules.
    Weighing,
    /// Customers are written.
    Writing,
    /// What was written is being made durable.
    Syncing,
    /// Rows go into a file.
    Exporting,
    /// Texts are made by which customers are found.
    Gathering,
    /// Questionnaires that came back are read.
    Answers,
    /// A backup is read.
    Backup,
    /// Mails are written into a folder.
    Letters,
    /// Mails are sent.
    Sending,
}
