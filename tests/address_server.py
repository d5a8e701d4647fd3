"""A web server on this machine that answers each path as its name says: `/404`, `/moved`, `/slow`."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Server(ThreadingHTTPServer):
    """Answers each path as its name says, and remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.asked: list[tuple[str, str, str]] = []
        self.times: Counter[str] = Counter()
        self.at_once = 0
        self.most_at_once = 0
        self.lock = threading.Lock()
        self.meeting = threading.Barrier(1)
        self.documents: dict[str, tuple[str, bytes]] = {}

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answers(BaseHTTPRequestHandler):
    server: Server

    def do_HEAD(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:
        with self.server.lock:
            self.server.asked.append((self.command, self.path, self.headers["User-Agent"]))
            self.server.times[self.path] += 1
            self.server.at_once += 1
            self.server.most_at_once = max(self.server.most_at_once, self.server.at_once)
        name = self.path.strip("/").split("/")[0]
        if name in WITHOUT_END:
            WITHOUT_END[name](self)
            self.close_connection = True
        elif name == "dropped":
            self.close_connection = True
        else:
            self.whole(name)
        with self.server.lock:
            self.server.at_once -= 1

    def whole(self, name: str) -> None:
        if name == "together":
            self.server.meeting.wait()
        if name == "slow":
            threading.Event().wait(1)
        self.send_response(self.status(name))
        target = TARGETS.get(name, "").format(path=self.path, port=self.server.server_port)
        if target:
            self.send_header("Location", "/404" if self.path.endswith("dead") else target)
        document = self.server.documents.get(self.path)
        if document:
            self.send_header("Content-Type", document[0])
        body = document[1] if document else b""
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def status(self, name: str) -> int:
        if name == "no-head":
            return 405 if self.command == "HEAD" else 200
        if name == "head-refused":
            return 403 if self.command == "HEAD" else 404
        if name == "later":  # HEAD and GET fail at first
            return 503 if self.server.times[self.path] <= 2 else 200
        return int(name) if name.isdecimal() else 200

    def continue_for_ever(self) -> None:
        with suppress(OSError):
            while True:
                self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")

    def drip(self) -> None:
        with suppress(OSError):
            for byte in b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX: " + b"x" * 10_000:
                self.wfile.write(bytes([byte]))
                threading.Event().wait(0.02)

    def send_response(self, code: int, message: str | None = None) -> None:
        moved = self.path.startswith(("/moved", "/circle"))
        super().send_response(301 if moved else 302 if self.path == "/led-on" else code, message)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


WITHOUT_END = {"continue": Answers.continue_for_ever, "drip": Answers.drip}

TARGETS = {
    "moved": "/there",
    "led-on": "/there",
    "circle": "{path}",
    "moved-to-nothing": "http://[::1",
    "moved-inside": "http://localhost:{port}/200",
}


@contextmanager
def serving() -> Iterator[Server]:
    """Run a server while the block runs."""
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
