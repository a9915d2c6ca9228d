//! Why the making of a copy stops.

use std::io;

use crate::domain::correction::Obstacle;
use crate::domain::workbook::ReadFault;
use crate::world::workbook::fault::damaged;

/// Why no copy comes about.
#[derive(Debug)]
pub(super) enum Stop {
    /// The original cannot be read.
    Read(ReadFault),
    /// The copy cannot be written.
    Write(io::Error),
    /// The original can be read, but not changed without harm.
    Obstacle(Obstacle),
}

impl Stop {
    /// An error of a package that is being written.
    pub(super) fn writing(error: zip::result::ZipError) -> Self {
        match error {
            // What the reading side of a copy gives, where its bytes end or mean nothing.
            zip::result::ZipError::Io(error) if matches!(error.kind(), io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData) => {
                damaged(error).into()
            }
            zip::result::ZipError::Io(error) => Self::Write(error),
            other => damaged(other).into(),
        }
    }
}

impl From<ReadFault> for Stop {
    fn from(fault: ReadFault) -> Self {
        Self::Read(fault)
    }
}

impl From<Obstacle> for Stop {
    fn from(obstacle: Obstacle) -> Self {
        Self::Obstacle(obstacle)
    }
}

impl From<quick_xml::Error> for Stop {
    fn from(error: quick_xml::Error) -> Self {
        Self::Read(error.into())
    }
}

impl From<quick_xml::events::attributes::AttrError> for Stop {
    fn from(error: quick_xml::events::attributes::AttrError) -> Self {
        Self::Read(error.into())
    }
}

impl From<zip::result::ZipError> for Stop {
    fn from(error: zip::result::ZipError) -> Self {
        Self::Read(error.into())
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}
