//! What only the manual tells: exit codes, the environment, files, in Dutch.

use crate::words::Phrasebook;

pub(super) const MANUAL: Phrasebook = &[
    (
        "all rows are sound, or the deed is done; `--plain`: all that was asked is, else the code is that of what failed last",
        "alle rijen zijn in orde, of het is gebeurd; `--plain`: alles wat gevraagd werd is gebeurd, anders is de code die van wat het laatst mislukte",
    ),
    (
        "`check`: some rows are invalid; `import`, `plan`: there is nothing to import and some rows are invalid; `answers`: some texts are no answers; `invite --yes`, `outbox send`: some mails did not leave; `store check`: something is not as it should be",
        "`check`: er zijn ongeldige rijen; `import`, `plan`: niets te importeren, en ongeldige rijen; `answers`: sommige teksten zijn geen antwoord; `invite --yes`, `outbox send`: er zijn mails niet vertrokken; `store check`: iets is niet zoals het hoort",
    ),
    (
        "wrong usage; or something is missing: `--yes`, a terminal, what `--no-input` does not ask for",
        "verkeerd gebruik; of er ontbreekt iets: `--yes`, een terminal, wat `--no-input` niet vraagt",
    ),
    (
        "the workbook or the plan cannot be read, it is no questionnaire of a dossier, the plan no longer fits, or the import was taken back already or is all kept",
        "de werkmap of het plan is niet te lezen, het is geen vragenlijst van een dossier, het plan past niet meer, of de import is al teruggenomen of blijft helemaal",
    ),
    (
        "no such file, draft, customer, label, responsible, task flow, questionnaire, mail or import",
        "geen bestand, concept, klant, label, verantwoordelijke, taskflow, vragenlijst, mail of import met die naam",
    ),
    ("a fault of the program", "een fout van het programma"),
    ("a file cannot be created", "een bestand kan niet aangemaakt worden"),
    ("the system refused, or the store cannot be used", "het systeem weigerde, of de opslag is onbruikbaar"),
    (
        "the store or the draft is in use, or it changed meanwhile: try again",
        "de opslag of het concept is in gebruik, of is intussen gewijzigd: probeer opnieuw",
    ),
    ("no permission", "geen rechten"),
    ("the settings, or a file that they name, cannot be used", "de instellingen, of een bestand dat ze noemen, zijn onbruikbaar"),
    ("the line or the terminal is gone (SIGHUP)", "de lijn of de terminal is weg (SIGHUP)"),
    ("interrupted (SIGINT, or Ctrl+C without a screen)", "onderbroken (SIGINT, of Ctrl+C zonder scherm)"),
    ("ended by SIGQUIT", "beëindigd door SIGQUIT"),
    ("ended by SIGTERM", "beëindigd door SIGTERM"),
    ("folder of the store, as --store", "map van de opslag, zoals --store"),
    ("folder of what is kept between sessions, as --state", "map van wat tussen sessies bewaard blijft, zoals --state"),
    ("file of the office's settings, as --config", "bestand met de instellingen van het kantoor, zoals --config"),
    ("how much goes into the log, as --log-level", "hoeveel er in het logboek komt, zoals --log-level"),
    (
        "language of screens and messages; --lang goes before it, LC_ALL, LC_MESSAGES and LANG after it",
        "taal van schermen en berichten; --lang gaat ervoor, LC_ALL, LC_MESSAGES en LANG komen erna",
    ),
    ("where it is not empty, nothing is coloured", "waar ze niet leeg is, wordt niets gekleurd"),
    (
        "where the folders below begin, if not in ~/.local/share, ~/.local/state, ~/.config and /etc/xdg",
        "waar de mappen hieronder beginnen, als dat niet in ~/.local/share, ~/.local/state, ~/.config en /etc/xdg is",
    ),
    ("the store: customers, dossiers, what was written and when", "de opslag: klanten, dossiers, wat wanneer geschreven is"),
    ("drafts, each with its own copy of the workbook", "concepten, elk met een eigen kopie van de werkmap"),
    ("the office's settings", "de instellingen van het kantoor"),
    ("keys of your own", "uw eigen toetsen"),
    ("the office's own letters and questionnaires", "de eigen brieven en vragenlijsten van het kantoor"),
    ("colours, as --theme", "kleuren, zoals --theme"),
    (
        "the language, where neither --lang nor INSTROOM_LANG nor screen.language says it",
        "de taal, waar noch --lang, noch INSTROOM_LANG, noch screen.language ze zegt",
    ),
    (
        "whether frames are lines, where neither --frames nor screen.frames says it",
        "of kaders lijnen zijn, waar noch --frames, noch screen.frames het zegt",
    ),
    ("the ground of the terminal, where no theme is chosen", "de achtergrond van de terminal, waar geen thema gekozen is"),
    (
        "what the terminal can do; with TERM=dumb a dialogue on lines takes the place of the screens",
        "wat de terminal kan; met TERM=dumb komt een dialoog in regels in de plaats van de schermen",
    ),
    (
        "what stands before the terminal: how long the rest of a key is waited for, how text is copied",
        "wat voor de terminal staat: hoe lang op de rest van een toets gewacht wordt, hoe tekst gekopieerd wordt",
    ),
    ("how wide the help is, where no terminal says it", "hoe breed de hulp is, waar geen terminal het zegt"),
    ("who writes, as the history has it", "wie er schrijft, zoals de historiek het toont"),
    ("where the home folder is: ~ in settings and below", "waar de persoonlijke map is: ~ in instellingen en hieronder"),
    (
        "the log, with national numbers, accounts and mail addresses masked",
        "het logboek, met rijksregisternummers, rekeningen en mailadressen verborgen",
    ),
    (
        "settings of everybody on the machine; yours go before them, key by key",
        "instellingen van iedereen op de machine; de uwe gaan voor, sleutel per sleutel",
    ),
    ("name of the office, as letters have it", "naam van het kantoor, zoals in de brieven"),
    (
        "addresses of the colleagues who can be responsible: a list",
        "adressen van de collega's die verantwoordelijke kunnen zijn: een lijst",
    ),
    ("language of screens and messages: nl, fr or en", "taal van schermen en berichten: nl, fr of en"),
    ("colours: auto, light, dark or mono", "kleuren: auto, light, dark of mono"),
    ("frames: auto, lines or ascii", "kaders: auto, lines of ascii"),
    ("whether the mouse is listened to: on or off", "of naar de muis geluisterd wordt: on of off"),
    (
        "whether a dialogue on plain lines takes the place of the screens: on or off",
        "of een dialoog op gewone regels in de plaats van de schermen komt: on of off",
    ),
    (
        "on or off: a dialogue on plain lines or the screens; --plain goes before it, screen.plain after it",
        "on of off: een dialoog op gewone regels of de schermen; --plain gaat ervoor, screen.plain erna",
    ),
    ("language of customers whose row names none: nl, fr, en or de", "taal van klanten bij wie de rij er geen noemt: nl, fr, en of de"),
    ("questionnaire of new dossiers", "vragenlijst van nieuwe dossiers"),
    ("task flow to import into; the newest if not given", "taskflow waarin geïmporteerd wordt; zonder opgave de nieuwste"),
    (
        "folder of the store; ~/ is the home folder, other paths begin where this file is",
        "map van de opslag; ~/ is de persoonlijke map, andere paden beginnen waar dit bestand staat",
    ),
    ("folder of drafts and log", "map van concepten en logboek"),
    ("folder in which the choice of a workbook begins", "map waarin de keuze van een werkmap begint"),
    (
        "how many copies are kept of what lay before the last imports: 5 if not given, 0 for none",
        "hoeveel kopieën bewaard blijven van wat voor de laatste imports lag: zonder opgave 5, met 0 geen",
    ),
    ("address from which mail goes out", "adres vanwaar mail vertrekt"),
    ("name beside that address; the office's if not given", "naam bij dat adres; zonder opgave die van het kantoor"),
    ("address for answers; the sender's if not given", "adres voor antwoorden; zonder opgave dat van de afzender"),
    (
        "the office's own sentence on how answers come back, or one for each language: { nl = \"…\", fr = \"…\" }",
        "eigen zin van het kantoor over hoe antwoorden terugkomen, of een per taal: { nl = \"…\", fr = \"…\" }",
    ),
    ("name of the mail server", "naam van de mailserver"),
    (
        "port of the mail server: 587 for starttls, 465 for tls, 25 for none",
        "poort van de mailserver: 587 voor starttls, 465 voor tls, 25 voor none",
    ),
    (
        "how the line to it is encrypted: starttls, tls, or none to this machine itself",
        "hoe de lijn erheen versleuteld wordt: starttls, tls, of none naar deze machine zelf",
    ),
    (
        "name by which the server knows the office; the password comes from one of the next two",
        "naam waaronder de server het kantoor kent; het wachtwoord komt van een van de volgende twee",
    ),
    (
        "file whose first line is the password; nobody else may be able to read it",
        "bestand waarvan de eerste regel het wachtwoord is; niemand anders mag het kunnen lezen",
    ),
    (
        "command with its arguments, a list: the first line that it prints is the password",
        "opdracht met argumenten, een lijst: de eerste regel die ze toont is het wachtwoord",
    ),
    (
        "file of certificates that are trusted beside those of the machine",
        "bestand met certificaten die vertrouwd worden naast die van de machine",
    ),
    ("how many letters leave in a minute: 30 if not given", "hoeveel brieven er per minuut vertrekken: zonder opgave 30"),
    (
        "how many seconds each answer of the server is waited for: 60 if not given",
        "hoeveel seconden op elk antwoord van de server gewacht wordt: zonder opgave 60",
    ),
];
