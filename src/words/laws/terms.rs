//! One thing has one name: words that were once used beside it are barred.

use super::languages;
use crate::domain::finding::Rule;
use crate::words::{ScreenLanguage, rule_words};

/// A language, a word that is barred in it, the word that is used, and the phrases in which it is another thing.
const BARRED: &[(&str, &str, &str, &[&str])] = &[
    ("fr", "import", "importation", &["keys.wrong", "keys.warning"]),
    ("fr", "imports", "importations", &[]),
    ("fr", "en-tête", "intitulé", &[]),
    ("fr", "titre", "intitulé", &[]),
    ("fr", "titres", "intitulés", &[]),
    ("fr", "sauvé", "enregistré", &[]),
    ("fr", "messagerie", "serveur d'e-mail", &[]),
    ("nl", "titel", "kop", &[]),
    ("nl", "titels", "koppen", &[]),
    ("nl", "klantenbestand", "opslag", &[]),
    ("nl", "importen", "imports", &[]),
    ("nl", "gekend", "bekend", &[]),
    ("nl", "gekende", "bekende", &[]),
    ("nl", "losgekoppeld", "ontkoppeld", &[]),
    // `FLOW` is how the help writes the place of a name.
    ("nl", "flow", "taskflow", &["command.flows"]),
    ("nl", "tabs", "tabbladen", &["keys.wrong"]),
    ("nl", "download", "bewaar", &["fault"]),
    ("nl", "pagina", "fiche", &["action", "hint", "definition"]),
    ("nl", "klantpagina", "klantfiche", &[]),
    ("nl", "zaken", "keuzes", &["fault"]),
    // Keys go a page up or down, a file is a web page, and a manual has pages.
    ("fr", "page", "fiche", &["action", "hint", "tour.why", "fault", "picker.looks_like", "definition"]),
    ("fr", "choses", "choix", &[]),
    ("fr", "suggestion", "proposition", &[]),
    ("fr", "suggestions", "propositions", &[]),
    ("fr", "correspondance", "choix de colonnes", &[]),
    ("fr", "double", "doublon", &["bucket_short"]),
    // The heading of a workbook is as its office wrote it.
    ("nl", "achternaam", "familienaam", &["mapping.ground"]),
    ("nl", "voorloopnullen", "nullen vooraan", &[]),
    ("nl", "geschiedenis", "historiek", &[]),
    ("nl", "dubbels", "dubbele klanten", &[]),
    ("nl", "commando", "opdracht", &[]),
    ("nl", "commando's", "opdrachten", &[]),
    ("nl", "locale", "landinstelling", &[]),
    ("fr", "locale", "paramètres régionaux", &[]),
];

/// Two words that are barred behind each other, as [`BARRED`] bars one: a language, the words, and what is used.
const BARRED_TOGETHER: &[(&str, &str, &str)] = &[
    ("fr", "numéro national", "numéro de registre national"),
    ("fr", "numéros nationaux", "numéros de registre national"),
    ("fr", "zéros de tête", "zéros initiaux"),
    ("fr", "zéros au début", "zéros initiaux"),
    ("fr", "en importation", "dans le fichier"),
    ("fr", "date limite simple", "date limite des déclarations simples"),
    ("fr", "date limite spécifique", "date limite des déclarations avec revenus spécifiques"),
    ("nl", "uiterste datum eenvoudig", "uiterste datum voor eenvoudige aangiften"),
];

/// The words of a text, in small letters. What stands in braces is a key, what stands between backquotes or follows a command is English, and the short name
/// of a tab is cut off as narrow windows want it.
fn words_in(text: &str) -> Vec<String> {
    let mut bare = String::new();
    let mut depth = 0_usize;
    let text = text.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    for sign in text.replace("instroom import", "").replace("check, import", "").chars() {
        match sign {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => bare.push(sign),
            _ => {}
        }
    }
    bare.split(|sign: char| !(sign.is_alphanumeric() || sign == '-')).map(str::to_lowercase).collect()
}

#[test]
fn one_thing_has_one_name() {
    let mut wrong = Vec::new();
    for (code, words) in languages() {
        let definition = words.phrasebook().iter().copied().flatten().map(|(_, told)| ("definition".to_owned(), vec![(*told).to_owned()]));
        let language = ScreenLanguage::ALL.into_iter().find(|language| language.code() == code).unwrap();
        let rules = Rule::ALL.iter().map(|rule| rule_words(language, *rule));
        let rules = rules.map(|words| ("rule".to_owned(), [words.reason, words.what, words.remedy].map(str::to_owned).to_vec()));
        for (name, texts) in words.said().into_iter().chain(definition).chain(rules) {
            for text in texts {
                let small = text.to_lowercase();
                let together = BARRED_TOGETHER.iter().filter(|(of, barred, _)| *of == code && small.contains(barred));
                wrong.extend(together.map(|(_, barred, instead)| format!("{code}: {name}: {barred}, not {instead}: {text}")));
                let there = words_in(&text);
                let barred = BARRED
                    .iter()
                    .filter(|(of, word, _, except)| *of == code && there.iter().any(|one| one == word) && !except.contains(&name.as_str()));
                wrong.extend(barred.map(|(_, word, instead, _)| format!("{code}: {name}: {word}, not {instead}: {text}")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
