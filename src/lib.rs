//! Instroom brings an accounting office's customers into its season, from a workbook, in the terminal.
//!
//! # The path of the data
//!
//! ```text
//!  a file ─▶ world::workbook ─▶ domain::sheet ─▶ domain::template ─▶ domain::draft ─▶ domain::change_set ─▶ world::store
//!            bytes, guarded     text cells       which column is     rows judged,     computed once,       all or nothing
//!                                                which field         matched, bucketed shown, written
//! ```
//!
//! Where the headings alone do not tell which column is which field, [`domain::mapping`] proposes it and a person
//! decides.
//!
//! A [draft](domain::draft) is a source plus an ordered list of decisions. Everything on screen is derived from
//! sheet, decisions and the store as it was read; what the summary shows is the very value that is committed.
//!
//! The other ways through are alike: data in, judged by the domain, shown, and the value that was shown is what is written.
//!
//! ```text
//!  mail out     snapshot ─▶ domain::invitation ─▶ domain::letter + world::workbook ─▶ world::outbox ─▶ world::post ─▶ domain::outbox
//!               who gets one, who not, why        text, HTML, questionnaire           queued first     offered        what became of it
//!  answers back files ─▶ world::arrivals ─▶ domain::returned ─▶ domain::answering ─▶ domain::amendment ─▶ world::store
//!               dossier by its reference    what differs        what is taken over
//!  taking back  snapshot ─▶ domain::taking_back ─▶ domain::amendment ─▶ world::store
//!               what is reversed, what stays and why
//! ```
//!
//! # The rings
//!
//! | ring | knows | names |
//! |---|---|---|
//! | [`domain`] | customers, rules, matching, drafts, change sets, questionnaires; pure | nothing further out |
//! | [`app`] | what is on screen as state, what a key means, what happens next | `domain`, `words` |
//! | [`view`] | how it looks: `&Model` to one frame | `domain`, `app`, `words`, ratatui |
//! | [`plain`] | the same screens as a dialogue on plain lines: what is told, and what an answer means | `domain`, `app`, `words`, `view` |
//! | [`world`] | how things are done: workbooks, the store, mail, settings, the log, the clock | `domain`, `app`'s effects and reports, calamine, sled, lettre |
//! | [`words`] | what is said, in Dutch, French and English | the data of `domain` and `app` |
//! | [`cli`], [`terminal`] | the doors: the command line, and the loop with crossterm | all |
//!
//! `words` stands beside the rings rather than in one: lines of the detail pane have to be wrapped to be scrolled,
//! so the model needs them as text. `tests/laws/walls.rs` holds the rings apart, and sees that every room stands in this map.
//!
//! # The rooms
//!
//! [`domain`], by what it is about:
//! - one customer: `customer`, `record`, `field`, `field_rules`, `national_number`, `enterprise_number`, `account_number`, `mobile`, `email`,
//!   `email_near_miss`, `address`, `postal_code`, `labels`, `language`, `late`, `number_cell`, `tidy`, `fold`, `mask`, `near`, `neutral`
//! - a workbook: `workbook`, `sheet`, `template`, `mapping`, `finding`, `correction`, `export`, `formula_guard`, `path_text`
//! - an import: `draft`, `matching`, `replacement`, `memory`, `change_set`, `plan`, `moved`
//! - what is stored: `snapshot`, `amendment`, `person`, `history`, `taking_back`, `trouble`, `store_copy`, `search_texts`
//! - a season: `task_flow`, `season`, `deadline`, `archive`, `questionnaire`, `dossier`, `dossier_record`, `completion`, `answering`, `form`,
//!   `answer_words`
//! - mail: `invitation`, `letter`, `outbox`, `returned`
//! - the office: `settings`
//!
//! [`app`]:
//! - from a key to what happens: `key`, `digit_row`, `action`, `keymap`, `obstacle`, `model`, `screens`, `update`, `effect`, `notice`,
//!   `fault`, `log_place`, `pace`
//! - screens: `start`, `picker`, `desk`, `mapping`, `compare`, `report`, `register`, `person`, `dossier`, `past`, `arrived`, `inviting`
//! - in front of them: `chooser`, `summary`, `editor`, `answer`, `proposal`, `replacing`, `rules`, `couple`, `correction`, `season`,
//!   `export`, `copied`, `palette`, `text_field`, `text_lines`
//! - what lists have in common: `listing`, `sifting`, `table`, `grouping`, `detail`, `geometry`, `made`
//! - what is kept and known: `keeping`, `unsaved`, `lending`, `mailing`, `mail_fault`, `copy_fault`
//! - below them: `tour`
//!
//! [`view`] has a room for each screen (`start`, `picker`, `desk`, `mapping`, `compare`, `report`, `register`, `person`, `dossier`, `past`,
//! `arrived`, `inviting`, `sending`), for what stands in front (`front`, `preview`, `summary`, `editor`, `answer`, `proposal`, `proposals`, `replacing`,
//! `season`, `drafts`, `copied`, `palette`), for what they share (`look`, `canvas`, `boxes`, `aside`, `listing`, `pane`, `footer`), for what is below them (`tour`), and
//! for whoever hears them instead of seeing them (`heard`, with the words of `aloud`), which [`plain`] makes a dialogue of.
//!
//! [`world`]:
//! - `perform` does effects; `workbook`, `export`, `plan_file` and `whole_file` read and write files (`unnamed` until they are whole), foreign bytes in a
//!   process of their own (`frame`, `guarded`); what is thrown away lies on a `bench`; `store` keeps customers and copies of itself, `backup` is
//!   all of it as one file, `drafts` keeps what is decided
//! - `config`, `questionnaires`: what the office settled; `log`, `clock`, `ids`, `demo`: what everything needs, and the sample's store
//! - `spent`: rows, time by stage, processor, memory and what went to the terminal, for whoever asks with `--stats`
//! - `mailroom`, `outbox`, `post`, `sending`, `arrivals`: mail, out and back
//!
//! [`terminal`]: `screen`, `frames`, `wire`, `pacing`, `keyboard`, `torn`, `presses`, `lanes`, `answers`, `clipboard`, `signals`, `surroundings`, `whereabouts`, `guard`, `ending`; `talk` holds the dialogue on plain lines. [`cli`]: a room for each command or family of
//! commands, with `arguments` for the shape of the line and `exit` for its codes. [`words`]: a table of phrases for each room that speaks, in each
//! language, and `rules` for what each rule says.
//!
//! # The loop
//!
//! [`app::Model::update`] takes a [message](app::Msg), changes the model and returns [effects](app::Effect) as plain data.
//! [`world::perform`] does them and answers with [reports](app::Report): on threads under [`terminal`], on the spot
//! in the tests. One frame is drawn for everything that waited; nothing is drawn while nothing happens.
//!
//! One [table of keys](app::keymap) feeds dispatch, footer, help, README and whatever names a key: a person's own keys change all of
//! them. The [guided tour](app::tour) only looks: behind every message it asks the model whether its step is done.
//!
//! # The store
//!
//! [`world::store`] keeps every customer as versions and makes a commit visible by one small durable write. It is held for
//! moments: a session reads a [snapshot](domain::snapshot), works on it, and a commit that finds the store changed
//! writes only if nothing that was shown [moved](domain::moved). What an import taught is kept with it, and
//! comes back in later ones as proposals: the [season memory](domain::memory). Before it is written it is copied into its own
//! folder, and a [backup](world::backup) is one file of plain lines that needs neither this program nor its engine.
//!
//! # Drafts
//!
//! [`world::drafts`] keeps every draft on disk: its own copy of the workbook, and a journal to which each decision is
//! written before the frame that shows it. A draft that is taken up again is that source with those decisions
//! [replayed](domain::draft::Draft::replay), or [carried over](domain::draft::Draft::carry_over) where the workbook has changed.

//!
//! # Mail
//!
//! A round is in the [outbox](world::outbox) whole before its first mail is offered, and what the server said is in it before the
//! next. What nobody heard an answer to is unsure, and a person decides. Dossiers follow from the outbox, never the other way round.
//!
//! # The tests
//!
//! Journeys are told as stories, screen by screen, in `snapshots/`; laws hold what has to be true everywhere (walls, words, sizes, keys,
//! bytes, all or nothing); a few drive the built program in a real pseudo-terminal. The world of the stories is the real one, on the spot.
//!
//! # How far one machine carries
//!
//! One computer, one folder, one process at a time in the store: that is the design, and it is meant for a group of offices, not for a
//! country. `--stats` tells of any run what it took ([`world::spent`]); the benches hold what is promised (the README lists them).
//!
//! | what | grows with | bound | what holds it |
//! |---|---|---|---|
//! | rows of a sheet | – | 1,048,576, as in Excel | `world::workbook`, which refuses more in a sentence of its own |
//! | memory while a draft is open | rows: their text, and fields beside it | 64 MiB at 100,000 rows, 570 MiB at a million; 0.55 of a whole range of calamine | `reading`: text of all cells in one piece, no cell on its own |
//! | reading and judging | rows | 1.1 times the processor time of calamine's `worksheet_range`; a million rows are ten times 100,000 | `reading` |
//! | a process that reads a workbook | bytes of the file | 12 GiB, 300 s of processor | it bounds itself before it reads; its end is the parent's answer |
//! | a key in a draft | the rows that it touches | 1 ms at 100,000 rows | `decisions` |
//! | a bulk decision | its rows, not those of the sheet | 100 ms for 5,000 rows | `decisions` |
//! | opening the store | customers | 1.2 times a walk through what sled has | `register` |
//! | memory of a stored customer | bytes of the record, which stays encoded | – | one is decoded where it is shown |
//! | a commit | what it writes; a copy of the store is taken before | 1.15 times sled's own batches, 200 MiB on top of its rows (found: 0.83 and 71 MiB at 100,000) | `committing`, `store_size` |
//! | disk | every version of every customer; each copy is another store | – | `copies` in the settings; data of who is removed goes |
//! | bytes to the terminal | cells that change | one write a frame | laws of bytes; nothing while nothing happens |
//! | mails | the pace of the server | as settled by `per_minute` | a round goes on in another session |
//!
//! What comes first, as an office grows, and what comes after:
//!
//! - *Turns.* The store is held for moments, by one process. With some dozens of colleagues at once it is waiting that is felt, not
//!   work: a commit of 100,000 customers holds it for seconds. After that comes a process that keeps the store and is asked over a
//!   socket; the door for it is [`world::store::Store`], which nothing outside its room looks behind.
//! - *Opening.* Every session reads all customers, since matching asks for any of them. That is a fraction of a second at 100,000
//!   and seconds at a million. After that comes an index that is kept on disk with the records; the snapshot is where it would be asked.
//! - *Memory.* A sheet of a million rows and the customers of a store are in memory both. After that comes a sheet that stays on
//!   disk and is read by windows: lists know rows by their number already.
//! - *Two cores.* One process reads cells while the other judges rows; a third core has nothing to do for one sheet. Rows do not know
//!   of each other until they are matched, so that they could be judged in parts; matching would follow.
//! - *Several machines.* sled belongs on a local disk. A file server does not carry it. After that comes another
//!   engine behind the same door.

pub mod app;
pub mod cli;
pub mod domain;
pub mod plain;
pub mod terminal;
pub mod view;
pub mod words;
pub mod world;
