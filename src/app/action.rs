//! What a person can ask for. One name each; keys and words are found elsewhere by it.

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $id:literal;)*) => {
        /// What a key means.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action { $($(#[$doc])* $name,)* }

        impl Action {
            /// Every action.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable name, as in the help and in key files.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// The action of this name.
            #[must_use]
            pub fn from_id(id: &str) -> Option<Self> {
                match id { $($id => Some(Self::$name),)* _ => None }
            }
        }
    };
}

actions! {
    /// The keys of this screen.
    Help = "help";
    /// Every action by its name.
    Palette = "palette";
    /// Back one screen; leave from the first.
    Back = "back";
    /// Close the top layer.
    Close = "close";
    /// Stop what is running.
    Cancel = "cancel";
    /// Draw the screen anew.
    Redraw = "redraw";
    /// To the shell, until called back.
    Suspend = "suspend";
    /// Show or mask national numbers.
    ShowNumbers = "show-numbers";
    /// The language of the screen.
    ScreenLanguage = "screen-language";
    /// Take the last decision back.
    Undo = "undo";
    /// Make it again.
    Redo = "redo";
    /// The list of the steps, to go back to one.
    Steps = "steps";
    /// One down.
    Down = "down";
    /// One up.
    Up = "up";
    /// To the left.
    Left = "left";
    /// To the right.
    Right = "right";
    /// The first.
    First = "first";
    /// The last.
    Last = "last";
    /// A page down.
    PageDown = "page-down";
    /// A page up.
    PageUp = "page-up";
    /// The first column.
    FirstColumn = "first-column";
    /// The last column.
    LastColumn = "last-column";
    /// Start a new import.
    NewImport = "new-import";
    /// Take the draft up again that was changed last.
    Resume = "resume";
    /// Show the drafts.
    Drafts = "drafts";
    /// Throw the draft away that the cursor is on.
    ThrowAway = "throw-away";
    /// Show what is stored.
    Customers = "customers";
    /// Write the template.
    Template = "template";
    /// Open, press or accept what the cursor is on.
    Open = "open";
    /// Choose the line, or press the button, that the cursor is on.
    Choose = "choose";
    /// Look into the file without opening it.
    Preview = "preview";
    /// The parent folder.
    Parent = "parent";
    /// Type a path.
    TypePath = "type-path";
    /// The next tab.
    NextTab = "next-tab";
    /// The tab before.
    PreviousTab = "previous-tab";
    /// Only in import.
    TabOnlyInImport = "tab-1";
    /// Only in store.
    TabOnlyInStore = "tab-2";
    /// Duplicates.
    TabDuplicates = "tab-3";
    /// Invalid.
    TabInvalid = "tab-4";
    /// All stored customers.
    TabCustomers = "tab-customers";
    /// The dossiers, by deadline.
    TabDossiers = "tab-dossiers";
    /// The task flows.
    TabFlows = "tab-flows";
    /// Make the next season of a task flow.
    NextSeason = "next-season";
    /// Change deadlines and questionnaires of a task flow.
    EditFlow = "edit-flow";
    /// Put a task flow into the archive, or take it out.
    Archive = "archive";
    /// Link the customers to a task flow, unlink them, change their dossiers.
    Season = "season";
    /// The imports that were made.
    TabImports = "tab-imports";
    /// Take an import back, after seeing what that does.
    TakeBack = "take-back";
    /// Read questionnaires that came back.
    Answers = "answers";
    /// Take over what is chosen of them.
    TakeOver = "take-over";
    /// List everything else that was written too.
    AllCommits = "all-commits";
    /// Select or deselect the row.
    Toggle = "toggle";
    /// Begin or end a range.
    Range = "range";
    /// A range one further down.
    ExtendDown = "extend-down";
    /// A range one further up.
    ExtendUp = "extend-up";
    /// Select all shown.
    SelectAll = "select-all";
    /// Turn the selection of all shown around.
    Invert = "invert";
    /// Deselect all shown.
    SelectNone = "select-none";
    /// Filter while typing.
    Filter = "filter";
    /// Group the rows and show one group.
    Group = "group";
    /// Narrow the list by several things at once.
    Narrow = "narrow";
    /// Sort by this column, then the other way round.
    Sort = "sort";
    /// Choose the column to sort by.
    SortMenu = "sort-menu";
    /// Show and hide columns.
    Columns = "columns";
    /// This column narrower.
    Narrower = "narrower";
    /// This column wider.
    Wider = "wider";
    /// The detail pane on or off.
    Pane = "pane";
    /// The detail pane over the whole screen.
    Zoom = "zoom";
    /// The pane one line further.
    PaneDown = "pane-down";
    /// The pane one line back.
    PaneUp = "pane-up";
    /// The next row with something to look at.
    NextFinding = "next-finding";
    /// The row before with something to look at.
    PreviousFinding = "previous-finding";
    /// Choose the customers' language.
    Language = "language";
    /// Choose the questionnaire.
    Questionnaire = "questionnaire";
    /// Choose the task flow.
    TaskFlow = "task-flow";
    /// Choose another sheet or header row.
    SheetAndHeadings = "sheet-and-headings";
    /// Put a field of the row right.
    Edit = "edit";
    /// Take the suggestion of the finding in question.
    TakeSuggestion = "take-suggestion";
    /// Take the same suggestion for all alike, after seeing them.
    TakeAlike = "take-alike";
    /// Find and replace in a field.
    Replace = "replace";
    /// What was typed last, again.
    Repeat = "repeat";
    /// The next part of a form.
    NextPart = "next-part";
    /// The part before.
    PreviousPart = "previous-part";
    /// Accepts what was typed, and goes on to the next field with a finding.
    AcceptNext = "accept-next";
    /// Accepts what was typed, and goes back to the field with a finding before.
    AcceptPrevious = "accept-previous";
    /// See what would be written, and write it.
    Import = "import";
    /// Choose which column is which field.
    MapColumns = "map-columns";
    /// See more of what a column holds.
    SeeValues = "see-values";
    /// Save the mapping of the columns under a name.
    SaveMapping = "save-mapping";
    /// Go on to the rows.
    GoOn = "go-on";
    /// Write what is shown to a file.
    Export = "export";
    /// Copy the value under the cursor.
    CopyCell = "copy-cell";
    /// Copy the rows of the range, those that are marked, or the one under the cursor.
    CopyRows = "copy-rows";
    /// Keep what would be imported as a plan.
    SavePlan = "save-plan";
    /// Take every field that differs from the import.
    TakeAll = "take-all";
    /// Leave every field as the store has it.
    TakeNone = "take-none";
    /// Take from the import what the store does not have.
    FillBlanks = "fill-blanks";
    /// Take the store's side of this field.
    TakeStore = "take-store";
    /// Take the import's side of this field.
    TakeImport = "take-import";
    /// Type another value for this field.
    TypeValue = "type-value";
    /// The row is not the stored customer that it matches.
    HoldApart = "not-the-same";
    /// A rule for the duplicates that nobody looked at.
    Rule = "rule";
    /// Join two rows into one return, or part them again.
    Partner = "partner";
    /// Main filer and partner the other way round.
    Swap = "swap";
    /// The next question without an answer.
    NextUnanswered = "next-unanswered";
    /// The question without an answer before.
    PreviousUnanswered = "previous-unanswered";
    /// Yes, no, no answer, one after the other.
    FlipAnswer = "yes-or-no";
    /// Clear the answer.
    ClearAnswer = "clear-answer";
    /// Change the deadline, the language, the questionnaire or the state of the dossier.
    AboutDossier = "about-dossier";
    /// Open the dossier of the customer under the cursor.
    ToDossier = "to-dossier";
    /// The sections of the questionnaire, to go to one.
    Sections = "sections";
    /// Texts that came back and are no answers.
    Asides = "texts-aside";
    /// Questions in the language of the screen, or as the customer reads them.
    QuestionLanguage = "question-language";
    /// See what would be saved of the dossier, and save it.
    SaveDossier = "save-dossier";
    /// Add a customer by hand.
    AddCustomer = "add-customer";
    /// Save what was edited on the page of a customer.
    SaveCustomer = "save-customer";
    /// Remove customers with everything that is kept of them.
    RemoveCustomer = "remove-customer";
    /// Labels, or the colleague in charge, of all that are selected.
    ChangeMany = "change-many";
    /// Where each value of a customer came from.
    History = "customer-history";
    /// See who would get an invitation, and send it.
    Invite = "invite";
    /// See who would be reminded, and send it.
    Remind = "remind";
    /// A test mail to oneself.
    TestMail = "test-mail";
    /// Write the mails into a folder instead of sending them.
    WriteMails = "write-mails";
    /// The outbox.
    TabOutbox = "tab-outbox";
    /// Send what is in the outbox.
    SendOutbox = "send-outbox";
    /// Take mails back that have not left.
    Withdraw = "withdraw";
    /// Say what became of a mail that may have left, or what else can be done with it.
    Decide = "decide";
    /// To the step of the guided tour before.
    TourBack = "tour-back";
    /// On to the next step of the guided tour, this one left out.
    TourSkip = "tour-skip";
    /// Show why the step of the guided tour is worth it, where the window is too small to say so at once.
    TourWhy = "tour-why";
    /// Leave the guided tour, and go on in the example.
    TourLeave = "tour-leave";
}
