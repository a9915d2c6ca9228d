//! The dialogue on plain lines, in French.

use super::plural;
use crate::words::plain::PlainWords;

pub(super) const WORDS: PlainWords = PlainWords {
    this_tab: |tab| format!("ici\u{a0}: {tab}"),
    error: "erreur",
    warning: "attention",
    changed: "modifié",
    becomes: "remplacé par",
    equals: ", soit",
    and_more: "plus",
    same_as: "correspond à",
    hidden_rest: "la suite masquée",
    by_default: "par défaut",
    rule: "règle",
    none: "aucune",
    user: |name| format!("Vous travaillez sous le nom {name}"),
    selected: "sélectionné",
    not_selected: "non sélectionné",
    chosen: "choisi",
    in_range: "dans la plage",
    joint: "pour deux",
    welcome: "Répondez par un mot, le nom d'une touche ou un numéro\u{a0}; une ligne vide choisit. {help} dit ce qui est possible, {back} revient en arrière ou quitte.",
    answer: "Réponse",
    typed: "Texte",
    row_of: |at, all| format!("Ligne {at} sur {all}"),
    line_of: |at, all| format!("{at} sur {all}"),
    column: "Colonne",
    columns: "Colonnes",
    sorted: "trié sur ceci",
    can: "Possible ici",
    enter: |does| format!("Une ligne vide\u{a0}: {does}."),
    barred: "pas maintenant",
    more: |word, lines| format!("Encore {lines}\u{a0}: {word}"),
    detail_more: |word, lines| format!("Encore {}\u{a0}: {word}", plural(lines, "ligne", "lignes")),
    end_of_list: "C'est la fin de la liste.",
    nothing_listed: "Il n'y a rien à énumérer ici.",
    no_detail: "Il n'y a rien de plus à en dire.",
    same: "Rien n'a changé.",
    unknown: |answer, help| format!("«\u{a0}{answer}\u{a0}» n'est pas une réponse ici. {help} dit ce qui est possible."),
    way_out: |key| format!("{key} revient en arrière ou quitte."),
    key_is_no_text: |cancel| format!("C'était une touche, pas du texte\u{a0}: rien n'a été saisi. {cancel} abandonne."),
    key_unknown: |down, enter| format!("C'était une touche du clavier. Tapez son nom, par exemple F7 ou {down}, puis {enter}."),
    word_help: "aide",
    all_of: |row| format!("{row}, tout à son sujet."),
    to_rows: "{back} revient aux lignes.",
    first_back: "D'abord {back}, qui y revient.",
    first_close: "D'abord {close}, qui y revient.",
    others: |count| format!("et {count} de plus"),
    more_errors: |count| format!("et {} de plus", plural(count, "erreur", "erreurs")),
    several: "Plusieurs correspondent. Laquelle voulez-vous\u{a0}?",
    no_row: |all| format!("Cette ligne du tableau n'existe pas\u{a0}: 1 à {all}."),
    no_line: |all| format!("Cette ligne n'existe pas\u{a0}: 1 à {all}."),
    no_rows: "Il n'y a pas de lignes où aller ici.",
    nothing_fits: |text| format!("Rien dans la liste ne correspond à «\u{a0}{text}\u{a0}»."),
    fits: |text, some, all| format!("{some} sur {all} correspondent à «\u{a0}{text}\u{a0}»."),
    filter_by: "Filtrer sur quoi\u{a0}?",
    no_filter: "Il n'y a rien à filtrer ici.",
    all_possible: "Tout ce qui existe ici est possible maintenant.",
    in_table: "Un numéro va à cette ligne, sauf s'il est une touche ici.",
    in_menu: "Un numéro fait ce qui est nommé derrière lui.",
    in_rows: "Un numéro va à cette ligne.",
    in_question: "Répondez par oui ou non, ou par le numéro.",
    in_confirmation: "Faut-il l'enregistrer\u{a0}? Répondez par oui ou non.",
    name_is_text: |name, cancel| {
        format!(
            "«\u{a0}{name}\u{a0}» est le nom d'une commande, mais c'est pris ici comme du texte. {cancel} laisse le champ comme il était\u{a0}; répondez ensuite {name}."
        )
    },
    yes_is: |yes, no| format!("Oui veut dire\u{a0}: {yes}. Non\u{a0}: {no}."),
    still_wrong: |take, cancel| {
        format!("Une ligne vide ne prend rien de ce qui est refusé. Tapez autre chose\u{a0}; {take} le prend tel quel, {cancel} abandonne.")
    },
    did_you_mean: |does| format!("Vouliez-vous dire {does}\u{a0}?"),
    in_field: |help, cancel| {
        format!(
            "Tapez le texte sur une ligne. Une ligne vide prend ce qui s'y trouve. Derrière deux-points, un mot ou un numéro fait autre chose\u{a0}: {help} dit ce qui est possible, {cancel} abandonne."
        )
    },
    file_row: |row| format!("ligne {row} du fichier"),
    in_list: |cancel| {
        format!(
            "Tapez le numéro, ou une partie du nom pour chercher. Une ligne vide prend ce qui est nommé en dernier, {{close}} ou {cancel} abandonne."
        )
    },
    in_form: |cancel, turn, back| {
        format!(
            "Chaque ligne remplit la partie nommée avant la question. Une ligne vide la laisse telle quelle et continue. Ce qui peut être coché se règle par oui ou non\u{a0}; là où il y a un choix, {turn} prend le suivant. {back} revient à la partie précédente, {cancel} abandonne."
        )
    },
    in_lines: |cancel| {
        format!(
            "Tapez une ou plusieurs lignes. Un point seul sur une ligne termine et les garde. Deux-points suivis d'un mot, {cancel}, abandonnent."
        )
    },
    in_number: "Tapez le nombre pour confirmer.",
    nothing_runs: "Rien n'est en cours qui puisse être arrêté. {back} revient en arrière ou quitte.",
    too_long: |kib| format!("Cette réponse dépasse {kib} Kio. Rien n'en a été repris\u{a0}: donnez-la en lignes plus courtes."),
    no_room: |over| {
        let over = plural(over, "caractère", "caractères");
        format!("Cette réponse a {over} de plus que la place ne le permet. Rien n'en a été repris.")
    },
    can_stop: "Ctrl+C l'arrête.",
    percent: |percent| format!("{percent} pour cent"),
    sent_of: |sent, all| format!("{sent} e-mails envoyés sur {all}"),
    words_here: "En outre",
    word_list: "liste",
    list_does: "les lignes suivantes",
    word_row: "ligne",
    row_does: "aller à une ligne par son numéro",
    word_find: "chercher",
    find_does: "filtrer sur le texte qui suit",
    word_detail: "plus",
    detail_does: "tout sur celui-ci",
    word_here: "ici",
    here_does: "où suis-je, encore une fois",
    word_why: "pourquoi",
    why_does: "pourquoi quelque chose n'est pas possible maintenant, suivi de son nom ou de sa touche",
    word_wait: "attendre",
    wait_does: "que tout ce qui part soit envoyé",
    word_cancel: "annuler",
    cancel_does: "abandonner ce qui est demandé ici",
    why_nothing: "C'est possible maintenant.",
};
