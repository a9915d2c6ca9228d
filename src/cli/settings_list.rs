//! The settings with where they come from, in columns.

use unicode_width::UnicodeWidthStr as _;

use super::help::wrap;

/// The widest that the column of values gets.
const WIDEST: usize = 44;

/// Columns between columns.
const GAP: usize = 2;

/// Key, value and origin of each. On a terminal of `wide` columns an origin that has no room behind its value stands below it, and a value
/// that is too wide is broken between words; where it is no terminal that reads it, each setting is one line.
pub(super) fn settings_list(told: &[(&str, String, String)], wide: Option<usize>) -> String {
    let widest = |texts: &mut dyn Iterator<Item = &str>| texts.map(|text| text.width()).max().unwrap_or(0);
    let keys = widest(&mut told.iter().map(|(key, ..)| *key));
    let values = widest(&mut told.iter().map(|(_, value, _)| value.as_str()).filter(|value| value.width() <= WIDEST));
    let line = |(key, value, origin): &(&str, String, String)| {
        let key = padded(key, keys + GAP);
        match wide {
            Some(wide) => lines(&key, &padded(value, values), origin, wide),
            None => format!("{key}{}{}{origin}\n", padded(value, values), " ".repeat(GAP)),
        }
    };
    told.iter().map(line).collect()
}

/// One setting on a terminal.
fn lines(key: &str, value: &str, origin: &str, wide: usize) -> String {
    let (gap, indent) = (" ".repeat(GAP), key.width());
    if indent + value.width() + GAP + origin.width() <= wide {
        return format!("{key}{value}{gap}{origin}\n");
    }
    let room = wide.saturating_sub(indent);
    let value = value.trim_end();
    let lines = if value.width() > room { wrap(value, room) } else { vec![value.to_owned()] };
    // What has no room below the values either, such as a long path, is broken by the terminal: later where it begins at the left.
    let below = |text: &str| format!("{}{text}\n", " ".repeat(if text.width() > room { GAP } else { indent }));
    let (first, rest) = match lines.split_first() {
        Some((first, rest)) if first.width() <= room => (first.as_str(), rest),
        _ => ("", lines.as_slice()),
    };
    let first = format!("{}\n", format!("{key}{first}").trim_end());
    [first].into_iter().chain(rest.iter().map(|line| below(line))).chain([below(origin)]).collect()
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told() -> Vec<(&'static str, String, String)> {
        let of = |key, value: &str, origin: &str| (key, value.to_owned(), origin.to_owned());
        vec![
            of("office.name", "Kantoor Peeters", "/home/els/.config/instroom/config.toml:2"),
            of("screen.language", "nl", "default"),
            of("office.colleagues", "an, bo, els, jan, karel, lies, mia, noor, piet, rik, sofie, tom, veerle", "default"),
            of("folders.store", &format!("/srv/{}", "kantoor/".repeat(8)), "/etc/xdg/instroom/config.toml:12"),
        ]
    }

    #[test]
    fn on_a_terminal_nothing_is_broken_at_its_edge() {
        let list = settings_list(&told(), Some(60));
        let expected = "office.name        Kantoor Peeters\n\
                        \x20                  /home/els/.config/instroom/config.toml:2\n\
                        screen.language    nl               default\n\
                        office.colleagues  an, bo, els, jan, karel, lies, mia, noor,\n\
                        \x20                  piet, rik, sofie, tom, veerle\n\
                        \x20                  default\n\
                        folders.store\n  /srv/kantoor/kantoor/kantoor/kantoor/kantoor/kantoor/kantoor/kantoor/\n\
                        \x20                  /etc/xdg/instroom/config.toml:12\n";
        assert_eq!(list, expected);
        assert!(
            settings_list(&told(), Some(80)).starts_with("office.name        Kantoor Peeters  /home/els/.config/instroom/config.toml:2\n"),
            "what has room stays beside it"
        );
    }

    #[test]
    fn elsewhere_each_setting_is_one_line() {
        let list = settings_list(&told(), None);
        let lines: Vec<&str> = list.lines().collect();
        assert_eq!(lines.len(), 4);
        assert!(
            lines.iter().zip(told()).all(|(line, (key, value, origin))| {
                line.starts_with(key) && line.contains(&value) && line.ends_with(&format!("  {origin}"))
            }),
            "{list}"
        );
    }
}
