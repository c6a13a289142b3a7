"""The tests' own law (``data/law``) and ways to make incidents and places for it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from casus.logic import Truth
from casus.records import Case, CasePlace, Finding, Incident, OrganDecision, PlaceFact, Proof, Request
from casus.treaties import Law, NoPlaces, PlaceFacts, Treaty, load_law, weigh

DATA = Path(__file__).parent / "data"
DAY = date(2002, 5, 1)


@cache
def law() -> Law:
    """Load the tests' own law, which has no problems."""
    loaded, problems = load_law(DATA / "law")
    assert problems == ()
    return loaded


def treaty(id_: str = "testville-1990") -> Treaty:
    """Give one of its treaties."""
    found = law().treaty(id_)
    assert found is not None
    return found


def case(
    *victim: str, by: str = "MAR", on: date = DAY, until: date | None = None, facts: dict[str, str] | None = None
) -> Case:
    """Make a case; facts by name, with ``act.`` understood where there is no dot."""
    named = {n if "." in n else f"act.{n}": Truth(v) for n, v in (facts or {}).items()}
    return Case(
        id="case",
        on=on,
        until=until,
        attacker=(by,),
        victim=victim or ("PRT",),
        place=CasePlace(name="Testford"),
        facts=named,
    )


def asks(by: str, to: str, under: str | None = None, kind: str = "military_help", on: date | None = DAY) -> Request:
    """Make a request."""
    return Request(by=by, to=to, under=under, asks=kind, on=on)  # type: ignore[arg-type]  # tests name the kind in words


def incident(one: Case, *more: Request | OrganDecision) -> Incident:
    """Make an incident of one case."""
    requests = tuple(m for m in more if isinstance(m, Request))
    decisions = tuple(m for m in more if isinstance(m, OrganDecision))
    return Incident(id="made", cases=(one,), requests=requests, decisions=decisions)


class Places:
    """Place facts as a test gives them: a truth, or a truth with positions."""

    def __init__(self, **facts: str | dict[str, str]) -> None:
        self.facts = facts

    def place_fact(self, name: str, place: CasePlace, on: date, *, party: str, area: str | None) -> PlaceFact:
        """Give what the test gave for ``place.X`` under ``X``."""
        value = self.facts.get(name.removeprefix("place."), "unknown")
        if isinstance(value, str):
            reason = f"{name} of {party} on {on} at {place.name}, {area}"
            return PlaceFact(name=name, truth=Truth(value), reason=reason, certainty="partly")
        views = {view: Truth(truth) for view, truth in value.items() if view != "truth"}
        truth = Truth(value.get("truth", "unknown"))
        return PlaceFact(name=name, truth=truth, reason="disputed", positions=views, certainty="memory")


def findings(one: Incident, *, places: PlaceFacts | None = None, strict: bool = False) -> tuple[Finding, ...]:
    """Weigh an incident under the tests' own law."""
    return weigh(one, law=law(), places=places or NoPlaces(), strict=strict)[0]


def finding(
    one: Incident,
    provision: str,
    obliged: str,
    beneficiary: str,
    *,
    places: PlaceFacts | None = None,
    strict: bool = False,
) -> Finding:
    """Give the one finding for a provision, an obliged state and a beneficiary."""
    (found,) = (
        f
        for f in findings(one, places=places, strict=strict)
        if f.provision == provision and obliged in f.obliged and beneficiary in f.beneficiary
    )
    return found


def leaf(proof: Proof, name: str) -> Proof:
    """Give the first leaf or node of that name."""
    if proof.name == name:
        return proof
    for child in proof.children:
        try:
            return leaf(child, name)
        except LookupError:
            continue
    raise LookupError(name)
