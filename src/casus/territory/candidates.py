"""All places that a name in a text may mean: hand-kept ones, states, divisions, towns, each with how known it is."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from casus.records.place import Place
from casus.territory.geometry import great_circle_km
from casus.territory.russian import nominatives
from casus.vocabulary.states import key, states
from casus.vocabulary.tables import read_table

SAME_PLACE_KM = 40.0
"""Two tables put one town at most so far apart."""
DIVISION = re.compile(r"(?:自治)?(?:州|県|省|郡|市|町|村|区)$|(?:地方|地区|方面)$")
"""What a Japanese name of a division adds to the name of its chief town."""
KNOWN = {
    "state": 30_000_000, "capital": 1_000_000, "region": 1_000_000, "sea": 1_000_000, "entity": 500_000,
    "strait": 500_000, "line": 200_000, "corridor": 200_000, "area": 200_000,
}  # fmt: skip
"""A hand-kept place has no number of people: its kind stands for one."""
OTHERWISE = 60_000
SPELT_ALIKE = 0.75


class Candidate(NamedTuple):
    """A place that a name may mean."""

    place: Place
    people: int
    kept: bool
    """Is it in the hand-kept tables, or a state?"""
    lat: float | None
    lon: float | None
    first: bool = True
    """Is it called so before all, not by another of its names?"""


@cache
def centres() -> dict[str, tuple[float, float]]:
    """Give where each state is, roughly, by its code."""
    rows = read_table("places/centres.tsv", ("state", "lat", "lon", "source"))
    found = {row["state"]: (float(row["lat"]), float(row["lon"])) for row in rows}
    former = {s.alpha3: found[s.now] for s in states().rows if s.now in found and s.alpha3 not in found}
    return found | former


def centre(place: Place) -> tuple[float, float] | None:
    """Give a place's point; a state's is its middle."""
    if place.lat is not None and place.lon is not None:
        return place.lat, place.lon
    return centres().get(place.id) if place.kind == "state" else None


def made(place: Place, people: int, name: str | None = None) -> Candidate:
    """Make a candidate: hand-kept, or one of a compiled table by the name it was found under."""
    at = centre(place)
    first = name is None or any(_alike(name, names[0]) for names in place.names.values())
    return Candidate(place, people, name is None, at[0] if at else None, at[1] if at else None, first)


def _alike(name: str, printed: str) -> bool:
    """Tell whether two spellings are of one name, Feodosia and Feodosiya, or one is the other's beginning."""
    one, other = key(name), key(printed)
    return other.startswith(f"{one} ") or SequenceMatcher(None, one, other).ratio() >= SPELT_ALIKE


def merged(kept: tuple[Place, ...], others: tuple[tuple[Place, int], ...], name: str) -> tuple[Candidate, ...]:
    """Put hand-kept places first and leave out what is the same place in another table, keeping its people."""
    found = [made(p, KNOWN.get(p.kind, OTHERWISE)) for p in kept]
    for place, people in others:
        other = made(place, people, name)
        twin = next((n for n, c in enumerate(found) if _same(c, other)), None)
        if twin is None:
            found.append(other)
        elif found[twin].place.kind != "state":
            found[twin] = found[twin]._replace(people=max(found[twin].people, people))
    return tuple(found)


def forms(name: str, language: str) -> tuple[str, ...]:
    """Give the forms under which a name may stand in the tables, beside itself; a form has no further ones (``""``)."""
    if not language:
        return ()
    if name.isupper() and name.title() != name:
        return (name.title(),)
    joined = _other_joint(name)
    if language == "ru":
        return (*joined, *nominatives(name))
    if language == "ja":
        short = DIVISION.sub("", name)
        return (short,) if short != name and len(short) > 1 else ()
    return (*joined, *((name[4:],) if name[:4].lower() == "the " else ()))


def _other_joint(name: str) -> tuple[str, ...]:
    """Give a name with blanks for hyphens, or hyphens for blanks: El Arish, El-Arish."""
    if "-" in name:
        return (name.replace("-", " "),)
    return (name.replace(" ", "-"),) if " " in name else ()


def _same(one: Candidate, other: Candidate) -> bool:
    if one.place.kind == "state" or one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    reach = max(SAME_PLACE_KM, one.place.radius_km if one.kept else 0.0)
    if other.place.kind == "region":
        reach = max(reach, other.place.radius_km)
    return great_circle_km(one.lat, one.lon, other.lat, other.lon) <= reach
