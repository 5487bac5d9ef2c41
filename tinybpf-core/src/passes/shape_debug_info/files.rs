//! Source files: named by Go package, as `go build -trimpath` names them, so that the object holds no path of the machine
//! that built it, and with their text, whose lines the back end puts into BTF for the verifier's log.

use std::{collections::HashMap, fs};

use crate::{
    llvm::{Metadata, Module, slot},
    names::package,
    passes::Cx,
};

/// The files of the object, by those of TinyGo.
pub(super) struct Files<'m> {
    module: &'m Module<'m>,
    renamed: HashMap<Metadata<'m>, Metadata<'m>>,
    /// For what has no file.
    unknown: Metadata<'m>,
}

impl<'m> Files<'m> {
    pub(super) fn new(module: &'m Module<'m>) -> Result<Self, String> {
        Ok(Self {
            module,
            renamed: HashMap::new(),
            unknown: module.source_file("<unknown>", b"")?,
        })
    }

    /// The file of the object for a file that the declaration `go_name` stands in.
    fn file(
        &mut self,
        cx: &mut Cx<'_>,
        file: Option<Metadata<'m>>,
        go_name: &str,
    ) -> Result<Metadata<'m>, String> {
        let Some(file) = file else {
            return Ok(self.unknown);
        };
        if let Some(renamed) = self.renamed.get(&file) {
            return Ok(*renamed);
        }
        let path = path(file);
        let base = path.rsplit('/').next().unwrap_or_default();
        let name = match package(go_name) {
            None | Some("main") => base.to_owned(),
            Some(package) => format!("{package}/{base}"),
        };
        let name = free_name(cx, name, &path);
        // A file that is gone, as when the IR comes from another machine, has no lines to show.
        let source = fs::read(&path).unwrap_or_default();
        let renamed = self.module.source_file(&name, &source)?;
        cx.sources.insert(name, path);
        self.renamed.insert(file, renamed);
        Ok(renamed)
    }

    /// Renames the file of a function.
    pub(super) fn of_function(
        &mut self,
        cx: &mut Cx<'_>,
        info: Metadata<'m>,
    ) -> Result<(), String> {
        let module = self.module;
        let name = info
            .operand(module, slot::NAME)
            .and_then(|name| name.string(module));
        let file = self.file(cx, info.scope_file(), &name.unwrap_or_default())?;
        info.set_operand(module, slot::FILE, file);
        info.set_operand(module, slot::SCOPE, file);
        Ok(())
    }

    /// Renames the file of a block, which only C code has.
    pub(super) fn of_block(&mut self, cx: &mut Cx<'_>, block: Metadata<'m>) -> Result<(), String> {
        let file = self.file(cx, block.scope_file(), "")?;
        block.set_operand(self.module, slot::FILE, file);
        Ok(())
    }

    /// Renames the file of a package variable, whose debug info still has its Go name.
    pub(super) fn of_variable(
        &mut self,
        cx: &mut Cx<'_>,
        variable: Metadata<'m>,
    ) -> Result<(), String> {
        let module = self.module;
        let name = variable.operand(module, slot::VARIABLE_NAME);
        let name = name
            .and_then(|name| name.string(module))
            .unwrap_or_default();
        let file = self.file(cx, variable.variable_file(), &name)?;
        variable.set_operand(module, slot::VARIABLE_FILE, file);
        // The scope of C's is a function or the unit.
        let scope = variable.operand(module, slot::VARIABLE_SCOPE);
        if scope.is_none_or(|scope| scope.unit(module).is_none()) {
            variable.set_operand(module, slot::VARIABLE_SCOPE, file);
        }
        Ok(())
    }

    /// Gives a unit a file with (empty) text, since LLVM wants either all files of a unit to have text or none.
    pub(super) fn of_unit(&self, unit: Metadata<'m>) {
        unit.set_operand(self.module, slot::FILE, self.unknown);
    }
}

/// A name that no other file has: several packages have a `main.go`, and with its folder in front it is told apart.
fn free_name(cx: &Cx<'_>, name: String, path: &str) -> String {
    let mut folders = path.rsplit('/').skip(1);
    let mut free = name;
    while cx.sources.get(&free).is_some_and(|other| other != path) {
        let Some(folder) = folders.next().filter(|folder| !folder.is_empty()) else {
            break;
        };
        free = format!("{folder}/{free}");
    }
    free
}

/// The path of a `DIFile`.
fn path(file: Metadata<'_>) -> String {
    match file.file() {
        (folder, name) if folder.is_empty() || name.starts_with('/') => name,
        (folder, name) => format!("{folder}/{name}"),
    }
}
