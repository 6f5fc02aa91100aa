//! What docs/formats.md shows is what the commands say.

use std::fs;
use std::path::Path;

use crate::{actor_map, at, of_project, whole_text};

/// Standard output and standard error of a command.
fn said(folder: &Path, arguments: &[&str], input: &str) -> String {
    let output = actor_map(folder, arguments)
        .write_stdin(input)
        .output()
        .unwrap();
    [output.stdout, output.stderr]
        .map(|bytes| String::from_utf8(bytes).unwrap())
        .join("\n")
}

#[test]
fn shown_output_is_real() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let whole = whole_text();
    fs::write(folder.join("flood.old.json"), &whole).unwrap();
    let newer = whole.replace("The hack began", "The attack began");
    fs::write(folder.join("flood.json"), newer).unwrap();
    fs::create_dir(folder.join("sheets")).unwrap();
    let write = |name: &str, text: &str| fs::write(folder.join("sheets").join(name), text).unwrap();
    write("actors.csv", "id,kind,name\nministry-a,state,A\n");
    write("sources.csv", "id,publisher\ndaily,Example Daily\n");
    let header = "id,speaker,stance,source,directness,quote";
    write(
        "statements.csv",
        &format!("{header}\n\nx,ministry-b,accuse,daily,direct,No\n"),
    );
    let import = [
        "import",
        "csv",
        "sheets",
        "-o",
        "out.json",
        "--title",
        "T",
        "--language",
        "en",
    ];
    let mut all = said(folder, &import, "");
    write(
        "statements.csv",
        "id,Date,speaker,stance,source,directness,quote\nx,3/4/2030,ministry-a,accuse,daily,direct,No\n",
    );
    all += &said(folder, &import, "");
    let report = at("report.json").display().to_string();
    all += &said(folder, &["import", "stix", &report, "-o", "-"], "");
    all += &said(folder, &["diff", "flood.old.json", "flood.json"], "");
    let answers = ["The flood", "", "", "2030-05-02", "Example Herald"];
    all += &said(folder, &["new"], &(answers.join("\n") + "\n"));

    let document = fs::read_to_string(of_project("docs/formats.md")).unwrap();
    let (mut shown, mut inside) = (0, false);
    for line in document.lines() {
        if let Some(language) = line.strip_prefix("```") {
            inside = matches!(language, "text" | "console");
            continue;
        }
        if !inside || line.starts_with("$ ") {
            continue;
        }
        // What is typed stands behind its question.
        let typed = answers.iter().filter(|answer| !answer.is_empty());
        let mut question = typed.filter_map(|answer| line.strip_suffix(&format!(": {answer}")));
        let wanted = question.next_back().unwrap_or(line);
        assert!(
            all.contains(wanted),
            "docs/formats.md shows:\n{wanted}\nthe commands say:\n{all}"
        );
        shown += 1;
    }
    assert!(shown >= 10, "{shown}");
    println!("{shown} lines of docs/formats.md are what the commands say");
}
