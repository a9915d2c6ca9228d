//! The password of the mail server: from a file that nobody else can read, or from a command.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use super::Configuration;
use crate::domain::settings::PasswordSource;

/// A password. It is not shown, not by `{:?}` either, and cannot be serialised.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// Most bytes that are read of what holds a password.
    const CAP: u64 = 4096;

    /// The password in the first line of a text; none where that is empty.
    #[must_use]
    pub fn in_first_line(text: &str) -> Option<Self> {
        let line = text.lines().next().unwrap_or_default();
        (!line.is_empty()).then(|| Self(line.to_owned()))
    }

    /// The password itself, for the server.
    #[must_use]
    pub fn revealed(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Password(…)")
    }
}

/// Why there is no password to be had. Nothing of what was read is in it.
#[derive(Debug, thiserror::Error)]
pub enum PasswordFault {
    /// The file cannot be read.
    #[error("{} cannot be read", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Others can read the file, or write it.
    #[error("{} is open to others (mode {mode:o})", path.display())]
    OpenToOthers {
        /// The file.
        path: PathBuf,
        /// Its mode.
        mode: u32,
    },
    /// The first line is empty, or not text.
    #[error("{from} gives no password in its first line")]
    Nothing {
        /// The file or the command.
        from: String,
    },
    /// The command cannot be run.
    #[error("{command} cannot be run")]
    Command {
        /// The command, without its arguments.
        command: String,
        /// What the system says.
        source: io::Error,
    },
    /// The command says that it failed.
    #[error("{command} failed ({status})")]
    Failed {
        /// The command, without its arguments.
        command: String,
        /// How it ended.
        status: ExitStatus,
    },
    /// The command did not end in time.
    #[error("{command} did not answer within {seconds} seconds")]
    Slow {
        /// The command, without its arguments.
        command: String,
        /// How long was waited.
        seconds: u64,
    },
}

/// How long a command may take: a person may have to unlock a key.
const PATIENCE: Duration = Duration::from_secs(60);
/// How often a command that has closed its output is asked whether it has ended.
const GLANCE: Duration = Duration::from_millis(10);

impl Configuration {
    pub(super) fn password(&self, source: &PasswordSource) -> Result<Password, PasswordFault> {
        match source {
            PasswordSource::File(path) => of_file(&self.path(path)),
            PasswordSource::Command(words) => of_command(words, PATIENCE),
        }
    }
}

fn of_file(path: &Path) -> Result<Password, PasswordFault> {
    let unreadable = |source| PasswordFault::Unreadable { path: path.to_owned(), source };
    // What is looked at is the file that is read, whatever its name means a moment later. A pipe would
    // hold the program up when it is opened.
    if !std::fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(unreadable(io::Error::new(io::ErrorKind::InvalidInput, "it is not a file")));
    }
    let file = File::open(path).map_err(unreadable)?;
    let mode = file.metadata().map_err(unreadable)?.mode() & 0o777;
    if mode & 0o077 != 0 {
        return Err(PasswordFault::OpenToOthers { path: path.to_owned(), mode });
    }
    let mut bytes = Vec::new();
    file.take(Password::CAP).read_to_end(&mut bytes).map_err(unreadable)?;
    first_line(&bytes, || path.display().to_string())
}

fn first_line(bytes: &[u8], from: impl Fn() -> String) -> Result<Password, PasswordFault> {
    let text = std::str::from_utf8(bytes).ok();
    text.and_then(Password::in_first_line).ok_or_else(|| PasswordFault::Nothing { from: from() })
}

/// What a command prints, its first line. It is run as it stands, without a shell, so that nothing in its
/// arguments is expanded; what it prints to standard error goes nowhere, since the screen is in use.
fn of_command(words: &[String], patience: Duration) -> Result<Password, PasswordFault> {
    let (name, arguments) = words.split_first().map_or((String::new(), &[] as &[String]), |(name, rest)| (name.clone(), rest));
    let failed = |source| PasswordFault::Command { command: name.clone(), source };
    let started = Command::new(&name).args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut child = started.map_err(failed)?;
    let until = Instant::now() + patience;
    let (bytes, status) = match ended(&mut child, until).map_err(failed)? {
        Some(ended) => ended,
        None => {
            // It may have ended by itself just now; then there is nothing to kill.
            let _gone = child.kill();
            child.wait().map_err(failed)?;
            return Err(PasswordFault::Slow { command: name, seconds: patience.as_secs() });
        }
    };
    if !status.success() {
        return Err(PasswordFault::Failed { command: name, status });
    }
    first_line(&bytes, || name.clone())
}

/// What a command printed and how it ended; none where it did not end in time.
fn ended(child: &mut Child, until: Instant) -> io::Result<Option<(Vec<u8>, ExitStatus)>> {
    let (give, take) = mpsc::channel();
    if let Some(output) = child.stdout.take() {
        // Its own thread: what holds the pipe open may be something the command left behind.
        std::thread::spawn(move || {
            let mut bytes = Vec::new();
            let read = output.take(Password::CAP).read_to_end(&mut bytes);
            // Nobody takes it where the time was up.
            let _late = give.send(read.map(|_| bytes));
        });
    }
    let Ok(read) = take.recv_timeout(until.saturating_duration_since(Instant::now())) else { return Ok(None) };
    let bytes = read?;
    loop {
        match child.try_wait()? {
            Some(status) => return Ok(Some((bytes, status))),
            None if Instant::now() < until => std::thread::sleep(GLANCE),
            None => return Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    fn command(words: &[&str], patience: Duration) -> Result<Password, PasswordFault> {
        of_command(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>(), patience)
    }

    #[test]
    fn a_file_gives_its_first_line_where_it_is_its_owners_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("password");
        let with = |text: &str, mode: u32| {
            std::fs::write(&path, text).unwrap();
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
            of_file(&path)
        };
        assert_eq!(with(" ge heim \r\nuser: x\n", 0o600).unwrap().revealed(), " ge heim ");
        for mode in [0o640, 0o604, 0o620, 0o644] {
            assert!(matches!(with("geheim", mode), Err(PasswordFault::OpenToOthers { mode: found, .. }) if found == mode));
        }
        assert!(matches!(with("\nsecond", 0o600), Err(PasswordFault::Nothing { .. })));
        assert!(matches!(of_file(folder.path()), Err(PasswordFault::Unreadable { .. })));
        assert!(matches!(of_file(&folder.path().join("none")), Err(PasswordFault::Unreadable { .. })));
    }

    #[test]
    fn a_command_gives_its_first_line_and_no_shell_reads_its_arguments() {
        let long = Duration::from_secs(60);
        assert_eq!(command(&["printf", "%s\\nrest\\n", "$HOME;`id`"], long).unwrap().revealed(), "$HOME;`id`");
        assert!(matches!(command(&["true"], long), Err(PasswordFault::Nothing { from }) if from == "true"));
        assert!(matches!(command(&["sh", "-c", "echo geheim; exit 3"], long), Err(PasswordFault::Failed { .. })));
        assert!(matches!(command(&["/no/such/command"], long), Err(PasswordFault::Command { .. })));
        let slow = command(&["sleep", "600"], Duration::from_millis(50));
        assert!(matches!(slow, Err(PasswordFault::Slow { .. })), "{slow:?}");
        let lingering = command(&["sh", "-c", "exec >&-; sleep 600"], Duration::from_millis(50));
        assert!(matches!(lingering, Err(PasswordFault::Slow { .. })), "{lingering:?}");
    }

    #[test]
    fn a_password_is_not_shown() {
        let password = Password::in_first_line("geheim").unwrap();
        assert_eq!(format!("{password:?}"), "Password(…)");
        for fault in [command(&["false", "geheim"], PATIENCE), command(&["/none", "geheim"], PATIENCE)] {
            let told = format!("{fault:?} {}", fault.as_ref().unwrap_err());
            assert!(!told.contains("geheim"), "{told}");
        }
    }
}
