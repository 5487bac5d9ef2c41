//! The files of a project.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use tinybpf_core::Topic;

use super::kind::Template;
use crate::{Error, cargo, cli::Failure, library, process};

macro_rules! common {
    ($file:literal) => {
        include_str!(concat!("templates/", $file))
    };
}

/// A project that is to be made.
pub(super) struct Project<'a> {
    pub(super) name: &'a str,
    /// Its folder, which is not there, or empty.
    pub(super) folder: &'a Path,
    pub(super) template: &'a Template,
    /// Whether it becomes a Git repository; none: as Cargo decides.
    pub(super) git: Option<bool>,
    pub(super) has_xtask: bool,
}

impl Project<'_> {
    /// The workspace that the project is in.
    pub(super) fn workspace(&self) -> Option<PathBuf> {
        let mut above = self.folder.ancestors().skip(1);
        let root = above.find(|folder| {
            let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap_or_default();
            let mut lines = manifest.lines();
            lines.any(|line| line.trim_start().starts_with("[workspace"))
        });
        root.map(Path::to_owned)
    }

    /// Makes it, and returns what Cargo has to say.
    pub(super) fn make(&self) -> Result<Vec<String>, Failure> {
        let said = self.new_crate()?;
        let manifest = self.folder.join("Cargo.toml");
        let text = fs::read_to_string(&manifest).map_err(|source| Error::io(&manifest, source))?;
        self.write("Cargo.toml", &self.with_dependencies(&text))?;
        let template = self.template;
        for (path, text) in [
            (".gitignore", common!("common/gitignore")),
            ("README.md", common!("common/README.md")),
            ("build.rs", common!("common/build.rs")),
            ("src/loader.rs", common!("common/loader.rs")),
            ("src/main.rs", template.loader),
            ("src/tests.rs", template.tests),
            ("bpf/go.mod", common!("common/go.mod")),
            ("bpf/probe.go", template.program),
            ("bpf/probe_test.go", template.program_test),
        ] {
            self.write(path, text)?;
        }
        if self.workspace().is_none() {
            self.write(".github/workflows/ci.yml", common!("common/ci.yml"))?;
        }
        if self.makes_xtask() {
            let readme = [common!("common/README.md"), common!("xtask/readme.md")].concat();
            self.write("README.md", &readme)?;
            self.write(".cargo/config.toml", common!("xtask/config.toml"))?;
            self.write("xtask/Cargo.toml", common!("xtask/manifest.toml"))?;
            self.write("xtask/src/main.rs", common!("xtask/main.rs"))?;
        }
        library::vendor(&self.folder.join("bpf"))?;
        Ok(said)
    }

    /// A workspace has an xtask of its own, or none.
    fn makes_xtask(&self) -> bool {
        self.has_xtask && self.workspace().is_none()
    }

    /// Has Cargo make the crate: it knows what its version writes, about workspaces and version control.
    fn new_crate(&self) -> Result<Vec<String>, Failure> {
        let program = cargo::process("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(&program);
        command
            .arg(if self.folder.exists() { "init" } else { "new" })
            .args(["--bin", "--color", "never", "--name", self.name]);
        if let Some(git) = self.git {
            command.args(["--vcs", if git { "git" } else { "none" }]);
        }
        command.arg(self.folder);
        let output = process::output(&mut command).map_err(|error| {
            Error::toolchain(
                Topic::Setup,
                format!("{}, which makes the crate: {error}", program.display()),
                "install Rust from https://rustup.rs, which has Cargo",
            )
        })?;
        let text = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            let why = text.trim().trim_start_matches("error: ");
            return Err(Error::toolchain(
                Topic::Setup,
                format!("Cargo made no crate: {why}"),
                "mend what Cargo says, or choose another folder with --path",
            )
            .into());
        }
        let lines = text.lines().map(str::trim);
        let told = lines.filter(|line| line.starts_with("Adding") || line.starts_with("warning"));
        Ok(told.map(str::to_owned).collect())
    }

    /// Cargo's manifest with what the project depends on.
    fn with_dependencies(&self, manifest: &str) -> String {
        let mut text =
            manifest.replacen("[dependencies]\n", common!("common/dependencies.toml"), 1);
        if self.makes_xtask() {
            text.push_str(common!("xtask/workspace.toml"));
        }
        text
    }

    /// Writes a file, with what its template leaves open.
    fn write(&self, path: &str, template: &str) -> Result<(), Error> {
        let about = capitalised(self.template.about);
        let text = template
            .replace("{{name}}", self.name)
            .replace("{{about}}", &about)
            .replace(" {{arguments}}", &format!(" {}", self.template.arguments))
            .replace("{{version}}", env!("CARGO_PKG_VERSION"));
        let lines = text.lines().map(str::trim_end);
        let text: String = lines.map(|line| format!("{line}\n")).collect();
        let path = self.folder.join(path);
        let folder = path.parent().unwrap_or(self.folder);
        fs::create_dir_all(folder).map_err(|source| Error::io(folder, source))?;
        fs::write(&path, text).map_err(|source| Error::io(&path, source))
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
