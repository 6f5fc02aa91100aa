//! An incident of many actors, made up while the test runs: `affair` of the layout's corpus, told as a file.

use serde_json::{Value, json};

use crate::corpus;

const STANCES: [&str; 6] = [
    "accuse",
    "condemn",
    "call-upon",
    "deny",
    "express-solidarity",
    "inform",
];

/// The incident file of an affair of `n` actors.
pub fn affair(n: usize) -> Value {
    let graph = corpus::affair(n, 1);
    let actor = |(index, node): (usize, &actor_map::layout::Node)| {
        json!({
            "id": format!("actor-{index}"),
            // With a number, so that each is found by its name alone.
            "name": format!("{} N{index:05}", node.label),
            "kind": if node.round { "person" } else { "public-body" },
            "roles": match index % 16 { 3 => vec!["initiator"], 7 => vec!["victim"], _ => vec![] },
        })
    };
    let (mut statements, mut relations) = (Vec::new(), Vec::new());
    let ties = graph.ties.iter().filter(|tie| tie.from != tie.to);
    for (index, tie) in ties.enumerate() {
        let (from, to) = (format!("actor-{}", tie.from), format!("actor-{}", tie.to));
        if tie.minor {
            relations.push(json!({"id": format!("r-{index}"), "type": "part-of", "from": from, "to": to, "sources": ["daily"]}));
        } else {
            statements.push(json!({
                "id": format!("s-{index}"), "speaker": from, "stance": [STANCES[index % STANCES.len()]], "to": [to],
                "reports": [{"source": "daily", "directness": "direct", "quote": format!("This is statement {index}.")}],
            }));
        }
    }
    json!({
        "version": 1,
        "incident": {"id": "affair", "title": "The affair of the many", "language": "en"},
        "sources": [{"id": "daily", "publisher": "Example Daily", "headline": "The affair", "language": "en"}],
        "actors": graph.nodes.iter().enumerate().map(actor).collect::<Vec<_>>(),
        "statements": statements,
        "relations": relations,
    })
}
