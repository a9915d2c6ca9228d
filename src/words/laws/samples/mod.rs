//! What the phrases are asked: every variant of what they are about, and small and large numbers.

#[macro_use]
mod every;
mod columns;
mod faults;
mod intake;
mod inviting;
mod keys;
mod notices;
mod outbox;
mod past;
mod person;
mod returned;
mod seasons;
mod tour;

pub(super) use columns::all_columns;
use columns::*;
use every::*;
use faults::copy_faults;
pub(super) use faults::faults;
use intake::*;
use keys::{keys_warnings, keys_wrongs};
use notices::*;
use past::{counts, dossier_events, parts, releases, sources, troubles, untakables, why_kept};
use person::{person_notices, person_tasks};
use returned::*;
use seasons::*;
pub(super) use tour::advices;

use crate::app::action::Action;
use crate::app::chooser::Question;
use crate::app::copy_fault::CopyFault;
use crate::app::dossier::{Asked, DossierNotice};
use crate::app::export::{Caption, ExportKind};
use crate::app::fault::Fault;
use crate::app::grouping::Grouping;
use crate::app::keeping::Cut;
use crate::app::keymap::{KeysWarning, KeysWrong, Layer};
use crate::app::log_place::LogPlace;
use crate::app::made::Made;
use crate::app::notice::Notice;
use crate::app::past::{Fate as PastFate, ToldColumn};
use crate::app::person::{PersonNotice, PersonTask};
use crate::app::register::TabKind;
use crate::app::replacing::Scope;
use crate::app::season::{Field as FormField, Matter as SeasonMatter, Unclear as UnclearForm};
use crate::app::table::Column;
use crate::app::tour::{Advice, TourStep};
use crate::domain::amendment::Deed as StoredDeed;
use crate::domain::answering::NoAnswer;
use crate::domain::completion::Matter;
use crate::domain::correction::Corrected;
use crate::domain::dossier::{Origin, Settlement, Status};
use crate::domain::draft::{Bond, Bucket, Refusal, SidesRule, Unfit, Unmet};
use crate::domain::field::Field;
use crate::domain::finding::Proof;
use crate::domain::history::{DossierEvent, Source};
use crate::domain::language::Language;
use crate::domain::mapping::{Doubt, Ground as MappedGround};
use crate::domain::matching::{Certainty, Ground};
use crate::domain::national_number::Sex;
use crate::domain::person::{Part as PersonPart, Wish};
use crate::domain::plan::Misfit;
use crate::domain::questionnaire::{AnswerKind, Place, Wrong};
use crate::domain::replacement::Unclear;
use crate::domain::returned::{NotUnderstood, Outcome, Refused};
use crate::domain::season::{Due, LastAnswers, Reach, Refused as SeasonRefused, Remark, WhyNot};
use crate::domain::sheet::CellKind;
use crate::domain::store_copy::Before;
use crate::domain::taking_back::{Counts, Part, Release, Untakable, WhyKept};
use crate::domain::trouble::Trouble;
use crate::words::command::Thing;
use crate::words::{ScreenLanguage, SystemRefused, Told};

/// A phrase that can be asked what it says, about a few samples where it is about something.
pub(in crate::words) trait Say {
    fn say(&self) -> Vec<String>;
}

fn told(told: Told) -> Vec<String> {
    [told.what, told.why, told.remedy].into_iter().filter(|text| !text.is_empty()).collect()
}

macro_rules! say {
    ($($kind:ty: |$phrase:ident| $texts:expr;)*) => {
        $(impl Say for $kind {
            fn say(&self) -> Vec<String> {
                let $phrase = *self;
                $texts.into_iter().map(String::from).collect()
            }
        })*
    };
}

say! {
    ScreenLanguage: |language| [language.code()];
    &'static str: |text| [text];
    [&'static str; 8]: |texts| texts;
    fn(Field) -> &'static str: |of| Field::ALL.map(of);
    fn(&LogPlace) -> String: |of| [LogPlace::Kept("~/instroom.log".into()), LogPlace::Refused("/x".into(), "no".into()), LogPlace::Nowhere].iter().map(of);
    fn(Refusal) -> &'static str: |of| refusals().into_iter().map(of);
    fn(Language) -> &'static str: |of| Language::ALL.map(of);
    fn(SeasonMatter) -> &'static str: |of| SeasonMatter::ALL.map(of);
    fn(Due) -> &'static str: |of| Due::ALL.map(of);
    fn(FormField) -> &'static str: |of| FormField::ALL.map(of);
    fn(UnclearForm) -> String: |of| unclear_forms().into_iter().map(of);
    fn(LastAnswers) -> &'static str: |of| [LastAnswers::TakenAlong, LastAnswers::LeftBehind].map(of);
    fn(Reach) -> &'static str: |of| [Reach::NothingSent, Reach::AlsoSent].map(of);
    fn(WhyNot) -> &'static str: |of| WhyNot::ALL.map(of);
    fn(&SeasonRefused) -> Told: |of| seasons_refused().iter().flat_map(|refused| told(of(refused)));
    fn(&Remark) -> String: |of| remarks().iter().map(of);
    fn(Bucket) -> &'static str: |of| Bucket::ALL.map(of);
    fn(ToldColumn) -> &'static str: |of| ToldColumn::ALL.map(of);
    fn(PastFate) -> &'static str: |of| PastFate::ALL.map(of);
    fn(TabKind) -> &'static str: |of| TabKind::ALL.map(of);
    fn(Status, usize) -> String: |of| Status::ALL.into_iter().flat_map(|status| [of(status, 0), of(status, 1), of(status, 12)]);
    fn(Status) -> &'static str: |of| Status::ALL.map(of);
    fn(&StoredDeed) -> &'static str: |of| stored_deeds().iter().map(of);
    fn(i64) -> String: |of| [of(0), of(1), of(2), of(-1), of(-2), of(12_345)];
    fn(&str, u64) -> String: |of| [of("Klanten", 0), of("Klanten", 1), of("Klanten", 12)];
    fn(u64, u64, u64) -> String: |of| [of(0, 0, 0), of(1, 1, 1), of(2, 2, 2), of(12_345, 12_345, 12_345)];
    fn(u64, &str) -> String: |of| [of(0, "1/2/2026"), of(1, "1/2/2026"), of(2, "1/2/2026")];
    fn(Ground) -> &'static str: |of| Ground::ALL.map(of);
    fn(Layer) -> &'static str: |of| Layer::ALL.map(of);
    fn(Action) -> &'static str: |of| Action::ALL.iter().copied().map(of);
    fn(Certainty) -> &'static str: |of| certainties().into_iter().map(of);
    fn(SidesRule) -> &'static str: |of| SidesRule::ALL.map(of);
    fn(Bond) -> &'static str: |of| Bond::ALL.map(of);
    fn(Thing, &str) -> String: |of| things().into_iter().map(|thing| of(thing, "PB"));
    fn(SystemRefused) -> &'static str: |of| system_refusals().into_iter().map(of);
    fn(Thing) -> &'static str: |of| things().into_iter().map(of);
    fn(Sex) -> &'static str: |of| sexes().into_iter().map(of);
    fn(Column) -> &'static str: |of| all_columns().into_iter().map(of);
    fn(Question) -> &'static str: |of| questions().into_iter().map(of);
    fn(Origin) -> &'static str: |of| Origin::ALL.map(of);
    fn(Settlement) -> &'static str: |of| settlements().into_iter().map(of);
    fn(AnswerKind) -> &'static str: |of| AnswerKind::ALL.map(of);
    fn(&Matter) -> &'static str: |of| matters().iter().map(of);
    fn(Asked) -> &'static str: |of| Asked::ALL.map(of);
    fn(&DossierNotice) -> String: |of| dossier_notices().iter().map(of);
    fn(NoAnswer) -> &'static str: |of| no_answers().into_iter().map(of);
    fn(&MappedGround) -> String: |of| mapped_grounds().iter().map(of);
    fn(Doubt) -> String: |of| doubts().into_iter().map(of);
    fn(usize, usize, usize) -> String: |of| [of(0, 0, 0), of(1, 1, 1), of(2, 2, 2)];
    fn(Caption) -> &'static str: |of| Caption::ALL.map(of);
    fn(ExportKind) -> &'static str: |of| exports().into_iter().map(of);
    fn(&Made) -> String: |of| steps().iter().map(of);
    fn(Grouping) -> &'static str: |of| groupings().into_iter().map(of);
    fn(&Unmet) -> String: |of| unmet().iter().map(of);
    fn(&Misfit) -> String: |of| misfits().iter().map(of);
    fn(Cut) -> &'static str: |of| cuts().into_iter().map(of);
    fn(&Unfit) -> String: |of| unfits().iter().map(of);
    fn(&str, &str, u64, Option<u64>) -> String: |of| [
        of("1/2/2026", "els", 1, None), of("1/2/2026", "els", 2, Some(1)), of("1/2/2026", "els", 12_345, Some(2)),
    ];
    fn(&Outcome) -> &'static str: |of| outcomes().iter().map(of);
    fn(NotUnderstood) -> &'static str: |of| not_understood().into_iter().map(of);
    fn(&Refused) -> Told: |of| refused().iter().flat_map(|refused| told(of(refused)));
    fn(&Wrong) -> String: |of| wrongs().iter().map(of);
    fn(&Place) -> String: |of| [of(&place())];
    fn(&Notice) -> String: |of| notices().iter().map(of);
    fn(&PersonNotice) -> String: |of| person_notices().iter().map(of);
    fn(PersonTask) -> &'static str: |of| person_tasks().into_iter().map(of);
    fn(PersonPart) -> &'static str: |of| PersonPart::ALL.map(of);
    fn(Wish) -> &'static str: |of| Wish::ALL.map(of);
    fn(&Corrected) -> Told: |of| corrections().iter().flat_map(|corrected| told(of(corrected)));
    fn(&Fault) -> Told: |of| faults().iter().flat_map(|fault| told(of(fault)));
    fn(&CopyFault) -> Told: |of| copy_faults().iter().flat_map(|fault| told(of(fault)));
    fn(Before) -> &'static str: |of| Before::ALL.map(of);
    fn(&Proof) -> String: |of| proofs().iter().map(of);
    fn(&Unclear) -> String: |of| unclear_wishes().iter().map(of);
    fn(TourStep) -> &'static str: |of| TourStep::ALL.map(of);
    fn(Advice) -> &'static str: |of| advices().into_iter().map(of);
    fn(&KeysWrong) -> String: |of| keys_wrongs().iter().map(of);
    fn(&KeysWarning) -> String: |of| keys_warnings().iter().map(of);
    [&'static str; 4]: |texts| texts;
    fn(CellKind) -> &'static str: |of| cell_kinds().into_iter().map(of);
    fn(Scope, usize) -> String: |of| scopes().into_iter().flat_map(|scope| [0, 1, 2].map(|rows| of(scope, rows)));
    fn(&StoredDeed) -> String: |of| stored_deeds().iter().map(of);
    fn(&Source) -> String: |of| sources().iter().map(of);
    fn(&DossierEvent) -> String: |of| dossier_events().iter().map(of);
    fn(&Part) -> String: |of| parts().iter().map(of);
    fn(&WhyKept) -> String: |of| why_kept().iter().map(of);
    fn(u64, &Counts) -> String: |of| counts().iter().map(|counts| of(12, counts));
    fn(&Release) -> String: |of| releases().iter().map(of);
    fn(&Untakable, &str) -> String: |of| untakables().iter().map(|untakable| of(untakable, "1/2/2026"));
    fn(&Trouble) -> String: |of| troubles().iter().map(of);
    fn(i16) -> String: |of| [of(2026)];
    fn(u32) -> String: |of| [of(0), of(1), of(2), of(12_345)];
    fn(u64) -> &'static str: |of| [of(0), of(1), of(2)];
    fn(u64) -> String: |of| [of(0), of(1), of(2), of(12_345), of(12_345_678)];
    fn(usize) -> String: |of| [of(0), of(1), of(2), of(12_345)];
    fn(u16, u16) -> String: |of| [of(40, 8)];
    fn(u64, u64) -> String: |of| [of(0, 0), of(1, 1), of(2, 2), of(12_345, 12_345)];
    fn(usize, usize) -> String: |of| [of(12, 345)];
    fn(u64, u64, u64, u64) -> String: |of| [of(0, 0, 5, 5), of(1, 1, 5, 6), of(2, 2, 5, 7), of(12_345, 12_345, 12_345, 24_690)];
    fn(u64, u64, u64, u64, bool) -> String: |of| [
        of(0, 0, 0, 0, true), of(1, 1, 1, 1, true), of(2, 2, 2, 2, true), of(12_345, 12_345, 12_345, 12_345, true),
        of(12_345, 12_345, 12_345, 12_345, false),
    ];
    fn(u64, u64, u64, u64, u64, bool) -> String: |of| [
        of(1, 1, 1, 1, 1, true), of(12_345, 12_345, 12_345, 12_345, 12_345, true), of(12_345, 12_345, 12_345, 12_345, 12_345, false),
    ];
    fn(&str) -> String: |of| [of("PB")];
    fn(&str, &str) -> String: |of| [of("7", "Maes An")];
    fn(&str, &str, &str) -> String: |of| [of("1/2/2026", PATH, "els")];
    fn(&str, &str, u32) -> String: |of| [of(PATH, "Blad1", 1)];
    fn(&str, u32) -> String: |of| [of("Blad1", 1)];
    fn(u32, &str) -> String: |of| [of(3, "Maes An")];
    fn(&str, usize) -> String: |of| [of("peeters", 0), of("peeters", 1), of("peeters", 2), of("peeters", 12_345)];
    fn(&str, &str, &str, u64, u64, u64) -> String: |of| [1, 2].map(|count| of("1/2/2026", PATH, "els", count, count, count));
}
