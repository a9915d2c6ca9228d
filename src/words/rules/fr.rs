//! The rules in French, as it is spoken in Belgium.

use super::{RuleWords, words};
use crate::domain::finding::Rule;

/// The same beginning for every fault of a national number, and the precise cause behind it.
macro_rules! number {
    ($cause:literal) => {
        concat!("Entrez un numéro de registre national valide\u{a0}: ", $cause)
    };
}

/// The same beginning for every fault of a mobile number, and the precise cause behind it.
macro_rules! mobile {
    ($cause:literal) => {
        concat!("Le numéro de GSM n'est pas valide ou l'indicatif du pays manque\u{a0}: ", $cause)
    };
}

/// A table: one entry for each rule.
pub(super) const fn rule_words(rule: Rule) -> RuleWords {
    match rule {
        Rule::NameMissing => words(
            "nom manquant",
            "Le nom est vide\u{a0}; un client doit avoir un prénom et un nom de famille.",
            "Entrez le nom tel qu'il est enregistré officiellement.",
        ),
        Rule::EmailMissing => words(
            "adresse e-mail manquante",
            "L'adresse e-mail est vide\u{a0}; chaque client doit en avoir une.",
            "Entrez l'adresse e-mail du client.",
        ),
        Rule::EmailShape => words(
            "pas une adresse e-mail",
            "Ceci n'a pas la forme d'une adresse e-mail.",
            "Entrez une seule adresse, par exemple nom@example.com.",
        ),
        Rule::EmailTooLong => words(
            "adresse trop longue",
            "L'adresse e-mail est plus longue que permis\u{a0}: 64 caractères avant le @ et 254 en tout.",
            "Vérifiez si un autre texte s'est glissé dans l'adresse, et raccourcissez-la.",
        ),
        Rule::EmailSeveral => words(
            "plusieurs adresses",
            "La cellule contient plus d'une adresse e-mail.",
            "Gardez seulement l'adresse à laquelle le questionnaire doit être envoyé.",
        ),
        Rule::EmailNearMiss => words(
            "faute dans le domaine\u{a0}?",
            "La partie après le @ ressemble à une faute de frappe dans un domaine connu.",
            "Reprenez la proposition, ou laissez l'adresse si elle est correcte.",
        ),
        Rule::NationalNumberPunctuation => words(
            "espaces ou ponctuation",
            number!("il contient des signes ou des espaces, et seuls les 11 chiffres doivent y figurer."),
            "Reprenez la proposition, ou entrez seulement les 11 chiffres.",
        ),
        Rule::NationalNumberLeadingZeros => words(
            "zéros initiaux perdus",
            number!("la cellule est un nombre, et un nombre perd les zéros initiaux."),
            "Reprenez la proposition, ou entrez les 11 chiffres\u{a0}; dans le fichier, mettez la colonne au format texte.",
        ),
        Rule::NationalNumberNotDigits => {
            words("pas que des chiffres", number!("il contient autre chose que des chiffres."), "Entrez les 11 chiffres du numéro.")
        }
        Rule::NationalNumberScientific => words(
            "chiffres perdus (E+10)",
            number!("le fichier n'a gardé qu'une partie des chiffres, comme dans 8,5073E+10."),
            "Recherchez le numéro et entrez les 11 chiffres\u{a0}; les chiffres perdus sont irrécupérables.",
        ),
        Rule::NationalNumberLength => {
            words("pas 11 chiffres", number!("il ne compte pas 11 chiffres."), "Entrez les 11 chiffres, y compris les zéros initiaux.")
        }
        Rule::NationalNumberCheckDigits => words(
            "chiffres contrôle faux",
            number!("les deux derniers chiffres ne correspondent pas aux neuf premiers, donc un chiffre est faux ou deux sont inversés."),
            "Comparez le numéro chiffre par chiffre avec la carte d'identité.",
        ),
        Rule::NationalNumberMonth => words(
            "mois inexistant",
            number!("le mois (troisième et quatrième chiffres) n'existe pas, même pour un numéro BIS."),
            "Comparez les six premiers chiffres avec la date de naissance.",
        ),
        Rule::NationalNumberDay => words(
            "jour inexistant",
            number!("le jour (cinquième et sixième chiffres) n'existe pas dans ce mois."),
            "Comparez les six premiers chiffres avec la date de naissance.",
        ),
        Rule::NationalNumberFuture => words(
            "naissance future",
            number!("la date de naissance qu'il contient est dans le futur."),
            "Comparez les six premiers chiffres avec la date de naissance.",
        ),
        Rule::NationalNumberSequence => words(
            "numéro d'ordre exclu",
            number!("le numéro d'ordre (septième au neuvième chiffre) est 000 ou 999, que personne ne reçoit."),
            "Comparez le numéro chiffre par chiffre avec la carte d'identité.",
        ),
        Rule::NationalNumberSameAsPartner => words(
            "identique au partenaire",
            number!("le client et le partenaire ont le même numéro."),
            "Corrigez le numéro qui est faux, ou videz celui du partenaire s'il n'y a pas de partenaire.",
        ),
        Rule::MobileCountryCode => words(
            "indicatif manquant",
            mobile!("il doit commencer par + et l'indicatif du pays, sans le 0 des appels nationaux."),
            "Reprenez la proposition, ou entrez le numéro sous la forme +32471123456.",
        ),
        Rule::MobilePunctuation => words(
            "espaces ou ponctuation",
            mobile!("il y a des espaces ou des signes entre les chiffres."),
            "Reprenez la proposition, ou entrez seulement + et les chiffres.",
        ),
        Rule::MobileNumberCell => words(
            "signe + perdu",
            mobile!("la cellule est un nombre, et un nombre perd le + et le 0 au début."),
            "Reprenez la proposition, ou entrez +32471123456\u{a0}; dans le fichier, mettez la colonne au format texte.",
        ),
        Rule::MobileNotMobile => words(
            "pas un numéro de GSM",
            mobile!("c'est un numéro belge, mais pas celui d'un GSM."),
            "Entrez un numéro de GSM, ou videz la cellule.",
        ),
        Rule::MobileShape => words(
            "pas un téléphone",
            mobile!("ceci ne peut pas être un numéro de téléphone."),
            "Entrez un seul numéro sous la forme +32471123456, ou videz la cellule.",
        ),
        Rule::MobileForeign => words(
            "numéro étranger",
            "C'est un numéro étranger\u{a0}; seule sa longueur a pu être vérifiée.",
            "Vérifiez-le, et laissez-le s'il est correct.",
        ),
        Rule::EnterpriseNumberPunctuation => words(
            "BE ou ponctuation",
            "Le numéro BCE contient des lettres, des espaces ou des signes, et seuls les 10 chiffres doivent y figurer.",
            "Reprenez la proposition, ou entrez seulement les 10 chiffres.",
        ),
        Rule::EnterpriseNumberLeadingZeros => words(
            "zéro initial perdu",
            "La cellule du numéro BCE est un nombre, et un nombre perd le zéro initial.",
            "Reprenez la proposition, ou entrez les 10 chiffres\u{a0}; dans le fichier, mettez la colonne au format texte.",
        ),
        Rule::EnterpriseNumberNotDigits => {
            words("pas que des chiffres", "Le numéro BCE contient autre chose que des chiffres.", "Entrez les 10 chiffres du numéro.")
        }
        Rule::EnterpriseNumberLength => words(
            "pas 10 chiffres",
            "Le numéro BCE ne compte pas 10 chiffres.",
            "Entrez les 10 chiffres\u{a0}; un ancien numéro de 9 chiffres reçoit un 0 au début.",
        ),
        Rule::EnterpriseNumberFirstDigit => words(
            "ne commence pas par 0/1",
            "Le numéro BCE commence par un autre chiffre que 0 ou 1.",
            "Recherchez le numéro dans la Banque-Carrefour des Entreprises.",
        ),
        Rule::EnterpriseNumberCheckDigits => words(
            "chiffres contrôle faux",
            "Les deux derniers chiffres du numéro BCE ne correspondent pas aux huit premiers.",
            "Recherchez le numéro dans la Banque-Carrefour des Entreprises.",
        ),
        Rule::LanguageUnknown => words(
            "langue inconnue",
            "Ce mot ne désigne aucune langue que nous connaissons.",
            "Écrivez néerlandais, français ou anglais, ou videz la cellule pour utiliser la langue de l'importation.",
        ),
        Rule::LanguageNotOffered => words(
            "pas dans cette langue",
            "Le questionnaire choisi n'existe pas dans cette langue.",
            "Choisissez une autre langue pour le client, ou un autre questionnaire pour l'importation.",
        ),
        Rule::DeadlineNotADate => words(
            "pas une date",
            "La date limite n'est pas une date qui existe.",
            "Entrez-la sous la forme jour/mois/année ou 2026-07-15, ou videz la cellule pour utiliser la date habituelle.",
        ),
        Rule::DeadlineTooEarly => words(
            "avant l'exercice",
            "La date limite tombe avant l'exercice d'imposition.",
            "Corrigez l'année, ou videz la cellule pour utiliser la date habituelle.",
        ),
        Rule::ResponsibleShape => words(
            "pas une adresse e-mail",
            "Le responsable doit être indiqué par une seule adresse e-mail.",
            "Entrez l'adresse e-mail du collègue, ou videz la cellule.",
        ),
        Rule::ResponsibleUnknown => words(
            "collègue inconnu",
            "Cette adresse ne figure pas dans la liste des collègues du bureau.",
            "Corrigez l'adresse, ou laissez-la et ajoutez le collègue à la liste.",
        ),
        Rule::PostalCodeShape => words(
            "pas un code postal belge",
            "Un code postal belge compte quatre chiffres, de 1000 à 9999.",
            "Corrigez le code postal, ou indiquez le pays si ce n'est pas la Belgique.",
        ),
        Rule::PersonUnknown => words(
            "pas un particulier",
            "Seuls les particuliers peuvent être importés, et ceci désigne un autre type.",
            "Écrivez particulier si le client en est un, ou laissez la ligne de côté.",
        ),
        Rule::SendInvitationUnknown => words(
            "ni oui ni non",
            "L'envoi d'une invitation s'indique seulement par oui ou par non.",
            "Écrivez oui ou non, ou videz la cellule.",
        ),
        Rule::LabelsSpaces => words(
            "espaces et virgules",
            "Il y a des espaces autour des virgules entre les étiquettes\u{a0}; ils sont supprimés.",
            "Il n'y a rien à faire\u{a0}; la proposition montre les étiquettes telles qu'elles sont importées.",
        ),
        Rule::ColumnStaysEmpty => words(
            "doit rester vide",
            "Cette colonne doit rester vide\u{a0}; son contenu n'est pas importé.",
            "Il n'y a rien à faire\u{a0}; videz la colonne dans le fichier pour ne plus voir l'avertissement.",
        ),
        Rule::CellError => words(
            "erreur dans le fichier",
            "Le fichier affiche une erreur dans cette cellule au lieu d'une valeur.",
            "Entrez la valeur ici, ou corrigez la formule dans le fichier.",
        ),
        Rule::RowSameNationalNumber => words(
            "même registre national",
            "La ligne {row} a le même numéro de registre national.",
            "Corrigez le numéro qui est faux, ou laissez une des deux lignes de côté.",
        ),
        Rule::RowSameClientCode => words(
            "même code client",
            "La ligne {row} a le même code client.",
            "Corrigez le code qui est faux, ou laissez une des deux lignes de côté.",
        ),
        Rule::RowSameEmailAndName => words(
            "même e-mail et même nom",
            "La ligne {row} a la même adresse e-mail et le même nom, et rien ne les distingue.",
            "Entrez les deux numéros de registre national si ce sont deux personnes, sinon laissez une ligne de côté.",
        ),
        Rule::RowPartnerElsewhere => words(
            "partenaire ailleurs",
            "Ce client figure comme partenaire à la ligne {row}\u{a0}: un couple qui déclare ensemble tient sur une ligne.",
            "Réunissez les deux lignes, ou laissez-les si les partenaires déclarent séparément.",
        ),
        Rule::RowPartnerOfTwo => words(
            "partenaire de deux",
            "La ligne {row} indique le même partenaire, et personne ne déclare avec deux.",
            "Corrigez le numéro de partenaire erroné, ou videz-le.",
        ),
        Rule::RowSameHousehold => words(
            "même ménage",
            "La ligne {row} a la même adresse et le même e-mail, sous un autre nom : c'est peut-être le partenaire.",
            "Joignez les deux lignes s'ils déclarent ensemble ; sinon, laissez-les.",
        ),
        Rule::ClientCodeTaken => words(
            "code client déjà pris",
            "Un client enregistré, que cette ligne n'est pas, a ce code client.",
            "Donnez un autre code à la ligne, ou laissez le code vide.",
        ),
        Rule::RowJoinedToAnother => words(
            "autre partenaire réuni",
            "Le numéro du partenaire n'est pas celui de la ligne {row}, réunie comme partenaire.",
            "Remettez le numéro de cette ligne, ou séparez d'abord les deux lignes avec P.",
        ),
        Rule::RowSeparated => words(
            "partenaire à part",
            "Ce client est enregistré comme partenaire du client de la ligne {row}, et a maintenant sa propre ligne.",
            "Importez-le comme nouveau client si les deux sont séparés, ou laissez la ligne de côté s'ils déclarent encore ensemble.",
        ),
        Rule::RowMatchTaken => words(
            "autre ligne plus proche",
            "La ligne {row} correspond mieux au même client existant.",
            "Laissez cette ligne de côté, ou corrigez-la s'il s'agit d'un autre client.",
        ),
    }
}
