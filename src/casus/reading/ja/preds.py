"""Japanese predicates: which phrases are predicates, and how each clause goes on from there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from casus.reading.clauses import Operator, Phrase
from casus.reading.ja.chunks import Chunk
from casus.reading.ja.forms import Form, form_of
from casus.reading.ja.words import content_words, cue_index, index
from casus.reading.lexicon import Cue, Predicate

_CASES = ("が", "を", "に", "は", "へ", "から", "で", "も", "と", "には", "では")
_QUOTED = re.compile(r"(と|とは|とも|とまでは|とまで|などと|とだけ)$")
_CONDITIONAL = ("ば", "たら", "なら", "ならば", "だら")
_ADVERSATIVE = ("が", "けど", "けれど", "けれども", "ものの", "のに", "とはいえ", "ものだが", "のだが", "が、")
_REASON = ("ので", "から", "だけに", "からには", "のだから")
_GOES_ON = ("て", "で", "つつ", "つつも", "ながら", "ながらも", "し", "たり", "だり", "ても", "でも", "ては")
_NOMINALISERS = {"こと", "もの", "の", "事", "点", "ところ"}
HOLDS = frozenset(
    {"ある", "ない", "無い", "残る", "高い", "低い", "小さい", "薄い", "乏しい", "強い", "濃い", "大きい", "強まる", "高まる", "持つ", "もつ", "有する",
     "負う", "出る", "浮上", "だ", "なる", "できる", "する", "おる", "生じる", "少ない", "多い", "つく"}
)  # fmt: skip
KEEPS = frozenset({"崩す", "変える", "捨てる", "排除", "否定", "撤回", "取り下げる", "断念"})
"""Verbs that give a noun up; negated they keep it (可能性を排除しない, 姿勢を崩さない)."""
LOW = frozenset({"ない", "無い", "低い", "小さい", "薄い", "乏しい", "少ない"})


@dataclass(slots=True)
class Pred:
    """A predicate on its way to a clause."""

    index: int
    chunk: Chunk
    form: Form
    lemma: str
    row: Predicate | None = None
    start: int = 0
    """Where the trigger begins and ends in the text."""
    end: int = 0
    link: str = "final"
    """quote, noun, nom, demand, cond, cont, adv, reason, rel, question, purpose, final."""
    parent: Pred | None = None
    noun: Chunk | None = None
    """The noun the clause stands before."""
    cue: Cue | None = None
    """The cue of that noun."""
    mark: str = ""
    absorbed: Pred | None = None
    """The predicate this one only helps to say (…可能性が + ある)."""
    holders: list[Pred] = field(default_factory=list)
    """The predicates absorbed, whose endings hold for this one."""
    operators: list[Operator] = field(default_factory=list)
    negative: bool = False
    light: bool = False
    happens: bool = False
    """Is the event its own subject (攻撃があった), so that nobody inherits the part of the one who acts?"""
    copula: bool = False
    nominal: bool = False
    named: bool = False
    """Is it a noun in quotation marks that calls something so (「卑劣な襲撃」と非難)?"""
    same_subject: bool = False
    apposed: bool = False
    """Does the clause say what its noun is (という意味), not describe it?"""
    focus: Chunk | None = None
    """Who a cleft clause is about (…のは X だ)."""
    given: set[int] = field(default_factory=set)
    """Phrases that are nominal events of their own (撤退を in 撤退を要求)."""
    used: set[int] = field(default_factory=set)
    """Phrases that belong to the trigger (兵を in 兵を引く)."""

    @property
    def reports(self) -> bool:
        """Does it take a clause with と?"""
        return takes_quote(self)


_HEADLINE_ENDS = {"へ": "forecast", "か": "possible"}


def find_preds(chunks: list[Chunk], *, headline: bool) -> list[Pred]:
    """Give the predicates of a sentence, left to right."""
    preds: list[Pred] = []
    for i, chunk in enumerate(chunks):
        after = chunks[i + 1] if i + 1 < len(chunks) else None
        if chunk.verbal and not _modifier(chunk, after):
            preds.append(_pred(len(preds), chunk))
        elif chunk.closes and chunk.tail.startswith("と") and index().nominal(chunk.content) is not None:
            quoted = _pred(len(preds), chunk)
            quoted.copula = quoted.named = True
            preds.append(quoted)
        elif headline and after is None and chunk.tail in _HEADLINE_ENDS and index().nominal(chunk.content) is not None:
            pred = _pred(len(preds), chunk)
            pred.operators.append(Operator(_HEADLINE_ENDS[chunk.tail], f"ja.form:{chunk.tail}"))
            preds.append(pred)
        elif _bare(chunk, chunks, preds, after, headline=headline):
            preds.append(_pred(len(preds), chunk))
    return preds


def _pred(number: int, chunk: Chunk) -> Pred:
    form = form_of(chunk)
    copula = chunk.last.pos not in {"verb", "helper", "adj"} and bool(chunk.function) and chunk.function[0].pos == "aux"
    lemma = chunk.text[: -len(chunk.last.text)] * (chunk.last.pos != "verb") + chunk.last.lemma
    if chunk.last.pos in {"verb", "helper", "adj"}:
        lemma = chunk.last.lemma
    end = form.inflection[-1].end if form.inflection else chunk.last.end
    if form.tail.startswith("ば"):
        end += 1
    negative = form.negative or lemma in {"ない", "無い"}
    return Pred(number, chunk, form, lemma, start=chunk.content[0].start, end=end, negative=negative, copula=copula)


def _modifier(chunk: Chunk, after: Chunk | None) -> bool:
    """Is it an adjective that only describes a noun or a verb?"""
    last = chunk.last
    if chunk.tail in {"ではなく", "でなく", "じゃなく"} and after is not None and not after.verbal:
        return True
    if (
        chunk.function
        and chunk.function[0].pos == "aux"
        and chunk.function[0].text in {"な", "に"}
        and len(chunk.function) <= 2
    ):
        return last.pos in {"adjnoun", "noun", "vn", "suffix"} and chunk.tail in {"な", "に", "には", "にも"}
    if last.pos == "adj" and last.lemma not in {"ない", "無い"}:
        if last.form.startswith("連用形") and (not chunk.function or chunk.tail in {"とも", "は", "も"}):
            return True
        return last.form.startswith("連体形") and not chunk.function and after is not None and not after.verbal
    return False


def _bare(chunk: Chunk, chunks: list[Chunk], preds: list[Pred], after: Chunk | None, *, headline: bool) -> bool:
    """Is it a verbal noun that closes a clause without する?"""
    if chunk.function or chunk.verbal or chunk.date is not None:
        return False
    if not (chunk.comma or chunk.final or after is None or (chunk.closes and chunk.closes != after.bracket)):
        return False
    found = index().nominal(chunk.content)
    if chunk.last.pos != "vn" and found is None:
        return False
    if chunk.bracket and chunk.closes and chunk.tail == "":
        return False
    floor = preds[-1].chunk.index if preds else -1
    has_argument = any(c.tail in _CASES for c in chunks[floor + 1 : chunk.index])
    return has_argument or (headline and found is not None and after is None)


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
        consumed |= _absorb(pred, preds, chunks)
    for pred in reversed(preds):
        if pred.absorbed is None:
            pred.parent = _governor(pred, preds, chunks)
    return consumed


def _past_adnominals(noun: Chunk, chunks: list[Chunk]) -> Chunk:
    """The noun after further words that describe it (攻撃する差し迫った脅威)."""
    for chunk in chunks[noun.index : noun.index + 3]:
        if not chunk.verbal:
            return chunk
        if chunk.comma or (chunk.function and chunk.function[-1].pos == "particle"):
            break
    return noun


def _named_by(pred: Pred, preds: list[Pred], chunks: list[Chunk]) -> Chunk | None:
    """The noun that という ties a clause to; the verb いう is grammar there."""
    saying = _following(pred, preds)
    if saying is None or saying.chunk.index != pred.chunk.index + 1 or saying.chunk.bracket != pred.chunk.bracket:
        return None
    if (
        saying.chunk.last.lemma not in {"いう", "言う"}
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


def _classify(pred: Pred, preds: list[Pred], chunks: list[Chunk]) -> None:  # noqa: C901, PLR0912
    chunk, tail, shape = pred.chunk, pred.form.tail, pred.form.shape
    bare = not chunk.function
    after = chunks[chunk.index + 1] if chunk.index + 1 < len(chunks) else None
    if tail.startswith("な") and tail[:1] == "な" and shape == "終止形" and tail in {"な", "なと", "なとの"}:
        pred.operators.append(Operator("ordered", "ja.cue:form:な", negative=True))
        pred.negative, tail = True, tail[1:]
    if tail in {"との", "という", "といった"} and after is not None and not chunk.comma:
        _before_noun(pred, after, "noun")
    elif tail == "と" and (named := _named_by(pred, preds, chunks)) is not None:
        _before_noun(pred, named, "noun")
        pred.apposed = pred.link == "rel"
    elif tail == "と" and after is not None and after.text in {"ともに", "とも", "共に", "同時"}:
        pred.link = "cont"
    elif _QUOTED.search(tail) and _is_quote(pred, preds):
        pred.link = "quote"
    elif tail.endswith(_CONDITIONAL) or (shape == "仮定形" and not tail) or tail == "と":
        pred.link = "cond"
    elif tail in _ADVERSATIVE:
        pred.link = "adv"
    elif tail in _REASON:
        pred.link = "reason"
    elif tail in {"まで", "までは"}:
        after_it = _following(pred, preds)
        pred.link = "cont" if after_it is not None and after_it.form.past else "cond"
    elif tail in {"よう", "ように", "ようにと", "ようと"}:
        pred.link = "demand"
    elif tail.startswith(("のか", "か")) and _following(pred, preds) is not None:
        pred.link = "question"
    elif (
        bare and chunk.comma and chunk.last.pos not in {"verb", "helper", "adj"} and _following(pred, preds) is not None
    ):
        pred.link = "bare"
    elif tail.startswith("の") and len(tail) > 1 and tail[1] in "はがをにもで":
        pred.link, pred.mark = "nom", tail[1:]
    elif tail.startswith(_GOES_ON):
        pred.link, pred.same_subject = "cont", tail.startswith(("ながら", "つつ"))
    elif after is not None and not chunk.comma and not chunk.final and not tail and shape in {"連体形", "終止形", ""}:
        _before_noun(pred, _past_adnominals(after, chunks), "rel")
    elif _following(pred, preds) is not None:
        pred.link = "adv" if chunk.final or pred.chunk.closes else "cont"
    if pred.chunk.closes and pred.link in {"cont", "rel", "final", "bare"} and _following(pred, preds) is not None:
        pred.link = "quote"


def _before_noun(pred: Pred, noun: Chunk, link: str) -> None:
    """Read a clause that stands before a noun: relative, conditional, content of a report."""
    pred.noun, pred.link = noun, link
    word = noun.text
    if noun.verbal and link == "noun":
        return
    if word == "もの" and noun.tail == "の":
        pred.link = "adv"
        return
    if noun.content[0].text in _NOMINALISERS and len(noun.content) == 1:
        pred.link, pred.mark = "nom", noun.tail
        return
    if noun.content[0].pos == "adjnoun" and noun.content[0].text in {"よう", "様"}:
        pred.link = "demand"
        return
    time_words = cue_index("subordinator")
    hit = time_words.get((word, ""))
    if hit is not None and noun.tail in {"", "に", "は", "には", "で", "も", "にも", "では", "でも", "から", "なら"}:
        pred.link, pred.cue = _subordinate(hit, pred), hit
        return
    pred.cue = noun_cue(noun)
    if pred.cue is not None:
        pred.link = "noun"
    elif link == "noun" and pred.form.tail != "との":
        pred.link = "rel"
    elif link == "rel" and pred.form.tail.startswith("と"):
        pred.link = "noun"


def _subordinate(cue: Cue, pred: Pred) -> str:
    if cue.effect == "conditional":
        return "cond"
    if cue.effect == "purpose":
        return "purpose" if not (pred.form.past or pred.form.ongoing or pred.form.passive) else "reason"
    return "cont"


def noun_cue(noun: Chunk) -> Cue | None:
    """Find the cue of a content noun (可能性, 恐れ, 報道) by the last words of a phrase, longest first."""
    table = cue_index("noun")
    for i in range(len(noun.content)):
        cue = table.get(("".join(t.text for t in noun.content[i:]), ""))
        if cue is not None:
            return cue
    return None


def takes_quote(pred: Pred) -> bool:
    """Can the predicate take a clause with と?"""
    if (pred.lemma, "to") in cue_index("report") or (pred.lemma, "to") in cue_index("operator"):
        return True
    row = pred.row or index().single.get(pred.lemma) or _nominal_row(pred)
    return row is not None and row.concept.content is not None


def _nominal_row(pred: Pred) -> Predicate | None:
    found = index().nominal(pred.chunk.content)
    return found[0] if found else None


def _is_quote(pred: Pred, preds: list[Pred]) -> bool:
    tail = pred.form.tail
    if pred.chunk.closes or pred.form.past or tail not in {"と", "とは"} or pred.copula:
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
        return takes_quote(after) or tail == "とは"
    return takes_quote(after) and not pred.chunk.comma


def _absorb(pred: Pred, preds: list[Pred], chunks: list[Chunk]) -> set[int]:
    """Join a clause with the predicate that only says that its noun holds (…可能性が残る, …ことになる)."""
    noun = pred.noun
    if pred.link == "nom" and noun is None:
        return _cleft(pred, preds, chunks)
    if noun is None or pred.link not in {"noun", "nom"} or pred.absorbed is not None:
        return set()
    holder = next((p for p in preds if p.chunk.index >= noun.index and p.index > pred.index), None)
    if holder is None:
        return set()
    if holder.lemma in KEEPS and not _given_up(pred, holder):
        return set()
    own = holder.chunk is noun
    near = holder.chunk.index - noun.index <= 2
    if pred.link == "nom":
        fits = own or (
            near
            and noun.tail in {"に", "が", "も", "は"}
            and holder.lemma in {"なる", "ある", "できる", "ない", "無い"}
        )
    else:
        fits = own or (
            near and noun.tail.strip("ともは") in {"が", "を", "に", "", "で"} and holder.lemma in HOLDS | KEEPS
        )
    if fits and not (holder.lemma == "する" and noun.tail not in {"と", "に"}):
        holder.absorbed = pred
        _take_over(pred, holder, chunks)
        return {noun.index}
    return set()


def _cleft(pred: Pred, preds: list[Pred], chunks: list[Chunk]) -> set[int]:
    """Read …のは X だ: X is who the clause is about."""
    if pred.mark not in {"は", "が"}:
        return set()
    focus = next(
        (c for c in chunks[pred.chunk.index + 1 :] if c.bracket == pred.chunk.bracket and c.tail not in _ADNOMINAL),
        None,
    )
    if focus is None:
        return set()
    holder = next((p for p in preds if p.chunk is focus), None)
    if holder is not None and holder.copula:
        holder.absorbed = pred
        pred.link, pred.noun, pred.cue, pred.focus = holder.link, holder.noun, holder.cue, focus
        return {focus.index}
    if focus.tail == "で" and focus.comma:
        pred.link, pred.noun, pred.focus = "cont", None, focus
        return {focus.index}
    return set()


def _given_up(pred: Pred, holder: Pred) -> bool:
    """May a possibility or plan be kept or given up by this verb? To deny it is a denial, not a holding."""
    effect = pred.cue.effect.partition("|")[0] if pred.cue is not None else ""
    if effect not in {"possible", "forecast", "intended", "none"}:
        return False
    return holder.lemma != "否定" or holder.form.negative


def holds_low(holder: Pred) -> bool:
    """Does a verb say that its noun does not hold (可能性は低い), or give it up (方針を撤回した)?"""
    if holder.lemma in KEEPS:
        return not holder.form.negative
    return holder.lemma in LOW or holder.form.negative


def _take_over(pred: Pred, holder: Pred, chunks: list[Chunk]) -> None:
    pred.holders.append(holder)
    pred.link, pred.parent = holder.link, holder.parent
    low = holds_low(holder)
    rule = f"ja.cue:{pred.cue.rule}" if pred.cue else "ja.cue:form:こと"
    effect = pred.cue.effect if pred.cue else "none"
    if effect == "none" and holder.lemma == "なる" and not holder.form.past:
        effect = "possible" if pred.form.ongoing or pred.form.past else "forecast"
    if not pred.cue and (topic := _topic_cue(pred, chunks)) is not None:
        effect, rule = topic.effect, f"ja.cue:{topic.rule}"
    first, _, low_effect = effect.partition("|")
    if low:
        effect = low_effect or ("forecast" if first == "possible" else first)
    told = Phrase(noun.span, noun.span) if first == "claim" and (noun := pred.noun) is not None else None
    pred.operators.append(Operator(effect if low else first, rule, low, told, "unnamed" if told else "none"))
    pred.noun, pred.cue = holder.noun, holder.cue


def _topic_cue(pred: Pred, chunks: list[Chunk]) -> Cue | None:
    """Find the cue of a topic that names what the clause is (狙いは…ことにある)."""
    topics = (c for c in reversed(chunks[: pred.chunk.index]) if c.tail == "は" and not c.verbal)
    return next((cue for c in topics if (cue := noun_cue(c)) is not None), None)


def _governor(pred: Pred, preds: list[Pred], chunks: list[Chunk]) -> Pred | None:
    later = [p for p in preds[pred.index + 1 :] if p.absorbed is None]
    if pred.noun is not None and pred.link in {"rel", "noun", "nom"}:
        later = [p for p in later if p.chunk.index >= pred.noun.index]
    inside = [p for p in later if p.chunk.bracket == pred.chunk.bracket]
    if pred.chunk.bracket and not pred.chunk.closes and inside:
        later = inside
    else:
        later = [p for p in later if not p.chunk.bracket or p.chunk.bracket == pred.chunk.bracket]
    if not later:
        return None
    if pred.link in {"quote", "demand", "nom", "question", "noun", "rel"}:
        return _content_governor(pred, later)
    return _level(pred, later, chunks)


def _content_governor(pred: Pred, later: list[Pred]) -> Pred:
    if pred.link in {"quote", "demand"}:
        return next((p for p in later[:3] if takes_quote(p) and p.link != "rel"), later[0])
    return later[0]


_ADNOMINAL = {"の", "への", "との", "による", "や"}
_COMPLEMENTS = {"quote", "demand", "nom", "question"}
_RESTARTS = ("一方", "しかし", "だが", "これに対", "それに対", "他方", "その後", "続いて", "同時に", "また", "さらに")


def _level(pred: Pred, later: list[Pred], chunks: list[Chunk]) -> Pred:
    """The next predicate on the same level: relative clauses and, for speech, complements are passed over."""
    comma = pred.chunk.comma
    speech = takes_quote(pred)
    strong = pred.link == "adv"
    for p in later:
        if p.link in {"rel", "noun"} and p is not later[-1] and (comma or (p.form.passive and not pred.form.passive)):
            continue
        if p.link in _COMPLEMENTS and p is not later[-1] and _restart(pred, p, chunks):
            continue
        if p.link == "cond" and pred.link != "cond" and p is not later[-1]:
            continue
        if p.link in _COMPLEMENTS and (speech or strong) and p is not later[-1]:
            continue
        return p
    return later[-1]


def _restart(pred: Pred, complement: Pred, chunks: list[Chunk]) -> bool:
    """Does a new clause begin between a predicate and a complement, so that it stands outside of the complement?"""
    if pred.same_subject or pred.link == "cond":
        return False
    between = chunks[pred.chunk.index + 1 : complement.chunk.index]
    if any(c.text.startswith(_RESTARTS) or (c.text in {"これ", "それ"} and c.tail.startswith("に対")) for c in between):
        return True
    topics = [c for c in between if c.tail in {"は", "も"} and not c.verbal and c.bracket == pred.chunk.bracket]
    if topics and (complement.link == "demand" or pred.link in {"bare", "adv"}):
        return True
    if any(_speaks_next(c, chunks) for c in topics):
        return True
    if complement.link == "demand" and not pred.chunk.comma:
        return any(c.tail in {"に", "に対して", "に対し"} and not c.verbal and c.date is None for c in between)
    return complement.link == "quote" and not complement.form.past and _dated_before(pred, chunks)


def _speaks_next(topic: Chunk, chunks: list[Chunk]) -> bool:
    """Does a topic open like a speaker's (comma, a date, an occasion)?"""
    after = chunks[topic.index + 1] if topic.index + 1 < len(chunks) else None
    return after is not None and (after.date is not None or after.text in content_words("occasion"))


def _dated_before(pred: Pred, chunks: list[Chunk]) -> bool:
    """Does a date with a comma stand before the first predicate: what follows it has happened?"""
    return any(c.date is not None and c.comma for c in chunks[: pred.chunk.index])
