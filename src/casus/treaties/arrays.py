"""Many cases at once: an expression or a provision's text over arrays of facts, by the same rules as one case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np

from casus.errors import CasusError
from casus.treaties.expression import Expression
from casus.treaties.law import Law, Text, Treaty
from casus.treaties.program import Builder, Program, Signs, condition


def flatten(what: Expression | Text, *, law: Law, treaty: Treaty | None = None, on: date) -> Program:
    """Flatten an expression, or all that a text of a treaty asks about a case, under the readings held on a day."""
    if isinstance(what, Text):
        if treaty is None:
            raise CasusError("a text is read as part of its treaty: give the treaty too")
        return condition(law, treaty, what, on)
    builder = Builder(law, treaty, on)
    return builder.finish(builder.expression(what))


def evaluate_array(program: Program, facts: Mapping[str, Signs]) -> Signs:
    """Work out many cases at once.

    ``facts`` gives for each fact an int8 array with one entry a case: -1 NO, 0 UNKNOWN, +1 YES; a fact that is not
    given is UNKNOWN in every case. Status under the treaty is not part of it. Raises CasusError where lengths differ.
    Source: Kleene (1952), § 64: AND is the minimum, OR the maximum, NOT the negation.
    """
    lengths = {len(column) for column in facts.values()}
    if len(lengths) > 1:
        raise CasusError(
            f"the facts have columns of {', '.join(map(str, sorted(lengths)))} cases: give them one length"
        )
    wrong = sorted(name for name, column in facts.items() if column.dtype != np.int8)
    if wrong:
        raise CasusError(f"facts are int8 arrays of -1, 0 and 1: {', '.join(wrong)}")
    return program.run(facts, lengths.pop() if lengths else 1)
