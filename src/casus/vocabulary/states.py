"""The table of states: codes, names in three languages, demonyms, capitals, and the days between which each existed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, cached_property, lru_cache
from importlib.resources import files

from casus.errors import CasusError
from casus.records.base import Record
from casus.records.finding import Certainty

COLUMNS = (
    "alpha3", "alpha2", "from", "until", "now", "en", "ja", "ja_short", "ru", "demonym_en", "adjective_ru",
    "capital_en", "capital_ja", "capital_ru", "source", "certainty",
)  # fmt: skip
LANGUAGES = ("en", "ja", "ru")


class State(Record, frozen=True, kw_only=True):
    """One state, of today or former, under its ISO 3166 alpha-3 code (``XKX`` for Kosovo)."""

    alpha3: str
    alpha2: str
    since: date | None
    """First day as a state under this code; None where that lies before the twentieth century or has no one day."""
    until: date | None
    """Last day; None for a state of today."""
    now: str | None
    """For a former code of a state that goes on: its code today (``ZAR`` is ``COD``)."""
    names: dict[str, tuple[str, ...]]
    """By language; the first is the one to print."""
    short_ja: tuple[str, ...]
    """Single characters used in compounds such as 日米."""
    adjectives: dict[str, tuple[str, ...]]
    """By language: Armenian; армянский."""
    nationals_en: tuple[str, ...]
    """English plural nouns for its people: Armenians."""
    capitals: dict[str, tuple[str, ...]]
    source: str
    certainty: Certainty

    def name(self, language: str = "en") -> str:
        """Give the name to print in a language, else the English one."""
        return (self.names.get(language) or self.names["en"])[0]

    def existed(self, on: date) -> bool:
        """Did it exist under this code on that day, as far as the table says?"""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


class StateTable(Record, frozen=True, kw_only=True, dict=True):
    """All states, in the order of the file; look-ups ignore width, case and accents, but not the case of ``US``."""

    rows: tuple[State, ...]

    @cached_property
    def _by_code(self) -> Mapping[str, State]:
        return {s.alpha3: s for s in self.rows} | {s.alpha2: s for s in self.rows if s.alpha2 and not s.until}

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, str], tuple[State, ...]]:
        return _index((language, n, s) for s in self.rows for language, ns in s.names.items() for n in ns)

    @cached_property
    def _by_capital(self) -> Mapping[tuple[str, str], tuple[State, ...]]:
        return _index((language, n, s) for s in self.rows for language, ns in s.capitals.items() for n in ns)

    def by_code(self, code: str) -> State | None:
        """Find a state by its alpha-3 or (states of today) alpha-2 code.

        >>> states().by_code("ARM").name("ja")
        'アルメニア'
        """
        return self._by_code.get(code)

    def by_name(self, name: str, language: str, on: date | None = None) -> str | None:
        """Give the alpha-3 code for a name in a language; None where no state, or more than one, is called so.

        >>> states().by_name("Burma", "en"), states().by_name("ソ連", "ja"), states().by_name("us", "en")
        ('MMR', 'SUN', None)
        """
        return _only(self._by_name.get((language, key(name)), ()), on)

    def by_capital(self, name: str, language: str, on: date | None = None) -> str | None:
        """Give the alpha-3 code for a capital; without a day, states of today go before former ones.

        >>> states().by_capital("Москва", "ru"), states().by_capital("Moscow", "en", date(1962, 10, 22))
        ('RUS', 'SUN')
        """
        return _only(self._by_capital.get((language, key(name)), ()), on)

    def names(self, language: str) -> tuple[tuple[str, str], ...]:
        """List all (name, alpha-3 code) in a language, in the order of the file."""
        return tuple((n, s.alpha3) for s in self.rows for n in s.names.get(language, ()))

    def present(self, code: str) -> str:
        """Give today's code of a state that goes on under another one; any other code as it is.

        >>> states().present("ZAR"), states().present("SUN"), states().present("NSA X")
        ('COD', 'SUN', 'NSA X')
        """
        state = self._by_code.get(code)
        return (state and state.now) or code

    def is_state(self, party: str) -> bool:
        """Is this party id a state's code?"""
        return party in self._by_code and len(party) == 3


def _only(found: tuple[State, ...], on: date | None) -> str | None:
    if on is not None:
        found = tuple(s for s in found if s.existed(on)) or found
    elif len(found) > 1:
        found = tuple(s for s in found if s.until is None) or found
    return found[0].alpha3 if len(found) == 1 else None


def _index(entries: Iterable[tuple[str, str, State]]) -> dict[tuple[str, str], tuple[State, ...]]:
    found: dict[tuple[str, str], tuple[State, ...]] = {}
    for language, name, state in entries:
        at = (language, key(name))
        if state not in found.get(at, ()):
            found[at] = (*found.get(at, ()), state)
    return found


_VU = re.compile("ヴ([ァィェォュ]?)")
_BU = {"ァ": "バ", "ィ": "ビ", "ェ": "ベ", "ォ": "ボ", "ュ": "ビュ", "": "ブ"}
"""The two ways in which Japanese writes v: ジュネーヴ and ジュネーブ are one name."""
_UNDECOMPOSED = str.maketrans({"ё": "е", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "ə": "a"})
"""Letters that Unicode does not take apart into a letter and an accent."""


@lru_cache(maxsize=65_536)
def key(name: str) -> str:
    """Fold a name for comparison: width, case, accents, apostrophes and middle dots; short capitals keep their case.

    >>> key("Côte d’Ivoire"), key("ナゴルノ・カラバフ") == key("ナゴルノカラバフ"), key("UK"), key("us")
    ("cote d'ivoire", True, 'UK', 'us')
    >>> key("Wrocław"), key("Iğdır"), key("ジュネーヴ")
    ('wroclaw', 'igdir', 'ジュネーブ')
    """
    text = unicodedata.normalize("NFKC", name).strip().replace("’", "'").replace("ʻ", "'").replace("・", "")
    text = _VU.sub(lambda found: _BU[found[1]], text)
    if text.isupper() and text.isascii() and len(text) <= 4:
        return text
    # Accents are dropped from Latin letters only: й and が are letters of their own.
    parts = unicodedata.normalize("NFD", text.casefold())
    kept = [c for i, c in enumerate(parts) if not (unicodedata.combining(c) and i and _latin_before(parts, i))]
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).translate(_UNDECOMPOSED).split())


def _latin_before(text: str, at: int) -> bool:
    base = next((c for c in reversed(text[:at]) if not unicodedata.combining(c)), "")
    return base.isascii()


def _bars(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _row(cells: dict[str, str]) -> State:
    adjectives, _, nationals = cells["demonym_en"].partition("|")
    return State(
        alpha3=cells["alpha3"],
        alpha2=cells["alpha2"],
        since=date.fromisoformat(cells["from"]) if cells["from"] else None,
        until=date.fromisoformat(cells["until"]) if cells["until"] else None,
        now=cells["now"] or None,
        names={language: _bars(cells[language]) for language in LANGUAGES},
        short_ja=_bars(cells["ja_short"]),
        adjectives={"en": tuple(filter(None, adjectives.split("/"))), "ru": _bars(cells["adjective_ru"])},
        nationals_en=tuple(filter(None, nationals.split("/"))),
        capitals={language: _bars(cells[f"capital_{language}"]) for language in LANGUAGES},
        source=cells["source"],
        certainty=_certainty(cells["certainty"]),
    )


def _certainty(cell: str) -> Certainty:
    return "checked" if cell == "checked" else "partly" if cell == "partly" else "memory"


def read_states(text: str) -> StateTable:
    """Read the table from its text; a line that does not fit is a broken installation."""
    lines = text.splitlines()
    if tuple(lines[0].split("\t")) != COLUMNS:
        raise CasusError(f"states.tsv, line 1: the columns must be {', '.join(COLUMNS)}")
    rows = []
    for number, line in enumerate(lines[1:], 2):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != len(COLUMNS):
            raise CasusError(f"states.tsv, line {number}: {len(cells)} cells, there must be {len(COLUMNS)}")
        rows.append(_row(dict(zip(COLUMNS, cells, strict=True))))
    return StateTable(rows=tuple(rows))


@cache
def states() -> StateTable:
    """Load the table of states that comes with casus."""
    return read_states((files("casus") / "data" / "vocabulary" / "states.tsv").read_text("utf-8"))
