"""The operators an English clause stands under, nearest first: its own modal and form, then all that governs it."""

from __future__ import annotations

from collections.abc import Callable

from casus.reading.clauses import Operator, Phrase
from casus.reading.en.clausing import Clauses, Pred
from casus.reading.en.phrases import Chunk
from casus.reading.en.words import Governor, governor, listed

_FIRST_PERSON = {"i", "we"}
_NO = {"no", "little", "few", "neither", "scant", "hardly"}
_UNSAID = {
    "agreed": ("agreed", True),
    "intended": ("intended", True),
    "authorised": ("authorised", True),
    "expected": ("expected", True),
    "forecast": ("forecast", True),
    "opinion": ("opinion", True),
    "claim": ("possible", False),
    "denied": ("possible", False),
    "possible": ("possible", False),
    "none": ("none", True),
}
"""What a negated verb does to its content: what is not promised is not to come; what is not said is open."""
_SELF = {"it", "he", "she", "they", "we", "i", "itself", "themselves"}
_OWN = {"its", "his", "her", "their", "our", "my"}


class Operators:
    """Climbs from a predicate to the top of its sentence and collects what it stands under."""

    def __init__(self, clauses: Clauses, same_side: Callable[[Chunk, Chunk], bool]) -> None:
        self.clauses = clauses
        self.same_side = same_side

    def of(self, pred: Pred) -> tuple[Operator, ...]:
        """Give all operators of a predicate, nearest first."""
        speakers = self._outer(pred)
        found = [*self._own(pred, speakers), *self._above(pred), *speakers]
        return tuple(dict.fromkeys(found))

    # the predicate's own form

    def _own(self, pred: Pred, outer: list[Operator]) -> list[Operator]:
        found: list[Operator] = []
        if pred.question:
            found.append(Operator("question", "en.form:question"))
        if pred.coloured is not None:
            effect, _, sign = pred.coloured.partition(" ")
            found.append(Operator(effect, "en.cue:predicate", negative=sign == "not"))
        if pred.link == "cond":
            found.append(Operator("conditional", f"en.cue:condition:{pred.mark}"))
        elif pred.link == "adv" and pred.mark in {"until", "till", "once"} and self._future(pred.parent):
            found.append(Operator("conditional", f"en.form:{pred.mark}"))
        if pred.link == "purpose" or (pred.link == "inf" and pred.parent is None):
            found.append(Operator("intended", "en.form:purpose"))
        if pred.link == "comp" and pred.mark in {"whether", "if", "how", "why", "what"}:
            found.append(Operator("question", f"en.form:{pred.mark}"))
        if pred.link == "adv" and pred.mark == "when" and pred.parent is not None and self._rules(pred.parent) and not pred.group.past:
            found.append(Operator("conditional", "en.form:when"))
        duty = self._duty(pred)
        if duty is not None:
            found.append(duty)
        if pred.group.copula and pred.subject is not None and any(w.text.lower() in {"likely", "probable", "likeliest"} for w in pred.subject.words):
            found.append(Operator("forecast", "en.form:likely"))
        modal = self._modal(pred)
        if modal is not None:
            found.append(modal)
        if pred.mark in {"without", "instead of", "rather than"}:
            found.append(Operator("none", f"en.cue:prep:{pred.mark}", negative=True))
        return found

    def _rules(self, parent: Pred) -> bool:
        """Does a treaty or law speak in the clause?"""
        return parent.subject is not None and is_instrument(parent.subject)

    def _duty(self, pred: Pred) -> Operator | None:
        """What a treaty says, or what holds under one, is a duty with the treaty as its source."""
        kind = pred.row.concept.kind if pred.row is not None else "event"
        if pred.group.past or pred.link == "np" or pred.headline:
            return None
        subject = pred.subject
        if pred.link == "rel" and not pred.subject_own:
            subject = pred.noun
        if subject is not None and is_instrument(subject) and kind in {"obligation", "opinion", "legal_claim"}:
            return Operator("obligation", "en.form:instrument", speaker=subject.phrase(), voice="named")
        if kind == "obligation" or pred.group.modal in {"must", "shall"} or any(
            governor(p.adjective.words[-1].text.lower(), "adj", "inf") for p in (pred.parent,) if p is not None and p.absorbed and p.adjective is not None
        ) or (pred.parent is not None and pred.parent.absorbed and pred.parent.lemma in {"bind", "oblige", "require", "entitle"}):
            under = next((t.chunk for t in pred.taken if t.mark in {"under", "by", "in accordance with", "pursuant to"} and is_instrument(t.chunk)), None)
            if under is not None:
                return Operator("obligation", "en.form:under", speaker=under.phrase(), voice="named")
        return None

    def _future(self, parent: Pred | None) -> bool:
        return parent is not None and (parent.group.modal in {"will", "would", "shall"} or not parent.group.past)

    def _modal(self, pred: Pred) -> Operator | None:
        word = pred.group.modal
        made = governor(word, "modal", "") if word else None
        if made is None or pred.link == "cond":
            return None
        if word in {"can", "could"} and (pred.group.negative or pred.negated):
            return None
        if word == "may" and pred.group.negative and pred.group.past:
            return None
        if word in {"will", "would", "shall"}:
            return Operator(self._future_effect(pred, made), made.rule, weak=True)
        if word == "can" and not pred.passive:
            return None if self._speaker(pred) is None else Operator("possible", made.rule, weak=True)
        return Operator(made.effect, made.rule, weak=made.effect in {"opinion"})

    def _future_effect(self, pred: Pred, made: Governor) -> str:
        """What one says one will do is meant; what one says another will do is foretold."""
        speaker = self._speaker(pred)
        if speaker is None or pred.subject is None or pred.passive:
            return "forecast" if made.effect != "obligation" or speaker is None else made.effect
        return "intended" if self._same(pred.subject, speaker) else "forecast"

    def _same(self, subject: Chunk, speaker: Chunk) -> bool:
        first = subject.words[0].text.lower()
        if first in _SELF or first in _OWN:
            return True
        return subject is speaker or self.same_side(subject, speaker)

    def _speaker(self, pred: Pred) -> Chunk | None:
        """Who says it: the subject of the nearest verb of saying above it."""
        current: Pred | None = pred
        for _ in range(10):
            if current is None:
                break
            if current.parent is not None and current.link in {"comp", "inf", "ing"} and current.parent.subject is not None and not current.parent.passive:
                return current.parent.subject
            current = current.parent
        over = self._tag_speaker(pred)
        return over.subject if over is not None else None

    # what governs it

    def _above(self, pred: Pred) -> list[Operator]:
        found: list[Operator] = []
        current, presupposed = pred, False
        for _ in range(12):
            parent = current.parent
            if parent is None:
                break
            aside = current.link in {"rel", "adv", "part"}
            step = [] if aside and _sentential(current) else self._step(current, parent)
            if aside and _sentential(current):
                break
            found.extend(op for op in step if not presupposed or op.effect == "claim" or not pred.group.past)
            presupposed = presupposed or aside
            current = parent
        return found

    def _step(self, child: Pred, parent: Pred) -> list[Operator]:
        """What one edge of the tree adds."""
        if child.link == "purpose":
            return [op for op in self._own(parent, []) if op.effect in {"possible", "forecast", "intended"}]
        if child.link in {"comp", "inf", "ing", "np"}:
            governs = self._governs(child, parent)
            return [*governs, *self._own(parent, [])]
        if child.link in {"rel", "adv"} and not child.group.past and child.link != "cond":
            return self._hypothetical(child, parent)
        if child.link == "part":
            return [op for op in self._own(parent, []) if op.effect in {"forecast", "possible", "conditional"} and not child.group.past]
        return []

    def _hypothetical(self, child: Pred, parent: Pred) -> list[Operator]:
        """Is an event beside one that has not come (assist an ally that is attacked; withdraw before it rains)?"""
        not_yet = {"obligation", "forecast", "possible", "conditional", "intended", "opinion", "demanded", "requested", "ordered", "threatened"}
        above = [op for op in (*self._own(parent, []), *self._above(parent)) if op.effect in not_yet]
        if not above:
            return []
        if child.link == "rel":
            noun = child.noun
            first = noun.words[0].text.lower() if noun is not None else ""
            vague = first in {"a", "an", "any", "anybody", "anyone", "whoever", "every", "all"} or (noun is not None and noun.head.tag == "NN2" and first not in {"the", "its", "their", "these", "those"})
            return [Operator("conditional", "en.form:relative")] if vague and not child.group.modal else []
        if child.mark in {"because", "although", "though", "as", "since", "while"} and child.mark != "since":
            return []
        return [Operator("conditional" if child.mark in {"when", "once", "until", "till"} else "forecast", f"en.form:{child.mark}", weak=False)]

    def _governs(self, child: Pred, parent: Pred) -> list[Operator]:
        content = self._content(child)
        by_noun = governor(child.noun.head.lemma, "noun", content) if child.noun is not None else None
        if by_noun is None and child.noun is not None and child.link == "np":
            by_noun = governor(child.noun.head.lemma, "noun", "that")
        if by_noun is not None:
            return self._by_noun(child, parent, by_noun)
        made = self._governor(parent, child, content)
        if made is None:
            if child.link == "inf" and not parent.absorbed:
                return [Operator("intended", "en.form:infinitive", voice="none")]
            if child.link == "comp" and child.mark in {"that", '"', ""}:
                return [self._operator("claim", False, "en.form:that", parent, "subject")]
            if child.link == "comp" and child.mark in {"how", "why", "what", "whether", "if"}:
                return []
            return []
        return [self._operator(made.effect, made.negative, made.rule, parent, made.voice, child)]

    def _content(self, child: Pred) -> str:
        if child.link == "np":
            return child.mark if child.mark != "object" else "np"
        if child.link == "comp":
            return {"": "that", '"': "that"}.get(child.mark, child.mark)
        if child.link == "inf":
            return "inf"
        return "ing" if child.mark in {"ing", "part"} else child.mark

    def _governor(self, parent: Pred, child: Pred, content: str) -> Governor | None:
        if parent.passive:
            made = governor(parent.lemma, "passive", content)
            if made is not None:
                return made
        if parent.group.copula or parent.lemma in {"remain", "become", "seem"}:
            if parent.adjective is not None:
                return governor(parent.adjective.words[-1].text.lower(), "adj", content)
            if child.link == "inf" and parent.complement is None:
                return Governor("be", "verb", "inf", "expected", False, "none")
            if parent.subject is not None and content == "that":
                return governor(parent.subject.head.lemma, "noun", content)
        if parent.lemma in {"insist", "suggest", "propose", "recommend", "demand", "order", "ask"} and content == "that" and not self.asked(child):
            return Governor(parent.lemma, "report", "that", "claim", False, "subject")
        special = self._special(parent, child, content)
        if special is not None:
            return special
        made = governor(parent.lemma, "verb", content)
        if made is not None and (made.content or parent.row is None):
            return made
        if content in {"that", "quote"} and (report := governor(parent.lemma, "report", "that")) is not None:
            return report
        concept = parent.row.concept if parent.row is not None else None
        if concept is not None and concept.content is not None and child.link != "rel":
            if content in {"after", "before", "by", "in", "without", "during", "since", "while"}:
                return None
            return Governor(parent.lemma, "predicate", content, concept.content, concept.content_negative and concept.content != "denied", "subject")
        return made

    def _special(self, parent: Pred, child: Pred, content: str) -> Governor | None:
        """Warnings: of what the speaker will do a threat, of what others do a forecast or a claim."""
        if parent.lemma in {"warn", "caution"} and content in {"that", "of", "about"}:
            if parent.subject is not None and child.subject is not None and self._same(child.subject, parent.subject) and not child.group.past:
                return None
            if content != "that":
                return Governor(parent.lemma, "verb", content, "possible", False, "subject")
            if child.group.modal in {"will", "would"}:
                if child.subject is not None and parent.subject is not None and not self.same_side(child.subject, parent.subject):
                    return Governor(parent.lemma, "verb", content, "forecast", False, "subject")
                return None
            return Governor(parent.lemma, "verb", content, "claim", False, "subject")
        if parent.lemma == "rule" and content == "that":
            return Governor(parent.lemma, "report", content, "claim", False, "subject")
        return None

    def asked(self, child: Pred) -> bool:
        """Is it a demand in form: that they leave, that they should leave?"""
        if child.group.modal in {"should", "must"}:
            return True
        first = next((w for w in child.group.words if w.pos in {"aux", "verb"}), child.group.head)
        if first.tag in {"VVB", "VVI", "VBI", "VBB"} and first.text.lower() not in {"are", "is", "am", "have", "was", "were"}:
            return True
        return False

    def _by_noun(self, child: Pred, parent: Pred, by_noun: Governor) -> list[Operator]:
        assert child.noun is not None
        none = child.noun.words[0].text.lower() in _NO
        effect, negative = by_noun.effect, by_noun.negative
        said_not = none or parent.group.negative or parent.negated
        if said_not:
            if effect == "intended":
                effect, negative = "denied", True
            else:
                effect, negative = effect if effect != "claim" else "possible", True
        voice = "none" if by_noun.voice == "none" else "subject"
        rule = by_noun.rule
        owner = _owner(child.noun)
        if owner is not None and voice == "subject":
            return [Operator(effect, rule, negative, owner, "named")]
        if parent.lemma in {"be"} and parent.subject is not None and parent.subject.words[0].text.lower() in {"there", "my", "our"}:
            return [Operator(effect, rule, negative, voice="author" if effect == "opinion" else "none")]
        made = [self._operator(effect, negative, rule, parent, voice, unsaid=False)]
        if parent.row is not None and parent.row.concept.content in {"denied"}:
            made.append(self._operator("denied", False, f"en.predicate:{parent.row.concept.name}", parent, "subject"))
        return made

    def _operator(self, effect: str, negative: bool, rule: str, parent: Pred, voice: str, child: Pred | None = None, *, unsaid: bool = True) -> Operator:
        if unsaid and (parent.group.negative or parent.negated):
            effect, negative = (effect, False) if negative else _UNSAID.get(effect, (effect, negative))
            if effect == "claim":
                effect = "possible"
        speaker, how = self._voice(parent, voice, effect)
        return Operator(effect, rule, negative, speaker, how, agent=True)

    def _voice(self, parent: Pred, voice: str, effect: str) -> tuple[Phrase | None, str]:
        if voice == "none" or effect == "none":
            return None, "none"
        if parent.passive:
            agent = next((t.chunk for t in parent.taken if t.mark == "by"), None)
            if agent is not None:
                return agent.phrase(), "named"
            return None, ("unnamed" if effect in {"claim", "denied"} else "none")
        if voice == "unnamed" or parent.subject is None:
            return None, "unnamed" if effect == "claim" and parent.subject is None and parent.link != "main" else ("carried" if effect == "claim" else "none")
        words = parent.subject.words
        if len(words) == 1 and words[0].text.lower() in _FIRST_PERSON and not parent.quoted:
            return None, "author"
        if words[0].text.lower() in {"there"} or (words[0].text.lower() == "it" and parent.group.copula):
            return None, "none"
        return parent.subject.phrase(), "named"

    # speakers over the whole sentence

    def _outer(self, pred: Pred) -> list[Operator]:
        found: list[Operator] = []
        over = self._tag_speaker(pred)
        if over is not None and over is not pred:
            found.append(self._tag_operator(over, pred))
            found.extend(self._above(over))
        if pred.quoted and not found and not any(op.voice == "named" for op in self._above(pred)):
            later = self.clauses.later_speaker
            voice = "named" if later is not None else "carried"
            found.append(Operator("claim", "en.form:quotation", speaker=later, voice=voice))
        for position, noun, segment in self.clauses.sources:
            if segment == pred.segment and not self._set_apart(position, pred):
                found.extend(self._according(noun, position))
        return found

    def _tag_operator(self, over: Pred, pred: Pred) -> Operator:
        made = governor(over.lemma, "verb", "that")
        effect = made.effect if made is not None and made.effect in {"denied", "possible"} else "claim"
        if over.lemma in {"warn", "vow", "swear", "threaten", "pledge", "promise"} and pred.group.modal in {"will", "would", "shall"} and pred.link in {"main", "comp"}:
            own = pred.subject is not None and over.subject is not None and self._same(pred.subject, over.subject)
            effect = ("threatened" if over.lemma not in {"pledge", "promise"} else "agreed") if own else "claim"
        return self._operator(effect, False, f"en.cue:report:{over.lemma}", over, "subject")

    def _tag_speaker(self, pred: Pred) -> Pred | None:
        """The verb of saying set after, before or into what is said (…, Khartoum says)."""
        if pred.link == "speaker":
            return None
        root = _root(pred)
        tags = [p for p in self.clauses.preds if p.link == "speaker" and p.segment == pred.segment and p.subject is not None]
        for tag in tags:
            if root.index < tag.index and not any(r.link == "speaker" and root.index < r.index < tag.index for r in self.clauses.preds):
                return tag
            if root.index > tag.index and root is not tag and (root.shares is not None or self._goes_on(root, tag)):
                return tag
        return self._colon_speaker(pred)

    def _goes_on(self, root: Pred, tag: Pred) -> bool:
        """Goes what somebody said on after the tag set between commas (…, the ministry reports, and …)?"""
        chunks = self.clauses.chunks
        between = [c for c in chunks[tag.index + 1 : root.index] if c.kind in {"comma", "cc", "mark", "quote"}]
        if [c.kind for c in between[:2]] != ["comma", "cc"] or any(c.kind in {"mark", "quote"} for c in between) or tag.quoted:
            return False
        before = next((c for c in reversed(chunks[: tag.index]) if c.kind in {"quote", "comma"}), None)
        speech = root.row is not None and root.row.concept.content is not None or root.lemma in listed("report")
        return before is not None and before.kind == "comma" and not speech and between[1].text == "and" and not self._quoted_before(tag)

    def _quoted_before(self, tag: Pred) -> bool:
        return any(c.kind == "quote" for c in self.clauses.chunks[: tag.index])

    def _colon_speaker(self, pred: Pred) -> Pred | None:
        """A quotation after a colon is by whoever acts before it."""
        if not pred.quoted:
            return None
        before = [p for p in self.clauses.preds if not p.quoted and p.segment == pred.segment - 1 and p.link in {"main"} and p.subject is not None]
        tags = [p for p in self.clauses.preds if p.link == "speaker" and p.subject is not None]
        return before[-1] if before and not any(t.segment == pred.segment for t in tags) else (tags[-1] if tags else None)

    def _set_apart(self, position: int, pred: Pred) -> bool:
        """Is the predicate on the other side of a restart (but, while) from ``according to``?"""
        low, high = sorted((position, pred.index))
        chunks = self.clauses.chunks
        for i in range(low, high):
            if chunks[i].kind == "cc" and chunks[i].text == "but" and i + 1 < len(chunks) and chunks[i + 1].kind == "np":
                return True
        return False

    def _according(self, noun: Chunk, position: int) -> list[Operator]:
        """The source given with ``according to``, and before it whoever that source cites."""
        found: list[Operator] = []
        for pred in self.clauses.preds:
            if pred.link == "rel" and pred.noun is noun and pred.lemma in {"cite", "quote"} and pred.objects():
                found.append(Operator("claim", "en.cue:cites", speaker=pred.objects()[0].chunk.phrase(), voice="named"))
        found.append(Operator("claim", "en.cue:according to", speaker=noun.phrase(), voice="named"))
        return found


def _owner(noun: Chunk) -> Phrase | None:
    """Who is written as the possessor of a noun (Egypt's claim)."""
    for n, word in enumerate(noun.words):
        if word.tag == "POS" and n:
            return Phrase((noun.words[0].start, noun.words[n - 1].end), (noun.words[0].start, noun.words[n - 1].end))
    if noun.words[0].tag == "DPS" and noun.words[0].text.lower() not in {"my", "our"}:
        word = noun.words[0]
        return Phrase((word.start, word.end), (word.start, word.end))
    return None


def _root(pred: Pred) -> Pred:
    current = pred
    for _ in range(12):
        if current.parent is None:
            break
        current = current.parent
    return current


_INSTRUMENTS = frozenset(
    "treaty pact protocol convention agreement charter accord accords article articles award understanding resolution law constitution memorandum statute "
    "clause provision rules armistice".split()
)


def is_instrument(chunk: Chunk) -> bool:
    """Is the phrase a treaty, a law or an article of one?"""
    return any(w.lemma in _INSTRUMENTS and w.pos in {"noun", "propn"} for w in chunk.words)


def _sentential(pred: Pred) -> bool:
    """Is it ``…, which Ankara denies``: a remark on the whole clause before?"""
    return pred.link == "rel" and pred.mark == "which" and pred.lemma in {"deny", "dispute", "reject", "confirm", "contest", "refute"} and not pred.passive
