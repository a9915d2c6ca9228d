//! A row or a customer seen closely, in Dutch.

use crate::words::detail::DetailWords;
use crate::words::plural;

pub(super) const WORDS: DetailWords = DetailWords {
    row_title: |row, name| format!("Rij {row}  {name}"),
    why_partner_of_row: |row| {
        format!("Staat in dit bestand als partner in rij {row}: de aangifte is van beiden. In Instroom blijft deze klant zoals hij is.")
    },
    remembered: |day, who| format!("zoals {who} het verbeterde in de import van {day}"),
    held_apart_before: |day, who| format!("In de import van {day} zei {who}: niet dezelfde klant. Daarmee is nu niets beslist."),
    no_column: "geen zulke kolom in dit bestand",
    cell: |cell| format!("cel {cell}"),
    why_new: "Nieuw: niemand in Instroom heeft dit rijksregisternummer, deze klantcode, dit e-mailadres met deze naam, of deze naam met deze geboortedatum.",
    same_email_other_name: |name| {
        format!("i {name} heeft in Instroom hetzelfde e-mailadres. Koppels delen er soms een; kijk na of het iemand anders is.")
    },
    equals: |id, name| format!("dezelfde als {id} {name}"),
    tied: "i Een andere rij past even goed bij deze klant; bekijk ze allebei.",
    dossier_there: "Heeft een dossier in deze taskflow.",
    dossier_to_come: "Nog geen dossier in deze taskflow: selecteer de rij ({toggle}) om er een te maken.",
    dossier_coming: "Nog geen dossier in deze taskflow: de import maakt er een.",
    no_differences: "Geen verschillen.",
    differences: |count| format!("{}, {{open}} laat kiezen:", plural(count, "verschil", "verschillen")),
    not_understood: "niet begrepen",
    not_read: "kolom niet gelezen",
    as_read: |text| format!("gelezen als \"{text}\""),
    by_default: "standaard",
    source: |file, sheet, row| format!("{file}, blad {sheet}, rij {row}"),
    check_digits_right: "controlegetal klopt",
    born: |date| format!("geboren op {date}"),
    no_birth_date: "geboortedatum niet af te lezen",
    no_sex: "geslacht niet af te lezen",
    why_not_in_file: |flow| format!("Heeft een dossier in {flow}, maar deze klant staat niet in dit bestand."),
    why_not_linked: |flow| format!("Staat niet in dit bestand en is niet gekoppeld aan {flow}."),
    last_imported: |date, file, who| format!("Laatst geïmporteerd op {date} uit {file} door {who}."),
    may_be_partner: |row, name| format!("i Rij {row} {name} is misschien de partner: {{partner}} toont ze naast elkaar."),
    joined_with: |row, name| format!("& Eén aangifte met rij {row} {name}. {{partner}} kan ze weer scheiden."),
    held_apart_from: |id, name| format!("i Apart gehouden van {id} {name}: niet dezelfde klant."),
    edited_from: |value| format!("bewerkt; in het bestand staat {value}"),
    f_takes: "{take-suggestion} neemt over, {take-alike} voor alle gelijke",
};
