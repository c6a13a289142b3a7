"""Second-order obligations: an incident, hypothetical steps after it, and which provisions each step would engage."""

from __future__ import annotations

from dataclasses import dataclass, field

from casus.errors import Problem
from casus.records import Cascade, CascadeNode, Case, Incident, Step
from casus.treaties import stages
from casus.treaties.engaging import Bench
from casus.treaties.follow_on import Grounds, Target, aim, at_home, strike
from casus.treaties.law import Law
from casus.treaties.steps import state_code, state_name
from casus.treaties.weighing import made_with


@dataclass
class Course:
    """How things stand after some steps: the cases so far, and who helps whom against whom."""

    cases: list[Case]
    helping: dict[str, Case] = field(default_factory=dict)
    """A helper and the case in which it helps the victim."""

    def helped_by(self, state: str, target: str | None) -> Case | Problem:
        """Find the case in which a state helps the victim: the latest one it is no side of."""
        where = f"step '{Step(by=state, does='helps', target=target).written()}'"
        whom = state_code(target) if target else None
        if target and whom is None:
            return Problem(where=where, what=f"'{target}' is not a state", hint="help goes to a state")
        for case in reversed(self.cases):
            if state not in {*case.attacker, *case.victim} and (whom is None or whom in case.victim):
                return case
        what = f"no case in which {whom or 'another state'} is attacked and {state} is no side"
        return Problem(where=where, what=what)

    def opponent(self, state: str) -> str | None:
        """Give whom a state strikes where no target is named: the attacker it stands against."""
        if state in self.helping:
            return self.helping[state].attacker[0]
        against = [c for c in reversed(self.cases) if state in c.victim]
        return against[0].attacker[0] if against else None


def cascade(
    incident: Incident, steps: tuple[Step, ...], *, law: Law, places: Grounds, depth: int | None = None
) -> tuple[Cascade, tuple[Problem, ...]]:
    """Follow hypothetical steps after an incident and weigh what each engages, for whom, and under which conditions.

    Helping a victim on its own soil is collective self-defence and makes no case against the helper; an attack makes
    one. ``depth`` is how many levels are followed (default: the steps and one more): after the last step those who
    might be called next are named. A step that cannot be followed is a problem, and ends the cascade before it.
    """
    levels = len(steps) + 1 if depth is None else depth
    case = max(incident.cases, key=lambda c: c.on, default=None)
    if case is None or not case.attacker or not case.victim:
        what = "a cascade needs a case with an attacker and a victim"
        empty = CascadeNode(kind="incident", says=incident.id, stops=what)
        return _made(incident, (), levels, empty, law), (Problem(where=incident.id, what=what),)
    walk = _Walk(Bench(law, places), incident, Course([case]), levels)
    root = stages.opening(walk.bench, incident, case, walk.after(steps, 1))
    return _made(incident, steps, levels, root, law), tuple(walk.problems)


def _made(incident: Incident, steps: tuple[Step, ...], depth: int, root: CascadeNode, law: Law) -> Cascade:
    return Cascade(incident=incident.id, steps=steps, depth=depth, root=root, made_with=made_with(law))


class _Walk:
    """Takes the steps in turn; each stage holds what comes after it."""

    def __init__(self, bench: Bench, incident: Incident, course: Course, depth: int) -> None:
        self.bench = bench
        self.incident = incident
        self.course = course
        self.depth = depth
        self.problems: list[Problem] = []

    def after(self, steps: tuple[Step, ...], level: int) -> tuple[CascadeNode, ...] | str:
        """Give the stages after a stage, or why there are none."""
        if level > self.depth:
            return "as deep as was asked" if steps else ""
        if not steps:
            return stages.called(self.bench, self.course.cases[-1], frozenset(self.course.helping))
        step, *rest = steps
        take = self._helps if step.does == "helps" else self._attacks
        return take(step, tuple(rest), level)

    def _helps(self, step: Step, rest: tuple[Step, ...], level: int) -> tuple[CascadeNode, ...] | str:
        case = self.course.helped_by(step.by, step.target)
        if isinstance(case, Problem):
            return self._ends(case)
        self.course.helping[step.by] = case
        return (stages.helps(self.bench, self.incident, case, step.by, self.after(rest, level + 1)),)

    def _attacks(self, step: Step, rest: tuple[Step, ...], level: int) -> tuple[CascadeNode, ...] | str:
        target = self._target(step)
        if isinstance(target, Problem):
            return self._ends(target)
        earlier = tuple(self.course.cases)
        on = earlier[-1].on
        case = strike((step.by,), target.victim, target.place, on, f"step {level}: {step.written()}")
        self.course.cases.append(case)
        helping = dict(self.course.helping)
        return (stages.attacks(self.bench, case, target, earlier, helping, self.after(rest, level + 1)),)

    def _target(self, step: Step) -> Target | Problem:
        """Find whom a step strikes, by its words or by the course of things."""
        where = f"step '{step.written()}'"
        if step.target:
            found = aim(step, self.course.cases[-1].on, places=self.bench.places)
        elif opponent := self.course.opponent(step.by):
            found = at_home(opponent)
        else:
            found = Problem(where=where, what=f"whom {state_name(step.by)} attacks is not said", hint="name it")
        if isinstance(found, Target) and found.victim == step.by:
            return Problem(where=where, what="a state does not attack itself here")
        return found

    def _ends(self, problem: Problem) -> str:
        self.problems.append(problem)
        return f"the next step cannot be followed: {problem.what}"
