//! What holds for the width of phrases: each fits the place where it is put.

use std::collections::HashMap;

use unicode_width::UnicodeWidthStr as _;

use super::languages;
use super::samples::all_columns;
use crate::app::desk::columns;
use crate::app::keymap::{KEYMAP, Keymap, Layer};
use crate::domain::draft::Bucket;
use crate::domain::field::Field;
use crate::domain::language::Language;

/// The most columns that phrases have: a place of their own, or what a window of 80 (boxes: 60) leaves.
const WIDEST: &[(usize, &[&str])] = &[
    // The message line: "345 of 12345" stands at its right.
    (64, &["notice", "desk.do_new", "desk.do_stored", "desk.do_duplicates", "desk.do_invalid", "listing.filtered"]),
    (64, &["listing.grouped", "listing.range", "listing.small_groups"]),
    (64, &["config.unmet", "config.chosen"]),
    (20, &["config.in_settings", "config.usual", "config.not_set", "config.read", "config.not_there", "config.unreadable"]),
    (20, &["config.by_person", "config.of_person", "config.of_machine"]),
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
    (44, &["inviting.caution", "inviting.same_address", "inviting.admitted", "inviting.refused", "inviting.again"]),
    (54, &["inviting.mail_of", "inviting.mail_keys", "inviting.test_title", "inviting.folder_title", "inviting.days_title"]),
    (54, &["inviting.end_title", "inviting.text_keys", "inviting.testing", "inviting.writing", "inviting.making", "inviting.nobody"]),
    (30, &["inviting.type_number", "inviting.enter_sends", "inviting.to_customer", "inviting.whole_line"]),
    (12, &["inviting.stage"]),
    (26, &["inviting.it_arrived", "inviting.send_again", "inviting.withdraw", "inviting.try_again"]),
    (40, &["inviting.it_arrived_note", "inviting.send_again_note", "inviting.withdraw_note", "inviting.try_again_note"]),
    (54, &["inviting.send_title", "inviting.withdraw_title", "inviting.leave_title", "inviting.sending_title"]),
    (44, &["inviting.sent", "inviting.failed", "inviting.put_off", "inviting.unsure", "inviting.withdrawn", "inviting.left"]),
    (76, &["inviting.left_until"]),
    (70, &["inviting.queueing", "inviting.about", "inviting.start_unsure", "inviting.start_queued", "inviting.start_unsent"]),
    (24, &["inviting.first_line", "inviting.first_line_begins"]),
    (72, &["inviting.next_invite", "inviting.next_asked"]),
    (54, &["palette.title"]),
    (76, &["palette.typing", "palette.nothing_for_it"]),
    // A line of the list of steps, its note behind.
    (48, &["steps.made", "steps.none", "steps.commit"]),
    (14, &["steps.here", "steps.taken_back", "steps.imported"]),
    (18, &["listing.grouping", "desk.by_reason"]),
    (64, &["picker.only_read", "compare.only_chosen_written", "summary.default_is_back"]),
    // Cells. A name is set in 18 columns with its value right behind.
    (17, &["field"]),
    (16, &["certainty"]),
    (18, &["empty_value", "picker.file_changed"]),
    (20, &["desk.has_dossier", "desk.no_dossier_yet", "desk.not_in_file", "desk.not_linked", "compare.field_heading"]),
    (12, &["picker.file_size", "picker.bytes"]),
    (26, &["bucket", "compare.in_store", "compare.in_import"]),
    (22, &["compare.same", "compare.empty_keeps"]),
    // Behind the certainty, in one line.
    (67, &["ground"]),
    // The help: the keys stand in front.
    (
        48,
        &[
            "action",
            "inviting.key_open",
            "inviting.key_toggle",
            "inviting.key_before",
            "inviting.key_next",
            "inviting.key_whole",
            "inviting.key_digits",
            "inviting.key_outbox",
        ],
    ),
    // Titles and feet of boxes and of the pane.
    (
        54,
        &[
            "question",
            "listing.of_all",
            "front.fault_title",
            "front.leave_title",
            "front.reopen_title",
            "front.replace_title",
            "compare.as_it_will_be",
            "compare.fields_change",
        ],
    ),
    // The menu of exports: the ending stands in front, the rows behind. The note below a path.
    (38, &["exports.kind"]),
    (52, &["exports.masked", "exports.shown", "exports.whole"]),
    (
        54,
        &[
            "progress.exporting",
            "progress.preparing",
            "progress.committing",
            "progress.refreshing",
            "progress.writing_template",
            "progress.writing_plan",
            "progress.can_be_stopped",
            "progress.ends_whole",
            "progress.ends_by_itself",
            "progress.left",
        ],
    ),
    (50, &["front.path_of_workbook", "front.path_of_template", "front.path_of_export", "front.path_of_plan", "front.tab_completes"]),
    (54, &["drafts.title", "drafts.throw_away_title", "drafts.unsaved_title", "drafts.unsaved_newcomer"]),
    // Beside a label in a list, and in the first line.
    (48, &["drafts.unfit", "drafts.note", "drafts.unsaved_note", "drafts.open_elsewhere", "drafts.go_on_old_note", "drafts.afresh_note"]),
    (66, &["drafts.cut", "drafts.missing", "drafts.other_rules", "drafts.other_store"]),
    (28, &["drafts.go_on", "drafts.go_on_old", "drafts.take_over", "drafts.afresh"]),
    (18, &["drafts.saved", "drafts.not_saved"]),
    (38, &["desk.columns", "listing.lines_below", "listing.lines_end"]),
    (34, &["progress.stage_reading", "progress.stage_reading_store", "progress.stage_judging", "progress.stage_matching"]),
    (
        34,
        &[
            "progress.stage_preparing",
            "progress.stage_writing",
            "progress.stage_syncing",
            "progress.stage_exporting",
            "progress.stage_answers",
            "progress.stage_backup",
            "progress.stage_letters",
        ],
    ),
    // Mapping.
    (64, &["mapping.do_mapping"]),
    // The page of a customer, and what stands in front of customers.
    (64, &["person.notice", "person.standing", "person.nothing_saved_yet"]),
    (13, &["person.in_store"]),
    (38, &["person.offer_stored", "person.unsaved", "person.part"]),
    (54, &["person.leave_title", "person.save_title", "person.task", "person.remove_title", "person.remove_foot"]),
    (50, &["person.wish_foot", "person.many_foot", "person.history_title"]),
    (38, &["person.wish"]),
    (76, &["mapping.counts", "mapping.complete", "mapping.known_as_adminpulse", "mapping.column_counts", "mapping.column_filled"]),
    (18, &["mapping.mapped_to", "mapping.left_out"]),
    (5, &["mapping.sure"]),
    (13, &["mapping.column_heading", "mapping.first_value", "mapping.why", "mapping.in_or_out", "mapping.by_you"]),
    (44, &["mapping.ground"]),
    (50, &["mapping.name", "mapping.name_keys", "mapping.lines_by_o", "mapping.values_by_o"]),
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
    (30, &["dossier.unsaved"]),
    (25, &["dossier.matter", "dossier.close", "dossier.reopen"]),
    // Task flows: the message line, names in the pane and in the box, titles and feet, what is chosen from.
    (64, &["flows.do_flows"]),
    (20, &["flows.simple", "flows.specific"]),
    (25, &["flows.field"]),
    (54, &["flows.before_writing", "flows.foot", "flows.planning", "flows.writing", "flows.matter"]),
    (44, &["flows.their_own", "flows.for_all", "flows.answers", "flows.reach"]),
    (60, &["flows.why_not"]),
    // Imports that are looked back on: the message line, cells, names in the pane, heads, boxes.
    (64, &["told.do_imports", "told.do_rows", "told.do_preview", "told.do_receipt"]),
    (64, &["told.is_taken_back", "told.no_import", "told.nobody_there"]),
    (12, &["told.fate"]),
    (34, &["told.with_row", "told.by"]),
    (
        17,
        &[
            "told.now",
            "told.then",
            "told.file",
            "told.sheet",
            "told.dossiers",
            "told.lessons",
            "told.fingerprint",
            "told.file_rows",
            "told.file_back",
        ],
    ),
    (40, &["told.stored_now", "told.not_there"]),
    (53, &["told.no_imports", "told.no_rows", "told.nothing_left"]),
    (72, &["told.import", "told.takes_back", "told.took_back", "told.reverses"]),
    (54, &["told.looking_back", "told.weighing", "told.taking_back", "told.ask_title"]),
    (24, &["told.ask_button", "told.again_button"]),
    // Questionnaires that came back: the message line, heads, cells, boxes.
    (
        64,
        &[
            "arrived.do_files",
            "arrived.do_differences",
            "arrived.do_done",
            "arrived.do_pick",
            "arrived.nothing_chosen",
            "arrived.no_answer",
        ],
    ),
    (54, &["arrived.title", "arrived.choose_files", "arrived.reading", "arrived.writing"]),
    (54, &["arrived.ask_title", "arrived.leave_title", "arrived.record", "arrived.unreadable"]),
    (40, &["arrived.files", "arrived.record_note"]),
    (17, &["arrived.typed"]),
    (60, &["arrived.chosen", "answers.taken_over", "answers.nothing_new"]),
    (24, &["arrived.ask_button", "arrived.leave_button", "arrived.again_button"]),
    (14, &["answers.outcome"]),
    (34, &["answers.not_understood", "answers.by_number", "answers.strange"]),
    // In front of and behind what a box says of a file of questionnaires.
    (30, &["questionnaires.line"]),
    (72, &["questionnaires.remedy", "questionnaires.remedy_folder", "questionnaires.more", "questionnaires.not_text"]),
    // Start, summary and report.
    // Putting values right: names in a column, feet of boxes, and behind the names.
    (
        13,
        &[
            "fixing.in_the_file",
            "fixing.edited",
            "fixing.problem",
            "fixing.new_value",
            "fixing.suggestions",
            "fixing.after_this",
            "fixing.still_wrong",
        ],
    ),
    (13, &["fixing.find", "fixing.replace_with", "fixing.in_rows"]),
    (10, &["compare.accept", "fixing.take_all"]),
    (64, &["fixing.workbook_unchanged", "fixing.unclear"]),
    (18, &["fixing.accept_next"]),
    (50, &["fixing.foot", "fixing.replace_foot"]),
    (34, &["fixing.proposal_foot"]),
    (38, &["fixing.is_expression", "fixing.ignores_case", "fixing.scope", "fixing.nothing_wrong"]),
    (38, &["fixing.offer_empty", "fixing.offer_now", "fixing.offer_file", "fixing.offer_person", "fixing.offer_colleague"]),
    (70, &["start.new_import", "start.template", "start.new_import_note", "start.template_note", "picker.none"]),
    (70, &["start.unsaved", "start.unsaved_note", "start.invite", "start.invite_note", "start.answers", "start.answers_note"]),
    (70, &["start.outbox_note"]),
    (
        24,
        &[
            "summary.to_add",
            "summary.with_questionnaire",
            "summary.joint",
            "summary.to_update",
            "summary.to_leave",
            "report.not_selected",
            "report.invalid_rows",
        ],
    ),
    // Names in the pane of an import too.
    (17, &["report.added", "report.updated", "report.left_alone", "report.not_selected", "report.invalid_rows", "report.total"]),
    (43, &["summary.can_follow", "summary.stay_behind", "summary.updated_note", "summary.rows_joined"]),
    // The first and the fourth line of a duplicate, and what can stand before it.
    (30, &["compare.looked_at_of", "compare.title"]),
    (24, &["compare.looked_at", "compare.no_rule"]),
    (10, &["compare.accept", "compare.side", "compare.apply", "compare.other_one"]),
    (
        70,
        &[
            "compare.empty_never",
            "compare.value_as_stored",
            "compare.value_empty",
            "compare.value_other",
            "compare.rules_for",
            "compare.rules_unsure",
            "compare.rules_replace",
        ],
    ),
    (
        54,
        &[
            "compare.value_title",
            "compare.value_foot",
            "compare.rules_title",
            "couple.title",
            "couple.joined",
            "couple.bond",
            "couple.enter_joins",
            "couple.enter_parts",
        ],
    ),
    // What it does stands below where there is no room behind.
    (53, &["compare.rule", "compare.one_by_one"]),
    (26, &["compare.rule_does", "compare.rule_nothing"]),
    (34, &["progress.weighing", "progress.stage_weighing", "couple.main_filer", "couple.partner"]),
    (47, &["report.can_be_fixed"]),
    (77, &["summary.sums", "summary.sums_joined", "report.done", "summary.nothing_sent"]),
    (72, &["report.next_rows", "report.next_invalid", "report.next_another", "report.next_start"]),
];

#[test]
fn every_phrase_fits_its_place() {
    let mut too_wide = Vec::new();
    for (code, words) in languages() {
        // Once for all places: a phrase is asked about everything that it can be about.
        let all: HashMap<String, Vec<String>> = words.said().into_iter().collect();
        let said = |name: &str| all.get(name).unwrap_or_else(|| panic!("there is no phrase {name}"));
        let mut measure = |most: usize, name: &str, text: &str| {
            let text = Keymap::standard().fill(Layer::Tabs, text, &words.key_names);
            if text.width() > most {
                too_wide.push(format!("{code} {name}: {} columns, not {most}: {text}", text.width()));
            }
        };
        for (most, names) in WIDEST {
            names.iter().for_each(|name| said(name).iter().for_each(|text| measure(*most, name, text)));
        }
        measure(47, "report.added_note", &(words.report.added_note)(&(words.flow)(2026)));
        measure(77, "summary.invitations_wanted", &(words.summary.invitations_wanted)(12_345));
        for binding in KEYMAP.iter().filter(|binding| binding.footer > 0) {
            measure(11, binding.action.id(), (words.hint)(binding.action));
        }
        for button in [
            words.front.button_headings,
            words.front.button_again,
            words.front.button_refresh,
            words.front.leave_button,
            words.front.replace_button,
            words.drafts.throw_away_button,
            words.dossier.leave_button,
            words.dossier.close_button,
            words.dossier.reopen_button,
        ] {
            measure(39 - words.front.button_back.width(), "button", button);
        }
        measure(60 - words.front.button_back.width(), "summary.button_import", &(words.summary.button_import)(12_345, 12_345));
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
        let labels = [words.desk.flow_label, words.desk.language_short, words.desk.questionnaire_short].map(|label| label.width());
        let taken = labels.iter().sum::<usize>() + language + (words.flow_short)(2026).width() + (words.desk.selected)(1234).width();
        // Brackets, keys and air take 22 columns, and 8 are for the questionnaire.
        assert!(taken <= 80 - 22 - 8, "{code}: {taken}");
    }
}
