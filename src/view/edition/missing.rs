//! What fonts could not set of a picture: whoever looks at an empty box does not know which letter it was, or of whose
//! name.

use std::fmt;
use std::sync::Arc;

use resvg::usvg::fontdb::{FaceInfo, ID};
use resvg::usvg::{FontResolver, Group, Node, Text, Tree};
use unicode_script::{Script, UnicodeScript};

use crate::incident::invisible::code_point;

/// How many characters a message names.
const NAMED: usize = 5;

/// Characters in whose place a picture would have an empty box.
#[derive(Debug, PartialEq, Eq)]
pub struct Missing {
    /// The characters, each once, as they are met.
    pub letters: Vec<char>,
    /// The lines of text they stand in, each once.
    pub texts: Vec<String>,
    /// Whether a font has each of them, but none all that stands in a line. Not every line can be set in several fonts:
    /// letters that one joins are single ones in another.
    pub apart: bool,
}

impl Missing {
    /// What is missing from a picture; none if nothing is.
    pub(super) fn of(tree: &Tree) -> Option<Self> {
        let mut boxes = Vec::new();
        gather(tree.root(), &mut boxes);
        let mut letters = Vec::new();
        for unset in &boxes {
            push_new(&mut letters, unset.letter);
        }
        if letters.is_empty() {
            return None;
        }
        let nowhere = of_no_font(&letters, &boxes, tree);
        let apart = nowhere.is_empty();
        let letters = if apart { letters } else { nowhere };
        let mut texts = Vec::new();
        for unset in boxes {
            if letters.contains(&unset.letter) {
                push_new(&mut texts, line(unset.text));
            }
        }
        Some(Self {
            letters,
            texts,
            apart,
        })
    }

    /// What to install, as Debian and Ubuntu call it.
    fn packages(&self) -> &'static str {
        let is_east = |letter: &char| {
            matches!(
                letter.script(),
                Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul
            )
        };
        let east = self.letters.iter().filter(|letter| is_east(letter)).count();
        match east {
            0 => "Noto's for the script (on Debian and Ubuntu the package fonts-noto-core)",
            east if east == self.letters.len() => {
                "Noto's for Chinese, Japanese and Korean (on Debian and Ubuntu the package fonts-noto-cjk)"
            }
            _ => "Noto's (on Debian and Ubuntu the packages fonts-noto-core and fonts-noto-cjk)",
        }
    }

    /// The scripts of the characters, each once, by their names in Unicode Standard Annex 24.
    fn scripts(&self) -> Vec<&'static str> {
        let mut scripts = Vec::new();
        for letter in &self.letters {
            match letter.script() {
                Script::Common | Script::Inherited | Script::Unknown => {}
                // "Han" is a name for those who know it.
                Script::Han => push_new(&mut scripts, "Chinese"),
                script => push_new(&mut scripts, script.full_name()),
            }
        }
        scripts
    }
}

/// ```text
/// no font at hand can set “و” (U+0648), “ز” (U+0632) and 20 other characters (Arabic), in “وزارة” and 7 other lines, …
/// ```
impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = self.letters.iter().take(NAMED);
        let named = named.map(|&letter| format!("“{letter}” ({})", code_point(letter)));
        let named: Vec<String> = named.collect();
        write!(f, "no font at hand can set {}", named.join(", "))?;
        others(f, self.letters.len().saturating_sub(NAMED), "character")?;
        let scripts = self.scripts();
        if !scripts.is_empty() {
            write!(f, " ({})", scripts.join(", ").replace('_', " "))?;
        }
        if let Some(text) = self.texts.first() {
            write!(f, ", in “{text}”")?;
            others(f, self.texts.len().saturating_sub(1), "line")?;
        }
        f.write_str(if self.apart {
            ", together with the other letters there: the picture would have empty boxes. Name a font file that has all \
             of a line first with --font"
        } else {
            ": the picture would have empty boxes. Name a font file that has them with --font, besides those named \
             already, or leave --font out and install such a font"
        })?;
        if self.apart {
            return Ok(());
        }
        write!(f, ", for example {}", self.packages())
    }
}

/// ` and 3 other lines`; nothing if there are none.
fn others(f: &mut fmt::Formatter<'_>, count: usize, what: &str) -> fmt::Result {
    match count {
        0 => Ok(()),
        1 => write!(f, " and 1 other {what}"),
        count => write!(f, " and {count} other {what}s"),
    }
}

/// A character that is set as a box.
struct Unset<'t> {
    letter: char,
    /// The font that does not have it.
    font: ID,
    text: &'t Text,
}

fn gather<'t>(group: &'t Group, boxes: &mut Vec<Unset<'t>>) {
    for node in group.children() {
        match node {
            Node::Group(group) => gather(group, boxes),
            Node::Text(text) => boxes.extend(of_text(text)),
            _ => {}
        }
    }
}

fn of_text(text: &Text) -> impl Iterator<Item = Unset<'_>> {
    let spans = text.layouted().iter();
    let glyphs = spans.flat_map(|span| &span.positioned_glyphs);
    // Glyph 0 is what a font shows for a character it does not have (OpenType, `.notdef`).
    let boxes = glyphs.filter(|glyph| glyph.id.0 == 0);
    boxes.flat_map(move |glyph| {
        let letters = glyph.text.chars().filter(|&letter| is_seen(letter));
        let font = glyph.font;
        letters.map(move |letter| Unset { letter, font, text })
    })
}

/// Those of the letters that no font has. The others stand with one of these (a letter under its mark), or in a line that no
/// font has all of.
fn of_no_font(letters: &[char], boxes: &[Unset], tree: &Tree) -> Vec<char> {
    let find = FontResolver::default_fallback_selector();
    let mut fonts = tree.fontdb().clone();
    // Twice, for the search passes over the font it begins from.
    let faces: Vec<FaceInfo> = fonts.faces().cloned().collect();
    for face in faces {
        Arc::make_mut(&mut fonts).push_face_info(face);
    }
    let mut has = |letter: char| {
        let unset = boxes.iter().find(|unset| unset.letter == letter);
        unset.is_some_and(|unset| find(letter, &[unset.font], &mut fonts).is_some())
    };
    letters
        .iter()
        .copied()
        .filter(|&letter| !has(letter))
        .collect()
}

/// What a text says, without marks that no reader sees.
fn line(text: &Text) -> String {
    let letters = text.chunks().iter().flat_map(|chunk| chunk.text().chars());
    letters
        .filter(|&letter| letter == ' ' || is_seen(letter))
        .collect()
}

fn push_new<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

/// Whether a character has a shape of its own: spaces and controls have none, nor has what Unicode calls default-ignorable
/// (`DerivedCoreProperties.txt`): joiners, marks of direction, variation selectors, fillers.
pub(super) fn is_seen(letter: char) -> bool {
    let is_ignorable = matches!(
        u32::from(letter),
        0xad | 0x34f | 0x61c | 0x115f..=0x1160 | 0x17b4..=0x17b5 | 0x180b..=0x180f | 0x200b..=0x200f
        | 0x202a..=0x202e | 0x2060..=0x206f | 0x3164 | 0xfe00..=0xfe0f | 0xfeff | 0xffa0 | 0xfff0..=0xfff8
        | 0x1bca0..=0x1bca3 | 0x1d173..=0x1d17a | 0xe0000..=0xe0fff
    );
    !(is_ignorable || letter.is_whitespace() || letter.is_control())
}
