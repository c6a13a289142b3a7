"""Kinds of files that are no text, told by their first bytes, and what to do with each."""

from __future__ import annotations

_SAVE = "save it as text or as a page and give that"
_UNPACK = "unpack it and give what is inside"
_WRITTEN = "give the words of the report as text; nothing is read out of it"
_SIGNATURES = (
    (b"%PDF-", "a PDF document", _SAVE),
    (b"{\\rtf", "an RTF document", _SAVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office document", _SAVE),
    (b"PK\x03\x04", "a zip archive, or an Office or EPUB document", "unpack it, or save the document as text"),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"BZh9", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", _UNPACK),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", _WRITTEN),
    (b"\xff\xd8\xff", "a JPEG image", _WRITTEN),
    (b"GIF87a", "a GIF image", _WRITTEN),
    (b"GIF89a", "a GIF image", _WRITTEN),
    (b"ID3\x03", "a sound file", _WRITTEN),
    (b"ID3\x04", "a sound file", _WRITTEN),
    (b"OggS", "a sound file", _WRITTEN),
)
_RIFF = {b"WEBP": "a WebP image", b"WAVE": "a sound file", b"AVI ": "a film"}


def known(data: bytes) -> tuple[str, str] | None:
    """Give the kind of a file that holds no text, and what to do with it; None where the first bytes tell nothing.

    >>> known(b"%PDF-1.7 ..."), known(b"Troops crossed the river.")
    (('a PDF document', 'save it as text or as a page and give that'), None)
    """
    for mark, kind, hint in _SIGNATURES:
        if data.startswith(mark):
            return kind, hint
    if data.startswith(b"RIFF") and data[8:12] in _RIFF:
        return _RIFF[data[8:12]], _WRITTEN
    return ("a film or an image", _WRITTEN) if data[4:8] == b"ftyp" else None
