//! wasm-bindgen's glue without what none of our pages uses.
//!
//! It can start a module in many ways, from many things, in browsers that have no WebAssembly as we use it, and frees what a
//! page has forgotten. Ours is started from a server's answer, in browsers of the last years, frees what it made itself, and is
//! never to be called again once it has trapped: not by a garbage collector either.

use anyhow::{Context, Result};

/// How a module of ours starts: from the answer for its file, or the file's address; a second time it is the first one.
const START: &str = "async function __wbg_init({ module_or_path: answer }) {
    if (wasm) return wasm;
    if (!answer.headers) answer = await fetch(answer);
    if (!answer.ok) throw new Error(`the server answers ${answer.status} for ${answer.url}`);
    const imports = __wbg_get_imports();
    const { instance } = answer.headers.get(\"Content-Type\") === \"application/wasm\"
        ? await WebAssembly.instantiateStreaming(answer, imports)
        : await WebAssembly.instantiate(await answer.arrayBuffer(), imports);
    return __wbg_finalize_init(instance);
}

export { __wbg_init as default };
";

/// What goes: from where, to before what (the end, if that is empty), and what stands there instead.
const CUTS: [(&str, &str, &str); 5] = [
    ("async function __wbg_load(", "", START),
    // An encoder that can only encode to arrays of its own.
    ("    if (realloc === undefined) {", "    let len = arg", ""),
    ("if (!('encodeInto' in ", "let WASM_VECTOR_LEN", ""),
    // A decoder that wears out after 2 GB.
    ("const MAX_SAFARI_DECODE_BYTES", "function decodeText", ""),
    (
        "    numBytesDecoded += len;",
        "    return cachedTextDecoder",
        "",
    ),
];

/// The same glue in fewer words.
///
/// # Errors
/// When something begins as what is to go, and does not end so: wasm-bindgen writes it differently now.
pub fn trim(glue: &str) -> Result<String> {
    let mut text = String::with_capacity(glue.len());
    for line in glue.split_inclusive('\n') {
        // Each class has a registry (of three lines, an expression), entries in it, and a name for `using`.
        let is_registry = line.contains("Finalization") || line.contains("? { register:");
        if !is_registry && !line.starts_with("if (Symbol.dispose)") {
            text.push_str(line);
        }
    }
    for (start, end, instead) in CUTS {
        let Some((before, rest)) = text.split_once(start) else {
            continue;
        };
        let rest = if end.is_empty() {
            ""
        } else {
            let found = rest.find(end);
            let found =
                found.with_context(|| format!("the glue has no {end:?} after {start:?}"))?;
            rest.get(found..).unwrap_or_default()
        };
        text = [before, instead, rest].concat();
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::trim;

    #[test]
    fn what_no_page_uses_goes() {
        let glue = "class Plot {
    free() {
        PlotFinalization.unregister(this);
        wasm.__wbg_plot_free(this.__wbg_ptr, 0);
    }
}
if (Symbol.dispose) Plot.prototype[Symbol.dispose] = Plot.prototype.free;
const PlotFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_plot_free(ptr, 1));
function passStringToWasm0(arg, malloc, realloc) {
    if (realloc === undefined) {
        return 1;
    }

    let len = arg.length;
}
async function __wbg_load(module, imports) {}
function initSync(module) {}
export { initSync, __wbg_init as default };
";
        let trimmed = trim(glue).unwrap();
        for gone in ["Finalization", "dispose", "=== undefined", "load", "Sync"] {
            assert!(!trimmed.contains(gone), "{gone}: {trimmed}");
        }
        for there in ["plot_free", "let len = arg.length", "__wbg_init as default"] {
            assert!(trimmed.contains(there), "{there}: {trimmed}");
        }
    }

    #[test]
    fn glue_that_is_written_otherwise_is_told() {
        let error = trim("    if (realloc === undefined) {}").unwrap_err();
        assert!(error.to_string().contains("let len"), "{error}");
    }
}
