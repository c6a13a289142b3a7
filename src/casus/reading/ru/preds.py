"""Russian predicates on their way to clauses, the segments they stand in, and the clauses being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from casus.reading.clauses import Phrase
from casus.reading.lexicon import Predicate
from casus.reading.ru.morphology import Form
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.tokenizer import Word
from casus.records import Span


@dataclass(slots=True, eq=False)
class Taken:
    """A noun phrase of a predicate, with its mark: a case, or a preposition and a case."""

    mark: str
    chunk: Chunk
    own: bool = True
    phrase: Phrase | None = None
    """Given where it is not the whole chunk (a genitive inside a longer phrase, an adjective of a state)."""
    asked: bool = False
    """Is it who is asked, ordered or let do what an infinitive says?"""


@dataclass(slots=True, eq=False)
class Segment:
    """A stretch of a sentence between two marks or joints."""

    chunks: list[Chunk]
    first: int
    """Index of its first chunk in the sentence."""
    before: str
    """What stands before it: ``comma semicolon colon dash open close conj`` or nothing at the beginning."""
    coord: str = ""
    sub: Chunk | None = None
    rel: Chunk | None = None
    rel_prep: str = ""
    quoted: int = 0
    after: str = ""

    def of(self, *kinds: str) -> list[Chunk]:
        """Give its chunks of some kinds."""
        return [c for c in self.chunks if c.kind in kinds]

    def part_of_row(self, other: Segment) -> bool:
        """Is it a main clause after a comma, like the other (…, обстреляют порт, мы ответим)?"""
        bare = self.sub is None and self.rel is None and not self.coord and self.before == other.before == "comma"
        return bare and bool(self.finite) and not self.quoted and self.chunks[0].low != "как"

    @property
    def finite(self) -> list[Chunk]:
        """Its verbs and predicative words that make a clause."""
        return self.of("verb", "short", "adj", "pred")


@dataclass(slots=True, eq=False)
class Pred:
    """A predicate on its way to a clause."""

    number: int
    kind: str
    """``verb short adj pred inf ger part noun``: a noun is an event, or what something is."""
    chunk: Chunk
    lemma: str
    form: Form | None
    link: str = "main"
    """``main comp quote cond adv ahead purpose rel part ger inf tag np ask instead unlike``."""
    mark: str = ""
    parent: Pred | None = None
    noun: Chunk | None = None
    """The noun a relative or participial clause, or a noun's complement, hangs on."""
    negative: bool = False
    past: bool = False
    future: bool = False
    would: bool = False
    passive: bool = False
    question: bool = False
    subject: Chunk | None = None
    subject_own: bool = True
    rel: Chunk | None = None
    """The relative pronoun of its clause."""
    rel_prep: str = ""
    shares: Pred | None = None
    """The conjunct it shares its subject with."""
    candidates: list[Chunk] = field(default_factory=list)
    """Noun phrases of its clause whose part is not settled yet."""
    taken: list[Taken] = field(default_factory=list)
    trigger: list[Word] = field(default_factory=list)
    bare: list[Word] = field(default_factory=list)
    """Its trigger without the words of a row."""
    row: Predicate | None = None
    swallowed: list[Chunk] = field(default_factory=list)
    """Noun phrases that belong to the row's own words."""
    part: int = 0
    """Number of the sentence's part: a semicolon or colon begins a new one."""
    segment: Segment | None = None
    absorbed: bool = False
    """Is it only grammar for another predicate (намерен + занять)?"""
    helper: Pred | None = None
    """The absorbed predicate it stands with."""
    dates: list[Chunk] = field(default_factory=list)
    adverbs: list[Chunk] = field(default_factory=list)
    via: str = ""
    """How the infinitive hangs on its governor: ``own`` or ``content``; or the mark of a nominal's governor."""
    undone: bool = False
    """Is its negation a word of its row (не подтвердить)?"""
    stated: bool = True
    happens: str = ""
    """The verb that says the event its noun names takes place (ожидается, началось)."""

    @property
    def start(self) -> int:
        """Where its trigger begins."""
        return min(w.start for w in self.trigger)

    @property
    def end(self) -> int:
        """Where its trigger ends."""
        return max(w.end for w in self.trigger)

    @property
    def position(self) -> int:
        """Where its main word stands."""
        return self.chunk.start

    @property
    def negated(self) -> bool:
        """Is it negative beyond what its row says?"""
        return self.negative and not self.undone

    def row_roles(self) -> tuple[tuple[str, str], ...]:
        """Give the marks of its row with the parts they play."""
        return self.row.roles if self.row is not None else ()

    def row_is_plain(self) -> bool:
        """Has it no row that tells an act of its own?"""
        return self.row is None or self.row.concept.type is None

    def concept(self) -> str:
        """Give the name of its concept, or nothing."""
        return self.row.concept.name if self.row is not None else ""


@dataclass(slots=True, eq=False)
class Frame:
    """A clause being read: what stands before its predicate, and the predicates it has."""

    link: str = "main"
    mark: str = ""
    parent: Pred | None = None
    noun: Chunk | None = None
    pending: list[Chunk] = field(default_factory=list)
    preds: list[Pred] = field(default_factory=list)
    rel: Chunk | None = None
    rel_prep: str = ""
    waiting: Pred | None = None
    """Who tells of the content whose first clause is a condition, until its own main clause is read."""

    @property
    def last(self) -> Pred | None:
        """Its last predicate."""
        return self.preds[-1] if self.preds else None


@dataclass(slots=True, eq=False)
class Said:
    """An attribution beside the clauses: по данным штаба; сообщает министерство; ссылаясь на источник."""

    start: int
    speaker: Phrase | None
    voice: str
    rule: str
    effect: str = "claim"
    part: int = 0
    covers: list[Pred] = field(default_factory=list)
    pred: Pred | None = None
    frame: Frame | None = None
    """The clause it interrupts or that goes on after it (Если огонь не стихнет, предупредил штаб, мост взорвут)."""
    cites: bool = False
    """Is it whom the speaker of the clause passes on (со ссылкой на, ссылаясь на)?"""
    relays: bool = False
    """Is it a medium, which passes on whoever else speaks (сказал посол, передаёт ТАСС)?"""
    segment: Segment | None = None
    quote: Span | None = None
    """The quotation whose words it says these are."""
