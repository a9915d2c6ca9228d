//! All about the field under the cursor, and what saving comes to, as lines of toned text.

use super::PersonPage;
use crate::app::desk::Sight;
use crate::app::detail::{TextLine, Tone, line, proof, wrap};
use crate::app::keymap::Layer;
use crate::domain::field::Field;
use crate::domain::finding::Severity;
use crate::domain::person::{Bar, Doubt, ROW, Subject, Unsent};

/// The title of the pane and its lines, wrapped to `width`.
#[must_use]
pub fn lines(page: &PersonPage, sight: Sight, width: usize) -> (String, Vec<TextLine>) {
    let words = sight.words();
    let field = page.field();
    let title = (words.field)(field).to_owned();
    let mut lines = of_field(page, field, sight);
    let saving = of_saving(page, sight);
    if !lines.is_empty() && !saving.is_empty() {
        lines.push(Vec::new());
    }
    lines.extend(saving);
    (title, lines.into_iter().flat_map(|line| wrap(line, width)).collect())
}

/// What the store has in the field, what is wrong with what it reads now, and what would cure it.
fn of_field(page: &PersonPage, field: Field, sight: Sight) -> Vec<TextLine> {
    let words = sight.words();
    let draft = page.draft();
    let mut lines = Vec::new();
    if draft.is_edited(ROW, field) && page.person.subject != Subject::Newcomer {
        let stored = draft.in_workbook(ROW, field);
        let stored = if stored.is_empty() { words.empty_value.to_owned() } else { sight.value(field, stored) };
        lines.push(vec![(Tone::Name, format!("{}{}", words.person.in_store, words.colon())), (Tone::Plain, stored)]);
    }
    let bars = page.person.bars(draft);
    for finding in page.findings(field) {
        let rule = words.rule(finding.rule);
        let (tone, sign) = match finding.severity() {
            Severity::Error => (Tone::Error, "!"),
            Severity::Warning => (Tone::Warning, "i"),
        };
        lines.push(line(tone, format!("{sign} {}", rule.what)));
        if finding.severity() == Severity::Error && !bars.contains(&Bar::Wrong(finding.clone())) {
            lines.push(line(Tone::Dim, format!("  {}", words.person.stood)));
        }
        if let Some(remedy) = &finding.suggestion {
            let value = remedy.value();
            let value = if value.is_empty() { words.empty_value.to_owned() } else { sight.edited(field, value) };
            lines.push(line(Tone::Good, format!("  f: {value}")));
        }
    }
    if field.is_national_number() {
        lines.extend(proof(draft.given(ROW, field), sight).into_iter().map(|text| line(Tone::Good, text)));
    }
    lines
}

/// What bars saving, what has to be known before it, and what follows it.
fn of_saving(page: &PersonPage, sight: Sight) -> Vec<TextLine> {
    let words = sight.words();
    let draft = page.draft();
    let mut lines = Vec::new();
    let bars = page.person.bars(draft);
    for bar in &bars {
        if let Bar::Taken { field, customer, name } = bar {
            let whom = format!("{} ({customer})", sight.name(name));
            lines.push(line(Tone::Error, format!("! {}", (words.person.taken)((words.field)(*field), &whom))));
        }
    }
    for unapplied in &page.unapplied {
        let theirs =
            if unapplied.theirs.is_empty() { words.empty_value.to_owned() } else { sight.edited(unapplied.field, &unapplied.theirs) };
        let mine = if unapplied.mine.is_empty() { words.empty_value.to_owned() } else { sight.edited(unapplied.field, &unapplied.mine) };
        let told = (words.person.unapplied)((words.field)(unapplied.field), &theirs, &mine);
        lines.push(line(Tone::Warning, format!("! {told}")));
    }
    let is_taken = |doubt: &Doubt| bars.iter().any(|bar| matches!(bar, Bar::Taken { customer, .. } if *customer == doubt.customer));
    if let Some(doubt) = page.person.doubt(draft).filter(|doubt| !is_taken(doubt)) {
        let whom = format!("{} ({})", sight.name(&doubt.name), doubt.customer);
        lines.push(line(Tone::Warning, format!("i {}", (words.person.doubt)(&whom, (words.ground)(doubt.ground)))));
    }
    for following in page.person.following(draft) {
        let year = draft.stock().snapshot.flow(&following.flow).map_or(0, |flow| flow.assessment_year);
        lines.push(line(Tone::Plain, (words.person.follows)(&(words.flow_short)(year), following.answers)));
    }
    if !page.is_edited() && !page.person.unsent.is_empty() {
        let year = |unsent: &Unsent| draft.stock().snapshot.flow(&unsent.flow).map_or(0, |flow| flow.assessment_year);
        let flows: Vec<String> = page.person.unsent.iter().map(|unsent| (words.flow_short)(year(unsent))).collect();
        lines.push(line(Tone::Dim, (words.person.will_follow)(&flows.join(", "))));
    }
    if page.person.subject == Subject::Newcomer {
        lines.push(line(Tone::Plain, dossier(page, sight)));
    }
    lines
}

/// The dossier that a newcomer gets.
pub(super) fn dossier(page: &PersonPage, sight: Sight) -> String {
    let words = sight.words();
    let draft = page.draft();
    let (Some(flow), Some(questionnaire)) = (draft.flow(), draft.questionnaire()) else {
        return sight.keyed(Layer::Person, words.person.no_dossier);
    };
    let account = draft.account(ROW);
    let language = account.and_then(|account| draft.dossier_language(&account)).map(|(language, _)| language);
    let title = questionnaire.title.get(sight.language.of_customers()).unwrap_or(&questionnaire.id.0);
    let language =
        language.map_or_else(|| sight.keyed(Layer::Person, words.person.no_language), |language| (words.language)(language).to_owned());
    (words.person.dossier)(&(words.flow)(flow.assessment_year), title, &language)
}
