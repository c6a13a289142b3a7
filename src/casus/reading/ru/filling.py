"""Filling Russian clauses: the predicates of a segment, their noun phrases, the infinitives they govern."""

from __future__ import annotations

from casus.reading.clauses import Phrase
from casus.reading.ru.agreement import agrees
from casus.reading.ru.controlling import is_sure
from casus.reading.ru.morphology import lemmas
from casus.reading.ru.names import russian_names
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.preds import Frame, Pred, Said, Segment
from casus.reading.ru.rows import addresses, takes_whom
from casus.reading.ru.segments import segments_of
from casus.reading.ru.sources import is_account, is_body, sits, tells, thinks
from casus.reading.ru.words import DATIVE_SUBJECT, governor, governors

_UN = {"непричастный": "причастный", "незамешанный": "замешанный"}
"""Adjectives that have the word for not in them."""
_GIVES = frozenset({"дать", "давать", "отвести", "отводить"})
"""Verbs of a time limit (дали послу двое суток)."""
CITING = frozenset({"ссылаться", "сослаться", "опираться", "опереться"})
_BESIDE = frozenset({"cond", "adv", "rel", "part", "ger", "ahead", "purpose", "instead", "unlike"})


class Filling:
    """Makes the predicates of one sentence in the clauses they belong to."""

    def __init__(self, chunks: list[Chunk], *, headline: bool = False, quoted: bool = False) -> None:
        self.chunks = chunks
        self.headline = headline
        self.segments = segments_of(chunks, quoted=quoted)
        self.preds: list[Pred] = []
        self.said: list[Said] = []
        self.stack: list[Frame] = [Frame()]
        self.frames: list[Frame] = [self.stack[0]]
        self.part = 0
        self.begun = False
        self.loose: list[Chunk] = []
        """Noun phrases of segments that have no predicate."""

    @property
    def top(self) -> Frame:
        """The clause being read."""
        return self.stack[-1]

    def _main(self) -> Frame:
        frame = Frame()
        self.frames.append(frame)
        return frame

    def _push(self, frame: Frame) -> Frame:
        self.stack.append(frame)
        self.frames.append(frame)
        return frame

    def last_noun(self, index: int) -> Chunk | None:
        """Give the last noun phrase before a chunk, by its index."""
        return next((c for c in reversed(self.chunks[:index]) if c.kind == "np" and c.lemma not in {"то", "тот"}), None)

    def _fill(self, segment: Segment) -> None:
        """Make the predicates of a segment in its clause."""
        frame = self.top
        verbs = _heads(segment)
        if not verbs:
            infinitives = segment.of("inf")
            if infinitives:
                first = infinitives[0]
                pred = self._make(first, frame, segment)
                own = around(segment, infinitives)
                pred.candidates = [c for c in (*frame.pending, *own) if c.kind == "np" and not is_account(c)]
                pred.dates = [c for c in own if c.kind == "date"]
                frame.pending = []
                frame.preds.append(pred)
                self._infinitives(segment, pred)
            else:
                frame.pending.extend(segment.of("np", "date"))
            return
        shared = frame.last
        for n, verb in enumerate(verbs):
            pred = self._make(verb, frame, segment)
            if shared is not None and n == 0:
                pred.shares = shared
            elif n:
                pred.shares = frame.last
            start = segment.chunks.index(verbs[n - 1]) + 1 if n else 0
            end = segment.chunks.index(verbs[n + 1]) if n + 1 < len(verbs) else len(segment.chunks)
            inside = segment.chunks[start:end]
            if n + 1 < len(verbs):
                inside = inside[: inside.index(verb) + 1 + _until(inside[inside.index(verb) + 1 :])]
            if n:
                earlier = segment.chunks[start : segment.chunks.index(verb)]
                inside = [c for c in inside if c not in earlier or c not in frame.preds[-1].candidates]
            term = [c for c in inside if c.kind == "measure"] if verb.lemma in _GIVES else []
            pred.candidates = [c for c in inside if (c.kind == "np" and not is_account(c)) or c in term]
            pred.dates = [c for c in inside if c.kind == "date"]
            pred.adverbs = [c for c in inside if c.kind in {"adv", "adjective"}]
            if n == 0:
                pred.candidates = [
                    *(c for c in frame.pending if c.kind == "np" and not is_account(c)),
                    *pred.candidates,
                ]
                pred.dates = [*pred.dates, *(c for c in frame.pending if c.kind == "date")]
                frame.pending = []
            frame.preds.append(pred)
            self._adopt(pred)
            self._infinitives(segment, pred, within=inside)
            if pred.link == "rel":
                self._cites(pred)
                self._of_whom(pred, frame)

    def _adopt(self, pred: Pred) -> None:
        """Give a main clause to the conditions and participles that stood before it."""
        waiting = [p for p in self.preds if p is not pred and p.parent is None and p.position < pred.position]
        for other in waiting:
            if other.link in _BESIDE and pred.link in {"main", "comp"} and pred.parent is not other:
                other.parent = pred
                if other.link == "ger":
                    self._cites(other)  # газета, ссылаясь на чиновника, пишет

    def _infinitives(
        self, segment: Segment, owner: Pred, *, within: list[Chunk] | None = None, apart: bool = False
    ) -> None:
        """Make the infinitives of a stretch hang on what governs them, and give each its nouns."""
        inside = segment.chunks if within is None else within
        infinitives = [c for c in inside if c.kind == "inf" and all(p.chunk is not c for p in self.preds)]
        governed = owner
        for n, chunk in enumerate(infinitives):
            at = inside.index(chunk)
            joined = n > 0 and any(c.kind == "conj" for c in inside[inside.index(infinitives[n - 1]) : at])
            if n and not joined and infinitives[n - 1].kind == "inf":
                governed = self.preds[-1]
            pred = self._make(chunk, Frame("inf", "", governed), segment)
            pred.noun = noun_that_governs(inside, at)
            if joined and pred.noun is None and self.preds[-2].link == "inf":
                pred.noun = self.preds[-2].noun  # с требованием осудить и вывести
            pred.negative = _negated(segment, chunk)
            end = inside.index(infinitives[n + 1]) if n + 1 < len(infinitives) else len(inside)
            mine = [c for c in inside[at:end] if c.kind == "np" and not is_account(c)]
            if apart or owner.position > chunk.start:
                lead = [c for c in inside[:at] if not _leads(c, owner, inside)] if n == 0 else []
                mine = [*(c for c in lead if c.kind == "np" and c is not pred.noun), *mine]
            after_verb = owner.position < chunk.start
            if after_verb and n == 0 and (ahead := _fronted(owner, chunk, mine)) is not None:
                owner.candidates = [c for c in owner.candidates if c is not ahead]
                mine = [ahead, *mine]
            if within is not None and after_verb:
                owner.candidates = [c for c in owner.candidates if c not in mine]
            elif within is not None:
                verb_at = inside.index(owner.chunk) if owner.chunk in inside else len(inside)
                mine = [c for c in mine if inside.index(c) < verb_at]
                mine = [c for n, c in enumerate(mine) if not _of_the_verb(c, owner, chunk, mine[:n])]
                owner.candidates = [c for c in owner.candidates if c not in mine]
            elif owner.kind in {"ger", "part"}:
                owner.candidates = [c for c in owner.candidates if c not in mine]
            pred.candidates = mine
            when = [c for c in inside[at:end] if c.kind == "date"]
            if after_verb and when:
                pred.dates = when
                owner.dates = [c for c in owner.dates if c not in when]

    def _make(self, chunk: Chunk, frame: Frame, segment: Segment) -> Pred:
        pred = Pred(
            len(self.preds),
            chunk.kind,
            chunk,
            chunk.lemma,
            chunk.form,
            frame.link,
            frame.mark,
            frame.parent,
            frame.noun,
        )
        pred.part, pred.segment = self.part, segment
        pred.trigger = list(chunk.words)
        if chunk.kind == "short":
            pred.lemma = next(
                (
                    w
                    for w in sorted(lemmas(chunk.head.text))
                    if any((w, kind) in governors() for kind in ("verb", "flat", "adj"))
                ),
                pred.lemma,
            )
        pred.lemma = _UN.get(pred.lemma, pred.lemma)
        asked = any(c.kind == "stop" and "?" in c.low for c in self.chunks[-2:])
        pred.question = asked and pred.link in {"main", "comp"} and not self._parted_after(chunk)
        _read_group(pred, segment)
        if frame.rel is not None and not frame.preds:
            pred.rel, pred.rel_prep = frame.rel, frame.rel_prep
        self.preds.append(pred)
        if chunk.kind == "ger":
            self._after_tag(pred, segment)
        return pred

    def _after_tag(self, pred: Pred, segment: Segment) -> None:
        """Make who speaks in an attribution the one who does what a gerund after it says (сообщил он, добавив, что)."""
        at = next(i for i, s in enumerate(self.segments) if s is segment)
        said = self.said[-1] if at and self.said else None
        if said is None or said.speaker is None or not said.rule.startswith("ru.cue:report:"):
            return
        if self.segments[at - 1].chunks[0].start <= said.start < segment.chunks[0].start:
            start = said.speaker.span[0]
            pred.subject = next((c for c in self.chunks if c.kind == "np" and c.start <= start < c.end), None)
            pred.subject_own = False

    def _parted_after(self, chunk: Chunk) -> bool:
        """Does a colon or semicolon part a clause from the question at the end (нефть горит: кто ударил?)?"""
        return any(c.kind in {"colon", "semicolon"} and c.start > chunk.start for c in self.chunks)

    def _cites(self, pred: Pred) -> None:
        """Take ссылаясь на источник for who is passed on."""
        if pred.lemma not in CITING:
            return
        whom = next((c for c in pred.candidates if c.prep == "на"), None)
        told = any(s.start < pred.position for s in self.said) or (
            pred.parent is not None and thinks(pred.parent.lemma)
        )
        if whom is not None and told and _may_be_cited(whom):
            said = Said(pred.position, self.with_place(whom), "named", "ru.cue:cites", part=self.part, cites=True)
            said.segment = (
                pred.parent.segment if pred.parent is not None and thinks(pred.parent.lemma) else pred.segment
            )
            earlier = [p for p in self.preds if p is not pred and p.link not in {"ger", "part"}]
            said.covers = earlier if pred.parent is None or not thinks(pred.parent.lemma) else []
            self.said.append(said)

    def _of_whom(self, pred: Pred, frame: Frame) -> None:
        """Take what a relative clause is about for whose words it gives (доклад, согласно которому)."""
        segment = pred.segment
        if frame.preds != [pred] or segment is None or segment.rel is None:
            return
        told = pred.noun
        if pred.rel_prep == "согласно" and told is not None:
            self.said.append(Said(segment.chunks[0].start, told.phrase(), "named", "ru.cue:prep:согласно", frame=frame))
            return
        at = next(i for i, s in enumerate(self.segments) if s is segment)
        words = next((s for s in self.said if at and s.segment is self.segments[at - 1] and not s.covers), None)
        whom = self.last_noun(self.segments[at - 1].first) if words is not None else None
        if words is not None and whom is not None and self.segments[at - 1].chunks[-1] is pred.noun:
            words.speaker, words.voice, words.frame = whom.phrase(), "named", frame
            pred.noun = pred.rel = None

    def with_place(self, whom: Chunk) -> Phrase:
        """Write источник в полиции as one phrase."""
        at = next(i for i, c in enumerate(self.chunks) if c is whom)
        following = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        if following is not None and following.kind == "np" and following.prep in {"в", "на"} and following.may("loc"):
            return Phrase(
                (whom.start, following.end), (whom.start, whom.core or whom.end), ((following.start, following.end),)
            )
        return whom.phrase()


def _may_be_cited(chunk: Chunk) -> bool:
    """May it be cited as a source, and is it no reason (ссылаясь на погоду, на право на самооборону)?"""
    known = chunk.form is None or not chunk.form.known or chunk.form.pos != "NOUN"
    named = known or chunk.head.capital or chunk.head.mark != "" or tells(chunk)
    people = chunk.form is not None and (chunk.form.animate or chunk.form.kind == "person")
    return named or people or is_body(chunk) or bool(russian_names().scan(chunk.head.text))


def _leads(noun: Chunk, owner: Pred, inside: list[Chunk]) -> bool:
    """Is a noun before an infinitive and its verb the verb's subject (Дели отправлять войска не спешит)?"""
    if sits(noun) and owner.form is not None and owner.form.number == "plur":
        return True  # в Каире отвечать отказались
    if noun.kind != "np" or noun.prep or owner.form is None or not noun.may("nom"):
        return False
    rivals = (c for c in inside if c is not noun and c.kind == "np" and not c.prep and c.may("nom"))
    other = any(agrees(c.as_subject(), owner.form) and not c.may("acc") for c in rivals)
    return agrees(noun.as_subject(), owner.form) and not other


def _fronted(owner: Pred, infinitive: Chunk, mine: list[Chunk]) -> Chunk | None:
    """Give the object of an infinitive that opens the clause (мост приказано взорвать; пленных обещают отпустить)."""
    form = infinitive.form
    if form is None or not form.transitive or any(not c.prep and c.may("acc") for c in mine):
        return None
    if owner.form is None or takes_whom(owner.lemma):
        return None
    nobodys = owner.form.number == "plur" or (owner.kind in {"short", "pred"} and owner.form.gender != "masc")
    ahead = [c for c in owner.candidates if c.end < owner.position and not c.prep and c.may("acc")]
    sure = [c for c in ahead if not c.may("nom") or not agrees(c.as_subject(), owner.form)]
    return sure[0] if nobodys and len(sure) == 1 and len(ahead) == 1 else None


def around(segment: Segment, infinitives: list[Chunk]) -> list[Chunk]:
    """Give what stands before the first infinitive of a segment and after it, up to the next one."""
    end = segment.chunks.index(infinitives[1]) if len(infinitives) > 1 else len(segment.chunks)
    return segment.chunks[:end]


def _of_the_verb(noun: Chunk, owner: Pred, infinitive: Chunk, before: list[Chunk]) -> bool:
    """Does a noun between an infinitive and its verb belong to the verb (уходить повстанцы отказались)?"""
    if noun.prep or owner.form is None:
        return False
    if noun.may("dat") and not noun.may("acc"):
        return owner.lemma in DATIVE_SUBJECT or addresses(owner.lemma)
    transitive = infinitive.form is not None and infinitive.form.transitive
    transitive = transitive and not any(
        not c.prep and c.may("acc") for c in before
    )  # штурмовать дворец военные не стали
    return noun.may("nom") and not (noun.may("acc") and transitive) and agrees(noun.as_subject(), owner.form)


def _heads(segment: Segment) -> list[Chunk]:
    """Give the words that make clauses: быть with a short form or predicative is one with it."""
    found = segment.finite
    if len(found) < 2:
        return found
    real = [
        c
        for c in found
        if not (c.kind == "verb" and c.lemma in {"быть", "стать", "оказаться"} and _has_partner(c, found))
    ]
    return real or found


def _has_partner(verb: Chunk, found: list[Chunk]) -> bool:
    at = found.index(verb)
    near = [*found[max(0, at - 1) : at], *found[at + 1 : at + 2]]
    return any(c.kind in {"short", "adj", "pred"} for c in near)


def noun_that_governs(inside: list[Chunk], at: int) -> Chunk | None:
    """The noun right before an infinitive that says how it is put (обещанием следить, приказ отойти)."""
    before = inside[at - 1] if at else None
    if before is None or before.kind != "np":
        return None
    options = (before, *before.parts[:1])
    return next((c for c in options if governor(c.lemma, "noun", "inf") is not None), None)


def _until(chunks: list[Chunk]) -> int:
    """How many chunks belong to the verb before, up to the next verb's own subject."""
    return next((i for i, c in enumerate(chunks) if c.kind == "conj"), len(chunks))


def _negated(segment: Segment, chunk: Chunk) -> bool:
    at = segment.chunks.index(chunk)
    return any(c.kind == "not" for c in segment.chunks[max(0, at - 1) : at])


def _read_group(pred: Pred, segment: Segment) -> None:
    """Read tense, voice and negation off the verb and the small words around it."""
    chunk = pred.chunk
    form = chunk.form
    if form is None or chunk not in segment.chunks:
        return
    at = segment.chunks.index(chunk)
    near = segment.chunks[max(0, at - 3) : at + 3]
    be = next(
        (c for c in near if c is not chunk and c.kind == "verb" and c.lemma in {"быть", "стать", "оказаться"}), None
    )
    pred.negative = _negated(segment, chunk) or (be is not None and _negated(segment, be)) or chunk.low == "нет"
    pred.negative = pred.negative != (chunk.lemma in _UN)
    pred.would = any(c.low in {"бы", "б"} for c in segment.chunks[max(0, at - 2) : at + 3]) or "бы" in pred.mark.split()
    pred.passive = (chunk.kind == "short" and form.pos == "PRTS" and not is_sure(pred.lemma)) or (
        chunk.kind == "part" and form.passive
    )
    past = form.tense == "past"
    pred.future = form.tense == "futr"
    if be is not None and chunk.kind in {"short", "adj", "pred"}:
        pred.future = be.form is not None and be.form.tense == "futr"
        past = be.form is not None and be.form.tense == "past"
        pred.trigger = _span_words(segment, be, chunk) if abs(segment.chunks.index(be) - at) <= 2 else pred.trigger
    if be is not None and chunk.kind == "inf" and be.form is not None and be.form.tense == "futr":
        pred.future = True
    pred.past = past or (chunk.kind == "short" and not pred.future and form.pos == "PRTS")


def _span_words(segment: Segment, a: Chunk, b: Chunk) -> list:  # type: ignore[type-arg]
    i, j = sorted((segment.chunks.index(a), segment.chunks.index(b)))
    return [w for c in segment.chunks[i : j + 1] for w in c.words]
