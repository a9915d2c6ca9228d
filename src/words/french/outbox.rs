//! Mails, in French.

use super::{plural, trade};
use crate::domain::email::EmailFault;
use crate::domain::invitation::WhyNot;
use crate::domain::letter::Occasion;
use crate::domain::outbox::{Doubt, Failure, Line, Misstep, State, TRIES, Tally, Withdrawal};
use crate::words::outbox::{OutboxWords, seen};

pub(super) const WORDS: OutboxWords = OutboxWords {
    get_mail: |count| plural(count, "client reçoit un e-mail", "clients reçoivent un e-mail"),
    get_none: |count| plural(count, "client n'en reçoit pas", "clients n'en reçoivent pas"),
    nothing_queued: "Rien n'a été envoyé ni préparé.",
    say_number: |count| format!("Pour les envoyer, ajoutez --yes {count}."),
    number_differs: |there, said| {
        let mails = plural(there, "client reçoit", "clients reçoivent");
        format!("Rien n'a été envoyé\u{a0}: {mails} un e-mail, et --yes dit {said}.")
    },
    none_to_send: "Rien n'est préparé\u{a0}: il n'y a rien à envoyer.",
    stopped: |left| {
        format!(
            "Arrêté. {}. Pour reprendre\u{a0}: instroom outbox send.",
            plural(left, "e-mail reste à envoyer", "e-mails restent à envoyer")
        )
    },
    put_off_until: |until, left| {
        let mails = plural(left, "e-mail", "e-mails");
        format!("Le serveur a différé {mails} jusqu'au {until}. Plus tard\u{a0}: instroom outbox send.")
    },
    halted: |detail, left| {
        let mails = plural(left, "e-mail reste à envoyer", "e-mails restent à envoyer");
        format!("L'envoi est interrompu\u{a0}: {detail}. {mails}. Une fois réglé\u{a0}: instroom outbox send.")
    },
    lines_lost: |detail, left| {
        let mails = plural(left, "e-mail reste à envoyer", "e-mails restent à envoyer");
        format!(
            "L'envoi est interrompu\u{a0}: plusieurs fois de suite, le serveur n'a pas pris d'e-mail ({detail}). Aucun de ces e-mails n'est parti. {mails}. Quand le serveur répondra\u{a0}: instroom outbox send --now."
        )
    },
    letters_written: |count, folder| format!("{} dans {folder}. Rien n'a été envoyé.", plural(count, "e-mail écrit", "e-mails écrits")),
    tested: |address, reply| format!("L'e-mail d'essai est parti vers {address}\u{a0}: {reply}"),
    not_in_order: "Les dossiers ne montrent pas encore où en sont leurs e-mails. Le prochain démarrage s'en charge.",
    why_not,
    occasion: |occasion| match occasion {
        Occasion::Invitation => "invitation",
        Occasion::Reminder => "rappel",
    },
    state,
    line,
    tally,
    empty: "La boîte d'envoi est vide.",
    sending: |who, since| format!("{who} envoie depuis le {since}."),
    still_left: |left| format!("Il reste {} à envoyer.", plural(left, "e-mail", "e-mails")),
    to_decide: |count| {
        let mails = plural(count, "e-mail est incertain", "e-mails sont incertains");
        format!("{mails}. Vérifiez chez le client ou sur le serveur, puis décidez\u{a0}: instroom outbox decide ID arrived|again --yes.")
    },
    tried: |tries, until| match tries {
        0 => format!("prochain essai après le {until}"),
        tries => format!("{}, prochain essai après le {until}", plural(tries, "essai", "essais")),
    },
    put_off_each_time: |count, command| {
        let mails = plural(count, "e-mail", "e-mails");
        format!(
            "Le serveur a différé {mails} {TRIES} fois. Cela peut passer un autre jour, une boîte pleine par exemple. Pour réessayer\u{a0}: {command}."
        )
    },
    failed_for_good: |count, command| {
        let mails = plural(count, "e-mail ne partira", "e-mails ne partiront");
        format!("{mails} plus. Réglez ce qui est dit ci-dessus, puis réessayez\u{a0}: {command}.")
    },
    misstep: |misstep| match misstep {
        Misstep::Over => "Cet e-mail est traité\u{a0}: plus rien n'y change.",
        Misstep::Undecided => "Cet e-mail est peut-être parti. Décidez d'abord\u{a0}: instroom outbox decide ID arrived|again --yes.",
        Misstep::Underway => "Cet e-mail est en cours d'envoi. Réessayez dans un instant.",
        Misstep::NotUnderway => "Cet e-mail n'est pas en cours d'envoi.",
        Misstep::NoDoubt => "Il n'y a pas de doute sur cet e-mail\u{a0}: rien n'est à décider.",
    },
    arrived: |id| format!("{id} compte comme arrivé."),
    again: |id| format!("{id} est prêt à repartir."),
    taken_back: |id| format!("{id} est retiré et ne part pas."),
    would_arrive: |id| format!("{id} compterait comme arrivé."),
    would_again: |id| format!("{id} serait prêt à repartir."),
    would_take_back: |id| format!("{id} serait retiré et ne partirait pas."),
};

fn why_not(why: &WhyNot) -> String {
    match why {
        WhyNot::FlowArchived => "le flux est archivé".to_owned(),
        WhyNot::NoCustomer => "aucun client ne porte ce numéro".to_owned(),
        WhyNot::Unreadable => "les données du client sont illisibles".to_owned(),
        WhyNot::NoDossier => "pas de dossier dans ce flux".to_owned(),
        WhyNot::Closed => "le dossier est clôturé".to_owned(),
        WhyNot::Answered => "a déjà répondu".to_owned(),
        WhyNot::Unsure { .. } => "un e-mail précédent est incertain\u{a0}: décidez d'abord s'il est arrivé".to_owned(),
        WhyNot::InOutbox { .. } => "est déjà dans la boîte d'envoi".to_owned(),
        WhyNot::Sent { .. } => "l'invitation est déjà partie".to_owned(),
        WhyNot::FailedBefore => "le dernier e-mail a échoué".to_owned(),
        WhyNot::NotInvited => "pas encore invité".to_owned(),
        WhyNot::Past { .. } => "le dernier jour des rappels est passé".to_owned(),
        WhyNot::TooSoon { .. } => "le dernier e-mail est trop récent".to_owned(),
        WhyNot::NoQuestionnaire(id) => format!("le questionnaire {id} n'existe pas"),
        WhyNot::OtherYear(id, year) => format!("le questionnaire {id} est de l'exercice {year}"),
        WhyNot::NotInLanguage(language) => format!("le questionnaire n'existe pas en {}", trade::language(*language)),
        WhyNot::NoAddress => "pas d'adresse e-mail".to_owned(),
        WhyNot::BadAddress(fault) => match fault {
            EmailFault::Shape => "l'adresse e-mail n'en est pas une".to_owned(),
            EmailFault::TooLong => "l'adresse e-mail est trop longue".to_owned(),
            EmailFault::Several => "plusieurs adresses e-mail".to_owned(),
        },
        WhyNot::DeadlinePast { deadline } => format!("la date limite du {} est passée", deadline.strftime("%d/%m/%Y")),
        WhyNot::Mistyped { domain, meant } => format!("l'adresse se termine par {domain}\u{a0}: est-ce {meant}\u{a0}?"),
        WhyNot::Partner { other, name } => format!("une seule déclaration avec son partenaire {name} ({other})"),
        WhyNot::SameAddress { other, name } => format!("même adresse que {name} ({other})"),
    }
}

fn state(state: &State) -> String {
    match state {
        State::Queued => "en attente".to_owned(),
        State::Sending { .. } => "en cours d'envoi".to_owned(),
        State::Sent { reply, .. } if reply.is_empty() => "arrivé, selon un collègue".to_owned(),
        State::Sent { .. } => "envoyé".to_owned(),
        State::Failed { why: Failure::PutOff, reply, .. } => format!("échoué, différé {TRIES} fois\u{a0}: {}", seen(reply, line)),
        State::Failed { reply, .. } => format!("échoué\u{a0}: {}", seen(reply, line)),
        State::Waiting { reply, .. } => format!("différé\u{a0}: {}", seen(reply, line)),
        State::Unsure { why: Doubt::Stopped, .. } => "incertain\u{a0}: le programme s'est arrêté pendant l'envoi".to_owned(),
        State::Unsure { why: Doubt::Forgotten, .. } => "incertain\u{a0}: la boîte d'envoi ne sait plus ce qu'il est devenu".to_owned(),
        State::Unsure { why: Doubt::LineLost { detail }, .. } => {
            format!("incertain\u{a0}: la connexion a été perdue ({})", seen(detail, line))
        }
        State::Withdrawn { why, .. } => format!("retiré\u{a0}: {}", withdrawal(*why)),
    }
}

pub(super) const fn line(line: Line) -> &'static str {
    match line {
        Line::Garbled => "la réponse du serveur est incompréhensible",
        Line::Endless => "la réponse du serveur n'avait pas de fin",
        Line::Slow => "aucune réponse à temps",
        Line::Closed => "le serveur a fermé la connexion sans répondre",
        Line::Bare => "le serveur ne propose pas STARTTLS",
        Line::Early => "le serveur a parlé avant que la connexion soit chiffrée",
        Line::NoLogin => "le serveur ne propose aucun moyen de s'identifier (AUTH PLAIN ou LOGIN)",
    }
}

const fn withdrawal(why: Withdrawal) -> &'static str {
    match why {
        Withdrawal::ByPerson => "par un collègue",
        Withdrawal::CustomerGone => "le client a été supprimé",
        Withdrawal::Unlinked => "le client a été retiré du flux",
        Withdrawal::AddressChanged => "le client a une autre adresse",
        Withdrawal::Answered => "le client a répondu",
        Withdrawal::Closed => "le dossier est clôturé",
        Withdrawal::FlowArchived => "le flux est archivé",
        Withdrawal::OtherStore => "une autre base se trouve ici",
    }
}

fn tally(tally: &Tally) -> String {
    let form = |count: &u64, one: &'static str, several: &'static str| if *count > 1 { several } else { one };
    let Tally { queued, sending, sent, failed, waiting, unsure, withdrawn } = tally;
    let named = [
        (sent, form(sent, "envoyé", "envoyés")),
        (queued, "en attente"),
        (sending, "en cours"),
        (waiting, form(waiting, "différé", "différés")),
        (unsure, form(unsure, "incertain", "incertains")),
        (failed, form(failed, "échoué", "échoués")),
        (withdrawn, form(withdrawn, "retiré", "retirés")),
    ];
    crate::words::outbox::counts(&named).unwrap_or_else(|| "aucun e-mail".to_owned())
}
