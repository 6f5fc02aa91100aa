//! Names set apart by their direction (Unicode Standard Annex 9, isolates), in text that is cut into lines here: for a bidi
//! algorithm each of our lines is a paragraph, so none may leave to the next what it opened.

use crate::incident::scripts::is_from_right;

const LRI: char = '\u{2066}';
const RLI: char = '\u{2067}';
const FSI: char = '\u{2068}';
const PDI: char = '\u{2069}';

/// The lines of one text, each closing what it opens: what is open at a line's end is closed there, and opened again
/// at the next one's beginning, in the direction it had. A PDI that closes nothing goes: it would close what is put round the
/// line.
pub(super) fn balanced(lines: &[String]) -> Vec<String> {
    let mut open: Vec<char> = Vec::new();
    let mut balanced = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let mut text: String = open.iter().collect();
        for (place, letter) in line.char_indices() {
            match letter {
                LRI | RLI => open.push(letter),
                FSI => {
                    let rest = line.get(place + FSI.len_utf8()..).unwrap_or_default();
                    let later = lines.get(at + 1..).unwrap_or_default();
                    let content = core::iter::once(rest).chain(later.iter().map(String::as_str));
                    open.push(of_direction(content.flat_map(str::chars)));
                }
                PDI if open.pop().is_none() => continue,
                _ => {}
            }
            text.push(letter);
        }
        text.extend(open.iter().map(|_| PDI));
        balanced.push(text);
    }
    balanced
}

/// A text in which no isolate has another one as its only content, as names have that were put together twice.
pub(super) fn once(text: &str) -> String {
    let mut letters: Vec<(char, bool)> = text.chars().map(|letter| (letter, true)).collect();
    // Of each pair where it opens and closes.
    let (mut open, mut pairs) = (Vec::new(), Vec::new());
    for (at, (letter, _)) in letters.iter().enumerate() {
        match *letter {
            LRI | RLI | FSI => open.push(at),
            PDI => pairs.extend(open.pop().map(|start| (start, at))),
            _ => {}
        }
    }
    for (start, end) in &pairs {
        let within = end.checked_sub(1).map(|end| (start + 1, end));
        if within.is_some_and(|within| pairs.contains(&within)) {
            for at in [start, end] {
                if let Some((_, stays)) = letters.get_mut(*at) {
                    *stays = false;
                }
            }
        }
    }
    letters.retain(|(_, stays)| *stays);
    letters.into_iter().map(|(letter, _)| letter).collect()
}

/// A text whose direction is not that of what is around it, set apart; any other as it is. Else its full stop would stand
/// before it, and a line of it that begins with a word of another script would be turned round.
pub(super) fn apart(text: &str, around_from_right: bool) -> String {
    if (of_direction(text.chars()) == RLI) == around_from_right {
        return text.to_owned();
    }
    let mut apart = String::from(FSI);
    apart.push_str(text);
    apart.push(PDI);
    apart
}

/// How many characters of a text take room in a column.
pub(super) fn columns(text: &str) -> usize {
    text.chars()
        .filter(|letter| !matches!(*letter, LRI..=PDI))
        .count()
}

/// RLI if the first letter with a direction is from right to left, else LRI (rules P2 and P3): what is isolated within does
/// not tell, nor what stands behind the end.
fn of_direction(content: impl Iterator<Item = char>) -> char {
    let mut depth = 0_usize;
    for letter in content {
        match letter {
            LRI | RLI | FSI => depth += 1,
            PDI if depth == 0 => break,
            PDI => depth -= 1,
            _ if depth > 0 => {}
            _ if letter.is_alphabetic() && is_from_right(letter) => return RLI,
            _ if letter.is_alphabetic() => break,
            _ => {}
        }
    }
    LRI
}

#[cfg(test)]
mod tests {
    use super::{apart, balanced, columns, once};

    /// Isolates as brackets: `<` LRI, `>` RLI, `[` FSI, `]` PDI.
    fn marked(text: &str) -> String {
        let mut marked = text.to_owned();
        for (sign, isolate) in [
            ('<', '\u{2066}'),
            ('>', '\u{2067}'),
            ('[', '\u{2068}'),
            (']', '\u{2069}'),
        ] {
            marked = marked.replace(sign, &isolate.to_string());
        }
        marked
    }

    #[test]
    fn a_line_closes_what_it_opens_and_the_next_one_opens_it_again() {
        for (lines, expected) in [
            (&["a [ب ت] c", "d"][..], &["a [ب ت] c", "d"][..]),
            (&["a [ب", "ت] c"], &["a [ب]", ">ت] c"]),
            // In the direction it had, not in that of the rest.
            (&["a [ب", "NATO ت] c"], &["a [ب]", ">NATO ت] c"]),
            (&["a [NATO", "ت] c"], &["a [NATO]", "<ت] c"]),
            (&["a [", "ت] c"], &["a []", ">ت] c"]),
            (&["[12 [ب] x", "y]"], &["[12 [ب] x]", "<y]"]),
            // Nested, and over three lines.
            (&["> a <b", "c", "d] e]"], &["> a <b]]", "><c]]", "><d] e]"]),
            (&["[ب < a", "c] ت]"], &["[ب < a]]", "><c] ت]"]),
            // Closed without being open, and open without being closed.
            (&["a] b", "] c"], &["a b", " c"]),
            (&["a [ب"], &["a [ب]"]),
            (&[], &[]),
        ] {
            let lines: Vec<String> = lines.iter().map(|line| marked(line)).collect();
            let expected: Vec<String> = expected.iter().map(|line| marked(line)).collect();
            assert_eq!(balanced(&lines), expected);
        }
    }

    #[test]
    fn what_is_set_apart_twice_is_so_once() {
        for (text, expected) in [
            ("a [[ب]] c", "a [ب] c"),
            ("[[[ب]]]", "[ب]"),
            ("[[ب], [ت]]", "[[ب], [ت]]"),
            ("[[ب] ]", "[[ب] ]"),
            ("[ب", "[ب"),
            ("ب]]", "ب]]"),
            ("", ""),
        ] {
            assert_eq!(once(&marked(text)), marked(expected), "{text}");
        }
    }

    #[test]
    fn a_text_of_another_direction_is_set_apart_whole() {
        for (text, in_english, in_arabic) in [
            ("“ب NATO” 5", "[“ب NATO” 5]", "“ب NATO” 5"),
            ("NATO ب.", "NATO ب.", "[NATO ب.]"),
            ("[ب] is", "[ب] is", "[[ب] is]"),
        ] {
            assert_eq!(apart(&marked(text), false), marked(in_english));
            assert_eq!(apart(&marked(text), true), marked(in_arabic));
        }
        assert_eq!(columns(&marked("[ab] c")), 4);
    }
}
