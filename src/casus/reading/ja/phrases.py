"""The noun phrases of a Japanese sentence: what belongs together, what is a topic, what is grammar only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from casus.reading.clauses import Phrase
from casus.reading.ja.chunks import Chunk, often
from casus.reading.ja.particles import adnominal
from casus.reading.ja.preds import Pred
from casus.reading.ja.words import content_words, index
from casus.records import Span

_ABOUT = {"およそ", "少なくとも", "ざっと"}
SOME_OF_THEM = frozenset({"一部", "大半", "多数", "全員", "半数", "残り", "双方", "大多数", "数人", "多く"})
_NEXT = frozenset({"次", "今度", "次回", "今回", "当初", "今後", "以後", "以前"})
"""Words of time that may have は or も, yet are nobody (次はさらに広い範囲を狙う)."""
_OF_DEED = frozenset({"による", "に対する", "への", "をめぐる", "からの", "に向けた"})
"""Particles of what describes the last noun of a phrase, not the next one."""
_PAPERS = frozenset(
    {"声明", "談話", "書簡", "論評", "同声明", "同談話", "共同声明", "発表文", "演説", "コメント", "投稿"}
)
"""What speaks for whoever issued it, where a clause begins with it (声明では、…)."""
_TOPICS = {"としては", "としても", "は", "も", "こそ", "だけは", "などは", "らは", "さえ"}


_SPANS = ("秒", "分", "間", "か月", "カ月", "年", "日", "週", "晩")


def lasts(chunk: Chunk) -> bool:
    """Ask: does it say how long something lasts (3日間)?"""
    return chunk.content[0].pos == "num" and chunk.text.endswith(_SPANS)


@dataclass(slots=True)
class Taken:
    """A phrase a predicate takes."""

    chunk: Chunk
    mark: str
    own: bool = True
    shared: bool = False


@dataclass(slots=True)
class Frame:
    """What a predicate has gathered."""

    taken: list[Taken] = field(default_factory=list)
    dates: list[tuple[Span, bool]] = field(default_factory=list)

    def has(self, mark: str) -> bool:
        """Is there a phrase of that mark in the clause itself?"""
        for taken in self.taken:  # noqa: SIM110 - a plain loop, as this is asked ten times a clause
            if taken.mark == mark and taken.own:
                return True
        return False

    def subject(self) -> Taken | None:
        """Give the phrase with が, は or も."""
        for taken in self.taken:
            if taken.mark == "が":
                return taken
        return None


class Phrases:
    """The phrases of one sentence beside its predicates, and what each predicate has gathered of them."""

    def __init__(
        self,
        chunks: list[Chunk],
        preds: list[Pred],
        is_party: Callable[[str], bool],
        consumed: set[int],
        *,
        headline: bool = False,
    ) -> None:
        self.headline = headline
        self.chunks = chunks
        self.preds = preds
        self.is_party = is_party
        self.frames = {p.index: Frame() for p in preds}
        self.used: dict[int, int] = {}
        """Phrase to the predicate it was tied to."""
        self.speakers: list[tuple[int, Chunk]] = []
        """Phrases with によると and where they stand."""
        self.part = [self._is_part(i) for i in range(len(chunks))]
        self.grammar = {
            p.noun.index
            for p in preds
            if p.noun is not None and p.link in {"nom", "demand", "cont", "cond", "purpose", "reason", "adv"}
        }
        self.grammar |= consumed

    def phrase(self, chunk: Chunk, *, until: Chunk | None = None) -> Phrase:
        """Give the whole noun phrase that ends with a chunk."""
        start = chunk.index
        while start > 0 and self.part[start - 1] and self.chunks[start - 1] is not until:
            if self.chunks[start - 1].index in self.grammar:
                break  # 占領を終わらせるための[具体的な行動]
            if self.part[chunk.index] and self.chunks[start - 1].tail in _OF_DEED:
                break  # イスラエル軍による[病院への]空爆
            start -= 1
        first = self.chunks[start]
        begin = first.span[0]
        if first.opens is not None and first.bracket != chunk.bracket:
            begin = first.opens
        parts = tuple(c.span for c in self.chunks[start : chunk.index])
        quoted = bool(chunk.closes) and not chunk.within and first.bracket != chunk.bracket
        return Phrase((begin, chunk.span[1] + quoted), chunk.span, parts)

    def modifiers(self, chunk: Chunk) -> list[Chunk]:
        """Give the phrases written before a chunk as its modifiers, nearest first."""
        found = []
        i = chunk.index - 1
        while i >= 0 and self.part[i]:
            found.append(self.chunks[i])
            i -= 1
        return found

    def head(self, chunk: Chunk) -> Chunk:
        """Give the last noun of the phrase a chunk stands in (脱出した[ミグ21の]操縦士)."""
        i = chunk.index
        while i + 1 < len(self.chunks) and self.part[i]:
            i += 1
        return self.chunks[i]

    def phrase_text(self, chunk: Chunk) -> str:
        """Give the words of a phrase without brackets and particles."""
        return "".join(c.text for c in reversed([chunk, *self.modifiers(chunk)]))

    def _is_part(self, i: int) -> bool:  # noqa: PLR0911
        """Ask: does a chunk only modify or join the noun right after it?"""
        if i + 1 >= len(self.chunks):
            return False
        chunk, after = self.chunks[i], self.chunks[i + 1]
        if after.text in _ABOUT and not chunk.function and not chunk.comma and not chunk.verbal and chunk.date is None:
            return chunk.last.pos not in {"adv", "conj"} and self._numbers(i + 2)
        if chunk.text in _ABOUT and not chunk.comma:
            return self._numbers(i + 1)
        apart = chunk.last.pos in {"adv", "conj"} or self._before_words(chunk)
        if apart or (after.verbal and not self._copula_noun(after)):
            return False
        if chunk.verbal:
            return chunk.tail == "な" and not chunk.comma
        if chunk.date is not None:
            return chunk.tail == "の" and not chunk.comma and after.date is None
        if chunk.comma:
            return self._listed(i) and (self._listed(i + 1) or self._listed(i - 1))
        if adnominal(chunk.tail):
            return True
        if chunk.tail == "と" and after.date is None:
            return self._coordinates(chunk, after)
        return (
            not chunk.function
            and after.bracket != chunk.bracket
            and not after.verbal
            and not (after.said or chunk.said)
        )

    def _listed(self, i: int) -> bool:
        """Ask: is it a bare name with a comma, as in a list of three or more (ソ連、東独、ポーランドの軍)?"""
        if not 0 <= i < len(self.chunks):
            return False
        chunk = self.chunks[i]
        named = chunk.content[0].pos == "propn" and chunk.date is None and not chunk.verbal
        return named and chunk.comma and not chunk.final and not chunk.function

    def _numbers(self, i: int) -> bool:
        return i < len(self.chunks) and self.chunks[i].content[0].pos == "num"

    def _copula_noun(self, chunk: Chunk) -> bool:
        return chunk.last.pos not in {"verb", "helper", "adj"} and chunk.function[0].pos == "aux"

    def _coordinates(self, chunk: Chunk, after: Chunk) -> bool:
        """Is と "and"? Both sides are of one sort, and what follows is no other argument of a mutual act."""
        last = self.chunks[min(after.index + 1, len(self.chunks) - 1)] if adnominal(after.tail) else after
        if index().nominal(chunk.content) is not None and index().nominal(last.content) is not None:
            return True
        deed = index().nominal(chunk.content) is not None and (chunk.last.pos == "vn" or not self.is_party(chunk.text))
        if last.tail == "で" and deed:
            return True  # 停戦と兵の原隊復帰で合意
        if last.tail in {"で", "について", "に関して"} or (
            after.tail == "の" and last.tail == "を" and self._wants_partner(chunk)
        ):
            return False
        return self.is_party(chunk.text) == self.is_party(last.text) or self.is_party(chunk.text) == self.is_party(
            after.text
        )

    def _wants_partner(self, chunk: Chunk) -> bool:
        """Ask: does the next predicate do something with somebody (同盟国と[潜水艦の情報を]共有する)?"""
        pred = next((p for p in self.preds if p.chunk.index > chunk.index), None)
        if pred is None or not self.is_party(chunk.text):
            return False
        rows = [row for _, _, row in index().phrases.get(pred.lemma, ())]
        row = index().single.get(pred.lemma)
        return any(r.concept.roles_of("partner") for r in ([row] if row is not None else rows))

    def _free(self, chunk: Chunk) -> bool:
        if (
            chunk.credit
            or chunk.index in self.grammar
            or chunk.text in {"これ", "それ", "ここ", "そこ", "とも", "もと"}
        ):
            return False
        if chunk.text in {"だ", "です", "ところ"} and not chunk.index and chunk.tail.startswith(("が", "で")):
            return False  # だが、… ところが…
        if chunk.text in content_words("meanwhile") or often(chunk) or chunk.text in _NEXT:
            return False
        if chunk.text in SOME_OF_THEM:
            return not self.part[chunk.index]
        alone = all(t.tag.endswith("副詞可能") for t in chunk.content) and chunk.date is None
        alone = alone and not (chunk.index and self.part[chunk.index - 1])
        if alone and chunk.tail in {"は", "も"} and not self.is_party(chunk.text):
            return False
        return not chunk.verbal and not self.part[chunk.index] and chunk.last.pos not in {"adv", "conj", "adnoun"}

    def _is_topic(self, chunk: Chunk) -> bool:
        if chunk.tail == "では" and chunk.text in _PAPERS and not self.part[chunk.index - 1 if chunk.index else 0]:
            return True  # 声明では、…と非難した
        if chunk.tail in _TOPICS or self._before_words(chunk):
            return True
        return self.headline and not chunk.function and chunk.comma and self.is_party(chunk.text)

    def _before_words(self, chunk: Chunk) -> bool:
        """Ask: does a bare party stand before words in quotation marks that と takes up (外相「…」と声明)?"""
        if chunk.function or chunk.comma or chunk.index + 1 >= len(self.chunks):
            return False
        after = self.chunks[chunk.index + 1]
        if after.opens is None or after.bracket == chunk.bracket:
            return False
        last = next((c for c in self.chunks[after.index :] if c.closes == after.bracket), None)
        return last is not None and last.tail.endswith("と") and self.is_party(chunk.text)

    def _next(self, chunk: Chunk) -> Pred | None:
        for p in self.preds:
            if p.chunk.index > chunk.index and not p.mentioned and not (p.absorbed and p.absorbed.mentioned):
                return self._real(p)
        return None

    def _real(self, pred: Pred) -> Pred:
        while pred.absorbed is not None:
            pred = pred.absorbed
        return pred

    def _take(self, pred: Pred, taken: Taken) -> None:
        self.frames[pred.index].taken.append(taken)
        self.used.setdefault(taken.chunk.index, pred.index)

    def _topic_before(self, chunk: Chunk, *, voiced: bool = False) -> bool:
        """Ask: does a topic stand before a phrase; ``voiced``: one that may itself speak?"""
        topics = (c for c in self.chunks[: chunk.index] if self._is_topic(c) and self._free(c))
        return any(not voiced or self.is_party(c.text) or c.last.pos == "propn" for c in topics)

    def _comma_between(self, chunk: Chunk, pred: Pred) -> bool:
        return any(c.comma for c in self.chunks[chunk.index : pred.chunk.index])
