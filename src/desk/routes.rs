//! Addresses, and what each answers.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Path as Parts, Query, State};
use axum::http::{StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router, middleware};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};

use super::contents::shown_origin;
use super::guard::{self, START};
use super::lines::{Action, Beginning, Line};
use super::model::Desk;
use super::uploads::{Upload, name_of_table};
use super::{assets, files, server};
use crate::embedded::DESK_FILE;
use crate::report::Language;
use crate::source::LARGEST_FILE;
use crate::terminal::Terminal;
use crate::typeset::svg;

/// The most bytes of a request, except for a table that a report begins with.
pub const LARGEST_REQUEST: usize = 64 * 1024;

/// How long a browser may keep a page, whose address says what it looks like.
const FOR_EVER: &str = "private, max-age=31536000, immutable";

pub(super) type Shared = Arc<Desk>;

/// Why a request is not answered, in the user's language.
#[derive(Debug)]
pub(super) struct Problem {
    pub(super) status: StatusCode,
    pub(super) message: String,
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        (self.status, Json(json!({"message": self.message}))).into_response()
    }
}

type Answer<T> = Result<T, Problem>;

pub(super) fn router(desk: Shared) -> Router {
    Router::new()
        .route(START, get(start))
        .route("/", get(first_file))
        .route("/{file}", get(file))
        .route("/page/{name}", get(page))
        .route("/output/{job}/{index}/{name}", get(output))
        .route("/api/state", get(state))
        .route("/api/events", get(events))
        .route("/api/blocks", get(blocks))
        .route("/api/origins", get(origins))
        .route("/api/words/{language}", get(words))
        .route("/api/language", post(language))
        .route("/api/report", post(report))
        .route("/api/close", post(close))
        .route("/api/new", post(new))
        .route("/api/jobs", post(jobs))
        .route("/api/cancel", post(cancel))
        .route("/api/open", post(open))
        .route("/api/settings", post(settings))
        .route("/api/apply", post(apply))
        .fallback(unknown)
        .layer(axum::extract::DefaultBodyLimit::max(LARGEST_REQUEST))
        .layer(middleware::from_fn_with_state(Arc::clone(&desk), guard::check))
        .with_state(desk)
}

/// Gives the token to the browser, and takes it out of the address.
async fn start(State(desk): State<Shared>) -> impl IntoResponse {
    ([(header::SET_COOKIE, desk.guard().cookie())], Redirect::to("/"))
}

async fn first_file(State(desk): State<Shared>) -> Answer<Response> {
    given_out(&desk, "")
}

async fn file(State(desk): State<Shared>, Parts(name): Parts<String>) -> Answer<Response> {
    given_out(&desk, &name)
}

fn given_out(desk: &Desk, name: &str) -> Answer<Response> {
    let (media_type, content) = assets::file(name).ok_or_else(|| desk.unknown())?;
    Ok(([(header::CONTENT_TYPE, media_type)], content).into_response())
}

async fn unknown(State(desk): State<Shared>) -> Problem {
    desk.unknown()
}

async fn state(State(desk): State<Shared>) -> Response {
    desk.see();
    let state = desk.shown().borrow().to_string();
    ([(header::CONTENT_TYPE, "application/json")], state).into_response()
}

/// A page that listens, for as long as it does.
struct Visit(Shared);

impl Visit {
    fn new(desk: Shared) -> Self {
        desk.come();
        Self(desk)
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        self.0.leave();
    }
}

async fn events(State(desk): State<Shared>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let shown = WatchStream::new(desk.shown());
    let visit = Visit::new(desk);
    let events = shown.map(move |state| {
        let _ = &visit;
        Ok(Event::default().event("state").data(&*state))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

async fn words(State(desk): State<Shared>, Parts(tag): Parts<String>) -> Answer<Json<BTreeMap<String, String>>> {
    let language = spoken(&desk, &tag)?;
    Ok(Json(assets::messages(&Terminal::new(Some(&language)).words_of(&[DESK_FILE]))))
}

fn spoken(desk: &Desk, tag: &str) -> Answer<Language> {
    Language::new(tag).filter(Terminal::speaks).ok_or_else(|| desk.unknown())
}

async fn page(State(desk): State<Shared>, Parts(name): Parts<String>) -> Answer<Response> {
    let hash = name.strip_suffix(".svg").and_then(|hash| u128::from_str_radix(hash, 16).ok());
    let hash = hash.ok_or_else(|| desk.unknown())?;
    let (document, index) = desk.of_report(|report, _| report.page(hash))?;
    let drawn = apart(&desk, move || document.pages().get(index).map(svg)).await?;
    let drawn = drawn.ok_or_else(|| desk.unknown())?;
    Ok(([(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, FOR_EVER)], drawn).into_response())
}

/// A page, counted from 1.
#[derive(Deserialize)]
struct WantedPage {
    document: String,
    page: usize,
}

async fn blocks(State(desk): State<Shared>, Query(wanted): Query<WantedPage>) -> Answer<Json<Value>> {
    let contents = desk.of_report(|report, _| report.contents(&wanted.document).cloned())?;
    let found = apart(&desk, move || contents.page(wanted.page)).await?;
    found.map(Json).ok_or_else(|| desk.unknown())
}

/// A block of a page, counted from 0.
#[derive(Deserialize)]
struct WantedBlock {
    document: String,
    page: usize,
    block: usize,
}

async fn origins(State(desk): State<Shared>, Query(wanted): Query<WantedBlock>) -> Answer<Json<Value>> {
    let known = desk.of_report(|report, _| {
        let contents = report.contents(&wanted.document)?.clone();
        Some((contents, report.origins()?))
    });
    let (contents, (origins, texts)) = known?;
    let found = apart(&desk, move || contents.origins(&origins, wanted.page, wanted.block)).await?;
    let found = found.ok_or_else(|| desk.unknown())?;
    let shown = desk.of_report(|report, words| {
        let shown = found.iter().map(|origin| shown_origin(origin, &texts, &report.folder, words));
        Some(shown.collect::<Vec<_>>())
    })?;
    Ok(Json(json!({"origins": shown})))
}

/// Does what takes a while apart from other requests.
async fn apart<T: Send + 'static>(desk: &Desk, work: impl FnOnce() -> T + Send + 'static) -> Answer<T> {
    tokio::task::spawn_blocking(work).await.map_err(|error| desk.failed(&error.to_string()))
}

async fn output(
    State(desk): State<Shared>,
    Parts((job, index, name)): Parts<(u64, usize, String)>,
) -> Answer<Response> {
    let path = desk.output(job, index)?;
    if path.file_name().and_then(|own| own.to_str()) != Some(&name) {
        return Err(desk.unknown());
    }
    let (media_type, is_shown) = files::media_type(&path);
    let disposition = if is_shown { "inline" } else { "attachment" };
    let content = apart(&desk, move || std::fs::read(path)).await?;
    let content = content.map_err(|error| desk.failed(&error.to_string()))?;
    Ok(([(header::CONTENT_TYPE, media_type), (header::CONTENT_DISPOSITION, disposition)], content).into_response())
}

#[derive(Deserialize)]
struct WantedLanguage {
    language: String,
}

async fn language(State(desk): State<Shared>, Json(wanted): Json<WantedLanguage>) -> Answer<Json<Value>> {
    desk.speak(&spoken(&desk, &wanted.language)?);
    Ok(Json(json!({})))
}

#[derive(Deserialize)]
struct WantedReport {
    folder: String,
}

async fn report(State(desk): State<Shared>, Json(wanted): Json<WantedReport>) -> Answer<Json<Value>> {
    desk.open(&wanted.folder)?;
    Ok(Json(json!({})))
}

async fn close(State(desk): State<Shared>) -> Json<Value> {
    desk.close(None);
    Json(json!({}))
}

#[derive(Deserialize)]
struct WantedBeginning {
    kind: Beginning,
    folder: String,
    #[serde(default)]
    name: String,
}

async fn new(State(desk): State<Shared>, Query(wanted): Query<WantedBeginning>, body: Body) -> Answer<Json<Value>> {
    let upload = match wanted.kind {
        Beginning::File => Some(upload(&desk, &wanted.name, body).await?),
        Beginning::Sample | Beginning::Empty => None,
    };
    Ok(Json(json!({"job": desk.make(&wanted.folder, wanted.kind, upload)?})))
}

async fn upload(desk: &Desk, name: &str, body: Body) -> Answer<Upload> {
    let unprocessable = |message| desk.problem(StatusCode::UNPROCESSABLE_ENTITY, message, &[]);
    let name = name_of_table(name).ok_or_else(|| unprocessable("desk-error-no-table"))?;
    let most = usize::try_from(LARGEST_FILE).unwrap_or(usize::MAX);
    let received = tokio::time::timeout(LONGEST_UPLOAD, to_bytes(body, most)).await;
    let data: Bytes = received
        .map_err(|_| desk.refused(StatusCode::REQUEST_TIMEOUT))?
        .map_err(|_| desk.problem(StatusCode::PAYLOAD_TOO_LARGE, "desk-error-too-large", &[]))?;
    let token = server::token().map_err(|error| desk.failed(&error.to_string()))?;
    Upload::new(name, &data, &token).map_err(|error| desk.failed(&error.to_string()))
}

/// How long a table may take to arrive from the same machine.
const LONGEST_UPLOAD: Duration = Duration::from_secs(60);

#[derive(Deserialize)]
struct WantedJob {
    #[serde(flatten)]
    action: Action,
    #[serde(default, rename = "only-line")]
    only_line: bool,
}

async fn jobs(State(desk): State<Shared>, Json(wanted): Json<WantedJob>) -> Answer<Json<Value>> {
    let (lines, folder) = desk.lines(&wanted.action)?;
    if wanted.only_line {
        let typed: Vec<String> = lines.iter().map(Line::typed).collect();
        return Ok(Json(json!({"line": typed.join("\n")})));
    }
    let run = |line| desk.run(wanted.action.name(), line, folder.clone(), |_| ());
    let jobs: Vec<u64> = lines.into_iter().map(run).collect();
    Ok(Json(json!({"job": jobs.last()})))
}

#[derive(Deserialize)]
struct KnownJob {
    job: u64,
}

async fn cancel(State(desk): State<Shared>, Json(wanted): Json<KnownJob>) -> Answer<Json<Value>> {
    desk.cancel(wanted.job)?;
    Ok(Json(json!({})))
}

/// A file of the report, a file that a job has written, or the folder of these.
#[derive(Deserialize)]
#[serde(untagged)]
enum WantedFile {
    Output {
        job: u64,
        file: usize,
    },
    Folder {
        job: u64,
    },
    /// Of the report that is open, or of that of a job.
    Edited {
        file: String,
        of: Option<u64>,
    },
}

async fn open(State(desk): State<Shared>, Json(wanted): Json<WantedFile>) -> Answer<Json<Value>> {
    let path = match wanted {
        WantedFile::Output { job, file } => desk.output(job, file)?,
        WantedFile::Folder { job } => desk.output_folder(job)?,
        WantedFile::Edited { file, of } => {
            let folder = match of {
                Some(job) => desk.folder_of_job(job)?,
                None => desk.of_report(|report, _| Some(report.folder.clone()))?,
            };
            files::editable(&folder, &file).ok_or_else(|| desk.unknown())?
        }
    };
    opened(&path).map_err(|error| desk.failed(&error.to_string()))?;
    Ok(Json(json!({})))
}

/// Starts the program that the system has for a file or folder.
fn opened(path: &Path) -> std::io::Result<()> {
    open::that_detached(std::path::absolute(path)?)
}

async fn settings(State(desk): State<Shared>, Json(changes): Json<Map<String, Value>>) -> Answer<Json<Value>> {
    desk.set(&changes)?;
    Ok(Json(json!({})))
}

#[derive(Deserialize)]
struct KnownFault {
    fault: String,
    #[serde(default)]
    texts: Vec<String>,
}

async fn apply(State(desk): State<Shared>, Json(wanted): Json<KnownFault>) -> Answer<Json<Value>> {
    desk.apply(&wanted.fault, &wanted.texts)?;
    Ok(Json(json!({})))
}
