"""Generated and mutated reports through intake and reader: ``python -m bench.fuzz --times 1000000``.

Every input must give a reading: no exception, spans that are the words beside them, output that its own form accepts,
and no more than a second for each 10 kB. What fails is written down whole, to be tried again; the run goes on.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import cache
from pathlib import Path
from typing import NoReturn

import msgspec

from casus.intake import receive
from casus.pipeline import tools
from casus.reading import read
from casus.records import Reading

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("en", "ja", "ru")
BATCH = 1000
SECONDS_PER_10_KB = 1.0
PATIENCE_S = 30
STRANGE = (
    "\u200b", "\u200d", "\u202e", "\ufeff", "\u0301", "\u00ad", "\u3000", "\u2028", "\x00", "\x1b[31m", "\U0001f6a2",
    "𠮷", "ﬁ", "Ⅳ", "①", "٣", "ß", "İ", "ſ", "\r", "\r\n", "\t", "—", "…", "<b>", "</p>", "&amp;", "]]>", "%00", "’",
    "”", "„", "»",
)  # fmt: skip
FAILED = Path("fuzz-failed")


@cache
def seeds() -> tuple[str, ...]:
    """Give the texts that mutations start from: the examples and the gold reports, by sentences and whole."""
    texts = [json.loads(p.read_text("utf-8"))["text"] for p in sorted((ROOT / "evals" / "gold").rglob("*-[ab]*.json"))]
    texts += [p.read_text("utf-8") for p in sorted((ROOT / "examples").glob("*.txt"))]
    return tuple(line for text in texts for line in (text, *text.splitlines()) if line.strip())


def lines() -> tuple[str, ...]:
    """Give the shorter ones."""
    return tuple(s for s in seeds() if len(s) < 400)


def whole(draw: random.Random) -> str:
    """Put some lines of any language one after another."""
    return "\n".join(draw.choice(lines()) for _ in range(draw.choice((1, 1, 1, 2, 3))))


def cut(text: str, draw: random.Random) -> str:
    """Leave a piece out."""
    a = draw.randrange(len(text) + 1)
    return text[:a] + text[a + draw.randint(1, 20) :]


def doubled(text: str, draw: random.Random) -> str:
    """Say a piece several times."""
    a = draw.randrange(len(text) + 1)
    b = a + draw.randint(1, 12)
    return text[:b] + text[a:b] * draw.randint(1, 30) + text[b:]


def turned(text: str, draw: random.Random) -> str:
    """Exchange two pieces."""
    a, b = sorted(draw.randrange(len(text) + 1) for _ in range(2))
    return text[b:] + text[a:b] + text[:a]


def strange(text: str, draw: random.Random) -> str:
    """Set in a character that few expect."""
    a = draw.randrange(len(text) + 1)
    return text[:a] + draw.choice(STRANGE) * draw.randint(1, 4) + text[a:]


def crossed(text: str, draw: random.Random) -> str:
    """Go on with the end of another line, in the middle of a word or a sentence."""
    other = draw.choice(lines())
    return text[: draw.randrange(len(text) + 1)] + other[draw.randrange(len(other) + 1) :]


def cased(text: str, draw: random.Random) -> str:
    """Write all in capitals, small letters or title case."""
    return draw.choice((str.upper, str.lower, str.title, str.swapcase))(text)


def unspaced(text: str, draw: random.Random) -> str:
    """Take out the blanks, or the full stops, or the line ends."""
    return text.replace(draw.choice((" ", ".", "。", ",", "\n", "「")), draw.choice(("", " ", "\n")))


def noise(text: str, draw: random.Random) -> str:
    """Put characters of any block in the place of some."""
    return "".join(chr(draw.randrange(1, 0xD7FF)) if draw.random() < 0.03 else c for c in text)


MUTATIONS: tuple[Callable[[str, random.Random], str], ...] = (
    cut, doubled, turned, strange, crossed, cased, unspaced, noise,
)  # fmt: skip


def made(draw: random.Random) -> bytes:
    """Make an input: lines put together and changed some times; one in fifty as damaged bytes, one in 500 very long."""
    text = draw.choice(seeds()) if draw.random() < 0.02 else whole(draw)
    for _ in range(draw.randint(0, 4)):
        text = draw.choice(MUTATIONS)(text, draw) or "."
    if draw.random() < 0.002:
        text *= draw.randint(2, max(2, 20_000 // (len(text) + 1)))
    data = text.encode("utf-8", "surrogatepass")
    if draw.random() < 0.02:
        spoilt = bytearray(data)
        for _ in range(draw.randint(1, 10)):
            spoilt[draw.randrange(len(spoilt))] = draw.randrange(256)
        return bytes(spoilt)
    return data


def wrong(data: bytes, language: str) -> str | None:
    """Read an input and say what is wrong with what comes of it; None where nothing is."""
    start = time.process_time()
    report, _ = receive(data, published=date(2021, 5, 15))
    if report is None:
        return None
    report = msgspec.structs.replace(report, language=language)
    reading, _ = read(report, gazetteer=tools().territory, mentions=True)
    spent = time.process_time() - start
    if spent > SECONDS_PER_10_KB * max(1.0, len(data) / 10_000):
        return f"it took {spent:.1f} s for {len(data)} bytes"
    if msgspec.json.decode(msgspec.json.encode(reading), type=Reading) != reading:
        return "the output does not come back as it was"
    return misplaced(reading, report.text)


def misplaced(reading: Reading, text: str) -> str | None:
    """Say which span does not hold the words beside it."""
    for part in (
        p
        for s in reading.statements
        for p in (s.trigger, s.actor, s.recipient, s.place, s.date, s.source, *(s.source.chain or ()))
    ):
        if part is not None and part.span is not None and part.text != text[slice(*part.span)]:
            return f"{part.text!r} is not what stands at {part.span}"
    for mention in reading.mentions or ():
        if mention.text != text[slice(*mention.span)]:
            return f"the mention {mention.text!r} is not what stands at {mention.span}"
    for s in reading.statements:
        if not s.sentence[0] <= s.trigger.span[0] < s.trigger.span[1] <= s.sentence[1]:
            return f"the trigger {s.trigger.text!r} is not in its sentence"
    return None


def _give_up(_signal: int, _frame: object) -> NoReturn:
    raise TimeoutError(f"no end after {PATIENCE_S} s")


def warm() -> None:
    """Load the readers, whose time is no input's."""
    signal.signal(signal.SIGALRM, _give_up)
    for language in LANGUAGES:
        wrong(lines()[0].encode("utf-8"), language)


def batch(number: int) -> tuple[int, list[str]]:
    """Try a batch of inputs; the same number makes the same ones."""
    failed = []
    for n in range(BATCH):
        draw = random.Random(f"{number}-{n}")  # noqa: S311
        language = draw.choice(LANGUAGES)
        data = made(draw)
        signal.alarm(PATIENCE_S)
        try:
            trouble = wrong(data, language)
        except Exception:  # noqa: BLE001 - any exception at all is what is looked for
            trouble = traceback.format_exc(limit=-3)
        signal.alarm(0)
        if trouble:
            FAILED.mkdir(exist_ok=True)
            (FAILED / f"{number}-{n}.{language}.bin").write_bytes(data)
            failed.append(f"{number}-{n} {language}: {trouble}")
    return BATCH, failed


def main() -> int:
    """Try the inputs and tell how many there were and what failed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--times", type=int, default=20_000, help="how many inputs")
    options.add_argument("--from", dest="first", type=int, default=0, help="the first batch, for another run")
    options.add_argument("--jobs", type=int, default=2, help="processes")
    asked = options.parse_args()
    done, failures = 0, 0
    start = time.monotonic()
    with ProcessPoolExecutor(asked.jobs, initializer=warm) as pool:
        for count, failed in pool.map(batch, range(asked.first, asked.first + -(-asked.times // BATCH))):
            done += count
            failures += len(failed)
            for line in failed:
                print(line, flush=True)
            if done % 10_000 == 0:
                print(
                    f"{done:,} inputs, {failures} failed, {done / (time.monotonic() - start):.0f} a second", flush=True
                )
    print(f"{done:,} inputs, {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
