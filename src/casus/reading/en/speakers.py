"""Speakers of an English sentence: tags, quotations, ``according to``, the subject of a verb of saying."""

from __future__ import annotations

from collections.abc import Callable

from casus.reading.clauses import Operator, Phrase
from casus.reading.en.clausing import Clauses
from casus.reading.en.names import names_in
from casus.reading.en.phrases import Chunk
from casus.reading.en.preds import Pred
from casus.reading.en.words import governor, listed

_FIRST_PERSON = {"i", "we"}
_UNSAID = {
    "agreed": ("agreed", True), "intended": ("intended", True), "authorised": ("authorised", True),
    "expected": ("expected", True), "forecast": ("forecast", True), "opinion": ("opinion", True),
    "claim": ("possible", False), "denied": ("possible", False), "possible": ("possible", False),
    "none": ("none", True),
}  # fmt: skip
"""What a negated verb does to its content: what is not promised is not to come; what is not said is open."""
_SELF = {"it", "he", "she", "they", "we", "i", "itself", "themselves"}
_OWN = {"its", "his", "her", "their", "our", "my"}


_LABEL_MARKS = frozenset({":", "-", "–", "—", "--"})
_LONGEST_LABEL = 4
_TELLERS = frozenset({"person", "body"})
_TELLING_ROLES = frozenset({"GOV", "MIL", "MED", "COP", "NGO", "LEG", "JUD"})
THREATS = frozenset({"warn", "vow", "swear", "threaten", "pledge", "promise"})
_SEATS = frozenset({"in", "at", "near", "inside"})
_MANNERS = frozenset({"plan", "schedule", "custom", "tradition", "protocol", "procedure", "timetable", "form"})
"""What a thing is done by, no source (According to plan, the troops left)."""
SOURCES = frozenset({
    "report", "source", "official", "monitor", "witness", "minister", "media", "police", "spokesman", "diplomat",
    "agency", "ngo",
})  # fmt: skip


class Speakers:
    """Finds who speaks over the predicates of one sentence."""

    def __init__(self, clauses: Clauses, same_side: Callable[[Chunk, Chunk], bool]) -> None:
        self.clauses = clauses
        self.same_side = same_side
        self._mine: dict[int, list[Operator]] = {}
        self._over: dict[int, list[Operator]] = {}
        self._all: dict[int, tuple[Operator, ...]] = {}

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
            if (
                current.parent is not None
                and current.link in {"comp", "inf", "ing"}
                and current.parent.subject is not None
                and not current.parent.passive
            ):
                return current.parent.subject
            current = current.parent
        over = self._tag_speaker(pred)
        return over.subject if over is not None else None

    def somebody(self, pred: Pred) -> bool:
        """Is the subject a party or a person, not a thing that shows something?"""
        if pred.subject is None or not pred.subject_own:
            return pred.subject is not None
        head = pred.subject.head
        return bool(names_in(" ".join(w.text for w in pred.subject.words))) or head.pos == "propn" or head.tag == "PNP"

    def _operator(
        self,
        effect: str,
        negative: bool,
        rule: str,
        parent: Pred,
        voice: str,
        *,
        unsaid: bool = True,
    ) -> Operator:
        said = (
            effect != "claim"
            and parent.row is not None
            and parent.row.text.split()[0].lower() in {"not", "cannot", "could", "neither"}
        )
        negative = negative and not (said and rule.startswith("en.cue:verb"))
        if unsaid and not said and (parent.group.negative or parent.negated):
            if effect == "possible" and parent.lemma not in {"rule", "doubt", "exclude", "question", "discount"}:
                return Operator(effect, rule, not negative, voice="none")
            if parent.adjective is not None and effect == "opinion":
                return Operator("possible", rule, voice="none")
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
            if agent is None and parent.group.head.text.lower() == "convinced" and parent.subject is not None:
                return parent.subject.phrase(), "named"
            if agent is not None:
                return agent.phrase(), "named"
            return None, ("unnamed" if effect in {"claim", "denied"} else "none")
        if voice == "unnamed" or parent.subject is None:
            return None, "unnamed" if effect == "claim" and parent.subject is None and parent.link != "main" else (
                "carried" if effect == "claim" else "none"
            )
        words = parent.subject.words
        if len(words) == 1 and words[0].text.lower() in _FIRST_PERSON:
            over = self._tag_speaker(parent) if parent.quoted else None
            if over is not None or not parent.quoted:
                return None, "author" if not parent.quoted else "none"
        empty = words[0].text.lower() == "it" and (parent.group.copula or not parent.subject_own)
        emerges = words[0].text.lower() == "it" and parent.lemma in {"emerge", "transpire"}
        if words[0].text.lower() in {"there", "no", "nobody", "neither", "none"} or empty or emerges:
            return None, "unnamed" if emerges else "none"
        return self._seated(parent.subject, parent), "named"

    def _seated(self, subject: Chunk, parent: Pred) -> Phrase:
        """Give a speaker with where he sits, where that stands between him and his verb (Police in Goma said)."""
        phrase, chunks = subject.phrase(), self.clauses.chunks[subject.index + 1 : parent.index]
        kinds = [c.kind for c in chunks[:2]]
        if (
            kinds != ["prep", "np"]
            or chunks[0].text not in _SEATS
            or any(c.kind not in {"adv", "date"} for c in chunks[2:])
        ):
            return phrase
        return Phrase((phrase.span[0], chunks[1].end), phrase.head, phrase.parts)

    def _tag_operator(self, over: Pred, pred: Pred) -> Operator:
        made = governor(over.lemma, "verb", "that")
        effect = made.effect if made is not None and made.effect in {"denied", "possible"} else "claim"
        if (
            over.lemma in THREATS
            and (pred.group.modal in {"will", "would", "shall"} or (pred.headline and pred.group.to))
            and pred.link in {"main", "comp"}
        ):
            own = pred.subject is not None and over.subject is not None and self._same(pred.subject, over.subject)
            effect = ("threatened" if over.lemma not in {"pledge", "promise"} else "agreed") if own else "claim"
        return self._operator(effect, False, f"en.cue:report:{over.lemma}", over, "subject")

    def _label(self, pred: Pred) -> Operator | None:
        """The source a headline gives after or before a colon or dash (Iran seizes tanker: state media)."""
        chunks = self.clauses.chunks
        marks = [n for n, c in enumerate(chunks) if c.kind == "mark" and c.text in _LABEL_MARKS]
        if chunks[-1].text == "." and pred.quoted and marks and not any(c.kind == "vg" for c in chunks[marks[-1] :]):
            chunks = chunks[:-1]
        whole = chunks[-1].text in {".", "?"}
        if not marks or (whole and chunks[marks[0]].text != ":"):
            return None
        tail, head = [] if whole else chunks[marks[-1] + 1 :], chunks[: marks[0]]
        after = tail if pred.index < marks[-1] else []
        before = head if pred.index > marks[0] and chunks[marks[0]].text == ":" else []
        for part, sorts in ((after, _TELLERS | {"persons"}), (before, _TELLERS)):
            nouns = [c for c in part if c.kind == "np"]
            quoted = part is after and pred.quoted and chunks[marks[-1] - 1].kind == "quote"
            if nouns and len(part) <= _LONGEST_LABEL and not any(c.kind in {"vg", "mark"} for c in part):
                noun = nouns[0]
                voiced = part is before and pred.subject is not None and pred.subject.text in _FIRST_PERSON
                if quoted or voiced or _tells(noun, sorts):
                    return Operator("claim", "en.form:label", speaker=noun.phrase(), voice="named")
        return None

    def _tag_speaker(self, pred: Pred) -> Pred | None:
        """The verb of saying set after, before or into what is said (…, Khartoum says)."""
        if pred.link == "speaker":
            return None
        root = root_of(pred)
        tags = [
            p for p in self.clauses.preds if p.link == "speaker" and p.segment == pred.segment and p.subject is not None
        ]
        for tag in tags:
            if root.index < tag.index and not any(
                r.link == "speaker" and root.index < r.index < tag.index for r in self.clauses.preds
            ):
                return tag
            if root.index > tag.index and root is not tag and (root.shares is not None or self._goes_on(root, tag)):
                return tag
            if root.index > tag.index and root is not tag and self._only_conditions(tag):
                return tag
            if root.subject is not None and root.subject.index < tag.index < root.index and root.subject_own:
                return tag
        return self._colon_speaker(pred)

    def _only_conditions(self, tag: Pred) -> bool:
        """Stands nothing but a condition or a circumstance before the tag (If talks fail, he said, …)?"""
        before = [p for p in self.clauses.preds if p.index < tag.index and p.segment == tag.segment]
        if tag.mark == "as":
            return True
        if not before and tag.subject is not None:
            first = min(tag.index, tag.subject.index)
            return first > 1 and self.clauses.chunks[first - 1].kind == "comma"
        return bool(before) and all(p.link in {"cond", "adv", "part", "purpose"} for p in before) and not tag.quoted

    def _goes_on(self, root: Pred, tag: Pred) -> bool:
        """Goes what somebody said on after the tag set between commas (…, the ministry reports, and …)?"""
        chunks = self.clauses.chunks
        between = [c for c in chunks[tag.index + 1 : root.index] if c.kind in {"comma", "cc", "mark", "quote"}]
        limits = [p for p in self.clauses.preds if tag.index < p.index < root.index and p.link in {"cond", "adv"}]
        if limits and all(p.parent is not None and p.parent.index < tag.index for p in limits):
            between = between[-2:]
        if (
            [c.kind for c in between[:2]] != ["comma", "cc"]
            or any(c.kind in {"mark", "quote"} for c in between)
            or tag.quoted
        ):
            return False
        before = next((c for c in reversed(chunks[: tag.index]) if c.kind in {"quote", "comma"}), None)
        speech = (root.row is not None and root.row.concept.content is not None) or root.lemma in listed("report")
        speech = speech and root.group.modal not in {"must", "should", "may"}
        return (
            before is not None
            and before.kind == "comma"
            and not speech
            and (between[1].text == "and" or (between[1].text == "but" and self._told_by_pronoun(tag)))
            and not self._quoted_before(tag)
        )

    def _told_by_pronoun(self, tag: Pred) -> bool:
        return tag.subject is not None and tag.subject.text in _SELF

    def _quoted_before(self, tag: Pred) -> bool:
        return any(c.kind == "quote" for c in self.clauses.chunks[: tag.index])

    def _colon_speaker(self, pred: Pred) -> Pred | None:
        """A quotation after a colon is by whoever acts before it."""
        if not pred.quoted:
            return None
        before = [
            p
            for p in self.clauses.preds
            if not p.quoted and p.segment == pred.segment - 1 and p.link == "main" and p.subject is not None
        ]
        tags = [p for p in self.clauses.preds if p.link == "speaker" and p.subject is not None]
        return (
            before[-1] if before and not any(t.segment == pred.segment for t in tags) else (tags[-1] if tags else None)
        )

    def _set_apart(self, position: int, pred: Pred) -> bool:
        """Is the predicate on the other side of a restart (but, while) from ``according to``?"""
        low, high = sorted((position, pred.index))
        chunks = self.clauses.chunks
        if pred.index < position and self._inserted(position):
            return True
        for i in range(low, high):
            if (
                chunks[i].text in {"but", "although", "though", "whereas"}
                and i + 1 < len(chunks)
                and chunks[i + 1].kind == "np"
            ):
                return True
        return False

    def _inserted(self, position: int) -> bool:
        """Is it set into a clause of its own (a drone which, according to Y, X sent; and roads, …, are cut)?"""
        before = [c.kind for c in self.clauses.chunks[max(0, position - 4) : position - 1]]
        return before[-1:] == ["comma"] and (before[-2:-1] == ["wh"] or before == ["cc", "np", "comma"])

    def _according(self, noun: Chunk) -> list[Operator]:
        """The source given with ``according to``, and before it whoever that source cites."""
        if noun.text in _MANNERS:
            return []
        cites = [p for p in self.clauses.preds if p.link == "rel" and p.noun is noun and p.lemma in {"cite", "quote"}]
        cited = [p.objects()[0].chunk.phrase() for p in cites if p.objects()]
        found = [Operator("claim", "en.cue:cites", speaker=who, voice="named") for who in cited]
        found.append(Operator("claim", "en.cue:according to", speaker=noun.phrase(), voice="named"))
        return found


def _tells(noun: Chunk, sorts: frozenset[str]) -> bool:
    """Are the words those of somebody who speaks: an office, a body of state, the press, a kind of source?"""
    if noun.head.lemma in SOURCES:
        return True
    names = names_in(" ".join(w.text for w in noun.words))
    return any(
        f.entry.kind == "person" or (f.entry.kind == "role" and f.entry.sort in sorts and f.entry.id in _TELLING_ROLES)
        for f in names
    )


def root_of(pred: Pred) -> Pred:
    """Give the predicate at the top of the tree a predicate stands in."""
    current = pred
    for _ in range(12):
        if current.parent is None:
            break
        current = current.parent
    return current
