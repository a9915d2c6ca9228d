//! A row of the workbook: what is wrong first, then every field as read and as understood, then
//! why the row is where it is, then where it came from.

use super::{TextLine, Tone, line, proof};
use crate::app::desk::{Desk, Sight, listed};
use crate::app::keymap::Layer;
use crate::domain::dossier::Origin;
use crate::domain::draft::{Account, Bucket, Difference, Found, RowIndex, Side};
use crate::domain::field::Field;
use crate::domain::finding::{Finding, Remedy, Severity};
use crate::domain::language::Language;
use crate::domain::sheet::column_letters;

/// Width of the column with the names of the fields.
const NAMES: usize = 18;

pub(super) fn told(desk: &Desk, row: u32, sight: Sight, width: usize) -> (String, Vec<TextLine>) {
    let words = sight.words();
    let Some(account) = desk.draft.account(row) else { return (String::new(), Vec::new()) };
    let name = sight.name(&account.values.full_name());
    let title = (words.detail.row_title)(account.number, &name);
    let mut lines = partners(desk, row, sight);
    let in_question = desk.finding_in_question();
    for finding in listed(&account) {
        let here = in_question.as_ref() == Some(finding);
        lines.extend(explained(finding, desk, &account, sight, here));
    }
    match account.bucket {
        Some(Bucket::Duplicates) => lines.extend(equal(desk, &account, sight, width)),
        Some(Bucket::OnlyInImport) if lines.is_empty() => lines.extend(new(&account, sight)),
        Some(Bucket::OnlyInImport) => {
            lines.push(Vec::new());
            lines.extend(new(&account, sight));
        }
        // The customer is told, since it is not listed among those whom the file lacks.
        Some(Bucket::Invalid) => {
            if let Some(found) = &account.found {
                lines.push(Vec::new());
                lines.extend(customer(found, sight));
            }
        }
        Some(Bucket::OnlyInStore) | None => {}
    }
    lines.push(Vec::new());
    lines.extend(fields(desk, &account, sight));
    lines.push(Vec::new());
    let mark = &desk.draft.source().mark;
    lines.push(line(Tone::Dim, (words.detail.source)(&sight.file(&mark.file), &sight.text(&mark.sheet), account.number)));
    (title, lines)
}

/// One finding: what was given, what is wrong, what to do, the rule and the cell.
fn explained(finding: &Finding, desk: &Desk, account: &Account, sight: Sight, in_question: bool) -> Vec<TextLine> {
    let words = sight.words();
    let rule = words.rule(finding.rule);
    let (sign, tone) = match finding.severity() {
        Severity::Error => ("! ", Tone::Error),
        Severity::Warning => ("i ", Tone::Warning),
    };
    let value = if finding.value.is_empty() {
        words.empty_value.to_owned()
    } else {
        words.quoted(&sight.given(&desk.draft, account.row, finding.field, &finding.value))
    };
    let other = finding.other_row.map_or_else(String::new, |row| row.to_string());
    let mut lines = vec![
        vec![(tone, format!("{sign}{}{}", (words.field)(finding.field), words.colon())), (Tone::Plain, value)],
        line(Tone::Plain, format!("  {}", rule.what.replace("{row}", &other))),
    ];
    match &finding.suggestion {
        Some(remedy) => {
            // Leaving a value out can be the cure, as where somebody stands as their own partner.
            let value = match remedy.value() {
                "" => words.empty_value.to_owned(),
                value => sight.value(finding.field, value),
            };
            let mut told = vec![(Tone::Good, format!("  {} {value}", words.suggestion))];
            if finding.field.is_national_number()
                && let Some(proof) = proof::short(remedy.value(), sight)
            {
                told.push((Tone::Dim, format!("  {proof}")));
            }
            if in_question {
                told.push((Tone::Dim, format!("  {}", sight.keyed(Layer::Tabs, words.detail.f_takes))));
            }
            lines.push(told);
            if let Remedy::Remembered { when, who, .. } = remedy {
                lines.push(line(Tone::Dim, format!("  {}", (words.detail.remembered)(&sight.day(*when), &sight.text(who)))));
            }
        }
        None => lines.push(line(Tone::Good, format!("  {}", rule.remedy.replace("{row}", &other)))),
    }
    let letters = desk.draft.layout().column_of(finding.field).map(column_letters);
    let cell =
        letters.map_or_else(|| words.detail.no_column.to_owned(), |letters| (words.detail.cell)(&format!("{letters}{}", account.number)));
    lines.push(line(Tone::Dim, format!("  {cell}   {}", finding.rule.id())));
    lines
}

/// A phrase with the keys of the tabs. Over the whole screen those of the pane hold: there a key of the tabs is told behind the one that
/// goes back to them.
fn keyed(desk: &Desk, sight: Sight, phrase: &str) -> String {
    let told = if desk.showing.zoom {
        ["{open}", "{toggle}", "{partner}"].iter().fold(phrase.to_owned(), |told, key| told.replace(key, &format!("{{back}}, {key}")))
    } else {
        phrase.to_owned()
    };
    sight.keyed(Layer::Tabs, &told)
}

/// Whom the row is one return with, or may be; and whom it is not, because a person said so.
fn partners(desk: &Desk, row: RowIndex, sight: Sight) -> Vec<TextLine> {
    let (words, draft) = (sight.words(), &desk.draft);
    let name = |row: RowIndex| {
        let of = |field| draft.given(row, field).trim();
        sight.name(format!("{} {}", of(Field::LastName), of(Field::FirstName)).trim())
    };
    let joined = draft.partner_row(row);
    let mut lines: Vec<TextLine> = Vec::new();
    lines.extend(
        joined.map(|other| line(Tone::Good, keyed(desk, sight, &(words.detail.joined_with)(draft.row_number(other), &name(other))))),
    );
    let pairs = if joined.is_some() { Vec::new() } else { draft.pairs(row) };
    for pair in pairs.iter().take(3) {
        let other = if pair.main == row { pair.partner } else { pair.main };
        lines.push(line(Tone::Warning, keyed(desk, sight, &(words.detail.may_be_partner)(draft.row_number(other), &name(other)))));
    }
    for id in draft.held_apart(row) {
        let snapshot = &draft.stock().snapshot;
        let stored = snapshot.index_of(*id).and_then(|index| snapshot.customer(index).ok());
        let name = stored.map_or_else(String::new, |customer| sight.name(&customer.values.full_name()));
        lines.push(line(Tone::Plain, (words.detail.held_apart_from)(&id.to_string(), &name)));
    }
    lines
}

/// Why the row is new, with the hint that another customer has the same address.
fn new(account: &Account, sight: Sight) -> Vec<TextLine> {
    let words = sight.words();
    let mut lines = vec![line(Tone::Good, words.detail.why_new)];
    if let Some(name) = &account.same_email {
        lines.push(line(Tone::Warning, (words.detail.same_email_other_name)(&sight.name(name))));
    }
    lines
}

/// Which stored customer the row equals, how surely and on what grounds.
fn customer(found: &Found, sight: Sight) -> Vec<TextLine> {
    let words = sight.words();
    let certainty = (words.certainty)(found.certainty);
    let name = sight.name(&found.values.full_name());
    vec![
        vec![(Tone::Head, format!("{certainty}{}", words.colon())), (Tone::Plain, (words.detail.equals)(&found.id.to_string(), &name))],
        line(Tone::Plain, (words.ground)(found.ground)),
    ]
}

/// The stored customer that the row equals, and every difference.
fn equal(desk: &Desk, account: &Account, sight: Sight, width: usize) -> Vec<TextLine> {
    let words = sight.words();
    let Some(found) = &account.found else { return Vec::new() };
    let mut lines = customer(found, sight);
    if found.tied {
        lines.push(line(Tone::Warning, words.detail.tied));
    }
    if let Some(known) = &found.held_apart_before {
        lines.push(line(Tone::Warning, (words.detail.held_apart_before)(&sight.day(known.when), &sight.text(&known.who))));
    }
    let dossier = if found.has_dossier {
        words.detail.dossier_there
    } else if desk.draft.is_selected(account.row) {
        words.detail.dossier_coming
    } else {
        words.detail.dossier_to_come
    };
    lines.push(line(Tone::Dim, keyed(desk, sight, dossier)));
    let comparisons = account.comparisons(&desk.draft);
    let differ: Vec<_> = comparisons.iter().filter(|one| one.difference.can_be_taken()).collect();
    if differ.is_empty() {
        lines.push(line(Tone::Good, words.detail.no_differences));
        return lines;
    }
    lines.push(line(Tone::Head, keyed(desk, sight, &(words.detail.differences)(differ.len()))));
    let half = width.saturating_sub(NAMES + 8) / 2;
    for one in differ {
        let (mark, tone) = match one.side {
            Side::Import => ("[x] ", Tone::Chosen),
            Side::Both => ("[+] ", Tone::Chosen),
            Side::Store => ("[ ] ", Tone::Dim),
        };
        let store = match one.difference {
            Difference::OnlyImport => words.empty_value.to_owned(),
            _ => sight.value(one.field, &one.store),
        };
        let import = sight.value(one.field, &one.import);
        let name = super::fit((words.field)(one.field), NAMES);
        if super::width_of(&store).max(super::width_of(&import)) <= half {
            lines.push(vec![(tone, format!("{mark}{name}{store} -> {import}"))]);
        } else {
            lines.push(vec![(tone, format!("{mark}{name}{store}"))]);
            lines.push(vec![(tone, format!("    {}-> {import}", " ".repeat(NAMES)))]);
        }
    }
    lines
}

/// Every field of the workbook: as understood, and as read where that is not the same.
fn fields(desk: &Desk, account: &Account, sight: Sight) -> Vec<TextLine> {
    let words = sight.words();
    let mut lines = Vec::new();
    // What kind of customer it is goes last: it is nearly always the same.
    let (kind, others): (Vec<_>, Vec<_>) = account.given.iter().partition(|given| given.field == Field::Person);
    for given in others.into_iter().chain(kind) {
        let understood = account.values.text(given.field);
        let is_empty = given.text.trim().is_empty() && understood.is_empty();
        if is_empty && !given.edited {
            continue;
        }
        let mut told = vec![(Tone::Name, super::fit((words.field)(given.field), NAMES))];
        if is_empty {
            told.push((Tone::Dim, words.empty_value.to_owned()));
        } else if understood.is_empty() {
            told.push((Tone::Error, sight.given(&desk.draft, account.row, given.field, &given.text)));
            told.push((Tone::Dim, format!("  {}", words.detail.not_understood)));
        } else {
            told.push((Tone::Plain, shown(given.field, understood, sight)));
            if !given.text.trim().is_empty() && given.text != understood && shown(given.field, understood, sight) != given.text {
                told.push((
                    Tone::Dim,
                    format!("  {}", (words.detail.as_read)(&sight.given(&desk.draft, account.row, given.field, &given.text))),
                ));
            }
        }
        lines.push(told);
        if given.edited {
            let in_file = desk.draft.in_workbook(account.row, given.field);
            let shown = if in_file.is_empty() { words.empty_value.to_owned() } else { sight.value(given.field, in_file) };
            lines.push(line(Tone::Chosen, format!("{}{}", " ".repeat(NAMES), (words.detail.edited_from)(&shown))));
        }
        if given.field.is_national_number() && !understood.is_empty() {
            lines.extend(proof(understood, sight).into_iter().map(|text| line(Tone::Good, format!("{}{text}", " ".repeat(NAMES)))));
        }
    }
    for (field, value) in account.values.iter().filter(|(field, _)| !account.given.iter().any(|given| given.field == *field)) {
        lines.push(vec![(Tone::Name, super::fit((words.field)(field), NAMES)), (Tone::Plain, sight.value(field, value))]);
    }
    lines.extend(defaults(desk, account, sight));
    lines.extend(unread(desk, account, sight));
    lines
}

/// What stands in columns that are no field: nobody may lose it without knowing.
fn unread(desk: &Desk, account: &Account, sight: Sight) -> Vec<TextLine> {
    let source = desk.draft.source();
    let Some(at) = source.sheet.index_of(account.number) else { return Vec::new() };
    let filled = desk.draft.layout().unread().filter_map(|column| {
        let text = source.sheet.cell(at, column.column)?.text.trim();
        (!text.is_empty()).then(|| (column, sight.text(text)))
    });
    filled
        .map(|(column, text)| {
            vec![
                (Tone::Dim, super::fit(&sight.text(column.heading.trim()), NAMES)),
                (Tone::Dim, format!("{text}  {}", sight.words().detail.not_read)),
            ]
        })
        .collect()
}

/// What the row does not say: the dossier takes it from the stored customer, or from what is chosen.
fn defaults(desk: &Desk, account: &Account, sight: Sight) -> Vec<TextLine> {
    let words = sight.words();
    let language = desk.draft.dossier_language(account).map(|(language, origin)| (Field::Language, language.code().to_owned(), origin));
    let deadline = desk.draft.dossier_deadline(account).map(|(date, origin)| (Field::Deadline, date.to_string(), origin));
    let told = |(field, value, origin): (Field, String, Origin)| {
        let told = vec![(Tone::Name, super::fit((words.field)(field), NAMES)), (Tone::Plain, shown(field, &value, sight))];
        match origin {
            Origin::Imported => None,
            Origin::Default => Some([told, vec![(Tone::Dim, format!("  {}", words.detail.by_default))]].concat()),
            Origin::Stored | Origin::Derived | Origin::Typed | Origin::Returned | Origin::LastSeason => Some(told),
        }
    };
    // A cell that was not understood says something all the same: nothing stands in for it.
    let is_empty = |field: Field| account.given.iter().all(|given| given.field != field || given.text.trim().is_empty());
    [language, deadline].into_iter().flatten().filter(|(field, ..)| is_empty(*field)).filter_map(told).collect()
}

/// A value as a person reads it: languages and dates in words.
fn shown(field: Field, value: &str, sight: Sight) -> String {
    match field {
        Field::Language => {
            Language::from_word(value).map_or_else(|| value.to_owned(), |language| (sight.words().language)(language).to_owned())
        }
        Field::Deadline => {
            value.parse::<jiff::civil::Date>().map_or_else(|_| value.to_owned(), |date| date.strftime("%d/%m/%Y").to_string())
        }
        _ => sight.value(field, value),
    }
}
