"""Reading Russian clauses: what opens one, and what depends on what."""

from __future__ import annotations

from itertools import pairwise

from casus.reading.ru.agreement import agrees
from casus.reading.ru.colons import Colons
from casus.reading.ru.filling import CITING, around, noun_that_governs
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.preds import Frame, Pred, Segment
from casus.reading.ru.rows import joins, tells
from casus.reading.ru.sources import as_said, is_account, says, thinks
from casus.reading.ru.words import governor

_OF_COURSE = frozenset({"разумеется", "естественно", "понятно", "правда"})
_UNKNOWN = frozenset({"неизвестно", "неясно", "непонятно", "загадка"})
_BESIDE = frozenset({"cond", "adv", "rel", "part", "ger", "ahead", "purpose", "instead", "unlike"})


def _fits(noun: Chunk, rel: Chunk) -> bool:
    """May a relative pronoun of that number and gender stand for a noun?"""
    if not noun.number or not rel.number:
        return True
    same = rel.number == "plur" or not noun.gender or not rel.gender or noun.gender == rel.gender
    other = not noun.modifiers and any(
        f.number == rel.number and f.pos == "NOUN" and f.case in noun.cases for f in noun.head.forms
    )
    return (noun.number == rel.number or (other and rel.number == "plur")) and same  # осудить действия, которые


def _describes(segment: Segment) -> bool:
    """Is it an adjective with its nouns between commas (правительство, верное договору, …)?"""
    apart = segment.before in {"", "comma"} and segment.after == "comma"
    return apart and segment.chunks[0].kind == "adjective" and len(segment.chunks) > 1


class Clauses(Colons):
    """The clauses of one sentence."""

    def read(self) -> Clauses:
        """Read the segments in order."""
        for i, segment in enumerate(self.segments):
            self._mark(segment)
            self._reach_speaker(i)
            if self._interrupted(i):
                continue
            following = self.segments[i + 1] if i + 1 < len(self.segments) else None
            if not self._beside(segment, following):
                self._place(segment)
        self._bare_victims()
        self._bare_conditions()
        self._fronted_contents()
        for pred in self.preds:
            if pred.parent is None and pred.link in _BESIDE:
                pred.parent = next((f.waiting for f in reversed(self.frames) if f.waiting is not None), None)
        return self

    def _bare_victims(self) -> None:
        """Read a clause without a verb that says who is among the victims (известно, что среди погибших трое детей)."""
        for frame in [f for f in self.frames if not f.preds and f.link == "comp"]:
            who = next((c for c in frame.pending if c.kind == "np" and not c.prep), None)
            segment = next((s for s in self.segments if who in s.chunks), None)
            if who is not None and segment is not None:
                self._said_among(segment, frame, who)

    def _bare_conditions(self) -> None:
        """Take a clause before a dash for the condition of the one after (перекроют пролив — цены взлетят).

        So too with стоит and an infinitive: стоит им уйти, и (как) всё повторится; and with an imperative that has a
        subject (не вмешайся флот, город пал бы).
        """
        heads = [p for p in self.preds if p.segment is not None and p.link in {"main", "comp"}]
        for first, then in pairwise(heads):
            if first.segment is then.segment or first.parent is not then.parent or then.segment is None:
                continue
            dash, future = then.segment.before == "dash", then.form is not None and then.form.tense == "futr"
            worth = first.lemma == "стоить" and (dash or then.segment.coord == "и") and self._infinitive_of(first)
            if (worth or (dash and self._verb_first(first))) and future:
                first.link, first.mark, first.parent = "cond", "—", then
            if then.would and first.form is not None and first.form.mood == "impr" and first.form.number == "sing":
                first.link, first.mark, first.parent = "cond", "imperative", then

    def _fronted_contents(self) -> None:
        """Hang a content that opens the sentence on the verb after it (что мост взорван, штаб признал к вечеру)."""
        for pred in [p for p in self.preds if p.link in {"comp", "purpose"} and p.parent is None]:
            if pred.noun is not None and governor(pred.noun.lemma, "noun", "что") is not None:
                continue  # утверждения о том, что город взят, отвергли
            main = next((p for p in self.preds if p.position > pred.position and p.link == "main"), None)
            if main is None and any(c.low in _UNKNOWN for c in self.chunks):
                pred.link = "ask"
            if main is None or pred.part != main.part or main.segment is None or main.segment.before != "comma":
                continue
            asked = governor(main.lemma, "verb", "ask")
            unknown = asked is not None and asked.effect == "question"
            if unknown or (thinks(main.lemma) and main.negative and pred.link == "comp"):
                pred.link, pred.parent = "ask", main  # что взорвалось, неизвестно
            elif tells(main.lemma) or governor(main.lemma, "adj", "что") is not None:
                pred.parent = main

    def _infinitive_of(self, pred: Pred) -> bool:
        return any(p.parent is pred and p.link == "inf" for p in self.preds)

    def _verb_first(self, pred: Pred) -> bool:
        """Does a clause open with its verb, in the future (не уйдут боевики)?"""
        chunks = [c for c in pred.segment.chunks if c.kind not in {"not", "adv"}] if pred.segment is not None else []
        future = pred.form is not None and pred.form.tense == "futr" and pred.form.person == "3per"
        return future and bool(chunks) and chunks[0] is pred.chunk

    def _interrupted(self, i: int) -> bool:
        """Join an infinitive to its verb past who says so (стрелять, боюсь, начнут; уйти, пишет газета, не может)."""
        if i + 2 >= len(self.segments):
            return False
        segment, aside, rest = self.segments[i : i + 3]
        if segment.finite or not segment.of("inf") or segment.sub is not None or aside.after != "comma":
            return False
        described = (aside.rel is not None or self._participle(aside) is not None) and aside.before == "comma"
        goes_on = bool(rest.finite) and rest.sub is None and rest.rel is None and not rest.coord
        if described and goes_on and rest.before == "comma" and segment.chunks[-1].kind == "np":
            rest.chunks = [*segment.chunks, *rest.chunks]  # досматривать суда, идущие в порт, нельзя
            return True
        beside = aside.chunks[0].low in _OF_COURSE
        told = len(aside.finite) == 1 and not aside.of("inf") and aside.sub is None and aside.rel is None
        if not (told or beside):
            return False
        verb = aside.finite[0] if told else aside.chunks[0]
        own = verb.form is not None and verb.form.person == "1per"
        if not (own or beside or says(verb.lemma) or thinks(verb.lemma)):
            return False
        if not rest.finite or rest.sub is not None or rest.rel is not None or rest.coord or rest.before != "comma":
            return False
        rest.chunks = [*segment.chunks, *rest.chunks]
        return True

    def _reach_speaker(self, i: int) -> None:
        """Bring to как заявил the speaker whom a gerund parts from it (как сообщил, выступая в Сане, посол, …)."""
        if i + 2 >= len(self.segments):
            return
        segment, aside, rest = self.segments[i : i + 3]
        if not as_said(segment) or segment.of("np"):
            return
        if aside.of("ger") and not aside.finite and rest.before == "comma" and not rest.finite and not rest.of("inf"):
            segment.chunks = [*segment.chunks, *rest.chunks]
            del self.segments[i + 2]

    def _mark(self, segment: Segment) -> None:
        if segment.before in {"semicolon", "colon"}:
            self.part += 1
        if segment.before == "semicolon":
            self.stack = [self._main()]
        elif segment.before == "colon":
            self._after_colon(segment)
        elif segment.before == "close":
            del self.stack[2:]
        while len(self.stack) > 1 and self.top.link in {"part", "ger"}:
            self.stack.pop()

    def _place(self, segment: Segment) -> None:
        if segment.sub is not None:
            self._subordinate(segment)
        elif segment.rel is not None:
            self._relative(segment)
        elif (lead := self._participle(segment)) is not None:
            self._participial(segment, lead)
            return
        elif segment.of("ger") and not segment.finite:
            self._adverbial(segment)
            return
        elif not segment.finite:
            self._verbless(segment)
            return
        elif (mark := self._indirect(segment)) != "":
            self._push(Frame("comp", mark, self.preds[-1]))
        else:
            self._go_on(segment)
        self._fill(segment)

    def _indirect(self, segment: Segment) -> str:
        """Name what makes a clause the content of the verb right before (рассказали, как; спросил, ушёл ли)."""
        last = self.preds[-1] if self.preds and segment.before == "comma" and not segment.coord else None
        at = next(i for i, s in enumerate(self.segments) if s is segment)
        if last is None or last.kind not in {"verb", "part", "ger"}:
            return ""
        if not at or last.segment is not self.segments[at - 1]:
            return ""
        if segment.chunks[0].low == "как":
            return "как" if thinks(last.lemma) else ""
        whether = any(c.low == "ли" for c in segment.chunks[:4]) and not any(c.low == "вряд" for c in segment.chunks)
        return "ли" if whether and governor(last.lemma, "verb", "ли") is not None else ""

    def _subordinate(self, segment: Segment) -> None:
        assert segment.sub is not None  # noqa: S101 - the caller asks
        link = segment.sub.sub
        if (segment.coord in {"и", "или"} and self.top.link == link and self.top.preds) or (
            segment.coord and self.top.link in _BESIDE
        ):
            self.stack.pop()
        governed = self.top.last or next((f.last for f in reversed(self.stack) if f.last is not None), None)
        last = self.preds[-1] if self.preds else None
        if link == "comp" and segment.before == "colon" and segment.sub.low == "что" and self.top.link != "comp":
            link = "ask"  # Ирак: что происходит
        if (
            last is not None
            and last.kind in {"ger", "part"}
            and last.lemma not in CITING
            and last.segment is not None
            and last.segment.chunks[-1] in self.chunks[max(0, segment.first - 3) : segment.first]
        ):
            governed = last
        before = next((c for c in reversed(self.chunks[: segment.first]) if c.kind != "comma"), None)
        unknown = governed is not None and (governed.negative or governor(governed.lemma, "verb", "ask") is not None)
        opens_text = self.last_noun(segment.first) is None and governed is None
        if link == "rel" and (opens_text or (unknown and before is not None and before.kind != "np")):
            link = "ask"  # где он, не сообщается; неизвестно, куда ушёл отряд
        if link == "ask" and before is not None and before.lemma in {"тот", "то", "весь", "каждый"}:
            link = "rel"
        noun = self.last_noun(segment.first)
        opens = link in _BESIDE and len(self.stack) > 1 and self.top.link == "comp" and not self.top.preds
        if opens and governed is self.top.parent:  # сказал, что если…, то…: the condition is part of what is said
            self.top.waiting = governed
            governed = None
        self._push(Frame(link, segment.sub.low, governed, noun if link == "comp" else None))

    def _relative(self, segment: Segment) -> None:
        assert segment.rel is not None  # noqa: S101 - the caller asks
        noun = self._antecedent(segment)
        while self.top.link in _BESIDE and segment.coord:
            self.stack.pop()
        frame = self._push(Frame("rel", "который", self.top.last, noun))
        frame.rel, frame.rel_prep = segment.rel, segment.rel_prep

    def _antecedent(self, segment: Segment) -> Chunk | None:
        """The noun a relative clause is about: the nearest before that has its number and gender."""
        rel, unsure = segment.rel, None
        for chunk in reversed(self.chunks[: segment.first]):
            if chunk.kind != "np" or chunk.low in {"я", "мы", "ты", "вы"}:
                continue
            options = [*reversed(chunk.parts), chunk] if not chunk.joined else [chunk]
            if chunk.parts and chunk.parts[-1].head.capital:
                options = [chunk, *reversed(chunk.parts)]
            fitting = [o for o in options if rel is None or _fits(o, rel)]
            if fitting and chunk.form is not None and chunk.form.animate and fitting[0].is_personal_name():
                fitting = [chunk]  # министр Юнис Мванза, которая
            if fitting and fitting[0].number:
                return fitting[0]
            unsure = unsure or next(iter(fitting), None)
        return unsure or self.last_noun(segment.first)

    def _participle(self, segment: Segment) -> Chunk | None:
        """The participle a segment opens with."""
        for chunk in segment.chunks:
            if chunk.kind == "part":
                return chunk
            if chunk.kind not in {"adv", "not", "conj", "date"}:
                return None
        return None

    def _participial(self, segment: Segment, lead: Chunk) -> None:
        noun = self._agreeing(segment, lead)
        pred = self._make(lead, Frame("part", "", self.top.last, noun), segment)
        rest = [c for c in segment.chunks if c.kind == "np"]
        if noun in rest:
            at = rest.index(noun)
            pred.candidates = rest[:at]
            self.top.pending.extend(rest[at:]) if not segment.finite else None
            if segment.finite and noun is not None:
                segment.chunks = segment.chunks[segment.chunks.index(noun) :]
                if not segment.finite:
                    self.top.pending.extend(segment.of("np", "date"))
                    return
                self._go_on(segment)
                self._fill(segment)
            return
        if segment.finite:
            cut = segment.chunks.index(segment.finite[0])
            pred.candidates = [c for c in segment.chunks[:cut] if c.kind == "np"]
            segment.chunks = segment.chunks[cut:]
            self._go_on(segment)
            self._fill(segment)
            return
        pred.candidates = rest
        pred.dates = segment.of("date")
        self._infinitives(segment, pred)

    def _agreeing(self, segment: Segment, lead: Chunk) -> Chunk | None:
        before = self.last_noun(segment.first)
        if before is not None and segment.before in {"comma", "conj", "open"}:
            named = before.parts and before.parts[-1].head.capital and before.form is not None and before.form.animate
            for option in [before, *reversed(before.parts)] if named else [*reversed(before.parts), before]:
                if option.may(*lead.cases) and (not option.number or not lead.number or option.number == lead.number):
                    return option
            for chunk in reversed(self.chunks[: segment.first]):
                if chunk.kind == "np" and chunk.may(*lead.cases) and chunk.number in {"", lead.number}:
                    return chunk
            return before
        return next((c for c in segment.of("np") if c.may(*lead.cases) and c.number in {"", lead.number}), None)

    def _adverbial(self, segment: Segment) -> None:
        gerunds = segment.of("ger")
        for n, chunk in enumerate(gerunds):
            pred = self._make(chunk, Frame("ger", "", self.top.last), segment)
            pred.mark = "pending" if self.top.last is None else ""
            end = gerunds[n + 1] if n + 1 < len(gerunds) else None
            inside = segment.chunks[segment.chunks.index(chunk) : segment.chunks.index(end) if end else None]
            pred.candidates = [c for c in inside if c.kind == "np"]
            if n == 0:
                lead = segment.chunks[: segment.chunks.index(chunk)]
                pred.candidates = [*(c for c in lead if c.kind == "np"), *pred.candidates]
            pred.dates = [c for c in inside if c.kind == "date"]
            self._infinitives(segment, pred)
            self._cites(pred)

    def _verbless(self, segment: Segment) -> None:
        """A segment without a predicate: more of the clause being read, or infinitives of its own."""
        nouns = segment.of("np", "date")
        if segment.of("inf"):
            self._bare_infinitive(segment)
            return
        frame = next((f for f in reversed(self.stack) if not f.preds), self.top)
        if frame.preds and self._begins_clause(segment, nouns):
            self.stack = [self._main()]
            frame = self.top
        if self._said_to_be(segment, frame, nouns) or _describes(segment):
            return
        if not frame.preds:
            frame.pending.extend(nouns)
            self.loose.extend(nouns)
            return
        last = frame.last or self.top.last
        bare = last is not None and any(not c.prep and c.may("nom", "acc", "gen", "dat") for c in last.candidates)
        self._to_last([c for c in nouns if c.kind == "date" or c.prep or not bare])
        self.loose.extend(c for c in nouns if c.kind == "np")

    def _begins_clause(self, segment: Segment, nouns: list[Chunk]) -> bool:
        """Is it the subject of a clause that a relative clause or participle interrupts (но отряд, который…, ушёл)?"""
        at = next(i for i, s in enumerate(self.segments) if s is segment)
        inner, rest = [*self.segments[at + 1 : at + 3], None, None][:2]
        if inner is None or rest is None or not segment.coord or segment.before not in {"comma", "conj", "semicolon"}:
            return False
        aside = inner.rel is not None or self._participle(inner) is not None or self._attributes(inner)
        verb = rest.finite[0].form if rest.finite else None
        able = (c for c in nouns if c.kind == "np" and not c.prep and c.may("nom"))
        subject = any(verb is None or agrees(c.as_subject(), verb, joined=bool(c.joined)) for c in able)
        return aside and subject and bool(rest.finite) and rest.sub is None and rest.rel is None

    def _attributes(self, segment: Segment) -> bool:
        """Does a segment only say whose words the clause gives that it interrupts (и Каир, по его словам, согласен)?"""
        if segment.sub is not None or segment.of("inf"):
            return False
        if as_said(segment) or (not segment.finite and any(is_account(c) for c in segment.chunks[:2])):
            return True
        return len(segment.finite) == 1 and segment.chunks[0].kind == "verb" and thinks(segment.chunks[0].lemma)

    def _said_to_be(self, segment: Segment, frame: Frame, nouns: list[Chunk]) -> bool:
        """Read a dash for a verb left out, where the table knows what is said (Армения — член ОДКБ)."""
        what = nouns[0] if nouns and segment.before == "dash" else None
        if what is not None and self._said_among(segment, frame, what):
            return True
        who = [c for c in frame.pending if c.kind == "np" and not c.prep and c.may("nom")]
        if what is None or what.prep or not what.may("nom") or frame.preds or len(who) != 1 or not joins(what):
            return False
        pred = self._make(what, frame, segment)
        pred.kind, pred.lemma, pred.trigger, pred.subject = "pred", "быть", [what.head], who[0]
        pred.candidates = [*(c for c in frame.pending if c.kind == "np" and c is not who[0]), *nouns]
        pred.candidates = [c for c in pred.candidates if c.kind == "np"]
        frame.pending = []
        frame.preds.append(pred)
        return True

    def _said_among(self, segment: Segment, frame: Frame, what: Chunk) -> bool:
        """Read a dash after whom somebody is among as a verb (среди погибших — двое детей)."""
        among = next((c for c in frame.pending if c.kind == "np" and c.prep == "среди"), None)
        if among is None or frame.preds or what.prep or not what.may("nom"):
            return False
        pred = self._make(what, frame, segment)
        pred.kind, pred.lemma, pred.subject, pred.past = "verb", "быть", what, True
        pred.candidates = [c for c in frame.pending if c.kind == "np"]
        frame.pending = []
        frame.preds.append(pred)
        return True

    def _bare_infinitive(self, segment: Segment) -> None:
        """Infinitives that go on after a comma: …, а Эфиопии вернуть администрацию; но наносить удар не стал."""
        owner = self.top.last
        while owner is not None and owner.kind == "inf" and owner.parent is not None:
            owner = owner.parent
        goes_on = segment.before in {"comma", "conj", "dash"} or self.top.mark != ""
        if owner is not None and (goes_on or self.lists_acts(segment, owner)):
            self._infinitives(segment, owner, apart=True)
            return
        first = segment.of("inf")[0]
        pred = self._make(first, self.top, segment)
        pred.noun = noun_that_governs(segment.chunks, segment.chunks.index(first))
        own = around(segment, segment.of("inf"))
        pred.candidates = [*self.top.pending, *(c for c in own if c.kind == "np")]
        self.top.pending = []
        self.top.preds.append(pred)
        self._infinitives(segment, pred)
