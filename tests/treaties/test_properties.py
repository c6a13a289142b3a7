"""Laws that hold for every expression and every incident."""

from __future__ import annotations

from datetime import date
from typing import get_args

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.treaties.made import Places, asks, case, findings, incident, law, treaty

from casus.logic import NO, UNKNOWN, YES, Truth, all_of, any_of, negate
from casus.records import Finding, Incident, OrganDecision, Request
from casus.records.incident import Decided
from casus.treaties import NoPlaces, weigh
from casus.treaties.docket import open_docket
from casus.treaties.evaluation import Evaluation, nodes, open_leaves, readd, support
from casus.treaties.expression import Conjunction, Disjunction, Expression, Name, Negation, Node
from casus.treaties.situation import Situation

FACTS = ("act.fire_opened", "act.persons_killed", "act.territory_entered", "act.ground_held", "act.invited")
MORE = (*FACTS, "act.on_homeland", "victim.fired_first", "victim.claims_threat")
truths = st.sampled_from([t.value for t in Truth])
known = st.dictionaries(st.sampled_from(MORE), truths)
states = st.sampled_from(["FRA", "ESP", "PRT", "ITA", "GRC", "AUT", "MAR", "GBR", "MLT", "POL", "BEL"])
days = st.dates(date(1985, 1, 1), date(2024, 1, 1))
views = st.dictionaries(st.sampled_from(["truth", "PRT", "MAR", "ESP"]), truths, min_size=1)


def expressions(names: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Make expressions in words."""
    return st.recursive(
        names,
        lambda inner: st.one_of(
            inner.map(lambda a: f"not ({a})"),
            st.tuples(inner, inner).map(lambda ab: f"({ab[0]}) and ({ab[1]})"),
            st.tuples(inner, inner).map(lambda ab: f"({ab[0]}) or ({ab[1]})"),
        ),
        max_leaves=8,
    )


def evaluation(facts: dict[str, str]) -> Evaluation:
    """Stand in a situation in which only these facts are known."""
    docket = open_docket(case(facts=facts), (), (), law=law(), places=NoPlaces())
    article = treaty().provisions[0]
    return Evaluation(Situation(docket, treaty(), article, article.text[0], ("FRA",), "PRT"))


def value(node: Node, facts: dict[str, str]) -> Truth:
    """Work an expression out by the strong Kleene tables alone."""
    match node:
        case Name(name):
            return Truth(facts.get(name, "unknown"))
        case Negation(part):
            return negate(value(part, facts))
        case Conjunction(parts):
            return all_of(value(p, facts) for p in parts)
        case Disjunction(parts):
            return any_of(value(p, facts) for p in parts)


@st.composite
def incidents(draw: st.DrawFn) -> Incident:
    """Make incidents with requests and decisions."""
    on = draw(days)
    one = case(draw(states), by=draw(states), on=on, facts=draw(known))
    named = st.sampled_from([None, "Treaty of Testville, Art. 2", "Testville Pact, Art. III", "Testport Guarantee"])
    kinds = st.sampled_from(["consultation", "military_help", "other"])
    requests: list[Request] = [
        asks(draw(states), draw(st.sampled_from(["IGO TTO", "FRA", "GBR"])), draw(named), draw(kinds), on)
        for _ in range(draw(st.integers(0, 2)))
    ]
    decided: st.SearchStrategy[Decided] = st.sampled_from(get_args(Decided))
    decisions = (
        [OrganDecision(organ="TTO Council of Ministers", on=on, decided=draw(decided))] if draw(st.booleans()) else []
    )
    return incident(one, *requests, *decisions)


@given(expressions(st.sampled_from(FACTS)), st.dictionaries(st.sampled_from(FACTS), truths))
def test_the_evaluator_follows_kleene(text: str, facts: dict[str, str]) -> None:
    """A proof's truth is that of the strong Kleene tables, and every parent re-adds from its children."""
    proof = evaluation(facts).prove(Expression(text))
    assert proof.truth is value(Expression(text).root, facts)
    assert all(readd(n) is n.truth for n in nodes(proof))


@given(
    expressions(st.sampled_from([*FACTS, "armed_attack", "incursion", "grave_incident"])),
    st.dictionaries(st.sampled_from(FACTS), truths),
    st.dictionaries(st.sampled_from(FACTS), st.sampled_from(["yes", "no"])),
)
def test_learning_never_moves_a_settled_value(text: str, facts: dict[str, str], learnt: dict[str, str]) -> None:
    """More facts may settle an UNKNOWN, and never change a YES or NO, through terms and readings too."""
    before = evaluation(facts).prove(Expression(text)).truth
    fresh = {n: v for n, v in learnt.items() if facts.get(n, "unknown") == "unknown"}
    after = evaluation({**facts, **fresh}).prove(Expression(text)).truth
    assert before in (UNKNOWN, after)


@given(
    expressions(st.sampled_from([*FACTS, "armed_attack", "incursion"])), st.dictionaries(st.sampled_from(FACTS), truths)
)
def test_the_supporting_part_carries_the_answer(text: str, facts: dict[str, str]) -> None:
    """What a proof is cut down to gives the same truth, and an UNKNOWN always has something it turns on."""
    proof = evaluation(facts).prove(Expression(text))
    needed = support(proof)
    assert needed.truth is proof.truth
    assert all(readd(n) is n.truth for n in nodes(needed))
    assert bool(open_leaves(proof)) is (proof.truth is UNKNOWN)


@given(expressions(st.sampled_from(FACTS)), st.dictionaries(st.sampled_from(FACTS), truths))
def test_an_open_leaf_could_settle_the_answer(text: str, facts: dict[str, str]) -> None:
    """Of the leaves that an UNKNOWN turns on, all known together give YES or NO."""
    proof = evaluation(facts).prove(Expression(text))
    if proof.truth is UNKNOWN:
        learnt = {**facts, **{leaf.name: "yes" for leaf in open_leaves(proof)}}
        assert evaluation(learnt).prove(Expression(text)).truth is not UNKNOWN


def settled(found: tuple[Finding, ...]) -> dict[tuple[str, str, str, str], Truth]:
    """Give the answers by treaty, provision, obliged and beneficiary."""
    return {(f.treaty, f.provision, o, b): f.answer for f in found for o in f.obliged for b in f.beneficiary}


@settings(deadline=None)
@given(incidents(), views, st.booleans())
def test_every_finding_keeps_the_rules(one: Incident, ground: dict[str, str], strict: bool) -> None:
    """Parents re-add; leaves have a reason; UNKNOWN has an open question; positions agree with the proof."""
    for found in findings(one, places=Places(of_beneficiary=ground), strict=strict):
        assert found.because.truth is found.answer
        assert all(readd(n) is n.truth for n in nodes(found.because))
        assert all(leaf.says or leaf.kind == "reading" for leaf in found.because.leaves())
        assert bool(found.open_questions) is (found.answer is UNKNOWN)
        assert found.obliged
        assert found.why
        if found.answer is UNKNOWN and len(found.positions) > 1:
            assert len({p.answer for p in found.positions} | {UNKNOWN}) > 1 or found.open_questions


@settings(deadline=None)
@given(incidents(), st.dictionaries(st.sampled_from(MORE), st.sampled_from(["yes", "no"])))
def test_learning_a_fact_never_moves_a_settled_answer(one: Incident, learnt: dict[str, str]) -> None:
    """An answer of YES or NO stays when a fact that was unknown becomes known."""
    before = settled(findings(one))
    (told,) = one.cases
    fresh = {n: Truth(v) for n, v in learnt.items() if told.fact(n) is UNKNOWN}
    fuller = msgspec.structs.replace(told, facts={**told.facts, **fresh})
    after = settled(findings(msgspec.structs.replace(one, cases=(fuller,))))
    assert all(after[key] is truth for key, truth in before.items() if truth in (YES, NO))


@settings(deadline=None)
@given(incidents())
def test_equal_inputs_give_equal_bytes(one: Incident) -> None:
    """The same incident gives the same findings, ids and bytes, whatever the order of its facts."""
    (told,) = one.cases
    turned = msgspec.structs.replace(told, facts=dict(reversed(told.facts.items())))
    again = msgspec.structs.replace(one, cases=(turned,))
    first, second = (msgspec.json.encode(weigh(i, law=law(), places=NoPlaces())[0]) for i in (one, again))
    assert first == second
    ids = [f.id for f in findings(one)]
    assert len(ids) == len(set(ids))


@settings(deadline=None)
@given(incidents(), views)
def test_treaties_do_not_touch_one_another(one: Incident, ground: dict[str, str]) -> None:
    """What is worked out once for all treaties is the same as for each alone (but for what requests are under)."""
    alone = msgspec.structs.replace(one, requests=())
    together = findings(alone, places=Places(of_beneficiary=ground))
    for known in law().treaties:
        only = msgspec.structs.replace(law(), treaties=(known,))
        apart, _ = weigh(alone, law=only, places=Places(of_beneficiary=ground))
        assert apart == tuple(f for f in together if f.treaty == known.id)
