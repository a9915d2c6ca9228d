//! Making written bytes survive a power cut.
//!
//! sled's `flush()` alone does not: on Linux it calls `sync_file_range`, which does not wait for
//! the drive, and nothing ever syncs the file `conf` (sled issues 1351 and 1452).

use std::fs;
use std::path::Path;

use super::fault::{At as _, StoreFault};

/// Writes out what sled still holds, then syncs every file of its directory and the directory.
/// 1.5 to 30 ms where little changed.
pub(super) fn secure(db: &sled::Db, sled: &Path) -> Result<(), StoreFault> {
    db.flush().at(sled)?;
    sync_directory(sled)
}

/// Syncs all files of a directory, those of its directories, and the directories themselves.
/// sled's are `db`, `conf`, the newest `snap.*`, and in `blobs` the pages past 128 KiB.
pub(super) fn sync_directory(directory: &Path) -> Result<(), StoreFault> {
    for entry in fs::read_dir(directory).at(directory)? {
        let entry = entry.at(directory)?;
        let path = entry.path();
        if entry.file_type().at(&path)?.is_dir() {
            sync_directory(&path)?;
            continue;
        }
        match fs::File::open(&path).and_then(|file| file.sync_all()) {
            // sled removes a page that it wrote elsewhere whenever it likes.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            synced => synced.at(&path)?,
        }
    }
    sync_path(directory)
}

/// Syncs one file or directory.
pub(super) fn sync_path(path: &Path) -> Result<(), StoreFault> {
    fs::File::open(path).and_then(|file| file.sync_all()).at(path)
}
