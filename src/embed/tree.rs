//! From what `JSON.parse` returns to a [`Node`].
//!
//! By hand rather than with `serde-wasm-bindgen`: its generic errors bring the formatting of floating-point numbers
//! along, and for these forty lines that would be 12 KB which every reader downloads (measured, brotli).

use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

use crate::incident::Node;
use crate::incident::limits::MAX_DEPTH;
use crate::pieces::pause;

/// The tree of a parsed JSON value. What stands deeper than [`MAX_DEPTH`] is cut off, so that hostile nesting
/// cannot exhaust the module's stack.
pub fn tree(value: &JsValue) -> Node {
    at_depth(value, 0)
}

/// The same, with a [`pause`] after each record: what stands in a list of the outermost object.
pub async fn tree_in_pieces(value: &JsValue) -> Node {
    if !value.is_object() || Array::is_array(value) {
        return tree(value);
    }
    let mut map = Vec::new();
    for (key, value) in entries(value) {
        if !Array::is_array(&value) {
            map.push((key, at_depth(&value, 1)));
            continue;
        }
        let mut list = Vec::new();
        for item in value.unchecked_ref::<Array>().iter() {
            list.push(at_depth(&item, 2));
            pause().await;
        }
        map.push((key, Node::List(list)));
    }
    Node::Map(map)
}

fn at_depth(value: &JsValue, depth: usize) -> Node {
    if let Some(text) = value.as_string() {
        Node::Text(text)
    } else if let Some(number) = value.as_f64() {
        Node::Number(number)
    } else if let Some(truth) = value.as_bool() {
        Node::Bool(truth)
    } else if !value.is_object() {
        Node::Null
    } else if depth >= MAX_DEPTH {
        Node::TooDeep
    } else if Array::is_array(value) {
        let items = value.unchecked_ref::<Array>().iter();
        Node::List(items.map(|item| at_depth(&item, depth + 1)).collect())
    } else {
        let entry = |(key, value)| (key, at_depth(&value, depth + 1));
        Node::Map(entries(value).into_iter().map(entry).collect())
    }
}

/// Keys and values of an object.
fn entries(value: &JsValue) -> Vec<(String, JsValue)> {
    let entries = Object::entries(value.unchecked_ref());
    let entry = |pair: JsValue| {
        let pair = pair.unchecked_ref::<Array>();
        Some((pair.get(0).as_string()?, pair.get(1)))
    };
    entries.iter().filter_map(entry).collect()
}
