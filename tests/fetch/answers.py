"""What the test server answers, by path."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator

import msgspec

PAGE = (
    b"<!doctype html><title>Troops cross the river</title><h1>Troops cross the river</h1>"
    b"<p>Norland troops crossed the Ash river early on Friday.</p>"
)
HTML = (("Content-Type", "text/html; charset=utf-8"),)


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """One answer."""

    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    repeat: int = 1
    """How often the body is sent."""
    drips: bool = False
    """Does it send one byte and then wait?"""

    def pieces(self) -> Iterator[bytes]:
        """Give the body in the pieces that are sent."""
        if self.drips:
            yield from (self.body[i : i + 1] for i in range(len(self.body)))
            return
        for _ in range(self.repeat):
            yield self.body


def _to(where: str, status: int = 302) -> Answer:
    return Answer(status=status, headers=(("Location", where),))


def _packed(body: bytes, how: str) -> Answer:
    return Answer(headers=(*HTML, ("Content-Encoding", how)), body=body)


_RAW = zlib.compressobj(wbits=-15)
_BOMB = gzip.compress(b"\x00" * 50_000_000)

ANSWERS = {
    "/page": Answer(headers=(*HTML, ("ETag", '"1"'), ("Last-Modified", "Sat, 15 May 2021 00:00:00 GMT")), body=PAGE),
    "/feed": Answer(
        headers=(("Content-Type", "application/rss+xml"),),
        body=b"<rss version='2.0'><channel><title>N</title><item><title>A</title><description>Troops crossed."
        b"</description></item><item><title>B</title><description>Troops left.</description></item></channel></rss>",
    ),
    "/sjis": Answer(
        headers=(("Content-Type", "text/html; charset=Shift_JIS"),), body="<p>軍が川を渡った。</p>".encode("cp932")
    ),
    "/text": Answer(headers=(("Content-Type", "text/plain"),), body=b"Troops crossed the river."),
    "/untyped": Answer(body=PAGE),
    "/untyped-binary": Answer(body=b"\x00\x01\x02\x00" * 500),
    "/empty": Answer(headers=HTML),
    "/moved": _to("/page#top", 301),
    "/twice": _to("/moved", 307),
    "/circle": _to("/circle-back"),
    "/circle-back": _to("/circle"),
    **{f"/step{n}": _to(f"/step{n + 1}") for n in range(20)},
    "/to-private": _to("http://192.168.0.1/secret"),
    "/to-metadata": _to("http://169.254.169.254/latest/meta-data/"),
    "/to-file": _to("file:///etc/passwd"),
    "/to-name": _to("http://inside.example:{port}/page"),
    "/to-nothing": Answer(status=302),
    "/declared": Answer(headers=(*HTML, ("Content-Length", "1000000000")), body=b"x"),
    "/endless": Answer(headers=HTML, body=b"x" * 65_536, repeat=2_000),
    "/broken-off": Answer(headers=(*HTML, ("Content-Length", "5000")), body=b"<p>cut"),
    "/drip": Answer(headers=HTML, body=b"x" * 50, drips=True),
    "/bomb": _packed(_BOMB, "gzip"),
    "/gzip": _packed(gzip.compress(PAGE[:50]) + gzip.compress(PAGE[50:]), "gzip"),
    "/deflate": _packed(zlib.compress(PAGE), "deflate"),
    "/raw-deflate": _packed(_RAW.compress(PAGE) + _RAW.flush(), "deflate"),
    "/not-gzip": _packed(b"\x1f\x8b no gzip at all", "gzip"),
    "/brotli": _packed(b"xx", "br"),
    "/layers": _packed(b"xx", "gzip, gzip"),
    "/pdf": Answer(headers=(("Content-Type", "application/pdf"),), body=b"%PDF-1.7"),
    "/image": Answer(headers=(("Content-Type", "image/svg+xml"),), body=b"<svg/>"),
    "/forbidden": Answer(status=403, headers=HTML, body=PAGE),
    "/odd-status": Answer(status=299, headers=HTML, body=PAGE),
}
