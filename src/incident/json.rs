//! From the bytes of a file to a [`Node`], with the likely cause where they are not JSON.

use super::invisible::{code_point, invisible};
use super::limits::check_size;
use super::node::Node;
use super::problem::{Refusal, RefusalCode};

/// Parses a JSON text. A byte order mark at its beginning is passed over.
///
/// # Errors
/// A [`Refusal`] with [`RefusalCode::Limit`] for a text that is too long, or with [`RefusalCode::Parse`] for one
/// that is not JSON; the message says where, and what is likely wrong there. Nesting is cut off, not refused:
/// [`read`](super::read) looks at that.
pub fn parse_json(text: &str) -> Result<Node, Refusal> {
    check_size(text.len())?;
    parse_any_json(text)
}

/// The same for a text that is no incident file and may be longer than one.
///
/// # Errors
/// As [`parse_json`], without the limit.
pub fn parse_any_json(text: &str) -> Result<Node, Refusal> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text).map_err(|error| refuse(text, &error))
}

/// The text that a file's bytes encode; only UTF-8 is read.
///
/// # Errors
/// A [`Refusal`] with [`RefusalCode::Parse`] that names the encoding, as far as it can be told.
pub fn decode(bytes: &[u8]) -> Result<&str, Refusal> {
    let error = match std::str::from_utf8(bytes) {
        // In UTF-16 every other byte of an ASCII text is zero, and those are valid UTF-8.
        Ok(text) if !text.bytes().take(4).any(|byte| byte == 0) => return Ok(text),
        Ok(_) => None,
        Err(error) => Some(error),
    };
    let utf_16 = matches!(
        bytes,
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, _, ..] | [_, 0, ..]
    );
    let found = match error {
        _ if utf_16 => "The file is encoded in UTF-16.".to_owned(),
        Some(error) => {
            let read = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let line = 1 + read.iter().filter(|byte| **byte == b'\n').count();
            format!(
                "The file is not encoded in UTF-8: line {line} has bytes that are none, as Windows-1250, Windows-1252 or Latin-1 would."
            )
        }
        None => "The file holds zero bytes and is no text.".to_owned(),
    };
    let message = format!("{found} Save it again with the encoding \"UTF-8\".");
    Err(Refusal::new(RefusalCode::Parse, message))
}

/// The offset of what keeps a text without a byte order mark from being JSON.
pub(crate) fn fault(text: &str) -> Option<usize> {
    let parsed: Result<Node, _> = serde_json::from_str(text);
    Some(offset(text, &parsed.err()?))
}

/// The offset of the character at which the parser stumbled.
fn offset(text: &str, error: &serde_json::Error) -> usize {
    let lines = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1));
    let start: usize = lines.map(str::len).sum();
    // Columns count bytes from 1 and name the byte last looked at, which may lie inside a character; 0 is the line break
    // before, or the end of a text that ends with one.
    let at = match error.column() {
        0 if error.is_eof() => start,
        0 => start.saturating_sub(1),
        column => start + column - 1,
    };
    text.floor_char_boundary(at)
}

fn refuse(text: &str, error: &serde_json::Error) -> Refusal {
    let what = error.to_string();
    // serde_json says where at the end of its message, in bytes; here it stands first, in characters.
    let what = what.split(" at line ").next().unwrap_or_default();
    let (before, after) = text.split_at(offset(text, error));
    let line = 1 + before.matches('\n').count();
    let column = 1 + before
        .chars()
        .rev()
        .take_while(|char| *char != '\n')
        .count();
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let is_unmerged = text.get(line_start..).is_some_and(|rest| {
        let marks = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];
        let ends = |after: &str| !after.starts_with(['<', '|', '=', '>']);
        marks
            .iter()
            .any(|mark| rest.strip_prefix(mark).is_some_and(ends))
    });
    let cause = if is_unmerged {
        UNMERGED.to_owned()
    } else {
        likely_cause(error, what, before, after)
    };
    // "EOF" says nothing to an editor that the cause does not say better.
    let what = if error.is_eof() {
        String::new()
    } else {
        format!("{what}. ")
    };
    let message = format!("The file is not JSON: line {line}, column {column}: {what}{cause}");
    Refusal::new(RefusalCode::Parse, message)
}

/// Whether a text may have been read beyond its end, to the mark that opens the name of the next field: `"a": "b, "c": …`.
fn is_unclosed(read: &str, after: &str) -> bool {
    let text = read.strip_suffix('"').map(str::trim_end);
    let is_name = |char: char| char.is_ascii_lowercase() || "_-".contains(char);
    let rest = after.trim_start_matches(is_name);
    text.is_some_and(|text| text.ends_with(','))
        && rest.len() < after.len()
        && rest.starts_with("\":")
}

/// Whether the value in which the parser stumbled is a date without quotation marks, as editors type them: 2030-05-02 with or
/// without a time, 28.05.2030, 5/28/2030, 12 May 2030.
fn is_date_at(before: &str, after: &str) -> bool {
    let (_, read) = before
        .rsplit_once([':', ',', '[', '{', '\n'])
        .unwrap_or_default();
    let rest = after.split([',', ']', '}', '\n', '"']).next();
    let value = [read, rest.unwrap_or_default()].concat();
    let (value, is_digit) = (value.trim(), |char: char| char.is_ascii_digit());
    let is_count =
        |part: &str, most: usize| (1..=most).contains(&part.len()) && part.chars().all(is_digit);
    let words: Vec<&str> = value.split_whitespace().collect();
    if let [day, month, year] = words.as_slice()
        && is_count(day.trim_end_matches('.'), 2)
        && month.chars().all(char::is_alphabetic)
    {
        return year.len() == 4 && is_count(year, 4);
    }
    let rest = value.trim_start_matches(|char| is_digit(char) || "-./".contains(char));
    let date = value.strip_suffix(rest).unwrap_or_default();
    let parts: Vec<&str> = date.split(['-', '.', '/']).collect();
    let years = parts.iter().filter(|part| part.len() == 4).count();
    let is_whole = match years {
        0 => {
            parts.len() == 3
                && parts
                    .iter()
                    .all(|part| date.contains('/') || part.len() == 2)
        }
        1 => matches!(parts.len(), 2 | 3),
        _ => false,
    };
    let is_part = |part: &&str| is_count(part, 2) || is_count(part, 4) && part.len() == 4;
    is_whole && parts.iter().all(is_part) && (rest.is_empty() || rest.starts_with(['T', ' ']))
}

/// Whether a comment begins here. A `#` may also begin a word: #REF!
fn is_comment(before: &str, after: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default();
    ["//", "/*", "# "]
        .iter()
        .any(|mark| after.starts_with(mark))
        || after.starts_with('#') && line.trim().is_empty()
}

/// The word, or what should be a number, in which the parser stumbled: also what it read of it.
fn word_at(before: &str, after: &str) -> String {
    let start = before.trim_end_matches(is_of_word).len();
    let read = before.get(start..).unwrap_or_default();
    let rest = after.trim_start_matches(is_of_word);
    let rest = after.strip_suffix(rest).unwrap_or_default();
    [read, rest].concat()
}

fn is_of_word(char: char) -> bool {
    char.is_alphanumeric() || "+-._".contains(char)
}

/// Version control leaves such lines where two people changed the same one.
const UNMERGED: &str = "Two versions of the file were merged, and not to the end: what each has stands between lines of <<<<<<<, ======= and >>>>>>>. Keep what is right of both, and delete those lines.";

/// What editors most often did where the parser stumbled: between the text before and the one behind.
fn likely_cause(error: &serde_json::Error, what: &str, before: &str, after: &str) -> String {
    let found = after.chars().next();
    let unread = found
        .filter(|char| !char.is_ascii() && (char.is_whitespace() || invisible(*char).is_some()));
    if let Some(char) = unread {
        let name = invisible(char).unwrap_or("space of another kind");
        return format!(
            "Here stands a character that looks like nothing or a plain space, and is a {name} ({}); it came along when something was pasted. Delete it, and type a plain space.",
            code_point(char)
        );
    }
    slip(error, what, before, after).to_owned()
}

/// The same, where the character there can be seen.
fn slip(error: &serde_json::Error, what: &str, before: &str, after: &str) -> &'static str {
    let found = after.chars().next();
    let (start, read) = ([before, after].concat(), before.trim_end());
    let start = start.trim_start();
    let wants = |expected: &str| what.starts_with("expected ") && what.contains(expected);
    let word = word_at(before, after);
    let is_value = ["expected value", "expected ident", "invalid number"];
    let is_value = is_value.iter().any(|error| what.contains(error));
    let has = |is: fn(&char) -> bool| word.chars().any(|char| is(&char));
    let is_number = word.starts_with(|char: char| char.is_ascii_digit() || "+-.".contains(char))
        && has(char::is_ascii_digit);
    if start.is_empty() {
        "The file is empty."
    } else if start.starts_with('<') {
        "It looks like a web page (HTML or XML), not like JSON. Was a page saved instead of the file behind it?"
    } else if found.is_some_and(|char| matches!(char, '‘'..='‟' | '«' | '»' | '\'' | '`')) {
        "JSON itself wants straight double quotation marks: \". Curly or single ones only belong inside a text. A text editor that \"corrects\" quotation marks may have put them there."
    } else if error.is_eof() {
        "The file ends in the middle of something: it is cut off, or a closing }, ] or \" is missing."
    } else if what.contains("trailing comma") {
        "There is a comma before a closing } or ]. Drop it."
    } else if what.contains("control character") && found == Some('\t') {
        "A text has a tab in it. Put a space in its place; a tab inside a text is written \\t."
    } else if what.contains("control character") {
        "A text goes over the end of a line. Put it on one line; a line break inside a text is written \\n."
    } else if what.contains("hex escape") || what.contains("surrogate") {
        "\\u is followed by four digits (0 to 9, a to f), and what begins with \\ud8 to \\udb is half a character: its other half, \\udc to \\udf, follows. Write the character itself."
    } else if what.contains("escape") {
        "A backslash inside a text is written \\\\."
    } else if is_comment(before, after) {
        "JSON has no comments. Put notes into a field whose name begins with \"x-\"."
    } else if wants("`,`") && found == Some(';') {
        "Entries are separated by commas, not by semicolons."
    } else if (is_value || wants("`,`")) && is_date_at(before, after) {
        "A date is a text in quotation marks."
    } else if wants("`,`") && is_unclosed(read, after) {
        "Either the text before has no closing quotation mark, so that it goes on to the opening one of the next name: close it, before the comma; or a text has a quotation mark in it, which is written \\\" there (or as a curly mark, “ ”)."
    } else if wants("or `}`") && found == Some(']') {
        "Here a list ends that did not begin: its [ is missing, behind the colon of its name; or a } is missing before this ]."
    } else if wants("or `]`") && found == Some('}') {
        "Here a record ends in which a list does not: its ] is missing before this }."
    } else if wants("`,`") && found == Some('"') && !before.ends_with('"') {
        "A comma is missing between this entry and the one before it."
    } else if wants("`,`") && read.ends_with('"') {
        "Either a comma is missing at the end of the line before, or a text has a quotation mark in it: inside a text it is written \\\" (or as a curly mark, “ ”)."
    } else if wants("`:`") {
        "Between the name of a field and its value stands a colon."
    } else if wants("`,`") {
        "A comma is missing between two entries."
    } else if what.contains("key must be a string") && matches!(found, Some('{' | '[')) {
        "Behind a { stand names of fields. A list of records begins with [ and ends with ]."
    } else if what.contains("key must be a string") {
        "The name of a field stands in double quotation marks."
    } else if what.contains("trailing characters") {
        "The file goes on after its end. Were two files pasted into one, or is there a } too many?"
    } else if matches!(
        word.to_lowercase().trim_start_matches(['+', '-']),
        "nan" | "infinity" | "undefined" | "none" | "nil"
    ) {
        "JSON has no such value. Put in the value, or drop the field."
    } else if what.contains("invalid number") || is_value && is_number {
        "A number begins with no zero and no plus sign, and has digits on both sides of its point. A date is a text in quotation marks."
    } else if matches!(word.to_lowercase().as_str(), "true" | "false" | "null") {
        "true, false and null are written in small letters."
    } else if found == Some('(') {
        "A list stands in square brackets: [ … ]."
    } else if is_value && (has(|char| char.is_alphanumeric()) || found == Some('#')) {
        "A text stands in double quotation marks."
    } else {
        "Look at that place, and at the end of the line before it."
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::limits::{MAX_BYTES, MAX_DEPTH};
    use super::super::reading::read;
    use super::*;

    fn refusal(text: &str) -> String {
        let refusal = parse_json(text).unwrap_err();
        assert_eq!(refusal.code, RefusalCode::Parse);
        refusal.message
    }

    #[test]
    fn every_kind_of_value_is_read() {
        let text = "\u{feff}{\"a\": [null, true, -1.5, \"ž\\u201d\"], \"b\": {}, \"a\": 2}";
        let list = vec![
            Node::Null,
            Node::Bool(true),
            Node::Number(-1.5),
            Node::Text("ž”".to_owned()),
        ];
        let entries = [
            ("a", Node::List(list)),
            ("b", Node::Map(Vec::new())),
            ("a", Node::Number(2.0)),
        ];
        let entries = entries.map(|(name, node)| (name.to_owned(), node));
        assert_eq!(parse_json(text).unwrap(), Node::Map(entries.to_vec()));
    }

    #[test]
    fn the_message_names_the_likely_cause() {
        for (text, cause) in [
            ("", "empty"),
            ("<!DOCTYPE html>", "web page"),
            ("{\"a\": 1,}", "comma before a closing"),
            ("{\"a\": [1, 2,]}", "comma before a closing"),
            ("{“a”: 1}", "straight double"),
            ("{\"a\": ‘b’}", "straight double"),
            ("{'a': 1}", "straight double"),
            ("{\"a\": [1, 2", "cut off"),
            ("{\"a\": \"b", "cut off"),
            ("{\"a\": \"b\nc\"}", "one line"),
            ("{\"a\": \"C:\\q\"}", "backslash"),
            ("{\"a\": 1 // note\n}", "comments"),
            ("{\"a\": /* note */ 1}", "comments"),
            ("{\"a\": 1, # note\n\"b\": 2}", "comments"),
            ("{\n#note\n\"a\": 1}", "comments"),
            ("{\"a\": n/a}", "A text stands in double"),
            ("{\"a\": #N/A}", "A text stands in double"),
            ("{\"a\": 1\n \"b\": 2}", "comma is missing"),
            ("{\"a\": {\"b\": \"c\"}]}", "its [ is missing"),
            ("{\"a\": [1, 2}", "its ] is missing"),
            ("{\"a\": [{\"b\": [\"c\"}]}", "its ] is missing"),
            ("{\"a\": \"he said \"no\" to it\"}", "quotation mark in it"),
            ("{a: 1}", "double quotation marks"),
            ("{} {}", "two files"),
            ("{\n<<<<<<< HEAD\n\"a\": 1\n", "not to the end"),
            ("{\"a\": [1\n<<<<<<< HEAD\n, 2]}", "not to the end"),
            (
                "{\"a\": 1,\n=======\n\"a\": 2\n>>>>>>> b\n}",
                "not to the end",
            ),
            ("<<<<<<< HEAD\n{}", "not to the end"),
            (
                "{\"a\": \"He said \"\"no\"\" to it\"}",
                "quotation mark in it",
            ),
            (
                "{\"a\": \"He said, \"no\": a word\"}",
                "or a text has a quotation mark",
            ),
            (
                "{\"a\": \"He said, \"No\": a word\"}",
                "quotation mark in it",
            ),
            ("{\"a\": NaN}", "no such value"),
            ("{\"a\": nan}", "no such value"),
            ("{\"a\": nil}", "no such value"),
            ("{\"a\": none}", "no such value"),
            ("{\"a\": -Infinity}", "no such value"),
            ("{\"a\": +Infinity}", "no such value"),
            ("{\"a\": -NaN}", "no such value"),
            ("{\"a\": NULL}", "small letters"),
            ("{\"a\": True}", "small letters"),
            ("{\"a\": tomorrow}", "A text stands in double"),
            ("{\"a\": fear}", "A text stands in double"),
            ("{\"a\": no}", "A text stands in double"),
            ("{\"a\": +1}", "no plus sign"),
            ("{\"a\": .5}", "both sides of its point"),
            ("{\"a\": 1.}", "both sides of its point"),
            ("{\"a\": -}", "both sides of its point"),
            ("{\"a\": 2030-05-02}", "A date is a text"),
            ("{\"a\": 2030-05}", "A date is a text"),
            ("{\"a\": 2030-05-02, \"b\": 1}", "A date is a text"),
            ("{\"a\": 2030-05-02", "A date is a text"),
            ("{\"a\": 2030-5-2}", "A date is a text"),
            ("{\"a\": 2030/05/02}", "A date is a text"),
            ("{\"a\": 2030-05-02T10:00:00Z}", "A date is a text"),
            ("{\"a\": 2030-05-02 10:00}", "A date is a text"),
            ("{\"a\": 5/28/2025}", "A date is a text"),
            ("{\"a\": 5/28/25,\n\"b\": 1}", "A date is a text"),
            ("{\"a\": 05/28/2025}", "A date is a text"),
            ("{\"a\": 28.05.2025}", "A date is a text"),
            ("{\"a\": [1, 28.05.25]}", "A date is a text"),
            ("{\"a\": 12 May 2030}", "A date is a text"),
            ("{\"a\": 12. května 2030}", "A date is a text"),
            ("{\"a\": 1.2.3}", "comma is missing between two"),
            ("{\"a\": 12 34 2030}", "comma is missing between two"),
            (
                "{\"a\": \"since \"2030-05\" only\"}",
                "quotation mark in it",
            ),
            ("{\"a\": 1 2}", "comma is missing between two"),
            ("{\"a\": None}", "no such value"),
            ("{\"a\": yes}", "A text stands in double"),
            ("{\"a\": (1)}", "square brackets"),
            ("{\"a\": 01}", "no zero"),
            ("{\"a\" \"b\"}", "a colon"),
            ("{\"a\" = \"b\"}", "a colon"),
            (
                "{\"a\": \"b\" \"c\": 1}",
                "comma is missing between this entry",
            ),
            (
                "{\"a\": \"b\"\n\"c\": 1}",
                "comma is missing between this entry",
            ),
            ("{\"a\": \"b\"; \"c\": 1}", "not by semicolons"),
            ("{\"a\": \"b, \"c\": 1}", "no closing quotation mark"),
            ("{\"a\": \"b,\n\"c\": 1}", "one line"),
            ("{\"a\": {{\"b\": 1}}}", "begins with ["),
            ("{\"a\": \"b\tc\"}", "a tab"),
            ("{\"a\": \"\\ud800 b\"}", "half a character"),
            (
                "{\"a\": 1,\u{a0}\"b\": 2}",
                "space of another kind (U+00A0)",
            ),
            ("{\"a\": 1,\u{200b}\"b\": 2}", "zero-width space (U+200B)"),
            ("{\"a\": ...}", "Look at that place"),
            ("{\"a\": +}", "Look at that place"),
            ("{\"a\": @}", "Look at that place"),
        ] {
            let message = refusal(text);
            assert!(message.contains(cause), "{text}: {message}");
        }
    }

    #[test]
    fn the_place_counts_lines_and_characters_from_1() {
        for (text, place) in [
            ("", "line 1, column 1: "),
            ("\n\n", "line 3, column 1: "),
            ("\u{feff}x", "line 1, column 1: "),
            ("{\n\"a\": 1,\n}", "line 3, column 1: "),
            ("{\"a\":\"ééé\" x", "line 1, column 12: "),
            ("{\"é\": \"b\nc\"}", "line 1, column 9: "),
            ("{\"é\": “b”}", "line 1, column 7: "),
            ("{\"é\": 1\r\n\r\n} é", "line 3, column 3: "),
            ("{\"é\": 1,\n", "line 2, column 1: "),
        ] {
            let message = refusal(text);
            assert!(message.contains(place), "{text:?}: {message}");
        }
    }

    #[test]
    fn hostile_nesting_and_size_are_refused_as_limits() {
        for depth in [MAX_DEPTH + 1, 200, 1_000_000] {
            let open = "[".repeat(depth);
            assert_eq!(
                parse_json(&open).unwrap_err().code,
                RefusalCode::Parse,
                "{depth}"
            );
            let closed = [open, "]".repeat(depth)].concat();
            let refusal = read(&parse_json(&closed).unwrap()).unwrap_err();
            assert_eq!(refusal.code, RefusalCode::Limit, "{depth}");
        }
        let objects = format!("{}1{}", "{\"a\":".repeat(100_000), "}".repeat(100_000));
        assert!(parse_json(&objects).unwrap().is_cut_off());
        let deepest = format!("{}{}", "[".repeat(MAX_DEPTH), "]".repeat(MAX_DEPTH));
        assert!(!parse_json(&deepest).unwrap().is_cut_off());
        let long = " ".repeat(MAX_BYTES + 1);
        assert_eq!(parse_json(&long).unwrap_err().code, RefusalCode::Limit);
    }

    #[test]
    fn other_encodings_are_named() {
        let utf_16: Vec<u8> = "{\"a\": 1}"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert!(decode(&utf_16).unwrap_err().message.contains("UTF-16"));
        let marked = [&[0xff, 0xfe], utf_16.as_slice()].concat();
        assert!(decode(&marked).unwrap_err().message.contains("UTF-16"));
        let latin = decode(b"{\n\"a\": \"caf\xe9\"}").unwrap_err().message;
        assert!(
            latin.contains("line 2") && latin.contains("Latin-1"),
            "{latin}"
        );
        assert_eq!(decode("ž".as_bytes()).unwrap(), "ž");
        assert_eq!(decode(b"").unwrap(), "");
    }
}
