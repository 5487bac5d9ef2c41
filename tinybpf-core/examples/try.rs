//! scratch
use tinybpf_core::*;
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    for i in 0..6 {
        let options = Options::default();
        let t = std::time::Instant::now();
        match compile(&[Input::from(args[0].as_str())], &options) {
            Ok(o) => {
                std::fs::write("/tmp/w/out.o", &o.data).unwrap();
                println!("{i} {} bytes {:?}", o.data.len(), t.elapsed());
                for w in o.warnings {
                    println!("{w}");
                }
            }
            Err(e) => println!("{i} {:?} {e}", t.elapsed()),
        }
    }
}
