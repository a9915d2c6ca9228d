//! Where the log of this session is, for whoever is told that something failed.

/// Where the log is. Paths are neutralised before they come in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum LogPlace {
    /// None is kept, and nothing is to be said of it: the screens of tests and of benches.
    #[default]
    Unasked,
    /// It is kept in that file.
    Kept(String),
    /// That file cannot be written, and what the system says.
    Refused(String, String),
    /// The system names no folder to keep one in.
    Nowhere,
}
