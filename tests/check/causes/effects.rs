//! What follows from which cause, how each format tells of it, and that it goes with the cause.

use std::fs;

use actor_map::check::{Examined, Finding};
use actor_map::incident::Severity;
use predicates::prelude::*;
use predicates::str::contains;

use super::{KIND, RENAMED, TYPO, check, check_text, outline};
use crate::at;
use crate::edits::Edit::{self, Append, Replace};
use crate::edits::{E, changed};
use crate::output::{edited, json_of};

#[test]
fn a_typo_in_a_speaker_is_one_error_and_the_lines_of_what_follows() {
    let (_folder, mut command) = edited(&[TYPO]);
    let expected = "\
hack.json:33:18: error[dangling-id] statements[0] “a-accuses”, field \"speaker\"
    no actor has the id \"mnistry-a\"; the statement is left out.
    Likely cause: The id is misspelt here, or its record was renamed or deleted.
    What to do: Did you mean \"ministry-a\" (line 19)? Correct the id, or add the record it stands for.
    5 more follow from this: lines 9, 26, 48.

5 findings follow from others and are not printed; --all prints all.

ministry-hack: 5 actors, 1 statement, 2 reports, 1 quotation (not compared with their sources; --sources DIR does that); 6 errors (1 cause, 5 effects), 0 warnings; 2 records left out
";
    command.assert().code(1).stdout(expected);
}

/// What is dropped leaves its field empty; that is no second slip.
#[test]
fn a_value_of_a_wrong_type_or_term_is_one_cause() {
    for (to, rule) in [
        ("\"stance\": \"accuse\"", "wrong-type"),
        ("\"stance\": [\"acuse\"]", "unknown-term"),
    ] {
        let examined = check(&[Replace("\"stance\": [\"accuse\"]", to)]);
        let outline = outline(&examined);
        let [(found, 34, effects)] = outline.as_slice() else {
            panic!("{outline:?}");
        };
        assert_eq!(*found, rule);
        assert!(effects.contains(&34), "{effects:?}");
    }
}

#[test]
fn all_prints_what_follows_with_its_cause_and_the_line_of_the_record() {
    let (_folder, mut command) = edited(&[TYPO]);
    command.arg("--all").assert().code(1).stdout(
        contains("5 more follow from this: lines 9, 26, 48.\n\nWhat follows from these:\n\n")
            .and(contains(
                "\
hack.json:26:122: error[hangs-on] relations[0] “b-hit-a”, field \"asserted_by\"
    the statement \"a-accuses\" (statements[0], line 32) is left out itself; the entry is left out.
    Likely cause: The record it refers to has an error of its own.
    What to do: Mend that statement first.
    Follows from line 33: dangling-id.
",
            ))
            .and(contains("not printed").not())
            .and(
                predicates::str::is_match("Follows from line 33")
                    .unwrap()
                    .count(5),
            ),
    );
}

#[test]
fn a_renamed_actor_is_one_error_that_names_the_record() {
    let (_folder, mut command) = edited(&[RENAMED]);
    let expected = "\
hack.json:26:70: error[dangling-id] relations[0] “b-hit-a”, field \"to\"
    no actor has the id \"ministry-a\"; the relation is left out.
    Likely cause: The actor \"ministry-aa\" at line 19 is referred to by nobody; was it renamed?
    What to do: If so, give it the id \"ministry-a\" again, or write \"ministry-aa\" in all 4 places. If not, correct the id, or add the record it stands for.
    8 more follow from this: lines 9, 26, 33, 47, 48, 57.
";
    command.assert().code(1).stdout(
        predicates::str::starts_with(expected)
            .and(contains("9 errors (1 cause, 8 effects), 0 warnings")),
    );
}

#[test]
fn an_unknown_kind_is_one_error_and_what_may_go_with_it_is_called_so() {
    let examined = check(&[KIND]);
    assert_eq!(outline(&examined), [("unknown-term", 21, vec![27, 28])]);
    let provisional = examined.findings.iter().filter(|one| one.provisional);
    let provisional: Vec<&str> = provisional.map(|one| one.rule).collect();
    assert_eq!(provisional, ["accused-without-answer", "unlinked-speaker"]);

    let (_folder, mut command) = edited(&[KIND]);
    command.assert().code(1).stdout(
        contains("2 more follow from this: lines 27, 28.\n\nIn what is left of the file (").and(
            contains("3 errors (1 cause, 2 effects), 2 warnings; 3 records left out"),
        ),
    );
}

#[test]
fn independent_causes_stand_first_each_with_its_own_effects() {
    let examined = check(&[TYPO, KIND]);
    let expected = [
        ("unknown-term", 21, vec![27, 28]),
        ("dangling-id", 33, vec![9, 26, 26, 48, 48]),
    ];
    assert_eq!(outline(&examined), expected);
    let (_folder, mut command) = edited(&[TYPO, KIND]);
    command
        .assert()
        .code(1)
        .stdout(contains("9 errors (2 causes, 7 effects), 1 warning"));
}

#[test]
fn an_effect_goes_with_its_cause_and_a_cause_does_not() {
    let own = Replace(
        "\"sources\": [\"gazette\"] },\n    { \"id\": \"d-for-c\"",
        "\"sources\": [] },\n    { \"id\": \"d-for-c\"",
    );
    let slips = [TYPO, KIND, own];
    let rules = ["dangling-id", "unknown-term", "unsourced-tie"];
    for (mended, rule) in rules.into_iter().enumerate() {
        let rest = slips.iter().enumerate().filter(|(at, _)| *at != mended);
        let rest: Vec<Edit<'_>> = rest.map(|(_, slip)| *slip).collect();
        let all = check(&slips);
        let after = check(&rest);
        let gone: Vec<&Finding> = all
            .causes()
            .filter(|(_, cause)| cause.rule == rule)
            .flat_map(|(at, cause)| all.effects_of(at).chain([cause]))
            .collect();
        assert!(!gone.is_empty(), "{rule}");
        let errors = |examined: &Examined| {
            let findings = examined.findings.iter();
            findings
                .filter(|one| one.severity == Severity::Error)
                .count()
        };
        // What is gone with the cause is what followed from it: no more, no less.
        assert_eq!(errors(&after), errors(&all) - gone.len(), "{rule}");
    }
}

#[test]
fn what_would_be_wrong_anyway_is_no_effect() {
    // One answer is not enough, whether it can be kept or not.
    let examined = check(&[Replace(
        "\"answers\": [{ \"source\": \"daily\", \"says\": \"In 2029.\" }, { \"source\": \"gazette\",",
        "\"answers\": [{ \"source\": \"gazete\",",
    )]);
    let expected = [("too-few-answers", 60, vec![]), ("dangling-id", 60, vec![])];
    assert_eq!(outline(&examined), expected);
    // Of two, the one that is lost is missed.
    let examined = check(&[Replace(
        "\"source\": \"gazette\", \"says\"",
        "\"source\": \"gazete\", \"says\"",
    )]);
    assert_eq!(outline(&examined), [("dangling-id", 60, vec![60])]);
}

#[test]
fn a_list_that_is_not_read_is_the_cause_of_all_that_is_missed() {
    let slip = Replace("\"statements\": [", "\"statments\": [");
    let expected = [("unknown-field", 30, vec![9, 26, 26, 26])];
    assert_eq!(outline(&check(&[slip])), expected);
    // Errors follow from the warning, so the pull request is shown an error.
    let (_folder, mut command) = edited(&[slip]);
    let run = command.args(["--format", "github"]).assert().code(1);
    run.stdout(
        predicates::str::starts_with("::error file=hack.json,line=30,col=3,title=unknown-field")
            .and(contains("4 errors (0 causes, 4 effects), 1 warning")),
    );
    // So it is in a file that is refused.
    let examined = check(&[Replace("\"actors\": [\n", "\"actrs\": [\n")]);
    let causes = outline(&examined);
    assert_eq!(causes.len(), 1, "{causes:?}");
    assert_eq!((causes[0].0, causes[0].1), ("unknown-field", 18));
}

#[test]
fn programs_are_given_every_finding_with_its_cause() {
    let (_folder, mut command) = edited(&[TYPO]);
    let found = json_of(&mut command, 1);
    assert_eq!(found["summary"]["errors"], 6);
    assert_eq!(found["summary"]["effects"], 5);
    let findings = found["findings"].as_array().unwrap();
    assert_eq!(findings.len(), 6);
    assert_eq!(findings[0]["rule"], "dangling-id");
    assert_eq!(findings[0].get("follows_from"), None);
    assert!(findings[1..].iter().all(|one| one["follows_from"] == 0));
    assert_eq!(
        findings[1]["message"],
        "the statement \"a-accuses\" (statements[0], line 32) is left out itself; the entry is left out."
    );
}

#[test]
fn github_is_given_causes_or_with_all_everything() {
    let annotations = |all: bool| {
        let (_folder, mut command) = edited(&[TYPO]);
        command.args(["--format", "github"]);
        if all {
            command.arg("--all");
        }
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        let out = String::from_utf8(output.stdout).unwrap();
        assert!(
            out.contains("%0A5 more follow from this: lines 9, 26, 48.\n"),
            "{out}"
        );
        out.matches("::error ").count()
    };
    assert_eq!((annotations(false), annotations(true)), (1, 6));
}

#[test]
fn every_case_keeps_all_its_findings() {
    for entry in fs::read_dir(at("cases")).unwrap() {
        check_text(&fs::read_to_string(entry.unwrap().path()).unwrap());
    }
}

#[test]
fn ids_that_look_like_messages_mislead_nobody() {
    let odd = "x) is left out itself; the (actors[0]";
    let text = changed(&[TYPO, KIND]).replace("mnistry-a", odd);
    let examined = check_text(&text);
    assert_eq!(outline(&examined)[1].0, "dangling-id");
    assert_eq!(outline(&examined)[1].2.len(), 5);
}

#[test]
fn a_role_whose_claim_is_left_out_follows_from_that() {
    let group =
        r#"{ "id": "group-f", "name": "Group F", "kind": "group", "roles": ["initiator"] }"#;
    let claim = |kind: &str| {
        format!(
            r#"{{ "id": "f-and-a", "type": "{kind}", "from": "group-f", "to": "ministry-a", "status": "alleged", "asserted_by": ["a-acuses"] }}"#
        )
    };
    for (kind, effect) in [("targets", true), ("summoned", false)] {
        let examined = check(&[Replace(E, group), Append("relations", &claim(kind))]);
        let mut found = examined.findings.iter();
        let role = found.find(|one| one.rule == "role-without-claim").unwrap();
        assert_eq!(role.follows_from.is_some(), effect, "{kind}");
    }
}
