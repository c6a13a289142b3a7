"""``casus.weigh``: an incident as facts in, obligations out, with what is asked for beside them."""

from __future__ import annotations

import json
from datetime import date

import pytest

import casus
from casus.errors import CasusError
from casus.logic import UNKNOWN

INCIDENT = json.dumps(
    {
        "format": "casus.incident/1",
        "id": "raid",
        "cases": [
            {
                "id": "raid",
                "on": "2021-09-01",
                "attacker": ["AZE"],
                "victim": ["ARM"],
                "place": {"name": "Goris"},
                "facts": {"act.fire_opened": "yes", "act.by_regular_forces": "yes", "act.persons_killed": "unknown"},
            }
        ],
    }
)


def test_nothing_is_added_that_was_not_asked_for() -> None:
    """Without flips and practice neither is there."""
    plain = casus.weigh(INCIDENT)
    assert plain.findings
    assert not any(f.flips for f in plain.findings)
    assert plain.practice == ()


def test_flips_and_practice_come_on_demand() -> None:
    """An open finding says what would turn it, at most three things; practice is that of the instruments listed."""
    full = casus.weigh(INCIDENT, flips=True, practice=True)
    opened = [f for f in full.findings if f.answer is UNKNOWN and f.flips]
    assert opened
    assert all(1 <= len(flip.set) <= 3 for f in opened for flip in f.flips)
    assert {p.treaty for p in full.practice} <= {f.treaty for f in full.findings}
    assert any(p.treaty == "cst-1992" and p.id == "2010-kyrgyzstan" for p in full.practice)


def test_days_are_taken_as_dates_or_iso_words() -> None:
    """The law as known on an earlier day, the status of another day."""
    known = casus.weigh(INCIDENT, as_known_on="2012-01-01")
    assert known == casus.weigh(INCIDENT, as_known_on=date(2012, 1, 1))
    assert any("carried past the last check of 2012-01-01" in words for f in known.findings for words in f.assumed)
    assert casus.weigh(INCIDENT, on="1990-01-01").findings != casus.weigh(INCIDENT).findings


def test_what_is_no_incident_is_refused_in_words() -> None:
    """A misuse, told as such."""
    with pytest.raises(CasusError, match=r"not an incident of the form casus\.incident/1"):
        casus.weigh("{}")
