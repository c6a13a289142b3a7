"""The law as it was known on an earlier day."""

from __future__ import annotations

from datetime import date

import msgspec
from tests.treaties.made import asks, case, incident, law, treaty

from casus.logic import UNKNOWN, YES
from casus.records import Finding, OrganDecision, Request
from casus.treaties import NoPlaces, weigh
from casus.treaties.as_known import as_known, as_told

RAID = {"fire_opened": "yes", "persons_killed": "yes", "on_homeland": "yes", "victim.fired_first": "no"}


def found(day: date, on: date, *requests: Request, strict: bool = False) -> dict[str, Finding]:
    """Weigh a raid as known on a day; by provision, for FRA."""
    one = incident(case(on=on, facts=RAID), *requests)
    listed, _ = weigh(one, law=law(), places=NoPlaces(), as_known_on=day, strict=strict)
    return {f.provision: f for f in listed if "FRA" in f.obliged}


def test_later_acts_texts_and_instruments_are_not_known() -> None:
    """In 2000 nobody knew of the text of 2001, the suspension of 2005 or the declaration of 2010."""
    old = as_known(law(), date(2000, 6, 1))
    assert [t.id for t in old.treaties] == ["testport-1960", "testville-1990"]
    article = old.treaties[1].provisions[1]
    assert [(t.from_, t.until) for t in article.text] == [(date(1991, 1, 1), None)]
    assert max(a.on for a in old.treaties[1].acts) == date(1999, 1, 1)
    assert old.version != law().version


def test_later_readings_are_not_known() -> None:
    """The court's reading of 2001 does not lead before it was given."""
    assert as_known(law(), date(2001, 1, 1)).terms["grave_incident"].reading == ()
    assert len(as_known(law(), date(2002, 1, 1)).terms["grave_incident"].reading) == 1


def test_a_later_case_is_judged_by_the_old_text_and_the_status_is_assumed() -> None:
    """As known in 2000 a raid of 2002 needs no request; that the parties still are bound is an assumption."""
    then = found(date(2000, 6, 1), date(2002, 5, 1))["art-3"]
    assert then.answer is YES
    assert "carried past the last check of 2000-06-01" in then.assumed[0]
    assert found(date(2000, 6, 1), date(2002, 5, 1), strict=True)["art-3"].answer is UNKNOWN
    now = found(date(2020, 1, 1), date(2002, 5, 1))["art-3"]
    assert (now.answer, now.assumed) == (UNKNOWN, ())


def test_later_requests_and_decisions_do_not_count() -> None:
    """What was asked or decided after the day is left out; what is undated stays."""
    asked = [asks("PRT", "FRA", on=day) for day in (date(2002, 5, 1), date(2002, 5, 3), None)]
    decided = [OrganDecision(organ="TTO Council of Ministers", on=date(2002, 6, 1), decided="force")]
    told = as_told(incident(case(facts=RAID), *asked, *decided), date(2002, 5, 2))
    assert [r.on for r in told.requests] == [date(2002, 5, 1), None]
    assert told.decisions == ()


def test_the_law_itself_is_not_changed() -> None:
    """Looking back leaves the law as it is."""
    before = msgspec.structs.astuple(treaty())
    as_known(law(), date(1995, 1, 1))
    assert msgspec.structs.astuple(treaty()) == before
