"""Which provisions a case calls up, leaves open or leaves shut; who is tied to both sides; the right to help."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from casus.logic import NO, UNKNOWN, YES, Truth
from casus.records import BoundToBoth, Case, Condition, Engaged, Finding, Incident, OrganDecision, Request, Tie
from casus.treaties.duty import HELP, PERMITS
from casus.treaties.flip_words import in_words
from casus.treaties.follow_on import Grounds
from casus.treaties.law import Law, Text, Treaty
from casus.treaties.places import PlaceFacts
from casus.treaties.status import status
from casus.treaties.weighing import weigh

CHARTER, SELF_DEFENCE = "un-charter-1945", "art-51"
SHOWN = {YES: 3, NO: 2, UNKNOWN: 1}
"""Conditions shown of a provision, by the answer they would give."""
BOTH_KINDS = HELP | {"consultation"}
_ORDER = {YES: 0, UNKNOWN: 1, NO: 2}


@dataclass(frozen=True)
class Bench:
    """What a cascade is weighed with."""

    law: Law
    places: Grounds

    def weigh(self, case: Case, law: Law | None = None, *more: Request | OrganDecision) -> tuple[Finding, ...]:
        """Weigh one case alone, with what would flip each finding."""
        requests = tuple(m for m in more if isinstance(m, Request))
        decisions = tuple(m for m in more if isinstance(m, OrganDecision))
        one = Incident(id="hypothesis", cases=(case,), requests=requests, decisions=decisions)
        places: PlaceFacts = self.places
        return weigh(one, law=law or self.law, places=places, flips=tuple(Truth))[0]


def engaged(law: Law, finding: Finding) -> Engaged:
    """Cut a finding down to what a cascade shows of it."""
    wanted = [[f for f in finding.flips if f.answer is truth][:most] for truth, most in SHOWN.items()]
    conditions = tuple(
        Condition(set=f.set, answer=f.answer, says=in_words(law, f.set)) for flips in wanted for f in flips
    )
    return Engaged(
        treaty=finding.treaty,
        title=_called(law, finding),
        signed=finding.signed,
        provision=finding.provision,
        cite=finding.cite,
        owes=finding.owes,
        obliged=finding.obliged,
        beneficiary=finding.beneficiary,
        answer=finding.answer,
        why=finding.why,
        conditions=conditions,
        certainty=finding.certainty,
        assumed=finding.assumed,
    )


def sorted_out(law: Law, findings: tuple[Finding, ...], victim: str) -> tuple[tuple[Engaged, ...], tuple[Engaged, ...]]:
    """Sort findings towards a victim into those called up or open, and duties to help that stay shut."""
    towards = [f for f in findings if victim in f.beneficiary and not _permits(f)]
    open_ = sorted((f for f in towards if f.answer is not NO), key=lambda f: _ORDER[f.answer])
    shut = (f for f in towards if f.answer is NO and f.owes in HELP)
    return tuple(engaged(law, f) for f in open_), tuple(engaged(law, f) for f in shut)


def _permits(finding: Finding) -> bool:
    """Tell whether its text permits and never obliges."""
    return any(child.name == PERMITS for child in finding.because.children)


def right_to_help(bench: Bench, case: Case, helper: str, *more: Request | OrganDecision) -> Engaged | None:
    """Ask whether Article 51 lets a state help a case's victim, by weighing the right as if it were its duty."""
    charter = bench.law.treaty(CHARTER)
    article = next((p for p in charter.provisions if p.id == SELF_DEFENCE), None) if charter else None
    if charter is None or article is None:
        return None
    texts = tuple(replace(t, kind="obliges", obliged=(helper,)) for t in article.text)
    only = replace(charter, provisions=(replace(article, text=texts),))
    found = bench.weigh(case, replace(bench.law, treaties=(only,)), *more)
    return next((engaged(bench.law, f) for f in found if set(f.beneficiary) & set(case.victim)), None)


def bound_to_both(law: Law, case: Case) -> tuple[BoundToBoth, ...]:
    """Find third states with duties to help or consult towards each side of a case."""
    sides = {*case.attacker, *case.victim}
    ties: dict[str, list[Tie]] = {}
    for treaty in law.touching(sides):
        for state, tie in _ties(treaty, sides, case.on):
            ties.setdefault(state, []).append(tie)
    return tuple(
        BoundToBoth(state=state, ties=tuple(found))
        for state, found in sorted(ties.items())
        if {t.to for t in found} & {*case.attacker} and {t.to for t in found} & {*case.victim}
    )


def _ties(treaty: Treaty, sides: set[str], on: date) -> Iterator[tuple[str, Tie]]:
    """Give the duties of third states towards the sides under one instrument."""
    bound = [s for s in treaty.states(on) if status(treaty, s, on).truth is YES]
    if treaty.binding == "no":
        return
    for provision in treaty.provisions:
        for text in (t for t in provision.text if t.holds(on) and t.kind == "obliges" and t.owes in BOTH_KINDS):
            for side in (s for s in bound if s in sides and _benefits(text, s)):
                tie = Tie(to=side, treaty=treaty.id, title=_short(treaty), cite=provision.cite, owes=text.owes)
                yield from ((s, tie) for s in bound if s not in sides and _owes(text, s))


def _benefits(text: Text, state: str) -> bool:
    return state in text.beneficiary if isinstance(text.beneficiary, tuple) else True


def _owes(text: Text, state: str) -> bool:
    return state in text.obliged if isinstance(text.obliged, tuple) else text.obliged != "attackers"


def _short(treaty: Treaty) -> str:
    """Give what people call an instrument."""
    return treaty.short.get("en") or treaty.title.get("en", treaty.id)


def _called(law: Law, finding: Finding) -> str:
    known = law.treaty(finding.treaty)
    return _short(known) if known else finding.title


def truth_of(found: Engaged | None) -> Truth:
    """Give the answer of something weighed, UNKNOWN where it could not be."""
    return found.answer if found else UNKNOWN
