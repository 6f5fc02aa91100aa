//! Lines and columns: from the path of a finding, or of a refusal, to its place in the text.

use std::collections::HashMap;

use jsonc_parser::ast::{Object, ObjectProp, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use crate::incident::limits::MAX_DEPTH;
use crate::incident::{Refusal, RefusalCode, Rule, Term, json};

use super::cards::editorial::ONE_TEXT;
use super::finding::{Examined, Finding, Position};
use super::paths::steps;

/// Finds where in its text each finding stands, and puts them into that order. `text` is JSON; findings keep the
/// position none if it is not.
pub fn locate(text: &str, examined: &mut Examined) {
    let waived = examined.waived.iter_mut().map(|waived| &mut waived.finding);
    let mut all: Vec<&mut Finding> = examined.findings.iter_mut().chain(waived).collect();
    find(text, &mut all);
    // Stable: what stands at one place keeps its order.
    examined.findings.sort_by_key(|finding| finding.position);
    examined
        .waived
        .sort_by_key(|waived| waived.finding.position);
}

fn find(text: &str, findings: &mut [&mut Finding]) {
    if findings.is_empty() {
        return;
    }
    let text = without_mark(text);
    let Some(root) = tree(text) else {
        return;
    };
    let mut finder = Finder::default();
    let offsets = findings.iter().map(|finding| finder.offset(&root, finding));
    let offsets: Vec<usize> = offsets.collect();
    for (finding, position) in findings.iter_mut().zip(positions(text, &offsets)) {
        finding.position = Some(position);
    }
}

/// The line of every record of a text's lists, by its path: that of its id or, where it has none, of its beginning.
pub(super) fn record_lines(text: &str) -> HashMap<String, usize> {
    let text = without_mark(text);
    let tree = tree(text);
    let lists = tree.as_ref().and_then(Value::as_object);
    let lists = lists.map_or(&[][..], |lists| &lists.properties);
    let mut paths = Vec::new();
    let mut offsets = Vec::new();
    for list in lists {
        let records = list.value.as_array();
        let records = records.map_or(&[][..], |records| &records.elements);
        for (position, record) in records.iter().enumerate() {
            let id = record.as_object().and_then(|record| last(record, "id"));
            let place = id.map_or(record.range(), |id| id.value.range());
            paths.push(format!("{}[{position}]", list.name.as_str()));
            offsets.push(place.start);
        }
    }
    let lines = positions(text, &offsets).into_iter().map(|at| at.line);
    paths.into_iter().zip(lines).collect()
}

/// Where in a file's bytes the cause of a refusal stands, as far as it can be told.
pub fn refused_at(bytes: &[u8], refusal: &Refusal) -> Option<Position> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => without_mark(text),
        Err(error) => {
            let sound = bytes.get(..error.valid_up_to())?;
            let sound = std::str::from_utf8(sound).ok()?;
            return positions(sound, &[sound.len()]).first().copied();
        }
    };
    let offset = match refusal.code {
        RefusalCode::Parse => json::fault(text)?,
        RefusalCode::Limit => too_deep(text)?,
        RefusalCode::Version => named(text, "version")?,
        RefusalCode::NoData => named(text, "actors")?,
    };
    positions(text, &[offset]).first().copied()
}

fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn tree(text: &str) -> Option<Value<'_>> {
    let strict = ParseOptions {
        allow_comments: false,
        allow_trailing_commas: false,
        allow_loose_object_property_names: false,
        ..ParseOptions::default()
    };
    // A tree that nests deeper is refused before anything is looked for in it.
    if too_deep(text).is_some() {
        return None;
    }
    parse_to_ast(text, &CollectOptions::default(), &strict)
        .ok()?
        .value
}

/// Finds things in a tree. What is large is indexed when it is first looked into, so that a thousand findings in one
/// record do not cost a thousand passes over it.
#[derive(Default)]
struct Finder<'v, 'a> {
    fields: HashMap<usize, HashMap<&'v str, &'v ObjectProp<'a>>>,
    entries: HashMap<usize, HashMap<&'v str, usize>>,
}

/// From how many fields or entries on something is large.
const LARGE: usize = 64;

impl<'v, 'a> Finder<'v, 'a> {
    /// The offset of a finding: of the value of its field or, where the name itself is at fault, of the name; where
    /// there is no such field, of the record.
    fn offset(&mut self, root: &'v Value<'a>, finding: &Finding) -> usize {
        let mut at = root;
        for (field, position) in steps(&finding.path) {
            let Some(found) = self.field(at, field) else {
                return at.range().start;
            };
            let item = position.and_then(|position| found.value.as_array()?.elements.get(position));
            at = item.unwrap_or(&found.value);
        }
        let of_name = [
            Rule::UnknownField,
            Rule::DuplicateField,
            Rule::MisplacedField,
        ];
        let of_name = of_name.iter().any(|rule| rule.id() == finding.rule);
        match self.field(at, &finding.field) {
            Some(field) if of_name => field.range.start,
            // About the whole list, whichever of its sources it names.
            Some(field) if finding.rule == ONE_TEXT.id => field.value.range().start,
            Some(field) => {
                let entry = self.entry(field, finding);
                entry.unwrap_or_else(|| field.value.range().start)
            }
            None => at.range().start,
        }
    }

    fn field(&mut self, node: &'v Value<'a>, name: &str) -> Option<&'v ObjectProp<'a>> {
        let object = node.as_object()?;
        if object.properties.len() < LARGE {
            return last(object, name);
        }
        let fields = self.fields.entry(object.range.start).or_insert_with(|| {
            // Of a repeated name the last stays.
            let properties = object.properties.iter();
            properties
                .map(|field| (field.name.as_str(), field))
                .collect()
        });
        fields.get(name).copied()
    }

    /// The offset of the entry of a list that a message shows in quotation marks, if it shows one. Of an entry that
    /// stands twice the second one is too many.
    fn entry(&mut self, field: &'v ObjectProp<'a>, finding: &Finding) -> Option<usize> {
        let list = field.value.as_array()?;
        let (_, after) = finding.message.split_once('"')?;
        let (shown, _) = after.split_once('"')?;
        let entries = || {
            let literals = list.elements.iter().filter_map(Value::as_string_lit);
            literals.map(|literal| (literal.value.as_ref(), literal.range.start))
        };
        if list.elements.len() < LARGE {
            return entries()
                .rfind(|(entry, _)| *entry == shown)
                .map(|(_, start)| start);
        }
        let index = self.entries.entry(list.range.start);
        index
            .or_insert_with(|| entries().collect())
            .get(shown)
            .copied()
    }
}

/// The property with this name; of a repeated one the last, as it is read.
fn last<'v, 'a>(object: &'v Object<'a>, name: &str) -> Option<&'v ObjectProp<'a>> {
    let mut properties = object.properties.iter();
    properties.rfind(|property| property.name.as_str() == name)
}

/// The offset of a field of the file.
fn named(text: &str, name: &str) -> Option<usize> {
    let root = tree(text)?;
    Some(last(root.as_object()?, name)?.value.range().start)
}

/// The offset of the first list or object that stands deeper than [`MAX_DEPTH`].
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    for (offset, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Some(offset);
                }
            }
            b']' | b'}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// The positions of offsets, found in one pass over the text.
fn positions(text: &str, offsets: &[usize]) -> Vec<Position> {
    let mut order: Vec<(usize, usize)> = offsets.iter().copied().zip(0..).collect();
    order.sort_unstable();
    let mut at = Position { line: 1, column: 1 };
    let mut found = vec![at; offsets.len()];
    let mut chars = text.char_indices().peekable();
    for (offset, index) in order {
        while let Some((_, char)) = chars.next_if(|(start, char)| start + char.len_utf8() <= offset)
        {
            at = if char == '\n' {
                Position {
                    line: at.line + 1,
                    column: 1,
                }
            } else {
                Position {
                    column: at.column + 1,
                    ..at
                }
            };
        }
        if let Some(found) = found.get_mut(index) {
            *found = at;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: usize, column: usize) -> Position {
        Position { line, column }
    }

    #[test]
    fn columns_count_characters() {
        let text = "ab\nžž\"c\"\n\nd";
        let offsets = [0, 2, 3, 7, 8, text.len() - 1, text.len()];
        let found = positions(text, &offsets);
        let expected = [
            at(1, 1),
            at(1, 3),
            at(2, 1),
            at(2, 3),
            at(2, 4),
            at(4, 1),
            at(4, 2),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_too_deep_is_found_outside_texts_only() {
        let deep = "[".repeat(MAX_DEPTH);
        assert_eq!(too_deep(&deep), None);
        assert_eq!(too_deep(&format!("{deep}[")), Some(MAX_DEPTH));
        assert_eq!(too_deep(&format!("[\"{deep}\\\"{deep}\"]")), None);
    }
}
