//! Where a data folder may lie.

use kesu_store::place::{Shared, check, judge};
use std::path::Path;

const MOUNTS: &str = r"22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
23 22 0:5 / /srv/quality rw shared:2 - nfs4 nas:/quality rw
24 22 0:6 / /mnt/team\040disk rw - cifs //nas/team rw
25 22 0:7 / /home/li/remote rw - fuse.sshfs li@host: rw
26 22 0:8 / /mnt/usb rw - vfat /dev/sdb1 rw
27 23 0:9 / /srv/quality/local rw - ext4 /dev/vdb rw";

#[test]
fn places_of_one_machine_and_of_several() {
    let check = |path: &str, expected: Option<Shared>| {
        assert_eq!(judge(Path::new(path), MOUNTS, &|_| None), expected, "{path}");
    };
    let mount = |kind: &str| Some(Shared::NetworkMount(kind.into()));
    let synced = |by: &str| Some(Shared::Synchronised(by.into()));
    check("/var/lib/kesu", None);
    check("/srv/quality/kesu", mount("nfs4"));
    check("/srv/quality/local/kesu", None);
    check("/srv/quality2/kesu", None);
    check("/mnt/team disk/kesu", mount("cifs"));
    check("/home/li/remote/kesu", mount("fuse.sshfs"));
    check("/mnt/usb/kesu", None);
    check(r"\\nas\team\kesu", Some(Shared::NetworkPath));
    check(r"\\?\UNC\nas\team\kesu", Some(Shared::NetworkPath));
    check(r"\\?\C:\Users\li\Kesu", None);
    check("/home/li/OneDrive/kesu", synced("OneDrive"));
    check("/home/li/OneDrive - 某某工厂/kesu", synced("OneDrive - 某某工厂"));
    check("/home/li/OneDrive-Personal/kesu", synced("OneDrive-Personal"));
    check("/home/li/Dropbox (Team)/kesu", synced("Dropbox (Team)"));
    check("/home/li/我的坚果云/kesu", synced("我的坚果云"));
    check("/home/li/Nutstore Files/kesu", synced("Nutstore Files"));
    check("/home/li/iCloudDrive/kesu", synced("iCloudDrive"));
    check("/home/li/Google Drive/kesu", synced("Google Drive"));
    check("/home/li/百度网盘同步/kesu", synced("百度网盘同步"));
    check("/home/li/BaiduSyncdisk/kesu", synced("BaiduSyncdisk"));
    check("/home/li/dropboxes/kesu", None);
    check("/home/li/客诉/kesu", None);
}

#[test]
fn a_marker_above_gives_it_away() {
    let marked = |place: &Path| (place == Path::new("/home/li/share")).then_some(".stfolder");
    let found = judge(Path::new("/home/li/share/a/b"), MOUNTS, &marked);
    assert_eq!(found, Some(Shared::Synchronised(".stfolder".into())));
    assert_eq!(judge(Path::new("/home/li/other"), MOUNTS, &marked), None);
}

#[test]
fn a_folder_that_is_not_there_yet_is_judged_by_what_is() {
    let dir = tempfile::tempdir().unwrap();
    assert!(check(&dir.path().join("a/b")).is_ok());
    let error = check(&dir.path().join("Dropbox/b")).unwrap_err();
    assert!(error.to_string().ends_with("lies on a synchronised folder (Dropbox)"), "{error}");
    #[cfg(unix)]
    {
        std::fs::create_dir_all(dir.path().join("OneDrive/kesu")).unwrap();
        std::os::unix::fs::symlink(dir.path().join("OneDrive"), dir.path().join("innocent")).unwrap();
        assert!(check(&dir.path().join("innocent/kesu")).is_err(), "a link is followed");
    }
}
