//! The four tabs.

use super::canvas::Canvas;
use super::listing;
use crate::app::Model;
use crate::app::action::Action;
use crate::app::desk::{Desk, Sight};
use crate::app::detail::{Tone, cut, fit, width_of};
use crate::app::geometry::{self, Pane};
use crate::app::keymap::Layer;
use crate::app::table::Column;
use crate::domain::change_set::SourceMark;
use crate::domain::draft::Bucket;

pub(super) fn draw(model: &Model, desk: &Desk, canvas: &mut Canvas<'_>) {
    head(model, desk, canvas);
    tabs(model, desk, canvas);
    if listing::zoomed(model, desk, canvas) {
        return;
    }
    choices(model, desk, canvas);
    if desk.tells_reasons(model.size) {
        let pane = geometry::pane(canvas.width(), canvas.height(), desk.showing.pane);
        let beside = if let Pane::Beside(columns) = pane { columns + 1 } else { 0 };
        let below = geometry::FIRST_ROW + u16::try_from(desk.seen(model.size)).unwrap_or(canvas.height());
        reasons(model, desk, canvas.width().saturating_sub(beside), below, canvas);
    }
    listing::draw(model, desk, canvas);
}

/// Why most rows are invalid, as many reasons as fit.
fn reasons(model: &Model, desk: &Desk, width: u16, y: u16, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let reasons = desk.reasons();
    canvas.put(0, y, width, "", canvas.look.plain());
    if reasons.is_empty() {
        return;
    }
    let mut x = 1 + canvas.write(1, y, &model.sight.keyed(Layer::Tabs, words.desk.by_reason), canvas.look.dim()) + 1;
    for (place, (rule, rows)) in reasons.iter().enumerate() {
        let text = format!("{rows} {}", words.rule(*rule).reason);
        // The last one needs no room for how many more there are.
        let left = reasons.len() - place - 1;
        let kept = if left == 0 { 0 } else { 7 };
        if usize::from(x) + width_of(&text) + kept > usize::from(width) {
            canvas.write(x, y, &format!("+{}", left + 1), canvas.look.dim());
            return;
        }
        x += canvas.write(x, y, &text, canvas.look.plain()) + 3;
    }
}

fn head(model: &Model, desk: &Desk, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let mark = &desk.draft.source().mark;
    let counts = desk.draft.counts();
    canvas.put(0, 0, canvas.width(), &format!(" {}", words.desk.title), canvas.look.strong());
    let kept = match &desk.keeping {
        Some(keeping) if keeping.failed => format!("{}  ", words.drafts.not_saved),
        Some(keeping) => keeping.saved().map_or_else(String::new, |when| format!("{}  ", (words.drafts.saved)(&model.sight.time(when)))),
        None if desk.draft.has_uncommitted_steps() => format!("{}  ", words.drafts.not_saved),
        None => String::new(),
    };
    let x = 3 + u16::try_from(width_of(words.desk.title)).unwrap_or(0);
    let room = |right: &str| canvas.width().saturating_sub(x + u16::try_from(width_of(right)).unwrap_or(0) + 3);
    let language = model.sight.language.code().to_uppercase();
    let mut right = format!("{kept}{}  {language}", (words.rows)(u64::from(counts.rows)));
    // The tabs say how many rows there are, so that their sum gives way first.
    if !kept.is_empty() && width_of(&place(model.sight, mark, usize::MAX)) > usize::from(room(&right)) {
        right = format!("{kept}{language}");
    }
    let room = room(&right);
    canvas.cell(x, 0, room, &place(model.sight, mark, usize::from(room)), canvas.look.plain());
    canvas.put_right(0, &right, canvas.look.dim());
}

/// Which workbook, sheet and row of headings. Where there is no room the name of the workbook is the last to give way: it
/// says what is on screen, and the rest can be asked for.
pub(super) fn place(sight: Sight, mark: &SourceMark, room: usize) -> String {
    const LEAST: usize = 8;
    let words = sight.words();
    let (file, sheet) = (sight.file(&mark.file), sight.text(&mark.sheet));
    let whole = (words.desk.opened_as)(&file, &sheet, mark.header_row);
    let over = width_of(&whole).saturating_sub(room);
    if over == 0 {
        return whole;
    }
    let left = width_of(&sheet).saturating_sub(over);
    let shortened = if left < LEAST { file } else { (words.desk.opened_as)(&file, &fit(&sheet, left), mark.header_row) };
    cut(&shortened, room)
}

/// The tabs; the one that is shown in brackets.
pub(super) fn tabs(model: &Model, desk: &Desk, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let counts = desk.draft.counts();
    let key = |bucket| model.sight.key(Layer::Tabs, tab_action(bucket));
    let fits = |name: &fn(Bucket) -> &'static str| {
        let wide = |bucket: &Bucket| width_of(&format!("[{} {} {}] ", key(*bucket), name(*bucket), counts.of(*bucket)));
        Bucket::ALL.iter().map(wide).sum::<usize>() <= usize::from(canvas.width())
    };
    let name = [words.bucket, words.bucket_middle].into_iter().find(fits).unwrap_or(words.bucket_short);
    canvas.put(0, 1, canvas.width(), "", canvas.look.plain());
    let mut x = 0;
    for bucket in Bucket::ALL {
        let text = format!("{} {} {}", key(bucket), name(bucket), counts.of(bucket));
        if bucket == desk.tab {
            let text = if canvas.is_heard() { (words.plain.this_tab)(&text) } else { format!("[{text}]") };
            x += canvas.write(x, 1, &text, canvas.look.strong());
        } else {
            x += canvas.write(x, 1, &format!(" {text} "), canvas.look.dim());
        }
        x += 1;
    }
}

/// What leads to a tab.
const fn tab_action(bucket: Bucket) -> Action {
    match bucket {
        Bucket::OnlyInImport => Action::TabOnlyInImport,
        Bucket::OnlyInStore => Action::TabOnlyInStore,
        Bucket::Duplicates => Action::TabDuplicates,
        Bucket::Invalid => Action::TabInvalid,
    }
}

/// What is chosen for the import, each with its key.
fn choices(model: &Model, desk: &Desk, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let draft = &desk.draft;
    let counts = draft.counts();
    let unset = || words.desk.choose.to_owned();
    let language = draft.choices().language.map_or_else(unset, |language| (words.language)(language).to_owned());
    let questionnaire = draft.questionnaire().map_or_else(unset, |questionnaire| {
        // Where there is no room for the title, its name says as much in a few letters.
        let title = questionnaire.title.get(model.sight.language.of_customers());
        title.filter(|_| canvas.width() >= 110).unwrap_or(&questionnaire.id.0).to_owned()
    });
    let flow_name = if canvas.is_heard() { words.flow } else { words.flow_short };
    let flow = draft.flow().map_or_else(unset, |flow| flow_name(flow.assessment_year));
    let selected = (words.desk.selected)(counts.selected);
    canvas.put(0, 2, canvas.width(), "", canvas.look.plain());
    canvas.put_right(2, &selected, canvas.look.strong());
    // In a narrow window the keys alone say which is which, so that the count keeps its place.
    let named = |name: &'static str| if canvas.width() < 80 { "" } else { name };
    let flow_label = if canvas.is_heard() { (words.heard.column)(Column::Flow) } else { words.desk.flow_label };
    let names = [flow_label, words.desk.language_short, words.desk.questionnaire_short].map(named);
    let [flow_name, language_name, questionnaire_name] = names;
    let fixed = 4 * 3 + names.iter().map(|name| width_of(name)).sum::<usize>();
    let taken = fixed + width_of(&language) + width_of(&flow) + width_of(&selected) + 12;
    let room = canvas.unbroken(usize::from(canvas.width()).saturating_sub(taken).clamp(8, 60));
    let mut x = 1;
    let key = |action| model.sight.key(Layer::Tabs, action);
    let parts = [
        (flow_name, flow, key(Action::TaskFlow), draft.choices().flow.is_some(), usize::MAX),
        (language_name, language, key(Action::Language), draft.choices().language.is_some(), usize::MAX),
        (questionnaire_name, questionnaire, key(Action::Questionnaire), draft.choices().questionnaire.is_some(), room),
    ];
    for (name, value, key, chosen, most) in parts {
        let style = if chosen { canvas.look.plain() } else { canvas.look.tone(Tone::Warning) };
        let value = if width_of(&value) > most { fit(&value, most) } else { value };
        if !name.is_empty() {
            let wide = u16::try_from(width_of(name)).unwrap_or(0);
            canvas.name(x, 2, wide, name, canvas.look.dim());
            x += wide + 1;
        }
        let value = if canvas.is_heard() { value } else { format!("[{value}]") };
        x += canvas.write(x, 2, &value, style) + 1;
        x += canvas.key(x, 2, &key) + 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::ScreenLanguage;

    #[test]
    fn the_name_of_the_workbook_is_the_last_to_give_way() {
        let mark = SourceMark {
            file: "customers-2026-definitive.xlsx".into(),
            fingerprint: String::new(),
            sheet: "All our customers".into(),
            header_row: 1,
        };
        let sight = Sight::first(ScreenLanguage::English);
        let at = |room| place(sight, &mark, room);
        let whole = at(usize::MAX);
        assert!(whole.starts_with(&mark.file) && whole.contains(&mark.sheet) && whole.contains('1'));
        let shorter = at(width_of(&whole) - 1);
        assert!(shorter.starts_with(&mark.file) && shorter.len() > mark.file.len(), "the sheet is shortened: {shorter}");
        for room in mark.file.len()..mark.file.len() + 10 {
            assert_eq!(at(room), mark.file);
        }
        assert_eq!(at(10), cut(&mark.file, 10));
    }
}
