//! What is told where something is wrong: where it stands, and each slip once.

use actor_map::exchange::sheets::{self, Head};

use super::{ACTORS, SOURCES, STATEMENTS, error, read, three};
use crate::sheets as texts;

#[test]
fn errors_name_sheet_row_and_column() {
    let base = |statements: &'static str| {
        [
            ("actors.csv", ACTORS),
            ("sources.csv", SOURCES),
            ("statements.csv", statements),
        ]
    };
    for (statements, expected) in [
        (
            "id,speaker,stance,source,directness,quote\n\nx,ministry-b,accuse,daily,direct,No\n",
            "error[dangling-id] statements.csv, row 3, column \"speaker\" (B): no actor has the id \"ministry-b\"",
        ),
        (
            "id,speaker,stance,source,directness,quote\nx,ministry-a,accuse,dayly,direct,No\nx,,,daily,direct,Yes\n",
            "error[dangling-id] statements.csv, row 2, column \"source\" (D): no source has the id \"dayly\"",
        ),
        (
            "id,speaker,stance,source,directness,quote\nx,ministry-a,acuse,daily,direct,No\n",
            "error[unknown-term] statements.csv, row 2, column \"stance\" (C): there is no stance \"acuse\"",
        ),
        (
            "id,Date,speaker,stance,source,directness,quote\nx,3/4/2030,ministry-a,accuse,daily,direct,No\n",
            "error[ambiguous-date] statements.csv, row 2, column \"Date\" (B): “3/4/2030” can be 3 April 2030 or 4 March 2030. Write 2030-04-03 or 2030-03-04.",
        ),
        (
            "id,date,speaker,stance,source,directness,quote\nx,28 Mai,ministry-a,accuse,daily,direct,No\n",
            "error[impossible-date] statements.csv, row 2, column \"date\" (B): \"28 Mai\" is not a date",
        ),
        (
            "id,speaker,stance,asserts,source,directness,quote\nx,ministry-a,accuse,group-b targets,daily,direct,No\n",
            "error[malformed-claim] statements.csv, row 2, column \"asserts\" (D): “group-b targets” is neither",
        ),
        (
            "id,speaker,stance,asserts,source,directness,quote\nx,ministry-a,accuse,b-hit-a,daily,direct,No\n",
            "error[dangling-id] statements.csv, row 2, column \"asserts\" (D): no relation has the id \"b-hit-a\".",
        ),
        (
            "id,speaker,stance,source,directness,quote,x-a:json\nx,ministry-a,accuse,daily,direct,No,{\n",
            "error[wrong-json] statements.csv, row 2, column \"x-a:json\" (G): The column holds JSON",
        ),
        (
            "id,speaker,stance,source,directness,quote\nx,ministry-a,accuse,,,\n",
            "error[unsourced-statement] statements.csv, row 2, \"reports\"",
        ),
    ] {
        let findings = read(&base(statements)).unwrap_err();
        let told: Vec<String> = findings.iter().map(ToString::to_string).collect();
        assert!(
            told.iter().any(|finding| finding.starts_with(expected)),
            "{expected}\n{told:#?}"
        );
    }
    let unsourced = ACTORS.replace("ministry-a: daily", "ministry-a");
    let findings = read(&[
        ("actors.csv", &unsourced),
        ("sources.csv", SOURCES),
        ("statements.csv", STATEMENTS),
    ])
    .unwrap_err();
    assert!(findings[0].to_string().starts_with("error[unsourced-tie] actors.csv, row 4, column \"speaks_for\" (F): no source gives this tie"), "{}", findings[0]);
}

#[test]
fn sheets_that_are_missing_double_or_strange_are_told() {
    assert!(error(&[]).starts_with("error[no-sheet]: There is no sheet to read."));
    assert!(error(&[("notes.csv", "a,b\n")]).starts_with("error[no-sheet]"));
    assert!(
        error(&[("actors.csv", ACTORS), ("Copy - actors.csv", ACTORS)])
            .starts_with("error[duplicate-sheet] Copy - actors.csv: actors.csv is the sheet")
    );
    let two = "id,title,language\na,A,en\nb,B,en\n";
    assert!(
        error(&[
            ("incident.csv", two),
            ("actors.csv", "id,name,kind\na,A,state\n")
        ])
        .starts_with("error[second-incident] incident.csv, row 3")
    );
    let without_head = sheets::read(
        &texts(&[("actors.csv", "id,name,kind\na,A,state\n")]),
        &Head::default(),
    )
    .unwrap_err();
    let told: Vec<String> = without_head.iter().map(ToString::to_string).collect();
    assert!(
        told.iter().any(|line| line.contains("\"title\"")),
        "{told:?}"
    );
    let warned = read(&[
        ("actors.csv", "id,name,kind,(desk),nam\na,A,state,ours,x\n"),
        ("notes.csv", "x"),
    ])
    .unwrap();
    let codes: Vec<&str> = warned
        .warnings
        .iter()
        .map(|warning| warning.code.as_str())
        .collect();
    assert_eq!(codes, ["unknown-sheet", "unknown-field"]);
    assert_eq!(
        warned.warnings[1].place,
        "actors.csv, row 2, column \"nam\" (E)"
    );
    let told = &warned.warnings[1].message;
    assert!(
        told.ends_with("it is kept in the file, but not shown."),
        "{told}"
    );
}

/// A sheet that is not there is named before what refers to it, once, with what comes of it.
#[test]
fn a_sheet_without_anything_is_told_first() {
    let (sources, statements) = (("sources.csv", SOURCES), ("statements.csv", STATEMENTS));
    let header = "id,kind,name\n";
    for (actors, told) in [
        (
            None,
            "error[missing-sheet]: There is no sheet \"actors\" with anything in it",
        ),
        (
            Some(("actors.csv", "")),
            "error[missing-sheet]: There is no sheet \"actors\" with anything in it",
        ),
        (
            Some(("people.csv", ACTORS)),
            "error[missing-sheet]: There is no sheet \"actors\" with anything in it",
        ),
        (
            Some(("actors.csv", header)),
            "error[missing-sheet] actors.csv: The sheet has no row under its header",
        ),
    ] {
        let sheets: Vec<_> = actors.into_iter().chain([sources, statements]).collect();
        let error = error(&sheets);
        assert!(error.starts_with(told), "{error}");
        assert!(
            error.contains("findings come of it: statements.csv, rows 2, 3.)"),
            "{error}"
        );
    }
    let told = error(&[("actors.csv", ACTORS), statements]);
    assert!(told.contains("There is no sheet \"sources\""), "{told}");
    let unread = read(&[("actors.csv", ""), sources, statements]).unwrap_err();
    let told = unread[0].to_string();
    assert_eq!(
        told.trim(),
        "warning[empty-sheet] actors.csv: Nothing stands in this sheet."
    );
    // As browsers name what is downloaded again.
    for again in ["actors (1).csv", "Flood - actors (2).csv", "actors(1).csv"] {
        assert!(
            read(&[(again, ACTORS), sources, statements]).is_ok(),
            "{again}"
        );
        let both = error(&[(again, ACTORS), ("actors.csv", ACTORS), sources, statements]);
        assert!(both.contains("the highest number is the newest"), "{both}");
    }
    // What else stands in brackets is part of the name.
    for other in ["actors (2029).csv", "actors (+1).csv", "actors ().csv"] {
        let all = [(other, ACTORS), ("actors.csv", ACTORS), sources, statements];
        let warnings = read(&all).unwrap().warnings;
        assert!(
            warnings.iter().any(|told| told.code == "unknown-sheet"),
            "{other}: {warnings:?}"
        );
    }
}

/// Sheets with one slip each, and what is told of it: the cause once, with what follows from it.
#[test]
fn one_slip_is_told_once_and_by_its_cause() {
    let base = |actors: &str, sources: &str, statements: &str| {
        let findings = read(&[
            ("actors.csv", actors),
            ("sources.csv", sources),
            ("statements.csv", statements),
        ]);
        let findings = findings.unwrap_err();
        let errors = findings.iter().filter(|finding| finding.is_error());
        let errors: Vec<String> = errors.map(ToString::to_string).collect();
        let [error] = errors.as_slice() else {
            panic!("{errors:#?}");
        };
        error.clone()
    };
    let of_statements = |from: &str, to: &str| {
        assert!(STATEMENTS.contains(from));
        base(ACTORS, SOURCES, &STATEMENTS.replace(from, to))
    };
    let cases = [
        // A header that is gone, misspelt, or in the newsroom's own words.
        (
            of_statements(",quote,", ",,"),
            "error[nameless-column] statements.csv, row 2, column I (number 9): ““Group B did it”” stands in a column without a name: its cell in row 1 is empty.",
        ),
        (
            base(ACTORS, &SOURCES.replace(",url,", ",,"), STATEMENTS),
            "error[nameless-column] sources.csv, row 2, column B (number 2): “https://daily.example/1” stands",
        ),
        (
            base(&ACTORS.replace("kind", "Art"), SOURCES, STATEMENTS),
            "error[missing-column] actors.csv, row 1: The sheet has no column \"kind\", which its rows need. Columns it has of no known name: \"Art\" (B). If that is the one, write \"kind\" above it. (",
        ),
        (
            of_statements("speaker", "who"),
            "error[missing-column] statements.csv, row 1: The sheet has no column \"speaker\", which its rows need. Columns it has of no known name: \"who\" (C).",
        ),
        (
            of_statements(",quote,", ",quotte,"),
            "error[missing-column] statements.csv, row 1: The sheet has no column \"quote\", which its rows need. Columns it has of no known name: \"quotte\" (I).",
        ),
        (
            base(
                ACTORS,
                SOURCES,
                &format!(
                    "{}b-denies,,,,,,,direct,Never.,,,daily\n,,,,,,,direct,Never ever.,,,daily\n",
                    STATEMENTS.replace(",quote,", ",quotte,")
                ),
            ),
            "error[unknown-column] statements.csv, row 1, column \"quotte\" (I): No column of the sheet \"statements\" has this name, and its cells differ between rows of one statement. Did you mean \"quote\"?",
        ),
        // A reference to nothing takes a statement and a claim along.
        (
            of_statements("it”,said: ,,daily", "it”,said: ,,dayli"),
            "error[dangling-id] statements.csv, row 2, column \"source\" (L): no source has the id \"dayli\"; the report is left out. Did you mean \"daily\"? Correct the id, or add the record it stands for. (",
        ),
        (
            base(
                &ACTORS.replace("group-b,", "grüppe-b,"),
                SOURCES,
                &STATEMENTS.replace("group-b", "grueppe-b"),
            ),
            "error[malformed-id] actors.csv, row 3, column \"id\" (A): \"grüppe-b\" is not an id: ids are small letters a to z, digits and single hyphens; the actor is left out. Write \"grueppe-b\" or \"gruppe-b\", and the same wherever it is referred to. (",
        ),
        // What is wrong with one cell.
        (
            of_statements("2030-05-02,group-b", "31.4.2030,group-b"),
            "error[impossible-date] statements.csv, row 3, column \"date\" (B): “31.4.2030” is no day of the calendar: April 2030 has 30 days.",
        ),
        (
            of_statements("No.", &"No. ".repeat(1500)),
            "error[limit] statements.csv, row 3, column \"quote\" (I): The cell has 6000 characters; at most 5000 are read.",
        ),
        (
            of_statements("“Group B did it”", "\"Group B\" did it"),
            "error[single-quotation-mark] statements.csv, row 2, column I: The cell begins with a straight quotation mark that is closed before its end; “did it” stands behind it, and the marks would be lost.",
        ),
    ];
    for (error, expected) in cases {
        assert!(error.starts_with(expected), "{error}\n{expected}");
    }
    // Doubled marks, and spaces behind a cell, are as they should be.
    let doubled = STATEMENTS.replace("“Group B did it”", "\"\"\"Group B\"\" did it\" ");
    let quote = &three(&doubled).unwrap().incident.statements[0].reports[0].quote;
    assert!(quote.as_deref().unwrap().starts_with("\"Group B\" did it"));
}

/// A text that refuses the whole file stands in some cell.
#[test]
fn a_text_that_is_too_long_for_its_field_is_told_where_it_stands() {
    let long = format!("daily-{}", "x".repeat(200));
    let told = error(&[
        ("actors.csv", ACTORS),
        (
            "sources.csv",
            &SOURCES.replace("daily,", &format!("{long},")),
        ),
    ]);
    assert!(
        told.starts_with(
            "error[limit] sources.csv, row 2, column \"id\" (A): The field \"id\" of the source"
        ),
        "{told}"
    );
}

#[test]
fn rows_without_an_id_and_workbooks_are_told_of() {
    let failed = three(&STATEMENTS.replace("No.", "#NAME?"))
        .unwrap()
        .warnings;
    assert!(failed[0].to_string().starts_with("warning[formula-error] statements.csv, row 3, column \"quote\" (I): “#NAME?” is what a spreadsheet shows in place of a formula"), "{failed:?}");
    let sorted = format!("{STATEMENTS},,,,,,,mixed,never,,,daily\n");
    let warnings = three(&sorted).unwrap().warnings;
    let told: Vec<String> = warnings.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("warning[row-without-id] statements.csv: Rows without an id are read as further reports of the statement above them: row 4 to “b-denies”."), "{}", told[0]);

    let all = [
        ("actors.csv", ACTORS),
        ("sources.csv", SOURCES),
        ("statements.csv", STATEMENTS),
    ];
    let with = |file: &'static str| {
        let mut all = all.to_vec();
        all.push((file, ""));
        all
    };
    assert!(error(&with("events.xlsx")).starts_with("error[workbook] events.xlsx: This is a workbook of a spreadsheet program, and is not read; the sheet \"events\" would be missing."));
    for file in ["Hack.xlsx", "actors.ods"] {
        let warnings = read(&with(file)).unwrap().warnings;
        assert_eq!(warnings.len(), 1);
        assert_eq!(
            (warnings[0].code.as_str(), warnings[0].place.as_str()),
            ("workbook", file)
        );
    }
}
