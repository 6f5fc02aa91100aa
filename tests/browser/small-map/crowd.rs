//! An incident whose names have no room on a phone's map, made up while the test runs: a graph of the layout's corpus,
//! told as a file.

use serde_json::{Value, json};

use crate::corpus;

const STANCES: [&str; 4] = ["accuse", "condemn", "deny", "express-solidarity"];

/// The incident file of two camps of `n` actors and those who deal with both, with names in six scripts.
pub fn crowd(n: usize) -> Value {
    let graph = corpus::news(corpus::Shape::Brokers, n, 1);
    let actor = |(index, node): (usize, &actor_map::layout::Node)| {
        let mut actor = json!({
            "id": format!("actor-{index}"),
            "name": node.label,
            "kind": if node.round { "person" } else { "public-body" },
            "roles": match index % 9 { 3 => vec!["initiator"], 7 => vec!["victim"], _ => vec![] },
        });
        if let Some(camp) = node.camp {
            actor["camp"] = format!("camp-{camp}").into();
        }
        actor
    };
    let camp = |(index, camp): (usize, &actor_map::layout::Camp)| json!({"id": format!("camp-{index}"), "title": camp.title});
    let ties = graph.ties.iter().filter(|tie| tie.from != tie.to);
    let statement = |(index, tie): (usize, &actor_map::layout::Tie)| {
        json!({
            "id": format!("s-{index}"), "speaker": format!("actor-{}", tie.from), "to": [format!("actor-{}", tie.to)],
            "stance": [STANCES[index % STANCES.len()]],
            "reports": [{"source": "daily", "directness": "direct", "quote": format!("This is statement {index}.")}],
        })
    };
    json!({
        "version": 1,
        "incident": {"id": "crowd", "title": "The affair of the crowd", "language": "en", "lead": ["s-0", "s-1"]},
        "sources": [{"id": "daily", "publisher": "Example Daily", "headline": "The affair", "language": "en"}],
        "camps": graph.camps.iter().enumerate().map(camp).collect::<Vec<_>>(),
        "actors": graph.nodes.iter().enumerate().map(actor).collect::<Vec<_>>(),
        "statements": ties.enumerate().map(statement).collect::<Vec<_>>(),
    })
}
