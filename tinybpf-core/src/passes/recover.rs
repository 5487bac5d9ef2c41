//! All that is wrong is told in one build: what a pass reported is cut out, and the passes go over what is left.
//!
//! A pass that reported leaves a module that the next one cannot work on. So the way from IR to object begins anew, each time
//! with all that was reported so far cut out of the input ([`cut`]), until nothing more is found. Three rules keep consequences of
//! a cut from being told:
//!
//! - **Each pass is heard once**, the first time that it reports: it saw all that earlier passes had nothing against. What it
//!   finds after that comes of cuts.
//! - **What depends on a cut is not told** ([`consequences`]): neither what is computed from a value that is unknown now, nor what was
//!   to be changed by code that is gone.
//! - **Warnings are told of the first round only**: what is pointless or never used may be so for a cut. rustc, too, runs its late lints
//!   on what has no errors only.
//!
//! Errors of both kinds are cut like the rest, so that later passes get to see what lies behind. Whatever else goes wrong after the first
//! round is no fault of the user's, and ends the search.

mod consequences;
mod cut;

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use self::consequences::Consequences;
use super::{Cx, rejected};
use crate::{Diagnostic, Error, Position, Severity, in_source_order, llvm::Module};

/// More rounds than there are passes that report.
const MOST_ROUNDS: usize = 32;

/// What is to be cut out of the input.
#[derive(Default)]
pub(crate) struct Cuts(BTreeMap<Position, Depth>);

/// How much goes where something was reported. It is more where less did not help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Depth {
    /// The instructions at that place; of a declaration, what makes it a program.
    Place,
    /// The whole function or variable.
    Whole,
}

/// Why a round ended without an object.
pub(crate) struct Stopped {
    pub(crate) error: Error,
    /// The number of the pass or stage; linking has none, 0.
    pub(crate) pass: usize,
    /// Boxed, for it goes up with each error.
    pub(crate) consequences: Box<Consequences>,
}

impl From<Error> for Stopped {
    /// What goes wrong without the user's Go being at fault.
    fn from(error: Error) -> Self {
        Self {
            error,
            pass: 0,
            consequences: Box::default(),
        }
    }
}

/// Compiles as often as it takes to find all that is wrong.
///
/// # Errors
/// What the first round returns; when that is [`Error::Rejected`], with the findings of all rounds.
pub(crate) fn compile<T>(round: impl Fn(&Cuts) -> Result<T, Stopped>) -> Result<T, Error> {
    let mut cuts = Cuts::default();
    let mut told = Vec::new();
    let mut heard = None;
    for _ in 0..MOST_ROUNDS {
        let stopped = match round(&cuts) {
            Err(stopped) => stopped,
            Ok(done) if heard.is_none() => return Ok(done),
            Ok(_) => break,
        };
        let Error::Rejected(found) = stopped.error else {
            if heard.is_none() {
                return Err(stopped.error);
            }
            break;
        };
        let goes_on = cuts.add(&found);
        if heard.is_none_or(|heard| stopped.pass > heard) {
            let is_told = |finding: &Diagnostic| {
                heard.is_none()
                    || finding.severity == Severity::Error
                        && !(stopped.consequences).contain(finding.position.as_ref(), stopped.pass)
            };
            told.extend(found.into_iter().filter(is_told));
            heard = Some(stopped.pass);
        }
        if !goes_on {
            break;
        }
    }
    Err(Error::Rejected(in_source_order(told)))
}

impl Cuts {
    /// Whether this is not the first round.
    pub(crate) fn is_any(&self) -> bool {
        !self.0.is_empty()
    }

    /// Adds the places of errors. Whether there is more to cut than before.
    fn add(&mut self, found: &[Diagnostic]) -> bool {
        let errors = found.iter().filter(|d| d.severity == Severity::Error);
        let places: BTreeSet<_> = errors.filter_map(|d| d.position.clone()).collect();
        let mut more = false;
        for place in places {
            match self.0.get_mut(&place) {
                None => {
                    self.0.insert(place, Depth::Place);
                    more = true;
                }
                Some(depth) if *depth == Depth::Place => {
                    *depth = Depth::Whole;
                    more = true;
                }
                Some(_) => {}
            }
        }
        more
    }

    /// Cuts it all out of a module that was just linked.
    ///
    /// # Errors
    /// What linking reported, in the first round.
    pub(crate) fn apply(&self, cx: &mut Cx<'_>, module: &Module<'_>) -> Result<(), Error> {
        if self.is_any() {
            cx.diagnostics.retain(|d| d.severity != Severity::Error);
            cx.consequences = Some(cut::cut(module, &self.0));
        }
        match cx.has_errors() {
            true => Err(rejected(cx)),
            false => Ok(()),
        }
    }
}
