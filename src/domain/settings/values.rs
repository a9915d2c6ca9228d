//! Taking values out of the files, each with its place.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fault::{BadValue, SettingsFault, SettingsWrong, ValueKind};
use super::{Layer, Place};
use crate::domain::letter::Mailbox;
use crate::domain::near::nearest;

/// A value and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Found<'t, 'text> {
    value: &'t Spanned<DeValue<'text>>,
    layer: usize,
    from: &'t Layer,
}

impl<'t, 'text> Found<'t, 'text> {
    pub(super) fn place(&self) -> Place {
        Place { layer: self.layer, line: line(&self.from.text, self.value.span().start) }
    }

    fn of(&self, value: &'t Spanned<DeValue<'text>>) -> Self {
        Self { value, ..*self }
    }

    /// Whether it is a table.
    pub(super) fn is_table(&self) -> bool {
        self.value.get_ref().as_table().is_some()
    }

    /// The table that it is, alone: nothing of less important files is mixed into it.
    pub(super) fn alone(&self) -> Option<Section<'t, 'text>> {
        let table = self.value.get_ref().as_table()?;
        Some(Section { parts: vec![Part { table, layer: self.layer, from: self.from }] })
    }
}

/// The line of a place in a text, from 1.
pub(super) fn line(text: &str, at: usize) -> u64 {
    text.bytes().take(at).filter(|&byte| byte == b'\n').count() as u64 + 1
}

/// A table of one of the files.
#[derive(Clone, Copy)]
pub(super) struct Part<'t, 'text> {
    pub(super) table: &'t DeTable<'text>,
    pub(super) layer: usize,
    pub(super) from: &'t Layer,
}

/// A table as all files together give it, the most important first. Its keys are asked for whole, `mail.host`: the part
/// behind the dot is looked up.
pub(super) struct Section<'t, 'text> {
    pub(super) parts: Vec<Part<'t, 'text>>,
}

impl<'t, 'text> Section<'t, 'text> {
    /// A fault of a value.
    pub(super) fn fault(&self, found: Found<'_, '_>, wrong: SettingsWrong) -> SettingsFault {
        let place = found.place();
        SettingsFault { layer: place.layer, line: Some(place.line), wrong }
    }

    pub(super) fn bad(&self, key: &'static str, found: Found<'_, '_>, why: BadValue) -> SettingsFault {
        self.fault(found, SettingsWrong::Value { key, why })
    }

    /// A fault of what is not there; told of the most important file that could have it.
    pub(super) fn lacks(&self, wrong: SettingsWrong) -> SettingsFault {
        SettingsFault { layer: self.parts.first().map_or(0, |part| part.layer), line: None, wrong }
    }

    fn kind(&self, key: &'static str, found: Found<'_, '_>, kind: ValueKind) -> SettingsFault {
        self.fault(found, SettingsWrong::Kind { key, kind })
    }

    /// Every key but these, each with the nearest that there is: here, or failing that elsewhere in the file.
    pub(super) fn unknown(&self, known: &[&'static str], elsewhere: &[&'static str], before: &str) -> Vec<SettingsFault> {
        let is_known = |key: &str| known.iter().any(|whole| last(whole) == key);
        let mut faults = Vec::new();
        for part in &self.parts {
            for key in part.table.keys().filter(|key| !is_known(key.get_ref())) {
                let nearest = near(key.get_ref(), known).or_else(|| near(key.get_ref(), elsewhere));
                let wrong = SettingsWrong::UnknownKey { key: format!("{before}{}", key.get_ref()), nearest };
                faults.push(SettingsFault { layer: part.layer, line: Some(line(&part.from.text, key.span().start)), wrong });
            }
        }
        faults
    }

    pub(super) fn find(&self, key: &str) -> Option<Found<'t, 'text>> {
        let found = |part: &Part<'t, 'text>| Some(Found { value: part.table.get(last(key))?, layer: part.layer, from: part.from });
        self.parts.iter().find_map(found)
    }

    /// A part of the files; none where no file has it.
    pub(super) fn section(&self, key: &'static str) -> Result<Option<Self>, SettingsFault> {
        let mut parts = Vec::new();
        for part in &self.parts {
            let Some(value) = part.table.get(last(key)) else { continue };
            let found = Found { value, layer: part.layer, from: part.from };
            let table = value.get_ref().as_table().ok_or_else(|| self.kind(key, found, ValueKind::Table))?;
            parts.push(Part { table, ..*part });
        }
        Ok((!parts.is_empty()).then_some(Self { parts }))
    }

    /// A text that is not empty and holds no control characters.
    pub(super) fn text(&self, key: &'static str) -> Result<Option<&'t str>, SettingsFault> {
        let Some(found) = self.find(key) else { return Ok(None) };
        let text = found.value.get_ref().as_str().ok_or_else(|| self.kind(key, found, ValueKind::Text))?;
        self.sound(key, found, text).map(Some)
    }

    /// A path, meant from the folder of the file that it stands in. `~/` is left for whoever knows the home folder.
    pub(super) fn path(&self, key: &'static str) -> Result<Option<String>, SettingsFault> {
        let (Some(text), Some(found)) = (self.text(key)?, self.find(key)) else { return Ok(None) };
        let folder = found.from.folder.trim_end_matches('/');
        let is_whole = text.starts_with('/') || text == "~" || text.starts_with("~/") || found.from.folder.is_empty();
        Ok(Some(if is_whole { text.to_owned() } else { format!("{folder}/{text}") }))
    }

    pub(super) fn needed_text(&self, key: &'static str) -> Result<&'t str, SettingsFault> {
        self.text(key)?.ok_or_else(|| self.lacks(SettingsWrong::MissingKey { key }))
    }

    /// One of the words that there are.
    pub(super) fn one_of<T: Copy>(&self, key: &'static str, known: &[(&'static str, T)]) -> Result<Option<T>, SettingsFault> {
        let Some(found) = self.find(key) else { return Ok(None) };
        let words = || known.iter().map(|(word, _)| *word).collect();
        // Whoever writes what other programs take, `true` or a bare word, has to be told which words there are.
        let text = found.value.get_ref().as_str().ok_or_else(|| self.bad(key, found, BadValue::NoWord { words: words() }))?;
        let text = self.sound(key, found, text)?;
        let one = known.iter().find(|(word, _)| *word == text).map(|(_, one)| *one);
        one.map(Some).ok_or_else(|| self.bad(key, found, BadValue::NotOneOf { words: words() }))
    }

    /// A list of texts, each with its place; none where the key is not there.
    pub(super) fn texts(&self, key: &'static str) -> Result<Option<Vec<(&'t str, Found<'t, 'text>)>>, SettingsFault> {
        let Some(found) = self.find(key) else { return Ok(None) };
        let list = found.value.get_ref().as_array().ok_or_else(|| self.kind(key, found, ValueKind::Texts))?;
        let text = |item: Found<'t, 'text>| {
            let text = item.value.get_ref().as_str().ok_or_else(|| self.kind(key, item, ValueKind::Texts))?;
            self.sound(key, item, text).map(|text| (text, item))
        };
        list.iter().map(|item| text(found.of(item))).collect::<Result<Vec<_>, _>>().map(Some)
    }

    fn sound(&self, key: &'static str, found: Found<'_, '_>, text: &'t str) -> Result<&'t str, SettingsFault> {
        match text.trim() {
            "" => Err(self.bad(key, found, BadValue::Empty)),
            _ if text.chars().any(char::is_control) => Err(self.bad(key, found, BadValue::Controls)),
            trimmed => Ok(trimmed),
        }
    }

    /// A whole number within bounds.
    pub(super) fn number(&self, key: &'static str, least: u16, most: u16) -> Result<Option<u16>, SettingsFault> {
        let Some(found) = self.find(key) else { return Ok(None) };
        let integer = found.value.get_ref().as_integer().ok_or_else(|| self.kind(key, found, ValueKind::WholeNumber))?;
        let number = u16::from_str_radix(integer.as_str(), integer.radix()).ok().filter(|number| (least..=most).contains(number));
        number.map(Some).ok_or_else(|| self.bad(key, found, BadValue::Outside { least, most }))
    }

    /// An address, with a name to show.
    pub(super) fn mailbox(&self, key: &'static str, name: &str) -> Result<Option<Mailbox>, SettingsFault> {
        let (Some(address), Some(found)) = (self.text(key)?, self.find(key)) else { return Ok(None) };
        Mailbox::parse(name, address).map(Some).map_err(|_| self.bad(key, found, BadValue::Address))
    }
}

/// The known key that was most probably meant.
fn near(given: &str, known: &[&'static str]) -> Option<String> {
    nearest(given, known, |whole| last(whole)).map(|whole| (*whole).to_owned())
}

/// The part of a key behind its dot.
fn last(key: &str) -> &str {
    key.rsplit_once('.').map_or(key, |(_, last)| last)
}
