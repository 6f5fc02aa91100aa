//! The editors' page is true: its files and edits are made in a folder, its commands run there, and what they print is
//! what the page shows, and so is its table of stances. `ACTOR_MAP_BLESS=1` writes the page anew; the diff belongs into the commit.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::path::{Path, PathBuf};
use std::{env, fs};

use actor_map::incident::{Stance, Term};
use actor_map::view::words::Family;

/// Runs the fenced blocks of a page in order, and returns the page with what the commands printed.
///
/// - a block with a language and a file name writes that file;
/// - `diff` and a file name changes it: lines with `-` or a space must stand there once, lines with `+` or a space take
///   their place;
/// - `console` runs the line that begins with `$`, and shows its output.
fn run(page: &str, folder: &Path) -> (String, usize) {
    let mut out = String::new();
    let mut commands = 0;
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        out.push_str(line);
        out.push('\n');
        let Some(info) = line.strip_prefix("```") else {
            continue;
        };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        match info.split_once(' ') {
            None if info == "console" => {
                let command = block[0].strip_prefix("$ actor-map ").expect(line);
                out.push_str(&format!("{}\n{}", block[0], output(command, folder)));
                commands += 1;
            }
            written => {
                match written.expect(line) {
                    ("diff", file) => change(&folder.join(file), &block),
                    (_, file) => {
                        let file = folder.join(file);
                        fs::create_dir_all(file.parent().unwrap()).unwrap();
                        fs::write(file, block.join("\n") + "\n").unwrap();
                    }
                }
                out.extend(block.iter().flat_map(|line| [line, "\n"]));
            }
        }
        out.push_str("```\n");
    }
    (out, commands)
}

fn editors_page() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/editors.md")
}

fn change(file: &Path, block: &[&str]) {
    let side = |mark: char| {
        let lines = block
            .iter()
            .filter_map(|line| line.strip_prefix([mark, ' ']));
        lines.collect::<Vec<_>>().join("\n")
    };
    let text = fs::read_to_string(file).unwrap();
    let (old, new) = (side('-'), side('+'));
    assert_eq!(text.matches(&old).count(), 1, "{old}");
    fs::write(file, text.replace(&old, &new)).unwrap();
}

fn output(arguments: &str, folder: &Path) -> String {
    let output = assert_cmd::cargo::cargo_bin_cmd!("actor-map")
        .args(arguments.split_whitespace())
        .current_dir(folder)
        .output()
        .unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{arguments}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_editors_page_shows_what_its_commands_print() {
    let path = editors_page();
    let page = fs::read_to_string(&path).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (expected, commands) = run(&page, folder.path());
    assert!(commands >= 5, "{commands}");
    if env::var_os("ACTOR_MAP_BLESS").is_some() {
        fs::write(path, expected).unwrap();
        return;
    }
    for (line, (found, expected)) in page.lines().zip(expected.lines()).enumerate() {
        assert_eq!(found, expected, "docs/editors.md, line {}", line + 1);
    }
    assert_eq!(page, expected);
}

#[test]
fn the_editors_page_has_what_readers_get_for_each_stance() {
    let page = fs::read_to_string(editors_page()).unwrap();
    for &stance in Stance::ALL {
        let family = Family::of(stance).label();
        let row = format!(
            "| `{}` | {} Town C | {} | {family} | ",
            stance.id(),
            stance.towards(),
            stance.alone()
        );
        assert!(page.contains(&row), "docs/editors.md lacks: {row}");
    }
}
