//! The business, pure: customers, numbers, rules, matching, drafts, change sets, questionnaires.
//!
//! Nothing here reads a file, a clock or a terminal, and nothing here names a ring further out.
//! Data comes in as a [`sheet::Sheet`] of text cells and a [`snapshot::Snapshot`] of the store, and
//! goes out as a [`change_set::ChangeSet`].

pub mod account_number;
pub mod address;
pub mod amendment;
pub mod answer_words;
pub mod answering;
pub mod archive;
pub mod change_set;
pub mod completion;
pub mod correction;
pub mod customer;
pub mod deadline;
pub mod dossier;
pub mod dossier_record;
pub mod draft;
pub mod email;
pub mod email_near_miss;
pub mod enterprise_number;
pub mod export;
pub mod field;
pub mod field_rules;
pub mod finding;
pub mod fold;
pub mod form;
pub mod formula_guard;
pub mod history;
pub mod invitation;
pub mod labels;
pub mod language;
pub mod late;
pub mod letter;
pub mod mapping;
pub mod mask;
pub mod matching;
pub mod memory;
pub mod mobile;
pub mod moved;
pub mod national_number;
pub mod near;
pub mod neutral;
pub mod number_cell;
pub mod outbox;
pub mod path_text;
pub mod person;
pub mod plan;
pub mod postal_code;
pub mod questionnaire;
pub mod record;
pub mod replacement;
pub mod returned;
pub mod search_texts;
pub mod season;
pub mod settings;
pub mod sheet;
pub mod snapshot;
pub mod store_copy;
pub mod taking_back;
pub mod task_flow;
pub mod template;
pub mod tidy;
pub mod trouble;
pub mod workbook;
