//! The level from which on programs log.

use tinybpf_core::{LogLevel, Topic};

use super::Builder;
use crate::{Error, cargo::Cargo};

/// The level of logs, where the build script names none.
const LOG_LEVEL: &str = "TINYBPF_LOG_LEVEL";

impl Builder {
    /// The level from which on programs log with the Go package (`bpf.Info` and its like): of logs below it nothing is left in the
    /// object, and without any, there is no ring buffer either. Default: the environment variable `TINYBPF_LOG_LEVEL` (`debug`,
    /// `info`, `warn`, `error` or `off`), or [`LogLevel::Info`], in builds for debugging and for release alike.
    pub fn log_level(&mut self, level: LogLevel) -> &mut Self {
        self.settings.log_level = Some(level);
        self
    }

    /// The level from which on programs log.
    pub(super) fn log_level_for(&self, cargo: &Cargo) -> Result<LogLevel, Error> {
        let named = cargo.env(LOG_LEVEL).unwrap_or_default();
        match self.settings.log_level {
            Some(level) => Ok(level),
            None if named.is_empty() => Ok(LogLevel::default()),
            None => named.to_string_lossy().parse().map_err(|message: String| {
                let help = "set it to debug, info, warn, error or off";
                Error::input(Topic::Setting, LOG_LEVEL, message, help)
            }),
        }
    }
}
