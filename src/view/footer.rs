//! The last two lines of every screen: what was last said, and the keys that matter most here.

use super::canvas::Canvas;
use crate::app::action::Action;
use crate::app::arrived::Arrived;
use crate::app::desk::{Desk, Face};
use crate::app::detail::{Tone, width_of};
use crate::app::dossier::DossierNotice;
use crate::app::keymap::{Binding, FOOTER_OF_INVALID, Layer, bindings};
use crate::app::listing::Listing as _;
use crate::app::mailing::MailNotice;
use crate::app::notice::Notice;
use crate::app::past::{Page, Past};
use crate::app::person::{Front, PersonNotice};
use crate::app::register::{Register, TabKind};
use crate::app::{Model, Overlay, Screen};
use crate::domain::draft::{Bucket, Side};

/// The most keys that are shown.
const KEYS: usize = 8;

pub(super) fn draw(model: &Model, canvas: &mut Canvas<'_>) {
    let (width, height) = (canvas.width(), canvas.height());
    let message = height.saturating_sub(2);
    canvas.put(0, message, width, "", canvas.look.plain());
    let place = place(model);
    let width = width.saturating_sub(place.as_ref().map_or(0, |place| u16::try_from(width_of(place)).unwrap_or(0) + 2));
    match (&model.notice, typed_filter(model)) {
        (_, Some((text, cursor))) => {
            let words = model.sight.words();
            let lead = format!(" {} ", words.filter);
            canvas.put(0, message, width, &format!("{lead}{text}"), canvas.look.strong());
            let before: String = text.chars().take(cursor).collect();
            canvas.set_cursor(u16::try_from(width_of(&lead) + width_of(&before)).unwrap_or(0).min(width.saturating_sub(1)), message);
        }
        (Some(notice), None) => {
            let text = format!(" {}", model.sight.words().notice(notice));
            let tone = if is_obstacle(notice) { Tone::Warning } else { Tone::Plain };
            canvas.put(0, message, width, &text, canvas.look.tone(tone));
        }
        (None, None) => canvas.put(0, message, width, &format!(" {}", standing_word(model)), canvas.look.dim()),
    }
    if let Some(place) = place {
        canvas.put_right(message, &place, canvas.look.dim());
    }
    keys(model, canvas, height.saturating_sub(1));
}

/// What is being typed into a filter, and where the cursor stands.
fn typed_filter(model: &Model) -> Option<(&str, usize)> {
    if model.layer() != Layer::Filtering {
        return None;
    }
    if let Some(Overlay::Person(front)) = &model.overlay {
        let Front::History(history) = front.as_ref() else { return None };
        return Some((history.filter.text(), history.filter.cursor()));
    }
    let filter = match &model.screen {
        Screen::Picker(picker) => &picker.filter,
        Screen::Desk(desk) => &desk.table().filter,
        Screen::Register(register) => &register.table().filter,
        Screen::Past(past) => &past.table().filter,
        Screen::Arrived(arrived) => &arrived.table().filter,
        Screen::Dossier(binder) => &binder.filter,
        Screen::Start(_) | Screen::Person(_) | Screen::Inviting(_) | Screen::Sending => return None,
    };
    Some((filter.text(), filter.cursor()))
}

/// What is said while nothing happens: what to do here.
fn standing_word(model: &Model) -> String {
    let words = model.sight.words();
    match model.layer() {
        Layer::Tabs => {
            let Some(desk) = model.desk() else { return String::new() };
            let filter = desk.table().filter.text();
            if !filter.is_empty() {
                return (words.filtered)(filter, desk.table().order.len());
            }
            if let Some(edited) = edited(model, desk) {
                return edited;
            }
            if desk.table().group.is_some() {
                return (words.grouped)(desk.table().order.len());
            }
            match desk.tab {
                Bucket::OnlyInImport => words.do_new,
                Bucket::OnlyInStore => words.do_stored,
                Bucket::Duplicates => words.do_duplicates,
                Bucket::Invalid => words.do_invalid,
            }
            .to_owned()
        }
        Layer::Arrived => model.arrived().map_or_else(String::new, |arrived| told_of_arrived(model, arrived)),
        Layer::Parcels => match &model.screen {
            Screen::Picker(picker) => (words.arrived.do_pick)(picker.ticked.len()),
            _ => String::new(),
        },
        Layer::Past => model.past().map_or_else(String::new, |past| told_of_past(model, past)),
        Layer::Inviting => words.inviting.do_inviting.to_owned(),
        Layer::Register | Layer::Flows | Layer::Imports | Layer::Outbox => {
            model.register().map_or_else(String::new, |register| told_of_list(model, register))
        }
        Layer::Dossier => standing_word_of_dossier(model),
        Layer::Picker => words.only_read.to_owned(),
        Layer::Compare => compared(model).unwrap_or_else(|| words.only_chosen_written.to_owned()),
        Layer::Mapping => words.do_mapping.to_owned(),
        Layer::Summary => words.default_is_back.to_owned(),
        Layer::Person => words.person.standing.to_owned(),
        Layer::Fixing | Layer::Preview if model.person().is_some() => words.person.nothing_saved_yet.to_owned(),
        Layer::Preview if matches!(model.overlay, Some(Overlay::Person(_))) => words.person.nothing_saved_yet.to_owned(),
        Layer::Fixing | Layer::Replacing | Layer::Preview => words.workbook_unchanged.to_owned(),
        _ => String::new(),
    }
}

/// What keeps rows of the register from being shown, else what to do here.
fn told_of_list(model: &Model, register: &Register) -> String {
    let (words, table) = (model.sight.words(), register.table());
    let filter = table.filter.text();
    if !filter.is_empty() {
        return (words.filtered)(filter, table.order.len());
    }
    if table.group.is_some() {
        return (words.grouped)(table.order.len());
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
    let filter = table.filter.text();
    if !filter.is_empty() {
        return (words.filtered)(filter, table.order.len());
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
    let filter = table.filter.text();
    if !filter.is_empty() {
        return (words.filtered)(filter, table.order.len());
    }
    if table.is_narrowed() {
        return (words.grouped)(table.order.len());
    }
    match past.page {
        Page::Rows => words.told.do_rows,
        Page::TakingBack(_) => words.told.do_preview,
        Page::TakenBack(..) => words.told.do_receipt,
    }
    .to_owned()
}

/// What holds for the dossier on screen.
fn standing_word_of_dossier(model: &Model) -> String {
    let words = &model.sight.words().dossier;
    match model.binder() {
        None => String::new(),
        Some(binder) if !binder.filter.text().is_empty() => (words.filtered)(binder.filter.text(), binder.listed()),
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
    desk.draft.is_edited(row, field).then(|| (words.edited_from)(&shown()))
}

/// Both sides of the field under the cursor, uncut where the line is wide enough.
fn compared(model: &Model) -> Option<String> {
    let desk = model.desk()?;
    let Face::Compare(compare) = &desk.face else { return None };
    let sight = compare.sight(&desk.draft)?;
    let one = sight.comparisons.get(compare.cursor).filter(|one| one.difference.can_be_taken())?;
    let words = model.sight.words();
    let value = |text: &str| if text.is_empty() { words.empty_value.to_owned() } else { model.sight.value(one.field, text) };
    let taken = if one.side == Side::Both { one.result() } else { (&one.import).into() };
    Some(format!("{}{}{} -> {}", (words.field)(one.field), words.colon(), value(&one.store), value(&taken)))
}

/// Where the cursor is in the list.
fn place(model: &Model) -> Option<String> {
    let is_of_list = matches!(
        model.layer(),
        Layer::Tabs
            | Layer::Dossier
            | Layer::Filtering
            | Layer::Zoom
            | Layer::Register
            | Layer::Whole
            | Layer::Flows
            | Layer::Imports
            | Layer::Past
            | Layer::Arrived
            | Layer::Outbox
    );
    if !is_of_list || model.overlay.is_some() {
        return None;
    }
    if let Some(binder) = model.binder() {
        let at = if binder.listed() == 0 { 0 } else { binder.cursor + 1 };
        return Some((model.sight.words().place)(at, binder.listed()));
    }
    let table = model
        .arrived()
        .map(|arrived| arrived.table())
        .or_else(|| model.past().map(|past| past.table()))
        .or_else(|| model.register().map(Register::table))
        .or_else(|| Some(model.desk()?.table()))?;
    let at = if table.order.is_empty() { 0 } else { table.cursor + 1 };
    Some((model.sight.words().place)(at, table.order.len()))
}

const fn is_obstacle(notice: &Notice) -> bool {
    match notice {
        Notice::Refused(_)
        | Notice::InvalidRow
        | Notice::HasDossier
        | Notice::OnlyLook
        | Notice::ChooseFlowFirst
        | Notice::NothingToTake
        | Notice::NothingToUndo { .. }
        | Notice::NothingToRedo
        | Notice::NoGroups
        | Notice::NoMore
        | Notice::NoPath
        | Notice::LastColumn
        | Notice::NotHere
        | Notice::NotRead(_)
        | Notice::NothingToMark
        | Notice::NoDrafts
        | Notice::NoColumnFor(_)
        | Notice::NothingToTakeFor
        | Notice::NothingToCheck
        | Notice::CannotSave
        | Notice::NothingToExport
        | Notice::SameNumber
        | Notice::AllLookedAt
        | Notice::NothingToSettle
        | Notice::ValueRefused
        | Notice::NobodyToJoin
        | Notice::PartnerTaken(_)
        | Notice::InvalidPartner(_)
        | Notice::OtherPartner(_)
        | Notice::PastedText
        | Notice::NoRow
        | Notice::NothingWrong
        | Notice::NoSuggestion(_)
        | Notice::NothingChanges
        | Notice::NothingToRepeat
        | Notice::NothingFound
        | Notice::StillReading
        | Notice::NotReadAgain
        | Notice::IsTakenBack
        | Notice::NothingToTakeOver
        | Notice::NoImport
        | Notice::NobodyThere
        | Notice::Unclear(_) => true,
        Notice::Dossier(notice) => is_obstacle_of_dossier(notice),
        Notice::Mail(notice) => match notice {
            MailNotice::Tested(_) | MailNotice::Written(..) | MailNotice::Changed | MailNotice::Ended(..) => false,
            MailNotice::WrongNumber(..)
            | MailNotice::Nobody
            | MailNotice::Underway
            | MailNotice::Elsewhere(..)
            | MailNotice::NoAddress
            | MailNotice::NoDays
            | MailNotice::NoDay
            | MailNotice::NothingAhead
            | MailNotice::NothingToWithdraw
            | MailNotice::NoFlow => true,
        },
        Notice::Person(said) => match said {
            PersonNotice::NothingToSave
            | PersonNotice::Barred(_)
            | PersonNotice::NotConfirmed
            | PersonNotice::InTheMail(_)
            | PersonNotice::NobodyChanges
            | PersonNotice::StoreNotRead
            | PersonNotice::OnlyNewcomers => true,
            PersonNotice::MadeAgain(lost) => *lost > 0,
            PersonNotice::Saved(_)
            | PersonNotice::Added(_)
            | PersonNotice::Removed(_)
            | PersonNotice::Changed(_)
            | PersonNotice::Separated(_) => false,
        },
        Notice::Demo | Notice::TakenFrom(_) | Notice::MappingSaved(_) | Notice::Mapped => false,
        Notice::TakenBack(..)
        | Notice::MadeAgain(..)
        | Notice::StepsTakenBack(..)
        | Notice::StepsMadeAgain(..)
        | Notice::PlanWritten(_)
        | Notice::DraftKept
        | Notice::TakenOver(..)
        | Notice::TakenUp(_)
        | Notice::Marked(_)
        | Notice::Fixed(..)
        | Notice::FixedMany(_)
        | Notice::ChangedMany(_)
        | Notice::Numbers(_)
        | Notice::TemplateWritten(_)
        | Notice::Exported(_)
        | Notice::Stopped
        | Notice::Recorded(_)
        | Notice::Stopping
        | Notice::Refreshed
        | Notice::HeldApart(..)
        | Notice::RuleApplied(..)
        | Notice::RuleIdle
        | Notice::Joined(..)
        | Notice::Parted(_)
        | Notice::Sorted(..)
        | Notice::Unsorted => false,
    }
}

const fn is_obstacle_of_dossier(notice: &DossierNotice) -> bool {
    match notice {
        DossierNotice::Closed
        | DossierNotice::NoQuestion
        | DossierNotice::NotYesNo
        | DossierNotice::NothingToClear
        | DossierNotice::NoneOpen
        | DossierNotice::NoneAside
        | DossierNotice::NotTaken
        | DossierNotice::Masked
        | DossierNotice::NothingToSave
        | DossierNotice::OtherLanguages(_)
        | DossierNotice::OnlyOne => true,
        DossierNotice::TakenBack(_)
        | DossierNotice::MadeAgain(_)
        | DossierNotice::Saved(_)
        | DossierNotice::OnTop(_)
        | DossierNotice::Reads(_) => false,
    }
}

/// The place of a key in the footer, 0 for none. The tab of invalid rows has keys of its own there.
fn rank(model: &Model, binding: &Binding) -> u8 {
    let on_invalid = model.desk().is_some_and(|desk| desk.tab == Bucket::Invalid);
    if model.layer() != Layer::Tabs || binding.layer != Layer::Tabs || !on_invalid {
        return binding.footer;
    }
    let place = FOOTER_OF_INVALID.iter().position(|action| *action == binding.action);
    place.and_then(|place| u8::try_from(place + 1).ok()).unwrap_or(0)
}

/// The keys of the layer, most useful first, as many as fit; help and back never give way.
fn keys(model: &Model, canvas: &mut Canvas<'_>, y: u16) {
    let words = model.sight.words();
    let mut shown: Vec<(u8, &Binding)> = bindings(model.layer()).map(|binding| (rank(model, binding), binding)).collect();
    shown.retain(|(rank, _)| *rank > 0);
    shown.sort_by_key(|(rank, _)| *rank);
    let mut shown: Vec<&Binding> = shown.into_iter().map(|(_, binding)| binding).collect();
    // A box with one button needs no other; from the first screen back is out.
    // So does a couple of which only the one can be the main filer, and a lone pair.
    let lone = |binding: &&Binding| {
        let gives_way = binding.action == Action::Right || matches!(binding.layer, Layer::Proposal | Layer::Preview);
        !gives_way || model.obstacle(binding.action).is_none()
    };
    shown.retain(lone);
    let hint = |action| match (model.layer(), action) {
        (Layer::Start, Action::Back) => words.leave,
        (Layer::Filtering, Action::Choose) => words.keep,
        (Layer::Fixing, Action::Choose) => words.accept,
        (Layer::Fixing, Action::AcceptNext) => words.accept_next,
        (Layer::Fixing, Action::Close) => words.leave,
        (Layer::Fixing, Action::Down) => (words.hint)(Action::Choose),
        (Layer::Replacing, Action::Choose) => (words.hint)(Action::Preview),
        (Layer::Preview, Action::Choose) => words.take_all,
        (Layer::Filtering, Action::Close) => words.drop,
        (Layer::Dossier, Action::Open) => words.dossier.hint_answer,
        (Layer::Typing, Action::Choose) if matches!(model.overlay, Some(Overlay::Answer(_))) => words.dossier.hint_take,
        (Layer::Writing, Action::Choose) => words.dossier.hint_take,
        (Layer::Mapping, Action::Open) => words.field_heading,
        (Layer::Mapping, Action::Toggle) => words.in_or_out,
        (Layer::Compare, Action::Open) => words.accept,
        (Layer::Compare, Action::Toggle) => words.side,
        (Layer::Inviting, Action::Zoom) => (words.hint)(Action::Preview),
        (Layer::Inviting | Layer::Mail, Action::Left | Action::Right) => words.other_one,
        (Layer::Proposal, Action::Choose) => words.apply,
        (Layer::Proposal, Action::Down) => words.other_one,
        _ => (words.hint)(action),
    };
    let text = |binding: &Binding| (binding.keys.first().copied().unwrap_or(""), hint(binding.action));
    let wide = |binding: &Binding| width_of(text(binding).0) + width_of(text(binding).1) + 3;
    let width = usize::from(canvas.width()).saturating_sub(1);
    while shown.len() > KEYS || shown.iter().map(|binding| wide(binding)).sum::<usize>() > width {
        // The least useful key that is not help or back.
        let Some(place) = shown.iter().rposition(|binding| binding.footer < 98) else { break };
        shown.remove(place);
    }
    canvas.put(0, y, canvas.width(), "", canvas.look.plain());
    let mut x = 1;
    for binding in shown {
        let (key, hint) = text(binding);
        let barred = model.obstacle(binding.action).is_some();
        let key_style = if barred { canvas.look.dim() } else { canvas.look.key() };
        let hint_style = if barred { canvas.look.dim() } else { canvas.look.plain() };
        x += canvas.write(x, y, key, key_style) + 1;
        x += canvas.write(x, y, hint, hint_style) + 2;
    }
}
