"""Ledgers and incidents that the tests of this room share."""

from __future__ import annotations

from datetime import date, timedelta

from casus.logic import NO, YES
from casus.outlook import Ledger
from casus.records import Case, CasePlace, Forecast, Incident, Prior, Question, Resolution

ASKED = date(2024, 1, 1)
DUE = date(2024, 6, 1)
LEAVE = Question(
    id="leave",
    text="Do the troops leave by 1 June?",
    criteria="both governments say that they have",
    asked_on=ASKED,
    resolves_on=DUE,
    sources=("statements of both governments",),
    branches=("stay", "withdraw", "partly"),
)
BORDER = Incident(
    id="border",
    cases=(
        Case(
            id="c1",
            on=date(2021, 4, 29),
            attacker=("TJK",),
            victim=("KGZ",),
            place=CasePlace(name="Batken", lat=39.86, lon=70.61),
            facts={"act.fire_opened": YES, "act.territory_entered": YES, "act.large_scale": NO},
        ),
    ),
)


def question(name: str, **changes: object) -> Question:
    """Make a yes-or-no question."""
    fields: dict[str, object] = {
        "id": name, "text": "?", "criteria": "c", "asked_on": ASKED, "resolves_on": DUE, "sources": ("s",),
    }  # fmt: skip
    return Question(**(fields | changes))  # type: ignore[arg-type]


def forecast(name: str, p: float, by: str = "ann", after: int = 1) -> Forecast:
    """Make a forecast of a yes-or-no question, so many days after it was asked."""
    on = ASKED + timedelta(days=after)
    return Forecast(question=name, by=by, on=on, probabilities=(p, 1 - p), reasons="r")


def resolution(name: str, branch: str | None, on: date = DUE) -> Resolution:
    """Make a resolution."""
    return Resolution(question=name, on=on, branch=branch, source="s")


def ledger(*noted: Question | Forecast | Resolution) -> Ledger:
    """Make a ledger of records that all stand."""
    made = Ledger()
    for record in noted:
        made, problems = made.add(record)
        assert problems == ()
    return made


def prior(p: float) -> Prior:
    """Make a base rate of a yes-or-no question."""
    return Prior(probabilities=(p, 1 - p), source="a count of our own")
