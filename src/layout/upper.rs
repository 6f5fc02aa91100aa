//! Upper case without Unicode's tables (some 15 KB that the browser would have to load for camp titles alone):
//! Latin, Greek and Cyrillic by rule. Letters of other scripts with cases stay as they are.

/// The text in capitals; "ß" becomes "SS", and Greek goes without its accents, as it does in capitals.
pub(super) fn upper(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let capital = match upper_char(c) {
            'ß' => {
                out.push('S');
                'S'
            }
            'Ά' => 'Α',
            'Έ' => 'Ε',
            'Ή' => 'Η',
            'Ί' => 'Ι',
            'Ό' => 'Ο',
            'Ύ' => 'Υ',
            'Ώ' => 'Ω',
            'ΐ' => 'Ϊ',
            'ΰ' => 'Ϋ',
            capital => capital,
        };
        out.push(capital);
    }
    out
}

/// The capital of a letter, or the character itself.
pub(super) fn upper_char(c: char) -> char {
    let code = c as u32;
    let down = match code {
        0x61..=0x7a | 0xe0..=0xf6 | 0xf8..=0xfe | 0x3b1..=0x3c1 | 0x3c3..=0x3cb | 0x430..=0x44f => {
            0x20
        }
        0x131 => 0x131 - 0x49,
        0x17f => 0x17f - 0x53,
        // Pairs: the capital is the even one…
        0x101..=0x137
        | 0x14b..=0x177
        | 0x1a1
        | 0x461..=0x481
        | 0x48b..=0x4bf
        | 0x4d1..=0x52f
        | 0x1ea1..=0x1eff
            if code % 2 == 1 =>
        {
            1
        }
        // …or the odd one.
        0x13a..=0x148 | 0x17a..=0x17e | 0x1b0 | 0x4c2..=0x4ce if code.is_multiple_of(2) => 1,
        0x3ac => 0x26,
        0x3ad..=0x3af => 0x25,
        0x3c2 => 0x1f,
        0x3cc => 0x40,
        0x3cd | 0x3ce => 0x3f,
        0x450..=0x45f => 0x50,
        0xff => return '\u{178}',
        _ => 0,
    };
    char::from_u32(code - down).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_unicode() {
        let blocks = (0x20..0x149)
            .chain(0x14a..0x180)
            .chain(0x386..0x390)
            .chain(0x391..0x3b0)
            .chain(0x3b1..0x3cf)
            .chain([0x1a0, 0x1a1, 0x1af, 0x1b0])
            .chain(0x1ea0..0x1f00);
        for code in blocks.chain(0x400..0x4cf).chain(0x4d0..0x530) {
            let Some(c) = char::from_u32(code) else {
                continue;
            };
            // The micro sign's capital is a Greek letter, which nobody wants in a title.
            if code != 0xb5 {
                assert_eq!(
                    upper_char(c).to_string().replace('ß', "SS"),
                    c.to_uppercase().to_string(),
                    "U+{code:04X} {c}"
                );
            }
        }
        assert_eq!(upper("Straße, Łódź, Аб"), "STRASSE, ŁÓDŹ, АБ");
        assert_eq!(
            upper("Ομάδα της Ένωσης, προϋπολογισμός"),
            "ΟΜΑΔΑ ΤΗΣ ΕΝΩΣΗΣ, ΠΡΟΫΠΟΛΟΓΙΣΜΟΣ"
        );
        assert_eq!(
            upper("Bị hại và bên bị cáo buộc, phản ứng"),
            "BỊ HẠI VÀ BÊN BỊ CÁO BUỘC, PHẢN ỨNG"
        );
    }
}
