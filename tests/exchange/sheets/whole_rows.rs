//! Whole rows in one cell, as a spreadsheet with another list separator leaves them.

use super::{ACTORS, SOURCES, STATEMENTS, error, read};

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
