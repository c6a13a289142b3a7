"""Light verbs of Japanese (空爆を行う, 攻撃を受ける): the noun says what is done, the verb how it stands with it."""

from __future__ import annotations

from casus.reading.clauses import Operator
from casus.reading.ja.arguments import Attachment, Taken
from casus.reading.ja.chunks import Chunk
from casus.reading.ja.particles import mark_of
from casus.reading.ja.phrases import lasts
from casus.reading.ja.preds import Pred, noun_cue
from casus.reading.ja.words import cue_index, index
from casus.reading.lexicon import Cue, Predicate

_PLAIN = frozenset(
    {
        "追加",
        "新た",
        "大規模",
        "全面",
        "一部",
        "緊急",
        "即時",
        "さらなる",
        "今後",
        "今回",
        "当面",
        "相互",
        "すべて",
        "全て",
        "大量",
        "無条件",
        "完全",
        "早期",
        "即座",
        "段階的",
        "恒久的",
        "一方的",
        "組織的",
        "一定",
        "最低限",
        "最大限",
        "徹底的",
        "いわれ",
    }
)
_MUTUAL = {"clash", "fight", "war", "coup", "explosion", "uprising", "riot"}
"""What nobody suffers from somebody else: something follows upon it (衝突を受けて会談が中止になった)."""
_SUFFERED = {"ASSAULT", "COERCE", "ACCUSE", "SANCTION", "AID", "SUPPORT", "THREATEN", "REQUEST"}
_OBJECT_MARKS = ("を", "が", "に", "は", "も", "で", "と")
_ENDS = frozenset({"停止", "中止", "やめる", "一時停止"})
_HOSTILE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
"""Kinds of deeds whose end is a step back."""
_GOES_ON = frozenset(
    {"する", "行う", "行なう", "続ける", "継続", "始める", "開始", "実施", "繰り返す", "再開", "進める", "終える"}
)
"""Verbs that say of any deed that it is done (遺体の収容を続けている)."""
_IS_LIKE = frozenset({"当たる", "あたる"})
_COMES_TO = frozenset(
    {"招く", "もたらす", "引き起こす", "誘発", "発展", "拡大", "エスカレート", "なる", "及ぶ", "つながる", "至る"}
)
"""Verbs with which a deed comes about (戦争に発展する): nobody who only speaks of it does it."""


_PLAINLY = Cue(cue="決める", kind="light", content="を", effect="none", example="", expect="")


def of_event(chunk: Chunk, attachment: Attachment) -> bool:
    """Ask: does a noun of how things are put name an event (空爆の計画)?"""
    before = attachment.modifiers(chunk)
    return bool(before) and before[0].tail == "の" and index().nominal(before[0].content) is not None


def light_cue(pred: Pred, mark: str) -> Cue | None:
    """Give the row that makes the predicate light for a noun with that mark (空爆を行う)."""
    return cue_index("light").get((pred.lemma, mark))


def light(pred: Pred, nouns: dict[str, Taken], attachment: Attachment) -> bool:
    """Find the deed a light verb's noun names; give whether there is one."""
    for mark in _OBJECT_MARKS:
        done_to = pred.form.passive and mark == "が"
        cue = light_cue(pred, "を" if done_to else mark) or _undecided(pred, mark)
        taken = nouns.get(mark)
        if cue is None or taken is None or taken.chunk.index > pred.chunk.index:
            continue
        found = index().nominal(taken.chunk.content)
        if found is not None and pred.lemma in _IS_LIKE and found[0].concept.type in {"ASSAULT", "COERCE"}:
            continue  # 武力攻撃に当たる: it is one
        if found is None and mark == "を" and _unlisted(pred, taken.chunk, attachment):
            return True
        if found is not None and noun_cue(taken.chunk) is not None and of_event(taken.chunk, attachment):
            continue
        if found is None or (cue.effect == "negative" and found[0].concept.content is not None):
            continue
        pred.row, first = found
        pred.light, pred.happens = (
            True,
            mark in {"が", "は", "も"} or (mark in {"に", "を"} and pred.lemma in _COMES_TO),
        )
        pred.form.passive = pred.form.passive and not done_to
        pred.used.add(taken.chunk.index)
        _widen(pred, taken.chunk, first)
        take_modifiers(pred, taken.chunk, attachment)
        _await(pred, attachment)
        mutual = pred.row.concept.name in _MUTUAL
        if (ended := _ended(pred, cue, pred.row)) is not None:
            pred.row = ended  # 挑発をやめた: what is done is to stop.
        elif cue.effect == "passive" and pred.lemma == "受ける" and _follows(pred, attachment, mutual=mutual):
            _upon(pred, taken.chunk, first, attachment)
        else:
            _light_effect(pred, cue)
        return True
    return False


_DECIDES = frozenset({"決める", "決定", "決断"})


def _undecided(pred: Pred, mark: str) -> Cue | None:
    """Give how a deed is put that nobody has decided on (派兵は決めていない): what is meant is the deed."""
    if pred.lemma not in _DECIDES or mark not in {"を", "が"} or pred.form.passive:
        return None
    return _PLAINLY if pred.negative or any(h.negative for h in pred.holders) else None


def _await(pred: Pred, attachment: Attachment) -> None:
    """Leave out who only waits for a deed (援軍の到着を待っている): it is others who do it."""
    if pred.lemma == "待つ":
        frame = attachment.frames[pred.index]
        frame.taken = [t for t in frame.taken if t.mark != "が"]


def _unlisted(pred: Pred, chunk: Chunk, attachment: Attachment) -> bool:
    """Read a deed no table knows that is carried on or undergone; give whether it is one."""
    goes_on = _carries_on(pred, chunk)
    if not goes_on and not _undergone(pred, chunk, attachment):
        return False
    pred.light, pred.start = goes_on, chunk.content[0].start
    pred.form.passive = not goes_on
    pred.used.add(chunk.index)
    if goes_on:
        take_modifiers(pred, chunk, attachment)
    return True


def _undergone(pred: Pred, chunk: Chunk, attachment: Attachment) -> bool:
    """Ask: does somebody undergo a deed no table knows from another (軍艦から割り込みを受けた)?"""
    if pred.lemma not in {"受ける", "浴びる"} or chunk.last.pos != "vn" or noun_cue(chunk) is not None:
        return False
    return any(
        t.mark == "から" and t.own and attachment.is_party(t.chunk.text) for t in attachment.frames[pred.index].taken
    )


def _follows(pred: Pred, attachment: Attachment, *, mutual: bool) -> bool:
    """Ask: does something follow upon the deed (米軍撤収を受け), which nobody suffers from another?"""
    frame = attachment.frames[pred.index]
    by = any(t.mark == "から" and t.own and attachment.is_party(t.chunk.text) for t in frame.taken)
    return mutual or not (by or (pred.row is not None and pred.row.concept.type in _SUFFERED))


def _widen(pred: Pred, deed: Chunk, first: int) -> None:
    """Make the noun of a deed part of the trigger; one far from a verb of happening is the trigger alone."""
    near = pred.chunk.index - deed.index <= 2
    if near or pred.happens:
        pred.start = deed.content[first].start
    if not near and pred.happens:
        pred.end = deed.span[1]


def _ended(pred: Pred, cue: Cue, row: Predicate) -> Predicate | None:
    """Give the row of an end to a hostile deed, or of a meeting called off (砲撃をやめる, 会談を中止する)."""
    if cue.effect != "negative" or pred.lemma not in _ENDS:
        return None
    if row.concept.type in _HOSTILE:
        return index().by_concept("cease")
    return index().by_concept("cancel") if row.concept.type == "CONSULT" and pred.lemma == "中止" else None


def _carries_on(pred: Pred, chunk: Chunk) -> bool:
    """Ask: does a verb only say that a deed no table knows is done?"""
    known = pred.lemma in index().single
    return (
        pred.lemma in _GOES_ON
        and not known
        and chunk.last.pos == "vn"
        and noun_cue(chunk) is None
        and not pred.form.passive
    )


def _upon(pred: Pred, chunk: Chunk, first: int, attachment: Attachment) -> None:
    """Read a deed that something follows upon (米軍撤収を受け): the deed itself, done by whoever is named in it."""
    pred.end = chunk.span[1]
    frame = attachment.frames[pred.index]
    frame.taken = [t for t in frame.taken if t.mark != "が" or not t.shared]
    doer = Chunk(chunk.content[:first], index=chunk.index) if first else None
    if doer is not None and attachment.is_party(doer.text):
        frame.taken.append(Taken(doer, "が"))


def _light_effect(pred: Pred, cue: Cue) -> None:
    if cue.effect == "passive":
        pred.form.passive = True
    elif cue.effect == "negative" and pred.negative and pred.form.text.startswith(("られ", "れ")):
        pred.negative = pred.form.negative = False  # 拡大は避けられない: it will come.
        pred.operators.append(Operator("forecast", f"ja.cue:{cue.rule}"))
    elif cue.effect == "negative":
        pred.negative = not pred.negative
    elif cue.effect not in {"", "none"}:
        pred.operators.append(Operator(cue.effect, f"ja.cue:{cue.rule}"))


def _of_manner(modifier: Chunk, mark: str, attachment: Attachment) -> bool:
    """Ask: does a phrase only say how, how long or by what means (3日間の, 無条件の, 武力による)?"""
    if modifier.text in _PLAIN or (mark == "によって" and not attachment.is_party(modifier.text)):
        return True
    return mark == "の" and (modifier.last.pos in {"adjnoun", "num", "counter"} or lasts(modifier))


def _somewhere(chunk: Chunk, attachment: Attachment) -> bool:
    """Ask: is the aim of a deed a place or somebody (Aのガザへの攻撃), not what somebody did (Aの干渉への警告)?"""
    return chunk.last.pos == "propn" or attachment.is_party(chunk.text)


def take_modifiers(pred: Pred, chunk: Chunk, attachment: Attachment, only: set[str] | None = None) -> None:
    """Give a nominal event the phrases written before it as its own: 武装集団に対する空爆, 監視船の退去."""
    frame = attachment.frames[pred.index]
    aim, target = "", None
    for modifier in attachment.modifiers(chunk):
        if modifier.verbal:
            continue
        mark = "の" if modifier.tail in {"の", ""} else mark_of(modifier)
        if _of_manner(modifier, mark, attachment):
            continue
        if mark == "の" and only is not None and "の" not in only:
            break
        owner = mark == "の" and aim != "の" and (not aim or target is None or _somewhere(target, attachment))
        doer = mark == "によって" or (owner and attachment.is_party(modifier.text))
        if aim and not doer:
            continue
        frame.taken.append(Taken(modifier, mark))
        if doer and (aim or mark == "によって"):
            break
        if mark in {"の", "に対して", "へ", "から", "と"}:
            aim, target = mark, modifier
            if mark == "と":
                break
