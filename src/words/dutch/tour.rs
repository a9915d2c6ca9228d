//! The guided tour, in Dutch.

use crate::app::tour::{Advice, TourStep};
use crate::domain::draft::Bucket;
use crate::words::tour::TourWords;

pub(super) const WORDS: TourWords = TourWords { step: |at, all| format!("Stap {at} van {all}"), title, why, advice };

const fn title(step: TourStep) -> &'static str {
    match step {
        TourStep::Tabs => "Vier tabbladen",
        TourStep::Moving => "Door een lijst",
        TourStep::Reason => "Waarom een rij fout is",
        TourStep::Alike => "Alles ineens verbeterd",
        TourStep::Undo => "Terug en opnieuw",
        TourStep::Duplicate => "Een dubbele",
        TourStep::Marks => "Wie meegaat",
        TourStep::Filter => "Iemand zoeken",
        TourStep::Language => "Hun taal",
        TourStep::Questionnaire => "Hun vragenlijst",
        TourStep::Import => "De import",
        TourStep::Page => "De fiche van een klant",
        TourStep::TakeBack => "Een import terugnemen",
        TourStep::Help => "De toetsen",
        TourStep::Leave => "Afsluiten",
    }
}

const fn why(step: TourStep) -> &'static str {
    match step {
        TourStep::Tabs => {
            "Elke rij staat in één van vier lijsten: nieuw, al in Instroom maar niet in dit bestand, dezelfde als een klant, of fout."
        }
        TourStep::Moving => "Pijltjes en bladertoetsen werken ook. Door elke lijst en elk venster loopt u op dezelfde manier.",
        TourStep::Reason => {
            "Daar ziet u het veld, wat er staat, de regel en de cel: genoeg om het te verbeteren of het aan de klant te vragen."
        }
        TourStep::Alike => {
            "Excel laat nullen vooraan weg. Wat op dezelfde manier fout is, verbetert u in één keer, na een blik op de lijst. Uw bestand blijft zoals het is."
        }
        TourStep::Undo => "Alles wat u beslist, kunt u onbeperkt terugnemen zolang het niet geïmporteerd is. Probeer dus gerust.",
        TourStep::Duplicate => "Wat in Instroom staat, verandert nooit vanzelf: u kiest per veld wat de import mag overschrijven.",
        TourStep::Marks => "Nieuwe rijen gaan mee, tenzij u ze achterlaat. Met een bereik doet één toets het voor veel rijen.",
        TourStep::Filter => "Een filter zoekt in namen, plaatsen, nummers en adressen. Wat hij verbergt, blijft gekozen zoals het was.",
        TourStep::Language => "Ze geldt voor klanten waarvan de rij geen taal noemt: hun mail en hun vragenlijst zijn in die taal.",
        TourStep::Questionnaire => {
            "Elke nieuwe klant krijgt een dossier van dit seizoen met deze vragenlijst. Er wordt nog niets verzonden."
        }
        TourStep::Import => "Het overzicht is precies wat er geschreven wordt, alles of niets, en de sommen kloppen met het bestand.",
        TourStep::Page => "Hier staat iedereen, met dossiers en uiterste datums; een fiche heeft elk veld, en waar het vandaan komt.",
        TourStep::TakeBack => {
            "Wat een import toevoegde gaat weg, wat hij wijzigde komt terug, en waar iemand sindsdien aan werkte blijft. U ziet dat eerst."
        }
        TourStep::Help => {
            "Elk scherm toont zijn toetsen, en de laatste regel de nuttigste. Een gedimde toets zegt waarom ze nu niets doet."
        }
        TourStep::Leave => {
            "Uw eigen werk begint met instroom template, of met instroom en uw bestand. Van deze rondleiding blijft niets bewaard."
        }
    }
}

const fn advice(advice: Advice) -> &'static str {
    match advice {
        Advice::Wait => "Een ogenblik: dit gaat vanzelf verder.",
        Advice::DoneAlready => "Dit is al gedaan. {tour-skip} gaat verder.",
        Advice::CloseFront => "Kijk gerust rond. {close} sluit dit, en de rondleiding gaat verder.",
        Advice::GoBack => "Kijk gerust rond. {back} gaat terug, en de rondleiding gaat verder.",
        Advice::TakeUpDraft => "{resume} gaat verder met uw concept, zoals het was.",
        Advice::BeginImport => "{new-import} kiest een bestand: opnieuw het voorbeeld.",
        Advice::PickWorkbook => "{open} opent het bestand onder de cursor.",
        Advice::SeeTab(Bucket::OnlyInImport) => "{tab-1} toont wie nieuw is: alleen in de import.",
        Advice::SeeTab(Bucket::OnlyInStore) => "{tab-2} toont wie in Instroom staat en niet in dit bestand.",
        Advice::SeeTab(Bucket::Duplicates) => "{tab-3} toont de rijen die al klant zijn.",
        Advice::SeeTab(Bucket::Invalid) => "{tab-4} toont de rijen die nog niet in orde zijn.",
        Advice::ToLast => "{last} gaat naar de laatste rij; {down} en {up} gaan één voor één.",
        Advice::ToFirst => "{first} gaat terug naar de eerste rij.",
        Advice::SeeRow => "{next-finding} gaat naar de volgende rij; {open} toont alles wat eraan fout is.",
        Advice::FindAlike => "{next-finding} gaat verder, naar een rij die nullen vooraan verloor.",
        Advice::FindAlikeAbove => "{previous-finding} gaat terug, naar een rij die nullen vooraan verloor.",
        Advice::SeeAlike => "{take-alike} toont alle zulke rijen, voor en na.",
        Advice::TakeAlike => "{choose} verbetert ze allemaal ineens.",
        Advice::DecideFirst => "{tab-1} en dan {toggle} op een rij: dan is er iets om terug te nemen.",
        Advice::Undo => "{undo} neemt terug wat u laatst deed.",
        Advice::Redo => "{redo} doet het opnieuw.",
        Advice::SeeDuplicate => "{next-finding} gaat naar een met verschillen; {open} vergelijkt beide kanten.",
        Advice::NextDifference => "{next-finding} gaat naar het volgende veld dat verschilt.",
        Advice::OtherDuplicate => "Hier verschilt niets. {back} gaat terug, naar een andere.",
        Advice::TakeValue => "{toggle} neemt wat de import zegt.",
        Advice::BeginRange => "{range} begint een bereik.",
        Advice::LongerRange => "{down} maakt het langer: een paar rijen volstaan.",
        Advice::MarkRange => "{toggle} laat ze allemaal achter, of neemt ze mee.",
        Advice::BeginFilter => "{filter} begint een filter.",
        Advice::TypeFilter => "Typ een stuk van een naam of een plaats; {choose} behoudt het.",
        Advice::AllRows => "{close} toont weer alle rijen.",
        Advice::SeeLanguages => "{language} opent de lijst van talen.",
        Advice::SeeQuestionnaires => "{questionnaire} opent de lijst van vragenlijsten.",
        Advice::SeeFlows => "Eerst {task-flow}: welke vragenlijsten er zijn, hangt af van de taskflow.",
        Advice::ChooseLine => "{choose} neemt de regel onder de cursor; typen zoekt een andere.",
        Advice::SeeSummary => "{import} toont wat er geschreven zou worden. Dat gebeurt nog niet.",
        Advice::OtherButton => "{right} gaat naar de andere knop.",
        Advice::PressButton => "{choose} drukt op de knop.",
        Advice::SeeCustomers => "{customers} toont alle klanten in Instroom.",
        Advice::SeeCustomersTab => "{tab-customers} toont de klanten.",
        Advice::SeePage => "{edit} opent de fiche van de klant onder de cursor.",
        Advice::SeeImports => "{tab-imports} toont de imports, de nieuwste eerst.",
        Advice::SeeTakingBack => "{take-back} toont wat terugnemen zou doen.",
        Advice::TakeBack => "{take-back} neemt de import terug, na een vraag.",
        Advice::SeeKeys => "{help} toont de toetsen van dit scherm.",
        Advice::Leave => "{back} gaat terug, en van het startscherm naar buiten.",
    }
}
