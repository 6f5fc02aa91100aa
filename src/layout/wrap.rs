//! Breaking a name into balanced lines.
//!
//! As few lines as the width allows, and of those the breaking whose widest line is narrowest
//! (the small cousin of Knuth and Plass 1981: with at most a dozen words, the dynamic programme over
//! "where does the last line begin" is exact). Lines end where [`breaks`](super::breaks) says. A particle stays with
//! the word after it if the two fit a line, a word of Korean or of katakana stays whole, and the text does not end in a stub
//! where that can be had. Nothing is ever cut off: what is too long for a line is parted into pieces of one width, with a
//! hyphen between letters that are written with one, and in Arabic where no stroke goes on.

use super::break_class::{Class, class};
use super::breaks::{attached, opportunities};
use super::geometry::most;
use super::letters::{NON_JOINER, is_joined, leads};
use super::upper::upper_char;

const SOFT_HYPHEN: char = '\u{ad}';
/// No line should have fewer letters of a word that had to be cut.
const FEWEST_LETTERS: usize = 3;

/// Breaks `text` into lines no wider than `max_width`, as `measure` measures them; a single character may be wider, and
/// so may a part that ends in a soft hyphen, by that hyphen. An empty text has no lines.
///
/// White space between words becomes one space, invisible breaks go, and soft hyphens show only at a line's end.
pub fn wrap(text: &str, max_width: f64, measure: fn(&str) -> f64) -> Vec<String> {
    let max_width = max_width.max(1.0);
    let mut pieces = pieces(text, max_width, measure);
    keep_together(&mut pieces, max_width, measure);
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

/// The pieces between which a line may end.
fn pieces(text: &str, max_width: f64, measure: fn(&str) -> f64) -> Vec<Piece> {
    let mut all: Vec<Piece> = Vec::new();
    let mut ends = opportunities(text);
    ends.push(text.len());
    let (mut from, mut spaced) = (0, false);
    for to in ends {
        let mut part = String::new();
        let mut space = false;
        for c in text.get(from..to).unwrap_or_default().chars() {
            match class(c) {
                Class::Space => space = true,
                Class::Cut => {}
                _ => {
                    if space && !part.is_empty() {
                        part.push(' ');
                    }
                    space = false;
                    part.push(c);
                }
            }
        }
        from = to;
        // At the text's end a soft hyphen hyphenates nothing.
        while to == text.len() && part.ends_with(SOFT_HYPHEN) {
            part.pop();
        }
        bite(&part, spaced, max_width, measure, &mut all);
        spaced = space;
    }
    all
}

/// Adds a part; one that is too long for a line in bites of about one width, parted where it hurts least. None begins with
/// what hangs on the character before it.
fn bite(
    part: &str,
    mut spaced: bool,
    max_width: f64,
    measure: fn(&str) -> f64,
    all: &mut Vec<Piece>,
) {
    let mut rest = part;
    let hyphen = if part.chars().any(has_hyphens) {
        measure("-")
    } else {
        0.0
    };
    while measure(rest) > max_width {
        let whole = measure(rest) - hyphen;
        let aim = whole / most((whole / (max_width - hyphen)).ceil(), 2.0) + hyphen;
        let (mut least, mut best, mut hyphened) = (f64::INFINITY, 0, false);
        for (cut, joint) in joints(rest) {
            let (head, tail) = parted(rest, cut);
            let (few, letters) = (is_short(head) || is_short(tail), joint == Joint::Letters);
            let width = measure(head) + if letters { hyphen } else { 0.0 };
            if width > max_width && best > 0 {
                break;
            }
            let hurts = f64::from(u8::from(few)) + f64::from(u8::from(joint == Joint::Joined));
            let score = (width - aim).abs() + hurts * max_width;
            if score < least {
                (least, best, hyphened) = (score, cut, letters);
            }
        }
        if best == 0 {
            break;
        }
        let (head, tail) = parted(rest, best);
        // A space is left where the line ends, and is there again if the two get onto one line after all.
        let (ends, begins) = (head.strip_suffix(' '), tail.strip_prefix(' '));
        let mut text = ends.unwrap_or(head).to_owned();
        if hyphened {
            text.push(SOFT_HYPHEN);
        }
        all.push(Piece { text, spaced });
        spaced = ends.is_some() || begins.is_some();
        rest = begins.unwrap_or(tail);
    }
    if !rest.is_empty() {
        all.push(Piece {
            text: rest.to_owned(),
            spaced,
        });
    }
}

/// Whether this is so little of a word that it should not stand alone.
fn is_short(part: &str) -> bool {
    part.chars().nth(FEWEST_LETTERS - 1).is_none()
}

/// What stands before a place and after it. (`split_at` could panic, with a message that a browser would have to load.)
fn parted(text: &str, place: usize) -> (&str, &str) {
    let (head, tail) = (text.get(..place), text.get(place..));
    (head.unwrap_or_default(), tail.unwrap_or_default())
}

/// What it means to part a word at a place.
#[derive(PartialEq)]
enum Joint {
    /// Between letters that a hyphen is written between.
    Letters,
    /// Between two that are written joined: Arabic.
    Joined,
    /// Between others.
    Other,
}

/// The places in a part at which it may be cut, in bytes.
fn joints(part: &str) -> Vec<(usize, Joint)> {
    let mut joints = Vec::new();
    // The character before, what it stands on if it is a mark, and the class of that.
    let (mut last, mut base, mut class_before) = (' ', ' ', Class::Joiner);
    for (place, c) in part.char_indices() {
        let mut after = class(c);
        let hangs = attached(class_before, after) || leads(last);
        // A flag is whole with its second half.
        if hangs && after == Class::Flag {
            after = Class::Mark;
        }
        if !hangs {
            let joint = if has_hyphens(base) && has_hyphens(c) {
                Joint::Letters
            } else if last != NON_JOINER && is_joined(base, c) {
                Joint::Joined
            } else {
                Joint::Other
            };
            joints.push((place, joint));
        }
        if after != Class::Mark || place == 0 {
            base = c;
        }
        (last, class_before) = (c, after);
    }
    joints
}

/// Letters of Latin, Greek, Cyrillic and Armenian.
fn has_hyphens(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, 'À'..='ɏ' | 'Ͱ'..='և' | '\u{1e00}'..='\u{1fff}')
}

/// Joins what should stay together if it fits a line: particles with the words after them, and parts of one word. From
/// behind, so that in "de la Plata" both go with the name.
fn keep_together(pieces: &mut Vec<Piece>, max_width: f64, measure: fn(&str) -> f64) {
    // In Vietnamese every syllable is written as a word.
    let vietnamese = |piece: &Piece| piece.text.chars().any(is_vietnamese);
    let particles = !pieces.iter().any(vietnamese);
    for index in (1..pieces.len()).rev() {
        let Some(pair @ [one, other]) = pieces.get(index - 1..=index) else {
            continue;
        };
        let is_one = (particles && is_particle(&one.text)) || is_one_word(one, other);
        if is_one && measure(&join(pair)) <= max_width {
            let word = pieces.remove(index);
            if let Some(particle) = pieces.get_mut(index - 1) {
                add(&mut particle.text, &word);
            }
        }
    }
}

/// Whether a line may end between two pieces, but had better not: in a word of Korean or of katakana, before one or two letters.
fn is_one_word(one: &Piece, other: &Piece) -> bool {
    let (Some(last), Some(first)) = (one.text.chars().next_back(), other.text.chars().next())
    else {
        return false;
    };
    let word = |c: char| matches!(c, '\u{ac00}'..='\u{d7a3}');
    let kana = |c: char| matches!(c, '\u{30a1}'..='\u{30ff}');
    let stub = last == '-' && is_short(&other.text);
    !other.spaced && ((word(last) && word(first)) || (kana(last) && kana(first)) || stub)
}

/// Letters that are Vietnamese nearly always: Yoruba and Igbo have four of them.
fn is_vietnamese(c: char) -> bool {
    matches!(
        c,
        '\u{1a0}' | '\u{1a1}' | '\u{1af}' | '\u{1b0}' | '\u{1ea0}'..='\u{1ef9}'
    )
}

/// Adds a piece to a line.
fn add(line: &mut String, piece: &Piece) {
    if line.ends_with(SOFT_HYPHEN) {
        line.pop();
    }
    if piece.spaced && !line.is_empty() {
        line.push(' ');
    }
    line.push_str(&piece.text);
}

/// The pieces as a line.
fn join(pieces: &[Piece]) -> String {
    let mut line = String::new();
    for piece in pieces {
        add(&mut line, piece);
    }
    if line.ends_with(SOFT_HYPHEN) {
        line.pop();
        line.push('-');
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
            // The square favours lines of like width; a break inside a word and a stub cost extra.
            let slack = (max_width - width).max(0.0) / max_width;
            let mut cost = 1.0 + slack * slack;
            if end < n && is_inside_a_word(&line, pieces.get(end)) {
                cost += 0.2;
            }
            let is_stub = end == n && line.chars().count() <= 2 || is_particle(&line);
            if is_stub && start > 0 {
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

/// Whether a break before `next` parts a word that readers would rather have whole; Chinese and Japanese have none.
fn is_inside_a_word(line: &str, next: Option<&Piece>) -> bool {
    let last = line.chars().next_back().unwrap_or(' ');
    next.is_some_and(|piece| !piece.spaced) && !('\u{2e80}'..'가').contains(&last)
}

/// Whether a word should not end a line: a short word in lower case ("of", "the", "de la", "für", "al-"), or a still
/// shorter one of a script without cases, Hebrew or Arabic. The rule needs no list of words.
fn is_particle(word: &str) -> bool {
    let word = word.strip_suffix('-').unwrap_or(word);
    let letters = word.chars().count();
    word.chars().next().is_some_and(|c| {
        (letters <= 3 && upper_char(c) != c) || (letters <= 2 && ('א'..='ۿ').contains(&c))
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use proptest::prelude::*;

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
    fn particles_stay_with_the_word_after_them() {
        for (name, width, expected) in [
            ("Council of the Province", 150.0, "Council|of the Province"),
            ("Banco de la Provincia", 150.0, "Banco|de la Provincia"),
            ("Amt für den Handel", 140.0, "Amt|für den Handel"),
            ("Ansar al-Mithal", 100.0, "Ansar|al-Mithal"),
            ("Служба по надзору", 120.0, "Служба|по надзору"),
            ("Комитет связи и печати", 140.0, "Комитет связи|и печати"),
            ("Φίλοι και Συνεργάτες", 150.0, "Φίλοι|και Συνεργάτες"),
            ("בנק של המדינה", 110.0, "בנק|של המדינה"),
            ("لجنة من الدولة", 110.0, "لجنة|من الدولة"),
        ] {
            assert_eq!(wrap(name, width, ten).join("|"), expected);
        }
        // Where the two do not fit a line together, the particle has to end one, and has none to itself.
        let zwaluwen = wrap("Dr Cornelius van der Zwaluwen", 150.0, ten);
        assert_eq!(zwaluwen.join("|"), "Dr|Cornelius van|der Zwaluwen");
        assert_eq!(wrap("of Parliament", 100.0, ten).join("|"), "of|Parliament");
    }

    #[test]
    fn breaks_by_the_rules_of_the_script() {
        for (name, width, expected) in [
            ("例日新聞（朝刊）", 60.0, "例日新聞|（朝刊）"),
            ("「例示」センター", 50.0, "「例示」|センター"),
            ("조정위원회 사무국", 60.0, "조정위원회|사무국"),
            (
                "Body\u{a0}A of State\u{a0}B",
                100.0,
                "Body\u{a0}A|of State\u{a0}B",
            ),
            ("Reserve 1,000 Club", 80.0, "Reserve|1,000|Club"),
            ("co\u{ad}op\u{ad}eration", 70.0, "coop-|eration"),
            ("cooper\u{ad}", 70.0, "cooper"),
            ("Zero\u{200b}Width", 60.0, "Zero|Width"),
            ("🇨🇿🇸🇰🇨🇿", 40.0, "🇨🇿|🇸🇰🇨🇿"),
            (
                "👩\u{200d}💻👩\u{200d}💻",
                30.0,
                "👩\u{200d}💻|👩\u{200d}💻",
            ),
            ("Quoi ? Rien !", 70.0, "Quoi ?|Rien !"),
            // What has to be parted is not joined again without its space.
            ("11111 .....", 60.0, "11111|....."),
            // What is too long, too: in pieces of one width, never a letter or two alone, with hyphens where they are written.
            ("Untersuchungsausschuss", 200.0, "Untersuchu-|ngsausschuss"),
            ("Untersuchungsausschuss", 210.0, "Untersuchu-|ngsausschuss"),
            (
                "Государственного собрания",
                150.0,
                "Государ-|ственного|собрания",
            ),
            ("1111111111", 90.0, "11111|11111"),
            (
                "ABC漢字一二三四五六七八九十",
                40.0,
                "ABC漢|字一二三|四五六七|八九十",
            ),
            // Arabic where no stroke goes on; "ـ" stands for no letter.
            (
                "\u{62f}\u{628}\u{628}\u{627}\u{628}\u{628}\u{628}",
                50.0,
                "\u{62f}\u{628}\u{628}\u{627}|\u{628}\u{628}\u{628}",
            ),
            // Words of Korean and of katakana stay whole, and so do Vietnamese ones, written as several.
            ("조정위원회", 30.0, "조정|위원회"),
            ("東京サンプル社", 50.0, "東京|サンプル社"),
            ("Công ty cổ phần", 100.0, "Công ty|cổ phần"),
            // A syllable of Thai or of an Indian script stays one.
            (
                "\u{e1c}\u{e39}\u{e49}\u{e01}\u{e25}\u{e48}\u{e32}\u{e27}\u{e2b}\u{e32}",
                70.0,
                "\u{e1c}\u{e39}\u{e49}\u{e01}|\u{e25}\u{e48}\u{e32}\u{e27}\u{e2b}\u{e32}",
            ),
            (
                "\u{930}\u{93e}\u{937}\u{94d}\u{91f}\u{94d}\u{930}\u{940}\u{92f}",
                50.0,
                "\u{930}\u{93e}|\u{937}\u{94d}\u{91f}\u{94d}\u{930}\u{940}|\u{92f}",
            ),
            ("Team (CERT-A)", 70.0, "Team|(CERT-|A)"),
            ("Team (CERT-A)", 80.0, "Team|(CERT-A)"),
        ] {
            assert_eq!(wrap(name, width, ten).join("|"), expected);
        }
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
            assert_eq!(seen(&lines.concat()), seen(text));
            for line in &lines {
                assert!(
                    ten(line) <= width.max(10.0)
                        || line.chars().filter(|&c| class(c) != Class::Mark).count() <= 2,
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

    /// What readers see of a text, apart from spaces and hyphens: those may come where a line ends.
    fn seen(text: &str) -> String {
        let unseen = |c: &char| {
            !matches!(class(*c), Class::Space | Class::Cut) && !matches!(*c, '-' | SOFT_HYPHEN)
        };
        text.chars().filter(unseen).collect()
    }

    /// As the metrics do it: what hangs on a character has no width.
    fn flat(text: &str) -> f64 {
        let wide = |c: &char| !matches!(class(*c), Class::Mark | Class::Joiner | Class::Cut);
        text.chars().filter(wide).count() as f64 * 10.0
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nothing_is_lost_nor_wider_than_it_must_be(
            text in prop_oneof![
                "([A-Z]?[a-zà-ÿ]{1,9}|[а-я]{1,9}|[α-ω]{1,9}|[א-ת]{1,6}|[ا-ي]{1,6}|[一-龥ぁ-ん。「]{1,9}|[가-힣]{1,6}|[ ,./-]|\u{301}|\u{a0}){0,12}",
                any::<String>(),
            ],
            width in 20.0..300.0,
        ) {
            let lines = wrap(&text, width, flat);
            assert_eq!(seen(&lines.concat()), seen(&text));
            let hyphens = |text: &str| text.matches('-').count();
            assert!(hyphens(&lines.concat()) >= hyphens(&text));
            // White space is normalised, not lost: lines joined by a space, less the breaks within words.
            let words = |text: &str| text.split(|c| class(c) == Class::Space).filter(|word| !seen(word).is_empty()).count();
            assert!(lines.iter().map(|line| words(line)).sum::<usize>() >= words(&text));
            for line in &lines {
                let mut clusters = 0;
                let (mut before, mut last) = (Class::Cut, ' ');
                for c in line.strip_suffix('-').unwrap_or(line).chars() {
                    clusters += usize::from(!attached(before, class(c)) && !leads(last));
                    (before, last) = (class(c), c);
                }
                assert!(clusters <= 1 || flat(line) <= width, "{line:?} at {width}");
                assert!(!line.starts_with(' ') && !line.ends_with(' '), "{line:?}");
            }
        }
    }
}
