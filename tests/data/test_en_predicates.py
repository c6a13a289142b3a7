"""The English predicate lexicon: every row is well formed and its example shows what it says."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

import pytest

from casus.reading.lexicon import forms, predicates
from casus.vocabulary.concepts import concepts

COLUMNS = ("predicate", "concept", "pos", "roles", "example", "trigger", "actor", "recipient", "source")
POS = {"v", "phrase", "vi", "adj", "n"}
ROLES = {"actor", "recipient", "place", "none"}
PREPOSITIONS = """
about abroad across against along among as at before behind between beyond by for from in into near of off on outside
over that through to toward towards under upon with
"""
MARKS = {"subject", "object", "out of", "outside", "duty", *PREPOSITIONS.split()}
BARE = {*PREPOSITIONS.split(), *re.findall(r"\S+", "a an the ~ <place> be not no its their himself themselves")}
IRREGULAR = """
bear:bore beat:beat become:became begin:began/begun blow:blew/blown break:broke/broken bring:brought
build:built buy:bought cling:clung dig:dug come:came die:dying draw:drew/drawn drive:drove/driven
fall:fell/fallen fight:fought find:found flee:fled fly:flew/flown forbid:forbade free:freed freeze:froze
give:gave/given go:went have:has/had hear:heard hold:held keep:kept lay:laid leave:left lend:lent lie:lay/lies
lose:lost make:made meet:met overfly:overflew/overflown override:overrode overrun:overran overthrow:overthrew
pay:paid put:put retake:retook/retaken rise:rose/risen run:ran seek:sought sell:sold send:sent shine:shone
shoot:shot sit:sat sink:sank/sunk speak:spoke/spoken spy:spied stand:stood strike:struck swear:swore/sworn
take:took/taken tell:told throw:threw/thrown try:tried unfreeze:unfroze win:won withdraw:withdrew
withhold:withheld
"""
FORMS = dict(re.findall(r"(\S+):(\S+)", IRREGULAR))
"""Irregular past tenses and participles of the verbs that stand in an example."""

Row = dict[str, str]


def _lines() -> list[str]:
    table = files("casus") / "data" / "languages" / "en" / "predicates.tsv"
    return [line for line in table.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


ROWS: list[Row] = [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in _lines()[1:]]
by_predicate = pytest.mark.parametrize("row", ROWS, ids=[f"{forms(r['predicate'])[0]}-{r['pos']}" for r in ROWS])


def _reading(pos: str) -> str:
    """Give the part of speech under which a form is looked up: a verb and a phrase alike."""
    return "v" if pos == "phrase" else pos


def test_the_lexicon_is_wide() -> None:
    """It has at least 450 rows, and at least 300 of the concepts can be said in English."""
    assert tuple(_lines()[0].split("\t")) == COLUMNS
    assert len(ROWS) >= 450
    assert len({row["concept"] for row in ROWS}) >= 300


def test_the_reader_gets_every_form() -> None:
    """The loader gives a predicate for each alternate of each row."""
    assert len(predicates("en")) == sum(len(forms(row["predicate"])) for row in ROWS)


def test_a_form_stands_once() -> None:
    """No form, alternates included, belongs to two rows of one part of speech."""
    found = Counter((form, _reading(row["pos"])) for row in ROWS for form in forms(row["predicate"]))
    assert [form for form, count in found.items() if count > 1] == []


def test_examples_are_varied() -> None:
    """No example serves two rows; passives, perfects, negatives, modals and relative clauses are among them."""
    assert [example for example, count in Counter(row["example"] for row in ROWS).items() if count > 1] == []
    triggers = [f" {row['trigger']} " for row in ROWS]
    for words in (" was ", " been ", " not ", " would ", " will ", " to ", " is ", " had "):
        assert sum(words in trigger for trigger in triggers) >= 4, words
    examples = [row["example"] for row in ROWS]
    assert sum(bool(re.search(r"(?:, which|, who|\bthat|\bwhom)\b", example)) for example in examples) >= 30


@by_predicate
def test_a_row_is_well_formed(row: Row) -> None:
    """Concept, part of speech, marks and roles are known, and cells are trimmed."""
    assert row["concept"] in concepts()
    assert row["pos"] in POS
    marks = [pair.partition("=") for pair in filter(None, row["roles"].split(","))]
    for mark, _, role in marks:
        assert mark in MARKS
        assert role in ROLES
    assert row["source"] == "own"
    assert all(cell == cell.strip() for cell in row.values())


@by_predicate
def test_the_form_fits_its_part_of_speech(row: Row) -> None:
    """A form is plain words and gaps; one that opens with an article or a particle is no verb; passives are no rows."""
    for form in forms(row["predicate"]):
        assert re.fullmatch(r"(?:[A-Za-zé~'’ -]|<place>)+", form), form
        assert form == " ".join(form.split())
        if row["pos"] in {"v", "phrase", "vi"}:
            assert form.split()[0] not in {"a", "an", "the", "no", "of", "on", "~"}
            assert not re.match(r"be (?:being )?forced\b", form)


@by_predicate
def test_the_example_shows_trigger_and_parties(row: Row) -> None:
    """Trigger, actor and recipient are words of the example, which is one whole sentence."""
    example = row["example"]
    assert example[-1] in '."'
    assert row["trigger"]
    for cell in (row["trigger"], row["actor"], row["recipient"]):
        assert cell == "-" or re.search(rf"(?<!\w){re.escape(cell)}(?!\w)", example)


@by_predicate
def test_the_trigger_is_of_the_row(row: Row) -> None:
    """Some alternate, inflected, is found in the example."""
    assert any(_uses(form, row["example"]) for form in forms(row["predicate"]))


def _uses(form: str, example: str) -> bool:
    words = re.findall(r"[a-zé’'-]+", example.lower())
    return all(_inflected(bit.lower(), words) for bit in form.split() if bit not in BARE)


def _inflected(bit: str, words: list[str]) -> bool:
    stem = bit[:-1] if bit[-1] in "ey" and len(bit) > 3 else bit
    return any(word.startswith(stem) or word in FORMS.get(bit, "").split("/") for word in words)
