//! Edits of the base file, which breaks no rule.

use std::fs;

use crate::at;

/// One edit of the base file.
#[derive(Clone, Copy, Debug)]
pub enum Edit<'t> {
    /// What stands there, once, and what takes its place.
    Replace(&'t str, &'t str),
    /// A list of the file, and the record that is added at its end. A list that the file lacks is added, too.
    Append(&'t str, &'t str),
}
use Edit::{Append, Replace};

/// The last actor, whom nothing refers to.
pub const E: &str = r#"{ "id": "bystander-e", "name": "E. Bystander", "kind": "person" }"#;

/// The base file with these edits.
pub fn changed(edits: &[Edit<'_>]) -> String {
    let mut text = fs::read_to_string(at("base/incident.json")).unwrap();
    for edit in edits {
        text = match edit {
            Replace(from, to) => {
                assert_eq!(text.matches(from).count(), 1, "{from}");
                text.replace(from, to)
            }
            Append(list, record) => appended(&text, list, record),
        };
    }
    text
}

/// A file with one more record in this list.
fn appended(text: &str, list: &str, record: &str) -> String {
    const END: &str = "\n  ]";
    let Some(start) = text.find(&format!("\n  \"{list}\": [\n")) else {
        let (lists, rest) = text.rsplit_once(END).unwrap();
        return format!("{lists}{END},\n  \"{list}\": [\n    {record}{END}{rest}");
    };
    let end = start + text[start..].find(END).unwrap();
    format!("{},\n    {record}{}", &text[..end], &text[end..])
}
