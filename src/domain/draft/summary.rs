//! The change set: computed once, shown, and that very value is committed.

use sha2::{Digest as _, Sha256};

use super::{Account, Bucket, Draft, Side};
use crate::domain::change_set::{Addition, ChangeSet, CommitId, FieldChange, RowOutcome, Tally, Update};
use crate::domain::customer::Values;
use crate::domain::dossier::{Dossier, Origin, Status};
use crate::domain::field::Field;
use crate::domain::finding::Severity;
use crate::domain::language::Language;
use crate::domain::national_number::{NationalNumber, Sex};
use crate::domain::questionnaire::{FEMALE, Known, MALE, Questionnaire, ToldByNumber, prefill};
use crate::domain::task_flow::TaskFlow;

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
    /// The chosen questionnaire does not exist in the chosen language.
    #[error("the questionnaire does not exist in the chosen language")]
    LanguageNotOffered,
    /// Nobody is selected and no field is taken over.
    #[error("nothing is selected")]
    Nothing,
}

/// Random bits from the world: they name the commit and make its dossiers' tokens unguessable.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Seed([u8; 32]);

impl Seed {
    /// A seed of these random bits.
    #[must_use]
    pub const fn new(bits: [u8; 32]) -> Self {
        Self(bits)
    }

    /// The next seed, from which this one cannot be told.
    #[must_use]
    pub fn next(self) -> Self {
        Self(Sha256::new_with_prefix(b"next").chain_update(self.0).finalize().into())
    }

    fn commit(self) -> CommitId {
        CommitId(hex(&Sha256::new_with_prefix(b"commit").chain_update(self.0).finalize()))
    }

    fn token(self, row: u32) -> String {
        hex(&Sha256::new_with_prefix(b"token").chain_update(self.0).chain_update(row.to_le_bytes()).finalize())
    }
}

// The bits make tokens unguessable, so they are kept out of every debug print.
impl std::fmt::Debug for Seed {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Seed")
    }
}

/// The first 128 bits in hexadecimal.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().take(16).fold(String::with_capacity(32), |text, byte| text + &format!("{byte:02x}"))
}

/// What all dossiers of one change set have in common.
struct Season<'a> {
    flow: &'a TaskFlow,
    questionnaire: &'a Questionnaire,
    language: Language,
    seed: Seed,
}

impl Draft {
    /// Why nothing can be committed now, if so.
    #[must_use]
    pub fn refusal(&self) -> Option<Refusal> {
        match self.season(Seed::new([0; 32])) {
            Err(refusal) => Some(refusal),
            Ok(_) if self.counts().selected == 0 && self.overwrites.is_empty() => Some(Refusal::Nothing),
            Ok(_) => None,
        }
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
        };
        for row in 0..self.row_count() {
            if let Some(account) = self.account(row) {
                let outcome = self.enter(&account, &season, &mut set);
                set.outcomes.push((account.number, outcome));
            }
        }
        Ok(set)
    }

    fn season(&self, seed: Seed) -> Result<Season<'_>, Refusal> {
        let flow = self.flow().ok_or(Refusal::NoFlow)?;
        let language = self.choices.language.ok_or(Refusal::NoLanguage)?;
        let questionnaire = self.questionnaire().ok_or(Refusal::NoQuestionnaire)?;
        if !questionnaire.languages.contains(&language) {
            return Err(Refusal::LanguageNotOffered);
        }
        Ok(Season { flow, questionnaire, language, seed })
    }

    /// Enters one row into the change set and its tally.
    fn enter(&self, account: &Account, season: &Season<'_>, set: &mut ChangeSet) -> RowOutcome {
        let selected = self.is_selected(account.row);
        let tally = &mut set.tally;
        tally.rows += 1;
        match (account.bucket, &account.found) {
            (Bucket::OnlyInImport, _) if selected => {
                let addition = addition(account, season);
                tally.added += 1;
                tally.invitations_wanted += u64::from(addition.dossier.invitation_wanted);
                tally.joint += u64::from(addition.values.get(Field::SpouseNationalNumber).is_some());
                set.additions.push(addition);
                RowOutcome::Added
            }
            (Bucket::OnlyInImport, _) => {
                tally.not_selected += 1;
                RowOutcome::NotSelected
            }
            (Bucket::Duplicates, Some(found)) => {
                let changes = self.changes(account);
                let dossier = selected.then(|| dossier(account, &account.merged(self), season));
                if changes.is_empty() && dossier.is_none() {
                    tally.left_alone += 1;
                    return RowOutcome::LeftAlone(found.id);
                }
                tally.updated += 1;
                tally.fields += changes.len() as u64;
                tally.linked += u64::from(dossier.is_some());
                tally.invitations_wanted += u64::from(dossier.as_ref().is_some_and(|dossier| dossier.invitation_wanted));
                let seen = self.stock.snapshot.version(found.stored as usize);
                set.updates.push(Update { row: account.number, customer: found.id, seen, changes, dossier });
                RowOutcome::Updated(found.id)
            }
            (Bucket::Duplicates | Bucket::OnlyInStore | Bucket::Invalid, _) => {
                tally.invalid += 1;
                let errors = account.findings.iter().filter(|finding| finding.severity() == Severity::Error);
                RowOutcome::Invalid(errors.map(|finding| finding.rule.id().to_owned()).collect())
            }
        }
    }

    fn changes(&self, account: &Account) -> Vec<FieldChange> {
        let comparisons = account.comparisons(self).into_iter();
        comparisons
            .filter(|comparison| comparison.side == Side::Import && comparison.difference.can_be_taken())
            .map(|comparison| FieldChange { field: comparison.field, before: comparison.store, after: comparison.import })
            .collect()
    }
}

fn addition(account: &Account, season: &Season<'_>) -> Addition {
    let mut values: Values = account.values.iter().filter(|(field, _)| field.is_stored()).collect();
    if values.get(Field::Language).is_none() {
        values.set(Field::Language, season.language.code());
    }
    let dossier = dossier(account, &values, season);
    Addition { row: account.number, values, dossier }
}

/// The dossier of a customer with these values. The row's language wins over the stored one, and
/// both over the one chosen for the import, as long as the questionnaire exists in it.
fn dossier(account: &Account, values: &Values, season: &Season<'_>) -> Dossier {
    let spoken = |values: &Values| values.get(Field::Language).and_then(Language::from_word);
    let offered = |language: &Language| season.questionnaire.languages.contains(language);
    let language = spoken(&account.values).or_else(|| spoken(values)).filter(offered).unwrap_or(season.language);
    let given = account.values.get(Field::Deadline).and_then(|date| date.parse().ok());
    let self_employed = values.get(Field::EnterpriseNumber).is_some() || values.get(Field::SpouseEnterpriseNumber).is_some();
    let deadline = given.unwrap_or_else(|| season.flow.default_deadline(self_employed));
    let deadline_origin = if given.is_some() { Origin::Imported } else { Origin::Default };
    let known = Known { customer: values, row: &account.values, language, deadline, deadline_origin, told: told_by_numbers(values) };
    let answers = prefill(season.questionnaire, &known);
    Dossier {
        questionnaire: season.questionnaire.id.clone(),
        language,
        status: Status::NotSentYet,
        deadline,
        deadline_origin,
        invitation_wanted: account.values.get(Field::SendInvitation) == Some("yes"),
        token: season.seed.token(account.number),
        answers,
    }
}

/// What the national numbers of a customer tell.
fn told_by_numbers(values: &Values) -> ToldByNumber {
    let number = |field| values.get(field).and_then(|text| NationalNumber::parse_stored(text).ok());
    let own = number(Field::NationalNumber);
    ToldByNumber {
        birth_date: own.and_then(NationalNumber::birth_date),
        sex: own.and_then(NationalNumber::sex).map(|sex| match sex {
            Sex::Male => MALE,
            Sex::Female => FEMALE,
        }),
        spouse_birth_date: number(Field::SpouseNationalNumber).and_then(NationalNumber::birth_date),
    }
}
