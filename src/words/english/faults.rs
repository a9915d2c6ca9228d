//! What failed, why, and what to do now, in English.

use super::{causes, mail, trade};
use crate::app::fault::{Fault, Lost, Unkept};
use crate::app::keeping::OpenBy;
use crate::words::{Told, ending, plural, sentence};

pub(super) fn fault(fault: &Fault) -> Told {
    match fault {
        Fault::CustomerGone { customer } => Told::new(
            format!("Customer {customer} is no longer in the store."),
            "A colleague removed it meanwhile.",
            "Go back to the list.",
        ),
        Fault::NotFound { path } => Told::new(format!("There is no file {path}."), "", "Look at the spelling, or choose it from the list."),
        Fault::IsFolder { path } => Told::new(format!("{path} is a folder."), "A workbook is a file.", "Choose a file in it."),
        Fault::NoPermission { path } => Told::new(
            format!("{path} may not be opened."),
            "The system does not give you permission.",
            "Ask whoever owns it, or copy it to a folder of yours.",
        ),
        Fault::NoWriting { path } => Told::new(
            format!("{path} may not be written."),
            "The system does not give you permission.",
            "Name another place, or ask whoever owns it.",
        ),
        Fault::NotAFolder { path } => {
            Told::new(format!("{path} is not a folder."), "Nothing was written.", "Name a folder that is there, or one that can be made.")
        }
        Fault::NotRegular { path } => {
            Told::new(format!("{path} is not a file."), "It is a device, a pipe or a socket.", "Choose a workbook.")
        }
        Fault::EmptyFile { path } if path == "-" => Told::new(
            "Nothing came in on standard input.",
            "The command before the | gave nothing, or failed.",
            "Try that command by itself, or name a file instead of -.",
        ),
        Fault::EmptyFile { path } => {
            Told::new(format!("{path} is empty."), "It has no bytes at all; the copy may have failed.", "Save or copy it again.")
        }
        Fault::TooLarge { path, cap } => Told::new(
            format!("{path} is too large."),
            format!("Up to {} are read; no list of customers is larger.", trade::bytes(*cap)),
            "Save the sheet with the customers as a workbook of its own.",
        ),
        Fault::Encrypted => Told::new(
            "This workbook has a password.",
            "Its content cannot be read without it.",
            "Open it in Excel, save a copy without a password, and import that.",
        ),
        Fault::NotAWorkbook { looks_like } => Told::new(
            "This is not a workbook.",
            format!("It looks like {}, whatever its name says.", causes::looks_like(*looks_like)),
            "Save it from Excel or LibreOffice as .xlsx and try again.",
        ),
        Fault::CutOff => Told::new("The file stops before its end.", "A copy or download was broken off.", "Copy or download it again."),
        Fault::Damaged { detail } => {
            Told::new("The workbook is damaged.", sentence(detail), "Open it in Excel, save it again, and try that. Nothing was changed.")
        }
        Fault::TooComplex { excess } => Told::new(
            "The workbook takes more to read than a list of customers should.",
            causes::excess(*excess),
            "Save the sheet with the customers as a new .xlsx.",
        ),
        Fault::NoSheets => Told::new("The workbook has no sheet that can be read.", "", "Save it again with the customers on a sheet."),
        Fault::NoSuchSheet { name, seen } => {
            Told::new(format!("There is no sheet {name}."), format!("The sheets are: {}.", seen.join(", ")), "Choose one of them.")
        }
        Fault::SameSheetName { name } => Told::new(
            format!("Two sheets are called {name}."),
            "Cells could come from the wrong one.",
            "Rename one of them and save the workbook.",
        ),
        Fault::UnknownEncoding => Told::new(
            "The encoding of the text cannot be told.",
            "It is neither UTF-8, marked UTF-16 nor one byte for each letter.",
            "Save it as UTF-8 or as .xlsx.",
        ),
        Fault::UnclosedQuote { line } => Told::new(
            format!("A quotation mark on line {line} is never closed."),
            "Everything behind it would be one cell.",
            "Put the missing quotation mark there and try again.",
        ),
        Fault::TooManyRows { format, cap } => Told::new(
            format!("More rows than are read from {} ({cap}).", ending(*format)),
            "This format has to be held in memory whole.",
            "Save it as .xlsx or .csv.",
        ),
        Fault::EmptySheet => Told::new("The sheet is empty.", "", "Choose another sheet or file."),
        Fault::NoHeading { seen } => Told::new(
            "No row of headings was found.",
            if seen.is_empty() {
                "The first rows hold no text.".to_owned()
            } else {
                format!("Seen in the first rows: {}.", seen.join(", "))
            },
            "Point out the row of the headings, or use the headings of the template.",
        ),
        Fault::TwoColumns { field, columns } => Told::new(
            format!("Columns {} are both \"{}\".", columns.join(" and "), trade::field(*field)),
            "One of them would be lost.",
            "Rename or remove one of them.",
        ),
        Fault::MissingColumn { fields, seen } => Told::new(
            format!("No column for {}.", fields.iter().map(|field| trade::field(*field)).collect::<Vec<_>>().join(", ")),
            format!("Headings seen: {}.", seen.join(", ")),
            "Add the column, use the template's heading for it, or point out another row of headings.",
        ),
        Fault::StoreInUse { holding } => Told::new(
            "Another session is using the store just now.",
            causes::held(holding.as_ref()),
            "It is held for moments only: try again.",
        ),
        Fault::OutboxInUse { holding, left } => Told::new(
            "Mails are being sent just now.",
            causes::held(holding.as_ref()),
            format!(
                "{} to be sent. Wait until the round is over, or let that colleague stop it.",
                plural(*left, "mail is still", "mails are still")
            ),
        ),
        Fault::NotAStore { path } => Told::new(
            format!("{path} is not a store of Instroom."),
            "The folder holds other things, and nothing is put among them.",
            "Name an empty folder or another store with --store.",
        ),
        Fault::StoreIsFile { path } => Told::new(
            format!("{path} is a file, and a store is a folder."),
            "Nothing was done with it.",
            "Name a folder with --store, or the folder that this file is in.",
        ),
        Fault::StoreNewer { found, known } => Told::new(
            format!("The store has format {found}."),
            format!("This program knows formats up to {known}."),
            "Use the newer program. The store was not touched.",
        ),
        Fault::StoreDamaged { detail } => {
            Told::new("The store cannot be read.", sentence(detail), "Do not delete anything. Keep a copy of its folder and ask for help.")
        }
        Fault::NoSuchGroup { name } => {
            Told::new(format!("There is no group {name} on this machine."), "", "Ask whoever runs it which group your colleagues are in.")
        }
        Fault::DiskFull => {
            Told::new("The disk is full.", "Nothing more can be written. What was there is whole.", "Make room and try again.")
        }
        Fault::NoFolder { path } => {
            Told::new(format!("There is no folder {path}."), "Nothing was written.", "Make it first, or name another.")
        }
        Fault::OutputFolder { path } => {
            Told::new(format!("{path} is a folder."), "Nothing was written.", "Name a file in it, or another place.")
        }
        Fault::OwnFolder { path } => Told::new(
            format!("{path} is where Instroom keeps its own."),
            "A file there could do harm to the store, its copies or the drafts.",
            "Choose another folder.",
        ),
        Fault::ReadOnly { path } => Told::new(
            format!("{path} is on a disk that can only be read."),
            "The system lets nobody write there: it may be a backup, or a disk with a fault.",
            "Looking works all the same. To write, name another place, or ask whoever runs this machine.",
        ),
        Fault::Exists { path } => Told::new(format!("{path} is there already."), "", "Choose another name."),
        Fault::NotReplaced { path } => Told::new(
            format!("{path} is not a file."),
            "It is a device, a pipe, a socket or a broken link, and is not replaced.",
            "Choose another name.",
        ),
        Fault::Original { path } => Told::new(
            format!("{path} is the workbook that is open here."),
            "It is only read: what the office made stays as it is.",
            "Choose another name.",
        ),
        Fault::OriginalChanged { path } => Told::new(
            format!("{path} has changed since it was read."),
            "A corrected copy is made of the workbook that was read, and it is no longer there.",
            "Open the workbook again, and put right what is to be put right there.",
        ),
        Fault::Ending { wanted } => Told::new(
            format!("The name has to end in .{wanted}."),
            if wanted.starts_with("xls") {
                "Excel does not open a workbook under another ending."
            } else {
                "By another ending, programs take it for something else."
            },
            "Change the end of the name.",
        ),
        Fault::CannotKeep { obstacle } => Told::new(
            "This workbook cannot be changed without harm.",
            super::exports::obstacle_in_words(*obstacle),
            "Give the copy a name that ends in .xlsx: a new workbook is made then.",
        ),
        Fault::Refused(refused) => (super::flows::WORDS.refused)(refused),
        Fault::Changed { .. } => Told::new(
            "Nothing was written.",
            "A colleague has changed the same customer, dossier or task flow in the meantime.",
            "Look at how it is now, and decide again.",
        ),
        Fault::NoDossier => Told::new(
            "The customer has no dossier in this task flow.",
            "It was never made, or a colleague has taken it away meanwhile.",
            "Look at the customer again, and link it to the task flow.",
        ),
        Fault::Moved { rows } => Told::new(
            "The store changed in the meantime, so nothing was written.",
            format!("{} otherwise than the summary showed.", plural(*rows, "row now stands", "rows now stand")),
            "Read the store again, look at the tabs, and import again. Your choices stay.",
        ),
        Fault::PlanUnreadable { detail } => {
            Told::new("This is no plan that can be read.", sentence(detail), "Make the plan again. Nothing was changed.")
        }
        Fault::PlanNewer { found, known } => Told::new(
            format!("The plan has version {found}."),
            format!("This program knows versions up to {known}."),
            "Use the newer program. Nothing was changed.",
        ),
        Fault::NotKept { why } => Told::new(
            "Your last choice counts, but it is not kept.",
            unkept(why),
            match why {
                Unkept::Removed => "Import now, or write a plan: what is not kept goes when you leave.",
                Unkept::DiskFull | Unkept::NoPlace | Unkept::NoPermission(_) | Unkept::System(_) => {
                    "Do not leave the import. As soon as the disk takes it, everything is written."
                }
            },
        ),
        Fault::UnsavedNotKept { why } => Told::new(
            "What you changed here is not saved yet, nor is it kept meanwhile.",
            unkept(why),
            "Save it before you leave: until then a lost line or a power cut would take it along.",
        ),
        Fault::Lost { lost, why } => Told::new(
            match lost {
                Lost::Choices => "Your last choices in the import were not kept.",
                Lost::Changes => "What you changed last and did not save was not kept.",
            },
            unkept(why),
            match lost {
                Lost::Choices => "Mend this, open the workbook again, and make the choices that are missing once more.",
                Lost::Changes => "Mend this, open the same page or dossier again, and make the changes that are missing once more.",
            },
        ),
        Fault::NoDraft { why } => Told::new(
            "No draft of this import can be kept.",
            unkept(why),
            "The import works all the same. Import before you leave; for a draft, mend this and open the workbook again.",
        ),
        Fault::NoPlaceForDrafts => Told::new("There is no folder to keep drafts in.", "", "Name one with --state, or with INSTROOM_STATE."),
        Fault::NoSuchDraft => {
            Told::new("There is no such draft.", "It may have been thrown away meanwhile.", "See which there are with instroom drafts.")
        }
        Fault::DraftInUse { by } => Told::new(
            "This draft is open elsewhere.",
            match by {
                Some(OpenBy { who, pid, .. }) if !who.is_empty() => format!("{who} has it open (process {pid})."),
                Some(_) | None => "Another window has it open.".to_owned(),
            },
            "Close it there, or start the workbook afresh.",
        ),
        Fault::DraftNewer { found, known } => Told::new(
            format!("The draft has format {found}."),
            format!("This program knows formats up to {known}."),
            "Use the newer program. The draft was not touched.",
        ),
        Fault::DraftDamaged { detail } => {
            Told::new("The draft cannot be read.", sentence(detail), "Open the workbook again. The draft stays until you throw it away.")
        }
        Fault::Mail(why) => mail::fault(why),
        Fault::Copies(why) => (super::copies::WORDS.fault)(why),
        Fault::Keys { path, why } => super::keys::WORDS.fault(path, why, ": "),
        Fault::Questionnaire { unused, more } => super::questionnaires::WORDS.unused(unused, *more, ": "),
        Fault::Output { detail } => Told::new(
            "The output could not be written.",
            format!("The system says: {}", sentence(detail)),
            "Send it to a place with room, and try again.",
        ),
        Fault::System { detail } => {
            Told::new("The system refused.", sentence(detail), "Nothing was changed. Try again, or ask whoever runs this machine.")
        }
    }
}

/// Why decisions cannot be written down.
fn unkept(why: &Unkept) -> String {
    match why {
        Unkept::DiskFull => "The disk is full.".to_owned(),
        Unkept::NoPlace => "There is no folder to keep drafts in.".to_owned(),
        Unkept::NoPermission(path) => format!("Nothing may be written in {path}."),
        Unkept::Removed => "The folder of the draft was removed.".to_owned(),
        Unkept::System(detail) => sentence(detail),
    }
}
