//! The template in French.

use super::{Guidance, SheetWords};
use crate::domain::field::Field;

pub(super) const SHEET: SheetWords = SheetWords {
    customers: "Clients",
    explanation: "Explications",
    columns: ["Colonne", "Intitulé", "Obligatoire", "Ce qu'il faut y mettre", "Exemple"],
    required: "oui",
    optional: "non",
    notes: &[
        "Une ligne est une déclaration. Un couple marié ou cohabitant légal est une seule ligne : le partenaire n'y figure que par son numéro de registre national en colonne O. Une ligne à part deviendrait un second dossier.",
        "Laissez les intitulés tels quels. La ligne grise est un exemple : écrivez par-dessus ou laissez-la, elle n'est pas importée.",
        "Depuis un autre classeur, collez uniquement les valeurs : coller la mise en forme supprime les contrôles, et avec eux les zéros de tête.",
    ],
    reasons: "Ce qui reste à corriger (Instroom)",
};

pub(super) const fn guidance(field: Field) -> Option<Guidance> {
    let (title, entry, refusal) = match field {
        Field::Person => {
            ("Personne", "Toujours le mot person : seules les personnes physiques sont importées.", "Choisissez person dans la liste.")
        }
        Field::FirstName => ("Prénom", "Prénom du déclarant principal, tel qu'enregistré.", ""),
        Field::LastName => ("Nom", "Nom du déclarant principal, tel qu'enregistré, avec ses particules : de Wouters, Van den Berg.", ""),
        Field::Email => (
            "Adresse e-mail",
            "Une seule adresse e-mail du déclarant principal. Le questionnaire y est envoyé.",
            "Indiquez une seule adresse e-mail, comme nom@example.com, sans espaces.",
        ),
        Field::Mobile => (
            "Numéro de GSM",
            "Avec le signe plus et l'indicatif du pays, chiffres uniquement, sans espaces : +32475112233. Une ligne fixe n'est pas un GSM.",
            "Le numéro de GSM n'est pas valable ou l'indicatif du pays manque. Écrivez-le comme +32475112233, sans espaces.",
        ),
        Field::NationalNumber => (
            "Numéro de registre national",
            "Numéro de registre national ou numéro BIS du déclarant principal : 11 chiffres, sans points, tirets ni espaces. Les zéros de tête restent.",
            "Indiquez un numéro de registre national valable : 11 chiffres sans ponctuation, avec le bon chiffre de contrôle, et pas celui du partenaire.",
        ),
        Field::Street => ("Rue", "Rue sans numéro de maison.", ""),
        Field::HouseNumber => ("Numéro", "Numéro de maison sans boîte. C'est du texte : 12A convient.", ""),
        Field::Box => ("Boîte", "Boîte, sans le mot boîte. C'est du texte : les zéros de tête restent.", ""),
        Field::PostalCode => (
            "Code postal",
            "Quatre chiffres en Belgique ; à l'étranger, tel qu'on l'y écrit.",
            "Un code postal belge compte quatre chiffres, de 1000 à 9999. Le garder quand même ?",
        ),
        Field::City => ("Localité", "Ville ou commune.", ""),
        Field::Country => ("Pays", "Pays de l'adresse. Vide signifie la Belgique. Un pays absent de la liste peut être écrit.", ""),
        Field::ExtraPb => (
            "Extra PB",
            "Cette colonne reste vide.",
            "Cette colonne reste vide : ce qui s'y trouve n'est pas importé. Le garder quand même ?",
        ),
        Field::Labels => (
            "Étiquettes",
            "Les étiquettes propres au bureau, séparées par des virgules sans espaces autour : VIP,nouveau.",
            "Séparez les étiquettes par des virgules sans espaces autour : VIP,nouveau. Les garder quand même ?",
        ),
        Field::SpouseNationalNumber => (
            "Numéro national du partenaire",
            "Uniquement pour une déclaration commune (mariés ou cohabitants légaux) : le numéro du partenaire, 11 chiffres, sans ponctuation. Le partenaire n'a pas de ligne à lui.",
            "Indiquez un numéro de registre national valable du partenaire : 11 chiffres sans ponctuation, avec le bon chiffre de contrôle, et pas celui du déclarant.",
        ),
        Field::Language => (
            "Langue",
            "Langue du client : dutch, french ou english. Vide : la langue choisie pour l'importation s'applique.",
            "Choisissez dutch, french ou english dans la liste.",
        ),
        Field::ClientCode => ("Code client", "Le code du bureau pour le client. Deux clients n'ont jamais le même.", ""),
        Field::EnterpriseNumber => (
            "Numéro d'entreprise",
            "Uniquement pour les indépendants en personne physique : 10 chiffres, sans BE ni points. Le premier chiffre est 0 ou 1.",
            "Indiquez un numéro d'entreprise valable : 10 chiffres sans BE ni points, le premier étant 0 ou 1, avec le bon chiffre de contrôle.",
        ),
        Field::SpouseEnterpriseNumber => (
            "N° d'entreprise du partenaire",
            "Uniquement si le partenaire est indépendant en personne physique : 10 chiffres, sans BE ni points.",
            "Indiquez un numéro d'entreprise valable : 10 chiffres sans BE ni points, le premier étant 0 ou 1, avec le bon chiffre de contrôle.",
        ),
        Field::Deadline => (
            "Date limite de la déclaration",
            "Date à laquelle la déclaration doit être introduite au plus tard. Vide : la date de la saison s'applique.",
            "Indiquez une date, comme 16/10/2026.",
        ),
        Field::Responsible => (
            "Responsable principal",
            "Adresse e-mail du collègue en charge du client.",
            "Indiquez une seule adresse e-mail d'un collègue, pas un nom.",
        ),
        Field::Address
        | Field::Company
        | Field::SendInvitation
        | Field::LoopVariable
        | Field::LoopPlaceholder
        | Field::SpouseFirstName
        | Field::SpouseLastName
        | Field::SpouseEmail
        | Field::SpouseMobile => return None,
    };
    Some(Guidance { title, entry, refusal })
}
