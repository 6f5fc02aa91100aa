//! One slip in a file is one cause: what follows from it is told of there, and nothing of it is lost.

use std::fs;

use actor_map::check::{Examined, Finding, causes, examine, refused, spans};
use actor_map::incident::{Severity, parse_json, read};
use predicates::prelude::*;
use predicates::str::contains;

use crate::at;
use crate::output::{changed, edited, json_of};
use crate::rows::{E, RELATIONS, rows};

/// A speaker's id is misspelt.
const TYPO: (&str, &str) = ("\"speaker\": \"ministry-a\"", "\"speaker\": \"mnistry-a\"");
/// An actor's id is changed in the actor's own record only.
const RENAMED: (&str, &str) = ("\"id\": \"ministry-a\"", "\"id\": \"ministry-aa\"");
/// A kind that the list does not have.
const KIND: (&str, &str) = ("\"kind\": \"state\"", "\"kind\": \"country\"");

/// Checks the base file with these edits the way the command does.
fn check(edits: &[(&str, &str)]) -> Examined {
    check_text(&changed(edits))
}

fn check_text(text: &str) -> Examined {
    let node = parse_json(text).unwrap();
    let mut examined = match read(&node) {
        Ok(reading) => examine(&node, &reading, None),
        Err(refusal) => refused(&refusal),
    };
    spans::locate(text, &mut examined);
    let before = examined.findings.clone();
    causes::trace(text, &node, &mut examined);
    assert_nothing_lost(&before, &examined);
    examined
}

/// The findings are the same as before, causes first, and each effect names a cause.
fn assert_nothing_lost(before: &[Finding], examined: &Examined) {
    let keys = |findings: &[Finding]| {
        let keys = findings
            .iter()
            .map(|one| (one.rule, one.path.clone(), one.field.clone(), one.position));
        let mut keys: Vec<_> = keys.collect();
        keys.sort_unstable();
        keys
    };
    assert_eq!(keys(before), keys(&examined.findings));
    let causes = examined.causes().count();
    for (at, finding) in examined.findings.iter().enumerate() {
        assert_eq!(at >= causes, finding.follows_from.is_some());
        assert!(finding.follows_from.is_none_or(|cause| cause < causes));
    }
    let effects = (0..causes).map(|cause| examined.effects_of(cause).count());
    assert_eq!(effects.sum::<usize>(), before.len() - causes);
}

/// Of each cause its rule and line, and the lines of its effects.
fn outline(examined: &Examined) -> Vec<(&str, usize, Vec<usize>)> {
    let line = |finding: &Finding| finding.position.unwrap().line;
    examined
        .causes()
        .filter(|(_, finding)| !finding.provisional)
        .map(|(at, finding)| {
            let effects = examined.effects_of(at).map(line).collect();
            (finding.rule, line(finding), effects)
        })
        .collect()
}

#[test]
fn a_typo_in_a_speaker_is_one_error_and_the_lines_of_what_follows() {
    let (_folder, mut command) = edited(TYPO.0, TYPO.1);
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
        let examined = check(&[("\"stance\": [\"accuse\"]", to)]);
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
    let (_folder, mut command) = edited(TYPO.0, TYPO.1);
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
    let (_folder, mut command) = edited(RENAMED.0, RENAMED.1);
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
fn a_record_that_somebody_refers_to_was_not_renamed() {
    // The event refers to the near id, so that it is no record that lost its name.
    let examined = check(&[
        RENAMED,
        (
            "\"actors\": [\"ministry-a\"], \"sources\"",
            "\"actors\": [\"ministry-a\", \"ministry-aa\"], \"sources\"",
        ),
    ]);
    let cause = &examined.findings[0];
    assert!(
        cause.cause.contains("The id is misspelt here"),
        "{cause:#?}"
    );
    assert!(
        cause
            .advice
            .contains("Did you mean \"ministry-aa\" (line 19)?"),
        "{cause:#?}"
    );
}

#[test]
fn an_unknown_kind_is_one_error_and_what_may_go_with_it_is_called_so() {
    let examined = check(&[KIND]);
    assert_eq!(outline(&examined), [("unknown-term", 21, vec![27, 28])]);
    let provisional = examined.findings.iter().filter(|one| one.provisional);
    let provisional: Vec<&str> = provisional.map(|one| one.rule).collect();
    assert_eq!(provisional, ["accused-without-answer", "unlinked-speaker"]);

    let (_folder, mut command) = edited(KIND.0, KIND.1);
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
    let (folder, mut command) = edited(TYPO.0, TYPO.1);
    fs::write(folder.path().join("hack.json"), changed(&[TYPO, KIND])).unwrap();
    command
        .assert()
        .code(1)
        .stdout(contains("9 errors (2 causes, 7 effects), 1 warning"));
}

#[test]
fn an_effect_goes_with_its_cause_and_a_cause_does_not() {
    let own = (
        "\"sources\": [\"gazette\"] },\n    { \"id\": \"d-for-c\"",
        "\"sources\": [] },\n    { \"id\": \"d-for-c\"",
    );
    let slips = [TYPO, KIND, own];
    let rules = ["dangling-id", "unknown-term", "unsourced-tie"];
    for (mended, rule) in rules.into_iter().enumerate() {
        let rest = slips.iter().enumerate().filter(|(at, _)| *at != mended);
        let rest: Vec<(&str, &str)> = rest.map(|(_, slip)| *slip).collect();
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
    let examined = check(&[(
        "\"answers\": [{ \"source\": \"daily\", \"says\": \"In 2029.\" }, { \"source\": \"gazette\",",
        "\"answers\": [{ \"source\": \"gazete\",",
    )]);
    let expected = [("too-few-answers", 60, vec![]), ("dangling-id", 60, vec![])];
    assert_eq!(outline(&examined), expected);
    // Of two, the one that is lost is missed.
    let examined = check(&[(
        "\"source\": \"gazette\", \"says\"",
        "\"source\": \"gazete\", \"says\"",
    )]);
    assert_eq!(outline(&examined), [("dangling-id", 60, vec![60])]);
}

#[test]
fn a_misspelt_name_of_a_field_is_one_cause() {
    let examined = check(&[("\"speaker\": \"ministry-a\"", "\"speakr\": \"ministry-a\"")]);
    let expected = [("missing-field", 31, vec![9, 26, 26, 33, 48, 48])];
    assert_eq!(outline(&examined), expected);
    let cause = &examined.findings[0];
    let said = (cause.cause.as_ref(), cause.advice.as_str());
    let expected = (
        "The name of the field is misspelt: \"speakr\" (line 33).",
        "Write \"speaker\" for \"speakr\".",
    );
    assert_eq!(said, expected);

    let examined = check(&[("\"id\": \"ministry-a\"", "\"ids\": \"ministry-a\"")]);
    let causes = outline(&examined);
    assert_eq!(causes.len(), 1, "{causes:?}");
    assert_eq!((causes[0].0, causes[0].1), ("missing-field", 19));
}

#[test]
fn what_stands_in_the_file_is_named_as_the_cause() {
    for (edit, rule, cause, advice) in [
        (
            (
                "\"speaker\": \"ministry-a\"",
                "\"speaker\u{200b}\": \"ministry-a\"",
            ),
            "missing-field",
            "In the name of the field stands a zero-width space (U+200B), which nobody sees (line 33).",
            "Type the name anew: \"speaker\".",
        ),
        (
            (
                "\"speaker\": \"ministry-a\"",
                "\"sp\u{435}aker\": \"ministry-a\"",
            ),
            "missing-field",
            "In the name of the field stands “\u{435}” (U+0435), which looks like “e” (line 33).",
            "Type the name anew: \"speaker\".",
        ),
        (
            (
                "\"speaker\": \"ministry-a\"",
                "\"speaker\u{200b}\u{200b}\u{200b}\": \"ministry-a\"",
            ),
            "missing-field",
            "In the name of the field stands a zero-width space (U+200B), which nobody sees (line 33).",
            "Type the name anew: \"speaker\".",
        ),
        (
            (
                "\"speaker\": \"ministry-a\"",
                "\"s\u{440}\u{435}\u{430}k\u{435}r\": \"ministry-a\"",
            ),
            "missing-field",
            "In the name of the field stands “\u{440}” (U+0440), which looks like “p”, “\u{435}” (U+0435), which looks like “e”, and “\u{430}” (U+0430), which looks like “a” (line 33).",
            "Type the name anew: \"speaker\".",
        ),
        (
            ("\"speaker\": \"ministry-a\"", "\"speaker\": null"),
            "missing-field",
            "The field is there, but it is null, which says nothing.",
            "Write its value for null: this record needs \"speaker\".",
        ),
        (
            ("\"name\": \"Ministry A\"", "\"name\": 42"),
            "wrong-type",
            "The quotation marks round it are missing.",
            "Expected is a text in quotation marks.",
        ),
        (
            ("\"stance\": [\"accuse\"]", "\"stance\": [4, \"accuse\"]"),
            "wrong-type",
            "The quotation marks round it are missing.",
            "Expected is a text in quotation marks.",
        ),
    ] {
        let examined = check(&[edit]);
        let found = &examined.findings[0];
        let said = (found.rule, found.cause.as_ref(), found.advice.as_str());
        assert_eq!(said, (rule, cause, advice));
    }
    // A list or a number is no text.
    for edit in [
        ("\"aliases\": [\"Republic C\"]", "\"aliases\": 42"),
        (
            "\"quote\": \"We did not.\"",
            "\"part\": true, \"quote\": \"We did not.\"",
        ),
    ] {
        let examined = check(&[edit]);
        let found = examined.findings.iter();
        let mut found = found.filter(|finding| finding.rule == "wrong-type");
        let cause = &found.next().unwrap().cause;
        assert!(!cause.contains("quotation marks round it"), "{cause}");
    }
    // Two quotations in one field are no pair of marks too many.
    let two = check(&[(
        "\"quote\": \"Company B broke into our network\"",
        "\"quote\": \"“Company B” and “our network”\"",
    )]);
    let untidy = two
        .findings
        .iter()
        .find(|finding| finding.rule == "untidy-quote")
        .unwrap();
    assert!(
        untidy.advice.contains("two quotations are two parts"),
        "{}",
        untidy.advice
    );
}

/// A name in another script is a name of the newsroom's own, unless it is a field's in disguise.
#[test]
fn names_of_other_scripts_are_not_taken_for_misspelt_ones() {
    let said = |name: &str| {
        let edit = format!("\"name\": \"Ministry A\", \"{name}\": \"b\"");
        let examined = check(&[("\"name\": \"Ministry A\"", &edit)]);
        let found = examined.findings.iter();
        let mut found = found.filter(|finding| finding.rule == "unknown-field");
        let found = found.next().unwrap();
        (found.cause.clone().into_owned(), found.advice.clone())
    };
    let (usual, advice) = said("desk");
    for name in ["заметка", "имя", "σημείωση", "ملاحظة", "notе"] {
        let (cause, said) = said(name);
        assert_eq!(cause, usual, "{name}");
        assert!(!said.contains("anew"), "{name}: {said}");
    }
    assert!(advice.contains("begin the name with \"x-\""), "{advice}");
    for (name, cause, plain) in [
        (
            "ab\u{43e}ut",
            "In the name stands “\u{43e}” (U+043E), which looks like “o”.",
            "about",
        ),
        (
            "about\u{200b}\u{200b}\u{200b}",
            "In the name stands a zero-width space (U+200B), which nobody sees.",
            "about",
        ),
        (
            "\u{445}-desk\u{200b}",
            "In the name stands “\u{445}” (U+0445), which looks like “x”, and a zero-width space (U+200B), which nobody sees.",
            "x-desk",
        ),
    ] {
        let advice = format!("Did you mean \"{plain}\"? Type the name anew.");
        assert_eq!(said(name), (cause.to_owned(), advice));
    }
}

#[test]
fn a_list_that_is_not_read_is_the_cause_of_all_that_is_missed() {
    let slip = ("\"statements\": [", "\"statments\": [");
    let expected = [("unknown-field", 30, vec![9, 26, 26, 26])];
    assert_eq!(outline(&check(&[slip])), expected);
    // Errors follow from the warning, so the pull request is shown an error.
    let (_folder, mut command) = edited(slip.0, slip.1);
    let run = command.args(["--format", "github"]).assert().code(1);
    run.stdout(
        predicates::str::starts_with("::error file=hack.json,line=30,col=3,title=unknown-field")
            .and(contains("4 errors (0 causes, 4 effects), 1 warning")),
    );
    // So it is in a file that is refused.
    let examined = check(&[("\"actors\": [\n", "\"actrs\": [\n")]);
    let causes = outline(&examined);
    assert_eq!(causes.len(), 1, "{causes:?}");
    assert_eq!((causes[0].0, causes[0].1), ("unknown-field", 18));
}

#[test]
fn programs_are_given_every_finding_with_its_cause() {
    let (_folder, mut command) = edited(TYPO.0, TYPO.1);
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
        let (_folder, mut command) = edited(TYPO.0, TYPO.1);
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
fn findings_give_the_lines_of_the_records_they_name() {
    let cases: [(&str, &str, &str); 4] = [
        (
            "\"id\": \"company-b\"",
            "\"id\": \"ministry-a\"",
            "an earlier actor has the id \"ministry-a\" (line 19); ",
        ),
        (
            "\"speaker\": \"speaker-d\"",
            "\"speaker\": \"daily\"",
            "\"daily\" (line 15) is an id of sources, ",
        ),
        (
            "\"says\": \"In 2029.\"",
            "\"report\": \"by-nobody\", \"says\": \"In 2029.\"",
            "no statement has the id \"by-nobody\"; ",
        ),
        (
            "\"headline\": \"Ministry A blames Company B for the hack\"",
            "\"headline\": \"A\", \"excerpt_of\": \"daily\"",
            "\"daily\" (line 15) is, directly or through others, ",
        ),
    ];
    for (from, to, expected) in cases {
        let examined = check(&[(from, to)]);
        let mut messages = examined.findings.iter().map(|one| one.message.as_str());
        assert!(
            messages.any(|message| message.starts_with(expected)),
            "{:#?}",
            examined.findings
        );
    }
}

#[test]
fn findings_about_outlets_give_the_lines_of_their_sources() {
    let of_rows = [
        (
            "undeclared-conflict",
            "\"daily\" (line 15) and \"gazette\" (line 16) name different speakers, \"D. Speaker\" and \"State C\"; ",
        ),
        (
            "settled-on-one-outlet",
            "it is \"settled\", but rests on one outlet, that of the source \"daily\" (line 15): \"Example Daily\".",
        ),
        (
            "one-text",
            "several sources carry it, but they count as one: all print one text, that of the source \"daily\" (line 15): \"Example Daily\".",
        ),
        (
            "person-on-one-outlet",
            "all accusations rest on one outlet, that of the source \"daily\" (line 15): \"Example Daily\"; \"E. Bystander\" is a person.",
        ),
    ];
    let message = |rule: &str, text: &str| {
        let findings = check_text(text).findings.into_iter();
        let mut messages = findings.filter(|finding| finding.rule == rule);
        messages.next().unwrap().message
    };
    for (rule, expected) in of_rows {
        let (_, edits, _) = rows().find(|(id, ..)| *id == rule).unwrap();
        let message = message(rule, &changed(edits).replace('▶', ""));
        assert!(message.starts_with(expected), "{message}");
    }
    let wording = changed(&[(
        "\"quote\": \"broke into our network\"",
        "\"quote\": \"broke into your network\"",
    )]);
    let message = message("undeclared-conflict", &wording);
    let expected = "\"daily\" (line 15) and \"gazette\" (line 16) quote different words, ";
    assert!(message.starts_with(expected), "{message}");
}

#[test]
fn a_part_of_a_quotation_is_no_other_wording_in_scripts_without_spaces() {
    let differ = |whole: &str, part: &str| {
        let text = changed(&[
            ("Company B broke into our network", whole),
            (
                "\"quote\": \"broke into our network",
                &format!("\"quote\": \"{part}"),
            ),
        ]);
        let findings = check_text(&text).findings;
        findings
            .iter()
            .any(|finding| finding.rule == "undeclared-conflict")
    };
    assert!(!differ("该公司读取了我们的记录。", "读取了我们的记录"));
    assert!(!differ("บริษัทอ่านข้อมูลของเรา", "อ่านข้อมูล"));
    assert!(differ("The firm was unable to", "The firm was able to"));
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
            ",\n    {{ \"id\": \"f-and-a\", \"type\": \"{kind}\", \"from\": \"group-f\", \"to\": \"ministry-a\", \"status\": \"alleged\", \"asserted_by\": [\"a-acuses\"] }}\n  ],\n  \"statements\""
        )
    };
    for (kind, effect) in [("targets", true), ("summoned", false)] {
        let examined = check(&[(E, group), (RELATIONS, &claim(kind))]);
        let mut found = examined.findings.iter();
        let role = found.find(|one| one.rule == "role-without-claim").unwrap();
        assert_eq!(role.follows_from.is_some(), effect, "{kind}");
    }
}
