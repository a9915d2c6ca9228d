//! `--stats`: what a run has spent, told behind everything else on standard error. Standard output stays what it is.
//!
//! Beside `--json` it is one line of JSON, the last one there, for whoever reads it with a program; else lines for people.

use std::time::Duration;

use serde::Serialize;

use super::arguments::{Arguments, Command};
use super::document::Document;
use crate::app::effect::Stage;
use crate::words::Words;
use crate::world::spent::{OnTerminal, Spent, Tally, Usage};

/// What `--stats` tells beside `--json`. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
struct Answer {
    command: &'static str,
    /// Rows of workbooks that were read and judged.
    rows: u64,
    /// Customers in the store as it was read last; none where it was not read.
    customers: Option<u64>,
    /// From start to end, on a clock.
    seconds: f64,
    stages: Vec<InStage>,
    /// Of this process.
    processor_seconds: f64,
    /// Bytes; none where the system does not tell.
    peak_memory: Option<u64>,
    /// Of the processes that read workbooks; none where there was none.
    reading_process: Option<Reading>,
    /// None where there were no screens.
    terminal: Option<Screens>,
}

#[derive(Debug, Serialize)]
struct InStage {
    stage: &'static str,
    seconds: f64,
}

#[derive(Debug, Serialize)]
struct Reading {
    processor_seconds: f64,
    peak_memory: Option<u64>,
}

#[derive(Debug, Serialize)]
struct Screens {
    frames: u64,
    bytes: u64,
}

/// Tells it, of a run that took so long.
pub(super) fn tell(spent: &Spent, took: Duration, arguments: &Arguments, words: &Words) {
    let (tally, own) = (spent.tally(), Usage::of_this_process());
    if arguments.tells_json {
        // What is made of numbers and fixed words can always be written.
        if let Ok(line) = Document::Stats.line(&answer(name(arguments), &tally, took, own)) {
            tell!("{line}");
        }
        return;
    }
    for (figure, what) in lines(&tally, took, own, words) {
        tell!("{figure:>11}  {what}");
    }
}

/// What was asked for, as the log calls it.
pub(super) fn name(arguments: &Arguments) -> &'static str {
    arguments.command.as_ref().map_or("screens", Command::name)
}

/// Each figure, and what it is.
fn lines<'w>(tally: &Tally, took: Duration, own: Usage, words: &'w Words) -> Vec<(String, &'w str)> {
    let of = &words.spent;
    let seconds = |time: Duration| words.seconds(u64::try_from(time.as_millis()).unwrap_or(u64::MAX));
    let memory = |usage: Usage| usage.peak.map(words.picker.bytes);
    let mut lines = Vec::new();
    if tally.rows > 0 {
        lines.push((tally.rows.to_string(), (of.rows)(tally.rows)));
    }
    lines.extend(tally.customers.map(|count| (count.to_string(), (of.customers)(count))));
    lines.extend(tally.stages.iter().map(|(stage, time)| (seconds(*time), words.stage(*stage))));
    lines.extend(others(tally, took).map(|time| (seconds(time), of.others)));
    lines.push((seconds(took), of.in_all));
    lines.push((seconds(own.processor), of.processor));
    lines.extend(tally.readers.map(|readers| (seconds(readers.processor), of.processor_readers)));
    lines.extend(memory(own).map(|peak| (peak, of.memory)));
    lines.extend(tally.readers.and_then(memory).map(|peak| (peak, of.memory_readers)));
    if let Some(OnTerminal { frames, bytes }) = tally.terminal {
        lines.extend([(frames.to_string(), (of.frames)(frames)), (bytes.to_string(), (of.bytes)(bytes))]);
    }
    lines
}

/// The time that was spent in no stage. Of screens it is that of the person, and nobody asks for it; where stages were beside each
/// other there may be none left.
fn others(tally: &Tally, took: Duration) -> Option<Duration> {
    let is_left = tally.terminal.is_none() && !tally.stages.is_empty();
    took.checked_sub(tally.stages.values().sum()).filter(|_| is_left)
}

fn answer(command: &'static str, tally: &Tally, took: Duration, own: Usage) -> Answer {
    let in_stage = |(stage, time): (&Stage, &Duration)| InStage { stage: word(*stage), seconds: rounded(*time) };
    Answer {
        command,
        rows: tally.rows,
        customers: tally.customers,
        seconds: rounded(took),
        stages: tally.stages.iter().map(in_stage).collect(),
        processor_seconds: rounded(own.processor),
        peak_memory: own.peak,
        reading_process: tally.readers.map(|readers| Reading { processor_seconds: rounded(readers.processor), peak_memory: readers.peak }),
        terminal: tally.terminal.map(|OnTerminal { frames, bytes }| Screens { frames, bytes }),
    }
}

/// Seconds to the microsecond: nothing beyond that was measured.
fn rounded(time: Duration) -> f64 {
    (time.as_secs_f64() * 1e6).round() / 1e6
}

/// The name of a stage in JSON. Stable.
const fn word(stage: Stage) -> &'static str {
    match stage {
        Stage::Reading => "reading",
        Stage::ReadingStore => "reading_store",
        Stage::Judging => "judging",
        Stage::Matching => "matching",
        Stage::Preparing => "preparing",
        Stage::Weighing => "weighing",
        Stage::Writing => "writing",
        Stage::Syncing => "syncing",
        Stage::Exporting => "exporting",
        Stage::Gathering => "gathering",
        Stage::Answers => "answers",
        Stage::Backup => "backup",
        Stage::Letters => "letters",
        Stage::Sending => "sending",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::ScreenLanguage;

    fn tally() -> Tally {
        let stages = [(Stage::Judging, Duration::from_millis(30)), (Stage::Reading, Duration::from_micros(1_400_400))];
        let readers = Some(Usage { processor: Duration::from_millis(250), peak: Some(3 << 20) });
        Tally { rows: 1, customers: Some(2_000), stages: stages.into_iter().collect(), readers, terminal: None }
    }

    const OWN: Usage = Usage { processor: Duration::from_millis(1_050), peak: Some(12 << 20) };
    const TOOK: Duration = Duration::from_millis(2_000);

    fn told(tally: &Tally, language: ScreenLanguage) -> Vec<String> {
        lines(tally, TOOK, OWN, Words::of(language)).into_iter().map(|(figure, what)| format!("{figure} {what}")).collect()
    }

    #[test]
    fn every_figure_has_its_line_and_the_stages_add_up() {
        let english = told(&tally(), ScreenLanguage::English);
        let wanted = [
            "1 row read",
            "2000 customers in the store",
            "1.400 s Reading the workbook",
            "0.030 s Checking the rows",
            "0.569 s Everything else",
            "2.000 s in all",
            "1.050 s of processor time",
            "0.250 s of processor time for reading workbooks, in a process of its own",
            "12.0 MB of memory at most",
            "3.0 MB of memory at most for reading workbooks, in a process of its own",
        ];
        assert_eq!(english, wanted);
        assert!(told(&tally(), ScreenLanguage::French).contains(&"0,030 s Vérification des lignes".to_owned()));
    }

    #[test]
    fn of_screens_the_time_of_the_person_is_not_told_as_work_but_frames_and_bytes_are() {
        let screens = Tally { terminal: Some(OnTerminal { frames: 1, bytes: 70_000 }), ..tally() };
        let told = told(&screens, ScreenLanguage::English);
        assert!(!told.iter().any(|line| line.contains("Everything else")), "{told:?}");
        assert!(told.ends_with(&["1 frame drawn".to_owned(), "70000 bytes to the terminal".to_owned()]), "{told:?}");
    }

    #[test]
    fn what_nobody_knows_is_left_out_and_stages_beside_each_other_leave_nothing() {
        let nothing = lines(&Tally::default(), TOOK, Usage::default(), Words::of(ScreenLanguage::English));
        assert_eq!(nothing.len(), 2, "{nothing:?}");
        let mut beside = tally();
        beside.stages.insert(Stage::Matching, TOOK);
        assert_eq!(others(&beside, TOOK), None);
    }

    #[test]
    fn beside_json_it_is_one_line_of_json() {
        let line = Document::Stats.line(&answer("check", &tally(), TOOK, OWN)).unwrap();
        let wanted = "{\"format\":\"instroom-stats\",\"version\":1,\"command\":\"check\",\"rows\":1,\"customers\":2000,\"seconds\":2.0,\
                      \"stages\":[{\"stage\":\"reading\",\"seconds\":1.4004},{\"stage\":\"judging\",\"seconds\":0.03}],\
                      \"processor_seconds\":1.05,\"peak_memory\":12582912,\
                      \"reading_process\":{\"processor_seconds\":0.25,\"peak_memory\":3145728},\"terminal\":null}";
        assert_eq!(line, wanted);
    }
}
