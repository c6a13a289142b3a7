"""Who is bound when."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from tests.treaties.made import law, treaty

from casus.logic import NO, UNKNOWN, YES, Truth
from casus.treaties import between, parties, status


@pytest.mark.parametrize(
    ("state", "on", "truth"),
    [
        ("FRA", date(1990, 2, 28), NO),
        ("FRA", date(1990, 3, 1), NO),
        ("FRA", date(1990, 12, 31), NO),
        ("FRA", date(1991, 1, 1), YES),
        ("AUT", date(2000, 1, 1), NO),
        ("GRC", date(1998, 12, 31), YES),
        ("GRC", date(1999, 1, 1), NO),
        ("ITA", date(2005, 1, 1), YES),
        ("ESP", date(2006, 1, 1), YES),
        ("MAR", date(2000, 1, 1), NO),
    ],
)
def test_status_follows_the_acts_to_the_day(state: str, on: date, truth: Truth) -> None:
    """Signature alone does not bind; an effect holds from its day on; a freeze does not end the bond."""
    assert status(treaty(), state, on).truth is truth


def test_status_says_why() -> None:
    """The words name the day, the source is the act's, a ground is given with the end."""
    left = status(treaty(), "GRC", date(2002, 1, 1))
    assert left.says == "GRC not bound since 1999-01-01"
    assert left.ground == "GRC not bound since 1999-01-01 (withdrawal under Article 9)"
    assert left.source == "notice of 1998"
    assert status(treaty(), "AUT", date(2002, 1, 1)).says == "AUT signed on 1990-03-01, not yet bound"
    assert status(treaty(), "MAR", date(2002, 1, 1)).says == "MAR is not a party"


def test_a_freeze_is_said_and_keeps_the_bond() -> None:
    """A frozen participation is named, with the certainty of its file."""
    found = status(treaty(), "ESP", date(2007, 1, 1))
    assert found.truth is YES
    assert "frozen since 2006-01-01, which does not end the bond" in found.says


def test_suspension_towards_one_leaves_the_rest() -> None:
    """A party suspended towards one stays bound, and says towards whom it is not."""
    found = status(treaty(), "ITA", date(2007, 1, 1))
    assert found.truth is YES
    assert found.suspended_towards == ("PRT",)


def test_past_the_last_check_status_is_assumed_or_unknown() -> None:
    """Beyond ``checked_until`` the last standing is carried as an assumption; ``strict`` refuses that."""
    on = date(2021, 1, 1)
    carried = status(treaty(), "FRA", on)
    assert (carried.truth, carried.assumed) == (YES, True)
    assert carried.says.endswith("carried past the last check of 2020-12-31")
    assert status(treaty(), "FRA", on, strict=True).truth is UNKNOWN
    assert not status(treaty(), "FRA", date(2020, 12, 31)).assumed


def test_suspend_and_resume_for_all() -> None:
    """A full suspension rests the bond until it is resumed."""
    acts = (
        *treaty().acts,
        msgspec.structs.replace(treaty().acts[0], on=date(2010, 1, 1), does="suspend", states=("FRA",)),
        msgspec.structs.replace(treaty().acts[0], on=date(2012, 1, 1), does="resume", states=("FRA",)),
    )
    changed = msgspec.structs.replace(treaty(), acts=acts)
    assert status(changed, "FRA", date(2011, 1, 1)).truth is NO
    assert status(changed, "FRA", date(2011, 1, 1)).says == "FRA suspended since 2010-01-01"
    assert status(changed, "FRA", date(2012, 1, 1)).truth is YES


def test_a_denunciation_binds_until_it_takes_effect() -> None:
    """Between denouncing and ceasing a party is bound, and the words say that notice was given."""
    denounced = msgspec.structs.replace(treaty().acts[0], on=date(2010, 1, 1), does="denounce", states=("FRA",))
    changed = msgspec.structs.replace(treaty(), acts=(*treaty().acts, denounced))
    found = status(changed, "FRA", date(2010, 6, 1))
    assert found.truth is YES
    assert "denounced on 2010-01-01, not yet ended" in found.says


def test_parties_and_between() -> None:
    """Parties are sorted; ``between`` gives what binds both that day."""
    assert parties(treaty(), date(2000, 1, 1)) == ("ESP", "FRA", "ITA", "PRT")
    assert [t.id for t in between(law(), "FRA", "PRT", date(2002, 1, 1))] == ["testville-1990"]
    assert between(law(), "FRA", "GRC", date(2002, 1, 1)) == ()
