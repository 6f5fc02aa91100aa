//! Languages: what words are told of theirs, and the direction of its script.

use crate::incident::forms::primary;

use super::Story;
use super::dom::{El, el};
use super::words::{between, isolated};

/// Languages whose usual script is written from right to left, and such scripts (ISO 15924, four letters).
const FROM_RIGHT: &str = "ar ckb dv fa he nqo ps sd syr ug ur yi Adlm Arab Hebr Nkoo Syrc Thaa";

/// The direction of a language's script, for the attribute `dir`: pages of another direction embed maps too. Case tells nothing
/// in a tag (BCP 47).
pub fn direction(language: &str) -> &'static str {
    let mut parts = language.split('-');
    let usual = parts.next();
    // A script that is named counts, whatever the language's usual one is.
    let script = parts.next().filter(|part| part.len() == 4);
    let told = script.or(usual).unwrap_or_default();
    let mut all = FROM_RIGHT.split(' ');
    if all.any(|known| known.eq_ignore_ascii_case(told)) {
        "rtl"
    } else {
        "ltr"
    }
}

/// Words in a language: told where it is not the one `around` them, with their direction where that differs too, for else a
/// full stop would stand before the sentence. (The first letter does not tell: a Hebrew sentence may begin with "NATO".)
pub fn in_language(words: El, language: Option<&String>, around: &str) -> El {
    let language = language.filter(|language| *language != around);
    let turned = language.map(|language| direction(language));
    words
        .maybe_attr("lang", language)
        .maybe_attr("dir", turned.filter(|&turned| turned != direction(around)))
}

/// The language of our own words.
pub const ENGLISH: &str = "en";

/// A story's language as it has to be told where words of ours stand around; none if it is English, as they are.
pub fn foreign(language: &str) -> Option<&str> {
    let is_ours = primary(language).eq_ignore_ascii_case(ENGLISH);
    (!is_ours).then_some(language)
}

/// The language that a line of ours is told to be in among words of this language.
pub fn of_ours(language: &str) -> &str {
    foreign(language).map_or(language, |_| ENGLISH)
}

/// What holds words of ours, told their language where the story has another one: a Czech voice would read English as Czech
/// (WCAG 2.2, 3.1.2). What is the story's in it is told so by [`theirs`].
pub fn english(story: &Story, words: El) -> El {
    match foreign(story.language()) {
        Some(_) => words.attr("lang", ENGLISH),
        None => words,
    }
}

/// What stands in the story's language where words of ours may be around it.
pub fn native(story: &Story, words: El) -> El {
    words.maybe_attr("lang", foreign(story.language()))
}

/// A line of ours that goes on with words of the story: a name, a title, a question. In Chinese and Japanese their language
/// also chooses the letters' forms.
pub fn theirs(line: El, story: &Story, words: &str) -> El {
    let words = isolated(words);
    if foreign(story.language()).is_none() {
        return line.text(words);
    }
    line.child(native(story, el("span")).text(words))
}

/// A line of ours that goes on with a template, each `%` of which is words of the story.
pub fn filled(mut line: El, story: &Story, template: &str, words: &[&str]) -> El {
    let mut words = words.iter();
    for (position, part) in template.split('%').enumerate() {
        if position > 0 {
            line = theirs(line, story, words.next().copied().unwrap_or_default());
        }
        // No text is no node.
        if !part.is_empty() {
            line = line.text(part);
        }
    }
    line
}

/// A line of ours that goes on with a list of names: "A", "A and B", "A, B and C".
pub fn all_theirs(mut line: El, story: &Story, names: &[String]) -> El {
    for (position, name) in names.iter().enumerate() {
        if position > 0 {
            line = line.text(between(position, names.len()));
        }
        line = theirs(line, story, name);
    }
    line
}

/// A line of our own words, told their language. In a story from right to left it is set apart as a unit from left to right
/// (Unicode Standard Annex 9: LRI and PDI), or what stands between its names would be read in the other order, and whom
/// somebody accuses would stand before the verb. Done with characters and not with `dir`: so the line stays flush with what
/// is around it, also in a mail or a feed without our style.
pub fn ours(story: &Story, line: El) -> El {
    set_apart(english(story, line), story.language())
}

/// The same in words of this language.
pub fn set_apart(line: El, around: &str) -> El {
    if direction(around) == "rtl" {
        line.between("\u{2066}", "\u{2069}")
    } else {
        line
    }
}

#[cfg(test)]
mod tests {
    use super::direction;

    #[test]
    fn a_script_that_is_named_counts() {
        for language in [
            "ar",
            "fa-IR",
            "he",
            "ur-PK",
            "pa-Arab",
            "az-Arab-IR",
            "ckb",
            "dv",
            "dv-Thaa",
            "syr-Syrc",
            "nqo",
            "man-Nkoo",
            "ff-Adlm-GN",
        ] {
            assert_eq!(direction(language), "rtl", "{language}");
        }
        for language in [
            "en",
            "ar-Latn",
            "sr-Cyrl",
            "zh-Hant-TW",
            "de-1996",
            "az",
            "dv-Latn",
            "a",
            "",
        ] {
            assert_eq!(direction(language), "ltr", "{language}");
        }
    }

    #[test]
    fn case_tells_nothing_in_a_tag() {
        for language in ["AR", "He-il", "pa-arab", "PA-ARAB-PK", "ff-ADLM"] {
            assert_eq!(direction(language), "rtl", "{language}");
        }
        assert_eq!(direction("AR-LATN"), "ltr");
    }
}
