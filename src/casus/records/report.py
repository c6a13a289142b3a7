"""A report as received, and its regions."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import UNSET, UnsetType

from casus.records.base import Record, Span

RegionKind = Literal["headline", "lede", "body", "reference", "furniture", "comments"]


class Report(Record, frozen=True, kw_only=True):
    """A document as received; bytes and text are hashed apart, offsets count in ``text``."""

    id: str
    """``sha256:`` and the hex digest of the text in UTF-8."""
    text: str
    language: str
    """Main language, ISO 639-1; ``und`` where it is not known."""
    bytes_sha256: str
    encoding: str = "utf-8"
    media_type: str = "text/plain"
    name: str = "-"
    """File name or address as the user gave it."""
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    regions: tuple[Region, ...] = ()
    """Regions known from the markup (HTML, feeds); empty for plain text, where the reader finds them."""


class ReportHead(Record, frozen=True, kw_only=True):
    """What a reading says of its report."""

    id: str
    language: str
    chars: int
    title: str | UnsetType = UNSET
    published: date | UnsetType = UNSET
    url: str | UnsetType = UNSET


class Region(Record, frozen=True, kw_only=True):
    """A part of a report's text with one role."""

    kind: RegionKind
    span: Span
    language: str


class ImageCredit(Record, frozen=True, kw_only=True):
    """Who made a report's picture and under which licence, as the report says."""

    text: str
    span: Span
    creator: str | None = None
    licence: str | None = None
    caption: str | None = None
