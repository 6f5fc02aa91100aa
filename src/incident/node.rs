//! A small value tree between any serde format and the readers.
//!
//! Readers work on a [`Node`] and not on derived `Deserialize` types, because they have to report every fault of
//! a file in one pass, keep what is sound, and see repeated keys. In the browser the same tree comes from
//! `JSON.parse`, natively from `serde_json`.

use std::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor,
};

use super::limits::MAX_DEPTH;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number.
    Number(f64),
    /// A whole number that an `f64` would round, as it is written. No field of ours has one, but a newsroom's own ids may be such.
    #[cfg(feature = "check")]
    LongNumber(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// An object, with repeated keys as they stand.
    Map(Vec<(String, Node)>),
    /// A list or object deeper than [`MAX_DEPTH`], unread. Keeps hostile nesting from overflowing the stack.
    TooDeep,
}

impl Node {
    /// What it is, in words for a message.
    pub fn what(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Number(_) => "a number",
            #[cfg(feature = "check")]
            Self::LongNumber(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Map(_) => "an object",
            Self::TooDeep => "something nested too deep",
        }
    }

    /// Whether the tree is cut off anywhere because it is nested deeper than [`MAX_DEPTH`].
    pub fn is_cut_off(&self) -> bool {
        match self {
            Self::TooDeep => true,
            Self::List(items) => items.iter().any(Self::is_cut_off),
            Self::Map(entries) => entries.iter().any(|(_, node)| node.is_cut_off()),
            _ => false,
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Level(0).deserialize(deserializer)
    }
}

/// Reads a node that stands this many lists or objects deep.
#[derive(Clone, Copy)]
struct Level(usize);

impl<'de> DeserializeSeed<'de> for Level {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// Numbers of an incident file are small counts; what an `f64` rounds is out of every range, and only kept for the way out.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]
fn whole(value: i128) -> Node {
    let number = value as f64;
    #[cfg(feature = "check")]
    if number as i128 != value {
        return Node::LongNumber(value.to_string());
    }
    Node::Number(number)
}

impl<'de> Visitor<'de> for Level {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(whole(i128::from(value)))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(whole(i128::from(value)))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Node, E> {
        Ok(Node::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
        if self.0 >= MAX_DEPTH {
            while seq.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(Node::TooDeep);
        }
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(Level(self.0 + 1))? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        if self.0 >= MAX_DEPTH {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(Node::TooDeep);
        }
        let mut entries = Vec::new();
        while let Some(key) = map.next_key()? {
            entries.push((key, map.next_value_seed(Level(self.0 + 1))?));
        }
        Ok(Node::Map(entries))
    }
}
