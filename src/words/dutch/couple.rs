//! Couples, in Dutch.

use crate::domain::draft::Bond;
use crate::words::couple::CoupleWords;

pub(super) const WORDS: CoupleWords = CoupleWords {
    title: "Maak van twee rijen één aangifte",
    joined: "Twee rijen, één aangifte: weer scheiden?",
    main_filer: "hoofdaangever",
    partner: "partner",
    bond,
    joint_return: "De gezamenlijke aangifte",
    not_kept: "Niet bewaard van de rij van de partner",
    all_kept: "Alles van de rij van de partner wordt bewaard.",
    partner_is_stored: |id| format!("i De partner is {id} in Instroom: die klant blijft, zonder rij."),
    pair_place: |at, all| format!("paar {at} van {all}"),
    enter_joins: "{choose} voegt ze samen; toets {undo} neemt dat terug.",
    enter_parts: "{choose} geeft elke rij weer een eigen aangifte.",
};

/// Why two rows are held to be one return.
fn bond(bond: Bond) -> &'static str {
    match bond {
        Bond::NamedPartner => "de ene noemt de andere als partner",
        Bond::StoredCouple => "eerder als koppel bewaard",
        Bond::Household => "zelfde adres en e-mail, geen van beide noemt iemand",
    }
}
