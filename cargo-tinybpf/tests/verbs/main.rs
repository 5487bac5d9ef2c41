//! The real binary, run as users run it: what each verb does, what it says when it cannot, and with which code it ends.

mod build;
mod case;
mod general;
mod help;
mod machine;
mod types;
