"""Deeds of which a Japanese sentence says that they are not to be done, or what came of them: nobody there did them."""

from __future__ import annotations

from casus.reading.ja.chunks import Chunk
from casus.reading.ja.phrases import Taken
from casus.reading.ja.preds import Pred, row_of
from casus.reading.names import name_table

_MAY_NOT = ("れな", "られな", "できな", "得な", "えな")

_SENT = (
    "部隊", "団", "隊", "隊員", "機", "艦", "艇", "艦隊", "兵", "兵士", "兵員", "要員", "顧問", "旅団", "師団",
    "平和維持軍",
)  # fmt: skip


def is_sent(owner: Chunk, pred: Pred) -> bool:
    """Ask: does a noun with の name the troops that are sent (監視団の派遣), not who sends them?"""
    sends = (
        pred.row is not None and pred.row.concept.type == "MOBILIZE" and any(mark == "を" for mark, _ in pred.row.roles)
    )
    return sends and owner.text.endswith(_SENT)


_INSIDE = (
    "内",
    "中",
    "上",
    "下",
    "船",
    "艦",
    "基地",
    "施設",
    "収容所",
    "宿舎",
    "室",
    "部屋",
    "地下",
    "港",
    "空港",
    "現場",
)
_LEAVES = frozenset(
    {"残す", "取り残す", "置き去り", "放置", "留め置く", "留置", "収容", "監禁", "抑留", "閉じ込める", "隔離"}
)


def stays(place: Chunk, pred: Pred) -> bool:
    """Ask: is a phrase with に where somebody is kept or left (船に取り残された), not who did it?"""
    return pred.lemma in _LEAVES and place.text.endswith(_INSIDE)


_HANDED = frozenset(
    {"引き渡す", "送る", "移送", "送還", "返還", "派遣", "運ぶ", "移す", "届ける", "戻す", "帰す", "搬送"}
)
_TAKEN = frozenset(
    {
        "曳航",
        "連行",
        "追放",
        "護送",
        "拉致",
        "連れ去る",
        "退避",
        "避難",
        "拘留",
        "入れる",
        "押し戻す",
        "送り込む",
        "追いやる",
    }
)


def brought(goal: Taken, pred: Pred) -> bool:
    """Ask: does に say where somebody is brought or to whom he is handed (港に曳航された, 隣国に引き渡された)?"""
    if pred.lemma in _HANDED:
        return True
    if pred.lemma not in _TAKEN:
        return False
    text = goal.chunk.text
    names = name_table("ja").scan(text)
    if not names or names[-1].span[1] < len(text):
        return not text.endswith(_WHO)
    return names[-1].entry.kind in {"state", "capital"}


_WHO = (
    "隊",
    "軍",
    "団",
    "側",
    "者",
    "者ら",
    "員",
    "ら",
    "人",
    "たち",
    "勢力",
    "組織",
    "派",
    "男",
    "兵",
    "機",
    "艦",
    "船",
    "艇",
)
"""How those end who do something to others."""


def is_done_to(pred: Pred) -> bool:
    """Ask: does に say to whom it is done, as what is done stands with が (乗員に危害が加えられた)?"""
    row = pred.row
    return (
        row is not None and bool(pred.used) and ("に", "recipient") in row.roles and pred.chunk.index - 1 in pred.used
    )


def condemned(pred: Pred) -> bool:
    """Ask: is a deed with こと what somebody says is not to be done (船員を人質に取ることは正当化できない)?"""
    judged = pred.parent
    if judged is None or pred.link != "nom" or pred.mark not in {"は", "が", "も"} or judged.link != "quote":
        return False
    row = row_of(judged)
    wrong = row is not None and (row.concept.kind in {"legal_claim", "opinion"} or row.concept.type == "REJECT")
    return wrong or judged.form.text.startswith(_MAY_NOT)


def befell(pred: Pred, modes: set[str]) -> bool:
    """Ask: is it a clash by which people came to harm (衝突で民間人が死亡した): they were not those who clashed?"""
    harm = pred.parent.row if pred.parent is not None else None
    by_it = pred.nominal and pred.link == "cont" and pred.mark in {"で", "によって"}
    return by_it and harm is not None and harm.concept.mode in modes
