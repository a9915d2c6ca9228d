//! The judgement of a workbook as JSON and as lines.

use serde::Serialize;

use super::file_name;
use crate::app::desk::Sight;
use crate::app::export::Caption;
use crate::domain::draft::{Account, Bucket, Draft};
use crate::domain::finding::{Finding, Remedy, Severity};
use crate::domain::sheet::column_letters;

/// What `check --json` prints. Names are stable; new ones may be added.
#[derive(Debug, Serialize)]
pub(super) struct Judgement {
    file: String,
    fingerprint: String,
    sheet: String,
    header_row: u32,
    task_flow: Option<String>,
    rows: u32,
    skipped_blank: u32,
    skipped_example: u32,
    buckets: Buckets,
    columns_not_read: Vec<NotRead>,
    findings: Vec<Told>,
    #[serde(skip_serializing_if = "Option::is_none")]
    results: Option<Vec<RowResult>>,
}

#[derive(Debug, Serialize)]
struct Buckets {
    only_in_import: u32,
    only_in_store: u32,
    duplicates: u32,
    invalid: u32,
    /// Rows that are part of the return of another row, and in none of the four.
    joined: u32,
}

/// A column whose heading names no known field.
#[derive(Debug, Serialize)]
struct NotRead {
    column: String,
    heading: String,
}

/// One finding. The column is its letters, none where the workbook has no such column.
#[derive(Debug, Serialize)]
pub(super) struct Told {
    row: u32,
    column: Option<String>,
    field: &'static str,
    rule: &'static str,
    severity: Severity,
    value: String,
    message: String,
    suggestion: Option<String>,
    /// The day of the import in which somebody put the same text right so; none for a suggestion of the rule.
    remembered: Option<String>,
    /// For a person only: what to do where no value can be suggested.
    #[serde(skip)]
    remedy: String,
}

#[derive(Debug, Serialize)]
struct RowResult {
    row: u32,
    bucket: &'static str,
    certainty: Option<&'static str>,
    grounds: Vec<&'static str>,
    customer: Option<String>,
}

impl Judgement {
    pub(super) fn of(draft: &Draft, sight: Sight, with_rows: bool) -> Self {
        let source = draft.source();
        let counts = draft.counts();
        let mut findings = Vec::new();
        let mut results = Vec::new();
        // A clean row has nothing to tell: reading it again would cost more than judging the file did.
        let tells = |row: &u32| with_rows || draft.bucket(*row) == Some(Bucket::Invalid) || draft.has_warning(*row);
        for account in (0..draft.row_count()).filter(tells).filter_map(|row| draft.account(row)) {
            findings.extend(account.findings.iter().map(|finding| told(draft, &account, finding, sight)));
            if with_rows {
                results.push(result(&account));
            }
        }
        Self {
            file: file_name(sight, &source.mark.file),
            fingerprint: source.mark.fingerprint.clone(),
            sheet: source.mark.sheet.clone(),
            header_row: source.mark.header_row,
            task_flow: draft.choices().flow.as_ref().map(ToString::to_string),
            rows: counts.rows,
            skipped_blank: draft.skipped_blank(),
            skipped_example: draft.skipped_example(),
            buckets: Buckets {
                only_in_import: counts.only_in_import,
                only_in_store: counts.only_in_store,
                duplicates: counts.duplicates,
                invalid: counts.invalid,
                joined: counts.joined,
            },
            columns_not_read: draft
                .layout()
                .unread()
                .map(|column| NotRead { column: column_letters(column.column), heading: sight.text(column.heading.trim()) })
                .collect(),
            findings,
            results: with_rows.then_some(results),
        }
    }

    /// The judgement in lines for a person: counts first, then every finding.
    pub(super) fn lines(&self, sight: Sight) -> String {
        use std::fmt::Write as _;
        let words = sight.words();
        let mut text = String::new();
        // Writing to a text does not fail.
        let _text = writeln!(text, "{}", (words.desk.opened_as)(&self.file, &self.sheet, self.header_row));
        for (bucket, count) in Bucket::ALL.into_iter().zip([
            self.buckets.only_in_import,
            self.buckets.only_in_store,
            self.buckets.duplicates,
            self.buckets.invalid,
        ]) {
            let _text = writeln!(text, "{count:>8}  {}", (words.bucket)(bucket));
        }
        if self.buckets.joined > 0 {
            let _text = writeln!(text, "{:>8}  {}", self.buckets.joined, (words.exports.caption)(Caption::Joined));
        }
        let _text = writeln!(text, "{:>8}  {}", self.rows, (words.report.total)(u64::from(self.rows)));
        if !self.columns_not_read.is_empty() {
            let columns: Vec<String> = self.columns_not_read.iter().map(|one| format!("{} ({})", one.heading, one.column)).collect();
            let _text = writeln!(text, "{}", (words.command.columns_not_read)(&columns.join(", ")));
        }
        for told in &self.findings {
            let sign = if told.severity == Severity::Error { '!' } else { 'i' };
            let cell = told.column.as_ref().map_or_else(|| told.row.to_string(), |column| format!("{column}{}", told.row));
            let value = if told.value.is_empty() { words.empty_value.to_owned() } else { words.quoted(&told.value) };
            let _text = writeln!(text, "{sign} {cell:<7} {value}  [{}]", told.rule);
            let cure = told.suggestion.as_ref().map_or_else(
                || told.remedy.clone(),
                |value| {
                    let value = if value.is_empty() { words.empty_value } else { value };
                    format!("{} {value}", words.suggestion)
                },
            );
            let _text = writeln!(text, "          {}\n          {cure}", told.message);
        }
        text
    }
}

fn told(draft: &Draft, account: &Account, finding: &Finding, sight: Sight) -> Told {
    let other = finding.other_row.map_or_else(String::new, |row| row.to_string());
    Told {
        row: account.number,
        column: draft.layout().column_of(finding.field).map(column_letters),
        field: finding.field.key(),
        rule: finding.rule.id(),
        severity: finding.severity(),
        value: sight.value(finding.field, &finding.value),
        message: sight.words().rule(finding.rule).what.replace("{row}", &other),
        suggestion: finding.suggestion.as_ref().map(|remedy| sight.value(finding.field, remedy.value())),
        remembered: match &finding.suggestion {
            Some(Remedy::Remembered { when, .. }) => Some(sight.date(*when).to_string()),
            Some(Remedy::Replace(_)) | None => None,
        },
        remedy: sight.words().rule(finding.rule).remedy.replace("{row}", &other),
    }
}

fn result(account: &Account) -> RowResult {
    let found = account.found.as_ref().filter(|_| account.bucket == Some(Bucket::Duplicates));
    RowResult {
        row: account.number,
        bucket: account.bucket.map_or("joined", Bucket::word),
        certainty: found.map(|found| found.certainty.word()),
        grounds: found.map(|found| vec![found.ground.word()]).unwrap_or_default(),
        customer: found.map(|found| found.id.to_string()),
    }
}
