"""English phrases: noun phrases, verb groups, prepositions, connectors and marks, left to right."""

from __future__ import annotations

from dataclasses import dataclass, field

from casus.reading.clauses import Phrase
from casus.reading.en.names import english_names
from casus.reading.places import place_words
from casus.reading.tokens import Token
from casus.records import Span

NOUNS = {"noun", "propn"}
_INSIDE = {"noun", "propn", "adj", "num", "adnoun"}
_FINITE = {"VVD", "VVZ", "VVB", "VM0", "VBD", "VBZ", "VBB", "VHD", "VHZ", "VHB", "VDD", "VDZ", "VDB"}
_NEGATIONS = {"never", "hardly", "neither", "barely", "scarcely", "nor"}
_WH = {"which", "who", "whom", "whose", "that"}
_QUESTION = {"what", "how", "why", "whether", "where", "when"}
_DEGREE = {
    "most",
    "least",
    "more",
    "less",
    "about",
    "some",
    "nearly",
    "almost",
    "only",
    "over",
    "around",
    "up",
    "fewer",
}
_CARDINAL_NP = {"DT0", "AT0", "DPS", "CRD", "ORD"}


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

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        last = self.words[-1].end
        return max([last, *(c.end for c in self.of), *(c.end for c in self.members)])

    @property
    def span(self) -> Span:
        return self.start, self.end

    @property
    def head(self) -> Token:
        """The last word of the phrase itself."""
        return self.words[-1]

    @property
    def text(self) -> str:
        """The words, joined with single spaces, in lower case."""
        return " ".join(w.text.lower() for w in self.words)

    @property
    def plural(self) -> bool:
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
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end


def chunks(words: list[Token], dates: tuple[Span, ...]) -> list[Chunk]:
    """Cut a sentence's words into phrases; the words of a date expression make one phrase."""
    found: list[Chunk] = []
    i = 0
    while i < len(words):
        end = _date_end(words, i, dates)
        if end > i:
            span = next(d for d in dates if d[0] <= words[i].start < d[1])
            found.append(Chunk("date", words[i:end], date=span))
        else:
            end = _verb_end(words, i)
            if end > i:
                found.append(Chunk("vg", words[i:end]))
            else:
                end = _noun_end(words, i, dates)
                if end > i:
                    found.append(Chunk("np", words[i:end]))
                else:
                    end = i + 1
                    found.append(Chunk(_kind(words, i), words[i:end]))
        i = end
    for n, chunk in enumerate(found):
        chunk.index = n
    return found


def _date_end(words: list[Token], i: int, dates: tuple[Span, ...]) -> int:
    span = next((d for d in dates if d[0] <= words[i].start < d[1]), None)
    if span is None:
        return i
    j = i
    while j < len(words) and words[j].start < span[1]:
        j += 1
    return j


def _verb_end(words: list[Token], i: int) -> int:
    """Where a verb group that begins here ends; i where none does."""
    j, verb = i, False
    if words[i].tag == "TO0":
        j += 1
        while j < len(words) and words[j].tag in {"AV0", "XX0"}:
            j += 1
        if j >= len(words) or words[j].pos not in {"verb", "aux"}:
            return i
    elif words[i].tag in {"XX0", "AV0"}:
        k = i
        while k < len(words) and words[k].tag in {"XX0", "AV0"} and words[k].text.lower() not in _DEGREE:
            k += 1
        if k < len(words) and k > i and (words[k].pos == "aux" or (words[k].pos == "verb" and words[i].tag == "XX0")):
            j = k
        elif (
            k < len(words)
            and k > i
            and words[k].pos == "verb"
            and words[k].tag != "VVN"
            and words[i].text.lower() in {"never", "also", "flatly"}
        ):
            j = k
        else:
            return i
    while j < len(words):
        word = words[j]
        if word.pos == "aux":
            if j > i and word.tag in _FINITE and words[i].tag == "TO0":
                break
            j += 1
            if word.text.lower() == "ought" and j < len(words) and words[j].tag == "TO0":
                j += 1
        elif word.tag in {"XX0", "AV0"} and _continues(words, j):
            j += 1
        elif word.pos == "verb":
            if _adjectival(words, j, i):
                break
            j, verb = j + 1, True
            break
        else:
            break
    return j if verb or any(w.pos == "aux" for w in words[i:j]) else i


def _continues(words: list[Token], j: int) -> bool:
    """Does an adverb stand inside the group (have never formally disputed, will not)?"""
    if words[j].tag == "XX0":
        return True
    k = j
    while k < len(words) and words[k].tag in {"AV0", "XX0"}:
        k += 1
    return k < len(words) and words[k].pos in {"verb", "aux"} and not _adjectival(words, k, j)


def _adjectival(words: list[Token], j: int, start: int) -> bool:
    """Does a participle stand before its noun (an occupied town, advancing troops)?"""
    tag = words[j].tag
    if tag not in {"VVN", "VVG"} or j + 1 >= len(words):
        return False
    before = words[j - 1] if j else None
    if before is not None and before.pos == "aux" and j > start:
        return False
    follows = words[j + 1].pos in NOUNS
    if before is not None and before.pos in {"adnoun", "adj", "num"} and before.tag not in {"CRD"}:
        return follows or words[j + 1].pos == "adj"
    return bool(before is not None and before.tag in {"CRD", "POS"} and follows)


def _noun_end(words: list[Token], i: int, dates: tuple[Span, ...]) -> int:
    """Where a noun phrase that begins here ends; i where none does."""
    first = words[i]
    if first.tag in {"PNP", "PNI", "PNX", "EX0"}:
        return i + 1
    if first.text.lower() == "at" and i + 2 < len(words) and words[i + 1].text.lower() in {"least", "most"}:
        rest = _noun_end(words, i + 2, dates)
        return rest if rest > i + 2 else i
    if first.tag == "DTQ" or (first.tag in {"AV0"} and not _quantity(words, i)):
        return i
    j, last = i, i
    while j < len(words):
        word = words[j]
        if any(d[0] <= word.start < d[1] for d in dates):
            break
        if (
            word.pos in _INSIDE
            or word.tag == "POS"
            or (word.tag in {"VVN", "VVG"} and j > i and _adjectival(words, j, j))
        ):
            if word.pos == "adnoun" and j > i and words[j - 1].pos in NOUNS:
                break
            if j > i and _next_name(words, i, j):
                break
            j += 1
            if word.pos in NOUNS or word.tag in {"DT0", "CRD", "PNP"}:
                last = j
        elif word.tag == "AV0" and (
            _quantity(words, j)
            or (j > i and j + 1 < len(words) and words[j + 1].pos == "adj" and _noun_after(words, j))
        ):
            j += 1
        elif word.tag == "CJC" and j > i and _joined_adjectives(words, j):
            j += 1
        elif word.tag in {"VVN", "VVG"} and j == i and _premodifier(words, i):
            j += 1
        else:
            break
    if last == i and j > i + 1 and words[j - 1].tag in {"AJS", "ORD"} and words[i].tag == "AT0":
        return j
    return last


def _next_name(words: list[Token], i: int, j: int) -> bool:
    """Begins another phrase here with a name (at Ankara's request NATO ambassadors; after the attack Mali said)?"""
    word, before = words[j], words[j - 1]
    if before.pos != "noun" or not before.text[0].islower() or not word.text[0].isupper():
        return False
    if word.tag not in {"NP0", "AJ0"} or i == 0 or words[i - 1].pos != "particle":
        return False
    role = any(f.entry.kind == "role" and f.entry.sort != "body" for f in english_names().scan(before.text))
    return not role and before.text.lower() not in place_words("en")


def _premodifier(words: list[Token], i: int) -> bool:
    """Does a phrase open with a participle that modifies (advancing troops, at a clause's beginning)?"""
    before = words[i - 1] if i else None
    opens = before is None or before.pos in {"comma"} or before.tag in {"CJC", "CJS", "CJT"}
    return opens and words[i].tag == "VVN" and i + 1 < len(words) and words[i + 1].pos in NOUNS


def _noun_after(words: list[Token], j: int) -> bool:
    k = j + 1
    while k < len(words) and words[k].pos in {"adj", "num"}:
        k += 1
    return k < len(words) and words[k].pos in NOUNS


def _quantity(words: list[Token], i: int) -> bool:
    """Does a word of degree open a number (about ten jets, at least eight, only the loss)?"""
    if words[i].text.lower() not in _DEGREE or i + 1 >= len(words):
        return False
    after = words[i + 1]
    return (
        after.tag in {"CRD", "DT0"}
        or (after.tag == "CJS" and after.text.lower() == "than")
        or (words[i].text.lower() == "only" and after.pos == "adnoun")
    )


def _joined_adjectives(words: list[Token], j: int) -> bool:
    """Is it ``Peruvian and 11 Ecuadorean soldiers``: adjectives joined before one noun?"""
    before = words[j - 1]
    if before.pos not in {"adj", "num"}:
        return False
    k = j + 1
    while k < len(words) and words[k].pos in {"adj", "num"}:
        k += 1
    return k > j + 1 and k < len(words) and words[k].pos in NOUNS


def _kind(words: list[Token], i: int) -> str:
    word = words[i]
    low = word.text.lower()
    if low == ",":
        return "comma"
    if word.tag in {"PUQ"} or low in {'"', "“", "”"}:
        return "quote"
    if low in {";", ":", "-", "–", "—", "--", "(", ")", ".", "?", "!", "..."}:
        return "mark"
    if word.tag == "CJC":
        return "cc"
    if word.tag == "CJT":
        return "comp"
    if low in _WH and word.tag in {"DTQ", "PNQ", "CJT"}:
        return "wh"
    if low in _QUESTION and word.tag in {"DTQ", "AVQ", "CJS", "PNQ"}:
        return "sub" if low in {"when", "whether"} else "wh"
    if word.tag == "CJS":
        return "sub"
    if word.pos == "particle":
        return "prep"
    return {"adj": "adj", "adv": "adv", "num": "np", "verb": "vg"}.get(word.pos, "adv")


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
    made.passive = head.tag in {"VVN"} and (be or not any(w.lemma == "have" for w in auxes))
    made.perfect = any(w.lemma == "have" for w in auxes) and made.form != "en"
    made.progressive = head.tag == "VVG" and be
    made.copula = head.lemma == "be" and head.pos == "aux"
    first = (
        words[0]
        if words[0].tag not in {"AV0", "XX0"}
        else next((w for w in words if w.pos in {"aux", "verb"}), words[0])
    )
    made.past = first.tag in {"VVD", "VBD", "VHD", "VDD"} or made.perfect or made.form == "en"
    made.to = words[0].tag == "TO0"
    return made


def _form(words: list[Token], head: Token, auxes: list[Token]) -> str:
    if words[0].tag == "TO0":
        return "inf"
    finite = [w for w in (*auxes, head) if w.tag in _FINITE]
    if finite:
        return "finite"
    if head.tag == "VVN" or head.tag in {"VBN", "VHN", "VDN"}:
        return "en" if not any(a.tag in {"VBG", "VHG"} for a in auxes) else "ing"
    if head.tag in {"VVG", "VBG", "VHG", "VDG"}:
        return "ing"
    return "bare"




def _modal(word: str) -> str:
    return {"'ll": "will", "wo": "will", "'d": "would", "ca": "can", "sha": "shall"}.get(word, word)
