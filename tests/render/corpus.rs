//! Plainly fictional incidents of any size, in the shape real ones have: a few bodies that many speak of, persons who
//! speak for bodies, some outlets. No two quotations are alike, so that nothing compresses by luck.

use std::collections::BTreeSet;

use actor_map::check::examine;
use actor_map::incident::{Severity, parse_json, read};
use serde_json::{Value, json};

use crate::prose::saying;

const STANCES: [&str; 8] = [
    "accuse",
    "condemn",
    "deny",
    "call-upon",
    "express-solidarity",
    "inform",
    "warn",
    "reject-demand",
];
const KINDS: [&str; 8] = [
    "public-body",
    "state",
    "person",
    "diplomatic-mission",
    "company",
    "intergovernmental",
    "person",
    "intelligence-service",
];
const BODIES: [&str; 10] = [
    "Ministry",
    "Republic",
    "Minister",
    "Embassy",
    "Shipping Line",
    "Alliance",
    "Spokesperson",
    "Security Service",
    "Port Authority",
    "Assembly",
];

/// A linear congruential generator (Knuth's MMIX constants): the same corpus everywhere.
pub struct Dice(u64);

impl Dice {
    /// 0 to `sides` - 1.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides
    }
}

/// The same incident with a sign-off or a waiver for everything by which `actor-map check` would block it.
pub fn waived(mut incident: Value) -> Value {
    let node = parse_json(&incident.to_string()).unwrap();
    let findings = examine(&node, &read(&node).unwrap(), None).findings;
    let errors = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error);
    let (signed, waived): (Vec<_>, Vec<_>) =
        errors.partition(|error| error.rule == "person-without-sign-off");
    let sign_offs: Vec<Value> = signed
        .iter()
        .map(|error| json!({"record": error.record, "by": "Desk A"}))
        .collect();
    let waivers: Vec<Value> = waived
        .iter()
        .map(|error| json!({"rule": error.rule, "record": error.record, "reason": "Made up."}))
        .collect();
    incident["sign_offs"] = sign_offs.into();
    incident["waivers"] = waivers.into();
    incident
}

/// An incident with so many actors and statements, each quoted once, by the number `seed`.
pub fn incident(actors: usize, statements: usize, seed: u64) -> Value {
    let mut dice = Dice(seed.wrapping_mul(977).wrapping_add(3));
    let name = |at: usize| {
        let letter = char::from(b'A' + u8::try_from(at / BODIES.len() % 26).unwrap_or(0));
        format!(
            "{} {letter}{}",
            BODIES[at % BODIES.len()],
            if at < 260 {
                String::new()
            } else {
                (at / 260).to_string()
            }
        )
    };
    let id = |at: usize| name(at).to_lowercase().replace(' ', "-");
    let outlets = [
        "Example Daily",
        "Sample Gazette",
        "Test Herald",
        "Specimen News",
        "Mock Tribune",
        "Trial Post",
    ];
    let sources: Vec<Value> = outlets
        .iter()
        .enumerate()
        .map(|(at, publisher)| {
            json!({"id": publisher.to_lowercase().replace(' ', "-"), "publisher": publisher,
                "headline": format!("What happened at the harbour, part {}", at + 1),
                "published": format!("2031-05-{:02}", 10 + at), "language": "en",
                "url": format!("https://{}.example/harbour", publisher.to_lowercase().replace(' ', "-"))})
        })
        .collect();
    let camps = [
        "Harmed, and accusing",
        "Accused, and answering",
        "Reacting",
        "An earlier affair",
    ];
    let mut quotes = BTreeSet::new();
    let said: Vec<Value> = (0..statements)
        .map(|at| {
            let speaker = if at < actors { at } else { dice.roll(actors) };
            // Few are spoken of by many: the smaller of two rolls of the first quarter.
            let hubs = (actors / 4).max(2);
            let target = dice.roll(hubs).min(dice.roll(hubs));
            let to: Vec<String> = (target != speaker && dice.roll(10) < 7).then(|| id(target)).into_iter().collect();
            let mut quote = saying(&mut dice);
            while !quotes.insert(quote.clone()) {
                quote = saying(&mut dice);
            }
            json!({"id": format!("{}-{}", id(speaker), at + 1), "speaker": id(speaker), "stance": [STANCES[dice.roll(8)]],
                "to": to, "date": format!("2031-05-{:02}", 1 + dice.roll(20)),
                "reports": [{"source": sources[dice.roll(6)]["id"], "directness": "direct", "quote": quote}]})
        })
        .collect();
    let relations: Vec<Value> = (0..actors / 2)
        .map(|at| {
            let from = actors - 1 - at;
            let to = dice.roll((actors / 3).max(1));
            if at % 2 == 0 || statements == 0 {
                json!({"id": format!("tie-{at}"), "type": "part-of", "from": id(from), "to": id(to),
                    "sources": [sources[dice.roll(6)]["id"]]})
            } else {
                json!({"id": format!("tie-{at}"), "type": "targets", "from": id(from), "to": id(to), "status": "alleged",
                    "asserted_by": [said[dice.roll(statements)]["id"]]})
            }
        })
        .collect();
    json!({
        "version": 1,
        "incident": {"id": format!("harbour-{seed}"), "title": format!("The harbour affair, case {seed}"), "language": "en",
            "summary": "A made-up incident for tests.", "disclosed": "2031-05-01",
            "lead": said.iter().take(3).map(|statement| statement["id"].clone()).collect::<Vec<_>>()},
        "camps": camps.iter().enumerate().map(|(at, title)| json!({"id": format!("camp-{at}"), "title": title})).collect::<Vec<_>>(),
        "sources": sources,
        "actors": (0..actors).map(|at| json!({"id": id(at), "name": name(at), "kind": KINDS[at % 8],
            "camp": format!("camp-{}", at * 4 / actors)})).collect::<Vec<_>>(),
        "statements": said,
        "relations": relations,
        "events": [{"id": "fire", "date": "2031-05-01", "title": "The alarm rings at the harbour"}],
    })
}
