//! The same WebAssembly module, arranged so that it compresses better: functions of one signature stand together, the
//! short ones first, and no load or store says how its address is aligned, which no engine of a browser reads.

use std::convert::Infallible;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection, MemArg, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// The module arranged. It does exactly what it did.
///
/// # Errors
/// When the module cannot be read.
pub fn arrange(module: &[u8]) -> Result<Vec<u8>> {
    let mut imported = 0;
    let mut types = Vec::new();
    let mut sizes = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::FunctionSection(section) => {
                types = section.into_iter().collect::<Result<_, _>>()?;
            }
            Payload::CodeSectionEntry(body) => sizes.push(body.range().len()),
            _ => {}
        }
    }
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by_key(|&old| (types.get(old), sizes.get(old)));
    let mut now: Vec<u32> = vec![0; order.len()];
    for (new, &old) in (imported..).zip(&order) {
        *now.get_mut(old).context("a function has no body")? = new;
    }
    let mut arranged = Module::new();
    Arrangement {
        order,
        now: (0..imported).chain(now).collect(),
    }
    .parse_core_module(&mut arranged, Parser::new(0), module)?;
    Ok(arranged.finish())
}

struct Arrangement {
    /// The functions with a body, by where they stood among those, in the order they will stand in.
    order: Vec<usize>,
    /// The new index of every function, imported ones too.
    now: Vec<u32>,
}

impl Arrangement {
    fn in_order<T: Clone>(&self, all: &[T]) -> Vec<T> {
        let found = self.order.iter().filter_map(|&old| all.get(old));
        found.cloned().collect()
    }
}

impl Reencode for Arrangement {
    type Error = Infallible;

    fn function_index(&mut self, old: u32) -> Result<u32, Error<Infallible>> {
        // No module that is valid has an index out of range.
        Ok(self.now.get(old as usize).copied().unwrap_or(old))
    }

    fn mem_arg(&mut self, old: wasmparser::MemArg) -> Result<MemArg, Error<Infallible>> {
        let new = utils::mem_arg(self, old)?;
        Ok(MemArg { align: 0, ..new })
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for of_type in self.in_order(&types) {
            functions.function(of_type);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for body in self.in_order(&bodies) {
            self.parse_function_body(code, body)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

    use wasm_encoder::{
        CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection,
        Function, FunctionSection, ImportSection, MemorySection, MemoryType, Module, RefType,
        TableSection, TableType, TypeSection, ValType,
    };
    use wasmparser::{ElementItems, Operator, Parser, Payload};

    use super::arrange;

    /// One import and three functions, each with a number of its own; the first calls the import and the last, is
    /// exported and stands in the table.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        types.ty().function([ValType::I32], []);
        let mut imports = ImportSection::new();
        imports.import("g", "f", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        functions.function(1).function(0).function(0);
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: 1,
            maximum: None,
            shared: false,
        });
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut exports = ExportSection::new();
        exports.export("first", ExportKind::Func, 1);
        let mut elements = ElementSection::new();
        elements.active(
            None,
            &ConstExpr::i32_const(0),
            Elements::Functions([1].as_slice().into()),
        );
        let mut code = CodeSection::new();
        let mut first = Function::new([]);
        let memarg = wasm_encoder::MemArg {
            offset: 0,
            align: 2,
            memory_index: 0,
        };
        first.instructions().i32_const(101).drop();
        first.instructions().call(0).call(3);
        first.instructions().i32_const(0).i32_load(memarg).drop();
        first.instructions().end();
        let mut second = Function::new([(3, ValType::I64)]);
        second.instructions().i32_const(102).drop().end();
        let mut third = Function::new([]);
        third.instructions().i32_const(103).drop().end();
        code.function(&first).function(&second).function(&third);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions);
        module.section(&tables).section(&memories).section(&exports);
        module.section(&elements).section(&code);
        module.finish()
    }

    #[test]
    fn whoever_names_a_function_names_the_same_one_afterwards() {
        let arranged = arrange(&module()).unwrap();
        wasmparser::validate(&arranged).unwrap();
        let mut numbers = Vec::new();
        let mut called = Vec::new();
        let mut named = Vec::new();
        for payload in Parser::new(0).parse_all(&arranged) {
            match payload.unwrap() {
                Payload::ExportSection(section) => {
                    named.extend(section.into_iter().map(|export| export.unwrap().index));
                }
                Payload::ElementSection(section) => {
                    for element in section {
                        let ElementItems::Functions(functions) = element.unwrap().items else {
                            panic!("not functions");
                        };
                        named.extend(functions.into_iter().map(Result::unwrap));
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    for operator in body.get_operators_reader().unwrap() {
                        match operator.unwrap() {
                            Operator::I32Const { value } if value > 0 => numbers.push(value),
                            Operator::Call { function_index } => called.push(function_index),
                            Operator::I32Load { memarg } => assert_eq!(memarg.align, 0),
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
        }
        // By signature, then by length; the import keeps index 0.
        assert_eq!(numbers, [103, 102, 101]);
        assert_eq!(named, [3, 3]);
        assert_eq!(called, [0, 1]);
    }

    #[test]
    fn what_is_no_module_is_told() {
        assert!(arrange(b"no module").is_err());
    }
}
