//! Languages: the direction of their scripts.

/// The direction of a language's script, for the attribute `dir`: pages of another direction embed maps too.
pub fn direction(language: &str) -> &'static str {
    match language.split('-').next() {
        Some("ar" | "ckb" | "dv" | "fa" | "he" | "ps" | "sd" | "ug" | "ur" | "yi") => "rtl",
        _ => "ltr",
    }
}
