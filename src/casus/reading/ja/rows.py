"""Finding the predicate row of a Japanese predicate: phrases first, light verbs with their nouns, then single words."""

from __future__ import annotations

from casus.reading.clauses import Operator
from casus.reading.ja.arguments import INSTRUMENTS, Attachment, Taken
from casus.reading.ja.chunks import Chunk
from casus.reading.ja.lights import light, light_cue, of_event, take_modifiers
from casus.reading.ja.preds import Pred, noun_cue, underway
from casus.reading.ja.words import cue_index, governing, index
from casus.reading.lexicon import Predicate
from casus.reading.names import name_table

COUNTS = frozenset({"上る", "達する", "膨らむ", "及ぶ", "増える", "超える"})


def find_rows(attachment: Attachment) -> None:
    """Give every predicate its row."""
    for pred in attachment.preds:
        _find_row(pred, attachment)


def nouns_of(pred: Pred, attachment: Attachment) -> dict[str, Taken]:
    """Give the phrases of a predicate by mark, nearest before it first."""
    found: dict[str, Taken] = {}
    for taken in attachment.frames[pred.index].taken:
        if taken.own and (not taken.shared or _nearest(pred, taken, attachment)):
            found.setdefault(taken.mark, taken)
    return found


def _nearest(pred: Pred, taken: Taken, attachment: Attachment) -> bool:
    """Ask: is it the first verb after a topic that goes on (銃撃は午後に始まり、夜まで続いた)?"""
    if taken.chunk.tail not in {"は", "も"} or attachment.is_party(taken.chunk.text):
        return False
    between = attachment.chunks[taken.chunk.index + 1 : pred.chunk.index]
    return taken.chunk.index < pred.chunk.index and not any(c.verbal for c in between)


def _find_row(pred: Pred, attachment: Attachment) -> None:
    nouns = nouns_of(pred, attachment)
    agents = {m for m in ("に", "によって") if m in nouns and nouns[m].chunk.index < pred.chunk.index}
    if pred.form.passive and pred.negative and "を" in nouns and not agents:
        pred.form.passive = False  # 弱腰を見せられない: it cannot.
    if pred.form.passive and pred.negative and pred.link == "quote" and not agents and _potential(pred):
        pred.form.passive = False  # 演習は受け入れられないと抗議した
    if _phrase_row(pred, nouns, attachment):
        return
    if pred.copula and (hit := _copula_row(pred, attachment)) is not None:
        pred.row, noun = hit
        _take_owner(pred, noun, attachment)
        return
    if not light(pred, nouns, attachment):
        _word_row(pred, attachment)
    if pred.row is None and pred.negative and pred.lemma in NOTHING:
        _missing(pred, attachment)


LAID_DOWN = (*INSTRUMENTS, "規範", "指針", "要綱", "取り決め", "文書")
NOTHING = frozenset({"ない", "無い", "いる", "おる"})
"""Verbs of being there; negated they say that a thing or a person is not there."""


def _potential(pred: Pred) -> bool:
    """Ask: may られる mean "can": of a verb whose stem ends in a vowel (受け入れられない)?"""
    return any(t.lemma == "られる" for t in pred.form.inflection)


def _missing(pred: Pred, attachment: Attachment) -> None:
    """Make what is said not to be there part of the trigger (責任はない); whoever lacks it is the subject."""
    frame = attachment.frames[pred.index]
    lacked = next((t for t in frame.taken if t.mark == "が" and t.own and t.chunk.index < pred.chunk.index), None)
    if lacked is None or lacked.chunk.tail not in {"は", "が", "も"} or pred.chunk.index - lacked.chunk.index > 2:
        return
    cue = noun_cue(lacked.chunk)
    if cue is not None and cue.effect != "agreed" and of_event(lacked.chunk, attachment):
        return  # 空爆の計画はない: what is meant is the bombing
    if attachment.is_party(lacked.chunk.text) and lacked.chunk.tail != "も":
        return  # 部隊はいない: who is not there
    pred.used.add(lacked.chunk.index)
    pred.start = attachment.phrase(lacked.chunk).span[0] if lacked.chunk.tail != "も" else lacked.chunk.content[0].start
    others = [t for t in frame.taken if t.mark == "が" and t is not lacked]
    owner = next((t for t in frame.taken if t.mark in {"に", "との"} and t.chunk.tail in {"に", "には", "にも"}), None)
    lacks = owner is not None and (attachment.is_party(owner.chunk.text) or owner.chunk.text.endswith(LAID_DOWN))
    if owner is not None and lacks and not others:
        owner.mark = "が"
    before = attachment.chunks[lacked.chunk.index - 1] if lacked.chunk.index else None
    for chunk in attachment.chunks[: lacked.chunk.index] if owner is None and not others and before is not None else ():
        if chunk.tail == "は" and not chunk.comma and chunk is not lacked.chunk and attachment.is_party(chunk.text):
            frame.taken.append(Taken(chunk, "が"))  # わが国は何の関係もない


def _word_row(pred: Pred, attachment: Attachment) -> None:
    """Find the row of the predicate's own word: a noun, a verb said not to be, a passive, a plain verb."""
    words = index()
    if pred.form.causative and (caused := _caused(pred)) is not None:
        pred.row, pred.form.causative = caused, False
        return
    content = pred.chunk.content[:-1] if underway(pred.chunk) else pred.chunk.content
    found = words.nominal(content) if pred.chunk.last.pos not in {"verb", "helper", "adj"} else None
    if found is not None:
        pred.row, first = found
        _free_ground(pred, attachment)
        _built_in(pred, first, attachment)
        if pred.negative:
            pred.row = _negated(pred, pred.chunk.text) or pred.row
        if pred.copula:
            take_modifiers(pred, pred.chunk, attachment)
        return
    if pred.negative and (denied := _negated(pred, pred.lemma)) is not None:
        pred.row = denied
        return
    if _joined_verbs(pred, attachment):
        return
    longer = pred.chunk.last.text + pred.form.inflection[0].lemma if pred.form.inflection else ""
    if longer in words.single and not pred.form.passive:  # 居続ける
        pred.row = words.single[longer]
        return
    pred.row = words.single.get(_written_passive(pred)) if pred.form.passive else None
    if pred.row is not None:
        pred.form.passive = False
        return
    pred.row = _otherwise(pred, attachment) or words.single.get(pred.lemma)
    if pred.row is None:
        _scheduled(pred, attachment)


def _negated(pred: Pred, word: str) -> Predicate | None:
    """Find the row of a word written with its negation, that of "cannot" first (容認できない, 容認しない)."""
    able = any(t.lemma == "できる" for t in pred.form.inflection)
    negatives = index().negatives
    return (negatives.get(word + "できる") if able else None) or negatives.get(word)


def _caused(pred: Pred) -> Predicate | None:
    """Find the row of a causative as written (移動させる, 向かわせる)."""
    single = index().single
    return single.get(pred.chunk.text + "させる") or single.get(pred.chunk.text + "せる")


def _free_ground(pred: Pred, attachment: Attachment) -> None:
    """Read freeing a place or a state (クウェートを解放) as taking it back."""
    if pred.row is not None and pred.row.concept.name == "release" and _frees_ground(pred, attachment):
        pred.row = index().by_concept("recapture")


def _frees_ground(pred: Pred, attachment: Attachment) -> bool:
    mark = "が" if pred.form.passive else "を"
    taken = next((t for t in attachment.frames[pred.index].taken if t.mark == mark), None)
    if taken is None:
        return False
    names = name_table("ja").scan(taken.chunk.text)
    state = bool(names) and names[-1].entry.kind in {"state", "capital"} and names[-1].span[1] == len(taken.chunk.text)
    return state or taken.chunk.text.endswith(_SETTLED)


_SETTLED = (
    "村",
    "町",
    "市",
    "州",
    "都市",
    "地域",
    "全土",
    "全域",
    "首都",
    "島",
    "集落",
    "地区",
    "領土",
    "半島",
    "要衝",
)


def _otherwise(pred: Pred, attachment: Attachment) -> Predicate | None:
    """Give the other sense of a verb of asking that asks for nothing (首都に迫る): ``kind`` otherwise of the cues."""
    cue = cue_index("otherwise").get((pred.lemma, ""))
    if cue is None or attachment.frames[pred.index].has("を"):
        return None
    if any(p.parent is pred and p.link in {"quote", "demand"} for p in attachment.preds):
        return None
    return index().by_concept(cue.effect)


def _by_particle(pred: Pred, nouns: dict[str, Taken], attachment: Attachment) -> dict[str, Taken]:
    """Give the phrases of a predicate by particle, a topic also under the particle it stands for."""
    by_particle = {t.chunk.tail: t for t in nouns.values()} | nouns
    beside = attachment.chunks[pred.chunk.index - 1] if pred.chunk.index else None
    if beside is not None and beside.tail == "に" and (beside.verbal or beside.last.pos == "adjnoun"):
        by_particle.setdefault("に", Taken(beside, "に"))  # 明らかになる
    for one, other in (("は", "が"), ("も", "が"), ("が", "は"), ("も", "を"), ("は", "を")):
        if one in by_particle:
            by_particle.setdefault(other, by_particle[one])
    return by_particle


def _phrase_row(pred: Pred, nouns: dict[str, Taken], attachment: Attachment) -> bool:
    """Find a row of several words (兵を引く, 緊張が高まる) among the predicate's phrases."""
    by_particle = _by_particle(pred, nouns, attachment)
    texts = {m: _whole(t.chunk, attachment) for m, t in by_particle.items()}
    keys = [_written_passive(pred), pred.lemma]
    if pred.negative:
        keys = [k + "ない" for k in keys] + keys
    for key in dict.fromkeys(keys):
        hit = index().phrase(key, texts)
        if hit is None:
            continue
        row, mark = hit
        chunk = by_particle[mark].chunk
        if key.removesuffix("ない") != pred.lemma:
            pred.form.passive = False
        if noun_cue(chunk) is not None and of_event(chunk, attachment):
            return False  # 交戦の意図はない: what is meant is the fighting.
        inner = index().nominal(chunk.content)
        if inner is not None and len(inner[0].text) > _noun_length(row) and light_cue(pred, mark) is not None:
            return False
        same = inner is not None and inner[0].concept.name == row.concept.name
        told = (
            mark in {"を", "に"}
            and not same
            and row.concept.content is not None
            and (inner is not None or chunk.last.pos == "vn")
            and not (inner is not None and inner[0].concept.kind in {"forecast", "opinion", "intent"})
        )
        pred.row = row
        if told and (inner is None or inner[0].concept.type not in {"AID", "SUPPORT"}):
            return True
        _swallow(pred, chunk, mark, attachment)
        return True
    return False


def _scheduled(pred: Pred, attachment: Attachment) -> None:
    """Read a noun that is said to be planned or feared (予定される首脳会議) as the event itself."""
    cue = cue_index("light").get((pred.lemma, "rel"))
    if cue is None or pred.link != "rel" or pred.noun is None:
        return
    head = attachment.head(pred.noun)
    found = index().nominal(head.content)
    if found is not None:
        pred.row, pred.end = found[0], head.span[1]
        pred.form.passive = False
        pred.operators.append(Operator(cue.effect, f"ja.cue:{cue.rule}"))
        frame = attachment.frames[pred.index]
        frame.taken = [t for t in frame.taken if t.chunk is not head]


def _built_in(pred: Pred, first: int, attachment: Attachment) -> None:
    """Give a bare predicate the party it is written together with (総司令官ら死亡)."""
    before = pred.chunk.content[:first]
    own = Chunk(before, bracket=pred.chunk.bracket, index=pred.chunk.index) if before else None
    if own is None or pred.chunk.tail not in {"", "か", "へ"}:
        return
    frame = attachment.frames[pred.index]
    doer = any(t.mark == "が" and t.own and attachment.is_party(t.chunk.text) for t in frame.taken)
    if doer and pred.row is not None and pred.row.concept.roles_of("object") and not frame.has("を"):
        pred.start = pred.chunk.content[first].start
        frame.taken.append(Taken(own, "を"))  # 海兵隊がタンカー拿捕
        return
    if not attachment.is_party(own.text):
        return
    if pred.chunk.tail and any(t.mark == "が" and t.own and not t.shared for t in frame.taken):
        return  # 両国が艦船派遣へ
    pred.start = pred.chunk.content[first].start
    frame.taken = [Taken(own, "が"), *(t for t in frame.taken if t.mark != "が")]


def _joined_verbs(pred: Pred, attachment: Attachment) -> bool:
    """Find a row of two verbs joined by て (割って入る) and make the first part of the second."""
    before = next((p for p in attachment.preds if p.chunk.index == pred.chunk.index - 1 and p.absorbed is None), None)
    if before is None or before.chunk.comma or before.parent is not pred:
        return False
    row = index().single.get(before.chunk.text + before.chunk.tail + pred.lemma)
    if row is None:
        return False
    pred.row, pred.start = row, before.start
    before.absorbed = pred
    frame = attachment.frames[pred.index]
    held = {t.chunk.index for t in frame.taken}
    frame.taken.extend(t for t in attachment.frames[before.index].taken if t.chunk.index not in held)
    return True


def _whole(chunk: Chunk, attachment: Attachment) -> str:
    """Give a noun phrase as written, particles between its parts included."""
    return "".join(c.text + c.tail for c in reversed(attachment.modifiers(chunk))) + chunk.text


def _written_passive(pred: Pred) -> str:
    """Give the passive in its dictionary form as written: 失われる, みられる."""
    written = pred.chunk.last.text if pred.chunk.last.pos in {"verb", "helper"} else pred.chunk.text
    for token in pred.form.inflection:
        if token.lemma in {"れる", "られる"}:
            return written + token.lemma
        written += token.text
    return pred.lemma


def passive_word(pred: Pred) -> str:
    """Give the word a passive predicate is looked up by among the cues."""
    return _written_passive(pred) if pred.form.passive else pred.lemma


def _copula_row(pred: Pred, attachment: Attachment) -> tuple[Predicate, str] | None:
    whole = _whole(pred.chunk, attachment)
    for noun, particle, row in index().phrases.get("だ", ()):
        if not particle and whole.endswith(noun) and (noun not in _OWNED or _owned(pred.chunk, attachment)):
            return row, noun
    return None


_OWNED = frozenset({"のもの", "によるもの"})
"""Nouns of a copula that say whose a thing is only after somebody (要請によるものだ)."""


def _owned(chunk: Chunk, attachment: Attachment) -> bool:
    before = attachment.modifiers(chunk)
    return bool(before) and (attachment.is_party(before[0].text) or before[0].last.pos == "pron")


def _take_owner(pred: Pred, noun: str, attachment: Attachment) -> None:
    """Give a copula what stands before the noun of its row: ブータン in ブータン領だ, 日本 in 日本固有の領土だ."""
    roles = {m for m, _ in pred.row.roles} if pred.row is not None else set()
    left = len(noun)
    for chunk in [pred.chunk, *attachment.modifiers(pred.chunk)]:
        left -= len(chunk.tail) if chunk is not pred.chunk else 0
        kept = len(chunk.text) - max(left, 0)
        left -= len(chunk.text)
        if kept <= 0:
            continue
        content = [t for t in chunk.content if t.start < chunk.span[0] + kept]
        whole = kept == len(chunk.text)
        if content and "の" in roles and (whole or chunk.span[0] + kept == content[-1].end):
            own = chunk if whole else Chunk(content, bracket=chunk.bracket, index=chunk.index)
            attachment.frames[pred.index].taken.append(Taken(own, "の"))
        return


def _swallow(pred: Pred, chunk: Chunk, mark: str, attachment: Attachment) -> None:
    """Make a phrase part of the trigger; what stands before it becomes the predicate's own."""
    party = attachment.is_party(chunk.text) and chunk.last.pos != "vn"
    acts = pred.row is not None and "actor" in pred.row.parts("が", ("subject",))
    done_to = pred.row is not None and not pred.row.text.endswith("させる")
    if party and mark == "を" and chunk.tail == "も" and done_to:
        for taken in attachment.frames[pred.index].taken:
            taken.mark = "を" if taken.chunk is chunk else taken.mark  # 捕虜も取った
    elif party and chunk.tail in {"が", "は", "も"} and acts:
        return
    suffered = any(t.mark == "に" and t.own for t in attachment.frames[pred.index].taken)
    toll = pred.row is not None and pred.row.concept.name == "casualties" and chunk.tail in {"が", "は", "も"}
    if toll and (not suffered or pred.lemma in COUNTS):
        pred.start = min(pred.start, chunk.content[0].start)
        return  # 死者は7人に上った: who died is the recipient.
    if mark != "を" or not party:
        pred.used.add(chunk.index)
        take_modifiers(pred, chunk, attachment, {m for m, _ in pred.row.roles} if pred.row else set())
        attachment.frames[pred.index].taken.append(Taken(chunk, "place"))
    between = attachment.chunks[chunk.index + 1 : pred.chunk.index]
    if chunk.index < pred.chunk.index and not any(c.tail in {"は", "が"} and not c.verbal for c in between):
        pred.start = min(pred.start, chunk.content[0].start)


def _noun_length(row: Predicate) -> int:
    """Give the length of the noun of a phrase row (攻撃 in 攻撃を行う)."""
    for particle in ("を", "に", "が", "は", "へ", "と"):
        noun, found, _ = row.text.partition(particle)
        if found:
            return len(noun)
    return len(row.text)


def operator_cue(pred: Pred, mark: str) -> tuple[str, bool, str] | None:
    """Give effect, negation and rule of what the predicate does to a noun or clause with that mark."""
    passive = pred.form.passive
    for word in dict.fromkeys((pred.beside + pred.lemma, passive_word(pred), pred.lemma, _vn(pred))):
        cue = governing().get((word, mark))
        if cue is not None:
            effect, _, sign = cue.effect.partition(" ")
            return effect, sign == "not", f"ja.cue:{cue.rule}"
    concept = pred.row.concept if pred.row is not None else None
    if concept is not None and mark == "to" and concept.type == "REJECT" and concept.content == "intended":
        return "claim", False, f"ja.governs:{concept.name}"  # …と反発: what is said against something.
    if concept is not None and mark == "ka":
        return ("question", False, "ja.governs:doubt") if concept.name == "doubt" else None
    if concept is not None and concept.content is not None and (mark in _CONTENT_MARKS or (passive and mark == "が")):
        return concept.content, concept.content_negative, f"ja.governs:{concept.name}"
    return None


_CONTENT_MARKS = {"を", "to", "yo", "koto", "は", "も"}


def _vn(pred: Pred) -> str:
    return pred.chunk.last.text if pred.chunk.last.pos == "vn" else pred.lemma
