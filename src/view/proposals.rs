//! What would be done, to look at first: another value, a rule for the remaining duplicates, two rows
//! as one return.

use super::canvas::{Canvas, Part};
use super::heard::Role;
use crate::app::Model;
use crate::app::compare::{ValueEntry, Verdict, flowed};
use crate::app::couple::Couple;
use crate::app::desk::{Desk, Sight};
use crate::app::detail::{Tone, line, width_of, wrap};
use crate::app::rules::Rules;
use crate::app::table::Column;
use crate::app::update::refused;
use crate::domain::customer::Values;
use crate::domain::draft::{Joint, RowIndex, SidesRule};
use crate::domain::field::Field;
use crate::words::Words;

/// Widest that these boxes are.
const WIDEST: u16 = 100;
/// Lines that tell which rows a couple is, and whose they are.
const HEADS: usize = 3;
/// Width of the names of fields.
const NAMES: u16 = 18;

pub(super) fn value(model: &Model, entry: &ValueEntry, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let Some(desk) = model.desk() else { return };
    let part = canvas.middle(WIDEST - 24, 11);
    canvas.frame(
        part,
        &(words.compare.value_title)((words.field)(entry.field)),
        &model.sight.keyed(model.layer(), words.compare.value_foot),
    );
    let (x, width) = (part.x + 2, part.width.saturating_sub(4));
    let account = desk.draft.account(entry.row);
    let shown = |text: &str| if text.is_empty() { words.empty_value.to_owned() } else { model.sight.value(entry.field, text) };
    let store = account.as_ref().and_then(|account| account.found.as_ref()).map_or("", |found| found.values.text(entry.field));
    let import = account.as_ref().map_or("", |account| account.values.text(entry.field));
    for (y, name, text) in [(1, words.compare.in_store, store), (2, words.compare.in_import, import)] {
        canvas.name(x, part.y + y, NAMES + 1, name, canvas.look.dim());
        canvas.put(x + NAMES + 2, part.y + y, width.saturating_sub(NAMES + 2), &shown(text), canvas.look.plain());
    }
    super::front::typed(&entry.input, Part { x, y: part.y + 4, width, height: 1 }, canvas);
    let (tone, texts) = judged(model, entry, desk);
    let lines = texts.into_iter().flat_map(|text| wrap(line(tone, text), usize::from(width)));
    for (y, told) in (part.y + 6..part.y + part.height.saturating_sub(1)).zip(lines) {
        canvas.line(x, y, width, &told);
    }
}

/// What a typed value would do, in words.
fn judged(model: &Model, entry: &ValueEntry, desk: &Desk) -> (Tone, Vec<String>) {
    let words = model.sight.words();
    match entry.verdict(&desk.draft) {
        // A number that was typed is seen as it is typed, and nowhere else.
        Some(Verdict::Right(value)) => (Tone::Good, vec![(words.compare.value_right)(&model.sight.value(entry.field, &value))]),
        Some(Verdict::AsStored) => (Tone::Plain, vec![words.compare.value_as_stored.to_owned()]),
        Some(Verdict::Empty) => (Tone::Plain, vec![words.compare.value_empty.to_owned()]),
        Some(Verdict::OtherCustomer) => (Tone::Error, vec![words.compare.value_other.to_owned()]),
        Some(Verdict::Wrong(findings)) => {
            let told = |finding: &crate::domain::finding::Finding| {
                let other = finding.other_row.map_or_else(String::new, |row| row.to_string());
                words.rule(finding.rule).what.replace("{row}", &other)
            };
            (Tone::Error, findings.iter().map(told).collect())
        }
        None => (Tone::Plain, Vec::new()),
    }
}

pub(super) fn rules(model: &Model, rules: &Rules, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let width = canvas.box_columns(WIDEST - 22);
    let inner = usize::from(width.saturating_sub(4));
    let settled = rules.weighed.of(SidesRule::Leave);
    let offers = Rules::LINES.map(|rule| offered(rules, rule, words));
    // Where a name and what it would do have no room beside each other, what the rule in question would do stands below them all.
    let fits = canvas.is_heard() || offers.iter().all(|(name, does)| width_of(name) + width_of(does) + 5 <= inner);
    let does = offers.get(rules.cursor).map_or("", |(_, does)| does.as_str());
    let mut below = Vec::new();
    below.extend((!fits).then(|| vec![(Tone::Chosen, format!("  {does}"))]));
    below.push(Vec::new());
    if settled.unsure > 0 {
        below.extend(wrap(line(Tone::Warning, (words.compare.rules_unsure)(settled.unsure)), canvas.unbroken(inner)));
    }
    below.extend(wrap(line(Tone::Dim, words.compare.rules_replace), canvas.unbroken(inner)));
    let above = wrap(line(Tone::Plain, (words.compare.rules_for)(settled.rows)), canvas.unbroken(inner));
    let lines = above.len() + 1 + offers.len() + below.len();
    // Air is the first to go in a low window.
    let air = if lines + 2 <= usize::from(canvas.height().saturating_sub(3)) { 1 } else { 0 };
    below.retain(|line| air == 1 || !line.is_empty());
    let height = above.len() + air + offers.len() + below.len() + 2;
    let part = canvas.middle(width, u16::try_from(height).unwrap_or(u16::MAX));
    canvas.frame(part, words.compare.rules_title, "");
    let (x, width) = (part.x + 2, part.width.saturating_sub(4));
    let last = part.y + part.height.saturating_sub(1);
    let mut y = part.y + 1 + u16::try_from(above.len()).unwrap_or(u16::MAX);
    canvas.lines(x, (part.y + 1, y), width, &above);
    y += u16::try_from(air).unwrap_or(0);
    let outside = canvas.put_as(Role::Line);
    for (place, (name, does)) in offers.iter().enumerate() {
        let here = place == rules.cursor;
        let count = if fits { u16::try_from(width_of(does)).unwrap_or(0) } else { 0 };
        let room = width.saturating_sub(count + 3);
        canvas.put(x, y, 2, if here { ">" } else { " " }, canvas.look.strong());
        canvas.put(x + 2, y, room, name, if here { canvas.look.current() } else { canvas.look.plain() });
        if fits {
            canvas.put(x + 3 + room, y, count, does, canvas.look.dim());
        }
        if here {
            canvas.set_cursor(x, y);
        }
        y += 1;
    }
    canvas.put_as(outside);
    canvas.lines(x, (y, last), width, &below);
}

/// A rule, and what it would do.
fn offered(rules: &Rules, rule: Option<SidesRule>, words: &Words) -> (&'static str, String) {
    let Some(rule) = rule else { return (words.compare.one_by_one, String::new()) };
    let settled = rules.weighed.of(rule);
    let does = match settled.fields {
        0 => words.compare.rule_nothing.to_owned(),
        fields => (words.compare.rule_does)(fields, settled.written),
    };
    ((words.compare.rule)(rule), does)
}

pub(super) fn couple(model: &Model, couple: &Couple, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let Some(desk) = model.desk() else { return };
    let Some((main, partner)) = couple.rows() else { return };
    let Some(joint) = desk.draft.joint(main, partner) else { return };
    let part = canvas.middle(WIDEST, 21);
    let (title, why) = match couple.pair() {
        Some(pair) => (words.couple.title, (words.couple.bond)(pair.bond)),
        None => (words.couple.joined, ""),
    };
    let foot = couple.place().map_or_else(String::new, |(at, all)| (words.couple.pair_place)(at, all));
    canvas.frame(part, title, &foot);
    let (x, width) = (part.x + 2, part.width.saturating_sub(4));
    let last = part.y + part.height.saturating_sub(2);
    let mut y = part.y + 1;
    if !why.is_empty() {
        canvas.put(x, y, width, why, canvas.look.tone(Tone::Good));
        y += 1;
    }
    let side = width.saturating_sub(NAMES + 1) / 2;
    let numbers = [main, partner].map(|row| (words.row)(desk.draft.row_number(row)));
    let mut lines = vec![(String::new(), [words.couple.main_filer, words.couple.partner].map(str::to_owned), true)];
    lines.push((String::new(), numbers, true));
    lines.extend(side_by_side(&joint, model.sight).into_iter().map(|(name, values)| (name, values, false)));
    let told = told(&joint, model.sight, usize::from(width));
    // Who they are comes before all that is told of them.
    let room = usize::from(last.saturating_sub(y + 2)).saturating_sub(told.len()).max(HEADS);
    for (name, [ours, theirs], is_head) in lines.into_iter().take(room) {
        let style = if is_head { canvas.look.strong() } else { canvas.look.plain() };
        canvas.name(x, y, NAMES, &name, canvas.look.dim());
        canvas.cell(x + NAMES, y, side, &ours, style);
        canvas.cell(x + NAMES + side + 1, y, side, &theirs, style);
        y += 1;
    }
    for (tone, text) in told {
        if y < last {
            canvas.put(x, y, width, &text, canvas.look.tone(tone));
            y += 1;
        }
    }
    if let Some(told) = stored_apart(desk, main, partner, model.sight).filter(|_| y < last) {
        canvas.put(x, y, width, &told, canvas.look.tone(Tone::Warning));
    }
    let (tone, text) = match couple.refusal(&desk.draft) {
        Some(refusal) => (Tone::Error, model.sight.keyed(model.layer(), &words.notice(&refused(desk, refusal)))),
        None if couple.pair().is_some() => (Tone::Chosen, model.sight.keyed(model.layer(), words.couple.enter_joins)),
        None => (Tone::Chosen, model.sight.keyed(model.layer(), words.couple.enter_parts)),
    };
    canvas.put(x, last, width, &text, canvas.look.tone(tone));
    canvas.set_cursor(x, last);
}

/// Where the store has the partner as a customer of their own: that one is left without a row.
fn stored_apart(desk: &Desk, main: RowIndex, partner: RowIndex, sight: Sight) -> Option<String> {
    let id = |row: RowIndex| desk.draft.account(row).and_then(|account| account.found).map(|found| found.id);
    let theirs = id(partner).filter(|theirs| Some(*theirs) != id(main))?;
    Some((sight.words().couple.partner_is_stored)(&theirs.to_string()))
}

/// What tells two people, and their rows, apart: only what one of them says.
fn side_by_side(joint: &Joint, sight: Sight) -> Vec<(String, [String; 2])> {
    const FIELDS: [Field; 8] = [
        Field::NationalNumber,
        Field::Email,
        Field::Mobile,
        Field::Language,
        Field::ClientCode,
        Field::EnterpriseNumber,
        Field::Labels,
        Field::Responsible,
    ];
    let words = sight.words();
    let both = [&joint.main, &joint.partner];
    let name = both.map(|values| sight.name(&values.full_name()));
    let mut lines = vec![((words.column)(Column::Customer).to_owned(), name)];
    let address = both.map(|values| sight.text(&address(values)));
    for field in FIELDS {
        lines.push(((words.field)(field).to_owned(), both.map(|values| sight.value(field, values.text(field)))));
        if field == Field::Mobile {
            lines.push(((words.field)(Field::Address).to_owned(), address.clone()));
        }
    }
    lines.retain(|(_, [ours, theirs])| !ours.is_empty() || !theirs.is_empty());
    lines
}

/// The address in one line.
fn address(values: &Values) -> String {
    let joined = |fields: &[Field]| fields.iter().filter_map(|field| values.get(*field)).collect::<Vec<_>>().join(" ");
    let parts = [
        joined(&[Field::Street, Field::HouseNumber, Field::Box]),
        joined(&[Field::PostalCode, Field::City]),
        values.text(Field::Address).to_owned(),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// What the joint return has of the partner, and what is not kept of the partner's row.
fn told(joint: &Joint, sight: Sight, width: usize) -> Vec<(Tone, String)> {
    let words = sight.words();
    let piece = |field: Field, value: &str| format!("{} {}", (words.field)(field), sight.value(field, value));
    // What is the partner's in a return; also where the main filer's row said it already.
    const OF_PARTNER: [Field; 6] = [
        Field::SpouseNationalNumber,
        Field::SpouseFirstName,
        Field::SpouseLastName,
        Field::SpouseEmail,
        Field::SpouseMobile,
        Field::SpouseEnterpriseNumber,
    ];
    let gained = OF_PARTNER.into_iter().filter_map(|field| Some((field, joint.joined.get(field)?)));
    let gained: Vec<String> = gained.map(|(field, value)| piece(field, value)).collect();
    let lost: Vec<String> = joint.not_kept.iter().map(|(field, value)| piece(*field, value)).collect();
    let mut lines = vec![(Tone::Dim, String::new()), (Tone::Good, format!("{}{}", words.couple.joint_return, words.colon().trim_end()))];
    lines.extend(flowed(&gained, width.saturating_sub(2)).into_iter().map(|text| (Tone::Plain, format!("  {text}"))));
    if lost.is_empty() {
        lines.push((Tone::Dim, words.couple.all_kept.to_owned()));
    } else {
        lines.push((Tone::Warning, format!("{}{}", words.couple.not_kept, words.colon().trim_end())));
        lines.extend(flowed(&lost, width.saturating_sub(2)).into_iter().map(|text| (Tone::Plain, format!("  {text}"))));
    }
    lines
}
