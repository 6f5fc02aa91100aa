//! Every rule the check knows, on a small file that breaks just this one: `base/incident.json`, which breaks none, with
//! an edit of `rows`.

use std::collections::BTreeSet;
use std::fs;

use actor_map::check::rules::{Group, all, card};
use actor_map::check::{Examined, Finding, examine, spans};
use actor_map::incident::quotes::{SourceTexts, verify};
use actor_map::incident::{Severity, parse_json, read};

use crate::at;
use crate::edits::Edit::{self, Append, Replace};
use crate::edits::{E, changed};
use crate::rows::{Row, rows};
use crate::ways::{SOUND, Sound, WAYS, Way};

/// The base file, as it is or with an edit, and the line and column of the sign in it.
fn edited(edits: &[Edit<'_>]) -> (String, Option<(usize, usize)>) {
    let text = changed(edits);
    let position = text.find('▶').map(|offset| {
        let before = &text[..offset];
        let line = before.rsplit('\n').next().unwrap();
        (before.matches('\n').count() + 1, line.chars().count() + 1)
    });
    (text.replace('▶', ""), position)
}

/// The saved texts of the base file's sources; empty ones for those that an edit adds.
fn texts(ids: impl Iterator<Item = String>) -> SourceTexts {
    ids.filter(|id| id != "unsaved")
        .map(|id| {
            // A mirror prints what the daily prints.
            let name = if id == "mirror-of-daily" {
                "daily"
            } else {
                &id
            };
            let file = at("base/saved").join(name).with_extension("txt");
            let text = fs::read_to_string(file).unwrap_or_default();
            (id, text)
        })
        .collect()
}

/// Checks a text the way the command does.
pub fn check(text: &str) -> Examined {
    let node = parse_json(text).unwrap();
    let reading = read(&node).unwrap();
    let ids = reading
        .incident
        .sources
        .iter()
        .map(|source| source.id.clone());
    let quotes = verify(&reading.incident, &texts(ids));
    let mut examined = examine(&node, &reading, Some(&quotes));
    spans::locate(text, &mut examined);
    examined
}

fn ids(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.rule).collect()
}

#[test]
fn the_base_file_breaks_no_rule() {
    let examined = check(&edited(&[]).0);
    assert_eq!(examined.findings, []);
    assert_eq!((examined.errors, examined.warnings), (0, 0));
}

#[test]
fn every_rule_has_a_file_that_breaks_just_it_and_is_pointed_at() {
    for Row { rule, edits, also } in rows() {
        let (text, expected) = edited(edits);
        let examined = check(&text);
        let mut found = ids(&examined.findings);
        found.sort_unstable();
        let mut wanted: Vec<&str> = also.iter().copied().chain([*rule]).collect();
        wanted.sort_unstable();
        assert_eq!(found, wanted, "{rule}: {:#?}", examined.findings);
        let finding = examined
            .findings
            .iter()
            .find(|one| one.rule == *rule)
            .unwrap();
        let position = finding.position.unwrap();
        assert_eq!(
            Some((position.line, position.column)),
            expected,
            "{finding:#?}"
        );
        let errors = examined
            .findings
            .iter()
            .filter(|one| one.severity == Severity::Error);
        assert_eq!(errors.count(), examined.errors, "{rule}");
        for text in [finding.message.as_str(), &finding.cause, &finding.advice] {
            assert!(!text.is_empty(), "{finding:#?}");
        }
    }
    let rows: BTreeSet<&str> = rows().map(|row| row.rule).collect();
    let rules: BTreeSet<&str> = all().map(|card| card.id).collect();
    assert_eq!(rows, rules);
}

#[test]
fn what_can_be_waived_is_waived_with_its_reason_and_nothing_else_is() {
    for Row { rule, edits, also } in rows() {
        let (text, _) = edited(edits);
        let examined = check(&text);
        let finding = examined
            .findings
            .iter()
            .find(|one| one.rule == *rule)
            .unwrap();
        if finding.record.is_empty() || card(rule).unwrap().group == Group::Waivers {
            continue;
        }
        let waiver = format!(
            r#"{{ "rule": "{rule}", "record": "{}", "reason": "The desk knows." }}"#,
            finding.record
        );
        let mut edits = edits.to_vec();
        edits.push(Append("waivers", &waiver));
        let waived = check(&edited(&edits).0);
        let reasons: Vec<&str> = waived
            .waived
            .iter()
            .map(|one| one.reason.as_str())
            .collect();
        if card(rule).unwrap().waivable {
            assert_eq!(reasons, ["The desk knows."], "{rule}");
            assert_eq!(ids(&waived.findings), *also, "{rule}");
            assert_eq!(waived.errors + waived.warnings, also.len(), "{rule}");
            assert!(waived.waived[0].finding.position.is_some());
        } else {
            assert_eq!(reasons, [] as [&str; 0], "{rule}");
            assert!(ids(&waived.findings).contains(rule), "{rule}");
            // A waiver for a record that is left out is told of as such.
            let told = ["forbidden-waiver", "hangs-on", "dangling-id"];
            let mut told = told.iter().filter(|told| *told != rule);
            let told = told.any(|told| ids(&waived.findings).contains(told));
            assert!(told, "{rule}: {:#?}", waived.findings);
        }
    }
}

#[test]
fn a_waiver_of_a_misspelt_rule_or_record_is_told_of() {
    let waiver = |rule: &str, record: &str| {
        let waiver =
            format!(r#"{{ "rule": "{rule}", "record": "{record}", "reason": "It is so." }}"#);
        check(&edited(&[Append("waivers", &waiver)]).0).findings
    };
    let found = waiver("one-txt", "b-hit-a");
    assert_eq!(ids(&found), ["unused-waiver"]);
    assert_eq!(
        found[0].message,
        "there is no rule \"one-txt\". Did you mean \"one-text\"?"
    );
    let found = waiver("one-text", "b-hits-a");
    assert_eq!(ids(&found), ["dangling-id"]);
    assert!(
        found[0].advice.contains("Did you mean \"b-hit-a\"?"),
        "{found:?}"
    );
    // The incident's own id stands for the file as a whole.
    assert_eq!(ids(&waiver("one-text", "ministry-hack")), ["unused-waiver"]);
}

#[test]
fn what_only_looks_like_a_breach_is_none() {
    for Sound { rule, edits } in SOUND {
        let examined = check(&edited(edits).0);
        let found = ids(&examined.findings);
        assert!(!found.contains(rule), "{:#?}", examined.findings);
    }
}

#[test]
fn a_part_of_a_quotation_is_no_other_wording_in_scripts_without_spaces() {
    let differ = |whole: &str, part: &str| {
        let text = changed(&[
            Replace("Company B broke into our network", whole),
            Replace(
                "\"quote\": \"broke into our network",
                &format!("\"quote\": \"{part}"),
            ),
        ]);
        let findings = check(&text).findings;
        findings
            .iter()
            .any(|finding| finding.rule == "undeclared-conflict")
    };
    assert!(!differ("该公司读取了我们的记录。", "读取了我们的记录"));
    assert!(!differ("บริษัทอ่านข้อมูลของเรา", "อ่านข้อมูล"));
    assert!(differ("The firm was unable to", "The firm was able to"));
}

#[test]
fn a_rule_has_more_than_one_way_to_be_broken() {
    for way in WAYS {
        let Way {
            rule,
            edits,
            message,
        } = way;
        let examined = check(&edited(edits).0);
        let found = examined
            .findings
            .iter()
            .find(|one| one.rule == *rule && one.message.contains(message));
        assert!(found.is_some(), "{message}: {:#?}", examined.findings);
    }
}

#[test]
fn a_role_alone_accuses_a_person() {
    let (text, _) = edited(&[Replace(
        E,
        r#"{ "id": "bystander-e", "name": "E. Bystander", "kind": "person", "roles": ["initiator"] }"#,
    )]);
    let found = check(&text);
    let mut found = ids(&found.findings);
    found.sort_unstable();
    let expected = [
        "accused-without-answer",
        "person-on-one-outlet",
        "person-without-sign-off",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_claim_withdrawn_accuses_nobody_and_a_final_judgement_can_be_waived() {
    let found = |status: &str| {
        let relation = format!(
            r#"{{ "id": "e-hit-a", "type": "targets", "from": "bystander-e", "to": "ministry-a", "status": "{status}", "sources": ["daily"] }}"#
        );
        check(&edited(&[Append("relations", &relation)]).0).findings
    };
    assert_eq!(found("withdrawn"), []);
    let found = found("settled");
    let mut found = ids(&found);
    found.sort_unstable();
    let expected = [
        "accused-without-answer",
        "person-on-one-outlet",
        "person-without-alleged",
        "person-without-sign-off",
        "settled-on-one-outlet",
    ];
    assert_eq!(found, expected);
}

#[test]
fn findings_point_at_the_file_though_records_before_them_are_left_out() {
    let (text, _) = edited(&[
        Replace(
            E,
            "\"no actor\", { \"id\": \"bystander-e\", \"name\": \"E. Bystander\", \"kind\": \"person\" }, { \"id\": \"group-f\", \"name\": \"ART31\", \"kind\": \"intrusion-set\" }",
        ),
        Replace(
            "\"reports\": [\n        { \"source\": \"daily\", \"directness\": \"direct\", \"quote\": \"We did not.\" }",
            "\"reports\": [\n        { \"source\": \"nowhere\", \"directness\": \"direct\", \"quote\": \"We did not.\" },\n        { \"source\": \"daily\", \"directness\": \"direct\", \"quote\": \"We never did.\" }",
        ),
    ]);
    let examined = check(&text);
    let found: Vec<(&str, &str)> = examined
        .findings
        .iter()
        .map(|one| (one.rule, one.path.as_str()))
        .collect();
    let expected = [
        ("wrong-type", "actors[4]"),
        ("unknown-alias", "actors[6]"),
        ("dangling-id", "statements[1].reports[0]"),
        ("quote-not-found", "statements[1].reports[1]"),
    ];
    assert_eq!(found, expected);
    assert!(
        examined
            .findings
            .windows(2)
            .all(|pair| pair[0].position <= pair[1].position)
    );
}
