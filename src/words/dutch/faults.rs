//! What failed, why, and what to do now, in Dutch.

use super::{causes, mail, trade};
use crate::app::fault::{Fault, Lost, Unkept};
use crate::app::keeping::OpenBy;
use crate::words::{Told, ending, plural, sentence};

pub(super) fn fault(fault: &Fault) -> Told {
    match fault {
        Fault::CustomerGone { customer } => Told::new(
            format!("Klant {customer} staat niet meer in de opslag."),
            "Een collega heeft de klant intussen verwijderd.",
            "Ga terug naar de lijst.",
        ),
        Fault::NotFound { path } => {
            Told::new(format!("Het bestand {path} bestaat niet."), "", "Kijk de spelling na, of kies het uit de lijst.")
        }
        Fault::IsFolder { path } => Told::new(format!("{path} is een map."), "Een werkmap is een bestand.", "Kies een bestand in die map."),
        Fault::NoPermission { path } => Told::new(
            format!("{path} mag niet geopend worden."),
            "Het systeem geeft u geen toegang.",
            "Vraag toegang aan de eigenaar, of kopieer het naar een map van uzelf.",
        ),
        Fault::NoWriting { path } => Told::new(
            format!("{path} mag niet geschreven worden."),
            "Het systeem geeft u geen toegang.",
            "Noem een andere plaats, of vraag het aan de eigenaar.",
        ),
        Fault::NotAFolder { path } => {
            Told::new(format!("{path} is geen map."), "Er is niets geschreven.", "Noem een map die er is, of die gemaakt kan worden.")
        }
        Fault::NotRegular { path } => {
            Told::new(format!("{path} is geen bestand."), "Het is een toestel, een pipe of een socket.", "Kies een werkmap.")
        }
        Fault::EmptyFile { path } if path == "-" => Told::new(
            "Er kwam niets binnen op de standaardinvoer.",
            "De opdracht voor de | gaf niets, of mislukte.",
            "Probeer die opdracht apart, of noem een bestand in plaats van -.",
        ),
        Fault::EmptyFile { path } => {
            Told::new(format!("{path} is leeg."), "Er staat niets in; misschien is het kopiëren mislukt.", "Bewaar of kopieer het opnieuw.")
        }
        Fault::TooLarge { path, cap } => Told::new(
            format!("{path} is te groot."),
            format!("Tot {} wordt gelezen; geen klantenlijst is groter.", trade::bytes(*cap)),
            "Bewaar het blad met de klanten als een aparte werkmap.",
        ),
        Fault::Encrypted => Told::new(
            "Deze werkmap heeft een wachtwoord.",
            "De inhoud is zonder dat wachtwoord niet te lezen.",
            "Open ze in Excel, bewaar een kopie zonder wachtwoord en importeer die.",
        ),
        Fault::NotAWorkbook { looks_like } => Told::new(
            "Dit is geen werkmap.",
            format!("Het lijkt op {}, wat de naam ook zegt.", causes::looks_like(*looks_like)),
            "Bewaar het vanuit Excel of LibreOffice als .xlsx en probeer opnieuw.",
        ),
        Fault::Damaged { detail } => Told::new(
            "De werkmap is beschadigd.",
            report(detail),
            "Open ze in Excel, bewaar ze opnieuw en probeer het daarmee. Er is niets gewijzigd.",
        ),
        Fault::TooComplex { excess } => Told::new(
            "De werkmap vraagt meer om te lezen dan een klantenlijst hoort te vragen.",
            causes::excess(*excess),
            "Bewaar het blad met de klanten als een nieuwe .xlsx.",
        ),
        Fault::NoSheets => {
            Told::new("De werkmap heeft geen blad dat gelezen kan worden.", "", "Bewaar ze opnieuw, met de klanten op een blad.")
        }
        Fault::NoSuchSheet { name, seen } => {
            Told::new(format!("Er is geen blad {name}."), format!("De bladen zijn: {}.", seen.join(", ")), "Kies er een van.")
        }
        Fault::CutOff => {
            Told::new("Het bestand stopt voor het einde.", "Een kopie of download is afgebroken.", "Kopieer of download het opnieuw.")
        }
        Fault::SameSheetName { name } => Told::new(
            format!("Twee bladen heten {name}."),
            "De cellen kunnen uit het verkeerde blad komen.",
            "Geef een van de twee een andere naam en bewaar de werkmap.",
        ),
        Fault::UnknownEncoding => Told::new(
            "De codering van de tekst is niet te bepalen.",
            "Het is geen UTF-8, geen UTF-16 met kenmerk en ook niet één byte per letter.",
            "Bewaar het als UTF-8 of als .xlsx.",
        ),
        Fault::UnclosedQuote { line } => Told::new(
            format!("Een aanhalingsteken op regel {line} wordt nooit gesloten."),
            "Alles wat erop volgt, zou één cel zijn.",
            "Zet het ontbrekende aanhalingsteken en probeer opnieuw.",
        ),
        Fault::TooManyRows { format, cap } => Told::new(
            format!("Er zijn meer rijen dan uit {} gelezen worden ({cap}).", ending(*format)),
            "Dit formaat moet in zijn geheel in het geheugen.",
            "Bewaar het als .xlsx of .csv.",
        ),
        Fault::EmptySheet => Told::new("Het blad is leeg.", "", "Kies een ander blad of een ander bestand."),
        Fault::NoHeading { seen } => Told::new(
            "Er is geen rij met koppen gevonden.",
            if seen.is_empty() {
                "In de eerste rijen staat geen tekst.".to_owned()
            } else {
                format!("In de eerste rijen staat: {}.", seen.join(", "))
            },
            "Wijs de rij met de koppen aan, of gebruik de koppen van het sjabloon.",
        ),
        Fault::TwoColumns { field, columns } => Told::new(
            format!("De kolommen {} zijn allebei \"{}\".", columns.join(" en "), trade::field(*field)),
            "Een ervan zou verloren gaan.",
            "Hernoem of verwijder er een.",
        ),
        Fault::MissingColumn { fields, seen } => Told::new(
            format!("Er is geen kolom voor {}.", fields.iter().map(|field| trade::field(*field)).collect::<Vec<_>>().join(", ")),
            format!("Gevonden koppen: {}.", seen.join(", ")),
            "Voeg de kolom toe, geef ze de kop van het sjabloon, of wijs een andere rij met koppen aan.",
        ),
        Fault::StoreInUse { holding } => Told::new(
            "Een andere sessie gebruikt de opslag op dit ogenblik.",
            causes::held(holding.as_ref()),
            "Dat duurt telkens maar even: probeer opnieuw.",
        ),
        Fault::OutboxInUse { holding, left } => Told::new(
            "Er worden net mails verzonden.",
            causes::held(holding.as_ref()),
            format!(
                "{} nog te verzenden. Wacht tot de ronde voorbij is, of laat die collega ze stoppen.",
                plural(*left, "mail is", "mails zijn")
            ),
        ),
        Fault::NotAStore { path } => Told::new(
            format!("{path} is geen opslag van Instroom."),
            "In de map staan andere zaken, en daar wordt niets tussen gezet.",
            "Geef met --store een lege map of een andere opslag op.",
        ),
        Fault::StoreIsFile { path } => Told::new(
            format!("{path} is een bestand, en een opslag is een map."),
            "Er is niets mee gedaan.",
            "Noem met --store een map, of de map waarin dit bestand staat.",
        ),
        Fault::StoreNewer { found, known } => Told::new(
            format!("De opslag heeft formaat {found}."),
            format!("Dit programma kent formaten tot en met {known}."),
            "Gebruik het nieuwere programma. Aan de opslag is niet geraakt.",
        ),
        Fault::StoreDamaged { detail } => Told::new(
            "De opslag kan niet gelezen worden.",
            report(detail),
            "Verwijder niets. Bewaar een kopie van de map en vraag om hulp.",
        ),
        Fault::NoSuchGroup { name } => Told::new(
            format!("De groep {name} bestaat niet op deze machine."),
            "",
            "Vraag aan wie ze beheert in welke groep uw collega's zitten.",
        ),
        Fault::DiskFull => Told::new(
            "De schijf is vol.",
            "Er kan niets meer geschreven worden. Wat er stond, is intact.",
            "Maak plaats en probeer opnieuw.",
        ),
        Fault::NoFolder { path } => {
            Told::new(format!("Er is geen map {path}."), "Er is niets geschreven.", "Maak ze eerst, of noem een andere.")
        }
        Fault::OutputFolder { path } => {
            Told::new(format!("{path} is een map."), "Er is niets geschreven.", "Noem een bestand erin, of een andere plaats.")
        }
        Fault::OwnFolder { path } => Told::new(
            format!("{path} hoort bij wat Instroom zelf bewaart."),
            "Een bestand daar kan de opslag, de kopieën of de concepten beschadigen.",
            "Kies een andere map.",
        ),
        Fault::ReadOnly { path } => Told::new(
            format!("{path} staat op een schijf die alleen gelezen kan worden."),
            "Het systeem laat er niemand schrijven: misschien is het een back-up, of een schijf met een defect.",
            "Kijken kan wel. Om te schrijven: geef een andere plaats op, of vraag het aan wie deze machine beheert.",
        ),
        Fault::Exists { path } => Told::new(format!("{path} bestaat al."), "", "Kies een andere naam."),
        Fault::NotReplaced { path } => Told::new(
            format!("{path} is geen bestand."),
            "Het is een toestel, een pipe, een socket of een verbroken koppeling, en wordt niet vervangen.",
            "Kies een andere naam.",
        ),
        Fault::Original { path } => Told::new(
            format!("{path} is de werkmap die hier open is."),
            "Ze wordt enkel gelezen: wat het kantoor maakte, blijft zoals het is.",
            "Kies een andere naam.",
        ),
        Fault::OriginalChanged { path } => Told::new(
            format!("{path} is gewijzigd sinds het gelezen werd."),
            "Een verbeterde kopie wordt gemaakt van de werkmap die gelezen werd, en die is er niet meer.",
            "Open de werkmap opnieuw en verbeter daar wat er te verbeteren is.",
        ),
        Fault::Ending { wanted } => Told::new(
            format!("De naam moet eindigen op .{wanted}."),
            if wanted.starts_with("xls") {
                "Onder een andere extensie opent Excel de werkmap niet."
            } else {
                "Onder een andere extensie houden programma's het voor iets anders."
            },
            "Wijzig het einde van de naam.",
        ),
        Fault::CannotKeep { obstacle } => Told::new(
            "Deze werkmap kan niet zonder schade gewijzigd worden.",
            super::exports::obstacle_in_words(*obstacle),
            "Geef de kopie een naam die eindigt op .xlsx: dan wordt een nieuwe werkmap gemaakt.",
        ),
        Fault::Refused(refused) => (super::flows::WORDS.refused)(refused),
        Fault::Changed { .. } => Told::new(
            "Er is niets geschreven.",
            "Een collega heeft dezelfde klant, hetzelfde dossier of dezelfde taskflow intussen gewijzigd.",
            "Bekijk hoe het nu is, en beslis opnieuw.",
        ),
        Fault::NoDossier => Told::new(
            "De klant heeft geen dossier in deze taskflow.",
            "Het werd nooit gemaakt, of een collega heeft het intussen weggenomen.",
            "Bekijk de klant opnieuw, en koppel hem aan de taskflow.",
        ),
        Fault::Moved { rows } => Told::new(
            "De opslag is intussen veranderd, en dus is er niets geschreven.",
            format!("{} nu anders dan het overzicht toonde.", plural(*rows, "rij staat er", "rijen staan er")),
            "Lees de opslag opnieuw, bekijk de tabbladen en importeer nog eens. Uw keuzes blijven.",
        ),
        Fault::PlanUnreadable { detail } => {
            Told::new("Dit is geen leesbaar plan.", report(detail), "Maak het plan opnieuw. Er is niets gewijzigd.")
        }
        Fault::PlanNewer { found, known } => Told::new(
            format!("Het plan heeft versie {found}."),
            format!("Dit programma kent versies tot en met {known}."),
            "Gebruik het nieuwere programma. Er is niets gewijzigd.",
        ),
        Fault::NotKept { why } => Told::new(
            "Uw laatste keuze telt, maar is niet bewaard.",
            unkept(why),
            match why {
                Unkept::Removed => "Importeer nu, of schrijf een plan: wat niet bewaard is, gaat verloren als u weggaat.",
                Unkept::DiskFull | Unkept::NoPlace | Unkept::NoPermission(_) | Unkept::System(_) => {
                    "Verlaat de import niet. Zodra de schijf weer schrijft, wordt alles alsnog bewaard."
                }
            },
        ),
        Fault::UnsavedNotKept { why } => Told::new(
            "Wat u hier wijzigde, is nog niet opgeslagen en wordt intussen ook niet bewaard.",
            unkept(why),
            "Sla het op voor u weggaat: tot dan gaat het verloren als de verbinding of de stroom uitvalt.",
        ),
        Fault::Lost { lost, why } => Told::new(
            match lost {
                Lost::Choices => "Uw laatste keuzes in de import zijn niet bewaard.",
                Lost::Changes => "Wat u het laatst wijzigde en niet opsloeg, is niet bewaard.",
            },
            unkept(why),
            match lost {
                Lost::Choices => "Verhelp dit, open de werkmap opnieuw en maak de keuzes die ontbreken nog eens.",
                Lost::Changes => {
                    "Verhelp dit, open dezelfde fiche of hetzelfde dossier opnieuw en breng de wijzigingen die ontbreken nog eens aan."
                }
            },
        ),
        Fault::NoDraft { why } => Told::new(
            "Van deze import kan geen concept bewaard worden.",
            unkept(why),
            "Importeren kan toch. Importeer voor u weggaat; wilt u een concept, verhelp dit dan en open de werkmap opnieuw.",
        ),
        Fault::NoPlaceForDrafts => {
            Told::new("Er is geen map om concepten in te bewaren.", "", "Geef er een met --state, of met INSTROOM_STATE.")
        }
        Fault::NoSuchDraft => {
            Told::new("Dit concept bestaat niet.", "Misschien is het intussen weggegooid.", "Zie met instroom drafts welke er zijn.")
        }
        Fault::DraftInUse { by } => Told::new(
            "Dit concept is elders geopend.",
            match by {
                Some(OpenBy { who, pid, .. }) if !who.is_empty() => format!("{who} heeft het open (proces {pid})."),
                Some(_) | None => "Een ander venster heeft het open.".to_owned(),
            },
            "Sluit het daar, of begin opnieuw met de werkmap.",
        ),
        Fault::DraftNewer { found, known } => Told::new(
            format!("Het concept heeft formaat {found}."),
            format!("Dit programma kent formaten tot en met {known}."),
            "Gebruik het nieuwere programma. Aan het concept is niet geraakt.",
        ),
        Fault::DraftDamaged { detail } => Told::new(
            "Het concept kan niet gelezen worden.",
            report(detail),
            "Open de werkmap opnieuw. Het concept blijft tot u het weggooit.",
        ),
        Fault::Mail(why) => mail::fault(why),
        Fault::Copies(why) => (super::copies::WORDS.fault)(why),
        Fault::Keys { path, why } => super::keys::WORDS.fault(path, why, ": "),
        Fault::Questionnaire { unused, more } => super::questionnaires::WORDS.unused(unused, *more, ": "),
        Fault::Output { detail } => Told::new(
            "De uitvoer kon niet geschreven worden.",
            format!("Het systeem meldt: {}", sentence(detail)),
            "Stuur ze naar een plaats met ruimte, en probeer opnieuw.",
        ),
        Fault::System { detail } => Told::new(
            "Het systeem weigerde.",
            report(detail),
            "Er is niets gewijzigd. Probeer opnieuw, of vraag het aan wie deze machine beheert.",
        ),
    }
}

/// What a reader or the system said, which it says in its own language.
pub(super) fn report(detail: &str) -> String {
    format!("Technische melding: {}", sentence(detail))
}

/// Why decisions cannot be written down.
fn unkept(why: &Unkept) -> String {
    match why {
        Unkept::DiskFull => "De schijf is vol.".to_owned(),
        Unkept::NoPlace => "Er is geen map om concepten in te bewaren.".to_owned(),
        Unkept::NoPermission(path) => format!("In {path} mag niet geschreven worden."),
        Unkept::Removed => "De map van het concept is verwijderd.".to_owned(),
        Unkept::System(detail) => report(detail),
    }
}
