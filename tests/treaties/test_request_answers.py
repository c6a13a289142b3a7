"""Facts of requests and decisions: what was asked and decided answers them; silence leaves them open."""

from __future__ import annotations

import pytest
from tests.treaties.made import asks, case, incident, law, treaty

from casus.logic import NO, UNKNOWN, YES, Truth
from casus.records import OrganDecision, Request
from casus.records.incident import Decided
from casus.treaties import NoPlaces
from casus.treaties.docket import hear, open_docket
from casus.treaties.fact_answers import answer
from casus.treaties.request_answers import REQUEST_ANSWERS
from casus.treaties.situation import Situation

UNDER = asks("PRT", "IGO TTO", "Treaty of Testville, Art. 3")
HELP, TALKS = asks("PRT", "FRA"), asks("PRT", "FRA", kind="consultation")
OTHERS = asks("ESP", "IGO TTO", "Treaty of Testville, Art. 2", kind="consultation")


def truth(name: str, *told: Request | OrganDecision) -> Truth:
    """Answer a fact of Article 3 for France towards Portugal."""
    one = incident(case(), *told)
    docket = open_docket(one.cases[0], hear(one, law()), one.decisions, law=law(), places=NoPlaces())
    article = treaty().provisions[1]
    return answer(Situation(docket, treaty(), article, article.text[1], ("FRA",), "PRT"), name).truth


def decides(decided: Decided) -> OrganDecision:
    """Make a decision of the treaty's organ."""
    return OrganDecision(organ="TTO Council of Ministers", decided=decided)


ANSWERED: list[tuple[str, Request | OrganDecision, Truth]] = [
    ("request.made", HELP, YES),
    ("request.made", OTHERS, UNKNOWN),
    ("request.for_help", HELP, YES),
    ("request.for_help", TALKS, UNKNOWN),
    ("request.for_talks", TALKS, YES),
    ("request.for_talks", HELP, UNKNOWN),
    ("request.under_article", UNDER, YES),
    ("request.under_article", HELP, UNKNOWN),
    ("request.under_treaty", UNDER, YES),
    ("request.under_treaty", OTHERS, UNKNOWN),
    ("request.by_any_party", OTHERS, YES),
    ("request.by_any_party", HELP, UNKNOWN),
    ("beneficiary.claims_threat", HELP, YES),
    ("beneficiary.claims_threat", OTHERS, UNKNOWN),
    ("decision.consulted", decides("consult"), YES),
    ("decision.measures", decides("measures"), YES),
    ("decision.measures", decides("consult"), UNKNOWN),
    ("decision.measures", decides("refused"), NO),
    ("decision.force", decides("force"), YES),
    ("decision.force", decides("measures"), UNKNOWN),
    ("decision.force", decides("none"), NO),
    ("decision.refused", decides("refused"), YES),
    ("decision.refused", decides("measures"), NO),
]


@pytest.mark.parametrize(("name", "told", "expected"), ANSWERED)
def test_what_was_asked_or_decided_answers_it(name: str, told: Request | OrganDecision, expected: Truth) -> None:
    """A record that meets the fact gives YES, one that excludes it NO, any other leaves it open."""
    assert truth(name, told) is expected


@pytest.mark.parametrize("name", sorted(REQUEST_ANSWERS))
def test_silence_is_never_no(name: str) -> None:
    """Where nothing is recorded nothing is known; and every such fact is tried above."""
    assert truth(name) is UNKNOWN
    assert name in {n for n, _, expected in ANSWERED if expected is YES}
