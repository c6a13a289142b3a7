"""A brief in Japanese: every sentence has its own words, and English that stands in them is marked."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest

import casus
from casus.briefing import to_html, to_text
from casus.briefing.phrases import MARKED
from casus.briefing.typeset import typeset
from casus.records import Brief, Line
from casus.treaties import load_law

EXAMPLES = Path("examples")
GUYANA = (
    "Guyana says Venezuelan troops attacked an army post in Essequibo\n"
    "GEORGETOWN, Nov 4 - Venezuelan troops attacked a Guyanese army post at Eteringbang in Essequibo on Monday with "
    "mortars, Guyana's defence force said, and killed two Guyanese soldiers.\n"
    "Venezuela's foreign ministry denied that its troops had attacked anybody.\n"
    "Guyana asked the Organization of American States for help under Article 3 of the Rio Treaty.\n"
)
REPORTS = {
    "border-post.ja.txt": "2021-05-29",
    "harbour-strike.ja.txt": "2024-03-22",
    "strait-collision.en.txt": "2024-03-06",
    "sevlake-wire.ja.txt": "2021-05-15",
    "sevlake-baku.en.txt": "2021-05-16",
    "own words": "2024-11-05",
    "model": "2021-05-15",
}
ENGLISH = re.compile(r"[A-Za-z]{2,}(?:[ ,']+[A-Za-z]{2,}){2,}")
"""Three English words in a row: a sentence, or a piece of one."""
COMMAND = re.compile(r"casus [a-z]+ [^)）、。]*")
"""What is to be typed is the same in every language."""


def bare(words: str) -> str:
    """Leave out of words what is marked as English, and commands."""
    return COMMAND.sub("", MARKED.sub("", words))


MOST_USED = (
    "anzus-1951",
    "arab-jdt-1950",
    "arab-pact-1945",
    "au-nacdp-2005",
    "chn-prk-1961",
    "cis-charter-1993",
    "cst-1992",
    "csto-charter-2002",
    "ecowas-1981",
    "ecowas-1999",
    "fpda-1971",
    "gcc-2000",
    "nat-1949",
    "oas-charter-1948",
    "rio-1947",
    "rus-arm-1997",
    "rus-arm-base-1995",
    "rus-prk-2024",
    "aes-2023",
    "sau-pak-2025",
    "shusha-2021",
    "teu-2007",
    "tfeu-2007",
    "tur-aze-2010",
    "un-charter-1945",
    "us-japan-1960",
    "us-kor-1953",
    "us-phl-1951",
    "warsaw-1955",
)


@cache
def brief(name: str) -> Brief:
    """Brief an example, the incident in our own words, or the model report where it is at hand."""
    if name == "own words":
        return casus.brief(GUYANA, published=REPORTS[name])
    folder = Path(os.environ.get("CASUS_SHARED") or ".") / "reports" if name == "model" else EXAMPLES
    file = folder / ("sevlake.ja.txt" if name == "model" else name)
    if not file.is_file():
        pytest.skip("CASUS_SHARED does not name the folder with the model report")
    return casus.brief(file.read_text(encoding="utf-8"), published=REPORTS[name])


def lines(one: Brief) -> Iterator[Line]:
    """Give every line of a brief; sources and credits, which are names and titles, are left out."""
    queue = [line for s in one.sections if s.id != "sources" for line in s.lines]
    while queue:
        line = queue.pop()
        yield line
        queue += line.more


@pytest.mark.parametrize("name", REPORTS)
def test_no_english_stands_unmarked_in_a_line(name: str) -> None:
    """Every line has Japanese words; what English stands in them is marked as English."""
    one = brief(name)
    assert not ENGLISH.search(bare(one.headline["ja"]))
    for line in lines(one):
        assert not ENGLISH.search(bare(line.says["ja"])), line.says["ja"]
        assert line.position is None or line.position["ja"]


class Page(HTMLParser):
    """The text of a page that is not in another language, nor the words of reports or sources."""

    VOID = frozenset({"meta", "br", "img", "link", "hr"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[bool] = []
        self.text: list[str] = []
        self.quotations: list[str | None] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note whether what is in an element is read as Japanese."""
        if tag in self.VOID:
            return
        given = dict(attrs)
        foreign = given.get("lang") not in (None, "ja") or tag in ("style", "script", "aside", "q")
        if tag == "q":
            self.quotations.append(given.get("lang"))
        self.open.append(foreign or bool(self.open and self.open[-1]) or given.get("aria-labelledby") == "s-sources")

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if tag not in self.VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        """Keep text that is read as Japanese."""
        if not (self.open and self.open[-1]):
            self.text.append(data)


@pytest.mark.parametrize("name", REPORTS)
def test_a_page_says_which_words_are_english(name: str) -> None:
    """Outside elements in English the page has no English sentence; every quotation names its language."""
    page = Page(to_html(brief(name), language="ja"))
    assert [t for t in page.text if ENGLISH.search(bare(t))] == []
    assert None not in page.quotations


def test_what_has_no_japanese_is_marked() -> None:
    """A reason that a file gives in English alone is shown in English, and said to be so."""
    one = brief("own words")
    text = to_text(one, language="ja", full=True)
    marked = [m for m in re.findall(r"［英語：([^］]*)］", text) if ENGLISH.search(m)]
    assert marked
    page = to_html(one, language="ja")
    assert '<span lang="en">' in page
    assert "［英語：" not in page.partition("</head>")[2]


def test_the_model_case_reads_as_japanese_does() -> None:
    """Dates, articles, names of states, lists and conditions take the forms of Japanese."""
    text = to_text(brief("sevlake-wire.ja.txt"), language="ja", full=True)
    for words in (
        "2021年5月12日",
        "集団安全保障条約第4条",
        "第2条第2項（協議）",
        "アゼルバイジャンは1999年4月21日以降、条約に拘束されていない",
    ):
        assert words in text
    assert not re.search(r"\b(ARM|AZE|AZE-ARTSAKH|Article \d)", re.sub(r"\[[^\]]*\]", "", text))


def test_type_is_set_full_width_beside_japanese_only() -> None:
    """Brackets and colons follow the characters beside them."""
    assert typeset("発動:条約(1997年)第3条") == "発動：条約（1997年）第3条"
    assert typeset("at 12:30 (UTC)") == "at 12:30 (UTC)"


@pytest.mark.parametrize("file", ["phrases.toml", "reasons.toml"])
def test_every_pattern_stands_in_both_languages(file: str) -> None:
    """No sentence pattern of briefs or findings is without its Japanese."""
    patterns = tomllib.loads((files("casus") / "data" / file).read_text(encoding="utf-8"))
    assert [key for key, words in patterns.items() if set(words) != {"en", "ja"} or not words["ja"].strip()] == []


def test_every_fact_and_shared_term_has_japanese() -> None:
    """A fact's question and answers, a shared term's name, meaning and readings are all in Japanese."""
    law, _ = load_law()
    facts = [n for n, f in law.facts.items() if any("ja" not in w for w in (f.asks, f.yes, f.no) if w)]
    terms = [n for n, t in law.terms.items() if not (t.says_ja and t.name.get("ja"))]
    readings = [r.name for t in law.terms.values() for r in t.reading if not r.name_ja or (r.says and not r.says_ja)]
    assert (facts, terms, readings) == ([], [], [])


@pytest.mark.parametrize("treaty", MOST_USED)
def test_the_most_used_instruments_are_in_japanese(treaty: str) -> None:
    """Paraphrase, duty, procedure, terms, readings and the grounds of acts have Japanese."""
    known = load_law()[0].treaty(treaty)
    assert known is not None
    texts = [t for p in known.provisions for t in p.text]
    assert all(t.says.get("ja") and t.duty_ja and (t.procedure_ja or not t.procedure) for t in texts)
    assert all(t.says_ja and t.name.get("ja") for t in known.terms.values())
    assert all(r.name_ja for t in known.terms.values() for r in t.reading)
    assert all(a.ground_ja for a in known.acts if a.ground)
