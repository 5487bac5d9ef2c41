//! How long each stage of a build takes.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// A clock for the stages of a build, which whoever wants to know hands in with [`Options::timings`](crate::Options::timings). Clones are one
/// clock.
#[derive(Clone, Debug, Default)]
pub struct Timings(Arc<Mutex<Stages>>);

#[derive(Debug, Default)]
struct Stages {
    done: Vec<(String, Duration)>,
    running: Option<(String, Instant)>,
}

impl Timings {
    /// Begins a stage; the one that is running ends.
    pub fn enter(&self, stage: &str) {
        let mut stages = self.stages();
        stages.end();
        stages.running = Some((stage.to_owned(), Instant::now()));
    }

    /// Ends the stage that is running.
    pub fn end(&self) {
        self.stages().end();
    }

    /// The stages that have ended and how long each took, in their order, and the clock set back.
    #[must_use]
    pub fn take(&self) -> Vec<(String, Duration)> {
        let mut stages = self.stages();
        stages.end();
        std::mem::take(&mut stages.done)
    }

    fn stages(&self) -> MutexGuard<'_, Stages> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Stages {
    fn end(&mut self) {
        if let Some((stage, since)) = self.running.take() {
            self.done.push((stage, since.elapsed()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_ends_where_the_next_begins() {
        let timings = Timings::default();
        timings.clone().enter("link");
        timings.enter("emit");
        timings.end();
        timings.end();
        let names: Vec<_> = timings.take().into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["link", "emit"]);
        assert_eq!(timings.take(), []);
    }
}
