//! Languages: what words are told of theirs, and the direction of its script.

use super::dom::El;

/// The direction of a language's script, for the attribute `dir`: pages of another direction embed maps too.
pub fn direction(language: &str) -> &'static str {
    match language.split('-').next() {
        Some("ar" | "ckb" | "dv" | "fa" | "he" | "ps" | "sd" | "ug" | "ur" | "yi") => "rtl",
        _ => "ltr",
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
