//! One of the choices on offer, from what people write instead of choosing.

use crate::domain::fold::fold;
use crate::domain::language::Language;
use crate::domain::questionnaire::Choice;

/// The fewest letters of its beginning by which a choice is known.
const BEGINNING: usize = 2;

/// The id of the only choice that a text can mean: by its id, by how it reads in any language, by that without
/// brackets and endings of the plural, and at last by how it begins. None where none fits, or two do.
pub(super) fn read(choices: &[Choice], text: &str) -> Option<String> {
    if let Some(choice) = choices.iter().find(|choice| choice.id == text) {
        return Some(choice.id.clone());
    }
    let wanted = fold(text);
    let bare = plain(&wanted);
    let reads = |is: &dyn Fn(&str) -> bool| {
        let fits =
            |choice: &&Choice| Language::ALL.into_iter().filter_map(|language| choice.text.get(language)).any(|text| is(&fold(text)));
        let mut fitting = choices.iter().filter(fits);
        let first = fitting.next();
        first.map(|first| if fitting.next().is_some() { None } else { Some(first.id.clone()) })
    };
    let begins = |text: &str| {
        let ends_a_word = |rest: &str| rest.starts_with(|next: char| !next.is_alphanumeric());
        let begins = |text: &String| plain(text).strip_prefix(bare.as_str()).is_some_and(ends_a_word);
        bare.len() >= BEGINNING && written_out(text).iter().any(begins)
    };
    reads(&|text| text == wanted)
        .or_else(|| reads(&|text| written_out(text).iter().any(|text| plain(text) == bare)))
        .or_else(|| reads(&begins))?
}

/// A folded text as it reads without what is in its brackets, and with it: `marie(e)` is `marie` and `mariee`.
fn written_out(text: &str) -> [String; 2] {
    let mut depth = 0_usize;
    let mut without = String::new();
    for sign in text.chars() {
        match sign {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => without.push(sign),
            _ => {}
        }
    }
    [without, text.replace(['(', ')'], "")]
}

/// A folded text as single words, without points at their ends and the s of a plural.
fn plain(text: &str) -> String {
    let words = text.split_whitespace().map(|word| {
        let word = word.trim_end_matches(['.', '!']);
        word.strip_suffix('s').filter(|singular| singular.len() > 3).unwrap_or(word)
    });
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
