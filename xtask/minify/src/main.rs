//! `minify FOLDER`: joins every `.js` file in the folder and below it with those it imports, which go, and minifies in place
//! what is left, every `.css` file, and every module `x_bg.wasm` together with its glue `x.js`.
//!
//! - [`join`]: scripts that import one another, as one
//! - [`module`], [`glue`], [`arrange`]: what wasm-bindgen writes, in fewer bytes
//!
//! Trunk runs it after a release build (see the hook in `Trunk.toml`). Trunk's own minifier does not know private
//! class members and leaves both of our scripts as they are.

mod arrange;
mod glue;
mod join;
mod module;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use anyhow::{Context, Result, ensure};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

use join::Scripts;

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1) else {
        eprintln!("usage: minify FOLDER");
        return ExitCode::from(2);
    };
    let folder = Path::new(&folder);
    match join_folder(folder).and_then(|()| minify_folder(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("minify: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Joins the folder's scripts in place. What is part of others goes, and with the last of them its folder.
fn join_folder(folder: &Path) -> Result<()> {
    let mut scripts = Scripts::new();
    read_scripts(folder, &mut scripts)?;
    let joined = join::join(&scripts).context("cannot join the scripts")?;
    for (path, text) in joined.scripts {
        fs::write(path, text)?;
    }
    for path in joined.gone {
        fs::remove_file(&path)?;
        let folder = path.parent().context("a script has no folder")?;
        if fs::read_dir(folder)?.next().is_none() {
            fs::remove_dir(folder)?;
        }
    }
    Ok(())
}

fn read_scripts(folder: &Path, scripts: &mut Scripts) -> Result<()> {
    for path in paths(folder)? {
        if path.is_dir() {
            read_scripts(&path, scripts)?;
        } else if path.extension().is_some_and(|extension| extension == "js") {
            let text = fs::read_to_string(&path)?;
            scripts.insert(path, text);
        }
    }
    Ok(())
}

fn paths(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    entries.map(|entry| Ok(entry?.path())).collect()
}

fn minify_folder(folder: &Path) -> Result<()> {
    let mut paths = paths(folder)?;
    // Modules first: their glue is read as wasm-bindgen wrote it.
    paths.sort_by_key(|path| path.extension().is_none_or(|extension| extension != "wasm"));
    for path in paths {
        if path.is_dir() {
            minify_folder(&path)?;
            continue;
        }
        if path
            .extension()
            .is_some_and(|extension| extension == "wasm")
        {
            with_glue(&path).with_context(|| format!("cannot shorten {}", path.display()))?;
            continue;
        }
        let minify = match path.extension().and_then(|extension| extension.to_str()) {
            Some("js") => script,
            Some("css") => style,
            _ => continue,
        };
        let text = fs::read_to_string(&path)?;
        let minified =
            minify(&text).with_context(|| format!("cannot minify {}", path.display()))?;
        fs::write(&path, minified)?;
    }
    Ok(())
}

/// Drops what is not used, shortens the names that a module shares with its glue, and arranges the module.
fn with_glue(module: &Path) -> Result<()> {
    let name = module.to_string_lossy();
    let Some(stem) = name.strip_suffix("_bg.wasm") else {
        return Ok(());
    };
    let glue = PathBuf::from(format!("{stem}.js"));
    let trimmed = glue::trim(&fs::read_to_string(&glue)?)?;
    let (short, renamed) = module::shorten(&fs::read(module)?, &trimmed)?;
    fs::write(module, arrange::arrange(&short)?)?;
    fs::write(glue, renamed)?;
    Ok(())
}

/// The same style sheet in fewer bytes.
fn style(text: &str) -> Result<String> {
    let minified = minifier::css::minify(text).map_err(anyhow::Error::msg)?;
    // The last declaration of a block needs no semicolon; no string of ours has these two characters.
    Ok(minified.to_string().replace(";}", "}"))
}

/// The same module in fewer bytes.
fn script(text: &str) -> Result<String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, text, SourceType::mjs()).parse();
    ensure!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
    let mut program = parsed.program;
    let minified = Minifier::new(MinifierOptions::default()).minify(&allocator, &mut program);
    let printed = Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(minified.scoping)
        .with_private_member_mappings(minified.class_private_mappings)
        .build(&program);
    Ok(printed.code)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::{script, style};

    #[test]
    fn keeps_what_is_exported_and_drops_what_is_said_about_it() {
        let text = "/** Says hello. */\nexport class Greeter { #name = 'you'; greet() { return `hello ${this.#name}`; } }\n";
        let minified = script(text).unwrap();
        assert!(minified.len() < text.len());
        assert!(
            minified.contains("Greeter")
                && minified.contains("hello")
                && !minified.contains("Says"),
            "{minified}"
        );
    }

    #[test]
    fn a_style_sheet_keeps_its_rules() {
        let text = "/* Ink. */\n.a > .b::before { content: \"\"; color: light-dark(#1b1b1a, #edebe6); margin: calc(1px + 2px) }\n";
        let minified = style(text).unwrap();
        assert!(
            minified.contains(".b::before")
                && minified.contains("light-dark(#1b1b1a")
                && minified.contains("calc(1px + 2px)"),
            "{minified}"
        );
        assert!(!minified.contains("Ink"));
    }

    #[test]
    fn a_syntax_error_is_told() {
        assert!(script("export class {").is_err());
    }
}
