"""Where a new clause begins before something said, so that a deed before it stands outside of what is said."""

from __future__ import annotations

from casus.reading.ja.chunks import Chunk, often
from casus.reading.ja.preds import Pred, row_here, row_of, takes_quote
from casus.reading.ja.words import content_words, cue_index, occasions
from casus.reading.names import is_party

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


def speaks(pred: Pred, chunks: list[Chunk]) -> bool:
    """Ask: is it a speech act, alone or with its noun (遺憾の意を示し)? A mere plan (狙う) or とされる is none."""
    row = row_of(pred)
    if row is not None and (row.concept.kind == "intent" or (pred.negative and pred.form.ongoing)):
        return False
    before = chunks[pred.chunk.index - 1] if pred.chunk.index else None
    if before is not None and not before.verbal and before.tail == "と" and pred.lemma == "する" and pred.form.passive:
        return False
    told = before is not None and before.tail == "を" and (pred.lemma, "を") in cue_index("announce")
    if pred.lemma == "なる" or (pred.lemma == "する" and before is not None and before.tail == "を"):
        return told and pred.chunk.comma  # 捕虜となり, 目隠しをして
    joined = before is not None and before.verbal and before.tail.endswith(("て", "で"))
    return (takes_quote(pred) and not joined) or (told and pred.chunk.comma)


def restart(pred: Pred, complement: Pred, chunks: list[Chunk], *, own_subject: bool) -> bool:  # noqa: PLR0911
    """Ask: does a new clause begin before a complement, so that the predicate stands outside of it?"""
    if pred.same_subject or pred.link == "cond" or (complement.link == "quote" and speech_open(pred, chunks)):
        return False
    called = row_here(pred, chunks) if complement.link == "quote" and not own_subject else None
    if called is not None and called.concept.name in _CALLS and not pred.form.passive:
        return True  # 外務省は、大使を呼び、内政干渉だと抗議した
    between = chunks[pred.chunk.index + 1 : complement.chunk.index]
    if any(c.text in _RESTARTS or (c.text in {"これ", "それ"} and c.tail.startswith("に対")) for c in between):
        return True
    comma = (pred.noun or pred.chunk).comma
    if complement.link == "quote" and _speech_begins(pred, complement, chunks, comma=comma):
        return True
    topics = [c for c in between if c.tail in {"は", "も"} and not c.verbal and c.bracket == pred.chunk.bracket]
    told_of = own_subject and any(c.tail == "は" and not c.verbal for c in chunks[: pred.chunk.index])
    another = complement.link in {"quote", "nom"} and comma and _another_speaks(pred, topics, chunks)
    another = another or (complement.link == "nom" and not own_subject and _begins_anew(pred, between, chunks))
    if another or (topics and (complement.link == "demand" or (pred.link in {"bare", "adv"} and not told_of))):
        return True
    if any(_speaks_next(c, chunks) for c in topics):
        return True
    if complement.link == "demand" and not pred.chunk.comma:
        return any(c.tail in {"に対して", "に対し"} for c in between) or _asks_somebody(between)
    if complement.link == "demand":
        return _done_before_asking(pred, chunks)
    settled = complement.form.past or complement.form.ongoing
    runs_on = complement.link == "quote" and _topic_runs_on(pred, chunks)
    row = row_here(pred, chunks)
    if runs_on and row is not None and row.concept.name in _OWN_DEEDS:
        return True
    return complement.link in {"quote", "nom"} and not settled and (runs_on or _dated_before(pred, chunks))


def _goes_on_beside(pred: Pred, complement: Pred, between: list[Chunk]) -> bool:
    """Ask: is a deed under way beside what is only thought (戦闘が続いていて、数十人が死傷したとみられる)?"""
    seen = complement.parent
    thought = seen is not None and seen.form.passive and seen.lemma in content_words("mental")
    return thought and pred.form.ongoing and any(c.tail == "が" and not c.verbal for c in between)


def _speech_begins(pred: Pred, complement: Pred, chunks: list[Chunk], *, comma: bool) -> bool:
    """Ask: does speech begin after a clause: on an occasion named there, or one the clause itself opens?"""
    between = chunks[pred.chunk.index + 1 : complement.chunk.index]
    if opens_speech(pred, chunks) and not chunks[complement.chunk.index - 1].closes:
        return True
    return comma and (any(_is_occasion(c) for c in between) or _goes_on_beside(pred, complement, between))


def opens_speech(pred: Pred, chunks: list[Chunk]) -> bool:
    """Ask: does somebody only begin to speak (声明を読み上げ、…と警告した, テレビに出演し、…と反論した)?"""
    if pred.link not in {"cont", "bare"} or not pred.chunk.comma or pred.negative:
        return False
    if pred.lemma in _BEGINS:
        return True
    before = chunks[pred.chunk.index - 1] if pred.chunk.index else None
    paper = before is not None and before.tail in {"を", "に"} and before.text.endswith(occasions())
    return paper and pred.lemma in _GIVES


def speech_open(pred: Pred, chunks: list[Chunk]) -> bool:
    """Ask: has somebody begun to speak before a clause (談話を発表し、通航を認めず、侵せば反撃すると警告した)?"""
    for chunk in chunks[1 : pred.chunk.index]:
        if chunk.verbal and chunk.comma and chunk.last.lemma in _BEGINS:
            return True
        given = chunk.verbal and chunk.comma and (chunk.last.lemma in _GIVES or chunk.text in _GIVES)
        if given and chunks[chunk.index - 1].text.endswith(occasions()):
            return True
    return False


_BEGINS = frozenset({"出演", "会見", "記者会見", "登壇", "登場"})
_GIVES = frozenset({"開く", "出す", "読み上げる", "発表", "行う", "応じる", "公表", "発する", "臨む", "立つ", "寄せる"})
"""Verbs of giving a statement or an interview."""


def _is_occasion(chunk: Chunk) -> bool:
    """Ask: does a phrase say on what occasion somebody speaks next (首都に到着し、記者会見で、…と証言した)?"""
    return chunk.tail == "で" and chunk.comma and not chunk.verbal and chunk.text.endswith(occasions())


def _topic_runs_on(pred: Pred, chunks: list[Chunk]) -> bool:
    """Ask: is a visit or meeting a topic's own (大統領は前線を視察し、最後まで戦うと語った)?

    Only where no comma and no other verb stand between; any other deed may be part of what is said.
    """
    row = row_here(pred, chunks)
    if row is None or pred.form.ongoing or not (row.concept.type == "CONSULT" or row.concept.name in _OWN_DEEDS):
        return False
    topic = next((c for c in reversed(chunks[: pred.chunk.index]) if c.tail == "は" and not c.verbal), None)
    if topic is None or topic.comma or not pred.chunk.comma or topic.bracket != pred.chunk.bracket:
        return False
    return not any((c.verbal and c.tail) or c.tail == "が" for c in chunks[topic.index + 1 : pred.chunk.index])


def covered(pred: Pred, chunks: list[Chunk]) -> bool:
    """Ask: does a topic set off by a comma hold for all that is said (司令官は、戦争は望まないが、…と語った)?"""
    if speaks(pred, chunks):
        return False
    topic = next((c for c in reversed(chunks[: pred.chunk.index]) if c.tail == "は" and _set_off(c, chunks)), None)
    if topic is None or topic.verbal or topic.bracket != pred.chunk.bracket or not is_party(topic.text, "ja"):
        return False
    return not any(c.verbal and c.tail for c in chunks[topic.index + 1 : pred.chunk.index])


def _set_off(topic: Chunk, chunks: list[Chunk]) -> bool:
    """Ask: does a comma follow a topic, or the day or the occasion named right after it (首相は国会で、…)?"""
    if topic.comma:
        return True
    after = chunks[topic.index + 1] if topic.index + 1 < len(chunks) else None
    occasion = after is not None and (after.date is not None or after.text.endswith(occasions()))
    return occasion and after is not None and after.comma


def warns_beside(pred: Pred, said: Pred, later: list[Pred], chunks: list[Chunk]) -> bool:
    """Ask: does a topic do a deed and warn what it does if…: the deed is done (監視を強化し、挑発すれば…と警告)?"""
    row = row_here(pred, chunks)
    if row is None or row.concept.type not in _NOT_ASKED_FOR or not pred.chunk.comma or speech_open(pred, chunks):
        return False
    if pred.form.passive or pred.form.ongoing:
        return False
    if said.form.past or said.form.ongoing or not any(p.link == "cond" and p.index < said.index for p in later):
        return False
    topic = next((c for c in reversed(chunks[: pred.chunk.index]) if c.tail in {"は", "が"} and not c.verbal), None)
    return topic is not None and topic.tail == "は" and not topic.comma


def _begins_anew(pred: Pred, between: list[Chunk], chunks: list[Chunk]) -> bool:
    """Ask: does somebody else begin what is confirmed after a topic's deed (警察は男を逮捕し、1人が…したことを確認)?"""
    topic = next((c for c in reversed(chunks[: pred.chunk.index]) if c.tail in {"は", "が"} and not c.verbal), None)
    plain = topic is not None and topic.tail == "は" and not topic.comma
    return plain and any(c.tail == "が" and not c.verbal for c in between)


def _another_speaks(pred: Pred, topics: list[Chunk], chunks: list[Chunk]) -> bool:
    """Ask: does a party of its own speak after a deed (連合軍は港を封鎖し、国連は飢餓が広がると警告した)?

    Where a topic stands before the doer's, it is the one who speaks of both (外相は、A国は…し、B国は…と述べた).
    """
    if not any(c.tail == "は" and is_party(c.text, "ja") for c in topics):
        return False
    before = [c for c in chunks[: pred.chunk.index] if c.tail == "は" and not c.verbal and is_party(c.text, "ja")]
    doer = next((c for c in reversed(chunks[: pred.chunk.index]) if c.tail in {"は", "が"} and not c.verbal), None)
    return len(before) <= (doer is not None and doer in before)


_CALLS = {"summon_ambassador", "recall_ambassador"}
_CONTACTS = {"phone", "visit"}
_OWN_DEEDS = {"inspect", "no_comment", "disclose", "summon_ambassador", "recall_ambassador", "alert"}
_NOT_ASKED_FOR = {"ACCUSE", "CONSULT", "MOBILIZE", "ASSAULT", "SANCTION", "COERCE", "PROTEST"}


def _done_before_asking(pred: Pred, chunks: list[Chunk]) -> bool:
    """Ask: is a deed joined to a demand the asker's own (軍は部隊を送り、撤収するよう要求した)?

    Only where the topic runs on into the deed, nobody is addressed before it, and it is nothing one asks for.
    """
    row = row_here(pred, chunks)
    before = chunks[: pred.chunk.index]
    topic = next((c for c in before if c.tail in {"は", "が"} and not c.verbal), None)
    addressed = any(c.tail in {"に対し", "に対して"} or (c.tail == "に" and c.comma) for c in before)
    own = row is not None and row.concept.type in _NOT_ASKED_FOR
    contact = row is not None and row.concept.name in _CONTACTS  # 隣国に特使を送り、停戦に応じるよう求めた
    return own and topic is not None and not topic.comma and not addressed and (contact or not _asks_somebody(before))


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
    if not pred.chunk.comma and not pred.chunk.final:
        return False  # 検閲団を派遣して確かめると通告した
    return not any(c.tail in {"が", "は"} and not c.verbal for c in before[dated.index :])


_SUBJECTS = frozenset({"は", "が", "も", "では", "によると", "によりますと", "によれば"})


def announced(preds: list[Pred], chunks: list[Chunk]) -> None:
    """Read what a headline says somebody announces after it (部隊に砲撃、国連が発表)."""
    last = preds[-1] if preds else None
    if last is None or last.chunk.function or (last.lemma, "to") not in cue_index("report"):
        return
    if chunks[last.chunk.index - 1].tail == "の":
        return  # 国境で戦闘　双方が非難の応酬
    for pred in preds:
        if pred.link != "bare" or pred.parent is not last or any(p.link == "quote" and p.parent is last for p in preds):
            continue
        between = chunks[pred.chunk.index + 1 : last.chunk.index]
        if any(c.tail == "が" for c in between) and not any(c.tail == "を" for c in between):
            pred.link = "quote"


def spoken_upon(pred: Pred, said: Pred, later: list[Pred], chunks: list[Chunk]) -> bool:
    """Ask: does somebody speak upon what happened before (軍が封鎖すると、政府は戦争だと非難した)?"""
    if pred.link != "cond" or pred.form.tail != "と" or pred.negative or not later[-1].form.past:
        return False
    return any(c.tail == "は" and _may_speak(c) for c in chunks[pred.chunk.index + 1 : said.chunk.index])


def _stands_first(chunk: Chunk) -> bool:
    """Ask: is a phrase a subject, topic or source, not a mere 何度も?"""
    return chunk.tail in _SUBJECTS and not chunk.verbal and not often(chunk)


def _may_speak(chunk: Chunk) -> bool:
    """Ask: may a phrase be who speaks or acts: somebody with は, が or によると, or bare in a headline?"""
    if chunk.verbal or not (chunk.tail in _SUBJECTS or (chunk.comma and not chunk.function)):
        return False
    return chunk.last.pos == "propn" or is_party(chunk.text, "ja")


def somebody_speaks(pred: Pred, later: list[Pred], chunks: list[Chunk]) -> bool:
    """Ask: may anybody named in the sentence be its speaker, so that a clause may stand outside of what is said?"""
    told = any(_stands_first(c) for c in chunks[: pred.chunk.index])
    return told or any(_may_speak(c) for c in chunks[pred.chunk.index : later[-1].chunk.index])
