//! What only the manual tells: exit codes, the environment, files, in French.

use crate::words::Phrasebook;

pub(super) const MANUAL: Phrasebook = &[
    (
        "all rows are sound, or the deed is done; `--plain`: all that was asked is, else the code is that of what failed last",
        "toutes les lignes sont en ordre, ou c'est fait\u{a0}; `--plain`\u{a0}: tout ce qui a été demandé est fait, sinon le code est celui du dernier échec",
    ),
    (
        "`check`: some rows are invalid; `answers`: some texts are no answers; `invite --yes`, `outbox send`: some mails did not leave; `store check`: something is not as it should be",
        "`check`\u{a0}: des lignes sont invalides\u{a0}; `answers`\u{a0}: des textes ne sont pas des réponses\u{a0}; `invite --yes`, `outbox send`\u{a0}: des e-mails ne sont pas partis\u{a0}; `store check`\u{a0}: quelque chose n'est pas comme il faut",
    ),
    (
        "wrong usage; or something is missing: `--yes`, a terminal, what `--no-input` does not ask for",
        "mauvais usage\u{a0}; ou il manque quelque chose\u{a0}: `--yes`, un terminal, ce que `--no-input` ne demande pas",
    ),
    (
        "the workbook or the plan cannot be read, it is no questionnaire of a dossier, the plan no longer fits, or the import was taken back already",
        "le classeur ou le plan est illisible, ce n'est pas le questionnaire d'un dossier, le plan ne convient plus, ou l'importation est déjà annulée",
    ),
    (
        "no such file, draft, customer, label, responsible, task flow, questionnaire, mail or import",
        "aucun fichier, brouillon, client, étiquette, responsable, flux de travail, questionnaire, e-mail ou importation de ce nom",
    ),
    ("a fault of the program", "une erreur du programme"),
    ("a file cannot be created", "un fichier ne peut pas être créé"),
    ("the system refused, or the store cannot be used", "le système a refusé, ou la base est inutilisable"),
    (
        "the store or the draft is in use, or it changed meanwhile: try again",
        "la base ou le brouillon est utilisé, ou a changé entre-temps\u{a0}: réessayez",
    ),
    ("no permission", "droits insuffisants"),
    ("the settings, or a file that they name, cannot be used", "les réglages, ou un fichier qu'ils désignent, sont inutilisables"),
    ("the line or the terminal is gone (SIGHUP)", "la ligne ou le terminal a disparu (SIGHUP)"),
    ("interrupted (SIGINT, or Ctrl+C without a screen)", "interrompu (SIGINT, ou Ctrl+C sans écran)"),
    ("ended by SIGQUIT", "terminé par SIGQUIT"),
    ("ended by SIGTERM", "terminé par SIGTERM"),
    ("folder of the store, as --store", "répertoire de la base, comme --store"),
    ("folder of what is kept between sessions, as --state", "répertoire de ce qui est gardé entre les sessions, comme --state"),
    ("file of the office's settings, as --config", "fichier des réglages du bureau, comme --config"),
    ("how much goes into the log, as --log-level", "ce qui est noté dans le journal, comme --log-level"),
    (
        "language of screens and messages; --lang goes before it, LC_ALL, LC_MESSAGES and LANG after it",
        "langue des écrans et des messages\u{a0}; --lang passe avant, LC_ALL, LC_MESSAGES et LANG après",
    ),
    ("where it is not empty, nothing is coloured", "si elle n'est pas vide, rien n'est coloré"),
    (
        "where the folders below begin, if not in ~/.local/share, ~/.local/state and ~/.config",
        "où commencent les répertoires ci-dessous, si ce n'est dans ~/.local/share, ~/.local/state et ~/.config",
    ),
    ("the store: customers, dossiers, what was written and when", "la base\u{a0}: clients, dossiers, ce qui a été écrit et quand"),
    ("drafts, each with its own copy of the workbook", "les brouillons, chacun avec sa propre copie du classeur"),
    ("the office's settings", "les réglages du bureau"),
    ("keys of your own", "vos propres touches"),
    ("the office's own letters and questionnaires", "les lettres et questionnaires propres au bureau"),
];
