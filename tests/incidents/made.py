"""Reports and readings built by hand, line by line, for the tests of incidents and facts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import UNSET

from casus.records import (
    AUTHOR,
    DateMention,
    EventCode,
    Party,
    Place,
    PlaceMention,
    Reading,
    Record,
    Region,
    Report,
    ReportHead,
    Source,
    Statement,
    Trigger,
)
from casus.records.report import RegionKind
from casus.records.statement import Modality, Polarity, Precision, StatementKind
from casus.vocabulary.concepts import concepts

DAY = date(2021, 5, 12)
PUBLISHED = date(2021, 5, 15)

LAKE = Place(
    id="lake",
    kind="lake",
    names={"en": ("Quiet Lake",), "ja": ("静か湖",)},
    lat=39.6,
    lon=46.2,
    radius_km=4,
    within="ARM",
)
SHORE = Place(id="shore", kind="area", names={"en": ("North Shore",)}, lat=39.63, lon=46.2, within="ARM")
FAR = Place(id="far", kind="settlement", names={"en": ("Farport",)}, lat=41.0, lon=44.9, within="ARM")
ARMENIA = Place(
    id="arm", kind="state", names={"en": ("Armenia",), "ja": ("アルメニア",)}, lat=40.2, lon=45.0, within="ARM"
)
TURKEY = Place(id="tur", kind="state", names={"en": ("Turkey",)}, within="TUR")
ISLET = Place(id="islet", kind="reef", names={"en": ("Islet",)}, lat=15.1, lon=117.7)
PLACES = (LAKE, SHORE, FAR, ARMENIA, TURKEY, ISLET)


class Atlas:
    """A gazetteer of the places above."""

    def find(self, name: str, language: str) -> tuple[Place, ...]:
        """Places with that name in any language."""
        del language
        return tuple(p for p in PLACES if any(name in names for names in p.names.values()))

    def names(self, language: str) -> Iterable[tuple[str, str]]:
        """Names in a language."""
        return [(name, p.id) for p in PLACES for name in p.names.get(language, ())]


class Said(Record, frozen=True, kw_only=True):
    """What one statement says, without spans; ``trigger`` is found in the line."""

    trigger: str
    concept: str
    actor: str | None = None
    actor_text: str | None = None
    recipient: str | None = None
    place: str | None = None
    on: date | None = None
    until: date | None = None
    about: bool = False
    source: str | None = None
    modality: Modality = "fact"
    polarity: Polarity = "positive"


class Line(Record, frozen=True, kw_only=True):
    """One sentence of a report with the statements in it."""

    text: str
    region: RegionKind = "body"
    says: tuple[Said, ...] = ()


def made(
    lines: Sequence[Line], *, published: date | None = PUBLISHED, language: str = "en", name: str = "made"
) -> tuple[Report, Reading]:
    """Build a report and its reading from lines."""
    text = "\n".join(line.text for line in lines)
    digest = hashlib.sha256(text.encode()).hexdigest()
    statements: list[Statement] = []
    regions: list[Region] = []
    at = 0
    for line in lines:
        span = (at, at + len(line.text))
        regions.append(Region(kind=line.region, span=span, language=language))
        statements += [
            _statement(said, line.text, at, f"s{len(statements) + i}") for i, said in enumerate(line.says, 1)
        ]
        at = span[1] + 1
    report = Report(
        id=f"sha256:{digest}", text=text, language=language, bytes_sha256=digest, published=published, name=name
    )
    head = ReportHead(id=report.id, language=language, chars=len(text), published=published or UNSET)
    return report, Reading(report=head, regions=tuple(regions), statements=tuple(statements), comments=())


def one(said: Said, *more: Said, published: date | None = PUBLISHED) -> tuple[Report, Reading]:
    """Build a report of one line a statement, the trigger being the line."""
    return made([Line(text=s.trigger, says=(s,)) for s in (said, *more)], published=published)


def _statement(said: Said, line: str, at: int, name: str) -> Statement:
    start = at + line.index(said.trigger)
    concept = concepts()[said.concept]
    kind: StatementKind = concept.kind
    return Statement(
        id=name,
        sentence=(at, at + len(line)),
        trigger=Trigger(text=said.trigger, span=(start, start + len(said.trigger))),
        kind=kind,
        event=EventCode(type=concept.type, mode=concept.mode, cameo=concept.cameo),
        actor=Party(text=said.actor_text, span=None, id=said.actor, inherited=True) if said.actor else None,
        recipient=Party(text=None, span=None, id=said.recipient, inherited=True) if said.recipient else None,
        place=_place(said.place),
        date=_day(said),
        source=Source(text=None, span=None, id=said.source) if said.source else AUTHOR,
        modality=said.modality,
        polarity=said.polarity,
        rules=(f"en.predicate:{said.concept}",),
    )


def _place(place: str | None) -> PlaceMention | None:
    if place is None:
        return None
    known = next((p for p in PLACES if p.id == place), None)
    return PlaceMention(text=known.name("en") if known else place, span=None, id=known.id if known else None)


def _day(said: Said) -> DateMention | None:
    if said.on is None:
        return None
    until = said.until or said.on
    precision: Precision = "about" if said.about else "day"
    return DateMention(text="then", span=(0, 0), from_=said.on, until=until, precision=precision)


OCCUPY = Said(trigger="occupied", concept="occupy", actor="AZE MIL", recipient="ARM", place="lake", on=DAY)
