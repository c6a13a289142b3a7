"""Statements turned into facts: whose voice, whose act, and what silence means."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.facts.told import CASE, observed, told, told_facts
from tests.incidents.made import DAY, OCCUPY, Atlas, Said
from tests.incidents.sev_lake import sev_lake

from casus.facts import merge, observe, table
from casus.incidents import gather
from casus.logic import NO, UNKNOWN, YES
from casus.records.statement import Modality, Polarity

SHELL = Said(trigger="shelled", concept="shell", actor="AZE MIL", recipient="ARM", place="lake", on=DAY)


def but(said: Said, **changes: object) -> Said:
    """Give a statement with some parts changed."""
    return msgspec.structs.replace(said, **changes)


def test_the_texts_own_voice_gives_yes_as_reported() -> None:
    """An occupation reported: entered, held, by regular forces; of fire nothing is said, so nothing is known."""
    facts = told_facts(OCCUPY)
    assert facts["act.territory_entered", "reported"] is YES
    assert facts["act.ground_held", "reported"] is YES
    assert facts["act.by_regular_forces", "reported"] is YES
    assert not any(name == "act.fire_opened" for name, _ in facts)


def test_a_claim_counts_in_the_claimants_position() -> None:
    """What the victim says is so in its view, and in nobody else's."""
    facts = told_facts(but(SHELL, modality="claim", source="ARM GOV"))
    assert facts["act.fire_opened", "ARM"] is YES
    assert {position for _, position in facts} == {"ARM"}


def test_a_denial_counts_in_the_deniers_position() -> None:
    """A denied entry is NO in the denier's view beside what is reported."""
    denied = but(OCCUPY, trigger="never entered", concept="cross_border", modality="denied", source="AZE GOV")
    facts = told_facts(OCCUPY, denied)
    assert facts["act.territory_entered", "AZE"] is NO
    assert facts["act.territory_entered", "reported"] is YES


def test_what_is_said_of_the_fact_itself_goes_before_what_follows() -> None:
    """Who denies the entry and says that it holds positions there is not of two minds about having entered."""
    held = but(OCCUPY, trigger="took up positions", modality="claim", source="AZE GOV")
    denied = but(OCCUPY, trigger="never entered", concept="cross_border", modality="denied", source="AZE GOV")
    facts = told_facts(held, denied)
    assert facts["act.territory_entered", "AZE"] is NO
    assert facts["act.ground_held", "AZE"] is YES


def test_a_denial_of_something_narrower_leaves_the_fact_open() -> None:
    """Who denies a mortar attack does not say that nobody fired."""
    assert told_facts(but(SHELL, modality="denied", polarity="negative", source="AZE GOV")) == {}


def test_told_both_ways_in_one_voice_is_unknown() -> None:
    """A text that reports a thing and its opposite settles nothing."""
    facts = told_facts(OCCUPY, but(OCCUPY, trigger="not there", concept="hold", polarity="negative"))
    assert facts["act.ground_held", "reported"] is UNKNOWN


@given(
    concept=st.sampled_from(sorted({c for r in table().values() for c in r.concepts})),
    modality=st.sampled_from([m for m in get_args(Modality) if m not in {"fact", "state"}]),
    polarity=st.sampled_from(get_args(Polarity)),
    source=st.sampled_from([None, "ARM GOV", "AZE MIL", "DIPLOMATS", "unknown"]),
    actor=st.sampled_from([None, "AZE MIL", "ARM GOV", "REB"]),
)
def test_only_a_fact_in_own_voice_is_yes_as_reported(
    concept: str, modality: Modality, polarity: Polarity, source: str | None, actor: str | None
) -> None:
    """No demand, threat, condition, plan, claim, denial, history or question ever gives a reported YES of an act."""
    said = Said(
        trigger="x", concept=concept, modality=modality, polarity=polarity, source=source, actor=actor, recipient="ARM"
    )
    for acts in ([said], []):
        for fact in observed(said, acts=acts):
            assert (fact.position, fact.truth) != ("reported", YES) or fact.name == "victim.claims_threat"
            assert modality in {"claim", "denied"}


def test_another_partys_act_is_no_act_of_the_attacker() -> None:
    """The victim's own fire, or a third state's, shows nothing of the attacker's; nobody's named fire does."""
    assert ("act.fire_opened", "reported") not in told_facts(but(SHELL, actor="ARM MIL"))
    assert ("act.fire_opened", "reported") not in told_facts(but(SHELL, actor="RUS MIL"))
    assert told_facts(but(SHELL, actor=None))["act.fire_opened", "reported"] is YES


def test_the_dead_must_be_of_the_victims_side() -> None:
    """An attacker's own losses are none of the victim's."""
    killed = Said(trigger="died", concept="be_killed", recipient="ARM MIL")
    assert told_facts(killed)["act.persons_killed", "reported"] is YES
    assert told_facts(but(killed, recipient="AZE MIL")) == {}


def test_roles_show_whose_forces_acted() -> None:
    """MIL of a state is its regular forces, REB a group; police and governments show neither."""
    names = {role: {n for n, _ in told_facts(but(OCCUPY, actor=f"AZE {role}".strip()))} for role in ("MIL", "COP", "")}
    assert "act.by_regular_forces" in names["MIL"]
    assert not {"act.by_regular_forces", "act.by_nonstate_group"} & (names["COP"] | names[""])
    group = msgspec.structs.replace(CASE, attacker=("NSA REB",))
    facts = told_facts(but(OCCUPY, actor="REB"), case=group)
    assert facts["act.by_nonstate_group", "reported"] is YES
    assert ("act.by_regular_forces", "reported") not in facts


def test_the_victims_declaring_is_reported_whoever_is_right() -> None:
    """That it calls the act aggression is a fact of its declaring; the attacker's or a third party's word is not."""
    claim = Said(trigger="aggression", concept="aggression", actor="AZE MIL", modality="claim", source="ARM GOV")
    (declared,) = observed(claim, acts=[])
    assert (declared.name, declared.position, declared.truth) == ("victim.claims_threat", "reported", YES)
    for other in (but(claim, source="AZE GOV"), but(claim, source="FRA GOV"), but(claim, modality="conditional")):
        assert observed(other, acts=[]) == ()


def test_fire_only_in_reply_shows_who_fired_first() -> None:
    """An attacker said to return fire did not open it."""
    facts = told_facts(Said(trigger="fired back", concept="return_fire", actor="AZE MIL", recipient="ARM MIL"))
    assert facts["act.returned_fire_only", "reported"] is YES
    assert facts["victim.fired_first", "reported"] is YES


def test_leaving_later_does_not_undo_the_days_holding() -> None:
    """Ground was held at the end of the act's day even if the forces left afterwards, or at a time not told."""
    left = Said(trigger="left", concept="withdraw", actor="AZE MIL")
    assert told_facts(OCCUPY, left)["act.ground_held", "reported"] is YES
    same_day = but(left, on=DAY)
    assert told_facts(same_day)["act.ground_held", "reported"] is NO


def test_a_case_told_by_one_party_takes_only_its_words_and_what_is_reported() -> None:
    """Another claimant's account is another case."""
    case = msgspec.structs.replace(CASE, told_by="ARM")
    facts = told_facts(
        OCCUPY,
        but(SHELL, modality="claim", source="ARM GOV"),
        but(SHELL, trigger="s", concept="airstrike", modality="claim", source="FRA GOV"),
        case=case,
    )
    assert {position for _, position in facts} == {"reported", "ARM"}


def test_facts_carry_their_words_and_statements() -> None:
    """A reason quotes the trigger and says who says so."""
    entered = next(f for f in observed(OCCUPY) if f.name == "act.territory_entered")
    assert entered.reason == "reported: “occupied”"
    assert [r.statement for r in entered.statements] == ["s1"]
    claimed = observed(but(SHELL, modality="claim", source="ARM GOV"))
    assert {f.reason for f in claimed} == {"said by ARM: “shelled”"}
    denied = observed(but(OCCUPY, modality="denied", polarity="negative", source="AZE GOV"))
    assert {f.reason for f in denied} == {"denied by AZE: “occupied”"}


def test_without_an_incident_nothing_is_observed() -> None:
    """No incident, or a report not given, gives no facts."""
    gathered, report, reading = told(OCCUPY)
    assert observe(msgspec.structs.replace(gathered, incident=None), [report], [reading]) == ()
    assert observe(gathered, [], [reading]) == ()


def test_the_twin_of_the_model_report() -> None:
    """Entered, held, by regular forces, a threat declared; fire, deaths and heavy weapons are open, never NO."""
    report, reading = sev_lake()
    gathered, _ = gather([report], [reading], gazetteer=Atlas())
    facts = observe(gathered, [report], [reading])
    assert gathered.incident is not None
    case = merge(facts, gathered.incident).cases[0]
    yes = ("act.territory_entered", "act.ground_held", "act.by_regular_forces", "victim.claims_threat")
    assert [case.fact(name) for name in yes] == [YES] * 4
    silent = ("act.fire_opened", "act.persons_killed", "act.heavy_weapons", "act.threat_declared", "victim.fired_first")
    assert [case.fact(name) for name in silent] == [UNKNOWN] * 5


@pytest.mark.parametrize(
    "name", ["act.by_irregulars_sent", "act.on_forces_abroad", "act.invited", "victim.at_war_already"]
)
def test_facts_no_statement_shows_are_left_to_people(name: str) -> None:
    """These have no producing concept: they are asked."""
    assert name not in table() or table()[name].yes_from == frozenset()


def test_facts_shown_by_roles_are_facts_of_this_room() -> None:
    """What roles show is asked for by the law files under these names."""
    assert {"act.by_regular_forces", "act.by_nonstate_group", "victim.fired_first"} <= set(table())
