//! A phrase that names a key stands where that key means what the phrase says, or says first how to get there.

use super::languages;
use crate::app::action::Action;
use crate::app::keymap::{Keymap, Layer};

/// Phrases whose keys are those of one layer, wherever they stand: that layer, and the layers that hold where they are read.
/// `tests/laws/keymap.rs` wants every such phrase of the program here.
const PLACED: &[(&str, Layer, &[Layer])] = &[
    ("summary.partners_apart", Layer::Tabs, &[Layer::Summary]),
    ("compare.dossier_to_come", Layer::Tabs, &[Layer::Compare]),
    ("report.can_be_fixed", Layer::Tabs, &[Layer::Report]),
    ("desk.by_reason", Layer::Tabs, &[Layer::Tabs]),
    ("detail.f_takes", Layer::Tabs, &[Layer::Tabs, Layer::Zoom]),
    ("detail.joined_with", Layer::Tabs, &[Layer::Tabs]),
    ("detail.may_be_partner", Layer::Tabs, &[Layer::Tabs]),
    ("detail.dossier_to_come", Layer::Tabs, &[Layer::Tabs]),
    ("detail.differences", Layer::Tabs, &[Layer::Tabs]),
    ("person.no_dossier", Layer::Person, &[Layer::Person]),
    ("person.no_language", Layer::Person, &[Layer::Person]),
    ("dossier.no_list", Layer::Dossier, &[Layer::Dossier, Layer::Zoom]),
    ("dossier.aside_note", Layer::Dossier, &[Layer::Dossier, Layer::Zoom]),
    ("dossier.record_note", Layer::Dossier, &[Layer::Dossier, Layer::Zoom]),
    ("inviting.key_digits", Layer::Inviting, &[Layer::Inviting]),
    ("inviting.settle_key", Layer::Inviting, &[Layer::Inviting]),
    ("inviting.mail_keys", Layer::Inviting, &[Layer::Inviting]),
    ("inviting.enter_sends", Layer::Inviting, &[Layer::Inviting]),
    ("inviting.what_is_known", Layer::Outbox, &[Layer::Outbox, Layer::Posted]),
    ("inviting.put_off_each_time", Layer::Outbox, &[Layer::Outbox, Layer::Posted]),
    ("inviting.goes_on", Layer::Sending, &[Layer::Sending]),
    ("inviting.see_outbox", Layer::Sending, &[Layer::Sending]),
    ("inviting.start_unsure", Layer::Start, &[Layer::Start]),
    ("inviting.start_queued", Layer::Start, &[Layer::Start]),
    ("inviting.start_unsent", Layer::Start, &[Layer::Start]),
    ("start.unsaved_note", Layer::Start, &[Layer::Start]),
    ("register.none_filed", Layer::Register, &[Layer::Register]),
    ("register.none_stored", Layer::Register, &[Layer::Register]),
    ("mapping.lines_by_o", Layer::Mapping, &[Layer::Mapping]),
    ("mapping.values_by_o", Layer::Mapping, &[Layer::Mapping]),
    ("mapping.back_by_o", Layer::Mapping, &[Layer::Mapping]),
];

/// Phrases that say in words on which screen or tab their key is.
const ELSEWHERE: &[(&str, Layer, &[Layer])] = &[("flows.nobody", Layer::Register, &[Layer::Flows])];

/// The actions that a phrase names, until it says that its reader goes back first.
fn named_here(text: &str) -> Vec<Action> {
    let named = text.split('{').skip(1).filter_map(|rest| Action::from_id(rest.split_once('}')?.0));
    named.take_while(|action| *action != Action::Back).collect()
}

/// What a key does in a layer.
fn meaning(keys: &str, layer: Layer) -> Option<Action> {
    Keymap::standard().bindings(layer).find(|row| row.keys.iter().any(|own| own == keys)).map(|row| row.action)
}

#[test]
fn a_key_that_is_named_means_what_is_said_where_it_is_read() {
    let mut wrong = Vec::new();
    for (code, words) in languages() {
        for (name, filled, read) in PLACED {
            for text in super::said(words, name) {
                for action in named_here(&text) {
                    let keys = Keymap::standard().key_of(*filled, action).unwrap_or_default();
                    let other = read.iter().filter(|layer| meaning(keys, **layer).is_some_and(|other| other != action));
                    wrong.extend(other.map(|layer| format!("{code}: {name}: on {layer:?}, {keys} is not {}: {text}", action.id())));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_key_of_another_screen_is_found_out() {
    // The key that joins partners among the rows saves the plan on the summary.
    let joins = Keymap::standard().key_of(Layer::Tabs, Action::Partner).unwrap();
    assert_eq!(meaning(joins, Layer::Summary), Some(Action::SavePlan));
    assert_eq!(named_here("{partner} joins"), [Action::Partner]);
    assert!(named_here("{back}, then {partner} joins").is_empty());
}

#[test]
fn what_says_where_its_key_is_would_mislead_without() {
    for (name, filled, read) in ELSEWHERE {
        for (_, words) in languages() {
            let named: Vec<Action> = super::said(words, name).iter().flat_map(|text| named_here(text)).collect();
            assert!(
                named.iter().any(|action| read
                    .iter()
                    .any(|layer| meaning(Keymap::standard().key_of(*filled, *action).unwrap_or_default(), *layer) != Some(*action))),
                "{name}"
            );
        }
    }
}
