//! What sheets come in: a folder, or a zip file as Google Sheets and mail programs make them.

use std::fs;
use std::io::{self, Cursor, Read, Write};
use std::path::Path;

use encoding_rs::Encoding;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::SheetText;
use crate::exchange::encoding::decode;
use crate::exchange::{Finding, MAX_INPUT_BYTES};

/// Endings of files that are read as sheets.
const ENDINGS: [&str; 3] = ["csv", "tsv", "txt"];
/// Endings of files of spreadsheet programs.
const WORKBOOKS: [&str; 5] = ["xlsx", "xlsm", "xls", "ods", "numbers"];
/// The most files a container may hold.
const MAX_FILES: usize = 1_000;

/// What to do with a workbook.
pub(super) const EXPORT_ADVICE: &str = "In the spreadsheet program, save each sheet as \"CSV UTF-8\" (Excel: File, Save As; Google Sheets: File, Download, Comma Separated Values), all in one folder, each named after its sheet: actors.csv, sources.csv, statements.csv.";

/// The sheets in a folder, by name; a workbook beside them is a sheet without text.
///
/// # Errors
/// If the folder cannot be read (the outer error), or what is in it is not what it should be (the inner one).
pub fn of_folder(
    folder: &Path,
    encoding: Option<&'static Encoding>,
) -> io::Result<Result<Vec<SheetText>, Vec<Finding>>> {
    let mut names: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    names.sort_by_key(fs::DirEntry::file_name);
    let mut collected = Collected::new(encoding);
    for entry in names {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_file() && collected.wants(&name) {
            let mut file = fs::File::open(&path)?;
            collected.add(&name, &mut file)?;
        }
    }
    Ok(collected.finish())
}

/// The sheets in a zip file; a workbook beside them is a sheet without text.
///
/// # Errors
/// If it is no zip file, or what is in it is not what it should be.
pub fn of_zip(
    bytes: &[u8],
    encoding: Option<&'static Encoding>,
) -> Result<Vec<SheetText>, Vec<Finding>> {
    let damaged = || {
        vec![Finding::error(
            "wrong-zip",
            String::new(),
            "The zip file cannot be read: it is damaged, cut off or locked with a password."
                .to_owned(),
            "Make it again, or unpack it and import the folder.",
        )]
    };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let is_workbook = ["[Content_Types].xml", "mimetype", "Index/Document.iwa"]
        .iter()
        .any(|part| archive.index_for_name(part).is_some());
    if is_workbook {
        return Err(vec![Finding::error(
            "workbook",
            String::new(),
            "This is a workbook of a spreadsheet program, not a zip file of CSV sheets.".to_owned(),
            EXPORT_ADVICE,
        )]);
    }
    let mut collected = Collected::new(encoding);
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).map_err(|_| damaged())?;
        let path = entry.name().map_err(|_| damaged())?.replace('\\', "/");
        let name = path.rsplit('/').next().unwrap_or_default().to_owned();
        // Finder puts a shadow of every file beside it.
        if entry.is_dir() || path.starts_with("__MACOSX/") || !collected.wants(&name) {
            continue;
        }
        collected.add(&name, &mut entry).map_err(|_| damaged())?;
    }
    collected.finish()
}

/// Refuses what is a workbook by its name.
///
/// # Errors
/// If it is one.
pub fn check_name(file: &str) -> Result<(), Vec<Finding>> {
    if is_workbook(file) {
        return Err(vec![Finding::error(
            "workbook",
            file.to_owned(),
            "This is a workbook of a spreadsheet program; sheets are read from CSV files."
                .to_owned(),
            EXPORT_ADVICE,
        )]);
    }
    Ok(())
}

/// Whether a file is a spreadsheet program's own, by its name.
pub(super) fn is_workbook(file: &str) -> bool {
    WORKBOOKS.contains(&ending_of(file).as_str())
}

fn ending_of(file: &str) -> String {
    let ending = file.rsplit_once('.').map(|(_, ending)| ending);
    ending.unwrap_or_default().to_lowercase()
}

/// Whether bytes begin as a zip file does.
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Sheets as a zip file. The same sheets make the same bytes: no times are kept.
///
/// # Errors
/// If it cannot be written.
pub fn to_zip(sheets: &[SheetText]) -> io::Result<Vec<u8>> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for SheetText { file, text } in sheets {
        zip.start_file(file.as_str(), options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Sheets that are being gathered.
struct Collected {
    encoding: Option<&'static Encoding>,
    sheets: Vec<SheetText>,
    findings: Vec<Finding>,
    workbooks: Vec<String>,
    bytes: usize,
    files: usize,
}

impl Collected {
    fn new(encoding: Option<&'static Encoding>) -> Self {
        Self {
            encoding,
            sheets: Vec::new(),
            findings: Vec::new(),
            workbooks: Vec::new(),
            bytes: 0,
            files: 0,
        }
    }

    /// Whether a file looks like a sheet by its name. Hidden files never do.
    fn wants(&mut self, name: &str) -> bool {
        if is_workbook(name) && !name.starts_with(['.', '~']) {
            self.workbooks.push(name.to_owned());
        }
        self.files += 1;
        !name.starts_with(['.', '~'])
            && ENDINGS.contains(&ending_of(name).as_str())
            && self.files <= MAX_FILES
    }

    /// Reads a file, but never more than may be read of all together: a small zip file can hold a very large one.
    fn add(&mut self, name: &str, file: &mut dyn Read) -> io::Result<()> {
        let left = MAX_INPUT_BYTES.saturating_sub(self.bytes);
        let most = u64::try_from(left).unwrap_or(u64::MAX).saturating_add(1);
        let mut bytes = Vec::new();
        file.take(most).read_to_end(&mut bytes)?;
        self.bytes += bytes.len();
        if bytes.len() > left {
            self.findings.push(Finding::error(
                "limit",
                name.to_owned(),
                format!(
                    "The sheets have more than {MAX_INPUT_BYTES} bytes together; no more are read."
                ),
                "Is it the right folder? Sheets hold words only.",
            ));
            return Ok(());
        }
        match decode(&bytes, self.encoding) {
            Ok(text) => self.sheets.push(SheetText {
                file: name.to_owned(),
                text,
            }),
            Err(message) => {
                self.findings
                    .push(Finding::error("encoding", name.to_owned(), message, ""));
            }
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Vec<SheetText>, Vec<Finding>> {
        if self.sheets.is_empty()
            && let Some(workbook) = self.workbooks.first()
            && let Err(findings) = check_name(workbook)
        {
            self.findings.extend(findings);
        }
        if self.findings.is_empty() {
            // Beside sheets they are told of where it is known which sheet each would be.
            let workbooks = self.workbooks.into_iter();
            self.sheets.extend(workbooks.map(|file| SheetText {
                file,
                text: String::new(),
            }));
            Ok(self.sheets)
        } else {
            Err(self.findings)
        }
    }
}
