use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

type Prices = Arc<Mutex<HashMap<String, u32>>>;

// #region handle
fn handle(prices: &Prices, method: &str, path: &str, body: &str) -> (u16, String) {
    let name = match path.strip_prefix("/prices/") {
        Some(rest) if !rest.is_empty() && !rest.contains('/') => decode(rest),
        _ => return (404, error("not found")),
    };
    match method {
        "GET" => match prices.lock().unwrap().get(&name) {
            Some(cents) => (200, price(&name, *cents)),
            None => (404, error(&format!("no price for {name}"))),
        },
        "PUT" => {
            let digits = body.len() <= 9 && body.bytes().all(|b| b.is_ascii_digit());
            match body.parse::<u32>() {
                Ok(cents) if digits => {
                    let before = prices.lock().unwrap().insert(name.clone(), cents);
                    (if before.is_some() { 200 } else { 201 }, price(&name, cents))
                }
                _ => (400, error("send a whole number of cents")),
            }
        }
        _ => (405, error("GET or PUT")),
    }
}
// #endregion handle

fn price(name: &str, cents: u32) -> String {
    format!("{{\"name\":{},\"cents\":{cents}}}", quote(name))
}

fn error(text: &str) -> String {
    format!("{{\"error\":{}}}", quote(text))
}

/// The standard library has no JSON, so a string is written by hand.
fn quote(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if c < ' ' => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Undoes percent encoding.
fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let value = match byte {
            b'%' => {
                let hex: String = rest.by_ref().take(2).map(char::from).collect();
                u8::from_str_radix(&hex, 16).unwrap_or(b'?')
            }
            other => other,
        };
        bytes.push(value);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Reads one request and answers it: what a framework would do.
fn serve(prices: &Prices, stream: TcpStream) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? <= 2 {
            break;
        }
        if let Some((key, value)) = line.split_once(':') {
            if key.eq_ignore_ascii_case("content-length") {
                length = value.trim().parse().unwrap_or(0);
            }
        }
    }
    let mut body = Vec::new();
    reader.by_ref().take(length).read_to_end(&mut body)?;
    let mut words = first.split(' ');
    let (method, path) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let (status, json) = handle(prices, method, path, &String::from_utf8_lossy(&body));
    let allow = if status == 405 { "Allow: GET, PUT\r\n" } else { "" };
    write!(
        reader.get_mut(),
        "HTTP/1.1 {status} \r\nContent-Type: application/json\r\n{allow}Content-Length: {}\r\nConnection: close\r\n\r\n{json}",
        json.len()
    )
}

fn main() -> std::io::Result<()> {
    let port = std::env::var("PORT").expect("PORT is not set");
    let listener = TcpListener::bind(format!("127.0.0.1:{port}"))?;
    println!("listening");
    let prices = Prices::default();
    for stream in listener.incoming() {
        let (prices, stream) = (prices.clone(), stream?);
        thread::spawn(move || serve(&prices, stream));
    }
    Ok(())
}
