//! What spreadsheets show in place of a formula that fails: no text of anybody. The check looks for it in every text, and the
//! import of sheets in every cell.

/// As English and German spreadsheets have it.
const ERRORS: [&str; 14] = [
    "#NAME?", "#REF!", "#VALUE!", "#N/A", "#DIV/0!", "#NULL!", "#NUM!", "#BEZUG!", "#WERT!", "#NV",
    "#ZAHL!", "#ERROR!", "#SPILL!", "#CALC!",
];

/// Whether a text, or a cell, is such an error.
pub(crate) fn is_formula_error(text: &str) -> bool {
    ERRORS.contains(&text.trim())
}
