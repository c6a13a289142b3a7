"""What would flip it: small sets of open, assumed or contested things that turn an answer."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.treaties.made import Places, asks, case, incident, law, treaty

from casus.logic import NO, UNKNOWN, YES, Truth
from casus.records import Finding, Flip, Incident
from casus.treaties import NoPlaces, PlaceFacts, flip_lines, flipping, weigh
from casus.treaties.book import LawBook
from casus.treaties.expression import Expression

FACTS = ("act.fire_opened", "act.persons_killed", "act.territory_entered", "act.ground_held", "act.on_homeland")
HELP = asks("PRT", "IGO TTO", "Treaty of Testville, Art. 3")
known = st.dictionaries(st.sampled_from([*FACTS, "victim.fired_first"]), st.sampled_from(["yes", "no", "unknown"]))


def weighed(
    one: Incident, provision: str, obliged: str = "FRA", *, places: PlaceFacts | None = None, strict: bool = False
) -> Finding:
    """Give the finding of a provision, with its flips."""
    found, _ = weigh(one, law=law(), places=places or NoPlaces(), strict=strict, flips=tuple(Truth))
    return next(f for f in found if f.provision == provision and obliged in f.obliged)


def sets(found: Finding, answer: Truth) -> list[dict[str, str]]:
    """Give the sets that lead to an answer."""
    return [dict(f.set) for f in found.flips if f.answer is answer]


def test_no_flips_unless_asked() -> None:
    """Without asking nothing is searched."""
    found, _ = weigh(incident(case(facts={"fire_opened": "yes"}), HELP), law=law(), places=NoPlaces())
    assert not any(f.flips or f.flips_note for f in found)


def test_the_smallest_sets_of_open_facts_come_first() -> None:
    """One missing fact can shut the duty; what opens it takes both that are missing and no exception."""
    told = case(facts={"fire_opened": "yes", "on_homeland": "yes", "victim.fired_first": "no"})
    found = weighed(incident(told, HELP), "art-3")
    assert found.answer is UNKNOWN
    assert sets(found, YES) == [{"act.persons_killed": "yes"}]
    assert sets(found, NO) == [{"act.persons_killed": "no"}]
    assert flip_lines(law(), found.flips) == ["yes if persons were killed", "no if nobody was killed"]


def test_what_a_settled_sibling_makes_idle_is_left_out() -> None:
    """Where no fire was opened nothing learnt about anything else matters."""
    assert weighed(incident(case(facts={"fire_opened": "no"}), HELP), "art-3").flips == ()


def test_an_exception_to_the_exception_takes_two() -> None:
    """A victim that fired first is helped no more, unless the attacker stayed."""
    facts = {"fire_opened": "yes", "persons_killed": "yes", "on_homeland": "yes"}
    found = weighed(incident(case(facts=facts), HELP), "art-3")
    assert sets(found, YES) == [{"victim.fired_first": "no"}, {"act.ground_held": "yes"}]
    assert sets(found, NO) == [{"victim.fired_first": "yes", "act.ground_held": "no"}]


def test_a_contested_reading_can_be_followed() -> None:
    """Whether an entry counts turns on whether they stayed, or on which reading is followed."""
    bay = Places(in_area="yes")
    told = case("MLT", by="ITA", on=date(1970, 1, 1), facts={"territory_entered": "yes", "invited": "no"})
    found = weighed(incident(told), "note-1", "GBR", places=bay)
    assert sets(found, YES) == [{"act.ground_held": "yes"}, {"incursion": "base meaning"}]
    assert sets(found, NO) == [{"act.ground_held": "no", "incursion": "only one that stays"}]


def test_a_settled_meaning_is_not_up_for_choice() -> None:
    """Where a court has settled the term no other reading is offered."""
    told = case("BEL", on=date(2015, 1, 1), facts={"fire_opened": "yes", "persons_killed": "no"})
    assert weighed(incident(told), "par-2").flips == ()


def test_an_assumed_standing_can_fall() -> None:
    """A status carried past the last check may have ended: then the duty has."""
    facts = {"fire_opened": "yes", "persons_killed": "yes", "on_homeland": "yes", "victim.fired_first": "no"}
    late = incident(case(on=date(2022, 1, 1), facts=facts), asks("PRT", "IGO TTO", HELP.under, on=None))
    found = weighed(late, "art-3")
    assert found.answer is YES
    assert sets(found, NO) == [{"status.obliged": "no"}, {"status.beneficiary": "no"}]
    assert "no if the obliged are bound no longer" in flip_lines(law(), found.flips)


def test_a_disputed_instrument_turns_on_its_force() -> None:
    """Of an instrument whose legal force is disputed the force is one of the things that open it."""
    told = case("BEL", on=date(2015, 1, 1), facts={"fire_opened": "yes", "persons_killed": "yes"})
    found = weighed(incident(told), "par-2")
    assert sets(found, YES) == [{"binding": "yes"}]
    assert sets(found, NO) == [{"binding": "no"}]


def test_contested_ground_can_be_the_others() -> None:
    """Ground that is the victim's for the one and not for the other can flip a YES."""
    facts = {"fire_opened": "yes", "persons_killed": "yes", "victim.fired_first": "no"}
    ground = Places(of_beneficiary={"truth": "yes", "PRT": "yes", "MAR": "no"})
    found = weighed(incident(case(facts=facts), HELP), "art-3", places=ground)
    assert found.answer is YES
    assert sets(found, NO) == [{"act.on_homeland": "no"}]


def test_more_sets_than_are_shown_are_counted() -> None:
    """Sets beyond the first dozen of an answer are counted in a note."""
    names = [f"act.{letter}" for letter in "abcdefgh"]
    entries = {n: msgspec.structs.replace(law().facts["act.fire_opened"]) for n in names}
    pairs = " or ".join(f"({a} and {b})" for a, b in combinations(names, 2))
    known = treaty()
    article = known.provisions[1]
    text = msgspec.structs.replace(article.text[1], when=Expression(pairs), exception=())
    changed = msgspec.structs.replace(known, provisions=(msgspec.structs.replace(article, text=(text,)),))
    many = msgspec.structs.replace(law(), treaties=(changed,), facts={**law().facts, **entries})
    (found,) = (
        f for f in weigh(incident(case()), law=many, places=NoPlaces(), flips=tuple(Truth))[0] if "FRA" in f.obliged
    )
    assert len(sets(found, YES)) == 12
    assert found.flips_note == "16 more sets would give yes"


def test_a_search_cut_short_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are too many things to try, or they cost too much, the note says how far it went."""
    told = incident(case(facts={"fire_opened": "yes", "on_homeland": "yes"}), HELP)
    monkeypatch.setattr(flipping, "MOST_COST", 100)
    assert weighed(told, "art-3").flips_note == "searched sets of at most 1"
    monkeypatch.setattr(flipping, "MOST_OPTIONS", 2)
    assert weighed(told, "art-3").flips_note.startswith("searched the first 2 of 6 things that could be otherwise")


def test_the_book_says_a_flip_in_words() -> None:
    """For a brief, which does not hold the law itself."""
    flip = Flip(set=(("act.persons_killed", "yes"), ("incursion", "only one that stays")), answer=YES)
    assert LawBook(law()).flip(flip)["en"] == "persons were killed and 'incursion' is read as 'only one that stays'"


@settings(deadline=None, max_examples=60)
@given(known)
def test_a_flip_holds_when_the_case_is_weighed_again(facts: dict[str, str]) -> None:
    """Facts put as a set says give the answer it names, and no smaller part of the set does."""
    one = incident(case(facts=facts), HELP)
    for found in weigh(one, law=law(), places=NoPlaces(), flips=tuple(Truth))[0]:
        for flip in found.flips:
            assert 1 <= len(flip.set) <= 3
            assert flip.answer is not found.answer
            if all(name in FACTS or name == "victim.fired_first" for name, _ in flip.set):
                assert again(one, found, dict(flip.set)) is flip.answer
                for part in combinations(flip.set, len(flip.set) - 1):
                    assert again(one, found, dict(part)) is not flip.answer


def again(one: Incident, found: Finding, learnt: dict[str, str]) -> Truth:
    """Weigh once more with some facts learnt."""
    (told,) = one.cases
    fuller = msgspec.structs.replace(told, facts={**told.facts, **{n: Truth(v) for n, v in learnt.items()}})
    listed, _ = weigh(msgspec.structs.replace(one, cases=(fuller,)), law=law(), places=NoPlaces())
    return next(f.answer for f in listed if f.question_id == found.question_id)
