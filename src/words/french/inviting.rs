//! Inviter et envoyer, en français.

use super::plural;
use crate::app::inviting::Whence;
use crate::app::mailing::{MailNotice, MailStage};
use crate::domain::invitation::Caution;
use crate::domain::letter::Occasion;
use crate::domain::outbox::Ending;
use crate::words::inviting::InvitingWords;
use crate::words::outbox::seen;

pub(super) const WORDS: InvitingWords = InvitingWords {
    title: |occasion, flow| match occasion {
        Occasion::Invitation => format!("Inviter des clients, {flow}"),
        Occasion::Reminder => format!("Rappels aux clients, {flow}"),
    },
    nothing_yet: "rien n'est encore envoyé",
    whence,
    reading: "Lecture de la boîte d'envoi ...",
    deadlines: |days| format!("date limite\u{a0}: {days}"),
    caution: |caution| match caution {
        Caution::OtherYear => "le questionnaire est d'une autre année",
        Caution::DeadlinePast => "la date limite est passée",
        Caution::Mistyped => "l'adresse semble mal tapée",
        Caution::Partner => "le partenaire reçoit ou a reçu l'e-mail",
    },
    same_address: "la même adresse qu'un autre client",
    admitted: "malgré tout\u{a0}: admis par vous",
    refused: "le dernier e-mail a été refusé",
    again: "réessayer les e-mails refusés",
    days: |days| format!("Au moins {} après le dernier e-mail", plural(u64::from(days), "jour", "jours")),
    end: |end| match end {
        Some(day) => format!("Jusqu'au {day} inclus"),
        None => "Jusqu'à la date limite de chaque dossier".to_owned(),
    },
    terms: |sender, reply_to| match reply_to {
        Some(to) => format!("De {sender}, répondre à {to}"),
        None => format!("De {sender}"),
    },
    pace: |host, each, taken| format!("Par {host}, {each} par minute\u{a0}: environ {taken}"),
    settle: |path| format!("Mettez ces lignes dans {path}, avec vos propres données\u{a0}:"),
    settle_key: "{zoom} montre quelles lignes y remédient, et où.",
    mail_of: |name, at, all| format!("L'e-mail que reçoit {name} ({at} sur {all})"),
    mail_keys: "{left} {right} autre destinataire, {zoom} en entier",
    nobody: "Personne ne reçoit d'e-mail. La raison est ci-dessus.",
    making: "Préparation de l'e-mail ...",
    mail_from: "De",
    mail_reply_to: "Répondre à",
    mail_to: "À",
    mail_subject: "Objet",
    enclosed: |name, size| format!("Pièce jointe\u{a0}: {name}, {size} ko"),
    filled: |answers, questions| format!("{} sur {questions}", plural(answers as u64, "réponse déjà remplie", "réponses déjà remplies")),
    type_number: "Tapez le nombre d'e-mails\u{a0}:",
    of_count: |count| format!("sur {count}"),
    enter_sends: |count| format!("{{open}} envoie {}", plural(count as u64, "e-mail", "e-mails")),
    do_inviting: "Tapez le nombre d'e-mails, puis {open}\u{a0}; rien d'autre n'envoie.",
    do_outbox: "{decide} décide du sort d'un e-mail, {send-outbox} envoie ce qui attend.",
    test_title: "E-mail d'essai à quelle adresse\u{a0}?",
    folder_title: "Répertoire pour les e-mails (.eml)",
    days_title: "Jours depuis le dernier e-mail",
    end_title: "Dernier jour (jj/mm/aaaa), vide\u{a0}: la date limite",
    text_keys: "{choose} valide, {close} ferme",
    key_open: "envoyer le nombre tapé, ou ouvrir la ligne",
    key_toggle: "les admettre, ou les laisser de côté",
    key_before: "e-mail du destinataire précédent",
    key_next: "e-mail du destinataire suivant",
    key_whole: "l'e-mail entier, et retour",
    key_digits: "le nombre d'e-mails\u{a0}: {open} envoie alors",
    key_outbox: "la boîte d'envoi avec ces e-mails",
    testing: "Envoi de l'e-mail d'essai",
    writing: "Écriture des e-mails",
    notice,
    stage: |stage| match stage {
        MailStage::Unsure => "incertain",
        MailStage::Failed => "échoué",
        MailStage::Waiting => "différé",
        MailStage::Queued => "en attente",
        MailStage::Sending => "en cours",
        MailStage::Sent => "envoyé",
        MailStage::Withdrawn => "retiré",
    },
    what_is_known: "Cet e-mail est peut-être arrivé. Demandez-le au client ou vérifiez sur le serveur d'e-mail, puis tapez {decide}.",
    put_off_each_time: "Le serveur l'a différé à chaque essai. Cela peut passer un autre jour\u{a0}: tapez {decide} pour réessayer.",
    next_try: |until| format!("Différé\u{a0}: prochain essai après le {until}."),
    left_until: |until| format!("Le reste est différé. Prochain essai après le {until}."),
    it_arrived: "L'e-mail est arrivé",
    it_arrived_note: "compte comme envoyé",
    send_again: "Envoyer de nouveau",
    send_again_note: "le client peut le recevoir deux fois",
    send_now: "Ne plus attendre",
    send_now_note: "part au prochain envoi",
    withdraw: "Retirer",
    withdraw_note: "ne part plus",
    try_again: "Réessayer",
    try_again_note: "montre d'abord qui reçoit un e-mail",
    whole_line: "Tout sur cet e-mail",
    to_customer: "Voir le client",
    send_title: "Envoyer ce qui attend",
    send_text: |count| {
        let mails = plural(count, "e-mail attend", "e-mails attendent");
        format!("{mails} dans la boîte d'envoi, déjà comptés et confirmés. Ceux qui ont répondu entre-temps ne reçoivent rien.")
    },
    send_button: "Envoyer",
    withdraw_title: "Retirer des e-mails",
    withdraw_text: |count| {
        let mails = plural(count, "e-mail ne partira", "e-mails ne partiront");
        let customers = if count < 2 { "ce client" } else { "ces clients" };
        format!("{mails} plus. Vous pourrez inviter {customers} plus tard.")
    },
    leave_title: "Quitter pendant l'envoi",
    leave_text: "L'e-mail en cours part encore. Le reste demeure dans la boîte d'envoi et partira quand vous y reprendrez l'envoi.",
    sending_title: "Envoi des e-mails",
    sent: "envoyés",
    failed: "échoués",
    put_off: "différés",
    unsure: "incertains",
    withdrawn: "retirés",
    left: "encore à envoyer",
    queueing: "Préparation des e-mails ...",
    about: |taken, left| format!("En cours depuis {taken}, encore environ {left}"),
    stopping: "L'envoi s'arrête dès que l'e-mail en cours est parti. Le reste demeure dans la boîte d'envoi.",
    goes_on: "{cancel} arrête entre deux e-mails. {back} quitte cet écran et l'envoi continue. Si la connexion se coupe, reprenez depuis la boîte d'envoi.",
    ending,
    see_outbox: "{open} montre lesquels dans la boîte d'envoi, avec la réponse du serveur.",
    first_line_begins: "envoi commencé",
    first_line: |sent, all| format!("envoi {sent}/{all}"),
    not_in_order: |why| format!("La boîte d'envoi n'est pas en ordre. {why}"),
    start_unsure: |count| {
        format!("{}\u{a0}: {{tab-outbox}} montre la boîte d'envoi", plural(count, "e-mail incertain", "e-mails incertains"))
    },
    start_queued: |count| {
        format!("{}\u{a0}: {{tab-outbox}} montre la boîte d'envoi", plural(count, "e-mail attend encore", "e-mails attendent encore"))
    },
    start_unsent: |count| {
        format!("{}\u{a0}: {{invite}} montre qui", plural(count as u64, "client pas encore invité", "clients pas encore invités"))
    },
    next_invite: |count| match count {
        1 => "Inviter le client de cette importation".to_owned(),
        count => format!("Inviter les {count} clients de cette importation"),
    },
    next_asked: |count| format!("N'inviter que ceux qui l'ont demandé ({count})"),
};

fn whence(whence: Whence, count: usize) -> String {
    let customers = plural(count as u64, "client", "clients");
    match whence {
        Whence::Marked => format!("Votre sélection\u{a0}: {customers}"),
        Whence::Narrowed => format!("Les lignes filtrées\u{a0}: {customers}"),
        Whence::One => format!("La ligne sous le curseur\u{a0}: {customers}"),
        Whence::Season => format!("Tous les dossiers du flux\u{a0}: {customers}"),
        Whence::Import => format!("Cette importation\u{a0}: {customers}"),
        Whence::Asked => format!("Cette importation, qui l'a demandé\u{a0}: {customers}"),
        Whence::Refused => format!("E-mails refusés\u{a0}: {customers}"),
    }
}

fn notice(notice: &MailNotice) -> String {
    match notice {
        MailNotice::WrongNumber(typed, count) => {
            format!("{typed} n'est pas le nombre\u{a0}: il s'agit de {}.", plural(*count as u64, "e-mail", "e-mails"))
        }
        MailNotice::Nobody => "Personne ne reçoit d'e-mail.".to_owned(),
        MailNotice::Underway => "Un envoi est déjà en cours. Attendez qu'il finisse.".to_owned(),
        MailNotice::Elsewhere(who, since) => format!("{who} envoie depuis le {since}. Patientez un peu."),
        MailNotice::Tested(to) => format!("Le serveur a accepté l'e-mail d'essai pour {to}."),
        MailNotice::Written(count, folder) => format!("{} dans {folder}\u{a0}; rien n'est envoyé.", plural(*count, "e-mail", "e-mails")),
        MailNotice::NoAddress => "Ce n'est pas une adresse e-mail.".to_owned(),
        MailNotice::NoDays => "Tapez un nombre de jours, par exemple 14.".to_owned(),
        MailNotice::NoDay => "Tapez une date, par exemple 01/07/2026.".to_owned(),
        MailNotice::NothingAhead => "Rien n'attend d'être envoyé.".to_owned(),
        MailNotice::NothingToWithdraw => "Aucun de ces e-mails ne peut plus être retiré.".to_owned(),
        MailNotice::Changed => "C'est noté dans la boîte d'envoi.".to_owned(),
        MailNotice::Ended(sent, failed, unsure) => {
            let (sent, failed) = (plural(*sent, "envoyé", "envoyés"), plural(*failed, "échoué", "échoués"));
            format!("Envoi terminé\u{a0}: {sent}, {failed}, {}.", plural(*unsure, "incertain", "incertains"))
        }
        MailNotice::NoFlow => "Il n'y a personne à inviter ici.".to_owned(),
        MailNotice::NotInOrder(why) => (WORDS.not_in_order)(why),
    }
}

fn ending(ending: &Ending, until: &str) -> String {
    match ending {
        Ending::Done => "Terminé\u{a0}: il ne reste rien à envoyer.".to_owned(),
        Ending::Stopped => "Arrêté. Le reste demeure dans la boîte d'envoi\u{a0}; reprenez-y l'envoi.".to_owned(),
        Ending::Waiting { .. } => format!("Le serveur diffère le reste. Reprenez après le {until} depuis la boîte d'envoi."),
        Ending::NotOffered { detail } => {
            let detail = seen(detail, super::outbox::line);
            format!("Le serveur d'e-mail n'accepte rien ({detail}). Vérifiez les réglages et reprenez depuis la boîte d'envoi.")
        }
        Ending::NoLetter { detail } => {
            format!("Les e-mails ne peuvent pas être composés ({detail}). Reprenez plus tard depuis la boîte d'envoi.")
        }
        Ending::LinesLost { detail } => {
            let detail = seen(detail, super::outbox::line);
            format!(
                "La connexion au serveur d'e-mail s'est coupée plusieurs fois avant qu'il accepte un e-mail ({detail}). Aucun de ceux-ci n'est parti. Reprenez depuis la boîte d'envoi."
            )
        }
        Ending::Doubts { detail } => {
            let detail = seen(detail, super::outbox::line);
            format!(
                "La connexion s'est coupée plusieurs fois au milieu d'un e-mail ({detail}). Vérifiez le serveur d'e-mail avant de reprendre."
            )
        }
    }
}
