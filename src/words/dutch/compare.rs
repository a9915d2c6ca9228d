//! Duplicates, field by field, in Dutch.

use crate::domain::draft::SidesRule;
use crate::words::compare::CompareWords;
use crate::words::plural;

pub(super) const WORDS: CompareWords = CompareWords {
    title: "Dubbele klant, veld per veld",
    field_heading: "veld",
    in_store: "in Instroom",
    in_import: "in import",
    same: "hetzelfde",
    empty_keeps: "(leeg: ongewijzigd)",
    as_it_will_be: "Zo wordt de klant bewaard",
    fields_change: |count| format!("{} (*)", plural(count, "veld verandert", "velden veranderen")),
    only_chosen_written: "Enkel gekozen velden worden geschreven. Een lege cel wist niets.",
    looked_at_of: |looked, all| format!("{looked} van {all} bekeken"),
    looked_at: "bekeken",
    no_rule: "zelf na te kijken",
    changes: "Verandert",
    stays: "Blijft",
    dossier_to_come: "Nog geen dossier in deze taskflow: {back}, dan {toggle} op de rij maakt er een.",
    empty_never: "Een lege cel in het bestand wist nooit iets in Instroom.",
    side: "kant",
    accept: "akkoord",
    value_title: |field| format!("Een andere waarde: {field}"),
    value_foot: "{choose} neemt ze   {close} sluit",
    value_right: |value| format!("Juist: {value}"),
    value_as_stored: "Dit staat al in Instroom: er verandert niets.",
    value_empty: "Leeg: Instroom houdt wat het heeft.",
    value_other: "Met deze waarde past de rij niet meer bij deze klant.",
    rules_title: "Een regel voor de andere dubbele klanten",
    rules_for: |rows| format!("Voor {} die nog niemand bekeek.", plural(rows, "dubbele klant", "dubbele klanten")),
    rules_unsure: |rows| format!("{} ONZEKER: daar beslist geen regel over, enkel uzelf.", plural(rows, "is nog", "zijn nog")),
    rules_replace: "Wat er eerder gekozen en niet aanvaard werd, wordt vervangen.",
    rule,
    one_by_one: "Ga verder, één voor één",
    rule_does: |fields, customers| format!("{} bij {}", plural(fields, "veld", "velden"), plural(customers, "klant", "klanten")),
    rule_nothing: "er wordt niets geschreven",
    apply: "doen",
    other_one: "andere",
};

fn rule(rule: SidesRule) -> &'static str {
    match rule {
        SidesRule::Leave => "Laat met rust: Instroom houdt wat het heeft",
        SidesRule::FillBlanks => "Vul enkel aan wat leeg is",
        SidesRule::ImportWins => "Neem over wat ingevuld is; labels komen erbij",
    }
}
