//! Keys of one dossier: moving, answering, the dossier's own matters.

use crate::app::action::Action;
use crate::app::answer::{About, Place, Verdict};
use crate::app::desk::Sight;
use crate::app::dossier::{Binder, DossierAsk, DossierChoice, DossierNotice, Speaks};
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::model::{Ask, Model, Overlay, Screen};
use crate::app::notice::Notice;
use crate::app::text_field::TextField;
use crate::domain::completion::{Matter, about_dossier};
use crate::domain::questionnaire::{AnswerKind, Question, QuestionnaireId};

impl Model {
    /// The dossier, where one is on screen.
    #[must_use]
    pub fn binder(&self) -> Option<&Binder> {
        match &self.screen {
            Screen::Dossier(binder) => Some(binder),
            _ => None,
        }
    }

    pub(super) fn binder_mut(&mut self) -> Option<&mut Binder> {
        match &mut self.screen {
            Screen::Dossier(binder) => Some(binder),
            _ => None,
        }
    }

    pub(super) fn say_of_dossier(&mut self, notice: DossierNotice) -> Vec<Effect> {
        self.notice = Some(Notice::Dossier(notice));
        Vec::new()
    }

    pub(super) fn act_on_dossier(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Open | Action::Edit => self.answer_current(),
            Action::FlipAnswer => self.flip_answer(),
            Action::ClearAnswer => self.clear_answer(),
            Action::AboutDossier => self.list_of_dossier(|binder, sight| Some(binder.about(sight))),
            Action::Sections => self.list_of_dossier(Binder::sections),
            Action::Asides => self.list_of_dossier(Binder::asides),
            Action::SaveDossier => self.review_dossier(),
            Action::Undo | Action::Redo => self.step_back(action == Action::Undo),
            _ => self.move_in_dossier(action),
        }
    }

    fn list_of_dossier(&mut self, list: impl FnOnce(&Binder, Sight) -> Option<crate::app::chooser::Chooser>) -> Vec<Effect> {
        let sight = self.sight;
        match self.binder().and_then(|binder| list(binder, sight)) {
            Some(chooser) => self.overlay = Some(Overlay::Chooser(chooser)),
            None => return self.say_of_dossier(DossierNotice::NoQuestion),
        }
        Vec::new()
    }

    fn move_in_dossier(&mut self, action: Action) -> Vec<Effect> {
        let (size, sight) = (self.size, self.sight);
        let Some(binder) = self.binder_mut() else { return Vec::new() };
        let page = isize::try_from(binder.seen(size).saturating_sub(1).max(1)).unwrap_or(1);
        let zoomed = binder.zoom;
        match action {
            Action::Down => binder.go_by(1),
            Action::Up => binder.go_by(-1),
            Action::PageDown if zoomed => binder.pane_top += usize::from(size.1 / 2),
            Action::PageUp if zoomed => binder.pane_top = binder.pane_top.saturating_sub(usize::from(size.1 / 2)),
            Action::First if zoomed => binder.pane_top = 0,
            Action::Last if zoomed => binder.pane_top = usize::MAX,
            Action::PageDown => binder.go_by(page),
            Action::PageUp => binder.go_by(-page),
            Action::First => binder.go_to(0),
            Action::Last => binder.go_to(usize::MAX),
            Action::PaneDown => binder.pane_top = binder.pane_top.saturating_add(1),
            Action::PaneUp => binder.pane_top = binder.pane_top.saturating_sub(1),
            Action::Pane => binder.pane = !binder.pane,
            Action::Zoom => binder.zoom = !binder.zoom,
            Action::Filter => binder.is_filtering = true,
            Action::Choose => binder.is_filtering = false,
            Action::NextPart | Action::PreviousPart => {
                if !binder.section_by(action == Action::NextPart) {
                    self.notice = Some(Notice::NoMore);
                }
            }
            Action::NextUnanswered | Action::PreviousUnanswered | Action::NextFinding | Action::PreviousFinding => {
                if !binder.unanswered_by(matches!(action, Action::NextUnanswered | Action::NextFinding)) {
                    return self.say_of_dossier(DossierNotice::NoneOpen);
                }
            }
            Action::QuestionLanguage => {
                binder.speaks = if binder.speaks == Speaks::Dossier { Speaks::Screen } else { Speaks::Dossier };
                let language = binder.language(sight.language);
                binder.relist(sight);
                return self.say_of_dossier(DossierNotice::Reads(language));
            }
            _ => return self.nothing_here(),
        }
        self.bound_pane();
        Vec::new()
    }

    /// The pane scrolls no further than its last line.
    fn bound_pane(&mut self) {
        let (sight, size) = (self.sight, self.size);
        let Some(binder) = self.binder_mut() else { return };
        let (width, height) = binder.pane_room(size);
        let lines = binder.told(sight, width).1.len();
        binder.pane_top = binder.pane_top.min(lines.saturating_sub(height));
    }

    /// The question under the cursor, where it can be answered now; else why not is said.
    fn open_question(&mut self) -> Option<Question> {
        let binder = self.binder()?;
        let found = match (binder.read_only(), binder.current()) {
            (Some(why), _) => Err(why),
            (None, None) => Err(DossierNotice::NoQuestion),
            (None, Some(question)) => Ok(question.clone()),
        };
        match found {
            Ok(question) => Some(question),
            Err(notice) => {
                self.say_of_dossier(notice);
                None
            }
        }
    }

    /// Opens the editor of the question under the cursor.
    fn answer_current(&mut self) -> Vec<Effect> {
        let sight = self.sight;
        let Some(question) = self.open_question() else { return Vec::new() };
        if let Some(matter) = about_dossier(&question) {
            return self.change_matter(&matter);
        }
        let Some(binder) = self.binder() else { return Vec::new() };
        let overlay = match question.kind {
            AnswerKind::Choice | AnswerKind::YesNo => Some(Overlay::Chooser(binder.offered(&question, sight))),
            AnswerKind::Text | AnswerKind::LongText | AnswerKind::Date | AnswerKind::Amount | AnswerKind::Number | AnswerKind::Account => {
                binder.entry(&question, sight).map(|entry| Overlay::Answer(Box::new(entry)))
            }
        };
        match overlay {
            Some(overlay) => self.overlay = Some(overlay),
            None => return self.say_of_dossier(DossierNotice::Masked),
        }
        Vec::new()
    }

    /// Yes becomes no, no becomes no answer, no answer becomes yes.
    fn flip_answer(&mut self) -> Vec<Effect> {
        let Some(question) = self.open_question() else { return Vec::new() };
        if question.kind != AnswerKind::YesNo {
            return self.say_of_dossier(DossierNotice::NotYesNo);
        }
        let Some(binder) = self.binder_mut() else { return Vec::new() };
        let next = match binder.dossier().answer(&question.id).map(|answer| answer.value.as_str()) {
            None => Some("yes"),
            Some("yes") => Some("no"),
            Some(_) => None,
        };
        binder.answer(&question.id, next.map(str::to_owned));
        Vec::new()
    }

    fn clear_answer(&mut self) -> Vec<Effect> {
        let Some(question) = self.open_question() else { return Vec::new() };
        if let Some(matter) = about_dossier(&question) {
            return self.change_matter(&matter);
        }
        let Some(binder) = self.binder_mut() else { return Vec::new() };
        if binder.answer(&question.id, None) { Vec::new() } else { self.say_of_dossier(DossierNotice::NothingToClear) }
    }

    fn step_back(&mut self, back: bool) -> Vec<Effect> {
        let sight = self.sight;
        let Some(binder) = self.binder_mut() else { return Vec::new() };
        let matter = if back { binder.completion.undo() } else { binder.completion.redo() };
        let Some(matter) = matter else {
            self.notice = Some(if back { Notice::NothingToUndo { committed: false } } else { Notice::NothingToRedo });
            return Vec::new();
        };
        binder.relist(sight);
        if let Matter::Answer(id) | Matter::Record(id) = &matter {
            binder.go_to_question(id, sight);
        }
        let name = binder.named(&matter, sight);
        self.say_of_dossier(if back { DossierNotice::TakenBack(name) } else { DossierNotice::MadeAgain(name) })
    }

    /// Changes one of the dossier's own matters.
    fn change_matter(&mut self, matter: &Matter) -> Vec<Effect> {
        let sight = self.sight;
        let Some(binder) = self.binder_mut() else { return Vec::new() };
        // A closed dossier is opened again; one of the archive is not even that.
        let opens_again = *matter == Matter::Status && !binder.is_archived();
        let looks = matches!(matter, Matter::Answer(_) | Matter::Aside | Matter::Record(_));
        if let Some(why) = binder.read_only().filter(|_| !opens_again && !looks) {
            return self.say_of_dossier(why);
        }
        match matter {
            Matter::Deadline => self.overlay = Some(Overlay::Answer(Box::new(binder.deadline_entry()))),
            Matter::Language => return self.list_of_dossier(Binder::languages),
            Matter::Questionnaire if binder.opened.questionnaires.len() < 2 && binder.questionnaire().is_some() => {
                return self.say_of_dossier(DossierNotice::OnlyOne);
            }
            Matter::Questionnaire => return self.list_of_dossier(|binder, sight| Some(binder.questionnaires(sight))),
            Matter::Invitation => {
                let wanted = binder.dossier().invitation_wanted;
                binder.completion.invitation(!wanted);
                self.overlay = Some(Overlay::Chooser(binder.about(sight)));
            }
            Matter::Status => {
                let ask = if binder.is_closed() { DossierAsk::Reopen } else { DossierAsk::Close };
                self.overlay = Some(Overlay::Ask(Ask::Dossier(ask), false));
            }
            Matter::Aside => return self.list_of_dossier(Binder::asides),
            Matter::Record(id) => return self.list_of_dossier(|binder, sight| binder.record(id, sight)),
            Matter::Answer(id) => binder.go_to_question(id, sight),
        }
        Vec::new()
    }

    /// A text that came back: whole, to its question, or dealt with.
    fn choose_aside(&mut self, choice: &DossierChoice) -> Vec<Effect> {
        let sight = self.sight;
        let Some(binder) = self.binder_mut() else { return Vec::new() };
        let (DossierChoice::Aside(at) | DossierChoice::ToAside(at) | DossierChoice::DealtWith(at)) = choice else { return Vec::new() };
        let Some(aside) = binder.dossier().course.aside.get(*at).cloned() else { return Vec::new() };
        match choice {
            DossierChoice::Aside(at) => return self.list_of_dossier(|binder, sight| binder.aside(*at, sight)),
            DossierChoice::ToAside(_) => binder.go_to_question(&aside.question, sight),
            _ => return self.look_further(|binder| binder.completion.deal_with(&aside)),
        }
        Vec::new()
    }

    /// Deals with something that came back, where the dossier is not read only, and shows what is left of it.
    fn look_further(&mut self, deal: impl FnOnce(&mut Binder) -> bool) -> Vec<Effect> {
        let sight = self.sight;
        let Some(binder) = self.binder_mut() else { return Vec::new() };
        if let Some(why) = binder.read_only() {
            return self.say_of_dossier(why);
        }
        deal(binder);
        self.overlay = binder.asides(sight).map(Overlay::Chooser);
        Vec::new()
    }

    /// What choosing a line of one of the dossier's lists does.
    pub(super) fn choose_in_dossier(&mut self, choice: DossierChoice) -> Vec<Effect> {
        let sight = self.sight;
        if let (Screen::Arrived(arrived), DossierChoice::Answer(value)) = (&mut self.screen, &choice) {
            arrived.type_answer(value.clone());
            return Vec::new();
        }
        let Some(binder) = self.binder_mut() else { return Vec::new() };
        match choice {
            DossierChoice::Answer(value) => {
                if let Some(id) = binder.current().map(|question| question.id.clone()) {
                    binder.answer(&id, value);
                }
            }
            DossierChoice::Section(section) => {
                if !binder.go_to_section(section) {
                    binder.filter = TextField::default();
                    binder.relist(sight);
                    binder.go_to_section(section);
                }
            }
            DossierChoice::Matter(matter) => return self.change_matter(&matter),
            DossierChoice::Language(language) => {
                binder.set_language(language);
                binder.relist(sight);
            }
            DossierChoice::Questionnaire(id) => return self.change_questionnaire(&id, false),
            DossierChoice::AllTheSame(id) => return self.change_questionnaire(&id, true),
            DossierChoice::Save => return self.save_dossier(),
            DossierChoice::Clash(at) => return self.look_at_clash(at),
            DossierChoice::Record(id) => return self.change_matter(&Matter::Record(id)),
            DossierChoice::Settle(id, how) => return self.look_further(|binder| binder.completion.settle(&id, how)),
            DossierChoice::Aside(_) | DossierChoice::ToAside(_) | DossierChoice::DealtWith(_) => return self.choose_aside(&choice),
        }
        Vec::new()
    }

    /// Another list of questions: what is lost by it is shown first.
    fn change_questionnaire(&mut self, id: &QuestionnaireId, all_the_same: bool) -> Vec<Effect> {
        let sight = self.sight;
        let Some(binder) = self.binder_mut() else { return Vec::new() };
        let Some(to) = binder.opened.questionnaires.iter().find(|known| known.id == *id).cloned() else { return Vec::new() };
        if !to.languages.contains(&binder.dossier().language) {
            let codes: Vec<&str> = to.languages.iter().map(|language| language.code()).collect();
            return self.say_of_dossier(DossierNotice::OtherLanguages(codes.join(", ")));
        }
        if *id == binder.dossier().questionnaire {
            return Vec::new();
        }
        match binder.lost(&to, sight).filter(|_| !all_the_same) {
            Some(lost) => self.overlay = Some(Overlay::Chooser(lost)),
            None => {
                binder.set_questionnaire(&to);
                binder.relist(sight);
                binder.go_to(0);
            }
        }
        Vec::new()
    }

    /// To the place where a colleague's value stands now; what one had typed is in the editor there.
    fn look_at_clash(&mut self, at: usize) -> Vec<Effect> {
        let sight = self.sight;
        let Some(binder) = self.binder_mut() else { return Vec::new() };
        let Some(clash) = binder.clashes.get(at).cloned() else { return Vec::new() };
        let Matter::Answer(id) = &clash.about else { return self.change_matter(&clash.about) };
        binder.go_to_question(id, sight);
        let effects = self.answer_current();
        if let (Some(Overlay::Answer(entry)), Some(mine)) = (&mut self.overlay, clash.answer())
            && !entry.hidden
        {
            entry.put(&mine.value);
        }
        effects
    }

    /// Goes on typing what was being typed.
    pub(super) fn type_on(&mut self, matter: &Matter, text: &str) {
        let sight = self.sight;
        if let (Matter::Answer(id), Some(binder)) = (matter, self.binder_mut()) {
            binder.go_to_question(id, sight);
            self.answer_current();
        } else {
            self.change_matter(matter);
        }
        if let Some(Overlay::Answer(entry)) = &mut self.overlay {
            entry.put(text);
        }
    }

    /// The keys of an answer that is typed.
    pub(super) fn act_on_answer(&mut self, action: Action) -> Vec<Effect> {
        if action != Action::Choose {
            return Vec::new();
        }
        let Some(Overlay::Answer(entry)) = &self.overlay else { return Vec::new() };
        let value = match entry.verdict() {
            Verdict::Wrong(_) | Verdict::TooEarly(_) => return self.say_of_dossier(DossierNotice::NotTaken),
            Verdict::Stays => {
                self.overlay = None;
                return Vec::new();
            }
            Verdict::Cleared | Verdict::DefaultDeadline(_) => None,
            Verdict::Kept(kept) => Some(kept),
        };
        match (&entry.about, &mut self.screen) {
            (About::Question(asking), Screen::Dossier(binder)) => _ = binder.answer(&asking.question.id, value),
            (About::Question(asking), Screen::Arrived(arrived)) if asking.place == Place::Arrived => arrived.type_answer(value),
            (About::Deadline { .. }, Screen::Dossier(binder)) => _ = binder.set_deadline(value.and_then(|date| date.parse().ok())),
            _ => {}
        }
        self.overlay = None;
        Vec::new()
    }

    /// Yes and no can be said with one key in every language.
    pub(super) fn says_yes_or_no(&mut self, key: Key) -> bool {
        let answer = match key {
            Key::Char('y' | 'Y' | 'j' | 'J' | 'o' | 'O') => "yes",
            Key::Char('n' | 'N') => "no",
            _ => return false,
        };
        self.overlay = None;
        self.choose_in_dossier(DossierChoice::Answer(Some(answer.to_owned())));
        true
    }

    pub(super) fn answer_dossier(&mut self, ask: DossierAsk) -> Vec<Effect> {
        match ask {
            DossierAsk::Leave(_) => return self.leave(),
            DossierAsk::Close | DossierAsk::Reopen => {
                if let Some(binder) = self.binder_mut() {
                    binder.completion.close(ask == DossierAsk::Close);
                }
            }
        }
        Vec::new()
    }
}
