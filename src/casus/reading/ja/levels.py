"""Which predicate a Japanese clause hangs on: past what describes, what is said, and where a clause begins anew."""

from __future__ import annotations

from casus.reading.ja.chunks import Chunk
from casus.reading.ja.preds import Pred, row_here, takes_quote
from casus.reading.ja.restarts import (
    covered,
    opens_speech,
    restart,
    somebody_speaks,
    speaks,
    speech_open,
    spoken_upon,
    warns_beside,
)
from casus.reading.names import is_party

COMPLEMENTS = {"quote", "demand", "nom", "question"}
BOTH = frozenset({"ともに", "とも", "共に", "同時"})
UPON = frozenset({"に対し", "に対して", "に伴い", "に関連し", "に関連して"})
"""Particles that set what was done before a comma over against what follows (要求したことに対し、…と応じた)."""
_BESIDE = frozenset({"一方", "反面", "ほか"})


def governor(pred: Pred, preds: list[Pred], chunks: list[Chunk]) -> Pred | None:
    """Give the predicate a clause hangs on."""
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
        first = next((p for p in later[:3] if takes_quote(p) and p.link != "rel"), None)
        if first is None and pred.link == "quote":
            first = next((p for p in later if p.link not in {"rel", "noun"} and p.chunk.tail[-1:] != "の"), None)
        return first or later[0]
    return later[0]


def _own_subject(pred: Pred, preds: list[Pred], chunks: list[Chunk]) -> bool:
    """Ask: does a phrase with が stand before the predicate, after any clause it quotes?

    Then it is told of somebody, not done by the speaker, and stays inside of what is told.
    """
    told = any(p.link == "quote" and p.index == pred.index - 1 for p in preds) and takes_quote(pred)
    if told and not any(c.tail == "は" and not c.verbal for c in chunks[: pred.chunk.index]):
        return False  # 幹部が…おそれがあると説き、気球が…まで待つよう進言した
    closing = {"quote", "demand", "noun", "adv", "question", "cond", "nom"}
    ends = {p.chunk.index for p in preds[: pred.index] if p.link in closing}
    verbs = {p.chunk.index for p in preds}
    quoted = bare = False
    for chunk in reversed(chunks[: pred.chunk.index]):
        if chunk.bracket not in {0, pred.chunk.bracket}:
            quoted = bare = True  # What is quoted word for word is passed over.
            continue
        if chunk.index in ends:
            return False
        if chunk.tail == "が" and not chunk.verbal and chunk.text != "だ":
            # 漁民が「…を受けた」と非難し: the fishermen are whom the words are about, unless a verb stands between.
            return not (quoted and bare and any(c.tail == "は" for c in chunks[: chunk.index]))
        if _second_topic(chunk, chunks):
            return True
        bare = bare and chunk.index not in verbs
    return False


def _topic_ends(pred: Pred, nom: Pred, chunks: list[Chunk]) -> bool:
    """Ask: has a joined clause a thing as its topic (町は国境の内側にあり、兵を置くことは侵略ではない)?"""
    if nom.mark not in {"は", "が", "も"} or pred.link != "cont" or not pred.chunk.comma:
        return False
    topic = next((c for c in reversed(chunks[: pred.chunk.index]) if c.tail == "は" and not c.verbal), None)
    return topic is not None and topic.bracket == pred.chunk.bracket and not is_party(topic.text, "ja")


def _second_topic(chunk: Chunk, chunks: list[Chunk]) -> bool:
    """Ask: is a thing the second topic, right after that of who speaks (政府は、映像は強要されたもので…と述べた)?"""
    if chunk.tail != "は" or chunk.verbal or chunk.date is not None or not chunk.index:
        return False
    before = chunks[chunk.index - 1]
    if before.date is not None and before.comma and not before.function and chunk.index > 1:
        return chunks[chunk.index - 2].tail == "は" and not is_party(chunk.text, "ja")
    spoken = before.tail == "は" and before.comma and is_party(before.text, "ja")
    return spoken and not is_party(chunk.text, "ja")


def _level(pred: Pred, later: list[Pred], chunks: list[Chunk], *, own_subject: bool) -> Pred:
    """Give the next predicate on the same level: relative clauses and, for speech, complements are passed over."""
    comma = (pred.noun or pred.chunk).comma or _together(pred, chunks)
    speech = pred.link != "cond" and speaks(pred, chunks) and not own_subject
    if speech and speech_open(pred, chunks) and not chunks[pred.chunk.index - 1].tail.endswith("と"):
        speech = False  # 談話を発表し、通航を認めず、…と警告した
    aside = pred.cue is not None and pred.cue.cue in _BESIDE and comma
    strong = (pred.link == "adv" or aside) and not own_subject and not covered(pred, chunks)
    told = somebody_speaks(pred, later, chunks)
    speech, strong = (
        speech and told,
        strong and told,
    )  # 警告したものの、応答はなかったとしている: one speaker, named before
    if (speaker := _spoken_next(pred, later, chunks)) is not None:
        return speaker
    through: Pred | None = None
    for p in later:
        described = pred.link == "bare" and p.link in {"rel", "noun"} and p is not later[-1]
        if p is through or described:
            continue  # これを侵害だとして撤収するよう求めた: として goes with what it takes up
        passed = comma or (p.form.passive and not pred.form.passive)
        if p.link in {"rel", "noun"} and p is not later[-1] and passed and not (own_subject and p.link == "noun"):
            continue
        if told and p.link in COMPLEMENTS and p is not later[-1] and restart(pred, p, chunks, own_subject=own_subject):
            through = p.parent if p.parent is not None and p.parent.lemma == "する" and p.link == "quote" else None
            continue
        if p is not later[-1] and (
            _apart(pred, p, later, chunks) or _described_by(p, pred, chunks, own_subject=own_subject)
        ):
            continue
        aside_of_it = p.link in {"cond", "purpose"} and pred.link not in {"cond", "purpose"}
        if (aside_of_it or p.link == "question") and p is not later[-1] and comma and not own_subject:
            continue
        if (
            (_inside_of(p, speech=speech) if comma else p.link) in COMPLEMENTS
            and (speech or strong)
            and p is not later[-1]
        ):
            continue
        return p
    return later[-1]


def _leads_up(pred: Pred, later: list[Pred], chunks: list[Chunk]) -> bool:
    """Ask: is it over against what somebody says next (Aが申し入れたのに対し、Bは、…と突っぱねた)?"""
    tail = pred.noun.tail if pred.noun is not None else pred.chunk.tail
    next_ = next((c for c in chunks[pred.chunk.index + 1 : later[-1].chunk.index] if c.tail == "は"), None)
    over = tail.endswith(tuple(UPON)) or chunks[pred.chunk.index + 1].text in {"対し", "対して"}
    return over and next_ is not None and is_party(next_.text, "ja")


def _apart(pred: Pred, said: Pred, later: list[Pred], chunks: list[Chunk]) -> bool:
    if said.link == "nom":
        return pred.link == "reason" or _topic_ends(pred, said, chunks)
    upon = warns_beside(pred, said, later, chunks) or spoken_upon(pred, said, later, chunks)
    return said.link == "quote" and upon


def _described_by(said: Pred, pred: Pred, chunks: list[Chunk], *, own_subject: bool) -> bool:
    """Ask: is it what a paper says, after a topic's own deed (首脳は会談し、[攻撃しないとする]宣言を発表した)?"""
    if (
        said.link not in {"quote", "nom"}
        or said.parent is None
        or said.parent.link not in {"rel", "noun"}
        or own_subject
    ):
        return False
    row = row_here(pred, chunks)
    if not (pred.noun or pred.chunk).comma or (row is not None and row.concept.type in {"ASSAULT", "COERCE"}):
        return False
    return any(c.tail in {"は", "が"} and not c.verbal and is_party(c.text, "ja") for c in chunks[: pred.chunk.index])


def _together(pred: Pred, chunks: list[Chunk]) -> bool:
    """Ask: is a deed named beside another with ともに or 同時に and a comma (抗議するとともに、…よう求める)?"""
    after = chunks[pred.chunk.index + 1] if pred.chunk.index + 1 < len(chunks) else None
    return after is not None and pred.form.tail == "と" and after.text in BOTH and after.comma


def _inside_of(pred: Pred, *, speech: bool) -> str:
    """Give how the chain of joined clauses a predicate stands in ends (…律し、やめるよう: a demand)."""
    current = pred
    while current.link in {"cont", "bare", "nom", "rel"} and current.parent is not None:
        if current.link in {"nom", "rel"} and not speech:
            break
        current = current.parent
    told = {"demand", "quote"} if speech else {"demand"}
    return current.link if current.link in told else pred.link


def _spoken_next(pred: Pred, later: list[Pred], chunks: list[Chunk]) -> Pred | None:
    """Give the verb of saying for which a clause only opens the speech (声明を読み上げ、…と警告した)."""
    led = pred.link == "reason" and _leads_up(pred, later, chunks)
    if not led and (not opens_speech(pred, chunks) or chunks[later[0].chunk.index - 1].closes):
        return None
    said = next((p for p in later if p.link in {"quote", "demand"}), None)
    return said.parent if said is not None else None
