//! Plan files, in French.

use super::plural;
use super::{notices, trade};
use crate::domain::plan::{Choice, Count, Fate, Misfit};
use crate::words::plans::PlansWords;

pub(super) const WORDS: PlansWords = PlansWords {
    misfit,
    more: |count| format!("et encore {}", plural(count, "différence", "différences")),
    personal: "Le plan contient des données personnelles. Gardez-le là où seuls ceux qui en ont besoin peuvent le lire.",
    give_workbook: "Le plan vient de l'entrée standard\u{a0}: donnez --workbook avec le même contenu.",
    fits: "Le plan convient. Rien n'a été écrit.",
    unfit: "Le plan ne convient plus, donc rien n'a été écrit.",
    remedy: "Voyez les différences et refaites le plan.",
};

fn misfit(misfit: &Misfit) -> String {
    match misfit {
        Misfit::Workbook { planned, found } => format!("Classeur\u{a0}: {found} a un autre contenu que {planned}."),
        Misfit::Sheet { planned, found } => format!("Feuille\u{a0}: prévue {planned}, trouvée {found}."),
        Misfit::HeaderRow { planned, found } => format!("Ligne des intitulés\u{a0}: prévue {planned}, trouvée {found}."),
        Misfit::Rows { planned, found } => format!("Lignes\u{a0}: prévues {planned}, trouvées {found}."),
        Misfit::Store { planned, .. } if planned.is_empty() => "Base\u{a0}: il n'y en avait pas encore, et maintenant si.".to_owned(),
        Misfit::Store { .. } => "Base\u{a0}: c'en est une autre.".to_owned(),
        Misfit::Revision { planned, found } => {
            format!("Base\u{a0}: prévu après l'importation {planned}, et celle-ci en est à l'importation {found}.")
        }
        Misfit::Choice(choice) => format!("Les étapes choisissent {} que le plan ne dit pas.", chosen(*choice)),
        Misfit::Rules { planned, found } => {
            format!("Règles\u{a0}: prévu avec la version {planned}\u{a0}; ce programme a la version {found}.")
        }
        Misfit::NoSuchRow { step, .. } => format!("L'étape {step} porte sur une ligne qui n'existe pas."),
        Misfit::BadStep { step } => format!("L'étape {step} décide ce que personne ne peut décider ici."),
        Misfit::TooMuch => "Les étapes portent sur plus de lignes que n'en décide une personne.".to_owned(),
        Misfit::Columns { detail } => format!("Colonnes\u{a0}: {detail}."),
        Misfit::Overwrite { row, field } => {
            format!("Ligne {row}, {}\u{a0}: la base ne contient plus ce qui devait être remplacé.", trade::field(*field))
        }
        Misfit::Selection { row } => format!("Ligne {row}\u{a0}: elle est maintenant un autre client, ou personne."),
        Misfit::Questionnaire(id) => format!("Le questionnaire {id} n'existe plus."),
        Misfit::Flow(id) => format!("Le flux {id} n'existe plus."),
        Misfit::Refused(refusal) => notices::refused(*refusal).to_owned(),
        Misfit::Count { count, planned, found } => format!("Nombre de {}\u{a0}: prévu {planned}, maintenant {found}.", counted(*count)),
        Misfit::Outcome { row, planned: Some(planned), found } => {
            format!("Ligne {row}\u{a0}: prévu {}, maintenant {}.", fate(*planned), fate(*found))
        }
        Misfit::Outcome { row, planned: None, found } => format!("Ligne {row}\u{a0}: absente du plan, maintenant {}.", fate(*found)),
        Misfit::Tally => "Les invitations ou déclarations communes sont comptées autrement.".to_owned(),
    }
}

const fn chosen(choice: Choice) -> &'static str {
    match choice {
        Choice::Flow => "un flux",
        Choice::Language => "une langue",
        Choice::Questionnaire => "un questionnaire",
    }
}

const fn counted(count: Count) -> &'static str {
    match count {
        Count::OnlyInImport => "lignes uniquement dans le fichier",
        Count::OnlyInStore => "clients uniquement dans Instroom",
        Count::Duplicates => "doublons",
        Count::Invalid => "lignes invalides",
        Count::Joined => "lignes jointes",
        Count::Added => "nouveaux clients",
        Count::Updated => "clients connus",
        Count::Fields => "champs modifiés",
        Count::Linked => "nouveaux dossiers de clients connus",
    }
}

fn fate(fate: Fate) -> String {
    match fate {
        Fate::Added => "nouveau client".to_owned(),
        Fate::NotSelected => "non choisie".to_owned(),
        Fate::Invalid => "invalide".to_owned(),
        Fate::Updated(customer) => format!("modifie {customer}"),
        Fate::LeftAlone(customer) => format!("laisse {customer}"),
        Fate::Joined(main) => format!("jointe à la ligne {main}"),
    }
}
