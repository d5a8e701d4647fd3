"""A web server on this machine that answers each path as its name says: `/404`, `/moved`, `/slow`."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
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
        status = int(name) if name.isdecimal() else 200
        if name == "no-head":
            status = 405 if self.command == "HEAD" else 200
        if name == "head-refused":
            status = 403 if self.command == "HEAD" else 404
        if name == "later":  # HEAD and GET fail at first
            status = 503 if self.server.times[self.path] <= 2 else 200
        if name == "together":
            self.server.meeting.wait()
        if name == "slow":
            threading.Event().wait(1)
        if name == "dropped":
            self.close_connection = True
        else:
            self.send_response(status)
            if name == "moved":
                self.send_header("Location", "/404" if self.path.endswith("dead") else "/there")
            if name == "circle":
                self.send_header("Location", self.path)
            if name == "moved-to-nothing":
                self.send_header("Location", "http://[::1")
            self.send_header("Content-Length", "0")
            self.end_headers()
        with self.server.lock:
            self.server.at_once -= 1

    def send_response(self, code: int, message: str | None = None) -> None:
        moved = self.path.startswith(("/moved", "/circle"))
        super().send_response(301 if moved else code, message)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


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
