//! What only the manual tells: exit codes, the environment, files, in French.

use crate::words::Phrasebook;

pub(super) const MANUAL: Phrasebook = &[
    (
        "all rows are sound, or the deed is done; `--plain`: all that was asked is, else the code is that of what failed last",
        "toutes les lignes sont en ordre, ou c'est fait\u{a0}; `--plain`\u{a0}: tout ce qui a été demandé est fait, sinon le code est celui du dernier échec",
    ),
    (
        "`check`: some rows are invalid; `import`, `plan`: there is nothing to import and some rows are invalid; `answers`: some texts are no answers; `invite --yes`, `outbox send`: some mails did not leave; `store check`: something is not as it should be",
        "`check`\u{a0}: des lignes sont invalides\u{a0}; `import`, `plan`\u{a0}: rien à importer et des lignes invalides\u{a0}; `answers`\u{a0}: des textes ne sont pas des réponses\u{a0}; `invite --yes`, `outbox send`\u{a0}: des e-mails ne sont pas partis\u{a0}; `store check`\u{a0}: quelque chose n'est pas comme il faut",
    ),
    (
        "wrong usage; or something is missing: `--yes`, a terminal, what `--no-input` does not ask for",
        "mauvais usage\u{a0}; ou il manque quelque chose\u{a0}: `--yes`, un terminal, ce que `--no-input` ne demande pas",
    ),
    (
        "the workbook or the plan cannot be read, it is no questionnaire of a dossier, the plan no longer fits, or the import was taken back already or is all kept",
        "le classeur ou le plan est illisible, ce n'est pas le questionnaire d'un dossier, le plan ne convient plus, ou l'importation est déjà annulée ou reste entière",
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
        "where the folders below begin, if not in ~/.local/share, ~/.local/state, ~/.config and /etc/xdg",
        "où commencent les répertoires ci-dessous, si ce n'est dans ~/.local/share, ~/.local/state, ~/.config et /etc/xdg",
    ),
    ("the store: customers, dossiers, what was written and when", "la base\u{a0}: clients, dossiers, ce qui a été écrit et quand"),
    ("drafts, each with its own copy of the workbook", "les brouillons, chacun avec sa propre copie du classeur"),
    ("the office's settings", "les réglages du bureau"),
    ("keys of your own", "vos propres touches"),
    ("the office's own letters and questionnaires", "les lettres et questionnaires propres au bureau"),
    ("colours, as --theme", "couleurs, comme --theme"),
    (
        "the language, where neither --lang nor INSTROOM_LANG nor screen.language says it",
        "la langue, là où ni --lang, ni INSTROOM_LANG, ni screen.language ne la disent",
    ),
    (
        "whether frames are lines, where neither --frames nor screen.frames says it",
        "si les cadres sont des traits, là où ni --frames, ni screen.frames ne le disent",
    ),
    ("the ground of the terminal, where no theme is chosen", "le fond du terminal, là où aucun thème n'est choisi"),
    (
        "what the terminal can do; with TERM=dumb a dialogue on lines takes the place of the screens",
        "ce que peut le terminal\u{a0}; avec TERM=dumb, un dialogue en lignes remplace les écrans",
    ),
    (
        "what stands before the terminal: how long the rest of a key is waited for, how text is copied",
        "ce qui précède le terminal\u{a0}: combien de temps la suite d'une touche est attendue, comment le texte est copié",
    ),
    ("how wide the help is, where no terminal says it", "la largeur de l'aide, là où aucun terminal ne la dit"),
    ("who writes, as the history has it", "qui écrit, tel que l'historique le montre"),
    ("where the home folder is: ~ in settings and below", "où est le répertoire personnel\u{a0}: ~ dans les réglages et ci-dessous"),
    (
        "the log, with national numbers, accounts and mail addresses masked",
        "le journal, où numéros de registre national, comptes et adresses e-mail sont masqués",
    ),
    (
        "settings of everybody on the machine; yours go before them, key by key",
        "les réglages de tous sur la machine\u{a0}; les vôtres passent avant, clé par clé",
    ),
    ("name of the office, as letters have it", "nom du bureau, tel que dans les lettres"),
    ("addresses of the colleagues who can be responsible: a list", "adresses des collègues qui peuvent être responsables\u{a0}: une liste"),
    ("language of screens and messages: nl, fr or en", "langue des écrans et des messages\u{a0}: nl, fr ou en"),
    ("colours: auto, light, dark or mono", "couleurs\u{a0}: auto, light, dark ou mono"),
    ("frames: auto, lines or ascii", "cadres\u{a0}: auto, lines ou ascii"),
    ("whether the mouse is listened to: on or off", "si la souris est écoutée\u{a0}: on ou off"),
    (
        "whether a dialogue on plain lines takes the place of the screens: on or off",
        "si un dialogue en lignes simples remplace les écrans\u{a0}: on ou off",
    ),
    (
        "on or off: a dialogue on plain lines or the screens; --plain goes before it, screen.plain after it",
        "on ou off\u{a0}: un dialogue en lignes simples ou les écrans\u{a0}; --plain passe avant, screen.plain après",
    ),
    (
        "language of customers whose row names none: nl, fr, en or de",
        "langue des clients dont la ligne n'en nomme pas\u{a0}: nl, fr, en ou de",
    ),
    ("questionnaire of new dossiers", "questionnaire des nouveaux dossiers"),
    ("task flow to import into; the newest if not given", "flux de travail dans lequel importer\u{a0}; par défaut, le plus récent"),
    (
        "folder of the store; ~/ is the home folder, other paths begin where this file is",
        "répertoire de la base\u{a0}; ~/ est le répertoire personnel, les autres chemins partent de ce fichier",
    ),
    ("folder of drafts and log", "répertoire des brouillons et du journal"),
    ("folder in which the choice of a workbook begins", "répertoire où commence le choix d'un classeur"),
    (
        "how many copies are kept of what lay before the last imports: 5 if not given, 0 for none",
        "combien de copies sont gardées d'avant les dernières importations\u{a0}: 5 par défaut, 0 pour aucune",
    ),
    ("address from which mail goes out", "adresse d'où partent les e-mails"),
    ("name beside that address; the office's if not given", "nom à côté de cette adresse\u{a0}; par défaut, celui du bureau"),
    ("address for answers; the sender's if not given", "adresse des réponses\u{a0}; par défaut, celle de l'expéditeur"),
    (
        "the office's own sentence on how answers come back, or one for each language: { nl = \"…\", fr = \"…\" }",
        "phrase propre au bureau sur le retour des réponses, ou une par langue\u{a0}: { nl = \"…\", fr = \"…\" }",
    ),
    ("name of the mail server", "nom du serveur d'e-mail"),
    (
        "port of the mail server: 587 for starttls, 465 for tls, 25 for none",
        "port du serveur\u{a0}: 587 pour starttls, 465 pour tls, 25 pour none",
    ),
    (
        "how the line to it is encrypted: starttls, tls, or none to this machine itself",
        "comment la ligne est chiffrée\u{a0}: starttls, tls, ou none vers cette machine même",
    ),
    (
        "name by which the server knows the office; the password comes from one of the next two",
        "nom sous lequel le serveur connaît le bureau\u{a0}; le mot de passe vient de l'un des deux suivants",
    ),
    (
        "file whose first line is the password; nobody else may be able to read it",
        "fichier dont la première ligne est le mot de passe\u{a0}; personne d'autre ne doit pouvoir le lire",
    ),
    (
        "command with its arguments, a list: the first line that it prints is the password",
        "commande et ses arguments, une liste\u{a0}: la première ligne affichée est le mot de passe",
    ),
    ("file of certificates that are trusted beside those of the machine", "fichier de certificats reconnus en plus de ceux de la machine"),
    ("how many letters leave in a minute: 30 if not given", "combien de lettres partent par minute\u{a0}: 30 par défaut"),
    (
        "how many seconds each answer of the server is waited for: 60 if not given",
        "combien de secondes chaque réponse du serveur est attendue\u{a0}: 60 par défaut",
    ),
];
