//! Starting and stopping.

use crate::answer::Refusal;
use crate::pages::{self, Pages};
use crate::{command, download, folder, guard, upload};
use axum::Router;
use axum::http::Uri;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use axum::serve::ListenerExt as _;
use kesu_api::home::Home;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;

/// How long requests under way may take to end, once the server is told to stop.
const PATIENCE: Duration = Duration::from_secs(10);

/// How many calls may wait for disks and keys at once.
const CALLS: usize = 64;

/// Why the server does not run.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// Another machine could reach it, and what it sends is not encrypted.
    #[error("{0} can be reached from other machines: without HTTPS only this machine is served, e.g. 127.0.0.1:8650")]
    NotLoopback(SocketAddr),
    /// The address is in use, or not one of this machine's.
    #[error("cannot listen on {address}: {cause}")]
    Listen {
        /// Where.
        address: SocketAddr,
        /// Why.
        cause: std::io::Error,
    },
    /// The machine gives no threads, or the listener broke.
    #[error("the server stopped: {0}")]
    Io(#[from] std::io::Error),
}

/// What every handler is given.
#[derive(Clone)]
pub(crate) struct House {
    pub(crate) home: Arc<Home>,
    pub(crate) pages: Pages,
    address: SocketAddr,
}

impl House {
    /// Whether a `host` header means this server: by its address, or as every machine calls itself.
    pub(crate) fn is_called(&self, host: &str) -> bool {
        let port = self.address.port();
        let names = [
            self.address.to_string(),
            format!("127.0.0.1:{port}"),
            format!("[::1]:{port}"),
            format!("localhost:{port}"),
        ];
        // Browsers leave out the port of HTTP itself.
        names.iter().any(|name| {
            name.eq_ignore_ascii_case(host)
                || port == 80 && name.strip_suffix(":80").is_some_and(|bare| bare.eq_ignore_ascii_case(host))
        })
    }
}

/// A server that listens and does not answer yet.
pub struct Server {
    listener: TcpListener,
    house: House,
}

impl Server {
    /// Listens. Port 0 takes any that is free.
    ///
    /// # Errors
    /// An address that other machines can reach; one that cannot be had.
    pub async fn bind(home: Arc<Home>, pages: Pages, address: SocketAddr) -> Result<Server, ServeError> {
        if !address.ip().is_loopback() {
            return Err(ServeError::NotLoopback(address));
        }
        let listen = |cause| ServeError::Listen { address, cause };
        let listener = TcpListener::bind(address).await.map_err(listen)?;
        let address = listener.local_addr().map_err(listen)?;
        Ok(Server { listener, house: House { home, pages, address } })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.house.address
    }

    /// Answers until told to stop; then takes no more, and lets what is under way end.
    ///
    /// # Errors
    /// The listener broke.
    pub async fn run(self, until: impl Future<Output = ()> + Send + 'static) -> Result<(), ServeError> {
        let (told, stopping) = tokio::sync::oneshot::channel();
        let stop = async move {
            until.await;
            // Whoever waits for it has given up only when the server has ended anyway.
            let _ = told.send(());
        };
        // Answers are small and somebody waits for them: no piece is held back to be sent with the next.
        let listener = self.listener.tap_io(|stream| drop(stream.set_nodelay(true)));
        let serving = axum::serve(listener, router(self.house)).with_graceful_shutdown(stop);
        tokio::select! {
            ended = serving => Ok(ended?),
            () = async { if stopping.await.is_ok() { tokio::time::sleep(PATIENCE).await } else { std::future::pending().await } } => {
                tracing::warn!("requests under way were broken off");
                Ok(())
            }
        }
    }
}

/// Serves a folder, and the form set, until the program is told to stop (Ctrl+C, or the signal by which systems end programs).
///
/// # Errors
/// See [`ServeError`].
pub fn serve(home: Home, pages: Pages, address: SocketAddr, ready: impl FnOnce(SocketAddr)) -> Result<(), ServeError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().max_blocking_threads(CALLS).enable_all().build()?;
    runtime.block_on(async {
        let server = Server::bind(Arc::new(home), pages, address).await?;
        ready(server.address());
        server.run(told_to_stop()).await
    })
}

fn router(house: House) -> Router {
    Router::new()
        .route("/api/{name}", post(command::command))
        .route("/file", post(upload::upload))
        .route("/file/{digest}", get(download::download))
        .route("/form/{paper}", get(download::download))
        .route("/ical/{name}", get(download::download))
        .route("/folder", get(folder::state))
        .route("/folder/init", post(folder::init))
        .route("/folder/verify", post(folder::verify))
        .route("/folder/backup", post(folder::backup))
        .fallback(pages::page)
        .method_not_allowed_fallback(async |uri: Uri| Refusal::method(uri.path()))
        .layer(from_fn_with_state(house.clone(), guard::guard))
        .with_state(house)
}

async fn told_to_stop() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        () = interrupted => {}
        () = ended() => {}
    }
}

#[cfg(unix)]
async fn ended() {
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut signal) => drop(signal.recv().await),
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn ended() {
    std::future::pending().await
}
