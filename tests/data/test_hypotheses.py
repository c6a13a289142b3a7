"""The files of standard explanations: complete, of one form, and refused with a message where they are not."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import get_args

import pytest

from casus.errors import CasusError
from casus.records import Hypothesis
from casus.records.finding import Owes
from casus.records.statement import Topic
from casus.vocabulary.concepts import concepts
from casus.vocabulary.hypotheses import hypotheses, hypothesis, read_hypothesis

GOOD = """\
schema = 1
id = "intent-tide"
source = "own"
[label]
en = "The tide"
ja = "潮"
[says]
en = "They came with the tide."
ja = "潮に乗って来た。"
[refuted_by]
en = "It was ebb."
ja = "引き潮だった。"
[expects]
en = "Wet ropes."
ja = "濡れた綱。"
"""


def test_there_are_about_twenty_sorted_by_id() -> None:
    """All files are read, each once, in the order of their ids."""
    found = hypotheses()
    assert len(found) >= 20
    assert [h.id for h in found] == sorted({h.id for h in found})
    folder = files("casus") / "data" / "hypotheses"
    assert len(found) == sum(f.name.endswith(".toml") for f in folder.iterdir())


@pytest.mark.parametrize("each", hypotheses(), ids=lambda h: h.id)
def test_each_says_what_it_says_and_what_would_refute_it(each: Hypothesis) -> None:
    """Label, content and refutation are there in English and Japanese, and differ; the source is named."""
    for language in ("en", "ja"):
        words = [each.label[language], each.says[language], each.refuted_by[language], each.expects[language]]
        assert all(w.strip() == w and w for w in words)
        assert len(set(words)) == 4
    assert each.id.split("-")[0] in get_args(Topic)
    assert each.source
    assert each.certainty in {"checked", "partly", "memory"}


@pytest.mark.parametrize("each", hypotheses(), ids=lambda h: h.id)
def test_what_bears_on_each_is_known(each: Hypothesis) -> None:
    """Facts and concepts named by a file stand in their tables, duties are the five kinds."""
    facts = tomllib.loads((files("casus") / "data" / "facts.toml").read_text("utf-8"))["fact"]
    assert set(each.bears.facts) <= set(facts)
    assert set(each.bears.concepts) <= set(concepts())
    assert set(each.bears.owes) <= set(get_args(Owes))
    assert each.bears.concepts


def test_one_is_found_by_id() -> None:
    """An unknown id gives None."""
    found = hypothesis("intent-proxy")
    assert found is not None
    assert found.label["ja"] == "後ろ盾の代理"
    assert hypothesis("intent-weather") is None


def test_a_good_file_is_read() -> None:
    """A complete file gives a record."""
    assert read_hypothesis("intent-tide.toml", GOOD).says["en"] == "They came with the tide."


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("intent-tide.toml", GOOD.replace("schema = 1", "schema = 2"), "schema is 2; this version reads 1"),
        ("intent-tides.toml", GOOD, "the id is 'intent-tide'; name the file intent-tide.toml"),
        ("tide.toml", GOOD.replace("intent-tide", "tide"), "'tide' does not open with a topic"),
        ("intent-tide.toml", GOOD.replace('ja = "引き潮だった。"', ""), "[refuted_by] has no ja"),
        ("intent-tide.toml", GOOD.replace('source = "own"', ""), "source is empty"),
        ("intent-tide.toml", GOOD + "[moon]\nfull = true", "unknown field `moon`"),
        ("intent-tide.toml", "id = ", "Invalid value"),
    ],
)
def test_a_broken_file_is_refused(name: str, text: str, message: str) -> None:
    """The message names the file and what is wrong with it."""
    with pytest.raises(CasusError) as refused:
        read_hypothesis(name, text)
    assert str(refused.value).startswith(name)
    assert message in str(refused.value)
