//! Which files a package is made of.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use tinybpf_core::Diagnostic;

use super::{
    TinyGo,
    core_types::{self, Declarations},
    directives, overlay,
};
use crate::{Error, Topic, library};

/// The local files of a package and of all that it imports: not the standard library's, and not those of downloaded
/// modules, which `go.sum` stands for.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    /// Files that are compiled.
    pub compiled: Vec<PathBuf>,
    /// Those, files that build constraints exclude, embedded files, and `go.mod`, `go.sum`, `go.work`.
    pub all: Vec<PathBuf>,
    /// All Go files that are compiled, those of downloaded modules too, with the names that the IR has for their packages.
    pub packages: Vec<(String, PathBuf)>,
    /// The folders of packages that embed files, by patterns that other files may match, too.
    pub embedding: Vec<PathBuf>,
}

impl Sources {
    /// Directives that do nothing, which TinyGo passes over.
    pub(crate) fn findings(&self) -> Vec<Diagnostic> {
        directives::check(&self.compiled)
    }

    /// What the files declare.
    pub(crate) fn declarations(&self) -> Declarations {
        core_types::read(&self.packages)
    }
}

/// One line for each local package's folder, file and module file, after a word that says which.
const TEMPLATE: &str = "{{if not .Standard}}dir\t{{.Dir}}
package\t{{if eq .Name `main`}}main{{else}}{{.ImportPath}}{{end}}
{{range .GoFiles}}go\t{{.}}
{{end}}{{range .CgoFiles}}go\t{{.}}
{{end}}{{range .CFiles}}other\t{{.}}
{{end}}{{range .HFiles}}other\t{{.}}
{{end}}{{range .SFiles}}other\t{{.}}
{{end}}{{range .EmbedFiles}}other\t{{.}}
{{end}}{{if .EmbedPatterns}}embeds\t{{.Dir}}
{{end}}{{range .IgnoredGoFiles}}other\t{{.}}
{{end}}{{with .Module}}mod\t{{.GoMod}}
{{with .Replace}}mod\t{{.GoMod}}
{{end}}{{end}}{{end}}";

pub(super) fn list(tinygo: &TinyGo, package: &Path, tags: &[String]) -> Result<Sources, Error> {
    let mut command = Command::new(tinygo.go.path());
    tinygo.go.apply(&mut command, &tinygo.dirs.path);
    command
        .current_dir(package)
        // With TinyGo's idea of the system, which decides what build constraints include.
        .envs([("GOOS", "linux"), ("GOARCH", "amd64"), ("CGO_ENABLED", "1")])
        // An error in a source file is TinyGo's to report.
        .args(["list", "-e", "-deps", "-tags"])
        .arg(all_tags(tags))
        .args(["-f", TEMPLATE, "."]);
    if !has_module(package) {
        command.env("GO111MODULE", "off");
    }
    // Go does not even list without a cache that it can write to.
    let scratch = (!overlay::has_go_cache(&tinygo.dirs))
        .then(tempfile::tempdir)
        .transpose()
        .map_err(|source| Error::io(std::env::temp_dir(), source))?;
    if let Some(scratch) = &scratch {
        command.env("GOCACHE", scratch.path());
    }
    let output = crate::process::output(&mut command)
        .map_err(|source| Error::io(tinygo.go.path(), source))?;
    if !output.status.success() {
        return Err(Error::toolchain(
            Topic::GoImport,
            format!(
                "`go list` failed in {} ({}):\n{}",
                package.display(),
                output.status,
                String::from_utf8_lossy(&output.stderr).trim()
            ),
            "see to it that `go list .` works in this folder",
        ));
    }
    let mut sources = parse(&String::from_utf8_lossy(&output.stdout));
    sources.all.extend(workspace(package));
    sources.all.sort();
    sources.all.dedup();
    library::check(&sources.packages)?;
    Ok(sources)
}

/// The tags that TinyGo sets for our target, and the user's.
fn all_tags(tags: &[String]) -> String {
    const TINYGO: &str =
        "tinybpf,tinygo,purego,osusergo,math_big_pure_go,gc.none,scheduler.none,serial.none";
    let mut all = TINYGO.to_owned();
    for tag in tags {
        all.push(',');
        all.push_str(tag);
    }
    all
}

/// Whether a folder is inside a Go module or workspace.
pub(super) fn has_module(dir: &Path) -> bool {
    above(dir).any(|dir| dir.join("go.mod").is_file() || dir.join("go.work").is_file())
}

/// The files of the Go workspace that a folder is in.
fn workspace(dir: &Path) -> Vec<PathBuf> {
    let Some(root) = above(dir).find(|dir| dir.join("go.work").is_file()) else {
        return Vec::new();
    };
    let files = ["go.work", "go.work.sum"].map(|name| root.join(name));
    files.into_iter().filter(|file| file.is_file()).collect()
}

fn above(dir: &Path) -> impl Iterator<Item = PathBuf> {
    let dir = fs::canonicalize(dir).unwrap_or_else(|_| dir.to_owned());
    let folders: Vec<_> = dir.ancestors().map(Path::to_owned).collect();
    folders.into_iter()
}

fn parse(list: &str) -> Sources {
    let mut compiled = BTreeSet::new();
    let mut all = BTreeSet::new();
    let (mut packages, mut embedding) = (Vec::new(), Vec::new());
    let (mut dir, mut package) = (PathBuf::new(), String::new());
    for line in list.lines() {
        let Some((what, name)) = line.split_once('\t') else {
            continue;
        };
        if what == "go" && !dir.as_os_str().is_empty() {
            packages.push((package.clone(), dir.join(name)));
        }
        match what {
            "dir" => dir = name.into(),
            "package" => name.clone_into(&mut package),
            "embeds" => embedding.push(dir.clone()),
            // A package that cannot be found has no folder.
            _ if name.is_empty() || dir.as_os_str().is_empty() || downloaded(&dir) => {}
            "go" => {
                compiled.insert(dir.join(name));
                all.insert(dir.join(name));
            }
            "mod" => {
                let module = dir.join(name);
                let sums = module.with_file_name("go.sum");
                all.extend(sums.is_file().then_some(sums));
                all.insert(module);
            }
            _ => drop(all.insert(dir.join(name))),
        }
    }
    Sources {
        compiled: compiled.into_iter().collect(),
        all: all.into_iter().collect(),
        packages,
        embedding,
    }
}

/// Whether a folder is in the module cache, where every module's folder ends in its version, as `name@v1.2.3`.
fn downloaded(dir: &Path) -> bool {
    dir.components()
        .any(|part| part.as_os_str().to_string_lossy().contains("@v"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_packages_only() {
        let list = "dir\t/home/me/lib\npackage\texample.com/lib\ngo\tlib.go\nmod\t/home/me/go.mod\n\
                    dir\t/cache/example.com/x@v1.2.3/y\npackage\texample.com/x/y\ngo\ty.go\nmod\t/cache/example.com/x@v1.2.3/go.mod\n\
                    dir\t\n\
                    dir\t/home/me/bpf\npackage\tmain\ngo\tmain.go\nother\tstub.go\nmod\t/home/me/go.mod\n";
        let sources = parse(list);
        let paths = |names: &[&str]| names.iter().map(PathBuf::from).collect::<Vec<_>>();
        let packages: Vec<_> = sources
            .packages
            .iter()
            .map(|(name, _)| name.as_str())
            .collect();
        assert_eq!(packages, ["example.com/lib", "example.com/x/y", "main"]);
        assert_eq!(
            sources.compiled,
            paths(&["/home/me/bpf/main.go", "/home/me/lib/lib.go"])
        );
        assert_eq!(
            sources.all,
            paths(&[
                "/home/me/bpf/main.go",
                "/home/me/bpf/stub.go",
                "/home/me/go.mod",
                "/home/me/lib/lib.go"
            ])
        );
    }
}
