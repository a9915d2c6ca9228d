//! Slips of the finger in the domains of well-known mail providers: `gmial.com`, `hotmail.con`.
//!
//! A warning that is often wrong is soon not read. So only domains of two labels are looked at, the
//! first letter has to be right (or swapped with the second), a short name has to be right as a
//! whole, and another ending is a slip only where nobody means it: `hotmail.de` is real.

use super::email::Email;

/// A provider's name and the endings that it has.
struct Provider {
    name: &'static str,
    /// The whole domains, the one to propose where the ending is not told first.
    domains: &'static [&'static str],
}

/// The providers that most Belgian customers have their address at.
const PROVIDERS: &[Provider] = &[
    Provider { name: "telenet", domains: &["telenet.be"] },
    Provider { name: "skynet", domains: &["skynet.be"] },
    Provider { name: "proximus", domains: &["proximus.be", "proximus.com"] },
    Provider { name: "scarlet", domains: &["scarlet.be"] },
    Provider { name: "pandora", domains: &["pandora.be"] },
    Provider { name: "belgacom", domains: &["belgacom.net", "belgacom.be"] },
    Provider { name: "voo", domains: &["voo.be"] },
    Provider { name: "gmail", domains: &["gmail.com"] },
    Provider { name: "googlemail", domains: &["googlemail.com"] },
    Provider { name: "hotmail", domains: &["hotmail.com", "hotmail.be", "hotmail.fr", "hotmail.nl"] },
    Provider { name: "outlook", domains: &["outlook.com", "outlook.be", "outlook.fr", "outlook.nl"] },
    Provider { name: "live", domains: &["live.com", "live.be", "live.fr", "live.nl"] },
    Provider { name: "yahoo", domains: &["yahoo.com", "yahoo.fr", "yahoo.be"] },
    Provider { name: "icloud", domains: &["icloud.com"] },
    Provider { name: "protonmail", domains: &["protonmail.com"] },
];

/// Names below this length have too many real neighbours: they have to be right as a whole.
const SHORTEST_NAME: usize = 5;

/// Endings that nobody means behind a provider's name, and the one that was meant. The countries
/// among them (`co`, `cm`, `om`) have no such provider.
const ENDING_SLIPS: &[(&str, &str)] = &[
    ("con", "com"),
    ("cm", "com"),
    ("co", "com"),
    ("om", "com"),
    ("cmo", "com"),
    ("ocm", "com"),
    ("vom", "com"),
    ("xom", "com"),
    ("coom", "com"),
    ("comm", "com"),
    ("cim", "com"),
    ("cpm", "com"),
    ("eb", "be"),
    ("bee", "be"),
    ("bbe", "be"),
    ("beb", "be"),
    ("nte", "net"),
    ("ner", "net"),
    ("nett", "net"),
];

/// Domains with one provider's name and an ending that it does not have.
const WRONG_ENDINGS: &[(&str, &str)] = &[("gmail.be", "gmail.com"), ("gmail.fr", "gmail.com"), ("gmail.nl", "gmail.com")];

/// Domains that exist beside a provider of nearly the same name.
const REAL_NEIGHBOURS: &[&str] = &["scarlett.be", "pandore.be", "live.co", "yahoo.co", "outlooks.com"];

/// The well-known domain that the address's domain is one slip away from, if it is not itself known.
/// Subdomains are never looked at. Costs no allocation.
#[must_use]
pub fn near_miss(email: Email<'_>) -> Option<&'static str> {
    let domain = email.domain();
    let (name, ending) = domain.split_once('.').filter(|(_, ending)| !ending.contains('.'))?;
    let same = |known: &&str| known.eq_ignore_ascii_case(domain);
    if let Some((_, meant)) = WRONG_ENDINGS.iter().find(|(wrong, _)| same(wrong)) {
        return Some(meant);
    }
    if REAL_NEIGHBOURS.iter().any(same) {
        return None;
    }
    let meant_ending = ENDING_SLIPS.iter().find(|(slip, _)| slip.eq_ignore_ascii_case(ending)).map(|(_, meant)| *meant);
    PROVIDERS.iter().find_map(|provider| {
        let same_name = provider.name.eq_ignore_ascii_case(name);
        if !same_name && (provider.name.len() < SHORTEST_NAME || !is_one_slip(name.as_bytes(), provider.name.as_bytes())) {
            return None;
        }
        let domain_with = |ending: &str| {
            let is_it = |known: &&&str| known.split_once('.').is_some_and(|(_, other)| other.eq_ignore_ascii_case(ending));
            provider.domains.iter().find(is_it).copied()
        };
        match (same_name, domain_with(ending)) {
            (true, Some(_)) => None,
            (false, Some(known)) => Some(known),
            (_, None) => meant_ending.and_then(domain_with),
        }
    })
}

/// Whether one slip of the finger turns `known` into `typed`: a letter too many, too few, another one,
/// or two neighbours swapped. The first letter has to be right, or swapped with the second.
#[must_use]
pub fn is_one_slip(typed: &[u8], known: &[u8]) -> bool {
    if typed.len().abs_diff(known.len()) > 1 {
        return false;
    }
    let same = |(left, right): &(&u8, &u8)| left.eq_ignore_ascii_case(right);
    let head = typed.iter().zip(known).take_while(same).count();
    let (typed, known) = (typed.get(head..).unwrap_or_default(), known.get(head..).unwrap_or_default());
    let tail = typed.iter().rev().zip(known.iter().rev()).take_while(same).count();
    let typed = typed.get(..typed.len() - tail).unwrap_or_default();
    let known = known.get(..known.len() - tail).unwrap_or_default();
    match (typed, known) {
        ([_], [] | [_]) | ([], [_]) => head > 0,
        ([a, b], [c, d]) => a.eq_ignore_ascii_case(d) && b.eq_ignore_ascii_case(c),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(domain: &str) -> Option<&'static str> {
        near_miss(Email::parse(&format!("an@{domain}")).unwrap())
    }

    #[test]
    fn slips_are_seen() {
        for (typed, known) in [
            ("gmial.com", "gmail.com"),
            ("gmai.com", "gmail.com"),
            ("gmaill.com", "gmail.com"),
            ("gnail.com", "gmail.com"),
            ("GMIAL.COM", "gmail.com"),
            ("mgail.com", "gmail.com"),
            ("gmail.con", "gmail.com"),
            ("gmial.con", "gmail.com"),
            ("gmail.be", "gmail.com"),
            ("hotmial.be", "hotmail.be"),
            ("hotmal.com", "hotmail.com"),
            ("hotmail.eb", "hotmail.be"),
            ("telent.be", "telenet.be"),
            ("telenet.bee", "telenet.be"),
            ("tlenet.be", "telenet.be"),
            ("skynte.be", "skynet.be"),
            ("skinet.be", "skynet.be"),
            ("outlok.com", "outlook.com"),
            ("outloook.be", "outlook.be"),
            ("proximsu.be", "proximus.be"),
            ("yaho.fr", "yahoo.fr"),
            ("yahooo.com", "yahoo.com"),
            ("iclod.com", "icloud.com"),
            ("scarlt.be", "scarlet.be"),
            ("pandra.be", "pandora.be"),
            ("belgacm.net", "belgacom.net"),
            ("live.con", "live.com"),
            ("voo.bee", "voo.be"),
        ] {
            assert_eq!(meant(typed), Some(known), "{typed}");
        }
    }

    #[test]
    fn real_domains_are_left_alone() {
        for domain in [
            "mail.com",
            "email.com",
            "ymail.com",
            "gmx.com",
            "gmx.net",
            "cloud.com",
            "love.be",
            "life.be",
            "olive.be",
            "live.de",
            "live.it",
            "hotmail.de",
            "hotmail.it",
            "outlook.de",
            "yahoo.de",
            "yahoo.co.uk",
            "telenet.tv",
            "skynet.com",
            "voo.eu",
            "vooo.be",
            "live.co",
            "hotmail.br",
            "live.ve",
            "scarlett.be",
            "me.com",
            "msn.com",
            "orange.be",
            "orange.fr",
            "base.be",
            "edpnet.be",
            "numericable.be",
            "brutele.be",
            "tvcablenet.be",
            "ulb.be",
            "kuleuven.be",
            "ugent.be",
            "fiscus.fgov.be",
            "belgium.be",
            "example.com",
            "example.net",
            "example.org",
            "example.be",
            "proton.me",
            "gmail.com.example.org",
            "mail.telent.be",
            "gmial.example.com",
            "kantoor.be",
            "minfin.fed.be",
            "sky.be",
            "rocketmail.com",
        ] {
            assert_eq!(meant(domain), None, "{domain}");
        }
        for provider in PROVIDERS {
            for domain in provider.domains {
                assert_eq!(meant(domain), None, "{domain}");
                assert_eq!(meant(&domain.to_uppercase()), None, "{domain}");
                assert_eq!(domain.split_once('.').map(|(name, _)| name), Some(provider.name));
            }
        }
    }

    #[test]
    fn a_slip_is_one_letter_or_one_swap_behind_the_first() {
        for (typed, known, slip) in [
            ("gmil", "gmail", true),
            ("gmaail", "gmail", true),
            ("gmsil", "gmail", true),
            ("gamil", "gmail", true),
            ("mgail", "gmail", true),
            ("mail", "gmail", false),
            ("zmail", "gmail", false),
            ("agmail", "gmail", false),
            ("gmail", "gmail", false),
            ("gal", "gmail", false),
            ("", "", false),
            ("", "g", false),
            ("gmlia", "gmail", false),
            ("aa", "aaa", true),
        ] {
            assert_eq!(is_one_slip(typed.as_bytes(), known.as_bytes()), slip, "{typed} {known}");
        }
    }
}
