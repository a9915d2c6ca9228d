//! What is said while nothing happens: what to do here, or what keeps part of a list from being shown.

use crate::app::arrived::Arrived;
use crate::app::compare::Sight;
use crate::app::desk::{Desk, Face};
use crate::app::detail::{cut, quoted, width_of};
use crate::app::keymap::Layer;
use crate::app::listing::Listing as _;
use crate::app::past::{Page, Past};
use crate::app::register::{Register, TabKind};
use crate::app::table::Table;
use crate::app::{Model, Overlay, Screen};
use crate::domain::draft::{Bucket, Side};
use crate::view::compare::differing;
use crate::view::start;

/// What is said while nothing happens: what to do here. A duplicate is seen so, and so many columns are taken beside it.
pub(super) fn word(model: &Model, sight: Option<&Sight>, beside: usize) -> String {
    let words = model.sight.words();
    match model.layer() {
        Layer::Tabs => {
            let Some(desk) = model.desk() else { return String::new() };
            let edited = || edited(model, desk);
            if let Some(said) = filtered(model, desk.table()).or_else(edited).or_else(|| grouped(model, desk.table())) {
                return said;
            }
            match desk.tab {
                Bucket::OnlyInImport => words.desk.do_new,
                Bucket::OnlyInStore => words.desk.do_stored,
                Bucket::Duplicates => words.desk.do_duplicates,
                Bucket::Invalid => words.desk.do_invalid,
            }
            .to_owned()
        }
        Layer::Arrived => model.arrived().map_or_else(String::new, |arrived| told_of_arrived(model, arrived)),
        Layer::Start => match model.screen {
            Screen::Start(start) => start::explained(model, start),
            _ => String::new(),
        },
        Layer::Parcels => match &model.screen {
            Screen::Picker(picker) => (words.arrived.do_pick)(picker.ticked.len()),
            _ => String::new(),
        },
        Layer::Past => model.past().map_or_else(String::new, |past| told_of_past(model, past)),
        Layer::Inviting => match model.inviting() {
            Some(inviting) if inviting.is_read && inviting.recipients.is_empty() => words.inviting.nobody.to_owned(),
            _ => words.inviting.do_inviting.to_owned(),
        },
        Layer::Register | Layer::Flows | Layer::Imports | Layer::Outbox => {
            model.register().map_or_else(String::new, |register| told_of_list(model, register))
        }
        Layer::Dossier => told_of_dossier(model),
        Layer::Picker => words.picker.only_read.to_owned(),
        Layer::Compare => compared(model, sight, beside).unwrap_or_else(|| words.compare.only_chosen_written.to_owned()),
        Layer::Mapping => words.mapping.do_mapping.to_owned(),
        Layer::Summary => words.summary.default_is_back.to_owned(),
        Layer::Person => words.person.standing.to_owned(),
        Layer::Fixing | Layer::Preview if model.person().is_some() => words.person.nothing_saved_yet.to_owned(),
        Layer::Preview if matches!(model.overlay, Some(Overlay::Person(_))) => words.person.nothing_saved_yet.to_owned(),
        Layer::Fixing | Layer::Replacing | Layer::Preview => words.fixing.workbook_unchanged.to_owned(),
        _ => String::new(),
    }
}

/// That a range was begun: of one row nothing else is seen.
fn ranged(model: &Model, table: &Table) -> Option<String> {
    table.anchor.is_some().then(|| model.sight.words().listing.range.to_owned())
}

/// The range that was begun, else the filter that keeps rows of a list from being shown.
fn filtered(model: &Model, table: &Table) -> Option<String> {
    if let Some(said) = ranged(model, table) {
        return Some(said);
    }
    let filter = table.filter.text();
    (!filter.is_empty()).then(|| (model.sight.words().listing.filtered)(&quoted(filter), table.order.len()))
}

/// That one group of a list is shown.
fn grouped(model: &Model, table: &Table) -> Option<String> {
    table.group.as_ref().map(|_| (model.sight.words().listing.grouped)(table.order.len()))
}

/// What keeps rows of the register from being shown, else what to do here.
fn told_of_list(model: &Model, register: &Register) -> String {
    let (words, table) = (model.sight.words(), register.table());
    if let Some(said) = filtered(model, table).or_else(|| grouped(model, table)) {
        return said;
    }
    // What it is narrowed to stands above the list.
    if !table.narrowing.is_empty() {
        return (words.register.narrowed_list)(table.order.len());
    }
    match register.tab {
        TabKind::Customers => words.register.do_customers,
        TabKind::Dossiers => words.register.do_dossiers,
        TabKind::Flows => words.flows.do_flows,
        TabKind::Imports => words.told.do_imports,
        TabKind::Outbox => words.inviting.do_outbox,
    }
    .to_owned()
}

/// What keeps lines of what came back from being shown, else what to do here.
fn told_of_arrived(model: &Model, arrived: &Arrived) -> String {
    let (words, table) = (model.sight.words(), arrived.table());
    if let Some(said) = filtered(model, table).or_else(|| grouped(model, table)) {
        return said;
    }
    match (&arrived.written, arrived.shown) {
        (Some(_), _) => words.arrived.do_done,
        (None, None) => words.arrived.do_files,
        (None, Some(_)) => words.arrived.do_differences,
    }
    .to_owned()
}

/// What keeps lines of an import from being shown, else what to do here.
fn told_of_past(model: &Model, past: &Past) -> String {
    let (words, table) = (model.sight.words(), past.table());
    if let Some(said) = filtered(model, table).or_else(|| grouped(model, table)) {
        return said;
    }
    match past.page {
        Page::Rows => words.told.do_rows,
        Page::TakingBack(_) => words.told.do_preview,
        Page::TakenBack(..) => words.told.do_receipt,
    }
    .to_owned()
}

/// What holds for the dossier on screen.
fn told_of_dossier(model: &Model) -> String {
    let words = &model.sight.words().dossier;
    match model.binder() {
        None => String::new(),
        Some(binder) if !binder.filter.text().is_empty() => (words.filtered)(&quoted(binder.filter.text()), binder.listed()),
        Some(binder) if binder.is_archived() => words.stands_archived.to_owned(),
        Some(binder) if binder.is_closed() => words.stands_closed.to_owned(),
        Some(binder) if binder.is_out() => words.stands_out.to_owned(),
        Some(_) => words.stands.to_owned(),
    }
}

/// What the workbook says of the cell under the cursor, where something else was put in its place.
fn edited(model: &Model, desk: &Desk) -> Option<String> {
    let (row, field) = (desk.current_row()?, desk.column_field()?);
    let words = model.sight.words();
    let in_file = || desk.draft.in_workbook(row, field);
    let shown = || if in_file().is_empty() { words.empty_value.to_owned() } else { model.sight.value(field, in_file()) };
    desk.draft.is_edited(row, field).then(|| (words.detail.edited_from)(&shown()))
}

/// Both sides of the field under the cursor, uncut where the line is wide enough.
fn compared(model: &Model, sight: Option<&Sight>, beside: usize) -> Option<String> {
    let desk = model.desk()?;
    let Face::Compare(compare) = &desk.face else { return None };
    let one = sight?.comparisons.get(compare.cursor).filter(|one| one.difference.can_be_taken())?;
    let words = model.sight.words();
    let value = |text: &str| if text.is_empty() { words.empty_value.to_owned() } else { model.sight.value(one.field, text) };
    let taken = if one.side == Side::Both { one.result() } else { (&one.import).into() };
    let name = format!("{}{}", (words.field)(one.field), words.colon());
    let room = usize::from(model.size.0).saturating_sub(width_of(&name) + " ".len() + " -> ".len() + beside) / 2;
    let [store, taken] = differing([value(&one.store), value(&taken)], room, 0).map(|text| cut(&text, room));
    Some(format!("{name}{store} -> {taken}"))
}
