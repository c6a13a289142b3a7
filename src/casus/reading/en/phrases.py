"""English phrases: noun phrases, verb groups, prepositions, connectors and marks, left to right."""

from __future__ import annotations

from dataclasses import dataclass, field

from casus.reading.clauses import Phrase
from casus.reading.en.extents import FINITE, noun_end, verb_end
from casus.reading.en.words import listed
from casus.reading.tokens import Token
from casus.records import Span

_NEGATIONS = {"never", "hardly", "neither", "barely", "scarcely", "nor"}
_WH = {"which", "who", "whom", "whose", "that"}
_QUESTION = {"what", "how", "why", "whether", "where", "when"}


@dataclass(slots=True)
class Chunk:
    """A stretch of words of one kind: ``np vg adj adv prep cc sub comp wh comma mark quote date``."""

    kind: str
    words: list[Token]
    index: int = 0
    date: Span | None = None
    of: list[Chunk] = field(default_factory=list)
    """Noun phrases joined to this one with ``of``, or standing in apposition."""
    members: list[Chunk] = field(default_factory=list)
    """The noun phrases of a coordination."""
    owner: Span | None = None
    """The possessor written before the head (Qatar's, its)."""
    used: bool = False
    text: str = field(init=False)
    """The words, joined with single spaces, in lower case."""
    _group: Group | None = None

    def __post_init__(self) -> None:
        """Join the words, which everything that reads the phrase asks for."""
        self.text = " ".join([w.text for w in self.words]).lower()

    @property
    def start(self) -> int:
        """Where the phrase begins in the text."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends, with all that is joined to it."""
        last = self.words[-1].end
        if not (self.of or self.members):
            return last
        return max([last, *(c.end for c in self.of), *(c.end for c in self.members)])

    @property
    def span(self) -> Span:
        """Its stretch of the text."""
        return self.start, self.end

    @property
    def head(self) -> Token:
        """The last word of the phrase itself."""
        return self.words[-1]

    @property
    def group(self) -> Group:
        """The form of a verb group."""
        if self._group is None:
            self._group = group(self)
        return self._group

    @property
    def plural(self) -> bool:
        """Is it more than one?"""
        return bool(self.members) or self.head.tag == "NN2"

    def phrase(self) -> Phrase:
        """Give the noun phrase as the shared record: its head with the modifiers written with it, and the rest."""
        first = 0
        while first < len(self.words) - 1 and self.words[first].pos in {"adnoun", "num", "suffix"}:
            first += 1
        cut = max((i + 1 for i, w in enumerate(self.words) if w.tag == "POS"), default=first)
        first = min(max(first, cut), len(self.words) - 1)
        head = (self.words[first].start, self.words[-1].end)
        parts = tuple((c.start, c.end) for c in (*self.of, *self.members))
        return Phrase((self.start, self.end), head, parts)


@dataclass(slots=True)
class Group:
    """A verb group: its words, and what its form says."""

    words: list[Token]
    form: str
    """``finite inf ing en bare`` (bare: an infinitive without ``to``)."""
    head: Token
    modal: str = ""
    negative: bool = False
    passive: bool = False
    perfect: bool = False
    progressive: bool = False
    past: bool = False
    copula: bool = False
    to: bool = False

    @property
    def start(self) -> int:
        """Where the group begins in the text."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the group ends in the text."""
        return self.words[-1].end


_LONGEST_SCARE = 4


_BEFORE_SCARE = frozenset({"AT0", "DPS", "DT0", "CRD", "AJ0", "PRF", "POS"})


def plain(words: list[Token]) -> list[Token]:
    """Leave out the marks around a few words inside a clause (would "immediately punish" any move; 80 "terrorists")."""
    marks = [i for i, w in enumerate(words) if w.tag == "PUQ" or w.text in {"“", "”"}]
    dropped: set[int] = set()
    for a, b in zip(marks[::2], marks[1::2], strict=False):
        inside = words[a + 1 : b]
        opens = a > 0 and words[a - 1].pos == "aux"
        few = 0 < len(inside) <= _LONGEST_SCARE and not any(w.tag in FINITE or w.text == "," for w in inside)
        verb = any(w.pos == "verb" for w in inside)
        modifies = a > 0 and (words[a - 1].tag in _BEFORE_SCARE or _scares(words, a, b))
        describes = opens and few and words[a - 1].lemma == "be" and inside[-1].text.lower().endswith("ed")
        if few and ((opens and verb) or describes or (modifies and not verb)):
            dropped.update((a, b))
    return [w for i, w in enumerate(words) if i not in dropped] if dropped else words


def _scares(words: list[Token], a: int, b: int) -> bool:
    """Stand the marks around an adjective (launches "anti-terror" operation), or what something is called?"""
    after = words[b + 1] if b + 1 < len(words) else None
    if words[a + 1].tag in {"AT0", "AJ0"} and words[b - 1].pos == "noun":
        return words[a - 1].pos in {"noun", "propn", "pron", "verb", "aux"} and words[a - 1].lemma not in listed(
            "report"
        )
    return words[a - 1].pos == "verb" and after is not None and after.tag in {"NN1", "NN2"} and b == a + 2


def chunks(words: list[Token], dates: tuple[Span, ...]) -> list[Chunk]:
    """Cut a sentence's words into phrases; the words of a date expression make one phrase."""
    found: list[Chunk] = []
    i = 0
    while i < len(words):
        if words[i].tag == "POS" and found and found[-1].kind == "date":
            i += 1  # the date of an event (Saturday's raid) is no part of its name
            continue
        end = _date_end(words, i, dates)
        if end > i:
            span = next(d for d in dates if d[0] <= words[i].start < d[1])
            found.append(Chunk("date", words[i:end], date=span))
        else:
            end = verb_end(words, i)
            if end > i:
                found.append(Chunk("vg", words[i:end]))
            else:
                end = noun_end(words, i, dates)
                if end > i:
                    end = i + 1 if found and found[-1].kind == "prep" and _town_before_title(words, i) else end
                    found.append(Chunk("np", words[i:end]))
                else:
                    end = i + 1
                    found.append(Chunk(_kind(words, i), words[i:end]))
        i = end
    for n, chunk in enumerate(found):
        chunk.index = n
    return found


_TITLES = frozenset({
    "President", "Prime", "Premier", "Foreign", "Defence", "Defense", "Interior", "Chancellor", "King", "General",
    "Minister", "Secretary",
})  # fmt: skip


def _town_before_title(words: list[Token], i: int) -> bool:
    """Is it the town of an opening phrase right before somebody's title (In Juba President Kiir told)?"""
    return i == 1 and i + 2 < len(words) and words[i].tag == "NP0" and words[i + 1].text in _TITLES


def _date_end(words: list[Token], i: int, dates: tuple[Span, ...]) -> int:
    span = next((d for d in dates if d[0] <= words[i].start < d[1]), None)
    if span is None:
        return i
    j = i
    while j < len(words) and words[j].start < span[1]:
        j += 1
    return j


def _kind(words: list[Token], i: int) -> str:
    word = words[i]
    low = word.text.lower()
    if low == ",":
        return "comma"
    if word.tag == "PUQ" or low in {'"', "“", "”"}:
        return "quote"
    if low in {";", ":", "-", "–", "—", "--", "(", ")", ".", "?", "!", "..."}:
        return "mark"
    if word.tag in {"CJC", "CJT"}:
        return "cc" if word.tag == "CJC" else "comp"
    return _connector(word, low) or {"adj": "adj", "particle": "prep", "num": "np", "verb": "vg"}.get(word.pos, "adv")


def _connector(word: Token, low: str) -> str:
    if low in _WH and word.tag in {"DTQ", "PNQ"}:
        return "wh"
    if low in _QUESTION and word.tag in {"DTQ", "AVQ", "CJS", "PNQ"}:
        return "sub" if low in {"when", "whether"} else "wh"
    return "sub" if word.tag == "CJS" else ""


def group(chunk: Chunk) -> Group:
    """Read a verb group's form."""
    words = chunk.words
    head = next((w for w in reversed(words) if w.pos == "verb"), None) or next(
        w for w in reversed(words) if w.pos == "aux"
    )
    auxes = [w for w in words if w.pos == "aux" and w is not head]
    made = Group(words, _form(words, head, auxes), head)
    modals = [w for w in auxes if w.tag == "VM0"] or ([head] if head.tag == "VM0" else [])
    made.modal = modals[0].lemma if modals else ""
    if modals:
        made.modal = _modal(modals[0].text.lower())
    made.negative = any(w.tag == "XX0" or w.text.lower() in _NEGATIONS for w in words)
    be = any(w.lemma == "be" for w in auxes)
    made.passive = head.tag == "VVN" and (be or not any(w.lemma == "have" for w in auxes))
    made.perfect = any(w.lemma == "have" for w in auxes) and made.form != "en"
    made.progressive = head.tag == "VVG" and be
    made.copula = head.lemma == "be" and head.pos == "aux"
    first = (
        words[0]
        if words[0].tag not in {"AV0", "XX0"}
        else next((w for w in words if w.pos in {"aux", "verb"}), words[0])
    )
    made.past = first.tag in {"VVD", "VBD", "VHD", "VDD"} or made.perfect or made.form == "en"
    made.to = words[0].tag == "TO0" or (words[0].tag in {"XX0", "AV0"} and words[1].tag == "TO0")
    return made


def _form(words: list[Token], head: Token, auxes: list[Token]) -> str:
    if any(w.tag == "TO0" for w in words[:2]) and words[0].tag in {"TO0", "XX0", "AV0"}:
        return "inf"
    finite = [w for w in (*auxes, head) if w.tag in FINITE]
    if finite:
        return "finite"
    if head.tag == "VVN" or head.tag in {"VBN", "VHN", "VDN"}:
        return "en" if not any(a.tag in {"VBG", "VHG"} for a in auxes) else "ing"
    if head.tag in {"VVG", "VBG", "VHG", "VDG"}:
        return "ing"
    return "bare"


def _modal(word: str) -> str:
    return {"'ll": "will", "wo": "will", "'d": "would", "ca": "can", "sha": "shall"}.get(word, word)
