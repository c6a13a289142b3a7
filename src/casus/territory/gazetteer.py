"""Names to places: the hand-kept tables of places and the states, with suggestions for names that are not there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import cast, get_args

from msgspec.structs import replace

from casus.errors import CasusError, Problem
from casus.records.place import NameInText, Place, PlaceKind
from casus.territory.airports import Airports, airports, without_words
from casus.territory.candidates import Candidate, centre, forms, merged
from casus.territory.context import settle
from casus.territory.geometry import great_circle_km
from casus.territory.settlements import WELL_KNOWN, Settlements, regions, settlements
from casus.territory.towns import Shelf, installed_places, small_towns
from casus.vocabulary.states import key, states
from casus.vocabulary.tables import Row, alternatives, certainty_of, names_by_language

COLUMNS = (
    "id", "kind", "en", "ja", "ru", "local", "lat", "lon", "radius_km", "within", "elevation_m", "from", "until",
    "source", "certainty", "notes",
)  # fmt: skip
NOT_PLACES = {"settlements.tsv", "successors.tsv", "regions.tsv", "centres.tsv"}
POINT_LIKE_KM = 15.0
"""Places of a larger radius are areas: a point near their middle is not near them in the sense of a name."""
SAME_TOWN_KM = 30.0
"""Two tables put one town at most so far apart."""
_RANK = {"checked": 0, "partly": 1, "memory": 2}


class Gazetteer:
    """All places by id and by name; a look-up ignores width, case, accents and the middle dot, nothing else."""

    def __init__(
        self,
        places: Iterable[Place],
        towns: Callable[[], Settlements] | None = None,
        divisions: Callable[[], Settlements] | None = None,
        more: Callable[[], Shelf] | None = None,
        airports: Callable[[], Airports] | None = None,
    ) -> None:
        self._towns = towns
        self._divisions = divisions
        self._more = more
        self._airports = airports
        self.places: dict[str, Place] = {p.id: p for p in places}
        self._by_name: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
        self._any: defaultdict[str, list[Place]] = defaultdict(list)
        for place in self.places.values():
            for language, names in place.names.items():
                for name in names:
                    _add(self._by_name[language, key(name)], place)
                    _add(self._any[key(name)], place)

    def find(self, name: str, language: str) -> tuple[Place, ...]:
        """Find places of exactly that name, in that language before others, the surest first.

        Well-known towns of the compiled table are given only where the hand-kept tables have no such name.
        """
        found = self._hand_kept(name, language)
        return found or self._compiled(name, WELL_KNOWN) or self._inflected(name, language)

    def _hand_kept(self, name: str, language: str) -> tuple[Place, ...]:
        found = self._by_name.get((language, key(name))) or self._any.get(key(name)) or []
        return tuple(sorted(found, key=lambda p: (p.kind != "state", _RANK[p.certainty])))

    def seek(self, name: str, language: str) -> tuple[Place, ...]:
        """Find places for a person who asks for one: hand-kept ones, a capital, then others of that name by size."""
        kept = self._hand_kept(name, language)
        kept = (*kept, *(c for c in self._capital(name, language) if not any(_same_town(c, k) for k in kept)))
        towns = self._towns().find(name, WELL_KNOWN if kept else 0) if self._towns else ()
        elsewhere = tuple(t for t in towns if not any(_same_town(t, k) for k in kept))
        found = (*kept, *elsewhere) or self._inflected(name, language) or self._compiled(name, 0)
        smaller = tuple(p for p, _ in self._more().peopled(name)) if self._more else ()
        found = (*found, *(t for t in smaller if not any(_same_town(t, k) for k in found)))
        found = found or self._coded(name) or self._parted(name, language)
        return found or tuple(c.place for c in self._otherwise(name, language))

    def _parted(self, name: str, language: str) -> tuple[Place, ...]:
        """Find ``Norfolk, Virginia``: places of the first name in the state of the second, the nearest first."""
        first, _, second = (part.strip() for part in name.partition(","))
        if not first or not second:
            return ()
        wider = [*(self._divisions().find(second) if self._divisions else ()), *self.seek(second, language)]
        pairs = [
            (_away_km(p, centre(around)), p.id, p)
            for p in self.seek(first, language)
            for around in wider
            if p.within == around.within
        ]
        return tuple({p.id: p for _, _, p in sorted(pairs, key=lambda pair: pair[:2])}.values())

    def _coded(self, name: str) -> tuple[Place, ...]:
        place = self._airports().coded(name.strip()) if self._airports else None
        return (place,) if place else ()

    def _airport(self, name: str, language: str) -> tuple[Place, ...]:
        """Find an airport by a name that holds a word for one: of its own, or of its town in any language."""
        rest = without_words(name)
        if rest is None or self._airports is None:
            return ()
        return self._airports().called(name) or self._airports().of_town(self.seek(rest, language))

    def _otherwise(self, name: str, language: str) -> tuple[Candidate, ...]:
        """List what a name may mean under another of its forms: in the nominative, with other joints."""
        other = next((f for n in forms(name, language) if (f := self._listed(n, ""))), ())
        return other or merged((), tuple((p, 0) for p in self._airport(name, language)), name)

    def candidates(self, name: str, language: str) -> tuple[Candidate, ...]:
        """List all that a name in a text may mean, hand-kept places first; in Russian in any case."""
        return self._listed(name, language) or self._otherwise(name, language)

    def _listed(self, name: str, language: str) -> tuple[Candidate, ...]:
        kept = self._by_name.get((language, key(name))) or self._any.get(key(name)) or self._inflected(name, language)
        tables = [t for t in (self._towns, self._divisions, self._more) if t]
        found = merged(tuple(kept), tuple(f for table in tables for f in table().peopled(name)), name)
        return found or merged(self._capital(name, language), (), name)

    def settle(self, named: Sequence[NameInText], language: str, states: Iterable[str]) -> tuple[Place | None, ...]:
        """Choose what each name of one text means, judged together with the others and the states of its parties."""
        known: dict[str, tuple[Candidate, ...]] = {n.name: self.candidates(n.name, language) for n in named}
        return tuple(_pointed(place) for place in settle(named, known.__getitem__, states))

    def _compiled(self, name: str, people: int) -> tuple[Place, ...]:
        towns = self._towns().find(name, people) if self._towns else ()
        return towns or (self._divisions().find(name) if self._divisions else ())

    def _inflected(self, name: str, language: str) -> tuple[Place, ...]:
        """Find a Russian name that stands in another case than the nominative."""
        if language != "ru":
            return ()
        return next((tuple(f) for n in forms(name, language) if (f := self._by_name.get((language, key(n))))), ())

    def _capital(self, name: str, language: str) -> tuple[Place, ...]:
        """Find the town of a capital that the table of states names and the table of towns spells otherwise."""
        state = states().by_code(states().by_capital(name, language) or "")
        if state is None or self._towns is None:
            return ()
        spelt = (n for names in state.capitals.values() for n in names)
        tables = [t for t in (self._towns, self._more) if t]
        found = (p for n in (name, *spelt) for table in tables for p, _ in table().peopled(n))
        return tuple(p for p in found if p.within == state.alpha3)[:1]

    def place(self, place_id: str) -> Place | None:
        """Give a hand-kept place, or a state, by its id."""
        return self.places.get(place_id)

    def names(self, language: str) -> Iterable[tuple[str, str]]:
        """List all (name, place id) of the hand-kept tables and of states in a language."""
        return ((n, p.id) for p in self.places.values() for n in p.names.get(language, ()))

    def nearest_names(self, name: str, count: int = 3) -> tuple[str, ...]:
        """Suggest names that look like one that is not there; never a match by itself."""
        printed = {
            k: next(n for ns in found[0].names.values() for n in ns if key(n) == k) for k, found in self._any.items()
        }
        return tuple(printed[k] for k in get_close_matches(key(name), printed, count, 0.7))

    def suggest(self, name: str, count: int = 3) -> tuple[str, ...]:
        """Suggest names as ``nearest_names`` does, then those of towns; for a person who waits."""
        found = self.nearest_names(name, count)
        return found or (self._towns().alike(name, count) if self._towns else ())

    def about(self, name: str, lat: float | None, lon: float | None) -> Place | None:
        """Find the place that a case's name means: the whole name, else what stands before a comma or a slash.

        A place farther from the case's point than its radius (10 km at least) is another one of that name. Without a
        point a town of the compiled table is taken only where it is clear which one is meant.
        """
        parts = [part.strip() for part in (name, *name.replace("/", ",").split(",")) if part.strip()]
        if lat is None or lon is None:
            return next((p for part in parts for p in self._meant(part)), None)
        return next((p for part in parts for p in self._all(part) if _reaches(p, lat, lon)), None)

    def near(self, lat: float, lon: float) -> tuple[Place, float] | None:
        """Give the nearest place, hand-kept or a town, with its distance in kilometres."""
        found = [self.near_kept(lat, lon), self._towns().near(lat, lon) if self._towns else None]
        return min(filter(None, found), key=lambda f: f[1], default=None)

    def near_kept(self, lat: float, lon: float) -> tuple[Place, float] | None:
        """Give the nearest hand-kept place that is no wide area, with its distance in kilometres."""
        away = [
            (great_circle_km(lat, lon, p.lat, p.lon), p.id)
            for p in self.places.values()
            if p.lat is not None and p.lon is not None and p.radius_km <= POINT_LIKE_KM
        ]
        km, place_id = min(away, default=(0.0, ""))
        return (self.places[place_id], km) if place_id else None

    def island_at(self, lat: float, lon: float) -> Place | None:
        """Give the hand-kept island that a point lies on, by its radius (1 km at least); the map may not draw it."""
        found = self.near_kept(lat, lon)
        if found is None or found[0].kind != "island" or found[1] > max(1.0, found[0].radius_km):
            return None
        return found[0]

    def _all(self, name: str) -> list[Place]:
        tables = [t for t in (self._towns, self._divisions, self._more) if t]
        return [*self._any.get(key(name), ()), *(p for table in tables for p, _ in table().peopled(name))]

    def _meant(self, name: str) -> tuple[Place, ...]:
        kept = self._any.get(key(name))
        town = self._towns().meant(name) if self._towns and not kept else None
        return tuple(kept or ()) or ((town,) if town else ())


def _pointed(place: Place | None) -> Place | None:
    """Give a state with its middle, so that a mention of it can be shown; never for whose ground a point is."""
    at = centre(place) if place and place.kind == "state" else None
    return replace(place, lat=at[0], lon=at[1]) if place and at else place


def _reaches(place: Place, lat: float, lon: float) -> bool:
    if place.lat is None or place.lon is None:
        return False
    return great_circle_km(lat, lon, place.lat, place.lon) <= max(10.0, place.radius_km)


def _same_town(town: Place, other: Place) -> bool:
    if other.lat is None or other.lon is None:
        return town.within == other.within
    return great_circle_km(town.lat or 0.0, town.lon or 0.0, other.lat, other.lon) <= max(SAME_TOWN_KM, other.radius_km)


def _away_km(place: Place, middle: tuple[float, float] | None) -> float:
    if middle is None or place.lat is None or place.lon is None:
        return 0.0
    return great_circle_km(place.lat, place.lon, *middle)


def _add(places: list[Place], place: Place) -> None:
    if place not in places:
        places.append(place)


def read_places(name: str, text: str) -> tuple[tuple[Place, ...], tuple[Problem, ...]]:
    """Read a table of places; a row that does not fit is a problem, the others are kept."""
    lines = text.splitlines()
    if not lines or tuple(lines[0].split("\t")) != COLUMNS:
        what = f"the first line must be the columns {', '.join(COLUMNS)}, parted by tabs"
        return (), (Problem(where=f"{name}:1", what=what),)
    places: list[Place] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines[1:], 2):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [c.strip() for c in line.split("\t")]
        try:
            places.append(_place(_row(cells)))
        except (ValueError, CasusError) as trouble:
            problems.append(Problem(where=f"{name}:{number}", what=str(trouble)))
    return tuple(places), tuple(problems)


def _row(cells: list[str]) -> Row:
    if len(cells) != len(COLUMNS):
        raise ValueError(f"{len(cells)} cells where {len(COLUMNS)} columns stand in the header")
    return dict(zip(COLUMNS, cells, strict=True))


def _place(row: Row) -> Place:
    if row["kind"] not in get_args(PlaceKind):
        raise ValueError(f"kind {row['kind']!r} is none of {', '.join(get_args(PlaceKind))}")
    if not row["id"] or not row["en"]:
        raise ValueError("a place needs an id and an English name")
    lat, lon = _number(row, "lat"), _number(row, "lon")
    if (lat is None) != (lon is None):
        raise ValueError("give both lat and lon, or neither")
    if lat is not None and lon is not None and not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"lat {lat}, lon {lon} is not on the earth")
    return Place(
        id=row["id"],
        kind=cast("PlaceKind", row["kind"]),
        names=_together(names_by_language(row), _local(row["local"])),
        lat=lat,
        lon=lon,
        radius_km=_number(row, "radius_km") or 0.0,
        within=row["within"] or None,
        elevation_m=_number(row, "elevation_m"),
        source=row["source"],
        certainty=certainty_of(row["certainty"], row["id"]),
    )


def _together(names: dict[str, tuple[str, ...]], local: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Add local names to those of the columns; of a language that has both, all are kept."""
    return names | {code: tuple(dict.fromkeys((*names.get(code, ()), *more))) for code, more in local.items()}


def _local(cell: str) -> dict[str, tuple[str, ...]]:
    """Read ``hy=Սև լիճ;az=Qaragöl|Sev göl``."""
    names = {}
    for part in filter(None, (p.strip() for p in cell.split(";"))):
        language, sign, listed = part.partition("=")
        if not sign or len(language.strip()) not in {2, 3}:
            raise ValueError(f"local {part!r} is not language=name|name")
        names[language.strip()] = alternatives(listed)
    return names


def _number(row: Row, column: str) -> float | None:
    try:
        return float(row[column]) if row[column] else None
    except ValueError:
        raise ValueError(f"{column} {row[column]!r} is not a number") from None


def state_places() -> tuple[Place, ...]:
    """Make a place of every state, with its alpha-3 code as the id."""
    return tuple(
        Place(id=s.alpha3, kind="state", names=dict(s.names), within=s.alpha3, source=s.source, certainty=s.certainty)
        for s in states().rows
    )


@cache
def gazetteer(installed: Path | None = None) -> tuple[Gazetteer, tuple[Problem, ...]]:
    """Load all places that come with casus and those installed in a folder; of two of one id the first is kept."""
    folder = files("casus") / "data" / "places"
    places = list(state_places())
    problems: list[Problem] = []
    seen = {p.id for p in places}
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if not file.name.endswith(".tsv") or file.name in NOT_PLACES:
            continue
        found, wrong = read_places(file.name, file.read_text("utf-8"))
        problems.extend(wrong)
        problems.extend(Problem(where=file.name, what=f"the id {p.id!r} is there twice") for p in found if p.id in seen)
        places.extend(p for p in found if p.id not in seen)
        seen.update(p.id for p in found)
    tables = (*(installed_places(installed).tables if installed else ()), small_towns())
    return Gazetteer(places, settlements, regions, lambda: Shelf(tables), airports), tuple(problems)
