//! What is written over: links lead where they led, and files stay as readable as they were.
#![cfg(unix)]

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::path::Path;

use crate::{actor_map, whole};

/// A file of these permissions, and a link to it from another folder.
fn place(folder: &Path, old: &[u8]) {
    let kept = folder.join("kept/flood.json");
    fs::create_dir_all(folder.join("kept")).unwrap();
    fs::write(&kept, old).unwrap();
    fs::set_permissions(&kept, Permissions::from_mode(0o640)).unwrap();
    let _ = fs::remove_file(folder.join("link.json"));
    symlink("kept/flood.json", folder.join("link.json")).unwrap();
}

#[test]
fn every_command_follows_a_link_and_keeps_permissions() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let run = |arguments: &[&str]| {
        actor_map(folder, arguments).assert().code(0);
    };
    let whole = whole();
    let old = fs::read(&whole).unwrap();
    run(&["export", "csv", &whole, "-o", "sheets.zip"]);
    run(&["new", "--title", "The flood", "-o", "new.json"]);
    let commands: [&[&str]; 6] = [
        &["render", &whole, "--as", "text", "-o", "link.json"],
        &["export", "stix", &whole, "-o", "link.json"],
        &["import", "csv", "sheets.zip", "-o", "link.json"],
        &["new", "--title", "X", "--force", "-o", "link.json"],
        &["diff", "new.json", "link.json", "--write-correction=X"],
        &["schema", "-o", "link.json"],
    ];
    for arguments in commands {
        // What is made of an incident is written over what was, never over one.
        let old: &[u8] = match arguments[0] {
            "import" | "new" | "diff" => &old,
            _ => b"Made before.",
        };
        place(folder, old);
        run(arguments);
        let kept = folder.join("kept/flood.json");
        assert!(folder.join("link.json").is_symlink(), "{arguments:?}");
        assert_ne!(fs::read(&kept).unwrap(), old, "{arguments:?}");
        let mode = fs::metadata(&kept).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640, "{arguments:?}");
        // Nothing is left lying about.
        assert_eq!(fs::read_dir(folder.join("kept")).unwrap().count(), 1);
    }
    // A link to nothing yet.
    fs::remove_file(folder.join("kept/flood.json")).unwrap();
    run(commands[5]);
    assert!(folder.join("link.json").is_symlink() && folder.join("kept/flood.json").is_file());
}

#[test]
fn the_superuser_leaves_a_file_to_its_owner() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    place(folder, b"old");
    let kept = folder.join("kept/flood.json");
    if chown(&kept, Some(12_345), Some(12_346)).is_err() {
        // Only the superuser can try.
        return;
    }
    actor_map(folder, &["schema", "-o", "link.json"])
        .assert()
        .code(0);
    let owner = fs::metadata(&kept).unwrap();
    assert_eq!((owner.uid(), owner.gid()), (12_345, 12_346));
}
