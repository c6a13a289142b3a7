"""Who would stand where: those bound to help, figures with and without them, support short of fighting, caveats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casus.briefing.naming import party_list, party_name
from casus.briefing.phrases import joined, say
from casus.records import Balance, Figure, Group, Line, Section, Words

GROUPS = {
    "attacker": "group_attacker",
    "victim": "group_victim",
    "victim with the bound": "group_bound",
    "victim with the bound and those whose duty is open": "group_open",
}


def standing(balance: Balance | None) -> Section:
    """Tell it in lines, one of them short; never who wins."""
    return Section(id="stand", title=say("section_stand"), lines=tuple(_lines(balance)) if balance else ())


def _lines(balance: Balance) -> Iterator[Line]:
    if balance.bound or balance.open:
        yield Line(says=say("stand_short", bound=_states(balance.bound), open=_states(balance.open)), short=True)
        if balance.bound:
            yield Line(says=say("stand_bound", states=_states(balance.bound)), mark="yes")
        if balance.open:
            yield Line(says=say("stand_open", states=_states(balance.open)), mark="unknown")
    else:
        yield Line(says=say("stand_none"))
    if not balance.groups:
        yield Line(says=say("stand_no_figures"))
    for group in balance.groups:
        yield Line(says=group_words(group), sources=(balance.source,))
    for given in balance.support:
        words = say(
            "stand_support", by=party_list(given.by), to=party_list(given.to) if given.to else "—", what=given.what
        )
        yield Line(says=words, sources=(given.source,))
    for caveat in balance.caveats:
        yield Line(says=caveat.says)


def group_words(group: Group) -> Words:
    """Say a group's figures; what is missing is named."""
    figures = [_figure(f) for f in group.figures if f.total is not None]
    return say(
        "stand_figures",
        who=say(GROUPS[group.name]),
        states=_states(group.states),
        figures=joined(figures) if figures else say("nobody"),
    )


def _figure(figure: Figure) -> Words:
    told = say(f"figure_{figure.what}", n=f"{figure.total:,.0f}")
    return joined([told, say("figure_missing", states=_states(figure.missing))]) if figure.missing else told


def _states(states: Iterable[str]) -> Words:
    named = [party_name(s) for s in states]
    return joined(named) if named else say("nobody")
