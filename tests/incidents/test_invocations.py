"""Requests, and what organisations said, decided and did."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from tests.incidents.made import OCCUPY, Atlas, Line, Said, made

from casus.incidents import Gathered, gather
from casus.records.statement import Modality

ACT = Line(text="They occupied the shore.", says=(OCCUPY,))
ASKED = Said(trigger="asked", concept="request_help", actor="ARM GOV", recipient="IGO CSTO", on=date(2021, 5, 14))


def gathered(*lines: Line, language: str = "en") -> Gathered:
    """Gather an occupation and some lines."""
    report, reading = made([ACT, *lines], language=language)
    return gather([report], [reading], gazetteer=Atlas(), instruments=(("Collective Security Treaty", "cst-1992"),))[0]


def line(text: str, *says: Said) -> Line:
    """Make a line of body text."""
    return Line(text=text, says=says)


def test_a_request_carries_who_whom_what_when_and_under_which_article() -> None:
    """Help asked of an organisation, with the article that the sentence names."""
    found = gathered(line("It asked the CSTO for help under Article 4 of the Collective Security Treaty.", ASKED))
    assert found.incident is not None
    (request,) = found.incident.requests
    assert (request.by, request.to, request.asks, request.on) == ("ARM", "IGO CSTO", "military_help", date(2021, 5, 14))
    assert request.under == "Collective Security Treaty, Article 4"
    assert request.statements == ("s2",)
    (step,) = found.steps
    assert (step.what, step.by, step.to, step.under) == ("request", "ARM", "IGO CSTO", request.under)


@pytest.mark.parametrize(
    ("content", "asks"),
    [
        ("military_aid", "military_help"),
        ("consult", "consultation"),
        ("mediate", "diplomatic"),
        ("take_measures", "other"),
    ],
)
def test_what_is_asked_shows_in_what_is_wished(content: str, asks: str) -> None:
    """A plain "asked" is read by the content of the same sentence."""
    asked = msgspec.structs.replace(ASKED, concept="request")
    wish = Said(trigger="to act", concept=content, source="ARM GOV", modality="requested")
    found = gathered(line("It asked them to act.", asked, wish))
    assert found.incident is not None
    assert [r.asks for r in found.incident.requests] == [asks]


def test_words_tell_what_is_asked_where_nothing_else_does() -> None:
    """The sentence's own words are looked at last."""
    asked = msgspec.structs.replace(ASKED, concept="appeal", trigger="要請した")
    found = gathered(line("機構に軍事支援を要請した。", asked), language="ja")
    assert found.incident is not None
    assert [r.asks for r in found.incident.requests] == ["military_help"]


def test_demands_on_the_enemy_and_mediators_appeals_are_no_requests() -> None:
    """Asking the attacker to leave, or both sides to be calm, calls on no ally."""
    found = gathered(
        line("It demanded they go.", Said(trigger="demanded", concept="demand", actor="ARM GOV", recipient="AZE GOV")),
        line("France urged calm.", Said(trigger="urged", concept="appeal", actor="FRA GOV", recipient="ARM GOV")),
        line("A group asked.", Said(trigger="asked", concept="request", actor="ARM NGO", recipient="ARM GOV")),
    )
    assert found.incident is not None
    assert found.incident.requests == ()
    assert found.steps == ()


@pytest.mark.parametrize("modality", ["denied", "intended", "forecast", "possible", "conditional", "background"])
def test_a_request_not_made_is_none(modality: Modality) -> None:
    """A request that is planned, foreseen, denied or of another year is no request."""
    found = gathered(line("It asked.", msgspec.structs.replace(ASKED, modality=modality)))
    assert found.incident is not None
    assert found.incident.requests == ()


def test_what_a_third_party_claims_was_asked_or_decided_is_neither() -> None:
    """Rumours of a request or a decision bind nobody; the asker's own word does."""
    rumour = msgspec.structs.replace(ASKED, modality="claim", source="DIPLOMATS")
    met = Said(trigger="met", concept="meet", actor="IGO CSTO", modality="claim", source="DIPLOMATS")
    found = gathered(line("It asked, they say, and they met.", rumour, met))
    assert found.incident is not None
    assert (found.incident.requests, found.incident.decisions, found.steps) == ((), (), ())
    own = gathered(line("It asked.", msgspec.structs.replace(rumour, source="ARM GOV"))).incident
    assert own is not None
    assert [r.to for r in own.requests] == ["IGO CSTO"]


def test_one_request_told_twice_is_one() -> None:
    """What one telling leaves out the other adds; another article makes another request."""
    plain = msgspec.structs.replace(ASKED, concept="request", on=None)
    first, second = line("It asked.", plain), line("It asked under Article 4.", ASKED)
    found = gathered(first, second, line("It asked under Article 2 too.", ASKED))
    assert found.incident is not None
    assert [(r.under, r.statements) for r in found.incident.requests] == [
        ("Article 4", ("s2", "s3")),
        ("Article 2", ("s4",)),
    ]


def test_an_article_named_alone_is_that_of_the_instrument_named_beside_it() -> None:
    """One report names the article, another the treaty as well: one request, one step, under the fuller name."""
    full = line("It asked the CSTO for help under Article 4 of the Collective Security Treaty.", ASKED)
    bare = line("It asked the CSTO for help under Article 4.", ASKED)
    other = line("It asked the CSTO for help under Article 2.", ASKED)
    found = gathered(bare, full, other)
    assert found.incident is not None
    assert [r.under for r in found.incident.requests] == ["Collective Security Treaty, Article 4", "Article 2"]
    assert [len(step.statements) for step in found.steps] == [2, 1]


def test_an_announcement_of_measures_is_a_statement_and_no_decision() -> None:
    """An organisation that says it will take the measures of the treaty has said so, and decided nothing yet."""
    promise = Said(trigger="declared", concept="promise", actor="IGO CSTO", actor_text="The CSTO")
    measures = Said(trigger="measures", concept="take_measures", source="IGO CSTO", modality="intended")
    found = gathered(line("The CSTO declared it would take the measures.", promise, measures))
    assert found.incident is not None
    assert found.incident.decisions == ()
    assert [(s.what, [r.statement for r in s.statements]) for s in found.steps] == [("statement", ["s2", "s3"])]


def test_an_organ_that_was_asked_and_met_has_consulted() -> None:
    """The meeting of an organisation nobody asked decides nothing."""
    met = Said(trigger="met", concept="meet", actor="IGO NATO", actor_text="NATO ambassadors", on=date(2021, 5, 15))
    asked = msgspec.structs.replace(ASKED, recipient="IGO NATO", concept="request_talks")
    found = gathered(line("It asked.", asked), line("NATO ambassadors met.", met))
    assert found.incident is not None
    assert [(d.organ, d.decided, d.on) for d in found.incident.decisions] == [
        ("NATO ambassadors (IGO NATO)", "consult", date(2021, 5, 15))
    ]
    assert [s.what for s in found.steps] == ["request", "meeting"]
    unasked = gathered(line("NATO ambassadors met.", met)).incident
    assert unasked is not None
    assert unasked.decisions == ()


@pytest.mark.parametrize(("content", "decided"), [("deploy", "measures"), ("use_force", "force")])
def test_a_decision_is_as_wide_as_what_was_decided(content: str, decided: str) -> None:
    """Sending a mission is a measure, using arms is force; deciding nothing that is named is no decision."""
    said = Said(trigger="decided", concept="decide", actor="IGO CSTO")
    what = Said(trigger="to act", concept=content, source="IGO CSTO", modality="intended")
    found = gathered(line("The CSTO decided to act.", said, what))
    assert found.incident is not None
    assert [d.decided for d in found.incident.decisions] == [decided]
    bare = gathered(line("The CSTO decided.", said)).incident
    assert bare is not None
    assert bare.decisions == ()


def test_a_refusal_counts_only_of_who_was_asked() -> None:
    """An organisation that refuses what it was asked has refused."""
    refused = Said(trigger="refused", concept="refuse", actor="IGO CSTO")
    with_request = gathered(line("It asked.", ASKED), line("The CSTO refused.", refused)).incident
    without = gathered(line("The CSTO refused.", refused)).incident
    assert with_request is not None
    assert without is not None
    assert [d.decided for d in with_request.decisions] == ["refused"]
    assert without.decisions == ()
