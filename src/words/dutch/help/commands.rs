//! What commands do, in Dutch.

use crate::words::Phrasebook;

pub(super) const COMMANDS: Phrasebook = &[
    (
        "Brings an accounting office's customers into its season, from a workbook, in the terminal",
        "Brengt een boekhoudkantoor van klantenlijst tot aangifteseizoen, vanuit een werkmap, in de terminal",
    ),
    (
        "Exit codes: 0 done, 1 rows are invalid, answers are none, mails did not leave or the store is not sound, 64 wrong usage or something is missing, 65 unreadable workbook or plan, or a plan that no longer fits, 66 no such file, customer, label or task flow, 70 a fault of the program, 73 a file cannot be created, 74 the system refused, 75 the store is in use, 77 no permission, 78 the settings are wrong, 129, 130, 131, 143 ended by a signal. The whole manual: instroom man | man -l -",
        "Afsluitcodes: 0 gedaan, 1 er zijn ongeldige rijen, antwoorden die er geen zijn, mails die niet vertrokken of fouten in de opslag, 64 verkeerd gebruik of er ontbreekt iets, 65 onleesbare werkmap of onleesbaar plan, of een plan dat niet meer past, 66 geen bestand, klant, label of taskflow met die naam, 70 een fout van het programma, 73 een bestand kan niet aangemaakt worden, 74 het systeem weigerde, 75 de opslag is in gebruik, 77 geen rechten, 78 de instellingen zijn fout, 129, 130, 131, 143 beëindigd door een signaal. De hele handleiding: instroom man | man -l -",
    ),
    (
        "Open the sample workbook with a throw-away store that holds some of its customers",
        "Open de voorbeeldwerkmap met een wegwerpopslag waarin enkele van haar klanten al staan",
    ),
    (
        "Write the template: an empty workbook with drop-down lists, an example and an explanation",
        "Schrijf het sjabloon: een lege werkmap met keuzelijsten, een voorbeeld en uitleg",
    ),
    (
        "Judge a workbook without a screen; writes nothing and creates no store",
        "Beoordeel een werkmap zonder scherm; schrijft niets en maakt geen opslag aan",
    ),
    (
        "Import all new rows of a workbook without a screen; prints the number of the import",
        "Importeer alle nieuwe rijen van een werkmap zonder scherm; toont het nummer van de import",
    ),
    (
        "Write what an import would do as a plan, to look at and to apply later; writes nothing else",
        "Schrijf wat een import zou doen als plan, om te bekijken en later uit te voeren; schrijft verder niets",
    ),
    ("Commit a plan, if workbook and store still fit it", "Voer een plan uit, als werkmap en opslag er nog bij passen"),
    ("Read questionnaires that came back, and take their answers over", "Lees teruggekomen vragenlijsten en neem hun antwoorden over"),
    ("List the drafts that are kept, open one or throw one away", "Toon de bewaarde concepten, open er een of gooi er een weg"),
    (
        "List the task flows; make the next season's, archive one, link or unlink customers",
        "Toon de taskflows; maak die van het volgende seizoen, archiveer er een, koppel of ontkoppel klanten",
    ),
    ("List the stored customers", "Toon de bewaarde klanten"),
    ("Write the stored customers to a file", "Schrijf de bewaarde klanten naar een bestand"),
    (
        "List what was written in the store, newest first, or where the values of one customer came from",
        "Toon wat in de opslag geschreven is, het nieuwste eerst, of waar de waarden van één klant vandaan komen",
    ),
    (
        "Take an import back: says what is reversed and what stays and why; writes only with --yes",
        "Neem een import terug: zegt wat teruggedraaid wordt, wat blijft en waarom; schrijft enkel met --yes",
    ),
    (
        "Say who would get an invitation or a reminder, and who would not and why; sends only with --yes and their number",
        "Zeg wie een uitnodiging of een herinnering zou krijgen, en wie niet en waarom; verzendt enkel met --yes en hun aantal",
    ),
    (
        "List what is in the outbox, send what is queued, decide about mails that may have left, or take mails back",
        "Toon wat in de outbox staat, verzend wat klaarstaat, beslis over mails die misschien vertrokken zijn, of trek mails in",
    ),
    (
        "Say what is settled and where each setting came from, which files are looked at, and whether all is in order",
        "Zeg wat ingesteld is en waar elke instelling vandaan komt, welke bestanden bekeken worden, en of alles in orde is",
    ),
    (
        "List the keys that hold, yours of keys.toml among them, or see what arrives of each press",
        "Toon de toetsen die gelden, ook de uwe uit keys.toml, of kijk wat van elke druk aankomt",
    ),
    ("Look after the store", "Onderhoud de opslag"),
    ("Print what a shell needs to complete commands and options", "Toon wat een shell nodig heeft om opdrachten en opties aan te vullen"),
    ("Print the manual, or write a page of it for every command", "Toon de handleiding, of schrijf er een pagina van voor elke opdracht"),
    ("Print this message or the help of the given subcommand(s)", "Toon deze hulp, of die van de opdracht die u noemt"),
    ("Go on with a draft, full screen", "Ga schermvullend verder met een concept"),
    ("Throw a draft away, with its copy of the workbook", "Gooi een concept weg, met zijn kopie van de werkmap"),
    ("Make the task flow of the assessment year after", "Maak de taskflow van het volgende aanslagjaar"),
    (
        "Change the default deadlines or the questionnaires of a task flow",
        "Wijzig de standaard uiterste datums of de vragenlijsten van een taskflow",
    ),
    (
        "Put a task flow into the archive, where its dossiers are read only",
        "Zet een taskflow in het archief, waar zijn dossiers alleen te lezen zijn",
    ),
    ("Give customers a dossier in a task flow", "Geef klanten een dossier in een taskflow"),
    (
        "Take the dossiers of customers out of a task flow, with their answers",
        "Haal de dossiers van klanten uit een taskflow, met hun antwoorden",
    ),
    ("Give dossiers another deadline", "Geef dossiers een andere uiterste datum"),
    (
        "Say of a mail that may have left whether it arrived, or is to be sent again; of one that was put off, that it need not wait",
        "Zeg van een mail die misschien vertrokken is of hij aankwam of opnieuw verzonden moet worden; van een uitgestelde mail dat hij niet hoeft te wachten",
    ),
    (
        "Send what is queued: the rest of a round that was stopped, mails that were put off or are to be sent again",
        "Verzend wat klaarstaat: de rest van een gestopte ronde, mails die uitgesteld zijn of opnieuw verzonden moeten worden",
    ),
    ("Take back a mail that has not left", "Trek een mail in die nog niet vertrokken is"),
    (
        "List every setting with the value that counts and where it came from: a flag, a variable, a line of a file, or the default",
        "Toon elke instelling met de waarde die telt en waar die vandaan komt: een optie, een variabele, een regel van een bestand of de standaard",
    ),
    (
        "List the files of settings that are looked at, the most important first, and whether they are there",
        "Toon welke bestanden met instellingen bekeken worden, het belangrijkste eerst, en of ze er zijn",
    ),
    (
        "Judge all settings, and what they name: folders, questionnaires, wording of letters, password, certificates",
        "Beoordeel alle instellingen en wat ze noemen: mappen, vragenlijsten, tekst van de brieven, wachtwoord, certificaten",
    ),
    ("Let the colleagues in a group work with the store too", "Laat ook de collega's van een groep met de opslag werken"),
    (
        "Go through everything in the store and say what is not as it should be",
        "Kijk alles in de opslag na en zeg wat niet is zoals het hoort",
    ),
    (
        "Without --yes nothing is written: the differences are shown. Emptied answers and texts that are no answer are never taken over by --yes; the latter are kept in the dossier, word for word, for a person to look at.",
        "Zonder --yes wordt niets geschreven: de verschillen worden getoond. Leeggemaakte antwoorden en teksten die geen antwoord zijn, worden met --yes nooit overgenomen; die teksten blijven woord voor woord in het dossier staan, zodat iemand ze bekijkt.",
    ),
    (
        "A deadline with * is the task flow's: nobody gave that customer another.",
        "Een uiterste datum met * is die van de taskflow: voor die klant is geen andere opgegeven.",
    ),
    (
        "The file holds personal data. Only its owner may read it (0600).",
        "Het bestand bevat persoonsgegevens. Alleen de eigenaar kan het lezen (0600).",
    ),
    (
        "The plan holds personal data: values that were typed and the outcome of every row. Only its owner may read the file (0600).",
        "Het plan bevat persoonsgegevens: getypte waarden en de uitkomst van elke rij. Alleen de eigenaar kan het bestand lezen (0600).",
    ),
    (
        "Say where the store is, whose, how large, when it was written, and its copies",
        "Zeg waar de opslag staat, van wie, hoe groot, wanneer ze geschreven is, en welke kopieën er zijn",
    ),
    ("Write everything in the store as one file of plain lines", "Schrijf alles uit de opslag als één bestand met gewone regels"),
    (
        "Put back a backup, or a copy that was taken before something was written; writes only with --yes",
        "Zet een back-up terug, of een kopie van voor er iets geschreven werd; schrijft enkel met --yes",
    ),
    (
        "The file holds national numbers, and mails that wait to be sent. Only its owner may read it (0600). Drafts and settings are not in it.",
        "Het bestand bevat rijksregisternummers en mails die nog verzonden moeten worden. Alleen de eigenaar kan het lezen (0600). Concepten en instellingen staan er niet in.",
    ),
    (
        "A backup goes where nothing is yet: into the folder of the store, or into DIR. A copy takes the place of the store, which becomes a copy itself, while the outbox stays as it is; with --into it goes into DIR with the outbox it has.",
        "Een back-up gaat naar waar nog niets staat: in de map van de opslag, of in MAP. Een kopie neemt de plaats in van de opslag, die zelf een kopie wordt, terwijl de outbox blijft zoals hij is; met --into gaat ze naar MAP, met haar eigen outbox.",
    ),
    (
        "Be shown around on the sample, step by step, with a store that is thrown away",
        "Laat u stap voor stap rondleiden in het voorbeeld, met een opslag die weggegooid wordt",
    ),
];
