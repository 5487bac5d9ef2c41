//! Builds that an earlier one spares.

use std::time::SystemTime;

use tinybpf_core::Library;

use super::{Builder, Output, places::Places, trace::Trace};
use crate::{
    Error,
    cache::{Cache, Dependencies, Entry},
    cargo::Cargo,
    clang::Clang,
    hash::hash,
    output,
    tinygo::{Env, TinyGo, cache_dir, file_identity, go_env_file},
};

/// Turns the cache off.
const VARIABLE: &str = "TINYBPF_CACHE";

/// Whether the environment turns the cache off.
pub(crate) fn is_off(env: Env) -> bool {
    env(VARIABLE).is_some_and(|value| value == "off" || value == "0")
}

impl Builder {
    /// Whether to take what an earlier build made of the same sources with the same options and tools, of whatever crate, profile and target
    /// folder, and to keep what this one makes. Default: yes. `TINYBPF_CACHE=off` turns it off for all builds.
    ///
    /// It is in the folder that [`tinygo::cache_dir`](crate::tinygo::cache_dir) names, and takes up to 256 MiB; what was not used for longest
    /// goes first. Where it cannot be written, builds do without. [`dump_ir`](Self::dump_ir), [`tinygo_args`](Self::tinygo_args) and modes
    /// that say that they compile ([`Mode::Require`](super::Mode::Require) …) make no use of it.
    pub fn cache(&mut self, cache: bool) -> &mut Self {
        self.settings.cache = Some(cache);
        self
    }

    /// Takes what an earlier build made, or compiles.
    pub(super) fn build_or_reuse(&self, places: &Places, cargo: &Cargo) -> Result<Output, Error> {
        let started = SystemTime::now();
        self.timings.enter("cache");
        // The key asks the tools, which takes time: only where there is a cache to look into.
        let found = self
            .open_cache(cargo)
            .and_then(|cache| Some((cache, self.key(places, cargo)?)));
        let Some((cache, key)) = found else {
            return self.build(places, cargo);
        };
        if let Some(entry) = cache.take(&key) {
            return self.reuse(entry, places, cargo);
        }
        let mut trace = Trace::default();
        let (object, bindings) = self.make(places, cargo, &mut trace)?;
        let has_go = !places.packages.is_empty();
        if let Some(settings) = has_go
            .then(|| go_env_file(&|variable| cargo.env(variable)))
            .flatten()
        {
            trace.reads.file(settings);
        }
        let dependencies = trace.reads.now(started);
        let mut entry = Entry {
            dependencies: Dependencies::default(),
            sources: trace.sources,
            warnings: trace.warnings,
            object,
            bindings,
        };
        // Asked again, as TinyGo may have chosen another Go.
        let key = self.key(places, cargo);
        let is_certain = self.used_llvm_of_key(places, cargo);
        if let Some((dependencies, key)) = dependencies.zip(key).filter(|_| is_certain) {
            entry.dependencies = dependencies;
            if let Err(why) = cache.keep(&key, &entry) {
                cargo.note(&format!("nothing is kept for later builds: {why}"));
            }
        }
        self.leave(places, entry.object, &entry.bindings)
    }

    /// Leaves the files and says the words of an earlier build.
    fn reuse(&self, entry: Entry, places: &Places, cargo: &Cargo) -> Result<Output, Error> {
        if !places.packages.is_empty() {
            self.find_tinygo(cargo)?;
        }
        let trace = Trace {
            sources: entry.sources,
            warnings: entry.warnings,
            ..Trace::default()
        };
        trace.tell(places, None, cargo);
        for warning in &entry.object.warnings {
            cargo.finding(&places.locate(warning.clone()));
        }
        output::prepare(&places.out_dir)?;
        let output = self.leave(places, entry.object, &entry.bindings)?;
        Ok(Output {
            cached: true,
            ..output
        })
    }

    /// The cache, unless something forbids to use it.
    fn open_cache(&self, cargo: &Cargo) -> Option<Cache> {
        let off = is_off(&|variable| cargo.env(variable));
        // What other arguments read, nobody tells.
        let is_certain = self.settings.tinygo_args.is_empty() && self.settings.dump_ir.is_none();
        if off || !self.settings.cache.unwrap_or(true) || !is_certain {
            return None;
        }
        Some(Cache::new(&cache_dir(&|variable| cargo.env(variable))?))
    }

    /// A hash of all that the files depend on but for the contents of what is read. `None` where a tool is not there, or may change
    /// without a trace.
    fn key(&self, places: &Places, cargo: &Cargo) -> Option<String> {
        let env = |variable: &str| cargo.env(variable);
        let options = self.options(places, cargo).ok()?;
        let mut lines = vec![
            format!("tinybpf-build {}", env!("CARGO_PKG_VERSION")),
            format!("tinybpf-core {}", tinybpf_core::VERSION),
            format!("tinybpf-object {}", tinybpf_core::OBJECT_VERSION),
            format!("code {}", env!("TINYBPF_CODE")),
            format!(
                "llvm {}",
                file_identity(&Library::locate(options.llvm.as_deref())?)?
            ),
            format!("name {:?}", places.name()),
            format!("sources {:?}", self.source_names(places)),
            format!("packages {:?}", places.packages),
            format!("endian {:?}", options.endian),
            format!("runtime {:?}", self.settings.runtime.unwrap_or_default()),
        ];
        for (name, value) in self.told_options(places, cargo).ok()? {
            lines.push(format!("{name} {value}"));
        }
        if !places.packages.is_empty() {
            let tinygo = TinyGo::find(self.settings.tinygo.as_deref(), &env).ok()?;
            lines.push(tinygo.identity(&env)?);
        }
        if self.has_other_sources() {
            // Paths in C's debug info and in its warnings start there.
            lines.push(format!("crate {:?}", places.manifest_dir));
            lines.push(format!("inputs {:?}", places.inputs));
        }
        if !places.c_sources.is_empty() {
            lines.push(Clang::identity(self.clang_setting(), &env)?);
            lines.push(format!(
                "c {:?} {:?}",
                places.c_sources,
                cargo.env("CARGO_CFG_TARGET_ARCH")
            ));
        }
        Some(hash(lines.join("\n").as_bytes()))
    }

    /// Whether the library that the key has is the one that compiled: another one takes the place of one that is of no use.
    fn used_llvm_of_key(&self, places: &Places, cargo: &Cargo) -> bool {
        let options = self.options(places, cargo).ok();
        options.is_some_and(|options| {
            let library = Library::find(options.llvm.as_deref());
            library.is_ok_and(|library| {
                Library::locate(options.llvm.as_deref()).as_deref() == Some(library.path())
            })
        })
    }
}
