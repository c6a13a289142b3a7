"""Segments of a Russian sentence that only say whose words it gives: сообщил министр; по данным штаба."""

from __future__ import annotations

from casus.reading.clauses import Phrase
from casus.reading.ru.agreement import agrees
from casus.reading.ru.bare_speakers import FINITE, BareSpeakers
from casus.reading.ru.controlling import is_sure
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.preds import Frame, Pred, Said, Segment
from casus.reading.ru.quoting import (
    BRINGS,
    CITES,
    UNNAMED,
    agency,
    points_back,
    quotation,
    quoted_from,
)
from casus.reading.ru.rows import speaks
from casus.reading.ru.sources import (
    FOLLOWS,
    account,
    as_said,
    follows_from,
    is_account,
    is_body,
    is_outlet,
    is_somebody,
    owner_of,
    place_speaks,
    says,
    speaks_from,
    supposes,
    thinks,
)
from casus.reading.ru.words import governor

_TRUST = frozenset({"верить", "поверить", "доверять"})
_SUPPOSE = frozenset({"думать", "полагать", "считать", "предполагать", "подозревать", "верить", "догадываться"})
_SAYING = frozenset({"сообщить", "сообщать", "заявить", "заявлять", "сказать", "отметить", "подчеркнуть", "говориться"})
_TWICE = {
    "сомневаться": "claim", "скрывать": "claim", "отрицать": "claim", "исключать": "possible", "исключить": "possible",
}  # fmt: skip
"""How verbs that stand as a tag with не put what they are about (бои продлятся, не сомневается полковник)."""


def _addressed(chunk: Chunk, nouns: list[Chunk], verb: Chunk) -> bool:
    """Is it a medium whom those of an institution tell something (сообщили РБК в министерстве)?"""
    plural = verb.form is not None and verb.form.number == "plur"
    if not plural or chunk.prep or not any(place_speaks(c) for c in nouns):
        return False
    return is_outlet(chunk)


class Attributions(BareSpeakers):
    """Takes attributions out of the run of the clauses."""

    def _beside(self, segment: Segment, following: Segment | None) -> bool:
        """Take a segment that only says whose words these are."""
        self.begun = segment is not self.segments[0]
        if as_said(segment) or self._is_tag(segment, following):
            return self._tag(segment, following)
        if self._trusting(segment) or self._aside(segment, following) or self._bare_speaker(segment, following):
            return True
        for chunk in segment.chunks:
            said = account(chunk)
            if said is None:
                continue
            alone = not any(c.kind in FINITE or c.kind in {"inf", "ger", "part"} for c in segment.chunks)
            said.part, said.segment = self.part, segment
            said.cites = said.cites or (chunk.prep in {"с", "со"} and any(thinks(v.lemma) for v in segment.of("verb")))
            self.said.append(said)
            if said.cites and not segment.finite and following is not None and following.finite:
                said.segment = following  # радио, со ссылкой на губернатора, передало
            if alone and chunk is next((c for c in segment.chunks if c.kind == "np"), None):
                others = [c for c in segment.chunks if c is not chunk and c.kind in {"np", "date"}]
                self.top.pending.extend(others) if not self.top.preds else self._to_last(others)
                self.loose.append(chunk)
                later = self.top.link != "main" or bool(self.preds)
                if later and not self.top.preds:  # агрессией, которую, по его словам, направляли
                    said.frame = self.top
                self._cited_by(said, chunk, segment)
                return True
        return False

    def _cited_by(self, said: Said, chunk: Chunk, segment: Segment) -> None:
        """Take whom the one passes on whose words these are (по сообщению агентства со ссылкой на дипломатов)."""
        at = segment.chunks.index(chunk) + 1
        following = segment.chunks[at] if at < len(segment.chunks) else None
        inner = account(following) if following is not None and not said.cites else None
        if following is not None and inner is not None and inner.cites:
            inner.speaker, inner.cites = self.with_place(following), False
            inner.part, inner.segment, inner.covers, inner.frame = said.part, segment, said.covers, said.frame
            self.said.append(inner)

    def _is_tag(self, segment: Segment, following: Segment | None) -> bool:
        """Is it сообщил министр, говорится в заявлении посольства, пообещала она: a verb, then who speaks?"""
        verbs = segment.of("verb", "short") or [c for c in segment.of("adj") if is_sure(c.lemma)]
        first = next((c for c in segment.chunks if c.kind not in {"conj", "adv", "date", "unquote", "quote"}), None)
        if not verbs or not self._anything_before() or segment.sub is not None or segment.rel is not None:
            return False
        if segment.before not in {"comma", "dash", "unquote", "stop"} or segment.coord:
            return False
        if following is not None and following.before == "colon":
            return False
        verb = verbs[0]
        first = verb if self._denied_twice(segment, verb) and first is not None and first.kind == "not" else first
        quoted = segment.before == "dash" and self._quote_before(segment)
        back = first is not None and points_back(first, verb.lemma)
        if len(segment.finite) > 1 or segment.of("inf") or not (self._may_tag(verb) or quoted or back):
            return False
        subject = self._speaker(segment, verb)
        plain = says(verb.lemma) or thinks(verb.lemma) or is_sure(verb.lemma)
        if self._goes_on_after(segment, verb) and verb.lemma not in _SAYING:
            return False
        ahead = verb.form is not None and verb.form.tense == "futr"
        pronoun = subject is not None and subject.form is not None and subject.form.pos == "NPRO"
        within = subject is not None and subject.prep != ""  # предупреждают в альянсе
        somebody = subject is not None and (is_somebody(subject) or is_body(subject))
        if subject is not None and not (plain or back) and (ahead or not (pronoun or within or somebody)):
            return False
        known = subject is not None or (verb.lemma in FOLLOWS and follows_from(segment.of("np")) is not None)
        if not known or (following is not None and following.sub is not None and following.sub.sub == "comp"):
            return False
        return first is verb or quoted or back

    def _denied_twice(self, segment: Segment, verb: Chunk) -> bool:
        """Is it не сомневается, не исключает, не скрывает?"""
        at = segment.chunks.index(verb)
        return verb.lemma in _TWICE and at > 0 and segment.chunks[at - 1].kind == "not"

    def _goes_on_after(self, segment: Segment, verb: Chunk) -> bool:
        """Is it the verb of a noun that a participle parts from it (проект, внесённый…, поддержали)?"""
        at = next(i for i, s in enumerate(self.segments) if s is segment)
        aside = self.segments[at - 1] if at else None
        described = aside is not None and aside.before == "comma" and (aside.rel is not None or bool(aside.of("part")))
        pending = (c for f in self.stack if not f.preds for c in f.pending)
        nouns = [c for c in pending if c.kind == "np" and not c.prep]
        waits = any(c.may("acc") for c in nouns)
        mine = any(c.may("nom") and verb.form is not None and agrees(c.as_subject(), verb.form) for c in nouns)
        if described and mine and not (says(verb.lemma) or thinks(verb.lemma)) and segment.before == "comma":
            return True  # посредник, чья миссия провалилась, обвинил Каир
        return described and waits and segment.before == "comma" and verb.form is not None and verb.form.transitive

    def _aside(self, segment: Segment, following: Segment | None) -> bool:
        """Take a lone verb between commas for who says or thinks it (говорят; думаю; замечу)."""
        verb = next(iter(segment.of("verb", "pred")), None)
        others = [c for c in segment.chunks if c.kind not in {"adv", "conj"} and c is not verb]
        seems = verb is not None and verb.lemma in {"казаться", "думаться", "представляться"}
        others = [c for c in others if not (seems and c.low in {"мне", "нам"})]
        if verb is None or verb.form is None or others or segment.before not in {"", "comma"} or segment.sub:
            return False
        if segment.after != "comma" or (following is not None and following.sub is not None):
            return False
        if seems:
            said = Said(verb.start, None, "none", f"ru.cue:aside:{verb.lemma}", "opinion", self.part)
        elif verb.form.person == "1per":
            effect = {"бояться": "possible", "надеяться": "possible"}.get(verb.lemma, "opinion")
            effect = effect if effect == "possible" or verb.lemma in _SUPPOSE else "none"
            said = Said(verb.start, None, "none", f"ru.cue:aside:{verb.lemma}", effect, self.part)
        elif verb.form.number == "plur" and verb.form.person == "3per" and thinks(verb.lemma):
            said = Said(verb.start, None, "unnamed", f"ru.cue:aside:{verb.lemma}", part=self.part)
        else:
            return False
        self._leads(said)
        if said.effect != "none":
            self.said.append(said)
        return True

    def _trusting(self, segment: Segment) -> bool:
        """Take если верить коалиции for whose words these are."""
        infinitive = next(iter(segment.of("inf")), None)
        if segment.sub is None or segment.sub.sub != "cond" or infinitive is None or infinitive.lemma not in _TRUST:
            return False
        whom = next((c for c in segment.of("np") if not c.prep and c.may("dat")), None)
        if whom is None or segment.finite:
            return False
        said = Said(infinitive.start, whom.phrase(), "named", "ru.cue:aside:верить", part=self.part)
        dashes = [c.start for c in self.chunks[: segment.first] if c.kind == "dash"]
        since = dashes[-1] if dashes else -1  # налёт повторился — трое убитых, если верить мэрии
        said.covers = [p for p in self.preds if p.position > since and not self._parted(p.position, infinitive.start)]
        if not said.covers and dashes:
            return True
        self._leads(said)
        self.said.append(said)
        return True

    def _leads(self, said: Said) -> None:
        """Make what is said the clause that an attribution interrupts, or the one after it."""
        said.frame = next((f for f in self.stack if not f.preds), self.top)

    def _asks_before(self, segment: Segment) -> bool:
        """Does a question end right before (Кто взорвал мост? — спросил судья)?"""
        return any(c.kind == "stop" and "?" in c.low for c in self.chunks[max(0, segment.first - 5) : segment.first])

    def _may_tag(self, verb: Chunk) -> bool:
        sure = verb.kind in {"short", "adj"} and is_sure(verb.lemma)
        known = thinks(verb.lemma) or says(verb.lemma) or verb.lemma in _TWICE or speaks(verb.lemma)
        return known or sure or supposes(verb.lemma) is not None  # …, прогнозируют аналитики

    def _speaker(self, segment: Segment, verb: Chunk) -> Chunk | None:
        nouns = [c for c in segment.of("np") if not is_account(c) and c.low not in {"его", "ее", "их"}]
        nouns = [c for c in nouns if not points_back(c, verb.lemma) and not _addressed(c, nouns, verb)]
        for chunk in sorted(nouns, key=lambda c: c.may("acc") and not is_somebody(c)):
            if not chunk.prep and chunk.may("nom") and verb.form is not None and agrees(chunk.as_subject(), verb.form):
                return chunk
        if verb.kind in {"short", "adj"} or (
            verb.form is not None and (verb.form.number == "plur" or verb.lemma.endswith("ся"))
        ):
            plural = verb.form is not None and verb.form.number == "plur"
            return next((c for c in nouns if place_speaks(c) or (plural and speaks_from(c))), None)
        if verb.lemma in CITES:
            return next((found for c in nouns if (found := agency(c)) is not None), None)
        return next((c for c in nouns if _womans_name(c, verb)), None)

    def _told_by(self, segment: Segment, verb: Chunk) -> Said:
        """Make the attribution of a tag: who speaks in it, and how it puts what it is about."""
        speaker = self._speaker(segment, verb)
        effect = self._told_as(segment, verb, speaker)
        voice = "named" if speaker is not None else "none" if effect == "expected" else "unnamed"
        word = verb.low if verb.kind == "short" else verb.lemma
        said = Said(
            verb.start, speaker.phrase() if speaker else None, voice, f"ru.cue:report:{word}", effect, self.part
        )
        if (speaker is not None and place_speaks(speaker) and verb.kind == "short") or (
            speaker is not None and place_speaks(speaker) and verb.lemma.endswith("ся")
        ):
            said.speaker = _document(speaker)
        if speaker is not None and speaker.lemma in UNNAMED:
            said.speaker = self.with_place(speaker)
        said.relays = speaker is not None and is_outlet(speaker)
        if speaker is None and verb.lemma in FOLLOWS and (paper := follows_from(segment.of("np"))) is not None:
            said.speaker, said.voice = paper, "named"
        return said

    def _tag(self, segment: Segment, following: Segment | None) -> bool:
        verb = (segment.of("verb", "short") or segment.of("adj"))[0]
        said = self._told_by(segment, verb)
        speaker = self._speaker(segment, verb)
        if self._quote_before(segment):
            for frame in (f for f in self.stack if not f.preds):
                frame.pending = []  # «Отписка!» — съязвил он: no subject of what follows
        self.said.append(said)
        silent = says(verb.lemma) or thinks(verb.lemma) or verb.lemma in BRINGS
        silent = silent or self._denied_twice(segment, verb) or supposes(verb.lemma) is not None
        silent = silent or (verb.kind != "verb" and is_sure(verb.lemma))
        if speaker is not None and not silent and not as_said(segment):
            pred = self._make(verb, Frame("tag"), segment)
            pred.candidates = [c for c in segment.of("np") if c is not speaker or not speaker.prep]
            if speaker is not None and speaker.prep:
                pred.candidates.append(speaker)
            said.pred = pred
        said.quote = quotation(self.chunks, segment) if segment.quoted or segment.before == "dash" else None
        told = [p for p in self.preds if p is not said.pred and p.position > self._quote_after_colon(segment)]
        if following is not None:  # one that stands in the midst speaks in its own part only
            told = [p for p in told if not self._parted(p.position, verb.start)]
            if following.before in {"comma", "dash"}:
                told = self._goes_on(segment, following, said, told)
        said.covers = told
        self._passes_on(segment, said)
        if said.speaker is not None and speaker in segment.chunks:
            said.speaker = self._one_of(segment, speaker, said.speaker)
        return True

    def _told_as(self, segment: Segment, verb: Chunk, speaker: Chunk | None) -> str:
        """How the verb of an attribution puts what it is about."""
        if governor(verb.lemma, "verb", "ли") is not None and self._asks_before(segment):
            return "question"
        if speaker is None:
            return "expected" if verb.lemma in {"ожидаться", "планироваться"} else "claim"
        if self._denied_twice(segment, verb):
            return _TWICE[verb.lemma]
        row = supposes(verb.lemma)
        return row.effect if row is not None and not thinks(verb.lemma) else "claim"

    def _goes_on(self, segment: Segment, following: Segment, said: Said, told: list[Pred]) -> list[Pred]:
        """Let an attribution in the midst hold for what follows; give what it holds for before it.

        Генерал, пишет газета, сдался; если огонь не стихнет, предупредил штаб, мост взорвут; но, как сообщает газета, …
        """
        at = next(i for i, s in enumerate(self.segments) if s is segment)
        before = self.segments[at - 1] if at else None
        joint = bool(segment.coord) or (before is not None and before.chunks[-1].kind == "conj")
        interrupts = any(not f.preds for f in self.stack)
        if joint or interrupts or following.coord not in {"а", "но", "однако", "зато", "и"}:
            self._leads(said)
        if joint:
            return []
        if not (interrupts and said.frame is not None):
            return told
        inside = said.frame.parent
        if said.frame.link == "main" and any(p.link == "main" for p in told):
            return []  # порт взят, но армия, сообщает штаб, отошла
        return [p for p in told if inside is None or p.position > inside.position]

    def _parted(self, a: int, b: int) -> bool:
        """Does a semicolon outside of quotation marks part two places?"""
        depth = 0
        for chunk in self.chunks:
            if a < chunk.start < b:
                depth += (chunk.kind in {"quote", "open"}) - (chunk.kind in {"unquote", "close"})
                if chunk.kind == "colon" and depth == 0 and not any(s.rule == "ru.form:colon" for s in self.said):
                    return True
                if chunk.kind == "semicolon" and depth == 0:
                    return not any(c.kind == "unquote" for c in self.chunks if chunk.start < c.start < b)
        return False

    def _passes_on(self, segment: Segment, said: Said) -> None:
        """Take сообщает агентство со ссылкой на источник, цитирует министра газета for two, one inside the other."""
        verb = next(iter(segment.of("verb")), None)
        words = quoted_from(verb.lemma, segment.of("np")) if verb is not None else None
        if words is not None and words != said.speaker:
            whose = Said(words.span[0], words, "named", said.rule, part=self.part, covers=said.covers, quote=said.quote)
            self.said.append(whose)
        for chunk in segment.of("np"):
            inner = account(chunk)
            if inner is not None and inner.voice == "named":
                inner.part, inner.segment = self.part, segment
                inner.speaker = self.with_place(chunk) if inner.cites else inner.speaker
                inner.covers, inner.quote, inner.frame, inner.cites = said.covers, said.quote, said.frame, False
                self.said.append(inner)

    def _one_of(self, segment: Segment, speaker: Chunk, phrase: Phrase) -> Phrase:
        """Write одна из газет as one phrase."""
        at = segment.chunks.index(speaker)
        following = segment.chunks[at + 1] if at + 1 < len(segment.chunks) else None
        if (
            following is None
            or following.prep != "из"
            or speaker.lemma not in {"один", "некоторый", "ряд", "несколько"}
        ):
            return phrase
        return Phrase((speaker.start, following.end), (following.start, following.core or following.end))

    def _to_last(self, nouns: list[Chunk]) -> None:
        last = self.top.last or (self.preds[-1] if self.preds else None)
        if last is None:
            self.loose.extend(nouns)
            return
        last.candidates.extend(c for c in nouns if c.kind == "np" and not is_account(c))
        last.dates.extend(c for c in nouns if c.kind == "date")


def _womans_name(chunk: Chunk, verb: Chunk) -> bool:
    """Is it a woman's name, though the dictionary knows it only as a case of a man's (рассказала Амина Юсуф)?"""
    woman = verb.form is not None and verb.form.gender == "femn" and chunk.form is not None
    return (
        woman
        and not chunk.prep
        and chunk.head.capital
        and chunk.form is not None
        and chunk.form.kind == "person"
        and chunk.head.low.endswith(("а", "я"))
    )


def _document(chunk: Chunk) -> Phrase:
    """Whose document it is (говорится в заявлении представителя), or the document itself."""
    return owner_of(chunk) or chunk.phrase()
