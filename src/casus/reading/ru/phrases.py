"""Russian phrases: noun phrases with the cases they may stand in, verbs, marks and joints, left to right."""

from __future__ import annotations

from dataclasses import dataclass, field

from casus.reading.clauses import Phrase
from casus.reading.ru.agreement import Agreement
from casus.reading.ru.morphology import ALL_CASES, Form
from casus.reading.ru.tokenizer import Word
from casus.records import Span


@dataclass(slots=True, eq=False)
class Chunk:
    """A run of words that plays one part.

    ``kind``: np verb inf short ger part adj pred conj sub rel comma semicolon colon dash open close quote unquote stop
    date adv not prep.
    """

    kind: str
    words: list[Word]
    head: Word
    form: Form | None = None
    prep: str = ""
    cases: frozenset[str] = frozenset()
    number: str = ""
    gender: str = ""
    core: int = 0
    """Where the head with the modifiers before it ends."""
    parts: list[Chunk] = field(default_factory=list)
    """The genitives and appositions after the head, and the other members of a row."""
    modifiers: list[Word] = field(default_factory=list)
    joined: list[Chunk] = field(default_factory=list)
    sub: str = ""
    """For a subordinator: how its clause is linked."""
    date: Span | None = None
    _low: tuple[list[Word], str] | None = field(default=None, init=False, repr=False)

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.words[-1].end

    @property
    def low(self) -> str:
        """Its words in small letters; kept, as it is asked hundreds of times an article."""
        kept = self._low
        if kept is None or kept[0] is not self.words:
            self._low = kept = (self.words, " ".join([w.low for w in self.words]))
        return kept[1]

    @property
    def lemma(self) -> str:
        """The dictionary form of its head."""
        return self.form.lemma if self.form is not None else self.head.low

    def phrase(self) -> Phrase:
        """Give it as a phrase; the head is its last word without what depends on it."""
        person = self.form is not None and self.form.animate
        inner = tuple((p.start, p.end) for p in self.parts if not (person and p.is_personal_name()))
        return Phrase((self.start, self.end), (self.start, self.core or self.end), inner)

    def is_personal_name(self) -> bool:
        """Is it a name beside somebody, and no place (генерал Суньига)?"""
        own = self.form is not None and (self.form.kind == "person" or not self.form.known)
        return self.head.capital and own and len(self.words) == 1

    def is_clock(self) -> bool:
        """Is it a time of day (в 3:57 мск, около 23:00)?"""
        return any(w.number and ":" in w.text for w in self.words)

    def agreement(self) -> Agreement:
        """Give what a verb must agree with."""
        person = self.form is not None and self.form.animate and self.gender == "masc"
        return Agreement(self.number, self.gender, person)

    def as_subject(self) -> Agreement:
        """Give what a verb must agree with where it is the subject: the number of its nominative (общины, войны)."""
        if self.joined or not self.number or self.head.mark:
            return self.agreement()
        nominative = next(
            (f for f in self.head.forms if f.case == "nom" and f.pos in {"NOUN", "NPRO", "ADJF", "PRTF"}), None
        )
        if nominative is None or nominative.fixed:
            return self.agreement()
        return Agreement(nominative.number, nominative.gender, nominative.animate and nominative.gender == "masc")

    def may(self, *cases: str) -> bool:
        """May it stand in one of the cases?"""
        return bool(self.cases.intersection(cases))


def plain_chunk(kind: str, words: list[Word], form: Form | None = None) -> Chunk:
    """Make a chunk that is no noun phrase."""
    return Chunk(kind, words, words[-1], form)


def any_case(word: Word) -> frozenset[str]:
    """Give the cases a word may stand in; all where it does not say."""
    found = frozenset(f.case for f in word.forms if f.case)
    odd = not found or any(f.fixed for f in word.forms) or (word.text.isupper() and len(word.text) > 1)
    if word.forms and not any(f.known for f in word.forms):
        return ALL_CASES if word.capital else found | {"nom"}  # the dictionary only guesses at it
    if "-" in word.text and "nom" in found and word.has("NOUN") is not None:
        return found | {"acc"}  # самолёт-разведчик is a thing, though a разведчик is none
    return ALL_CASES if odd else found
