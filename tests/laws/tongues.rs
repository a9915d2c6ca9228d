//! The command line in Dutch, French and English: which language counts, and what is in it. Nothing that is said of the line itself
//! waits for the line to be understood.

use std::process::Command;

use crate::support::place::Place;

/// What the program says in an environment of its own, standard output before standard error, and its exit code.
fn said(place: &Place, environment: &[(&str, &str)], arguments: &[&str]) -> (String, i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_instroom"));
    command.args(arguments).env_clear().env("HOME", place.home()).envs(environment.iter().copied());
    let output = command.output().unwrap();
    let text = [output.stdout, output.stderr].concat();
    (String::from_utf8(text).unwrap(), output.status.code().unwrap())
}

const DUTCH: &str = "Gebruik: instroom check [OPTIES] <BESTAND>";
const FRENCH: &str = "Utilisation\u{a0}: instroom check [OPTIONS] <FICHIER>";
const ENGLISH: &str = "Usage: instroom check [OPTIONS] <FILE>";

#[test]
fn help_is_in_the_language_that_the_screens_would_be_in() {
    let place = Place::empty();
    let settings = place.put("fr.toml", b"[screen]\nlanguage = \"fr\"\n");
    let broken = place.put("broken.toml", b"[scre");
    let settled = ("INSTROOM_CONFIG", settings.as_str());
    for (environment, before, wanted) in [
        (&[][..], &[][..], ENGLISH),
        (&[("LANG", "fr_BE.UTF-8")], &[], FRENCH),
        (&[("LANG", "fr_BE.UTF-8"), ("LC_ALL", "nl_BE.UTF-8")], &[], DUTCH),
        (&[("LANG", "de_BE.UTF-8")], &[], ENGLISH),
        (&[settled, ("LANG", "nl_BE.UTF-8")], &[], FRENCH),
        (&[settled, ("INSTROOM_LANG", "nl")], &[], DUTCH),
        (&[settled, ("INSTROOM_LANG", "nl")], &["--lang", "en"], ENGLISH),
        (&[("INSTROOM_LANG", "en")], &["--lang=nl"], DUTCH),
        (&[("INSTROOM_LANG", "nl")], &["--config", &settings], DUTCH),
        (&[("LANG", "nl")], &["--config", &settings], FRENCH),
        // What cannot be read, or is no language, says nothing; the next source does.
        (&[("INSTROOM_CONFIG", broken.as_str()), ("LANG", "nl_BE")], &[], DUTCH),
        (&[("INSTROOM_LANG", "fr")], &["--lang", "tlh"], FRENCH),
        (&[("INSTROOM_LANG", "tlh"), ("LANG", "fr")], &[], FRENCH),
    ] {
        for asked in [&["check", "--help"][..], &["check", "-h"], &["help", "check"]] {
            let (text, code) = said(&place, environment, &[before, asked].concat());
            assert!(code == 0 && text.contains(wanted), "{environment:?} {before:?} {asked:?}: {text}");
        }
    }
    let (behind, code) = said(&place, &[], &["check", "--help", "--lang", "fr"]);
    assert!(code == 0 && behind.contains(FRENCH), "the language counts wherever it stands: {behind}");
}

#[test]
fn an_import_of_invalid_rows_alone_is_said_and_is_no_success() {
    let place = Place::empty();
    let wrong = place.put("fout.csv", "Voornaam;Achternaam;E-mail\n;Maes;an@example.be\nJan;;jan@example.be\n".as_bytes());
    let known = place.put("leeg.csv", "Voornaam;Achternaam;E-mail\n".as_bytes());
    for (language, told, nothing) in [
        ("nl", "2 ongeldige rijen: instroom check ", "geen nieuwe rijen"),
        ("fr", "2 lignes invalides\u{a0}: instroom check ", "aucune nouvelle ligne"),
        ("en", "2 invalid rows: instroom check ", "no new rows"),
    ] {
        let chosen = ["--language", "nl", "--questionnaire", "pit-2026"];
        for before in [&["import", "--yes"][..], &["import", "-n"], &["import", "--yes", "--json"], &["plan", "-o", "-", "-n"]] {
            let (text, code) = said(&place, &[("INSTROOM_LANG", language)], &[before, &chosen, &[&wrong]].concat());
            assert!(code == 1 && text.contains(told) && text.contains("fout.csv"), "{before:?}: {code}: {text}");
            assert!(!text.contains(nothing), "{before:?}: {text}");
            let (text, code) = said(&place, &[("INSTROOM_LANG", language)], &[before, &chosen, &[&known]].concat());
            assert!(code == 0 && text.contains(nothing), "{before:?}: {code}: {text}");
        }
    }
}

#[test]
fn every_command_helps_in_each_language_within_the_columns() {
    let place = Place::empty();
    for (language, heading) in [("nl", "Gebruik: "), ("fr", "Utilisation\u{a0}: "), ("en", "Usage: ")] {
        for columns in ["60", "80", "100", "300"] {
            let environment = [("INSTROOM_LANG", language), ("COLUMNS", columns)];
            for command in ["check", "invite", "outbox", "flows", "config", "man"] {
                let (text, code) = said(&place, &environment, &[command, "--help"]);
                assert!(code == 0 && text.contains(heading), "{text}");
                let most = columns.parse::<usize>().unwrap().clamp(80, 100);
                // What is to be typed is never broken; neither is how a command is called.
                let told = text.lines().filter(|line| !line.contains("instroom "));
                for line in told {
                    let wide = unicode_width::UnicodeWidthStr::width(line);
                    assert!(wide <= most, "{language} {command} at {columns}: {wide}: {line}");
                }
            }
        }
    }
}

#[test]
fn what_is_wrong_with_a_line_is_told_in_each_language_with_what_to_do() {
    let place = Place::empty();
    for (language, wanted) in [
        ("nl", ["Er is hier geen optie --colour.", "Gebruik: ", "instroom check --help toont hoe het gaat."]),
        ("fr", ["Il n'y a pas d'option --colour ici.", "Utilisation\u{a0}: ", "instroom check --help montre comment faire."]),
        ("en", ["There is no option --colour here.", "Usage: ", "instroom check --help shows how it goes."]),
    ] {
        let (text, code) = said(&place, &[("LANG", language)], &["check", "a.csv", "--colour"]);
        assert!(code == 64 && wanted.iter().all(|part| text.contains(part)) && text.starts_with("instroom: "), "{text}");
    }
    // Whatever the mistake, no sentence is clap's own, and it is a usage error.
    let mistakes: [&[&str]; 15] = [
        &["check"],
        &["check", "a.csv", "b.csv"],
        &["check", "a.csv", "--rows"],
        &["check", "a.csv", "--header-row", "x"],
        &["check", "a.csv", "--header-row", ""],
        &["customers", "--label"],
        &["customers", "--status", "x"],
        &["flows", "nxt"],
        &["flows", "link", "pit-2026"],
        &["store", "--state", "x"],
        &["undo", "7", "-n", "--yes"],
        &["keys", "--json", "--json"],
        &["export", "--force=x"],
        &["completions", "tcsh"],
        &["a.csv", "history"],
    ];
    for language in ["nl", "fr", "en"] {
        for mistake in mistakes {
            let (text, code) = said(&place, &[("INSTROOM_LANG", language)], mistake);
            let lines: Vec<&str> = text.lines().collect();
            assert!(code == 64 && lines.len() >= 2 && lines[0].starts_with("instroom: "), "{mistake:?}: {code}: {text}");
            for english in ["error:", "tip:", "For more information", "argument", "subcommand", "possible values", "digit found", "'"] {
                let is_french = english == "'" && language == "fr";
                assert!(is_french || !text.contains(english), "{mistake:?}: {english}: {text}");
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn a_word_that_is_no_text_is_refused_in_the_language() {
    use std::os::unix::ffi::OsStrExt as _;
    let place = Place::empty();
    let mut command = Command::new(env!("CARGO_BIN_EXE_instroom"));
    command.env_clear().env("HOME", place.home()).env("LANG", "nl").args(["customers", "--label"]);
    let output = command.arg(std::ffi::OsStr::from_bytes(b"\xff\x1b[31m")).output().unwrap();
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(64) && text.contains("geen UTF-8") && !text.contains('\u{1b}'), "{text}");
}

/// What groff says of a page; nothing where there is no groff.
fn complaints(page: &str) -> Option<String> {
    use std::io::Write as _;
    use std::process::Stdio;
    let mut groff = Command::new("groff");
    groff.args(["-k", "-man", "-Tutf8", "-z", "-ww"]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut groff = groff.spawn().ok()?;
    groff.stdin.take().unwrap().write_all(page.as_bytes()).unwrap();
    Some(String::from_utf8(groff.wait_with_output().unwrap().stderr).unwrap())
}

#[test]
fn the_manual_is_in_the_language_and_man_has_nothing_to_say_against_it() {
    let place = Place::empty();
    for (language, headings) in [
        ("nl", ["NAAM", "SAMENVATTING", "BESCHRIJVING", "VOORBEELDEN", "OPDRACHTEN", "OPTIES", "AFSLUITCODE", "OMGEVING", "BESTANDEN"]),
        ("fr", ["NOM", "SYNOPSIS", "DESCRIPTION", "EXEMPLES", "COMMANDES", "OPTIONS", "\"CODE DE RETOUR\"", "ENVIRONNEMENT", "FICHIERS"]),
        ("en", ["NAME", "SYNOPSIS", "DESCRIPTION", "EXAMPLES", "COMMANDS", "OPTIONS", "\"EXIT STATUS\"", "ENVIRONMENT", "FILES"]),
    ] {
        let (page, code) = said(&place, &[], &["--lang", language, "man"]);
        assert_eq!(code, 0);
        for heading in headings {
            assert!(page.contains(&format!("\n.SH {heading}\n")), "{heading}");
        }
        let folder = place.at(language);
        let (written, code) = said(&place, &[("LANG", language)], &["man", "--all", &folder]);
        assert_eq!(code, 0, "{written}");
        let pages = written.lines().map(|path| std::fs::read_to_string(path).unwrap());
        for page in std::iter::once(page).chain(pages) {
            // What begins a line with a dot is a request of the format; everything else is text.
            let requests = ["TH", "SH", "SS", "TP", "PP", "RS", "RE", "ie", "el"];
            for line in page.lines().skip(1).filter(|line| line.starts_with(['.', '\''])) {
                let request = line[1..].split_whitespace().next().unwrap();
                assert!(line.starts_with('.') && requests.contains(&request), "{line}");
            }
            assert!(!page.contains("\n\n"), "an empty line makes an empty line");
            assert_eq!(complaints(&page).unwrap_or_default(), "", "{}", &page[..300]);
        }
    }
}

#[test]
fn completions_describe_in_the_language_and_can_be_read() {
    let place = Place::empty();
    for (language, check, arrived) in [
        ("nl", "Beoordeel een werkmap zonder scherm", "Hij is aangekomen"),
        ("fr", "Vérifier un classeur sans écran", "Il est arrivé"),
        ("en", "Judge a workbook without a screen", "It arrived"),
    ] {
        for shell in ["zsh", "fish"] {
            let (script, code) = said(&place, &[("LANG", language)], &["completions", shell]);
            // Of words without an option, fish is told nothing by clap.
            let values = shell == "fish" || script.contains(arrived);
            assert!(code == 0 && script.contains(check) && values, "{language} {shell}");
        }
        let (script, _) = said(&place, &[("LANG", language)], &["completions", "bash"]);
        let script = place.put("instroom.bash", script.as_bytes());
        let read = Command::new("bash").args(["-n", &script]).output().unwrap();
        assert!(read.status.success() && read.stderr.is_empty(), "{read:?}");
    }
}
