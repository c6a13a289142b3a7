"""Reading a report from end to end."""

from __future__ import annotations

import json
from datetime import date

import msgspec
import pytest

from casus.intake import receive
from casus.reading import NoPlaces, read
from casus.records import Place, Report

pytest.importorskip("sudachipy")

NOTE = """\
チャドがリビア軍機の領空侵犯を非難、国境に部隊を増派
チャド国防省は8日、リビアの軍用機が前日に北部の国境を越え、オアシスの町ファヤを爆撃し、住民12人が死亡したと発表した。
チャド政府はリビアに謝罪を要求したが、リビア外務省は爆撃を否定した。
フランスは1976年の協定に基づき支援する義務を負う。
再び爆撃があれば反撃すると、チャド大統領は警告した。
"""


class OneTown:
    """A gazetteer that knows one town."""

    town = Place(id="faya", kind="settlement", names={"ja": ("ファヤ",)}, lat=17.92, lon=19.1)

    def find(self, name: str, language: str) -> tuple[Place, ...]:  # noqa: ARG002
        """Find the town."""
        return (self.town,) if name == "ファヤ" else ()

    def names(self, language: str) -> list[tuple[str, str]]:  # noqa: ARG002
        """Give the town's name."""
        return [("ファヤ", "faya")]


def report_of(text: str, language: str | None = None) -> Report:
    """Receive a text of 9 September 1987."""
    report, _ = receive(text.encode(), published=date(1987, 9, 9), language=language)
    assert report is not None
    return report


def test_a_note_is_read_into_statements() -> None:
    """The bombing is a claim with place and day, the denial, the demand, the duty and the threat are what they are."""
    reading, problems = read(report_of(NOTE), gazetteer=OneTown())
    assert problems == ()
    by_trigger = {s.trigger.text: s for s in reading.statements}
    bombed = by_trigger["爆撃し"]
    assert (bombed.modality, bombed.event.type, bombed.source.id) == ("claim", "ASSAULT", "TCD GOV")
    assert bombed.actor is not None
    assert bombed.actor.id == "LBY MIL"
    assert bombed.place is not None
    assert bombed.place.id == "faya"
    assert bombed.date is not None
    assert bombed.date.from_ == date(1987, 9, 7)
    put = {s.trigger.text: (s.modality, s.polarity) for s in reading.statements}
    assert put["謝罪"] == ("demanded", "positive")
    assert put["爆撃"] == ("denied", "negative")
    assert put["反撃する"] == ("threatened", "positive")
    assert ("obligation", "positive") in put.values()


def test_a_statement_names_its_concept_and_its_cues() -> None:
    """The rules of a statement hold the predicate's concept and the cues that fired."""
    reading, _ = read(report_of(NOTE), gazetteer=NoPlaces())
    bombed = next(s for s in reading.statements if s.trigger.text == "爆撃し")
    assert bombed.concept == "airstrike"
    assert bombed.rules[0] == "ja.predicate:airstrike"
    assert any(rule.startswith("ja.cue:report:発表") for rule in bombed.rules)


def test_the_same_report_gives_the_same_bytes() -> None:
    """Reading twice gives equal JSON."""
    first, second = (msgspec.json.encode(read(report_of(NOTE), gazetteer=OneTown())[0]) for _ in range(2))
    assert first == second
    assert json.loads(first)["format"] == "casus.reading/1"


def test_mentions_are_given_on_request() -> None:
    """Parties, places, dates and numbers are listed with their spans when asked for."""
    plain, _ = read(report_of(NOTE), gazetteer=OneTown())
    full, _ = read(report_of(NOTE), gazetteer=OneTown(), mentions=True)
    assert not plain.mentions
    assert full.mentions
    assert {"party", "place", "date", "number"} <= {m.kind for m in full.mentions}
    assert any(m.kind == "place" and m.id == "faya" for m in full.mentions)


def test_a_language_without_a_reader_is_a_problem_not_a_crash() -> None:
    """A report in a language nobody reads yet still has its regions."""
    reading, problems = read(report_of("Les troupes ont franchi la frontière.\n", "fr"), gazetteer=NoPlaces())
    assert reading.statements == ()
    assert len(reading.regions) == 1
    assert len(problems) == 1
    assert problems[0].hint


def test_without_a_publication_date_relative_dates_stay_open() -> None:
    """A relative date keeps its words and has no days."""
    report, _ = receive("軍は先週、丘を占領した。".encode())
    assert report is not None
    reading, _ = read(report, gazetteer=NoPlaces())
    when = reading.statements[0].date
    assert when is not None
    assert (when.text, when.from_, when.until) == ("先週", None, None)
