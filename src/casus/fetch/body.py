"""Reading the body of an answer: packed or not, never more of it than the limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from casus.errors import Problem

_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
_PACKED = ("gzip", "x-gzip", "deflate")


class Unpacker:
    """Unpacks gzip and deflate piece by piece and stops at the limit (RFC 9110 § 8.4.1; RFC 1950 to 1952)."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._zlib = zlib.decompressobj(_GZIP_OR_ZLIB)
        self._began = False

    def feed(self, piece: bytes) -> bytes | None:
        """Give what a piece unpacks to; None where that goes past the limit. Raises zlib.error where it is broken."""
        out: list[bytes] = []
        while piece:
            try:
                part = self._zlib.decompress(piece, self._limit + 1 - self._size)
            except zlib.error:
                if self._began:
                    raise
                # some servers send deflate without the zlib header that the standard asks for
                self._zlib = zlib.decompressobj(-zlib.MAX_WBITS)
                part = self._zlib.decompress(piece, self._limit + 1 - self._size)
            self._began = True
            self._size += len(part)
            out.append(part)
            if self._size > self._limit:
                return None
            piece = self._zlib.unconsumed_tail
            if self._zlib.eof:
                piece = self._zlib.unused_data
                self._zlib = zlib.decompressobj(_GZIP_OR_ZLIB)
                if not piece.startswith(b"\x1f\x8b"):
                    break
        return b"".join(out)


def read_body(pieces: Iterable[bytes], *, where: str, packing: str, limit: int) -> tuple[bytes | None, Problem | None]:
    """Read a body to its end; None and a problem where it is larger than ``limit`` bytes, packed or unpacked."""
    names = [p for p in (part.strip().lower() for part in packing.split(",")) if p and p != "identity"]
    if len(names) > 1 or any(p not in _PACKED for p in names):
        what = f"the answer is packed in a way that is not read here: {packing}"
        return None, Problem(where=where, what=what, hint="save the page from a browser and give the file")
    unpacker = Unpacker(limit) if names else None
    body = bytearray()
    sent = 0
    try:
        for piece in pieces:
            sent += len(piece)
            if sent > limit:
                return None, too_large(where, f"goes on after {sent:,} bytes", limit)
            plain = unpacker.feed(piece) if unpacker else piece
            if plain is None:
                return None, too_large(where, f"unpacks from {sent:,} bytes to more than {limit:,}", limit)
            body += plain
    except zlib.error:
        what = f"the packed answer is broken near byte {sent:,}"
        return None, Problem(where=where, what=what, hint="try again, or save the page from a browser")
    return bytes(body), None


def too_large(where: str, says: str, limit: int) -> Problem:
    """Say that an answer is too large, and how large one may be."""
    hint = f"at most {limit / 1e6:g} MB are read; give the address of a single report"
    return Problem(where=where, what=f"the answer is too large: it {says}", hint=hint)
