//! A questionnaire that asks all of another one and more: `includes = "pit-2026"`.
//!
//! The sections and questions of the included one are asked in its order. An own section with the id of an
//! included one is the same section: its title counts, and its questions are asked in it. An own question with the
//! id of an included one is asked instead of it. What is new stands behind the own section or question before it
//! in the file, and in front where there is none. One that names its own id extends the program's of that name.

use super::fault::{Place, QuestionnaireFault, Wrong};
use super::parse::{self, Written};
use super::{Catalogue, Question, Questionnaire, QuestionnaireId, Section};

impl Written {
    /// Reads the text of a file.
    ///
    /// # Errors
    /// [`QuestionnaireFault`]: the first that reading comes upon.
    pub fn parse(text: &str) -> Result<Self, QuestionnaireFault> {
        parse::written(text)
    }

    /// The name of the questionnaire.
    #[must_use]
    pub const fn id(&self) -> &QuestionnaireId {
        &self.own.id
    }

    fn fault(&self, wrong: Wrong) -> QuestionnaireFault {
        let place = Place { questionnaire: Some(self.own.id.0.clone()), ..Place::default() };
        QuestionnaireFault { line: self.includes.as_ref().map(|includes| includes.line), place: Box::new(place), wrong }
    }
}

/// The questionnaires as they are asked, each with what it includes: one that is written beside it, or one of
/// `others`. In the order in which they were written.
#[must_use]
pub fn settled(written: &[Written], others: &Catalogue) -> Vec<Result<Questionnaire, QuestionnaireFault>> {
    written.iter().map(|one| whole(one, written, others, &mut Vec::new())).collect()
}

fn whole<'a>(
    one: &'a Written,
    written: &'a [Written],
    others: &Catalogue,
    within: &mut Vec<&'a QuestionnaireId>,
) -> Result<Questionnaire, QuestionnaireFault> {
    let Some(includes) = &one.includes else { return Ok(one.own.clone()) };
    within.push(&one.own.id);
    let unknown = || one.fault(Wrong::IncludesUnknown { id: includes.id.0.clone() });
    let beside = written.iter().find(|other| *other.id() == includes.id && includes.id != one.own.id);
    let included = match beside {
        Some(other) if within.contains(&other.id()) => {
            let ids: Vec<&str> = within.iter().map(|id| id.0.as_str()).chain([other.own.id.0.as_str()]).collect();
            return Err(one.fault(Wrong::IncludesCircle { ids: ids.join(" → ") }));
        }
        Some(other) => match whole(other, written, others, within) {
            Ok(whole) => whole,
            Err(fault) if matches!(fault.wrong, Wrong::IncludesCircle { .. }) => return Err(one.fault(fault.wrong)),
            Err(_) => return Err(one.fault(Wrong::IncludesUnusable { id: includes.id.0.clone() })),
        },
        None => others.get(&includes.id).cloned().ok_or_else(unknown)?,
    };
    within.pop();
    if included.assessment_year != one.own.assessment_year {
        return Err(one.fault(Wrong::IncludesYear { id: includes.id.0.clone(), year: included.assessment_year }));
    }
    if let Some(&language) = one.own.languages.iter().find(|language| !included.languages.contains(language)) {
        return Err(one.fault(Wrong::IncludesLanguage { id: includes.id.0.clone(), language }));
    }
    Ok(joined(included, &one.own))
}

/// The included one with what is asked besides.
fn joined(included: Questionnaire, own: &Questionnaire) -> Questionnaire {
    let mut sections = included.sections;
    for (home, question) in own.sections.iter().flat_map(|home| home.questions.iter().map(move |question| (home, question))) {
        // Asked in another section now: it stands there.
        sections.iter_mut().filter(|section| section.id != home.id).for_each(|section| {
            section.questions.retain(|other| other.id != question.id);
        });
    }
    sections.retain(|section| !section.questions.is_empty() || own.sections.iter().any(|other| other.id == section.id));
    let mut before: Option<&str> = None;
    for section in &own.sections {
        match sections.iter_mut().find(|other| other.id == section.id) {
            Some(same) => {
                same.title = section.title.clone();
                ask(&mut same.questions, &section.questions);
            }
            None => {
                let at = before.and_then(|before| sections.iter().position(|other| other.id == before)).map_or(0, |at| at + 1);
                sections.insert(at, Section::clone(section));
            }
        }
        before = Some(&section.id);
    }
    Questionnaire { sections, ..own.clone() }
}

fn ask(questions: &mut Vec<Question>, own: &[Question]) {
    let mut before: Option<&str> = None;
    for question in own {
        match questions.iter_mut().find(|other| other.id == question.id) {
            Some(same) => *same = question.clone(),
            None => {
                let at = before.and_then(|before| questions.iter().position(|other| other.id == before)).map_or(0, |at| at + 1);
                questions.insert(at, question.clone());
            }
        }
        before = Some(&question.id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of that year with sections and their questions: `a: x y; b: z`.
    fn file(id: &str, includes: Option<&str>, sections: &str) -> Written {
        let year = id.rsplit_once('-').unwrap().1;
        let mut text = format!("format = 1\nid = \"{id}\"\nassessment_year = {year}\nlanguages = [\"nl\"]\ntitle.nl = \"{id}\"\n");
        text += &includes.map(|other| format!("includes = \"{other}\"\n")).unwrap_or_default();
        for section in sections.split("; ").filter(|section| !section.is_empty()) {
            let (name, questions) = section.split_once(": ").unwrap();
            text += &format!("[[section]]\nid = \"{name}\"\ntitle.nl = \"{name} of {id}\"\n");
            for question in questions.split(' ') {
                text += &format!("[[section.question]]\nid = \"{question}\"\nkind = \"text\"\ntext.nl = \"{question} of {id}\"\n");
            }
        }
        Written::parse(&text).unwrap()
    }

    fn shape(one: &Questionnaire) -> String {
        let section = |section: &Section| {
            let questions: Vec<_> = section.questions.iter().map(|question| question.id.as_str()).collect();
            format!("{}: {}", section.id, questions.join(" "))
        };
        one.sections.iter().map(section).collect::<Vec<_>>().join("; ")
    }

    fn said(written: &[Written], others: &Catalogue) -> Vec<String> {
        settled(written, others).into_iter().map(|one| one.map_or_else(|fault| fault.to_string(), |one| shape(&one))).collect()
    }

    #[test]
    fn all_of_the_included_one_is_asked_and_what_is_new_stands_behind_what_is_before_it() {
        let base = || file("base-2026", None, "a: x y; b: z");
        for (own, expected) in [
            ("", "a: x y; b: z"),
            ("c: w", "c: w; a: x y; b: z"),
            ("a: w; c: v", "a: w x y; c: v; b: z"),
            ("a: x w; b: z v", "a: x w y; b: z v"),
            ("b: x", "a: y; b: x z"),
            ("c: x y", "c: x y; b: z"),
        ] {
            assert_eq!(said(&[file("more-2026", Some("base-2026"), own), base()], &Catalogue::default())[0], expected, "{own}");
        }
        let read = settled(&[file("more-2026", Some("base-2026"), "a: x"), base()], &Catalogue::default()).swap_remove(0).unwrap();
        assert_eq!(read.question("x").unwrap().text.get(crate::domain::language::Language::Dutch), Some("x of more-2026"));
        assert_eq!(
            (read.id.0.as_str(), read.sections[0].title.get(crate::domain::language::Language::Dutch)),
            ("more-2026", Some("a of more-2026"))
        );
    }

    #[test]
    fn what_cannot_be_included_is_told_with_its_line() {
        let line = |id: &str| format!("line 6: {id}: ");
        let alone = said(&[file("more-2026", Some("base-2026"), "a: x")], &Catalogue::default());
        assert_eq!(alone, [line("more-2026") + "there is no questionnaire `base-2026` to include"]);
        let circle = said(&[file("a-2026", Some("b-2026"), "a: x"), file("b-2026", Some("a-2026"), "b: y")], &Catalogue::default());
        assert_eq!(circle[0], line("a-2026") + "the files include each other in a circle: a-2026 → b-2026 → a-2026");
        assert!(circle[1].starts_with(&line("b-2026")));
        let own = said(&[file("a-2026", Some("a-2026"), "a: x")], &Catalogue::default());
        assert_eq!(own, [line("a-2026") + "there is no questionnaire `a-2026` to include"]);
        let year = said(&[file("a-2026", Some("b-2025"), "a: x"), file("b-2025", None, "a: x")], &Catalogue::default());
        assert_eq!(year[0], line("a-2026") + "`b-2025` is of assessment year 2025: only one of the same year can be included");
        let behind = [file("a-2026", Some("b-2026"), "a: x"), file("b-2026", Some("c-2026"), "a: x")];
        assert_eq!(said(&behind, &Catalogue::default())[0], line("a-2026") + "`b-2026` cannot be used, so it cannot be included");
    }

    #[test]
    fn an_own_file_may_extend_the_programs_of_its_name() {
        let others =
            Catalogue::new(settled(&[file("base-2026", None, "a: x")], &Catalogue::default()).into_iter().map(Result::unwrap).collect());
        assert_eq!(said(&[file("base-2026", Some("base-2026"), "a: x w")], &others), ["a: x w"]);
        // What is written beside comes before the program's.
        let beside = [file("more-2026", Some("base-2026"), "b: z"), file("base-2026", None, "a: other")];
        assert_eq!(said(&beside, &others)[0], "b: z; a: other");
    }

    #[test]
    fn a_language_that_the_included_one_lacks_is_told() {
        let text = "format = 1\nid = \"more-2026\"\nassessment_year = 2026\nlanguages = [\"nl\", \"fr\"]\nincludes = \"base-2026\"\n\
                    title = { nl = \"Meer\", fr = \"Plus\" }\n";
        let written = [Written::parse(text).unwrap(), file("base-2026", None, "a: x")];
        assert_eq!(said(&written, &Catalogue::default())[0], "line 5: more-2026: `base-2026` does not exist in `fr`");
    }
}
