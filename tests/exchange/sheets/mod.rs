//! Sheets as people and their programs leave them, and what is told where something is wrong.

mod dates;
mod told;
mod whole_rows;

use actor_map::exchange::sheets::{self, Head};
use actor_map::exchange::{Finding, Imported};
use actor_map::incident::{Status, Term};

use crate::{one, sheets as texts};

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
    one(&read(all).unwrap_err())
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
