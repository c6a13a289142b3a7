"""Compound particles (によると, に対し, をめぐり) and the slot each particle stands for."""

from __future__ import annotations

from casus.reading.ja.chunks import Chunk
from casus.vocabulary.concepts import Slot

_COMPOUND: dict[str, frozenset[str]] = {
    "に": frozenset(
        {"よる", "対する", "つく", "関する", "おく", "おける", "向ける", "とる", "基づく", "伴う", "従う", "わたる", "反する", "沿う",
         "際する", "加える", "先立つ", "かける", "当たる", "あたる", "於く", "因る"}
    ),
    "を": frozenset({"めぐる", "巡る", "通じる", "通ずる", "通す", "含む", "除く", "経る", "はじめる", "始め", "もつ"}),
    "へ": frozenset({"向ける", "の"}),
    "と": frozenset({"する", "ともに", "いう"}),
}  # fmt: skip
_TAILS = (
    "によって", "により", "によると", "によれば", "によるところでは", "による", "に対して", "に対し", "に対する", "に対しては", "に対しても",
    "について", "についての", "については", "につき", "に関して", "に関し", "に関する", "において", "における", "に向けて", "に向け", "に向けた", "にとって",
    "に基づき", "に基づいて", "に基づく", "に伴い", "に伴う", "に従い", "にわたり", "にわたって", "にわたる", "に反し", "に反して", "に沿って",
    "に際し", "に加え", "に加えて", "に先立ち", "にかけて", "に当たり", "にあたり",
    "をめぐり", "を巡り", "をめぐって", "を巡って", "をめぐる", "を巡る", "を通じ", "を通じて", "を通じた", "を含む", "を含め", "を除き", "を除く",
    "を経て", "をはじめ", "をもって", "へ向けて", "へ向け", "へ向けた", "として", "としては", "としても",
)  # fmt: skip
ADNOMINAL = frozenset(
    {"の", "への", "からの", "との", "での", "までの", "による", "に対する", "についての", "に関する", "における", "に基づく", "に伴う", "をめぐる", "を巡る",
     "を含む", "を除く", "に向けた", "へ向けた", "としての", "などの", "らの", "をはじめとする", "にわたる", "を通じた", "や", "だけの"}
)  # fmt: skip
_SLOTS: dict[str, tuple[Slot, ...]] = {
    "が": ("subject",),
    "は": ("subject",),
    "も": ("subject",),
    "を": ("object",),
    "に": ("target", "goal"),
    "へ": ("goal", "target", "object"),
    "に対して": ("target", "object", "goal"),
    "に向けて": ("goal", "target"),
    "と": ("partner",),
    "から": ("origin",),
    "まで": ("goal",),
    "の": ("subject",),
}
_SAME = {
    "に対し": "に対して", "に対しては": "に対して", "に対しても": "に対して", "に対する": "に対して", "への": "へ", "へと": "へ", "には": "に", "にも": "に",
    "へは": "へ", "へも": "へ", "からは": "から", "からも": "から", "との": "と", "とは": "と", "とも": "と", "では": "で", "でも": "で", "での": "で",
    "により": "によって", "による": "によって", "によっては": "によって", "までに": "まで", "までも": "まで", "までの": "まで", "からの": "から",
    "に向け": "に向けて", "へ向けて": "に向けて", "へ向け": "に向けて", "に向けた": "に向けて", "だけを": "を", "までを": "を", "などを": "を", "などに": "に",
    "などが": "が", "などは": "は", "などで": "で", "などから": "から", "など": "", "らが": "が", "だけが": "が", "のみを": "を", "よりも": "より", "こそ": "は", "さえ": "は",
    "だけは": "は", "へ向けた": "に向けて", "における": "で", "において": "で", "においては": "で", "においても": "で", "ばかりか": "", "とともに": "と", "と共に": "と",
}  # fmt: skip


def merge_compounds(chunks: list[Chunk]) -> list[Chunk]:
    """Join a noun phrase with the verb that only serves as its particle (X に + よると)."""
    merged: list[Chunk] = []
    for chunk in chunks:
        if merged and _is_compound(merged[-1], chunk):
            before = merged[-1]
            before.function += [*chunk.content, *chunk.function]
            before.comma, before.final = chunk.comma, chunk.final
            before.closes = before.closes or chunk.closes
        else:
            merged.append(chunk)
    for i, chunk in enumerate(merged):
        chunk.index = i
    return merged


def _is_compound(before: Chunk, chunk: Chunk) -> bool:
    if before.verbal or before.comma or before.closes or len(chunk.content) != 1 or before.bracket != chunk.bracket:
        return False
    verbs = _COMPOUND.get(before.tail)
    if verbs is None or chunk.last.lemma not in verbs:
        return False
    whole = before.tail + chunk.text + chunk.tail
    return whole in _TAILS or whole.rstrip("はも") in _TAILS


def mark_of(chunk: Chunk) -> str:
    """Give the role mark of a noun phrase, variants folded (には is に)."""
    return _SAME.get(chunk.tail, chunk.tail)


def slots_of(mark: str) -> tuple[Slot, ...]:
    """Give the slots a mark may fill, likeliest first."""
    return _SLOTS.get(mark, ())
