//! Languages: what words are told of theirs, and the direction of its script.

use super::Story;
use super::dom::El;

/// The direction of a language's script, for the attribute `dir`: pages of another direction embed maps too.
pub fn direction(language: &str) -> &'static str {
    let mut parts = language.split('-');
    let from_right = match (parts.next(), parts.next()) {
        // A script that is named counts, whatever the language's usual one is.
        (_, Some(script)) if script.len() == 4 => matches!(script, "Arab" | "Hebr"),
        (Some(language), _) => matches!(
            language,
            "ar" | "ckb" | "dv" | "fa" | "he" | "ps" | "sd" | "ug" | "ur" | "yi"
        ),
        _ => false,
    };
    if from_right { "rtl" } else { "ltr" }
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
        for language in ["ar", "fa-IR", "he", "ur-PK", "pa-Arab", "az-Arab-IR", "ckb"] {
            assert_eq!(direction(language), "rtl", "{language}");
        }
        for language in [
            "en",
            "ar-Latn",
            "sr-Cyrl",
            "zh-Hant-TW",
            "de-1996",
            "az",
            "",
        ] {
            assert_eq!(direction(language), "ltr", "{language}");
        }
    }
}
