"""English predicates on their way to clauses, and the clauses being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from casus.reading.en.phrases import Chunk, Group
from casus.reading.en.words import governor, listed
from casus.reading.lexicon import Predicate


@dataclass(slots=True)
class Taken:
    """A noun phrase or date of a predicate, with its mark."""

    mark: str
    chunk: Chunk
    own: bool = True


@dataclass(slots=True)
class Pred:
    """A predicate on its way to a clause."""

    number: int
    group: Group
    lemma: str
    index: int
    """Index of its phrase in the sentence."""
    link: str = "main"
    """``main comp quote inf ing en part adv rel coord cond purpose np``."""
    mark: str = ""
    """The word that introduces it: that, if, of, without …"""
    parent: Pred | None = None
    noun: Chunk | None = None
    """The noun a relative clause or a noun's complement hangs on."""
    subject: Chunk | None = None
    subject_own: bool = True
    shares: Pred | None = None
    """The conjunct it shares its subject with."""
    taken: list[Taken] = field(default_factory=list)
    adjective: Chunk | None = None
    complement: Chunk | None = None
    row: Predicate | None = None
    start: int = 0
    end: int = 0
    question: bool = False
    quoted: int = 0
    """Number of the quotation it stands in; 0 for none."""
    segment: int = 0
    nominal: bool = False
    headline: bool = False
    helps: Pred | None = None
    """The bare infinitive that let, make or help goes with."""
    swallowed: set[int] = field(default_factory=set)
    """Indexes of the phrases that belong to the trigger."""
    absorbed: bool = False
    """Is it only grammar for another predicate (is due to + meet)?"""
    flat_passive: bool | None = None
    negated: bool = False
    content: int = -1
    """Index of the phrase that names what is demanded or threatened, a statement of its own."""
    below: Frame | None = None
    """The clause it was opened in."""
    coloured: str | None = None
    """How a nominal event is put by the adjective it is the subject of (possible, ``forecast not``)."""

    @property
    def passive(self) -> bool:
        """Is what is its subject in form acted on?"""
        return self.group.passive if self.flat_passive is None else self.flat_passive

    def objects(self) -> list[Taken]:
        """Give its objects, left to right."""
        return [t for t in self.taken if t.mark == "object"]


@dataclass(slots=True)
class Frame:
    """A clause being read."""

    kind: str
    intro: str = ""
    parent: Pred | None = None
    noun: Chunk | None = None
    pred: Pred | None = None
    pre: list[Chunk] = field(default_factory=list)
    pending: list[Taken] = field(default_factory=list)
    wh_object: bool = False
    coordinated: bool = False


def takes_tag(lemma: str) -> bool:
    """May a verb stand as a tag on what somebody says or thinks (…, the minister warned)?"""
    return lemma in listed("report") or (
        governor(lemma, "verb", "that") is not None and lemma not in {"call", "ask", "see", "find"}
    )


def takes_that(pred: Pred) -> bool:
    """May a ``that`` clause after an object be the verb's own (told reporters that), not the noun's?"""
    return any(governor(pred.lemma, kind, "that") is not None for kind in ("verb", "report", "passive"))


def tense(made: Group) -> tuple[str, bool]:
    """Give a group's first auxiliary and whether it is past: verbs joined by and are alike in both."""
    first = next((w for w in made.words if w.pos in {"aux", "verb"}), made.head)
    aux = first.lemma if first.pos == "aux" else ""
    return aux, made.past
