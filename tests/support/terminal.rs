//! The built binary in a real pseudo-terminal, its screen read by a terminal emulator.

use std::io::{Read as _, Write as _};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// Longer than anything here takes on a busy machine; only a failure waits this long.
const PATIENCE: Duration = Duration::from_secs(60);

/// A terminal with the program in it.
pub(crate) struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Option<Box<dyn std::io::Write + Send>>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    /// Everything that came, as it came.
    said: Vec<u8>,
    bytes: usize,
    pieces: usize,
    hung_up: Arc<AtomicBool>,
    stalled: Arc<AtomicBool>,
}

impl Terminal {
    /// Starts the program with these arguments in a window of 80 columns and 24 rows.
    pub(crate) fn start(arguments: &[&str], folder: &Path) -> Self {
        Self::start_with(arguments, folder, &[])
    }

    /// The same in an environment of its own.
    pub(crate) fn start_with(arguments: &[&str], folder: &Path, environment: &[(&str, &str)]) -> Self {
        Self::run(env!("CARGO_BIN_EXE_instroom"), arguments, folder, environment)
    }

    /// Starts another program.
    pub(crate) fn start_other(program: &str, arguments: &[&str], folder: &Path, environment: &[(&str, &str)]) -> Self {
        Self::run(program, arguments, folder, environment)
    }

    /// Starts a shell that can stop its jobs and call them back.
    pub(crate) fn shell(folder: &Path) -> Self {
        Self::run("bash", &["--norc", "--noprofile", "-i"], folder, &[])
    }

    fn run(program: &str, arguments: &[&str], folder: &Path, environment: &[(&str, &str)]) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.cwd(folder);
        for name in ["TMUX", "STY", "NO_COLOR", "COLORFGBG", "INSTROOM_THEME", "SSH_CONNECTION", "SSH_TTY"] {
            command.env_remove(name);
        }
        for (name, value) in
            [("LC_ALL", "C.UTF-8"), ("TERM", "xterm-256color"), ("RUST_BACKTRACE", "0"), ("USER", "els"), ("PS1", "ready> ")]
        {
            command.env(name, value);
        }
        command.env("XDG_DATA_HOME", folder);
        command.env("XDG_STATE_HOME", folder.join(".state"));
        command.env("XDG_CONFIG_HOME", folder.join(".config"));
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let keyboard = pair.master.take_writer().unwrap();
        let (sender, output) = channel();
        let hung_up = Arc::new(AtomicBool::new(false));
        let line_is_gone = Arc::clone(&hung_up);
        let stalled = Arc::new(AtomicBool::new(false));
        let is_stalled = Arc::clone(&stalled);
        std::thread::spawn(move || {
            let mut buffer = [0; 65_536];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if line_is_gone.load(Ordering::SeqCst) || sender.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
                while is_stalled.load(Ordering::SeqCst) {
                    std::thread::sleep(Duration::from_millis(10));
                }
            }
        });
        Self {
            child,
            master: Some(pair.master),
            keyboard: Some(keyboard),
            output,
            screen: vt100::Parser::new(lines(24), lines(80), 0),
            said: Vec::new(),
            bytes: 0,
            pieces: 0,
            hung_up,
            stalled,
        }
    }

    /// Types text as it is: characters, or the bytes of a key.
    pub(crate) fn type_text(&mut self, text: &str) {
        let keyboard = self.keyboard.as_mut().expect("the line is still there");
        keyboard.write_all(text.as_bytes()).unwrap();
        keyboard.flush().unwrap();
    }

    /// Forgets what is on the screen, so that only what comes from now on is seen.
    pub(crate) fn forget(&mut self) {
        self.screen = vt100::Parser::new(lines(24), lines(80), 0);
    }

    /// The screen as text.
    pub(crate) fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// Everything that came, as it came.
    pub(crate) fn said(&self) -> String {
        String::from_utf8_lossy(&self.said).into_owned()
    }

    /// How many bytes came, and in how many pieces. Each frame is a piece of its own, unless the next follows at once.
    pub(crate) const fn came(&self) -> (usize, usize) {
        (self.bytes, self.pieces)
    }

    /// Whether the program has the alternate screen.
    pub(crate) fn is_alternate(&self) -> bool {
        self.screen.screen().alternate_screen()
    }

    /// Whether the cursor is hidden.
    pub(crate) fn hides_cursor(&self) -> bool {
        self.screen.screen().hide_cursor()
    }

    /// Waits until the screen holds `wanted`.
    pub(crate) fn wait_for(&mut self, wanted: &str) {
        self.wait_until(wanted, |text| text.contains(wanted));
    }

    /// Waits until the screen is as wanted.
    pub(crate) fn wait_until(&mut self, wanted: &str, holds: impl Fn(&str) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !holds(&self.text()) {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(_) => panic!("{wanted:?} did not come; the screen is\n{}", self.text()),
            }
        }
    }

    /// How many bytes come within a time in which nobody does anything.
    pub(crate) fn bytes_within(&mut self, time: Duration) -> usize {
        let before = self.bytes;
        let deadline = Instant::now() + time;
        loop {
            match self.output.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return self.bytes - before,
            }
        }
    }

    /// How often the threads of the program were woken so far, which only Linux tells.
    pub(crate) fn wake_ups(&self) -> u64 {
        let Ok(threads) = std::fs::read_dir(format!("/proc/{}/task", self.process())) else { return 0 };
        let waited = |status: &str| -> Option<u64> {
            status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"))?.trim().parse().ok()
        };
        let statuses = threads.flatten().filter_map(|thread| std::fs::read_to_string(thread.path().join("status")).ok());
        statuses.filter_map(|status| waited(&status)).sum()
    }

    /// The program comes to rest: for 3 seconds nothing is sent, and it wakes once a second at most.
    pub(crate) fn is_idle(&mut self) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            // Until the last answer has come in and the last write has ended; on a busy machine that takes a while.
            let (begun, before) = (Instant::now(), self.wake_ups());
            let sent = self.bytes_within(Duration::from_secs(3));
            // A thread that ended takes its count with it; then it was not at rest.
            let (woken, seconds) = (self.wake_ups().checked_sub(before), begun.elapsed().as_secs());
            if sent == 0 && woken.is_some_and(|woken| woken <= seconds + 1) {
                return;
            }
            assert!(Instant::now() < deadline, "{sent} bytes, woken {woken:?} times in {seconds} s");
        }
    }

    /// Changes the size of the window.
    pub(crate) fn resize(&mut self, rows: u16, columns: u16) {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.as_ref().expect("the line is still there").resize(size).unwrap();
        self.screen.screen_mut().set_size(lines(rows), lines(columns));
    }

    /// Hangs up: the line is gone, as when a laptop is closed.
    pub(crate) fn hang_up(&mut self) {
        // The line is gone when nobody holds its other end. The reader lets go at the next bytes.
        self.hung_up.store(true, Ordering::SeqCst);
        self.type_text("j");
        self.keyboard = None;
        self.master = None;
    }

    /// Nobody reads any more what the program writes; the line is still there.
    pub(crate) fn stall(&mut self) {
        self.stalled.store(true, Ordering::SeqCst);
    }

    /// The number of the process.
    pub(crate) fn process(&self) -> u32 {
        self.child.process_id().expect("it was started")
    }

    /// Waits for the end of the program and takes in all it said.
    pub(crate) fn wait_for_end(&mut self) -> ExitStatus {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(100)) {
                    self.take(&bytes);
                }
                return status;
            }
            assert!(Instant::now() < deadline, "the program does not end; the screen is\n{}", self.text());
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(20)) {
                self.take(&bytes);
            }
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len();
        self.pieces += 1;
        self.said.extend_from_slice(bytes);
        self.screen.process(bytes);
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A test that failed leaves nothing running.
        let _gone = self.child.kill();
        self.stalled.store(false, Ordering::SeqCst);
    }
}

fn lines(count: u16) -> std::num::NonZeroU16 {
    std::num::NonZeroU16::new(count).expect("no window has no lines")
}
