"""The operators an English clause stands under, nearest first: its own modal and form, then all that governs it."""

from __future__ import annotations

from casus.reading.clauses import Operator
from casus.reading.en.governing import Governing
from casus.reading.en.preds import Pred
from casus.reading.en.standing import is_instrument
from casus.reading.en.words import governor

_NOT_YET = frozenset({
    "obligation", "forecast", "possible", "conditional", "intended", "opinion", "demanded", "requested", "ordered",
    "threatened",
})  # fmt: skip


class Operators(Governing):
    """Climbs from a predicate to the top of its sentence and collects what it stands under."""

    def of(self, pred: Pred) -> tuple[Operator, ...]:
        """Give all operators of a predicate, nearest first."""
        known = self._all.get(id(pred))
        if known is None:
            known = self._all[id(pred)] = self._collect(pred)
        return known

    def _collect(self, pred: Pred) -> tuple[Operator, ...]:
        speakers = self._outer(pred)
        found = [*self._own(pred), *self._accounts(pred, inside=True), *self._above(pred), *speakers]
        found = self._denied_plan(pred, found)
        law = [op for op in found if op.effect == "obligation" and op.rule == "en.cue:according to"]
        found = [*law, *(op for op in found if op not in law)] if law else found
        if found and found[0].effect == "conditional" and pred.link in {"cond", "adv"} and pred.parent is not None:
            found.extend([op for op in self.of(pred.parent) if op.voice == "named"][:1] if not _named(found) else [])
        above = pred.parent
        while above is not None and above.absorbed and pred.link in {"inf", "ing"}:
            if pred.noun is None and _must(above, found) and not self._yet(above, pred):
                found.insert(0, Operator("obligation", f"en.form:{above.lemma} to"))
            if above.link == "cond":
                found.insert(0, Operator("conditional", f"en.cue:condition:{above.mark}"))
            found = [*(op for op in self._own(above) if op.effect == "possible"), *found]
            above = above.parent
        return tuple(dict.fromkeys(found))

    def _yet(self, above: Pred, pred: Pred) -> bool:
        """Is it only what has yet to be done?"""
        return any(c.text == "yet" for c in self.clauses.chunks[above.index : pred.index])

    def _denied_plan(self, pred: Pred, found: list[Operator]) -> list[Operator]:
        """Put a denial of the plan before the plan (denied that it was planning to annex)."""
        above = pred.parent
        if above is None or not above.absorbed or pred.link not in {"inf", "ing"}:
            return found
        higher = next((op for op in self._above(above) if op.effect not in {"none", "claim"}), None)
        return [higher, *found] if higher is not None and higher.effect == "denied" else found

    def _above(self, pred: Pred) -> list[Operator]:
        """Give what stands over a predicate; each is asked for from many below it, so the answer is kept."""
        known = self._over.get(id(pred))
        if known is None:
            known = self._over[id(pred)] = self._climb(pred)
        return known

    def _climb(self, pred: Pred) -> list[Operator]:
        found: list[Operator] = []
        current, presupposed, described = pred, False, False
        for _ in range(12):
            parent = current.parent
            if parent is None:
                found.extend(self._alone(current))
                break
            aside = current.link in {"rel", "adv", "part"}
            step = [] if aside and _sentential(current) else self._step(current, parent)
            if aside and _sentential(current):
                break
            described = described or (current.link == "rel" and current.mark in {"which", "who", "whose"})
            reaching = step if not presupposed else [op for op in step if _reaches(op, pred)]
            found.extend(op for op in reaching if not described or op.effect in {"claim", "conditional"})
            presupposed = presupposed or aside
            current = parent
        return found

    def _alone(self, pred: Pred) -> list[Operator]:
        """How a noun puts the clause it stands over where no verb was found for the noun (the denial that it fired)."""
        noun = pred.noun if pred.link == "comp" else None
        made = governor(noun.head.lemma, "noun", "that") if noun is not None else None
        if made is None or noun is None:
            return []
        owner = self._teller_of(noun)
        voice = "named" if owner is not None else ("unnamed" if made.effect == "claim" else "none")
        return [Operator(made.effect, made.rule, made.negative, owner, voice)]

    def _step(self, child: Pred, parent: Pred) -> list[Operator]:
        """What one edge of the tree adds."""
        if child.link == "purpose":
            return [op for op in self._own(parent) if op.effect in {"possible", "forecast", "intended"}]
        if child.link == "np" and parent.question:
            return self._own(parent)
        if child.link in {"comp", "inf", "ing", "np"}:
            governs = self._governs(child, parent)
            return [*governs, *self._own(parent)]
        if child.link == "rel" and child.mark == "ing" and parent.lemma in {"show", "depict", "capture", "film"}:
            return self._own(parent)
        if child.link == "rel" and child.noun is not None and any(t.chunk is child.noun for t in parent.objects()):
            charged = self._charged(parent)
            if charged is not None:
                return [charged, *self._own(parent)]
        if child.link in {"rel", "adv"} and (not child.group.past or _whoever(child, parent)) and child.link != "cond":
            return self._hypothetical(child, parent)
        if child.link == "part":
            return [
                op
                for op in self._own(parent)
                if op.effect in {"forecast", "possible", "conditional"} and not child.group.past
            ]
        return []

    def _charged(self, parent: Pred) -> Operator | None:
        """What somebody condemns is told as that one says (condemned the raid staged by the rebels)."""
        if parent.row is None or parent.row.concept.type != "ACCUSE" or parent.row.concept.content != "claim":
            return None
        return self._operator("claim", False, f"en.predicate:{parent.row.concept.name}", parent, "subject")

    def _hypothetical(self, child: Pred, parent: Pred) -> list[Operator]:
        """Is an event beside one that has not come (assist an ally that is attacked; withdraw before it rains)?"""
        if not any(op.effect in _NOT_YET for op in (*self._own(parent), *self._above(parent))):
            return []
        if child.link == "rel" and not child.group.perfect:
            noun = child.noun
            first = noun.words[0].text.lower() if noun is not None else ""
            vague = first in {"a", "an", "any", "anybody", "anyone", "whoever", "every", "all"} or (
                noun is not None and noun.head.tag == "NN2" and first not in {"the", "its", "their", "these", "those"}
            )
            return [Operator("conditional", "en.form:relative")] if vague and not child.group.modal else []
        if child.group.perfect or (child.headline and child.mark in {"after", "as"}):
            return []
        if child.mark in {"because", "although", "though", "as", "since", "while"} and child.mark != "since":
            return []
        return [
            Operator(
                "conditional" if child.mark in {"when", "once", "until", "till"} else "forecast",
                f"en.form:{child.mark}",
                weak=False,
            )
        ]

    def _outer(self, pred: Pred) -> list[Operator]:
        found: list[Operator] = []
        over = self._tag_speaker(pred)
        if over is not None and over is not pred:
            told = self._tag_operator(over, pred)
            found.extend([*self._cited(over), told] if told.effect == "claim" else [told])
            found.extend(self._above(over))
        found.extend(self._believed(pred))
        label = self._label(pred) if over is None else None
        if label is None and over is None:
            label = self._version(pred)
        if label is not None:
            found.append(label)
        if pred.quoted and not found and not any(op.voice == "named" for op in self._above(pred)):
            later = self.clauses.later_speaker
            voice = "named" if later is not None else "carried"
            found.append(Operator("claim", "en.form:quotation", speaker=later, voice=voice))
        return [*found, *self._accounts(pred, inside=False)]

    def _accounts(self, pred: Pred, *, inside: bool) -> list[Operator]:
        """The sources given with ``according to``, those set into a later clause apart: they tell only what follows."""
        found: list[Operator] = []
        for position, noun, segment, later in self.clauses.sources:
            if bool(later) is not inside or (later and pred.index < position):
                continue
            if later == "rel" and not _in_relative(pred):
                continue
            if position < pred.index and not inside and _sentential(pred):
                continue
            if segment == pred.segment and not self._set_apart(position, pred):
                told = self._according(noun)
                if is_instrument(noun) and pred.group.modal in {"may", "must", "shall", "should", "can"}:
                    told = [Operator("obligation", op.rule, speaker=op.speaker, voice=op.voice) for op in told]
                found.extend(told)
        return found


def _named(found: list[Operator]) -> bool:
    return any(op.voice == "named" for op in found)


def _reaches(op: Operator, pred: Pred) -> bool:
    """Bears what stands over a clause on what is only mentioned in it: a claim does, a bare negation does not?"""
    happened = pred.group.past or (pred.headline and pred.link == "adv")
    return op.effect == "claim" or (op.effect != "none" and not happened)


def _in_relative(pred: Pred) -> bool:
    """Is it the verb of a relative clause, or does it hang on one?"""
    current: Pred | None = pred
    while current is not None and current.link != "rel":
        current = current.parent
    return current is not None


_ANSWERED = frozenset({
    "deny", "dispute", "reject", "confirm", "contest", "refute", "dismiss", "ridicule", "mock", "deride", "rubbish",
    "challenge", "question", "rebut", "support", "verify", "rule", "accept", "substantiate", "endorse",
    "refuse", "decline",
})  # fmt: skip
"""Verbs by which somebody answers the whole clause before."""
_FINDINGS = frozenset({
    "finding", "ruling", "verdict", "judgment", "judgement", "figure", "version", "account", "something",
})  # fmt: skip


def _sentential(pred: Pred) -> bool:
    """Is it ``…, which Ankara denies``: a remark on the whole clause before?"""
    if pred.link != "rel" or pred.passive:
        return False
    noun = pred.noun
    word = noun.head.lemma if noun is not None else ""
    charge = word in _FINDINGS or (bool(word) and governor(word, "noun", "that") is not None)
    denies = pred.lemma in _ANSWERED
    return denies and (pred.mark == "which" or charge)


def _must(above: Pred, over: list[Operator]) -> bool:
    """Is it what somebody has to or needs to do: now, or on somebody's word (said they had to leave)?"""
    if above.lemma not in {"have", "need"} or above.group.perfect or above.link == "speaker":
        return False
    return not above.group.past or any(op.effect == "claim" and op.voice == "named" for op in over)


def _whoever(child: Pred, parent: Pred) -> bool:
    """Is it of anybody who may do so (warned that any country which helped them would be treated as an enemy)?"""
    first = child.noun.words[0].text.lower() if child.noun is not None and child.link == "rel" else ""
    return first in {"any", "anybody", "anyone", "whoever", "every"} and parent.group.modal in {"would", "could"}
