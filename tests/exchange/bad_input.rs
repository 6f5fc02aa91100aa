//! Bad input of every kind: a clear message each, no panic, nothing lost.

use std::io::Write;

use actor_map::exchange::sheets::{self, Head, container};
use actor_map::exchange::stix::{self, Wanted};
use actor_map::exchange::{MAX_INPUT_BYTES, sound};
use encoding_rs::{UTF_8, WINDOWS_1250, WINDOWS_1252};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;

use crate::{at, incident, one, whole_text};

fn stix_error(text: &str) -> String {
    one(&stix::read(text, &Wanted::default()).unwrap_err())
}

#[test]
fn bundles_that_are_none_are_told_what_they_look_like() {
    for (text, told) in [
        ("", "The file is empty"),
        (
            "<?xml version=\"1.0\"?><stix:STIX_Package/>",
            "stix2-elevator",
        ),
        ("<html>", "web page"),
        ("{\"type\": \"bundle\", \"objects\": [", "cut off"),
        (
            "{\"type\": \"bundle\", \"objects\": []}",
            "The bundle is empty",
        ),
        ("{\"Event\": {\"info\": \"x\"}}", "MISP"),
        (
            "{\"version\": 1, \"actors\": []}",
            "looks like an incident file",
        ),
        ("[1, \"a\", null]", "no object of STIX 2"),
        ("7", "no object of STIX 2"),
    ] {
        let message = stix_error(text);
        assert!(message.contains(told), "{text}\n{message}");
    }
}

#[test]
fn deep_nesting_is_refused_and_never_overflows() {
    for depth in [40, 200, 200_000] {
        let deep = format!(
            "{{\"type\": \"identity\", \"id\": \"identity--1\", \"name\": \"A\", \"x\": {}1{}}}",
            "[".repeat(depth),
            "]".repeat(depth)
        );
        assert!(stix_error(&deep).contains("too deep"), "{depth}");
        let cell = format!(
            "id,name,kind,x-a:json\na,A,state,{}{}\n",
            "[".repeat(depth),
            "]".repeat(depth)
        );
        let read = sheets::read(
            &crate::sheets(&[("actors.csv", &cell)]),
            &Head {
                title: Some("T".into()),
                language: Some("en".into()),
                id: None,
            },
        );
        let findings = read.unwrap_err();
        assert!(
            findings
                .iter()
                .any(|finding| finding.message.contains("deep")),
            "{findings:?}"
        );
    }
}

#[test]
fn repeated_fields_are_told() {
    let twice = "{\"type\": \"identity\", \"id\": \"identity--1\", \"name\": \"A\", \"identity_class\": \"individual\", \"name\": \"B\"}";
    let imported = stix::read(
        twice,
        &Wanted {
            file: "f".into(),
            ..Wanted::default()
        },
    )
    .unwrap();
    assert_eq!(imported.incident.actors[0].name, "B");
    assert_eq!(
        imported.warnings[0].to_string(),
        "warning[duplicate-field] objects[0]: The field \"name\" stands twice in this object; the last one is read."
    );
    let incident =
        whole_text().replace("\"id\": \"daily\"", "\"id\": \"daily\", \"id\": \"daily\"");
    assert!(
        one(&sound(incident.as_bytes()).unwrap_err())
            .starts_with("error[duplicate-field] sources[0]")
    );
}

#[test]
fn incidents_with_errors_are_not_exported() {
    let broken = whole_text().replace("\"speaker\": \"ministry-a\"", "\"speaker\": \"ministry-z\"");
    let findings = sound(broken.as_bytes()).unwrap_err();
    assert!(findings[0].to_string().starts_with("error[dangling-id] statements[0] “a-accuses”, field \"speaker\": no actor has the id \"ministry-z\""));
}

#[test]
fn sheets_in_any_encoding_are_read_or_the_encoding_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let actors = "id,name,kind\nzofie,Žofie Řeháková,person\n";
    let write = |bytes: &[u8]| std::fs::write(folder.path().join("actors.csv"), bytes).unwrap();
    let read = |encoding| container::of_folder(folder.path(), encoding).unwrap();
    let utf_16: Vec<u8> = format!("\u{feff}{actors}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let (central, ..) = WINDOWS_1250.encode(actors);
    for (bytes, encoding) in [
        (utf_16.as_slice(), None),
        (actors.as_bytes(), None),
        (actors.as_bytes(), Some(UTF_8)),
        (central.as_ref(), Some(WINDOWS_1250)),
    ] {
        write(bytes);
        assert!(read(encoding).unwrap()[0].text.contains("Žofie Řeháková"));
    }
    write(&central);
    let message = one(&read(None).unwrap_err());
    assert!(
        message.starts_with(
            "error[encoding] actors.csv: The file is not encoded in UTF-8: line 2 would read"
        ) && message.contains("Žofie Řeháková,person” in windows-1250"),
        "{message}"
    );
    // The wrong one reads, but not what was written: so it is never guessed.
    assert!(read(Some(WINDOWS_1252)).unwrap()[0].text.contains("ofie"));
    write(&utf_16[..utf_16.len() - 1]);
    assert!(one(&read(None).unwrap_err()).contains("cut off"));
}

#[test]
fn packed_files_are_told_to_be_packed() {
    let zipped = zip_of(&[("report.json", b"{}")]);
    for (bytes, what) in [(zipped.as_slice(), "zip"), (b"\x1f\x8b\x08\x00", "gzip")] {
        for encoding in [None, Some(WINDOWS_1252)] {
            let message = actor_map::exchange::encoding::decode(bytes, encoding).unwrap_err();
            assert!(
                message.starts_with(&format!("The file is packed ({what})")),
                "{message}"
            );
        }
    }
}

/// A zip file of these entries.
fn zip_of(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn zip_files_are_read_and_other_containers_are_told_apart() {
    let actors: &[u8] = b"id,name,kind\na,A,state\n";
    let good = zip_of(&[
        ("Hack/Hack - actors.csv", actors),
        ("__MACOSX/Hack/._actors.csv", b"\0"),
        ("Hack/.DS_Store", b"\0"),
        ("Hack/picture.png", b"\0"),
    ]);
    let sheets = container::of_zip(&good, None).unwrap();
    assert_eq!(
        sheets
            .iter()
            .map(|sheet| sheet.file.as_str())
            .collect::<Vec<_>>(),
        ["Hack - actors.csv"]
    );
    let workbook = zip_of(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", b""),
    ]);
    assert!(
        one(&container::of_zip(&workbook, None).unwrap_err())
            .contains("save each sheet as \"CSV UTF-8\"")
    );
    assert!(
        one(&container::of_zip(&good[..good.len() / 2], None).unwrap_err())
            .contains("damaged, cut off or locked")
    );
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("Hack.xlsx"), &workbook).unwrap();
    assert!(
        one(&container::of_folder(folder.path(), None)
            .unwrap()
            .unwrap_err())
        .starts_with("error[workbook] Hack.xlsx")
    );
}

/// A small zip file can hold a very large one.
#[test]
fn no_more_is_unpacked_than_may_be_read() {
    let large = vec![b'a'; MAX_INPUT_BYTES / 2 + 1];
    let bomb = zip_of(&[
        ("actors.csv", &large),
        ("sources.csv", &large),
        ("statements.csv", &large),
    ]);
    assert!(bomb.len() < 1_000_000);
    let findings = container::of_zip(&bomb, None).unwrap_err();
    assert!(
        findings[0]
            .to_string()
            .contains("more than 50000000 bytes together"),
        "{}",
        findings[0]
    );
}

#[test]
fn truncated_sheets_are_told_or_lose_only_what_is_gone() {
    let whole = incident("incidents/czech-mfa-apt31.json");
    let all = sheets::write(&whole.tree, sheets::Separator::Comma).unwrap();
    let statements = all
        .iter()
        .position(|sheet| sheet.file == "statements.csv")
        .unwrap();
    let text = all[statements].text.clone();
    let mut refused = 0;
    for cut in (1..40).map(|part| part * text.len() / 40) {
        let mut cut = cut;
        while !text.is_char_boundary(cut) {
            cut -= 1;
        }
        let mut sheets = all.clone();
        sheets[statements].text.truncate(cut);
        match sheets::read(&sheets, &Head::default()) {
            // Relations and conflicts name the statements that are gone.
            Err(findings) => {
                refused += 1;
                assert!(
                    findings
                        .iter()
                        .any(|finding| finding.is_error() && !finding.place.is_empty())
                );
            }
            Ok(imported) => {
                assert!(imported.incident.statements.len() <= whole.incident.statements.len());
            }
        }
    }
    assert!(refused > 30, "{refused}");
    let report = std::fs::read_to_string(at("report.json")).unwrap();
    for cut in (1..40).map(|part| part * report.len() / 41) {
        let cut = (0..=cut)
            .rev()
            .find(|at| report.is_char_boundary(*at))
            .unwrap();
        assert!(stix_error(&report[..cut]).contains("cut off"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = container::of_zip(&bytes, None);
        let _ = sound(&bytes);
        if let Ok(text) = actor_map::exchange::encoding::decode(&bytes, None) {
            let _ = stix::read(&text, &Wanted::default());
        }
        let mut zip = zip_of(&[("actors.csv", b"id,name,kind\na,A,state\n")]);
        for (at, byte) in bytes.iter().enumerate() {
            let length = zip.len();
            zip[(at * 7 + usize::from(*byte)) % length] ^= byte & 1;
        }
        let _ = container::of_zip(&zip, None);
    }
}
