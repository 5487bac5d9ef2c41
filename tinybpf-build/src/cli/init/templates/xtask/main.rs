fn main() -> std::process::ExitCode {
    tinybpf_build::cli::main()
}
