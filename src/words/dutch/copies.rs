//! Back-ups and kopieën, in Dutch.

use super::faults::report;
use super::past;
use crate::app::copy_fault::{CopyFault, Uncopied};
use crate::domain::store_copy::Before;
use crate::words::copies::CopiesWords;
use crate::words::{Told, noun, plural};

pub(super) const WORDS: CopiesWords = CopiesWords {
    fault,
    backed_up: |file| format!("{file} bevat alles uit de opslag, ook de rijksregisternummers. Bewaar het waar niemand anders het leest."),
    not_here: "Een back-up hoort niet op een terminal: stuur hem door met > BESTAND, of noem een bestand.",
    records: |count| noun(count, "gegeven", "gegevens"),
    written: |when, program, number| format!("Geschreven op {when} door Instroom {program}, tot en met nummer {number}."),
    backup_sound: "De back-up is in orde.",
    restored: |store| format!("De opslag staat nu in {store}. Elk gegeven erin is nagekeken."),
    would_restore: |store| format!("De opslag zou in {store} gezet worden."),
    would_put_back: |copy| format!("De kopie {copy} zou in de plaats van de opslag komen, en de huidige opslag zou een kopie worden."),
    put_back: |copy| format!("De opslag is nu zoals in de kopie {copy}. Elk gegeven erin is nagekeken."),
    gone: |copies| format!("Verwijderd om plaats te maken: {copies}."),
    read_apart: |store| {
        format!("In {store} kan niet geschreven worden: er is gelezen uit een kopie voor u alleen, die weer verwijderd is.")
    },
    which: "Zeg wat teruggezet moet worden: een back-up of een kopie.",
    which_backup: "Een back-up komt waar nog niets staat: instroom store restore BESTAND",
    which_copy: "Een kopie komt in de plaats van de opslag: instroom store restore --copy NAAM",
    not_whole: "niet volledig",
    kept_as: |copy| format!("Zoals ze was, is ze bewaard als de kopie {copy}."),
    outbox_stays: "De outbox blijft zoals hij is: wat weg is, is weg. Bij de volgende start wordt gevraagd naar dossiers die daar niet van weten.",
    mails_wait: |count| {
        let mails = plural(count, "mail wacht", "mails wachten");
        format!("{mails} in de outbox, zoals op dat moment. Een deel kan intussen weg zijn: kijk met instroom outbox voor u verzendt.")
    },
    say_yes: "Om dit terug te zetten: voeg --yes toe.",
    format: |format| format!("formaat {format}"),
    for_you: "alleen voor u",
    for_group: |group| format!("open voor de groep {group}"),
    imports: |count| noun(count, "import", "imports"),
    mails: |count| noun(count, "mail in de outbox", "mails in de outbox"),
    mails_waiting: |_| "daarvan nog te verzenden",
    first_written: |when, who| format!("Voor het eerst geschreven op {when} door {who}."),
    last_written: |when, who| format!("Laatst geschreven op {when} door {who}."),
    largest: |file, added| format!("De grootste import: {file}, met {}.", plural(added, "nieuwe klant", "nieuwe klanten")),
    copies: "Kopieën, nieuwste eerst:",
    no_copies: "Er zijn nog geen kopieën: voor elke import, terugname en wijziging wordt er een gemaakt.",
    before: |before| match before {
        Before::Import => "voor een import",
        Before::Undo => "voor een import werd teruggenomen",
        Before::Change => "voor een wijziging",
        Before::Restore => "voor een kopie werd teruggezet",
    },
};

fn fault(fault: &CopyFault) -> Told {
    match fault {
        CopyFault::NotCopied { why } => Told::new(
            "Er is niets geschreven: de opslag kon niet eerst gekopieerd worden.",
            match why {
                Uncopied::DiskFull => "De schijf is vol.".to_owned(),
                Uncopied::NoPermission(path) => format!("In {path} mag niets geschreven worden."),
                Uncopied::System(detail) => report(detail),
            },
            "Verhelp dat en probeer opnieuw; of bewaar geen kopieën: copies = 0 onder [store] in de instellingen.",
        ),
        CopyFault::NoSuchCopy { name } => Told::new(
            format!("Er is geen kopie {name}."),
            "Oude kopieën verdwijnen als er nieuwe komen.",
            "Kijk met instroom store info welke er zijn.",
        ),
        CopyFault::Occupied { path } => Told::new(
            format!("In {path} staat al iets."),
            "Een opslag wordt alleen gezet waar nog niets staat.",
            "Geef met --into een andere map op.",
        ),
        CopyFault::InTheWay { path } => Told::new(
            format!("{path} staat in de weg."),
            "In een map met die naam zou de opslag klaargezet worden, en deze heeft Instroom daar niet gezet.",
            "Verplaats ze, of geef met --into een andere map op. Er is niets gewijzigd.",
        ),
        CopyFault::CopyDamaged { name, detail } => Told::new(
            format!("De kopie {name} is beschadigd."),
            report(detail),
            "De opslag zelf is ongemoeid gelaten. Neem een andere kopie: instroom store info toont ze.",
        ),
        CopyFault::NoSpool { folders, detail } => Told::new(
            "De back-up kon niet samengesteld worden.",
            format!(
                "Hij wordt helemaal geschreven voor er iets van vertrekt, en daarvoor is geen plaats in {}: {}",
                folders.join(", "),
                report(detail)
            ),
            "Maak in een ervan plaats, of noem een andere map in TMPDIR.",
        ),
        CopyFault::Unsound { count, first } => Told::new(
            format!("Wat teruggezet zou worden, is niet in orde: {}.", plural(*count, "gebrek", "gebreken")),
            (past::WORDS.trouble)(first),
            "Er is niets teruggezet. Neem een andere back-up of kopie.",
        ),
        CopyFault::NoBackup => Told::new(
            "Dit is geen back-up van Instroom.",
            "Het bestand begint niet zo.",
            "Noem een bestand dat instroom store backup schreef.",
        ),
        CopyFault::Newer { found, known } => Told::new(
            format!("De back-up heeft versie {found}."),
            format!("Dit programma kent versies tot en met {known}."),
            "Gebruik het nieuwere programma. Er is niets teruggezet.",
        ),
        CopyFault::CutOff => Told::new(
            "De back-up houdt op voor zijn einde.",
            "Hij werd afgebroken bij het schrijven of kopiëren.",
            "Haal hem opnieuw van waar hij kwam, of neem een andere.",
        ),
        CopyFault::Damaged { line, detail } => Told::new(
            format!("De back-up is niet wat er geschreven werd: regel {line}."),
            report(detail),
            "Er is niets teruggezet. Haal hem opnieuw van waar hij kwam, of neem een andere.",
        ),
        CopyFault::NoStore => Told::new("Er is hier geen opslag om een back-up van te maken.", "", "Geef er met --store een op."),
    }
}
