//! What the drop-down lists of a dossier offer.

use super::record::{of_record, on_record, pieces};
use super::{Asked, Binder, DossierChoice};
use crate::app::chooser::{Choice, Chooser, Line, Question as Listed};
use crate::app::desk::Sight;
use crate::app::detail::{Tone, cut, line as plain, wrap};
use crate::domain::completion::Matter;
use crate::domain::dossier::Settlement;
use crate::domain::language::Language;
use crate::domain::neutral::neutralise;
use crate::domain::questionnaire::{AnswerKind, Question, Questionnaire, progress};

/// Columns that a value takes behind a name in a list.
const NOTE: usize = 34;

/// Columns of a text that is shown whole.
const WHOLE: usize = 70;

/// Columns that each of two values takes there.
const SIDE: usize = 23;

fn line(label: impl Into<String>, note: impl Into<String>, choice: DossierChoice) -> Line {
    Line { lead: String::new(), label: label.into(), note: note.into(), choice: Choice::Dossier(choice) }
}

/// Texts to read below what can be chosen.
fn below(texts: impl IntoIterator<Item = String>) -> impl Iterator<Item = Line> {
    let wrapped = std::iter::once(String::new()).chain(texts).flat_map(|text| wrap(plain(Tone::Plain, text), WHOLE));
    wrapped.map(|told| {
        let text: String = told.into_iter().map(|(_, text)| text).collect();
        Line { choice: Choice::Nothing, ..line(text, "", DossierChoice::Save) }
    })
}

fn list(asked: Asked, lines: Vec<Line>, chosen: Option<DossierChoice>) -> Chooser {
    Chooser::new(Listed::Dossier(asked), lines, chosen.map(Choice::Dossier).as_ref())
}

/// The answers that a question offers, and what stands below them.
fn offered(question: &Question, (language, sight): (Language, Sight), below: Vec<Line>, chosen: Option<&str>) -> Chooser {
    let words = &sight.words().dossier;
    let answer = |label: &str, id: &str| line(label, "", DossierChoice::Answer(Some(id.to_owned())));
    let (asked, mut lines) = match question.kind {
        AnswerKind::YesNo => (Asked::YesNo, vec![answer(words.yes, "yes"), answer(words.no, "no")]),
        _ => {
            let choices = question.choices.iter();
            (Asked::Choice, choices.map(|choice| answer(choice.text.get(language).unwrap_or(&choice.id), &choice.id)).collect())
        }
    };
    lines.extend(below);
    list(asked, lines, chosen.map(|chosen| DossierChoice::Answer(Some(chosen.to_owned()))))
}

/// The answers that a question offers where what came back is put right; the text that came back stands below.
pub(crate) fn offered_for(question: &Question, given: &str, (language, sight): (Language, Sight), chosen: Option<&str>) -> Chooser {
    let words = &sight.words().dossier;
    let text = neutralise(&sight.typed(Some(question), given)).into_owned();
    let given = format!("{}{}{text}", words.aside_name, sight.words().colon());
    let below = [String::new(), cut(&given, WHOLE)].map(|text| Line { choice: Choice::Nothing, ..line(text, "", DossierChoice::Save) });
    offered(question, (language, sight), if text.is_empty() { Vec::new() } else { below.into() }, chosen)
}

impl Binder {
    /// The answers that a question offers, and none.
    pub(crate) fn offered(&self, question: &Question, sight: Sight) -> Chooser {
        let none = line(sight.words().dossier.no_answer, "", DossierChoice::Answer(None));
        let chosen = self.dossier().answer(&question.id).map(|answer| answer.value.as_str());
        offered(question, (self.language(sight.language), sight), vec![none], chosen)
    }

    /// The sections, with how far each is.
    pub(crate) fn sections(&self, sight: Sight) -> Option<Chooser> {
        let words = &sight.words().dossier;
        let questionnaire = self.questionnaire()?;
        let language = self.language(sight.language);
        let far = progress(questionnaire, &self.dossier().answers);
        let lines = questionnaire.sections.iter().zip(far).map(|(section, far)| {
            let title = section.title.get(language).unwrap_or(&section.id);
            line(title, (words.answered_of)(far.answered, far.asked), DossierChoice::Section(far.section))
        });
        let here = self.section().map(|(section, _)| DossierChoice::Section(section));
        Some(list(Asked::Sections, lines.collect(), here))
    }

    /// The dossier's own matters, as they are now.
    pub(crate) fn about(&self, sight: Sight) -> Chooser {
        let words = &sight.words().dossier;
        let matters = [Matter::Deadline, Matter::Language, Matter::Questionnaire, Matter::Invitation];
        let mut lines: Vec<Line> = matters
            .into_iter()
            .map(|matter| {
                line((words.matter)(&matter), cut(&self.says(self.dossier(), &matter, sight), NOTE), DossierChoice::Matter(matter))
            })
            .collect();
        let close = if self.is_closed() { words.reopen } else { words.close };
        lines.push(line(close, (sight.words().register.status)(self.dossier().status), DossierChoice::Matter(Matter::Status)));
        list(Asked::About, lines, None)
    }

    /// The languages in which the questionnaire can go out.
    pub(crate) fn languages(&self, sight: Sight) -> Option<Chooser> {
        let lines = self.questionnaire()?.languages.iter().map(|&language| Line {
            lead: language.code().to_owned(),
            ..line((sight.words().language)(language), "", DossierChoice::Language(language))
        });
        Some(list(Asked::Language, lines.collect(), Some(DossierChoice::Language(self.dossier().language))))
    }

    /// The lists of questions that the task flow offers.
    pub(crate) fn questionnaires(&self, sight: Sight) -> Chooser {
        let language = self.language(sight.language);
        let line_of = |known: &Questionnaire| {
            let codes: Vec<&str> = known.languages.iter().map(|language| language.code()).collect();
            let note = format!("{}  {}", (sight.words().questions)(known.questions().count()), codes.join(" "));
            let title = known.title.get(language).or_else(|| known.title.get(sight.language.of_customers()));
            line(title.unwrap_or(&known.id.0), note, DossierChoice::Questionnaire(known.id.clone()))
        };
        let here = DossierChoice::Questionnaire(self.dossier().questionnaire.clone());
        list(Asked::Questionnaire, self.opened.questionnaires.iter().map(line_of).collect(), Some(here))
    }

    /// The answers that another list of questions has no place for; none where there are none.
    pub(crate) fn lost(&self, to: &Questionnaire, sight: Sight) -> Option<Chooser> {
        let lost = self.completion.lost_by(to);
        if lost.is_empty() {
            return None;
        }
        let first = (sight.words().dossier.change_anyway)(lost.len());
        let mut lines = vec![line(first, "", DossierChoice::AllTheSame(to.id.clone()))];
        for answer in lost {
            let matter = Matter::Answer(answer.question.clone());
            let says = cut(&self.says(self.dossier(), &matter, sight), NOTE);
            lines.push(Line { choice: Choice::Nothing, ..line(self.named(&matter, sight), says, DossierChoice::Save) });
        }
        Some(list(Asked::Lost, lines, None))
    }

    /// What would be saved, and to save it.
    pub(crate) fn to_save(&self, sight: Sight) -> Chooser {
        let words = &sight.words().dossier;
        let changes = self.changes();
        let mut lines = vec![line((words.save_changes)(changes.len()), "", DossierChoice::Save)];
        for matter in changes {
            let before = cut(&self.says(self.completion.stored(), &matter, sight), SIDE);
            let after = cut(&self.says(self.dossier(), &matter, sight), SIDE);
            lines.push(line(self.named(&matter, sight), format!("{before} -> {after}"), DossierChoice::Matter(matter)));
        }
        list(Asked::Changes, lines, None)
    }

    /// The texts that came back and are no answers, each with what it was given to; then the answers that the customer's own record
    /// says otherwise.
    pub(crate) fn asides(&self, sight: Sight) -> Option<Chooser> {
        let mut lines: Vec<Line> = self
            .dossier()
            .course
            .aside
            .iter()
            .enumerate()
            .map(|(at, aside)| {
                line(
                    cut(&self.reads_aside(aside, sight).replace('\n', " "), SIDE * 2),
                    cut(&self.asked_aside(aside, sight), NOTE),
                    DossierChoice::Aside(at),
                )
            })
            .collect();
        lines.extend(self.undecided().map(|offer| {
            let about = (sight.words().arrived.record)(of_record(offer.about, sight));
            let answer = cut(&on_record(offer, &offer.after, sight).replace('\n', " "), SIDE * 2);
            line(answer, cut(&about, NOTE), DossierChoice::Record(offer.question.clone()))
        }));
        (!lines.is_empty()).then(|| list(Asked::Asides, lines, None))
    }

    /// One of them, whole, and what can be done with it.
    pub(crate) fn aside(&self, at: usize, sight: Sight) -> Option<Chooser> {
        let words = &sight.words().dossier;
        let aside = self.dossier().course.aside.get(at)?;
        let mut lines = Vec::new();
        if self.questionnaire().is_some_and(|list| list.question(&aside.question).is_some()) {
            lines.push(line(words.to_question, cut(&self.asked_aside(aside, sight), NOTE), DossierChoice::ToAside(at)));
        }
        lines.push(line(words.dealt_with, "", DossierChoice::DealtWith(at)));
        let text = self.reads_aside(aside, sight);
        lines.extend(below([self.asked_aside(aside, sight)].into_iter().chain(text.split('\n').map(str::to_owned))));
        Some(list(Asked::Aside, lines, None))
    }

    /// What an answer came to for the customer's own record, whole, and what can be done about it.
    pub(crate) fn record(&self, question: &str, sight: Sight) -> Option<Chooser> {
        let words = &sight.words().dossier;
        let offer = self.offer(question)?;
        let settle = |label, how| line(label, "", DossierChoice::Settle(question.to_owned(), how));
        let mut lines = Vec::new();
        if offer.is_sure() {
            lines.push(settle(words.take_record, Settlement::TakenOver));
        }
        lines.push(settle(words.leave_record, Settlement::Dismissed));
        let asked = Matter::Answer(question.to_owned());
        lines.push(line(words.to_question, cut(&self.named(&asked, sight), NOTE), DossierChoice::Matter(asked)));
        let reads = |value: &str| on_record(offer, value, sight);
        let mut told = vec![of_record(offer.about, sight).to_owned(), format!("{} -> {}", reads(&offer.before), reads(&offer.after))];
        if offer.changes.len() > 1 {
            told.extend(pieces(offer, sight).map(|(name, text)| format!("  {name}{}{text}", sight.words().colon())));
        }
        told.extend((!offer.is_sure()).then(|| sight.words().arrived.by_hand.to_owned()));
        lines.extend(below(told));
        let decided = self.dossier().settlement(question, &offer.answer);
        Some(list(Asked::Record, lines, decided.map(|how| DossierChoice::Settle(question.to_owned(), how))))
    }

    /// The changes of one's own that a colleague was before with others.
    pub(crate) fn clashing(&self, sight: Sight) -> Option<Chooser> {
        let words = &sight.words().dossier;
        let lines: Vec<Line> = self
            .clashes
            .iter()
            .enumerate()
            .map(|(at, clash)| {
                let mine = cut(&self.says(&clash.mine, &clash.about, sight), SIDE);
                let theirs = cut(&self.says(self.dossier(), &clash.about, sight), SIDE);
                line(self.named(&clash.about, sight), (words.clash)(&mine, &theirs), DossierChoice::Clash(at))
            })
            .collect();
        (!lines.is_empty()).then(|| list(Asked::Clashes, lines, None))
    }
}
