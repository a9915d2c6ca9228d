//! Verifying a store from end to end.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::erasing::forgotten;
use super::fault::{At as _, StoreFault};
use super::layout::{Entry, GONE, KeptMapping, fingerprint, flow_of, lesson_key, mapping_key, number, split_number, unpack};
use super::open::Opened;
use super::reading::{stored_flows, visible};
use super::sweep::above;
use crate::domain::change_set::{CommitId, RowOutcome, Tally};
use crate::domain::customer::CustomerId;
use crate::domain::dossier_record;
use crate::domain::matching::MatchKeys;
use crate::domain::memory::Lesson;
use crate::domain::record;
use crate::domain::snapshot::Revision;
use crate::domain::task_flow::TaskFlowId;
pub use crate::domain::trouble::Trouble;

/// What a check went through and found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// Visible customers.
    pub customers: u64,
    /// Visible dossiers.
    pub dossiers: u64,
    /// Visible commits.
    pub commits: u64,
    /// Visible lessons.
    pub lessons: u64,
    /// Saved mappings.
    pub mappings: u64,
    /// What is not as it should be; empty in a sound store.
    pub troubles: Vec<Trouble>,
}

/// Verifies everything in a store that is open and held.
pub(super) fn check(open: &Opened) -> Result<Report, StoreFault> {
    let mut checking = Checking {
        open,
        report: Report::default(),
        customers: HashSet::new(),
        came: BTreeMap::new(),
        went: BTreeMap::new(),
        erased: HashSet::new(),
    };
    checking.customers()?;
    checking.dossiers()?;
    let entries = checking.journal()?;
    checking.outcomes(&entries)?;
    checking.names(&entries)?;
    checking.lessons(&entries)?;
    checking.mappings()?;
    checking.above()?;
    Ok(checking.report)
}

struct Checking<'a> {
    open: &'a Opened,
    report: Report,
    customers: HashSet<u64>,
    /// How many customers have their first version from a commit.
    came: BTreeMap<Revision, u64>,
    /// How many customers went by a commit.
    went: BTreeMap<Revision, u64>,
    /// Customers of whom nothing is left but that they are gone.
    erased: HashSet<u64>,
}

impl Checking<'_> {
    fn trouble(&mut self, trouble: Trouble) {
        self.report.troubles.push(trouble);
    }

    fn customers(&mut self) -> Result<(), StoreFault> {
        let mut known = None;
        for item in &self.open.trees.customers {
            let (key, bytes) = item.at(&self.open.place.sled())?;
            let (front, version) = split_number(&key)?;
            let (customer, version) = (CustomerId(number(front)?), Revision(version));
            if version > self.open.head.revision {
                continue;
            }
            let is_first = known.replace(customer) != Some(customer);
            if customer.0 >= self.open.head.next_id {
                self.trouble(Trouble::NextNumber { customer });
            }
            if bytes == GONE {
                self.customers.remove(&customer.0);
                *self.went.entry(version).or_default() += 1;
                if is_first {
                    self.erased.insert(customer.0);
                }
                continue;
            }
            if is_first {
                *self.came.entry(version).or_default() += 1;
            } else if !self.customers.contains(&customer.0) {
                let detail = "written after the customer was gone".to_owned();
                self.trouble(Trouble::Record { customer, version, detail });
            }
            self.customers.insert(customer.0);
            match (record::decode(&bytes), record::keys(&bytes)) {
                (Ok(stored), Ok(keys)) if MatchKeys::of(&stored.values) == keys => {}
                (Ok(_), Ok(_)) => self.trouble(Trouble::Keys { customer, version }),
                (Err(bad), _) | (_, Err(bad)) => self.trouble(Trouble::Record { customer, version, detail: bad.to_string() }),
            }
        }
        let (said, found) = (self.open.head.customers, self.customers.len() as u64);
        if said != found {
            self.trouble(Trouble::Customers { said, found });
        }
        self.report.customers = found;
        Ok(())
    }

    /// Every version is read; what is visible has to belong to somebody.
    fn dossiers(&mut self) -> Result<(), StoreFault> {
        let flows: BTreeSet<TaskFlowId> = stored_flows(self.open)?.into_iter().map(|flow| flow.id).collect();
        let open = self.open;
        for item in &open.trees.dossiers {
            let (key, bytes) = item.at(&open.place.sled())?;
            let (front, version) = split_number(&key)?;
            let (flow, customer) = split_number(front)?;
            let (flow, customer) = (flow_of(flow)?, CustomerId(customer));
            let detail = if version > open.head.revision.0 {
                continue;
            } else if self.erased.contains(&customer.0) {
                "left of a customer who was removed with the data".to_owned()
            } else if bytes == GONE {
                continue;
            } else {
                match (dossier_record::decode(&bytes), dossier_record::head(&bytes)) {
                    (Err(bad), _) | (_, Err(bad)) => bad.to_string(),
                    (Ok(dossier), Ok((head, _))) if dossier_record::Head::of(&dossier) != head => "its head says something else".to_owned(),
                    _ => continue,
                }
            };
            self.trouble(Trouble::Dossier { flow, customer, detail });
        }
        visible(open, &open.trees.dossiers, |key, _, _| {
            let (front, customer) = split_number(key)?;
            let (flow, customer) = (flow_of(front)?, CustomerId(customer));
            self.report.dossiers += 1;
            let detail = if !self.customers.contains(&customer.0) {
                "there is no such customer"
            } else if !flows.contains(&flow) {
                "there is no such task flow"
            } else {
                return Ok(());
            };
            self.trouble(Trouble::Dossier { flow, customer, detail: detail.to_owned() });
            Ok(())
        })
    }

    /// Follows the chain; gives the entries that can be read.
    fn journal(&mut self) -> Result<Vec<Entry>, StoreFault> {
        let open = self.open;
        let (mut previous, mut entries) = (fingerprint(&[]), Vec::<Entry>::new());
        for item in open.trees.journal.range(..=open.head.revision.0.to_be_bytes()) {
            let (key, bytes) = item.at(&open.place.sled())?;
            let revision = Revision(number(&key)?);
            let mut broken = |detail: &str| self.trouble(Trouble::Journal { revision, detail: detail.to_owned() });
            match unpack::<Entry>(&bytes) {
                Ok(entry) => {
                    if entry.revision != revision {
                        broken("the entry is of another commit");
                    }
                    if entry.previous != previous {
                        broken("the entry does not follow on the one before it");
                    }
                    if entry.customers.0 != entries.last().map_or(0, |last| last.customers.1) {
                        broken("the count of customers does not follow on the one before it");
                    }
                    entries.push(entry);
                }
                Err(fault) => broken(&fault.to_string()),
            }
            previous = fingerprint(&bytes);
            self.report.commits += 1;
        }
        let revision = open.head.revision;
        if open.head.journal != previous || entries.last().map_or(Revision(0), |last| last.revision) != revision {
            self.trouble(Trouble::Journal { revision, detail: "the last entry is not the visible commit".to_owned() });
        }
        Ok(entries)
    }

    fn outcomes(&mut self, entries: &[Entry]) -> Result<(), StoreFault> {
        let mut counted: BTreeMap<Revision, Tally> = BTreeMap::new();
        for item in &self.open.trees.outcomes {
            let (key, bytes) = item.at(&self.open.place.sled())?;
            let revision = Revision(number(split_number(&key)?.0)?);
            match unpack::<Vec<(u32, RowOutcome)>>(&bytes) {
                Ok(outcomes) => outcomes.iter().for_each(|(_, outcome)| count(counted.entry(revision).or_default(), outcome)),
                Err(fault) => self.trouble(Trouble::Outcomes { revision, detail: fault.to_string() }),
            }
        }
        let mut missing = 0;
        for entry in entries {
            let (revision, tally) = (entry.revision, entry.tally.unwrap_or_default());
            let found = counted.remove(&revision).unwrap_or_default();
            let kinds = |of: Tally| (of.rows, of.added, of.not_selected, of.updated, of.left_alone, of.invalid, of.joined);
            if kinds(found) != kinds(tally) {
                self.trouble(Trouble::Outcomes { revision, detail: format!("counted {found:?}, the journal says {tally:?}") });
            }
            let came = self.came.remove(&revision).unwrap_or(0);
            let (added, gone) = entry.came_and_went();
            if came > added || entry.customers.1 + gone != entry.customers.0 + added {
                self.trouble(Trouble::Outcomes { revision, detail: format!("{came} customers came, {added} are counted") });
            }
            let went = self.went.remove(&revision).unwrap_or(0);
            if went != gone {
                self.trouble(Trouble::Outcomes { revision, detail: format!("{went} customers went, {gone} are counted") });
            }
            missing += added.saturating_sub(came);
        }
        // Of those that were erased the journal still counts the coming, and nothing else tells of it.
        let erased = self.erased.len() as u64;
        if missing != erased {
            let revision = self.open.head.revision;
            self.trouble(Trouble::Outcomes { revision, detail: format!("{missing} customers are missing, {erased} were erased") });
        }
        let unknown: BTreeSet<Revision> = counted
            .into_keys()
            .chain(std::mem::take(&mut self.came).into_keys())
            .chain(std::mem::take(&mut self.went).into_keys())
            .collect();
        for revision in unknown.into_iter().filter(|&revision| revision <= self.open.head.revision) {
            self.trouble(Trouble::Outcomes { revision, detail: "the journal does not know it".to_owned() });
        }
        Ok(())
    }

    fn names(&mut self, entries: &[Entry]) -> Result<(), StoreFault> {
        let mut named: BTreeMap<String, Revision> = BTreeMap::new();
        for item in &self.open.trees.commits {
            let (name, revision) = item.at(&self.open.place.sled())?;
            named.insert(String::from_utf8_lossy(&name).into_owned(), Revision(number(&revision)?));
        }
        for entry in entries {
            if named.remove(&entry.commit.0) != Some(entry.revision) {
                self.trouble(Trouble::Name { commit: entry.commit.clone() });
            }
        }
        for commit in named.into_keys() {
            self.trouble(Trouble::Name { commit: CommitId(commit) });
        }
        Ok(())
    }

    fn lessons(&mut self, entries: &[Entry]) -> Result<(), StoreFault> {
        let open = self.open;
        let (mut counted, mut about) = (BTreeMap::<Revision, u64>::new(), HashSet::new());
        for item in &open.trees.lessons {
            let (key, bytes) = item.at(&open.place.sled())?;
            let (front, version) = split_number(&key)?;
            let revision = Revision(version);
            if revision > open.head.revision {
                continue;
            }
            *counted.entry(revision).or_default() += 1;
            about.insert(front.to_vec());
            let detail = match unpack::<Lesson>(&bytes) {
                Err(fault) => fault.to_string(),
                Ok(lesson) if lesson_key(&open.schema.store, &lesson, revision) != *key => "one lies where another belongs".to_owned(),
                Ok(_) => continue,
            };
            self.trouble(Trouble::Lesson { revision, detail });
        }
        self.report.lessons = about.len() as u64;
        let forgotten = forgotten(open)?.lessons;
        for entry in entries {
            let found = counted.remove(&entry.revision).unwrap_or(0);
            let erased = forgotten.get(&entry.revision).copied().unwrap_or(0);
            if found + erased != entry.lessons {
                let detail = format!("{found} are there and {erased} went with their people, the journal says {}", entry.lessons);
                self.trouble(Trouble::Lesson { revision: entry.revision, detail });
            }
        }
        for revision in counted.into_keys() {
            self.trouble(Trouble::Lesson { revision, detail: "the journal does not know it".to_owned() });
        }
        Ok(())
    }

    fn mappings(&mut self) -> Result<(), StoreFault> {
        let open = self.open;
        for item in &open.trees.mappings {
            let (key, bytes) = item.at(&open.place.sled())?;
            self.report.mappings += 1;
            let detail = match unpack::<KeptMapping>(&bytes) {
                Err(fault) => fault.to_string(),
                Ok(kept) if mapping_key(&open.schema.store, &kept.mapping.name) != *key => "one lies where another belongs".to_owned(),
                Ok(_) => continue,
            };
            self.trouble(Trouble::Mapping { detail });
        }
        Ok(())
    }

    fn above(&mut self) -> Result<(), StoreFault> {
        let (open, trees) = (self.open, &self.open.trees);
        let visible = open.head.revision;
        let mut left = Vec::new();
        let versioned =
            [("customers", &trees.customers), ("dossiers", &trees.dossiers), ("flows", &trees.flows), ("lessons", &trees.lessons)];
        for (name, tree) in versioned {
            left.push((name, above(open, tree, visible)?.len()));
        }
        let later = (visible.0 + 1).to_be_bytes();
        left.push(("journal", trees.journal.range(later..).count()));
        left.push(("outcomes", trees.outcomes.range(later..).count()));
        for (tree, count) in left.into_iter().filter(|&(_, count)| count > 0) {
            self.trouble(Trouble::Above { tree: tree.to_owned(), count: count as u64 });
        }
        Ok(())
    }
}

fn count(tally: &mut Tally, outcome: &RowOutcome) {
    tally.rows += 1;
    match outcome {
        RowOutcome::Added => tally.added += 1,
        RowOutcome::Updated(_) => tally.updated += 1,
        RowOutcome::LeftAlone(_) => tally.left_alone += 1,
        RowOutcome::NotSelected => tally.not_selected += 1,
        RowOutcome::Invalid(_) => tally.invalid += 1,
        RowOutcome::Joined(_) => tally.joined += 1,
    }
}
