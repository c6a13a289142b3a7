"""How fast the reader is by language: distinct articles put together from gold sentences, one core, CPU time."""

from __future__ import annotations

import json
import random
import sys
import time
from datetime import date
from pathlib import Path

from casus.intake import receive
from casus.pipeline import keep_loaded, tools
from casus.reading import read
from casus.reading.gazetteer import Gazetteer
from casus.reading.sentences import split
from casus.records import Report

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = 200
COLD = 10
"""Articles read before any clock runs: tables are loaded once in a process, however much it reads."""
WARM = 100
"""Articles after which most words have been met: what a word is is kept, what an article says is not."""
LIMITS = {"ja": (1300, 350), "en": (1500, 150), "ru": (1500, 60)}
"""Characters of a short article (1,300 in Japanese, 250 words elsewhere) and articles a second to be reached."""


def sentences(language: str, folders: list[Path]) -> list[str]:
    """Give the sentences of all gold reports of a language."""
    found: list[str] = []
    for path in sorted(p for folder in folders for p in folder.rglob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if gold.get("lang") == language and "frozen" not in path.parts[-2]:
            text = gold["text"]
            found.extend(text[a:b] for a, b in split(text, (0, len(text))) if b - a > 20)
    return found


def articles(language: str, folders: list[Path]) -> list[Report]:
    """Put distinct articles together, so that nothing kept from one article helps with the next one as a whole."""
    pool, size = sentences(language, folders), LIMITS[language][0]
    draw = random.Random(language)  # noqa: S311
    made: list[Report] = []
    while pool and len(made) < ARTICLES:
        lines = [draw.choice(pool)[:30]]
        while sum(map(len, lines)) < size:
            lines.append(draw.choice(pool))
        report, _ = receive("\n".join(lines)[:size].encode(), published=date(2021, 5, 1))
        if report is not None:
            made.append(report)
    return made


def main() -> None:
    """Read the articles of each language and print articles a second beside the limit."""
    folders = [ROOT / "evals" / "gold", *map(Path, sys.argv[1:])]
    gazetteer = tools().territory
    for language, (size, limit) in LIMITS.items():
        reports = articles(language, folders)
        if not reports:
            print(f"{language}: no gold report to draw sentences from; name a folder of them")
            continue
        for report in reports[:COLD]:
            read(report, gazetteer=gazetteer)
        keep_loaded()
        first, _ = _rate(reports[COLD:WARM], gazetteer)
        rate, count = _rate(reports[WARM:], gazetteer)
        told = f"{language}: {size} characters, {count:.0f} statements an article"
        reached = f"{1000 / rate:8.2f} ms {rate:8.1f} a second ({first:.1f} on the first {WARM})"
        print(f"{told:48}{reached}  limit {limit}  ratio {rate / limit:.2f}")


def _rate(reports: list[Report], gazetteer: Gazetteer) -> tuple[float, float]:
    """Read the articles and give how many a second of CPU time, and statements an article."""
    start = time.process_time()
    count = sum(len(read(report, gazetteer=gazetteer)[0].statements) for report in reports)
    return len(reports) / (time.process_time() - start), count / len(reports)


if __name__ == "__main__":
    main()
