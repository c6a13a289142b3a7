"""What a Russian clause itself says of how it is put: adverbs, duties, modal verbs, conditions, tense and mood."""

from __future__ import annotations

from functools import cache

from casus.reading.clauses import Operator, Phrase
from casus.reading.ru.clausing import Clauses
from casus.reading.ru.joining import is_flat
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.preds import Pred, Taken
from casus.reading.ru.rows import is_better
from casus.reading.ru.sources import is_instrument
from casus.reading.ru.words import governor, governors, listed

_AWAITED = frozenset(
    {"ожидаться", "планироваться", "намечаться", "готовиться", "назначенный", "предстоять", "запланированный"}
)
_LIKELY = {
    "возможный": "possible",
    "вероятный": "forecast",
    "неизбежный": "forecast",
    "грозить": "possible",
    "маловероятный": "forecast",
}
_HARDLY = frozenset({"вряд", "едва", "навряд", "вряд ли", "едва ли"})
_IT = frozenset({"нему", "ней", "ним"})
_DUTY = frozenset({"be_obliged", "be_entitled", "be_forbidden", "provide_for"})
_BANS = frozenset({"forbid", "permit", "allow", "be_forbidden"})
_UNKNOWN = frozenset({"неизвестно", "неясно", "непонятно", "загадка", "установлено", "ясно", "известно", "выяснено"})
_WONDER = frozenset({"гадать", "спорить", "выяснять", "разбираться", "догадываться"})
_MAY = frozenset({"можно", "нельзя", "вправе", "разрешаться", "запрещаться", "позволяться", "дозволяться"})
"""What is a duty or right only by an instrument (по конвенции летать там можно)."""
_OUGHT = frozenset({"должный", "обязанный", "обязать"})


class Standing:
    """Reads the operators in a predicate's own clause."""

    def __init__(self, clauses: Clauses, nominals: list[Pred]) -> None:
        self.clauses = clauses
        self.preds = [*clauses.preds, *nominals]
        self._known: dict[int, tuple[Operator, ...]] = {}
        self._wonders = [c for c in clauses.chunks if _undecided(c)]

    def _own(self, pred: Pred) -> list[Operator]:
        found: list[Operator] = []
        modal = (self._circumstance, self._helper) if self._asked(pred) else (self._helper, self._circumstance)
        steps = (self._adverb, self._duty, *modal, self._mood)
        for step in steps:
            op = step(pred)
            if op is not None:
                found.append(op)
        return found

    def _asked(self, pred: Pred) -> bool:
        """Is it asked whether something can be (мог ли он победить?)?"""
        return pred.helper is not None and self._whether(pred)

    def _adverb(self, pred: Pred) -> Operator | None:
        if pred.segment is None or pred.kind == "noun":
            return None
        words = self._words_near(pred)
        for word in _adverbs():
            if f" {word} " in words:
                row = governors()[word, "adverb"][0]
                voice = row.voice if row.voice != "subject" else "none"
                return Operator(row.effect, row.rule, negative=row.negative, voice=voice)
        return None

    def _words_near(self, pred: Pred) -> str:
        """Write the small words of the clause, also those set off by commas right beside it."""
        assert pred.segment is not None  # noqa: S101 - the caller asks
        segments = self.clauses.segments
        at = next((i for i, s in enumerate(segments) if s is pred.segment), 0)
        words = [c.low for c in pred.segment.chunks if c.kind in {"adv", "pred", "np", "conj", "adj"} and not c.prep]
        near = [] if pred.segment.before in {"semicolon", "colon"} else segments[max(0, at - 1) : at]
        near = near + [s for s in segments[at + 1 : at + 2] if s.before not in {"semicolon", "colon"}]
        for other in near:
            if not other.finite and not other.of("inf", "ger", "part") and len(other.chunks) <= 3:
                words.extend(c.low for c in other.chunks)
        return " " + " ".join(words) + " "

    def _duty(self, pred: Pred) -> Operator | None:
        """What a treaty or law says, or what holds under one, is a duty with the instrument as its source."""
        if pred.question:
            return None
        subject = pred.subject
        kind = pred.row.concept.kind if pred.row is not None else ""
        if (
            subject is not None
            and is_instrument(subject)
            and not subject.prep
            and kind in {"obligation", "legal_claim"}
            and not pred.passive
        ):
            return Operator("obligation", "ru.form:instrument", speaker=self._title(subject), voice="named")
        helper = pred.helper
        bound = helper is not None and (helper.lemma in _OUGHT or helper.concept() in _DUTY)
        may = helper is not None and helper.lemma in _MAY
        rule = not pred.past and not pred.future and pred.kind == "verb" and pred.link in {"main", "rel"}
        states = rule and pred.form is not None and pred.form.transitive
        if not (bound or may) and kind != "obligation" and not rule and pred.concept() not in _BANS:
            return None
        laid_down = subject is not None and (is_instrument(subject) or _is_it(subject, pred))
        if subject is not None and laid_down and states and not bound:
            return Operator("obligation", "ru.form:instrument", speaker=self._title(subject), voice="named")
        under = next((t.chunk for p in (pred, helper) if p is not None for t in p.taken if _under(t)), None)
        if under is None and (bound or may or kind == "obligation" or pred.concept() in _BANS):
            under = self._still_under(pred)
        if under is None:
            return (
                Operator("obligation", "ru.cue:duty")
                if bound and helper is not None and helper.lemma != "должный"
                else None
            )
        return Operator("obligation", "ru.form:under", speaker=self._title(under), voice="named")

    def _title(self, paper: Chunk) -> Phrase:
        """Write a treaty with what it is about (Договор о взаимной обороне 1951 года)."""
        chunks = self.clauses.chunks
        at = next((i for i, c in enumerate(chunks) if c is paper), len(chunks))
        about = chunks[at + 1] if at + 1 < len(chunks) else None
        if about is None or about.kind != "np" or about.prep not in {"о", "об", "к", "по"} or not paper.head.capital:
            return paper.phrase()
        core = paper.core or paper.end
        dated = chunks[at + 2] if at + 2 < len(chunks) and chunks[at + 2].kind == "date" else about
        return Phrase((paper.start, dated.end), (paper.start, core), ((about.start, about.end),))

    def _still_under(self, pred: Pred) -> Chunk | None:
        """Give the instrument an earlier part of the sentence names (по договору вправе…; задерживать их нельзя)."""
        earlier = [p for p in reversed(self.clauses.preds) if p.position < pred.position and p.link == "main"]
        earlier = earlier if pred.link == "main" else []
        named = next((t.chunk for p in earlier for t in p.taken if _under(t)), None)
        by_it = any(t.chunk.prep in {"по", "согласно"} and t.chunk.low in _IT for t in pred.taken)
        goes_on = pred.helper is not None and pred.helper.lemma in _MAY and _joined(pred)
        told = (p.subject for p in earlier if p.subject is not None and is_instrument(p.subject))
        return named or (next(told, None) if by_it or goes_on else None)  # конвенция обязывает…, и летать там нельзя

    def _helper(self, pred: Pred) -> Operator | None:
        helper = pred.helper
        if helper is not None and helper.lemma == "быть" and helper.would:
            return Operator("possible", "ru.form:бы")  # обвинять соседей было бы ошибкой
        if helper is None or helper.lemma in {"быть", "нельзя", "невозможно"}:
            return None
        if pred.link == "cond" and helper.lemma == "стоить":
            return None
        row = governor(helper.lemma, "flat", "inf")
        if row is not None:
            told = pred.via == "undone"  # прекратил пропускать: the row says so
            return Operator("none", row.rule, negative=row.negative) if row.negative and not told else None
        row = governor(helper.lemma, "verb", "inf") or governor(helper.lemma, "adj", "inf")
        if helper.lemma == "мочь" and helper.past and helper.negated:
            return None
        concept = helper.row.concept if helper.row is not None else None
        if row is None and concept is not None and concept.content is not None:
            effect = "none" if concept.name == "attempt" else concept.content
            planner = self._planner(helper, effect)
            return Operator(
                effect,
                f"ru.predicate:{concept.name}",
                negative=concept.content_negative,
                speaker=planner,
                voice="named" if planner else "none",
            )
        if row is None or (row.effect == "obligation"):
            return Operator("possible", "ru.cue:inf", weak=True) if row is None else None
        planner = self._planner(helper, row.effect)
        return Operator(
            row.effect,
            row.rule,
            negative=row.negative != helper.undone,
            speaker=planner,
            voice="named" if planner else "none",
        )

    def _planner(self, helper: Pred, effect: str) -> Phrase | None:
        """Whose plan or wish it is."""
        planner = helper.subject
        return planner.phrase() if effect == "intended" and planner is not None and planner.low != "никто" else None

    def _circumstance(self, pred: Pred) -> Operator | None:
        if pred.link == "cond" or (pred.link == "ahead" and pred.future):
            return Operator("conditional", f"ru.cue:condition:{pred.mark}")
        if pred.future and pred.link != "ask" and pred.subject is not None and pred.subject.low == "кто":
            return Operator("conditional", "ru.form:whoever")  # тех, кто не сдаст оружие, будут судить
        if pred.link == "purpose" and (pred.parent is None or not self._sought(pred)):
            return Operator("intended", "ru.form:чтобы")
        if pred.link == "instead":
            return Operator("none", "ru.form:вместо", negative=True)
        if pred.link == "ask" or pred.question or self._whether(pred) or self._either(pred):
            return Operator("question", "ru.form:question")
        if pred.kind == "noun" and pred.via.startswith("amid:"):
            return self._amid(pred)
        effect = _LIKELY.get(pred.happens, "expected" if pred.happens in _AWAITED else "")
        return Operator(effect, f"ru.cue:happens:{pred.happens}") if effect else None

    def _sought(self, pred: Pred) -> bool:  # noqa: ARG002 - whoever knows what governs a clause says more
        """Is a purpose clause what somebody wants or asks for (требует, чтобы)?"""
        return False

    def _whether(self, pred: Pred) -> bool:
        segment = pred.segment
        return (
            segment is not None
            and pred.kind != "noun"
            and (
                any(c.low == "ли" for c in segment.chunks[:4])
                or " или нет" in " " + " ".join(c.low for c in segment.chunks)
            )
            and not any(c.low in _HARDLY for c in segment.chunks)
        )

    def _amid(self, pred: Pred) -> Operator | None:
        prep = pred.via.partition(":")[2]
        row = governor(prep, "prep", "")
        above = pred.parent
        ahead = above is not None and (
            above.future
            or above.would
            or any(
                o.effect in {"demanded", "requested", "intended", "ordered", "agreed", "obligation"}
                for o in self._own(above)
            )
        )
        if row is not None:
            twice = prep == "без" and above is not None and above.negative  # не обошлось без стрельбы
            return Operator(row.effect, row.rule, negative=row.negative and not twice)
        if prep in {"при", "после"} and ahead:
            return Operator("conditional", f"ru.cue:prep:{prep}")
        return (
            Operator("expected", f"ru.cue:prep:{prep}")
            if prep in {"до", "перед", "в преддверии", "для"} and ahead
            else None
        )

    def _mood(self, pred: Pred) -> Operator | None:
        """Future, бы, an imperative, an infinitive alone."""
        form = pred.form
        if form is not None and form.mood == "impr":
            return Operator("demanded", "ru.form:imperative")
        if pred.would and pred.link not in {"cond", "purpose"} and (pred.helper is None or is_flat(pred.helper.lemma)):
            return Operator("possible", "ru.form:бы")
        if self._scheduled(pred):
            return Operator("expected", "ru.form:scheduled", weak=True)
        ours = pred.future and form is not None and form.person == "1per"
        if ours and pred.row is not None and pred.row.concept.type is not None:
            return Operator("intended", "ru.form:future", weak=True)  # мы не уйдём
        if pred.future and pred.link not in {"cond", "purpose"}:
            return Operator("forecast", "ru.form:future", weak=True)
        if pred.kind == "inf" and pred.parent is None and pred.helper is None and pred.link != "purpose":
            row = governor(pred.noun.lemma, "noun", "inf") if pred.noun is not None else None
            if row is not None:  # Попытка прорваться.
                return Operator(row.effect, row.rule, negative=row.negative)
            return Operator("opinion" if is_better(pred) else "demanded", "ru.form:infinitive")
        return None

    def _scheduled(self, pred: Pred) -> bool:
        """Is it a meeting told for a day to come (завтра соберётся Совет Безопасности)?"""
        meets = pred.row is not None and pred.row.concept.type == "CONSULT" and pred.kind == "verb"
        return meets and pred.future and not pred.negative and bool(pred.dates) and pred.link == "main"

    def _either(self, pred: Pred) -> bool:
        """Is it one of two that the sentence does not decide (взорвали мост повстанцы или сапёры, неизвестно)?"""
        chunks, segment = self.clauses.chunks, pred.segment
        if segment is None or pred.kind == "noun" or pred.link != "main":
            return False
        undecided = next((c for c in self._wonders if c.start > pred.end), None)
        if undecided is None or undecided in segment.chunks:
            return False
        between = [c for c in chunks if segment.chunks[0].start <= c.start < undecided.start]
        either = next((c for c in chunks if c.low == "или" and c.kind == "conj" and c.start < undecided.start), None)
        joined = either is not None or any("или" in {w.low for w in c.words} for c in between)
        return joined and sum(c.kind in {"comma", "colon", "semicolon", "dash"} for c in between) == 1


def _undecided(chunk: Chunk) -> bool:
    """Does a word say that nobody knows which of two it was (неизвестно, гадают, не установлено)?"""
    return chunk.low in _UNKNOWN or chunk.lemma in _WONDER


@cache
def _adverbs() -> tuple[str, ...]:
    """Give the adverbs that colour their clause, longest first."""
    return tuple(sorted(listed("adverb"), key=lambda w: (-len(w), w)))


def _joined(pred: Pred) -> bool:
    """Does the clause go on after и?"""
    return pred.segment is not None and pred.segment.coord == "и"


def _is_it(subject: Chunk, pred: Pred) -> bool:
    """Is it a treaty named before, of which a pronoun says what it provides (её она не предусматривает)?"""
    return subject.low in {"он", "она", "оно", "они"} and pred.concept() == "provide_for"


def _under(taken: Taken) -> bool:
    return taken.chunk.prep in {"по", "согласно", "в соответствии с", "в рамках"} and is_instrument(taken.chunk)
