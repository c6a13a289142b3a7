"""What a Japanese predicate's own ending says of it: だろう, かもしれない, てはならない, べき, and conditions."""

from __future__ import annotations

import re
from functools import cache

from casus.reading.clauses import Operator
from casus.reading.ja.preds import Pred
from casus.reading.lexicon import Cue, cues

_NEGATION = re.compile(r"な[いかくけ]|[らまかがさたばなりえけめせてべれきみじび]ず|まい|ません|ぬ")


@cache
def _endings() -> tuple[tuple[re.Pattern[str], Cue], ...]:
    return tuple((re.compile(c.cue), c) for c in cues("ja") if c.kind == "ending")


def own_operators(pred: Pred) -> tuple[tuple[Operator, ...], bool]:
    """Give the operators of a predicate's own ending, and whether the clause is negative once they are read."""
    text = pred.chunk.last.text + pred.form.text if not pred.nominal else ""
    found: list[Operator] = []
    negative = pred.negative
    for pattern, cue in _endings():
        match = pattern.search(text)
        if not match:
            continue
        effect, _, sign = cue.effect.partition(" ")
        now, _, then = effect.partition("|")
        effect = then if then and pred.form.past else now
        found.append(Operator(effect, f"ja.ending:{cue.content}", negative=sign == "not"))
        rest = text[: match.start()] + text[match.end() :]
        if pred.form.negative:
            negative = bool(_NEGATION.search(rest)) or sign == "not"
        text = rest
    found.extend(pred.operators)
    for holder in pred.holders:
        found.extend(op for op in own_operators(holder)[0] if not op.weak)
    if any(op.negative for op in found):
        negative = True
    if pred.link == "cond":
        rule = f"ja.cue:{pred.cue.rule}" if pred.cue else "ja.form:conditional"
        found.append(Operator("conditional", rule))
    if pred.link == "question" or pred.form.tail.startswith(("か", "のか")):
        found.append(Operator("question", "ja.form:か"))
    if pred.link == "purpose":
        found.append(Operator("intended", "ja.form:ため"))
    return tuple(found), negative
