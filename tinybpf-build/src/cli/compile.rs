//! The flags that say how to compile, for all verbs that do: the options of [`OPTIONS`] that have one.

use clap::{
    Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches, ValueEnum,
    builder::{EnumValueParser, PossibleValuesParser},
};
use tinybpf_core::OptLevel;

use crate::{
    builder::Settings,
    manifest::{BuildOption, Kind, OPTIONS, Value},
};

/// What optimisation is for.
const PROFILE: &str = "opt-profile";

/// How to compile; for IR that is there already, only what means something for it.
#[derive(Debug)]
pub(super) struct Compile<const IR: bool> {
    /// What the flags say.
    pub(super) settings: Settings,
}

/// What optimisation is for.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Profile {
    /// -O1: the machine code stays near the Go code
    Conservative,
    /// -O2
    Default,
    /// -O3: speed over size
    Aggressive,
    /// -Os: size over speed
    Size,
}

impl Profile {
    fn level(self) -> OptLevel {
        match self {
            Self::Conservative => OptLevel::O1,
            Self::Default => OptLevel::O2,
            Self::Aggressive => OptLevel::O3,
            Self::Size => OptLevel::Os,
        }
    }
}

/// The options that have flags, with these.
fn flags(ir: bool) -> impl Iterator<Item = (&'static BuildOption, &'static str)> {
    let options = OPTIONS.iter().filter(move |option| option.for_ir || !ir);
    options.filter_map(|option| Some((option, option.flag?)))
}

impl<const IR: bool> Args for Compile<IR> {
    fn augment_args(command: Command) -> Command {
        let mut command = command.next_help_heading("Compilation");
        for (option, flag) in flags(IR) {
            command = command.arg(arg(option, flag));
            if flag == "opt" {
                command = command.arg(
                    Arg::new(PROFILE)
                        .long(PROFILE)
                        .value_name("PROFILE")
                        .value_parser(EnumValueParser::<Profile>::new())
                        .conflicts_with(flag)
                        .help("How hard LLVM optimises, by what it is for"),
                );
            }
        }
        command
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

/// The flag of an option.
fn arg(option: &'static BuildOption, flag: &'static str) -> Arg {
    let arg = Arg::new(flag).long(flag).value_name(option.value);
    let arg = arg.help(format!("{} [default: {}]", option.doc, option.default));
    match option.kind {
        Kind::Bool => arg
            .num_args(0..=1)
            .require_equals(true)
            .default_missing_value("true")
            .value_parser(PossibleValuesParser::new(["true", "false"])),
        Kind::Choice(names) => arg.value_parser(PossibleValuesParser::new(names)),
        Kind::Text | Kind::Path | Kind::Tool => arg.value_parser(move |text: &str| {
            let value = Value::Text(text.to_owned());
            (option.set)(&mut Settings::default(), value).map(|()| text.to_owned())
        }),
        Kind::Texts | Kind::Paths => arg.action(ArgAction::Append).allow_hyphen_values(true),
        Kind::Table => arg
            .action(ArgAction::Append)
            .value_parser(move |text: &str| entry(text, option.value).map(|_| text.to_owned())),
    }
}

fn absolute(path: &str) -> String {
    let absolute = std::path::absolute(path);
    absolute.map_or_else(
        |_| path.to_owned(),
        |path| path.to_string_lossy().into_owned(),
    )
}

/// `NAME=VALUE`; of macros, the value may be left out.
fn entry(text: &str, shape: &str) -> Result<(String, String), String> {
    let may_lack = shape == "NAME=VALUE";
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() && (may_lack || !value.is_empty()) => {
            Ok((name.to_owned(), value.to_owned()))
        }
        None if may_lack && !text.is_empty() => Ok((text.to_owned(), String::new())),
        _ => Err(format!("write it as {shape}")),
    }
}

impl<const IR: bool> FromArgMatches for Compile<IR> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut settings = Settings::default();
        for (option, flag) in flags(IR) {
            let Some(texts) = matches.get_many::<String>(flag) else {
                continue;
            };
            let mut texts: Vec<String> = texts.cloned().collect();
            let value = match option.kind {
                Kind::Bool => Value::Bool(texts.iter().all(|text| text == "true")),
                // A relative path starts here, and not at the package.
                Kind::Paths => Value::Texts(texts.iter().map(|path| absolute(path)).collect()),
                Kind::Texts => Value::Texts(texts),
                Kind::Table => {
                    let entries = texts.iter().map(|text| entry(text, option.value));
                    Value::Table(entries.filter_map(Result::ok).collect())
                }
                _ => Value::Text(texts.pop().unwrap_or_default()),
            };
            (option.set)(&mut settings, value).map_err(|message| {
                clap::Error::raw(clap::error::ErrorKind::ValueValidation, message)
            })?;
        }
        if let Some(profile) = matches.get_one::<Profile>(PROFILE) {
            settings.opt_level = Some(profile.level());
        }
        Ok(Self { settings })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
