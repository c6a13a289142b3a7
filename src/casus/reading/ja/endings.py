"""What a Japanese predicate's own ending says of it: だろう, かもしれない, てはならない, べき, and conditions."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from casus.reading.clauses import Operator
from casus.reading.ja.preds import Pred
from casus.reading.ja.words import cue_index
from casus.reading.lexicon import Cue, cues

_NEGATION = re.compile(r"な[いかくけ]|[らまかがさたばなりえけめせてべれきみじび]ず|まい|ません|ぬ")


_ASKS = re.compile(r"の?か(?![らも])")


@cache
def _endings() -> tuple[tuple[re.Pattern[str], Cue], ...]:
    return tuple((re.compile(c.cue), c) for c in cues("ja") if c.kind == "ending")


@lru_cache(maxsize=8192)
def _of_ending(text: str, past: bool) -> tuple[tuple[Operator, ...], bool]:
    """Give the operators of an ending as written, and whether a negation is left beside them."""
    found: list[Operator] = []
    negative = False
    for pattern, cue in _endings():
        match = pattern.search(text)
        if not match:
            continue
        effect, _, sign = cue.effect.partition(" ")
        now, _, then = effect.partition("|")
        found.append(Operator(then if then and past else now, f"ja.ending:{cue.content}", negative=sign == "not"))
        text = text[: match.start()] + text[match.end() :]
        negative = bool(_NEGATION.search(text)) or sign == "not"
    return tuple(found), negative


def _shouted(pred: Pred) -> bool:
    """Ask: is it an order in words that are only told (「出て行け」と叫んだ), by no verb of ordering?"""
    teller = pred.parent.lemma if pred.parent is not None else ""
    order = any(t.form.startswith("命令形") for t in (pred.chunk.last, *pred.chunk.function))
    return order and pred.link == "quote" and (teller, "to") in cue_index("report")


def own_operators(pred: Pred, *, past: bool = False) -> tuple[tuple[Operator, ...], bool]:
    """Give the operators of a predicate's own ending, and whether the clause is negative once they are read.

    ``past``: the ending belongs to a predicate that only holds a past one (越えたことは間違いないだろう).
    """
    text = pred.chunk.last.text + pred.form.text if not pred.nominal else ""
    operators, unsaid = _of_ending(text, pred.form.past or past)
    found = list(operators)
    negative = unsaid if operators and pred.form.negative else pred.negative
    found.extend(pred.operators)
    for holder in pred.holders:
        found.extend(op for op in own_operators(holder, past=pred.form.past)[0] if not op.weak)
    if any(op.negative for op in found):
        negative = True
    if pred.link == "cond":
        rule = f"ja.cue:{pred.cue.rule}" if pred.cue else "ja.form:conditional"
        found.append(Operator("conditional", rule))
    ought = next((op for op in found if op.effect == "ought"), None)
    if ought is not None and "ではない" in pred.form.text:
        found = [ought]  # 送還すべきだったのではないか
    elif pred.link == "question" or (pred.link not in {"cont", "reason"} and _ASKS.match(pred.form.tail)):
        asked = Operator("question", "ja.form:か")
        if pred.holders and any(op.rule == "ja.ending:のではないか" for op in found):
            return tuple(found), negative  # 報復ではないかとの見方が出ている
        found = [asked, *found] if pred.chunk.final or pred.link == "final" else [*found, asked]
    if not found and pred.form.shape == "意志推量形" and not pred.form.tail:
        found.append(Operator("forecast", "ja.form:よう"))
    if not found and ((pred.form.shape == "命令形" and pred.link == "final") or _shouted(pred)):
        found.append(Operator("ought", "ja.form:命令形"))  # 真相の解明を急げ
    if pred.link == "purpose":
        found.append(Operator("intended", "ja.form:ため"))
    return tuple(found), negative
