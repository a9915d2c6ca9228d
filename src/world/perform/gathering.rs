//! What the register needs of a store beside the store itself: texts to find people by, the questionnaires,
//! and what day it is.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::{Stopping, World};
use crate::app::effect::{Far, Stage};
use crate::app::register::Gathered;
use crate::app::{Job, Report, Shared};
use crate::domain::draft::Office;
use crate::domain::matching::Stock;
use crate::domain::search_texts::SearchTexts;

/// How many times it is told how far it is.
const TOLD: usize = 20;

impl World {
    /// Gathers it in the background; tells how far it is.
    pub(super) fn gather(&self, job: Job, stock: Shared<Stock>, stopping: Stopping<'_>, tell: &mut dyn FnMut(Report)) {
        let all = stock.snapshot.customer_count();
        let mut next = 0;
        let texts = SearchTexts::made(&stock.snapshot, &mut |done| {
            if done >= next {
                tell(Report::Far(job, Far { stage: Stage::Gathering, done: done as u64, all: all as u64 }));
                next = done + all / TOLD;
            }
            if stopping(job) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        match texts {
            Some(texts) => tell(Report::Gathered(job, Box::new(self.gathered(stock, texts)))),
            None => tell(Report::Stopped(job)),
        }
    }

    /// What the register needs of a store, whose texts are made.
    #[must_use]
    pub fn gathered(&self, stock: Shared<Stock>, texts: SearchTexts) -> Gathered {
        let office = Office { today: self.clock.today(), ..self.office.clone() };
        Gathered { stock, texts: Arc::new(texts), office: Arc::new(office) }
    }
}
