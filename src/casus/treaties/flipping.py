"""What would flip it: the smallest sets of open, assumed or contested things that would turn a finding's answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import chain, combinations

import numpy as np
import numpy.typing as npt

from casus.logic import NO, UNKNOWN, YES, Truth
from casus.records import Flip, Proof
from casus.treaties.flip_options import STANDING, Option, leaves_of, options
from casus.treaties.program import NONE, SIGN, Program, Signs, condition
from casus.treaties.situation import Situation

LARGEST = 3
"""Most things a set may hold: a longer list is no answer to "what would it take"."""
MOST_OPTIONS = 80
"""Options tried; threes of 80 are 82,160 sets, about 50 ms."""
MOST_SETS = 12
"""Sets given for one answer."""
MOST_COST = 60_000_000
"""Single operations spent on the sets of one size, about 100 ms; beyond that larger sets are not searched."""
Rows = npt.NDArray[np.uint8]
Marks = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Bench:
    """One condition with what is known of its facts, in all and in each position; options are tried many at a time."""

    program: Program
    told: tuple[int, ...]
    """The sign of each fact of the program."""
    seen: tuple[tuple[int, ...], ...]
    """The same in each position."""
    options: tuple[Option, ...]

    def answers(self, rows: Rows) -> Signs:
        """Give the answer with each row's options taken together, one answer a row."""
        columns = np.ascontiguousarray(rows.T)
        taken = [np.logical_or.reduce([column == number for column in columns]) for number in range(len(self.options))]
        told = self._run(len(rows), taken, self.told)
        seen = [self._run(len(rows), taken, signs) for signs in self.seen]
        if len(seen) < 2:
            return told
        least, most = np.minimum.reduce(seen), np.maximum.reduce(seen)
        return np.where((told == 0) & (least == most), least, told)

    def cost(self, count: int) -> int:
        """Say how many single operations it takes to answer so many rows."""
        return count * (len(self.program.steps) + len(self.options)) * (1 + len(self.seen))

    def _run(self, count: int, taken: list[Marks], signs: tuple[int, ...]) -> Signs:
        named = zip(self.program.inputs, signs, strict=True)
        facts = {name: np.full(count, sign, dtype=np.int8) for name, sign in named}
        chosen: dict[int, Signs] = {}
        for option, rows in zip(self.options, taken, strict=True):
            for name, sign in option.sets:
                facts[name][rows] = sign
            if option.slot >= 0:
                chosen.setdefault(option.slot, np.full(count, NONE, dtype=np.int8))[rows] = option.reading
        return self.program.run(facts, count, chosen)


def flips(
    it: Situation, root: Proof, views: Mapping[str, Proof], before: tuple[Proof, ...], answer: Truth
) -> tuple[tuple[Flip, ...], str]:
    """Search all sets of at most three; of sets that turn the answer one way, those that no smaller one covers.

    Gives the sets, those of facts before those that need a reading chosen, the smallest first, and a note where not
    all of them were searched or are given.
    """
    standing = tuple(STANDING + leaf.name for leaf in before)
    program = condition(it.docket.law, it.treaty, it.text, it.docket.on, standing)
    leaves = leaves_of(root, before)
    seen = {view: leaves_of(proof, before) for view, proof in views.items()}
    known = options(it, program, leaves, seen)
    told, *others = (tuple(SIGN[by[name].truth] for name in program.inputs) for by in (leaves, *seen.values()))
    return _search(_Bench(program, told, tuple(others), known), answer, MOST_OPTIONS, MOST_COST)


@lru_cache(maxsize=4096)
def _search(bench: _Bench, answer: Truth, most_options: int, most_cost: int) -> tuple[tuple[Flip, ...], str]:
    """Search as :func:`flips` says; kept, for cases alike in all that is known ask the same of one text."""
    notes = []
    if len(bench.options) > most_options:
        notes.append(f"searched the first {most_options} of {len(bench.options)} things that could be otherwise")
        bench = replace(bench, options=bench.options[:most_options])
    found: list[tuple[tuple[bool, int], Flip]] = []
    sets, searched = _turning(bench, most_cost)
    if searched < LARGEST:
        notes.append(f"searched sets of at most {searched}")
    for other in (t for t in (YES, NO, UNKNOWN) if t is not answer):
        ranked = ((_rank(bench.options, taken), taken) for taken in _least(bench.options, sets[other]))
        least = sorted(ranked, key=lambda pair: pair[0])
        found += [(rank, _flip(bench.options, taken, other)) for rank, taken in least[:MOST_SETS]]
        if len(least) > MOST_SETS:
            notes.append(f"{len(least) - MOST_SETS} more sets would give {other.value}")
    return tuple(flip for _, flip in sorted(found, key=lambda pair: pair[0])), "; ".join(notes)


def _rank(known: tuple[Option, ...], taken: tuple[int, ...]) -> tuple[bool, int]:
    """Rank a set: what can be found out before what can only be argued, small before large."""
    return any(known[n].slot >= 0 for n in taken), len(taken)


def _turning(bench: _Bench, most_cost: int) -> tuple[dict[Truth, list[tuple[int, ...]]], int]:
    """Give, by answer, the sets that lead to it, none of which holds a smaller one, and the size searched up to."""
    count = len(bench.options)
    apart = _apart(bench.options)
    found: dict[Truth, list[tuple[int, ...]]] = {YES: [], NO: [], UNKNOWN: []}
    covered = {truth: np.zeros((count, count), dtype=np.bool_) for truth in found}
    for size in range(1, LARGEST + 1):
        rows = _rows(count, size, apart)
        if bench.cost(len(rows)) > most_cost:
            return found, size - 1
        if not len(rows):
            break
        answers = bench.answers(rows)
        for truth, sets in found.items():
            fresh = (answers == SIGN[truth]) & ~_any_pair(covered[truth], rows)
            sets += [tuple(int(n) for n in row) for row in rows[fresh]]
            _cover(covered[truth], rows[fresh], size)
    return found, LARGEST


def _apart(known: tuple[Option, ...]) -> Marks:
    """Tell which two options cannot be taken together: they fix one thing in two ways, or one holds the other."""
    fixed = [dict(option.marks) for option in known]
    by_key: dict[str | int, list[int]] = {}
    for number, marks in enumerate(fixed):
        for key in marks:
            by_key.setdefault(key, []).append(number)
    apart = np.zeros((len(known), len(known)), dtype=np.bool_)
    for i, j in {pair for numbers in by_key.values() for pair in combinations(numbers, 2)}:
        one, other = fixed[i], fixed[j]
        clash = any(key in other and other[key] != value for key, value in one.items())
        apart[i, j] = apart[j, i] = clash or one.items() <= other.items() or other.items() <= one.items()
    return apart


def _rows(count: int, size: int, apart: Marks) -> Rows:
    """List all sets of a size whose options go together, one a row, in order."""
    rows = _sets(count, size)
    return rows[~_any_pair(apart, rows)] if size > 1 else rows


@cache
def _sets(count: int, size: int) -> Rows:
    """List all sets of a size, one a row, in order; kept, for many findings have as many options."""
    flat = np.fromiter(chain.from_iterable(combinations(range(count), size)), dtype=np.uint8)
    rows = flat.reshape(-1, size)
    rows.flags.writeable = False
    return rows


def _any_pair(table: Marks, rows: Rows) -> Marks:
    """Tell for each row whether any two of its options (or one with itself) are marked in a table."""
    size = rows.shape[1]
    hits = np.zeros(len(rows), dtype=np.bool_)
    if not table.any():
        return hits
    for i in range(size):
        for j in range(i, size):
            hits |= table[rows[:, i], rows[:, j]]
    return hits


def _cover(table: Marks, rows: Rows, size: int) -> None:
    """Mark sets of one or two, so that larger ones holding them are left out."""
    if size <= 2:
        first, last = rows[:, 0], rows[:, -1]
        table[first, last] = table[last, first] = True


def _least(known: tuple[Option, ...], sets: list[tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
    """Leave out sets that say more than another one: a decision on force where one on measures is enough.

    Only an option that brings others with it can say more than the options it is made of.
    """
    own = [option.marks for option in known]
    marks = [frozenset().union(*(own[n] for n in taken)) for taken in sets]
    for taken, said in zip(sets, marks, strict=True):
        if all(len(own[n]) == 1 for n in taken) or not any(other < said for other in marks):
            yield taken


def _flip(known: tuple[Option, ...], taken: tuple[int, ...], answer: Truth) -> Flip:
    return Flip(set=tuple((known[n].name, known[n].value) for n in taken), answer=answer)
