//! What the command line alone says, in French.

use super::plural;
use crate::domain::draft::Refusal;
use crate::words::command::{CommandWords, Thing};

pub(super) const WORDS: CommandWords = CommandWords {
    no_terminal: "Les écrans demandent un terminal.",
    presses_need_terminal: "Les touches enfoncées ne peuvent être montrées que dans un terminal.",
    input_is_none: "L'entrée standard n'est pas un terminal.",
    output_is_none: "La sortie standard n'est pas un terminal.",
    neither_is_one: "Ni l'entrée standard ni la sortie standard n'est un terminal.",
    answers_need_terminal: "Le classeur est arrivé par l'entrée standard\u{a0}: touches et réponses doivent venir d'un terminal, et il n'y en a pas.",
    plain_instead: "--plain s'en passe, comme dialogue en lignes simples, et la plupart des commandes aussi\u{a0}: instroom --help les montre.",
    presses_instead: "Lancez la commande dans un terminal, sans redirection. instroom keys montre les touches sans terminal\u{a0}; la plupart des commandes s'en passent.",
    no_workbook_comes_in: "Aucun classeur n'arrive\u{a0}: l'entrée standard est un terminal.",
    no_screen: "Avec --no-input, aucun écran ne s'ouvre.",
    instead_of_screen: "check, import, plan, customers et d'autres s'en passent\u{a0}; instroom --help les montre.",
    nothing_comes_in: "L'entrée standard est un terminal, et avec --no-input on n'attend personne.",
    name_a_file: "Nommez un fichier au lieu de -, ou envoyez-en un\u{a0}: instroom … - < FICHIER.",
    no_workbook_here: "Un classeur n'a pas sa place sur un terminal\u{a0}: redirigez-le avec > FICHIER.xlsx, ou nommez un fichier avec -o.",
    shared_with: |store, group| format!("{store} est désormais ouvert au groupe {group}."),
    say_share: "Pour l'ouvrir, ajoutez --yes.",
    would_share: |store, group| format!("{store} serait ouvert au groupe {group}."),
    unknown: |thing, given| match thing {
        Thing::Customer => format!("Il n'y a pas de client {given}."),
        Thing::Label => format!("Aucun client n'a l'étiquette {given}."),
        Thing::Responsible => format!("Aucun client n'a {given} comme responsable."),
        Thing::Flow => format!("Aucun flux de travail ne s'appelle {given}."),
        Thing::Questionnaire => format!("Aucun questionnaire ne s'appelle {given} ici."),
        Thing::Mail => format!("Aucun e-mail de la boîte d'envoi n'a le numéro {given}."),
    },
    known: |known| format!("Existent\u{a0}: {known}"),
    none_of_them: |thing| match thing {
        Thing::Customer => "Il n'y a pas encore de clients.",
        Thing::Label => "Personne n'a encore d'étiquette.",
        Thing::Responsible => "Personne n'a encore de responsable.",
        Thing::Flow => "Il n'y a pas encore de flux de travail.",
        Thing::Questionnaire => "Il n'y a pas de questionnaire à choisir.",
        Thing::Mail => "Aucun e-mail n'a encore été préparé.",
    },
    nearest: |near| format!("Vouliez-vous dire {near}\u{a0}?"),
    no_file_no_command: |word| format!("Il n'y a ni fichier {word}, ni commande de ce nom."),
    see_help: "instroom --help montre les commandes.",
    none_stored: "Pas encore de clients. Pour en importer\u{a0}: instroom import FICHIER.",
    deadline_mark: "* la date limite du flux\u{a0}: aucune autre n'a été donnée pour ce client.",
    no_format: |file| format!("{file} ne dit pas le format\u{a0}: terminez par .xlsx, .csv ou .json, ou ajoutez --format."),
    two_formats: |file, ending, format| format!("{file} se termine par {ending}, et --format dit {format}\u{a0}: retirez l'un des deux."),
    would: "Voici ce qui serait fait\u{a0}:",
    refused: |refusal| match refusal {
        Refusal::NoLanguage => "Indiquez la langue des clients dont la ligne n'en nomme pas\u{a0}: --language nl, fr, en ou de.",
        Refusal::NoQuestionnaire => "Indiquez le questionnaire des nouveaux dossiers\u{a0}: --questionnaire NOM.",
        Refusal::NoFlow => "Indiquez le flux de travail\u{a0}: --task-flow NOM.",
        Refusal::FlowArchived => "Ce flux est archivé\u{a0}: indiquez-en un autre avec --task-flow.",
        Refusal::LanguageNotOffered => {
            "Ce questionnaire n'existe pas dans cette langue\u{a0}: indiquez un autre --language ou --questionnaire."
        }
        Refusal::Nothing => "Il ne reste rien à importer\u{a0}: chacun est déjà enregistré, ou la ligne est invalide.",
    },
    needed: |options| format!("Avant de pouvoir importer, indiquez\u{a0}: {options}."),
    languages: |known| format!("LANGUE, des clients dont la ligne n'en nomme pas\u{a0}: {known}."),
    questionnaires: |known| format!("NOM, du questionnaire des nouveaux dossiers\u{a0}: {known}."),
    flows: |known| format!("FLUX, du flux de travail dans lequel importer\u{a0}: {known}."),
    partners_apart: |rows| {
        let are = plural(rows, "est", "sont");
        format!("{are} aussi partenaire d'une autre ligne\u{a0}: ouvrez le classeur à l'écran pour les réunir")
    },
    look_at_spelling: "Vérifiez l'orthographe, et le répertoire d'où vous lancez la commande.",
    say_again: "Relancez la même commande\u{a0}: elle regarde l'état actuel des données.",
    say_force: "Choisissez un autre nom, ou ajoutez --force pour remplacer ce fichier.",
    no_settings: |path| format!("Le fichier {path} n'existe pas encore."),
    without_settings: "On continue sans les réglages\u{a0}: cette commande n'en a pas besoin.",
    without_mail: "On continue sans cela\u{a0}: cette commande n'envoie pas d'e-mail.",
    was_removed: |id, when, who| format!("{id} a été supprimé avec toutes ses données le {when}, par {who}."),
    nothing_to_import: "Rien à importer\u{a0}: aucune nouvelle ligne.",
    only_invalid: |rows, file| {
        format!("Rien à importer. {}\u{a0}: instroom check {file} les montre.", plural(rows, "ligne invalide", "lignes invalides"))
    },
    say_yes: "Pour écrire, ajoutez --yes.",
    written_unsaid: "L'importation elle-même est écrite\u{a0}: ne la répétez pas.",
    columns_not_read: |headings| format!("Pas lu\u{a0}: {headings}"),
};
