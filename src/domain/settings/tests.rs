use super::*;
use crate::domain::language::Language;

fn settings(text: &str) -> Result<Settings, SettingsFault> {
    Settings::parse(text)
}

const WHOLE: &str = "[office]\nname = 'Kantoor Peeters'\ncolleagues = ['els@kantoor.be']\n\n[mail]\nsender = 'info@kantoor.be'\n\
                     host = 'smtp.kantoor.be'\nsecurity = 'tls'\nuser = 'info'\npassword_file = 'secret'\n";

fn fault(from: &str, to: &str) -> String {
    assert!(WHOLE.contains(from), "{from}");
    settings(&WHOLE.replacen(from, to, 1)).unwrap_err().to_string()
}

#[test]
fn the_way_back_is_one_sentence_or_one_for_each_language() {
    let of = |text: &str| {
        let settings = settings(&WHOLE.replacen("security", &format!("{text}\nsecurity"), 1)).unwrap();
        settings.mail.unwrap().answer_by
    };
    assert!(of("").is_empty());
    assert_eq!(of("answer_by = 'Portaal'").get(&Language::German).map(String::as_str), Some("Portaal"));
    let each = of("answer_by = { nl = 'Portaal', fr = 'Portail' }");
    assert_eq!((each.len(), each.get(&Language::French).map(String::as_str)), (2, Some("Portail")));
    let wrong = fault("security", "answer_by = { nk = 'Portaal' }\nsecurity");
    assert!(wrong.contains("`mail.answer_by.nk` is not known"), "{wrong}");
}

#[test]
fn nothing_has_to_be_settled() {
    assert_eq!(settings(""), Ok(Settings::default()));
    assert_eq!(settings("[office]\n").map(|settings| settings.colleagues), Ok(Vec::new()));
}

#[test]
fn what_is_left_out_is_the_usual() {
    let read = settings(WHOLE).unwrap();
    let mail = read.mail.unwrap();
    assert_eq!((read.office.as_str(), read.colleagues), ("Kantoor Peeters", vec!["els@kantoor.be".to_owned()]));
    assert_eq!((mail.sender.name.as_str(), mail.port, mail.per_minute, mail.timeout), ("Kantoor Peeters", 465, 30, 60));
    assert_eq!(mail.login, Some(LoginSettings { user: "info".into(), password: PasswordSource::File("secret".into()) }));
    let bare = settings("[mail]\nsender = 'a@b.be'\nhost = 'x'\n").unwrap().mail.unwrap();
    assert_eq!((bare.security, bare.port, bare.login, bare.reply_to), (Security::StartTls, 587, None, None));
}

#[test]
fn each_slip_is_told_with_its_line_and_the_nearest_key() {
    for (from, to, told) in [
        ("host =", "hots =", "line 7: `mail.hots` is not known; `mail.host` is"),
        ("[mail]", "[mial]", "line 5: `mial` is not known; `mail` is"),
        ("user =", "password =", "line 9: `mail.password` is not known; `mail.password_file` is"),
        ("name =", "zzz =", "line 2: `office.zzz` is not known"),
        ("host = 'smtp.kantoor.be'\n", "", "`mail.host` is missing"),
        ("sender = 'info@kantoor.be'\n", "", "`mail.sender` is missing"),
        ("'smtp.kantoor.be'", "25", "line 7: `mail.host` has another kind of value: Text is asked for"),
        ("'smtp.kantoor.be'", "'smtp kantoor'", "line 7: `mail.host` is no name of a server"),
        ("'info@kantoor.be'", "\"info@kantoor.be\\r\\nBcc: x@y.be\"", "line 6: `mail.sender` holds control characters"),
        ("'info@kantoor.be'", "'info'", "line 6: `mail.sender` is no e-mail address"),
        ("'els@kantoor.be'", "'els'", "line 3: `office.colleagues` is no e-mail address"),
        ("'tls'", "'ssl'", "line 8: `mail.security` has to be one of starttls, tls, none"),
        ("'tls'", "'none'", "line 8: `mail.security` may only be none where host is this machine"),
        ("'tls'", "'tls'\nport = 70000", "line 9: `mail.port` has to be from 1 to 65535"),
        ("'tls'", "'tls'\nper_minute = 0", "line 9: `mail.per_minute` has to be from 1 to 600"),
        ("user = 'info'\n", "", "line 9: `mail.password_file` is given without `mail.user`"),
        ("password_file = 'secret'\n", "", "line 9: `mail.user` is given without `mail.password_file` or `mail.password_command`"),
        ("'secret'", "'secret'\npassword_command = ['pass']", "line 11: `mail.password_file` and `mail.password_command` are both given"),
        ("password_file = 'secret'", "password_command = []", "line 10: `mail.password_command` is empty"),
        ("'info'\n", "' '\n", "line 9: `mail.user` is empty"),
    ] {
        assert_eq!(fault(from, to), told);
    }
    let twice = settings(&format!("{WHOLE}[office]\n")).unwrap_err();
    assert!(matches!(twice, SettingsFault { line: Some(_), wrong: SettingsWrong::Syntax(_), .. }), "{twice:?}");
}

#[test]
fn an_open_line_is_for_this_machine_alone() {
    for (host, is_here) in
        [("localhost", true), ("127.0.0.1", true), ("::1", true), ("127.evil.com", false), ("127.0.0.1.be", false), ("10.0.0.1", false)]
    {
        let read = settings(&format!("[mail]\nsender = 'a@b.be'\nhost = '{host}'\nsecurity = 'none'\n"));
        assert_eq!(read.is_ok(), is_here, "{host}");
    }
}

/// The files together, the most important first, each in a folder of its own.
fn together(texts: &[&str]) -> Layered {
    let layers = texts.iter().enumerate().map(|(at, text)| Layer { folder: format!("/etc/{at}"), text: (*text).to_owned() });
    Layered::of(&layers.collect::<Vec<_>>())
}

#[test]
fn the_more_important_file_counts_key_by_key() {
    let read = together(&[
        "[screen]\ntheme = 'dark'\n[mail]\nsender = 'els@kantoor.be'\nuser = 'els'\npassword_file = 'els'\n",
        "[screen]\nlanguage = 'fr'\ntheme = 'mono'\n[office]\nname = 'Kantoor'\n[folders]\nstore = 'store'\nworkbooks = '~/in'\n\
         [mail]\nhost = 'smtp.kantoor.be'\nsender = 'info@kantoor.be'\nsecurity = 'tls'\npassword_command = ['pass']\n",
    ]);
    assert_eq!(read.faults, Vec::new());
    let Settings { office, language, theme, folders, mail, .. } = read.settings;
    assert_eq!((office.as_str(), language, theme), ("Kantoor", Some(Language::French), ThemeName::Dark));
    assert_eq!((folders.store.as_deref(), folders.workbooks.as_deref()), (Some("/etc/1/store"), Some("~/in")));
    let mail = mail.unwrap();
    assert_eq!(
        (mail.sender.address.as_str(), mail.sender.name.as_str(), mail.host.as_str(), mail.port),
        ("els@kantoor.be", "Kantoor", "smtp.kantoor.be", 465)
    );
    assert_eq!(mail.login.unwrap().password, PasswordSource::File("/etc/0/els".to_owned()), "the other way is the less important file's");
    let place = |key| read.places.get(key).map(|place| (place.layer, place.line));
    assert_eq!((place("screen.theme"), place("screen.language"), place("mail.host")), (Some((0, 2)), Some((1, 2)), Some((1, 10))));
    assert_eq!(place("dossiers.language"), None);
}

#[test]
fn everything_that_is_wrong_is_told_file_by_file_and_the_rest_counts() {
    let read =
        together(&["[screen]\nlanguage = 'de'\ntheem = 'dark'\n[folders]\nstore = '/srv/store'\n", "no toml", "[mail]\nhots = 'x'\n"]);
    let told: Vec<_> = read.faults.iter().map(|fault| (fault.layer, fault.line)).collect();
    assert_eq!(told, [(0, Some(2)), (0, Some(3)), (1, Some(1)), (2, Some(2)), (2, None)], "{:?}", read.faults);
    assert!(read.faults[1].to_string().contains("`screen.theme` is"), "{}", read.faults[1]);
    assert!(read.faults[4].to_string().contains("`mail.sender` is missing"), "of what is misspelt nobody is told that it is missing");
    assert_eq!((read.settings.folders.store.as_deref(), read.settings.mail), (Some("/srv/store"), None));
}

#[test]
fn a_key_in_the_wrong_part_is_told_its_own() {
    assert_eq!(settings("theme = 'dark'\n").unwrap_err().to_string(), "line 1: `theme` is not known; `screen.theme` is");
    assert_eq!(
        settings("[office]\nquestionnaire = 'x'\n").unwrap_err().to_string(),
        "line 2: `office.questionnaire` is not known; `dossiers.questionnaire` is"
    );
}

#[test]
fn a_theme_and_a_language_are_one_of_those_that_there_are() {
    for (text, told) in [
        ("[screen]\ntheme = 'pink'\n", "line 2: `screen.theme` has to be one of auto, light, dark, mono"),
        ("[screen]\nframes = 'round'\n", "line 2: `screen.frames` has to be one of auto, lines, ascii"),
        ("[screen]\nmouse = true\n", "line 2: `screen.mouse` has to be one of off, on, in quotation marks"),
        ("[screen]\nplain = true\n", "line 2: `screen.plain` has to be one of off, on, in quotation marks"),
        ("[screen]\nlanguage = 'de'\n", "line 2: `screen.language` has to be one of nl, fr, en"),
        ("[dossiers]\nlanguage = 'it'\n", "line 2: `dossiers.language` has to be one of nl, fr, en, de"),
        ("[dossiers]\ntask_flow = 2026\n", "line 2: `dossiers.task_flow` has another kind of value: Text is asked for"),
    ] {
        assert_eq!(settings(text).unwrap_err().to_string(), told);
    }
}

#[test]
fn every_key_can_be_shown_and_no_secret_is() {
    let read = settings("[mail]\nsender = 'a@b.be'\nhost = 'x'\nuser = 'u'\npassword_command = ['sh', '-c', 'echo geheim']\n").unwrap();
    for key in Settings::keys() {
        assert!(!format!("{:?}", read.value(key)).contains("geheim"), "{key}");
    }
    assert_eq!(read.value("mail.password_command"), Some(Value::Text("sh …".to_owned())));
    assert_eq!((read.value("mail.port"), read.value("office.name")), (Some(Value::Number(587)), None));
    assert_eq!(read.value("screen.theme"), Some(Value::Text("auto".to_owned())));
}
