//! What spreadsheets show in place of a formula that fails: no text of anybody. The check looks for it in every text, and the
//! import of sheets in every cell.

/// Those that do not end in a mark: English, German, Italian and Spanish and Portuguese, Russian, Dutch, Danish and Norwegian,
/// Turkish, Czech.
const UNMARKED: [&str; 8] = [
    "#N/A",
    "#NV",
    "#N/D",
    "#Н/Д",
    "#N/B",
    "#I/T",
    "#YOK",
    "#NENÍ_K_DISPOZICI",
];

/// Whether a text, or a cell, is such an error. Every language has its own (`#VALUE!`, `#WERT!`, `#HODNOTA!`, `#¡VALOR!`,
/// `#ЗНАЧ!`), so they are known by their shape: `#`, a word in capitals (`#DIV/0!`, `#DĚLENÍ_NULOU!`), and a mark.
///
/// A post that is one shouted word (`#FREE!`) looks the same; it is asked about rather than passed over with the errors of a
/// language that a list forgot.
pub(crate) fn is_formula_error(text: &str) -> bool {
    let text = text.trim();
    UNMARKED.contains(&text) || is_marked(text)
}

fn is_marked(text: &str) -> bool {
    let word = text
        .strip_prefix('#')
        .and_then(|word| word.strip_suffix(['!', '?']));
    let word = word.map(|word| word.trim_start_matches(['¡', '¿']));
    let is_of_word =
        |char: char| char.is_uppercase() || char.is_ascii_digit() || matches!(char, '/' | '_');
    word.is_some_and(|word| {
        word.starts_with(char::is_uppercase)
            && word.chars().count() > 1
            && word.chars().all(is_of_word)
    })
}

#[cfg(test)]
mod tests {
    use super::is_formula_error;

    #[test]
    fn errors_of_many_languages_are_known() {
        for error in [
            "#VALUE!",
            "#NAME?",
            "#REF!",
            "#N/A",
            "#DIV/0!",
            "#NULL!",
            "#NUM!",
            "#SPILL!",
            "#CALC!",
            "#ERROR!",
            " #WERT!\n",
            "#BEZUG!",
            "#ZAHL!",
            "#NV",
            "#HODNOTA!",
            "#NÁZEV?",
            "#ODKAZ!",
            "#ČÍSLO!",
            "#DĚLENÍ_NULOU!",
            "#NENÍ_K_DISPOZICI",
            "#VALEUR!",
            "#NOM?",
            "#NOMBRE!",
            "#¡VALOR!",
            "#¡REF!",
            "#¿NOMBRE?",
            "#¡DIV/0!",
            "#N/D",
            "#VALORE!",
            "#RIF!",
            "#NOME?",
            "#ARG!",
            "#ADR!",
            "#NAZWA?",
            "#DZIEL/0!",
            "#N/D!",
            "#NÚM!",
            "#ЗНАЧ!",
            "#ССЫЛКА!",
            "#ИМЯ?",
            "#ДЕЛ/0!",
            "#Н/Д",
        ] {
            assert!(is_formula_error(error), "{error}");
        }
    }

    #[test]
    fn other_texts_with_a_hash_are_none() {
        for text in [
            "",
            "#",
            "#!",
            "#1!",
            "#A!",
            "#Wert!",
            "#value!",
            "#FREE",
            "#FREE MINDS!",
            "VALUE!",
            "##!",
            "#VALUE! he wrote",
            "#1 in the list!",
            "№ 1",
            "#/0!",
        ] {
            assert!(!is_formula_error(text), "{text}");
        }
    }
}
