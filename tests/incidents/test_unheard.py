"""Parties nobody quotes."""

from __future__ import annotations

from tests.incidents.made import OCCUPY, Atlas, Line, Said, made

from casus.incidents import gather, unheard


def names(*says: Said) -> list[str]:
    """Name the parties not heard in an occupation and some statements."""
    lines = [Line(text="They occupied it.", says=(OCCUPY,)), *(Line(text=s.trigger, says=(s,)) for s in says)]
    report, reading = made(lines)
    gathered, _ = gather([report], [reading], gazetteer=Atlas())
    return [u.party for u in unheard([report], [reading], gathered.incident)]


def test_a_party_is_heard_when_a_statement_is_attributed_to_it() -> None:
    """Its government, army or anybody of it counts; being spoken of does not."""
    assert names() == ["ARM", "AZE"]
    assert names(Said(trigger="a crime", concept="aggression", actor="AZE", source="ARM GOV", modality="claim")) == [
        "AZE"
    ]
    assert (
        names(
            Said(trigger="a lie", concept="aggression", source="AZE MIL", modality="denied"),
            Said(trigger="a crime", concept="aggression", source="ARM GOV", modality="claim"),
        )
        == []
    )


def test_without_an_incident_nobody_is_missed() -> None:
    """No parties, nobody unheard; the reason is given in English and Japanese."""
    report, reading = made([Line(text="They occupied it.", says=(OCCUPY,))])
    assert unheard([report], [reading], None) == ()
    gathered, _ = gather([report], [reading], gazetteer=Atlas())
    assert all(set(u.reason) == {"en", "ja"} for u in unheard([report], [reading], gathered.incident))
