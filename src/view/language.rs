//! Languages: what words are told of theirs, and the direction of its script.

use super::Story;
use super::dom::El;

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

/// A line of our own words, which are English. In a story from right to left it is set apart as a unit from left to right
/// (Unicode Standard Annex 9: LRI and PDI), or what stands between its names would be read in the other order, and whom
/// somebody accuses would stand before the verb. Done with characters and not with `dir`: so the line stays flush with what
/// is around it, also in a mail or a feed without our style.
pub fn ours(story: &Story, line: El) -> El {
    set_apart(line, &story.incident.incident.language)
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
