//! The line to a client: bytes in the open or encrypted, read line by line.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use rustls::{ServerConfig, ServerConnection, StreamOwned};

enum Stream {
    Open(TcpStream),
    Encrypted(Box<StreamOwned<ServerConnection, TcpStream>>),
}

/// A line to a client.
pub(super) struct Line {
    stream: Stream,
    waiting: Vec<u8>,
}

impl Line {
    pub(super) fn open(stream: TcpStream) -> Self {
        Self { stream: Stream::Open(stream), waiting: Vec::new() }
    }

    /// The same line, encrypted from here on.
    pub(super) fn encrypted(self, tls: &Arc<ServerConfig>) -> io::Result<Self> {
        assert!(self.waiting.is_empty(), "the client spoke before the line was encrypted");
        let stream = match self.stream {
            Stream::Open(stream) => stream,
            Stream::Encrypted(_) => panic!("the line is encrypted already"),
        };
        let connection = ServerConnection::new(Arc::clone(tls)).map_err(io::Error::other)?;
        Ok(Self { stream: Stream::Encrypted(Box::new(StreamOwned::new(connection, stream))), waiting: Vec::new() })
    }

    /// The next line with its end, or none where the client has gone.
    pub(super) fn next(&mut self) -> io::Result<Option<Vec<u8>>> {
        loop {
            if let Some(end) = self.waiting.iter().position(|byte| *byte == b'\n') {
                return Ok(Some(self.waiting.drain(..=end).collect()));
            }
            let mut bytes = [0; 16 * 1024];
            let count = match &mut self.stream {
                Stream::Open(stream) => stream.read(&mut bytes)?,
                Stream::Encrypted(stream) => stream.read(&mut bytes)?,
            };
            if count == 0 {
                return Ok(None);
            }
            self.waiting.extend_from_slice(&bytes[..count]);
        }
    }

    pub(super) fn say(&mut self, bytes: &[u8]) -> io::Result<()> {
        match &mut self.stream {
            Stream::Open(stream) => stream.write_all(bytes),
            Stream::Encrypted(stream) => stream.write_all(bytes).and_then(|()| stream.flush()),
        }
    }

    /// Says nothing more, until the client goes.
    pub(super) fn hang(mut self) -> io::Result<()> {
        while self.next()?.is_some() {}
        Ok(())
    }

    /// Says these bytes again and again, with a pause in between, until the client goes.
    pub(super) fn say_without_end(mut self, bytes: &[u8], pause: Duration) -> io::Result<()> {
        loop {
            self.say(bytes)?;
            std::thread::sleep(pause);
        }
    }

    /// Drops the line, whatever is under way.
    pub(super) fn drop_it(self) -> io::Result<()> {
        let stream = match &self.stream {
            Stream::Open(stream) => stream,
            Stream::Encrypted(stream) => &stream.sock,
        };
        stream.shutdown(Shutdown::Both)
    }
}
