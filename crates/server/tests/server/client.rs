//! As little of HTTP as a test needs. What a browser would not let one send can be sent here.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};

/// A request that is being put together.
pub(crate) struct Request {
    method: String,
    path: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
    headers: String,
}

impl Request {
    pub(crate) fn get(path: &str) -> Request {
        Request { method: "GET".into(), path: path.into(), headers: vec![], body: vec![] }
    }
    pub(crate) fn post(path: &str, body: impl Into<Vec<u8>>) -> Request {
        Request { method: "POST".into(), path: path.into(), headers: vec![], body: body.into() }
    }
    pub(crate) fn command(name: &str, payload: &str) -> Request {
        Request::post(&format!("/api/{name}"), payload).with("content-type", "application/json")
    }
    pub(crate) fn upload(name: &str, bytes: &[u8]) -> Request {
        Request::post(&format!("/file?name={name}"), bytes).with("content-type", "application/octet-stream")
    }
    pub(crate) fn with(mut self, name: &str, value: &str) -> Request {
        self.headers.push((name.into(), value.into()));
        self
    }
    pub(crate) fn session(self, token: &str) -> Request {
        self.with("authorization", &format!("Bearer {token}"))
    }

    /// Sends it with the host and length that belong to it, where the test has not said another.
    pub(crate) fn send(self, to: SocketAddr) -> Answer {
        let given = |name: &str| self.headers.iter().any(|(given, _)| given == name);
        let mut head = format!("{} {} HTTP/1.1\r\nconnection: close\r\n", self.method, self.path);
        if !given("host") {
            head += &format!("host: {to}\r\n");
        }
        if !given("content-length") && !given("transfer-encoding") {
            head += &format!("content-length: {}\r\n", self.body.len());
        }
        for (name, value) in &self.headers {
            head += &format!("{name}: {value}\r\n");
        }
        let whole = [format!("{head}\r\n").as_bytes(), &self.body].concat();
        let mut stream = TcpStream::connect(to).unwrap();
        stream.write_all(&whole).unwrap();
        let mut answer = vec![];
        stream.read_to_end(&mut answer).unwrap();
        Answer::read(&answer)
    }
}

impl Answer {
    fn read(bytes: &[u8]) -> Answer {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("an answer has a head");
        let headers = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = headers.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, body: bytes[end + 4..].to_vec(), headers }
    }
    /// The value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.headers.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {} {}", self.headers, self.text()))
    }
    /// The code of the error.
    pub(crate) fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }
}
