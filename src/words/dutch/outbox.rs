//! Mails, in Dutch.

use super::trade;
use crate::domain::email::EmailFault;
use crate::domain::invitation::WhyNot;
use crate::domain::letter::Occasion;
use crate::domain::outbox::{Doubt, Failure, Line, Misstep, State, TRIES, Tally, Withdrawal};
use crate::words::outbox::{OutboxWords, seen};
use crate::words::plural;

pub(super) const WORDS: OutboxWords = OutboxWords {
    get_mail: |count| plural(count, "klant krijgt een mail", "klanten krijgen een mail"),
    get_none: |count| plural(count, "klant krijgt er geen", "klanten krijgen er geen"),
    nothing_queued: "Er is niets verzonden en niets klaargezet.",
    say_number: |count| format!("Om ze te verzenden: --yes {count}."),
    number_differs: |there, said| {
        let mails = plural(there, "klant krijgt", "klanten krijgen");
        format!("Er is niets verzonden: {mails} mail, en --yes zegt {said}.")
    },
    none_to_send: "Er staat niets klaar: er is niets te verzenden.",
    stopped: |left| format!("Gestopt. {} klaar. Ze vertrekken met: instroom outbox send.", plural(left, "mail blijft", "mails blijven")),
    put_off_until: |until, left| {
        let mails = plural(left, "mail", "mails");
        format!("De server stelde {mails} uit tot {until}. Later: instroom outbox send.")
    },
    halted: |detail, left| {
        let mails = plural(left, "mail blijft", "mails blijven");
        format!("Het verzenden is afgebroken: {detail}. {mails} klaar. Als dat opgelost is: instroom outbox send.")
    },
    lines_lost: |detail, left| {
        let mails = plural(left, "mail blijft", "mails blijven");
        format!(
            "Het verzenden is afgebroken: de mailserver nam meermaals na elkaar geen mail aan ({detail}). Van die mails vertrok niets. {mails} klaar. Als de server weer antwoordt: instroom outbox send --now."
        )
    },
    letters_written: |count, folder| format!("{} geschreven in {folder}. Er is niets verzonden.", plural(count, "mail", "mails")),
    tested: |address, reply| format!("De testmail vertrok naar {address}: {reply}"),
    not_in_order: "De dossiers tonen nog niet hoe ver hun mails zijn. De volgende start doet dat.",
    why_not,
    occasion: |occasion| match occasion {
        Occasion::Invitation => "uitnodiging",
        Occasion::Reminder => "herinnering",
    },
    state,
    line,
    tally,
    empty: "De outbox is leeg.",
    sending: |who, since| format!("{who} verzendt sinds {since}."),
    still_left: |left| format!("{} nog te verzenden.", plural(left, "mail is", "mails zijn")),
    to_decide: |count| {
        let mails = plural(count, "mail is", "mails zijn");
        format!("{mails} onzeker. Kijk bij de klant of op de mailserver na, en kies: instroom outbox decide ID arrived|again --yes.")
    },
    tried: |tries, until| match tries {
        0 => format!("volgende poging na {until}"),
        tries => format!("{tries} keer geprobeerd, volgende poging na {until}"),
    },
    put_off_each_time: |count, command| {
        let mails = plural(count, "mail", "mails");
        format!(
            "De server stelde {mails} {TRIES} keer uit. Dat kan een andere dag voorbij zijn, een volle mailbox bijvoorbeeld. Om het opnieuw te proberen: {command}."
        )
    },
    failed_for_good: |count, command| {
        let mails = plural(count, "mail vertrekt", "mails vertrekken");
        format!("{mails} niet meer. Los op wat hierboven staat; daarna opnieuw proberen: {command}.")
    },
    misstep: |misstep| match misstep {
        Misstep::Over => "Deze mail is afgehandeld: er verandert niets meer aan.",
        Misstep::Undecided => "Deze mail is misschien vertrokken. Kies eerst: instroom outbox decide ID arrived|again --yes.",
        Misstep::Underway => "Deze mail wordt net verzonden. Probeer het zo meteen opnieuw.",
        Misstep::NotUnderway => "Deze mail wordt nu niet verzonden.",
        Misstep::NoDoubt => "Over deze mail is geen twijfel: er valt niets te kiezen.",
    },
    arrived: |id| format!("{id} geldt als aangekomen."),
    again: |id| format!("{id} staat klaar om opnieuw te vertrekken."),
    taken_back: |id| format!("{id} is ingetrokken en vertrekt niet."),
    would_arrive: |id| format!("{id} zou als aangekomen gelden."),
    would_again: |id| format!("{id} zou klaarstaan om opnieuw te vertrekken."),
    would_take_back: |id| format!("{id} zou ingetrokken worden en niet vertrekken."),
};

fn why_not(why: &WhyNot) -> String {
    match why {
        WhyNot::FlowArchived => "de taskflow is gearchiveerd".to_owned(),
        WhyNot::NoCustomer => "er is geen klant met dit nummer".to_owned(),
        WhyNot::Unreadable => "de gegevens van de klant zijn onleesbaar".to_owned(),
        WhyNot::NoDossier => "geen dossier in deze taskflow".to_owned(),
        WhyNot::Closed => "het dossier is afgesloten".to_owned(),
        WhyNot::Answered => "heeft al geantwoord".to_owned(),
        WhyNot::Unsure { .. } => "een eerdere mail is onzeker: kies eerst of die aankwam".to_owned(),
        WhyNot::InOutbox { .. } => "staat al in de outbox".to_owned(),
        WhyNot::Sent { .. } => "de uitnodiging is al verzonden".to_owned(),
        WhyNot::FailedBefore => "de vorige mail is mislukt".to_owned(),
        WhyNot::NotInvited => "nog niet uitgenodigd".to_owned(),
        WhyNot::Past { .. } => "de laatste dag voor herinneringen is voorbij".to_owned(),
        WhyNot::TooSoon { .. } => "de vorige mail is nog te recent".to_owned(),
        WhyNot::NoQuestionnaire(id) => format!("de vragenlijst {id} bestaat niet"),
        WhyNot::OtherYear(id, year) => format!("de vragenlijst {id} is van aanslagjaar {year}"),
        WhyNot::NotInLanguage(language) => format!("de vragenlijst bestaat niet in het {}", trade::language(*language)),
        WhyNot::NoAddress => "geen e-mailadres".to_owned(),
        WhyNot::BadAddress(fault) => match fault {
            EmailFault::Shape => "het e-mailadres is geen adres".to_owned(),
            EmailFault::TooLong => "het e-mailadres is te lang".to_owned(),
            EmailFault::Several => "meer dan één e-mailadres".to_owned(),
        },
        WhyNot::DeadlinePast { deadline } => format!("de uiterste datum {} is voorbij", deadline.strftime("%d/%m/%Y")),
        WhyNot::Mistyped { domain, meant } => format!("het adres eindigt op {domain}: is dat {meant}?"),
        WhyNot::Partner { other, name } => format!("één aangifte met partner {name} ({other})"),
        WhyNot::SameAddress { other, name } => format!("zelfde adres als {name} ({other})"),
    }
}

fn state(state: &State) -> String {
    match state {
        State::Queued => "in wachtrij".to_owned(),
        State::Sending { .. } => "wordt verzonden".to_owned(),
        State::Sent { reply, .. } if reply.is_empty() => "aangekomen, zegt een collega".to_owned(),
        State::Sent { .. } => "verzonden".to_owned(),
        State::Failed { why: Failure::PutOff, reply, .. } => format!("mislukt, {TRIES} keer uitgesteld: {}", seen(reply, line)),
        State::Failed { reply, .. } => format!("mislukt: {}", seen(reply, line)),
        State::Waiting { reply, .. } => format!("uitgesteld: {}", seen(reply, line)),
        State::Unsure { why: Doubt::Stopped, .. } => "onzeker: het programma stopte tijdens het verzenden".to_owned(),
        State::Unsure { why: Doubt::Forgotten, .. } => "onzeker: de outbox weet niet meer wat ervan werd".to_owned(),
        State::Unsure { why: Doubt::LineLost { detail }, .. } => format!("onzeker: de verbinding viel weg ({})", seen(detail, line)),
        State::Withdrawn { why, .. } => format!("ingetrokken: {}", withdrawal(*why)),
    }
}

pub(super) const fn line(line: Line) -> &'static str {
    match line {
        Line::Garbled => "het antwoord van de server is onbegrijpelijk",
        Line::Endless => "het antwoord van de server had geen einde",
        Line::Slow => "er kwam niet op tijd een antwoord",
        Line::Closed => "de server sloot de verbinding zonder antwoord",
        Line::Bare => "de server biedt geen STARTTLS aan",
        Line::Early => "de server sprak voor de verbinding versleuteld was",
        Line::NoLogin => "de server biedt geen manier om zich aan te melden (AUTH PLAIN of LOGIN)",
    }
}

const fn withdrawal(why: Withdrawal) -> &'static str {
    match why {
        Withdrawal::ByPerson => "door een collega",
        Withdrawal::CustomerGone => "de klant is verwijderd",
        Withdrawal::Unlinked => "de klant is uit de taskflow gehaald",
        Withdrawal::AddressChanged => "de klant heeft nu een ander adres",
        Withdrawal::Answered => "de klant heeft al geantwoord",
        Withdrawal::Closed => "het dossier is afgesloten",
        Withdrawal::FlowArchived => "de taskflow is gearchiveerd",
        Withdrawal::OtherStore => "hier ligt nu een andere opslag",
    }
}

fn tally(tally: &Tally) -> String {
    let Tally { queued, sending, sent, failed, waiting, unsure, withdrawn } = tally;
    let named = [
        (sent, "verzonden"),
        (queued, "in wachtrij"),
        (sending, "bezig"),
        (waiting, "uitgesteld"),
        (unsure, "onzeker"),
        (failed, "mislukt"),
        (withdrawn, "ingetrokken"),
    ];
    crate::words::outbox::counts(&named).unwrap_or_else(|| "geen mails".to_owned())
}
