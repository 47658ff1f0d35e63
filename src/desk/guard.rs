//! Decides who may ask: only pages of this desk, in a browser of this machine that was given its token.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::routes::Shared;

/// The address that hands the token over to the browser.
pub(super) const START: &str = "/start";

/// A page of another site cannot send this header without asking first, and the desk never answers such a question.
const OWN_HEADER: HeaderName = HeaderName::from_static("x-nenpo-desk");

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Sent with every answer.
const HEADERS: [(HeaderName, &str); 7] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; \
         form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (header::CACHE_CONTROL, "no-store"),
];

/// What a browser has to know and to say.
#[derive(Debug)]
pub(super) struct Guard {
    token: String,
    port: u16,
}

impl Guard {
    pub(super) fn new(token: String, port: u16) -> Self {
        Self { token, port }
    }

    /// The address with which a browser begins.
    pub(super) fn start(&self) -> String {
        format!("http://127.0.0.1:{}{START}?token={}", self.port, self.token)
    }

    /// The value that makes a browser keep the token. Ports share cookies, so that the name has the port.
    pub(super) fn cookie(&self) -> String {
        format!("{}={}; HttpOnly; SameSite=Strict; Path=/", self.cookie_name(), self.token)
    }

    fn cookie_name(&self) -> String {
        format!("nenpo-desk-{}", self.port)
    }

    /// Why a request is refused; `None` if it may pass.
    pub(super) fn refusal(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Option<StatusCode> {
        // A name that somebody else's name server directs to this machine is not one of these.
        let host = single(headers, &header::HOST).filter(|host| self.is_own(host));
        let Some(host) = host else { return Some(StatusCode::MISDIRECTED_REQUEST) };
        if uri.authority().is_some_and(|authority| authority.as_str() != host) {
            return Some(StatusCode::MISDIRECTED_REQUEST);
        }
        let is_from_elsewhere = |site: &HeaderValue| site != "same-origin" && site != "none";
        if headers.get_all(FETCH_SITE).iter().any(is_from_elsewhere) {
            return Some(StatusCode::FORBIDDEN);
        }
        let knows_token = if uri.path() == START {
            token_of(uri.query().unwrap_or_default()).is_some_and(|token| self.is_token(token))
        } else {
            self.has_cookie(headers)
        };
        if !knows_token {
            return Some(StatusCode::FORBIDDEN);
        }
        match *method {
            Method::GET => None,
            Method::POST => {
                let origin = single(headers, &header::ORIGIN);
                let is_own = origin.and_then(|origin| origin.strip_prefix("http://")) == Some(host);
                let is_meant = single(headers, &OWN_HEADER) == Some("1");
                (!is_own || !is_meant).then_some(StatusCode::FORBIDDEN)
            }
            _ => Some(StatusCode::METHOD_NOT_ALLOWED),
        }
    }

    fn is_own(&self, host: &str) -> bool {
        ["127.0.0.1", "localhost"].iter().any(|name| host == format!("{name}:{}", self.port))
    }

    fn has_cookie(&self, headers: &HeaderMap) -> bool {
        let name = self.cookie_name();
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut own = cookies
            .flat_map(|value| value.split(';'))
            .filter_map(|cookie| cookie.trim().split_once('='))
            .filter(|(known, _)| *known == name)
            .map(|(_, token)| token);
        own.any(|token| self.is_token(token))
    }

    /// Takes as long for every text of the right length.
    fn is_token(&self, text: &str) -> bool {
        let differing = self.token.bytes().zip(text.bytes()).fold(0, |sum, (own, other)| sum | (own ^ other));
        self.token.len() == text.len() && differing == 0
    }
}

/// A header that occurs once.
fn single<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    values.next().filter(|_| values.next().is_none())?.to_str().ok()
}

fn token_of(query: &str) -> Option<&str> {
    query.split('&').find_map(|pair| pair.strip_prefix("token="))
}

/// Refuses, or passes on and adds the headers.
pub(super) async fn check(State(desk): State<Shared>, request: Request, next: Next) -> Response {
    let is_for_a_person = request
        .headers()
        .get(header::ACCEPT)
        .is_some_and(|accept| accept.to_str().is_ok_and(|accept| accept.contains("text/html")));
    let mut response = match desk.guard().refusal(request.method(), request.uri(), request.headers()) {
        // In place of the page.
        Some(status) if is_for_a_person => (status, desk.refused(status).message).into_response(),
        Some(status) => desk.refused(status).into_response(),
        None => {
            let response = next.run(request).await;
            let media_type = response.headers().get(header::CONTENT_TYPE);
            let is_plain = media_type.is_some_and(|media_type| media_type.as_bytes().starts_with(b"text/plain"));
            // What takes requests apart knows no languages.
            match response.status() {
                status if status.is_client_error() && is_plain => {
                    desk.problem(status, "desk-error-request", &[]).into_response()
                }
                _ => response,
            }
        }
    };
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guard() -> Guard {
        Guard::new("abc123".into(), 8080)
    }

    fn refusal(method: &Method, address: &str, headers: &[(&'static str, &str)]) -> Option<StatusCode> {
        let headers = headers.iter().map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap()));
        guard().refusal(method, &address.parse().unwrap(), &headers.collect())
    }

    const HOST: (&str, &str) = ("host", "127.0.0.1:8080");
    const COOKIE: (&str, &str) = ("cookie", "other=1; nenpo-desk-8080=abc123");
    const OWN: (&str, &str) = ("x-nenpo-desk", "1");
    const ORIGIN: (&str, &str) = ("origin", "http://127.0.0.1:8080");

    #[test]
    fn a_page_of_the_desk_may_ask() {
        assert_eq!(refusal(&Method::GET, "/", &[HOST, COOKIE]), None);
        assert_eq!(refusal(&Method::GET, "/", &[("host", "localhost:8080"), COOKIE]), None);
        assert_eq!(refusal(&Method::GET, "/start?token=abc123", &[HOST]), None);
        let same = ("sec-fetch-site", "same-origin");
        assert_eq!(refusal(&Method::POST, "/api/close", &[HOST, COOKIE, OWN, ORIGIN, same]), None);
    }

    #[test]
    fn other_names_of_this_machine_are_refused() {
        for host in ["evil.example:8080", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:8080.evil.example", "", "[::1]:8080"]
        {
            let refused = refusal(&Method::GET, "/", &[("host", host), COOKIE]);
            assert_eq!(refused, Some(StatusCode::MISDIRECTED_REQUEST), "{host}");
        }
        assert_eq!(refusal(&Method::GET, "/", &[COOKIE]), Some(StatusCode::MISDIRECTED_REQUEST));
        let two = refusal(&Method::GET, "/", &[HOST, ("host", "127.0.0.1:8080"), COOKIE]);
        assert_eq!(two, Some(StatusCode::MISDIRECTED_REQUEST));
        let other = refusal(&Method::GET, "http://evil.example/", &[HOST, COOKIE]);
        assert_eq!(other, Some(StatusCode::MISDIRECTED_REQUEST));
    }

    #[test]
    fn without_the_token_nothing_is_told() {
        for cookie in
            ["", "nenpo-desk-8080=", "nenpo-desk-8080=abc12", "nenpo-desk-8080=abc1234", "nenpo-desk-80=abc123"]
        {
            let refused = refusal(&Method::GET, "/api/state", &[HOST, ("cookie", cookie)]);
            assert_eq!(refused, Some(StatusCode::FORBIDDEN), "{cookie}");
        }
        assert_eq!(refusal(&Method::GET, "/start?token=abc124", &[HOST]), Some(StatusCode::FORBIDDEN));
        assert_eq!(refusal(&Method::GET, "/start", &[HOST, COOKIE]), Some(StatusCode::FORBIDDEN));
        assert_eq!(refusal(&Method::GET, "/?token=abc123", &[HOST]), Some(StatusCode::FORBIDDEN));
    }

    #[test]
    fn pages_of_other_sites_cannot_ask() {
        let forbidden = Some(StatusCode::FORBIDDEN);
        let site = |site| refusal(&Method::GET, "/", &[HOST, COOKIE, ("sec-fetch-site", site)]);
        assert_eq!([site("cross-site"), site("same-site"), site("none")], [forbidden, forbidden, None]);
        let post = |headers: &[_]| refusal(&Method::POST, "/api/close", &[&[HOST, COOKIE], headers].concat());
        assert_eq!(post(&[OWN]), forbidden);
        assert_eq!(post(&[ORIGIN]), forbidden);
        assert_eq!(post(&[OWN, ("origin", "http://evil.example")]), forbidden);
        assert_eq!(post(&[OWN, ("origin", "null")]), forbidden);
        // Another service of this machine.
        assert_eq!(post(&[OWN, ("origin", "http://127.0.0.1:9090")]), forbidden);
        assert_eq!(post(&[OWN, ("origin", "https://127.0.0.1:8080")]), forbidden);
    }

    #[test]
    fn only_two_methods_are_known() {
        for method in [Method::PUT, Method::DELETE, Method::OPTIONS, Method::HEAD, Method::TRACE, Method::CONNECT] {
            let refused = refusal(&method, "/", &[HOST, COOKIE, OWN, ORIGIN]);
            assert_eq!(refused, Some(StatusCode::METHOD_NOT_ALLOWED), "{method}");
        }
    }
}
