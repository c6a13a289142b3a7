"""The operators a Japanese clause stands under, nearest first: its own ending, then all that governs it."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from casus.reading.clauses import Operator, Phrase
from casus.reading.ja.arguments import Attachment
from casus.reading.ja.chunks import Chunk
from casus.reading.ja.preds import Pred, noun_cue
from casus.reading.ja.rows import operator_cue
from casus.reading.ja.words import content_words, cue_index
from casus.reading.lexicon import Cue, cues

_MARK = {"quote": "to", "demand": "yo", "nom": "koto", "noun": "noun", "question": "ka"}
_SCOPING = {"forecast", "possible", "demanded", "requested", "ordered", "conditional", "intended", "obligation"}
_UNSAID = {
    "agreed": ("agreed", True),
    "intended": ("intended", True),
    "authorised": ("authorised", True),
    "expected": ("expected", True),
    "forecast": ("forecast", True),
    "opinion": ("opinion", True),
    "claim": ("possible", False),
    "denied": ("possible", False),
}
"""What a negated verb does to its content: what is not promised is not to come; what is not denied is open."""
_HEARSAY = {"報道", "情報", "噂", "うわさ", "説", "通報", "証言", "指摘"}
_AUTHOR = {
    "筆者",
    "私",
    "本稿",
    "当研究所",
    "当サイト",
    "当方",
    "管理人",
    "本誌",
    "本紙",
    "われわれ",
    "我々",
    "小職",
    "拙稿",
}


@cache
def _endings() -> tuple[tuple[re.Pattern[str], Cue], ...]:
    return tuple((re.compile(c.cue), c) for c in cues("ja") if c.kind == "ending")


def own_operators(pred: Pred) -> tuple[tuple[Operator, ...], bool]:
    """Give the operators of a predicate's own ending, and whether the clause is negative once they are read."""
    text = pred.chunk.last.text + pred.form.text if not pred.nominal else ""
    found: list[Operator] = []
    negative = pred.negative
    for pattern, cue in _endings():
        match = pattern.search(text)
        if not match:
            continue
        effect, _, sign = cue.effect.partition(" ")
        now, _, then = effect.partition("|")
        effect = then if then and pred.form.past else now
        found.append(Operator(effect, f"ja.ending:{cue.content}", negative=sign == "not"))
        rest = text[: match.start()] + text[match.end() :]
        if pred.form.negative:
            negative = (
                bool(re.search(r"な[いかくけ]|[らまかがさたばなりえけめせてべれきみじび]ず|まい|ません|ぬ", rest))
                or sign == "not"
            )
        text = rest
    found.extend(pred.operators)
    for holder in pred.holders:
        found.extend(op for op in own_operators(holder)[0] if not op.weak)
    if any(op.negative for op in found):
        negative = True
    if pred.link == "cond":
        rule = f"ja.cue:{pred.cue.rule}" if pred.cue else "ja.form:conditional"
        found.append(Operator("conditional", rule))
    if pred.link == "question" or pred.form.tail.startswith("か"):
        found.append(Operator("question", "ja.form:か"))
    elif pred.form.tail.startswith("のか"):
        found.append(Operator("question", "ja.form:か"))
    if pred.link == "purpose":
        found.append(Operator("intended", "ja.form:ため"))
    return tuple(found), negative


class Operators:
    """Climbs from a predicate to the top of its sentence and collects what it stands under."""

    def __init__(self, attachment: Attachment, *, headline: bool = False) -> None:
        self.attachment = attachment
        self.headline = headline
        self.has_condition = {
            id(p.parent) for p in attachment.preds if p.link == "cond" and p.parent is not None and p.absorbed is None
        }

    def of(self, pred: Pred) -> tuple[Operator, ...]:
        """Give all operators of a predicate, nearest first."""
        found, _ = own_operators(pred)
        operators = [self._planned(op, pred) for op in found]
        if id(pred) in self.has_condition and not pred.form.past and not found:
            operators.append(Operator("forecast", "ja.form:consequence", weak=True))
        if not operators and self._to_come(pred):
            operators.append(Operator("forecast", "ja.form:nonpast", weak=True))
        operators.extend(self._relayed(pred))
        operators.extend(self._above(pred))
        operators.extend(self._according_to(pred))
        return tuple(operators)

    def _planned(self, op: Operator, pred: Pred) -> Operator:
        """A plan (…する方針だ) is vouched for by the one whose plan it is."""
        subject = self.attachment.frames[pred.index].subject()
        if (
            op.effect != "intended"
            or ":noun:" not in op.rule
            or op.voice != "none"
            or subject is None
            or not subject.own
        ):
            return op
        return msgspec.structs.replace(op, speaker=self.attachment.phrase(subject.chunk), voice="named")

    def _to_come(self, pred: Pred) -> bool:
        """Is it a plain present of a deed in a full sentence: something still to come?"""
        if (
            self.headline
            or pred.nominal
            or pred.form.past
            or pred.form.ongoing
            or pred.link not in {"final", "reason", "adv"}
        ):
            return False
        concept = pred.row.concept if pred.row is not None else None
        acts = concept is not None and concept.kind == "event" and concept.content is None and concept.type is not None
        return acts and bool(pred.chunk.function or pred.chunk.last.pos in {"verb", "helper"})

    def _above(self, pred: Pred) -> list[Operator]:
        operators: list[Operator] = []
        current, presupposed, detached = pred, False, False
        for _ in range(12):
            parent = current.parent
            if parent is None:
                break
            while parent.absorbed is not None:
                parent = parent.absorbed
            step = self._step(current, parent, detached=detached)
            detached = (detached or self._detaches(current)) and current.link not in _MARK and current.link != "object"
            operators.extend(op for op in step if not presupposed or op.effect in {"claim", "none"})
            presupposed = presupposed or current.link == "rel"
            current = parent
        return operators

    def _detaches(self, pred: Pred) -> bool:
        """Does the clause stand by itself, so that the endings of what follows do not hold for it?"""
        return pred.link in {"adv", "bare", "reason", "cond"} or pred.form.ongoing or pred.chunk.final

    def _step(self, current: Pred, parent: Pred, *, detached: bool) -> list[Operator]:
        """What one edge of the tree adds."""
        own, _ = own_operators(parent)
        if current.link in _MARK or current.link == "object":
            return [*self._content(current, parent), *own]
        if current.link == "cont" and not detached and not self._detaches(current):
            return [op for op in own if op.effect in _SCOPING and not op.negative]
        return []

    def _content(self, child: Pred, parent: Pred) -> list[Operator]:
        found: list[Operator] = []
        if child.link == "noun" and child.noun is not None:
            found.extend(self._noun_content(child, parent))
            mark = self.attachment.head(child.noun).tail
            governs = operator_cue(parent, mark[:1]) if mark else None
            if governs is not None and governs[0] != "claim":
                outer = self._operator(governs, child, parent)
                if outer.effect == "denied" and found[0].effect != "claim":
                    return [outer]
                found.append(outer)
            return found
        mark = child.mark if child.link == "object" else _MARK[child.link]
        if child.link == "demand" and operator_cue(parent, "yo") is None and operator_cue(parent, "を") is None:
            return []
        governs = operator_cue(parent, mark) or (
            operator_cue(parent, "を") if mark == "koto" and child.mark[:1] in "をもはが" else None
        )
        if governs is None and child.link == "quote":
            governs = ("claim", False, "ja.form:と")
        if governs is None:
            return []
        if governs[0] == "fact":
            return [self._blamed(governs[2], child, parent)] if self._names_doer(child) else []
        found.append(self._operator(governs, child, parent))
        found.extend(self._reported(parent, child))
        return found

    def _names_doer(self, child: Pred) -> bool:
        """Does a nominal event say who did it (隣国の侵犯を非難), so that it is the accuser's word?"""
        return any(
            t.mark in {"の", "によって"} and self.attachment.is_party(t.chunk.text)
            for t in self.attachment.frames[child.index].taken
        )

    def _blamed(self, rule: str, child: Pred, parent: Pred) -> Operator:
        victim = child.row is not None and child.row.concept.mode in {"killed", "wounded"}
        speaker, voice = (None, "none") if victim else self._speaker(child, parent)
        return Operator("none" if victim else "claim", rule, speaker=speaker, voice=voice)

    def _operator(self, governs: tuple[str, bool, str], child: Pred, parent: Pred) -> Operator:
        effect, negative, rule = governs
        speaker, voice = self._speaker(child, parent)
        now, _, then = effect.partition("|")
        if then and (self.past(child) or child.form.ongoing or child.copula or child.chunk.last.pos == "adj"):
            now = then
        if now == "denied" and child.negative:
            # "denied that it had not": what is denied is the negation, unless the words only repeat the denial.
            said = child.link == "quote" and parent.row is not None
            return Operator("denied" if said else "possible", rule, said, speaker, voice, flips=not said)
        if self._denied_verb(parent):
            now, negative = _UNSAID.get(now, (now, negative))
        return Operator(now, rule, negative, speaker, voice, agent=True)

    def past(self, pred: Pred) -> bool:
        """Is it past, as the finite verb says that a chain of clauses ends in?"""
        for _ in range(8):
            if pred.form.past or pred.form.ongoing or pred.link not in {"cont", "bare"} or pred.parent is None:
                break
            pred = pred.parent
        return pred.form.past or pred.form.ongoing

    def announces(self, pred: Pred) -> bool:
        """Does the chain of clauses end in a plain present, as an announcement or a forecast does?"""
        for _ in range(8):
            if pred.link not in {"cont", "bare"} or pred.parent is None or pred.form.ongoing:
                break
            pred = pred.parent
        settled = pred.form.past or pred.form.ongoing or pred.copula or pred.chunk.last.pos == "adj"
        return pred.link in {"quote", "noun", "final", "cont", "bare"} and not settled

    def _denied_verb(self, parent: Pred) -> bool:
        return parent.negative or any(op.negative for op in own_operators(parent)[0])

    def _speaker(self, child: Pred, parent: Pred) -> tuple[Phrase | None, str]:
        subject = self.attachment.frames[parent.index].subject()
        if parent.form.passive and subject is not None:
            agent = next((t for t in self.attachment.frames[parent.index].taken if t.mark in {"によって", "に"}), None)
            return (self.attachment.phrase(agent.chunk), "named") if agent else (None, "unnamed")
        if subject is not None and subject.chunk.index not in parent.used:
            if subject.chunk.text in _AUTHOR:
                return None, "author"
            return self.attachment.phrase(subject.chunk), "named"
        if parent.lemma == "いう" and not parent.form.past and not parent.form.ongoing:
            return None, "carried"
        if parent.lemma in content_words("mental") and not parent.form.ongoing and not parent.form.passive:
            return None, "author"
        if parent.link in {"rel", "noun"} and parent.noun is not None and child.link == "quote":
            return self._holder_of_report(parent.noun)
        if parent.form.passive or parent.lemma == "なる":
            return None, "unnamed"
        own = self.attachment.frames[child.index].subject()
        if own is not None and own.own and not (child.form.past or child.form.passive or child.copula or child.nominal):
            if child.link == "quote" and not child.chunk.bracket:
                return self.attachment.phrase(own.chunk), "named"
        return None, "carried"

    def _holder_of_report(self, noun: Chunk) -> tuple[Phrase | None, str]:
        head = self.attachment.head(noun)
        before = [c for c in self.attachment.modifiers(head) if c.index >= noun.index]
        if noun_cue(head) is not None and before:
            return self.attachment.phrase(before[0], until=None), "named"
        return (
            (self.attachment.phrase(head), "named")
            if noun_cue(head) is None
            else (self.attachment.phrase(head), "unnamed")
        )

    def _reported(self, parent: Pred, child: Pred) -> list[Operator]:
        """What governs the report a clause is quoted in (…とする報道を否定した)."""
        if parent.link not in {"rel", "noun"} or parent.noun is None or parent.parent is None:
            return []
        head = self.attachment.head(parent.noun)
        if noun_cue(head) is None or not head.tail:
            return []
        governs = operator_cue(parent.parent, head.tail[:1])
        if governs is None:
            return []
        operator = self._operator(governs, parent, parent.parent)
        if operator.effect == "denied" and child.negative:
            return [msgspec.structs.replace(operator, effect="possible", flips=True)]
        return [operator]

    def _noun_content(self, child: Pred, parent: Pred) -> list[Operator]:
        assert child.noun is not None
        cue = child.cue or noun_cue(self.attachment.head(child.noun))
        effect = cue.effect if cue is not None else "claim"
        now, _, rest = effect.partition("|")
        rule = f"ja.cue:{cue.rule}" if cue is not None else "ja.form:との"
        speaker, voice = self._noun_holder(child, parent, now)
        return [Operator(now, rule, speaker=speaker, voice=voice)]

    def _noun_holder(self, child: Pred, parent: Pred, effect: str) -> tuple[Phrase | None, str]:
        assert child.noun is not None
        head = self.attachment.head(child.noun)
        before = [c for c in self.attachment.modifiers(head) if c.index >= child.noun.index and not c.verbal]
        if before:
            return self.attachment.phrase(before[0]), "named"
        if effect == "claim" and head.text not in _HEARSAY:
            subject = self.attachment.frames[parent.index].subject()
            if subject is not None and subject.chunk is not head and self.attachment.is_party(subject.chunk.text):
                return self.attachment.phrase(subject.chunk), "named"
        if effect == "claim" and (parent.lemma, "を") not in cue_index("announce"):
            return self.attachment.phrase(head), "unnamed"
        subject = self.attachment.frames[parent.index].subject()
        if subject is not None and subject.chunk is not head:
            return self.attachment.phrase(subject.chunk), "named"
        return None, "none"

    def _according_to(self, pred: Pred) -> list[Operator]:
        """Speakers with によると hold for all that follows in the sentence, up to a restart."""
        found = []
        for position, chunk in self.attachment.speakers:
            if position < pred.chunk.index and not self._restarted(position, pred):
                phrase = self.attachment.phrase(chunk)
                alone = noun_cue(chunk) is not None and phrase.span == chunk.span
                voice = "account" if alone else "named"
                found.append(Operator("claim", f"ja.cue:{chunk.tail}", speaker=phrase, voice=voice))
        return found

    def _relayed(self, pred: Pred) -> list[Operator]:
        """Give the speaker whose words somebody passes on (副知事の話として)."""
        found = []
        for chunk in self.attachment.chunks[: pred.chunk.index]:
            if chunk.tail == "として" and chunk.text in {"話", "談話", "証言", "情報", "声明"}:
                before = self.attachment.modifiers(chunk)
                if before:
                    phrase = self.attachment.phrase(before[0])
                    found.append(Operator("claim", "ja.cue:として", speaker=phrase, voice="named"))
        return found

    def _restarted(self, position: int, pred: Pred) -> bool:
        """Has a speaker with another verb of saying, or a restart after が, come between?"""
        breaks = [p for p in self.attachment.preds if position < p.chunk.index < pred.chunk.index and p.link == "adv"]
        return any(self.attachment.chunks[p.chunk.index].comma and self._new_topic_after(p, pred) for p in breaks)

    def _new_topic_after(self, pred: Pred, until: Pred) -> bool:
        between = self.attachment.chunks[pred.chunk.index + 1 : until.chunk.index]
        return any(c.tail == "は" for c in between)
