//! The names that people give their columns, in Dutch, French, English and a little German.
//!
//! A name is kept as it is compared: folded, letters and digits only, without articles. "Numéro de
//! registre national" is `numeroregistrenational`.

use super::recognition::Claim::{self, BehindStreet, Sure, UnlessNamed, WithStreet};
use crate::domain::field::Field;

/// Words that make a heading speak of the partner.
pub(super) const PARTNER: &str = "partner partners spouse spouses echtgenoot echtgenote conjoint conjointe epoux epouse partenaire cohabitant \
    cohabitante ehepartner ehepartnerin";

/// Words in brackets that make a heading speak of somebody or something else than the customer.
pub(super) const ANOTHER: &str = "bedrijf firma vennootschap company societe entreprise business kind kinderen enfant enfants child children vader \
    moeder pere mere father mother oud oude old ancien ancienne vorig vorige previous boekhouder comptable accountant";

/// Words that add nothing.
pub(super) const ARTICLES: &str = "de het een van der du des la le les l d un une of the a s verplicht obligatoire required mandatory optioneel \
    facultatif optional";

/// Words for the person whose row it is.
pub(super) const CUSTOMER: &str = "klant client customer aangever hoofdaangever belastingplichtige declarant contribuable titulaire";

/// Words that say where or when something of the customer holds, and change nothing about what it is.
pub(super) const NEUTRAL: &str = "domicile domicilie thuis home prive private perso personnel personnelle persoonlijk personal particulier \
    hoofdverblijf residence huidig huidige actuel actuelle current nieuw nieuwe nouveau nouvelle new eigen propre own officieel officiel \
    wettelijk legal fiscaal fiscal fiscale contact primair principal principale primary standaard algemeen general persoon personne person \
    volledig complet complete tel telefoon telephone phone nr nummer numero number no n adres adresse address gegevens donnees veld champ";

/// Words that make a heading speak of another use than the customer's own.
pub(super) const OTHER_USE: &str = "factuur facturen facturatie facturation facture factures invoice invoicing billing werk travail work job \
    bureau kantoor office boekhouding comptabilite accounting comptable geboorte naissance birth geboren bank banque iban bic rekening compte \
    werkgever employeur employer contactpersoon notaris notaire ouders parents noodgeval urgence emergency oprichting start einde fin end \
    laatste dernier derniere last verzonden envoye sent aangemaakt cree created gewijzigd modifie changed";

/// Words that are not the name that they are one slip away from.
pub(super) const NO_SLIPS: &str = "staat status state states titel plaat prenommer";

/// Every known name with its field and how firmly it stands for it.
pub(super) fn names() -> impl Iterator<Item = (Field, Claim, &'static str)> {
    NAMES.iter().flat_map(|(field, claim, names)| names.split_ascii_whitespace().map(move |name| (*field, *claim, name)))
}

/// Whether a word is in a list of words with white space between them.
pub(super) fn lists(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == word)
}

/// The field that a name stands for, and how firmly.
pub(super) fn field_of(name: &str) -> Option<(Field, Claim)> {
    let (field, claim, _) = NAMES.iter().find(|(_, _, names)| lists(names, name))?;
    Some((*field, *claim))
}

const NAMES: &[(Field, Claim, &str)] = &[
    (Field::Person, Sure, "person persoon personne typepersoon typepersonne persontype soortpersoon"),
    (Field::Person, UnlessNamed, "type klanttype clienttype customertype typeclient"),
    (Field::FirstName, Sure, "firstname givenname forename voornaam voornamen prenom prenoms vorname"),
    (Field::LastName, Sure, "lastname surname familyname achternaam familienaam nomfamille nachname familienname"),
    (Field::LastName, UnlessNamed, "naam nom name klantnaam clientname customername"),
    (
        Field::Email,
        Sure,
        "email emailadres emailaddress emailadresse adresseemail adresemail adressemail mail mailadres mailadresse mailaddress \
         courriel adressecourriel adresseelectronique courrierelectronique",
    ),
    (
        Field::Mobile,
        Sure,
        "mobile mobiel mobilenumber mobielnummer mobielenummer mobilephone mobilephonenumber mobieletelefoon \
         mobieltelefoonnummer gsm gsmnummer gsmnr gsmnumber numerogsm nogsm ngsm numeromobile telephonemobile telmobile telgsm \
         mobilegsm gsmmobile portable telephoneportable numeroportable cellphone handy handynummer mobiltelefon mobilnummer",
    ),
    (
        Field::NationalNumber,
        Sure,
        "registrationnumber nationalnumber nationalregisternumber nationalregistrationnumber nationalregister ssin \
         rijksregisternummer rijksregisternr rijksnummer rijksnr rijksregister rijksregnummer rijksregnr registratienummer rrn rrnr rrnummer rr \
         insz insznummer insznr nationaalnummer nationaalregisternummer bisnummer numeroregistrenational registrenational \
         noregistrenational nregistrenational numeronational nonational nnational niss numeroniss noniss nniss nrn \
         numeroenregistrement numerobis nationalregisternummer",
    ),
    (Field::Street, Sure, "street streetname straat straatnaam rue nomrue strasse"),
    (
        Field::Street,
        UnlessNamed,
        "straatnr straatennr straatnummer straatennummer straathuisnummer straatenhuisnummer ruenumero rueetnumero rueno \
         rueetno ruen rueetn streetandnumber strasseundhausnummer",
    ),
    (Field::HouseNumber, Sure, "housenumber houseno streetnumber huisnummer huisnr numeromaison numerorue hausnummer"),
    (Field::HouseNumber, WithStreet, "number nummer numero"),
    (Field::HouseNumber, BehindStreet, "nr no n"),
    (Field::Box, Sure, "box boxnumber bus busnummer busnr boite bte numeroboite noboite nboite numerobte"),
    (Field::PostalCode, Sure, "postalcode postcode postnummer postnr codepostal cp zip zipcode postleitzahl plz"),
    (
        Field::City,
        Sure,
        "city town municipality gemeente stad stadgemeente woonplaats plaats plaatsnaam localite commune ville ort wohnort",
    ),
    (Field::Country, Sure, "country countrycode land landcode pays codepays"),
    (Field::ExtraPb, Sure, "extrapb"),
    (Field::Labels, Sure, "labels label etiquettes etiquette etiketten etiket tags tag"),
    (
        Field::Language,
        Sure,
        "language languagecode preferredlanguage taal taalcode voorkeurstaal voorkeurtaal communicatietaal correspondentietaal \
         langue codelangue languepreferee languecorrespondance sprache",
    ),
    (
        Field::ClientCode,
        Sure,
        "clientcode clientid clientnumber clientno clientnr customercode customerid customernumber customerno klantcode klantid \
         klantnummer klantnr klantennummer klantreferentie nummerklant nrklant codeklant codeclient idclient numeroclient \
         noclient nclient referenceclient kundennummer",
    ),
    (Field::ClientCode, UnlessNamed, "dossiernummer dossiernr dossiercode dossier numerodossier nodossier ndossier codedossier filenumber"),
    (
        Field::EnterpriseNumber,
        Sure,
        "enterprisenumber enterpriseno companynumber cbe cbenumber ondernemingsnummer ondernemingsnr kbo kbonummer kbonr bce \
         numerobce nobce nbce numeroentreprise noentreprise nentreprise unternehmensnummer",
    ),
    (Field::EnterpriseNumber, UnlessNamed, "btw btwnummer btwnr vat vatnumber vatno tva numerotva notva ntva"),
    (
        Field::Deadline,
        Sure,
        "deadline declarationdeadline filingdeadline duedate indieningsdatum uitersteindieningsdatum uiterstedatum \
         uiterlijkedatum indiendatum indieningsdeadline aangiftedeadline deadlineaangifte vervaldatum echeance dateecheance \
         datelimite datelimitedeclaration datelimitedepot deadlinedeclaration frist",
    ),
    (
        Field::Responsible,
        Sure,
        "responsible mainresponsible responsibleemail emailresponsible mainresponsibleemail verantwoordelijke \
         hoofdverantwoordelijke emailverantwoordelijke verantwoordelijkeemail responsable responsableprincipal emailresponsable \
         responsableemail",
    ),
    (Field::Responsible, UnlessNamed, "dossierbeheerder dossierverantwoordelijke gestionnaire gestionnairedossier"),
    (
        Field::Address,
        Sure,
        "address fulladdress adres volledigadres thuisadres woonadres adresse adressecomplete adressedomicile anschrift",
    ),
    (
        Field::Company,
        Sure,
        "company companyname bedrijf bedrijfsnaam vennootschap firma firmanaam onderneming societe nomsociete entreprise \
         nomentreprise",
    ),
    (
        Field::SendInvitation,
        Sure,
        "havetosendinvitationmail sendinvitation sendinvitationmail sendinvitationemail invitationmail invitation uitnodiging \
         uitnodigingsmail uitnodigingsmailversturen uitnodigingsmailverzenden uitnodigingversturen \
         moetuitnodigingsmailversturen envoyerinvitation envoyermailinvitation envoimailinvitation mailinvitation \
         envoyeremailinvitation",
    ),
    (Field::LoopVariable, Sure, "loopvariable"),
    (Field::LoopPlaceholder, Sure, "loopplaceholder loopvariableiterationplaceholder"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fold::fold;

    #[test]
    fn names_are_in_the_form_in_which_they_are_looked_up_and_stand_once() {
        let mut seen = std::collections::BTreeSet::new();
        for (field, _, names) in NAMES {
            for name in names.split_ascii_whitespace() {
                let form: String = fold(name).chars().filter(|character| character.is_alphanumeric()).collect();
                assert_eq!(form, name);
                assert!(seen.insert(name), "{name} of {field:?} stands twice");
            }
        }
    }
}
