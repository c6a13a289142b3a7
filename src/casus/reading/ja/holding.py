"""Verbs that only say that a noun holds (…可能性がある, …ことになる, …のは X だ): joined with the clause before it."""

from __future__ import annotations

from casus.reading.clauses import Operator, Phrase
from casus.reading.ja.chunks import Chunk
from casus.reading.ja.preds import Pred, noun_cue
from casus.reading.lexicon import Cue
from casus.reading.names import is_party

_HOLDING = """
ある ない 無い 残る 高い 低い 小さい 薄い 乏しい 強い 濃い 大きい 強まる 高まる 広がる
広まる 根強い 絶える 浮かぶ くすぶる 渦巻く 相次ぐ 避ける 回避 免れる 防ぐ 持つ もつ
有する 負う 出る 浮上 だ なる できる する おる 生じる 少ない 多い つく
"""
HOLDS = frozenset(_HOLDING.split())
KEEPS = frozenset({"崩す", "変える", "捨てる", "排除", "否定", "撤回", "取り下げる", "断念"})
"""Verbs that give a noun up; negated they keep it (可能性を排除しない, 姿勢を崩さない)."""

LOW = frozenset({"ない", "無い", "低い", "小さい", "薄い", "乏しい", "少ない", "避ける", "回避", "免れる", "防ぐ"})
_CALLED_FOR = frozenset({"前提", "条件", "前提条件", "先決", "不可欠", "必須", "急務", "必要", "必要条件"})
"""What is called so is called for (撤退することが対話の前提だ)."""
_LAST = frozenset({"", "も", "か"})
"""What may follow a content noun that closes a sentence without a verb (…する方針。)."""

_FORMAL = frozenset({"なる", "ある", "できる", "ない", "無い", "いく"})
_FORMAL = frozenset({"なる", "ある", "できる", "ない", "無い", "いく"})
"""Verbs that make an ending of a formal noun (ことになる, わけにはいかない)."""
_WHICH = frozenset({"どちら", "誰", "だれ", "どこ", "何者", "どっち", "いつ", "なぜ"})
_GROUNDS = frozenset({"根拠", "裏付け", "証拠", "事実"})
_ADNOMINAL = {"の", "への", "との", "による", "や"}


def absorb(pred: Pred, preds: list[Pred], chunks: list[Chunk]) -> set[int]:  # noqa: PLR0911
    """Join a clause with the predicate that only says that its noun holds (…可能性が残る, …ことになる)."""
    noun = pred.noun
    if pred.link == "rel" and noun is not None and _there_is_none(pred, noun, preds):
        pred.negative = True  # 失った機体もない
        return set()
    if pred.link == "nom" and noun is None:
        return _cleft(pred, preds, chunks)
    if noun is None or pred.link not in {"noun", "nom"} or pred.absorbed is not None or pred.mentioned:
        return set()
    holder = next((p for p in preds if p.chunk.index >= noun.index and p.index > pred.index), None)
    if holder is None:
        return _closes(pred, noun, chunks)
    if holder.absorbed is not None:
        return set()
    if holder.lemma in KEEPS and not _given_up(pred, holder):
        return set()
    own = holder.chunk is noun
    near = holder.chunk.index - noun.index <= 2
    if pred.link == "nom" and near and holder.copula and noun.tail in {"が", "は"} and holder.chunk.text in _CALLED_FOR:
        holder.absorbed = pred
        pred.link, pred.parent, pred.noun, pred.cue = holder.link, holder.parent, holder.noun, holder.cue
        pred.operators.append(Operator("ought", f"ja.form:{holder.chunk.text}だ"))
        return {noun.index}
    if pred.link == "nom":
        fits = own or (
            near
            and noun.tail in {"に", "が", "も", "は", "には", "にも"}
            and (holder.lemma in _FORMAL or (holder.lemma == "する" and noun.tail == "に"))
        )
    else:
        fits = own or (
            near and noun.tail.strip("ともは") in {"が", "を", "に", "", "で"} and holder.lemma in HOLDS | KEEPS
        )
    if fits and not (holder.lemma == "する" and noun.tail not in {"と", "に"}):
        holder.absorbed = pred
        _take_over(pred, holder, chunks)
        between = chunks[noun.index + 1 : holder.chunk.index]
        return {noun.index, *(c.index for c in between if c.text in _GROUNDS)}
    return set()


def _there_is_none(pred: Pred, noun: Chunk, preds: list[Pred]) -> bool:
    """Ask: is what the clause describes said not to be there (越境した兵士はいない)?"""
    after = preds[pred.index + 1] if pred.index + 1 < len(preds) else None
    if after is None or after.chunk.index != noun.index + 1 or noun.tail not in {"は", "も", "が"}:
        return False
    return after.lemma in {"ない", "無い"} or (after.lemma in {"いる", "ある"} and after.form.negative)


def _closes(pred: Pred, noun: Chunk, chunks: list[Chunk]) -> set[int]:
    """Read a content noun that ends its sentence without a verb (議会に提案する方針。)."""
    if pred.link != "noun" or pred.cue is None or noun is not chunks[-1] or noun.tail not in _LAST:
        return set()
    effect = pred.cue.effect.partition("|")[0]
    told = Phrase(noun.span, noun.span) if effect == "claim" else None
    pred.operators.append(
        Operator(effect, f"ja.cue:{pred.cue.rule}", speaker=told, voice="unnamed" if told else "none")
    )
    pred.link = "final"
    return {noun.index}


def _cleft(pred: Pred, preds: list[Pred], chunks: list[Chunk]) -> set[int]:  # noqa: PLR0911
    """Read …のは X だ: X is who the clause is about."""
    if pred.mark not in {"は", "が"}:
        return set()
    focus = next(
        (c for c in chunks[pred.chunk.index + 1 :] if c.bracket == pred.chunk.bracket and c.tail not in _ADNOMINAL),
        None,
    )
    if focus is None:
        return set()
    if focus.text in _WHICH and focus.tail.startswith("か"):
        pred.link, pred.mark = "question", "か"  # 先に撃ったのはどちらか
        return {focus.index}
    after = preds[pred.index + 1] if pred.index + 1 < len(preds) else None
    if after is not None and after.chunk is focus and after.lemma == "避ける" and after.negative:
        # 再開するのは避けられない: it will come.
        after.absorbed = pred
        pred.link, pred.noun, pred.parent = after.link, after.noun, after.parent
        pred.operators.append(Operator("forecast", "ja.form:避けられない"))
        return set()
    if focus is chunks[-1] and not focus.verbal and focus.tail.startswith("かも"):
        pred.link, pred.focus = "final", focus
        pred.operators.append(Operator("possible", "ja.form:かもしれない"))
        return {focus.index}
    holder = next((p for p in preds if p.chunk is focus), None)
    said = noun_cue(focus)
    if said is not None and (holder is None or holder.copula) and (holder is not None or focus is chunks[-1]):
        teller = _owner(focus, chunks) if said.effect == "claim" else None  # …というのが政府の説明だ
        voice = "named" if teller else "none"
        pred.operators.append(Operator(said.effect.partition("|")[0], f"ja.cue:{said.rule}", False, teller, voice))
        pred.link, pred.noun, pred.cue = "final", None, None
        if holder is not None:
            holder.absorbed = pred
            pred.holders.append(holder)
            pred.link, pred.noun, pred.cue, pred.parent = holder.link, holder.noun, holder.cue, holder.parent
        return {focus.index}
    if holder is not None and holder.copula:
        holder.absorbed = pred
        pred.link, pred.noun, pred.cue, pred.focus = holder.link, holder.noun, holder.cue, focus
        return {focus.index} | (absorb(pred, preds, chunks) if pred.link == "noun" else set())
    if focus.tail == "で" and focus.comma:
        pred.link, pred.noun, pred.focus = "cont", None, focus
        return {focus.index}
    return set()


def _owner(noun: Chunk, chunks: list[Chunk]) -> Phrase | None:
    """Give whose account a noun names (政府の説明)."""
    before = chunks[noun.index - 1] if noun.index else None
    if before is None or before.tail != "の" or before.verbal or before.bracket != noun.bracket:
        return None
    return Phrase(before.span, before.span)


def _from_whom(pred: Pred, chunks: list[Chunk]) -> Phrase | None:
    """Give from whom words have come (外務省からは、協力するとの回答があった)."""
    came = (c for c in chunks[: pred.chunk.index] if c.tail in {"からは", "からも"} or (c.tail == "から" and c.comma))
    teller = next((c for c in came if is_party(c.text, "ja")), None)
    return Phrase(teller.span, teller.span) if teller is not None else None


def _given_up(pred: Pred, holder: Pred) -> bool:
    """May a possibility or plan be kept or given up by this verb? To deny it is a denial, not a holding."""
    effect = pred.cue.effect.partition("|")[0] if pred.cue is not None else ""
    if effect not in {"possible", "forecast", "intended", "none"}:
        return False
    return holder.lemma != "否定" or holder.form.negative


def holds_low(holder: Pred) -> bool:
    """Ask: does a verb say that its noun does not hold (可能性は低い), or give it up (方針を撤回した)?"""
    if holder.lemma in KEEPS:
        return not holder.form.negative
    return holder.lemma in LOW or holder.form.negative or holder.chunk.tail.startswith(("ではな", "じゃな", "でな"))


_COMES_IN = frozenset({"ある", "届く", "出る", "入る", "寄せる", "上がる", "相次ぐ"})


def _first_effect(pred: Pred, holder: Pred, *, open_deed: bool) -> str:
    """Give how the noun puts the clause before it, or the verb that holds for こと."""
    if pred.cue is not None and pred.cue.effect != "none":
        return pred.cue.effect
    if pred.cue is None and pred.form.tail == "との" and pred.noun is not None:
        return "claim"  # …したとの通報があった
    if holder.link == "cond":
        return "none"  # 船が解放されることになれば
    if holder.lemma == "なる" and holder.form.ongoing and open_deed:
        return "expected"  # 会談することになっている
    if holder.lemma == "なる" and not holder.form.past:
        return "possible" if pred.form.ongoing or pred.form.past else "forecast"
    return (
        {"する": "intended", "なる": "expected", "いく": "intended"}.get(holder.lemma, "none") if open_deed else "none"
    )


def _take_over(pred: Pred, holder: Pred, chunks: list[Chunk]) -> None:
    pred.holders.append(holder)
    open_deed = pred.link == "nom" and not (pred.form.ongoing or pred.form.past)
    pred.link, pred.parent = holder.link, holder.parent
    low = holds_low(holder)
    rule = f"ja.cue:{pred.cue.rule}" if pred.cue else "ja.cue:form:こと"
    effect = _first_effect(pred, holder, open_deed=open_deed)
    teller = None
    if not pred.cue and (topic := _topic_cue(pred, chunks)) is not None:
        effect, rule = topic[0].effect, f"ja.cue:{topic[0].rule}"
        teller = _owner(topic[1], chunks) if effect == "claim" else None  # 政府の説明は…というものだった
    if effect == "none" and open_deed and low and holder.lemma in {"ない", "無い"} and not holder.form.past:
        effect = "forecast"  # 発動されることはない
    if effect.startswith("forecast") and pred.cue is not None and (pred.form.past or pred.copula):
        effect = effect.partition("|")[2] or effect  # 工作船だったとの見方が強い: of what is, not of what comes
    first, _, low_effect = effect.partition("|")
    if low:
        effect = low_effect or ("forecast" if first == "possible" else first)
    if first == "claim" and low and pred.noun is not None and _baseless(pred.noun, holder, chunks):
        pred.operators.append(Operator("denied", rule, True))  # …との主張は根拠がない
        pred.noun, pred.cue = holder.noun, holder.cue
        return
    teller = teller or (_from_whom(pred, chunks) if first == "claim" and holder.lemma in _COMES_IN else None)
    told = Phrase(noun.span, noun.span) if first == "claim" and (noun := pred.noun) is not None else None
    voice = "named" if teller else "unnamed" if told else "none"
    pred.operators.append(Operator(effect if low else first, rule, low, teller or told, voice))
    pred.noun, pred.cue = holder.noun, holder.cue


def _baseless(noun: Chunk, holder: Pred, chunks: list[Chunk]) -> bool:
    return any(c.text in _GROUNDS for c in chunks[noun.index + 1 : holder.chunk.index])


def _topic_cue(pred: Pred, chunks: list[Chunk]) -> tuple[Cue, Chunk] | None:
    """Find the cue of a topic that names what the clause is (狙いは…ことにある)."""
    topics = (c for c in reversed(chunks[: pred.chunk.index]) if c.tail == "は" and not c.verbal)
    return next(((cue, c) for c in topics if (cue := noun_cue(c)) is not None), None)
