//! Every rule, on a file that breaks it: the problems of the file are exactly these, in this order.

use std::collections::BTreeSet;
use std::fs;

use actor_map::incident::quotes::{SourceTexts, verify};
use actor_map::incident::{Kind, Problem, RefusalCode, Rule, Severity, Term, read};

use crate::sound::assert_sound;
use crate::{at, case, read_text};

/// For each case: severity, rule, path, field.
const CASES: &[(&str, &[&str])] = &[
    (
        "answer-elsewhere",
        &["error answer-elsewhere conflicts[0].answers[1] report"],
    ),
    (
        "dangling-id",
        &[
            "error dangling-id sources[0] excerpt_of",
            "error dangling-id actors[0] camp",
            "error dangling-id statements[0] to",
            "error dangling-id statements[1] speaker",
            "error dangling-id statements[2] speaker",
            "error dangling-id statements[3].reports[1] source",
            "error dangling-id statements[3].reports[2] speaker",
            "error dangling-id statements[0] about",
            "error dangling-id relations[0] to",
            "error dangling-id relations[1] asserted_by",
            "error dangling-id relations[1] disputed_by",
            "error dangling-id relations[1] sources",
            "error dangling-id events[0] actors",
            "error dangling-id events[0] sources",
            "error dangling-id conflicts[0] about",
            "error dangling-id conflicts[0].answers[1] report",
            "error dangling-id conflicts[0].answers[2] source",
            "error dangling-id corrections[0] changed",
            "error dangling-id incident lead",
        ],
    ),
    (
        "date-order",
        &[
            "warning date-order incident began",
            "warning date-order statements[0].reports[0] source",
        ],
    ),
    (
        "duplicate-field",
        &[
            "error duplicate-field incident title",
            "error duplicate-field actors[0] kind",
        ],
    ),
    (
        "duplicate-id",
        &[
            "error duplicate-id actors[3] id",
            "error duplicate-id statements[1] id",
        ],
    ),
    (
        "empty-quote",
        &[
            "error empty-quote statements[0].reports[1] quote",
            "error empty-quote statements[0].reports[2] quote",
        ],
    ),
    (
        "empty-text",
        &[
            "warning empty-text sources[0] author",
            "warning empty-text actors[0] aliases",
            "warning empty-text actors[0] about",
        ],
    ),
    (
        "excerpt-cycle",
        &[
            "error excerpt-cycle sources[1] excerpt_of",
            "error excerpt-cycle sources[2] excerpt_of",
        ],
    ),
    (
        "hangs-on",
        &[
            "error missing-field sources[1] publisher",
            "error unknown-term actors[2] kind",
            "error hangs-on statements[1] speaker",
            "error hangs-on statements[2] to",
            "error hangs-on statements[3].reports[0] source",
            "error unsourced-statement statements[3] reports",
            "error hangs-on statements[2] about",
            "error hangs-on relations[0] to",
            "error hangs-on relations[1] asserted_by",
            "error hangs-on events[0] actors",
        ],
    ),
    (
        "impossible-date",
        &[
            "error impossible-date incident began",
            "error wrong-type incident disclosed",
            "error impossible-date statements[0] date",
            "error impossible-date events[0] date",
        ],
    ),
    (
        "malformed-id",
        &[
            "error malformed-id incident id",
            "error malformed-id actors[3] id",
            "error malformed-id statements[1] id",
        ],
    ),
    (
        "malformed-language",
        &[
            "error malformed-language incident language",
            "error malformed-language sources[0] language",
            "error malformed-language sources[2] language",
        ],
    ),
    ("malformed-url", &["error malformed-url sources[0] url"]),
    (
        "misplaced-field",
        &[
            "error misplaced-field relations[0] status",
            "error misplaced-field statements[0].reports[0] paraphrase",
            "error misplaced-field statements[0].reports[1] quote",
            "error misplaced-field statements[0].reports[1] prefix",
            "error misplaced-field statements[0].reports[1] suffix",
            "error misplaced-field statements[0].reports[1] part",
        ],
    ),
    (
        "missing-field",
        &[
            "error missing-field incident title",
            "error missing-field sources[1] publisher",
            "error missing-field actors[2] name",
            "error missing-field actors[3] kind",
            "error missing-field actors[4] id",
            "error missing-field relations[0] status",
            "error missing-field statements[1] stance",
            "error missing-field statements[2] speaker",
            "error missing-field statements[3].reports[1] paraphrase",
            "error missing-field statements[3].reports[2] source",
            "error missing-field statements[3].reports[3] directness",
            "error missing-field events[0] date",
        ],
    ),
    (
        "part-sequence",
        &[
            "warning part-sequence statements[0] reports",
            "warning part-sequence statements[1] reports",
        ],
    ),
    ("quotes", &[]),
    (
        "repeated-entry",
        &[
            "warning repeated-entry statements[0] stance",
            "warning repeated-entry statements[0] to",
            "warning repeated-entry statements[0] to",
        ],
    ),
    (
        "self-reference",
        &[
            "error self-reference statements[0] to",
            "error self-reference statements[0] about",
            "error self-reference relations[0] to",
        ],
    ),
    (
        "status-mismatch",
        &[
            "warning status-mismatch relations[0] status",
            "warning status-mismatch relations[1] status",
            "warning status-mismatch relations[2] status",
        ],
    ),
    (
        "too-few-answers",
        &[
            "error missing-field conflicts[1].answers[1] says",
            "error too-few-answers conflicts[0] answers",
            "error too-few-answers conflicts[1] answers",
        ],
    ),
    (
        "too-long",
        &["error too-long statements[0].reports[0] suffix"],
    ),
    (
        "turned-text",
        &[
            "error turned-text incident summary",
            "error turned-text actors[1] aliases",
            "error turned-text actors[1] aliases",
            "error turned-text actors[1] aliases",
            "error turned-text statements[0].reports[0] quote",
            "error empty-quote statements[0].reports[0] quote",
        ],
    ),
    (
        "unasserted-claim",
        &[
            "error unasserted-claim relations[1] asserted_by",
            "error dangling-id relations[3] asserted_by",
            "error unasserted-claim relations[3] asserted_by",
        ],
    ),
    (
        "unknown-field",
        &[
            "warning unknown-field actors[0] rolls",
            "warning unknown-field statements[0].reports[0] qoute",
            "warning unknown-field  remarks",
        ],
    ),
    (
        "unknown-term",
        &[
            "error unknown-term actors[0] roles",
            "error unknown-term actors[3] kind",
            "error unknown-term relations[1] type",
            "error unknown-term relations[2] status",
            "error unknown-term statements[0] stance",
            "error unknown-term statements[1] stance",
            "error missing-field statements[1] stance",
            "error unknown-term statements[2].reports[1] directness",
        ],
    ),
    (
        "unsourced-statement",
        &[
            "error missing-field statements[3].reports[0] paraphrase",
            "error unsourced-statement statements[1] reports",
            "error unsourced-statement statements[2] reports",
            "error unsourced-statement statements[3] reports",
        ],
    ),
    (
        "unsourced-tie",
        &["error unsourced-tie relations[0] sources"],
    ),
    (
        "untidy-quote",
        &[
            "warning untidy-quote statements[0].reports[0] quote",
            "warning untidy-quote statements[0].reports[1] quote",
            "warning untidy-quote statements[0].reports[2] quote",
        ],
    ),
    ("whole", &[]),
    (
        "wrong-type",
        &[
            "error wrong-type actors[0] aliases",
            "error wrong-type actors[0] about",
            "error wrong-type actors[2] ",
            "error wrong-type actors[3] name",
            "error wrong-type statements[0].reports[0] part",
            "error wrong-type statements[0].reports[1] ",
            "error wrong-type  events",
        ],
    ),
];

fn line(problem: &Problem) -> String {
    format!(
        "{} {} {} {}",
        problem.severity.id(),
        problem.rule.id(),
        problem.path,
        problem.field
    )
}

#[test]
fn each_case_has_exactly_its_problems() {
    for (name, expected) in CASES {
        let reading = read(&case(name)).unwrap();
        let found: Vec<String> = reading.problems.iter().map(line).collect();
        assert_eq!(found, *expected, "{name}: {:#?}", reading.problems);
        let errors = reading
            .problems
            .iter()
            .filter(|problem| problem.severity == Severity::Error);
        assert_eq!(errors.count(), reading.errors, "{name}");
        assert_eq!(
            reading.errors + reading.warnings,
            reading.problems.len(),
            "{name}"
        );
        assert_sound(&reading.incident);
    }
}

#[test]
fn every_rule_has_a_case_and_every_case_stands_in_the_table() {
    let told: BTreeSet<&str> = CASES
        .iter()
        .flat_map(|(_, problems)| problems.iter())
        .map(|problem| problem.split(' ').nth(1).unwrap())
        .chain(QUOTES.iter().map(|(rule, ..)| rule.id()))
        .collect();
    let rules: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.id()).collect();
    assert_eq!(told, rules);

    let listed: BTreeSet<String> = CASES
        .iter()
        .map(|(name, _)| format!("{name}.json"))
        .collect();
    let files = fs::read_dir(at("cases")).unwrap();
    let files: BTreeSet<String> = files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(listed, files);
}

#[test]
fn messages_name_record_field_cause_and_remedy() {
    let text =
        |name: &str, position: usize| read(&case(name)).unwrap().problems[position].to_string();
    assert_eq!(
        text("dangling-id", 3),
        "error[dangling-id] statements[1] “by-nobody”, field \"speaker\": no actor has the id \"ministri-a\"; \
         the statement is left out. Did you mean \"ministry-a\"? Correct the id, or add the record it stands for."
    );
    assert_eq!(
        text("dangling-id", 4),
        "error[dangling-id] statements[2] “by-a-source”, field \"speaker\": \"daily\" is an id of sources, \
         an id of actors is expected; the statement is left out. Put an id of actors here."
    );
    assert_eq!(
        text("hangs-on", 2),
        "error[hangs-on] statements[1] “c-agrees”, field \"speaker\": the actor \"state-c\" (actors[2]) is left out \
         itself; the statement is left out. Mend that actor first."
    );
    assert_eq!(
        text("unknown-field", 0),
        "warning[unknown-field] actors[0] “ministry-a”, field \"rolls\": no actor has such a field; it is not read. \
         Did you mean \"roles\"? For notes of your own, begin the name with \"x-\"."
    );
    assert_eq!(
        text("malformed-id", 1),
        "error[malformed-id] actors[3] “State D”, field \"id\": \"State D\" is not an id: ids are small letters a to \
         z, digits and single hyphens; the actor is left out. Did you mean \"state-d\"?"
    );
}

#[test]
fn what_is_left_out_is_counted_and_the_rest_is_kept() {
    let reading = read(&case("hangs-on")).unwrap();
    let incident = &reading.incident;
    let ids: Vec<&str> = incident
        .statements
        .iter()
        .map(|statement| statement.id.as_str())
        .collect();
    assert_eq!(ids, ["a-accuses", "warns-c"]);
    assert_eq!(incident.actors.len(), 2);
    assert_eq!(incident.relations.len(), 1);
    assert!(incident.relations[0].asserted_by.is_empty());
    assert_eq!(incident.relations[0].sources, ["daily"]);
    // A source, an actor, two statements, a relation.
    assert_eq!(reading.left_out, 5);
}

#[test]
fn reports_and_answers_that_are_left_out_count_too() {
    // Two statements, a relation, a report of a kept statement, an answer of a kept conflict.
    assert_eq!(read(&case("dangling-id")).unwrap().left_out, 5);
    // Two actors, one of them no object, and a report that is none.
    assert_eq!(read(&case("wrong-type")).unwrap().left_out, 3);
}

#[test]
fn of_a_repeated_field_the_last_is_read_as_browsers_do() {
    let incident = read(&case("duplicate-field")).unwrap().incident;
    assert_eq!(incident.incident.title, "The hack of Ministry A, again");
    assert_eq!(incident.actors[0].kind, Kind::PublicBody);
}

#[test]
fn null_is_as_good_as_absent() {
    let reading = read_text(
        r#"{"version": 1, "incident": {"id": "i", "title": "I", "language": "en", "summary": null, "lead": null},
            "actors": [{"id": "a", "name": "A", "kind": "state", "camp": null, "aliases": null}], "events": null}"#,
    );
    assert_eq!(reading.unwrap().problems, []);
    let reading = read_text(
        r#"{"version": 1, "incident": {"id": "i", "title": null, "language": "en"},
            "actors": [{"id": "a", "name": "A", "kind": "state"}]}"#,
    );
    assert_eq!(
        line(&reading.unwrap().problems[0]),
        "error missing-field incident title"
    );
}

#[test]
fn an_excerpt_in_a_circle_still_ties_the_copies_together() {
    let incident = read(&case("excerpt-cycle")).unwrap().incident;
    assert_eq!(incident.sources[0].excerpt_of.as_deref(), Some("gazette"));
    assert_eq!(incident.sources[1].excerpt_of, None);
}

/// For each problem of `cases/quotes.json` against its one saved text: rule, record, field, part of the message.
const QUOTES: &[(Rule, &str, &str, &str)] = &[
    (
        Rule::QuoteNotFound,
        "a-accuses",
        "quote",
        "Group B [-has done-]{+did+} it",
    ),
    (
        Rule::ContextNotFound,
        "a-accuses",
        "prefix",
        "before the quotation stands",
    ),
    (
        Rule::UnmarkedQuote,
        "a-accuses",
        "quote",
        "“blamed nobody else” stands in the source",
    ),
    (
        Rule::NoSourceText,
        "gazette",
        "text",
        "no saved text named \"gazette\"",
    ),
];

#[test]
fn quotations_are_compared_with_the_saved_text() {
    let incident = read(&case("quotes")).unwrap().incident;
    let text = fs::read_to_string(at("saved/first_a1b2.txt")).unwrap();
    let check = verify(&incident, &SourceTexts::from([("daily".to_owned(), text)]));
    assert_eq!((check.checked, check.unchecked), (4, 1));
    // One stands there but for a line break, two as they are, and one with other words.
    let grades = (check.exact, check.normalised, check.near, check.missing);
    assert_eq!(grades, (2, 1, 1, 0));
    assert_eq!(check.by_source, [("daily".to_owned(), 4)]);
    assert_eq!(check.problems.len(), QUOTES.len(), "{:#?}", check.problems);
    for (problem, (rule, record, field, message)) in check.problems.iter().zip(QUOTES) {
        assert_eq!(
            (
                problem.rule,
                problem.record.as_str(),
                problem.field.as_str()
            ),
            (*rule, *record, *field)
        );
        assert!(problem.message.contains(message), "{}", problem.message);
    }
}

#[test]
fn whole_files_are_refused_for_few_reasons_only() {
    let actors = r#""actors": [{"id": "a", "name": "A", "kind": "state"}]"#;
    for (text, code) in [
        ("[1]".to_owned(), RefusalCode::Parse),
        ("7".to_owned(), RefusalCode::Parse),
        ("{\"version\": 1,".to_owned(), RefusalCode::Parse),
        (format!("{{{actors}}}"), RefusalCode::Version),
        (
            format!("{{\"version\": 2, {actors}}}"),
            RefusalCode::Version,
        ),
        (
            format!("{{\"version\": \"1\", {actors}}}"),
            RefusalCode::Version,
        ),
        (
            format!("{{\"version\": null, {actors}}}"),
            RefusalCode::Version,
        ),
        ("{\"version\": 1}".to_owned(), RefusalCode::NoData),
        (
            "{\"version\": 1, \"actors\": [{\"id\": \"a\"}]}".to_owned(),
            RefusalCode::NoData,
        ),
        (
            "{\"version\": 1, \"actors\": {}}".to_owned(),
            RefusalCode::NoData,
        ),
    ] {
        assert_eq!(read_text(&text).unwrap_err().code, code, "{text}");
    }
    // A refusal tells what made every actor unusable.
    let refusal = read_text("{\"version\": 1, \"actors\": [{\"id\": \"a\"}]}").unwrap_err();
    let fields: Vec<&str> = refusal
        .problems
        .iter()
        .map(|problem| problem.field.as_str())
        .collect();
    assert_eq!(fields, ["incident", "name", "kind"]);

    let reading = read_text(&format!("{{\"version\": 1, {actors}}}")).unwrap();
    assert_eq!(reading.incident.actors.len(), 1);
    assert_eq!(line(&reading.problems[0]), "error missing-field  incident");
}
