//! JSON-LD with the vocabulary of schema.org (30.0): `Quotation`, `Claim`, `NewsArticle` and what they hang on.
//!
//! Never `ClaimReview`: it publishes a verdict, and a newsroom that maps who said what has given none.

use super::tree::{list, object, optional, text, texts};
use crate::incident::{
    Actor, Incident, Kind, Node, PartialDate, Relation, Report, Source, Statement, Term,
};

/// An incident as a graph of schema.org, on one document.
pub fn write(incident: &Incident) -> Node {
    let mut graph = vec![root(incident)];
    graph.push(event_of(incident));
    graph.extend(incident.sources.iter().map(article));
    graph.extend(incident.actors.iter().map(|actor| agent(actor, incident)));
    graph.extend(
        incident
            .relations
            .iter()
            .filter(|relation| !relation.relation.is_office())
            .map(|relation| claim(relation, incident)),
    );
    for statement in &incident.statements {
        let reports = statement.reports.iter().enumerate();
        graph.extend(reports.map(|(at, report)| utterance(statement, at, report, incident)));
    }
    graph.extend(incident.events.iter().map(|event| {
        object([
            ("@id", text(format!("#event-{}", event.id))),
            ("@type", text("Event")),
            ("name", text(&event.title)),
            ("startDate", date(Some(event.date))),
            ("about", references("actor", &event.actors)),
            ("subjectOf", references("source", &event.sources)),
        ])
    }));
    graph.extend(incident.conflicts.iter().map(|conflict| {
        let answers = conflict.answers.iter().map(|answer| {
            object([
                ("@type", text("Answer")),
                ("text", text(&answer.says)),
                ("isBasedOn", reference("source", &answer.source)),
            ])
        });
        object([
            ("@id", text(format!("#conflict-{}", conflict.id))),
            ("@type", text("Question")),
            ("name", text(&conflict.question)),
            ("suggestedAnswer", list(answers)),
        ])
    }));
    object([
        ("@context", text("https://schema.org")),
        ("@graph", Node::List(graph)),
    ])
}

/// JSON-LD as it may stand inside a `<script>` of a page: no text of the incident can end the element.
pub fn script_text(incident: &Incident) -> String {
    let mut json = super::tree::pretty(&write(incident));
    // `<` only ever stands inside of texts, where JSON may write it like this.
    json = json.replace('<', "\\u003c");
    json
}

/// The map itself: what it is about, and what was corrected in it.
fn root(incident: &Incident) -> Node {
    let head = &incident.incident;
    let corrections = incident.corrections.iter().map(|correction| {
        object([
            ("@type", text("CorrectionComment")),
            ("datePublished", date(Some(correction.date))),
            ("text", text(&correction.text)),
        ])
    });
    object([
        ("@id", text(format!("#{}", head.id))),
        ("@type", text("Dataset")),
        ("name", text(&head.title)),
        ("description", optional(head.summary.as_deref())),
        ("inLanguage", text(&head.language)),
        ("about", object([("@id", text("#incident"))])),
        (
            "isBasedOn",
            references(
                "source",
                &ids(incident.sources.iter().map(|source| &source.id)),
            ),
        ),
        ("correction", list(corrections)),
    ])
}

fn event_of(incident: &Incident) -> Node {
    let head = &incident.incident;
    object([
        ("@id", text("#incident")),
        ("@type", text("Event")),
        ("name", text(&head.title)),
        ("startDate", date(head.began)),
    ])
}

fn article(source: &Source) -> Node {
    let organisation = |name: &str| object([("@type", text("Organization")), ("name", text(name))]);
    let person = |name: &str| object([("@type", text("Person")), ("name", text(name))]);
    object([
        ("@id", text(format!("#source-{}", source.id))),
        ("@type", text("NewsArticle")),
        ("headline", optional(source.headline.as_deref())),
        (
            "publisher",
            source.publisher.as_deref().map_or(Node::Null, organisation),
        ),
        (
            "provider",
            source.agency.as_deref().map_or(Node::Null, organisation),
        ),
        (
            "author",
            source.author.as_deref().map_or(Node::Null, person),
        ),
        ("datePublished", date(source.published)),
        ("inLanguage", optional(source.language.as_deref())),
        ("url", optional(source.url.as_deref())),
        (
            "isBasedOn",
            source
                .excerpt_of
                .as_deref()
                .map_or(Node::Null, |id| reference("source", id)),
        ),
    ])
}

fn agent(actor: &Actor, incident: &Incident) -> Node {
    let of = |wanted: &[&str]| {
        let ties = incident.relations.iter();
        let ties = ties.filter(|tie| tie.from == actor.id && wanted.contains(&tie.relation.id()));
        list(ties.map(|tie| reference("actor", &tie.to)))
    };
    let (memberships, parents) = if actor.kind == Kind::Person {
        (of(&["speaks-for", "represents", "member-of"]), Node::Null)
    } else {
        (of(&["member-of"]), of(&["part-of", "mission-of"]))
    };
    // schema.org gives `memberOf` and `affiliation` to persons and organisations, not to countries.
    let is_place = actor.kind == Kind::State;
    object([
        ("@id", text(format!("#actor-{}", actor.id))),
        ("@type", text(schema_type(actor.kind))),
        ("name", text(&actor.name)),
        ("alternateName", texts(&actor.aliases)),
        ("description", optional(actor.about.as_deref())),
        (
            if actor.kind == Kind::Person {
                "affiliation"
            } else {
                "memberOf"
            },
            if is_place { Node::Null } else { memberships },
        ),
        (
            "parentOrganization",
            if is_place { Node::Null } else { parents },
        ),
    ])
}

fn schema_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "Person",
        Kind::State => "Country",
        Kind::PublicBody | Kind::IntelligenceService | Kind::DiplomaticMission => {
            "GovernmentOrganization"
        }
        Kind::Company => "Corporation",
        Kind::Media => "NewsMediaOrganization",
        Kind::Group | Kind::Intergovernmental | Kind::IntrusionSet | Kind::Unknown => {
            "Organization"
        }
    }
}

/// A claim: what is claimed, how far it is agreed, where it appears and whose it is.
fn claim(relation: &Relation, incident: &Incident) -> Node {
    let name = |id: &str| {
        incident
            .actor(id)
            .map_or_else(|| id.to_owned(), |actor| actor.name.clone())
    };
    let words = format!(
        "{} {} {}",
        name(&relation.from),
        relation.relation.label(),
        name(&relation.to)
    );
    let asserting = relation
        .asserted_by
        .iter()
        .filter_map(|id| incident.statement(id));
    let asserting: Vec<&Statement> = asserting.collect();
    let mut authors: Vec<String> = Vec::new();
    for statement in &asserting {
        if !authors.contains(&statement.speaker) {
            authors.push(statement.speaker.clone());
        }
    }
    let utterances = asserting.iter().flat_map(|statement| {
        (0..statement.reports.len()).map(|at| object([("@id", text(utterance_id(statement, at)))]))
    });
    let articles = relation.sources.iter().map(|id| reference("source", id));
    object([
        ("@id", text(format!("#claim-{}", relation.id))),
        ("@type", text("Claim")),
        ("text", text(words)),
        ("abstract", optional(relation.about.as_deref())),
        (
            "creativeWorkStatus",
            optional(relation.status.map(Term::id)),
        ),
        ("author", references("actor", &authors)),
        (
            "about",
            references("actor", &[relation.from.clone(), relation.to.clone()]),
        ),
        ("temporalCoverage", date(relation.date)),
        ("appearance", list(utterances.chain(articles))),
    ])
}

/// One source's printing of a statement: a quotation where words are quoted, else what it says in our words.
fn utterance(statement: &Statement, at: usize, report: &Report, incident: &Incident) -> Node {
    let speaker = report.speaker.as_deref().unwrap_or(&statement.speaker);
    let source = incident.source(&report.source);
    let words = match &report.quote {
        Some(quote) => ("text", text(quote)),
        None => ("abstract", optional(report.paraphrase.as_deref())),
    };
    // The language of the source is the quotation's; a paraphrase is in the language of the file.
    let language = match report.quote {
        Some(_) => optional(source.and_then(|source| source.language.as_deref())),
        None => text(&incident.incident.language),
    };
    let stances = statement.stance.iter().map(|stance| stance.id());
    object([
        ("@id", text(utterance_id(statement, at))),
        (
            "@type",
            text(if report.quote.is_some() {
                "Quotation"
            } else {
                "CreativeWork"
            }),
        ),
        words,
        ("creator", reference("actor", speaker)),
        ("isBasedOn", reference("source", &report.source)),
        ("about", references("actor", &statement.to)),
        ("keywords", texts(stances)),
        ("dateCreated", date(statement.date)),
        ("inLanguage", language),
        ("translationOfWork", translated(report)),
        (
            "position",
            report
                .part
                .map_or(Node::Null, |part| Node::Number(f64::from(part))),
        ),
        ("identifier", text(&statement.id)),
    ])
}

/// What a translation is of, as far as the file says.
fn translated(report: &Report) -> Node {
    if report.translated_from.is_none() && report.original.is_none() {
        return Node::Null;
    }
    object([
        ("@type", text("Quotation")),
        ("text", optional(report.original.as_deref())),
        ("inLanguage", optional(report.translated_from.as_deref())),
    ])
}

fn utterance_id(statement: &Statement, at: usize) -> String {
    format!("#statement-{}-{}", statement.id, at + 1)
}

fn reference(list: &str, id: &str) -> Node {
    object([("@id", text(format!("#{list}-{id}")))])
}

fn references(of: &str, ids: &[String]) -> Node {
    list(ids.iter().map(|id| reference(of, id)))
}

fn ids<'i>(ids: impl Iterator<Item = &'i String>) -> Vec<String> {
    ids.cloned().collect()
}

fn date(date: Option<PartialDate>) -> Node {
    optional(date.map(|date| date.to_string()))
}

#[cfg(test)]
mod tests {
    use super::super::tree::inline;
    use super::*;

    #[test]
    fn no_text_can_end_the_script_element() {
        let mut incident = Incident::default();
        incident.incident.title = "</script><script>alert(1)".to_owned();
        let json = script_text(&incident);
        assert!(!json.contains('<'));
        let inlined = inline(&write(&incident));
        assert!(
            serde_json::from_str::<serde_json::Value>(&json).is_ok_and(|value| {
                serde_json::from_str::<serde_json::Value>(&inlined)
                    .is_ok_and(|other| other == value)
            })
        );
    }
}
