//! The line itself: TCP, encrypted or not, on which nothing is waited for past a moment.
//!
//! The moment holds for every single read and write below the encryption: a server that sends a byte now and then does not
//! put it off, nor does one that does so within a TLS record.

use std::io::{self, Read, Write};
use std::net::{TcpStream, ToSocketAddrs as _};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, StreamOwned};

/// How a line is encrypted: by what is trusted, and for which name.
#[derive(Clone)]
pub(super) struct Tls {
    pub(super) config: Arc<ClientConfig>,
    pub(super) name: ServerName<'static>,
}

/// A line to a server.
pub(super) struct Wire {
    stream: Stream,
}

enum Stream {
    Open(Timed),
    Encrypted(Box<StreamOwned<ClientConnection, Timed>>),
}

/// A connection that gives up at a moment.
struct Timed {
    tcp: TcpStream,
    deadline: Instant,
}

impl Timed {
    fn left(&self) -> io::Result<Duration> {
        let left = self.deadline.saturating_duration_since(Instant::now());
        if left.is_zero() { Err(io::ErrorKind::TimedOut.into()) } else { Ok(left) }
    }
}

impl Read for Timed {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.tcp.set_read_timeout(Some(self.left()?))?;
        self.tcp.read(bytes)
    }
}

impl Write for Timed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.tcp.set_write_timeout(Some(self.left()?))?;
        self.tcp.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.tcp.flush()
    }
}

impl Wire {
    /// A line in the open. Each address of the host is waited for that long.
    pub(super) fn open(host: &str, port: u16, patience: Duration) -> io::Result<Self> {
        let mut last = None;
        for address in (host, port).to_socket_addrs()? {
            match TcpStream::connect_timeout(&address, patience) {
                Ok(tcp) => {
                    // A command is one small packet, and its answer is waited for.
                    tcp.set_nodelay(true)?;
                    return Ok(Self { stream: Stream::Open(Timed { tcp, deadline: Instant::now() + patience }) });
                }
                Err(error) => last = Some(error),
            }
        }
        Err(last.unwrap_or_else(|| io::Error::new(io::ErrorKind::NotFound, "the host has no address")))
    }

    /// The same line, encrypted from here on; the server has shown who it is.
    pub(super) fn encrypted(self, tls: &Tls) -> io::Result<Self> {
        let Stream::Open(mut timed) = self.stream else { return Err(io::Error::other("the line is encrypted already")) };
        let mut connection = ClientConnection::new(Arc::clone(&tls.config), tls.name.clone()).map_err(io::Error::other)?;
        while connection.is_handshaking() {
            connection.complete_io(&mut timed)?;
        }
        Ok(Self { stream: Stream::Encrypted(Box::new(StreamOwned::new(connection, timed))) })
    }

    /// From now on nothing is waited for longer than that, in all.
    pub(super) fn wait_no_longer_than(&mut self, patience: Duration) {
        let timed = match &mut self.stream {
            Stream::Open(timed) => timed,
            Stream::Encrypted(stream) => &mut stream.sock,
        };
        timed.deadline = Instant::now() + patience;
    }
}

impl Read for Wire {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        match &mut self.stream {
            Stream::Open(timed) => timed.read(bytes),
            Stream::Encrypted(stream) => stream.read(bytes),
        }
    }
}

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.stream {
            Stream::Open(timed) => timed.write(bytes),
            Stream::Encrypted(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.stream {
            Stream::Open(timed) => timed.flush(),
            Stream::Encrypted(stream) => stream.flush(),
        }
    }
}
