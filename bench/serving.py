"""A server for built sites on this machine: gzipped as a web server would, and counting what it sends.

It counts where the bytes leave, so that nothing that a page asks for is missed, a worker's requests included.
"""

import gzip
import mimetypes
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

COMPRESSED = ("text/", "application/javascript", "application/json", "image/svg+xml", "application/xml")
"""What is worth compressing, by the beginnings of its media types."""


class Served:
    """A folder at an address, with what was sent from it.

    Attributes:
        address: Its address, with a slash at its end.
        sent: How many bytes were sent at a time, heads of answers included.
        paths: What was asked for.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self.sent: list[int] = []
        self.paths: list[str] = []

    def forget(self) -> None:
        """Count from nothing again."""
        self.sent.clear()
        self.paths.clear()


@contextmanager
def served(folder: Path, headers: Mapping[str, str] | None = None) -> Iterator[Served]:
    """Serve a folder.

    Args:
        folder: The built site.
        headers: What every answer carries besides.
    """
    log = Served("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            log.paths.append(path)
            file = (folder / path.lstrip("/")).resolve()
            file = file / "index.html" if file.is_dir() else file
            found = file.is_file() and file.is_relative_to(folder.resolve())
            kind = (mimetypes.guess_type(file)[0] if found else "text/plain") or "application/octet-stream"
            zipped = found and kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", "")
            body = _body(file, zipped=zipped) if found else b""
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            self.send_header("Content-Length", str(len(body)))
            if zipped:
                self.send_header("Content-Encoding", "gzip")
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            log.sent.append(sum(map(len, self._headers_buffer)) + 2 + len(body))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep the requests off the screen."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        log.address = f"http://127.0.0.1:{server.server_port}/"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield log
        server.shutdown()


@cache
def _body(file: Path, *, zipped: bool) -> bytes:
    """Return what is sent of a file. Compressed once, so that no page waits for it twice."""
    body = file.read_bytes()
    return gzip.compress(body, 6, mtime=0) if zipped else body
