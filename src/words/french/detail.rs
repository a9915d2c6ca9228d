//! A row or a customer seen closely, in French.

use super::plural;
use crate::words::detail::DetailWords;

pub(super) const WORDS: DetailWords = DetailWords {
    row_title: |row, name| format!("Ligne {row}  {name}"),
    why_partner_of_row: |row| {
        format!(
            "Figure dans ce fichier comme partenaire à la ligne {row}\u{a0}: la déclaration est commune. Dans Instroom, ce client reste tel quel."
        )
    },
    remembered: |day, who| format!("comme {who} l'a corrigé dans l'importation du {day}"),
    held_apart_before: |day, who| {
        format!("Dans l'importation du {day}, {who} a dit\u{a0}: pas le même client. Cela ne décide rien maintenant.")
    },
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
    dossier_to_come: "Pas encore de dossier dans ce flux de travail\u{a0}: sélectionnez la ligne ({toggle}) pour en créer un.",
    dossier_coming: "Pas encore de dossier dans ce flux de travail\u{a0}: l'importation en créera un.",
    no_differences: "Aucune différence.",
    differences: |count| format!("{}, {{open}} pour choisir\u{a0}:", plural(count, "différence", "différences")),
    not_understood: "pas compris",
    not_read: "colonne pas lue",
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
    may_be_partner: |row, name| format!("i Ligne {row} {name}\u{a0}: peut-être le partenaire. {{partner}} montre les deux côte à côte."),
    joined_with: |row, name| format!("& Une déclaration avec la ligne {row} {name}. {{partner}} peut les séparer."),
    held_apart_from: |id, name| format!("i Séparé de {id} {name}\u{a0}: ce n'est pas le même client."),
    edited_from: |value| format!("corrigé\u{a0}; le fichier dit {value}"),
    f_takes: "{take-suggestion} la reprend, {take-alike} pour tous les pareils",
};
