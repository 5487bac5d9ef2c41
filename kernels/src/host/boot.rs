//! A virtual machine that runs this program as root in a kernel of our choice.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fs, io,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use super::cpio::Cpio;

/// A whole run of the suite takes some four minutes where two machines run side by side; this much on a host that is busy with
/// other things.
pub(crate) const LIMIT: Duration = Duration::from_secs(900);

/// Boots a kernel, runs this program's guest side beside the files in `/t`, and returns what it printed.
///
/// # Errors
///
/// The machine did not come up, did not end in time or died, with the end of its console; or the program failed.
pub(crate) fn boot(
    kernel: &Path,
    program: &Path,
    files: &[(String, PathBuf)],
    limit: Duration,
) -> Result<String, Box<dyn Error>> {
    let work = tempfile::tempdir()?;
    let image = work.path().join("initrd");
    fs::write(&image, initramfs(kernel, program, files)?)?;
    let mut machine = Machine(command(kernel, &image, work.path()).spawn()?);
    let start = Instant::now();
    let ended = loop {
        if machine.0.try_wait()?.is_some() {
            break true;
        }
        if start.elapsed() > limit {
            break false;
        }
        thread::sleep(Duration::from_millis(50));
    };
    let text = |name| {
        let bytes = fs::read(work.path().join(name)).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let output = text("output");
    match text("status").trim() {
        "0" if ended => Ok(output),
        "" => {
            let what = if ended {
                "the machine died"
            } else {
                "the machine did not end in time"
            };
            let (console, errors) = (text("console"), text("qemu"));
            Err(format!("{what}\n{errors}{}\n{output}", tail(&console, 40)).into())
        }
        status => Err(format!("the suite ended with status {status}\n{output}").into()),
    }
}

/// Ends with its owner.
struct Machine(Child);

impl Drop for Machine {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn command(kernel: &Path, image: &Path, work: &Path) -> Command {
    // The ELF file boots through its PVH note, without the slow decompressor.
    let file = ["vmlinux", "vmlinuz"].map(|name| kernel.join(name));
    let file = file.iter().find(|file| file.exists()).unwrap_or(&file[1]);
    let serial = |name: &str| format!("file:{}", work.join(name).display());
    let mut command = Command::new("qemu-system-x86_64");
    command
        // With threads for each CPU, emulation breaks where the kernel changes its own code: kprobes, fentry.
        .args(["-machine", "q35", "-accel", "tcg,thread=single", "-cpu", "max", "-smp", "2", "-m", "1G"])
        .args(["-nodefaults", "-no-user-config", "-no-reboot", "-display", "none", "-monitor", "none"])
        .args(["-append", "console=ttyS0 quiet panic=-1 oops=panic no_timer_check cryptomgr.notests lsm=landlock,bpf"])
        .arg("-kernel")
        .arg(file)
        .arg("-initrd")
        .arg(image);
    for name in ["console", "output", "status"] {
        command.args(["-serial", &serial(name)]);
    }
    let errors = fs::File::create(work.join("qemu")).map_or_else(|_| Stdio::null(), Stdio::from);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(errors);
    command
}

/// The machine's first file system: busybox, the kernel's modules, the program with its libraries, the files.
fn initramfs(
    kernel: &Path,
    program: &Path,
    files: &[(String, PathBuf)],
) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut cpio = Cpio::default();
    for folder in ["dev", "proc", "sys", "root", "tmp", "run", "sbin", "etc"] {
        cpio.folder(folder);
    }
    cpio.device("dev/console", (5, 1));
    cpio.file("init", 0o755, include_bytes!("../../guest/init"));
    cpio.file(
        "sbin/modprobe",
        0o755,
        include_bytes!("../../guest/modprobe"),
    );
    cpio.file("etc/passwd", 0o644, b"root:x:0:0::/root:/bin/sh\n");
    let busybox = which::which("busybox")?;
    cpio.copy("bin/busybox", &busybox)?;
    let list = Command::new(&busybox).arg("--list").output()?;
    for applet in String::from_utf8_lossy(&list.stdout).split_whitespace() {
        if applet != "busybox" {
            cpio.link(format!("bin/{applet}"), "busybox");
        }
    }
    // Where libbpf looks for it; the guest knows its release.
    cpio.copy("boot/config", &kernel.join("config"))?;
    modules(&mut cpio, &kernel.join("modules"))?;
    cpio.copy("t/kernels", program)?;
    for library in libraries(program)? {
        cpio.copy(&library, &library)?;
    }
    for (name, file) in files {
        cpio.copy(format!("t/{name}"), file)?;
    }
    Ok(cpio.finish())
}

/// The shared libraries that a program needs, as the host's `ldd` finds them.
fn libraries(program: &Path) -> Result<BTreeSet<PathBuf>, Box<dyn Error>> {
    let output = Command::new("ldd").arg(program).output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    Ok(text
        .split_whitespace()
        .filter(|word| word.starts_with('/'))
        .map(PathBuf::from)
        .collect())
}

/// The kernel's modules, and for each of their aliases which files to load in which order.
fn modules(cpio: &mut Cpio, folder: &Path) -> io::Result<()> {
    let mut known = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let data = fs::read(&path)?;
        cpio.file(format!("lib/modules/{name}.ko"), 0o644, &data);
        let aliases = words(&data, "alias");
        let needs = words(&data, "depends");
        let needs: Vec<_> = needs
            .iter()
            .flat_map(|list| list.split(','))
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect();
        known.insert(name.into_owned(), (aliases, needs));
    }
    let mut table = String::new();
    for (name, (aliases, _)) in &known {
        let mut order = Vec::new();
        load_order(name, &known, &mut order);
        let files: Vec<_> = order.iter().map(|name| format!("{name}.ko")).collect();
        for alias in aliases.iter().chain([name]) {
            table += &format!("{alias} {}\n", files.join(" "));
        }
    }
    cpio.file("lib/modules/alias", 0o644, table.as_bytes());
    Ok(())
}

type Modules = BTreeMap<String, (Vec<String>, Vec<String>)>;

fn load_order(name: &str, known: &Modules, order: &mut Vec<String>) {
    let Some((_, needs)) = known.get(name) else {
        return;
    };
    for need in needs {
        load_order(need, known, order);
    }
    if !order.iter().any(|other| other == name) {
        order.push(name.to_owned());
    }
}

/// The values of a key in a module's `.modinfo`: strings `key=value`, each ended by a zero byte.
fn words(module: &[u8], key: &str) -> Vec<String> {
    module
        .split(|byte| *byte == 0)
        .filter_map(|word| word.strip_prefix(key.as_bytes())?.strip_prefix(b"="))
        .filter_map(|value| String::from_utf8(value.to_vec()).ok())
        .collect()
}

fn tail(text: &str, lines: usize) -> String {
    let all: Vec<_> = text.lines().collect();
    all[all.len().saturating_sub(lines)..].join("\n")
}
