"""What would flip it: the smallest sets of open, assumed or contested things that would turn a finding's answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

import numpy as np
import numpy.typing as npt

from casus.logic import NO, UNKNOWN, YES, Truth
from casus.records import Flip, Proof
from casus.treaties.flip_options import STANDING, Option, leaves_of, options
from casus.treaties.program import NONE, SIGN, Signs, condition
from casus.treaties.situation import Situation

LARGEST = 3
"""Most things a set may hold: a longer list is no answer to "what would it take"."""
MOST_OPTIONS = 80
"""Options tried; threes of 80 are 82,160 sets, about 50 ms."""
MOST_SETS = 12
"""Sets given for one answer."""
Rows = npt.NDArray[np.intp]


class _Bench:
    """One finding's condition with its facts, in which options are tried many at a time."""

    def __init__(self, it: Situation, root: Proof, views: Mapping[str, Proof], before: tuple[Proof, ...]) -> None:
        self.program = condition(
            it.docket.law, it.treaty, it.text, it.docket.on, tuple(STANDING + leaf.name for leaf in before)
        )
        self.leaves = leaves_of(root, before)
        self.views = {view: leaves_of(proof, before) for view, proof in views.items()}
        self.options = options(it, self.program, self.leaves, self.views)

    def answers(self, rows: Rows) -> Signs:
        """Give the answer with each row's options taken together, one answer a row."""
        told = self._run(rows, self.leaves)
        seen = [self._run(rows, leaves) for leaves in self.views.values()]
        if len(seen) < 2:
            return told
        least, most = np.minimum.reduce(seen), np.maximum.reduce(seen)
        return np.where((told == 0) & (least == most), least, told)

    def _run(self, rows: Rows, leaves: Mapping[str, Proof]) -> Signs:
        count = len(rows)
        facts = {n: np.full(count, SIGN[leaves[n].truth], dtype=np.int8) for n in self.program.inputs}
        chosen: dict[int, Signs] = {}
        for number, option in enumerate(self.options):
            taken = (rows == number).any(axis=1)
            for name, sign in option.sets:
                facts[name][taken] = sign
            if option.slot >= 0:
                chosen.setdefault(option.slot, np.full(count, NONE, dtype=np.int8))[taken] = option.reading
        return self.program.run(facts, count, chosen)


def flips(
    it: Situation, root: Proof, views: Mapping[str, Proof], before: tuple[Proof, ...], answer: Truth
) -> tuple[tuple[Flip, ...], str]:
    """Search all sets of at most three; of sets that turn the answer one way, those that no smaller one covers.

    Gives the sets, the smallest first, and a note where not all of them were searched or are given.
    """
    bench = _Bench(it, root, views, before)
    notes = []
    if len(bench.options) > MOST_OPTIONS:
        notes.append(f"searched the first {MOST_OPTIONS} of {len(bench.options)} things that could be otherwise")
        bench.options = bench.options[:MOST_OPTIONS]
    found: list[Flip] = []
    sets = _turning(bench)
    for other in (t for t in (YES, NO, UNKNOWN) if t is not answer):
        least = list(_least(bench.options, sets[other]))
        found += [_flip(bench.options, taken, other) for taken in least[:MOST_SETS]]
        if len(least) > MOST_SETS:
            notes.append(f"{len(least) - MOST_SETS} more sets would give {other.value}")
    return tuple(sorted(found, key=lambda f: len(f.set))), "; ".join(notes)


def _turning(bench: _Bench) -> dict[Truth, list[tuple[int, ...]]]:
    """Give, by answer, the sets that lead to it, none of which holds a smaller one; smaller ones first."""
    count = len(bench.options)
    apart = _apart(bench.options)
    found: dict[Truth, list[tuple[int, ...]]] = {YES: [], NO: [], UNKNOWN: []}
    covered = {truth: np.zeros((count, count), dtype=np.bool_) for truth in found}
    for size in range(1, LARGEST + 1):
        rows = _rows(count, size, apart)
        if not len(rows):
            break
        answers = bench.answers(rows)
        for truth, sets in found.items():
            fresh = (answers == SIGN[truth]) & ~_any_pair(covered[truth], rows)
            sets += [tuple(int(n) for n in row) for row in rows[fresh]]
            _cover(covered[truth], rows[fresh], size)
    return found


def _apart(known: tuple[Option, ...]) -> npt.NDArray[np.bool_]:
    """Tell which two options cannot be taken together: they fix one thing in two ways, or one holds the other."""
    marks = [dict(sorted(option.marks(), key=str)) for option in known]
    apart = np.zeros((len(known), len(known)), dtype=np.bool_)
    for (i, one), (j, other) in combinations(enumerate(marks), 2):
        clash = any(key in other and other[key] != value for key, value in one.items())
        apart[i, j] = apart[j, i] = clash or one.items() <= other.items() or other.items() <= one.items()
    return apart


def _rows(count: int, size: int, apart: npt.NDArray[np.bool_]) -> Rows:
    """List all sets of a size whose options go together, one a row, in order."""
    axes = np.indices((count,) * size).reshape(size, -1)
    rising = np.all(axes[:-1] < axes[1:], axis=0)
    rows = axes[:, rising].T
    return rows[~_any_pair(apart, rows)] if size > 1 else rows


def _any_pair(table: npt.NDArray[np.bool_], rows: Rows) -> npt.NDArray[np.bool_]:
    """Tell for each row whether any two of its options (or one with itself) are marked in a table."""
    size = rows.shape[1]
    hits = np.zeros(len(rows), dtype=np.bool_)
    for i in range(size):
        for j in range(i, size):
            hits |= table[rows[:, i], rows[:, j]]
    return hits


def _cover(table: npt.NDArray[np.bool_], rows: Rows, size: int) -> None:
    """Mark sets of one or two, so that larger ones holding them are left out."""
    if size <= 2:
        first, last = rows[:, 0], rows[:, -1]
        table[first, last] = table[last, first] = True


def _least(known: tuple[Option, ...], sets: list[tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
    """Leave out sets that say more than another one: a decision on force where one on measures is enough."""
    marks = [frozenset().union(*(known[n].marks() for n in taken)) for taken in sets]
    for number, taken in enumerate(sets):
        if not any(other < marks[number] for other in marks):
            yield taken


def _flip(known: tuple[Option, ...], taken: tuple[int, ...], answer: Truth) -> Flip:
    return Flip(set=tuple((known[n].name, known[n].value) for n in taken), answer=answer)
