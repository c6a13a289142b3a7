"""An instrument through time: its acts and dated texts in order, its texts side by side, what binds two states."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from casus.records import Practice, Record, Words
from casus.records.finding import Certainty
from casus.treaties.law import Law, Text, Treaty
from casus.treaties.showing import DutyView, duties
from casus.treaties.status import between, status

What = Literal["signature", "act", "text begins", "text ends", "practice"]


class Moment(Record, frozen=True, kw_only=True):
    """Something that happened to an instrument, or under it, on a day."""

    on: date
    what: What
    says: str
    states: tuple[str, ...] = ()
    source: str = ""
    certainty: Certainty


class TextView(Record, frozen=True, kw_only=True):
    """One dated text of a provision, as ``diff`` shows it."""

    cite: str
    from_day: date
    until: date | None
    kind: str
    owes: str
    duty: str
    procedure: str
    says: Words
    when: str
    area: str
    exceptions: tuple[str, ...]
    source: str
    certainty: Certainty


class Bond(Record, frozen=True, kw_only=True):
    """An instrument that binds two states to each other on a day, with what each provision owes."""

    treaty: str
    title: str
    binding: str
    standing: tuple[str, ...]
    """How each of the two is bound (English)."""
    duties: tuple[DutyView, ...]


def timeline(treaty: Treaty, practice: tuple[Practice, ...] = ()) -> tuple[Moment, ...]:
    """List acts, texts that begin and end, and documented practice, in order of days."""
    return tuple(sorted(_moments(treaty, practice), key=lambda m: m.on))


def _moments(treaty: Treaty, practice: tuple[Practice, ...]) -> Iterator[Moment]:
    if not any(a.does == "sign" and a.on == treaty.signed for a in treaty.acts):
        yield Moment(on=treaty.signed, what="signature", says="signed", certainty=treaty.certainty)
    for act in treaty.acts:
        towards = f" towards {', '.join(act.towards)}" if act.towards else ""
        says = f"{act.does}{towards}" + (f" ({act.ground})" if act.ground else "")
        certainty = act.certainty or treaty.certainty
        yield Moment(on=act.on, what="act", says=says, states=act.states, source=act.source, certainty=certainty)
    for provision in treaty.provisions:
        for text in provision.text:
            told = f"{provision.cite}: {text.owes}: {text.duty}"
            certainty = text.certainty or treaty.certainty
            yield Moment(on=text.from_, what="text begins", says=told, source=text.source, certainty=certainty)
            if text.until:
                ends = f"{provision.cite}: the text from {text.from_} ends"
                yield Moment(on=text.until, what="text ends", says=ends, source=text.source, certainty=certainty)
    for case in practice:
        yield Moment(
            on=case.on,
            what="practice",
            says=f"{case.kind}: {', '.join(case.cites)}: {case.what['en']}",
            states=case.by,
            source=case.source,
            certainty=case.certainty,
        )


def texts(treaty: Treaty, provision: str) -> tuple[TextView, ...]:
    """Give the dated texts of a provision, found by its id or citation, in order; empty where there is none."""
    wanted = provision.casefold()
    for known in treaty.provisions:
        if wanted in (known.id.casefold(), known.cite.casefold()):
            ordered = sorted(known.text, key=lambda t: t.from_)
            return tuple(_text(treaty, known.cite, text) for text in ordered)
    return ()


def _text(treaty: Treaty, cite: str, text: Text) -> TextView:
    return TextView(
        cite=cite,
        from_day=text.from_,
        until=text.until,
        kind=text.kind,
        owes=text.owes,
        duty=text.duty,
        procedure=text.procedure,
        says=text.says,
        when=text.when.text if text.when else "",
        area=text.area or "",
        exceptions=tuple(e.name for e in text.exception),
        source=text.source,
        certainty=text.certainty or treaty.certainty,
    )


def bonds(law: Law, a: str, b: str, on: date) -> tuple[Bond, ...]:
    """Give the instruments that bind two states to each other on a day, in order of signature."""
    return tuple(
        Bond(
            treaty=treaty.id,
            title=treaty.title.get("en", treaty.id),
            binding=treaty.binding,
            standing=tuple(status(treaty, s, on).ground for s in (a, b)),
            duties=duties(treaty, on),
        )
        for treaty in between(law, a, b, on)
    )
