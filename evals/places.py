"""Score the places of ``casus read --mentions``: the development reports by a hand-made key, and news sentences.

Usage: ``python evals/places.py [--misses]``. The key of the reports (``places/reading-dev.tsv``) is scored where
CASUS_SHARED names a folder with them; the sentences (``places/news.tsv``) are in our own words. Distances are those of
toponym resolution: 161 km (100 miles) is the usual bound.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from casus.intake import receive
from casus.reading import read
from casus.records import Mention
from casus.territory import open_territory
from casus.territory.geometry import great_circle_km

HERE = Path(__file__).parent / "places"
NEWS_KM = 161.0
PUBLISHED = date(2024, 6, 1)


class Wanted(NamedTuple):
    """A place that a text names, and where it is."""

    text: str
    span: tuple[int, int]
    lat: float
    lon: float
    within_km: float


def main(arguments: list[str]) -> int:
    """Print how many are right, by language, and each miss where wanted."""
    shared = os.environ.get("CASUS_SHARED")
    folder = Path(shared) / "evals" / "reading-dev" if shared else None
    if folder is not None and folder.is_dir():
        _report("development reports", _of_reports(folder), "--misses" in arguments)
    else:
        print("CASUS_SHARED does not name a folder with development reports: only the sentences are scored")
    _report(f"news sentences, {NEWS_KM:g} km", _of_news(), "--misses" in arguments)
    return 0


def _report(title: str, scored: Iterator[tuple[str, Wanted, str]], misses: bool) -> None:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for language, wanted, trouble in scored:
        total[language] += 1
        right[language] += not trouble
        if trouble and misses:
            print(f"  {language} {wanted.text}: {trouble}")
    told = ", ".join(f"{lang} {right[lang]}/{total[lang]}" for lang in sorted(total))
    print(f"{title}: {right.total()}/{total.total()} = {right.total() / max(1, total.total()):.3f} ({told})")


def _of_reports(folder: Path) -> Iterator[tuple[str, Wanted, str]]:
    key = [line.split("\t") for line in _lines("reading-dev.tsv")]
    for name in dict.fromkeys(row[0] for row in key):
        report = json.loads((folder / f"{name}.json").read_text("utf-8"))
        rows = [row for row in key if row[0] == name]
        wanted = [w for row in rows for w in _occurrences(report["text"], row)]
        yield from _score(report["text"], name[:2], wanted, date.fromisoformat(report["published"]))


def _occurrences(text: str, row: list[str]) -> Iterator[Wanted]:
    _, mention, nth, lat, lon, within = row
    for number, found in enumerate(re.finditer(rf"{re.escape(mention)}(?![A-Z])", text), 1):
        if nth in {"*", str(number)}:
            yield Wanted(mention, found.span(), float(lat), float(lon), float(within))


def _of_news() -> Iterator[tuple[str, Wanted, str]]:
    """Read the sentences: language, text with the names in brackets, points parted by semicolons."""
    for line in _lines("news.tsv"):
        language, marked, points = line.split("\t")
        text, wanted = "", []
        at = iter(points.split(";"))
        for part in re.split(r"(\[[^\]]+\])", marked):
            if part.startswith("["):
                lat, lon = next(at).split(",")
                span = (len(text), len(text) + len(part) - 2)
                wanted.append(Wanted(part[1:-1], span, float(lat), float(lon), NEWS_KM))
            text += part.strip("[]") if part.startswith("[") else part
        yield from _score(text, language, wanted, PUBLISHED)


def _score(text: str, language: str, wanted: list[Wanted], published: date) -> Iterator[tuple[str, Wanted, str]]:
    report, _ = receive(text.encode("utf-8"), published=published)
    if report is None:
        return
    reading, _ = read(report, gazetteer=open_territory(), mentions=True)
    for one in wanted:
        over = [m for m in reading.mentions or () if m.span[0] < one.span[1] and one.span[0] < m.span[1]]
        yield language, one, _trouble(one, over)


def _trouble(wanted: Wanted, over: list[Mention]) -> str:
    """Say what is wrong; empty where a mention with a point lies near enough."""
    pointed = [m for m in over if isinstance(m.lat, float | int) and isinstance(m.lon, float | int)]
    if not pointed:
        return f"no point ({', '.join(f'{m.kind} {m.id}' for m in over) or 'no mention'})"
    found = pointed[0]
    km = great_circle_km(wanted.lat, wanted.lon, float(found.lat), float(found.lon))  # type: ignore[arg-type]
    return "" if km <= wanted.within_km else f"{found.id} is {km:.0f} km away"


def _lines(name: str) -> list[str]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [line for line in lines[1:] if line and not line.startswith("#")]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
