"""Where the ground is disputed: the answer for each position, and what follows from all of them."""

from __future__ import annotations

from tests.treaties.made import Places, asks, case, finding, incident, leaf

from casus.logic import NO, UNKNOWN, YES
from casus.treaties.evaluation import nodes, readd

SHOTS = {"fire_opened": "yes", "persons_killed": "yes", "victim.fired_first": "no"}
HELP = asks("PRT", "IGO TTO", "Treaty of Testville, Art. 3")


def test_it_turns_on_whose_ground_it_is() -> None:
    """With no settled line the answer is UNKNOWN, and given for each side."""
    places = Places(of_beneficiary={"PRT": "yes", "MAR": "no"})
    found = finding(incident(case(facts=SHOTS), HELP), "art-3", "FRA", "PRT", places=places)
    assert found.answer is UNKNOWN
    assert [(p.position, p.answer) for p in found.positions] == [("MAR", NO), ("PRT", YES)]
    told = "; turns on whose ground it is (what is known of the place is from memory, not checked)"
    assert found.why.endswith(told)
    assert found.certainty == "memory"
    assert [q.fact for q in found.open_questions] == ["act.on_homeland"]


def test_whichever_side_is_right() -> None:
    """Where all positions agree that is the answer, and its proof holds the proof of each."""
    places = Places(of_beneficiary={"PRT": "yes", "MAR": "no"})
    found = finding(
        incident(case(facts={**SHOTS, "victim.fired_first": "yes", "ground_held": "no"}), HELP),
        "art-3",
        "FRA",
        "PRT",
        places=places,
    )
    assert found.answer is NO
    agreed = Places(of_beneficiary={"PRT": "yes", "ESP": "yes"})
    same = finding(incident(case(facts=SHOTS), HELP), "art-3", "FRA", "PRT", places=agreed)
    assert same.answer is YES
    assert same.why.startswith("whichever side is right: rests on:")
    assert {c.name for c in same.because.children} == {"as ESP sees it", "as PRT sees it"}
    assert all(readd(n) is n.truth for n in nodes(same.because))
    assert same.open_questions == ()


def test_a_settled_place_is_not_unsettled_by_a_claim() -> None:
    """Recognised ground gives the answer; the claimant's view is shown beside it."""
    places = Places(of_beneficiary={"truth": "yes", "PRT": "yes", "MAR": "no"})
    found = finding(incident(case(facts=SHOTS), HELP), "art-3", "FRA", "PRT", places=places)
    assert found.answer is YES
    assert [(p.position, p.answer) for p in found.positions] == [("MAR", NO), ("PRT", YES)]


def test_one_view_alone_settles_nothing() -> None:
    """A single claimant's view is no agreement of all."""
    found = finding(
        incident(case(facts=SHOTS), HELP), "art-3", "FRA", "PRT", places=Places(of_beneficiary={"MAR": "no"})
    )
    assert found.answer is UNKNOWN


def test_a_stated_place_fact_goes_before_the_room() -> None:
    """A file may state a place fact, and then no position is asked."""
    places = Places(of_beneficiary={"PRT": "yes", "MAR": "no"})
    one = incident(case(facts={**SHOTS, "place.of_beneficiary": "yes"}), HELP)
    found = finding(one, "art-3", "FRA", "PRT", places=places)
    assert (found.answer, found.positions) == (YES, ())


def test_the_homeland_is_asked_of_the_territory_room() -> None:
    """Where the case does not say, ``act.on_homeland`` is whether the ground is the victim's."""
    found = finding(incident(case(facts=SHOTS), HELP), "art-3", "FRA", "PRT", places=Places(of_beneficiary="yes"))
    assert found.answer is YES
    assert leaf(found.because, "act.on_homeland").says.startswith("the ground is its own — place.of_beneficiary of PRT")
