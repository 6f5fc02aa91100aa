//! Dates as people type them and spreadsheets leave them, and years of two digits.

use actor_map::exchange::Finding;

use super::{ACTORS, SOURCES, STATEMENTS, read, three};

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
