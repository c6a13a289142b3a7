"""An instrument as it is shown."""

from __future__ import annotations

from datetime import date

from tests.treaties.made import law, treaty

from casus.treaties import describe, describe_all


def test_an_instrument_is_shown_as_of_a_day() -> None:
    """Parties with since when, others with why not, and only the texts of that day."""
    view = describe(treaty(), date(2002, 1, 1))
    assert [p.state for p in view.parties] == ["ESP", "FRA", "ITA", "PRT"]
    assert [p.says for p in view.others] == [
        "AUT signed on 1990-03-01, not yet bound",
        "GRC not bound since 1999-01-01 (withdrawal under Article 9)",
    ]
    assert [(d.cite, d.procedure, d.exceptions) for d in view.duties if d.provision == "art-3"] == [
        ("Article 3", "on request", ("own provocation",))
    ]


def test_instruments_are_listed_by_signature_and_by_state() -> None:
    """All in order of signature, or those that bind one state."""
    assert [v.id for v in describe_all(law(), date(2015, 1, 1))] == [
        "testport-1960",
        "testville-1990",
        "testshire-2010",
        "testfield-2012",
    ]
    assert [v.id for v in describe_all(law(), date(2015, 1, 1), state="BEL")] == ["testfield-2012"]
