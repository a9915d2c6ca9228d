//! The change set: computed once, shown, and that very value is committed.

use super::dossier::Season;
use super::standing::Standing;
use super::{Account, Bucket, Comparison, Draft, RowIndex, Seed};
use crate::domain::amendment::Newcomer;
use crate::domain::change_set::{Addition, ChangeSet, FieldChange, RowOutcome, Tally, Update};
use crate::domain::customer::Values;
use crate::domain::dossier::Origin;
use crate::domain::field::Field;
use crate::domain::finding::Severity;
use crate::domain::language::Language;

/// Why nothing can be committed now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refusal {
    /// No language is chosen.
    #[error("no language is chosen")]
    NoLanguage,
    /// No questionnaire is chosen.
    #[error("no questionnaire is chosen")]
    NoQuestionnaire,
    /// No task flow is chosen.
    #[error("no task flow is chosen")]
    NoFlow,
    /// The chosen task flow is archived: its dossiers are read only.
    #[error("the chosen task flow is archived")]
    FlowArchived,
    /// The chosen questionnaire does not exist in the chosen language.
    #[error("the questionnaire does not exist in the chosen language")]
    LanguageNotOffered,
    /// Nobody is selected and no field is taken over.
    #[error("nothing is selected")]
    Nothing,
}

impl Draft {
    /// Why nothing can be committed now, if so.
    #[must_use]
    pub fn refusal(&self) -> Option<Refusal> {
        match self.season(Seed::new([0; 32])) {
            Err(refusal) => Some(refusal),
            Ok(_) if self.writes_nothing() => Some(Refusal::Nothing),
            Ok(_) => None,
        }
    }

    /// Whether nothing is chosen that a commit would write, whatever else is still to be chosen.
    #[must_use]
    pub fn writes_nothing(&self) -> bool {
        self.counts().selected == 0 && !self.overwrites_something()
    }

    /// Everything that has to be chosen before anything can be committed, in the order in which it is asked for.
    #[must_use]
    pub fn unchosen(&self) -> Vec<Refusal> {
        let flow = self.flow().is_none().then_some(Refusal::NoFlow);
        let language = self.choices.language.is_none().then_some(Refusal::NoLanguage);
        let questionnaire = self.questionnaire().is_none().then_some(Refusal::NoQuestionnaire);
        [flow, language, questionnaire].into_iter().flatten().collect()
    }

    /// The counts of a commit that writes nothing: every row is passed over.
    #[must_use]
    pub fn tally_of_nothing(&self) -> Tally {
        let mut tally = Tally::default();
        for row in 0..self.row_count() {
            tally.rows += 1;
            self.pass_over(row, &mut tally);
        }
        tally
    }

    /// Whether a field that was chosen to be overwritten would still change: since it was chosen, the
    /// row can have become invalid, or the store can have got the same value.
    fn overwrites_something(&self) -> bool {
        let mut accounts =
            self.overwrites.rows().filter(|row| self.bucket(*row) == Some(Bucket::Duplicates)).filter_map(|row| self.account(row));
        accounts.any(|account| !self.changes(&account).is_empty())
    }

    /// Everything that a commit now would write.
    ///
    /// # Errors
    /// [`Refusal`] where something has to be chosen first.
    pub fn change_set(&self, seed: Seed) -> Result<ChangeSet, Refusal> {
        if let Some(refusal) = self.refusal() {
            return Err(refusal);
        }
        let season = self.season(seed)?;
        let mut set = ChangeSet {
            commit: seed.commit(),
            store: self.stock.snapshot.store.clone(),
            based_on: self.stock.snapshot.revision,
            source: self.source.mark.clone(),
            flow: season.flow.id.clone(),
            additions: Vec::with_capacity(self.counts().selected_new as usize),
            updates: Vec::new(),
            outcomes: Vec::with_capacity(self.rows.len()),
            tally: Tally::default(),
            lessons: self.lessons(),
        };
        for row in 0..self.row_count() {
            set.tally.rows += 1;
            let outcome = if self.writes(row) { self.account(row).map(|account| self.enter(&account, &season, &mut set)) } else { None };
            let outcome = outcome.unwrap_or_else(|| self.pass_over(row, &mut set.tally));
            set.outcomes.push((self.row_number(row), outcome));
        }
        Ok(set)
    }

    /// Whether anything of a row can be written: most rows of a file that is read again are passed over
    /// without being looked at.
    pub(super) fn writes(&self, row: RowIndex) -> bool {
        self.is_selected(row) || (self.bucket(row) == Some(Bucket::Duplicates) && self.overwrite_count(row) > 0)
    }

    /// What becomes of a row of which nothing is written.
    fn pass_over(&self, row: RowIndex, tally: &mut Tally) -> RowOutcome {
        let matched = self.rows.get(row as usize).and_then(Standing::matched);
        let customer = matched.and_then(|found| self.stock.snapshot.customer_id(found.stored as usize));
        match (self.bucket(row), customer) {
            (None, _) => {
                tally.joined += 1;
                let main = self.main_row(row).map_or(0, |main| self.row_number(main));
                RowOutcome::Joined(main)
            }
            (Some(Bucket::OnlyInImport), _) => {
                tally.not_selected += 1;
                RowOutcome::NotSelected
            }
            (Some(Bucket::Duplicates), Some(customer)) => {
                tally.left_alone += 1;
                RowOutcome::LeftAlone(customer)
            }
            (Some(Bucket::Duplicates | Bucket::OnlyInStore | Bucket::Invalid), _) => {
                tally.invalid += 1;
                let findings = self.account(row).map(|account| account.findings).unwrap_or_default();
                let errors = findings.iter().filter(|finding| finding.severity() == Severity::Error);
                RowOutcome::Invalid(errors.map(|finding| finding.rule.id().to_owned()).collect())
            }
        }
    }

    /// What storing a row as a customer of its own writes, whomever it equals: somebody added by hand. It
    /// gets a dossier where a questionnaire is chosen, made as those of an import are; nothing of it
    /// counts as imported.
    ///
    /// # Errors
    /// [`Refusal`] where something about the dossier has to be chosen first.
    pub fn newcomer(&self, row: RowIndex, seed: Seed) -> Result<Newcomer, Refusal> {
        let account = Account { found: None, ..self.account(row).ok_or(Refusal::Nothing)? };
        if self.choices.questionnaire.is_none() {
            let values = account.values.iter().filter(|(field, _)| field.is_stored()).collect();
            return Ok(Newcomer { values, dossiers: Vec::new() });
        }
        let spoken = account.values.get(Field::Language).and_then(Language::from_word);
        let season = self.season_in(spoken.or(self.choices.language), seed)?;
        let Addition { values, mut dossier, .. } = self.addition(&account, &season);
        for answer in dossier.answers.iter_mut().filter(|answer| answer.origin == Origin::Imported) {
            answer.origin = Origin::Stored;
        }
        Ok(Newcomer { values, dossiers: vec![(season.flow.id.clone(), dossier)] })
    }

    fn season(&self, seed: Seed) -> Result<Season<'_>, Refusal> {
        self.season_in(self.choices.language, seed)
    }

    fn season_in(&self, language: Option<Language>, seed: Seed) -> Result<Season<'_>, Refusal> {
        let flow = self.flow().ok_or(Refusal::NoFlow)?.open().map_err(|_| Refusal::FlowArchived)?;
        let language = language.ok_or(Refusal::NoLanguage)?;
        let questionnaire = self.questionnaire().ok_or(Refusal::NoQuestionnaire)?;
        if !questionnaire.languages.contains(&language) {
            return Err(Refusal::LanguageNotOffered);
        }
        Ok(Season { flow, questionnaire, language, seed })
    }

    /// Enters a row of which something may be written into the change set and its tally.
    fn enter(&self, account: &Account, season: &Season<'_>, set: &mut ChangeSet) -> RowOutcome {
        let tally = &mut set.tally;
        let Some(found) = &account.found else {
            let addition = self.addition(account, season);
            tally.added += 1;
            let is_partner = |standing: &Standing| self.as_partner_in(account.row, &standing.keys).is_some();
            tally.partners_apart += u64::from(self.rows.get(account.row as usize).is_some_and(is_partner));
            tally.invitations_wanted += u64::from(addition.dossier.invitation_wanted);
            tally.joint += u64::from(addition.values.get(Field::SpouseNationalNumber).is_some());
            set.additions.push(addition);
            return RowOutcome::Added;
        };
        let changes = self.changes(account);
        let dossier = self.is_selected(account.row).then(|| self.dossier(account, &merged(&found.values, &changes), season));
        if changes.is_empty() && dossier.is_none() {
            tally.left_alone += 1;
            return RowOutcome::LeftAlone(found.id);
        }
        tally.updated += 1;
        tally.joint += u64::from(merged(&found.values, &changes).get(Field::SpouseNationalNumber).is_some());
        tally.fields += changes.len() as u64;
        tally.linked += u64::from(dossier.is_some());
        tally.invitations_wanted += u64::from(dossier.as_ref().is_some_and(|dossier| dossier.invitation_wanted));
        let seen = self.stock.snapshot.version(found.stored as usize);
        set.updates.push(Update { row: account.number, customer: found.id, seen, changes, dossier });
        RowOutcome::Updated(found.id)
    }

    fn changes(&self, account: &Account) -> Vec<FieldChange> {
        if self.overwrite_count(account.row) == 0 {
            return Vec::new();
        }
        let comparisons = account.comparisons(self).into_iter();
        comparisons
            .filter(Comparison::changes)
            .map(|one| FieldChange { field: one.field, after: one.result().into_owned(), before: one.store })
            .collect()
    }

    fn addition(&self, account: &Account, season: &Season<'_>) -> Addition {
        let mut values: Values = account.values.iter().filter(|(field, _)| field.is_stored()).collect();
        // Before the chosen language becomes the customer's: the dossier says that nobody told it.
        let dossier = self.dossier(account, &values, season);
        if values.get(Field::Language).is_none() {
            values.set(Field::Language, season.language.code());
        }
        Addition { row: account.number, values, dossier }
    }
}

fn merged(stored: &Values, changes: &[FieldChange]) -> Values {
    let mut merged = stored.clone();
    for change in changes {
        merged.set(change.field, change.after.as_str());
    }
    merged
}
