//! The fonts, and where their files are.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};

/// A family: Debian's package, its licence, the files of its regular and its bold cut.
pub(super) struct Font {
    pub(super) package: &'static str,
    pub(super) licence: &'static str,
    pub(super) regular: &'static str,
    pub(super) bold: &'static str,
}

/// The families, the widest first. Nothing of a font is copied but numbers.
pub(super) const FONTS: [Font; 5] = [
    Font {
        package: "fonts-dejavu-core",
        licence: "Bitstream Vera and Arev licences",
        regular: "DejaVuSans.ttf",
        bold: "DejaVuSans-Bold.ttf",
    },
    Font {
        package: "fonts-liberation",
        licence: "GPL 2 with font exception",
        regular: "LiberationSans-Regular.ttf",
        bold: "LiberationSans-Bold.ttf",
    },
    Font {
        package: "fonts-roboto-unhinted",
        licence: "Apache 2.0",
        regular: "Roboto-Regular.ttf",
        bold: "Roboto-Bold.ttf",
    },
    Font {
        package: "fonts-noto-core",
        licence: OFL,
        regular: "NotoSans-Regular.ttf",
        bold: "NotoSans-Bold.ttf",
    },
    Font {
        package: "fonts-noto-cjk",
        licence: OFL,
        regular: "NotoSansCJK-Regular.ttc",
        bold: "NotoSansCJK-Bold.ttc",
    },
];
const OFL: &str = "SIL Open Font License 1.1";

/// Noto's families for one script each, of the package `fonts-noto-core`: they count for their scripts only.
const SCRIPTS: [&str; 20] = [
    "Arabic",
    "Armenian",
    "Bengali",
    "Cherokee",
    "Devanagari",
    "Ethiopic",
    "Georgian",
    "Gujarati",
    "Gurmukhi",
    "Hebrew",
    "Kannada",
    "Khmer",
    "Lao",
    "Malayalam",
    "Myanmar",
    "Oriya",
    "Sinhala",
    "Tamil",
    "Telugu",
    "Thai",
];

/// Every file: its package, its name, and whether it is bold.
pub(super) fn wanted() -> Vec<(&'static str, String, bool)> {
    let mut all = Vec::new();
    for bold in [false, true] {
        for font in &FONTS {
            let name = if bold { font.bold } else { font.regular };
            all.push((font.package, name.to_owned(), bold));
        }
        let cut = if bold { "Bold" } else { "Regular" };
        for script in SCRIPTS {
            all.push((
                "fonts-noto-core",
                format!("NotoSans{script}-{cut}.ttf"),
                bold,
            ));
        }
    }
    all
}

/// Every file below a folder, by its name.
pub(super) fn files(folder: &Path) -> BTreeMap<String, PathBuf> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(entry.file_name().to_string_lossy().into_owned(), path);
            }
        }
    }
    found
}

/// The name and version a font gives itself.
pub(super) fn version(font: &FontRef) -> String {
    let say = |id| {
        let strings = font.localized_strings(id).english_or_first();
        strings.map_or_else(String::new, |text| text.chars().collect::<String>())
    };
    let version = say(StringId::VERSION_STRING);
    // "Version 2.004-H2;hotconv 1.0.118;…" has the tools in it.
    let version = version.split([';', ',']).next().unwrap_or_default().trim();
    format!(
        "{} {}",
        say(StringId::FAMILY_NAME),
        version.strip_prefix("Version ").unwrap_or(version)
    )
}
