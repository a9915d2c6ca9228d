//! What keys do, in Dutch.

use crate::app::action::Action;
use crate::app::chooser::Question;
use crate::app::keymap::Layer;

/// A line of the help.
pub(super) fn action(action: Action) -> &'static str {
    match action {
        Action::Help => "toetsen van dit scherm",
        Action::Back => "één scherm terug; vanaf het eerste: sluiten",
        Action::Close => "sluit wat vooraan staat, dan bereik, dan filter",
        Action::Cancel => "stop wat bezig is",
        Action::Redraw => "teken het scherm opnieuw",
        Action::Suspend => "naar de shell, fg keert terug",
        Action::ShowNumbers => "toon of verberg rijksregisternummers",
        Action::ScreenLanguage => "taal van het scherm",
        Action::Undo => "neem de laatste keuze terug",
        Action::Redo => "maak ze opnieuw",
        Action::Down => "omlaag",
        Action::Up => "omhoog",
        Action::Left => "naar links",
        Action::Right => "naar rechts",
        Action::First => "eerste",
        Action::Last => "laatste",
        Action::PageDown => "pagina omlaag",
        Action::PageUp => "pagina omhoog",
        Action::FirstColumn => "eerste kolom",
        Action::LastColumn => "laatste kolom",
        Action::NewImport => "nieuwe import",
        Action::Template => "download het sjabloon",
        Action::Choose => "kiezen of drukken",
        Action::Open => "open, kies of druk op de knop",
        Action::Preview => "kijk in het bestand",
        Action::Parent => "bovenliggende map",
        Action::TypePath => "typ een pad",
        Action::NextTab => "volgend tabblad",
        Action::PreviousTab => "vorig tabblad",
        Action::TabOnlyInImport => "tabblad 1: enkel in import",
        Action::TabOnlyInStore => "tabblad 2: enkel in Instroom",
        Action::TabDuplicates => "tabblad 3: dubbel",
        Action::TabInvalid => "tabblad 4: ongeldig",
        Action::Toggle => "selecteer, of maak dat ongedaan",
        Action::Range => "bereik aan of uit",
        Action::ExtendDown => "bereik één rij langer, naar onder",
        Action::ExtendUp => "bereik één rij langer, naar boven",
        Action::SelectAll => "selecteer alles wat getoond wordt",
        Action::Invert => "keer de selectie om",
        Action::SelectNone => "selecteer niets van wat getoond wordt",
        Action::Filter => "filter terwijl u typt",
        Action::Sort => "sorteer op deze kolom, nog eens: omgekeerd",
        Action::SortMenu => "kies de kolom om op te sorteren",
        Action::Columns => "toon en verberg kolommen",
        Action::Narrower => "deze kolom smaller",
        Action::Wider => "deze kolom breder",
        Action::Pane => "detailpaneel aan of uit",
        Action::Zoom => "detailpaneel groot, en terug",
        Action::PaneDown => "paneel één regel verder",
        Action::PaneUp => "paneel één regel terug",
        Action::NextFinding => "volgende waarschuwing, verschil of fout",
        Action::PreviousFinding => "vorige waarschuwing, verschil of fout",
        Action::Language => "taal van klanten zonder taal in hun rij",
        Action::Questionnaire => "vragenlijst",
        Action::TaskFlow => "taskflow",
        Action::SheetAndHeadings => "ander blad of andere rij met koppen",
        Action::Import => "importeer: eerst het overzicht",
        Action::Export => "exporteer wat getoond wordt",
        Action::TakeAll => "elk verschil uit de import",
        Action::TakeNone => "elk veld uit Instroom",
        Action::FillBlanks => "enkel wat in Instroom nog leeg is",
        Action::TakeStore => "de waarde uit Instroom",
        Action::TakeImport => "de waarde uit de import",
    }
}

/// A word in the footer.
pub(super) fn hint(action: Action) -> &'static str {
    match action {
        Action::Help => "hulp",
        Action::Back => "terug",
        Action::Close => "sluit",
        Action::Choose => "kiezen",
        Action::Open => "open",
        Action::NewImport | Action::Import => "importeer",
        Action::Template => "sjabloon",
        Action::Preview => "inkijken",
        Action::Parent => "hoger",
        Action::TypePath => "pad",
        Action::Filter => "filter",
        Action::SheetAndHeadings => "koppen",
        Action::Toggle => "kies",
        Action::Language => "taal",
        Action::Questionnaire => "vragen",
        Action::NextFinding => "volgende",
        Action::PreviousFinding => "vorige",
        Action::Sort => "sorteer",
        Action::Export => "exporteer",
        Action::TakeStore => "Instroom",
        Action::TakeImport => "import",
        Action::TakeAll => "alles",
        Action::TakeNone => "niets",
        Action::FillBlanks => "lege",
        Action::Zoom => "kleiner",
        Action::PaneDown | Action::Down => "omlaag",
        Action::PaneUp | Action::Up => "omhoog",
        Action::Left => "links",
        Action::Right => "andere",
        other => self::action(other),
    }
}

/// The title of a drop-down list.
pub(super) fn question(question: Question) -> &'static str {
    match question {
        Question::Language => "Taal, waar een rij er geen noemt",
        Question::Questionnaire => "Vragenlijst van de nieuwe dossiers",
        Question::TaskFlow => "Taskflow",
        Question::ScreenLanguage => "Taal van het scherm",
        Question::SheetAndHeadings => "Welk blad, of welke rij bevat de koppen?",
        Question::Sort => "Sorteren op",
        Question::Help => "Toetsen hier",
        Question::TemplateLanguage => "Taal van het sjabloon",
        Question::Export => "Wat exporteren?",
    }
}

/// The heading of a layer in the table of keys.
pub(super) fn layer(layer: Layer) -> &'static str {
    match layer {
        Layer::Everywhere => "Overal (niet tijdens het typen)",
        Layer::Start => "Startscherm",
        Layer::Picker => "Bestand kiezen",
        Layer::Running => "Terwijl er iets bezig is",
        Layer::Tabs => "De vier tabbladen",
        Layer::Compare => "Een dubbele klant, veld per veld",
        Layer::Zoom => "Detailpaneel, groot",
        Layer::Summary => "Overzicht",
        Layer::Report => "Verslag",
        Layer::Columns => "Kolommen",
        Layer::Box => "Vragen en fouten",
        Layer::Choosing => "Keuzelijsten",
        Layer::Filtering => "Een filter typen",
        Layer::Typing => "Een pad typen",
    }
}
