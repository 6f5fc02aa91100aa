//! Sheets as people and their programs leave them, and what is told where something is wrong.

use actor_map::exchange::sheets::{self, Head};
use actor_map::exchange::{Finding, Imported};
use actor_map::incident::{Status, Term};

use crate::sheets as texts;

const ACTORS: &str = "id,kind,name,role,aka,speaks_for\n\
    ministry-a,Public body,Ministry A,victim|attributor,MA | The Ministry,\n\
    group-b,intrusion_set,Group B,initiator,,\n\
    speaker-d,PERSON,D,,,ministry-a: daily\n";
const SOURCES: &str = "id,url,publisher,via,published,lang\n\
    daily,https://daily.example/1,Example Daily,Example Wire,3 May 2030,en\n";
const STATEMENTS: &str = "id,date,speaker,stance,to,asserts,disputes,directness,quote,prefix,suffix,source\n\
    a-accuses,2030-05-02,ministry-a,accuse,group-b,group-b targets ministry-a,,quoted,“Group B did it”,said: ,,daily\n\
    b-denies,2030-05-02,group-b,Denies,ministry-a,,group-b targets ministry-a,direct,No.,,,daily\n";

fn head() -> Head {
    Head {
        id: None,
        title: Some("The hack of Ministry A".to_owned()),
        language: Some("en".to_owned()),
    }
}

fn read(all: &[(&str, &str)]) -> Result<Imported, Vec<Finding>> {
    sheets::read(&texts(all), &head())
}

fn three(statements: &str) -> Result<Imported, Vec<Finding>> {
    read(&[
        ("actors.csv", ACTORS),
        ("sources.csv", SOURCES),
        ("statements.csv", statements),
    ])
}

/// The one error of these sheets, as it is told.
fn error(all: &[(&str, &str)]) -> String {
    let findings = read(all).unwrap_err();
    let errors: Vec<String> = findings
        .iter()
        .filter(|finding| finding.is_error())
        .map(ToString::to_string)
        .collect();
    assert_eq!(errors.len(), 1, "{errors:#?}");
    errors[0].clone()
}

#[test]
fn three_sheets_are_an_incident() {
    let imported = three(STATEMENTS).unwrap();
    let incident = imported.incident;
    assert_eq!(incident.incident.id, "the-hack-of-ministry-a");
    assert_eq!(incident.actors[0].aliases, ["MA", "The Ministry"]);
    assert_eq!(incident.sources[0].agency.as_deref(), Some("Example Wire"));
    assert_eq!(
        incident.sources[0].published.unwrap().to_string(),
        "2030-05-03"
    );
    let report = &incident.statements[0].reports[0];
    assert_eq!(report.quote.as_deref(), Some("Group B did it"));
    assert_eq!(report.prefix.as_deref(), Some("said: "));
    let [office, claim] = incident.relations.as_slice() else {
        panic!("{:?}", incident.relations)
    };
    assert_eq!(claim.id, "group-b-targets-ministry-a");
    assert_eq!(claim.status, Some(Status::Disputed));
    assert_eq!(
        (claim.asserted_by.as_slice(), claim.disputed_by.as_slice()),
        (&["a-accuses".to_owned()][..], &["b-denies".to_owned()][..])
    );
    assert_eq!(
        (office.relation.id(), office.sources.as_slice()),
        ("speaks-for", &["daily".to_owned()][..])
    );
    assert_eq!(
        imported.notes,
        ["column \"quote\": the quotation marks around the quotation are left off (1 cell)."]
    );
}

#[test]
fn exports_of_excel_google_sheets_and_mail_programs_read_the_same() {
    let plain = three(STATEMENTS).unwrap().incident;
    let semicolons =
        |text: &str| format!("\u{feff}{}", text.replace(',', ";").replace('\n', "\r\n"));
    let tabs = |text: &str| {
        format!(
            "\r\n\r\n{}\t\t\r\n",
            text.replace(',', "\t").replace('\n', "\r\n\t\t\r\n")
        )
    };
    let capitals = |text: &str| {
        let (header, rows) = text.split_once('\n').unwrap();
        format!("{}\n{rows}", header.to_uppercase().replace('_', " "))
    };
    let curly = |text: &str| {
        text.replacen("id,", "“id”,", 1)
            .replace(",ministry-a,", ",“ministry-a”,")
    };
    let forms: [&dyn Fn(&str) -> String; 4] = [&semicolons, &tabs, &capitals, &curly];
    for form in forms {
        let (actors, sources, statements) = (form(ACTORS), form(SOURCES), form(STATEMENTS));
        let files = [
            ("Hack - Actors.csv", actors.as_str()),
            ("SOURCES.TSV", &sources),
            ("statement.csv", &statements),
        ];
        assert_eq!(read(&files).unwrap().incident, plain);
    }
}

#[test]
fn further_reports_stand_in_further_rows() {
    let with = |rows: &str| {
        three(&format!("{STATEMENTS}{rows}")).map(|imported| imported.incident.statements)
    };
    let repeated = with("b-denies,,,,,,,mixed,never,,,daily\n").unwrap();
    assert_eq!(repeated[1].reports.len(), 2);
    // The id may be left out too, as in merged cells.
    assert_eq!(with(",,,,,,,mixed,never,,,daily\n").unwrap(), repeated);
    assert_eq!(
        with("b-denies,2030-05-02,group-b,deny,ministry-a,,,mixed,never,,,daily\n").unwrap(),
        repeated
    );
    let findings = with("b-denies,2030-05-03,,,,,,mixed,never,,,daily\n").unwrap_err();
    assert_eq!(
        findings[0].to_string(),
        "error[differing-cells] statements.csv, row 4, column \"date\" (B): An earlier row of the statement “b-denies” says “2030-05-02” here, this one says “2030-05-03”. Rows with the same id are one record. Write it once and leave the cell empty below, or give the row an id of its own."
    );
}

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

/// What spreadsheets make of dates, and what people type in other languages: read with a note, or refused for what it is.
#[test]
fn dates_are_read_with_a_note_or_refused_with_the_cause() {
    let with = |date: &str| three(&STATEMENTS.replace("2030-05-02", date));
    for (date, read, note) in [
        ("2. 5. 2030 0:00", "2030-05-02", None),
        ("2. V. 2030", "2030-05-02", None),
        (
            "2. 5. 2030 14:30:00",
            "2030-05-02",
            Some(
                "column \"date\": 2. 5. 2030 14:30:00 is read as 2030-05-02 (the time of day is left off) (2 cells).",
            ),
        ),
        (
            "V.29",
            "2029-05",
            Some(
                "column \"date\": V.29 is read as 2029-05 (a month and a year of two digits; spreadsheets make this of 2029-05, unless the cell has the format \"Text\") (2 cells).",
            ),
        ),
    ] {
        let imported = with(date).unwrap();
        let found = imported.incident.statements[0].date.unwrap();
        assert_eq!(found.to_string(), read, "{date}");
        let mut notes = imported.notes.iter();
        let told = notes.find(|note| note.contains("\"date\""));
        assert_eq!(told.map(String::as_str), note);
    }
    let told = with("28. května 2025").unwrap_err()[0].to_string();
    assert_eq!(
        told,
        "error[month-name] statements.csv, row 2, column \"date\" (B): In “28. května 2025”, “května” is no English name of a month; names of months in other languages are not read. Write 2025-MM-28 or 28. MM. 2025, with the month's number in the place of MM."
    );
}

/// What is doubted of these sheets' years, with these dates for both statements and the source, and these events.
fn doubts(date: &str, events: &str) -> Vec<Finding> {
    let statements = STATEMENTS.replace("2030-05-02", date);
    let sources = SOURCES.replace("3 May 2030", date);
    let imported = read(&[
        ("actors.csv", ACTORS),
        ("sources.csv", &sources),
        ("statements.csv", &statements),
        ("events.csv", &format!("id,date,title\n{events}")),
    ]);
    let warnings = imported.unwrap().warnings.into_iter();
    let doubts = warnings.filter(|warning| warning.code == "guessed-century");
    doubts.collect()
}

/// A year of two digits that is far from the story is doubted.
#[test]
fn guessed_centuries_are_doubted() {
    let with = |date: &str| {
        let told = doubts("2030-05-02", &format!("e,{date},One\n"));
        told.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    for (date, read) in [("May-30", "1930-05"), ("02.05.30", "1930-05-02")] {
        assert_eq!(
            with(date),
            [format!(
                "warning[guessed-century] events.csv, row 2, column \"date\" (B): “{date}” is read as {read}, and of the years typed in four digits 3 are within 40 years of 2030, and 0 of 1930. If 2030 is meant, write the year in four digits; if 1930 is right, write that in four digits."
            )]
        );
    }
    for date in ["May-29", "2030-05", "May 1930", "2.5.2030"] {
        assert_eq!(with(date), [""; 0], "{date}");
    }
    // Where no year is typed, the other guesses tell.
    let told = doubts("28.05.29", "e,May-30,One\n");
    let told: Vec<String> = told.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "warning[guessed-century] events.csv, row 2, column \"date\" (B): “May-30” is read as 1930-05, and the nearest other date of the sheets is of 2029. If 2030 is meant, write the year in four digits; if 1930 is right, write that in four digits."
        ]
    );
}

/// A year is doubted once, by what most years typed in four digits say, and not for one far date.
#[test]
fn years_are_doubted_by_those_that_are_typed() {
    let six = (1..=6).map(|day| format!("e{day},0{day}.05.30,One\n"));
    let six: String = six.collect();
    for (date, events, rows) in [
        ("28.05.25", "e,1968,Background\n", &[][..]),
        ("28.05.25", "e,1920,Background\n", &[]),
        ("28.05.25", "e,1968,Background\nf,1970,More\n", &[]),
        ("1985-03", "e,1988,One\nf,28.05.30,Background\n", &[]),
        ("1930-03", "e,28.05.30,One\nf,2029,Two\ng,2029,Three\n", &[]),
        ("2029-03", "e,28.05.30,One\nf,29.05.31,Two\n", &[2, 3]),
        ("2029-03", "e,1930,Background\nf,28.05.30,More\n", &[3]),
        ("2029-03", &six, &[2]),
    ] {
        let places = doubts(date, events).into_iter();
        let places: Vec<String> = places.map(|doubt| doubt.place).collect();
        let rows = rows.iter();
        let told: Vec<String> = rows
            .map(|row| format!("events.csv, row {row}, column \"date\" (B)"))
            .collect();
        assert_eq!(places, told, "{date}, {events}");
    }
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

/// An apostrophe behind a comma, a semicolon or a line break is the source's, whatever follows it.
#[test]
fn quotations_keep_their_apostrophes() {
    for quote in [
        "He called it 'nonsense,' - and left.",
        "He called it 'nonsense;' - and left.",
        "He called it 'nonsense\n' + more.",
    ] {
        let statements = STATEMENTS.replace("“Group B did it”", &format!("\"{quote}\""));
        let incident = three(&statements).unwrap().incident;
        let read = incident.statements[0].reports[0].quote.as_deref();
        assert_eq!(read, Some(quote));
    }
}

/// A sheet as a spreadsheet leaves it whose list separator is `own`: opened, with whole rows in column A, and saved.
fn through(own: char, csv: &str) -> String {
    let mut left = String::new();
    for line in csv.lines() {
        let cells = line.split(own).map(|cell| {
            if cell.contains(['"', own]) {
                format!("\"{}\"", cell.replace('"', "\"\""))
            } else {
                cell.to_owned()
            }
        });
        left.push_str(&cells.collect::<Vec<_>>().join(&own.to_string()));
        left.push_str("\r\n");
    }
    left
}

/// Excel with semicolons opens a file with commas, and the other way round.
#[test]
fn whole_rows_in_one_cell_are_read_as_what_they_were() {
    let all = |about: &str| {
        let actors = format!(
            "id,kind,name,about\r\nministry-a,public-body,Ministry A,\"{about}\"\r\ngroup-b,intrusion-set,Group B,\r\nspeaker-d,person,D,\"Speaks, often\"\r\n"
        );
        [actors, SOURCES.to_owned(), STATEMENTS.to_owned()]
    };
    let read_all = |[actors, sources, statements]: &[String; 3]| {
        read(&[
            ("actors.csv", actors),
            ("sources.csv", sources),
            ("statements.csv", statements),
        ])
    };
    let plain = all("A, with \"\"marks\"\"");
    let expected = read_all(&plain).unwrap();
    assert_eq!(expected.warnings, []);
    let semicolons = plain.clone().map(|csv| {
        csv.replace("\"A, with", "\"A; with")
            .replace(',', ";")
            .replace("A; with", "A, with")
            .replace("Speaks; often", "Speaks, often")
    });
    let in_quotes = |csv: &String| {
        let lines = csv
            .lines()
            .map(|line| format!("\"{}\"\n", line.replace('"', "\"\"")));
        lines.collect::<String>()
    };
    for (left, rows) in [
        (plain.clone().map(|csv| through(';', &csv)), "rows 2, 4"),
        // Where the header and every row stand between quotation marks, too.
        (
            [in_quotes(&plain[0]), plain[1].clone(), plain[2].clone()],
            "rows 2, 3, 4",
        ),
        (
            [
                in_quotes(&semicolons[0]),
                plain[1].clone(),
                plain[2].clone(),
            ],
            "rows 2, 3, 4",
        ),
    ] {
        let imported = read_all(&left).unwrap();
        assert_eq!(imported.tree, expected.tree);
        let told: Vec<String> = imported.warnings.iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 1, "{told:#?}");
        assert!(
            told[0].starts_with(&format!(
                "warning[row-in-one-cell] actors.csv, row 2: Whole rows stand in one cell, and are read as the rows that they were ({rows})."
            )) && told[0].contains("`--separator semicolon`"),
            "{told:?}"
        );
    }
    // A semicolon in a text tears the row, and where its parts belong nobody can say.
    let torn = all("A; with \"\"marks\"\"").map(|csv| through(';', &csv));
    let findings = read_all(&torn).unwrap_err();
    assert_eq!(findings.len(), 1, "{findings:#?}");
    let told = findings[0].to_string();
    assert!(
        told.starts_with("error[row-in-one-cell] actors.csv, row 2: Whole rows stand in one cell, or were torn within a text, and cannot be read (row 2). Most often the sheet was opened in a spreadsheet that has another list separator"),
        "{told}"
    );
    // The others have its separator behind their last cell then, where it would become text.
    let filled = SOURCES.replace('\n', ";\r\n");
    let told = error(&[("actors.csv", ACTORS), ("sources.csv", &filled)]);
    assert!(
        told.starts_with("error[row-in-one-cell] sources.csv, row 1: "),
        "{told}"
    );
    // Whose column the last is makes no difference.
    for (name, file, sheet) in [
        ("x-desk", "sources.csv", SOURCES),
        ("(desk)", "sources.csv", SOURCES),
        ("desk", "sources.csv", SOURCES),
        ("x-desk:json", "sources.csv", SOURCES),
        ("report_x-desk", "statements.csv", STATEMENTS),
        (
            "file_desk",
            "incident.csv",
            "id,title,language\nflood,The flood,en\n",
        ),
    ] {
        let filled: String = sheet
            .lines()
            .enumerate()
            .map(|(at, line)| format!("{line},{};\r\n", if at == 0 { name } else { "Prague" }))
            .collect();
        let all = [
            ("actors.csv", ACTORS),
            ("sources.csv", SOURCES),
            ("statements.csv", STATEMENTS),
        ];
        let mut all: Vec<_> = all.into_iter().filter(|(one, _)| *one != file).collect();
        all.push((file, &filled));
        let told = error(&all);
        let torn = format!("error[row-in-one-cell] {file}, row 1: ");
        assert!(told.starts_with(&torn), "{name}: {told}");
    }
    // Nor a row that lacks some of its cells.
    let short = ACTORS.replace(
        "speaker-d,PERSON,D,,,ministry-a: daily",
        "\"speaker-d,PERSON,D,\"",
    );
    let told = error(&[("actors.csv", &short), ("sources.csv", SOURCES)]);
    assert!(
        told.starts_with("error[row-in-one-cell] actors.csv, row 4: "),
        "{told}"
    );
}

/// A comma in the first cell alone makes no row of it.
#[test]
fn a_comma_in_a_cell_is_no_whole_row() {
    for (sheet, text, code) in [
        (
            "actors.csv",
            "id,kind,name,about,camp\n\"a, b\",,,,\n",
            "malformed-id",
        ),
        (
            "actors.csv",
            "id,kind,name,about\n\"TODO: ask X, Y, Z\",,,\n",
            "malformed-id",
        ),
        (
            "actors.csv",
            "id,kind,name,about\n\"todo, ask X, Y\",,,\n",
            "malformed-id",
        ),
        (
            "camps.csv",
            "id,title\n\"see mail from Petr, 3 May\",\n",
            "malformed-id",
        ),
        ("camps.csv", "id,title\n\"petr, 3 May\",\n", "malformed-id"),
        (
            "corrections.csv",
            "text,date,changed\n\"Sorry, all, for this\",,\n",
            "missing-field",
        ),
        (
            "corrections.csv",
            "date,text,changed\n\"3/4/2025, 10:00\",,\n",
            "ambiguous-date",
        ),
        (
            "corrections.csv",
            "date,text,changed\n\"středa, 28. května, 2025\",,\n",
            "month-name",
        ),
        (
            "corrections.csv",
            "date,text\n\"31. 4. 2025, 10:00\",\n",
            "impossible-date",
        ),
    ] {
        let all = [
            ("actors.csv", ACTORS),
            ("sources.csv", SOURCES),
            ("statements.csv", STATEMENTS),
        ];
        let mut all: Vec<_> = all.into_iter().filter(|(file, _)| *file != sheet).collect();
        all.push((sheet, text));
        let findings = read(&all).unwrap_err();
        assert!(
            findings.iter().any(|told| told.code == code),
            "{findings:#?}"
        );
        assert!(
            findings.iter().all(|told| told.code != "row-in-one-cell"),
            "{findings:#?}"
        );
    }
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
