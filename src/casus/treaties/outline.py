"""A cascade as lines in a tree, short or in full, for print and for drawing alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from msgspec.structs import replace

from casus.logic import NO, UNKNOWN, YES, Truth
from casus.records import BoundToBoth, Cascade, CascadeNode, Engaged
from casus.treaties.duty import HELP
from casus.treaties.follow_on import DECLARED
from casus.treaties.steps import some

HEAD = "what might follow: every step is a supposition, none is a forecast"
SHORT_CONDITIONS = 2
Kind = Literal["stage", "called up", "open", "shut", "said"]
_KINDS: dict[Truth, Kind] = {YES: "called up", UNKNOWN: "open", NO: "shut"}


@dataclass(frozen=True, slots=True)
class Row:
    """One thing said at a depth of the tree; ``below`` are further words on it."""

    depth: int
    kind: Kind
    text: str
    below: tuple[str, ...] = ()


def outline(cascade: Cascade, *, full: bool = False) -> tuple[Row, ...]:
    """Give a cascade's stages, parents first, each with its lines; in full with every provision, reason and tie."""
    rows = tuple(_rows(cascade.root, 0, full=full))
    supposed = (Row(0, "said", f"supposed of every attack: {DECLARED}"),)
    return rows if full else (rows[0], *supposed, *rows[1:])


def _rows(node: CascadeNode, depth: int, *, full: bool) -> Iterator[Row]:
    yield Row(depth, "stage", node.says)
    yield from (Row(depth, "said", f"supposed: {words}") for words in node.assumes if full or words != DECLARED)
    if node.right:
        told = {YES: "open to it", UNKNOWN: "not settled", NO: "not open to it"}[node.right.answer]
        yield Row(depth, "said", f"right to help ({node.right.cite}, obliges nobody): {told}", _below(node.right, full))
    if full:
        yield from (_provisions((e,), depth, full=True) for e in (*node.engaged, *node.shut))
    elif node.kind != "called":
        yield from _short(node, depth)
    yield from (Row(depth, "said", words) for words in node.questions)
    yield from (Row(depth, "said", f"reach: {words}") for words in node.caveats)
    yield from _both(node.both, depth, full=full)
    for child in node.next:
        yield from _rows(child, depth + 1, full=full)
    if node.stops:
        yield Row(depth, "said", f"stops here: {node.stops}")


def _short(node: CascadeNode, depth: int) -> Iterator[Row]:
    """Say duties to help in full, those alike together; then the other duties in a line each answer."""
    for group in _alike(e for e in node.engaged if e.owes in HELP):
        yield _provisions(group, depth, full=False)
    for answer in (YES, UNKNOWN):
        rest = [e for e in node.engaged if e.owes not in HELP and e.answer is answer]
        if rest:
            names = "; ".join(dict.fromkeys(f"{_named(e)}" for e in rest))
            yield Row(depth, _KINDS[answer], f"besides {_KINDS[answer]}: {names}")
    for group in _alike(node.shut):
        yield _provisions(group, depth, full=False)


def _alike(found: Iterable[Engaged]) -> list[tuple[Engaged, ...]]:
    """Put provisions together that answer alike for one reason, owed to the same."""
    whole: dict[tuple[object, ...], Engaged] = {}
    for each in found:
        key = each.treaty, each.provision, *_reason(each)
        obliged = {*each.obliged, *(whole[key].obliged if key in whole else ())}
        whole[key] = replace(each, obliged=tuple(sorted(obliged)))
    groups: dict[tuple[object, ...], list[Engaged]] = {}
    for each in whole.values():
        groups.setdefault(_reason(each), []).append(each)
    return [tuple(group) for group in groups.values()]


def _reason(found: Engaged) -> tuple[object, ...]:
    """Give what provisions that are told together have in common."""
    return found.answer, found.owes, found.beneficiary, found.why if found.answer is NO else found.conditions


def _named(found: Engaged) -> str:
    """Name a provision, and what it owes where its name does not say so."""
    owes = "" if found.owes in found.cite else f" ({found.owes})"
    return f"{found.title}, {found.cite}{owes}"


def _provisions(group: tuple[Engaged, ...], depth: int, *, full: bool) -> Row:
    """Say provisions with one answer: what is owed by whom to whom, and under which conditions."""
    first = group[0]
    kind, towards = _KINDS[first.answer], ", ".join(first.beneficiary)
    parties = {each.obliged: ", ".join(each.obliged) if full else some(each.obliged) for each in group}
    if len(parties) == 1:
        names = "; ".join(dict.fromkeys(_named(each) for each in group))
        text = f"{kind}: {names}: {parties[first.obliged]} → {towards}"
    else:
        names = "; ".join(f"{_named(each)}, {parties[each.obliged]}" for each in group)
        text = f"{kind} towards {towards}: {names}"
    return Row(depth, kind, text, _below(first, full))


def _below(found: Engaged, full: bool) -> tuple[str, ...]:
    """Say why, or what it turns on: its conditions where there are any."""
    told = [(c.answer, f"{c.answer.value} if {c.says}") for c in found.conditions]
    if full:
        return (found.why, *(words for _, words in told))
    if found.answer is not UNKNOWN or not told:
        return (found.why,)
    yes = [words for answer, words in told if answer is YES][:SHORT_CONDITIONS]
    no = [words for answer, words in told if answer is NO][:1]
    return (*yes, *no) or (found.why,)


def _both(both: tuple[BoundToBoth, ...], depth: int, *, full: bool) -> Iterator[Row]:
    """Say who is tied to both sides, states with the same ties together; in short without by what."""
    if both and not full:
        yield Row(depth, "said", f"tied to both sides: {some(tuple(b.state for b in both), 12)}")
        return
    alike: dict[tuple[str, ...], list[str]] = {}
    for each in both:
        ties: dict[str, list[str]] = {}
        for tie in each.ties:
            ties.setdefault(tie.to, []).append(f"{tie.title}, {tie.cite} ({tie.owes})")
        told = tuple(f"to {to}: {'; '.join(dict.fromkeys(found))}" for to, found in sorted(ties.items()))
        alike.setdefault(told, []).append(each.state)
    for told, states in alike.items():
        yield Row(depth, "said", f"tied to both sides: {', '.join(states)}", told)
