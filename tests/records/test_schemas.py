"""The JSON Schemas in the package are those of the records."""

from __future__ import annotations

import json
from importlib.resources import files

import msgspec
import pytest

from casus.logic import Truth
from casus.records import AUTHOR, DateMention, EventCode, Incident, Proof, Reading, Statement, Trigger, content_id
from casus.records.schemas import FORMS, schema_of


@pytest.mark.parametrize("form", FORMS)
def test_committed_schema_is_current(form: str) -> None:
    """Each committed schema equals the one generated now (scripts/build_schemas.py writes them)."""
    committed = json.loads((files("casus") / "data" / "schemas" / f"{form}.json").read_text(encoding="utf-8"))
    assert committed == json.loads(json.dumps(schema_of(form)))


def test_a_date_is_written_as_the_form_says() -> None:
    """The key is ``from``, though Python keeps that word for itself."""
    date = DateMention(text=None, span=None, from_=None, until=None, precision="day")
    assert msgspec.json.encode(date).startswith(b'{"text":null,"span":null,"from":null')


def test_a_statement_knows_its_concept() -> None:
    """The concept is read from the predicate row among the rules that fired."""
    statement = Statement(
        id="s1",
        sentence=(0, 5),
        trigger=Trigger(text="x", span=(0, 1)),
        kind="event",
        event=EventCode(),
        actor=None,
        recipient=None,
        place=None,
        date=None,
        source=AUTHOR,
        modality="fact",
        polarity="positive",
        rules=("ja.cue:claim", "ja.predicate:occupy"),
    )
    assert statement.concept == "occupy"
    assert statement.own_voice


def test_unknown_keys_are_refused() -> None:
    """An incident file with a key casus does not know is refused, not half understood."""
    with pytest.raises(msgspec.ValidationError, match="unknown field"):
        msgspec.json.decode(b'{"format":"casus.incident/1","id":"a","cases":[],"casses":[]}', type=Incident)


def test_a_reading_round_trips() -> None:
    """What is printed can be read back to an equal record."""
    head = b'{"format":"casus.reading/1","report":{"id":"sha256:0","language":"ja","chars":0}'
    raw = head + b',"regions":[],"statements":[],"comments":[]}'
    reading = msgspec.json.decode(raw, type=Reading)
    assert msgspec.json.encode(reading) == raw


def test_leaves_of_a_proof_come_left_to_right() -> None:
    """The leaves of a tree are its facts in reading order."""
    a, b = (Proof(kind="fact", name=n, truth=Truth.YES) for n in "ab")
    assert Proof(kind="and", name="and", truth=Truth.YES, children=(a, b)).leaves() == (a, b)


def test_ids_depend_on_content_alone() -> None:
    """Equal content gives equal ids; the parts do not run together."""
    assert content_id("x", "ab", "c") == content_id("x", "ab", "c") != content_id("x", "a", "bc")
