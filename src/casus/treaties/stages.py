"""The stages of a cascade: the incident, help to a victim, an attack, a helper exposed, and who is called next."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from casus.logic import NO, UNKNOWN, YES
from casus.records import CascadeNode, Case, Engaged, Incident
from casus.treaties.duty import HELP
from casus.treaties.engaging import Bench, bound_to_both, right_to_help, sorted_out, truth_of
from casus.treaties.follow_on import DECLARED, Target, at_home, strike, strike_abroad
from casus.treaties.reach import reach
from casus.treaties.steps import some, state_name

After = tuple[CascadeNode, ...] | str
"""What comes after a stage, or why nothing does."""
NOTHING_NEW = "help to a victim on its own soil is an attack on nobody: no further treaty answers to it"


def _names(parties: tuple[str, ...]) -> str:
    return ", ".join(state_name(p) for p in parties)


def _ends(after: After) -> tuple[tuple[CascadeNode, ...], str]:
    return ((), after) if isinstance(after, str) else (after, "")


def _why_it_stops(engaged: tuple[Engaged, ...], after: After) -> str:
    """Say why a stage is the last."""
    if after:
        return after if isinstance(after, str) else ""
    if any(e.owes in HELP for e in engaged):
        return "as deep as was asked"
    return "no duty to help is called up or open"


def opening(bench: Bench, incident: Incident, case: Case, after: After) -> CascadeNode:
    """Tell what the incident's latest case engages."""
    found = bench.weigh(case, None, *incident.requests, *incident.decisions)
    sorted_ = [sorted_out(bench.law, found, victim) for victim in case.victim]
    engaged = tuple(e for open_, _ in sorted_ for e in open_)
    nodes, _ = _ends(after)
    return CascadeNode(
        kind="incident",
        says=f"{_names(case.attacker)} against {_names(case.victim)} at {case.place.name}, {case.on}",
        case=case,
        engaged=engaged,
        shut=tuple(e for _, shut in sorted_ for e in shut),
        both=bound_to_both(bench.law, case),
        stops=_why_it_stops(engaged, after),
        next=nodes,
    )


def helps(bench: Bench, incident: Incident, case: Case, helper: str, after: After) -> CascadeNode:
    """Tell of help to a victim on its soil: no case against the helper; is it lawful, and what if it is struck?"""
    victim, attacker = case.victim[0], case.attacker[0]
    given = case.told_by != "hypothesis"
    right = right_to_help(bench, case, helper, *(incident.requests if given else ()))
    nodes, stops = _ends(after)
    return CascadeNode(
        kind="helps",
        says=f"{state_name(helper)} helps {state_name(victim)} at {case.place.name}",
        assumes=(f"the help stays on the soil of {state_name(victim)}",),
        right=right,
        shut=_allies(bench, case, helper),
        questions=(*_lawful(right, helper, victim), *_asked(incident, case, helper), *_whose(bench, case)),
        caveats=(reach(helper, victim, case.on),),
        stops=stops or NOTHING_NEW if not nodes else "",
        next=(_exposed(bench, case, helper, attacker), *nodes),
    )


def _allies(bench: Bench, case: Case, helper: str) -> tuple[Engaged, ...]:
    """List the duties to help the attacker that a strike on its soil would open: shut while the help stays off it."""
    attacker, victim = case.attacker[0], case.victim[0]
    target = at_home(attacker)
    found = bench.weigh(strike((helper,), attacker, target.place, case.on, "if its soil were struck"))
    open_, _ = sorted_out(bench.law, found, attacker)
    why = (
        f"help to {state_name(victim)} on its own soil is collective self-defence, not an attack on "
        f"{state_name(attacker)}; the question opens if the soil of {state_name(attacker)} is struck"
    )
    return tuple(replace(e, answer=NO, why=why, conditions=()) for e in open_ if e.owes in HELP)


def _lawful(right: Engaged | None, helper: str, victim: str) -> tuple[str, ...]:
    """Name the question of whether the help is lawful at all."""
    told = {YES: "it was", NO: "it was not", UNKNOWN: "that is open"}[truth_of(right)]
    says = (
        f"lawful self-defence: {state_name(helper)} may use force for {state_name(victim)} only if what happened was "
        f"an armed attack ({told}), and only as far as is necessary and proportionate"
    )
    return (says,)


def _asked(incident: Incident, case: Case, helper: str) -> tuple[str, ...]:
    """Name the question of whether the victim asked for the help."""
    helpers = (r for r in incident.requests if r.by in case.victim and (r.to == helper or r.to.startswith("IGO ")))
    made = [f"{r.by} asked {r.to.removeprefix('IGO ')} for {r.asks.replace('_', ' ')}" for r in helpers]
    told = "; ".join(dict.fromkeys(made)) or "no request is known"
    return (f"request: collective self-defence needs one by the victim (ICJ, Nicaragua, 1986, §§ 195-199): {told}",)


def _whose(bench: Bench, case: Case) -> tuple[str, ...]:
    """Name the question of whose ground the help stays on, where it is not beyond doubt the victim's."""
    fact = bench.places.place_fact("place.of_beneficiary", case.place, case.on, party=case.victim[0], area=None)
    if fact.truth is YES and not {t for t in fact.positions.values() if t is not YES}:
        return ()
    others = sorted(v for v, t in fact.positions.items() if t is NO)
    held = f"; seen otherwise by {_names(tuple(others))}" if others else ""
    return (f"whose ground: {fact.reason}{held}. Where it is the attacker's own, help there would strike its soil",)


def _exposed(bench: Bench, case: Case, helper: str, attacker: str) -> CascadeNode:
    """Say what is engaged if the attacker fires on the helper's forces where they help."""
    struck = strike_abroad((attacker,), helper, case.place, case.on, f"on the forces of {helper}")
    open_, shut = sorted_out(bench.law, bench.weigh(struck), helper)
    return CascadeNode(
        kind="exposed",
        says=f"if {state_name(attacker)} fires on the forces of {state_name(helper)} there",
        case=struck,
        assumes=(DECLARED,),
        engaged=open_,
        shut=shut,
        stops="" if any(e.owes in HELP for e in open_) else "no duty to help the helper is called up or open",
    )


def attacks(
    bench: Bench, case: Case, target: Target, earlier: tuple[Case, ...], helping: Mapping[str, Case], after: After
) -> CascadeNode:
    """Tell of an attack: what it engages for the one attacked, and whether its own fault shuts it."""
    engaged, shut = sorted_out(bench.law, bench.weigh(case), target.victim)
    nodes, _ = _ends(after)
    faults = (*_own_fault(bench, case, target.victim, earlier, helping), *_helpers_fault(target.victim, helping))
    return CascadeNode(
        kind="attacks",
        says=f"{_names(case.attacker)} attacks {state_name(target.victim)} at {case.place.name}",
        case=case,
        assumes=tuple(filter(None, (DECLARED, target.says))),
        engaged=engaged,
        shut=shut,
        questions=faults,
        caveats=(reach(case.attacker[0], target.victim, case.on),),
        both=bound_to_both(bench.law, case),
        stops=_why_it_stops(engaged, after),
        next=nodes,
    )


def _own_fault(
    bench: Bench, case: Case, victim: str, earlier: tuple[Case, ...], helping: Mapping[str, Case]
) -> tuple[str, ...]:
    """Name the question of own fault: was the one attacked itself the attacker before?"""
    by = case.attacker[0]
    before = [c for c in earlier if victim in c.attacker]
    if not before:
        return ()
    first = before[-1]
    helped = helping.get(by, first).victim[0]
    right = right_to_help(bench, first, by) if by not in first.victim else None
    told = {
        YES: f"what {state_name(victim)} did was an armed attack",
        NO: f"what {state_name(victim)} did was no armed attack",
        UNKNOWN: f"whether what {state_name(victim)} did was an armed attack is open",
    }[truth_of(right)]
    says = (
        f"own fault: {state_name(victim)} is itself the attacker at {first.place.name}; if {state_name(by)} strikes in "
        f"lawful self-defence for {state_name(helped)}, within what is necessary and proportionate, that is no attack "
        f"that others must help {state_name(victim)} against (no self-defence against self-defence); {told}"
    )
    return (says,)


def _helpers_fault(victim: str, helping: Mapping[str, Case]) -> tuple[str, ...]:
    """Name the question of whether one struck as a helper helped lawfully."""
    case = helping.get(victim)
    if case is None:
        return ()
    helped, other = state_name(case.victim[0]), _names(case.attacker)
    says = (
        f"lawful help: {state_name(victim)} is struck as the helper of {helped}; its help is lawful only if what "
        f"{other} did to {helped} was an armed attack and not itself lawful self-defence"
    )
    return (says,)


def called(bench: Bench, case: Case, helping: frozenset[str]) -> After:
    """Name who might be called next: those with an open or standing duty to help the latest victim, not helping yet."""
    victim, attacker = case.victim[0], case.attacker[0]
    open_, _ = sorted_out(bench.law, bench.weigh(case), victim)
    duties: dict[tuple[str, ...], list[Engaged]] = {}
    for duty in open_:
        if duty.owes in HELP and not set(duty.obliged) <= helping:
            duties.setdefault(duty.obliged, []).append(duty)
    return tuple(_called(bench, case, found, attacker) for found in duties.values()) or ""


def _called(bench: Bench, case: Case, duties: list[Engaged], attacker: str) -> CascadeNode:
    """Say what follows if those whom duties call do help: nothing, unless they strike the attacker's own soil."""
    target = at_home(attacker)
    struck = strike(duties[0].obliged[:1], attacker, target.place, case.on, "if they struck its soil")
    open_, _ = sorted_out(bench.law, bench.weigh(struck), attacker)
    back = sorted({f"{e.title}, {e.cite} ({some(e.obliged)})" for e in open_ if e.owes in HELP})
    further = f"; if they struck its soil, asked about would be: {'; '.join(back)}" if back else ""
    whom = _names(duties[0].beneficiary)
    by = "; ".join(f"{d.title}, {d.cite}: {'called up' if d.answer is YES else 'open'}" for d in duties)
    return CascadeNode(
        kind="called",
        says=f"{some(duties[0].obliged)} might be called to help {whom} ({by})",
        assumes=(f"the help stays on the soil of {whom}",),
        engaged=tuple(duties),
        stops=NOTHING_NEW + further,
    )
