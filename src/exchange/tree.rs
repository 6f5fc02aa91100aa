//! Making values, finding values in them, and printing them as JSON.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::incident::Node;

/// How deep an object stands that is printed on one line if it holds no other: the reports of a statement.
const INLINE_DEPTH: usize = 4;

/// The longest list that is printed on one line, in bytes.
const MAX_INLINE: usize = 160;

/// An object. Entries that are null are left out.
pub fn object<'k>(entries: impl IntoIterator<Item = (&'k str, Node)>) -> Node {
    let kept = entries.into_iter().filter(|(_, node)| *node != Node::Null);
    Node::Map(kept.map(|(key, node)| (key.to_owned(), node)).collect())
}

/// A text.
pub fn text(text: impl Into<String>) -> Node {
    Node::Text(text.into())
}

/// A text, or null.
pub fn optional(text: Option<impl Into<String>>) -> Node {
    text.map_or(Node::Null, |text| Node::Text(text.into()))
}

/// A list, or null where there is nothing to list.
pub fn list(items: impl IntoIterator<Item = Node>) -> Node {
    let items: Vec<Node> = items.into_iter().collect();
    if items.is_empty() {
        Node::Null
    } else {
        Node::List(items)
    }
}

/// A list of texts, or null where there is nothing to list.
pub fn texts<T: Into<String>>(items: impl IntoIterator<Item = T>) -> Node {
    list(items.into_iter().map(text))
}

/// The value of a field. Of a repeated field the last, as everywhere; none if it is null.
pub fn get<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    let Node::Map(entries) = node else {
        return None;
    };
    let found = entries.iter().rfind(|(name, _)| name == key);
    found
        .map(|(_, node)| node)
        .filter(|node| **node != Node::Null)
}

/// Whether two values mean the same: in an object the order of fields means nothing, nor does a field that is null; of a
/// repeated one the last counts.
pub fn same(one: &Node, other: &Node) -> bool {
    match (one, other) {
        (Node::Map(one), Node::Map(other)) => {
            let [one, other] = [one, other].map(|entries| by_name(entries));
            one.len() == other.len()
                && one
                    .into_iter()
                    .zip(other)
                    .all(|((name, value), (other, its))| name == other && same(value, its))
        }
        (Node::List(one), Node::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(item, its)| same(item, its))
        }
        _ => one == other,
    }
}

/// The fields of an object that count.
fn by_name(entries: &[(String, Node)]) -> BTreeMap<&str, &Node> {
    let fields = entries.iter().map(|(name, value)| (name.as_str(), value));
    let mut fields: BTreeMap<&str, &Node> = fields.collect();
    fields.retain(|_, value| **value != Node::Null);
    fields
}

/// The text of a field, if it is one and not blank.
pub fn text_at<'n>(node: &'n Node, key: &str) -> Option<&'n str> {
    match get(node, key) {
        Some(Node::Text(text)) if !text.trim().is_empty() => Some(text),
        _ => None,
    }
}

/// The entries of a list, or nothing.
pub fn list_at<'n>(node: &'n Node, key: &str) -> &'n [Node] {
    match get(node, key) {
        Some(Node::List(items)) => items,
        _ => &[],
    }
}

/// The texts of a list that are not blank.
pub fn texts_at<'n>(node: &'n Node, key: &str) -> Vec<&'n str> {
    let texts = list_at(node, key).iter().filter_map(|item| match item {
        Node::Text(text) if !text.trim().is_empty() => Some(text.as_str()),
        _ => None,
    });
    texts.collect()
}

/// The values of what can be serialised.
///
/// # Errors
/// If it cannot be written as JSON.
pub fn of(value: &impl Serialize) -> Result<Node, serde_json::Error> {
    serde_json::from_value(serde_json::to_value(value)?)
}

/// Values as JSON, for people: two spaces a level, short lists of texts and the parts of a record on one line, and a line
/// break at the end.
pub fn pretty(node: &Node) -> String {
    let mut json = String::new();
    push(&mut json, node, 0, false);
    json.push('\n');
    json
}

/// Values as JSON on one line.
pub fn inline(node: &Node) -> String {
    let mut json = String::new();
    push(&mut json, node, 0, true);
    json
}

fn push(json: &mut String, node: &Node, depth: usize, inline: bool) {
    match node {
        // What is nested too deep was never read; `read` has refused the file.
        Node::Null | Node::TooDeep => json.push_str("null"),
        Node::Bool(value) => json.push_str(if *value { "true" } else { "false" }),
        Node::Number(number) => json.push_str(&number_text(*number)),
        Node::LongNumber(digits) => json.push_str(digits),
        Node::Text(text) => push_text(json, text),
        Node::List(items) => {
            let inline = inline || is_short(items);
            let mut entries = items.iter().map(|item| (None, item));
            push_entries(json, ['[', ']'], &mut entries, depth, inline);
        }
        Node::Map(entries) => {
            let plain = entries.iter().all(|(_, node)| is_plain(node));
            let inline = inline || (depth >= INLINE_DEPTH && plain);
            let mut entries = entries.iter().map(|(key, node)| (Some(key), node));
            push_entries(json, ['{', '}'], &mut entries, depth, inline);
        }
    }
}

fn push_entries<'n>(
    json: &mut String,
    [open, close]: [char; 2],
    entries: &mut dyn Iterator<Item = (Option<&'n String>, &'n Node)>,
    depth: usize,
    inline: bool,
) {
    let start = json.len();
    let is_object = open == '{';
    json.push(open);
    let mut any = false;
    for (key, node) in entries {
        if any {
            json.push(',');
        }
        match (inline, any) {
            (true, true) => json.push(' '),
            (true, false) if is_object => json.push(' '),
            (true, false) => {}
            (false, _) => push_line(json, depth + 1),
        }
        any = true;
        if let Some(key) = key {
            push_text(json, key);
            json.push_str(": ");
        }
        push(json, node, depth + 1, inline);
    }
    match (any, inline) {
        (false, _) => json.truncate(start + 1),
        (true, true) if is_object => json.push(' '),
        (true, true) => {}
        (true, false) => push_line(json, depth),
    }
    json.push(close);
}

fn push_line(json: &mut String, depth: usize) {
    json.push('\n');
    json.push_str(&"  ".repeat(depth));
}

/// A text with its quotation marks and escapes.
fn push_text(json: &mut String, text: &str) {
    // A text can always be written; the fallback is only there to have no panic.
    json.push_str(&serde_json::to_string(text).unwrap_or_else(|_| "\"\"".to_owned()));
}

/// Whole numbers in digits, as far as JavaScript writes them so.
#[allow(clippy::cast_possible_truncation)]
pub(super) fn number_text(number: f64) -> String {
    if number.fract().abs() == 0.0 && number.abs() < 1e21 {
        return (number as i128).to_string();
    }
    serde_json::Number::from_f64(number).map_or_else(|| "null".to_owned(), |n| n.to_string())
}

/// Whether a list reads well on one line.
fn is_short(items: &[Node]) -> bool {
    let length = |item: &Node| match item {
        Node::Text(text) => text.len() + 4,
        _ => 8,
    };
    let whole: usize = items.iter().map(length).sum();
    items.iter().all(is_plain) && (whole <= MAX_INLINE || items.len() == 1)
}

fn is_plain(node: &Node) -> bool {
    !matches!(node, Node::List(_) | Node::Map(_))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::incident::parse_json;

    #[test]
    fn what_is_printed_reads_the_same() {
        for json in [
            "[]",
            "{}",
            "null",
            "[1900000000000000001, 12345678901234567890, -9223372036854775807, 18446744073709551615, 1900000000000000000]",
            "[1, -2.5, true, null, \"ž\\n\\\"\\u0000\"]",
            "{\"a\": {\"b\": [{\"c\": [{\"d\": 1, \"e\": \"f\"}, {}]}]}, \"a\": 1e300}",
        ] {
            let node = parse_json(json).unwrap();
            assert_eq!(parse_json(&pretty(&node)).unwrap(), node, "{json}");
            assert_eq!(parse_json(&inline(&node)).unwrap(), node, "{json}");
            assert!(!inline(&node).contains('\n'));
            if !json.contains("1e300") && !json.contains("\\u0000") && json.starts_with('[') {
                assert_eq!(inline(&node), json);
            }
        }
    }

    #[test]
    fn the_order_of_fields_means_nothing_and_that_of_a_list_does() {
        let node = |json: &str| parse_json(json).unwrap();
        let one = node("{\"a\": [{\"b\": 1, \"c\": \"d\"}], \"e\": true}");
        for json in [
            "{\"e\": true, \"a\": [{\"c\": \"d\", \"b\": 1}]}",
            "{\"e\": false, \"f\": null, \"a\": [{\"c\": \"d\", \"b\": 1}], \"e\": true}",
        ] {
            assert!(same(&one, &node(json)), "{json}");
        }
        for json in [
            "{\"a\": [{\"b\": 1, \"c\": \"d\"}]}",
            "{\"a\": [{\"b\": 2, \"c\": \"d\"}], \"e\": true}",
            "{\"a\": [{\"b\": 1, \"x\": \"d\"}], \"e\": true}",
            "{\"a\": [], \"e\": true}",
            "[]",
        ] {
            assert!(!same(&one, &node(json)), "{json}");
        }
        assert!(!same(&node("[1, 2]"), &node("[2, 1]")));
    }

    #[test]
    fn records_stand_on_lines_of_their_own_and_their_parts_on_one() {
        let json = "{\"statements\": [{\"id\": \"a\", \"to\": [\"b\", \"c\"], \"reports\": [{\"source\": \"s\"}]}]}";
        let expected = "{\n  \"statements\": [\n    {\n      \"id\": \"a\",\n      \"to\": [\"b\", \"c\"],\n      \"reports\": [\n        { \"source\": \"s\" }\n      ]\n    }\n  ]\n}\n";
        assert_eq!(pretty(&parse_json(json).unwrap()), expected);
    }
}
