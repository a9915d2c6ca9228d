//! Uitnodigen en verzenden in het Nederlands.

use crate::app::inviting::Whence;
use crate::app::mailing::{MailNotice, MailStage};
use crate::domain::invitation::Caution;
use crate::domain::letter::Occasion;
use crate::domain::outbox::Ending;
use crate::words::inviting::InvitingWords;
use crate::words::outbox::seen;
use crate::words::plural;

pub(super) const WORDS: InvitingWords = InvitingWords {
    title: |occasion, flow| match occasion {
        Occasion::Invitation => format!("Klanten uitnodigen, {flow}"),
        Occasion::Reminder => format!("Klanten herinneren, {flow}"),
    },
    nothing_yet: "nog niets verzonden",
    whence,
    reading: "De outbox wordt gelezen ...",
    deadlines: |days| format!("uiterste datum {days}"),
    caution: |caution| match caution {
        Caution::OtherYear => "de vragenlijst is van een ander jaar",
        Caution::DeadlinePast => "de uiterste datum is voorbij",
        Caution::Mistyped => "het adres lijkt verkeerd getypt",
        Caution::Partner => "de partner krijgt of kreeg de mail al",
    },
    same_address: "hetzelfde adres als een andere klant",
    admitted: "toch: door u toegelaten",
    refused: "de vorige mail is geweigerd",
    again: "geweigerde mails opnieuw proberen",
    days: |days| format!("Ten minste {} na de vorige mail", plural(u64::from(days), "dag", "dagen")),
    end: |end| match end {
        Some(day) => format!("Tot en met {day}"),
        None => "Tot de uiterste datum van elk dossier".to_owned(),
    },
    terms: |sender, reply_to| match reply_to {
        Some(to) => format!("Van {sender}, antwoord aan {to}"),
        None => format!("Van {sender}"),
    },
    pace: |host, each, taken| format!("Via {host}, {each} per minuut: ongeveer {taken}"),
    settle: |path| format!("Zet deze regels in {path}, met uw eigen gegevens:"),
    settle_key: "{zoom} toont welke regels dat regelen, en waar.",
    mail_of: |name, at, all| format!("Zo krijgt {name} de mail ({at} van {all})"),
    mail_keys: "{left} {right} andere ontvanger, {zoom} hele mail",
    nobody: "Niemand krijgt een mail. Hierboven staat waarom.",
    making: "De mail wordt gemaakt ...",
    mail_from: "Van",
    mail_reply_to: "Antwoord aan",
    mail_to: "Aan",
    mail_subject: "Onderwerp",
    enclosed: |name, size| format!("Bijlage: {name}, {size} kB"),
    filled: |answers, questions| format!("{answers} van {} al ingevuld", plural(questions as u64, "vraag", "vragen")),
    type_number: "Typ het aantal mails:",
    of_count: |count| format!("van {count}"),
    enter_sends: |count| format!("{{open}} verzendt {}", plural(count as u64, "mail", "mails")),
    do_inviting: "Typ het aantal mails en druk op {open}; niets anders verzendt.",
    do_outbox: "{decide} beslist over een mail, {send-outbox} verzendt wat klaarstaat.",
    test_title: "Testmail naar welk adres?",
    folder_title: "Map voor de mails (.eml)",
    days_title: "Dagen sinds de vorige mail",
    end_title: "Laatste dag (dd/mm/jjjj), leeg: de uiterste datum",
    text_keys: "{choose} neemt het, {close} sluit",
    key_open: "verzend het getypte aantal, of open de regel",
    key_toggle: "laat deze toe, of laat ze weg",
    key_before: "mail van de vorige ontvanger",
    key_next: "mail van de volgende ontvanger",
    key_whole: "de hele mail, en terug",
    key_digits: "het aantal mails: {open} verzendt dan",
    key_outbox: "de outbox met deze mails",
    testing: "De testmail wordt verzonden",
    writing: "De mails worden weggeschreven",
    notice,
    stage: |stage| match stage {
        MailStage::Unsure => "onzeker",
        MailStage::Failed => "mislukt",
        MailStage::Waiting => "uitgesteld",
        MailStage::Queued => "in wachtrij",
        MailStage::Sending => "bezig",
        MailStage::Sent => "verzonden",
        MailStage::Withdrawn => "ingetrokken",
    },
    what_is_known: "Misschien is deze mail aangekomen. Vraag het aan de klant of kijk op de mailserver, en druk dan op {decide}.",
    put_off_each_time: "De server stelde deze mail telkens uit. Dat kan een andere dag voorbij zijn: druk op {decide} om opnieuw te proberen.",
    next_try: |until| format!("Uitgesteld: volgende poging na {until}."),
    left_until: |until| format!("De rest is uitgesteld. Volgende poging na {until}."),
    it_arrived: "De mail is aangekomen",
    it_arrived_note: "geldt als verzonden",
    send_again: "Opnieuw verzenden",
    send_again_note: "de klant krijgt hem misschien twee keer",
    send_now: "Niet langer wachten",
    send_now_note: "vertrekt bij de volgende verzending",
    withdraw: "Intrekken",
    withdraw_note: "vertrekt niet meer",
    try_again: "Opnieuw proberen",
    try_again_note: "toont eerst wie een mail krijgt",
    whole_line: "Alles over deze mail",
    to_customer: "Naar de klant",
    send_title: "Verzenden wat klaarstaat",
    send_text: |count| {
        let mails = plural(count, "mail staat", "mails staan");
        format!("{mails} klaar in de outbox, eerder geteld en bevestigd. Wie intussen antwoordde, krijgt niets.")
    },
    send_button: "Verzenden",
    withdraw_title: "Mails intrekken",
    withdraw_text: |count| {
        let (mails, customers) = (plural(count, "mail vertrekt", "mails vertrekken"), if count == 1 { "klant" } else { "klanten" });
        format!("{mails} dan niet meer. U kunt de {customers} later opnieuw uitnodigen.")
    },
    leave_title: "Sluiten tijdens het verzenden",
    leave_text: "De mail die onderweg is, vertrekt nog. De rest blijft in de outbox en vertrekt wanneer u daar verder verzendt.",
    sending_title: "Mails verzenden",
    sent: "verzonden",
    failed: "mislukt",
    put_off: "uitgesteld",
    unsure: "onzeker",
    withdrawn: "ingetrokken",
    left: "nog te verzenden",
    queueing: "De mails worden klaargezet ...",
    about: |taken, left| format!("Al {taken} bezig, nog ongeveer {left}"),
    stopping: "Stopt zodra de mail die onderweg is, vertrokken is. De rest blijft in de outbox.",
    goes_on: "{cancel} stopt tussen twee mails. {back} verlaat dit scherm en het verzenden gaat door. Valt de verbinding weg, verzend dan verder vanuit de outbox.",
    ending,
    see_outbox: "{open} toont in de outbox welke, met het antwoord van de server.",
    first_line_begins: "verzenden begint",
    first_line: |sent, all| format!("verzendt {sent}/{all}"),
    not_in_order: |why| format!("De outbox is niet in orde. {why}"),
    start_unsure: |count| format!("{} onzeker: {{tab-outbox}} toont de outbox", plural(count, "mail is", "mails zijn")),
    start_queued: |count| format!("{} nog in de wachtrij: {{tab-outbox}} toont de outbox", plural(count, "mail staat", "mails staan")),
    start_unsent: |count| format!("{} nog niet uitgenodigd: {{invite}} toont wie", plural(count as u64, "klant is", "klanten zijn")),
    next_invite: |count| match count {
        1 => "De ene klant van deze import uitnodigen".to_owned(),
        count => format!("De {count} klanten van deze import uitnodigen"),
    },
    next_asked: |count| format!("Alleen wie erom vroeg uitnodigen ({count})"),
};

fn whence(whence: Whence, count: usize) -> String {
    let customers = plural(count as u64, "klant", "klanten");
    match whence {
        Whence::Marked => format!("Uw selectie: {customers}"),
        Whence::Narrowed => format!("De gefilterde rijen: {customers}"),
        Whence::One => format!("De rij onder de cursor: {customers}"),
        Whence::Season => format!("Alle dossiers van de taskflow: {customers}"),
        Whence::Import => format!("Deze import: {customers}"),
        Whence::Asked => format!("Deze import, wie erom vroeg: {customers}"),
        Whence::Refused => format!("Geweigerde mails: {customers}"),
    }
}

fn notice(notice: &MailNotice) -> String {
    match notice {
        MailNotice::WrongNumber(typed, count) => {
            format!("{typed} is niet het aantal: het gaat om {}.", plural(*count as u64, "mail", "mails"))
        }
        MailNotice::Nobody => "Niemand krijgt een mail.".to_owned(),
        MailNotice::Underway => "Er wordt al verzonden. Wacht tot dat klaar is.".to_owned(),
        MailNotice::Elsewhere(who, since) => format!("{who} verzendt al sinds {since}. Wacht even."),
        MailNotice::Tested(to) => format!("De server nam de testmail aan voor {to}."),
        MailNotice::Written(count, folder) => format!("{} in {folder}; niets verzonden.", plural(*count, "mail", "mails")),
        MailNotice::NoAddress => "Dat is geen e-mailadres.".to_owned(),
        MailNotice::NoDays => "Typ een aantal dagen, zoals 14.".to_owned(),
        MailNotice::NoDay => "Typ een datum, zoals 01/07/2026.".to_owned(),
        MailNotice::NothingAhead => "Er staat niets klaar om te verzenden.".to_owned(),
        MailNotice::NothingToWithdraw => "Geen van deze mails kan nog ingetrokken worden.".to_owned(),
        MailNotice::Changed => "Genoteerd in de outbox.".to_owned(),
        MailNotice::Ended(sent, failed, unsure) => {
            format!("Verzenden klaar: {sent} verzonden, {failed} mislukt, {unsure} onzeker.")
        }
        MailNotice::NoFlow => "Hier is niemand om uit te nodigen.".to_owned(),
        MailNotice::NotInOrder(why) => (WORDS.not_in_order)(why),
    }
}

fn ending(ending: &Ending, until: &str) -> String {
    match ending {
        Ending::Done => "Klaar: er is niets meer te verzenden.".to_owned(),
        Ending::Stopped => "Gestopt. De rest blijft in de outbox; verzend daar verder.".to_owned(),
        Ending::Waiting { .. } => format!("De server stelt de rest uit. Verzend na {until} verder vanuit de outbox."),
        Ending::NotOffered { detail } => {
            let detail = seen(detail, super::outbox::line);
            format!("De mailserver neemt nu niets aan ({detail}). Kijk de instellingen na en verzend verder vanuit de outbox.")
        }
        Ending::NoLetter { detail } => format!("De mails kunnen nu niet gemaakt worden ({detail}). Verzend later verder vanuit de outbox."),
        Ending::LinesLost { detail } => {
            let detail = seen(detail, super::outbox::line);
            format!(
                "De mailserver viel meermaals weg voor hij een mail aannam ({detail}). Geen daarvan vertrok. Verzend verder vanuit de outbox."
            )
        }
        Ending::Doubts { detail } => {
            let detail = seen(detail, super::outbox::line);
            format!("De verbinding brak meermaals midden in een mail ({detail}). Kijk de mailserver na voor u verder verzendt.")
        }
    }
}
