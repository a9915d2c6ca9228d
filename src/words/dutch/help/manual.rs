//! What only the manual tells: exit codes, the environment, files, in Dutch.

use crate::words::Phrasebook;

pub(super) const MANUAL: Phrasebook = &[
    (
        "all rows are sound, or the deed is done; `--plain`: all that was asked is, else the code is that of what failed last",
        "alle rijen zijn in orde, of het is gebeurd; `--plain`: alles wat gevraagd werd is gebeurd, anders is de code die van wat het laatst mislukte",
    ),
    (
        "`check`: some rows are invalid; `answers`: some texts are no answers; `invite --yes`, `outbox send`: some mails did not leave; `store check`: something is not as it should be",
        "`check`: er zijn ongeldige rijen; `answers`: sommige teksten zijn geen antwoord; `invite --yes`, `outbox send`: er zijn mails niet vertrokken; `store check`: iets is niet zoals het hoort",
    ),
    (
        "wrong usage; or something is missing: `--yes`, a terminal, what `--no-input` does not ask for",
        "verkeerd gebruik; of er ontbreekt iets: `--yes`, een terminal, wat `--no-input` niet vraagt",
    ),
    (
        "the workbook or the plan cannot be read, it is no questionnaire of a dossier, the plan no longer fits, or the import was taken back already",
        "de werkmap of het plan is niet te lezen, het is geen vragenlijst van een dossier, het plan past niet meer, of de import is al teruggenomen",
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
        "where the folders below begin, if not in ~/.local/share, ~/.local/state and ~/.config",
        "waar de mappen hieronder beginnen, als dat niet in ~/.local/share, ~/.local/state en ~/.config is",
    ),
    ("the store: customers, dossiers, what was written and when", "de opslag: klanten, dossiers, wat wanneer geschreven is"),
    ("drafts, each with its own copy of the workbook", "concepten, elk met een eigen kopie van de werkmap"),
    ("the office's settings", "de instellingen van het kantoor"),
    ("keys of your own", "uw eigen toetsen"),
    ("the office's own letters and questionnaires", "de eigen brieven en vragenlijsten van het kantoor"),
];
