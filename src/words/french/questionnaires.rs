//! Files of questionnaires, in French.

use crate::domain::questionnaire::{Expected, FORMAT, Named, Needs, Place, Wrong};
use crate::words::{QuestionnairesWords, sentence};

pub(super) const WORDS: QuestionnairesWords = QuestionnairesWords {
    wrong,
    place,
    too_large: |cap| format!("Le fichier dépasse {} Kio, ce qu'aucun questionnaire ne fait.", cap / 1024),
    not_text: "Le fichier n'est pas du texte en UTF-8.",
    not_a_file: "C'est un périphérique, un tube ou une socket, ou il se trouve hors du répertoire.",
    too_many: |cap| format!("Le répertoire contient plus de {cap} fichiers. Les autres sont ignorés."),
    given_before: |earlier| format!("Le même nom figure dans {earlier}, qui compte."),
    out_of_reach: |detail| format!("Le système dit\u{a0}: {}", sentence(detail)),
    what: |file| format!("Le questionnaire {file} n'est pas utilisé."),
    more: |count| {
        let others =
            if count < 2 { "autre fichier n'est pas utilisé non plus." } else { "autres fichiers ne sont pas utilisés non plus." };
        format!("{count} {others}")
    },
    line: |line| format!("Ligne {line}"),
    remedy: "Corrigez le fichier ou retirez-le. Tous les autres sont utilisés.",
    remedy_folder: "Vérifiez le répertoire. Les questionnaires fournis sont utilisés.",
};

fn place(place: &Place) -> String {
    let names = [("", &place.questionnaire), ("rubrique ", &place.section), ("la question ", &place.question), ("choix ", &place.choice)];
    let named: Vec<_> = names.into_iter().filter_map(|(what, name)| Some(format!("{what}{}", name.as_ref()?))).collect();
    named.join(", ")
}

fn wrong(wrong: &Wrong) -> String {
    match wrong {
        Wrong::Syntax(message) => format!("ce n'est pas du TOML, dit son lecteur\u{a0}: {}", message.replace('\n', " ")),
        Wrong::Format { found } => format!("le fichier a le format {found}, ce programme lit le format {FORMAT}"),
        Wrong::UnknownKey { key, known } => format!("`{key}` n'est pas connu ici, sont connus {}", known.join(", ")),
        Wrong::MissingKey { key } => format!("`{key}` manque"),
        Wrong::Type { key, expected } => format!("`{key}` doit être {}", type_of(*expected)),
        Wrong::Empty { key } => format!("`{key}` est vide"),
        Wrong::UnknownValue { what, value } => format!("`{value}` n'est pas {}", named(*what)),
        Wrong::AssessmentYear => "l'exercice d'imposition doit être compris entre 2000 et 2099".to_owned(),
        Wrong::IdShape { id } => format!(
            "le nom `{id}` ne peut avoir que des minuscules et des chiffres, des mots reliés par des traits d'union, et commence par une lettre"
        ),
        Wrong::IdYear { id, year } => format!("le nom `{id}` doit finir par -{year}, son exercice d'imposition"),
        Wrong::DuplicateId { id, first } => format!("le nom `{id}` a déjà été donné, à la ligne {first}"),
        Wrong::DuplicateLanguage { language } => format!("la langue `{}` est donnée deux fois", language.code()),
        Wrong::PhraseMissing { phrase, language } => format!("`{phrase}` manque en `{}`", language.code()),
        Wrong::PhraseUndeclared { phrase, language } => {
            format!("`{phrase}` est donné en `{}`, que `languages` ne cite pas", language.code())
        }
        Wrong::PhraseUnclean { phrase, language } => {
            format!("`{phrase}` en `{}` a des espaces aux bords ou des caractères de contrôle", language.code())
        }
        Wrong::ChoicesMissing => "une question du type `choice` a besoin de deux choix ou plus".to_owned(),
        Wrong::ChoicesUnexpected { kind } => format!("une question du type `{kind}` ne peut pas avoir de choix"),
        Wrong::IncludesUnknown { id } => format!("il n'y a pas de questionnaire `{id}` à inclure"),
        Wrong::IncludesUnusable { id } => format!("`{id}` est inutilisable et ne peut donc pas être inclus"),
        Wrong::IncludesCircle { ids } => format!("les fichiers s'incluent en cercle\u{a0}: {ids}"),
        Wrong::IncludesYear { id, year } => {
            format!("`{id}` est de l'exercice {year}\u{a0}: seul un questionnaire du même exercice peut être inclus")
        }
        Wrong::IncludesLanguage { id, language } => format!("`{id}` n'existe pas en `{}`", language.code()),
        Wrong::CodeShape { code } => {
            format!("`{code}` n'est pas un code de la déclaration\u{a0}: quatre chiffres, un trait d'union et deux chiffres de contrôle")
        }
        Wrong::CodeCheckDigits { code, right } => format!("les chiffres de contrôle de `{code}` sont faux\u{a0}: {right} serait juste"),
        Wrong::PrefillKind { prefill, needs } => {
            format!("`{prefill}` ne peut pas remplir cette question\u{a0}: il faut {}", needed(*needs))
        }
    }
}

const fn type_of(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "un texte",
        Expected::WholeNumber => "un nombre entier",
        Expected::Texts => "une liste de textes",
        Expected::Table => "une table avec un texte par langue",
        Expected::Tables => "une liste de tables",
    }
}

const fn named(what: Named) -> &'static str {
    match what {
        Named::Kind => "un type de réponse",
        Named::Prefill => "une donnée connue",
        Named::Language => "une langue",
    }
}

const fn needed(needs: Needs) -> &'static str {
    match needs {
        Needs::Date => "le type `date`",
        Needs::Sexes => "le type `choice` avec les choix `female` et `male`",
        Needs::Languages => "le type `choice` avec le code de chaque langue comme choix",
        Needs::Text => "le type `text` ou `long-text`",
    }
}
