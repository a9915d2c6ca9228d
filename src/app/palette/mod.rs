//! The palette of commands: every action by its name, found by a few letters of it, with its keys here or why it cannot run.
//!
//! No drop-down list, although it is typed in like one: what fits best comes first, letters that fit are marked, and what cannot run
//! here stays in it and says where it can. The keys are those of the lists to choose from.
//!
//! On offer is every action that some screen has while nothing is typed, moving about with it: whoever forgot its key finds it here.
//! What only means something while text is typed is not: the palette opens nowhere there. `fitting` knows how well a name fits.

mod fitting;
#[cfg(test)]
mod tests;

use fitting::Wanted;

use super::action::Action;
use super::desk::Sight;
use super::key::Key;
use super::keymap::Layer;
use super::notice::Notice;
use super::text_field::TextField;

/// The most screens that are named for an action that this one does not have.
const SCREENS: usize = 3;

/// Whether an action can run where the palette was opened.
#[derive(Debug, Clone, PartialEq)]
pub enum Standing {
    /// It can.
    Here,
    /// This screen has it, but something is in its way now.
    Hindered(Notice),
    /// Other screens have it, the first of which is told here.
    Elsewhere(Layer, Vec<Layer>),
}

impl Standing {
    /// What can run comes before what cannot, and what this screen has before what others have.
    const fn rank(&self) -> u8 {
        match self {
            Self::Here => 0,
            Self::Hindered(_) => 1,
            Self::Elsewhere(..) => 2,
        }
    }

    /// Why it cannot run, in the words of the screen; nothing where it can.
    #[must_use]
    pub fn why(&self, action: Action, layer: Layer, sight: Sight) -> String {
        let words = sight.words();
        match self {
            Self::Here => String::new(),
            // That speaks of a key that was pressed.
            Self::Hindered(Notice::NotHere) => words.palette.nothing_for_it.to_owned(),
            Self::Hindered(notice) => sight.keyed(layer, &words.notice(notice)),
            Self::Elsewhere(first, others) => {
                let all = || std::iter::once(first).chain(others);
                let named: Vec<String> = all().take(SCREENS).map(|layer| screen(action, *layer, sight)).collect();
                let more = if all().count() > SCREENS { ", ..." } else { "" };
                (words.palette.elsewhere)(&format!("{}{more}", named.join(", ")))
            }
        }
    }

    /// The same in a few words, for a line of the list.
    #[must_use]
    pub fn brief(&self, action: Action, layer: Layer, sight: Sight) -> String {
        match self {
            Self::Elsewhere(first, _) => screen(action, *first, sight),
            Self::Here | Self::Hindered(_) => self.why(action, layer, sight),
        }
    }
}

/// A screen, with the key that the action has there.
fn screen(action: Action, layer: Layer, sight: Sight) -> String {
    let name = (sight.words().layer)(layer);
    match sight.key(layer, action) {
        key if key.is_empty() => name.to_owned(),
        key => format!("{name} ({key})"),
    }
}

/// An action on offer.
#[derive(Debug, Clone, PartialEq)]
pub struct Command {
    /// Which.
    pub action: Action,
    /// Where its name comes from: some mean one thing here and another there.
    layer: Layer,
    /// Its keys on this screen, as they are shown.
    pub keys: Vec<String>,
    /// Whether it can run.
    pub standing: Standing,
}

impl Command {
    /// What it is called.
    #[must_use]
    pub fn name(&self, sight: Sight) -> &'static str {
        sight.words().key_does(self.layer, self.action)
    }
}

impl Command {
    /// How well it fits, if at all, and where.
    fn fitting(&self, wanted: &mut Wanted, sight: Sight) -> Option<(u32, Hit<'_>)> {
        let name = wanted.fit(self.name(sight));
        let others = [(sight.words().hint)(self.action), self.action.id()];
        let mut best = name.as_ref().map_or(0, |fit| fit.score);
        let mut alias = None;
        for other in others {
            if let Some(fit) = wanted.fit(other).filter(|fit| fit.score > best) {
                (best, alias) = (fit.score, Some((other, fit.places)));
            }
        }
        let fits = name.is_some() || alias.is_some();
        fits.then(|| (best, Hit { command: self, in_name: name.map(|fit| fit.places).unwrap_or_default(), alias }))
    }
}

/// A command that fits what is sought.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit<'a> {
    /// Which.
    pub command: &'a Command,
    /// The places of the letters in its name that fit, in characters.
    pub in_name: Vec<usize>,
    /// What else it is called, where that fits better than its name does: its word in the footer, or its stable name. With the places
    /// of the letters that fit.
    pub alias: Option<(&'static str, Vec<usize>)>,
}

/// Every action by its name.
#[derive(Debug, Clone)]
pub struct Palette {
    /// What is sought.
    pub search: TextField,
    /// Place of the cursor among what fits.
    pub cursor: usize,
    /// Where it was opened.
    layer: Layer,
    commands: Vec<Command>,
}

impl Palette {
    /// Every action, as it stands on the screen that it is opened on.
    #[must_use]
    pub fn new(layer: Layer, sight: Sight, obstacle: impl Fn(Action) -> Option<Notice>) -> Self {
        Self { search: TextField::default(), cursor: 0, layer, commands: commands(layer, sight, obstacle) }
    }

    /// Takes in that something happened behind it: what could run may not any more, and the other way round.
    pub(super) fn follow(&mut self, layer: Layer, sight: Sight, obstacle: impl Fn(Action) -> Option<Notice>) {
        let under = self.current(sight).map(|hit| hit.command.action);
        (self.layer, self.commands) = (layer, commands(layer, sight, obstacle));
        let hits = self.hits(sight);
        let again = hits.iter().position(|hit| Some(hit.command.action) == under);
        self.cursor = again.unwrap_or_else(|| self.cursor.min(hits.len().saturating_sub(1)));
    }

    /// Where it was opened.
    #[must_use]
    pub const fn layer(&self) -> Layer {
        self.layer
    }

    /// Every action on offer, those of this screen first.
    #[must_use]
    pub fn commands(&self) -> &[Command] {
        &self.commands
    }

    /// What fits, the best first; what fits equally well as it can run, then as in the help. As long as nothing is sought, what this
    /// screen has, as in the help.
    #[must_use]
    pub fn hits(&self, sight: Sight) -> Vec<Hit<'_>> {
        if self.search.text().trim().is_empty() {
            let here = self.commands.iter().filter(|command| !matches!(command.standing, Standing::Elsewhere(..)));
            return here.map(|command| Hit { command, in_name: Vec::new(), alias: None }).collect();
        }
        let mut wanted = Wanted::of(self.search.text());
        let mut hits: Vec<(u32, Hit<'_>)> = self.commands.iter().filter_map(|command| command.fitting(&mut wanted, sight)).collect();
        // The order of the commands stays where both are equal.
        hits.sort_by_key(|(score, hit)| (std::cmp::Reverse(*score), hit.command.standing.rank()));
        hits.into_iter().map(|(_, hit)| hit).collect()
    }

    /// What the cursor is on.
    #[must_use]
    pub fn current(&self, sight: Sight) -> Option<Hit<'_>> {
        self.hits(sight).into_iter().nth(self.cursor)
    }

    /// Moves the cursor.
    pub fn go_by(&mut self, by: isize, sight: Sight) {
        let last = self.hits(sight).len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
    }

    /// Types a key into what is sought; the best that fits is under the cursor again.
    pub fn press(&mut self, key: Key) {
        if self.search.press(key) {
            self.cursor = 0;
        }
    }

    /// Puts pasted text into what is sought; gives how many characters there was no room for.
    #[must_use = "a person has to be told what was left out"]
    pub fn paste(&mut self, text: &str) -> usize {
        self.cursor = 0;
        self.search.paste(text)
    }
}

/// Every action: those of this screen as in the help, then those of the others as in the table of keys.
fn commands(layer: Layer, sight: Sight, obstacle: impl Fn(Action) -> Option<Notice>) -> Vec<Command> {
    let own = sight.keys.bindings(layer).filter(|row| row.action != Action::Palette).map(|row| Command {
        action: row.action,
        layer: row.layer,
        keys: row.keys.iter().map(|keys| sight.written(keys)).collect(),
        standing: obstacle(row.action).map_or(Standing::Here, Standing::Hindered),
    });
    let mut all: Vec<Command> = own.collect();
    for row in sight.keys.rows().iter().filter(|row| !row.layer.takes_text() && row.action != Action::Palette) {
        match all.iter_mut().find(|command| command.action == row.action) {
            Some(Command { standing: Standing::Elsewhere(first, others), .. }) if *first != row.layer && !others.contains(&row.layer) => {
                others.push(row.layer);
            }
            Some(_) => {}
            None => {
                let standing = Standing::Elsewhere(row.layer, Vec::new());
                all.push(Command { action: row.action, layer: row.layer, keys: Vec::new(), standing });
            }
        }
    }
    all
}
