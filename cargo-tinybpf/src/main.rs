//! `cargo tinybpf`: the command line of [`tinybpf_build`].

fn main() -> std::process::ExitCode {
    tinybpf_build::cli::main()
}
