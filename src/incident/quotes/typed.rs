//! The quotation marks that a typewriter, or LaTeX, has no keys for: ,,so“ and ``so''.
//!
//! What they do shows only where they stand, so they are looked for in whole texts. A quotation and the words round it, which are
//! parts of one, are compared as they are typed: a part would have to tell what the whole tells.

use std::ops::Range;

use super::folding::{Folded, MARK};

/// A mark of two characters.
pub(super) struct Typed {
    pub(super) range: Range<usize>,
    /// The mark that it is made to look like.
    pub(super) shape: char,
}

/// The typed marks of a text, in its order. Two commas open where none could stand, before a word and behind none; two
/// apostrophes close what was so opened.
pub(super) fn typed(text: &Folded) -> Vec<Typed> {
    let mut found = Vec::new();
    if !text.text.contains(",,") && !text.text.contains("``") {
        return found;
    }
    let is_free = |char: char| char.is_whitespace() || "([{—–-/".contains(char);
    let is_begin = |char: char| char.is_alphanumeric() || "…[(".contains(char) || char == MARK;
    let is_apostrophe = |at: usize| matches!(text.mark(at), Some('\'' | '’'));
    let mut is_open = false;
    let mut before = None;
    let mut chars = text.text.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let after = text.text.get(at + 2..);
        let after = after.and_then(|after| after.chars().next());
        let is_double = next == Some(char);
        let shape = match char {
            ',' if is_double => Some('„'),
            '`' if is_double => Some('“'),
            _ => None,
        };
        let opens = before.is_none_or(is_free) && after.is_some_and(is_begin);
        let closes = is_open && is_double && is_apostrophe(at) && is_apostrophe(at + 1);
        if let Some(shape) = shape.filter(|_| opens).or(closes.then_some('”')) {
            let range = at..at + 2;
            found.push(Typed { range, shape });
            is_open = !closes;
            chars.next();
        } else {
            is_open &= !matches!(text.mark(at), Some('"' | '“' | '”'));
        }
        before = Some(char);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_marks_are_known_by_what_stands_beside_them() {
        for (text, shapes) in [
            (",,so“ a ,,…tak'' (``no''), ``že’’", "„„”“”“”"),
            // Two commas by mistake, and two apostrophes of two quotations.
            ("so,,no ,, “a ‘b’’ c” ``", ""),
            (",,so“ a ‘b ‘c’’", "„"),
        ] {
            let folded = Folded::of(text);
            let found: String = typed(&folded).iter().map(|one| one.shape).collect();
            assert_eq!(found, shapes, "{text}");
            let is_two = |one: &Typed| one.range.len() == 2 * MARK.len_utf8();
            assert!(typed(&folded).iter().all(is_two));
        }
    }
}
