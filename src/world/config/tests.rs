use std::os::unix::fs::PermissionsExt as _;

use super::*;
use crate::domain::settings::SettingsWrong;

fn config(text: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.toml");
    fs::write(&file, text).unwrap();
    (folder, file)
}

const MAIL: &str = "[mail]\nsender = 'a@b.be'\nhost = 'localhost'\n";

#[test]
fn the_usual_file_may_be_missing_and_a_named_one_may_not() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.toml");
    assert_eq!(Configuration::read(&file, Standing::User).unwrap().settings, Settings::default());
    assert!(matches!(Configuration::read(&file, Standing::Named), Err(ConfigFault::Unreadable { path, .. }) if path == file));
    assert!(matches!(Configuration::read(folder.path(), Standing::User), Err(ConfigFault::Unreadable { .. })));
    let nothing = Configuration::read(&file, Standing::User).unwrap();
    assert!(matches!(nothing.smtp(), Err(ConfigFault::NoMail { .. })));
}

#[test]
fn what_is_wrong_is_told_with_the_file() {
    let (_folder, file) = config("[office]\nnaem = 'x'\n");
    let fault = Configuration::read(&file, Standing::User).unwrap_err();
    let ConfigFault::Settings { path, fault } = fault else { panic!("{fault:?}") };
    assert_eq!((path, fault.line), (file.clone(), Some(2)));
    assert!(matches!(fault.wrong, SettingsWrong::UnknownKey { nearest: Some(near), .. } if near == "office.name"));
    fs::write(&file, b"[office]\nname = '\xff'\n").unwrap();
    assert!(matches!(Configuration::read(&file, Standing::User), Err(ConfigFault::Unreadable { .. })));
}

#[test]
fn the_server_gets_its_password_and_certificates_from_beside_the_settings() {
    let (folder, file) = config(&format!("{MAIL}user = 'u'\npassword_file = 'secret'\nca_file = 'ca.pem'\n"));
    let read = || Configuration::read(&file, Standing::User).unwrap().smtp();
    assert!(matches!(read(), Err(ConfigFault::Unreadable { path, .. }) if path == folder.path().join("ca.pem")));
    fs::write(folder.path().join("ca.pem"), "none").unwrap();
    assert!(matches!(read(), Err(ConfigFault::Password(PasswordFault::Unreadable { .. }))));
    let secret = folder.path().join("secret");
    fs::write(&secret, "geheim\n").unwrap();
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o644)).unwrap();
    assert!(matches!(read(), Err(ConfigFault::Password(PasswordFault::OpenToOthers { mode: 0o644, .. }))));
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o600)).unwrap();
    assert!(matches!(read(), Err(ConfigFault::Server(SmtpFault::Certificates { .. }))));
    fs::write(&file, format!("{MAIL}user = 'u'\npassword_file = 'secret'\n")).unwrap();
    assert!(read().is_ok());
}

#[test]
fn an_offices_own_wording_takes_the_place_of_the_built_in() {
    let (folder, file) = config("");
    let read = || Configuration::read(&file, Standing::User).unwrap().wordings();
    let built_in = Wordings::built_in().unwrap();
    assert_eq!(read().unwrap(), built_in);
    let letters = folder.path().join("letters");
    fs::create_dir(&letters).unwrap();
    let form = "subject = 'Own'\ntext = '{office} {deadline} {file}'\n";
    fs::write(letters.join("nl.toml"), format!("format = 1\n[invitation]\n{form}[reminder]\n{form}")).unwrap();
    assert_ne!(read().unwrap(), built_in);
    fs::write(letters.join("fr.toml"), "format = 1\n").unwrap();
    assert!(matches!(read(), Err(ConfigFault::Wording { path, .. }) if path == letters.join("fr.toml")));
}
