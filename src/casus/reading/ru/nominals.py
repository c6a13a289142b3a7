"""Events that Russian nouns tell: после обстрела, отрицает переброску войск, начали наступление, бои продолжаются."""

from __future__ import annotations

from casus.reading.lexicon import Predicate
from casus.reading.ru.clausing import Clauses
from casus.reading.ru.eventnouns import (
    amidst,
    befallen,
    casualties,
    headline_case,
    is_noun,
    outer,
    own_arguments,
    row_part,
    trigger,
    victims,
)
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.preds import Pred, Taken
from casus.reading.ru.rows import noun_row
from casus.reading.ru.sources import is_account, is_instrument, thinks
from casus.reading.ru.tokenizer import Word
from casus.reading.ru.words import CARRIES, HAPPENS, governor

_AMID = frozenset({
    "после", "в ходе", "во время", "в результате", "из-за", "при", "вследствие", "на фоне", "за", "до", "перед",
    "в связи с", "в ответ на", "накануне", "по итогам", "в случае", "на случай", "во избежание", "без", "вместо",
    "с целью", "в целях", "под предлогом", "ради", "в рамках", "под угрозой", "в преддверии", "для", "от",
    "на грани", "на пороге", "в шаге от", "в одном шаге от", "в двух шагах от", "на волосок от",
})  # fmt: skip
_NAMING = frozenset({"назвать", "называть", "считать", "признать", "объявить"})
_LINKS = frozenset({
    "быть", "стать", "становиться", "являться", "оказаться", "считаться", "называться", "признать", "остаться",
    "оставаться",
})  # fmt: skip
_ENDS = frozenset({"закончиться", "завершиться", "кончиться"})
"""What stands in the instrumental beside these is how it ended (закончился стрельбой), not who did it."""
_STOPS = frozenset({"прекратить", "приостановить"})
_ACTS = frozenset({"ASSAULT", "RETREAT", "MOBILIZE", "COERCE"})
_ASKING = frozenset({
    "просьба", "требование", "приказ", "приглашение", "распоряжение", "указание", "настояние", "предложение",
    "ходатайство", "призыв", "инициатива",
})  # fmt: skip
_ANNOUNCES = frozenset({"объявить", "объявлять"})
_ABSTAINS = frozenset({"воздержаться", "воздерживаться", "удержаться", "избежать", "избегать"})
"""Verbs with which the event of their noun does not come about."""
_BE_AMONG = frozenset({"быть", "оказаться", "числиться", "значиться", "нет"})
_MAKES = CARRIES - {"прекратить", "приостановить", "завершить", "закончить"}
_DARES = frozenset({"решиться", "решаться", "пойти", "отважиться", "отваживаться"})
_BLAMING = frozenset({"criticise", "blame", "protest", "oppose"})
_BE = frozenset({"быть", "слышный", "возможный", "вероятный", "неизбежный", "маловероятный"})


def find_nominals(clauses: Clauses) -> list[Pred]:
    """Give the nominal events that are stated."""
    return Nominals(clauses).find()


class Nominals:
    """Looks for events among the noun phrases of one sentence."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.found: list[Pred] = []

    def find(self) -> list[Pred]:
        """Give the nominal events in order."""
        for pred in list(self.clauses.preds):
            if pred.link != "tag":
                self._of(pred)
        first = min((p.position for p in self.clauses.preds), default=0)
        colon = next((c.start for c in self.clauses.chunks if c.kind == "colon"), first)
        if colon < first:
            self._verbless(colon)  # Взрыв у мечети: есть погибшие
        if not any(p.stated and not p.absorbed for p in self.clauses.preds):
            self._verbless()
            self._asked()
        return self.found

    def _of(self, pred: Pred) -> None:
        if pred.subject is not None and pred.subject_own and pred.subject not in pred.swallowed:
            self._happens(pred)
        for taken in list(pred.taken):
            if not taken.own or is_account(taken.chunk):
                continue
            if taken.chunk not in pred.swallowed:
                self._argument(pred, taken)
            elif pred.row is not None and pred.row.concept.content is not None and pred.lemma not in _NAMING:
                known = noun_row(taken.chunk)
                if known is not None and known[0].concept.type in _ACTS and not pred.row.concept.colours:
                    self._add(pred, taken.chunk, known, "content")

    def _happens(self, pred: Pred) -> None:
        """Бои продолжаются: the noun is the event, the verb only says that it happens."""
        assert pred.subject is not None  # noqa: S101 - the caller asks
        known = noun_row(pred.subject)
        if pred.lemma == "быть" and pred.row is None and (row := victims(pred.subject)) is not None:
            pred.row, pred.trigger, pred.subject = row, [pred.subject.head], None  # есть погибшие
            return
        if known is None or known[0].concept.type is None:
            return
        if (
            pred.kind in {"verb", "short", "adj"}
            and pred.lemma not in HAPPENS | _BE | (_MAKES if pred.kind == "short" else frozenset())
            and self._told(pred, pred.subject, known)
        ):
            self._add(pred, pred.subject, known, "given")
            return
        judged = pred.lemma == "быть" and any(c.kind == "adjective" for c in pred.adverbs)
        if judged:  # операция была законной
            return
        if (
            pred.lemma in HAPPENS
            or (pred.kind == "short" and pred.lemma in CARRIES - _STOPS)
            or (pred.lemma in _BE and (pred.row is None or pred.kind == "adj") and pred.kind in {"verb", "adj"})
        ):
            self._become(pred, pred.subject, known)

    def _argument(self, pred: Pred, taken: Taken) -> None:
        chunk = taken.chunk
        absent = pred.lemma in {"быть", "нет", "поступить", "поступать", "последовать"}
        if absent and taken.mark in {"acc", "gen"} and pred.negative and pred.row is None:
            self._absent(pred, chunk)
            return
        if (
            pred.lemma in CARRIES
            and (taken.mark == "acc" or (taken.mark == "gen" and pred.negative))
            and pred.kind in {"verb", "inf", "short", "part", "ger"}
            and not pred.swallowed
        ):
            known = noun_row(chunk)
            if known is not None and known[0].concept.type is not None:
                self._carry(pred, chunk, known)
                return
        if self._among(pred, taken) or self._dares(pred, taken) or self._means(pred, taken):
            return
        for inner in (chunk, *chunk.joined):
            self._depends(pred, taken, inner)

    def _among(self, pred: Pred, taken: Taken) -> bool:
        """Take среди погибших есть женщины for what befell them."""
        row = victims(taken.chunk) if taken.chunk.prep == "среди" and pred.lemma in _BE_AMONG else None
        if row is None or not pred.row_is_plain():
            return False
        pred.row, pred.trigger = row, [taken.chunk.head]
        pred.taken = [t for t in pred.taken if t is not taken]
        return True

    def _dares(self, pred: Pred, taken: Taken) -> bool:
        """Take решились на штурм for a storm, воздержались от ударов for strikes that are not made."""
        dares = pred.lemma in _DARES and taken.mark == "на+acc" and pred.row_is_plain()
        abstains = pred.lemma in _ABSTAINS and taken.mark in {"от+gen", "gen"} and taken.chunk.prep in {"", "от"}
        known = noun_row(taken.chunk) if dares or abstains else None
        if known is None or known[0].concept.type is None or (dares and known[0].concept.type not in _ACTS):
            return False
        self._become(pred, taken.chunk, known)
        pred.negative = pred.negative != abstains
        return True

    def _absent(self, pred: Pred, chunk: Chunk) -> None:
        """Take столкновений не было for a clash that was not."""
        known = noun_row(chunk)
        if known is not None and known[0].concept.type is not None:
            self._become(pred, chunk, known)
            pred.negative = True

    def _carry(self, pred: Pred, chunk: Chunk, known: tuple[Predicate, list[Chunk]]) -> None:
        """Let a verb carry the event of its noun (нанесли удар); one that ends it is an act of its own."""
        if pred.lemma not in _STOPS:
            self._become(pred, chunk, known)
        elif known[0].concept.type in _ACTS and " " in known[0].text:
            self._add(pred, chunk, known, "ceased")

    def _means(self, pred: Pred, taken: Taken) -> bool:
        """Is it what an attack was made with, and not another one (ударом поражён склад)?"""
        bare = taken.mark == "inst" and not taken.chunk.prep
        return bare and pred.row is not None and pred.row.concept.type == "ASSAULT" and pred.row.pos != "adj"

    def _depends(self, pred: Pred, taken: Taken, chunk: Chunk) -> None:
        known = noun_row(chunk)
        via = self._via(pred, taken)
        animate = chunk.form is not None and chunk.form.animate
        told = via == "content" and taken.chunk.prep in {"о", "об"}
        if told and (hurt := casualties(chunk) or befallen(chunk)) is not None:
            self._hurt(pred, chunk, hurt)
            return
        if known is not None and (
            (animate and via.startswith("amid")) or self._one_with(pred, taken, chunk, known, via)
        ):
            return
        if known is not None and known[0].concept.type is not None and via:
            self._add(pred, chunk, known, via)
            return
        if taken.mark == "inst" and pred.lemma in _NAMING | _LINKS:
            return
        bare = not taken.chunk.prep and taken.mark in {"acc", "gen", "inst"}
        if known is not None and known[0].concept.type is not None and bare:
            if row_part(pred, taken) != "none" and self._told(pred, chunk, known):
                self._add(pred, chunk, known, "given")
            return
        self._within(pred, chunk)

    def _within(self, pred: Pred, chunk: Chunk) -> None:
        """An event in the genitive of a noun that says how it is put (угроза вторжения)."""
        inner = next((p for p in chunk.parts if (k := noun_row(p)) is not None and k[0].concept.type is not None), None)
        if inner is None:
            return
        holder, found = outer(chunk), noun_row(inner)
        if holder is not None and found is not None:
            self._add(pred, inner, found, holder)

    def _one_with(self, pred: Pred, taken: Taken, chunk: Chunk, known: tuple[Predicate, list[Chunk]], via: str) -> bool:
        """Is a verb with its noun one act (осудил агрессию; отверг обвинения; просил отказаться от вторжения)?"""
        if pred.row is None:
            return False
        concept = pred.row.concept
        if via in {"content", "given"} and concept.name in _BLAMING:
            return not taken.chunk.prep and not self._told(pred, chunk, known)
        if concept.type != "REJECT":
            return False
        gives_up = pred.kind != "verb" and taken.chunk.prep in {"от", "ото"}
        return gives_up or (via == "content" and known[0].concept.type in {"ACCUSE", "REQUEST", "THREATEN"})

    def _told(self, pred: Pred, chunk: Chunk, known: tuple[Predicate, list[Chunk]]) -> bool:
        """Does a noun say of its own who did what to whom, so that it tells an event?"""
        if pred.row is not None and pred.row.concept.name in {"call", "regard_as", "accuse", "evaluate"}:
            return False
        if pred.lemma in _NAMING and (
            pred.lemma.startswith("наз") or known[0].concept.type not in _ACTS or any(is_noun(t) for t in pred.taken)
        ):
            return False
        if chunk.form is not None and chunk.form.animate:
            return False
        named = [*own_arguments(chunk, known[1]), *self._beside(pred, chunk)]
        return any(t.mark in {m for m, _ in known[0].roles} or t.mark in {"gen", "inst"} for t in named)

    def _under(self, pred: Pred, taken: Taken) -> str:
        """Name the noun right before that tells of an event (появились сообщения о перестрелке)."""
        if taken.chunk.prep not in {"о", "об", "обо"}:
            return ""
        holders = [c for c in (pred.subject, *(t.chunk for t in pred.taken)) if c is not None and c is not taken.chunk]
        at = taken.chunk.start - len(taken.chunk.prep) - 1
        holder = next((c for c in holders if 0 <= at - c.end <= 1), None)
        return f"noun:{holder.lemma}" if holder is not None and outer(holder) is not None else ""

    def _via(self, pred: Pred, taken: Taken) -> str:
        """How the noun hangs on the verb: as its content, beside it, or not so that it is told."""
        if pred.row is None and (under := self._under(pred, taken)):
            return under
        part = row_part(pred, taken)
        if part in {"content", "own"}:
            return "content"
        if part == "none":
            return ""
        return self._by_preposition(pred, taken) if taken.chunk.prep else self._by_case(pred, taken)

    def _by_preposition(self, pred: Pred, taken: Taken) -> str:
        prep = taken.chunk.prep
        if not amidst(pred, taken.chunk):
            return ""
        if prep == "по" and taken.chunk.lemma in _ASKING and taken.mark == "по+dat":
            return "amid:по"
        if prep in {"о", "об", "обо"} and (
            thinks(pred.lemma) or (pred.row is not None and pred.row.concept.content is not None)
        ):
            return "content"
        if prep == "на" and pred.lemma in {"жаловаться", "пожаловаться", "указать", "указывать"}:
            return "content"
        return f"amid:{prep}" if prep in _AMID else ""

    def _by_case(self, pred: Pred, taken: Taken) -> str:
        if taken.mark not in {"acc", "gen", "inst"}:
            return ""
        effect = governor(pred.lemma, "verb", "np") or governor(pred.lemma, "report", "np")
        if effect is not None and "np" in effect.content:
            return "content"
        return "given" if pred.concept() in {"criticise", "protest", "investigate", "oppose", "justify"} else ""

    def _become(self, pred: Pred, chunk: Chunk, known: tuple[Predicate, list[Chunk]]) -> None:
        """Make a verb the carrier of the event its noun tells."""
        row, used = known
        subject = pred.subject if pred.subject is not chunk else None
        pred.row, pred.happens = row, pred.lemma
        words = [*chunk.words[:1], chunk.head] if len(chunk.modifiers) <= 1 else [chunk.head]
        near = abs(chunk.start - pred.chunk.end) <= 3 or abs(pred.chunk.start - chunk.end) <= 3
        aside = pred.segment is not None and pred.kind == "verb" and chunk not in pred.segment.chunks
        if near:
            pred.trigger = [*pred.trigger, *[w for w in words if w is chunk.head]]
        elif not aside:  # бои, по оценке штаба, продлятся
            pred.trigger = [chunk.head]
        pred.swallowed = [*pred.swallowed, chunk]
        beside = [] if subject is not None else self._beside(pred, chunk)
        nearer = {id(t.chunk) for t in beside} | {id(chunk)}
        others = [t for t in pred.taken if id(t.chunk) not in nearer]
        if pred.lemma in _ENDS:
            others = [t for t in others if t.chunk.prep or t.mark != "inst"]
        pred.taken = [*own_arguments(chunk, used, row), *beside, *others]
        passive = pred.passive or pred.kind == "short"
        pred.subject = subject if not passive else None
        if subject is None and not passive:
            pred.subject, pred.subject_own = None, True
        pred.passive = False

    def _add(self, pred: Pred, chunk: Chunk, known: tuple[Predicate, list[Chunk]], via: str) -> None:
        row, used = known
        if any(p.chunk is chunk for p in self.found):
            return
        made = Pred(len(self.clauses.preds) + len(self.found), "noun", chunk, row.text, chunk.form)
        made.link, made.parent, made.via, made.row = "np", pred, via, row
        made.part, made.segment = pred.part, pred.segment
        made.trigger = trigger(chunk, used)
        beside = self._beside(pred, chunk)
        made.taken = [*own_arguments(chunk, used, row), *beside]
        bare = [t.chunk for t in beside if not t.chunk.prep]
        pred.taken = [t for t in pred.taken if t.chunk not in bare]
        accused = next((t for t in pred.taken if t.mark == "acc" and pred.concept() == "accuse"), None)
        if via == "content" and accused is not None and not any(t.mark == "inst" for t in made.taken):
            made.subject, made.subject_own = accused.chunk, True
        made.taken.extend(Taken("inst", c) for c in self._begun_by(chunk))
        if via == "amid:по" and pred.subject is not None and pred.subject_own:
            made.taken.append(Taken("к+dat", pred.subject))
        own = any(w.best is not None and w.best.lemma == "свой" for w in chunk.modifiers)
        begun = (
            (via == "content" or via.startswith("noun:"))
            and pred.lemma in _ANNOUNCES
            and not any(t.mark in {"gen", "inst"} for t in made.taken)
        )
        begun = begun or (via == "content" and pred.concept().startswith("threaten") and not made.subject)
        if via == "ceased" or own or begun:  # отрицает свою причастность; объявили о начале операции
            made.subject, made.subject_own = pred.subject, False
        self.found.append(made)

    def _hurt(self, pred: Pred, chunk: Chunk, hurt: tuple[Predicate, Word]) -> None:
        """Tell of what befell those a noun names (сообщает о девяти погибших; заявили о сбитом беспилотнике)."""
        row, word = hurt
        self._add(pred, chunk, (row, []), "content")
        made = self.found[-1]
        made.trigger, made.taken = [word], [Taken("nom" if row.concept.roles_of("object") == () else "acc", chunk)]

    def _begun_by(self, chunk: Chunk) -> list[Chunk]:
        """Give who a participle after an event says began it (обстрел, начатый повстанцами)."""
        parts = (
            p for p in self.clauses.preds if p.kind == "part" and p.noun is chunk and p.lemma in CARRIES and p.passive
        )
        return [t.chunk for p in parts for t in p.taken if t.mark == "inst"]

    def _beside(self, pred: Pred, chunk: Chunk) -> list[Taken]:
        """Give the prepositional phrases right after a noun, which are rather its own (переброску войск к границе)."""
        end, found = chunk.end, []
        known = noun_row(chunk)
        wanted = {mark for mark, _ in known[0].roles} if known is not None else set()
        whose = {mark for mark, _ in pred.row.roles} if pred.row is not None else set()
        for taken in sorted(pred.taken, key=lambda t: t.chunk.start):
            bare = (
                not taken.chunk.prep and bool(taken.chunk.cases & {"inst", "dat"}) and not taken.chunk.may("nom", "acc")
            )
            bare = bare and not (pred.happens and chunk not in pred.swallowed)  # разгон митинга жандармами начался
            bare = bare and not (pred.lemma in _NAMING and taken.chunk.may("inst"))  # назвал обвинения в обстреле ложью
            bare = bare and not ("dat" in whose and taken.chunk.may("dat") and "dat" not in wanted)
            if bare and 0 <= taken.chunk.start - end <= 1 and taken.chunk is not chunk and taken.own:
                found.append(Taken("inst" if taken.chunk.may("inst") else "dat", taken.chunk))
                end = taken.chunk.end
                continue
            gap = taken.chunk.start - len(taken.chunk.prep) - 1 - end
            own = taken.chunk.prep not in _AMID or taken.mark in wanted
            if taken.chunk.prep and 0 <= gap <= 1 and taken.chunk.start > chunk.start and own:
                found.append(Taken(taken.mark, taken.chunk))
                end = taken.chunk.end
        return found

    def _asked(self) -> None:
        """A question without a verb: ошибка или ловушка?"""
        last = self.clauses.segments[-1] if self.clauses.segments else None
        chunk = next((c for c in last.of("np") if not c.prep), None) if last is not None else None
        if chunk is not None and self.clauses.chunks[-1].kind == "stop" and "?" in self.clauses.chunks[-1].low:
            made = Pred(len(self.clauses.preds), "noun", chunk, chunk.lemma, chunk.form, question=True)
            made.segment, made.trigger, made.part = last, list(chunk.words), self.clauses.part
            self.found.append(made)

    def _verbless(self, end: int | None = None) -> None:
        """A headline or sentence without a verb, or what stands before a colon: its first noun is what happened."""
        loose = self.clauses.loose or [c for f in self.clauses.frames for c in f.pending]
        for chunk in (c for c in loose if end is None or c.start < end):
            for each in (chunk, *chunk.joined):
                known = noun_row(each)
                if known is None or known[0].concept.type is None or each.prep in {"с", "со"} or is_instrument(each):
                    continue
                holder = Pred(0, "noun", each, "", None)
                beside = (c for c in self.clauses.loose if c.prep and c is not each)
                holder.taken = [Taken(f"{c.prep}+{headline_case(c, known[0])}", c) for c in beside]
                holder.stated = False
                self._add(holder, each, known, "headline")
