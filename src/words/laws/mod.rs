//! What holds for every phrase in every language: it is there, it fits its place, and it is of that language.

mod samples;

use std::collections::HashMap;

pub(super) use samples::Say;
use samples::{all_columns, faults};
use unicode_width::UnicodeWidthStr as _;

use super::{ScreenLanguage, Told, Words, rule_words};
use crate::app::desk::columns;
use crate::app::export::Caption;
use crate::app::fault::Fault;
use crate::app::keymap::KEYMAP;
use crate::app::notice::Notice;
use crate::domain::draft::Bucket;
use crate::domain::field::Field;
use crate::domain::finding::Rule;
use crate::domain::language::Language;

fn languages() -> impl Iterator<Item = (&'static str, &'static Words)> {
    ScreenLanguage::ALL.into_iter().map(|language| (language.code(), Words::of(language)))
}

/// What a phrase says, by its name in [`Words`].
fn said(words: &Words, name: &str) -> Vec<String> {
    let found = words.said().into_iter().find(|(field, _)| field == name);
    found.unwrap_or_else(|| panic!("there is no phrase {name}")).1
}

/// The most columns that phrases have: a place of their own, or what a window of 80 (boxes: 60) leaves.
const WIDEST: &[(usize, &[&str])] = &[
    // The message line: "345 of 12345" stands at its right.
    (64, &["notice", "do_new", "do_stored", "do_duplicates", "do_invalid", "filtered"]),
    (64, &["grouped", "small_groups"]),
    (64, &["register.do_customers", "register.do_dossiers", "register.narrowed_list", "register.none_filed"]),
    (70, &["register.note", "register.next_customers", "register.none_stored", "register.reading"]),
    (14, &["register.status", "register.no_dossier", "register.wanted", "register.not_wanted"]),
    (18, &["register.tab", "register.all_flows", "register.reading_short", "register.preparing", "register.sent"]),
    (40, &["register.marked", "register.days_left", "register.everything"]),
    (34, &["register.stage"]),
    // The invite screen, the sending, the outbox.
    (64, &["inviting.notice", "inviting.do_inviting", "inviting.do_outbox"]),
    (48, &["inviting.title"]),
    (24, &["inviting.nothing_yet"]),
    (70, &["inviting.whence", "inviting.days", "inviting.end", "inviting.terms", "inviting.pace", "inviting.reading"]),
    (44, &["inviting.same_address", "inviting.admitted", "inviting.refused", "inviting.again"]),
    (54, &["inviting.mail_of", "inviting.mail_keys", "inviting.test_title", "inviting.folder_title", "inviting.days_title"]),
    (54, &["inviting.end_title", "inviting.text_keys", "inviting.testing", "inviting.writing", "inviting.making", "inviting.nobody"]),
    (30, &["inviting.type_number", "inviting.enter_sends", "inviting.to_customer", "inviting.whole_line"]),
    (12, &["inviting.stage"]),
    (26, &["inviting.it_arrived", "inviting.send_again", "inviting.withdraw", "inviting.try_again"]),
    (40, &["inviting.it_arrived_note", "inviting.send_again_note", "inviting.withdraw_note", "inviting.try_again_note"]),
    (54, &["inviting.send_title", "inviting.withdraw_title", "inviting.leave_title", "inviting.sending_title"]),
    (44, &["inviting.sent", "inviting.failed", "inviting.put_off", "inviting.unsure", "inviting.withdrawn", "inviting.left"]),
    (70, &["inviting.queueing", "inviting.about", "inviting.start_unsure", "inviting.start_queued", "inviting.start_unsent"]),
    (24, &["inviting.first_line"]),
    (72, &["inviting.next_invite", "inviting.next_asked"]),
    // A line of the list of steps, its note behind.
    (48, &["made", "step_none", "step_commit"]),
    (14, &["step_here", "step_taken_back", "step_imported"]),
    (18, &["grouping", "by_reason"]),
    (64, &["only_read", "only_chosen_written", "default_is_back"]),
    // Cells. A name is set in 18 columns with its value right behind.
    (17, &["field"]),
    (16, &["certainty"]),
    (18, &["empty_value", "file_changed"]),
    (20, &["has_dossier", "no_dossier_yet", "not_in_file", "not_linked", "field_heading"]),
    (12, &["file_size", "bytes"]),
    (26, &["bucket", "in_store", "in_import"]),
    (22, &["same", "empty_keeps"]),
    // Behind the certainty, in one line.
    (67, &["ground"]),
    // The help: the keys stand in front.
    (48, &["action"]),
    // Titles and feet of boxes and of the pane.
    (54, &["question", "of_all", "fault_title", "leave_title", "reopen_title", "replace_title", "as_it_will_be", "fields_change"]),
    // The menu of exports: the ending stands in front, the rows behind. The note below a path.
    (38, &["export"]),
    (52, &["export_masked", "export_shown", "export_whole"]),
    (54, &["exporting", "preparing", "committing", "refreshing", "writing_template", "writing_plan", "can_be_stopped", "ends_whole"]),
    (50, &["path_of_workbook", "path_of_template", "path_of_export", "path_of_plan", "tab_completes"]),
    (54, &["drafts_title", "throw_away_title"]),
    // Beside a label in a list, and in the first line.
    (48, &["unfit", "draft_note", "open_elsewhere", "go_on_old_note", "afresh_note"]),
    (66, &["cut", "missing", "other_rules", "other_store"]),
    (28, &["go_on", "go_on_old", "take_over", "afresh"]),
    (18, &["saved", "not_saved"]),
    (38, &["columns", "lines_below", "lines_end"]),
    (34, &["stage_reading", "stage_reading_store", "stage_judging", "stage_matching"]),
    (34, &["stage_preparing", "stage_writing", "stage_syncing", "stage_exporting"]),
    // Mapping.
    (64, &["do_mapping"]),
    // The page of a customer, and what stands in front of customers.
    (64, &["person.notice", "person.standing", "person.nothing_saved_yet"]),
    (13, &["person.in_store"]),
    (38, &["person.offer_stored", "person.unsaved", "person.part"]),
    (54, &["person.leave_title", "person.save_title", "person.task", "person.remove_title", "person.remove_foot"]),
    (50, &["person.wish_foot", "person.many_foot", "person.history_title"]),
    (38, &["person.wish"]),
    (76, &["mapping_counts", "mapping_complete", "known_as_adminpulse", "column_counts", "column_filled"]),
    (18, &["mapped_to", "left_out"]),
    (5, &["sure"]),
    (13, &["column_heading", "first_value", "why", "in_or_out", "by_you"]),
    (44, &["mapped_ground"]),
    (50, &["name_of_mapping", "name_keys", "lines_by_o"]),
    // A dossier: the message line, cells, names in the pane, titles and feet of boxes.
    (
        64,
        &["dossier.notice", "dossier.stands", "dossier.stands_out", "dossier.stands_closed", "dossier.stands_archived", "dossier.filtered"],
    ),
    (10, &["dossier.origin", "dossier.hint_answer", "dossier.hint_take"]),
    (
        17,
        &[
            "dossier.answer_name",
            "dossier.origin_name",
            "dossier.before_name",
            "dossier.codes_name",
            "dossier.choices_name",
            "dossier.kind_name",
        ],
    ),
    (58, &["dossier.origin_note", "dossier.kind"]),
    (54, &["dossier.question", "dossier.leave_title", "dossier.close_title", "dossier.reopen_title", "dossier.reading", "dossier.saving"]),
    (50, &["dossier.line_foot", "dossier.lines_foot"]),
    (20, &["dossier.status"]),
    (30, &["dossier.unsaved"]),
    (25, &["dossier.matter", "dossier.close", "dossier.reopen"]),
    // Task flows: the message line, names in the pane and in the box, titles and feet, what is chosen from.
    (64, &["flows.do_flows"]),
    (17, &["flows.simple", "flows.specific"]),
    (25, &["flows.field"]),
    (54, &["flows.before_writing", "flows.foot", "flows.planning", "flows.writing", "flows.matter"]),
    (44, &["flows.their_own", "flows.for_all", "flows.answers", "flows.reach"]),
    (60, &["flows.why_not"]),
    // Start, summary and report.
    // Putting values right: names in a column, feet of boxes, and behind the names.
    (13, &["in_the_file", "edited", "problem", "new_value", "suggestions", "after_this", "still_wrong"]),
    (13, &["find", "replace_with", "in_rows"]),
    (10, &["accept", "take_all"]),
    (64, &["workbook_unchanged", "unclear"]),
    (18, &["accept_next"]),
    (50, &["fix_foot", "replace_foot"]),
    (34, &["proposal_foot"]),
    (38, &["is_expression", "ignores_case", "scope", "nothing_wrong"]),
    (38, &["offer_empty", "offer_now", "offer_file"]),
    (70, &["new_import", "template", "new_import_note", "template_note", "no_workbooks"]),
    (24, &["to_add", "with_questionnaire", "joint", "to_update", "to_leave", "not_selected", "invalid_rows"]),
    (20, &["added", "updated", "left_alone", "not_selected", "invalid_rows", "total"]),
    (43, &["can_follow", "stay_behind", "updated_note", "rows_joined"]),
    // The first and the fourth line of a duplicate, and what can stand before it.
    (30, &["looked_at_of", "compare_title"]),
    (24, &["looked_at", "no_rule"]),
    (10, &["accept", "side", "apply", "other_one"]),
    (70, &["empty_never", "value_as_stored", "value_empty", "value_other", "rules_for", "rules_unsure", "rules_replace"]),
    (54, &["value_title", "value_foot", "rules_title", "couple_title", "couple_joined", "bond", "enter_joins", "enter_parts"]),
    (44, &["rule", "one_by_one"]),
    (26, &["rule_does", "rule_nothing"]),
    (34, &["weighing", "stage_weighing", "main_filer", "partner"]),
    (47, &["can_be_fixed"]),
    (77, &["sums", "sums_joined", "done", "nothing_sent"]),
    (72, &["next_rows", "next_invalid", "next_another", "next_start"]),
];

#[test]
fn every_phrase_fits_its_place() {
    let mut too_wide = Vec::new();
    for (code, words) in languages() {
        // Once for all places: a phrase is asked about everything that it can be about.
        let all: HashMap<String, Vec<String>> = words.said().into_iter().collect();
        let said = |name: &str| all.get(name).unwrap_or_else(|| panic!("there is no phrase {name}"));
        let mut measure = |most: usize, name: &str, text: &str| {
            if text.width() > most {
                too_wide.push(format!("{code} {name}: {} columns, not {most}: {text}", text.width()));
            }
        };
        for (most, names) in WIDEST {
            names.iter().for_each(|name| said(name).iter().for_each(|text| measure(*most, name, text)));
        }
        measure(47, "added_note", &(words.added_note)(&(words.flow)(2026)));
        measure(77, "invitations_wanted", &(words.invitations_wanted)(12_345));
        for binding in KEYMAP.iter().filter(|binding| binding.footer > 0) {
            measure(10, binding.action.id(), (words.hint)(binding.action));
        }
        for button in [
            words.button_headings,
            words.button_again,
            words.button_refresh,
            words.leave_button,
            words.replace_button,
            words.throw_away_button,
            words.dossier.leave_button,
            words.dossier.close_button,
            words.dossier.reopen_button,
        ] {
            measure(39 - words.button_back.width(), "button", button);
        }
        measure(60 - words.button_back.width(), "button_import", &(words.button_import)(12_345, 12_345));
    }
    assert!(too_wide.is_empty(), "{}", too_wide.join("\n"));
}

#[test]
fn headings_fit_their_columns_and_differ() {
    for (code, words) in languages() {
        let columns = all_columns();
        for (at, column) in columns.iter().enumerate() {
            let heading = (words.column)(*column);
            assert!(heading.width() < usize::from(columns::width(*column)), "{code}: {column:?}: {heading}");
            let twin = columns.iter().skip(at + 1).find(|other| (words.column)(**other) == heading);
            assert_eq!(twin, None, "{code}: {column:?} has the same heading");
        }
        for (at, field) in Field::ALL.iter().enumerate() {
            let twin = Field::ALL.iter().skip(at + 1).find(|other| (words.field)(**other) == (words.field)(*field));
            assert_eq!(twin, None, "{code}: {field:?} has the same name");
        }
    }
}

#[test]
fn the_tabs_fit_60_columns_and_the_choices_80() {
    for (code, words) in languages() {
        let tabs: Vec<String> = Bucket::ALL.into_iter().map(|bucket| format!("[1 {} 1234]", (words.bucket_short)(bucket))).collect();
        assert!(tabs.join(" ").width() <= 60, "{code}: {} columns: {}", tabs.join(" ").width(), tabs.join(" "));
        let language = Language::ALL.into_iter().map(|language| (words.language)(language).width()).max().unwrap_or(0);
        let labels = [words.flow_label, words.language_short, words.questionnaire_short].map(|label| label.width());
        let taken = labels.iter().sum::<usize>() + language + (words.flow_short)(2026).width() + (words.selected)(1234).width();
        // Brackets, keys and air take 22 columns, and 8 are for the questionnaire.
        assert!(taken <= 80 - 22 - 8, "{code}: {taken}");
    }
}

#[test]
fn every_phrase_is_there_and_tidy() {
    let set_apart = [
        "fix_foot",
        "proposal_foot",
        "replace_foot",
        "import_line",
        "tab_completes",
        "value_foot",
        "opened_as",
        "row_title",
        "of_all",
        "name_keys",
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
    "Instroom",
    // Dutch and English.
    "partner",
    "status",
    "labels",
    "post",
    "open",
    "Open",
    "filter",
    "Filter:",
    "Flow",
    "import",
    "in import",
    "B",
    "kB",
    // French and English.
    "code",
    "question",
    "questions",
    "Questions",
    "Double",
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
            let word = (words.caption)(caption);
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

/// Whether the sign at `at` is the name of a key and no punctuation: alone between spaces.
fn is_a_key(name: &str, text: &str, at: usize) -> bool {
    matches!((name, text.get(at..at + 2)), ("no_workbooks", Some(": ")) | ("notice", Some("? ")))
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
                        ':' | ';' | '?' | '!' | '»' if !is_a_key(&name, &text, at) => assert_eq!(before, Some('\u{a0}'), "{name}: {text}"),
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

#[test]
fn one_is_a_singular_and_two_a_plural() {
    let bare = |text: String| text.replace(|sign: char| sign.is_ascii_digit(), "");
    let counted = [
        "changes_to_come",
        "store_holds",
        "dossiers",
        "questions",
        "rows",
        "differences",
        "lines_below",
        "fields_change",
        "updated_note",
        "person.customers",
        "person.unsaved",
        "person.many_dossiers",
        "dossier.save_changes",
        "dossier.change_anyway",
        "dossier.leave_text",
    ];
    for (code, words) in languages() {
        let mut families: Vec<(&str, Vec<String>)> = counted.iter().map(|name| (*name, said(words, name))).collect();
        families.push(("invitations_wanted", [0, 1, 2].map(words.invitations_wanted).to_vec()));
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
