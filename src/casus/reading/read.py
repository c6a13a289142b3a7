"""Reading a report: regions, statements, comments, and on request all mentions."""

from __future__ import annotations

from functools import reduce
from importlib import import_module
from importlib.util import find_spec

from msgspec import UNSET

from casus.errors import MissingExtraError, Problem
from casus.reading.date_choices import next_sentence, taken_in
from casus.reading.dates import Anchor, FoundDate
from casus.reading.gazetteer import Gazetteer
from casus.reading.mentions import find_mentions
from casus.reading.packs import LANGUAGE_NAMES, OwnNames, Pack, pack_for
from casus.reading.parties import Resolver
from casus.reading.places import Places
from casus.reading.regions import find_regions, title_start
from casus.reading.sentences import split
from casus.reading.statements import Assembler
from casus.records import Comment, Reading, Region, Report, ReportHead, Statement

_Reader = tuple[Pack, Assembler]
_READ = {"headline", "lede", "body", "reference"}


def read(report: Report, *, gazetteer: Gazetteer, mentions: bool = False) -> tuple[Reading, tuple[Problem, ...]]:
    """Read a report; what cannot be read is a problem, and the rest is still given."""
    regions = find_regions(report)
    pack, problems = _pack(report)
    statements: tuple[Statement, ...] = ()
    dates: tuple[FoundDate, ...] = ()
    if pack is not None:
        statements, dates = _statements(report, regions, pack, gazetteer)
    named = find_mentions(report, dates, gazetteer) if mentions else UNSET
    reading = Reading(
        report=_head(report),
        regions=regions,
        statements=statements,
        comments=_comments(report, regions),
        mentions=named,
    )
    return reading, problems


def _pack(report: Report) -> tuple[Pack | None, tuple[Problem, ...]]:
    try:
        pack = pack_for(report.language)
    except MissingExtraError as error:
        return None, (error.problem(report.name),)
    if pack is not None:
        return pack, ()
    language = LANGUAGE_NAMES.get(report.language)
    what = f"no reader for {language} yet" if language else "the language of the report is not known"
    hint = "only its regions are given" if language else "say which language it is in, or give a report with more text"
    return None, (Problem(where=report.name, what=what, hint=hint),)


def _statements(
    report: Report, regions: tuple[Region, ...], pack: Pack, gazetteer: Gazetteer
) -> tuple[tuple[Statement, ...], tuple[FoundDate, ...]]:
    readers: dict[str, _Reader | None] = {report.language: _reader(report, pack, gazetteer)}
    found: list[Statement] = []
    dates: list[FoundDate] = []
    anchor = Anchor(report.published)
    for region in regions:
        language = region.language
        if region.kind not in _READ or (language != report.language and region.kind != "reference"):
            continue
        if language not in readers:
            readers[language] = _other_reader(report, language, gazetteer)
        reader = readers[language]
        if reader is None:
            continue
        pack, assembler = reader
        assembler.count = len(found)
        foreign = language != report.language
        start = title_start(report.text, region) if foreign else region.span[0]
        for span in split(report.text, (start, region.span[1])):
            here = pack.dates(report.text, span, anchor)
            told = tuple(d for d in here if not d.apart)
            parsed = pack.parse(report.text, span, told, headline=foreign or region.kind == "headline")
            found.extend(assembler.sentence(parsed, told))
            dates.extend(here)
            anchor = next_sentence(reduce(taken_in, told, anchor))
    return tuple(found), tuple(dates)


def _reader(report: Report, pack: Pack, gazetteer: Gazetteer) -> _Reader:
    """Give a pack and what puts its clauses together for one text."""
    if isinstance(pack, OwnNames):
        resolver, places = pack.resolver(report.text, report.published), pack.places(report.text, gazetteer)
    else:
        resolver = Resolver(report.text, pack.language, report.published)
        places = Places(report.text, pack.language, gazetteer)
    return pack, Assembler(report.text, resolver, places, report.published)


def _other_reader(report: Report, language: str, gazetteer: Gazetteer) -> _Reader | None:
    """Give the reader of a title quoted in another language; none where that language cannot be read here."""
    try:
        pack = pack_for(language)
    except MissingExtraError:
        return None
    return _reader(report, pack, gazetteer) if pack is not None else None


def _head(report: Report) -> ReportHead:
    return ReportHead(
        id=report.id,
        language=report.language,
        chars=len(report.text),
        title=report.title or UNSET,
        published=report.published or UNSET,
        url=report.url or UNSET,
    )


def _comments(report: Report, regions: tuple[Region, ...]) -> tuple[Comment, ...]:
    if find_spec("casus.reading.comments") is None:
        return ()
    module = import_module("casus.reading.comments")
    found: list[Comment] = []
    for region in regions:
        if region.kind == "comments":
            found.extend(module.read_comments(report.text, region.span, region.language, apart=bool(report.regions)))
    return tuple(found)
