"""The tests' own law (``data/law``) and ways to make incidents and places for it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from casus.logic import Truth
from casus.records import (
    Case,
    CasePlace,
    Finding,
    Incident,
    OrganDecision,
    PlaceFact,
    Proof,
    Request,
    TerritoryFinding,
)
from casus.treaties import Law, NoPlaces, PlaceFacts, Treaty, load_law, weigh

DATA = Path(__file__).parent / "data"
DAY = date(2002, 5, 1)
RAID_FACTS = {
    "act.territory_entered": "yes",
    "act.ground_held": "yes",
    "act.fire_opened": "yes",
    "act.returned_fire_only": "no",
    "act.persons_killed": "yes",
    "act.heavy_weapons": "yes",
    "act.by_regular_forces": "yes",
    "act.on_homeland": "yes",
    "act.invited": "no",
    "act.un_authorised": "no",
    "victim.fired_first": "no",
}
"""An attack by a state's forces, with deaths and ground taken, on the victim's homeland."""


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


class Grounds:
    """Places by name with their owners, holders, treaty areas and, where it is disputed, each side's view."""

    def __init__(
        self,
        owners: dict[str, str],
        areas: dict[str, set[str]],
        *,
        held: dict[str, str],
        disputed: dict[str, dict[str, str]],
    ) -> None:
        self.owners, self.areas, self.held, self.disputed = owners, areas, held, disputed

    def stand(self, place: CasePlace, on: date) -> TerritoryFinding:
        """Say who is recognised and who holds a place."""
        owner = self.owners.get(place.name)
        return TerritoryFinding(
            place=place.name,
            name={"en": place.name},
            on=on,
            recognised=owner,
            recognised_why="as the test has it",
            controller=self.held.get(place.name, owner),
            controller_why="as the test has it",
        )

    def place_fact(self, name: str, place: CasePlace, on: date, *, party: str, area: str | None) -> PlaceFact:  # noqa: ARG002
        """Answer whose ground it is and whether it is in a treaty area; the rest is UNKNOWN."""
        truth = Truth.UNKNOWN
        if name in ("place.of_beneficiary", "place.of_attacker", "place.of_obliged") and place.name in self.owners:
            truth = Truth.YES if self.owners[place.name] == party else Truth.NO
        if name == "place.in_area" and place.name in self.owners:
            truth = Truth.YES if area in self.areas.get(place.name, ()) else Truth.NO
        told = self.disputed.get(place.name, {}) if name == "place.of_beneficiary" else {}
        views = {view: Truth(value) for view, value in told.items()} if truth is Truth.YES else {}
        return PlaceFact(name=name, truth=truth, reason=f"{name} of {place.name}", positions=views, certainty="partly")


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
