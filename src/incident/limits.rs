//! The limits of an incident file. A file that breaks one is refused, with a message that names it.

use super::problem::{Refusal, RefusalCode};
use super::template::fill;

/// The longest file, in bytes.
pub const MAX_BYTES: usize = 5_000_000;
/// The most actors a file may hold.
pub const MAX_ACTORS: usize = 20_000;
/// The most lists and objects that may stand inside each other.
pub const MAX_DEPTH: usize = 32;
/// The longest id, in characters.
pub const MAX_ID_CHARS: usize = 100;
/// The longest name of an actor, outlet, author, venue or capacity, in characters.
pub const MAX_NAME_CHARS: usize = 200;
/// The longest title, headline or question, in characters.
pub const MAX_TITLE_CHARS: usize = 500;
/// The longest web address, in characters.
pub const MAX_URL_CHARS: usize = 2_000;
/// The longest text of our own (summary, `about`, paraphrase, answer, correction), in characters.
pub const MAX_TEXT_CHARS: usize = 5_000;
/// The longest quotation, in characters.
pub const MAX_QUOTE_CHARS: usize = 5_000;
/// The longest `prefix` and `suffix`, in characters. A longer one is left out; it refuses no file.
pub const MAX_CONTEXT_CHARS: usize = 32;
/// The most problems that are kept with their texts; further ones are only counted.
pub const MAX_PROBLEMS: usize = 1_000;

/// Whether a file of this many bytes may be read. To be asked before anything is parsed.
///
/// # Errors
/// A [`Refusal`] with [`RefusalCode::Limit`] for more than [`MAX_BYTES`].
pub fn check_size(bytes: usize) -> Result<(), Refusal> {
    if bytes <= MAX_BYTES {
        return Ok(());
    }
    let words: [&str; 2] = [&bytes.to_string(), &MAX_BYTES.to_string()];
    let message = fill(
        "The file has % bytes; at most % are read. Is it the right file? An incident file holds words only, no pictures.",
        &words,
    );
    Err(Refusal::new(RefusalCode::Limit, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_exactly_the_limit_is_read() {
        assert!(check_size(0).is_ok());
        assert!(check_size(MAX_BYTES).is_ok());
        let refusal = check_size(MAX_BYTES + 1);
        assert!(refusal.is_err_and(|refusal| refusal.code == RefusalCode::Limit));
    }
}
