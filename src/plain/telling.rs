//! What is said of a place when one comes there, and what changed there since.

use super::choosing::{asks_to_write, asks_yes_or_no, searched};
use super::manner::Manner;
use super::offer::keyed;
use super::row::{Row, columns, row};
use super::{Dialogue, PAGE, Place, elsewhere, filling, tidy};
use crate::app::action::Action;
use crate::app::chooser::{Choice, Chooser};
use crate::app::{Model, Overlay};
use crate::view::{Heard, Line, Role, hear};
use crate::words::Words;

impl Dialogue {
    /// What a person has to be told now: where they are if that is new, else what changed.
    pub fn tell(&mut self, model: &Model) -> Vec<String> {
        let manner = Manner::of(model);
        if manner == Manner::Going {
            return Vec::new();
        }
        let heard = hear(model);
        let answered = std::mem::take(&mut self.answered);
        // It stays refused behind a question that stands in front of it for a while.
        self.refused &= model.overlay.is_some();
        let before = self.heard.replace((manner, heard.clone())).map(|(manner, heard)| Place { manner, heard });
        let mut lines = Vec::new();
        let was_said = before.as_ref().is_some_and(|before| before.heard.notice == heard.notice);
        lines.extend(heard.notice.clone().filter(|_| answered || !was_said));
        match before {
            Some(before) if before.manner == manner && before.heard.title == heard.title => {
                let news = self.changed(model, manner, &before.heard, &heard);
                // Whoever is refused is told why, also once more.
                if answered {
                    lines.extend(self.faults(model, manner, &heard).into_iter().filter(|fault| !news.contains(fault)));
                }
                if lines.is_empty() && news.is_empty() && answered && manner == Manner::Field {
                    lines.extend(texts(&heard, Role::Text).map(str::to_owned));
                }
                lines.extend(news);
                lines.extend(filling::name_instead(model).filter(|_| answered));
                let goes_on = manner == Manner::Form && filling::part(model, &before.heard) != filling::part(model, &heard);
                if lines.is_empty() && answered && !goes_on && self.tour == heard.tour {
                    lines.push(model.sight.words().plain.same.to_owned());
                }
            }
            before => {
                if before.is_none() && !std::mem::replace(&mut self.welcomed, true) {
                    lines.insert(0, keyed(model, model.sight.words().plain.welcome));
                }
                self.places.extend(before.filter(|before| before.manner.is_kept()));
                match self.been(manner, &heard) {
                    Some(before) => {
                        lines.push(closed(&heard.title));
                        lines.extend(self.changed(model, manner, &before, &heard));
                    }
                    None => lines.extend(self.arrived(model, manner, &heard)),
                }
            }
        }
        let known = std::mem::replace(&mut self.tour, heard.tour.clone());
        // Of another step all is told, also what was said of the last one.
        let is_same_step = known.first() == heard.tour.first();
        lines.extend(heard.tour.into_iter().filter(|line| !is_same_step || !known.contains(line)));
        let lines = lines.iter().map(|line| tidy(line));
        lines.filter(|line| !line.is_empty()).collect()
    }

    /// What is wrong with what was typed.
    fn faults(&self, model: &Model, manner: Manner, heard: &Heard) -> Vec<String> {
        let error = model.sight.words().plain.error;
        let is_fault = |text: &&str| match manner {
            Manner::Field => text.starts_with(error) || self.around.iter().all(|known| known != text),
            Manner::Form => text.starts_with(error),
            _ => false,
        };
        texts(heard, Role::Text).filter(is_fault).map(str::to_owned).collect()
    }

    /// A place where one was before, as it was told then.
    fn been(&mut self, manner: Manner, heard: &Heard) -> Option<Heard> {
        let at = self.places.iter().position(|place| place.manner == manner && place.heard.title == heard.title)?;
        let place = self.places.remove(at);
        // Where one went in between is forgotten: it is told anew.
        self.places.truncate(at);
        // Where one is among the rows is told once more: it may have been long ago.
        (self.row, self.line, self.listed, self.pane) = (None, None, None, 0);
        Some(place.heard)
    }

    /// Everything about a place that is new.
    fn arrived(&mut self, model: &Model, manner: Manner, heard: &Heard) -> Vec<String> {
        let words = model.sight.words();
        (self.row, self.line, self.choices, self.listed, self.writes) = (None, None, None, None, false);
        self.several.clear();
        self.pane = 0;
        self.around = texts(heard, Role::Text).map(str::to_owned).collect();
        if model.overlay.is_none() && manner == Manner::Field {
            // What it is about was told, but not that a filter is asked for.
            let typed = texts(heard, Role::Field).map(str::to_owned);
            return std::iter::once(words.plain.filter_by.to_owned()).chain(typed).chain(hints(model, manner)).collect();
        }
        let mut lines = self.begun(model, manner, heard);
        // What stands around what is read was told before, and a list is told with its numbers.
        let is_read = manner == Manner::Reading && texts(heard, Role::Pane).next().is_some();
        let is_told = |line: &&Line| match line.role {
            Role::Text => manner != Manner::Choice && !is_read,
            Role::Field => manner == Manner::Form,
            _ => false,
        };
        lines.extend(heard.lines.iter().filter(is_told).map(|line| line.text.clone()));
        if matches!(model.overlay, Some(Overlay::Fault(..))) {
            lines.extend(texts(heard, Role::Foot).map(str::to_owned));
        }
        match manner {
            Manner::Table => {
                self.columns.clear();
                lines.extend(self.said_row(model));
            }
            Manner::Menu => {
                lines.extend(numbered(texts(heard, Role::Line), words));
                // Where one is among them is told by its number until it changes, and that it is taken by nothing but an empty line.
                let _told = self.said_line(model, heard);
                let at = heard.of(&[Role::Line]).position(|line| line.here);
                lines.extend(at.map(|at| (words.plain.enter)(&(at + 1).to_string())));
            }
            Manner::Lines | Manner::Count => lines.extend(self.said_line(model, heard)),
            Manner::Choice => lines.extend(self.said_choices(model)),
            Manner::Reading => lines.extend(self.more_of_pane(model, heard)),
            Manner::Box => {
                lines.extend(self.more_of_pane(model, heard));
                lines.extend(numbered(texts(heard, Role::Button), words));
                lines.extend(said_button(heard, words));
                if texts(heard, Role::Button).next().is_none() {
                    lines.extend(texts(heard, Role::Foot).map(|foot| crate::view::aloud(foot, words)));
                }
            }
            // Told with the rest of the form, in its order.
            Manner::Form => {}
            Manner::Field | Manner::Writing => {
                lines.extend(texts(heard, Role::Field).map(str::to_owned));
                let offers = numbered(texts(heard, Role::Line), words);
                if matches!(model.overlay, Some(Overlay::Editor(_))) && !offers.is_empty() {
                    lines.push(crate::view::spoken(words.fixing.suggestions, words));
                }
                lines.extend(offers);
            }
            Manner::Going => {}
        }
        if !matches!(manner, Manner::Menu | Manner::Choice) {
            lines.push(heard.standing.clone());
        }
        lines.extend(hints(model, manner));
        lines.extend(self.first_offers(model));
        lines
    }

    /// Where one is; of everything about one row, about which, and the way back to the rows.
    fn begun(&mut self, model: &Model, manner: Manner, heard: &Heard) -> Vec<String> {
        let plain = &model.sight.words().plain;
        match row(model, None).filter(|_| manner == Manner::Reading && model.overlay.is_none()) {
            Some(row) => {
                let mut lines = self.behind(model);
                lines.push((plain.all_of)(&(plain.row_of)(row.place.0 + 1, row.place.1)));
                lines.push(keyed(model, plain.to_rows));
                self.row = Some(row);
                lines
            }
            None => vec![closed(&heard.title), closed(&heard.aside)],
        }
    }

    /// What changed on the tabs behind everything about one row; it is not told again when one comes back there.
    fn behind(&mut self, model: &Model) -> Vec<String> {
        let Some(tabs) = elsewhere::tabs(model) else { return Vec::new() };
        let Some(place) = self.places.iter_mut().rev().find(|place| place.manner == Manner::Table) else { return Vec::new() };
        let now = hear(&tabs);
        let lines = news(&place.heard, &now, model.sight.words());
        place.heard = now;
        lines
    }

    /// That what is read is about another row now.
    fn other_row(&mut self, model: &Model) -> Option<String> {
        let plain = &model.sight.words().plain;
        let now = row(model, None)?;
        let known = self.row.replace(now.clone())?;
        let is_same = known.place == now.place && known.parts.first() == now.parts.first();
        (!is_same).then(|| (plain.all_of)(&(plain.row_of)(now.place.0 + 1, now.place.1)))
    }

    /// What is other than it was told last.
    fn changed(&mut self, model: &Model, manner: Manner, before: &Heard, heard: &Heard) -> Vec<String> {
        let words = model.sight.words();
        let mut lines = match manner {
            Manner::Choice => Vec::new(),
            // A part of a form is told whole, and what is said of a text too.
            Manner::Form | Manner::Field => {
                let known = |line: &&Line| before.lines.iter().all(|known| known.text != line.text);
                heard.of(&[Role::Text]).filter(known).map(|line| line.text.clone()).collect()
            }
            _ => news(before, heard, words),
        };
        match manner {
            Manner::Table => lines.extend(self.said_row(model)),
            Manner::Menu | Manner::Lines | Manner::Count => lines.extend(self.said_line(model, heard)),
            Manner::Choice => lines.extend(self.said_choices(model)),
            Manner::Reading | Manner::Box => {
                if !texts(before, Role::Pane).eq(texts(heard, Role::Pane)) {
                    self.pane = 0;
                    lines.extend(self.behind(model));
                    lines.extend(self.other_row(model).filter(|_| model.overlay.is_none()));
                    lines.extend(self.more_of_pane(model, heard));
                }
                let marked = |heard: &Heard| heard.of(&[Role::Button]).find(|line| line.here).cloned();
                if marked(before) != marked(heard) {
                    lines.extend(said_button(heard, words));
                }
            }
            Manner::Field | Manner::Writing | Manner::Form => {
                let known: Vec<&str> = texts(before, Role::Field).collect();
                lines.extend(texts(heard, Role::Field).filter(|text| !known.contains(text)).map(str::to_owned));
                // The part of a form where one is stands before the question.
                let part = filling::part(model, heard);
                lines.retain(|line| Some(line) != part.as_ref());
            }
            Manner::Going => {}
        }
        lines
    }

    /// The row where one is, unless it was said already; the column where that is another one.
    fn said_row(&mut self, model: &Model) -> Vec<String> {
        let words = model.sight.words();
        let Some(row) = row(model, None) else {
            self.row = None;
            return Vec::new();
        };
        let mut lines = Vec::new();
        let named = columns(model);
        let is_other = named != self.columns;
        if is_other {
            lines.push(closed(&format!("{}{}{named}", words.plain.columns, words.colon())));
            self.columns = named;
        }
        let known = self.row.replace(row.clone());
        lines.extend(known.as_ref().filter(|known| known.place.0 != row.place.0).and_then(|known| left_as(model, known)));
        let same = known.as_ref().is_some_and(|known| (known.place, &known.parts) == (row.place, &row.parts));
        if !same {
            lines.push(said(&row, words));
        }
        if known.is_some_and(|known| known.column.0 != row.column.0) && !is_other {
            let name = (words.heard.column)(row.column.0);
            lines.push(format!("{} {name}{}{}", words.plain.column, words.colon(), row.column.1));
        }
        lines
    }

    /// The line of a list where one is, unless it was said already.
    fn said_line(&mut self, model: &Model, heard: &Heard) -> Option<String> {
        let words = model.sight.words();
        let all = heard.of(&[Role::Line]).count();
        let (at, line) = heard.of(&[Role::Line]).enumerate().find(|(_, line)| line.here)?;
        let text = format!("{}{}{}", (words.plain.line_of)(at + 1, all), words.colon(), line.text);
        let known = self.line.replace(text.clone());
        (known.as_ref() != Some(&text)).then_some(text)
    }

    /// What there is to choose from, unless it was said already; and the one that is taken by an empty line.
    fn said_choices(&mut self, model: &Model) -> Vec<String> {
        let words = model.sight.words();
        let Some(Overlay::Chooser(chooser)) = &model.overlay else { return Vec::new() };
        let all = choices(chooser, words);
        let mut lines = Vec::new();
        let whole = format!("{}\n{}", chooser.filter.text(), all.join("\n"));
        if self.choices.replace(whole.clone()).as_ref() != Some(&whole) {
            let shown = all.len().min(2 * PAGE);
            lines.extend(searched(model, chooser));
            lines.extend(numbered(all.iter().take(shown).map(String::as_str), words));
            self.listed = (shown < all.len()).then_some(shown);
            if shown < all.len() {
                lines.push((words.plain.more)(words.plain.word_list, all.len() - shown));
            }
        }
        let taken = all.get(chooser.cursor).map_or_else(|| words.listing.nothing_fits.to_owned(), |text| (words.plain.enter)(text));
        let known = self.line.replace(taken.clone());
        lines.extend((known.as_ref() != Some(&taken)).then_some(taken));
        lines
    }

    /// The next lines of what is told of one of a list, or is there to be read.
    pub(super) fn more_of_pane(&mut self, model: &Model, heard: &Heard) -> Vec<String> {
        let words = model.sight.words();
        let all: Vec<&str> = texts(heard, Role::Pane).collect();
        let mut lines: Vec<String> = all.iter().skip(self.pane).take(2 * PAGE).map(|text| (*text).to_owned()).collect();
        self.pane += lines.len();
        if self.pane < all.len() {
            lines.push((words.plain.detail_more)(words.plain.word_detail, all.len() - self.pane));
        }
        lines
    }
}

/// How to answer, where that is not by a word or a key.
pub(super) fn hints(model: &Model, manner: Manner) -> Vec<String> {
    let words = model.sight.words();
    let plain = &words.plain;
    let cancel = format!(":{}", plain.word_cancel);
    let question = asks_yes_or_no(model).then(|| asked(model));
    let hint = match manner {
        Manner::Choice if question.is_some() => None,
        Manner::Choice => Some(keyed(model, &(plain.in_list)(plain.word_cancel))),
        Manner::Field => Some((plain.in_field)(&format!(":{}", plain.word_help), &cancel)),
        Manner::Form => {
            Some((plain.in_form)(&cancel, words.key_names.right, &format!(":{}", model.sight.key(model.layer(), Action::PreviousPart))))
        }
        Manner::Writing => Some((plain.in_lines)(&cancel)),
        Manner::Count => Some(plain.in_number.to_owned()),
        Manner::Table | Manner::Menu | Manner::Lines | Manner::Box | Manner::Reading | Manner::Going => None,
    };
    question.into_iter().chain(hint).collect()
}

/// How a question is answered; where its choices have names of their own, what yes and no come to.
fn asked(model: &Model) -> String {
    let (heard, plain) = (hear(model), &model.sight.words().plain);
    if asks_to_write(model) {
        return plain.in_confirmation.to_owned();
    }
    match texts(&heard, Role::Button).collect::<Vec<_>>().as_slice() {
        [no, yes] => format!("{} {}", plain.in_question, (plain.yes_is)(yes, no)),
        _ => plain.in_question.to_owned(),
    }
}

/// A row with its place.
pub(super) fn said(row: &Row, words: &Words) -> String {
    format!("{}{}{}", (words.plain.row_of)(row.place.0 + 1, row.place.1), words.colon(), row.parts.join(", "))
}

/// What became of the row that was left, where something did: a mark goes on to the next row.
fn left_as(model: &Model, known: &Row) -> Option<String> {
    let now = row(model, Some(known.place.0)).filter(|now| now.place.1 == known.place.1)?;
    let is_same_row = now.parts.iter().zip(&known.parts).take(2).all(|(now, known)| now == known);
    let parts: Vec<String> = now.parts.iter().filter(|part| is_same_row && !known.parts.contains(part)).cloned().collect();
    (!parts.is_empty()).then(|| said(&Row { parts, ..now }, model.sight.words()))
}

/// The texts of one role.
pub(super) fn texts(heard: &Heard, role: Role) -> impl Iterator<Item = &str> {
    heard.lines.iter().filter(move |line| line.role == role).map(|line| line.text.as_str())
}

/// What there is to choose from, as it is said.
pub(super) fn choices(chooser: &Chooser, words: &Words) -> Vec<String> {
    let said = |line: &&crate::app::chooser::Line| {
        let label = match line.choice {
            Choice::Column(column) => (words.heard.column)(column),
            _ => line.label.trim(),
        };
        let parts = [label, line.lead.trim(), line.note.trim()].into_iter().filter(|part| !part.is_empty());
        crate::view::spoken(&parts.collect::<Vec<_>>().join("  "), words)
    };
    chooser.shown().iter().map(said).collect()
}

/// Lines with their numbers.
pub(super) fn numbered<'a>(texts: impl Iterator<Item = &'a str>, words: &Words) -> Vec<String> {
    texts.zip(1..).map(|(text, number)| format!("{number}{}{text}", words.colon())).collect()
}

/// The button that an empty line presses.
fn said_button(heard: &Heard, words: &Words) -> Option<String> {
    let button = heard.of(&[Role::Button]).find(|line| line.here)?;
    Some((words.plain.enter)(&button.text))
}

/// What is to be read that was not there before; of a line that was there, only the parts that are new.
fn news(before: &Heard, heard: &Heard, words: &Words) -> Vec<String> {
    let known: Vec<&Line> = before.of(&[Role::Text]).collect();
    let parts: Vec<&str> = known.iter().flat_map(|line| line.text.split(", ")).collect();
    let is_known = |part: &str| parts.iter().any(|known| *known == part || known.ends_with(&format!("{}{part}", words.colon())));
    let fresh = heard.of(&[Role::Text]).filter(|line| known.iter().all(|known| known.text != line.text));
    let told = fresh.map(|line| line.text.split(", ").filter(|part| !is_known(part)).collect::<Vec<_>>().join(", "));
    told.filter(|text| !text.is_empty()).collect()
}

/// A heading ends as a sentence does, so that a voice pauses behind it.
fn closed(text: &str) -> String {
    // A name of a file stays as it is.
    let text = text.trim();
    let is_word = text.split(' ').next().is_some_and(|word| word.chars().all(char::is_alphabetic));
    let text = if is_word { crate::view::capital(text) } else { text.to_owned() };
    let is_closed = text.is_empty() || text.ends_with(['.', '!', '?', ':']);
    format!("{text}{}", if is_closed { "" } else { "." })
}
