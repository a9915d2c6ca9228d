//! What the program looks at beside the command line, as the manual tells it: variables, files, and every setting.

/// What the environment says.
pub(super) const ENVIRONMENT: [(&str, &str); 17] = [
    ("INSTROOM_STORE", "folder of the store, as --store"),
    ("INSTROOM_STATE", "folder of what is kept between sessions, as --state"),
    ("INSTROOM_CONFIG", "file of the office's settings, as --config"),
    ("INSTROOM_LOG", "how much goes into the log, as --log-level"),
    ("INSTROOM_THEME", "colours, as --theme"),
    ("INSTROOM_LANG", "language of screens and messages; --lang goes before it, LC_ALL, LC_MESSAGES and LANG after it"),
    ("LC_ALL, LC_MESSAGES, LANG", "the language, where neither --lang nor INSTROOM_LANG nor screen.language says it"),
    ("LC_ALL, LC_CTYPE, LANG", "whether frames are lines, where neither --frames nor screen.frames says it"),
    ("NO_COLOR", "where it is not empty, nothing is coloured"),
    ("COLORFGBG", "the ground of the terminal, where no theme is chosen"),
    ("INSTROOM_PLAIN", "on or off: a dialogue on plain lines or the screens; --plain goes before it, screen.plain after it"),
    ("TERM, COLORTERM", "what the terminal can do; with TERM=dumb a dialogue on lines takes the place of the screens"),
    ("TMUX, STY, SSH_CONNECTION, SSH_TTY", "what stands before the terminal: how long the rest of a key is waited for, how text is copied"),
    ("COLUMNS", "how wide the help is, where no terminal says it"),
    ("USER, LOGNAME", "who writes, as the history has it"),
    ("HOME", "where the home folder is: ~ in settings and below"),
    (
        "XDG_DATA_HOME, XDG_STATE_HOME, XDG_CONFIG_HOME, XDG_CONFIG_DIRS",
        "where the folders below begin, if not in ~/.local/share, ~/.local/state, ~/.config and /etc/xdg",
    ),
];

/// Where things lie.
pub(super) const FILES: [(&str, &str); 7] = [
    ("~/.local/share/instroom/store", "the store: customers, dossiers, what was written and when"),
    ("~/.local/state/instroom/drafts", "drafts, each with its own copy of the workbook"),
    ("~/.local/state/instroom/instroom.log", "the log, with national numbers, accounts and mail addresses masked"),
    ("~/.config/instroom/config.toml", "the office's settings"),
    ("/etc/xdg/instroom/config.toml", "settings of everybody on the machine; yours go before them, key by key"),
    ("~/.config/instroom/keys.toml", "keys of your own"),
    ("~/.config/instroom/letters, ~/.config/instroom/questionnaires", "the office's own letters and questionnaires"),
];

/// Every key of the file of settings, in its order, with what it settles.
pub(super) const SETTINGS: [(&str, &str); 27] = [
    ("office.name", "name of the office, as letters have it"),
    ("office.colleagues", "addresses of the colleagues who can be responsible: a list"),
    ("screen.language", "language of screens and messages: nl, fr or en"),
    ("screen.theme", "colours: auto, light, dark or mono"),
    ("screen.frames", "frames: auto, lines or ascii"),
    ("screen.mouse", "whether the mouse is listened to: on or off"),
    ("screen.plain", "whether a dialogue on plain lines takes the place of the screens: on or off"),
    ("dossiers.language", "language of customers whose row names none: nl, fr, en or de"),
    ("dossiers.questionnaire", "questionnaire of new dossiers"),
    ("dossiers.task_flow", "task flow to import into; the newest if not given"),
    ("folders.store", "folder of the store; ~/ is the home folder, other paths begin where this file is"),
    ("folders.state", "folder of drafts and log"),
    ("folders.workbooks", "folder in which the choice of a workbook begins"),
    ("store.copies", "how many copies are kept of what lay before the last imports: 5 if not given, 0 for none"),
    ("mail.sender", "address from which mail goes out"),
    ("mail.sender_name", "name beside that address; the office's if not given"),
    ("mail.reply_to", "address for answers; the sender's if not given"),
    ("mail.answer_by", "the office's own sentence on how answers come back, or one for each language: { nl = \"…\", fr = \"…\" }"),
    ("mail.host", "name of the mail server"),
    ("mail.port", "port of the mail server: 587 for starttls, 465 for tls, 25 for none"),
    ("mail.security", "how the line to it is encrypted: starttls, tls, or none to this machine itself"),
    ("mail.user", "name by which the server knows the office; the password comes from one of the next two"),
    ("mail.password_file", "file whose first line is the password; nobody else may be able to read it"),
    ("mail.password_command", "command with its arguments, a list: the first line that it prints is the password"),
    ("mail.ca_file", "file of certificates that are trusted beside those of the machine"),
    ("mail.per_minute", "how many letters leave in a minute: 30 if not given"),
    ("mail.timeout", "how many seconds each answer of the server is waited for: 60 if not given"),
];
