//! The real binary, run as users run it: what each verb does, what it says when it cannot, and with which code it ends.

mod build;
mod case;
mod explain;
mod general;
mod help;
mod kernel;
mod machine;
mod next_step;
mod types;
