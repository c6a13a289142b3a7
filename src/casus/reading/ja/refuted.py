"""What a Japanese sentence calls false: 虚偽だ, 事実ではない, 事実に反する, 指摘は当たらない."""

from __future__ import annotations

from casus.reading.ja.chunks import Chunk
from casus.reading.ja.preds import Pred

FALSE = frozenset({
    "虚偽", "事実無根", "誤り", "でたらめ", "うそ", "嘘", "作り話", "捏造", "誤報", "デマ", "間違い", "偽り",
    "でっち上げ", "言いがかり", "偽情報", "中傷", "ナンセンス",
})  # fmt: skip
_TRUE = frozenset({"事実", "真実", "本当", "正確"})
"""What, negated, says that a report is false (事実ではない); so does 当たらない of what is pointed out."""


def refutes(parent: Pred, chunks: list[Chunk]) -> bool:
    """Ask: is what is said of a report that it is false (虚偽だ, 事実ではない, 事実に反する, 指摘は当たらない)?"""
    if parent.lemma in {"反する", "異なる"}:
        return any(chunks[i].text in _TRUE for i in parent.used)
    if parent.negative:
        return parent.lemma in {"当たる", "あたる"} or parent.chunk.text in _TRUE
    return parent.copula and parent.chunk.text in FALSE
