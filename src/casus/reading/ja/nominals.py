"""Nominal events of a Japanese sentence: 撤退を要求, 攻撃の恐れがある, 政府軍の砲撃で崩れた."""

from __future__ import annotations

from casus.reading.clauses import Operator
from casus.reading.ja.arguments import Attachment, Frame
from casus.reading.ja.chunks import Chunk
from casus.reading.ja.forms import Form
from casus.reading.ja.holding import HOLDS, KEEPS, holds_low
from casus.reading.ja.lights import light_cue, take_modifiers
from casus.reading.ja.preds import Pred, noun_cue
from casus.reading.ja.rows import nouns_of, operator_cue
from casus.reading.ja.words import cue_index, index
from casus.reading.lexicon import Predicate


def nominal_events(attachment: Attachment) -> list[Pred]:
    """Give the nominal events that stand under a governing predicate, once every predicate has its row."""
    found: list[Pred] = []
    for pred in attachment.preds:
        found.extend(_under(pred, attachment, len(attachment.preds) + len(found)))
    return found


def _under(pred: Pred, attachment: Attachment, number: int) -> list[Pred]:
    """Find the nominal events that are the content of a predicate: 関与を否定, 撤退を要求, 国境の閉鎖を決める."""
    if pred.absorbed is not None:
        return []
    if pred.light:
        return _joined(pred, number, attachment)
    found: list[Pred] = []
    if pred.copula and pred.chunk.text in _FIRST and (event := _first(pred, number, attachment)) is not None:
        return [event]
    for mark, taken in nouns_of(pred, attachment).items():
        if taken.chunk.index not in pred.used and (
            event := _possibility(taken.chunk, pred, number + len(found), attachment)
        ):
            found.append(event)
            continue
        beside = mark == "は" and "を" in nouns_of(pred, attachment)  # 上陸は巻き返しを狙ったものだ
        if beside or taken.chunk.index in pred.used or (pred.copula and taken.chunk.tail in {"は", "が"}):
            continue  # 演習は「警告だ」: of what it is
        if operator_cue(pred, mark) is None:
            found.extend(_means(taken.chunk, pred, mark, number + len(found), attachment))
            continue
        for chunk in _listed(taken.chunk, attachment):
            event = _nominal(chunk, pred, mark, number + len(found), attachment)
            if event is not None:
                found.append(event)
    return found


_FIRST = frozenset({"先", "先決", "前提", "条件", "前提条件", "急務", "不可欠", "必要", "必須"})
"""What a deed is that has to be done (撤収が先だ)."""


def _first(pred: Pred, number: int, attachment: Attachment) -> Pred | None:
    """Find the deed that is called for (撤収が先だ, 停戦が不可欠だ)."""
    taken = nouns_of(pred, attachment).get("が")
    if taken is None or taken.chunk.last.pos != "vn":
        return None
    event = _nominal(taken.chunk, pred, "が", number, attachment)
    if event is not None:
        event.link, event.parent, event.noun, event.cue = pred.link, pred.parent, pred.noun, pred.cue
        event.operators.append(Operator("ought", f"ja.form:{pred.chunk.text}だ"))
    return event


def _joined(pred: Pred, number: int, attachment: Attachment) -> list[Pred]:
    """Find the deeds named beside that of a light verb (砲撃と空爆を開始した)."""
    found: list[Pred] = []
    ended = light_cue(pred, "を")
    if ended is not None and ended.effect == "negative":
        return found  # 越境や挑発をやめる: the end of both is one deed.
    for index_ in sorted(pred.used):
        for chunk in attachment.modifiers(attachment.chunks[index_]):
            if chunk.tail not in {"と", "や"}:
                break
            event = _nominal(chunk, pred, "を", number + len(found), attachment)
            if event is not None:
                event.link, event.form = "cont", pred.form
                found.append(event)
    return found


def _means(chunk: Chunk, pred: Pred, mark: str, number: int, attachment: Attachment) -> list[Pred]:
    """Find the events somebody's deed brought something about by (政府軍の砲撃で寺院が崩れた)."""
    if mark not in {"で", "によって"}:
        return []
    chain = [chunk, *(c for c in attachment.modifiers(chunk) if c.tail in {"と", "や"})][::-1]
    found: list[Pred] = []
    doer = next((c for c in attachment.modifiers(chain[0]) if c.tail in {"の", "による"}), None)
    for each in chain:
        event = _nominal(each, pred, mark, number + len(found), attachment)
        types = _MEANS if mark == "で" else _CAUSES
        if event is None or event.row is None or event.row.concept.type not in types:
            continue
        toll = pred.row is not None and pred.row.concept.mode in {"killed", "wounded"}
        mutual = event.row.concept.name in {"fight", "clash"} and toll
        if len(chain) == 1 and not mutual and (doer is None or not attachment.is_party(doer.text)):
            continue
        event.link = "cont"
        found.append(event)
    return found


PAPERS = ("決議", "決議案", "声明", "覚書", "書簡", "文書", "談話", "判決", "宣言", "議定書", "演説")
_MEANS = {"ASSAULT", "COERCE"}
_CAUSES = {*_MEANS, "RETREAT", "SANCTION", "PROTEST", "MOBILIZE", "THREATEN"}


def _listed(chunk: Chunk, attachment: Attachment) -> list[Chunk]:
    """Give a noun and those joined to it; a noun of asking gives way to what is asked (派兵の承認)."""
    chain = [chunk, *attachment.modifiers(chunk)]
    found = index().nominal(chunk.content)
    if len(chain) > 1 and chain[1].tail == "の" and found is not None and found[0].concept.content is not None:
        inner = index().nominal(chain[1].content)
        if inner is not None:
            return [chain[1]]
    if len(chain) > 1 and chain[1].tail == "の" and (found is None or chunk.text in _GOES_ON):
        inner = index().nominal(chain[1].content)
        if inner is not None and chunk.text in _ASPECT:
            return [chain[1]]
    return [chunk, *(c for c in chain[1:] if c.tail in {"と", "や"})][::-1]


_GOES_ON = frozenset({"再開", "継続", "開始", "実施"})
"""Nouns that leave the event before them what it is (武力闘争の再開), other than an end to it (空爆の停止)."""
_ASPECT = frozenset(
    {"再開", "継続", "開始", "停止", "中止", "実施", "拡大", "連鎖", "事実", "可能性", "準備", "計画", "意図"}
)


def _nominal(chunk: Chunk, pred: Pred, mark: str, number: int, attachment: Attachment) -> Pred | None:
    if chunk.text.endswith(PAPERS):
        return None
    found = index().nominal(chunk.content) or _split_phrase(chunk, attachment)
    effect = (operator_cue(pred, mark) or ("",))[0]
    asked = effect in {"demanded", "requested", "sought", "ordered", "denied"}
    asked = asked and chunk.last.pos == "vn" and not (effect == "denied" and noun_cue(chunk) is not None)
    if (found is None and not asked) or (chunk.verbal and not chunk.tail):
        return None
    row, first = found if found is not None else (None, 0)
    if mark == "で" and row is not None and row.concept.name in {"mediate", "third_party", "meet"}:
        return None  # トルコの仲介で…合意: by it, not to it
    answers = pred.row is not None and pred.row.concept.type in {"REJECT", "CONCEDE", "AGREE"}
    if answers and row is not None and row.concept.content is not None:
        return None
    if pred.row is not None and pred.row.concept.name in {"want", "not_want", "hope"}:
        return None
    event = Pred(number, chunk, Form([], ""), chunk.text, row=row, nominal=True)
    event.start, event.end = chunk.content[first].start, chunk.span[1]
    event.link, event.parent, event.mark = "object", pred, mark
    pred.given.add(chunk.index)
    attachment.frames[number] = Frame()
    take_modifiers(event, chunk, attachment)
    _take_doer(event, chunk, attachment)
    return event


def _take_doer(event: Pred, chunk: Chunk, attachment: Attachment) -> None:
    """Give a deed the doer and target of the light clause before it (軍が国境に対して行っている一連の攻撃)."""
    frame = attachment.frames[event.index]
    for pred in attachment.preds:
        if pred.link != "rel" or pred.noun is None or pred.row is not None or attachment.head(pred.noun) is not chunk:
            continue
        if (pred.lemma, "を") in cue_index("light") or (pred.lemma, "が") in cue_index("light"):
            doers = [t for t in attachment.frames[pred.index].taken if t.chunk is not chunk]
            frame.taken = [*doers, *(t for t in frame.taken if attachment.is_party(t.chunk.text))]


def _split_phrase(chunk: Chunk, attachment: Attachment) -> tuple[Predicate, int] | None:
    """Find a row of noun and verb that is written as noun の noun (機雷の敷設)."""
    before = attachment.modifiers(chunk)
    if chunk.last.pos != "vn" or not before or before[0].tail != "の":
        return None
    hit = index().phrase(chunk.text, {"を": before[0].text})
    return (hit[0], 0) if hit is not None else None


_SCENES = frozenset({"模様", "もよう", "様子"})
"""What a noun with の before makes the scene of (臨検の模様を写した), not the look of things."""


def _possibility(chunk: Chunk, pred: Pred, number: int, attachment: Attachment) -> Pred | None:
    """Find the event of which a noun says how it is put (派遣の可能性を排除しない, 攻撃の恐れがある)."""
    cue = noun_cue(chunk)
    before = attachment.modifiers(chunk)
    charged = chunk.tail == "で" and cue is not None and cue.cue.startswith("疑い")
    if cue is None or charged or chunk.text in _SCENES or cue.effect == "claim" or not before or before[0].tail != "の":
        return None
    found = index().nominal(before[0].content)
    if found is None:
        return None
    first, _, low_effect = cue.effect.partition("|")
    denied = pred.lemma == "否定" and not pred.negative
    low = (pred.lemma in HOLDS or pred.lemma in KEEPS) and holds_low(pred)
    event = Pred(number, before[0], Form([], ""), before[0].text, row=found[0], nominal=True)
    event.start, event.end = before[0].content[found[1]].start, before[0].span[1]
    event.link, event.parent, event.mark = "cont", pred, "の"
    if denied:
        event.link, event.mark = "object", "を"
    else:
        effect = (low_effect or first) if low else first
        event.operators.append(Operator(effect, f"ja.cue:{cue.rule}", negative=low))
    attachment.frames[number] = Frame()
    take_modifiers(event, before[0], attachment)
    pred.given.add(chunk.index)
    return event
