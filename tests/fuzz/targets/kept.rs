//! Files that the program or the office wrote, and what a terminal sends.

use std::io::BufReader;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use instroom::app::Msg;
use instroom::app::effect::Opening;
use instroom::app::keymap::Own;
use instroom::domain::draft::{Choices, Draft, Office, Seed};
use instroom::domain::matching::Stock;
use instroom::domain::plan::Plan;
use instroom::domain::questionnaire::{Catalogue, Written, built_in, settled};
use instroom::domain::settings::Settings as Settled;
use instroom::domain::snapshot::Snapshot;
use instroom::terminal::keys_told_by;
use instroom::world::backup::verify;
use instroom::world::drafts::told_by;
use instroom::world::perform::{Unfamiliar, open_source};
use instroom::world::workbook::Reader;
use jiff::civil::date;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(built_in);

/// The sample as a draft that nobody has decided anything in.
static SAMPLE: LazyLock<Draft> = LazyLock::new(|| {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sample = here.ancestors().map(|folder| folder.join("assets/sample/customers.xlsx")).find(|path| path.exists());
    let path = sample.expect("the sample is in the repository").to_string_lossy().into_owned();
    let asked = Opening { path, ..Opening::default() };
    let on = &mut |_, _, _| ControlFlow::Continue(());
    let source = open_source(&Reader::here(), &asked, Unfamiliar::Refused, on).expect("the sample opens");
    let flows = CATALOGUE.founding_flows();
    let office = Office { catalogue: CATALOGUE.clone(), colleagues: Vec::new(), defaults: Choices::default(), today: date(2026, 5, 14) };
    let stock = Stock::new(Snapshot::of_no_store(flows));
    Draft::open(Arc::new(source), Arc::new(office), Arc::new(stock), &mut |_| ControlFlow::Continue(())).expect("nobody stops it")
});

/// The journal of a draft: what is whole stays, and the rest is said to be torn or damaged.
pub(super) fn journal(bytes: &[u8]) {
    let Ok(told) = told_by(bytes) else { return };
    assert!(told.good <= bytes.len() && (told.cut.is_some() || told.good == bytes.len()));
    let again = told_by(&bytes[..told.good]).expect("what was whole is whole");
    assert_eq!((again.entries.len(), again.cut), (told.entries.len(), None));
}

/// A plan, made again over the sample.
pub(super) fn plan(bytes: &[u8]) {
    let Ok(plan) = Plan::from_json(bytes) else { return };
    let text = plan.to_json().expect("what was read is written");
    assert_eq!(Plan::from_json(&text).as_ref(), Ok(&plan));
    if let Err(misfits) = plan.apply_to(&mut SAMPLE.clone(), Seed::new([7; 32])) {
        assert!(!misfits.is_empty() && misfits.iter().all(|misfit| !misfit.word().is_empty()));
    }
}

/// A questionnaire of the office's own.
pub(super) fn questionnaire(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    match Written::parse(text) {
        Ok(written) => {
            for one in settled(&[written], &CATALOGUE).into_iter().flatten() {
                assert!(one.questions().count() > 0 && !one.languages.is_empty());
            }
        }
        Err(fault) => assert!(fault.line.is_none_or(|line| line <= text.lines().count() + 1), "{fault:?}"),
    }
}

/// A file of settings, and one of keys.
pub(super) fn settings(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let _ = Settled::parse(text);
    let _ = Own::parse(text);
}

/// A backup, up to its foot.
pub(super) fn backup(bytes: &[u8]) {
    let _ = verify(&mut BufReader::new(bytes), &mut |_, _| ControlFlow::Continue(()));
}

/// What a terminal sends: bytes as the keys that they are, and a few that bytes are not.
pub(super) fn keys(bytes: &[u8]) {
    let plain = |code| Event::Key(KeyEvent::new(code, KeyModifiers::NONE));
    let events = bytes.iter().map(|byte| match byte {
        0x1b => plain(KeyCode::Esc),
        b'\r' => plain(KeyCode::Enter),
        b'\t' => plain(KeyCode::Tab),
        0x7f => plain(KeyCode::Backspace),
        0..0x20 => Event::Key(KeyEvent::new(KeyCode::Char(char::from(byte + 0x60)), KeyModifiers::CONTROL)),
        0x80 => Event::Resize(u16::from(*byte), 1),
        0x81 => Event::Paste("\u{1b}[201~".to_owned()),
        0x82 => Event::FocusLost,
        0x83..0x90 => Event::Key(KeyEvent::new(KeyCode::Char('x'), KeyModifiers::from_bits_truncate(byte & 7))),
        0x90..0xa0 => plain(KeyCode::F(byte & 15)),
        other => plain(KeyCode::Char(char::from(*other))),
    });
    let told = keys_told_by(events);
    // Nothing is made up: whatever was pasted or pressed was sent.
    let length: usize = told.iter().map(|msg| if let Msg::Paste(text) = msg { text.chars().count() } else { 1 }).sum();
    assert!(length <= bytes.len() + 6 * bytes.iter().filter(|byte| **byte == 0x81).count(), "{told:?}");
}
