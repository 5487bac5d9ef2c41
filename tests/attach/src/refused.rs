//! What `load` says of a program that the kernel refuses.

mod bindings {
    include!(concat!(env!("OUT_DIR"), "/refused.rs"));
}

use bindings::Refused;

#[test]
fn load_explains_why() {
    if !tests::can_load() {
        return;
    }
    let error = Refused::builder().load().unwrap_err();
    for text in [error.to_string(), format!("{error:?}")] {
        for expected in [
            "program `prog` (main.go:10): the kernel refuses it",
            "error[packet-bounds]",
            "--> main.go:17:5",
            "if *port == 53",
            "= help: ",
        ] {
            assert!(text.contains(expected), "{expected} is not in:\n{text}");
        }
    }
    // The log itself is there for those who read it.
    let log = error.verifier_log().unwrap();
    assert!(
        log.contains("R1 offset is outside of the packet")
            || log.contains("invalid access to packet"),
        "{log}"
    );
}
