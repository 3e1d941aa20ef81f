//! A real data folder behind a real listener, stopped and removed when dropped.

use crate::client::Request;
use kesu_api::folder::{Cost, NewFolder, init};
use kesu_api::home::Home;
use kesu_api::machine::StillMachine;
use kesu_domain::time::Stamp;
use kesu_server::{Pages, Server};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;
use tokio::sync::oneshot;

pub(crate) const PASSWORD: &str = "correct horse";

/// As much of a form set as a test needs.
const FORM_SET: &[(&str, &[u8])] =
    &[("assets/main-1f.css", b"a{}"), ("assets/main-2e.js", b"1"), ("index.html", b"<title>Kesu</title>")];

pub(crate) struct House {
    pub(crate) address: SocketAddr,
    home: Arc<Home>,
    stop: Option<oneshot::Sender<()>>,
    serving: Option<JoinHandle<()>>,
    dir: tempfile::TempDir,
}

impl House {
    /// A folder that is there.
    pub(crate) fn open() -> House {
        House::with(FORM_SET, |folder, machine| {
            let new = NewFolder { org: "某厂", admin: "admin", password: PASSWORD };
            init(folder, &new, machine, Cost::TEST).unwrap();
        })
    }

    /// A place where no folder is yet.
    pub(crate) fn empty() -> House {
        House::with(FORM_SET, |_, _| {})
    }

    /// A program into which no form set was built.
    pub(crate) fn unbuilt() -> House {
        House::with(&[], |_, _| {})
    }

    fn with(pages: &'static [(&str, &[u8])], prepare: impl FnOnce(&Path, Arc<StillMachine>)) -> House {
        let dir = tempfile::tempdir().unwrap();
        let now: Stamp = "2026-11-25T01:00:00.000Z".parse().unwrap();
        let machine = Arc::new(StillMachine::new(now, 7));
        let folder = dir.path().join("data");
        prepare(&folder, machine.clone());
        let home = Arc::new(Home::at(&folder, machine, Cost::TEST));
        let kept = Arc::clone(&home);
        let (stop, stopped) = oneshot::channel();
        let (told, address) = std::sync::mpsc::channel();
        let serving = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
            runtime.block_on(async move {
                let server = Server::bind(home, Pages::of(pages), "127.0.0.1:0".parse().unwrap()).await.unwrap();
                told.send(server.address()).unwrap();
                server.run(async { drop(stopped.await) }).await.unwrap();
            });
        });
        House { address: address.recv().unwrap(), home: kept, stop: Some(stop), serving: Some(serving), dir }
    }

    /// Signs in as the administrator.
    pub(crate) fn sign_in(&self) -> String {
        let answer = self.call(None, "sign_in", &format!(r#"{{"login":"admin","password":"{PASSWORD}"}}"#));
        answer["token"].as_str().unwrap().to_owned()
    }

    /// The same, with a post that works on cases.
    pub(crate) fn sign_in_to_work(&self) -> String {
        let token = self.sign_in();
        let me = self.call(Some(&token), "me", "{}");
        let (account, plant) = (&me["account"], &me["posts"][0]["plant"]);
        let post = format!(r#"{{"post":{{"account":{account},"role":"sales","plant":{plant}}}}}"#);
        self.call(Some(&token), "post_save", &post);
        token
    }

    /// Calls a command that must work.
    pub(crate) fn call(&self, token: Option<&str>, name: &str, payload: &str) -> serde_json::Value {
        let request = Request::command(name, payload);
        let answer = token.into_iter().fold(request, Request::session).send(self.address);
        assert_eq!(answer.status, 200, "{name}: {}", answer.text());
        answer.json()
    }

    /// How many files lie in the folder, finished or not.
    pub(crate) fn files(&self) -> usize {
        fn count(dir: &std::path::Path) -> usize {
            let Ok(entries) = std::fs::read_dir(dir) else { return 0 };
            entries.map(|entry| entry.unwrap().path()).map(|path| if path.is_dir() { count(&path) } else { 1 }).sum()
        }
        count(&self.dir.path().join("data").join("files"))
    }

    /// Where a file of this digest lies.
    pub(crate) fn find_file(&self, digest: &str) -> PathBuf {
        fn find(dir: &Path, digest: &str) -> Option<PathBuf> {
            let paths = std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
            paths.into_iter().find_map(|path| {
                let is_it = path.to_str().unwrap().replace(['/', '\\'], "").ends_with(digest);
                if path.is_dir() { find(&path, digest) } else { Some(path).filter(|_| is_it) }
            })
        }
        find(&self.dir.path().join("data").join("files"), digest).unwrap()
    }

    /// The folder behind it.
    pub(crate) fn home(&self) -> Arc<Home> {
        Arc::clone(&self.home)
    }

    /// Where the test may write.
    pub(crate) fn dir(&self) -> &Path {
        self.dir.path()
    }

    /// Registers a complaint; its case.
    pub(crate) fn register(&self, token: &str) -> serde_json::Value {
        let customer = r#"{"row":{"kind":"customer","body":{"code":"C1","name":{"zh":"某客户","en":""}}}}"#;
        let customer = self.call(Some(token), "master_save", customer)["id"].clone();
        let complaint = format!(
            r#"{{"complaint":{{"customer":{customer},"channel":"phone","class":"quality","words":{{"zh":"焊缝生锈"}}}}}}"#
        );
        self.call(Some(token), "case_register", &complaint)["case"].clone()
    }

    /// Tells it to stop; what is under way goes on.
    pub(crate) fn tell_to_stop(&mut self) {
        drop(self.stop.take());
    }

    /// Stops it, and waits until it has.
    pub(crate) fn stop(&mut self) {
        self.tell_to_stop();
        if let Some(serving) = self.serving.take() {
            serving.join().unwrap();
        }
    }
}

impl Drop for House {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(serving) = self.serving.take() {
            // A server that panicked has said so; a second panic here would hide which test it was.
            let _ = serving.join();
        }
    }
}
