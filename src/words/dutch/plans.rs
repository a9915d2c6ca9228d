//! Plan files, in Dutch.

use super::{notices, trade};
use crate::domain::plan::{Choice, Count, Fate, Misfit};
use crate::words::plans::PlansWords;
use crate::words::plural;

pub(super) const WORDS: PlansWords = PlansWords {
    misfit,
    more: |count| format!("en nog {}", plural(count, "verschil", "verschillen")),
    personal: "Het plan bevat persoonsgegevens. Bewaar het waar enkel wie het nodig heeft het kan lezen.",
    give_workbook: "Het plan is gemaakt van de standaardinvoer: geef --workbook met dezelfde inhoud.",
    fits: "Het plan past. Er is niets geschreven.",
    unfit: "Het plan past niet meer, dus er is niets geschreven.",
    remedy: "Bekijk de verschillen en maak het plan opnieuw.",
};

fn misfit(misfit: &Misfit) -> String {
    match misfit {
        Misfit::Workbook { planned, found } => format!("Werkmap: {found} heeft een andere inhoud dan {planned} had."),
        Misfit::Sheet { planned, found } => format!("Blad: gepland {planned}, gevonden {found}."),
        Misfit::HeaderRow { planned, found } => format!("Rij met koppen: gepland {planned}, gevonden {found}."),
        Misfit::Rows { planned, found } => format!("Rijen: gepland {planned}, gevonden {found}."),
        Misfit::Store { planned, .. } if planned.is_empty() => "Opslag: er was er nog geen, en nu wel.".to_owned(),
        Misfit::Store { .. } => "Opslag: dit is een andere.".to_owned(),
        Misfit::Revision { planned, found } => format!("Opslag: gepland na import {planned}, en deze staat op import {found}."),
        Misfit::Choice(choice) => format!("De stappen kiezen een andere {} dan het plan zegt.", chosen(*choice)),
        Misfit::Rules { planned, found } => format!("Regels: gepland met versie {planned}; dit programma heeft versie {found}."),
        Misfit::NoSuchRow { step, .. } => format!("Stap {step} gaat over een rij die er niet is."),
        Misfit::BadStep { step } => format!("Stap {step} beslist wat hier niemand kan beslissen."),
        Misfit::TooMuch => "De stappen gaan over meer rijen dan een mens beslist.".to_owned(),
        Misfit::Columns { detail } => format!("Kolommen: {detail}."),
        Misfit::Overwrite { row, field } => {
            format!("Rij {row}, {}: in de opslag staat niet meer wat overschreven zou worden.", trade::field(*field))
        }
        Misfit::Selection { row } => format!("Rij {row}: is nu gelijk aan een andere klant, of aan niemand."),
        Misfit::Questionnaire(id) => format!("De vragenlijst {id} bestaat niet meer."),
        Misfit::Flow(id) => format!("De taskflow {id} bestaat niet meer."),
        Misfit::Refused(refusal) => notices::refused(*refusal).to_owned(),
        Misfit::Count { count, planned, found } => format!("Aantal {}: gepland {planned}, nu {found}.", counted(*count)),
        Misfit::Outcome { row, planned: Some(planned), found } => format!("Rij {row}: gepland {}, nu {}.", fate(*planned), fate(*found)),
        Misfit::Outcome { row, planned: None, found } => format!("Rij {row}: niet in het plan, nu {}.", fate(*found)),
        Misfit::Tally => "Uitnodigingen of gezamenlijke aangiften zijn anders geteld.".to_owned(),
    }
}

const fn chosen(choice: Choice) -> &'static str {
    match choice {
        Choice::Flow => "taskflow",
        Choice::Language => "taal",
        Choice::Questionnaire => "vragenlijst",
    }
}

const fn counted(count: Count) -> &'static str {
    match count {
        Count::OnlyInImport => "rijen enkel in import",
        Count::OnlyInStore => "klanten enkel in Instroom",
        Count::Duplicates => "dubbele klanten",
        Count::Invalid => "ongeldige rijen",
        Count::Joined => "samengevoegde rijen",
        Count::Added => "nieuwe klanten",
        Count::Updated => "bekende klanten",
        Count::Fields => "gewijzigde velden",
        Count::Linked => "nieuwe dossiers van bekende klanten",
    }
}

fn fate(fate: Fate) -> String {
    match fate {
        Fate::Added => "een nieuwe klant".to_owned(),
        Fate::NotSelected => "niet gekozen".to_owned(),
        Fate::Invalid => "ongeldig".to_owned(),
        Fate::Updated(customer) => format!("wijzigt {customer}"),
        Fate::LeftAlone(customer) => format!("laat {customer} ongemoeid"),
        Fate::Joined(main) => format!("samengevoegd met rij {main}"),
    }
}
