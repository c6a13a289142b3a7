"""Cases: who acted against whom, where, when, as told by whom."""

from __future__ import annotations

from datetime import date, timedelta
from typing import get_args

import msgspec
import pytest
from tests.incidents.made import DAY, OCCUPY, PUBLISHED, Atlas, Line, Said, made, one

from casus.incidents import Gathered, gather
from casus.records import Case
from casus.records.statement import Modality

SHELL = Said(trigger="shelled", concept="shell", actor="AZE MIL", recipient="ARM", place="far", on=DAY)


def but(said: Said, **changes: object) -> Said:
    """Give a statement with some parts changed."""
    return msgspec.structs.replace(said, **changes)


def gathered(*says: Said, published: date | None = PUBLISHED) -> Gathered:
    """Gather some statements."""
    report, reading = one(*says, published=published)
    return gather([report], [reading], gazetteer=Atlas())[0]


def cases(*says: Said, published: date | None = PUBLISHED) -> tuple[Case, ...]:
    """Gather the cases of some statements."""
    incident = gathered(*says, published=published).incident
    return incident.cases if incident else ()


def test_a_reported_act_is_one_agreed_case() -> None:
    """Who, whom, where and when are those of the statement; ground that is held leaves the end open."""
    (case,) = cases(OCCUPY)
    assert (case.attacker, case.victim, case.on, case.until, case.told_by) == (("AZE",), ("ARM",), DAY, None, "agreed")
    assert (case.place.name, case.place.lat, case.place.lon) == ("Quiet Lake", 39.6, 46.2)


def test_a_side_that_denies_an_act_has_its_own_case() -> None:
    """The denial of an attacker or a victim is an account of the act beside the agreed one; a stranger's is not."""
    denial = but(OCCUPY, trigger="never crossed", concept="cross_border", modality="denied", source="AZE GOV")
    assert [c.told_by for c in cases(OCCUPY, denial)] == ["agreed", "AZE"]
    assert [c.told_by for c in cases(OCCUPY, but(denial, source="FRA GOV"))] == ["agreed"]


def test_the_victim_may_be_known_by_its_ground() -> None:
    """Where the text names nobody acted on, it is the state on whose ground the place is shown."""
    (case,) = cases(but(OCCUPY, recipient=None))
    assert case.victim == ("ARM",)


def test_the_victim_may_be_known_by_its_demand() -> None:
    """Where the place is not known either, it is the one state that demands a withdrawal of the attacker."""
    demand = Said(trigger="demanded", concept="demand_withdrawal", actor="ARM GOV", recipient="AZE")
    (case,) = cases(but(OCCUPY, recipient=None, place="a nameless hill"), demand)
    assert (case.victim, case.place.name, case.place.lat) == (("ARM",), "a nameless hill", None)


def test_a_strike_on_a_group_abroad_is_an_act_against_the_state_there() -> None:
    """Whoever is aimed at, the ground that is struck is a state's."""
    strike = Said(trigger="struck", concept="airstrike", actor="AZE MIL", recipient="PSE REB", place="far", on=DAY)
    (case,) = cases(strike)
    assert case.victim == ("ARM",)
    assert case.until == DAY


def test_troops_sent_and_ground_taken_are_one_case() -> None:
    """What one side does to the other in one area on one day is one case."""
    sent = but(OCCUPY, trigger="sent", concept="deploy", recipient=None)
    (case,) = cases(sent, OCCUPY, Said(trigger="stays", concept="stay", actor="AZE MIL", place="shore"))
    assert case.on == DAY


def test_the_victims_troops_on_its_own_ground_attack_nobody() -> None:
    """Sending troops against intruders, or shooting at them there, makes no case against the victim."""
    sent = Said(trigger="sent", concept="deploy", actor="ARM MIL", recipient="AZE MIL", place="lake", on=DAY)
    shot = Said(trigger="shot", concept="shoot", actor="ARM MIL", recipient="AZE MIL", place="lake", on=DAY)
    assert [c.attacker for c in cases(OCCUPY, sent, shot)] == [("AZE",)]


def test_acts_in_both_directions_elsewhere_are_two_cases() -> None:
    """A blow returned on the other's ground is a case of its own."""
    back = Said(trigger="hit back", concept="missile_strike", actor="ARM MIL", recipient="AZE", on=DAY)
    assert {(c.attacker, c.victim) for c in cases(SHELL, back)} == {(("AZE",), ("ARM",)), (("ARM",), ("AZE",))}


def test_other_days_and_other_areas_are_other_cases() -> None:
    """The heaviest comes first."""
    later = but(SHELL, trigger="again", on=DAY + timedelta(days=2))
    found = cases(OCCUPY, SHELL, later)
    assert sorted((c.on, c.place.name) for c in found) == [
        (DAY, "Farport"),
        (DAY, "Quiet Lake"),
        (DAY + timedelta(days=2), "Farport"),
    ]


def test_rival_accounts_are_cases_of_their_tellers() -> None:
    """Where only the sides tell of the act, each account is its own case and nothing is agreed."""
    theirs = but(SHELL, modality="claim", source="ARM GOV")
    ours = Said(
        trigger="fired",
        concept="open_fire",
        actor="ARM MIL",
        recipient="AZE MIL",
        on=DAY,
        modality="claim",
        source="AZE MIL",
    )
    assert {(c.attacker, c.told_by) for c in cases(theirs, ours)} == {(("AZE",), "ARM"), (("ARM",), "AZE")}


def test_a_claim_of_more_makes_a_case_beside_the_agreed_one() -> None:
    """The text reports the occupation, the victim also tells of fire: two cases, the agreed one first."""
    fire = but(OCCUPY, trigger="fired", concept="open_fire", modality="claim", source="ARM GOV")
    assert [c.told_by for c in cases(OCCUPY, fire)] == ["agreed", "ARM"]
    repeated = but(OCCUPY, trigger="took", modality="claim", source="ARM GOV")
    assert [c.told_by for c in cases(OCCUPY, repeated)] == ["agreed"]


def test_what_both_sides_say_is_agreed() -> None:
    """An attacker that owns to the act its victim tells of disputes nothing."""
    both = [but(SHELL, modality="claim", source=s, trigger=f"by {s}") for s in ("ARM GOV", "AZE MIL")]
    assert [c.told_by for c in cases(*both)] == ["agreed"]


@pytest.mark.parametrize(
    "modality",
    [m for m in get_args(Modality) if m not in {"fact", "state", "claim"}],
)
def test_what_did_not_happen_makes_no_case(modality: Modality) -> None:
    """A denied, demanded, threatened, conditional or past act is no case, whoever speaks of it."""
    for source in (None, "ARM GOV"):
        assert cases(but(OCCUPY, modality=modality, source=source)) == ()


def test_old_acts_are_history_where_new_ones_are_told() -> None:
    """A war of another year is left out, unless the report has it in its headline and tells of nothing newer."""
    old = but(SHELL, on=date(2016, 4, 2))
    assert [c.on for c in cases(OCCUPY, old)] == [DAY]
    assert cases(old) == ()
    report, reading = made([Line(text="It shelled the town.", region="headline", says=(but(old, trigger="shelled"),))])
    incident = gather([report], [reading], gazetteer=Atlas())[0].incident
    assert incident is not None
    assert [c.on for c in incident.cases] == [date(2016, 4, 2)]


def test_an_act_nobody_is_named_for_belongs_to_who_is_accused_of_it() -> None:
    """The case is the accuser's account, and what is reported of the act belongs to it."""
    shell = but(SHELL, actor=None)
    blame = Said(trigger="blamed", concept="blame", actor="ARM GOV", recipient="AZE GOV")
    found = gathered(shell, blame)
    assert found.incident is not None
    (case,) = found.incident.cases
    assert (case.attacker, case.told_by) == (("AZE",), "ARM")
    assert [r.statement for r in found.case_statements[0].acts] == ["s1", "s2"]


def test_an_act_nobody_is_named_for_joins_the_account_of_it() -> None:
    """People killed without an agent were killed in the shelling told of the same day and place."""
    killed = Said(trigger="died", concept="be_killed", recipient="ARM CIV", place="far", on=DAY)
    found = gathered(SHELL, killed)
    assert len(found.case_statements) == 1
    assert [r.statement for r in found.case_statements[0].acts] == ["s1", "s2"]


def test_an_act_without_a_named_author_or_an_accused_has_no_attacker() -> None:
    """It is told as it is: somebody fired on that ground."""
    (case,) = cases(but(SHELL, actor=None))
    assert (case.attacker, case.victim) == ((), ("ARM",))


def test_fire_told_from_where_it_came_is_the_fire_told_where_it_fell() -> None:
    """A shell fired from one state that fell in a town of another the same day is one act."""
    fired = Said(trigger="fired", concept="shell", recipient="ARM", place="tur", on=DAY)
    fell = Said(trigger="killed", concept="kill", recipient="ARM CIV", place="far", on=DAY)
    blame = Said(trigger="blamed", concept="blame", actor="ARM GOV", recipient="TUR GOV")
    (case,) = cases(fired, fell, blame)
    assert (case.attacker, case.victim, case.place.name) == (("TUR",), ("ARM",), "Farport")


def test_a_place_told_of_one_act_is_that_of_an_act_beside_it_without_one() -> None:
    """An account that gives no place is of the place that the incident's other acts on that day and victim have."""
    claim = Said(
        trigger="shot",
        concept="shoot",
        actor="RUS MIL",
        recipient="ARM MIL",
        on=DAY,
        modality="claim",
        source="ARM GOV",
    )
    assert {c.place.name for c in cases(OCCUPY, claim)} == {"Quiet Lake"}


def test_the_place_may_stand_where_the_act_is_spoken_of_again() -> None:
    """A condition says nothing of what happened, and still where: "if they stay at the lake"."""
    stay = Said(trigger="stay", concept="stay", actor="AZE MIL", place="lake", modality="conditional")
    (case,) = cases(but(OCCUPY, place=None), stay)
    assert case.place.name == "Quiet Lake"


def test_sides_that_clash_are_each_the_others_attacker() -> None:
    """A clash is an act of both."""
    clash = Said(trigger="clashed", concept="clash", actor="AZE MIL, ARM MIL", place="islet", on=DAY)
    assert {(c.attacker, c.victim) for c in cases(clash)} == {(("AZE",), ("ARM",)), (("ARM",), ("AZE",))}


def test_without_any_day_there_is_no_case_and_the_reader_is_told() -> None:
    """No day in the text and none of publication: a problem with a hint, no guess."""
    report, reading = one(but(OCCUPY, on=None), published=None)
    found, problems = gather([report], [reading], gazetteer=Atlas())
    assert found.incident is None
    assert [p.hint for p in problems] == ["give the day of publication with --published"]
    assert [c.on for c in cases(but(OCCUPY, on=None))] == [PUBLISHED]


def test_ground_held_ends_with_the_withdrawal_the_text_reports() -> None:
    """A withdrawal claimed or demanded ends nothing."""
    left = Said(trigger="left", concept="withdraw", actor="AZE MIL", on=DAY + timedelta(days=2))
    assert cases(OCCUPY, left)[0].until == DAY + timedelta(days=2)
    assert cases(OCCUPY, but(left, modality="claim", source="AZE MIL"))[0].until is None
    assert cases(OCCUPY, but(left, modality="demanded", source="ARM GOV"))[0].until is None


@pytest.mark.parametrize(
    "said",
    [
        Said(trigger="attacked", concept="attack", actor="JPN", recipient="BRA", on=DAY),
        Said(trigger="beat", concept="raid", actor="AZE", recipient="ARM", on=DAY),
        Said(trigger="arrested", concept="arrest", actor="JPN COP", recipient="CHN CIV", on=DAY),
        Said(trigger="deployed", concept="deploy", actor="AZE MIL", recipient="ARM", on=DAY),
        Said(trigger="holds", concept="hold", actor="ARM MIL", recipient="AZE MIL", place="lake", on=DAY),
        Said(trigger="died", concept="be_killed", recipient="ARM CIV", place="far", on=DAY),
        Said(trigger="shot", concept="shoot", actor="ARM COP", recipient="ARM CIV", place="far", on=DAY),
        Said(trigger="launched", concept="launch_weapon", actor="PRK MIL", on=DAY),
        Said(trigger="seized", concept="seize_vessel", actor="ARM BUS", recipient="AZE BUS", on=DAY),
    ],
    ids=["match", "politics", "police", "sent", "guards", "accident", "crime", "test", "traders"],
)
def test_what_is_not_an_armed_act_between_parties_is_no_incident(said: Said) -> None:
    """A match, a debate, an arrest, a sentry, an accident, a crime, a test and a debt make no incident."""
    assert cases(said) == ()


def test_denials_count_among_the_statements_of_the_case() -> None:
    """The denier's words stand with the act they deny; other statements are its context."""
    denied = but(OCCUPY, trigger="never", modality="denied", polarity="negative", source="AZE GOV")
    protest = Said(trigger="protested", concept="protest", actor="ARM GOV", recipient="AZE GOV")
    found = gathered(OCCUPY, denied, protest)
    assert [r.statement for r in found.case_statements[0].acts] == ["s1", "s2"]
    assert [r.statement for r in found.case_statements[0].context] == ["s3"]
    assert found.positions == ("ARM", "AZE")


def test_two_reports_make_one_incident() -> None:
    """Reports of one act are gathered into one case with the statements of both."""
    first, second = one(OCCUPY), made([Line(text="They took it.", says=(but(OCCUPY, trigger="took"),))])
    found, _ = gather([first[0], second[0]], [first[1], second[1]], gazetteer=Atlas())
    assert found.incident is not None
    assert len(found.incident.cases) == 1
    assert {r.report for r in found.case_statements[0].acts} == {first[0].id, second[0].id}
