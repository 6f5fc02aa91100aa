//! What is said of a single finding beyond its rule's card: what in the file is behind it, and at which lines the records
//! stand that it names.

use super::{RENAMED, check, check_text, outline};
use crate::edits::Edit::Replace;
use crate::edits::changed;
use crate::rows::rows;

#[test]
fn a_record_that_somebody_refers_to_was_not_renamed() {
    // The event refers to the near id, so that it is no record that lost its name.
    let examined = check(&[
        RENAMED,
        Replace(
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
fn a_misspelt_name_of_a_field_is_one_cause() {
    let examined = check(&[Replace(
        "\"speaker\": \"ministry-a\"",
        "\"speakr\": \"ministry-a\"",
    )]);
    let expected = [("missing-field", 31, vec![9, 26, 26, 33, 48, 48])];
    assert_eq!(outline(&examined), expected);
    let cause = &examined.findings[0];
    let said = (cause.cause.as_ref(), cause.advice.as_str());
    let expected = (
        "The name of the field is misspelt: \"speakr\" (line 33).",
        "Write \"speaker\" for \"speakr\".",
    );
    assert_eq!(said, expected);

    let examined = check(&[Replace("\"id\": \"ministry-a\"", "\"ids\": \"ministry-a\"")]);
    let causes = outline(&examined);
    assert_eq!(causes.len(), 1, "{causes:?}");
    assert_eq!((causes[0].0, causes[0].1), ("missing-field", 19));
}

#[test]
fn what_stands_in_the_file_is_named_as_the_cause() {
    for (edit, rule, cause, advice) in [
        (
            Replace(
                "\"speaker\": \"ministry-a\"",
                "\"speaker\u{200b}\": \"ministry-a\"",
            ),
            "missing-field",
            "In the name of the field stands a zero-width space (U+200B), which nobody sees (line 33).",
            "Type the name anew: \"speaker\".",
        ),
        (
            Replace(
                "\"speaker\": \"ministry-a\"",
                "\"sp\u{435}aker\": \"ministry-a\"",
            ),
            "missing-field",
            "In the name of the field stands “\u{435}” (U+0435), which looks like “e” (line 33).",
            "Type the name anew: \"speaker\".",
        ),
        (
            Replace(
                "\"speaker\": \"ministry-a\"",
                "\"speaker\u{200b}\u{200b}\u{200b}\": \"ministry-a\"",
            ),
            "missing-field",
            "In the name of the field stands a zero-width space (U+200B), which nobody sees (line 33).",
            "Type the name anew: \"speaker\".",
        ),
        (
            Replace(
                "\"speaker\": \"ministry-a\"",
                "\"s\u{440}\u{435}\u{430}k\u{435}r\": \"ministry-a\"",
            ),
            "missing-field",
            "In the name of the field stands “\u{440}” (U+0440), which looks like “p”, “\u{435}” (U+0435), which looks like “e”, and “\u{430}” (U+0430), which looks like “a” (line 33).",
            "Type the name anew: \"speaker\".",
        ),
        (
            Replace("\"speaker\": \"ministry-a\"", "\"speaker\": null"),
            "missing-field",
            "The field is there, but it is null, which says nothing.",
            "Write its value for null: this record needs \"speaker\".",
        ),
        (
            Replace("\"name\": \"Ministry A\"", "\"name\": 42"),
            "wrong-type",
            "The quotation marks round it are missing.",
            "Expected is a text in quotation marks.",
        ),
        (
            Replace("\"stance\": [\"accuse\"]", "\"stance\": [4, \"accuse\"]"),
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
        Replace("\"aliases\": [\"Republic C\"]", "\"aliases\": 42"),
        Replace(
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
    let two = check(&[Replace(
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
        let examined = check(&[Replace("\"name\": \"Ministry A\"", &edit)]);
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
        let examined = check(&[Replace(from, to)]);
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
        let row = rows().find(|row| row.rule == rule).unwrap();
        let message = message(rule, &changed(row.edits).replace('▶', ""));
        assert!(message.starts_with(expected), "{message}");
    }
    let wording = changed(&[Replace(
        "\"quote\": \"broke into our network\"",
        "\"quote\": \"broke into your network\"",
    )]);
    let message = message("undeclared-conflict", &wording);
    let expected = "\"daily\" (line 15) and \"gazette\" (line 16) quote different words, ";
    assert!(message.starts_with(expected), "{message}");
}

/// An id in other letters than a to z is one slip, wherever it was made, and nothing that advice tells anybody to write.
#[test]
fn a_malformed_id_is_one_cause_and_nobodys_advice() {
    let (own, all) = ("\"id\": \"ministry-a\"", "\"ministry-a\"");
    let check = |edits: &[(&str, &str)]| {
        let text = edits
            .iter()
            .fold(changed(&[]), |text, (from, to)| text.replace(from, to));
        check_text(&text)
    };
    let told = |edits: &[(&str, &str)]| {
        let examined = check(edits);
        for finding in &examined.findings {
            for part in finding.advice.split('"').skip(1).step_by(2) {
                assert!(part.is_ascii(), "{finding:#?}");
            }
        }
        let causes = outline(&examined).len();
        let first = &examined.findings[0];
        let advice = first.advice.clone();
        (first.rule, causes, first.cause.clone().into_owned(), advice)
    };
    let letters = "It has letters other than a to z: a name was put where an id is expected, or the id was spelt like one.";
    let write = |ids: &str| format!("Write {ids}, and the same wherever it is referred to.");
    for (edits, ids) in [
        // In its own record alone, and everywhere.
        (
            &[
                (own, "\"id\": \"hlavní-město-f\""),
                (all, "\"hlavni-mesto-f\""),
            ] as &[(&str, &str)],
            "\"hlavni-mesto-f\"",
        ),
        (&[(all, "\"vláda-g\"")], "\"vlada-g\""),
        // An umlaut can be spelt out, and is where the rest of the file does so.
        (&[(all, "\"müller\"")], "\"mueller\" or \"muller\""),
        (
            &[(own, "\"id\": \"müller\""), (all, "\"mueller\"")],
            "\"mueller\"",
        ),
    ] {
        let expected = ("malformed-id", 1, letters.to_owned(), write(ids));
        assert_eq!(told(edits), expected, "{edits:?}");
    }
    // Where another record has that id already, nobody can tell.
    let (.., advice) = told(&[("\"id\": \"state-c\"", "\"id\": \"ministry-á\"")]);
    assert_eq!(
        advice,
        "Write small letters a to z, digits and single hyphens."
    );
    // The references alone.
    let edits = [
        (all, "\"úřad-d\""),
        ("\"id\": \"úřad-d\"", "\"id\": \"urad-d\""),
    ];
    let (rule, causes, cause, advice) = told(&edits);
    assert_eq!((rule, causes), ("dangling-id", 1));
    assert_eq!(
        cause,
        "No id has letters other than a to z; the actor \"urad-d\" at line 19 is referred to by nobody."
    );
    assert!(
        advice.starts_with("If that is meant, write \"urad-d\" in all 4 places."),
        "{advice}"
    );
    // And misspelt besides.
    let edits = [
        (own, "\"id\": \"hlavní-město-f\""),
        (all, "\"hlavn-mesto-f\""),
    ];
    let examined = check(&edits);
    let mut dangling = examined.findings.iter();
    let dangling = dangling.find(|one| one.rule == "dangling-id").unwrap();
    assert!(
        dangling
            .advice
            .starts_with("Did you mean \"hlavni-mesto-f\""),
        "{dangling:#?}"
    );
}
