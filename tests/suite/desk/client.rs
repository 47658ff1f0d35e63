//! The requests of a browser, and of others that pretend to be one.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use serde_json::Value;

use super::LONG;

/// What a desk answers.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

/// A browser that was given the token.
pub(super) struct Browser {
    pub(super) port: u16,
    pub(super) cookie: String,
}

impl Answer {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(super) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }
}

impl Browser {
    /// Opens the address that the desk prints.
    pub(super) fn new(address: &str) -> Self {
        let (host, path) = address.strip_prefix("http://").unwrap().split_once('/').unwrap();
        let port = host.rsplit_once(':').unwrap().1.parse().unwrap();
        let answer = send(port, &format!("GET /{path} HTTP/1.1\r\nHost: {host}\r\n\r\n"), &[]);
        assert_eq!((answer.status, answer.header("location")), (303, Some("/")), "{}", answer.text());
        let cookie = answer.header("set-cookie").unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
        Self { port, cookie: cookie.split(';').next().unwrap().to_owned() }
    }

    pub(super) fn head(&self, method: &str, address: &str) -> String {
        let Self { port, cookie } = self;
        format!("{method} {address} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\n")
    }

    /// What a page of the desk adds to what it posts.
    pub(super) fn own(&self) -> String {
        format!("Origin: http://127.0.0.1:{}\r\nX-Nenpo-Desk: 1\r\n", self.port)
    }

    pub(super) fn get(&self, address: &str) -> Answer {
        send(self.port, &format!("{}\r\n", self.head("GET", address)), &[])
    }

    pub(super) fn post(&self, address: &str, body: &Value) -> Answer {
        self.post_bytes(address, "application/json", body.to_string().as_bytes())
    }

    pub(super) fn post_bytes(&self, address: &str, media_type: &str, body: &[u8]) -> Answer {
        let (head, own, length) = (self.head("POST", address), self.own(), body.len());
        send(self.port, &format!("{head}{own}Content-Type: {media_type}\r\nContent-Length: {length}\r\n\r\n"), body)
    }

    /// Listens to the states that the desk sends, until `stop` returns true for one.
    pub(super) fn listen(&self, mut stop: impl FnMut(&Value) -> bool) -> Value {
        let mut stream = connected(self.port);
        stream.write_all(format!("{}\r\n", self.head("GET", "/api/events")).as_bytes()).unwrap();
        for line in BufReader::new(stream).lines() {
            let line = line.unwrap();
            if let Some(state) = line.strip_prefix("data: ").map(|data| serde_json::from_str(data).unwrap())
                && stop(&state)
            {
                return state;
            }
        }
        panic!("the desk has ended");
    }
}

fn connected(port: u16) -> TcpStream {
    let stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(LONG)).unwrap();
    stream
}

/// Sends a request as it is, and reads one answer.
pub(super) fn send(port: u16, head: &str, body: &[u8]) -> Answer {
    let mut stream = connected(port);
    // A request that is refused early need not be read to its end.
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
    let mut stream = BufReader::new(stream);
    let mut line = String::new();
    stream.read_line(&mut line).unwrap();
    let status = line.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
    let mut headers = Vec::new();
    loop {
        line.clear();
        stream.read_line(&mut line).unwrap();
        let Some((name, value)) = line.trim_end().split_once(": ") else { break };
        headers.push((name.to_ascii_lowercase(), value.to_owned()));
    }
    let length = headers.iter().find(|(name, _)| name == "content-length").and_then(|(_, value)| value.parse().ok());
    let mut body = vec![0; length.unwrap_or_default()];
    stream.read_exact(&mut body).unwrap();
    Answer { status, headers, body }
}
