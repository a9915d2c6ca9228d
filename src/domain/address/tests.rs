use proptest::prelude::*;

use super::*;

/// Street, number, box, postal code and city, with a dash for what is not there.
fn taken(address: &str) -> Option<[&str; 5]> {
    take_apart(address).map(|parts| [parts.street, parts.house_number, parts.mailbox.unwrap_or("-"), parts.postal_code, parts.city])
}

#[test]
fn belgian_addresses_are_taken_apart() {
    for (address, parts) in [
        ("Kerkstraat 12A bus 3, 9000 Gent", ["Kerkstraat", "12A", "3", "9000", "Gent"]),
        ("Rue Haute 12 bte 4, 1000 Bruxelles", ["Rue Haute", "12", "4", "1000", "Bruxelles"]),
        ("Rue Haute, 12 boîte 4 - 1000 Bruxelles", ["Rue Haute", "12", "4", "1000", "Bruxelles"]),
        ("Kerkstraat 12, bus 0101, 9000 Gent", ["Kerkstraat", "12", "0101", "9000", "Gent"]),
        ("Kerkstraat 12 b A2, 9000 Gent", ["Kerkstraat", "12", "A2", "9000", "Gent"]),
        ("Kerkstraat 12 A Bus 3, 9000 Gent", ["Kerkstraat", "12 A", "3", "9000", "Gent"]),
        ("Kerkstraat 12 9000 Gent", ["Kerkstraat", "12", "-", "9000", "Gent"]),
        ("Kerkstraat 1200, 9000 Gent", ["Kerkstraat", "1200", "-", "9000", "Gent"]),
        ("Kerkstraat 12 A, B-9000 GENT", ["Kerkstraat", "12 A", "-", "9000", "GENT"]),
        ("Kerkstraat 12bis, BE-8660 De Panne", ["Kerkstraat", "12bis", "-", "8660", "De Panne"]),
        ("Kerkstraat 12-14, 8660 DE PANNE", ["Kerkstraat", "12-14", "-", "8660", "DE PANNE"]),
        ("Place du 4 Août 7, 7100 La Louvière", ["Place du 4 Août", "7", "-", "7100", "La Louvière"]),
        ("11-Novemberlaan 4/2, 9800 Deinze", ["11-Novemberlaan", "4/2", "-", "9800", "Deinze"]),
        ("12, Rue de l'Église, 4000 Liège", ["Rue de l'Église", "12", "-", "4000", "Liège"]),
        ("Chaussée de Wavre 1789, 1160 Auderghem", ["Chaussée de Wavre", "1789", "-", "1160", "Auderghem"]),
        ("Laan van 's Heeren 3, 1755 Gooik (Leerbeek)", ["Laan van 's Heeren", "3", "-", "1755", "Gooik (Leerbeek)"]),
    ] {
        assert_eq!(taken(address), Some(parts), "{address}");
    }
}

#[test]
fn belgium_behind_the_city_is_told_apart() {
    for (address, country) in [
        ("Kerkstraat 12, 9000 Gent, België", Some("België")),
        ("Rue Haute 12, 1000 Bruxelles - Belgique", Some("Belgique")),
        ("Kerkstraat 12, 9000 Gent", None),
        ("Kerkstraat 12, 9000 Gent,", None),
    ] {
        assert_eq!(take_apart(address).map(|parts| (parts.city.len() >= 4, parts.country)), Some((true, country)), "{address}");
    }
}

#[test]
fn what_is_in_doubt_is_left_whole() {
    for address in [
        "",
        "Kerkstraat",
        "9000 Gent",
        "Kerkstraat 12",
        "Kerkstraat, 9000 Gent",
        "Kerkstraat 1200 Gent",
        "Rue du 8 mai 1945, 1000 Bruxelles",
        "Kerkstraat 12 3, 9000 Gent",
        "Kerkstraat 12, 9000 Gent, Nederland",
        "Dam 1, 1012 AB Amsterdam",
        "10 Downing Street, London SW1A 2AA",
        "Kerkstraat 12, Dorp, 9000 Gent",
        "Kerkstraat 12 bus, 9000 Gent",
        "Kerkstraat 12, L-1234 Luxembourg",
        "Kerkstraat 12, 9000 Gent 1",
        "12, 9000 Gent",
        "bus 3, 9000 Gent",
        "Postbus 12 bus 3 bus 4, 9000 Gent",
        "t.a.v. An; Kerkstraat 12, 9000 Gent",
    ] {
        assert_eq!(taken(address), None, "{address}");
    }
}

proptest! {
    #[test]
    fn pieces_put_together_are_found_again(
        street in "[A-Z][a-z]{2,8}(straat|laan| de Paris)",
        number in "[1-9][0-9]{0,2}[A-F]?",
        mailbox in proptest::option::of("[0-9]{1,4}|[A-D][0-9]"),
        code in "[1-9][0-9]{3}",
        city in "[A-Z][a-z]{3,9}",
        word in 0_usize..BOX_WORDS.len(),
    ) {
        let in_box = mailbox.as_ref().map_or(String::new(), |mailbox| format!(" {} {mailbox}", BOX_WORDS[word]));
        let address = format!("{street} {number}{in_box}, {code} {city}");
        let parts = [&*street, &*number, mailbox.as_deref().unwrap_or("-"), &*code, &*city];
        prop_assert_eq!(taken(&address), Some(parts));
    }

    #[test]
    fn no_address_is_too_strange(address in "\\PC{0,30}", tail in "[0-9a-zB, é-]{0,20}") {
        let address = format!("{address}{tail}");
        if let Some(parts) = take_apart(&address) {
            prop_assert!(is_belgian(parts.postal_code) && !parts.street.is_empty() && !parts.city.is_empty());
            prop_assert!(address.contains(parts.house_number));
        }
    }
}
