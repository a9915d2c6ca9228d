//! Taking values out of the file, each with its line.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fault::{BadValue, SettingsFault, SettingsWrong, ValueKind};
use crate::domain::letter::Mailbox;

/// A value and where it stands.
pub(super) type Found<'t, 'text> = &'t Spanned<DeValue<'text>>;

/// A table of the file. Its keys are asked for whole, `mail.host`: the part behind the dot is looked up.
pub(super) struct Section<'t, 'text> {
    pub(super) text: &'text str,
    pub(super) table: &'t DeTable<'text>,
}

impl<'t, 'text> Section<'t, 'text> {
    fn line(&self, at: usize) -> u64 {
        self.text.bytes().take(at).filter(|&byte| byte == b'\n').count() as u64 + 1
    }

    /// A fault of a value.
    pub(super) fn fault(&self, found: Found<'_, '_>, wrong: SettingsWrong) -> SettingsFault {
        SettingsFault { line: Some(self.line(found.span().start)), wrong }
    }

    pub(super) fn bad(&self, key: &'static str, found: Found<'_, '_>, why: BadValue) -> SettingsFault {
        self.fault(found, SettingsWrong::Value { key, why })
    }

    fn kind(&self, key: &'static str, found: Found<'_, '_>, kind: ValueKind) -> SettingsFault {
        self.fault(found, SettingsWrong::Kind { key, kind })
    }

    /// Refuses every key but these, with the nearest that there is.
    pub(super) fn only(&self, known: &[&'static str], before: &str) -> Result<(), SettingsFault> {
        let is_known = |key: &str| known.iter().any(|whole| last(whole) == key);
        let unknown = self.table.keys().filter(|key| !is_known(key.get_ref())).min_by_key(|key| key.span().start);
        let Some(key) = unknown else { return Ok(()) };
        let nearness = |whole: &&&str| (1000.0 * strsim::jaro_winkler(last(whole), &key.get_ref().to_lowercase())).round();
        let nearest = known.iter().max_by(|one, other| nearness(one).total_cmp(&nearness(other)));
        let near_enough = nearest.filter(|whole| nearness(whole) >= 700.0).map(|whole| (*whole).to_owned());
        let wrong = SettingsWrong::UnknownKey { key: format!("{before}{}", key.get_ref()), nearest: near_enough };
        Err(SettingsFault { line: Some(self.line(key.span().start)), wrong })
    }

    pub(super) fn find(&self, key: &str) -> Option<Found<'t, 'text>> {
        self.table.get(last(key))
    }

    pub(super) fn section(&self, key: &'static str) -> Result<Option<Self>, SettingsFault> {
        let Some(found) = self.find(key) else { return Ok(None) };
        let table = found.get_ref().as_table().ok_or_else(|| self.kind(key, found, ValueKind::Table))?;
        Ok(Some(Self { text: self.text, table }))
    }

    /// A text that is not empty and holds no control characters.
    pub(super) fn text(&self, key: &'static str) -> Result<Option<&'t str>, SettingsFault> {
        let Some(found) = self.find(key) else { return Ok(None) };
        let text = found.get_ref().as_str().ok_or_else(|| self.kind(key, found, ValueKind::Text))?;
        self.sound(key, found, text).map(Some)
    }

    pub(super) fn needed_text(&self, key: &'static str) -> Result<&'t str, SettingsFault> {
        self.text(key)?.ok_or(SettingsFault { line: None, wrong: SettingsWrong::MissingKey { key } })
    }

    /// A list of texts, each with its place; none where the key is not there.
    pub(super) fn texts(&self, key: &'static str) -> Result<Option<Vec<(&'t str, Found<'t, 'text>)>>, SettingsFault> {
        let Some(found) = self.find(key) else { return Ok(None) };
        let list = found.get_ref().as_array().ok_or_else(|| self.kind(key, found, ValueKind::Texts))?;
        let text = |item: Found<'t, 'text>| {
            let text = item.get_ref().as_str().ok_or_else(|| self.kind(key, item, ValueKind::Texts))?;
            self.sound(key, item, text).map(|text| (text, item))
        };
        list.iter().map(text).collect::<Result<Vec<_>, _>>().map(Some)
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
        let integer = found.get_ref().as_integer().ok_or_else(|| self.kind(key, found, ValueKind::WholeNumber))?;
        let number = u16::from_str_radix(integer.as_str(), integer.radix()).ok().filter(|number| (least..=most).contains(number));
        number.map(Some).ok_or_else(|| self.bad(key, found, BadValue::Outside { least, most }))
    }

    /// An address, with a name to show.
    pub(super) fn mailbox(&self, key: &'static str, name: &str) -> Result<Option<Mailbox>, SettingsFault> {
        let (Some(address), Some(found)) = (self.text(key)?, self.find(key)) else { return Ok(None) };
        Mailbox::parse(name, address).map(Some).map_err(|_| self.bad(key, found, BadValue::Address))
    }
}

/// The part of a key behind its dot.
fn last(key: &str) -> &str {
    key.rsplit_once('.').map_or(key, |(_, last)| last)
}
