//! What counts as a digit when the number of mails is typed.

/// The digit that a key gives: itself, or what stands on its key on the unshifted row of a Belgian or French keyboard.
#[must_use]
pub const fn digit(character: char) -> Option<char> {
    Some(match character {
        '0'..='9' => character,
        '&' => '1',
        'é' => '2',
        '"' => '3',
        '\'' => '4',
        '(' => '5',
        // The Belgian keyboard has the paragraph there, the French a hyphen.
        '§' | '-' => '6',
        'è' => '7',
        '!' | '_' => '8',
        'ç' => '9',
        'à' => '0',
        _ => return None,
    })
}
