"""How each Japanese clause goes on, and which predicate it hangs on."""

from __future__ import annotations

import re

from casus.reading.clauses import Operator
from casus.reading.ja.chunks import Chunk
from casus.reading.ja.holding import absorb
from casus.reading.ja.levels import BOTH, UPON, governor
from casus.reading.ja.preds import Pred, connects, noun_cue, row_here, takes_quote, tells_aside
from casus.reading.ja.restarts import announced
from casus.reading.ja.words import content_words, cue_index
from casus.reading.lexicon import Cue

_QUOTED = re.compile(r"(と|とは|とも|とまでは|とまで|などと|とだけ)$")

_CONDITIONAL = ("ば", "たら", "なら", "ならば", "だら")

_IF = ("ても", "でも", "ば", "たら", "なら", "と", "ると")
_ADVERSATIVE = ("が", "けど", "けれど", "けれども", "ものの", "のに", "とはいえ", "ものだが", "のだが", "が、")

_REASON = ("ので", "から", "だけに", "からには", "のだから")

_GOES_ON = ("て", "で", "つつ", "つつも", "ながら", "ながらも", "し", "たり", "だり", "ても", "でも", "ては")

_NOMINALISERS = {"こと", "もの", "の", "事", "点", "ところ", "わけ", "訳"}

_COMPLEMENTS = {"quote", "demand", "nom", "question"}

_SEEN_SO = frozenset({"考える", "みる", "見る", "踏まえる", "比べる", "振り返る", "見渡す", "考慮", "総合"})
"""Verbs that only say in what light a thing is seen (…を考えると): no condition."""

_HAPPENS = frozenset({"なる", "ある", "いる", "できる", "起きる", "続く", "増える", "高まる", "広がる", "残る"})
"""Verbs of what comes about by itself: with ため they give a reason, never a purpose."""
_MAKES = frozenset(
    {"結ぶ", "交わす", "署名", "締結", "調印", "出す", "送る", "渡す", "手渡す", "発表", "採択", "まとめる", "読む"}
)
"""Verbs of making or handing over a paper: before it they say what was done to it, not what it says (結んだ覚書)."""
_PAPERS = (
    "覚書",
    "書簡",
    "声明",
    "協定",
    "文書",
    "決議",
    "宣言",
    "談話",
    "親書",
    "報告書",
    "抗議文",
    "条約",
    "合意",
    "議定書",
)


def link_all(preds: list[Pred], chunks: list[Chunk]) -> set[int]:
    """Say of each predicate how its clause goes on, then tie it to the predicate it hangs on.

    Gives the phrases that are grammar only (可能性が in 可能性がある) and so no arguments.
    """
    for pred in preds:
        if pred.absorbed is None:
            _classify(pred, preds, chunks)
    consumed: set[int] = set()
    for pred in preds:
        if pred.absorbed is not None:
            continue
        consumed |= absorb(pred, preds, chunks)
    for pred in reversed(preds):
        if pred.absorbed is None:
            pred.parent = governor(pred, preds, chunks)
            if pred.link == "cond" and pred.form.tail == "と" and not pred.copula and _went_on(pred):
                pred.link = "cont"
    announced(preds, chunks)
    return consumed


def _went_on(pred: Pred) -> bool:
    """Ask: does と join two deeds that were done (攻撃を始めると、隣国も出動した)? A supposition is not past."""
    last = pred.parent
    while last is not None and last.link in {"cont", "bare"} and last.parent is not None and not last.form.past:
        last = last.parent
    done = last is not None and last.form.past and not pred.negative
    return done and last is not None and last.link in {"final", "adv", "cont", "bare", "quote", "nom", "rel"}


def _past_adnominals(noun: Chunk, chunks: list[Chunk]) -> Chunk:
    """Give the noun after further words that describe it (攻撃する差し迫った脅威)."""
    for chunk in chunks[noun.index : noun.index + 3]:
        if not chunk.verbal:
            return chunk
        if chunk.comma or (chunk.function and chunk.function[-1].pos == "particle"):
            break
    return noun


def _named_by(pred: Pred, preds: list[Pred], chunks: list[Chunk]) -> Chunk | None:
    """Give the noun that という ties a clause to; the verb いう is grammar there."""
    saying = _following(pred, preds)
    if saying is None or saying.chunk.index != pred.chunk.index + 1:
        return None
    if (
        saying.chunk.last.lemma not in {"いう", "言う"}
        or (saying.chunk.bracket != pred.chunk.bracket and not pred.chunk.closes)
        or saying.chunk.function
        or saying.chunk.comma
        or saying.chunk.final
    ):
        return None
    after = chunks[saying.chunk.index + 1] if saying.chunk.index + 1 < len(chunks) else None
    if after is None or after.verbal:
        return None
    saying.absorbed = pred
    return after


def _following(pred: Pred, preds: list[Pred]) -> Pred | None:
    return preds[pred.index + 1] if pred.index + 1 < len(preds) else None


def _ends_quote(pred: Pred, after: Chunk | None) -> bool:
    """Ask: does a clause end a quotation without a particle (「措置を取った」「準備が整っている」と述べた)?"""
    another = after is not None and after.bracket not in {0, pred.chunk.bracket}
    return pred.link in {"cont", "rel", "final", "bare"} or (another and pred.link == "noun")


def _classify(pred: Pred, preds: list[Pred], chunks: list[Chunk]) -> None:  # noqa: C901, PLR0912
    chunk, tail, shape = pred.chunk, pred.form.tail, pred.form.shape
    bare = not chunk.function
    after = chunks[chunk.index + 1] if chunk.index + 1 < len(chunks) else None
    if tail.startswith("な") and tail[:1] == "な" and shape == "終止形" and tail in {"な", "なと", "なとの"}:
        pred.operators.append(Operator("demanded", "ja.cue:form:な", negative=True, weak=True))
        pred.negative, tail = True, tail[1:]
    if tail in {"との", "という", "といった"} and after is not None and not chunk.comma:
        _before_noun(pred, after, "noun", _next_to(after, chunks))
    elif tail in {"と", "かと", "などと"} and (named := _named_by(pred, preds, chunks)) is not None:
        _before_noun(pred, named, "noun", _next_to(named, chunks))
        pred.apposed = pred.link == "rel"
    elif tail == "と" and after is not None and after.text in BOTH:
        pred.link = "cont"
    elif _QUOTED.search(tail) and _supposes(pred, preds):
        pred.link = "cond"
    elif _QUOTED.search(tail) and _is_quote(pred, preds, chunks):
        pred.link = "quote"
    elif pred.lemma in _SEEN_SO and (tail == "と" or shape == "仮定形"):
        pred.link = "cont"
    elif (tail in _ADVERSATIVE and not connects(chunk, after)) or tells_aside(pred, chunks):
        pred.link = "adv"
    elif tail.endswith(_CONDITIONAL) or (shape == "仮定形" and not tail) or tail == "と":
        pred.link = "cond"
    elif tail in _REASON:
        pred.link = "reason"
    elif tail in {"まで", "までは"}:
        after_it = _following(pred, preds)
        pred.link = "cont" if after_it is not None and _settled(after_it) else "cond"
    elif tail in {"には", "にも"} and shape in {"終止形", "連体形"} and not pred.form.past:
        pred.link = "purpose"
    elif tail in {"よう", "ように", "ようにと", "ようと"}:
        pred.link = "demand"
    elif tail.startswith(("のか", "か")) and _following(pred, preds) is not None:
        pred.link = "cont" if _either(pred, preds) else "question"
    elif (
        bare and chunk.comma and chunk.last.pos not in {"verb", "helper", "adj"} and _following(pred, preds) is not None
    ):
        pred.link = "bare"
    elif _as_noun(pred):
        pred.link, pred.mark = ("reason", "") if _upon(chunk, after) else ("nom", tail.removeprefix("の"))
    elif tail.endswith(("ても", "でも")) and not _settled(preds[-1]):
        pred.link = "cond"
    elif tail.startswith(_GOES_ON):
        pred.link, pred.same_subject = "cont", tail.startswith(("ながら", "つつ"))
    elif after is not None and not chunk.comma and not chunk.final and not tail and shape in {"連体形", "終止形", ""}:
        noun = _past_adnominals(after, chunks)
        _before_noun(pred, noun, "rel", _next_to(noun, chunks))
    elif _following(pred, preds) is not None:
        pred.link = "adv" if chunk.final or pred.chunk.closes else "cont"
    if pred.chunk.said:
        return
    if pred.chunk.closes and not pred.apposed and _following(pred, preds) is not None and _ends_quote(pred, after):
        pred.link = "quote"


def _upon(chunk: Chunk, after: Chunk | None) -> bool:
    """Ask: does a clause with の only lead up to the next one (申し入れたのに対し、北京は…)?"""
    return connects(chunk, after) or (chunk.comma and any(chunk.tail.endswith("の" + mark) for mark in UPON))


def _as_noun(pred: Pred) -> bool:
    """Ask: does a clause stand as a noun (撃ったのは民兵だ, 謝罪すべきは相手の側だ)?"""
    tail = pred.form.tail
    return (tail[:1] == "の" and tail[1:2] in set("はがをにもで")) or (tail == "は" and "べき" in pred.form.text)


def _next_to(chunk: Chunk, chunks: list[Chunk]) -> Chunk | None:
    return chunks[chunk.index + 1] if chunk.index + 1 < len(chunks) else None


def _either(pred: Pred, preds: list[Pred]) -> bool:
    """Ask: is か "or" between two deeds (退去するか手続きを取るよう求めた), no question?"""
    after = _following(pred, preds)
    return pred.form.tail == "か" and after is not None and after.form.tail in {"よう", "ように", "か"}


def _settled(pred: Pred) -> bool:
    return pred.form.past or pred.form.ongoing


def _before_noun(pred: Pred, noun: Chunk, link: str, after: Chunk | None = None) -> None:  # noqa: C901
    """Read a clause that stands before a noun: relative, conditional, content of a report."""
    pred.noun, pred.link = noun, link
    word = noun.text
    pred.mentioned = bool(pred.chunk.closes) and word in content_words("wording")
    if noun.verbal and link == "noun":
        pred.cue = noun_cue(noun) if noun.tail == "で" else None  # …したとの疑いで、
        return
    if word == "もの" and noun.tail == "の":
        pred.link = "adv"
        return
    if word in {"こと", "事"} and noun.tail in {"", "も"} and after is not None and after.text + after.tail == "なく":
        pred.link, pred.negative, pred.noun = "cont", True, None
        return  # 抵抗を受けることなく
    if noun.content[0].text in _NOMINALISERS and len(noun.content) == 1:
        upon = connects(noun, after) or (noun.comma and noun.tail in UPON)
        pred.link, pred.mark = ("reason", "") if upon else ("nom", noun.tail)
        return
    if noun.content[0].pos == "adjnoun" and noun.content[0].text in {"よう", "様"}:
        pred.link = "demand"
        return
    if _joined_by(pred, noun):
        return
    made = link == "rel" and pred.lemma in _MAKES and noun.text.endswith(_PAPERS)
    pred.cue = None if made else noun_cue(noun)
    if pred.cue is None and link == "noun" and noun.tail == "の" and after is not None and not after.verbal:
        pred.cue = noun_cue(after)  # 国境は変えないというアフリカ連合の原則
    if pred.cue is not None:
        pred.link = "noun"
    elif link == "noun" and pred.form.tail != "との":
        pred.link = "rel"
    elif link == "rel" and pred.form.tail.startswith("と"):
        pred.link = "noun"


def _joined_by(pred: Pred, noun: Chunk) -> bool:
    """Read a clause joined by a noun of time, condition or reason (…した場合, …する際に, …するため)."""
    hit = cue_index("subordinator").get((noun.text, ""))
    if hit is None:
        return False
    if hit.effect == "conditional" and noun.tail.startswith(("で", "に限", "だけ", "のみ")):
        pred.link, pred.cue = "cond", hit
        return True
    if noun.tail not in {"", "に", "は", "には", "で", "も", "にも", "では", "でも", "から", "なら"}:
        return False
    pred.link, pred.cue = _subordinate(hit, pred), hit
    if noun.text == "まま" and noun.tail in {"では", "なら"}:
        pred.link = "cond"
    return True


def _subordinate(cue: Cue, pred: Pred) -> str:
    if cue.effect == "conditional":
        return "cond"
    if cue.effect == "purpose":
        happens = pred.form.past or pred.form.ongoing or pred.form.passive or pred.lemma in _HAPPENS
        return "reason" if happens or pred.negative else "purpose"
    return "cont"


def _supposes(pred: Pred, preds: list[Pred]) -> bool:
    """Read としても, とすれば, としたら: a supposition, not somebody's words."""
    verb = _following(pred, preds)
    if verb is None or verb.lemma != "する" or verb.chunk.index != pred.chunk.index + 1:
        return False
    if verb.chunk.bracket != pred.chunk.bracket or not verb.chunk.tail.endswith(_IF):
        return False
    verb.absorbed = pred
    return True


def _is_quote(pred: Pred, preds: list[Pred], chunks: list[Chunk]) -> bool:
    tail = pred.form.tail
    if pred.chunk.closes or pred.form.past or tail not in {"と", "とは"} or pred.copula or _ends_said(pred):
        return True
    after = _following(pred, preds)
    while after is not None and after.chunk.bracket != pred.chunk.bracket and not pred.chunk.bracket:
        after = _following(after, preds)
    if after is None:
        return pred.chunk.final
    if (
        after.chunk.index - pred.chunk.index == 1
        and not pred.chunk.comma
        and after.lemma not in {"なる", "ある", "いい", "困る"}
    ):
        return True
    if after.chunk.index - pred.chunk.index <= 3 or tail == "とは":
        idiom = row_here(after, chunks)  # くぎを刺す
        return takes_quote(after) or tail == "とは" or (idiom is not None and idiom.concept.content is not None)
    return takes_quote(after) and not pred.chunk.comma


def _ends_said(pred: Pred) -> bool:
    """Ask: does a clause end as only words that are told do (攻めてくるだろうと, 増える、と…は言う)?"""
    words = pred.chunk.function
    apart = len(words) > 0 and words[-1].start > (words[-2] if len(words) > 1 else pred.chunk.last).end
    return apart or pred.form.text.endswith(("だろうと", "でしょうと", "まいと"))
