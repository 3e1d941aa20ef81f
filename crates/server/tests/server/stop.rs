//! Stopping lets what is under way end.

use crate::client::Request;
use crate::house::House;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;

#[test]
fn it_ends_when_told_to_and_answers_first() {
    let mut house = House::open();
    assert_eq!(Request::get("/").send(house.address).status, 200);
    // A request whose body is still on its way when the server is told to stop.
    let mut stream = TcpStream::connect(house.address).unwrap();
    let head = format!(
        "POST /api/me HTTP/1.1\r\nhost: {}\r\ncontent-type: application/json\r\nexpect: 100-continue\r\ncontent-length: 2\r\n\r\n",
        house.address
    );
    stream.write_all(head.as_bytes()).unwrap();
    // The server asks for the body: it has taken the request.
    let mut asked = [0; 25];
    stream.read_exact(&mut asked).unwrap();
    assert_eq!(&asked, b"HTTP/1.1 100 Continue\r\n\r\n");
    house.tell_to_stop();
    stream.write_all(b"{}").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 401 "), "{answer}");
    house.stop();
    assert!(TcpStream::connect(house.address).is_err(), "somebody still listens");
}
