//! Examples, which stand first in the help of every command and in the manual. Whoever knows what a command does
//! mostly wants to see what to type. Every command has some; a test reads each with the command line itself.

use unicode_width::UnicodeWidthStr as _;

use crate::cli::help::wrap;
use crate::words::{ScreenLanguage, Words};

/// What is typed, and what it does.
type Example = (&'static str, &'static str);

/// Columns that an example may take together with its explanation; a narrow terminal has eighty.
const WIDE: usize = 80;

/// Columns in front of an explanation that stands below its example.
const BELOW: usize = 6;

/// The examples of a command in a language, by the words with which it is called: what is typed, and what it does.
pub(in crate::cli) fn of(path: &str, words: &Words) -> Vec<(String, &'static str)> {
    let examples = EXAMPLES.iter().find(|(of, _)| *of == path).map_or(&[][..], |(_, examples)| examples);
    examples.iter().map(|(typed, does)| (typed_in(typed, words), words.definition(does).unwrap_or(does))).collect()
}

/// What is typed, with names of files and the like as people give them in the language.
fn typed_in(typed: &str, words: &Words) -> String {
    let other = if words.screen == ScreenLanguage::French { ScreenLanguage::Dutch } else { ScreenLanguage::French };
    let names = [
        ("{customers}", words.line.example_customers),
        ("{elsewhere}", Words::of(other).line.example_customers),
        ("{returned}", words.line.example_returned),
        ("{office}", words.line.example_office),
        ("{old}", words.line.example_old),
        ("{language}", words.screen.code()),
        ("{other}", other.code()),
    ];
    names.iter().fold(typed.to_owned(), |typed, (name, told)| typed.replace(name, told))
}

/// A line for each example of a command; an explanation that does not fit beside goes below.
pub(in crate::cli) fn lines(path: &str, words: &Words, wide: usize) -> String {
    let (examples, wide) = (of(path, words), wide.min(WIDE));
    let fitting = examples.iter().filter(|(typed, does)| typed.len() + does.width() + 4 <= wide).map(|(typed, _)| typed.len());
    let widest = fitting.max().unwrap_or(0);
    let line = |(typed, does): &(String, &str)| {
        let is_beside = typed.len() <= widest && widest + does.width() + 4 <= wide;
        // What is typed is one line for whoever copies it, however narrow the terminal is.
        let below = || wrap(does, wide.saturating_sub(BELOW)).join(&format!("\n{}", " ".repeat(BELOW)));
        if is_beside { format!("  {typed:<widest$}  {does}") } else { format!("  {typed}\n{}{}", " ".repeat(BELOW), below()) }
    };
    examples.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The examples of every command.
pub(in crate::cli) const EXAMPLES: &[(&str, &[Example])] = &[
    (
        "",
        &[
            ("instroom tutor", "be shown around on a sample"),
            ("instroom demo", "the sample workbook, a throw-away store"),
            ("instroom template -o {customers}.xlsx", "an empty workbook to fill in"),
            ("instroom {customers}.xlsx", "check and import it, full screen"),
            ("instroom check {customers}.xlsx --json", "the same judgement for a script"),
            ("instroom import {customers}.xlsx --language {language} --questionnaire pit-2026 --yes", "import it without a screen"),
            ("instroom history", "everything that was written"),
            ("instroom undo 12 -n", "what taking import 12 back would do"),
            ("instroom invite -n", "who would get an invitation, and who not"),
        ],
    ),
    ("demo", &[("instroom demo", "look around; nothing of it is kept"), ("instroom demo --lang {other}", "the same in another language")]),
    (
        "tutor",
        &[
            ("instroom tutor", "a tour of a quarter of an hour; nothing is kept"),
            ("instroom tutor --lang {other}", "the same in another language"),
        ],
    ),
    (
        "template",
        &[
            ("instroom template -o {customers}.xlsx", "an empty workbook"),
            ("instroom template -o {elsewhere}.xlsx --lang {other}", "the same in another language"),
            ("instroom template -o - > {customers}.xlsx", "to standard output"),
        ],
    ),
    (
        "check",
        &[
            ("instroom check {customers}.xlsx", "what is wrong with which row"),
            ("instroom check {customers}.xlsx --json --rows", "the same for a script, row by row"),
            ("instroom check - < {customers}.csv", "what comes in on standard input"),
        ],
    ),
    (
        "import",
        &[
            ("instroom import {customers}.xlsx --language {language} --questionnaire pit-2026 -n", "only say what would be written"),
            ("instroom import {customers}.xlsx --language {language} --questionnaire pit-2026 --yes", "write it"),
        ],
    ),
    (
        "plan",
        &[
            ("instroom plan {customers}.xlsx --language {language} --questionnaire pit-2026 -o plan.json", "what an import would do"),
            ("instroom plan {customers}.xlsx --draft 3f2a -o plan.json", "with a draft's decisions"),
            ("instroom apply plan.json", "write it"),
        ],
    ),
    (
        "apply",
        &[
            ("instroom apply plan.json -n", "what the plan would write now"),
            ("instroom apply plan.json", "write it, if workbook and store still fit"),
            ("instroom apply - < plan.json", "a plan from standard input"),
        ],
    ),
    (
        "answers",
        &[
            ("instroom answers {returned}/*.xlsx", "what came back, beside what is known"),
            ("instroom answers {returned}/*.xlsx --yes", "take the answers over"),
            ("instroom answers an.xlsx --yes --record", "and put addresses and the like right"),
        ],
    ),
    (
        "drafts",
        &[
            ("instroom drafts", "those that are kept"),
            ("instroom drafts open 3f2a", "go on with one, full screen"),
            ("instroom drafts remove 3f2a -n", "which one would be thrown away"),
        ],
    ),
    ("drafts open", &[("instroom drafts open 3f2a", "go on where it was left")]),
    (
        "drafts remove",
        &[
            ("instroom drafts remove 3f2a -n", "only say which one it is"),
            ("instroom drafts remove 3f2a --yes", "throw it away, with its copy of the workbook"),
        ],
    ),
    (
        "flows",
        &[
            ("instroom flows", "the task flows, and how far their dossiers are"),
            ("instroom flows next pit-2026 -n", "what next season's would be"),
            ("instroom flows link pit-2026 --label VIP --yes", "give customers a dossier"),
        ],
    ),
    (
        "flows next",
        &[
            ("instroom flows next pit-2026 -n", "what it would be"),
            ("instroom flows next pit-2026 --simple 15/7/2027 --yes", "make it, with a deadline of its own"),
        ],
    ),
    ("flows change", &[("instroom flows change pit-2026 --simple 31/7/2026 -n", "how many deadlines move with it")]),
    (
        "flows archive",
        &[
            ("instroom flows archive pit-2025 --yes", "its dossiers are read only from now on"),
            ("instroom flows archive pit-2025 --back --yes", "take it out again"),
        ],
    ),
    (
        "flows link",
        &[
            ("instroom flows link pit-2026 --label VIP -n", "who would get a dossier"),
            ("instroom flows link pit-2026 --customer C00012 --yes", "give one customer a dossier"),
        ],
    ),
    (
        "flows unlink",
        &[
            ("instroom flows unlink pit-2026 --customer C00012 -n", "what would go"),
            ("instroom flows unlink pit-2026 --label VIP --also-sent 3 --yes", "also the three that got mail"),
        ],
    ),
    (
        "flows deadline",
        &[
            ("instroom flows deadline pit-2026 --label VIP --to 31/8/2026 --yes", "another deadline"),
            ("instroom flows deadline pit-2026 --customer C00012 --yes", "the default again"),
        ],
    ),
    (
        "customers",
        &[
            ("instroom customers", "everybody"),
            ("instroom customers --label VIP --status answered", "what is said all has to hold"),
            ("instroom customers --search maes --json", "for a script"),
        ],
    ),
    (
        "export",
        &[
            ("instroom export", "everybody, into customers.xlsx"),
            ("instroom export -o vip.csv --label VIP -n", "only say how many, and where"),
            ("instroom export -o - --format csv --status answered", "to standard output"),
        ],
    ),
    (
        "history",
        &[
            ("instroom history", "what was written, newest first"),
            ("instroom history --customer C00007", "where each of somebody's values came from"),
        ],
    ),
    ("undo", &[("instroom undo 12 -n", "what is reversed, and what stays and why"), ("instroom undo 12 --yes", "take import 12 back")]),
    (
        "invite",
        &[
            ("instroom invite -n", "who would get mail, who not and why"),
            ("instroom invite --test els@{office}.be", "the first mail to yourself"),
            ("instroom invite --yes 24", "send, if 24 customers get mail"),
            ("instroom invite --remind --after 14 -n", "who would be reminded"),
        ],
    ),
    (
        "outbox",
        &[
            ("instroom outbox", "rounds and mails, with how far they are"),
            ("instroom outbox send -n", "what would be sent"),
            ("instroom outbox decide M00012 arrived --yes", "settle a mail that may have left"),
        ],
    ),
    (
        "outbox decide",
        &[
            ("instroom outbox decide M00012 arrived --yes", "it did arrive"),
            ("instroom outbox decide M00012 again -n", "what sending it again would mean"),
        ],
    ),
    (
        "outbox send",
        &[
            ("instroom outbox send -n", "what would be sent"),
            ("instroom outbox send --now --wait 0", "also what was put off; wait for nothing"),
        ],
    ),
    ("outbox withdraw", &[("instroom outbox withdraw M00012 --yes", "take back a mail that has not left")]),
    (
        "store",
        &[
            ("instroom store info", "where it is, how large, its copies"),
            ("instroom store backup store.jsonl", "everything in it as one file"),
            ("instroom store check", "go through everything in it"),
            ("instroom store share --group {office} --yes", "open it to the colleagues in a group"),
        ],
    ),
    ("store info", &[("instroom store info", "where it is, how large, and its copies"), ("instroom store info --json", "for a script")]),
    (
        "store backup",
        &[
            ("instroom store backup /media/usb/store.jsonl", "everything in it as one file"),
            ("instroom store backup - | gzip > store.jsonl.gz", "the same, made smaller"),
        ],
    ),
    (
        "store restore",
        &[
            ("instroom store restore store.jsonl -n", "what it is, and whether it is whole"),
            ("instroom store restore store.jsonl --into {old} --yes", "into a new folder, to look at with --store"),
            ("instroom store restore --copy 2026-11-22T15-17-02Z-12-import --yes", "the store as it was then"),
        ],
    ),
    (
        "store share",
        &[
            ("instroom store share --group {office} -n", "only say what would be opened"),
            ("instroom store share --group {office} --yes", "open it to the colleagues in a group"),
        ],
    ),
    (
        "store check",
        &[
            ("instroom store check", "exit code 1 where anything is wrong"),
            ("instroom store check --json", "for a night job"),
            ("instroom store check --backup store.jsonl", "whether a backup is whole"),
        ],
    ),
    (
        "config",
        &[("instroom config show", "every setting, and where it came from"), ("instroom config check", "whether all of it is in order")],
    ),
    (
        "config show",
        &[("instroom config show", "every setting, and where it came from"), ("instroom config show --json", "the same for a script")],
    ),
    ("config path", &[("instroom config path", "which files are looked at, and which are there")]),
    (
        "config check",
        &[
            ("instroom config check", "whether all of it is in order"),
            ("instroom config check --config new.toml", "the same, before the file is used"),
        ],
    ),
    (
        "keys",
        &[
            ("instroom keys", "the keys that hold, yours among them"),
            ("instroom keys --check", "what arrives of each press; q twice ends"),
            ("instroom keys --json", "for a script"),
        ],
    ),
    (
        "completions",
        &[
            ("instroom completions bash > ~/.local/share/bash-completion/completions/instroom", "bash"),
            ("instroom completions zsh > ~/.zfunc/_instroom", "zsh, with ~/.zfunc in fpath"),
            ("instroom completions fish > ~/.config/fish/completions/instroom.fish", "fish"),
        ],
    ),
    (
        "man",
        &[
            ("instroom man | man -l -", "read it"),
            ("instroom man --all ~/.local/share/man/man1", "a page for every command: man instroom-check"),
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::help::shape;
    use crate::cli::line::parsed_by_shape;
    use crate::cli::shell::commands;

    #[test]
    fn every_command_has_examples_and_they_stand_first() {
        for language in ScreenLanguage::ALL {
            let words = Words::of(language);
            let shape = shape(words);
            let all = std::iter::once((String::new(), &shape)).chain(commands(&shape, ""));
            for (path, mut command) in all.map(|(path, of)| (path, of.clone())) {
                let help = command.render_help().to_string();
                let at = |text: &str| help.find(text).unwrap_or_else(|| panic!("the help of instroom {path} lacks {text}\n{help}"));
                assert!(at(words.line.examples) < at(words.line.usage), "instroom {path}");
            }
        }
    }

    #[test]
    fn every_example_is_of_a_command_and_can_be_typed() {
        let of_language =
            |words| EXAMPLES.iter().flat_map(move |(path, _)| of(path, words).into_iter().map(move |(typed, _)| (path, typed)));
        for (path, typed) in ScreenLanguage::ALL.map(Words::of).into_iter().flat_map(of_language) {
            assert!(!typed.contains(['{', '}']), "{typed}");
            // What the shell makes of the rest is the shell's.
            let own = typed.split(['|', '>', '<']).next().unwrap_or(&typed);
            let words: Vec<_> = own.split_whitespace().map(std::ffi::OsString::from).collect();
            parsed_by_shape(&words).unwrap_or_else(|error| panic!("{typed}: {error}"));
            // An example of one command may go on to the next.
            assert!(
                typed.starts_with(&format!("instroom {path}"))
                    || EXAMPLES.iter().any(|(other, _)| !other.is_empty() && typed.starts_with(&format!("instroom {other}"))),
                "{typed}"
            );
        }
    }

    #[test]
    fn every_line_fits_a_narrow_terminal() {
        for words in ScreenLanguage::ALL.map(Words::of) {
            for (path, _) in EXAMPLES {
                for line in lines(path, words, 100).lines() {
                    assert!(line.width() <= WIDE + 4, "instroom {path}: {line}");
                }
                let narrow = lines(path, words, 40);
                assert!(narrow.lines().all(|line| line.width() <= 40 || line.starts_with("  instroom ")), "{narrow}");
            }
        }
    }
}
