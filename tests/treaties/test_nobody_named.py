"""A case that names no attacker: what is asked of the attacker is open, never NO."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from tests.treaties.made import Places, asks, case, incident, law, leaf, treaty

from casus.logic import UNKNOWN, YES
from casus.records import Case, OrganDecision
from casus.treaties import NoPlaces, weigh
from casus.treaties.docket import open_docket
from casus.treaties.expression import Expression
from casus.treaties.fact_answers import answer
from casus.treaties.invocation import decides_for
from casus.treaties.situation import Situation

RAID = {"fire_opened": "yes", "persons_killed": "yes", "on_homeland": "yes", "victim.fired_first": "no"}


def unnamed(**changes: object) -> Case:
    """Make a case without an attacker."""
    return msgspec.structs.replace(case(facts=RAID), attacker=(), **changes)


@pytest.mark.parametrize(
    "name", ["attacker.is_state", "attacker.bound", "attacker.named", "beneficiary.attacks", "place.of_attacker"]
)
def test_what_is_asked_of_nobody_is_open(name: str) -> None:
    """Whether the attacker is a state, a party, an adversary, or on its own ground is not known."""
    ground = Places(of_attacker="no")
    docket = open_docket(unnamed(), (), (), law=law(), places=ground)
    known = treaty("testport-1960")
    it = Situation(docket, known, known.provisions[0], known.provisions[0].text[0], ("GBR",), "MLT")
    assert answer(it, name).truth is UNKNOWN


def test_a_duty_to_help_does_not_need_the_attackers_name() -> None:
    """Where the text does not ask who attacked, an attack by nobody knows whom calls it up all the same."""
    listed, problems = weigh(
        incident(unnamed(), asks("PRT", "IGO TTO", "Treaty of Testville, Art. 3")), law=law(), places=NoPlaces()
    )
    assert problems == ()
    assert next(f for f in listed if f.provision == "art-3" and "FRA" in f.obliged).answer is YES


def test_a_text_that_asks_for_a_state_stays_open() -> None:
    """Where it asks whether the attacker is a state the finding is UNKNOWN and asks who it was."""
    article = treaty().provisions[0]
    text = msgspec.structs.replace(article.text[0], when=Expression("beneficiary.attacked and attacker.is_state"))
    changed = msgspec.structs.replace(treaty(), provisions=(msgspec.structs.replace(article, text=(text,)),))
    only = msgspec.structs.replace(law(), treaties=(changed,))
    (found,) = weigh(incident(unnamed()), law=only, places=NoPlaces())[0]
    assert found.answer is UNKNOWN
    assert leaf(found.because, "attacker.is_state").says == "who attacked is not known"


def test_no_victim_named_leaves_the_ground_open() -> None:
    """Whether it was on the homeland of nobody is not asked of the map."""
    docket = open_docket(msgspec.structs.replace(unnamed(), victim=(), facts={}), (), (), law=law(), places=NoPlaces())
    assert docket.place("place.of_beneficiary", ()).truth is UNKNOWN


@pytest.mark.parametrize(
    ("organ", "ours"),
    [
        ("TTO ambassadors (IGO TTO)", True),
        ("ambassadors ( IGO TTO )", False),
        ("emergency meeting (IGO TTO)", True),
        ("Council of Ministers (IGO XYZ)", False),
        ("TTO Council of Ministers (IGO COUNCIL)", True),
        ("ambassadors (IGO XYZ)", False),
    ],
)
def test_an_organ_is_known_by_its_organisations_id(organ: str, *, ours: bool) -> None:
    """An id in parentheses names the organisation; another one's id is not overruled by a common name."""
    decision = OrganDecision(organ=organ, on=date(2002, 5, 2), decided="consult")
    assert decides_for(decision, treaty()) is ours
