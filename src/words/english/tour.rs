//! The guided tour, in English.

use crate::app::tour::{Advice, TourStep};
use crate::domain::draft::Bucket;
use crate::words::tour::TourWords;

pub(super) const WORDS: TourWords = TourWords { step: |at, all| format!("Step {at} of {all}"), title, why, advice };

const fn title(step: TourStep) -> &'static str {
    match step {
        TourStep::Tabs => "Four tabs",
        TourStep::Moving => "Through a list",
        TourStep::Reason => "Why a row is invalid",
        TourStep::Alike => "Put right, all at once",
        TourStep::Undo => "Taken back, made again",
        TourStep::Duplicate => "A duplicate",
        TourStep::Marks => "Who comes along",
        TourStep::Filter => "Finding somebody",
        TourStep::Language => "Their language",
        TourStep::Questionnaire => "Their questionnaire",
        TourStep::Import => "The import",
        TourStep::Page => "A customer's page",
        TourStep::TakeBack => "An import taken back",
        TourStep::Help => "The keys",
        TourStep::Leave => "Out again",
    }
}

const fn why(step: TourStep) -> &'static str {
    match step {
        TourStep::Tabs => {
            "Every row is in one of four lists: new, stored but not in this workbook, the same as somebody who is stored, or invalid."
        }
        TourStep::Moving => "Arrows and page keys work too. Every list and every box is gone through in the same way.",
        TourStep::Reason => {
            "There you see the field, what stands in it, the rule and the cell: enough to put it right, or to ask the customer."
        }
        TourStep::Alike => {
            "Excel drops leading zeros. What is wrong in one way is put right in one go, after a look at the list. The workbook stays as it is."
        }
        TourStep::Undo => "Everything that you decide can be taken back, without limit, until it is imported. So try what you like.",
        TourStep::Duplicate => "Nothing that is stored changes by itself: field by field you choose what the import may overwrite.",
        TourStep::Marks => "New rows come along unless you leave them out. With a range, one key does it for many.",
        TourStep::Filter => "A filter looks at names, places, numbers and addresses. What it hides stays selected as it was.",
        TourStep::Language => "It is for customers whose row names none: their mail and their questionnaire will be in it.",
        TourStep::Questionnaire => "Every new customer gets a dossier of this season with this questionnaire. Nothing is sent yet.",
        TourStep::Import => "The summary is the very thing that is written, all of it or nothing, and its sums agree with the file.",
        TourStep::Page => "Here is everybody who is stored, with dossiers and deadlines; a page has every field, and where it came from.",
        TourStep::TakeBack => {
            "What an import added goes, what it changed comes back, and what somebody worked on since stays. You see that first."
        }
        TourStep::Help => {
            "Each screen lists its keys, and the last line shows the best of them. A key that is dimmed says why when you press it."
        }
        TourStep::Leave => "Your own work begins with instroom template, or with instroom and your workbook. Nothing of this tour is kept.",
    }
}

const fn advice(advice: Advice) -> &'static str {
    match advice {
        Advice::Wait => "One moment: this goes on by itself.",
        Advice::DoneAlready => "This is done already. {tour-skip} goes on.",
        Advice::CloseFront => "Look around as you like. {close} closes this, and the tour goes on.",
        Advice::GoBack => "Look around as you like. {back} goes back, and the tour goes on.",
        Advice::TakeUpDraft => "{resume} takes your draft up again, as it was.",
        Advice::BeginImport => "{new-import} chooses a workbook: the sample again.",
        Advice::PickWorkbook => "{open} opens the workbook under the cursor.",
        Advice::SeeTab(Bucket::OnlyInImport) => "{tab-1} shows who is new: only in the import.",
        Advice::SeeTab(Bucket::OnlyInStore) => "{tab-2} shows who is stored, and not in this workbook.",
        Advice::SeeTab(Bucket::Duplicates) => "{tab-3} shows the rows that are somebody who is stored.",
        Advice::SeeTab(Bucket::Invalid) => "{tab-4} shows the rows that are not right yet.",
        Advice::ToLast => "{last} goes to the last row; {down} and {up} go one by one.",
        Advice::ToFirst => "{first} goes back to the first row.",
        Advice::SeeRow => "{next-finding} goes to the next row; {open} shows all that is wrong with it.",
        Advice::FindAlike => "{next-finding} goes on, to a row that lost its leading zeros.",
        Advice::FindAlikeAbove => "{previous-finding} goes back, to a row that lost its leading zeros.",
        Advice::SeeAlike => "{take-alike} shows all rows alike, before and after.",
        Advice::TakeAlike => "{choose} puts all of these right at once.",
        Advice::DecideFirst => "{tab-1}, then {toggle} on a row: that is something to take back.",
        Advice::Undo => "{undo} takes back what you did last.",
        Advice::Redo => "{redo} makes it again.",
        Advice::SeeDuplicate => "{next-finding} goes to one that differs; {open} compares both sides.",
        Advice::NextDifference => "{next-finding} goes to the next field that differs.",
        Advice::OtherDuplicate => "Nothing differs here. {back} goes back, to another one.",
        Advice::TakeValue => "{toggle} takes what the import says.",
        Advice::BeginRange => "{range} begins a range.",
        Advice::LongerRange => "{down} makes it longer: a few rows will do.",
        Advice::MarkRange => "{toggle} leaves all of them out, or takes them along.",
        Advice::BeginFilter => "{filter} begins a filter.",
        Advice::TypeFilter => "Type a part of a name or a place; {choose} keeps it.",
        Advice::AllRows => "{close} shows all rows again.",
        Advice::SeeLanguages => "{language} opens the list of languages.",
        Advice::SeeQuestionnaires => "{questionnaire} opens the list of questionnaires.",
        Advice::SeeFlows => "{task-flow} first: which questionnaires there are depends on the task flow.",
        Advice::ChooseLine => "{choose} takes the line under the cursor; typing looks for another.",
        Advice::SeeSummary => "{import} shows what would be written. Nothing is, yet.",
        Advice::OtherButton => "{right} goes to the other button.",
        Advice::PressButton => "{choose} presses the button.",
        Advice::SeeCustomers => "{customers} shows everybody who is stored.",
        Advice::SeeCustomersTab => "{tab-customers} shows the customers.",
        Advice::SeePage => "{edit} opens the page of the customer under the cursor.",
        Advice::SeeImports => "{tab-imports} shows the imports, newest first.",
        Advice::SeeTakingBack => "{take-back} shows what taking this one back would do.",
        Advice::TakeBack => "{take-back} takes it back, after a question.",
        Advice::SeeKeys => "{help} shows the keys of this screen.",
        Advice::Leave => "{back} goes back, and from the start screen out.",
    }
}
