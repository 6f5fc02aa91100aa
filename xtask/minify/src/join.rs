//! Scripts that readers fetch as one file: each script of a folder with those that it imports from beside it, joined.
//!
//! In a development build browsers load the modules as they are written. In a release each script that no other imports
//! stands with the bodies of what it imports above its own, in the order in which a browser would run them. Functions stand
//! below all of that: browsers have them before they run anything, and the minifier can make one declaration of several
//! variables. Nothing is renamed: what joining would change is refused, so that both builds do the same.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use oxc_allocator::Allocator;
use oxc_ast::ast::{
    Declaration, ImportDeclaration, ImportDeclarationSpecifier, ModuleExportName, Statement,
};
use oxc_parser::Parser;
use oxc_semantic::SemanticBuilder;
use oxc_span::{GetSpan, SourceType, Span};

/// Scripts by their paths.
pub type Scripts = BTreeMap<PathBuf, String>;

/// What joining comes to.
#[derive(Debug)]
pub struct Joined {
    /// The scripts that import something, with all of it in them. The others stay as they are.
    pub scripts: Scripts,
    /// The scripts that are part of others now.
    pub gone: BTreeSet<PathBuf>,
}

/// Joins every script that no other imports with what it imports, and what that imports.
///
/// # Errors
/// When a script cannot be read, imports what is not there, or says something that would mean another thing once joined.
pub fn join(scripts: &Scripts) -> Result<Joined> {
    let modules: Modules = scripts
        .iter()
        .map(|(path, text)| {
            let module = Module::read(path, text).with_context(|| path.display().to_string())?;
            Ok((path.clone(), module))
        })
        .collect::<Result<_>>()?;
    let mut gone = BTreeSet::new();
    for (path, module) in &modules {
        for (from, names) in &module.imports {
            has(&modules, from, names).with_context(|| path.display().to_string())?;
            gone.insert(from.clone());
        }
    }
    let mut joined = Scripts::new();
    let mut taken: BTreeMap<&Path, &Path> = BTreeMap::new();
    for (path, module) in &modules {
        let path = path.as_path();
        let mut order = Vec::new();
        in_order(&modules, path, &mut Vec::new(), &mut order)?;
        if gone.contains(path) || module.imports.is_empty() {
            continue;
        }
        distinct(&order)?;
        let (mut text, mut functions) = (String::new(), String::new());
        for (part, module) in order {
            if let Some(other) = (part != path).then(|| taken.insert(part, path)).flatten() {
                ensure!(
                    module.only_functions,
                    "{} goes into {} and into {}, and each would have its own of what it holds: only functions can be shared",
                    part.display(),
                    other.display(),
                    path.display()
                );
            }
            let body = if part == path {
                &module.whole
            } else {
                &module.bare
            };
            // A statement without its semicolon ends here.
            text += &body.statements;
            text += "\n;\n";
            functions += &body.functions;
        }
        joined.insert(path.to_owned(), text + &functions);
    }
    Ok(Joined {
        scripts: joined,
        gone,
    })
}

type Modules = BTreeMap<PathBuf, Module>;

/// A script as it is written, and what of it matters to others.
struct Module {
    /// Without its imports.
    whole: Body,
    /// Without its imports, and without `export` before its declarations.
    bare: Body,
    /// The names it imports, by the script they come from, in the order in which it names these.
    imports: Vec<(PathBuf, Vec<String>)>,
    /// The names others can import.
    exports: BTreeSet<String>,
    /// All names that it declares at its top.
    declared: BTreeSet<String>,
    /// The names it uses and does not have: of the browser's globals.
    globals: BTreeSet<String>,
    /// Whether it could stand twice on a page.
    only_functions: bool,
    /// What it says that would mean another thing in another file.
    own: Option<&'static str>,
}

/// What a script says: its functions, and all else.
struct Body {
    statements: String,
    functions: String,
}

impl Module {
    fn read(path: &Path, text: &str) -> Result<Self> {
        let allocator = Allocator::default();
        let parsed = Parser::new(&allocator, text, SourceType::mjs()).parse();
        ensure!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
        let record = &parsed.module_record;
        for import in &record.dynamic_imports {
            let address = import.module_request.source_text(text);
            ensure!(
                !address.starts_with(['"', '\'', '`']),
                "import({address}) names a file, and in a release files have other names"
            );
        }
        let mut own = (!record.import_metas.is_empty()).then_some("import.meta");
        let mut imports = Vec::new();
        let mut imported = BTreeSet::new();
        let mut only_functions = true;
        let (mut import_spans, mut export_spans, mut functions) =
            (Vec::new(), Vec::new(), Vec::new());
        for statement in &parsed.program.body {
            match statement {
                Statement::ImportDeclaration(import) => {
                    let names = plain_names(import)?;
                    imported.extend(names.iter().cloned());
                    imports.push((beside(path, &import.source.value)?, names));
                    import_spans.push(range(import.span));
                }
                Statement::ExportDeclaration(export) => {
                    let declaration = export.declaration.span();
                    export_spans.push(range(Span::new(export.span.start, declaration.start)));
                    if matches!(export.declaration, Declaration::FunctionDeclaration(_)) {
                        functions.push(range(export.span));
                    } else {
                        only_functions = false;
                    }
                }
                Statement::ExportFromDeclaration(_) | Statement::ExportAllDeclaration(_) => {
                    bail!("it exports what another file has: import it from there")
                }
                Statement::ExportNamedDeclaration(_) => own = Some("a list of exports"),
                Statement::ExportDefaultDeclaration(_) => own = Some("export default"),
                Statement::FunctionDeclaration(function) => functions.push(range(function.span)),
                _ => only_functions = false,
            }
        }
        let scoping = SemanticBuilder::new()
            .build(&parsed.program)
            .semantic
            .into_scoping();
        let mut declared: BTreeSet<String> = scoping
            .get_bindings(scoping.root_scope_id())
            .keys()
            .map(ToString::to_string)
            .collect();
        declared.retain(|name| !imported.contains(name));
        let globals = scoping.root_unresolved_references().keys();
        let globals = globals.map(ToString::to_string).collect();
        let body = |gone: &[Range<usize>]| Body {
            statements: without(text, 0..text.len(), &[gone, &functions].concat()),
            functions: functions
                .iter()
                .map(|function| without(text, function.clone(), gone) + "\n")
                .collect(),
        };
        Ok(Self {
            whole: body(&import_spans),
            bare: body(&[import_spans.as_slice(), &export_spans].concat()),
            imports,
            exports: record
                .exported_bindings
                .keys()
                .map(ToString::to_string)
                .collect(),
            declared,
            globals,
            only_functions,
            own,
        })
    }
}

/// The names of `import { one, other } from …`, the only form that needs no renaming.
fn plain_names(import: &ImportDeclaration) -> Result<Vec<String>> {
    let from = &import.source.value;
    ensure!(
        import.with_clause.is_none() && import.phase.is_none(),
        "the import from {from} has attributes or a phase, which a joined file has not"
    );
    let mut names = Vec::new();
    for specifier in import.specifiers.iter().flatten() {
        match specifier {
            ImportDeclarationSpecifier::ImportSpecifier(specifier) => {
                let local = specifier.local.name.as_str();
                let same = matches!(&specifier.imported, ModuleExportName::IdentifierName(name) if name.name == local);
                ensure!(
                    same,
                    "{local} has another name in {from}: nothing is renamed here"
                );
                names.push(local.to_owned());
            }
            ImportDeclarationSpecifier::ImportDefaultSpecifier(specifier) => {
                bail!(
                    "{} is the default of {from}: import it by its name",
                    specifier.local.name
                )
            }
            ImportDeclarationSpecifier::ImportNamespaceSpecifier(specifier) => {
                bail!(
                    "{} is all of {from}: import what is used by its name",
                    specifier.local.name
                )
            }
        }
    }
    Ok(names)
}

/// The file that a script means by a relative address.
fn beside(path: &Path, address: &str) -> Result<PathBuf> {
    ensure!(
        address.starts_with("./") || address.starts_with("../"),
        "it imports from {address}: only files beside it can be joined with it"
    );
    let mut file = path.parent().map(Path::to_owned).unwrap_or_default();
    for part in Path::new(address).components() {
        match part {
            Component::ParentDir => {
                file.pop();
            }
            Component::Normal(name) => file.push(name),
            _ => {}
        }
    }
    Ok(file)
}

/// That a file is there and has these names to give, and nothing that would not be the same in another file.
fn has(modules: &Modules, path: &Path, names: &[String]) -> Result<()> {
    let file = path.display();
    let module = modules
        .get(path)
        .with_context(|| format!("it imports from {file}, which is not there"))?;
    for name in names {
        ensure!(
            module.exports.contains(name),
            "it imports {name} from {file}, which does not export it"
        );
    }
    if let Some(own) = module.own {
        bail!("it imports from {file}, where {own} would mean another thing once joined");
    }
    Ok(())
}

/// Adds a script's modules to `order` as a browser would run them: each after what it imports. `within` are those that are
/// being looked through.
fn in_order<'a>(
    modules: &'a Modules,
    path: &'a Path,
    within: &mut Vec<&'a Path>,
    order: &mut Vec<(&'a Path, &'a Module)>,
) -> Result<()> {
    ensure!(
        !within.contains(&path),
        "{} imports itself, by way of {}",
        path.display(),
        within.last().unwrap_or(&path).display()
    );
    if order.iter().any(|(there, _)| *there == path) {
        return Ok(());
    }
    let Some(module) = modules.get(path) else {
        return Ok(());
    };
    within.push(path);
    for (from, _) in &module.imports {
        in_order(modules, from, within, order)?;
    }
    within.pop();
    order.push((path, module));
    Ok(())
}

/// That no name has two meanings in the joined file: declared twice, or declared in one script and the browser's in another.
fn distinct(order: &[(&Path, &Module)]) -> Result<()> {
    let mut owners: BTreeMap<&str, &Path> = BTreeMap::new();
    for (path, module) in order {
        for name in &module.declared {
            if let Some(other) = owners.insert(name, path) {
                bail!(
                    "{name} is declared at the top of {} and of {}: one of them needs another name",
                    other.display(),
                    path.display()
                );
            }
        }
    }
    for (path, module) in order {
        for name in &module.globals {
            if let Some(owner) = owners.get(name.as_str()) {
                bail!(
                    "{} uses {name} and does not import it; once joined it would be that of {}",
                    path.display(),
                    owner.display()
                );
            }
        }
    }
    Ok(())
}

fn range(span: Span) -> Range<usize> {
    span.start as usize..span.end as usize
}

/// A part of a text, without what these parts of the text have of it. Where a statement was, an empty one stays: a line before
/// it that ends without a semicolon would else go on in the line behind it.
fn without(text: &str, part: Range<usize>, gone: &[Range<usize>]) -> String {
    let mut gone: Vec<_> = gone.iter().filter(|gone| gone.end <= part.end).collect();
    gone.sort_by_key(|gone| gone.start);
    let mut rest = String::new();
    let mut from = part.start;
    for gone in gone {
        rest += text.get(from..gone.start).unwrap_or_default();
        let end = text.get(..gone.end).and_then(|text| text.chars().last());
        if end.is_some_and(|end| !end.is_whitespace()) {
            rest.push(';');
        }
        from = from.max(gone.end);
    }
    rest + text.get(from..part.end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::path::Path;

    use super::{Joined, Scripts, join};

    fn joined(scripts: &[(&str, &str)]) -> anyhow::Result<Joined> {
        let scripts: Scripts = scripts
            .iter()
            .map(|(path, text)| (path.into(), (*text).into()))
            .collect();
        join(&scripts)
    }

    fn refused(scripts: &[(&str, &str)]) -> String {
        format!("{:#}", joined(scripts).unwrap_err())
    }

    /// An entry that has `wanted` of `part.js`, which is this text.
    fn refused_part(wanted: &str, text: &str) -> String {
        let entry = format!("import {wanted} from \"./part.js\";");
        refused(&[("entry.js", &entry), ("part.js", text)])
    }

    #[test]
    fn a_line_without_semicolon_does_not_go_on_behind_what_was_taken_out() {
        let entry = "import { b, c } from \"./part.js\";\nexport const a = b\nfunction f() {}\n(c)()\nf();\n";
        let part = "export const b = 1;\nexport const c = () => 2;\n";
        let joined = joined(&[("entry.js", entry), ("part.js", part)]).unwrap();
        let text = joined.scripts.get(Path::new("entry.js")).unwrap();
        assert!(text.contains("const a = b\n;"), "{text}");
    }

    #[test]
    fn what_is_imported_stands_above_each_once_and_in_the_order_of_a_browser() {
        let entry = "/** Head. */\nimport { two } from \"./parts/two.js\";\nimport { one } from \"./parts/one.js\";\n\
                     export const three = one + two();\n";
        let two =
            "import { one } from \"./one.js\";\nexport function two() {\n  return one + one;\n}\n";
        let one = "export let one = 1";
        let joined = joined(&[
            ("entry.js", entry),
            ("parts/one.js", one),
            ("parts/two.js", two),
            ("other.js", "export {};\n"),
        ])
        .unwrap();
        let gone: Vec<_> = joined.gone.iter().map(|path| path.to_str()).collect();
        assert_eq!(gone, [Some("parts/one.js"), Some("parts/two.js")]);
        assert_eq!(joined.scripts.len(), 1, "the other stays as it is");
        let text = joined.scripts.get(Path::new("entry.js")).unwrap();
        // Empty statements stand where others were.
        let lines = text.lines().map(|line| line.trim_start_matches(';'));
        let lines: Vec<_> = lines.filter(|line| line.len() > 1).collect();
        assert_eq!(
            lines,
            [
                "let one = 1",
                "/** Head. */",
                "export const three = one + two();",
                "function two() {",
                "  return one + one;",
            ]
        );
    }

    #[test]
    fn what_would_have_to_be_renamed_is_refused() {
        let part = "export const part = 1;";
        assert!(refused_part("part", part).contains("is the default of ./part.js"));
        assert!(refused_part("* as part", part).contains("is all of ./part.js"));
        assert!(refused_part("{ part as other }", part).contains("other has another name"));
        let again = refused_part("{ part }", "export { part } from \"./other.js\";");
        assert!(again.contains("exports what another file has"), "{again}");
        let all = refused_part("{ part }", "export * from \"./other.js\";");
        assert!(all.contains("exports what another file has"), "{all}");
    }

    #[test]
    fn a_name_with_two_meanings_is_refused() {
        let entry = "import { one } from \"./one.js\";\nconst { two: [find] } = one;";
        let one = "const find = 1;\nexport const one = find;";
        let twice = refused(&[("entry.js", entry), ("one.js", one)]);
        assert!(
            twice.contains("find is declared at the top of one.js and of entry.js"),
            "{twice}"
        );
        // The browser has a `find` of its own.
        let entry = "import { one } from \"./one.js\";\nfind(one);";
        let hidden = refused(&[("entry.js", entry), ("one.js", one)]);
        assert!(
            hidden.contains("entry.js uses find and does not import it"),
            "{hidden}"
        );
    }

    #[test]
    fn what_is_not_there_is_refused() {
        let entry = "import { one } from \"./one.js\";";
        assert!(refused(&[("entry.js", entry)]).contains("one.js, which is not there"));
        let other = refused_part("{ part }", "const part = 1;");
        assert!(other.contains("does not export it"), "{other}");
        let package = refused(&[("entry.js", "import { one } from \"one\";")]);
        assert!(package.contains("only files beside it"), "{package}");
    }

    #[test]
    fn what_means_another_thing_in_another_file_is_refused() {
        let here = "export const part = import.meta.url;";
        assert!(refused_part("{ part }", here).contains("import.meta would mean another thing"));
        let default = "export const part = 1;\nexport default part;";
        assert!(refused_part("{ part }", default).contains("export default would mean"));
        let list = "export const part = 1;\nexport { part as other };";
        assert!(refused_part("{ part }", list).contains("a list of exports would mean"));
        let late = refused(&[("entry.js", "import(\"./one.js\");")]);
        assert!(
            late.contains("in a release files have other names"),
            "{late}"
        );
        assert!(joined(&[("entry.js", "import(address);")]).is_ok());
    }

    #[test]
    fn a_circle_is_refused() {
        let one = "import { two } from \"./two.js\";\nexport const one = 1;";
        let two = "import { one } from \"./one.js\";\nexport const two = 2;";
        assert!(refused(&[("one.js", one), ("two.js", two)]).contains("imports itself"));
    }

    #[test]
    fn only_functions_are_shared_by_two_files() {
        let entry = "import { part } from \"./part.js\";\npart();";
        let with =
            |part: &str| joined(&[("one.js", entry), ("other.js", entry), ("part.js", part)]);
        let shared = with("function own() {}\nexport function part() {\n  own();\n}").unwrap();
        assert_eq!(shared.scripts.len(), 2);
        let error = format!(
            "{:#}",
            with("let count = 0;\nexport function part() {\n  count += 1;\n}").unwrap_err()
        );
        assert!(
            error.contains("part.js goes into one.js and into other.js"),
            "{error}"
        );
    }
}
