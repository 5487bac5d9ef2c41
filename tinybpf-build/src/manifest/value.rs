//! From TOML's values to those of options.

use std::path::{Component, Path, PathBuf};

use tinybpf_core::suggest::{closest, did_you_mean};
use toml::de::DeValue;

use super::{BuildOption, Kind, Value};

/// What is wrong with a value.
#[derive(Debug)]
pub(super) struct Wrong {
    pub(super) message: String,
    pub(super) help: Option<String>,
}

impl From<String> for Wrong {
    fn from(message: String) -> Self {
        Self {
            message,
            help: None,
        }
    }
}

/// The value that an option has in a manifest.
pub(super) fn read(option: &BuildOption, value: &DeValue<'_>) -> Result<Value, Wrong> {
    let kind = option.kind;
    match (kind, value) {
        (Kind::Bool, DeValue::Boolean(value)) => Ok(Value::Bool(*value)),
        (
            Kind::Text | Kind::Path | Kind::Tool | Kind::Texts | Kind::Paths,
            DeValue::String(text),
        ) => Ok(Value::Text(text.to_string())),
        (Kind::Choice(names), DeValue::String(text)) => choice(names, text),
        // `opt-level = 3`, as in Cargo's profiles.
        (Kind::Choice(names), DeValue::Integer(number)) => choice(names, number.as_str()),
        (Kind::Texts | Kind::Paths, DeValue::Array(items)) => {
            let texts = items.iter().map(|item| match item.get_ref() {
                DeValue::String(text) => Ok(text.to_string()),
                other => Err(wrong_type("strings", other)),
            });
            Ok(Value::Texts(texts.collect::<Result<_, _>>()?))
        }
        (Kind::Table, DeValue::Table(table)) => {
            let entries = table.iter().map(|(key, item)| match item.get_ref() {
                DeValue::String(text) => Ok((key.get_ref().to_string(), text.to_string())),
                other => Err(wrong_type(
                    &format!("a string for `{}`", key.get_ref()),
                    other,
                )),
            });
            Ok(Value::Table(entries.collect::<Result<_, _>>()?))
        }
        (Kind::Text, DeValue::Integer(number)) => Err(unquoted(option, number.as_str())),
        (Kind::Text, DeValue::Float(number)) => Err(unquoted(option, number.as_str())),
        _ => Err(wrong_type(&kind.to_string(), value)),
    }
}

fn choice(names: &[&str], text: &str) -> Result<Value, Wrong> {
    if names.contains(&text) {
        return Ok(Value::Text(text.to_owned()));
    }
    // Of `v1` and `v2`, each is as near to `v5` as the other.
    let hint = match closest(text, names.iter().copied())[..] {
        [near] => did_you_mean(&[near]),
        _ => String::new(),
    };
    Err(format!("\"{text}\" is none of {}{hint}", names.join(", ")).into())
}

fn wrong_type(wanted: &str, found: &DeValue<'_>) -> Wrong {
    let found = match found {
        DeValue::Boolean(_) => "true or false",
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "an integer",
        DeValue::Float(_) => "a floating-point number",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "an array",
        DeValue::Table(_) => "a table",
    };
    format!("this is {found}, and should be {wanted}").into()
}

/// `min-kernel = 5.10` is a number, and the same as 5.1.
fn unquoted(option: &BuildOption, number: &str) -> Wrong {
    Wrong {
        message: "this is a number, and should be a string".to_owned(),
        help: Some(format!(
            "write it in quotes: {} = \"{number}\"",
            option.name
        )),
    }
}

/// The value with its paths relative to another folder than that of the manifest.
pub(super) fn relocated(kind: Kind, value: Value, manifest: &Path, from: &Path) -> Value {
    if !matches!(kind, Kind::Path | Kind::Paths | Kind::Tool) || manifest == from {
        return value;
    }
    let up: PathBuf = match from.strip_prefix(manifest) {
        Ok(below) => below.components().map(|_| Component::ParentDir).collect(),
        Err(_) => manifest.to_owned(),
    };
    let relocate = |path: &str| match (kind, Path::new(path).components().count()) {
        // A name, which is looked for in the `PATH`.
        (Kind::Tool, 1) => path.to_owned(),
        _ => up.join(path).to_string_lossy().into_owned(),
    };
    match value {
        Value::Text(text) => Value::Text(relocate(&text)),
        Value::Texts(texts) => Value::Texts(texts.iter().map(|text| relocate(text)).collect()),
        other => other,
    }
}
