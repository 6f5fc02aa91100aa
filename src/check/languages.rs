//! Codes of languages that are none: "cz", the country's, for "cs".

use crate::incident::place::{List, Place};

use super::cards::texts::UNKNOWN_LANGUAGE;
use super::case::{Case, at, at_report};
use super::notes::{Notes, shown};

/// The codes of two letters, sorted: ISO 639-1, and what BCP 47's registry keeps of older ones ("iw", "sh").
#[rustfmt::skip]
const CODES: [&str; 190] = [
    "aa", "ab", "ae", "af", "ak", "am", "an", "ar", "as", "av", "ay", "az", "ba", "be", "bg", "bh", "bi", "bm", "bn",
    "bo", "br", "bs", "ca", "ce", "ch", "co", "cr", "cs", "cu", "cv", "cy", "da", "de", "dv", "dz", "ee", "el", "en",
    "eo", "es", "et", "eu", "fa", "ff", "fi", "fj", "fo", "fr", "fy", "ga", "gd", "gl", "gn", "gu", "gv", "ha", "he",
    "hi", "ho", "hr", "ht", "hu", "hy", "hz", "ia", "id", "ie", "ig", "ii", "ik", "in", "io", "is", "it", "iu", "iw",
    "ja", "ji", "jv", "jw", "ka", "kg", "ki", "kj", "kk", "kl", "km", "kn", "ko", "kr", "ks", "ku", "kv", "kw", "ky",
    "la", "lb", "lg", "li", "ln", "lo", "lt", "lu", "lv", "mg", "mh", "mi", "mk", "ml", "mn", "mo", "mr", "ms", "mt",
    "my", "na", "nb", "nd", "ne", "ng", "nl", "nn", "no", "nr", "nv", "ny", "oc", "oj", "om", "or", "os", "pa", "pi",
    "pl", "ps", "pt", "qu", "rm", "rn", "ro", "ru", "rw", "sa", "sc", "sd", "se", "sg", "sh", "si", "sk", "sl", "sm",
    "sn", "so", "sq", "sr", "ss", "st", "su", "sv", "sw", "ta", "te", "tg", "th", "ti", "tk", "tl", "tn", "to", "tr",
    "ts", "tt", "tw", "ty", "ug", "uk", "ur", "uz", "ve", "vi", "vo", "wa", "wo", "xh", "yi", "yo", "za", "zh", "zu",
];

/// What is often written for a language and is no code of any: with the right code, and the language's name. Codes of countries
/// that are those of other languages (kr, se, si) are nothing that could be told.
#[rustfmt::skip]
const SLIPS: [(&str, &str, &str); 31] = [
    ("al", "sq", "Albanian"), ("at", "de", "German"), ("by", "be", "Belarusian"), ("cn", "zh", "Chinese"),
    ("cz", "cs", "Czech"), ("dk", "da", "Danish"), ("du", "nl", "Dutch"), ("eg", "ar", "Arabic"),
    ("gb", "en", "English"), ("ge", "ka", "Georgian"), ("gr", "el", "Greek"), ("hk", "zh", "Chinese"),
    ("il", "he", "Hebrew"), ("iq", "ar", "Arabic"), ("ir", "fa", "Persian"), ("jp", "ja", "Japanese"),
    ("kp", "ko", "Korean"), ("kz", "kk", "Kazakh"), ("md", "ro", "Romanian"), ("mx", "es", "Spanish"),
    ("np", "ne", "Nepali"), ("pk", "ur", "Urdu"), ("po", "pl", "Polish"), ("rs", "sr", "Serbian"),
    ("sp", "es", "Spanish"), ("sy", "ar", "Arabic"), ("tj", "tg", "Tajik"), ("ua", "uk", "Ukrainian"),
    ("us", "en", "English"), ("vn", "vi", "Vietnamese"), ("xk", "sq", "Albanian"),
];

/// Checks every language of a file. Of tags of another form reading tells; codes of three letters are too many to be known.
pub(super) fn check(case: &Case<'_>, notes: &mut Notes) {
    let incident = case.incident;
    let story = &incident.incident;
    let head = Place::single(List::Head);
    of_field(head, &story.id, "language", Some(&story.language), notes);
    for (position, source) in incident.sources.iter().enumerate() {
        let place = at(List::Sources, position);
        of_field(
            place,
            &source.id,
            "language",
            source.language.as_deref(),
            notes,
        );
    }
    for (position, statement) in incident.statements.iter().enumerate() {
        for (part, report) in statement.reports.iter().enumerate() {
            let place = at_report(position, part);
            let from = report.translated_from.as_deref();
            of_field(place, &statement.id, "translated_from", from, notes);
        }
    }
}

fn of_field(
    place: Place<'_>,
    record: &str,
    field: &'static str,
    tag: Option<&str>,
    notes: &mut Notes,
) {
    let tag = tag.unwrap_or_default();
    let (code, rest) = tag.split_at_checked(2).unwrap_or_default();
    // A third letter makes it a code of ISO 639-2 or -3.
    if !(code.len() == 2 && (rest.is_empty() || rest.starts_with('-'))) {
        return;
    }
    let code = code.to_ascii_lowercase();
    if CODES.binary_search(&code.as_str()).is_ok() {
        return;
    }
    notes.note(&UNKNOWN_LANGUAGE, place, record, field, || {
        let slip = SLIPS.iter().find(|(slip, ..)| *slip == code);
        let meant = slip.map_or_else(String::new, |(_, meant, name)| {
            format!(" Did you mean \"{meant}{rest}\" ({name})?")
        });
        format!("no language has the code {}.{meant}", shown(&code))
    });
}

#[cfg(test)]
mod tests {
    use super::{CODES, SLIPS};

    #[test]
    fn codes_are_sorted_and_no_slip_is_one() {
        assert!(CODES.is_sorted());
        for (slip, meant, _) in SLIPS {
            assert!(CODES.binary_search(&slip).is_err(), "{slip}");
            assert!(CODES.binary_search(&meant).is_ok(), "{meant}");
        }
    }
}
