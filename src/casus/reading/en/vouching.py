"""Who vouches for what a clause says beside its verb of saying: who is cited, believed, or calls a claim false."""

from __future__ import annotations

from casus.reading.clauses import Operator, Phrase
from casus.reading.en.names import names_in
from casus.reading.en.phrases import Chunk
from casus.reading.en.preds import Pred
from casus.reading.en.speakers import SOURCES, root_of
from casus.reading.en.standing import Standing
from casus.reading.en.telling_tags import JUDGES
from casus.reading.en.words import Governor, governor, listed

_CITES = frozenset({"cite", "quote"})
_CITED = SOURCES | {"survivor", "document", "figure", "data", "footage", "statement", "letter", "testimony"}
_PERSONS = (SOURCES | {"survivor"}) - {"report"}
_BELIEVED = frozenset({"believe", "trust", "credit"})
_TRUE = frozenset({"true", "correct", "accurate", "genuine", "authentic", "right"})
_UNTRUE = frozenset({
    "untrue", "false", "baseless", "groundless", "unfounded", "fabricated", "fake", "fictitious", "bogus", "absurd",
    "nonsense", "lie", "lies", "fabrication", "fabrications", "fiction", "disinformation", "propaganda", "slander",
    "invention", "ludicrous", "preposterous",
})  # fmt: skip
_RECORDS = frozenset({
    "figure", "data", "record", "statistic", "statistics", "tally", "count", "document", "report", "survey", "study",
    "investigation", "inquiry", "log", "register", "file", "finding", "result",
})  # fmt: skip
_SURE = frozenset({"certain", "sure", "confident", "positive", "adamant", "convinced"})
_BOUNDS = frozenset({"comma", "mark", "quote", "sub"})


class Vouching(Standing):
    """Finds who vouches for a clause, where the verb above it does not say it all."""

    def _cited(self, teller: Pred) -> list[Operator]:
        """Whom somebody cites for what he tells (Reuters, citing medics, said)."""
        beside = [p for p in self.clauses.preds if p is teller or (p.link == "part" and p.parent is teller)]
        cites = (p for p in beside if p.lemma in _CITES and p.group.form == "ing" and p.link != "main")
        cited = [t.chunk for p in cites for t in p.objects()[:1] if _may_tell(t.chunk)]
        return [Operator("claim", "en.cue:cites", speaker=c.phrase(), voice="named") for c in cited]

    def _believed(self, pred: Pred) -> list[Operator]:
        """On whose word it is told that is not vouched for (If Moscow is to be believed, drones attacked)."""
        if not any(p.link == "cond" for p in self.clauses.preds):
            return []
        root, above = root_of(pred), pred
        while above is not root and above.parent is not None and above.link != "cond":
            above = above.parent
        if above.link == "cond":
            return []
        conditions = (p for p in self.clauses.preds if p.link == "cond" and _conditions(p, root))
        return [op for p in conditions if (op := self._if_true(p)) is not None]

    def _if_true(self, condition: Pred) -> Operator | None:
        """On whose word a thing is told, or on the condition that something is true (If that is true, they fled)."""
        word = self._on_word(condition)
        if word is not None:
            return Operator("claim", "en.cue:believed", speaker=word.phrase(), voice="named")
        return Operator("conditional", "en.cue:true", voice="none") if _true(condition) else None

    def _version(self, pred: Pred) -> Operator | None:
        """Whose version is told after a colon (Kabul denies it all: no shell was fired; Lima is adamant: it stayed)."""
        root = root_of(pred)
        first = self.clauses.chunks[0]
        mine = first.kind == "np" and first.words[0].text.lower() == "my" and self.clauses.chunks[1:2]
        foretold = root.group.modal in {"will", "would", "shall"}
        if mine and mine[0].text == ":" and root.segment == 1 and not foretold:
            return Operator("opinion", "en.form:mine", voice="author")
        marks = [c for c in self.clauses.chunks[: root.index] if c.kind == "mark"]
        if not marks or marks[-1].text != ":" or root.quoted:
            return None
        whose = self._whose_account(root)
        if whose is not None:
            return Operator("claim", "en.form:colon", speaker=whose, voice="named")
        before = [p for p in self.clauses.preds if p.segment == root.segment - 1 and p.link in {"main", "speaker"}]
        teller = before[-1] if before and len(before) == 1 else None
        if teller is None or teller.passive or teller.quoted or teller.subject is None or not self.somebody(teller):
            return None
        return self._operator("claim", False, "en.form:colon", teller, "subject") if _gives_version(teller) else None

    def _whose_account(self, root: Pred) -> Phrase | None:
        """Whose account stands before the colon (Kyiv's version: …; The army's account is different: …)."""
        noun = self.clauses.chunks[0]
        told = noun.kind == "np" and noun.head.lemma in _VERSIONS and root.segment == 1
        verbs = [c for c in self.clauses.chunks[1 : root.index] if c.kind == "vg"]
        plain = not verbs or (len(verbs) == 1 and verbs[0].group.copula) or self.clauses.chunks[1].text == ":"
        return _owner(noun) if told and plain else None

    def _on_word(self, condition: Pred) -> Chunk | None:
        """Who is to be believed, or what is true, on that condition."""
        subject = condition.subject
        if subject is None:
            return None
        tells = subject.head.lemma in _CITED or governor(subject.head.lemma, "noun", "that") is not None
        if _true(condition) and tells:
            return subject
        inner = (p for p in self.clauses.preds if p is condition or p.parent is condition)
        return subject if any(p.lemma in _BELIEVED and p.passive for p in inner) else None

    def _teller_of(self, noun: Chunk) -> Phrase | None:
        """Whose claim it is: the possessor (Egypt's claim), or who stands after ``by`` (the claim by Egypt)."""
        owner = _owner(noun)
        chunks = self.clauses.chunks[noun.index + 1 : noun.index + 3]
        by = owner is None and len(chunks) == 2 and chunks[0].text in {"by", "from"} and chunks[1].kind == "np"
        return chunks[1].phrase() if by else owner

    def _called_false(self, child: Pred, parent: Pred) -> Operator | None:
        """Is what is claimed called false, by somebody (called the claim that … a lie) or in itself (is false)?"""
        if parent.group.copula and parent.subject is child.noun:
            return Operator("denied", "en.cue:untrue", voice="none") if self._untrue(parent) else None
        if parent.lemma not in JUDGES or parent.passive:
            return None
        for chunk in self.clauses.chunks[child.index + 1 :]:
            if chunk.kind in _BOUNDS and chunk.text != "as":
                break
            if any(w.text.lower() in _UNTRUE for w in chunk.words):
                return self._operator("denied", False, "en.cue:untrue", parent, "subject")
        return None

    def _untrue(self, pred: Pred) -> bool:
        """Is a thing said to be untrue (is false, is a lie, is not true)?"""
        said = pred.adjective or pred.complement
        if said is None:
            return False
        words = {w.text.lower() for w in said.words}
        return bool(words & _UNTRUE) or (bool(words & _TRUE) and pred.group.negative)

    def _sure(self, parent: Pred, content: str) -> bool:
        """Is it a person or party that is sure or convinced of something?"""
        word = (
            parent.adjective.words[-1].text.lower() if parent.adjective is not None else parent.group.head.text.lower()
        )
        empty = parent.subject is None or parent.subject.text in {"it", "this", "that", "there", "what"}
        return word in _SURE and content == "that" and not empty

    def _by_verdict(self, parent: Pred, child: Pred, content: str) -> Governor | None:  # noqa: ARG002
        """Of what a court finds somebody guilty is told on its word; so is what somebody has it that happened."""
        if content == "that" and parent.lemma == "have" and [t.chunk.text for t in parent.objects()] == ["it"]:
            return Governor(parent.lemma, "verb", content, "claim", False, "subject")
        if content not in {"of", "for"} or parent.row is None or "guilty" not in parent.row.text.split():
            return None
        return Governor(parent.lemma, "verb", content, "claim", False, "unnamed" if parent.group.passive else "subject")

    def _records(self, parent: Pred) -> bool:
        """Are they figures or papers that show something?"""
        return parent.lemma == "show" and parent.subject is not None and parent.subject.head.lemma in _RECORDS


def _true(pred: Pred) -> bool:
    """Is a thing said to be true (is right), or somebody to tell the truth?"""
    tells = pred.lemma == "tell" and any(t.chunk.head.lemma == "truth" for t in pred.objects())
    return tells or (pred.adjective is not None and pred.adjective.words[-1].text.lower() in _TRUE)


def _gives_version(pred: Pred) -> bool:
    """Is it said of somebody that he denies it, is adamant, has another version?"""
    said = {
        w.lemma for c in (pred.complement, pred.adjective, *(t.chunk for t in pred.objects())) if c for w in c.words
    }
    if said & (_VERSIONS | _FIRM) and (pred.group.copula or pred.lemma in _HAS):
        return True
    denies = pred.row is not None and pred.row.concept.type == "REJECT"
    return denies or pred.lemma in listed("report") or (pred.lemma in {"tell", "see", "put"} and "it" in said)


_HAS = frozenset({"have", "offer", "give", "present", "tell", "repeat", "issue", "stick"})
_VERSIONS = frozenset({
    "version", "explanation", "account", "story", "answer", "message", "reading", "view", "line", "argument", "defence",
    "defense", "excuse", "verdict", "reply", "response", "narrative", "claim", "charge", "point", "demand",
})  # fmt: skip
_FIRM = frozenset({"adamant", "blunt", "clear", "categorical", "firm", "unequivocal", "emphatic", "certain"})


def _conditions(condition: Pred, root: Pred) -> bool:
    """Is it a condition of a main clause, after it or before it?"""
    fronted = condition.parent is None and condition.segment == root.segment and condition.index < root.index
    return condition.parent is root or fronted


def _may_tell(noun: Chunk) -> bool:
    """May one cite it: somebody with a name or an office, or a kind of source, no reason (citing security concerns)?"""
    return noun.head.lemma in _PERSONS or bool(names_in(noun.head.text)) or bool(names_in(noun.text))


def _owner(noun: Chunk) -> Phrase | None:
    """Who is written as the possessor of a noun (Egypt's claim)."""
    for n, word in enumerate(noun.words):
        if word.tag == "POS" and n:
            return Phrase((noun.words[0].start, noun.words[n - 1].end), (noun.words[0].start, noun.words[n - 1].end))
    if noun.words[0].tag == "DPS" and noun.words[0].text.lower() not in {"my", "our"}:
        word = noun.words[0]
        return Phrase((word.start, word.end), (word.start, word.end))
    return None
