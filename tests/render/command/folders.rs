//! Folders with editions in them: what would be written over, and what is replaced.

use std::fs;
use std::path::Path;

use predicates::prelude::*;
use predicates::str::contains;
use tempfile::TempDir;

use super::{render, write};

#[test]
fn two_incidents_of_one_id_do_not_overwrite_each_other() {
    let folder = TempDir::new().unwrap();
    let names = [
        write(folder.path(), "a.json", 1),
        write(folder.path(), "b.json", 1),
    ];
    let out = folder.path().join("out");
    render()
        .args(&names)
        .args(["--as", "text", "-o"])
        .arg(&out)
        .assert()
        .code(2)
        .stderr(contains("two incidents have one id"));
    render()
        .args([&names[0], &names[0]])
        .args(["--as", "text", "-o"])
        .arg(folder.path().join("twice/"))
        .assert()
        .code(2)
        .stderr(contains("the file is named twice"));
}

#[test]
fn what_replaces_the_edition_of_another_file_in_a_folder_is_told() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("out/");
    let run = |file: &str| {
        let mut command = render();
        command.args([file, "--as", "text", "-o"]).arg(&out);
        command.assert().code(0)
    };
    let told = |said: &str| contains(said.to_owned()).and(contains("harbour-1.text.txt. If"));
    let (first, named_so) = (
        write(folder.path(), "a.json", 1),
        write(folder.path(), "harbour-1.json", 1),
    );
    let other = write(folder.path(), "b.json", 1);
    let longer = fs::read_to_string(&other)
        .unwrap()
        .replace("The harbour affair", "The other affair");
    fs::write(&other, longer).unwrap();
    run(&first).stderr(contains("replaced").not());
    // The same edition once more replaces nothing.
    run(&first).stderr(contains("replaced").not());
    run(&other).stderr(told("b.json: replaced ").and(contains("the id \"harbour-1\"")));
    // A file that is called as its incident is where the edition comes from.
    run(&named_so).stderr(contains("replaced").not());
}

#[cfg(unix)]
#[test]
fn no_link_in_a_folder_is_written_through() {
    let folder = TempDir::new().unwrap();
    let file = write(folder.path(), "a.json", 1);
    let out = folder.path().join("out");
    fs::create_dir(&out).unwrap();
    let page = folder.path().join("front-page.html");
    let link = out.join("harbour-1.text.txt");
    std::os::unix::fs::symlink(&page, &link).unwrap();
    let run = |out: &Path, code| {
        let mut command = render();
        command.args([&file, "--as", "text", "-o"]).arg(out);
        command.assert().code(code)
    };
    let refused = || contains("harbour-1.text.txt is a symbolic link");
    run(&out, 2).stderr(refused());
    assert!(!page.exists());
    fs::write(&page, "Another page").unwrap();
    run(&out, 2).stderr(refused());
    assert_eq!(fs::read_to_string(&page).unwrap(), "Another page");
    // Whoever names the link means what it leads to.
    run(&link, 0);
    assert!(link.is_symlink() && fs::read_to_string(&page).unwrap().contains("harbour"));
}
