//! A WebAssembly module and its glue, as wasm-bindgen writes them, in fewer bytes: what the module imports gets a short
//! name in both, the sections for tools go, and the paths of other people's source files are made blank.
//!
//! wasm-bindgen's names end in 16 hexadecimal digits, which no compression makes shorter, and each stands in both files.
//! What says then that the two belong together is the name they import from and give by: a hash of the module.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// What every name of wasm-bindgen's begins with.
const GENERATED: &str = "__wb";

/// Module and glue with short names.
///
/// # Errors
/// When the module cannot be read, or the glue does not give what the module imports.
pub fn shorten(module: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let digest = Sha256::digest(module);
    let bond: String = digest
        .iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let mut givers = BTreeSet::new();
    let mut names = BTreeMap::new();
    let mut short = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("the module cannot be read")?;
        match &payload {
            Payload::ImportSection(section) => {
                let mut imports = ImportSection::new();
                for import in section.clone().into_imports() {
                    let import = import?;
                    let entity = RoundtripReencoder.entity_type(import.ty)?;
                    let name = short_name(&mut names, import.name);
                    givers.insert(import.module);
                    imports.import(&bond, &name, entity);
                }
                short.section(&imports);
            }
            Payload::CustomSection(_) => {}
            _ => {
                if let Some((id, range)) = payload.as_section() {
                    let data = module.get(range).context("a section ends too early")?;
                    let data = match &payload {
                        Payload::DataSection(_) => without_paths(data),
                        _ => data.into(),
                    };
                    short.section(&RawSection { id, data: &data });
                }
            }
        }
    }
    let mut renamed = glue.to_owned();
    for giver in givers {
        let quoted = format!("\"{giver}\"");
        ensure!(renamed.contains(&quoted), "the glue does not name {giver}");
        renamed = renamed.replace(&quoted, &format!("\"{bond}\""));
    }
    for (name, short) in &names {
        ensure!(
            renamed.contains(name.as_str()),
            "the glue does not give {name}, which the module imports"
        );
        renamed = renamed.replace(name.as_str(), short);
    }
    Ok((short.finish(), renamed))
}

/// The short name of an import; a name that is not wasm-bindgen's stays.
fn short_name<'a>(names: &mut BTreeMap<String, String>, name: &'a str) -> Cow<'a, str> {
    if !name.starts_with(GENERATED) {
        return name.into();
    }
    let next = names.len();
    let short = names
        .entry(name.to_owned())
        .or_insert_with(|| format!("_{next:x}"));
    short.clone().into()
}

/// The data with full stops for the paths by which the standard library's and other packages' panics name where they are:
/// they say where somebody's sources lay when this was built, and what they tell a reader's console is worth no bytes. Where
/// our own code panics stays readable.
fn without_paths(data: &[u8]) -> Cow<'_, [u8]> {
    const END: &[u8] = b".rs";
    let mut data = Cow::Borrowed(data);
    for start in FOREIGN {
        let mut from = 0;
        while let Some(found) = find(data.get(from..).unwrap_or_default(), start) {
            from += found;
            let Some(length) = find(data.get(from..).unwrap_or_default(), END) else {
                break;
            };
            let to = from + length + END.len();
            if let Some(path) = data.to_mut().get_mut(from..to) {
                path.fill(b'.');
            }
            from = to;
        }
    }
    data
}

/// How the paths of sources begin that are not ours.
const FOREIGN: [&[u8]; 2] = [b"/rustc/", b"cargo/registry/"];

fn find(data: &[u8], wanted: &[u8]) -> Option<usize> {
    data.windows(wanted.len())
        .position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::{shorten, without_paths};

    /// (module (import "./g.js" "__wbg_call_0123456789abcdef" (func)) (export "run" (func 0))), and a custom section.
    fn module() -> Vec<u8> {
        use wasm_encoder::{
            CustomSection, EntityType, ExportKind, ExportSection, ImportSection, Module,
            TypeSection,
        };
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import(
            "./g.js",
            "__wbg_call_0123456789abcdef",
            EntityType::Function(0),
        );
        let mut exports = ExportSection::new();
        exports.export("run", ExportKind::Func, 0);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&exports);
        module.section(&CustomSection {
            name: "producers".into(),
            data: b"a tool".as_slice().into(),
        });
        module.finish()
    }

    #[test]
    fn module_and_glue_agree_on_short_names() {
        let glue = "const imports={\"./g.js\":{__wbg_call_0123456789abcdef:()=>0}};";
        let (short, glue) = shorten(&module(), glue).unwrap();
        let bond = glue.split('"').nth(1).unwrap();
        assert!(bond.len() == 8 && glue.ends_with(":{_0:()=>0}};"), "{glue}");
        let text = String::from_utf8_lossy(&short);
        assert!(
            text.contains("_0") && text.contains(bond) && text.contains("run"),
            "{text}"
        );
        assert!(
            !text.contains("__wbg") && !text.contains("producers"),
            "{text}"
        );
        wasmparser::validate(&short).unwrap();
    }

    #[test]
    fn other_peoples_paths_are_blank_and_nothing_moves() {
        let data = b"a/rustc/12/library/core/src/cell.rsbsrc/layout/wrap.rscargo/registry/x/y.rs";
        let blank = without_paths(data);
        assert_eq!(
            String::from_utf8_lossy(&blank),
            format!("a{}bsrc/layout/wrap.rs{}", ".".repeat(34), ".".repeat(21))
        );
        assert_eq!(
            &*without_paths(b"/rustc/ without an end"),
            b"/rustc/ without an end"
        );
    }

    #[test]
    fn glue_of_another_module_is_told() {
        let error = shorten(&module(), "const imports={};").unwrap_err();
        assert!(error.to_string().contains("./g.js"), "{error}");
        let error = shorten(&module(), "const imports={\"./g.js\":{}};").unwrap_err();
        assert!(error.to_string().contains("__wbg_call"), "{error}");
        assert!(shorten(b"no module", "").is_err());
    }
}
