"""Which duties are found in a case, and how they are answered."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from tests.treaties.made import DAY, Places, asks, case, finding, findings, incident, law, leaf, treaty

from casus.logic import NO, UNKNOWN, YES, Truth
from casus.records import Case, Incident, OrganDecision
from casus.treaties import NoPlaces, weigh
from casus.treaties.docket import hear, open_docket
from casus.treaties.evaluation import nodes
from casus.treaties.expression import Expression
from casus.treaties.fact_answers import answer
from casus.treaties.law import Term
from casus.treaties.situation import Situation

RAID = {"fire_opened": "yes", "persons_killed": "yes", "on_homeland": "yes", "victim.fired_first": "no"}
NO_ORGAN = (
    "odd: decision: no law file knows the organ 'TTO Council of Minsters' (did you mean 'TTO Council of Ministers'?)"
)
HELP = asks("PRT", "IGO TTO", "Treaty of Testville, Art. 3")


def test_an_attack_on_the_homeland_with_a_request_binds() -> None:
    """All conditions met: YES, for all parties bound, with the reason in one line."""
    found = finding(incident(case(facts=RAID), HELP), "art-3", "FRA", "PRT")
    assert found.answer is YES
    assert found.obliged == ("ESP", "FRA", "ITA")
    assert found.why == (
        "rests on: PRT was attacked in this case; armed attack (fire was opened; persons were killed); "
        "it was on the victim's own ground; "
        "PRT asked TTO for military help on 2002-05-01 under Treaty of Testville, Art. 3; and 1 more"
    )
    assert found.open_questions == ()
    assert found.duty == "help (on request)"


def test_a_missing_request_is_unknown_never_no() -> None:
    """Without a known request the answer stays open, and asks for it."""
    found = finding(incident(case(facts=RAID)), "art-3", "FRA", "PRT")
    assert found.answer is UNKNOWN
    assert [q.fact for q in found.open_questions] == ["request.under_article"]
    assert found.why == "open, turns on: no request under Article 3 by PRT is known"


@pytest.mark.parametrize(
    "other",
    [
        asks("PRT", "IGO TTO", "Treaty of Testville, Art. 2", "consultation"),
        asks("PRT", "FRA"),
        asks("PRT", "IGO TTO"),
        asks("ESP", "IGO TTO", "Treaty of Testville, Art. 3"),
        asks("PRT", "IGO TTO", "Treaty of Testville, Art. 3", on=date(2002, 3, 1)),
    ],
)
def test_another_request_is_not_this_one(other: object) -> None:
    """Another article, no article, another asker or a request long before leave the answer open."""
    found = finding(incident(case(facts=RAID), other), "art-3", "FRA", "PRT")  # type: ignore[arg-type]
    assert found.answer is UNKNOWN


def test_a_request_up_to_thirty_days_before_counts() -> None:
    """A build-up is met by asking before the act."""
    early = asks("PRT", "IGO TTO", "Treaty of Testville, Art. 3", on=date(2002, 4, 1))
    assert finding(incident(case(facts=RAID), early), "art-3", "FRA", "PRT").answer is YES


def test_the_text_of_the_day_counts() -> None:
    """Before 2001 Article 3 needed no request."""
    before = incident(case(on=date(2000, 12, 31), facts=RAID))
    after = incident(case(on=date(2001, 1, 1), facts=RAID))
    assert finding(before, "art-3", "FRA", "PRT").answer is YES
    assert finding(after, "art-3", "FRA", "PRT").answer is UNKNOWN


def test_who_was_not_attacked_is_owed_no_defence() -> None:
    """A party that attacks is listed, and owed nothing."""
    found = finding(incident(case("MAR", by="PRT", facts=RAID)), "art-3", "FRA", "PRT")
    assert found.answer is NO
    assert found.why == "PRT was not attacked in this case"


def test_one_no_settles_whatever_is_unknown() -> None:
    """NO needs only the smallest failing part."""
    found = finding(incident(case(facts={"fire_opened": "no"})), "art-3", "FRA", "PRT")
    assert found.answer is NO
    assert found.why == "no armed attack (no fire was opened)"
    assert found.open_questions == ()


def test_an_exception_and_its_own_exception() -> None:
    """Provocation takes the case out, ground kept takes it back in; both are nodes of the proof."""
    raid = {**RAID, "victim.fired_first": "yes"}
    out = finding(incident(case(facts={**raid, "ground_held": "no"}), HELP), "art-3", "FRA", "PRT")
    assert out.answer is NO
    assert out.why == "the exception 'own provocation' applies (the victim fired first; they did not stay)"
    back = finding(incident(case(facts={**raid, "ground_held": "yes"}), HELP), "art-3", "FRA", "PRT")
    assert back.answer is YES
    assert leaf(back.because, "own provocation").truth is NO
    assert leaf(back.because, "own provocation").kind == "exception"


def test_a_right_never_obliges_but_shows_whether_it_is_open() -> None:
    """A text that permits is NO, and says how its condition stands."""
    found = finding(incident(case(facts=RAID)), "art-4", "FRA", "PRT")
    assert found.answer is NO
    assert found.why == "permits, never obliges; the right is open"
    assert leaf(found.because, "beneficiary.attacked").truth is YES


def test_attackers_owe_non_aggression() -> None:
    """YES means the duty binds the attacker and the act is of the kind it forbids."""
    one = incident(case("PRT", by="ESP", facts={"fire_opened": "yes"}))
    found = finding(one, "art-5", "ESP", "PRT")
    assert (found.answer, found.obliged, found.owes) == (YES, ("ESP",), "non-aggression")
    assert not [f for f in findings(incident(case(facts=RAID))) if f.provision == "art-5"]


def test_the_attacker_owes_its_victim_no_defence() -> None:
    """Among parties the attacker is listed apart, with that reason."""
    found = finding(incident(case("PRT", by="ESP", facts=RAID), HELP), "art-3", "ESP", "PRT")
    assert (found.answer, found.why) == (NO, "ESP is itself the attacker")
    assert found.obliged == ("ESP",)


@pytest.mark.parametrize(
    ("victim", "on", "why"),
    [
        ("GRC", DAY, "GRC not bound since 1999-01-01 (withdrawal under Article 9)"),
        ("AUT", DAY, "AUT signed on 1990-03-01, not yet bound"),
    ],
)
def test_signed_or_ended_is_listed_as_no(victim: str, on: date, why: str) -> None:
    """A victim that only signed, or has left, is told so."""
    found = finding(incident(case(victim, on=on, facts=RAID)), "art-3", "FRA", victim)
    assert (found.answer, found.why) == (NO, why)


def test_before_anybody_is_bound_the_first_text_answers_no() -> None:
    """Between signature and entry into force the provisions are listed, and not yet in force."""
    found = finding(incident(case("PRT", on=date(1990, 6, 1), facts=RAID)), "art-3", "FRA", "PRT")
    assert found.answer is NO
    assert "signed on 1990-03-01, not yet bound" in found.why


def test_an_attacker_that_left_is_not_listed_as_beneficiary() -> None:
    """That an attacker once was a party tells nothing."""
    assert not [
        f for f in findings(incident(case("MAR", by="GRC"))) if f.treaty == "testville-1990" and f.owes == "defence"
    ]


def test_strangers_and_the_time_before_signature_list_nothing() -> None:
    """No side belongs to it, or it does not exist yet: nothing is listed."""
    assert findings(incident(case("TUN", by="MAR"))) == ()
    assert findings(incident(case("PRT", on=date(1989, 1, 1)))) == ()


def test_suspension_towards_one_parts_the_obliged() -> None:
    """Italy has suspended its duties towards Portugal only, and Portugal's towards Italy is open."""
    one = incident(
        case(on=date(2006, 5, 1), facts=RAID), asks("PRT", "IGO TTO", "Treaty of Testville, Art. 3", on=None)
    )
    assert finding(one, "art-3", "FRA", "PRT").answer is YES
    suspended = finding(one, "art-3", "ITA", "PRT")
    assert (suspended.answer, suspended.obliged) == (NO, ("ITA",))
    assert suspended.why.startswith("ITA: duties suspended towards PRT")
    other = incident(
        case("ITA", on=date(2006, 5, 1), facts=RAID), asks("ITA", "IGO TTO", "Treaty of Testville, Art. 3", on=None)
    )
    assert finding(other, "art-3", "PRT", "ITA").answer is UNKNOWN
    assert finding(other, "art-3", "FRA", "ITA").answer is YES


def test_a_look_alike_does_not_oblige_and_says_why() -> None:
    """A declaration with ``binding = "no"`` is answered NO with the first sentence of its notes."""
    found = finding(incident(case("POL", on=date(2015, 1, 1), facts=RAID)), "par-1", "FRA", "POL")
    assert found.answer is NO
    assert found.why == "does not oblige: A political declaration, which says that it creates no rights"


def test_disputed_binding_force_is_a_contested_reading() -> None:
    """UNKNOWN where the condition is met, NO where it fails anyway."""
    met = finding(incident(case("BEL", on=date(2015, 1, 1), facts=RAID)), "par-2", "FRA", "BEL")
    assert met.answer is UNKNOWN
    assert [q.fact for q in met.open_questions] == ["binding"]
    assert {r.name for r in met.readings if r.of == "binding"} == {"binds in law", "binds politically only"}
    failed = finding(incident(case("BEL", on=date(2015, 1, 1), facts={"fire_opened": "no"})), "par-2", "FRA", "BEL")
    assert failed.answer is NO


def test_differing_readings_give_unknown_and_say_so() -> None:
    """Without a settled reading the answer turns on interpretation, which is its open question."""
    entry = {"territory_entered": "yes", "invited": "no", "ground_held": "no"}
    one = incident(case("MLT", by="ITA", on=date(1970, 1, 1), facts=entry))
    found = finding(one, "note-1", "GBR", "MLT", places=Places(in_area="yes"))
    assert found.answer is UNKNOWN
    assert found.why == (
        "open, turns on: incursion (readings differ: base meaning yes, only one that stays no) "
        "(from memory, not checked against the text)"
    )
    assert [q.fact for q in found.open_questions] == ["incursion"]
    assert all(r.followed for r in found.readings)


def test_agreeing_readings_settle() -> None:
    """Where all readings agree none of them matters."""
    entry = {"territory_entered": "yes", "invited": "no", "ground_held": "yes"}
    one = incident(case("MLT", by="ITA", on=date(1970, 1, 1), facts=entry))
    assert finding(one, "note-1", "GBR", "MLT", places=Places(in_area="yes")).answer is YES


def test_shared_terms_see_shared_terms_only() -> None:
    """A treaty's own meaning of a word does not change what a shared term means."""
    own = Term(says="any shot", when=Expression("act.fire_opened"))
    shared = Term(says="an attack by a state", when=Expression("armed_attack and attacker.is_state"))
    text = msgspec.structs.replace(
        treaty().provisions[0].text[0], when=Expression("armed_attack and not attack_by_state")
    )
    article = msgspec.structs.replace(treaty().provisions[0], text=(text,))
    changed = msgspec.structs.replace(treaty(), terms={"armed_attack": own}, provisions=(article,))
    known = msgspec.structs.replace(law(), treaties=(changed,), terms={**law().terms, "attack_by_state": shared})
    shot = incident(case(facts={"fire_opened": "yes", "persons_killed": "no"}))
    (found,) = weigh(shot, law=known, places=NoPlaces())[0]
    assert found.answer is YES
    assert "armed_attack" in known.names(changed, text)


def test_those_with_the_same_standing_are_named_together() -> None:
    """The reason lists states that signed on one day, and are not bound yet, once."""
    sign = msgspec.structs.replace(treaty().acts[0], on=date(2001, 1, 1), states=("ESP", "FRA", "ITA", "PRT"))
    pending = msgspec.structs.replace(treaty(), acts=(msgspec.structs.replace(sign, does="sign", ground=""),))
    known = msgspec.structs.replace(law(), treaties=(pending,))
    listed, _ = weigh(incident(case(facts=RAID)), law=known, places=NoPlaces())
    found = next(f for f in listed if f.provision == "art-2" and "FRA" in f.obliged)
    assert found.why == "ESP, FRA, ITA signed on 2001-01-01, not yet bound"


def test_an_instrument_that_has_ended_for_all_is_not_listed() -> None:
    """After its last party has left, its provisions are asked about no more, even for a victim that once was bound."""
    late = msgspec.structs.replace(treaty().acts[2], on=date(2001, 1, 1), states=("ESP", "FRA", "ITA", "PRT"))
    ended = msgspec.structs.replace(treaty(), acts=(*treaty().acts, late))
    known = msgspec.structs.replace(law(), treaties=(ended,))
    listed, _ = weigh(incident(case(facts=RAID)), law=known, places=NoPlaces())
    assert listed == ()
    before, _ = weigh(incident(case(on=date(2000, 12, 31), facts=RAID)), law=known, places=NoPlaces())
    assert before


def test_a_settled_reading_leads_from_its_day_and_the_rest_is_dissent() -> None:
    """From 2001-06-01 on the court's reading gives the answer; the base is shown, not followed."""
    facts = {"fire_opened": "yes", "persons_killed": "no"}
    found = finding(incident(case("BEL", on=date(2015, 1, 1), facts=facts)), "par-2", "FRA", "BEL")
    assert found.answer is NO
    assert {(r.name, r.followed) for r in found.readings if r.of == "grave_incident"} == {
        ("base meaning", False),
        ("with deaths", True),
    }


def test_area_and_adversaries_are_asked_even_if_the_text_does_not() -> None:
    """A scope nobody asks about in ``when`` is asked by the engine."""
    entry = {"territory_entered": "yes", "invited": "no", "ground_held": "yes"}
    outside = incident(case("MLT", by="ITA", on=date(1970, 1, 1), facts=entry))
    assert finding(outside, "note-1", "GBR", "MLT", places=Places(in_area="no")).answer is NO
    other = incident(case("MLT", by="MAR", on=date(1970, 1, 1), facts=entry))
    found = finding(other, "note-1", "GBR", "MLT", places=Places(in_area="yes"))
    assert found.answer is NO
    assert found.why.startswith("MAR is not among the adversaries the text names (ITA)")


def test_assumed_status_is_named_and_strict_refuses_it() -> None:
    """Past the last check the answer stands on a declared assumption; ``strict`` makes it UNKNOWN."""
    one = incident(
        case(on=date(2021, 5, 1), facts=RAID), asks("PRT", "IGO TTO", "Treaty of Testville, Art. 3", on=None)
    )
    found = finding(one, "art-3", "FRA", "PRT")
    assert found.answer is YES
    (assumed,) = found.assumed
    assert assumed.endswith("under the Treaty of Testville carried past the last check of 2020-12-31")
    assert any(n.kind == "declared" for n in nodes(found.because))
    strict = finding(one, "art-3", "FRA", "PRT", strict=True)
    assert strict.answer is UNKNOWN
    assert {q.fact for q in strict.open_questions} == {"status.obliged", "status.beneficiary"}


@pytest.mark.parametrize(
    ("decided", "truths"),
    [
        ("consult", (YES, UNKNOWN, UNKNOWN, UNKNOWN)),
        ("measures", (YES, YES, UNKNOWN, NO)),
        ("force", (YES, YES, YES, NO)),
        ("refused", (UNKNOWN, NO, NO, YES)),
        ("none", (UNKNOWN, NO, NO, UNKNOWN)),
    ],
)
def test_decisions_imply_one_another(decided: str, truths: tuple[Truth, ...]) -> None:
    """Force includes measures, measures include consulting; a refusal makes measures and force NO."""
    decision = OrganDecision(organ="TTO Council of Ministers", on=DAY, decided=decided)  # type: ignore[arg-type]
    one = incident(case(facts=RAID), decision)
    docket = open_docket(one.cases[0], hear(one, law()), one.decisions, law=law(), places=NoPlaces())
    article = treaty().provisions[0]
    it = Situation(docket, treaty(), article, article.text[0], ("FRA",), "PRT")
    names = ("consulted", "measures", "force", "refused")
    assert tuple(answer(it, f"decision.{n}").truth for n in names) == truths


def test_decisions_count_from_the_day_to_a_year_after() -> None:
    """What an organ decided before the act is not about it."""
    days = [date(2002, 4, 30), date(2002, 5, 1), date(2003, 5, 1), date(2003, 5, 2)]
    decisions = tuple(OrganDecision(organ="TTO Council of Ministers", on=d, decided="consult") for d in days)
    docket = open_docket(case(), (), decisions, law=law(), places=NoPlaces())
    assert [d.on for d in docket.decisions] == days[1:3]


def test_on_takes_the_place_of_the_cases_day() -> None:
    """Status and text can be asked for another day."""
    one = incident(case(facts=RAID))
    (found,) = (f for f in weigh(one, law=law(), places=NoPlaces(), on=date(2000, 1, 1))[0] if f.provision == "art-3")
    assert found.answer is YES


def test_the_weakest_file_gives_the_certainty() -> None:
    """A shared term that is only partly checked makes the finding so; status alone needs the acts only."""
    one = incident(case(facts=RAID), HELP)
    assert finding(one, "art-3", "FRA", "PRT").certainty == "partly"
    assert finding(incident(case("GRC", facts=RAID)), "art-3", "FRA", "GRC").certainty == "checked"
    frozen = incident(case(on=date(2007, 1, 1), facts=RAID))
    assert finding(frozen, "art-2", "ESP", "PRT").certainty == "checked"


def test_an_unknown_attacker_leaves_open_what_turns_on_it() -> None:
    """Without an attacker, whether it is a state, a party or a named adversary is UNKNOWN, never NO."""
    nobody = msgspec.structs.replace(case("MLT", on=date(1970, 1, 1), facts=RAID), attacker=())
    article = law().treaties[1].provisions[0]
    docket = open_docket(nobody, (), (), law=law(), places=NoPlaces())
    it = Situation(docket, treaty(), article, article.text[0], ("GBR",), "MLT")
    for name in ("attacker.is_state", "attacker.bound", "attacker.named", "beneficiary.attacks", "obliged.attacks"):
        assert answer(it, name).truth is UNKNOWN


def test_trouble_in_the_incident_comes_back_as_problems() -> None:
    """Unknown facts, parties, instruments and organs are named with the nearest known word."""
    one = Incident(
        id="odd",
        cases=(
            Case(
                id="c",
                on=DAY,
                until=date(2002, 4, 1),
                attacker=("Morocco",),
                victim=("PRT",),
                place=case().place,
                facts={"act.fire_opend": YES},
            ),
        ),
        requests=(asks("PRT", "IGO TTO", "Treaty of Nowhere"),),
        decisions=(OrganDecision(organ="TTO Council of Minsters", on=DAY, decided="consult"),),
    )
    _, problems = weigh(one, law=law(), places=NoPlaces())
    assert [p.line() for p in problems] == [
        "odd: case c: unknown fact 'act.fire_opend' (did you mean 'act.fire_opened'?)",
        "odd: case c: 'Morocco' is not a party id (alpha-3, 'IGO X' or 'NSA X')",
        "odd: case c: ends on 2002-04-01, before it begins on 2002-05-01",
        "odd: request of PRT: no law file binding PRT and IGO TTO is named 'Treaty of Nowhere'",
        NO_ORGAN,
    ]
