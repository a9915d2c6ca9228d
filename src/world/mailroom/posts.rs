//! Who takes letters.

use crate::world::config::{ConfigFault, Configuration};
use crate::world::post::Post;

/// Opens a post. The tests have posts of every manner.
pub trait Posts: Send + Sync {
    /// The post that the settings name, with the password fetched. No connection is opened yet.
    ///
    /// # Errors
    /// [`ConfigFault`] where nothing is settled, or what is cannot be used.
    fn open(&self, configuration: &Configuration) -> Result<Box<dyn Post>, ConfigFault>;
}

/// The mail server of the settings.
#[derive(Debug, Clone, Copy, Default)]
pub struct SettledServer;

impl Posts for SettledServer {
    fn open(&self, configuration: &Configuration) -> Result<Box<dyn Post>, ConfigFault> {
        Ok(Box::new(configuration.smtp()?))
    }
}
