//! Settings through the built program, and as the README shows them.

use std::collections::BTreeSet;
use std::path::Path;

use instroom::domain::language::Language;
use instroom::domain::settings::{PasswordSource, Settings, ThemeName};
use serde_json::{Value, json};

use crate::support::office::SAMPLE;
use crate::support::program::{Answer, instroom, instroom_with};

/// The example of a file of settings in the README.
fn example() -> String {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let (_, behind) = readme.split_once("## Settings\n").expect("the README has a part on settings");
    let (_, behind) = behind.split_once("```toml\n").expect("with an example");
    behind.split_once("```").unwrap().0.to_owned()
}

#[test]
fn the_example_of_the_readme_is_sound_and_so_is_what_it_leaves_as_a_remark() {
    let settings = Settings::parse(&example()).unwrap();
    assert_eq!(settings.colleagues.len(), 2);
    let Settings { language, theme, dossiers, folders, .. } = &settings;
    assert_eq!((language, *theme), (&Some(Language::Dutch), ThemeName::Auto));
    assert_eq!((dossiers.language, dossiers.questionnaire.as_ref().map(|id| id.0.as_str())), (Some(Language::Dutch), Some("pit-2026")));
    assert_eq!((folders.workbooks.as_deref(), &folders.store), (Some("~/Documents"), &None));
    for key in Settings::keys() {
        assert!(example().contains(&format!("{} = ", key.rsplit_once('.').unwrap().1)), "{key} stands in no example");
    }
    let mail = settings.mail.unwrap();
    assert_eq!((mail.port, mail.per_minute, mail.timeout), (587, 30, 60));
    let other = example().replace("password_file", "# password_file").replace("# password_command", "password_command");
    let mail = Settings::parse(&other.replace("# ca_file", "ca_file")).unwrap().mail.unwrap();
    assert!(matches!(mail.login.unwrap().password, PasswordSource::Command(words) if words.len() == 3));
    assert!(mail.ca_file.is_some());
}

#[test]
fn settings_that_are_wrong_are_told_before_anything_is_done() {
    let folder = tempfile::tempdir().unwrap();
    let (store, file) = (folder.path().join("store"), folder.path().join("settings.toml"));
    std::fs::write(&file, "[mail]\nhots = 'x'\n").unwrap();
    let named = file.to_str().unwrap();
    for (command, code) in [("invite", 78), ("drafts", 0)] {
        let answer = instroom(&store, &["--config", named, command]);
        assert_eq!((answer.code, answer.out.as_str()), (code, ""), "what needs nothing of them goes on: {command}");
        assert!(answer.told.contains("Line 2: mail.hots is not a known setting; mail.host is."), "{}", answer.told);
    }
    std::fs::remove_file(&file).unwrap();
    assert_eq!(instroom(&store, &["--config", named, "invite"]).code, 78, "a file that somebody names has to be there");
    assert_eq!(instroom(&store, &["drafts"]).code, 0, "the usual one need not be");
    assert!(!store.exists());
}

#[test]
fn who_is_not_among_the_colleagues_is_warned_of() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("store");
    let workbook = folder.path().join("customers.xlsx");
    std::fs::write(&workbook, SAMPLE).unwrap();
    let warnings = || {
        let answer = instroom(&store, &["check", workbook.to_str().unwrap(), "--json"]);
        answer.out.matches("\"responsible.unknown\"").count()
    };
    assert_eq!(warnings(), 0, "nobody has listed the colleagues");
    let usual = folder.path().join(".config/instroom");
    std::fs::create_dir_all(&usual).unwrap();
    std::fs::write(usual.join("config.toml"), "[office]\ncolleagues = ['nobody.of.these@kantoor.be']\n").unwrap();
    assert!(warnings() > 0);
}

/// A home folder with a file of the person's own and one of the machine.
struct Home(tempfile::TempDir);

impl Home {
    fn with(user: &str, system: &str) -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        home.put(".config/instroom/config.toml", user);
        home.put("xdg/instroom/config.toml", system);
        home
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    fn put(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.0.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        self.path(name)
    }

    /// Runs the program; neither the store nor the language is said in the environment, unless these say it.
    fn run(&self, variables: &[(&str, &str)], arguments: &[&str]) -> Answer {
        let none = [("INSTROOM_STORE", None), ("INSTROOM_LANG", None)];
        let all: Vec<_> = none.into_iter().chain(variables.iter().map(|(name, value)| (*name, Some(*value)))).collect();
        instroom_with(&self.0.path().join("store"), &all, arguments)
    }

    /// A setting as `config show --json` has it: value, whence, its name, file and line.
    fn setting(&self, key: &str, variables: &[(&str, &str)], arguments: &[&str]) -> [Value; 5] {
        let arguments: Vec<&str> = arguments.iter().copied().chain(["config", "show", "--json"]).collect();
        let answer = self.run(variables, &arguments);
        let shown: Value = serde_json::from_str(&answer.out).unwrap_or_else(|error| panic!("{error}: {answer:?}"));
        assert_eq!(shown["version"], 1);
        let setting = shown["settings"].as_array().unwrap().iter().find(|setting| setting["key"] == key).unwrap();
        ["value", "from", "name", "file", "line"].map(|name| setting[name].clone())
    }
}

const ENGLISH: [(&str, &str); 1] = [("INSTROOM_LANG", "en")];

#[test]
fn a_flag_comes_before_a_variable_before_the_persons_file_before_the_machines_before_the_default() {
    let home = Home::with(
        "[folders]\nstore = 'mine'\n\n[screen]\nlanguage = 'nl'\n",
        "[folders]\nstore = '/srv/all'\n[screen]\nlanguage = 'fr'\ntheme = 'dark'\n",
    );
    let (user, system) = (home.path(".config/instroom/config.toml"), home.path("xdg/instroom/config.toml"));
    let store = |variables: &[(&str, &str)], arguments: &[&str]| home.setting("folders.store", variables, arguments);
    let said = [("INSTROOM_STORE", "/in/variable")];
    let null = Value::Null;
    assert_eq!(store(&said, &["--store", "/in/flag"]), [json!("/in/flag"), json!("flag"), json!("--store"), null.clone(), null.clone()]);
    assert_eq!(store(&said, &[]), [json!("/in/variable"), json!("variable"), json!("INSTROOM_STORE"), null.clone(), null.clone()]);
    assert_eq!(store(&[], &[]), [json!(home.path(".config/instroom/mine")), json!("file"), null.clone(), json!(user), json!(2)]);
    std::fs::remove_file(&user).unwrap();
    assert_eq!(store(&[], &[]), [json!("/srv/all"), json!("file"), null.clone(), json!(system), json!(2)]);
    let named = home.put("other.toml", "[folders]\nstate = 'x'\n");
    let [.., file, _] = home.setting("folders.state", &[], &["--config", &named]);
    assert_eq!(file, json!(named), "a named file stands in the place of one's own");
    let [.., file, _] = home.setting("screen.theme", &[], &["--config", &named]);
    assert_eq!(file, json!(system), "above that of the machine");
    std::fs::remove_file(&system).unwrap();
    assert_eq!(store(&[], &[]), [json!(home.path(".local/share/instroom/store")), json!("default"), null.clone(), null.clone(), null]);
}

#[test]
fn the_language_of_the_settings_comes_before_the_locale_and_behind_whoever_says_otherwise() {
    let home = Home::with("[screen]\nlanguage = 'nl'\n", "");
    let locale = ("LANG", "fr_BE.UTF-8");
    let said = |variables: &[(&str, &str)], arguments: &[&str]| home.run(variables, arguments).told;
    let check = ["config", "check"];
    assert!(said(&[locale], &check).starts_with("Alle instellingen"));
    assert!(said(&[locale, ENGLISH[0]], &check).starts_with("All settings"));
    assert!(said(&[locale, ENGLISH[0]], &["--lang", "fr", "config", "check"]).starts_with("Tous les réglages"));
    assert!(said(&[locale], &["chekc"]).contains("Bedoelt u check?"), "what is mistyped is told in it too");
    std::fs::remove_file(home.path(".config/instroom/config.toml")).unwrap();
    assert!(said(&[locale], &check).starts_with("Tous les réglages"));
}

#[test]
fn the_folders_of_the_settings_are_those_that_are_worked_with() {
    let dossiers = "[dossiers]\nlanguage = 'nl'\nquestionnaire = 'pit-2026'\n";
    let home = Home::with(&format!("[folders]\nstore = '~/the store'\nstate = '~/the state'\n{dossiers}"), "");
    let workbook = home.put("customers.xlsx", SAMPLE);
    let answer = home.run(&ENGLISH, &["import", &workbook, "--yes"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    assert!(answer.told.contains("By your settings: --language nl --questionnaire pit-2026"), "{answer:?}");
    assert!(home.0.path().join("the store").is_dir() && !home.0.path().join(".local/share/instroom").exists());
    let stored = |variables: &[(&str, &str)]| {
        let read: Value = serde_json::from_str(&home.run(variables, &["customers", "--json"]).out).unwrap();
        read["customers"].as_array().unwrap().len()
    };
    assert!(stored(&[]) > 50);
    assert_eq!(stored(&[("INSTROOM_STORE", &home.path("elsewhere"))]), 0);
}

#[test]
fn what_is_settled_for_new_dossiers_is_taken_where_no_flag_says_otherwise_and_said() {
    let home = Home::with("[dossiers]\nlanguage = 'fr'\nquestionnaire = 'pit-2026'\ntask_flow = 'pit-1999'\n", "");
    let workbook = home.put("customers.xlsx", SAMPLE);
    let (first, plan) = (home.path("first.json"), home.path("plan.json"));
    let planned = |plan: &str, arguments: &[&str]| {
        let arguments: Vec<&str> = ["plan", &workbook, "-o", plan].into_iter().chain(arguments.iter().copied()).collect();
        let answer = home.run(&ENGLISH, &arguments);
        assert_eq!(answer.code, 0, "{answer:?}");
        let read: Value = serde_json::from_str(&std::fs::read_to_string(plan).unwrap()).unwrap();
        (read["choices"]["language"].clone(), answer.told)
    };
    let (language, told) = planned(&first, &[]);
    assert_eq!(language, "fr");
    assert!(told.contains("By your settings: --language fr --questionnaire pit-2026"), "{told}");
    assert!(told.contains("task flow pit-1999 is not open here"), "{told}");
    let (language, told) = planned(&plan, &["--language", "nl", "--task-flow", "pit-2026"]);
    assert_eq!(language, "nl");
    assert!(told.contains("By your settings: --questionnaire pit-2026\n") && !told.contains("pit-1999"), "{told}");
    // Whoever applies it may have settled something else, or nothing.
    for settled in ["[dossiers]\nlanguage = 'en'\nquestionnaire = 'pit-2026'\n", ""] {
        home.put(".config/instroom/config.toml", settled);
        for plan in [&first, &plan] {
            let answer = home.run(&ENGLISH, &["apply", plan, "-n"]);
            assert_eq!(answer.code, 0, "{settled}: {answer:?}");
        }
    }
    let answer = home.run(&ENGLISH, &["import", &workbook, "--yes"]);
    assert_eq!(answer.code, 64, "nothing is settled, and nothing is said: {answer:?}");
    assert!(answer.told.contains("--language"), "{answer:?}");
}

#[test]
fn settings_that_can_hide_the_store_stop_whoever_leaves_the_store_to_them() {
    for wrong in ["no toml", "[folders]\nstroe = '/srv/store'\n", "[folders]\nstore = 5\n", "[fodlers]\nstore = 'x'\n"] {
        let home = Home::with(wrong, "");
        let answer = home.run(&ENGLISH, &["history"]);
        assert_eq!((answer.code, answer.out.as_str()), (78, ""), "{wrong}: {answer:?}");
        let elsewhere = home.path("elsewhere");
        assert_eq!(home.run(&[("INSTROOM_STORE", &elsewhere)], &["history"]).code, 0, "{wrong}");
    }
    let home = Home::with("", "[mail]\nhots = 'x'\n");
    let answer = home.run(&ENGLISH, &["flows"]);
    assert_eq!(answer.code, 0, "what hides nothing stops nobody: {answer:?}");
    assert!(answer.told.contains(&home.path("xdg/instroom/config.toml")) && answer.told.contains("Line 2: mail.hots"), "{answer:?}");
}

#[test]
fn check_judges_all_and_path_says_which_files_are_there() {
    let home = Home::with(
        "[office]\nnaem = 'x'\n[screen]\ntheme = 'pink'\n[folders]\nworkbooks = 'nowhere'\n[dossiers]\nquestionnaire = 'pit-1999'\n",
        "[mail]\nsender = 'a@b.be'\nhost = 'localhost'\nuser = 'u'\npassword_file = 'geheim'\n",
    );
    home.put(".config/instroom/questionnaires/wrong.toml", "id = 5");
    home.put(".config/instroom/letters/nl.toml", "format = 1");
    let answer = home.run(&ENGLISH, &["config", "check"]);
    assert_eq!((answer.code, answer.out.as_str()), (78, ""), "{answer:?}");
    for told in [
        "Line 2: office.naem is not a known setting; office.name is.",
        "Line 4: screen.theme has to be one of: auto, light, dark, mono.",
        "Line 6: folders.workbooks is not a folder that is there.",
        "Line 8: dossiers.questionnaire names what is not there; there are: pit-2026",
        "wrong.toml",
        "letters/nl.toml",
        "xdg/instroom/geheim cannot be read.",
    ] {
        assert!(answer.told.contains(told), "{told}: {}", answer.told);
    }
    let json: Value = serde_json::from_str(&home.run(&[], &["config", "check", "--json"]).out).unwrap();
    assert_eq!((&json["version"], &json["sound"], json["faults"].as_array().unwrap().len()), (&json!(1), &json!(false), 7), "{json}");
    assert!(!home.0.path().join(".local/share").exists(), "nothing is made");
    std::fs::remove_file(home.path("xdg/instroom/config.toml")).unwrap();
    let json: Value = serde_json::from_str(&home.run(&[], &["config", "path", "--json"]).out).unwrap();
    let (user, system) = (home.path(".config/instroom/config.toml"), home.path("xdg/instroom/config.toml"));
    let line = |path: &str, standing: &str, presence: &str| json!({ "path": path, "standing": standing, "presence": presence });
    assert_eq!(json["files"], json!([line(&user, "user", "faulty"), line(&system, "system", "missing")]));
    assert_eq!(json["keys"], json!({ "path": home.path(".config/instroom/keys.toml"), "presence": "missing" }));
    let named = home.path("gone.toml");
    let answer = home.run(&[("INSTROOM_CONFIG", &named), ENGLISH[0]], &["config", "path"]);
    assert!(answer.out.starts_with(&format!("{named} ")) && answer.out.contains("named by you, cannot be read"), "{answer:?}");
    let sound = Home::with("[folders]\nstore = 'made later'\n", "");
    assert_eq!(sound.run(&ENGLISH, &["config", "check"]).told, "All settings are in order.\n");
}

#[test]
fn show_tells_every_setting_in_every_language_and_no_secret() {
    let secret = "[mail]\nsender = 'a@b.be'\nhost = 'x'\nuser = 'u'\npassword_command = ['sh', '-c', 'echo geheim']\n";
    let home = Home::with(&format!("[office]\nname = 'Kantoor\u{202e}'\n{secret}"), "");
    let file = home.path(".config/instroom/config.toml");
    for (language, usual, unset) in [("nl", "standaard", "niet ingesteld"), ("fr", "par défaut", "non réglé"), ("en", "default", "not set")]
    {
        let answer = home.run(&[], &["--lang", language, "config", "show"]);
        assert_eq!((answer.code, answer.told.as_str()), (0, ""), "{answer:?}");
        assert_eq!(answer.out.lines().count(), Settings::keys().count());
        assert!(!answer.out.contains("geheim") && !answer.out.contains('\u{202e}'), "{}", answer.out);
        let line = |key: &str| {
            let line = answer.out.lines().find(|line| line.starts_with(&format!("{key} "))).unwrap();
            line.split_whitespace().skip(1).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(line("mail.port"), format!("587 {usual}"));
        assert_eq!(line("dossiers.language"), format!("- {unset}"));
        assert_eq!(line("mail.password_command"), format!("sh … {file}:7"));
        assert_eq!(line("screen.language"), format!("{language} --lang"));
    }
}

#[test]
fn a_long_value_leaves_the_columns_straight() {
    let folder = tempfile::tempdir().unwrap();
    let (store, file) = (folder.path().join("store"), folder.path().join("settings.toml"));
    let name = "Boekhouding en Fiscaliteit ".repeat(4);
    std::fs::write(&file, format!("[office]\nname = '{}'\n", name.trim())).unwrap();
    let answer = instroom(&store, &["--config", file.to_str().unwrap(), "config", "show"]);
    let lines: Vec<&str> = answer.out.lines().collect();
    let at = lines.iter().position(|line| line.contains(name.trim())).expect("the value is told");
    assert!(
        lines[at].ends_with(&format!("{}:2", file.display())),
        "its origin is on the same line for whoever searches it: {}",
        answer.out
    );
    assert_eq!(lines.len(), Settings::keys().count(), "{}", answer.out);
    let columns: BTreeSet<_> = lines.iter().filter_map(|line| line.find("  default")).collect();
    assert_eq!(columns.len(), 1, "the others stand in their column: {}", answer.out);
}
