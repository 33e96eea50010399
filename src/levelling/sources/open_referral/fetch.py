"""One page over HTTP: only http and https, never led elsewhere, within limits of time and size."""

import http.client
import ipaddress
import socket
import time
import zlib
from collections.abc import Callable
from importlib.metadata import version
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from levelling.core.errors import UserError

Fetch = Callable[[str], bytes]
SECONDS_OF_SILENCE = 20.0
"""How long a server may say nothing."""
SECONDS_A_PAGE = 120.0
"""How long one page may take in all."""
LARGEST_PAGE = 32_000_000
"""Bytes of one page, unpacked."""
_PIECE = 1 << 16
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_SAID = {
    401: "it asks for a password",
    403: "it refuses to answer",
    404: "there is nothing there",
    429: "it asks us to slow down",
}


class Refused(Exception):
    """A page cannot be had, with why in a few words.

    Args:
        why: What happened.
        advice: What to do, in a sentence; may be empty.
        passing: Whether trying again may help.
        wait: Seconds the server asked us to wait; `None` where it did not.
    """

    def __init__(self, why: str, advice: str = "", *, passing: bool = False, wait: float | None = None) -> None:
        super().__init__(why)
        self.advice = advice
        self.passing = passing
        self.wait = wait


def is_address(text: str) -> bool:
    """Whether a text is written as a web address, of whatever scheme: `https://...`, `file://...`.

    Example:
        >>> is_address("https://example.org/services"), is_address("pages/1.json")
        (True, False)
    """
    return "://" in text[:40]


def shown(address: str) -> str:
    """The address as it may stand on a page: without its query, which may hold a key, and without a password.

    Example:
        >>> shown("https://example.org/services?key=secret")
        'https://example.org/services'
    """
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def checked(address: str) -> str:
    """The address, where it is one we follow.

    Raises:
        UserError: It is not http or https, or names no host.
    """
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise UserError(f"'{address[:100]}' is not a web address.", "Give one such as https://example.org/services.") from error
    if parts.scheme not in {"http", "https"}:
        raise UserError(
            f"Addresses that begin with {parts.scheme[:20]}: are not followed.", "Give one that begins with https://."
        )
    if parts.username is not None or parts.password is not None:
        raise UserError("An address with a name and password in it is not followed.", "Give it without them.")
    if not host or any(character <= " " for character in address):
        raise UserError(f"'{address[:100]}' is not a web address.", "Give one such as https://example.org/services.")
    return address


class _Guard(HTTPRedirectHandler):
    """Follows a redirect only to http or https, never from https to http, and never to this machine or its network."""

    max_redirections = 5

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> Request | None:
        old, new = urlsplit(req.full_url), urlsplit(newurl)
        if new.scheme not in {"http", "https"} or (old.scheme == "https" and new.scheme == "http"):
            raise Refused(f"it leads to another kind of address ({new.scheme or 'none'}), which is not followed")
        if (new.hostname or "") != (old.hostname or "") and is_inside(new.hostname or ""):
            raise Refused("it leads to an address inside this network, which is not followed")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def is_inside(host: str) -> bool:
    """Whether a host is this machine or on its own network. One that cannot be found from here is neither.

    Example:
        >>> is_inside("127.0.0.1"), is_inside("10.1.2.3"), is_inside("93.184.216.34")
        (True, True, False)
    """
    try:
        found = socket.getaddrinfo(host, None)
    except (OSError, UnicodeError):
        return False
    return any(not ipaddress.ip_address(str(item[4][0]).partition("%")[0]).is_global for item in found)


def fetch(address: str) -> bytes:
    """What stands at an address.

    Raises:
        Refused: It cannot be had, takes too long, or is too large.
    """
    request = Request(  # noqa: S310 - checked: http and https alone, and the opener knows no other
        checked(address),
        headers={
            "Accept": "application/json",
            "Accept-Encoding": "gzip",
            "User-Agent": f"levelling/{version('levelling')} (reads directories of services)",
        },
    )
    try:
        with _opener().open(request, timeout=SECONDS_OF_SILENCE) as answer:
            return _body(answer)
    except HTTPError as error:
        error.close()
        elsewhere = 300 <= error.code < 400
        said = "it leads to an address that is not followed" if elsewhere else _SAID.get(error.code, "it answers with an error")
        raise Refused(f"{said} (HTTP {error.code})", passing=error.code in _AGAIN, wait=_seconds(error)) from error
    except TimeoutError as error:
        raise Refused("it does not answer in time", "Try again later.", passing=True) from error
    except (URLError, OSError, http.client.HTTPException) as error:
        raise Refused(_reason(error), "Check the address and the network.", passing=True) from error


def _opener() -> OpenerDirector:
    # Made by hand: the usual one also opens file:, ftp: and data: addresses.
    opener = OpenerDirector()
    for handler in (ProxyHandler(), HTTPHandler(), HTTPSHandler(), _Guard(), HTTPDefaultErrorHandler(), HTTPErrorProcessor()):
        opener.add_handler(handler)
    return opener


def _body(answer: http.client.HTTPResponse) -> bytes:
    unpack = zlib.decompressobj(wbits=31) if answer.headers.get("Content-Encoding", "").lower() == "gzip" else None
    started = time.monotonic()
    parts: list[bytes] = []
    size = 0
    while piece := answer.read1(_PIECE):
        if unpack is not None:
            piece = _unpacked(unpack, piece, LARGEST_PAGE - size + 1)
        parts.append(piece)
        size += len(piece)
        if size > LARGEST_PAGE:
            raise Refused(f"it is larger than {LARGEST_PAGE // 1_000_000} MB")
        if time.monotonic() - started > SECONDS_A_PAGE:
            raise Refused("it takes too long to arrive", passing=True)
    if unpack is not None and not unpack.eof:
        raise Refused("it breaks off on the way", passing=True)
    if answer.length:
        raise Refused("it breaks off on the way", passing=True)
    return b"".join(parts)


def _unpacked(unpack: "zlib._Decompress", piece: bytes, most: int) -> bytes:
    try:
        return unpack.decompress(piece, most)
    except zlib.error as error:
        raise Refused("it is not packed as it says") from error


def _seconds(error: HTTPError) -> float | None:
    text = (error.headers.get("Retry-After") or "").strip() if error.headers else ""
    return float(text) if text.isascii() and text.isdigit() else None


def _reason(error: Exception) -> str:
    reason = getattr(error, "reason", error)
    if isinstance(reason, TimeoutError):
        return "it does not answer in time"
    if isinstance(reason, socket.gaierror):
        return "there is no such host"
    if isinstance(reason, ConnectionRefusedError):
        return "nothing answers there"
    if isinstance(reason, http.client.IncompleteRead):
        return "it breaks off on the way"
    said = (getattr(reason, "strerror", None) or str(reason) or type(reason).__name__).strip().rstrip(".")
    return f"the connection fails ({said[:80]})"
