//! From the bytes of a file to its text, whatever program wrote it.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252};

/// How much of a line is shown in a message, in bytes on either side of what cannot be read.
const SHOWN_BYTES: usize = 24;

/// How packed files begin.
const PACKED: [(&[u8], &str); 2] = [(b"\x1f\x8b", "gzip"), (b"PK\x03\x04", "zip")];

/// The encoding with this name, as web pages name it: `windows-1252`, `iso-8859-2`, `utf-16le`.
///
/// # Errors
/// If nobody knows the name; the message says which names are common.
pub fn named(label: &str) -> Result<&'static Encoding, String> {
    Encoding::for_label(label.as_bytes()).ok_or_else(|| {
        format!(
            "no encoding is called \"{label}\"; common ones are utf-8, utf-16le, windows-1252 (Western Europe), windows-1250 (Central Europe), windows-1251 (Cyrillic)"
        )
    })
}

/// The text of a file: in the encoding that is named, else in the one its byte order mark names, else in UTF-16 if
/// that is plain, else in UTF-8. Nothing is guessed: a wrong letter in a quotation is a wrong quotation.
///
/// # Errors
/// A message that shows the first place that cannot be read and how likely encodings would read it.
pub fn decode(bytes: &[u8], wanted: Option<&'static Encoding>) -> Result<String, String> {
    for (begins, what) in PACKED {
        if bytes.starts_with(begins) {
            return Err(format!(
                "The file is packed ({what}) and no text. Unpack it, and take the file that comes out."
            ));
        }
    }
    if let Some(encoding) = wanted {
        let (text, used, faulty) = encoding.decode(bytes);
        if faulty {
            return Err(format!(
                "The file is not encoded in {}: some of its bytes stand for no character there. Leave the option out, or name another encoding.",
                used.name()
            ));
        }
        return Ok(text.into_owned());
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        let text = encoding.decode_without_bom_handling_and_without_replacement(rest);
        return text.map(Cow::into_owned).ok_or_else(|| {
            format!(
                "The file begins with the mark of {}, but not all of it is in that encoding. It may be damaged or cut off; save it again as \"CSV UTF-8\".",
                encoding.name()
            )
        });
    }
    if let Some(encoding) = unmarked_utf_16(bytes) {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
        return text.map(Cow::into_owned).ok_or_else(|| {
            "The file looks like UTF-16, but not all of it is. It may be damaged or cut off; save it again as UTF-8.".to_owned()
        });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if text.contains('\0') => {
            Err("The file holds zero bytes and is no text. Is it the right file?".to_owned())
        }
        Ok(text) => Ok(text.to_owned()),
        Err(error) => Err(unreadable(bytes, error.valid_up_to())),
    }
}

/// UTF-16 without a mark: of a text that is mostly ASCII every other byte is zero.
fn unmarked_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..bytes.len().min(64))?;
    let zeros = |parity: usize| {
        let of_parity = start.iter().skip(parity).step_by(2);
        of_parity.filter(|byte| **byte == 0).count()
    };
    let most = start.len() / 2;
    if most < 2 || bytes.len() % 2 == 1 {
        None
    } else if zeros(1) * 4 >= most * 3 && zeros(0) == 0 {
        Some(UTF_16LE)
    } else if zeros(0) * 4 >= most * 3 && zeros(1) == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn unreadable(bytes: &[u8], at: usize) -> String {
    let before = bytes.get(..at).unwrap_or_default();
    let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
    let is_break = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let start = before.iter().rposition(is_break).map_or(0, |end| end + 1);
    let start = start.max(at.saturating_sub(SHOWN_BYTES));
    let rest = bytes.get(at..).unwrap_or_default();
    let end = rest.iter().position(is_break).unwrap_or(rest.len());
    let end = at + end.min(SHOWN_BYTES);
    let shown = bytes.get(start..end).unwrap_or_default();
    let mut readings: Vec<String> = Vec::new();
    for encoding in [WINDOWS_1252, WINDOWS_1250, WINDOWS_1251] {
        let (text, ..) = encoding.decode_without_bom_handling(shown);
        readings.push(format!("“{text}” in {}", encoding.name()));
    }
    format!(
        "The file is not encoded in {}: line {line} would read {}. Save it as \"CSV UTF-8\" or, if one of these readings is right, name it with --encoding.",
        UTF_8.name(),
        readings.join(", ")
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const TEXT: &str = "id,name\nministry-a,Ministerstvo č. 1\n";

    fn utf_16(little: bool) -> Vec<u8> {
        let units = TEXT.encode_utf16();
        units
            .flat_map(|unit| {
                if little {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                }
            })
            .collect()
    }

    #[test]
    fn utf_8_and_utf_16_are_read_with_and_without_their_marks() {
        for bytes in [
            TEXT.as_bytes().to_vec(),
            [&[0xef, 0xbb, 0xbf], TEXT.as_bytes()].concat(),
            utf_16(true),
            utf_16(false),
            [vec![0xff, 0xfe], utf_16(true)].concat(),
            [vec![0xfe, 0xff], utf_16(false)].concat(),
        ] {
            assert_eq!(decode(&bytes, None).as_deref(), Ok(TEXT));
        }
        assert_eq!(decode(b"", None).as_deref(), Ok(""));
        assert_eq!(decode(b"a", None).as_deref(), Ok("a"));
    }

    #[test]
    fn other_encodings_are_read_when_they_are_named_and_shown_when_not() {
        let (bytes, ..) = WINDOWS_1250.encode(TEXT);
        let message = decode(&bytes, None).unwrap_err();
        assert!(
            message.contains("line 2") && message.contains("č. 1” in windows-1250"),
            "{message}"
        );
        let encoding = named("cp1250").unwrap();
        assert_eq!(decode(&bytes, Some(encoding)).as_deref(), Ok(TEXT));
        assert!(named("klingon").unwrap_err().contains("windows-1252"));
    }

    #[test]
    fn damaged_files_are_refused() {
        let cut = [vec![0xff, 0xfe], utf_16(true), vec![b'x']].concat();
        assert!(decode(&cut, None).unwrap_err().contains("cut off"));
        assert!(decode(b"a\0b", None).unwrap_err().contains("zero bytes"));
        assert!(
            decode(b"\x81", Some(UTF_8))
                .unwrap_err()
                .contains("not encoded in UTF-8")
        );
    }
}
