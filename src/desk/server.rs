//! Listens on the loopback interface until it is told to stop, or until no page is open any more.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use serde_json::{Value, json};
use tokio::sync::{Notify, Semaphore};

use super::guard::Guard;
use super::model::Desk;
use super::routes::{Shared, router};
use super::running::Running;
use crate::report::Language;

/// The most connections at once; a browser opens six, and one more for each page.
pub const MOST_CONNECTIONS: usize = 256;

/// How long the head of a request may take to arrive.
pub const LONGEST_REQUEST: Duration = Duration::from_secs(30);

/// The most bytes of what a desk says of itself.
const LARGEST_STATE: u64 = 16 * 1024 * 1024;

/// How long a desk on this machine may take to say that it runs.
const LONGEST_ANSWER: Duration = Duration::from_secs(3);

/// How often it is looked whether a page is open.
const LOOK: Duration = Duration::from_millis(500);

/// How a desk begins.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder of the report that is opened first.
    pub folder: Option<PathBuf>,
    /// The language of its pages.
    pub language: Language,
    /// The program that runs commands: nenpo itself.
    pub program: PathBuf,
    /// The folder for what is remembered; `None` to remember nothing.
    pub state: Option<PathBuf>,
    /// After how long without an open page it ends; `None` to stay.
    pub idle: Option<Duration>,
}

/// A desk that listens.
pub struct Server {
    desk: Shared,
    listener: TcpListener,
    running: Running,
    state: Option<PathBuf>,
    idle: Option<Duration>,
}

/// Prepares a desk on the port of the one before, or on a free one.
///
/// # Errors
/// If the system gives no port or no random numbers.
pub fn serve(options: Options) -> io::Result<Server> {
    let before = options.state.as_deref().and_then(Running::last).map_or(0, |running| running.port);
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let listener = bind(before).or_else(|_| bind(0))?;
    listener.set_nonblocking(true)?;
    let running = Running { port: listener.local_addr()?.port(), token: token()? };
    let Options { folder, language, program, state, idle } = options;
    let desk = Arc::new(Desk::new(&running, &language, program, state.clone()));
    if let Some(folder) = folder {
        let opened = desk.open_folder(&std::path::absolute(&folder)?);
        opened.map_err(|problem| io::Error::new(io::ErrorKind::NotFound, problem.message))?;
    }
    Ok(Server { desk, listener, running, state, idle })
}

/// 32 random digits.
pub(super) fn token() -> io::Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

impl Server {
    /// The address with which a browser begins. Whoever knows it can use the desk.
    #[must_use]
    pub fn address(&self) -> String {
        self.desk.guard().start()
    }

    /// Answers until `stop` is notified, or until no page has been open for a while after the first.
    ///
    /// # Errors
    /// If the system cannot wait for connections.
    pub fn run(self, stop: &Notify) -> io::Result<()> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        if let Some(state) = &self.state {
            // Without it, a second start does not find this one.
            let _ = self.running.announce(state);
        }
        let answered = runtime.block_on(self.answer(stop));
        if let Some(state) = &self.state {
            self.running.withdraw(state);
        }
        self.desk.cancel_all();
        self.desk.close(None);
        runtime.shutdown_background();
        answered
    }

    async fn answer(&self, stop: &Notify) -> io::Result<()> {
        let listener = tokio::net::TcpListener::from_std(self.listener.try_clone()?)?;
        let connections = Arc::new(Semaphore::new(MOST_CONNECTIONS));
        let mut looks = tokio::time::interval(LOOK);
        loop {
            // When there are too many, others wait.
            let next = async {
                let permit = Arc::clone(&connections).acquire_owned().await;
                (permit, listener.accept().await)
            };
            tokio::select! {
                () = stop.notified() => return Ok(()),
                _ = looks.tick() => if self.is_over() { return Ok(()) },
                (permit, accepted) = next => {
                    // A connection that fails is the browser's affair.
                    let Ok((stream, _)) = accepted else { continue };
                    let answered = answer_one(stream, Arc::clone(&self.desk));
                    tokio::spawn(async move {
                        answered.await;
                        drop(permit);
                    });
                }
            }
        }
    }

    fn is_over(&self) -> bool {
        self.idle.is_some_and(|idle| self.desk.is_left_for(idle)) && !self.desk.is_busy()
    }

    /// Where it runs, for tests and a second start.
    #[must_use]
    pub fn running(&self) -> &Running {
        &self.running
    }
}

async fn answer_one(stream: tokio::net::TcpStream, desk: Shared) {
    let service = TowerToHyperService::new(router(desk));
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(LONGEST_REQUEST);
    // A browser may leave at any time.
    let _ = builder.serve_connection(TokioIo::new(stream), service).await;
}

impl Running {
    /// Asks the desk that runs there to open a report, or only whether it runs; returns the address for a browser. `None` if no
    /// desk answers.
    #[must_use]
    pub fn ask(&self, folder: Option<&Path>) -> Option<String> {
        let state: Value = serde_json::from_slice(&self.send("GET", "/api/state", "").ok()?).ok()?;
        // Another program may have its port now.
        state["version"].as_str()?;
        if let Some(folder) = folder {
            self.send("POST", "/api/report", &json!({"folder": folder}).to_string()).ok()?;
        }
        Some(Guard::new(self.token.clone(), self.port).start())
    }

    /// Returns the body of an answer that says yes.
    fn send(&self, method: &str, address: &str, body: &str) -> io::Result<Vec<u8>> {
        let place = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        let mut stream = TcpStream::connect_timeout(&place, LONGEST_ANSWER)?;
        stream.set_read_timeout(Some(LONGEST_ANSWER))?;
        stream.set_write_timeout(Some(LONGEST_ANSWER))?;
        let cookie = Guard::new(self.token.clone(), self.port).cookie();
        let cookie = cookie.split(';').next().unwrap_or_default();
        let length = body.len();
        write!(
            stream,
            "{method} {address} HTTP/1.1\r\nHost: {place}\r\nOrigin: http://{place}\r\nCookie: {cookie}\r\n\
             X-Nenpo-Desk: 1\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\
             Connection: close\r\n\r\n{body}"
        )?;
        let mut answer = Vec::new();
        stream.take(LARGEST_STATE).read_to_end(&mut answer)?;
        let is_yes = answer.starts_with(b"HTTP/1.1 200");
        let head = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").filter(|_| is_yes);
        let head = head.ok_or(io::ErrorKind::InvalidData)?;
        Ok(answer.split_off(head + 4))
    }
}
