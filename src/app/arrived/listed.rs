//! What the two lists of what arrived say of themselves.

use super::{Arrived, Differs, File};
use crate::app::desk::Sight;
use crate::app::detail::{TextLine, Tone, fit, line, wrap};
use crate::app::dossier::{of_record, pieces};
use crate::app::grouping::{Common, Grouping};
use crate::app::listing::{Hearing, Listing, Marking, Showing, Sign, SortKey, by_nothing, by_number, by_text};
use crate::app::past::ToldColumn;
use crate::app::table::{Column, Table};
use crate::domain::draft::Mark;
use crate::domain::fold::fold;
use crate::domain::neutral::{neutralise, neutralise_lines};
use crate::domain::questionnaire::Question;
use crate::domain::returned::{ArrivalFault, Difference, Doubt, Matched, Outcome};

/// Width of the column with the names, in the pane.
const NAMES: usize = 18;

impl Listing for Arrived {
    fn lends(&self) -> bool {
        true
    }

    fn table(&self) -> &Table {
        let [files, differences] = &self.tables;
        if self.shown.is_some() { differences } else { files }
    }

    fn table_mut(&mut self) -> &mut Table {
        let [files, differences] = &mut self.tables;
        if self.shown.is_some() { differences } else { files }
    }

    fn showing(&self) -> &Showing {
        &self.showing
    }

    fn showing_mut(&mut self) -> &mut Showing {
        &mut self.showing
    }

    fn items(&self) -> Vec<u32> {
        let count = self.file().map_or(self.files.len(), |file| file.differs.len());
        (0..u32::try_from(count).unwrap_or(u32::MAX)).collect()
    }

    fn sift(&mut self, items: &mut Vec<u32>, wanted: &str) {
        items.retain(|&item| fold(&self.search_text(item)).contains(wanted));
    }

    fn sort_key(&self, item: u32, column: Column) -> SortKey<'_> {
        let place = item as usize;
        match self.file() {
            None => {
                let Some(file) = self.files.get(place) else { return by_nothing() };
                let (new, changed, emptied, unclear) = file.matched().map(Matched::counts).unwrap_or_default();
                match column {
                    Column::Customer => by_text(file.matched().map_or("", |matched| matched.name.as_str())),
                    Column::Told(ToldColumn::What) => by_text(&file.arrival.file),
                    Column::Told(ToldColumn::Added) => by_number(new),
                    Column::Told(ToldColumn::Changed) => by_number(changed),
                    Column::Told(ToldColumn::Emptied) => by_number(emptied),
                    Column::Told(ToldColumn::Unclear) => by_number(unclear),
                    _ => by_nothing(),
                }
            }
            Some(file) => match (column, file.differs.get(place).and_then(|differs| difference(file, differs))) {
                (Column::Told(ToldColumn::Outcome), Some(one)) => by_text(one.outcome.word()),
                _ => by_number(u64::from(item)),
            },
        }
    }

    fn groupings(&self) -> Vec<Grouping> {
        match self.shown {
            None => vec![Grouping::Value(Column::Flow)],
            Some(_) => Vec::new(),
        }
    }

    fn commons(&self, item: u32, by: Grouping, hear: Hearing<'_>) {
        if let (None, Grouping::Value(Column::Flow), Some(file)) = (self.shown, by, self.files.get(item as usize)) {
            let flow = file.matched().map_or("", |matched| matched.flow.0.as_str());
            hear(Common::Text(fold(flow).into()), flow);
        }
    }

    fn cells(&self, item: u32, columns: &[Column], sight: Sight) -> Vec<String> {
        let place = item as usize;
        let cell = |column: &Column| match self.file() {
            None => self.files.get(place).map_or_else(String::new, |file| file_cell(file, *column, sight)),
            Some(file) => {
                file.differs.get(place).map_or_else(String::new, |differs| neutralise(&cell(file, differs, *column, sight)).into_owned())
            }
        };
        columns.iter().map(cell).collect()
    }

    fn mark(&self, item: u32) -> Option<Mark> {
        let place = item as usize;
        let is = match self.file() {
            None => self.files.get(place).filter(|file| file.matched().is_some()).map(|file| file.is_taken),
            Some(file) => file.differs.get(place).and_then(|differs| file.is_chosen(differs)),
        };
        is.map(|is| if is { Mark::Selected } else { Mark::Deselected })
    }

    fn put_marks(&mut self, items: &[u32], marking: Marking, _single: bool) -> usize {
        if self.written.is_some() {
            return 0;
        }
        let mut changed = 0;
        for &item in items {
            let Some(mark) = self.mark(item) else { continue };
            let wanted = match marking {
                Marking::As(mark) => mark == Mark::Selected,
                Marking::Inverted => mark == Mark::Deselected,
            };
            let place = item as usize;
            changed += usize::from(match self.shown {
                None => self.files.get_mut(place).is_some_and(|file| std::mem::replace(&mut file.is_taken, wanted) != wanted),
                Some(shown) => self.files.get_mut(shown).is_some_and(|file| file.choose(place, wanted)),
            });
        }
        changed
    }

    fn sign(&self, item: u32) -> Sign {
        let place = item as usize;
        match self.file() {
            None => match self.files.get(place).map(|file| &file.arrival.found) {
                Some(Ok(matched)) if matched.compared.is_unclear() => Sign::Warning,
                Some(Err(_)) => Sign::Error,
                Some(Ok(_)) | None => Sign::None,
            },
            Some(file) => match file.differs.get(place) {
                Some(Differs::Strange(_)) => Sign::Warning,
                Some(differs) => match difference(file, differs).map(|one| &one.outcome) {
                    Some(Outcome::NotUnderstood(_)) => Sign::Error,
                    Some(Outcome::Emptied | Outcome::RowGone | Outcome::Told(_)) => Sign::Warning,
                    _ => Sign::None,
                },
                None => Sign::None,
            },
        }
    }

    fn told(&self, item: u32, sight: Sight, width: usize) -> (String, Vec<TextLine>) {
        let place = item as usize;
        match self.file() {
            None => self.files.get(place).map(|file| file_told(file, sight)),
            Some(file) => file.differs.get(place).map(|differs| told(file, differs, sight)),
        }
        .map(|(title, lines)| (title, lines.into_iter().flat_map(|line| wrap(line, width)).collect()))
        .unwrap_or_default()
    }

    fn nothing(&self, sight: Sight) -> String {
        sight.words().answers.nothing_new.to_owned()
    }
}

impl Arrived {
    /// The file whose differences are shown.
    #[must_use]
    pub fn file(&self) -> Option<&File> {
        self.files.get(self.shown?)
    }

    fn search_text(&self, item: u32) -> String {
        let place = item as usize;
        match self.file() {
            None => self.files.get(place).map_or_else(String::new, |file| {
                format!("{} {}", file.matched().map_or("", |matched| matched.name.as_str()), file.arrival.file)
            }),
            Some(file) => {
                let one = file.differs.get(place).and_then(|differs| difference(file, differs));
                one.map_or_else(String::new, |one| {
                    let given = one.given.as_ref().map_or("", |given| given.text.as_str());
                    let known = one.known.as_ref().map_or("", |known| known.value.as_str());
                    format!("{} {known} {given}", asked(file, one))
                })
            }
        }
    }
}

fn difference<'a>(file: &'a File, differs: &Differs) -> Option<&'a Difference> {
    let Differs::Question(place) = differs else { return None };
    file.matched()?.compared.questions.get(*place)
}

/// How a question reads in the language of its dossier, or in the questionnaire's first.
fn asked(file: &File, one: &Difference) -> String {
    let text = file.matched().and_then(|matched| matched.questionnaire.question(&one.question)?.text.get(matched.language()));
    neutralise(text.unwrap_or(&one.question)).into_owned()
}

fn file_cell(file: &File, column: Column, sight: Sight) -> String {
    let words = sight.words();
    let Ok(matched) = &file.arrival.found else {
        return match column {
            Column::Told(ToldColumn::What) => sight.file(&neutralise(&file.arrival.file)),
            Column::Told(ToldColumn::Reason) => refused(file, sight),
            _ => String::new(),
        };
    };
    let (new, changed, emptied, unclear) = matched.counts();
    let count = |count: u64| if count == 0 { String::new() } else { count.to_string() };
    match column {
        Column::Customer => sight.name(&neutralise(&matched.name)),
        Column::Told(ToldColumn::What) => sight.file(&neutralise(&file.arrival.file)),
        Column::Told(ToldColumn::Added) => count(new),
        Column::Told(ToldColumn::Changed) => count(changed),
        Column::Told(ToldColumn::Emptied) => count(emptied),
        Column::Told(ToldColumn::Unclear) => count(unclear),
        Column::Told(ToldColumn::Reason) if file.differs.is_empty() => words.answers.nothing_new.to_owned(),
        Column::Flow => matched.flow.0.clone(),
        _ => String::new(),
    }
}

/// Why a file is not taken in, in one line.
fn refused(file: &File, sight: Sight) -> String {
    let words = sight.words();
    match &file.arrival.found {
        Err(ArrivalFault::Refused(why)) => neutralise(&(words.answers.refused)(why).what).into_owned(),
        Err(ArrivalFault::Read(_)) => words.arrived.unreadable.to_owned(),
        Ok(_) => String::new(),
    }
}

fn cell(file: &File, differs: &Differs, column: Column, sight: Sight) -> String {
    let words = sight.words();
    let Some(matched) = file.matched() else { return String::new() };
    match (differs, column) {
        (Differs::Record(offer), Column::Told(ToldColumn::Question)) => (words.arrived.record)(of_record(offer.about, sight)),
        (Differs::Record(offer), Column::Told(ToldColumn::Known)) => sight.value(offer.about, &neutralise(&offer.before)),
        (Differs::Record(offer), Column::Told(ToldColumn::Given)) => sight.value(offer.about, &neutralise(&offer.after)),
        (Differs::Record(offer), Column::Told(ToldColumn::Reason)) if !offer.is_sure() => words.arrived.by_hand.to_owned(),
        (Differs::Record(_), Column::Told(ToldColumn::Reason)) => words.arrived.record_note.to_owned(),
        (Differs::Strange(place), column) => {
            let given = matched.compared.strange.get(*place);
            match column {
                Column::Told(ToldColumn::Question) => words.answers.strange.to_owned(),
                Column::Told(ToldColumn::Given) => given.map_or_else(String::new, |given| written(None, &given.text, sight)),
                Column::Told(ToldColumn::Reason) => given.map_or_else(String::new, |given| given.place.to_string()),
                _ => String::new(),
            }
        }
        (Differs::Question(_), column) => {
            let Some(one) = difference(file, differs) else { return String::new() };
            let question = matched.questionnaire.question(&one.question);
            match column {
                Column::Told(ToldColumn::Question) => asked(file, one),
                Column::Told(ToldColumn::Known) => {
                    one.known.as_ref().map_or_else(String::new, |known| sight.answer(question, &known.value, matched.language()))
                }
                Column::Told(ToldColumn::Given) => match &one.outcome {
                    Outcome::New(kept) | Outcome::Changed(kept) => sight.answer(question, kept, matched.language()),
                    _ => one.given.as_ref().map_or_else(String::new, |given| written(question, &given.text, sight)),
                },
                Column::Told(ToldColumn::Outcome) if file.typed.contains(&one.question) => words.arrived.typed.to_owned(),
                Column::Told(ToldColumn::Outcome) => (words.answers.outcome)(&one.outcome).to_owned(),
                Column::Told(ToldColumn::Reason) => match &one.outcome {
                    Outcome::NotUnderstood(why) => (words.answers.not_understood)(*why).to_owned(),
                    Outcome::Told(_) => words.answers.of_office.to_owned(),
                    _ if one.remark.is_some() => words.answers.remark.to_owned(),
                    _ => match one.doubt {
                        Some(Doubt::ByNumber) => words.answers.by_number.to_owned(),
                        Some(Doubt::CountedDate) => words.answers.counted_date.to_owned(),
                        None => String::new(),
                    },
                },
                _ => String::new(),
            }
        }
        (Differs::Record(..), _) => String::new(),
    }
}

/// What a customer wrote, word for word.
fn written(question: Option<&Question>, text: &str, sight: Sight) -> String {
    neutralise_lines(&sight.typed(question, text)).into_owned()
}

fn file_told(file: &File, sight: Sight) -> (String, Vec<TextLine>) {
    let words = sight.words();
    let name = neutralise(&file.arrival.file).into_owned();
    let lines = match &file.arrival.found {
        Ok(matched) => {
            let (new, changed, emptied, unclear) = matched.counts();
            let named = |name: &str, value: String| vec![(Tone::Name, fit(name, NAMES)), (Tone::Plain, value)];
            let mut lines = vec![
                named((words.column)(Column::Customer), format!("{} {}", matched.customer, sight.name(&neutralise(&matched.name)))),
                named((words.column)(Column::Flow), matched.flow.0.clone()),
                named((words.column)(Column::Status), (words.register.status)(matched.dossier.status).to_owned()),
                line(Tone::Plain, (words.answers.counts)(new, changed, emptied, unclear)),
            ];
            if matched.compared.is_unclear() {
                lines.push(line(Tone::Warning, words.answers.kept_aside));
            }
            lines
        }
        Err(ArrivalFault::Refused(why)) => {
            let told = (words.answers.refused)(why);
            let texts = [(Tone::Error, told.what), (Tone::Plain, told.why), (Tone::Good, told.remedy)];
            texts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(tone, text)| line(tone, neutralise(&text).into_owned())).collect()
        }
        Err(ArrivalFault::Read(fault)) => {
            vec![line(Tone::Error, words.arrived.unreadable), line(Tone::Dim, neutralise(&fault.to_string()).into_owned())]
        }
    };
    (sight.file(&name), lines)
}

fn told(file: &File, differs: &Differs, sight: Sight) -> (String, Vec<TextLine>) {
    let words = sight.words();
    let text = |column| cell(file, differs, Column::Told(column), sight);
    let named = |column: ToldColumn| {
        let name = (words.column)(Column::Told(column));
        let value = text(column);
        let (tone, value) = if value.is_empty() { (Tone::Dim, words.past.no_value.to_owned()) } else { (Tone::Plain, value) };
        let of_line = |(at, text): (usize, &str)| vec![(Tone::Name, fit(if at == 0 { name } else { "" }, NAMES)), (tone, text.to_owned())];
        value.split('\n').enumerate().map(of_line).collect::<Vec<TextLine>>()
    };
    let mut lines = vec![line(Tone::Head, text(ToldColumn::Question))];
    lines.extend([ToldColumn::Known, ToldColumn::Given].into_iter().flat_map(named));
    lines.extend([ToldColumn::Outcome, ToldColumn::Reason].into_iter().filter(|column| !text(*column).is_empty()).flat_map(named));
    if let Differs::Record(offer) = differs
        && offer.changes.len() > 1
    {
        // An address or a name goes into several fields: which text into which.
        lines.extend(pieces(offer, sight).map(|(name, text)| vec![(Tone::Name, fit(name, NAMES)), (Tone::Plain, text)]));
    }
    if let Some(given) = difference(file, differs).and_then(|one| one.given.as_ref()) {
        lines.push(line(Tone::Dim, neutralise(&format!("{} {}", given.place.sheet, given.place)).into_owned()));
    }
    let title = file.matched().map_or_else(String::new, |matched| sight.name(&neutralise(&matched.name)));
    (title, lines)
}
