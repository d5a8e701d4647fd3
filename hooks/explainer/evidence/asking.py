"""Asks another host for an address: within a time, for so many bytes, and onwards to public addresses alone.

A server may answer without end: a byte a second, `100 Continue` for ever. So the time is that of the whole question,
and when it is over the connection is cut.
"""

import ipaddress
import socket
import threading
import weakref
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from types import TracebackType
from typing import Any, Self
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.poolmanager import PoolManager

TIMEOUT = (10, 20)
"""How many seconds a host may take to connect, and to go on with its answer."""

DEADLINE = 60.0
"""How many seconds the whole of it may take, wherever it leads."""

MOST_REDIRECTS = 10

FOR_GOOD = {HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT}
"""What says that an address has another for good (RFC 9110, 15.4.2 and 15.4.9)."""

PIECE = 1 << 16


class NoAnswer(Exception):  # noqa: N818 - nothing has gone wrong here
    """An address gave nothing.

    Attributes:
        temporary: Whether it may be otherwise a moment later.
        silent: Whether nobody answered at all.
    """

    def __init__(self, message: str, *, temporary: bool = False, silent: bool = False) -> None:
        super().__init__(message)
        self.temporary = temporary
        self.silent = silent


@dataclass(frozen=True)
class Answer:
    """What a host answered.

    Attributes:
        url: The address that was asked for at last.
        status: The status (RFC 9110, 15).
        headers: The headers by their names in lower case.
        body: What was sent; empty where nothing was wanted.
        moved_to: The address that it has for good now; empty where it is where it was.
    """

    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    moved_to: str = ""


def new_session(user_agent: str) -> requests.Session:
    """Return a session whose connections can be cut."""
    session = requests.Session()
    session.headers["User-Agent"] = user_agent
    for scheme in ("http://", "https://"):
        session.mount(scheme, _Adapter())
    return session


def ask(session: requests.Session, method: str, url: str, *, largest: int = 0) -> Answer:
    """Ask for an address, and follow where it leads.

    Args:
        session: What `new_session` made.
        method: GET or HEAD.
        url: The address.
        largest: How many bytes are wanted at most; 0 for none.

    Raises:
        NoAnswer: It gave nothing, or more than is wanted.
    """
    with _Watch(DEADLINE) as watch:
        try:
            answer = _follow(session, method, url, largest)
        except requests.exceptions.SSLError:
            message = "the server's certificate does not hold"
            raise NoAnswer(message) from None
        except (requests.RequestException, UnicodeError) as error:  # an impossible name of a host is a UnicodeError
            if isinstance(error, ValueError) and not isinstance(error, UnicodeError):
                message = "this is no address, or it leads to one that is none"
                raise NoAnswer(message) from None
            timed_out = watch.is_over or isinstance(error, requests.Timeout)
            message = "the server does not answer" if timed_out else "the server cannot be reached"
            raise NoAnswer(message, temporary=True, silent=True) from None
        except ValueError:
            message = "this is no address, or it leads to one that is none"
            raise NoAnswer(message) from None
        except OSError:
            message = "the server does not answer" if watch.is_over else "the server cannot be reached"
            raise NoAnswer(message, temporary=True, silent=True) from None
        if watch.is_over:  # what was cut looks like an end
            message = "the server does not answer"
            raise NoAnswer(message, temporary=True, silent=True)
        return answer


def _follow(session: requests.Session, method: str, url: str, largest: int) -> Answer:
    first, moved_to, for_good = url, "", True
    for _ in range(MOST_REDIRECTS + 1):
        with session.request(method, url, timeout=TIMEOUT, allow_redirects=False, stream=True) as response:
            target = session.get_redirect_target(response)
            if target is None:
                headers = {name.lower(): value for name, value in response.headers.items()}
                return Answer(url, response.status_code, headers, _body(response, largest), moved_to)
            for_good = for_good and response.status_code in FOR_GOOD
            url = urljoin(url, target)
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError(url)
        if parts.hostname != urlsplit(first).hostname and not _is_public(parts.hostname):
            message = f"the address leads to `{parts.hostname}`, which is no public host"
            raise NoAnswer(message)
        moved_to = url if for_good else moved_to
    message = "the address leads in a circle"
    raise NoAnswer(message)


def _body(response: requests.Response, largest: int) -> bytes:
    body = bytearray()
    if largest:
        for piece in response.iter_content(PIECE):
            body += piece
            if len(body) > largest:
                message = f"the document has more than {largest:,} bytes"
                raise NoAnswer(message)
    return bytes(body)


def _is_public(host: str) -> bool:
    """Whether a host is one of the public network: a redirect must lead nobody into the network of this machine."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except OSError:  # it cannot be reached, or a proxy alone knows it
        return True
    return all(ipaddress.ip_address(str(address[0]).partition("%")[0]).is_global for *_, address in found)


# --- connections that can be cut ----------------------------------------------------------------------------------

_open = threading.local()
"""The sockets of each thread."""


class _Watch:
    """Cuts the connections of this thread when the time is over."""

    def __init__(self, seconds: float) -> None:
        self.is_over = False
        self._sockets: weakref.WeakSet[socket.socket] = _sockets()
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def _cut(self) -> None:
        self.is_over = True
        for each in list(self._sockets):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._timer.cancel()


def _sockets() -> "weakref.WeakSet[socket.socket]":
    if not hasattr(_open, "sockets"):
        _open.sockets = weakref.WeakSet()
    sockets: weakref.WeakSet[socket.socket] = _open.sockets
    return sockets


class _Connection(HTTPConnection):
    def connect(self) -> None:
        super().connect()
        _sockets().add(self.sock)


class _SecureConnection(HTTPSConnection):
    def connect(self) -> None:
        super().connect()
        _sockets().add(self.sock)


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


class _Adapter(HTTPAdapter):
    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        super().init_poolmanager(*arguments, **options)
        _watch(self.poolmanager)

    def proxy_manager_for(self, *arguments: Any, **options: Any) -> Any:
        return _watch(super().proxy_manager_for(*arguments, **options))


def _watch(manager: PoolManager) -> PoolManager:
    manager.pool_classes_by_scheme = {"http": _Pool, "https": _SecurePool}
    return manager
