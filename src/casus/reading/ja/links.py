"""How each Japanese clause goes on, and which predicate it hangs on."""

from __future__ import annotations

import re

from casus.reading.clauses import Operator
from casus.reading.ja.chunks import Chunk
from casus.reading.ja.holding import absorb
from casus.reading.ja.preds import Pred, noun_cue, row_of, takes_quote
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

_BESIDE = frozenset({"一方", "反面", "ほか"})

_RESTARTS = frozenset(
    {
        "一方",
        "しかし",
        "だが",
        "他方",
        "その後",
        "続いて",
        "同時に",
        "また",
        "さらに",
        "これに対し",
        "これに対して",
        "それに対し",
    }
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
            pred.parent = _governor(pred, preds, chunks)
    return consumed


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
    elif _QUOTED.search(tail) and _supposes(pred, preds):
        pred.link = "cond"
    elif _QUOTED.search(tail) and _is_quote(pred, preds):
        pred.link = "quote"
    elif pred.lemma in _SEEN_SO and (tail == "と" or shape == "仮定形"):
        pred.link = "cont"
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
    elif tail.endswith(("ても", "でも")) and not _settled(preds[-1]):
        pred.link = "cond"
    elif tail.startswith(_GOES_ON):
        pred.link, pred.same_subject = "cont", tail.startswith(("ながら", "つつ"))
    elif after is not None and not chunk.comma and not chunk.final and not tail and shape in {"連体形", "終止形", ""}:
        _before_noun(pred, _past_adnominals(after, chunks), "rel")
    elif _following(pred, preds) is not None:
        pred.link = "adv" if chunk.final or pred.chunk.closes else "cont"
    if pred.chunk.said:
        return
    if (
        pred.chunk.closes
        and pred.link in {"cont", "rel", "final", "bare"}
        and not pred.apposed
        and _following(pred, preds) is not None
    ):
        pred.link = "quote"


def _settled(pred: Pred) -> bool:
    return pred.form.past or pred.form.ongoing


def _before_noun(pred: Pred, noun: Chunk, link: str) -> None:
    """Read a clause that stands before a noun: relative, conditional, content of a report."""
    pred.noun, pred.link = noun, link
    word = noun.text
    pred.mentioned = bool(pred.chunk.closes) and word in content_words("wording")
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
        if word == "まま" and noun.tail in {"では", "なら"}:
            pred.link = "cond"
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


def _supposes(pred: Pred, preds: list[Pred]) -> bool:
    """Read としても, とすれば, としたら: a supposition, not somebody's words."""
    verb = _following(pred, preds)
    if verb is None or verb.lemma != "する" or verb.chunk.index != pred.chunk.index + 1:
        return False
    if verb.chunk.bracket != pred.chunk.bracket or not verb.chunk.tail.endswith(_IF):
        return False
    verb.absorbed = pred
    return True


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


def _governor(pred: Pred, preds: list[Pred], chunks: list[Chunk]) -> Pred | None:
    later = [p for p in preds[pred.index + 1 :] if p.absorbed is None]
    if pred.noun is not None and pred.link in {"rel", "noun", "nom"}:
        later = [p for p in later if p.chunk.index >= pred.noun.index]
    inside = [p for p in later if p.chunk.bracket == pred.chunk.bracket]
    if (pred.chunk.bracket and not pred.chunk.closes and inside) or pred.chunk.said:
        later = inside
    else:
        later = [p for p in later if not p.chunk.bracket or p.chunk.bracket == pred.chunk.bracket]
    if not later:
        return None
    if pred.link in {"quote", "demand", "nom", "question", "noun", "rel"}:
        return _content_governor(pred, later)
    return _level(pred, later, chunks, own_subject=_own_subject(pred, preds, chunks))


def _content_governor(pred: Pred, later: list[Pred]) -> Pred:
    if pred.link in {"quote", "demand"}:
        if later[0].chunk.index == pred.chunk.index + 1 and (pred.link == "quote" or takes_quote(later[0])):
            return later[0]
        return next((p for p in later[:3] if takes_quote(p) and p.link != "rel"), later[0])
    return later[0]


def _own_subject(pred: Pred, preds: list[Pred], chunks: list[Chunk]) -> bool:
    """Ask: does a phrase with が stand before the predicate, after any clause it quotes?

    Then it is told of somebody, not done by the speaker, and stays inside of what is told.
    """
    closing = {"quote", "demand", "noun", "adv", "question", "cond"}
    ends = {p.chunk.index for p in preds[: pred.index] if p.link in closing}
    verbs = {p.chunk.index for p in preds}
    quoted = bare = False
    for chunk in reversed(chunks[: pred.chunk.index]):
        if chunk.bracket not in {0, pred.chunk.bracket}:
            quoted = bare = True  # What is quoted word for word is passed over.
            continue
        if chunk.index in ends:
            return False
        if chunk.tail == "が" and not chunk.verbal:
            # 漁民が「…を受けた」と非難し: the fishermen are whom the words are about, unless a verb stands between.
            return not (quoted and bare and any(c.tail == "は" for c in chunks[: chunk.index]))
        bare = bare and chunk.index not in verbs
    return False


def _level(pred: Pred, later: list[Pred], chunks: list[Chunk], *, own_subject: bool) -> Pred:
    """Give the next predicate on the same level: relative clauses and, for speech, complements are passed over."""
    comma = (pred.noun or pred.chunk).comma
    speech = takes_quote(pred) and not own_subject
    aside = pred.cue is not None and pred.cue.cue in _BESIDE and comma
    strong = (pred.link == "adv" or aside) and not own_subject
    for p in later:
        passed = comma or (p.form.passive and not pred.form.passive)
        if p.link in {"rel", "noun"} and p is not later[-1] and passed and not (own_subject and p.link == "noun"):
            continue
        if p.link in _COMPLEMENTS and p is not later[-1] and _restart(pred, p, chunks, own_subject=own_subject):
            continue
        if p.link == "cond" and pred.link != "cond" and p is not later[-1] and comma and not own_subject:
            continue
        if (_inside_of(p) if comma else p.link) in _COMPLEMENTS and (speech or strong) and p is not later[-1]:
            continue
        if p.link == "nom" and pred.link == "reason" and p is not later[-1]:
            continue
        return p
    return later[-1]


def _restart(pred: Pred, complement: Pred, chunks: list[Chunk], *, own_subject: bool) -> bool:
    """Ask: does a new clause begin before a complement, so that the predicate stands outside of it?"""
    if pred.same_subject or pred.link == "cond":
        return False
    between = chunks[pred.chunk.index + 1 : complement.chunk.index]
    if any(c.text in _RESTARTS or (c.text in {"これ", "それ"} and c.tail.startswith("に対")) for c in between):
        return True
    topics = [c for c in between if c.tail in {"は", "も"} and not c.verbal and c.bracket == pred.chunk.bracket]
    told_of = own_subject and any(c.tail == "は" and not c.verbal for c in chunks[: pred.chunk.index])
    if topics and (complement.link == "demand" or (pred.link in {"bare", "adv"} and not told_of)):
        return True
    if any(_speaks_next(c, chunks) for c in topics):
        return True
    if complement.link == "demand" and not pred.chunk.comma:
        return any(c.tail in {"に対して", "に対し"} for c in between) or _asks_somebody(between)
    if complement.link == "demand":
        return _done_before_asking(pred, chunks)
    settled = complement.form.past or complement.form.ongoing
    own = _dated_before(pred, chunks) or (complement.link == "quote" and _topic_runs_on(pred, chunks))
    return complement.link in {"quote", "nom"} and not settled and own


def _inside_of(pred: Pred) -> str:
    """Give how the chain of joined clauses a predicate stands in ends (…律し、やめるよう: a demand)."""
    current = pred
    while current.link in {"cont", "bare"} and current.parent is not None:
        current = current.parent
    return current.link if current.link == "demand" else pred.link


def _topic_runs_on(pred: Pred, chunks: list[Chunk]) -> bool:
    """Ask: is a visit or meeting a topic's own (大統領は前線を視察し、最後まで戦うと語った)?

    Only where no comma and no other verb stand between; any other deed may be part of what is said.
    """
    row = row_of(pred)
    if row is None or pred.form.ongoing or not (row.concept.type == "CONSULT" or row.concept.name == "inspect"):
        return False
    topic = next((c for c in reversed(chunks[: pred.chunk.index]) if c.tail == "は" and not c.verbal), None)
    if topic is None or topic.comma or not pred.chunk.comma or topic.bracket != pred.chunk.bracket:
        return False
    return not any(c.verbal or c.tail == "が" for c in chunks[topic.index + 1 : pred.chunk.index])


_NOT_ASKED_FOR = {"ACCUSE", "CONSULT", "MOBILIZE", "ASSAULT", "SANCTION", "COERCE", "PROTEST"}


def _done_before_asking(pred: Pred, chunks: list[Chunk]) -> bool:
    """Ask: is a deed joined to a demand the asker's own (軍は部隊を送り、撤収するよう要求した)?

    Only where the topic runs on into the deed, nobody is addressed before it, and it is nothing one asks for.
    """
    row = row_of(pred)
    before = chunks[: pred.chunk.index]
    topic = next((c for c in before if c.tail in {"は", "が"} and not c.verbal), None)
    addressed = any(c.tail in {"に対し", "に対して"} or (c.tail == "に" and c.comma) for c in before)
    own = row is not None and row.concept.type in _NOT_ASKED_FOR
    return own and topic is not None and not topic.comma and not addressed and not _asks_somebody(before)


def _asks_somebody(before: list[Chunk]) -> bool:
    """Ask: does a bare state or body stand with に before the deed (加盟国に部隊を送り…)?"""
    names = [c for c in before if c.tail == "に" and not c.verbal and c.date is None]
    return any(c.last.pos == "propn" or c.text.endswith(("国", "軍", "政府", "側", "機構", "双方")) for c in names)


def _speaks_next(topic: Chunk, chunks: list[Chunk]) -> bool:
    """Ask: does a topic open like a speaker's (comma, a date, an occasion)?"""
    after = chunks[topic.index + 1] if topic.index + 1 < len(chunks) else None
    return after is not None and (after.date is not None or after.text in content_words("occasion"))


def _dated_before(pred: Pred, chunks: list[Chunk]) -> bool:
    """Ask: do a topic and a date with a comma lead straight to the predicate: what follows has happened?"""
    before = chunks[: pred.chunk.index]
    dated = next((c for c in before if c.date is not None and c.comma), None)
    if dated is None or not dated.index or chunks[dated.index - 1].tail not in {"は", "も"}:
        return False
    return not any(c.tail == "が" and not c.verbal for c in before[dated.index :])
