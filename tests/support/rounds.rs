//! Names that chance gives, taken out of stories.

/// The shortest part of a name that a line break leaves at the widths of the stories.
const SHORTEST: usize = 9;

/// A round has a name that chance gives, and the mails of it have theirs from that: in a story they are all zeros. They stand
/// behind `Message-ID`, or on the next line where there is no room.
pub(crate) fn without_names(text: &str) -> String {
    let mut follows = false;
    let line = |line: &str| {
        let is_named = line.contains("Message-ID");
        let told = if is_named || follows { zeroed(line) } else { line.to_owned() };
        follows = is_named;
        told
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn zeroed(line: &str) -> String {
    let is_digit = |sign: char| matches!(sign, '0'..='9' | 'a'..='f');
    let (mut told, mut name) = (String::new(), String::new());
    for sign in line.chars().map(Some).chain([None]) {
        if let Some(digit) = sign.filter(|sign| is_digit(*sign)) {
            name.push(digit);
            continue;
        }
        told.push_str(&if name.len() < SHORTEST { std::mem::take(&mut name) } else { "0".repeat(name.len()) });
        name.clear();
        told.extend(sign);
    }
    told
}
