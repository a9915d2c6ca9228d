//! One table for dispatch, footer, help and the README: layer, keys, action.
//!
//! Only keys that are direct or with Shift on Belgian, French and US layouts; control keys are
//! second names, and never those that a terminal, tmux or screen takes (`tests/laws/keymap.rs`).

mod mails;

use super::action::Action;
use super::key::Key;

/// Where keys have a meaning. Which layer is active follows from the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// Every layer in which nothing is typed.
    Everywhere,
    /// The start screen.
    Start,
    /// The file picker.
    Picker,
    /// Something runs that can be stopped.
    Running,
    /// The four tabs.
    Tabs,
    /// A duplicate, field by field.
    Compare,
    /// Which column is which field.
    Mapping,
    /// The detail pane over the whole screen.
    Zoom,
    /// The summary before an import.
    Summary,
    /// The report after an import.
    Report,
    /// A list of columns to show or hide.
    Columns,
    /// The drafts that are kept.
    Drafts,
    /// A box with buttons: a fault or a question.
    Box,
    /// What would be done, to look at first: a rule for duplicates, two rows that are one return.
    Proposal,
    /// Text is typed into a filter above a list: help, drop-downs.
    Choosing,
    /// Text is typed into the filter of a table or of the picker.
    Filtering,
    /// A path, or the value of a field, is typed.
    Typing,
    /// A field of a row is put right.
    Fixing,
    /// Find and replace is filled in.
    Replacing,
    /// Many changes are looked at before they are made.
    Preview,
    /// What is stored.
    Register,
    /// The register's detail pane over the whole screen.
    Whole,
    /// The outbox.
    Outbox,
    /// Who gets mail, and the number that sends it.
    Inviting,
    /// The whole mail of one recipient.
    Mail,
    /// Mails are being sent.
    Sending,
}

impl Layer {
    /// Every layer.
    pub const ALL: [Self; 26] = [
        Self::Everywhere,
        Self::Start,
        Self::Picker,
        Self::Running,
        Self::Tabs,
        Self::Compare,
        Self::Mapping,
        Self::Zoom,
        Self::Summary,
        Self::Report,
        Self::Columns,
        Self::Drafts,
        Self::Box,
        Self::Proposal,
        Self::Choosing,
        Self::Filtering,
        Self::Typing,
        Self::Fixing,
        Self::Replacing,
        Self::Preview,
        Self::Register,
        Self::Whole,
        Self::Outbox,
        Self::Inviting,
        Self::Mail,
        Self::Sending,
    ];

    /// Whether characters are text here, so that the keys of [`Layer::Everywhere`] do not hold.
    #[must_use]
    pub const fn takes_text(self) -> bool {
        matches!(self, Self::Choosing | Self::Filtering | Self::Typing | Self::Fixing | Self::Replacing)
    }
}

/// One row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Binding {
    /// Where it holds.
    pub layer: Layer,
    /// The keys, the one to show first. A sequence is written with a space: `g g`.
    pub keys: &'static [&'static str],
    /// What they do.
    pub action: Action,
    /// Place in the footer, 1 first; 0 keeps it out.
    pub footer: u8,
}

const fn bind(layer: Layer, keys: &'static [&'static str], action: Action, footer: u8) -> Binding {
    Binding { layer, keys, action, footer }
}

/// The keymap.
pub const KEYMAP: &[Binding] = &joined::<{ OWN.len() + mails::KEYS.len() }>(OWN, mails::KEYS);

/// Two tables as one.
const fn joined<const ALL: usize>(one: &[Binding], other: &[Binding]) -> [Binding; ALL] {
    let mut all = [bind(Layer::Everywhere, &[], Action::Help, 0); ALL];
    let mut at = 0;
    while at < ALL {
        #[expect(clippy::indexing_slicing, reason = "computed by the compiler, which refuses what lies outside")]
        {
            all[at] = if at < one.len() { one[at] } else { other[at - one.len()] };
        }
        at += 1;
    }
    all
}

const OWN: &[Binding] = &[
    bind(Layer::Everywhere, &["?", "F1"], Action::Help, 98),
    bind(Layer::Everywhere, &["q"], Action::Back, 99),
    bind(Layer::Everywhere, &["Esc"], Action::Close, 0),
    bind(Layer::Everywhere, &["L"], Action::ScreenLanguage, 0),
    bind(Layer::Everywhere, &["m"], Action::ShowNumbers, 0),
    bind(Layer::Everywhere, &["Ctrl+C"], Action::Cancel, 0),
    bind(Layer::Everywhere, &["Ctrl+L"], Action::Redraw, 0),
    bind(Layer::Everywhere, &["Ctrl+Z"], Action::Suspend, 0),
    bind(Layer::Start, &["j", "Down"], Action::Down, 0),
    bind(Layer::Start, &["k", "Up"], Action::Up, 0),
    bind(Layer::Start, &["Enter", "l", "Right"], Action::Open, 1),
    bind(Layer::Start, &["n"], Action::NewImport, 2),
    bind(Layer::Start, &["t"], Action::Template, 3),
    bind(Layer::Start, &["r"], Action::Resume, 4),
    bind(Layer::Start, &["d"], Action::Drafts, 5),
    bind(Layer::Start, &["c"], Action::Customers, 6),
    bind(Layer::Picker, &["Enter", "l", "Right"], Action::Open, 1),
    bind(Layer::Picker, &["j", "Down"], Action::Down, 0),
    bind(Layer::Picker, &["k", "Up"], Action::Up, 0),
    bind(Layer::Picker, &["g g", "Home"], Action::First, 0),
    bind(Layer::Picker, &["G", "End", "g e"], Action::Last, 0),
    bind(Layer::Picker, &["PgDn", "Ctrl+D"], Action::PageDown, 0),
    bind(Layer::Picker, &["PgUp", "Ctrl+U"], Action::PageUp, 0),
    bind(Layer::Picker, &["h", "Left", "-"], Action::Parent, 4),
    bind(Layer::Picker, &["Space"], Action::Preview, 2),
    bind(Layer::Picker, &["/"], Action::Filter, 3),
    bind(Layer::Picker, &[":"], Action::TypePath, 5),
    bind(Layer::Picker, &["H"], Action::SheetAndHeadings, 6),
    bind(Layer::Tabs, &["Space", "Ins"], Action::Toggle, 1),
    bind(Layer::Tabs, &["T"], Action::Language, 4),
    bind(Layer::Tabs, &["Q"], Action::Questionnaire, 5),
    bind(Layer::Tabs, &["W"], Action::TaskFlow, 0),
    bind(Layer::Tabs, &["I"], Action::Import, 3),
    bind(Layer::Tabs, &["Enter"], Action::Open, 2),
    bind(Layer::Tabs, &["/"], Action::Filter, 6),
    bind(Layer::Tabs, &["n"], Action::NextFinding, 7),
    bind(Layer::Tabs, &["N"], Action::PreviousFinding, 0),
    bind(Layer::Tabs, &["e"], Action::Edit, 0),
    bind(Layer::Tabs, &["f"], Action::TakeSuggestion, 0),
    bind(Layer::Tabs, &["F"], Action::TakeAlike, 0),
    bind(Layer::Tabs, &["r"], Action::Replace, 0),
    bind(Layer::Tabs, &["."], Action::Repeat, 0),
    bind(Layer::Tabs, &["1", "&"], Action::TabOnlyInImport, 0),
    bind(Layer::Tabs, &["2", "é"], Action::TabOnlyInStore, 0),
    bind(Layer::Tabs, &["3", "\""], Action::TabDuplicates, 0),
    bind(Layer::Tabs, &["4", "'"], Action::TabInvalid, 0),
    bind(Layer::Tabs, &["Tab", "g t", "Ctrl+PgDn"], Action::NextTab, 0),
    bind(Layer::Tabs, &["Shift+Tab", "g T", "Ctrl+PgUp"], Action::PreviousTab, 0),
    bind(Layer::Tabs, &["j", "Down"], Action::Down, 0),
    bind(Layer::Tabs, &["k", "Up"], Action::Up, 0),
    bind(Layer::Tabs, &["h", "Left"], Action::Left, 0),
    bind(Layer::Tabs, &["l", "Right"], Action::Right, 0),
    bind(Layer::Tabs, &["g g", "Home"], Action::First, 0),
    bind(Layer::Tabs, &["G", "End", "g e"], Action::Last, 0),
    bind(Layer::Tabs, &["PgDn", "Ctrl+D"], Action::PageDown, 0),
    bind(Layer::Tabs, &["PgUp", "Ctrl+U"], Action::PageUp, 0),
    bind(Layer::Tabs, &["0", "à"], Action::FirstColumn, 0),
    bind(Layer::Tabs, &["$"], Action::LastColumn, 0),
    bind(Layer::Tabs, &["v"], Action::Range, 0),
    bind(Layer::Tabs, &["Shift+Down"], Action::ExtendDown, 0),
    bind(Layer::Tabs, &["Shift+Up"], Action::ExtendUp, 0),
    bind(Layer::Tabs, &["a"], Action::SelectAll, 0),
    bind(Layer::Tabs, &["-"], Action::SelectNone, 0),
    bind(Layer::Tabs, &["*"], Action::Invert, 0),
    bind(Layer::Tabs, &["b"], Action::Group, 0),
    bind(Layer::Tabs, &["s"], Action::Sort, 8),
    bind(Layer::Tabs, &["S"], Action::SortMenu, 0),
    bind(Layer::Tabs, &["c"], Action::Columns, 0),
    bind(Layer::Tabs, &["<"], Action::Narrower, 0),
    bind(Layer::Tabs, &[">"], Action::Wider, 0),
    bind(Layer::Tabs, &["p"], Action::Pane, 0),
    bind(Layer::Tabs, &["z"], Action::Zoom, 0),
    bind(Layer::Tabs, &["J"], Action::PaneDown, 0),
    bind(Layer::Tabs, &["K"], Action::PaneUp, 0),
    bind(Layer::Tabs, &["H"], Action::SheetAndHeadings, 0),
    bind(Layer::Tabs, &["M"], Action::MapColumns, 0),
    bind(Layer::Tabs, &["E"], Action::Export, 0),
    bind(Layer::Tabs, &["P"], Action::Partner, 0),
    bind(Layer::Tabs, &["R"], Action::Rule, 0),
    bind(Layer::Tabs, &["u"], Action::Undo, 0),
    bind(Layer::Tabs, &["U", "Ctrl+R"], Action::Redo, 0),
    bind(Layer::Tabs, &["g u"], Action::Steps, 0),
    bind(Layer::Compare, &["Space"], Action::Toggle, 2),
    bind(Layer::Compare, &["h", "Left"], Action::TakeStore, 0),
    bind(Layer::Compare, &["l", "Right"], Action::TakeImport, 0),
    bind(Layer::Compare, &["a"], Action::TakeAll, 3),
    bind(Layer::Compare, &["-"], Action::TakeNone, 8),
    bind(Layer::Compare, &["b"], Action::FillBlanks, 4),
    bind(Layer::Compare, &["e"], Action::TypeValue, 7),
    bind(Layer::Compare, &["x"], Action::HoldApart, 5),
    bind(Layer::Compare, &["p", "R"], Action::Rule, 6),
    bind(Layer::Compare, &["Enter"], Action::Open, 1),
    bind(Layer::Compare, &["j", "Down"], Action::Down, 0),
    bind(Layer::Compare, &["k", "Up"], Action::Up, 0),
    bind(Layer::Compare, &["n"], Action::NextFinding, 0),
    bind(Layer::Compare, &["N"], Action::PreviousFinding, 0),
    bind(Layer::Compare, &["u"], Action::Undo, 0),
    bind(Layer::Compare, &["U", "Ctrl+R"], Action::Redo, 0),
    bind(Layer::Mapping, &["Enter"], Action::Open, 1),
    bind(Layer::Mapping, &["Space", "Ins"], Action::Toggle, 2),
    bind(Layer::Mapping, &["n"], Action::NextFinding, 3),
    bind(Layer::Mapping, &["N"], Action::PreviousFinding, 0),
    bind(Layer::Mapping, &["I"], Action::GoOn, 4),
    bind(Layer::Mapping, &["W"], Action::SaveMapping, 5),
    bind(Layer::Mapping, &["o"], Action::SeeValues, 6),
    bind(Layer::Mapping, &["U", "Ctrl+R"], Action::Redo, 0),
    bind(Layer::Mapping, &["j", "Down"], Action::Down, 0),
    bind(Layer::Mapping, &["k", "Up"], Action::Up, 0),
    bind(Layer::Mapping, &["g g", "Home"], Action::First, 0),
    bind(Layer::Mapping, &["G", "End", "g e"], Action::Last, 0),
    bind(Layer::Mapping, &["PgDn", "Ctrl+D"], Action::PageDown, 0),
    bind(Layer::Mapping, &["PgUp", "Ctrl+U"], Action::PageUp, 0),
    bind(Layer::Zoom, &["z", "Enter"], Action::Zoom, 1),
    bind(Layer::Zoom, &["j", "Down", "J"], Action::PaneDown, 2),
    bind(Layer::Zoom, &["k", "Up", "K"], Action::PaneUp, 3),
    bind(Layer::Zoom, &["PgDn", "Ctrl+D"], Action::PageDown, 0),
    bind(Layer::Zoom, &["PgUp", "Ctrl+U"], Action::PageUp, 0),
    bind(Layer::Zoom, &["g g", "Home"], Action::First, 0),
    bind(Layer::Zoom, &["G", "End", "g e"], Action::Last, 0),
    bind(Layer::Zoom, &["n"], Action::NextFinding, 4),
    bind(Layer::Zoom, &["N"], Action::PreviousFinding, 5),
    bind(Layer::Zoom, &["e"], Action::Edit, 6),
    bind(Layer::Zoom, &["f"], Action::TakeSuggestion, 0),
    bind(Layer::Zoom, &["F"], Action::TakeAlike, 0),
    bind(Layer::Zoom, &["u"], Action::Undo, 0),
    bind(Layer::Zoom, &["U", "Ctrl+R"], Action::Redo, 0),
    bind(Layer::Summary, &["Left", "h", "Shift+Tab"], Action::Left, 0),
    bind(Layer::Summary, &["Right", "l", "Tab"], Action::Right, 2),
    bind(Layer::Summary, &["Enter"], Action::Choose, 1),
    bind(Layer::Summary, &["P"], Action::SavePlan, 3),
    bind(Layer::Report, &["Enter"], Action::Choose, 1),
    bind(Layer::Report, &["E"], Action::Export, 2),
    bind(Layer::Report, &["j", "Down"], Action::Down, 0),
    bind(Layer::Report, &["k", "Up"], Action::Up, 0),
    bind(Layer::Columns, &["Space"], Action::Toggle, 1),
    bind(Layer::Columns, &["j", "Down"], Action::Down, 0),
    bind(Layer::Columns, &["k", "Up"], Action::Up, 0),
    bind(Layer::Columns, &["Enter", "c"], Action::Choose, 4),
    bind(Layer::Drafts, &["Enter"], Action::Choose, 1),
    bind(Layer::Drafts, &["x", "Del"], Action::ThrowAway, 2),
    bind(Layer::Drafts, &["j", "Down"], Action::Down, 0),
    bind(Layer::Drafts, &["k", "Up"], Action::Up, 0),
    bind(Layer::Box, &["Left", "h", "Shift+Tab"], Action::Left, 0),
    bind(Layer::Box, &["Right", "l", "Tab"], Action::Right, 2),
    bind(Layer::Box, &["Enter"], Action::Choose, 1),
    bind(Layer::Proposal, &["Enter"], Action::Choose, 1),
    bind(Layer::Proposal, &["j", "Down"], Action::Down, 2),
    bind(Layer::Proposal, &["k", "Up"], Action::Up, 0),
    bind(Layer::Proposal, &["h", "Left", "l", "Right"], Action::Swap, 3),
    bind(Layer::Choosing, &["Enter"], Action::Choose, 1),
    bind(Layer::Choosing, &["Up", "Ctrl+P"], Action::Up, 0),
    bind(Layer::Choosing, &["Down", "Ctrl+N"], Action::Down, 0),
    bind(Layer::Choosing, &["PgUp"], Action::PageUp, 0),
    bind(Layer::Choosing, &["PgDn"], Action::PageDown, 0),
    bind(Layer::Choosing, &["Esc"], Action::Close, 4),
    bind(Layer::Choosing, &["Ctrl+C"], Action::Cancel, 0),
    bind(Layer::Choosing, &["F1"], Action::Help, 0),
    bind(Layer::Choosing, &["Ctrl+L"], Action::Redraw, 0),
    bind(Layer::Choosing, &["Ctrl+Z"], Action::Suspend, 0),
    bind(Layer::Filtering, &["Enter"], Action::Choose, 1),
    bind(Layer::Filtering, &["Up"], Action::Up, 0),
    bind(Layer::Filtering, &["Down"], Action::Down, 0),
    bind(Layer::Filtering, &["Esc"], Action::Close, 2),
    bind(Layer::Filtering, &["Ctrl+C"], Action::Cancel, 0),
    bind(Layer::Filtering, &["F1"], Action::Help, 0),
    bind(Layer::Filtering, &["Ctrl+L"], Action::Redraw, 0),
    bind(Layer::Filtering, &["Ctrl+Z"], Action::Suspend, 0),
    bind(Layer::Typing, &["Enter"], Action::Choose, 1),
    bind(Layer::Typing, &["Tab"], Action::Right, 2),
    bind(Layer::Typing, &["Esc"], Action::Close, 3),
    bind(Layer::Typing, &["Ctrl+C"], Action::Cancel, 0),
    bind(Layer::Typing, &["F1"], Action::Help, 0),
    bind(Layer::Typing, &["Ctrl+L"], Action::Redraw, 0),
    bind(Layer::Typing, &["Ctrl+Z"], Action::Suspend, 0),
    bind(Layer::Fixing, &["Enter"], Action::Choose, 1),
    bind(Layer::Fixing, &["Down"], Action::Down, 2),
    bind(Layer::Fixing, &["Up"], Action::Up, 0),
    bind(Layer::Fixing, &["Tab"], Action::AcceptNext, 3),
    bind(Layer::Fixing, &["Shift+Tab"], Action::AcceptPrevious, 0),
    bind(Layer::Fixing, &["Esc"], Action::Close, 4),
    bind(Layer::Fixing, &["Ctrl+C"], Action::Cancel, 0),
    bind(Layer::Fixing, &["F1"], Action::Help, 98),
    bind(Layer::Fixing, &["Ctrl+L"], Action::Redraw, 0),
    bind(Layer::Fixing, &["Ctrl+Z"], Action::Suspend, 0),
    bind(Layer::Replacing, &["Enter"], Action::Choose, 1),
    bind(Layer::Replacing, &["Tab", "Down"], Action::NextPart, 2),
    bind(Layer::Replacing, &["Shift+Tab", "Up"], Action::PreviousPart, 0),
    bind(Layer::Replacing, &["Esc"], Action::Close, 4),
    bind(Layer::Replacing, &["Ctrl+C"], Action::Cancel, 0),
    bind(Layer::Replacing, &["F1"], Action::Help, 98),
    bind(Layer::Replacing, &["Ctrl+L"], Action::Redraw, 0),
    bind(Layer::Replacing, &["Ctrl+Z"], Action::Suspend, 0),
    bind(Layer::Preview, &["Enter"], Action::Choose, 1),
    bind(Layer::Preview, &["j", "Down"], Action::Down, 2),
    bind(Layer::Preview, &["k", "Up"], Action::Up, 3),
    bind(Layer::Preview, &["PgDn", "Ctrl+D"], Action::PageDown, 0),
    bind(Layer::Preview, &["PgUp", "Ctrl+U"], Action::PageUp, 0),
    bind(Layer::Preview, &["g g", "Home"], Action::First, 0),
    bind(Layer::Preview, &["G", "End", "g e"], Action::Last, 0),
    bind(Layer::Register, &["Space", "Ins"], Action::Toggle, 1),
    bind(Layer::Register, &["Enter"], Action::Open, 2),
    bind(Layer::Register, &["/"], Action::Filter, 3),
    bind(Layer::Register, &["+"], Action::Narrow, 4),
    bind(Layer::Register, &["b"], Action::Group, 5),
    bind(Layer::Register, &["s"], Action::Sort, 7),
    bind(Layer::Register, &["S"], Action::SortMenu, 0),
    bind(Layer::Register, &["W"], Action::TaskFlow, 0),
    bind(Layer::Register, &["E"], Action::Export, 6),
    bind(Layer::Register, &["1", "&"], Action::TabCustomers, 0),
    bind(Layer::Register, &["2", "é"], Action::TabDossiers, 0),
    bind(Layer::Register, &["Tab", "g t", "Ctrl+PgDn"], Action::NextTab, 0),
    bind(Layer::Register, &["Shift+Tab", "g T", "Ctrl+PgUp"], Action::PreviousTab, 0),
    bind(Layer::Register, &["j", "Down"], Action::Down, 0),
    bind(Layer::Register, &["k", "Up"], Action::Up, 0),
    bind(Layer::Register, &["h", "Left"], Action::Left, 0),
    bind(Layer::Register, &["l", "Right"], Action::Right, 0),
    bind(Layer::Register, &["g g", "Home"], Action::First, 0),
    bind(Layer::Register, &["G", "End", "g e"], Action::Last, 0),
    bind(Layer::Register, &["PgDn", "Ctrl+D"], Action::PageDown, 0),
    bind(Layer::Register, &["PgUp", "Ctrl+U"], Action::PageUp, 0),
    bind(Layer::Register, &["0", "à"], Action::FirstColumn, 0),
    bind(Layer::Register, &["$"], Action::LastColumn, 0),
    bind(Layer::Register, &["v"], Action::Range, 0),
    bind(Layer::Register, &["Shift+Down"], Action::ExtendDown, 0),
    bind(Layer::Register, &["Shift+Up"], Action::ExtendUp, 0),
    bind(Layer::Register, &["a"], Action::SelectAll, 0),
    bind(Layer::Register, &["-"], Action::SelectNone, 0),
    bind(Layer::Register, &["*"], Action::Invert, 0),
    bind(Layer::Register, &["c"], Action::Columns, 0),
    bind(Layer::Register, &["<"], Action::Narrower, 0),
    bind(Layer::Register, &[">"], Action::Wider, 0),
    bind(Layer::Register, &["p"], Action::Pane, 0),
    bind(Layer::Register, &["z"], Action::Zoom, 0),
    bind(Layer::Register, &["J"], Action::PaneDown, 0),
    bind(Layer::Register, &["K"], Action::PaneUp, 0),
    bind(Layer::Whole, &["z", "Enter"], Action::Zoom, 1),
    bind(Layer::Whole, &["j", "Down", "J"], Action::PaneDown, 2),
    bind(Layer::Whole, &["k", "Up", "K"], Action::PaneUp, 3),
    bind(Layer::Whole, &["PgDn", "Ctrl+D"], Action::PageDown, 0),
    bind(Layer::Whole, &["PgUp", "Ctrl+U"], Action::PageUp, 0),
    bind(Layer::Whole, &["g g", "Home"], Action::First, 0),
    bind(Layer::Whole, &["G", "End", "g e"], Action::Last, 0),
];

/// What stands in the footer of the tab of invalid rows instead of the keys of the other tabs: there
/// nothing can be selected or imported, and much put right.
pub const FOOTER_OF_INVALID: [Action; 6] =
    [Action::TakeSuggestion, Action::TakeAlike, Action::Edit, Action::NextFinding, Action::Filter, Action::Undo];

/// What the keys pressed so far mean in a layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// An action.
    Act(Action),
    /// The beginning of a sequence.
    Prefix,
    /// Nothing.
    None,
}

/// The meaning of a key in a layer, behind the first key of a sequence if one was pressed.
#[must_use]
pub fn meaning(layer: Layer, before: Option<Key>, key: Key) -> Meaning {
    let sequence = match before {
        Some(before) => format!("{before} {key}"),
        None => key.to_string(),
    };
    let mut prefix = false;
    for binding in bindings(layer) {
        for keys in binding.keys {
            if *keys == sequence {
                return Meaning::Act(binding.action);
            }
            prefix |= before.is_none() && keys.split_once(' ').is_some_and(|(first, _)| first == sequence);
        }
    }
    if prefix { Meaning::Prefix } else { Meaning::None }
}

/// The bindings that hold in a layer: its own, then those that hold everywhere.
pub fn bindings(layer: Layer) -> impl Iterator<Item = &'static Binding> {
    let own = KEYMAP.iter().filter(move |binding| binding.layer == layer);
    let everywhere =
        KEYMAP.iter().filter(move |binding| !layer.takes_text() && layer != Layer::Everywhere && binding.layer == Layer::Everywhere);
    own.chain(everywhere)
}
