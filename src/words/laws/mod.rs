//! What holds for every phrase in every language: it is there, it fits its place, and it is of that language.

mod keyed;
mod samples;
mod terms;
mod tour_widths;
mod widths;

pub(super) use samples::Say;
use samples::faults;

use super::{ScreenLanguage, Told, Words, rule_words};
use crate::app::action::Action;
use crate::app::export::Caption;
use crate::app::fault::Fault;
use crate::app::notice::Notice;
use crate::domain::finding::Rule;

fn languages() -> impl Iterator<Item = (&'static str, &'static Words)> {
    ScreenLanguage::ALL.into_iter().map(|language| (language.code(), Words::of(language)))
}

/// What a phrase says, by its name in [`Words`].
fn said(words: &Words, name: &str) -> Vec<String> {
    let found = words.said().into_iter().find(|(field, _)| field == name);
    found.unwrap_or_else(|| panic!("there is no phrase {name}")).1
}

#[test]
fn every_phrase_is_there_and_tidy() {
    let set_apart = [
        "fixing.foot",
        "fixing.proposal_foot",
        "fixing.replace_foot",
        "start.import_line",
        "front.tab_completes",
        "compare.value_foot",
        "desk.opened_as",
        "detail.row_title",
        "listing.of_all",
        "mapping.name_keys",
    ];
    for (code, words) in languages() {
        for (name, texts) in words.said() {
            assert!(!texts.is_empty(), "{code}: {name}");
            for text in texts {
                assert!(text.chars().any(char::is_alphanumeric), "{code}: {name}: {text:?}");
                assert!(!text.contains(char::is_control), "{code}: {name}: {text:?}");
                assert_eq!(text.trim_end(), text, "{code}: {name}");
                if !set_apart.contains(&name.as_str()) {
                    assert_eq!(text.trim_start(), text, "{code}: {name}");
                    assert!(!text.contains("  "), "{code}: {name}: {text}");
                }
            }
        }
    }
}

/// Words that two of the languages, or all three, have in common.
const SHARED: &[&str] = &[
    // The trade, in every language.
    "e-mail",
    "type",
    "extra PB",
    "dossier",
    "dossiers",
    "Dossiers",
    "id",
    "ok",
    "plus",
    "Instroom",
    // What stands on the keys of a keyboard.
    "Enter",
    "Esc",
    "Tab",
    "Backspace",
    "Del",
    "Ins",
    "Home",
    "End",
    "PgUp",
    "PgDn",
    "Shift",
    // Dutch and English.
    "imports",
    "Imports",
    "tab: imports",
    "partner",
    "status",
    "labels",
    "post",
    "open",
    "Open",
    "filter",
    "Filter:",
    "import",
    "help",
    "in import",
    "B",
    "kB",
    // French and English.
    "code",
    "question",
    "questions",
    "Questions",
    "questionnaire",
    "Questionnaire",
    "invitation",
    "Double",
    "Outbox",
    "Arguments",
    "Options",
    "OPTIONS",
    "Synopsis",
    "Description",
    "Notes",
];

#[test]
fn no_language_says_it_in_anothers_words() {
    let mut unused: Vec<&str> = SHARED.to_vec();
    let mut left = Vec::new();
    for (at, (code, words)) in languages().enumerate() {
        for (other_code, other) in languages().skip(at + 1) {
            for ((name, texts), (_, others)) in words.said().into_iter().zip(other.said()) {
                assert_eq!(texts.len(), others.len(), "{name}: {code} and {other_code}");
                for text in texts.into_iter().zip(others).filter(|(text, other)| text == other).map(|(text, _)| text) {
                    let bare = text.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == ' ');
                    unused.retain(|shared| *shared != bare);
                    if !SHARED.contains(&bare) {
                        left.push(format!("{name}, {code} and {other_code}: {text}"));
                    }
                }
            }
        }
    }
    assert!(left.is_empty(), "{}", left.join("\n"));
    assert!(unused.is_empty(), "not shared any more: {unused:?}");
}

#[test]
fn words_in_the_names_of_files_can_be_typed_anywhere() {
    for (code, words) in languages() {
        let named: Vec<Caption> = Caption::ALL.into_iter().filter(|caption| format!("{caption:?}").starts_with("Name")).collect();
        assert_eq!(named.len(), 7);
        for caption in named {
            let word = (words.exports.caption)(caption);
            assert!(word.chars().all(|sign| sign.is_ascii_lowercase() || sign == '-'), "{code}: {word}");
        }
    }
}

#[test]
fn each_language_says_which_it_is() {
    for language in ScreenLanguage::ALL {
        let words = Words::of(language);
        assert_eq!(words.screen, language);
        assert_eq!(words.own_name.to_lowercase(), (words.language)(language.of_customers()).to_lowercase());
    }
}

#[test]
fn what_failed_is_told_in_whole_sentences() {
    for (code, words) in languages() {
        for fault in faults() {
            let Told { what, why, remedy } = words.fault(&fault);
            assert!(!what.is_empty() && !remedy.is_empty(), "{code}: {fault:?}");
            for text in [&what, &why, &remedy].into_iter().filter(|text| !text.is_empty()) {
                assert!(text.ends_with('.') && !text.ends_with(".."), "{code}: {text}");
            }
            assert!(!what.starts_with(char::is_lowercase) && !remedy.starts_with(char::is_lowercase), "{code}: {what} {remedy}");
        }
    }
}

#[test]
fn french_has_a_no_break_space_where_it_belongs_and_the_others_have_none() {
    let rules = |language| {
        let texts = Rule::ALL.iter().map(move |rule| rule_words(language, *rule));
        ("rule".to_owned(), texts.flat_map(|words| [words.reason, words.what, words.remedy].map(str::to_owned)).collect::<Vec<_>>())
    };
    for language in ScreenLanguage::ALL {
        for (name, texts) in Words::of(language).said().into_iter().chain([rules(language)]) {
            for text in texts {
                if language != ScreenLanguage::French {
                    assert!(!text.contains('\u{a0}'), "{name}: {text}");
                    continue;
                }
                for (at, sign) in text.char_indices() {
                    let (before, behind) = (text[..at].chars().next_back(), text[at + sign.len_utf8()..].chars().next());
                    match sign {
                        ':' | ';' | '?' | '!' | '»' => assert_eq!(before, Some('\u{a0}'), "{name}: {text}"),
                        '«' => assert_eq!(behind, Some('\u{a0}'), "{name}: {text}"),
                        '\u{a0}' => {
                            assert!(matches!(behind, Some(':' | ';' | '?' | '!' | '»')) || before == Some('«'), "{name}: {text}");
                        }
                        _ => {}
                    }
                }
            }
        }
    }
}

/// Phrases that show what is written into a file: there the quotation marks are those of the file.
const OF_FILES: &[&str] = &["keys.wrong", "line.about_settings", "definition"];

#[test]
fn french_quotes_as_french_does() {
    let words = Words::of(ScreenLanguage::French);
    let definition = words.phrasebook().iter().copied().flatten().map(|(_, told)| ("definition".to_owned(), vec![(*told).to_owned()]));
    let mut straight: Vec<String> = Vec::new();
    let mut unused: Vec<&str> = OF_FILES.to_vec();
    for (name, texts) in words.said().into_iter().chain(definition) {
        for text in texts.into_iter().filter(|text| text.contains('"')) {
            unused.retain(|known| *known != name);
            if !OF_FILES.contains(&name.as_str()) {
                straight.push(format!("{name}: {text}"));
            }
        }
    }
    assert!(straight.is_empty(), "{}", straight.join("\n"));
    assert!(unused.is_empty(), "no straight quotes any more in {unused:?}");
    assert_eq!(words.quoted("Maes"), "«\u{a0}Maes\u{a0}»");
    assert_eq!(Words::of(ScreenLanguage::Dutch).quoted("Maes"), "\"Maes\"");
}

#[test]
fn one_is_a_singular_and_two_a_plural() {
    let bare = |text: String| text.replace(|sign: char| sign.is_ascii_digit(), "");
    let counted = [
        "fixing.changes_to_come",
        "start.store_holds",
        "dossiers",
        "questions",
        "rows",
        "detail.differences",
        "listing.lines_below",
        "compare.fields_change",
        "summary.updated_note",
        "person.customers",
        "person.unsaved",
        "person.many_dossiers",
        "dossier.save_changes",
        "dossier.change_anyway",
        "dossier.leave_text",
    ];
    for (code, words) in languages() {
        let mut families: Vec<(&str, Vec<String>)> = counted.iter().map(|name| (*name, said(words, name))).collect();
        families.push(("summary.invitations_wanted", [0, 1, 2].map(words.summary.invitations_wanted).to_vec()));
        families.push(("fixed", [0, 1, 2].map(|values| words.notice(&Notice::FixedMany(values))).to_vec()));
        families.push(("marked", [0, 1, 2].map(|rows| words.notice(&Notice::Marked(rows))).to_vec()));
        families.push(("moved", [0, 1, 2].map(|rows| words.fault(&Fault::Moved { rows }).why).to_vec()));
        for (name, texts) in families {
            let forms: Vec<String> = texts.into_iter().map(bare).collect();
            let [none, one, two, ..] = forms.as_slice() else { panic!("{name} has too few samples") };
            assert_ne!(one, two, "{code}: {name}");
            assert_eq!(none, if code == "fr" { one } else { two }, "{code}: {name}");
        }
    }
}

/// Phrases that name keys which no table of keys holds, so that nobody can move them: where text is typed, Ctrl+U empties the line,
/// Enter breaks one of several lines, Space ticks what is no text, and a letter stands for yes or no.
const FIXED: &[(&str, &[&str])] = &[
    ("dossier.line_foot", &["Ctrl+U"]),
    ("dossier.lines_foot", &["Enter", "Entrée"]),
    ("dossier.question", &["y", "n", "j", "o"]),
    ("fixing.replace_foot", &["Space", "Spatie", "Espace"]),
    ("flows.foot", &["Space", "Spatie", "Espace"]),
];

/// Phrases in which a letter or a key is what is spoken of: columns, bytes, codes, keys as they arrive.
const SPOKEN_OF: &[&str] = &[
    "fault",
    "key_names.enter",
    "key_names.escape",
    "key_names.space",
    "key_names.tab",
    "keys.in_screen",
    "keys.in_tmux",
    "keys.over_ssh",
    "keys.press_keys",
    "keys.to_stop",
    "keys.wrong",
    "mapping.doubt",
    "picker.bytes",
    "plain.can_stop",
    "plans.misfit",
    "questionnaires.wrong",
];

/// The names of keys that stand in a text by themselves. Letters that are words, of marks or of samples, are none.
fn bare_keys(code: &str, text: &str) -> Vec<String> {
    let words: &[&str] = match code {
        "nl" => &["u", "U", "i", "p"],
        "fr" => &["a", "A", "à", "y", "o", "i", "p", "n"],
        _ => &["a", "I", "A", "n", "i", "p"],
    };
    let sides = |sign: char| !(sign.is_alphanumeric() || matches!(sign, '+' | '{' | '}' | '<' | '>' | '-' | '_' | '.' | '/' | '\'' | '’'));
    let is_key = |part: &&str| {
        let named = matches!(*part, "Enter" | "Esc" | "Space" | "Tab" | "Ctrl+C" | "Ctrl+U" | "F1" | "F2" | "Entrée" | "Spatie" | "Espace");
        named || (part.chars().count() == 1 && part.chars().all(|letter| letter.is_ascii_alphabetic()) && !words.contains(part))
    };
    text.split(sides).map(|part| part.trim_end_matches(['.', '-'])).filter(is_key).map(str::to_owned).collect()
}

#[test]
fn what_stands_in_braces_is_an_action() {
    for (code, words) in languages() {
        for (name, texts) in words.said() {
            for text in texts {
                for named in text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(named, _)| named) {
                    assert!(Action::from_id(named).is_some(), "{code}: {name}: {{{named}}} is no action: {text}");
                }
            }
        }
    }
}

#[test]
fn no_phrase_names_a_key_that_a_person_may_have_moved() {
    let mut left = Vec::new();
    let mut unused: Vec<&str> = SPOKEN_OF.iter().copied().chain(FIXED.iter().map(|(name, _)| *name)).collect();
    for (code, words) in languages() {
        for (name, texts) in words.said() {
            let fixed = FIXED.iter().find(|(of, _)| *of == name).map_or(&[][..], |(_, keys)| keys);
            for text in texts {
                let mut keys = bare_keys(code, &text);
                if keys.is_empty() {
                    continue;
                }
                unused.retain(|known| *known != name);
                keys.retain(|key| !fixed.contains(&key.as_str()));
                if !keys.is_empty() && !SPOKEN_OF.contains(&name.as_str()) {
                    left.push(format!("{code}: {name}: {keys:?}: {text}"));
                }
            }
        }
    }
    assert!(left.is_empty(), "{}", left.join("\n"));
    assert!(unused.is_empty(), "no key is named any more in {unused:?}");
}

#[test]
fn keys_are_called_as_the_language_calls_them() {
    // What is named in a phrase, because nobody can move it, is called as it is everywhere else on the screen.
    for (code, words) in languages() {
        let names = &words.key_names;
        let own = [names.enter, names.space, names.escape, names.tab];
        for (name, texts) in words.said() {
            for text in texts.iter().filter(|_| FIXED.iter().any(|(of, _)| *of == name)) {
                for key in bare_keys(code, text).into_iter().filter(|key| key.chars().count() > 1 && !key.contains('+')) {
                    assert!(own.contains(&key.as_str()), "{code}: {name}: {key}: {text}");
                }
            }
        }
        let called = |keys: &str| names.written(keys);
        assert_eq!((called("g g"), called("F5"), called("Ctrl+D")), ("gg".to_owned(), "F5".to_owned(), "Ctrl+D".to_owned()));
        assert_eq!(called("Shift+Tab"), format!("{}+{}", names.shift, names.tab));
        assert_eq!(called("g Space"), format!("g {}", names.space));
    }
}

#[test]
fn nothing_at_all_is_singular_in_french() {
    let mut wrong = Vec::new();
    for (name, texts) in Words::of(ScreenLanguage::French).said() {
        let (one, many) = (behind(&texts, &["1"]), behind(&texts, &["2", "12"]));
        let none = behind(&texts, &["0"]);
        let is_plural = |word: &&&str| !one.is_empty() && !one.contains(**word) && many.contains(**word);
        wrong.extend(none.iter().filter(is_plural).map(|word| format!("{name}: 0 {word}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let words = Words::of(ScreenLanguage::French);
    let (past, copies) = (words.past, words.copies);
    for noun in [past.customers, past.dossiers, past.commits, past.lessons, past.mappings, copies.records, copies.imports, copies.mails] {
        assert!(noun(0) == noun(1) && noun(1) != noun(2), "{}", noun(0));
    }
}

/// The words that stand behind one of these numbers: what it counts.
fn behind<'a>(texts: &'a [String], numbers: &[&str]) -> std::collections::BTreeSet<&'a str> {
    let words = |text: &'a String| text.split([' ', ',', '.']).zip(text.split([' ', ',', '.']).skip(1));
    texts.iter().flat_map(words).filter(|(number, _)| numbers.contains(number)).map(|(_, word)| word).collect()
}
