//! Text for the clipboard of whoever sits at the other end of the line (OSC 52). Nobody answers, so that it is never known
//! whether the terminal took it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::surroundings::Between;

/// GNU screen passes short strings on and prints what is left of long ones.
const PIECE: usize = 76;

/// The bytes that offer a text to the clipboard.
///
/// tmux takes them itself where `set-clipboard` is on; where `allow-passthrough` is, the terminal behind it gets them too. Each Esc in
/// what is passed through is doubled. screen passes them on in pieces.
pub(super) fn offered(text: &str, between: Between) -> String {
    let encoded = STANDARD.encode(text);
    let bare = format!("\x1b]52;c;{encoded}\x07");
    match between {
        Between::Nothing => bare,
        Between::Tmux => format!("{bare}\x1bPtmux;\x1b{bare}\x1b\\"),
        Between::Screen => {
            let mut passed = "\x1bP\x1b]52;c;\x1b\\".to_owned();
            let mut rest = encoded.as_str();
            while !rest.is_empty() {
                // All of it is ASCII.
                let (piece, behind) = rest.split_at_checked(PIECE).unwrap_or((rest, ""));
                passed.push_str("\x1bP");
                passed.push_str(piece);
                passed.push_str("\x1b\\");
                rest = behind;
            }
            passed.push_str("\x1bP\x07\x1b\\");
            passed
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_gets_the_text_encoded() {
        assert_eq!(offered("Maes\tAn", Between::Nothing), "\x1b]52;c;TWFlcwlBbg==\x07");
        assert_eq!(offered("", Between::Nothing), "\x1b]52;c;\x07");
    }

    #[test]
    fn tmux_may_take_it_itself_and_passes_it_on() {
        assert_eq!(offered("a", Between::Tmux), "\x1b]52;c;YQ==\x07\x1bPtmux;\x1b\x1b]52;c;YQ==\x07\x1b\\");
    }

    #[test]
    fn screen_passes_on_short_pieces_that_join_to_the_whole() {
        let text = "Janssens An ".repeat(40);
        let passed = offered(&text, Between::Screen);
        let pieces: Vec<&str> = passed.split_terminator("\x1b\\").map(|piece| piece.strip_prefix("\x1bP").unwrap()).collect();
        assert!(pieces.iter().all(|piece| piece.len() <= PIECE), "{pieces:?}");
        assert_eq!(pieces.concat(), offered(&text, Between::Nothing));
    }
}
