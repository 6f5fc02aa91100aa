//! Arbitrary and damaged input: reading never panics, and whatever it keeps is sound.

use std::sync::LazyLock;

use actor_map::check::examine;
use actor_map::incident::limits::MAX_PROBLEMS;
use actor_map::incident::quotes::{SourceTexts, verify};
use actor_map::incident::{Directness, Kind, RelationType, Role, Stance, Status};
use actor_map::incident::{Incident, Node, Term, parse_json, read};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::sound::assert_sound;
use crate::{case, read_text};

/// Field names and texts a reader asks for, so that arbitrary trees reach more than its first line.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    fn ids<T: Term>() -> impl Iterator<Item = String> {
        T::ALL.iter().map(|term| term.id().to_owned())
    }
    let mut words = Vec::new();
    collect_words(&case("whole"), &mut words);
    words.extend(ids::<Kind>().chain(ids::<Role>()).chain(ids::<Stance>()));
    words.extend(
        ids::<RelationType>()
            .chain(ids::<Status>())
            .chain(ids::<Directness>()),
    );
    words.extend(
        [
            "",
            " ",
            "2030-02-30",
            "\u{202e}“a”,",
            "NATO",
            "x-note",
            "quotе",
        ]
        .map(str::to_owned),
    );
    words.sort();
    words.dedup();
    words
});

fn collect_words(node: &Node, words: &mut Vec<String>) {
    match node {
        Node::Text(text) => words.push(text.clone()),
        Node::List(items) => items.iter().for_each(|item| collect_words(item, words)),
        Node::Map(entries) => {
            for (name, node) in entries {
                words.push(name.clone());
                collect_words(node, words);
            }
        }
        _ => {}
    }
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![9 => select(&**WORDS), 1 => "\\PC{0,40}"]
}

fn node() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![
        1 => Just(Node::Null),
        1 => any::<bool>().prop_map(Node::Bool),
        1 => any::<f64>().prop_map(Node::Number),
        1 => Just(Node::Number(1.0)),
        1 => Just(Node::TooDeep),
        6 => word().prop_map(Node::Text),
    ];
    leaf.prop_recursive(5, 60, 8, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Node::List),
            vec((word(), inner), 0..10).prop_map(Node::Map),
        ]
    })
}

/// Reads a tree, and checks what holds for every reading.
fn assert_reads(node: &Node) -> Option<Incident> {
    let reading = read(node).ok()?;
    assert_sound(&reading.incident);
    assert!(reading.problems.len() <= MAX_PROBLEMS);
    assert!(reading.errors + reading.warnings >= reading.problems.len());
    assert!(reading.left_out <= reading.errors);
    for problem in &reading.problems {
        assert!(!problem.message.is_empty());
    }
    let examined = examine(node, &reading, None);
    assert!(examined.errors >= reading.errors);
    assert!(examined.findings.len() <= examined.errors + examined.warnings);
    Some(reading.incident)
}

/// The number of nodes of a tree, itself included.
fn size(node: &Node) -> usize {
    1 + match node {
        Node::List(items) => items.iter().map(size).sum(),
        Node::Map(entries) => entries.iter().map(|(_, node)| size(node)).sum(),
        _ => 0,
    }
}

/// The node at a position of the tree, counted depth first.
fn nth<'n>(node: &'n mut Node, at: &mut usize) -> Option<&'n mut Node> {
    if *at == 0 {
        return Some(node);
    }
    *at -= 1;
    match node {
        Node::List(items) => items.iter_mut().find_map(|item| nth(item, at)),
        Node::Map(entries) => entries.iter_mut().find_map(|(_, node)| nth(node, at)),
        _ => None,
    }
}

/// One way to damage a file.
#[derive(Clone, Debug)]
enum Damage {
    Replace(Node),
    Retext(String),
    Drop(Index),
    Repeat(Index),
    Rename(Index, String),
}

fn damage() -> impl Strategy<Value = (Index, Damage)> {
    let damage = prop_oneof![
        2 => node().prop_map(Damage::Replace),
        4 => word().prop_map(Damage::Retext),
        3 => any::<Index>().prop_map(Damage::Drop),
        2 => any::<Index>().prop_map(Damage::Repeat),
        1 => (any::<Index>(), word()).prop_map(|(at, name)| Damage::Rename(at, name)),
    ];
    (any::<Index>(), damage)
}

fn apply(tree: &mut Node, at: Index, damage: Damage) {
    // Never the root: another version or no object at all would end every run early.
    let mut position = 1 + at.index(size(tree) - 1);
    let Some(node) = nth(tree, &mut position) else {
        return;
    };
    match (damage, node) {
        (Damage::Replace(with), node) => *node = with,
        (Damage::Retext(text), Node::Text(old)) => *old = text,
        (Damage::Drop(at), Node::List(items)) if !items.is_empty() => {
            drop(items.remove(at.index(items.len())));
        }
        (Damage::Drop(at), Node::Map(entries)) if !entries.is_empty() => {
            drop(entries.remove(at.index(entries.len())));
        }
        (Damage::Repeat(at), Node::List(items)) if !items.is_empty() => {
            items.push(items[at.index(items.len())].clone());
        }
        (Damage::Repeat(at), Node::Map(entries)) if !entries.is_empty() => {
            entries.push(entries[at.index(entries.len())].clone());
        }
        (Damage::Rename(at, name), Node::Map(entries)) if !entries.is_empty() => {
            let at = at.index(entries.len());
            entries[at].0 = name;
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_trees_are_read_soundly_or_refused(node in node()) {
        assert_reads(&node);
    }

    /// The same, with a head that is not refused and an actor to refer to.
    #[test]
    fn arbitrary_lists_are_read_soundly(lists in vec((word(), node()), 0..12)) {
        let actor = parse_json(r#"[{"id": "ministry-a", "name": "Ministry A", "kind": "state"}]"#).unwrap();
        let mut entries = lists;
        // The last of repeated fields is read.
        entries.push(("actors".to_owned(), actor));
        entries.push(("version".to_owned(), Node::Number(1.0)));
        assert_reads(&Node::Map(entries));
    }

    #[test]
    fn damaged_files_are_read_soundly(damages in vec(damage(), 1..12)) {
        let mut tree = case("whole");
        for (at, damage) in damages {
            apply(&mut tree, at, damage);
        }
        if let Some(incident) = assert_reads(&tree) {
            // What was kept is a file of its own, and reads the same without any error.
            let text = serde_json::to_string(&incident).unwrap();
            let again = read(&parse_json(&text).unwrap()).unwrap();
            assert_eq!(&again.incident, &incident);
            let of_records = again.problems.iter().filter(|problem| problem.path != "incident" || problem.field == "lead");
            let errors: Vec<_> = of_records.filter(|problem| problem.severity.id() == "error").collect();
            assert!(errors.is_empty(), "{errors:?}");
        }
    }

    #[test]
    fn what_stands_between_two_marks_is_always_found(
        text in "[a-z0-9À-ʯα-ωא-ת一-俿가-힣]([\\PC&&[^\\p{Pi}\\p{Pf}\\p{Ps}\\p{Pe}\"'＂＇„‚‟׳״]]{0,60}[a-z0-9一-俿가-힣])?",
        marks in select(vec![("“", "”"), ("‘", "’"), ("\"", "\""), ("„", "“"), ("« ", " »"), ("「", "」")]),
    ) {
        let (open, close) = marks;
        let saved = format!("Before {open}{text}{close} Behind.");
        let file = serde_json::json!({
            "version": 1,
            "incident": { "id": "i", "title": "I", "language": "en" },
            "sources": [{ "id": "daily", "publisher": "Example Daily" }],
            "actors": [{ "id": "a", "name": "A", "kind": "state" }],
            "statements": [{
                "id": "s", "speaker": "a", "stance": ["inform"],
                "reports": [{ "source": "daily", "directness": "direct", "quote": text }],
            }],
        });
        let incident = read_text(&file.to_string()).unwrap().incident;
        let check = verify(&incident, &SourceTexts::from([("daily".to_owned(), saved)]));
        prop_assert_eq!(check.problems, []);
    }

    #[test]
    fn arbitrary_texts_are_refused_with_a_message(text in "\\PC{0,200}") {
        if let Err(refusal) = parse_json(&text) {
            assert!(refusal.message.starts_with("The file is not JSON: line "));
        }
    }

    #[test]
    fn a_file_cut_off_or_with_a_foreign_character_never_panics(at in any::<Index>(), foreign in any::<char>()) {
        let text = std::fs::read_to_string(crate::at("cases/whole.json")).unwrap();
        // Without its last line break a file is still whole.
        let text = text.trim_end();
        let mut at = at.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let (head, tail) = text.split_at(at);
        assert!(parse_json(head).is_err());
        if let Ok(node) = parse_json(&format!("{head}{foreign}{tail}")) {
            assert_reads(&node);
        }
    }
}
