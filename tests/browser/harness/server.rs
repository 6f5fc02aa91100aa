//! The loopback server: `/cases/…` is the folder `tests/browser/`, everything else the built page.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{Html, IntoResponse, Response};
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

/// The running server.
#[derive(Clone)]
pub struct Site {
    /// `http://127.0.0.1:…`
    pub origin: String,
    cases: PathBuf,
    provided: Arc<Mutex<BTreeMap<String, String>>>,
    faults: Arc<Mutex<BTreeMap<String, Fault>>>,
    asked: Arc<Mutex<Vec<String>>>,
}

/// What the server does to a file on purpose.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// Answers with this status.
    Status(StatusCode),
    /// Sends it as this type.
    Type(&'static str),
    /// Sends these bytes instead.
    Bytes(Vec<u8>, &'static str),
    /// Answers only when the fault is mended.
    Held,
}

/// Below this stand all files of the built page once more, a copy for each case to be spoilt: `/faulty/<case>/…`.
const FAULTY: &str = "/faulty/";

impl Site {
    /// Answers a path with a page that a test made.
    pub fn provide(&self, path: String, html: String) {
        self.pages().insert(path, html);
    }

    /// Spoils the file at a path below [`FAULTY`], or mends it with none.
    pub fn spoil(&self, path: String, fault: Option<Fault>) {
        let mut faults = self.faults();
        match fault {
            Some(fault) => faults.insert(path, fault),
            None => faults.remove(&path),
        };
    }

    /// The paths that browsers have asked for so far, oldest first.
    pub fn asked(&self) -> Vec<String> {
        self.requests().clone()
    }

    fn requests(&self) -> MutexGuard<'_, Vec<String>> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn fault(&self, path: &str) -> Option<Fault> {
        self.faults().get(path).cloned()
    }

    fn faults(&self) -> MutexGuard<'_, BTreeMap<String, Fault>> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn pages(&self) -> MutexGuard<'_, BTreeMap<String, String>> {
        self.provided.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Serves on a free port.
///
/// # Errors
/// When there is no built page, or no port.
pub async fn serve(dist: &Path, cases: &Path) -> Result<Site> {
    anyhow::ensure!(
        dist.join("index.html").is_file(),
        "there is no built page in {}",
        dist.display()
    );
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let site = Site {
        origin: format!("http://{}", listener.local_addr()?),
        cases: cases.to_path_buf(),
        provided: Arc::default(),
        faults: Arc::default(),
        asked: Arc::default(),
    };
    let router = Router::new()
        .nest_service("/cases", ServeDir::new(cases))
        .fallback_service(ServeDir::new(dist))
        .layer(from_fn_with_state(site.clone(), with_headers));
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(site)
}

/// Answers with a provided page, or passes on; adds the headers of a case, which stand in the file `headers` of its folder.
async fn with_headers(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    site.requests().push(path.clone());
    let copied = path
        .strip_prefix(FAULTY)
        .and_then(|rest| rest.split_once('/'));
    if let Some(uri) = copied.and_then(|(_, file)| format!("/{file}").parse().ok()) {
        *request.uri_mut() = uri;
    }
    while site.fault(&path) == Some(Fault::Held) {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    // Browsers ask for it on every origin; its absence would be an error in their consoles.
    if path == "/favicon.ico" {
        return StatusCode::NO_CONTENT.into_response();
    }
    let provided = site.pages().get(&path).cloned();
    let mut response = match (provided, site.fault(&path)) {
        (Some(html), _) => Html(html).into_response(),
        (None, Some(Fault::Status(status))) => status.into_response(),
        (None, Some(Fault::Bytes(bytes, kind))) => {
            ([(header::CONTENT_TYPE, kind)], bytes).into_response()
        }
        (None, _) => next.run(request).await,
    };
    if let Some(Fault::Type(kind)) = site.fault(&path) {
        let kind = HeaderValue::from_static(kind);
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
    }
    let case = path
        .strip_prefix("/cases/")
        .and_then(|rest| rest.split('/').next());
    if let Some(case) = case.filter(|case| !case.starts_with('.')) {
        match headers_of(&site.cases.join(case).join("headers")) {
            Ok(headers) => response.headers_mut().extend(headers),
            Err(error) => {
                return (StatusCode::INTERNAL_SERVER_ERROR, format!("{error:#}")).into_response();
            }
        }
    }
    let kept = response.headers_mut().entry(header::CACHE_CONTROL);
    kept.or_insert(HeaderValue::from_static("no-store"));
    response
}

/// One `Name: value` per line. No file, no headers.
fn headers_of(file: &Path) -> Result<Vec<(HeaderName, HeaderValue)>> {
    let Ok(text) = std::fs::read_to_string(file) else {
        return Ok(Vec::new());
    };
    let lines = text.lines().filter(|line| !line.is_empty());
    let headers = lines.map(|line| {
        let (name, value) = line
            .split_once(": ")
            .with_context(|| format!("no header: {line}"))?;
        Ok((name.parse()?, value.parse()?))
    });
    headers.collect()
}
