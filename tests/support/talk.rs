//! A person who listens and answers in lines: the dialogue on plain lines over a [`Flow`], with its whole transcript.

use instroom::app::Msg;
use instroom::app::desk::Naming;
use instroom::plain::{Dialogue, Reply, WINDOW};
use instroom::words::ScreenLanguage;

use super::flow::{Flow, accept};

/// A dialogue over a session.
pub(crate) struct Talk {
    pub(crate) flow: Flow,
    dialogue: Dialogue,
    transcript: String,
}

impl Talk {
    /// The beginning of a dialogue in a language: what is told first is in the transcript.
    pub(crate) fn of(mut flow: Flow, language: ScreenLanguage) -> Self {
        flow.speak(language).resize(WINDOW.0, WINDOW.1);
        flow.model.sight.naming = Naming::Heard;
        let mut talk = Self { flow, dialogue: Dialogue::new(), transcript: String::new() };
        talk.hear();
        talk
    }

    fn hear(&mut self) {
        for line in self.dialogue.tell(&self.flow.model) {
            self.transcript.push_str(&format!("{line}\n"));
        }
    }

    /// Answers, one line after the other.
    pub(crate) fn say(&mut self, lines: &[&str]) -> &mut Self {
        for line in lines {
            self.transcript.push_str(&format!("{}{line}\n", self.dialogue.prompt(&self.flow.model)));
            match self.dialogue.answer(&self.flow.model, line) {
                Reply::Do(messages) => self.take_in(messages),
                Reply::Say(said) => said.iter().for_each(|line| self.transcript.push_str(&format!("{line}\n"))),
                Reply::Wait => {}
            }
            let more = self.dialogue.follow_up(&self.flow.model);
            self.take_in(more);
            self.hear();
        }
        self
    }

    fn take_in(&mut self, messages: Vec<Msg>) {
        for message in messages {
            self.flow.take_in(message);
        }
    }

    /// Everything that was said so far.
    pub(crate) fn transcript(&self) -> &str {
        &self.transcript
    }

    /// Holds the transcript against the one that was accepted.
    pub(crate) fn tell(&self, name: &str) {
        accept(name, &super::rounds::without_names(&self.transcript));
    }
}
