//! Where a data folder may lie: on a disk of this machine. On a network share two machines would write one database,
//! in a synchronised folder a program that knows nothing of transactions would; both lose records (design § 7).

use crate::error::{Error, Result};
use std::path::{Component, Path, PathBuf, Prefix};

/// A place where several machines would write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shared {
    /// A path such as `\\server\share`.
    NetworkPath,
    /// A mounted network file system, by its type.
    NetworkMount(String),
    /// Inside the folder of a synchronising program, by the name that gave it away.
    Synchronised(String),
}

impl std::fmt::Display for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Shared::NetworkPath => f.write_str("a network share"),
            Shared::NetworkMount(kind) => write!(f, "a network share ({kind})"),
            Shared::Synchronised(by) => write!(f, "a synchronised folder ({by})"),
        }
    }
}

/// File systems that are reached over a network.
const NETWORK: &[&str] = &[
    "nfs",
    "nfs4",
    "cifs",
    "smb",
    "smb3",
    "smbfs",
    "9p",
    "davfs",
    "fuse.davfs",
    "fuse.davfs2",
    "fuse.sshfs",
    "afs",
    "ceph",
    "fuse.ceph",
    "glusterfs",
    "fuse.glusterfs",
    "fuse.rclone",
    "fuse.gvfsd-fuse",
    "fuse.s3fs",
    "ncpfs",
];

/// Names of folders that synchronising programs make, lower case. One of them alone, or followed by ` - Company`,
/// ` (Team)` or `-Person`.
const SYNCHRONISED: &[&str] = &[
    "onedrive",
    "dropbox",
    "坚果云",
    "我的坚果云",
    "nutstore",
    "nutstore files",
    "iclouddrive",
    "icloud drive",
    "mobile documents",
    "cloudstorage",
    "google drive",
    "googledrive",
    "百度网盘同步",
    "百度网盘同步空间",
    "百度云同步盘",
    "baidusyncdisk",
    "baidunetdiskworkspace",
    "wps云盘",
    "wpsdrive",
    "阿里云盘同步",
    "腾讯微云",
    "weiyun",
    "nextcloud",
    "owncloud",
    "seafile",
    "syncthing",
    "resilio sync",
];

/// What synchronising programs leave in the folders that they watch.
const MARKERS: &[&str] = &[
    ".dropbox",
    ".dropbox.cache",
    ".stfolder",
    ".nutstore",
    ".nutstoreignore",
    ".tmp.driveupload",
    ".tmp.drivedownload",
    ".owncloudsync.log",
    ".nextcloudsync.log",
    ".849C9593-D756-4E56-8D6E-42412F2A707B",
];

/// Refuses a place where several machines would write. The folder itself need not be there yet.
///
/// # Errors
/// [`Error::Shared`] with what it is.
pub fn check(dir: &Path) -> Result<()> {
    let real = resolved(dir)?;
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    let marked = |place: &Path| MARKERS.iter().copied().find(|marker| place.join(marker).exists());
    match judge(&real, &mounts, &marked) {
        Some(what) => Err(Error::Shared { what, path: real }),
        None => Ok(()),
    }
}

/// What is wrong with this place, given the mounts of the machine and which marker a folder holds.
pub fn judge(path: &Path, mounts: &str, marked: &dyn Fn(&Path) -> Option<&'static str>) -> Option<Shared> {
    if is_network_path(path) {
        return Some(Shared::NetworkPath);
    }
    if let Some(kind) = mount_kind(path, mounts).filter(|kind| NETWORK.contains(kind)) {
        return Some(Shared::NetworkMount(kind.to_owned()));
    }
    let named = path.components().filter_map(|part| match part {
        Component::Normal(name) => name.to_str(),
        Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::ParentDir => None,
    });
    let by_name = named.into_iter().find(|name| is_synchronised(name)).map(str::to_owned);
    let by_marker = || path.ancestors().find_map(marked).map(str::to_owned);
    by_name.or_else(by_marker).map(Shared::Synchronised)
}

/// Links followed, mapped drives as what they stand for; what is not there yet is taken as it is written.
fn resolved(dir: &Path) -> Result<PathBuf> {
    let full = std::path::absolute(dir).map_err(Error::io(dir))?;
    for there in full.ancestors() {
        if let Ok(real) = there.canonicalize() {
            let rest = full.strip_prefix(there).unwrap_or(Path::new(""));
            return Ok(if rest.as_os_str().is_empty() { real } else { real.join(rest) });
        }
    }
    Ok(full)
}

fn is_network_path(path: &Path) -> bool {
    let prefix = path.components().next().is_some_and(|part| match part {
        Component::Prefix(prefix) => matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..)),
        Component::RootDir | Component::CurDir | Component::ParentDir | Component::Normal(_) => false,
    });
    // Seen from a machine without such prefixes the text tells it all the same.
    let text = path.to_string_lossy();
    let verbatim = text.starts_with(r"\\?\") || text.starts_with(r"\\.\");
    prefix || text.starts_with(r"\\?\UNC\") || (text.starts_with(r"\\") && !verbatim)
}

/// The type of the file system that holds this path: of the longest mount point above it, the one mounted last.
fn mount_kind<'a>(path: &Path, mounts: &'a str) -> Option<&'a str> {
    let mut best: Option<(usize, &str)> = None;
    for line in mounts.lines() {
        let Some((left, right)) = line.split_once(" - ") else { continue };
        let (Some(point), Some(kind)) = (left.split(' ').nth(4), right.split(' ').next()) else { continue };
        let point = unescape(point);
        let depth = point.components().count();
        if path.starts_with(&point) && best.is_none_or(|(deepest, _)| depth >= deepest) {
            best = Some((depth, kind));
        }
    }
    best.map(|(_, kind)| kind)
}

/// Mount points write a space as `\040`.
fn unescape(point: &str) -> PathBuf {
    let names = [(r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", r"\")];
    names.iter().fold(point.to_owned(), |text, (code, sign)| text.replace(code, sign)).into()
}

fn is_synchronised(name: &str) -> bool {
    let name = name.to_lowercase();
    SYNCHRONISED.iter().any(|known| match name.strip_prefix(known) {
        Some(rest) => rest.is_empty() || rest.starts_with(" - ") || rest.starts_with('-') || rest.starts_with(" ("),
        None => false,
    })
}
