//! What is pasted: into what is being typed; else rows of a spreadsheet, or the path of a file.

use crate::app::effect::{Effect, Opening, PASTED};
use crate::app::listing::Listing as _;
use crate::app::listing::with_list;
use crate::app::model::{Model, Overlay, Screen};
use crate::app::notice::Notice;
use crate::app::picker::Wanted;

/// The most that can be pasted, in bytes: some 100,000 rows. Who has more has a file.
const MOST_PASTED: usize = 16 << 20;

impl Model {
    /// Pasted text: into what is being typed, else a path to open.
    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        match self.paste_typed(text) {
            Some(0) => Vec::new(),
            Some(left_out) => self.say(Notice::PastedInPart(left_out)),
            None => self.open_pasted(text),
        }
    }

    /// Pasted text into what is being typed: how many of its characters there was no room for; none where nothing is typed.
    fn paste_typed(&mut self, text: &str) -> Option<usize> {
        Some(match &mut self.overlay {
            // A list to look at has no filter.
            Some(Overlay::Chooser(chooser)) if chooser.is_preview() => 0,
            Some(Overlay::Chooser(chooser)) => chooser.paste(text),
            Some(Overlay::Palette(palette)) => {
                self.notice = None;
                palette.paste(text)
            }
            Some(Overlay::Path(entry)) => {
                entry.candidates.clear();
                entry.field.paste(text)
            }
            Some(Overlay::Value(entry)) => {
                self.notice = None;
                entry.input.paste(text)
            }
            Some(Overlay::Editor(editor)) => self.screen.desk_mut().map_or(0, |desk| editor.paste(text, self.sight, desk)),
            Some(Overlay::Person(front)) => front.paste(text),
            Some(Overlay::Replacing(replacing)) => replacing.paste(text),
            Some(Overlay::Answer(entry)) => {
                self.notice = None;
                entry.paste(text)
            }
            Some(Overlay::Season(form)) => form.paste(text),
            Some(Overlay::SeasonPreview(preview)) => preview.paste(text),
            Some(_) => 0,
            None => return self.paste_in_filter(text),
        })
    }

    /// Pastes into the filter of the screen; none where none is being typed.
    fn paste_in_filter(&mut self, text: &str) -> Option<usize> {
        let size = self.size;
        match &mut self.screen {
            Screen::Picker(picker) if picker.is_filtering => {
                let left_out = picker.filter.paste(text);
                picker.refilter();
                Some(left_out)
            }
            Screen::Dossier(binder) if binder.is_filtering => {
                let left_out = binder.filter.paste(text);
                binder.relist(self.sight);
                Some(left_out)
            }
            screen => with_list!(screen, list => {
                let is_filtering = list.showing().is_filtering;
                is_filtering.then(|| {
                    let before = list.table().filter.text().to_owned();
                    let left_out = list.table_mut().filter.paste(text);
                    list.refilter(&before, size);
                    left_out
                })
            })
            .flatten(),
        }
    }

    /// A terminal pastes a dropped file as its path, often in quotes.
    fn open_pasted(&mut self, text: &str) -> Vec<Effect> {
        if text.len() > MOST_PASTED {
            return self.say(Notice::PastedTooMuch);
        }
        if is_rows(text) && self.takes_rows() {
            self.pasted = Some(ended_by_newlines(text).into());
            return self.open(Opening { path: PASTED.to_owned(), ..Opening::default() });
        }
        let path = text.trim().trim_matches(['\'', '"']).trim_start_matches("file://").to_owned();
        if self.running.is_some() || path.is_empty() || path.contains(['\n', '\t']) {
            return self.say(Notice::PastedText);
        }
        match &self.screen {
            Screen::Picker(picker) if picker.wanted == Wanted::Answers => self.read_answers(vec![path]),
            Screen::Start(_) | Screen::Picker(_) | Screen::Register(_) => self.open(Opening { path, ..Opening::default() }),
            _ => self.say(Notice::PastedText),
        }
    }

    /// Whether pasted rows would become an import here.
    fn takes_rows(&self) -> bool {
        let is_place = match &self.screen {
            Screen::Start(_) => true,
            Screen::Picker(picker) => picker.wanted == Wanted::Import,
            _ => false,
        };
        is_place && self.running.is_none()
    }
}

/// The text with its lines ended as in a file. Terminals paste the end of a line as the key that ends one, and some make two of the
/// two characters that Windows ends a line with.
fn ended_by_newlines(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let ends_twice = text.contains('\r') && text.split(|sign| sign != '\r').all(|ends| ends.len() % 2 == 0);
    let end = if ends_twice { "\r\r" } else { "\r" };
    text.replace(end, "\n")
}

/// Whether a text is rows of a spreadsheet: several lines, with tabs between the cells.
fn is_rows(text: &str) -> bool {
    let mut lines = text.split(['\r', '\n']).filter(|line| !line.trim().is_empty());
    lines.next().is_some_and(|line| line.contains('\t')) && lines.next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::effect::Msg;
    use crate::app::model::Setting;

    /// What is asked of the world when a file is dropped on the screen that a key leads to.
    fn dropped(key: &str) -> Vec<Effect> {
        let (mut model, _) = Model::begin(Setting::for_tests(), (80, 24), None);
        model.update(Msg::Key(key.parse().unwrap()));
        model.update(Msg::Paste("'/srv/office/back.xlsx'\n".into()))
    }

    #[test]
    fn a_dropped_file_is_what_the_screen_waits_for() {
        let path = "/srv/office/back.xlsx";
        assert!(matches!(dropped("n").as_slice(), [Effect::Open(_, opening)] if opening.path == path));
        assert!(matches!(dropped("a").as_slice(), [Effect::ReadAnswers(_, paths)] if *paths == [path]));
    }

    #[test]
    fn lines_end_once_however_a_terminal_pastes_their_ends() {
        for pasted in ["a\tb\nc\td\n", "a\tb\r\nc\td\r\n", "a\tb\rc\td\r", "a\tb\r\rc\td\r\r"] {
            assert_eq!(ended_by_newlines(pasted), "a\tb\nc\td\n", "{pasted:?}");
        }
        assert_eq!(ended_by_newlines("a\r\rb\rc"), "a\n\nb\nc", "a blank line among single ends is one");
    }
}
