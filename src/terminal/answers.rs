//! What is answered in the dialogue, line by line from standard input, within bounds: whoever sends more than is taken waits.

use std::io::{self, BufRead, Read as _};
use std::sync::mpsc::{Receiver, Sender, SyncSender, sync_channel};

use super::Wake;

/// The longest answer, in bytes.
pub(super) const LONGEST: u64 = 64 * 1024;

/// So many answers are read ahead.
const AHEAD: usize = 16;

/// What came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Answer {
    /// A line, without its end.
    Line(String),
    /// A line longer than any answer; nothing of it is kept.
    TooLong,
    /// Nothing more comes.
    End,
}

/// Reads answers on a thread of its own, until there are none any more or nobody takes them. The loop is woken by each.
pub(super) fn listen(wakes: Sender<Wake>) -> Receiver<Answer> {
    let (give, answers) = sync_channel(AHEAD);
    std::thread::spawn(move || hand_over(&mut io::stdin().lock(), &give, &wakes));
    answers
}

fn hand_over(input: &mut impl BufRead, give: &SyncSender<Answer>, wakes: &Sender<Wake>) {
    loop {
        let answer = next(input);
        let is_last = answer == Answer::End;
        if give.send(answer).is_err() || wakes.send(Wake::Answered).is_err() || is_last {
            return;
        }
    }
}

/// The next answer. What cannot be read any more has ended.
fn next(input: &mut impl BufRead) -> Answer {
    let mut line = Vec::new();
    match input.by_ref().take(LONGEST + 1).read_until(b'\n', &mut line) {
        Ok(0) | Err(_) => Answer::End,
        Ok(_) if line.len() as u64 <= LONGEST || line.ends_with(b"\n") => {
            Answer::Line(String::from_utf8_lossy(&line).trim_end_matches(['\n', '\r']).to_owned())
        }
        Ok(_) => {
            // What ends within it is found out by the next one.
            let _ended = input.skip_until(b'\n');
            Answer::TooLong
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    fn line(text: &str) -> Answer {
        Answer::Line(text.to_owned())
    }

    #[test]
    fn a_line_that_is_too_long_is_skipped_whole() {
        let longest = "x".repeat(64 * 1024);
        let text = format!("a\r\n{longest}\n{longest}y{longest}\nb\n\n{longest}zz");
        let mut input = text.as_bytes();
        let came: Vec<Answer> = (0..7).map(|_| next(&mut input)).collect();
        assert_eq!(came, [line("a"), line(&longest), Answer::TooLong, line("b"), line(""), Answer::TooLong, Answer::End]);
        assert_eq!(next(&mut &b"no end"[..]), line("no end"));
    }

    #[test]
    fn whoever_sends_more_than_is_taken_waits() {
        let ((give, answers), (wake, wakes)) = (sync_channel(AHEAD), channel());
        let reading = std::thread::spawn(move || {
            let mut input = io::Cursor::new("1\n".repeat(1000));
            hand_over(&mut input, &give, &wake);
            input.position()
        });
        // The thread has filled what there is to fill, and waits.
        for _ in 0..AHEAD {
            wakes.recv().unwrap();
        }
        assert!(!reading.is_finished());
        drop(answers);
        let read = reading.join().unwrap();
        assert!(read <= 2 * (AHEAD as u64 + 1), "{read} bytes were read for {AHEAD} answers");
    }
}
