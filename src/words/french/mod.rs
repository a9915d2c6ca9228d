//! French, as it is spoken in Belgium, with a no-break space before `:`, `;`, `?` and `!`. The customers are "dans
//! Instroom"; what holds them on the disk is "la base".

mod actions;
mod causes;
mod drafts;
mod faults;
mod notices;
mod trade;

use super::{ScreenLanguage, Words};

/// The phrases in French.
pub(super) const WORDS: Words = Words {
    screen: ScreenLanguage::French,
    own_name: "Français",
    // Parts of the trade.
    field: trade::field,
    language: trade::language,
    certainty: trade::certainty,
    ground: trade::ground,
    sex: trade::sex,
    bucket: trade::bucket,
    bucket_middle: trade::bucket_middle,
    bucket_short: trade::bucket_short,
    column: trade::column,
    // Keys and messages.
    action: actions::action,
    hint: actions::hint,
    question: actions::question,
    layer: actions::layer,
    notice: notices::notice,
    fault: faults::fault,
    // Start.
    tagline: "les clients dans la saison",
    what_to_do: "Que voulez-vous faire\u{a0}?",
    new_import: "Nouvelle importation depuis un classeur",
    new_import_note: "choisissez et vérifiez un fichier\u{a0}; rien n'est écrit sans votre accord",
    template: "Télécharger le modèle",
    template_note: "un classeur vide avec listes déroulantes, un exemple et explications",
    // Drafts.
    resume: |file| format!("Reprendre le brouillon\u{a0}: {file}"),
    drafts_title: "Brouillons\u{a0}: Enter ouvre, x supprime",
    drafts_none: "Aucun brouillon n'est conservé.",
    draft_removed: |file| format!("Le brouillon de {file} est supprimé."),
    saved: |time| format!("sauvé {time}"),
    not_saved: "NON SAUVÉ",
    go_on: "Continuer le brouillon",
    go_on_old: "Continuer l'ancienne version",
    go_on_old_note: "le brouillon en garde une copie",
    take_over: "Reprendre les choix",
    afresh: "Recommencer",
    afresh_note: "le brouillon reste dans la liste (d)",
    other_rules: "Les règles ont changé entre-temps\u{a0}: revoyez les onglets.",
    other_store: "Le brouillon vient d'une autre base\u{a0}: revoyez les doublons.",
    throw_away_title: "Supprimer le brouillon\u{a0}?",
    throw_away_text: |file| {
        format!("Ce qui a été choisi pour {file} est perdu, avec la copie du classeur. Le classeur et la base restent tels quels.")
    },
    throw_away_button: "Supprimer",
    draft_note: drafts::draft_note,
    open_elsewhere: drafts::open_elsewhere,
    cut: drafts::cut,
    unfit: drafts::unfit,
    old_row: |number| format!("ancienne ligne {number}"),
    // What is in the store.
    store_reading: "Lecture de la base ...",
    store_none: "Il n'y a pas encore de base\u{a0}: la première importation la crée.",
    store_holds: |customers| format!("Dans Instroom\u{a0}: {}", plural(customers, "client", "clients")),
    last_imports: "Dernières importations",
    import_line: |when, file, who, added, linked, updated| {
        format!(
            "  {when}  {file}  {who}   {}, {}, {}",
            plural(added, "nouveau", "nouveaux"),
            plural(linked, "lié", "liés"),
            plural(updated, "modifié", "modifiés")
        )
    },
    flow: |year| format!("Impôt des personnes physiques {year}"),
    flow_short: |year| format!("IPP {year}"),
    dossiers: |count| plural(count, "dossier", "dossiers"),
    questions: |count| plural(count, "question", "questions"),
    // Picker.
    choose_workbook: "Nouvelle importation > choisir un classeur",
    folder: "Dossier",
    folder_reading: "Lecture du dossier ...",
    file_name: "nom",
    file_changed: "modifié",
    file_size: "taille",
    no_workbooks: "Aucun classeur ici. h va au dossier parent, : tape un chemin.",
    bytes: trade::bytes,
    only_read: "Le fichier est seulement lu. Rien n'y est modifié.",
    preview: "Aperçu",
    preview_none: "lecture en cours ...",
    sheets: "Feuilles\u{a0}:",
    sheet: "feuille",
    row: |number| format!("ligne {number}"),
    hidden_sheet: "masquée",
    headings_on: |sheet, row| format!("Intitulés trouvés à la ligne {row} de {sheet}\u{a0}:"),
    headings_looked_for: "intitulés à chercher",
    path_of_workbook: "Chemin du classeur",
    path_of_template: "Enregistrer le modèle sous",
    tab_completes: "Tab complète   Enter valide   Esc quitte",
    // Tabs.
    import_title: "Importation",
    opened_as: |file, sheet, row| format!("{file}  [{sheet}, intitulés à la ligne {row}]"),
    rows: |rows| plural(rows, "ligne", "lignes"),
    flow_label: "Flux",
    language_short: "Langue",
    questionnaire_short: "Questions",
    choose: "choisir",
    selected: |rows| plural(rows, "choisi", "choisis"),
    filter: "Filtre\u{a0}:",
    filtered: |filter, rows| {
        format!("Filtre «\u{a0}{filter}\u{a0}»\u{a0}: {}. / modifie, Esc efface.", plural(rows, "affiché", "affichés"))
    },
    place: |at, all| format!("{at} sur {all}"),
    do_new: "I ajoute les clients choisis à Instroom, après un résumé.",
    do_stored: "Aucune ligne ne correspond à ces clients. Rien ne leur arrive.",
    do_duplicates: "Enter montre les différences\u{a0}: choisissez les champs à écraser.",
    do_invalid: "Pas importées. Le volet dit quoi faire pour chaque erreur.",
    nothing_in: trade::nothing_in,
    nothing_fits: "Rien ne correspond au filtre.",
    has_dossier: "a un dossier",
    no_dossier_yet: "encore sans dossier",
    not_in_file: "pas dans ce fichier",
    not_linked: "hors de ce flux",
    damaged_record: "Ces données ne peuvent pas être lues.",
    columns: "Colonnes\u{a0}: Space affiche ou masque",
    // Detail pane.
    row_title: |row, name| format!("Ligne {row}  {name}"),
    empty_value: "(vide)",
    suggestion: "Suggestion\u{a0}:",
    no_column: "pas de telle colonne dans ce fichier",
    cell: |cell| format!("cellule {cell}"),
    why_new: "Nouveau\u{a0}: personne dans Instroom n'a ce numéro de registre national, ce code client, cet e-mail avec ce nom, ou ce nom avec cette date de naissance.",
    same_email_other_name: |name| {
        format!(
            "i Dans Instroom, {name} a la même adresse e-mail. Les couples en partagent parfois une\u{a0}; vérifiez si c'est quelqu'un d'autre."
        )
    },
    equals: |id, name| format!("identique à {id} {name}"),
    tied: "i Une autre ligne correspond tout aussi bien à ce client\u{a0}; regardez les deux.",
    dossier_there: "A un dossier dans ce flux de travail.",
    dossier_to_come: "Pas encore de dossier dans ce flux de travail\u{a0}: sélectionnez la ligne (Space) pour en créer un.",
    no_differences: "Aucune différence.",
    differences: |count| format!("{}, Enter pour choisir\u{a0}:", plural(count, "différence", "différences")),
    not_understood: "pas compris",
    not_read: "colonne pas lue",
    columns_not_read: |headings| format!("Pas lu\u{a0}: {headings}"),
    as_read: |text| format!("lu comme «\u{a0}{text}\u{a0}»"),
    by_default: "par défaut",
    source: |file, sheet, row| format!("{file}, feuille {sheet}, ligne {row}"),
    check_digits_right: "chiffres de contrôle corrects",
    born: |date| format!("naissance le {date}"),
    no_birth_date: "date de naissance non indiquée",
    no_sex: "sexe non indiqué",
    why_not_in_file: |flow| format!("A un dossier dans {flow}, mais ce client n'est pas dans ce fichier."),
    why_not_linked: |flow| format!("N'est ni dans ce fichier, ni lié à {flow}."),
    last_imported: |date, file, who| format!("Dernière importation le {date} depuis {file} par {who}."),
    lines_below: |lines| format!("encore {}\u{a0}: J suite, z tout", plural(lines, "ligne", "lignes")),
    lines_more: |lines| format!("encore {}", plural(lines, "ligne", "lignes")),
    lines_end: "fin\u{a0}: K remonte",
    // Compare.
    compare_title: "Double, champ par champ",
    field_heading: "champ",
    in_store: "dans Instroom",
    in_import: "dans l'importation",
    same: "identique",
    empty_keeps: "(vide\u{a0}: inchangé)",
    as_it_will_be: "Le client tel qu'il sera",
    fields_change: |count| format!("{} (*)", plural(count, "champ changera", "champs changeront")),
    only_chosen_written: "Seuls les champs choisis sont écrits. Le vide n'efface rien.",
    // Summary and report.
    summary_title: "Résumé",
    nothing_written_yet: "rien n'est encore écrit",
    default_is_back: "Enter revient\u{a0}; l'importation ne part que de son propre bouton.",
    to_add: "nouveaux clients",
    with_questionnaire: "avec un questionnaire",
    joint: "déclarations communes",
    to_update: "clients connus",
    to_leave: "doubles inchangés",
    not_selected: "non choisis",
    invalid_rows: "lignes invalides",
    can_follow: "peuvent suivre plus tard",
    stay_behind: "pas importées, elles restent dans la liste",
    can_be_fixed: "pas importées\u{a0}: l'onglet 4 dit quoi faire",
    updated_note: |fields, linked| {
        format!("{}, {}", plural(linked, "dossier créé", "dossiers créés"), plural(fields, "champ changé", "champs changés"))
    },
    sums: |rows, new, double, invalid, agree| {
        let word = if agree { "exact" } else { "INEXACT" };
        format!(
            "{} = {} + {} + {}\u{a0}: {word}",
            plural(rows, "ligne", "lignes"),
            plural(new, "nouveau", "nouveaux"),
            plural(double, "double", "doubles"),
            plural(invalid, "invalide", "invalides")
        )
    },
    invitations_wanted: |count| {
        format!("{} une invitation\u{a0}: noté. L'importation n'envoie rien.", plural(count, "ligne demande", "lignes demandent"))
    },
    nothing_sent: "Rien n'est envoyé\u{a0}: chaque nouveau dossier commence comme «\u{a0}non envoyé\u{a0}».",
    hidden_by_filter: |rows| format!("{} par le filtre.", plural(rows, "d'entre eux est masqué", "d'entre eux sont masqués")),
    keep: "garder",
    drop: "effacer",
    button_back: "Retour",
    button_import: |added, known| format!("Importer\u{a0}: {}, {}", plural(added, "nouveau", "nouveaux"), plural(known, "connu", "connus")),
    report_title: "Rapport",
    import_number: |number| format!("importation {number}"),
    done: |added, known, before, after| {
        format!(
            "Terminé. {}, {}. Dans Instroom\u{a0}: {before} -> {after}.",
            plural(added, "nouveau", "nouveaux"),
            plural(known, "connu", "connus")
        )
    },
    added: "ajoutés",
    updated: "clients connus",
    left_alone: "laissés tels quels",
    total: "lignes du fichier",
    added_note: |flow| format!("{flow}\u{a0}: non envoyé"),
    next: "Ensuite",
    next_rows: "Revenir aux lignes\u{a0}: ce qui reste peut encore être importé",
    next_invalid: "Voir les lignes invalides",
    next_another: "Importer un autre classeur",
    next_start: "Vers l'écran d'accueil",
    // Boxes.
    fault_title: "Cela n'a pas fonctionné",
    button_headings: "Choisir feuille et intitulés",
    button_again: "Réessayer",
    button_refresh: "Voir ce qui a changé",
    leave: "quitter",
    leave_title: "Quitter cette importation\u{a0}?",
    leave_text: "Vos choix pour ce fichier qui ne sont pas encore importés seront perdus. Le fichier et la base restent tels quels.",
    leave_button: "Quitter",
    reopen_title: "Ouvrir avec d'autres intitulés\u{a0}?",
    reopen_text: "Vos choix pour ce fichier qui ne sont pas encore importés seront à refaire.",
    reopen_button: "Ouvrir",
    replace_title: "Remplacer le fichier\u{a0}?",
    replace_text: |path| format!("{path} existe déjà. Le remplacer fait perdre son contenu."),
    replace_button: "Remplacer",
    of_all: |shown, all| format!("{shown} sur {all}   tapez pour filtrer"),
    opening: |file| format!("Ouverture de {file}"),
    preparing: "Préparation du résumé",
    committing: "Écriture dans Instroom",
    refreshing: "Nouvelle lecture de la base",
    writing_template: "Écriture du modèle",
    can_be_stopped: "Ctrl+C arrête",
    ends_whole: "tout ou rien\u{a0}: Ctrl+C avant que ce soit définitif",
    beginning: "cela commence ...",
    stage_reading: "Lecture du classeur",
    stage_reading_store: "Lecture de la base",
    stage_judging: "Vérification des lignes",
    stage_matching: "Comparaison avec Instroom",
    stage_preparing: "Calcul de ce qui sera écrit",
    stage_writing: "Écriture des clients",
    stage_syncing: "Mise en sûreté sur le disque",
    done_of: |done, all| format!("{done} sur {all}"),
    too_small: |width, height| format!("Fenêtre trop petite\u{a0}: {width}x{height}"),
    needed: |width, height| format!("Il faut {width}x{height} ou plus."),
    no_terminal: "les écrans demandent un terminal ; check, import et template s'en passent (--help)",
    shared_with: |store, group| format!("{store} est désormais ouvert au groupe {group}."),
    unknown_choice: |given, known| format!("{given} n'existe pas ici ; existent : {known}"),
    nothing_to_import: "Rien à importer : aucune nouvelle ligne.",
    say_yes: "Rien n'a été écrit. Ajoutez --yes pour écrire.",
    demo: "Démo, base jetable. Choisissez Q, T puis I. Touches\u{a0}: F1.",
    make_larger: "Agrandissez-la, ou tapez q pour revenir.",
};

/// A number with its noun; in French, zero takes the singular.
fn plural<N: std::fmt::Display + From<u8> + PartialOrd>(count: N, one: &str, many: &str) -> String {
    let noun = if count < N::from(2) { one } else { many };
    format!("{count} {noun}")
}
