"""Agreement of Russian words in case, number and gender."""

from __future__ import annotations

from typing import NamedTuple

from casus.reading.ru.morphology import Form


class Agreement(NamedTuple):
    """Number and gender; an empty one agrees with any."""

    number: str
    gender: str
    person: bool = False
    """Is it an office or calling that a woman may hold (президент сообщила)?"""


def agrees(subject: Agreement, verb: Form, *, joined: bool = False) -> bool:
    """May a noun phrase of that number and gender be the subject of the verb form?

    A row of singulars (``joined``) takes either number.
    """
    if verb.person in {"1per", "2per"}:
        return False
    if not subject.number or not verb.number:
        return True
    if joined:
        return True
    if subject.number != verb.number:
        return False
    if subject.person and verb.gender == "femn":
        return True
    return not (verb.number == "sing" and verb.gender and subject.gender and verb.gender != subject.gender)


def same(a: Form, b: Form) -> bool:
    """Do a modifier and its noun agree?"""
    if a.case != b.case and not (a.fixed or b.fixed):
        return False
    if a.fixed:
        return True
    if a.number and b.number and a.number != b.number:
        return False
    return not (a.number == "sing" and a.gender and b.gender and a.gender != b.gender)
