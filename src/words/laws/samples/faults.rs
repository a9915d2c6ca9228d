//! Everything that can fail.

use super::every::PATH;
use super::returned::unused_content;
use super::seasons::{a_questionnaire, flow};
use crate::app::copy_fault::{CopyFault, Uncopied};
use crate::app::fault::{Doing, Fault, Holding, Lost, Unkept};
use crate::app::keeping::OpenBy;
use crate::app::keymap::{KeysFault, KeysWrong};
use crate::app::mail_fault::MailFault;
use crate::domain::correction::Obstacle;
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::season::Refused;
use crate::domain::settings::{BadValue, SettingsWrong, ValueKind};
use crate::domain::trouble::Trouble;
use crate::domain::workbook::{Excess, Format, LooksLike};

every! {
    faults_but_mail: Fault {
        Fault::CustomerGone { .. } => [Fault::CustomerGone { customer: "C00001".into() }],
        Fault::NotFound { .. } => [Fault::NotFound { path: PATH.into() }],
        Fault::IsFolder { .. } => [Fault::IsFolder { path: PATH.into() }],
        Fault::NoPermission { .. } => [Fault::NoPermission { path: PATH.into() }],
        Fault::NoWriting { .. } => [Fault::NoWriting { path: PATH.into() }],
        Fault::NotAFolder { .. } => [Fault::NotAFolder { path: PATH.into() }],
        Fault::NotRegular { .. } => [Fault::NotRegular { path: PATH.into() }],
        Fault::EmptyFile { .. } => [Fault::EmptyFile { path: PATH.into() }, Fault::EmptyFile { path: "-".into() }],
        Fault::TooLarge { .. } => [Fault::TooLarge { path: PATH.into(), cap: 536_870_912 }],
        Fault::Encrypted => [Fault::Encrypted],
        Fault::NotAWorkbook { .. } => [Fault::NotAWorkbook { looks_like: LooksLike::Pdf }],
        Fault::Damaged { .. } => [Fault::Damaged { detail: "no end".into() }, Fault::Damaged { detail: "No end.".into() }],
        Fault::TooComplex { .. } => [Fault::TooComplex { excess: Excess::Text }],
        Fault::NoSheets => [Fault::NoSheets],
        Fault::NoSuchSheet { .. } => [Fault::NoSuchSheet { name: "Blad9".into(), seen: vec!["Blad1".into(), "Blad2".into()] }],
        Fault::UnclosedQuote { .. } => [Fault::UnclosedQuote { line: 3 }],
        Fault::TooManyRows { .. } => [Fault::TooManyRows { format: Format::Ods, cap: 65_536 }],
        Fault::EmptySheet => [Fault::EmptySheet],
        Fault::NoHeading { .. } => [Fault::NoHeading { seen: Vec::new() }, Fault::NoHeading { seen: vec!["Naam".into()] }],
        Fault::TwoColumns { .. } => [Fault::TwoColumns { field: Field::City, columns: vec!["K".into(), "L".into()] }],
        Fault::MissingColumn { .. } => [Fault::MissingColumn { fields: vec![Field::LastName, Field::City], seen: vec!["Naam".into()] }],
        Fault::OutboxInUse { .. } => [
            Fault::OutboxInUse { holding: None, left: 0 },
            Fault::OutboxInUse {
                holding: Some(Holding { who: "els".into(), pid: 7, since: "14h02".into(), doing: Doing::Sending }),
                left: 1,
            },
            Fault::OutboxInUse {
                holding: Some(Holding { who: "els".into(), pid: 7, since: "14h02".into(), doing: Doing::Sending }),
                left: 212,
            },
        ],
        Fault::StoreInUse { .. } => [
            Fault::StoreInUse { holding: None },
            Fault::StoreInUse { holding: Some(Holding { who: "els".into(), pid: 7, since: "14h02".into(), doing: Doing::Reading }) },
            Fault::StoreInUse { holding: Some(Holding { who: "els".into(), pid: 7, since: "14h02".into(), doing: Doing::Remembering }) },
        ],
        Fault::NotAStore { .. } => [Fault::NotAStore { path: PATH.into() }],
        Fault::StoreIsFile { .. } => [Fault::StoreIsFile { path: PATH.into() }],
        Fault::StoreNewer { .. } => [Fault::StoreNewer { found: 3, known: 2 }],
        Fault::StoreDamaged { .. } => [Fault::StoreDamaged { detail: "a page is gone".into() }],
        Fault::NoSuchGroup { .. } => [Fault::NoSuchGroup { name: "kantoor".into() }],
        Fault::DiskFull => [Fault::DiskFull],
        Fault::Copies(_) => [Fault::Copies(CopyFault::NoStore)],
        Fault::CutOff => [Fault::CutOff],
        Fault::SameSheetName { .. } => [Fault::SameSheetName { name: "Blad1".into() }],
        Fault::UnknownEncoding => [Fault::UnknownEncoding],
        Fault::Original { .. } => [Fault::Original { path: PATH.into() }],
        Fault::OriginalChanged { .. } => [Fault::OriginalChanged { path: PATH.into() }],
        Fault::Ending { .. } => [Fault::Ending { wanted: "xlsm".into() }, Fault::Ending { wanted: "csv".into() }],
        Fault::CannotKeep { .. } => [
            Fault::CannotKeep { obstacle: Obstacle::Strict },
            Fault::CannotKeep { obstacle: Obstacle::SpreadFormula },
            Fault::CannotKeep { obstacle: Obstacle::TableHeading },
            Fault::CannotKeep { obstacle: Obstacle::Disorder },
            Fault::CannotKeep { obstacle: Obstacle::NoColumn },
            Fault::CannotKeep { obstacle: Obstacle::Formats },
            Fault::CannotKeep { obstacle: Obstacle::Drawing },
            Fault::CannotKeep { obstacle: Obstacle::Unknown },
        ],
        Fault::NotReplaced { .. } => [Fault::NotReplaced { path: PATH.into() }],
        Fault::NoFolder { .. } => [Fault::NoFolder { path: PATH.into() }],
        Fault::OwnFolder { .. } => [Fault::OwnFolder { path: PATH.into() }],
        Fault::ReadOnly { .. } => [Fault::ReadOnly { path: PATH.into() }],
        Fault::OutputFolder { .. } => [Fault::OutputFolder { path: PATH.into() }],
        Fault::Exists { .. } => [Fault::Exists { path: PATH.into() }],
        Fault::NoDossier => [Fault::NoDossier],
        Fault::Refused(_) => [
            Fault::Refused(Refused::NoSuchFlow(flow())),
            Fault::Refused(Refused::FlowExists(flow())),
            Fault::Refused(Refused::YearExists(2026, flow())),
            Fault::Refused(Refused::Archived(flow())),
            Fault::Refused(Refused::NoQuestionnaire),
            Fault::Refused(Refused::NoSuchQuestionnaire(a_questionnaire())),
            Fault::Refused(Refused::QuestionnaireNotThere(a_questionnaire())),
            Fault::Refused(Refused::NotInLanguage(a_questionnaire(), Language::German)),
            Fault::Refused(Refused::DeadlineOutside(jiff::civil::date(2020, 7, 15), 2026)),
        ],
        Fault::Changed { .. } => [Fault::Changed { count: 1 }],
        Fault::Moved { .. } => [Fault::Moved { rows: 0 }, Fault::Moved { rows: 1 }, Fault::Moved { rows: 2 }],
        Fault::PlanUnreadable { .. } => [Fault::PlanUnreadable { detail: "no end".into() }],
        Fault::PlanNewer { .. } => [Fault::PlanNewer { found: 2, known: 1 }],
        Fault::NotKept { .. } => [
            Fault::NotKept { why: Unkept::DiskFull },
            Fault::NotKept { why: Unkept::NoPlace },
            Fault::NotKept { why: Unkept::NoPermission(PATH.into()) },
            Fault::NotKept { why: Unkept::Removed },
            Fault::NotKept { why: Unkept::System("write (os error 5)".into()) },
        ],
        Fault::UnsavedNotKept { .. } => [Fault::UnsavedNotKept { why: Unkept::DiskFull }],
        Fault::Lost { .. } => [
            Fault::Lost { lost: Lost::Choices, why: Unkept::DiskFull },
            Fault::Lost { lost: Lost::Changes, why: Unkept::Removed },
        ],
        Fault::NoDraft { .. } => [
            Fault::NoDraft { why: Unkept::DiskFull },
            Fault::NoDraft { why: Unkept::NoPlace },
            Fault::NoDraft { why: Unkept::NoPermission(PATH.into()) },
            Fault::NoDraft { why: Unkept::Removed },
            Fault::NoDraft { why: Unkept::System("write (os error 5)".into()) },
        ],
        Fault::NoPlaceForDrafts => [Fault::NoPlaceForDrafts],
        Fault::NoSuchDraft => [Fault::NoSuchDraft],
        Fault::DraftInUse { .. } => [
            Fault::DraftInUse { by: None },
            Fault::DraftInUse { by: Some(OpenBy { who: "els".into(), pid: 7, since: jiff::Timestamp::UNIX_EPOCH }) },
        ],
        Fault::DraftNewer { .. } => [Fault::DraftNewer { found: 3, known: 2 }],
        Fault::DraftDamaged { .. } => [Fault::DraftDamaged { detail: "no end".into() }],
        Fault::Keys { .. } => [
            Fault::Keys { path: PATH.into(), why: Box::new(KeysFault { line: None, wrong: KeysWrong::Unreadable("no such file".into()) }) },
            Fault::Keys { path: PATH.into(), why: Box::new(KeysFault { line: Some(7), wrong: KeysWrong::Syntax("no end".into()) }) },
        ],
        Fault::Mail(_) => [Fault::Mail(MailFault::NotSettled { path: PATH.into() })],
        Fault::Questionnaire { .. } => [Fault::Questionnaire { unused: Box::new(unused_content()), more: 0 }],
        Fault::Output { .. } => [Fault::Output { detail: "read (os error 5)".into() }],
        Fault::System { .. } => [Fault::System { detail: "read (os error 5)".into() }],
    }
    copy_faults: CopyFault {
        CopyFault::NotCopied { .. } => [
            CopyFault::NotCopied { why: Uncopied::DiskFull },
            CopyFault::NotCopied { why: Uncopied::NoPermission(PATH.into()) },
            CopyFault::NotCopied { why: Uncopied::System("read (os error 5)".into()) },
        ],
        CopyFault::NoSuchCopy { .. } => [CopyFault::NoSuchCopy { name: "2026-11-22T15-17-02Z-12-import".into() }],
        CopyFault::InTheWay { .. } => [CopyFault::InTheWay { path: PATH.into() }],
        CopyFault::CopyDamaged { .. } => [CopyFault::CopyDamaged { name: "2026-11-22T15-17-02Z-12-import".into(), detail: "db is missing".into() }],
        CopyFault::NoSpool { .. } => [CopyFault::NoSpool { folders: vec![PATH.into(), "/tmp".into()], detail: "No room".into() }],
        CopyFault::Occupied { .. } => [CopyFault::Occupied { path: PATH.into() }],
        CopyFault::Unsound { .. } => [
            CopyFault::Unsound { count: 1, first: Box::new(Trouble::Customers { said: 2, found: 1 }) },
            CopyFault::Unsound { count: 2, first: Box::new(Trouble::Customers { said: 2, found: 1 }) },
        ],
        CopyFault::NoBackup => [CopyFault::NoBackup],
        CopyFault::Newer { .. } => [CopyFault::Newer { found: 2, known: 1 }],
        CopyFault::CutOff => [CopyFault::CutOff],
        CopyFault::Damaged { .. } => [CopyFault::Damaged { line: 7, detail: "2 < 3".into() }],
        CopyFault::NoStore => [CopyFault::NoStore],
    }
    mail_faults_but_settings: MailFault {
        MailFault::Settings { .. } | MailFault::NotSettled { .. } => [MailFault::NotSettled { path: PATH.into() }],
        MailFault::Unreadable { .. } => [MailFault::Unreadable { path: PATH.into(), detail: "no such file".into() }],
        MailFault::Wording { .. } => [MailFault::Wording { path: PATH.into(), detail: "line 5".into() }],
        MailFault::PasswordOpen { .. } => [MailFault::PasswordOpen { path: PATH.into() }],
        MailFault::NoPassword { .. } => [MailFault::NoPassword { from: PATH.into() }],
        MailFault::PasswordCommand { .. } => [MailFault::PasswordCommand { command: "pass".into(), detail: "exit 1".into() }],
        MailFault::PasswordSlow { .. } => [MailFault::PasswordSlow { command: "pass".into(), seconds: 60 }],
        MailFault::Server { .. } => [MailFault::Server { detail: "no certificate".into() }],
        MailFault::NoLetter { .. } => [MailFault::NoLetter { detail: "C00007 has no dossier".into() }],
        MailFault::NotTaken { .. } => [MailFault::NotTaken { detail: "550 unknown".into() }],
    }
    settings_wrongs: SettingsWrong {
        SettingsWrong::Syntax(_) => [SettingsWrong::Syntax("no end".into())],
        SettingsWrong::UnknownKey { .. } => [
            SettingsWrong::UnknownKey { key: "mail.hots".into(), nearest: Some("mail.host".into()) },
            SettingsWrong::UnknownKey { key: "mail.zzz".into(), nearest: None },
        ],
        SettingsWrong::MissingKey { .. } => [SettingsWrong::MissingKey { key: "mail.host" }],
        SettingsWrong::Kind { .. } => [
            SettingsWrong::Kind { key: "mail.host", kind: ValueKind::Text },
            SettingsWrong::Kind { key: "mail.port", kind: ValueKind::WholeNumber },
            SettingsWrong::Kind { key: "office.colleagues", kind: ValueKind::Texts },
            SettingsWrong::Kind { key: "mail", kind: ValueKind::Table },
        ],
        SettingsWrong::Value { .. } => [
            SettingsWrong::Value { key: "mail.host", why: BadValue::Empty },
            SettingsWrong::Value { key: "mail.sender", why: BadValue::Address },
            SettingsWrong::Value { key: "mail.host", why: BadValue::Host },
            SettingsWrong::Value { key: "mail.port", why: BadValue::Outside { least: 1, most: 600 } },
            SettingsWrong::Value { key: "screen.plain", why: BadValue::NoWord { words: vec!["off", "on"] } },
            SettingsWrong::Value { key: "mail.security", why: BadValue::NotOneOf { words: vec!["starttls", "tls"] } },
            SettingsWrong::Value { key: "mail.security", why: BadValue::OpenLine },
            SettingsWrong::Value { key: "mail.host", why: BadValue::Controls },
            SettingsWrong::Value { key: "folders.workbooks", why: BadValue::NoFolder },
            SettingsWrong::Value { key: "dossiers.questionnaire", why: BadValue::NoSuch { known: vec!["pit-2026".into()] } },
            SettingsWrong::Value { key: "dossiers.questionnaire", why: BadValue::NoSuch { known: Vec::new() } },
        ],
        SettingsWrong::Both { .. } => [SettingsWrong::Both { one: "mail.password_file", other: "mail.password_command" }],
        SettingsWrong::Alone { .. } => [
            SettingsWrong::Alone { key: "mail.password_file", needs: "mail.user", or: None },
            SettingsWrong::Alone { key: "mail.user", needs: "mail.password_file", or: Some("mail.password_command") },
        ],
    }
}

/// Everything that can fail.
pub(in crate::words::laws) fn faults() -> Vec<Fault> {
    let path = || PATH.to_owned();
    let settings = settings_wrongs()
        .into_iter()
        .flat_map(|wrong| [None, Some(7)].map(|line| MailFault::Settings { path: path(), line, wrong: wrong.clone() }));
    let mail = mail_faults_but_settings().into_iter().chain(settings).map(Fault::Mail);
    let copies = copy_faults().into_iter().map(Fault::Copies);
    faults_but_mail().into_iter().chain(mail).chain(copies).collect()
}
