//! Functions of the program that the kernel calls back: who takes one, and how it is called.
//!
//! Kernel: `set_loop_callback_state` and its siblings in `kernel/bpf/verifier.c`, which say what is in each register and
//! what may be returned; the C types are those of the documentation in `linux/bpf.h`, and of the kfuncs in
//! `kernel/bpf/helpers.c`.

use super::normalise;

/// What a helper or kfunc calls back.
#[derive(Debug, PartialEq, Eq)]
pub struct Callback {
    /// The C name of the helper or kfunc.
    pub taker: &'static str,
    /// How many parameters that has in C.
    pub arity: usize,
    /// Which of them is the function.
    pub index: usize,
    /// The parameters of the function.
    pub params: &'static [CallbackParam],
    /// The least and the greatest number that the function may return.
    pub results: (i64, i64),
    /// When it runs, and what of its caller's it is given.
    pub runs: Runs,
}

/// When a callback runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runs {
    /// During the call. Its last parameter is what the caller passes in the parameter of this index.
    With(usize),
    /// During the call, with nothing of the caller's.
    Alone,
    /// Later, when the program has ended.
    Later,
}

/// A parameter of a callback.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallbackParam {
    /// A number, by its name.
    Int(&'static str),
    /// An address, by its name.
    Pointer(&'static str),
}

impl Callback {
    /// The function's type in Go.
    #[must_use]
    pub fn go_type(&self) -> String {
        let params: Vec<_> = self
            .params
            .iter()
            .map(|param| match param {
                CallbackParam::Int(name) => format!("{name} uint64"),
                CallbackParam::Pointer(name) => format!("{name} unsafe.Pointer"),
            })
            .collect();
        format!("func({}) int64", params.join(", "))
    }

    /// What the results mean, as a message says it.
    #[must_use]
    pub fn meaning(&self) -> String {
        match self.results {
            (0, 0) => "0".to_owned(),
            (0, 1) if matches!(self.runs, Runs::With(_)) => "0 to go on or 1 to stop".to_owned(),
            (least, most) => format!("{least} to {most}"),
        }
    }
}

/// What a function calls back, by its name in C or in Go (`bpfLoop`, `bpfKfuncBpfWqSetCallbackImpl`); `None` for one that
/// takes no function.
#[must_use]
pub fn callback(taker: &str) -> Option<&'static Callback> {
    let name = normalise(taker);
    let name = name.strip_prefix("bpfkfunc").unwrap_or(&name);
    CALLBACKS
        .iter()
        .find(|known| normalise(known.taker) == name)
}

/// All that takes a callback.
#[must_use]
pub fn callbacks() -> &'static [Callback] {
    CALLBACKS
}

use CallbackParam::{Int, Pointer};

/// Of the element of a map in which the timer, work queue or task work lies.
const ELEMENT: &[CallbackParam] = &[Pointer("m"), Pointer("key"), Pointer("value")];

const CALLBACKS: &[Callback] = &[
    Callback {
        taker: "bpf_for_each_map_elem",
        arity: 4,
        index: 1,
        params: &[
            Pointer("m"),
            Pointer("key"),
            Pointer("value"),
            Pointer("ctx"),
        ],
        results: (0, 1),
        runs: Runs::With(2),
    },
    Callback {
        taker: "bpf_timer_set_callback",
        arity: 2,
        index: 1,
        params: ELEMENT,
        results: (0, 0),
        runs: Runs::Later,
    },
    Callback {
        taker: "bpf_find_vma",
        arity: 5,
        index: 2,
        params: &[Pointer("task"), Pointer("vma"), Pointer("ctx")],
        results: (0, 1),
        runs: Runs::With(3),
    },
    Callback {
        taker: "bpf_loop",
        arity: 4,
        index: 1,
        params: &[Int("index"), Pointer("ctx")],
        results: (0, 1),
        runs: Runs::With(2),
    },
    Callback {
        taker: "bpf_user_ringbuf_drain",
        arity: 4,
        index: 1,
        params: &[Pointer("dynptr"), Pointer("ctx")],
        results: (0, 1),
        runs: Runs::With(2),
    },
    Callback {
        taker: "bpf_wq_set_callback_impl",
        arity: 4,
        index: 1,
        params: ELEMENT,
        results: (0, 0),
        runs: Runs::Later,
    },
    // Its name since Linux 7.0, where the kernel fills in the last parameter.
    Callback {
        taker: "bpf_wq_set_callback",
        arity: 3,
        index: 1,
        params: ELEMENT,
        results: (0, 0),
        runs: Runs::Later,
    },
    Callback {
        taker: "bpf_rbtree_add_impl",
        arity: 5,
        index: 2,
        params: &[Pointer("a"), Pointer("b")],
        results: (0, 1),
        runs: Runs::Alone,
    },
    // As the work queue's, since Linux 7.1.
    Callback {
        taker: "bpf_rbtree_add",
        arity: 3,
        index: 2,
        params: &[Pointer("a"), Pointer("b")],
        results: (0, 1),
        runs: Runs::Alone,
    },
    Callback {
        taker: "bpf_task_work_schedule_signal_impl",
        arity: 5,
        index: 3,
        params: ELEMENT,
        results: (i32::MIN as i64, i32::MAX as i64),
        runs: Runs::Later,
    },
    Callback {
        taker: "bpf_task_work_schedule_resume_impl",
        arity: 5,
        index: 3,
        params: ELEMENT,
        results: (i32::MIN as i64, i32::MAX as i64),
        runs: Runs::Later,
    },
    Callback {
        taker: "bpf_task_work_schedule_signal",
        arity: 4,
        index: 3,
        params: ELEMENT,
        results: (i32::MIN as i64, i32::MAX as i64),
        runs: Runs::Later,
    },
    Callback {
        taker: "bpf_task_work_schedule_resume",
        arity: 4,
        index: 3,
        params: ELEMENT,
        results: (i32::MIN as i64, i32::MAX as i64),
        runs: Runs::Later,
    },
];
