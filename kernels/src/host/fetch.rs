//! Debian's kernels, from the mirror that this machine's own apt uses, with their signatures checked. Nothing is installed.

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

/// A kernel of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kernel {
    /// How the command line and the table call it.
    pub(crate) name: &'static str,
    /// Debian's suite that carries it.
    suite: &'static str,
    /// How its version starts.
    version: &'static str,
    /// Whether it comes and goes in its suite, which is then no failure.
    pub(crate) may_be_gone: bool,
}

/// The kernels of the matrix: those of Debian's releases, and the newest ones.
pub(crate) const KERNELS: &[Kernel] = &[
    Kernel {
        name: "5.10",
        suite: "bullseye-security",
        version: "5.10.",
        may_be_gone: true,
    },
    Kernel {
        name: "6.1",
        suite: "bookworm-security",
        version: "6.1.",
        may_be_gone: false,
    },
    Kernel {
        name: "6.12",
        suite: "trixie-security",
        version: "6.12.",
        may_be_gone: false,
    },
    Kernel {
        name: "sid",
        suite: "sid",
        version: "",
        may_be_gone: true,
    },
    Kernel {
        name: "newest",
        suite: "trixie-backports",
        version: "",
        may_be_gone: true,
    },
];

/// A kernel, and the folder with it or why there is none.
pub(crate) struct Fetched {
    pub(crate) kernel: Kernel,
    pub(crate) place: Result<PathBuf, String>,
}

/// Small: built for virtual machines, with what BPF needs.
const FLAVOUR: &str = "cloud-amd64";

/// The modules that the scenarios need, with those that they depend on, and those that have kfuncs.
#[rustfmt::skip]
const MODULES: &[&str] = &[
    "veth", "dummy", "tun", "sch_ingress", "cls_bpf", "act_bpf", "nf_conntrack", "nf_defrag_ipv4", "nf_defrag_ipv6", "libcrc32c", "nf_nat",
    "nf_flow_table", "xfrm_interface", "fou",
];

/// They as a line of text.
fn modules() -> String {
    MODULES.join(" ")
}

const KEYRING: &str = "/usr/share/keyrings/debian-archive-keyring.gpg";

/// The kernels in a folder; those that are missing, or all with `refresh`, are fetched.
pub(crate) fn fetch(
    cache: &Path,
    wanted: &[Kernel],
    refresh: bool,
) -> Result<Vec<Fetched>, Box<dyn Error>> {
    // One that was fetched when fewer modules were needed is not complete.
    let complete = |kernel: &Kernel| {
        let stamp = fs::read_to_string(cache.join(kernel.name).join("VERSION"));
        stamp.is_ok_and(|stamp| stamp.lines().nth(1) == Some(&modules()))
    };
    let fetch: Vec<_> = wanted.iter().filter(|k| refresh || !complete(k)).collect();
    let mut gone = Vec::new();
    if !fetch.is_empty() {
        fs::create_dir_all(cache)?;
        let work = tempfile::tempdir_in(cache)?;
        let apt = Apt::new(work.path(), &fetch)?;
        for kernel in fetch {
            match apt.newest(kernel)? {
                Some(package) => install(&apt, kernel, &package, cache, work.path())?,
                None => gone.push((
                    *kernel,
                    format!(
                        "Debian's {} has no kernel {}* any more",
                        kernel.suite, kernel.version
                    ),
                )),
            }
        }
    }
    let found = wanted.iter().map(|kernel| {
        let reason = gone.iter().find(|(gone, _)| gone == kernel);
        let folder = cache.join(kernel.name);
        let place = match reason {
            // What was fetched once stays of use.
            Some((_, reason)) if !complete(kernel) => Err(reason.clone()),
            _ => Ok(folder),
        };
        Fetched {
            kernel: *kernel,
            place,
        }
    });
    Ok(found.collect())
}

/// The release of a fetched kernel, such as `6.12.118+deb13-cloud-amd64`.
pub(crate) fn release(folder: &Path) -> Result<String, Box<dyn Error>> {
    let text = fs::read_to_string(folder.join("VERSION"))?;
    Ok(text
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_owned())
}

/// apt with lists of its own.
struct Apt {
    config: PathBuf,
}

struct Package {
    name: String,
    version: String,
}

impl Apt {
    fn new(work: &Path, kernels: &[&Kernel]) -> Result<Self, Box<dyn Error>> {
        let root = work.join("apt");
        for folder in ["lists/partial", "cache/archives/partial"] {
            fs::create_dir_all(root.join(folder))?;
        }
        fs::write(root.join("status"), "")?;
        let mirror = mirror()?;
        let mut sources = String::new();
        for Kernel { suite, .. } in kernels {
            let archive = if suite.ends_with("-security") {
                "debian-security"
            } else {
                "debian"
            };
            sources +=
                &format!("deb [arch=amd64 signed-by={KEYRING}] {mirror}/{archive} {suite} main\n");
        }
        fs::write(root.join("sources.list"), sources)?;
        let config = root.join("apt.conf");
        let root = root.display();
        fs::write(
            &config,
            format!(
                r#"Dir::Etc::sourcelist "{root}/sources.list"; Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null"; Dir::Etc::preferencesparts "/dev/null";
Dir::State "{root}"; Dir::State::lists "{root}/lists"; Dir::State::status "{root}/status";
Dir::Cache "{root}/cache"; Acquire::Languages "none"; Acquire::Retries "5";
APT::Architecture "amd64"; APT::Architectures "amd64"; APT::Sandbox::User "root";
"#
            ),
        )?;
        let apt = Self { config };
        apt.run(Command::new("apt-get").args(["-qq", "update"]))?;
        Ok(apt)
    }

    fn run(&self, command: &mut Command) -> Result<String, Box<dyn Error>> {
        run(command.env("APT_CONFIG", &self.config).env("LC_ALL", "C"))
    }

    /// The newest package of a kernel that its suite carries.
    fn newest(&self, kernel: &Kernel) -> Result<Option<Package>, Box<dyn Error>> {
        let names = self.run(Command::new("apt-cache").args(["pkgnames", "linux-image-"]))?;
        let end = format!("-{FLAVOUR}");
        let names: Vec<_> = names
            .lines()
            .filter(|name| {
                // Not the packages that only depend on the newest one.
                let release = name.trim_start_matches("linux-image-");
                let numbers = release
                    .split('.')
                    .take(3)
                    .filter(|n| n.starts_with(|c: char| c.is_ascii_digit()));
                name.ends_with(&end) && numbers.count() == 3
            })
            .collect();
        if names.is_empty() {
            return Ok(None);
        }
        let table = self.run(Command::new("apt-cache").arg("madison").args(names))?;
        let mut best: Option<Package> = None;
        for line in table.lines() {
            let columns: Vec<_> = line.split('|').map(str::trim).collect();
            let [name, version, source] = columns[..] else {
                continue;
            };
            let ours = source.contains(&format!(" {}/", kernel.suite));
            if !ours || !version.starts_with(kernel.version) {
                continue;
            }
            let newer = match &best {
                None => true,
                Some(best) => newer(version, &best.version)?,
            };
            if newer {
                best = Some(Package {
                    name: name.to_owned(),
                    version: version.to_owned(),
                });
            }
        }
        Ok(best)
    }
}

/// Downloads a kernel's packages and lays out what a boot needs.
fn install(
    apt: &Apt,
    kernel: &Kernel,
    package: &Package,
    cache: &Path,
    work: &Path,
) -> Result<(), Box<dyn Error>> {
    let place = cache.join(kernel.name);
    let release = package.name.trim_start_matches("linux-image-");
    let stamp = format!("{release} {}\n{}\n", package.version, modules());
    if fs::read_to_string(place.join("VERSION")).is_ok_and(|old| old == stamp) {
        println!(
            "kernel {}: {release} {} is the newest",
            kernel.name, package.version
        );
        return Ok(());
    }
    println!(
        "kernel {}: fetching {release} {}",
        kernel.name, package.version
    );
    let version = format!("{}={}", package.name, package.version);
    let shown = apt.run(Command::new("apt-cache").args(["show", &version]))?;
    // Newer releases split the image into several packages.
    let split = format!("linux-binary-{release}");
    let parts: Vec<_> = if shown.contains(&split) {
        ["binary", "modules", "base"]
            .map(|part| format!("linux-{part}-{release}={}", package.version))
            .to_vec()
    } else {
        vec![version]
    };
    let (downloads, files) = (
        work.join(kernel.name),
        work.join(format!("{}.files", kernel.name)),
    );
    fs::create_dir_all(&downloads)?;
    fs::create_dir_all(&files)?;
    apt.run(
        Command::new("apt-get")
            .args(["-q", "download"])
            .args(parts)
            .current_dir(&downloads),
    )?;
    for archive in fs::read_dir(&downloads)? {
        run(Command::new("dpkg-deb")
            .arg("-x")
            .arg(archive?.path())
            .arg(&files))?;
    }
    let draft = work.join(format!("{}.new", kernel.name));
    fs::create_dir_all(draft.join("modules"))?;
    lay_out(&files, &draft)?;
    unpack(&draft)?;
    fs::write(draft.join("VERSION"), stamp)?;
    if place.exists() {
        fs::remove_dir_all(&place)?;
    }
    fs::rename(draft, place)?;
    Ok(())
}

/// Copies the kernel, its configuration and the modules out of unpacked packages.
fn lay_out(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        if path.is_symlink() {
            continue;
        }
        if path.is_dir() {
            lay_out(&path, to)?;
            continue;
        }
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let (stem, end) = name.split_once(".ko").unwrap_or((&name, "none"));
        if name.starts_with("vmlinuz") {
            fs::copy(&path, to.join("vmlinuz"))?;
        } else if name == "config" || name.starts_with("config-") {
            fs::copy(&path, to.join("config"))?;
        } else if MODULES.contains(&stem) && end != "none" {
            let data = match end {
                ".xz" => run_bytes(Command::new("xz").arg("-dc").arg(&path))?,
                ".zst" => run_bytes(Command::new("zstd").arg("-qdc").arg(&path))?,
                _ => fs::read(&path)?,
            };
            fs::write(to.join("modules").join(format!("{stem}.ko")), data)?;
        }
    }
    Ok(())
}

/// The ELF file inside a `vmlinuz` (`Documentation/arch/x86/boot.rst`): it boots faster, and has the kernel's BTF.
fn unpack(folder: &Path) -> Result<(), Box<dyn Error>> {
    let image = fs::read(folder.join("vmlinuz"))?;
    let word = |at: usize| -> usize {
        image
            .get(at..at + 4)
            .map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]) as usize)
    };
    let setup_sectors = match image.get(0x1f1) {
        None | Some(0) => 4,
        Some(sectors) => usize::from(*sectors),
    };
    let start = (setup_sectors + 1) * 512 + word(0x248);
    let payload = image
        .get(start..start + word(0x24c))
        .ok_or("vmlinuz has no payload")?;
    // The last four bytes are the size of what is inside.
    let payload = &payload[..payload.len().saturating_sub(4)];
    let tool = match payload {
        [0x28, 0xb5, ..] => "zstd",
        [0x02, 0x21, ..] => "lz4",
        [0xfd, b'7', ..] => "xz",
        [0x1f, 0x8b, ..] => "gzip",
        _ => return Err("vmlinuz is packed in a way that is not known".into()),
    };
    let packed = folder.join("payload");
    fs::write(&packed, payload)?;
    let elf = run_bytes(
        Command::new(tool)
            .arg("-dc")
            .stdin(fs::File::open(&packed)?),
    )?;
    fs::remove_file(packed)?;
    if !elf.starts_with(b"\x7fELF") {
        return Err("what is inside vmlinuz is no ELF file".into());
    }
    fs::write(folder.join("vmlinux"), elf)?;
    Ok(())
}

/// The mirror of this machine's apt, without the name of the archive.
fn mirror() -> Result<String, Box<dyn Error>> {
    let mut files = vec![PathBuf::from("/etc/apt/sources.list")];
    if let Ok(folder) = fs::read_dir("/etc/apt/sources.list.d") {
        files.extend(folder.flatten().map(|entry| entry.path()));
    }
    files.sort();
    let texts = files
        .iter()
        .filter_map(|file| fs::read_to_string(file).ok());
    let words: Vec<String> = texts
        .flat_map(|text| {
            text.split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect();
    let mirror = words
        .iter()
        .find_map(|word| word.trim_end_matches('/').strip_suffix("/debian"));
    Ok(mirror
        .ok_or("apt's sources name no mirror of Debian")?
        .to_owned())
}

fn newer(a: &str, b: &str) -> Result<bool, Box<dyn Error>> {
    let status = Command::new("dpkg")
        .args(["--compare-versions", a, "gt", b])
        .status()?;
    Ok(status.success())
}

fn run(command: &mut Command) -> Result<String, Box<dyn Error>> {
    Ok(String::from_utf8_lossy(&output(command.stdin(Stdio::null()))?.stdout).into_owned())
}

fn run_bytes(command: &mut Command) -> Result<Vec<u8>, Box<dyn Error>> {
    Ok(output(command)?.stdout)
}

fn output(command: &mut Command) -> Result<Output, Box<dyn Error>> {
    let output = command
        .output()
        .map_err(|error| format!("{command:?}: {error}"))?;
    // lz4 and xz complain about the missing end of a kernel's payload, after all that counts.
    if output.status.success() || output.stdout.starts_with(b"\x7fELF") {
        return Ok(output);
    }
    let errors = String::from_utf8_lossy(&output.stderr);
    Err(format!("{command:?}: {}\n{errors}", output.status).into())
}
