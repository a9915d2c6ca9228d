//! A field being put right: what the file says, what is wrong, the new value, and what would come of it.

use super::canvas::{Canvas, Part};
use super::heard::Role;
use crate::app::Model;
use crate::app::desk::Desk;
use crate::app::detail::{TextLine, Tone, clauses, cut, fit, line, proof, proof_short, width_of, wrap};
use crate::app::editor::{Editor, Listed, Source};
use crate::app::geometry::scrolled;
use crate::domain::draft::Bucket;
use crate::domain::finding::{Finding, Severity};
use crate::domain::sheet::{CellKind, column_letters};
use crate::words::Words;

/// Columns that the names of the parts take.
const NAMES: usize = 14;

/// From this height on there is room for whole sentences.
const ROOMY: u16 = 20;

/// As many offers are seen in the lowest window.
const MOST_OFFERS: usize = 5;

/// A line of the box. Where not all fit, those that matter least go first.
struct Told {
    line: TextLine,
    /// What it is for whoever hears it.
    role: Role,
    /// 0 stays whatever the window.
    rank: u8,
}

pub(super) fn draw(model: &Model, desk: &Desk, editor: &Editor, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let width = canvas.box_columns(92);
    let inner = canvas.unbroken(usize::from(width.saturating_sub(4)));
    let mut above = problem(model, desk, editor, inner);
    let mut below = come_of_it(model, editor, inner);
    below.extend(offers(model, desk, editor, (inner, canvas.is_heard())));
    below.extend(after(model, desk, editor, inner));
    let room = usize::from(canvas.height().saturating_sub(6));
    while above.len() + below.len() > room {
        let most = above.iter().chain(&below).map(|told| told.rank).max().unwrap_or(0);
        let list = if above.iter().any(|told| told.rank == most) { &mut above } else { &mut below };
        match list.iter().rposition(|told| told.rank == most) {
            Some(place) => drop(list.remove(place)),
            None => break,
        }
    }
    // Each offer is told with its number, not as one of them.
    for told in below.iter_mut().filter(|told| canvas.is_heard() && told.role == Role::Line) {
        told.line.retain(|(tone, _)| *tone != Tone::Name);
    }
    let height = u16::try_from(above.len() + below.len() + 3).unwrap_or(u16::MAX);
    // Always from the same line on: what is typed stays where it is while the box grows and shrinks.
    let top = (canvas.height() / 8).min(canvas.height().saturating_sub(2 + height)).max(1);
    let part = Part { y: top, ..canvas.middle(width, height) };
    let account = editor.rehearsal.account.as_ref();
    let name = account.map_or_else(String::new, |account| model.sight.name(&account.values.full_name()));
    let who = if model.person().is_some() { name } else { (words.detail.row_title)(desk.draft.row_number(editor.row), &name) };
    let title = format!("{who}   {}", (words.field)(editor.field));
    canvas.frame(part, &title, &model.sight.keyed(model.layer(), words.fixing.foot));
    let mut y = part.y + 1;
    let x = part.x + 2;
    let inner = part.width.saturating_sub(4);
    for told in &above {
        canvas.line(x, y, inner, &told.line);
        y += 1;
    }
    input(model, desk, editor, Part { x, y, width: inner, height: 1 }, canvas);
    y += 1;
    for told in &below {
        if y < part.y + part.height.saturating_sub(1) {
            let outside = canvas.put_as(told.role);
            canvas.line(x, y, inner, &told.line);
            canvas.put_as(outside);
            y += 1;
        }
    }
}

/// A line with the name of its part in front.
fn named(name: &str, mut rest: TextLine) -> TextLine {
    rest.insert(0, (Tone::Name, fit(name, NAMES)));
    rest
}

/// What the file says, what was put in its place, and what is wrong with that.
fn problem(model: &Model, desk: &Desk, editor: &Editor, width: usize) -> Vec<Told> {
    let (words, sight) = (model.sight.words(), model.sight);
    let draft = &desk.draft;
    let shown = |text: &str| value(words, &sight.value(editor.field, text));
    let of_store = model.person().is_some();
    let cell = if of_store { String::new() } else { cell(words, desk, editor) };
    let source = if of_store { words.person.in_store } else { words.fixing.in_the_file };
    let in_file = shown(draft.in_workbook(editor.row, editor.field));
    let room = width.saturating_sub(NAMES + width_of(&cell) + 3);
    let mut lines = vec![Told {
        role: Role::Text,
        line: named(source, vec![(Tone::Plain, cut(&in_file, room)), (Tone::Dim, format!("   {cell}"))]),
        rank: 5,
    }];
    if draft.is_edited(editor.row, editor.field) {
        let now = value(words, &sight.edited(editor.field, draft.given(editor.row, editor.field)));
        let told = named(words.fixing.edited, vec![(Tone::Chosen, cut(&now, width.saturating_sub(NAMES)))]);
        lines.push(Told { line: told, role: Role::Text, rank: 4 });
    }
    for (at, finding) in editor.problems.iter().enumerate() {
        let what = wrong(model, finding);
        let name = if at == 0 { words.fixing.problem } else { "" };
        let wrapped = wrap(named(name, vec![(tone(finding), what)]), width);
        lines.extend(wrapped.into_iter().enumerate().map(|(place, line)| Told {
            line,
            role: Role::Text,
            rank: if at == 0 && place == 0 { 2 } else { 7 },
        }));
    }
    lines.push(Told { line: Vec::new(), role: Role::Text, rank: 9 });
    lines
}

/// Where the value stands in the workbook, and what the cell is.
fn cell(words: &Words, desk: &Desk, editor: &Editor) -> String {
    let Some(column) = desk.draft.layout().column_of(editor.field) else { return format!("({})", words.detail.no_column) };
    let source = desk.draft.source();
    let number = desk.draft.row_number(editor.row);
    let kind = source.sheet.index_of(number).and_then(|at| source.sheet.cell(at, column)).map_or(CellKind::Text, |cell| cell.kind);
    let place = (words.detail.cell)(&format!("{}{number}", column_letters(column)));
    // Nothing is no text.
    if desk.draft.in_workbook(editor.row, editor.field).is_empty() {
        return format!("({place})");
    }
    format!("({place}, {})", (words.fixing.cell_kind)(kind))
}

/// The new value. What was put there without being typed is masked like everywhere; the first key
/// takes its place, and is shown as it is typed, since nobody can type a number that they do not see.
fn input(model: &Model, desk: &Desk, editor: &Editor, part: Part, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    canvas.name(part.x, part.y, u16::try_from(NAMES).unwrap_or(0).min(part.width), words.fixing.new_value, canvas.look.dim());
    let x = part.x + u16::try_from(NAMES).unwrap_or(0);
    let width = part.width.saturating_sub(u16::try_from(NAMES).unwrap_or(0) + 2);
    let text = match editor.chosen {
        Some(_) => model.sight.given(&desk.draft, editor.row, editor.field, editor.input.text()),
        None => editor.input.text().to_owned(),
    };
    canvas.field(x, part.y, width, &text, editor.input.cursor(), true);
}

/// What would be wrong with the new value, or why it is right.
fn come_of_it(model: &Model, editor: &Editor, width: usize) -> Vec<Told> {
    let (words, sight) = (model.sight.words(), model.sight);
    let mut lines: Vec<Told> = Vec::new();
    // As it now reads: what is wrong with that stands above.
    let as_now = editor.chosen.and_then(|place| editor.offers.get(place)).is_some_and(|offer| offer.source == Source::Now);
    if as_now && editor.wrong().next().is_some() {
        return vec![Told { line: Vec::new(), role: Role::Text, rank: 9 }];
    }
    for finding in editor.wrong() {
        let sign = if finding.severity() == Severity::Error { "!" } else { "i" };
        let what = format!("{sign} {}", wrong(model, finding));
        let wrapped = wrap(named("", vec![(tone(finding), what)]), width);
        lines.extend(wrapped.into_iter().enumerate().map(|(place, line)| Told {
            line,
            role: Role::Text,
            rank: if place == 0 { 1 } else { 6 },
        }));
    }
    if lines.is_empty() {
        let understood = editor.rehearsal.account.as_ref().map_or("", |account| account.values.text(editor.field));
        let proofs = if editor.field.is_national_number() { proof(understood, sight) } else { Vec::new() };
        let told = if proofs.is_empty() { vec![words.fixing.nothing_wrong.to_owned()] } else { proofs };
        lines.extend(told.into_iter().map(|text| Told {
            role: Role::Text,
            line: named("", line(Tone::Good, clauses(&text, width.saturating_sub(NAMES)))),
            rank: 1,
        }));
    }
    lines.push(Told { line: Vec::new(), role: Role::Text, rank: 9 });
    lines
}

fn offers(model: &Model, desk: &Desk, editor: &Editor, (width, is_heard): (usize, bool)) -> Vec<Told> {
    let (words, sight) = (model.sight.words(), model.sight);
    let mut lines = Vec::new();
    let shown = |text: &str| cut(&value(words, &sight.given(&desk.draft, editor.row, editor.field, text)), width / 2);
    let widest = editor.offers.iter().map(|offer| width_of(&shown(&offer.text))).max().unwrap_or(0);
    // A long list of values is seen around the one that is chosen.
    let all = editor.offers.len();
    let seen = if is_heard { all } else { usize::from(model.size.1 / 3).max(MOST_OFFERS) };
    let top = scrolled(0, editor.chosen.unwrap_or(0), seen, all);
    for (place, offer) in editor.offers.iter().enumerate().skip(top).take(seen) {
        let why = match &offer.source {
            Source::Suggested(proof) => {
                let number = editor.field.is_national_number();
                number.then(|| proof_short(&offer.text, sight)).flatten().unwrap_or_else(|| (words.fixing.proof)(proof))
            }
            Source::Nothing => words.fixing.offer_empty.to_owned(),
            Source::File if model.person().is_some() => words.person.offer_stored.to_owned(),
            Source::File => words.fixing.offer_file.to_owned(),
            Source::Now => words.fixing.offer_now.to_owned(),
            Source::Listed(listed) => named_value(words, *listed).to_owned(),
        };
        let here = editor.chosen == Some(place);
        let text = shown(&offer.text);
        // In one column where there is room for it; else each reason stands right behind its value, and none is cut.
        let fits = |text: &str| NAMES + 5 + width_of(text) + width_of(&why) <= width;
        let columns = fit(&text, widest);
        let text = if fits(&columns) { columns } else { text };
        let why = if fits(&text) { why } else { clauses(&why, width.saturating_sub(NAMES + 5 + width_of(&text))) };
        let why = if why.ends_with('>') { String::new() } else { why };
        let name = if place == top { words.fixing.suggestions } else { "" };
        let tone = if here { Tone::Chosen } else { Tone::Plain };
        let sign = if here { "> " } else { "  " };
        let told = vec![(tone, format!("{sign}{text}")), (Tone::Dim, format!("   {why}"))];
        lines.push(Told { role: Role::Line, line: named(name, told), rank: if here { 2 } else { 3 } });
    }
    if all > seen {
        let more = editor.chosen.map_or_else(|| (words.listing.lines_more)(all - seen), |chosen| (words.listing.place)(chosen + 1, all));
        let more = format!("  {more}");
        lines.push(Told { role: Role::Text, line: named("", line(Tone::Dim, more)), rank: 4 });
    }
    lines.push(Told { line: Vec::new(), role: Role::Text, rank: 8 });
    lines
}

/// What one of the few values of a field means.
fn named_value(words: &Words, value: Listed) -> &'static str {
    match value {
        Listed::Language(language) => (words.language)(language),
        Listed::Wanted(true) => words.dossier.yes,
        Listed::Wanted(false) => words.dossier.no,
        Listed::Person => words.fixing.offer_person,
        Listed::Colleague => words.fixing.offer_colleague,
    }
}

/// Where the row would be listed, how many would be invalid, and what would still be wrong elsewhere.
fn after(model: &Model, desk: &Desk, editor: &Editor, width: usize) -> Vec<Told> {
    let words = model.sight.words();
    let rehearsal = &editor.rehearsal;
    // A customer on a page of its own is in no tab.
    if model.person().is_some() {
        return still_wrong(words, editor, width);
    }
    let Some(account) = &rehearsal.account else { return Vec::new() };
    let bucket = account.bucket.unwrap_or(Bucket::Invalid);
    let tab = (words.bucket)(bucket);
    // Not by the counts: another row may take its place in them.
    let moves = desk.draft.bucket(editor.row) != Some(bucket);
    let (tone, place) = match (bucket, moves) {
        (Bucket::Invalid, true) => (Tone::Error, (words.fixing.goes_to)(tab)),
        (Bucket::Invalid, false) => (Tone::Warning, (words.fixing.stays_in)(tab)),
        (_, true) => (Tone::Good, (words.fixing.goes_to)(tab)),
        (_, false) => (Tone::Plain, (words.fixing.stays_in)(tab)),
    };
    let mut told = vec![(tone, place)];
    if rehearsal.before.invalid != rehearsal.after.invalid {
        let count = (words.fixing.invalid_become)(u64::from(rehearsal.before.invalid), u64::from(rehearsal.after.invalid));
        told.push((Tone::Plain, format!("   {count}")));
    }
    let wrapped = wrap(named(words.fixing.after_this, told), width);
    let place = |(place, line): (usize, TextLine)| Told { role: Role::Text, line, rank: if place == 0 { 1 } else { 5 } };
    let mut lines: Vec<Told> = wrapped.into_iter().enumerate().map(place).collect();
    lines.extend(still_wrong(words, editor, width));
    lines
}

/// What would still be wrong with other fields.
fn still_wrong(words: &Words, editor: &Editor, width: usize) -> Vec<Told> {
    let mut lines = Vec::new();
    let others: Vec<String> =
        editor.wrong_elsewhere().map(|finding| format!("{} ({})", (words.field)(finding.field), words.rule(finding.rule).reason)).collect();
    if !others.is_empty() {
        let wrapped = wrap(named(words.fixing.still_wrong, vec![(Tone::Warning, others.join(", "))]), width);
        lines.extend(wrapped.into_iter().enumerate().map(|(place, line)| Told {
            line,
            role: Role::Text,
            rank: if place == 0 { 3 } else { 6 },
        }));
    }
    lines
}

fn value(words: &Words, text: &str) -> String {
    if text.is_empty() { words.empty_value.to_owned() } else { text.to_owned() }
}

const fn tone(finding: &Finding) -> Tone {
    match finding.rule.severity() {
        Severity::Error => Tone::Error,
        Severity::Warning => Tone::Warning,
    }
}

/// What is wrong, in a sentence, or where there is little room in a few words.
fn wrong(model: &Model, finding: &Finding) -> String {
    let rule = model.sight.words().rule(finding.rule);
    if model.size.1 < ROOMY {
        return rule.reason.to_owned();
    }
    let other = finding.other_row.map_or_else(String::new, |row| row.to_string());
    rule.what.replace("{row}", &other)
}
