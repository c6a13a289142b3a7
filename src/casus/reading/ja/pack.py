"""The Japanese pack: from a sentence's words to clauses in no language in particular."""

from __future__ import annotations

from functools import cache

from casus.reading.clauses import Argument, Clause, DateSpan, ParsedSentence, Phrase
from casus.reading.dates import Anchor, FoundDate
from casus.reading.ja import dates
from casus.reading.ja.arguments import Attachment, Taken
from casus.reading.ja.chunks import Chunk, chunks, mark_said
from casus.reading.ja.endings import own_operators
from casus.reading.ja.holding import HOLDS, KEEPS
from casus.reading.ja.links import link_all
from casus.reading.ja.nominals import PAPERS, nominal_events
from casus.reading.ja.operators import INSTRUMENTS, Operators
from casus.reading.ja.particles import merge_compounds
from casus.reading.ja.preds import Pred, find_preds, underway
from casus.reading.ja.roles import Roles
from casus.reading.ja.rows import COUNTS, find_rows, operator_cue, passive_word
from casus.reading.ja.tokenizer import tokens
from casus.reading.ja.words import content_words, cue_index
from casus.reading.names import is_party
from casus.records import Span

_EMPTY = {
    "ある",
    "ない",
    "無い",
    "なる",
    "する",
    "できる",
    "いる",
    "おる",
    "いう",
    "みる",
    "くる",
    "いく",
    "来る",
    "行く",
    "やる",
    "出来る",
    "よる",
    "つく",
}
_HANDS = frozenset({"送る", "渡す", "手渡す", "届ける", "送付", "手交"})
"""Verbs that only hand over a paper whose words are stated (処罰を求める覚書を送った)."""
_IS_AT = frozenset({"ある", "いる", "位置", "所在", "面する", "近い", "隣接"})
_SAID = frozenset({"quote", "demand", "question", "nom", "noun", "object"})
_EXIST = frozenset({"ある", "ない", "無い", "いる", "おる"})


@cache
def load() -> JapanesePack:
    """Give the pack; raises MissingExtraError where Sudachi is not installed."""
    tokens("。", (0, 1))
    return JapanesePack()


class JapanesePack:
    """Japanese: clauses and dates."""

    language = "ja"

    def dates(self, text: str, sentence: Span, anchor: Anchor) -> tuple[FoundDate, ...]:
        """Give the date expressions of a sentence."""
        a, b = sentence
        return dates.find(text[a:b], anchor, a)

    def parse(
        self, text: str, sentence: Span, found: tuple[FoundDate, ...], *, headline: bool = False
    ) -> ParsedSentence:
        """Give the clauses of one sentence."""
        parts = merge_compounds(chunks(tokens(text, sentence), tuple(f.span for f in found)))
        mark_said(parts)
        headline = headline or _telegraphic(parts)
        preds = find_preds(parts, headline=headline)
        consumed = link_all(preds, parts)
        attachment = Attachment(parts, preds, _is_party, consumed, headline=headline)
        attachment.run()
        _settle_purposes(attachment)
        find_rows(attachment)
        nominals = nominal_events(attachment)
        return _Assembly(sentence, attachment, preds, nominals, headline=headline).sentence()


def _telegraphic(parts: list[Chunk]) -> bool:
    """Ask: is a sentence written like a headline: a party with a bare comma first, no finite verb at the end?"""
    if len(parts) < 3 or parts[-1].verbal or parts[-1].tail not in {"", "へ", "か"}:
        return False
    opening = next((c for c in parts[:3] if c.comma), None)
    return opening is not None and not opening.function and not opening.verbal and _is_party(opening.text)


def _settle_purposes(attachment: Attachment) -> None:
    """Give a clause with ため that has a subject of its own gives a reason, not a purpose."""
    for pred in attachment.preds:
        subject = attachment.frames[pred.index].subject()
        if pred.link == "purpose" and subject is not None and not subject.shared and subject.chunk.tail == "が":
            pred.link = "reason"


_GROUND = (
    "海", "海峡", "湾", "島", "諸島", "半島", "州", "県", "市", "村", "国境", "領海", "領空", "領土", "領内", "沖",
    "沖合", "海域", "空域", "付近", "周辺", "地方", "北部", "南部", "東部", "西部", "中部", "川", "山", "基地", "空港",
    "港", "沿岸", "上空", "一帯", "地区", "地帯", "高原", "国内", "域内", "向こう側",
)  # fmt: skip
"""How names of ground end, though a state's name stands in them (フィリピン海): nobody acts or is asked there."""


@cache
def _is_party(text: str) -> bool:
    return is_party(text, "ja") and not text.endswith(_GROUND)


def _stands(pred: Pred) -> bool:
    """Ask: does it say what is, not what is done? A deed under way (調査中) is done."""
    going_on = pred.form.ongoing and not underway(pred.chunk)
    counts = pred.row is not None and pred.row.concept.name == "casualties" and pred.lemma in COUNTS
    return going_on or counts or pred.copula or pred.chunk.last.pos == "adj" or pred.lemma in _EXIST


class _Assembly(Roles):
    """Turns the predicates of one sentence into clauses."""

    def __init__(
        self, span: Span, attachment: Attachment, preds: list[Pred], nominals: list[Pred], *, headline: bool
    ) -> None:
        super().__init__(attachment, Operators(attachment, headline=headline))
        self.span = span
        self.nominals = nominals
        self.units = [p for p in [*preds, *nominals] if p.absorbed is None and self._stated(p)]
        self.number = {id(p): i for i, p in enumerate(self.units)}

    def sentence(self) -> ParsedSentence:
        clauses = tuple(self._clause(p) for p in self.units)
        return ParsedSentence(self.span, clauses, self._speakers())

    def _stated(self, pred: Pred) -> bool:
        """Is it something stated, not a mere verb of saying or of grammar?"""
        words = {pred.lemma, passive_word(pred), pred.beside + pred.lemma}
        if self._announces(pred) or self._only_holds(pred):
            return False
        if not pred.nominal and not pred.light and not pred.used and words & content_words("report"):
            return (pred.lemma == "表明" and self._offers(pred)) or self._says_nothing(pred)
        if pred.mentioned:
            return False
        if pred.row is not None:
            return not self._only_frames(pred) and not self._only_places(pred)
        if any(p.parent is pred and p.link == "quote" for p in self.attachment.preds):
            return False  # A verb nobody lists, with a clause and と: it only says who speaks.
        return self._open(pred, words)

    def _says_nothing(self, pred: Pred) -> bool:
        """Ask: does a verb of saying carry no words: an act on its object, or silence (損害を明らかにしない)?"""
        inner = [*self.nominals, *self.attachment.preds]
        said = [p for p in inner if p.parent is pred and p.link in _SAID]
        if said and not (pred.negative and all(p.link in {"noun", "question"} for p in said)):
            return False
        if said and all(p.link == "question" for p in said):
            return True  # 踏み切るかどうかは明言していない
        named = {t.mark for t in self.attachment.frames[pred.index].taken if t.own}
        return bool(named & {"を", "に", "について"}) and (pred.row is not None or pred.negative)

    def _announces(self, pred: Pred) -> bool:
        """Ask: does it only give voice to what stands before its noun (…との見方を示した)?"""
        if pred.lemma in _HANDS:
            papers = [p.noun for p in self.attachment.preds if p.parent is pred and p.link in {"rel", "noun"}]
            return any(n is not None and self.attachment.head(n).text.endswith(PAPERS) for n in papers)
        if (pred.beside + pred.lemma, "を") not in cue_index("announce"):
            return False
        return any(p.parent is pred and p.link == "noun" and p.absorbed is None for p in self.attachment.preds)

    def _only_holds(self, pred: Pred) -> bool:
        """Ask: does it only say that a possibility or plan holds (攻撃の恐れがある)?"""
        if pred.lemma not in HOLDS | KEEPS and (pred.beside + pred.lemma, "を") not in cue_index("announce"):
            return False
        return any(n.parent is pred and n.mark == "の" for n in self.nominals)

    def _offers(self, pred: Pred) -> bool:
        """Is what is declared a readiness or a plan of one's own (用意があると表明)?"""
        content = (p for p in self.attachment.preds if p.parent is pred and p.link == "quote" and p.absorbed is None)
        return any(op.effect == "intended" for p in content for op in p.operators)

    def _only_frames(self, pred: Pred) -> bool:
        """Is it the verb of a treaty (議定書は…を認めている) or one whose content says it all (国境の閉鎖を決め)?"""
        subject = self.attachment.frames[pred.index].subject()
        governs = operator_cue(pred, "koto")
        if governs is not None and governs[0] in {"authorised", "obligation", "ordered"}:
            if pred.link in {"rel", "noun"} and governs[0] == "obligation":
                return True
            if subject is not None and subject.chunk.text.endswith(INSTRUMENTS) and self._has_content(pred):
                return True
        if pred.row is not None and pred.row.concept.name == "decide":
            return any(n.parent is pred for n in self.nominals)
        return pred.link in {"rel", "noun"} and "できる" in pred.form.text

    def _only_places(self, pred: Pred) -> bool:
        """Ask: does a clause only say where the noun it describes is (領内にある拠点, 北部を拠点とする組織)?"""
        name = pred.row.concept.name if pred.row is not None else ""
        return pred.link == "rel" and name in {"base_of", "located", "belong_to"} and not pred.form.past

    def _has_content(self, pred: Pred) -> bool:
        """Does it govern an event that is stated by itself?"""
        inner = [*self.nominals, *(p for p in self.attachment.preds if p.link in {"nom", "quote"})]
        return any(p.parent is pred and p.absorbed is None for p in inner)

    def _open(self, pred: Pred, words: set[str]) -> bool:
        """Is a predicate outside of the lexicon stated all the same?"""
        if pred.link in {"rel", "noun"} or words & _EMPTY:
            return False
        if pred.link == "cont" and pred.parent is not None and pred.parent.link in {"rel", "noun"}:
            return False
        if {pred.lemma, pred.chunk.text} & content_words("grammar"):
            return pred.link == "cond" and pred.form.shape == "仮定形" and pred.chunk.last.pos in {"verb", "helper"}
        if (pred.copula or pred.chunk.last.pos == "adj") and not underway(pred.chunk):
            return pred.link == "cond" or (pred.link == "quote" and pred.copula)
        return True

    def _clause(self, pred: Pred) -> Clause:
        _, negative = own_operators(pred)
        silent = pred.row is not None and pred.row.concept.name == "no_comment"
        negative = negative or (silent and pred.lemma not in {"拒否", "拒む"})
        frame = self.attachment.frames[pred.index]
        operators = self.operators.of(pred)
        hidden = pred.given if pred.row is None or pred.row.concept.content else set()
        kept = [t for t in frame.taken if t.mark == "place" or t.chunk.index not in pred.used | hidden]
        kept = [
            t for t in kept if not (t.mark == "を" and t.chunk.last.text == "発")
        ]  # 約170発を砲撃: shots, no target
        taken = [t for t in kept if self._fits(t, pred)]
        arguments = [a for t in taken for a in self._arguments(t, pred)]
        arguments.extend(self._inherited(pred))
        if pred.row is not None and pred.row.concept.roles_of("object") == ("recipient",):
            arguments = [*self._sites(taken), *arguments]
        rules = () if pred.row is None else (f"ja.predicate:{pred.row.concept.name}",)
        return Clause(
            number=self.number[id(pred)],
            sentence=self.span,
            trigger=(pred.start, pred.end),
            lemma=pred.lemma,
            predicate=pred.row,
            arguments=tuple(arguments),
            dates=self._dates(pred),
            operators=operators,
            negative=negative,
            passive=pred.form.passive,
            causative=pred.form.causative,
            stative=_stands(pred),
            past=self.operators.past(pred),
            nominal=pred.nominal,
            finite=self.operators.announces(pred),
            speech=pred.row is not None and pred.row.concept.content is not None,
            content_of=self._content_of(pred),
            trigger_of=self._trigger_of(pred),
            rules=rules,
        )

    def _sites(self, taken: list[Taken]) -> list[Argument]:
        """Give the place a thing acted on is said to be in by a clause of its own (領内にある拠点を空爆)."""
        found: list[Argument] = []
        things = {t.chunk.index for t in taken if t.own and t.mark in {"を", "が", "に対して"}}
        for pred in self.attachment.preds:
            if pred.link != "rel" or pred.noun is None or pred.lemma not in _IS_AT:
                continue
            if self.attachment.head(pred.noun).index in things:
                where = [t for t in self.attachment.frames[pred.index].taken if t.mark == "に" and t.own]
                found.extend(Argument("place", (), self.attachment.phrase(t.chunk)) for t in where)
        return found

    def _dates(self, pred: Pred) -> tuple[DateSpan, ...]:
        """Give the clause's dates; a nominal event that is declared or decided leans on those of its verb."""
        own = tuple(DateSpan(span, held) for span, held in self.attachment.frames[pred.index].dates)
        if own or not pred.nominal or pred.parent is None or self._asked(pred):
            return own
        return tuple(DateSpan(span, own=False) for span, _ in self.attachment.frames[pred.parent.index].dates)

    def _content_of(self, pred: Pred) -> int | None:
        if pred.link not in {"quote", "demand", "object", "noun", "nom"} or pred.parent is None:
            return None
        return self.number.get(id(pred.parent))

    def _trigger_of(self, pred: Pred) -> int | None:
        return self.number.get(id(pred.parent)) if pred.link == "cond" and pred.parent is not None else None

    def _speakers(self) -> tuple[Phrase, ...]:
        """Those who speak in the sentence, outermost first."""
        found: list[Phrase] = [self.attachment.phrase(c) for _, c in self.attachment.speakers]
        for pred in self.units + [p for p in self.attachment.preds if p.absorbed is None]:
            for op in self.operators.of(pred):
                told = op.voice == "named" and op.effect in {"claim", "denied"}
                if told and op.speaker is not None and op.speaker not in found:
                    found.append(op.speaker)
        return tuple(found)
