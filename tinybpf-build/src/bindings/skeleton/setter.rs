//! The builder of a skeleton: what can be set before the programs are loaded.

use std::fmt::Write;

use super::{call, method};
use crate::bindings::names::unique;

/// Something that can be set.
pub(super) struct Setting {
    /// The name of its method, where that is free.
    pub(super) wish: String,
    pub(super) ty: String,
    pub(super) doc: String,
    pub(super) apply: Apply,
}

/// What becomes of what was set.
pub(super) enum Apply {
    /// The value of the variable of this name.
    Variable(String),
    /// The number of entries of the map of this name.
    MaxEntries(String),
    /// The folder of the pinned maps.
    PinRoot,
}

/// Writes `Builder` up to the line of `load_with` in which aya has loaded the object.
pub(super) fn write(out: &mut String, skeleton: &str, settings: &[Setting], unsupported: bool) {
    let reserved = ["load", "load_with", "default"].map(str::to_owned);
    let wishes: Vec<String> = settings
        .iter()
        .map(|setting| setting.wish.clone())
        .collect();
    let names = unique(&[&reserved[..], &wishes[..]].concat());
    let named: Vec<(&Setting, &str)> = settings
        .iter()
        .zip(names[reserved.len()..].iter().map(String::as_str))
        .collect();
    write_struct(out, skeleton, &named);
    _ = write!(out, "\nimpl Builder {{\n");
    for (setting, name) in &named {
        write_setter(out, setting, name);
    }
    write_load(out, skeleton, &named, unsupported);
}

fn write_struct(out: &mut String, skeleton: &str, named: &[(&Setting, &str)]) {
    _ = write!(
        out,
        "\n/// What can be set before the programs of [`{skeleton}`] are loaded.\n#[derive(Clone, Debug, Default)]\n#[must_use]\npub struct Builder {{"
    );
    for (setting, name) in named {
        _ = write!(out, "\n    {name}: Option<{}>,", setting.ty);
    }
    out.push_str(if named.is_empty() { "}\n" } else { "\n}\n" });
}

fn write_setter(out: &mut String, setting: &Setting, name: &str) {
    _ = writeln!(out, "    /// {}", setting.doc);
    let (parameter, value) = match setting.apply {
        Apply::PinRoot => ("folder: impl Into<PathBuf>".to_owned(), "folder.into()"),
        _ => (format!("value: {}", setting.ty), "value"),
    };
    method(out, name, &["mut self".to_owned(), parameter], "Self");
    _ = write!(
        out,
        "        self.{name} = Some({value});\n        self\n    }}\n\n"
    );
}

fn write_load(out: &mut String, skeleton: &str, named: &[(&Setting, &str)], unsupported: bool) {
    let load = "    /// Loads the maps and the programs into the kernel, and attaches nothing yet.
    ///
    /// # Errors
    ///
    /// The kernel refuses a map or a program: with the verifier's log, or for want of rights.
    pub fn load(self) -> Result<SKELETON, Error> {
        self.load_with(&mut EbpfLoader::new())
    }

    /// Loads the maps and the programs with a loader that has settings of its own.
    ///
    /// # Errors
    ///
    /// As for [`load`](Self::load).
    pub fn load_with<'a>(&'a self, loader: &mut EbpfLoader<'a>) -> Result<SKELETON, Error> {
";
    out.push_str(&load.replace("SKELETON", skeleton));
    for (setting, name) in named {
        _ = writeln!(out, "        if let Some(value) = &self.{name} {{");
        match &setting.apply {
            Apply::Variable(variable) => {
                let arguments = [&format!("{variable:?}"), "value", "true"];
                call(out, 12, "loader.override_global", &arguments, ";");
            }
            Apply::MaxEntries(map) => {
                let arguments = [&format!("{map:?}"), "*value"];
                call(out, 12, "loader.map_max_entries", &arguments, ";");
            }
            Apply::PinRoot => {
                call(out, 12, "loader.default_map_pin_directory", &["value"], ";");
            }
        }
        out.push_str("        }\n");
    }
    if unsupported {
        out.push_str("        loader.allow_unsupported_maps();\n");
    }
    out.push_str("        let mut ebpf = loader.load(super::OBJECT)?;\n");
}
