"""An instrument through time."""

from __future__ import annotations

from datetime import date

import msgspec
from tests.treaties.made import law, treaty

from casus.records import Practice
from casus.treaties import bonds, describe, latest_day, texts, timeline

RAID = Practice(
    id="1995-portugal",
    kind="invoked",
    on=date(1995, 5, 1),
    by=("PRT",),
    provisions=("art-3",),
    what={"en": "a raid"},
    came={"en": "help was sent"},
    source="gazette",
    certainty="memory",
    treaty="testville-1990",
    cites=("Article 3",),
)


def test_a_timeline_has_acts_texts_and_practice_in_order() -> None:
    """Everything dated stands in order of its day, with its states and source."""
    moments = timeline(treaty(), (RAID,))
    assert [m.on for m in moments] == sorted(m.on for m in moments)
    told = [(m.on.isoformat(), m.what, m.says) for m in moments]
    assert told[0] == ("1990-03-01", "act", "sign")
    assert ("1995-05-01", "practice", "invoked: Article 3: a raid") in told
    assert ("2000-12-31", "text ends", "Article 3: the text from 1991-01-01 ends") in told
    assert ("2005-01-01", "act", "suspend towards PRT") in told
    assert next(m for m in moments if m.what == "practice").states == ("PRT",)


def test_a_signature_without_an_act_still_shows() -> None:
    """Where no act records the signing the day of the head does."""
    first, *_ = timeline(treaty("testport-1960"))
    assert (first.on, first.what, first.says) == (date(1960, 5, 5), "signature", "signed")


def test_texts_stand_side_by_side() -> None:
    """A provision is found by id or citation; its texts come in order with what each asks."""
    old, new = texts(treaty(), "Article 3")
    assert (old.until, new.from_day) == (date(2000, 12, 31), date(2001, 1, 1))
    assert new.when == f"{old.when} and request.under_article"
    assert (old.exceptions, new.exceptions) == ((), ("own provocation",))
    assert texts(treaty(), "art-3") == (old, new)
    assert texts(treaty(), "art-99") == ()


def test_what_binds_two_states_to_each_other_that_day() -> None:
    """Only instruments that bind both, with the texts of the day."""
    (bond,) = bonds(law(), "FRA", "PRT", date(2002, 1, 1))
    assert bond.treaty == "testville-1990"
    assert bond.standing == ("FRA bound since 1991-01-01", "PRT bound since 1991-01-01")
    assert [d.cite for d in bond.duties] == ["Article 2", "Article 3", "Article 4", "Article 5"]
    assert bonds(law(), "FRA", "GRC", date(2002, 1, 1)) == ()
    assert [b.treaty for b in bonds(law(), "FRA", "POL", date(2012, 1, 1))] == ["testshire-2010"]


def test_an_instrument_is_shown_as_last_checked_or_last_in_force() -> None:
    """Without a day asked for it is the last check, or the last day it bound anybody."""
    assert latest_day(treaty()) == date(2020, 12, 31)
    late = msgspec.structs.replace(treaty().acts[2], on=date(2001, 1, 1), states=("ESP", "FRA", "ITA", "PRT"))
    ended = msgspec.structs.replace(treaty(), acts=(*treaty().acts, late))
    assert latest_day(ended) == date(2000, 12, 31)
    pending = msgspec.structs.replace(treaty(), acts=treaty().acts[:1])
    assert latest_day(pending) == date(1990, 3, 1)


def test_practice_up_to_the_day_is_shown() -> None:
    """What came later is not shown on an earlier day."""
    assert describe(treaty(), date(1995, 5, 1), (RAID,)).practice == (RAID,)
    assert describe(treaty(), date(1995, 4, 30), (RAID,)).practice == ()
