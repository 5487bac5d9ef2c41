//! The files that a build leaves: complete or not at all, and untouched when nothing changed.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use tempfile::{NamedTempFile, TempDir};

use crate::Error;

/// Makes the folder for the output, with a folder inside for what comes before it. That one goes away when dropped.
pub(crate) fn prepare(folder: &Path) -> Result<TempDir, Error> {
    fs::create_dir_all(folder).map_err(|source| Error::io(folder, source))?;
    tempfile::tempdir_in(folder).map_err(|source| Error::io(folder, plain(&source)))
}

/// Gives the files their contents. Nothing is replaced before everything is written, and what has its contents already
/// stays as it is, so that Cargo sees no change.
pub(crate) fn replace(files: &[(&PathBuf, &[u8])]) -> Result<(), Error> {
    let mut staged = Vec::new();
    for (path, contents) in files {
        if is_special(path) {
            fs::write(path, contents).map_err(|source| Error::io(*path, source))?;
        } else if !fs::read(path).is_ok_and(|existing| existing == *contents) {
            staged.push((
                path,
                stage(path, contents).map_err(|source| Error::io(*path, plain(&source)))?,
            ));
        }
    }
    for (path, file) in staged {
        file.persist(path)
            .map_err(|failed| Error::io(*path, failed.error))?;
    }
    Ok(())
}

/// Whether a path leads to what must not be replaced: a device or a pipe, such as `/dev/stdout`, also through a link.
fn is_special(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir())
}

/// Writes a file beside the one that it will replace.
fn stage(path: &Path, contents: &[u8]) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any new file: the umask takes away what it should. A temporary file would be for its owner only.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(path.parent().unwrap_or(Path::new(".")))?;
    file.write_all(contents)?;
    Ok(file)
}

/// The error without the name of a temporary file, which tells nobody anything.
fn plain(error: &io::Error) -> io::Error {
    error.kind().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unchanged_files_stay_as_they_are() {
        let dir = tempfile::tempdir().unwrap();
        let (a, b) = (dir.path().join("a"), dir.path().join("b"));
        replace(&[(&a, b"one"), (&b, b"two")]).unwrap();
        let before = [&a, &b].map(|path| fs::metadata(path).unwrap().modified().unwrap());
        std::thread::sleep(std::time::Duration::from_millis(20));
        replace(&[(&a, b"one"), (&b, b"three")]).unwrap();
        let after = [&a, &b].map(|path| fs::metadata(path).unwrap().modified().unwrap());
        assert_eq!(before[0], after[0]);
        assert_ne!(before[1], after[1]);
        assert_eq!(fs::read(&b).unwrap(), b"three");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_failure_replaces_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let (good, bad) = (dir.path().join("good"), dir.path().join("missing/bad"));
        fs::write(&good, b"old").unwrap();
        let error = replace(&[(&good, b"new"), (&bad, b"new")]).unwrap_err();
        assert!(
            matches!(&error, Error::Io { path, .. } if *path == bad),
            "{error}"
        );
        assert_eq!(
            error.message(),
            format!("{}: entity not found", bad.display())
        );
        assert_eq!(fs::read(&good).unwrap(), b"old");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_that_cannot_be_one_is_named() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("file");
        fs::write(&file, b"").unwrap();
        let error = prepare(&file.join("out")).unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with(&file.join("out").display().to_string()),
            "{error}"
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_device_stays() {
        let dir = tempfile::tempdir().unwrap();
        let link = dir.path().join("link");
        std::os::unix::fs::symlink("/dev/null", &link).unwrap();
        replace(&[(&link, b"x")]).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }

    #[cfg(unix)]
    #[test]
    fn others_may_read_what_is_written() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let (ours, usual) = (dir.path().join("ours"), dir.path().join("usual"));
        replace(&[(&ours, b"x")]).unwrap();
        fs::write(&usual, b"x").unwrap();
        let mode = |path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&ours), mode(&usual));
    }
}
