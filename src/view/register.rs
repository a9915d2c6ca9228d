//! The register: its tabs, what is chosen, the list.

use super::canvas::Canvas;
use super::listing;
use crate::app::Model;
use crate::app::action::Action;
use crate::app::detail::{Tone, width_of};
use crate::app::keymap::Layer;
use crate::app::register::{Reading, Register, TabKind};
use crate::app::table::Column;

pub(super) fn draw(model: &Model, register: &Register, canvas: &mut Canvas<'_>) {
    head(model, register, canvas);
    tabs(model, register, canvas);
    if listing::zoomed(model, register, canvas) {
        return;
    }
    choices(model, register, canvas);
    listing::draw(model, register, canvas);
}

fn head(model: &Model, register: &Register, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let language = model.sight.language.code().to_uppercase();
    let right = match &register.reading {
        Reading::Store => format!("{}  {language}", words.register.reading_short),
        Reading::Texts(_, Some(far)) if far.all > 0 => {
            format!("{}  {language}", (words.register.preparing)(far.done.saturating_mul(100) / far.all))
        }
        Reading::Texts(..) => format!("{}  {language}", (words.register.preparing)(0)),
        Reading::Done | Reading::Failed(_) => language,
    };
    canvas.title(words.register.title, &right);
}

/// The tabs; the one that is shown in brackets. In a narrow window they have their short names, and then no air between them.
fn tabs(model: &Model, register: &Register, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let key = |tab: TabKind| model.sight.key(Layer::Register, tab.action());
    let room = usize::from(canvas.width());
    let wide = |name: fn(TabKind) -> &'static str, gap: usize| {
        TabKind::ALL.iter().map(|tab| width_of(name(*tab)) + width_of(&key(*tab)) + 3 + gap).sum::<usize>() - gap
    };
    let ways = [(words.register.tab, 1), (words.register.tab, 0), (words.register.tab_short, 1)];
    let (name, gap) = ways.into_iter().find(|(name, gap)| wide(*name, *gap) <= room).unwrap_or((words.register.tab_short, 0));
    canvas.put(0, 1, canvas.width(), "", canvas.look.plain());
    let mut x = 0;
    for tab in TabKind::ALL {
        let text = format!("{} {}", key(tab), name(tab));
        if tab == register.tab {
            let text = if canvas.is_heard() { (words.plain.this_tab)(&text) } else { format!("[{text}]") };
            x += canvas.write(x, 1, &text, canvas.look.strong());
        } else {
            x += canvas.write(x, 1, &format!(" {text} "), canvas.look.dim());
        }
        x += u16::try_from(gap).unwrap_or(0);
    }
}

/// The task flow with its key, and how many customers are marked.
fn choices(model: &Model, register: &Register, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    canvas.put(0, 2, canvas.width(), "", canvas.look.plain());
    if matches!(register.tab, TabKind::Flows | TabKind::Imports) {
        return;
    }
    let mut x = 1;
    let marks = marks(model, register, canvas);
    if register.tab == TabKind::Outbox {
        let tally = model.mails.known().map(|read| read.tally).unwrap_or_default();
        canvas.write(x, 2, &(words.outbox.tally)(&tally), canvas.look.plain());
        return;
    }
    let (flow_name, flow_label) =
        if canvas.is_heard() { (words.flow, (words.heard.column)(Column::Flow)) } else { (words.flow_short, words.desk.flow_label) };
    let flow = register.shelf.flow().map_or_else(|| words.register.all_flows.to_owned(), |flow| flow_name(flow.assessment_year));
    // Without its name, what stands in brackets is a riddle: the name goes last.
    if width_of(flow_label) + width_of(&flow) + marks + 8 <= usize::from(canvas.width()) {
        let wide = u16::try_from(width_of(flow_label)).unwrap_or(0);
        canvas.name(x, 2, wide, flow_label, canvas.look.dim());
        x += wide + 1;
    }
    let flow = if canvas.is_heard() { flow } else { format!("[{flow}]") };
    x += canvas.write(x, 2, &flow, canvas.look.plain()) + 1;
    canvas.key(x, 2, &model.sight.key(Layer::Register, Action::TaskFlow));
}

/// How many are marked, and how many of them are not seen. The columns that this takes, with air in front.
fn marks(model: &Model, register: &Register, canvas: &mut Canvas<'_>) -> usize {
    let marked = register.marked_count();
    if marked == 0 {
        return 0;
    }
    let hidden = register.hidden_count();
    let style = if hidden > 0 { canvas.look.tone(Tone::Warning) } else { canvas.look.strong() };
    let told = (model.sight.words().register.marked)(marked, hidden);
    canvas.put_right(2, &told, style);
    width_of(&told) + 2
}
