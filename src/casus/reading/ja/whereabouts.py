"""Where a Japanese predicate happens beyond its own phrases: affairs, things described by where they were, paths."""

from __future__ import annotations

from casus.reading.clauses import Argument, Phrase
from casus.reading.ja.arguments import Attachment
from casus.reading.ja.phrases import Taken
from casus.reading.ja.preds import Pred

_AFFAIRS = (
    "事件", "戦闘", "衝突", "紛争", "攻防", "海戦", "事案", "事故", "危機", "銃撃戦", "銃撃",
    "爆発", "攻撃", "空爆", "砲撃", "襲撃", "交戦", "テロ", "暴動", "デモ", "会談", "会合", "協議",
)  # fmt: skip
_BEFELL = frozenset({"起きる", "起こる", "発生", "ある", "続く", "行う", "行われる", "開く", "開かれる", "勃発"})
"""Verbs that say of an affair where it was."""
_CROSSES = frozenset({"越える", "渡る", "通る", "通過", "抜ける", "横切る", "越境"})
"""Verbs of a way that what follows takes (国境を越えて追う)."""
_GOES = frozenset({
    "航行", "飛行", "飛ぶ", "漂う", "操業", "停泊", "巡回", "巡視", "警備", "哨戒", "パトロール",
    "走る", "走行", "歩く", "移動", "作業", "滞在", "待機", "係留", "通過", "警戒", "監視",
    "監視飛行", "訓練", "潜む", "隠れる", "立つ", "働く", "並ぶ",
})  # fmt: skip
"""Verbs of what somebody was at somewhere when something befell them."""


def scene(attachment: Attachment, taken: list[Taken]) -> list[Argument]:
    """Give where the affair was that a phrase with で sets the scene with (島沖の事件では…, 村で起きた銃撃戦で…)."""
    found: list[Argument] = []
    for affair in (t.chunk for t in taken if t.mark == "で" and t.chunk.text.endswith(_AFFAIRS)):
        owners = [c for c in attachment.modifiers(affair)[:1] if c.tail in {"の", "での"}]
        told = [p for p in attachment.preds if p.link == "rel" and p.noun is affair and p.lemma in _BEFELL]
        where = [t.chunk for p in told for t in attachment.frames[p.index].taken if t.mark in {"で", "に"}]
        found.extend(Argument("で", (), attachment.phrase(c)) for c in [*owners, *where])
    return found


def was_there(attachment: Attachment, pred: Pred, taken: list[Taken]) -> list[Argument]:
    """Give where somebody was whom something befalls, as a clause of theirs says (沖を航行していた船を攻撃)."""
    things = {t.chunk.index for t in taken if t.own and t.mark in {"を", "に"}}
    things |= {t.chunk.index for t in taken if t.own and t.mark == "が" and pred.form.passive}
    struck = pred.row is not None and pred.row.concept.type in {"ASSAULT", "COERCE"}
    if not struck:
        return []
    if pred.lemma in {"受ける", "遭う", "浴びる"}:
        things |= {t.chunk.index for t in taken if t.own and t.mark == "が"}
    found: list[Argument] = []
    for told in attachment.preds:
        row = told.row.concept.name if told.row is not None else ""
        going = told.lemma in _GOES or row in {"sail_through", "patrol", "exercise"}
        if told.link != "rel" or told.noun is None or not going or attachment.head(told.noun).index not in things:
            continue
        where = [t.chunk for t in attachment.frames[told.index].taken if t.mark in {"で", "を", "に"} and t.own]
        found.extend(Argument("place", (), attachment.phrase(c), own=False) for c in where)
    return found


def way(attachment: Attachment, pred: Pred) -> list[Argument]:
    """Give the way that a clause right before takes (国境を越えて追う)."""
    before = [p for p in attachment.preds if p.parent is pred and p.lemma in _CROSSES and p.link in {"cont", "adv"}]
    near = [p for p in before if p.form.tail.endswith("て") or p.chunk.tail.endswith("て")]
    taken = [t.chunk for p in near for t in attachment.frames[p.index].taken if t.mark in {"を", "place"}]
    found = [Argument("place", (), attachment.phrase(c), own=False) for c in taken]
    came = [p for p in attachment.preds if p.parent is pred and p.link == "cont"]
    return [*found, *(Argument("place", (), a.phrase, own=False) for p in came for a in arrived(p))]


def arrived(pred: Pred) -> list[Argument]:
    """Give the place in a verb of coming to it (カイロ入りし)."""
    first = pred.chunk.content[0]
    name = pred.chunk.text.removesuffix("入り")
    if name == pred.chunk.text or len(name) < 2 or not pred.chunk.verbal:
        return []
    span = (first.start, first.start + len(name))
    return [Argument("に", (), Phrase(span, span))]
