//! Breaking a name into balanced lines.
//!
//! As few lines as the width allows, and of those the breaking whose widest line is narrowest
//! (the small cousin of Knuth and Plass 1981: with at most a dozen words, the dynamic programme over
//! "where does the last line begin" is exact). A line does not end in a particle nor the text in a stub where
//! that can be had. Nothing is ever cut: a word too long for a line is broken after a hyphen or slash,
//! else between two characters.

use super::metrics::is_mark;
use super::upper::upper_char;

/// Breaks `text` into lines no wider than `max_width`, as `measure` measures them. An empty text has no lines.
pub fn wrap(text: &str, max_width: f64, measure: fn(&str) -> f64) -> Vec<String> {
    let max_width = max_width.max(1.0);
    let pieces = pieces(text, max_width, measure);
    let fewest = fill_count(&pieces, max_width, measure);
    if fewest == 0 {
        return Vec::new();
    }
    balanced(&pieces, fewest, max_width, measure)
}

/// The widest of some lines, as `measure` measures them.
pub fn widest(lines: &[String], measure: fn(&str) -> f64) -> f64 {
    lines.iter().fold(0.0, |most, line| measure(line).max(most))
}

/// A run of characters that stays together.
struct Piece {
    text: String,
    /// Whether a space stands before it, if it does not begin a line.
    spaced: bool,
}

fn pieces(text: &str, max_width: f64, measure: fn(&str) -> f64) -> Vec<Piece> {
    let mut all = Vec::new();
    for word in text.split_whitespace() {
        let mut spaced = true;
        if measure(word) <= max_width {
            all.push(Piece {
                text: word.into(),
                spaced,
            });
            continue;
        }
        for part in word.split_inclusive(['-', '/', '\u{2010}', '\u{2013}']) {
            for text in bites(part, max_width, measure) {
                all.push(Piece { text, spaced });
                spaced = false;
            }
        }
    }
    all
}

/// Cuts a word into parts no wider than `max_width` (a single character may be wider).
fn bites(word: &str, max_width: f64, measure: fn(&str) -> f64) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut part = String::new();
    for c in word.chars() {
        part.push(c);
        if measure(&part) > max_width && !is_mark(c) && part.chars().count() > 1 {
            part.pop();
            parts.push(core::mem::take(&mut part));
            part.push(c);
        }
    }
    parts.push(part);
    parts
}

fn join(pieces: &[Piece]) -> String {
    let mut line = String::new();
    for piece in pieces {
        if piece.spaced && !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&piece.text);
    }
    line
}

/// How many lines filling each as far as it goes takes: the fewest there can be.
fn fill_count(pieces: &[Piece], max_width: f64, measure: fn(&str) -> f64) -> usize {
    let (mut lines, mut from) = (0, 0);
    while from < pieces.len() {
        let mut to = from + 1;
        while to < pieces.len()
            && measure(&join(pieces.get(from..=to).unwrap_or_default())) <= max_width
        {
            to += 1;
        }
        lines += 1;
        from = to;
    }
    lines
}

/// The best breaking into exactly `count` lines.
fn balanced(
    pieces: &[Piece],
    count: usize,
    max_width: f64,
    measure: fn(&str) -> f64,
) -> Vec<String> {
    const NEVER: f64 = 1e9;
    let n = pieces.len();
    // best[line][end]: the cost of setting pieces[..end] in `line` lines, and where the last of them begins.
    let mut best = vec![vec![(NEVER, 0_usize); n + 1]; count + 1];
    if let Some(cell) = best.first_mut().and_then(|row| row.first_mut()) {
        cell.0 = 0.0;
    }
    for end in 1..=n {
        for start in (0..end).rev() {
            let line = join(pieces.get(start..end).unwrap_or_default());
            let width = measure(&line);
            if width > max_width && end - start > 1 {
                break;
            }
            // The square favours lines of like width; the particle's fee is about what a quarter more width costs.
            let slack = (max_width - width).max(0.0) / max_width;
            let mut cost = 1.0 + slack * slack;
            if end < n
                && pieces
                    .get(end - 1)
                    .is_some_and(|piece| is_particle(&piece.text))
            {
                cost += 0.4;
            }
            if end == n && start > 0 && line.chars().count() <= 2 {
                cost += 0.6;
            }
            for line_no in 1..=count {
                let before = best
                    .get(line_no - 1)
                    .and_then(|row| row.get(start))
                    .map_or(NEVER, |cell| cell.0);
                if let Some(cell) = best.get_mut(line_no).and_then(|row| row.get_mut(end))
                    && before + cost < cell.0
                {
                    *cell = (before + cost, start);
                }
            }
        }
    }
    let mut lines = Vec::new();
    let mut end = n;
    for line_no in (1..=count).rev() {
        let start = best
            .get(line_no)
            .and_then(|row| row.get(end))
            .map_or(0, |cell| cell.1);
        lines.push(join(pieces.get(start..end).unwrap_or_default()));
        end = start;
    }
    lines.reverse();
    lines
}

/// Whether a word should not end a line: a short word in lower case ("of", "the", "de la", "für").
/// The rule needs no list of words and so holds in every language with cases.
fn is_particle(word: &str) -> bool {
    word.chars().count() <= 3 && word.chars().next().is_some_and(|c| upper_char(c) != c)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    fn ten(text: &str) -> f64 {
        text.chars().count() as f64 * 10.0
    }

    #[test]
    fn balances_and_keeps_particles_off_line_ends() {
        assert_eq!(
            wrap("Ministry of Foreign Affairs", 180.0, ten),
            ["Ministry", "of Foreign Affairs"].map(String::from)
        );
        assert_eq!(
            wrap("Foreign Ministry", 120.0, ten),
            ["Foreign", "Ministry"].map(String::from)
        );
        assert_eq!(wrap("NATO", 120.0, ten), ["NATO".to_owned()]);
        assert!(wrap("  ", 120.0, ten).is_empty());
    }

    #[test]
    fn no_stub_at_the_end() {
        let lines = wrap("Embassy of State B", 120.0, ten);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].len() > 2, "{lines:?}");
    }

    #[test]
    fn breaks_long_words_and_loses_no_character() {
        for (text, width) in [
            ("Donaudampfschifffahrtsgesellschaft", 100.0),
            ("Inter-Parliamentary Alliance", 90.0),
            ("Press/Information/Office of the A", 60.0),
            ("漢字漢字漢字漢字漢字", 45.0),
            ("e\u{301}e\u{301}e\u{301}e\u{301}", 20.0),
            ("x", 1.0),
            ("xyz", f64::NAN),
        ] {
            let lines = wrap(text, width, ten);
            let kept: String = lines
                .concat()
                .chars()
                .filter(|c| !c.is_whitespace())
                .collect();
            let whole: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            assert_eq!(kept, whole);
            for line in &lines {
                assert!(
                    ten(line) <= width.max(10.0)
                        || line.chars().filter(|&c| !is_mark(c)).count() <= 2,
                    "{line:?} {width}"
                );
                assert!(!line.starts_with('\u{301}'));
            }
        }
        assert_eq!(
            wrap("Inter-Parliamentary", 130.0, ten),
            ["Inter-", "Parliamentary"].map(String::from)
        );
    }
}
