//! What commands do, in French.

use crate::words::Phrasebook;

pub(super) const COMMANDS: Phrasebook = &[
    (
        "Brings an accounting office's customers into its season, from a workbook, in the terminal",
        "Mène un bureau comptable de sa liste de clients à la campagne fiscale, à partir d'un classeur, dans le terminal",
    ),
    (
        "Exit codes: 0 done, 1 rows are invalid, answers are none, mails did not leave or the store is not sound, 64 wrong usage or something is missing, 65 unreadable workbook or plan, or a plan that no longer fits, 66 no such file, customer, label or task flow, 70 a fault of the program, 73 a file cannot be created, 74 the system refused, 75 the store is in use, 77 no permission, 78 the settings are wrong, 129, 130, 131, 143 ended by a signal. The whole manual: instroom man | man -l -",
        "Codes de retour\u{a0}: 0 fait, 1 des lignes sont invalides, des réponses n'en sont pas, des e-mails ne sont pas partis ou la base a des erreurs, 64 mauvais usage ou il manque quelque chose, 65 classeur ou plan illisible, ou plan qui ne convient plus, 66 aucun fichier, client, étiquette ou flux de travail de ce nom, 70 une erreur du programme, 73 un fichier ne peut pas être créé, 74 le système a refusé, 75 la base est utilisée, 77 droits insuffisants, 78 les réglages sont erronés, 129, 130, 131, 143 terminé par un signal. Le manuel entier\u{a0}: instroom man | man -l -",
    ),
    (
        "Open the sample workbook with a throw-away store that holds some of its customers",
        "Ouvrir le classeur d'exemple avec une base jetable qui contient déjà certains de ses clients",
    ),
    (
        "Write the template: an empty workbook with drop-down lists, an example and an explanation",
        "Écrire le modèle\u{a0}: un classeur vide avec des listes déroulantes, un exemple et une explication",
    ),
    (
        "Judge a workbook without a screen; writes nothing and creates no store",
        "Vérifier un classeur sans écran\u{a0}; n'écrit rien et ne crée pas de base",
    ),
    (
        "Import all new rows of a workbook without a screen; prints the number of the import",
        "Importer toutes les nouvelles lignes d'un classeur sans écran\u{a0}; affiche le numéro de l'importation",
    ),
    (
        "Write what an import would do as a plan, to look at and to apply later; writes nothing else",
        "Écrire ce que ferait une importation sous forme de plan, à regarder et à appliquer plus tard\u{a0}; n'écrit rien d'autre",
    ),
    ("Commit a plan, if workbook and store still fit it", "Appliquer un plan, si le classeur et la base lui correspondent encore"),
    ("Read questionnaires that came back, and take their answers over", "Lire les questionnaires revenus et reprendre leurs réponses"),
    ("List the drafts that are kept, open one or throw one away", "Lister les brouillons conservés, en ouvrir ou en supprimer un"),
    (
        "List the task flows; make the next season's, archive one, link or unlink customers",
        "Lister les flux de travail\u{a0}; créer celui de la saison suivante, en archiver un, lier ou délier des clients",
    ),
    ("List the stored customers", "Lister les clients enregistrés"),
    ("Write the stored customers to a file", "Écrire les clients enregistrés dans un fichier"),
    (
        "List what was written in the store, newest first, or where the values of one customer came from",
        "Lister ce qui a été écrit dans la base, le plus récent d'abord, ou l'origine des valeurs d'un client",
    ),
    (
        "Take an import back: says what is reversed and what stays and why; writes only with --yes",
        "Annuler une importation\u{a0}: dit ce qui est défait, ce qui reste et pourquoi\u{a0}; n'écrit qu'avec --yes",
    ),
    (
        "Say who would get an invitation or a reminder, and who would not and why; sends only with --yes and their number",
        "Dire qui recevrait une invitation ou un rappel, qui n'en recevrait pas et pourquoi\u{a0}; n'envoie qu'avec --yes et leur nombre",
    ),
    (
        "List what is in the outbox, send what is queued, decide about mails that may have left, or take mails back",
        "Lister ce qui est dans la boîte d'envoi, envoyer ce qui attend, décider des e-mails peut-être partis, ou retirer des e-mails",
    ),
    (
        "Say what is settled and where each setting came from, which files are looked at, and whether all is in order",
        "Dire ce qui est réglé et d'où vient chaque réglage, quels fichiers sont consultés, et si tout est en ordre",
    ),
    (
        "List the keys that hold, yours of keys.toml among them, or see what arrives of each press",
        "Lister les touches en vigueur, dont les vôtres de keys.toml, ou voir ce qui arrive de chaque frappe",
    ),
    ("Look after the store", "Entretenir la base"),
    ("Print what a shell needs to complete commands and options", "Afficher ce qu'il faut à un shell pour compléter commandes et options"),
    ("Print the manual, or write a page of it for every command", "Afficher le manuel, ou en écrire une page par commande"),
    ("Print this message or the help of the given subcommand(s)", "Afficher cette aide, ou celle de la commande indiquée"),
    ("Go on with a draft, full screen", "Continuer un brouillon, en plein écran"),
    ("Throw a draft away, with its copy of the workbook", "Supprimer un brouillon, avec sa copie du classeur"),
    ("Make the task flow of the assessment year after", "Créer le flux de travail de l'exercice d'imposition suivant"),
    (
        "Change the default deadlines or the questionnaires of a task flow",
        "Modifier les dates limites par défaut ou les questionnaires d'un flux de travail",
    ),
    (
        "Put a task flow into the archive, where its dossiers are read only",
        "Archiver un flux de travail\u{a0}: ses dossiers passent en lecture seule",
    ),
    ("Give customers a dossier in a task flow", "Donner aux clients un dossier dans un flux de travail"),
    (
        "Take the dossiers of customers out of a task flow, with their answers",
        "Retirer d'un flux de travail les dossiers de clients, avec leurs réponses",
    ),
    ("Give dossiers another deadline", "Donner aux dossiers une autre date limite"),
    (
        "Say of a mail that may have left whether it arrived, or is to be sent again; of one that was put off, that it need not wait",
        "Dire d'un e-mail peut-être parti s'il est arrivé ou s'il faut le renvoyer\u{a0}; d'un e-mail différé, qu'il n'a plus à attendre",
    ),
    (
        "Send what is queued: the rest of a round that was stopped, mails that were put off or are to be sent again",
        "Envoyer ce qui attend\u{a0}: le reste d'un envoi arrêté, les e-mails différés ou à renvoyer",
    ),
    ("Take back a mail that has not left", "Retirer un e-mail qui n'est pas parti"),
    (
        "List every setting with the value that counts and where it came from: a flag, a variable, a line of a file, or the default",
        "Lister chaque réglage avec la valeur qui compte et d'où elle vient\u{a0}: une option, une variable, une ligne d'un fichier ou la valeur par défaut",
    ),
    (
        "List the files of settings that are looked at, the most important first, and whether they are there",
        "Lister les fichiers de réglages consultés, le plus important d'abord, et dire s'ils existent",
    ),
    (
        "Judge all settings, and what they name: folders, questionnaires, wording of letters, password, certificates",
        "Vérifier tous les réglages et ce qu'ils désignent\u{a0}: répertoires, questionnaires, texte des lettres, mot de passe, certificats",
    ),
    ("Let the colleagues in a group work with the store too", "Permettre aussi aux collègues d'un groupe de travailler avec la base"),
    (
        "Go through everything in the store and say what is not as it should be",
        "Parcourir toute la base et dire ce qui n'est pas comme il faut",
    ),
    (
        "Without --yes nothing is written: the differences are shown. Emptied answers and texts that are no answer are never taken over by --yes; the latter are kept in the dossier, word for word, for a person to look at.",
        "Sans --yes, rien n'est écrit\u{a0}: les différences sont affichées. Les réponses vidées et les textes qui ne sont pas des réponses ne sont jamais repris par --yes\u{a0}; ces textes restent mot pour mot dans le dossier, pour que quelqu'un les examine.",
    ),
    (
        "A deadline with * is the task flow's: nobody gave that customer another.",
        "Une date limite suivie de * est celle du flux\u{a0}: aucune autre n'a été donnée pour ce client.",
    ),
    (
        "The file holds personal data. Only its owner may read it (0600).",
        "Le fichier contient des données personnelles. Seul son propriétaire peut le lire (0600).",
    ),
    (
        "The plan holds personal data: values that were typed and the outcome of every row. Only its owner may read the file (0600).",
        "Le plan contient des données personnelles\u{a0}: les valeurs tapées et le résultat de chaque ligne. Seul son propriétaire peut lire le fichier (0600).",
    ),
    (
        "Say where the store is, whose, how large, when it was written, and its copies",
        "Dire où est la base, à qui, sa taille, quand elle a été écrite, et ses copies",
    ),
    ("Write everything in the store as one file of plain lines", "Écrire toute la base dans un seul fichier de lignes simples"),
    (
        "Put back a backup, or a copy that was taken before something was written; writes only with --yes",
        "Remettre une sauvegarde, ou une copie faite avant un enregistrement\u{a0}; n'écrit qu'avec --yes",
    ),
    (
        "The file holds national numbers, and mails that wait to be sent. Only its owner may read it (0600). Drafts and settings are not in it.",
        "Le fichier contient des numéros de registre national et des e-mails en attente d'envoi. Seul son propriétaire peut le lire (0600). Les brouillons et les réglages n'y sont pas.",
    ),
    (
        "A backup goes where nothing is yet: into the folder of the store, or into DIR. A copy takes the place of the store, which becomes a copy itself, while the outbox stays as it is; with --into it goes into DIR with the outbox it has.",
        "Une sauvegarde va là où il n'y a encore rien\u{a0}: dans le répertoire de la base, ou dans RÉPERTOIRE. Une copie prend la place de la base, qui devient elle-même une copie, tandis que la boîte d'envoi reste telle quelle\u{a0}; avec --into, elle va dans RÉPERTOIRE avec sa propre boîte d'envoi.",
    ),
    (
        "Be shown around on the sample, step by step, with a store that is thrown away",
        "Suivre une visite guidée de l'exemple, pas à pas, avec une base jetable",
    ),
];
