//! The box that is filled in about a task flow, or about customers in it.

use std::sync::Arc;

use jiff::civil::Date;

use crate::app::digit_row::Number;
use crate::app::key::Key;
use crate::app::text_field::TextField;
use crate::domain::customer::CustomerId;
use crate::domain::deadline;
use crate::domain::draft::Office;
use crate::domain::language::Language;
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::season::{LanguageRule, LastAnswers, Link, Reach, Remark, Wish, not_there, offerable};
use crate::domain::task_flow::{TaskFlow, TaskFlowId};

/// What is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Matter {
    /// The next season.
    Next,
    /// Deadlines and questionnaires of a task flow.
    Change,
    /// Customers that are linked.
    Link,
    /// Customers that are unlinked.
    Unlink,
    /// Another deadline for dossiers.
    Deadline,
    /// Another language for dossiers.
    Language,
    /// Another questionnaire for dossiers.
    Questionnaire,
}

impl Matter {
    /// What can be done about customers, the likeliest first.
    pub const OF_CUSTOMERS: [Self; 5] = [Self::Link, Self::Unlink, Self::Deadline, Self::Language, Self::Questionnaire];

    /// Everything that is filled in.
    pub const ALL: [Self; 7] = [Self::Next, Self::Change, Self::Link, Self::Unlink, Self::Deadline, Self::Language, Self::Questionnaire];
}

/// What a part of the box is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// The task flow.
    Flow,
    /// Default deadline for simple income.
    Simple,
    /// Default deadline for specific income.
    Specific,
    /// A questionnaire that is offered.
    Offered,
    /// The questionnaire of the dossiers.
    Questionnaire,
    /// The language of the dossiers, or of those whose own it cannot be.
    Language,
    /// Whether the customer's own language comes first.
    Rule,
    /// What becomes of last season's answers.
    Answers,
    /// What is unlinked.
    Reach,
    /// The deadline of the dossiers.
    Deadline,
}

impl Field {
    /// Every part that a box can have.
    pub const ALL: [Self; 10] = [
        Self::Flow,
        Self::Simple,
        Self::Specific,
        Self::Offered,
        Self::Questionnaire,
        Self::Language,
        Self::Rule,
        Self::Answers,
        Self::Reach,
        Self::Deadline,
    ];
}

/// One of the things to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// A task flow of that assessment year.
    Flow(TaskFlowId, i16),
    /// A questionnaire.
    Questionnaire(QuestionnaireId),
    /// A language.
    Language(Language),
    /// Everybody in their own language, where the questionnaire exists in it.
    TheirOwn,
    /// One language for all.
    ForAll,
    /// Last season's answers come along, or do not.
    Answers(LastAnswers),
    /// So far does the unlinking reach.
    Reach(Reach),
}

/// How a part is filled in.
#[derive(Debug, Clone)]
pub enum Input {
    /// A date is typed.
    Day(Box<TextField>),
    /// A questionnaire is ticked or not.
    Tick(QuestionnaireId, bool),
    /// One of several.
    One(Vec<Pick>, usize),
}

/// One part of the box.
#[derive(Debug, Clone)]
pub struct Part {
    /// What it is about.
    pub field: Field,
    /// How it is filled in.
    pub input: Input,
}

/// Why what is filled in is no wish yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unclear {
    /// What is typed is no date.
    NotADate(Field),
    /// There is nothing to choose.
    Nothing(Field),
}

/// The box that is filled in.
#[derive(Debug, Clone)]
pub struct Form {
    /// What is filled in.
    pub matter: Matter,
    /// Its parts; never empty.
    pub parts: Vec<Part>,
    /// The part that keys go to.
    pub here: usize,
    /// The customers that it is about.
    pub customers: Vec<CustomerId>,
    /// What has to be looked at before.
    pub remarks: Vec<Remark>,
    /// The task flow that is made or changed, as it was before.
    base: Option<TaskFlow>,
    flows: Vec<TaskFlow>,
    office: Arc<Office>,
    /// The dates that stood there to begin with, in the order of the parts.
    begun: Vec<String>,
}

fn day_field(date: Date) -> Input {
    Input::Day(Box::new(TextField::with(&date.strftime("%d/%m/%Y").to_string())))
}

/// The dates as they are typed.
fn days(parts: &[Part]) -> impl Iterator<Item = String> {
    parts.iter().filter_map(|part| if let Input::Day(field) = &part.input { Some(field.text().to_owned()) } else { None })
}

impl Form {
    /// The deadlines and questionnaires of a task flow that is made or changed.
    #[must_use]
    pub fn of_flow(matter: Matter, flow: TaskFlow, remarks: Vec<Remark>, office: Arc<Office>) -> Self {
        let mut offered = flow.questionnaires.clone();
        offered.extend(offerable(&flow, &office.catalogue));
        let mut parts = vec![
            Part { field: Field::Simple, input: day_field(flow.deadline_simple) },
            Part { field: Field::Specific, input: day_field(flow.deadline_specific) },
        ];
        parts.extend(offered.into_iter().map(|id| {
            let ticked = flow.questionnaires.contains(&id);
            Part { field: Field::Offered, input: Input::Tick(id, ticked) }
        }));
        let begun = days(&parts).collect();
        Self { matter, parts, here: 0, customers: Vec::new(), remarks, base: Some(flow), flows: Vec::new(), office, begun }
    }

    /// What is done about customers in one of these task flows; none where there is no task flow.
    #[must_use]
    pub fn of_customers(
        matter: Matter,
        customers: Vec<CustomerId>,
        flows: Vec<TaskFlow>,
        chosen: Option<&TaskFlowId>,
        language: Language,
        office: Arc<Office>,
    ) -> Option<Self> {
        let picks: Vec<Pick> = flows.iter().map(|flow| Pick::Flow(flow.id.clone(), flow.assessment_year)).collect();
        let settled = &office.defaults;
        let chosen = chosen.or(settled.flow.as_ref());
        let at = flows.iter().position(|flow| Some(&flow.id) == chosen).unwrap_or(0);
        if picks.is_empty() {
            return None;
        }
        let one = |field, picks| Part { field, input: Input::One(picks, 0) };
        let mut parts = vec![Part { field: Field::Flow, input: Input::One(picks, at) }];
        let languages =
            || Part { field: Field::Language, input: Input::One(vec![Pick::Language(settled.language.unwrap_or(language))], 0) };
        match matter {
            Matter::Link => parts.extend([
                one(Field::Questionnaire, settled.questionnaire.clone().map(Pick::Questionnaire).into_iter().collect()),
                one(Field::Rule, vec![Pick::TheirOwn, Pick::ForAll]),
                languages(),
                one(Field::Answers, [LastAnswers::TakenAlong, LastAnswers::LeftBehind].map(Pick::Answers).into()),
            ]),
            Matter::Unlink => parts.push(one(Field::Reach, [Reach::NothingSent, Reach::AlsoSent].map(Pick::Reach).into())),
            Matter::Deadline => parts.push(Part { field: Field::Deadline, input: Input::Day(Box::default()) }),
            Matter::Language => parts.push(languages()),
            Matter::Questionnaire => parts.push(one(Field::Questionnaire, Vec::new())),
            Matter::Next | Matter::Change => {}
        }
        // The task flow is chosen already; who links may well mean another one.
        let here = usize::from(matter != Matter::Link);
        let begun = days(&parts).collect();
        let mut form = Self { matter, parts, here, customers, remarks: Vec::new(), base: None, flows, office, begun };
        form.offer();
        Some(form)
    }

    /// The task flow that it is about.
    #[must_use]
    pub fn flow(&self) -> Option<&TaskFlow> {
        let named = || match self.pick(Field::Flow)? {
            Pick::Flow(id, _) => self.flows.iter().find(|flow| flow.id == *id),
            _ => None,
        };
        self.base.as_ref().or_else(named)
    }

    /// Whether a questionnaire is neither built in nor in the office's folder any more.
    #[must_use]
    pub fn is_gone(&self, id: &QuestionnaireId) -> bool {
        self.office.catalogue.get(id).is_none()
    }

    /// Whether a person typed a date that is in no task flow or dossier yet. What is chosen is chosen again as fast.
    #[must_use]
    pub fn is_typed(&self) -> bool {
        !days(&self.parts).eq(self.begun.iter().cloned())
    }

    fn part(&self, field: Field) -> Option<&Part> {
        self.parts.iter().find(|part| part.field == field)
    }

    fn pick(&self, field: Field) -> Option<&Pick> {
        match &self.part(field)?.input {
            Input::One(picks, at) => picks.get(*at),
            Input::Day(_) | Input::Tick(..) => None,
        }
    }

    /// Offers the questionnaires of the task flow, and the languages of the questionnaire; what was chosen
    /// stays where it is still on offer.
    fn offer(&mut self) {
        let Some(flow) = self.flow() else { return };
        let known = flow.questionnaires.iter().filter(|id| self.office.catalogue.get(id).is_some());
        let questionnaires: Vec<Pick> = known.cloned().map(Pick::Questionnaire).collect();
        // Of what cannot be offered it is said why not.
        if self.part(Field::Questionnaire).is_some() {
            self.remarks = not_there(flow, &self.office.catalogue);
        }
        self.put(Field::Questionnaire, questionnaires);
        let languages: Vec<Language> = match self.pick(Field::Questionnaire) {
            Some(Pick::Questionnaire(id)) => self.office.catalogue.get(id).map(|known| known.languages.clone()).unwrap_or_default(),
            _ => Language::ALL.to_vec(),
        };
        self.put(Field::Language, languages.into_iter().map(Pick::Language).collect());
    }

    fn put(&mut self, field: Field, offered: Vec<Pick>) {
        let Some(Input::One(picks, at)) = self.parts.iter_mut().find(|part| part.field == field).map(|part| &mut part.input) else {
            return;
        };
        let chosen = picks.get(*at).and_then(|pick| offered.iter().position(|other| other == pick));
        *at = chosen.unwrap_or(0);
        *picks = offered;
    }

    /// Goes to another part.
    pub fn go_by(&mut self, by: isize) {
        let count = isize::try_from(self.parts.len()).unwrap_or(isize::MAX).max(1);
        let here = isize::try_from(self.here).unwrap_or(0).saturating_add(by).rem_euclid(count);
        self.here = usize::try_from(here).unwrap_or(0);
    }

    /// What kind of number is typed in the part that keys go to, where one is.
    #[must_use]
    pub fn number(&self) -> Option<Number> {
        match self.parts.get(self.here)?.input {
            Input::Day(_) => Some(Number::Parted),
            Input::Tick(..) | Input::One(..) => None,
        }
    }

    /// A key that is text, or that chooses.
    pub fn press(&mut self, key: Key) {
        let number = self.number();
        let Some(part) = self.parts.get_mut(self.here) else { return };
        match (&mut part.input, key) {
            (Input::Day(field), key) => {
                match number {
                    Some(number) => field.press_number(number, key),
                    None => field.press(key),
                };
            }
            (Input::Tick(_, ticked), Key::Space) => *ticked = !*ticked,
            (Input::One(picks, at), Key::Space | Key::Right) => *at = (*at + 1) % picks.len().max(1),
            (Input::One(picks, at), Key::Left) => *at = (*at + picks.len().saturating_sub(1)) % picks.len().max(1),
            (Input::Tick(..) | Input::One(..), _) => {}
        }
        self.offer();
    }

    /// Puts pasted text in, where the part holds text; gives how many characters there was no room for.
    #[must_use = "a person has to be told what was left out"]
    pub fn paste(&mut self, text: &str) -> usize {
        let left_out = match self.parts.get_mut(self.here).map(|part| &mut part.input) {
            Some(Input::Day(field)) => field.paste(text),
            Some(Input::Tick(..) | Input::One(..)) | None => 0,
        };
        self.offer();
        left_out
    }

    /// A date that is typed; none where nothing is.
    fn day(&self, field: Field) -> Result<Option<Date>, Unclear> {
        let Some(Input::Day(typed)) = self.part(field).map(|part| &part.input) else { return Ok(None) };
        match typed.text().trim() {
            "" => Ok(None),
            text => deadline::parse(text).map(Some).ok_or(Unclear::NotADate(field)),
        }
    }

    /// What is wished for.
    ///
    /// # Errors
    /// [`Unclear`] where what is filled in is no wish yet.
    pub fn wish(&self) -> Result<Wish, Unclear> {
        let flow = self.flow().ok_or(Unclear::Nothing(Field::Flow))?;
        let (id, customers) = (flow.id.clone(), self.customers.clone());
        match self.matter {
            Matter::Next => self.terms(flow).map(Wish::Make),
            Matter::Change => self.terms(flow).map(Wish::Change),
            Matter::Link => {
                let language = self.language()?;
                let language = match self.pick(Field::Rule) {
                    Some(Pick::ForAll) => LanguageRule::Always(language),
                    _ => LanguageRule::TheirOwn { otherwise: language },
                };
                let answers = match self.pick(Field::Answers) {
                    Some(Pick::Answers(answers)) => *answers,
                    _ => LastAnswers::LeftBehind,
                };
                Ok(Wish::Link(id, customers, Link { questionnaire: self.questionnaire()?, language, answers }))
            }
            Matter::Unlink => {
                let reach = if let Some(Pick::Reach(reach)) = self.pick(Field::Reach) { *reach } else { Reach::NothingSent };
                Ok(Wish::Unlink(id, customers, reach))
            }
            Matter::Deadline => Ok(Wish::Deadline(id, customers, self.day(Field::Deadline)?)),
            Matter::Language => Ok(Wish::Language(id, customers, self.language()?)),
            Matter::Questionnaire => Ok(Wish::Questionnaire(id, customers, self.questionnaire()?)),
        }
    }

    fn language(&self) -> Result<Language, Unclear> {
        if let Some(Pick::Language(language)) = self.pick(Field::Language) { Ok(*language) } else { Err(Unclear::Nothing(Field::Language)) }
    }

    fn questionnaire(&self) -> Result<QuestionnaireId, Unclear> {
        match self.pick(Field::Questionnaire) {
            Some(Pick::Questionnaire(id)) => Ok(id.clone()),
            _ => Err(Unclear::Nothing(Field::Questionnaire)),
        }
    }

    /// The task flow with the deadlines and questionnaires that are filled in.
    fn terms(&self, flow: &TaskFlow) -> Result<TaskFlow, Unclear> {
        let ticked = self.parts.iter().filter_map(|part| match &part.input {
            Input::Tick(id, true) => Some(id.clone()),
            Input::Tick(_, false) | Input::Day(_) | Input::One(..) => None,
        });
        let day = |field| self.day(field)?.ok_or(Unclear::NotADate(field));
        Ok(TaskFlow {
            deadline_simple: day(Field::Simple)?,
            deadline_specific: day(Field::Specific)?,
            questionnaires: ticked.collect(),
            ..flow.clone()
        })
    }
}
