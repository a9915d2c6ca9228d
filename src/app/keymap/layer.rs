//! Where keys have a meaning, and by which name a person says so.

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
    /// Text is typed into a filter above a list: help, drop-downs, the palette of commands.
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
    /// The page of one customer.
    Person,
    /// Where each value of a customer came from.
    History,
    /// What is stored.
    Register,
    /// The imports that were made.
    Imports,
    /// What became of the rows of an import, or what taking it back does.
    Past,
    /// Which files came back.
    Parcels,
    /// Questionnaires that came back.
    Arrived,
    /// The register's detail pane over the whole screen.
    Whole,
    /// The questionnaire of one customer.
    Dossier,
    /// An answer of several lines is typed.
    Writing,
    /// The register's task flows.
    Flows,
    /// Something about a task flow is filled in, or looked at before it is written.
    Season,
    /// The outbox.
    Outbox,
    /// A mail of the outbox over the whole screen.
    Posted,
    /// Who gets mail, and the number that sends it.
    Inviting,
    /// The whole mail of one recipient.
    Mail,
    /// Mails are being sent.
    Sending,
    /// What was copied, to be taken from the screen where the terminal did not take it.
    Copied,
    /// The guided tour is taken: on every screen, wherever the screen itself has no such key.
    Tour,
}

impl Layer {
    /// Every layer.
    pub const ALL: [Self; 39] = [
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
        Self::Person,
        Self::History,
        Self::Register,
        Self::Imports,
        Self::Past,
        Self::Parcels,
        Self::Arrived,
        Self::Whole,
        Self::Dossier,
        Self::Writing,
        Self::Flows,
        Self::Season,
        Self::Outbox,
        Self::Posted,
        Self::Inviting,
        Self::Mail,
        Self::Sending,
        Self::Copied,
        Self::Tour,
    ];

    /// Whether characters are text here, so that the keys of [`Layer::Everywhere`] do not hold.
    #[must_use]
    pub const fn takes_text(self) -> bool {
        matches!(self, Self::Choosing | Self::Filtering | Self::Typing | Self::Fixing | Self::Replacing | Self::Writing | Self::Season)
    }

    /// Whether its keys hold beside those of a screen, which go before them: it takes none from everywhere.
    #[must_use]
    pub const fn is_beside(self) -> bool {
        matches!(self, Self::Tour)
    }

    /// The stable name, as in key files. No action has the same.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Everywhere => "everywhere",
            Self::Start => "start",
            Self::Picker => "picker",
            Self::Running => "running",
            Self::Tabs => "tabs",
            Self::Compare => "compare",
            Self::Mapping => "mapping",
            Self::Zoom => "whole-row",
            Self::Summary => "summary",
            Self::Report => "report",
            Self::Columns => "column-list",
            Self::Drafts => "draft-list",
            Self::Box => "box",
            Self::Proposal => "proposal",
            Self::Choosing => "choosing",
            Self::Filtering => "filtering",
            Self::Typing => "typing",
            Self::Fixing => "fixing",
            Self::Replacing => "replacing",
            Self::Preview => "changes",
            Self::Person => "person",
            Self::History => "person-history",
            Self::Register => "register",
            Self::Imports => "imports",
            Self::Past => "past-import",
            Self::Parcels => "parcels",
            Self::Arrived => "arrived",
            Self::Whole => "whole-pane",
            Self::Dossier => "dossier",
            Self::Writing => "writing",
            Self::Flows => "flows",
            Self::Season => "flow-form",
            Self::Outbox => "outbox",
            Self::Posted => "outbox-pane",
            Self::Inviting => "inviting",
            Self::Mail => "mail",
            Self::Sending => "sending",
            Self::Copied => "copied",
            Self::Tour => "tour",
        }
    }

    /// The layer of this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layer| layer.id() == id)
    }
}
